"""The time that the whole plan covers (GUIDELINES, ``header.period``): told by its title, its sections or its words."""

from __future__ import annotations

import re

from kehoach.facts.dates import QUARTERS, parse_date
from kehoach.facts.time_patterns import FROM_NOW, RANGE
from kehoach.facts.times import TimeExpression, find_times
from kehoach.outline import Outline
from kehoach.plan import Block, Period

RUN_IN_TIME = re.compile(r"(?:Thời gian|Thời hạn)[^:]{0,40}:")
#: `Đợt thi đua được tổ chức trên toàn tỉnh, từ ngày … đến ngày …`
WHOLE = re.compile(r"Phong trào|Đợt (?!\d)|Kế hoạch|Chiến dịch|Cuộc vận động")
WHOLE_RUNS = re.compile(
    rf"(?:{WHOLE.pattern})[^.;]{{0,120}}\b(?:tổ chức|thực hiện|triển khai|diễn ra|phát động)\b[^.;\d]{{0,80}}$"
)
TIMED = re.compile(r"thời gian|thời hạn|tiến độ", re.IGNORECASE)
#: Times that are no period of the plan: terms of office, outlooks, names in quotation marks
ELSE = re.compile(
    r"(?:nhiệm kỳ|khóa|khoá)\s+\S+(?:\s*[-–]\s*\d{4})?|tầm nhìn[^,;]*|định hướng[^,;]*|[“\"][^“”\"]*[”\"]",
    re.IGNORECASE,
)
#: A plan to look back over other years: `Tổng kết thực hiện Chương trình … giai đoạn 2021 - 2025`
LOOKS_BACK = re.compile(r"\s*(?:Tổ chức\s+)?(?:Hội nghị\s+)?(?:sơ kết|tổng kết)(?!\w)", re.IGNORECASE)
TIME_AND_PLACE = re.compile(r"(?:thời gian|địa điểm)(?:,|\s+và)\s+(?:địa điểm|thời gian)(?!\w)", re.IGNORECASE)
DAY = re.compile(r"ngày\s+\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}", re.IGNORECASE)
SPREAD = re.compile(r"(?<!\d)(20\d{2})\s*[-–]\s*(20\d{2})(?!\d)")
#: The year of the plan within the years of a programme: `giai đoạn 2021 - 2025 năm 2024`, `năm 2024 thuộc giai đoạn …`
WITHIN = re.compile(
    rf"{SPREAD.pattern}(?![^,;]*\bvà\b)[^,;]*?\bnăm\s+(?P<later>20\d{{2}})|"
    rf"năm\s+(?P<first>20\d{{2}})\s+(?:thuộc|của|trong)\s[^,;]*?{SPREAD.pattern}",
    re.IGNORECASE,
)
PART = re.compile(r"(?<!\d)(?P<months>\d{1,2})\s+tháng\s+(?P<which>đầu|cuối)\s+năm\s+(?P<year>20\d{2})", re.IGNORECASE)
RUNS_ON = re.compile(r"\s*(?:cho\s+)?(?:đến|tới)\s+(?:khi|lúc|ngày|hết|kết thúc)\s", re.IGNORECASE)
QUARTER = re.compile(r"quý\s+(IV|I{1,3}|[1-4])(?!\w)", re.IGNORECASE)
#: `năm 2026 và quý I năm 2027`
LAST_QUARTER = re.compile(
    r"(?:,|và|đến|-|–)\s+(?:hết\s+)?quý\s+(?P<quarter>IV|I{1,3}|[1-4])\s*(?:/|năm)\s*(?P<year>20\d{2})", re.IGNORECASE
)
MONTH = re.compile(r"(?<!\d )tháng\s+(\d{1,2})\s*(?:/|năm)\s*(20\d{2})", re.IGNORECASE)
YEARS = re.compile(r"(?:năm(?:\s+học)?|quý\s+\w+/)\s*(20\d{2})", re.IGNORECASE)
#: Who issues says which plan: `ban hành Kế hoạch trồng rừng năm 2026 như sau:`
SAYS = re.compile(r"(?:ban hành|xây dựng|lập|đề ra|Trên đây là)\s+[Kk]ế hoạch\s+(?P<what>[^.;:\n]{3,250})")


def find_period(parts: Outline, issued: str | None) -> Period | None:
    """The time of the whole plan; days and months without a year are those from the day on which it is ``issued``."""
    found = _told_period(parts, issued)
    if found is None or not any((when or "").startswith("--") for when in (found.start, found.end)):
        return found
    start, end = (_in_year_of(when, issued) for when in (found.start, found.end))
    if start and end and end < start:  # over New Year
        end = f"{int(end[:4]) + 1}{end[4:]}"
    return Period(start=start, end=end) if start or end else None


def _in_year_of(when: str | None, issued: str | None) -> str | None:
    if not when or not when.startswith("--"):
        return when
    return issued[:4] + when[1:] if issued else None


def _told_period(parts: Outline, issued: str | None) -> Period | None:
    """What a heading of time states as its span, else what the title tells, else what its sections of time, its opening
    and closing words or the headings of its goals do.
    """
    title = _told(parts.title.text) if parts.title else None
    if whole := _whole_period(parts, issued) or _run_period(parts):
        of_years = title is not None and (title.start or "")[:4] < (title.end or "")[:4] == (whole.end or "")[:4]
        if title and of_years and whole.start == issued:
            return title  # `từ ngày ký đến hết tháng 12/2030` in a plan of `giai đoạn 2026 - 2030`
        return whole if whole.start or not title else Period(start=title.start, end=whole.end)
    if told := title or _scheduled_period(parts) or _said_period(parts) or _day_of_event(parts):
        return told
    aimed, named = _aimed_period(parts), _named_period(parts)
    return named if aimed and named and aimed.start is None and aimed.end == named.end else aimed


def _told(text: str) -> Period | None:
    """The time that a title tells."""
    if LOOKS_BACK.match(text):
        return None
    text = ELSE.sub(" ", text)
    spread = RANGE.search(text)
    if spread and not spread["y1"]:
        return Period(start=parse_date(spread["from"]), end=parse_date(spread["to"]))
    if now := FROM_NOW.search(text):
        return Period(start=None, end=parse_date(now["to"]))
    text = DAY.sub(" ", text)
    if within := WITHIN.search(text):
        year = within["later"] or within["first"]
        return Period(start=year, end=year)
    if spread:
        return Period(start=spread["y1"], end=spread["y2"])
    if upto := re.search(r"(?:đến|tới)\s+(?:hết\s+)?năm\s+(\d{4})", text, re.IGNORECASE):
        return Period(start=None, end=upto[1])
    if years := SPREAD.search(text):
        return Period(start=years[1], end=years[2])
    return _part_of_year(text)


def _part_of_year(text: str) -> Period | None:
    """``6 tháng đầu năm 2026``, ``quý I và quý II năm 2026``, ``tháng 5/2026``, ``năm 2026``, ``hè 2026``."""
    if part := PART.search(text):
        size, year = int(part["months"]), part["year"]
        first, last = (1, size) if part["which"].lower() == "đầu" else (13 - size, 12)
        return Period(start=f"{year}-{first:02}", end=f"{year}-{last:02}") if 0 < size < 12 else None
    years = YEARS.findall(text)
    quarters = [QUARTERS.get(name.upper()) or int(name) for name in QUARTER.findall(text)]
    if (on := LAST_QUARTER.search(text)) and min(years) < on["year"]:
        last = QUARTERS.get(on["quarter"].upper()) or int(on["quarter"])
        return Period(start=min(years), end=f"{on['year']}-{3 * last:02}")
    if quarters and len(set(years)) == 1:
        return Period(start=f"{years[0]}-{3 * min(quarters) - 2:02}", end=f"{years[0]}-{3 * max(quarters):02}")
    months = sorted(f"{year}-{int(month):02}" for month, year in MONTH.findall(text) if 0 < int(month) < 13)
    if months and not YEARS.search(MONTH.sub(" ", text)):
        return Period(start=months[0], end=months[-1])
    years = years or re.findall(r"[^\W\d_]\s+(20\d{2})\W*$", text)
    return Period(start=min(years), end=max(years)) if years else None


def _said_period(parts: Outline) -> Period | None:
    """``Ủy ban nhân dân xã ban hành Kế hoạch trồng rừng năm 2026 như sau``: what the plan says of itself."""
    for block in parts.blocks:
        said = SAYS.search(block.text) if block.depth == 0 else None
        if said and not re.search(r"\bsố\s+\d", said["what"]) and (period := _told(said["what"])):
            return period
    return None


def _aimed_period(parts: Outline) -> Period | None:
    """``MỤC TIÊU ĐẾN NĂM 2030``: the headings of the goals, where they tell one time."""
    headings = [block.text for block in parts.blocks if block.heading and "targets" in block.roles]
    told = [period for text in headings if (period := _told(text))]
    return told[0] if told and all(period == told[0] for period in told) else None


def _named_period(parts: Outline) -> Period | None:
    """The years of the programme that the title quotes: those of the plan where its goals are for the same end."""
    names = re.findall(r"[“\"]([^“”\"]+)[”\"]", parts.title.text) if parts.title else []
    years = [match for name in names for match in SPREAD.findall(name)]
    return Period(start=years[0][0], end=years[0][1]) if len(years) == 1 else None


def _scheduled_period(parts: Outline) -> Period | None:
    """From the first to the last date of the section of time, where one of its times has a start; where it tells
    several spans (rounds, stages), from the first to the end of the last.
    """
    for heading in parts.blocks:
        if not (heading.heading and heading.roles == ["timeline"] and TIMED.search(heading.text)):
            continue
        times = [t for b in _below(parts, heading) for t in find_times(b.text) if t.kind != "recurring"]
        spans = [t for t in times if _is_span(t)]
        times = spans if len(spans) > 1 else times
        starts = [t.start for t in times if t.start and not t.start.startswith("--")]
        ends = [t.end for t in times if t.end and not t.end.startswith("--")]
        if starts and ends and min(starts) < max(ends):
            return Period(start=min(starts), end=max(ends))
    return None


def _day_of_event(parts: Outline) -> Period | None:
    """The one day that a section ``THỜI GIAN, ĐỊA ĐIỂM`` tells."""
    for heading in parts.blocks:
        if heading.heading and heading.depth == 1 and TIME_AND_PLACE.match(heading.text):
            times = [t for block in _below(parts, heading) for t in find_times(block.text)]
            days = {t.end for t in times if t.kind == "event" and len(t.end or "") == len("2026-04-18")}
            if len(days) == 1 and all(t.end in days for t in times):
                return Period(start=min(days, key=str), end=min(days, key=str))
    return None


def _below(parts: Outline, block: Block) -> list[Block]:
    """The blocks under a block, at any depth, in order."""
    held = {block.id}
    found = []
    for other in parts.blocks:
        if other.parent in held:
            held.add(other.id)
            found.append(other)
    return found


def _whole_period(parts: Outline, issued: str | None) -> Period | None:
    """``Thời gian thực hiện: từ … đến …``: the one span under a heading of time, or run into its title; one may begin
    with the day on which the plan is ``issued``.
    """
    run_in = _run_in_time(parts)
    for block in parts.blocks:
        if block.heading and block.roles == ["timeline"] and TIMED.search(block.text):
            texts = [b.text for b in parts.blocks if b.parent == block.id]
        elif block is run_in:
            texts = [block.text]
        else:
            continue
        times = [(time, text) for text in texts for time in find_times(text)]
        spans = [time for time, text in times if _is_span(time) or _runs_on(time, text)]
        if block is run_in and spans and spans[0] is times[0][0] and all(_lies_in(time, spans[0]) for time, _ in times):
            times = times[:1]  # `ngày 27 và 28/6/2026. Khai mạc lúc 7 giờ 00 ngày 27/6/2026`
            spans = spans[:1]
        told = block.text[: spans[0].span[0]] if block is run_in and spans else block.text  # `…, chia làm 02 đợt:`
        if len(times) == len(spans) == 1 and not re.search(r"[Đđ]ợt|[Bb]ước|[Gg]iai đoạn \d\b", told):
            since = FROM_NOW.search(spans[0].text)
            return Period(start=issued if since and since["issued"] else spans[0].start, end=spans[0].end)
    return None


def _run_in_time(parts: Outline) -> Block | None:
    """The one block that begins ``Thời gian: …``, or the one of them under a heading that names the time: one of
    several elsewhere tells the time of a task.
    """
    blocks = {block.id: block for block in parts.blocks}
    run_ins = [b for b in parts.blocks if RUN_IN_TIME.match(b.text)]
    headed = [b for b in run_ins if b.parent and blocks[b.parent].heading and TIMED.search(blocks[b.parent].text)]
    found = headed if len(headed) == 1 else run_ins
    return found[0] if len(found) == 1 else None


def _lies_in(time: TimeExpression, span: TimeExpression) -> bool:
    return bool(time.end and span.end and (span.start or "") <= time.end <= span.end)


def _run_period(parts: Outline) -> Period | None:
    """``Đợt thi đua được tổ chức trên toàn tỉnh, từ ngày … đến ngày …``"""
    for block in parts.blocks:
        for time in find_times(block.text) if block.depth > 0 and WHOLE.search(block.text) else ():
            before = block.text[: time.span[0]]
            named = time.prefix != "từ" and len(time.start or "") == 4  # `Chương trình … giai đoạn 2021 - 2030`
            if _is_span(time) and not named and before.count("“") == before.count("”") and WHOLE_RUNS.search(before):
                return Period(start=time.start, end=time.end)
    return None


def _runs_on(time: TimeExpression, text: str) -> bool:
    """``từ tháng 10/2026 đến khi đại hội thành công``: a period whose end has no date."""
    return time.prefix == "từ" and time.end is None and RUNS_ON.match(text, time.span[1]) is not None


def _is_span(time: TimeExpression) -> bool:
    if time.kind == "period" and time.end and FROM_NOW.fullmatch(time.text):
        return True
    return time.kind == "period" and bool(time.start and time.end) and time.start != time.end
