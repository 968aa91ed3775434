"""The lines of a table cell → its paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.ingest.page_layout import Line, append, in_rows, is_closed, is_short, joined
from kehoach.ingest.text_layer import is_syllable
from kehoach.outline.labels import split_label

_CUT_NUMBER = re.compile(r"\d[.,]\d{0,2}$")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:,\d+)?%?")
_PERIOD = re.compile(r"[-–]\s?\d{4}\b")

# Points.
_SAME, _PADDING = 4.0, 5.5


def read_cell(parts: list[Line], left: float, right: float) -> tuple[str, float, float]:
    """A table cell that reaches from ``left`` to ``right``.

    Returns its paragraphs joined by newlines, the room that its last line leaves, and the width of its first word.
    """
    rows = [joined(row) for row in in_rows(parts)]
    left, right = left + _PADDING, right - _PADDING
    pitch = min((b.y - a.y for a, b in pairwise(rows)), default=0.0)
    centered = len({round(row.x0 / 4) for row in rows}) > 1 and all(
        abs(row.center - (left + right) / 2) < _SAME for row in rows
    )
    found: list[str] = []
    for i, line in enumerate(rows):
        if i and _is_broken_word(rows[i - 1], line, right):
            found[-1] += line.text
        elif i and not _opens(rows[i - 1], line, left, right, pitch, centered):
            found[-1] = append(found[-1], line.text)
        else:
            found.append(line.text)
    return "\n".join(found), right - rows[-1].x1, rows[0].first_word


def _is_broken_word(last: Line, line: Line, right: float) -> bool:
    """Whether a narrow column broke a figure or an abbreviation: ``10.367.70`` above ``0``, ``ST`` above ``T``.

    Such a line is full with one word, and what follows completes it and is no word. Other broken words are left: to
    glue two words would be worse.
    """
    if last.second is not None or right - last.x1 >= 0.8 * line.size:
        return False
    word, rest = last.text, line.text.split(" ")[0]
    if _CUT_NUMBER.search(word):
        return _NUMBER.fullmatch(word + rest) is not None
    capitals = word.isalpha() and rest.isalpha() and (word + rest).isupper() and len(rest) <= 2
    return capitals and not is_syllable(word) and not is_syllable(rest)


def _opens(last: Line, line: Line, left: float, right: float, pitch: float, centered: bool) -> bool:
    if centered:  # the room is on both sides
        right += last.x0 - left
    short = is_short(last, line, right)
    roomy = right - last.x1 > line.first_word + line.size
    closed = is_closed(last.text)
    if line.y - last.y > 1.3 * pitch or (closed and short):
        return True
    if split_label(line.text)[0] is not None and not _PERIOD.match(line.text):
        return closed or short
    aligned = centered or abs(line.x0 - last.x0) < _SAME
    return roomy and aligned and line.text[0].isupper() and not last.text.endswith(",")
