"""Dates that no calendar has, weekdays that disagree with their dates, days on which no office works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import load
from kehoach.plan import Plan

_YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})\s*/\s*(?P<month>\d{{1,2}})\s*/\s*{_YEAR}(?![\d/])"
    rf"|[Nn]gày\s+(?P<day2>\d{{1,2}})\s+tháng\s+(?P<month2>\d{{1,2}})(?:\s+năm\s+(?P<year2>(?:19|20)\d\d))?"
    r"|[Nn]gày\s+(?P<day3>\d{1,2})/(?P<month3>\d{1,2})(?![\d/])"
    r"|(?<![\d/.,-])(?P<day4>00?)/(?P<month4>00?)/\d{4}(?!\d)"  # nobody filled it in
    r"|(?:[Tt]rước|[Đđ]ến|[Tt]ừ|[Hh]ết|[Ss]au|hạn|xong)\s+(?P<day5>3[01])/(?P<month5>0?2|0?4|0?6|0?9|11)(?![\d/%])",
)
#: `tháng 13/2026`
MONTH = re.compile(r"[Tt]háng\s+(?P<month>00?|1[3-9]|[2-9]\d)\s*(?:/|năm\s+)\s*(?:19|20)\d\d(?!\d)")
DAYS, MONTHS = (("day", "day2", "day3", "day4", "day5"), ("month", "month2", "month3", "month4", "month5"))
WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "nhật": 6, "cn": 6} | {
    str(n): n - 2 for n in range(2, 8)
}
NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
BEFORE = re.compile(rf"(?P<name>{_WEEKDAY})\s*[,(]?\s*(?:ngày\s+)?$", re.IGNORECASE)
AFTER = re.compile(rf"\s*(?:,|(?P<open>\())\s*(?P<name>{_WEEKDAY})(?(open)\)?)", re.IGNORECASE)


@lru_cache(maxsize=2)
def _dates(text: str) -> list[tuple[re.Match[str], int, int, int | None]]:
    """Every day of a text with its day, month and year (None where it has none)."""
    found = []
    for match in matches(DAY, text, "/", "tháng"):
        day, month = (next(filter(None, map(match.group, names))) for names in (DAYS, MONTHS))
        year = match["year"] or match["year2"]
        found.append((match, int(day), int(month), int(year) if year else None))
    return found


def _as_date(day: int, month: int, year: int | None) -> date | None:
    try:
        return date(year or 2000, month, day)  # 2000 has every day that any year has
    except ValueError:
        return None


def find_impossible_dates(plan: Plan) -> Iterator[Hit]:
    """``30/02/2026``, ``ngày 31 tháng 4``, ``00/00/0000``, ``tháng 13/2026``."""
    for match, day, month, year in _dates(plan.text):
        if _as_date(day, month, year) is None:
            start = next(filter(None, map(match.start, ("day4", "day5"))), -1)  # -1 where it is not told so
            message = f"Không có ngày {day} tháng {month}{f' năm {year}' if year else ''}."
            yield at(plan, max(match.start(), start), match.end(), message)
    for match in matches(MONTH, plan.text, "háng "):
        yield at(plan, *match.span(), f"Không có tháng {int(match['month'])}.")


def find_wrong_weekdays(plan: Plan) -> Iterator[Hit]:
    """``thứ Ba, ngày 25/02/2026``: that day was a Wednesday."""
    for match, day, month, year in _dates(plan.text):
        when = _as_date(day, month, year) if year else None
        before = BEFORE.search(plan.text[max(0, match.start() - 30) : match.start()])
        after = AFTER.match(plan.text, match.end())
        told = before or after
        if when is None or told is None:
            continue
        if WEEKDAYS[told["name"].split()[-1].casefold()] != when.weekday():
            start = match.start() - (len(before[0]) if before else 0)
            end = after.end() if after and not before else match.end()
            message = f"Ngày {when:%d/%m/%Y} là {NAMES[when.weekday()]}, không phải {told['name']}. Một trong hai sai."
            yield at(plan, start, end, message)


@cache
def _holidays() -> frozenset[date]:
    return frozenset(load("holidays")["days"])


def find_deadlines_on_days_off(plan: Plan) -> Iterator[Hit]:
    """A deadline on a Saturday, Sunday or public holiday."""
    for milestone in plan.timeline:
        end = milestone.end or ""
        if milestone.kind != "deadline" or not re.fullmatch(r"\d{4}-\d\d-\d\d", end):
            continue
        when = date.fromisoformat(end)
        off = "ngày lễ, tết" if when in _holidays() else NAMES[when.weekday()] if when.weekday() > 4 else ""
        if off and (when.month, when.day) != (12, 31):  # the last day of the year is a bound, not a working day
            at_time = milestone.quote.find(milestone.time)
            start = milestone.span[0] + max(0, at_time)
            message = f"Thời hạn {when:%d/%m/%Y} rơi vào {off}. Nên đặt vào ngày làm việc trước đó."
            yield at(plan, start, start + len(milestone.time), message)


RULES = (
    Rule(
        "KH401",
        "timeline",
        "error",
        "Lịch",
        find_impossible_dates,
        "Ngày không có trong lịch",
        "Hãy kiểm tra ngày và tháng.",
    ),
    Rule(
        "KH402",
        "timeline",
        "error",
        "Lịch",
        find_wrong_weekdays,
        "Thứ và ngày không khớp",
        "Người dự sẽ đến sai ngày. Hãy xem lại lịch và sửa thứ hoặc ngày.",
    ),
    Rule(
        "KH405",
        "timeline",
        "info",
        "Lịch; Bộ luật Lao động, Điều 112 (ngày nghỉ lễ, tết)",
        find_deadlines_on_days_off,
        "Thời hạn rơi vào ngày nghỉ",
        "Văn thư không tiếp nhận vào ngày nghỉ. Nên đặt thời hạn vào ngày làm việc trước đó.",
    ),
)
