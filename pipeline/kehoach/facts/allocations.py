"""Tables that share figures out to units or years (``Khu phố | Hộ thoát nghèo | Tỷ lệ BHYT (%)``) → targets."""

from __future__ import annotations

import re

from kehoach.facts.table_heads import line, names_columns
from kehoach.facts.table_targets import figure_in, target_of, year_in
from kehoach.outline.document import PlacedTable
from kehoach.plan import Target

#: The column of those who are given a figure
UNITS = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:địa phương|đơn vị(?! tính)|xã|phường|đặc khu|thôn|khu phố|khóm|bản|ấp|buôn|tổ dân phố|"
    r"khu dân cư|huyện|quận|thị xã|cơ quan|trường|lớp|chi bộ|phòng)(?!\w)|năm$",
    re.IGNORECASE,
)
#: What there is, beside what is to be reached
EXISTING = re.compile(
    r"^(?:tổng\s+)?(?:số\s+(?:hộ|dân|nhân khẩu|khẩu|người|thôn|lao động|học sinh|lớp)|dân số)(?:\s*\(.*\))?$|"
    r"diện tích tự nhiên|hiện (?:có|trạng|nay)|đầu (?:năm|kỳ)(?!\s+\d)|"
    r"(?:cuối|năm|đầu|hết)\s+(?:năm\s+)?(?P<year>20\d\d)",
    re.IGNORECASE,
)
IN_BRACKET = re.compile(r"\((?P<unit>%|[^()\d]{1,20})\)")
UNIT_ABOVE = re.compile(r"(?:đơn vị tính|đvt)\s*:\s*(?P<unit>%|[^()\d:;,.]{1,20})", re.IGNORECASE)
#: The column of the years to which the other columns give figures
YEARLY = re.compile(r"Năm", re.IGNORECASE)
TOTAL = re.compile(r"(?:tổng|cộng|cả giai đoạn)(?!\w)", re.IGNORECASE)
YEAR = re.compile(r"20\d{2}")
#: What says above a table that it tells of targets
ALLOCATES = re.compile(r"chỉ tiêu|mục tiêu|phân bổ|phân giao|giao kế hoạch|kế hoạch giao", re.IGNORECASE)
MOSTLY = 0.6  # of the cells of a column of figures hold one


def allocated_targets(table: PlacedTable, since: str | None, due: str | None) -> list[Target]:
    """A target for each figure of a unit or a year; empty for a table of another kind.

    ``since`` is the year in which the plan begins, ``due`` the end of its period.
    """
    head = next((at for at, row in enumerate(table.rows[:3]) if _column_of_units(row) is not None), None)
    column = _column_of_units(table.rows[head]) if head is not None else None
    if head is None or column is None:
        return []
    units = {at: line(table.rows[at][column]).strip() for at in range(head + 1, len(table.rows))}
    if YEARLY.fullmatch(line(table.rows[head][column]).strip()):
        units = {at: _year_of(unit, table.rows[at], since) for at, unit in units.items()}
    titles = [line(cell).strip() for cell in table.rows[head]]
    found: dict[tuple[int, int], Target] = {}
    for i, title in enumerate(titles):
        if i == column or not title or names_columns([title]) or _exists(title, since):
            continue
        told = [at for at, unit in units.items() if unit and table.rows[at][i].strip(" -–")]
        cells = {at: figure_in(table.rows[at][i]) for at in told}
        figures = {at: figure for at, figure in cells.items() if figure is not None}
        if len(figures) < 2 or len(figures) < MOSTLY * len(cells):
            continue
        year = year_in(title)
        for at, figure in figures.items():
            quote = table.rows[at][i].strip()
            indicator = f"{IN_BRACKET.sub('', title).strip()} - {units[at]}"
            when = year or (units[at] if YEAR.fullmatch(units[at]) else due)
            target = target_of(quote, figure, table.spans[at][i], indicator, when)
            found[at, i] = target.model_copy(update={"unit": target.unit or _unit_of(table, title)})
    return [found[place] for place in sorted(found)]


def _year_of(year: str, row: list[str], since: str | None) -> str:
    """The year of a row, from the year ``since``, or what it says of all years (``Tổng cộng``); else nothing."""
    if YEAR.fullmatch(year):
        return year if since is None or year >= since else ""
    return next((line(cell).strip() for cell in row if TOTAL.match(cell.strip())), "")


def _unit_of(table: PlacedTable, title: str) -> str | None:
    """What a column counts: in brackets in its title, or for the whole table above it (``(Đơn vị tính: hộ)``)."""
    told = IN_BRACKET.search(title) or UNIT_ABOVE.search(table.caption or "")
    return told["unit"].strip() if told else None


def _column_of_units(row: list[str]) -> int | None:
    cells = [line(cell).strip() for cell in row]
    if any(figure_in(cell) and not YEAR.fullmatch(cell) for cell in cells):
        return None  # no head
    return next((i for i, cell in enumerate(cells) if len(cell) < 60 and UNITS.match(cell)), None)


def _exists(title: str, since: str | None) -> bool:
    told = EXISTING.search(title)
    return told is not None and (told["year"] is None or (since is not None and told["year"] < since))
