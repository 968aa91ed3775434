"""Tables of tasks, targets and points → assignments, timeline, targets, criteria, quoted by cell (FACTS 8)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kehoach.alphabet import LOWER, UPPER
from kehoach.facts.allocations import ALLOCATES, allocated_targets, planned_counts
from kehoach.facts.audiences import audience_of_heading
from kehoach.facts.award_tables import awards_of
from kehoach.facts.bodies import name_end, opens_with_body, split_names
from kehoach.facts.dates import Run
from kehoach.facts.prize_tables import prizes_of
from kehoach.facts.score_tables import scored_criteria
from kehoach.facts.table_heads import VISITED, Column, Head, find_head, line, names_columns
from kehoach.facts.table_rows import Row, rows_below
from kehoach.facts.table_targets import (
    targets_of_product,
    targets_of_task,
    targets_of_values,
    targets_of_words,
    year_in,
)
from kehoach.facts.table_times import HOURS, cell_times
from kehoach.facts.times import TimeExpression, find_times, in_run
from kehoach.outline import Outline
from kehoach.outline.document import PlacedTable
from kehoach.outline.labels import BULLETS
from kehoach.outline.roles import RETROSPECT
from kehoach.plan import Assignment, Award, Block, Criteria, Milestone, Quote, Table, Target, Task, TimeKind

#: What is due on a day
DUE = re.compile(r"hạn (?:cuối|chót|nộp)|thời hạn|hoàn thành|xong|nộp bài", re.IGNORECASE)
HOUR = re.compile(r"\d\s*(?:giờ|h|g)(?!\w)|\d[hg]\d\d|(?:sáng|chiều|tối)(?!\w)", re.IGNORECASE)

#: Who leads and who joins in one cell: `Sở Y tế chủ trì, phối hợp với Sở Nội vụ`
JOINED = re.compile(rf",?\s+(?:chủ trì,?\s*)?phối hợp\s+(?:chặt chẽ\s+)?(?:(?:với|cùng)\s+|(?=[{UPPER}]|các\s))")
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
    awards: list[Award] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """When the plan holds: the end of its period, the months in which it runs, the year in which it begins."""

    end: str | None = None
    run: Run | None = None
    since: str | None = None


def find_table_facts(parts: Outline, frame: Frame, day_of: Callable[[PlacedTable], str | None]) -> TableFacts:
    """Read every table of the body and the appendices; ``day_of`` tells the day of a programme by the hour."""
    facts = TableFacts()
    above = Head(0, 0, [], {})
    width = 0
    for placed in parts.tables:
        head = find_head(placed.rows)
        kept = [i for i in range(len(placed.rows)) if head is None or not head.start <= i < head.end]
        facts.tables.append(
            Table(
                caption=placed.caption,
                header=head.cells if head else [],
                rows=[[line(c) for c in placed.rows[i]] for i in kept],
                page=placed.page,
                spans=[placed.spans[i] for i in kept],
            )
        )
        facts.criteria += scored_criteria(placed, _audience_above(parts, placed))
        if prizes := prizes_of(placed, parts.text) or (_tells_awards(parts, placed) and awards_of(placed, parts.text)):
            facts.awards += prizes
            continue
        if head:
            _read_rows(facts, parts.text, placed, head, frame, day_of)
            if "indicator" not in head.columns.values():
                facts.targets += planned_counts(placed, frame.since, frame.end)
        elif _allocates(parts, placed) and (shared := allocated_targets(placed, frame.since, frame.end)):
            facts.targets += shared
        elif counted := planned_counts(placed, frame.since, frame.end):
            facts.targets += counted
        elif "task" in above.columns.values() and len(placed.rows[0]) == width and not names_columns(placed.rows[0]):
            _read_rows(facts, parts.text, placed, above, frame, day_of)  # the table above goes on
        if head or len(placed.rows[0]) != width:  # another table ends the one above
            above = replace(head, start=0, end=0) if head else Head(0, 0, [], {})
            width = len(placed.rows[0])
    return facts


def _allocates(parts: Outline, placed: PlacedTable) -> bool:
    """Does what stands above a table say that it tells of targets?"""
    after = next((b.text for b in parts.blocks if b.id == placed.after), "")
    heading = _heading_above(parts, placed)
    said = [placed.caption or "", after, heading.text if heading else ""]
    return any(map(ALLOCATES.search, said)) or (heading is not None and heading.roles == ["targets"])


def _audience_above(parts: Outline, placed: PlacedTable) -> str | None:
    """Whom the heading over a table names: ``2. Bảng điểm đối với hộ gia đình``."""
    heading = _heading_above(parts, placed)
    return audience_of_heading(heading.text) if heading else None


def _tells_awards(parts: Outline, placed: PlacedTable) -> bool:
    """Does the table stand among the awards that the plan provides for, or say so above it?"""
    heading = above = _heading_above(parts, placed)
    known = {b.id: b for b in parts.blocks}
    while above:
        if RETROSPECT.match(above.text):
            return False
        above = known.get(above.parent or "")
    return "khen thưởng" in (placed.caption or "").casefold() or (heading is not None and "awards" in heading.roles)


def _heading_above(parts: Outline, placed: PlacedTable) -> Block | None:
    known = {b.id: b for b in parts.blocks}
    block = known.get(placed.after or "")
    while block and not block.heading:
        block = known.get(block.parent or "")
    return block


def _read_rows(
    facts: TableFacts,
    text: str,
    placed: PlacedTable,
    head: Head,
    frame: Frame,
    day_of: Callable[[PlacedTable], str | None],
) -> None:
    values = {i: head.cells[i] for i, kind in head.columns.items() if kind == "value"}
    planned = {i: cell for i, cell in values.items() if not _is_past(cell, frame)}
    day: str | None = None
    for row in rows_below(placed, head):
        day = _day_of_part(row, frame) or day
        if "task" in row.place or "indicator" in row.place:
            times = _times(row, head, frame) or _hours(row, day or day_of(placed))
            assignment = _assignment(row, times)
            facts.assignments += [assignment] if assignment else []
            facts.timeline += _milestones(row, times, head, assignment.lead if assignment else [])
        if "indicator" in row.place and values:
            facts.targets += targets_of_values(text, row, planned, frame.since, frame.end)
        elif "indicator" in row.place:
            facts.targets += targets_of_words(row, times, frame.end)
        elif "task" in row.place:
            facts.targets += [*targets_of_task(row, times, frame.end), *targets_of_product(row, times, frame.end)]


def _is_past(head: str, frame: Frame) -> bool:
    """``Năm 2025`` in a plan that begins with 2026: what was reached, no aim."""
    year = year_in(head)
    return year is not None and frame.since is not None and year < frame.since


def _day_of_part(row: Row, frame: Frame) -> str | None:
    """The day of what follows: ``Sáng ngày 20/3/2026`` alone in a row."""
    told = [cell for cell in row.cells if cell.strip()]
    days = in_run(find_times(line(told[0])), frame.run) if len(told) == 1 and not row.left else []
    return days[0].end if len(days) == 1 and days[0].kind == "event" and len(days[0].end or "") == 10 else None


TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)\s*:?$", re.IGNORECASE)
#: What somebody is in a committee, which is no duty: `Ủy viên, phụ trách hậu cần`
OFFICES = re.compile(
    r"(?:(?:Trưởng|Phó|Ủy viên|Uỷ viên|Thành viên|Thư ký|Tổ trưởng|Tổ phó|Đội trưởng|Đội phó)(?![^,;]*\s(?:phụ trách|"
    r"chịu trách nhiệm|chỉ đạo|điều hành)\s)[^,;]*(?:[,;]\s*|$))+"
)


def _about(row: Row) -> Column:
    return "task" if "task" in row.place else "indicator"


def _assignment(row: Row, times: list[TimeExpression]) -> Assignment | None:
    cell = row.cells[row.place["lead"]] if "lead" in row.place else ""
    leading, *joining = JOINED.split(cell, maxsplit=1)
    lead = _bodies(leading)
    if not lead or not row.own("task", "indicator", "lead"):
        return None
    quote, span = row.text(_about(row)) or "", row.span(_about(row))
    office = OFFICES.match(quote)
    begin = office.end() if office else 0
    if not quote[begin:].strip() or TOTAL.match(quote):
        return None
    product = row.text("product")
    task = Task(
        quote=quote[begin:],
        span=(span[0] + begin, span[1]),
        product=product.strip() if product else None,
        due=next((t.end for t in times if t.end), None),
    )
    partners = [name for part in joining for name in _bodies(part)]
    partners += _bodies(row.cells[row.place["partners"]]) if "partners" in row.place else []
    return Assignment(lead=lead, partners=partners, quote=quote, tasks=[task], span=span)


def _milestones(row: Row, times: list[TimeExpression], head: Head, actors: list[str]) -> list[Milestone]:
    if not row.own("task", "indicator", "time"):
        return []
    return [
        Milestone(
            quote=row.text("time") or "",
            time=time.text,
            kind=(kind := _kind(row, time, head)),
            start=time.start if kind == "period" or (kind == "recurring" and time.start != time.end) else None,
            end=time.end,
            recurrence=time.recurrence,
            actors=actors,
            span=row.span("time"),
            about=Quote(quote=row.text(_about(row)) or "", span=row.span(_about(row))),
        )
        for time in times
        if time.kind == "recurring" or time.prefix == "relative" or time.end or time.start
    ]


def _times(row: Row, head: Head, frame: Frame) -> list[TimeExpression]:
    """The time expressions of the cell for the time."""
    if "time" not in row.place:
        return []
    return cell_times(row.text("time") or "", row.span("time")[0], head.cells[row.place["time"]], frame.run)


def _hours(row: Row, day: str | None) -> list[TimeExpression]:
    """The item of a programme by the hour on its day: ``8h00 - 8h10``; without a day it is no date."""
    hours = row.text("time") or ""
    if day is None or not HOURS.fullmatch(hours.strip()):
        return []
    return [TimeExpression(hours.strip(), row.span("time"), "event", None, day)]


#: `Trình tại Kỳ họp thứ 9 (tháng 5/2026)`: when it meets
MEETING = re.compile(r"(?:phiên họp|kỳ họp|hội nghị|cuộc họp|đại hội)\s[^().;]*\([^().;]*$", re.IGNORECASE)


def _kind(row: Row, time: TimeExpression, head: Head) -> TimeKind:
    """What stands in a column of times is due then, unless the cell tells the hour, a day for what is held or a visit,
    and the head does not say that it is due.
    """
    over = {kind: head.cells[i] for kind, i in row.place.items()}
    due = DUE.search(row.text("task") or "") or DUE.search(over.get("time", ""))
    of_day = (len(time.end or "") == 10 and not due) or VISITED.search(over.get("task", ""))
    cell = row.text("time") or ""
    before = cell[: time.span[0] - row.span("time")[0]] if "time" in row.place else ""
    meets = MEETING.search(before)
    once = len(time.end or "") == len("2026-10") and _is_held(row.text("task") or "", before, time)
    held = (HOUR.search(cell) or of_day or meets or (once and not due)) and not WITHIN.sub("", time.prefix)
    return "event" if held and time.kind == "event" else _deadline(time)


def _is_held(task: str, before: str, time: TimeExpression) -> bool:
    """Is the task, or what the cell names before the time (``Hội nghị: tháng 12``), held in a month? A meeting in a
    quarter too; what else is done in a quarter has its end to be done.
    """
    told = filter(None, map(ONCE.match, (task, re.split(r"[;.]\s+", before)[-1].lstrip(" -"))))
    return any(match["meeting"] or "quý" not in time.text.casefold() for match in told)


#: Words of a time that say when in it, not by when: `tuần đầu tháng 7`, `trung tuần tháng 12`
WITHIN = re.compile(r"(?:vào|trong)?\s*(?:(?:thượng|trung|hạ) tuần|tuần\s.*|đầu|giữa|cuối)?$")


def _deadline(time: TimeExpression) -> TimeKind:
    return "deadline" if time.kind == "event" or (time.kind == "period" and time.start == time.end) else time.kind


#: What is held in a month, not done up to its end
ONCE = re.compile(
    r"(?:Tổ chức\s+)?(?:(?P<meeting>lễ|hội thi|hội thao|hội diễn|ngày hội|liên hoan|đại hội|hội nghị|sơ kết|tổng kết)|"
    r"giải|diễn tập|kiểm tra|thanh tra|phát động|ra quân)(?!\w)",
    re.IGNORECASE,
)
#: Who acts stands in another document: `Theo phân công tại Quyết định số …`
TOLD_ELSEWHERE = re.compile(
    r"Theo\s+(?:sự\s+)?(?:phân công|quy định|chức năng|phân cấp|Quyết định|Kế hoạch)(?!\w)", re.IGNORECASE
)


def _bodies(cell: str) -> list[str]:
    """The bodies of a cell: a new line begins a new one, unless it goes on in lower case."""
    found: list[str] = []
    for part in re.split(rf"\n(?=[^\W{LOWER}]|[-–+])|;\s+(?![^()]*\))|\s\+\s|{RUN_ON.pattern}", cell):
        text = re.sub(rf"^\s*[{re.escape(BULLETS)}]?\s*", "", line(part))
        if TOLD_ELSEWHERE.match(text):
            continue
        end = name_end(text, 0) if opens_with_body(text) else len(text)
        found += [body.name for body in split_names(text[:end].rstrip(" .;"), 0)]
    return [name for name in found if len(name) > 1 and not re.fullmatch(r"[-–x/]+", name)]
