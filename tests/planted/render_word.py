"""A planted plan as .docx in the form of Nghị định 30/2020: letterhead and foot in tables without borders.

``automatic`` leaves the numbers to Word, as most offices do: the text of a paragraph then holds no label, and only
the numbering definitions tell it. Labels that Word cannot count (``đ)``, ``Phần thứ nhất``) are typed in both.
"""

from __future__ import annotations

import io
import re
from typing import Any, Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .facts import PlantedBlock, PlantedPlan, PlantedTable, Signature
from .layout import body_lines, is_part, motto, recipients_lines

CENTRE, LEFT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
LEVELS = {
    "roman": (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")),
    "parts": (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")),
    "letters": (("upperLetter", "%1."), ("upperRoman", "%2."), ("decimal", "%3."), ("lowerLetter", "%4)")),
    "arabic": (("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)")),
}


def as_docx(plan: PlantedPlan, numbering: Literal["typed", "automatic"] = "typed") -> bytes:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    _letterhead(document, plan)
    _paragraph(document, "KẾ HOẠCH", CENTRE, bold=True)
    _paragraph(document, plan.header.title, CENTRE, bold=True)
    numbers = _Numbers(document, plan) if numbering == "automatic" else None
    for block in plan.blocks:
        _block(document, block, numbers)
        if block.table:
            _table(document, block.table)
    _foot(document, plan)
    if plan.appendix:
        document.add_page_break()
        _paragraph(document, "PHỤ LỤC", CENTRE, bold=True)
        _paragraph(document, plan.appendix.title or "", CENTRE, bold=True)
        _table(document, plan.appendix)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraph(
    holder: Any, text: str, align: Any = BOTH, bold: bool = False, italic: bool = False, size: int = 14
) -> Any:
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    return paragraph


def _cell(cell: Any, lines: list[tuple[str, bool]], align: Any = CENTRE, size: int = 13) -> None:
    """Lines of a letterhead or foot cell, bold or not; the cell's own first paragraph is used."""
    for n, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(size)


def _letterhead(document: Any, plan: PlantedPlan) -> None:
    head = plan.letterhead
    if not head:
        return
    table = document.add_table(rows=2, cols=2)
    lines = body_lines(head)
    _cell(table.cell(0, 0), [(line, n > 0 or len(lines) == 1) for n, line in enumerate(lines)])
    _cell(table.cell(0, 1), [(line, True) for line in motto(head)])
    _cell(table.cell(1, 0), [(head.number_line, False)])
    _cell(table.cell(1, 1), [(head.date_line, False)])
    document.add_paragraph()


def _foot(document: Any, plan: PlantedPlan) -> None:
    table = document.add_table(rows=1, cols=2)
    _cell(table.cell(0, 0), [("Nơi nhận:", True), *((line, False) for line in recipients_lines(plan))], LEFT, 11)
    _cell(table.cell(0, 1), _signature(plan.signature))


def _signature(signature: Signature) -> list[tuple[str, bool]]:
    return [*((line, True) for line in signature.lines), ("", False), ("", False), (signature.name, True)]


def _table(document: Any, planted: PlantedTable) -> None:
    """A ruled task table whose head row repeats over pages."""
    table = document.add_table(rows=0, cols=len(planted.header))
    table.style = "Table Grid"
    for n, row in enumerate((planted.header, *planted.rows)):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            _cell(cell, [(text, n == 0)], CENTRE if n == 0 else LEFT, 12)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)


def _block(document: Any, block: PlantedBlock, numbers: _Numbers | None) -> None:
    if is_part(block):
        _paragraph(document, block.label, CENTRE, bold=True)
        _paragraph(document, block.text, CENTRE, bold=True)
        return
    counted = numbers.level_of(block) if numbers else None
    label = f"{block.label} " if block.label and counted is None else ""
    paragraph = _paragraph(
        document,
        label + block.text,
        bold=block.heading and block.label not in ("-", "+"),
        italic=block.depth == 0 and block.text.startswith("Căn cứ"),
    )
    paragraph.paragraph_format.first_line_indent = Mm(10)
    if numbers and counted is not None:
        numbers.apply(paragraph, *counted)


class _Numbers:
    """The numbering part: one list of many levels for the outline, one of bullets for dashes and one for pluses."""

    def __init__(self, document: Any, plan: PlantedPlan) -> None:
        self.root = document.part.numbering_part.element
        self.base = 2 if plan.numbering == "parts" else 1
        self.levels = LEVELS[plan.numbering]
        dotted = not any(re.fullmatch(r"\d+\.\d+", b.label or "") for b in plan.blocks)
        texts = [(form, text if dotted or text != "%1.%2." else "%1.%2") for form, text in self.levels]
        self.outline = self._list(90, texts)
        self.bullets = {"-": self._list(91, [("bullet", "-")]), "+": self._list(92, [("bullet", "+")])}
        self.typed = self._typed(plan)

    def _typed(self, plan: PlantedPlan) -> set[int]:
        """Blocks of lists with ``đ)``: Word would count on to ``e)``, so whole lists are typed."""
        found: set[int] = set()
        if any(b.label == "Đ." for b in plan.blocks):  # Word goes from D. to E.; lower levels restart with these
            return {id(b) for b in plan.blocks if b.label not in ("-", "+")}
        run: list[PlantedBlock] = []
        for block in (*plan.blocks, PlantedBlock("a)", -1, "")):
            if block.label == "a)":
                if any(b.label == "đ)" for b in run):
                    found |= {id(b) for b in run}
                run = []
            if block.label and re.fullmatch(r"[a-zđ]\)", block.label):
                run.append(block)
        return found

    def _list(self, number: int, levels: list[tuple[str, str]]) -> int:
        """A new abstract list and its number; abstract lists must stand before the numbers."""
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), str(number))
        kind = OxmlElement("w:multiLevelType")
        kind.set(qn("w:val"), "multilevel")
        abstract.append(kind)
        for n, (form, text) in enumerate(levels):
            level = OxmlElement("w:lvl")
            level.set(qn("w:ilvl"), str(n))
            for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:suff", "space"), ("w:lvlText", text)):
                child = OxmlElement(tag)
                child.set(qn("w:val"), value)
                level.append(child)
            abstract.append(level)
        self.root.insert(0, abstract)
        num = OxmlElement("w:num")
        num.set(qn("w:numId"), str(number))
        link = OxmlElement("w:abstractNumId")
        link.set(qn("w:val"), str(number))
        num.append(link)
        self.root.append(num)
        return number

    def level_of(self, block: PlantedBlock) -> tuple[int, int] | None:
        """(list, level) of a block that Word is to number; None for what is typed or has no label."""
        if block.label in self.bullets:
            return self.bullets[block.label], 0
        if not block.label or is_part(block) or id(block) in self.typed:
            return None
        level = block.depth - self.base
        return (self.outline, level) if level < len(self.levels) else None

    def apply(self, paragraph: Any, number: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number
