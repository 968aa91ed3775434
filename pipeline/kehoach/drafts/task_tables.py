"""Rows of task tables that the parent gives to the draft's level, as duties with their time and product."""

from __future__ import annotations

import re

from kehoach.draft import OPEN, LeftOut
from kehoach.drafts.acts import charged
from kehoach.drafts.addressees import tier_of
from kehoach.drafts.charges import Roster
from kehoach.drafts.deadlines import own_deadlines
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.phrases import names_district, rescope
from kehoach.drafts.points import Ask, Point, from_block, sentence
from kehoach.plan import Assignment, Block, Span, Table, Task

_TIME_COLUMN = re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành", re.IGNORECASE)
_INDICATOR = re.compile(r"(?:Tỷ lệ|Tỉ lệ|Tỷ trọng|Số lượng|\d+(?:,\d+)?\s?%)(?!\w)")
_THIS_PLAN = re.compile(
    r"(?:(?:Trên cơ sở|Căn cứ)\s[^;.]*?,\s*)?(?:[Xx]ây dựng(?:,| và)?\s*)?(?:[Bb]an hành|[Xx]ây dựng)\s+[Kk]ế hoạch\s+"
    r"(?P<what>[^,;.]*?)(?:\s+(?:trước|chậm nhất)\s[^,;.]*)?(?=\s*[,;.]|\s*$)"
)
#: Bodies of the commune other than its committee and offices, by the word with which their names begin
_OWN_BODY = re.compile(r"(?P<name>Trạm Y tế|Trung tâm Phục vụ hành chính công|Trung tâm [A-ZĐ][^,;]*?)\s+(?:các\s+)?xã")


def take_tables(work: Drafting, roster: Roster) -> None:
    """Give the rows for the draft's level to offices: a table has no block, so the note names it."""
    said = {task.text.casefold() for group in roster.groups.values() for task in group.tasks}
    for assignment in work.plan.assignments:
        if any(b.span[0] <= assignment.span[0] < b.span[1] for b in work.plan.blocks):
            continue
        if "own" not in {tier_of(name, work.scope) for name in assignment.lead}:
            continue
        for task in assignment.tasks:
            point = _duty(work, task)
            if point is None or point.text.casefold() in said:
                continue
            said.add(point.text.casefold())
            roster.group(_body(work, assignment, point.text)).tasks.append(point)


def _duty(work: Drafting, task: Task) -> Point | None:
    """One row as a duty; None where it names the district, or asks for the plan that the draft is."""
    scope = work.scope
    words = sentence(rescope(task.quote, scope)).rstrip(" ;.,/")
    if not words or (scope.two_tiers and names_district(words)) or is_draft(work, task.quote):
        return None
    if _INDICATOR.match(words):
        words = f"Thực hiện chỉ tiêu: {words[:1].lower()}{words[1:]}"
    elif not scope.department:
        words = charged(words, scope)
    point = Point("", 0, "table_duty", "added", [], "-", note="Bảng nhiệm vụ của kế hoạch cấp trên")
    if when := _time_of(work, task, point):
        words += f"; thời gian: {_small(when)}"
    if task.product:
        words += f"; sản phẩm: {_small(rescope(task.product, scope).strip(' ;.,'))}"
    point.text = f"{words}."
    return point


def _small(text: str) -> str:
    """A cell inside a sentence; abbreviations keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def is_draft(work: Drafting, quote: str) -> re.Match[str] | None:
    """The words that ask for the plan that the draft itself is (``Ban hành Kế hoạch … năm 2026 cấp xã``)."""
    match = _THIS_PLAN.match(quote)
    title = set(re.findall(r"\w+", (work.plan.header.title or "").casefold()))
    rest = re.findall(r"\w+", match["what"].casefold()) if match else []
    return match if len(rest) > 3 and sum(word in title for word in rest) >= 0.7 * len(rest) else None


def _time_of(work: Drafting, task: Task, point: Point) -> str:
    """The time of a row some days ahead, with what is asked of it."""
    cell = next((c for t in work.plan.tables if (c := _cell(t, task.span)) is not None), None)
    if cell is None:
        return ""
    times = [m for m in work.plan.timeline if cell[0] <= m.span[0] < cell[1]]
    text = " ".join(work.plan.text[cell[0] : cell[1]].split()).strip(" .;")
    own = own_deadlines(text, times, work.locality.deadlines.days_ahead, work.scope.day)
    point.asks = own.asks
    if own.changed:
        point.note = "; ".join(["Bảng nhiệm vụ của kế hoạch cấp trên", *(f"{a} → {b}" for a, b in own.changed)])
    return own.text


def _cell(table: Table, task: Span) -> Span | None:
    """The cell on time in the row of a task."""
    column = next((i for i, title in enumerate(table.header) if _TIME_COLUMN.search(title)), None)
    row = next((r for r in table.spans if any(c[0] <= task[0] < max(c[1], c[0] + 1) for c in r)), None)
    return row[column] if column is not None and row is not None and column < len(row) else None


def _body(work: Drafting, assignment: Assignment, words: str) -> str:
    """The body of the commune that a row names, else the office that has its field."""
    for name in assignment.lead[:1]:
        if (own := _OWN_BODY.match(name)) and not work.scope.department:
            return f"{own['name']} {work.scope.kind}"
    office = next(iter(work.offices.for_task(words)), None)
    return office.name if office else OPEN


#: ``Chỉ tiêu phân kỳ theo năm như sau:``, with nothing below but a table
_ANNOUNCES_TABLE = re.compile(r"(?:như sau|sau đây|bảng sau|biểu sau|(?:bảng|biểu) dưới đây)\s*:$", re.IGNORECASE)


def tables_under(work: Drafting, block: Block) -> list[Table]:
    """The tables of a heading that has nothing else: it is their caption; of a sentence that announces one."""
    if not block.heading:
        told = _ANNOUNCES_TABLE.search(block.text) is not None
        return [t for t in work.plan.tables if not gives_tasks(work, t)][:1] if told else []
    title = " ".join(block.text.split()).casefold()
    return [t for t in work.plan.tables if " ".join((t.caption or "").split()).casefold() == title]


def gives_tasks(work: Drafting, table: Table) -> bool:
    """Does a table give tasks to bodies? Its rows then stand among the duties."""
    starts = {assignment.span[0] for assignment in work.plan.assignments}
    return any(row[0][0] <= start <= row[-1][1] for row in table.spans if row for start in starts)


def over_tables(work: Drafting, block: Block, tables: list[Table]) -> list[Point]:
    """A heading over tables only: rows of tasks stand among the duties, another table is asked for."""
    if all(gives_tasks(work, table) for table in tables):
        work.body.left_out.append(LeftOut(parent=block.id, why="not_applicable", rule="empty_section"))
        return []
    kind = work.scope.kind
    message = f"Bảng ở mục này của kế hoạch cấp trên chưa chuyển vào dự thảo. Lập bảng của {kind}, hoặc bỏ mục."
    head = from_block(block, rescope(block.text, work.scope), "rescoped")
    return [head, Point(f"{OPEN}.", block.depth + 1, "table_own", "added", asks=[Ask("content", message, block.text)])]
