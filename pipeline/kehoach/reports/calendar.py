"""``Plan`` → a calendar file of its deadlines and events (RFC 5545), for Outlook, Google Calendar and telephones.

Nothing is invented: a deadline known by its month falls due on the last day of the month, as the words say; what has no
date (``định kỳ``, ``trong 15 ngày kể từ …``) is no entry and is named in ``undated``.
"""

from __future__ import annotations

import hashlib
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kehoach.plan import Milestone, Plan
from kehoach.reports.timing import Timing
from kehoach.reports.vietnamese import clean, shorten

_TIME_LABEL = re.compile(r"\s*(?:Về )?thời gian\b[^:.]*:", re.IGNORECASE)
_OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The bytes of the file, how many entries it has, and the milestones that have no day."""

    data: bytes
    entries: int
    undated: tuple[Milestone, ...]


def calendar(plan: Plan, stamp: datetime) -> Calendar:
    """The calendar of ``plan``. ``stamp`` (UTC) is when the file is made, since nothing here reads the clock."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kehoach//Kehoach//VI", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(shorten(plan.header.title or plan.source.name, 30))}")
    undated, timing = [], Timing(plan)
    entries = 0
    for number, milestone in enumerate(plan.timeline):
        days = _days(milestone, plan)
        if days is None:
            undated.append(milestone)
            continue
        entries += 1
        lines += _event(plan, milestone, number, days, stamp, timing.event(milestone).quote)
    lines.append("END:VCALENDAR")
    return Calendar("".join(f"{_folded(line)}\r\n" for line in lines).encode(), entries, tuple(undated))


@dataclass(frozen=True, slots=True)
class _Days:
    """The first and the last day of an entry, and the rule by which it comes again."""

    first: date
    last: date
    rule: str = ""


def _days(milestone: Milestone, plan: Plan) -> _Days | None:
    start, end = milestone.start, milestone.end or milestone.start
    if end is None:
        return None
    if end.startswith("--"):
        return _yearly(end, plan) if len(end) == 7 and milestone.recurrence in ("annual", None) else None
    if milestone.kind == "recurring":
        return None  # every month or quarter of a span, without a day
    last = last_day(end)
    if milestone.kind == "deadline" or start is None:
        first = first_day(end) if milestone.kind == "event" and len(end) == 7 else last
        return _Days(first, last)
    return _Days(min(first_day(start), last), last)


def _yearly(day: str, plan: Plan) -> _Days | None:
    """A day of every year, in the years that the plan covers; without a first year there is no entry."""
    period = plan.header.period
    start = (period.start if period else None) or plan.header.date
    if start is None or start.startswith("--"):
        return None
    month, number = int(day[2:4]), int(day[5:7])
    year = int(start[:4])
    try:
        first = date(year, month, number)
    except ValueError:  # 29 February
        return None
    until = f";UNTIL={last_day(period.end):%Y%m%d}" if period and period.end else ""
    return _Days(first, first, f"FREQ=YEARLY{until}")


def first_day(iso: str) -> date:
    """The first day of a year, month or day of the contract."""
    parts = [int(part) for part in iso.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(iso: str) -> date:
    """The last day of a year, month or day of the contract."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return date(parts[0], month, monthrange(parts[0], month)[1])


def _event(plan: Plan, milestone: Milestone, number: int, days: _Days, stamp: datetime, said: str) -> list[str]:
    uid = hashlib.sha256(f"{plan.source.sha256}/timeline/{number}".encode()).hexdigest()[:32]
    document = " ".join(filter(None, [plan.header.document_type or "Văn bản", plan.header.number]))
    told = [f"Thời gian: {milestone.time}", f"Cơ quan: {'; '.join(milestone.actors)}" if milestone.actors else ""]
    told += [f"{document}: {plan.header.title or plan.source.name}"]
    head = "Hạn: " if milestone.kind == "deadline" else ""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}@kehoach",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{days.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{days.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(head + _named(said, plan))}",
        f"DESCRIPTION:{_text(chr(10).join([clean(said), *(clean(t) for t in told if t)]), lines=True)}",
        "TRANSP:TRANSPARENT",
    ]
    return [*lines, *([f"RRULE:{days.rule}"] if days.rule else []), "END:VEVENT"]


def _named(said: str, plan: Plan) -> str:
    """What the entry is called; words that only tell the time are followed by what the plan is about."""
    only_time = _TIME_LABEL.match(said) and plan.header.title
    return f"{shorten(said, 12)} – {shorten(plan.header.title or '', 12)}" if only_time else shorten(said, 16)


def _text(words: str, *, lines: bool = False) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    kept = words if lines else clean(words)
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A content line cut so that no piece is longer than the octets allowed; letters stay whole."""
    pieces, room, piece = [], _OCTETS, ""
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _OCTETS - 1
        piece += letter
        room -= size
    return "\r\n ".join([*pieces, piece])
