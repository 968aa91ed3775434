"""Figures that a lower plan lowers, converts, takes its part of, or words anew; time limits."""

import pytest

from .small import Compared

AIMS = """
I. CHỈ TIÊU
1. {}
II. NHIỆM VỤ
1. Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
2. {}
"""
DUTY = "Kiểm tra các công trình đê điều, hồ chứa."


def targets(ours, theirs, lower="commune"):
    return Compared(AIMS.format(ours, DUTY), AIMS.format(theirs, DUTY), lower=lower).told("target")


@pytest.mark.parametrize(
    ("ours", "theirs", "effect", "told"),
    [
        (
            "Ít nhất 95% hộ dân được tập huấn kỹ năng.",
            "270/300 hộ dân được tập huấn kỹ năng.",
            "weaker",
            "ít nhất 95% → 270/300 hộ (90%)",
        ),
        (
            "Tỷ lệ hộ dân được tập huấn kỹ năng: 80%.",
            "Số hộ được tập huấn kỹ năng: 270/300 hộ.",
            "stronger",
            "80% → 270/300 hộ (90%)",
        ),
        (
            "100% các xã, phường có kho vật tư dự phòng.",
            "Xã có ít nhất 02 kho vật tư dự phòng.",
            "rescoped",
            "100% → ít nhất 2 kho",
        ),
    ],
    ids=["too few of a whole", "more of a whole", "a number instead of a share"],
)
def test_a_share_becomes_a_count(ours, theirs, effect, told):
    [(found, message)] = targets(ours, theirs)
    assert found == effect
    assert told in message


def test_the_part_of_a_total_is_no_lower_aim():
    [(effect, _)] = targets("Trồng mới 12.500 cây chắn sóng.", "Trồng mới 400 cây chắn sóng.")
    assert effect == "rescoped"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Mỗi hộ dự trữ 100 lít nước sạch.", "Mỗi hộ dự trữ 40 lít nước sạch."),
        ("Kinh phí đạt 200.000 đồng/hộ/năm.", "Kinh phí đạt 90.000 đồng/hộ/năm."),
        ("Tổ chức 12 lớp tập huấn kỹ năng.", "Tổ chức 04 lớp tập huấn kỹ năng."),
    ],
    ids=["for each", "by unit", "few"],
)
def test_what_is_asked_of_each_and_small_numbers_can_be_lowered(ours, theirs):
    assert [effect for effect, _ in targets(ours, theirs)] == ["weaker"]


@pytest.mark.parametrize(
    ("theirs", "effect"),
    [("10", "weaker"), ("15", "equal"), ("18", "equal"), ("25", "stronger"), ("từ 12 đến 18", "weaker")],
)
def test_a_range(theirs, effect):
    ours = "Mỗi thôn tổ chức từ 15 đến 20 buổi diễn tập."
    assert [e for e, _ in targets(ours, f"Mỗi thôn tổ chức {theirs} buổi diễn tập.")] == [effect]


def test_figures_worded_anew_are_those_of_the_linked_block():
    ours = "Cứu hộ kịp thời: huy động 40 xuồng máy và 900 chiến sĩ."
    theirs = "Cứu hộ kịp thời: bố trí 03 ghe và 25 dân quân."
    found = Compared(AIMS.format("Bảo vệ tính mạng Nhân dân.", ours), AIMS.format("Bảo vệ tính mạng Nhân dân.", theirs))
    assert set(found.effects("target")) == {"rescoped"}


def test_a_day_in_a_period_is_no_figure():
    ours = "Trực ban từ ngày 01/10 đến ngày 07/10 hằng năm; kiểm tra các hồ chứa."
    found = Compared(AIMS.format("Bảo vệ tính mạng Nhân dân.", ours), AIMS.format("Bảo vệ tính mạng Nhân dân.", DUTY))
    assert found.effects("target") == []


@pytest.mark.parametrize(
    ("ours", "theirs", "effect"),
    [
        ("trong vòng 24 giờ", "trong vòng 12 giờ", "stronger"),
        ("trong 24 - 48 giờ", "trong 72 giờ", "weaker"),
        ("trước 16 giờ hằng ngày", "trước 15 giờ hằng ngày", "stronger"),
    ],
)
def test_hours_are_a_time_limit_and_no_aim(ours, theirs, effect):
    duty = "Khắc phục xong các điểm sạt lở trên đường liên thôn {} khi có thiên tai xảy ra."
    aim = "Bảo vệ tính mạng Nhân dân."
    found = Compared(AIMS.format(aim, duty.format(ours)), AIMS.format(aim, duty.format(theirs)))
    assert found.effects("deadline") == [effect]
    assert found.effects("target") == []


@pytest.mark.parametrize("years", [("2021-2025", "2021 - 2025"), ("2021-2025", "2026-2030")])
def test_years_of_a_period_are_no_figure(years):
    duty = "Lồng ghép chương trình phòng, chống thiên tai giai đoạn {} vào quy hoạch của địa phương."
    aim = "Bảo vệ tính mạng Nhân dân."
    found = Compared(AIMS.format(aim, duty.format(years[0])), AIMS.format(aim, duty.format(years[1])))
    assert found.effects("target") == []


def test_a_number_that_is_put_in():
    duty = "Huyện thành lập {}đoàn kiểm tra công tác phòng, chống thiên tai tại các hồ chứa xung yếu."
    aim = "Bảo vệ tính mạng Nhân dân."
    found = Compared(AIMS.format(aim, duty.format("")), AIMS.format(aim, duty.format("02 ")))
    assert found.effects("target") == ["added"]


def test_a_figure_that_the_child_puts_into_a_duty():
    aim = "Bảo vệ tính mạng Nhân dân."
    found = Compared(AIMS.format(aim, DUTY), AIMS.format(aim, DUTY.replace("các công trình", "ít nhất 30% công trình")))
    assert found.effects("target") == ["added"]


def test_a_figure_of_a_criterion_of_the_childs_own():
    parent = "I. TIÊU CHÍ THI ĐUA\n1. Không có hộ dân sống trong vùng sạt lở."
    child = f"{parent}\n2. Mỗi chi hội nhận giúp ít nhất 03 hộ neo đơn gia cố nhà cửa."
    assert [effect for effect, _ in Compared(parent, child).told("target")] == ["added"]
