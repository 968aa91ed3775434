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
from kehoach.knowledge import alternatives, load
from kehoach.plan import Block, Plan, Span, Table

YEAR = re.compile(r"^(?:Đến\s+)?[Nn]ăm\s+(?P<year>20\d\d)\s*:")
CUMULATIVE = re.compile(r"(?:lũy|luỹ)\s+kế", re.IGNORECASE)
ADDED = re.compile(r"(?:có\s+)?thêm\s", re.IGNORECASE)
FIGURE = re.compile(
    r"(?<![\w/.,-])(?P<value>\d{1,4})(?:\s*/\s*\d{1,4})?\s+(?P<what>[^\d,;.()\n]{3,80}?)(?=\s*(?:[,;.()\n]|và\s+\d|$))"
)
SUM = re.compile(
    r"(?P<total>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s+(?P<unit>(?:triệu|tỷ|nghìn)?\s*đồng|[^\W\d]+)"
    r"(?:\s+[“\"]?[^\W\d]+[”\"]?){0,10}?\s*,?\s*"
    r"(?:(?:bao gồm|gồm)\s*:?|(?<=đồng, )trong đó:)\s+"
    r"(?P<parts>(?:[^.\n]|\.(?=\d)){5,400})"
)
#: `17 chi hội (10 chi hội khu dân cư, 07 chi hội đặc thù)`
BRACKET = re.compile(
    rf"(?<![\w/.,–-])(?P<total>\d{{1,3}}(?:\.\d{{3}})+|\d+)\s+(?P<unit>{alternatives(load('quantities')['nouns'])})(?!\w)"
    r"(?:\s+[^\W\d]+){0,6}\s*\((?:(?:bao )?gồm:?\s+|trong đó:?\s+)?"
    r"(?P<parts>\d[\d.]*\s+[^\W\d][^()\d]*(?:(?:[,;]\s*(?:và\s+)?|\s+và\s+)\d[\d.]*\s+[^\W\d][^()\d]*)+)\)"
)
PART = re.compile(r"(?P<value>\d[\d.]*)\s+(?P<what>[^\d]+)")
CLOSE = 0.5  # parts that miss the total by more of it are told of something else
TOTAL = re.compile(r"^(?:tổng\s*(?:cộng|số|kinh phí)?|cộng)\s*:?$", re.IGNORECASE)
NOUN = re.compile(rf"{alternatives([*load('quantities')['nouns'], *load('quantities')['measures']])}(?!\w)")
#: The points at the end of a criterion: `(25 điểm)`, `: tối đa 15 điểm.`
SCORE = re.compile(r"(?:\(|:\s*)(?:tối đa\s+)?(?P<points>\d+(?:,\d+)?)\s+điểm\)?\s*[.;:]?\s*$", re.IGNORECASE)
EXTRA = re.compile(r"điểm (?:cộng|thưởng|trừ)|cộng (?:thêm )?điểm", re.IGNORECASE)
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
    for match in matches(SUM, plan.text, "gồm", "trong đó:"):
        unit = re.escape(match["unit"].strip())
        parts = [number(m[1]) for m in re.finditer(rf"(?<![\w/.,])(\d[\d.]*(?:,\d+)?)\s+{unit}(?!\w)", match["parts"])]
        figures = re.findall(r"(?<![\w/.,])(?<!năm )(?:\d[\d.,]*\d|\d(?![\d.,]*\d))", match["parts"])
        if len(parts) > 1 and len(parts) == len(figures) and abs(sum(parts) - number(match["total"])) > 1e-6:
            whole = f"{sum(parts):,.10g}".translate(str.maketrans(",.", ".,"))
            message = f"Các phần cộng lại là {whole}, tổng ghi {match['total']} {match['unit'].strip()}. Hãy cộng lại."
            yield at(plan, match.start(), match.end(), message)


def find_wrong_brackets(plan: Plan) -> Iterator[Hit]:
    """``20 cờ (15 cờ cho xã, phường; 06 cờ cho sở, ngành)``: the parts in brackets, all of one kind, do not give 20."""
    for match in matches(BRACKET, plan.text, "("):
        total, parts = number(match["total"]), list(PART.finditer(match["parts"]))
        named = [_noun_of(part["what"]) for part in parts]
        if set(named) not in ({match["unit"]}, {None}):
            continue
        added = sum(number(part["value"].rstrip(".")) for part in parts)
        if added != total and abs(added - total) <= CLOSE * total:
            message = (
                f"Các phần trong ngoặc cộng lại là {added:g}, tổng ghi {match['total']} {match['unit']}. Hãy cộng lại."
            )
            yield at(plan, match.start(), match.end(), message)


def _noun_of(what: str) -> str | None:
    """The noun that a part begins with, if it is one that plans count."""
    match = NOUN.match(what)
    return match[0] if match else None


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
        "KH311",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_brackets,
        "Các phần trong ngoặc cộng lại không bằng tổng",
        "Người đọc sẽ không biết con số nào đúng. Hãy cộng lại.",
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
