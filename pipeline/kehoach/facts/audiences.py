"""Whom a standard or a criterion addresses, by its own words (GUIDELINES, ``criteria.audience``)."""

from __future__ import annotations

import re

from kehoach.alphabet import LOWER
from kehoach.facts.bodies import opens_with_body
from kehoach.facts.predicates import VERB

TOWARDS = re.compile(
    r"^(?:Đối với|Về phía|Dành cho|Cho|Tặng(?: thưởng)? cho|Xét tặng cho)\s+(?:các\s+(?=tập thể|cá nhân|hộ))?",
    re.IGNORECASE,
)
OTHERS = re.compile(r"^(?:Đối tượng khác|Các đối tượng khác)\b", re.IGNORECASE)
FOR_WHOM = re.compile(
    r"(?:xét|khen thưởng|tặng)[^.;]{0,30}?\s(?:cho|đối với)\s+"
    r"(?P<audience>(?:(?!\s(?:tặng|trình|đồng thời)\s)[^.;])*?)\s+(?:được|theo|phải|thực hiện|có "
    r"thành tích|trong)\b"
)
GROUPS = re.compile(
    r"^(?P<audience>(?:các\s+)?(?:tập thể|cá nhân|hộ gia đình|gia đình|đơn vị)(?:\s*(?:,|và|"
    r"hoặc)\s*(?:các\s+)?(?:tập thể|cá nhân|hộ gia đình|gia đình|đơn vị))*)\s+",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"(?:các\s+)?(?:công nhân|người lao động|cán bộ|công chức|viên chức|học sinh|nông dân|đoàn viên|hội viên|"
    r"doanh nghiệp|nhà thầu|hợp tác xã|nhân dân|chiến sĩ|người dân)"
    r"(?:\s*(?:,|và)\s*(?:các\s+)?(?:[a-zà-ỹđ]+\s?){1,4})*",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?<!\w)\d+\s+")  # how many of them
#: Nouns for those who take part: persons, groups, units and what they build up as a model
WHO = (
    r"(?:các\s+|hai\s+|những\s+)?(?:tập thể|cá nhân|hộ|gia đình|lớp|giáo viên|học sinh|học viên|sinh viên|thí sinh|đội|"
    r"thôn|bản|ấp|khóm|xóm|buôn|khu dân cư|tổ dân phố|khu phố|xã|phường|thị trấn|đặc khu|huyện|cơ quan|đơn vị|trường|"
    r"trung tâm|mô hình|điển hình|doanh nghiệp|hợp tác xã|chi bộ|chi hội|chi đoàn|công đoàn|cán bộ|công chức|đoàn viên|"
    r"hội viên|đảng viên|nông dân|công nhân|người lao động|nhà tài trợ|chủ doanh nghiệp|khoa)(?!\w)(?!\s+hội\b)"
)
#: With what a standard goes on behind those whom it addresses
PREDICATE = (
    r"(?:đạt|có|không|được|bị|phải|cần|để|hoàn thành|tích cực|tự|là|còn|chấp hành|làm|giúp|đóng góp|tham gia|phối hợp|"
    r"trực tiếp|thực hiện|vận động|sử dụng|dẫn đầu|đang|bằng|quá|xuất sắc|tiêu biểu|ủng hộ)(?!\w)"
)
_NAME = rf"(?i:{WHO})(?:(?:\s*[,/]\s*|\s+và\s+|\s+)(?!(?i:{PREDICATE}))[^\s,.;:()]+){{0,9}}?"
#: Who is rewarded, left out or compared, at the head of a sentence: `20 tập thể có …`, `Trường hợp các đội … bằng …`
SUBJECT = re.compile(
    rf"^(?:(?i:trường hợp|khi|nếu|mỗi|riêng)\s+)?(?:\d+\s+)?(?P<audience>{_NAME})\s*,?\s+(?={PREDICATE})"
)
#: `Không xét khen thưởng đối với tập thể bị …`, `xét tặng công đoàn cơ sở đạt …`, `tặng thôn đạt …`
OBJECT = re.compile(
    rf"^(?i:không (?:xét|công nhận)|xét tặng|tặng(?: thưởng)?)(?:\s+(?!(?i:{WHO}))[{LOWER}]+){{0,4}}?\s+"
    rf"(?:\d+\s+)?(?P<audience>{_NAME})\s+(?:do\s|(?={PREDICATE}))"
)

#: Who may propose whom: `Mỗi đơn vị được đề xuất 01 (một) tập thể …` is about the latter
PROPOSES = re.compile(
    r"^Mỗi\s[^.;:]*?(?:đề xuất|đề nghị|giới thiệu|lựa chọn|bình chọn|chọn|cử)\s+"
    rf"(?:(?:tối đa|không quá|nhiều nhất)\s+)?\d+\s+(?:\(\w+\)\s+)?(?P<audience>(?i:{WHO}))"
)


def is_audience(text: str) -> bool:
    """Does the text name those whom a standard addresses (``Đối với cấp xã``, ``Tập thể``)?"""
    name = bare(text)
    if re.search(r"(?:^|\s)đối với\s", text, re.IGNORECASE):
        return True
    return (
        bool(OTHERS.match(text))
        or opens_with_body(name)
        or TOWARDS.match(text) is not None
        or GROUPS.match(name + " ") is not None
    )


def names_subject(text: str) -> bool:
    """Does a sentence begin with those whom it is about (``hộ để gia súc thả rông bị trừ …``)?"""
    return SUBJECT.match(text) is not None


def names_who(text: str) -> bool:
    """Is the text a name of those who take part and nothing else (``Giáo viên chủ nhiệm tiêu biểu``)?"""
    return re.fullmatch(rf"{WHO}(?:\s+[^\s.;:]+){{0,8}}", text, re.IGNORECASE) is not None


def bare(text: str) -> str:
    """The name in ``Đối với …:``."""
    return re.sub(r"^(?:Đối với|Về phía|Dành cho|Riêng)\s+", "", text).strip(" :,")


def predicate_at(text: str, start: int) -> int | None:
    """Where behind ``start`` a standard says what it takes; None where it does not."""
    match = re.compile(r"\b(?:đạt|hoàn thành|có|phải|được xét|tích cực|thực hiện)\b").search(
        text, start
    ) or VERB.search(text, start)
    return match.start() if match else None


def own_audience(text: str) -> str | None:
    """The audience that a condition names itself: ``Tặng thưởng cho các tập thể …``, ``… khen thưởng cho các …``."""
    if told := PROPOSES.match(text):
        return told["audience"]
    if told := FOR_WHOM.search(text):
        return NUMBERED.sub("", told["audience"])
    towards = TOWARDS.match(text)
    rest = text[towards.end() :] if towards else text
    if groups := GROUPS.match(rest):
        return re.sub(r"^(?i:các)\s+", "", groups["audience"])
    if towards and (verb := predicate_at(rest, 0)):
        return NUMBERED.sub("", rest[:verb]).strip(" ,")
    told = SUBJECT.match(text) or OBJECT.match(text)
    return told["audience"].strip(" ,") if told else None


_GROUP = r"(?:tập thể|cá nhân|hộ gia đình|gia đình)"
_GROUPS = rf"{_GROUP}(?:(?:,| và)\s+{_GROUP})*"
#: How a heading tells whom its standards address
OF_HEADING = (
    re.compile(r"(?:^|[\s(])(?:đối với|dành cho)\s+(?P<audience>[^()]+(?:\([^()]+\))?)", re.IGNORECASE),
    re.compile(r"^(?:Tiêu chuẩn|Tiêu chí)\s+(?:[^:]*?\s)?(?:của|cho)\s+(?P<audience>.+)$", re.IGNORECASE),
    re.compile(
        rf"(?:khen thưởng|thi đua|tiêu chuẩn|tiêu chí|chấm điểm|xếp loại|xếp hạng)\s+(?P<audience>{_GROUPS}|"
        r"các\s+(?:thôn|bản|ấp|khu|tổ|xã|phường|đơn vị|trường|lớp)(?:\s[^,;:]{2,30})?)$",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?:về\s+)?(?P<audience>(?:các\s+)?{_GROUPS})$", re.IGNORECASE),
)
#: What a title tells of the points: `(100 điểm)`
POINTS_BEHIND = re.compile(r"\s*\([^()]*điểm[^()]*\)$", re.IGNORECASE)


def audience_of_heading(text: str) -> str | None:
    """The audience that a heading names: ``Đối với cấp xã``, ``Tiêu chuẩn của tập thể``, ``Cá nhân:``, ``Sở Y tế``."""
    text = POINTS_BEHIND.sub("", text.strip(" :."))
    told = next((told for pattern in OF_HEADING if (told := pattern.search(text))), None)
    if told:
        return told["audience"].strip()
    return text if opens_with_body(text) and len(text.split()) < 30 else None
