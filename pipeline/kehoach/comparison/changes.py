"""Changes of substance between two linked plans, computed from their facts, the gravest first."""

from __future__ import annotations

from kehoach.comparison.award_changes import award_changes
from kehoach.comparison.body_changes import body_changes
from kehoach.comparison.citation_changes import citation_changes
from kehoach.comparison.condition_changes import condition_changes
from kehoach.comparison.deadline_changes import deadline_changes, period_changes
from kehoach.comparison.linked import Linked
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.target_changes import target_changes

GRAVITY: tuple[Effect, ...] = ("weaker", "missing", "rescoped", "added", "stronger", "equal")


def changes_between(linked: Linked) -> list[Change]:
    """All changes; each once, by gravity and then by place."""
    found = [
        *target_changes(linked),
        *condition_changes(linked),
        *deadline_changes(linked),
        *award_changes(linked),
        *body_changes(linked),
        *period_changes(linked),
        *citation_changes(linked),
    ]
    distinct = {(c.kind, c.effect, c.parent_quote, c.child_quote): c for c in reversed(found)}
    order = {id(c): i for i, c in enumerate(found)}
    return sorted(distinct.values(), key=lambda c: (GRAVITY.index(c.effect), order[id(c)]))
