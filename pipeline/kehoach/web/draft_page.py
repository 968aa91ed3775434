"""A saved draft and its parent plan → all that the page of the draft shows. Pure: no store, no request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.draft import OPEN, Draft, Question
from kehoach.drafts.sharing import DROP, KEEP
from kehoach.plan import Plan
from kehoach.reports.annex import rule_words
from kehoach.reports.sheet import Foot, Letterhead, foot_of, letterhead_of
from kehoach.reports.vietnamese import clean

CHANGES = {
    "same": "giữ nguyên",
    "adapted": "điều chỉnh",
    "narrowed": "thu hẹp",
    "extended": "mở rộng",
    "added": "thêm mới",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A block of the parent plan: its id and its words with the label."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the draft.

    key       by which an edit of it is kept; ``edited`` where there is one
    pieces    its words, cut at open places (each ``OPEN`` is a piece)
    parents   the clauses that it comes from, ``rule`` how, in the words of an officer
    questions what is asked about it and has no answer, by number on the page
    """

    id: str
    key: str
    label: str
    text: str
    pieces: tuple[str, ...]
    heading: bool
    depth: int
    parents: tuple[Clause, ...]
    rule: str
    change: str
    edited: bool
    questions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its number on the page; ``unplaced`` where its answer stands nowhere in the draft."""

    number: int
    question: Question
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class LeftOutClause:
    """A clause of the parent that the draft does not carry, and why."""

    clause: Clause
    why: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The content of the page."""

    head: Letterhead
    foot: Foot
    paragraphs: tuple[Paragraph, ...]
    open: tuple[Asked, ...]
    answered: tuple[Asked, ...]
    left_out: tuple[LeftOutClause, ...]
    changes: tuple[tuple[str, int], ...]


def draft_page(draft: Draft, keys: Mapping[str, str], edits: Mapping[str, str], parent: Plan | None) -> DraftPage:
    """The page of a draft. ``keys`` and ``edits`` are those of ``edited_draft``; without the parent plan clauses are
    shown by their ids alone.
    """
    asked = [Asked(number, question) for number, question in enumerate(draft.questions, 1)]
    numbers: dict[str | None, list[int]] = {}
    for each in asked:
        if each.question.answer is None:
            places: list[str | None] = [*each.question.blocks] or [each.question.block]
            for place in places:
                numbers.setdefault(place, []).append(each.number)
    above = _clauses(parent)
    lineage = {entry.block: entry for entry in draft.lineage}
    paragraphs = []
    for block in draft.plan.blocks:
        entry, key = lineage[block.id], keys.get(block.id, "")
        rule = rule_words(entry.rule) + (f" ({clean(entry.note)})" if entry.note else "")
        paragraphs.append(
            Paragraph(
                id=block.id,
                key=key,
                label=clean(block.label or ""),
                text=clean(block.text),
                pieces=_pieces(clean(block.text)),
                heading=block.heading,
                depth=block.depth,
                parents=tuple(above.get(p, Clause(p, "")) for p in entry.parents),
                rule=rule,
                change=CHANGES[entry.change],
                edited=key in edits,
                questions=tuple(numbers.get(block.id, ())),
            )
        )
    foot = foot_of(draft.plan)
    words = " ".join([*(p.text for p in paragraphs), draft.plan.text, *foot.signing, foot.name or ""])
    counts: Counter[str] = Counter(entry.change for entry in draft.lineage)
    return DraftPage(
        head=letterhead_of(draft.plan),
        foot=foot,
        paragraphs=tuple(paragraphs),
        open=tuple(each for each in asked if each.question.answer is None),
        answered=tuple(
            Asked(each.number, each.question, _unplaced(each.question, words))
            for each in asked
            if each.question.answer is not None
        ),
        left_out=tuple(
            LeftOutClause(above.get(e.parent, Clause(e.parent, "")), rule_words(e.rule)) for e in draft.left_out
        ),
        changes=tuple((words, counts[key]) for key, words in CHANGES.items() if counts[key]),
    )


def _unplaced(question: Question, words: str) -> bool:
    """Does nothing of an answer in the officer's own words stand in the draft?"""
    parts = [part.strip(" .") for part in (question.answer or "").split(";")]
    chosen = {*KEEP, *DROP, *(option.casefold() for option in question.options), ""}
    own = [part for part in parts if part.casefold() not in chosen]
    return bool(own) and not any(clean(part) in words for part in own)


def _clauses(parent: Plan | None) -> dict[str, Clause]:
    blocks = parent.blocks if parent else []
    return {b.id: Clause(b.id, clean(f"{b.label} {b.text}" if b.label else b.text)) for b in blocks}


def _pieces(text: str) -> tuple[str, ...]:
    """The words between open places, and the open places."""
    parts = text.split(OPEN)
    found = [piece for part in parts[:-1] for piece in (part, OPEN)] + parts[-1:]
    return tuple(piece for piece in found if piece)
