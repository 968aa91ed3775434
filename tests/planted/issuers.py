"""Who issues a plan: letterhead, level, the bodies it can charge, its superior, its signature and recipients."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from .wordings import bodies, places
from .wordings.topic import Topic


@dataclass(frozen=True)
class Issuer:
    name: str  # in full: Ủy ban nhân dân xã Kim Liên
    short: str  # as the text calls it: Ủy ban nhân dân xã
    kind: str
    level: str
    upper: str | None  # line of the superior body in the letterhead
    lines: tuple[str, ...]  # the issuer's own lines
    symbol: str  # of its plans: KH-UBND
    place: str
    noi: str  # where the plan holds: trên địa bàn xã Kim Liên
    sub: str  # unit below: thôn
    subs: tuple[int, int]  # how many of them there may be
    bodies: dict[str, str]  # function -> body
    lead: str  # the body that carries the plan
    below: str  # the units below, as bodies
    agencies: str  # all bodies of the issuer together
    higher: str  # the superior body that a higher plan comes from
    higher_symbol: str
    signs: tuple[tuple[str | None, tuple[str, ...]], ...]
    told: tuple[str, ...]  # recipients
    also: tuple[str, ...] = ()
    party: bool = False
    advises: str = ""  # whom its own bodies advise, where that is not the issuer itself

    def team(self, topic: Topic) -> list[str]:
        """The bodies that have to do with the topic, the leading one first; each once."""
        wanted = (topic.lead, *topic.allies, "finance", "home", "press")
        found = [self.lead, *(self.bodies[f] for f in wanted if f in self.bodies)]
        if len(set(found)) < 4:
            found += [b for f, b in self.bodies.items() if f != "front"]
        return [b for b in dict.fromkeys(found) if b != self.below and not b.startswith("Ủy ban Mặt trận")]


def localise(name: str, unit: str) -> str:
    """The table's name of a body for this unit: ``Công an xã`` → ``Công an phường``."""
    kind = places.kind_of(unit)
    if name in ("Tỉnh đoàn", "Huyện đoàn"):
        return {"quận": "Quận đoàn", "thị xã": "Thị đoàn", "thành phố": "Thành đoàn"}.get(kind, name)
    for standard in ("tỉnh", "huyện", "xã"):
        if name.endswith(" " + standard):
            return name[: -len(standard)] + kind
    return name


def local(table: dict[str, str], unit: str) -> dict[str, str]:
    return {function: localise(name, unit) for function, name in table.items()}


def age_of(issued: date) -> str:
    return "old" if issued < date(2025, 3, 1) else "merged" if issued < date(2025, 7, 1) else "two"


COMMITTEE = "Ủy ban nhân dân"
HEADS = (
    ("TM. ỦY BAN NHÂN DÂN", ("CHỦ TỊCH",)),
    ("TM. ỦY BAN NHÂN DÂN", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    (None, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
)


def committee_lines(rng: Random, unit: str, upper: str | None) -> tuple[str | None, tuple[str, ...]]:
    """A people's committee prints its name over two lines, or in one below its superior."""
    if upper and rng.random() < 0.5:
        return f"UBND {upper.upper()}", (f"UBND {unit.upper()}",)
    return None, ("ỦY BAN NHÂN DÂN", unit.upper())


def province(rng: Random, topic: Topic, issued: date) -> Issuer:
    age = age_of(issued)
    unit = rng.choice(list(places.OLD_UNITS if age != "two" else places.NEW_UNITS))
    kind = places.kind_of(unit)
    table = local(bodies.SO_OLD if age == "old" else bodies.SO_NEW, unit)
    city = ("các quận, huyện",) if kind == "thành phố" else ("các huyện, thành phố", "các huyện, thị xã, thành phố")
    below = "các xã, phường" if age == "two" else rng.choice(city)
    upper, lines = committee_lines(rng, unit, None)
    return Issuer(
        f"{COMMITTEE} {unit}",
        f"{COMMITTEE} {kind}",
        "people_committee",
        "province",
        upper,
        lines,
        "KH-UBND",
        places.bare(unit),
        f"trên địa bàn {unit}",
        "xã",
        (60, 170),
        table,
        table[topic.lead],
        f"{COMMITTEE} {below}",
        "Các sở, ban, ngành",
        "Thủ tướng Chính phủ",
        "QĐ-TTg",
        HEADS,
        (
            "Văn phòng Chính phủ",
            f"TT. {'Thành' if kind == 'thành phố' else 'Tỉnh'} ủy; TT. HĐND {kind}",
            f"Chủ tịch, các Phó Chủ tịch UBND {kind}",
            f"Các sở, ban, ngành, đoàn thể {kind}",
            f"UBND {below}",
            f"Cổng Thông tin điện tử {kind}",
            f"Lưu: VT, {rng.choice(('KGVX', 'NC', 'KT'))}",
        ),
    )


def district(rng: Random, topic: Topic, issued: date) -> Issuer:
    upper_unit = rng.choice(list(places.OLD_UNITS))
    unit = rng.choice(list(places.OLD_UNITS[upper_unit]))
    kind = places.kind_of(unit)
    table = local(bodies.PHONG_OLD if age_of(issued) == "old" else bodies.PHONG_MERGED, unit)
    below = "các phường" if kind == "quận" else "các xã, thị trấn" if kind == "huyện" else "các xã, phường"
    upper, lines = committee_lines(rng, unit, None)
    return Issuer(
        f"{COMMITTEE} {unit}",
        f"{COMMITTEE} {kind}",
        "people_committee",
        "district",
        upper,
        lines,
        "KH-UBND",
        places.bare(unit),
        f"trên địa bàn {unit}",
        "phường" if kind == "quận" else "xã",
        (9, 34),
        table,
        table[topic.lead],
        f"{COMMITTEE} {below}",
        f"Các phòng, ban, ngành, đoàn thể {kind}",
        f"{COMMITTEE} {upper_unit}",
        "KH-UBND",
        HEADS,
        (
            f"UBND {places.kind_of(upper_unit)} (báo cáo)",
            f"Thường trực HĐND {kind}",
            f"CT, các PCT UBND {kind}",
            f"Các phòng, ban, ngành {kind}",
            f"UBND {below}",
            "Lưu: VT",
        ),
    )


def commune(rng: Random, topic: Topic, issued: date) -> Issuer:
    two = age_of(issued) == "two"
    if two:
        top = upper_unit = rng.choice(list(places.NEW_UNITS))
        unit = rng.choice(places.NEW_UNITS[top])
        table = local(bodies.PHUONG_NEW if unit.startswith("phường") else bodies.XA_NEW, unit)
        agencies = "Các phòng chuyên môn, đơn vị trực thuộc"
    else:
        top = rng.choice(list(places.OLD_UNITS))
        upper_unit = rng.choice(list(places.OLD_UNITS[top]))
        unit = rng.choice(places.OLD_UNITS[top][upper_unit])
        table, agencies = local(bodies.XA_OLD, unit), "Các ban, ngành, đoàn thể"
    kind = places.kind_of(unit)
    sub = "khu phố" if kind in ("phường", "thị trấn", "đặc khu") else "thôn"
    upper, lines = committee_lines(rng, unit, None if two else upper_unit)
    return Issuer(
        f"{COMMITTEE} {unit}",
        f"{COMMITTEE} {kind}",
        "people_committee",
        "commune",
        upper,
        lines,
        "KH-UBND",
        places.bare(unit),
        f"trên địa bàn {unit}",
        sub,
        (6, 29),
        table,
        table[topic.lead],
        f"Trưởng các {sub}",
        f"{agencies} {kind}",
        f"{COMMITTEE} {upper_unit}",
        "KH-UBND",
        HEADS,
        (
            f"UBND {places.kind_of(upper_unit)}",
            f"Thường trực Đảng ủy, HĐND {kind}",
            f"Chủ tịch, các PCT UBND {kind}",
            f"Ủy ban MTTQ và các đoàn thể {kind}",
            f"Các {sub} {'trên địa bàn ' + kind}",
            "Lưu: VT, VP",
        ),
    )
