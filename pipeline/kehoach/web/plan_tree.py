"""Plans that cite each other as a tree: what stands above a plan, and what was made to carry it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kehoach.comparison.coverage import ORDER
from kehoach.store import PlanSummary

Relatives = Callable[[int], Sequence[PlanSummary]]
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Branch:
    """A plan and the plans that cite it; ``here`` is the one that was asked for."""

    plan: PlanSummary
    below: tuple[Branch, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class PlanTree:
    """The branches that a plan stands on: one for each plan above it, or its own."""

    branches: tuple[Branch, ...]


def upper_first(plans: Sequence[PlanSummary]) -> list[PlanSummary]:
    """Plans to choose one from that others carry out: the highest level first, else in their order."""
    return sorted(plans, key=lambda plan: ORDER.index(plan.level) if plan.level in ORDER else len(ORDER))


def tree_of(plan: PlanSummary, parents: Relatives, children: Relatives) -> PlanTree:
    """The plan below each plan that it cites, with all that cites it. A ring of plans ends where it began."""
    own = Branch(plan, _below(plan.id, children, frozenset({plan.id}), 1), here=True)
    above = parents(plan.id)
    return PlanTree(tuple(Branch(each, (own,)) for each in above) or (own,))


def _below(plan_id: int, children: Relatives, seen: frozenset[int], depth: int) -> tuple[Branch, ...]:
    if depth > _DEEPEST:
        return ()
    return tuple(
        Branch(child, _below(child.id, children, seen | {child.id}, depth + 1))
        for child in children(plan_id)
        if child.id not in seen
    )
