"""Which plans of the store cite which: candidates by number or title, judged as comparisons judge them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Select, delete, func, insert, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kehoach.comparison.citing import cites, numbers_of
from kehoach.comparison.wording import number_key
from kehoach.plan import Header, Plan, SourceInfo
from kehoach.store.tables import Cited, KnownAs, Link, PlanRow
from kehoach.store.words import plain

_NO_FILE = SourceInfo(name="", sha256="", media_type="")


def head_of(plan: Plan) -> str:
    """What links need of a plan, as JSON."""
    return plan.model_dump_json(by_alias=True, include={"header", "citations"})


def link_plan(session: Session, plan_id: int, plan: Plan) -> None:
    """Note anew what a plan cites, what cites it, and by what it is cited."""
    for table in (KnownAs, Cited):
        session.execute(delete(table).where(table.plan_id == plan_id))
    session.execute(delete(Link).where(or_(Link.child_id == plan_id, Link.parent_id == plan_id)))
    names, cited = _names(plan.header), _cited(plan)
    for table, keys in ((KnownAs, names), (Cited, cited)):
        if keys:
            session.execute(insert(table), [{"plan_id": plan_id, "key": key} for key in sorted(keys)])
    above = _heads(session, select(KnownAs.plan_id).where(KnownAs.key.in_(cited), KnownAs.plan_id != plan_id))
    below = _heads(session, select(Cited.plan_id).where(Cited.key.in_(names), Cited.plan_id != plan_id))
    pairs = {(plan_id, other) for other, head in above if cites(plan, head)}
    pairs |= {(other, plan_id) for other, head in below if cites(head, plan)}
    if pairs:
        session.execute(insert(Link), [{"child_id": child, "parent_id": parent} for child, parent in sorted(pairs)])


def kin(session: Session, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How many plans of the store each of these cites, and how many cite it."""

    def counted(own: InstrumentedAttribute[int]) -> dict[int, int]:
        rows = session.execute(select(own, func.count()).where(own.in_(ids)).group_by(own)).all()
        return {row[0]: row[1] for row in rows}

    above, below = counted(Link.child_id), counted(Link.parent_id)
    return {id: (above.get(id, 0), below.get(id, 0)) for id in ids}


def title_key(title: str) -> str:
    """A title as its words, whatever their order and marks."""
    return "title: " + " ".join(sorted(set(plain(title).split())))


def _names(header: Header) -> set[str]:
    """By what others may cite the plan: its numbers, or its title where it has none."""
    numbers = numbers_of(header)
    return numbers or ({title_key(header.title)} if header.title else set())


def _cited(plan: Plan) -> set[str]:
    keys = {number_key(plan.header.parent), *(number_key(c.number) for c in plan.citations)} - {""}
    return keys | {title_key(c.title) for c in plan.citations if c.title}


def _heads(session: Session, ids: Select[int]) -> list[tuple[int, Plan]]:
    rows = session.execute(select(PlanRow.id, PlanRow.head).where(PlanRow.id.in_(ids))).all()
    return [(id, Plan.model_validate({"source": _NO_FILE, "text": "", **json.loads(head)})) for id, head in rows]
