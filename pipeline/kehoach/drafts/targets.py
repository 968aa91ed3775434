"""Figures of the parent that count several units: the unit's own share is open, and asked.

A rate that each unit has to reach (``100% hồ sơ``) is carried. What counts districts falls away. Nothing is divided,
estimated or copied from the whole to the part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.draft import OPEN
from kehoach.drafts.points import Ask, sentence
from kehoach.drafts.scope import Scope
from kehoach.facts.quantities import Quantity, find_quantities
from kehoach.facts.targets import BASE
from kehoach.knowledge import alternatives
from kehoach.locality import Allocation
from kehoach.plan import Target

_OWN = r"(?:xã|phường|thị trấn|đặc khu|đơn vị cấp xã)"
_LOWER = r"(?:huyện|quận|thị xã|thành phố|đơn vị cấp huyện)"
_COUNTS_OWN = re.compile(rf"^\W*(?:số\s+|các\s+)?{_OWN}(?!\w)(?!\s+hội)")
_COUNTS_DISTRICT = re.compile(rf"^\W*(?:số\s+|các\s+)?{_LOWER}(?!\w)")
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng|các)\s+(?:xã|phường|địa phương|đơn vị|cơ quan|thôn)(?!\w)", re.IGNORECASE)
_AGGREGATE = re.compile(
    r"tăng trưởng|tỷ trọng|thu ngân sách|bình quân|GRDP|tổng sản phẩm|tổng vốn|kim ngạch", re.IGNORECASE
)
#: Shares of an economy are those of the whole, also behind a semicolon
_STRUCTURE = re.compile(r"^\W*[Cc]ơ cấu\s+(?:kinh tế|lao động|ngành|GRDP)", re.IGNORECASE)
#: What a territory has now: every figure of it is that of the whole
STATE = re.compile(
    r"^\W*(?:Hiện nay|Hiện tại|Hiện|Đến nay|Tính đến nay|Đến thời điểm này)"
    r"(?:\s*,|\s+(?:toàn|trên|tổng|có|cả|tỉnh|thành|đã))",
    re.IGNORECASE,
)
#: A standard that each of what is counted meets (``100% các cụm dân cư có tối thiểu 01 tủ sách``)
_OF_EACH = re.compile(
    r"100\s?%\s[^;.]*\s(?:có|được|bố trí|lắp|đạt)\s[^;.,]*?(?:tối thiểu|ít nhất|từ)?\s*$", re.IGNORECASE
)
#: A rate among so many (``7 người/100.000 dân``)
_AMONG_MANY = re.compile(r"[^\s/;,.]*\s?/\s?(?:1(?:\.?000)+|1\.?0+(?:\.000)*|vạn)\s?\w*")
_ALL_OF = re.compile(
    rf"(?:[Cc]ó\s+)?(?P<n>\d+)/(?P=n)\s+(?P<unit>{_OWN})\s*(?:\(100\s?%[^()]*\)\s*)?(?:trên địa bàn\s+(?:huyện|tỉnh|"
    rf"thành phố|quận)\s+)?(?=đạt|được|hoàn thành|có)"
)
_ALL_UNITS = re.compile(rf"(?<!\()100\s?%\s+(?:các\s+|số\s+)?{_OWN}(?:\s*,\s*{_OWN})*(?!\w)(?!\s+hội)")
#: A total of which each unit does a part (``Lấy 900 mẫu nước, trong đó mỗi xã tối thiểu 12 mẫu``)
_OWN_PART = re.compile(
    rf"(?P<start>(?:[^\d.;]*\s)?)\d[\d.]*\s+(?P<noun>\w+)(?P<what>[^\d.;]*?),?\s+trong đó,?\s+mỗi\s+{_OWN}"
    rf"(?:\s*,\s*{_OWN})*\s+(?P<own>(?:(?:tối thiểu|ít nhất|từ|là)\s+)?\d[\d.]*)\s+(?P=noun)\s*[.;]?\s*$"
)
_PART = re.compile(r"[;.]\s|,\s+(?=trong đó\s|bình quân\s|mỗi\s)")
_CLAUSE = re.compile(r"(?<=[;.])\s+(?=[^\Wa-z_]|\S)|(?=,\s+trong đó\s)")
_PREFIX = re.compile(
    r"^(?:.*?(?:phấn đấu|đến năm \d{4}|năm \d{4}\s*:|lũy kế)[^\d;]*?)(?=(?:có|đạt|thêm|ít nhất|trên|từ|khoảng|\d))",
    re.IGNORECASE,
)


#: Units of time: a span of a plan is nobody's share
_TIME = ("năm", "tháng", "quý", "tuần", "ngày", "giờ", "phút")
#: How often something is done is a standard, nobody's share (``02 lần trong năm``, ``mỗi quý 01 lần``)
_PER = r"(?:mỗi|một|hằng|hàng|trong)\s+(?:một\s+)?(?:năm|quý|tháng|tuần|ngày)(?!\w)"
_OFTEN = re.compile(rf"\s*(?:/|{_PER})", re.IGNORECASE)
_EVERY = re.compile(rf"{_PER}[^,;.\d]{{0,20}}$", re.IGNORECASE)


#: What one thing has (``mỗi lớp 30 người``), and so many out of so many (``Cứ 10 hộ thì ít nhất 5 hộ``)
_PER_ONE = re.compile(
    rf"(?:mỗi|từng)\s+(?!{alternatives(_TIME)}\s)\w+(?:\s+\w+)?\s+(?:(?:có|gồm|từ|ít nhất|tối thiểu|tổ chức)\s+)*$|"
    r"(?:^|[.;:]\s+)cứ\s[^.;]*$",
    re.IGNORECASE,
)


#: What there is before a change, without its unit (``từ 15 lên 40 kỹ thuật viên``)
_BASE = re.compile(r"(?<!\w)từ\s+(?P<figure>\d[\d.,]*)\s+(?:xuống|lên)(?:\s+(?:còn|dưới|trên|ít nhất|tối thiểu))*\s+$")
_FROM = re.compile(r"(?<!\w)từ\s+$", re.IGNORECASE)
#: From a figure to the bracket that details it
_BEFORE_BRACKET = re.compile(r"(?:\s+[^\s,;.:]+){0,5}\s*")
_THERE_IS = re.compile(r"\(hiện (?:nay )?có\s+$")
#: Of things that are counted the scale is open too; of money it is the unit
_SCALE = r"(?:triệu|nghìn|ngàn|vạn|tỷ|tỉ)(?!\w)(?!\s+(?:đồng|USD|đô))"
#: The unit above looks into a share of the units (``Kiểm tra tại ít nhất 30% số xã, phường``)
_INSPECTS = re.compile(
    rf"(?:Thanh tra|Kiểm tra|Giám sát|Khảo sát|Phúc tra)(?!\w)[^;.]*\s(?:tại|đối với)\s"
    rf"[^;.]*\d\s?%\s+(?:số\s+)?(?:các\s+)?{_OWN}"
)
#: What details the units that the clause before counts
_OF_WHICH = re.compile(r"^,?\s*trong đó,?\s+(?:có\s+)?\D{0,20}\d+\s+(?:đơn vị|địa phương|nơi)(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class OwnTargets:
    """A text with the unit's own targets; ``rule`` is None where nothing changed, ``text`` empty where nothing is
    left.
    """

    text: str
    rule: str | None = None
    asks: list[Ask] = field(default_factory=list)
    note: str | None = None


def own_targets(
    text: str, targets: list[Target], scope: Scope, allocations: list[Allocation], *, addressed: bool
) -> OwnTargets:
    """Carry the targets of a block. ``addressed`` tells that the block speaks to units of the draft's level."""
    if scope.department:
        return OwnTargets(text)
    if own_part := _OWN_PART.match(text):
        start, figure = own_part["start"], own_part["own"].strip()
        head = start + figure if start.strip() else sentence(figure)
        note = f"Mức của mỗi đơn vị thay cho tổng số của cả {scope.whole}."
        return OwnTargets(f"{head} {own_part['noun']}{own_part['what'].rstrip(' ,')}.", "all_units", note=note)
    if (all_of := _ALL_OF.match(text)) and all_of["unit"] != scope.kind:
        return OwnTargets("", "other_units", note=f"Chỉ tiêu của {all_of['unit']}.")
    if aim := _aim_above(text, scope):
        return OwnTargets(aim, "contribution", note=f"Mục tiêu của cả {scope.whole}: đơn vị góp phần.")
    every = _ALL_UNITS.sub(scope.kind, _ALL_OF.sub(f"{scope.kind} ", text) if all_of else text)
    if every != text:
        every = every[:1].upper() + every[1:]
        return OwnTargets(every, "all_units", note="Chỉ tiêu cho mọi đơn vị cấp xã, nên là của xã.")
    if any(_level(q, text) for q in find_quantities(text)):
        return _own_state(text, scope, allocations)
    shared = len(_PART.split(text)) > 1  # a total may stand beside what each unit does
    if addressed or not targets or (_EACH.search(text) and not shared):
        return OwnTargets(text)
    return _own_figures(text, targets, scope, allocations)


def _aim_above(text: str, scope: Scope) -> str | None:
    """What the whole unit above is to become: the unit helps (``Góp phần xây dựng huyện … đạt chuẩn``)."""
    if re.match(rf"{scope.upper_words}\s+(?:đạt|được công nhận|hoàn thành)", text, re.IGNORECASE):
        return f"Góp phần xây dựng {text[:1].lower()}{text[1:]}"
    if re.match(rf"(?:{scope.upper_words}|{re.escape(scope.upper_name) or '(?!)'})\s+trở thành\s", text, re.IGNORECASE):
        return (
            f"Góp phần đưa {text}"
            if text[:1].isupper() and text.startswith(scope.upper_name)
            else f"Góp phần đưa {text[:1].lower()}{text[1:]}"
        )
    place = rf"(?:{scope.upper_words}|{re.escape(scope.upper_name) or '(?!)'})"
    when = r"(?P<when>(?:đến\s+)?(?:hết\s+)?năm \d{4},?\s+)?"
    inside = rf"(?<!\w)(?P<verb>[Pp])hấn đấu\s+{when}(?P<who>{place})\s+(?=(?:nằm|thuộc|đứng|lọt|vào|trở thành|là)\s)"
    ranked = rf"(?<!\w)(?P<verb>[Pp])hấn đấu\s+(?=[^;.]*\scủa\s+{place}\s+(?:xếp|nằm|đứng|lọt|thuộc)\s)"
    if re.search(ranked, text):
        return re.sub(ranked, lambda m: f"{'Góp' if m['verb'] == 'P' else 'góp'} phần để ", text)
    if re.search(inside, text):
        return re.sub(
            inside,
            lambda m: (
                f"{'Góp' if m['verb'] == 'P' else 'góp'} phần để {m['when'] or ''}{_unit_above(m['who'], scope)} "
            ),
            text,
        )
    if re.match(rf"Đạt\s+(?:các\s+)?tiêu chí\s+(?:\([^()]*\)\s+)?{scope.upper_words}\s", text):
        return f"Góp phần {text[:1].lower()}{text[1:]}"
    return None


def _unit_above(name: str, scope: Scope) -> str:
    """``tỉnh Mây Trắng``, also where the parent says the bare name."""
    return f"{scope.upper[0]} {name}" if name == scope.upper_name else name


def _level(quantity: Quantity, text: str) -> str | None:
    """Which units a figure counts: ``own``, ``district`` or none."""
    after = (
        text[quantity.figure[1] - len(quantity.unit or "") : quantity.figure[1] + 40]
        if quantity.unit and not quantity.unit.startswith("%")
        else text[quantity.figure[1] :]
    )
    after = re.sub(r"^\s*%?\s*", "", after)
    if _COUNTS_DISTRICT.match(after):
        return "district"
    return "own" if _COUNTS_OWN.match(after) else None


def _own_state(text: str, scope: Scope, allocations: list[Allocation]) -> OwnTargets:
    """Counts of units: one open place for what the unit itself is to reach, with the states of the parent to choose
    from.
    """
    kept: list[str] = []
    options: list[str] = []
    opened: str | None = None
    for clause in filter(None, (c.strip() for c in _CLAUSE.split(text))):
        levels = [(q, _level(q, clause)) for q in find_quantities(clause)]
        if not any(level for _, level in levels):
            if opened is not None and _OF_WHICH.match(clause):
                continue
            if kept or not clause.startswith(","):
                kept.append(clause)
            continue
        if _INSPECTS.match(clause):
            continue
        states = [
            s for q, level in levels if level == "own" and not _bracketed(clause, q) and (s := _state(clause, q, scope))
        ]
        options += [s for s in states if s not in options]
        if states and opened is None:
            opened = _opening(text)
            kept.append(f"{opened}{OPEN}.")
    if opened is None and not options:
        return OwnTargets(sentence(" ".join(kept).strip(" ,")), "other_units", note="Chỉ tiêu đếm đơn vị của cấp khác.")
    given = next((a for a in allocations if a.parent.casefold() in text.casefold()), None)
    result = sentence(" ".join(kept))
    if given:
        return OwnTargets(result.replace(OPEN, given.text.rstrip(".")), "allocated", note="Theo hồ sơ địa phương.")
    ask = Ask(
        "target",
        f"Kế hoạch cấp trên đếm số đơn vị của cả {scope.whole}. Ghi mức của {scope.kind}, hoặc bỏ chỉ tiêu này.",
        text,
        options[:6],
    )
    return OwnTargets(result, "own_share", [ask])


def _opening(text: str) -> str:
    """The words before the first figure (``Đến năm 2025, toàn xã phấn đấu``)."""
    match = _PREFIX.match(text)
    return match[0] if match else ""


def _state(clause: str, quantity: Quantity, scope: Scope) -> str | None:
    """What a counted unit is to be: ``xã đạt chuẩn nông thôn mới``."""
    match = re.match(
        rf"\s*(?:{_OWN}\s+)?(?:\([^()]*\)\s*)?(?:trên địa bàn\s+\w+\s+)?(?P<state>(?!\s*(?:và|có thêm|,|"
        rf"\()\s)(?:“[^”]*”|[^,;.(\d“])+)",
        clause[quantity.figure[1] :],
    )
    if not match:
        return None
    state = re.sub(rf"^(?:số\s+)?{_OWN}\s+", "", match["state"].strip())
    state = re.sub(r"\s+(?:và|hoặc|trong đó)$", "", state)
    return f"{scope.kind} {state}" if len(state) > 3 else None


def _bracketed(text: str, quantity: Quantity) -> bool:
    return text.count("(", 0, quantity.figure[0]) > text.count(")", 0, quantity.figure[0])


def _own_figures(text: str, targets: list[Target], scope: Scope, allocations: list[Allocation]) -> OwnTargets:
    """Totals and averages of the whole become open; rates that hold for each unit stay."""
    asks: list[Ask] = []
    out, at, filled = [], 0, False
    quantities = find_quantities(text)
    totals = [q for q in quantities if _is_total(q, text, targets, scope)]
    counted = {_noun(q.unit) for q in totals if q.unit}
    for quantity in quantities:
        clause = clause_around(text, quantity.figure[0])
        part = quantity not in totals
        if quantity.figure[0] < at or (part and not _is_part(quantity, text, totals, counted, scope)):
            continue
        ask = Ask("target", f"Con số của cả {scope.whole}; ghi con số của {scope.kind}.", clause)
        given = None if part else next((a for a in allocations if a.parent.casefold() in clause.casefold()), None)
        figure = text[quantity.figure[0] : quantity.figure[1]]
        number = re.match(rf"(?:[\d.,\s/–—-]+\d|\d+)(?:\s+(?:{_SCALE}))?", figure)
        before = text[at : quantity.figure[0]]
        if not part and (base := _BASE.search(before)):  # `từ 15 lên 40 kỹ thuật viên`
            before = f"{before[: base.start('figure')]}{OPEN}{before[base.end('figure') :]}"
            asks.append(ask)
        out += [before, given.text if given else OPEN]
        at = quantity.figure[0] + (number.end() if number else len(figure))
        filled = filled or given is not None
        if given is None:
            asks.append(ask)
    out.append(text[at:])
    rule = "own_share" if asks else "allocated" if filled else None
    return OwnTargets("".join(out), rule, asks)


def _is_total(quantity: Quantity, text: str, targets: list[Target], scope: Scope) -> bool:
    """Is a figure one of the targets, and the whole's: no rate that each unit reaches, no standard, no others'?"""
    told = any(t.value is not None and abs(t.value - quantity.value) < 1e-9 for t in targets)
    clause = clause_around(text, quantity.figure[0])
    in_words = not any(c.isdigit() for c in text[slice(*quantity.figure)])  # `hai phần ba số trạm`: a rate
    if not told or in_words or _of_others(clause, scope):
        return False
    state = STATE.match(clause) is not None
    economy = _STRUCTURE.match(text) is not None or _AGGREGATE.search(clause) is not None
    rate = (quantity.unit or "").startswith("%") and not (state or economy)
    return not (rate or _is_standard(text, quantity) or (_bracketed(text, quantity) and not state))


def _is_part(quantity: Quantity, text: str, totals: list[Quantity], counted: set[str], scope: Scope) -> bool:
    """Does a figure detail a total: of the same unit (``620 tấn, trong đó nông nghiệp 430 tấn``), or in the bracket
    behind it (``33.250 người (35%)``)? So does what there is now (``(hiện có 418 người)``, ``từ 38% lên trên 75%``).
    """
    start = quantity.figure[0]
    if quantity.unit is None or _of_others(clause_around(text, start), scope):
        return False
    if _THERE_IS.search(text[:start]) or (_FROM.search(text[:start]) and BASE.match(text, quantity.figure[1])):
        return True
    if _bracketed(text, quantity):
        opens = text.rfind("(", 0, start)
        whole = next((q.figure[1] for q in reversed(totals) if q.figure[1] <= opens), None)
        if whole is not None and _BEFORE_BRACKET.fullmatch(text, whole, opens):
            return quantity.unit != "lần"
    if quantity.unit.startswith("%") or _noun(quantity.unit) not in counted:
        return False
    return not _is_standard(text, quantity)


def _noun(unit: str) -> str:
    """What a unit counts, without its scale and what narrows it: ``lượt`` of ``nghìn lượt hội viên``."""
    return re.sub(rf"^{_SCALE}\s+|(?<=\w)\s[^/]*", "", unit)


def _is_standard(text: str, quantity: Quantity) -> bool:
    """Is a figure the same for each unit: how often, for how long, of each, among so many?"""
    if (quantity.unit or "").casefold() in _TIME or _frequency(text, quantity):
        return True
    start, end = quantity.figure
    number = re.match(r"[\d.,\s/–—-]+\d|\d+", text[start:end])
    if _PER_ONE.search(text[:start]):
        return True
    if _AMONG_MANY.match(text[start + (number.end() if number else 0) :].lstrip()):
        return True
    first, last = _part_around(text, start)
    each = (m for m in _EACH.finditer(text, first, last) if _acts_each(text, m, start))
    return any(each) or _OF_EACH.search(text[:start]) is not None


def _acts_each(text: str, each: re.Match[str], figure: int) -> bool:
    """Are they those who do it (``mỗi xã``, ``các xã trồng …``), not where or whose it is (``ở các xã ven biển``)?"""
    if not each[0].casefold().startswith("các"):
        return True
    return each.start() < figure and re.search(r"(?:ở|tại|của|cho|với|thuộc)\s+$", text[: each.start()]) is None


def _part_around(text: str, at: int) -> tuple[int, int]:
    """The part of a sentence that holds a place, up to ``trong đó`` or ``bình quân``."""
    start = max((m.end() for m in _PART.finditer(text) if m.end() <= at), default=0)
    end = next((m.start() for m in _PART.finditer(text) if m.start() > at), len(text))
    return start, end


def _of_others(clause: str, scope: Scope) -> bool:
    """Does a clause say that its figures are the country's, or those of a province that is not the parent's?"""
    if scope.central and re.search(r"(?<!\w)(?:quốc gia|cả nước|toàn quốc)(?!\w)", clause):
        return True
    where = re.search(r"(?<!\w)(?:tại|ở)\s+(?:tỉnh|[Tt]hành phố)\s+(?P<name>[A-ZĐ]\w*(?:\s[A-ZĐ]\w*)*)", clause)
    return where is not None and where["name"] != scope.upper_name


def _frequency(text: str, quantity: Quantity) -> bool:
    """Does a figure tell how often, and not how much (``48 mẫu/năm``)?"""
    unit, (start, end) = (quantity.unit or "").casefold(), quantity.figure
    told = _OFTEN.match(text, end) is not None or _EVERY.search(text[:start]) is not None
    return unit.split("/")[0] in ("lần", *_TIME) if "/" in unit else unit == "lần" and told


def clause_around(text: str, at: int) -> str:
    """The clause between semicolons and full stops that holds a place."""
    start = max((m.end() for m in re.finditer(r"[;.]\s", text[:at])), default=0)
    end = re.search(r"[;.](?:\s|$)", text[at:])
    return text[start : at + end.start() if end else len(text)].strip()
