"""Organisation: each duty that falls to the unit gets a body of its own, in the parent's order.

Duties of the unit and the like of duties above are gathered under the offices that have the field
(``knowledge/offices.toml`` or the profile); Front, unions, police and army are asked (``Đề nghị``), not charged.
"""

from __future__ import annotations

import re

from kehoach.draft import OPEN
from kehoach.drafts.acts import asked, charged
from kehoach.drafts.addressees import Lead, Tier, counterpart, of_issuer, tier_of
from kehoach.drafts.charges import Group, Roster, written
from kehoach.drafts.deadlines import own_deadlines
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.elsewhere import announces_elsewhere, without_other_places
from kehoach.drafts.mirroring import mirrored
from kehoach.drafts.offices import fields_of_department
from kehoach.drafts.phrases import names_district, rescope
from kehoach.drafts.points import Point, sentence
from kehoach.drafts.reporting import report_upward, reports
from kehoach.drafts.selection import carry_section
from kehoach.drafts.targets import own_targets
from kehoach.drafts.task_tables import is_draft, take_tables
from kehoach.facts.bodies import name_end, opens_with_body, split_names
from kehoach.plan import Block

#: Whom to tell of difficulties: said once, in the closing
_DIFFICULTIES = re.compile(r"(?:khó khăn|vướng mắc)[^.]*(?:phản ánh|báo cáo)\s+(?:về|đến|tới|với)", re.IGNORECASE)


def organise(work: Drafting, section: Block, *, last: bool) -> list[Point]:
    """The points of a section on organisation, its heading first; empty where nothing of it falls to the unit.

    The ``last`` such section of a plan tells of the report to the level above.
    """
    roster = Roster()
    for block in work.children(section):
        _take(work, block, roster)
    if last:
        take_tables(work, roster)
        report_upward(work, roster)
    points: list[Point] = []
    depth = section.depth + 1
    label = next((c.label for c in work.children(section) if c.label), "1.")
    for item in roster.items:
        points += written(work, item, depth, label) if isinstance(item, Group) else item
    if not points:
        return []
    head = Point(rescope(section.text, work.scope), section.depth, "carried", "same", [section.id], section.label, True)
    return [head, *points]


def _take(work: Drafting, block: Block, roster: Roster) -> None:
    """Sort one block of the section: to offices, to a body beside, or carried as it is."""
    lead = work.addressees.opens.get(block.id)
    if lead is None or not _statements(work, block, lead):  # nobody is named, or nothing is said of them
        roster.items.append(carry_section(work, block))
        return
    tiers = lead.tiers
    if _DIFFICULTIES.search(block.text) and not work.children(block):
        work.told_at_end.append(block.id)
    elif all(of_issuer(name, work.scope) for name in lead.names) or (
        work.scope.department and (tiers <= {"issuer", "people"} or _beside_only(tiers))
    ):
        work.leave_out(block, "superior_duty")
    elif _beside_only(tiers) and "higher" not in tiers:
        _ask_beside(work, block, lead, roster)
    elif ("all" in tiers and not ("own" in tiers and work.children(block))) or (
        tiers & {"below", "people"} and "own" not in tiers and "higher" not in tiers
    ):
        roster.items.append(carry_section(work, block))
    elif "own" in tiers or (tiers <= {"issuer"}):
        _give_to_offices(work, block, lead, roster, own=True)
    elif "beside" in tiers:
        _ask_beside(work, block, lead, roster)
    elif "higher" in tiers or (not work.scope.two_tiers and any(fields_of_department(n) for n in lead.names)):
        _give_to_offices(work, block, lead, roster, own=False)
    else:
        dissolved = work.scope.two_tiers and not work.scope.department
        work.leave_out(block, "district_dissolved" if dissolved else "other_level")


def _beside_only(tiers: set[Tier]) -> bool:
    """Do bodies beside the administration lead, and none of the unit or of all?"""
    return "beside" in tiers and not tiers & {"own", "all"}


def _statements(work: Drafting, block: Block, lead: Lead) -> list[tuple[str, Block]]:
    """The duty texts of a lead, each with the block that holds it."""
    rest = block.text[lead.rest :].strip(" :.") if lead.rest and not block.heading else ""
    found = [(rest, block)] if rest else []
    if not block.heading and not lead.rest:
        found = [(block.text, block)]
    return found + [(child.text, child) for child in work.children(block)]


def _give_to_offices(work: Drafting, block: Block, lead: Lead, roster: Roster, *, own: bool) -> None:
    """Divide a lead's duties among the offices; of a body above only what has its like here."""
    fields = [] if own else [f for name in lead.names for f in fields_of_department(name)]
    why = "district_dissolved" if own else "superior_duty"
    taken = False
    missed: list[Block] = []
    for text, holder in _statements(work, block, lead):
        duty = None if own else mirrored(text, lead.names[0], whole_plan=work.scope.department)
        rule = "own_duty" if own else duty.rule if duty else ""
        texts = [text] if own and not (holder is not block and _of_others(work, text)) else duty.tasks if duty else []
        placed = [_place(work, each, holder, block, fields, roster, rule) for each in texts]
        taken = taken or any(placed)
        if holder is block:
            continue
        if any(placed):
            _take_below(work, holder, roster)
        else:
            missed.append(holder)
    for holder in missed if taken else [block]:
        work.leave_out(holder, "other_level" if own and _of_others(work, holder.text) else why)


def _of_others(work: Drafting, text: str) -> bool:
    """Does a point under the unit's name speak to others only (``Các trường trung học phổ thông: …``)?"""
    if work.scope.department and re.search(rf"(?:gửi|về|cho)\s+{re.escape(work.scope.full)}(?!\w)", text):
        return True  # what others send to the department
    if not opens_with_body(text):
        return False
    names = split_names(text[: name_end(text, 0)].rstrip(" :.;,"))
    return bool(names) and all(tier_of(each.name, work.scope) == "higher" for each in names)


def _take_below(work: Drafting, holder: Block, roster: Roster) -> None:
    """What stands under a duty follows it, one step deeper, to the group that took the duty."""
    if announces_elsewhere(holder.text, work.locality):
        for child in work.children(holder):
            work.leave_out(child, "other_place")
        return
    group = next((g for g in roster.groups.values() if g.tasks and holder.id in g.tasks[-1].parents), None)
    for child in work.children(holder):
        points = carry_section(work, child)
        if group is not None:
            group.tasks += points


#: To issue a plan for this plan: the draft is that plan (``Xây dựng và ban hành Kế hoạch triển khai``)
_THIS_PLAN = re.compile(
    r"^(?:[Cc]ăn cứ [^,;.]*,\s*)?(?:[Cc]hủ động\s+)?(?:[Xx]ây dựng|[Bb]an hành)"
    r"(?:(?:\s+và|,)\s+(?:ban hành|triển khai))?\s+[Kk]ế hoạch"
    r"(?:\s+(?:phát động(?:\s+(?:và tổ chức\s+)?phong trào thi đua)?|cụ thể|"
    r"(?:để\s+)?(?:tổ chức\s+)?(?:triển khai|thực hiện)(?:\s+thực hiện)?(?:\s+Kế hoạch(?:\s+này)?)?))?"
    r"(?:\s+phù hợp\s[^;.]*|\s+(?:tại|trên|của)\s[^,;.]*?)?(?=\s+và\s|\s*[,;.]|\s*$)(?:\s+và|\s*[,;])?\s*"
)


def _beside_issuing(rest: str) -> str:
    """What else is asked behind the words for the plan that the draft is: where to send it, a plan of each year."""
    text = re.sub(r"^gửi\s+(?:về\s+)?", "Gửi Kế hoạch này về ", rest.strip(" ;.,"))
    return re.sub(r"^(?=(?:hằng|hàng) năm\s)", "Ban hành kế hoạch ", text)


#: To carry the plan out as a whole falls to the office that owns it, whatever else the sentence names
_WHOLE_PLAN = re.compile(
    r"(?:(?:Chủ động\s+)?[Pp]hối hợp\s[^.;]*?\s)?(?:[Tt]ổ chức\s+)?"
    r"(?:[Tt]riển khai|[Tt]hực hiện|[Tt]ổ chức)(?:\s+(?:triển khai|thực hiện))*\s+"
    r"(?:(?:có )?hiệu quả\s+)?(?:các nội dung của\s+)?[Kk]ế hoạch(?:\s+này)?"
    r"(?:\s+(?:trên|tại|ở|theo đúng)\s|\s*[.;,]|\s*$)"
)


def _place(
    work: Drafting, text: str, holder: Block, opener: Block, fields: list[str], roster: Roster, rule: str
) -> bool:
    """Give one duty to its office; False where nothing of it is left at this level."""
    scope = work.scope
    if rule == "own_duty" and (issued := _THIS_PLAN.match(text) or is_draft(work, text)):
        work.told_at_start += [holder.id, opener.id]
        text = _beside_issuing(text[issued.end() :])
        if not text:
            return True
    text = without_other_places(text, work.locality)
    if rule != "own_duty":
        text = _without_report_date(work, text, holder)
    targets = own_targets(
        text, work.targets(holder), scope, work.locality.allocations, addressed=not _counts_all(work, holder)
    )
    dates = own_deadlines(targets.text, work.milestones(holder), work.locality.deadlines.days_ahead, scope.day)
    of_department = scope.department and rule == "own_duty"  # a department's own work is for the whole province
    words = dates.text if of_department else rescope(dates.text, scope, own_office=rule != "own_duty")
    words = sentence(words).rstrip(" ;.,/:")
    if not scope.department:
        words = charged(words, scope)
    if not words or (scope.two_tiers and not scope.department and names_district(words)):
        return False
    group = roster.group(_office_for(work, text, fields, rule))
    if opener.id not in group.parents and holder is not opener:
        group.parents.append(opener.id)
    origin = f"Giao {group.name}" if rule == "own_duty" else f"Tương ứng nhiệm vụ của {_lead_name(work, opener)}"
    same = " ".join(words.split()).casefold() == holder.text.strip(" ;.,").casefold()
    announces = holder.text.rstrip().endswith(":") and not announces_elsewhere(holder.text, work.locality)
    end = ":" if announces else "."
    point = Point(words + end, 0, rule, "same" if same else "adapted", [holder.id], "-")
    point.note = "; ".join([origin, *(f"{was} → {new}" for was, new in dates.changed)])
    point.asks = dates.among(targets.asks)
    if twin := next((t for t in group.tasks if t.text.casefold() == point.text.casefold()), None):
        twin.parents += [key for key in point.parents if key not in twin.parents]
        return True
    group.tasks.append(point)
    work.reported = work.reported or (rule == "own_duty" and reports(point.text, scope))
    return True


def _office_for(work: Drafting, text: str, fields: list[str], rule: str) -> str:
    """The office that gets a duty: the owner of the plan for the plan as a whole, else that of its field."""
    owners = work.offices.owners[:1] if rule == "own_duty" and _WHOLE_PLAN.match(text) else ()
    return next((office.name for office in [*owners, *work.offices.for_task(text, fields)]), OPEN)


def _without_report_date(work: Drafting, text: str, holder: Block) -> str:
    """The day on which a body above reports lies behind that on which the unit reports to it: it is not the unit's."""
    for milestone in work.milestones(holder):
        if milestone.time in text and re.search(r"báo cáo[^.;]*$", text[: text.find(milestone.time)], re.IGNORECASE):
            text = text.replace(milestone.time, "", 1)
    return " ".join(text.split()).rstrip(" ,")


def _counts_all(work: Drafting, holder: Block) -> bool:
    """Is a count of a duty the one that the parent names for its whole territory elsewhere?"""
    addressed = {key for key, lead in work.addressees.opens.items() if lead.tiers != {"issuer"}}
    addressed |= work.addressees.tasks.keys()
    whole = {(t.value, t.unit) for t in work.plan.targets if t.block not in addressed and t.value and t.unit != "%"}
    return any((t.value, t.unit) in whole for t in work.targets(holder))


def _lead_name(work: Drafting, opener: Block) -> str:
    lead = work.addressees.opens.get(opener.id)
    return lead.names[0] if lead else ""


def _without_leads(text: str) -> str:
    """The duty behind a list of bodies that is longer than its first name."""
    end = name_end(text, 0) if opens_with_body(text) else 0
    return text[end:].lstrip(" ,;:") or text


def _ask_beside(work: Drafting, block: Block, lead: Lead, roster: Roster) -> None:
    """A body beside the administration: its duties are asked of its like at the draft's level."""
    name = next(n for n in (counterpart(each, work.scope) for each in lead.names) if n)
    points: list[Point] = []
    for text, holder in _statements(work, block, lead):
        named = holder is block or any(text.casefold().startswith(each.casefold()) for each in lead.names)
        words = asked(rescope(_without_leads(text) if named else text, work.scope).strip(" ;.,"), work.scope)
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
    group = roster.group(name, "Đề nghị")
    if block.id not in [p for point in points for p in point.parents]:
        group.parents.append(block.id)
    group.tasks += points
