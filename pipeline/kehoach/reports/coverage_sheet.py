"""The coverage matrix as a workbook: points down, plans across, and the places without a plan."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from kehoach.reports.coverage import CoverageTable
from kehoach.reports.package import timeless
from kehoach.reports.sheets import Sheet, add_sheet
from kehoach.reports.vietnamese import clean

FILLS = {"carried": "D9EAD3", "weaker": "FFF2CC", "dropped": "F4CCCC", "not_applicable": "EEEEEE"}


def workbook(table: CoverageTable) -> bytes:
    """The bytes of an ``.xlsx`` file; text of documents never becomes a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = clean(table.parent.title or table.parent.name)[:255], "Kehoach"
    told = dict(table.legend)
    columns = [("Mục", 9.0), ("Điểm của cấp trên", 70.0), ("Tỷ lệ (%)", 10.0), *((c.name, 18.0) for c in table.columns)]
    rows = [
        [line.label, line.text, int(line.share) if line.share else None, *(told[s] for s in line.states)]
        for line in table.lines
    ]
    shares = ["", "Tỷ lệ điểm áp dụng được mang theo (%)", None, *(int(c.share) for c in table.columns)]
    cites = ["", "Có dẫn kế hoạch cấp trên", None, *("có" if c.cites_parent else "không" for c in table.columns)]
    add_sheet(book, Sheet("Độ phủ", columns, [*rows, shares, cites]))
    page = book["Độ phủ"]
    for number, line in enumerate(table.lines, 2):
        for column, state in enumerate(line.states, 4):
            page[f"{get_column_letter(column)}{number}"].fill = PatternFill("solid", fgColor=FILLS[state])
    page.freeze_panes = "D2"
    if table.missing:
        add_sheet(book, Sheet("Chưa có kế hoạch", [("Địa phương", 50.0)], [[place] for place in table.missing]))
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())
