"""Duties: who does what with whom, as headings with bullets, run-in sentences, bullets of roles and table rows.

A duty in one block is a list of clauses (``Sentence``); one over several blocks is written straight to the outline.
"""

from __future__ import annotations

from dataclasses import replace

from . import times
from .desk import Clause, Desk, Outline, cap, facts_of, listed, low
from .facts import Assignment, Milestone, PlantedTable, Task
from .wordings.phrases import DUTIES, REPORTS

ROLE = ("implementation",)
RELATED = ("các cơ quan, đơn vị liên quan", "các đơn vị có liên quan", "các ngành liên quan")


def function_of(desk: Desk, body: str) -> str:
    """Which list of duties suits a body."""
    if body == desk.issuer.lead:
        return "lead"
    if desk.issuer.kind in ("school", "party", "front"):
        return "front" if body.startswith("Ủy ban Mặt trận") else f"in {desk.issuer.kind}"
    if body == desk.issuer.below:
        return "below"
    if body.startswith("Ủy ban Mặt trận"):
        return "front"
    held = [f for f, b in desk.issuer.bodies.items() if b == body]
    return next((f for f in held if f in DUTIES), "other")


def leader(desk: Desk) -> str:
    """A body that may lead a piece of work: more often than not the one that leads the whole."""
    single = [b for b in desk.team if not b.startswith("Các ") and b != desk.issuer.bodies.get("finance")]
    return single[0] if desk.chance(0.45) else desk.rng.choice(single)


def duty(desk: Desk, body: str) -> str:
    """A verb phrase that the body is told to do, each once."""
    found = desk.take("duties " + body, DUTIES[function_of(desk, body)]) or desk.take("more " + body, DUTIES["other"])
    return desk.fill(low(found or "chủ động thực hiện các nội dung thuộc lĩnh vực được giao"))


def partners(desk: Desk, body: str, most: int = 3, leads: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Bodies that help; the last may be all those concerned."""
    others = [b for b in desk.team if b != body and not b.startswith("Các ") and desk.say(b) not in leads]
    chosen = desk.rng.sample(others, min(len(others), desk.rng.randint(1, most)))
    if len(chosen) == 1 and desk.chance(0.25):
        return (desk.rng.choice(RELATED),)
    named = [desk.say(b) for b in chosen]
    return (*named, desk.rng.choice(RELATED)) if desk.chance(0.4) else tuple(named)


def task_with_time(desk: Desk, phrase: str, body: str) -> Clause:
    """A duty with the day by which, or how often, the body must do it."""
    make = desk.rng.choice((times.deadline, times.deadline, times.recurring))
    return make(desk, cap(phrase), (desk.say(body),))


def report(desk: Desk, body: str) -> Clause:
    phrase = desk.fill(desk.rng.choice(REPORTS[2:] if body == desk.issuer.lead else REPORTS[:2]))
    return task_with_time(desk, phrase, body)


def _assignment(
    lead: tuple[str, ...], helpers: tuple[str, ...], quote: str, tasks: list[str], clauses: list[Clause]
) -> Assignment:
    """``clauses`` are the tasks as written, for their days."""
    dues = {c.text: m.end for c in clauses for m in facts_of([c], Milestone) if m.kind == "deadline"}
    return Assignment(lead, helpers, quote, tuple(Task(t, due=dues.get(t.rstrip(".;"))) for t in tasks))


def with_partners(desk: Desk, phrase: str, body: str, leads: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """chủ trì, phối hợp với … + the duty"""
    helpers = partners(desk, body, 3, leads)
    lead = desk.rng.choice(("Chủ trì, phối hợp với", "Phối hợp với", "Phối hợp chặt chẽ với", "Chủ trì, phối hợp"))
    return f"{lead} {listed(helpers)} {phrase}", helpers


def headed(desk: Desk, outline: Outline, depth: int, body: str) -> None:
    """1. Sở Y tế, and its duties as bullets below."""
    leads = (desk.say(body),)
    if desk.chance(0.15):
        others = [b for b in desk.team if b not in (body, desk.issuer.lead) and not b.startswith("Các ")]
        leads = (*leads, *(desk.say(b) for b in others[-1:]))
    title = desk.rng.choice((", ", "; ", " và ")).join(leads)
    clauses, helpers = [], []
    for _ in range(desk.rng.randint(2, 4)):
        phrase = duty(desk, body)
        if desk.chance(0.3):
            text, found = with_partners(desk, phrase, body, leads)
            helpers += [h for h in found if h not in helpers]
            clauses.append(Clause(text))
        else:
            clauses.append(Clause(cap(phrase)))
    if desk.chance(0.3):
        clauses.append(report(desk, body))
    clauses = [c if len(leads) == 1 else _for_actors(c, leads) for c in clauses]
    _under_heading(outline, depth, title, leads, tuple(helpers), clauses)


def _under_heading(
    outline: Outline, depth: int, title: str, leads: tuple[str, ...], helpers: tuple[str, ...], clauses: list[Clause]
) -> None:
    """A heading that names bodies and their duties below; the heading holds the assignment."""
    at = len(outline.blocks)
    outline.head(depth, title, ROLE)
    outline.items(depth + 1, clauses, "-" if len(clauses) > 1 else "")
    heading, tasks = outline.blocks[at], [b.text for b in outline.blocks[at + 1 :]]
    fact = _assignment(leads, helpers, heading.text, tasks, clauses)
    outline.blocks[at] = replace(heading, facts=(fact,))


def _for_actors(clause: Clause, leads: tuple[str, ...]) -> Clause:
    facts = tuple(replace(f, actors=leads) if isinstance(f, Milestone) else f for f in clause.facts)
    return Clause(clause.text, facts)


def run_in(desk: Desk, body: str) -> Clause:
    """Giao Sở Y tế chủ trì, phối hợp với … ; Sở Y tế: …; Sở Y tế có trách nhiệm …"""
    who, rng = desk.say(body), desk.rng
    first, second, third = (duty(desk, body) for _ in range(3))
    timed = report(desk, body) if desk.chance(0.35) else None
    tail = low(timed.text) if timed else third
    helpers: tuple[str, ...] = ()
    form = rng.choice(("giao", "giao", "plain", "colon", "duty", "helps", "sentences"))
    if form in ("giao", "plain", "helps"):
        helpers = partners(desk, body)
        verb = {"helps": "phối hợp với"}.get(form, "chủ trì, phối hợp với")
        aside = rng.choice(("", "", "", f" (cơ quan thường trực {_board(desk)})")) if body == desk.issuer.lead else ""
        who = low(who) if form == "giao" and who.startswith("Các ") else who
        start = f"{'Giao ' if form == 'giao' else ''}{who}{aside} "
        tasks = [f"{verb} {listed(helpers)} {first}", tail]
    elif form == "colon":
        start, tasks = f"{who}: ", [cap(first), second, tail]
    elif form == "duty":
        start, tasks = f"{who} ", [f"có trách nhiệm {first}", tail]
    else:
        start, tasks = f"{who} ", [first, cap(second if timed is None else tail)]
        return sealed(start, tasks, ". ", (who,), helpers, timed)
    return sealed(start, tasks, "; ", (who,), helpers, timed)


def _board(desk: Desk) -> str:
    return desk.rng.choice(("Ban Chỉ đạo", "Hội đồng tư vấn", "Tổ công tác"))


def sealed(
    start: str, tasks: list[str], joint: str, lead: tuple[str, ...], helpers: tuple[str, ...], timed: Clause | None
) -> Clause:
    """A duty in one block: its opening, its tasks, and the milestone of the task that ``timed`` is."""
    text = start + joint.join(tasks) + "."
    milestones: list[Milestone] = []
    for m in facts_of([timed] if timed else [], Milestone):
        quote = next(t for t in tasks if t.lower() == m.quote.lower())
        time = next(t for t in (m.time, low(m.time), cap(m.time)) if t in quote)
        milestones.append(replace(m, quote=quote, time=time, actors=lead))
    dues = [Clause(m.quote, (m,)) for m in milestones]
    fact = _assignment(lead, helpers, text, tasks, dues)
    return Clause(text, (fact, *milestones))


def asked(desk: Desk) -> Clause | None:
    """Đề nghị Ủy ban Mặt trận Tổ quốc … và các tổ chức chính trị - xã hội …"""
    front = desk.issuer.bodies.get("front")
    if not front or not front.startswith("Ủy ban Mặt trận") or desk.issuer.kind == "front":
        return None
    who, others = desk.say(front), "các tổ chức chính trị - xã hội"
    tasks = [duty(desk, front), duty(desk, front)]
    return sealed(f"Đề nghị {who} và {others} ", tasks, "; ", (who, others), (), None)


def asked_headed(desk: Desk, outline: Outline, depth: int) -> None:
    """5. Đề nghị Ủy ban Mặt trận Tổ quốc …, with the duties below, or one in a paragraph."""
    front = desk.issuer.bodies.get("front")
    if not front or not front.startswith("Ủy ban Mặt trận") or desk.issuer.kind == "front":
        return
    leads = (desk.say(front), "các tổ chức chính trị - xã hội")[: desk.rng.randint(1, 2)]
    clauses = [Clause(cap(duty(desk, front))) for _ in range(desk.rng.randint(1, 3))]
    _under_heading(outline, depth, f"Đề nghị {' và '.join(leads)}", leads, (), clauses)


def group(desk: Desk, body: str, tasks: tuple[str, ...], opening: str = "") -> Clause:
    """Các sở, ban, ngành … căn cứ … xây dựng kế hoạch"""
    who = low(desk.say(body)) if opening else desk.say(body)
    return sealed(f"{opening}{who} ", [desk.fill(t) for t in tasks], "; ", (who,), (), None)


def by_roles(
    desk: Desk, outline: Outline, depth: int, phrase: str, roles: tuple[str, ...], mark: str | None = None
) -> None:
    """A duty with bullets for who leads, who helps, by when, and what comes of it."""
    lead = leader(desk)
    helpers, who = partners(desk, lead, 2), desk.say(lead)
    when = desk.frame.quarter(desk.rng) if desk.chance(0.5) else desk.frame.day(desk.rng)
    time = cap(when.text) if when.text.startswith("quý") else f"Trước ngày {when.text}"
    product = desk.rng.choice(desk.topic.products)
    label = desk.rng.choice(("Thời gian hoàn thành", "Thời hạn hoàn thành"))
    actors = (who,)
    rows = [
        Clause(f"{desk.rng.choice(('Đơn vị', 'Cơ quan'))} chủ trì: {who}"),
        Clause(f"{desk.rng.choice(('Đơn vị phối hợp', 'Cơ quan phối hợp', 'Phối hợp'))}: {listed(helpers)}"),
        Clause(f"{label}: {time}", (Milestone(f"{label}: {time}", time, "deadline", None, when.iso, None, actors),)),
        Clause(f"{desk.rng.choice(('Sản phẩm', 'Kết quả'))}: {product}"),
    ]
    kept = rows if desk.chance(0.7) else rows[:3]
    at = len(outline.blocks)
    outline.head(
        depth,
        phrase,
        roles,
        (Assignment((who,), helpers, phrase, (Task(phrase, product if len(kept) == 4 else None, when.iso),)),),
        mark=mark,
        bare=True,
    )
    assert outline.blocks[at].text == phrase
    outline.items(depth + 1, kept, "+" if mark == "-" else "-")


def table_of(desk: Desk, phrases: list[str], title: str | None) -> PlantedTable:
    """A task table: its rows are duties, quoted by cell, with the day from the cell for time."""
    header = [
        "STT",
        desk.rng.choice(("Nhiệm vụ", "Nội dung công việc")),
        desk.rng.choice(("Cơ quan chủ trì", "Đơn vị chủ trì")),
        desk.rng.choice(("Cơ quan phối hợp", "Đơn vị phối hợp")),
        "Thời gian hoàn thành",
        desk.rng.choice(("Sản phẩm", "Kết quả, sản phẩm")),
    ]
    rows, facts = [], []
    for n, phrase in enumerate(phrases, 1):
        lead = leader(desk)
        helpers, who, product = partners(desk, lead, 2), desk.say(lead), desk.rng.choice(desk.topic.products)
        time, milestone = _cell(desk, who)
        rows.append((str(n), phrase, who, ", ".join(helpers), time, product))
        facts.append(
            Assignment((who,), helpers, phrase, (Task(phrase, product, milestone.end if milestone else None),))
        )
        facts += [milestone] if milestone else []
    return PlantedTable(tuple(header), tuple(rows), tuple(facts), title)


def _cell(desk: Desk, who: str) -> tuple[str, Milestone | None]:
    form = desk.rng.random()
    if form < 0.12:
        return "Thường xuyên", None
    if form < 0.25:
        time, how = desk.rng.choice((("Hằng tháng", "monthly"), ("Hằng quý", "quarterly")))
        return time, Milestone(time, time, "recurring", None, None, how, (who,))
    when = desk.rng.choice((desk.frame.quarter, desk.frame.month, desk.frame.day))(desk.rng)
    time = cap(when.text) if not when.text[0].isdigit() else f"Trước ngày {when.text}"
    return time, Milestone(time, time, "deadline", None, when.iso, None, (who,))
