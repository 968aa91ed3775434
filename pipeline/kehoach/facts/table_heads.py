"""The head of a table: which rows it takes, and what the columns below it hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kehoach.facts.bodies import opens_with_body

Column = Literal["index", "task", "lead", "partners", "time", "product", "indicator", "unit", "value", "note"]
#: What the column tells by its year or quarter: `Kế hoạch năm 2026`, `Đến 2030 (%)`, `Quý II`
YEAR_OF_VALUES = re.compile(
    r"^(?:(?:(?:mục tiêu|kế hoạch|kh|chỉ tiêu)(?: thực hiện)?|năm|đến|hết|cuối|giai đoạn|dự kiến|giao|"
    r"phấn đấu)\s*)*(?:năm\s*)?20\d{2}(?:\s*[-–]\s*20\d{2})?(?:\s*\([^()]{1,20}\))?$|"
    r"^(?:cả|toàn) (?:giai đoạn|kỳ)(?:\s*\([^()]{1,20}\))?$|^quý (?:IV|I{1,3}|[1-4])(?:\s*/\s*20\d{2})?$",
    re.IGNORECASE,
)
#: Beside indicators, what is counted; beside tasks, who does it
UNIT_ALONE = re.compile(r"đơn vị|đv", re.IGNORECASE)
#: When the figures of a column are reached, beside indicators and their units: `Mùa lễ hội 2026`, `Tháng 4 - 5`
TIME_OF_VALUES = re.compile(
    r"^(?!(?:cùng kỳ|so với|tăng|giảm|tỷ lệ|chênh lệch)(?!\w))(?:[^\d]{1,30}\s20\d{2}|"
    r"tháng\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?|(?:0?6|sáu) tháng (?:đầu|cuối) năm)$",
    re.IGNORECASE,
)
#: What was reached before the plan: `Thực hiện năm 2025`, `Ước TH 2025`
REACHED = re.compile(
    r"^(?:ước|kết quả|thực hiện|thực trạng|hiện trạng|số liệu|đã đạt|đạt được|th|ưth)\b(?=.*20\d{2})", re.IGNORECASE
)
HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("value", YEAR_OF_VALUES),
    ("index", re.compile(r"^(?:stt|tt|số tt|số thứ tự)\b", re.IGNORECASE)),
    ("partners", re.compile(r"phối hợp|tham gia", re.IGNORECASE)),
    (
        "lead",
        re.compile(
            r"chủ trì|(?:đơn vị|cơ quan|người|bộ phận|tổ chức|cấp|cá nhân)\s+"
            r"(?:thực hiện|phụ trách|chịu trách nhiệm|soạn "
            r"thảo|tham mưu|triển khai|theo dõi)|phân công|đầu mối|phụ trách|trách nhiệm",
            re.IGNORECASE,
        ),
    ),
    (
        "time",
        re.compile(
            r"thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|ngày\b|^(?:bắt đầu|kết thúc)\b|"
            r"^(?:tháng|quý)(?:\s+thực hiện)?$",
            re.IGNORECASE,
        ),
    ),
    ("product", re.compile(r"sản phẩm|kết quả(?! thực hiện năm)|đầu ra", re.IGNORECASE)),
    ("unit", re.compile(r"đơn vị tính|^đvt\b|đơn vị đo", re.IGNORECASE)),
    ("indicator", re.compile(r"chỉ tiêu(?! liên quan)|tiêu chí|mục tiêu(?! năm)", re.IGNORECASE)),
    (
        "task",
        re.compile(
            r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên (?:văn bản|đề án|dự án|chương trình|lớp|khóa)|"
            r"hạng mục|^chuyên đề|^khối lượng",
            re.IGNORECASE,
        ),
    ),
    ("value", re.compile(r"^(?:giá trị|mục tiêu|kế hoạch|chỉ tiêu giao|mức)$", re.IGNORECASE)),
    ("note", re.compile(r"ghi chú|kinh phí|nguồn", re.IGNORECASE)),
)
PERSONS = re.compile(r"họ (?:và )?tên|thành viên\b", re.IGNORECASE)
#: Whom a schedule is about: `Đơn vị được kiểm tra | Thời gian`
VISITED = re.compile(
    r"(?:được|chịu sự|nơi|đến|địa bàn|địa điểm|đối tượng|đơn vị)\s+(?:tự\s+)?"
    r"(?:kiểm tra|giám sát|thanh tra|khảo sát|làm việc)",
    re.IGNORECASE,
)
BEGINS = re.compile(r"bắt đầu|khởi công", re.IGNORECASE)
#: The number of a row: `1.1`, `II`, `a)`
INDEX = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,5}|[A-Za-zđ])[.)]?")
LONGEST = 60  # characters of a cell that names a column


@dataclass(frozen=True, slots=True)
class Head:
    """A head: its first row, the row after its last, the words over each column, and what the columns hold."""

    start: int
    end: int
    cells: list[str]
    columns: dict[int, Column]


def line(cell: str) -> str:
    """A cell in one line."""
    return " ".join(cell.split("\n"))


def find_head(rows: list[list[str]]) -> Head | None:
    """The head among the first four rows; None where the table is of no kind that tells of tasks or targets."""
    return next((head for at in range(min(4, len(rows))) if (head := head_at(rows, at))), None)


def names_columns(row: list[str]) -> bool:
    """Is it a head, be it of a table that tells of neither tasks nor targets (``TT | Họ và tên | …``)?"""
    return any(_kind(cell) == "index" for cell in row)


def head_at(rows: list[list[str]], at: int) -> Head | None:
    """The head that begins with a row, of one row or of two (``Chủ trì | Phối hợp`` below a wide ``Phân công``)."""
    if at + 1 < len(rows) and (over := _over(rows[at], rows[at + 1])) is not None:
        both = zip(over, rows[at], rows[at + 1], strict=True)
        cells = [" ".join(filter(None, [line(wide if low else top), line(low)])) for wide, top, low in both]
        kinds = [_kind(low) or _kind(wide) for wide, low in zip(over, rows[at + 1], strict=True)]
        kinds = [None if REACHED.match(cell) else kind for cell, kind in zip(cells, kinds, strict=True)]
        if columns := _columns(cells, kinds, rows[at + 2 :]):
            return Head(at, at + 2, cells, columns)
    cells = [line(cell) for cell in rows[at]]
    columns = _columns(cells, [_kind(cell) for cell in cells], rows[at + 1 :])
    return Head(at, at + 1, cells, columns) if columns else None


def _over(upper: list[str], lower: list[str]) -> list[str] | None:
    """For each column the cell over it, where ``lower`` divides the wide cells of ``upper``; None where it does not.

    A wide cell leaves the next places of its row empty. All that stands in the lower row names columns. A cell alone
    in its row is the title of the table.
    """
    if sum(bool(cell.strip()) for cell in upper) < 2:
        return None
    over: list[str] = []
    wide: set[int] = set()
    for i, cell in enumerate(upper):
        over.append(cell if cell.strip() or i == 0 else over[-1])
        if i and not cell.strip() and over[i].strip():
            wide |= {i - 1, i}
    told = [i for i, cell in enumerate(lower) if cell.strip()]
    divides = any(not upper[i].strip() for i in told)
    named = all(i in wide and _names_column(lower[i]) for i in told)
    return over if divides and named else None


def _names_column(cell: str) -> bool:
    return _kind(cell) is not None or REACHED.match(line(cell).strip()) is not None


def _kind(cell: str) -> Column | None:
    text = line(cell).strip()
    if len(cell) >= LONGEST or REACHED.match(text):
        return None
    return next((kind for kind, pattern in HEADS if pattern.search(text)), None)


def _told_once(kinds: list[Column | None], below: list[list[str]]) -> list[Column | None]:
    """Of two columns for tasks (``Hoạt động | Nội dung``) the one that says more tells them."""
    tasks = [i for i, kind in enumerate(kinds) if kind == "task"]
    words = {i: sum(len(row[i].split()) for row in below if i < len(row)) for i in tasks}
    fullest = max(tasks, key=lambda i: (words[i], -i), default=None)
    return [kind if kind != "task" or i == fullest else None for i, kind in enumerate(kinds)]


def _holds_units(head: str, column: int, below: list[list[str]]) -> bool:
    """Does a column ``Đơn vị`` hold what is counted, not who does it?"""
    told = [line(row[column]).strip() for row in below if column < len(row) and row[column].strip()]
    short = [len(cell.split()) <= 4 and not opens_with_body(cell) for cell in told]
    return UNIT_ALONE.fullmatch(line(head).strip()) is not None and bool(short) and all(short)


def _holds_values(head: str, column: int, below: list[list[str]]) -> bool:
    """Does a column tell figures by the time that its head names?"""
    told = line(head).strip()
    figures = [row[column].strip()[:1].isdigit() for row in below if column < len(row) and row[column].strip()]
    return bool(TIME_OF_VALUES.match(told) and not REACHED.match(told) and figures and all(figures))


def _columns(cells: list[str], kinds: list[Column | None], below: list[list[str]]) -> dict[int, Column]:
    """What the columns below a head hold; empty where the row is no head.

    A head without a cell for the numbers (``Nội dung | Đơn vị thực hiện | …`` above ``1.1 | Rà soát … | Sở …``)
    stands one column too far left.
    """
    kinds = _told_once(kinds, below)
    columns: dict[int, Column] = {}
    for i, kind in enumerate(kinds):
        if kind and (kind not in columns.values() or kind in ("value", "note", "time")):
            columns[i] = kind
    if "indicator" in columns.values() and "unit" not in columns.values():
        columns |= {i: "unit" for i, cell in enumerate(cells) if i not in columns and _holds_units(cell, i, below)}
    held = set(columns.values())
    named = next((i for i, cell in enumerate(cells) if PERSONS.match(cell.strip())), None)
    if "task" in held and "lead" not in held and named is not None and named not in columns:
        columns[named] = "lead"  # `Họ tên | Chức vụ | Nhiệm vụ`
        held.add("lead")
    if "time" in held and not held & {"task", "indicator"}:
        visited = next((i for i, cell in enumerate(cells) if VISITED.search(cell) and i not in columns), None)
        if visited is not None:
            columns[visited] = "task"
            held.add("task")
    if not (("task" in held and held & {"lead", "time"}) or ("indicator" in held and held & {"value", "lead", "unit"})):
        return {}
    if {"indicator", "unit"} <= held:
        columns |= {i: "value" for i, cell in enumerate(cells) if i not in columns and _holds_values(cell, i, below)}
    times = [i for i, kind in columns.items() if kind == "time"]
    for i in times[:-1]:
        if BEGINS.search(cells[i]):  # `Bắt đầu | Hoàn thành`: a task is due when it is done
            del columns[i]
    numbered = sum(len(r) > 1 and INDEX.fullmatch(r[0].strip()) is not None and bool(r[1].strip()) for r in below[:6])
    if columns.get(0, "index") != "index" and not cells[-1].strip() and numbered:
        return {i + 1: kind for i, kind in columns.items()}
    return columns
