"""How each field is compared: its entries on both sides, which of them are a pair, and what a pair gets wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from kehoach.evaluate.gold import Gold, GoldAssignment, GoldAward, GoldBlock, GoldCitation, GoldMilestone, GoldTarget
from kehoach.evaluate.likeness import body, fold, overlap, same, same_bodies, words
from kehoach.plan import Assignment, Award, Block, Citation, Milestone, Plan, Span, Target

G = TypeVar("G")
P = TypeVar("P")


class Fault(NamedTuple):
    """An attribute in which a found entry differs from the gold."""

    attribute: str
    found: object
    gold: object


@dataclass(frozen=True, slots=True)
class Rule(Generic[G, P]):
    """How one field is scored: its entries on both sides, 0 where two are no pair, and what is wrong with a pair."""

    gold: Callable[[Gold], Sequence[G]]
    found: Callable[[Plan], Sequence[P]]
    match: Callable[[G, P], float]
    faults: Callable[[G, P], list[Fault]] = lambda g, p: []


def _faults(*checks: tuple[str, bool, object, object]) -> list[Fault]:
    return [Fault(name, found, gold) for name, agrees, found, gold in checks if not agrees]


def _equal(name: str, found: object, gold: object) -> tuple[str, bool, object, object]:
    return name, found == gold, found, gold


def _close(a: float | None, b: float | None) -> bool:
    return a == b if a is None or b is None else abs(a - b) < 1e-6


def _opens_alike(a: str, b: str) -> float:
    """The first five words agree; the gold's quote may be cut short."""
    first = words(a)[:5]
    return float(bool(first) and words(b)[: len(first)] == first)


class _Item(NamedTuple):
    """An entry that is a quote alone, or a criterion with whom it addresses."""

    quote: str
    span: Span | None = None
    audience: str | None = None


class _HeaderValue(NamedTuple):
    name: str
    value: str | None
    span: Span | None = None


_HEADER = ("document_type", "number", "place", "date", "title", "movement", "parent")
_SIGNATURE = (("capacity", "capacity"), ("position", "position"), ("name", "signer"))


def _header(doc: Gold | Plan) -> list[_HeaderValue]:
    head, signature, period = doc.header, doc.signature, doc.header.period
    spans: dict[str, Span] = {}
    if isinstance(doc, Plan):
        signed = doc.signature.spans
        spans = doc.header.spans | {shown: signed[key] for key, shown in _SIGNATURE if key in signed}
    values = {
        "issuer": head.issuer.name,
        "issuer kind": head.issuer.kind,
        "issuer level": head.issuer.level,
        **{key: getattr(head, key) for key in _HEADER},
        "period start": period.start if period else None,
        "period end": period.end if period else None,
        **{shown: getattr(signature, key) for key, shown in _SIGNATURE},
    }
    return [_HeaderValue(name, value, spans.get(name.split()[0])) for name, value in values.items()]


def _same_header(gold: _HeaderValue, found: _HeaderValue) -> list[Fault]:
    return _faults((gold.name, same(body(gold.value), body(found.value)), found.value, gold.value))


def _label(label: str | None) -> str | None:
    return fold(label).rstrip(".):") or None


def _opens_block(gold: GoldBlock, found: Block) -> float:
    first = words(gold.start)
    return float(_label(gold.label) == _label(found.label) and words(found.text)[: len(first)] == first)


def _is_block(gold: GoldBlock, found: Block) -> float:
    """The gold's first and last words open and close the block."""
    last = words(gold.end)
    return float(_opens_block(gold, found) and words(found.text)[-len(last) :] == last)


def _is_citation(gold: GoldCitation, found: Citation) -> float:
    if fold(gold.type) != fold(found.type):
        return 0
    if gold.number or found.number:
        return float(fold(gold.number).replace(" ", "") == fold(found.number).replace(" ", ""))
    return float(overlap(gold.title or gold.quote, found.title or found.quote) >= 0.6)


def _is_target(gold: GoldTarget, found: Target) -> float:
    alike = overlap(gold.quote, found.quote)
    return alike if alike >= 0.6 and _close(gold.value, found.value) and _close(gold.value_to, found.value_to) else 0


def _is_award(gold: GoldAward, found: Award) -> float:
    alike = overlap(gold.quote, found.quote)
    return 1 + alike if alike >= 0.5 and same(gold.form, found.form) else 0


def _is_milestone(gold: GoldMilestone, found: Milestone) -> float:
    quote, time = overlap(gold.quote, found.quote), overlap(gold.time, found.time)
    return quote + time if quote >= 0.6 and time >= 0.6 else 0


def _citation_faults(gold: GoldCitation, found: Citation) -> list[Fault]:
    return _faults(
        _equal("date", found.date, gold.date),
        _equal("basis", found.basis, gold.basis),
        ("issuer", same(body(gold.issuer), body(found.issuer)), found.issuer, gold.issuer),
    )


def _target_faults(gold: GoldTarget, found: Target) -> list[Fault]:
    return _faults(
        _equal("comparator", found.comparator, gold.comparator),
        ("unit", same(gold.unit, found.unit), found.unit, gold.unit),
        ("of", _close(gold.of, found.of), found.of, gold.of),
        _equal("due", found.due, gold.due),
    )


def _criteria_faults(gold: _Item, found: _Item) -> list[Fault]:
    agrees = gold.audience == found.audience or overlap(gold.audience, found.audience) >= 0.8
    return _faults(("audience", agrees, found.audience, gold.audience))


def _award_faults(gold: GoldAward, found: Award) -> list[Fault]:
    occasion = gold.occasion == found.occasion or overlap(gold.occasion, found.occasion) >= 0.6
    return _faults(
        ("class", same(gold.award_class, found.award_class), found.award_class, gold.award_class),
        ("authority", same(body(gold.authority), body(found.authority)), found.authority, gold.authority),
        ("occasion", occasion, found.occasion, gold.occasion),
    )


def _milestone_faults(gold: GoldMilestone, found: Milestone) -> list[Fault]:
    keys = ("kind", "start", "end", "recurrence")
    return _faults(*(_equal(key, getattr(found, key), getattr(gold, key)) for key in keys))


def _assignment_faults(gold: GoldAssignment, found: Assignment) -> list[Fault]:
    return _faults(
        ("lead", same_bodies(gold.lead, found.lead), found.lead, gold.lead),
        ("partners", same_bodies(gold.partners, found.partners), found.partners, gold.partners),
    )


RULES: dict[str, Rule[Any, Any]] = {
    "header": Rule(_header, _header, lambda g, p: float(g.name == p.name), _same_header),
    "blocks": Rule(
        lambda gold: gold.blocks,
        lambda plan: plan.blocks,
        _is_block,
        lambda g, p: _faults(_equal("depth", p.depth, g.depth), _equal("heading", p.heading, g.heading)),
    ),
    "roles": Rule(
        lambda gold: [b for b in gold.blocks if b.heading],
        lambda plan: [b for b in plan.blocks if b.heading],
        _opens_block,
        lambda g, p: _faults(_equal("roles", sorted(p.roles), sorted(g.roles))),
    ),
    "citations": Rule(lambda gold: gold.citations, lambda plan: plan.citations, _is_citation, _citation_faults),
    "targets": Rule(lambda gold: gold.targets, lambda plan: plan.targets, _is_target, _target_faults),
    "criteria": Rule(
        lambda gold: [_Item(item, None, group.audience) for group in gold.criteria for item in group.items],
        lambda plan: [_Item(item.quote, item.span, group.audience) for group in plan.criteria for item in group.items],
        lambda g, p: _opens_alike(g.quote, p.quote),
        _criteria_faults,
    ),
    "awards": Rule(lambda gold: gold.awards, lambda plan: plan.awards, _is_award, _award_faults),
    "timeline": Rule(lambda gold: gold.timeline, lambda plan: plan.timeline, _is_milestone, _milestone_faults),
    "assignments": Rule(
        lambda gold: gold.assignments,
        lambda plan: plan.assignments,
        lambda g, p: _opens_alike(g.quote, p.quote),
        _assignment_faults,
    ),
    "tasks": Rule(
        lambda gold: [_Item(task) for duty in gold.assignments for task in duty.tasks],
        lambda plan: [_Item(task.quote, task.span) for duty in plan.assignments for task in duty.tasks],
        lambda g, p: _opens_alike(g.quote, p.quote),
    ),
    "recipients": Rule(
        lambda gold: [_Item(line) for line in gold.recipients],
        lambda plan: [_Item(line.quote, line.span) for line in plan.recipients],
        lambda g, p: float(same(g.quote, p.quote)),
    ),
}
