"""Which office of the unit does what: fields of work told from words, offices from the profile or the dated mapping."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kehoach.drafts.scope import Scope
from kehoach.knowledge import alternatives, in_force, load
from kehoach.locality import Locality, Office


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


def offices_of(locality: Locality, scope: Scope, subject: str) -> Offices:
    """The offices in force for the draft, and its owners by the fields that ``subject`` (the title) names."""
    own = tuple(locality.offices) or tuple(
        Office(name=o["name"], fields=o["fields"])
        for o in load("offices")["office"]
        if scope.kind in o["kinds"] and in_force(o, scope.day)
    )
    offices = Offices(own, ())
    owners = dict.fromkeys(o.name for f in fields_in(subject) if (o := offices.for_field(f)))
    return Offices(own, tuple(o for name in owners for o in own if o.name == name)[:2])
