"""Word 97-2003 documents ([MS-DOC]): the text and the properties that the streams hold, not yet understood.

Text is addressed by character positions (CP) that run through the body, then footnotes, heads, comments, endnotes and
text boxes. A piece table says where in the file the characters stand; pages of 512 bytes say which properties the
characters at a place of the file have.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from kehoach.ingest.compound import Compound

WORD_97 = 0xA5EC
_PAGE = 512
_HEAD, _FIRST_HEAD = 7, 10  # six separators of notes come first, then six heads and feet of each section

# Places in the list of (offset, length) pairs of the file information block ([MS-DOC] 2.5.6, FibRgFcLcb97).
_STYLES, _FOOTNOTE_REFS, _FOOTNOTE_TEXTS, _HEADS, _CHAR_PAGES, _PARAGRAPH_PAGES, _FONTS = 1, 2, 3, 11, 12, 13, 15
_PIECES, _SHAPES, _ENDNOTE_REFS, _ENDNOTE_TEXTS, _BOX_TEXTS, _LISTS, _OVERRIDES = 33, 40, 46, 47, 56, 73, 74


# Shapes by the position of their anchor, and text boxes as (shape, start, end).
Boxes: TypeAlias = tuple[dict[int, int], list[tuple[int, int, int]]]


class OldWord(ValueError):
    """A document of Word 6 or 95, which is another format."""


class Encrypted(ValueError):
    """A document with a password."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``start`` to ``end`` (CP) with the property modifiers (sprms) that stand on them."""

    start: int
    end: int
    sprms: bytes


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes or endnotes: where they are referred to, which marks count, and where their texts stand."""

    references: tuple[int, ...]
    counted: tuple[bool, ...]
    texts: tuple[tuple[int, int], ...]


class BinaryDocument:
    """The parts of a Word 97-2003 file.

    text        all characters, by CP
    body        start and end of the main text
    paragraphs, characters   stretches of one property, in order
    styles, fonts, lists, overrides  tables as bytes, for ``word_sprms`` and ``word_binary_lists``
    """

    def __init__(self, data: bytes) -> None:
        """Raises ``OldWord``, ``Encrypted``, and ``ValueError`` or ``struct.error`` for damage."""
        file = Compound(data)
        main = file.stream("WordDocument")
        if main is None or len(main) < 0x9A:
            raise ValueError("no Word document")
        ident, _, flags = struct.unpack_from("<HH6xH", main)
        if ident != WORD_97:
            raise OldWord("Word 6 or 95")
        if flags & 0x0100:
            raise Encrypted("password")
        table = file.stream("1Table" if flags & 0x0200 else "0Table")
        if table is None:
            raise ValueError("no table stream")
        self._main, self._table = main, table
        self.data = file.stream("Data") or b""
        lengths = struct.unpack_from("<8i", main, 0x4C)
        self.body = (0, lengths[0])
        self._before_notes = {"footnote": lengths[0], "endnote": sum(lengths[:5])}
        self._before_heads, self._before_boxes = sum(lengths[:2]), sum(lengths[:6])
        self._pieces = list(self._read_pieces())
        self.text = "".join(text for _, _, _, text in self._pieces)
        self.characters = list(self._stretches(_CHAR_PAGES, 1))
        self.paragraphs = list(self._stretches(_PARAGRAPH_PAGES, 13))
        self._starts = {id(s): [x.start for x in s] for s in (self.characters, self.paragraphs)}
        self.styles, self.fonts = self._part(_STYLES), self._part(_FONTS)
        self.lists, self.overrides = self._part(_LISTS, to_end=True), self._part(_OVERRIDES, to_end=True)

    def paragraph_at(self, position: int) -> bytes:
        """Style index (2 bytes) and sprms of the paragraph that ends at ``position``."""
        found = self._at(self.paragraphs, position)
        return found.sprms if found is not None else b"\0\0"

    def characters_in(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches of characters between two positions, cut to them; gaps have no properties."""
        for at in range(max(0, bisect_right(self._starts[id(self.characters)], start) - 1), len(self.characters)):
            found = self.characters[at]
            if found.start >= end:
                break
            if found.start > start:
                yield Stretch(start, found.start, b"")
            first, stop = max(start, found.start), min(end, found.end)
            if first < stop:
                yield Stretch(first, stop, found.sprms)
                start = stop
        if start < end:
            yield Stretch(start, end, b"")

    def notes(self, kind: str) -> Notes:
        """The notes of ``footnote`` or ``endnote``."""
        refs, texts = (_FOOTNOTE_REFS, _FOOTNOTE_TEXTS) if kind == "footnote" else (_ENDNOTE_REFS, _ENDNOTE_TEXTS)
        places, flags = _plex(self._part(refs), 2)
        bounds, _ = _plex(self._part(texts), 0)
        base = self._before_notes[kind]
        spans = tuple((base + a, base + b) for a, b in pairwise(bounds))
        return Notes(tuple(places[: len(flags)]), tuple(any(f) for f in flags), spans)

    def heads(self) -> list[tuple[int, int]]:
        """The heads of the first page and of the pages after it, in the first section."""
        bounds, _ = _plex(self._part(_HEADS), 0)
        spans = list(pairwise(self._before_heads + bound for bound in bounds))
        return [spans[n] for n in (_FIRST_HEAD, _HEAD) if n < len(spans)]

    def boxes(self) -> Boxes:
        """The shapes of the body, and the text boxes."""
        places, shapes = _plex(self._part(_SHAPES), 26)
        bounds, boxes = _plex(self._part(_BOX_TEXTS), 22)
        base = self._before_boxes
        anchors = {place: struct.unpack_from("<i", shape)[0] for place, shape in zip(places, shapes, strict=False)}
        return anchors, [
            (struct.unpack_from("<i", box, 14)[0], base + bounds[n], base + bounds[n + 1])
            for n, box in enumerate(boxes)
        ]

    def _at(self, stretches: list[Stretch], position: int) -> Stretch | None:
        at = bisect_right(self._starts[id(stretches)], position) - 1
        return stretches[at] if at >= 0 and stretches[at].end > position else None

    def _part(self, place: int, to_end: bool = False) -> bytes:
        """A part of the table stream; of lists the levels follow behind the stated length."""
        at = 0x9A + 8 * place
        if at + 8 > len(self._main):
            return b""
        offset, length = struct.unpack_from("<II", self._main, at)
        return self._table[offset : len(self._table) if to_end and length else offset + length]

    def _read_pieces(self) -> Iterator[tuple[int, int, int, str]]:
        """CP, place in the file, bytes a character, and text of every piece."""
        data = self._part(_PIECES)
        at = 0
        while at < len(data) and data[at] == 1:
            at += 3 + struct.unpack_from("<H", data, at + 1)[0]
        if at >= len(data) or data[at] != 2:
            raise ValueError("no piece table")
        length = struct.unpack_from("<I", data, at + 1)[0]
        places, pieces = _plex(data[at + 5 : at + 5 + length], 8)
        for start, end, piece in zip(places, places[1:], pieces, strict=False):
            code = struct.unpack_from("<I", piece, 2)[0]
            if not 0 <= end - start <= len(self._main):
                raise ValueError("piece longer than the file")
            if code & 0x40000000:
                offset, width = (code & 0x3FFFFFFF) // 2, 1
                text = self._main[offset : offset + end - start].decode("cp1252", "replace")
            else:
                offset, width = code & 0x3FFFFFFF, 2
                text = _units(self._main[offset : offset + 2 * (end - start)])
            if len(text) != end - start:
                raise ValueError("text beyond the end of the file")
            yield start, offset, width, text

    def _stretches(self, place: int, step: int) -> Iterator[Stretch]:
        """Properties by CP: the runs of the file, cut at the pieces."""
        runs = sorted(self._runs(place, step))
        starts = [run[0] for run in runs]
        for start, offset, width, text in self._pieces:
            end = offset + width * len(text)
            at = max(0, bisect_right(starts, offset) - 1)
            while at < len(runs) and runs[at][0] < end:
                first, last = max(runs[at][0], offset) - offset, min(runs[at][1], end) - offset
                if first < last:
                    yield Stretch(start + first // width, start + (last + width - 1) // width, runs[at][2])
                at += 1

    def _runs(self, place: int, step: int) -> Iterator[tuple[int, int, bytes]]:
        """Start, end and sprms in places of the file, from the pages of properties."""
        _, numbers = _plex(self._part(place), 4)
        for number in {struct.unpack("<I", n)[0] & 0x3FFFFF for n in numbers}:
            page = self._main[number * _PAGE : (number + 1) * _PAGE]
            if len(page) < _PAGE:
                raise ValueError("properties beyond the end of the file")
            count = page[511]
            if 4 * (count + 1) + step * count > 511:
                raise ValueError("page of properties is full")
            bounds = struct.unpack_from(f"<{count + 1}I", page)
            for n in range(count):
                at = 2 * page[4 * (count + 1) + step * n]
                yield bounds[n], bounds[n + 1], _properties(page, at, paragraph=step > 1)


def _properties(page: bytes, at: int, paragraph: bool) -> bytes:
    """The sprms at a place of a page; the length counts bytes for characters, words for paragraphs."""
    if not at:
        return b"\0\0" if paragraph else b""
    if not paragraph:
        return page[at + 1 : at + 1 + page[at]]
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b"\0\0"


def _plex(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """A PLC: n + 1 positions, then n records of ``size`` bytes."""
    count = max(0, (len(data) - 4) // (4 + size))
    if not data:
        return [], []
    places = list(struct.unpack_from(f"<{count + 1}I", data))
    base = 4 * (count + 1)
    return places, [data[base + size * n : base + size * (n + 1)] for n in range(count)] if size else []


def _units(data: bytes) -> str:
    """UTF-16 with one character a unit, so that positions hold: letters beyond 16 bits fall apart."""
    text = data.decode("utf-16-le", "replace")
    return text if 2 * len(text) == len(data) else "".join(map(chr, array("H", data[: len(data) // 2 * 2])))
