"""``Plan`` × ``Plan`` → ``Comparison``: what a lower plan carries of a higher one, and what it changes.

points → affinity → alignment → relations, edits → changes, coverage. Nothing here reads a file or a clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.comparison.model import Comparison, Pair, Side

if TYPE_CHECKING:
    from kehoach.comparison.alignment import Alignment
    from kehoach.comparison.linked import Linked
    from kehoach.plan import Plan


def compare(parent: Plan, child: Plan, *, same_level: bool = False) -> Comparison:
    """Compare two plans. ``same_level``: versions or sisters; words of levels and bodies count, moves are shown."""
    from kehoach.comparison.affinity import Levels
    from kehoach.comparison.alignment import align
    from kehoach.comparison.changes import changes_between
    from kehoach.comparison.coverage import Scope, coverage, omissions
    from kehoach.comparison.linked import Linked
    from kehoach.comparison.points import points_of
    from kehoach.comparison.wording import Wording

    above, below = (Wording(plan, rescoped=not same_level) for plan in (parent, child))
    upper, lower = points_of(parent, above), points_of(child, below)
    alignment = align(lower, upper, Levels(parent.header.issuer.level, child.header.issuer.level))
    scope = Scope(parent, child, same_level=same_level)
    linked = Linked(parent, child, upper, lower, alignment.parents, above, below, same_level, scope)
    carried = {p for parents in alignment.parents for p in parents}
    omitted = omissions(upper, carried, scope)
    others = {o.parent for o in omitted if o.why == "not_applicable"}
    return Comparison(
        parent=side_of(parent),
        child=side_of(child),
        same_level=same_level,
        pairs=_pairs(linked, alignment),
        added=[point.block.id for point, parents in zip(lower, alignment.parents, strict=True) if not parents],
        omitted=omitted,
        changes=changes_between(linked, others),
        coverage=coverage(len(upper), omitted),
    )


def side_of(plan: Plan) -> Side:
    """A plan as one side of a comparison."""
    header = plan.header
    return Side(name=plan.source.name, sha256=plan.source.sha256, title=header.title, level=header.issuer.level)


def _pairs(linked: Linked, alignment: Alignment) -> list[Pair]:
    from kehoach.comparison.moves import moved
    from kehoach.comparison.relations import relation

    moves = moved(linked.parents) if linked.same_level else set()
    pairs = []
    for point, numbers in zip(linked.lower, linked.parents, strict=True):
        parents = [linked.upper[p] for p in numbers]
        if parents:
            pairs.append(
                Pair(
                    child=point.block.id,
                    parents=[p.block.id for p in parents],
                    relation=relation(point, parents, linked.weights),
                    similarity=round(min(1.0, float(alignment.likeness[point.number, numbers[0]])), 4),
                    edits=linked.edits(parents[0], point),
                    moved=point.number in moves,
                )
            )
    return pairs
