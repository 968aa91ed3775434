"""Dates as plans write them (FACTS 7.2), in ISO 8601 cut to what is known.

``tháng 7/2022`` → ``2022-07``; ``quý I/2026`` → ``2026-03`` (a quarter ends with its last month); ``ngày 15/01`` of
every year → ``--01-15``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kehoach.knowledge.lookalikes import misread_figures

YEAR = r"(?:19|20)\d{2}"
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, slots=True)
class Run:
    """The months in which a plan runs (``2026-08`` … ``2027-07``), less than a year and a half: a day without a year is
    one of them.
    """

    first: str
    last: str

    @property
    def year(self) -> str | None:
        """The year of a plan for one year."""
        return self.first[:4] if self.first[:4] == self.last[:4] else None

    def complete(self, when: str | None) -> str | None:
        """``--09-15`` → ``2026-09-15``; as it is where no month of the run, or more than one, can be meant."""
        if not when or not when.startswith("--"):
            return when
        years = sorted({self.first[:4], self.last[:4]})
        fitting = years if self.year else [y for y in years if self.first <= y + when[1:4] <= self.last]
        return fitting[0] + when[1:] if len(fitting) == 1 else when


def iso(day: str | int | None, month: str | int | None, year: str | int | None) -> str | None:
    """ISO date cut to what is known; None for a day that no calendar has."""
    d, m, y = (int(x) if x else None for x in (day, month, year))
    if m is not None and not 1 <= m <= 12:
        return None
    try:
        if d is not None and m is not None:
            date(y or 2000, m, d)
    except ValueError:
        return None
    if y is None:
        return f"--{m:02}-{d:02}" if m and d else f"--{m:02}" if m else None
    return f"{y:04}" + (f"-{m:02}" if m else "") + (f"-{d:02}" if m and d else "")


def parse_date(text: str) -> str | None:
    """The date that ``text`` holds (the first), or None; none is read from figures with letters in them.

    >>> [parse_date(t) for t in ("ngày 18 tháng 5 năm 2022", "03/8/2022", "ngày tháng 6 năm 2023")]
    ['2022-05-18', '2022-08-03', '2023-06']
    >>> [parse_date(t) for t in ("quý I/2026", "ngày 15/01")]
    ['2026-03', '--01-15']
    """
    if misread_figures(text):
        return None
    if m := re.search(rf"(\d{{1,2}})\s*[/.\-]\s*(\d{{1,2}})\s*[/.\-]\s*({YEAR})", text):
        return iso(m[1], m[2], m[3])
    if m := re.search(rf"(\d{{1,2}})?\s*tháng\s*(\d{{1,2}})\s*(?:năm\s+|/\s*|-\s*)({YEAR})", text, re.IGNORECASE):
        return iso(m[1], m[2], m[3])
    if m := re.search(rf"qu[ýí]\s+(IV|I{{1,3}}|[1-4])(?:\s*(?:/\s*|năm\s+|-\s*)({YEAR}))?", text, re.IGNORECASE):
        quarter = QUARTERS.get(m[1].upper()) or int(m[1])
        return iso(None, quarter * 3, m[2])
    if m := re.search(rf"tháng\s+(đầu|cuối)\s+năm(?:\s+({YEAR}))?", text, re.IGNORECASE):
        return iso(None, 6 if m[1].lower() == "đầu" else 12, m[2])
    if m := re.search(r"(\d{1,2})\s*(?:/|\s+tháng\s+)\s*(\d{1,2})(?!\d)", text, re.IGNORECASE):
        return iso(m[1], m[2], None)
    if m := re.search(rf"năm học\s+{YEAR}\s*[-–]\s*({YEAR})|({YEAR})", text, re.IGNORECASE):
        return m[1] or m[2]
    if m := re.search(r"tháng\s*(\d{1,2})", text, re.IGNORECASE):
        return iso(None, m[1], None)
    return None
