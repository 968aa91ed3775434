"""Events, deadlines, periods and recurring duties that the plan sets itself (GUIDELINES, ``timeline``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.alphabet import UPPER
from kehoach.facts.bodies import opens_with_body
from kehoach.facts.due import is_before
from kehoach.facts.leads import STARTS_DUTY
from kehoach.facts.predicates import PARTICLES, VERB, VERBS
from kehoach.facts.reading import BORN, FULL_STOP, Reading, looks_back, told_headings
from kehoach.facts.times import TimeExpression, is_of_document
from kehoach.knowledge import alternatives
from kehoach.outline.roles import STAGE as STAGE_TITLE
from kehoach.plan import Block, Milestone, Role, Span, TimeKind

#: Under these headings dates belong to something else: standards, figures, addressees
NO_TIMES: frozenset[Role] = frozenset({"criteria", "targets", "subjects", "purpose"})
ACTION = re.compile(
    r"\b(?:sơ kết|tổng kết|tổ chức|hoàn thành|báo cáo|gửi|trình|ban hành|xây dựng (?:kế hoạch|báo cáo|"
    r"chương trình|đề án|văn bản)|triển khai|kiểm tra|giám sát|bình xét|khen thưởng|khai mạc|bế mạc|"
    r"phát động|ra quân|diễn ra|thực hiện|kết thúc|bắt đầu|đăng ký|rà soát|tiến hành|cao điểm|đánh giá|"
    r"thẩm định|họp|công bố|tuyên truyền|thành lập|lựa chọn|giới thiệu|tham mưu|phối hợp|gặp mặt|hội nghị|"
    r"lễ|thời gian|nộp|lập|tập huấn|trao|xét|chấm|tổng hợp|cập nhật|công khai|hướng dẫn|phê duyệt|"
    r"nghiệm thu|bàn giao|thi công|khởi công|tiêm|chiến dịch|khảo sát|bầu cử|niêm yết|kiện toàn|phổ biến|"
    r"bồi dưỡng|cung cấp|đón tiếp|làm việc|xong|hoàn thiện|tham gia|"
    r"khám|thả giống|xuống giống|gieo sạ|phát sóng|thi đấu|mít tinh|tọa đàm|toạ đàm|giao lưu|biểu diễn|dâng hương|"
    r"liên hoan|hội thảo|hội trại|cắm trại|"
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
CONTINGENT = re.compile(r"\bnếu\b|(?:^|[,;]\s)trường hợp\b", re.IGNORECASE)
REPORTS = re.compile(
    r"báo cáo|thẩm định|đánh giá|thu thập|kiểm tra|rà soát|giám sát|giao ban|họp|tổng hợp|thông tin|"
    r"(?<!quy trình )cập nhật|sơ kết|kiểm điểm|cung cấp",
    re.IGNORECASE,
)
RUN_IN = re.compile(r"(?:Thời gian|Thời hạn|Tiến độ)\b")
#: What stands right before its time: `Vòng sơ khảo: ngày 12/5`
LABEL = re.compile(r"[^\W\d][^.;:]{2,80}:\s+")
#: What comes in rounds, right before its time: `…, đợt 2 ngày 25/10`
ROUND = re.compile(r"(?:[Đđ]ợt|[Vv]òng|[Ll]ần)\s+(?:\d{1,2}|[IVX]{1,4})\s*[:(,]?\s*$")
#: A block or clause that is about one stage: `Đợt 1: …`
STAGE = re.compile(r"(?:Đợt|Bước|Lần|Giai đoạn)\s+\w{1,4}\s*[:(]", re.IGNORECASE)
AIMS = re.compile(r"ph[ấầ]n đấu|đạt chuẩn|khóa\s+\S+$", re.IGNORECASE)
#: A day may stand behind a term of office: `đại biểu nhiệm kỳ 2026 - 2031 diễn ra ngày 15/3/2026`
AIMS_OR_TERM = re.compile(rf"{AIMS.pattern}|nhiệm kỳ", re.IGNORECASE)
FINISHED = re.compile(r"\b(?:hoàn thành|xong|bàn giao|nghiệm thu|khánh thành)\b", re.IGNORECASE)
#: What is held within a month, beside what is due within it
HELD = re.compile(r"\b(?:sơ kết|tổng kết|hội nghị|lễ|hội thi|đại hội)\b", re.IGNORECASE)
DELIVERED = re.compile(r"\b(?:hoàn thành|ban hành|xong|trình|gửi|xây dựng|báo cáo|nộp)\b", re.IGNORECASE)
YEAR_OF = re.compile(r"năm\s+\d{4}|năm học\s+\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)
YEARS_ALONE = re.compile(r"năm\s+\d{4}|(?:xuyên suốt\s+|từ\s+)?\d{4}\s*[-–—]\s*\d{4}", re.IGNORECASE)
KEPT = re.compile(r"(?:[Nn]gày|Lễ|Tết)\s+[^\d,.;:()]{3,70}\s\(?$")
DAY_TITLE = re.compile(r"(?:ngày|buổi)\s", re.IGNORECASE)
DAY_ALONE = re.compile(r"\d{1,2}/\d{1,2}")
#: The days in whose honour people compete
HONOURED = re.compile(r"(?:chào mừng|lập thành tích|thi đua)\s[^.;]*$", re.IGNORECASE)
NEAR = 1500  # characters of a block that may tell what a time means; no sentence is longer
_DAY_NAME = r"(?:(?:thứ\s+)?(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
WEEKDAY = re.compile(
    rf"(?:thứ\s+\S+|chủ nhật|thứ\s+\w+(?:(?:\s*,|\s+và)\s+{_DAY_NAME})+|(?:tuần|ngày)\s+(?:đầu|cuối))\s*$",
    re.IGNORECASE,
)
#: What is done each time: `mỗi quý ít nhất 01 lượt`
AT_LEAST = re.compile(r"\s*(?:\w+\s+){0,2}(?:ít nhất|tối thiểu|\d+|một kỳ|một lần|hai lần)\b", re.IGNORECASE)
#: What is done at each such day: `định kỳ báo cáo kết quả trước ngày 20/11`
EVERY_TIME = re.compile(r"(?<!\w)(?:định kỳ|hằng năm|hàng năm)(?!\w)[^.;]*$", re.IGNORECASE)
#: A report of half a year or a year by a day of no year, in a plan of several years
REPORT_OF = re.compile(
    r"báo cáo\s[^.;]*?(?:(?:0?6|sáu|09|9) tháng|năm|quý)(?: đầu năm| cuối năm)?\s*\(?$", re.IGNORECASE
)
#: Over which time a report or a review looks back
REPORTED = re.compile(r"(?:báo cáo|(?P<review>sơ kết))(?: kết quả)?\s*$", re.IGNORECASE)
STRICT = ("trước", "relative")
NAMED = re.compile(
    r"(?:phong trào|chương trình|đề án|chiến lược|kế hoạch|kế hoạch phát triển|nghị quyết|quy hoạch|dự án|bộ tiêu "
    r"chí|mới|[”\"])[^.;]{0,80}$",
    re.IGNORECASE,
)
#: Mostly a part of a name: `giai đoạn 2021 - 2025`
SPAN_OF_YEARS = re.compile(r"(?:giai đoạn|thời kỳ|các năm|năm \d{4}\s*[-–])", re.IGNORECASE)
#: `Luật Bầu cử năm 2015 (được sửa đổi, bổ sung năm 2025)`
OF_LAW = re.compile(rf"(?:sửa đổi|bổ sung|Luật [{UPPER}][^.;:,()]{{2,80}})\s*$")
#: Which time an inspection looks at: `Mốc thời gian kiểm tra: Từ 01/01/2025 đến nay`
EXAMINED = re.compile(
    r"(?:^|[.;]\s+)(?:Mốc thời gian|Mốc|Phạm vi|Thời kỳ|Niên độ|Giai đoạn)\s+"
    r"(?:được\s+)?(?:kiểm tra|giám sát|thanh tra)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
#: What is looked at, or into which report something goes: `Việc báo cáo định kỳ`, `lồng ghép trong báo cáo định kỳ`
EXAMINED_WORK = re.compile(
    r"(?:(?:^|[.;:]\s)\s*(?:Việc|việc|Chế độ|chế độ|Tình hình)\s(?:(?!được|phải|cần)[^.;:])*|"
    r"lồng ghép (?:trong|vào|với)[^.;,]*)$"
)
#: A day, before the bracket that tells how it is reckoned
TOLD_BEFORE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*\((?:[^()]*\s)?$")
CLOCK = r"\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?(?:\s*phút|p)?"
#: An item of a programme by the hour: `Từ 07 giờ 00 phút đến 07 giờ 10 phút: Chào cờ`, `8h30: Khai mạc`
BY_HOUR = re.compile(rf"(?P<time>(?:[Tt]ừ\s+)?{CLOCK}(?:\s*(?:đến|tới|[-–])\s*{CLOCK})?)\s*(?::|[-–])\s+(?=[^\W\d])")
SENTENCE = re.compile(rf"{FULL_STOP}|;\s+")


def find_timeline(reading: Reading, issued: str | None = None) -> list[Milestone]:
    """Milestones of the body, in order. What was so before the plan was ``issued`` (ISO) is none."""
    found: list[Milestone] = []
    days: dict[str, str] = {}  # heading → the day of the event that it is about
    first = next((i for i, b in enumerate(reading.blocks) if b.depth > 0), 0)
    for block in reading.blocks[first:]:
        times = [
            time
            for time in reading.times_in(block)
            if time.span[0] not in reading.cited and not _names_report(reading, time) and not _is_past(time, issued)
        ]
        times = [t for t in times if not (_is_of_matter(reading, t, times) or _told_again(reading, t, times))]
        groups = _listed(reading, times)
        for i, group in enumerate(groups):
            place = (group[0].span[0], group[-1].span[1])
            before = _nearest(reading, (groups[j] for j in range(i - 1, -1, -1)))
            quote = _quote_span(
                block, place, (before, _nearest(reading, (groups[j] for j in range(i + 1, len(groups)))))
            )
            kinds = [_accept(reading, block, time, quote) for time in group]
            kind = next((k for k in kinds if k), None)
            found += [_milestone(block, time, quote, kind) for time in group if kind]
            if kind == "event" and len(group[-1].end or "") == 10:
                days |= dict.fromkeys(told_headings(reading, block), group[-1].end or "")
        if not times:
            above = [heading.id for heading in reading.above(block)[:2]]
            found += _by_hour(block, next((days[h] for h in above if h in days), None))
    return found


def _by_hour(block: Block, day: str | None) -> list[Milestone]:
    """An item of the programme of an event whose ``day`` is told beside it."""
    match = BY_HOUR.match(block.text)
    if match is None or day is None:
        return []
    quote = block.text.rstrip(" .;,")
    span = (block.span[0], block.span[0] + len(quote))
    return [Milestone(quote=quote, time=match["time"], kind="event", end=day, span=span, block=block.id)]


def _listed(reading: Reading, times: list[TimeExpression]) -> list[list[TimeExpression]]:
    """Times one by one, but ``định kỳ 6 tháng, hàng năm`` together: one duty that recurs at both."""
    groups: list[list[TimeExpression]] = []
    for time in times:
        last = groups[-1][-1] if groups else None
        between = reading.text[last.span[1] : time.span[0]] if last else ""
        within = last is not None and last.prefix == time.prefix == "trong" and not SPAN_OF_YEARS.match(time.text)
        alike = last is not None and last.kind == time.kind and (time.kind != "period" or within)
        if alike and re.fullmatch(r"\s*(?:,|và|hoặc)\s*(?:cả\s+)?", between):
            groups[-1].append(time)
        else:
            groups.append([time])
    return groups


def _nearest(reading: Reading, groups: Iterable[list[TimeExpression]]) -> Span | None:
    """The place of the first time that is no span of years."""
    return next((t.span for group in groups for t in group if not _tells_which(reading, t)), None)


def _tells_which(reading: Reading, time: TimeExpression) -> bool:
    """``số liệu năm 2025``, ``giai đoạn 2021 - 2025``: mostly a part of what is done, no time to do it."""
    if SPAN_OF_YEARS.match(time.text):
        return True
    before = reading.text[max(0, time.span[0] - 2) : time.span[0]]
    return not time.prefix and YEAR_OF.fullmatch(time.text) is not None and re.match(r"\w ", before) is not None


def _told_again(reading: Reading, time: TimeExpression, times: list[TimeExpression]) -> bool:
    """``Định kỳ phát sóng mỗi tháng 02 chuyên mục``: that it recurs, before how often in the same clause."""
    if time.recurrence != "periodic" or time.end:
        return False
    behind = next((other for other in times if other.span[0] > time.span[0]), None)
    if behind is None or behind.kind != "recurring" or behind.recurrence == "periodic":
        return False
    return re.search(r"[.;:,]\s|\svà\s", reading.text[time.span[1] : behind.span[0]]) is None


def _is_of_matter(reading: Reading, time: TimeExpression, times: list[TimeExpression]) -> bool:
    """``Quý I/2027, các thôn đánh giá phong trào năm 2026``: what is assessed, beside when."""
    if SPAN_OF_YEARS.match(time.text) or not _tells_which(reading, time):
        return False
    between = (sorted((time.span, other.span)) for other in times if not _tells_which(reading, other))
    return any(SENTENCE.search(reading.text, first[1], second[0]) is None for first, second in between)


def _names_report(reading: Reading, time: TimeExpression) -> bool:
    """``báo cáo 6 tháng đầu năm``, ``sơ kết quý I``: the name of a report, no date."""
    before = reading.text[max(0, time.span[0] - 30) : time.span[0]]
    told = REPORTED.search(before)
    if told is None:
        return False
    reviewed = r"(?:0?[69]|sáu|chín) tháng đầu năm|quý\s" if told["review"] else r"(?:0?[69]|sáu|chín) tháng|quý\s"
    return re.match(reviewed, time.text, re.IGNORECASE) is not None


def _is_past(time: TimeExpression, issued: str | None) -> bool:
    """``đến hết năm 2025 toàn tỉnh có …``, ``số liệu các năm 2024, 2025`` in a plan of 2026."""
    told = time.prefix.startswith(("đến", "tới", "cho đến")) or YEAR_OF.fullmatch(time.text)
    return bool(told) and is_before(time.end, issued)


def _accept(reading: Reading, block: Block, time: TimeExpression, quote: Span) -> TimeKind | None:
    """The kind of the milestone, or None where the time is no date of the plan's own."""
    roles = reading.roles_of(block)
    begin, end = time.span[0] - block.span[0], time.span[1] - block.span[0]
    staged = STAGE.match(block.text, quote[0]) or ROUND.search(block.text[max(0, begin - 20) : begin])
    timed = "timeline" in roles or staged is not None or RUN_IN.match(block.text) is not None
    if block.heading and DAY_TITLE.match(block.text) and STAGE_TITLE.fullmatch(block.text):
        return None  # the day of the programme below
    if block.heading and block.text.isupper() and "timeline" not in roles and end == len(block.text.rstrip(" :.")):
        return None  # `MỘT SỐ HOẠT ĐỘNG TRONG NĂM 2026`
    labelled = LABEL.fullmatch(block.text[quote[0] : begin]) is not None and len((time.end or "").lstrip("-")) >= 5
    timed = timed or labelled
    if not timed and (_sets_no_dates(roles, time, block.text[quote[0] : quote[1]]) or looks_back(reading, block)):
        return None
    left, right = block.text[max(0, begin - NEAR) : begin], block.text[end : end + NEAR]
    told = block.text[max(quote[0], begin - NEAR) : begin]  # of the clause, before the time
    clause = told + block.text[begin : min(quote[1], end + NEAR)]
    if (
        is_of_document(time, left)
        or (YEAR_OF.fullmatch(time.text) and OF_LAW.search(left))
        or re.search(r"so với(?: cùng kỳ)?\s*$", left)
        or BORN.search(left)
    ):
        return None  # the date of a document, the base of a comparison
    if (
        clause.startswith("Trên đây là")
        or left.count("“") > left.count("”")
        or re.split(r"[.;]\s", left)[-1].count('"') % 2
        or CONTINGENT.search(told)
        or re.search(r"nhân dịp\s[^.;]*$|(?<!\w)cho\s*$", left)
        or (DAY_ALONE.fullmatch(time.text) and HONOURED.search(left))
        or re.match(r"\s*,?\s*nếu\b", right)
        or EXAMINED.search(left)
    ):
        return None
    if time.prefix == "relative" and TOLD_BEFORE.search(left):
        return None  # `Chậm nhất ngày 10/12/2026 (trước ngày bầu cử 95 ngày)`
    if time.kind == "recurring":
        return "recurring" if RUN_IN.match(block.text) or _is_recurring_duty(time, left, right, block) else None
    acts = (
        ACTION.search(clause)
        or (KEPT.search(left) and ACTION.search(re.split(r"[.;]\s", left)[-1]))
        or (time.prefix == "từ" and len(time.end or "") == 10 and VERB.search(clause))
        or (time.prefix and STARTS_DUTY.match(re.split(r"[,;.:]\s|\svà\s", told)[-1].lstrip()))
    )
    if time.prefix not in STRICT and time.kind != "deadline" and not acts and not timed:
        return None
    if left.endswith("(") and YEARS_ALONE.fullmatch(time.text):
        told_of = timed or re.search(r"(?:báo cáo|sơ kết|tổng kết)\s[^.;]*$", told, re.IGNORECASE)
        return ("event" if YEAR_OF.fullmatch(time.text) else "period") if told_of else None
    if SPAN_OF_YEARS.match(time.text):
        return "period" if timed and not NAMED.search(left) else None
    aims = (AIMS if len(time.end or "") == 10 else AIMS_OR_TERM).search(told)
    if aims and not re.search(r"sơ kết|tổng kết|hoàn thành", clause):
        return None
    if time.text.casefold().startswith("năm học") and _tells_which(reading, time):
        return None
    if YEAR_OF.fullmatch(time.text) and right.startswith(":") and timed:
        return "event" if HELD.search(right) and not DELIVERED.search(right) else "period"
    if time.kind == "event" and not time.prefix and not timed and re.match(r"năm", time.text, re.IGNORECASE):
        return None if not re.search(r"(?:sơ kết|tổng kết)[^.;]*$", left) else "event"
    if (
        time.prefix in ("đến", "tới")
        and not (re.search(r"sơ kết|tổng kết", clause, re.IGNORECASE) or FINISHED.search(clause))
        and not timed
    ):
        return None  # a horizon (`tầm nhìn đến năm 2045`), no date of the plan
    if (time.end or "").startswith("--") and (EVERY_TIME.search(told) or REPORT_OF.search(left)):
        return "recurring"
    return _kind(time, left, clause)


def _sets_no_dates(roles: list[Role], time: TimeExpression, clause: str) -> bool:
    within = time.prefix.startswith("trong") and re.search("tháng|quý", time.text, re.IGNORECASE)
    if "targets" in roles and (time.prefix.startswith("trước") or within) and FINISHED.search(clause):
        return False
    acts = "purpose" not in roles and set(roles) & {"requirements", "content", "implementation"}
    return bool(set(roles) & NO_TIMES) and not acts


def _kind(time: TimeExpression, left: str, clause: str) -> TimeKind:
    if time.prefix.startswith("trong") and time.kind == "period":
        if STAGE.match(clause):
            return "period"
        if HELD.search(clause) and not DELIVERED.search(clause):
            return "event"
        if re.search(r"(?:tháng|quý)", time.text, re.IGNORECASE) or re.search(
            r"\b(?:hoàn thành|ban hành|xong|trình|gửi)\b", left[-160:], re.IGNORECASE
        ):
            return "deadline"
        return "period"
    if time.kind == "event" and re.search(
        r"(?:hoàn thành|xong|chậm nhất|thời hạn)\s*:?\s*(?:(?:vào|dự kiến|ngày|trong)\s*)*$", left, re.IGNORECASE
    ):
        return "deadline"
    if (
        time.kind == "event"
        and time.prefix in ("đến", "tới")
        and not re.search(r"sơ kết|tổng kết|tổ chức|đánh giá", clause, re.IGNORECASE)
    ):
        return "deadline" if FINISHED.search(clause) else "period"
    return time.kind


def _ends_duty(left: str, right: str) -> bool:
    """The time closes a clause that begins with its verb (``thực hiện kiểm toán năng lượng định kỳ``)."""
    clause = re.split(r"[,;.:]\s|\svà\s", left)[-1]
    clause = clause.lstrip()
    if re.search(r"\bdo\s[^.;]*$", left):
        return False  # what others do each year
    acts = STARTS_DUTY.match(clause) is not None or opens_with_body(clause)
    return acts and re.match(r"\s*(?:[.;,]|$)", right) is not None


def _is_recurring_duty(time: TimeExpression, left: str, right: str, block: Block) -> bool:
    if time.end is not None:
        return True
    if EXAMINED_WORK.search(left):
        return False
    if NOT_AFTER.match(right) or NOT_BEFORE.search(left):
        return False
    if re.match(r"\d{1,2}\s+\w+\s*/", time.text):
        return True
    if re.match(r"(?:mỗi|hằng|hàng)\b", time.text, re.IGNORECASE) and AT_LEAST.match(right):
        return True
    if WEEKDAY.search(left) or re.search(r"ngày\s+\d", time.text) or re.match(r"\s*(?:một|0?1|/)?\s*lần\b", right):
        return True
    if re.match(r"\s*,?\s*(?:trước|lúc|chậm nhất)\s+(?:\d|thứ|ngày)", right) and REPORTS.search(
        re.split(r"[.;]\s", left)[-1]
    ):
        return True
    if re.search(r"(?:^|[.;:]\s)$", left) and re.match(r"\s*,?\s*(?!và\b|của\b)\w", right):
        return True
    if left.endswith("(") and right.startswith(")") and REPORTS.search(re.split(r"[.;]\s", left)[-1]):
        return True
    if "định kỳ" in time.text.casefold():
        near = " ".join(re.split(r"[,;.]", left)[-1].split()[-12:])
        return FOLLOWS.match(right.lower()) is not None or REPORTS.search(near) is not None or _ends_duty(left, right)
    if time.recurrence in ("weekly", "monthly", "quarterly", "annual") and _ends_duty(left, right):
        return True
    if block.heading:
        return ACTION.search(block.text) is not None
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


def _quote_span(block: Block, time: Span, neighbours: tuple[Span | None, Span | None]) -> Span:
    """The clause with action and time: the sentence or ``;`` part, cut between times that stand in one sentence."""
    text, at = block.text, block.span[0]
    begin, end = time[0] - at, time[1] - at
    start = max(0, begin - NEAR)
    for match in SENTENCE.finditer(text, start, begin + 1):  # the time itself may open the sentence
        start = match.end()
    stop = SENTENCE.search(text, end)
    finish = stop.start() if stop else len(text)
    before, after = neighbours
    if before and before[1] - at > start:
        cut = re.compile(r",\s+|\s(?:và|hoặc)\s").search(text, before[1] - at, begin)
        start = cut.end() if cut else before[1] - at
    if after and after[0] - at < finish:
        cuts = list(re.compile(r",\s+|\s(?:và|hoặc)\s").finditer(text, end, after[0] - at))
        opens = not text[start:begin].strip(" ,")  # the time stands first: the action comes behind it
        finish = (cuts[-1] if opens else cuts[0]).start() if cuts else after[0] - at
    start += len(text[start:begin]) - len(text[start:begin].lstrip(" .;,:)"))
    return start, start + len(text[start:finish].rstrip(" .;,:/"))


def _milestone(block: Block, time: TimeExpression, quote: Span, kind: TimeKind) -> Milestone:
    start = (time.start or (time.end if YEAR_OF.fullmatch(time.text) else None)) if kind == "period" else None
    if kind == "recurring" and (time.start or "").startswith("--"):
        start = time.start  # from a day to a day of every year
    span = (block.span[0] + quote[0], block.span[0] + quote[1])
    return Milestone(
        quote=block.text[quote[0] : quote[1]],
        time=time.text,
        kind=kind,
        start=start,
        end=time.end,
        recurrence=(time.recurrence or ("annual" if time.end else None)) if kind == "recurring" else None,
        span=span,
        block=block.id,
    )
