"""Lines of a page → paragraphs, by geometry: who could have taken the next word and did not, ends a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kehoach.ingest.page_layout import Line, Page, in_rows, joined
from kehoach.ingest.source import Alignment, Paragraph
from kehoach.ingest.text_layer import is_syllable
from kehoach.outline.labels import split_label

_ENDS = re.compile(r"[.;:!?…][”\"’)]*$")
_HYPHEN = re.compile(r"(?:[^\W_]-|\d/)$")
_STRONG_LABEL = re.compile(r"^(?:[IVXLC]+\s?[.)]|Điều\s+\d+|(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+[IVXLC\d])")

# Points.
_SAME, _INDENT, _CELL_PADDING = 4.0, 8.0, 5.5


@dataclass(slots=True)
class Margins:
    """Where the text of a page stands.

    left, right   its edges;  start  the usual left edge of a paragraph's first line;  pitch  from line to line
    wrapped       left edges (whole points) at which lines without a label do not begin, but continue a paragraph
    """

    left: float
    right: float
    start: float
    pitch: float
    wrapped: frozenset[int] = frozenset()

    @property
    def width(self) -> float:
        """Width of the text."""
        return max(self.right - self.left, 1.0)

    @property
    def indented(self) -> bool:
        """Whether first lines are indented."""
        return self.start > self.left + _INDENT


def append(text: str, more: str) -> str:
    """``text`` with the next line of the same paragraph; a hyphen, or the slash of a number, joins without a space."""
    if not text:
        return more
    inside = _HYPHEN.search(text) and more[0].isalnum()
    if inside and text[-2].isdigit() and more[0].isupper() and more[1:2].islower():
        inside = None  # "IV/2025-" and "Quý II": a span of time, not a number such as "35-NQ/TU"
    return text + more if inside else f"{text} {more}"


def measure(pages: Iterable[Page]) -> dict[int, Margins]:
    """The margins of every page by its number; pages with little text take those of their format."""
    by_format: dict[int, list[Page]] = {}
    for page in pages:
        by_format.setdefault(page.format, []).append(page)
    margins = {}
    for group in by_format.values():
        common = _margins(group, None)
        for page in group:
            margins[page.number] = _margins([page], common)
    return margins


def paragraphs(lines: list[Line], margins: Margins, page: int) -> list[tuple[Line, Line, Paragraph]]:
    """The paragraphs that ``lines`` (top to bottom, one a row) form: first line, last line, paragraph."""
    kinds = _alignments(lines, margins)
    groups: list[tuple[Alignment | None, list[Line]]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if groups and kind is None and groups[-1][0] is None and not _opens(groups[-1][1], line, margins):
            groups[-1][1].append(line)
        else:
            groups.append((kind, [line]))
    return [(group[0], group[-1], _paragraph(group, kind, margins, page)) for kind, group in groups]


def read_cell(parts: list[Line], left: float, right: float) -> tuple[str, float, float]:
    """A table cell that reaches from ``left`` to ``right``.

    Returns its paragraphs joined by newlines, the room that its last line leaves, and the width of its first word.
    """
    rows = [joined(row) for row in in_rows(parts)]
    left, right = left + _CELL_PADDING, right - _CELL_PADDING
    pitch = min((b.y - a.y for a, b in pairwise(rows)), default=0.0)
    centered = len({round(row.x0 / 4) for row in rows}) > 1 and all(
        abs(row.center - (left + right) / 2) < _SAME for row in rows
    )
    found: list[str] = []
    for i, line in enumerate(rows):
        if i and _is_broken_word(rows[i - 1], line, right):
            found[-1] += line.text
        elif i and not _opens_in_cell(rows[i - 1], line, left, right, pitch, centered):
            found[-1] = append(found[-1], line.text)
        else:
            found.append(line.text)
    return "\n".join(found), right - rows[-1].x1, rows[0].first_word


def _is_broken_word(last: Line, line: Line, right: float) -> bool:
    """``ST`` above ``T``: a word alone on its line, filling it, that goes on with letters which are no syllable."""
    rest = line.text.split(" ")[0]
    full = last.second is None and right - last.x1 < 0.8 * line.size and last.text[-1].isupper()
    return full and len(rest) <= 2 and rest.isupper() and rest.isalpha() and not is_syllable(rest)


def is_short(line: Line, after: Line, right: float) -> bool:
    """Whether ``line`` had room for the first word of ``after`` before ``right``."""
    return right - line.x1 > after.first_word + 0.15 * line.size


def may_continue(last: Line, page: Margins, first: Line, next_page: Margins) -> bool:
    """Whether a paragraph whose last line ends a page may go on with the first line of the next page."""
    if is_short(last, first, page.right):
        open_end = first.text[0].islower() and not _ENDS.search(last.text)
        return open_end and split_label(first.text)[0] is None
    closed = _ENDS.search(last.text) is not None
    if closed and (split_label(first.text)[0] is not None or bool(first.bold) != bool(last.bold)):
        return False
    indented = abs(first.x0 - next_page.start) <= _SAME
    return not (next_page.indented and indented and not first.text[0].islower())


def _margins(pages: list[Page], common: Margins | None) -> Margins:
    width = pages[0].width
    lines = [line for page in pages for line in page.lines]
    long = sorted((line.x1 for line in lines if line.x1 - line.x0 > 0.45 * width), reverse=True)
    if len(long) < 5:
        return common or _frame(pages)
    # The right edge is where several lines end; one that sticks out is none.
    right = long[max(1, len(long) // 20)]
    wraps, starts, plain, pitches = Counter[int](), Counter[int](), Counter[int](), []
    for page in pages:
        for a, b in pairwise(page.lines):
            if b.x1 - b.x0 < 0.4 * width and abs(b.center - width / 2) < 0.08 * width:
                continue  # perhaps centred: says nothing about the left edge
            if is_short(a, b, right):
                starts[round(b.x0)] += 1
                plain[round(b.x0)] += split_label(b.text)[0] is None
            elif b.y - a.y < 3 * a.size:
                wraps[round(b.x0)] += 1
                pitches.append(b.y - a.y)
    first = min(line.x0 for line in lines)
    fallback = common or Margins(first, right, first, 0.0)
    left = _edge(wraps + starts, lines, fallback.left)
    start = _mode(starts, lines, fallback.start)
    wrapped = common.wrapped if common else frozenset(
        x for x, n in _around(wraps).items() if n >= 2 and _around(plain).get(x, 0) * 4 < n
    )
    return Margins(left, right, start, median(pitches) if pitches else fallback.pitch, wrapped)


def _around(places: Counter[int]) -> dict[int, int]:
    """How often each of ``places`` or one a point beside it is seen."""
    return {x: places[x - 1] + places[x] + places[x + 1] for x in places}


def _frame(pages: list[Page]) -> Margins:
    """Margins where there is no running text: the edges of what there is."""
    lines = [line for page in pages for line in page.lines]
    tables = [table for page in pages for table in page.tables]
    left = min([line.x0 for line in lines] + [table.x0 for table in tables], default=0.12 * pages[0].width)
    right = max([line.x1 for line in lines] + [table.x1 for table in tables], default=0.9 * pages[0].width)
    return Margins(left, right, left, 0.0)


def _edge(places: Counter[int], lines: list[Line], fallback: float) -> float:
    """The leftmost of ``places`` that is seen more than by chance, to the exact point."""
    total = sum(places.values())
    if total < 3:
        return fallback
    place = min((x for x, n in _around(places).items() if n >= max(2, 0.06 * total)), default=round(fallback))
    return median([line.x0 for line in lines if abs(line.x0 - place) <= 1.5] or [fallback])


def _mode(places: Counter[int], lines: list[Line], fallback: float) -> float:
    """The most common of ``places`` if it is seen often enough, to the exact point."""
    if sum(places.values()) < 3:
        return fallback
    place = max(places, key=lambda x: places[x - 1] + 2 * places[x] + places[x + 1])
    return median([line.x0 for line in lines if abs(line.x0 - place) <= 1.5] or [fallback])


def _alignments(lines: list[Line], margins: Margins) -> list[Alignment | None]:
    """``center`` and ``right`` for lines that stand apart, None for running text."""
    kinds: list[Alignment | None] = []
    for line in lines:
        if _is_centered(line, margins):
            kinds.append("center")
        elif line.x0 > margins.left + 0.42 * margins.width:
            kinds.append("right")
        else:
            kinds.append(None)
    # A centred line makes its neighbours certain, and these theirs: down the page, then up.
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for i in order:
            near = lines[i - 1] if order.step > 0 else lines[i + 1]
            known = kinds[i - 1] if order.step > 0 else kinds[i + 1]
            if kinds[i] is None and known == "center" and _is_alike(lines[i], near, margins):
                kinds[i] = "center"
    return kinds


def _is_centered(line: Line, margins: Margins) -> bool:
    before, after = line.x0 - margins.left, margins.right - line.x1
    if min(before, after) < 10:
        return False
    stressed = bool(line.bold) or line.text.isupper() or line.text.startswith("(")
    labelled = stressed and split_label(line.text)[0] is not None
    if min(abs(line.x0 - margins.start), before) <= 3:  # where first lines begin
        return stressed and not labelled and after > 20 and abs(before - after) <= 5
    if abs(before - after) <= 5:
        return stressed or min(before, after) > 0.15 * margins.width
    # Ragged text does not tell its right edge well; centred text may have inherited the indent of first lines.
    shift = margins.start - margins.left if margins.indented else 0.0
    shifted = abs(before - after - shift) <= 3 and before > 2 * shift > 0
    return stressed and not labelled and (abs(before - after) <= 12 or shifted)


def _is_alike(line: Line, centered: Line, margins: Margins) -> bool:
    """Whether a line is centred because its neighbour is, though it is nearly as wide as the page or plain."""
    before, after = line.x0 - margins.left, margins.right - line.x1
    shift = margins.start - margins.left if margins.indented else 0.0
    off = min(abs(before - after), abs(before - after - shift) if line.text.startswith("(") else 1000.0)
    if abs(line.y - centered.y) > 2.2 * line.size or off > 6:
        return False
    if line.text.startswith("(") and after > 0.5:
        return off <= 3
    alike = line.bold == centered.bold and line.italic == centered.italic and abs(line.size - centered.size) < 0.6
    if alike and (line.bold or line.italic) and line.text.isupper() == centered.text.isupper():
        return True
    inset = min(before, after) >= 10 and abs(line.x0 - margins.start) > 3
    return (off <= 4 and inset) or (alike and off <= 2 and before > 0.6 and after > -1)


def _opens(lines: list[Line], line: Line, margins: Margins) -> bool:
    """Whether ``line`` begins a new paragraph after ``lines``, the paragraph so far."""
    last = lines[-1]
    gap, size = line.y - last.y, max(last.size, line.size)
    pitch = max(margins.pitch, 1.1 * size)
    if gap > 1.9 * pitch or gap <= 0 or abs(last.size - line.size) > 1.5:
        return True
    if _is_tabular(last, line):
        return True
    label = split_label(line.text)[0] is not None
    closed = last.gutter is not None or _ENDS.search(last.text) is not None
    lower = line.text[0].islower()
    if is_short(last, line, margins.right):
        broken = lower and not label and not closed and line.x0 < last.x0 + _SAME and gap < 1.25 * pitch
        return not broken
    if closed and _STRONG_LABEL.match(line.text) and line.bold != last.bold:
        return True
    if not lower and len({bool(part.bold) for part in [*lines, line]}) > 1 and len({bool(p.bold) for p in lines}) == 1:
        return True  # a heading above its text, or the other way round
    apart = gap > 1.15 * pitch and gap > pitch + 2
    if not label and not apart and round(line.x0) in margins.wrapped:
        return False
    fresh = (label and (closed or apart)) or (closed and apart and not lower)
    if len(lines) > 1 and abs(line.x0 - lines[1].x0) > _SAME:
        return not (lower and not label and line.x0 < last.x0)
    if len(lines) > 1:
        return fresh if abs(lines[0].x0 - line.x0) <= _SAME else fresh and apart
    return _opens_second(last, line, margins, label, fresh, lower)


def _is_tabular(last: Line, line: Line) -> bool:
    """Whether both lines have a label and a value, with the gap between them at the same place."""
    if last.gutter is None or line.gutter is None:
        return False
    return min(last.gutter[1], line.gutter[1]) - max(last.gutter[0], line.gutter[0]) > 1.5 * line.size


def _opens_second(first: Line, line: Line, margins: Margins, label: bool, fresh: bool, lower: bool) -> bool:
    """Whether the line after the full first line of a paragraph begins another one."""
    if abs(line.x0 - first.x0) <= _SAME:
        if margins.indented and abs(line.x0 - margins.start) <= _SAME:
            return not lower or label  # two first lines: the one before just filled its line
        return fresh or (label and not _is_dash_in_text(line))
    if line.x0 < first.x0:
        return label and abs(line.x0 - margins.left) > _SAME
    hanging = first.second is not None and abs(line.x0 - first.second) <= _SAME and split_label(first.text)[0]
    return label or not (hanging or lower)


def _is_dash_in_text(line: Line) -> bool:
    """``- 2030, tầm nhìn …``: a dash with a figure is more often the middle of a period than a bullet."""
    return re.match(r"[-–]\s?\d{4}\b", line.text) is not None


def _opens_in_cell(last: Line, line: Line, left: float, right: float, pitch: float, centered: bool) -> bool:
    if centered:  # the room is on both sides
        right += last.x0 - left
    short = is_short(last, line, right)
    roomy = right - last.x1 > line.first_word + line.size
    closed = _ENDS.search(last.text) is not None
    if line.y - last.y > 1.3 * pitch or (closed and short):
        return True
    if split_label(line.text)[0] is not None and not _is_dash_in_text(line):
        return closed or short
    aligned = centered or abs(line.x0 - last.x0) < _SAME
    return roomy and aligned and line.text[0].isupper() and not last.text.endswith(",")


def _paragraph(lines: list[Line], kind: Alignment | None, margins: Margins, page: int) -> Paragraph:
    text = ""
    for line in lines:
        text = append(text, line.text)
    if kind is None and len(lines) > 1:
        flush = all(margins.right - line.x1 < 3 for line in lines[:-1])
        kind = "justify" if flush else "left"
    weights = [line.confidence for line in lines if line.confidence is not None]
    return Paragraph(
        text=text,
        page=page,
        bold=_mostly([(line.bold, len(line.text)) for line in lines]),
        italic=_mostly([(line.italic, len(line.text)) for line in lines]),
        align=kind,
        indent=round(max(lines[0].x0 - margins.left, 0.0), 1),
        confidence=sum(weights) / len(weights) if weights else None,
    )


def _mostly(values: list[tuple[bool | None, int]]) -> bool | None:
    if any(value is None for value, _ in values):
        return None
    return sum(n for value, n in values if value) >= 0.9 * sum(n for _, n in values)
