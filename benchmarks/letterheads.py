"""How well letterheads and signatures are read from scans: thirty issuers in official form, printed, worn, read again.

Usage: python benchmarks/letterheads.py [--json] [--wear NAME] [--first N] [--wrong] [--keep FOLDER]

See benchmarks/README.md for what is counted.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from PIL import Image, ImageDraw

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.planted.degrade import Wear, scanned, stamped, worn  # noqa: E402

import kehoach  # noqa: E402
from kehoach.plan import Plan  # noqa: E402
from official_form import as_pdf  # noqa: E402 - the folder of this script is where Python looks first

Letterhead = dict[str, Any]

WEARS = (
    Wear("200 dpi, stamp", 200, skew=0.7, noise=8, blur=0.6, quality=65),
    Wear("150 dpi, stamp", 150, skew=1.0, noise=6),
    Wear("300 dpi, stamp", 300, skew=-1.2, noise=8),
    Wear("200 dpi, worn", 200, skew=1.5, noise=14, blur=1.0, quality=40),
    Wear("200 dpi, one bit", 200, skew=-0.5, one_bit=True),
    Wear("photograph", 200, photo=True, skew=1.5, quality=85),
)
TITLE = "Tổ chức phong trào thi đua “Dân vận khéo” trên địa bàn năm 2026"
BODY = (
    "Thực hiện Công văn số 512/BNV-TĐKT ngày 10 tháng 8 năm 2026 của Bộ Nội vụ, cơ quan ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức trong thực hiện phong trào thi đua yêu nước.",
    "II. TỔ CHỨC THỰC HIỆN",
    "Các đơn vị báo cáo kết quả thực hiện Kế hoạch trước ngày 15 tháng 12 năm 2026./.",
)


def form(head: Letterhead, size: float) -> Docx:
    """A plan of one page; ``size`` is that of the letterhead."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(12)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.paragraph_format.space_after = Pt(0)
    table = document.add_table(1, 2)
    table.autofit = False
    left, right = table.rows[0].cells
    for cell, column, width in zip((left, right), table.columns, (Mm(76), Mm(100)), strict=True):
        cell.width = column.width = width
        _unpadded(cell)
    _left(left, head, size)
    _right(right, head, size)
    for text in ("", "KẾ HOẠCH", TITLE):
        _line(document.add_paragraph(), text, bold=True)
    for text in BODY:
        _line(document.add_paragraph(), text, align=ALIGN.JUSTIFY, bold=text.isupper())
    _foot(document, head)
    return document


def _unpadded(cell: _Cell) -> None:
    """Typists let the letterhead have the whole width: the motto must stay on one line."""
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    cell._tc.get_or_add_tcPr().append(margins)


def _left(cell: _Cell, head: Letterhead, size: float) -> None:
    for text in head.get("above", ()):
        _line(cell.add_paragraph(), text, size=size)
    rule, lines = head.get("rule", "line"), head["issuer"]
    for text in lines:
        _line(cell.add_paragraph(), text, bold=True, size=size, word=rule == "word" and text == lines[-1])
    if head.get("party"):
        _line(cell.add_paragraph(), "*", size=size)
    elif rule == "line":
        _ruled(cell.paragraphs[-1], Mm(22))
    number = head.get("number", "")
    sign = f"{'-' if head.get('party') and number else ''}{head['sign']}" if head.get("party") else f"/{head['sign']}"
    filled = f"Số: {number}{sign}" if number not in ("", "pen") else f"Số:         {sign}"
    _line(cell.add_paragraph(), filled, size=13)


def _right(cell: _Cell, head: Letterhead, size: float) -> None:
    if head.get("party"):
        _ruled(_line(cell.add_paragraph(), "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True, size=15), Mm(10))
    else:
        _line(cell.add_paragraph(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=size)
        motto = _line(cell.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True, size=13)
        if head.get("rule") == "word":
            motto.runs[0].underline = True
        else:
            _ruled(motto, Mm(17))
    day = "      " if head.get("number", "") in ("", "pen") else "15"
    _line(cell.add_paragraph(), "")
    _line(cell.add_paragraph(), f"{head['place']}, ngày {day} tháng 9 năm 2026", italic=True, size=13)


def _foot(document: Docx, head: Letterhead) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    _line(left.add_paragraph(), "Nơi nhận:", bold=True, italic=True, size=12, align=ALIGN.LEFT)
    for text in ("- Như trên;", "- Lưu: VT."):
        _line(left.add_paragraph(), text, size=11, align=ALIGN.LEFT)
    for text in [*head.get("capacity", ()), *head["position"], "", "", "", "", head["name"]]:
        _line(right.add_paragraph(), text, bold=True)


def _line(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 14,
    align: ALIGN = ALIGN.CENTER,
    word: bool = False,
) -> Paragraph:
    """``word``: the middle of the line is underlined, as typists do it."""
    paragraph.alignment = align
    words = text.split(" ")
    third = len(words) // 3
    pieces = [words[:third], words[third : len(words) - third], words[len(words) - third :]] if word else [words]
    for i, piece in enumerate(each for each in pieces if each):
        run = paragraph.add_run((" " if i else "") + " ".join(piece))
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)
        run.underline = word and piece == pieces[1]
    return paragraph


def _ruled(paragraph: Paragraph, indent: Mm) -> None:
    """A short rule right below the text, as the form wants it (NĐ 30/2020, Phụ lục I, II.2.b)."""
    rule = paragraph.insert_paragraph_before("")
    paragraph._p.addnext(rule._p)
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = indent
    rule.paragraph_format.line_spacing = Pt(4)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    rule._p.get_or_add_pPr().append(borders)


def worn_page(pdf: Path, head: Letterhead, wear: Wear, seed: int) -> Image.Image:
    """The page with what a pen and a stamp add to it, worn."""
    document = pdfium.PdfDocument(pdf)
    scale = wear.dpi / 72
    page = document[0].render(scale=scale).to_pil().convert("RGB")
    if head.get("number") == "pen":
        for word, gap in ((head["sign"], 30), ("tháng 9", 14)):
            x, y = _place(document, word)
            _written(page, (x - gap) * scale, page.height - y * scale, scale, seed)
    x, y = _place(document, head["name"])
    page = stamped(page, wear.dpi, round((x - 10) * scale), round(page.height - (y + 40) * scale))
    return worn(page, wear, seed)


def _place(document: pdfium.PdfDocument, word: str) -> tuple[float, float]:
    """Left edge and foot of a word."""
    text = document[0].get_textpage()
    found = text.search(word, match_case=True).get_next()
    assert found, word
    left, bottom, _, _ = text.get_charbox(found[0])
    return left, bottom


def _written(page: Image.Image, x: float, y: float, scale: float, seed: int) -> None:
    """Two figures as a pen makes them."""
    dice = random.Random(seed)
    colour = dice.choice(((30, 40, 150), (25, 25, 30)))
    figures = ([(0, 9), (6, 9), (2, 0)], [(5, 10), (1, 8), (1, 5), (5, 5), (5, 1), (0, 0)], [(1, 8), (3, 10), (3, 0)])
    for i in range(2):
        points = [
            (x + (a + i * 8 + dice.uniform(-0.8, 0.8)) * scale, y - (b + dice.uniform(-0.8, 0.8)) * scale)
            for a, b in dice.choice(figures)
        ]
        ImageDraw.Draw(page).line(points, fill=colour, width=round(scale * 0.9), joint="curve")


def fields_of(plan: Plan) -> dict[str, object]:
    """What letterhead, title and signature say."""
    found = plan.model_dump(include={"header", "signature"})
    issuer = found["header"].pop("issuer")
    names = ("number", "place", "date", "document_type", "title", "movement", "period")
    rows = {f"issuer.{name}": value for name, value in issuer.items()} | {k: found["header"][k] for k in names}
    return rows | {k: found["signature"][k] for k in ("capacity", "position", "name")}


def compared(truth: dict[str, object], found: dict[str, object]) -> dict[str, object]:
    """The fields that are wrong, as they were read."""

    def plain(value: object) -> object:
        return " ".join(value.casefold().split()) if isinstance(value, str) else value

    return {key: found[key] for key, value in truth.items() if plain(found[key]) != plain(value)}


def measured(wear: Wear, heads: list[Letterhead], pdfs: list[Path], keep: Path | None) -> dict[str, object]:
    wrong: dict[str, dict[str, object]] = {}
    for seed, (head, pdf) in enumerate(zip(heads, pdfs, strict=True)):
        page = worn_page(pdf, head, wear, seed)
        data = scanned([page], wear)
        if keep:
            (keep / f"{seed}, {wear.name}.pdf").write_bytes(data)
        if missed := compared(fields_of(kehoach.extract(pdf)), fields_of(kehoach.extract(data))):
            wrong[f"{seed} {' '.join(head['issuer'])}"] = missed
    count = Counter(key for missed in wrong.values() for key in missed)
    total = 13 * len(heads)
    return {
        "wear": wear.name,
        "fields": total,
        "right": total - count.total(),
        "whole": len(heads) - len(wrong),
        "wrong_by_field": dict(count),
        "wrong": wrong,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wear", action="append", help="only the kinds of wear whose name holds this")
    parser.add_argument("--first", type=int, default=99, help="only so many letterheads")
    parser.add_argument("--wrong", action="store_true", help="also what was read wrongly")
    parser.add_argument("--keep", type=Path, help="where the scans are put down")
    given = parser.parse_args()
    heads = tomllib.loads((Path(__file__).with_suffix(".toml")).read_text(encoding="utf-8"))["letterhead"]
    heads = heads[: given.first]
    results = []
    with tempfile.TemporaryDirectory() as made:
        words = []
        for i, head in enumerate(heads):
            words.append(Path(made) / f"{i}.docx")
            form(head, (12, 13)[i % 2]).save(str(words[-1]))
        pdfs = as_pdf(words, Path(made))
        for wear in WEARS:
            if not given.wear or any(name in wear.name for name in given.wear):
                results.append(measured(wear, heads, pdfs, given.keep))
                if not given.json:
                    _show(results[-1], wrong=given.wrong)
    if given.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))


def _show(row: dict[str, Any], *, wrong: bool) -> None:
    print(
        f"{row['wear']}: {row['right']}/{row['fields']} fields, {row['whole']} whole; {row['wrong_by_field']}",
        flush=True,
    )
    for name, missed in row["wrong"].items() if wrong else ():
        print(f"  {name}: {missed}")


if __name__ == "__main__":
    main()
