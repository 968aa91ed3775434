"""A plan against its gold: which entries are found, which are right, and what is wrong with the others.

For each field entries of both sides are paired, the best match first.
    found   an entry of the gold has its partner in the plan
    right   it has, and every attribute that the gold gives agrees
Both are told as F1, so that inventing costs as much as missing. ``defects`` and ``wording`` are told as recall: the
gold cannot hold every remark that a careful reader might make.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from kehoach.evaluate.gold import Gold, GoldDefect
from kehoach.evaluate.likeness import overlap, words
from kehoach.evaluate.rules import RULES, Fault, Rule
from kehoach.plan import Finding, Plan, Span

RECALL_ONLY = ("defects", "wording")


@dataclass(frozen=True, slots=True)
class Mistake:
    """An entry that costs points.

    span  its place in the plan's text, where the program gave it one
    note  what the annotator remarked (of defects)
    """

    field: str
    kind: Literal["wrong", "missed", "invented"]
    quote: str
    faults: tuple[Fault, ...] = ()
    span: Span | None = None
    note: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts of one field, over one plan or many."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def found_share(self) -> float:
        """F1 of the entries found."""
        return self._f1(self.found)

    @property
    def right_share(self) -> float:
        """F1 of the entries found with every attribute right."""
        return self._f1(self.right)

    def _f1(self, hits: int) -> float:
        entries = self.gold + self.predicted
        return 2 * hits / entries if entries else 1.0


@dataclass(slots=True)
class Score:
    """The tallies of all fields, and how many findings answer to no defect of the gold."""

    fields: dict[str, Tally]
    other_findings: int = 0

    @property
    def mean_right(self) -> float:
        """The mean of ``right`` over the fields, without those told as recall."""
        shares = [tally.right_share for name, tally in self.fields.items() if name not in RECALL_ONLY]
        return sum(shares) / len(shares)


def total(scores: Iterable[Score]) -> Score:
    """Several plans as one: counts are added, so a long plan weighs more than a short one."""
    result = Score({name: Tally() for name in (*RULES, *RECALL_ONLY)})
    for score in scores:
        result.other_findings += score.other_findings
        for name, tally in score.fields.items():
            whole = result.fields[name]
            whole.gold += tally.gold
            whole.predicted += tally.predicted
            whole.found += tally.found
            whole.right += tally.right
            whole.mistakes += tally.mistakes
    return result


def compare(gold: Gold, plan: Plan | None) -> Score:
    """Score a plan; ``None`` stands for a file that could not be read: every entry of the gold is missed."""
    score = Score({name: _tally(name, rule, gold, plan) for name, rule in RULES.items()})
    score.fields |= {name: Tally() for name in RECALL_ONLY}
    findings = list(plan.findings) if plan else []
    for defect in gold.defects:
        name = "wording" if defect.kind == "wording" else "defects"
        tally = score.fields[name]
        hit = next((finding for finding in findings if _points_at(finding, defect)), None)
        tally.gold, tally.predicted = tally.gold + 1, tally.predicted + 1
        if hit:
            findings.remove(hit)
            tally.found, tally.right = tally.found + 1, tally.right + 1
        else:
            note = f"{defect.kind}: {defect.note}"
            tally.mistakes.append(Mistake(name, "missed", defect.quote or defect.field or defect.kind, note=note))
    score.other_findings = len(findings)
    return score


def _points_at(finding: Finding, defect: GoldDefect) -> bool:
    """A finding must point at the place: a quote much longer than the gold's is no hit."""
    if finding.kind != defect.kind:
        return False
    if defect.field:
        return finding.field == defect.field
    longest = 1.5 * len(words(defect.quote)) + 6
    return len(words(finding.quote)) <= longest and overlap(defect.quote, finding.quote) >= 0.6


def _tally(name: str, rule: Rule[Any, Any], gold: Gold, plan: Plan | None) -> Tally:
    """Pair the entries greedily, best match first, ties in order of place."""
    wanted, given = rule.gold(gold), rule.found(plan) if plan else []
    tally = Tally(len(wanted), len(given))
    pairs = sorted((-rule.match(g, p), i, j) for i, g in enumerate(wanted) for j, p in enumerate(given))
    free_wanted, free_given = set(range(len(wanted))), set(range(len(given)))
    for score, i, j in pairs:
        if score >= 0 or i not in free_wanted or j not in free_given:
            continue
        free_wanted.remove(i)
        free_given.remove(j)
        tally.found += 1
        faults = rule.faults(wanted[i], given[j])
        if faults:
            tally.mistakes.append(Mistake(name, "wrong", _quote(wanted[i]), tuple(faults), _span(given[j])))
        else:
            tally.right += 1
    tally.mistakes += [Mistake(name, "missed", _quote(wanted[i])) for i in sorted(free_wanted)]
    tally.mistakes += [Mistake(name, "invented", _quote(given[j]), span=_span(given[j])) for j in sorted(free_given)]
    return tally


def _quote(entry: object) -> str:
    shown = (getattr(entry, key, None) for key in ("quote", "text", "start", "value", "name"))
    return next(str(text) for text in shown if text)


def _span(entry: object) -> Span | None:
    return getattr(entry, "span", None)
