"""Organisation: each duty that falls to the unit gets a body of its own, in the parent's order.

Duties of the unit and the like of duties above are gathered under the offices that have the field
(``knowledge/offices.toml`` or the profile); Front, unions, police and army are asked (``Đề nghị``), not charged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.draft import OPEN
from kehoach.drafts.addressees import Lead, counterpart, tier_of
from kehoach.drafts.deadlines import own_deadlines
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.mirroring import mirrored
from kehoach.drafts.offices import fields_of_department
from kehoach.drafts.phrases import names_district, rescope
from kehoach.drafts.points import Ask, Point, sentence
from kehoach.drafts.selection import carry_section
from kehoach.drafts.targets import own_targets
from kehoach.plan import Block


@dataclass(slots=True)
class _Group:
    """The duties of one body of the unit; ``parents`` are headings of the parent that open them."""

    name: str
    charge: str
    parents: list[str] = field(default_factory=list)
    tasks: list[Point] = field(default_factory=list)


#: Whom to tell of difficulties: said once, in the closing
_DIFFICULTIES = re.compile(r"(?:khó khăn|vướng mắc)[^.]*(?:phản ánh|báo cáo)\s+(?:về|đến|tới|với)", re.IGNORECASE)
#: What only the committee itself decides: its office prepares it
_BY_COMMITTEE = re.compile(
    r"(?:Xây dựng(?: và|,) )?(?:Phê duyệt|phê duyệt|Ban hành|ban hành|Quyết định|quyết định)(?!\w)"
)


def organise(work: Drafting, section: Block) -> list[Point]:
    """The points of a section on organisation, its heading first; empty where nothing of it falls to the unit."""
    items: list[_Group | Point | list[Point]] = []
    groups: dict[str, _Group] = {}
    for block in work.children(section):
        _take(work, block, items, groups)
    _take_tables(work, items, groups)
    _report_upward(work, section, items, groups)
    points: list[Point] = []
    depth = section.depth + 1
    label = next((c.label for c in work.children(section) if c.label), "1.")
    for item in items:
        if isinstance(item, _Group):
            points += _written(work, item, depth, label)
        else:
            points += item if isinstance(item, list) else [item]
    if not points:
        return []
    head = Point(rescope(section.text, work.scope), section.depth, "carried", "same", [section.id], section.label, True)
    return [head, *points]


_REPORTS = re.compile(
    r"báo cáo(?P<what>[^.;]*?)(?:về|cho|gửi)?\s*(?P<to>(?:UBND|Ủy ban nhân dân)\s+)(?P<rest>[^.;]*)", re.IGNORECASE
)


def _report_upward(
    work: Drafting, section: Block, items: list[_Group | Point | list[Point]], groups: dict[str, _Group]
) -> None:
    """The unit reports to the authority above: as the parent says, else with an open date."""
    scope, owner = work.scope, work.offices.owners[:1] or work.offices.all[:1]
    if not owner:
        return
    body = (
        f"Tham mưu {'Sở' if scope.department else f'Ủy ban nhân dân {scope.kind}'} báo cáo kết quả thực hiện Kế "
        f"hoạch về {scope.superior}"
    )
    told = next((b for b in work.plan.blocks if _tells_report(work, b)), None)
    point = Point(f"{body} theo quy định.", 0, "report_upward", "added", [told.id] if told else [], "-")
    times = [m for m in work.milestones(told) if "báo cáo" in m.quote.casefold()] if told else []
    if times:
        dates = own_deadlines(times[0].time, times[:1], work.locality.deadlines.days_ahead, scope.day)
        point.text, point.asks, point.change = (
            f"{body} {dates.text.strip()[:1].lower()}{dates.text.strip()[1:]}.",
            dates.asks,
            "adapted",
        )
        point.note = f"{times[0].time} → {dates.text}" if dates.changed else None
    elif told is None:
        point.text = f"{body} trước ngày {OPEN}."
        point.asks = [
            Ask(
                "deadline",
                "Kế hoạch cấp trên không nêu thời hạn báo cáo. Ghi thời hạn, hoặc bỏ nếu không phải báo cáo.",
                None,
            )
        ]
    name = owner[0].name
    if name not in groups:
        groups[name] = _Group(name, "Giao")
        items.append(groups[name])
    groups[name].tasks.append(point)


def _tells_report(work: Drafting, block: Block) -> bool:
    """Does a block tell the draft's level to report upward?"""
    lead = work.addressees.opens.get(block.id) or work.addressees.opens.get(work.addressees.tasks.get(block.id, ""))
    return lead is not None and bool(lead.tiers & {"own", "all"}) and _REPORTS.search(block.text) is not None


def _take_tables(work: Drafting, items: list[_Group | Point | list[Point]], groups: dict[str, _Group]) -> None:
    """Rows of task tables that the parent gives to the draft's level: a table has no block, so the note names it."""
    ids = {block.id for block in work.plan.blocks}
    said = {task.text.casefold() for group in groups.values() for task in group.tasks}
    for assignment in work.plan.assignments:
        tiers = {tier_of(name, work.scope) for name in assignment.lead}
        if assignment.block in ids and any(b.span[0] <= assignment.span[0] < b.span[1] for b in work.plan.blocks):
            continue
        if "own" not in tiers:
            continue
        for task in assignment.tasks:
            words = sentence(rescope(task.quote, work.scope)).rstrip(" ;.,/")
            if not words or (work.scope.two_tiers and names_district(words)) or f"{words}.".casefold() in said:
                continue
            office = next(iter(work.offices.for_task(words)), None)
            name = office.name if office else OPEN
            if name not in groups:
                groups[name] = _Group(name, "Giao")
                items.append(groups[name])
            said.add(f"{words}.".casefold())
            point = Point(f"{words}.", 0, "table_duty", "added", [], "-", note="Bảng nhiệm vụ của kế hoạch cấp trên")
            groups[name].tasks.append(point)


def _take(work: Drafting, block: Block, items: list[_Group | Point | list[Point]], groups: dict[str, _Group]) -> None:
    """Sort one block of the section: to offices, to a body beside, or carried as it is."""
    lead = work.addressees.opens.get(block.id)
    if lead is None:
        items.append(carry_section(work, block))
        return
    tiers = lead.tiers
    if _DIFFICULTIES.search(block.text) and not work.children(block):
        work.told_at_end.append(block.id)
    elif work.scope.department and tiers <= {"beside", "issuer", "people"}:
        work.leave_out(block, "superior_duty")
    elif "beside" in tiers and not tiers & {"own", "all", "higher"}:
        _ask_beside(work, block, lead, items, groups)
    elif "all" in tiers or (tiers & {"below", "people"} and "own" not in tiers and "higher" not in tiers):
        items.append(carry_section(work, block))
    elif "own" in tiers or (tiers <= {"issuer"}):
        _give_to_offices(work, block, lead, items, groups, own=True)
    elif "beside" in tiers:
        _ask_beside(work, block, lead, items, groups)
    elif "higher" in tiers or (not work.scope.two_tiers and any(fields_of_department(n) for n in lead.names)):
        _give_to_offices(work, block, lead, items, groups, own=False)
    else:
        work.leave_out(block, "district_dissolved" if work.scope.two_tiers else "other_level")


def _statements(work: Drafting, block: Block, lead: Lead) -> list[tuple[str, Block]]:
    """The duty texts of a lead, each with the block that holds it."""
    rest = block.text[lead.rest :].strip(" :.") if lead.rest and not block.heading else ""
    found = [(rest, block)] if rest else []
    if not block.heading and not lead.rest:
        found = [(block.text, block)]
    return found + [(child.text, child) for child in work.children(block)]


def _give_to_offices(
    work: Drafting,
    block: Block,
    lead: Lead,
    items: list[_Group | Point | list[Point]],
    groups: dict[str, _Group],
    *,
    own: bool,
) -> None:
    """Divide a lead's duties among the offices; of a body above only what has its like here."""
    taken = False
    narrowed: list[Block] = []
    fields = [] if own else [f for name in lead.names for f in fields_of_department(name)]
    for text, holder in _statements(work, block, lead):
        duty = None if own else mirrored(text, lead.names[0])
        texts = [text] if own else duty.tasks if duty else []
        placed = False
        for each in texts:
            placed = (
                _place(
                    work,
                    each,
                    holder,
                    block,
                    fields,
                    items,
                    groups,
                    rule="own_duty" if own else (duty.rule if duty else ""),
                )
                or placed
            )
        if not placed and holder is not block:
            narrowed.append(holder)
        elif placed and holder is not block:
            _take_below(work, holder, groups, items)
        taken = taken or placed
    if not taken:
        work.leave_out(block, "superior_duty" if not own else "district_dissolved")
        return
    for holder in narrowed:
        work.leave_out(holder, "superior_duty" if not own else "district_dissolved")


def _take_below(
    work: Drafting, holder: Block, groups: dict[str, _Group], items: list[_Group | Point | list[Point]]
) -> None:
    """What stands under a duty follows it, one step deeper, to the group that took the duty."""
    group = next((g for g in groups.values() if g.tasks and holder.id in g.tasks[-1].parents), None)
    for child in work.children(holder):
        points = carry_section(work, child)
        if group is not None:
            group.tasks += points


def _place(
    work: Drafting,
    text: str,
    holder: Block,
    opener: Block,
    fields: list[str],
    items: list[_Group | Point | list[Point]],
    groups: dict[str, _Group],
    *,
    rule: str,
) -> bool:
    """Give one duty to its office; False where nothing of it is left at this level."""
    scope = work.scope
    targets = own_targets(text, work.targets(holder), scope, work.locality.allocations, addressed=True)
    dates = own_deadlines(targets.text, work.milestones(holder), work.locality.deadlines.days_ahead, scope.day)
    words = sentence(rescope(dates.text, scope, own_office=rule != "own_duty")).rstrip(" ;.,/")
    if rule == "own_duty" and not scope.department and _BY_COMMITTEE.match(words):
        words = f"Tham mưu Ủy ban nhân dân {scope.kind} {words[:1].lower()}{words[1:]}"
    if not words or (scope.two_tiers and not scope.department and names_district(words)):
        return False
    offices = work.offices.for_task(text, fields)
    name = offices[0].name if offices else OPEN
    if name not in groups:
        groups[name] = _Group(name, "Giao")
        items.append(groups[name])
    group = groups[name]
    if opener.id not in group.parents and holder is not opener:
        group.parents.append(opener.id)
    origin = f"Giao {name}" if rule == "own_duty" else f"Tương ứng nhiệm vụ của {_lead_name(work, opener)}"
    note = "; ".join([origin, *(f"{was} → {new}" for was, new in dates.changed)])
    same = " ".join(words.split()).casefold() == holder.text.strip(" ;.,").casefold()
    end = ":" if holder.text.rstrip().endswith(":") else "."
    point = Point(words + end, 0, rule, "same" if same else "adapted", [holder.id], "-", note=note)
    point.asks = [*targets.asks, *dates.asks]
    group.tasks.append(point)
    return True


def _lead_name(work: Drafting, opener: Block) -> str:
    lead = work.addressees.opens.get(opener.id)
    return lead.names[0] if lead else ""


def _ask_beside(
    work: Drafting, block: Block, lead: Lead, items: list[_Group | Point | list[Point]], groups: dict[str, _Group]
) -> None:
    """A body beside the administration: its duties are asked of its like at the draft's level."""
    name = next(n for n in (counterpart(each, work.scope) for each in lead.names) if n)
    points: list[Point] = []
    for text, holder in _statements(work, block, lead):
        words = rescope(text, work.scope).strip(" ;.,")
        if not words or (work.scope.two_tiers and names_district(words)):
            if holder is not block:
                work.leave_out(holder, "district_dissolved")
            continue
        points.append(Point(sentence(words) + ".", 0, "counterpart", "adapted", [holder.id], "-"))
        for child in work.children(holder) if holder is not block else []:
            points += carry_section(work, child)
    if not points:
        work.leave_out(block, "district_dissolved")
        return
    key = f"Đề nghị {name}"
    if key not in groups:
        groups[key] = _Group(name, "Đề nghị")
        items.append(groups[key])
    group = groups[key]
    if block.id not in [p for point in points for p in point.parents]:
        group.parents.append(block.id)
    group.tasks += points


def _written(work: Drafting, group: _Group, depth: int, label: str) -> list[Point]:
    """A group as text: one sentence where it has one duty, else a heading over bullets."""
    missing = group.name == OPEN
    ask = (
        [
            Ask(
                "body",
                "Chưa rõ bộ phận nào của đơn vị nhận các nhiệm vụ này. Ghi tên bộ phận.",
                None,
                [o.name for o in work.offices.all],
            )
        ]
        if missing
        else []
    )
    if group.charge == "Giao" and (vague := _without_date_and_product(group)):
        ask.append(vague)
    if len(group.tasks) == 1:
        task = group.tasks[0]
        rest = _partnered(task.text[:1].lower() + task.text[1:])
        task.text, task.label, task.depth = f"{group.charge} {group.name} {rest}", label, depth
        task.parents = [*group.parents, *task.parents]
        task.asks = [*task.asks, *ask] if not missing else [*ask, *task.asks]
        if task.change == "same":
            task.change = "adapted"
        return [task]
    charge = f"{group.charge} {group.name}:"
    if group.charge == "Giao" and len(work.offices.all) > 1:
        charge = f"Giao {group.name} chủ trì, phối hợp với các cơ quan, đơn vị liên quan:"
    parents = group.parents or list(dict.fromkeys(p for t in group.tasks[:1] for p in t.parents))
    head = Point(charge, depth, "assigned", "adapted", parents, label, True, asks=ask)
    for task in group.tasks:
        task.depth = depth + 1 + max(0, task.depth - depth) if task.depth else depth + 1
        task.text = _without_double_lead(task.text)
    return [head, *group.tasks]


_TIMED = re.compile(
    r"\d|hằng|hàng (?:năm|tháng|quý)|định kỳ|thường xuyên|kịp thời|khi (?:sơ kết|tổng kết)", re.IGNORECASE
)
_PRODUCT = re.compile(
    r"báo cáo|kế hoạch|danh sách|hồ sơ|tờ trình|biên bản|cơ sở dữ liệu|văn bản|hội nghị", re.IGNORECASE
)


def _without_date_and_product(group: _Group) -> Ask | None:
    """A question about the duties of a group that have neither a time nor a product, None where each has one."""
    vague = [
        t.text for t in group.tasks if OPEN not in t.text and not (_TIMED.search(t.text) or _PRODUCT.search(t.text))
    ]
    if not vague:
        return None
    message = f"{len(vague)} nhiệm vụ giao {group.name} chưa có thời hạn và sản phẩm. Bổ sung, hoặc giữ nguyên."
    return Ask("content", message, vague[0], ["Giữ nguyên"])


def _partnered(text: str) -> str:
    return re.sub(r"^(?:có trách nhiệm|chịu trách nhiệm)\s+", "", text)


def _without_double_lead(text: str) -> str:
    """Under ``chủ trì, phối hợp …`` a duty does not say ``Chủ trì`` again."""
    match = re.match(r"Chủ trì,?\s+(?!phối hợp)", text)
    return sentence(text[match.end() :]) if match else text
