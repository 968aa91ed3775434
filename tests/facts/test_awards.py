"""Awards that a plan provides for: form, class, who gives them, on which occasion."""

import pytest
from plan_texts import block_text, grounded, read, rules, under


def awards(*lines):
    plan = read(*lines)
    return [(a.form, a.award_class, a.authority, a.occasion) for a in grounded(plan, plan.awards)]


CHAIR = "Chủ tịch Ủy ban nhân dân tỉnh"


@rules(
    ("line", "expected"),
    {
        "form alone": ("- Giấy khen.", ("Giấy khen", None, None, None)),
        "class": ("- Huân chương Lao động hạng Ba.", ("Huân chương Lao động", "hạng Ba", None, None)),
        "authority": (f"- Bằng khen của {CHAIR}.", ("Bằng khen", None, CHAIR, None)),
        "authority ends before whom it is for": (
            "- Giấy khen của Giám đốc Sở Y tế đối với cá nhân.",
            ("Giấy khen", None, "Giám đốc Sở Y tế", None),
        ),
        "authority ends before what comes with it": (
            "- Giấy khen của Hiệu trưởng và thưởng 300 nghìn đồng.",
            ("Giấy khen", None, "Hiệu trưởng", None),
        ),
        "and before the sum": (
            "- Giấy khen của Trưởng Công an xã và 1.500.000 đồng.",
            ("Giấy khen", None, "Trưởng Công an xã", None),
        ),
        "authority that gives": (f"- {CHAIR} tặng Bằng khen cho 05 tập thể.", ("Bằng khen", None, CHAIR, None)),
        "several who each give their own": (
            "- Giám đốc sở, Thủ trưởng cơ quan, Chủ tịch UBND xã, phường tặng Giấy khen cho tập thể.",
            ("Giấy khen", None, "Giám đốc sở, Thủ trưởng cơ quan, Chủ tịch UBND xã, phường", None),
        ),
        "a department": ("- Sở Y tế xét tặng Giấy khen cho 40 tập thể.", ("Giấy khen", None, "Sở Y tế", None)),
        "whose award it is does not give it": (
            "- UBND tỉnh tặng Cờ thi đua của tỉnh cho 05 tập thể.",
            ("Cờ thi đua", None, "UBND tỉnh", None),
        ),
        "who is asked in the end": (
            "- Lựa chọn 03 tập thể trình Chủ tịch UBND tỉnh đề nghị Bộ trưởng Bộ Công Thương tặng Bằng khen.",
            ("Bằng khen", None, "Bộ trưởng Bộ Công Thương", None),
        ),
        "who gives the nearest": (
            "- Đề nghị Thủ tướng Chính phủ khen thưởng 01 xã, Chủ tịch nước tặng Huân chương Lao động.",
            ("Huân chương Lao động", None, "Chủ tịch nước", None),
        ),
        "authority that considers": (
            "- Ban Thường vụ Đảng ủy xét tặng Giấy khen cho 02 thôn.",
            ("Giấy khen", None, "Ban Thường vụ Đảng ủy", None),
        ),
        "a flag by its name": ("- Tặng Cờ “Thôn giữ rừng giỏi” cho 01 thôn.", ("Cờ", None, None, None)),
        "behind an honour of the past": (
            f"- Chọn 02 cá nhân đã có Giấy khen của xã, đề nghị {CHAIR} tặng Bằng khen.",
            ("Bằng khen", None, CHAIR, None),
        ),
        "authority that is asked": (
            f"- Ủy ban nhân dân xã trình {CHAIR} tặng Bằng khen cho 02 thôn.",
            ("Bằng khen", None, CHAIR, None),
        ),
        "authority proposed to": (
            "- Đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Nhì.",
            ("Huân chương Lao động", "hạng Nhì", "Chủ tịch nước", None),
        ),
        "flag": ("- Cờ thi đua của Ủy ban nhân dân tỉnh.", ("Cờ thi đua", None, "Ủy ban nhân dân tỉnh", None)),
        "title": ("- Danh hiệu Chiến sĩ thi đua cơ sở.", ("Chiến sĩ thi đua cơ sở", None, None, None)),
        "authority that is named as the giver of what others get": (
            "- 05 tập thể được Bộ Y tế tặng Cờ thi đua.",
            ("Cờ thi đua", None, "Bộ Y tế", None),
        ),
        "authority of what others get": (
            "- Các thôn được tặng Cờ thi đua của Ủy ban nhân dân tỉnh.",
            ("Cờ thi đua", None, "Ủy ban nhân dân tỉnh", None),
        ),
        "medal of remembrance": ("- Kỷ niệm chương.", ("Kỷ niệm chương", None, None, None)),
        "lower case": ("- Tặng giấy khen cho 05 tập thể.", ("Giấy khen", None, None, None)),
    },
)
def test_form_class_and_authority(line, expected):
    assert awards("I. HÌNH THỨC KHEN THƯỞNG", line) == [expected]


@rules(
    ("line", "quote"),
    {
        "form to authority": (f"- Bằng khen của {CHAIR};", f"Bằng khen của {CHAIR}"),
        "form to class": ("- Huân chương Lao động hạng Ba;", "Huân chương Lao động hạng Ba"),
        "clause of giving": ("- Tặng Giấy khen cho 05 tập thể; công khai kết quả.", "Tặng Giấy khen cho 05 tập thể"),
        "clause from who gives": (
            f"- Hằng năm, {CHAIR} tặng Bằng khen cho 05 tập thể.",
            f"{CHAIR} tặng Bằng khen cho 05 tập thể",
        ),
    },
)
def test_quotes(line, quote):
    plan = under("HÌNH THỨC KHEN THƯỞNG", line)
    assert [a.quote for a in grounded(plan, plan.awards)] == [quote]
    assert block_text(plan, plan.awards[0]) == line[2:]


@rules(
    ("lines", "occasions"),
    {
        "every year": (["- Hằng năm, Chủ tịch Ủy ban nhân dân xã tặng Giấy khen."], ["hàng năm"]),
        "special": (["- Khen thưởng đột xuất: Giấy khen của Chủ tịch Ủy ban nhân dân xã."], ["đột xuất"]),
        "the heading with its year": (
            ["1. Sơ kết năm 2027", f"- Bằng khen của {CHAIR}.", "2. Tổng kết năm 2030", f"- Bằng khen của {CHAIR}."],
            ["sơ kết 2027", "tổng kết 2030"],
        ),
        "the heading without year": (["1. Khen thưởng khi tổng kết", "- Giấy khen."], ["tổng kết"]),
        "not told": (["- Giấy khen."], [None]),
    },
)
def test_occasion(lines, occasions):
    assert [occasion for *_, occasion in awards("I. HÌNH THỨC KHEN THƯỞNG", *lines)] == occasions


def test_several_authorities_of_one_line():
    plan = read("I. HÌNH THỨC KHEN THƯỞNG", f"- Bằng khen của {CHAIR} và Giấy khen của Sở Y tế.")
    assert [(a.form, a.authority) for a in plan.awards] == [("Bằng khen", CHAIR), ("Giấy khen", "Sở Y tế")]


def test_several_forms_of_one_line():
    assert [form for form, *_ in awards("I. MỨC KHEN THƯỞNG", "- 01 Cờ thi đua, 03 Bằng khen, 10 Giấy khen.")] == [
        "Cờ thi đua",
        "Bằng khen",
        "Giấy khen",
    ]


def test_awards_that_semicolons_divide():
    found = awards(
        "I. HÌNH THỨC KHEN THƯỞNG", f"- Gồm: Bằng khen của Thủ tướng Chính phủ; Bằng khen của {CHAIR}; Giấy khen."
    )
    assert [(form, authority) for form, _, authority, *_ in found] == [
        ("Bằng khen", "Thủ tướng Chính phủ"),
        ("Bằng khen", CHAIR),
        ("Giấy khen", None),
    ]


def test_a_heading_of_what_an_award_takes_names_it():
    plan = read(
        "I. TIÊU CHUẨN, HÌNH THỨC, HỒ SƠ KHEN THƯỞNG", f"1. Tiêu chuẩn Giấy khen của {CHAIR}", "- Trồng từ 5 ha rừng."
    )
    assert [(a.form, a.authority) for a in plan.awards] == [("Giấy khen", CHAIR)]
    assert [b.roles for b in plan.blocks if b.heading][1] == ["criteria"]


def test_who_gives_stands_before_a_colon():
    line = "1. Tỉnh đoàn: tặng Cờ đơn vị xuất sắc cho 03 đơn vị dẫn đầu; Bằng khen cho 20 tập thể."
    assert read("I. KHEN THƯỞNG", line).criteria == []
    assert awards("I. KHEN THƯỞNG", line) == [
        ("Cờ đơn vị xuất sắc", None, "Tỉnh đoàn", None),
        ("Bằng khen", None, "Tỉnh đoàn", None),
    ]


def test_prizes_by_their_rank():
    plan = read(
        "I. CƠ CẤU GIẢI THƯỞNG",
        "- 01 giải Nhất: 3.000.000 đồng;",
        "- 02 giải Khuyến khích, mỗi giải 500.000 đồng;",
        "- Giấy khen của Hiệu trưởng cho đội đạt giải.",
    )
    assert [(a.form, a.award_class, a.authority) for a in plan.awards] == [
        ("Giải", "Nhất", None),
        ("Giải", "Khuyến khích", None),
        ("Giấy khen", None, "Hiệu trưởng"),
    ]
    assert [a.quote for a in grounded(plan, plan.awards)][:2] == [
        "01 giải Nhất: 3.000.000 đồng",
        "02 giải Khuyến khích, mỗi giải 500.000 đồng",
    ]
    assert plan.criteria == [], "how many prizes there are is no standard"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Đề nghị Chủ tịch UBND xã tặng Giấy khen cho 05 tập thể.", [("Giấy khen", "Chủ tịch UBND xã")]),
        ("- Đề nghị Chủ tịch UBND xã tặng Giấy khen cho tập thể có thành tích.", []),
        ("- Cá nhân được tặng Giấy khen cho 02 năm liền giữ kỷ luật.", []),
    ],
    ids=["with how many get it", "a general mention", "what someone was given"],
)
def test_awards_named_among_duties(line, found):
    plan = under("TỔ CHỨC THỰC HIỆN", line)
    assert [(a.form, a.authority) for a in grounded(plan, plan.awards)] == found


def test_a_table_of_prizes():
    plan = under(
        "HỘI THI",
        "1. Giải thưởng",
        "| Giải | Số lượng | Mức thưởng (đồng) |",
        "|---|---|---|",
        "| Nhất | 01 | 1.000.000 |",
        "| Khuyến khích | 04 | 300.000 |",
        "| Tổng cộng | 05 | 2.200.000 |",
    )
    assert [(a.form, a.award_class) for a in grounded(plan, plan.awards)] == [
        ("Giải", "Nhất"),
        ("Giải", "Khuyến khích"),
    ]
    assert plan.awards[0].quote.split() == ["Nhất", "01", "1.000.000"]


def test_prizes_counted_in_what_is_done():
    lines = ("- Tổ chức cuộc thi trực tuyến, trao 01 giải Nhất, 02 giải Nhì; tuyên truyền về giải Ba năm trước.",)
    plan = under("NỘI DUNG", *lines)
    assert [a.quote for a in grounded(plan, plan.awards)] == ["01 giải Nhất", "02 giải Nhì"]


def test_a_prize_in_a_line_of_its_own_is_quoted_with_what_comes_with_it():
    plan = under("CƠ CẤU GIẢI THƯỞNG", "Giải phụ: 04 giải (Mâm cơm đẹp, Đội cổ vũ hay): mỗi giải 500.000 đồng.")
    assert [a.quote for a in plan.awards] == ["Giải phụ: 04 giải (Mâm cơm đẹp, Đội cổ vũ hay): mỗi giải 500.000 đồng"]


def test_prizes_of_which_there_is_one_each():
    lines = ("- Giải Nhất: 1.500.000 đồng.", "Giải Nhì trị giá 1.000.000đ, giải Ba 500.000đ.")
    plan = under("CƠ CẤU GIẢI THƯỞNG", *lines)
    assert [(a.form, a.award_class, a.quote) for a in plan.awards] == [
        ("Giải", "Nhất", "Giải Nhất: 1.500.000 đồng"),
        ("Giải", "Nhì", "Giải Nhì trị giá 1.000.000đ"),
        ("Giải", "Ba", "giải Ba"),
    ]
    assert plan.criteria == []


def test_the_same_award_for_the_same_occasion_is_one():
    line = f"- Bằng khen của {CHAIR}."
    again = "- Tặng Bằng khen cho 05 tập thể."
    assert awards("I. HÌNH THỨC KHEN THƯỞNG", line, line, again, "- Bằng khen của Bộ trưởng Bộ Y tế.") == [
        ("Bằng khen", None, CHAIR, None),
        ("Bằng khen", None, "Bộ trưởng Bộ Y tế", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Khen thưởng kịp thời các điển hình.",
        "- Tập thể đã được tặng Bằng khen thì không xét.",
        "- Biểu dương 05 tập thể tiêu biểu.",
        "- Thực hiện theo Luật Thi đua, khen thưởng.",
        "- Cá nhân có Bằng khen được ưu tiên.",
        "- Được tặng Bằng khen của Bộ trưởng Bộ Y tế.",
        "- Tập thể 02 năm liên tục được tặng Cờ thi đua của Bộ Y tế.",
    ],
)
def test_what_is_no_award_even_under_awards(line):
    assert awards("I. HÌNH THỨC KHEN THƯỞNG", line) == []


def test_who_gives_what_under_standards_of_awards_provides_for_it():
    lines = ["- Bộ trưởng Bộ Y tế tặng Bằng khen cho 03 tập thể.", "- Được tặng Giấy khen của Giám đốc Sở Y tế."]
    assert awards("I. TIÊU CHUẨN KHEN THƯỞNG", *lines) == [("Bằng khen", None, "Bộ trưởng Bộ Y tế", None)]


@pytest.mark.parametrize("heading", ["HỒ SƠ KHEN THƯỞNG", "MỤC ĐÍCH", "KẾT QUẢ NĂM 2025"])
def test_awards_named_elsewhere_are_not_provided(heading):
    assert awards(f"I. {heading}", "- Báo cáo thành tích đề nghị tặng Bằng khen.") == []


def test_each_award_has_the_occasion_told_before_it():
    line = (
        "- Sơ kết (năm 2028): đề nghị Tư lệnh Quân khu tặng Bằng khen; tổng kết (năm 2030): đề nghị Chủ tịch nước "
        "tặng Huân chương Lao động hạng Ba."
    )
    assert awards("I. KHEN THƯỞNG", line) == [
        ("Bằng khen", None, "Tư lệnh Quân khu", "sơ kết 2028"),
        ("Huân chương Lao động", "hạng Ba", "Chủ tịch nước", "tổng kết 2030"),
    ]


def test_an_occasion_of_a_later_sentence_is_not_the_awards():
    line = "- Chủ tịch UBND xã tặng Giấy khen cho 05 hộ. Ngoài ra, khen đột xuất khi có thành tích."
    assert awards("I. KHEN THƯỞNG", line) == [("Giấy khen", None, "Chủ tịch UBND xã", None)]


def test_awards_of_each_round():
    assert awards("I. KHEN THƯỞNG", "- Giấy khen: tặng sau mỗi đợt thi đua, không chờ sơ kết.") == [
        ("Giấy khen", None, None, "sau mỗi đợt thi đua")
    ]


def test_what_those_who_register_are_to_be_given():
    plan = read("I. ĐĂNG KÝ DANH HIỆU THI ĐUA", "- Đề nghị Chủ tịch UBND xã tặng Giấy khen: 12 người.")
    assert [(a.form, a.authority) for a in plan.awards] == [("Giấy khen", "Chủ tịch UBND xã")]
