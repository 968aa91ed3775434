"""Figures in the cells of tables: in columns of values, in the words of an indicator, a task or its product."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.facts.dates import parse_date
from kehoach.facts.leads import STARTS_DUTY
from kehoach.facts.quantities import Quantity, find_quantities, number
from kehoach.facts.reading import in_bracket
from kehoach.facts.table_heads import line
from kehoach.facts.table_rows import Row
from kehoach.facts.target_quotes import indicator_of, quote_span
from kehoach.facts.times import TimeExpression, find_times
from kehoach.plan import Comparator, Span, Target

_YEAR = re.compile(r"20\d{2}(?!.*20\d{2})")
VALUE_CELL = re.compile(
    r"^\s*(?P<sign>[≥≤<>]=?|trên|dưới|từ|ít nhất|tối thiểu|không quá|"
    r"đạt)?\s*(?P<value>\d[\d.,]*)\s*%?\s*(?:[-–]\s*(?P<to>\d[\d.,]*)\s*%?|/\s*(?P<of>\d[\d.,]*))?\s*"
    r"(?P<up>trở lên)?\s*$",
    re.IGNORECASE,
)
#: What may stand around a figure with its unit: `Đạt 4/5 trường trở lên`
AROUND = re.compile(r"\s*(?:đạt|phấn đấu(?: đạt)?|có)?\s*|(?:\s+[^\W\d]+){0,2}\s*(?:trở (?:lên|xuống))?\s*\.?\s*", re.I)
SIGNS: dict[str, Comparator] = {
    "≥": ">=",
    ">=": ">=",
    "ít nhất": ">=",
    "tối thiểu": ">=",
    "từ": ">=",
    "≤": "<=",
    "<=": "<=",
    "không quá": "<=",
    ">": ">",
    "trên": ">",
    "<": "<",
    "dưới": "<",
    "đạt": "=",
}

#: From one product to the next: `11 lớp, 450 lượt`
PARTS = re.compile(r"(?:,\s+|;\s*)(?=[≥≤<>]?\s*\d)|;\s|\n")
#: What may stand before the figure of a product
OPENS = re.compile(r"(?:t[ỷỉ] lệ\s+)?", re.IGNORECASE)
#: What a product counts and no aim does (GUIDELINES, targets)
DOCUMENTS = re.compile(
    r"(?:kế hoạch|báo cáo|văn bản|quyết định|công văn|tờ trình|nghị quyết|đề án|hồ sơ|bộ|danh sách|thông báo|biên bản|"
    r"hướng dẫn|chỉ thị|phương án|chương trình|tài liệu|quy chế|dự thảo)(?!\w)"
)
#: Before what there is, or which one: `của 34 xã`, `đợt 2`
NOT_DONE = re.compile(
    r"\b(?:của|tại|trong|theo|do|các|những|thuộc|với|từ|số|đợt|lần|thứ|giai đoạn|khóa|cấp|loại|hạng|mức độ|lớp|khối|tổ|"
    r"năm|điều|khoản|điểm|vùng|tháng|quý)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell of values says."""

    comparator: Comparator
    value: float
    value_to: float | None
    of: float | None
    unit: str | None


def figure_in(cell: str) -> Figure | None:
    """The figure that a cell holds, with its unit if it names one; None where it holds other words or a date."""
    text = line(cell).strip()
    match = VALUE_CELL.match(text)
    if match:
        sign: Comparator = SIGNS.get((match["sign"] or "").strip().casefold(), ">=" if match["up"] else "=")
        value, to, of = (number(match[k]) if match[k] else None for k in ("value", "to", "of"))
        if value is None or (of is not None and (of < value or _YEAR.fullmatch(match["of"]))):
            return None
        return Figure("range" if to is not None else sign, value, to, of, "%" if "%" in match[0] else None)
    told = find_quantities(text)
    if len(told) != 1 or not all(AROUND.fullmatch(rest) for rest in (text[: told[0].span[0]], text[told[0].span[1] :])):
        return None
    return Figure(told[0].comparator, told[0].value, told[0].value_to, told[0].of, told[0].unit)


def targets_of_values(
    text: str, row: Row, values: dict[int, str], since: str | None, period_end: str | None
) -> list[Target]:
    """Figures in columns of values, one a year or a quarter; ``values`` maps the columns to their headers."""
    about = row.place["indicator"]
    unit = _small((row.text("unit") or "").strip()) or None
    found = []
    for i, header in values.items():
        figure = figure_in(row.cells[i]) if about not in row.left or i not in row.left else None
        if figure is None:
            continue
        span = (min(row.spans[about][0], row.spans[i][0]), max(row.spans[about][1], row.spans[i][1]))
        found.append(
            Target(
                quote=text[span[0] : span[1]],
                indicator=line(row.cells[about]).strip(),
                comparator=figure.comparator,
                value=figure.value,
                value_to=figure.value_to,
                of=figure.of,
                unit=figure.unit or unit,
                due=part_of_year_in(header, since, period_end) or year_in(header) or period_end,
                span=span,
            )
        )
    return found


def _small(unit: str) -> str:
    """``Mô hình`` → ``mô hình``, as in a sentence; ``TTHC`` and ``Mbps`` as they are."""
    return unit[:1].lower() + unit[1:] if unit[1:] and unit[1:].islower() and unit != "Mbps" else unit


def year_in(head: str) -> str | None:
    """The last year that the head of a column tells."""
    year = _YEAR.search(head)
    return year[0] if year else None


_PART_OF_YEAR = re.compile(
    r"(?<!\w)(?P<point>quý\s+(?:IV|I{1,3}|[1-4])(?:\s*(?:/|năm)\s*20\d{2})?|(?:0?6|sáu) tháng (?:đầu|cuối) năm|"
    r"tháng\s+(?:\d{1,2}\s*[-–]\s*)?(?P<month>\d{1,2}))$",
    re.IGNORECASE,
)


def part_of_year_in(title: str, since: str | None, due: str | None) -> str | None:
    """When a column ``Quý II``, ``Tháng 6 - 8``, ``6 tháng đầu năm`` is due: of a title without a year in a plan of the
    one year ``since``, which is ``due`` at its end.
    """
    part = _PART_OF_YEAR.search(title.strip())
    when = parse_date(f"tháng {part['month']}" if part["month"] else part["point"]) if part else None
    if when is None or not when.startswith("--"):
        return when
    return f"{since}{when[1:]}" if since and (due or "")[:4] == since else None


def targets_of_words(row: Row, times: list[TimeExpression], period_end: str | None) -> list[Target]:
    """Figures within the indicator's own words, due when these tell, else with the row."""
    if not row.own("indicator"):
        return []
    text, at = row.text("indicator") or "", row.span("indicator")[0]
    due = _due(text, times, period_end)
    return [target_of(text, q, (at, at + len(text)), text, due) for q in _counted(text)]


def targets_of_task(row: Row, times: list[TimeExpression], period_end: str | None) -> list[Target]:
    """Figures of what is done (``Hỗ trợ 2.800 nhà tiêu``), each with its clause."""
    if not row.own("task"):
        return []
    text, at = row.text("task") or "", row.span("task")[0]
    figures = [q for q in _counted(text) if _is_done(text, q)]
    due = _due(text, times, period_end)
    found = []
    for q in figures:
        start, end = quote_span(text, q, figures)
        indicator = indicator_of(text[start:end], (q.span[0] - start, q.figure[1] - start))
        found.append(target_of(text[start:end], q, (at + start, at + end), indicator, due))
    return found


def targets_of_product(row: Row, times: list[TimeExpression], period_end: str | None) -> list[Target]:
    """How many of what comes of a task (``11 lớp, 450 lượt người``, ``≥ 98%``), but for documents."""
    if not row.own("product"):
        return []
    text, at = row.text("product") or "", row.span("product")[0]
    due = _due("", times, period_end)
    found, start = [], 0
    for end in [*(cut.start() for cut in PARTS.finditer(text)), len(text)]:
        part = text[start:end].strip(" .;,-+")
        begin = text.find(part, start)
        figure = figure_in(part) or next((q for q in _counted(part) if OPENS.fullmatch(part[: q.span[0]])), None)
        if figure and part and figure.unit and not DOCUMENTS.match(figure.unit) and _is_counted(figure.unit):
            found.append(target_of(part, figure, (at + begin, at + begin + len(part)), row.text("task") or part, due))
        start = end
    return found


def _due(text: str, times: list[TimeExpression], period_end: str | None) -> str | None:
    """What the words themselves tell, else the row, else the end of the plan."""
    told = [t.end for t in find_times(text) if t.end] or [t.end for t in times if t.end and t.kind != "recurring"]
    return told[-1] if told else period_end


def _counted(text: str) -> list[Quantity]:
    return [q for q in find_quantities(text) if _is_counted(q.unit)]


def _is_counted(unit: str | None) -> bool:
    return unit not in ("tuổi", "ngày", "giờ", "phút")


def _is_done(text: str, quantity: Quantity) -> bool:
    """Is the figure that of a duty, not of what there is (``của 34 cán bộ``)?"""
    before = text[: quantity.span[0]]
    clause = re.split(r"[.;]\s|,\s(?=\D*$)", before)[-1].lstrip()
    acts = STARTS_DUTY.match(clause) or STARTS_DUTY.match(text) or quantity.unit == "%"
    return bool(acts) and NOT_DONE.search(before) is None and not in_bracket(text, quantity.figure[0])


def target_of(quote: str, figure: Figure | Quantity, span: Span, indicator: str, due: str | None) -> Target:
    """A target of a figure; ``span`` is the place of ``quote``."""
    return Target(
        quote=quote,
        indicator=indicator,
        comparator=figure.comparator,
        value=figure.value,
        value_to=figure.value_to,
        of=figure.of,
        unit=figure.unit,
        due=due,
        span=span,
    )
