"""Times within the plan: against its own date and period, against those of the work that they are part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.facts.dates import parse_date
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Milestone, Plan

SOURCE = "Các mốc thời gian trong văn bản phải khớp nhau"
FULL = re.compile(r"\d{4}-\d\d-\d\d")
_POINT = r"(?:ngày\s+)?\d{1,2}\s*(?:/|\s+tháng\s+)\s*\d{1,2}\s*(?:/|\s+năm\s+)\s*(?:19|20)\d\d"
SPAN = re.compile(
    rf"(?:(?:[Gg]iai đoạn|[Tt]hời kỳ|[Nn]hiệm kỳ|[Tt]ừ năm|[Cc]ác năm)\s+(?P<y1>20\d\d)\s*(?:[-–]|đến(?:\s+năm)?)\s*"
    rf"(?P<y2>20\d\d))|[Tt]ừ\s+(?P<d1>{_POINT})\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?P<d2>{_POINT})"
)
#: What is done when the period is over
AFTERWARDS = re.compile(
    r"báo cáo|tổng kết|sơ kết|quyết toán|thanh toán|đánh giá|nghiệm thu|duy trì|tiếp tục", re.IGNORECASE
)
#: What has been done before the plan, or is looked at by an inspection
DONE = re.compile(
    r"(?<!\w)(?:đã|được|vừa|kết quả|kể từ|theo|ban hành|có hiệu lực|sinh|thành lập|"
    r"kiểm tra|giám sát|thanh tra|mốc|niên độ)(?!\w)",
    re.IGNORECASE,
)


def find_deadlines_before_plan(plan: Plan) -> Iterator[Hit]:
    """A deadline or event that is over, or a period that has begun, when the plan is issued."""
    issued = plan.header.date or ""
    if not FULL.fullmatch(issued):
        return
    for milestone in plan.timeline:
        point = milestone.end if milestone.kind in ("deadline", "event") else milestone.start
        if not point or not point.startswith("2") or milestone.kind == "recurring" or DONE.search(milestone.quote):
            continue
        if point < issued[: len(point)] and (FULL.fullmatch(point) or milestone.kind != "period"):
            day, own = _day(point), _day(issued)
            yield _on_time(
                plan, milestone, f"Thời gian {day} đã qua khi kế hoạch ban hành ({own}). Hãy kiểm tra hai ngày."
            )


def find_deadlines_after_period(plan: Plan) -> Iterator[Hit]:
    """A deadline or event after the end of the plan's period, other than reports and reviews."""
    end = plan.header.period.end if plan.header.period else None
    if not end:
        return
    for milestone in plan.timeline:
        if milestone.kind not in ("deadline", "event") or not milestone.end or milestone.end.startswith("--"):
            continue
        length = min(len(end), len(milestone.end))
        if milestone.end[:length] > end[:length] and not AFTERWARDS.search(milestone.quote):
            message = f"Thời hạn {_day(milestone.end)} sau khi kế hoạch kết thúc ({_day(end)}). Hãy kiểm tra năm."
            yield _on_time(plan, milestone, message)


def find_spans_upside_down(plan: Plan) -> Iterator[Hit]:
    """``giai đoạn 2030 - 2026``; ``từ ngày 20/5/2026 đến ngày 10/5/2026``."""
    for match in matches(SPAN, plan.text, "20"):
        start, end = (match["y1"], match["y2"]) if match["y1"] else map(parse_date, (match["d1"], match["d2"]))
        if start and end and start > end:
            yield at(plan, *match.span(), "Thời điểm kết thúc trước thời điểm bắt đầu. Hãy kiểm tra lại.")


#: `giai đoạn 2021 - 2030, tầm nhìn đến 2025`
VISION = re.compile(
    r"(?P<y1>20\d\d)\s*[-–]\s*(?P<y2>20\d\d),?\s*(?:tầm nhìn|định hướng)\s+(?:đến\s+)?(?:năm\s+)?"
    r"(?P<to>20\d\d)(?!\s*[-–])",
    re.IGNORECASE,
)


def find_visions_before_the_end(plan: Plan) -> Iterator[Hit]:
    """``thời kỳ 2021 - 2030, tầm nhìn đến 2025``: what is looked ahead to lies before the end."""
    for match in matches(VISION, plan.text, "ầm nhìn", "ịnh hướng", "ẦM NHÌN", "ỊNH HƯỚNG"):
        if match["to"] <= match["y2"]:
            message = f"Tầm nhìn {match['to']} không sau thời kỳ {match['y1']} - {match['y2']}. Một trong hai năm sai."
            yield at(plan, *match.span(), message)


#: What the closing repeats of the title: `Trên đây là Kế hoạch … giai đoạn 2025 - 2030`
CLOSING = re.compile(r"Trên đây là (?:nội dung )?Kế hoạch(?! số)(?P<title>[^.;\n]{5,300})")
YEARS = re.compile(r"(?<![\d/.-])(?:(?P<span>20\d\d\s*[-–]\s*20\d\d)|(?i:năm\s+)(?P<year>20\d\d))(?!\s*[-–/]?\d)")


def find_other_years_in_closing(plan: Plan) -> Iterator[Hit]:
    """The closing names the plan with other years than its title does."""
    title = list(YEARS.finditer(plan.header.title or ""))
    for closing in matches(CLOSING, plan.text, "Trên đây là"):
        told = list(YEARS.finditer(plan.text, *closing.span("title")))
        if len(title) != 1 or len(told) != 1 or bool(title[0]["span"]) != bool(told[0]["span"]):
            continue
        if re.sub(r"\D", "", title[0][0]) != re.sub(r"\D", "", told[0][0]):
            message = f"Tên kế hoạch ghi “{title[0][0]}”, đoạn kết ghi “{told[0][0]}”. Hãy thống nhất."
            yield at(plan, *told[0].span(), message)


def find_parts_after_whole(plan: Plan) -> Iterator[Hit]:
    """A time within a block that lies outside of the time of the heading or item that it belongs to."""
    parents = {block.id: block.parent for block in plan.blocks}
    of_block: dict[str, list[Milestone]] = {}
    for milestone in plan.timeline:
        if milestone.block and milestone.kind in ("deadline", "event", "period"):
            of_block.setdefault(milestone.block, []).append(milestone)
    for block, inner in of_block.items():
        above = parents.get(block)
        while above and above not in of_block:
            above = parents.get(above)
        outer = [m for m in of_block.get(above or "", []) if m.kind != "event" and not _is_over(plan, m)]
        if len(outer) != 1:
            continue
        for milestone in inner:
            if _is_outside(milestone, outer[0]):
                message = f"Thời gian này nằm ngoài thời gian của việc chứa nó (“{outer[0].time}”). Hãy thống nhất."
                yield _on_time(plan, milestone, message)


def _is_over(plan: Plan, milestone: Milestone) -> bool:
    """What the plan looks back on holds no part of it."""
    return _later(plan.header.date, milestone.end)


def _is_outside(inner: Milestone, outer: Milestone) -> bool:
    if AFTERWARDS.search(inner.quote):
        return False
    late = _later(inner.end, outer.end)
    early = outer.kind == "period" and _later(outer.start, inner.start or inner.end)
    return late or early


def _later(one: str | None, other: str | None) -> bool:
    """Is one date later than the other, at the precision that both have?"""
    if not one or not other or one.startswith("--") or other.startswith("--"):
        return False
    length = min(len(one), len(other))
    return one[:length] > other[:length]


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _on_time(plan: Plan, milestone: Milestone, message: str) -> Hit:
    """A hit on the time expression of a milestone, with the words before it that tell the event."""
    start = milestone.span[0] + max(0, milestone.quote.rfind(milestone.time))
    return at(plan, start, start + len(milestone.time), message)


RULES = (
    Rule(
        "KH403",
        "timeline",
        "warning",
        SOURCE,
        find_deadlines_before_plan,
        "Thời hạn trước ngày ban hành",
        "Việc phải xong hoặc bắt đầu trước khi có kế hoạch thường do sai năm hoặc chép từ kế hoạch cũ.",
    ),
    Rule(
        "KH404",
        "timeline",
        "info",
        SOURCE,
        find_deadlines_after_period,
        "Thời hạn sau khi kế hoạch kết thúc",
        "Hãy kiểm tra năm của thời hạn và thời gian của kế hoạch.",
    ),
    Rule(
        "KH406",
        "timeline",
        "error",
        SOURCE,
        find_spans_upside_down,
        "Khoảng thời gian bị ngược",
        "Thời điểm bắt đầu phải đứng trước thời điểm kết thúc.",
    ),
    Rule(
        "KH409",
        "timeline",
        "warning",
        SOURCE,
        find_visions_before_the_end,
        "Tầm nhìn không sau thời kỳ",
        "Tên văn bản viện dẫn có năm sai. Hãy đối chiếu văn bản gốc.",
    ),
    Rule(
        "KH410",
        "timeline",
        "warning",
        SOURCE,
        find_other_years_in_closing,
        "Đoạn kết ghi năm khác với tên kế hoạch",
        "Thường còn sót từ kế hoạch cũ. Hãy ghi đúng năm, giai đoạn của kế hoạch này.",
    ),
    Rule(
        "KH407",
        "timeline",
        "warning",
        SOURCE,
        find_parts_after_whole,
        "Việc con nằm ngoài thời gian của việc chứa nó",
        "Việc con phải xong trong thời gian của việc lớn. Hãy sửa một trong hai.",
    ),
)
