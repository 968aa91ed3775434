"""Events, deadlines, periods and recurring duties that the plan sets itself (GUIDELINES, ``timeline``)."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from kehoach.alphabet import UPPER
from kehoach.facts.agenda import item_of_programme
from kehoach.facts.due import is_before
from kehoach.facts.leads import STARTS_DUTY
from kehoach.facts.predicates import VERB
from kehoach.facts.reading import BORN, Reading, looks_back, told_headings
from kehoach.facts.recurring import ACTION, is_recurring_duty
from kehoach.facts.time_quotes import (
    NEAR,
    SENTENCE,
    SPAN_OF_YEARS,
    YEAR_OF,
    grouped,
    neighbours,
    quote_span,
    tells_which,
)
from kehoach.facts.times import TimeExpression, is_of_document
from kehoach.outline.roles import STAGE as STAGE_TITLE
from kehoach.plan import Block, Milestone, Quote, Role, Span, TimeKind

#: Under these headings dates belong to something else: standards, figures, addressees
NO_TIMES: frozenset[Role] = frozenset({"criteria", "targets", "subjects", "purpose"})
CONTINGENT = re.compile(r"\bnếu\b|(?:^|[,;]\s)trường hợp\b", re.IGNORECASE)
RUN_IN = re.compile(r"(?:Thời gian|Thời hạn|Tiến độ)\b")
#: What stands right before its time: `Vòng sơ khảo: ngày 12/5`
LABEL = re.compile(r"[^\W\d][^.;:]{2,80}:\s+")
#: What comes in rounds, right before its time: `…, đợt 2 ngày 25/10`
ROUND = re.compile(r"(?:[Đđ]ợt|[Vv]òng|[Ll]ần)\s+(?:\d{1,2}|[IVX]{1,4})\s*[:(,]?\s*$")
#: Behind the time that opens an entry of a calendar: `Tháng 9/2026: Khai giảng`
OPENS = re.compile(r"\s*:\s+\w")
#: A block or clause that is about one stage: `Đợt 1: …`
STAGE = re.compile(r"(?:Đợt|Bước|Lần|Giai đoạn)\s+\w{1,4}\s*[:(]", re.IGNORECASE)
#: Before the month of a stage: `Giai đoạn 4 (tháng 12/2026): …`
STAGE_OPENS = re.compile(r"(?:^|[.;]\s)(?:Đợt|Bước|Giai đoạn)\s+\w{1,4}\s*\($")
AIMS = re.compile(r"ph[ấầ]n đấu|đạt chuẩn|khóa\s+\S+$", re.IGNORECASE)
#: A day may stand behind a term of office: `đại biểu nhiệm kỳ 2026 - 2031 diễn ra ngày 15/3/2026`
AIMS_OR_TERM = re.compile(rf"{AIMS.pattern}|nhiệm kỳ", re.IGNORECASE)
FINISHED = re.compile(r"\b(?:hoàn thành|hoàn tất|xong|bàn giao|nghiệm thu|khánh thành)\b", re.IGNORECASE)
#: What is held within a month, beside what is due within it
HELD = re.compile(r"\b(?:sơ kết|tổng kết|hội nghị|lễ|hội thi|đại hội)\b", re.IGNORECASE)
#: What is done once within a month, not up to its end
HELD_IN_MONTH = re.compile(
    r"\b(?:phát động|ra quân|phổ biến|tập huấn|quán triệt|diễn tập|(?:mở|tổ chức)\s+\d+\s+(?:lớp|đợt|khóa)|lớp\s+\d|"
    r"kiểm tra (?:chéo|liên ngành|thực tế))\b",
    re.IGNORECASE,
)
FINISHES = re.compile(r"\b(?:hoàn thành|hoàn tất|ban hành|xong|trình|gửi)\b", re.IGNORECASE)
#: The end of a target's clause: `18 chương trình xong trong năm 2026`
DONE_WITHIN_YEAR = re.compile(r"(?:hoàn thành|xong)\s+trong năm\s+\d{4}$", re.IGNORECASE)
DELIVERED = re.compile(r"\b(?:hoàn thành|hoàn tất|ban hành|xong|trình|gửi|xây dựng|báo cáo|nộp)\b", re.IGNORECASE)
QUARTER_OF = re.compile(r"quý\s+(?:IV|I{1,3}|[1-4])\s*(?:/|năm)\s*\d{4}", re.IGNORECASE)
YEARS_ALONE = re.compile(r"năm\s+\d{4}|(?:xuyên suốt\s+|từ\s+)?\d{4}\s*[-–—]\s*\d{4}", re.IGNORECASE)
KEPT = re.compile(r"(?:[Nn]gày|Lễ|Tết)\s+[^\d,.;:()]{3,70}\s\(?$")
DAY_TITLE = re.compile(r"(?:ngày|buổi)\s", re.IGNORECASE)
DAY_ALONE = re.compile(r"\d{1,2}/\d{1,2}")
#: The days in whose honour people compete
HONOURED = re.compile(r"(?:chào mừng|lập thành tích|thi đua)\s[^.;]*$", re.IGNORECASE)
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
#: `Luật Bầu cử năm 2015 (được sửa đổi, bổ sung năm 2025)`
OF_LAW = re.compile(rf"(?:sửa đổi|bổ sung|Luật [{UPPER}][^.;:,()]{{2,80}})\s*$")
#: Which time an inspection looks at: `Mốc thời gian kiểm tra: Từ 01/01/2025 đến nay`
EXAMINED = re.compile(
    r"(?:^|[.;]\s+)(?:Mốc thời gian|Mốc|Phạm vi|Thời kỳ|Niên độ|Giai đoạn)\s+"
    r"(?:được\s+)?(?:kiểm tra|giám sát|thanh tra)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
#: A day, before the bracket that tells how it is reckoned
TOLD_BEFORE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*\((?:[^()]*\s)?$")


def find_timeline(reading: Reading, issued: str | None = None, yearly: bool = False) -> list[Milestone]:
    """Milestones of the body, in order. What was so before the plan was ``issued`` (ISO) is none; in a plan of several
    years (``yearly``) a day without a year is one of each.
    """
    found: list[Milestone] = []
    days: dict[str, str] = {}  # heading → the day of the event that it is about
    first = next((i for i, b in enumerate(reading.blocks) if b.depth > 0), 0)
    for block in reading.blocks[first:]:
        if item := item_of_programme(reading, block, days):
            found.append(item)
            continue
        times = [
            time
            for time in reading.times_in(block)
            if time.span[0] not in reading.cited and not _names_report(reading, time) and not _is_past(time, issued)
        ]
        times = _of_what_is_done(reading, times)
        groups = grouped(reading, times)
        for group, beside in zip(groups, neighbours(reading, groups), strict=True):
            quote = quote_span(block, (group[0].span[0], group[-1].span[1]), beside)
            kinds = [_each_year(_accept(reading, block, time, quote), time, yearly) for time in group]
            kind = next((k for k in kinds if k), None)
            told = [_milestone(block, time, quote, kind) for time in group if kind]
            found += [each for milestone in told for each in _below_time(reading, block, milestone)]
            if kind == "event" and len(group[-1].end or "") == 10:
                days |= dict.fromkeys(told_headings(reading, block), group[-1].end or "")
    return found


def _each_year(kind: TimeKind | None, time: TimeExpression, yearly: bool) -> TimeKind | None:
    """In a plan of several years ``từ ngày 15/9 đến ngày 31/10``, ``trước ngày 20/12`` is so every year."""
    return "recurring" if kind and yearly and (time.end or "").startswith("--") else kind


def _below_time(reading: Reading, block: Block, milestone: Milestone) -> list[Milestone]:
    """``Tháng 8/2026:`` over what is done then: each of it at that time, but for what has a time of its own."""
    below = reading.children(block) if block.heading and block.text.strip(" :.") == milestone.time else []
    if not below or any(child.heading for child in below) or SPAN_OF_YEARS.match(milestone.time):
        return [milestone]
    done: list[Milestone] = []
    for child in below:
        for start, end in _semicolon_parts(child.text):
            place = (child.span[0] + start, child.span[0] + end)
            if next(iter(reading.times_from(*place)), None) is None:
                about = Quote(quote=child.text[start:end], span=place)
                done.append(milestone.model_copy(update={"about": about}))
    return done


def _semicolon_parts(text: str) -> list[Span]:
    cuts = [0, *(match.end() for match in re.finditer(r";\s+", text)), len(text)]
    return [(start, start + len(text[start:end].rstrip(" .;"))) for start, end in pairwise(cuts)]


def _of_what_is_done(reading: Reading, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times without those that belong to another one of their sentence."""
    dated = [time for time in times if not tells_which(reading, time)]
    starts = [time.span[0] for time in dated]
    kept = []
    for i, time in enumerate(times):
        at = bisect_left(starts, time.span[0])
        beside = dated[max(0, at - 1) : at + 1]
        behind = times[i + 1] if i + 1 < len(times) else None
        if not (_is_of_matter(reading, time, beside) or (behind and _told_again(reading, time, behind))):
            kept.append(time)
    return kept


def _told_again(reading: Reading, time: TimeExpression, behind: TimeExpression) -> bool:
    """``Định kỳ phát sóng mỗi tháng 02 chuyên mục``: that it recurs, before how often in the same clause."""
    if time.recurrence != "periodic" or time.end or behind.kind != "recurring" or behind.recurrence == "periodic":
        return False
    return re.search(r"[.;:,]\s|\svà\s", reading.text[time.span[1] : behind.span[0]]) is None


def _is_of_matter(reading: Reading, time: TimeExpression, beside: list[TimeExpression]) -> bool:
    """``Quý I/2027, các thôn đánh giá phong trào năm 2026``: what is assessed, beside when."""
    if SPAN_OF_YEARS.match(time.text) or not tells_which(reading, time):
        return False
    between = (sorted((time.span, other.span)) for other in beside)
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
    of_year = re.fullmatch(r"trước năm \d{4}", time.text, re.IGNORECASE)  # `hồ sơ trước năm 2016`
    told = time.prefix.startswith(("đến", "tới", "cho đến")) or YEAR_OF.fullmatch(time.text) or of_year
    return bool(told) and is_before(time.end, issued)


def _accept(reading: Reading, block: Block, time: TimeExpression, quote: Span) -> TimeKind | None:
    """The kind of the milestone, or None where the time is no date of the plan's own."""
    roles = reading.roles_of(block)
    begin, end = time.span[0] - block.span[0], time.span[1] - block.span[0]
    if _is_title_of_dates(block, end, roles):
        return None
    timed = _is_timed(block, time, quote[0], roles)
    if not timed and (_sets_no_dates(roles, time, block.text[quote[0] : quote[1]]) or looks_back(reading, block)):
        return None
    left, right = block.text[max(0, begin - NEAR) : begin], block.text[end : end + NEAR]
    told = block.text[max(quote[0], begin - NEAR) : begin]  # of the clause, before the time
    clause = told + block.text[begin : min(quote[1], end + NEAR)]
    if _is_of_another(time, left, right) or clause.startswith("Trên đây là") or CONTINGENT.search(told):
        return None
    if time.kind == "recurring":
        title = block.text if block.heading else None
        return "recurring" if RUN_IN.match(block.text) or is_recurring_duty(time, left, right, title) else None
    if (
        time.prefix not in STRICT
        and time.kind != "deadline"
        and not timed
        and not _acts(time, left, right, told, clause)
    ):
        return None
    if left.endswith("(") and YEARS_ALONE.fullmatch(time.text):
        told_of = timed or re.search(r"(?:báo cáo|sơ kết|tổng kết)\s[^.;]*$", told, re.IGNORECASE)
        return ("event" if YEAR_OF.fullmatch(time.text) else "period") if told_of else None
    if SPAN_OF_YEARS.match(time.text):
        return "period" if timed and not NAMED.search(left) else None
    if _only_aims(reading, time, told, clause, timed):
        return None
    if QUARTER_OF.fullmatch(time.text) and OPENS.match(right) and timed:
        return "period"
    if YEAR_OF.fullmatch(time.text) and right.startswith(":") and timed:
        return "event" if HELD.search(told) or (HELD.search(right) and not DELIVERED.search(right)) else "period"
    if time.kind == "event" and not time.prefix and not timed and re.match(r"năm", time.text, re.IGNORECASE):
        return None if not re.search(r"(?:sơ kết|tổng kết)[^.;]*$", left) else "event"
    if (time.end or "").startswith("--") and (EVERY_TIME.search(told) or REPORT_OF.search(left)):
        return "recurring"
    return _kind(time, left, clause)


def _is_title_of_dates(block: Block, end: int, roles: list[Role]) -> bool:
    """The day of the programme below, or ``MỘT SỐ HOẠT ĐỘNG TRONG NĂM 2026`` (``end``: where the time does)."""
    if block.heading and DAY_TITLE.match(block.text) and STAGE_TITLE.fullmatch(block.text):
        return True
    capitals = block.heading and block.text.isupper() and "timeline" not in roles
    return capitals and end == len(block.text.rstrip(" :."))


def _is_timed(block: Block, time: TimeExpression, start: int, roles: list[Role]) -> bool:
    """Does what stands around the time say that it is one: its section, a round, a label before it, a calendar?"""
    begin, end = time.span[0] - block.span[0], time.span[1] - block.span[0]
    staged = STAGE.match(block.text, start) or ROUND.search(block.text[max(0, begin - 20) : begin])
    if "timeline" in roles or staged or RUN_IN.match(block.text):
        return True
    if len((time.end or "").lstrip("-")) < len("06-15"):
        return False
    opens = start == begin and OPENS.match(block.text, end) is not None and not set(roles) & NO_TIMES
    return opens or LABEL.fullmatch(block.text[start:begin]) is not None


def _acts(time: TimeExpression, left: str, right: str, told: str, clause: str) -> bool:
    """Does the clause of a time say that something is done?"""
    from_day = time.prefix == "từ" and len(time.end or "") == len("2026-06-15")
    if time.prefix == "từ" and len(time.start or "") == len("2026-07-01") and not told.strip() and time.end is None:
        return True  # `Từ ngày 01/7/2026 chỉ cho phép …`
    opens = not told.strip() and "quý" in time.text.casefold() and STARTS_DUTY.match(right.lstrip())
    return bool(
        opens
        or ACTION.search(clause)
        or (KEPT.search(left) and ACTION.search(re.split(r"[.;]\s", left)[-1]))
        or (from_day and (VERB.search(clause) or STARTS_DUTY.match(told.lstrip())))
        or (time.prefix and STARTS_DUTY.match(re.split(r"[,;.:]\s|\svà\s", told)[-1].lstrip()))
    )


def _only_aims(reading: Reading, time: TimeExpression, told: str, clause: str, timed: bool) -> bool:
    """A time by which something is to be reached, a school year that tells which, a horizon (``tầm nhìn đến 2045``)."""
    aims = (AIMS if len(time.end or "") == len("2026-06-15") else AIMS_OR_TERM).search(told)
    if aims and not re.search(r"sơ kết|tổng kết|hoàn thành", clause):
        return True
    if time.text.casefold().startswith("năm học") and tells_which(reading, time):
        return True
    reviewed = re.search(r"sơ kết|tổng kết", clause, re.IGNORECASE) or FINISHED.search(clause)
    return time.prefix in ("đến", "tới") and not reviewed and not timed


def _is_of_another(time: TimeExpression, left: str, right: str) -> bool:
    """Is it the date of a document, the base of a comparison, within quotation marks, an occasion, how another time is
    reckoned, or what an inspection looks at?
    """
    if is_of_document(time, left) or (YEAR_OF.fullmatch(time.text) and OF_LAW.search(left)) or BORN.search(left):
        return True
    if left.count("“") > left.count("”") or re.split(r"[.;]\s", left)[-1].count('"') % 2:
        return True
    if time.prefix == "relative" and TOLD_BEFORE.search(left):
        return True
    occasion = DAY_ALONE.fullmatch(time.text) is not None and HONOURED.search(left) is not None
    return (
        occasion
        or re.search(r"so với(?: cùng kỳ)?\s*$|nhân dịp\s[^.;]*$|(?<!\w)cho\s*$", left) is not None
        or re.match(r"\s*,?\s*nếu\b", right) is not None
        or EXAMINED.search(left) is not None
    )


def _sets_no_dates(roles: list[Role], time: TimeExpression, clause: str) -> bool:
    within = time.prefix.startswith("trong") and re.search("tháng|quý", time.text, re.IGNORECASE)
    if time.prefix == "relative" and set(roles) & NO_TIMES == {"targets"}:
        return False  # `100% phản ánh được trả lời trong thời hạn 10 ngày làm việc`
    if "targets" in roles and (time.prefix.startswith("trước") or within) and FINISHED.search(clause):
        return False
    if "targets" in roles and time.kind == "deadline" and len(time.end or "") == len("2026-06-30"):
        return False  # `gồm 09 điểm trước ngày 30/6/2026, 08 điểm chậm nhất ngày 15/11/2026`
    if "targets" in roles and DONE_WITHIN_YEAR.search(clause):
        return False
    acts = "purpose" not in roles and set(roles) & {"requirements", "content", "implementation"}
    return bool(set(roles) & NO_TIMES) and not acts


def _kind(time: TimeExpression, left: str, clause: str) -> TimeKind:
    if time.kind == "period" and time.end is None:
        return "period"
    if time.prefix.startswith("trong") and time.kind == "period":
        if STAGE.match(clause):
            return "period"
        held = HELD.search(clause) or ("tháng" in time.text.casefold() and HELD_IN_MONTH.search(clause))
        if held and not DELIVERED.search(clause):
            return "event"
        if re.search(r"(?:tháng|quý)", time.text, re.IGNORECASE) or FINISHES.search(clause):
            return "deadline"
        return "period"
    if time.kind == "event" and re.search(
        r"(?:hoàn thành|xong|chậm nhất|thời hạn)\s*:?\s*(?:(?:vào|dự kiến|ngày|trong)\s*)*$", left, re.IGNORECASE
    ):
        return "deadline"
    if time.kind == "event" and not time.prefix and "tháng" in time.text.casefold() and STAGE_OPENS.search(left):
        return "period"
    if left.endswith("(") and QUARTER_OF.fullmatch(time.text) and not HELD.search(clause):
        return "deadline"
    if time.prefix == "đến hết" and re.search(r"(?<!\w)(?:thường xuyên|liên tục)[^.;]*$", left):
        return "period"
    if (
        time.kind == "event"
        and time.prefix in ("đến", "tới")
        and not re.search(r"sơ kết|tổng kết|tổ chức|đánh giá", clause, re.IGNORECASE)
    ):
        return "deadline" if FINISHED.search(clause) else "period"
    return time.kind


def _start_of(time: TimeExpression) -> str | None:
    """When a year or a quarter begins, if told as one."""
    if QUARTER_OF.fullmatch(time.text) and time.end and len(time.end) == len("2026-06"):
        return f"{time.end[:5]}{int(time.end[5:]) - 2:02}"
    if re.match(r"tháng\s", time.text, re.IGNORECASE):
        return time.end
    return time.end if YEAR_OF.fullmatch(time.text) else None


def _milestone(block: Block, time: TimeExpression, quote: Span, kind: TimeKind) -> Milestone:
    start = (time.start or _start_of(time)) if kind == "period" else None
    daily = time.kind == "recurring" and time.of_one_year  # `từ ngày 25/4 đến ngày 30/9, hằng ngày`
    if kind == "recurring":
        start = time.start if time.start != time.end else None  # from a day to a day of every year, or since a year
    span = (block.span[0] + quote[0], block.span[0] + quote[1])
    return Milestone(
        quote=block.text[quote[0] : quote[1]],
        time=time.text,
        kind=kind,
        start=start,
        end=time.end,
        recurrence=(time.recurrence or ("annual" if time.end and not daily else None)) if kind == "recurring" else None,
        span=span,
        block=block.id,
    )
