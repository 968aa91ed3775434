"""What a plan commits itself to, as it is compared: its targets, and the figures of its criteria, awards and duties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kehoach.comparison.figure_changes import NO_AIM
from kehoach.comparison.linked import around, clause_at
from kehoach.comparison.points import Point
from kehoach.comparison.wording import words_of
from kehoach.facts.quantities import find_quantities
from kehoach.plan import Comparator, Plan, Target

COMMA = re.compile(r"[,;:.]\s")
AROUND = 9  # words on both sides of a figure in its quote
STANDARD = re.compile(r"^(?:bộ|ngày|ngày làm việc|năm|tháng|giờ|phút|tuổi|lần)$")


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure or state of either plan: a target, or a figure in its criteria and duties (``due`` is then None).

    ``spare`` is a figure beside the targets of a block that is none itself: it may answer one of the other plan's.
    """

    quote: str
    indicator: str
    comparator: Comparator
    value: float | None
    value_to: float | None
    of: float | None
    unit: str | None
    due: str | None
    block: str | None
    target: bool
    spare: bool = False

    @property
    def what(self) -> str:
        """What is measured, in what."""
        return f"{self.indicator} {self.unit or ''}"

    @property
    def noun(self) -> str:
        """The unit in one spelling."""
        return _noun(self.unit or "")


@cache
def _noun(unit: str) -> str:
    return " ".join(words_of(unit))


def aims_of(plan: Plan, points: Sequence[Point]) -> list[Aim]:
    """The targets of a plan, and the figures of criteria, awards and duties that are no targets."""
    aims = _distinct([_aim(t) for t in plan.targets])
    taken: dict[str | None, set[float | None]] = {}
    for t in plan.targets:
        taken.setdefault(t.block, set()).update({t.value, t.value_to, t.of})
    for point in points:
        known = taken.get(point.block.id, set())
        if point.part != "body" or point.block.heading:
            continue
        for q in find_quantities(point.block.text):
            if q.value in known or (known and _is_aside(point.block.text[: q.figure[0]])):
                continue
            is_date = NO_AIM.search(point.block.text[: q.figure[0]])
            if q.unit and not is_date and not (STANDARD.match(q.unit) and "procedure" not in point.roles):
                aims.append(
                    Aim(
                        around(point.block.text, *q.figure, words=AROUND),
                        _piece(point.block.text, *q.figure) if known else clause_at(point.block.text, *q.figure),
                        q.comparator,
                        q.value,
                        q.value_to,
                        q.of,
                        q.unit,
                        None,
                        point.block.id,
                        target=False,
                        spare=bool(known),
                    )
                )
    return aims


def _is_aside(before: str) -> bool:
    """Does a figure stand in brackets?"""
    return before.rfind("(") > before.rfind(")")


def _piece(text: str, start: int, end: int) -> str:
    """The part between commas in which a figure stands."""
    low = max((mark.end() for mark in COMMA.finditer(text[:start])), default=0)
    stop = COMMA.search(text, end)
    return f"{text[low:start]} {text[end : stop.start() if stop else len(text)]}"


def _distinct(aims: list[Aim]) -> list[Aim]:
    """Without the rows of tables that repeat a figure of the text."""
    said = {(a.indicator.casefold(), a.value, a.unit) for a in aims if a.block}
    return [a for a in aims if a.block or (a.indicator.casefold(), a.value, a.unit) not in said]


def _aim(t: Target) -> Aim:
    return Aim(t.quote, t.indicator, t.comparator, t.value, t.value_to, t.of, t.unit, t.due, t.block, target=True)
