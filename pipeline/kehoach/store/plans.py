"""Plans in the store: the extraction as it was read, corrections beside it, and what lists and search need of both."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kehoach.comparison.wording import number_key
from kehoach.corrections import checked, value_at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Correction, Plan
from kehoach.store.index import index_plan, unindex_plan
from kehoach.store.links import head_of, link_plan
from kehoach.store.records import StoredPlan, StoreError
from kehoach.store.tables import Content, CorrectionRow, Name, PlanRow, WaiverRow
from kehoach.store.words import plain
from kehoach.version import VERSION
from kehoach.waivers import Waiver, WaiverError, keys_of


def stored(session: Session, plan_id: int) -> StoredPlan:
    """A plan whole. Raises ``StoreError`` where there is none."""
    row, content = session.get(PlanRow, plan_id), session.get(Content, plan_id)
    if row is None or content is None:
        raise StoreError("not_found", f"Không có kế hoạch số {plan_id} trong kho.")
    names = session.scalars(
        select(Name.name).where(Name.document_id == plan_id).order_by(Name.at.desc(), Name.id.desc())
    )
    extracted = Plan.model_validate_json(content.json)
    put_right, accepted = corrections(session, plan_id), waivers(session, plan_id)
    return StoredPlan(plan_id, row.at, tuple(names) or ("?",), row.hash, extracted, put_right, accepted)


def corrections(session: Session, plan_id: int) -> list[Correction]:
    """What users put right of a plan, in the order of time."""
    rows = session.scalars(select(CorrectionRow).where(CorrectionRow.plan_id == plan_id).order_by(CorrectionRow.id))
    return [Correction(path=r.path, was=json.loads(r.was), now=json.loads(r.now), by=r.by, at=r.at) for r in rows]


def waivers(session: Session, plan_id: int) -> list[Waiver]:
    """The findings of a plan that users accept, in the order of time."""
    rows = session.scalars(select(WaiverRow).where(WaiverRow.plan_id == plan_id).order_by(WaiverRow.at, WaiverRow.key))
    return [Waiver(key=r.key, reason=r.reason, by=r.by, at=r.at) for r in rows]


def waive(session: Session, plan_id: int, key: str, reason: str, by: str, now: str) -> Waiver:
    """Accept a finding of a plan. Raises ``WaiverError`` where there is none of that key."""
    _lock(session, plan_id)
    if key not in keys_of(stored(session, plan_id).plan.findings).values():
        raise WaiverError("no_such_finding", "Kế hoạch không còn điểm cần xem này. Hãy tải lại trang.")
    waiver = Waiver(key=key, reason=reason, by=by, at=now)
    put_waivers(session, plan_id, [waiver])
    return waiver


def unwaive(session: Session, plan_id: int, key: str) -> None:
    """A finding that was accepted is open again."""
    _lock(session, plan_id)
    session.execute(delete(WaiverRow).where(WaiverRow.plan_id == plan_id, WaiverRow.key == key))


def put_waivers(session: Session, plan_id: int, given: Sequence[Waiver]) -> None:
    """Keep waivers, each in the place of an earlier one."""
    for each in given:
        session.merge(WaiverRow(plan_id=plan_id, key=each.key, reason=each.reason, by=each.by, at=each.at))


def save(session: Session, plan_id: int, plan: Plan, now: str) -> None:
    """Keep what was read, in the place of an earlier reading. Corrections are kept, and those it brings."""
    bare = plan.model_copy(update={"corrections": []})
    content = session.get(Content, plan_id)
    if content is None:
        session.add(_row(plan_id, bare, now))
        session.flush()
        session.add(Content(plan_id=plan_id, json=bare.to_json(indent=None)))
    else:
        forget_words(session, plan_id)
        content.json = bare.to_json(indent=None)
    for each in plan.corrections:
        _put(session, plan_id, each)
    session.flush()
    _refresh(session, StoredPlan(plan_id, now, (), "", bare, corrections(session, plan_id)))


def correct(session: Session, plan_id: int, path: str, value: object, by: str, now: str) -> Correction:
    """Put a value right; a place that was corrected before keeps what was extracted as ``was``."""
    _lock(session, plan_id)
    extracted = stored(session, plan_id).extracted
    correction = checked(extracted, Correction(path=path, was=value_at(extracted, path), now=value, by=by, at=now))
    _put(session, plan_id, correction)
    session.flush()
    forget_words(session, plan_id)
    _refresh(session, stored(session, plan_id))
    return correction


def uncorrect(session: Session, plan_id: int, path: str) -> None:
    """Take a correction back."""
    _lock(session, plan_id)
    session.execute(delete(CorrectionRow).where(CorrectionRow.plan_id == plan_id, CorrectionRow.path == path))
    forget_words(session, plan_id)
    _refresh(session, stored(session, plan_id))


def _lock(session: Session, plan_id: int) -> None:
    """Let no other change of the plan in between, where the database does not see to that by itself."""
    session.get(PlanRow, plan_id, with_for_update=True)


def forget_words(session: Session, plan_id: int) -> None:
    """Take a plan out of the index of words, before it is changed or goes."""
    row, content = session.get(PlanRow, plan_id), session.get(Content, plan_id)
    if row is not None and content is not None:
        unindex_plan(session, plan_id, row.title or "", json.loads(content.json)["text"])


def _refresh(session: Session, of: StoredPlan) -> None:
    """Make everything anew that follows from a plan and its corrections: columns, words, links."""
    plan = of.plan
    session.merge(_row(of.id, plan, of.at))
    session.flush()
    index_plan(session, of.id, plan.header.title or "", plan.text)
    link_plan(session, of.id, plan)


def hash_of(plan: Plan) -> str:
    """The hash of what a plan says: findings, file names and layout are no part of it."""
    said = plan.model_dump_json(by_alias=True, exclude={"findings", "corrections", "source"})
    return hashlib.sha256(said.encode()).hexdigest()


def topic_of(title: str) -> str | None:
    """The field of work that a title names most exactly, in the words of ``knowledge/offices.toml``."""
    found = max((match[0] for match in _topics().finditer(title)), key=len, default=None)
    return re.sub(r"\s+", " ", found.casefold()) if found else None


@cache
def _topics() -> re.Pattern[str]:
    words = alternatives(word for field in load("offices")["field"] for word in field["words"])
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _put(session: Session, plan_id: int, correction: Correction) -> None:
    same = CorrectionRow.plan_id == plan_id, CorrectionRow.path == correction.path
    session.execute(delete(CorrectionRow).where(*same))
    was, now = (json.dumps(value, ensure_ascii=False) for value in (correction.was, correction.now))
    session.add(
        CorrectionRow(plan_id=plan_id, path=correction.path, was=was, now=now, by=correction.by, at=correction.at)
    )


def _row(plan_id: int, plan: Plan, now: str) -> PlanRow:
    header = plan.header
    return PlanRow(
        id=plan_id,
        at=now,
        program=VERSION,
        hash=hash_of(plan),
        title=header.title,
        title_plain=plain(header.title or ""),
        number=header.number,
        number_key=number_key(header.number),
        level=header.issuer.level,
        body=header.issuer.name,
        body_plain=plain(header.issuer.name or ""),
        date=header.date,
        year=_year(plan),
        topic=topic_of(header.title or ""),
        status=plan.source.status,
        head=head_of(plan),
    )


def _year(plan: Plan) -> int | None:
    """The year of the letterhead, else that in which the period of the plan begins."""
    period = plan.header.period
    date = plan.header.date or (period and (period.start or period.end)) or ""
    return int(date[:4]) if date[:4].isdigit() else None
