"""KH301–KH310: figures that contradict each other."""

import pytest
from plan_findings import findings, found


def table(code, rows):
    """One test a row: what the body says, and what the rule quotes."""
    return pytest.mark.parametrize(
        ("code", "line", "quotes"), [pytest.param(code, line, quotes, id=line[:50]) for line, quotes in rows]
    )


SHARES = [
    ("Có 40/116 xã đạt chuẩn (34,48%).", []),
    ("Có 40/116 xã đạt chuẩn (43,48%).", ["40/116 xã đạt chuẩn (43,48%)"]),
    ("Có 02/15 đơn vị (13,3%), 09/15 đơn vị (60%).", []),
    ("Có 02/15 đơn vị (13,3%), 09/15 đơn vị (66%).", ["09/15 đơn vị (66%)"]),
    ("Có 2/13 xã (trên 15% số xã).", []),
    ("Tiêm 1.250/1.500 con (83,3%).", []),
    ("Tiêm 1.250/1.500 con (93,3%).", ["1.250/1.500 con (93,3%)"]),
    ("Có 629/731 hộ kê khai, đạt tỷ lệ 86,0%.", []),
    ("Có 629/731 hộ kê khai, đạt tỷ lệ 86,1%.", ["629/731 hộ kê khai, đạt tỷ lệ 86,1%"]),
    ("Từ ngày 05/3/2026 tăng 5 điểm (20%).", []),
    ("Tiêm 40/60 đàn, đạt tỷ lệ 66,7%.", []),
    ("Tiêm 40/60 đàn, đạt tỷ lệ 66,6%.", ["40/60 đàn, đạt tỷ lệ 66,6%"]),
    ("Tiêm 40/60 đàn (66%).", ["40/60 đàn (66%)"]),
    ("Tiêm 40/60 đàn, đạt 95% kế hoạch.", []),
    ("Đến tháng 6/2026, tỷ lệ hộ tiêm phòng đạt 69%.", []),
    ("Có 12/15 thôn có tỷ lệ hộ tiêm phòng đạt 69%.", []),
    ("Có 12/15 thôn họp, số hộ tiêm phòng đạt 69%.", []),
]
PARTS = [
    ("Có thêm 37 xã đạt chuẩn, trong đó có 30 xã nâng cao.", []),
    (
        "Có thêm 37 xã đạt chuẩn, trong đó có 40 xã nâng cao.",
        ["37 xã đạt chuẩn, trong đó có 40 xã"],
    ),
    ("Có 12 thôn, trong đó 45 hộ nghèo.", []),
    ("Có 117/116 xã đạt chuẩn.", ["117/116 xã"]),
    ("Có 116/116 xã đạt chuẩn.", []),
    ("Tổ chức vào ngày 24/7 năm 2026.", []),
]
RANGES = [
    ("Tỷ lệ tiêm từ 80 - 85%.", []),
    ("Tỷ lệ tiêm từ 85 - 80%.", ["85 - 80%"]),
    ("Giảm tỷ lệ hộ nghèo từ 8 - 5%.", []),
    ("Xây 05 - 03 mô hình.", ["05 - 03 mô hình"]),
]
GRADES = [
    ("Từ 80% - dưới 90% cộng 02 điểm; từ 90% - dưới 95% cộng 03 điểm.", []),
    (
        "Từ 80% - 90% cộng 02 điểm; từ 90% - 95% cộng 03 điểm.",
        ["80% - 90% cộng 02 điểm; từ 90% - 95% cộng 03 điểm"],
    ),
    ("Từ 80% - 90% cộng 02 điểm; từ 91% - 95% cộng 03 điểm.", []),
]
SUMS = [
    ("Kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng, ngân sách xã 200 triệu đồng.", []),
    (
        "Kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng, ngân sách xã 150 triệu đồng.",
        ["500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng, ngân sách xã 150 triệu đồng"],
    ),
    ("Kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng và vốn khác.", []),
    (
        "Kinh phí 500 triệu đồng, gồm ngân sách 300 triệu đồng, quỹ 100 triệu đồng, phần còn lại vận động xã hội hóa.",
        [],
    ),
    ("Tập huấn 60 người, gồm 40 người của thôn và 20 người của xã; riêng năm đầu là 30 người.", []),
    (
        "Có 50 mô hình “Dân vận khéo” được công nhận, gồm: 30 mô hình kinh tế, 15 mô hình văn hóa và 10 mô hình khác.",
        ["50 mô hình “Dân vận khéo” được công nhận, gồm: 30 mô hình kinh tế, 15 mô hình văn hóa và 10 mô hình khác"],
    ),
    (
        "Tổng kinh phí 12.500.000 đồng, trong đó: giải thưởng 8.000.000 đồng; nước uống 5.500.000 đồng.",
        ["12.500.000 đồng, trong đó: giải thưởng 8.000.000 đồng; nước uống 5.500.000 đồng"],
    ),
    ("Tổng kinh phí 12.500.000 đồng, trong đó: giải thưởng 8.000.000 đồng; nước uống 4.500.000 đồng.", []),
    ("Kinh phí 1.286,5 tỷ đồng, gồm: ngân sách tỉnh 886,5 tỷ đồng; ngân sách xã 400 tỷ đồng.", []),
    (
        "Có 386 cơ sở, trong đó Công an quản lý 142 cơ sở, xã quản lý 254 cơ sở.",
        ["386 cơ sở, trong đó Công an quản lý 142 cơ sở, xã quản lý 254 cơ sở"],
    ),
    ("Có 386 cơ sở, trong đó 142 cơ sở mới, 90 cơ sở nhỏ.", []),  # not all of them
    ("Tập huấn 1.200 lượt cán bộ thôn, gồm: năm 2026 là 700 lượt, năm 2027 là 500 lượt.", []),
    (
        "Tập huấn 1.200 lượt cán bộ thôn, gồm: năm 2026 là 700 lượt, năm 2027 là 600 lượt.",
        ["1.200 lượt cán bộ thôn, gồm: năm 2026 là 700 lượt, năm 2027 là 600 lượt"],
    ),
]
BRACKETS = [
    ("Toàn xã có 9 chi hội.", []),
    ("Toàn xã có 17 chi hội (10 chi hội thôn, 07 chi hội cơ quan).", []),
    (
        "Toàn xã có 17 chi hội (10 chi hội thôn, 06 chi hội cơ quan).",
        ["17 chi hội (10 chi hội thôn, 06 chi hội cơ quan)"],
    ),
    ("Mỗi đội 05 học sinh (04 chính thức, 02 dự bị).", ["05 học sinh (04 chính thức, 02 dự bị)"]),
    ("Mở 12 lớp (36 học viên, 24 buổi).", []),
    ("Trồng 20 cây (02 cây lim).", []),
]
SCORES = [(("10", "15", "25"), []), (("10", "15", "30"), ["(30 điểm)"])]


@table("KH301", SHARES)
def test_shares(code, line, quotes):
    assert found(code, "I. MỤC TIÊU", line) == quotes


@table("KH302", PARTS)
def test_parts_and_wholes(code, line, quotes):
    assert found(code, "I. MỤC TIÊU", line) == quotes


@table("KH303", RANGES)
def test_ranges(code, line, quotes):
    assert found(code, "I. MỤC TIÊU", line) == quotes


@table("KH304", GRADES)
def test_grades(code, line, quotes):
    assert found(code, "I. CHẤM ĐIỂM", line) == quotes


@table("KH306", SUMS)
def test_sums(code, line, quotes):
    assert found(code, "I. KINH PHÍ", line) == quotes


@table("KH311", BRACKETS)
def test_parts_in_brackets(code, line, quotes):
    assert found(code, "I. ĐỐI TƯỢNG", line) == quotes


@pytest.mark.parametrize(("points", "quotes"), SCORES, ids=["they add up", "they do not"])
def test_scores(points, quotes):
    one, two, whole = points
    lines = (f"1. Đường sạch ({whole} điểm)", f"- Không có rác: {one} điểm.", f"- Có cây xanh: tối đa {two} điểm.")
    assert found("KH312", "I. CHẤM ĐIỂM", *lines) == quotes


@pytest.mark.parametrize(
    ("added", "quotes"), [(3, []), (4, ["04 thôn đạt chuẩn văn hóa"])], ids=["the years agree", "one year does not"]
)
def test_cumulation(added, quotes):
    years = (
        "- Năm 2026: có thêm 02 thôn đạt chuẩn văn hóa. Lũy kế có 05/12 thôn đạt chuẩn văn hóa.",
        f"- Năm 2027: có thêm 0{added} thôn đạt chuẩn văn hóa. Lũy kế có 08/12 thôn đạt chuẩn văn hóa.",
    )
    assert found("KH305", "I. MỤC TIÊU", "1. Từng năm:", *years) == quotes


@pytest.mark.parametrize(("total", "quotes"), [("30", []), ("35", ["35"])])
def test_totals_of_tables(total, quotes):
    body = f"| TT | Thôn | Số chó |\n|---|---|---|\n| 1 | Đông | 10 |\n| 2 | Tây | 20 |\n| Tổng cộng | | {total} |"
    assert found("KH307", "I. SỐ LIỆU", "Số liệu như sau:", *body.splitlines()) == quotes


@pytest.mark.parametrize(("part", "quotes"), [("850", []), ("950", ["1.250 triệu đồng"])])
def test_parts_in_the_lines_below_their_total(part, quotes):
    lines = (
        "1. Tổng kinh phí là 1.250 triệu đồng (Một tỷ hai trăm năm mươi triệu đồng), gồm:",
        f"- Mua vắc xin: {part} triệu đồng;",
        "- Tập huấn (02 lớp): 400 triệu đồng.",
    )
    assert found("KH306", "I. KINH PHÍ", *lines) == quotes


def test_the_total_among_other_sums():
    lines = (
        "1. Kinh phí: 168 triệu đồng, trong đó ngân sách xã 120 triệu đồng, xã hội hóa 48 triệu đồng, gồm:",
        "- Tập huấn: 100 triệu đồng;",
        "- Phun thuốc: {} triệu đồng.",
    )
    for part, quotes in ((68, []), (72, ["168 triệu đồng"])):
        assert found("KH306", "I. KINH PHÍ", *(line.format(part) for line in lines)) == quotes


@pytest.mark.parametrize(("total", "quotes"), [("30", []), ("35", ["35"])])
def test_totals_over_groups(total, quotes):
    rows = [
        "| A | Khu một | |",
        "| 1 | Đông | 10 |",
        "| B | Khu hai | |",
        "| 2 | Tây | 20 |",
        f"| Tổng cộng | | {total} |",
    ]
    assert found("KH307", "I. SỐ LIỆU", "Số liệu:", "| TT | Thôn | Chó |", "|---|---|---|", *rows) == quotes


def test_shares_are_no_parts():
    rows = [
        "| TT | Thôn | Năm 2026 | Năm 2027 | Cả giai đoạn |",
        "|---|---|---|---|---|",
        "| 1 | Số chó tiêm | 10 | 20 | 30 |",
        "| 2 | Số mèo tiêm | 5 | 0 | 5 |",
        "| 3 | Tỷ lệ tiêm (%) | 80 | 85 | 85 |",
    ]
    assert found("KH313", "I. SỐ LIỆU", "Số liệu như sau:", *rows) == []


@pytest.mark.parametrize(
    ("whole", "quotes"), [("30", []), ("31", ["10\n20\n31"])], ids=["as in all rows", "one row that does not add up"]
)
def test_columns_that_sum_up_those_before_them(whole, quotes):
    rows = [
        "| TT | Thôn | Đợt 1 | Đợt 2 | Cả năm (liều) |",
        "|---|---|---|---|---|",
        f"| 1 | Đông | 10 | 20 | {whole} |",
        "| 2 | Tây | 5 | 0 | 5 |",
        "| 3 | Nam | 7 | 8 | 15 |",
    ]
    assert found("KH313", "I. SỐ LIỆU", "Số liệu như sau:", *rows) == quotes


def test_columns_below_a_wide_title():
    rows = [
        "| TT | Xã | Số lượt | | |",
        "|---|---|---|---|---|",
        "| | | Năm 2026 | Năm 2027 | Cộng |",
        "| 1 | Đông | 10 | 20 | 30 |",
        "| 2 | Tây | 5 | 7 | 14 |",
        "| 3 | Nam | 7 | 8 | 15 |",
    ]
    assert found("KH313", "I. SỐ LIỆU", "Số liệu như sau:", *rows) == ["5\n7\n14"]


@pytest.mark.parametrize(("told", "quotes"), [("10", []), ("104", []), ("106", ["Mở 106 lớp"])])
def test_a_total_told_unlike_the_table(told, quotes):
    rows = [
        "| TT | Tên lớp | Số lớp |",
        "|---|---|---|",
        "| 1 | Ươm cây | 60 |",
        "| 2 | Giữ rừng | 44 |",
        "| | Tổng cộng | 104 |",
    ]
    assert found("KH315", "I. NHIỆM VỤ", f"- Mở {told} lớp.", *rows) == quotes


def test_a_total_of_two_tables_or_sentences_is_told_unlike_neither():
    rows = ["| TT | Tên lớp | Số lớp |", "|---|---|---|", "| 1 | Ươm cây | 60 |", "| 2 | Giữ rừng | 44 |"]
    rows.append("| | Tổng cộng | 104 |")
    assert found("KH315", "I. NHIỆM VỤ", "- Mở 106 lớp trồng rừng.", "- Mở 98 lớp chăn nuôi.", *rows) == []


def test_a_column_that_sums_up_nothing():
    rows = [
        "| TT | Thôn | Hộ | Chó | Tổng |",
        "|---|---|---|---|---|",
        "| 1 | Đông | 10 | 20 | 7 |",
        "| 2 | Tây | 5 | 0 | 9 |",
        "| 3 | Nam | 7 | 8 | 2 |",
    ]
    assert found("KH313", "I. SỐ LIỆU", "Số liệu như sau:", *rows) == []


@pytest.mark.parametrize(
    ("row", "quotes"),
    [
        ("Nâng tỷ lệ chó tiêm vắc xin dại tối thiểu 80%", ["Nâng tỷ lệ chó tiêm vắc xin dại tối thiểu 80%"]),
        ("Nâng tỷ lệ chó tiêm vắc xin dại đạt 90%", []),
        ("Nâng tỷ lệ chó tiêm vắc xin dại của hộ nghèo đạt 80%", []),
    ],
    ids=["another figure", "as in the text", "of a part"],
)
def test_aims_of_text_and_table(row, quotes):
    table = ["| TT | Nhiệm vụ | Chủ trì |", "|---|---|---|", f"| 1 | {row} | Trạm Thú y |"]
    lines = ("- Tỷ lệ chó nuôi được tiêm vắc xin dại đạt 90%.", "II. NHIỆM VỤ", "Như sau:", *table)
    assert found("KH314", "I. CHỈ TIÊU", *lines) == quotes


def test_two_values_of_one_indicator():
    lines = ("Tỷ lệ chó được tiêm vắc xin dại đạt 90%.", "II. CHỈ TIÊU", "Tỷ lệ chó được tiêm vắc xin dại đạt 95%.")
    (one,) = findings("KH308", "I. MỤC TIÊU", *lines)
    assert "95%" in one.quote
    assert "90%" in one.message
    assert not found("KH308", "I. MỤC TIÊU", *(line.replace("95", "90") for line in lines))


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Trong đó: Khu vực nông, lâm nghiệp và thuỷ sản chiếm 34,48%.", []),
        (
            "Trong đó: Khu vực nông, lâm nghiệp và thuỷ sản chiếm 34,86%.",
            ["Khu vực nông, lâm nghiệp và thuỷ sản chiếm 34,86%"],
        ),
        ("Năm 2019: nông, lâm nghiệp, thủy sản chiếm 41,2%.", []),
        ("Nông, lâm nghiệp chiếm 30%.", []),
    ],
    ids=["as in the table", "another figure", "a year that the table lacks", "another thing"],
)
def test_shares_of_text_and_table(line, quotes):
    table = (
        "| STT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2026 |\n|---|---|---|---|---|\n"
        "| 1 | Nông, lâm nghiệp, thủy sản | % | 34,48 | 33,31 |\n| 2 | Dịch vụ | % | 65,52 | 66,69 |"
    )
    assert found("KH310", "I. TÌNH HÌNH", line, "", table, "") == quotes
