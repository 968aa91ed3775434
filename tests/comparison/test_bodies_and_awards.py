"""Bodies and awards that a lower plan puts in the place of the higher one's; what is no change of a body."""

import pytest

from kehoach.comparison.edits import edits
from kehoach.comparison.linked import brief

from .small import Compared

AWARDS = """
I. NHIỆM VỤ
1. Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
II. HÌNH THỨC KHEN THƯỞNG
1. {}
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "lower", "effect"),
    [
        (
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho các tập thể xuất sắc trong phòng, chống thiên tai.",
            "Giấy khen của Chủ tịch Ủy ban nhân dân xã cho các tập thể xuất sắc trong phòng, chống thiên tai.",
            "commune",
            "rescoped",
        ),
        (
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho các tập thể xuất sắc trong phòng, chống thiên tai.",
            "Giấy khen của Chủ tịch Ủy ban nhân dân tỉnh cho các tập thể xuất sắc trong phòng, chống thiên tai.",
            "province",
            "weaker",
        ),
        (
            "Giấy khen của Giám đốc Sở Nội vụ cho 20 tập thể.",
            "Giấy khen của Hiệu trưởng nhà trường cho 05 lớp.",
            "commune",
            "rescoped",
        ),
    ],
    ids=["the level's own form", "a lower form between versions", "the level's own authority"],
)
def test_one_award_stands_for_another(ours, theirs, lower, effect):
    found = Compared(AWARDS.format(ours), AWARDS.format(theirs), lower=lower)
    assert set(found.effects("award")) == {effect}


def test_what_is_gone_of_the_files_and_of_the_numbers_of_awards():
    parent = """
    I. HÌNH THỨC KHEN THƯỞNG
    1. Giấy khen của Chủ tịch Ủy ban nhân dân các cấp.
    II. SỐ LƯỢNG KHEN THƯỞNG
    1. Mỗi đơn vị không quá 05 cá nhân.
    III. HÌNH THỨC VÀ HỒ SƠ, THỦ TỤC KHEN THƯỞNG
    1. Tờ trình kèm theo biên bản họp xét.
    """
    found = Compared(parent, "I. HÌNH THỨC KHEN THƯỞNG\n1. Giấy khen của Chủ tịch Ủy ban nhân dân các cấp.")
    told = " ".join(message for _, message in found.told("award"))
    assert "số lượng khen thưởng" in told
    assert "hồ sơ, thủ tục khen thưởng" in told
    assert found.effects("target") == []


DUTIES = """
I. NHIỆM VỤ
1. {}
2. Diễn tập cứu hộ, cứu nạn trên sông.
"""


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Nâng cao nhận thức về thiên tai của Nhân dân trên địa bàn tỉnh trong mùa mưa bão.",
            "Nâng cao nhận thức về thiên tai của Nhân dân trên địa bàn xã trong mùa mưa bão.",
        ),
        (
            "Triển khai kịp thời Kế hoạch số 14-KH/TU của Ban Thường vụ Tỉnh ủy về phòng, chống thiên tai.",
            "Triển khai kịp thời Kế hoạch số 141/KH-UBND của Ban Thường vụ Tỉnh ủy về phòng, chống thiên tai.",
        ),
        (
            "Truyền thông qua loa đài, facebook về phòng, chống thiên tai và ứng phó với mưa lũ.",
            "Truyền thông qua loa đài, nhóm Zalo các thôn về phòng, chống thiên tai và ứng phó với mưa lũ.",
        ),
    ],
    ids=["only the place", "the number of a document", "what is no body"],
)
def test_no_change_of_a_body(ours, theirs):
    found = Compared(DUTIES.format(ours), DUTIES.format(theirs)).told("body")
    assert [message for _, message in found if not message.startswith("Cơ quan ban hành")] == []


def test_bodies_of_a_task_are_told_once_for_each_task():
    parent = """
    I. NHIỆM VỤ
    - Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    Đơn vị chủ trì: Sở Nông nghiệp và Môi trường.
    - Diễn tập cứu hộ, cứu nạn trên sông.
    Đơn vị chủ trì: Sở Nông nghiệp và Môi trường.
    """
    found = Compared(parent, parent.replace("Sở Nông nghiệp và Môi trường", "Phòng Kinh tế"))
    assert found.effects("body") == ["rescoped"] * 3  # who issues, and two tasks


def test_a_part_of_a_long_point_is_shown_as_such():
    part = "Bảo đảm an ninh, trật tự tại khu vực sơ tán"
    steps = edits(f"{part}; {'tổ chức tuần tra, kiểm soát ngày đêm trên các tuyến đường, bến bãi, ' * 5}", f"{part}.")
    assert steps[0].op == "equal"
    assert steps[0].parent.strip() == part


def test_an_odd_word_that_both_lists_have_does_not_cut_a_name():
    ours = "đôn đốc các sở, ban, ngành và Ủy ban nhân dân phường, xã, đặc khu triển khai"
    steps = edits(ours, "đôn đốc các cơ quan, đơn vị, khu phố triển khai")
    assert not any(step.parent.strip() == "khu" for step in steps if step.op == "equal")


def test_a_duty_below_another_body_is_handed_over():
    parent = """
    I. TỔ CHỨC THỰC HIỆN
    1. Sở Y tế
    - Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
    - Tổ chức đội cấp cứu lưu động.
    2. Sở Tài chính
    - Bố trí kinh phí dự phòng cho các địa phương.
    """
    child = """
    I. TỔ CHỨC THỰC HIỆN
    1. Trạm Y tế
    - Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
    - Tổ chức đội cấp cứu lưu động.
    - Bố trí kinh phí dự phòng cho các thôn.
    2. Công an xã
    - Tuần tra tại các điểm sơ tán ban đêm.
    """
    told = {message: effect for effect, message in Compared(parent, child).told("body")}
    assert told["Cơ quan thực hiện: Sở Tài chính → Trạm Y tế."] == "rescoped"
    assert told["Thêm nhiệm vụ của Công an xã."] == "added"
    assert not [message for message in told if message.startswith("Không còn nhiệm vụ")]


def test_promptness_at_the_head_of_a_sentence_is_promptness():
    ours = "Vận động Nhân dân chuẩn bị ứng phó với mưa lũ. Kịp thời biểu dương, khen thưởng gương điển hình."
    found = Compared(DUTIES.format(ours), DUTIES.format(ours.replace("Kịp thời biểu", "Biểu")))
    assert found.effects("award") == ["weaker"]


SISTER = """
I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
Chủ trì triển khai các nhiệm vụ được giao tại Phụ lục của Kế hoạch.
2. Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội
Phát huy vai trò trong tuyên truyền, vận động Nhân dân, giám sát triển khai Kế hoạch.
3. Sở Tài chính
Chủ trì triển khai các nhiệm vụ được giao tại Phụ lục của Kế hoạch; bố trí kinh phí.
"""
ITEMS = """
I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế: Chủ trì triển khai các nhiệm vụ được giao tại Phụ lục của Kế hoạch.
2. Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội phát huy vai trò trong tuyên truyền, vận động, giám sát \
triển khai Kế hoạch.
3. Sở Tài chính: Chủ trì triển khai các nhiệm vụ được giao tại Phụ lục của Kế hoạch; bố trí kinh phí.
"""


@pytest.mark.parametrize("sides", [(SISTER, ITEMS), (ITEMS, SISTER)], ids=["titles first", "items first"])
def test_a_duty_below_the_name_of_its_body_names_its_body(sides):
    assert Compared(*sides, lower="province").told("body") == []


def test_a_title_in_other_capitals_is_one_step():
    steps = edits("2. Nội dung thi đua", "II. NỘI DUNG THI ĐUA")
    assert [(step.parent, step.child) for step in steps][-1] == ("Nội dung thi đua", "NỘI DUNG THI ĐUA")


def test_the_own_award_of_the_childs_level_is_told_beside_one_that_is_kept():
    ours = "Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho các tập thể xuất sắc."
    theirs = (
        "Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho các tập thể xuất sắc; "
        "đề nghị Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen cho 02 tập thể."
    )
    found = Compared(AWARDS.format(ours), AWARDS.format(theirs), upper="district")
    [message] = [m for effect, m in found.told("award") if effect == "rescoped"]
    assert message.endswith("→ Giấy khen của Chủ tịch Ủy ban nhân dân xã.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("cho Nhân dân về kỹ năng", "cho Nhân dân trong xã về kỹ năng"),
        ("phát triển kinh tế - xã hội của các vùng trũng", "phát triển kinh tế xã, các vùng trũng"),
    ],
    ids=["a place is no body", "`xã hội` is no level"],
)
def test_what_is_no_change_of_a_body(ours, theirs):
    duty = "Tổ chức tập huấn, diễn tập phòng, chống thiên tai {}, cứu hộ, cứu nạn trên sông trước mùa mưa bão."
    found = Compared(AWARDS.format(duty.format(ours)), AWARDS.format(duty.format(theirs))).told("body")
    assert [m for effect, m in found if "Cơ quan ban hành" not in m] == []


def test_the_place_of_a_tone_mark_is_no_other_word():
    assert [e.op for e in edits("Khử khuẩn, tiêu hoá chất", "Khử khuẩn, tiêu hóa chất nguy hại")][-1] == "insert"


def test_a_body_that_opens_a_title_has_the_duties_below():
    parent = """
    I. TỔ CHỨC THỰC HIỆN
    1. Sở Nông nghiệp và Môi trường có trách nhiệm:
    - Theo dõi mực nước các hồ chứa; thông báo cho các địa phương.
    """
    child = """
    I. TỔ CHỨC THỰC HIỆN
    1. Phòng Kinh tế là bộ phận thường trực, chịu trách nhiệm:
    - Theo dõi mực nước các hồ chứa; thông báo cho các ấp.
    """
    told = [m for _, m in Compared(parent, child).told("body")]
    assert [m for m in told if "Sở Nông nghiệp và Môi trường → Phòng Kinh tế" in m]


@pytest.mark.parametrize("words", [12, 60])
def test_a_long_duty_that_is_gone_is_shown_by_its_head(words):
    duty = " ".join(["Sở Y tế"] + [f"việc{n}," if n % 10 == 0 else f"việc{n}" for n in range(3, words)])
    quote = brief(duty)
    assert duty.startswith(quote)
    assert len(quote.split()) <= 26
    assert not quote.endswith(",")


def test_a_plan_need_not_name_the_committee_that_issues_it():
    duty = "Ủy ban nhân dân các xã, phường phối hợp với ngành điện kiểm tra an toàn lưới điện trước mùa mưa bão; {}"
    parent = AWARDS.format(duty.format("cảnh báo vùng ngập."))
    child = AWARDS.format("Phối hợp với ngành điện kiểm tra an toàn lưới điện trước mùa mưa bão; cảnh báo vùng ngập.")
    assert "missing" not in Compared(parent, child).effects("body")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("không quá 10% tập thể tham gia.", "01 tập thể, 02 cá nhân."),
        (
            "tập thể, cá nhân xuất sắc trong phòng, chống thiên tai.",
            "05 tập thể, 07 cá nhân xuất sắc trong phòng, chống thiên tai.",
        ),
    ],
    ids=["a share, a number", "a number put in"],
)
def test_how_many_are_rewarded_is_told_with_the_awards(ours, theirs):
    award = "Giấy khen của Chủ tịch Ủy ban nhân dân xã cho {}"
    found = Compared(AWARDS.format(award.format(ours)), AWARDS.format(award.format(theirs)))
    assert not found.told("target")
    assert found.told("award")
