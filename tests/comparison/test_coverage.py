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
