"""The text of a document as it grows line by line, and what the outline stage hands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.ingest.source import Grid
from kehoach.plan import Appendix, Block, Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text and its place: ``text[span[0]:span[1]]`` is the line."""

    text: str
    span: Span


@dataclass(slots=True)
class PlacedTable:
    """A table with the place of each cell, and the block or appendix (by number) it stands in.

    ``merged`` as in ``Grid``: places that belong to the cell above.
    """

    rows: list[list[str]]
    spans: list[list[Span]]
    page: int | None
    caption: str | None
    after: str | None = None
    appendix: int | None = None
    merged: set[tuple[int, int]] = field(default_factory=set)


@dataclass(slots=True)
class Decision:
    """The decision or resolution that promulgates the plan: its letterhead, type, operative lines."""

    letterhead: list[Line]
    document_type: Line
    lines: list[Line]


@dataclass(slots=True)
class Outline:
    """A document divided into its parts, each line placed in ``text``. ``scanned``: pages of it were read by OCR."""

    text: str = ""
    scanned: bool = False
    letterhead: list[Line] = field(default_factory=list)
    decision: Decision | None = None
    document_type: Line | None = None
    title: Line | None = None
    notes: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    appendix_lines: list[Line] = field(default_factory=list)
    footnotes: list[Line] = field(default_factory=list)
    page_starts: list[int] | None = None


class TextBuilder:
    """Collects the lines of ``Plan.text`` and remembers where each page begins."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._pages: dict[int, int] = {}

    def add(self, text: str, page: int | None = None) -> Line:
        """Append a line; inner line breaks become spaces."""
        text = " ".join(text.split("\n"))
        start = self._length
        self._lines.append(text)
        self._length += len(text) + 1
        self.page_at(page, start)
        return Line(text, (start, start + len(text)))

    def page_at(self, page: int | None, offset: int) -> None:
        """Note that ``page`` begins at ``offset``, unless an earlier place of it is known."""
        if page is not None:
            self._pages.setdefault(page, offset)

    def text(self) -> str:
        """All lines, each ended by a line break."""
        return "".join(line + "\n" for line in self._lines)

    def page_starts(self, pages: int | None) -> list[int] | None:
        """The offset where each page begins; a page that begins nowhere starts with the next one."""
        if not pages:
            return None
        starts = [0] * pages
        following = self._length
        for page in range(pages, 0, -1):
            following = min(following, self._pages.get(page, following))
            starts[page - 1] = following
        starts[0] = 0
        return starts


def table_lines(builder: TextBuilder, grid: Grid) -> list[list[Span]]:
    """Append every cell as a line; the spans follow the rows."""
    return [[builder.add(cell, grid.page).span for cell in row] for row in grid.rows]
