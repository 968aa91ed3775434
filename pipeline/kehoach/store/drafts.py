"""Drafts and profiles of units in the store. A draft remembers of what it was made, and tells when that is no more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date as Date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kehoach.draft import Draft
from kehoach.locality import Locality
from kehoach.store.links import title_key
from kehoach.store.records import DraftSummary, ParentState, PlanSummary, SavedDraft, SavedLocality, StoreError
from kehoach.store.search import summaries
from kehoach.store.tables import DraftRow, LocalityRow, PlanRow


def localities(session: Session) -> list[SavedLocality]:
    """All profiles by name."""
    return [_locality(row) for row in session.scalars(select(LocalityRow).order_by(LocalityRow.name, LocalityRow.id))]


def locality(session: Session, locality_id: int) -> SavedLocality:
    """One profile."""
    return _locality(_locality_row(session, locality_id))


def save_locality(session: Session, given: Locality, now: str, locality_id: int | None) -> SavedLocality:
    """Keep a profile, in the place of ``locality_id`` if that is given."""
    row = LocalityRow() if locality_id is None else _locality_row(session, locality_id)
    row.name, row.json, row.at = given.unit.full, given.model_dump_json(), now
    session.add(row)
    session.flush()
    return _locality(row)


def remove_locality(session: Session, locality_id: int) -> None:
    """Delete a profile; drafts that were made with it keep it."""
    session.execute(delete(LocalityRow).where(LocalityRow.id == locality_id))


def drafts(session: Session, parent_id: int | None) -> list[DraftSummary]:
    """All drafts, or those of a parent, the last changed first."""
    wanted = select(DraftRow).order_by(DraftRow.at.desc(), DraftRow.id.desc())
    if parent_id is not None:
        wanted = wanted.where(DraftRow.parent_id == parent_id)
    return [_summary(session, row) for row in session.scalars(wanted)]


def draft(session: Session, draft_id: int) -> SavedDraft:
    """One draft whole."""
    row = _draft_row(session, draft_id)
    return SavedDraft(
        _summary(session, row),
        Draft.model_validate_json(row.json),
        Locality.model_validate_json(row.locality),
        json.loads(row.answers),
        json.loads(row.edits),
    )


def save_draft(
    session: Session,
    made: Draft,
    *,
    parent: PlanRow,
    profile: Locality,
    day: Date,
    now: str,
    answers: Mapping[str, str],
    edits: Mapping[str, str],
    locality_id: int | None,
    draft_id: int | None,
) -> DraftSummary:
    """Keep a draft, in the place of ``draft_id`` if that is given, with the hash that its parent has now."""
    row = DraftRow(made=now) if draft_id is None else _draft_row(session, draft_id)
    row.parent_id, row.parent_hash, row.locality_id = parent.id, parent.hash, locality_id
    row.locality, row.day, row.at = profile.model_dump_json(), day.isoformat(), now
    row.answers, row.edits = (json.dumps(dict(given), ensure_ascii=False) for given in (answers, edits))
    row.json, row.title, row.unit, row.open = (
        made.to_json(indent=None),
        made.plan.header.title,
        profile.unit.full,
        len(made.open),
    )
    session.add(row)
    session.flush()
    return _summary(session, row)


def remove_draft(session: Session, draft_id: int) -> None:
    """Delete a draft."""
    session.execute(delete(DraftRow).where(DraftRow.id == draft_id))


def newer_than(session: Session, plan: PlanRow) -> int | None:
    """A plan that takes the place of ``plan``: of the same body, with its number or (of the same year) its title, and
    of a later date, or without one accepted later.
    """
    others = select(PlanRow).where(
        PlanRow.id != plan.id,
        PlanRow.body_plain == plan.body_plain,
        PlanRow.body_plain != "",
        PlanRow.year == plan.year,
    )
    later = [other for other in session.scalars(others) if _replaces(other, plan)]
    return max(later, key=_age).id if later else None


def newer_summary(session: Session, plan_id: int) -> PlanSummary | None:
    """The plan that takes the place of one, as lists show it."""
    row = session.get(PlanRow, plan_id)
    later = newer_than(session, row) if row else None
    return summaries(session, [later])[0] if later else None


def _replaces(other: PlanRow, plan: PlanRow) -> bool:
    same_number = bool(plan.number_key) and other.number_key == plan.number_key
    same_title = bool(plan.title) and title_key(other.title or "") == title_key(plan.title or "")
    return (same_number or same_title) and _age(other) > _age(plan)


def _age(plan: PlanRow) -> tuple[str, int]:
    return plan.date or "", plan.id


def _summary(session: Session, row: DraftRow) -> DraftSummary:
    parent = session.get(PlanRow, row.parent_id) if row.parent_id is not None else None
    newer = newer_than(session, parent) if parent else None
    state: ParentState = "gone"
    if parent:
        state = "replaced" if newer else "same" if parent.hash == row.parent_hash else "changed"
    return DraftSummary(
        id=row.id,
        parent_id=row.parent_id,
        parent_hash=row.parent_hash,
        parent_state=state,
        newer_id=newer,
        locality_id=row.locality_id,
        day=row.day,
        title=row.title,
        unit=row.unit,
        open=row.open,
        made=row.made,
        at=row.at,
    )


def _locality(row: LocalityRow) -> SavedLocality:
    return SavedLocality(row.id, row.name, row.at, Locality.model_validate_json(row.json))


def _locality_row(session: Session, locality_id: int) -> LocalityRow:
    row = session.get(LocalityRow, locality_id)
    if row is None:
        raise StoreError("not_found", f"Không có hồ sơ địa phương số {locality_id}.")
    return row


def _draft_row(session: Session, draft_id: int) -> DraftRow:
    row = session.get(DraftRow, draft_id)
    if row is None:
        raise StoreError("not_found", f"Không có dự thảo số {draft_id}.")
    return row
