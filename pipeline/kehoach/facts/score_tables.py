"""Tables of points (``Thang điểm``): the rows that a ranking is measured by → criteria, by whom they address."""

from __future__ import annotations

import re

from kehoach.facts.audiences import bare, is_audience
from kehoach.outline.document import PlacedTable
from kehoach.plan import Criteria, Quote

CRITERION = re.compile(r"tiêu chí|tiêu chuẩn|nội dung|chỉ tiêu", re.IGNORECASE)
POINTS = re.compile(r"(?:thang |mức |số )?điểm(?: chuẩn| tối đa| tự chấm| số)?", re.IGNORECASE)
#: Rows that count points instead of saying what earns them
SUM = re.compile(r"(?:tổng|cộng|điểm (?:cộng|trừ|thưởng|phạt))\b", re.IGNORECASE)
#: Rows whose last cell says what earns or costs points
EXTRA = re.compile(r"điểm (?:cộng|trừ|thưởng|phạt)", re.IGNORECASE)
GROUP = re.compile(r"(?:nhóm|khối|cụm)\s", re.IGNORECASE)
GROUP_LABEL = re.compile(r"(?:[IVX]+|[A-Z])\.?")


def scored_criteria(table: PlacedTable, audience: str | None = None) -> list[Criteria]:
    """The criteria of a table of points, one entry an audience; empty for a table of another kind.

    ``audience`` is whom the heading above the table names, for rows under no group of their own.
    """
    place = _columns(table.rows)
    if place is None:
        return []
    head, column = place
    found = [Criteria(audience=audience, items=[])]
    for row, spans in zip(table.rows[head + 1 :], table.spans[head + 1 :], strict=True):
        text = " ".join(row[column].split())
        told = [i for i in range(column + 1, len(row)) if len(row[i].split()) > 3] if EXTRA.fullmatch(text) else []
        if told:
            found[-1].items.append(Quote(quote=row[told[-1]], span=spans[told[-1]]))
            continue
        if not text or (SUM.match(text) and len(text.split()) < 6):
            continue
        if GROUP_LABEL.fullmatch(row[0].strip()):
            if GROUP.match(text) or is_audience(text.casefold()):
                found.append(Criteria(audience=bare(text), items=[]))
            continue
        found[-1].items.append(Quote(quote=row[column], span=spans[column]))
    return [entry for entry in found if entry.items]


def _columns(rows: list[list[str]]) -> tuple[int, int] | None:
    """The header row and the column of the criteria; None where no column of points stands beside one."""
    for at, row in enumerate(rows[:3]):
        cells = [" ".join(cell.split()) for cell in row]
        criterion = next((i for i, cell in enumerate(cells) if len(cell) < 60 and CRITERION.search(cell)), None)
        if criterion is not None and any(POINTS.fullmatch(cell) for cell in cells[criterion + 1 :]):
            return at, criterion
    return None
