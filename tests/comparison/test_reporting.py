"""Where reports go: to whom the child sends what the parent has sent elsewhere."""

import pytest

from .small import Compared

PLAN = """
I. NHIỆM VỤ
1. Kiểm tra các điểm sơ tán trước mùa mưa lũ.
2. {}
"""
KEPT = "Trong quá trình thực hiện, nếu có khó khăn, các đơn vị kịp thời"


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (
            f"{KEPT} phản ánh về Sở Nông nghiệp và Môi trường để tổng hợp, báo cáo.",
            f"{KEPT} phản ánh về Phòng Kinh tế để tổng hợp, báo cáo.",
            "Nơi nhận báo cáo, phản ánh: Sở Nông nghiệp và Môi trường → Phòng Kinh tế.",
        ),
        (
            f"{KEPT} gửi báo cáo kết quả khắc phục về Sở Xây dựng trước ngày 20 hằng tháng.",
            f"{KEPT} khắc phục, báo cáo kết quả hằng tháng.",
            "Không nêu nơi nhận báo cáo, phản ánh: Sở Xây dựng.",
        ),
        (
            f"{KEPT} thông tin về Văn phòng Ủy ban nhân dân tỉnh (qua đường dây nóng).",
            f"{KEPT} thông tin về công chức Văn phòng - Thống kê (qua đường dây nóng).",
            "Nơi nhận báo cáo, phản ánh: Văn phòng Ủy ban nhân dân tỉnh → công chức Văn phòng - Thống kê.",
        ),
    ],
    ids=["another body", "no body", "an officer"],
)
def test_who_receives_reports(ours, theirs, told):
    found = Compared(PLAN.format(ours), PLAN.format(theirs)).told("body")
    assert told in [message for _, message in found]


def test_the_same_receiver_is_no_change():
    duty = f"{KEPT} phản ánh về Sở Nông nghiệp và Môi trường để tổng hợp."
    found = Compared(PLAN.format(duty), PLAN.format(duty.replace("kịp thời ", ""))).told("body")
    assert not [message for _, message in found if "Nơi nhận" in message]
