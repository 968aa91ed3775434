"""A plan with its corrections → all that its page shows. Pure: no store, no request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.plan import Block, Correction, Milestone, Plan, Severity, Task
from kehoach.reports.review import Remark, remarks_of
from kehoach.reports.summary import chronological
from kehoach.reports.timeline_chart import TimelineChart, timeline_chart
from kehoach.reports.timing import Timing
from kehoach.reports.vietnamese import SEVERITIES, clean, period, resolved, when
from kehoach.web.document_text import Line, document_lines
from kehoach.web.entries import Entry, entries, marks_of, single, with_values


@dataclass(frozen=True, slots=True)
class HeadFact:
    """A value of the header: its name, words ('' where the document does not tell) and the key of its place."""

    label: str
    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of a duty: its words, place, deadline and product."""

    key: str
    words: str
    due: str
    product: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty: who leads, with whom, and the tasks."""

    entry: Entry
    lead: str
    partners: str
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A milestone: when in the words of the document, the date that this means, what happens, who acts."""

    entry: Entry
    number: int
    time: str
    dates: str
    words: str
    actors: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The content of the page, from top to bottom; ``lines`` are the document beside it.

    remarks   the findings that are open; ``counts`` tells how many of each severity
    accepted  those that need not be put right, with the reason
    """

    title: str
    document_type: str
    header: Entry
    signature: Entry
    head: tuple[HeadFact, ...]
    notices: tuple[str, ...]
    purposes: tuple[Block, ...]
    requirements: tuple[Block, ...]
    targets: tuple[Entry, ...]
    chart: TimelineChart | None
    moments: tuple[Moment, ...]
    duties: tuple[Duty, ...]
    criteria: tuple[Entry, ...]
    awards: tuple[Entry, ...]
    bases: tuple[Entry, ...]
    cited: tuple[Entry, ...]
    remarks: tuple[Remark, ...]
    accepted: tuple[Remark, ...]
    counts: tuple[tuple[Severity, str, int], ...]
    gone: tuple[Entry, ...]
    lines: tuple[Line, ...]
    corrections: int


def plan_page(extracted: Plan, corrections: Sequence[Correction], used: Plan) -> PlanPage:
    """The page of a plan. ``used`` is the plan with its corrections and the findings of what it then says."""
    plan = with_values(extracted, corrections)
    plan.findings = used.findings
    lists = {kind: entries(plan, corrections, kind) for kind in ("targets", "awards", "criteria", "citations")}
    timing = Timing(plan)
    moments = _moments(plan, corrections, timing)
    duties = tuple(_duty(timing, each) for each in entries(plan, corrections, "assignments"))
    every = [e for found in lists.values() for e in found] + [m.entry for m in moments] + [d.entry for d in duties]
    remarks = remarks_of(used)
    live = tuple(r for r in remarks if r.finding.waived is None)
    grave = [r.finding.severity for r in live]
    shown = [m for m in moments if not m.entry.gone]
    return PlanPage(
        title=clean(plan.header.title or plan.source.name),
        document_type=clean(plan.header.document_type or "Văn bản"),
        header=single(plan, corrections, "header"),
        signature=single(plan, corrections, "signature"),
        head=_head(plan),
        notices=_notices(plan),
        purposes=tuple(plan.purposes),
        requirements=tuple(plan.requirements),
        targets=_kept(lists["targets"]),
        chart=timeline_chart([(m.number, m.entry.fact, m.words) for m in shown], plan.header.period),
        moments=tuple(shown),
        duties=tuple(d for d in duties if not d.entry.gone),
        criteria=_kept(lists["criteria"]),
        awards=_kept(lists["awards"]),
        bases=tuple(e for e in _kept(lists["citations"]) if e.fact.basis),
        cited=tuple(e for e in _kept(lists["citations"]) if not e.fact.basis),
        remarks=live,
        accepted=tuple(r for r in remarks if r.finding.waived is not None),
        counts=tuple((s, name, n) for s, name in SEVERITIES.items() if (n := grave.count(s))),
        gone=tuple(e for e in every if e.gone),
        lines=tuple(document_lines(plan, marks_of(plan))),
        corrections=len(corrections),
    )


def _kept(found: list[Entry]) -> tuple[Entry, ...]:
    return tuple(each for each in found if not each.gone)


def _head(plan: Plan) -> tuple[HeadFact, ...]:
    header, spans = plan.header, plan.header.spans
    found = [
        ("Cơ quan ban hành", header.issuer.name, "issuer"),
        ("Số, ký hiệu", header.number, "number"),
        ("Ngày ban hành", ", ".join(filter(None, [header.place, header.date and when(header.date)])), "date"),
        ("Thời gian thực hiện", period(header.period), "period"),
        ("Phong trào, chương trình", header.movement, "movement"),
        ("Thực hiện văn bản", header.parent, "parent"),
    ]
    if by := header.promulgated_by:
        dated = f"ngày {when(by.date)}" if by.date and len(by.date) == 10 else by.date and when(by.date)
        words = " ".join(filter(None, [by.type, by.number, dated]))
        found.append(("Ban hành kèm theo", words, "promulgated_by"))
    if header.marks:
        found.append(("Độ mật, độ khẩn", ", ".join(header.marks), "marks"))
    rows = [HeadFact(name, clean(words or ""), f"header-{key}" if key in spans else "") for name, words, key in found]
    signature = plan.signature
    signed = ", ".join(filter(None, [signature.name, signature.position]))
    place = next((f"signature-{key}" for key in ("name", "position") if key in signature.spans), "")
    return (*rows, HeadFact("Người ký", clean(signed), place))


def _notices(plan: Plan) -> tuple[str, ...]:
    """What to know before reading on."""
    found = [clean(f.message) for f in plan.findings if f.kind == "not_a_plan" and not f.waived]
    found += [f"{f'Trang {e.page}: ' if e.page else ''}{clean(e.message)}" for e in plan.source.errors[:12]]
    if plan.source.ocr:
        found.append("Văn bản được nhận dạng từ ảnh quét; chữ và số có thể bị đọc sai. Hãy đối chiếu với trang gốc.")
    return tuple(found)


def _moments(plan: Plan, corrections: Sequence[Correction], timing: Timing) -> list[Moment]:
    """The milestones by date, numbered as in the chart."""
    by_fact = {id(entry.fact): entry for entry in entries(plan, corrections, "timeline")}
    ordered: list[Milestone] = chronological(plan.timeline)
    found: list[Moment] = []
    number = 1
    for milestone in ordered:
        entry = by_fact[id(milestone)]
        words = clean(timing.event(milestone).quote)
        actors = clean("; ".join(milestone.actors))
        dates = _dates(milestone) if entry.fixes else resolved(milestone)
        found.append(Moment(entry, number, clean(milestone.time), dates, words, actors))
        number += not entry.gone
    return found


def _dates(milestone: Milestone) -> str:
    """The dates of a milestone that was corrected: they may say other than its words."""
    dates = list(dict.fromkeys(d for d in (milestone.start, milestone.end) if d))
    return " – ".join(map(when, dates))


def _duty(timing: Timing, entry: Entry) -> Duty:
    assignment = entry.fact
    tasks = assignment.tasks or [Task(quote=assignment.quote, span=assignment.span)]
    rows = tuple(
        TaskRow(
            f"{entry.key}-{n}" if assignment.tasks else entry.key,
            clean(task.quote),
            timing.deadline(task).text,
            clean(task.product or ""),
        )
        for n, task in enumerate(tasks)
    )
    return Duty(entry, clean("; ".join(assignment.lead)), clean("; ".join(assignment.partners)), rows)
