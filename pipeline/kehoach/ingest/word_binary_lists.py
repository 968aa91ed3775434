"""The lists of Word 97-2003 ([MS-DOC]: LSTF, LVLF, LFO) → ``Numbering``."""

from __future__ import annotations

import struct
from dataclasses import replace

from kehoach.ingest.word_binary import BinaryDocument
from kehoach.ingest.word_numbering import LEVELS, Level, NumberedList, Numbering
from kehoach.ingest.word_sprms import Indents, Looks, modifiers, stated_indents

_FORMATS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    22: "decimalZero",
    23: "bullet",
    56: "vietnameseCounting",
    57: "numberInDash",
    255: "none",
}
_HEAD = 28  # bytes of an LSTF and of an LVLF


def numbering_of(document: BinaryDocument, looks: Looks) -> tuple[Numbering, Indents]:
    """The lists of the document, and the indents that their levels state, by list and level."""
    abstract = _lists(document.lists, looks)
    lists = _overrides(document.overrides, abstract, looks)
    numbering = Numbering(abstract, lists)
    indents = {
        (number, level): found.indents
        for number in lists
        for level in range(LEVELS)
        if (found := numbering.level(number, level)) is not None
    }
    return numbering, indents


def _lists(data: bytes, looks: Looks) -> dict[str, dict[int, Level]]:
    """The levels of each list by its id: heads first, then all levels in the same order."""
    found: dict[str, dict[int, Level]] = {}
    if len(data) < 2:
        return found
    count = struct.unpack_from("<H", data)[0]
    at = 2 + _HEAD * count
    for n in range(count):
        key, simple = struct.unpack_from("<i22xB", data, 2 + _HEAD * n)
        levels = {}
        for level in range(1 if simple & 1 else LEVELS):
            levels[level], at = _level(data, at, looks, level)
        found[str(key)] = levels
    return found


def _overrides(data: bytes, abstract: dict[str, dict[int, Level]], looks: Looks) -> dict[str, NumberedList]:
    """The lists as paragraphs number them (from 1), with what they change."""
    lists: dict[str, NumberedList] = {}
    if len(data) < 4:
        return lists
    count = struct.unpack_from("<I", data)[0]
    at = 4 + 16 * count
    for n in range(count):
        key, changed = struct.unpack_from("<i8xB", data, 4 + 16 * n)
        lists[str(n + 1)] = own = NumberedList(str(key))
        at += 4
        for _ in range(changed):
            start, flags = struct.unpack_from("<iI", data, at)
            at += 8
            level = flags & 15
            if flags & 0x20:
                own.levels[level], at = _level(data, at, looks, level)
                start = own.levels[level].start
            if flags & 0x10:
                own.starts[level] = start
                shape = own.levels.get(level) or abstract.get(str(key), {}).get(level)
                if shape is not None:
                    own.levels[level] = replace(shape, start=start)
    return lists


def _level(data: bytes, at: int, looks: Looks, level: int) -> tuple[Level, int]:
    """The level at a place of the data, and the place behind it."""
    start, code, flags, n_char, n_para, limit = struct.unpack_from("<iBB18xBBB", data, at)
    para = data[at + _HEAD : at + _HEAD + n_para]
    char = data[at + _HEAD + n_para : at + _HEAD + n_para + n_char]
    at += _HEAD + n_para + n_char
    length = struct.unpack_from("<H", data, at)[0]
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    left, first = stated_indents(dict(modifiers(para)))
    look = looks.characters(-1, char)
    return Level(
        start=start,
        format=_FORMATS.get(code, "decimal"),
        pattern="".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in text),
        restart=limit if flags & 0x08 and limit <= level else None,
        legal=bool(flags & 0x04),
        font=looks.font(look),
        hidden=look.hidden,
        indents={k: v for k, v in (("left", left), ("first", first)) if v is not None},
    ), at + 2 + 2 * length
