"""What the store gives out: plain values, free of the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from kehoach.corrections import corrected
from kehoach.draft import Draft
from kehoach.errors import KehoachError
from kehoach.locality import Locality
from kehoach.plan import Correction, Level, Plan
from kehoach.waivers import Waiver, with_waivers

State: TypeAlias = Literal["waiting", "reading", "done", "failed", "cancelled"]
ParentState: TypeAlias = Literal["same", "changed", "replaced", "gone"]


class StoreError(KehoachError):
    """What the store cannot do: ``not_found``, ``too_large``, ``secret`` and others."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was accepted. Its id is also that of its plan, once it is read.

    name, names   the name it was last given under, and all of them, the last first
    state         waiting, reading (``done`` of ``pages`` scanned pages), done, failed or cancelled
    code, message, page   why it failed, in Vietnamese
    again         the same content had been accepted before
    """

    id: int
    name: str
    names: tuple[str, ...]
    sha256: str
    size: int
    at: str
    state: State
    done: int | None = None
    pages: int | None = None
    code: str | None = None
    message: str | None = None
    page: int | None = None
    again: bool = False


@dataclass
class StoredPlan:
    """A plan of the store.

    extracted   what the program read, untouched
    corrections what users put right, apart from it
    waivers     findings that users accept, apart from it too; contract and plan have the reasons in their findings
    contract    the contract's JSON model: as extracted, with the corrections to be applied by whoever reads it
    plan        with the corrections applied and the findings of what is then said: what comparisons use; drafts
                take ``contract``, to write the corrections into its words
    """

    id: int
    at: str
    names: tuple[str, ...]
    hash: str
    extracted: Plan
    corrections: list[Correction] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of the file, as it was last given."""
        return self.names[0]

    @cached_property
    def contract(self) -> Plan:  # noqa: D102 - see the class
        findings = with_waivers(self.extracted.findings, self.waivers)
        return self.extracted.model_copy(update={"corrections": self.corrections, "findings": findings})

    @cached_property
    def plan(self) -> Plan:  # noqa: D102 - see the class
        if not self.corrections:
            return self.contract
        from kehoach.findings import find_all

        plan = corrected(self.contract)
        plan.findings = with_waivers(find_all(plan), self.waivers)
        return plan


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What a list shows of a plan, with corrections applied. ``topic`` is the field of work that the title names."""

    id: int
    name: str
    title: str | None
    number: str | None
    level: Level | None
    body: str | None
    date: str | None
    year: int | None
    topic: str | None
    status: str
    at: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a search. ``total`` counts all plans that were found, ``page`` from 1."""

    hits: list[PlanSummary]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the plans of the store can be narrowed by: each value with the number of its plans."""

    levels: dict[str, int]
    bodies: dict[str, int]
    years: dict[int, int]
    topics: dict[str, int]


@dataclass(frozen=True, slots=True)
class SavedLocality:
    """A profile that was saved."""

    id: int
    name: str
    at: str
    locality: Locality


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What a list shows of a draft.

    parent_state  ``same``; ``changed``: the parent was corrected or read anew since; ``replaced``: a newer document
                  of the same number or title and body is there, ``newer_id``; ``gone``: it was removed
    """

    id: int
    parent_id: int | None
    parent_hash: str
    parent_state: ParentState
    newer_id: int | None
    locality_id: int | None
    day: str
    title: str | None
    unit: str
    open: int
    made: str
    at: str


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft with its lineage: what it was made of, what an officer answered, and the texts that were edited
    (block id → text).
    """

    summary: DraftSummary
    draft: Draft
    locality: Locality
    answers: dict[str, str]
    edits: dict[str, str]
