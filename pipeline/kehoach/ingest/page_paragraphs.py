"""Lines of a page → paragraphs, by geometry: who could have taken the next word and did not, ends a paragraph."""

from __future__ import annotations

import re

from kehoach.ingest.page_frame import Margins
from kehoach.ingest.page_layout import Line, append, is_closed, is_short
from kehoach.ingest.source import Alignment, Paragraph
from kehoach.outline.labels import split_label

_STRONG_LABEL = re.compile(r"^(?:[IVXLC]+\s?[.)]|Điều\s+\d+|(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+[IVXLC\d])")
# "- 2030, tầm nhìn …": a dash with a year is more often the middle of a period than a bullet.
_PERIOD = re.compile(r"[-–]\s?\d{4}\b")

# Points within which two edges are the same.
_SAME = 4.0


def paragraphs(lines: list[Line], margins: Margins, page: int) -> list[tuple[Line, Line, Paragraph]]:
    """The paragraphs that ``lines`` (top to bottom, one a row) form: first line, last line, paragraph."""
    kinds = _alignments(lines, margins)
    groups: list[tuple[Alignment | None, list[Line]]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if groups and kind is None and groups[-1][0] is None and not _opens(groups[-1][1], line, margins):
            groups[-1][1].append(line)
        else:
            groups.append((kind, [line]))
    return [(group[0], group[-1], _paragraph(group, kind, margins, page)) for kind, group in groups]


def may_continue(last: Line, page: Margins, first: Line, next_page: Margins) -> bool:
    """Whether a paragraph whose last line ends a page may go on with the first line of the next page."""
    label = split_label(first.text)[0] is not None
    lower = first.text[0].islower() and not label
    closed = is_closed(last.text)
    if is_short(last, first, page.right):
        return lower and not closed
    if closed and (label or bool(first.bold) != bool(last.bold)):
        return False
    begins = next_page.indented and abs(first.x0 - next_page.start) <= _SAME
    return (lower and not closed) or not begins


def _alignments(lines: list[Line], margins: Margins) -> list[Alignment | None]:
    """``center`` and ``right`` for lines that stand apart, None for running text."""
    kinds: list[Alignment | None] = []
    for line in lines:
        if _is_centered(line, margins):
            kinds.append("center")
        elif line.x0 > margins.left + 0.42 * margins.width:
            kinds.append("right")
        else:
            kinds.append(None)
    # A centred line makes its neighbours certain, and these theirs: down the page, then up.
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for i in order:
            near = lines[i - 1] if order.step > 0 else lines[i + 1]
            known = kinds[i - 1] if order.step > 0 else kinds[i + 1]
            if kinds[i] is None and known == "center" and _is_alike(lines[i], near, margins):
                kinds[i] = "center"
    return kinds


def _is_centered(line: Line, margins: Margins) -> bool:
    before, after = line.x0 - margins.left, margins.right - line.x1
    if min(before, after) < 10:
        return False
    stressed = bool(line.bold) or line.text.isupper() or line.text.startswith("(")
    labelled = stressed and split_label(line.text)[0] is not None
    if min(abs(line.x0 - margins.start), before) <= 3:  # where first lines begin
        return stressed and not labelled and after > 20 and abs(before - after) <= 5
    if abs(before - after) <= 5:
        return stressed or min(before, after) > 0.15 * margins.width
    # Ragged text does not tell its right edge well; centred text may have inherited the indent of first lines.
    shift = margins.start - margins.left if margins.indented else 0.0
    shifted = abs(before - after - shift) <= 3 and before > 2 * shift > 0
    return stressed and not labelled and (abs(before - after) <= 12 or shifted)


def _is_alike(line: Line, centered: Line, margins: Margins) -> bool:
    """Whether a line is centred because its neighbour is, though it is nearly as wide as the page or plain."""
    before, after = line.x0 - margins.left, margins.right - line.x1
    shift = margins.start - margins.left if margins.indented else 0.0
    off = min(abs(before - after), abs(before - after - shift) if line.text.startswith("(") else 1000.0)
    if abs(line.y - centered.y) > 2.2 * line.size or off > 6:
        return False
    if line.text.startswith("(") and after > 0.5:
        return off <= 3
    alike = line.bold == centered.bold and line.italic == centered.italic and abs(line.size - centered.size) < 0.6
    if alike and (line.bold or line.italic) and line.text.isupper() == centered.text.isupper():
        return True
    inset = min(before, after) >= 10 and abs(line.x0 - margins.start) > 3
    return (off <= 4 and inset) or (alike and off <= 2 and before > 0.6 and after > -1)


def _opens(lines: list[Line], line: Line, margins: Margins) -> bool:
    """Whether ``line`` begins a new paragraph after ``lines``, the paragraph so far."""
    last = lines[-1]
    gap, size = line.y - last.y, max(last.size, line.size)
    pitch = max(margins.pitch, 1.1 * size)
    if gap > 1.9 * pitch or gap <= 0 or abs(last.size - line.size) > 1.5:
        return True
    if _is_tabular(last, line):
        return True
    label = split_label(line.text)[0] is not None
    closed = last.gutter is not None or is_closed(last.text)
    lower = line.text[0].islower() and not label
    if is_short(last, line, margins.right):
        broken = lower and not closed and line.x0 < last.x0 + _SAME and gap < 1.25 * pitch
        return not broken
    if closed and _STRONG_LABEL.match(line.text) and line.bold != last.bold:
        return True
    if not lower and _changes_weight(lines, line, margins):
        return True
    apart = gap > 1.15 * pitch and gap > pitch + 2
    if not label and not apart and round(line.x0) in margins.wrapped:
        return False
    fresh = (label and (closed or apart)) or (closed and apart and not lower)
    if len(lines) > 1 and abs(line.x0 - lines[1].x0) > _SAME:
        return not (lower and line.x0 < last.x0)
    if len(lines) > 1:
        return fresh if abs(lines[0].x0 - line.x0) <= _SAME else fresh and apart
    return _opens_second(last, line, margins, label, fresh, lower)


def _changes_weight(lines: list[Line], line: Line, margins: Margins) -> bool:
    """Whether a heading ends above its text, or begins below another; not where a first line surely goes on."""
    weights = {bool(part.bold) for part in lines}
    goes_on = margins.indented and lines[-1].x0 > margins.start - _SAME > line.x0
    return len(weights) == 1 and bool(line.bold) not in weights and not goes_on


def _is_tabular(last: Line, line: Line) -> bool:
    """Whether both lines have a label and a value, with the gap between them at the same place."""
    if last.gutter is None or line.gutter is None:
        return False
    return min(last.gutter[1], line.gutter[1]) - max(last.gutter[0], line.gutter[0]) > 1.5 * line.size


def _opens_second(first: Line, line: Line, margins: Margins, label: bool, fresh: bool, lower: bool) -> bool:
    """Whether the line after the full first line of a paragraph begins another one."""
    if abs(line.x0 - first.x0) <= _SAME:
        if margins.indented and abs(line.x0 - margins.start) <= _SAME:
            return not lower  # two first lines: the one before just filled its line
        return fresh or (label and not _PERIOD.match(line.text))
    if line.x0 < first.x0:
        return label and abs(line.x0 - margins.left) > _SAME
    hanging = first.second is not None and abs(line.x0 - first.second) <= _SAME and split_label(first.text)[0]
    return label or not (hanging or lower)


def _paragraph(lines: list[Line], kind: Alignment | None, margins: Margins, page: int) -> Paragraph:
    text = ""
    for line in lines:
        text = append(text, line.text)
    if kind is None and len(lines) > 1:
        flush = all(margins.right - line.x1 < 3 for line in lines[:-1])
        kind = "justify" if flush else "left"
    weights = [line.confidence for line in lines if line.confidence is not None]
    return Paragraph(
        text=text,
        page=page,
        bold=_mostly([(line.bold, len(line.text)) for line in lines]),
        italic=_mostly([(line.italic, len(line.text)) for line in lines]),
        align=kind,
        indent=round(max(lines[0].x0 - margins.left, 0.0), 1),
        confidence=sum(weights) / len(weights) if weights else None,
    )


def _mostly(values: list[tuple[bool | None, int]]) -> bool | None:
    if any(value is None for value, _ in values):
        return None
    return sum(n for value, n in values if value) >= 0.9 * sum(n for _, n in values)
