"""A planted plan as a digital PDF: two-column letterhead, page numbers at the top, paragraphs that flow over pages."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .facts import PlantedPlan, PlantedTable
from .layout import body_lines, is_part, motto, recipients_lines

FONTS = (Path("/usr/share/fonts/truetype/liberation2"), Path("/usr/share/fonts/truetype/liberation"))


@cache
def _fonts() -> str:
    """Times' metric twin (Debian: fonts-liberation2)."""
    folder = next((f for f in FONTS if (f / "LiberationSerif-Regular.ttf").exists()), None)
    if not folder:
        raise FileNotFoundError("LiberationSerif is missing: apt install fonts-liberation2")
    for name, part in (("Serif", "Regular"), ("Serif-B", "Bold"), ("Serif-I", "Italic"), ("Serif-BI", "BoldItalic")):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"LiberationSerif-{part}.ttf")))
    pdfmetrics.registerFontFamily("Serif", normal="Serif", bold="Serif-B", italic="Serif-I", boldItalic="Serif-BI")
    return "Serif"


def _style(size: float = 14, align: int = TA_JUSTIFY, indent: float = 0, before: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        "s",
        fontName=_fonts(),
        fontSize=size,
        leading=size * 1.3,
        alignment=align,
        firstLineIndent=indent,
        spaceBefore=before,
        spaceAfter=3,
    )


def as_pdf(plan: PlantedPlan) -> bytes:
    buffer = io.BytesIO()
    template = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=15 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        title=plan.header.title,
        invariant=1,
    )
    story = [
        *_letterhead(plan),
        Paragraph("<b>KẾ HOẠCH</b>", _style(align=TA_CENTER, before=8)),
        Paragraph(f"<b>{escape(plan.header.title)}</b>", _style(align=TA_CENTER)),
        Spacer(1, 8),
    ]
    for block in plan.blocks:
        text = escape(block.text)
        if is_part(block):
            story += [Paragraph(f"<b>{line}</b>", _style(align=TA_CENTER)) for line in (block.label, text)]
            continue
        line = f"{block.label} {text}" if block.label else text
        if block.heading and block.label not in ("-", "+"):
            line = f"<b>{line}</b>"
        elif block.depth == 0 and text.startswith("Căn cứ"):
            line = f"<i>{line}</i>"
        story.append(Paragraph(line, _style(indent=10 * mm)))
        if block.table:
            story += [_table(block.table), Spacer(1, 8)]
    story += _foot(plan)
    if plan.appendix:
        story += [
            PageBreak(),
            Paragraph("<b>PHỤ LỤC</b>", _style(align=TA_CENTER)),
            Paragraph(f"<b>{escape(plan.appendix.title or '')}</b>", _style(align=TA_CENTER)),
            Spacer(1, 6),
            _table(plan.appendix),
        ]
    template.build(story, onLaterPages=_page_number)
    return buffer.getvalue()


def _page_number(canvas: Any, template: Any) -> None:
    canvas.setFont(_fonts(), 13)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(template.page))


def _column(lines: list[str], size: float, align: int) -> list[Paragraph]:
    return [Paragraph(line or "&nbsp;", _style(size, align)) for line in lines]


def _letterhead(plan: PlantedPlan) -> list[Any]:
    head = plan.letterhead
    if not head:
        return []
    left = body_lines(head)
    bold = [escape(line) if n == 0 and len(left) > 1 else f"<b>{escape(line)}</b>" for n, line in enumerate(left)]
    rows = [
        [_column(bold, 12, TA_CENTER), _column([f"<b>{line}</b>" for line in motto(head)], 12, TA_CENTER)],
        [
            _column([escape(head.number_line)], 13, TA_CENTER),
            _column([f"<i>{escape(head.date_line)}</i>"], 13, TA_CENTER),
        ],
    ]
    return [Table(rows, colWidths=[66 * mm, 99 * mm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]), Spacer(1, 6)]


def _foot(plan: PlantedPlan) -> list[Any]:
    """Recipients left, signature right; kept on one page."""
    left = ["<b><i>Nơi nhận:</i></b>", *map(escape, recipients_lines(plan))]
    right = [*(f"<b>{escape(line)}</b>" for line in plan.signature.lines), "", "", f"<b>{plan.signature.name}</b>"]
    table = Table(
        [[_column(left, 11, TA_LEFT), _column(right, 13, TA_CENTER)]],
        colWidths=[85 * mm, 80 * mm],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    return [Spacer(1, 10), KeepTogether([table])]


def _table(planted: PlantedTable) -> Table:
    """A ruled table whose head row is repeated on each page."""
    widths = [13, 46, 32, 34, 22, 22]
    rows = [[Paragraph(f"<b>{escape(c)}</b>", _style(10.5, TA_CENTER)) for c in planted.header]]
    rows += [[Paragraph(escape(c), _style(10.5, TA_LEFT)) for c in row] for row in planted.rows]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return Table(rows, colWidths=[w * mm for w in widths], repeatRows=1, style=style)
