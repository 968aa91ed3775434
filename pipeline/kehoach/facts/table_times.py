"""Times as cells write them: ``Q2/2026``, ``T6-T8/2026``, ``4/2026``, a bare year, the hour of a programme."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.facts.dates import Run
from kehoach.facts.reading import shifted
from kehoach.facts.times import TimeExpression, find_times, in_run, is_of_document
from kehoach.outline.labels import CLOCK
from kehoach.plan import TimeKind

_NUMBER = r"(?:\d{1,2}|IV|I{1,3})"
#: Before the year, or before further months or quarters that have it
_YEAR_FOLLOWS = rf"(?=(?:\s*(?:[-–,;]|và)\s*(?:[TQ]\.?\s?)?{_NUMBER})*\s*/\s*20\d{{2}}(?![\d/]))"
#: `Q2`, `Q.II`; `T6` before a year, also over a second month (`T6-T8/2026`), for without it is a day of the week
QUARTER = re.compile(rf"(?<![\w/])Q\s?[./]?\s?(?={_NUMBER}(?!\w))", re.IGNORECASE)
MONTH = re.compile(rf"(?<![\w/])T\.?\s?(?=\d{{1,2}}{_YEAR_FOLLOWS})", re.IGNORECASE)
#: `15 - 20/6/2026`; a day alone in its cell: `30/6`
DAYS = re.compile(r"(?<![\w/.-])(?<!ngày )(?=\d{1,2}\s*[-–]\s*\d{1,2}/\d{1,2}/20\d{2}(?!\d))", re.IGNORECASE)
LONE_DAY = re.compile(r"^(?=\s*\d{1,2}/\d{1,2}\s*(?:(?:hằng|hàng) năm\s*)?\.?$)")
EVERY_YEAR = re.compile(r"(?:hằng|hàng) năm", re.IGNORECASE)
#: `Tháng 12/2026 - 01/2027`
SECOND_MONTH = re.compile(r"(?:(?<=20\d\d - )|(?<=20\d\d – )|(?<=20\d\d[-–]))(?=\d{1,2}/20\d{2}(?!\d))")
#: `4/2026`, `6 - 8/2026`, where nothing but words of time stands beside it (`Công văn 12/2026` is none)
BARE_MONTH = re.compile(rf"(?<![\w/.-])(?<!tháng )(?<!quý )(?<!quí )(?=\d{{1,2}}{_YEAR_FOLLOWS})", re.IGNORECASE)
ONLY_TIMES = re.compile(
    r"(?:(?:từ|kể|đến|tới|trước|trong|hết|đầu|giữa|cuối|chậm|muộn|nhất|là|và|vào|khoảng|hoàn thành|xong|dự kiến|"
    r"tháng|năm|qu[ýí])(?!\w)|IV|I{1,3}|[\d/.,;:()\s–-])+",
    re.IGNORECASE,
)
MONTHS = re.compile(r"\s*\d{1,2}\s*[-–]\s*\d{1,2}/20\d{2}\s*\.?")
LONE_NUMBER = re.compile(r"(?<![\w/])(?:T\.?\s?)?(?=\d{1,2}(?:\s*[-–]\s*(?:T\.?\s?)?\d{1,2})?\s*$)", re.IGNORECASE)
HOURS = re.compile(rf"(?:từ\s+)?{CLOCK}'?(?:\s*(?:đến|tới|[-–—])\s*{CLOCK}'?)?\s*\.?", re.IGNORECASE)


def cell_times(text: str, offset: int, head: str, run: Run | None) -> list[TimeExpression]:
    """The time expressions of a cell below ``head``, in the months of the plan's ``run`` where they tell no year."""
    year = run.year if run else None
    shorts = [(QUARTER, "quý "), (MONTH, "tháng "), (SECOND_MONTH, "tháng "), (DAYS, "ngày ")]
    shorts += [(LONE_DAY, "ngày ")] if run or EVERY_YEAR.search(text) else []
    found = [] if MONTHS.fullmatch(text) else _found(*_written_out(text, shorts), text)
    if not any(t.start or t.end or t.kind == "recurring" for t in found) and ONLY_TIMES.fullmatch(text):
        found = _found(*_written_out(text, [*shorts, (BARE_MONTH, "tháng ")]), text)
    if not found and (bare := re.fullmatch(r"\s*(20\d{2})(?:\s*[-–]\s*(20\d{2}))?\s*\.?", text)):
        kind: TimeKind = "period" if bare[2] else "event"
        found = [TimeExpression(text.strip(), (0, len(text)), kind, bare[1] if bare[2] else None, bare[2] or bare[1])]
    if not found and year and re.match(r"tháng\b", head.strip(), re.IGNORECASE) and LONE_NUMBER.match(text):
        found = _found(*_written_out(text.rstrip(), [(LONE_NUMBER, "tháng ")], f"/{year}"), text)
    return [replace(time, span=shifted(time.span, offset)) for time in in_run(found, run)]


def _written_out(text: str, shorts: list[tuple[re.Pattern[str], str]], tail: str = "") -> tuple[str, list[int]]:
    """The text with short forms written out, and for each of its characters the place that it has in ``text``."""
    places = list(range(len(text) + 1))
    for pattern, word in shorts:
        for match in reversed(list(pattern.finditer(text))):
            text = text[: match.start()] + word + text[match.end() :]
            here = places[match.start()]
            places[match.start() : match.end()] = [here] * len(word)
    return text + tail, places + [places[-1]] * len(tail)


def _found(written: str, places: list[int], text: str) -> list[TimeExpression]:
    """The times of what was written out, as the cell shows them."""
    times = []
    for time in find_times(written):
        if not is_of_document(time, written[max(0, time.span[0] - 80) : time.span[0]]):
            span = (places[time.span[0]], places[time.span[1]])
            times.append(replace(time, text=text[span[0] : span[1]], span=span))
    return times
