"""What users put right in the parent, written into its own words, so that a draft carries the corrected figure.

A draft is made of the parent's sentences: a corrected value that the sentence does not say would be lost. Only what
stands in the sentence exactly once is written over; where it does not, the draft asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from kehoach.corrections import corrected, value_at
from kehoach.errors import KehoachError
from kehoach.facts.dates import parse_date
from kehoach.facts.quantities import find_quantities, number
from kehoach.plan import Correction, Plan, Span

Json: TypeAlias = Any  # objects and lists of any depth

_NUMBERS = ("value", "value_to", "of")
_DATES = ("due", "start", "end", "date")
#: Values that a sentence says in words of its own: whom, how much, of what
_WORDS = ("unit", "indicator", "form", "class", "authority", "occasion", "number", "issuer", "title", "audience")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|(?:\d{1,2}\s+)?tháng\s+\d{1,2}\s*(?:năm\s+|/\s*)\d{4}|"
    r"\d{1,2}\s*/\s*\d{4}|(?:19|20)\d{2}",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"\s*\([^()\d]{2,20}\)")  # `01 (một)`


@dataclass(frozen=True, slots=True)
class Rewording:
    """A correction of the parent: its block, what the document says and what is right, as a sentence says them.

    ``written`` tells whether the sentence says it now.
    """

    block: str | None
    was: str
    now: str
    written: bool


@dataclass(frozen=True, slots=True)
class _Edit:
    span: Span
    new: str


def reworded(plan: Plan) -> tuple[Plan, list[Rewording]]:
    """The plan with its corrections applied and written into its text, and what became of each that words tell.

    Spans, quotes and blocks follow the new text. A plan without corrections is returned as it is.
    """
    if not plan.corrections:
        return plan, []
    edits: list[_Edit] = []
    told: list[Rewording] = []
    for correction in plan.corrections:
        found = _reworded(plan, correction)
        if found is None:
            continue
        rewording, new = found
        told.append(rewording)
        edits += [edit for edit in new if not any(_overlap(edit, other) for other in edits)]
    return _Moved(plan.text, sorted(edits, key=lambda edit: edit.span)).plan(corrected(plan)), told


def _reworded(plan: Plan, correction: Correction) -> tuple[Rewording, list[_Edit]] | None:
    """What one correction changes in the text; None where it is stale or nothing that a sentence says."""
    steps = correction.path.split("/")[1:]
    if steps[0] in ("header", "signature") or len(steps) < 3 or not _holds(plan, correction):
        return None
    facts: list[Json] = getattr(plan, steps[0])
    fact = facts[int(steps[1])]
    place = fact.tasks[int(steps[3])] if steps[2] == "tasks" else fact
    start, quote = _said(plan, place, fact)
    changes = _changes(steps, correction.was, correction.now)
    if changes is None:
        return None
    edits = [edit for was, now, finds in changes for edit in _edits(quote, start, was, now, finds)]
    was, now = ("; ".join(_shown(side[i]) for side in changes) for i in (0, 1))
    return Rewording(fact.block, was, now, bool(edits) and len(edits) == len(changes)), edits


def _holds(plan: Plan, correction: Correction) -> bool:
    """Was the correction made on this reading of the file?"""
    try:
        return value_at(plan, correction.path) == correction.was
    except KehoachError:
        return False


def _said(plan: Plan, place: Json, fact: Json) -> tuple[int, str]:
    """Where a fact is said: its quotation, or the first of its items."""
    span = place.span if hasattr(place, "span") else fact.items[0].span
    return span[0], plan.text[span[0] : span[1]]


Finder: TypeAlias = Callable[[str, Json], list[Span]]
_Change: TypeAlias = tuple[Json, Json, Finder]


def _changes(steps: list[str], was: Json, now: Json) -> list[_Change] | None:
    """Pairs of old and new value with how the old one is found in words; None where no sentence says such a value."""
    field = steps[-1]
    if steps[-2] in ("lead", "partners", "actors") or field in ("lead", "partners", "actors"):
        return _names(was, now)
    if field in _NUMBERS:
        return [(was, now, _numbers)]
    if field in _DATES:
        return [(was, now, _dates)]
    return [(was, now, _words)] if field in _WORDS else None


def _names(was: Json, now: Json) -> list[_Change] | None:
    """Names of a list that took the place of others; a name more or less is told, and not written."""
    before, after = was if isinstance(was, list) else [was], now if isinstance(now, list) else [now]
    if len(before) != len(after):
        return [("; ".join(before), "; ".join(after), lambda quote, value: [])]
    return [(old, new, _words) for old, new in zip(before, after, strict=True) if old != new]


def _edits(quote: str, start: int, was: Json, now: Json, finds: Finder) -> list[_Edit]:
    """The one place of ``quote`` that says ``was``, saying ``now``; none where it is said twice, or not at all."""
    places = finds(quote, was) if was is not None and now is not None else []
    if len(places) != 1:
        return []
    (first, last), old = places[0], quote[places[0][0] : places[0][1]]
    new = _number_like(old, now) if finds is _numbers else _date_like(old, now) if finds is _dates else str(now)
    return [_Edit((start + first, start + last), new)] if new is not None else []


def _words(quote: str, value: Json) -> list[Span]:
    return [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(str(value))}(?!\w)", quote)]


def _numbers(quote: str, value: Json) -> list[Span]:
    """Figures of quantities with this value; one that is repeated in words is left to a person."""
    found = []
    for quantity in find_quantities(quote):
        start, end = quantity.figure
        for match in _NUMBER.finditer(quote, start, end):
            if number(match[0]) == value and not _IN_WORDS.match(quote, match.end()):
                found.append((match.start(), match.end()))
    return list(dict.fromkeys(found))


def _dates(quote: str, value: Json) -> list[Span]:
    return [(m.start(), m.end()) for m in _DATE.finditer(quote) if parse_date(m[0]) == value]


def _number_like(old: str, value: float) -> str | None:
    """A number in the form of another: decimal comma, dots in thousands, a zero before a single digit."""
    whole, _, part = f"{value:.6f}".rstrip("0").partition(".")
    if "." in old or (len(whole) > 3 and len(old) <= 3):
        whole = f"{int(whole):,}".replace(",", ".")
    return (f"0{whole}" if old.startswith("0") and len(whole) == 1 else whole) + (f",{part}" if part else "")


def _date_like(old: str, value: str) -> str | None:
    """A date in the form of another; None where more or less of it is known. Days below 10 and the months 1 and 2 get a
    zero (NĐ 30/2020, Phụ lục I, II.4.b).
    """
    numbers = list(re.finditer(r"\d+", old))
    parts = value.split("-")
    if len(parts) != len(numbers) or not parts[0]:
        return None
    year, month = parts[0], parts[1] if len(parts) > 1 else ""
    written = [*parts[2:], month if month < "03" else month.lstrip("0"), year][-len(parts) :]
    out, at = [], 0
    for match, new in zip(numbers, written, strict=True):
        out += [old[at : match.start()], new]
        at = match.end()
    return "".join([*out, old[at:]])


def _shown(value: Json) -> str:
    if isinstance(value, float):
        return _number_like("0.0" if value >= 1000 else "00", value) or ""
    return "…" if value is None else str(value)


def _overlap(a: _Edit, b: _Edit) -> bool:
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


@dataclass(frozen=True, slots=True)
class _Moved:
    """A text with edits written in, and what pointed into it."""

    text: str
    edits: list[_Edit]

    def plan(self, plan: Plan) -> Plan:
        """The plan of the new text."""
        if not self.edits:
            return plan
        data = plan.model_dump(mode="json", by_alias=True)
        data["text"] = self._new(0, len(self.text))
        return Plan.model_validate(self._walk(data))

    def _walk(self, node: Json) -> Json:
        """Every span moved, and what it quotes taken from the new text."""
        if isinstance(node, list):
            return [self._walk(each) for each in node]
        if not isinstance(node, dict):
            return node
        moved = {key: value if key in ("span", "spans") else self._walk(value) for key, value in node.items()}
        if span := node.get("span"):
            old = self.text[span[0] : span[1]]
            moved |= {key: self._new(*span) for key in ("quote", "text") if node.get(key) == old}
        if "rows" in node:
            moved["rows"] = [[self._new(*span) for span in row] for row in node["spans"]]
        return moved | {key: self._spans(node[key]) for key in ("span", "spans") if node.get(key)}

    def _spans(self, node: Json) -> Json:
        if isinstance(node, dict):
            return {key: self._spans(value) for key, value in node.items()}
        if len(node) == 2 and all(isinstance(each, int) for each in node):
            return [self._at(node[0]), self._at(node[1])]
        return [self._spans(each) for each in node]

    def _at(self, place: int) -> int:
        """Where a place of the old text lies in the new; within an edit it is the end of what is new."""
        before = [edit for edit in self.edits if edit.span[0] < place]
        within = [place - edit.span[1] for edit in before if edit.span[1] > place]
        return place - sum(within) + sum(len(e.new) - (e.span[1] - e.span[0]) for e in before)

    def _new(self, start: int, end: int) -> str:
        """A piece of the text with the edits that begin in it."""
        out, at = [], start
        for edit in self.edits:
            if start <= edit.span[0] and edit.span[1] <= end:
                out += [self.text[at : edit.span[0]], edit.new]
                at = edit.span[1]
        return "".join([*out, self.text[at:end]])
