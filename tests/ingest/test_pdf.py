"""A digital PDF as read: order, columns, paragraphs, what belongs to the page only, and bad files."""

import io

import pypdfium2 as pdfium
import pytest
from pdf_files import LEFT, Pdf, grids, needs_font, texts
from reportlab.lib.utils import ImageReader

from kehoach.errors import ReadError
from kehoach.ingest import pdf as reader
from kehoach.ingest.pdf import read_pdf
from kehoach.ingest.source import Footnote, Grid, Limits

pytestmark = needs_font

LONG = (
    "Các sở, ban, ngành, đoàn thể tỉnh và Ủy ban nhân dân các xã, phường căn cứ chức năng, nhiệm vụ được giao xây dựng "
    "kế hoạch cụ thể, tổ chức phát động phong trào thi đua, định kỳ báo cáo kết quả về Sở Nội vụ để tổng hợp."
)
LONGER = "- Tuyên truyền sâu rộng mục đích, ý nghĩa của phong trào thi đua đến cán bộ, công chức, viên chức; " + LONG


def head(pdf):
    pdf.letterhead(["UBND TỈNH KIÊN GIANG", "SỞ NỘI VỤ"], "Số: 12/KH-SNV", "Kiên Giang, ngày 05 tháng 3 năm 2026")
    return pdf.middle(150, "KẾ HOẠCH").middle(168, "Phát động phong trào thi đua yêu nước năm 2026")


def test_letterhead_and_foot_are_grids_and_titles_are_lines_of_their_own():
    pdf = head(Pdf()).para(LONG).para("I. MỤC ĐÍCH, YÊU CẦU", "b").para("1. Mục đích", "b").para(LONGER)
    recipients = ["- Như trên;", "- Thường trực Tỉnh ủy, Thường trực Hội đồng", "nhân dân tỉnh;", "- Lưu: VT, TĐKT."]
    source = pdf.foot(recipients, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Bình"], 480).read()
    assert grids(source) == [
        [
            ["UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
            ["Số: 12/KH-SNV", "Kiên Giang, ngày 05 tháng 3 năm 2026"],
        ],
        [
            [
                "Nơi nhận:\n- Như trên;\n- Thường trực Tỉnh ủy, Thường trực Hội đồng nhân dân tỉnh;\n- Lưu: VT, TĐKT.",
                "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Bình",
            ]
        ],
    ]
    assert texts(source) == [
        "KẾ HOẠCH",
        "Phát động phong trào thi đua yêu nước năm 2026",
        LONG,
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        LONGER,
    ]
    assert [type(part).__name__ for part in source.parts] == ["Grid", *["Paragraph"] * 6, "Grid"]
    title, text, heading = source.parts[1], source.parts[3], source.parts[4]
    assert (title.align, title.bold, title.page, title.cut) == ("center", True, 1, False)
    assert (text.align, text.bold, text.indent) == ("justify", False, 36)
    assert (heading.align, heading.bold) == (None, True)


def test_letterhead_of_a_party_document():
    pdf = Pdf().middle(60, "TỈNH ỦY LÀO CAI", x=160).middle(74, "*", "", x=160).middle(90, "Số 35-NQ/TU", "", x=160)
    pdf.middle(60, "ĐẢNG CỘNG SẢN VIỆT NAM", x=410).middle(90, "Lào Cai, ngày 29 tháng 12 năm 2025", "i", x=410)
    source = pdf.middle(150, "NGHỊ QUYẾT").para(LONG).read()
    assert grids(source) == [
        [["TỈNH ỦY LÀO CAI\n*", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 35-NQ/TU", "Lào Cai, ngày 29 tháng 12 năm 2025"]]
    ]
    assert texts(source) == ["NGHỊ QUYẾT", LONG]


def test_decision_with_its_plan_has_a_foot_and_a_second_letterhead_inside():
    pdf = head(Pdf()).para("Điều 1. " + LONG)
    pdf.foot(["- Như Điều 1;", "- Lưu: VT."], ["GIÁM ĐỐC", "Lê An"], 330).next()
    pdf.middle(60, "SỞ NỘI VỤ", x=160).middle(60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=410, size=12)
    pdf.middle(76, "Độc lập - Tự do - Hạnh phúc", x=410, size=13)
    source = pdf.middle(120, "KẾ HOẠCH").para(LONG).read()
    assert [type(part).__name__[0] for part in source.parts] == list("GPPPGGPP")
    assert source.parts[5] == Grid(
        [["SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]], page=2
    )


def test_number_and_day_that_are_stamped_into_fields_afterwards():
    number, date = "Số:       /KH-UBND", "Sông Mơ, ngày     tháng 10 năm 2026"
    pdf = Pdf().letterhead(["ỦY BAN NHÂN DÂN", "XÃ SÔNG MƠ"], number, date).middle(150, "KẾ HOẠCH").para(LONG)
    pdf.stamp(160 + pdf.measure(["Số: "], "", 13) - pdf.measure([number], "", 13) / 2, 104, "25")
    pdf.stamp(408 + pdf.measure(["Sông Mơ, ngày "], "i", 13) - pdf.measure([date], "i", 13) / 2, 104, "30")
    assert grids(pdf.read())[0][1] == ["Số: 25 /KH-UBND", "Sông Mơ, ngày 30 tháng 10 năm 2026"]


def test_columns_end_where_the_text_around_them_begins():
    pdf = Pdf().para(LONG).put(LEFT, 200, "./.")
    pdf.foot(["- Như trên;", "- Lưu: VT."], ["GIÁM ĐỐC", "Lê An"], 230).middle(380, "ĐỀ CƯƠNG")
    pdf.put(LEFT, 420, "báo cáo kết quả.").middle(460, "SỞ NỘI VỤ", x=160)
    pdf.middle(460, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=410, size=12)
    source = pdf.middle(476, "Độc lập - Tự do - Hạnh phúc", x=410, size=13).middle(520, "KẾ HOẠCH").para(LONG).read()
    assert grids(source) == [
        [["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "GIÁM ĐỐC\nLê An"]],
        [["SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]],
    ]
    assert texts(source) == [LONG, "./.", "ĐỀ CƯƠNG", "báo cáo kết quả.", "KẾ HOẠCH", LONG]


def test_two_signatures_side_by_side():
    pdf = Pdf().para(LONG).put(LEFT, 300, "Nơi nhận:", "bi", 12).put(LEFT, 314, "- Lưu: VT.", size=11)
    for x, lines in ((300, ["ĐẠI DIỆN SỞ Y TẾ", "Lê An"]), (460, ["ĐẠI DIỆN HỘI NÔNG DÂN", "Vũ Bình"])):
        pdf.middle(300, lines[0], x=x, size=11).middle(380, lines[1], x=x, size=11)
    assert grids(pdf.read()) == [
        [["Nơi nhận:\n- Lưu: VT.", "ĐẠI DIỆN SỞ Y TẾ\nLê An", "ĐẠI DIỆN HỘI NÔNG DÂN\nVũ Bình"]]
    ]


def test_motto_set_close_to_a_long_issuer():
    issuer, motto = "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    pdf = Pdf().put(60, 60, issuer, "b", 12.5)
    pdf.put(60 + pdf.measure([issuer], "b", 12.5) + 9, 60, motto, "b", 11)
    assert grids(pdf.para(LONG).read())[0] == [[issuer, motto]]


@pytest.mark.parametrize(
    "style",
    [
        {"indent": 36},
        {"indent": 28, "pitch": 25, "space": 0},
        {"indent": 0, "space": 6},
        {"indent": 36, "justify": False},
        {"indent": -18, "left": LEFT + 18},
    ],
)
def test_paragraphs_by_geometry(style):
    items = ["1. Mục tiêu chung", LONG, LONGER, "- Thời gian: Quý I năm 2026.", "a) " + LONG, "Điều 2. " + LONGER, LONG]
    pdf = Pdf()
    for item in items:
        pdf.para(item, **style)
    assert texts(pdf.read()) == items


def test_wrapped_period_is_no_bullet():
    first = "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai 2021"
    pdf = Pdf().para(LONG).put(LEFT + 36, 200, first)
    pdf.put(LEFT, 218, "- 2025 trên địa bàn tỉnh.").put(LEFT + 36, 242, "- Nội dung khác.")
    assert texts(pdf.read())[1:] == [
        f"{first} - 2025 trên địa bàn tỉnh.",
        "- Nội dung khác.",
    ]


def test_hyphen_at_a_line_end_stays_in_the_word():
    pdf = Pdf().para(LONG).put(LEFT + 36, 200, "Thực hiện Công văn số 1849/BGDĐT-GDPT của Bộ; Công văn số 27/BGDĐT-")
    pdf.put(LEFT, 218, "GDPT của Bộ Giáo dục.")
    assert texts(pdf.read())[1] == (
        "Thực hiện Công văn số 1849/BGDĐT-GDPT của Bộ; Công văn số 27/BGDĐT-GDPT của Bộ Giáo dục."
    )


def test_paragraph_over_a_page_break_is_cut():
    last = "- Các đơn vị, địa phương báo cáo kết quả thực hiện phong trào này về Sở"
    pdf = head(Pdf()).para(LONG).put(LEFT + 36, 700, last)
    pdf.next().middle(40, "2", "").put(LEFT, 70, "Nội vụ trước ngày 15 tháng 12.").para(LONG).para(LONG)
    source = pdf.next().middle(40, "3", "").para(LONG).read()
    cut = [part for part in source.parts if getattr(part, "cut", False)]
    assert [(part.text, part.page) for part in cut] == [(last, 1)]
    assert texts(source)[4] == "Nội vụ trước ngày 15 tháng 12."


@pytest.mark.parametrize(
    ("last", "first", "x", "cut"),
    [
        (
            "4. Huy động nguồn lực, bảo đảm kinh phí, nguồn nhân lực để thực hiện",
            "a) Ngân sách tỉnh.",
            LEFT + 36,
            False,
        ),
        (
            "- Bố trí kinh phí từ ngân sách tỉnh để thực hiện các nhiệm vụ được giao;",
            "Công tác khác.",
            LEFT + 36,
            False,
        ),
        ("- Bố trí kinh phí từ ngân sách tỉnh để thực hiện các nhiệm vụ được giao", "theo quy định.", LEFT, True),
        ("- Bố trí kinh phí từ ngân sách tỉnh để thực hiện các nhiệm vụ của Quận", "Ninh Kiều.", LEFT, True),
        ("- Bố trí kinh phí từ ngân sách tỉnh để thực hiện các nhiệm vụ; kinh phí;", "nhân lực.", LEFT, True),
        ("- Bố trí kinh phí từ ngân sách tỉnh để thực hiện các nhiệm vụ; kinh phí;", "nhân lực.", LEFT + 36, False),
        ("- Bố trí kinh phí.", "Công tác khác.", LEFT + 36, False),
    ],
)
def test_what_follows_on_the_next_page_decides_on_cut(last, first, x, cut):
    pdf = Pdf().para(LONG).para(LONGER).para(LONG).para(LONGER).put(LEFT + 36, 780, last).next().put(x, 60, first)
    source = pdf.para(LONGER).para(LONG).read()
    assert [part.cut for part in source.parts if part.text == last] == [cut]


def test_page_numbers_running_lines_and_stamps_are_left_out():
    pdf = Pdf()
    for number in range(1, 5):
        if number > 1:
            pdf.middle(38, str(number), "", size=13)
        pdf.para(f"{number}. {LONG}").para("Năm thực hiện: 2025", space=12)
        pdf.put(LEFT, 806, f"Kế hoạch thi đua - Trang {number}/4", "i", 9)
        if number < 4:
            pdf.next()
    pdf.put(470, 20, "Người ký: SỞ NỘI VỤ", size=8).put(470, 30, "Email: snv@kiengiang.gov.vn", size=8)
    pdf.put(470, 40, "Thời gian ký: 05.03.2026 10:31:05", size=8)
    source = pdf.read()
    assert texts(source) == [t for n in range(1, 5) for t in (f"{n}. {LONG}", "Năm thực hiện: 2025")]


def test_number_at_the_top_that_ends_a_sentence_is_kept():
    last = "Mục tiêu này phải được hoàn thành trong giai đoạn từ nay đến hết tháng 6 năm"
    pdf = Pdf().para(LONG).put(LEFT + 36, 700, last)
    source = pdf.next().put(LEFT, 60, "2030.").para(LONG).read()
    assert "2030." in texts(source)


def test_label_and_value_stay_in_one_row():
    rows = [("Tỷ lệ hộ nghèo", "dưới 2%"), ("Số xã đạt chuẩn", "13/13 xã"), ("Thu nhập bình quân", "70 triệu")]
    pdf = Pdf().para(LONG)
    for i, (label, _) in enumerate(rows):
        pdf.put(LEFT + 36, 200 + 20 * i, label)
    for i, (_, value) in enumerate(rows):
        pdf.put(440, 200.6 + 20 * i, value)
    assert texts(pdf.read())[1:] == [f"{label} {value}" for label, value in rows]


def test_footnotes_and_their_marks():
    pdf = Pdf().para(LONG)
    for y in (200, 400):
        pdf.put(LEFT, y, "theo quy định của Hiến pháp 2013 và giai đoạn 2021 - 2025")
    end = LEFT + pdf.measure(["theo quy định của Hiến pháp 2013"], "", 14)
    pdf.put(end, 395, "1", size=8).put(LEFT, 430, "Thực hiện Nghị quyết", "").put(LEFT + 126, 425, "2", size=8)
    pdf.rule(LEFT, 700, LEFT + 144, 700)
    pdf.put(LEFT, 710, "1", size=6.5).put(LEFT + 4, 714, "Hiến pháp năm 2013, sửa đổi năm 2025; Luật Tổ chức", size=10)
    pdf.put(LEFT, 726, "chính quyền địa phương.", size=10)
    pdf.put(LEFT, 736, "2", size=6.5).put(LEFT + 4, 740, "Nghị quyết số 35-NQ/TU của", size=10)
    pdf.next().para(LONG).rule(LEFT, 760, LEFT + 144, 760).put(LEFT, 774, "Tỉnh ủy Lào Cai.", size=10)
    source = pdf.read()
    assert source.footnotes == [
        Footnote("1", "Hiến pháp năm 2013, sửa đổi năm 2025; Luật Tổ chức chính quyền địa phương.", 1),
        Footnote("2", "Nghị quyết số 35-NQ/TU của Tỉnh ủy Lào Cai.", 1),
    ]
    # Figures of the text are no marks, though a mark "2" and the rest of a note without a mark are about.
    assert " ".join(texts(source)).count("Hiến pháp 2013 và giai đoạn 2021 - 2025") == 2
    assert "Thực hiện Nghị quyết" in " ".join(texts(source)) and "quyết 2" not in " ".join(texts(source))


def test_lost_spaces_come_back_from_the_gaps():
    pdf, x = Pdf().para(LONG), 100.0
    for word in ["BỘ", "KHOA", "HỌC", "VÀ", "CÔNG", "NGHỆ"]:
        for letter in word:
            pdf.put(x, 200, letter, "b", 13)
            x += pdf.measure([letter], "b", 13) - 1.1
        x += 2.4
    text = texts(pdf.put(100, 240, "PETROVIETNAM chuyển giao công nghệ blockchain", space=-0.9).read())
    assert text[1:] == ["BỘ KHOA HỌC VÀ CÔNG NGHỆ", "PETROVIETNAM chuyển giao công nghệ blockchain"]


@pytest.mark.parametrize("rotation", [0, 90])
def test_page_on_its_side(rotation):
    pdf = Pdf()
    pdf.canvas.translate(595, 0)
    pdf.canvas.rotate(90)
    pdf.height = 595.0
    source = pdf.para(LONG, right=760).para(LONGER, right=760).next(rotation).read()
    assert texts(source) == [LONG, LONGER]


def test_text_is_nfc_with_plain_bullets():
    pdf = Pdf().put(LEFT, 100, "• Ke\u0302\u0301 hoa\u0323ch thi đua")
    assert texts(pdf.read()) == ["• Kế hoạch thi đua"]


def picture(pdf):
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(buffer, "PNG")
    buffer.seek(0)
    pdf.canvas.drawImage(ImageReader(buffer), 0, 0, pdf.width, pdf.height)
    return pdf


@pytest.fixture
def without_ocr(monkeypatch):
    monkeypatch.setattr("kehoach.ingest.ocr.shutil.which", lambda command: None)


def test_scanned_page_is_reported_and_the_others_are_read(without_ocr):
    pdf = picture(Pdf().para(LONG).next()).put(400, 40, "Thời gian ký: 05.03.2026", size=8)
    source = pdf.next().para(LONG).read()
    assert texts(source) == [LONG, LONG]
    assert [(e.code, e.page) for e in source.errors] == [("no_text", 2)]
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in source.errors[0].message
    assert (source.pages, source.ocr) == (3, False)


def test_garbled_page_is_reported(without_ocr):
    pdf = Pdf()
    for i in range(12):
        pdf.put(LEFT, 60 + 18 * i, "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc")
    source = pdf.read()
    assert (source.parts, [(e.code, e.page) for e in source.errors]) == ([], [("garbled_text", 1)])


def test_empty_page_is_no_error():
    source = Pdf().next().para(LONG).read()
    assert (texts(source), source.errors) == ([LONG], [])


def test_a_page_that_fails_does_not_take_the_others_with_it(monkeypatch):
    read = reader.read_strokes

    def fail_once(page, view, state=[]):  # noqa: B006 - the list is the memory of the fake
        state.append(1)
        if len(state) == 1:
            raise ZeroDivisionError
        return read(page, view)

    monkeypatch.setattr(reader, "read_strokes", fail_once)
    source = Pdf().para(LONGER).next().para(LONG).read()
    assert (texts(source), [(e.code, e.page) for e in source.errors]) == ([LONG], [("page_failed", 1)])


def no_pages():
    buffer = io.BytesIO()
    pdfium.PdfDocument.new().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (lambda: b"", Limits(), "empty"),
        (no_pages, Limits(), "empty"),
        (lambda: b"not a PDF at all", Limits(), "damaged"),
        (lambda: Pdf().para(LONG).bytes()[:700], Limits(), "damaged"),
        (lambda: Pdf(password="bí mật").para(LONG).bytes(), Limits(), "encrypted"),
        (lambda: Pdf().para(LONG).next().next().bytes(), Limits(pages=2), "too_large"),
        (lambda: Pdf().para(LONG).bytes(), Limits(bytes=100), "too_large"),
    ],
)
def test_bad_files(data, limits, code):
    with pytest.raises(ReadError) as error:
        read_pdf(data(), "thử.pdf", limits)
    assert (error.value.code, error.value.file) == (code, "thử.pdf")
    assert error.value.message.endswith((".", ")"))


def test_a_file_is_refused_for_its_own_fault_not_for_that_of_the_one_before():
    codes = []
    for data in (b"not a PDF at all", no_pages(), Pdf(password="bí mật").para(LONG).bytes(), no_pages()):
        with pytest.raises(ReadError) as error:
            read_pdf(data, "thử.pdf", Limits())
        codes.append(error.value.code)
    assert codes == ["damaged", "empty", "encrypted", "empty"]


def test_owner_password_alone_does_not_lock():
    from reportlab.lib.pdfencrypt import StandardEncryption

    pdf = Pdf()
    pdf.canvas._doc.encrypt = None
    pdf.canvas.setEncrypt(StandardEncryption("", ownerPassword="chủ", canPrint=0))
    assert texts(pdf.para(LONG).read()) == [LONG]
