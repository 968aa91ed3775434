"""The one-page summary as a typed structure: what stands where, and how lists are cut so that one page holds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from textwrap import wrap

from kehoach.plan import Span
from kehoach.reports.vietnamese import UNKNOWN

PAGE_LINES = 68  # lines of 9.5-point text that an A4 page holds between narrow margins
PAGE_CHARACTERS = 118  # characters of such a line
FACT_SHARES = (0.13, 0.37)  # the width of a label and a value, as shares of the page


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of the summary.

    text  words of the document, or values that were read from them; '' where the document does not tell
    span  the place in ``Plan.text`` that proves them
    note  what the program adds, shown apart from the quotation: ``và 3 việc khác``
    """

    text: str
    span: Span | None = None
    note: str = ""

    @property
    def remark(self) -> str:
        """The note as it is shown: in parentheses, '' where there is none."""
        return f"({self.note})" if self.note else ""

    def lines(self, width: float) -> int:
        """How many lines of ``width`` characters the cell fills, about."""
        return len(wrap(f"{self.text or UNKNOWN} {self.remark}", max(6, int(width)))) or 1


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: a table where it has columns, running text with an entry a row where ``inline``, else a list.

    rows    what is shown; in a table a row has one cell for each of ``columns``, else its cells read ``one: other``
    shares  the width of each column, as shares of the page
    floor   rows to show before other sections may show more than theirs
    more    rows that had to be left out
    empty   what to say where there are no rows
    """

    key: str
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...] = ()
    shares: tuple[float, ...] = (1.0,)
    floor: int = 3
    inline: bool = False
    more: int = 0
    empty: str = UNKNOWN

    @property
    def rest(self) -> str:
        """The line that tells how much was left out, '' where all is shown."""
        return f"… và {self.more} mục khác" if self.more else ""

    @property
    def nothing(self) -> str:
        """What to say in place of rows, as a sentence."""
        return f"{self.empty[:1].upper()}{self.empty[1:]}."


@dataclass(frozen=True, slots=True)
class Summary:
    """The content of the page.

    issuer, number  the letterhead in short
    heading, title  ``TÓM TẮT KẾ HOẠCH`` and the trích yếu
    notices   what to know before reading on: pages that could not be read, a document that is no plan
    facts     labels and values
    sections  the rest of the page, from top to bottom
    origin    where the page comes from
    """

    issuer: Cell
    number: Cell
    heading: str
    title: Cell
    notices: tuple[str, ...]
    facts: tuple[tuple[str, Cell], ...]
    sections: tuple[Section, ...]
    origin: str


def lines_of_facts(facts: tuple[tuple[str, Cell], ...]) -> int:
    """The height of the facts, which stand in two columns."""
    heights = [cell.lines(PAGE_CHARACTERS * FACT_SHARES[1] - 2) for _, cell in facts]
    return sum(max(heights[i : i + 2]) for i in range(0, len(heights), 2))


def _lines_of_row(section: Section, row: tuple[Cell, ...]) -> float:
    """The height of a row in lines; an entry of running text takes the part of a line that it fills."""
    if section.columns:
        room = (share * PAGE_CHARACTERS - 3 for share in section.shares)
        return 0.2 + max(cell.lines(width) if cell.text else 1 for cell, width in zip(row, room, strict=True))
    length = sum(len(cell.text) + len(cell.remark) + 2 for cell in row)
    return length / PAGE_CHARACTERS if section.inline else ceil(length / (PAGE_CHARACTERS - 8))


def fit(sections: tuple[Section, ...], lines: float) -> tuple[Section, ...]:
    """The sections cut to ``lines`` in all: each gets its floor, then one row more in turn while there is room.

    Where the floors alone are too much, the section that fills most lines gives up its last row, down to one.
    """
    heights = [[_lines_of_row(s, row) for row in s.rows] for s in sections]
    taken = [min(s.floor, len(s.rows)) for s in sections]
    left = lines - sum(map(_lines_around, sections)) - sum(sum(h[:n]) for h, n in zip(heights, taken, strict=True))
    while left < 0 and max(taken, default=0) > 1:
        i = max((i for i, n in enumerate(taken) if n > 1), key=lambda i: sum(heights[i][: taken[i]]))
        taken[i] -= 1
        left += heights[i][taken[i]]
    growing = True
    while growing:
        growing = False
        for i, rows in enumerate(heights):
            if taken[i] < len(rows) and rows[taken[i]] <= left:
                left -= rows[taken[i]]
                taken[i] += 1
                growing = True
    return tuple(replace(s, rows=s.rows[:n], more=len(s.rows) - n) for s, n in zip(sections, taken, strict=True))


def _lines_around(section: Section) -> float:
    """The height of what is not a row: title, header, the line that tells what was left out."""
    if not section.rows:
        return 2.5
    return 1.5 + (1.2 if section.columns else 0) + (0 if section.inline or len(section.rows) <= section.floor else 1)
