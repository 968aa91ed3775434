"""What Markdown and page scrapers leave in a text: emphasis, headings, pipe tables.

Marks are form, not words: they are taken off, and what they say (bold, a table) is kept beside the text.
"""

from __future__ import annotations

import html
import re

from kehoach.alphabet import UPPER

RULE = re.compile(r"^(?=.*---)[\s:|-]*+$")
SHORT_RULE = re.compile(r"^\s*(?:\|\s*:?-{1,2}:?\s*)+\|\s*$")
HEADING = re.compile(r"^\s*#{1,6}\s+")
LONE_BAR = re.compile(r"^\s*\|\s*$")
PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
ESCAPABLE = "\\`*_{}[]()#+.!|>~-"
ESCAPED = re.compile(rf"\\([{re.escape(ESCAPABLE)}])")
UNESCAPED = {0xF000 + ord(char): char for char in ESCAPABLE}  # the private area: decoding leaves none of it
#: Two underscores around words; blanks to fill in (``Số: __/KH``) are left
STRONG = re.compile(r"(?<!\w)__(?=[^\W_]|[“\"(*])((?:(?!__).)+)(?<=\S)__(?!\w)")
BAR = re.compile(r"(?<!\\)\|")
NUMBER_HEAD = re.compile(r"(?:STT|TT)$", re.IGNORECASE)
LINES_OF_ROW = 200
MARKS = re.compile(r"[\\*_#&]")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def plain(text: str) -> tuple[str, bool]:
    """One paragraph without its marks, and whether the whole of it was a Markdown heading or bold.

    >>> plain("### **1. Mục đích**")
    ('1. Mục đích', True)
    >>> plain("*** Nội dung tuyên truyền**")
    ('* Nội dung tuyên truyền', True)
    >>> plain("**III. GIẢI PHÁP ***(chi tiết tại Phụ lục)*")
    ('III. GIẢI PHÁP (chi tiết tại Phụ lục)', False)
    >>> plain("hoàn thành *trước ngày 15/01 hằng năm*.")
    ('hoàn thành trước ngày 15/01 hằng năm.', False)
    """
    if not MARKS.search(text):
        return " ".join(text.split()), False
    text = ESCAPED.sub(lambda match: chr(0xF000 + ord(match[1])), text)
    marked = HEADING.match(text) is not None
    text = HEADING.sub("", text).strip()
    lead = len(text) - len(text.lstrip("*"))
    trail = len(text) - len(text.rstrip("*")) if lead < len(text) else 0
    bold = marked or (lead >= 2 and trail >= 2 and "**" not in text[lead : len(text) - trail])
    bullet = _is_bullet(text, lead, trail)
    text = re.sub(r"(?<!\s)\*+|\*+(?!\s|$)|^\*+|\*+$", "", text) if "*" in text else text
    text = html.unescape(STRONG.sub(r"\1", text)).translate(UNESCAPED)
    text = re.sub(r"\s+", " ", text).strip()
    return ("* " + text if bullet and text else text), bold


def _is_bullet(text: str, lead: int, trail: int) -> bool:
    """A star before a space that no star closes is a bullet, not emphasis."""
    if not lead or lead == len(text) or not (text[lead].isspace() or lead > trail > 0):
        return False
    if trail:
        closed_within = not text[lead].isspace() and "**" in text[lead : len(text) - trail]
        return lead - trail == 1 and not closed_within
    return lead == 1 and text[lead].isspace()


def is_pipe(line: str) -> bool:
    """Does the line belong to a table, of either dialect?"""
    return LONE_BAR.match(line) is not None or PIPE_ROW.match(line) is not None


def is_rule(line: str, second: bool) -> bool:
    """Is the row only the rule between head and body? One or two dashes are a rule in the second row alone."""
    return RULE.match(line) is not None or (second and SHORT_RULE.match(line) is not None)


ROW_LABEL = re.compile(r"^(?:STT|TT|\d{1,3}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.?|[A-Z]\.?|Nội dung)$")


def rows_of_bars(cells: list[str]) -> list[list[str]]:
    """Rows from the cells between bars that stand alone on lines, as page scrapers write tables.

    Cells are divided by one bar, rows by two; an empty cell looks like a row's end. The longest run without an empty
    cell gives the number of columns. A row ends where an empty place stands after that many cells, or earlier (merged
    cells) where a row's label follows an empty place.
    """
    while cells and not cells[-1]:
        cells = cells[:-1]
    width = max((len(run) for run in _runs(cells)), default=0)
    rows: list[list[str]] = []
    at = 0
    while at < len(cells):
        end = _row_end(cells, at, width)
        rows.append(cells[at : min(end, at + width)] + [""] * (width - (end - at)))
        at = end + 1
    if not rows or not NUMBER_HEAD.match(rows[0][0]):
        return rows
    return [["", *row[:-1]] if _lacks_number(row) else row for row in rows]


def _lacks_number(row: list[str]) -> bool:
    """Does a row begin with its text, since the cell of the number spans the row above too?"""
    return len(row[0].split()) > 3 and ROW_LABEL.match(row[0]) is None and row[1] != "" and not row[-1]


def _runs(cells: list[str]) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    for cell in cells:
        if cell:
            runs[-1].append(cell)
        elif runs[-1]:
            runs.append([])
    return runs


def _row_end(cells: list[str], at: int, width: int) -> int:
    full = at + width
    if full >= len(cells) or (not cells[full] and (full + 1 == len(cells) or ROW_LABEL.match(cells[full + 1]))):
        return min(full, len(cells))
    empty = [i for i in range(at + 1, min(full, len(cells))) if not cells[i] and any(cells[at:i])]
    labelled = next((i for i in empty if i + 1 < len(cells) and ROW_LABEL.match(cells[i + 1])), None)
    if labelled is not None:
        return labelled
    if not cells[full]:
        last = next((i for i in range(full, len(cells)) if cells[i]), len(cells)) - 1
        surplus = last + 1 < len(cells) and ROW_LABEL.match(cells[last + 1])  # a merged row with empty cells too many
        return last if surplus else full
    return empty[0] if empty else full


def rows_of_lines(lines: list[tuple[str, int | None]], at: int) -> tuple[list[list[str]], int]:
    """The rows of the table that begins with line ``at`` (text, page), and the line after it.

    A row that the lines of its cells broke ends where it has as many bars as the first.
    """
    rows: list[list[str]] = []
    bars = _bars(lines[at][0])
    while at < len(lines):
        row = _row(lines, at, bars)
        if not row:
            break
        if len(row) > 1 or not is_rule(row[0], second=len(rows) == 1):
            rows.append(cells_of_row("<br>".join(line.strip() for line in row)))
        at += len(row)
    return _with_numbers(rows), at


def _row(lines: list[tuple[str, int | None]], at: int, bars: int) -> list[str]:
    """The lines of the row that begins with line ``at``; none if no row begins there."""
    row: list[str] = []
    found = 0
    for line, _ in lines[at : at + LINES_OF_ROW]:
        if not line.strip() or not (row or line.lstrip().startswith("|")):
            break
        row.append(line)
        found += _bars(line)
        if found >= bars:
            break
    if found == bars and not all(map(_is_whole_row, row)):
        return row
    return row[:1] if row and _is_whole_row(row[0]) else []


def _bars(line: str) -> int:
    return len(BAR.findall(line))


def _is_whole_row(line: str) -> bool:
    return PIPE_ROW.match(line) is not None and LONE_BAR.match(line) is None


def _with_numbers(rows: list[list[str]]) -> list[list[str]]:
    """Where the first column is for numbers, rows without theirs, told by the spare column at the end, get it back."""
    if not rows or not NUMBER_HEAD.match(rows[0][0]) or rows[0][-1]:
        return rows
    width = len(rows[0])
    return [
        ["", *row[:-1]] if len(row) == width and row[0] and not ROW_LABEL.match(row[0]) and not any(row[-2:]) else row
        for row in rows
    ]


#: Behind an emphasized piece in capitals or a bracket, before the next: lines of a letterhead or a foot
BETWEEN_LINES = re.compile(rf"(?<=[{UPPER})])(\*{{1,3}})\s+(?=\*{{1,3}}[{UPPER}(])")


def cells_of_row(line: str) -> list[str]:
    """The cells of ``| a | b |``; ``<br>`` starts a new line in the cell, and so does one emphasized piece right
    after one in capitals or a bracket (``**KT. CHỦ TỊCH** **PHÓ CHỦ TỊCH** *(đã ký)* **Lê Văn A**``).
    """
    inner = BETWEEN_LINES.sub(r"\1<br>", line.strip().removeprefix("|").removesuffix("|"))
    cells = BAR.split(inner)
    return ["\n".join(p for p in (plain(part)[0] for part in BREAK.split(cell)) if p) for cell in cells]
