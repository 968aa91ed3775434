"""Which office of the unit does what: fields of work told from words, offices from the profile or the dated mapping."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kehoach.drafts.scope import Scope
from kehoach.knowledge import alternatives, in_force, load
from kehoach.locality import Locality, Office
from kehoach.plan import Plan


@cache
def _fields() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            f["id"],
            re.compile(rf"(?<!\w){alternatives(f['words'])}(?!\w)", re.IGNORECASE),
            re.compile(rf"(?<!\w){alternatives(f['departments'])}(?!\w)"),
        )
        for f in load("offices")["field"]
    )


def fields_in(text: str) -> list[str]:
    """Fields of work that a text speaks of, most words first; ties in the order of the table."""
    counts = {name: len(words.findall(text)) for name, words, _ in _fields()}
    return sorted((n for n, c in counts.items() if c), key=lambda n: -counts[n])


def fields_of_department(name: str) -> list[str]:
    """The fields that a department (``Sở Nội vụ``) has; empty for other bodies."""
    return [field for field, _, departments in _fields() if departments.search(name)]


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of the unit, and those that own the plan as a whole (first the one that leads)."""

    all: tuple[Office, ...]
    owners: tuple[Office, ...]

    def for_field(self, field: str) -> Office | None:
        """The office that has a field."""
        return next((office for office in self.all if field in office.fields), None)

    def for_task(self, text: str, preferred: list[str] | None = None) -> list[Office]:
        """Who does a task: by its department's fields that its words name, by its words, else the owners; at most
        two.
        """
        said = fields_in(text)
        if preferred:
            said = [f for f in said if f in preferred] or preferred[:1]
        offices = [office for f in said[:1] if (office := self.for_field(f))]
        return offices or list(self.owners[:1])


_FOLLOWS = (
    (re.compile(r"(?:cơ quan|bộ phận) (?:thường trực|đầu mối)|là đầu mối", re.IGNORECASE), 3),
    (re.compile(r"theo dõi|đôn đốc", re.IGNORECASE), 1),
    (re.compile(r"tổng hợp[^.;]*báo cáo|sơ kết|tổng kết", re.IGNORECASE), 1),
)
_THROUGH = re.compile(rf"(?:qua|về|gửi)\s+(?P<name>Sở\s+{alternatives(load('bodies')['fields'])})(?!\w)")


def standing_fields(plan: Plan) -> list[str]:
    """Fields of the department that follows the plan up for the parent: reports go by way of it."""
    scores: dict[str, int] = {}
    for assignment in plan.assignments:
        said = " ".join([assignment.quote, *(task.quote for task in assignment.tasks)])
        for name in assignment.lead[:1]:
            if name.startswith("Sở ") and fields_of_department(name):
                scores[name] = scores.get(name, 0) + sum(worth for words, worth in _FOLLOWS if words.search(said))
    for block in plan.blocks:
        if re.search(r"báo cáo|phản ánh", block.text, re.IGNORECASE):
            for match in _THROUGH.finditer(block.text):
                scores[match["name"]] = scores.get(match["name"], 0) + 2
    best = max(scores, key=lambda name: scores[name], default=None)
    return fields_of_department(best) if best and scores[best] >= 2 else []


def offices_of(locality: Locality, scope: Scope, subject: str, standing: Sequence[str] = ()) -> Offices:
    """The offices in force for the draft, and its owners by the fields of the department that follows the parent up
    (``standing``) and by those that ``subject`` (the title) names.
    """
    own = tuple(locality.offices) or tuple(
        Office(name=o["name"], fields=o["fields"])
        for o in load("offices")["office"]
        if scope.kind in o["kinds"] and in_force(o, scope.day)
    )
    offices = Offices(own, ())
    named = fields_in(subject)
    first = [] if scope.department else [f for f in standing if f in named] or list(standing)
    owners = dict.fromkeys(o.name for f in [*first[:1], *named] if (o := offices.for_field(f)))
    return Offices(own, tuple(o for name in owners for o in own if o.name == name)[:2])
