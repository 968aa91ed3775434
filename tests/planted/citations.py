"""Citations and the preamble: which documents a plan names, how, and which of them it carries out."""

from __future__ import annotations

from datetime import date, timedelta

from .dates import between, either, slash
from .desk import Clause, Desk, low
from .facts import Citation
from .wordings.laws import LAWS, LOCAL_GOVERNMENT

PARTY_SYMBOLS = ("/TW", "/TU", "/HU", "/ĐU")


def numbered(desk: Desk, kind: str, symbol: str, day: date) -> str:
    """57-NQ/TW, 15/2018/NĐ-CP, 219/KH-UBND"""
    n = desk.rng.randrange(
        1, 60 if symbol.endswith(PARTY_SYMBOLS) or kind in ("Nghị định", "Thông tư", "Chỉ thị") else 900
    )
    text = f"{n:02d}"
    if symbol.endswith(PARTY_SYMBOLS):
        return f"{text}-{symbol}"
    return f"{text}/{day.year}/{symbol}" if kind in ("Nghị định", "Thông tư") else f"{text}/{symbol}"


def subject_of(about: str) -> str:
    for lead in ("về việc ", "về "):
        about = about.removeprefix(lead)
    return about


def cite(desk: Desk, kind: str, symbol: str, issuer: str, about: str, basis: bool, earliest: date) -> Clause:
    """Quyết định số 587/QĐ-TTg ngày 18/5/2022 của Thủ tướng Chính phủ về …"""
    day = between(desk.rng, earliest, desk.frame.issued - timedelta(days=6))
    number, issuer = numbered(desk, kind, symbol, day), desk.say(issuer)
    comma = "," if desk.chance(0.08) else ""
    quote = f"{kind} số {number}{comma} ngày {either(desk.rng, day)} của {issuer}"
    fact = Citation(kind, number, day.isoformat(), issuer, subject_of(about), basis, quote)
    joint = ", " if about.startswith("phê duyệt") and desk.chance(0.1) else " "
    alias = f" (sau đây gọi tắt là {kind} số {number.split('/')[0].split('-')[0]})" if desk.chance(0.06) else ""
    desk.cited.append(f"{kind} số {number}")
    return Clause(f"{quote}{joint}{about}{alias}", (fact,))


def law(desk: Desk, name: str, basis: bool) -> Clause:
    """Luật An toàn thực phẩm; … ngày 17/6/2010; … số 55/2010/QH12"""
    number, day = LAWS[name]
    d = date.fromisoformat(day)
    form = desk.rng.random()
    if form < 0.45:
        quote, fact_number, fact_date = f"Luật {name}", None, None
    elif form < 0.75:
        quote, fact_number, fact_date = f"Luật {name} ngày {either(desk.rng, d)}", None, day
    elif form < 0.9:
        quote, fact_number, fact_date = f"Luật {name} số {number} ngày {slash(d)}", number, day
    else:
        quote, fact_number, fact_date = f"Luật {name} số {number}", number, None
    return Clause(quote, (Citation("Luật", fact_number, fact_date, None, name, basis, quote),))


def laws_of(desk: Desk) -> list[str]:
    """The topic's laws that were in force; the fire law of 2001 gave way to that of 2024."""
    issued = desk.frame.issued.isoformat()
    known = [name for name in desk.topic.laws if LAWS[name][1] < issued and name != LOCAL_GOVERNMENT]
    if issued >= "2025-07-01":
        known = [name for name in known if name != "Phòng cháy và chữa cháy"]
        if desk.issuer.kind == "people_committee" and desk.chance(0.4):
            known.insert(0, LOCAL_GOVERNMENT)
    return known


def higher_plan(desk: Desk) -> Clause:
    """The plan of the body above on the same programme, or the Prime Minister's decision that promulgates one."""
    topic, frame = desk.topic, desk.frame
    earliest = date(frame.issued.year, 1, 2) if frame.issued.month > 2 else date(frame.issued.year - 1, 10, 1)
    earliest = min(earliest, frame.issued - timedelta(days=20))
    name = f"Phong trào thi đua “{topic.movement}”" if desk.emulation else topic.programme
    about = f"{name} {frame.khi}".strip() if not frame.khi.startswith("năm học") else name
    if desk.issuer.higher_symbol == "QĐ-TTg":
        return cite(
            desk, "Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", f"ban hành Kế hoạch {_do(desk, about)}", True, earliest
        )
    return cite(
        desk, "Kế hoạch", desk.issuer.higher_symbol, desk.issuer.higher, f"về {_do(desk, about)}", True, earliest
    )


def _do(desk: Desk, about: str) -> str:
    if desk.emulation:
        return f"tổ chức thực hiện {about}"
    return desk.rng.choice((f"thực hiện {about}", f"triển khai {about}", f"{about}"))


def national(desk: Desk, basis: bool, kinds: tuple[str, ...] | None = None) -> Clause | None:
    """A document of the Government, the Party or a ministry on the topic."""
    found = desk.take("documents", [d for d in desk.topic.documents if kinds is None or d[0] in kinds])
    if not found:
        return None
    kind, symbol, issuer, about = found
    earliest = date(2016, 1, 4) if kind not in ("Công văn", "Chỉ thị") else desk.frame.issued - timedelta(days=500)
    if desk.topic.code == "BC":
        earliest = date(2025, 6, 10)
    return cite(desk, kind, symbol, issuer, about, basis, earliest)


def regional(desk: Desk) -> Clause | None:
    """What the province's or district's Party committee or council decided."""
    issuer, topic = desk.issuer, desk.topic
    if issuer.kind in ("ministry", "school", "party", "front"):
        return None
    old = "huyện" in issuer.higher or "quận" in issuer.higher or issuer.level == "district"
    committee, symbol = ("Huyện ủy", "HU") if old else ("Tỉnh ủy", "TU")
    if "thành phố" in issuer.noi + issuer.higher:
        committee, symbol = "Thành ủy", "TU"
    earliest = desk.frame.issued - timedelta(days=700)
    form = desk.rng.random()
    if form < 0.15 and committee == "Tỉnh ủy" and " tỉnh " in issuer.name + issuer.higher:
        province = (issuer.higher if " tỉnh " in issuer.higher else issuer.name).split(" tỉnh ")[1]
        congress = f"Đại hội XIX Đảng bộ tỉnh {province}"
        quote = f"Nghị quyết {congress}"
        return Clause(quote, (Citation("Nghị quyết", None, None, congress, None, True, quote),))
    if form < 0.35:
        return cite(desk, "Chương trình hành động", f"CTr/{symbol}", committee, f"về {topic.programme}", True, earliest)
    if form < 0.65:
        boards = {"Huyện ủy": "Ban Chấp hành Đảng bộ huyện", "Tỉnh ủy": "Ban Chấp hành Đảng bộ tỉnh"}
        board = boards.get(committee, committee)
        about = f"về tăng cường lãnh đạo công tác {topic.name}"
        return cite(desk, "Nghị quyết", f"NQ/{symbol}", board, about, True, earliest)
    council = "Hội đồng nhân dân " + ("thành phố" if committee == "Thành ủy" else "huyện" if old else "tỉnh")
    return cite(desk, "Nghị quyết", "NQ-HĐND", council, "về nhiệm vụ phát triển kinh tế - xã hội", True, earliest)


def proposal(desk: Desk) -> Clause | None:
    """Theo đề nghị của Trưởng phòng Tư pháp tại Tờ trình số 15/TTr-PTP ngày …"""
    from .wordings.bodies import SYMBOLS

    lead = desk.issuer.lead
    symbol = SYMBOLS.get(lead)
    if desk.issuer.kind != "people_committee" or not symbol:
        return None
    head = f"Giám đốc {lead}" if lead.startswith("Sở") else f"Trưởng {low_room(lead)}"
    if desk.chance(0.3):
        return Clause(f"Theo đề nghị của {head}")
    day = between(desk.rng, desk.frame.issued - timedelta(days=9), desk.frame.issued - timedelta(days=1))
    number = f"{desk.rng.randrange(1, 300):02d}/TTr-{symbol}"
    quote = f"Tờ trình số {number} ngày {either(desk.rng, day)}"
    return Clause(
        f"Theo đề nghị của {head} tại {quote}",
        (Citation("Tờ trình", number, day.isoformat(), head, None, True, quote),),
    )


def low_room(name: str) -> str:
    return "phòng" + name.removeprefix("Phòng")


def preamble(desk: Desk, title: str) -> tuple[list[Clause], str | None]:
    """The opening paragraphs, and the number of the document that the plan carries out."""
    rng, found = desk.rng, [law(desk, name, True) for name in laws_of(desk) if desk.chance(0.7)][:2]
    upper = higher_plan(desk) if desk.chance(0.7) and desk.topic.code != "BC" else None
    others = [c for c in (national(desk, True) for _ in range(rng.randrange(0, 3))) if c]
    local = regional(desk) if desk.chance(0.3) else None
    said = found + others + ([local] if local else [])
    if upper:
        said.insert(rng.randrange(len(found), len(said) + 1), upper)
    running = not found and len(said) > 0 and desk.chance(0.6)
    parent = upper.facts[0].number if upper else (said[0].facts[0].number if running else None)  # type: ignore[union-attr]
    title = low(title)
    who = desk.issuer.name if desk.style.names_itself else desk.say(desk.issuer.short)
    verb = rng.choice(("ban hành Kế hoạch", "xây dựng Kế hoạch"))
    ends = rng.choice(
        (" như sau:", ", cụ thể như sau:", " với các nội dung cụ thể như sau:", ", với những nội dung chủ yếu sau:")
    )
    issue = f"{who} {verb} {title}{ends}"
    if running:
        lead = "Thực hiện " + "; ".join(c.text for c in said)
        facts = tuple(f for c in said for f in c.facts)
        if desk.chance(0.5):
            return [Clause(f"{lead}, {issue}", facts)], parent
        return [Clause(f"{lead}.", facts), Clause(issue)], parent
    lines = [Clause(f"Căn cứ {c.text}", c.facts) for c in said]
    asked = proposal(desk) if desk.chance(0.3) else None
    lines += [asked] if asked else []
    if not lines:
        aim = rng.choice(("Nhằm", "Để"))
        return [Clause(f"{aim} {low(rng.choice(desk.topic.purposes))}, {issue}")], None
    last = rng.choice((";", "."))
    ended = [Clause(c.text + (";" if n < len(lines) - 1 else last), c.facts) for n, c in enumerate(lines)]
    return [*ended, Clause(issue)], parent
