"""What follows the foot: appendices under their titles, with their tables."""

from __future__ import annotations

import re

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.document import Line, Outline, TextBuilder
from kehoach.outline.sections import APPENDIX, MOTTO, NOTE, Part
from kehoach.plan import Appendix

Pending = tuple[Grid, str | None, str | None, int | None]


def place_appendices(result: Outline, parts: list[Part], builder: TextBuilder) -> list[Pending]:
    """Append the lines of the appendices; returns their tables (grid, caption, no block, number of the appendix)."""
    tables: list[Pending] = []
    lines: list[Line] = []
    titles: list[str] = []
    titled = False
    for part in parts:
        if isinstance(part, Grid):
            titled = True
            tables.append((part, lines[-1].text if lines else None, None, len(result.appendices) if lines else None))
            continue
        if _opens(part, bool(lines), titled):
            _close(result, titles, lines)
            lines, titles, titled = [], [], False
        line = builder.add((part.label + " " if part.label else "") + part.text, part.page)
        result.appendix_lines.append(line)
        lines.append(line)
        if not titled and _is_title(part, titles):
            titles.append(part.text)
        else:
            titled = True
        if len(lines) == 1:
            page = part.page
            result.appendices.append(Appendix(title=part.text, span=line.span, page=page))
    _close(result, titles, lines)
    return [(g, c, b, a - 1 if a else a) for g, c, b, a in tables]


#: A form for those who are to write one
SAMPLE = re.compile(r"(?<!\w)(?:mẫu|đề cương|phụ lục)(?!\w)", re.IGNORECASE)
NEAR = 8  # lines before the type of a document


def holds_further_plan(result: Outline) -> bool:
    """Does another plan with its own letterhead follow the foot, which is not read?"""
    lines = [line.text.strip() for line in result.appendix_lines]
    types = [at for at, line in enumerate(lines) if line.strip(" :") == "KẾ HOẠCH"]
    if not types or not MOTTO.search(" ".join(result.text[result.appendix_lines[0].span[0] :].split())):
        return False
    return any(not any(map(SAMPLE.search, lines[max(0, at - NEAR) : at])) for at in types)


def _opens(part: Paragraph, begun: bool, titled: bool) -> bool:
    return not begun or (titled and APPENDIX.match(part.text) is not None and len(part.text) < 160)


def _is_title(part: Paragraph, titles: list[str]) -> bool:
    if NOTE.match(part.text) or len(titles) >= 5 or re.match(r"^\(.*\)$", part.text):
        return False
    return not titles or part.align == "center" or part.text.isupper() or bool(part.bold and len(part.text) < 200)


def _close(result: Outline, titles: list[str], lines: list[Line]) -> None:
    if lines:
        result.appendices[-1] = result.appendices[-1].model_copy(
            update={"title": " ".join(titles) or lines[0].text, "span": (lines[0].span[0], lines[-1].span[1])}
        )
