"""Lines that say who does a task, by when, with what result (`Đơn vị chủ trì: …`, `Thời gian thực hiện: …`).

Dozens of them read alike, so each goes where its task goes: to the line of the same kind below the task's counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kehoach.facts.details import detail_kind
from kehoach.plan import Block

if TYPE_CHECKING:
    from kehoach.comparison.points import Point

NUMBERED = re.compile(r"\w")  # an item with a number of its own is a point of its own


def task_above(blocks: Sequence[Block], number: int) -> int | None:
    """The task that a line gives details of, beside it or above it; None where it does not."""
    block, before = blocks[number], number - 1
    if block.heading or not block.depth or not detail_kind(block.text) or NUMBERED.search(block.label or ""):
        return None
    while before >= 0 and blocks[before].parent == block.parent and detail_kind(blocks[before].text):
        before -= 1
    if before < 0 or blocks[before].heading or block.parent not in (blocks[before].parent, blocks[before].id):
        return None
    return before


def detail_links(links: Sequence[Sequence[int]], child: Sequence[Point], parent: Sequence[Point]) -> dict[int, int]:
    """For the child's details those of the parent: of the same kind, of the counterpart of their task."""
    below = _below(parent)
    taken = {p for parents in links for p in parents}
    found: dict[int, int] = {}
    for point in child:
        kind = detail_kind(point.block.text)
        if kind is None or point.holder is None or links[point.number]:
            continue
        for task in links[point.holder]:
            lines = [p for p in below.get(task, {}).get(kind, ()) if p not in taken]
            if lines and point.number not in found:
                found[point.number] = lines[0]
                taken.add(lines[0])
    return found | _left(links, child, parent, found, taken)


def _left(
    links: Sequence[Sequence[int]],
    child: Sequence[Point],
    parent: Sequence[Point],
    found: dict[int, int],
    taken: set[int],
) -> dict[int, int]:
    """Lines whose task is gone stand below the task or the title before it: word for word they are found again."""
    free: dict[tuple[str, ...], list[int]] = {}
    for point in reversed(parent):
        if point.detail and point.number not in taken:
            free.setdefault(tuple(point.words), []).append(point.number)
    left = [
        p
        for p in child
        if not links[p.number]
        and p.number not in found
        and p.holder is not None
        and links[p.holder]
        and detail_kind(p.block.text)
    ]
    return {p.number: same.pop() for p in left if (same := free.get(tuple(p.words)))}


def _below(points: Sequence[Point]) -> dict[int, dict[str, list[int]]]:
    """For each point its details by kind; tasks in a row have in common those that stand below the last of them."""
    below: dict[int, dict[str, list[int]]] = {}
    last: dict[int | None, dict[str, list[int]]] = {}
    for point in reversed(points):
        kind = point.detail or detail_kind(point.block.text)
        if kind and point.holder is not None:
            below.setdefault(point.holder, {}).setdefault(kind, []).insert(0, point.number)
        if not point.detail:
            last[point.holder] = below.setdefault(point.number, last.get(point.holder, {}))
    return below
