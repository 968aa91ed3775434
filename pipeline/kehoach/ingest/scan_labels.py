"""Labels as OCR reads them → labels as printed: ``HI.`` is III, ``L`` is I, ``8)`` before ``b)`` is a).

A label is one or two letters without neighbours, which the engine reads worst of all. It is put right only where the
letters look alike and the label before it (or behind it) leaves one reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kehoach.alphabet import LOWER, UPPER
from kehoach.ingest.source import Grid, Paragraph

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# What stands before a title in capitals, if all its letters look like those of Roman numerals.
_BEFORE_TITLE = re.compile(rf"^(?P<label>[IlL1iHTVXÏÌÍ|!]{{1,5}})(?P<dot>\s?[.,]\s?|\s)(?P<title>[{UPPER}]{{2,}}[^{LOWER}]*)$")
_STROKES = str.maketrans({c: "I" for c in "lL1iT|!ÏÌÍ"} | {"H": "II"})

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LETTERED = re.compile(r"^(?P<letter>\w)\)\s?(?=\S)")
_LIKE = {"a": "8ad", "b": "b6", "c": "ceo", "d": "dđ", "đ": "dđ", "e": "eco", "g": "g9q", "h": "hn", "i": "il1", "k": "k"}
_ONE = re.compile(rf"^[lI]\.\s(?=[{UPPER}]\w*[^{UPPER}\s])")


def with_labels(parts: list[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """The parts with the labels of paragraphs that OCR read put right; all others as they are."""
    parts = [_one(part) for part in parts]
    return _letters(_romans(parts))


def _one(part: Paragraph | Grid) -> Paragraph | Grid:
    """``l. Mục đích`` is 1.: a small l never is a label, and Roman numerals stand before capitals."""
    if isinstance(part, Paragraph) and part.confidence is not None and _ONE.match(part.text):
        return replace(part, text="1" + part.text[1:])
    return part


def _romans(parts: Iterable[Paragraph | Grid]) -> list[Paragraph | Grid]:
    found: list[Paragraph | Grid] = []
    last = 0
    for part in parts:
        match = _BEFORE_TITLE.match(part.text) if isinstance(part, Paragraph) and part.confidence is not None else None
        if match and isinstance(part, Paragraph):
            number = _roman(match["label"].translate(_STROKES), last + 1, sure=match["label"] in _ROMAN)
            if number:
                part, last = replace(part, text=f"{_ROMAN[number]}. {match['title']}"), number
        found.append(part)
    return found


def _roman(read: str, expected: int, *, sure: bool) -> int | None:
    """The number that was printed, if what was read looks like the one that is expected, or is one itself."""
    if sure:
        return _ROMAN.index(read)
    if expected < len(_ROMAN):
        wanted = _ROMAN[expected]
        only_strokes = set(read) | set(wanted) == {"I"}
        if read == wanted or (only_strokes and abs(len(read) - len(wanted)) <= 1):
            return expected
    return _ROMAN.index(read) if read in _ROMAN else None


def _letters(parts: list[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Letters that do not follow each other, where one that looks alike does."""
    labels = [_letter(part) for part in parts]
    last: str | None = None
    for i, label in enumerate(labels):
        if label is None:
            continue
        following = next((other for other in labels[i + 1 : i + 12] if other), None)
        right = _right_letter(label, last, following)
        part = parts[i]
        if right != label and isinstance(part, Paragraph):
            parts[i] = replace(part, text=right + part.text[1:])
        last = right
    return parts


def _letter(part: Paragraph | Grid) -> str | None:
    if not isinstance(part, Paragraph) or part.confidence is None:
        return None
    match = _LETTERED.match(part.text)
    return match["letter"] if match else None


def _right_letter(label: str, last: str | None, following: str | None) -> str:
    expected = _LETTERS[_LETTERS.index(last) + 1] if last and last in _LETTERS[:-1] else "a"
    if label in (expected, "a"):
        return label
    if label in _LIKE.get(expected, ""):
        return expected
    if label.isdigit() and following == "b" and label in _LIKE["a"]:
        return "a"
    return label
