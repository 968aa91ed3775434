"""Parts that do not give their total: in a sentence, in brackets, in the lines below, down and across a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.facts.quantities import number
from kehoach.findings.arithmetic import SOURCE
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Block, Plan, Table

_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NOUN = alternatives(load("quantities")["nouns"])
SUM = re.compile(
    rf"(?<![\w/.,-])(?P<total>{_N})\s+(?P<unit>(?:triệu|tỷ|nghìn)?\s*đồng|[^\W\d]+)"
    r"(?:\s+[“\"]?[^\W\d]+[”\"]?){0,10}?\s*,?\s*"
    r"(?:(?:bao gồm|gồm)\s*:?|(?<=đồng, )trong đó:)\s+"
    r"(?P<parts>(?:[^.\n]|\.(?=\d)){5,400})"
)
#: `386 cơ sở, trong đó Công an quản lý 142 cơ sở, UBND phường quản lý 254 cơ sở`
AMONG = re.compile(
    rf"(?<![\w/.,-])(?P<total>{_N})\s+(?P<unit>{_NOUN})(?!\w)(?:\s+[^\W\d]+){{0,8}}?\s*,\s*trong đó:?\s+"
    r"(?P<parts>(?:[^.;\n]|\.(?=\d)){5,300})"
)
#: `17 chi hội (10 chi hội khu dân cư, 07 chi hội đặc thù)`
BRACKET = re.compile(
    rf"(?<![\w/.,–-])(?P<total>\d{{1,3}}(?:\.\d{{3}})+|\d+)\s+(?P<unit>{_NOUN})(?!\w)"
    r"(?:\s+[^\W\d]+){0,6}\s*\((?:(?:bao )?gồm:?\s+|trong đó:?\s+)?"
    r"(?P<parts>\d[\d.]*\s+[^\W\d][^()\d]*(?:(?:[,;]\s*(?:và\s+)?|\s+và\s+)\d[\d.]*\s+[^\W\d][^()\d]*)+)\)"
)
PART = re.compile(r"(?P<value>\d[\d.]*)\s+(?P<what>[^\d]+)")
NOUN = re.compile(rf"{alternatives([*load('quantities')['nouns'], *load('quantities')['measures']])}(?!\w)")
CLOSE = 0.5  # parts that miss the total by more of it are told of something else
CLOSER = 0.05  # parts of those that are only among the whole are all of it where they miss it by no more
#: What is told of the whole behind its parts: `…; riêng năm đầu là 300 lượt`
APART = re.compile(r"[;,]\s+(?=riêng\s)", re.IGNORECASE)
#: A part without a figure of its own: `phần còn lại vận động xã hội hóa`
REMAINDER = re.compile(r"còn lại", re.IGNORECASE)
#: A lead-in over the parts: `Tổng kinh phí là 12.850 triệu đồng (…), gồm:`
LEAD_IN = re.compile(
    rf"(?<![\w/.,-])(?P<total>{_N})\s+(?P<unit>(?:triệu|tỷ|nghìn)?\s*đồng|{_NOUN})(?!\w)(?P<rest>[^\d:]*)"
    r"(?<!\w)(?:bao gồm|gồm|trong đó|cụ thể|chia ra)(?:\s+(?:như sau|sau đây))?\s*:\s*$"
)
LAST_FIGURE = re.compile(rf"(?<![\w/.,-])(?P<value>{_N})\s+(?P<unit>[^\d;.,()]+?)\s*(?:\([^()\d]*\))?\s*[;.,]?$")
TOTAL = re.compile(r"^(?:tổng\s*(?:cộng|số|kinh phí)?|cộng)\s*:?$", re.IGNORECASE)
PLAIN = re.compile(r"^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$")
EMPTY = re.compile(r"[-–\s]*$")
#: The column that sums up those beside it
ACROSS = re.compile(
    r"(?:tổng(?: cộng| số)?(?: [^\W\d]+)?|cộng|cả (?:năm|giai đoạn))(?:\s*\([^()]*\))?\s*$", re.IGNORECASE
)
#: What nobody adds up
SHARE = re.compile(r"%|(?<!\w)(?:t[ỷỉ] lệ|bình quân|chỉ số|mức)(?!\w)", re.IGNORECASE)
MOSTLY = 0.6  # of the rows whose parts give the total tell that the column sums them up


def find_wrong_sums(plan: Plan) -> Iterator[Hit]:
    """``500 triệu đồng, gồm: 300 triệu đồng …, 150 triệu đồng …``: the parts do not give the total."""
    for pattern, sign in ((SUM, "gồm"), (SUM, "trong đó:"), (AMONG, "trong đó")):
        for match in matches(pattern, plan.text, sign):
            unit, total, told = match["unit"].strip(), number(match["total"]), APART.split(match["parts"])[0]
            part = rf"(?<![\w/.,])(\d[\d.]*(?:,\d+)?)\s+{re.escape(unit)}(?!\w)"
            parts = [number(m[1]) for m in re.finditer(part, told)]
            figures = re.findall(r"(?<![\w/.,])(?<!năm )(?:\d[\d.,]*\d|\d(?![\d.,]*\d))", told)
            if len(parts) < 2 or len(parts) != len(figures) or not _differ(total, sum(parts)):
                continue
            if REMAINDER.search(told) and sum(parts) < total:
                continue
            if pattern is SUM or abs(total - sum(parts)) <= CLOSER * total:
                yield at(plan, match.start(), match.end(), _not_the_sum(sum(parts), f"{match['total']} {unit}"))
    yield from _wrong_lines(plan)


def _wrong_lines(plan: Plan) -> Iterator[Hit]:
    """A lead-in with the total over lines that each end with a part of the same unit."""
    below: dict[str | None, list[Block]] = {}
    for block in plan.blocks:
        below.setdefault(block.parent, []).append(block)
    for block in plan.blocks:
        whole = LEAD_IN.search(block.text)
        lines = [LAST_FIGURE.search(child.text) for child in below.get(block.id, [])] if whole else []
        parts = [number(m["value"]) for m in lines if m and whole and m["unit"].strip() == whole["unit"].strip()]
        if whole is None or len(parts) < 2 or len(parts) != len(lines):
            continue
        unit = re.escape(whole["unit"].strip())
        told = list(re.finditer(rf"(?<![\w/.,-])({_N})\s+{unit}(?!\w)", block.text))
        if any(not _differ(number(m[1]), sum(parts)) for m in told):
            continue
        total = max(told, key=lambda m: number(m[1]))
        start = plan.text.find(total[0], block.span[0] + total.start(), block.span[1])
        if start >= 0:
            yield at(plan, start, start + len(total[0]), _not_the_sum(sum(parts), total[0]))


def _differ(total: float, added: float) -> bool:
    return abs(total - added) > 1e-6 * max(1.0, total)


def _not_the_sum(added: float, told: str) -> str:
    return f"Các phần cộng lại là {_shown(added)}, tổng ghi {told}. Hãy cộng lại."


def _shown(value: float) -> str:
    return f"{value:,.10g}".translate(str.maketrans(",.", ".,"))


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


def find_wrong_totals(plan: Plan) -> Iterator[Hit]:
    """A row ``Tổng cộng`` that is not the sum of the rows 1, 2, 3 … above or below it, none of which sums up others."""
    for table in plan.tables:
        counted = [i for i, row in enumerate(table.rows) if row and row[0].strip().rstrip(".").isdigit()]
        numbers = [int(table.rows[i][0].strip().rstrip(".")) for i in counted]
        totals = [i for i, row in enumerate(table.rows) if any(TOTAL.match(c.strip()) for c in row[:2])]
        if len(counted) < 2 or numbers != list(range(1, len(counted) + 1)) or len(totals) != 1:
            continue
        between = [i for i in range(counted[0], counted[-1]) if i not in counted]
        if totals[0] in (counted[0] - 1, counted[-1] + 1) and not any(_has_figures(table.rows[i]) for i in between):
            yield from _wrong_columns(plan, table, totals[0], counted)


def _has_figures(row: list[str]) -> bool:
    """Is the row more than the title of a group (``A | Tập thể``)?"""
    return any(PLAIN.match(cell.strip()) for cell in row[1:])


def _wrong_columns(plan: Plan, table: Table, total_row: int, rows: list[int]) -> Iterator[Hit]:
    """The columns whose figures, all of them plain, do not give the total."""
    for column, cell in enumerate(table.rows[total_row]):
        values = [table.rows[i][column].strip() if column < len(table.rows[i]) else "" for i in rows]
        if not PLAIN.match(cell.strip()) or not all(PLAIN.match(v) for v in values):
            continue
        added = sum(map(number, values))
        if _differ(number(cell.strip()), added):
            message = f"Tổng của cột là {_shown(added)}, bảng ghi {cell.strip()}. Hãy cộng lại."
            yield at(plan, *table.spans[total_row][column], message)


def find_wrong_rows(plan: Plan) -> Iterator[Hit]:
    """``Đợt 1 | Đợt 2 | Cả năm``: a row whose parts do not give what its last column says, though most rows do."""
    for table in plan.tables:
        titles = _titles(table)
        spans = table.spans[-len(table.rows) :]
        for column, title in enumerate(titles):
            if not ACROSS.match(title):
                continue
            first = column
            while first and _is_of_figures(table, titles, first - 1):
                first -= 1
            sums = [
                (i, number(row[column].strip()), sum(number(c.strip()) for c in row[first:column] if c.strip(" -–")))
                for i, row in enumerate(table.rows)
                if len(row) > column and PLAIN.match(row[column].strip())
            ]
            wrong = [
                (i, total, added)
                for i, total, added in sums
                if _differ(total, added) and not any(map(SHARE.search, table.rows[i][:first]))
            ]
            if column - first < 2 or len(sums) < 3 or len(wrong) > (1 - MOSTLY) * len(sums):
                continue
            for i, total, added in wrong:
                if abs(total - added) > CLOSE * added:
                    continue  # a level that is reached, no sum
                message = f"Các cột của dòng này cộng lại là {_shown(added)}, bảng ghi {_shown(total)}. Hãy cộng lại."
                yield at(plan, spans[i][first][0], spans[i][column][1], message)


def _titles(table: Table) -> list[str]:
    """The words over each column; of a table without a known head those of its first rows, the lower ones first."""
    if table.header or not table.rows:
        return [cell.strip() for cell in table.header]
    upper = [cell.strip() for cell in table.rows[0]]
    lower = [cell.strip() for cell in table.rows[1]] if len(table.rows) > 1 else []
    if len(lower) == len(upper) and not lower[0] and not any(map(PLAIN.match, lower)):
        return [low or top for low, top in zip(lower, upper, strict=True)]
    return upper


def _is_of_figures(table: Table, titles: list[str], column: int) -> bool:
    """Are all cells of a column plain figures, but for the title and blanks, and are these no numbers of the rows?"""
    cells = [row[column].strip() for row in table.rows if len(row) > column]
    told = [cell for cell in cells if PLAIN.match(cell)]
    heads = {*titles[column : column + 1], *(cells[:1] if not table.header else ())}
    others = [cell for cell in cells if not PLAIN.match(cell) and not EMPTY.match(cell) and cell not in heads]
    counts = [cell for cell in told if cell.isdigit()]
    numbers = bool(counts) and counts == [str(n) for n in range(1, len(counts) + 1)]
    return len(told) > 1 and not others and not numbers


RULES = (
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
        "KH307",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_totals,
        "Dòng tổng cộng của bảng sai",
        "Hãy cộng lại cột và sửa dòng tổng hoặc dòng sai.",
    ),
    Rule(
        "KH313",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_rows,
        "Cột tổng của một dòng trong bảng sai",
        "Các dòng khác cộng đúng, chỉ dòng này sai. Hãy cộng lại và sửa cột tổng hoặc cột thành phần.",
    ),
)
