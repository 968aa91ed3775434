"""The named styles of an official document, from the measures of a template."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
#: Lines below issuer, motto and title: indents from both sides in millimetres (NĐ 30/2020, Phụ lục I, mục II)
RULES = {"KH Kẻ cơ quan": 22.0, "KH Kẻ tiêu ngữ": 15.0, "KH Kẻ trích yếu": 55.0}


def measures(templates: Path | None) -> dict[str, Any]:
    """The measures of ``templates``, or of the package."""
    if templates is not None and (templates / "measures.toml").is_file():
        return tomllib.loads((templates / "measures.toml").read_text(encoding="utf-8"))
    return tomllib.loads((files("kehoach") / "templates/official/measures.toml").read_text(encoding="utf-8"))


def set_up(word: WordDocument, form: dict[str, Any], title: str) -> None:
    """Page, styles, page number and properties."""
    page, section = form["page"], word.sections[0]
    section.page_width, section.page_height = Mm(page["width"]), Mm(page["height"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.left_margin, section.right_margin = Mm(page["left"]), Mm(page["right"])
    section.header_distance = Mm(10)
    normal = word.styles["Normal"]
    _font(normal, page["font"], 14)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    _language(word)
    for name, measure in form["style"].items():
        _paragraph_style(word, name, measure, page["font"])
    for name, indent in RULES.items():
        _rule_style(word, name, indent)
    blank = word.styles.add_style("KH Chỗ trống", WD_STYLE_TYPE.CHARACTER)
    blank.font.highlight_color = WD_COLOR_INDEX.YELLOW
    shade = OxmlElement("w:shd")  # LibreOffice shows no highlight of a style, but its shading
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "FFFF00")):
        shade.set(qn(f"w:{key}"), value)
    blank.element.get_or_add_rPr().append(shade)
    _page_number(word)
    word.core_properties.title, word.core_properties.author = title[:255], "Kehoach"
    word.core_properties.language, word.core_properties.comments = "vi-VN", ""


def _font(style: Any, name: str, size: float) -> None:  # noqa: ANN401  # python-docx has no types
    style.font.name, style.font.size, style.font.color.rgb = name, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _paragraph_style(word: WordDocument, name: str, measure: dict[str, Any], font: str) -> None:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    _font(style, font, measure["size"])
    style.font.bold, style.font.italic = measure.get("bold", False), measure.get("italic", False)
    form = style.paragraph_format
    form.alignment = ALIGN[measure["align"]]
    form.space_before, form.space_after = Pt(measure.get("before", 0)), Pt(measure.get("after", 0))
    if "first_line" in measure:
        form.first_line_indent = Mm(measure["first_line"])
    form.keep_with_next = measure.get("keep_with_next", False)


def _rule_style(word: WordDocument, name: str, indent: float) -> None:
    """A paragraph that is a line: as short as its indents leave it."""
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(2)
    form = style.paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.line_spacing, form.space_before, form.space_after = Pt(3), Pt(3), Pt(6 if "trích yếu" in name else 0)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc")


def _language(word: WordDocument) -> None:
    """Vietnamese for the speller (``w:lang``)."""
    run = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if run is None:
        return
    lang = run.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        run.append(lang)
    for key in ("val", "eastAsia", "bidi"):
        lang.set(qn(f"w:{key}"), "vi-VN")


def _page_number(word: WordDocument) -> None:
    """Arabic, centred in the top margin, from the second page (NĐ 30/2020, Phụ lục I, phần I, mục I.6)."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style = "KH Số trang"
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
