"""Changes of deadlines, events and rhythms, and of the time that the whole plan covers."""

from __future__ import annotations

from kehoach.comparison.linked import EQUAL, Linked, best_pairs, clauses, cut, equal_pairs
from kehoach.comparison.model import Change, Effect
from kehoach.plan import Milestone

SAME_EVENT = 0.3  # likeness of two milestones in linked blocks from which they are one event
SAME_EVENT_ELSEWHERE = 0.7
SAME_YEAR = 0.1  # what the same year adds
SAME_DUTY = 0.3  # likeness from which a clause of the parent is what the child sets a time for


def deadline_changes(linked: Linked) -> list[Change]:
    """Times that are missing, earlier, later, less exact, or new."""
    ours = [m for m in linked.parent.timeline if not (_is_occasion_of_awards(linked, m) or m.kind == "period")]
    theirs = linked.child.timeline
    answers = [{p.block.id for p in linked.answers(m.block)} for m in ours]

    keys = [[(m.quote, m.time, m.start, m.end, m.recurrence) for m in side] for side in (ours, theirs)]
    scored = [(EQUAL, i, j) for i, j in equal_pairs(*keys)]
    for alike, i, j in linked.alike_pairs(
        [_event(m) for m in ours], [_event(m) for m in theirs], SAME_EVENT - SAME_YEAR
    ):
        likeness = alike + _agreement(ours[i], theirs[j])
        if likeness >= (SAME_EVENT if theirs[j].block in answers[i] else SAME_EVENT_ELSEWHERE):
            scored.append((likeness, i, j))
    pairs = best_pairs(scored)
    changes: list[Change] = []
    for i, milestone in enumerate(ours):
        changes += _between(milestone, theirs[pairs[i]]) if i in pairs else [_missing(milestone)]
    matched = set(pairs.values())
    for j, milestone in enumerate(theirs):
        if j not in matched and _is_own(milestone) and not _is_said(linked, milestone):
            changes.append(_added(linked, milestone))
    return changes


def _is_own(milestone: Milestone) -> bool:
    """A time of the plan's text that is not just the time of the plan; rows of tables are no blocks to compare."""
    return milestone.kind != "period" and milestone.block is not None and "giai đoạn" not in milestone.time.casefold()


def _is_occasion_of_awards(linked: Linked, milestone: Milestone) -> bool:
    """Times that only say when awards are given are told with the awards."""
    point = linked.upper_point(milestone.block)
    return point is not None and point.block.heading and "awards" in point.roles


def _agreement(ours: Milestone, theirs: Milestone) -> float:
    """What recurs is no single event, and one year speaks for one event."""
    if (ours.recurrence is None) != (theirs.recurrence is None):
        return -1.0
    years = {(m.end or m.start or "")[:4] for m in (ours, theirs)}
    return SAME_YEAR if len(years) == 1 else 0.0


def _event(milestone: Milestone) -> str:
    return milestone.quote.replace(milestone.time, " ")


def _between(ours: Milestone, theirs: Milestone) -> list[Change]:
    effect = _effect(ours, theirs)
    if effect is None:
        return []
    words = {"weaker": "muộn hơn hoặc kém cụ thể hơn", "stronger": "sớm hơn hoặc cụ thể hơn"}
    return [
        Change(
            kind="deadline",
            effect=effect,
            parent_quote=cut(ours.quote),
            child_quote=cut(theirs.quote),
            parent_block=ours.block,
            child_block=theirs.block,
            message=f"Thời hạn {words[effect]}: {ours.time} → {theirs.time}.",
        )
    ]


RHYTHM = {"weekly": 5, "monthly": 4, "quarterly": 3, "annual": 2, "periodic": 1}


def _effect(ours: Milestone, theirs: Milestone) -> Effect | None:
    """Later or less exact is weaker, earlier or more exact is stronger; None where nothing changes."""
    if ours.recurrence != theirs.recurrence and ours.recurrence and theirs.recurrence:
        return "weaker" if RHYTHM[theirs.recurrence] < RHYTHM[ours.recurrence] else "stronger"
    mine, other = ours.end or ours.start, theirs.end or theirs.start
    if mine == other:
        return _side_of_day(ours, theirs)
    if mine is None or other is None:
        return "weaker" if other is None else "stronger"
    if mine.startswith("--") != other.startswith("--"):
        return "weaker" if other.startswith("--") else "stronger"
    if other.startswith(mine):
        return "stronger"
    if mine.startswith(other):
        return "weaker"
    return "weaker" if other > mine else "stronger"


def _side_of_day(ours: Milestone, theirs: Milestone) -> Effect | None:
    """One day may be the last (`trước ngày …`) or the first (`sau ngày …`)."""
    after = [milestone.time.casefold().startswith("sau ") for milestone in (ours, theirs)]
    return None if after[0] == after[1] else "weaker" if after[1] else "stronger"


def _missing(milestone: Milestone) -> Change:
    return Change(
        kind="deadline",
        effect="missing",
        parent_quote=cut(milestone.quote),
        parent_block=milestone.block,
        message=f"Không còn thời hạn: {milestone.time}.",
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
        parent_quote=cut(quote) if quote else None,
        child_quote=cut(milestone.quote),
        parent_block=source,
        child_block=milestone.block,
        message=f"{'Đặt thêm thời hạn hoặc định kỳ' if quote else 'Thời hạn mới'}: {milestone.time}.",
    )


def _duty(linked: Linked, milestone: Milestone) -> tuple[str | None, str | None]:
    best: tuple[float, str, str] | None = None
    for point in linked.sources(milestone.block):
        for start, end in clauses(point.block.text):
            quote = point.block.text[start:end]
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
