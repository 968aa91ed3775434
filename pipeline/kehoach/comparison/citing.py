"""Which plan a lower plan carries out: the one that it cites; and whose plan it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from kehoach.comparison.coverage import ORDER
from kehoach.comparison.wording import PLACE, folded, levels_in, number_key
from kehoach.plan import Citation, Header, Plan

SAME_TITLE = 0.8  # share of a title's words from which two titles are one
UNIT = re.compile(r"^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)\s+", re.IGNORECASE)


def cites(child: Plan, parent: Plan) -> bool:
    """Does the child name the parent as what it carries out or rests on?

    By its number (or that of the decision that promulgates it), where date and issuer do not speak against it: each
    office counts its documents anew every year. A parent without a number is known by its kind, date and title.
    """
    if any(is_citation_of(c, parent) for c in child.citations):
        return True
    known = {number_key(c.number) for c in child.citations}
    own = number_key(child.header.parent)
    return own in numbers_of(parent.header) and own not in known


def is_citation_of(citation: Citation, plan: Plan) -> bool:
    """Is the plan the document that is cited? One of its number, issuer and year may be cited with a wrong day."""
    if number_key(citation.number) in numbers_of(plan.header):
        return _may_be(citation, plan, by="year")
    return _is_titled(citation, plan.header) and _may_be(citation, plan, by="day")


def parent_of(child: Plan, parents: Sequence[Plan]) -> int | None:
    """The number of the parent that the child carries out: of those that it cites, the one that it names as its parent,
    else the nearest above it. None where it cites none.
    """
    cited = [i for i, parent in enumerate(parents) if cites(child, parent)]
    return min(cited, key=lambda i: (not _is_named(child, parents[i]), -_rank(parents[i]), i), default=None)


def is_of(child: Plan, place: str) -> bool:
    """Is the plan that of the place? A name of a list may come with or without its unit (`xã Hòa Lạc`, `Hòa Lạc`)."""
    unit, name = UNIT.match(place.strip()), folded(UNIT.sub("", place.strip()))
    printed = [(m["unit"], m["name"]) for m in PLACE.finditer(child.header.issuer.name or "")]
    if not printed and child.header.place:
        printed = [("", UNIT.sub("", child.header.place))]
    units = {folded(kind) for kind, each in printed if folded(each) == name}
    return bool(units) and (unit is None or "" in units or folded(unit[1]) in units)


def _is_named(child: Plan, parent: Plan) -> bool:
    return number_key(child.header.parent) in numbers_of(parent.header)


def _rank(plan: Plan) -> int:
    return ORDER.index(plan.header.issuer.level) if plan.header.issuer.level else -1


def numbers_of(header: Header) -> set[str]:
    """The numbers that a plan is cited by: its own, and that of the decision to which it is attached."""
    decision = header.promulgated_by
    return {number_key(n) for n in (header.number, decision.number if decision else None)} - {""}


def _may_be(citation: Citation, parent: Plan, *, by: Literal["day", "year"]) -> bool:
    """Nothing that the citation says of date and issuer is against it."""
    header, decision = parent.header, parent.header.promulgated_by
    dates = [d for d in (header.date, decision.date if decision else None) if d]
    end = len("2026") if by == "year" else None
    if citation.date and dates and not any(_agree(citation.date[:end], date[:end]) for date in dates):
        return False
    issuers = citation.issuer or "", header.issuer.name or ""
    places = [{folded(m["name"]) for m in PLACE.finditer(issuer)} for issuer in issuers]
    if all(places) and not places[0] & places[1]:
        return False
    levels = levels_in(issuers[0])
    return not levels or header.issuer.level is None or header.issuer.level in levels


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _is_titled(citation: Citation, header: Header) -> bool:
    """A plan of unknown number that is cited by its title."""
    if numbers_of(header) or not (citation.title and header.title and header.document_type):
        return False
    sides = [set(folded(text).split()) for text in (citation.title, header.title)]
    alike = citation.type.casefold() == header.document_type.casefold()
    return alike and len(sides[0] & sides[1]) >= SAME_TITLE * max(map(len, sides))
