"""How strongly each child block may be the counterpart of each parent block: likeness, in the light of structure.

A heading is known by its title, its roles and all that stands below it; a text by its words and by how well the
headings above it agree. So the same sentence under two headings finds the right one, section numbers mean nothing, and
sections may change places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kehoach.comparison.likeness import cosine, grams
from kehoach.comparison.points import BODY, OPENING, Point, holders_of_holders, subtree_tokens

if TYPE_CHECKING:
    from kehoach.comparison.likeness import Likeness, Matrix
    from kehoach.plan import Level

OWN, BELOW = 0.6, 0.4  # what a heading's title says of it, and what stands below it
ABOVE = 0.45  # how much of a score rests on the blocks above
BETTER = 0.02  # how much a context counts beyond what is enough
SKIPPED = 0.85  # the counterpart of the block above stands one level higher or lower
ROLES, LEADS, AIMS = 0.10, 0.08, 0.05  # what equal roles, equal bodies, and targets on both sides add
SOME = 3  # times their likeness, up to 1: the part of these that two texts get
OTHER_PART, OTHER_AWARD, OTHER_LEVEL, OTHER_KIND, OTHER_DEPTH = 0.5, 0.4, 0.65, 0.8, 0.9
ADDRESSED, OTHER_ADDRESS = 0.6, 0.4  # equal addressees alone are worth this; others leave this much of a score
SEVERAL, OTHER_BASIS = 2, 0.25  # lines of legal bases from which each stands for its document
NO_LEVEL = 0.85  # one heading names a level, the other none
WHY, OTHER_ROLE = frozenset({"purpose", "requirements"}), 0.8  # why a plan is made is no duty, award or standard
SAME_PART = 0.15  # preamble with preamble, closing with closing


def affinity(child: Sequence[Point], parent: Sequence[Point], words: Likeness, levels: Levels) -> Matrix:
    """The matrix child × parent of scores from 0 to a little above 1."""
    own = _addressed(words.mean * _kinds(child, parent), child, parent)
    own = own * _awards(child, parent) * levels.fit(child, parent)
    node = _with_subtrees(own, child, parent)
    score = _with_facts(_in_context(node, child, parent), own, child, parent)
    score = score * _parts(child, parent) + _same_part(child, parent)
    return np.asarray(score * _bases(child, parent), np.float32)


def _with_facts(score: Matrix, own: Matrix, child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """What roles, leads and targets add; where two texts have hardly a word in common they add little."""
    leads = 0.5 * _overlap(child, parent, lambda p: p.leads) + 0.5 * _overlap(child, parent, lambda p: p.first_lead)
    aims = np.outer([p.aims for p in child], [p.aims for p in parent])
    roles = _overlap(child, parent, lambda p: p.roles)
    whys = [np.array([bool(p.roles & WHY) for p in points]) for points in (child, parent)]
    some = np.minimum(own * SOME, 1)
    known = np.asarray(score + some * (LEADS * leads + AIMS * aims), np.float32)
    known = np.where(np.not_equal.outer(*whys) & (roles == 0), OTHER_ROLE * known, known)
    return np.asarray(known + ROLES * some * roles, np.float32)


def _with_subtrees(own: Matrix, child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """Blocks that hold others are known by these too."""
    holds = [sorted({p.holder for p in points if p.holder is not None}) for points in (child, parent)]
    if not holds[0] or not holds[1]:
        return own
    whole = [subtree_tokens(points) for points in (child, parent)]
    below = cosine([grams(whole[0][n]) for n in holds[0]], [grams(whole[1][n]) for n in holds[1]])
    both = np.ix_(holds[0], holds[1])
    node = own.copy()
    node[both] = OWN * own[both] + BELOW * below
    return node


def _in_context(node: Matrix, child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """Scores in the light of the blocks above: those of equal holders rise, from the outermost level inwards."""
    above = [[_slot(p.holder) for p in points] for points in (child, parent)]
    higher = [[_slot(h) for h in holders_of_holders(points)] for points in (child, parent)]
    score = node
    for _ in range(3):
        # the last row and column stand for "nothing above": two outermost blocks agree in that
        padded = np.pad(score, ((0, 1), (0, 1)))
        padded[-1, -1] = 1
        context = padded[np.ix_(above[0], above[1])]
        context = np.maximum(context, SKIPPED * padded[np.ix_(above[0], higher[1])])
        context = np.maximum(context, SKIPPED * padded[np.ix_(higher[0], above[1])])
        # a good context is enough; a better one still decides between equal blocks
        score = node * (1 - ABOVE + ABOVE * (np.minimum(context * 1.3, 1) + BETTER * context))
    return score


def _slot(number: int | None) -> int:
    return -1 if number is None else number


Marks: TypeAlias = "Callable[[Point], frozenset[str]]"


def _overlap(child: Sequence[Point], parent: Sequence[Point], marks: Marks, others: Marks | None = None) -> Matrix:
    """The share of marks that two points have in common; ``others`` are the parent's, where they are not the same."""
    marked = [list(map(marks, child)), list(map(others or marks, parent))]
    names = sorted(set().union(*marked[0], *marked[1]))
    column = {name: i for i, name in enumerate(names)}
    sides = []
    for points in marked:
        side = np.zeros((len(points), len(names)), np.float32)
        for number, own in enumerate(points):
            side[number, [column[m] for m in own]] = 1
        sides.append(side)
    shared = sides[0] @ sides[1].T
    union = sides[0].sum(1)[:, None] + sides[1].sum(1)[None, :] - shared
    return np.asarray(shared / np.maximum(union, 1), np.float32)


def _kinds(child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """A title is no counterpart of a paragraph; a short item may be one of a heading that names the same."""
    heads = [np.array([p.block.heading for p in points]) for points in (child, parent)]
    sizes = [np.array([len(p.tokens) + 1 for p in points], np.float32) for points in (child, parent)]
    ratio = np.minimum.outer(sizes[0], sizes[1]) / np.maximum.outer(sizes[0], sizes[1])
    crossed = np.not_equal.outer(heads[0], heads[1])
    awards = np.outer([bool(p.awards) for p in child], [bool(p.awards) for p in parent])
    kinds = np.where(crossed & ~awards, np.minimum(OTHER_KIND, 3 * ratio), 1)
    depths = [np.array([p.block.depth for p in points]) for points in (child, parent)]
    both = np.logical_and.outer(*heads) & np.not_equal.outer(*depths)
    return (kinds * np.where(both, OTHER_DEPTH, 1)).astype(np.float32)


def _addressed(own: Matrix, child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """Blocks that say whom they are for (`Đối với …`) are known by that, whatever words follow; so is a heading that
    is the name of a body, where the other plan lets the name run into the duty.
    """
    shared = _overlap(child, parent, lambda p: p.address)
    both = np.outer([bool(p.address) for p in child], [bool(p.address) for p in parent])
    own = np.where(both & (shared == 0), OTHER_ADDRESS * own, own)
    title = _overlap(child, parent, lambda p: p.named, lambda p: frozenset() if p.block.heading else p.first_lead)
    opened = _overlap(child, parent, lambda p: frozenset() if p.block.heading else p.first_lead, lambda p: p.named)
    return np.maximum(own, ADDRESSED * np.maximum(shared, np.maximum(title, opened)))


def _awards(child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """Blocks that provide for awards of other forms are no counterparts."""
    shared = _overlap(child, parent, lambda p: p.awards) > 0
    both = np.outer([bool(p.awards) for p in child], [bool(p.awards) for p in parent])
    return np.where(both & ~shared, OTHER_AWARD, 1).astype(np.float32)


def _parts(child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    equal = np.equal.outer(np.array([p.part for p in child]), np.array([p.part for p in parent]))
    return np.where(equal, 1, OTHER_PART).astype(np.float32)


def _same_part(child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    equal = np.equal.outer(np.array([p.part for p in child]), np.array([p.part for p in parent]))
    frame = np.array([p.part != BODY for p in child])[:, None]
    return np.where(equal & frame, SAME_PART, 0).astype(np.float32)


def _bases(child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
    """Legal bases, one a line: lines that name other documents are no counterparts, however like their words are; nor
    are a basis and the sentence that issues the plan.
    """
    lines = [np.array([bool(p.bases) for p in points]) for points in (child, parent)]
    if not lines[0].any() or not lines[1].any():
        return np.ones((len(child), len(parent)), np.float32)
    shared = _overlap(child, parent, lambda p: p.bases) > 0
    opening = np.logical_and.outer(*[np.array([p.part == OPENING for p in points]) for points in (child, parent)])
    others = np.not_equal.outer(*lines)
    if lines[1].sum() >= SEVERAL:
        others |= np.logical_and.outer(*lines) & ~shared
    return np.where(opening & others, OTHER_BASIS, 1).astype(np.float32)


class Levels:
    """Which level of the parent speaks to which of the child: its own to its own, and each to the same.

    What the parent says to a level between both plans (districts, where a commune answers a province) concerns others.
    """

    def __init__(self, parent: Level | None, child: Level | None) -> None:
        self.parent, self.child = parent, child

    def fit(self, child: Sequence[Point], parent: Sequence[Point]) -> Matrix:
        """1 where the addressees may be the same, less where they are others."""
        groups: tuple[dict[frozenset[Level], list[int]], ...] = ({}, {})
        for side, points in zip(groups, (child, parent), strict=True):
            for p in points:
                side.setdefault(p.levels, []).append(p.number)
        fit = np.ones((len(child), len(parent)), np.float32)
        for theirs, rows in groups[0].items():
            for named, columns in groups[1].items():
                if not self.may_be(theirs, named):
                    fit[np.ix_(rows, columns)] = OTHER_LEVEL
        heads = [np.array([p.block.heading for p in points]) for points in (child, parent)]
        level = [np.array([bool(p.levels) for p in points]) for points in (child, parent)]
        one = np.logical_and.outer(*heads) & np.not_equal.outer(*level)
        fit[one] = np.minimum(fit[one], NO_LEVEL)
        return fit

    def may_be(self, theirs: frozenset[Level], named: frozenset[Level]) -> bool:
        """May what the parent says to ``named`` be what the child says to ``theirs``?"""
        if not theirs or not named or theirs & named:
            return True
        return self.parent in named and self.child in theirs
