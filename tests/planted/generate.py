"""``generate(seed)``: a plan put together from the wordings, the same for the same seed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from . import duties, emulation, sections
from .citations import preamble
from .dates import Frame, When, frame_of, slash
from .desk import Clause, Desk, Outline, Style, low
from .facts import Header, Letterhead, PlantedBlock, PlantedPlan, PlantedTable, Signature
from .issuers import Issuer
from .issuers_other import issuer_of
from .wordings import phrases, places, topics_people, topics_safety, topics_state, topics_work
from .wordings.schools import for_school
from .wordings.topic import Topic

TOPICS: tuple[Topic, ...] = (*topics_state.TOPICS, *topics_people.TOPICS, *topics_work.TOPICS, *topics_safety.TOPICS)


def planted_plans(last_seed: int = 100_000) -> st.SearchStrategy[PlantedPlan]:
    """Planted plans for Hypothesis; a failure is named by its seed."""
    return st.integers(0, last_seed).map(generate)


def generate(seed: int) -> PlantedPlan:
    rng = Random(seed)
    topic = rng.choice(TOPICS)
    as_school = topic.school and rng.random() < 0.12
    topic = for_school(topic) if as_school else topic
    frame = frame_of(rng, topic.code, as_school)
    issuer = issuer_of(rng, topic, frame.issued, as_school)
    span = None if frame.khi else _whole_period(rng, frame)
    if span:
        frame = Frame(
            frame.issued, "", span[0].iso, span[1].iso, date.fromisoformat(span[0].iso), date.fromisoformat(span[1].iso)
        )
    desk = Desk(rng, topic, issuer, frame, _style(rng, issuer), rng.random() < 0.3 and topic.code != "BC", frame.end)
    title = _title(desk)
    opening, parent = preamble(desk, title)
    blocks, appendix = _body(desk, opening, span, title)
    return _dressed(desk, seed, title, parent, blocks, appendix)


def _whole_period(rng: Random, frame: Frame) -> tuple[When, When]:
    first = frame.low + timedelta(days=rng.randrange(0, 15))
    last = frame.high - timedelta(days=rng.randrange(0, 15)) if frame.high.month > 5 else frame.high
    return When(slash(first), first.isoformat()), When(slash(last), last.isoformat())


def _style(rng: Random, issuer: Issuer) -> Style:
    numbering = rng.choices(("roman", "letters", "arabic", "parts"), (10, 2, 3, 1))[0]
    full = rng.random() < 0.7 or issuer.kind == "department"
    return Style(
        numbering,
        rng.random() < 0.3,
        rng.choice(("bullet", "bullet", "letter", "plain")),
        rng.random() < 0.45,
        rng.random() < 0.3,
        rng.random() < 0.7,
        full,
    )


def _title(desk: Desk) -> str:
    form = desk.rng.choice(desk.topic.titles)
    if desk.emulation:
        form = desk.rng.choice(
            (
                "Phát động phong trào thi đua “{ten}” {noi} {khi}",
                "Tổ chức thực hiện Phong trào thi đua “{ten}” {noi} {khi}",
            )
        )
    text = form.format(noi=desk.issuer.noi, khi=desk.frame.khi, ten=desk.topic.movement)
    return " ".join(text.split())


def _body(
    desk: Desk, opening: list[Clause], span: tuple[When, When] | None, title: str
) -> tuple[list[PlantedBlock], PlantedTable | None]:
    """The preamble, the sections in one of several orders, and the closing."""
    out = Outline(desk)
    for clause in opening:
        out.item(0, clause, "")
    depth = 1
    if desk.style.numbering == "parts":
        out.top = depth = 2
        out.head(1, f"Tình hình, kết quả công tác {desk.topic.name} năm {desk.frame.low.year - 1}", ("other",))
        sections.past(desk, out, 2)
        out.head(1, "Nội dung kế hoạch", ("content",))
    sections.purposes(desk, out, depth)
    appendix = _middle(desk, out, depth, span)
    sections.implementation(desk, out, depth)
    out.item(0, _closing(desk, title), "")
    return out.blocks, appendix


def _middle(desk: Desk, out: Outline, depth: int, span: tuple[When, When] | None) -> PlantedTable | None:
    """Between purpose and implementation; returns the appendix, if there is one."""
    chance = desk.chance
    if desk.extra(0.15) and depth == 1:
        sections.principles(desk, out, depth)
    if chance(0.8):
        sections.goals(desk, out, depth)
    if desk.extra(0.15):
        sections.subjects(desk, out, depth)
    appendix = None
    if desk.emulation:
        emulation.contest(desk, out, depth)
        emulation.criteria(desk, out, depth)
        emulation.awards(desk, out, depth)
        if desk.extra(0.4):
            emulation.procedure(desk, out, depth)
    else:
        joint = chance(0.3)
        roles = ("content", "solutions") if joint else ("content",)
        name = desk.rng.choice(
            ("Nhiệm vụ và giải pháp", "Nội dung, giải pháp thực hiện")
            if joint
            else ("Nội dung thực hiện", "Nhiệm vụ trọng tâm", "Nội dung, nhiệm vụ", "Nội dung")
        )
        planned = chance(0.2)
        appendix = _appendix(desk) if planned and chance(0.4) else None
        sections.content(desk, out, depth, roles, name, bool(appendix))
        if not joint and chance(0.25):
            sections.solutions(desk, out, depth)
        if planned and not appendix:
            sections.work_table(desk, out, depth)
    if span or chance(0.45):
        sections.schedule(desk, out, depth, span)
    if chance(0.55):
        sections.budget(desk, out, depth)
    return appendix


def _appendix(desk: Desk) -> PlantedTable:
    """A task table after the recipients; the content section announces it."""
    stock = [p for _, things in desk.topic.themes for p in things]
    rows = desk.rng.sample(stock, min(len(stock), desk.rng.randint(4, 8)))
    return duties.table_of(desk, rows, "DANH MỤC CÁC PHẦN VIỆC CỤ THỂ")


def _closing(desk: Desk, title: str) -> Clause:
    """Trên đây là Kế hoạch …, with or without a last request."""
    who, lead = desk.say(desk.issuer.short), desk.contact
    start = f"Trên đây là Kế hoạch {low(title)}"
    chief = desk.say(desk.issuer.advises or desk.issuer.short)
    report = f"kịp thời phản ánh về {lead} để tổng hợp, báo cáo {chief} xem xét, chỉ đạo./"
    form = desk.rng.choice(("bare", "ask", "trouble", "both"))
    if form == "bare":
        return Clause(f"{start} của {who}./.")
    bodies = desk.rng.choice(("các cơ quan, đơn vị", "các cơ quan, đơn vị, địa phương"))
    if desk.issuer.kind == "school":
        bodies = "các tổ, bộ phận"
    doing = desk.rng.choice(("nghiêm túc triển khai thực hiện", "tổ chức triển khai thực hiện nghiêm túc, hiệu quả"))
    ask = desk.rng.choice(("yêu cầu", "đề nghị"))
    if form == "ask":
        return duties.sealed(f"{start}; {ask} {bodies} ", [f"{doing}./"], "", (bodies,), (), None)
    if form == "trouble":
        opening = f"{start} của {who}. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, {ask} {bodies} "
        return duties.sealed(opening, [report], "", (bodies,), (), None)
    second = f"Trong quá trình triển khai thực hiện, nếu có khó khăn, vướng mắc, {report}"
    return duties.sealed(f"{start}, {ask} {bodies} ", [doing, second], ". ", (bodies,), (), None)


def _dressed(
    desk: Desk, seed: int, title: str, parent: str | None, blocks: list[PlantedBlock], appendix: PlantedTable | None
) -> PlantedPlan:
    """Letterhead, signature and recipients around the body."""
    rng, issuer, issued = desk.rng, desk.issuer, desk.frame.issued
    number = f"{rng.randrange(1, 420):02d}{'-' if issuer.party else '/'}{issuer.symbol}"
    blank, dateless = rng.random() < 0.08, rng.random() < 0.06
    year, month = issued.year, (f"{issued.month:02d}" if issued.month <= 2 else str(issued.month))
    day = "    " if dateless else f"{issued.day:02d}"
    colon = "" if issuer.party else ":"
    letterhead = Letterhead(
        issuer.upper,
        issuer.lines,
        f"Số{colon} {'     /' + issuer.symbol if blank else number}",
        f"{issuer.place}, ngày {day} tháng {month} năm {year}",
        issuer.party,
    )
    capacity, position = rng.choice(issuer.signs)
    name = f"{rng.choice(places.SURNAMES)} {rng.choice(places.MIDDLE_NAMES)} {rng.choice(places.GIVEN_NAMES)}"
    iso = f"{year}-{issued.month:02d}" if dateless else issued.isoformat()
    printed = title.upper() if not desk.emulation and rng.random() < 0.15 else title
    header = Header(
        issuer.name,
        issuer.kind,
        issuer.level,
        None if blank else number,
        issuer.place,
        iso,
        printed,
        desk.topic.movement if desk.emulation else None,
        desk.frame.start,
        desk.frame.end,
        parent,
        issuer.also,
    )
    defects = ([("number", "The number is blank.")] if blank else []) + (
        [("date", "The day is blank.")] if dateless else []
    )
    return PlantedPlan(
        seed,
        desk.topic.code,
        letterhead,
        header,
        tuple(blocks),
        issuer.told,
        Signature(capacity, position, name),
        appendix,
        desk.style.names_itself,
        desk.style.numbering,
        tuple(defects),
    )


__all__ = ["TOPICS", "generate", "phrases", "planted_plans"]
