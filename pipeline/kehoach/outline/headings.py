"""Which paragraphs are titles of what follows.

GUIDELINES: a heading is a title of what follows, or a lead-in that only introduces bullets; what carries a duty, figure
or condition of its own is text, and so is a title that runs into its text in the same paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.alphabet import LOWER, UPPER
from kehoach.outline.labels import BY_HOUR, Label

ENDED = re.compile(r"[.;,…]$|[.…][”\")]$")
SENTENCES = re.compile(rf"[{LOWER}”)]{{2,}}\.\s+[{UPPER}]")
RUN_IN = re.compile(r":\s+(?=\S)")
ONLY_TIME = re.compile(
    r"^(?:(?:đến|trong|từ|giai đoạn|hết|cả)\s+)*(?:năm|tháng|quý|giai đoạn|ngày)?\s*[\d\s/–-]+(?:\(.*\))?$",
    re.IGNORECASE,
)
#: `Đợt 2: Từ tháng 01 đến ngày 15/3/2026`, over what is done then
STAGE = re.compile(r"(?:Đợt|Giai đoạn|Bước|Ngày|Tuần|Tháng|Quý|Buổi)\s+[^:]{1,20}:\s+(?:\S+\s+){0,14}\S*[^\s.;,:]")
#: `Mục tiêu 4: Trong lĩnh vực y tế`, one of several by number
ONE_OF = re.compile(
    r"(?:Mục tiêu|Nhiệm vụ|Nội dung|Giải pháp|Hoạt động|Chuyên đề|Nhóm(?:\s+\w+){0,2}|Dự án|Tiểu dự án|Tiêu chí)\s+"
    r"\d{1,2}:"
    r"\s+(?:\S+\s+){0,24}\S*[^\s.;,:]"
)
FIGURE = re.compile(
    r"(?<!\d)\d++(?:[.,]\d++)?\s?%|(?<![/\d])\b\d+/\d+\b(?!/)|\bít nhất\b|\btrở lên\b|\btối thiểu\b|"
    r"\d\s+(?:triệu|tỷ|nghìn)?\s*đồng\b(?! chí)|\bgồm \d+\s"
)
CONDITION = re.compile(
    r"\b(?:trong đó|nếu|trước ngày|(?<!lưu ý )khi(?! (?:sơ kết|tổng kết))|như sau|sau đây)\b|,\s*cụ thể\b|"
    r"\bchia (?:thành|làm)\s+\d|\b(?:tổ chức|phát động|thành lập|mở)\s+\d+\s|"
    r"\bđạt (?:đủ |đồng thời )?(?:các |cả )?(?:\d+ )?(?:tiêu chuẩn|tiêu chí|điều kiện)\b",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|nhiệm vụ)(?: như sau| sau)?\s*:?$", re.IGNORECASE
)
#: What nobody says in a title
SAYS_MORE = re.compile(r"\b(?:sẽ|phải|đã)\b")
#: A predicate of its own; in lower case, since names of offices have capitals (``Công chức … Xây dựng``)
DUTY = re.compile(
    r"\b(?:tiếp tục|phấn đấu|thực hiện tốt|phải|cần|chủ trì|phối hợp|tham mưu|xây dựng|đẩy mạnh|tăng cường|tập trung|"
    r"căn cứ|gửi|nộp|sẽ|(?<!các )(?<!, )tổ chức(?! (?:chính trị|xã hội|đoàn thể|thành viên))|hướng dẫn|triển khai|"
    r"rà soát|chỉ đạo|đáp ứng|thực hiện|được)\b"
)
#: What a lead-in announces and nothing else: `… tập trung vào các lĩnh vực:`
ANNOUNCES = re.compile(r"tập trung (?:vào )?các (?:lĩnh vực|nội dung|nhiệm vụ)(?:\s+sau)?\s*:$", re.IGNORECASE)
#: It tells when, too: `… được tổ chức trong giai đoạn 2021-2025, cụ thể như sau:`
WHEN = re.compile(r"\b(?:giai đoạn|từ|trước|trong)\s+(?:(?:năm|tháng|ngày|quý)\s+)?[\dIVX]", re.IGNORECASE)
ADDRESSED = re.compile(
    r"^(?:Đối với|Về|Nội dung|Hình thức|Tiêu chuẩn|Tiêu chí|Mục tiêu|Chỉ tiêu|Thời gian|Nhiệm vụ|Tặng|Trình|Cấp)\b"
)
DETAIL = re.compile(
    r"^(?:Thời gian|Thời hạn|Đơn vị|Cơ quan|Chủ trì|Phối hợp|Kết quả|Sản phẩm|Kinh phí|Lãnh đạo)\b[^:]{0,40}:",
    re.IGNORECASE,
)


LEADS = re.compile(r"^(?:(?:Đơn vị|Cơ quan|Bộ phận)\s+)?(?:chủ trì|thực hiện|đầu mối)[^:]{0,20}:", re.IGNORECASE)
TIMES = re.compile(r"^(?:Thời gian|Thời hạn|Tiến độ)\b[^:]{0,40}:", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """A paragraph of the body on its way to a block."""

    text: str
    label: Label | None
    page: int | None = None
    bold: bool | None = None
    confidence: float | None = None
    table_follows: bool = False
    has_bullets: bool = False
    depth: int = 0
    parent: int | None = None
    heading: bool = False
    is_title: bool = False  # of a section that has no number


def mark_headings(entries: list[Entry]) -> None:
    """Set ``heading``. Needs depth and parent."""
    children: list[list[int]] = [[] for _ in entries]
    for i, entry in enumerate(entries):
        if entry.parent is not None:
            children[entry.parent].append(i)
    for i, entry in enumerate(entries):
        below = [entries[c] for c in children[i] if not _tells_of_bullet(entries[c], entry)]
        entry.heading = entry.depth > 0 and _is_heading(entry, bool(below) or entry.table_follows, below)


def _tells_of_bullet(detail: Entry, item: Entry) -> bool:
    """``Thời gian thực hiện: …`` without a mark of its own below a bullet, which is no title for that."""
    bullet = item.label is not None and item.label.style.startswith("bullet")
    return bullet and detail.label is None and DETAIL.match(detail.text) is not None


def _is_heading(entry: Entry, holds: bool, children: list[Entry]) -> bool:
    text = entry.text.rstrip()
    if entry.is_title:
        return holds
    programme = entry.label is None and bool(children) and all(BY_HOUR.match(c.text) for c in children)
    if entry.label is None and not (holds and (text.endswith(":") or entry.bold or programme)):
        return False
    if is_capitals(text):
        return True
    if not holds:
        return False
    if _has_details(children) and (len(text.split()) < 60 or not all(DETAIL.match(c.text) for c in children)):
        return True
    if SENTENCES.search(text.rstrip(".")):
        return False
    run_in = RUN_IN.search(text.rstrip(":"))
    if run_in and not ONLY_TIME.match(text[run_in.end() :]) and not (STAGE.fullmatch(text) or ONE_OF.fullmatch(text)):
        return False
    if text.endswith(":"):
        over_text = children[0].label is None if children else entry.table_follows
        if entry.label is not None and over_text and not (FIGURE.search(text) or CONDITION.search(text)):
            return len(text.split()) <= 45
        return is_bare_lead_in(text) or ONLY_TIME.match(text[:-1]) is not None
    if ENDED.search(text):
        return bool(children) and _is_bare_name(text.rstrip(".;,"), over_items=children[0].label is not None)
    return len(text.split()) <= 80


def _has_details(children: list[Entry]) -> bool:
    """Are the bullets below such details, or the last of them, by whom and by when among them?"""
    details = [c.text for c in children if c.label and DETAIL.match(c.text)]
    if children and len(details) == len(children):
        return True
    last = children[-len(details) :] if details else []
    if not all(DETAIL.match(c.text) for c in last):
        return False
    return any(map(LEADS.match, details)) and any(map(TIMES.match, details))


def is_capitals(text: str) -> bool:
    """A title in capitals, whatever a bracket behind it says."""
    text = re.sub(r"\s*\([^()]*\)\W*$", "", text) if "(" in text else text
    letters = sum(map(str.isalpha, text))
    return letters > 3 and sum(map(str.isupper, text)) >= 0.9 * letters


def is_bare_lead_in(text: str) -> bool:
    """``Sở Nông nghiệp và Phát triển nông thôn:`` or ``Ban … chịu trách nhiệm:``, not ``X tiếp tục …, trong đó:``."""
    if RESPONSIBLE.search(text) or (ANNOUNCES.search(text) and not FIGURE.search(text) and not WHEN.search(text)):
        return len(text.split()) <= 45
    if FIGURE.search(text) or CONDITION.search(text) or len(text.split()) > 60:
        return False
    if ADDRESSED.match(text) or len(text.split()) <= 8:
        return True
    return DUTY.search(text) is None


def _is_bare_name(text: str, over_items: bool) -> bool:
    """A list of bodies, or a title, that someone closed with a full stop.

    What begins with its verb may be a title over a paragraph; over items it is a duty that they divide.
    """
    if len(text.split()) <= 14:
        return SAYS_MORE.search(text) is None
    if text.startswith("Đối với"):
        return re.search(r"\b(?:cần|phải|được|sẽ)\b", text) is None and len(text.split()) <= 60
    duty = DUTY.search(text[:1].lower() + text[1:] if over_items else text)
    return duty is None and FIGURE.search(text) is None and len(text.split()) <= 45
