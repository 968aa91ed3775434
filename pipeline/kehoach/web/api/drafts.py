"""Profiles of units, and drafts: made, kept with their lineage, saved as files."""

from __future__ import annotations

from datetime import date as Date
from typing import cast

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict

from kehoach.draft import Draft
from kehoach.drafts import edited_draft
from kehoach.drafts.answers import AnswersError
from kehoach.locality import Locality
from kehoach.reports.draft import DRAFT_FORMATS, DraftFormat, render_draft
from kehoach.store import DraftSummary, SavedLocality, Store
from kehoach.web.context import AnId, Id, TheStore, computed, download, known_format
from kehoach.web.media import MEDIA, file_name

router = APIRouter(prefix="/api/v1", tags=["drafts"])


class NewDraft(BaseModel):
    """What a draft is made of: a plan of the store, a profile (its id, or whole), the day, answers to questions."""

    model_config = ConfigDict(extra="forbid")

    parent: AnId
    locality: AnId | Locality
    date: Date | None = None
    answers: dict[str, str] = {}


class KeptDraft(BaseModel):
    """A draft of the store whole."""

    summary: DraftSummary
    draft: Draft
    locality: Locality
    answers: dict[str, str]
    edits: dict[str, str]


@router.get("/localities")
def localities(store: TheStore) -> list[SavedLocality]:
    """All profiles."""
    return store.localities()


@router.post("/localities", status_code=201)
def add_locality(given: Locality, store: TheStore) -> SavedLocality:
    """Keep a profile."""
    return store.save_locality(given)


@router.get("/localities/{id}")
def locality(id: Id, store: TheStore) -> SavedLocality:
    """One profile."""
    return store.locality(id)


@router.put("/localities/{id}")
def change_locality(id: Id, given: Locality, store: TheStore) -> SavedLocality:
    """Keep what became of a profile."""
    return store.save_locality(given, locality_id=id)


@router.delete("/localities/{id}", status_code=204)
def remove_locality(id: Id, store: TheStore) -> None:
    """Delete a profile."""
    store.remove_locality(id)


@router.post("/derive", response_model=Draft)
def derive(given: NewDraft, store: TheStore) -> Response:
    """A draft that is not kept."""
    draft, _ = _made(given, store, {})
    return Response(draft.to_json(), media_type="application/json")


@router.get("/drafts")
def drafts(store: TheStore, parent: int | None = Query(None, ge=1, lt=2**31)) -> list[DraftSummary]:
    """All drafts, or those of a parent plan."""
    return store.drafts(parent_id=parent)


@router.post("/drafts", status_code=201)
def add_draft(given: NewDraft, store: TheStore) -> DraftSummary:
    """Make a draft and keep it."""
    return _kept(given, store, None)


@router.get("/drafts/{id}")
def draft(id: Id, store: TheStore) -> KeptDraft:
    """One draft whole."""
    kept = store.draft(id)
    return KeptDraft(
        summary=kept.summary, draft=kept.draft, locality=kept.locality, answers=kept.answers, edits=kept.edits
    )


@router.put("/drafts/{id}")
def change_draft(id: Id, given: NewDraft, store: TheStore) -> DraftSummary:
    """Make a draft anew, with other answers or from the parent as it is now."""
    store.draft(id)
    return _kept(given, store, id)


@router.delete("/drafts/{id}", status_code=204)
def remove_draft(id: Id, store: TheStore) -> None:
    """Delete a draft."""
    store.remove_draft(id)


@router.get("/drafts/{id}/files/{format}")
def file(id: Id, format: str, store: TheStore) -> Response:
    """A draft as a file to save."""
    chosen = cast(DraftFormat, known_format(format, DRAFT_FORMATS))
    kept = store.draft(id)
    data = computed(lambda: render_draft(kept.draft, chosen))
    return download(data, file_name(kept.summary.unit, chosen), MEDIA[chosen])


def _kept(given: NewDraft, store: Store, draft_id: int | None) -> DraftSummary:
    edits = store.draft(draft_id).edits if draft_id is not None else {}
    draft, profile = _made(given, store, edits)
    return store.save_draft(
        draft,
        parent_id=given.parent,
        locality=profile,
        day=_day(given, profile),
        answers=given.answers,
        edits=edits,
        locality_id=given.locality if isinstance(given.locality, int) else None,
        draft_id=draft_id,
    )


def _made(given: NewDraft, store: Store, edits: dict[str, str]) -> tuple[Draft, Locality]:
    """The draft, written over as an officer did. Raises ``AnswersError`` for an answer to no question."""
    profile = store.locality(given.locality).locality if isinstance(given.locality, int) else given.locality
    parent = store.plan(given.parent).contract
    day = _day(given, profile)
    made = computed(lambda: edited_draft(parent, profile, day, given.answers, edits))
    if made.stale:
        message = f"Không có câu hỏi mang mã {', '.join(made.stale)} trong dự thảo này."
        raise AnswersError("unknown_question", message)
    return made.draft, profile


def _day(given: NewDraft, profile: Locality) -> Date:
    """As asked, else the profile's, else today (the page and the command line read the clock)."""
    return given.date or profile.date or Date.today()
