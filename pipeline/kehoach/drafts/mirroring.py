"""Duties of bodies above that have their like at the draft's level: follow-up, publicity, awards, guidance received.

What only the level above can do (issue rules, allot money, decide) is not mirrored; it is left out with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.drafts.offices import fields_of_department
from kehoach.drafts.points import sentence
from kehoach.facts.duties import split_duties

_FOLLOWS_UP = re.compile(
    r"tuyên truyền|truyền thông|phổ biến|theo dõi|đôn đốc|kiểm tra|sơ kết|tổng kết|khen thưởng|biểu dương|nhân rộng|"
    r"vận động|chỉ đạo (?:các )?(?:trường(?! đại học| cao đẳng| nghề)|cơ sở giáo dục(?! đại học| nghề))",
    re.IGNORECASE,
)
_ONLY_ABOVE = re.compile(
    r"(?<!\w)(?:ban hành|ra)\s+(?:[^,;.]*?)(?:văn bản|quy định|quy chế|hướng dẫn|kế hoạch)|[Tt]ham mưu Hướng dẫn|cơ "
    r"chế|chính sách|hội đồng nhân dân|HĐND|phân bổ|bố trí (?:kinh phí|"
    r"vốn|ngân sách)|thẩm định|bộ tiêu chí|Bộ\s+[A-ZĐ]|[Tt]rung ương|cấp quốc gia|văn bản hướng dẫn|các sở|sở, ngành|"
    r"cấp huyện|cấp xã|xã, phường|[Tt]hành lập[^,;.]*đoàn|"
    r"các huyện|doanh nghiệp viễn thông|Báo\s+[A-ZĐ]|Đài\s+[A-ZĐP]|Cổng|Thủ tướng|Chủ tịch nước|cấp Nhà nước|tiêu "
    r"chuẩn kỹ thuật|nghiên cứu khoa học",
)
_GUIDANCE = re.compile(
    r"^(?:(?:Chủ trì|Phối hợp)[^.;]*?,\s*)?[Hh]ướng dẫn(?:\s*,\s*(?:kiểm tra|theo dõi|đôn đốc|hỗ "
    r"trợ))*\s+(?:các\s+)?(?:cơ quan, đơn vị, )?(?:ngành, )?(?:địa "
    r"phương|đơn vị|cơ sở|UBND|Ủy ban nhân dân|xã|phường)[^;.]*?\s(?:thực hiện|triển khai|tổ chức)\s+(?P<what>[^;.]+)"
)
_PARTNERS_ABOVE = re.compile(
    r"^(?:(?:[Cc]hủ trì|[Cc]hủ động)(?:\s*,|\s+và)?\s*)?(?:[Pp]hối hợp|[Pp]hối hợp chặt chẽ)\s+(?:với\s+)?"
    r"(?:Sở|Phòng|Ban|các sở|Văn phòng|Báo|Bảo hiểm)[^;.]*?(?=(?:triển khai|theo "
    r"dõi|đôn đốc|kiểm tra|tuyên truyền|hướng dẫn|thường xuyên|tổng hợp|đẩy mạnh|tham mưu|tổ chức|tiến hành|triển "
    r"khai|thẩm định|rà soát)(?!\w))"
)


#: Names of bodies in which words of duties stand
_NAMES = re.compile(r"Thi đua\s*[-,–]\s*[Kk]hen thưởng|Tuyên giáo")
_THROUGH_MEDIA = re.compile(
    r"(?:chỉ đạo|hướng dẫn|phối hợp(?:\s+với)?)\s+(?:các cơ quan truyền thông|các báo|Báo\s|Đài\s|các cơ quan báo "
    r"chí)[^.;]*?(?=(?:đẩy mạnh|tăng cường|tuyên truyền|thông tin,)(?!\w))"
)


#: Words that link a duty to the one before it, which may be gone
_LINK = re.compile(r"^(?:[Đđ]ồng thời|[Nn]goài ra|[Bb]ên cạnh đó)\s*,?\s+")

#: Words that open the details of a duty
_DETAILS = re.compile(r"(?:[Tt]rong đó|[Cc]ụ thể)(?!\w)")

_COUNCIL = re.compile(r"Hội đồng|Ban Chỉ đạo|[Cc]ơ quan [Tt]hường trực|Văn phòng [Đđ]iều phối|các sở", re.IGNORECASE)


@dataclass(slots=True)
class Mirrored:
    """The tasks that have their like below, as one text each; ``rule`` and whether some were left out."""

    tasks: list[str]
    rule: str
    narrowed: bool


#: Follow-up of the whole plan, which every department does in its own house
_OF_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|phong trào|chương trình|đề án|chỉ tiêu)(?!\w)", re.IGNORECASE)
_FOR_COMMITTEE = re.compile(r"tham mưu|thẩm định|trình\s|họp xét|là (?:cơ quan|đầu mối)", re.IGNORECASE)


def mirrored(text: str, body: str, *, whole_plan: bool = False) -> Mirrored | None:
    """The duties of ``body`` in ``text`` that the unit has too; None where there are none.

    ``whole_plan`` tells that only the follow-up of the plan as a whole has its like: another department's field is not
    the unit's.
    """
    if not (fields_of_department(body) or _COUNCIL.search(body)):
        return None
    kept: list[str] = []
    rule = "mirrored_duty"
    text = _THROUGH_MEDIA.sub("", text)
    clauses = split_duties(text, 0)
    took = False
    for clause in clauses:
        words = _LINK.sub("", clause.text.strip())
        words = sentence(words.removeprefix(body)).rstrip(";.,")  # a duty may say again whose it is
        if _DETAILS.match(words):  # goes with the duty that it details
            kept[-1:] = [f"{kept[-1]}; {words[:1].lower()}{words[1:]}"] if took else kept[-1:]
            continue
        before = len(kept)
        if guided := _GUIDANCE.match(words):
            kept.append(f"Thực hiện {guided['what'].strip()} theo hướng dẫn của {body}")
            rule = "under_guidance"
        elif whole_plan and (_FOR_COMMITTEE.search(words) or not _OF_PLAN.search(words)):
            pass
        elif _FOLLOWS_UP.search(_NAMES.sub("", words)) and not _ONLY_ABOVE.search(words):
            kept.append(sentence(_PARTNERS_ABOVE.sub("", words)))
        took = len(kept) > before
    if not kept:
        return None
    return Mirrored(kept, rule, len(kept) < len(clauses))
