"""What a lower plan need not carry: figures and bodies of the levels above, titles with nothing else below."""

import pytest

from .small import Compared

PARENT = """
I. CHỈ TIÊU
1. 100% các sở, ban, ngành có phương án phòng, chống thiên tai.
2. 100% hộ dân vùng trũng được tập huấn.
II. TỔ CHỨC THỰC HIỆN
1. {}
- Hướng dẫn chuyên môn về khử khuẩn nguồn nước.
2. Các đoàn thể
- Vận động hội viên giúp nhau dọn dẹp nhà cửa.
"""
CHILD = """
I. CHỈ TIÊU
1. 100% hộ dân vùng trũng được tập huấn.
II. TỔ CHỨC THỰC HIỆN
1. Các đoàn thể
- Vận động hội viên giúp nhau dọn dẹp nhà cửa.
"""


@pytest.mark.parametrize(
    ("body", "upper", "why"),
    [
        ("Sở Y tế", "province", "not_applicable"),
        ("Chi cục Thủy lợi", "province", "not_applicable"),
        ("Phòng Y tế", "district", "not_applicable"),
        ("Trung tâm Y tế Thành phố", "district", "not_applicable"),
        ("Phòng Kinh tế", "province", "dropped"),
        ("Trạm Y tế", "district", "dropped"),
    ],
)
def test_duties_of_bodies_that_only_the_level_above_has(body, upper, why):
    found = Compared(PARENT.format(body), CHILD, upper=upper).omitted()
    assert found["Hướng dẫn"] == why
    assert found[" ".join(body.split()[:2])] == why


def test_figures_that_count_bodies_of_the_level_above():
    assert Compared(PARENT.format("Sở Y tế"), CHILD).omitted()["100% các"] == "not_applicable"


def test_a_title_below_which_all_concerns_others_concerns_others():
    parent = """
    I. NỘI DUNG
    1. Vận hành liên hồ chứa
    - Sở Nông nghiệp và Môi trường vận hành các hồ chứa lớn theo quy trình.
    2. Tuyên truyền
    - Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    """
    child = """
    I. NỘI DUNG
    1. Tuyên truyền
    - Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    """
    assert set(Compared(parent, child).omitted().values()) == {"not_applicable"}


def test_a_condition_for_another_level_concerns_others():
    parent = """
    I. TIÊU CHUẨN
    - Các cơ quan, đơn vị cấp tỉnh hoàn thành 100% nhiệm vụ được giao.
    - Các hộ dân tự nguyện di dời khỏi vùng sạt lở.
    """
    child = """
    I. TIÊU CHUẨN
    - Các hộ dân tự nguyện di dời khỏi vùng sạt lở.
    """
    assert Compared(parent, child).omitted() == {"Các cơ": "not_applicable"}


def test_the_level_of_a_city_is_a_level():
    parent = """
    I. CÁC BƯỚC GIÁM SÁT
    - Cấp thành phố
    + Thông báo cho các địa phương về kế hoạch giám sát.
    - Cấp xã
    + Chọn ngẫu nhiên ấp, khu vực để giám sát.
    """
    child = """
    I. CÁC BƯỚC GIÁM SÁT
    - Chọn ngẫu nhiên ấp, khu vực để giám sát.
    """
    found = Compared(parent, child, upper="district").omitted()
    assert found["Cấp thành"] == "not_applicable"
    assert found["Thông báo"] == "not_applicable"


KINDS = """
I. TIÊU CHUẨN
- Các {}: Đi đầu trong phân loại rác tại nguồn ở các khu nhà tập thể.
- Các xã: Có tổ tự quản bảo vệ môi trường; các hộ có hố rác hợp vệ sinh.
"""


@pytest.mark.parametrize(("kind", "why"), [("phường", "not_applicable"), ("phường, xã", "dropped")])
def test_what_is_said_to_units_of_another_kind_concerns_others(kind, why):
    child = "I. TIÊU CHUẨN\n- Có tổ tự quản bảo vệ môi trường; các hộ có hố rác hợp vệ sinh."
    assert Compared(KINDS.format(kind), child).omitted()[" ".join(f"Các {kind}:".split()[:2])] == why


def test_a_state_of_the_parents_own_unit_is_not_asked_of_the_child():
    parent = """
    I. MỤC TIÊU
    1. Đến năm 2026 tỉnh An Bình hoàn thành nhiệm vụ xây dựng nông thôn mới.
    2. Tỉnh An Bình đạt chuẩn nông thôn mới vào năm 2026, đáp ứng các yêu cầu sau:
    - Có khu xử lý rác tập trung bảo đảm vệ sinh.
    3. Tỷ lệ hộ dùng nước sạch đạt 95%.
    """
    found = Compared(parent, "I. MỤC TIÊU\n1. Tỷ lệ hộ dùng nước sạch đạt 95%.").omitted()
    assert found["Tỉnh An"] == "not_applicable"


def test_what_a_body_of_the_parents_level_does_for_lower_levels():
    parent = """
    I. TỔ CHỨC THỰC HIỆN
    1. Sở Y tế
    - Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
    - Tập huấn, hướng dẫn chuyên môn cho các xã, phường.
    - Dự trữ giường bệnh.
    """
    child = "I. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế\n- Chuẩn bị cơ số thuốc, hóa chất khử khuẩn."
    found = Compared(parent, child).omitted()
    assert found["Tập huấn,"] == "not_applicable"
    assert found["Dự trữ"] == "dropped"


@pytest.mark.parametrize("body", ["Kho bạc Nhà nước khu vực IX", "Ngân hàng Nhà nước chi nhánh khu vực 5"])
def test_duties_of_bodies_of_the_state_as_a_whole(body):
    assert Compared(PARENT.format(body), CHILD).omitted()["Hướng dẫn"] == "not_applicable"
