"""Deadlines of the unit: some days before the parent's, on a working day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from kehoach.draft import OPEN
from kehoach.drafts.points import Ask
from kehoach.plan import Milestone

_DATE = re.compile(r"(?P<d>\d{1,2})(?P<s1>\s*/\s*|\s+tháng\s+)(?P<m>\d{1,2})(?P<s2>\s*/\s*|\s+năm\s+)(?P<y>\d{4})")
#: A day whose year stands elsewhere in the sentence
_DAY = re.compile(r"(?P<d>\d{1,2})(?P<s1>\s*/\s*|\s+tháng\s+)(?P<m>\d{1,2})(?!\s*/|\d|\s+năm)")
_POINT = re.compile(
    r"(?:tháng\s+\d{1,2}\s*(?:/|năm)\s*|quý\s+[IV\d]+\s*(?:/|năm)\s*|năm\s+)?\d{4}(?:\s*[-–]\s*\d{4})?", re.IGNORECASE
)


@lru_cache(maxsize=32)
def _holidays(year: int) -> frozenset[date]:
    """Public holidays of a year, with the days off in their place (Bộ luật Lao động, Điều 112)."""
    from holidays import country_holidays

    return frozenset(country_holidays("VN", years=year))


def working_day(day: date, days_ahead: int) -> date:
    """The last working day that lies at least ``days_ahead`` calendar days before ``day``."""
    own = day - timedelta(days=days_ahead)
    while own.weekday() >= 5 or own in _holidays(own.year):
        own -= timedelta(days=1)
    return own


@dataclass(slots=True)
class OwnDeadlines:
    """A text with the unit's own deadlines; ``changed`` pairs of the parent's time and the unit's; ``at`` the number of
    open places before that of each question.
    """

    text: str
    changed: list[tuple[str, str]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    at: list[int] = field(default_factory=list)

    def among(self, asks: list[Ask]) -> list[Ask]:
        """The questions of the text that was given, and those of its times, in the order of their places."""
        every = list(asks)
        for place, ask in zip(self.at, self.asks, strict=True):
            every.insert(place, ask)
        return every


_PAST = "Thời gian của kế hoạch cấp trên đã qua. Ghi thời gian của đơn vị."


def own_deadlines(text: str, milestones: list[Milestone], days_ahead: int, day: date) -> OwnDeadlines:
    """Move each full date of a deadline forward; one that has passed on ``day`` is open, and asked."""
    result = OwnDeadlines(text)
    for milestone in milestones:
        if milestone.time not in result.text:
            continue
        full = len(milestone.end or "") == 10
        if milestone.kind == "period" and full:
            if (milestone.end or "") < day.isoformat():
                _open(result, milestone, OPEN, _PAST)
        elif milestone.kind in ("deadline", "event", "period") and _is_past(milestone.end, day):
            _open(result, milestone, _POINT.sub(OPEN, milestone.time), _PAST)
        elif milestone.kind == "deadline" and full:
            _move(result, milestone, days_ahead, day)
        elif milestone.kind == "recurring":
            beside = bool(result.changed) and f"{result.changed[-1][1]} và {milestone.time}" in result.text
            _move_yearly(result, milestone, days_ahead, day, beside=beside)
    return result


_OF_EACH_YEAR = r"(?P<d>\d{1,2})(?P<s1>\s*/\s*|\s+tháng\s+)(?P<m>\d{1,2})(?!\s*/\s*\d|\d|\s+năm\s+\d)"
#: The day of every year by which something is due
_YEARLY = re.compile(
    rf"(?P<by>(?:trước|chậm nhất(?:\s+(?:là|vào))?|muộn nhất(?:\s+(?:là|vào))?)\s+(?:ngày\s+)?){_OF_EACH_YEAR}",
    re.IGNORECASE,
)
#: A further such day beside one (``trước ngày 10/6 và ngày 10/12``)
_YEARLY_BESIDE = re.compile(rf"^(?P<by>ngày\s+){_OF_EACH_YEAR}", re.IGNORECASE)


def _move_yearly(result: OwnDeadlines, milestone: Milestone, days_ahead: int, day: date, *, beside: bool) -> None:
    """Days of every year some days ahead; on which day of the week they fall differs from year to year. ``beside``
    tells that the day stands beside one that has been moved.
    """

    def own(match: re.Match[str]) -> str:
        try:
            moved = date(day.year, int(match["m"]), int(match["d"])) - timedelta(days=days_ahead)
        except ValueError:
            return match[0]
        month = f"{moved.month:02}" if moved.month < 3 else str(moved.month)
        return f"{match['by']}{moved.day:02}{match['s1']}{month}"

    new = (_YEARLY_BESIDE if beside else _YEARLY).sub(own, milestone.time)
    if new != milestone.time:
        result.changed.append((milestone.time, new))
        result.text = result.text.replace(milestone.time, new, 1)


def _open(result: OwnDeadlines, milestone: Milestone, new: str, message: str) -> None:
    """Open a time, with one question for each of its open places."""
    new = new if OPEN in new else OPEN
    before = result.text.count(OPEN, 0, result.text.find(milestone.time))
    for place in range(new.count(OPEN)):
        result.asks.append(Ask("deadline", message, milestone.quote))
        result.at.append(before + place)
    result.text = result.text.replace(milestone.time, new, 1)


def _move(result: OwnDeadlines, milestone: Milestone, days_ahead: int, day: date) -> None:
    """A full date some days ahead; open where no day is left for it."""
    match = (list(_DATE.finditer(milestone.time)) or list(_DAY.finditer(milestone.time)))[-1:]
    if not match:
        return
    head, tail = milestone.time[: match[0].start()], milestone.time[match[0].end() :]
    due = date.fromisoformat(milestone.end or "")
    own = working_day(due, days_ahead)
    if due < day or own <= day:
        late = "đã qua" if due < day else "quá gần"
        message = f"Thời hạn của kế hoạch cấp trên {late} so với ngày của dự thảo. Ghi thời hạn."
        _open(result, milestone, f"{head}{OPEN}{tail}", message)
        return
    new = f"{head}{_written(own, match[0])}{tail}"
    result.changed.append((milestone.time, new))
    result.text = result.text.replace(milestone.time, new, 1)


def _is_past(end: str | None, day: date) -> bool:
    """Has a time known to the year or month passed on ``day``?"""
    return end is not None and end[0] != "-" and len(end) < 10 and end < day.isoformat()[: len(end)]


def _written(day: date, like: re.Match[str]) -> str:
    """A date in the form of another; days below 10 and the months 1 and 2 get a zero (NĐ 30/2020, Phụ lục I, II.4)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    year = f"{like['s2']}{day.year}" if "s2" in like.re.groupindex else ""
    return f"{day.day:02}{like['s1']}{month}{year}"
