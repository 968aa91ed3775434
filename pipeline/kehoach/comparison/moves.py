"""Which blocks changed places: those outside the longest run of links that keeps the parent's order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(parents: Sequence[Sequence[int]]) -> set[int]:
    """The children whose closest parent does not stand in the order of the longest increasing run."""
    ends: list[int] = []
    at: list[int] = []
    before: dict[int, int | None] = {}
    for child, linked in enumerate(parents):
        if not linked:
            continue
        place = bisect_left(ends, linked[0])
        before[child] = at[place - 1] if place else None
        ends[place : place + 1] = [linked[0]]
        at[place : place + 1] = [child]
    kept: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return set(before) - kept
