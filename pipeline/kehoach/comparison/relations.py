"""What a child block makes of its parents' point: the same, adapted, a part of it, or more.

GUIDELINES, align: `same` are the same words but for bodies, places, movements, capitals and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.comparison.likeness import Weights
from kehoach.comparison.model import Relation
from kehoach.comparison.points import BODY, Point
from kehoach.comparison.wording import folded, is_function

ALL, MOST = 0.97, 0.9  # shares of one side's words that the other has
A_PART, HALF = 0.8, 0.7  # shares below which the rest is a loss, or news, of its own
#: Words in a row that make a statement: a text that lost single words here and there is shortened, no part of the point
A_LOSS, SHORTENED = 9, 0.55
#: A part in words of its own: most of them are the parent's, and most of the parent's are gone
REWORDED, FEW = 0.8, 0.4

#: A child that keeps most of the parent's words, and has so many of its own that they make a statement, says more
MOSTLY, CLEARLY, A_STATEMENT = 0.5, 0.1, 25
LIST = re.compile(r",|\s(?:và|&)\s", re.IGNORECASE)
AND = {folded("và")}


def relation(child: Point, parents: Sequence[Point], weights: Weights) -> Relation:
    """The relation of a child block to the parents that it is linked to, the closest first."""
    closest = parents[0]
    if _plain(child) == _plain(closest) and child.address == closest.address:
        repeated = any(_plain(p)[-3:] == _plain(closest)[-3:] for p in parents[1:])
        return "adapted" if repeated else "same"
    if child.address and closest.address:
        return "adapted"  # another addressee
    own = set(child.tokens)
    whole = {token for p in parents for token in p.tokens}
    kept = _share(own & whole, own, weights)
    carried = _share(own & set(closest.tokens), set(closest.tokens), weights)
    if len(parents) == 1 and _is_narrowed(child, closest, kept, carried):
        return "narrowed"
    if len(parents) == 1 and not child.block.heading:
        more = len(child.words) - len(closest.words) >= A_STATEMENT
        if _is_part(carried, kept) or (carried >= MOSTLY and kept < carried - CLEARLY and more):
            return "extended"
    return "adapted"


def _is_narrowed(child: Point, parent: Point, kept: float, carried: float) -> bool:
    """Is the child a part of the parent's point: of a title that lists several, of a text that says more?

    The sentences that issue and close a plan make one point, in few words or many.
    """
    if child.part != BODY:
        return False
    if child.block.heading:
        parts = [len(LIST.findall(point.block.text)) for point in (child, parent)]
        return _is_part(kept, carried) and carried < HALF and parts[0] < parts[1]
    if kept >= REWORDED and carried < FEW:
        return True
    return _is_part(kept, carried) and (carried < SHORTENED or _longest_loss(child, parent) >= A_LOSS)


def _longest_loss(child: Point, parent: Point) -> int:
    """The most words in a row of the parent that the child has nowhere."""
    own, longest, run = set(child.tokens), 0, 0
    for token in parent.tokens:
        run = 0 if token in own else run + 1
        longest = max(longest, run)
    return longest


def _is_part(kept: float, carried: float) -> bool:
    """Nearly all words of one side are the other's, and the other has clearly more."""
    return (kept >= ALL and carried < A_PART) or (kept >= MOST and carried < HALF)


def _share(shared: set[str], whole: set[str], weights: Weights) -> float:
    return weights.total(shared) / max(weights.total(whole), 1e-9)


def _plain(point: Point) -> list[str]:
    """Words without the bodies among them; a title may list its parts with `và` or with a comma."""
    joining = AND if point.block.heading else set()
    return [token for token in point.tokens if not is_function(token) and token not in joining]
