"""Duties, reports, awards and departments as officers met them in drafts, on made-up wordings."""

import pytest
from drafted import locality
from test_levels import drafted, duties, under
from test_phrases import PROVINCE
from test_points import text_of

import kehoach
from kehoach.drafts.awards import own_award

REPORT = (
    "1. Sở Văn hóa, Thể thao và Du lịch theo dõi, đôn đốc, tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10 tháng "
    "12 hằng năm.",
    "2. Ủy ban nhân dân các xã, phường mở tủ sách; báo cáo kết quả về Sở Văn hóa, Thể thao và Du lịch trước ngày 03/12 "
    "hằng năm.",
)


def test_days_of_every_year_come_before_the_parents():
    said = text_of(drafted(duties(*REPORT)))
    assert "trước ngày 28/11 hằng năm" in said
    assert "tháng 12 hằng năm" not in said  # when the department reports is later than the commune's own report


def test_a_report_with_a_day_is_due_that_day_and_not_only_regularly():
    line = (
        "1. Các đơn vị, địa phương mở tủ sách; định kỳ báo cáo Ủy ban nhân dân tỉnh kết quả hằng năm (trước ngày 12/6)."
    )
    said = text_of(drafted(duties(line, "2. Các xã tổ chức ngày đọc sách.")))
    assert "báo cáo kết quả thực hiện Kế hoạch về Ủy ban nhân dân tỉnh Mây Trắng hằng năm (trước ngày 07/6)" in said


@pytest.mark.parametrize(
    ("lead", "office"),
    [
        ("Sở Tư pháp", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("Sở Nông nghiệp và Môi trường", "Phòng Kinh tế"),
        ("Sở Khoa học và Công nghệ", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_the_plan_belongs_to_the_like_of_the_department_that_follows_it_up(lead, office):
    line = f"1. {lead} là cơ quan đầu mối, theo dõi, đôn đốc việc thực hiện Kế hoạch."
    draft = drafted(duties(line, "2. Ủy ban nhân dân các xã, phường mở tủ sách."))
    assert f"(qua {office})" in draft.plan.blocks[-1].text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("báo cáo tình hình đọc sách về Sở Nội vụ.", "ham mưu Ủy ban nhân dân xã báo cáo tình hình"),
        ("chỉ đạo các trường học mở tủ sách.", "ham mưu Ủy ban nhân dân xã chỉ đạo các trường học"),
        ("chịu trách nhiệm trước Ủy ban nhân dân tỉnh về tủ sách.", "Giúp Ủy ban nhân dân xã thực hiện trách nhiệm"),
        ("thành lập Tổ vận động đọc sách.", "ham mưu Ủy ban nhân dân xã thành lập Tổ vận động"),
        ("kiểm tra, xử lý hành vi phá sách theo thẩm quyền.", "ham mưu Ủy ban nhân dân xã kiểm tra, xử lý"),
        ("mở tủ sách.", "\nMở tủ sách."),
    ],
)
def test_an_office_prepares_what_only_the_committee_does(line, says):
    said = text_of(
        drafted(duties("1. Ủy ban nhân dân các xã, phường", f"- {line[0].upper()}{line[1:]}", "- Cho mượn sách."))
    )
    assert says in said


@pytest.mark.parametrize(
    ("lines", "says", "not_says"),
    [
        pytest.param(
            ["1. Công an tỉnh: Chỉ đạo Công an các xã, phường giữ trật tự ngày hội sách.", "2. Các xã mở tủ sách."],
            "Đề nghị Công an xã giữ trật tự",
            "chỉ đạo",
            id="police lead themselves",
        ),
        pytest.param(
            [
                "1. Đề nghị Mặt trận Tổ quốc tỉnh: Phát động; chỉ đạo Hội Phụ nữ cấp xã góp sách.",
                "2. Các xã mở tủ sách.",
            ],
            "phát động; góp sách",
            "chỉ đạo",
            id="unions lead themselves",
        ),
        pytest.param(
            ["1. Sở Giáo dục và Đào tạo: Chỉ đạo các trường học mở tủ sách lớp.", "2. Các xã mở tủ sách."],
            "chỉ đạo các trường học mở tủ sách lớp",
            "Sở Giáo dục",
            id="the commune has schools of its own",
        ),
        pytest.param(
            ["1. Ủy ban nhân dân các xã, phường", "- Mở tủ sách.", "- Các trường trung học phổ thông: Mở thư viện số."],
            "tủ sách",
            "thư viện số",
            id="upper secondary schools belong to the province",
        ),
        pytest.param(
            ["1. Sở Nội vụ: Tham mưu khen thưởng người đọc giỏi.", "2. Sở Y tế: Tham mưu khen thưởng người đọc giỏi."],
            "ham mưu khen thưởng người đọc giỏi",
            "hủy",
            id="said of two departments",
        ),
    ],
)
def test_duties_are_those_of_the_communes_bodies(lines, says, not_says):
    said = text_of(drafted(duties(*lines)))
    assert said.count(says) == 1
    assert not_says not in said


TABLE = """**ỦY BAN NHÂN DÂN**
TỈNH MÂY TRẮNG

Số: 12/KH-UBND

*Mây Trắng, ngày 05 tháng 01 năm 2026*

**KẾ HOẠCH**

Phát triển phong trào đọc sách trên địa bàn tỉnh Mây Trắng năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

**I. MỤC TIÊU**

- Mở rộng phong trào đọc sách.

**II. PHÂN CÔNG**

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành | Sản phẩm |
|---|---|---|---|---|
| 1 | Ban hành Kế hoạch phát triển phong trào đọc sách năm 2026 | UBND các xã, phường | Tháng 3/2026 | Kế hoạch |
| 2 | Lập danh mục tủ sách gia đình | UBND các xã, phường | Trước ngày 30/6/2026 | Danh mục |
| 3 | Đọc sách cho người bệnh | Trạm Y tế xã, phường | Thường xuyên | Báo cáo |
| 4 | Mua phần mềm thư viện | Sở Nội vụ | Quý II/2026 | Phần mềm |

**III. TỔ CHỨC THỰC HIỆN**

1. Ủy ban nhân dân các xã, phường mở tủ sách.
"""


def test_rows_of_a_table_keep_their_time_product_and_body():
    draft = kehoach.derive(kehoach.extract(TABLE.encode(), name="a.md"), locality("xa-2026"))
    said = text_of(draft)
    assert "ập danh mục tủ sách gia đình; thời gian: trước ngày 25/6/2026; sản phẩm: danh mục." in said
    assert "Giao Trạm Y tế xã đọc sách cho người bệnh" in said
    assert "PHÂN CÔNG" not in said  # its rows stand among the duties
    assert "anh hành Kế hoạch phát triển phong trào đọc sách năm 2026" not in said  # the draft is that plan


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "Hằng năm: Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 12 xã, phường và 05 hộ gia đình.",
            "Hằng năm: đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho xã, phường và hộ gia đình.",
        ),
        (
            "Các sở, ngành, Ủy ban nhân dân các xã, phường khen thưởng theo thẩm quyền.",
            "Chủ tịch Ủy ban nhân dân xã khen thưởng theo thẩm quyền.",
        ),
    ],
)
def test_awards_above_are_proposed_and_villages_give_none(text, own):
    assert own_award(text, PROVINCE).text == own


@pytest.mark.parametrize(
    ("lines", "says", "not_says"),
    [
        pytest.param(
            ["1. Các cơ quan, đơn vị, địa phương lập tủ sách; báo cáo Ủy ban nhân dân tỉnh (qua Sở Tư pháp)."],
            "Các phòng, đơn vị thuộc Sở lập tủ sách; báo cáo Sở.",
            "các cơ quan, đơn vị, các phòng",
            id="agencies and places are its rooms, which report to it",
        ),
        pytest.param(
            ["1. Sở Nội vụ phối hợp với các sở, ngành, địa phương chọn sách.", "2. Sở Y tế tặng sách."],
            "các sở, ngành, địa phương chọn sách",
            "thuộc Sở chọn sách",
            id="its partners stay",
        ),
        pytest.param(
            [
                "1. Sở Công Thương tuyên truyền, kiểm tra việc bán sách; tuyên truyền về Kế hoạch này.",
                "2. Sở Nội vụ chọn sách.",
            ],
            "uyên truyền về Kế hoạch này",
            "bán sách",
            id="the field of another department is not its own",
        ),
    ],
)
def test_a_department_speaks_of_itself(lines, says, not_says):
    said = text_of(drafted(duties(*lines), "so-2026"))
    assert says in said
    assert not_says not in said


def test_no_department_is_its_own_partner():
    lines = ["1. Mở tủ sách.", "Đơn vị chủ trì: Các sở, ngành.", "Đơn vị phối hợp: Sở Nội vụ, Sở Tư pháp."]
    said = text_of(drafted(under("GIẢI PHÁP", *lines), "so-2026"))
    assert "Đơn vị phối hợp: Sở Tư pháp." in said


def test_a_section_that_a_department_leads_is_asked_about():
    lines = [
        "I. MỤC TIÊU",
        "- Mở rộng phong trào đọc sách.",
        "II. NỘI DUNG",
        "1. Thư viện số",
        "- Số hóa sách.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Khoa học và Công nghệ chủ trì triển khai các nhiệm vụ tại mục II.1 của Kế hoạch.",
        "2. Ủy ban nhân dân các xã, phường mở tủ sách.",
    ]
    questions = drafted("\n".join(lines)).questions
    found = [q for q in questions if "giao Sở Khoa học và Công nghệ chủ trì mục này" in q.message]
    assert [q.parent_quote for q in found] == ["Thư viện số"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("1. Sở Nội vụ chủ trì mua sách.", True),
        ("1. Ủy ban nhân dân các xã, phường mở tủ sách.", False),
    ],
)
def test_a_parent_that_gives_communes_nothing_is_asked_about(line, asked):
    questions = drafted(duties(line, "2. Sở Y tế chủ trì đọc sách cho người bệnh.")).questions
    assert any("không giao nhiệm vụ nào cho cấp xã" in q.message for q in questions) is asked


def test_what_communes_do_among_others_is_theirs():
    lines = [
        "1. Ngày hội đọc sách",
        "- Nội dung: Tổ chức ngày hội đọc sách.",
        "- Cơ quan thực hiện: Sở Nội vụ chủ trì tham mưu Ủy ban nhân dân tỉnh; Sở Tư pháp và Ủy ban nhân dân các xã, "
        "phường chủ động tổ chức ngày hội.",
        "2. Giải thưởng",
        "- Cơ quan thực hiện: Sở Nội vụ.",
    ]
    said = text_of(drafted(under("GIẢI PHÁP", *lines)))
    assert "Ngày hội đọc sách" in said
    assert "chủ động tổ chức ngày hội." in said
    assert "Sở Nội vụ" not in said


def test_the_plan_as_a_whole_falls_to_its_owner():
    lines = [
        "1. Sở Y tế là cơ quan đầu mối theo dõi.",
        "2. Ủy ban nhân dân các xã: Triển khai kế hoạch; dọn môi trường.",
    ]
    assert "Giao Phòng Văn hóa - Xã hội" in text_of(drafted(duties(*lines)))


def test_to_tell_of_difficulties_is_no_report():
    line = "1. Các sở, ngành và địa phương mở tủ sách; kịp thời báo cáo Ủy ban nhân dân tỉnh những khó khăn."
    questions = drafted(duties(line, "2. Các xã đọc sách.")).questions
    assert any("không nêu thời hạn báo cáo" in q.message for q in questions)


def test_a_parent_that_gives_a_department_nothing_is_asked_about():
    line = "1. Sở Y tế chủ trì đọc sách cho người bệnh."
    questions = drafted(duties(line), "so-2026").questions
    assert any("không giao nhiệm vụ nào cho Sở" in q.message for q in questions)


def test_duties_of_heads_and_chairmen_are_those_of_the_commune():
    lines = [
        "1. Thủ trưởng các sở, ngành; Chủ tịch Ủy ban nhân dân các xã, phường",
        "a) Xây dựng kế hoạch phát triển phong trào đọc sách năm 2026, gửi Sở Nội vụ trước ngày 31 tháng 3 năm 2026.",
        "b) Báo cáo định kỳ: 6 tháng trước ngày 10 tháng 6, năm trước ngày 25 tháng 11 năm 2026, gửi Sở Nội vụ.",
    ]
    said = text_of(drafted(duties(*lines)))
    assert "Gửi Kế hoạch này về Sở Nội vụ trước ngày 26 tháng 3 năm 2026." in said
    assert "Tham mưu Ủy ban nhân dân xã báo cáo định kỳ: 6 tháng trước ngày 05 tháng 6" in said
    assert said.count("Tham mưu Ủy ban nhân dân xã báo cáo") == 1


def test_a_table_of_figures_is_asked_for():
    rows = "| TT | Chỉ tiêu | Năm 2026 |\n|---|---|---|\n| 1 | Số tủ sách | 120 |\n| 2 | Số thư viện | 12 |\n"
    table = TABLE[TABLE.index("| TT") : TABLE.index("**III.")]
    text = TABLE.replace(table, f"{rows}\n").replace("PHÂN CÔNG", "DỰ KIẾN")
    draft = kehoach.derive(kehoach.extract(text.encode(), name="a.md"), locality("xa-2026"))
    assert any("Bảng ở mục này" in q.message for q in draft.questions)
    assert not [f for f in draft.plan.findings if f.kind == "numbering"]


def test_a_duty_that_says_again_whose_it_is():
    lines = [
        "1. Sở Nội vụ",
        "- Sở Nội vụ chủ trì, phối hợp với Sở Y tế tổ chức tuyên truyền về đọc sách.",
        "2. Các xã mở tủ sách.",
    ]
    said = text_of(drafted(duties(*lines)))
    assert "ổ chức tuyên truyền về đọc sách." in said
    assert "Sở Nội vụ chủ trì" not in said


def test_what_others_send_to_a_department_is_not_its_own_duty():
    lines = ["1. Các sở, ngành", "- Lập tủ sách.", "- Gửi báo cáo về Sở Nội vụ trước ngày 20 tháng 11 năm 2026."]
    said = text_of(drafted(duties(*lines, "2. Sở Nội vụ chọn sách."), "so-2026"))
    assert "ập tủ sách." in said
    assert "về Sở Nội vụ trước ngày" not in said
