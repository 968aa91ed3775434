"""Time expressions (FACTS 7.2): days, deadlines, periods and what recurs, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kehoach.facts.dates import QUARTERS, Run, iso, parse_date
from kehoach.facts.time_patterns import (
    ALSO,
    ALSO_DAY,
    ANSWERED,
    BEFORE_OPENING,
    BRACKETED,
    DIGIT_OR_EVERY,
    DISPLAYED,
    FREQUENCY,
    FROM_NOW,
    LISTED,
    MONTHLY,
    NEW_YEAR,
    NUMBER,
    OBSERVED,
    PAIR,
    PART_OF_MONTH,
    PERIODIC,
    RANGE,
    RECURRING,
    RELATIVE,
    SINCE,
    SINGLE,
    SPREAD,
)
from kehoach.plan import Recurrence, Span, TimeKind

_RECURRENCES: dict[str, Recurrence] = {
    "năm": "annual",
    "quý": "quarterly",
    "tháng": "monthly",
    "tuần": "weekly",
    "học": "annual",
}


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

    @property
    def of_one_year(self) -> bool:
        """Does it lie in one year, told or not? What recurs does if told from when (``mỗi tuần, từ tháng 5``)."""
        return self.kind != "recurring" or (self.start is not None and self.recurrence != "annual")


DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?$")
#: `Quí IV/2026`, spelt with the other i
QUARTER_SPELT = re.compile(r"(?<!\w)([Qq]u|QU)[íÍ](?!\w)")
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
            times = _in_line(QUARTER_SPELT.sub(r"\1ý", line))
            found += [replace(t, text=line[slice(*t.span)], span=(t.span[0] + start, t.span[1] + start)) for t in times]
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
    for m in DISPLAYED.finditer(text):
        yield TimeExpression(m["time"], m.span("time"), "period", None, None)
    for m in ANSWERED.finditer(text):
        yield TimeExpression(m["time"], m.span("time"), "deadline", None, None, None, "relative")
    for m in BEFORE_OPENING.finditer(text):
        yield TimeExpression(m[0], m.span(), "deadline", None, m["year"] or parse_date(m["point"]), None, "trước")
    yield from map(_recurring, RECURRING.finditer(text))
    yield from map(_periodic, PERIODIC.finditer(text))
    for m in MONTHLY.finditer(text):
        rhythm: Recurrence = "quarterly" if m["quarter"] else "monthly"
        yield TimeExpression(m[0], m.span(), "recurring", None, None, rhythm, (m["prefix"] or "").strip().lower())
    for m in PART_OF_MONTH.finditer(text):
        yield TimeExpression(m[0], m.span(), "recurring", None, None, "monthly")
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
    found += [also for time in list(found) if DAY.search(time.text) for also in _also_days(text, time)]
    found.sort(key=lambda t: (t.span[0], -t.span[1]))
    kept: list[TimeExpression] = []
    for time in found:
        if kept and time.span[0] < kept[-1].span[1]:
            if time.span[1] - time.span[0] > kept[-1].span[1] - kept[-1].span[0]:
                kept[-1] = time
            continue
        kept.append(time)
    return _over_new_year(text, _with_years(text, _opened_yearly(text, _joined(text, kept))))


def _over_new_year(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """``Quý IV/2025, Quý I/2026``, ``tháng 12/2025 và tháng 01/2026``: one period, as within a year."""
    kept: list[TimeExpression] = []
    for time in times:
        last = kept[-1] if kept else None
        beside = NEW_YEAR.search(text, last.span[0], time.span[1]) if last else None
        if last and beside and (last.end or "")[:4] < (time.end or "")[:4]:
            span = (last.span[0], time.span[1])
            start = last.start or _opening_month(last.text, last.end)
            kept[-1] = TimeExpression(text[span[0] : span[1]], span, "period", start, time.end, None, "từ")
        else:
            kept.append(time)
    return kept


#: Behind `mỗi năm`, before the months: `2 đợt (tháng 4 và tháng 11)`
SO_OFTEN = re.compile(r"\s+(?:\d{1,2}|một|hai|ba)\s+(?:đợt|lần|kỳ|cuộc)\s*(?:\(|,\s+vào\s)")


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
        elif time.recurrence == "annual" and (
            re.search(r"(?:^|[.;:]\s)\W*$", text[: time.span[0]]) or SO_OFTEN.match(text, time.span[1])
        ):
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
        once = time.kind in ("deadline", "event") or time.recurrence == "periodic"
        if following.recurrence == "annual" and once and ends[0].startswith("--"):
            done[i] = replace(time, kind="recurring", recurrence="annual")
        if following.kind == "event" and not following.prefix and time.kind == "deadline":
            done[i + 1] = replace(following, kind="deadline", prefix=time.prefix)
        if following.kind == "event" and not following.prefix and time.prefix == "trong" and time.kind == "period":
            start = _opening_month(following.text, following.end)  # `trong tháng 3 và tháng 9`
            done[i + 1] = replace(following, kind="period", prefix=time.prefix, start=start)
    return done


def _observed(m: re.Match[str]) -> TimeExpression:
    return TimeExpression(m["point"], m.span("point"), "event", None, parse_date(m["point"]))


def _also(text: str, time: TimeExpression) -> list[TimeExpression]:
    """The further times of a list that begins with ``hằng tháng``: each of its own."""
    listed, at = [], time.span[1]
    while match := ALSO.match(text, at):
        unit = match["unit"].lower()
        recurrence = _RECURRENCES.get(unit.lstrip("01 "))
        listed.append(TimeExpression(match["unit"], match.span("unit"), "recurring", None, None, recurrence))
        at = match.end()
    return listed


def _also_days(text: str, time: TimeExpression) -> list[TimeExpression]:
    """``trước ngày 15/6, 15/12``: the further days, each told as the first one is."""
    listed, at = [], time.span[1]
    while time.kind in ("event", "deadline") and (match := ALSO_DAY.match(text, at)):
        day = TimeExpression(match["point"], match.span("point"), time.kind, None, parse_date(match["point"]))
        listed.append(replace(day, prefix=time.prefix))
        at = match.end()
    return listed


def _joined(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """``Hằng năm trước ngày 28/02``, ``trước ngày 15/01 hằng năm``; ``định kỳ 6 tháng, hằng năm``: one expression."""
    joined: list[TimeExpression] = []
    for time in times:
        last = joined[-1] if joined else None
        between = text[last.span[1] : time.span[0]] if last else "x"
        if (
            last
            and last.kind == "recurring"
            and time.kind != "period"
            and (_recur_both(last, time, text) or _on_day(time, between))
        ):
            closed = "(" in between and text[time.span[1] : time.span[1] + 1] == ")"
            span = (last.span[0], time.span[1] + closed)
            told = last.recurrence not in (None, "periodic") or time.recurrence is None
            recurrence = last.recurrence if told else time.recurrence
            joined[-1] = TimeExpression(
                text[span[0] : span[1]], span, "recurring", None, last.end or time.end, recurrence, time.prefix
            )
        elif last and not between.strip() and time.recurrence == "annual" and (last.start or "").startswith("--"):
            span = (last.span[0], time.span[1])  # `từ 26/3 đến 19/5 hằng năm`
            joined[-1] = replace(last, text=text[span[0] : span[1]], span=span, kind="recurring", recurrence="annual")
        elif last and last.kind == "recurring" and _tells_since(last, time, between):
            span = (last.span[0], time.span[1])
            joined[-1] = replace(last, text=text[span[0] : span[1]], span=span, start=time.start, end=time.end)
        else:
            joined.append(time)
    return joined


def _recur_both(last: TimeExpression, time: TimeExpression, text: str) -> bool:
    """``hàng năm, định kỳ``, ``hằng tháng, quý và cả năm``: how often one thing is done, without days of their own; not
    ``lập kế hoạch hằng năm và định kỳ báo cáo``.
    """
    listed = re.fullmatch(r"[\s,]*(?P<also>(?:và|hoặc)\s+)?(?:cả\s+)?", text[last.span[1] : time.span[0]])
    if listed is None or time.kind != "recurring" or last.end or time.end:
        return False
    return not (listed["also"] and time.recurrence == "periodic" and re.match(r"\s+\w", text[time.span[1] :]))


def _tells_since(last: TimeExpression, time: TimeExpression, between: str) -> bool:
    """``vào ngày 05 hằng tháng, kể từ tháng 5/2026``: from when it recurs."""
    since = time.kind == "period" and time.start is not None and re.match(r"(?:kể )?từ\s", time.text, re.IGNORECASE)
    return bool(since) and last.start is None and last.end is None and SINCE.fullmatch(between) is not None


def _on_day(time: TimeExpression, between: str) -> bool:
    return re.fullmatch(r"[\s,(]*", between) is not None and (time.end or "").startswith("--")


def _range(m: re.Match[str]) -> TimeExpression:
    if m["y1"]:
        return TimeExpression(m[0], m.span(), "period", m["y1"], None if m["on"] else m["y2"], None, "trong")
    end = parse_date(m["to"])
    start = _opening_month(m["from"], parse_date(m["from"]))
    if start is None or start.startswith("--"):
        start = _opening_month(m["from"], _completed(m["from"], end))
    return TimeExpression(m[0], m.span(), "period", start, None if m["further"] else end, None, "từ")


def _opening_month(text: str, when: str | None) -> str | None:
    """A period that begins with a quarter or half of a year begins with its first month."""
    months = 3 if "quý" in text.lower() else 6 if re.search(r"tháng\s+(?:đầu|cuối)\s+năm", text, re.IGNORECASE) else 1
    return f"{when[:-2]}{int(when[-2:]) + 1 - months:02}" if when and months > 1 else when


def _spread(m: re.Match[str]) -> TimeExpression | None:
    """``ngày 10 - 15/8/2026``: a period; None where it runs backwards or is no date."""
    unit = (m["unit"] or "ngày").lower()  # `trong 02 ngày, 15 và 16/4/2026`
    end = parse_date(m["last"] if unit == "ngày" else f"{unit} {m['last']}")
    if end is None or (unit == "ngày") != (len(end) == len("2026-04-10")):
        return None
    year = "" if end.startswith("--") else f"/{end[:4]}"  # `quý II, III: triển khai`
    first = m["first"] + (f"/{end[5:7]}" if unit == "ngày" and "/" not in m["first"] else "") + year
    start = _opening_month(unit, parse_date(first if unit == "ngày" else f"{unit} {first}"))
    if start is None or start >= end or (LISTED.search(m[0]) and not _follow(m)):
        return None
    return TimeExpression(m[0], m.span(), "period", start, end)


def _follow(m: re.Match[str]) -> bool:
    """Whether what is listed follows on (``tháng 9 và tháng 10``); ``tháng 4 và tháng 8`` are two times."""
    listed = re.findall(NUMBER, m["more"].upper())
    parts = [re.match(NUMBER, part.upper()) for part in (m["first"], *listed, m["last"])]
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
    """None for ``báo cáo 6 tháng (trước ngày 10/6)``: the day of a report; for ``03 tháng, từ …``: how long."""
    if m["months"] and re.match(r"\s*,\s*(?:bắt đầu\s+)?(?:kể\s+)?từ\s", m.string[m.end() : m.end() + 30]):
        return None
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
        often = _RECURRENCES.get(m["every"].split()[-1].lower())
        since = when if prefix == "từ" and re.match(r"\d{4}", when or "") else None  # `từ năm 2028 mỗi năm`
        return TimeExpression(m[0], m.span(), "recurring", since, None if since else when, often, prefix)
    kind: TimeKind = "event"
    start = None
    if m["clock"] and prefix in ("từ", "đến", "tới"):
        return TimeExpression(m[0], m.span(), kind, None, when)  # `từ 07h30 đến 11h00, ngày …`
    if prefix.startswith("trước") or "nhất" in prefix or "không" in prefix or prefix.endswith("hết"):
        kind = "deadline"
    elif prefix.startswith(("từ", "kể từ")):
        school = re.match(r"năm học\s+(\d{4})", m["point"], re.IGNORECASE)
        start = school[1] if school else _opening_month(m["point"], when)
        return TimeExpression(m[0], m.span(), "period", start, None, None, prefix)
    elif prefix.startswith("trong") and re.match(r"năm|quý|tháng|0?6|sáu", m["point"], re.IGNORECASE):
        kind, start = "period", _opening_month(m["point"], when)
    return TimeExpression(m[0], m.span(), kind, start, when, None, prefix)


def in_run(times: list[TimeExpression], run: Run | None) -> list[TimeExpression]:
    """Days and months without a year, in that of the plan's run; what recurs stays as it is."""
    if run is None:
        return times
    return [replace(t, start=run.complete(t.start), end=run.complete(t.end)) if t.of_one_year else t for t in times]


def from_issue(times: list[TimeExpression], issued: str | None) -> list[TimeExpression]:
    """``từ nay đến hết năm 2025``: the period begins with the day of the plan."""
    return [replace(t, start=issued) if t.prefix == "từ nay" and "phát động" not in t.text else t for t in times]
