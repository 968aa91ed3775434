"""Paper, margins, font and size (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I), where the file tells them."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.findings.form import of_the_state
from kehoach.findings.rule import Hit, Rule
from kehoach.plan import Plan

SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I"
A4 = (210.0, 297.0)
CUT = 3.0  # millimetres that a printer's or scanner's page may differ
MARGINS = (("trên", 20, 25), ("phải", 15, 20), ("dưới", 20, 25), ("trái", 30, 35))
ROUNDED = 0.6  # millimetres; Word keeps twentieths of a point


@of_the_state
def find_other_paper(plan: Plan) -> Iterator[Hit]:
    """The paper is A4, upright or lying."""
    paper = plan.source.layout.paper if plan.source.layout else None
    if paper and any(abs(side - wanted) > CUT for side, wanted in zip(sorted(paper), A4, strict=True)):
        yield Hit(f"Khổ giấy là {paper[0]:.0f} × {paper[1]:.0f} mm. Văn bản hành chính dùng khổ A4 (210 × 297 mm).")


@of_the_state
def find_other_margins(plan: Plan) -> Iterator[Hit]:
    """Top and bottom 20–25, left 30–35, right 15–20 mm."""
    margins = plan.source.layout.margins if plan.source.layout else None
    wrong = [
        f"{name} {value:g} mm (quy định {low}–{high})"
        for (name, low, high), value in zip(MARGINS, margins or (), strict=False)
        if not low - ROUNDED <= value <= high + ROUNDED
    ]
    if wrong:
        yield Hit(f"Lề trang sai: {'; '.join(wrong)}.")


@of_the_state
def find_other_font(plan: Plan) -> Iterator[Hit]:
    """The letters are Times New Roman."""
    font = plan.source.layout.font if plan.source.layout else None
    if font and font.casefold() != "times new roman":
        yield Hit("Phần lớn chữ không dùng phông Times New Roman (Unicode).")


@of_the_state
def find_other_size(plan: Plan) -> Iterator[Hit]:
    """The text is set in 13 or 14 points."""
    size = plan.source.layout.size if plan.source.layout else None
    if size and not 13 <= size <= 14:
        yield Hit(f"Phần lớn chữ cỡ {size:g}. Nội dung văn bản dùng cỡ chữ 13 hoặc 14.")


RULES = (
    Rule(
        "KH711",
        "form",
        "warning",
        SOURCE,
        find_other_paper,
        "Khổ giấy không phải A4",
        "Hãy đặt khổ giấy A4 (210 × 297 mm) trước khi in và phát hành.",
    ),
    Rule(
        "KH712",
        "form",
        "info",
        SOURCE,
        find_other_margins,
        "Lề trang ngoài quy định",
        "Lề trên, dưới 20–25 mm; trái 30–35 mm; phải 15–20 mm.",
        True,
    ),
    Rule(
        "KH713",
        "form",
        "info",
        SOURCE,
        find_other_font,
        "Phông chữ khác Times New Roman",
        "Văn bản hành chính dùng phông Times New Roman, bảng mã Unicode.",
    ),
    Rule(
        "KH714",
        "form",
        "info",
        SOURCE,
        find_other_size,
        "Cỡ chữ ngoài quy định",
        "Nội dung văn bản dùng cỡ chữ 13 hoặc 14.",
        True,
    ),
)
