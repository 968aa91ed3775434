"""Paragraphs that a page or line break tore apart are joined; those that only follow each other are not."""

import pytest

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.join import join_broken

LONG = (
    "Các thôn vận động người dân dọn vệ sinh đường làng, khơi thông cống rãnh, trồng hoa ven đường và giữ gìn "
    "những hàng cây mới trồng ở"
)


def joined(*parts):
    return [getattr(part, "text", part) for part, _ in join_broken(list(parts))]


def cut(text, **look):
    return Paragraph(text, cut=True, **look)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Các thôn vận động", "người dân trồng cây.", id="the rest begins small"),
        pytest.param("Phủ xanh đường làng", "(nơi còn đất trống)", id="the rest begins small in brackets"),
        pytest.param("- Các thôn vận động", "người dân trồng cây.", id="the rest of a bullet"),
        pytest.param("Các thôn báo cáo kết quả trồng cây xanh về", "Ủy ban nhân dân xã.", id="an open word"),
        pytest.param("Các hộ nghèo và hộ cận nghèo của phường ở tổ", "5 và tổ 6.", id="a figure behind `tổ`"),
        pytest.param("Các thôn hoàn thành việc trồng cây trong năm", "2026.", id="a figure behind `năm`"),
        pytest.param("Các thôn trồng cây;", "chăm sóc cây mới trồng.", id="a clause of the sentence that a page tore"),
        pytest.param("Xã vận động các hộ ở Thôn Hạ, Thôn Thượng,", "Thôn Giữa.", id="behind a comma"),
        pytest.param(LONG, "Thôn Hạ và Thôn Thượng.", id="running text of more than a line"),
        pytest.param("2.1. Các thôn trồng cây. " + LONG, "Thôn Hạ và Thôn Thượng.", id="a numbered text of sentences"),
        pytest.param("Phần thứ nhất", "MỤC ĐÍCH", id="a label alone on its line"),
        pytest.param("III.", "TỔ CHỨC", id="a number alone on its line"),
    ],
)
def test_joined(before, after):
    assert joined(cut(before), Paragraph(after)) == [f"{before} {after}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Các thôn trồng cây.", "người dân chăm sóc.", id="a sentence is closed"),
        pytest.param("Các thôn có nhiệm vụ:", "trồng cây.", id="a colon closes"),
        pytest.param("Tặng “Cờ thi đua.”", "năm sau xét tiếp.", id="a closing mark behind the full stop"),
        pytest.param("Các thôn vận động", "1. Trồng cây", id="a number begins"),
        pytest.param("Các thôn vận động", "- trồng cây", id="a bullet begins"),
        pytest.param(LONG, "Căn cứ Luật Lâm nghiệp", id="a basis begins"),
        pytest.param(LONG, "Trên đây là Kế hoạch", id="the closing begins"),
        pytest.param(LONG, "Nơi nhận:", id="the foot begins"),
        pytest.param("Kế hoạch của", "Thôn Hạ trồng cây.", id="a capital behind an open word of a short line"),
        pytest.param("Các thôn vận động", "Người dân trồng cây.", id="a capital behind a short line"),
        pytest.param("1. Đẩy mạnh chuyển đổi số", "Các phòng rà soát.", id="`số` open only behind a document or `một`"),
        pytest.param("- Tổ chức lễ phát động hằng năm", "Các thôn trồng cây.", id="`hằng năm` is not open"),
        pytest.param(
            "- Kiện toàn ban công tác của các thôn, tổ", "Các thôn trồng cây.", id="`tổ` at the end of a title"
        ),
        pytest.param("- Tổng kết phong trào thi đua cuối năm", "Các thôn trồng cây.", id="`năm` at the end of a title"),
        pytest.param("KẾ HOẠCH", "trồng cây năm 2026", id="a line of capitals is a title"),
        pytest.param("Căn cứ Luật Lâm nghiệp năm 2017,", "Ủy ban nhân dân xã ban hành", id="each basis is a paragraph"),
    ],
)
def test_not_joined(before, after):
    assert joined(cut(before), Paragraph(after)) == [before, after]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(Paragraph("Thôn Hạ", align="center"), Paragraph("trồng cây"), id="before is centred"),
        pytest.param(Paragraph("Thôn Hạ"), Paragraph("trồng cây", align="right"), id="after is set right"),
        pytest.param(Paragraph("Thôn Hạ"), Paragraph("trồng cây", label="a)"), id="after has a number of Word"),
        pytest.param(Paragraph(LONG, cut=True), Paragraph("Thôn Thượng", bold=True), id="after is a bold title"),
        pytest.param(Paragraph("Trồng cây;"), Paragraph("tưới cây"), id="before is not cut, items without a label"),
        pytest.param(Paragraph("Trồng cây;", cut=True), Paragraph("Tưới cây"), id="an item without a label begins"),
        pytest.param(Paragraph(LONG), Paragraph("Thôn Thượng trồng cây"), id="before is not cut"),
        pytest.param(Paragraph("1. " + LONG, cut=True), Paragraph("Thôn Thượng trồng cây"), id="before may be a title"),
    ],
)
def test_look_keeps_paragraphs_apart(before, after):
    assert joined(before, after) == [before.text, after.text]


def test_a_title_under_the_document_type_does_not_run_on():
    assert joined(Paragraph("KẾ HOẠCH"), cut(LONG), Paragraph("Thôn Thượng trồng cây.")) == [
        "KẾ HOẠCH",
        LONG,
        "Thôn Thượng trồng cây.",
    ]


def test_more_than_two_pieces_and_the_places_of_pages():
    pieces = [
        Paragraph("Các thôn", page=1, cut=True),
        Paragraph("vận động", page=2, cut=True),
        Paragraph("người dân.", page=3),
        Paragraph("Hết.", page=3),
    ]
    (whole, breaks), (last, none) = join_broken(pieces)
    assert (whole.text, whole.page, breaks) == ("Các thôn vận động người dân.", 1, [(9, 2), (18, 3)])
    assert (last.text, none) == ("Hết.", [])


def test_a_page_is_noted_once_where_it_begins():
    pieces = [
        Paragraph("Các thôn", page=1, cut=True),
        Paragraph("vận động", page=2, cut=True),
        Paragraph("người dân.", page=2),
    ]
    assert [breaks for _, breaks in join_broken(pieces)] == [[(9, 2)]]


def test_a_table_divides():
    grid = Grid([["a", "b"]])
    assert joined(cut("Các thôn"), grid, Paragraph("vận động")) == ["Các thôn", grid, "vận động"]
