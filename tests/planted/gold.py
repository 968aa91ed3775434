"""The facts of a planted plan in the JSON form of the gold annotations (GUIDELINES.md), and a check of that form.

``faults`` does for planted plans what ../shared/gold/validate.py does for real ones: every quote must stand in the
rendered text, and every word of a vocabulary must be one of it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .facts import Assignment, Award, Citation, Criteria, Milestone, PlantedBlock, PlantedPlan, Target

KINDS = {"people_committee", "department", "party", "front", "steering_committee", "school", "ministry"}
LEVELS = {"central", "province", "district", "commune", "unit"}
ROLES = {
    "purpose",
    "requirements",
    "targets",
    "content",
    "solutions",
    "subjects",
    "criteria",
    "awards",
    "procedure",
    "timeline",
    "budget",
    "implementation",
    "other",
}
COMPARATORS = {"=", ">=", ">", "<=", "<", "range"}
TIME_KINDS = {"deadline", "event", "period", "recurring"}
RECURRENCES = {"annual", "quarterly", "monthly", "weekly", "periodic", None}
DATE = re.compile(r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}(-\d{2})?)$")


def first(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def gold_of(plan: PlantedPlan) -> dict[str, Any]:
    return {
        "doc": plan.name,
        "header": _header(plan),
        "citations": [vars(c) for c in plan.of(Citation)],
        "blocks": [_block(b) for b in plan.blocks],
        "targets": [vars(t) for t in plan.of(Target)],
        "criteria": [{"audience": c.audience, "items": [first(i, 8) for i in c.items]} for c in plan.of(Criteria)],
        "awards": [_award(a) for a in plan.of(Award)],
        "timeline": [vars(m) | {"actors": list(m.actors)} for m in plan.of(Milestone)],
        "assignments": [_assignment(a) for a in plan.of(Assignment)],
        "recipients": list(plan.recipients),
        "signature": {
            "capacity": plan.signature.capacity,
            "position": " ".join(plan.signature.position),
            "name": plan.signature.name,
        },
        "defects": [{"kind": "missing", "field": f, "quote": None, "note": note} for f, note in plan.defects],
    }


def _header(plan: PlantedPlan) -> dict[str, Any]:
    head = plan.header
    period = None if head.start is None and head.end is None else {"start": head.start, "end": head.end}
    return {
        "issuer": {"name": head.issuer, "kind": head.kind, "level": head.level},
        "document_type": "Kế hoạch",
        "number": head.number,
        "place": head.place,
        "date": head.date,
        "title": head.title,
        "movement": head.movement,
        "period": period,
        "parent": head.parent,
    }


def _block(block: PlantedBlock) -> dict[str, Any]:
    words = block.text.split()
    entry: dict[str, Any] = {
        "label": block.label,
        "depth": block.depth,
        "heading": block.heading,
        "start": " ".join(words[:6]),
        "end": " ".join(words[-4:]),
    }
    if block.heading:
        entry["roles"] = list(block.roles)
    return entry


def _award(award: Award) -> dict[str, Any]:
    entry = dict(vars(award))
    entry["class"] = entry.pop("award_class")
    return entry


def _assignment(duty: Assignment) -> dict[str, Any]:
    return {
        "lead": list(duty.lead),
        "partners": list(duty.partners),
        "quote": first(duty.quote, 8),
        "tasks": [first(t.quote, 8) for t in duty.tasks],
    }


def fold(text: str) -> str:
    """One form for comparison: NFC, no Markdown marks or pipes, white space collapsed."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"\s+", " ", re.sub(r"[*#|\\]+", " ", text)).strip()


def faults(plan: PlantedPlan, rendered: str) -> list[str]:
    """What is wrong with the facts of a plan, given a text in which they should stand; empty when all is well."""
    gold, source = plan.as_gold(), fold(rendered)
    found = [f"not in the text: {quote!r}" for quote in _quotes(plan) if fold(quote) not in source]
    found += [f"no date: {d!r}" for d in _dates(gold) if d is not None and not DATE.match(d)]
    found += [f"time not in quote: {t}" for t in gold["timeline"] if t["time"] not in t["quote"]]
    words = [(gold["header"]["issuer"]["kind"], KINDS), (gold["header"]["issuer"]["level"], LEVELS)]
    words += [(t["comparator"], COMPARATORS) for t in gold["targets"]]
    words += [(t["kind"], TIME_KINDS) for t in gold["timeline"]]
    words += [(t["recurrence"], RECURRENCES) for t in gold["timeline"]]
    words += [(role, ROLES) for b in plan.blocks for role in b.roles]
    found += [f"{word!r} is not of the vocabulary" for word, allowed in words if word not in allowed]
    found += [f"heading without roles: {b.text}" for b in plan.blocks if b.heading and not b.roles]
    found += [f"roles on text: {b.text}" for b in plan.blocks if b.roles and not b.heading]
    found += [f"no lead: {a.quote}" for a in plan.of(Assignment) if not a.lead or not a.tasks]
    return found


def _quotes(plan: PlantedPlan) -> list[str]:
    quotes = [b.text for b in plan.blocks] + list(plan.recipients) + list(plan.signature.lines)
    quotes += [f.quote for f in plan.facts if not isinstance(f, Criteria)]
    quotes += [item for c in plan.of(Criteria) for item in c.items]
    quotes += [t.quote for a in plan.of(Assignment) for t in a.tasks]
    quotes += [body for a in plan.of(Assignment) for body in (*a.lead, *a.partners)]
    quotes += [a for m in plan.of(Milestone) for a in m.actors]
    quotes += [plan.signature.name, plan.header.movement or ""]
    return quotes


def _dates(gold: dict[str, Any]) -> list[str | None]:
    dates = [gold["header"]["date"], *(gold["header"]["period"] or {}).values()]
    dates += [c["date"] for c in gold["citations"]] + [t["due"] for t in gold["targets"]]
    return dates + [t[key] for t in gold["timeline"] for key in ("start", "end")]
