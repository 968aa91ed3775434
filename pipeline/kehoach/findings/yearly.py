"""Figures year by year against cumulative ones, parts against their sum, tables against their totals.

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
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Block, Plan, Span, Table

YEAR = re.compile(r"^(?:Đến\s+)?[Nn]ăm\s+(?P<year>20\d\d)\s*:")
CUMULATIVE = re.compile(r"(?:lũy|luỹ)\s+kế", re.IGNORECASE)
ADDED = re.compile(r"(?:có\s+)?thêm\s", re.IGNORECASE)
FIGURE = re.compile(
    r"(?<![\w/.,-])(?P<value>\d{1,4})(?:\s*/\s*\d{1,4})?\s+(?P<what>[^\d,;.()\n]{3,80}?)(?=\s*(?:[,;.()\n]|và\s+\d|$))"
)
SUM = re.compile(
    r"(?P<total>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s+(?P<unit>(?:triệu|tỷ|nghìn)?\s*đồng|[^\W\d]+)\s*,?\s*"
    r"(?:bao gồm|gồm)\s*:?\s+"
    r"(?P<parts>[^.\n]{5,400})"
)
TOTAL = re.compile(r"^(?:tổng\s*(?:cộng|số|kinh phí)?|cộng)\s*:?$", re.IGNORECASE)
PLAIN = re.compile(r"^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$")


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


def find_wrong_sums(plan: Plan) -> Iterator[Hit]:
    """``500 triệu đồng, gồm: 300 triệu đồng …, 150 triệu đồng …``: the parts do not give the total."""
    for match in matches(SUM, plan.text, "gồm"):
        unit = re.escape(match["unit"].strip())
        parts = [number(m[1]) for m in re.finditer(rf"(?<![\w/.,])(\d[\d.]*(?:,\d+)?)\s+{unit}(?!\w)", match["parts"])]
        figures = re.findall(r"(?<![\w/.,])\d[\d.,]*\d|(?<![\w/.,])\d", match["parts"])
        if len(parts) > 1 and len(parts) == len(figures) and abs(sum(parts) - number(match["total"])) > 1e-6:
            whole = f"{sum(parts):,.10g}".translate(str.maketrans(",.", ".,"))
            message = f"Các phần cộng lại là {whole}, tổng ghi {match['total']} {match['unit'].strip()}. Hãy cộng lại."
            yield at(plan, match.start(), match.end(), message)


def find_wrong_totals(plan: Plan) -> Iterator[Hit]:
    """A row ``Tổng cộng`` that is not the sum of the rows 1, 2, 3 … above or below it, none of which sums up others."""
    for table in plan.tables:
        counted = [i for i, row in enumerate(table.rows) if row and row[0].strip().rstrip(".").isdigit()]
        numbers = [int(table.rows[i][0].strip().rstrip(".")) for i in counted]
        totals = [i for i, row in enumerate(table.rows) if any(TOTAL.match(c.strip()) for c in row[:2])]
        if len(counted) < 2 or numbers != list(range(1, len(counted) + 1)) or len(totals) != 1:
            continue
        if totals[0] in (counted[0] - 1, counted[-1] + 1) and counted[-1] - counted[0] == len(counted) - 1:
            yield from _wrong_columns(plan, table, totals[0], counted)


def _wrong_columns(plan: Plan, table: Table, total_row: int, rows: list[int]) -> Iterator[Hit]:
    """The columns whose figures, all of them plain, do not give the total."""
    for column, cell in enumerate(table.rows[total_row]):
        values = [table.rows[i][column].strip() if column < len(table.rows[i]) else "" for i in rows]
        if not PLAIN.match(cell.strip()) or not all(PLAIN.match(v) for v in values):
            continue
        total, added = number(cell.strip()), sum(map(number, values))
        if abs(total - added) > 1e-6 * max(1.0, total):
            whole = f"{added:,.10g}".translate(str.maketrans(",.", ".,"))
            message = f"Tổng của cột là {whole}, bảng ghi {cell.strip()}. Hãy cộng lại."
            yield at(plan, *table.spans[total_row][column], message)


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
        "KH306",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_sums,
        "Các phần cộng lại không bằng tổng",
        "Người đọc sẽ không biết con số nào đúng. Hãy cộng lại.",
    ),
    Rule(
        "KH307",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_totals,
        "Dòng tổng cộng của bảng sai",
        "Hãy cộng lại cột và sửa dòng tổng hoặc dòng sai.",
    ),
)
