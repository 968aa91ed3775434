"""What a file says, before anything is understood: paragraphs and tables in reading order.

Every reader in this package turns one kind of file into a ``Source``. The outline stage asks nothing else of a file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kehoach.plan import Layout, SourceError

#: told of OCR's progress: pages that are read, pages that are to be read
Progress = Callable[[int, int], None]

Alignment = Literal["left", "center", "right", "justify"]


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or what the file shows as one.

    text    NFC, one line: no line breaks, no Markdown marks, white space collapsed, never empty
    page    from 1; None where the file has no pages
    label   the number or bullet that Word generates and the text does not hold (``1.``, ``a)``, ``-``)
    level   list level (from 0) of an automatic number
    bold, italic   true or false for (nearly) the whole paragraph; None where the file does not tell
    align, indent  alignment and left edge of the first line in points, where the file tells
    cut     the paragraph touches the end of a page or is otherwise open: what follows may continue it
    confidence  mean OCR confidence 0..1, None for digital text
    """

    text: str
    page: int | None = None
    label: str | None = None
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    align: Alignment | None = None
    indent: float | None = None
    cut: bool = False
    confidence: float | None = None


@dataclass(slots=True)
class Grid:
    r"""A table as the file shows it: ``rows[r][c]`` holds the cell's paragraphs joined by ``\n``.

    All rows have the same length. The text of a merged cell stands in its first place, the other places are empty;
    ``merged`` holds the places (row, column) that belong to the cell above, where the file tells.
    A letterhead or foot laid out as a table is a Grid too; the outline tells them apart.
    """

    rows: list[list[str]]
    page: int | None = None
    merged: set[tuple[int, int]] = field(default_factory=set)


@dataclass(slots=True)
class Footnote:
    """A footnote or endnote: its mark and its text."""

    mark: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that OCR read with little confidence, or that was mended (``read`` is then what the engine read).

    ``before`` and ``after`` are the words beside it on the page, by which it is found in the text.
    """

    text: str
    page: int
    confidence: float
    read: str | None
    before: str
    after: str


@dataclass(slots=True)
class Limits:
    """What a reader accepts before it refuses: bytes of the file, bytes when unpacked, pages, pixels of a picture,
    and seconds to read one scanned page.
    """

    bytes: int = 64 * 2**20
    unpacked: int = 512 * 2**20
    pages: int = 2000
    pixels: int = 60 * 10**6
    page_seconds: float = 60


@dataclass(slots=True)
class Source:
    """A file as read: its parts in reading order, and what could not be read."""

    name: str
    sha256: str
    media_type: str
    parts: list[Paragraph | Grid]
    footnotes: list[Footnote] = field(default_factory=list)
    pages: int | None = None
    ocr: bool = False
    layout: Layout | None = None
    errors: list[SourceError] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def digest(data: bytes) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
