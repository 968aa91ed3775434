"""Web pages as read: plain ones, those that Word saves, and bad ones."""

import random

import pytest

from kehoach.errors import ReadError
from kehoach.ingest.html import read_html
from kehoach.ingest.source import Footnote, Grid, Limits


def read(markup, encoding="utf-8"):
    return read_html(markup.encode(encoding), "trang.htm", Limits())


def page(body, head=""):
    return f"<html><head><meta charset=utf-8><title>Tên trang</title>{head}</head><body>{body}</body></html>"


def texts(source):
    return [getattr(part, "text", part) for part in source.parts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Sở\n  Nội&nbsp;vụ</p>", ["Sở Nội vụ"]),
        ("<p>một<p>hai", ["một", "hai"]),
        ("<div>trần <b>đậm</b></div>đuôi", ["trần đậm", "đuôi"]),
        ("<p>thực hiện<br>nhiệm vụ</p>", ["thực hiện nhiệm vụ"]),
        ("<p align=center>KẾ HOẠCH<br>Thi đua</p>", ["KẾ HOẠCH", "Thi đua"]),
        ("<p>- Việc một;<br>- Việc hai.</p>", ["- Việc một;", "- Việc hai."]),
        ("<p>đoạn một<br><br>đoạn hai</p>", ["đoạn một", "đoạn hai"]),
        ("<pre>dòng một\n\ndòng hai</pre>", ["dòng một", "dòng hai"]),
        ("<p>thấy<span style='display:none'> ẩn</span><!-- ghi chú --></p>", ["thấy"]),
        ("<p>giữ <del>xoá </del><ins>thêm</ins></p>", ["giữ thêm"]),
        ("<script>let a = '<p>mã</p>'</script><style>p {}</style><nav>Trang chủ</nav><p>chữ</p>", ["chữ"]),
        ("<p>So&#7903; N&#7897;i v&#7909; &lt; &unknown;</p>", ["Soở Nội vụ < &unknown;"]),
        ("<p>Ke&#770;&#769; hoạch</p>", ["Kế hoạch"]),
        ("<p style='text-transform:uppercase'>kế hoạch</p>", ["KẾ HOẠCH"]),
        ("<p>S<img src=a.gif><br clear=left>ố: 12</p>", ["Số: 12"]),
        ("<table><tr><td>Khung<p>hai</table>", ["Khung", "hai"]),
    ],
)
def test_text(body, expected):
    assert texts(read(page(body))) == expected


GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>a<li>b</ol>", [("1.", "a"), ("2.", "b")]),
        ("<ol start=3 type=a><li>a<li value=7>b<li>c</ol>", [("c.", "a"), ("g.", "b"), ("h.", "c")]),
        ("<ol type=I><li>a<ul><li>b</ul><li>c</ol>", [("I.", "a"), ("-", "b"), ("II.", "c")]),
        ("<ol style='list-style-type:none'><li>1) a</ol>", [(None, "1) a")]),
        ("<ol reversed><li>a<li>b</ol>", [("2.", "a"), ("1.", "b")]),
        ("<ul><li><p>a</p><p>b</p></ul>", [("-", "a"), (None, "b")]),
        # as Word saves lists, in full and filtered
        (
            f"<p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.2.{GAP}</span>"
            "<![endif]>Mục đích</p>",
            [("1.2.", "Mục đích")],
        ),
        (
            f"<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>"
            f"<span style='mso-list:Ignore'>·{GAP}</span></span><![endif]>chấm</p>",
            [("-", "chấm")],
        ),
        (f"<p>a){GAP}Nội dung</p>", [("a)", "Nội dung")]),
        (f"<p><span style='font-family:Wingdings'>Ø{GAP}</span>mũi tên</p>", [("-", "mũi tên")]),
    ],
)
def test_labels(body, expected):
    assert [(part.label, part.text) for part in read(page(body)).parts] == expected


def test_level_of_a_list():
    word = "<p style='mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>a)</span>x</p><p>y</p>"
    assert [part.level for part in read(page(word + "<ul><li>1<ul><li>2</ul></ul>")).parts] == [2, None, 0, 1]


@pytest.mark.parametrize(
    ("body", "bold", "italic", "align", "indent"),
    [
        ("<p>a</p>", False, False, "left", 0.0),
        ("<p align=center><b>a</b></p>", True, False, "center", 0.0),
        ("<center><i>a</i></center>", False, True, "center", 0.0),
        ("<p class=Tieude>a</p>", True, False, "center", 36.0),
        ("<p class=Tieude style='font-weight:normal;text-align:right'>a</p>", False, False, "right", 36.0),
        ("<h2>a</h2>", True, False, "left", 0.0),
        ("<div align=right><p style='margin-left:1in;text-indent:-36pt'>a</p></div>", False, False, "right", 36.0),
        ("<p><b>1. Thời gian:</b> trong tháng 3 năm 2026</p>", False, False, "left", 0.0),
    ],
)
def test_look(body, bold, italic, align, indent):
    style = "<style><!-- p.Tieude, li {font-weight:bold; text-align:center; text-indent:36.0pt} --></style>"
    found = read(page(body, style)).parts[0]
    assert (found.bold, found.italic, found.align, found.indent) == (bold, italic, align, indent)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td>a<td>b<p>c", [["a", "b\nc"]]),
        ("<tr><td colspan=2>rộng<td>c<tr><td>1<td>2<td>3", [["rộng", "", "c"], ["1", "2", "3"]]),
        ("<tr><td rowspan=2>cao<td>b<tr><td>d", [["cao", "b"], ["", "d"]]),
        ("<tr><td>a<td rowspan=2>b<tr><td>c<tr><td>d<td>e", [["a", "b"], ["c", ""], ["d", "e"]]),
        ("<tr><td>một<br>hai<td><ol><li>x<li>y</ol>", [["một\nhai", "1. x\n2. y"]]),
        ("<thead><tr><th>STT<th>Việc<tbody><tr><td><ol><li></ol><td>a", [["STT", "Việc"], ["1.", "a"]]),
        ("<tr><td>a<td><table><tr><td>n1<td>n2</table>", [["a", "n1\nn2"]]),
        ("<td>không<td>hàng", [["không", "hàng"]]),
    ],
)
def test_tables(table, expected):
    (grid,) = read(page(f"<table>{table}</table>")).parts
    assert grid.rows == expected


def test_places_that_a_cell_above_takes():
    table = "<tr><td rowspan=2>cao<td>b<td rowspan=3 colspan=2>to<tr><td>d<tr><td>e"
    (grid,) = read(page(f"<table>{table}</table>")).parts
    assert grid.merged == {(1, 0), (1, 2), (1, 3), (2, 2), (2, 3)}, "the last row is short"


def test_a_caption_stands_before_its_table_and_an_empty_table_is_none():
    assert texts(read(page("<table><caption>Biểu 1</caption><tr><td>a<td>b</table><table><tr><td><td></table>"))) == [
        "Biểu 1",
        Grid([["a", "b"]]),
    ]


def test_a_table_that_lays_out_the_page_is_opened():
    body = "".join(f"<p>đoạn {n}" for n in range(12))
    source = read(page(f"<table><tr><td>Trái<td>{body}<table><tr><td>a<td>b</table></table>"))
    assert source.parts[-1] == Grid([["a", "b"]]) and len(source.parts) == 14


def test_spans_without_end_are_cut():
    source = read(page("<table><tr><td colspan=999999 rowspan=999999>a<td>b<tr><td>c</table>"))
    assert len(source.parts[0].rows[0]) == 256


@pytest.mark.parametrize(
    ("reference", "note", "mark"),
    [
        (
            "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><![if !supportFootnotes]>[1]<![endif]></a>",
            "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p>"
            "<a href='#_ftnref1' name='_ftn1'>[1]</a> Luật số 06</p></div></div>",
            "1",
        ),
        (
            "<a href='#_edn1' name='_ednref1'>[i]</a>",
            "<div id=edn1><p><a href='#_ednref1' name='_edn1'>[i]</a> Luật số 06</p></div>",
            "i",
        ),
        (
            "<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a>",
            "<div id=sdfootnote1><p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a>Luật số 06</p></div>",
            "1",
        ),
    ],
)
def test_footnotes(reference, note, mark):
    source = read(page(f"<p>Theo Luật{reference}, thi hành.</p>{note}"))
    assert texts(source) == ["Theo Luật, thi hành."]
    assert source.footnotes == [Footnote(mark, "Luật số 06")]


def test_text_boxes_of_word_stand_in_comments():
    body = (
        "<p class=MsoNormal align=center><!--[if gte vml 1]><v:shape><v:textbox><![if !mso]><table><tr><td><![endif]>"
        "<div><p>MẬT</p></div><![if !mso]></td></tr></table><![endif]></v:textbox></v:shape><![endif]--><![if !vml]>"
        "<img src=x><![endif]><b>KẾ HOẠCH</b></p><!--[if gte vml 1]><v:line/><![endif]--><p>sau</p>"
    )
    source = read(page(body))
    assert texts(source) == ["MẬT", "KẾ HOẠCH", "sau"]
    assert source.parts[1].align == "center"


def test_comments_and_running_heads_of_word_are_left_out():
    body = (
        "<div style='mso-element:header'><p>Trang 2</p></div><p>Nội dung<span class=MsoCommentReference>[A1]</span></p>"
        "<div style='mso-element:comment-list'><p>Góp ý</p></div><!--[if supportFields]>PAGE<![endif]-->"
    )
    assert texts(read(page(body))) == ["Nội dung"]


VIETNAMESE = "Ủy ban nhân dân xã"


@pytest.mark.parametrize(
    ("data", "expected", "codes"),
    [
        (page(f"<p>{VIETNAMESE}").encode(), [VIETNAMESE], []),
        (b"\xef\xbb\xbf" + f"<p>{VIETNAMESE}".encode(), [VIETNAMESE], []),
        (f"<html><p>{VIETNAMESE}".encode("utf-16"), [VIETNAMESE], []),
        (f"<html><p>{VIETNAMESE}".encode("utf-16-le"), [VIETNAMESE], []),
        # a page that lies about itself
        (f"<meta charset=windows-1252><p>{VIETNAMESE}".encode(), [VIETNAMESE], []),
        ("<meta charset=windows-1258><p>Kê\u0301 hoạch".replace("ạ", "a\u0323").encode("cp1258"), ["Kế hoạch"], []),
        ("<meta charset=windows-1252><p>à la carte".encode("cp1252"), ["à la carte"], []),
        ("<meta charset=utf-8><p>Kế hoạch ".encode() + b"\xff", ["Kế hoạch"], ["bad_charset"]),
        (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><p>Kế hoạch'.encode(),
            ["Kế hoạch"],
            [],
        ),
        # 8-bit fonts, whatever the page declares
        (
            "<meta charset=utf-8><p><font face='.VnTimeH'>ñy ban nh©n d©n</font><p>Céng hoµ x· héi".encode("cp1252"),
            ["ỦY BAN NHÂN DÂN", "Cộng hoà xã hội"],
            [],
        ),
        ("<p style='font-family:VNI-Times'>Uûy ban nhaân daân tænh".encode("cp1252"), ["Ủy ban nhân dân tỉnh"], []),
    ],
)
def test_charsets(data, expected, codes):
    source = read_html(data, "trang.htm", Limits())
    assert texts(source) == expected
    assert [error.code for error in source.errors] == codes


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("", ["no_text"]),
        ("<img src=a.png>", ["no_text"]),
        ("<p>Ảnh</p><img src=a.png>", ["no_text"]),
        ("<p>Chữ</p>", []),
        ("<font>" * 3000 + "sâu", ["too_deep", "no_text"]),
    ],
)
def test_what_could_not_be_read_is_told(body, codes):
    assert [error.code for error in read(page(body)).errors] == codes


def test_unclosed_tags_do_no_harm():
    assert texts(read(page("<font>" * 1000 + "<p>chữ</p>"))) == ["chữ"]


def test_entities_of_a_dtd_are_not_known():
    dtd = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "bom">]>'
    source = read(f"{dtd}<html><body><p>a &x; &y;</p></body></html>")
    assert "root:" not in str(source.parts) and source.parts[-1].text == "a &x; &y;"


def test_too_large():
    with pytest.raises(ReadError) as caught:
        read_html(b"<p>" + b"a" * 2000, "to.htm", Limits(bytes=1000))
    assert caught.value.code == "too_large" and caught.value.file == "to.htm"


def test_empty_and_broken_bytes():
    assert [error.code for error in read_html(b"", "rong.htm", Limits()).errors] == ["no_text"]
    chance = random.Random(3)
    data = page("<table><tr><td>a<td>b</table><ol><li>x</ol><p style='mso-list:l0 level1'>y</p>").encode()
    for _ in range(200):
        broken = bytearray(data)
        for _ in range(8):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        read_html(bytes(broken), "hong.htm", Limits())


def test_conditions_without_end_take_no_time():
    assert texts(read("<p>x</p>" + "<!--[if gte vml 1]>" * 50_000 + "<p>y")) == ["x", "[if gte vml 1]>" * 50_000, "y"]
    assert read(page("<![if !vml]>" * 50_000 + "<p>x")).parts[0].text == "x"


def test_a_page_that_was_saved_as_another_code_page_is_made_good():
    lines = "<p>Kế hoạch trồng rừng của xã Đồi Sim.</p><p>Các thôn thực hiện.</p>"
    shown = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in lines.encode())
    assert texts(read(page(shown))) == texts(read(page(lines)))
