"""Duties given to named bodies: who leads, with whom, what to do (GUIDELINES, ``assignments``; FACTS 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.alphabet import UPPER
from kehoach.facts.behind import Behind, find_behind
from kehoach.facts.bodies import Body, name_end, opens_with_body, split_names
from kehoach.facts.details import by_details
from kehoach.facts.duties import TELLS_MORE, OpenDuty, add_task, as_assignment, split_duties, take_children
from kehoach.facts.headings import LEADS_WITH, heading_lead
from kehoach.facts.leads import (
    CHARGE,
    STARTS_DUTY,
    Lead,
    charged_alone,
    find_lead,
    is_persons,
    names_own_lead,
    next_lead,
    tells_of_others,
)
from kehoach.facts.partners import by_role, find_partners
from kehoach.facts.predicates import VERB
from kehoach.facts.reading import FULL_STOP, Reading, looks_back, shifted
from kehoach.plan import Assignment, Block, Role, Span

#: Headings under which a sentence with a body is no duty: purposes, standards of an award, those addressed, figures
NO_DUTIES: frozenset[Role] = frozenset({"purpose", "criteria", "subjects"})
CHARGED = re.compile(rf"(?<!\w)[Gg]iao\s+(?:cho\s+)?[{UPPER}]")
#: Headings of lists of who does what
SHARES = re.compile(r"(?<!\w)phân công(?!\w)", re.IGNORECASE)
#: What only announces the duties that follow
ANNOUNCES = re.compile(
    r"(?:(?:có|chịu)\s+(?:các\s+)?(?:trách nhiệm|nhiệm vụ)|(?:(?:tập trung|phối hợp|tổ chức|triển khai)\s+)*thực "
    r"hiện\s+(?:tốt\s+|nghiêm túc\s+|có hiệu quả\s+)?(?:các\s+|những\s+|một số\s+)?"
    r"(?:nhiệm vụ|nội dung|công việc|việc|hoạt động)(?:\s+(?:trọng tâm|cụ thể|chính))?)"
    r"(?:\s+(?:cụ thể|như|sau|đây))*\W*|(?:phân công|giao)\s[^.;]*?(?:như sau|sau đây)\W*"
)
APART = re.compile(r"Riêng\s")
TELLS_WHERE = re.compile(r"(?:Địa điểm|Địa chỉ|Thành phần|Số lượng)\b[^:]{0,40}:")
#: One of a list of places, beside what is to be there: `Xã Đồi Sim: 02 vị trí lấy mẫu`
PLACE = re.compile(rf"(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã)\s+[{UPPER}][^:.;]{{1,40}}:\s")
#: What only says that somebody leads, with whom and by when
ONLY_LEADS = re.compile(
    r"(?:(?:chủ trì|phụ trách|thực hiện|triển khai|đảm nhiệm|đảm nhận|chịu trách nhiệm)(?: (?:chính|thực hiện))?)"
    r"(?:,?\s+(?:cùng\s+)?phối hợp[^;.]*|,\s+[^;.]{3,200}?\s(?:cùng\s+)?(?:tham gia|phối hợp)(?:\s+thực hiện)?)?"
    r"(?:[,;]\s+(?:xong|hoàn thành|thời gian|trước|trong)\s[^;.]*)?\s*\.?\s*$"
)
#: Who they are, not what they do: `Các trường tiểu học: Hoa Ban, Sông Mơ và Đồi Sim`
_NAME = rf"[{UPPER}][^\W\d]*(?:\s[^\W\d]+){{0,3}}"
ONLY_NAMES = re.compile(rf"(?:Các|Những)\s[^:.;]{{3,60}}:\s+{_NAME}(?:(?:,|\s+và)\s+{_NAME})+[.;]?")
#: One of the rounds that a duty is divided into: `Đợt 1 (từ … đến …): …`
STAGE = re.compile(r"(?:Đợt|Giai đoạn|Vòng|Học kỳ)\s+(?:\d|[IVX]+\b)")
OWN_RUN_IN = re.compile(r"[^:.;]{3,80}:\s+(?=\S)")
#: Titles of fields of work that sound like bodies (``3. Doanh nghiệp số``), where a plan tells what, not who
FIELD = re.compile(
    r"(?:(?:Các\s+)?(?:[Dd]oanh nghiệp|[Nn]gành, lĩnh vực|[Ll]ĩnh vực)|Tổ chức|"
    r"(?:Lực lượng|LỰC LƯỢNG)(?=\s*(?:,|và|VÀ|:?$)))(?!\s*,\s*(?:cá nhân|đơn vị))(?!\w)"
)
#: A section that tells who sits in a committee of an event
COMPOSED = re.compile(
    r"(?:TIỂU BAN|BAN (?:TỔ CHỨC|GIÁM KHẢO|THƯ KÝ)|HỘI ĐỒNG (?:THI|CHẤM|XÉT)|TỔ (?:GIÚP VIỆC|TRỌNG TÀI|THƯ KÝ))\b"
    r"[^:.;]*"
)
#: Opens a list of what there is, not of what those named before do: `Cụ thể có bốn giải:`
THERE_ARE = re.compile(r"(?:^|[.;]\s+)(?:Cụ thể,?\s+)?(?:[Cc]ó|[Gg]ồm|[Bb]ao gồm)\s[^.;:]{3,60}:\s*$")
#: Lists of those who attend
ATTENDANCE = re.compile(r"thành phần(?!\s*(?:hồ sơ|,\s*số lượng))", re.IGNORECASE)


def find_assignments(reading: Reading, standards: Iterable[Span] = ()) -> list[Assignment]:
    """Assignments of the body, in order; one entry for each block that opens one, and for each further lead in it.

    ``standards`` are the places of criteria: what to achieve for an award is no duty.
    """
    found: list[OpenDuty] = []
    blocks = [b for span in standards if (b := reading.block_at(span[0])) is not None]
    taken = {b.id for b in blocks if not CHARGED.search(b.text)}
    for block in reading.blocks:
        if block.id in taken:
            found += _set_apart(reading, block)
        elif detailed := by_details(reading, block, taken):
            found += detailed
        elif not _is_barred(reading, block):
            found += _under_heading(reading, block, taken) if block.heading else _in_text(reading, block, taken)
    return [as_assignment(reading, o) for o in found if o.tasks]


def _is_barred(reading: Reading, block: Block) -> bool:
    """Purposes, standards and addressees give no duties, unless the words do (``Giao …``)."""
    roles = set(reading.roles_of(block))
    if any(ATTENDANCE.match(h.text) for h in reading.above(block)) or TELLS_WHERE.match(block.text):
        return True
    if ONLY_NAMES.fullmatch(block.text) and not VERB.search(block.text):
        return True
    if PLACE.match(block.text) and "implementation" not in roles:
        beside = reading.children(reading.above(block)[0]) if block.parent else []
        if sum(PLACE.match(b.text) is not None for b in beside) > 2:
            return True
    if roles == {"targets"} and (run_in := OWN_RUN_IN.match(block.text)) and names_own_lead(block.text):
        return VERB.match(block.text, run_in.end()) is None  # `Tổ 1: 09 người`
    if roles == {"other"} and not looks_back(reading, block):
        return False
    return (
        bool(roles)
        and roles <= NO_DUTIES | {"targets", "other"}
        and re.match(rf"(?:[^:.;]{{3,60}}:\s+)?{CHARGE.pattern}", block.text, re.IGNORECASE) is None
        and CHARGED.search(block.text) is None
    )


def _set_apart(reading: Reading, task: Block) -> list[OpenDuty]:
    """Who does something else than those whom a task is given to: ``…. Riêng Trường A chuẩn bị hội trường.``"""
    found: list[OpenDuty] = []
    for sentence in _sentences(task.text)[1:] if not task.heading else ():
        lead = find_lead(task.text, sentence) if APART.match(task.text, sentence[0]) else None
        if lead and lead.start == sentence[0]:
            _open_duty(reading, task, found, lead, sentence)
    return found


# -- a heading that names a body ---------------------------------------------------------------------------------------


def _under_heading(reading: Reading, block: Block, taken: set[str]) -> list[OpenDuty]:
    lead = heading_lead(block.text)
    roles = set(reading.roles_of(block))
    if not lead or is_persons(lead) or roles & {"criteria", "subjects", "awards"}:
        return []
    if roles and "implementation" not in roles and FIELD.match(block.text):
        return []
    if block.depth == 1 and COMPOSED.fullmatch(block.text):
        return []
    at = block.span[0]
    leads, partners = by_role(_placed(lead, at), block.text, at)
    opened = OpenDuty(leads, block.span, block, partners=partners)
    if LEADS_WITH.search(block.text):
        opened.partners += find_partners(block.text, at)
    take_children(reading, block, opened, taken)
    return [opened, *opened.apart]


# -- running text that names a body ------------------------------------------------------------------------------------


def _in_text(reading: Reading, block: Block, taken: set[str]) -> list[OpenDuty]:
    if block.depth == 0 and block.span[0] < reading.body_start:
        return []
    opened: list[OpenDuty] = []
    listed = any(SHARES.search(heading.text) for heading in reading.above(block)[:2])
    for sentence in _sentences(block.text):
        start, end = sentence
        if told_behind := find_behind(block.text, sentence, listed):
            opened += [_told_behind(reading, block, behind) for behind in told_behind]
            continue
        if not opened and start and (led := _led_by(reading, block, sentence)):
            opened.append(led)
            continue
        while (duty := find_lead(block.text, sentence)) is not None:
            following = next_lead(block.text, duty.rest, end)
            begin = sentence[0] if block.text[: sentence[0]].endswith("; ") else start
            _open_duty(reading, block, opened, duty, (begin, following or end))
            if following is None:
                break
            sentence = (following, end)
        told = TELLS_MORE.match(block.text, start) or tells_of_others(block.text[start:end])
        if duty is None and opened and sentence[0] == start and not told:
            for clause in split_duties(block.text[:end], start):
                add_task(reading, opened[-1], block, clause.span)
    if not opened and (named := _in_bracket(reading, block)):
        opened.append(named)
    below = reading.children(block)
    apart = THERE_ARE.search(block.text) or (below and all(STAGE.match(child.text) for child in below))
    if opened and not apart:
        take_children(reading, block, opened[-1], taken)
    if len(opened) == 1:
        opened[0].quote = block.span
    return opened


def _led_by(reading: Reading, block: Block, sentence: Span) -> OpenDuty | None:
    """``Sửa 02 nhà văn hóa. Chi đoàn Công an xã chủ trì; xong trong tháng 7.``, ``Công bố kết quả. Giao Văn phòng.``:
    who does what was told before.
    """
    start, end = sentence
    lead = find_lead(block.text, sentence)
    if lead is None:
        lead = charged_alone(block.text, sentence)
    elif lead.start != start or not ONLY_LEADS.match(block.text, lead.rest, end):
        return None
    if lead is None:
        return None
    at = block.span[0]
    duty = OpenDuty(_placed(lead.bodies, at), block.span, block, partners=_placed(lead.partners, at))
    duty.partners += find_partners(block.text[lead.rest : end], at + lead.rest)
    for before in _sentences(block.text[:start].rstrip()):
        for clause in split_duties(block.text[: before[1]], before[0]):
            add_task(reading, duty, block, clause.span)
    return duty


#: `Phát 02 bản tin mỗi tuần (Sở Văn hóa; các xã).`
BODIES_BEHIND = re.compile(r"\s\((?P<who>[^()]{3,160})\)\s*[.;]?\s*$")


def _in_bracket(reading: Reading, block: Block) -> OpenDuty | None:
    """A duty whose bodies stand alone in a bracket behind it; not the bracket that says more of a body before it."""
    behind = BODIES_BEHIND.search(block.text)
    if behind is None or STARTS_DUTY.match(block.text) is None:
        return None
    at, end = block.span[0], behind.start()
    if any(body.span[1] == at + end for body in reading.bodies) or not _are_bodies(behind["who"]):
        return None
    duty = OpenDuty(split_names(behind["who"], at + behind.start("who")), block.span, block)
    add_task(reading, duty, block, (0, end))
    return duty


def _are_bodies(text: str) -> bool:
    """Does a text name bodies and say nothing else?"""
    return all(opens_with_body(piece) and name_end(piece) >= len(piece) for piece in re.split(r";\s*", text))


def _told_behind(reading: Reading, block: Block, behind: Behind) -> OpenDuty:
    at = block.span[0]
    duty = OpenDuty(_placed(behind.lead, at), shifted(behind.clause, at), block, partners=_placed(behind.partners, at))
    add_task(reading, duty, block, behind.task, behind.clause)
    return duty


def _open_duty(reading: Reading, block: Block, opened: list[OpenDuty], duty: Lead, sentence: Span) -> None:
    """A new entry, quoted from the ``sentence`` that names its lead; one that names the lead of the entry before is
    one more of its tasks. The duty ends where the sentence does, or where the next lead begins.
    """
    end = sentence[1]
    at = block.span[0]
    lead = _placed(duty.bodies, at)
    if opened and [b.name.casefold() for b in lead] == [b.name.casefold() for b in opened[-1].lead]:
        add_task(reading, opened[-1], block, (duty.start, len(block.text[:end].rstrip(" ;,"))))
        return
    opened.append(OpenDuty(lead, (at + sentence[0], block.span[1]), block, partners=_placed(duty.partners, at)))
    for clause in split_duties(block.text[:end].rstrip(" ;,"), duty.rest):
        if not (ANNOUNCES.fullmatch(clause.text) or _tells_with_whom(clause.text)):
            add_task(reading, opened[-1], block, clause.span)


def _tells_with_whom(text: str) -> bool:
    """``chủ trì, phối hợp với các sở, ban, ngành:``, over what they do."""
    leads = LEADS_WITH.match(text)
    return leads is not None and text.endswith(":") and VERB.search(text, leads.end()) is None


def _placed(bodies: list[Body], offset: int) -> list[Body]:
    return [Body(b.name, shifted(b.span, offset)) for b in bodies]


def _sentences(text: str) -> list[Span]:
    """Sentences by their full stops (not those of ``TP.`` or ``...``)."""
    spans, start = [], 0
    for match in re.finditer(FULL_STOP, text):
        spans.append((start, match.start() + 1))
        start = match.end()
    return [*spans, (start, len(text))]
