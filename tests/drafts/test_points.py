"""Defects that officers met when they read drafts beside their parents, on made-up wordings."""

import pytest
from drafted import locality
from test_levels import PLAN, drafted, duties, under
from test_phrases import PROVINCE

import kehoach
from kehoach.draft import OPEN
from kehoach.drafts.phrases import rescope

DEPARTMENT = PLAN.replace("ỦY BAN NHÂN DÂN\nTỈNH MÂY TRẮNG", "UBND TỈNH MÂY TRẮNG\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")
DEPARTMENT = DEPARTMENT.replace("12/KH-UBND", "12/KH-SVHTTDL").replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "GIÁM ĐỐC")
DEPARTMENT = DEPARTMENT.replace(
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch", "Sở Văn hóa, Thể thao và Du lịch ban hành Kế hoạch"
)


def text_of(draft):
    return "\n".join(block.text for block in draft.plan.blocks)


def of_department(body):
    plan = kehoach.extract(DEPARTMENT.format(body=body).encode(), name="ke-hoach.txt")
    return kehoach.derive(plan, locality("xa-2026"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param(
            "- Hiện nay toàn tỉnh có 1.150 tủ sách; phấn đấu lập thêm 200 tủ sách.",
            f"Hiện nay toàn xã có {OPEN} tủ sách; phấn đấu lập thêm {OPEN} tủ sách.",
            id="what the province has now is not what the commune has",
        ),
        pytest.param(
            "- Quyên góp 3 triệu cuốn sách; bình quân mỗi xã, phường quyên góp 1.200 cuốn/năm.",
            f"Quyên góp {OPEN} cuốn sách; xã quyên góp 1.200 cuốn/năm.",
            id="a total beside what each commune does",
        ),
        pytest.param(
            "- Chọn 900 cuốn sách thiếu nhi, trong đó mỗi xã, phường ít nhất 15 cuốn.",
            "Chọn ít nhất 15 cuốn sách thiếu nhi.",
            id="what each commune does takes the place of the total",
        ),
        pytest.param(
            "- Phấn đấu 100% các nhà văn hóa có tối thiểu 02 tủ sách.",
            "Phấn đấu 100% các nhà văn hóa có tối thiểu 02 tủ sách.",
            id="a standard of each is no share",
        ),
        pytest.param(
            "- Giảm số người mù chữ xuống dưới 5 người/10.000 dân.",
            "xuống dưới 5 người/10.000 dân",
            id="a rate among many is no share",
        ),
        pytest.param(
            "- Cơ cấu kinh tế: nông nghiệp chiếm khoảng 27%; dịch vụ chiếm khoảng 41%.",
            f"nông nghiệp chiếm khoảng {OPEN}%; dịch vụ chiếm khoảng {OPEN}%",
            id="shares of an economy are those of the whole",
        ),
        pytest.param(
            "- Có ít nhất 40 xã, phường đạt danh hiệu “Xã, phường đọc sách”; trong đó có 9 đơn vị tiêu biểu.",
            f"{OPEN}.",
            id="what details the counted units goes with them",
        ),
    ],
)
def test_figures_of_the_province_are_not_the_communes(line, says):
    assert says in text_of(drafted(under("MỤC TIÊU", line)))


def test_figures_of_the_centre_are_those_of_the_country():
    plan = PLAN.replace("ỦY BAN NHÂN DÂN\nTỈNH MÂY TRẮNG", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH")
    plan = plan.replace("Ủy ban nhân dân tỉnh ban hành", "Bộ Văn hóa, Thể thao và Du lịch ban hành")
    plan = plan.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "BỘ TRƯỞNG").replace("KH-UBND", "KH-BVHTTDL")
    body = under("MỤC TIÊU", "- Quyên góp 900.000 cuốn sách.")
    draft = kehoach.derive(kehoach.extract(plan.format(body=body).encode(), name="a.txt"), locality("xa-2026"))
    assert any("Con số của cả nước" in q.message for q in draft.questions)


@pytest.mark.parametrize(
    ("make", "lines", "kept", "gone"),
    [
        pytest.param(
            of_department,
            ["1. Phòng Quản lý Thư viện chủ trì mua sách.", "2. Ủy ban nhân dân các xã, phường mở tủ sách."],
            "ở tủ sách",
            "mua sách",
            id="a room of the department that issued the parent",
        ),
        pytest.param(
            of_department,
            ["1. Văn phòng Sở chuẩn bị hội nghị.", "2. Phòng Văn hóa - Xã hội các xã, phường mở tủ sách."],
            "ở tủ sách",
            "hội nghị",
            id="its office, but not that of the commune",
        ),
        pytest.param(
            drafted,
            ["1. Các trường đại học, cao đẳng mở mã ngành thư viện.", "2. Bệnh viện đa khoa tỉnh lập tủ sách y học."],
            "",
            "mở mã ngành",
            id="universities are not the commune's",
        ),
        pytest.param(
            drafted,
            ["1. Các đơn vị trực thuộc Bộ Văn hóa, Thể thao và Du lịch chủ trì tặng sách.", "2. Các xã mở tủ sách."],
            "ở tủ sách",
            "tặng sách",
            id="offices of a ministry whose name has commas",
        ),
        pytest.param(
            drafted,
            ["1. Các sở, ngành, địa phương chủ động bố trí kinh phí mua sách.", "2. Các xã mở tủ sách."],
            "chủ động bố trí kinh phí mua sách",
            "Các sở, ngành",
            id="places among departments are the commune too",
        ),
    ],
)
def test_bodies_above_lead_nothing(make, lines, kept, gone):
    said = text_of(make(duties(*lines)))
    assert kept in said
    assert gone not in said


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "Tỉnh ban hành quy chế phối hợp giữa Sở Nội vụ, Sở Y tế và Sở Tài chính; xã, phường lập kế hoạch đọc sách.",
            "Tỉnh ban hành quy chế phối hợp giữa Sở Nội vụ, Sở Y tế và Sở Tài chính; xã lập kế hoạch đọc sách.",
        ),
        ("Thống nhất từ cấp tỉnh đến cấp xã, đến từng thôn, tổ dân phố.", "Thống nhất từ xã đến thôn."),
        ("Tập thể: các sở, ngành tỉnh; thôn, tổ dân phố.", "Tập thể: các cơ quan, đơn vị; thôn."),
        ("Kiện toàn Ban Chỉ đạo văn hóa đọc tỉnh và cấp xã.", "Kiện toàn Ban Chỉ đạo văn hóa đọc xã."),
        ("Củng cố Ban Chỉ đạo chuyển đổi số của tỉnh.", "Củng cố Ban Chỉ đạo chuyển đổi số của xã."),
        ("Báo cáo Ban Chỉ đạo chuyển đổi số của tỉnh.", "Báo cáo Ban Chỉ đạo chuyển đổi số của tỉnh."),
        ("Là cơ hội để Mây Trắng bứt phá.", "Là cơ hội để xã Suối Ngàn bứt phá."),
        ("Năm 2026; tỉnh Mây Trắng xây dựng tủ sách.", "Năm 2026; xã Suối Ngàn xây dựng tủ sách."),
        ("Mây Trắng chủ động mở tủ sách; du lịch Mây Trắng.", "Xã Suối Ngàn chủ động mở tủ sách; du lịch Mây Trắng."),
        ("Phù hợp với quy hoạch kiến trúc, đô thị của Tỉnh.", "Phù hợp với quy hoạch kiến trúc, đô thị của Tỉnh."),
        ("Đăng trên Cổng thông tin điện tử của các sở, ngành, địa phương.", "Đăng trên Cổng thông tin điện tử của xã."),
        ("Chỉ tiêu cấp quốc gia, cấp ngành và địa phương.", "Chỉ tiêu cấp quốc gia, cấp ngành và địa phương."),
        ("Mỗi sở, ngành chọn một cuốn sách.", "Mỗi cơ quan, đơn vị chọn một cuốn sách."),
        ("Đánh giá việc đọc sách ở tỉnh; báo cáo.", "Đánh giá việc đọc sách ở xã; báo cáo."),
        ("Phủ mạng đến các thôn, tổ dân phố, khu vực dân sinh.", "Phủ mạng đến các thôn, khu vực dân sinh."),
    ],
)
def test_sentences_read_well_at_the_level_of_the_commune(text, own):
    assert rescope(text, PROVINCE) == own


@pytest.mark.parametrize(
    ("line", "says", "not_says"),
    [
        (
            "- Tỉnh tổ chức hội thi cấp cụm; xã, phường tổ chức hội thi đọc sách.",
            "Xã tổ chức hội thi đọc sách.",
            "cấp cụm",
        ),
        (
            "- Phấn đấu đến năm 2030 Mây Trắng nằm trong nhóm 8 tỉnh, thành phố đọc sách nhiều nhất.",
            "óp phần để đến năm 2030 tỉnh Mây Trắng nằm trong nhóm 8 tỉnh",
            "8 xã",
        ),
    ],
)
def test_what_the_province_does_itself_is_no_work_of_the_commune(line, says, not_says):
    said = text_of(drafted(under("NỘI DUNG", line)))
    assert says in said
    assert not_says not in said.split("ban hành Kế hoạch")[1]


def test_work_of_two_levels_in_one_sentence_is_asked():
    line = "- Tổ chức hội sách cấp tỉnh trong tháng 4; cấp xã tổ chức trong tháng 5."
    questions = drafted(under("NỘI DUNG", line)).questions
    assert any("cả việc của cấp tỉnh và cấp xã" in q.message for q in questions)


def test_a_link_to_what_was_left_out_goes():
    lines = ["1. Chấm điểm", "a) Sở Nội vụ chấm điểm các xã.", "b) Ngoài ra, đơn vị làm tốt được biểu dương."]
    said = text_of(drafted(under("NỘI DUNG", *lines)))
    assert "\nĐơn vị làm tốt được biểu dương." in said


@pytest.mark.parametrize(
    "line",
    [
        "- Quyên góp 900.000 cuốn sách trong cả nước.",
        "- Xây dựng tối thiểu 02 thư viện mẫu tại thành phố Sông Bạc.",
    ],
)
def test_figures_that_say_whose_they_are_stay(line):
    plan = PLAN.replace("ỦY BAN NHÂN DÂN\nTỈNH MÂY TRẮNG", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH")
    plan = plan.replace("Ủy ban nhân dân tỉnh ban hành", "Bộ Văn hóa, Thể thao và Du lịch ban hành")
    plan = plan.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "BỘ TRƯỞNG").replace("KH-UBND", "KH-BVHTTDL")
    draft = kehoach.derive(
        kehoach.extract(plan.format(body=under("MỤC TIÊU", line)).encode(), name="a.txt"), locality("xa-2026")
    )
    assert line.strip("- ") in text_of(draft)


@pytest.mark.parametrize(
    ("line", "says", "not_says"),
    [
        (
            "- Phấn đấu chỉ số đọc của tỉnh xếp thứ 9/34 tỉnh, thành phố.",
            "Góp phần để chỉ số đọc của tỉnh xếp",
            "của xã xếp",
        ),
        ("- Duy trì 880 tủ sách trên địa bàn tỉnh.", f"Duy trì {OPEN} tủ sách trên địa bàn xã.", "880"),
        ("- Tỷ lệ người đọc cấp tỉnh đạt 70%, cấp xã đạt 55%.", "Tỷ lệ người đọc đạt 55%.", "70%"),
        (
            "- 100% văn bản do HĐND tỉnh, UBND tỉnh ban hành đăng tải.",
            "do HĐND xã, UBND xã ban hành",
            "UBND tỉnh ban hành",
        ),
        (
            "- Kiểm tra tại ít nhất 25% số xã, phường; Ủy ban nhân dân cấp xã tự kiểm tra.",
            "Ủy ban nhân dân xã tự kiểm tra.",
            OPEN,
        ),
    ],
)
def test_aims_of_two_levels_become_those_of_the_commune(line, says, not_says):
    said = text_of(drafted(under("MỤC TIÊU", line))).split("TỔ CHỨC")[0]
    assert says in said
    assert not_says not in said


@pytest.mark.parametrize(
    ("line", "says", "not_says"),
    [
        ("- Trả kết quả không phụ thuộc địa giới hành chính trong toàn tỉnh.", "trong toàn tỉnh", "toàn xã"),
        ("- Thiết lập cổng thư viện số để giới thiệu sách của tỉnh.", "Mua sách.", "cổng thư viện"),
        ("- Nâng cấp Hệ thống thư viện của tỉnh; 100% sách được số hóa.", "100% sách được số hóa.", "Nâng cấp"),
        (
            "- Đối thoại giữa Chủ tịch UBND tỉnh với người đọc; Chủ tịch UBND cấp xã đối thoại hằng quý.",
            "Chủ tịch UBND xã đối thoại hằng quý.",
            "UBND tỉnh",
        ),
        (
            "- Các sở, Ủy ban nhân dân các xã, phường ban hành Kế hoạch phát triển phong trào đọc sách năm 2026.",
            "NỘI DUNG",
            "các thôn ban hành Kế hoạch",
        ),
    ],
)
def test_what_is_for_the_commune_stays_beside_what_is_not(line, says, not_says):
    said = text_of(drafted(under("NỘI DUNG", line, "- Mua sách."))).split("như sau:")[1].split("TỔ CHỨC")[0]
    assert says in said
    assert not_says not in said
