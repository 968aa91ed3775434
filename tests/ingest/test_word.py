"""Word documents as read: what a reader of the printed final version sees, and bad files."""

import io
import random
import zipfile

import pytest
from word_files import (
    CENTER,
    DELETED,
    MOTTO,
    box,
    docx,
    field,
    note,
    notes,
    p,
    part,
    r,
    sample,
    sample_tcvn3,
    table,
    tracked,
    zipped,
)

from kehoach.errors import ReadError
from kehoach.ingest.source import Footnote, Grid, Limits
from kehoach.ingest.word import read_docx

BREAK = "<w:r><w:br/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def read(body, **parts):
    return read_docx(docx(body, **parts), "thu.docx", Limits())


def texts(source):
    return [part.text for part in source.parts]


def labels(source):
    return [(part.label, part.text) for part in source.parts]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (p(r("Sở ") + r("Nội vụ", "<w:b/>")), ["Sở Nội vụ"]),
        (p("Sở\u00a0Nội   vụ\u200b\ufeff"), ["Sở Nội vụ"]),
        (p("So\u200b\u031b\u0309 Nội vụ"), ["Sở Nội vụ"]),
        (p("Ke\u0302\u0301 hoạch"), ["Kế hoạch"]),
        (
            p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r>"),
            ["a b-cd"],
        ),
        (p("") + p(" \u00a0 ") + p("chữ"), ["chữ"]),
        (p("<w:r><w:t>trang 1</w:t><w:lastRenderedPageBreak/><w:t> tiếp</w:t></w:r>"), ["trang 1 tiếp"]),
        (p(r("hết phần một") + PAGE_BREAK + r("PHỤ LỤC")), ["hết phần một", "PHỤ LỤC"]),
        # line breaks: a space in a paragraph, lines of a title, paragraphs where items were broken off
        (p(r("thực hiện") + BREAK + r("nhiệm vụ")), ["thực hiện nhiệm vụ"]),
        (p(r("KẾ HOẠCH") + BREAK + r("Thi đua"), CENTER), ["KẾ HOẠCH", "Thi đua"]),
        (p(r("KT. GIÁM ĐỐC") + BREAK + r("PHÓ GIÁM ĐỐC"), '<w:jc w:val="right"/>'), ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (p(r("- Việc một;") + BREAK + r("- Việc hai.")), ["- Việc một;", "- Việc hai."]),
        (p(r("gồm Sở A") + BREAK + r("- Sở B")), ["gồm Sở A - Sở B"]),
        (p(r("Trồng cây.") + BREAK + r("Chủ trì: Hạt Kiểm lâm.")), ["Trồng cây.", "Chủ trì: Hạt Kiểm lâm."]),
        (p(r("- Trồng cây (40 điểm)") + BREAK + r("- Giữ rừng")), ["- Trồng cây (40 điểm)", "- Giữ rừng"]),
        (p(r("đoạn một") + BREAK + BREAK + r("đoạn hai")), ["đoạn một", "đoạn hai"]),
        # tracked changes: the final text
        (p(r("giữ ") + tracked("ins", r("thêm ")) + tracked("del", DELETED) + r("hết")), ["giữ thêm hết"]),
        (p(tracked("moveFrom", r("chỗ cũ"))) + p(tracked("moveTo", r("chỗ mới"))), ["chỗ mới"]),
        (p("đầu ", f"<w:rPr>{tracked('del', '')}</w:rPr>") + p("cuối", CENTER), ["đầu cuối"]),
        (p("cụt ", f"<w:rPr>{tracked('del', '')}</w:rPr>"), ["cụt"]),
        # hidden text, fields, controls, links
        (p(r("thấy ") + r("ẩn ", "<w:vanish/>") + r("rõ")), ["thấy rõ"]),
        (p(r("cả đoạn ẩn", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>"), []),
        (p(r("trang ") + field("PAGE", r("12"))), ["trang 12"]),
        (p(field("IF " + "x", r("ngoài ") + field("DATE", r("trong")))), ["ngoài trong"]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("trường hỏng vẫn đọc")), ["trường hỏng vẫn đọc"]),
        (p(f'<w:fldSimple w:instr="DATE">{r("năm 2026")}</w:fldSimple>'), ["năm 2026"]),
        (
            p(f'<w:hyperlink r:id="x">{r("liên kết")}</w:hyperlink><w:smartTag>{r(" thẻ")}</w:smartTag>'),
            ["liên kết thẻ"],
        ),
        (f"<w:sdt><w:sdtContent>{p('điều khiển')}</w:sdtContent></w:sdt>", ["điều khiển"]),
        (p(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"), []),
        (p(f"<w:r><w:ruby><w:rt>{r('phiên')}</w:rt><w:rubyBase>{r('gốc')}</w:rubyBase></w:ruby></w:r>"), ["gốc"]),
        (p(r("Kế hoạch", "<w:caps/>")), ["KẾ HOẠCH"]),
        (p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r(" 95%")), ["≥ 95%"]),
        (
            p(
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
            ),
            ["1/2"],
        ),
        # text boxes: once, at their anchor
        (p(r("neo") + box(p("MẬT"))), ["neo", "MẬT"]),
        (p(box(p("DỰ THẢO")) + r("KẾ HOẠCH")), ["DỰ THẢO", "KẾ HOẠCH"]),
        (p(box(p("ở dưới"), offset=400_000) + r("ở trên")), ["ở trên", "ở dưới"]),
        (p(r("I. MỤC ĐÍCH") + BREAK + r("1. Trồng rừng.")), ["I. MỤC ĐÍCH", "1. Trồng rừng."]),
        # a frame of one cell is no table, nor is a page laid out in one column
        (table(("Khung|hai dòng",)), ["Khung", "hai dòng"]),
        (table(("I. Việc",), ("Trồng|Chăm",)), ["I. Việc", "Trồng", "Chăm"]),
    ],
)
def test_text(xml, expected):
    assert texts(read(xml)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", "b|c")], [["a", "b\nc"]]),
        ([(("", p(r("một") + BREAK + r("hai"))), "x")], [["một\nhai", "x"]]),
        ([(('<w:gridSpan w:val="2"/>', "rộng"), "c"), ("1", "2", "3")], [["rộng", "", "c"], ["1", "2", "3"]]),
        ([(('<w:vMerge w:val="restart"/>', "cao"), "b"), (("<w:vMerge/>", "thừa"), "d")], [["cao", "b"], ["", "d"]]),
        ([("thiếu",), ("1", "2")], [["thiếu", ""], ["1", "2"]]),
        ([(('<w:gridSpan w:val="999999999"/>', "phá"), "b")], [["phá", *[""] * 62, "b"]]),
        ([("x", ("", table(("n1", "n2")) + p("sau")))], [["x", "n1\nn2\nsau"]]),
    ],
)
def test_tables(rows, expected):
    (grid,) = read(table(*rows)).parts
    assert grid.rows == expected


def test_places_that_a_cell_above_takes():
    begun, further = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    rows = [
        ((begun, "cao"), "b", "c"),
        ((further, ""), (wide, "d")),
        ("e", (begun, "f"), "g"),
        ("h", (further, ""), "i"),
    ]
    (grid,) = read(table(*rows)).parts
    assert grid.merged == {(1, 0), (3, 1)}


def test_deleted_rows_and_empty_tables_are_left_out():
    gone = table(("bỏ", "bỏ")).replace("<w:tr>", f"<w:tr><w:trPr>{tracked('del', '')}</w:trPr>")
    assert read(gone + table(("", "")) + p("còn")).parts == read(p("còn")).parts


STYLES = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:ind w:firstLine="720"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
)


@pytest.mark.parametrize(
    ("xml", "bold", "italic", "align", "indent"),
    [
        (p("a"), False, False, "justify", 36.0),
        (p("a", '<w:pStyle w:val="Dam"/>'), True, False, "center", 36.0),
        (p(r("a", '<w:b w:val="0"/>'), '<w:pStyle w:val="Dam"/>'), False, False, "center", 36.0),
        # a bold style on bold text is not bold (toggle properties)
        (p(r("a", '<w:rStyle w:val="Manh"/>'), '<w:pStyle w:val="Dam"/>'), False, False, "center", 36.0),
        (p(r("a", '<w:rStyle w:val="Manh"/><w:i/>')), True, True, "justify", 36.0),
        (p(r("Mục đích", "<w:b/>") + r(".")), True, False, "justify", 36.0),
        (p(r("1. Thời gian:", "<w:b/>") + r(" trong tháng 3 năm 2026")), False, False, "justify", 36.0),
        (p("a", '<w:pStyle w:val="Vong"/>'), False, False, "justify", 0.0),
        (p("a", '<w:ind w:left="720" w:hanging="360"/><w:jc w:val="end"/>'), False, False, "right", 18.0),
    ],
)
def test_look(xml, bold, italic, align, indent):
    found = read(xml, styles=STYLES).parts[0]
    assert (found.bold, found.italic, found.align, found.indent) == (bold, italic, align, indent)


def test_notes_in_the_order_of_the_text_without_marks_in_it():
    body = p(r("một") + note("footnote", 3) + r(", hai") + note("footnote", 2) + r(", ba") + note("endnote", 2)) + p(
        tracked("del", note("footnote", 4))
        + r("bốn")
        + "<w:r>"
        + '<w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t>'
        + "</w:r>"
    )
    footnotes = notes("footnote", "thứ hai", "thứ nhất", "đã xoá", "dấu sao")
    source = read(body, footnotes=footnotes, endnotes=notes("endnote", "cuối"))
    assert texts(source) == ["một, hai, ba", "bốn"]
    assert source.footnotes == [
        Footnote("1", "thứ nhất"),
        Footnote("2", "thứ hai"),
        Footnote("i", "cuối"),
        Footnote("*", "dấu sao"),
    ]


def section(kind, title_page=""):
    return f'<w:sectPr><w:headerReference w:type="{kind}" r:id="header1"/>{title_page}</w:sectPr>'


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (p("KẾ HOẠCH") + section("first", "<w:titlePg/>"), table(("UBND XÃ A", MOTTO)), 2),
        (p("KẾ HOẠCH") + section("default"), table(("UBND XÃ A", MOTTO)), 2),
        (p("KẾ HOẠCH") + section("first"), table(("UBND XÃ A", MOTTO)), 1),  # not shown: no title page
        (p("KẾ HOẠCH") + section("default"), p("Trang 2"), 1),
        (table(("UBND XÃ A", MOTTO)) + p("KẾ HOẠCH") + section("default"), table(("UBND XÃ A", MOTTO)), 2),
    ],
)
def test_the_head_of_a_page_is_read_only_for_the_letterhead(body, head, expected):
    source = read(body, header1=head)
    assert len(source.parts) == expected
    assert (source.parts[0] == Grid([["UBND XÃ A", MOTTO.replace("|", "\n")]])) == (expected == 2)


def test_sample_in_full():
    source = read_docx(sample(), "mau.docx", Limits())
    assert labels(type(source)("", "", "", source.parts[1:14])) == [
        (None, "KẾ HOẠCH"),
        (None, "Phát động thi đua"),
        ("I.", "MỤC ĐÍCH, YÊU CẦU"),
        ("1.", "Mục đích"),
        ("1.1.", "Nâng cao"),
        ("1.2.", "Phát huy"),
        ("a)", "thứ nhất"),
        ("b)", "thứ hai"),
        ("-", "chấm"),
        ("+", "cộng"),
        ("2.", "Yêu cầu"),
        ("2.1.", "Kịp thời"),
        ("II.", "NỘI DUNG"),
    ]
    assert source.pages is None and not source.errors and source.media_type.endswith("wordprocessingml.document")


def test_text_of_8_bit_fonts():
    assert texts(read_docx(sample_tcvn3(), "cu.docx", Limits())) == [
        "ỦY BAN NHÂN DÂN",
        "Kế hoạch tổ chức phong trào thi đua yêu nước năm 2009",
        "Thực hiện Quyết định của Ủy ban nhân dân tỉnh",
        "Chữ Unicode thì để nguyên",
    ]


def test_unicode_text_in_a_style_that_names_an_8_bit_font_is_left_alone():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
    )
    assert texts(read(p("là cán bộ, có tên và số"), styles=styles)) == ["là cán bộ, có tên và số"]


def test_8_bit_text_that_lost_its_fonts():
    assert texts(read(p("Céng hoµ x· héi chñ nghÜa ViÖt Nam"))) == ["Cộng hoà xã hội chủ nghĩa Việt Nam"]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (p("<w:r><w:drawing><a:blip/></w:drawing></w:r>"), ["no_text"]),
        (p(), ["no_text"]),
        (p("Có chữ") + p("<w:r><w:pict><v:imagedata/></w:pict></w:r>"), ["no_text"]),
        (p("Có nhiều chữ. " * 20 + "<w:r/>") + p("<w:r><w:pict><v:imagedata/></w:pict></w:r>"), []),
        (p("Có chữ") + '<w:altChunk r:id="x"/>', ["embedded"]),
    ],
)
def test_what_could_not_be_read_is_told(body, codes):
    assert [error.code for error in read(body).errors] == codes


EMPTY = part("document", "<w:body/>").split("?>")[1]
GOOD = docx(p("Kế hoạch"))
DOCUMENT = {"word/document.xml": part("document", "<w:body/>")}


def bomb(size):
    return zipped({**DOCUMENT, "word/media/a.bin": b"\0" * size})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04rubbish", "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (zipped({"a.txt": "x"}), "damaged"),
        (zipped({"word/document.xml": "<w:document"}), "damaged"),
        (zipped({"word/document.xml": part("document", "")}), "damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]>' + EMPTY}), "unsafe"),
        (
            zipped(
                {"word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>' + EMPTY).encode("utf-16")}
            ),
            "unsafe",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "damaged"),
        (zipped({**DOCUMENT, **{f"a{n}": b"" for n in range(10_001)}}), "too_large"),
    ],
)
def test_bad_files(data, code):
    with pytest.raises(ReadError) as caught:
        read_docx(data, "hong.docx", Limits())
    assert caught.value.code == code
    assert caught.value.file == "hong.docx" and len(caught.value.message) > 30


def test_limits_of_size():
    for data, limits in ((GOOD, Limits(bytes=100)), (bomb(2**20), Limits(unpacked=2**19))):
        with pytest.raises(ReadError) as caught:
            read_docx(data, "to.docx", limits)
        assert caught.value.code == "too_large"


def test_a_size_that_lies_and_a_part_that_swells():
    big = zipped({"word/document.xml": part("document", f"<w:body>{' ' * 40 * 2**20}</w:body>")})
    real = zipfile.ZipFile(io.BytesIO(big)).infolist()[0].file_size
    lying = big.replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    for data in (big, lying):
        with pytest.raises(ReadError) as caught:
            read_docx(data, "bom.docx", Limits())
        assert caught.value.code in ("too_large", "damaged")


def test_strict_documents_and_macros():
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = part("document", f"<w:body>{p('chữ')}</w:body>").replace(usual, strict)
    data = zipped({"word/document.xml": document, "word/vbaProject.bin": b"x"})
    assert texts(read_docx(data, "m.docm", Limits())) == ["chữ"]


def test_broken_bytes_give_text_or_a_refusal_and_nothing_else():
    chance = random.Random(20)
    data = sample()
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 4, 16))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_docx(bytes(broken), "hong.docx", Limits())
        except ReadError as error:
            assert error.code in ("damaged", "too_large", "unsafe", "encrypted")


def test_time_grows_with_the_document_only():
    assert len(read(p("".join(r("chữ ") + BREAK for _ in range(20_000)))).parts) == 1
