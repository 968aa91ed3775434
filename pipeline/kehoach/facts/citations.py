"""Official documents that a text names (NĐ 30/2020, Phụ lục I, II.6.b): type, number, date, issuer, subject."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kehoach.facts.bodies import CAPITAL, name_end, opens_with_body
from kehoach.facts.cover import Cover
from kehoach.facts.dates import parse_date
from kehoach.facts.documents import (
    DATE,
    DOUBTED,
    NUMBER,
    YEAR,
    CitedDocument,
    issuer_behind,
    normal_number,
    signs_of,
    spelt_type,
    subject_behind,
    types,
)
from kehoach.facts.unnumbered import find_unnumbered
from kehoach.knowledge import alternatives, load
from kehoach.plan import Span

_LINKS = r"(?:liên tịch|hợp nhất|phối hợp|liên ngành)"


@cache
def _numbered() -> re.Pattern[str]:
    every = types()
    return re.compile(
        rf"(?<!\w)(?P<type>(?i:{every})(?:\s+{_LINKS})?)\s+(?:\([^()]{{0,20}}\)\s*)?(?:(?<!định "
        rf")của\s+(?P<of>(?:(?!\stại\s)[^,;.()]){{2,60}}?)\s+)?(?:(?:(?:(?:số|Số)\s*:?\s*)+)(?P<doubted>{DOUBTED})|"
        rf"(?:(?:số|Số)\s*:?\s*)*(?P<number>{NUMBER}))"
        rf"(?P<tail>\s*(?:\([^()]{{0,80}}\)\s*)?,?\s*(?:(?:ký|ban hành)\s+)?(?P<date>{DATE}))?"
    )


@cache
def _more() -> re.Pattern[str]:
    """Further numbers behind one type: ``các Nghị quyết số 1-NQ/TU …, số 2-NQ/TU``."""
    return re.compile(rf"\s*(?:,|;|và)\s*(?:số\s+)(?P<number>{NUMBER})(?P<tail>\s*,?\s*(?P<date>{DATE}))?")


PROPOSER = re.compile(
    rf"(?:(?:đề nghị|kiến nghị|chỉ đạo|hướng dẫn|ý kiến(?: [a-zà-ỹđ]+){{0,3}}) của|[;:])\s+"
    rf"(?P<who>(?!Xét|Theo|Căn|Thực){CAPITAL}[^.;]{{3,100}}?)\s+tại\s*$"
)


APPROVED = re.compile(
    rf"được\s+(?P<who>{CAPITAL}[^.;:,()\n]{{2,80}}?)\s+(?:phê duyệt|ban hành|thông qua)\s+(?:tại|theo)\s*(?:các\s+)?"
    r"(?:[^\W\d_]+(?: [^\W\d_]+)?:\s*)?(?:số\s+)?$"
)

#: `Ngày 15/01/2026, UBND tỉnh ban hành Kế hoạch số …`
DATED_BEFORE = re.compile(
    rf"(?:^|[.;]\s+|\n)(?P<date>{DATE}),\s+{CAPITAL}[^.;:,()\n]{{2,80}}?\s+(?:đã\s+)?ban hành\s+$", re.I
)
ISSUED = re.compile(rf"(?:^|[,;.]\s+|\n)(?P<who>{CAPITAL}[^.;:,()\n]{{2,80}}?)\s+(?:đã\s+)?(?:ban hành|có)\s+$")


def find_citations(text: str) -> list[CitedDocument]:
    """Every mention of an official document in a text, in order of appearance."""
    found = [_with_number(text, m, spelt_type(m["type"])) for m in _numbered().finditer(text)]
    for first in list(found):
        found += _siblings(text, first)
    found += _bare_numbers(text, found)
    found += find_unnumbered(text, Cover(c.span for c in found))
    found.sort(key=lambda c: c.span)
    found = _sharing_issuer(text, found)
    inside = Cover(c.subject for c in found)
    return [c for c in found if c.span[0] not in inside]


def _with_number(text: str, match: re.Match[str], kind: str) -> CitedDocument:
    end = match.end("date" if match["date"] else "number" if match["number"] else "doubted")
    issuer, end, date = issuer_behind(text, end, joint=kind.endswith("liên tịch"))
    date = parse_date(match["date"]) if match["date"] else date
    told = (match.groupdict().get("of") or "").rstrip(" :")  # `Kế hoạch của UBND tỉnh: số 8/KH-UBND`
    issuer = issuer or (told if opens_with_body(told) else None)
    return _document(text, (match.start(), end), kind, match["number"], date, issuer)


def _document(
    text: str, span: Span, kind: str, number: str | None, date: str | None, issuer: str | None
) -> CitedDocument:
    title, subject = subject_behind(text, span[1])
    if issuer is None and (proposer := PROPOSER.search(text[max(0, span[0] - 120) : span[0]])):
        issuer = proposer["who"]
    if issuer is None:
        issuer = _issuer_of_list(text, span[0], kind) or _approver(text, span[0])
    if title is None:
        title = _scheme_before(text, span[0])
    if date is None and (dated := DATED_BEFORE.search(text[max(0, span[0] - 150) : span[0]])):
        date = parse_date(dated["date"])
    number = normal_number(number) if number else None
    return CitedDocument(kind, number, date, issuer, title, text[span[0] : span[1]], span, subject)


def _issuer_of_list(text: str, at: int, kind: str) -> str | None:
    """``các Quyết định của Bộ trưởng … (số 1/…, số 2/…)``: told once, before the numbers."""
    before = text[max(0, at - 1000) : at]
    before = before[before.rfind("\n") + 1 :]
    told = re.search(rf"(?:[Cc]ác|[Nn]hững)\s+{re.escape(kind)}\s+(?:sau\s+)?của\s+(?=[^\W\d_])[^.]*$", before)
    if told is None:
        return None
    start = told.start() + told[0].index("của ") + len("của ")
    if not opens_with_body(before[start:]):
        return None
    return (
        re.split(
            r"\s*(?:\(|\s(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\s|:)",
            before[start : name_end(before, start)] + " ",
        )[0].strip(" ,:")
        or None
    )


def _approver(text: str, at: int) -> str | None:
    """``được Thủ tướng Chính phủ phê duyệt tại Quyết định số …``: who approves by a document has issued it; so has who
    is said to have (``, Công an tỉnh ban hành Kế hoạch số …``).
    """
    before = text[max(0, at - 160) : at]
    approved = APPROVED.search(before) or ISSUED.search(before)
    return approved["who"].strip() if approved and opens_with_body(approved["who"]) else None


def _scheme_before(text: str, at: int) -> str | None:
    """``Đề án “…” theo Quyết định số …``: the scheme is what the decision is about."""
    before = re.search(
        r"(?P<scheme>(?:Đề án|Dự án|Chương trình|Kế hoạch|Chiến lược|Quy "
        r"hoạch)\s+[“\"][^”\"\n]{5,250}[”\"])\s+(?:ban hành\s+)?(?:kèm\s+)?theo\s*$",
        text[max(0, at - 320) : at],
    )
    return before["scheme"] if before else None


def _siblings(text: str, first: CitedDocument) -> list[CitedDocument]:
    more, at = [], first.span[1]
    while match := _more().match(text, at):
        end = match.end("date") if match["date"] else match.end("number")
        issuer, end, date = issuer_behind(text, end)
        date = parse_date(match["date"]) if match["date"] else date
        more.append(_document(text, (match.start("number"), end), first.type, match["number"], date, issuer))
        at = end
    return more


def _sharing_issuer(text: str, found: list[CitedDocument]) -> list[CitedDocument]:
    """``Nghị quyết số 1/2024/QH15, Nghị quyết số 2/2025/QH15 của Quốc hội``: what stands last is said of both, and
    what stands first of bare numbers that go on with its list (``…; số 3/QĐ-TTg về …``).
    """
    done = list(found)
    for i in range(len(done) - 2, -1, -1):
        first, following = done[i], done[i + 1]
        if (
            first.issuer is None
            and first.number
            and following.number
            and first.type == following.type
            and re.split(r"[\d/-]+", first.number)[1:] == re.split(r"[\d/-]+", following.number)[1:]
            and re.fullmatch(r"\s*(?:,|và|,\s*và)\s*", text[first.span[1] : following.span[0]])
        ):
            shared = following.number == following.quote.split(" ")[0]  # `số 8/CĐ-UBND và 9/CĐ-UBND ngày …`
            date = following.date if shared and first.date is None else first.date
            done[i] = replace(first, issuer=following.issuer, date=date)
    for i in range(1, len(done)):
        first, following = done[i - 1], done[i]
        if (
            following.issuer is None
            and following.number == following.quote.split(" ")[0]  # no type is spelt out: the list goes on
            and first.type == following.type
            and re.search(r"(?:[;,]|\bvà)\s*(?:số\s+)?$", text[first.span[1] : following.span[0]])
            and not re.search(r"\.\s", text[first.span[1] : following.span[0]])
        ):
            done[i] = replace(following, issuer=first.issuer)
    return done


@cache
def _symbols() -> dict[str, str]:
    """The type that a symbol means where no type is spelt out: the first that has it."""
    return {s: t["name"] for t in reversed(load("documents")["type"]) for s in t.get("symbols", [])}


@cache
def _bare() -> re.Pattern[str]:
    symbols = alternatives(_symbols())
    return re.compile(
        rf"(?<![\w/-])(?:{symbols}\s+(?:số\s*:?\s*)?)?(?P<number>{NUMBER})"
        rf"(?P<tail>\s*(?:\([^()]{{0,80}}\)\s*)?,?\s*(?:(?:ký|ban hành)\s+)?(?P<date>{DATE}))?"
    )


def _bare_numbers(text: str, found: list[CitedDocument]) -> list[CitedDocument]:
    """``KH 77/KH-LT``: a number whose symbol tells the type, where no type is spelt out."""
    symbol = re.compile(rf"(?<=[\d/-]){alternatives(_symbols())}(?=[-/])")
    taken = Cover(c.span for c in found)
    return [
        _in_bracket(text, match) or _with_number(text, match, _symbols()[told[0]])
        for match in _bare().finditer(text)
        if match.start("number") not in taken and (told := symbol.search(normal_number(match["number"])))
    ]


@cache
def _before_bracket() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{types()})\s+(?P<title>(?!của\s)[^()\n;]{{5,300}}?)\s*\(\s*(?:số\s*:?\s*)?$")


def _in_bracket(text: str, match: re.Match[str]) -> CitedDocument | None:
    """``Kế hoạch phòng cháy rừng (số 5/KH-UBND ngày 2/3/2026) của Ủy ban …``: its number behind what it is about."""
    before = max(0, match.start() - 400)
    named = _before_bracket().search(text[before : match.start()])
    if named is None or text[match.end() : match.end() + 1] != ")":
        return None
    issuer, end, late = issuer_behind(text, match.end() + 1)
    date = parse_date(match["date"]) if match["date"] else late
    span = (before + named.start(), end if issuer else match.end() + 1)
    title = (before + named.start("title"), before + named.end("title"))
    number = normal_number(match["number"])
    return CitedDocument(
        spelt_type(named["type"]), number, date, issuer, named["title"], text[slice(*span)], span, title
    )


#: `Luật Trẻ em năm 2026`
YEAR_BEHIND = re.compile(rf"\s+(?:năm\s+)?{YEAR}$")


def without_years_of_plan(mentions: list[CitedDocument], year: str | None) -> list[CitedDocument]:
    """The mentions, laws without a bare year that is the plan's own or later (``phổ biến Luật Trẻ em năm 2026``)."""
    done = []
    for cited in mentions:
        if year and len(cited.date or "") == len(year) and (cited.date or "") >= year and cited.number is None:
            quote = YEAR_BEHIND.sub("", cited.quote)
            cited = replace(cited, date=None, quote=quote, span=(cited.span[0], cited.span[0] + len(quote)))
        done.append(cited)
    return done


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
                number=cited.number if first.number and first.number.isdigit() else first.number,
                date=max(first.date or "", cited.date or "", key=len) or None,
                issuer=first.issuer or cited.issuer,
                title=first.title or cited.title,
            )
    return kept


#: What a decision approves, and so its title names
OF_DECISION = frozenset(["Quy hoạch", "Chiến lược", "Đề án"])


def _is_same(first: CitedDocument, later: CitedDocument) -> bool:
    if first.date and later.date and not (first.date.startswith(later.date) or later.date.startswith(first.date)):
        return False
    if first.number and later.number:
        return signs_of(first.number) == signs_of(later.number) or (
            first.type == later.type
            and (first.number.isdigit() or later.number.isdigit())
            and signs_of(first.number)[0] == signs_of(later.number)[0]
        )
    if first.number and later.number is None and later.type in OF_DECISION:
        return _words(f"{later.type} {later.title}") <= _words(first.title or "")
    if first.type != later.type or later.number:
        return False
    if first.number and later.title is None:  # `Chỉ thị của Thủ tướng Chính phủ`, behind its number and date
        return later.issuer is not None and _words(later.issuer) <= _words(first.issuer or "")
    if first.number or _amends(first) != _amends(later):
        return _words(later.title or "") == _words(first.title or "")
    return _words(later.title or later.issuer or later.quote) <= _words(first.title or first.issuer or first.quote)


def _amends(cited: CitedDocument) -> bool:
    return (cited.title or "").casefold().startswith("sửa đổi")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - {"về", "việc", "các", "và"}
