"""Plans: search, the contract's JSON, findings, corrections, summaries to save."""

from __future__ import annotations

from typing import Any, cast

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

import kehoach
from kehoach.plan import Correction, Finding, Level, Plan
from kehoach.reports import FORMATS, Format
from kehoach.store import Facets, Found, PlanSummary, Store
from kehoach.waivers import Waiver, keys_of
from kehoach.web.context import Id, TheStore, computed, download, known_format
from kehoach.web.media import MADE, MEDIA, file_name

router = APIRouter(prefix="/api/v1", tags=["plans"])


class NewCorrection(BaseModel):
    """A value to be put right: ``path`` is a JSON pointer into the plan; ``now: null`` takes a whole fact out."""

    model_config = ConfigDict(extra="forbid")

    path: str = Field(max_length=200)
    now: Any = None
    by: str = Field(default="", max_length=200)


class NewWaiver(BaseModel):
    """A finding of the plan that is accepted, by its id, and why."""

    model_config = ConfigDict(extra="forbid")

    finding: str = Field(max_length=40)
    reason: str = Field(max_length=5000)
    by: str = Field(default="", max_length=200)


@router.get("/plans")
@router.get("/search")
def search(
    store: TheStore,
    text: str = Query("", max_length=500),
    level: Level | None = None,
    body: str | None = Query(None, max_length=200),
    year: int | None = Query(None, ge=1900, le=9999),
    topic: str | None = Query(None, max_length=200),
    number: str | None = Query(None, max_length=100),
    page: int = Query(1, ge=1, le=10**6),
) -> Found:
    """Plans by words (with or without tone marks), level, body, year, topic, document number."""
    return store.search(text, level=level, body=body, year=year, topic=topic, number=number, page=page)


@router.get("/facets")
def facets(store: TheStore) -> Facets:
    """What a search can be narrowed by."""
    return store.facets()


@router.get("/plans/{id}", response_model=Plan)
def plan(id: Id, store: TheStore) -> Response:
    """The contract's JSON: as extracted, corrections beside it."""
    return Response(kehoach.render(store.plan(id).contract, "json"), media_type="application/json")


@router.get("/plans/{id}/findings")
def findings(id: Id, store: TheStore) -> list[Finding]:
    """What ``check`` says of the plan, with its corrections applied."""
    return store.plan(id).plan.findings


@router.get("/plans/{id}/parents")
def parents(id: Id, store: TheStore) -> list[PlanSummary]:
    """The plans of the store that it cites."""
    return store.parents(id)


@router.get("/plans/{id}/children")
def children(id: Id, store: TheStore) -> list[PlanSummary]:
    """The plans of the store that cite it."""
    return store.children(id)


@router.get("/plans/{id}/files/{format}")
def file(id: Id, format: str, store: TheStore) -> Response:
    """The plan, with corrections applied, as a file to save: json (the contract), md, html, docx, xlsx."""
    chosen = cast(Format, known_format(format, FORMATS))
    stored = store.plan(id)
    of = stored.contract if chosen == "json" else stored.plan
    data = computed(lambda: kehoach.render(of, chosen))
    return download(data, MADE[chosen] + file_name(stored.name, chosen), MEDIA[chosen])


@router.post("/plans/{id}/corrections", status_code=201)
def correct(id: Id, given: NewCorrection, store: TheStore) -> Correction:
    """Put a value right; it is kept apart from what was extracted."""
    return store.correct(id, given.path, given.now, by=given.by)


@router.delete("/plans/{id}/corrections", status_code=204)
def uncorrect(id: Id, store: TheStore, path: str = Query(max_length=200)) -> None:
    """Take a correction back."""
    store.uncorrect(id, path)


@router.post("/plans/{id}/waivers", status_code=201)
def waive(id: Id, given: NewWaiver, store: TheStore) -> Waiver:
    """Accept a finding for a reason: it stays in the list, as ``waived``, and is open no more."""
    return store.waive(id, _key(store, id, given.finding), given.reason, by=given.by)


@router.delete("/plans/{id}/waivers", status_code=204)
def unwaive(id: Id, store: TheStore, finding: str = Query(max_length=40)) -> None:
    """Take that back."""
    store.unwaive(id, _key(store, id, finding))


def _key(store: Store, plan_id: int, finding: str) -> str:
    """The key by which a finding is known; its id is that of the plan as it is now."""
    return keys_of(store.plan(plan_id).plan.findings).get(finding, "")
