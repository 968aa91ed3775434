"""Shares that the text and a table of the same document give differently: ``chiếm 34,86%`` over a row of ``34,48``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.facts.quantities import number
from kehoach.findings.arithmetic import SOURCE
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.syllables import spelling
from kehoach.plan import Plan, Table

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
)
