"""The coverage matrix as a workbook: points down, plans across, and the places without a plan."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from kehoach.comparison.model import State
from kehoach.reports.coverage import CoverageReport, CoverageTable
from kehoach.reports.package import timeless
from kehoach.reports.sheets import Sheet, add_sheet
from kehoach.reports.vietnamese import clean

FILLS: dict[State, str] = {"carried": "D9EAD3", "weaker": "FFF2CC", "dropped": "F4CCCC", "not_applicable": "EEEEEE"}


def workbook(report: CoverageReport) -> bytes:
    """The bytes of an ``.xlsx`` file: a sheet for each parent; text of documents never becomes a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    first = report.tables[0].parent
    book.properties.title, book.properties.creator = clean(first.title or first.name)[:255], "Kehoach"
    for number, table in enumerate(report.tables, 1):
        _add_table(book, table, "Độ phủ" if len(report.tables) == 1 else f"Độ phủ {number}", dict(report.legend))
    if report.unmatched:
        add_sheet(book, Sheet("Không dẫn cấp trên", [("Kế hoạch", 70.0)], [[name] for name in report.unmatched]))
    if report.missing:
        add_sheet(book, Sheet("Chưa có kế hoạch", [("Địa phương", 50.0)], [[place] for place in report.missing]))
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _add_table(book: Workbook, table: CoverageTable, title: str, told: dict[State, str]) -> None:
    """A sheet with the points of one parent, and below them each plan's share and whether it cites the parent."""
    columns = [("Mục", 9.0), ("Điểm của cấp trên", 70.0), ("Tỷ lệ (%)", 10.0), *((c.name, 18.0) for c in table.columns)]
    rows = [
        [line.label, line.text, int(line.share) if line.share else None, *(told[s] for s in line.states)]
        for line in table.lines
    ]
    shares = ["", "Tỷ lệ điểm áp dụng được mang theo (%)", None, *(int(c.share) for c in table.columns)]
    cites = ["", "Có dẫn kế hoạch cấp trên", None, *("có" if c.cites_parent else "không" for c in table.columns)]
    parent = ["", f"Kế hoạch cấp trên: {clean(table.parent.title or table.parent.name)}"]
    add_sheet(book, Sheet(title, columns, [*rows, shares, cites, parent]))
    page = book[title]
    for number, line in enumerate(table.lines, 2):
        for column, state in enumerate(line.states, 4):
            page[f"{get_column_letter(column)}{number}"].fill = PatternFill("solid", fgColor=FILLS[state])
    page.freeze_panes = "D2"
