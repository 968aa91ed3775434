"""Several children: what each makes of each point of its parent, and which places have no plan."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.comparison import compare, side_of
from kehoach.comparison.changes import LOST
from kehoach.comparison.citing import cites, is_of, parent_of
from kehoach.comparison.model import Comparison, Matrices, Matrix, MatrixChild, Row, State
from kehoach.plan import Plan


def coverage_matrix(
    parent: Plan, children: Sequence[Plan], *, communes: Sequence[str] = (), same_level: bool = False
) -> Matrix:
    """The matrix points × children. ``communes`` are names of places; those without a plan are named in ``missing``."""
    found = [compare(parent, child, same_level=same_level) for child in children]
    states = [states_of(comparison) for comparison in found]
    return Matrix(
        parent=side_of(parent),
        children=[_child(child, cites_parent=cites(child, parent)) for child in children],
        matrix=[Row(parent_block=block.id, states=[s[block.id] for s in states]) for block in parent.blocks],
        coverages=[each.coverage for each in found],
        missing=_missing(communes, children),
    )


def coverage_matrices(
    parents: Sequence[Plan], children: Sequence[Plan], *, communes: Sequence[str] = (), same_level: bool = False
) -> Matrices:
    """One matrix for each parent, with the children that cite it. Who cites none is named in ``unmatched``."""
    chosen = [parent_of(child, parents) for child in children]
    return Matrices(
        matrices=[
            coverage_matrix(
                parent,
                [child for child, which in zip(children, chosen, strict=True) if which == number],
                same_level=same_level,
            )
            for number, parent in enumerate(parents)
        ],
        unmatched=[
            _child(child, cites_parent=False) for child, which in zip(children, chosen, strict=True) if which is None
        ],
        missing=_missing(communes, children),
    )


def _child(child: Plan, *, cites_parent: bool) -> MatrixChild:
    return MatrixChild(**side_of(child).model_dump(), issuer=child.header.issuer.name, cites_parent=cites_parent)


def _missing(communes: Sequence[str], children: Sequence[Plan]) -> list[str]:
    """The places of a list that have no plan, each once."""
    return [place for place in dict.fromkeys(communes) if not any(is_of(child, place) for child in children)]


def states_of(comparison: Comparison) -> dict[str, State]:
    """What became of each block of the parent; one that is carried with a loss of substance is weaker."""
    weaker = {c.parent_block for c in comparison.changes if c.effect in LOST and c.applicable}
    states: dict[str, State] = {o.parent: o.why for o in comparison.omitted}
    for pair in comparison.pairs:
        for parent in pair.parents:
            states[parent] = "weaker" if parent in weaker else "carried"
    return states
