"""Ruled tables of a PDF: cells, merged cells, tables over several pages, rules that are no table."""

import pytest
from pdf_files import LEFT, Pdf, grids, needs_font, texts

from kehoach.ingest.source import Grid

pytestmark = needs_font

XS = [85, 120, 330, 440, 539]
HEAD = ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]


def test_cells_and_their_paragraphs():
    text = "Xây dựng kế hoạch kiểm tra\nviệc thực hiện phong trào;\n- Tổng hợp kết quả."
    rows = [HEAD, ["1", text, "Quý I/2026", "Sở Nội vụ"], ["2", "", "2025-2026", "Sở Y tế\nCác địa phương"]]
    pdf = Pdf().middle(60, "PHỤ LỤC").table(XS, [90, 120, 180, 230], rows)
    source = pdf.para("Danh sách có 02 nhiệm vụ./.").read()
    assert source.parts[1] == Grid(
        [
            HEAD,
            [
                "1",
                "Xây dựng kế hoạch kiểm tra việc thực hiện phong trào;\n- Tổng hợp kết quả.",
                "Quý I/2026",
                "Sở Nội vụ",
            ],
            ["2", "", "2025-2026", "Sở Y tế\nCác địa phương"],
        ],
        page=1,
    )
    assert texts(source) == ["PHỤ LỤC", "Danh sách có 02 nhiệm vụ./."]


def test_merged_cells_stand_in_their_first_place():
    pdf = Pdf()
    for y in (100, 140, 180):
        pdf.rule(85 if y != 120 else 200, y, 500, y)
    pdf.rule(200, 120, 500, 120)  # the head of two columns
    for x in (85, 200, 500):
        pdf.rule(x, 100, x, 180)
    pdf.rule(350, 120, 350, 180)
    pdf.put(90, 114, "Thời gian", size=12).put(210, 114, "Phòng ban đào tạo", size=12)
    pdf.put(210, 134, "Sáng", size=12).put(360, 134, "Chiều", size=12)
    pdf.put(90, 154, "Thứ Hai", size=12).put(210, 154, "Văn phòng", size=12).put(360, 154, "Thanh tra", size=12)
    assert grids(pdf.read()) == [
        [["Thời gian", "Phòng ban đào tạo", ""], ["", "Sáng", "Chiều"], ["Thứ Hai", "Văn phòng", "Thanh tra"]]
    ]


def test_places_that_a_cell_above_takes():
    """On both pages over which a table runs; a first row that repeats the one above would be taken for the head."""
    pdf = Pdf()
    _with_merged_cell(pdf, 700, "Sở Y tế")
    _with_merged_cell(pdf.next(), 60, "Sở Nội vụ")
    (grid,) = (part for part in pdf.read().parts if isinstance(part, Grid))
    assert grid.rows == [
        ["Sở Y tế", "Tập huấn", "Quý I"],
        ["", "Sơ kết", "Quý II"],
        ["Sở Nội vụ", "Tập huấn", "Quý I"],
        ["", "Sơ kết", "Quý II"],
    ]
    assert grid.merged == {(1, 0), (3, 0)}


def _with_merged_cell(pdf, top, text):
    for y in (top, top + 30, top + 60):
        pdf.rule(85 if y != top + 30 else 200, y, 400, y)
    for x in (85, 200, 300, 400):
        pdf.rule(x, top, x, top + 60)
    for x, y, words in (
        (90, 14, text),
        (210, 14, "Tập huấn"),
        (210, 44, "Sơ kết"),
        (310, 14, "Quý I"),
        (310, 44, "Quý II"),
    ):
        pdf.put(x, top + y, words, size=12)


@pytest.mark.parametrize("draw", ["rect", "filled", "path"])
def test_borders_however_they_are_drawn(draw):
    pdf = Pdf()
    if draw == "rect":
        for x0, x1 in ((85, 200), (200, 400)):
            for y in (100, 130):
                pdf.canvas.rect(x0, 842 - y - 30, x1 - x0, 30)
    else:
        path = pdf.canvas.beginPath()
        for y in (100, 130, 160):
            path.rect(85, 842 - y, 315, 0.5)
        for x in (85, 200, 399.5):
            path.rect(x, 842 - 160, 0.5, 60)
        if draw == "filled":
            pdf.canvas.rect(85, 842 - 130, 315, 30, stroke=0, fill=0)
        pdf.canvas.drawPath(path, stroke=0, fill=1)
    for i, text in enumerate(["Thời gian", "Nội dung", "8h30", "Khai mạc"]):
        pdf.put(90 if i % 2 == 0 else 210, 120 + 30 * (i // 2), text, size=12)
    assert grids(pdf.read()) == [[["Thời gian", "Nội dung"], ["8h30", "Khai mạc"]]]


def test_table_open_at_its_sides():
    pdf = Pdf()
    for y in (100, 130, 160):
        pdf.rule(85, y, 500, y)
    pdf.rule(250, 100, 250, 160)
    for i, text in enumerate(["Chỉ tiêu", "Kết quả", "Hộ nghèo", "2%"]):
        pdf.put(90 if i % 2 == 0 else 260, 120 + 30 * (i // 2), text, size=12)
    assert grids(pdf.read()) == [[["Chỉ tiêu", "Kết quả"], ["Hộ nghèo", "2%"]]]


def test_word_set_over_into_the_next_cell_without_a_space():
    pdf = Pdf().table([85, 110, 300], [100, 130], [["", ""]])
    pdf.put(104, 118, "1", size=12).put(111, 118, "Phủ sóng 5G", size=12)
    assert grids(pdf.read()) == [[["1", "Phủ sóng 5G"]]]


def test_table_over_pages_is_one_without_its_repeated_head():
    pdf = Pdf().table(
        XS,
        [600, 630, 690, 790],
        [
            HEAD,
            ["1", "Tập huấn", "Quý I", "Sở Nội vụ"],
            ["2", "Hoàn thiện quy hoạch, kế hoạch", "Quý II", "Sở Xây dựng"],
        ],
    )
    pdf.next().middle(38, "2", "")
    rest = ["", "xây dựng các khu, cụm", "", ""]
    pdf.table(XS, [60, 90, 120, 160], [HEAD, rest, ["3", "Sơ kết", "Quý III", "Sở Tài chính"]])
    source = pdf.para("Ghi chú.").read()
    assert source.parts[0] == Grid(
        [
            HEAD,
            ["1", "Tập huấn", "Quý I", "Sở Nội vụ"],
            ["2", "Hoàn thiện quy hoạch, kế hoạch xây dựng các khu, cụm", "Quý II", "Sở Xây dựng"],
            ["3", "Sơ kết", "Quý III", "Sở Tài chính"],
        ],
        page=1,
    )
    assert texts(source) == ["Ghi chú."]


def test_row_divided_by_the_page_in_mid_sentence_before_a_capital():
    long = "Phát triển hạ tầng số phục vụ trung tâm\ntài chính quốc tế tại Thành phố Hồ Chí"
    pdf = Pdf().table([85, 110, 330, 539], [700, 790], [["1", long, "Bộ Khoa học và Công nghệ"]]).next()
    rows = [["", "Minh và Đà Nẵng.", ""], ["2", "Nội dung khác.", "Cục Viễn thông"]]
    pdf.table([85, 110, 330, 539], [60, 90, 120], rows)
    assert grids(pdf.read()) == [
        [
            [
                "1",
                "Phát triển hạ tầng số phục vụ trung tâm tài chính quốc tế tại Thành phố Hồ Chí Minh và Đà Nẵng.",
                "Bộ Khoa học và Công nghệ",
            ],
            ["2", "Nội dung khác.", "Cục Viễn thông"],
        ]
    ]


def test_new_row_after_a_page_break_stays_a_row():
    pdf = Pdf().table([85, 330, 539], [700, 750], [["Sở Nội vụ", "Tổng hợp kết quả"]]).next()
    pdf.table([85, 330, 539], [60, 90], [["Sở Tài chính", "Bố trí kinh phí"]])
    assert grids(pdf.read()) == [[["Sở Nội vụ", "Tổng hợp kết quả"], ["Sở Tài chính", "Bố trí kinh phí"]]]


@pytest.mark.parametrize(
    ("cell", "width", "expected"),
    [
        ("10.367.70\n0", 58, "10.367.700"),  # a figure that the narrow column broke
        ("ST\nT", 25, "STT"),
        ("Aeromonas\nsp, Vibrio", 62, "Aeromonas sp, Vibrio"),
        ("2025\n2026", 36, "2025 2026"),
        ("Quý IV/2025-\nQuý II/2026", 80, "Quý IV/2025- Quý II/2026"),
        ("35-\nNQ/TU", 60, "35-NQ/TU"),
        ("Tên đơn vị\nchủ trì", 75, "Tên đơn vị chủ trì"),
    ],
)
def test_words_broken_by_a_narrow_column(cell, width, expected):
    pdf = Pdf().table([85, 85 + width, 300], [100, 150], [[cell, "Nội dung"]])
    assert grids(pdf.read())[0][0][0] == expected


def test_tables_with_other_columns_stay_apart():
    pdf = Pdf().table([85, 300, 539], [700, 730], [["Chỉ tiêu", "Kết quả"]]).next()
    source = pdf.table([85, 200, 539], [60, 90], [["Đơn vị", "Nhiệm vụ"]]).read()
    assert [part.page for part in source.parts] == [1, 2]


def test_rules_and_frames_are_no_tables():
    pdf = Pdf().middle(60, "KẾ HOẠCH").rule(250, 66, 370, 66).rule(LEFT, 200, 300, 200)
    pdf.canvas.rect(40, 40, 515, 760)
    assert grids(pdf.para("Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh.").read()) == []
