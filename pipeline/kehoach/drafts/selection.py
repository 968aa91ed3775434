"""Walk the parent's body: what concerns the draft's level is carried in its own words, the rest is left out by a
rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.draft import OPEN, Change, LeftOut
from kehoach.drafts.additions import added_below
from kehoach.drafts.addressees import Lead, counterpart, tier_of
from kehoach.drafts.awards import own_award
from kehoach.drafts.clauses import ask_for_levels, beside_asset, own_part
from kehoach.drafts.deadlines import own_deadlines
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.elsewhere import ask_for_places, lies_elsewhere, places_in_doubt
from kehoach.drafts.mirroring import mirrored
from kehoach.drafts.money import amounts, ask_for_money
from kehoach.drafts.offices import fields_of_department
from kehoach.drafts.phrases import names_district, of_body_above, rescope
from kehoach.drafts.points import Ask, Point, from_block, sentence
from kehoach.drafts.scope import Scope
from kehoach.drafts.targets import own_targets
from kehoach.drafts.task_tables import is_draft, over_tables, tables_under
from kehoach.facts.bodies import name_end, split_names
from kehoach.facts.details import detail_kind
from kehoach.knowledge import alternatives, load
from kehoach.outline.roles import RETROSPECT
from kehoach.plan import Block

_BELOW_DRAFT = {"own", "below", "all", "people", "beside"}
_SPLIT = re.compile(r"(?<=;)\s+|(?<=[^.]\.)\s+(?=[^\Wa-z_])")


_OF_DISTRICT = re.compile(
    r"(?:Cho|Đối với)?\s*(?:các\s+)?(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Cc]ấp huyện)(?:\s*,\s*(?:huyện|quận|thị xã|thành "
    r"phố))*\s+(?!xã|và|phường)(?:hoàn thành|đạt|có|không|được|nêu|$)"
)
#: A ground without what rests on it, which a body above decides; a comparison of units of the draft's level
_GROUND_ABOVE = re.compile(
    r"^Trên cơ sở\s(?:(?!,\s*(?:giao|Hội đồng|Sở|UBND|Ủy ban)).)*\scủa\s+(?:Hội đồng|Sở|Ban)\s[^,;()]*"
    r"(?:\([^()]*\))?\W*$"
)
_AMONG_UNITS = re.compile(r"[Nn]ếu có\s+(?:từ\s+)?\d+\s+(?:địa phương|xã|phường|đơn vị cấp xã)")
_CHARGED_ABOVE = re.compile(r"(?:^|[,;:]\s)[Gg]iao\s+(?:các\s+)?[Ss]ở\s")
#: A department that does something, whatever the verb, and nobody with it
_ACTS_ABOVE = re.compile(
    rf"(?:Giám đốc\s+)?Sở\s+{alternatives(load('bodies')['fields'])}\s+(?!và|cùng|hoặc|là)[^\W\dA-ZĐ]+\s"
    r"(?!.*(?:UBND|Ủy ban nhân dân)\s+(?:các\s+)?(?:xã|cấp xã)\s[^;.]*\s(?:thực hiện|tổ chức))"
)
#: Words that link to a paragraph before, which may be left out
_LINK = re.compile(r"(?:Ngoài ra|Đồng thời|Bên cạnh đó|Mặt khác),?\s+")
_YEAR_ROW = re.compile(r"Năm\s+(?P<year>\d{4})\s*:")
_POLICY_ABOVE = re.compile(
    r"(?:tham mưu|trình)\s[^.;]*(?:Tỉnh ủy|Thành ủy|UBND|Ủy ban nhân dân|HĐND)\s[^.;]*(?:cơ chế|chính sách|văn bản)"
)
_LED_ABOVE = re.compile(
    r"(?:Các\s+)?[Ss]ở(?:,\s*ban)?,?\s*(?:và\s+)?ngành[^.;]*?(?:cấp\s+)?(?:tỉnh|thành phố|Thành phố)\s+(?:đăng ký|hỗ "
    r"trợ|tổ chức|xây dựng|có trách nhiệm|chủ trì|phối hợp)"
)


def carry_section(work: Drafting, block: Block) -> list[Point]:
    """The points that carry a block and what stands under it; empty where the block is left out."""
    if rule := left_out_by(work, block):
        work.leave_out(block, rule)
        return []
    if _asks_for_draft(work, block):
        work.told_at_start.append(block.id)
        return []
    if block.heading and _tells_situation(block) and work.children(block):
        return _situation(work, block)
    if not work.children(block) and (tables := tables_under(work, block)):
        return over_tables(work, block, tables)
    below = work.children(block)
    point = _carried(work, block)
    if point is None:
        work.leave_out(block, "other_units" if work.targets(block) else "district_dissolved")
        return []
    doubtful = places_in_doubt(work, below)
    work.local.update(key for each in doubtful for key in work.ids_below(each))
    inner = [p for child in _with_details(work, below) for p in child]
    ask_for_places(work, doubtful, inner)
    if inner and below[0].id not in inner[0].parents and (link := _LINK.match(inner[0].text)):
        inner[0].text, inner[0].change = sentence(inner[0].text[link.end() :]), "adapted"
    if below and not inner and not block.heading and point.asks:  # a statement of its own, without what it announced
        point.text = re.sub(
            r"[.,;]?\s*(?:,\s*)?(?:trong đó|cụ thể)?(?:\s+như sau)?\s*:$", ".", point.text, flags=re.IGNORECASE
        )
    elif below and not inner and (block.heading or block.text.rstrip().endswith(":")):
        work.body.left_out.append(LeftOut(parent=block.id, why="not_applicable", rule="empty_section"))
        return []
    return [point, *inner, *added_below(work, block, inner)]


def _asks_for_draft(work: Drafting, block: Block) -> bool:
    """Does a block ask the units of the draft's level for the plan that the draft is?"""
    lead = work.addressees.opens.get(block.id)
    if lead is None or "own" not in lead.tiers or work.children(block):
        return False
    return is_draft(work, block.text[lead.rest :]) is not None


#: Titles of what the unit above reports of itself; below the first level only the surest
_SITUATION = re.compile(
    r"(?:thực trạng|bối cảnh|thuận lợi|khó khăn|tồn tại|hạn chế|nguyên nhân)(?!\w)|"
    r"dự báo\s+(?:(?:những|các)\s+)?(?:tác động|thuận lợi|khó khăn)|tình hình\s+(?:chung|kinh tế)",
    re.IGNORECASE,
)
#: Opinions, slogans and legal grounds hold for every level
_OF_ALL = re.compile(r"quan điểm|khẩu hiệu|cơ sở pháp lý", re.IGNORECASE)


def _tells_situation(block: Block) -> bool:
    if block.parent is not None:
        return _SITUATION.match(block.text) is not None
    told = _SITUATION.match(block.text) or RETROSPECT.match(block.text)
    return told is not None and not _OF_ALL.match(block.text)


def _situation(work: Drafting, block: Block) -> list[Point]:
    """A section that reports on the unit above: the title stays, the unit's own situation is open."""
    for child in work.children(block):
        work.leave_out(child, "situation_above")
    head = from_block(block, rescope(block.text, work.scope), "rescoped")
    message = f"Kế hoạch cấp trên nêu tình hình của cấp trên. Ghi tình hình của {work.scope.kind}, hoặc bỏ mục này."
    return [
        head,
        Point(f"{OPEN}.", block.depth + 1, "situation_own", "added", asks=[Ask("content", message, block.text)]),
    ]


def left_out_by(work: Drafting, block: Block) -> str | None:
    """The rule that leaves a block out because of whom it addresses; None where it is carried."""
    lead = work.addressees.opens.get(block.id)
    roles = work.roles_of(block)
    if "targets" in roles and not work.scope.two_tiers and re.match(work.scope.upper_words, block.text, re.IGNORECASE):
        return None
    if not work.scope.department and _OF_DISTRICT.match(block.text):
        return "district_dissolved" if work.scope.two_tiers else "other_level"
    targeted = "targets" in roles or work.targets(block)
    if targeted and (year := _YEAR_ROW.match(block.text)) and int(year["year"]) < work.scope.day.year:
        return "past"
    if lies_elsewhere(work, block):
        return "other_place"
    name = work.scope.upper_name
    if name and re.search(rf"(?<!\w){re.escape(name)}\s+là\s+(?:tỉnh|thành phố)(?!\w)", block.text):
        return "situation_above"
    if _member_above(work, block) or _of_other_kind(work, block):
        return "other_level"
    if _CHARGED_ABOVE.search(block.text) or _decided_above(work, block) or _AMONG_UNITS.search(block.text):
        return "superior_duty"
    if not block.heading and not work.scope.department and not beside_asset(block.text):
        return "asset_above"
    if not work.scope.department and _acts_above(work, block, lead):
        return "superior_duty"
    if "criteria" in roles and not block.heading and _POLICY_ABOVE.search(block.text):
        return "superior_duty"
    if lead is None or lead.tiers & _BELOW_DRAFT:
        return None
    title = block.heading and re.match(r"(?:Khen(?: thưởng)?\s+)?[Cc]ấp\s", block.text)
    if title and set(roles) & {"awards", "criteria"} and not lead.tiers <= {"district"}:
        return None
    if lead.tiers <= {"issuer"}:
        return "superior_duty" if work.scope.department else None
    if lead.tiers <= {"district", "issuer"}:
        return "district_dissolved" if work.scope.two_tiers and not work.scope.department else "other_level"
    if not block.heading and lead.rest and mirrored(block.text[lead.rest :], lead.names[0]):
        return None
    return "superior_duty" if "implementation" in roles or not block.heading else "other_level"


def _acts_above(work: Drafting, block: Block, lead: Lead | None) -> bool:
    """Does a block tell what the level above does (``Tuyến tỉnh: …``), or a department whose verb is not known?"""
    level = rf"(?:Ở\s+)?(?:[Tt]uyến|[Cc]ấp)\s+{work.scope.upper_words}\s*[:;-]\s*\S"
    unknown = lead is None and not block.heading and _ACTS_ABOVE.match(block.text) is not None
    return unknown or re.match(level, block.text) is not None


def _decided_above(work: Drafting, block: Block) -> bool:
    """Is a block a bare ground, or does the committee above settle something in its one sentence?"""
    if _GROUND_ABOVE.match(block.text):
        return True
    settles = (
        rf",\s*(?:Ủy ban nhân dân|UBND)\s+{work.scope.upper_words}\s+(?:xác định|quyết định|giao|phân bổ|phê duyệt)\s"
    )
    grounds = re.match(r"(?:Để|Trên cơ sở|Căn cứ)\s", block.text)
    return grounds is not None and re.search(settles, block.text) is not None and len(_SPLIT.split(block.text)) == 1


def _member_above(work: Drafting, block: Block) -> bool:
    """Does a block list the members of a committee of the unit above?"""
    member = rf"là thành viên\s+(?:của\s+)?(?:Ban Chỉ đạo|Hội đồng|Tổ|Đoàn)\s[^,;.]*{work.scope.upper_words}\W*$"
    return re.search(member, block.text) is not None


def _of_other_kind(work: Drafting, block: Block) -> bool:
    """``Đối với xã`` in the plan of a phường, and the other way round."""
    match = re.fullmatch(r"Đối với\s+(?:các\s+)?(?P<kind>xã|phường|đặc khu|thị trấn)\s*:?", block.text)
    return match is not None and match["kind"] != work.scope.kind and not work.scope.department


def _with_details(work: Drafting, blocks: list[Block]) -> list[list[Point]]:
    """Carry siblings; a duty whose details name only bodies above goes with its details."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and not block.heading and detail_kind(block.text) and not work.children(block):
            groups[-1].append(block)
        else:
            groups.append([block])
    carried = []
    for group in groups:
        lead = work.addressees.opens.get(group[0].id)
        if len(group) > 1 and lead and not lead.rest and not lead.tiers & _BELOW_DRAFT:
            for block in group:
                work.leave_out(block, "superior_duty")
            continue
        for block in group:
            carried.append(carry_section(work, block))
    return carried


#: What is left of a step whose bodies are all above
_ONLY_STEP = re.compile(r"^(?:(?:Bước|Giai đoạn|Đợt)\s+\w+)?\s*[.:]?$")


@dataclass(slots=True)
class _Wording:
    """The words of one block on their way into the draft, with what was done to them."""

    text: str
    rule: str = "rescoped"
    change: Change = "adapted"
    note: str | None = None
    asks: list[Ask] = field(default_factory=list)


def _carried(work: Drafting, block: Block) -> Point | None:
    """One block in the words of the draft; None where nothing of it concerns the draft's level."""
    scope, roles = work.scope, work.roles_of(block)
    words = _Wording(block.text)
    if not _own_lead(work, block, words):
        return None
    if "awards" in roles:
        award = own_award(words.text, scope)
        words.text, words.rule, words.note = award.text, award.rule or words.rule, award.note
    if not block.heading and not scope.department and _LED_ABOVE.search(words.text):
        kept = [part for part in _SPLIT.split(words.text) if not _LED_ABOVE.match(part)]
        words.text, words.change = _ONLY_STEP.sub("", " ".join(kept)), "narrowed"
    if not block.heading and not scope.department:
        if (own := own_part(beside_asset(words.text), scope)) != words.text:
            words.text, words.change = own, "narrowed"
        if mixed := ask_for_levels(words.text, scope):
            words.asks.append(mixed)
    standard = bool({"criteria", "awards", "procedure", "subjects"} & set(roles)) and "targets" not in roles
    _figures_and_dates(work, block, words, standard)
    own_bodies = _acts_below(work, block, rescope(words.text, scope, standard=standard))
    if not block.heading and (ask := ask_for_money(words.text, roles, scope)):
        words.asks.append(ask)
    words.text = rescope(words.text, scope, standard=standard, own_office=own_bodies)
    if OPEN in words.text and not scope.department:
        words.text = _own_subject(words.text, scope)
    if not words.text.strip() or not _without_dissolved(work, block, words):
        return None
    point = from_block(block, words.text, words.rule, words.change)
    point.note, point.asks = words.note, words.asks
    return point


def _own_subject(text: str, scope: Scope) -> str:
    """Who reaches an open figure is the unit (``đến năm 2030, tỉnh Mây Trắng có […] thư viện``)."""
    subject = rf"(?:^|(?<=[.;,:]\s)){scope.upper_words}(?=\s+(?:có|đạt|hoàn thành|phấn đấu)\s[^.;]*{re.escape(OPEN)})"
    return re.sub(subject, lambda m: sentence(scope.kind) if m[0][:1].isupper() else scope.kind, text)


def _acts_below(work: Drafting, block: Block, own: str) -> bool:
    """Do bodies of the unit act in a block, by its leads or by its ``own`` words? Then they report to the unit."""
    if not {"implementation", "solutions", "content", "procedure"} & set(work.roles_of(block)):
        return False
    if re.match(r"(?:Thủ trưởng )?[Cc]ác (?:cơ quan, đơn vị|đơn vị|tập thể|phòng, đơn vị thuộc Sở)", own):
        return True
    opens = work.addressees.opens
    lead = opens.get(block.id) or opens.get(work.addressees.tasks.get(block.id, ""))
    return lead is not None and lead.tiers <= {"all", "below", "people", "beside"}


def _own_lead(work: Drafting, block: Block, words: _Wording) -> bool:
    """Give a duty of a body above its like at this level; False where it has none."""
    lead = work.addressees.opens.get(block.id)
    if lead and not lead.tiers & _BELOW_DRAFT and not lead.tiers <= {"issuer"} and lead.rest and not block.heading:
        duty = mirrored(words.text[lead.rest :], lead.names[0])
        if duty is None:
            return False
        office = work.offices.for_task(" ".join(duty.tasks), None)
        name = office[0].name if office else OPEN
        if not office:
            words.asks.append(
                Ask("body", "Chưa rõ bộ phận nào của đơn vị nhận nhiệm vụ này. Ghi tên bộ phận.", block.text)
            )
        words.text, words.rule = f"{name} {'; '.join(t[:1].lower() + t[1:] for t in duty.tasks)}.", duty.rule
        words.change = "narrowed" if duty.narrowed else "adapted"
    elif (
        lead and lead.tiers == {"beside"} and lead.rest and not block.heading and (like := _own_like(lead, work.scope))
    ):
        rest = words.text[lead.rest :].lstrip()
        words.text, words.rule = f"{like}{'' if rest[:1] in ':,;.' else ' '}{rest}", "counterpart"
    elif detail_kind(words.text) and not block.heading:
        words.text, words.rule = _detail(work, block), "own_body"
    return True


def _own_like(lead: Lead, scope: Scope) -> str | None:
    """Police or army of the draft's level, where a block opens with those above (``Công an tỉnh``)."""
    if scope.department or not any(re.search(rf"\s{scope.upper_words}$", name) for name in lead.names):
        return None
    found = (own for name in lead.names if (own := counterpart(name, scope)))
    return next((own for own in found if re.match(r"(?:Công an|Ban Chỉ huy)\s", own)), None)


def _figures_and_dates(work: Drafting, block: Block, words: _Wording, standard: bool) -> None:
    """The unit's own figures and deadlines; figures of a standard are nobody's target."""
    lead, locality = work.addressees.opens.get(block.id), work.locality
    if not standard and block.id not in work.local:
        addressed = lead is not None and bool(lead.tiers & {"own", "below"})
        targets = [*work.targets(block), *amounts(words.text, work.roles_of(block), work.scope)]
        own = own_targets(words.text, targets, work.scope, locality.allocations, addressed=addressed)
        if own.rule:
            words.text, words.rule, words.note = own.text, own.rule, own.note
            words.asks += own.asks
    times = [m for m in work.milestones(block) if not of_body_above(m.quote, work.scope)]
    dates = own_deadlines(words.text, times, locality.deadlines.days_ahead, work.scope.day)
    if dates.text != words.text:
        words.text, words.rule = dates.text, words.rule if words.rule != "rescoped" else "own_deadline"
        words.note = "; ".join(filter(None, [words.note, *(f"{was} → {new}" for was, new in dates.changed)])) or None
        words.asks = dates.among(words.asks)


def _without_dissolved(work: Drafting, block: Block, words: _Wording) -> bool:
    """Drop the sentences that still name the district level in a two-tier draft; False where nothing is left."""
    if not work.scope.two_tiers or work.scope.department or not names_district(words.text):
        return True
    parts = [part for part in _SPLIT.split(words.text) if not names_district(part)]
    if not parts or block.heading:
        return False
    words.text, words.change = re.sub(r"[;,]$", ".", " ".join(parts)), "narrowed"
    return True


#: What communes do themselves, among others (``…; Sở A và Ủy ban nhân dân các xã chủ động tổ chức …``)
_OWN_ACTS = re.compile(
    r"(?:UBND|Ủy ban nhân dân)\s+(?:các\s+)?(?:cấp\s+xã|(?:xã|phường|đặc khu)(?:\s*,\s*(?:xã|phường|đặc khu))*)\s+"
    r"(?P<what>(?:chủ động|chủ trì|tổ chức|triển khai|thực hiện)\s[^;]*)"
)
_DETAIL_HEAD = re.compile(r"^[^:]*:\s*")


def _detail(work: Drafting, block: Block) -> str:
    """``Đơn vị chủ trì: …`` with the office of the unit; partners above become those of the unit."""
    text = block.text
    head = _DETAIL_HEAD.match(text)
    kind = detail_kind(text)
    if head is None or kind not in ("lead", "partners"):
        return text
    if kind == "partners":
        return head[0] + _partners(text[head.end() :], work)
    names = split_names(text[head.end() :].rstrip(" .;"))
    tiers = {tier_of(n.name, work.scope) for n in names}
    acts = _OWN_ACTS.search(text, head.end()) if not work.scope.department else None
    if acts or ("own" in tiers and not re.search(r"(?:chủ trì|chủ động|tham mưu|tổ chức)\s", text[head.end() :])):
        return f"{head[0]}{_office_of(work, block)}{' ' + acts['what'].rstrip(' .;') if acts else ''}."
    parts = [p for p in re.split(r";\s*", text[head.end() :]) if not _opens_above(p, work)]
    return head[0] + "; ".join(parts)


def _office_of(work: Drafting, block: Block) -> str:
    """The office for the task that a detail belongs to."""
    above = work.parent_of(block)
    said = " ".join(b.text for b in work.children(above) if b.id != block.id) if above else ""
    offices = work.offices.for_task(f"{above.text if above else ''} {said}")
    return ", ".join(o.name for o in offices) or OPEN


def _partners(text: str, work: Drafting) -> str:
    """Partners of a duty: departments above by their names, all others as those of the unit."""
    names = [n.name for n in split_names(text.rstrip(" .;"))]
    departments = [name for name in names if fields_of_department(name) and name.startswith("Sở ")]
    if work.scope.department:  # the others stay its partners, and it is none of its own
        own = [name for name in names if name != work.scope.full]
        return f"{sentence('; '.join(own) or 'các cơ quan, đơn vị liên quan')}."
    others = f"các cơ quan, đơn vị, {work.scope.plural_villages} liên quan"
    every = departments if departments and len(departments) == len(names) else [*departments, others]
    return f"{sentence('; '.join(every))}."


def _opens_above(part: str, work: Drafting) -> bool:
    """Does a part of a list begin with bodies that all stand above?"""
    names = split_names(part[: name_end(part)].rstrip(" .;"))
    return bool(names) and {tier_of(n.name, work.scope) for n in names} <= {"higher"}
