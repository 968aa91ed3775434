"""Who leads in running text: the body that a sentence names, and where its duty begins (FACTS 7.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kehoach.alphabet import UPPER
from kehoach.facts.bodies import (
    APART,
    ROLE_BRACKET,
    Body,
    find_body,
    name_end,
    names_person,
    opens_with_body,
    split_names,
)
from kehoach.facts.partners import JOINS, LEADS, by_role, led_before, only_joins
from kehoach.facts.predicates import ACTION, VERB, VERBS
from kehoach.facts.reading import in_bracket
from kehoach.knowledge import alternatives, load
from kehoach.plan import Span

CONNECTIVE = (
    r"(?:đồng thời|đặc biệt(?: là)?|từ đó|bên cạnh đó|ngoài ra|trong đó|qua đó|trên cơ sở đó|trước mắt|"
    r"(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|kịp thời|tích cực|chủ động|phát huy)"
)
STARTS_DUTY = re.compile(rf"(?:{CONNECTIVE}\s*,?\s*)?(?:{alternatives(VERBS)}|{CONNECTIVE})(?!\w)", re.IGNORECASE)
CHARGE = re.compile(
    rf"(?:(?:Ủy ban nhân dân|UBND|Ban Chỉ đạo)\s+[^,.;:]{{2,40}}?\s+)?(?P<verb>(?:đồng thời,?\s+)?(?:trân trọng\s+|"
    rf"kính\s+)?(?:khuyến khích(?=\s+(?-i:[{UPPER}]))|riêng(?:\s+đối với)?|"
    r"giao(?!\s+(?-i:ban)\s+(?!quản|chỉ|tổ|giám|điều))(?:\s+(?:nhiệm vụ\s+)?cho)?|đề nghị|"
    r"yêu cầu|phân công|kính mời|ủy quyền cho|cử(?=\s+(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s)))\s+",
    re.IGNORECASE,
)
#: Inside a sentence only a proper name or a group (``các cơ quan``) is a lead, not `địa phương có thành tích …`
NAMED_OR_ALL = re.compile(
    rf"[{UPPER}]|(?:các|những|từng|mỗi|toàn thể|tất cả|thủ trưởng|người đứng đầu|cơ quan|chủ tịch)\s|"
    rf"(?:sở|phòng|ban|khoa|trạm|trường|đội|hội|trung tâm|chi bộ|thôn|ấp|bản|xã|phường|khu phố|tổ dân phố)\s[{UPPER}]|"
    r"bộ phận\s(?:[^\W\d]+\s){1,4}(?:phải|có trách nhiệm|chịu trách nhiệm)\s|"
    r"(?:tổ|đoàn|hội đồng|ban)\s(?:thẩm định|công tác|kiểm tra|giám sát|chỉ đạo|giúp việc|chấm|xét|tổ chức)"
)
_PEOPLE = (
    r"(?:(?:các|mỗi|từng|toàn thể)\s+)?(?:cá nhân|tập thể|hộ gia đình|gia đình|đối tượng khác|(?:cán bộ|công chức|"
    r"viên chức)(?=\s*(?:,|\(|$|và|làm|thuộc|có|trực tiếp|các))|người lao động|người dân|nhân dân|đảng "
    r"viên|hội viên|đoàn viên|học sinh|hộ)"
)
PEOPLE = re.compile(
    rf"(?:{_PEOPLE}|(?:phụ huynh|cha mẹ|thí sinh|vận động viên|công nhân|sinh viên|học viên|bà con|người))(?!\w)",
    re.IGNORECASE,
)
PERSONS = re.compile(rf"{_PEOPLE}(?:[\s,(][^;]*)?")
#: What a name goes on with, or what is told of a body: no duty
NO_DUTY = re.compile(
    r"(?:là\s+(?!cơ quan|đầu mối|đơn vị|(?:bộ phận |thành viên )?thường trực)|do\s|được\s|đã\s|nêu|(?:bao\s+)?gồm[\s:]|"
    r"không\s+(?:quá|dưới|trên|hơn|ít hơn|nhiều hơn|đủ|đạt|có|còn|vượt|thuộc)\s|không\s[^,.;]*\s(?:bị|thì)\s|"
    r"có\s+(?!mặt|trách nhiệm|nhiệm vụ|kế hoạch|phương án|biện pháp|giải pháp|văn bản|hình thức|ý kiến|báo cáo|"
    r"công văn|thông báo|chương trình))"
)
#: Who sits in a committee, and as what
SITS = re.compile(r"làm\s+(?:Phó\s+)?(?:Trưởng|Chủ tịch|Tổ trưởng|Ủy viên|Thư ký|[Tt]hành viên)")
NAMED_PERSON = re.compile(
    rf"(?:(?:[ÔBĐ]\w+\s)?(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/c|[Bb]ác sĩ|[Tt]hạc sĩ|[Tt]iến sĩ|ThS|TS|BS)\.?\s+"
    rf"(?:CK\s?I{{1,2}}\s+)?)"
    rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}}(?:,|;|\.|\s[-–]|$)(?![^;]*:\s)"
)
TIME_APART = re.compile(rf"^{APART.pattern}[^,.;:]*(?=,)")
CONTACT = re.compile(r"điện thoại\s*(?:số|liên hệ|:|\d|\()|(?<!\d)0\d{2,4}[.\s]?\d{3}[.\s]?\d{3}(?!\d)")
GROUP_FIRST = re.compile(r"(?:Các|Những|Từng|Mỗi|Toàn thể|Tất cả)\b")
#: Those of the lead again, each by himself: `Từng địa phương phấn đấu …`
THEMSELVES = re.compile(
    r"(?:Từng|Mỗi|Toàn thể|Tất cả)\b|(?:Các|Những) (?:địa phương|đơn vị|cơ quan|tổ chức|ngành|cấp|thành viên|cá nhân)\b"
)
GROUP_MUST = re.compile(r"các [^;.:]{3,60}?\b(?:phải|có trách nhiệm|chịu trách nhiệm)\b")
ANNOUNCED = re.compile(r"\s*(?:phân công|giao)\s[^.;:]*(?:như sau|sau đây|cụ thể)\s*:\s+(?=\S)")
LEVEL = re.compile(r"(?:Ở\s+)?[Cc]ấp (?:trung ương|tỉnh|thành phố|huyện|xã|cơ sở)\s*")
#: Who is named anew behind a semicolon
FURTHER = re.compile(
    rf"[{UPPER}]|(?:mỗi|từng)\s|(?:thôn|ấp|bản|xã|phường|ông|bà|cô|thầy|đồng chí|đ/c|bác sĩ)\s+[{UPPER}]"
)
#: What has others as its object, so that `…; các thôn lập danh sách` may go on with it
GOVERNS = re.compile(
    r"(?<!\w)(?:hướng dẫn|chỉ đạo|lãnh đạo|yêu cầu|đề nghị|vận động|đôn đốc|phân công|giao|tuyên truyền|khuyến khích|"
    r"hỗ trợ|tạo|để|kiểm tra|giám sát|bảo đảm|đảm bảo|nhắc nhở|thông báo|động viên|huy động|chú "
    r"trọng|gồm|như|về|là|với)(?=\s+[^\W\d])"
)
ADDRESSED = re.compile(r"(?:Đối với|Về phía)\s+")
MARK = re.compile(r"[;,]\s+")
CONDITION = re.compile(r"(?:trong\s+)?(?:trường hợp|nếu|khi|sau khi|trên cơ sở|quá trình)(?!\w)", re.IGNORECASE)
#: What opens the duty of a further body: `…; trường hợp vượt thẩm quyền, Phòng Kinh tế trình …`, `…; đồng thời, …`
IN_CASE = re.compile(r"(?:trong\s+)?(?:trường hợp|nếu)\s[^,;.:]{3,80},\s+|đồng thời,?\s+", re.IGNORECASE)
NEAR = 1500  # characters of a sentence in which who leads it is told
LONGEST_TITLE = 120  # characters of a title that runs into its text
OPENING_ADVERB = re.compile(
    r"^(?:Trường hợp|Năm|Sáng|Chiều|Tối|Tháng|Quý|Ngày|Thứ|Chủ nhật|"
    r"Căn cứ|Nhận được|Trên cơ sở|Theo|Đến|Trong|Hằng|Hàng|Định kỳ|Khi|Nhằm|Để|Từ|Sau|Trước|Vào|Trên đây|Ngoài ra|"
    r"Đồng thời|đồng thời|Bên cạnh đó|Kể từ|Quá trình|Nếu|Đối với|trường hợp|trong trường hợp|nếu|"
    r"(?:trong|trước|sau|đến|từ) (?:hai |các |mỗi )?(?:đợt|ngày|tháng|quý|tuần|kỳ)|"
    r"(?:hằng|hàng) (?:tuần|tháng|quý|năm))\b"
)


@dataclass(slots=True)
class Lead:
    """A lead found in a piece of text: the bodies, where the duty begins and where the naming sentence begins."""

    bodies: list[Body]
    rest: int
    start: int
    partners: list[Body] = field(default_factory=list)


def find_lead(text: str, sentence: Span) -> Lead | None:
    """The lead that a sentence names: at its start, behind ``Giao``/``đề nghị``, or behind an opening phrase."""
    start, end = sentence
    for candidate in _candidates(text, start, end):
        charge = (
            CHARGE.match(text, candidate, end) or _issuer_charges(text, candidate, end) or _turned_to(text, candidate)
        )
        begin = charge.end() if charge else candidate
        if not opens_with_body(text[begin : min(end, begin + NEAR)]) or (
            candidate > start and not charge and not NAMED_OR_ALL.match(text, begin)
        ):
            continue
        stop = min(_fields_end(text, begin) or name_end(text, begin), end)
        if stop <= begin or not _begins_duty(text, stop, end, charged=charge is not None):
            continue
        if charge and charge.re is ADDRESSED and not _says_what_to_do(text[stop:end].lstrip(" :")):
            continue  # `Đối với cơ sở: giấy phép hoạt động; …`: what is looked at there
        if ANNOUNCED.match(text, stop, end):
            continue  # `Ban Giám đốc giao nhiệm vụ như sau: Phòng …`
        if (inner := re.compile(r":\s+").match(text, stop, end)) and _charges_body(text, inner.end(), end):
            continue  # `Tổ 1: Giao ông … làm Tổ trưởng`
        if inner and LEVEL.fullmatch(text, begin, stop) and opens_with_body(text[inner.end() : end][:NEAR]):
            continue  # `Cấp xã: Trạm Y tế …`
        named = _charged_end(text, begin, stop)
        whole = _fields_end(text, begin)
        names = [Body(text[begin:whole], (begin, whole))] if whole else split_names(text[begin:named], begin)
        lead, partners = by_role(names, text)
        if NOBODY.search(text[begin:stop].rstrip()) or FORMULA.match(text, start, end):
            continue
        if "%" in text[begin:stop] or CONTACT.search(ROLE_BRACKET.sub("", text[begin:stop])):
            continue  # `Khoa dưới 70% …`: whom a standard is about; how someone is called
        if lead and not is_persons(lead) and len(text[begin:stop]) < 400:
            rest = stop
            if listed := LISTED_AT.match(text, rest, end):
                rest = listed.end()
            while rest < end and text[rest] in " ,:.":
                rest += 1
            return Lead(lead, rest, start, partners)
    return None


@cache
def _fields() -> re.Pattern[str]:
    field = rf"{alternatives(load('bodies')['fields'])}(?!\w)"
    return re.compile(rf"[Cc]ác\s+(?:sở|phòng|ban)\s*:\s+{field}(?:\s*(?:[,;]|,?\s+và)\s*{field})+")


def _fields_end(text: str, start: int) -> int | None:
    """Where a list of departments by their fields ends (``Các sở: Xây dựng; Y tế; Nội vụ``), if one begins there."""
    match = _fields().match(text, start)
    return match.end() if match else None


def charged_alone(text: str, sentence: Span) -> Lead | None:
    """Whom a sentence charges with what was told before it: ``Giao Văn phòng UBND tỉnh.``"""
    charge = CHARGE.match(text, *sentence)
    if charge is None or not charge["verb"].casefold().startswith(("giao", "phân công")):
        return None
    begin, end = charge.end(), len(text[: sentence[1]].rstrip(" ."))
    if not opens_with_body(text[begin:end]) or name_end(text[:end], begin) < end:
        return None
    return Lead(split_names(text[begin:end], begin), end, sentence[0])


def _says_what_to_do(told: str) -> bool:
    return STARTS_DUTY.match(told) is not None or VERB.match(told[:1].lower() + told[1:]) is not None


#: Where they are named: `Các trường tại Phụ lục I: chuẩn bị báo cáo`
LISTED_AT = re.compile(
    r"\s*\(?(?:nêu\s+|có tên\s+)?(?:tại|theo|trong)\s+(?:danh sách\s+(?:tại\s+)?)?Phụ lục(?:\s+[\dIVX]+)?\)?\s*(?=:)"
)
#: Anyone, and no one in particular (`thôn nào cũng làm`); a fund, which does nothing
NOBODY = re.compile(r"\snào$|^(?:Quỹ|Lực lượng(?:,[^.;]*)?)$")
#: How all work together: `Cấp ủy lãnh đạo, chính quyền tổ chức, Mặt trận làm nòng cốt, Nhân dân là chủ thể`
FORMULA = re.compile(r"[^.;]{2,40}lãnh đạo,[^.;]*?(?:nòng cốt|chủ thể|làm chủ|hưởng ứng)", re.IGNORECASE)
#: Those of whom only some are charged, so that it belongs to their name: `cơ quan, đơn vị được giao nhiệm vụ`
COMMON = re.compile(r"(?:cơ quan|đơn vị|tổ chức|địa phương|ngành|thành viên|cá nhân|người|đồng chí|tập thể)$")


def _charged_end(text: str, begin: int, stop: int) -> int:
    """Where the name ends of one who is charged: ``Trung tâm Chính trị được giao mở 03 lớp``."""
    charged = re.compile(r"\s+được\s+(?:giao|phân công)(?:\s+nhiệm vụ)?\s*$").search(text[begin:stop])
    if charged is None or GROUP_FIRST.match(text, begin) or COMMON.search(text, begin, begin + charged.start()):
        return stop
    return begin + charged.start()


def _charges_body(text: str, start: int, end: int) -> bool:
    charge = CHARGE.match(text, start, end)
    return charge is not None and opens_with_body(text[charge.end() : min(end, charge.end() + NEAR)])


def _turned_to(text: str, start: int) -> re.Match[str] | None:
    """``Đối với UBND các xã: lập kế hoạch``, at the start of a sentence."""
    match = ADDRESSED.match(text, start)
    return match if match and text[name_end(text, match.end()) :].startswith(":") else None


def _issuer_charges(text: str, start: int, end: int) -> re.Match[str] | None:
    """``Sở Y tế đề nghị các xã …``: who asks is not who acts."""
    if not opens_with_body(text[start : min(end, start + NEAR)]):
        return None
    match = re.compile(r"\s*(?:đề nghị|yêu cầu|giao(?:\s+cho)?|phân công)\s+").match(text, name_end(text, start), end)
    return match if match and opens_with_body(text[match.end() : min(end, match.end() + NEAR)]) else None


def names_own_lead(text: str) -> bool:
    """Does an item under a heading name who acts itself (``Đề nghị X …``, ``Các trường: …``, ``Giao ông Páo …``)?

    Whom the lead charges without a name (``Giao Văn phòng …``) is its own business.
    """
    asked = re.match(r"(?:Kính )?(?:Đề nghị|Yêu cầu|Riêng)\s+", text)
    charged = re.match(r"(?:Giao|Phân công)\s+(?:cho\s+)?", text)
    if charged and names_person(text[charged.end() :]):
        asked = charged
    start = asked.end() if asked else 0
    if not opens_with_body(text[start:]):
        return False
    if asked is not None or text[name_end(text) :].startswith(": "):
        return True
    lead = None if THEMSELVES.match(text) else find_lead(text, (0, min(len(text), NEAR)))
    return lead is not None and lead.bodies[0].span[0] == 0


def _candidates(text: str, start: int, end: int) -> list[int]:
    """Where in a sentence a lead may stand: at its start, behind a run-in title, behind commas of an opening phrase."""
    places = [start]
    title_end = start
    end = min(end, start + NEAR)
    for match in re.finditer(
        r":\s+(?:do\s+(?![^,.;:]{3,60}?\s(?:không|chưa|thiếu)\s))?|,\s+|;\s+"
        r"|(?<!của)(?<!với)(?<!tới)(?<!cho)(?<!từ)(?<!tại)(?<!về)(?<!đến)(?<!giữa)(?<!do)(?<!theo)(?<!những)\s"
        r"(?=các\s(?:cơ quan|đơn vị|sở|địa phương|phòng|ban|ngành|xã|phường|thôn|bản|ấp|khu phố|trường)\b)",
        text[start:end],
        re.IGNORECASE,
    ):
        place = start + match.end()
        if in_bracket(text, place, start):
            continue
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
        told = text[stop:].strip(" :.")
        if re.match(r"(?:(?:từ|sáng|chiều|trong|cả)\s+)*(?:ngày\b|\d(?!\)))", told) or CONTACT.search(told):
            return False  # a timetable: who is met when; who is called how
        if NAMED_PERSON.match(told):
            return False  # who is the head, not what he does
        return len(told) > 15 or STARTS_DUTY.match(told) is not None
    if rest.startswith(","):
        rest = (TIME_APART.sub("", rest, count=1) or rest)[1:].lstrip()
    if re.match(r"(?:(?:xem )?xét,?\s*)?(?:quyết định\s+)?(?:tặng|truy tặng|khen thưởng)\b", rest):
        return False  # a proposal for an award
    if re.match(r"theo\s+(?!dõi|chức năng|nhiệm vụ|thẩm quyền|phân công|quy định|lĩnh vực được)", rest):
        return False
    acts = charged or (VERB.match(rest) is not None and not SITS.match(rest))
    return bool(rest) and acts and not NO_DUTY.match(rest)


def next_lead(text: str, start: int, end: int) -> int | None:
    """Where, behind ``;`` or ``,``, a further body is given its own duty."""
    for match in MARK.finditer(text, start, end):
        place = match.end()
        if match[0].startswith(","):
            if _acts_too(text, start, place, end):
                return place
            continue
        case = IN_CASE.match(text, place, end)
        charge = CHARGE.match(text, case.end() if case else place, end)
        begin = (charge or case or match).end()
        named = bool(case or charge or FURTHER.match(text, begin) or GROUP_MUST.match(text, begin))
        if not named:
            named = GOVERNS.search(text, max(start, place - NEAR), place) is None
        if not charge and led_before(text, start, place) and only_joins(text[begin : min(end, begin + NEAR)]):
            continue  # `A chủ trì; B phối hợp …`
        if named and opens_with_body(text[begin : min(end, begin + NEAR)]):
            stop = name_end(text, begin)
            people = is_persons(split_names(text[begin:stop], begin))
            if stop < end and not people and _begins_duty(text, stop, end, charge is not None):
                return place
    return None


def _acts_too(text: str, start: int, place: int, end: int) -> bool:
    """Does a further body act behind a comma (``các thôn báo cáo, Phòng Kinh tế tổng hợp``)?

    Not where it goes on with a list (``gửi Phòng Kinh tế, Công an xã theo dõi``) or only joins in.
    """
    if find_body(text, place) is None or CONDITION.match(text, text.rfind("; ", start, place) + len("; ")):
        return False
    stop = name_end(text, place)
    if stop >= end or not ACTION.match(text, stop) or text[stop - 2 : stop] == ", " or JOINS.match(text, stop):
        return False
    words = re.compile(rf"(?<!\w)(?:[{UPPER}]|các\s|những\s)").finditer(text, max(start, place - 200), place)
    governed = any(opens_with_body(text[w.start() : place + 1]) and name_end(text, w.start()) > place for w in words)
    return not governed and LEADS.match(text, stop) is None


def tells_of_others(text: str) -> bool:
    """Does a sentence begin with a body or with people (``Người lao động …``), so that it is no duty of another one?"""
    return opens_with_body(text) or PEOPLE.match(text) is not None


def is_persons(bodies: list[Body]) -> bool:
    """Do the names mean people in general (``các cá nhân``), to whom a plan gives no duty?"""
    return all(PERSONS.fullmatch(b.name.casefold()) for b in bodies)
