"""Running page numbers among the lines of a text file."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

PAGE_NUMBER = re.compile(r"^\s*+(?:[-–—]\s*+)?(?:Trang\s+)?(\d{1,3})(?:\s*/\s*\d{1,3})?\s*+(?:[-–—]\s*+)?$")
#: Dashes on both sides, the number of pages behind the word, the middle of the page: nothing else looks so
FRAMED = re.compile(
    r"^(?:\s*+[-–—]\s*\d{1,3}\s*+[-–—]|\s*+(?:[-–—]\s*+)?Trang\s+\d{1,3}\s*/\s*\d{1,3}\s*+[-–—]?|\s{20,}+\d{1,3})\s*+$"
)
#: A range of days whose line goes on behind a number: `… từ ngày 01/3/2026 đến | 2 | ngày 30/6/2026`
TO_DAY = (re.compile(r"\b(?:từ|đến|tới|hết)\s*$"), re.compile(r"\s*(?:hết\s+)?(?:ngày|tháng|quý|năm)\s+\d"))
FROM_DAY = (re.compile(r"\b(?:ngày|tháng|quý|năm)\s+[\d/]+\s*$"), re.compile(r"\s*(?:đến|tới)\s"))


def without_page_numbers(lines: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """Drop lines (text, page) that hold only the running page number: at the edge of its page, each as far from the
    number of the page; else in rising order, each at such an edge, alone between blank lines, in dashes, or in a range
    of days that goes on behind it; else the longest run of them between lines of text, one a page. A running head goes
    with them: one line that stands beside most of them.
    """
    edges = _edges(lines)
    counted = {i: int(m[1]) - (lines[i][1] or 0) for i in edges if (m := PAGE_NUMBER.match(lines[i][0]))}
    shift, pages = Counter(counted.values()).most_common(1)[0] if counted else (0, 0)
    drop = {i for i, apart in counted.items() if apart == shift}
    if pages < 2:
        numbered = {i: int(m[1]) for i, (line, _) in enumerate(lines) if (m := PAGE_NUMBER.match(line))}
        hits = [i for i in numbered if i in edges or _alone(lines, i)]
        drop = set(hits) if all(numbered[i] < numbered[j] for i, j in pairwise(hits)) else set()
        drop = drop or _run_through({i: n for i, n in numbered.items() if _in_text(lines, i)})
    drop |= _running_heads(lines, drop)
    return [line for i, line in enumerate(lines) if i not in drop]


#: Lines from one page number to the next
SHORTEST_PAGE, LONGEST_PAGE = 15, 120
FEWEST = 3  # numbers that run through a file
WIDE = 40  # characters of a line of text


def _run_through(numbered: dict[int, int]) -> set[int]:
    """The longest run of numbers, one a page (2, 3, 4 …), where no blank line or page tells them; a lone number of a
    list stands too near the next.
    """
    runs: dict[int, list[int]] = {}
    for at, number in numbered.items():
        before = [runs[i] for i in runs if numbered[i] == number - 1 and SHORTEST_PAGE <= at - i <= LONGEST_PAGE]
        runs[at] = [*max(before, key=len, default=[]), at]
    longest = max(runs.values(), key=len, default=[])
    return set(longest) if len(longest) >= FEWEST and numbered[longest[0]] <= 2 else set()


def _in_text(lines: list[tuple[str, int | None]], at: int) -> bool:
    """Do lines of text stand right before and behind, no cell of a table?"""
    beside = [lines[i][0].strip() if 0 <= i < len(lines) else "" for i in (at - 1, at + 1)]
    return all(line and "|" not in line for line in beside) and max(map(len, beside)) >= WIDE


def _alone(lines: list[tuple[str, int | None]], at: int) -> bool:
    before, after = (lines[i][0] if 0 <= i < len(lines) else "" for i in (at - 1, at + 1))
    ranged = any(opens.search(before) and goes_on.match(after) for opens, goes_on in (TO_DAY, FROM_DAY))
    return ranged or not (before.strip() or after.strip()) or FRAMED.match(lines[at][0]) is not None


def _running_heads(lines: list[tuple[str, int | None]], numbers: set[int]) -> set[int]:
    """The lines next to page numbers that read alike at two and more, and at half of them."""
    beside = [j for i in numbers for step in (-1, 1) if (j := _next_shown(lines, i, step)) is not None]
    alike = Counter(lines[j][0].strip() for j in set(beside))
    enough = max(2, len(numbers) / 2)
    return {j for j in beside if alike[lines[j][0].strip()] >= enough}


def _next_shown(lines: list[tuple[str, int | None]], at: int, step: int) -> int | None:
    """The next line with text, before or behind the line ``at``."""
    at += step
    while 0 <= at < len(lines) and not lines[at][0].strip():
        at += step
    return at if 0 <= at < len(lines) else None


def _edges(lines: list[tuple[str, int | None]]) -> set[int]:
    """The first and the last line of each page."""
    shown = [i for i, (line, page) in enumerate(lines) if page is not None and line.strip()]
    turns = [(i, j) for i, j in pairwise(shown) if lines[i][1] != lines[j][1]]
    return {*shown[:1], *shown[-1:], *(i for turn in turns for i in turn)}
