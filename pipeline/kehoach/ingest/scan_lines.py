"""What the OCR engine read → the lines of a page, with places in points, weight and confidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np

from kehoach.ingest.ocr import Word, WordLine
from kehoach.ingest.page_layout import Line
from kehoach.ingest.scan_blanks import is_blank, is_form, without_pen
from kehoach.ingest.scan_labels import counted
from kehoach.ingest.scan_picture import Picture
from kehoach.ingest.scan_words import in_context

# Line heights: the gap that parts columns; the gap before a motto set close to the issuer.
_COLUMN_GAP, _MOTTO_GAP = 1.1, 0.45
# The height of a line from descender to what stands over capitals, in font sizes.
_HEIGHT = 1.05
# A line within these shares of the usual height has the usual size: heights are measured roughly, marks add to them.
_SMALLER, _LARGER = 0.78, 1.45
# How much wider the strokes of a bold line are than the page's usual ones.
_BOLD = 1.22
_INK = 128
# Line heights from which a dash is a long one (–).
_LONG_DASH = 0.36

# Below this, a word without letters or figures is a speck; a line that is no
# better is a smudge or handwriting, and so is a short one that is not read surely.
_SPECK, _SMUDGE, _SURE = 0.6, 0.45, 0.8
_WORDY = re.compile(r"[^\W_]")
_STRANGE = re.compile(r"[¡‡`´ˆ~¬«»|\\^_“”‘’\"']+|[¡‡`´ˆ~¬«»|\\^_]\w")
_ODD = re.compile(r"[^\w\s.,;:()/\-–\"“”%’']")
_LONE = re.compile(r"[b-df-hj-np-tv-xz]")
_GRIT = re.compile(r"^[‘'`´_~^|]+(?=\w{2})")  # in front of a word that has none behind it
_DASH = re.compile(r"[-–—~_¬=]{1,3}")
_MOTTO = re.compile(r"CỘNG|Độc|ĐẢNG")


@dataclass(slots=True)
class _Part:
    """Words of a line that belong together, with the pixels' measures of their line."""

    words: list[Word]
    y: float
    height: float
    stroke: float


def lines_of(found: list[WordLine], picture: Picture, *, cell: bool = False) -> tuple[list[Line], list[Word]]:
    """The lines of a page, or of a ``cell``, in points, and all their words. ``picture`` is what the engine saw.

    On a page what is hardly read is a smudge or handwriting; in a cell, where little else can be, it is text.
    """
    parts = [part for line in found for part in _parts(line, picture) if cell or not _is_noise(part)]
    if not parts:
        return [], []
    words = iter(in_context([word for part in parts for word in part.words]))
    for part in parts:
        part.words = [next(words) for _ in part.words]
    usual = _usual([(part.height, _letters(part)) for part in parts])
    stroke = _usual([(part.stroke, _letters(part)) for part in parts if part.stroke])
    scale = 72 / picture.dpi
    lines = []
    for part in parts:
        height = usual if _SMALLER * usual <= part.height <= _LARGER * usual else part.height
        lines.append(
            Line(
                text=" ".join(word.text for word in part.words),
                x0=part.words[0].x0 * scale,
                x1=max(word.x1 for word in part.words) * scale,
                y=part.y * scale,
                size=round(height * scale * _HEIGHT, 1),
                second=part.words[1].x0 * scale if len(part.words) > 1 else None,
                bold=part.stroke / height > _BOLD * stroke / usual,
                confidence=confidence_of(part.words),
            )
        )
    return lines, [word for part in parts for word in part.words]


def confidence_of(words: list[Word]) -> float:
    """The mean confidence of words, longer ones counting more."""
    return round(sum(w.confidence * len(w.text) for w in words) / sum(len(w.text) for w in words), 3)


def _parts(line: WordLine, picture: Picture) -> list[_Part]:
    """A line cut where a column begins, without its specks."""
    words = [_ungritted(word) for i, word in enumerate(line.words) if not _is_speck(word, first=i == 0)]
    words = counted(without_pen(_with_bullet(words, line.height)), picture)
    groups: list[list[Word]] = []
    for before, word in pairwise([None, *words]):
        assert word is not None
        gap = word.x0 - before.x1 if before else 0.0
        limit = _MOTTO_GAP if _MOTTO.match(word.text) else _COLUMN_GAP
        if before is None or (gap > limit * line.height and not is_blank(before, word)):
            groups.append([])
        groups[-1].append(word)
    return [
        _Part(group, line.baseline(group[0].x0), max(line.height, 1.0), _stroke(group, picture)) for group in groups
    ]


def _is_speck(word: Word, *, first: bool) -> bool:
    """Whether a word is dirt: a mark that no plan holds, or a lone mark or consonant that was hardly read."""
    if first and _DASH.fullmatch(word.text):
        return False
    if _STRANGE.fullmatch(word.text) and word.text != "|":
        return True
    return word.confidence < _SPECK and (not _WORDY.search(word.text) or _LONE.fullmatch(word.text) is not None)


def _ungritted(word: Word) -> Word:
    """A word without the dirt that stands close before it."""
    text = _GRIT.sub("", word.text)
    return replace(word, text=text) if text != word.text and text[-1] not in "'’" else word


def _with_bullet(words: list[Word], height: float) -> list[Word]:
    """A dash that begins a line as it is printed: the engine takes it for other strokes, but its length is seen."""
    if len(words) < 2 or not _DASH.fullmatch(words[0].text):
        return words
    dash = "–" if words[0].x1 - words[0].x0 > _LONG_DASH * height else "-"
    return [replace(words[0], text=dash), *words[1:]]


def _is_noise(part: _Part) -> bool:
    """Whether what was read is no text: shadows, handwriting, seals."""
    text = "".join(word.text for word in part.words)
    if not _WORDY.search(text):
        return True
    if is_form(text):
        return False
    confidence = confidence_of(part.words)
    if len(part.words) < 5 and confidence < _SURE and _ODD.search(text):
        return True
    return confidence < _SMUDGE or (len(text) < 4 and not text.isdigit() and (confidence < _SURE or len(text) == 1))


def _letters(part: _Part) -> int:
    return sum(len(word.text) for word in part.words)


def _usual(values: list[tuple[float, int]]) -> float:
    """The median of values, each counted as often as its weight says."""
    return median(value for value, weight in values for _ in range(weight)) if values else 1.0


def _stroke(words: list[Word], picture: Picture) -> float:
    """The mean width in pixels of the strokes that the words are written with."""
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    y0, y1 = min(w.y0 for w in words), max(w.y1 for w in words)
    ink = picture.pixels[int(y0) : int(y1) + 1, int(x0) : int(x1) + 1] < _INK
    starts = np.count_nonzero(ink[:, 1:] & ~ink[:, :-1])
    return float(np.count_nonzero(ink)) / starts if starts else 0.0
