"""Footnotes of a PDF page: small text below a rule; their raised marks are taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.ingest.page_layout import Line, Note, append, in_rows
from kehoach.ingest.pdf_chars import Chars
from kehoach.ingest.pdf_lines import RAISED, Piece, line_of
from kehoach.ingest.pdf_strokes import Rule

_MARK = re.compile(r"(\d{1,3}|\*{1,3})(?=\D|$)")
_MARK_CHARS = re.compile(r"[\d*]+")
_SMALLER = 1.0


def take_notes(
    pieces: list[Piece], rules: list[Rule], chars: Chars, last_table: float
) -> tuple[list[Piece], list[Note]]:
    """The pieces of the text, without raised marks, and the notes under it. ``last_table`` is where tables end."""
    height = chars.view.size[1]
    top = _separator(pieces, [rule for rule in rules if rule.y > last_table], height)
    if top is None:
        return pieces, []
    size = _body_size(pieces, top)
    below = [piece for piece in pieces if piece.y > top and piece.style.size <= size - _SMALLER]
    notes = _notes(below, chars)
    marks = {note.mark for note in notes if note.mark}
    taken = set(map(id, below))
    body = [piece for piece in pieces if id(piece) not in taken]
    for piece in body:
        _hide_marks(piece, chars, marks, size)
    return body, notes


def _separator(pieces: list[Piece], rules: list[Rule], height: float) -> float | None:
    """The height of the rule above the footnotes: at the left edge, with only smaller text below."""
    left = min((piece.x0 for piece in pieces), default=0.0)
    for rule in sorted(rules, key=lambda rule: -rule.y):
        if rule.y < 0.3 * height or abs(rule.x0 - left) > 45 or rule.x1 - rule.x0 < 30:
            continue
        size = _body_size(pieces, rule.y)
        below = [piece for piece in pieces if piece.y > rule.y and not _is_page_number(piece, height)]
        if below and size and all(piece.style.size <= size - _SMALLER for piece in below):
            return rule.y
    return None


def _is_page_number(piece: Piece, height: float) -> bool:
    """A single word at the very bottom."""
    return piece.second is None and piece.y > 0.9 * height and piece.x0 > 100


def _body_size(pieces: list[Piece], top: float) -> float:
    """Font size of most of the text above ``top``."""
    weights: dict[float, int] = {}
    for piece in pieces:
        if piece.y < top:
            size = round(piece.style.size, 1)
            weights[size] = weights.get(size, 0) + piece.end - piece.start
    return max(weights, key=lambda size: weights[size]) if weights else 0.0


def _notes(pieces: list[Piece], chars: Chars) -> list[Note]:
    notes: list[Note] = []
    for line, raised in _note_lines(pieces, chars):
        mark = _MARK.match(line.text)
        if mark and (raised or len(mark[0]) == len(line.text) or _is_next(mark[0], notes)):
            notes.append(Note(mark[0], line.text[mark.end() :].lstrip(" .)")))
        elif not notes:
            notes.append(Note("", line.text))
        else:
            notes[-1].text = append(notes[-1].text, line.text)
    return [note for note in notes if note.text]


def _note_lines(pieces: list[Piece], chars: Chars) -> Iterator[tuple[Line, bool]]:
    """The lines of the notes, and whether each begins with a raised character."""
    lines = []
    raised: dict[int, bool] = {}
    for piece in pieces:
        line = line_of(piece, chars)
        if line:
            lines.append(line)
            # The mark is raised above what follows it; the end of a piece is never a mark here.
            raised[id(line)] = chars.origin(piece.end - 1)[1] - chars.origin(piece.start)[1] > RAISED * line.size
    for row in in_rows(lines):
        for line in row:
            yield line, raised[id(line)]


def _is_next(mark: str, notes: list[Note]) -> bool:
    last = next((note.mark for note in reversed(notes) if note.mark.isdigit()), "0")
    return mark.isdigit() and int(mark) == int(last) + 1


def _hide_marks(piece: Piece, chars: Chars, marks: set[str], size: float) -> None:
    """Blank what is a mark of one of the notes: raised characters, or a small piece of its own."""
    for run in _MARK_CHARS.finditer(chars.text, piece.start, piece.end):
        raised = [i for i in range(*run.span()) if piece.y - chars.origin(i)[1] > RAISED * piece.style.size]
        text = "".join(chars.text[i] for i in raised)
        if text in marks:
            chars.hide(raised[0], raised[-1] + 1)
        elif run[0] in marks and run.span() == (piece.start, piece.end) and piece.style.size < size - _SMALLER:
            chars.hide(*run.span())
