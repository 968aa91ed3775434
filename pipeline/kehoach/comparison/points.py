"""The blocks of a plan as points to compare: their words, where they stand, and what the plan's facts say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.comparison.details import task_above
from kehoach.comparison.wording import Wording, functions_in, levels_in, number_key, words_of
from kehoach.facts.details import detail_kind
from kehoach.plan import Block, Level, Plan

OPENING, BODY, CLOSING = "opening", "body", "closing"
LEVEL_WORDS = 30  # words at the head of a block in which it says whom it addresses


@dataclass(frozen=True, slots=True)
class Point:
    """A block with what comparison needs of it.

    number   its place among the blocks; ``holder`` that of the block above it (None at the outermost level), or of the
             task that it gives details of
    tokens   its words with re-scoping undone; ``words`` as they stand, folded
    part     opening (preamble), body, closing
    roles    its own roles, else those of the nearest heading above
    leads    functions of the bodies that it gives a duty to, or, between plans of one level, whose name is the title
             over it; ``first_lead`` those of the first
    awards   forms of the awards that it provides for; ``aims`` whether it sets targets
    levels   levels that its opening words name
    named    functions of the bodies whose names are all that a heading says (`2. Sở Nội vụ:`)
    address  functions of the bodies that it is for, where it says so (`Đối với …`)
    bases    numbers of the legal bases that it names, where it does nothing else (`Căn cứ …;`)
    detail   what it tells of the task above it (``details``); None for a point of its own
    """

    number: int
    block: Block
    holder: int | None
    tokens: list[str]
    words: list[str]
    part: str
    roles: frozenset[str]
    leads: frozenset[str]
    first_lead: frozenset[str]
    awards: frozenset[str]
    aims: bool
    levels: frozenset[Level]
    named: frozenset[str]
    address: frozenset[str]
    bases: frozenset[str]
    detail: str | None


def points_of(plan: Plan, wording: Wording) -> list[Point]:
    """The points of a plan, one for each block, in order."""
    numbers = {block.id: i for i, block in enumerate(plan.blocks)}
    leads = _leads(plan, wording)
    awards: dict[str | None, set[str]] = {}
    for award in plan.awards:
        awards.setdefault(award.block, set()).add(award.form.casefold())
    bases: dict[str | None, set[str]] = {}
    for citation in plan.citations:
        if citation.basis and citation.number:
            bases.setdefault(citation.block, set()).add(number_key(citation.number))
    aims = {target.block for target in plan.targets}
    points: list[Point] = []
    for number, (block, part) in enumerate(zip(plan.blocks, _parts(plan.blocks), strict=True)):
        task = task_above(plan.blocks, number)
        holder = task if task is not None else numbers.get(block.parent or "")
        address = _address(block)
        roles = frozenset[str](block.roles) or (points[holder].roles if holder is not None else frozenset())
        own = leads.get(block.id, [])
        if not own and not wording.rescoped and holder is not None and points[holder].named:
            own = [points[holder].named]
        points.append(
            Point(
                number=number,
                block=block,
                holder=holder,
                tokens=wording.tokens(block.text),
                words=words_of(block.text),
                part=part,
                roles=roles,
                leads=frozenset().union(*own),
                first_lead=next(iter(own), frozenset()),
                awards=frozenset(awards.get(block.id, ())),
                aims=block.id in aims,
                levels=levels_in(address) or _levels_above(points, holder),
                named=_named(block, wording),
                address=_addressees(address, wording),
                bases=frozenset(() if block.text.endswith(":") else bases.get(block.id, ())),
                detail=detail_kind(block.text) if task is not None else None,
            )
        )
    return points


def _levels_above(points: Sequence[Point], holder: int | None) -> frozenset[Level]:
    """The levels that a title says its criteria or duties are for (`Đối với cấp huyện`)."""
    above = points[holder] if holder is not None else None
    return above.levels if above is not None and above.block.heading and above.address else frozenset()


def _parts(blocks: Sequence[Block]) -> list[str]:
    """Preamble, body or closing, for each block; a plan without numbering is all body."""
    inside = [i for i, b in enumerate(blocks) if b.depth > 0]
    if not inside:
        return [BODY] * len(blocks)
    return [OPENING if i < inside[0] else CLOSING if i > inside[-1] else BODY for i in range(len(blocks))]


def _leads(plan: Plan, wording: Wording) -> dict[str, list[frozenset[str]]]:
    """The functions of each lead of each block's duties, in order."""
    leads: dict[str, list[frozenset[str]]] = {}
    for assignment in plan.assignments:
        if assignment.block:
            names = [wording.functions(lead) for lead in assignment.lead]
            leads.setdefault(assignment.block, []).extend(names)
    return leads


def _address(block: Block) -> str:
    """The words in which a block says whom it is for: a heading's own, the first of a text up to its first stop."""
    words = " ".join(block.text.split()[:LEVEL_WORDS])
    return words if block.heading else re.split(r"[:;.]\s", words, maxsplit=1)[0]


def _addressees(address: str, wording: Wording) -> frozenset[str]:
    if not re.match(r"[Đđ]ối với\s", address):
        return frozenset()
    functions = wording.functions(address)
    return functions or (frozenset({"committee"}) if levels_in(address) else functions)


def _named(block: Block, wording: Wording) -> frozenset[str]:
    tokens = wording.neutral(block.text) if block.heading else []
    functions = functions_in(tokens)
    return functions if len(functions) == len(set(tokens)) else frozenset()


def subtree_tokens(points: Sequence[Point]) -> list[list[str]]:
    """For each point its own tokens and those of all points below it."""
    whole = [list(p.tokens) for p in points]
    for point in reversed(points):
        if point.holder is not None:
            whole[point.holder] += whole[point.number]
    return whole


def holders_of_holders(points: Sequence[Point]) -> list[int | None]:
    """For each point the block above the one above it."""
    return [points[p.holder].holder if p.holder is not None else None for p in points]
