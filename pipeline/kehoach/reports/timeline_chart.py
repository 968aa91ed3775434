"""``Plan.timeline`` → a chart: a row for each milestone, an axis of years, quarters or months, bars and marks.

Only geometry and words: a template draws it as SVG. Widths are in units of the drawing, ``WIDTH`` across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kehoach.plan import Milestone, Period
from kehoach.reports.calendar import first_day, last_day
from kehoach.reports.vietnamese import shorten

WIDTH, LABELS, ROW, HEAD = 780, 320, 24, 26
_MONTHS_UP_TO, _QUARTERS_UP_TO = 20, 30  # months: finer axes would be crowded


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis; ``label`` is '' where it only parts the years."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A milestone: its words, a bar where it lasts, marks where it falls due, ``said`` where it has no day."""

    number: int
    y: int
    label: str
    kind: str
    bar: tuple[float, float] | None = None
    marks: tuple[float, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """The drawing. ``plot`` is where the axis begins."""

    height: int
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]
    width: int = WIDTH
    plot: int = LABELS


def timeline_chart(rows: Sequence[tuple[int, Milestone, str]], period: Period | None) -> TimelineChart | None:
    """The chart of milestones (number, milestone, its words), in their order; None where none of them has a date."""
    axis = _axis([m for _, m, _ in rows], period)
    if axis is None:
        return None
    drawn = tuple(_row(i, row, axis) for i, row in enumerate(rows))
    return TimelineChart(HEAD + ROW * len(drawn) + 6, _ticks(axis), drawn)


@dataclass(frozen=True, slots=True)
class _Axis:
    start: date
    end: date

    def x(self, day: date) -> float:
        days = max(1, (self.end - self.start).days)
        share = (day - self.start).days / days
        return round(LABELS + 6 + (WIDTH - LABELS - 18) * min(1.0, max(0.0, share)), 1)

    @property
    def months(self) -> int:
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


def _axis(milestones: Sequence[Milestone], period: Period | None) -> _Axis | None:
    """From the first to the last date that is named; years that the plan covers count too."""
    dates = [d for m in milestones for d in (m.start, m.end) if d and not d.startswith("--")]
    recurring = any((m.end or "").startswith("--") for m in milestones)
    if period and (dates or recurring):
        dates += [d for d in (period.start, period.end) if d and not d.startswith("--")]
    if not dates:
        return None
    start, end = min(map(first_day, dates)), max(map(last_day, dates))
    return _Axis(start.replace(month=1, day=1) if (end - start).days > 600 else start.replace(day=1), end)


def _ticks(axis: _Axis) -> tuple[Tick, ...]:
    step = 1 if axis.months <= _MONTHS_UP_TO else 3 if axis.months <= _QUARTERS_UP_TO else 12
    if axis.months > 25 * 12:
        step = 12 * (axis.months // 300 + 1)
    found: list[Tick] = []
    year, month = axis.start.year, axis.start.month
    while (day := date(year, month, 1)) <= axis.end:
        first = not found or month == 1
        words = str(year) if step >= 12 else f"{month}/{year}" if first else str(month)
        found.append(Tick(axis.x(day), words, first))
        year, month = (year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1)
    return tuple(found)


def _row(at: int, row: tuple[int, Milestone, str], axis: _Axis) -> ChartRow:
    number, milestone, words = row
    label = shorten(words, 9)
    label = label if len(label) <= 46 else label[:44].rstrip() + " …"
    base = ChartRow(number, HEAD + ROW * at, label, milestone.kind)
    start, end = milestone.start, milestone.end
    if (end or start or "").startswith("--") and milestone.recurrence in ("annual", None):
        return _with(base, marks=_every_year(end or start or "", axis))
    if milestone.kind == "recurring" or not (start or end):
        return _with(base, said=shorten(milestone.time, 8))
    last = axis.x(last_day(end or start or ""))
    if start and milestone.kind in ("period", "event") and start != end:
        first = axis.x(first_day(start))
        return _with(base, bar=(first, round(max(3.0, last - first), 1)))
    return _with(base, marks=(last,))


def _every_year(day: str, axis: _Axis) -> tuple[float, ...]:
    found = []
    for year in range(axis.start.year, min(axis.end.year, axis.start.year + 60) + 1):
        moment = last_day(f"{year}{day[1:]}") if not day.endswith("02-29") else date(year, 2, 28)
        if axis.start <= moment <= axis.end:
            found.append(axis.x(moment))
    return tuple(found)


def _with(
    row: ChartRow, bar: tuple[float, float] | None = None, marks: tuple[float, ...] = (), said: str = ""
) -> ChartRow:
    return ChartRow(row.number, row.y, row.label, row.kind, bar, marks, said)
