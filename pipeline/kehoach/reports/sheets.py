"""``Plan`` → a workbook: the duty matrix, targets, timeline, awards, criteria, legal bases and tables, one sheet each.

Documents are hostile: a cell never becomes a formula, whatever it begins with, and holds no control characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from textwrap import wrap
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.plan import Plan, Span
from kehoach.reports.package import timeless
from kehoach.reports.summary import chronological
from kehoach.reports.timing import Timing
from kehoach.reports.vietnamese import UNKNOWN, clean, when

Value: TypeAlias = str | float | date | None
Where: TypeAlias = Callable[[str | None, Span], str]

FONT = "Times New Roman"
LONGEST = 32_767  # characters that a cell of Excel holds
KINDS = {"deadline": "hạn chót", "event": "sự kiện", "period": "khoảng thời gian", "recurring": "định kỳ"}
COMPARATORS = {"=": "bằng", ">=": "từ … trở lên", ">": "trên", "<=": "không quá", "<": "dưới", "range": "khoảng"}

_NUMBER = re.compile(r"(0|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d{0,14})(,\d{1,2})?")
_LINE = Side(style="thin", color="C5CCD4")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", fgColor="DCE6F1")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns (title and width in characters) and its rows."""

    title: str
    columns: Sequence[tuple[str, float]]
    rows: list[Sequence[Value]]


def workbook(plan: Plan) -> bytes:
    """The lists of ``plan`` as the bytes of an ``.xlsx`` file; ``Bảng biểu`` is there if the plan has tables."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = clean(plan.header.title or "")[:255], "Kehoach"
    where = _places(plan)
    for sheet in (_duties, _targets, _timeline, _awards, _criteria, _bases):
        add_sheet(book, sheet(plan, where))
    if plan.tables:
        _add_tables(book, plan)
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _places(plan: Plan) -> Where:
    """Where something stands: the labels that lead to it (``V › 1 › a``), else the number of the table or the page."""
    paths: dict[str, str] = {}
    for block in plan.blocks:
        label = clean(block.label or "").rstrip(".):")
        bullet = not any(c.isalnum() for c in label)  # a dash leads nowhere
        paths[block.id] = " › ".join(filter(None, [paths.get(block.parent or ""), "" if bullet else label]))
    cells = [(i, span) for i, table in enumerate(plan.tables, 1) for row in table.spans for span in row]

    def where(block: str | None, span: Span) -> str:
        if paths.get(block or ""):
            return paths[block or ""]
        for i, (start, end) in cells:
            if start <= span[0] < end:
                return f"Bảng {i}"
        page = sum(start <= span[0] for start in plan.source.page_starts or ())
        return f"trang {page}" if page else ""

    return where


def _duties(plan: Plan, where: Where) -> Sheet:
    columns = [
        ("Cơ quan chủ trì", 32),
        ("Phối hợp", 26),
        ("Nhiệm vụ", 78),
        ("Sản phẩm", 22),
        ("Thời hạn", 20),
        ("Vị trí", 13),
    ]
    rows: list[Sequence[Value]] = []
    timing = Timing(plan)
    for a in plan.assignments:
        bodies = ("; ".join(a.lead), "; ".join(a.partners))
        for task in a.tasks:
            due = _date(task.due) or timing.deadline(task).text
            rows.append((*bodies, task.quote, task.product, due, where(a.block, task.span)))
        if not a.tasks:
            rows.append((*bodies, a.quote, None, None, where(a.block, a.span)))
    return Sheet("Nhiệm vụ", columns, rows)


def _targets(plan: Plan, where: Where) -> Sheet:
    columns = [
        ("Chỉ tiêu", 50),
        ("So sánh", 14),
        ("Mức", 11),
        ("Đến mức", 11),
        ("Trên tổng số", 13),
        ("Đơn vị", 16),
        ("Thời hạn", 14),
        ("Nguyên văn", 50),
        ("Vị trí", 13),
    ]
    return Sheet(
        "Chỉ tiêu",
        columns,
        [
            (
                t.indicator,
                COMPARATORS[t.comparator] if t.value is not None else None,
                t.value,
                t.value_to,
                t.of,
                t.unit,
                _date(t.due),
                t.quote,
                where(t.block, t.span),
            )
            for t in plan.targets
        ],
    )


def _timeline(plan: Plan, where: Where) -> Sheet:
    columns = [
        ("Thời gian (nguyên văn)", 26),
        ("Từ", 15),
        ("Đến", 18),
        ("Loại", 17),
        ("Việc", 70),
        ("Cơ quan", 34),
        ("Vị trí", 13),
    ]
    timing = Timing(plan)
    return Sheet(
        "Tiến độ",
        columns,
        [
            (
                m.time,
                _date(m.start),
                _date(m.end),
                KINDS[m.kind],
                timing.event(m).quote,
                "; ".join(m.actors),
                where(m.block, m.span),
            )
            for m in chronological(plan.timeline)
        ],
    )


def _awards(plan: Plan, where: Where) -> Sheet:
    columns = [("Hình thức", 26), ("Hạng", 12), ("Thẩm quyền", 36), ("Dịp", 22), ("Nguyên văn", 64), ("Vị trí", 13)]
    return Sheet(
        "Khen thưởng",
        columns,
        [(a.form, a.award_class, a.authority, a.occasion, a.quote, where(a.block, a.span)) for a in plan.awards],
    )


def _criteria(plan: Plan, where: Where) -> Sheet:
    columns = [("Đối tượng", 44), ("Tiêu chí", 110), ("Vị trí", 13)]
    return Sheet(
        "Tiêu chí",
        columns,
        [(c.audience, item.quote, where(c.block, item.span)) for c in plan.criteria for item in c.items],
    )


def _bases(plan: Plan, where: Where) -> Sheet:
    columns = [
        ("Loại", 16),
        ("Số, ký hiệu", 22),
        ("Ngày", 14),
        ("Cơ quan ban hành", 32),
        ("Về việc", 60),
        ("Là căn cứ", 11),
        ("Nguyên văn", 50),
        ("Vị trí", 13),
    ]
    return Sheet(
        "Căn cứ",
        columns,
        [
            (
                c.type,
                c.number,
                _date(c.date),
                c.issuer,
                c.title,
                "x" if c.basis else None,
                c.quote,
                where(c.block, c.span),
            )
            for c in plan.citations
        ],
    )


def _date(value: str | None) -> Value:
    """A full date as a date, one that is cut short in words, none as None."""
    if not value:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:  # cut short, of every year, or no day of the calendar (``2023-02-30``)
        return when(value)
    return day if day.year >= 1900 else when(value)  # Excel knows no day before 1900


def add_sheet(book: Workbook, sheet: Sheet) -> None:
    """Write ``sheet``: a bold header that stays in view and filters, wrapped text, landscape pages one sheet wide."""
    page: Worksheet = book.create_sheet(sheet.title)
    _set_up(page, [width for _, width in sheet.columns])
    _write_row(page, 1, [title for title, _ in sheet.columns], header=True)
    for number, row in enumerate(sheet.rows, 2):
        _write_row(page, number, row)
    if not sheet.rows:
        page.cell(2, 1, UNKNOWN).font = Font(FONT, 11, italic=True, color="6B7480")
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(2, page.max_row)}"
    page.print_title_rows = "1:1"


def _add_tables(book: Workbook, plan: Plan) -> None:
    """All tables of the plan below each other, each under its caption; Vietnamese figures become numbers."""
    page: Worksheet = book.create_sheet("Bảng biểu")
    columns = max(len(row) for t in plan.tables for row in (t.header, *t.rows, [""]))
    _set_up(page, _widths(plan, columns))
    line = 1
    for i, table in enumerate(plan.tables, 1):
        where = f" (trang {table.page})" if table.page else ""
        caption = f"Bảng {i}{where}{': ' if table.caption else ''}{table.caption or ''}"
        _put(page, line, 1, caption).font = Font(FONT, 12, bold=True)
        line += 1
        if table.header:
            _write_row(page, line, table.header, header=True)
            line += 1
        for row in table.rows:
            _write_row(page, line, [_figure(cell) for cell in row])
            line += 1
        line += 1


def _figure(text: str) -> Value:
    """``1.234,5`` as the number it is in Vietnamese; what may be a label or a code (``01``, ``1.2``) stays text."""
    if not _NUMBER.fullmatch(text.strip()):
        return text
    return float(text.strip().replace(".", "").replace(",", "."))


def _widths(plan: Plan, columns: int) -> list[float]:
    """The width of a page shared by how long the texts of each column are: numbers of rows take less than tasks."""
    rows = [row for table in plan.tables for row in (table.header, *table.rows)]
    longest = [max((min(60, len(row[i])) for row in rows if i < len(row)), default=0) + 3 for i in range(columns)]
    return [max(7.0, 160 * each / sum(longest)) for each in longest]


def _write_row(page: Worksheet, line: int, row: Sequence[Value], *, header: bool = False) -> None:
    """Write one row; its height is set, since some programs do not fit it to wrapped text."""
    widths = (1.1 * page.column_dimensions[get_column_letter(i)].width for i in range(1, len(row) + 1))
    lines = max((len(wrap(str(v), int(width))) for v, width in zip(row, widths, strict=True)), default=1)
    page.row_dimensions[line].height = min(409, 3 + 14 * max(1, lines))
    for column, value in enumerate(row, 1):
        cell = _put(page, line, column, value)
        cell.border = _BORDER
        cell.alignment = _alignment(value, header=header)
        if header:
            cell.font, cell.fill = Font(FONT, 11, bold=True), _SHADE


def _alignment(value: Value, *, header: bool) -> Alignment:
    """Figures to the right, off the words of the next column; days in the middle; all text wrapped."""
    vertical = "center" if header else "top"
    if isinstance(value, date):
        return Alignment(horizontal="center", vertical=vertical)
    if isinstance(value, int | float):
        return Alignment(horizontal="right", indent=1, vertical=vertical)
    return Alignment(wrap_text=True, vertical=vertical)


def _put(page: Worksheet, line: int, column: int, value: Value) -> SheetCell:
    """Write a value; text is marked as text (``'`` before it in Excel): editing it makes no formula of it either."""
    cell = page.cell(line, column)
    assert isinstance(cell, SheetCell)
    cell.font = Font(FONT, 11)
    if isinstance(value, str):
        text = clean(value)
        cell.value = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        elif value is not None and value >= 10_000:  # below that a figure may be a year
            cell.number_format = "#,##0" if float(value).is_integer() else "#,##0.##"
    return cell


def _set_up(page: Worksheet, widths: Sequence[float]) -> None:
    """Widths, and A4 pages in landscape that hold all columns."""
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.6
    page.page_margins.header = page.page_margins.footer = 0.25  # else they lie on the table, or are left out
    assert page.oddFooter is not None and page.oddHeader is not None
    page.oddHeader.left.text = "&A"
    page.oddFooter.center.text = "&P/&N"
