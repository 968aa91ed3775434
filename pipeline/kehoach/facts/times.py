"""Time expressions (FACTS 7.2): days, deadlines, periods and what recurs, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kehoach.facts.dates import QUARTERS, YEAR, iso, parse_date
from kehoach.plan import Recurrence, Span, TimeKind

DASH = r"\s*[-–—]\s*"
_FULL = (
    rf"(?:(?:ngày\s+)?\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*{YEAR}"
    rf"|(?:ngày\s+|(?<!\btuần )(?<!\btuần thứ ))\d{{1,2}}\s+tháng\s+\d{{1,2}}\s*(?:năm\s+|/\s*){YEAR})"
)
_MONTH = rf"tháng\s+\d{{1,2}}\s*(?:/\s*|\s*-\s*|năm\s+){YEAR}"
_QUARTER = rf"quý\s+(?:IV|I{{1,3}}|[1-4])(?:\s*(?:/\s*|năm\s+|-\s*){YEAR})?"
_HALF = rf"(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+{YEAR})?"
_DAY = r"(?:ngày\s+\d{1,2}\s*/\s*\d{1,2}(?!\s*/\s*\d)|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?!\d))"
_BARE_MONTH = r"tháng\s+\d{1,2}(?![\d/])"
_YEARS = rf"năm\s+{YEAR}(?!\s*[-–]\s*\d)"
#: A day or month with letters in its figures (`ngày l5/10/2026`): a time of which nobody knows the date
_D = r"(?-i:[\dlIOoSB]{1,2})"
_DOUBTED = (
    rf"(?:ngày\s+)?(?-i:(?=[\d/]*[lIOoSB])){_D}/{_D}/(?-i:[12lI][\dlIO]{{3}})|"
    rf"ngày\s+(?-i:(?=\d?[lIOoSB])){_D}\s+tháng\s+{_D}\s+năm\s+{YEAR}|tháng\s+(?-i:(?=\d?[lIO])){_D}/{YEAR}"
)
POINT = rf"(?:{_DOUBTED}|{_FULL}|{_DAY}|{_MONTH}|{_QUARTER}|{_HALF}|{_YEARS}|{_BARE_MONTH})"
EVERY = r"(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)"

RANGE = re.compile(
    rf"(?<!\w)(?:(?:(?:trong|cho|của)\s+)?(?:giai đoạn|thời kỳ|các năm|năm)\s+(?P<y1>{YEAR}){DASH}(?P<y2>{YEAR})"
    r"(?P<on>\s+và\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau))?"
    rf"|(?:kể\s+)?từ\s+(?P<from>{POINT}|ngày\s+\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?![/\d])|\d{{1,2}}(?=\s*(?:đến|tới|-|–)\s*\d{{1,2}}/\d{{1,2}}/{YEAR})|năm\s+{YEAR}|tháng\s+\d{{1,2}})\s*(?:,\s*)?(?:đến|tới|"
    rf"{DASH.strip()})\s*(?:hết\s+)?(?:ngày\s+[^\d,.;]{{3,20}}\s+)?"
    rf"(?:\d{{1,2}}\s*(?:giờ|h|g)\s*(?:\d{{1,2}}\s*(?:phút)?)?\s*,?\s*)?(?P<to>{POINT}|{YEAR})"
    r"(?P<further>\s+và\s+(?:(?:các|những)\s+năm\s+)?tiếp theo)?)",
    re.IGNORECASE,
)
#: Days, months or quarters side by side: `ngày 10 - 15/8/2026`, `tháng 3, 4 năm 2026`, `Quý II - Quý III/2026`
_NUMBER = r"(?:IV|I{1,3}|\d{1,2})"
SPREAD = re.compile(
    rf"(?<!\w)(?<!trước )(?:(?:từ|trong|các)\s+)*(?P<unit>ngày|tháng|quý)\s+(?P<first>{_NUMBER}(?:/\d{{1,2}})?)"
    rf"(?P<more>(?:\s*,\s*{_NUMBER})*)(?:{DASH}|\s*(?:đến|tới)\s+|\s*,\s*|\s+và\s+(?:cả\s+)?)(?:(?P=unit)\s+)?"
    rf"(?P<last>{_NUMBER}(?:\s*/\s*\d{{1,2}}|\s+tháng\s+\d{{1,2}})?\s*(?:/\s*|năm\s+){YEAR})(?!\w)",
    re.IGNORECASE,
)
LISTED = re.compile(r",|\bvà\b", re.IGNORECASE)
PAIR = re.compile(rf"(?<!\w)(?:(?:từ|trong)\s+)?(?P<first>{POINT}){DASH}(?P<last>{POINT})(?!\w)", re.IGNORECASE)
FROM_NOW = re.compile(
    rf"(?<!\w)từ (?:nay|(?:khi|ngày) (?:ký|ban hành))\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:cuối\s+)?"
    rf"(?P<to>{POINT})(?!\w)",
    re.IGNORECASE,
)
#: Days that are kept: `Ngày Dân số thế giới 11/7`
OBSERVED = re.compile(
    r"(?<!\w)(?:[Nn]gày|Lễ|Tết)\s+(?=[^\W\d_])[^\d,.;:()\n]{3,70}?\s\(?(?P<point>\d{1,2}/\d{1,2}(?:/(?:19|20)\d{2})?)(?![/\d])"
)
#: What a list of times that recur goes on with: `hằng tháng, quý, 6 tháng, năm`
ALSO = re.compile(r"\s*(?:,|và|hoặc)\s*(?:cả\s+)?(?P<unit>(?:0?[69]\s+)?tháng|quý|năm|tuần)(?!\s*\d|\w)", re.IGNORECASE)
_CLOCK = (
    r"(?P<clock>(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút|'|p)?)?\s*(?:đến|tới|[-–])\s*)?\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút|'|p)?)?\s*,?\s*(?:(?:sáng|chiều|tối)\s*,?\s*)?"
    r"(?:(?:thứ\s+\S+|chủ nhật)\s*,?\s*)?(?=ngày))"
)
_PREFIX = (
    r"(?P<prefix>(?:(?:trong|vào)\s+)?(?:tuần|ngày)\s+(?:thứ\s+\w+|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?)\s+(?:của\s+)?"
    r"(?=tháng|quý|năm)|(?:(?:hoàn thành|xong|kết thúc|thực hiện)\s+)?(?:chậm nhất|muộn nhất|không muộn hơn|không "
    r"quá)(?:\s+(?:là|đến|vào|trong|trước|hết))*\s+|"
    r"trước\s+(?=ngày|tháng|quý|năm|\d|hết)(?:hết\s+)?|(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?|trong\s+(?:(?:khoảng|đầu|"
    r"cuối|giữa|nửa\s+\w+)\s+)?|(?:vào|từ|kể từ|sau|hết|đầu|cuối)\s+(?:đầu\s+|cuối\s+|dịp\s+)?)?"
)
_WITHIN = r"(?:trong\s+(?:vòng|thời hạn)|trong\s+thời gian)\s+\d{1,3}\s*(?:\(\w+\)\s*)?(?:ngày làm việc|ngày)(?!\w)"
RELATIVE = re.compile(
    r"(?<!\w)(?:"
    r"(?:trong\s+(?:vòng|thời hạn)?\s*|chậm nhất\s+(?:là\s+)?(?:sau\s+)?|sau\s+|(?:ít nhất|tối thiểu)\s+|trước\s+)?"
    r"(?:\d{1,3}(?:\s*[-–]\s*\d{1,3})?|một|hai|ba)\s*(?:\(\w+\)\s*)?(?:ngày làm việc|ngày|tuần|tháng|giờ|"
    r"phút)\s*(?:,\s*)?"
    r"(?:kể từ|tính từ|"
    r"sau (?:khi|mỗi)|trước (?:khi|mỗi|buổi|kỳ|cuộc|phiên|thời điểm|lễ|hội (?:nghị|thi|thảo))|trước ngày(?!\s+\d))"
    r"(?:\s+(?:ngày|khi))?"
    r"|(?:trong(?:\s+(?:vòng|thời hạn))?|(?:chậm|muộn) nhất(?:\s+là)?|không quá)\s+\d{1,3}\s*(?:\(\w+\)\s*)?"
    r"(?:ngày làm việc|ngày|giờ|phút)\s+sau(?=\s+[^\W\d])"
    r"|trước\s+(?:khi|giờ|ngày|buổi|cuộc|phiên)\s[^,.;:\d]{2,40}\s\d{1,3}\s*(?:ngày làm việc|ngày|giờ|phút)(?!\w)"
    r"|trước\s+(?:ít nhất|tối thiểu)\s+\d{1,3}\s*(?:ngày làm việc|ngày|giờ|phút)(?!\w)"
    rf"|{_WITHIN}|sau\s+\d{{1,3}}\s*(?:\(\w+\)\s*)?ngày làm việc(?!\w))",
    re.IGNORECASE,
)
_SHORT = r"(?<=trước )\d{1,2}/\d{1,2}(?![/\d])"
SINGLE = re.compile(
    rf"(?<!\w){_PREFIX}{_CLOCK}?(?P<point>{POINT}|{_SHORT})(?!\w)(?:\s+(?P<every>{EVERY}))?(?P<on>\s+và\s+(?:các|"
    r"những)\s+năm\s+(?:tiếp theo|sau))?",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:sáng|chiều|tối)\s+)?(?:(?:ngày\s+)?thứ\s+\w+|chủ nhật)\s+"
RECURRING = re.compile(
    rf"(?<!\w)(?:(?:định kỳ|vào)\s+)*(?:{_WEEKDAY}(?=(?:hằng|hàng|mỗi)\s+tuần))?"
    rf"(?:(?P<every>{EVERY})|(?P<months>(?:\d{{1,2}}|ba|sáu|chín)\s+tháng)(?=\s*(?:một lần|/lần|1 lần|,|\(|và(?!\w)))|"
    r"(?P<weekly>hàng tuần))"
    rf"(?:\s*\(?,?\s*(?P<prefix>trước\s+|vào\s+|chậm nhất\s+(?:là\s+)?)?(?P<point>{_DAY}|"
    rf"ngày\s+\d{{1,2}}(?!\s*[/\d]))\)?)?",
    re.IGNORECASE,
)
MONTHLY = re.compile(
    r"(?<!\w)(?:định kỳ\s+)?(?P<prefix>trước\s+|chậm nhất\s+(?:là\s+)?|vào\s+)?ngày\s+\d{1,2}"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2})*\s+(?:của\s+)?(?:(?:hằng|hàng|"
    r"mỗi)\s+tháng|tháng\s+(?:sau|kế tiếp|tiếp theo|"
    r"(?P<quarter>(?:đầu|cuối) (?:của )?(?:hằng |hàng |mỗi )?quý(?: sau)?)))(?!\w)",
    re.IGNORECASE,
)
#: Years in brackets behind what is done in them: `Số hóa hồ sơ (2025 - 2030)`, `Báo cáo giữa kỳ (năm 2030)`
BRACKETED = re.compile(rf"(?<=\()(?:xuyên suốt\s+|từ\s+)?(?P<first>{YEAR}){DASH}(?P<last>{YEAR})(?=\))")
#: How often in a while: `02 lần/tuần`, `02 tuần/lần`
FREQUENCY = re.compile(
    r"(?<!\w)(?:\d{1,2}|một|hai|ba)\s+(?:(?:lần|kỳ|buổi|lượt|số|cuộc|phiên)\s*/\s*(?P<while>ngày|tuần|tháng|quý|năm)|(?:ngày|tuần|tháng|"
    r"quý|năm)\s*/\s*lần)(?!\w)",
    re.IGNORECASE,
)
PERIODIC = re.compile(
    r"(?<!\w)định kỳ(?:\s+(?:(?P<months>\d{1,2})\s+tháng(?:(?:\s*,|\s+và)\s+(?:0?1|một)\s+năm)?|"
    r"(?P<quarter>(?:theo\s+)?(?:hằng\s+|hàng\s+)?quý)|(?P<year>(?:hằng\s+|hàng\s+)?năm)|"
    r"(?P<month>(?:hằng|hàng)?\s*tháng)|(?P<week>(?:hằng|hàng)?\s*tuần)))?(?!\w)",
    re.IGNORECASE,
)
DIGIT_OR_EVERY = re.compile(r"\d|[Qq]uý|[Hh][àằ]ng|[Mm]ỗi|[Đđ]ịnh kỳ|lần/|một lần|kể từ|tính từ")
_RECURRENCES: dict[str, Recurrence] = {"năm": "annual", "quý": "quarterly", "tháng": "monthly", "tuần": "weekly"}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: its place, what it says, and how (``prefix``: ``trước``, ``trong``, ``đến`` … or empty)."""

    text: str
    span: Span
    kind: TimeKind
    start: str | None
    end: str | None
    recurrence: Recurrence | None = None
    prefix: str = ""


SYMBOL = re.compile(r"[-/][A-ZĐ]{2,}[\w-]*,?\s*$")


def is_of_document(time: TimeExpression, before: str) -> bool:
    """``Quyết định số 12/QĐ-UBND ngày 02/01/2026``: the date of a document, by the text that stands before it."""
    return not time.prefix and SYMBOL.search(before) is not None


def find_times(text: str) -> list[TimeExpression]:
    """All time expressions of a text, in order, without overlap (the longer wins). None runs over a line end."""
    found: list[TimeExpression] = []
    start = 0
    for line in text.split("\n"):
        if DIGIT_OR_EVERY.search(line):
            found += [replace(t, span=(t.span[0] + start, t.span[1] + start)) for t in _in_line(line)]
        start += len(line) + 1
    return found


def _every(text: str) -> Iterator[TimeExpression | None]:
    """What the patterns find, one after the other; places may overlap."""
    yield from map(_range, RANGE.finditer(text))
    yield from map(_spread, SPREAD.finditer(text))
    yield from map(_pair, PAIR.finditer(text))
    for m in FROM_NOW.finditer(text):
        yield TimeExpression(m[0], m.span(), "period", None, parse_date(m["to"]), None, "từ nay")
    for m in RELATIVE.finditer(text):
        yield TimeExpression(m[0], m.span(), "deadline", None, None, None, "relative")
    yield from map(_recurring, RECURRING.finditer(text))
    yield from map(_periodic, PERIODIC.finditer(text))
    for m in MONTHLY.finditer(text):
        rhythm: Recurrence = "quarterly" if m["quarter"] else "monthly"
        yield TimeExpression(m[0], m.span(), "recurring", None, None, rhythm, (m["prefix"] or "").strip().lower())
    for m in FREQUENCY.finditer(text):
        often = _RECURRENCES.get((m["while"] or "").lower())
        yield TimeExpression(m[0], m.span(), "recurring", None, None, often)
    yield from map(_single, SINGLE.finditer(text))
    yield from map(_observed, OBSERVED.finditer(text))
    for m in BRACKETED.finditer(text):
        yield TimeExpression(m[0], m.span(), "period", m["first"], m["last"], None, "trong")


def _in_line(text: str) -> list[TimeExpression]:
    found = [time for time in _every(text) if time]
    found += [also for time in list(found) if time.kind == "recurring" for also in _also(text, time)]
    found.sort(key=lambda t: (t.span[0], -t.span[1]))
    kept: list[TimeExpression] = []
    for time in found:
        if kept and time.span[0] < kept[-1].span[1]:
            if time.span[1] - time.span[0] > kept[-1].span[1] - kept[-1].span[0]:
                kept[-1] = time
            continue
        kept.append(time)
    return _with_years(text, _opened_yearly(text, _joined(text, kept)))


def _opened_yearly(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """``Hằng năm, báo cáo 6 tháng trước ngày 10/6, cả năm trước ngày 10/11``: each day of the sentence recurs."""
    kept: list[TimeExpression] = []
    opener: TimeExpression | None = None
    for time in times:
        if opener and re.search(r"[.;]\s", text[opener.span[1] : time.span[0]]):
            opener = None
        if opener and time.kind in ("deadline", "event") and (time.end or "").startswith("--"):
            if kept[-1] is opener:
                kept.pop()
            time = replace(time, kind="recurring", recurrence="annual")
        elif time.recurrence == "annual" and re.search(r"(?:^|[.;:]\s)\W*$", text[: time.span[0]]):
            opener = time
        kept.append(time)
    return kept


def _with_years(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """``trước tháng 4 và tháng 8 năm 2026``: the first takes the year of the second, the second the word before."""
    done = list(times)
    for i in range(len(done) - 2, -1, -1):
        time, following = done[i], done[i + 1]
        if not re.fullmatch(r"\s*(?:,|và|-|–|đến)\s*", text[time.span[1] : following.span[0]]):
            continue
        ends = (time.end or "", following.end or "")
        if re.fullmatch(r"--\d\d(?:-\d\d)?", ends[0]) and re.match(r"\d{4}-\d\d", ends[1]):
            done[i] = replace(time, end=ends[1][:4] + ends[0][1:])
        if time.kind == "deadline" and following.kind == "event" and not following.prefix:
            done[i + 1] = replace(following, kind="deadline", prefix=time.prefix)
    return done


def _observed(m: re.Match[str]) -> TimeExpression:
    return TimeExpression(m["point"], m.span("point"), "event", None, parse_date(m["point"]))


def _also(text: str, time: TimeExpression) -> list[TimeExpression]:
    """The further times of a list that begins with ``hằng tháng``: each of its own."""
    listed, at = [], time.span[1]
    while match := ALSO.match(text, at):
        unit = match["unit"].lower()
        recurrence = None if unit[0].isdigit() else _RECURRENCES[unit]
        listed.append(TimeExpression(match["unit"], match.span("unit"), "recurring", None, None, recurrence))
        at = match.end()
    return listed


def _joined(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """``Hằng năm trước ngày 28/02``, ``trước ngày 15/01 hằng năm``; ``hàng năm, định kỳ``: one expression."""
    joined: list[TimeExpression] = []
    for time in times:
        last = joined[-1] if joined else None
        between = text[last.span[1] : time.span[0]] if last else "x"
        if (
            last
            and re.fullmatch(r"[\s,(]*", between)
            and last.kind == "recurring"
            and ((time.kind == "recurring" and _agree(last, time)) or (time.end or "").startswith("--"))
        ):
            closed = "(" in between and text[time.span[1] : time.span[1] + 1] == ")"
            span = (last.span[0], time.span[1] + closed)
            recurrence = time.recurrence if last.recurrence == "periodic" and time.recurrence else last.recurrence
            joined[-1] = TimeExpression(
                text[span[0] : span[1]], span, "recurring", None, last.end or time.end, recurrence, time.prefix
            )
        else:
            joined.append(time)
    return joined


def _agree(a: TimeExpression, b: TimeExpression) -> bool:
    """``hàng năm, định kỳ`` is one time; ``định kỳ 6 tháng, hàng năm`` are two."""
    return "periodic" in (a.recurrence, b.recurrence)


def _range(m: re.Match[str]) -> TimeExpression:
    if m["y1"]:
        return TimeExpression(m[0], m.span(), "period", m["y1"], None if m["on"] else m["y2"], None, "trong")
    end = parse_date(m["to"])
    start = _opening_month(m["from"], parse_date(m["from"]))
    if start is None or start.startswith("--"):
        start = _opening_month(m["from"], _completed(m["from"], end))
    return TimeExpression(m[0], m.span(), "period", start, None if m["further"] else end, None, "từ")


def _opening_month(text: str, when: str | None) -> str | None:
    """A period that begins with a quarter begins with the quarter's first month."""
    if when is None or "quý" not in text.lower():
        return when
    return f"{when[:-2]}{int(when[-2:]) - 2:02}"


def _spread(m: re.Match[str]) -> TimeExpression | None:
    """``ngày 10 - 15/8/2026``: a period; None where it runs backwards or is no date."""
    unit = m["unit"].lower()
    end = parse_date(m["last"] if unit == "ngày" else f"{unit} {m['last']}")
    if end is None or (unit == "ngày") != (len(end) == 10):
        return None
    first = m["first"] + (f"/{end[5:7]}" if unit == "ngày" and "/" not in m["first"] else "") + f"/{end[:4]}"
    start = _opening_month(unit, parse_date(first if unit == "ngày" else f"{unit} {first}"))
    if start is None or start >= end or (LISTED.search(m[0]) and not _follow(m)):
        return None
    return TimeExpression(m[0], m.span(), "period", start, end)


def _follow(m: re.Match[str]) -> bool:
    """Whether what is listed follows on (``tháng 9 và tháng 10``); ``tháng 4 và tháng 8`` are two times."""
    listed = re.findall(_NUMBER, m["more"].upper())
    parts = [re.match(_NUMBER, part.upper()) for part in (m["first"], *listed, m["last"])]
    numbers = [QUARTERS.get(n[0]) or int(n[0]) for n in parts if n]
    return all(b == a + 1 for a, b in pairwise(numbers))


def _pair(m: re.Match[str]) -> TimeExpression | None:
    """``Quý IV/2025 - Quý II/2026``: a period from the first to the last; None where it runs backwards."""
    end, start = parse_date(m["last"]), parse_date(m["first"])
    if end and start and start.startswith("--") and not end.startswith("--"):
        start = end[:4] + start[1:]
    start = _opening_month(m["first"], start)
    return TimeExpression(m[0], m.span(), "period", start, end) if start and end and start <= end else None


def _completed(text: str, end: str | None) -> str | None:
    """``từ ngày 08 đến ngày 10 tháng 12 năm 2025``: the start takes month and year from the end."""
    numbers = re.findall(r"\d+", text)
    if end and re.fullmatch(r"--\d\d-\d\d", end) and len(numbers) == 1 and "tháng" not in text.lower():
        return iso(numbers[0], end[2:4], None)  # `từ ngày 01 đến ngày 15 tháng 5 hằng năm`
    if not end or end.startswith("--") or not numbers:
        return parse_date(text)
    if len(numbers) == 2:
        return iso(numbers[0], numbers[1], end[:4])
    if "tháng" in text.lower():
        return iso(None, numbers[0], end[:4])
    return iso(numbers[0], end[5:7], end[:4]) if len(end) >= 7 else parse_date(text)


def _recurring(m: re.Match[str]) -> TimeExpression | None:
    """None for ``báo cáo 6 tháng (trước ngày 10/6)``: the day of a report."""
    if m["months"] and "định kỳ" not in m[0].lower() and (m["point"] or m.string[m.end() :].lstrip().startswith("(")):
        return None
    unit = (m["every"] or m["weekly"] or "").split()
    recurrence = _RECURRENCES.get(unit[-1].lower()) if unit else None
    day = parse_date(m["point"]) if m["point"] else None
    if recurrence is None and "định kỳ" in m[0].lower() and not m["months"]:
        recurrence = "periodic"
    return TimeExpression(m[0], m.span(), "recurring", None, day, recurrence, (m["prefix"] or "").strip().lower())


def _periodic(m: re.Match[str]) -> TimeExpression:
    recurrence: Recurrence | None = "periodic"
    if m["quarter"] or m["months"] in ("3", "03"):
        recurrence = "quarterly"
    elif m["months"]:
        recurrence = None  # half a year has no name in the contract
    elif m["year"]:
        recurrence = "annual"
    elif m["month"]:
        recurrence = "monthly"
    elif m["week"]:
        recurrence = "weekly"
    return TimeExpression(m[0], m.span(), "recurring", None, None, recurrence, "")


def _single(m: re.Match[str]) -> TimeExpression:
    prefix = re.sub(r"\s+", " ", (m["prefix"] or "").strip().lower())
    when = parse_date(m["point"])
    if m["on"]:
        return TimeExpression(m[0], m.span(), "period", when, None, None, prefix)
    if m["every"]:
        return TimeExpression(
            m[0], m.span(), "recurring", None, when, _RECURRENCES.get(m["every"].split()[-1].lower(), "annual"), prefix
        )
    kind: TimeKind = "event"
    start = None
    if m["clock"] and prefix in ("từ", "đến", "tới"):
        return TimeExpression(m[0], m.span(), kind, None, when)  # `từ 07h30 đến 11h00, ngày …`
    if prefix.startswith("trước") or "nhất" in prefix or "không" in prefix or prefix.endswith("hết"):
        kind = "deadline"
    elif prefix.startswith(("từ", "kể từ")):
        return TimeExpression(m[0], m.span(), "period", _opening_month(m["point"], when), None, None, prefix)
    elif prefix.startswith("trong") and re.match(r"năm|quý|tháng", m["point"], re.IGNORECASE):
        kind, start = "period", _opening_month(m["point"], when)
    return TimeExpression(m[0], m.span(), kind, start, when, None, prefix)


def in_year(times: list[TimeExpression], year: str | None) -> list[TimeExpression]:
    """Days and months without a year, in the year of a plan for one year; what recurs stays as it is."""
    if year is None:
        return times
    return [
        replace(t, start=_of_year(t.start, year), end=_of_year(t.end, year)) if t.kind != "recurring" else t
        for t in times
    ]


def from_issue(times: list[TimeExpression], issued: str | None) -> list[TimeExpression]:
    """``từ nay đến hết năm 2025``: the period begins with the day of the plan."""
    return [replace(t, start=issued) if t.prefix == "từ nay" else t for t in times]


def _of_year(when: str | None, year: str) -> str | None:
    return year + when[1:] if when and when.startswith("--") else when
