"""The summary as Markdown, HTML and Word."""

import re
import shutil
import subprocess
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document

from kehoach.reports import FORMATS, render
from kehoach.reports.markdown import escape


def text(plan, format):
    return render(plan, format).decode()


def paragraphs(data):
    word = Document(BytesIO(data))
    cells = [c.text for t in word.tables for row in t.rows for c in row.cells]
    return "\n".join([p.text for p in word.paragraphs] + cells)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_plan_gives_the_same_bytes(plan, format):
    assert render(plan, format) == render(plan, format)


def test_an_unknown_format_is_refused(plan):
    with pytest.raises(ValueError, match="pdf"):
        render(plan, "pdf")


def test_json_is_the_contract(plan):
    assert type(plan).model_validate_json(render(plan, "json")) == plan
    assert b'"class": null' in render(plan, "json")


def test_json_holds_no_bare_terminal_controls(plan):
    plan.header.title = "a\x9b31m\x1b"
    data = render(plan, "json")
    assert "\x9b" not in data.decode()
    assert type(plan).model_validate_json(data).header.title == "a\x9b31m\x1b"


@pytest.mark.parametrize(
    "read",
    [
        lambda plan: text(plan, "md"),
        lambda plan: re.sub(r"<[^>]+>", "", text(plan, "html")),
        lambda plan: paragraphs(render(plan, "docx")),
    ],
    ids=["md", "html", "docx"],
)
def test_each_format_says_it_all(plan, read):
    content = read(plan)
    for words in (
        "TÓM TẮT KẾ HOẠCH",
        "Trồng cây bóng mát năm 2026",
        "Ủy ban nhân dân xã Sông Mơ",
        "12/KH-UBND",
        "1.500 cây",
        "từ 85% trở lên",
        "Phòng Kinh tế",
        "vận động người dân chăm sóc cây",
        "trước ngày 15/4/2026",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        "Trồng đủ số cây được giao",
        "Sai thẩm quyền khen thưởng.",
        "không có trong văn bản",
        "trồng cây.docx (3 trang)",
    ):
        assert words in content, words


def test_every_quoted_fact_in_html_tells_its_place(plan):
    html = text(plan, "html")
    for start, end, words in re.findall(r'data-start="(\d+)" data-end="(\d+)">([^<]*)<', html):
        assert 0 <= int(start) < int(end) <= len(plan.text)
        assert words
    start = plan.text.index("vận động người dân chăm sóc cây")
    assert f'data-start="{start}" data-end="{start + 31}">vận động người dân chăm sóc cây<' in html


def test_html_is_well_formed_and_closed_to_the_outside(crowded):
    html = text(crowded, "html")
    ElementTree.fromstring(re.sub(r"<(meta|col)\b([^>]*)>", r"<\1\2/>", html.removeprefix("<!DOCTYPE html>\n")))
    assert "default-src 'none'" in html
    assert not re.search(r"""(src|href)\s*=|url\(|@import""", html)


def test_html_of_a_hostile_document_has_no_markup_of_its_own(hostile):
    html = text(hostile, "html")
    assert "<script" not in html
    assert "{{ 7*7 }}" in html
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", html)


def test_markdown_of_a_hostile_document_stays_text(hostile):
    md = text(hostile, "md")
    assert "<script" not in md
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", md)
    for line in md.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4, line


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("a|b", r"a\|b"),
        ("# đầu", r"\# đầu"),
        ("- gạch", r"\- gạch"),
        ("1. một", r"1\. một"),
        ("*đậm* _nghiêng_", r"\*đậm\* \_nghiêng\_"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("<b>&amp;", "&lt;b>&amp;amp;"),
        ("12/KH-UBND", "12/KH-UBND"),
    ],
)
def test_escape(words, safe):
    assert escape(words) == safe


def test_word_of_a_hostile_document_opens(hostile):
    assert "<script>alert" in paragraphs(render(hostile, "docx"))


def test_word_parts_hold_no_time_of_making(plan):
    with ZipFile(BytesIO(render(plan, "docx"))) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}


def test_word_is_schema_conformant_where_order_matters(plan):
    """Word refuses files whose table properties stand in another order than the schema's."""
    order = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"]
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with ZipFile(BytesIO(render(plan, "docx"))) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    for properties in body.iter(f"{w}tblPr"):
        tags = [child.tag.removeprefix(w) for child in properties]
        assert tags == sorted(tags, key=order.index)


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdfinfo")), reason="needs LibreOffice and poppler")
@pytest.mark.parametrize("kind", ["plan", "crowded", "empty"])
def test_word_fits_one_page(request, tmp_path, kind):
    (tmp_path / "s.docx").write_bytes(render(request.getfixturevalue(kind), "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "s.docx")], check=True, capture_output=True, timeout=120)
    info = subprocess.run(["pdfinfo", str(tmp_path / "s.pdf")], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages:\s+1\n", info)
