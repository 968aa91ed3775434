"""Tables that share figures out to units or years (``Khu phố | Hộ thoát nghèo | Tỷ lệ BHYT (%)``) → targets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.facts.quantities import known_noun, noun_at
from kehoach.facts.table_heads import line, names_columns
from kehoach.facts.table_targets import figure_in, part_of_year_in, target_of, year_in
from kehoach.outline.document import PlacedTable
from kehoach.plan import Target

#: The column of those who are given a figure
UNITS = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:địa phương|đơn vị(?! (?:tính|thực hiện|chủ trì|phối hợp|phụ trách|đầu mối|"
    r"tổ chức))|xã|phường|đặc khu|thôn|khu phố|khóm|bản|ấp|buôn|tổ dân phố|"
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
NUMBER_OF = re.compile(r"(?:(?:tổng\s+)?số(?:\s+lượng)?|tổng(?=\s+(?:học viên|lượt|lớp)))\s+", re.IGNORECASE)
TOTAL = re.compile(r"(?:tổng|cộng|cả giai đoạn)(?!\w)", re.IGNORECASE)
YEAR = re.compile(r"20\d{2}")
#: What says above a table that it tells of targets
ALLOCATES = re.compile(r"chỉ tiêu|mục tiêu|phân bổ|phân giao|giao kế hoạch|kế hoạch giao", re.IGNORECASE)
#: Over the columns of the parts of a time and of all of it
PART_OF_TIME = re.compile(
    r"(?:năm\s+)?20\d{2}|quý\s+(?:IV|I{1,3})(?:\s*/\s*20\d{2})?|đợt\s+\d|cả (?:năm|giai đoạn)|"
    r"tổng(?: số| cộng)?|cộng",
    re.IGNORECASE,
)
#: What is planned by its number: `Số lớp`, `Tổng học viên`
PLANNED = re.compile(
    r"(?:dự kiến\s+)?(?:(?:tổng\s+)?số(?:\s+lượng)?|tổng)\s+(?P<noun>lớp|khóa|lượt|"
    r"học viên|cuộc|buổi|đợt|hội nghị|hội thi|mô hình|công trình|chuyến|liều|mũi|tin|"
    r"bài|ca|giờ phát|người (?:tham gia|tham dự|được|dự|học))(?!\w)",
    re.IGNORECASE,
)
#: Money, how long something lasts, rates
NO_AIM = re.compile(
    r"kinh phí|dự toán|thành tiền|đơn giá|số (?:ngày|tiết|giờ)(?!\w)|thời lượng|định mức", re.IGNORECASE
)
LONGEST_TITLE = 60  # characters
MOSTLY = 0.6  # of the cells of a column of figures hold one


@dataclass(frozen=True, slots=True)
class _Head:
    """The titles of a head, what stands over them where a second row names the parts of a wide cell, the column of
    those who are given a figure, and the first row below.
    """

    titles: list[str]
    over: list[str]
    column: int
    first: int


def allocated_targets(table: PlacedTable, since: str | None, due: str | None) -> list[Target]:
    """A target for each figure of a unit or a year; empty for a table of another kind.

    ``since`` is the year in which the plan begins, ``due`` the end of its period.
    """
    head = _first_head(table.rows)
    return _targets(table, head, _shared_columns(head, since), since, due) if head else []


def planned_counts(table: PlacedTable, since: str | None, due: str | None) -> list[Target]:
    """A target for each figure in columns that tell how much is planned (``Số lớp``), whatever the table is about."""
    shared = _first_head(table.rows)
    if shared and any(map(PLANNED.match, [*shared.titles, *shared.over])):
        planned = [i for i, title in enumerate(shared.titles) if PLANNED.match(title)]
        return _targets(table, shared, sorted({*_shared_columns(shared, since), *planned}), since, due)
    for at, row in enumerate(table.rows[:3]):
        titles = [line(cell).strip() for cell in row]
        columns = [i for i, title in enumerate(titles) if PLANNED.match(title)]
        columns += [i for i, title in enumerate(titles) if columns and PART_OF_TIME.fullmatch(title)]
        named = (i for i, title in enumerate(titles) if title and i not in columns and not names_columns([title]))
        column = next(named, None)
        if columns and column is not None and not any(map(_is_figure, titles)):
            return _targets(table, _Head(titles, titles, column, at + 1), columns, since, due)
    return []


def _first_head(rows: list[list[str]]) -> _Head | None:
    return next(filter(None, (_head(rows, at) for at in range(min(3, len(rows))))), None)


def _shared_columns(head: _Head, since: str | None) -> list[int]:
    """The columns that tell neither the number of a row, nor what there is, nor what is no aim."""
    return [
        i
        for i, title in enumerate(head.titles)
        if not names_columns([title]) and not _exists(title, since) and not NO_AIM.search(title)
    ]


def _targets(table: PlacedTable, head: _Head, columns: list[int], since: str | None, due: str | None) -> list[Target]:
    """The figures of these columns, row by row."""
    units = {at: _unit_in(table.rows[at], head.column) for at in range(head.first, len(table.rows))}
    if YEARLY.fullmatch(head.titles[head.column]):
        units = {at: _year_of(unit, table.rows[at], since) for at, unit in units.items()}
    parts = [top for top, title in zip(head.over, head.titles, strict=True) if top != title and _is_part(title)]
    counted = next(filter(None, map(PLANNED.match, head.titles)), None)
    found: dict[tuple[int, int], Target] = {}
    for i in columns:
        title, over = head.titles[i], head.over[i]
        if i == head.column or not title:
            continue
        told = [at for at, unit in units.items() if unit and table.rows[at][i].strip(" -–")]
        cells = {at: figure_in(table.rows[at][i]) for at in told}
        figures = {at: figure for at, figure in cells.items() if figure is not None}
        wide = over if over != title else next(iter(parts), "") if _is_part(title) else ""
        if len(figures) < (1 if _is_part(title) else 2) or len(figures) < MOSTLY * len(cells):
            continue
        year = part_of_year_in(title, since, due) or year_in(title)
        for at, figure in figures.items():
            if not figure.value:
                continue  # nothing is planned then
            quote = table.rows[at][i].strip()
            measured = " ".join(filter(None, [wide, IN_BRACKET.sub("", title).strip()]))
            when = year or (units[at] if YEAR.fullmatch(units[at]) else due)
            target = target_of(quote, figure, table.spans[at][i], f"{measured} - {units[at]}", when)
            unit = target.unit or _unit_of(table, title, wide) or (counted and counted["noun"])
            found[at, i] = target.model_copy(update={"unit": unit})
    return [found[place] for place in sorted(found)]


def _year_of(year: str, row: list[str], since: str | None) -> str:
    """The year of a row, from the year ``since``, or what it says of all years (``Tổng cộng``); else nothing."""
    if YEAR.fullmatch(year):
        return year if since is None or year >= since else ""
    return next((line(cell).strip() for cell in row if TOTAL.match(cell.strip())), "")


def _unit_of(table: PlacedTable, title: str, wide: str) -> str | None:
    """What a column counts: in brackets in its title, for the whole table above it (``(Đơn vị tính: hộ)``), or in the
    words of a title (``Số cơ sở kiểm tra``, also ``wide`` over several columns).
    """
    if told := IN_BRACKET.search(title) or IN_BRACKET.search(wide) or UNIT_ABOVE.search(table.caption or ""):
        return told["unit"].strip()
    number = NUMBER_OF.match(wide) or NUMBER_OF.match(title)
    return noun_at(number.string, number.end()) if number else known_noun(title.lower())


def _head(rows: list[list[str]], at: int) -> _Head | None:
    """The head that begins with a row, of units, years or the parts of a time; None where the row is none."""
    over, first = [line(cell).strip() for cell in rows[at]], at + 1
    titles, lower = over, [line(cell).strip() for cell in rows[first]] if first < len(rows) else []
    if sum(map(_is_part, lower)) > 1 and len(lower) == len(over) and not any(map(figure_in, lower)):
        titles, first = [low or top for top, low in zip(over, lower, strict=True)], first + 1
        over = [top or next(filter(None, reversed(over[:i])), "") for i, top in enumerate(over)]
    if any(map(_is_figure, titles)):
        return None
    column = next((i for i, cell in enumerate(titles) if len(cell) < LONGEST_TITLE and UNITS.match(cell)), None)
    if column is None and sum(map(_is_part, titles)) > 1:
        named = (i for i, cell in enumerate(titles) if cell and not names_columns([cell]) and not _is_part(cell))
        column = next(named, None)
    return _Head(titles, over, column, first) if column is not None else None


def _is_figure(title: str) -> bool:
    return figure_in(title) is not None and not YEAR.fullmatch(title)


def _is_part(title: str) -> bool:
    return PART_OF_TIME.fullmatch(title) is not None


def _unit_in(row: list[str], column: int) -> str:
    """Who is given the figures of a row; a row of totals may say so in another cell."""
    told = line(row[column]).strip()
    return told or next((line(cell).strip() for cell in row[:column] if TOTAL.match(line(cell).strip())), "")


def _exists(title: str, since: str | None) -> bool:
    told = EXISTING.search(title)
    return told is not None and (told["year"] is None or (since is not None and told["year"] < since))
