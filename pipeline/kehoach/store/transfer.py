"""Rows → archive → rows: what a store holds, given to another one. What is there already stays as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date as Date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kehoach.draft import Draft
from kehoach.locality import Locality
from kehoach.store import documents, drafts, plans
from kehoach.store.archive import DocumentEntry, DraftEntry, Index, NamedAt
from kehoach.store.tables import Content, Document, DraftRow, LocalityRow, Name, PlanRow


@dataclass(frozen=True, slots=True)
class Imported:
    """How much an archive brought: new documents, profiles and drafts, and documents that were there before."""

    documents: int = 0
    localities: int = 0
    drafts: int = 0
    known: int = 0


def index_of(session: Session) -> Index:
    """All that a store holds, but for the files."""
    hashes = {row.id: row.sha256 for row in session.scalars(select(Document))}
    return Index(
        documents=[_document(session, row) for row in session.scalars(select(Document).order_by(Document.id))],
        localities=[Locality.model_validate_json(row.json) for row in session.scalars(select(LocalityRow))],
        drafts=[_draft(row, hashes) for row in session.scalars(select(DraftRow).order_by(DraftRow.id))],
    )


def plan_json(session: Session, sha256: str) -> str:
    """What was read of a file."""
    wanted = select(Content.json).join(Document, Document.id == Content.plan_id).where(Document.sha256 == sha256)
    return session.scalars(wanted).one()


def put_document(session: Session, entry: DocumentEntry) -> int:
    """The row of a document that is not there yet; what was not read to its end waits to be read."""
    state = "waiting" if entry.state in documents.OPEN or (entry.state == "done" and not entry.plan) else entry.state
    row = Document(
        sha256=entry.sha256,
        size=entry.size,
        at=entry.at,
        state=state,
        attempts=0,
        code=entry.code,
        message=entry.message,
        page=entry.page,
    )
    session.add(row)
    session.flush()
    names = {documents.clean_name(each.name): each.at for each in entry.names}
    session.add_all(Name(document_id=row.id, name=name, at=at) for name, at in names.items())
    return row.id


def put_others(session: Session, index: Index, now: str) -> tuple[int, int]:
    """Profiles and drafts that are not there yet; how many of each."""
    known = {row.json for row in session.scalars(select(LocalityRow))}
    fresh = [each for each in index.localities if each.model_dump_json() not in known]
    for each in fresh:
        drafts.save_locality(session, each, now, None)
    made = {(row.made, row.unit) for row in session.execute(select(DraftRow.made, DraftRow.unit).distinct())}
    new = [each for each in index.drafts if (each.made, each.locality.unit.full) not in made]
    for entry in new:
        _put_draft(session, entry)
    return len(fresh), len(new)


def _document(session: Session, row: Document) -> DocumentEntry:
    names = session.scalars(select(Name).where(Name.document_id == row.id).order_by(Name.at, Name.id)).all()
    return DocumentEntry(
        sha256=row.sha256,
        size=row.size,
        names=[NamedAt(name=each.name, at=each.at) for each in names],
        at=row.at,
        state=row.state,  # type: ignore[arg-type]  # only states are written
        code=row.code,
        message=row.message,
        page=row.page,
        original=row.code != documents.SECRET,
        plan=session.get(PlanRow, row.id) is not None,
        corrections=plans.corrections(session, row.id),
        waivers=plans.waivers(session, row.id),
    )


def _draft(row: DraftRow, hashes: dict[int, str]) -> DraftEntry:
    return DraftEntry(
        parent=hashes.get(row.parent_id) if row.parent_id is not None else None,
        parent_hash=row.parent_hash,
        locality=Locality.model_validate_json(row.locality),
        day=Date.fromisoformat(row.day),
        answers=json.loads(row.answers),
        edits=json.loads(row.edits),
        draft=Draft.model_validate_json(row.json),
        made=row.made,
        at=row.at,
    )


def _put_draft(session: Session, entry: DraftEntry) -> None:
    parent = None
    if entry.parent is not None:
        wanted = select(PlanRow.id).join(Document, Document.id == PlanRow.id).where(Document.sha256 == entry.parent)
        parent = session.scalar(wanted)
    session.add(
        DraftRow(
            parent_id=parent,
            parent_hash=entry.parent_hash,
            locality=entry.locality.model_dump_json(),
            day=entry.day.isoformat(),
            answers=json.dumps(entry.answers, ensure_ascii=False),
            edits=json.dumps(entry.edits, ensure_ascii=False),
            json=entry.draft.to_json(indent=None),
            title=entry.draft.plan.header.title,
            unit=entry.locality.unit.full,
            open=len(entry.draft.open),
            made=entry.made,
            at=entry.at,
        )
    )
