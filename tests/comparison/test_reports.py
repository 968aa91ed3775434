"""What people see of a comparison: text, page, redline; and the coverage matrix as page and workbook."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

import kehoach
from kehoach.comparison.citing import cites
from kehoach.comparison.matrix import coverage_matrix
from kehoach.reports import redline as redlines
from kehoach.reports.comparison import render_comparison, render_matrix
from kehoach.reports.redline import RedlineError, block_text, read_back, redline

from .plans import plan

HOSTILE = """KẾ HOẠCH
<script>alert(1)</script> năm 2026

I. MỤC ĐÍCH

- =HYPERLINK("http://a.b") <img src=x onerror=alert(2)> trồng\x0b cây\u202e xanh.

- Vận động các <b>hộ gia đình</b> & cơ quan.
"""


@pytest.fixture(scope="module")
def example():
    parent, child = plan("004"), plan("003")
    return kehoach.diff(parent, child), parent, child


@pytest.fixture(scope="module")
def hostile():
    parent = kehoach.extract(HOSTILE.encode(), name="<i>.txt")
    child = kehoach.extract(HOSTILE.replace("trồng", "chăm sóc").encode(), name="b.txt")
    return kehoach.diff(parent, child), parent, child


def test_accepting_all_gives_the_child_and_rejecting_all_the_linked_blocks_of_the_parent(example):
    comparison, parent, child = example
    data = redline(comparison, parent, child)
    linked = {p for pair in comparison.pairs for p in pair.parents}
    assert read_back(data, accept=True) == [block_text(b) for b in child.blocks]
    assert sorted(read_back(data, accept=False)) == sorted(block_text(b) for b in parent.blocks if b.id in linked)


def test_words_that_share_nearly_nothing_are_paragraphs_of_their_own(example):
    comparison, parent, child = example
    paragraphs = Document(BytesIO(redline(comparison, parent, child))).paragraphs[1:]
    first = [
        p for p in paragraphs if "Quyết định số 263/QĐ-TTg" in "".join(t.text or "" for t in p._p.iter("{*}delText"))
    ]
    assert len(first) == 1 and not list(first[0]._p.iter("{*}t"))


def test_what_a_child_without_text_drops_is_told_at_the_title():
    parent, empty = plan("003"), kehoach.extract("KẾ HOẠCH\n".encode(), name="a.txt")
    data = redline(kehoach.diff(parent, empty), parent, empty)
    assert len(list(Document(BytesIO(data)).comments)) == len(parent.blocks)


def test_a_comment_tells_each_dropped_point_and_nothing_tells_the_time(example):
    comparison, parent, child = example
    data = redline(comparison, parent, child)
    comments = [c.text for c in Document(BytesIO(data)).comments]
    dropped = [o.parent for o in comparison.omitted if o.why == "dropped"]
    assert len(comments) == len(dropped)
    assert any("15 phần việc của hộ gia đình" in text or "vững mạnh, trong sạch" in text for text in comments)
    parts = ZipFile(BytesIO(data))
    assert b"w:date" not in parts.read("word/comments.xml") + parts.read("word/document.xml")
    assert data == redline(comparison, parent, child)


def test_a_wrong_redline_is_not_returned(example, monkeypatch):
    real = redlines.edits
    monkeypatch.setattr(redlines, "edits", lambda parent, child: real(parent, child)[:-1])
    with pytest.raises(RedlineError):
        redline(*example)


def test_the_page_shows_each_block_once_and_every_jump_has_its_place(example):
    comparison, parent, child = example
    page = render_comparison(comparison, parent, child, "html").decode()
    for side, blocks in (("p", parent.blocks), ("c", child.blocks)):
        for block in blocks:
            assert page.count(f'id="{side}-{block.id}"') == 1
    jumps = {part.split('"')[0] for part in page.split('href="#')[1:]}
    assert jumps and all(f'id="{jump}"' in page for jump in jumps)
    assert "53%" in page and "48/91" in page


@pytest.mark.parametrize("format", ["html", "text", "docx"])
def test_documents_are_hostile(hostile, format):
    data = render_comparison(*hostile, format)
    if format == "docx":
        assert "".join(read_back(data, accept=True)).count("chăm sóc") == 1
        return
    text = data.decode()
    assert "\x0b" not in text and "\u202e" not in text
    if format == "html":
        assert "<script" not in text and "<img" not in text and "<i>" not in text
        assert "default-src 'none'" in text


def test_the_text_names_what_is_dropped_and_weaker(example):
    text = render_comparison(*example, "text").decode()
    assert "Độ phủ: 48/91" in text
    assert "YẾU HƠN" in text and "vào tháng 7/2023 → vào năm 2023" in text
    assert "BỊ BỎ (43)" in text


def test_the_matrix_of_several_children():
    parent, children = plan("004"), [plan("000"), plan("003")]
    matrix = coverage_matrix(parent, children, communes=["Thành phố Hồ Chí Minh", "xã Hòa Lạc"])
    assert [row.parent_block for row in matrix.matrix] == [b.id for b in parent.blocks]
    assert all(len(row.states) == 2 for row in matrix.matrix)
    assert matrix.missing == ["xã Hòa Lạc"]
    assert not any(child.cites_parent for child in matrix.children)
    page = render_matrix(matrix, [parent], "html").decode()
    assert "Chưa có kế hoạch" in page and "xã Hòa Lạc" in page
    book = load_workbook(BytesIO(render_matrix(matrix, [parent], "xlsx")))
    assert book.sheetnames == ["Độ phủ", "Chưa có kế hoạch"]
    assert book["Độ phủ"]["B2"].value.startswith("Căn cứ Quyết định số 263/QĐ-TTg")
    assert book["Chưa có kế hoạch"]["A2"].value == "xã Hòa Lạc"
    assert "ĐỘ PHỦ" in render_matrix(matrix, [parent], "text").decode()


def test_no_cell_of_the_matrix_is_a_formula(hostile):
    _, parent, child = hostile
    book = load_workbook(BytesIO(render_matrix(coverage_matrix(parent, [child, child]), [parent], "xlsx")))
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)


def test_a_child_cites_its_parent_by_number():
    upper = kehoach.extract(
        "Số: 0219/KH-UBND\n\nKẾ HOẠCH\nTrồng cây năm 2022\n\nI. MỤC ĐÍCH\n\n- Phủ xanh.\n".encode(), name="a.txt"
    )
    assert upper.header.number == "0219/KH-UBND"
    assert cites(plan("003"), upper)
    assert not cites(plan("000"), upper)


def test_plans_of_one_body_are_told_apart():
    parent, child = plan("004"), plan("003")
    other = child.model_copy(deep=True)
    other.source.name = "ban-cuoi.docx"
    text = render_matrix(coverage_matrix(parent, [child, other]), [parent], "text").decode()
    assert "Ủy ban nhân dân xã (ban-cuoi.docx)" in text and f"Ủy ban nhân dân xã ({child.source.name})" in text


def test_other_capitals_are_shown_as_they_stand_and_not_as_changed():
    parent = kehoach.extract("KẾ HOẠCH\nTrồng cây\n\nI. Mục đích, yêu cầu\n\n- Phủ xanh.\n".encode(), name="a.txt")
    child = kehoach.extract("KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n\n- Phủ xanh.\n".encode(), name="b.txt")
    page = render_comparison(kehoach.diff(parent, child), parent, child, "html").decode()
    assert "<ins>" not in page
    assert "<del>, yêu cầu</del>" in page


def test_a_shortened_block_is_a_redline_inside_one_paragraph():
    part = "Kiểm tra, bảo dưỡng đê điều trước mùa mưa lũ"
    text = "KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n\n1. {}.\n"
    whole = f"{part}; {'tuần tra canh gác, chuẩn bị vật tư, phương tiện, nhân lực tại chỗ, ' * 4}"
    parent, child = (kehoach.extract(text.format(t).encode(), name="a.txt") for t in (whole, part))
    paragraphs = Document(BytesIO(redline(kehoach.diff(parent, child), parent, child))).paragraphs
    [held] = [p for p in paragraphs if p.text.startswith(f"1. {part}")]
    assert list(held._p.iter("{*}delText"))
