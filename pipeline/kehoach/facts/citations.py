"""Official documents that a text names (NĐ 30/2020, Phụ lục I, II.6.b): type, number, date, issuer, subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kehoach.alphabet import LOWER
from kehoach.facts.bodies import CAPITAL
from kehoach.facts.cover import Cover
from kehoach.facts.times import parse_date
from kehoach.knowledge import alternatives, load
from kehoach.plan import Span

_YEAR = r"(?:19|20)\d{2}"
_SYMBOL = rf"(?:{CAPITAL}[\wĐđ&]*(?:[.\-–] ?{CAPITAL}[\wĐđ&]*)*)"
#: ``587/QĐ-TTg``, ``01/2020/QĐ-UBND``, ``04-CTr/TU``, ``06/2022/QH15``, with the stray spaces that the genre has
NUMBER = (
    rf"(?:\d{{1,5}}[A-Za-z]? ?[/\-–] ?(?:{_YEAR} ?/ ?)?"
    rf"(?:QH\d{{1,2}}|UBTVQH\d{{1,2}}|{_SYMBOL}(?: ?/ ?{_SYMBOL})*(?: ?[-–] ?{_SYMBOL})*\d{{0,3}}))"
)
_DATE = (
    rf"(?:ngày\s+)?(?:\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*{_YEAR}"
    rf"|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_YEAR})"
    rf"|(?:ngày\s*)?tháng\s+\d{{1,2}}\s*(?:/|năm)\s*{_YEAR}"
)
_LINKS = r"(?:liên tịch|hợp nhất|phối hợp|liên ngành)"


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """One mention of a document. ``quote`` runs from type to date or issuer; ``subject`` is a span."""

    type: str
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    quote: str
    span: Span
    subject: Span = (0, 0)


@cache
def _types() -> str:
    """Any type of document."""
    return alternatives(t["name"] for t in load("documents")["type"])


@cache
def _numbered() -> re.Pattern[str]:
    every = _types()
    return re.compile(
        rf"(?<!\w)(?P<type>(?i:{every})(?:\s+{_LINKS})?)\s+(?:\([^()]{{0,20}}\)\s*)?(?:(?<!định "
        rf")của\s+[^,;.()]{{2,60}}?\s+)?(?P<so>(?:(?:số|Số)\s*:?\s*)+)?(?P<number>{NUMBER})"
        rf"(?P<tail>\s*(?:\([^()]{{0,80}}\)\s*)?,?\s*(?:(?:ký|ban hành)\s+)?(?P<date>{_DATE}))?"
    )


@cache
def _more() -> re.Pattern[str]:
    """Further numbers behind one type: ``các Nghị quyết số 1-NQ/TU …, số 2-NQ/TU``."""
    return re.compile(rf"\s*(?:,|;|và)\s*(?:số\s+)(?P<number>{NUMBER})(?P<tail>\s*,?\s*(?P<date>{_DATE}))?")


LONGEST_SUBJECT = 2000  # characters; a bound on the work, which no real subject reaches
ISSUER_START = re.compile(r"\s*(?:,\s*)?(?:của|do)\s+")
SUBJECT_START = re.compile(
    r"\s*,?\s*(?:\([^()]*\)\s*,?\s*)?(?:về(?:\s+việc)?|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|thực hiện|triển "
    r"khai|v/v|kết luận|Về(?:\s+việc)?|Ban hành|Phê duyệt|Quy định|Hướng dẫn)\b\s*:?\s*"
)
ISSUER_END = re.compile(
    r"\s*(?:,|;|\.(?:\s|$)|\(|\)|:|“|\"|\s(?:về|phê|ban hành|Ban hành|quy định|Quy định|hướng dẫn|Hướng dẫn|sửa đổi|"
    r"Sửa đổi|thực hiện|triển khai|tại|và|đã|để|trong|trên|cho|là|v/v|thông báo|công bố|giao|thành lập|Về|Phê|thống "
    r"nhất|cụ thể|yêu cầu|xây dựng|chỉ đạo|làm|do|khóa|kết luận|Kết luận|được)(?=[\s,]))"
)
_JOINED_ISSUER = re.compile(rf"\s+và\s+(?=(?:Sở|Bộ|Ủy ban|Uỷ ban|UBND|Ban|Hội|Đoàn|Liên)\s+{CAPITAL})")


@cache
def _next_document() -> re.Pattern[str]:
    """Where the subject of one document ends and the next document begins."""
    every = _types()
    return re.compile(rf"[;.](?:\s|$)|,\s+(?=(?:{every})\s+(?:số\s+)?\d)|\s+và\s+(?=(?:{every})\s+số\s+\d)")


def normal_number(text: str) -> str:
    """A number in the casing and spacing of the form: ``524/QĐ-Ttg`` → ``524/QĐ-TTg``, ``57- NQ/TW`` → ``57-NQ/TW``.

    Only the casing of symbols that NĐ 30/2020 and usage fix is mended: types in capitals (``CTr`` and ``QyĐ`` as they
    are) and ``TTg``.
    """
    text = re.sub(r"\s+", "", text).replace("–", "-")
    text = re.sub(r"(?i)(?<=[-/.])ttg\b", "TTg", text)
    return text.replace("QĐ.", "QĐ-")


PROPOSER = re.compile(rf"(?:đề nghị|kiến nghị) của\s+(?P<who>{CAPITAL}[^.;]{{3,100}}?)\s+tại\s*$")


def find_citations(text: str) -> list[CitedDocument]:
    """Every mention of an official document in a text, in order of appearance."""
    found = [_with_number(text, m) for m in _numbered().finditer(text)]
    for first in list(found):
        found += _siblings(text, first)
    found += _bare_numbers(text, found)
    found += _named(text, found)
    found += _told(text, found)
    found.sort(key=lambda c: c.span)
    inside = Cover(c.subject for c in found)
    return [c for c in found if c.span[0] not in inside]


def _with_number(text: str, match: re.Match[str]) -> CitedDocument:
    end = match.end("date") if match["date"] else match.end("number")
    issuer, end, date = _issuer(text, end)
    date = parse_date(match["date"]) if match["date"] else date
    return _document(text, (match.start(), end), _case(match["type"]), match["number"], date, issuer)


def _document(text: str, span: Span, kind: str, number: str, date: str | None, issuer: str | None) -> CitedDocument:
    title, subject = _subject(text, span[1])
    if issuer is None and (proposer := PROPOSER.search(text[max(0, span[0] - 120) : span[0]])):
        issuer = proposer["who"]
    if title is None:
        title = _scheme_before(text, span[0])
    return CitedDocument(kind, normal_number(number), date, issuer, title, text[span[0] : span[1]], span, subject)


def _scheme_before(text: str, at: int) -> str | None:
    """``Đề án “…” theo Quyết định số …``: the scheme is what the decision is about."""
    before = re.search(
        r"(?P<scheme>(?:Đề án|Dự án|Chương trình|Kế hoạch|Chiến lược|Quy "
        r"hoạch)\s+[“\"][^”\"\n]{5,250}[”\"])\s+(?:ban hành\s+)?(?:kèm\s+)?theo\s*$",
        text[max(0, at - 320) : at],
    )
    return before["scheme"] if before else None


def _case(kind: str) -> str:
    return kind[:1].upper() + re.sub(r"\s+", " ", kind[1:]).casefold()


def _issuer(text: str, at: int) -> tuple[str | None, int, str | None]:
    """The issuer behind ``của``, where it ends, and a date that follows it (``… của UBND tỉnh ngày …``)."""
    start = ISSUER_START.match(text, at)
    if not start:
        return None, at, None
    end = _name_end(text, start.end())
    name = text[start.end() : end].strip()
    late = re.match(rf"\s*,?\s*(?:\([^()]*\)\s*)?(?P<date>{_DATE})", text[end:]) if name else None
    date = re.search(rf"\s*(?P<date>{_DATE})$", name)
    if date:
        return name[: date.start()].strip(), end, parse_date(date["date"])
    if not name or not (name[0].isupper() or name.startswith("liên")):
        return None, at, None
    return name, end + late.end() if late else end, parse_date(late["date"]) if late else None


@cache
def _names_with_and() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(load('bodies')['fields'])}|[Bb]an [Cc]hỉ đạo(?:\s+(?:xây dựng|thực hiện|phòng|triển khai|"
        r"về)(?=\s))?|Ban hành chính)(?!\w)"
    )


def _name_end(text: str, start: int) -> int:
    """Where an issuer's name ends; a field with ``và`` or commas inside is stepped over whole."""
    fields = _names_with_and()
    at = start
    while at < len(text):
        if at > start and not text[at - 1].isalnum() and (whole := fields.match(text, at)):
            at = whole.end()
            continue
        if ISSUER_END.match(text, at) and not _JOINED_ISSUER.match(text, at):
            return at
        at += 1
    return at


def _subject(text: str, at: int) -> tuple[str | None, Span]:
    """What the document is about, from ``về việc``, ``phê duyệt`` … to the end of the clause, and its place."""
    start = SUBJECT_START.match(text, at)
    if not start:
        return None, (at, at)
    begin = (
        start.end()
        if re.match(r"\s*,?\s*(?:\(.*?\)\s*,?\s*)?(?:về|v/v)", start[0], re.IGNORECASE)
        else start.start() + len(start[0]) - len(start[0].lstrip(" ,"))
    )
    stop = _next_document()
    depth, i = 0, begin
    limit = min(len(text), begin + LONGEST_SUBJECT)
    while i < limit:
        depth += (text[i] in "“(") - (text[i] in "”)")
        if depth <= 0 and (stop.match(text, i) or text[i] == "\n"):
            break
        i += 1
    subject = re.sub(r"\s*\((?:sau đây )?(?:gọi|viết)[^()]*\)", "", text[begin:i]).strip(" ,;.")
    quoted = re.fullmatch(r"[“\"]([^“”\"]+)[”\"]", subject)
    return (quoted[1] if quoted else subject)[:400] or None, (at, i)


def _siblings(text: str, first: CitedDocument) -> list[CitedDocument]:
    more, at = [], first.span[1]
    while match := _more().match(text, at):
        end = match.end("date") if match["date"] else match.end("number")
        issuer, end, date = _issuer(text, end)
        date = parse_date(match["date"]) if match["date"] else date
        more.append(_document(text, (match.start("number"), end), first.type, match["number"], date, issuer))
        at = end
    return more


def _bare_numbers(text: str, found: list[CitedDocument]) -> list[CitedDocument]:
    """``KH 77/KH-LT``: a number whose symbol tells the type, where no type is spelt out."""
    types = {s: t["name"] for t in reversed(load("documents")["type"]) for s in t.get("symbols", [])}
    more = []
    taken = Cover(c.span for c in found)
    for match in re.finditer(rf"(?<![\w/-]){NUMBER}", text):
        if match.start() in taken:
            continue
        number = normal_number(match[0])
        symbol = re.search(
            rf"(?<=[\d/-])({'|'.join(sorted(map(re.escape, types), key=len, reverse=True))})(?=[-/])", number
        )
        if symbol:
            issuer, end, date = _issuer(text, match.end())
            more.append(
                CitedDocument(
                    types[symbol[1]], number, date, issuer, None, text[match.start() : end], (match.start(), end)
                )
            )
    return more


NAME_END = re.compile(
    r"\s+(?:(?:năm|ngày)\s+\d|hiện hành|số\s+\d|được\s|đã\s|và\s+(?=Luật|Bộ luật|Nghị|Pháp lệnh)|"
    rf"và\s+(?!(?:{CAPITAL}|[{LOWER}]+\s+(?:tố|đoàn|thực phẩm)))|quy định|có hiệu lực|của\s+(?!Quốc|công|cơ|người)|"
    r"sửa đổi|nhằm|đến|trên\s|trong\s|tại\s|theo\s|để\s|cho\s|với\s|vào\s|khi\s|thì\s)|,\s+(?=Luật|Bộ luật|Nghị|các|"
    r"Pháp|trong)|[.;:()“”\"\n]|$"
)


def _named(text: str, found: list[CitedDocument]) -> list[CitedDocument]:
    """Laws and sets of criteria by their names: ``Luật Thi đua, khen thưởng``, ``Bộ tiêu chí quốc gia về …``."""
    more = []
    taken = Cover(c.span for c in found)
    for match in re.finditer(
        rf"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh)\s+(?={CAPITAL})|(?<!\w)(?P<set>Bộ tiêu chí|Bộ chỉ số)\s+(?=\w)|"
        rf"(?<!\w)(?P<const>Hiến pháp)\s+năm\s+\d{{4}}",
        text,
    ):
        if match.start() in taken:
            continue
        end = _law_end(text, match.end()) if match["type"] else match.end()
        end = _set_end(text, match.end()) if match["set"] else end
        name = text[match.end() : end].strip(" ,")
        if match["set"] and len(name.split()) < 2:
            continue
        number = re.match(rf"\s*(?:năm\s+{_YEAR}\s*)?(?:,\s*)?(?:số\s*:?\s*)(?P<number>{NUMBER})", text[end:])
        stop = end + number.end() if number else end
        dated = re.match(rf"\s*,?\s*(?:của\s+Quốc hội\s*)?(?P<date>{_DATE})", text[stop:])
        date = parse_date(dated["date"]) if dated else None
        stop = stop + dated.end() if dated else stop
        kind = match["type"] or match["set"] or match["const"]
        code = normal_number(number["number"]) if number else None
        span = (match.start(), len(text[:stop].rstrip()))
        if name or number or match["const"]:
            more.append(CitedDocument(kind, code, date, None, name or None, text[span[0] : span[1]], span))
    return more


def _law_end(text: str, start: int) -> int:
    """Where a law's name ends; a known name with ``và`` or commas inside (``knowledge/laws.toml``) is taken whole."""
    for name in _laws():
        end = start + len(name)
        if text[start:end].casefold() == name and not text[end : end + 1].isalnum():
            return end
    match = NAME_END.search(text, start)
    return min(match.start() if match else len(text), start + 150)


@cache
def _laws() -> list[str]:
    """Names of laws in lower case, longest first."""
    return sorted((name.casefold() for name in load("laws")["names"]), key=len, reverse=True)


def _set_end(text: str, start: int) -> int:
    match = re.search(
        r"\s*(?:[.;:()\n]|,\s|\s(?:và|đã|để|được|theo|trên địa bàn|do|của (?!Chính|Thủ|người))(?=\s)|$)", text[start:]
    )
    return start + (match.start() if match else 0)


RESOLUTION = re.compile(
    r"(?<!\w)(?P<type>Nghị quyết)\s+(?P<issuer>Đại hội\s+(?:đại biểu\s+)?(?:toàn quốc\s+)?(?:Đảng bộ|đảng bộ|Đảng|"
    r"lần thứ|[IVXLC]+)[^,.;:()“\n]*)"
    r"|(?<!\w)(?P<told>(?:[Kk]ết luận|[Cc]hỉ thị|[Nn]ghị quyết|[Tt]hông báo kết luận))\s+của\s+(?P<body>(?:Ban|Bộ|"
    r"Thủ|Chính|Tỉnh|Thành|Huyện|Quốc|Hội đồng|HĐND|UBND|Ủy ban|Đảng ủy)\s?[^,.;:()“\n]*?)(?=\s+(?P<about>về)\s)"
)


def _told(text: str, found: list[CitedDocument]) -> list[CitedDocument]:
    """Documents told by issuer alone: ``Nghị quyết Đại hội Đảng bộ tỉnh …``, ``kết luận của Ban Thường vụ … về …``."""
    more = []
    taken = Cover(c.span for c in found)
    for match in RESOLUTION.finditer(text):
        if match.start() in taken:
            continue
        if match["issuer"]:
            issuer = re.sub(r"\s+(?:nhiệm kỳ|về|và|đã|trong|để|khóa|đề ra)\b.*$", "", match["issuer"]).strip()
            end = match.start("issuer") + len(issuer)
            more.append(
                CitedDocument("Nghị quyết", None, None, issuer, None, text[match.start() : end], (match.start(), end))
            )
        else:
            end = match.end("body")
            title, subject = _subject(text, end)
            more.append(
                CitedDocument(
                    _case(match["told"]),
                    None,
                    None,
                    match["body"].strip(),
                    title,
                    text[match.start() : end],
                    (match.start(), end),
                    subject,
                )
            )
    for match in re.finditer(r"(?<!\w)Đề án\s+[“\"](?P<name>[^”\"\n]{5,250})[”\"]", text):
        told = re.match(
            r"\s+(?:ban hành\s+)?(?:kèm\s+)?(?:theo|tại)\s+(?:Quyết định|Nghị quyết|Kế hoạch)\s+số",
            text[match.end() :],
        )
        if not told and match.start() not in taken:
            more.append(CitedDocument("Đề án", None, None, None, match["name"], match[0], match.span()))
    return more


def distinct(mentions: list[CitedDocument]) -> list[CitedDocument]:
    """Each document once, in order of first mention; what a first mention lacks is taken from a later one.

    Documents are one by their number; without number, when the later name is a part of the earlier.
    """
    kept: list[CitedDocument] = []
    for cited in mentions:
        at = next((i for i, first in enumerate(kept) if _is_same(first, cited)), None)
        if at is None:
            kept.append(cited)
        else:
            first = kept[at]
            kept[at] = replace(
                first,
                date=first.date or cited.date,
                issuer=first.issuer or cited.issuer,
                title=first.title or cited.title,
            )
    return kept


def _is_same(a: CitedDocument, b: CitedDocument) -> bool:
    if a.number or b.number:
        return (
            bool(a.number and b.number)
            and _bare(a.number) == _bare(b.number)
            and (a.date == b.date or not a.date or not b.date)
        )
    return a.type == b.type and _name_words(b) <= _name_words(a)


def _bare(number: str | None) -> str:
    return re.sub(r"^0+(?=\d)", "", (number or "").casefold())


def _name_words(cited: CitedDocument) -> set[str]:
    return set(re.findall(r"\w+", (cited.title or cited.issuer or cited.quote).casefold())) - {
        "về",
        "việc",
        "các",
        "và",
    }
