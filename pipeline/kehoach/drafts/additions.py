"""What a lower unit adds: the level below it among subjects and criteria, its own award."""

from __future__ import annotations

import re

from kehoach.draft import OPEN
from kehoach.drafts.awards import giver, may_give
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.points import Ask, Point
from kehoach.plan import Block


def added_below(work: Drafting, block: Block, inner: list[Point]) -> list[Point]:
    """The level below and the unit's own award, where the parent's list of subjects, criteria or awards lacks them."""
    scope = work.scope
    if scope.department or not inner or not block.heading:
        return []
    said = " ".join(p.text for p in inner).casefold()
    depth = inner[0].depth
    label = next((p.label for p in inner if p.depth == depth and p.label), None)
    if _lacks_own_award(work, block, said):
        text, source = f"Tặng Giấy khen của {giver(scope)} theo quy định.", "Luật Thi đua, khen thưởng, Điều 80.3."
        return [Point(text, depth, "commune_award", "added", label=label, note=source)]
    if re.search(rf"(?<!nông )(?<!\w){re.escape(scope.villages)}(?!\w)", said):
        return []
    siblings = [p for p in inner if p.depth == depth]
    if "criteria" in block.roles and any(p.heading and p.text.startswith("Đối với") for p in siblings):
        head = Point(f"Đối với các {scope.villages}", depth, "level_below", "added", label=label, heading=True)
        message = f"Kế hoạch cấp trên không nêu tiêu chí cho các {scope.villages}. Ghi tiêu chí, hoặc bỏ mục này."
        criterion = Point(f"{OPEN}.", depth + 1, "level_below", "added", label="-", asks=[Ask("content", message)])
        return [head, criterion]
    if _lists_bodies(work, block, said):
        return [Point(f"Các {scope.villages} trên địa bàn {scope.kind}.", depth, "level_below", "added", label=label)]
    return []


def _lacks_own_award(work: Drafting, block: Block, said: str) -> bool:
    """A list of awards in which the unit's own is missing, though its head may give it."""
    return (
        block.roles == ["awards"]
        and "giấy khen" not in said
        and not re.search(
            rf"cấp (?:xã|{work.scope.kind})|(?:ubnd|ủy ban nhân dân) {work.scope.kind}\s+(?:quyết định\s+)?khen", said
        )
        and may_give("Giấy khen", work.scope)
        and _is_award_list(work, block)
    )


def _lists_bodies(work: Drafting, block: Block, said: str) -> bool:
    """A list of subjects that names bodies, not persons."""
    return (
        block.roles == ["subjects"]
        and re.search(r"cơ quan|ủy ban nhân dân", said) is not None
        and block.text != "Cá nhân"
        and not any(work.children(c) for c in work.children(block))
    )


def _is_award_list(work: Drafting, block: Block) -> bool:
    above = work.parent_of(block)
    return (
        above is None
        or "awards" not in work.roles_of(above)
        or re.search(r"hình thức", block.text, re.IGNORECASE) is not None
    )
