"""By when an aim is to be reached, where the plan says so beside its figure (`80% trước ngày 30/6/2026`)."""

from __future__ import annotations

from kehoach.comparison.aims import Aim
from kehoach.comparison.linked import Linked, cut
from kehoach.comparison.model import Change
from kehoach.plan import Plan


def due_changes(linked: Linked, aim: Aim, other: Aim) -> list[Change]:
    """A day or month of an aim that the child moves, if the timeline does not hold it already."""
    ours, theirs = aim.due, other.due
    if not ours or not theirs or ours == theirs or min(len(ours), len(theirs)) <= len("2026"):
        return []
    ends = [plan.header.period.end if plan.header.period else None for plan in (linked.parent, linked.child)]
    if [ours, theirs] == ends:
        return []  # told once, as the time of the plans
    if _is_timed(linked.parent, aim) or _is_timed(linked.child, other) or ours.startswith(theirs):
        return []
    later = theirs > ours and not theirs.startswith(ours)
    days = ["/".join(reversed(day.split("-"))) for day in (ours, theirs)]
    return [
        Change(
            kind="deadline",
            effect="weaker" if later else "stronger",
            parent_quote=cut(aim.quote),
            child_quote=cut(other.quote),
            parent_block=aim.block,
            child_block=other.block,
            message=f"Thời hạn của chỉ tiêu {'muộn' if later else 'sớm'} hơn: {days[0]} → {days[1]}.",
        )
    ]


def _is_timed(plan: Plan, aim: Aim) -> bool:
    """Does the timeline tell the day of an aim?"""
    return any(m.block == aim.block and aim.due in (m.end, m.start) for m in plan.timeline)
