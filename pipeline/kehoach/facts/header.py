"""Letterhead and title → header: issuer, number, place and date, title, movement, period, parent, promulgation."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile

from kehoach.alphabet import LOWER, UPPER
from kehoach.facts.dates import parse_date
from kehoach.facts.documents import NUMBER, CitedDocument, normal_number
from kehoach.facts.issuer import find_issuer
from kehoach.facts.period import find_period
from kehoach.facts.reading import is_section
from kehoach.knowledge.names import mended_place
from kehoach.outline import Line, Outline
from kehoach.outline.types import known_type
from kehoach.plan import Block, Header, Promulgation, Span

NUMBER_LINE = re.compile(rf"^\W*Số\s*:?\s*(?P<number>{NUMBER})?", re.IGNORECASE)
ONLY_ITS_WORD = re.compile(r"\W*Số\s*:\s*", re.IGNORECASE)  # the number stands below
PLACE_DATE = re.compile(
    rf"(?P<place>[{UPPER}][^,/\d]{{1,40}}?(?:\s\d{{1,2}})?)\s*,\s*(?P<date>ngày\s*[\dlIO.…_ ]*\s*tháng\s*[\dlIO.…_ "
    r"]*\s*năm\s*[\dlIO.…_ ]*|ngày\s+[\d/]+)",
    re.IGNORECASE,
)
MARKS = re.compile(r"^\W*(TUYỆT MẬT|TỐI MẬT|MẬT|HỎA TỐC(?: HẸN GIỜ)?|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)\W*$")
QUOTED = re.compile(r"[“\"]([^“”\"]{8,300})[”\"]")
#: What is quoted behind it is the title of a document: `Chỉ thị số 5-CT/TU về “…”`
TITLE_OF_DOCUMENT = re.compile(r"[Vv]ề\s|VỀ\s")  # `Chỉ thị số 5-CT/TU “về …”`
OF_DOCUMENT = re.compile(
    rf"(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Thông tư|Nghị định|Luật|Quy định|Hướng dẫn|Công văn|Thông báo)"
    rf"(?:\s+số\s+{NUMBER})?(?:\s+(?:của|ngày)\s[^“”\",;]{{1,80}}?)?(?:\s+về(?:\s+việc)?)?\s*$",
    re.IGNORECASE,
)
ATTACHED = re.compile(
    rf"(?P<type>Quyết định|Nghị quyết|Kế hoạch|Công văn|Tờ trình)\s+(?:số\s*:?\s*)?(?P<number>{NUMBER})?(?P<rest>.*)",
    re.IGNORECASE,
)
THEME = re.compile(
    r"Chủ đề(?:\s+(?:của\s+)?(?:đợt\s+)?(?:thi đua|phong trào|phát động|chung|hoạt động))*\s*(?::\s*|$)",
    re.IGNORECASE,
)
SERVED = re.compile(
    r"phong trào|cuộc vận động|chương trình|đề án|đợt thi đua|tháng|chủ đề|chiến dịch|thi đua", re.IGNORECASE
)


def find_header(parts: Outline, citations: list[CitedDocument]) -> Header:
    """The header of a plan; what its own head lacks is taken from the decision that promulgates it."""
    header = Header()
    spans: dict[str, Span] = {}
    if parts.document_type:
        printed = parts.document_type.text.strip(" :.")
        header.document_type = (known_type(printed) or printed).capitalize()
        spans["document_type"] = parts.document_type.span
    if parts.title:
        header.title = parts.title.text.strip().rstrip(".")
        spans["title"] = (parts.title.span[0], parts.title.span[0] + len(header.title))
    _numbers(header, spans, parts)
    header.marks = [_mark(m[1]) for line in _head_lines(parts) if (m := MARKS.match(line.text))]
    header.issuer, place = find_issuer(parts, header.date)
    if place:
        spans["issuer"] = place
    header.movement, found = _movement(parts)
    if found:
        spans["movement"] = found
    header.period = find_period(parts, header.date)
    header.parent = _parent(parts, citations)
    header.spans = spans
    return header


def _mark(printed: str) -> str:
    """``HỎA TỐC`` → ``Hỏa tốc``, in one spelling."""
    return printed.capitalize().replace("Hoả", "Hỏa")


def _head_lines(parts: Outline) -> list[Line]:
    return (parts.decision.letterhead if parts.decision else []) + parts.letterhead


def _numbers(header: Header, spans: dict[str, Span], parts: Outline) -> None:
    own = _number_date(parts.letterhead)
    ruling = _number_date(parts.decision.letterhead) if parts.decision else {}
    for field in ("number", "place", "date"):
        value = own.get(field) or ruling.get(field)
        if value:
            setattr(header, field, mended_place(value[0]) if field == "place" and parts.scanned else value[0])
            spans[field] = value[1]
    if parts.decision:
        number, day = ruling.get("number"), ruling.get("date")
        header.promulgated_by = Promulgation(
            type=parts.decision.document_type.text.strip(" :.").capitalize(),
            number=number[0] if number else None,
            date=day[0] if day else None,
        )
    for line in parts.notes:
        told = ATTACHED.search(line.text)
        if told and re.search(r"kèm theo|phê duyệt", line.text, re.IGNORECASE):
            number_text, when = told["number"], parse_date(told["rest"])
            if header.promulgated_by is None:
                header.promulgated_by = Promulgation(
                    type=told["type"].capitalize(),
                    number=normal_number(number_text) if number_text else None,
                    date=when,
                )
            if parts.decision or header.promulgated_by.type != "Nghị quyết":  # others have several plans
                _complete(header, spans, line, number_text, when)


def _complete(header: Header, spans: dict[str, Span], line: Line, number: str | None, when: str | None) -> None:
    """``(Kèm theo Quyết định số … ngày …)`` tells number and date that the letterhead lacks."""
    own = header.promulgated_by
    if own and number and own.number is None:
        own.number = normal_number(number)
    if own and when and (own.date is None or len(own.date) < len(when)):
        own.date = when
    if number and header.number is None:
        header.number = normal_number(number)
        at = line.span[0] + line.text.index(number)
        spans["number"] = (at, at + len(number))
    if when and header.date is None:
        header.date = when
        spans["date"] = line.span


#: What the left column has on the line of the place: the number, capitals of the issuer
LEFT_OF_PLACE = re.compile(
    rf"^.*?(?:Hạnh phúc|KH\s?-\s?\S+|\s{{3,}}|\t|^(?!TP\b)(?:[{UPPER}]{{2,}}\s+)+(?=[{UPPER}]\w*[{LOWER}]))\s*"
)


def _number_date(lines: list[Line]) -> dict[str, tuple[str, Span]]:
    found: dict[str, tuple[str, Span]] = {}
    for line, behind in pairwise([*lines, *lines[-1:]]):
        number = NUMBER_LINE.search(line.text)
        below = behind.text.strip() if ONLY_ITS_WORD.fullmatch(line.text) else ""
        if "number" not in found and re.fullmatch(NUMBER, below):
            found["number"] = (normal_number(below), behind.span)
        if number and number["number"] and "number" not in found:
            found["number"] = (
                normal_number(number["number"]),
                (line.span[0] + number.start("number"), line.span[0] + number.end("number")),
            )
        place = PLACE_DATE.search(line.text)
        if place and "place" not in found:
            name = LEFT_OF_PLACE.sub("", place["place"]).strip()
            at = line.span[0] + place.end("place") - len(name)
            found["place"] = (name, (at, at + len(name)))
            day = parse_date(place["date"])
            if day:
                found["date"] = (
                    day,
                    (line.span[0] + place.start("date"), line.span[0] + len(line.text[: place.end("date")].rstrip())),
                )
    return found


def _preamble(parts: Outline) -> list[Block]:
    return list(takewhile(lambda block: not is_section(block), parts.blocks))


def _movement(parts: Outline) -> tuple[str | None, Span | None]:
    """The quoted name that the plan serves: in the title, else one of the preamble that the title repeats."""
    if not parts.title:
        return None, None
    title = parts.title.text
    quotes = [
        match
        for match in QUOTED.finditer(title)
        if not (OF_DOCUMENT.search(title[: match.start()]) or TITLE_OF_DOCUMENT.match(match[1]))
    ]
    for match in quotes:
        if SERVED.search(title[: match.start()]) or len(quotes) == 1:
            return match[1].strip(), (parts.title.span[0] + match.start(1), parts.title.span[0] + match.end(1))
    folded = title.casefold()
    for block in _preamble(parts):
        for match in QUOTED.finditer(block.text):
            if match[1].casefold().strip() in folded:
                return match[1].strip(), (block.span[0] + match.start(1), block.span[0] + match.end(1))
    return _theme(parts.blocks)


def _theme(blocks: list[Block]) -> tuple[str | None, Span | None]:
    """``1. Chủ đề thi đua: “…”``, in one block or in the next: the name of a drive whose title has none."""
    for block, following in pairwise([*blocks, *blocks[-1:]]):
        if not (told := THEME.match(block.text)):
            continue
        holder = block if told.end() < len(block.text) else following
        quoted = QUOTED.match(holder.text, told.end() if holder is block else 0)
        if quoted and not holder.text[quoted.end() :].strip(" ."):
            return quoted[1].strip(), (holder.span[0] + quoted.start(1), holder.span[0] + quoted.end(1))
    return None, None


_CARRY = r"(?:thực hiện|triển khai|thi hành|cụ thể h(?:óa|oá)|quán triệt|hưởng ứng)"
#: The plan says that it carries out what is named: a paragraph that begins so, or a plan to do so
CARRIES_OUT = re.compile(
    rf"(?:[-–]\s*)?(?:(?:Để|Nhằm|Tiếp tục)\s+(?:(?:tiếp tục|tổ chức|kịp thời|chủ động)\s+)*)?{_CARRY}\b", re.IGNORECASE
)
CARRYING = re.compile(rf"[Kk]ế hoạch\s+(?:[^\W\d_]+\s+){{0,3}}?{_CARRY}\s+(?:[^\W\d_]+\s+){{0,4}}?$")
APPROVES = re.compile(
    r"(?:việc\s+)?(?:phê duyệt|ban hành)\s+(?P<what>(?:Quy hoạch|Chương trình|Đề án|Dự án|Chiến lược)\s.+)", re.DOTALL
)
PLAN_ISSUED = re.compile(r"^(?:việc\s+)?ban hành\s+(?:kèm theo\s+)?(?:Quyết định\s+\w+\s+)?[“\"]?[Kk]ế hoạch")


def _parent(parts: Outline, citations: list[CitedDocument]) -> str | None:
    """The document that the plan carries out (GUIDELINES, ``header.parent``)."""
    preamble = _preamble(parts)
    end = preamble[-1].span[1] if preamble else 0
    start = preamble[0].span[0] if preamble else 0
    bases = [c for c in citations if start <= c.span[0] < end and c.number]
    own = _words(parts.title.text if parts.title else "")
    plans = [c for c in bases if c.type.startswith("Kế hoạch") or PLAN_ISSUED.search(c.title or "")]
    fitting = [c for c in plans if not c.title or _shares(own, _words(c.title))]
    if plans:
        return (fitting or sorted(plans, key=lambda c: not c.type.startswith("Kế hoạch")))[0].number
    named = re.findall(rf"số\s*:?\s*({NUMBER})", parts.title.text if parts.title else "", re.IGNORECASE)
    if named:
        known = [_as_cited(normal_number(number), citations) for number in named]
        issued = [c.number for c in citations if c.number in known and PLAN_ISSUED.search(c.title or "")]
        return (issued or known)[0]
    for block in preamble:
        inside = [c for c in bases if block.span[0] <= c.span[0] < block.span[1]]
        if not CARRIES_OUT.match(block.text):  # `… ban hành Kế hoạch thực hiện Chỉ thị số …`
            inside = [c for c in inside if CARRYING.search(block.text[: c.span[0] - block.span[0]])]
        if inside:
            return inside[0].number
    body = next((block.span[0] for block in parts.blocks if is_section(block)), 0)
    return next((c.number for c in citations if c.number and c.span[0] < body and _approves(c.title, own)), None)


def _approves(title: str | None, own: Counter[str]) -> bool:
    """Does a document approve what the plan's title says that it carries out (``… phê duyệt Quy hoạch …``)?"""
    approved = APPROVES.match(title or "")
    words = _words(approved["what"]) if approved else Counter()
    return len(words) > 1 and not words - own


def _as_cited(number: str, citations: list[CitedDocument]) -> str:
    """The casing of a number that the title has in capitals, as the text cites it."""
    return next((c.number for c in citations if c.number and c.number.casefold() == number.casefold()), number)


COMMON = frozenset(
    [
        "kế",
        "hoạch",
        "thực",
        "hiện",
        "triển",
        "khai",
        "tổ",
        "chức",
        "về",
        "việc",
        "ban",
        "hành",
        "của",
        "trên",
        "địa",
        "bàn",
        "tỉnh",
        "thành",
        "phố",
        "huyện",
        "xã",
        "phường",
        "năm",
        "giai",
        "đoạn",
        "và",
        "các",
        "số",
        "đến",
        "công",
        "tác",
        "phát",
        "động",
        "xây",
        "dựng",
        "việt",
        "nam",
        "ủy",
        "ban",
        "nhân",
        "dân",
        "theo",
        "nghị",
        "quyết",
        "quyết",
        "định",
        "chương",
        "trình",
    ]
)


def _words(text: str) -> Counter[str]:
    return Counter(w for w in re.findall(r"\w+", text.casefold()) if w not in COMMON and not w.isdigit())


def _shares(own: Counter[str], other: Counter[str]) -> bool:
    """Do two titles speak of the same matter: is nearly half of the shorter one's words common?"""
    common = sum((own & other).values())
    return common >= 2 and common >= 0.45 * min(sum(own.values()), sum(other.values()))
