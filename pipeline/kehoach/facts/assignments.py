"""Duties given to named bodies: who leads, with whom, what to do (GUIDELINES, ``assignments``; FACTS 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.alphabet import UPPER
from kehoach.facts.bodies import VERB, Body, name_end, opens_with_body, split_names
from kehoach.facts.details import by_details
from kehoach.facts.duties import TELLS_MORE, OpenDuty, add_task, as_assignment, split_duties, take_children
from kehoach.facts.reading import Reading
from kehoach.plan import Assignment, Block, Role, Span

#: Headings under which a sentence with a body is no duty: purposes, standards of an award, those addressed, figures
NO_DUTIES: frozenset[Role] = frozenset({"purpose", "criteria", "subjects"})
CHARGE = re.compile(
    r"(?:(?:Ủy ban nhân dân|UBND|Ban Chỉ đạo)\s+[^,.;:]{2,40}?\s+)?(?P<verb>(?:trân trọng\s+|"
    r"kính\s+)?(?:giao(?:\s+(?:nhiệm vụ\s+)?cho)?|đề nghị|yêu cầu|phân công|kính mời|ủy quyền cho))\s+",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"\s*(?:,\s*)?(?:là\s+(?:cơ quan|đơn vị|đầu mối)[^.;:]*?,\s*)?(?P<told>(?:có|chịu) trách nhiệm|có nhiệm vụ|"
    r"thực hiện (?:các )?(?:nhiệm vụ|nội dung|công việc))?[^.;:]{0,30}?:?\s*$"
)
OF_BODY = re.compile(r"^(?:Nội dung|Trách nhiệm|Nhiệm vụ|Công việc)\s[^:]*?\bcủa\s+(?P<body>[^:]+?)\s*:?$")
TOWARDS = re.compile(r"^(?:Đối với|Về phía)\s+")
#: Inside a sentence only a proper name or a group (``các cơ quan``) is a lead, not `địa phương có thành tích …`
NAMED_OR_ALL = re.compile(
    rf"[{UPPER}]|(?:các|những|từng|mỗi|toàn thể|tất cả|thủ trưởng|người đứng đầu|cơ quan|chủ tịch)\s"
)
#: Lists of those who attend
ATTENDANCE = re.compile(r"thành phần(?!\s*(?:hồ sơ|,\s*số lượng))", re.IGNORECASE)
PERSONS = re.compile(
    r"(?:(?:các|mỗi|từng|toàn thể)\s+)?(?:cá nhân|tập thể|hộ gia đình|gia đình|đối tượng khác|(?:cán bộ|công chức|"
    r"viên chức)(?=\s*(?:,|\(|$|và|làm|thuộc|có|trực tiếp|phụ trách|các))|người lao động|người dân|nhân dân|đảng "
    r"viên|hội viên|đoàn viên|học sinh|hộ)(?:[\s,(][^;]*)?"
)
#: What a name goes on with, or what is told of a body: no duty
NO_DUTY = re.compile(
    r"(?:là\s+(?!cơ quan|đầu mối|đơn vị)|được\s|đã\s|nêu|có\s+(?!trách nhiệm|nhiệm vụ|kế hoạch|phương án|biện pháp|"
    r"giải pháp|văn bản|hình thức|ý kiến|báo cáo|công văn|thông báo|chương trình))"
)
LONGEST_TITLE = 120  # characters of a title that runs into its text
OPENING_ADVERB = re.compile(
    r"^(?:Căn cứ|Trên cơ sở|Theo|Đến|Trong|Hằng|Hàng|Định kỳ|Khi|Nhằm|Để|Từ|Sau|Trước|Vào|Trên đây|Ngoài ra|Đồng "
    r"thời|Kể từ|Quá trình|Nếu|Đối với)\b"
)


@dataclass(slots=True)
class _Duty:
    """A lead found in a piece of text: the bodies, where the duty begins and where the naming sentence begins."""

    lead: list[Body]
    rest: int
    start: int


def find_assignments(reading: Reading, standards: Iterable[Span] = ()) -> list[Assignment]:
    """Assignments of the body, in order; one entry for each block that opens one, and for each further lead in it.

    ``standards`` are the places of criteria: what to achieve for an award is no duty.
    """
    found: list[OpenDuty] = []
    taken = {b.id for span in standards if (b := reading.block_at(span[0])) is not None}
    for block in reading.blocks:
        if block.id in taken:
            continue
        if detailed := by_details(reading, block, taken):
            found += detailed
        elif not _is_barred(reading, block):
            found += _under_heading(reading, block, taken) if block.heading else _in_text(reading, block, taken)
    return [as_assignment(reading, o) for o in found if o.tasks]


def _is_barred(reading: Reading, block: Block) -> bool:
    """Purposes, standards and addressees give no duties, unless the words do (``Giao …``)."""
    roles = set(reading.roles_of(block))
    if any(ATTENDANCE.match(h.text) for h in reading.above(block)):
        return True
    return (
        bool(roles)
        and roles <= NO_DUTIES | {"targets", "other"}
        and re.match(rf"(?:[^:.;]{{3,60}}:\s+)?{CHARGE.pattern}", block.text, re.IGNORECASE) is None
    )


# -- a heading that names a body ---------------------------------------------------------------------------------------


def _under_heading(reading: Reading, block: Block, taken: set[str]) -> list[OpenDuty]:
    lead = _heading_lead(block.text)
    if not lead or _is_persons(lead) or set(reading.roles_of(block)) & {"criteria", "subjects", "awards"}:
        return []
    at = block.span[0]
    opened = OpenDuty([Body(b.name, (b.span[0] + at, b.span[1] + at)) for b in lead], block.span, block)
    take_children(reading, block, opened, taken)
    return [opened]


def _heading_lead(text: str) -> list[Body]:
    """The bodies of a heading that says nothing else: ``2. Sở Nội vụ:``, ``Đề nghị …``, ``Đối với các huyện:``."""
    start = 0
    if told := OF_BODY.match(text):
        return split_names(told["body"], told.start("body")) if opens_with_body(told["body"]) else []
    for prefix in (TOWARDS, CHARGE):
        if match := prefix.match(text, start):
            start = match.end()
    if not opens_with_body(text[start:]):
        return []
    if (start == 0 and VERB.search(text) is None) or text[start:].rstrip(" :.").count(" ") < 4:
        return split_names(text[start:].rstrip(" :."), start)
    end = name_end(text, start)
    rest = RESPONSIBLE.match(text, end)
    if not (rest and rest["told"]) and _is_relative(text[end:]):
        return split_names(text[start:].rstrip(" :."), start)
    if not rest:
        return []
    return split_names(text[start:end], start)


def _is_relative(text: str) -> bool:
    """``Các Sở, ngành chủ trì, quản lý các dự án``: what a title goes on with belongs to the name."""
    return (
        bool(text.strip(" :."))
        and not re.search(r"[:.]", text.strip(" :."))
        and re.match(
            r"(?:chủ trì|được|có|trong|tham gia|quản lý|tại|theo(?! dõi)|thực hiện|cung cấp|đề nghị|tổ chức)\b", text
        )
        is not None
    )


def _is_persons(lead: list[Body]) -> bool:
    return all(PERSONS.fullmatch(b.name.casefold()) for b in lead)


# -- running text that names a body ------------------------------------------------------------------------------------


def _in_text(reading: Reading, block: Block, taken: set[str]) -> list[OpenDuty]:
    if block.depth == 0 and block.span[0] < reading.body_start:
        return []
    opened: list[OpenDuty] = []
    for sentence in _sentences(block.text):
        start, end = sentence
        while (duty := _lead_of(block.text, sentence)) is not None:
            following = _next_lead(block.text, duty.rest, end)
            _open_duty(reading, block, opened, duty, following or end)
            if following is None:
                break
            sentence = (following, end)
        if duty is None and opened and sentence[0] == start and not TELLS_MORE.match(block.text, start):
            for clause in split_duties(block.text[:end], start):
                add_task(reading, opened[-1], block, clause.span)
    if opened:
        take_children(reading, block, opened[-1], taken)
    return opened


def _open_duty(reading: Reading, block: Block, opened: list[OpenDuty], duty: _Duty, end: int) -> None:
    """A new entry; a sentence that names the lead of the entry before it is one more of its tasks."""
    at = block.span[0]
    lead = [Body(b.name, (b.span[0] + at, b.span[1] + at)) for b in duty.lead]
    if opened and [b.name.casefold() for b in lead] == [b.name.casefold() for b in opened[-1].lead]:
        add_task(reading, opened[-1], block, (duty.start, len(block.text[:end].rstrip(" ;"))))
        return
    begin = duty.start if opened else 0
    opened.append(OpenDuty(lead, (at + begin, block.span[1]), block))
    for clause in split_duties(block.text[:end].rstrip(" ;"), duty.rest):
        add_task(reading, opened[-1], block, clause.span)


def _next_lead(text: str, start: int, end: int) -> int | None:
    """Where, behind ``;``, a further body is given its own duty."""
    for match in re.finditer(r";\s+", text[start:end]):
        place = start + match.end()
        charge = CHARGE.match(text, place, end)
        begin = charge.end() if charge else place
        if (opens_with_body(text[begin:end]) and text[begin : begin + 1].isupper()) or (
            charge and opens_with_body(text[begin:end])
        ):
            stop = name_end(text, begin)
            if stop < end and _begins_duty(text, stop, end, charge is not None):
                return place
    return None


def _sentences(text: str) -> list[Span]:
    """Sentences by their full stops (not those of ``TP.`` or ``...``)."""
    spans, start = [], 0
    for match in re.finditer(r"(?<![.\s])(?<!\bTP)(?<!\bTS)\.\s+(?=[^\Wa-z_])", text):
        spans.append((start, match.start() + 1))
        start = match.end()
    return [*spans, (start, len(text))]


def _lead_of(text: str, sentence: Span) -> _Duty | None:
    """The lead that a sentence names: at its start, behind ``Giao``/``đề nghị``, or behind an opening phrase."""
    start, end = sentence
    for candidate in _candidates(text, start, end):
        charge = CHARGE.match(text, candidate, end)
        begin = charge.end() if charge else candidate
        if not opens_with_body(text[begin:end]) or (
            candidate > start and not charge and not NAMED_OR_ALL.match(text, begin)
        ):
            continue
        stop = min(name_end(text, begin), end)
        if stop <= begin or not _begins_duty(text, stop, end, charged=charge is not None):
            continue
        lead = split_names(text[begin:stop], begin)
        if lead and not _is_persons(lead) and len(text[begin:stop]) < 400:
            rest = stop
            while rest < end and text[rest] in " ,:.":
                rest += 1
            return _Duty(lead, rest, start)
    return None


def _candidates(text: str, start: int, end: int) -> list[int]:
    """Where in a sentence a lead may stand: at its start, behind a run-in title, behind commas of an opening phrase."""
    places = [start]
    title_end = start
    for match in re.finditer(
        r":\s+|,\s+|;\s+"
        r"|(?<!của)(?<!với)(?<!tới)(?<!cho)(?<!từ)(?<!tại)(?<!về)(?<!đến)(?<!giữa)(?<!do)(?<!theo)(?<!những)\s"
        r"(?=các\s(?:cơ quan|đơn vị|sở|địa phương|phòng|ban|ngành|xã|phường)\b)",
        text[start:end],
        re.IGNORECASE,
    ):
        place = start + match.end()
        opening = text[title_end:place]
        if match[0].startswith(":"):
            if len(opening) < LONGEST_TITLE or OPENING_ADVERB.match(opening):
                places.append(place)
                title_end = place
        elif OPENING_ADVERB.match(opening) or CHARGE.match(text, place):
            places.append(place)
    return places


def _begins_duty(text: str, stop: int, end: int, charged: bool) -> bool:
    rest = text[stop:end].lstrip(" ")
    if rest.startswith((":", ".")):
        return len(text[stop:].strip(" :.")) > 15
    if rest.startswith(","):
        rest = rest[1:].lstrip()
    if re.match(r"(?:xem xét,?\s*)?(?:quyết định\s+)?(?:tặng|truy tặng|khen thưởng)\b", rest):
        return False  # a proposal for an award
    if re.match(r"theo\s+(?!dõi|chức năng|nhiệm vụ|thẩm quyền|phân công|quy định|lĩnh vực được)", rest):
        return False
    return bool(rest) and (charged or VERB.match(rest) is not None) and not NO_DUTY.match(rest)
