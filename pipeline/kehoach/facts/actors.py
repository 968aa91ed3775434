"""Who must act by a time: whom the clause names, else who leads the duty in which or beside which the time stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from kehoach.facts.bodies import name_end, opens_with_body, split_names
from kehoach.facts.details import detail_kind
from kehoach.facts.leads import NEAR, find_lead
from kehoach.facts.predicates import ACTION, VERB
from kehoach.facts.reading import Reading
from kehoach.plan import Assignment, Block, Milestone, Span

#: `… gửi về Phòng Kinh tế để Phòng Kinh tế tổng hợp, trình … trước ngày 15/5`
TO_DO = re.compile(r"(?:(?<!\w)để|sau đó,?|trên cơ sở đó,?)\s+")
HOW_OFTEN = re.compile(r"định kỳ|(?:hằng|hàng)\s+\w+", re.IGNORECASE)
STOP = re.compile(r"(?<![.\s])(?<!\bTP)(?:\.|;)\s+")


def with_actors(reading: Reading, milestones: list[Milestone], assignments: list[Assignment]) -> list[Milestone]:
    """The milestones with who must act."""
    duties = _Duties(reading, assignments)
    return [m.model_copy(update={"actors": _named(reading, m) or duties.lead_at(m)}) for m in milestones]


def _named(reading: Reading, milestone: Milestone) -> list[str]:
    """Whom the sentence with the time names as its subject."""
    text, at = milestone.quote, milestone.quote.find(milestone.time)
    stops = [stop.end() for stop in STOP.finditer(text, 0, at)]
    text, at = text[(stops or [0])[-1] :], at - (stops or [0])[-1]
    block = reading.block_at(milestone.span[0])
    begin = max(block.span[0], milestone.span[0] - NEAR) if block else milestone.span[0]
    told = reading.text[begin : milestone.span[0]] + milestone.quote[:at]
    stop = max((s.end() for s in STOP.finditer(told)), default=0) if TO_DO.search(told) else len(told)
    for match in reversed(list(TO_DO.finditer(told, stop))):
        if names := _subject(told[match.end() :]):
            return names
    lead = find_lead(text, (0, len(text)))
    if lead and not ACTION.search(HOW_OFTEN.sub("", text[at + len(milestone.time) : lead.bodies[0].span[0]])):
        return [body.name for body in lead.bodies]
    return _subject(text)


def _subject(text: str) -> list[str]:
    if not opens_with_body(text):
        return []
    end = name_end(text)
    return [body.name for body in split_names(text[:end])] if VERB.match(text, end) else []


class _Duties:
    """The duties by the places of their tasks and by the blocks that hold these."""

    def __init__(self, reading: Reading, assignments: list[Assignment]) -> None:
        self._reading = reading
        self._tasks: dict[str, list[tuple[Span, list[str]]]] = {}
        for assignment in assignments:
            for task in assignment.tasks:
                if block := reading.block_at(task.span[0]):
                    self._tasks.setdefault(block.id, []).append((task.span, assignment.lead))

    def lead_at(self, milestone: Milestone) -> list[str]:
        """Who leads the duty in which the time stands, else the last one before it, in its block or beside it."""
        block = self._reading.block_at(milestone.span[0])
        if block is None:
            return []
        at = milestone.span[0] + milestone.quote.find(milestone.time)
        tasks = self._tasks.get(block.id, [])
        if not tasks and detail_kind(block.text) == "time":
            tasks = self._beside(block)
        before = bisect_right(tasks, at, key=lambda task: task[0][0])
        return tasks[before - 1][1] if before else []

    def _beside(self, detail: Block) -> list[tuple[Span, list[str]]]:
        """The tasks of the block nearest before a detail that tells their time."""
        parent = next(iter(self._reading.above(detail)), None)
        beside = self._reading.children(parent) if parent else []
        earlier = [block for block in beside if block.span[0] < detail.span[0]]
        for block in [*reversed(earlier), *([parent] if parent else [])]:
            if tasks := self._tasks.get(block.id):
                return tasks
        return []
