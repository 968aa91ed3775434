"""What is known of a planted plan: its blocks, and the facts that each of them states.

A fact is kept with the block that states it, so that the order of the facts is the order of the text, and a plan
rendered without its letterhead or tables loses exactly the facts that stood there. Quotes are pieces of the block's
own text; ``as_gold`` cuts them to the first words where GUIDELINES.md wants that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Citation:
    type: str
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    basis: bool
    quote: str


@dataclass(frozen=True)
class Target:
    quote: str
    indicator: str
    comparator: str
    value: float | None
    value_to: float | None = None
    of: float | None = None
    unit: str | None = None
    due: str | None = None


@dataclass(frozen=True)
class Milestone:
    quote: str
    time: str
    kind: str
    start: str | None = None
    end: str | None = None
    recurrence: str | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    quote: str
    product: str | None = None
    due: str | None = None


@dataclass(frozen=True)
class Assignment:
    lead: tuple[str, ...]
    partners: tuple[str, ...]
    quote: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Criteria:
    audience: str | None
    items: tuple[str, ...]


@dataclass(frozen=True)
class Award:
    form: str
    award_class: str | None
    authority: str | None
    occasion: str | None
    quote: str


Fact = Citation | Target | Milestone | Assignment | Criteria | Award


@dataclass(frozen=True)
class PlantedTable:
    """A task table. ``title`` is set where it is an appendix of its own after the recipients."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[Fact, ...]
    title: str | None = None


@dataclass(frozen=True)
class PlantedBlock:
    """A block of the body. ``group`` numbers the list that its label belongs to, for Word's automatic numbering."""

    label: str | None
    depth: int
    text: str
    heading: bool = False
    roles: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    table: PlantedTable | None = None


@dataclass(frozen=True)
class Letterhead:
    """The lines as printed. ``upper`` is the superior body's line, ``body`` the issuer's lines, ``party`` the form."""

    upper: str | None
    body: tuple[str, ...]
    number_line: str
    date_line: str
    party: bool = False


@dataclass(frozen=True)
class Header:
    """The header's facts; ``issuer_also`` lists names that a careful clerk might write as well."""

    issuer: str
    kind: str
    level: str
    number: str | None
    place: str | None
    date: str | None
    title: str
    movement: str | None
    start: str | None
    end: str | None
    parent: str | None
    issuer_also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signature:
    """``lines`` as printed above the name; the first is the capacity where ``capacity`` is set."""

    capacity: str | None
    position: tuple[str, ...]
    name: str

    @property
    def lines(self) -> tuple[str, ...]:
        return (*([self.capacity] if self.capacity else []), *self.position)


@dataclass(frozen=True)
class PlantedPlan:
    """A plan with all that is known of it. ``names_itself`` tells that the preamble gives the issuer's full name."""

    seed: int
    topic: str
    letterhead: Letterhead | None
    header: Header
    blocks: tuple[PlantedBlock, ...]
    recipients: tuple[str, ...]
    signature: Signature
    appendix: PlantedTable | None = None
    names_itself: bool = True
    numbering: str = "roman"
    defects: tuple[tuple[str, str], ...] = field(default=())

    @property
    def name(self) -> str:
        return f"planted{self.seed:05d}"

    @property
    def tables(self) -> tuple[PlantedTable, ...]:
        found = [block.table for block in self.blocks if block.table]
        return (*found, *([self.appendix] if self.appendix else []))

    @property
    def facts(self) -> Iterator[Fact]:
        """All facts in the order of the text."""
        for block in self.blocks:
            yield from block.facts
            if block.table:
                yield from block.table.facts
        if self.appendix:
            yield from self.appendix.facts

    def of(self, kind: type) -> list[Any]:
        return [fact for fact in self.facts if isinstance(fact, kind)]

    def without_letterhead(self) -> PlantedPlan:
        """The plan as scanned from its second line on: number, place and date are not there to be read."""
        if not self.names_itself:
            raise ValueError("without its letterhead nothing names the issuer of this plan")
        header = replace(self.header, number=None, place=None, date=None)
        lacking = (("letterhead", "No letterhead."), ("number", "No number."), ("date", "No date of issue."))
        return replace(self, letterhead=None, header=header, defects=lacking)

    def without_tables(self) -> PlantedPlan:
        """The plan without its task tables and the paragraphs that point at them."""
        kept = tuple(block for block in self.blocks if not block.table and "Phụ lục" not in block.text)
        return replace(self, blocks=kept, appendix=None)

    def as_gold(self) -> dict[str, Any]:
        """The facts in the form of the gold annotations, as score.py reads them."""
        from .gold import gold_of

        return gold_of(self)
