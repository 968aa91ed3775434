"""What Markdown and page scrapers leave in a text: emphasis, headings, pipe tables.

Marks are form, not words: they are taken off, and what they say (bold, a table) is kept beside the text.
"""

from __future__ import annotations

import html
import re

RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$")
HEADING = re.compile(r"^\s*#{1,6}\s+")
LONE_BAR = re.compile(r"^\s*\|\s*$")
PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def plain(text: str) -> tuple[str, bool]:
    """One paragraph without its marks, and whether the whole of it was a Markdown heading or bold.

    >>> plain("### **1. Mục đích**")
    ('1. Mục đích', True)
    >>> plain("*** Nội dung tuyên truyền**")
    ('* Nội dung tuyên truyền', True)
    >>> plain("hoàn thành *trước ngày 15/01 hằng năm*.")
    ('hoàn thành trước ngày 15/01 hằng năm.', False)
    """
    marked = HEADING.match(text) is not None
    text = HEADING.sub("", text).strip()
    lead = len(text) - len(text.lstrip("*"))
    trail = len(text) - len(text.rstrip("*")) if lead < len(text) else 0
    bold = marked or (lead >= 2 and trail >= 2 and "**" not in text[lead:len(text) - trail])
    bullet = _is_bullet(text, lead, trail)
    text = re.sub(r"(?<!\s)\*+|\*+(?!\s|$)|^\*+|\*+$", "", text) if "*" in text else text
    text = re.sub(r"(?<!\w)__(?=\S)|(?<=\S)__(?!\w)", "", text)
    text = ESCAPED.sub(r"\1", html.unescape(text))
    text = re.sub(r"\s+", " ", text).strip()
    return ("* " + text if bullet and text else text), bold


def _is_bullet(text: str, lead: int, trail: int) -> bool:
    """A star before a space that no star closes is a bullet, not emphasis."""
    if not lead or lead == len(text) or not (text[lead].isspace() or lead > trail > 0):
        return False
    if trail:
        return lead - trail == 1
    return lead == 1 and text[lead].isspace()


def is_pipe(line: str) -> bool:
    """Does the line belong to a table, of either dialect?"""
    return LONE_BAR.match(line) is not None or PIPE_ROW.match(line) is not None


def rows_of_bars(cells: list[str]) -> list[list[str]]:
    """Rows from the cells between bars that stand alone on lines, as page scrapers write tables.

    Cells are divided by one bar, rows by two; an empty cell looks like a row's end. The first row gives the number of
    columns, and a row ends where an empty place stands after that many cells.
    """
    while cells and not cells[-1]:
        cells = cells[:-1]
    width = cells.index("") if "" in cells else len(cells)
    rows: list[list[str]] = []
    at = 0
    while at < len(cells):
        end = at + width
        if end < len(cells) and cells[end]:                     # merged cells: the row is shorter
            end = next((i for i in range(at + 1, end) if not cells[i] and any(cells[at:i])), end)
        row = cells[at:end]
        rows.append(row + [""] * (width - len(row)))
        at = end + 1
    return rows


def cells_of_row(line: str) -> list[str]:
    """The cells of ``| a | b |``; ``<br>`` starts a new line in the cell."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells = re.split(r"(?<!\\)\|", inner)
    return ["\n".join(p for p in (plain(part)[0] for part in BREAK.split(cell)) if p) for cell in cells]
