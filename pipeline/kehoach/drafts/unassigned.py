"""Tasks that the parent gives to nobody: which of them the commune does, only a person can say.

An emulation plan calls on all levels; other plans of a province often list tasks for the province as a whole and name
the communes' own elsewhere. Such a section is carried, and asked about once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.drafts.addressees import Lead, tier_of
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.points import Ask, Point
from kehoach.plan import Block

IN_PASSING = 0.1  # share of paragraphs that may mention a level without calling on it
_LEVEL = re.compile(
    r"(?<!\w)(?:(?<!hợp tác )xã(?!\s+hội)|phường|đặc khu|(?<!nông )thôn|ấp|khóm|tổ dân phố|khu phố|khu dân cư|"
    r"địa phương|cơ sở(?=\s*[,;.]|$)|các cấp|từng cấp|mọi cấp)(?!\w)",
    re.IGNORECASE,
)
#: ``chủ trì triển khai các nhiệm vụ tại mục (IV) (4.1)``, ``… tại mục IV.2``
_LEADS_SECTION = re.compile(
    r"[Cc]hủ trì[^.;]*?\s(?:tại|ở|của)\s+(?:[Mm]ục|[Pp]hần)\s+(?P<labels>\(?[IVX]+\)?(?:[\s.,]*\(?\d+(?:\.\d+)*\)?)*)"
)
_LABEL = re.compile(r"[IVX]+|\d+(?:\.\d+)*")


def ask_whose(work: Drafting, section: Block, points: Sequence[Point]) -> None:
    """Put one question on the heading of a carried section of tasks that calls on no level."""
    if not points or not _of_nobody(work, section):
        return
    message = (
        f"Kế hoạch cấp trên không nói {work.scope.kind} làm nhiệm vụ nào ở mục này. Chỉ giữ những nhiệm vụ thuộc thẩm "
        f"quyền của {work.scope.kind}."
    )
    points[0].asks.append(Ask("content", message, section.text, ["Giữ nguyên"]))


def ask_for_led(work: Drafting, points: Sequence[Point]) -> None:
    """Ask at a section that the parent gives a body above to lead by its number (``chủ trì … tại mục IV.1``); an
    emulation plan calls on all levels.
    """
    if work.scope.department or work.plan.header.movement is not None:
        return
    asked: set[str] = set()
    for assignment in work.plan.assignments:
        if not assignment.lead or any(tier_of(name, work.scope) != "higher" for name in assignment.lead):
            continue
        said = " ".join([assignment.quote, *(task.quote for task in assignment.tasks)])
        for match in _LEADS_SECTION.finditer(said):
            section = _section(work, [label.strip("().,; ") for label in _LABEL.findall(match["labels"])])
            point = next((p for p in points if section and p.parents[:1] == [section.id]), None)
            lead = work.addressees.opens.get(section.id) if section else None
            if section is None or point is None or section.id in asked or (lead and lead.tiers & {"own", "below"}):
                continue
            asked.add(section.id)
            message = (
                f"Kế hoạch cấp trên giao {' và '.join(assignment.lead)} chủ trì mục này. Chỉ giữ những nhiệm vụ thuộc "
                f"thẩm quyền của {work.scope.kind}, hoặc bỏ mục này."
            )
            point.asks.append(Ask("content", message, section.text, ["Giữ nguyên", "Bỏ mục này"]))


def asks_whether_to_issue(work: Drafting) -> list[Ask]:
    """A question where the parent calls on no unit of the draft's kind: whether it needs a plan of its own."""
    scope = work.scope
    leads = [lead for lead in work.addressees.opens.values() if _calls(lead)]
    tables = [tier_of(name, scope) for a in work.plan.assignments for name in a.lead]
    if work.plan.header.movement is not None or "own" in tables or any("own" in lead.tiers for lead in leads):
        return []
    if scope.department and any("all" in lead.tiers for lead in leads):
        return []
    submitted = any(block.text.startswith("Kính gửi") for block in work.plan.blocks)  # to a council, not to units
    named = sum(_LEVEL.search(block.text) is not None for block in work.plan.blocks if block.depth > 0)
    if not scope.department and not submitted and named > 2:
        return []
    whom, unit = ("Sở", "Sở") if scope.department else ("cấp xã", scope.kind)
    message = f"Kế hoạch cấp trên không giao nhiệm vụ nào cho {whom}. Xác nhận {unit} có cần ban hành kế hoạch."
    return [Ask("content", message, work.plan.header.title, ["Giữ nguyên"])]


def _calls(lead: Lead) -> bool:
    """Does a lead call on the draft's level, and not on branches of the economy (``mỗi ngành, lĩnh vực``)?"""
    bodies = [name for name in lead.names if not re.match(r"(?:mỗi|các|từng)\s+ngành,\s+lĩnh vực", name, re.IGNORECASE)]
    return bool(bodies) and bool(lead.tiers & {"own", "below", "all"})


def _section(work: Drafting, labels: list[str]) -> Block | None:
    """The section that a path of labels means (``IV``, ``4.1``); one whose label repeats those above is found too."""
    level = [block for block in work.plan.blocks if block.parent is None]
    found: Block | None = None
    for label in labels:
        found = next((b for b in level if (b.label or "").strip("().,; ") == label), None)
        if found is None and (above := next((b for b in level if label.startswith(f"{_bare(b)}.")), None)):
            found = next((b for b in work.children(above) if _bare(b) == label), None)
        if found is None:
            return None
        level = work.children(found)
    return found


def _bare(block: Block) -> str:
    return (block.label or "").strip("().,; ")


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
    called = sum(_calls(opens[key]) for key in inside & opens.keys())
    if named > IN_PASSING * len(texts) or called > IN_PASSING * len(texts):
        return False
    return any("own" in lead.tiers for key, lead in opens.items() if key not in inside)
