"""The number of a letterhead, where it was read with little confidence: read again, alone and at two sizes.

What was printed is then read alike each time; what a pen wrote is not. On a whole page the engine has little to tell
figures by that stand between two words and a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PIL import Image

from kehoach.ingest.ocr import Engine, Word, WordLine
from kehoach.ingest.scan_blanks import PRINTED, is_head, sign_at, with_head
from kehoach.ingest.scan_picture import Picture

# Numbers stand in the upper part of a page (share of its height).
_LOWEST = 0.35
# The sizes at which it is read again; the white around it (inches).
_SIZES, _WHITE = (1, 2), 0.06
# The confidence that both readings need, and their mean that is enough if the page was read as they are.
_SURE, _ALIKE = 0.75, 0.45
# Figures from this confidence on are not read again; the one of those that were not read alike.
_CLEAR, _UNLIKE = 0.75, PRINTED - 0.1
# Below this, what stands in the place of the number is no text.
_RUBBISH = 0.3
_READING = re.compile(
    r"(?:^|\s)[Ss]\w\s?[:;.,]{0,2}\s?(?P<figures>\d{1,5}[a-z]?)\s?(?P<sign>[-–/]?\s?[A-ZĐÐ]{1,4}[-–/A-ZĐÐ].*)$"
)
_FIGURES = re.compile(r"^\D{0,4}?(\d{1,5}[a-z]?)(?:[-–/]|$)")

_Reading = tuple[str, str, float]


def with_sure_number(found: list[WordLine], picture: Picture, engine: Engine) -> list[WordLine]:
    """The lines of a page; a doubtful number is told as it was read both times, or is as good as none."""
    return [_line(line, picture, engine) for line in found]


def _line(line: WordLine, picture: Picture, engine: Engine) -> WordLine:
    if line.words[0].y0 > _LOWEST * picture.pixels.shape[0] or not is_head(line.words[0].text):
        return line
    words = with_head(list(line.words))
    end = _end(words)
    if not _is_doubtful(words[:end]):
        return line
    sure = _sure_number(words[:end], picture, engine) or [_unsure(word) for word in words[:end]]
    return replace(line, words=(*sure, *words[end:]))


def _unsure(word: Word) -> Word:
    """A word of a number that was not read alike again: none that was printed."""
    return replace(word, confidence=min(word.confidence, _UNLIKE)) if any(map(str.isdigit, word.text)) else word


def _end(words: list[Word]) -> int:
    """How many words the number has: up to its sign, or to the rubbish in its place."""
    at = sign_at(words)
    rubbish = len(words) > 1 and words[0].text.endswith(":") and words[1].confidence < _RUBBISH
    return 1 + (at if at is not None else int(rubbish))


def _is_doubtful(words: list[Word]) -> bool:
    figures = [word for word in words if any(map(str.isdigit, word.text.split("/")[0]))]
    between = words[1:-1] if "/" in words[-1].text else words[1:]
    return any(word.confidence < _CLEAR for word in figures) or (bool(between) and not figures)


def _sure_number(words: list[Word], picture: Picture, engine: Engine) -> tuple[Word, Word] | None:
    readings = list(_readings(words, picture, engine))
    if len(readings) < len(_SIZES) or len({figures for figures, _, _ in readings}) > 1:
        return None
    figures, sign, _ = max(readings, key=lambda reading: ("/" in reading[1], reading[2]))
    first = [match[1] for word in words if (match := _FIGURES.match(word.text))]
    confidences = [confidence for _, _, confidence in readings]
    if min(confidences) < _SURE and not (first == [figures] and sum(confidences) >= _ALIKE * len(readings)):
        return None
    middle = words[0].x1 if len(words) > 1 else (words[0].x0 + words[0].x1) / 2
    number = replace(words[-1], text=f"{figures}{sign}", x0=middle, confidence=PRINTED)
    head = replace(words[0], text="Số:", x1=middle, confidence=max(words[0].confidence, PRINTED))
    return head, number


def _readings(words: list[Word], picture: Picture, engine: Engine) -> Iterator[_Reading]:
    """Figures, sign and confidence at each size; none where it is no number."""
    white = round(_WHITE * picture.dpi)
    x0, x1 = int(words[0].x0) - white, int(words[-1].x1) + white
    y0, y1 = int(min(word.y0 for word in words)) - white // 2, int(max(word.y1 for word in words)) + white // 2
    cut = picture.pixels[max(y0, 0) : y1, max(x0, 0) : x1]
    alone = Image.fromarray(np.pad(cut, white, constant_values=255))
    for size in _SIZES:
        larger = alone.resize((alone.width * size, alone.height * size), Image.Resampling.LANCZOS)
        read = [word for line in engine.read(larger, picture.dpi * size, column=True) for word in line.words]
        match = _READING.search(" ".join(word.text for word in read))
        if match:
            sign = match["sign"].replace(" ", "")
            yield match["figures"], sign, min(w.confidence for w in read if any(map(str.isdigit, w.text)))
