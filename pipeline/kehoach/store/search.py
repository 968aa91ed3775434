"""Finding plans: by words with or without tone marks, and by level, body, year, topic and document number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import String, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kehoach.comparison.wording import number_key
from kehoach.store.index import PlanSet, newest_first, plan_set, plans_by_count, plans_with
from kehoach.store.records import Facets, Found, PlanSummary
from kehoach.store.tables import Name, PlanRow
from kehoach.store.words import plain, query_words

PER_PAGE = 20
_printed_number = func.replace(PlanRow.number_key, "đ", "d", type_=String)
_WHOLE_NUMBER = re.compile(r"\d+/\S+")
_FIRST_PART = re.compile(r"(?:^|\bso )(\d{1,5})$")
_MOST_WORDS = 12  # what is typed beyond does not narrow any more


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; None and empty narrow nothing. ``body`` and ``number`` are parts of what is printed, a number
    that begins with digits its beginning.
    """

    text: str = ""
    level: str | None = None
    body: str | None = None
    year: int | None = None
    topic: str | None = None
    number: str | None = None


def search(session: Session, query: Query, page: int, per_page: int) -> Found:
    """The page of a search: first plans that have the number, then titles with the phrase, then texts with all words,
    those first that have more of the words in their titles; the newest first each time.
    """
    words = query_words(query.text)[:_MOST_WORDS]
    fitting, found = _fitting(session, query), plans_with(session, words, "text")
    named = _named(session, query.text)
    if fitting is not None:
        found, named = fitting if found is None else found & fitting, named & fitting
    if found is None:
        return _newest(session, page, per_page)
    groups = [found]
    if words and (found or named):
        titled = [found & plans for plans in plans_by_count(session, words, "title")]
        groups = _apart([named, _phrased(session, query.text, titled[0] if titled else 0), *titled, found])
    total = sum(group.bit_count() for group in groups)
    pages = max(1, -(-total // per_page))
    page = min(max(1, page), pages)
    ids = chain.from_iterable(newest_first(group) for group in groups)
    first = (page - 1) * per_page
    return Found(summaries(session, list(islice(ids, first, first + per_page))), total, page, pages)


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


def _newest(session: Session, page: int, per_page: int) -> Found:
    """The page of all plans, where nothing narrows them."""
    total = session.scalar(select(func.count()).select_from(PlanRow)) or 0
    pages = max(1, -(-total // per_page))
    page = min(max(1, page), pages)
    ids = session.scalars(select(PlanRow.id).order_by(PlanRow.id.desc()).limit(per_page).offset((page - 1) * per_page))
    return Found(summaries(session, list(ids)), total, page, pages)


def _fitting(session: Session, query: Query) -> PlanSet | None:
    """The plans whose heads fit; None where nothing is asked of them."""
    exact = {PlanRow.level: query.level, PlanRow.year: query.year, PlanRow.topic: query.topic}
    asked = [column == value for column, value in exact.items() if value]
    if query.body:
        asked.append(PlanRow.body_plain.contains(plain(query.body), autoescape=True))
    if query.number:
        number = _number(query.number)
        begins = number[:1].isdigit()  # ``2/KH`` is no part of ``12/KH``
        asked.append((_printed_number.startswith if begins else _printed_number.contains)(number, autoescape=True))
    return plan_set(session.scalars(select(PlanRow.id).where(*asked))) if asked else None


def _named(session: Session, text: str) -> PlanSet:
    """The plans that have the number that was typed (``5/KH-UBND`` is ``05/KH-UBND``, ``157`` or ``kế hoạch số 157``
    begins ``157/KH-UBND``).
    """
    if typed := _WHOLE_NUMBER.search(text):
        asked = _printed_number == _number(typed.group())
    elif typed := _FIRST_PART.search(plain(text)):
        asked = _printed_number.startswith(f"{_number(typed.group(1))}/", autoescape=True)
    else:
        return 0
    return plan_set(session.scalars(select(PlanRow.id).where(asked)))


def _number(typed: str) -> str:
    """A number as it is typed, also without a Vietnamese keyboard: ``12/QD-UBND`` is ``12/QĐ-UBND``."""
    return number_key(typed).replace("đ", "d")


def _phrased(session: Session, text: str, titled: PlanSet) -> PlanSet:
    """Those of the plans that have the whole phrase in their titles."""
    if not titled:
        return 0
    phrase = PlanRow.title_plain.contains(plain(text), autoescape=True)
    return titled & plan_set(session.scalars(select(PlanRow.id).where(phrase)))


def _apart(groups: list[PlanSet]) -> list[PlanSet]:
    """Each plan in the first of its groups only."""
    seen: PlanSet = 0
    out = []
    for group in groups:
        out.append(group & ~seen)
        seen |= group
    return out


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
