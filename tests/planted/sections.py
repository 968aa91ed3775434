"""The sections of an ordinary plan, each written to the outline at a given depth."""

from __future__ import annotations

from . import duties, targets, times
from .citations import law, national
from .dates import When
from .desk import Clause, Desk, Outline, listed, low
from .figures import number
from .wordings import phrases

Roles = tuple[str, ...]


def purposes(desk: Desk, out: Outline, depth: int) -> None:
    """MỤC ĐÍCH, YÊU CẦU, with a heading for each, or each a section of its own."""
    aims = [
        Clause(text + desk.rng.choice(("", "; " + low(desk.rng.choice(phrases.FILLER)))))
        for text in desk.rng.sample(desk.topic.purposes, desk.rng.randint(1, 3))
    ]
    wants = [Clause(text) for text in desk.rng.sample(phrases.REQUIREMENTS, desk.rng.randint(2, 4))]
    if desk.chance(0.25):
        who = desk.issuer.agencies
        wants.append(
            duties.group(
                desk,
                who,
                (
                    desk.rng.choice(
                        (
                            "xác định đây là nhiệm vụ trọng tâm, "
                            "gắn trách nhiệm của người đứng đầu với kết quả thực hiện",
                            "chủ động, linh hoạt trong triển khai, thường xuyên bám sát cơ sở",
                        )
                    ),
                ),
            )
        )
    if desk.chance(0.85) or desk.style.numbering == "letters":
        out.head(depth, desk.rng.choice(("Mục đích, yêu cầu", "Mục đích và yêu cầu")), ("purpose", "requirements"))
        out.head(depth + 1, "Mục đích", ("purpose",))
        out.items(depth + 2, aims)
        out.head(depth + 1, "Yêu cầu", ("requirements",))
        out.items(depth + 2, wants)
    else:
        out.head(depth, "Mục đích", ("purpose",))
        out.items(depth + 1, aims)
        out.head(depth, "Yêu cầu", ("requirements",))
        out.items(depth + 1, wants)


def principles(desk: Desk, out: Outline, depth: int) -> None:
    out.head(depth, desk.rng.choice(("Quan điểm chỉ đạo", "Nguyên tắc thực hiện", "Quan điểm")), ("other",))
    out.items(depth + 1, [Clause(t) for t in desk.rng.sample(phrases.PRINCIPLES, desk.rng.randint(2, 4))])


def past(desk: Desk, out: Outline, depth: int) -> None:
    """What was done last year: figures that are no commitments."""
    clauses = [Clause(desk.fill(text)) for text in phrases.PAST_RESULTS[: desk.rng.randint(2, 4)]]
    if desk.topic.rates and desk.chance(0.6):
        what, least, _ = desk.rng.choice(desk.topic.rates)
        clauses.insert(1, Clause(f"Năm {desk.frame.low.year - 1}, {low(what)} mới đạt {number(least - 7.4)}%"))
    out.items(depth, clauses, "")


def goals(desk: Desk, out: Outline, depth: int) -> None:
    """MỤC TIÊU, CHỈ TIÊU: a general aim, then what is measured."""
    sub = depth + 1
    if desk.chance(0.75):
        out.head(depth, desk.rng.choice(("Mục tiêu", "Mục tiêu, chỉ tiêu", "Mục tiêu, chỉ tiêu cụ thể")), ("targets",))
        out.head(sub, desk.rng.choice(("Mục tiêu chung", "Mục tiêu tổng quát")), ("targets",))
        out.items(sub + 1, [Clause(desk.fill(desk.rng.choice(phrases.GENERAL_AIMS)))], "")
        name, due = _goal_heading(desk)
        out.head(sub, name, ("targets",))
        measured(desk, out, sub + 1, due, desk.rng.randint(4, 8))
    else:
        out.head(depth, desk.rng.choice(("Chỉ tiêu phấn đấu", "Các chỉ tiêu chủ yếu", "Chỉ tiêu cụ thể")), ("targets",))
        measured(desk, out, sub, None, desk.rng.randint(4, 8))


def _goal_heading(desk: Desk) -> tuple[str, str | None]:
    name = desk.rng.choice(("Mục tiêu cụ thể", "Chỉ tiêu cụ thể", "Các chỉ tiêu cụ thể"))
    first, last = desk.frame.low.year, desk.frame.high.year
    if desk.frame.khi.startswith(("giai đoạn", "đến năm")) and desk.chance(0.6):
        year = desk.rng.randint(first + 1, last)
        return f"{name}{desk.rng.choice((' đến năm', ' đến hết năm'))} {year}", str(year)
    return name, None


def measured(desk: Desk, out: Outline, depth: int, due: str | None, count: int) -> None:
    """A list of targets, one or two a bullet, some for an earlier day."""
    usual, desk.due = desk.due, due or desk.due
    clauses: list[Clause] = []
    state = targets.status(desk) if desk.chance(0.7) else None
    if state:
        clauses.append(state)
    while len(clauses) < count:
        made = targets.target(desk)
        if not made:
            count -= 1
            continue
        if desk.chance(0.12) and due is None:
            made = targets.with_due(desk, made)
        elif desk.chance(0.12) and ":" not in made.text:
            second = targets.rate(desk)
            if second and ":" not in second.text:
                made = _both(made, second)
        clauses.append(made)
    desk.due = usual
    out.items(depth, clauses, "-" if desk.style.items == "plain" else None)


def _both(one: Clause, two: Clause) -> Clause:
    """Two targets in one bullet; the second starts small."""
    text = low(two.text)
    return Clause(f"{one.text}; {text}", (*one.facts, targets.moved(two, text)))


def content(desk: Desk, out: Outline, depth: int, roles: Roles, name: str, appendix: bool = False) -> None:
    """NỘI DUNG, NHIỆM VỤ: the topic's themes with what is to be done below."""
    out.head(depth, name, roles)
    if appendix:
        out.item(depth + 1, Clause("(Chi tiết các phần việc tại Phụ lục kèm theo Kế hoạch này)."), "")
    for heading, things in desk.rng.sample(desk.topic.themes, min(len(desk.topic.themes), desk.rng.randint(2, 4))):
        out.head(depth + 1, heading, roles)
        drawn = desk.rng.sample(things, desk.rng.randint(2, len(things)))
        if desk.chance(0.25):
            mark = "-" if desk.style.items != "letter" else None
            for phrase in drawn:
                duties.by_roles(desk, out, depth + 2, phrase, roles, mark)
        else:
            out.items(depth + 2, [dressed(desk, phrase) for phrase in drawn])


def dressed(desk: Desk, phrase: str) -> Clause:
    """A thing to do, perhaps with a day, a figure, a document (new, or named before: no new citation) or a body."""
    form = desk.rng.random()
    if form < 0.12:
        return times.deadline(desk, phrase)
    if form < 0.2:
        return times.recurring(desk, phrase)
    if form < 0.32:
        share = targets.share(desk)
        if share and not share.text.startswith(("Có ", "Bảo đảm ", "Từ ")):
            text = low(share.text)
            return Clause(f"{phrase}, phấn đấu {text}", (targets.moved(share, text),))
    if form < 0.42:
        cited = national(desk, False)
        verb = desk.rng.choice(("Tiếp tục thực hiện có hiệu quả", "Triển khai nghiêm túc"))
        if cited:
            return Clause(f"{verb} {cited.text}", cited.facts)
    if form < 0.47 and desk.cited:
        return Clause(f"{phrase} theo tinh thần {desk.rng.choice(desk.cited)}")
    if form < 0.55:
        return acted(desk, phrase)
    tail = f", {desk.rng.choice(phrases.TAILS)}" if desk.chance(0.4) else ""
    filler = f". {desk.rng.choice(phrases.FILLER)}" if desk.chance(0.2) else ""
    return Clause(f"{phrase}{tail}{filler}")


def acted(desk: Desk, phrase: str) -> Clause:
    """A body is told to do it, right in the list of what is to be done."""
    body = duties.leader(desk)
    who, helpers = desk.say(body), duties.partners(desk, body, 2)
    task = f"chủ trì, phối hợp với {listed(helpers)} {low(phrase)}"
    return duties.sealed(f"{who} ", [task], "; ", (who,), helpers, None)


def solutions(desk: Desk, out: Outline, depth: int) -> None:
    out.head(
        depth, desk.rng.choice(("Giải pháp thực hiện", "Giải pháp chủ yếu", "Biện pháp thực hiện")), ("solutions",)
    )
    stock = [p for _, things in desk.topic.themes for p in things if p not in {b.text.rstrip(".;") for b in out.blocks}]
    drawn = desk.rng.sample(stock, min(len(stock), desk.rng.randint(3, 4)))
    for phrase in drawn:
        clause = dressed(desk, phrase)
        out.item(depth + 1, clause if clause.text.endswith(".") else Clause(clause.text + ".", clause.facts))


def schedule(desk: Desk, out: Outline, depth: int, span: tuple[When, When] | None) -> None:
    """THỜI GIAN, TIẾN ĐỘ: when what happens; the whole period where only this section tells it."""
    name = desk.rng.choice(("Thời gian thực hiện", "Tiến độ thực hiện", "Thời gian, tiến độ thực hiện"))
    out.head(depth, name if not span else "Thời gian thực hiện", ("timeline",))
    alone = bool(span) and desk.chance(0.3)
    steps = [times.overall(desk, *span, alone)] if span else []
    if not alone:
        steps += [s for s in (times.step(desk) for _ in range(desk.rng.randint(3, 5))) if s]
    if not span and desk.chance(0.5):
        steps.append(times.review(desk))
    out.items(
        depth + 1, steps, "" if len(steps) == 1 else "-" if desk.style.items == "plain" or desk.chance(0.6) else None
    )


def budget(desk: Desk, out: Outline, depth: int) -> None:
    out.head(depth, desk.rng.choice(("Kinh phí thực hiện", "Kinh phí")), ("budget",))
    clauses = [Clause(desk.rng.choice(phrases.FUNDS))]
    if desk.chance(0.35):
        cited = law(desk, "Ngân sách nhà nước", False)
        clauses.append(Clause(phrases.FUNDS_BY_LAW.format(luat=cited.text), cited.facts))
    out.items(depth + 1, clauses, "")


def subjects(desk: Desk, out: Outline, depth: int) -> None:
    out.head(depth, desk.rng.choice(("Đối tượng, phạm vi", "Đối tượng tham gia")), ("subjects",))
    out.items(depth + 1, [Clause(desk.fill(t)) for t in desk.rng.sample(phrases.SUBJECTS, desk.rng.randint(1, 2))], "-")


def implementation(desk: Desk, out: Outline, depth: int) -> None:
    """TỔ CHỨC THỰC HIỆN: bodies as headings, in run-in sentences, or mixed."""
    out.head(
        depth,
        desk.rng.choice(("Tổ chức thực hiện", "Phân công thực hiện", "Phân công trách nhiệm")),
        ("implementation",),
    )
    issuer, form = desk.issuer, desk.rng.choice(("headed", "run in", "mixed"))
    others = [b for b in desk.team if b != issuer.lead]
    chosen = [issuer.lead, *others[: desk.rng.randint(2, 4)], issuer.below]
    for body in chosen:
        if form == "headed" or (form == "mixed" and desk.chance(0.5)):
            duties.headed(desk, out, depth + 1, body)
        else:
            out.item(depth + 1, duties.run_in(desk, body))
    last = []
    if desk.chance(0.6):
        if form == "headed" and desk.chance(0.6):
            duties.asked_headed(desk, out, depth + 1)
        else:
            last.append(duties.asked(desk))
    if desk.chance(0.5):
        tasks = (desk.rng.choice(phrases.DUTIES["all"]),)
        last.append(duties.group(desk, issuer.agencies, tasks, desk.rng.choice(("", "Đề nghị ", "Yêu cầu "))))
    for clause in last:
        if clause:
            out.item(depth + 1, clause)


def work_table(desk: Desk, out: Outline, depth: int) -> None:
    """A section that is a task table."""
    stock = [p for _, things in desk.topic.themes for p in things]
    rows = desk.rng.sample(stock, min(len(stock), desk.rng.randint(3, 7)))
    out.head(depth, desk.rng.choice(("Danh mục nhiệm vụ", "Nội dung công việc cụ thể")), ("content",))
    out.item(
        depth + 1,
        Clause("Các phần việc cụ thể được phân công theo bảng dưới đây."),
        "",
        duties.table_of(desk, rows, None),
    )
