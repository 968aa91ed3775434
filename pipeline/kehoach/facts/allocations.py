"""Tables that share figures out to units (``Khu phố | Hộ thoát nghèo | Tỷ lệ BHYT (%)``) → targets, one a figure."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.facts.table_heads import line, names_columns
from kehoach.outline.document import PlacedTable
from kehoach.plan import Target

#: The column of those who are given a figure
UNITS = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:địa phương|đơn vị(?! tính)|xã|phường|đặc khu|thôn|khu phố|khóm|bản|ấp|buôn|tổ dân phố|"
    r"khu dân cư|huyện|quận|thị xã|cơ quan|trường|lớp|chi bộ|phòng)(?!\w)",
    re.IGNORECASE,
)
#: What there is, beside what is to be reached
EXISTING = re.compile(
    r"^(?:tổng\s+)?(?:số\s+(?:hộ|dân|nhân khẩu|khẩu|người|thôn|lao động|học sinh|lớp)|dân số)(?:\s*\(.*\))?$|"
    r"diện tích tự nhiên|hiện (?:có|trạng|nay)|(?:cuối|năm|đầu|hết)\s+(?:năm\s+)?(?P<year>20\d\d)",
    re.IGNORECASE,
)
IN_BRACKET = re.compile(r"\((?P<unit>%|[^()\d]{1,20})\)")
YEAR = re.compile(r"20\d{2}")
#: What says above a table that it tells of targets
ALLOCATES = re.compile(r"chỉ tiêu|mục tiêu|phân bổ|phân giao|giao kế hoạch|kế hoạch giao", re.IGNORECASE)
MOSTLY = 0.6  # of the cells of a column of figures hold one


def allocated_targets(
    table: PlacedTable,
    figure_of: Callable[[str], Target | None],
    since: str | None,
    due: str | None,
) -> list[Target]:
    """A target for each figure of a unit; empty for a table of another kind.

    ``figure_of`` reads a cell; ``since`` is the year in which the plan begins, ``due`` the end of its period.
    """
    head = next((at for at, row in enumerate(table.rows[:3]) if _column_of_units(row) is not None), None)
    column = _column_of_units(table.rows[head]) if head is not None else None
    if head is None or column is None:
        return []
    rows = range(head + 1, len(table.rows))
    titles = [line(cell).strip() for cell in table.rows[head]]
    found: dict[tuple[int, int], Target] = {}
    for i, title in enumerate(titles):
        if i == column or not title or names_columns([title]) or _exists(title, since):
            continue
        told = [at for at in rows if table.rows[at][column].strip() and table.rows[at][i].strip(" -–")]
        cells = {at: figure_of(table.rows[at][i]) for at in told}
        figures = {at: target for at, target in cells.items() if target is not None}
        if len(figures) < 2 or len(figures) < MOSTLY * len(cells):
            continue
        unit, year = IN_BRACKET.search(title), YEAR.search(title)
        for at, target in figures.items():
            found[at, i] = target.model_copy(
                update={
                    "indicator": f"{IN_BRACKET.sub('', title).strip()} - {line(table.rows[at][column]).strip()}",
                    "unit": target.unit or (unit["unit"] if unit else None),
                    "due": year[0] if year else due,
                    "span": table.spans[at][i],
                }
            )
    return [found[place] for place in sorted(found)]


def _column_of_units(row: list[str]) -> int | None:
    return next((i for i, cell in enumerate(row) if len(cell) < 60 and UNITS.match(line(cell).strip())), None)


def _exists(title: str, since: str | None) -> bool:
    told = EXISTING.search(title)
    return told is not None and (told["year"] is None or (since is not None and told["year"] < since))
