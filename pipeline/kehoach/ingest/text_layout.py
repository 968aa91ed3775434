"""How a text file shows its paragraphs: one a line, broken over lines, with blank lines or indents between them.

Which of them holds is read off the whole file before any line is joined.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kehoach.alphabet import LOWER
from kehoach.ingest import markdown
from kehoach.outline.labels import BY_HOUR, split_label

ENDS = (".", ";", ":", "!", "?", "…", "/.")
#: Names with a dash inside, which a line break may cut before the dash
HALVES = re.compile(
    r"(?:thi đua - khen thưởng|chính trị - xã hội|kinh tế - xã hội|lao động - thương binh|văn hóa - (?:xã hội|thông "
    r"tin|thể thao)|tài chính - kế hoạch|kế hoạch - tài chính|quốc phòng - an ninh|"
    r"an ninh - quốc phòng|dân số - kế hoạch|thương mại - dịch vụ|dịch vụ - du lịch|nông - lâm|kinh tế - hạ tầng|kế "
    r"hoạch - tổng hợp|tổ chức - hành chính|xã hội - nghề nghiệp)",
    re.IGNORECASE,
)
TYPE = re.compile(r"\s*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN)\s*$")
#: How the line behind a title begins
PREAMBLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét|Để|Nhằm|Tiếp tục)\s(?=.*(?:\bsố\s*\d|Luật|\bngày\s\d|\d/))"
)
MARKED_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
#: No paragraph ends with these
GOES_ON = re.compile(
    r"(?:[,(–-]|\(\w{1,3}\)|\b(?:của|và|về|với|tại|cho|trong|các|những|theo|từ|đến|là|do|bởi|hoặc|số|xã|tỉnh)|"
    r"(?<![Tt]iếng )\bViệt)$"
)
#: Before the number of what is cited, which a line break tore off
TORN_CITATION = re.compile(
    r"\b(?:(?<!tiêu )điểm|khoản|mục|Điều|tiết|phụ lục|(?<!đại )biểu|bảng)$|\b(?:số|tại|theo)$", re.IGNORECASE
)
#: Letters in a line of a page; cells are narrower, and their lines tell less
WIDE = 30
OPENERS = re.compile(
    r"^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|T/M|K/T|T/L|Số\s*:|Nơi nhận|Độc lập\s*-|CỘNG H[OÒ][ÀA]|"
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|PHỤ LỤC[\sIVX\d]*|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC)\s*:?$)"
)


RECIPIENTS = re.compile(rf"\W{{0,4}}(?i:Nơi nhận)(?!\s+[{LOWER}])")
SIDE_BY_SIDE = re.compile(r"^\s*(?P<left>\S.*?\S)(?<![Ss]ố:)(?<!ngày)(?<!tháng)(?:\s{4,}|\s*\t\s*)(?P<right>\S.*)$")

Kind = Literal["lines", "wrapped", "filled", "spaced", "indented"]
#: Spaces by which the first line of a paragraph stands in
INDENT = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file shows paragraphs; ``margin`` is the column where lines begin that go on, ``shortest`` the characters
    that all but a few of the lines have which go on: a shorter one that is closed ends a paragraph.
    """

    kind: Kind
    margin: int = 0
    shortest: int = 0


def layout_of(lines: list[str]) -> Layout:
    """How the file shows paragraphs: one a line; hard-wrapped; or hard-wrapped with a sign where one begins.

    Spaced are files of many groups of lines in which hardly ever a sentence ends before the last line of its group;
    indented are those whose paragraphs begin with a line that stands in; filled are hard-wrapped ones whose lines hold
    as many words as fit, so that a line with room ends a paragraph.
    """
    if not _is_wrapped(lines):
        return Layout("lines")
    if (margin := _margin(lines)) is not None:
        return Layout("indented", margin)
    groups = [group.split("\n") for group in re.split(r"\n\s*\n", "\n".join(lines)) if group.strip()]
    several = [g for g in groups if len(g) > 1 and not any(markdown.is_pipe(line) for line in g)]
    broken = sum(
        any(line.rstrip().endswith(ENDS) and split_label(after.strip())[0] for line, after in pairwise(g))
        for g in several
    )
    if len(several) >= 8 and broken <= 0.2 * len(several):
        return Layout("spaced")
    width = max(len(line.rstrip()) for line in lines if not markdown.is_pipe(line))
    torn = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()[:1].islower()]
    filled = sum(_has_room(a, b, width) for a, b in torn) <= 0.1 * len(torn)
    lengths = sorted(len(a.rstrip()) for a, _ in torn)
    return Layout("filled" if filled else "wrapped", shortest=lengths[len(lengths) // 20] if lengths else 0)


def _margin(lines: list[str]) -> int | None:
    """Where lines begin that go on, in a file whose items and first lines stand in from there; else None."""
    end = next((i for i, line in enumerate(lines) if RECIPIENTS.match(line)), len(lines))
    pairs = [(a, b) for a, b in pairwise(lines[:end]) if a.strip() and b.strip() and not SIDE_BY_SIDE.match(b)]
    torn = [_indent(b) for _, b in pairs if b.lstrip()[0].islower() and not is_labelled(b)]
    if not torn:
        return None
    margin = Counter(torn).most_common(1)[0][0]
    first = [_indent(b) for a, b in pairs if is_labelled(b) or (a.rstrip().endswith(".") and b.lstrip()[0].isupper())]
    firm = sum(at < margin + INDENT for at in torn) >= 0.9 * len(torn)
    standing_in = sum(at >= margin + INDENT for at in first)
    return margin if firm and standing_in >= 5 and standing_in >= 0.8 * len(first) else None


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())


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


def is_labelled(line: str) -> bool:
    """Does the line begin with a label?"""
    return split_label(markdown.plain(line)[0])[0] is not None


def begins(before: str, after: str, layout: Layout, width: int, labelled: bool) -> bool:
    """Does a paragraph begin with ``after``? ``labelled``: the paragraph so far has a label."""
    before_plain, after_plain = markdown.plain(before)[0], markdown.plain(after)[0]
    if labelled and before.count("**") % 2 and after.count("**") % 2 and not is_labelled(after):
        return False  # a title in bold over two lines, whatever the second says
    if not before_plain or not after_plain or OPENERS.match(after_plain) or OPENERS.match(before_plain):
        return True
    if BY_HOUR.match(after_plain):
        return True
    if MARKED_HEADING.match(after) or _ends_capitals(before_plain, after_plain):
        return True
    if layout.kind == "indented":
        return _indent(after) >= layout.margin + INDENT
    closed = before_plain.endswith(ENDS)
    room = layout.kind == "filled" and _has_room(before, after, width)
    label, rest = split_label(after_plain)
    if label is not None:
        if closed or layout.kind == "lines" or (label.style == "roman" and rest.isupper()):
            return True
        if label.numbers == (1,) and rest[:1].isupper() and not TORN_CITATION.search(before_plain):
            return True
        if label.style == "bullet-" and HALVES.search(f"{before_plain} - {rest}", len(before_plain) - 14):
            return False
        short = len(before) < 0.6 * width or before_plain.startswith(label.text + " ")
        return (rest[:1].isupper() and short) or (room and not rest[:1].islower())
    if layout.kind not in ("wrapped", "filled"):
        return layout.kind == "lines"
    indented = len(after) - len(after.lstrip()) >= 2 and not before.startswith((" ", "\t"))
    if closed:
        short = len(before) < max(0.75 * width, layout.shortest)
        return (indented or room or short) and not after_plain[0].islower()
    if not after_plain[0].isupper() or GOES_ON.search(before_plain):
        return False
    under_title = labelled and width >= WIDE and len(before) < max(0.6 * width, layout.shortest)
    return room or under_title


def _ends_capitals(before: str, after: str) -> bool:
    """A heading or title in capitals ends where a line in small letters begins a sentence or a point."""
    heading = before.isupper() and len(before.split()) > 2 and GOES_ON.search(before.lower()) is None
    return heading and not after.isupper() and (after[0].isupper() or after[0] == "(" or is_labelled(after))
