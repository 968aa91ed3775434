"""Changes of substance between two linked plans, computed from their facts, the gravest first."""

from __future__ import annotations

from collections.abc import Collection

from kehoach.comparison.award_changes import award_changes
from kehoach.comparison.body_changes import body_changes
from kehoach.comparison.citation_changes import citation_changes
from kehoach.comparison.condition_changes import condition_changes
from kehoach.comparison.deadline_changes import deadline_changes, period_changes
from kehoach.comparison.linked import Linked
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.reporting_changes import reporting_changes
from kehoach.comparison.target_changes import target_changes

GRAVITY: tuple[Effect, ...] = ("weaker", "missing", "rescoped", "added", "stronger", "equal")

LOST: tuple[Effect, ...] = ("weaker", "missing")


def changes_between(linked: Linked, others: Collection[str]) -> list[Change]:
    """All changes; each once, by gravity and then by place. ``others`` are the parent's blocks that concern others."""
    found = [
        *target_changes(linked),
        *condition_changes(linked),
        *deadline_changes(linked),
        *award_changes(linked),
        *body_changes(linked),
        *reporting_changes(linked),
        *period_changes(linked),
        *citation_changes(linked),
    ]
    distinct = {_key(c): c for c in reversed(found)}
    for change in distinct.values():
        if change.effect == "missing" and change.parent_block in others:
            change.applicable = False
    order = {id(c): i for i, c in enumerate(found)}
    told = [c for c in distinct.values() if not any(_is_part(c, other) for other in distinct.values())]
    return sorted(told, key=lambda c: (GRAVITY.index(c.effect), order[id(c)]))


def _key(change: Change) -> tuple[str | None, ...]:
    """What makes two changes one; a body that hands over several duties does so in each."""
    places = (change.parent_block, change.child_block) if change.kind == "body" else ()
    return (change.kind, change.effect, change.parent_quote, change.child_quote, *places)


def _is_part(change: Change, other: Change) -> bool:
    """Is a loss told already by one of the same kind, with more of the same words?"""
    lost = change.effect in LOST and other.effect in LOST
    if not lost or (change.kind, change.parent_block) != (other.kind, other.parent_block):
        return False
    ours, theirs = change.parent_quote, other.parent_quote
    return bool(ours and theirs and ours != theirs and ours in theirs)
