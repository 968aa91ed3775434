"""Figures year by year against cumulative ones, points of criteria against their sum.

An increment (``thêm``), a level (``có``) and a cumulative figure (``lũy kế``) are three things and never compared as if
they were one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kehoach.facts.quantities import number
from kehoach.findings.arithmetic import SOURCE
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Block, Plan, Span

YEAR = re.compile(r"^(?:Đến\s+)?[Nn]ăm\s+(?P<year>20\d\d)\s*:")
CUMULATIVE = re.compile(r"(?:lũy|luỹ)\s+kế", re.IGNORECASE)
ADDED = re.compile(r"(?:có\s+)?thêm\s", re.IGNORECASE)
FIGURE = re.compile(
    r"(?<![\w/.,-])(?P<value>\d{1,4})(?:\s*/\s*\d{1,4})?\s+(?P<what>[^\d,;.()\n]{3,80}?)(?=\s*(?:[,;.()\n]|và\s+\d|$))"
)
#: The points at the end of a criterion: `(25 điểm)`, `: tối đa 15 điểm.`
SCORE = re.compile(r"(?:\(|:\s*)(?:tối đa\s+)?(?P<points>\d+(?:,\d+)?)\s+điểm\)?\s*[.;:]?\s*$", re.IGNORECASE)
EXTRA = re.compile(r"điểm (?:cộng|thưởng|trừ)|cộng (?:thêm )?điểm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Year:
    """What a year adds and what is reached with it, by what is counted: the value and its place in the text."""

    year: int
    added: dict[str, tuple[float, Span]]
    reached: dict[str, tuple[float, Span]]


def find_wrong_cumulation(plan: Plan) -> Iterator[Hit]:
    """``thêm 02 xã`` to 39 of the year before is not the cumulative 40."""
    by_parent: dict[str | None, list[Year]] = {}
    for block in plan.blocks:
        if (match := YEAR.match(block.text)) and CUMULATIVE.search(block.text):
            by_parent.setdefault(block.parent, []).append(_year(plan, block, int(match["year"])))
    for years in by_parent.values():
        for before, after in pairwise(years):
            if after.year != before.year + 1:
                continue
            for what, (added, span) in after.added.items():
                then, now = before.reached.get(what), after.reached.get(what)
                if then and now and then[0] + added != now[0]:
                    message = (
                        f"Năm {after.year}: lũy kế năm {before.year} là {then[0]:g}, thêm {added:g} thành "
                        f"{then[0] + added:g}, văn bản ghi lũy kế {now[0]:g} {what}. Hãy rà lại."
                    )
                    yield at(plan, *span, message)


def _year(plan: Plan, block: Block, year: int) -> Year:
    """The figures of a block ``Năm 2022: …``; a list behind ``thêm`` adds until the clause ends."""
    start = plan.text.find(block.text, block.span[0])
    cut = CUMULATIVE.search(block.text)
    middle = cut.start() if cut else len(block.text)
    added: dict[str, tuple[float, Span]] = {}
    reached: dict[str, tuple[float, Span]] = {}
    for match in FIGURE.finditer(block.text):
        entry = (number(match["value"]), (start + match.start(), start + match.end()))
        what = " ".join(match["what"].split())
        if match.start() >= middle:
            reached.setdefault(what, entry)
        elif ADDED.search(re.split(r"[;.]", block.text[: match.start()])[-1]):
            added.setdefault(what, entry)
    return Year(year, added, reached)


def find_wrong_scores(plan: Plan) -> Iterator[Hit]:
    """``Tiêu chí (100 điểm)`` over criteria of 25, 25, 25 and 30 points."""
    below: dict[str | None, list[Block]] = {}
    for block in plan.blocks:
        below.setdefault(block.parent, []).append(block)
    for block in plan.blocks:
        whole = SCORE.search(block.text)
        scores = [SCORE.search(child.text) for child in below.get(block.id, []) if child.label]
        if whole is None or len(scores) < 2 or not all(scores) or EXTRA.search(block.text):
            continue
        added, total = sum(number(s["points"]) for s in scores if s), number(whole["points"])
        if added != total:
            message = f"Các mục bên dưới cộng lại là {added:g} điểm, ở đây ghi {total:g} điểm. Hãy cộng lại."
            start = block.span[0] + whole.start()
            yield at(plan, start, start + len(whole[0].rstrip()), message)


RULES = (
    Rule(
        "KH305",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_cumulation,
        "Số lũy kế không khớp với số từng năm",
        "Lũy kế năm nay bằng lũy kế năm trước cộng số tăng thêm. Hãy rà lại từng năm.",
    ),
    Rule(
        "KH312",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_scores,
        "Điểm thành phần không bằng tổng điểm",
        "Không thể chấm theo thang điểm mà các mục cộng lại không bằng tổng. Hãy cộng lại.",
    ),
)
