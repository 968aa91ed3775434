"""The document as the extractors read it: blocks, and the citations, times and bodies noted in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from kehoach.facts.bodies import Body
from kehoach.facts.cover import Cover
from kehoach.facts.documents import CitedDocument
from kehoach.facts.times import TimeExpression
from kehoach.outline.labels import BULLETS
from kehoach.outline.roles import RETROSPECT
from kehoach.plan import Block, Role, Span

#: Where a sentence ends; not at the stops of `TP.`, `TS.` and `...`
FULL_STOP = r"(?<![.\s])(?<!\bTP)(?<!\bTS)\.\s+(?=[^\Wa-z_])"


@dataclass(slots=True)
class Reading:
    """A text with its blocks and notes; lists are in order of place.

    ``past`` holds the places of times before the plan; ``body_start`` is the offset of the first block that is not
    preamble; ``cited`` the places of documents and what they are about.
    """

    text: str
    blocks: list[Block]
    citations: list[CitedDocument]
    times: list[TimeExpression]
    bodies: list[Body]
    past: list[int] = field(default_factory=list)
    body_start: int = field(init=False)
    cited: Cover = field(init=False)
    _by_id: dict[str, Block] = field(init=False)
    _children: dict[str | None, list[Block]] = field(init=False)
    _starts: list[int] = field(init=False)
    _block_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._by_id = {b.id: b for b in self.blocks}
        self._children = {}
        for block in self.blocks:
            self._children.setdefault(block.parent, []).append(block)
        self._starts = [t.span[0] for t in self.times]
        self._block_starts = [b.span[0] for b in self.blocks]
        self.body_start = next((b.span[0] for b in self.blocks if is_section(b)), 0)
        self.cited = Cover((c.span[0], max(c.span[1], c.subject[1])) for c in self.citations)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset."""
        at = bisect_right(self._block_starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].span[1] else None

    def children(self, block: Block) -> list[Block]:
        """The blocks directly below, in order."""
        return self._children.get(block.id, [])

    def led_in(self, block: Block) -> list[Block]:
        """What a block introduces: the blocks below it; those of a sentence like ``… thực hiện như sau:`` without any
        are the numbered ones behind it.
        """
        below = self.children(block)
        if below or block.label is not None or not block.text.endswith(":") or block.parent is None:
            return below
        beside = self._children[block.parent]
        behind = beside[bisect_right(beside, block.span[0], key=lambda other: other.span[0]) :]
        return list(takewhile(lambda other: other.label is not None, behind))

    def above(self, block: Block) -> list[Block]:
        """The blocks that hold this one, innermost first."""
        chain = []
        while block.parent:
            block = self._by_id[block.parent]
            chain.append(block)
        return chain

    def roles_of(self, block: Block) -> list[Role]:
        """The roles of the innermost heading that holds the block (its own, if it is a heading)."""
        for candidate in [block, *self.above(block)]:
            if candidate.roles:
                return candidate.roles
        return []

    def times_in(self, block: Block) -> list[TimeExpression]:
        """The time expressions of a block."""
        return self.times[slice(*self._numbers(*block.span))]

    def times_from(self, start: int, end: int) -> Iterator[TimeExpression]:
        """The time expressions that begin between two offsets, one by one: a line may hold thousands."""
        return (self.times[number] for number in range(*self._numbers(start, end)))

    def times_before(self, end: int, start: int) -> Iterator[TimeExpression]:
        """The time expressions that begin between ``start`` and ``end``, the nearest to ``end`` first."""
        return (self.times[number] for number in reversed(range(*self._numbers(start, end))))

    def _numbers(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)


#: Before the time that tells who is meant: `trẻ sinh sau năm 2020`
BORN = re.compile(
    r"(?:trẻ|người|em|cháu|thanh niên|công dân|phụ nữ|học sinh)\s+(?:được\s+)?sinh\s*(?:ra\s*)?"
    r"(?:(?:từ|trong|vào)\s*)?$"
)
#: `Năm 2028: …`, `Sơ kết. Năm 2028, …`
OPENING_YEAR = re.compile(r"(?:^|[.;]\s+|\n)(?:[-–+]\s*)?(?:Trong\s+)?[Nn]ăm\s+((?:19|20)\d{2})\s*[:,]", re.MULTILINE)


def looks_back(reading: Reading, block: Block) -> bool:
    """Does a heading above say that what follows reports (``I. TÌNH HÌNH THỰC HIỆN NĂM 2025``) or reasons?"""
    return any(b.heading and RETROSPECT.match(b.text.strip()) for b in [block, *reading.above(block)])


#: The year of a part of a sentence, or right before the time: `riêng năm 2026 mở lớp trong tháng 6`, `mua sắm năm 2026
#: trong tháng 7`; a report of a year comes later
YEAR_BESIDE = re.compile(
    r"(?:(?:(?<!\w)riêng\s+|\(|[.;]\s+)(?:trong\s+)?năm\s+(20\d{2})(?!\d)[^.;()\d]{0,60}|"
    r"(?<!quả )(?<!cáo )(?<!kết )(?<!giá )năm\s+(20\d{2})\s+)$",
    re.IGNORECASE,
)
NEAR = 90  # characters before a time that may tell its year


def with_heading_years(reading: Reading) -> list[TimeExpression]:
    """The times, those without a year in the year told beside them (``riêng năm 2026 … trong tháng 6``), that their
    block opens with (``Năm 2028: sơ kết xong trước ngày 30/6``) or the nearest heading tells (``Sơ kết (năm 2028)``).
    """
    done = []
    for time in reading.times:
        block = reading.block_at(time.span[0]) if _lacks_year(time) else None
        one = _year_told(reading, block, time.span[0]) if block else None
        done.append(replace(time, start=_in_year(time.start, one), end=_in_year(time.end, one)) if one else time)
    return done


def _lacks_year(time: TimeExpression) -> bool:
    return time.of_one_year and (time.end or time.start or "").startswith("--")


def _in_year(when: str | None, year: str) -> str | None:
    return year + when[1:] if when and when.startswith("--") else when


def _year_told(reading: Reading, block: Block, at: int) -> str | None:
    if beside := YEAR_BESIDE.search(reading.text, max(block.span[0], at - NEAR), at):
        return beside[1] or beside[2]
    years = (re.findall(r"năm\s+((?:19|20)\d{2})", b.text) for b in reading.above(block))
    own = OPENING_YEAR.findall(reading.text, block.span[0], at)
    told = own[-1:] or next((found for found in years if found), [])
    return told[0] if len(set(told)) == 1 else None


def clause_start(text: str, mark: str) -> int:
    """Where the last clause of ``text`` begins, after the last ``mark`` (a pattern)."""
    start = 0
    for match in re.finditer(mark, text):
        start = match.end()
    return start


def is_section(block: Block) -> bool:
    """No paragraph or bullet of a preamble: it has a number, or is a title without one."""
    return block.depth > 0 and (block.label[0] not in BULLETS if block.label else block.heading)


def shifted(span: Span, offset: int) -> Span:
    """A span moved by ``offset``."""
    return span[0] + offset, span[1] + offset


def clause_end(text: str, at: int, limit: int, marks: str = ";.,:") -> int:
    """Where the clause that holds ``at`` ends: at a mark outside brackets and numbers, at ``limit`` at the latest."""
    depth = 0
    for i in range(at, limit):
        depth += (text[i] in "(“") - (text[i] in ")”")
        if depth <= 0 and text[i] in marks and not text[i + 1 : i + 2].isdigit():
            return i
    return limit


def in_bracket(text: str, at: int, start: int = 0) -> bool:
    """Does a bracket that opens between ``start`` and the offset ``at`` still stand open there?"""
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def told_headings(reading: Reading, block: Block) -> list[str]:
    """The heading of the event whose day a block tells; ``1. Thời gian`` tells it of the one above."""
    above = reading.above(block)[:2]
    return [h.id for i, h in enumerate(above) if i == 0 or "timeline" in above[0].roles]
