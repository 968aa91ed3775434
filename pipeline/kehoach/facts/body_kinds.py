"""What kind of body issues or acts, and of what level it is: told by its name."""

from __future__ import annotations

import re

from kehoach.knowledge import load
from kehoach.knowledge.places import knows_province
from kehoach.plan import IssuerKind, Level


def kind_of(name: str) -> IssuerKind:
    """What kind of body issues, from its name."""
    folded = name.casefold()
    tests: tuple[tuple[IssuerKind, str], ...] = (
        (
            "steering_committee",
            r"^(?:ban chỉ đạo|ban chỉ huy(?! quân sự| phòng thủ khu vực)|tiểu ban|hội đồng (?!nhân dân)|"
            r"[ủu][ỷy] ban bầu cử|tổ công tác|ban tổ chức (?:hội|lễ|cuộc|giải|đại hội|các hoạt động|kỷ niệm|"
            r"chương trình|ngày |tuần |tháng ))",
        ),
        ("people_committee", r"^(?:[ủu][ỷy] ban nhân dân|ubnd)"),
        (
            "people_council",
            r"^(?:hội đồng nhân dân|hđnd|thường trực hội đồng nhân dân|"
            r"(?:ban|văn phòng)\b.*\shội đồng nhân dân(?! và [ủu][ỷy] ban))",
        ),
        (
            "front",
            r"mặt trận tổ quốc|mttq|^(?:(?:ban (?:thường trực|thường vụ|chấp hành)|thường trực|ban) )?"
            r"(?:hội (?:nông|liên|cựu|chữ|người|khuyến)|đoàn thanh niên|đoàn tncs|"
            r"đoàn (?:tỉnh|thành phố|huyện|xã|phường|trường|đặc khu)|"
            r"(?:tổng )?liên đoàn lao động|công đoàn|(?:tỉnh|thành|huyện|quận|thị|chi|xã|phường) ?đoàn)",
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
    (
        "commune",
        r"(?<!hợp tác )xã(?! hội)|(?<=nhân dân )xã|phường|thị trấn|đặc khu|(?<!nông )thôn|ấp|khóm|tổ dân phố|cấp xã",
    ),
    ("district", r"huyện|quận|thị xã|cấp huyện"),
    ("province", r"tỉnh|cấp tỉnh"),
    ("central", r"trung ương|quốc gia|nhà nước"),
)
HEAD_LEVELS: tuple[tuple[Level, str], ...] = (
    (
        "unit",
        r"(?:(?:chi bộ|đảng bộ|đảng ủy|chi đoàn|đoàn|công đoàn(?: cơ sở)?|liên đội|hội đồng|phòng|khoa|tổ|văn "
        r"phòng)\b.*?\s)?"
        r"(?:(?<!môi )(?<!thị )trường|đại học|học viện|bệnh viện|(?:tổng )?công ty|tập đoàn|hợp tác xã|đồn|"
        r"(?:sư|lữ|trung|tiểu|hải) đoàn|đại đội)(?!\w)",
    ),
    (
        "central",
        r"(?:(?:vụ|văn phòng|thanh tra|cục|tổng cục)\b.*\s)?bộ (?!chỉ huy|đội|phận|tư lệnh)|"
        r"chính phủ|thủ tướng|quốc hội|ban bí thư|[ủu][ỷy] ban thường vụ quốc hội|văn phòng "
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
    return "province" if knows_province(f"tỉnh {' '.join(name.split()[-2:])}") else None
