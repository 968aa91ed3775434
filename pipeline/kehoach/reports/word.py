"""``Summary`` → a Word document of one A4 page."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from kehoach.reports.package import timeless
from kehoach.reports.page import FACT_SHARES, Cell, Section, Summary
from kehoach.reports.vietnamese import UNKNOWN

WIDTH = Mm(182)
FONT = "Times New Roman"
ALL_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")  # in the order of the schema
INK, MUTED, LINE, SHADE = RGBColor(0x12, 0x35, 0x5B), RGBColor(0x4A, 0x55, 0x63), "C5CCD4", "EEF2F6"


def document(summary: Summary) -> bytes:
    """The summary as the bytes of a ``.docx`` file."""
    word = Document()
    _set_up(word, summary)
    letterhead = _table(word, [0.6, 0.4])
    _write(letterhead.cell(0, 0).paragraphs[0], summary.issuer, bold=True)
    number = letterhead.cell(0, 1).paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    number.add_run("Số: ")
    _write(number, summary.number)
    word.add_paragraph(summary.heading, style="Title")
    _write(word.add_paragraph(style="Subtitle"), summary.title, bold=True)
    for notice in summary.notices:
        paragraph = word.add_paragraph()
        paragraph.add_run("Lưu ý: ").bold = True
        paragraph.add_run(notice)
    _facts(word, summary)
    for section in summary.sections:
        word.add_paragraph(section.title, style="Heading 1")
        _section(word, section)
    origin = word.add_paragraph()
    origin.paragraph_format.space_before = Pt(5)
    words = origin.add_run(summary.origin)
    words.font.size, words.font.color.rgb = Pt(8), MUTED
    out = BytesIO()
    word.save(out)
    return timeless(out.getvalue())


def _set_up(word: WordDocument, summary: Summary) -> None:
    """A4 with narrow margins, the fonts of official documents, and the properties of the file."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(14)
    page.top_margin = page.bottom_margin = Mm(12)
    _style(word, "Normal", 9.5)
    _style(word, "Title", 13, before=4, color=INK, centred=True)
    _style(word, "Subtitle", 10.5, after=4, centred=True)
    _style(word, "Heading 1", 10, before=4, after=1, color=INK)
    _style(word, "List Bullet", 9.5)
    word.core_properties.title = (summary.title.text or summary.heading)[:255]
    word.core_properties.author = "Kehoach"
    word.core_properties.comments = ""
    word.core_properties.language = "vi-VN"


def _style(
    word: WordDocument,
    name: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    color: RGBColor | None = None,
    centred: bool = False,
) -> None:
    """Set the font and spacing of a built-in style; what has a color is a heading, thus bold."""
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
    style.font.bold = color is not None or None
    style.font.color.rgb = color or RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), FONT)
    fonts.set(qn("w:cs"), FONT)
    for path in ("w:pPr/w:pBdr", "w:rPr/w:spacing", "w:rPr/w:kern"):  # lines and letter spacing of the default template
        for element in style.element.xpath(path):
            element.getparent().remove(element)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0
    if centred:
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _write(paragraph: Paragraph, cell: Cell, *, bold: bool = False, unknown: str = UNKNOWN) -> None:
    """Append the cell's words, and its note in italics."""
    words = paragraph.add_run(cell.text or unknown)
    words.bold = bold or None
    if not cell.text:
        words.italic, words.font.color.rgb = True, MUTED
    if cell.note:
        note = paragraph.add_run(f" {cell.remark}")
        note.italic, note.font.color.rgb = True, MUTED


def _facts(word: WordDocument, summary: Summary) -> None:
    """Labels and values, two pairs a line."""
    table = _table(word, FACT_SHARES * 2, rows=(len(summary.facts) + 1) // 2, border=("top", "bottom"))
    for i, (label, cell) in enumerate(summary.facts):
        row, column = divmod(i, 2)
        table.cell(row, 2 * column).paragraphs[0].add_run(label).font.color.rgb = MUTED
        _write(table.cell(row, 2 * column + 1).paragraphs[0], cell)


def _section(word: WordDocument, section: Section) -> None:
    if not section.rows:
        _rest(word.add_paragraph(), section.nothing)
    elif section.columns:
        _grid(word, section)
        if section.more:
            _rest(word.add_paragraph(), section.rest)
    else:
        _entries(word, section)


def _entries(word: WordDocument, section: Section) -> None:
    """Rows as running text, or as a list; what was left out is told last."""
    paragraph = word.add_paragraph(style=None if section.inline else "List Bullet")
    for i, row in enumerate(section.rows):
        if i and section.inline:
            paragraph.add_run("; ")
        elif i:
            paragraph = word.add_paragraph(style="List Bullet")
        for j, cell in enumerate(row):
            paragraph.add_run(": " if j else "")
            _write(paragraph, cell)
    if section.more and section.inline:
        _rest(paragraph, f"; {section.rest}")
    elif section.more:
        _rest(word.add_paragraph(style="List Bullet"), section.rest)


def _rest(paragraph: Paragraph, words: str) -> None:
    run = paragraph.add_run(words)
    run.italic, run.font.color.rgb = True, MUTED


def _grid(word: WordDocument, section: Section) -> None:
    """A ruled table whose first row is its header, repeated on a further page."""
    table = _table(word, section.shares, rows=1 + len(section.rows), border=ALL_SIDES)
    for target, column in zip(table.rows[0].cells, section.columns, strict=True):
        target.paragraphs[0].add_run(column).bold = True
        target._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=SHADE))
    table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader"))
    for line, row in zip(list(table.rows)[1:], section.rows, strict=True):
        line._tr.get_or_add_trPr().append(_element("cantSplit"))
        for target, cell in zip(line.cells, row, strict=True):
            _write(target.paragraphs[0], cell, unknown="–")


def _table(word: WordDocument, shares: Sequence[float], *, rows: int = 1, border: Sequence[str] = ()) -> Table:
    """A table over the width of the page with fixed columns, and lines at the sides that ``border`` names."""
    table: Table = word.add_table(rows, len(shares))
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        for cell in column.cells:
            cell.width = Length(int(WIDTH * share))
        column.width = Length(int(WIDTH * share))
    lines = [_element(side, val="single", sz="4", space="0", color=LINE) for side in border]
    margins = [_element(side, w="70", type="dxa") for side in ("left", "right")]
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    assert layout is not None  # written by ``autofit``; the schema fixes the order: borders, layout, margins
    layout.addprevious(_element("tblBorders", *lines))
    layout.addnext(_element("tblCellMar", *margins))
    return table


def _element(tag: str, *children: _Element, **attributes: str) -> _Element:
    """``<w:tag …>`` with ``children``."""
    element: _Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element
