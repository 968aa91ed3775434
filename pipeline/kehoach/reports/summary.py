"""``Plan`` → the content of its one-page summary, computed once and written out by one module per format.

The page is for a leader: what, for whom, by when, who does it, and what is missing. Quotations keep the words of the
document and are cut (``…``), never reworded; lists are cut to what one A4 page holds, and say how much they leave out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kehoach.plan import Assignment, Finding, Milestone, Plan, Role, Task
from kehoach.reports.page import PAGE_CHARACTERS, PAGE_LINES, Cell, Section, Summary, fit, lines_of_facts
from kehoach.reports.timing import Timing, place_of_time
from kehoach.reports.vietnamese import SEVERITIES, clean, first_sentence, measure, period, resolved, shorten, when

TASK_WORDS = 20


def summarise(plan: Plan) -> Summary:
    """The one-page summary of ``plan``."""
    header = plan.header
    facts, notices = _facts(plan), _notices(plan)
    title = Cell(shorten(header.title or "", 60), header.spans.get("title"))
    used = 6 + title.lines(PAGE_CHARACTERS * 0.75) + sum(Cell(n).lines(PAGE_CHARACTERS) for n in notices)
    return Summary(
        issuer=Cell(shorten(header.issuer.name or "", 20), header.spans.get("issuer")),
        number=Cell(shorten(header.number or "", 6), header.spans.get("number")),
        heading=f"TÓM TẮT {clean(header.document_type or 'văn bản').upper()}",
        title=title,
        notices=notices,
        facts=facts,
        sections=fit(_sections(plan), PAGE_LINES - used - lines_of_facts(facts)),
        origin=_origin(plan),
    )


def _origin(plan: Plan) -> str:
    pages = f" ({plan.source.pages} trang)" if plan.source.pages else ""
    return (
        f"Phần mềm Kehoach lập từ tệp {clean(plan.source.name)}{pages}. "
        "Lời trích giữ nguyên văn bản; dấu … là chỗ lược bớt, dấu – là không có trong văn bản; "
        "chữ nghiêng trong ngoặc là ghi chú của phần mềm."
    )


def _notices(plan: Plan) -> tuple[str, ...]:
    """What the reader must know first: that the document is no plan, that parts of it could not be read."""
    found = [clean(f.message) for f in plan.findings if f.kind == "not_a_plan" and not f.waived]
    errors = plan.source.errors
    if errors:
        pages = sorted({e.page for e in errors if e.page})
        named = f" (trang {', '.join(map(str, pages[:12]))}{' …' if len(pages) > 12 else ''})" if pages else ""
        found.append(f"Chỉ đọc được một phần văn bản; còn thiếu {len(errors)} chỗ{named}. {clean(errors[0].message)}")
    return tuple(found)


def _facts(plan: Plan) -> tuple[tuple[str, Cell], ...]:
    """The facts that stand at the head of the page."""
    header, spans = plan.header, plan.header.spans
    issued = ", ".join(filter(None, [shorten(header.place or "", 8), when(header.date) if header.date else ""]))
    found = [
        ("Ngày ban hành", Cell(issued, spans.get("date") or spans.get("place"))),
        ("Thời gian", Cell(period(header.period), spans.get("period"))),
        ("Phong trào", Cell(shorten(header.movement or "", 30), spans.get("movement"))),
        ("Thực hiện", _parent(plan)),
        ("Đối tượng", _audience(plan)),
        ("Người ký", _signer(plan)),
    ]
    if header.promulgated_by:
        by = header.promulgated_by
        words = [shorten(by.type, 4), shorten(by.number or "", 6), f"ngày {when(by.date)}" if by.date else ""]
        found.append(("Kèm theo", Cell(" ".join(filter(None, words)), spans.get("promulgated_by"))))
    if header.marks:
        found.append(("Độ mật, khẩn", Cell(shorten(", ".join(header.marks), 12), spans.get("marks"))))
    return tuple(found)


def _parent(plan: Plan) -> Cell:
    """The document that the plan carries out, in the words of its first mention."""
    for citation in plan.citations:
        if citation.number and citation.number == plan.header.parent:
            return Cell(shorten(citation.quote, 25), citation.span)
    return Cell(shorten(plan.header.parent or "", 6), plan.header.spans.get("parent"))


def _audience(plan: Plan) -> Cell:
    """For whom: the audiences of the criteria, else the beginning of what stands under the heading on subjects."""
    named: dict[str, str] = {}
    for criteria in plan.criteria:
        named.setdefault(clean(criteria.audience or "").casefold(), clean(criteria.audience or ""))
    if any(named):
        places = {b.id: b.span for b in plan.blocks}
        first = next(c for c in plan.criteria if c.audience)
        return Cell(shorten("; ".join(filter(None, named.values())), 24), places.get(first.block or ""))
    subjects = plan.under("subjects")
    words = "; ".join(first_sentence(block.text).rstrip(";. ") for block in subjects)
    return Cell(shorten(words, 24), subjects[0].span if subjects else None)


def _signer(plan: Plan) -> Cell:
    signature = plan.signature
    words = ", ".join(filter(None, [shorten(signature.name or "", 8), shorten(signature.position or "", 12)]))
    return Cell(words, signature.spans.get("name") or signature.spans.get("position"))


def _sections(plan: Plan) -> tuple[Section, ...]:
    """Every part below the facts, in the order of the page."""
    under = headings_over(plan)
    return (
        _purpose(plan),
        _targets(plan, under),
        _duties(plan, under),
        _timeline(plan),
        _awards(plan),
        _criteria(plan),
        _bases(plan),
        _doubts(plan.findings),
    )


def headings_over(plan: Plan) -> dict[str | None, set[Role]]:
    """For each block the roles of all headings that it is or stands under; under ``None`` nothing."""
    roles: dict[str | None, set[Role]] = defaultdict(set)
    for block in plan.blocks:
        roles[block.id] = set(block.roles) | roles[block.parent]
    return roles


def _once(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows without those that would read the same as an earlier one."""
    first: dict[tuple[str, ...], tuple[Cell, ...]] = {}
    for row in rows:
        first.setdefault(tuple(f"{cell.text} {cell.remark}" for cell in row), row)
    return tuple(first.values())


def _purpose(plan: Plan) -> Section:
    rows = tuple((Cell(shorten(first_sentence(b.text), 40), b.span),) for b in plan.purposes)
    return Section("purpose", "Mục đích", rows, floor=1)


def _targets(plan: Plan, under: dict[str | None, set[Role]]) -> Section:
    """Targets under a heading on targets come first: they are the ones that the plan itself calls so."""
    ordered = sorted(plan.targets, key=lambda t: "targets" not in under[t.block])
    rows = tuple(
        (
            Cell(shorten(t.indicator or t.quote, 24), t.span),
            Cell(measure(t), t.span),
            Cell(when(t.due) if t.due else "", t.span),
        )
        for t in ordered
    )
    columns = ("Chỉ tiêu", "Mức", "Thời hạn")
    return Section("targets", "Chỉ tiêu chính", _once(rows), columns, (0.58, 0.24, 0.18), floor=4)


def _duties(plan: Plan, under: dict[str | None, set[Role]]) -> Section:
    """One row for each body: its first task that has a deadline, else its first. What stands under a heading on
    implementation comes first.
    """
    groups: dict[tuple[str, ...], list[Assignment]] = defaultdict(list)
    for assignment in sorted(plan.assignments, key=lambda a: "implementation" not in under[a.block]):
        groups[tuple(clean(name).casefold() for name in assignment.lead)].append(assignment)
    rows, timing = [], Timing(plan)
    for group in groups.values():
        tasks = [task for a in group for task in a.tasks] or [Task(quote=a.quote, span=a.span) for a in group]
        task = next((t for t in tasks if timing.deadline(t).text), tasks[0])
        others = len(tasks) - 1
        rows.append(
            (
                Cell(shorten("; ".join(group[0].lead), 12), group[0].span),
                Cell(shorten(task.quote, TASK_WORDS), task.span, f"và {others} việc khác" if others else ""),
                timing.deadline(task),
            )
        )
    columns = ("Cơ quan", "Việc phải làm", "Thời hạn")
    return Section("duties", "Phân công", tuple(rows), columns, (0.3, 0.53, 0.17), floor=5)


def chronological(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Milestones by date, what recurs or has no date last, each in the order of the document."""

    def key(milestone: Milestone) -> str:
        date = milestone.start or milestone.end or "--"
        return "~" if date.startswith("--") else date

    return sorted(milestones, key=key)


def _timeline(plan: Plan) -> Section:
    rows, timing = [], Timing(plan)
    for milestone in chronological(plan.timeline):
        event = timing.event(milestone)
        rows.append(
            (
                Cell(shorten(milestone.time, 14), place_of_time(milestone), resolved(milestone)),
                Cell(shorten(event.quote, TASK_WORDS), event.span),
                Cell(shorten("; ".join(milestone.actors), 10), milestone.span),
            )
        )
    columns = ("Thời gian", "Việc", "Cơ quan")
    return Section("timeline", "Tiến độ", _once(rows), columns, (0.2, 0.52, 0.28), floor=4)


def _awards(plan: Plan) -> Section:
    """Awards as printed; one that is named twice for the same occasion is shown once."""
    rows = []
    for award in plan.awards:
        text, occasion = shorten(award.quote, 14), shorten(award.occasion or "", 8)
        rows.append((Cell(text, award.span, "" if occasion in text else f"dịp {occasion}"),))
    return Section("awards", "Khen thưởng", _once(rows), floor=6, inline=True)


def _criteria(plan: Plan) -> Section:
    """One entry for each audience: how many criteria it has, and the first words of the first."""
    rows = tuple(
        (
            Cell(shorten(c.audience, 16) if c.audience else "chung", c.items[0].span, f"{len(c.items)} tiêu chí"),
            Cell(shorten(c.items[0].quote, 12), c.items[0].span),
        )
        for c in plan.criteria
        if c.items
    )
    return Section("criteria", "Tiêu chí thi đua, khen thưởng", rows, inline=True)


def _bases(plan: Plan) -> Section:
    rows = tuple((Cell(shorten(c.quote, 24), c.span),) for c in plan.citations if c.basis)
    return Section("bases", "Căn cứ", _once(rows), floor=4, inline=True)


def _doubts(findings: list[Finding]) -> Section:
    """What a careful reader would send back, the gravest first, each message once; what was waived is left out."""
    gravest = sorted(findings, key=lambda f: list(SEVERITIES).index(f.severity))
    rows = [
        (Cell(shorten(f.message, 30), f.span, SEVERITIES[f.severity]),)
        for f in gravest
        if not f.waived and f.kind != "not_a_plan"
    ]
    empty = "chưa phát hiện điểm nào"
    return Section("doubts", "Còn thiếu hoặc cần xem lại", _once(rows), floor=3, empty=empty)
