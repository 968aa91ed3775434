"""One counterpart for each block, or none: the assignment that is best in all.

Each child block may take one parent block or nothing; to take nothing is a choice with a worth of its own, so that a
weak resemblance has to beat it. Shortest augmenting paths over the few candidates of each block: sparse, in plain
Python, fast because groups of blocks that compete are small.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

Worth = Mapping[int, float]


def assign(gains: Sequence[Worth]) -> list[int | None]:
    """For each child the parent that it takes, None for nothing, so that the sum of gains is greatest.

    ``gains[child][parent]`` is how much better the parent is than nothing; only gains above 0 count.
    """
    taken: dict[int, int] = {}
    chosen: list[int | None] = [None] * len(gains)
    price: dict[int, float] = {}
    for child in range(len(gains)):
        _augment(child, gains, chosen, taken, price)
    return chosen


def _augment(
    child: int, gains: Sequence[Worth], chosen: list[int | None], taken: dict[int, int], price: dict[int, float]
) -> None:
    """Give ``child`` the best place, moving others along the cheapest path; prices keep all reduced costs positive."""
    best = {c: max([0.0, *(g - price.get(p, 0.0) for p, g in gains[c].items())]) for c in (child,)}
    distance: dict[int, float] = {}
    before: dict[int, int] = {}
    queue: list[tuple[float, int, int]] = []
    end_cost, end_child, end_parent = best[child], child, None
    settled: set[int] = set()

    def reach(c: int, cost: float) -> None:
        for p, gain in gains[c].items():
            if p not in settled:
                step = cost + best[c] - (gain - price.get(p, 0.0))
                if step < distance.get(p, float("inf")):
                    distance[p], before[p] = step, c
                    heapq.heappush(queue, (step, p, c))

    reach(child, 0.0)
    while queue:
        cost, p, c = heapq.heappop(queue)
        if p in settled or cost > distance[p] or cost >= end_cost:
            continue
        settled.add(p)
        if p not in taken:
            end_cost, end_child, end_parent = cost, c, p
            break
        owner = taken[p]
        best[owner] = gains[owner][p] - price.get(p, 0.0)
        if cost + best[owner] < end_cost:  # the owner gives up its place and takes nothing
            end_cost, end_child, end_parent = cost + best[owner], owner, None
        reach(owner, cost)
    for p in settled:
        if distance[p] < end_cost:
            price[p] = price.get(p, 0.0) + end_cost - distance[p]
    _shift(child, end_child, end_parent, before, chosen, taken)


def _shift(
    child: int,
    last: int,
    parent: int | None,
    before: dict[int, int],
    chosen: list[int | None],
    taken: dict[int, int],
) -> None:
    """Move along the path that ends with ``last`` taking ``parent``."""
    current, place = last, parent
    while True:
        released = chosen[current]
        chosen[current] = place
        if place is not None:
            taken[place] = current
        if current == child:
            return
        assert released is not None  # every child of the path but the first had a place
        place, current = released, before[released]
