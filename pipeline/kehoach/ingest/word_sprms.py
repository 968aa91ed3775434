"""The property modifiers (sprms) of Word 97-2003 → how paragraphs, characters and table rows look.

A sprm is a number of two bytes and its operand ([MS-DOC] 2.6); those that do not bear on the text are passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from kehoach.ingest.source import Alignment
from kehoach.ingest.word_binary import BinaryDocument

_OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_DEF_TABLE, _CHANGE_TABS, _HUGE = 0xD608, 0xC615, (0x6645, 0x6646)
_JC, _JC80 = 0x2461, 0x2403
_LEFT, _FIRST = (0x845E, 0x840F), (0x8460, 0x8411)
_ILVL, _ILFO = 0x260A, 0x460B
_FLAGS = {0x0835: "bold", 0x0836: "italic", 0x083B: "caps", 0x083C: "hidden"}
_ALIGNMENTS: tuple[Alignment, ...] = ("left", "center", "right", "justify", "justify", "justify", "justify", "justify")
_DEEPEST = 64
_NO_LIST = (0, 0xF801)


# What levels of lists state of ``left`` and ``first`` (see ``Level.indents``), by list and level.
Indents: TypeAlias = dict[tuple[str, int], dict[str, float]]


@dataclass(frozen=True, slots=True)
class CharLook:
    """How characters look. ``special`` ones stand for something else; ``symbol`` is a font by number, and a glyph."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    deleted: bool = False
    special: bool = False
    font: int | None = None
    symbol: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RowShape:
    """The edges of a row's cells in points (one more than cells), which cells continue the one before, which the one
    above.
    """

    edges: tuple[int, ...]
    continued: frozenset[int]
    below: frozenset[int]


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands. ``list`` is its list, as text; ``row`` the shape of the row that it ends."""

    style: int = 0
    align: Alignment = "left"
    left: float = 0.0
    first: float = 0.0
    list: str | None = None
    level: int = 0
    in_table: bool = False
    ends_row: bool = False
    ends_inner_cell: bool = False
    ends_inner_row: bool = False
    deep: bool = False
    row: RowShape | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    paragraph: bytes
    characters: bytes


class Looks:
    """Resolves the looks of a document. ``indents`` gives those of a list level: ``left`` and ``first``."""

    def __init__(self, document: BinaryDocument) -> None:
        """Read the styles and the names of fonts."""
        self._document = document
        self._styles, self._font = _styles(document.styles)
        self._names = _fonts(document.fonts)
        self._bases: dict[int, CharLook] = {}
        self._characters: dict[tuple[int, bytes], CharLook] = {}

    def characters(self, style: int, sprms: bytes) -> CharLook:
        """The look of characters with ``sprms`` in a paragraph of ``style``."""
        key = (style, sprms)
        if key not in self._characters:
            base = self._base(style)
            self._characters[key] = self._laid(replace(base), sprms, base)
        return self._characters[key]

    def font(self, look: CharLook) -> str:
        """The name of the look's font; empty if unknown."""
        number = look.font if look.font is not None else self._font
        return self._names[number] if 0 <= number < len(self._names) else ""

    def name_of_font(self, number: int) -> str:
        """The name of a font of the document."""
        return self._names[number] if 0 <= number < len(self._names) else ""

    def paragraph(self, properties: bytes, indents: Indents) -> ParagraphLook:
        """The look of a paragraph; ``indents`` are those of list levels, which styles and own sprms override."""
        style = struct.unpack_from("<H", properties.ljust(2, b"\0"))[0]
        look = ParagraphLook(style=style)
        for sprms in [s.paragraph for s in reversed(self._chain(style))] + [self._unfolded(properties[2:])]:
            look = _paragraph_laid(look, sprms, indents)
        return look

    def _unfolded(self, sprms: bytes) -> bytes:
        """Sprms that did not fit a page stand in the data stream."""
        for code, operand in modifiers(sprms):
            if code in _HUGE:
                at = struct.unpack("<I", operand)[0]
                length = struct.unpack_from("<H", self._document.data, at)[0]
                return self._document.data[at + 2 : at + 2 + length]
        return sprms

    def _chain(self, style: int) -> list[_Style]:
        """A style and those it is based on, nearest first."""
        chain: list[_Style] = []
        while style in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style])
            style = chain[-1].base
        return chain

    def _base(self, style: int) -> CharLook:
        if style not in self._bases:
            look = CharLook()
            for element in reversed(self._chain(style)):
                look = self._laid(look, element.characters, look)
            self._bases[style] = look
        return self._bases[style]

    def _laid(self, look: CharLook, sprms: bytes, base: CharLook) -> CharLook:
        """``look`` with sprms laid over it; 128 and 129 of an on-off property mean as ``base`` and not as ``base``."""
        for code, operand in modifiers(sprms):
            if code in _FLAGS:
                look = _flagged(look, base, _FLAGS[code], operand[0])
            elif code == 0x4A30:  # character style
                for element in reversed(self._chain(struct.unpack("<H", operand)[0])):
                    look = self._laid(look, element.characters, look)
            elif code == 0x0800:
                look = replace(look, deleted=bool(operand[0]))
            elif code == 0x0855:
                look = replace(look, special=bool(operand[0]))
            elif code == 0x6A09:
                font, char = struct.unpack("<HH", operand)
                look = replace(look, symbol=(font, char))
            elif code in (0x4A4F, 0x4A51) and (code == 0x4A4F or look.font is None):
                look = replace(look, font=struct.unpack("<H", operand)[0])
        return look


def _flagged(look: CharLook, base: CharLook, name: str, operand: int) -> CharLook:
    was = bool(getattr(base, name))
    on = {0x80: was, 0x81: not was}.get(operand, bool(operand))
    if name == "bold":
        return replace(look, bold=on)
    if name == "italic":
        return replace(look, italic=on)
    return replace(look, caps=on) if name == "caps" else replace(look, hidden=on)


def modifiers(sprms: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and operand of each sprm; stops where the bytes end within one."""
    at = 0
    while at + 3 <= len(sprms):
        code = struct.unpack_from("<H", sprms, at)[0]
        at += 2
        if code >> 13 != 6:
            size = _OPERAND[code >> 13]
        elif code == _DEF_TABLE and at + 2 <= len(sprms):
            size = struct.unpack_from("<H", sprms, at)[0] + 1
        elif code == _CHANGE_TABS and sprms[at] == 255:
            return  # its length would need the tab stops themselves; it comes last in practice
        else:
            size = sprms[at] + 1
        operand = sprms[at : at + size]
        if len(operand) < size:
            return
        yield code, operand
        at += size


def _paragraph_laid(
    look: ParagraphLook,
    sprms: bytes,
    indents: Indents,
) -> ParagraphLook:
    found = dict(modifiers(sprms))
    level = found[_ILVL][0] if _ILVL in found else look.level
    if _ILFO in found:
        number = struct.unpack("<H", found[_ILFO])[0]
        own = None if number in _NO_LIST else str(number)
        look = replace(look, list=own, level=level)
        stated = indents.get((own or "", level), {})
        look = replace(look, left=stated.get("left", look.left), first=stated.get("first", look.first))
    elif _ILVL in found:
        look = replace(look, level=level)
    for code in (_JC80, _JC):
        if code in found:
            look = replace(look, align=_ALIGNMENTS[found[code][0]] if found[code][0] < len(_ALIGNMENTS) else look.align)
    left, first = stated_indents(found)
    return replace(
        look,
        left=look.left if left is None else left,
        first=look.first if first is None else first,
        in_table=bool(found[0x2416][0]) if 0x2416 in found else look.in_table,
        ends_row=bool(found.get(0x2417, b"\0")[0]),
        deep=struct.unpack("<i", found[0x6649])[0] > 1 if 0x6649 in found else look.deep,
        ends_inner_cell=bool(found.get(0x244B, b"\0")[0]),
        ends_inner_row=bool(found.get(0x244C, b"\0")[0]),
        row=_row(sprms) if _DEF_TABLE in found else look.row,
    )


def stated_indents(found: dict[int, bytes]) -> tuple[float | None, float | None]:
    """Left edge and first line (against it) in points, where sprms state them; the newer form goes before the older."""

    def points(codes: tuple[int, int]) -> float | None:
        return next((struct.unpack("<h", found[code])[0] / 20 for code in codes if code in found), None)

    return points(_LEFT), points(_FIRST)


def _row(sprms: bytes) -> RowShape | None:
    """The cells of a row: their edges, and those that only continue a merged one."""
    edges: tuple[int, ...] = ()
    continued: set[int] = set()
    below: set[int] = set()
    for code, operand in modifiers(sprms):
        if code == _DEF_TABLE and len(operand) > 3:
            count = operand[2]
            if len(operand) < 3 + 2 * (count + 1):
                return None
            edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
            for cell in range(count):
                at = 3 + 2 * (count + 1) + 20 * cell
                flags = struct.unpack_from("<H", operand, at)[0] if at + 2 <= len(operand) else 0
                if flags & 3 == 2:
                    continued.add(cell)
                if flags & 0x60 == 0x20:
                    below.add(cell)
        elif code == 0xD62B and len(operand) >= 3:  # sprmTVertMerge: cell, 0 none, 1 continues, 3 begins
            (below.add if operand[2] == 1 else below.discard)(operand[1])
        elif code == 0x5624:  # sprmTMerge: first and limit
            continued.update(range(operand[0] + 1, operand[1]))
    return RowShape(edges, frozenset(continued), frozenset(below)) if edges else None


def _styles(data: bytes) -> tuple[dict[int, _Style], int]:
    """The styles by number, and the default font."""
    styles: dict[int, _Style] = {}
    if len(data) < 20:
        return styles, 0
    head = struct.unpack_from("<H", data)[0]
    count, base_size = struct.unpack_from("<HH", data, 2)
    font = struct.unpack_from("<H", data, 14)[0] if head >= 14 else 0
    at = 2 + head
    for number in range(count):
        if at + 2 > len(data):
            break
        size = struct.unpack_from("<H", data, at)[0]
        if size:
            styles[number] = _style(data[at + 2 : at + 2 + size], base_size)
        at += 2 + size + (size & 1)
    return styles, font


def _style(data: bytes, base_size: int) -> _Style:
    kind = struct.unpack_from("<H", data, 2)[0]
    base = kind >> 4
    at = base_size + 2 * (struct.unpack_from("<H", data, base_size)[0] + 2)
    properties: list[bytes] = []
    while at + 2 <= len(data) and len(properties) < 3:
        size = struct.unpack_from("<H", data, at)[0]
        properties.append(data[at + 2 : at + 2 + size])
        at += 2 + size + (size & 1)
    if kind & 15 == 1 and properties:
        return _Style(base, properties[0][2:], properties[1] if len(properties) > 1 else b"")
    return _Style(base, b"", properties[0] if kind & 15 == 2 and properties else b"")


def _fonts(data: bytes) -> list[str]:
    """The names of fonts."""
    names = []
    at = 4
    for _ in range(struct.unpack_from("<H", data)[0] if len(data) >= 4 else 0):
        if at >= len(data):
            break
        record = data[at : at + 1 + data[at]]
        names.append(record[40:].decode("utf-16-le", "replace").split("\0")[0])
        at += len(record)
    return names
