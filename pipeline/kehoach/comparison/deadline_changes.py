"""Changes of deadlines, events and rhythms, and of the time that the whole plan covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach.comparison.linked import EQUAL, Linked, around, best_pairs, brief, clauses, cut, equal_pairs
from kehoach.comparison.model import Change, Effect
from kehoach.facts.details import detail_kind
from kehoach.plan import Milestone, Plan

SAME_EVENT = 0.3  # likeness of two milestones in linked blocks from which they are one event
SAME_EVENT_ELSEWHERE = 0.7
SAME_YEAR = 0.1  # what the same year adds
SAME_RHYTHM = 0.3  # what the same rhythm adds, where both plans name a day of it
A_WORK = 4  # words without which a time does not tell of what
SAME_DUTY = 0.3  # likeness from which a clause of the parent is what the child sets a time for
ONLY_TIMES = 0.01  # the score of the only times of two linked blocks, whatever words stand beside them
HOURS = {"phút": 1 / 60, "giờ": 1, "ngày": 24, "tuần": 168, "tháng": 720, "năm": 8760}
DURATION = re.compile(rf"(?P<least>\d+)(?:\s*[-–]\s*(?P<most>\d+))?\s*(?P<unit>{'|'.join(HOURS)})(?!\s*\d)")
DAY = re.compile(r"ngày\s+(?P<day>\d{1,2})(?=\D*(?:tháng|quý)\s*$)")
SHORT, AROUND = 24, 15  # words of a quote that is shown whole; words on both sides of the time in a longer one
UNTIL = re.compile(r"(?:và\s+)?(?:kết thúc|hoàn thành|đến|cho đến)(?!\w)", re.IGNORECASE)
REVIEWS = ("sơ kết", "tổng kết")
DAY_OR_MONTH = 4  # characters; a date of more is more exact than a year


def deadline_changes(linked: Linked) -> list[Change]:
    """Times that are missing, earlier, later, less exact, or new."""
    ours = [m for m in _spans(linked.parent) if not _is_occasion_of_awards(linked, m)]
    theirs = _spans(linked.child)
    pairs = best_pairs(_scored(linked, ours, theirs))
    changes: list[Change] = []
    for i, milestone in enumerate(ours):
        if i in pairs:
            changes += _between(milestone, theirs[pairs[i]])
        elif (milestone.kind != "period" or _is_exact(milestone)) and not _is_said_by(linked, milestone, theirs):
            changes.append(_missing(milestone))
    matched = set(pairs.values())
    for j, milestone in enumerate(theirs):
        if j in matched or not _is_own(milestone) or _is_part_of_target(linked, milestone):
            continue
        if not _is_said(linked, milestone):
            changes.append(_added(linked, milestone))
    return changes


def _spans(plan: Plan) -> list[Milestone]:
    """The timeline with a beginning and an end that stand side by side as one (`từ ngày …, kết thúc ngày …`)."""
    found: list[Milestone] = []
    for milestone in plan.timeline:
        before = found[-1] if found else None
        if before and before.kind == "period" and before.end is None and before.block == milestone.block:
            text = plan.text[before.span[0] : milestone.span[1]]
            if milestone.end and UNTIL.match(milestone.quote) and len(text) <= len(before.quote + milestone.quote) + 3:
                at = text.find(before.time)
                joined = {
                    "quote": text,
                    "time": text[at:],
                    "end": milestone.end,
                    "span": (before.span[0], milestone.span[1]),
                }
                found[-1] = before.model_copy(update=joined)
                continue
        found.append(milestone)
    return found


def _is_part_of_target(linked: Linked, milestone: Milestone) -> bool:
    """A rhythm that says how often a figure is to be reached (`mỗi tuần 02 tin`) is told with the figure."""
    at = [t.quote for t in linked.child.targets if t.block == milestone.block]
    return milestone.recurrence is not None and any(milestone.time in quote for quote in at)


def _scored(linked: Linked, ours: Sequence[Milestone], theirs: Sequence[Milestone]) -> Iterator[tuple[float, int, int]]:
    """How well milestones of both plans go together: equal ones, like ones, and the only ones of linked blocks."""

    def says_little(milestone: Milestone) -> bool:
        """A period, or a time without the work (`Thời gian thực hiện: …`, `Hoàn thành trước …`), known by its block."""
        words = linked.upper_wording.neutral(_event(milestone))
        return milestone.kind == "period" or len(words) < A_WORK or detail_kind(milestone.quote) == "time"

    answers = [{p.block.id for p in linked.answers(m.block)} for m in ours]
    keys = [[(m.quote, m.time, m.start, m.end, m.recurrence) for m in side] for side in (ours, theirs)]
    yield from ((EQUAL, i, j) for i, j in equal_pairs(*keys))
    for alike, i, j in linked.alike_pairs(
        [_event(m) for m in ours], [_event(m) for m in theirs], SAME_EVENT - SAME_RHYTHM
    ):
        likeness = alike + _agreement(ours[i], theirs[j])
        in_link = theirs[j].block in answers[i]
        if not in_link and (says_little(ours[i]) or says_little(theirs[j])):
            continue
        if likeness >= (SAME_EVENT if in_link else SAME_EVENT_ELSEWHERE):
            yield likeness, i, j
    alone = {theirs[j].block: j for j in _alone(theirs)}
    for i in _alone(ours):
        for j in (alone[block] for block in answers[i] if block in alone):
            if (ours[i].recurrence is None) == (theirs[j].recurrence is None):
                yield ONLY_TIMES, i, j


def _alone(milestones: Sequence[Milestone]) -> list[int]:
    """Those that are the only ones of their blocks."""
    counts = Counter(m.block for m in milestones)
    return [i for i, m in enumerate(milestones) if m.block and counts[m.block] == 1]


def _is_exact(milestone: Milestone) -> bool:
    """A period of days or months: one of years is that of the plan, told elsewhere."""
    return len(milestone.start or "") > DAY_OR_MONTH


def _is_own(milestone: Milestone) -> bool:
    """A time of the plan's text that is not just the time of the plan; rows of tables are no blocks to compare."""
    return milestone.kind != "period" and milestone.block is not None and "giai đoạn" not in milestone.time.casefold()


def _is_occasion_of_awards(linked: Linked, milestone: Milestone) -> bool:
    """Times that only say when awards are given are told with the awards."""
    point = linked.upper_point(milestone.block)
    return point is not None and point.block.heading and "awards" in point.roles


def _agreement(ours: Milestone, theirs: Milestone) -> float:
    """What recurs is no single event, and one year speaks for one event."""
    if (ours.recurrence is None) != (theirs.recurrence is None) or _are_other_reviews(ours, theirs):
        return -1.0
    if ours.recurrence and ours.recurrence == theirs.recurrence and ours.end and theirs.end:
        return SAME_RHYTHM  # each year by a day: a report
    years = {(m.end or m.start or "")[:4] for m in (ours, theirs)}
    return SAME_YEAR if len(years) == 1 else 0.0


def _are_other_reviews(ours: Milestone, theirs: Milestone) -> bool:
    """A review on the way (`sơ kết`) is not the one at the end (`tổng kết`), however like the words beside them are."""
    kinds = [{kind for kind in REVIEWS if kind in m.quote.casefold()} for m in (ours, theirs)]
    return all(kinds) and not kinds[0] & kinds[1]


def _event(milestone: Milestone) -> str:
    return milestone.quote.replace(milestone.time, " ")


def _told(milestone: Milestone) -> str:
    """The quote; of a long one the words around the time."""
    quote, at = milestone.quote, milestone.quote.find(milestone.time)
    if at < 0 or len(quote.split()) <= SHORT:
        return cut(quote)
    return around(quote, at, at + len(milestone.time), words=AROUND)


def _between(ours: Milestone, theirs: Milestone) -> list[Change]:
    effect = _effect(ours, theirs)
    if effect is None:
        return []
    words = {"weaker": "muộn hơn hoặc kém cụ thể hơn", "stronger": "sớm hơn hoặc cụ thể hơn"}
    return [
        Change(
            kind="deadline",
            effect=effect,
            parent_quote=_told(ours),
            child_quote=_told(theirs),
            parent_block=ours.block,
            child_block=theirs.block,
            message=f"Thời hạn {words[effect]}: {ours.time} → {theirs.time}.",
        )
    ]


RHYTHM = {"weekly": 5, "monthly": 4, "quarterly": 3, "annual": 2, "periodic": 1}


def _effect(ours: Milestone, theirs: Milestone) -> Effect | None:
    """Later or less exact is weaker, earlier or more exact is stronger; None where nothing changes."""
    if ours.time.casefold() == theirs.time.casefold():
        return None
    if ours.recurrence != theirs.recurrence and ours.recurrence and theirs.recurrence:
        return "weaker" if RHYTHM[theirs.recurrence] < RHYTHM[ours.recurrence] else "stronger"
    if ours.end is None and theirs.end is None:
        lasting = _lasting(ours.time), _lasting(theirs.time)
        if None not in lasting and lasting[0] != lasting[1]:
            return "weaker" if (lasting[1] or 0) > (lasting[0] or 0) else "stronger"
    elif "period" in (ours.kind, theirs.kind) and (ours.end is None or theirs.end is None):
        return "weaker" if theirs.end is None else "stronger"  # `Năm 2026 và các năm tiếp theo` never ends
    if ours.end == theirs.end and ours.start and theirs.start:
        return _of_dates(ours.start, theirs.start)
    mine, other = ours.end or ours.start, theirs.end or theirs.start
    return _side_of_day(ours, theirs) if mine == other else _of_dates(mine, other)


def _of_dates(mine: str | None, other: str | None) -> Effect | None:
    if mine == other:
        return None
    if mine is None or other is None:
        return "weaker" if other is None else "stronger"
    if mine.startswith("--") != other.startswith("--"):
        return "weaker" if other.startswith("--") else "stronger"
    if other.startswith(mine):
        return "stronger"
    if mine.startswith(other):
        return "weaker"
    return "weaker" if other > mine else "stronger"


def _lasting(time: str) -> float | None:
    """The hours of a time that is so long (`trong 24 - 48 giờ`: 48), or until its day of each month (`trước ngày 25
    hằng tháng`); None where it is none.
    """
    monthly = DAY.search(time)
    if monthly:
        return 24 * float(monthly["day"])
    found = DURATION.search(time)
    return float(found["most"] or found["least"]) * HOURS[found["unit"]] if found else None


def _side_of_day(ours: Milestone, theirs: Milestone) -> Effect | None:
    """One day may be the last (`trước ngày …`) or the first (`sau ngày …`)."""
    after = [milestone.time.casefold().startswith("sau ") for milestone in (ours, theirs)]
    return None if after[0] == after[1] else "weaker" if after[1] else "stronger"


def _missing(milestone: Milestone) -> Change:
    return Change(
        kind="deadline",
        effect="missing",
        parent_quote=_told(milestone),
        parent_block=milestone.block,
        message=f"Không còn thời hạn: {milestone.time}.",
    )


def _is_said_by(linked: Linked, milestone: Milestone, theirs: Sequence[Milestone]) -> bool:
    """The parent sets a time twice that the child sets once, for the same event."""
    return milestone.end is not None and any(
        other.end == milestone.end
        and other.recurrence == milestone.recurrence
        and linked.alike(_event(milestone), _event(other)) >= SAME_EVENT
        for other in theirs
    )


def _is_said(linked: Linked, milestone: Milestone) -> bool:
    """The parent sets the same time for the same event, and another place of the child has taken it."""
    return any(
        _effect(ours, milestone) is None
        and ours.recurrence == milestone.recurrence
        and linked.alike(_event(ours), _event(milestone)) >= SAME_EVENT
        for ours in linked.parent.timeline
    )


def _added(linked: Linked, milestone: Milestone) -> Change:
    """A time that the parent does not set: of a duty that it has, or of one of the child's own."""
    source, quote = _duty(linked, milestone)
    return Change(
        kind="deadline",
        effect="stronger" if quote else "added",
        parent_quote=brief(quote) if quote else None,
        child_quote=_told(milestone),
        parent_block=source,
        child_block=milestone.block,
        message=f"{'Đặt thêm thời hạn hoặc định kỳ' if quote else 'Thời hạn mới'}: {milestone.time}.",
    )


def _duty(linked: Linked, milestone: Milestone) -> tuple[str | None, str | None]:
    best: tuple[float, str, str] | None = None
    for point in linked.sources(milestone.block):
        for start, end in clauses(point.block.text):
            labels = point.block.text[end:].startswith(":")  # `Thời gian thực hiện: …` says nothing by itself
            quote = point.block.text[start:] if labels else point.block.text[start:end]
            likeness = linked.alike(quote, _event(milestone))
            if likeness >= SAME_DUTY and (best is None or likeness > best[0]):
                best = (likeness, point.block.id, quote)
    return (best[1], best[2]) if best else (None, None)


def period_changes(linked: Linked) -> list[Change]:
    """The time that the whole plan covers, where it differs."""
    ours, theirs = linked.parent.header.period, linked.child.header.period
    if ours is None or theirs is None or (ours.start, ours.end) == (theirs.start, theirs.end):
        return []
    inside = (ours.start or "") <= (theirs.start or "") and (theirs.end or "9999") <= (ours.end or "9999")
    quotes = [
        _quote(plan.text, plan.header.spans.get("period"), plan.header.title) for plan in (linked.parent, linked.child)
    ]
    span = [f"{_day(p.start)} – {_day(p.end)}" for p in (ours, theirs)]
    return [
        Change(
            kind="period",
            effect="rescoped" if inside else "weaker",
            parent_quote=quotes[0],
            child_quote=quotes[1],
            message=f"Thời gian của kế hoạch khác nhau: {span[0]} → {span[1]}.",
        )
    ]


def _day(date: str | None) -> str:
    """An ISO date as documents write it: `10/04/2022`, `04/2022`, `2022`."""
    return "/".join(reversed(date.split("-"))) if date else "…"


def _quote(text: str, span: tuple[int, int] | None, title: str | None) -> str | None:
    return text[span[0] : span[1]] if span else title
