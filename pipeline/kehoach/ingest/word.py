"""Word documents (``.docx``, ``.docm``) → ``Source``: the text that a reader of the printed final version sees.

Goes in: the bytes. Comes out: paragraphs and tables in reading order, with automatic numbers as labels; tracked changes
as accepted; hidden text, field codes, comments, running heads and feet left out; text boxes at their anchor.
The XML is read with lxml directly, see ``word_package``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kehoach.errors import ReadError
from kehoach.ingest.runs import MOST_COLUMNS, Draft, Run, cell_text, framed, letters_of, rectangle, unpacked
from kehoach.ingest.source import Footnote, Grid, Limits, Paragraph, Source, digest
from kehoach.ingest.word_inline import (
    CELL,
    CHUNK,
    ROW,
    TABLE,
    Inline,
    Inside,
    Note,
    P,
    has_pictures,
    pieces_of,
    reach,
    style_of,
)
from kehoach.ingest.word_layout import layout_of
from kehoach.ingest.word_lists import int_of, numbering_of
from kehoach.ingest.word_numbering import spell
from kehoach.ingest.word_package import DAMAGED, NO_DOCUMENT, Package, R, W
from kehoach.ingest.word_styles import Styles, is_on
from kehoach.plan import SourceError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LETTERHEAD = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐỘC\s+LẬP\s*[-–—]\s*TỰ\s+DO|^ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$",
    re.MULTILINE,
)
OPENING = 15  # parts among which a letterhead is looked for
FEW_LETTERS = 100  # a scanned page pasted into Word brings no more than a caption

NO_TEXT_PICTURES = "Tệp Word chỉ có ảnh (bản quét), gần như không có chữ. Hãy gửi bản PDF quét hoặc bản Word có chữ."
NO_TEXT = "Tệp Word không có chữ nào để đọc."
EMBEDDED = "Một phần của văn bản được chèn từ tệp khác và không đọc được. Hãy mở bằng Word, lưu lại thành .docx mới."

_SKIPPED_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(data: bytes, name: str, limits: Limits) -> Source:
    """Read a Word 2007+ document.

    Raises ``ReadError``: ``damaged``, ``encrypted``, ``too_large``, ``unsafe``. What can be read but not in full is
    told by ``Source.errors``: ``no_text`` (pictures of text), ``embedded`` (a part kept in another file).
    """
    try:
        return _Reader(Package(data, name, limits)).source(data)
    except ReadError:
        raise
    except Exception as error:  # a document that breaks the format's own rules may fail anywhere
        raise ReadError("damaged", DAMAGED, file=name) from error


def words(parts: list[Paragraph | Grid]) -> str:
    """All text of the parts, a line for each paragraph and cell line."""
    cells = [[p.text] if isinstance(p, Paragraph) else [cell for row in p.rows for cell in row if cell] for p in parts]
    return "\n".join(text for texts in cells for text in texts)


def has_letterhead(parts: list[Paragraph | Grid]) -> bool:
    """Does the motto or the Party's name stand in the parts?"""
    return LETTERHEAD.search(words(parts).upper()) is not None


class _Reader:
    """Reads one document; its lists, notes and fields count on from story to story."""

    def __init__(self, package: Package) -> None:
        self._package = package
        document = package.xml(package.main)
        body = document.find(W + "body") if document is not None else None
        if body is None:
            raise package.error("damaged", NO_DOCUMENT)
        self._body = body
        styles, numbering = self._part("styles"), self._part("numbering")
        self._numbering = numbering_of(numbering, styles)
        self._styles = Styles(styles, self._numbering)
        self._letters = letters_of(pieces_of(body, self._styles))
        self._inline = Inline(self._styles)
        self._errors: list[SourceError] = []

    def source(self, data: bytes) -> Source:
        """The whole document."""
        parts = self._story(self._body)
        if not has_letterhead(parts[:OPENING]):
            parts = self._letterhead() + parts
        footnotes = list(self._footnotes())
        letters = len(words(parts))
        if letters < FEW_LETTERS and has_pictures(self._body):
            self._errors.append(SourceError(code="no_text", message=NO_TEXT_PICTURES))
        elif not letters:
            self._errors.append(SourceError(code="no_text", message=NO_TEXT))
        return Source(
            self._package.name,
            digest(data),
            MEDIA_TYPE,
            parts,
            footnotes=footnotes,
            layout=layout_of(self._body, self._part("styles")),
            errors=self._errors,
        )

    def _part(self, kind: str) -> etree._Element | None:
        path = next((path for _, path in self._package.related(self._package.main, kind)), None)
        return self._package.xml(path or f"word/{kind}.xml")

    def _story(self, root: etree._Element) -> list[Paragraph | Grid]:
        self._inline.begin(root)
        return unpacked(self._items(root))

    def _items(self, parent: etree._Element) -> list[Draft | Grid]:
        """Paragraphs and tables below ``parent``. A paragraph whose mark is deleted or hidden runs on in the next."""
        items: list[Draft | Grid] = []
        carried: list[Run] = []
        for block in reach(parent, P, TABLE, CHUNK):
            if block.tag == P:
                inside = self._inline.read(block, style_of(block))
                items += self._boxes(inside.before)
                inside.runs = carried + inside.runs
                carried = []
                if self._runs_on(block):
                    carried = inside.runs
                else:
                    items.append(self._draft(block, inside))
                items += self._boxes(inside.after)
                continue
            items, carried = [*items, *([self._letters.settle(Draft(carried))] if carried else [])], []
            if block.tag == TABLE:
                items += self._table(block)
            else:
                self._errors.append(SourceError(code="embedded", message=EMBEDDED))
        return [*items, self._letters.settle(Draft(carried))] if carried else items

    def _draft(self, paragraph: etree._Element, inside: Inside) -> Draft:
        shape = self._styles.shape(paragraph.find(W + "pPr"), style_of(paragraph))
        label = self._numbering.label(shape.number, shape.level) if shape.number else None
        draft = Draft(inside.runs, shape.align, shape.indent, label, shape.level if label else None)
        return self._letters.settle(draft)

    def _runs_on(self, paragraph: etree._Element) -> bool:
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            return True
        return self._styles.look(mark, style_of(paragraph)).hidden

    def _boxes(self, boxes: list[etree._Element]) -> list[Draft | Grid]:
        return [item for box in boxes for item in self._items(box)]

    def _table(self, table: etree._Element) -> list[Draft | Grid]:
        """The table as a grid; what only lays out the page as the content of its cells."""
        rows: list[list[str]] = []
        merged: set[tuple[int, int]] = set()
        cells: list[list[list[Draft | Grid]]] = []
        for row in reach(table, ROW):
            properties = row.find(W + "trPr")
            if properties is not None and (properties.find(W + "del") is not None or is_on(properties, "hidden")):
                continue
            texts = [""] * _span(properties, "gridBefore", 0)
            cells.append([])
            for cell in reach(row, CELL):
                own = cell.find(W + "tcPr")
                if own is not None and own.find(W + "cellDel") is not None:
                    continue
                if _is_continued(own, "vMerge"):
                    merged.add((len(rows), len(texts)))
                hidden = _is_continued(own, "vMerge") or _is_continued(own, "hMerge")
                cells[-1].append([] if hidden else self._items(cell))
                texts += [cell_text(cells[-1][-1])] + [""] * (_span(own, "gridSpan", 1) - 1)
            rows.append(texts)
        content = framed(cells)
        if content is not None:
            return content
        grid = rectangle(rows, merged)
        return [grid] if grid else []

    def _letterhead(self) -> list[Paragraph | Grid]:
        """The letterhead from the head of the first page, where some templates keep it."""
        section = next(self._body.iter(W + "sectPr"), None)
        if section is None:
            return []
        paths = dict(self._package.related(self._package.main, "header"))
        heads = section.findall(W + "headerReference")
        references = {head.get(W + "type", "default"): head.get(R + "id", "") for head in heads}
        for kind in ("first", "default"):
            if kind == "first" and not is_on(section, "titlePg"):
                continue
            root = self._package.xml(paths.get(references.get(kind, ""), ""))
            parts = self._story(root) if root is not None else []
            if has_letterhead(parts):
                return parts
        return []

    def _footnotes(self) -> Iterator[Footnote]:
        """The notes that the final text refers to, in the order of their references."""
        roots = {kind: self._part(kind + "s") for kind in ("footnote", "endnote")}
        notes = {
            (kind, e.get(W + "id", "")): e
            for kind, root in roots.items()
            if root is not None
            for e in root.iterfind(W + kind)
            if e.get(W + "type") not in _SKIPPED_NOTES
        }
        marks = {kind: _Marks(kind, self._body, self._part("settings")) for kind in roots}
        references, self._inline.notes = self._inline.notes, []
        for note in references:
            element = notes.get((note.kind, note.id))
            if element is None:
                continue
            mark = marks[note.kind].next(note)
            self._inline.begin(element)
            text = " ".join(cell_text(self._items(element)).split("\n"))
            if text:
                yield Footnote(mark, text)


class _Marks:
    """Counts the notes of a kind in the number format of the document."""

    def __init__(self, kind: str, body: etree._Element, settings: etree._Element | None) -> None:
        self._format, self._next = ("decimal" if kind == "footnote" else "lowerRoman"), 1
        stated = [] if settings is None else [settings.find(f"{W}{kind}Pr")]
        stated += [section.find(f"{W}{kind}Pr") for section in body.iter(W + "sectPr")][:1]
        for properties in stated:
            if properties is not None:
                style, start = properties.find(W + "numFmt"), properties.find(W + "numStart")
                self._format = style.get(W + "val", self._format) if style is not None else self._format
                self._next = int_of(start, W + "val", self._next)

    def next(self, note: Note) -> str:
        """The mark of the next note; one that the writer chose does not count."""
        if note.mark:
            return note.mark.strip()
        self._next += 1
        return spell(self._next - 1, self._format)


def _is_continued(properties: etree._Element | None, tag: str) -> bool:
    """Is the cell the further part of one merged from above (``vMerge``) or from the left (``hMerge``)?"""
    element = properties.find(W + tag) if properties is not None else None
    return element is not None and element.get(W + "val", "continue") == "continue"


def _span(properties: etree._Element | None, tag: str, default: int) -> int:
    element = properties.find(W + tag) if properties is not None else None
    return max(default, min(int_of(element, W + "val", default), MOST_COLUMNS))
