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
ORNAMENT = re.compile(r"^[\s\-–—_=*.~]{3,}$")
#: Names with a dash inside, which a line break may cut before the dash
HALVES = re.compile(
    r"(?:thi đua - khen thưởng|chính trị - xã hội|kinh tế - xã hội|lao động - thương binh|văn hóa - (?:xã hội|thông "
    r"tin|thể thao)|tài chính - kế hoạch|kế hoạch - tài chính|quốc phòng - an ninh|"
    r"an ninh - quốc phòng|dân số - kế hoạch|thương mại - dịch vụ|dịch vụ - du lịch|nông - lâm|kinh tế - hạ tầng|kế "
    r"hoạch - tổng hợp|tổ chức - hành chính|xã hội - nghề nghiệp)",
    re.IGNORECASE,
)
SIDE_BY_SIDE = re.compile(r"^\s*(?P<left>\S.*?\S)(?<![Ss]ố:)(?<!ngày)(?<!tháng)(?:\s{4,}|\s*\t\s*)(?P<right>\S.*)$")
#: A row of two cells that lost its first bar: `ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |`
HALF_ROW = re.compile(
    r"^(?!\s*\|)(?=[^|\n]++\|[^|\n]*(?:CỘNG H|ĐẢNG CỘNG|ngày\s[^|\n]*tháng)[^|\n]*\|[ \t]*$)", re.MULTILINE
)
COLUMN_HEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Nơi nhận", re.IGNORECASE)
#: A line of one column of a letterhead: the number, or what stands far to the right
HEAD_LINE = re.compile(r"\s*Số\s*[:\d]|\s{20,}\S")
TYPE = re.compile(r"\s*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN)\s*$")
#: How the line behind a title begins
PREAMBLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét|Để|Nhằm|Tiếp tục)\s(?=.*(?:\bsố\s*\d|Luật|\bngày\s\d|\d/))"
)
MARKED_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
#: No paragraph ends with these
GOES_ON = re.compile(
    r"(?:[,(–-]|\(\w{1,3}\)|\b(?:của|và|về|với|tại|cho|trong|các|những|theo|từ|đến|là|do|bởi|hoặc|số|xã|tỉnh))$"
)
RECIPIENTS = re.compile(r"\W{0,4}Nơi nhận", re.IGNORECASE)
#: Lines of a letterhead above or below its motto
LETTERHEAD = 6
#: Lines in a cell of a table
LONGEST_CELL = 80
#: Letters in a line of a page; cells are narrower, and their lines tell less
WIDE = 30
OPENERS = re.compile(
    r"^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|T/M|K/T|T/L|Số\s*:|Nơi nhận|Độc lập\s*-|CỘNG H[OÒ][ÀA]|"
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|PHỤ LỤC[\sIVX\d]*|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC)\s*:?$)"
)


def read_text(data: bytes, name: str, limits: Limits) -> Source:
    """Read a text or Markdown file of any common encoding. Pages are told only where form feeds stand."""
    text = markdown.with_bars(HALF_ROW.sub("| ", unsegment(decode(data, name))))
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
    """Drop lines that hold only the running page number, each alone between blank lines, in rising order."""

    def alone(at: int) -> bool:
        near = [lines[i][0] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
        return all(not line.strip() for line in near)

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
    width = max(len(line.rstrip()) for line in lines if not markdown.is_pipe(line))
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
    width = max(len(line) for line, _ in group)
    runs: list[list[tuple[str, int | None]]] = [[group[0]]]
    labelled = _is_labelled(group[0][0])
    title = False
    for before, after in pairwise(group):
        ends_title = title and PREAMBLE.match(markdown.plain(after[0])[0]) is not None
        if ends_title or _begins(before[0].rstrip(), after[0], layout, width, labelled):
            runs.append([after])
            labelled = _is_labelled(after[0])
            title = TYPE.match(markdown.plain(before[0])[0]) is not None
        else:
            runs[-1].append(after)
    found: list[Paragraph | Grid] = []
    for run in runs:
        text, bold = markdown.plain(" ".join(line.strip() for line, _ in run))
        if text and not ORNAMENT.match(text):
            found.append(Paragraph(text, page=run[0][1], bold=bold or None, cut=not text.endswith(ENDS)))
    return found


def _columns(group: list[tuple[str, int | None]]) -> tuple[int, int] | None:
    """Which lines are a letterhead, or a foot to the end, whose columns stand side by side."""
    heads = [i for i, (line, _) in enumerate(group) if COLUMN_HEAD.search(line)]
    halves = [i for i, (line, _) in enumerate(group) if SIDE_BY_SIDE.match(line)]
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
            if len(line) - len(line.lstrip()) >= edge - 4
            else (line, "")
        )
        for cell, text in zip((left, right), pair, strict=True):
            cell += [markdown.plain(text)[0]] if text.strip() else []
    return Grid([["\n".join(left), "\n".join(right)]], group[0][1])


def _is_labelled(line: str) -> bool:
    return split_label(markdown.plain(line)[0])[0] is not None


def _begins(before: str, after: str, layout: Layout, width: int, labelled: bool) -> bool:
    """Does a paragraph begin with ``after``? ``labelled``: the paragraph so far has a label."""
    before_plain, after_plain = markdown.plain(before)[0], markdown.plain(after)[0]
    if labelled and before.count("**") % 2 and after.count("**") % 2 and not _is_labelled(after):
        return False  # a title in bold over two lines, whatever the second says
    if not before_plain or not after_plain or OPENERS.match(after_plain) or OPENERS.match(before_plain):
        return True
    if MARKED_HEADING.match(after) or _ends_capitals(before_plain, after_plain):
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
    if not after_plain[0].isupper() or GOES_ON.search(before_plain):
        return False
    return room or (labelled and width >= WIDE and len(before) < 0.6 * width)  # under a title


def _ends_capitals(before: str, after: str) -> bool:
    """A heading or title in capitals ends where a line in small letters begins a sentence or a point."""
    heading = before.isupper() and len(before.split()) > 2 and GOES_ON.search(before.lower()) is None
    return heading and not after.isupper() and (after[0].isupper() or after[0] == "(" or _is_labelled(after))
