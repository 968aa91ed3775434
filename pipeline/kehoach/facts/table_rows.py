"""The rows below the head of a table, what merged cells and marks for “as above” hold put in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.facts.table_heads import Column, Head, head_at, line
from kehoach.outline.document import PlacedTable
from kehoach.plan import Span

#: `nt`, `-nt-`, `"`, `như trên`: what stands above holds here too
AS_ABOVE = re.compile(r"[-–—\s(]*(?:n\.?\s?t\.?|như\s+trên|như\s+nt|[\"“”″〃]+|''|,,|/{2})[-–—\s.)]*", re.IGNORECASE)

#: What a further task of one number shares with the one above
INHERITED: frozenset[Column] = frozenset(["index", "lead", "partners"])

#: The number of a column, or the letter of one of the first: `(1)`, `A`, `4 = 3/2`
COUNTED = re.compile(r"\(?(?:(?P<number>\d{1,2})|[A-E])\)?(?:\s*=[\s\d()+/x*:-]+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``place`` is the cell of each kind of column, if it is not empty.

    What a merged cell or a mark leaves to the row above is the cell there, with its place; ``left`` holds the columns
    where that is so.
    """

    cells: list[str]
    spans: list[Span]
    place: dict[Column, int]
    left: frozenset[int] = frozenset()

    def text(self, kind: Column) -> str | None:
        """The words of a cell in one line."""
        return line(self.cells[self.place[kind]]) if kind in self.place else None

    def own(self, *kinds: Column) -> bool:
        """Does the row itself hold a cell of one of these kinds?"""
        return any(kind in self.place and self.place[kind] not in self.left for kind in kinds)

    def span(self, kind: Column) -> Span:
        """The place of a cell that is not empty."""
        return self.spans[self.place[kind]]


def rows_below(table: PlacedTable, head: Head) -> Iterator[Row]:
    """The rows that a head governs; where it stands once more, on each page or above each part, that is no row."""
    columns, at = head.columns, head.end
    held: dict[int, tuple[str, Span]] = {}
    while at < len(table.rows):
        cells, spans = table.rows[at], table.spans[at]
        again = None if any(re.search(r"\d", cell) for cell in cells) else head_at(table.rows, at)
        if again and {"task", "lead"} <= set(again.columns.values()):
            columns, at = again.columns, again.end
            continue
        if _counts_columns(cells):
            at += 1
            continue
        left = {i for i in columns if (at, i) in table.merged or AS_ABOVE.fullmatch(cells[i].strip())}
        left |= _left_blank(cells, columns, held)
        shown = [held.get(i, ("", spans[i])) if i in left else (cells[i], spans[i]) for i in range(len(cells))]
        row = _row(shown, columns, left)
        if set(row.place) - {"index", "task", "indicator"}:  # the title of a group leaves what is above as it was
            held = dict(enumerate(shown))
        yield row
        at += 1


def _left_blank(cells: list[str], columns: dict[int, Column], held: dict[int, tuple[str, Span]]) -> set[int]:
    """The blank cells of a further task without a number below a numbered one, as text shows merged cells."""
    index = next((i for i, kind in columns.items() if kind == "index"), None)
    task = next((i for i, kind in columns.items() if kind == "task"), None)
    if index is None or task is None or cells[index].strip() or not cells[task].strip():
        return set()
    if not held.get(index, ("",))[0].strip():
        return set()
    return {i for i, kind in columns.items() if kind in INHERITED and not cells[i].strip()}


def _counts_columns(cells: list[str]) -> bool:
    """``(1) | (2) | (3) | (4) = (3)/(2)`` below a head: the numbers of the columns."""
    counted = [COUNTED.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    numbers = [int(match["number"]) for match in counted if match and match["number"]]
    return None not in counted and len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _row(shown: list[tuple[str, Span]], columns: dict[int, Column], left: set[int]) -> Row:
    place: dict[Column, int] = {}
    for column, kind in columns.items():
        if shown[column][0].strip():
            place.setdefault(kind, column)
    return Row([text for text, _ in shown], [span for _, span in shown], place, frozenset(left))
