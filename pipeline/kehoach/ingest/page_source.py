"""Pages → the parts of a document in reading order. What one page alone cannot tell is told here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from kehoach.ingest.page_columns import take_columns
from kehoach.ingest.page_frame import Margins, measure
from kehoach.ingest.page_layout import Line, Page, Table, append, in_rows, joined
from kehoach.ingest.page_margins import drop_furniture
from kehoach.ingest.page_paragraphs import may_continue, paragraphs
from kehoach.ingest.scan_labels import with_labels
from kehoach.ingest.source import Footnote, Grid, Paragraph
from kehoach.outline.labels import split_label

_Cell = TypeVar("_Cell", str, float)

_EDGE = 4.0
_CLOSED = re.compile(r"[.;:!?]$")


@dataclass(slots=True)
class _Part:
    """A part with its place: top and, of a paragraph, its first and last line; of a table, the table."""

    y: float
    part: Paragraph | Grid
    first: Line | None = None
    last: Line | None = None
    table: Table | None = None


def assemble(pages: list[Page]) -> tuple[list[Paragraph | Grid], list[Footnote]]:
    """The parts and footnotes of a document whose readable pages are ``pages``. The pages are used up."""
    drop_furniture(pages)
    columns = {page.number: take_columns(page) for page in pages}
    for page in pages:
        page.lines = [joined(row) for row in in_rows(page.lines)]
    margins = measure(pages)
    parts: list[_Part] = []
    before: Page | None = None
    for page in pages:
        here = [_Part(region.top, region.grid) for region in columns[page.number]]
        here += [_Part(table.top, Grid(table.rows, page.number, table.merged), table=table) for table in page.tables]
        here += _texts(page, margins[page.number], [part.y for part in here])
        here.sort(key=lambda part: part.y)
        if before and parts and here:
            _bridge(parts[-1], here, margins[before.number], margins[page.number], page.number - before.number == 1)
        parts += here
        before = page
    return with_labels([part.part for part in parts]), _footnotes(pages)


def _texts(page: Page, margins: Margins, borders: list[float]) -> list[_Part]:
    """The paragraphs of a page; none goes on beyond a table or a letterhead."""
    found = []
    borders = [*sorted(borders), page.height + 1000]
    lines = iter(page.lines)
    line = next(lines, None)
    for border in borders:
        group = []
        while line and line.y < border:
            group.append(line)
            line = next(lines, None)
        for first, last, paragraph in paragraphs(group, margins, page.number):
            found.append(_Part(first.y, paragraph, first, last))
    return found


def _bridge(last: _Part, here: list[_Part], old: Margins, new: Margins, adjacent: bool) -> None:
    """Mark a paragraph that may go on over the page break; join a table that goes on."""
    first = here[0]
    if last.table and first.table and adjacent and isinstance(last.part, Grid):
        if _join_tables(last.part, last.table, first.table):
            del here[0]
        return
    if not isinstance(last.part, Paragraph) or last.last is None or last.part.align in ("center", "right"):
        return
    if not adjacent:
        last.part.cut = old.right - last.last.x1 < 0.15 * old.width
    elif isinstance(first.part, Paragraph) and first.first and first.part.align not in ("center", "right"):
        last.part.cut = may_continue(last.last, old, first.first, new)


def _join_tables(grid: Grid, table: Table, after: Table) -> bool:
    """Add the rows of ``after`` to ``grid`` if both have the same columns; a repeated head is dropped."""
    edges = _common_edges(table.edges, after.edges)
    if edges is None:
        return False
    rows = _widened(grid.rows, table.edges, edges, "")
    more = _widened(after.rows, after.edges, edges, "")
    rooms = _widened(table.rooms, table.edges, edges, 0.0)
    needs = _widened(after.needs, after.edges, edges, 0.0)
    head = 0
    while head < min(len(rows), len(more)) and rows[head] == more[head] and any(rows[head]):
        head += 1
    more, needs = more[head:], needs[head:]
    opened = _open_cells(rows[-1], more[0], rooms[-1], needs[0]) if more else set()
    if opened:
        cells = zip(rows[-1], more[0], strict=True)
        rows[-1] = [_joined_cell(a, b, i in opened) for i, (a, b) in enumerate(cells)]
        more = more[1:]
    grid.merged = _moved(grid.merged, table.edges, edges, 0) | _moved(
        after.merged, after.edges, edges, len(rows) - head - bool(opened), first=len(rows)
    )
    grid.rows = rows + more
    table.edges, table.rooms = edges, _widened(after.rooms, after.edges, edges, 0.0)
    return True


def _common_edges(one: list[float], two: list[float]) -> list[float] | None:
    """The finer of two sets of column borders if it holds the other; merged cells may hide a border on one page."""
    fine, coarse = (one, two) if len(one) >= len(two) else (two, one)
    if abs(fine[0] - coarse[0]) > _EDGE or abs(fine[-1] - coarse[-1]) > _EDGE:
        return None
    return fine if all(any(abs(x - y) <= _EDGE for y in fine) for x in coarse) else None


def _widened(rows: list[list[_Cell]], edges: list[float], fine: list[float], empty: _Cell) -> list[list[_Cell]]:
    """``rows`` with the columns of ``fine``: each cell stands in the column of its left border."""
    if len(edges) == len(fine):
        return rows
    places = _places(edges, fine)
    wide = []
    for row in rows:
        cells = [empty] * (len(fine) - 1)
        for place, cell in zip(places, row, strict=True):
            cells[place] = cell
        wide.append(cells)
    return wide


def _places(edges: list[float], fine: list[float]) -> list[int]:
    """The columns of ``fine`` in which the columns of ``edges`` begin."""
    if len(edges) == len(fine):
        return list(range(len(edges) - 1))
    return [next(i for i, y in enumerate(fine) if abs(x - y) <= _EDGE) for x in edges[:-1]]


def _moved(
    merged: set[tuple[int, int]], edges: list[float], fine: list[float], down: int, first: int = 0
) -> set[tuple[int, int]]:
    """Places in the columns of ``fine``, ``down`` rows further down; those above row ``first`` are left out."""
    places = _places(edges, fine)
    return {(row + down, places[column]) for row, column in merged if row + down >= first}


def _open_cells(row: list[str], after: list[str], rooms: list[float], needs: list[float]) -> set[int]:
    """The cells in which ``row`` goes on in ``after``, if ``after`` is the rest of a row that the page break divided.

    Then nothing stands in it that has not begun above, a cell goes on in mid-sentence where its line was full, and so
    does the first cell, or it is empty (numbers stand at the beginning of a row).
    """
    shown = {i for i, cell in enumerate(after) if cell}
    going_on = {
        i
        for i in shown
        if (after[i][0].islower() or rooms[i] < needs[i])
        and split_label(after[i])[0] is None
        and not _CLOSED.search(row[i])
    }
    begun = all(row[i] for i in shown)
    return going_on if begun and (0 in going_on or 0 not in shown) else set()


def _joined_cell(a: str, b: str, is_open: bool) -> str:
    if not a or not b:
        return a or b
    return append(a, b) if is_open else f"{a}\n{b}"


def _footnotes(pages: list[Page]) -> list[Footnote]:
    found: list[Footnote] = []
    for page in pages:
        for note in page.notes:
            if not note.mark and found:
                found[-1].text = append(found[-1].text, note.text)
            else:
                found.append(Footnote(note.mark, note.text, page.number))
    return found
