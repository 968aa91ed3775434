"""``Plan.text`` → the document as a page shows it: lines with their structure, cut where facts begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach.plan import Plan, Span, Table
from kehoach.reports.vietnamese import clean

_LETTERHEAD = 80  # characters; what is longer than that is running text


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text that proves a fact; ``key`` is that of the fact, ``kind`` says how it is shown."""

    span: Span
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line. ``keys`` are the facts that they belong to, the shortest first; ``opens`` begin here."""

    text: str
    keys: tuple[str, ...] = ()
    kind: str = ""
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document.

    kind    ``head``, ``title``, ``block``, ``tail`` or ``table``
    page    the page of the file that begins with it
    cells   of a table: rows of cells, each the pieces of its text
    """

    kind: str
    pieces: tuple[Piece, ...] = ()
    label: str = ""
    depth: int = 0
    heading: bool = False
    page: int | None = None
    cells: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    id: str = ""

    @property
    def long(self) -> bool:
        """Whether the line is a paragraph rather than a line of a letterhead."""
        return sum(len(piece.text) for piece in self.pieces) > _LETTERHEAD


@dataclass(slots=True)
class _Cutter:
    """The marks by the line that they touch, and which facts were opened so far."""

    text: str
    starts: list[int]
    by_line: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    opened: set[str] = field(default_factory=set)

    def add(self, mark: Mark) -> None:
        start, end = mark.span
        for line in range(self.line_of(start), self.line_of(max(start, end - 1)) + 1):
            self.by_line[line].append(mark)

    def line_of(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The words from ``start`` to ``end``, cut."""
        lines = range(self.line_of(start), self.line_of(max(start, end - 1)) + 1)
        marks = [m for line in lines for m in self.by_line.get(line, ()) if m.span[0] < end and start < m.span[1]]
        cuts = sorted({start, end, *(edge for m in marks for edge in m.span if start < edge < end)})
        return tuple(self._piece(a, b, marks) for a, b in pairwise(cuts))

    def _piece(self, start: int, end: int, marks: list[Mark]) -> Piece:
        over = [m for m in marks if m.span[0] <= start and end <= m.span[1]]
        over.sort(key=lambda m: (m.span[1] - m.span[0], m.kind == "finding"))
        keys = tuple(dict.fromkeys(m.key for m in over))
        opens = tuple(key for key in keys if key not in self.opened)
        self.opened.update(opens)
        words = _kept(self.text[start:end])
        return Piece(words, keys, over[0].kind if over else "", opens)


def document_lines(plan: Plan, marks: Sequence[Mark]) -> list[Line]:
    """The whole text of ``plan``, in order, with the marks of its facts."""
    starts = [0]
    for part in plan.text.split("\n")[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    cutter = _Cutter(plan.text, starts)
    for mark in marks:
        if mark.span[0] < mark.span[1]:
            cutter.add(mark)
    blocks = {block.span[0]: block for block in plan.blocks}
    tables = _tables(plan)
    first = min(blocks, default=len(plan.text))
    last = max(blocks, default=-1)
    title = plan.header.spans.get("title")
    found: list[Line] = []
    done = -1
    for start, end in pairwise([*starts, len(plan.text) + 1]):
        if start < done:
            continue
        page = _page(plan, start, end)
        if start in tables:
            table, done = tables[start]
            found.append(Line("table", page=page, cells=_cells(table, cutter)))
        elif block := blocks.get(start):
            pieces = cutter.pieces(start, end - 1)
            found.append(Line("block", pieces, block.label or "", block.depth, block.heading, page, id=block.id))
        elif plan.text[start : end - 1].strip():
            titled = title is not None and title[0] <= start < title[1]
            kind = "title" if titled else "head" if start < first else "tail" if start > last else "block"
            found.append(Line(kind, cutter.pieces(start, end - 1), depth=1, page=page))
    return found


def _tables(plan: Plan) -> dict[int, tuple[Table, int]]:
    """Tables by the offset of their first cell, with the offset after their last."""
    found = {}
    for table in plan.tables:
        spans = [span for row in table.spans for span in row if span[0] < span[1]]
        if spans:
            found[min(start for start, _ in spans)] = (table, max(end for _, end in spans))
    return found


def _cells(table: Table, cutter: _Cutter) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    return tuple(tuple(cutter.pieces(*span) if span[0] < span[1] else () for span in row) for row in table.spans)


def _page(plan: Plan, start: int, end: int) -> int | None:
    """The last page that begins within a line."""
    pages = plan.source.page_starts or []
    number = bisect_right(pages, end - 1)
    return number if number and start <= pages[number - 1] < end else None


def _kept(text: str) -> str:
    """``clean``, with the spaces at both ends that part words from their neighbours."""
    words = clean(text)
    before = " " if text[:1].isspace() else ""
    return before + words + (" " if words and text[-1:].isspace() else "") if words else before
