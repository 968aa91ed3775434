"""The words of all plans, in plain SQL: which syllables stand in which plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from kehoach.store.tables import Posting, Term
from kehoach.store.words import indexed_words

_AT_ONCE = 400  # parameters of one statement, far below what any database takes
_NEW_TERM = text("INSERT INTO term (word) VALUES (:word) ON CONFLICT DO NOTHING")


def index_plan(session: Session, plan_id: int, title: str, body: str) -> None:
    """Note the words of a plan anew."""
    counts, in_title = indexed_words(body), indexed_words(title)
    counts += in_title
    ids = term_ids(session, counts)
    if missing := [word for word in counts if word not in ids]:
        session.execute(_NEW_TERM, [{"word": word} for word in missing])
        ids |= term_ids(session, missing)
    session.execute(delete(Posting).where(Posting.plan_id == plan_id))
    rows = [
        {"term_id": ids[word], "plan_id": plan_id, "in_title": in_title[word], "count": count}
        for word, count in counts.items()
    ]
    if rows:
        session.execute(insert(Posting), sorted(rows, key=lambda row: row["term_id"]))


def term_ids(session: Session, words: Iterable[str]) -> dict[str, int]:
    """The ids of those words that any plan has."""
    found: dict[str, int] = {}
    rest = iter(words)
    while some := list(islice(rest, _AT_ONCE)):
        rows = session.execute(select(Term.word, Term.id).where(Term.word.in_(some)))
        found |= {row.word: row.id for row in rows}
    return found


def known(ids: dict[str, int], words: Sequence[str]) -> list[int] | None:
    """The terms of all the words; None where no plan has one of them."""
    return None if any(word not in ids for word in words) else [ids[word] for word in words]
