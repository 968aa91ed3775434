"""Issuers beside the people's committees: departments, ministries, schools, the Front, the Party, steering boards."""

from __future__ import annotations

from datetime import date
from random import Random

from .issuers import COMMITTEE, Issuer, age_of, commune, district, local, province
from .wordings import bodies, places
from .wordings.topic import Topic

# the room of a Sở that carries a plan, by the function it looks after
ROOMS = {
    "home": "Phòng Cải cách hành chính",
    "labour": "Phòng Lao động - Việc làm",
    "digital": "Phòng Chuyển đổi số",
    "justice": "Phòng Phổ biến, giáo dục pháp luật",
    "health": "Phòng Nghiệp vụ Y",
    "farm": "Chi cục Thủy lợi",
    "school": "Phòng Giáo dục Phổ thông",
    "culture": "Phòng Quản lý Du lịch",
    "earth": "Chi cục Môi trường",
}


def so(rng: Random, topic: Topic, issued: date) -> Issuer:
    """A department of a province. ``also``: the name without the province's kind is as good."""
    host = province(rng, topic, issued)
    unit, name = host.noi.removeprefix("trên địa bàn "), host.bodies[topic.lead]
    if topic.lead not in ROOMS:
        return host
    table = {
        "lead": ROOMS[topic.lead],
        "office": "Văn phòng Sở",
        "finance": "Phòng Kế hoạch - Tài chính",
        "below": host.below,
        "front": host.bodies["front"],
    }
    return Issuer(
        f"{name} {unit}",
        name,
        "department",
        "province",
        f"UBND {unit.upper()}",
        (name.upper(),),
        f"KH-{bodies.SYMBOLS[name]}",
        host.place,
        host.noi,
        host.sub,
        host.subs,
        table,
        ROOMS[topic.lead],
        host.below,
        "Các phòng chuyên môn, đơn vị trực thuộc Sở",
        host.name,
        "KH-UBND",
        ((None, ("GIÁM ĐỐC",)), (None, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))),
        (
            f"UBND {places.kind_of(unit)} (để báo cáo)",
            "Giám đốc, các Phó Giám đốc Sở",
            "Các phòng, đơn vị thuộc Sở",
            host.told[4],
            "Lưu: VT, NV",
        ),
        also=(name, f"{name} {places.bare(unit)}"),
        advises="Giám đốc Sở",
    )


def phong(rng: Random, topic: Topic, issued: date) -> Issuer:
    """A room of a district, or since July 2025 of a commune."""
    two = age_of(issued) == "two"
    host = (commune if two else district)(rng, topic, issued)
    unit, name = host.noi.removeprefix("trên địa bàn "), host.bodies[topic.lead]
    if not name.startswith("Phòng"):
        return host
    return Issuer(
        f"{name} {unit}",
        name,
        "department",
        host.level,
        f"UBND {unit.upper()}",
        (name.upper(),),
        f"KH-{bodies.SYMBOLS[name]}",
        host.place,
        host.noi,
        host.sub,
        host.subs,
        host.bodies,
        name,
        host.below,
        f"Các cơ quan, đơn vị {places.kind_of(unit)}",
        host.name,
        "KH-UBND",
        ((None, ("TRƯỞNG PHÒNG",)), (None, ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"))),
        (f"UBND {places.kind_of(unit)} (b/c)", "Các cơ quan liên quan", host.told[4], "Lưu: VT"),
        also=(name,),
        advises=host.short,
    )


def ministry(rng: Random, topic: Topic, issued: date) -> Issuer:
    held = [
        (name, symbol, leads[topic.code]) for name, (symbol, leads) in bodies.MINISTRIES.items() if topic.code in leads
    ]
    if not held or issued < date(2025, 3, 1):
        return province(rng, topic, issued)
    name, symbol, lead = rng.choice(held)
    field = name.removeprefix("Bộ ")
    return Issuer(
        name,
        name,
        "ministry",
        "central",
        None,
        (name.upper(),),
        f"KH-{symbol}",
        "Hà Nội",
        f"của ngành {field}",
        "tỉnh",
        (34, 34),
        bodies.MINISTRY,
        lead,
        f"Sở {field} các tỉnh, thành phố",
        "Các đơn vị thuộc Bộ",
        "Thủ tướng Chính phủ",
        "QĐ-TTg",
        ((None, ("BỘ TRƯỞNG",)), (None, ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"))),
        (
            "Thủ tướng Chính phủ (để báo cáo)",
            "Bộ trưởng (để báo cáo)",
            "Các Thứ trưởng",
            "Các đơn vị thuộc Bộ",
            f"Sở {field} các tỉnh, thành phố",
            "Lưu: VT, VP",
        ),
        advises="lãnh đạo Bộ",
    )


def school(rng: Random, topic: Topic, issued: date) -> Issuer:
    """A school, under the commune since July 2025, before that under the district's room for schooling."""
    host, two = commune(rng, topic, issued), age_of(issued) == "two"
    kind, abbreviated = rng.choice(places.SCHOOLS)
    proper = rng.choice(places.SCHOOL_NAMES)
    printed = f"TRƯỜNG {abbreviated}" if abbreviated == "THCS" and rng.random() < 0.5 else kind.upper()
    district_unit = host.higher.removeprefix(COMMITTEE + " ")
    over = host.name if two else f"Phòng Giáo dục và Đào tạo {district_unit}"
    return Issuer(
        f"{kind} {proper}",
        "Nhà trường",
        "school",
        "unit",
        over.replace(COMMITTEE, "UBND").upper(),
        (f"{printed} {proper.upper()}",),
        f"KH-{abbreviated}{''.join(word[0] for word in proper.split())}",
        host.place,
        "trong nhà trường",
        "lớp",
        (9, 32),
        bodies.SCHOOL,
        bodies.SCHOOL[topic.lead],
        "Giáo viên chủ nhiệm các lớp",
        "Các tổ, bộ phận trong nhà trường",
        over,
        "KH-UBND" if two else "KH-PGDĐT",
        ((None, ("HIỆU TRƯỞNG",)), (None, ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"))),
        (
            ("Phòng Văn hóa - Xã hội" if two else "Phòng GDĐT") + " (để báo cáo)",
            "Ban Giám hiệu",
            "Các tổ chuyên môn",
            "Lưu: VT",
        ),
        advises="Hiệu trưởng",
    )


def front(rng: Random, topic: Topic, issued: date) -> Issuer:
    host = commune(rng, topic, issued)
    unit, upper_unit = host.noi.removeprefix("trên địa bàn "), host.higher.removeprefix(COMMITTEE + " ")
    base, kind = f"Ủy ban Mặt trận Tổ quốc Việt Nam {unit}", places.kind_of(unit)
    standing = rng.random() < 0.4
    lines = ("ỦY BAN MTTQ VIỆT NAM", unit.upper(), *(["BAN THƯỜNG TRỰC"] if standing else []))
    table = local(bodies.FRONT, unit)
    return Issuer(
        f"Ban Thường trực {base}" if standing else base,
        f"Ủy ban MTTQ Việt Nam {kind}",
        "front",
        "commune",
        None,
        lines,
        "KH-MTTQ-BTT",
        host.place,
        host.noi,
        host.sub,
        host.subs,
        table,
        table[topic.lead],
        f"Ban Công tác Mặt trận các {host.sub}",
        "Các tổ chức thành viên của Mặt trận",
        f"Ủy ban Mặt trận Tổ quốc Việt Nam {upper_unit}",
        "KH-MTTQ-BTT",
        (("TM. BAN THƯỜNG TRỰC", ("CHỦ TỊCH",)), ("TM. BAN THƯỜNG TRỰC", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))),
        (
            f"BTT Ủy ban MTTQ Việt Nam {places.kind_of(upper_unit)}",
            f"Thường trực Đảng ủy {kind}",
            "Các tổ chức thành viên",
            f"Ban Công tác Mặt trận các {host.sub}",
            "Lưu: VP",
        ),
    )


def party(rng: Random, topic: Topic, issued: date) -> Issuer:
    """A Party committee of a commune (two levels): its own letterhead and numbers."""
    if age_of(issued) != "two":
        return commune(rng, topic, issued)
    host = commune(rng, topic, issued)
    unit, upper_unit = host.noi.removeprefix("trên địa bàn "), host.higher.removeprefix(COMMITTEE + " ")
    kind, city = places.kind_of(unit), upper_unit.startswith("thành phố")
    table = local(bodies.PARTY, unit)
    committee = "Thành ủy" if city else "Tỉnh ủy"
    return Issuer(
        f"Đảng ủy {unit}",
        "Ban Thường vụ Đảng ủy",
        "party",
        "commune",
        f"{committee.upper()} {places.bare(upper_unit).upper()}",
        (f"ĐẢNG ỦY {unit.upper()}",),
        "KH/ĐU",
        host.place,
        host.noi,
        "chi bộ",
        (12, 40),
        table,
        table[topic.lead],
        "Cấp ủy các chi bộ trực thuộc",
        "Các chi bộ, đảng bộ trực thuộc",
        f"Ban Thường vụ {committee}",
        "KH/TU",
        (("T/M BAN THƯỜNG VỤ", ("BÍ THƯ",)), ("T/M BAN THƯỜNG VỤ", ("PHÓ BÍ THƯ",))),
        (
            f"Thường trực {committee}",
            f"Các ban xây dựng Đảng {committee}",
            f"Thường trực HĐND, lãnh đạo UBND {kind}",
            "Các chi bộ, đảng bộ trực thuộc",
            "Lưu Văn phòng Đảng ủy",
        ),
        party=True,
    )


def steering(rng: Random, topic: Topic, issued: date) -> Issuer:
    host = province(rng, topic, issued)
    unit = host.noi.removeprefix("trên địa bàn ")
    kind = places.kind_of(unit)
    name = f"Ban Chỉ đạo {topic.name} {unit}"
    return Issuer(
        name,
        "Ban Chỉ đạo",
        "steering_committee",
        "province",
        f"UBND {unit.upper()}",
        (f"BAN CHỈ ĐẠO {topic.name.upper()}", unit.upper()),
        "KH-BCĐ",
        host.place,
        host.noi,
        host.sub,
        host.subs,
        host.bodies,
        host.lead,
        host.below,
        host.agencies,
        host.name,
        "KH-UBND",
        (("TM. BAN CHỈ ĐẠO", ("TRƯỞNG BAN",)), (None, ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"))),
        (f"UBND {kind} (báo cáo)", f"Thành viên Ban Chỉ đạo {kind}", host.told[3], host.told[4], "Lưu: VT, BCĐ"),
    )


KINDS = (
    (commune, 6),
    (district, 4),
    (province, 5),
    (so, 3),
    (phong, 2),
    (ministry, 2),
    (school, 2),
    (front, 2),
    (party, 3),
    (steering, 1),
)


def issuer_of(rng: Random, topic: Topic, issued: date, as_school: bool) -> Issuer:
    """Any issuer that existed on that day and has business with the topic."""
    if as_school:
        return school(rng, topic, issued)
    kinds = [
        (make, weight)
        for make, weight in KINDS
        if make is not school and not (make is district and age_of(issued) == "two")
    ]
    make = rng.choices([k for k, _ in kinds], [w for _, w in kinds])[0]
    return make(rng, topic, issued)
