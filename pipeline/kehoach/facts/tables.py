"""Tables of tasks, targets and points → assignments, timeline, targets, criteria, quoted by cell (FACTS 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from kehoach.alphabet import LOWER
from kehoach.facts.bodies import name_end, opens_with_body, split_names
from kehoach.facts.quantities import find_quantities, number
from kehoach.facts.reading import shifted
from kehoach.facts.score_tables import scored_criteria
from kehoach.facts.times import TimeExpression, find_times, is_of_document
from kehoach.outline import Outline
from kehoach.outline.document import PlacedTable
from kehoach.plan import Assignment, Comparator, Criteria, Milestone, Span, Table, Target, Task, TimeKind

Column = Literal["index", "task", "lead", "partners", "time", "product", "indicator", "unit", "value", "note"]
HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("index", re.compile(r"^(?:stt|tt|số tt|số thứ tự)\b", re.IGNORECASE)),
    ("partners", re.compile(r"phối hợp|tham gia", re.IGNORECASE)),
    (
        "lead",
        re.compile(
            r"chủ trì|(?:đơn vị|cơ quan|người|bộ phận|tổ chức|cấp|cá nhân)\s+"
            r"(?:thực hiện|phụ trách|chịu trách nhiệm|soạn "
            r"thảo|tham mưu|triển khai)|phân công|đầu mối|phụ trách|trách nhiệm",
            re.IGNORECASE,
        ),
    ),
    ("time", re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|ngày\b", re.IGNORECASE)),
    ("product", re.compile(r"sản phẩm|kết quả(?! thực hiện năm)|đầu ra", re.IGNORECASE)),
    ("unit", re.compile(r"đơn vị tính|^đvt\b|đơn vị đo", re.IGNORECASE)),
    ("indicator", re.compile(r"chỉ tiêu(?! liên quan)|tiêu chí|mục tiêu(?! năm)", re.IGNORECASE)),
    (
        "task",
        re.compile(
            r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên (?:văn bản|đề án|dự án|chương trình)|hạng mục",
            re.IGNORECASE,
        ),
    ),
    (
        "value",
        re.compile(
            r"^(?:(?:mục tiêu|kế hoạch|kh|chỉ tiêu|năm|đến|giai đoạn|dự "
            r"kiến)\s*)*(?:năm\s*)?20\d{2}(?:\s*[-–]\s*20\d{2})?$|^(?:giá trị|mục tiêu|kế hoạch|chỉ tiêu giao|mức)$",
            re.IGNORECASE,
        ),
    ),
    ("note", re.compile(r"ghi chú|kinh phí|nguồn", re.IGNORECASE)),
)
PERSONS = re.compile(r"họ (?:và )?tên|thành viên\b", re.IGNORECASE)
#: The number of a row: `1.1`, `II`, `a)`
INDEX = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,5}|[A-Za-zđ])[.)]?")
#: What is due on a day
DUE = re.compile(r"hạn (?:cuối|chót|nộp)|thời hạn|hoàn thành|xong", re.IGNORECASE)
HOUR = re.compile(r"\d\s*(?:giờ|h|g)(?!\w)|\d[hg]\d\d|(?:sáng|chiều|tối)(?!\w)", re.IGNORECASE)
VALUE_CELL = re.compile(
    r"^\s*(?P<sign>[≥≤<>]=?|trên|dưới|từ|ít nhất|tối thiểu|không quá|"
    r"đạt)?\s*(?P<value>\d[\d.,]*)\s*%?\s*(?:[-–]\s*(?P<to>\d[\d.,]*)\s*%?)?\s*(?P<up>trở lên)?\s*$",
    re.IGNORECASE,
)
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


#: Bodies that a lost line break runs together (``Sở Tài chính Sở Nội vụ``), unless the word before governs the second
RUN_ON = re.compile(
    r"(?<!đốc)(?<!tịch)(?<!trưởng)(?<!đạo)(?<!thuộc)(?<!của)(?<!và)(?<!với)(?<!phòng)(?<!tra)(?<!cho)(?<!các)(?<=[\w)])"
    r" (?=(?:Sở|UBND|Ủy ban nhân dân|Công an|Các sở|Các đơn vị|Ban Quản lý|Hội|Phòng)\s)"
)


@dataclass(slots=True)
class TableFacts:
    """What the tables of a document say."""

    tables: list[Table] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    timeline: list[Milestone] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    criteria: list[Criteria] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``place`` is the cell of each kind of column, if it is not empty."""

    cells: list[str]
    spans: list[Span]
    place: dict[Column, int]

    def text(self, kind: Column) -> str | None:
        """The words of a cell in one line."""
        return _line(self.cells[self.place[kind]]) if kind in self.place else None

    def times(self) -> list[TimeExpression]:
        """The time expressions of the cell for the time."""
        return _times(self.cells[self.place["time"]], self.spans[self.place["time"]][0]) if "time" in self.place else []

    def bodies(self, kind: Column) -> list[str]:
        """The names in a cell of bodies."""
        return _bodies(self.cells[self.place[kind]]) if kind in self.place else []


def find_table_facts(parts: Outline, period_end: str | None) -> TableFacts:
    """Read every table of the body and the appendices."""
    facts = TableFacts()
    above: dict[int, Column] = {}
    width = 0
    for placed in parts.tables:
        at, columns = _columns(placed.rows)
        facts.tables.append(
            Table(
                caption=placed.caption,
                header=[_line(c) for c in placed.rows[at]] if at is not None else [],
                rows=[[_line(c) for c in row] for i, row in enumerate(placed.rows) if i != at],
                page=placed.page,
                spans=[row for i, row in enumerate(placed.spans) if i != at],
            )
        )
        facts.criteria += scored_criteria(placed, _audience_above(parts, placed))
        if at is not None:
            _read_rows(facts, parts.text, placed, at, columns, period_end)
        elif "task" in above.values() and len(placed.rows[0]) == width:
            _read_rows(facts, parts.text, placed, -1, above, period_end)  # the table above goes on
        if columns or len(placed.rows[0]) != width:  # another table ends the one above
            above, width = columns, len(placed.rows[0])
    return facts


def _audience_above(parts: Outline, placed: PlacedTable) -> str | None:
    """Whom the heading over a table names: ``2. Bảng điểm đối với hộ gia đình``."""
    heading = next((b for b in parts.blocks if b.id == placed.after), None)
    if heading is None or not heading.heading:
        return None
    told = re.search(r"\s(?:đối với|dành cho)\s+(?P<who>[^.;:]+)$", heading.text.rstrip(" :."))
    return told["who"] if told else None


def _line(cell: str) -> str:
    return " ".join(cell.split("\n"))


def _columns(rows: list[list[str]]) -> tuple[int | None, dict[int, Column]]:
    """The header row (among the first four) and what its columns hold; None where the table is of neither kind."""
    for at, row in enumerate(rows[:4]):
        if columns := _headed(row, rows[at + 1 :]):
            return at, columns
    return None, {}


def _headed(row: list[str], below: list[list[str]]) -> dict[int, Column]:
    """What the columns below a header row hold; empty where the row is no header.

    A header without a cell for the numbers (``Nội dung | Đơn vị thực hiện | …`` above ``1.1 | Rà soát … | Sở …``)
    stands one column too far left.
    """
    columns: dict[int, Column] = {}
    for i, cell in enumerate(row):
        kind = next((kind for kind, pattern in HEADS if len(cell) < 60 and pattern.search(_line(cell).strip())), None)
        if kind and (kind not in columns.values() or kind in ("value", "note", "time")):
            columns[i] = kind
    kinds = set(columns.values())
    named = next((i for i, cell in enumerate(row) if PERSONS.match(_line(cell).strip())), None)
    if "task" in kinds and "lead" not in kinds and named is not None and named not in columns:
        columns[named] = "lead"  # `Họ tên | Chức vụ | Nhiệm vụ`
        kinds.add("lead")
    if not (
        ("task" in kinds and kinds & {"lead", "time"}) or ("indicator" in kinds and kinds & {"value", "lead", "unit"})
    ):
        return {}
    numbered = sum(len(r) > 1 and INDEX.fullmatch(r[0].strip()) is not None and bool(r[1].strip()) for r in below[:6])
    if columns.get(0, "index") != "index" and not row[-1].strip() and numbered:
        return {i + 1: kind for i, kind in columns.items()}
    return columns


def _read_rows(
    facts: TableFacts, text: str, placed: PlacedTable, at: int, columns: dict[int, Column], period_end: str | None
) -> None:
    values = {i: _line(placed.rows[at][i]) for i, kind in columns.items() if kind == "value" and at >= 0}
    for i in range(at + 1, len(placed.rows)):
        cells = placed.rows[i]
        again = {} if any(re.search(r"\d", cell) for cell in cells) else _headed(cells, placed.rows[i + 1 :])
        if {"task", "lead"} <= set(again.values()):  # a header that stands once more, on each page or above each part
            columns = again
            continue
        place: dict[Column, int] = {}
        for column, kind in columns.items():
            if cells[column].strip():
                place.setdefault(kind, column)
        row = Row(cells, placed.spans[i], place)
        if "task" in place or "indicator" in place:
            assignment = _assignment(row)
            facts.assignments += [assignment] if assignment else []
            facts.timeline += _milestones(row, assignment.lead if assignment else [])
        if "indicator" in place:
            facts.targets += (
                _targets_of_values(text, row, values, period_end) if values else _targets_of_words(row, period_end)
            )


def _assignment(row: Row) -> Assignment | None:
    lead = row.bodies("lead")
    if not lead:
        return None
    about: Column = "task" if "task" in row.place else "indicator"
    quote, span = row.text(about) or "", row.spans[row.place[about]]
    product = row.text("product")
    task = Task(
        quote=quote,
        span=span,
        product=product.strip() if product else None,
        due=next((t.end for t in row.times() if t.end), None),
    )
    return Assignment(lead=lead, partners=row.bodies("partners"), quote=quote, tasks=[task], span=span)


def _milestones(row: Row, actors: list[str]) -> list[Milestone]:
    return [
        Milestone(
            quote=row.text("time") or "",
            time=time.text,
            kind=_kind(row, time),
            start=time.start if _kind(row, time) == "period" else None,
            end=time.end,
            recurrence=time.recurrence,
            actors=actors,
            span=row.spans[row.place["time"]],
        )
        for time in row.times()
        if time.kind == "recurring" or time.end or time.start
    ]


def _kind(row: Row, time: TimeExpression) -> TimeKind:
    """What stands in a column of times is due then, unless the cell tells the hour, or a day for what is held."""
    of_day = len(time.end or "") == 10 and not DUE.search(row.text("task") or "")
    held = (HOUR.search(row.text("time") or "") or of_day) and not time.prefix
    return "event" if held and time.kind == "event" else _deadline(time)


def _deadline(time: TimeExpression) -> TimeKind:
    return "deadline" if time.kind == "event" or (time.kind == "period" and time.start == time.end) else time.kind


def _times(cell: str, offset: int) -> list[TimeExpression]:
    """Time expressions of a cell, where a bare year, span of years or of months (``09 - 10/2026``) is one too."""
    text = _line(cell)
    found = [time for time in find_times(text) if not is_of_document(time, text[: time.span[0]])]
    if not found and (bare := re.fullmatch(r"\s*(20\d{2})(?:\s*[-–]\s*(20\d{2}))?\s*\.?", text)):
        kind: TimeKind = "period" if bare[2] else "event"
        found = [TimeExpression(text.strip(), (0, len(text)), kind, bare[1] if bare[2] else None, bare[2] or bare[1])]
    if re.fullmatch(r"\s*\d{1,2}\s*[-–]\s*\d{1,2}/20\d{2}\s*\.?", text):
        months = find_times(f"tháng {text.strip()}")
        found = [replace(time, text=text.strip(), span=(0, len(text))) for time in months]
    return [replace(time, span=shifted(time.span, offset)) for time in found]


def _bodies(cell: str) -> list[str]:
    """The bodies of a cell: a new line begins a new one, unless it goes on in lower case."""
    found: list[str] = []
    for part in re.split(rf"\n(?=[^\W{LOWER}]|[-–+])|{RUN_ON.pattern}", cell):
        text = re.sub(r"^\s*[-–+*•]?\s*", "", _line(part))
        end = name_end(text, 0) if opens_with_body(text) else len(text)
        found += [body.name for body in split_names(text[:end].rstrip(" .;"), 0)]
    return [name for name in found if len(name) > 1 and not re.fullmatch(r"[-–x/]+", name)]


def _targets_of_values(text: str, row: Row, values: dict[int, str], period_end: str | None) -> list[Target]:
    """Figures in columns of values, one a year; ``values`` maps the columns to their headers."""
    about = row.place["indicator"]
    unit = (row.text("unit") or "").strip() or None
    found = []
    for i, header in values.items():
        match = VALUE_CELL.match(_line(row.cells[i]))
        if not match:
            continue
        sign: Comparator = SIGNS.get((match["sign"] or "").strip().casefold(), ">=" if match["up"] else "=")
        year = re.search(r"20\d{2}(?!.*20\d{2})", header)
        span = (row.spans[min(about, i)][0], row.spans[max(about, i)][1])
        found.append(
            Target(
                quote=text[span[0] : span[1]],
                indicator=_line(row.cells[about]).strip(),
                comparator="range" if match["to"] else sign,
                value=number(match["value"]),
                value_to=number(match["to"]) if match["to"] else None,
                unit="%" if "%" in match[0] else unit,
                due=year[0] if year else period_end,
                span=span,
            )
        )
    return found


def _targets_of_words(row: Row, period_end: str | None) -> list[Target]:
    """Figures within the indicator's own words."""
    text, start = row.text("indicator") or "", row.spans[row.place["indicator"]][0]
    times = [t.end for t in find_times(text) if t.end]
    return [
        Target(
            quote=text,
            indicator=text,
            comparator=q.comparator,
            value=q.value,
            value_to=q.value_to,
            of=q.of,
            unit=q.unit,
            due=times[-1] if times else period_end,
            span=(start, start + len(text)),
        )
        for q in find_quantities(text)
        if q.unit not in ("tuổi", "ngày", "giờ", "phút")
    ]
