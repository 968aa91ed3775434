"""Characters of a PDF page → pieces of lines with their places → ``Line``.

pdfium gives the text in lines of its own. They are cut where a column begins (letterhead, table), where the baseline
jumps, and at the hyphens over which pdfium joined two lines; a word is cut where its spaces were lost.

Most lines are running text. Their place is told by four characters; word by word are measured only those that may hold
a column: set wider than running text is, in capitals, or worded like a letterhead or a foot.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kehoach.ingest.encoding import FONT_LETTERS
from kehoach.ingest.page_layout import Line
from kehoach.ingest.pdf_chars import Chars, Style
from kehoach.ingest.text_layer import suspects_of

# In font sizes: a gap that parts columns; the gap before a motto set close to the issuer; a space that was lost; a
# jump of the baseline to another line; one to a footnote mark; the width of a letter from which a line may hold a gap.
_COLUMN_GAP, _MOTTO_GAP, _LOST_SPACE, _JUMP, RAISED, _WIDE = 1.2, 0.45, 0.12, 0.6, 0.12, 0.56

_RAW_LINE = re.compile(r"[^\r\n]+")
_HYPHEN = re.compile(r"[\x02\ufffe]")
_TOKEN = re.compile(r"\S+")
_MOTTO = re.compile(r"(?<=\S)\s+(?=CỘNG\s*H[OÒ][ÀA]\s*XÃ|Độc lập\s*-\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM)")
_HEAD_OR_FOOT = re.compile(r"\W*(?:Số\b|Nơi nhận|Nơi gửi)")

# Bullets that Word sets in Symbol and Wingdings arrive in the private-use area.
_CLEAN = {
    **FONT_LETTERS,
    0x02: "-",
    0xFFFE: "-",
    0xAD: "-",
    0x2010: "-",
    0x2011: "-",
    0xFEFF: None,
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0xF02B: "+",
    0xF02D: "-",
    0xF06F: "o",
    0xF076: "❖",
    0xF0A7: "▪",
    0xF0A8: "▪",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0E8: "➔",
    0xF0FC: "✓",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}

_TO_CLEAN = re.compile(f"[{''.join(map(chr, _CLEAN))}]")


#: Figures alone; more of them on a page are no fields but a table
_FIGURES = re.compile(r"[\d\s]+")
_MOST_FIELDS = 12


@dataclass(slots=True)
class Piece:
    """Words on one baseline that belong together: characters ``start`` to ``end`` of ``Chars.text``.

    x0, x1   left edge of the first, right edge of the last character;  y  baseline
    second   left edge of the second word, None where there is none
    breaks   characters before which a space was lost
    """

    start: int
    end: int
    x0: float
    x1: float
    y: float
    second: float | None
    style: Style
    bold: bool
    italic: bool
    breaks: list[int] = field(default_factory=list)

    @property
    def is_upright(self) -> bool:
        """Whether the piece stands upright, at a place that exists (broken files give infinite ones)."""
        return min(self.style.angle, 360 - self.style.angle) < 2 and math.isfinite(self.x0 + self.x1 + self.y)

    def words(self, text: str) -> Iterator[tuple[int, int]]:
        """The words of the piece as (start, end)."""
        for match in _TOKEN.finditer(text, self.start, self.end):
            start, end = match.span()
            for cut in self.breaks:
                if start < cut < end:
                    yield start, cut
                    start = cut
            yield start, end


def clean(text: str) -> str:
    """Text in NFC, without ligatures and invisible characters, bullets and hyphens as one types them."""
    if _TO_CLEAN.search(text):  # translate costs far more than to look whether it is needed
        text = text.translate(_CLEAN)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read_pieces(chars: Chars) -> list[Piece]:
    """All upright pieces of the page, in pdfium's order.

    Where most of the text lies on its side (a wide table on an upright page), the page is turned; what then still
    lies (stamps in the margin, watermarks) is left out.
    """
    suspects = suspects_of(chars.text)
    pieces = [piece for start, end in _stretches(chars) for piece in _pieces(chars, start, end, suspects)]
    turns: Counter[int] = Counter()
    for piece in pieces:
        turns[round(piece.style.angle) % 360] += piece.end - piece.start
    if not turns:
        return []
    turn = turns.most_common(1)[0][0]
    if turn in (90, 180, 270):
        chars.turn(turn)
        pieces = [piece for start, end in _stretches(chars) for piece in _pieces(chars, start, end, suspects)]
    return _parted([piece for piece in pieces if piece.is_upright], chars)


def _parted(pieces: list[Piece], chars: Chars) -> list[Piece]:
    """``ngày  tháng  năm 2026`` cut where figures of other pieces fill its gaps: number and day stamped afterwards."""
    figures = [
        word
        for piece in pieces
        if _FIGURES.fullmatch(chars.text, piece.start, piece.end)
        for word in piece.words(chars.text)
    ]
    whole = [piece for piece in pieces if not _FIGURES.fullmatch(chars.text, piece.start, piece.end)]
    if not figures or len(figures) > _MOST_FIELDS:
        return pieces
    places = [chars.origin(start) for start, _ in figures]
    found = [_piece(chars, [word], [place], []) for word, place in zip(figures, places, strict=True)]
    for figure in found:  # stamped by hand or program, a little off the line that it belongs to
        line = min(whole, key=lambda piece: abs(piece.y - figure.y), default=figure)
        figure.y = line.y if abs(line.y - figure.y) < 0.5 * line.style.size else figure.y
    for piece in whole:
        spans = list(piece.words(chars.text))
        edges = [(chars.origin(start)[0], chars.edges(end - 1)[1]) for start, end in spans]
        near = [f for f in found if piece.x0 < f.x0 < piece.x1 and abs(f.y - piece.y) < 0.5 * piece.style.size]
        slack = 0.3 * piece.style.size
        cuts = [
            i
            for i in range(1, len(spans))
            if any(edges[i - 1][1] - slack < f.x0 and f.x1 < edges[i][0] + slack for f in near)
        ]
        bounds = [0, *cuts, len(spans)] if cuts else []
        found += [
            _piece(chars, spans[a:b], [chars.origin(start) for start, _ in spans[a:b]], piece.breaks)
            for a, b in pairwise(bounds)
        ] or [piece]
    return found


def line_of(piece: Piece, chars: Chars) -> Line | None:
    """The piece as a line; None if it shows nothing."""
    if piece.breaks:
        text = " ".join(chars.text[start:end] for start, end in piece.words(chars.text))
    else:
        text = chars.text[piece.start : piece.end]
    text = " ".join(clean(text).split())
    if not text:
        return None
    return Line(
        text=text,
        x0=piece.x0,
        x1=piece.x1,
        y=piece.y,
        size=piece.style.size,
        second=piece.second,
        bold=piece.bold,
        italic=piece.italic,
    )


def _stretches(chars: Chars) -> Iterator[tuple[int, int]]:
    """The lines of pdfium as (start, end), without white space around, cut behind hyphens at a line's end."""
    text = chars.text
    for match in _RAW_LINE.finditer(text):
        start, end = match.span()
        for hyphen in _HYPHEN.finditer(text, start, end):
            after = hyphen.end()
            if after < end and abs(chars.origin(after)[1] - chars.origin(start)[1]) > 2:
                yield from _stripped(text, start, after)
                start = after
        yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    if start < end:
        yield start, end


def _pieces(chars: Chars, start: int, end: int, suspects: frozenset[str]) -> list[Piece]:
    """One stretch as one piece if it is running text, else cut at columns and jumps."""
    text = chars.text[start:end]
    words = text.split()
    first, last = chars.style(start), chars.style(end - 1)
    x0, y = chars.origin(start)
    x1 = chars.edges(end - 1)[1]
    end_y = chars.origin(end - len(words[-1]))[1] if len(words) > 1 else y
    size = max(first.size, last.size, 1.0)
    plain = (
        0 < x1 - x0 < _WIDE * size * (end - start)
        and abs(end_y - y) < 0.5
        and abs(first.size - last.size) < 0.5
        and not text.isupper()
        and suspects.isdisjoint(words)
        and not _is_head_or_foot(text)
    )
    if not plain:
        return _measured(chars, start, end, suspects)
    bold, italic = first.bold and last.bold, first.italic and last.italic
    second = None
    if len(words) > 1:
        second = chars.origin(start + text.index(words[1], len(words[0])))[0]
    if (bold or italic) and len(words) > 2:
        middle = chars.style(start + len(text) // 2)
        bold, italic = bold and middle.bold, italic and middle.italic
    return [Piece(start, end, x0, x1, y, second, last, bold, italic)]


def _is_head_or_foot(text: str) -> bool:
    """Whether a line is worded like one of a letterhead or a foot, where columns stand side by side."""
    dated = "năm" in text[-12:] and "tháng" in text
    return dated or "VIỆT NAM" in text or "Tự do" in text or _HEAD_OR_FOOT.match(text) is not None


def _measured(chars: Chars, start: int, end: int, suspects: frozenset[str]) -> list[Piece]:
    """One stretch measured word by word, cut at columns and jumps."""
    spans: list[tuple[int, int]] = []
    breaks: list[int] = []
    for match in _TOKEN.finditer(chars.text, start, end):
        parts = _with_spaces(chars, *match.span()) if match[0] in suspects else [match.span()]
        spans += parts
        breaks += [part[0] for part in parts[1:]]
    places = [chars.origin(span[0]) for span in spans]
    size = chars.style(spans[len(spans) // 2][0]).size or 1.0
    mottos = {match.end() for match in _MOTTO.finditer(chars.text, start, end)}
    pieces, first = [], 0
    for i in range(1, len(spans)):
        (xa, ya), (xb, yb) = places[i - 1], places[i]
        motto = spans[i][0] in mottos
        # A letter is about half as wide as its size: only where the next word starts late is the gap measured.
        late = motto or xb - xa > (0.5 * (spans[i - 1][1] - spans[i - 1][0]) + _COLUMN_GAP) * size
        gap = xb - chars.edges(spans[i - 1][1] - 1)[1] if late else 0.0
        if xb < xa or abs(ya - yb) > _JUMP * size or gap > (_MOTTO_GAP if motto else _COLUMN_GAP) * size:
            pieces.append(_piece(chars, spans[first:i], places[first:i], breaks))
            first = i
    return [*pieces, _piece(chars, spans[first:], places[first:], breaks)]


def _with_spaces(chars: Chars, start: int, end: int) -> list[tuple[int, int]]:
    """A word cut at the gaps that are plainly wider than those between its other letters."""
    edges = [chars.edges(i) for i in range(start, end)]
    gaps = [b[0] - a[1] for a, b in pairwise(edges)]
    usual, size = median(gaps), chars.style(start).size
    spans = []
    for i, gap in enumerate(gaps, start + 1):
        if gap > usual + _LOST_SPACE * size:
            spans.append((start, i))
            start = i
    return [*spans, (start, end)]


def _piece(chars: Chars, spans: list[tuple[int, int]], places: list[tuple[float, float]], breaks: list[int]) -> Piece:
    start, end = spans[0][0], spans[-1][1]
    styles = [chars.style(start), chars.style(end - 1), chars.style(spans[len(spans) // 2][0])]
    return Piece(
        start=start,
        end=end,
        x0=places[0][0],
        x1=chars.edges(end - 1)[1],
        y=sorted(y for _, y in places)[len(places) // 2],
        second=places[1][0] if len(places) > 1 else None,
        style=styles[-1],
        bold=all(style.bold for style in styles),
        italic=all(style.italic for style in styles),
        breaks=[cut for cut in breaks if start < cut < end],
    )
