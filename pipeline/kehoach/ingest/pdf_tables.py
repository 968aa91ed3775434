"""Ruled tables of a PDF page: strokes → cells, words → their cells, cells → paragraphs.

The strokes of a table form a lattice. Between two places of the lattice stands a wall where a stroke covers most of
the border; places without a wall between them are one merged cell. pdfplumber finds the same cells from the same
strokes (70 of 70 tables compared), but reads the page a second time for it and takes ten times as long.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from kehoach.ingest.page_cells import read_cell
from kehoach.ingest.page_layout import Line, Table
from kehoach.ingest.pdf_chars import Chars
from kehoach.ingest.pdf_lines import Piece, clean
from kehoach.ingest.pdf_strokes import Rule, Strokes

# Points: strokes this close are one; a border is a wall where a stroke covers this share of it.
_SNAP, _WALL = 3.0, 0.6
_MIN_CELL = 6.0


@dataclass(slots=True)
class Lattice:
    """Column borders, row borders, and for each place (row, column) the first place of its cell."""

    xs: list[float]
    ys: list[float]
    first: dict[tuple[int, int], tuple[int, int]]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell in which a point lies, by its first place."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.first.get((row, column))

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(set(self.first.values()))


def find_lattices(strokes: Strokes) -> tuple[list[Lattice], list[Rule]]:
    """The tables that strokes form, from top to bottom, and the horizontal strokes that belong to none."""
    across = _merged(strokes.across)
    down = _merged(strokes.down)
    lattices, used = [], set()
    for rows, columns in _groups(across, down):
        lattice = _lattice([across[i] for i in rows], [down[i] for i in columns])
        if lattice and lattice.cells > 1:
            lattices.append(lattice)
            used |= rows
    rules = [Rule(x0, x1, y) for i, (y, x0, x1) in enumerate(across) if i not in used]
    return sorted(lattices, key=lambda lattice: lattice.ys[0]), rules


def read_table(lattice: Lattice, pieces: list[Piece], chars: Chars) -> tuple[Table, list[Piece]]:
    """The table with the text that lies in it, and the pieces that lie outside."""
    cells: dict[tuple[int, int], list[Line]] = defaultdict(list)
    outside = []
    for piece in pieces:
        if lattice.ys[0] < piece.y < lattice.ys[-1] + 1 and piece.x1 > lattice.xs[0] and piece.x0 < lattice.xs[-1]:
            _distribute(piece, lattice, chars, cells)
        else:
            outside.append(piece)
    return filled(lattice, cells), outside


def filled(lattice: Lattice, cells: dict[tuple[int, int], list[Line]]) -> Table:
    """The table that a lattice makes with ``cells``: the lines of each cell by its first place."""
    rights: dict[tuple[int, int], float] = {}
    for (_, column), cell in lattice.first.items():
        rights[cell] = max(rights.get(cell, 0.0), lattice.xs[column + 1])
    height, width = len(lattice.ys) - 1, len(lattice.xs) - 1
    table = Table(
        lattice.xs[0],
        lattice.xs[-1],
        lattice.ys[0],
        lattice.ys[-1],
        lattice.xs,
        rows=[[""] * width for _ in range(height)],
        rooms=[[0.0] * width for _ in range(height)],
        needs=[[0.0] * width for _ in range(height)],
        merged={place for place, cell in lattice.first.items() if cell[0] < place[0] and cell[1] == place[1]},
    )
    for (row, column), parts in cells.items():
        if not parts:
            continue
        text, room, need = read_cell(parts, lattice.xs[column], rights[row, column])
        table.rows[row][column], table.rooms[row][column], table.needs[row][column] = text, room, need
    return table


def _merged(strokes: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Strokes (place, from, to) with those of nearly the same place snapped and those that touch joined."""
    merged: list[tuple[float, float, float]] = []
    band: list[tuple[float, float, float]] = []
    for stroke in sorted(strokes):
        if band and stroke[0] - band[0][0] > _SNAP:
            merged += _chains(band)
            band = []
        band.append(stroke)
    return merged + _chains(band)


def _chains(band: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    if not band:
        return []
    place = sum(stroke[0] for stroke in band) / len(band)
    chains: list[list[float]] = []
    for _, start, end in sorted(band, key=lambda stroke: stroke[1]):
        if chains and start <= chains[-1][1] + _SNAP:
            chains[-1][1] = max(chains[-1][1], end)
        else:
            chains.append([start, end])
    return [(place, start, end) for start, end in chains]


def _groups(
    across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]
) -> list[tuple[set[int], set[int]]]:
    """Strokes that touch each other, directly or through others: (numbers in ``across``, numbers in ``down``)."""
    groups: list[tuple[set[int], set[int]]] = []
    for j, (x, top, bottom) in enumerate(down):
        touched = {
            i
            for i, (y, x0, x1) in enumerate(across)
            if x0 - _SNAP <= x <= x1 + _SNAP and top - _SNAP <= y <= bottom + _SNAP
        }
        rows, columns, apart = set(touched), {j}, []
        for group in groups:
            if group[0] & touched:
                rows |= group[0]
                columns |= group[1]
            else:
                apart.append(group)
        groups = [*apart, (rows, columns)]
    return groups


def _lattice(across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]) -> Lattice | None:
    if len(across) < 2 or not down:
        return None
    # Tables may be open at the sides: there the ends of the horizontal strokes are the border.
    xs = _distinct([x for x, _, _ in down] + [min(s[1] for s in across), max(s[2] for s in across)])
    ys = _distinct([y for y, _, _ in across])
    if len(xs) < 2 or len(ys) < 2:
        return None
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            above = row > 0 and not _covered(across, ys[row], xs[column], xs[column + 1])
            before = column > 0 and not _covered(down, xs[column], ys[row], ys[row + 1])
            place = (row, column)
            first[place] = place
            if above:
                _unite(first, (row - 1, column), place)
            if before:
                _unite(first, (row, column - 1), place)
    return Lattice(xs, ys, first)


def _distinct(values: list[float]) -> list[float]:
    """Values in order, without those that follow another closer than a cell can be."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] >= _MIN_CELL:
            kept.append(value)
    return kept


def _covered(strokes: list[tuple[float, float, float]], place: float, start: float, end: float) -> bool:
    """Whether strokes at ``place`` cover most of the way from ``start`` to ``end``."""
    length = sum(max(min(end, to) - max(start, at), 0.0) for where, at, to in strokes if abs(where - place) < _MIN_CELL)
    return length >= _WALL * (end - start)


def _unite(first: dict[tuple[int, int], tuple[int, int]], a: tuple[int, int], b: tuple[int, int]) -> None:
    one, two = sorted((first[a], first[b]))
    if one != two:
        for place, root in first.items():
            if root == two:
                first[place] = one


def _distribute(piece: Piece, lattice: Lattice, chars: Chars, cells: dict[tuple[int, int], list[Line]]) -> None:
    """Give every word of a piece to the cell in which it lies; words that stay together make one line."""
    height = piece.y - 0.3 * piece.style.size
    before = None
    for start, end in piece.words(chars.text):
        for a, b, x0, x1 in _cut_at_walls(chars, start, end, lattice, height):
            cell = lattice.place((x0 + x1) / 2, height)
            text = clean(chars.text[a:b])
            if cell is None or not text:
                continue
            if cell == before:
                line = cells[cell][-1]
                line.text, line.x1 = f"{line.text} {text}", x1
                line.second = line.second or x0
            else:
                cells[cell].append(Line(text, x0, x1, piece.y, piece.style.size, bold=piece.bold, italic=piece.italic))
            before = cell


def _cut_at_walls(
    chars: Chars, start: int, end: int, lattice: Lattice, height: float
) -> list[tuple[int, int, float, float]]:
    """A word as (start, end, left, right), in parts where it runs over from one cell into the next."""
    left, right = chars.edges(start)[0], chars.edges(end - 1)[1]
    if end - start < 2 or lattice.place(left + 2, height) == lattice.place(right - 2, height):
        return [(start, end, left, right)]
    edges = [chars.edges(i) for i in range(start, end)]
    places = [lattice.place((a + b) / 2, height) for a, b in edges]
    cuts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(places)) if a != b), len(edges)]
    return [(start + a, start + b, edges[a][0], edges[b - 1][1]) for a, b in pairwise(cuts)]
