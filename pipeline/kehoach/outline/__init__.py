"""``Source`` → ``Outline``: the parts of a document, the text that all spans point into, and the tree of blocks."""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.ingest.source import Footnote, Grid, Paragraph, Source
from kehoach.outline.appendices import place_appendices
from kehoach.outline.blocks import build_blocks
from kehoach.outline.document import Decision, Line, Outline, PlacedTable, TextBuilder, table_lines
from kehoach.outline.foot import foot_lines, signs
from kehoach.outline.frames import with_whole_tables, without_frames
from kehoach.outline.headings import Entry
from kehoach.outline.join import cut_long, join_broken
from kehoach.outline.labels import as_label, split_label
from kehoach.outline.sections import Part, Sections, divide
from kehoach.plan import Span

__all__ = ["Line", "Outline", "outline"]


def outline(source: Source) -> Outline:
    """Divide and place a document. Never fails on odd structure: what is not understood stays a plain block."""
    parts, notes = split_notes(
        [part for part in with_whole_tables(without_frames(source.parts)) if not _is_ornament(part)]
    )
    joined = [piece for part, inner in join_broken(parts) for piece in cut_long(part, inner)]
    breaks = {id(part): inner for part, inner in joined}
    sections = divide([part for part, _ in joined])
    builder = TextBuilder()
    result = Outline(scanned=source.ocr)
    ruled_for, ruled_by = _place_head(result, sections, builder)
    entries, spans, tables = _place_body(sections.body, builder, breaks)
    result.blocks = build_blocks(entries, spans)
    recipients, signature = _place_foot(sections.foot, builder)
    result.recipients = recipients or ruled_for
    result.signature = signature if any(signs(line.text) for line in signature) else ruled_by or signature
    pending = place_appendices(result, sections.rest, builder)
    pending = [
        (grid, caption, result.blocks[at].id if at is not None else None, None) for grid, caption, at in tables
    ] + pending
    for grid, caption, block, appendix in pending:
        lines = table_lines(builder, grid)
        result.tables.append(PlacedTable(grid.rows, lines, grid.page, caption, block, appendix, grid.merged))
    result.footnotes = [builder.add(note.text, note.page) for note in [*source.footnotes, *notes]]
    result.text = builder.text()
    result.page_starts = builder.page_starts(source.pages)
    return result


#: Lines drawn with signs (`-----`, `* * *`), and bars that a table lost
ORNAMENT = re.compile(r"[\s\-–—_=*.~|]+")


def _is_ornament(part: Part) -> bool:
    return isinstance(part, Paragraph) and not part.label and ORNAMENT.fullmatch(part.text) is not None


NOTE = re.compile(r"^\[(?P<mark>\d{1,3})\]\s*(?=\S)")


def split_notes(parts: list[Part]) -> tuple[list[Part], list[Footnote]]:
    """Footnotes that a text file carries at its end (``[1] …``), taken off."""
    end = len(parts)
    while end and isinstance(part := parts[end - 1], Paragraph) and NOTE.match(part.text):
        end -= 1
    notes = []
    for part in parts[end:]:
        assert isinstance(part, Paragraph)
        match = NOTE.match(part.text)
        notes.append(Footnote(match["mark"] if match else "", part.text[match.end() if match else 0 :], part.page))
    return parts[:end], notes


def _add_lines(parts: list[Part], builder: TextBuilder) -> list[Line]:
    """Append paragraphs, and the lines of table cells column by column (a letterhead's left column is the issuer)."""
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Paragraph):
            lines.append(builder.add(part.text, part.page))
        else:
            for column in zip(*part.rows, strict=True):
                lines += [builder.add(line, part.page) for cell in column for line in cell.split("\n") if line.strip()]
    return lines


def _place_foot(parts: list[Part], builder: TextBuilder) -> tuple[list[Line], list[Line]]:
    """Append recipients and signature lines of a foot."""
    recipients, signature = foot_lines(parts)
    return [builder.add(*line) for line in recipients], [builder.add(*line) for line in signature]


def _place_head(result: Outline, sections: Sections, builder: TextBuilder) -> tuple[list[Line], list[Line]]:
    """Append what stands above the body; returns recipients and signature of the promulgating decision."""
    recipients: list[Line] = []
    signature: list[Line] = []
    if sections.decision_type:
        letterhead = _add_lines(sections.decision_letterhead, builder)
        kind = builder.add(sections.decision_type.text, sections.decision_type.page)
        result.decision = Decision(letterhead, kind, _add_lines(sections.decision, builder))
        recipients, signature = _place_foot(sections.decision_foot, builder)
    result.letterhead = _add_lines(sections.letterhead, builder)
    if sections.document_type:
        result.document_type = builder.add(sections.document_type.text, sections.document_type.page)
    if sections.title:
        result.title = builder.add(" ".join(p.text for p in sections.title), sections.title[0].page)
    result.notes = [builder.add(p.text, p.page) for p in sections.notes]
    return recipients, signature


#: `Bảng 1. Các lớp tập huấn`, `(Đơn vị tính: triệu đồng)`: the title of a table
CAPTION = re.compile(
    r"(?:Bảng|Biểu)(?:\s+số)?\s+\d+(?:\.\d+)?\s*[.:–-]\s|\(?(?:Đơn vị(?: tính)?|ĐVT)\s*:", re.IGNORECASE
)
LONGEST_CAPTION = 200  # characters


def _captions(parts: list[Part]) -> dict[int, str]:
    """The number of each part that is the title of the table below it, and of the table → the title."""
    found: dict[int, str] = {}
    for at, part in enumerate(parts):
        first = at
        while first and isinstance(part, Grid) and _is_caption(parts[first - 1]):
            first -= 1
        if first < at:
            title = " ".join(p.text for p in parts[first:at] if isinstance(p, Paragraph))
            found |= dict.fromkeys(range(first, at + 1), title)
    return found


def _is_caption(part: Part) -> bool:
    if not isinstance(part, Paragraph) or part.label or len(part.text) >= LONGEST_CAPTION:
        return False
    return CAPTION.match(part.text) is not None


def _place_body(
    parts: list[Part], builder: TextBuilder, breaks: dict[int, list[tuple[int, int]]]
) -> tuple[list[Entry], list[Span], list[tuple[Grid, str | None, int | None]]]:
    """Entries of the body with their spans, and its tables with the caption and number of the entry before them; a
    sentence that announces the table stands before its own caption.
    """
    entries: list[Entry] = []
    spans: list[Span] = []
    tables: list[tuple[Grid, str | None, int | None]] = []
    captions = _captions(parts)
    for at, part in enumerate(parts):
        if isinstance(part, Grid):
            if entries:
                entries[-1].table_follows = True
            above = entries[-1].text if entries else ""
            announced = above if at not in captions or above.endswith(":") else ""
            title = " ".join(filter(None, (announced, captions.get(at)))) or None
            tables.append((part, title, len(entries) - 1 if entries else None))
            continue
        if at in captions:
            builder.add(part.text, part.page)
            continue
        label, text = (as_label(part.label), part.text) if part.label else split_label(part.text)
        line = builder.add(text, part.page)
        for offset, page in breaks.get(id(part), []):
            builder.page_at(page, max(line.span[0], line.span[0] + offset - (len(part.text) - len(text))))
        entries.append(Entry(text, label, part.page, part.bold, part.confidence))
        spans.append(line.span)
    for before, entry in pairwise(entries):
        before.has_bullets = bool(entry.label and entry.label.style.startswith("bullet"))
    return entries, spans, tables
