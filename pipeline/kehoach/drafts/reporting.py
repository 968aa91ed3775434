"""The report that the unit owes the level above: to whom and when the parent says, else with an open date."""

from __future__ import annotations

import re

from kehoach.draft import OPEN
from kehoach.drafts.addressees import tier_of
from kehoach.drafts.charges import Roster
from kehoach.drafts.deadlines import own_deadlines
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.phrases import bodies_above
from kehoach.drafts.points import Ask, Point
from kehoach.drafts.scope import Scope
from kehoach.facts.bodies import name_end, split_names
from kehoach.plan import Block, Milestone

_REPORTS = re.compile(r"báo cáo[^.;]*?(?:UBND|Ủy ban nhân dân)\s", re.IGNORECASE)
#: To whom reports go, unless they tell of difficulties only
_TO = re.compile(r"(?<!phản ánh, )báo cáo(?:\s+kết quả)?[^.;]*?\s(?:về|gửi|cho|đến)\s+(?=[SVB])")
_DIFFICULTY = re.compile(r"khó khăn|vướng mắc|phát sinh", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?<!\w)báo cáo\s+(?:(?:định kỳ|tổng hợp)[^.;]*?,\s*(?=gửi\s))?"
    r"(?:kết quả\s[^.;]*?)?(?:(?:về|gửi|cho)\s+)?(?:Ban Chỉ đạo|Sở|UBND|Ủy ban nhân dân)\s",
    re.IGNORECASE,
)
_NO_DATE = "Kế hoạch cấp trên không nêu thời hạn báo cáo. Ghi thời hạn, hoặc bỏ nếu không phải báo cáo."


def report_upward(work: Drafting, roster: Roster) -> None:
    """Charge the office that owns the plan with the report, unless a duty of the parent already does."""
    if work.reported:
        return
    told = next((b for b in work.plan.blocks if _tells_report(work, b)), None)
    unit = "Sở" if work.scope.department else f"Ủy ban nhân dân {work.scope.kind}"
    body = f"Tham mưu {unit} báo cáo kết quả thực hiện Kế hoạch về {_recipient(work, told)}"
    point = Point(f"{body} theo quy định.", 0, "report_upward", "added", [told.id] if told else [], "-")
    times = [m for m in work.milestones(told) if _is_of_report(work, told, m)] if told else []
    times.sort(key=lambda m: m.end is None)  # ``định kỳ … (trước ngày 15 tháng 11)``: the day tells more
    if times:
        dates = own_deadlines(times[0].time, times[:1], work.locality.deadlines.days_ahead, work.scope.day)
        when = dates.text.strip()
        point.text, point.asks, point.change = f"{body} {when[:1].lower()}{when[1:]}.", dates.asks, "adapted"
        point.note = f"{times[0].time} → {dates.text}" if dates.changed else None
    elif told is None:
        point.text = f"{body} trước ngày {OPEN}."
        point.asks = [Ask("deadline", _NO_DATE, None)]
    roster.group(work.offices.owners[0].name if work.offices.owners else OPEN).tasks.append(point)


def _tells_report(work: Drafting, block: Block) -> bool:
    """Does a block tell the draft's level to report upward?"""
    lead = work.addressees.opens.get(block.id) or work.addressees.opens.get(work.addressees.tasks.get(block.id, ""))
    if lead is None or not lead.tiers & {"own", "all"}:
        return False
    return any(not _of_difficulty(block.text, m) for m in _own_reports(block.text, work.scope))


def _own_reports(text: str, scope: Scope) -> list[re.Match[str]]:
    """Where a text tells to report, but for what a body above is told (``Sở A tổng hợp, báo cáo UBND tỉnh``)."""
    above = re.compile(bodies_above(scope))
    return [m for m in _REPORTS.finditer(text) if above.match(_sentence(text, m).lstrip()) is None]


def _is_of_report(work: Drafting, told: Block, milestone: Milestone) -> bool:
    """Is it the time of a report of the unit's own, not of another sentence of the block?"""
    if "báo cáo" not in milestone.quote.casefold():
        return False
    start = _sentence_start(told.text, milestone.span[0] - told.span[0])
    return any(start == _sentence_start(told.text, m.start()) for m in _own_reports(told.text, work.scope))


def _of_difficulty(text: str, match: re.Match[str]) -> bool:
    """Does a sentence ask to report what is difficult, before the body or behind it, and no result?"""
    rest = re.split(r"[.;]", text[match.end() :])[0]
    return _DIFFICULTY.search(_sentence(text, match)) is not None or (
        _DIFFICULTY.search(rest) is not None and "kết quả" not in match[0] + rest
    )


def _recipient(work: Drafting, told: Block | None) -> str:
    """The authority of the parent, by way of the department that the parent names (``về Sở Xây dựng để tổng hợp``)."""
    superior = work.scope.authority
    match = (
        next((m for m in _TO.finditer(told.text) if not _DIFFICULTY.search(_sentence(told.text, m))), None)
        if told
        else None
    )
    if told is None or match is None:
        return superior
    end = name_end(told.text, match.end())
    names = [n.name for n in split_names(told.text[match.end() : end].rstrip(" ,.;"))]
    if not names or any(tier_of(name, work.scope) != "higher" for name in names):
        return superior
    return f"{' và '.join(names)} để tổng hợp, báo cáo {superior}"


def _sentence(text: str, match: re.Match[str]) -> str:
    return text[_sentence_start(text, match.start()) : match.end()]


def _sentence_start(text: str, at: int) -> int:
    return text.rfind(". ", 0, at) + 1


def reports(text: str, scope: Scope) -> bool:
    """Does a duty of the unit's own say that it reports to a body above?"""
    own = rf"(?:Ủy ban nhân dân|UBND)\s+{scope.kind}(?!\w)"
    return _REPORTED.search(re.sub(own, "", text)) is not None and not _DIFFICULTY.search(text)
