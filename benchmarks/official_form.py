"""A plan's text → a PDF in the official form (NĐ 30/2020, Phụ lục I), through LibreOffice."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import _Cell

from kehoach.ingest import read
from kehoach.outline import Outline, outline

MOTTO = ("CỘNG HÒA", "Độc lập")


def as_pdfs(texts: list[Path], folder: Path) -> list[Path]:
    """Each text as ``folder/NAME.pdf``."""
    words = []
    for text in texts:
        words.append(folder / f"{text.stem}.docx")
        _word(outline(read(text))).save(str(words[-1]))
    return as_pdf(words, folder)


def as_pdf(words: list[Path], folder: Path) -> list[Path]:
    """Each Word file as ``folder/NAME.pdf``."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"),
                *("--outdir", str(folder), *map(str, words)),
            ],
            check=True,
            capture_output=True,
        )
    return [word.with_suffix(".pdf") for word in words]


def _word(parts: Outline) -> Docx:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)
    _letterhead(document, parts)
    for line, size in ((parts.document_type, 14), (parts.title, 14)):
        if line:
            _add(document.add_paragraph(), line.text, bold=True, size=size, align=ALIGN.CENTER)
    for block in parts.blocks:
        text = f"{block.label} {block.text}" if block.label else block.text
        bold = block.heading and (block.label or "-")[0] not in "-+*"
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        _add(paragraph, text, bold=bold, italic=block.text.startswith("Căn cứ "), align=ALIGN.JUSTIFY)
    _foot(document, parts)
    return document


def _add(
    paragraph: object,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 14,
    align: ALIGN = ALIGN.LEFT,
) -> None:
    paragraph.alignment = align  # type: ignore[attr-defined]
    run = paragraph.add_run(text)  # type: ignore[attr-defined]
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _page_number(paragraph: object) -> None:
    _add(paragraph, "", align=ALIGN.CENTER)
    run = paragraph.add_run()  # type: ignore[attr-defined]
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            part.text = text
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def _fill(cell: _Cell, lines: list[tuple[str, bool, bool, float]], align: ALIGN) -> None:
    for i, (text, bold, italic, size) in enumerate(lines):
        paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        _add(paragraph, text, bold=bold, italic=italic, size=size, align=align)


def _letterhead(document: Docx, parts: Outline) -> None:
    """The letterhead that the text has, else none: nothing is made up."""
    lines = [line.text for line in parts.letterhead]
    if not lines:
        return
    right = [t for t in lines if t.startswith(MOTTO) or "tháng" in t]
    table = document.add_table(1, 2)
    left = [(t, not t.startswith("Số"), False, 13) for t in lines if t not in right]
    _fill(table.cell(0, 0), left, ALIGN.CENTER)
    _fill(table.cell(0, 1), [(t, "tháng" not in t, "tháng" in t, 13) for t in right], ALIGN.CENTER)


def _foot(document: Docx, parts: Outline) -> None:
    table = document.add_table(1, 2)
    recipients = [(f"- {line.text};", False, False, 11.0) for line in parts.recipients]
    _fill(table.cell(0, 0), [("Nơi nhận:", True, True, 12.0), *recipients], ALIGN.LEFT)
    *heads, name = [line.text for line in parts.signature] or [""]
    signature = [(t, True, False, 14.0) for t in heads] + [("", False, False, 14.0)] * 4 + [(name, True, False, 14.0)]
    _fill(table.cell(0, 1), signature, ALIGN.CENTER)
