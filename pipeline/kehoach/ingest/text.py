"""Plain text, OCR output and Markdown → ``Source``.

A text file tells paragraphs by blank lines, by lines, or by nothing at all: which of them holds is read off the whole
file (``_layout``) before any line is joined.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from kehoach.ingest import markdown
from kehoach.ingest.encoding import decode
from kehoach.ingest.source import Grid, Limits, Paragraph, Source, digest
from kehoach.outline.labels import split_label

ENDS = (".", ";", ":", "!", "?", "…", "/.")
PAGE_NUMBER = re.compile(r"^\s*[-–—]?\s*(?:Trang\s+)?(\d{1,3})(?:\s*/\s*\d{1,3})?\s*[-–—]?\s*$")
#: Dashes on both sides: nothing else looks so
DASHED = re.compile(r"^\s*[-–—]\s*\d{1,3}\s*[-–—]\s*$")
#: A range of days whose line goes on behind a number: `… từ ngày 01/3/2026 đến | 2 | ngày 30/6/2026`
TO_DAY = (re.compile(r"\b(?:từ|đến|tới|hết)\s*$"), re.compile(r"\s*(?:hết\s+)?(?:ngày|tháng|quý|năm)\s+\d"))
FROM_DAY = (re.compile(r"\b(?:ngày|tháng|quý|năm)\s+[\d/]+\s*$"), re.compile(r"\s*(?:đến|tới)\s"))
ORNAMENT = re.compile(r"^[\s\-–—_=*.~]{3,}$")
#: Names with a dash inside, which a line break may cut before the dash
HALVES = re.compile(
    r"(?:thi đua - khen thưởng|chính trị - xã hội|kinh tế - xã hội|lao động - thương binh|văn hóa - (?:xã hội|thông "
    r"tin|thể thao)|tài chính - kế hoạch|kế hoạch - tài chính|quốc phòng - an ninh|"
    r"an ninh - quốc phòng|dân số - kế hoạch|thương mại - dịch vụ|dịch vụ - du lịch|nông - lâm|kinh tế - hạ tầng|kế "
    r"hoạch - tổng hợp|tổ chức - hành chính|xã hội - nghề nghiệp)",
    re.IGNORECASE,
)
SIDE_BY_SIDE = re.compile(r"^\s*(?P<left>\S.*?\S)(?<![Ss]ố:)(?<!ngày)(?<!tháng)\s{4,}(?P<right>\S.*)$")
#: A row of two cells that lost its first bar: `ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |`
HALF_ROW = re.compile(
    r"^(?!\s*\|)(?=[^|\n]++\|[^|\n]*(?:CỘNG H|ĐẢNG CỘNG|ngày\s[^|\n]*tháng)[^|\n]*\|[ \t]*$)", re.MULTILINE
)
COLUMN_HEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Nơi nhận", re.IGNORECASE)
#: Letters in a line of a page; cells are narrower, and their lines tell less
WIDE = 30
OPENERS = re.compile(
    r"^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|T/M|K/T|T/L|Số\s*:|Nơi nhận|Độc lập\s*-|CỘNG H[OÒ][ÀA]|"
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|PHỤ LỤC[\sIVX\d]*|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC)\s*:?$)"
)


def read_text(data: bytes, name: str, limits: Limits) -> Source:
    """Read a text or Markdown file of any common encoding. Pages are told only where form feeds stand."""
    text = HALF_ROW.sub("| ", unsegment(decode(data, name)))
    pages = text.split("\f")
    source = Source(name=name, sha256=digest(data), media_type="text/plain", parts=[])
    source.pages = len(pages) if len(pages) > 1 else None
    lines = [
        (line, number if source.pages else None) for number, page in enumerate(pages, 1) for line in page.split("\n")
    ]
    lines = _without_page_numbers(lines)
    source.parts = _parts(lines, _layout([line for line, _ in lines]))
    return source


def unsegment(text: str) -> str:
    """Undo word segmentation (``Thực_hiện Quyết_định ,``): underscores between letters, spaces before punctuation."""
    joined = len(re.findall(r"\w_\w", text))
    if joined < 20 or joined < 0.08 * len(text.split()):
        return text
    text = re.sub(r"(?<=[^\W_])_+(?=[^\W_])", " ", text)
    text = re.sub(r" +([,.;:!?)\]”])", r"\1", text)
    return re.sub(r"([(\[“]) +", r"\1", text)


def _without_page_numbers(lines: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """Drop lines that hold only the running page number, in rising order.

    Each is alone between blank lines, at the edge of a page, in dashes, or in a range of days that goes on behind it.
    """

    def alone(at: int) -> bool:
        before, after = (lines[i][0] if 0 <= i < len(lines) else "" for i in (at - 1, at + 1))
        pages = [lines[i][1] if 0 <= i < len(lines) else None for i in (at - 1, at, at + 1)]
        edge = pages[1] is not None and (pages[0] != pages[1] or pages[2] != pages[1])
        if edge or (not before.strip() and not after.strip()):
            return True
        ranged = any(opens.search(before) and goes_on.match(after) for opens, goes_on in (TO_DAY, FROM_DAY))
        return ranged or DASHED.match(lines[at][0]) is not None

    hits = [(i, int(m[1])) for i, (line, _) in enumerate(lines) if (m := PAGE_NUMBER.match(line)) and alone(i)]
    numbers = [n for _, n in hits]
    if any(a >= b for a, b in pairwise(numbers)):
        return lines
    drop = {i for i, _ in hits}
    return [line for i, line in enumerate(lines) if i not in drop]


Layout = Literal["lines", "wrapped", "filled", "spaced"]


def _layout(lines: list[str]) -> Layout:
    """How the file shows paragraphs: one a line; hard-wrapped; or hard-wrapped with a blank line between them.

    Spaced are files of many groups of lines in which hardly ever a sentence ends before the last line of its group;
    filled are hard-wrapped ones whose lines hold as many words as fit, so that a line with room ends a paragraph.
    """
    if not _is_wrapped(lines):
        return "lines"
    groups = [group.split("\n") for group in re.split(r"\n\s*\n", "\n".join(lines)) if group.strip()]
    several = [g for g in groups if len(g) > 1 and not any(markdown.is_pipe(line) for line in g)]
    broken = sum(
        any(line.rstrip().endswith(ENDS) and split_label(after.strip())[0] for line, after in pairwise(g))
        for g in several
    )
    if len(several) >= 8 and broken <= 0.2 * len(several):
        return "spaced"
    width = max(len(line.rstrip()) for line in lines)
    torn = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()[:1].islower()]
    return "filled" if sum(_has_room(a, b, width) for a, b in torn) <= 0.1 * len(torn) else "wrapped"


def _has_room(line: str, after: str, width: int) -> bool:
    """Would the first word of the line ``after`` have stood in ``line``?"""
    return len(line.rstrip()) + 1 + len(after.split()[0]) <= width


def _is_wrapped(lines: list[str]) -> bool:
    """Are sentences broken over lines? Told by neighbours of which the first is open and the second starts small."""
    pairs = broken = 0
    for before, after in pairwise(lines):
        before, after = before.strip(), after.strip()
        if before and after and not markdown.is_pipe(before) and not markdown.is_pipe(after):
            pairs += 1
            broken += after[0].islower() and not before.endswith(ENDS) and split_label(after)[0] is None
    return pairs > 0 and broken >= max(2, 0.2 * pairs)


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
            cells.append("\n".join(p.text for p in _paragraphs(cell, "wrapped") if isinstance(p, Paragraph)))
        cell = []
    return _rectangle(markdown.rows_of_bars(cells), page), end


def _end_of_bars(lines: list[tuple[str, int | None]], at: int) -> int:
    """The line after the last bar of the table, behind which two blank lines, or text and no further bar, stand."""
    last = at
    blank = 0
    for i in range(at + 1, len(lines)):
        line = lines[i][0]
        if markdown.LONE_BAR.match(line):
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
    if (columns := _two_columns(group)) is not None:
        return columns
    width = max(len(line) for line, _ in group)
    runs: list[list[tuple[str, int | None]]] = [[group[0]]]
    labelled = _is_labelled(group[0][0])
    for before, after in pairwise(group):
        if _begins(before[0].rstrip(), after[0], layout, width, labelled):
            runs.append([after])
            labelled = _is_labelled(after[0])
        else:
            runs[-1].append(after)
    found: list[Paragraph | Grid] = []
    for run in runs:
        text, bold = markdown.plain(" ".join(line.strip() for line, _ in run))
        if text and not ORNAMENT.match(text):
            found.append(Paragraph(text, page=run[0][1], bold=bold or None, cut=not text.endswith(ENDS)))
    return found


def _two_columns(group: list[tuple[str, int | None]]) -> list[Paragraph | Grid] | None:
    """A letterhead or foot whose columns stand side by side, as programs print that keep the layout: one row."""
    halves = [SIDE_BY_SIDE.match(line) for line, _ in group]
    if sum(h is not None for h in halves) < 2 or not COLUMN_HEAD.search(" ".join(line for line, _ in group)):
        return None
    left: list[str] = []
    right: list[str] = []
    edge = min(h.start("right") for h in halves if h)
    for (line, _), half in zip(group, halves, strict=True):
        pair = (
            (half["left"], half["right"])
            if half
            else ("", line)
            if len(line) - len(line.lstrip()) >= edge - 4
            else (line, "")
        )
        for cell, text in zip((left, right), pair, strict=True):
            cell += [markdown.plain(text)[0]] if text.strip() else []
    return [Grid([["\n".join(left), "\n".join(right)]], group[0][1])]


def _is_labelled(line: str) -> bool:
    return split_label(markdown.plain(line)[0])[0] is not None


def _begins(before: str, after: str, layout: Layout, width: int, labelled: bool) -> bool:
    """Does a paragraph begin with ``after``? ``labelled``: the paragraph so far has a label."""
    before_plain, after_plain = markdown.plain(before)[0], markdown.plain(after)[0]
    if labelled and before.count("**") % 2 and after.count("**") % 2 and not _is_labelled(after):
        return False  # a title in bold over two lines, whatever the second says
    if not before_plain or not after_plain or OPENERS.match(after_plain) or OPENERS.match(before_plain):
        return True
    closed = before_plain.endswith(ENDS)
    room = layout == "filled" and _has_room(before, after, width)
    label, rest = split_label(after_plain)
    if label is not None:
        if closed or layout == "lines":
            return True
        if label.style == "bullet-" and HALVES.search(f"{before_plain} - {rest}", len(before_plain) - 14):
            return False
        short = len(before) < 0.6 * width or before_plain.startswith(label.text + " ")
        return (rest[:1].isupper() and short) or (room and not rest[:1].islower())
    if layout not in ("wrapped", "filled"):
        return layout == "lines"
    indented = len(after) - len(after.lstrip()) >= 2 and not before.startswith((" ", "\t"))
    if closed:
        return (indented or room or len(before) < 0.75 * width) and not after_plain[0].islower()
    return labelled and width >= WIDE and len(before) < 0.6 * width and after_plain[0].isupper()  # under a title
