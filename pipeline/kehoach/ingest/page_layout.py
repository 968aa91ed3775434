"""What one page shows: lines of text with their places, tables, footnotes. The digital reader and OCR both end here.

All measures are points as the reader sees the page (after ``/Rotate``): x from the left edge, y from the TOP edge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.ingest.source import Doubt

# A page of this many points' difference in width has a layout (margins) of its own.
WIDTH_STEP = 20.0
_HYPHEN = re.compile(r"[^\W_]-|\d/")
_ENDS = re.compile(r"[.;:!?…][”\"’)]*$")

# Font sizes: a gap inside a line that parts a label from its value.
_GUTTER = 3.0


@dataclass(slots=True)
class Line:
    """A line of text, or the part of one that stands in a column of its own.

    text     NFC, words parted by single spaces
    x0, x1   left edge of the first and right edge of the last letter
    y        baseline
    size     font size
    second   left edge of the second word, None if there is but one
    gutter   (left, right) of the widest gap inside a line that was put together from parts: label … value
    bold, italic   true or false for (nearly) the whole line; None where the file does not tell
    confidence     mean OCR confidence 0..1, None for digital text
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    second: float | None = None
    gutter: tuple[float, float] | None = None
    bold: bool | None = None
    italic: bool | None = None
    confidence: float | None = None

    @property
    def center(self) -> float:
        """Middle of the line, in points from the left."""
        return (self.x0 + self.x1) / 2

    @property
    def first_word(self) -> float:
        """Width that the first word needs at the end of the line before, with the space in front of it."""
        end = self.x1 + 0.25 * self.size if self.second is None else self.second
        return end - self.x0


@dataclass(slots=True)
class Table:
    """A ruled table of one page.

    rows, merged  as in ``Grid``;  edges  the x of its column borders
    rooms   for each cell the room that its last line leaves;  needs  the width of its first word
    """

    x0: float
    x1: float
    top: float
    bottom: float
    edges: list[float]
    rows: list[list[str]]
    rooms: list[list[float]]
    needs: list[list[float]]
    merged: set[tuple[int, int]] = field(default_factory=set)


@dataclass(slots=True)
class Note:
    """A footnote, or (mark ``""``) the rest of the last one of the page before."""

    mark: str
    text: str


@dataclass(slots=True)
class Page:
    """A page as read; ``number`` counts from 1. ``is_layer``: its text lies unseen under a picture of the page."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    is_layer: bool = False
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def format(self) -> int:
        """Pages of the same format share their margins."""
        return round(self.width / WIDTH_STEP)


def in_rows(lines: list[Line]) -> list[list[Line]]:
    """``lines`` grouped by their baselines from top to bottom; each row from left to right."""
    rows: list[list[Line]] = []
    base = small = 0.0
    for line in sorted(lines, key=lambda line: line.y):
        if rows and line.y - base <= 0.4 * max(min(small, line.size), 6.0):
            rows[-1].append(line)
            small = min(small, line.size)
        else:
            rows.append([line])
            base, small = line.y, line.size
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def joined(row: list[Line]) -> Line:
    """The parts of a row as one line, left to right (label … value)."""
    if len(row) == 1:
        return row[0]
    text, end = row[0].text, row[0].x1
    gutter = (end, end)
    for part in row[1:]:
        gap = part.x0 - end
        gutter = max(gutter, (end, part.x0), key=lambda span: span[1] - span[0])
        glued = gap < 0.12 * part.size or (part.text[0] in ";,.:)!?”" and gap < part.size)
        text += part.text if glued else " " + part.text
        end = max(end, part.x1)
    second = row[0].second if row[0].second is not None else row[1].x0
    main = max(row, key=lambda part: len(part.text))
    return Line(
        text=text,
        x0=row[0].x0,
        x1=end,
        y=main.y,
        size=main.size,
        second=second,
        gutter=gutter if gutter[1] - gutter[0] > _GUTTER * main.size else None,
        bold=_same([p.bold for p in row]),
        italic=_same([p.italic for p in row]),
        confidence=main.confidence,
    )


def _same(values: list[bool | None]) -> bool | None:
    if None in values:
        return None
    return all(values)


def append(text: str, more: str) -> str:
    """``text`` with the next line of the same paragraph; a hyphen, or the slash of a number, joins without a space."""
    if not text:
        return more
    inside = _HYPHEN.fullmatch(text[-2:]) and more[0].isalnum()
    if inside and text[-2].isdigit() and more[0].isupper() and more[1:2].islower():
        inside = None  # "IV/2025-" and "Quý II": a span of time, not a number such as "35-NQ/TU"
    return text + more if inside else f"{text} {more}"


def is_closed(text: str) -> bool:
    """Whether a text ends as sentences and items do."""
    return _ENDS.search(text[-5:]) is not None


def is_short(line: Line, after: Line, right: float) -> bool:
    """Whether ``line`` had room for the first word of ``after`` before ``right``."""
    return right - line.x1 > after.first_word + 0.15 * line.size
