"""Which parent blocks each child block makes the point of: one each by assignment, then splits and merges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kehoach.comparison.affinity import Levels, affinity
from kehoach.comparison.assignment import assign
from kehoach.comparison.details import detail_links
from kehoach.comparison.joins import joined
from kehoach.comparison.likeness import likeness
from kehoach.comparison.points import Point

if TYPE_CHECKING:
    from kehoach.comparison.likeness import Matrix

CANDIDATES = 12  # the best parents of a child that are considered
FAR = 0.75  # a parent that is this much less like than the best is no second choice
NOTHING = 0.26  # the worth of having no counterpart …
DOUBT = 0.25  # … and how much of a block's likeness to the common run of the other plan adds to it


@dataclass(frozen=True, slots=True)
class Alignment:
    """The parents of each child, the closest first, and how like the words of all blocks are, child × parent."""

    parents: list[list[int]]
    likeness: Matrix


def align(child: Sequence[Point], parent: Sequence[Point], levels: Levels) -> Alignment:
    """Align the points of two plans. Linear memory but for the score matrix."""
    if not child or not parent:
        return Alignment([[] for _ in child], np.zeros((len(child), len(parent)), np.float32))
    words = likeness([p.tokens for p in child], [p.tokens for p in parent])
    scores = affinity(child, parent, words, levels)
    nothing = worth_of_nothing(scores)
    details = [[bool(p.detail) for p in points] for points in (child, parent)]
    scores[details[0], :] = scores[:, details[1]] = 0  # they go where their tasks go
    chosen = assign(_gains(scores, nothing))
    links = [[p] if p is not None else [] for p in chosen]
    found = joined(links, child, parent, scores, nothing, levels)
    for c, p in detail_links(found, child, parent).items():
        found[c] = [p]
    closest = [_closest_first(parents, row) for parents, row in zip(found, words.mean, strict=True)]
    return Alignment(closest, words.mean)


def _closest_first(parents: list[int], likeness: Matrix) -> list[int]:
    return sorted(parents, key=lambda p: -float(likeness[p]))


def worth_of_nothing(scores: Matrix) -> Matrix:
    """What a counterpart of each child block has to beat: more where the block resembles everything."""
    usual = np.sort(scores, axis=1)[:, -CANDIDATES:].mean(axis=1)
    return np.asarray(NOTHING + DOUBT * np.maximum(usual - NOTHING, 0), np.float32)


def _gains(scores: Matrix, nothing: Matrix) -> list[dict[int, float]]:
    """For each child its best parents and by how much they beat nothing; equal blocks keep their order."""
    count = min(CANDIDATES, scores.shape[1])
    best = np.argpartition(-scores, count - 1, axis=1)[:, :count]
    gains = []
    for number, columns in enumerate(best):
        near = [int(p) for p in np.sort(columns) if scores[number, p] >= FAR * scores[number].max()]
        row = {p: float(scores[number, p] - nothing[number]) for p in near}
        gains.append({p: gain for p, gain in row.items() if gain > 0})
    return gains
