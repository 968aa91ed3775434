"""What recurs and is a duty of the plan (``định kỳ báo cáo``), not a word of something else (``kế hoạch hằng năm``)."""

from __future__ import annotations

import re

from kehoach.facts.bodies import opens_with_body
from kehoach.facts.leads import STARTS_DUTY
from kehoach.facts.predicates import PARTICLES, VERBS
from kehoach.facts.time_patterns import PART_OF_MONTH
from kehoach.facts.times import TimeExpression
from kehoach.knowledge import alternatives

#: What one does at a time
ACTION = re.compile(
    r"\b(?:sơ kết|tổng kết|tổ chức|hoàn thành|hoàn tất|báo cáo|gửi|trình|ban hành|xây dựng (?:kế hoạch|báo cáo|"
    r"chương trình|đề án|văn bản)|triển khai|kiểm tra|giám sát|bình xét|khen thưởng|khai mạc|bế mạc|"
    r"phát động|ra quân|diễn ra|thực hiện|kết thúc|bắt đầu|đăng ký|rà soát|tiến hành|cao điểm|đánh giá|"
    r"thẩm định|họp|công bố|tuyên truyền|thành lập|lựa chọn|giới thiệu|tham mưu|phối hợp|gặp mặt|hội nghị|"
    r"lễ|thời gian|nộp|lập|tập huấn|trao|xét|chấm|tổng hợp|cập nhật|công khai|hướng dẫn|phê duyệt|"
    r"nghiệm thu|bàn giao|thi công|khởi công|tiêm|chiến dịch|khảo sát|bầu cử|niêm yết|kiện toàn|phổ biến|"
    r"bồi dưỡng|cung cấp|đón tiếp|làm việc|xong|hoàn thiện|tham gia|"
    r"khám|thả giống|xuống giống|gieo sạ|phát sóng|thi đấu|mít tinh|tọa đàm|toạ đàm|giao lưu|biểu diễn|dâng hương|"
    r"liên hoan|hội thảo|hội trại|cắm trại|ngày hội|chung kết|sơ khảo|"
    r"giải(?=\s(?:đua|bóng|chạy|cờ|bán|điền kinh|quần vợt|cầu lông|việt dã|vô địch|thể thao|bơi|võ)(?!\w))|"
    r"trực(?=\s(?:ban|gác|chốt|chỉ huy|canh|\d))|(?:phát|in|cấp)(?=\s\d))\b",
    re.IGNORECASE,
)
#: Matched against small letters: without case, the pattern is made in a fifth of the time
FOLLOWS = re.compile(
    rf"^\s*,?\s*(?:{alternatives(v for v in VERBS if v not in PARTICLES)}|khi|đánh giá|lựa chọn|các cơ quan|các "
    r"đơn vị|từng)\b",
)
NOT_AFTER = re.compile(r"^\s*(?:của|đề ra|phát sinh|trên|đạt|do|trở)\b", re.IGNORECASE)
NOT_BEFORE = re.compile(
    r"\b(?:bình quân|nhiệm vụ|(?<!xây dựng )(?<!ban hành )kế hoạch|chỉ tiêu|trình độ|trong năm|dự toán|"
    r"ngân sách|mục tiêu|kinh phí|phong trào thi đua|thi đua|công tác thi đua\s*[-–,]?\s*khen thưởng|tăng|từ|"
    r"chỉ số\s[^.;,]{2,40})\s*$",
    re.IGNORECASE,
)
REPORTS = re.compile(
    r"báo cáo|thẩm định|đánh giá|thu thập|kiểm tra|rà soát|giám sát|giao ban|họp|tổng hợp|thông tin|"
    r"(?<!quy trình )cập nhật|sơ kết|kiểm điểm|cung cấp",
    re.IGNORECASE,
)
_DAY_NAME = r"(?:(?:thứ\s+)?(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
WEEKDAY = re.compile(
    rf"(?:thứ\s+\S+|chủ nhật|thứ\s+\w+(?:(?:\s*,|\s+và)\s+{_DAY_NAME})+|(?:tuần|ngày)\s+(?:đầu|cuối))\s*$",
    re.IGNORECASE,
)
#: What is done each time: `mỗi quý ít nhất 01 lượt`
AT_LEAST = re.compile(r"\s*(?:\w+\s+){0,2}(?:ít nhất|tối thiểu|\d+|một kỳ|một lần|hai lần)\b", re.IGNORECASE)
#: What is looked at, or into which report something goes: `Việc báo cáo định kỳ`, `lồng ghép trong báo cáo định kỳ`
EXAMINED_WORK = re.compile(
    r"(?:(?:^|[.;:]\s)\s*(?:Việc|việc|Chế độ|chế độ|Tình hình)\s(?:(?!được|phải|cần)[^.;:])*|"
    r"lồng ghép (?:trong|vào|với)[^.;,]*)$"
)


#: `đưa kết quả vào đánh giá, xếp loại hằng quý`, `bố trí kinh phí trong dự toán hằng năm`
PUT_INTO = re.compile(
    r"(?:(?<!\w)đưa\s[^.;:]{3,120}?\svào\s(?!Nghị quyết số|Kế hoạch số)|"
    r"(?<!\w)bố trí\s[^.;:]{0,120}?\s(?:trong|vào)\s(?:[^\W\d]+\s){0,3}?dự toán\s)[^.;:]{0,60}$",
    re.IGNORECASE,
)


def is_recurring_duty(time: TimeExpression, left: str, right: str, title: str | None = None) -> bool:
    """Does what recurs set a duty, by the words ``left`` and ``right`` of it? ``title`` is the text of a heading."""
    if time.end is not None or time.start is not None:
        return True
    if EXAMINED_WORK.search(left):
        return False
    if PUT_INTO.search(left):
        return True
    if NOT_AFTER.match(right) or NOT_BEFORE.search(left):
        return False
    if re.match(r"\d{1,2}\s+\w+\s*/", time.text):
        return True
    if re.match(r"(?:mỗi|hằng|hàng)\b", time.text, re.IGNORECASE) and AT_LEAST.match(right):
        return True
    if (
        PART_OF_MONTH.fullmatch(time.text)
        or WEEKDAY.search(left)
        or re.search(r"ngày\s+\d|(?<!\w)(?:thứ\s|chủ nhật)", time.text, re.IGNORECASE)
        or re.match(r"\s*(?:một|0?1|/)?\s*lần\b", right)
    ):
        return True
    if re.match(r"\s*,?\s*(?:trước|lúc|chậm nhất)\s+(?:\d|thứ|ngày)", right) and REPORTS.search(
        re.split(r"[.;]\s", left)[-1]
    ):
        return True
    if re.search(r"(?:^|[.;:]\s)$", left) and re.match(r"\s*,?\s*(?!và\b|của\b)\w", right):
        return True
    if left.endswith("(") and right.startswith(")") and REPORTS.search(re.split(r"[.;]\s", left)[-1]):
        return True
    return _is_done_then(time, left, right, title)


def _is_done_then(time: TimeExpression, left: str, right: str, title: str | None) -> bool:
    """Do the words around say that something is done each time?"""
    if "định kỳ" in time.text.casefold():
        near = " ".join(re.split(r"[,;.]", left)[-1].split()[-12:])
        return FOLLOWS.match(right.lower()) is not None or REPORTS.search(near) is not None or _ends_duty(left, right)
    if time.recurrence in ("weekly", "monthly", "quarterly", "annual") and _ends_duty(left, right):
        return True
    if title is not None:
        return ACTION.search(title) is not None
    if FOLLOWS.match(right.lower()):
        return not re.match(r"\s*(?:và|được)\b", right)
    return (
        re.match(r"\s*(?:và giai đoạn|,|\.|;|theo quy định|$)", right) is not None
        and re.search(
            r"\b(?:thẩm định|báo cáo|kiểm tra|tổng kết|sơ kết|đánh giá|bình xét)\b",
            re.split(r"[.;]\s", left)[-1],
            re.IGNORECASE,
        )
        is not None
    )


def _ends_duty(left: str, right: str) -> bool:
    """The time closes a clause that begins with its verb (``thực hiện kiểm toán năng lượng định kỳ``)."""
    clause = re.split(r"[,;.:]\s|\svà\s", left)[-1]
    clause = clause.lstrip()
    if re.search(r"\bdo\s[^.;]*$", left):
        return False  # what others do each year
    acts = STARTS_DUTY.match(clause) is not None or opens_with_body(clause)
    return acts and re.match(r"\s*(?:[.;,]|$)", right) is not None
