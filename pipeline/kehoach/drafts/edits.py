"""What an officer wrote over paragraphs of a draft, kept by where each comes from: it outlives new answers and runs.

A key names a paragraph by the parent's block that it carries (or by its rule, where it carries none) and by its number
among those of the same origin. It changes only when the parent's own words change; such an edit is told as ``lost``.
"""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.draft import OPEN, LeftOut
from kehoach.drafts.answers import has_place
from kehoach.drafts.composition import Sheet, name_asks
from kehoach.drafts.points import Ask, Point

#: What the answer of a question reads whose place the officer wrote over
WRITTEN_OVER = "Đã viết trong văn bản"
NOTE = "Cán bộ đã sửa"


def keys_of(sheet: Sheet) -> dict[int, str]:
    """The key of each point of a sheet that nobody touched, by the point's identity."""
    seen: dict[str, int] = {}
    keys = {}
    for point in sheet.points:
        origin = point.parents[0] if point.parents else point.rule
        seen[origin] = seen.get(origin, 0) + 1
        keys[id(point)] = f"{origin}~{seen[origin]}"
    return keys


def write_over(sheet: Sheet, keys: Mapping[int, str], edits: Mapping[str, str]) -> tuple[list[LeftOut], list[str]]:
    """Put the edits into a sheet; an empty text takes the paragraph out.

    Returns what was taken out, and the keys of edits for which there is no paragraph any more.
    """
    name_asks(sheet)
    left: list[LeftOut] = []
    kept: list[Point] = []
    closed: list[Ask] = []
    for point in sheet.points:
        text = edits.get(keys[id(point)])
        if text is not None and not text.strip():
            left += [LeftOut(parent=p, why="dropped", rule="officer") for p in point.parents]
            continue
        if text is not None:
            closed += _write(point, " ".join(text.split()))
        kept.append(point)
    sheet.points = kept
    for ask in closed:
        if sum(each is ask for each in closed) >= max(1, len(ask.quotes)):  # no other place waits for an answer
            ask.answer = WRITTEN_OVER
    return left, sorted(set(edits) - set(keys.values()))


def _write(point: Point, text: str) -> list[Ask]:
    """Write over a point; returns the questions whose places are gone, one for each place."""
    point.text = text
    point.change = "adapted" if point.change == "same" else point.change
    point.note = "; ".join(filter(None, [NOTE, point.note]))
    return [ask for ask in point.asks if has_place(ask)][text.count(OPEN) :]
