"""Programmes by the hour, in a table or in lines: their items, and the one day that the document tells for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.facts.reading import Reading, told_headings
from kehoach.facts.times import find_times, is_of_document
from kehoach.outline import Outline
from kehoach.outline.document import PlacedTable
from kehoach.outline.labels import BY_HOUR
from kehoach.plan import Block, Milestone

#: `(Kèm theo Kế hoạch ngày …)` tells when the plan was issued
ISSUED = re.compile(r"\(?(?:ban hành\s+)?kèm theo", re.IGNORECASE)


def day_of(table: PlacedTable, parts: Outline, reading: Reading, timeline: Iterable[Milestone]) -> str | None:
    """The one day (ISO) told by the title of a table's appendix, by the block over a table, or by the headings above;
    by their own words, or beside the programme (``1. Thời gian: ngày …`` before ``2. Chương trình``). Else None.
    """
    block = next((b for b in reading.blocks if b.id == table.after), None)
    if block is None:
        titles = {table.caption or ""}
        if table.appendix is not None and table.appendix < len(parts.appendices):
            titles.add(parts.appendices[table.appendix].title)
        return _one(day for title in titles for day in days_in(title))
    events = [m for m in timeline if m.kind == "event" and len(m.end or "") == 10]
    for place in [block, *reading.above(block)[:2]]:
        days = {t.end for t in reading.times_in(place) if t.kind == "event" and t.span[0] not in reading.cited}
        told = [day for day in days if day and len(day) == 10] if place is block or place.heading else []
        told += [m.end for m in events if m.end and _stands_under(reading, m, place)]
        if told:
            return _one(told)
    return None


def days_in(title: str) -> list[str]:
    """The days that a title tells, without dates of documents."""
    if ISSUED.match(title.strip()):
        return []
    times = [t for t in find_times(title) if t.kind == "event" and not is_of_document(t, title[: t.span[0]])]
    return [t.end for t in times if t.end and len(t.end) == 10]


def _stands_under(reading: Reading, event: Milestone, heading: Block) -> bool:
    block = reading.block_at(event.span[0])
    return block is not None and heading.id in told_headings(reading, block)


def _one(days: Iterable[str]) -> str | None:
    """The day, if there is but one."""
    found = set(days)
    return found.pop() if len(found) == 1 else None


def item_of_programme(reading: Reading, block: Block, days: dict[str, str]) -> Milestone | None:
    """An item of the programme of an event (``7 giờ 30: …``) whose day a title above tells, or the event beside it."""
    match = BY_HOUR.match(block.text)
    told = (days.get(b.id) or _day_in_title(reading, b) for b in reading.above(block)[:2])
    day = next(filter(None, told), None) if match else None
    if match is None or day is None:
        return None
    quote = block.text.rstrip(" .;,")
    span = (block.span[0], block.span[0] + len(quote))
    return Milestone(quote=quote, time=match["time"], kind="event", end=day, span=span, block=block.id)


def _day_in_title(reading: Reading, title: Block) -> str | None:
    """The one day that a title tells: ``Ngày thứ nhất (thứ Bảy, 27/6/2026)``."""
    days = {t.end for t in reading.times_in(title) if t.kind == "event" and len(t.end or "") == 10}
    return days.pop() if len(days) == 1 else None
