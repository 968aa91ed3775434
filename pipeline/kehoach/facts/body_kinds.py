"""What kind of body issues or acts, and of what level it is: told by its name."""

from __future__ import annotations

import re

from kehoach.knowledge import load
from kehoach.plan import IssuerKind, Level


def kind_of(name: str) -> IssuerKind:
    """What kind of body issues, from its name."""
    folded = name.casefold()
    tests: tuple[tuple[IssuerKind, str], ...] = (
        (
            "steering_committee",
            r"^(?:ban chỉ đạo|ban chỉ huy|tiểu ban|hội đồng (?!nhân dân)|ủy ban bầu cử|uỷ ban bầu cử|tổ công tác|ban "
            r"tổ chức (?:hội|lễ|cuộc|giải|đại hội))",
        ),
        ("people_committee", r"^(?:[ủu][ỷy] ban nhân dân|ubnd)"),
        (
            "people_council",
            r"^(?:hội đồng nhân dân|hđnd|thường trực hội đồng nhân dân|(?:ban|văn phòng)\b.*\shội đồng nhân dân)",
        ),
        (
            "front",
            r"mặt trận tổ quốc|mttq|^(?:ban thường trực )?(?:hội (?:nông|liên|cựu|chữ|người|khuyến)|đoàn thanh niên|"
            r"đoàn tncs|liên đoàn lao động|công đoàn|(?:tỉnh|thành|huyện|quận) ?đoàn)",
        ),
        (
            "party",
            r"(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)|đảng bộ|chi bộ|ban bí thư|bộ chính trị|ban (?:tuyên giáo|"
            r"dân vận|nội chính|xây dựng đảng|tổ chức)|ủy ban kiểm tra|trung ương đảng",
        ),
        ("government", r"^(?:chính phủ|thủ tướng|quốc hội|[ủu][ỷy] ban thường vụ quốc hội|văn phòng chính phủ)"),
        ("ministry", r"^bộ (?!chỉ huy|đội)"),
        ("school", r"^(?:trường|đại học|học viện|nhà trường)"),
        (
            "department",
            r"^(?:sở|phòng|ban|chi cục|cục|tổng cục|vụ|văn phòng|thanh tra|công an|bộ chỉ huy|trung tâm|viện|hạt)",
        ),
    )
    return next((kind for kind, pattern in tests if re.search(pattern, folded)), "other")


UNIT_LEVELS: tuple[tuple[Level, str], ...] = (
    ("commune", r"xã(?! hội)|phường|thị trấn|đặc khu|(?<!nông )thôn|ấp|khóm|tổ dân phố|cấp xã"),
    ("district", r"huyện|quận|thị xã|cấp huyện"),
    ("province", r"tỉnh|cấp tỉnh"),
    ("central", r"trung ương|quốc gia|nhà nước"),
)
HEAD_LEVELS: tuple[tuple[Level, str], ...] = (
    ("unit", r"trường|đại học|học viện|bệnh viện|công ty|tổng công ty|tập đoàn"),
    (
        "central",
        r"bộ (?!chỉ huy|đội|phận)|chính phủ|thủ tướng|quốc hội|ban bí thư|[ủu][ỷy] ban thường vụ quốc hội|văn phòng "
        r"chính phủ",
    ),
    ("province", r"sở\b|tỉnh (?:ủy|uỷ|đoàn)|thành (?:ủy|uỷ|đoàn)|thanh tra tỉnh"),
    ("district", r"huyện (?:ủy|uỷ)|quận (?:ủy|uỷ)|thị (?:ủy|uỷ)"),
)


def level_of(name: str, day: str | None = None) -> Level | None:
    """The level of a body, from its name; ``day`` (ISO) decides what a city was. None where the name does not tell."""
    folded = name.casefold()
    for level, words in HEAD_LEVELS:
        if re.match(rf"(?:{words})", folded):
            return level
    for level, words in UNIT_LEVELS[:2]:
        if re.search(rf"(?<!\w)(?<!thị )(?:{words})(?!\w)", folded):
            return level
    for city in load("units")["central_city"]:
        if re.search(rf"(?:thành phố|tp\.?)\s*{city['name'].casefold()}", folded) and not (
            day and city.get("from") and day < str(city["from"])
        ):
            return "province"
    for level, words in UNIT_LEVELS[2:]:
        if re.search(rf"(?<!\w)(?<!thị )(?:{words})(?!\w)", folded):
            return level
    if "thành phố" in folded:
        return "district" if re.search(r"thành phố \S+", folded) else "province"
    return None
