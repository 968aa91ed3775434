"""Tasks that the parent gives to nobody: which of them the commune does, only a person can say.

An emulation plan calls on all levels; other plans of a province often list tasks for the province as a whole and name
the communes' own elsewhere. Such a section is carried, and asked about once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.drafts.drafting import Drafting
from kehoach.drafts.points import Ask, Point
from kehoach.plan import Block

IN_PASSING = 0.1  # share of paragraphs that may mention a level without calling on it
_LEVEL = re.compile(
    r"(?<!\w)(?:(?<!hợp tác )xã(?!\s+hội)|phường|đặc khu|(?<!nông )thôn|ấp|khóm|tổ dân phố|khu phố|khu dân cư|"
    r"địa phương|cơ sở(?=\s*[,;.]|$)|các cấp|từng cấp|mọi cấp)(?!\w)",
    re.IGNORECASE,
)


def ask_whose(work: Drafting, section: Block, points: Sequence[Point]) -> None:
    """Put one question on the heading of a carried section of tasks that calls on no level."""
    if not points or not _of_nobody(work, section):
        return
    message = (
        f"Kế hoạch cấp trên không nói {work.scope.kind} làm nhiệm vụ nào ở mục này. Chỉ giữ những nhiệm vụ thuộc thẩm "
        f"quyền của {work.scope.kind}."
    )
    points[0].asks.append(Ask("content", message, section.text, ["Giữ nguyên"]))


def _of_nobody(work: Drafting, section: Block) -> bool:
    header, scope = work.plan.header, work.scope
    if scope.department or header.movement is not None or header.issuer.level != "province":
        return False
    if not {"content", "solutions"} & set(section.roles) or "targets" in section.roles or not work.children(section):
        return False
    inside = set(work.ids_below(section))
    texts = [block.text for block in work.plan.blocks if block.id in inside]
    opens = work.addressees.opens
    named = sum(_LEVEL.search(text) is not None for text in texts)
    if named > IN_PASSING * len(texts) or any(
        opens[key].tiers & {"own", "below", "all"} for key in inside & opens.keys()
    ):
        return False
    return any("own" in lead.tiers for key, lead in opens.items() if key not in inside)
