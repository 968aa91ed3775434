"""The words of all plans, in plain SQL: for each word a bit for every plan that has it, in rows of 2048 plans.

Sets of plans are whole numbers, bit ``n`` for plan ``n``: to intersect them is one operation, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, TypeAlias

from sqlalchemy import BindParameter, bindparam, insert, select, text, update
from sqlalchemy.orm import Session

from kehoach.store.tables import Bits, Term
from kehoach.store.words import indexed_words

#: Plans as the bits of a number
PlanSet: TypeAlias = int
#: Where a word stands: anywhere (title included), or in the title
Field: TypeAlias = Literal["text", "title"]

WIDTH = 2048
_AT_ONCE = 400  # parameters of one statement, far below what any database takes
_TERM: BindParameter[int] = bindparam("term")
_FIELD: BindParameter[str] = bindparam("in_field")
_BUCKET: BindParameter[int] = bindparam("row")
_BITS: BindParameter[bytes] = bindparam("plans")
_ADD = insert(Bits).values(term_id=_TERM, field=_FIELD, bucket=_BUCKET, bits=_BITS)
_HERE = Bits.term_id == _TERM, Bits.field == _FIELD, Bits.bucket == _BUCKET
_CHANGE = update(Bits).where(*_HERE).values(bits=_BITS)
_NEW_TERM = text("INSERT INTO term (word) VALUES (:word) ON CONFLICT DO NOTHING")


def index_plan(session: Session, plan_id: int, title: str, body: str) -> None:
    """Note the words of a plan."""
    _put(session, plan_id, _words(title, body), present=True)


def unindex_plan(session: Session, plan_id: int, title: str, body: str) -> None:
    """Forget the words of a plan, of what they were noted."""
    _put(session, plan_id, _words(title, body), present=False)


def plans_with(session: Session, words: Iterable[str], field: Field) -> PlanSet | None:
    """The plans that have all the words there; None (any plan) for no words."""
    wanted = list(words)
    if not wanted:
        return None
    sets = _sets(session, wanted, field)
    if len(sets) < len(wanted):
        return 0
    common: PlanSet | None = None
    for each in sets:
        common = each if common is None else common & each
    return common


def plans_by_count(session: Session, words: Iterable[str], field: Field) -> list[PlanSet]:
    """The plans that have at least so many of the words there: first all words, at last one."""
    counted: list[PlanSet] = []
    for each in _sets(session, list(words), field):
        more = [counted[n - 1] & each if n else each for n in range(len(counted) + 1)]
        counted = [had | new for had, new in zip([*counted, 0], more, strict=True)]
    return counted[::-1]


def _sets(session: Session, words: list[str], field: Field) -> list[PlanSet]:
    """For each of the words that any plan has, the plans that have it there."""
    ids = _term_ids(session, words)
    sets: dict[int, PlanSet] = dict.fromkeys(ids.values(), 0)
    found = select(Bits.term_id, Bits.bucket, Bits.bits).where(Bits.field == field, Bits.term_id.in_(sets))
    for term_id, bucket, bits in session.execute(found):
        sets[term_id] |= int.from_bytes(bits, "little") << (bucket * WIDTH)
    return list(sets.values())


def plan_set(ids: Iterable[int]) -> PlanSet:
    """Ids as a set."""
    marks = bytearray()
    for id in ids:
        if id >> 3 >= len(marks):
            marks.extend(bytes((id >> 3) + 1 - len(marks)))
        marks[id >> 3] |= 1 << (id & 7)
    return int.from_bytes(marks, "little")


def newest_first(plans: PlanSet) -> Iterator[int]:
    """The ids of a set, the last first."""
    while plans:
        last = plans.bit_length() - 1
        yield last
        plans ^= 1 << last


def _words(title: str, body: str) -> dict[Field, set[str]]:
    in_title = set(indexed_words(title))
    return {"title": in_title, "text": in_title | set(indexed_words(body))}


def _put(session: Session, plan_id: int, words: dict[Field, set[str]], *, present: bool) -> None:
    """Set or clear the bit of a plan for its words; in the order of terms, so that writers do not wait crosswise."""
    ids = _term_ids(session, words["text"])
    if present and (missing := sorted(words["text"] - set(ids))):
        session.execute(_NEW_TERM, [{"word": word} for word in missing])
        ids |= _term_ids(session, missing)
    connection = session.connection()  # the mapping of rows to objects would take most of the time
    bucket, bit = divmod(plan_id, WIDTH)
    for field, each in words.items():
        terms = sorted(ids[word] for word in each if word in ids)
        before = _rows(session, terms, field, bucket)
        after = {
            term: (before.get(term, 0) | 1 << bit if present else before.get(term, 0) & ~(1 << bit)) for term in terms
        }
        rows = [
            {"term": term, "in_field": field, "row": bucket, "plans": bits.to_bytes(WIDTH // 8, "little")}
            for term, bits in after.items()
        ]
        if fresh := [row for row in rows if row["term"] not in before]:
            connection.execute(_ADD, fresh)
        if known := [row for row in rows if row["term"] in before]:
            connection.execute(_CHANGE, known)


def _rows(session: Session, terms: list[int], field: Field, bucket: int) -> dict[int, PlanSet]:
    """The bits of a row of plans by term, locked where the database can do that."""
    found: dict[int, PlanSet] = {}
    rest = iter(terms)
    while some := list(islice(rest, _AT_ONCE)):
        wanted = select(Bits.term_id, Bits.bits).where(
            Bits.term_id.in_(some), Bits.field == field, Bits.bucket == bucket
        )
        rows = session.execute(wanted.order_by(Bits.term_id).with_for_update())
        found |= {term: int.from_bytes(bits, "little") for term, bits in rows}
    return found


def _term_ids(session: Session, words: Iterable[str]) -> dict[str, int]:
    """The ids of those words that any plan has."""
    found: dict[str, int] = {}
    rest = iter(words)
    while some := list(islice(rest, _AT_ONCE)):
        rows = session.execute(select(Term.word, Term.id).where(Term.word.in_(some)))
        found |= {row.word: row.id for row in rows}
    return found
