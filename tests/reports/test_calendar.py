"""Deadlines as a calendar file."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.plan import Header, Milestone, Period, Plan, SourceInfo
from kehoach.reports.calendar import calendar, first_day, last_day

STAMP = datetime(2026, 3, 1, 8, 30)


def plan_with(*milestones, period=None, date=None):
    text = "\n".join(m.quote for m in milestones)
    header = Header(title="Trồng cây", number="12/KH-UBND", document_type="Kế hoạch", period=period, date=date)
    return Plan(
        source=SourceInfo(name="x", sha256="0" * 64, media_type="t"), text=text, header=header, timeline=milestones
    )


def milestone(kind, start=None, end=None, recurrence=None, quote="báo cáo kết quả", time="đúng hạn"):
    return Milestone(
        quote=quote, time=time, kind=kind, start=start, end=end, recurrence=recurrence, span=(0, len(quote))
    )


def lines_of(plan):
    return re.sub(r"\r\n ", "", calendar(plan, STAMP).data.decode()).split("\r\n")


@pytest.mark.parametrize(
    ("found", "first", "after"),
    [
        (milestone("deadline", end="2026-04-15"), "20260415", "20260416"),
        (milestone("deadline", end="2026-02"), "20260228", "20260301"),  # the last day of the month
        (milestone("deadline", end="2026"), "20261231", "20270101"),
        (milestone("event", end="2026-07"), "20260701", "20260801"),  # the whole month
        (milestone("event", end="2026-07-02"), "20260702", "20260703"),
        (milestone("period", "2026-01", "2026-03"), "20260101", "20260401"),
    ],
)
def test_an_entry_covers_the_days_that_the_words_mean(found, first, after):
    lines = lines_of(plan_with(found))
    assert f"DTSTART;VALUE=DATE:{first}" in lines
    assert f"DTEND;VALUE=DATE:{after}" in lines


@pytest.mark.parametrize(
    "found",
    [
        milestone("deadline"),  # trong 15 ngày kể từ …
        milestone("recurring", recurrence="monthly"),
        milestone("recurring", "2026-01", "2026-12", "quarterly"),
        milestone("recurring", end="--01-15", recurrence="annual"),  # of a plan without any year
    ],
)
def test_what_has_no_day_is_no_entry_and_is_named(found):
    made = calendar(plan_with(found), STAMP)
    assert (made.entries, made.undated) == (0, (found,))
    assert b"VEVENT" not in made.data


def test_a_day_of_every_year_recurs_as_long_as_the_plan():
    found = milestone("recurring", end="--01-15", recurrence="annual")
    lines = lines_of(plan_with(found, period=Period(start="2026", end="2030")))
    assert "DTSTART;VALUE=DATE:20260115" in lines
    assert "RRULE:FREQ=YEARLY;UNTIL=20301231" in lines
    assert "RRULE:FREQ=YEARLY" in lines_of(plan_with(found, date="2026-02-01"))


def test_words_are_escaped_and_cannot_add_lines():
    evil = "nộp; báo cáo, hồ sơ\\\r\nEND:VCALENDAR\nATTENDEE:x"
    lines = lines_of(plan_with(milestone("deadline", end="2026-04-15", quote=evil)))
    assert "SUMMARY:Hạn: nộp\\; báo cáo\\, hồ sơ\\\\ END:VCALENDAR ATTENDEE:x" in lines
    assert [line for line in lines if line.startswith(("ATTENDEE", "END:VCALENDAR"))] == ["END:VCALENDAR"]


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_all_are_text(words):
    data = calendar(plan_with(milestone("deadline", end="2026-04-15", quote=words or "x")), STAMP).data
    assert all(len(line) <= 75 and line.decode() is not None for line in data.split(b"\r\n"))
    assert data.endswith(b"END:VCALENDAR\r\n")


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_first_and_last_day_hold_the_day(day, length):
    iso = day.isoformat()[:length]
    assert first_day(iso) <= day <= last_day(iso)


@pytest.mark.parametrize(
    ("quote", "summary"),
    [
        ("Thời gian: buổi sáng ngày 18/4/2026", "Thời gian: buổi sáng ngày 18/4/2026 – Trồng cây"),
        ("Thời gian kiểm tra: 13h30 ngày 18/4/2026", "Thời gian kiểm tra: 13h30 ngày 18/4/2026 – Trồng cây"),
        ("Họp xét ngày 18/4/2026", "Họp xét ngày 18/4/2026"),
    ],
)
def test_an_entry_that_only_tells_the_time_says_what_for(quote, summary):
    assert f"SUMMARY:{summary}" in lines_of(plan_with(milestone("event", "2026-04-18", quote=quote)))
