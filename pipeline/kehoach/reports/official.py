"""``Draft`` → the Word file in the official form (NĐ 30/2020/NĐ-CP, Phụ lục I), with open questions as comments.

All form is in named styles, whose measures an office may replace (``templates/official/measures.toml``); numbering is
text, so that it survives copying. Each paragraph carries a bookmark with the id of its block, by which a file that was
edited finds its lineage again (``drafts/updates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table
from docx.text.paragraph import Paragraph

from kehoach.draft import OPEN, Draft, Question
from kehoach.drafts.updates import BOOKMARK, WRITTEN
from kehoach.plan import Block, Plan
from kehoach.reports.annex import annex_rows, left_out_rows
from kehoach.reports.official_styles import measures, set_up
from kehoach.reports.package import timeless
from kehoach.reports.sheet import Letterhead, foot_of, is_title, letterhead_of
from kehoach.reports.vietnamese import clean

AUTHOR, INITIALS = "Kehoach", "KH"


def official(
    draft: Draft, *, clean_copy: bool = False, trace: Plan | None = None, templates: Path | None = None
) -> bytes:
    """The draft as the bytes of a ``.docx`` file.

    clean_copy  without comments and highlights, for signing
    trace       the parent plan, for an annex that shows for each paragraph its clause of the parent and the rule
    templates   a folder whose ``measures.toml`` takes the place of the one in this package
    """
    form = measures(templates)
    word = Document()
    set_up(word, form, draft.plan.header.title or "")
    writer = _Writer(
        word, draft, clean_copy, float(form["page"]["width"] - form["page"]["left"] - form["page"]["right"])
    )
    writer.letterhead(letterhead_of(draft.plan))
    writer.body()
    writer.foot()
    if trace and not clean_copy:
        writer.annex(trace)
    _remember(word, [b.id for b in draft.plan.blocks])
    out = BytesIO()
    word.save(out)
    return timeless(out.getvalue())


def _remember(word: WordDocument, ids: list[str]) -> None:
    """The ids of all blocks as a custom property: an update tells by them what was deleted from what is new."""
    props = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="{props}" xmlns:vt="{types}">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{WRITTEN}">'
        f"<vt:lpwstr>{' '.join(ids)}</vt:lpwstr></property></Properties>"
    )
    content = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    package = word.part.package
    part = Part(PackURI("/docProps/custom.xml"), content, xml.encode(), package)
    package.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties")


class _Writer:
    """Writes the parts of a draft into a Word document one below the other."""

    def __init__(self, word: WordDocument, draft: Draft, clean_copy: bool, width: float) -> None:
        self.word = word
        self.draft = draft
        self.clean_copy = clean_copy
        self.width = width
        self.bookmarks = 0
        self.questions: dict[str | None, list[Question]] = {}
        for question in draft.open:
            self.questions.setdefault(question.block, []).append(question)
            for block in question.blocks[1:]:
                self.questions.setdefault(block, []).append(question)

    def letterhead(self, head: Letterhead) -> None:
        """Issuer and motto side by side, number and date below them, then type and title."""
        table = self._table(2, (0.39, 0.61))
        left, right = table.cell(0, 0), table.cell(0, 1)
        lines = [(line, "KH Cơ quan chủ quản") for line in head.superior] + [
            (line, "KH Cơ quan ban hành") for line in head.issuer
        ]
        self._fill(left, [*lines, ("", "KH Kẻ cơ quan")])
        self._fill(right, [(head.motto[0], "KH Quốc hiệu"), (head.motto[1], "KH Tiêu ngữ"), ("", "KH Kẻ tiêu ngữ")])
        self._fill(table.cell(1, 0), [(_wide(head.number), "KH Số và ký hiệu")])
        self._fill(table.cell(1, 1), [(_wide(head.place_and_date), "KH Địa danh và thời gian")])
        for each in self.word.element.body.findall(qn("w:p")):
            self.word.element.body.remove(each)
        self.word.add_paragraph(head.document_type, style="KH Tên loại")
        title = self.word.add_paragraph(style="KH Trích yếu")
        self._write(
            title,
            head.title,
            [q for q in self.questions.get(None, []) if q.about in ("name", "header") and q.parent_quote],
        )
        self.word.add_paragraph(style="KH Kẻ trích yếu")
        header = [q for q in self.questions.get(None, []) if q.about == "header" and not q.parent_quote]
        self._comment(table.cell(1, 0).paragraphs[0], header)

    def body(self) -> None:
        """The blocks, each a paragraph with its bookmark and its questions."""
        first = next((i for i, b in enumerate(self.draft.plan.blocks) if b.depth > 0), 0)
        above = {block.parent for block in self.draft.plan.blocks}
        for i, block in enumerate(self.draft.plan.blocks):
            style = _style_of(block, preamble=i < first, opens=block.id in above)
            known = style in self.word.styles  # the measures of an office may be of before a style came
            paragraph = self.word.add_paragraph(style=style if known else "KH Thân bài")
            text = f"{block.label} {block.text}" if block.label else block.text
            self._write(paragraph, text, self.questions.get(block.id, []), block.id)
            self._bookmark(paragraph, block.id)

    def foot(self) -> None:
        """Recipients on the left, signature on the right: one piece, on the page of the end of the text."""
        foot = foot_of(self.draft.plan)
        for paragraph in [*self.word.paragraphs[-1:], self.word.add_paragraph(style="KH Ô bảng")]:
            paragraph.paragraph_format.keep_with_next = True
        table = self._table(1, (0.5, 0.5))
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        received = [("Nơi nhận:", "KH Nơi nhận")]
        received += [
            (f"- {line}{'.' if line.startswith('Lưu') else ';'}", "KH Danh sách nơi nhận") for line in foot.recipients
        ]
        self._fill(table.cell(0, 0), received)
        signed = [(line, "KH Quyền hạn và chức vụ") for line in foot.signing]
        self._fill(table.cell(0, 1), [*signed, *[("", "KH Họ và tên")] * 4, (foot.name or "", "KH Họ và tên")])
        unknown = [q for q in self.questions.get(None, []) if q.about == "name" and not q.parent_quote]
        self._comment(table.cell(0, 1).paragraphs[len(signed) - 1], unknown)

    def annex(self, parent: Plan) -> None:
        """The trace for the leader: it is no part of the plan and is taken out before signing."""
        self.word.add_section(WD_SECTION.NEW_PAGE)
        self.word.add_paragraph("Phụ lục", style="KH Phụ lục")
        self.word.add_paragraph("BẢNG ĐỐI CHIẾU VỚI KẾ HOẠCH CẤP TRÊN", style="KH Phụ lục")
        self._grid(
            ("Nội dung dự thảo", "Kế hoạch cấp trên", "Cách chuyển"), annex_rows(self.draft, parent), (0.4, 0.4, 0.2)
        )
        self.word.add_paragraph("CÁC MỤC KHÔNG CHUYỂN", style="KH Phụ lục")
        self._grid(("Kế hoạch cấp trên", "Lý do"), left_out_rows(self.draft, parent), (0.65, 0.35))

    # -- pieces ------------------------------------------------------------------------------------------------------

    def _write(self, paragraph: Paragraph, text: str, questions: list[Question], block: str | None = None) -> None:
        """Text with its open places set off; the n-th question stands at the n-th open place, the rest at the end."""
        pieces = re.split(rf"({re.escape(OPEN)})", clean(text))
        places = []
        for piece in filter(None, pieces):
            run = paragraph.add_run(piece)
            if piece == OPEN and not self.clean_copy:
                run.style = "KH Chỗ trống"
                places.append(run)
        if self.clean_copy:
            return
        runs = paragraph.runs
        for i, question in enumerate(questions):
            self._note(places[i] if i < len(places) else (places or runs)[-1], question, block)

    def _comment(self, paragraph: Paragraph, questions: list[Question]) -> None:
        if not self.clean_copy and paragraph.runs:
            for question in questions:
                self._note(paragraph.runs[-1], question, question.block)

    def _note(self, run: Any, question: Question, block: str | None) -> None:  # noqa: ANN401  # python-docx has no types
        text = question.message
        if block != question.block:  # asked once, above
            shared = f"Trả lời chung tại câu hỏi {question.id}."
            self.word.add_comment(run, text=shared, author=AUTHOR, initials=INITIALS)
            return
        if question.parent_quote:
            text += f"\nKế hoạch cấp trên: “{clean(question.parent_quote)}”"
        if question.options:
            text += f"\nCó thể chọn: {'; '.join(question.options)}"
        self.word.add_comment(run, text=f"{clean(text)} (câu hỏi {question.id})", author=AUTHOR, initials=INITIALS)

    def _bookmark(self, paragraph: Paragraph, block: str) -> None:
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(1000 + self.bookmarks))
        start.set(qn("w:name"), f"{BOOKMARK}{block.replace('-', '_')}")
        first = paragraph._p.find(qn("w:r"))
        if first is not None:
            first.addprevious(start)
        paragraph._p.append(end)

    def _table(self, rows: int, shares: Iterable[float]) -> Table:
        shares = tuple(shares)
        table: Table = self.word.add_table(rows, len(shares))
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Length(int(Mm(self.width * share)))
            for cell in column.cells:
                cell.width = column.width
        return table

    def _fill(self, cell: Any, lines: list[tuple[str, str]]) -> None:  # noqa: ANN401  # python-docx has no types
        for i, (text, style) in enumerate(lines):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            paragraph.style = style
            if text:
                paragraph.add_run(clean_line(text))

    def _grid(self, head: tuple[str, ...], rows: list[tuple[str, ...]], shares: tuple[float, ...]) -> None:
        table = self._table(1 + len(rows), shares)
        table.style = "Table Grid"
        for line, row in zip(table.rows, [head, *rows], strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                self._fill(cell, [(text, "KH Ô bảng")])
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell in table.rows[0].cells:
            cell.paragraphs[0].runs[0].bold = True


def _wide(line: str) -> str:
    """Room to write a number or day by hand where it is still blank."""
    return re.sub(r"(?<=ngày) (?=tháng)", " " * 8, re.sub(r"(?<=Số:) ?(?=/)", " " * 8, line))


def clean_line(text: str) -> str:
    """One line without control characters; blanks for what is filled in by hand stay."""
    return "".join(c for c in text if c.isprintable())


def _style_of(block: Block, *, preamble: bool, opens: bool) -> str:
    """The style of a block; ``opens`` tells that others stand below it."""
    if preamble:
        return "KH Căn cứ" if re.match(r"(?:Căn cứ|Thực hiện|Theo|Xét)\s", block.text) else "KH Thân bài"
    if is_title(block):
        return "KH Mục" if block.depth == 1 else "KH Khoản có tiêu đề"
    return "KH Đoạn dẫn" if opens or block.heading else "KH Thân bài"
