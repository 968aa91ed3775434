"""Whom duties name: the bodies of a plan's assignments by block, and their names as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kehoach.comparison.wording import words_of
from kehoach.plan import Assignment, Plan

PLURAL = {"cac2", "nhưng3", "va1", "câp2"}


def by_block(plan: Plan) -> dict[str | None, list[Assignment]]:
    """The assignments of each block."""
    found: dict[str | None, list[Assignment]] = {}
    for assignment in plan.assignments:
        found.setdefault(assignment.block, []).append(assignment)
    return found


def names_of(assignments: Sequence[Assignment], field: str) -> list[str]:
    """The leads, or the partners, of assignments; of `đoàn thể cùng cấp` the name is what stands first."""
    return [name.removesuffix(" cùng") for a in assignments for name in (a.lead if field == "lead" else a.partners)]


def words_in(names: Iterable[str]) -> set[str]:
    """The words of names, whatever their number and order."""
    return {word for name in names for word in words_of(name)} - PLURAL
