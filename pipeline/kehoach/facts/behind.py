"""Leads told behind the task: ``… do X thực hiện``, ``… giao cho X``, ``… (X chủ trì, Y phối hợp)``, ``…, X chủ trì``.

Only where nothing else can be meant: ``tham gia hội thi do X tổ chức`` tells of a contest, not of a duty of X.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.facts.bodies import Body, name_end, opens_with_body, split_names
from kehoach.facts.leads import STARTS_DUTY, is_persons
from kehoach.facts.partners import JOINS, NAMED, NEAR, PARTNERS, by_role, find_partners
from kehoach.facts.reading import in_bracket
from kehoach.plan import Span

#: What the lead of a task does with it, when the task itself has been told
_OWNS = (
    r"(?:chủ trì|chịu trách nhiệm(?: chính)?|phụ trách|đảm nhiệm|đảm nhận|đảm trách|lo|"
    r"(?:làm|là)\s+(?:cơ quan |đơn vị )?đầu mối)"
)
_ACTS = rf"(?:{_OWNS}|thực hiện|triển khai|tham mưu)"
ROLE = re.compile(
    rf"\s*(?:làm\s+|là\s+(?:cơ quan|đơn vị)\s+)?(?:(?P<owns>{_OWNS})|{_ACTS})"
    rf"(?:,?\s+(?:và\s+)?(?:{_ACTS}|tổ chức))*(?!\w)"
)
GIVEN = re.compile(
    r"(?P<comma>[,:]?)\s+"
    r"(?:(?P<by>do)|(?<!được )(?:giao|phân công)(?:\s+(?:nhiệm vụ\s+)?cho)?|thuộc trách nhiệm của)\s+"
)
APART = re.compile(r"(?P<mark>\s\(|[,:]\s)\s*")
#: What may follow the lead: who joins, when, in which way; but no duty of its own
TAIL = re.compile(
    r"\s*[.;)]*\s*$|\s*[,;]?\s*(?:(?:cùng\s+)?phối (?:hợp|kết hợp)|(?:xong\s+)?trước|trong|từ|vào|đến|hoàn thành|tại|"
    r"theo|báo cáo)\s[^;]*$"
)
#: The head of what is no duty: money, results, conditions, who is of a body
NO_TASK = re.compile(
    r"(?:Kinh phí|Nguồn|Chi phí|Kết quả|Số liệu|Trường hợp|Nếu|Theo|Căn cứ|Trên cơ sở|Địa điểm|Thành phần|Đối tượng|"
    r"Trưởng|Phó|Chủ tịch|Tổ trưởng|Đoàn|Đội|Tổ(?! chức)|Hội đồng|Ban(?! hành))(?!\w)",
    re.IGNORECASE,
)
#: What is done with the work of others
WITH_OTHERS = re.compile(
    r"(?:Tham gia|Tham dự|Hưởng ứng|Tiếp thu|Tiếp nhận|Lồng ghép|Phối hợp|Sử dụng|Gửi|Đánh giá|Kiểm tra|Giám sát|"
    r"Nghiệm thu|Tổng hợp|Đối chiếu|Thực hiện|Báo cáo)(?!\w)",
    re.IGNORECASE,
)
NAMES_WORK = re.compile(r"(?:Các\s+)?(?:Việc|Công việc|Nội dung|Nhiệm vụ|Phần việc|Công tác)(?!\w)", re.IGNORECASE)
OF_MANY = re.compile(r"\s(?:các|những|mọi)\s")
SHORTEST = 5  # characters of a task


@dataclass(slots=True)
class Behind:
    """A task and who leads it, told behind it; ``task`` and ``clause`` are places in the text."""

    task: Span
    clause: Span
    lead: list[Body]
    partners: list[Body]


def find_behind(text: str, sentence: Span, listed: bool = False) -> list[Behind]:
    """The tasks of a sentence whose leads stand behind them, one a part between ``;``.

    ``listed`` says that it stands in a list of who does what, where the name alone tells it (``Âm thanh: Đoàn xã``).
    """
    found = []
    start, end = sentence
    for cut in [*re.compile(r";\s+").finditer(text, start, end), None]:
        if cut and in_bracket(text, cut.start(), start):
            continue
        stop = cut.start() if cut else end
        if behind := _in_clause(text, start, stop, listed):
            found.append(behind)
        elif found and (joined := find_partners("; " + text[start:stop], start - 2)):
            found[-1].partners += joined  # `…; Y phối hợp`
        start = cut.end() if cut else stop
    return found


def _in_clause(text: str, start: int, stop: int, listed: bool) -> Behind | None:
    first: list[Body] = []
    if opens_with_body(text[start:stop]):
        end = name_end(text, start)
        if not JOINS.match(text, end, stop):
            return None
        first, start = split_names(text[start:end], start), end  # `A phối hợp với B làm …, B chủ trì`
    for place in [*GIVEN.finditer(text, start + SHORTEST, stop), *APART.finditer(text, start + SHORTEST, stop)]:
        if found := _behind(text, (start, stop), place, listed):
            leads = {body.name.casefold() for body in found.lead}
            joined = {b.name: b for b in [*first, *found.partners] if b.name.casefold() not in leads}
            found.partners = list(joined.values())
            return found
    return None


def _behind(text: str, clause: Span, place: re.Match[str], listed: bool) -> Behind | None:
    """The task before ``place`` with the bodies behind it, if these words say that they act."""
    begin, stop = place.end(), clause[1]
    given = place.re is GIVEN
    task = text[clause[0] : place.start()].strip()
    named = NAMED.match(text, begin) or (given and place["comma"])
    if not named or not opens_with_body(text[begin : min(stop, begin + NEAR)]):
        return None
    if len(task) < SHORTEST or NO_TASK.match(task) or _is_among_partners(text, clause[0], begin):
        return None
    end = min(name_end(text, begin), stop)
    role = ROLE.match(text, end, stop)
    alone = (given and not place["by"] and NAMES_WORK.match(task)) or (listed and not given and place["mark"] == ": ")
    if role is None and not alone:
        return None
    if given and place["by"] and not place["comma"] and not _is_given(task, role):
        return None
    behind = role.end() if role else end
    if TAIL.match(text[behind:stop]) is None and not _joins(text, behind, stop):
        return None
    lead, partners = by_role(split_names(text[begin:end], begin), text)
    if not lead or is_persons(lead):
        return None
    at = text.index(task[0], clause[0])
    return Behind((at, at + len(task)), clause, lead, [*partners, *find_partners(text[behind:stop], behind)])


def _is_among_partners(text: str, start: int, begin: int) -> bool:
    """Does a list of those who join go on at ``begin``: ``phối hợp với A, | B và C triển khai``?"""
    joining = list(PARTNERS.finditer(text, start, begin))
    opens = joining[-1].end() if joining else begin
    return opens < begin and opens_with_body(text[opens:begin]) and name_end(text, opens) > begin


def _joins(text: str, start: int, stop: int) -> bool:
    """Does only who joins follow (``…, Y phối hợp``)?"""
    return bool(find_partners(text[start:stop])) and text[start : start + 1] in ",;"


def _is_given(task: str, role: re.Match[str] | None) -> bool:
    """Is it the task that ``do X thực hiện`` tells of, not a thing within it: ``Tuyên truyền các nội dung do X …``?"""
    if STARTS_DUTY.match(task):
        return OF_MANY.search(task) is None and WITH_OTHERS.match(task) is None
    return NAMES_WORK.match(task) is not None or (role is not None and role["owns"] is not None)
