"""A table of a web page while it is read: spans of cells resolved, layout told from data."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.ingest.runs import Draft, cell_text, framed, rectangle
from kehoach.ingest.source import Grid

WIDEST = 256  # columns; more are put into the last


@dataclass(slots=True)
class Table:
    """An open table: where its grid goes, its rows, rows that cells above still fill by column, the places that they
    filled, the items of each row's cells.
    """

    outer: list[Draft | Grid]
    rows: list[list[str]] = field(default_factory=list)
    filled: dict[int, int] = field(default_factory=dict)
    merged: set[tuple[int, int]] = field(default_factory=set)
    cells: list[list[list[Draft | Grid]]] = field(default_factory=list)

    def begin_row(self) -> None:
        """Begin a row."""
        self._end_row()
        self.rows.append([])
        self.cells.append([])
        self.fill()

    def _end_row(self) -> None:
        """Cells from above also take the places that a short row leaves behind its last cell."""
        for column, rows in self.filled.items() if self.rows else ():
            if rows > 0 and column >= len(self.rows[-1]):
                self.filled[column] -= 1
                self.merged.add((len(self.rows) - 1, column))

    def fill(self) -> None:
        """Leave the places empty that a cell from above takes."""
        row = self.rows[-1]
        while self.filled.get(len(row), 0) > 0:
            self.filled[len(row)] -= 1
            self.merged.add((len(self.rows) - 1, len(row)))
            row.append("")

    def add(self, items: list[Draft | Grid], columns: int, rows: int) -> None:
        """Add a cell to the open row."""
        self.cells[-1].append(items)
        text = cell_text(items)
        row = self.rows[-1]
        if len(row) >= WIDEST:
            row[-1] = f"{row[-1]}\n{text}".strip()
            return
        for column in range(len(row), len(row) + columns):
            self.filled[column] = rows - 1
        row += [text] + [""] * (columns - 1)
        self.fill()

    def items(self) -> list[Draft | Grid]:
        """The table as a grid; what only lays out the page, or frames a text, as the content of its cells."""
        content = framed([cells for cells in self.cells if cells])
        if content is not None:
            return content
        self._end_row()
        grid = rectangle(self.rows, self.merged)
        return [grid] if grid else []
