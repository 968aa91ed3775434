"""Plain text, OCR output and Markdown → ``Source``.

A text file tells paragraphs by blank lines, by lines, or by nothing at all: which of them holds is read off the whole
file (``text_layout``) before any line is joined.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.ingest import markdown
from kehoach.ingest.encoding import decode
from kehoach.ingest.open_rows import with_bars
from kehoach.ingest.page_numbers import without_page_numbers
from kehoach.ingest.source import Grid, Limits, Paragraph, Source, digest
from kehoach.ingest.text_layout import (
    ENDS,
    PREAMBLE,
    RECIPIENTS,
    SIDE_BY_SIDE,
    TYPE,
    Layout,
    begins,
    is_labelled,
    layout_of,
)

ORNAMENT = re.compile(r"^[\s\-–—_=*.~]{3,}$")
#: A row of two cells that lost its first bar: `ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |`
HALF_ROW = re.compile(
    r"^(?![^\S\n]*\|)(?=[^|\n]++\|[^|\n]*(?:CỘNG H|ĐẢNG CỘNG|ngày\s[^|\n]*tháng)[^|\n]*\|[ \t]*$)", re.MULTILINE
)
COLUMN_HEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Nơi nhận", re.IGNORECASE)
#: A line of one column of a letterhead: the number, or what stands far to the right
HEAD_LINE = re.compile(r"\s*Số\s*[:\d]|\s{20,}\S")
#: Lines of a letterhead above or below its motto
LETTERHEAD = 6
#: Lines in a cell of a table
LONGEST_CELL = 80


def read_text(data: bytes, name: str, limits: Limits) -> Source:
    """Read a text or Markdown file of any common encoding. Pages are told only where form feeds stand."""
    text = with_bars(HALF_ROW.sub("| ", unsegment(decode(data, name))))
    pages = text.split("\f")
    source = Source(name=name, sha256=digest(data), media_type="text/plain", parts=[])
    source.pages = len(pages) if len(pages) > 1 else None
    lines = [
        (line, number if source.pages else None) for number, page in enumerate(pages, 1) for line in page.split("\n")
    ]
    lines = without_page_numbers(lines)
    source.parts = _parts(lines, layout_of([line for line, _ in lines]))
    return source


def unsegment(text: str) -> str:
    """Undo word segmentation (``Thực_hiện Quyết_định ,``): underscores between letters, spaces before punctuation."""
    joined = len(re.findall(r"\w_\w", text))
    if joined < 20 or joined < 0.08 * len(text.split()):
        return text
    text = re.sub(r"(?<=[^\W_])_+(?=[^\W_])", " ", text)
    text = re.sub(r" +([,.;:!?)\]”])", r"\1", text)
    text = re.sub(r"(?<=\w) / (?=\w)", "/", text)
    return re.sub(r"([(\[“]) +", r"\1", text)


def _parts(lines: list[tuple[str, int | None]], layout: Layout) -> list[Paragraph | Grid]:
    parts: list[Paragraph | Grid] = []
    group: list[tuple[str, int | None]] = []
    at = 0
    while at < len(lines):
        line, page = lines[at]
        if markdown.is_pipe(line):
            parts += _paragraphs(group, layout)
            group = []
            grid, at = _grid(lines, at)
            parts += [grid] if grid else []
            continue
        if line.strip() and not ORNAMENT.match(line):
            group.append((line, page))
        else:
            parts += _paragraphs(group, layout)
            group = []
        at += 1
    return parts + _paragraphs(group, layout)


def _grid(lines: list[tuple[str, int | None]], at: int) -> tuple[Grid | None, int]:
    """The table that begins at line ``at``, and the line after it."""
    page = lines[at][1]
    if not markdown.LONE_BAR.match(lines[at][0]):
        rows, end = markdown.rows_of_lines(lines, at)
        return _rectangle(rows, page), end
    cells: list[str] = []
    cell: list[tuple[str, int | None]] | None = None
    end = _end_of_bars(lines, at)
    for line, number in lines[at:end]:
        if not markdown.LONE_BAR.match(line):
            if cell is not None and line.strip() and not ORNAMENT.match(line):
                cell.append((line, number))
            continue
        if cell is not None:
            cells.append("\n".join(p.text for p in _paragraphs(cell, Layout("wrapped")) if isinstance(p, Paragraph)))
        cell = []
    return _rectangle(markdown.rows_of_bars(cells), page), end


def _end_of_bars(lines: list[tuple[str, int | None]], at: int) -> int:
    """The line after the last bar of the table, behind which two blank lines, text and no further bar, or more lines
    than a cell holds stand.
    """
    last = at
    blank = 0
    for i in range(at + 1, len(lines)):
        line = lines[i][0]
        if markdown.LONE_BAR.match(line):
            if i - last > LONGEST_CELL:
                return last + 1
            last, blank = i, 0
        elif not line.strip():
            blank += 1
            if blank >= 1 and last == i - blank:
                return last + 1
    return last + 1


def _rectangle(rows: list[list[str]], page: int | None) -> Grid | None:
    rows = [row for row in rows if any(row)]
    if not rows:
        return None
    width = max(map(len, rows))
    return Grid([row + [""] * (width - len(row)) for row in rows], page)


def _paragraphs(group: list[tuple[str, int | None]], layout: Layout) -> list[Paragraph | Grid]:
    """The paragraphs of lines that no blank line divides."""
    if not group:
        return []
    if (region := _columns(group)) is not None:
        start, end = region
        grid = _two_columns(group[start:end])
        return [*_paragraphs(group[:start], layout), grid, *_paragraphs(group[end:], layout)]
    if layout.kind == "indented" and (body := _body(group)) != (0, len(group)):
        start, end = body
        outside = Layout("wrapped")
        return [
            *_paragraphs(group[:start], outside),
            *_paragraphs(group[start:end], layout),
            *_paragraphs(group[end:], outside),
        ]
    width = max(len(line) for line, _ in group)
    runs: list[list[tuple[str, int | None]]] = [[group[0]]]
    labelled = is_labelled(group[0][0])
    title = False
    for before, after in pairwise(group):
        ends_title = title and PREAMBLE.match(markdown.plain(after[0])[0]) is not None
        if ends_title or begins(before[0].rstrip(), after[0], layout, width, labelled):
            runs.append([after])
            labelled = is_labelled(after[0])
            title = TYPE.match(markdown.plain(before[0])[0]) is not None
        else:
            runs[-1].append(after)
    found: list[Paragraph | Grid] = []
    for run in runs:
        text, bold = markdown.plain(" ".join(line.strip() for line, _ in run))
        cut = not text.endswith(ENDS) and (layout.kind != "indented" or run is runs[-1])
        if text:
            found.append(Paragraph(text, page=run[0][1], bold=bold or None, cut=cut))
    return found


def _body(group: list[tuple[str, int | None]]) -> tuple[int, int]:
    """The lines between the type of the document and the recipients."""
    lines = [line for line, _ in group]
    start = next((i + 1 for i, line in enumerate(lines) if TYPE.match(line)), 0)
    return start, next((i for i, line in enumerate(lines) if i >= start and RECIPIENTS.match(line)), len(lines))


def _columns(group: list[tuple[str, int | None]]) -> tuple[int, int] | None:
    """Which lines are a letterhead, or a foot to the end, whose columns stand side by side."""
    heads = [i for i, (line, _) in enumerate(group) if COLUMN_HEAD.search(line)]
    halves = [i for i, (line, _) in enumerate(group) if SIDE_BY_SIDE.match(line)] if heads else []
    for head in heads:
        if RECIPIENTS.match(group[head][0]):
            start, end = head, len(group)
        else:
            near = [i for i in halves if abs(i - head) <= LETTERHEAD]
            start, end = min([head, *near]), max([head, *near]) + 1
            while end < len(group) and HEAD_LINE.match(group[end][0]) and not TYPE.match(group[end][0]):
                end += 1
        if sum(start <= i < end for i in halves) >= 2:
            return start, end
    return None


def _two_columns(group: list[tuple[str, int | None]]) -> Grid:
    """Lines whose columns stand side by side, as programs print that keep the layout: one row."""
    halves = [SIDE_BY_SIDE.match(line) for line, _ in group]
    left: list[str] = []
    right: list[str] = []
    edge = min(h.start("right") for h in halves if h)
    for (line, _), half in zip(group, halves, strict=True):
        pair = (
            (half["left"], half["right"])
            if half
            else ("", line)
            if line.startswith("\t") or len(line) - len(line.lstrip()) >= edge - 4
            else (line, "")
        )
        for cell, text in zip((left, right), pair, strict=True):
            cell += [markdown.plain(text)[0]] if text.strip() else []
    return Grid([["\n".join(left), "\n".join(right)]], group[0][1])
