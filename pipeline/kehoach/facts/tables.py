"""Tables of tasks and targets → assignments, timeline and targets, quoted by cell (FACTS 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from kehoach.alphabet import LOWER
from kehoach.facts.bodies import Body, name_end, opens_with_body, split_names
from kehoach.facts.quantities import find_quantities, number
from kehoach.facts.times import TimeExpression, find_times
from kehoach.outline import Outline
from kehoach.outline.document import PlacedTable
from kehoach.plan import Assignment, Milestone, Span, Table, Target, Task

Column = Literal["index", "task", "lead", "partners", "time", "product", "indicator", "unit", "value", "note"]
HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("index", re.compile(r"^(?:stt|tt|số tt|số thứ tự)\b", re.IGNORECASE)),
    ("partners", re.compile(r"phối hợp|tham gia", re.IGNORECASE)),
    (
        "lead",
        re.compile(
            r"chủ trì|(?:đơn vị|cơ quan|người|bộ phận|tổ chức|cấp)\s+(?:thực hiện|phụ trách|chịu trách nhiệm|soạn "
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
VALUE_CELL = re.compile(
    r"^\s*(?P<sign>[≥≤<>]=?|trên|dưới|từ|ít nhất|tối thiểu|không quá|"
    r"đạt)?\s*(?P<value>\d[\d.,]*)\s*(?P<percent>%)?\s*(?:[-–]\s*(?P<to>\d[\d.,]*)\s*%?)?\s*(?P<up>trở lên)?\s*$",
    re.IGNORECASE,
)
SIGNS = {
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
    r"(?<!đốc)(?<!tịch)(?<!trưởng)(?<!đạo)(?<!thuộc)(?<!của)(?<!và)(?<!với)(?<!phòng)(?<!tra)(?<!cho)(?<=[\w)]) "
    r"(?=(?:Sở|UBND|Ủy ban nhân dân|Công an|Các sở|Các đơn vị|Ban Quản lý|Hội|Phòng)\s)"
)


@dataclass(slots=True)
class TableFacts:
    """What the tables of a document say."""

    tables: list[Table] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    timeline: list[Milestone] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


def find_table_facts(parts: Outline, period_end: str | None) -> TableFacts:
    """Read every table of the body and the appendices."""
    facts = TableFacts()
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
        if at is None:
            continue
        for number_, row in enumerate(placed.rows[at + 1 :], at + 1):
            _read_row(facts, parts, placed, columns, number_, row, period_end)
    return facts


def _line(cell: str) -> str:
    return " ".join(cell.split("\n"))


def _columns(rows: list[list[str]]) -> tuple[int | None, dict[int, Column]]:
    """The header row (among the first four) and what its columns hold; None where the table is of neither kind."""
    for at, row in enumerate(rows[:4]):
        columns: dict[int, Column] = {}
        for i, cell in enumerate(row):
            kind = next(
                (kind for kind, pattern in HEADS if len(cell) < 60 and pattern.search(_line(cell).strip())), None
            )
            if kind and (kind not in columns.values() or kind in ("value", "note", "time")):
                columns[i] = kind
        kinds = set(columns.values())
        if (
            ("task" in kinds and "lead" in kinds)
            or ("task" in kinds and "time" in kinds)
            or ("indicator" in kinds and kinds & {"value", "lead", "unit"})
        ):
            return at, columns
    return None, {}


def _read_row(
    facts: TableFacts,
    parts: Outline,
    placed: PlacedTable,
    columns: dict[int, Column],
    at: int,
    row: list[str],
    period_end: str | None,
) -> None:
    cells: dict[Column, int] = {}
    for i, kind in columns.items():
        if row[i].strip() and kind not in cells:
            cells[kind] = i
    spans = placed.spans[at]
    about = cells.get("task", cells.get("indicator"))
    if about is None:
        return
    times = _times(row[cells["time"]], spans[cells["time"]][0]) if "time" in cells else []
    if "lead" in cells:
        _assign(facts, row, spans, cells, about, times)
    for time in times:
        if time.kind == "recurring" or time.end or time.start:
            facts.timeline.append(
                Milestone(
                    quote=_line(row[cells["time"]]),
                    time=time.text,
                    kind=_deadline(time),
                    start=time.start if time.kind == "period" else None,
                    end=time.end,
                    recurrence=time.recurrence,
                    actors=facts.assignments[-1].lead if "lead" in cells and facts.assignments else [],
                    span=spans[cells["time"]],
                )
            )
    if "indicator" in cells:
        facts.targets += _targets(parts, placed, columns, at, row, cells, period_end)


def _deadline(time: TimeExpression) -> Literal["deadline", "event", "period", "recurring"]:
    return "deadline" if time.kind == "event" or (time.kind == "period" and time.start == time.end) else time.kind


def _times(cell: str, offset: int) -> list[TimeExpression]:
    """Time expressions of a cell, where a bare year or span of years is one too."""
    text = _line(cell)
    found = find_times(text)
    if not found and (bare := re.fullmatch(r"\s*(20\d{2})(?:\s*[-–]\s*(20\d{2}))?\s*\.?", text)):
        kind: Literal["period", "event"] = "period" if bare[2] else "event"
        found = [TimeExpression(text.strip(), (0, len(text)), kind, bare[1] if bare[2] else None, bare[2] or bare[1])]
    return [
        TimeExpression(t.text, (t.span[0] + offset, t.span[1] + offset), t.kind, t.start, t.end, t.recurrence, t.prefix)
        for t in found
    ]


def _assign(
    facts: TableFacts,
    row: list[str],
    spans: list[Span],
    cells: dict[Column, int],
    about: int,
    times: list[TimeExpression],
) -> None:
    lead = _bodies(row[cells["lead"]], spans[cells["lead"]][0])
    if not lead:
        return
    partners = _bodies(row[cells["partners"]], spans[cells["partners"]][0]) if "partners" in cells else []
    quote = _line(row[about])
    task = Task(
        quote=quote,
        span=spans[about],
        product=_line(row[cells["product"]]).strip() if "product" in cells else None,
        due=next((t.end for t in times if t.end), None),
    )
    facts.assignments.append(
        Assignment(
            lead=[b.name for b in lead],
            partners=[b.name for b in partners],
            quote=quote,
            tasks=[task],
            span=spans[about],
        )
    )


def _bodies(cell: str, offset: int) -> list[Body]:
    """The bodies of a cell: a new line begins a new one, unless it goes on in lower case."""
    found: list[Body] = []
    lines = re.split(rf"\n(?=[^\W{LOWER}]|[-–+])|{RUN_ON.pattern}", cell)
    at = 0
    for line in lines:
        text = _line(line)
        lead = re.match(r"\s*[-–+*•]?\s*", text)
        skip = lead.end() if lead else 0
        end = name_end(text, skip) if opens_with_body(text[skip:]) else len(text)
        found += split_names(text[skip:end].rstrip(" .;"), offset + at + skip)
        at += len(line) + 1
    return [b for b in found if len(b.name) > 1 and not re.fullmatch(r"[-–x/]+", b.name)]


def _targets(
    parts: Outline,
    placed: PlacedTable,
    columns: dict[int, Column],
    at: int,
    row: list[str],
    cells: dict[Column, int],
    period_end: str | None,
) -> list[Target]:
    """Figures in value columns (one a year), else figures within the indicator's own words."""
    about = cells["indicator"]
    unit = _line(row[cells["unit"]]).strip() if "unit" in cells else None
    header = next(r for i, r in enumerate(placed.rows) if i < at and any(c for c in r))
    found = []
    for i, kind in columns.items():
        match = VALUE_CELL.match(_line(row[i])) if kind == "value" and row[i].strip() else None
        if match:
            span = (placed.spans[at][min(about, i)][0], placed.spans[at][max(about, i)][1])
            year = re.search(r"20\d{2}(?!.*20\d{2})", header[i])
            sign = SIGNS.get((match["sign"] or "").strip().casefold(), ">=" if match["up"] else "=")
            found.append(
                Target.model_validate(
                    dict(
                        quote=parts.text[span[0] : span[1]],
                        indicator=_line(row[about]).strip(),
                        comparator="range" if match["to"] else sign,
                        value=number(match["value"]),
                        value_to=number(match["to"]) if match["to"] else None,
                        unit="%" if match["percent"] else unit,
                        due=year[0] if year else period_end,
                        span=span,
                    )
                )
            )
    if found or "value" in columns.values():
        return found
    text, start = _line(row[about]), placed.spans[at][about][0]
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
