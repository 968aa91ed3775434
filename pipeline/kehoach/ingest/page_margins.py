"""What belongs to the page and not to the document: page numbers, running heads and feet, stamps of signatures."""

from __future__ import annotations

import re
from collections import defaultdict

from kehoach.ingest.page_columns import is_motto
from kehoach.ingest.page_layout import Line, Page

_PAGE_NUMBER = re.compile(r"^[-–—|\s]*(?:(?:Trang|trang|Page)\s*)?(\d{1,4}|[ivxl]{1,5})(?:\s*/\s*\d{1,4})?[-–—|.\s]*$")
_STAMP = re.compile(
    r"^(?:(?:Người ký|Ký bởi|Được ký bởi|Thời gian ký|Ngày ký|Signed by|Signing time|Date)\s*[:.]|"
    r"Signature (?:Not Verified|valid)|Digitally signed by)",
    re.IGNORECASE,
)
_STAMP_LINE = re.compile(r"^(?:E-?mail|Cơ quan|Tổ chức|Chức vụ|Lý do|Reason|Location|Date|Thời gian|\+\d\d[:']?\d\d)")
_STAMP_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}.*\d{1,2}:\d{2}")
_ORNAMENT = re.compile(r"^[-–—_=~]{3,}$")  # a rule that was typed
_DIGITS = re.compile(r"\d+")

# The share of the page at its top and bottom where such lines stand; points two of them may lie apart.
_ZONE, _SAME_PLACE = 0.09, 4.0
_MIN_PAGES, _MIN_SHARE = 3, 0.6


def drop_furniture(pages: list[Page]) -> None:
    """Take the lines out of ``pages`` that belong to the page itself."""
    running = _running(pages)
    for page in pages:
        gone = _stamps(page) | {id(line) for line in page.lines if _ORNAMENT.match(line.text)}
        gone |= {id(line) for line in _edge_lines(page) if _is_page_number(line, page) or _key(line, page) in running}
        page.lines = [line for line in page.lines if id(line) not in gone]


def _edge_lines(page: Page) -> list[Line]:
    """The lines in the top and bottom zone, with a lone number that is a little farther from the edge."""
    top, bottom = _ZONE * page.height, (1 - _ZONE) * page.height
    ends = (min(page.lines, key=_height, default=None), max(page.lines, key=_height, default=None))
    return [
        line
        for line in page.lines
        if line.y < top or line.y > bottom or (any(line is end for end in ends) and _is_outermost(line, page))
    ]


def _is_outermost(line: Line, page: Page) -> bool:
    """Whether the line is a number and nothing, not even a table, stands between it and a near edge of the page."""
    if not _PAGE_NUMBER.match(line.text):
        return False
    if line.y < 0.14 * page.height:
        return all(line.y < table.top for table in page.tables)
    return line.y > 0.88 * page.height and all(line.y > table.bottom for table in page.tables)


def _is_page_number(line: Line, page: Page) -> bool:
    """A lone number, not at the left edge (the end of a sentence), and not above the page's own: parts count anew."""
    match = _PAGE_NUMBER.match(line.text)
    if not match or line.x0 < 0.2 * page.width:
        return False
    return not match[1].isdigit() or int(match[1]) <= page.number + 2


def _height(line: Line) -> float:
    return line.y


def _key(line: Line, page: Page) -> tuple[str, int]:
    """What a running line has in common over pages: its words without figures, its distance from the near edge."""
    distance = line.y if line.y < page.height / 2 else line.y - page.height
    return _DIGITS.sub("#", line.text), round(distance / _SAME_PLACE)


def _running(pages: list[Page]) -> set[tuple[str, int]]:
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in _edge_lines(page):
            if not is_motto(line.text):
                seen[_key(line, page)].add(page.number)
    enough = max(_MIN_PAGES, _MIN_SHARE * sum(bool(page.lines) for page in pages))
    odd_or_even = max(_MIN_PAGES, 0.4 * len(pages))
    return {
        key
        for key, numbers in seen.items()
        if len(numbers) >= enough or (len(numbers) >= odd_or_even and len({n % 2 for n in numbers}) == 1)
    }


def _stamps(page: Page) -> set[int]:
    """The lines of a digital signature's stamp: those that name it, and the small ones around them."""
    named = [line for line in page.lines if _STAMP.match(line.text) and line.size < 12.5]
    found = set(map(id, named))
    for anchor in named:
        for line in page.lines:
            near = abs(line.y - anchor.y) < 6 * anchor.size and abs(line.x0 - anchor.x0) < 60
            near = near and line.size <= anchor.size + 0.5
            if near and (_STAMP_LINE.match(line.text) or _STAMP_DATE.search(line.text)):
                found.add(id(line))
    return found
