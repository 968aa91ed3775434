"""Finding plans: by words with or without tone marks, and by level, body, year, topic and document number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from kehoach.comparison.citing import number_key
from kehoach.store.index import known, term_ids
from kehoach.store.records import Facets, Found, PlanSummary
from kehoach.store.tables import Name, PlanRow, Posting
from kehoach.store.words import plain, query_words

PER_PAGE = 20
_MOST_WORDS = 12  # what is typed beyond does not narrow any more


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; None and empty narrow nothing. ``body`` and ``number`` are parts of what is printed."""

    text: str = ""
    level: str | None = None
    body: str | None = None
    year: int | None = None
    topic: str | None = None
    number: str | None = None


def search(session: Session, query: Query, page: int, per_page: int) -> Found:
    """The page of a search. Title and number before text, then the newest plans."""
    words = query_words(query.text)[:_MOST_WORDS]
    terms = known(term_ids(session, words), words)
    if terms is None:
        return Found([], 0, 1, 1)
    filtered, order = _with_words(_filtered(query), terms, query.text)
    total = session.scalar(filtered.with_only_columns(func.count(PlanRow.id)).order_by(None)) or 0
    pages = max(1, -(-total // per_page))
    page = min(max(1, page), pages)
    ids = session.scalars(filtered.order_by(*order).limit(per_page).offset((page - 1) * per_page)).all()
    return Found(summaries(session, ids), total, page, pages)


def summaries(session: Session, ids: Sequence[int]) -> list[PlanSummary]:
    """Plans as lists show them, in the order of their ids."""
    rows = {row.id: row for row in session.scalars(select(PlanRow).where(PlanRow.id.in_(ids)))}
    names: dict[int, str] = {}
    for each in session.scalars(select(Name).where(Name.document_id.in_(ids)).order_by(Name.at, Name.id)):
        names[each.document_id] = each.name
    return [_summary(rows[id], names.get(id, "?")) for id in ids if id in rows]


def facets(session: Session) -> Facets:
    """The values that plans can be narrowed by, with their numbers; the most frequent first, years the newest first."""

    def counted(column: InstrumentedAttribute[Any]) -> dict[Any, int]:
        grouped = select(column, func.count()).where(column.is_not(None)).group_by(column)
        rows = session.execute(grouped.order_by(func.count().desc(), column)).all()
        return {row[0]: row[1] for row in rows}

    years = dict(sorted(counted(PlanRow.year).items(), reverse=True))
    return Facets(counted(PlanRow.level), counted(PlanRow.body), years, counted(PlanRow.topic))


def _filtered(query: Query) -> Select[int]:
    found = select(PlanRow.id)
    exact = {PlanRow.level: query.level, PlanRow.year: query.year, PlanRow.topic: query.topic}
    for column, value in exact.items():
        if value:
            found = found.where(column == value)
    if query.body:
        found = found.where(PlanRow.body_plain.contains(plain(query.body), autoescape=True))
    if query.number:
        found = found.where(PlanRow.number_key.contains(number_key(query.number), autoescape=True))
    return found


def _with_words(found: Select[int], terms: Sequence[int], text: str) -> tuple[Select[int], list[ColumnElement[Any]]]:
    """Only plans that hold all the words; and how they are ranked."""
    newest: list[ColumnElement[Any]] = [PlanRow.at.desc(), PlanRow.id.desc()]
    if not terms:
        return found, newest
    postings = [aliased(Posting) for _ in terms]
    in_title: ColumnElement[int] = literal(0)
    least: ColumnElement[int] = postings[0].count + 0
    for posting, term in zip(postings, terms, strict=True):
        found = found.join(posting, posting.plan_id == PlanRow.id).where(posting.term_id == term)
        in_title = in_title + case((posting.in_title > 0, 1), else_=0)
        least = case((posting.count < least, posting.count), else_=least)
    named = case((PlanRow.number_key == number_key(text), 2), else_=0) if "/" in text else literal(0)
    phrase = case((PlanRow.title_plain.contains(plain(text), autoescape=True), 1), else_=0)
    return found, [(named + phrase).desc(), in_title.desc(), least.desc(), *newest]


def _summary(row: PlanRow, name: str) -> PlanSummary:
    return PlanSummary(
        id=row.id,
        name=name,
        title=row.title,
        number=row.number,
        level=row.level,  # type: ignore[arg-type]  # only levels are written
        body=row.body,
        date=row.date,
        year=row.year,
        topic=row.topic,
        status=row.status,
        at=row.at,
    )
