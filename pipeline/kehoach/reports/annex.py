"""The trace of a draft as rows: each paragraph with the clause of the parent plan that it comes from, and the rule."""

from __future__ import annotations

from kehoach.draft import Draft
from kehoach.knowledge import load
from kehoach.plan import Plan
from kehoach.reports.vietnamese import clean, shorten

WORDS = 60  # of a clause, in a row


def rule_words(rule: str) -> str:
    """A rule in the words of an officer."""
    return str(load("rules")["rule"].get(rule, rule))


def annex_rows(draft: Draft, parent: Plan | None = None) -> list[tuple[str, ...]]:
    """Draft | parent plan | rule, a row for each paragraph of the draft."""
    texts = {b.id: (f"{b.label} " if b.label else "") + b.text for b in draft.plan.blocks}
    above = parent_texts(draft, parent)
    rows: list[tuple[str, ...]] = []
    for entry in draft.lineage:
        clauses = "\n".join(shorten(above.get(p, p), WORDS) for p in entry.parents)
        how = rule_words(entry.rule) + (f" ({entry.note})" if entry.note else "")
        rows.append((shorten(texts.get(entry.block, ""), WORDS), clean(clauses), clean(how)))
    return rows


def left_out_rows(draft: Draft, parent: Plan | None = None) -> list[tuple[str, ...]]:
    """Parent plan | reason, a row for each block that is not carried."""
    above = parent_texts(draft, parent)
    return [(shorten(above.get(e.parent, e.parent), WORDS), rule_words(e.rule)) for e in draft.left_out]


def parent_texts(draft: Draft, parent: Plan | None) -> dict[str, str]:
    """The words of the parent's blocks by id; empty where the parent is not at hand."""
    if parent is None:
        return {}
    return {b.id: (f"{b.label} " if b.label else "") + b.text for b in parent.blocks}
