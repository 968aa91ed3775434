"""What the milestones of a plan are about and when its tasks are due, looked up once for all reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kehoach.plan import Milestone, Plan, Quote, Span, Task
from kehoach.reports.page import Cell
from kehoach.reports.vietnamese import clean, shorten, when

#: what is left of a line that tells nothing but a time: ``Thời gian thực hiện: Năm 2026``
_LABEL = re.compile(r"(?:thời (?:gian|hạn)|tiến độ)(?: \w+){0,3} ?[:.;]*", re.IGNORECASE)


class Timing:
    """The times of one plan. Cells and milestones are sorted once: a plan may hold thousands of either."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        cells = ((*cell, row) for table in plan.tables for row in table.spans for cell in row if cell[0] < cell[1])
        self._cells = sorted(cells, key=lambda cell: cell[0])
        self._starts = [cell[0] for cell in self._cells]
        self._times = sorted((*place_of_time(m), number) for number, m in enumerate(plan.timeline))
        self._blocks = {block.id: block for block in plan.blocks}

    def deadline(self, task: Task) -> Cell:
        """When a task is due: its own date, else the time expressions of the milestones within its words."""
        if task.due:
            return Cell(when(task.due), task.span)
        first, last = (bisect_left(self._times, (place, -1, -1)) for place in (task.span[0], task.span[1] + 1))
        numbers = sorted(number for _, end, number in self._times[first:last] if end <= task.span[1])
        within = [self._plan.timeline[number] for number in numbers]
        times = list(dict.fromkeys(clean(m.time) for m in within))
        return Cell(shorten("; ".join(times), 16), place_of_time(within[0]) if within else None)

    def event(self, milestone: Milestone) -> Quote:
        """The words that say what a milestone is about: its quote; where that is a time alone, the task of its row or
        the longest cell of it, or the paragraph that it stands under.
        """
        if milestone.about:
            return milestone.about
        if milestone.quote == milestone.time:
            at = bisect_right(self._starts, milestone.span[0]) - 1
            if at >= 0 and milestone.span[0] < self._cells[at][1]:
                return self._quote(max(self._cells[at][2], key=lambda cell: cell[1] - cell[0]))
        if _LABEL.fullmatch(clean(milestone.quote.replace(milestone.time, "")).strip()):
            block = self._blocks.get(milestone.block or "")
            above = self._blocks.get(block.parent or "") if block else None
            if above and above.parent:  # the heading of a chapter tells less than the line itself
                return self._quote(above.span)
        return Quote(quote=milestone.quote, span=milestone.span)

    def _quote(self, span: Span) -> Quote:
        return Quote(quote=self._plan.text[span[0] : span[1]], span=span)


def place_of_time(milestone: Milestone) -> Span:
    """The span of the time expression within the milestone's quote."""
    start = milestone.span[0] + max(0, milestone.quote.find(milestone.time))
    return start, min(start + len(milestone.time), milestone.span[1])
