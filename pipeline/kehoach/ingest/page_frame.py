"""Where the text of a page stands. Full lines show where paragraphs go on, short ones where the next begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kehoach.ingest.page_layout import Line, Page, is_short
from kehoach.outline.labels import split_label

# Points from which a first line is indented.
_INDENT = 8.0


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
    wrapped = common.wrapped if common else _wrapped(wraps, plain)
    return Margins(left, right, start, median(pitches) if pitches else fallback.pitch, wrapped)


def _wrapped(wraps: Counter[int], plain: Counter[int]) -> frozenset[int]:
    """The places at which lines follow full lines, and hardly ever lines without a label follow short ones."""
    begun = _around(plain)
    return frozenset(x for x, n in _around(wraps).items() if n >= 2 and begun.get(x, 0) * 4 < n)


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
