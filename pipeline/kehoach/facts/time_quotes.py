"""Which times of a block are told together, and the clause that holds them with what is done (GUIDELINES, timeline)."""

from __future__ import annotations

import re
from itertools import accumulate

from kehoach.facts.reading import FULL_STOP, Reading
from kehoach.facts.times import TimeExpression
from kehoach.plan import Block, Span

NEAR = 1500  # characters of a block that may tell what a time means; no sentence is longer
SENTENCE = re.compile(rf"{FULL_STOP}|;\s+")
YEAR_OF = re.compile(r"năm\s+\d{4}|năm học\s+\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)
#: Mostly a part of a name: `giai đoạn 2021 - 2025`
SPAN_OF_YEARS = re.compile(r"(?:giai đoạn|thời kỳ|các năm|năm \d{4}\s*[-–])", re.IGNORECASE)


def grouped(reading: Reading, times: list[TimeExpression]) -> list[list[TimeExpression]]:
    """Times one by one, but ``định kỳ 6 tháng, hàng năm`` together: one duty that recurs at both."""
    groups: list[list[TimeExpression]] = []
    for time in times:
        last = groups[-1][-1] if groups else None
        between = reading.text[last.span[1] : time.span[0]] if last else ""
        prefixes = (last.prefix, time.prefix) if last else ()
        within = prefixes in (("trong", "trong"), ("từ", "từ")) and not SPAN_OF_YEARS.match(time.text)
        alike = last is not None and last.kind == time.kind and (time.kind != "period" or within)
        if alike and re.fullmatch(r"\s*(?:\([^()]*\)\s*)?(?:,|và|hoặc)\s*(?:cả\s+)?", between):
            groups[-1].append(time)
        else:
            groups.append([time])
    return groups


def neighbours(reading: Reading, groups: list[list[TimeExpression]]) -> list[tuple[Span | None, Span | None]]:
    """For each group the places of the times before and behind it that are no spans of years."""
    told = [next((t.span for t in group if not tells_which(reading, t)), None) for group in groups]
    before = accumulate([None, *told[:-1]], _latest)
    behind = [*accumulate([None, *reversed(told[1:])], _latest)]
    return list(zip(before, reversed(behind), strict=True)) if groups else []


def _latest(last: Span | None, this: Span | None) -> Span | None:
    return this or last


def tells_which(reading: Reading, time: TimeExpression) -> bool:
    """``số liệu năm 2025``, ``giai đoạn 2021 - 2025``: mostly a part of what is done, no time to do it."""
    if SPAN_OF_YEARS.match(time.text):
        return True
    before = reading.text[max(0, time.span[0] - 2) : time.span[0]]
    return not time.prefix and YEAR_OF.fullmatch(time.text) is not None and re.match(r"\w ", before) is not None


def quote_span(block: Block, time: Span, neighbours: tuple[Span | None, Span | None]) -> Span:
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
    return start, start + len(text[start:finish].rstrip(" .;,:/("))
