"""Figures that the text and a table of the same document give differently: ``chiếm 25,4%`` over a row of ``24,5``,
an aim of 85% that is 80% in the appendix.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.facts.quantities import number
from kehoach.findings.arithmetic import SOURCE
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.sums import TOTAL
from kehoach.findings.syllables import spelling
from kehoach.knowledge import load
from kehoach.plan import Plan, Table, Target

SHARE = re.compile(
    r"(?P<name>[^.;:\d\n%]{8,100}?)\s+(?:chiếm|đạt|là)\s+(?:tỷ trọng\s+|tỷ lệ\s+)?(?P<value>\d{1,2}(?:,\d+)?)\s*%"
)
FIGURE = re.compile(r"\d{1,3}(?:,\d+)?$")
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
#: Words that a name may bear or not
LOOSE = frozenset(
    map(spelling, ["và", "khu", "vực", "tỷ", "trọng", "lệ", "số", "của", "theo", "các", "ngành", "lĩnh", "về", "tỉnh"])
) | frozenset(map(spelling, ["toàn", "trong", "đó", "năm", "ước"]))
NAMED = 4  # words of weight that make a name the same thing elsewhere


def find_shares_unlike_the_table(plan: Plan) -> Iterator[Hit]:
    """A share of the text whose row in a table has no such figure in any year."""
    rows = _shares_of_rows(plan.tables)
    inside = [(t.spans[0][0][0], t.spans[-1][-1][1]) for t in plan.tables if t.spans and t.spans[0] and t.spans[-1]]
    for match in matches(SHARE, plan.text, "%") if rows else ():
        told = rows.get(_name(match["name"]))
        if told is None or any(start <= match.start() < end for start, end in inside):
            continue
        figures, years = told
        sentence = plan.text[plan.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if number(match["value"]) in figures or set(YEAR.findall(sentence)) - years:
            continue  # the figure of another year
        shown = "; ".join(f"{figure:g}".replace(".", ",") for figure in sorted(figures))
        message = f"Bảng kèm theo ghi {shown}%, không có năm nào là {match['value']}%. Hãy đối chiếu hai chỗ."
        start = match.end("name") - len(match["name"].lstrip(" ,-"))
        yield at(plan, start, match.end(), message)


#: What tells one part of the same from another; words of an aim that its indicator may have or not
SCOPE, AIMING = (frozenset(map(spelling, load("quantities")[which])) for which in ("scope", "aiming"))


def find_aims_unlike_the_table(plan: Plan) -> Iterator[Hit]:
    """An aim of a table whose indicator is, in all its words, that of an aim of the text with another figure."""
    told = [(target, _words(target)) for target in plan.targets if target.value is not None]
    for target, words in told:
        if target.block or len(words) < NAMED:
            continue
        alike = [
            other
            for other, more in told
            if other.block and _is_comparable(target, other) and (words <= more or more <= words) and len(more) >= NAMED
            if not (words ^ more) & SCOPE
        ]
        if alike and all((other.value, other.of) != (target.value, target.of) for other in alike):
            message = f"Phần lời ghi “{alike[0].quote}”, bảng ghi khác. Hãy thống nhất một con số."
            yield Hit(message, target.quote, target.span, None)


FEWEST = 20  # below, two figures lie near each other by chance
NEAR = 0.1  # of the total: how far a figure of the text may be from it and yet mean the same


def find_totals_unlike_the_table(plan: Plan) -> Iterator[Hit]:
    """``tổ chức 106 lớp`` in a plan whose table of classes sums up to 104; nothing where two tables sum up the unit, or
    two sentences tell it, since then nobody knows which means which.
    """
    told = [t for t in plan.targets if t.value is not None and t.unit and t.unit != "%" and t.comparator == "="]
    totals = [t for t in told if not t.block and TOTAL.match(t.indicator.rpartition(" - ")[2])]
    for total in totals:
        alone = [t for t in totals if t.unit == total.unit] == [total]
        if not alone or total.value is None or total.value < FEWEST:
            continue
        alike = [t for t in told if t.block and t.unit == total.unit and (t.due or "")[:4] == (total.due or "")[:4]]
        near = [t for t in alike if t.value and abs(t.value - total.value) <= NEAR * total.value]
        if len(near) == 1 and near[0].value != total.value:
            message = f"Dòng tổng của bảng ghi {total.quote} {total.unit}. Hãy thống nhất một con số."
            yield Hit(message, near[0].quote, near[0].span, near[0].block)


def _is_comparable(one: Target, other: Target) -> bool:
    """Both shares, neither a range, due in the same year."""
    if one.unit != "%" or other.unit != "%" or one.value_to is not None or other.value_to is not None:
        return False
    return not one.due or not other.due or one.due[:4] == other.due[:4]


def _words(target: Target) -> frozenset[str]:
    return _name(target.indicator) - AIMING


def _shares_of_rows(tables: list[Table]) -> dict[frozenset[str], tuple[set[float], set[str]]]:
    """The figures of rows of shares, by the words of their names, and the years of their tables."""
    found: dict[frozenset[str], tuple[set[float], set[str]]] = defaultdict(lambda: (set(), set()))
    for table in tables:
        years = set(YEAR.findall(" ".join([*table.header, *(cell for row in table.rows[:3] for cell in row)])))
        for row in table.rows:
            unit = next((i for i, cell in enumerate(row) if cell.strip() == "%"), 0)
            figures = {number(cell.strip()) for cell in row[unit + 1 :] if FIGURE.match(cell.strip())}
            name = _name(row[unit - 1]) if unit else frozenset()
            if figures and len(name) >= NAMED:
                found[name][0].update(figures)
                found[name][1].update(years)
    return dict(found)


def _name(text: str) -> frozenset[str]:
    return frozenset(map(spelling, re.findall(r"[^\W\d_]+", text))) - LOOSE


RULES = (
    Rule(
        "KH310",
        "arithmetic",
        "info",
        SOURCE,
        find_shares_unlike_the_table,
        "Tỷ lệ trong bài khác với bảng",
        "Số trong phần lời và trong bảng, biểu phải giống nhau. Hãy đối chiếu và sửa một trong hai.",
    ),
    Rule(
        "KH314",
        "arithmetic",
        "info",
        SOURCE,
        find_aims_unlike_the_table,
        "Chỉ tiêu trong bảng khác với trong bài",
        "Cùng một chỉ tiêu thì số trong phần lời và trong bảng, phụ lục phải giống nhau. Hãy đối chiếu.",
    ),
    Rule(
        "KH315",
        "arithmetic",
        "info",
        SOURCE,
        find_totals_unlike_the_table,
        "Tổng số trong bài khác với dòng tổng của bảng",
        "Số nêu trong phần lời phải bằng dòng tổng của bảng kèm theo. Hãy đối chiếu và sửa một trong hai.",
    ),
)
