"""What extraction gave back of a planted plan: found and right, field by field.

``found`` counts entries that are there, ``right`` those right in every attribute as well; both give precision and
recall. The comparison is a little more exact than ../shared/gold/score.py where the generator knows the whole truth
(full texts of blocks, tables) and a little more lenient where a clerk has a choice (``hộ`` or ``hộ gia đình`` as unit).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .facts import PlantedPlan

Entry = dict[str, Any]
WORD = re.compile(r"\w+(?:[./,-]\w+)*")
ABBREVIATIONS = (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("mttq", "mặt trận tổ quốc"))


@dataclass
class Result:
    """Counts of one field, and a line for each miss."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        for name in ("gold", "predicted", "found", "right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.misses += other.misses

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.gold + self.predicted
        return 2 * self.right / both if both else 1.0


def fold(text: object) -> str:
    """Without case, dash, quotation mark and white space."""
    folded = unicodedata.normalize("NFC", str(text or "")).replace("–", "-").replace("“", '"').replace("”", '"')
    return re.sub(r"\s+", " ", re.sub(r"[*#]+", "", folded)).strip().casefold()


def bare(text: object) -> str:
    return fold(text).strip(" .;:,/()")


def body(text: object) -> str:
    name = bare(text)
    for short, long in ABBREVIATIONS:
        name = name.replace(short, long)
    return name.removeprefix("các ")


def words(text: object) -> list[str]:
    return WORD.findall(fold(text))


def overlap(a: object, b: object) -> float:
    """Share of the shorter text's words that stand in the other."""
    short, long = sorted((Counter(words(a)), Counter(words(b))), key=lambda c: sum(c.values()))
    return sum((short & long).values()) / max(1, sum(short.values()))


def compare(plan: PlantedPlan, found: Entry) -> dict[str, Result]:
    """Every field of the plan against ``found``, a Plan as JSON."""
    gold = plan.as_gold()
    blocks = [
        {"label": b.label, "text": b.text, "depth": b.depth, "heading": b.heading, "roles": b.roles}
        for b in plan.blocks
    ]
    theirs = found.get("blocks", [])
    tables = [{"header": t.header, "rows": t.rows} for t in plan.tables]
    return {
        "header": _pair(_header(gold), _header(found), lambda g, p: g["name"] == p["name"], _header_faults(plan)),
        "blocks": _pair(blocks, theirs, _same_block, _differ("depth", "heading")),
        "roles": _pair(
            *([b for b in bs if b["heading"]] for bs in (blocks, theirs)),
            _same_block,
            lambda g, p: [] if set(g["roles"]) == set(p["roles"]) else [f"roles {p['roles']}"],
        ),
        "citations": _pair(gold["citations"], found.get("citations", []), _same_document, _citation_faults),
        "targets": _pair(gold["targets"], found.get("targets", []), _same_target, _target_faults),
        "timeline": _pair(
            gold["timeline"], found.get("timeline", []), _same_time, _differ("kind", "start", "end", "recurrence")
        ),
        "awards": _pair(gold["awards"], found.get("awards", []), _same_award, _award_faults),
        "criteria": _pair(
            _items(gold),
            _items(found),
            lambda g, p: _opens(g["quote"], p["quote"]),
            lambda g, p: [] if bare(g["audience"]) == bare(p["audience"]) else [f"for {p['audience']}"],
        ),
        "assignments": _pair(
            gold["assignments"],
            found.get("assignments", []),
            lambda g, p: _opens(g["quote"], p["quote"]),
            _assignment_faults,
        ),
        "tasks": _pair(_tasks(gold), _tasks(found), lambda g, p: _opens(g["quote"], p["quote"]), lambda g, p: []),
        "recipients": _pair(
            [{"quote": r} for r in gold["recipients"]],
            found.get("recipients", []),
            lambda g, p: bare(g["quote"]) == bare(p["quote"]),
            lambda g, p: [],
        ),
        "tables": _pair(
            tables,
            found.get("tables", []),
            lambda g, p: _cells(g)[:1] == _cells(p)[:1],
            lambda g, p: [] if _cells(g) == _cells(p) else ["rows"],
        ),
    }


Match = Callable[[Entry, Entry], float | bool]
Faults = Callable[[Entry, Entry], list[str]]


def _pair(gold: Sequence[Entry], predicted: Sequence[Entry], match: Match, faults: Faults) -> Result:
    """Best pairs first; of equal ones those in the same place of the text."""
    result = Result(len(gold), len(predicted))
    scored = [
        (float(match(g, p)), -len(faults(g, p)), -abs(i - j), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if match(g, p)
    ]
    left, free = set(range(len(gold))), set(range(len(predicted)))
    for _, _, _, i, j in sorted(scored, reverse=True):
        if i not in left or j not in free:
            continue
        left.discard(i)
        free.discard(j)
        result.found += 1
        wrong = faults(gold[i], predicted[j])
        result.right += not wrong
        result.misses += [f"wrong ({', '.join(wrong)}): {_name(gold[i])}"] if wrong else []
    result.misses += [f"missed: {_name(gold[i])}" for i in sorted(left)]
    result.misses += [f"invented: {_name(predicted[j])}" for j in sorted(free)]
    return result


def _name(entry: Entry) -> str:
    extra = {k: entry[k] for k in ("time", "lead", "partners", "value", "unit") if entry.get(k)}
    text = str(entry.get("quote") or entry.get("text") or entry.get("name") or entry.get("header"))
    return f"{text[:150]} {extra or ''}".rstrip()


def _differ(*keys: str) -> Faults:
    return lambda g, p: [f"{k} {p.get(k)!r} not {g[k]!r}" for k in keys if (g[k] or None) != (p.get(k) or None)]


def _header(doc: Entry) -> list[Entry]:
    head, sign = doc.get("header") or {}, doc.get("signature") or {}
    issuer, period = head.get("issuer") or {}, head.get("period") or {}
    values = {
        "issuer": issuer.get("name"),
        "kind": issuer.get("kind"),
        "level": issuer.get("level"),
        "start": period.get("start"),
        "end": period.get("end"),
    }
    values |= {k: head.get(k) for k in ("document_type", "number", "place", "date", "title", "movement", "parent")}
    values |= {k: sign.get(k) for k in ("capacity", "position", "name")}
    return [{"name": k, "value": v} for k, v in values.items()]


def _header_faults(plan: PlantedPlan) -> Faults:
    names = {body(n) for n in (plan.header.issuer, *plan.header.issuer_also)}

    def faults(g: Entry, p: Entry) -> list[str]:
        good = body(p["value"]) in names if g["name"] == "issuer" else body(g["value"]) == body(p["value"])
        return [] if good else [f"{p['value']!r} not {g['value']!r}"]

    return faults


def _same_block(g: Entry, p: Entry) -> bool:
    return bare(g["label"]).rstrip(")") == bare(p["label"]).rstrip(")") and bare(g["text"]) == bare(p["text"])


def _same_document(g: Entry, p: Entry) -> bool:
    if fold(g["type"]) != fold(p["type"]):
        return False
    if g["number"] or p.get("number"):
        return fold(g["number"]).replace(" ", "") == fold(p.get("number")).replace(" ", "")
    return overlap(g["title"] or g["quote"], p.get("title") or p["quote"]) >= 0.6


def _citation_faults(g: Entry, p: Entry) -> list[str]:
    wrong = [k for k in ("date", "basis") if (g[k] or None) != (p.get(k) or None)]
    return wrong + ([] if body(g["issuer"]) == body(p.get("issuer")) else [f"issuer {p.get('issuer')!r}"])


def _close(a: Any, b: Any) -> bool:
    return a is b if a is None or b is None else abs(float(a) - float(b)) < 1e-6


def _same_target(g: Entry, p: Entry) -> float:
    same = _close(g["value"], p.get("value")) and _close(g["value_to"], p.get("value_to"))
    share = overlap(g["quote"], p["quote"])
    return share if same and share >= 0.6 else 0.0


def _target_faults(g: Entry, p: Entry) -> list[str]:
    wrong = _differ("comparator", "due")(g, p) + ([] if _close(g["of"], p.get("of")) else [f"of {p.get('of')}"])
    ours, theirs = words(g["unit"]) or [bare(g["unit"])], words(p.get("unit")) or [bare(p.get("unit"))]
    short = min(len(ours), len(theirs))
    same = ours[:short] == theirs[:short] and " ".join(theirs) in fold(f"{g['unit']} {g['quote']}")
    return wrong + ([] if same else [f"unit {p.get('unit')!r}"])


def _same_time(g: Entry, p: Entry) -> float:
    time, quote = overlap(g["time"], p["time"]), overlap(g["quote"], p["quote"])
    return time + quote if time >= 0.6 and quote >= 0.6 else 0.0


def _same_award(g: Entry, p: Entry) -> float:
    share = overlap(g["quote"], p["quote"])
    return 1 + share if bare(g["form"]) == bare(p["form"]) and share >= 0.5 else 0.0


def _award_faults(g: Entry, p: Entry) -> list[str]:
    wrong = [k for k, f in (("class", bare), ("authority", body)) if f(g[k]) != f(p.get(k))]
    same = (
        overlap(g["occasion"], p.get("occasion")) >= 0.6
        if g["occasion"] and p.get("occasion")
        else (g["occasion"] == p.get("occasion"))
    )
    return wrong + ([] if same else [f"occasion {p.get('occasion')!r}"])


def _opens(ours: object, theirs: object) -> bool:
    first = words(ours)[:5]
    return bool(first) and words(theirs)[: len(first)] == first


def _items(doc: Entry) -> list[Entry]:
    return [
        {"audience": c.get("audience"), "quote": i if isinstance(i, str) else i["quote"]}
        for c in doc.get("criteria", [])
        for i in c["items"]
    ]


def _tasks(doc: Entry) -> list[Entry]:
    return [{"quote": t if isinstance(t, str) else t["quote"]} for a in doc.get("assignments", []) for t in a["tasks"]]


def _assignment_faults(g: Entry, p: Entry) -> list[str]:
    wrong = []
    for key in ("lead", "partners"):
        ours, theirs = sorted(map(body, g[key])), sorted(map(body, p.get(key) or []))
        if ours != theirs and sorted(" ".join(ours).split()) != sorted(" ".join(theirs).split()):
            wrong.append(f"{key} {p.get(key)} not {g[key]}")
    return wrong


def _cells(table: Entry) -> list[list[str]]:
    return [[fold(cell) for cell in row] for row in (table["header"], *table["rows"])]


def ungrounded(found: Entry) -> list[str]:
    """Entries whose span does not hold their quote; for a Plan that keeps its word there are none."""
    text = found["text"]
    return [
        f"{quote[:60]!r} is not at {span}: {text[span[0] : span[1]][:60]!r}"
        for quote, span in _grounds(found)
        if text[span[0] : span[1]] != quote
    ]


def _grounds(node: Any) -> Iterator[tuple[str, list[int]]]:
    if isinstance(node, dict):
        quote = node.get("quote") or (node.get("text") if "depth" in node else None)
        if quote and node.get("span"):
            yield quote, node["span"]
        for value in node.values():
            yield from _grounds(value)
    elif isinstance(node, list):
        for value in node:
            yield from _grounds(value)
