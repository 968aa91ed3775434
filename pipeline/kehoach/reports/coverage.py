"""The coverage matrix as a table: points of the parent down, plans across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.comparison.model import Matrices, Matrix, Side, State
from kehoach.plan import Plan
from kehoach.reports.vietnamese import clean

LEGEND: tuple[tuple[State, str], ...] = (
    ("carried", "mang theo"),
    ("weaker", "yếu hơn"),
    ("dropped", "bị bỏ"),
    ("not_applicable", "không áp dụng"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A plan: its name, its share of the points that concern it, and how many points are in each state."""

    name: str
    title: str
    share: str
    counts: dict[State, int]
    cites_parent: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A point of the parent and what each plan makes of it; ``share`` is how many of those it concerns carry it."""

    id: str
    label: str
    text: str
    heading: bool
    depth: int
    states: tuple[State, ...]

    @property
    def share(self) -> str:
        """The share of plans that carry the point, in percent; '' where it concerns none."""
        concerned = [s for s in self.states if s != "not_applicable"]
        carried = [s for s in concerned if s != "dropped"]
        return f"{100 * len(carried) / len(concerned):.0f}" if concerned else ""


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """What a report shows of one parent and its children."""

    parent: Side
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """One table for each parent; the plans that cite none of several parents; the places that have no plan."""

    tables: tuple[CoverageTable, ...]
    unmatched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    legend: tuple[tuple[State, str], ...] = LEGEND


def coverage(found: Matrix | Matrices, parents: Sequence[Plan]) -> CoverageReport:
    """The report of a matrix, or of one for each of several parents."""
    if isinstance(found, Matrix):
        return CoverageReport((_table(found, parents[0]),), missing=tuple(map(clean, found.missing)))
    tables = tuple(_table(matrix, parent) for matrix, parent in zip(found.matrices, parents, strict=True))
    unmatched = tuple(clean(child.issuer or child.name) for child in found.unmatched)
    return CoverageReport(tables, unmatched, tuple(map(clean, found.missing)))


def _table(matrix: Matrix, parent: Plan) -> CoverageTable:
    blocks = {b.id: b for b in parent.blocks}
    columns = []
    for i, (child, share) in enumerate(zip(matrix.children, matrix.coverages, strict=True)):
        counts = Counter(row.states[i] for row in matrix.matrix)
        name = child.issuer or child.name
        if sum(other.issuer == child.issuer for other in matrix.children) > 1:
            name = f"{name} ({child.name})"  # plans of one body, or of bodies whose names were not read whole
        columns.append(
            Column(clean(name), clean(child.title or ""), f"{share.share * 100:.0f}", dict(counts), child.cites_parent)
        )
    lines = [
        Line(b.id, b.label or "", clean(b.text), b.heading, b.depth, tuple(row.states))
        for row in matrix.matrix
        if (b := blocks[row.parent_block])
    ]
    return CoverageTable(matrix.parent, tuple(columns), tuple(lines))
