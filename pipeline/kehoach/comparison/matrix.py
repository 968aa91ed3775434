"""Several children of one parent: what each makes of each point, and which places have no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.comparison import compare
from kehoach.comparison.changes import LOST
from kehoach.comparison.model import Comparison, Matrix, MatrixChild, Row, State
from kehoach.comparison.wording import folded
from kehoach.plan import Plan


def coverage_matrix(
    parent: Plan, children: Sequence[Plan], *, communes: Sequence[str] = (), same_level: bool = False
) -> Matrix:
    """The matrix points × children. ``communes`` are names of places; those without a plan are named in ``missing``."""
    found = [compare(parent, child, same_level=same_level) for child in children]
    states = [states_of(comparison) for comparison in found]
    return Matrix(
        parent=found[0].parent if found else compare(parent, parent).parent,
        children=[
            MatrixChild(**each.child.model_dump(), issuer=child.header.issuer.name, cites_parent=cites(child, parent))
            for each, child in zip(found, children, strict=True)
        ],
        matrix=[Row(parent_block=block.id, states=[s[block.id] for s in states]) for block in parent.blocks],
        coverages=[each.coverage for each in found],
        missing=[place for place in communes if not any(_is_of(child, place) for child in children)],
    )


def states_of(comparison: Comparison) -> dict[str, State]:
    """What became of each block of the parent; one that is carried with a loss of substance is weaker."""
    weaker = {c.parent_block for c in comparison.changes if c.effect in LOST and c.applicable}
    states: dict[str, State] = {o.parent: o.why for o in comparison.omitted}
    for pair in comparison.pairs:
        for parent in pair.parents:
            states[parent] = "weaker" if parent in weaker else "carried"
    return states


def cites(child: Plan, parent: Plan) -> bool:
    """Does the child name the parent, by number, as what it carries out or rests on?"""
    number = _number(parent.header.number)
    named = [child.header.parent, *(c.number for c in child.citations)]
    return bool(number) and any(_number(each) == number for each in named)


def _number(number: str | None) -> str:
    return re.sub(r"\s|^0+", "", (number or "").casefold())


def _is_of(child: Plan, place: str) -> bool:
    """Is the plan that of the place? A name of a list may come with or without its unit (`xã Hòa Lạc`, `Hòa Lạc`)."""
    name = re.sub(
        r"^(?:xã|phường|thị trấn|đặc khu|huyện|quận|tỉnh|thành phố)\s+", "", place.strip(), flags=re.IGNORECASE
    )
    printed = f"{child.header.issuer.name or ''} {child.header.place or ''}"
    return bool(name) and re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", folded(printed)) is not None
