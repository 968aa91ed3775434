"""Labels as OCR reads them → labels as printed: ``HI.`` is III, ``L`` is I, ``8)`` before ``b)`` is a).

A label is one or two letters without neighbours, which the engine reads worst of all. The strokes of I, II and III are
counted in the picture. Others are put right only where the letters look alike and the label before (or behind) leaves
one reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from kehoach.alphabet import LOWER, UPPER
from kehoach.ingest.ocr import Word
from kehoach.ingest.scan_picture import Picture
from kehoach.ingest.source import Grid, Paragraph

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# What stands before a title in capitals, if all its letters look like those of Roman numerals.
_BEFORE_TITLE = re.compile(
    rf"^(?P<label>[IlL1iHTVXÏÌÍ|!]{{1,5}})(?P<dot>\s?[.,]\s?|\s)(?P<title>[{UPPER}]{{2,}}[^{LOWER}]*)$"
)
_STROKES = str.maketrans(dict.fromkeys("lL1iT|!ÏÌÍ", "I") | {"H": "II"})

# Letters that are, or look like, nothing but strokes; "1." is a label of its own.
_STROKED = re.compile(r"^(?!1|l\W?$)[IlL1iHTÏÌÍ|!]{1,4}[.,]?$")
_CAPITALS = re.compile(rf"^[{UPPER}]{{2,}}\W*$")
# Ink; the share of its height that an upright stroke fills.
_INK, _UPRIGHT = 140, 0.72

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LETTERED = re.compile(r"^(?P<letter>\w)\)\s?(?=\S)")
_LIKE = {
    "a": "8ad",
    "b": "b6",
    "c": "ceo",
    "d": "dđ",
    "đ": "dđ",
    "e": "eco",
    "g": "g9q",
    "h": "hn",
    "i": "il1",
    "k": "k",
}
_COMMA = re.compile(rf"^(\d{{1,2}}),(?=\s[{UPPER}])")
_ONE = re.compile(rf"^[lI]\.\s(?=[{UPPER}]\w*[^{UPPER}\s])")


def counted(words: list[Word], picture: Picture) -> list[Word]:
    """The words of a line; a label of nothing but strokes in front of a title in capitals is read by their number."""
    if len(words) < 2 or not _STROKED.match(words[0].text) or not _CAPITALS.match(words[1].text):
        return words
    label = words[0]
    strokes = _stems(picture.pixels[int(label.y0) : int(label.y1) + 1, int(label.x0) : int(label.x1) + 1] < _INK)
    return [replace(label, text="I" * strokes + "."), *words[1:]] if 1 <= strokes <= 3 else words


def _stems(ink: npt.NDArray[np.bool_]) -> int:
    """How many upright strokes there are from top to bottom."""
    rows = np.nonzero(ink.any(axis=1))[0]
    if not len(rows):
        return 0
    full = ink[rows[0] : rows[-1] + 1].mean(axis=0) > _UPRIGHT
    return int(np.count_nonzero(full[1:] & ~full[:-1]) + full[0])


def number_rows(rows: list[list[str]]) -> None:
    """Put right the numbers of rows in the first column: one sign without neighbours is hardly ever read, but the
    number of the row below tells it.
    """
    for row, below in pairwise(rows):
        number = int(below[0]) if below[0].isdigit() and len(below[0]) < 3 else 0
        if number > 1 and 0 < len(row[0]) < 3 and not row[0].isdigit():
            row[0] = str(number - 1)


def with_labels(parts: list[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """The parts with the labels of paragraphs that OCR read put right; all others as they are."""
    parts = [_one(part) for part in parts]
    return _letters(_romans(parts))


def _one(part: Paragraph | Grid) -> Paragraph | Grid:
    """``l. Mục đích`` is 1.: a small l never is a label, and Roman numerals stand before capitals; ``1, Mục`` is 1."""
    if not isinstance(part, Paragraph) or part.confidence is None:
        return part
    text = "1" + part.text[1:] if _ONE.match(part.text) else _COMMA.sub(r"\1.", part.text)
    return part if text == part.text else replace(part, text=text)


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
    if expected != "a" and label in _LIKE.get(expected, ""):
        return expected
    return "a" if following == "b" and label in _LIKE["a"] else label
