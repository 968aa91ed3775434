"""What a comparison says: which points of the parent the child carries, how, and what changes in substance.

The models are the contract's JSON, as those of ``kehoach.plan`` are; ``schemas/comparison.schema.json`` and
``schemas/matrix.schema.json`` are generated from them.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from kehoach.plan import Level, Model, Plan

Relation: TypeAlias = Literal["same", "adapted", "narrowed", "extended"]
Operation: TypeAlias = Literal["equal", "insert", "delete", "replace"]
Why: TypeAlias = Literal["not_applicable", "dropped"]
ChangeKind: TypeAlias = Literal["target", "deadline", "award", "body", "period", "citation"]
Effect: TypeAlias = Literal["weaker", "stronger", "equal", "rescoped", "missing", "added"]
State: TypeAlias = Literal["carried", "weaker", "dropped", "not_applicable"]


class Side(Model):
    """One of the two plans."""

    name: str
    sha256: str
    title: str | None = None
    level: Level | None = None


class Edit(Model):
    """A step from the parent's words to the child's; both texts together give both wordings whole."""

    op: Operation
    parent: str
    child: str


class Pair(Model):
    """A child block and the parent blocks whose point it makes, the closest first; ``edits`` lead from that one.

    ``moved`` is set where the order of the parent's blocks was changed (versions of one plan).
    """

    child: str
    parents: list[str]
    relation: Relation
    similarity: float
    edits: list[Edit] = []
    moved: bool = False


class Omission(Model):
    """A parent block that no child block carries, and whether it had to be carried; ``reason`` says in Vietnamese."""

    parent: str
    why: Why
    reason: str = ""


class Change(Model):
    """A difference of substance; a quote is null where that side says nothing. ``message`` is for the reader.

    ``applicable`` is false where what is missing concerned other levels, places or bodies: the child lost nothing.
    """

    kind: ChangeKind
    effect: Effect
    parent_quote: str | None = None
    child_quote: str | None = None
    parent_block: str | None = None
    child_block: str | None = None
    message: str
    applicable: bool = True


class Coverage(Model):
    """How many of the parent's blocks concern the child, how many of these it carries, and their share."""

    applicable: int
    carried: int
    share: float


class Comparison(Model):
    """Two plans compared; ``parent_plan`` and ``child_plan`` only where they were asked for."""

    parent: Side
    child: Side
    same_level: bool = False
    pairs: list[Pair] = []
    added: list[str] = []
    omitted: list[Omission] = []
    changes: list[Change] = []
    coverage: Coverage
    parent_plan: Plan | None = None
    child_plan: Plan | None = None

    def to_json(self, indent: int | None = 2) -> str:
        """The comparison as the contract's JSON; the plans are left out where they are not given."""
        absent = {name for name in ("parent_plan", "child_plan") if getattr(self, name) is None}
        return self.model_dump_json(indent=indent, by_alias=True, exclude=absent)


class MatrixChild(Side):
    """A plan of the matrix, the body that issues it, and whether it names the parent."""

    issuer: str | None = None
    cites_parent: bool = False


class Row(Model):
    """A point of the parent and what each child makes of it."""

    parent_block: str
    states: list[State]


class Matrix(Model):
    """Several children of one parent. ``missing`` names the places of a given list that have no plan."""

    parent: Side
    children: list[MatrixChild]
    matrix: list[Row]
    coverages: list[Coverage] = []
    missing: list[str] = []

    def to_json(self, indent: int | None = 2) -> str:
        """The matrix as the contract's JSON."""
        return self.model_dump_json(indent=indent, by_alias=True)


class Matrices(Model):
    """Several parents: the matrix of each with the children that cite it. ``unmatched`` are children that cite none."""

    matrices: list[Matrix]
    unmatched: list[MatrixChild] = []
    missing: list[str] = []

    def to_json(self, indent: int | None = 2) -> str:
        """The matrices as JSON."""
        return self.model_dump_json(indent=indent, by_alias=True)
