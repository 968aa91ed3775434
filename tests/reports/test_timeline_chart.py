"""The chart of a timeline: its axis, its bars and marks."""

import pytest

from kehoach.plan import Milestone, Period
from kehoach.reports.timeline_chart import LABELS, WIDTH, timeline_chart


def chart(*dates, period=None):
    rows = [
        (
            n,
            Milestone(quote="việc", time="khi ấy", kind=kind, start=start, end=end, recurrence=rec, span=(0, 4)),
            "việc",
        )
        for n, (kind, start, end, rec) in enumerate(dates, 1)
    ]
    return timeline_chart(rows, period)


@pytest.mark.parametrize(
    ("end", "labels"),
    [
        ("2026-06-30", ["1/2026", "2", "3", "4", "5", "6"]),
        ("2028-06-30", ["1/2026", "4", "7", "10", "1/2027", "4", "7", "10", "1/2028", "4"]),
        ("2030-12-31", ["2026", "2027", "2028", "2029", "2030"]),
    ],
)
def test_the_axis_shows_months_quarters_or_years(end, labels):
    drawn = chart(("deadline", None, "2026-01-15", None), ("deadline", None, end, None))
    assert [tick.label for tick in drawn.ticks] == labels


def test_deadlines_are_marks_periods_are_bars_and_what_has_no_day_is_said():
    drawn = chart(
        ("deadline", None, "2026-03", None),
        ("period", "2026-01", "2026-06", None),
        ("recurring", None, None, "monthly"),
        ("recurring", None, "--02-01", "annual"),
        period=Period(start="2026", end="2027"),
    )
    deadline, span, monthly, yearly = drawn.rows
    assert len(deadline.marks) == 1 and deadline.bar is None
    assert span.bar is not None and span.marks == ()
    assert monthly.said == "khi ấy" and not monthly.marks
    assert len(yearly.marks) == 2
    assert all(LABELS <= x <= WIDTH for row in drawn.rows for x in row.marks)


def test_without_any_date_there_is_no_chart():
    assert chart(("recurring", None, None, "periodic")) is None
    assert chart() is None
