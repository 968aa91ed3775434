"""Figures, awards and dates at the draft's level."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_phrases import PROVINCE

from kehoach.draft import OPEN
from kehoach.drafts.awards import may_give, own_award
from kehoach.drafts.deadlines import own_deadlines, working_day
from kehoach.drafts.targets import own_targets
from kehoach.locality import Allocation
from kehoach.plan import Milestone, Target


def target(value, unit):
    return Target(quote="", indicator="", comparator="=", value=value, unit=unit, span=(0, 0))


@pytest.mark.parametrize(
    ("text", "figures", "own"),
    [
        ("Năm 2026: Phấn đấu có thêm 12 xã đạt chuẩn đô thị thông minh.", [(12, "xã")], f"Năm 2026: Phấn đấu {OPEN}."),
        ("100% các xã, phường bố trí công chức chuyên trách.", [(100, "%")], "Xã bố trí công chức chuyên trách."),
        ("Có 13/13 xã (100% số xã) trên địa bàn tỉnh đạt chuẩn.", [(13, "xã")], "Xã đạt chuẩn."),
        ("Trồng mới 1.500 cây xanh.", [(1500, "cây")], f"Trồng mới {OPEN} cây xanh."),
        (
            "Trồng mới 1.500 cây (năm 2026: 900 cây; năm 2027: 600 cây).",
            [(1500, "cây")],
            f"Trồng mới {OPEN} cây (năm 2026: {OPEN} cây; năm 2027: {OPEN} cây).",
        ),
        (
            "Tiết kiệm 620 triệu kWh điện, trong đó công nghiệp 430 triệu kWh, phần còn lại là của các cơ quan.",
            [(620, "triệu kWh")],
            f"Tiết kiệm {OPEN} kWh điện, trong đó công nghiệp {OPEN} kWh, phần còn lại là của các cơ quan.",
        ),
        (
            "Với 64 cơ sở trên địa bàn: 46 cơ sở xong trong năm 2028; mỗi cơ sở có 02 giải pháp.",
            [(46, "cơ sở")],
            f"Với {OPEN} cơ sở trên địa bàn: {OPEN} cơ sở xong trong năm 2028; mỗi cơ sở có 02 giải pháp.",
        ),
        (
            "Tập huấn 1.500 lượt người, gồm 550 lượt công chức; mỗi lớp 30 lượt người.",
            [(1500, "lượt người")],
            f"Tập huấn {OPEN} lượt người, gồm {OPEN} lượt công chức; mỗi lớp 30 lượt người.",
        ),
        (
            "Tăng kỹ thuật viên từ 15 lên 40 người; dạy nghề cho 950 người (35%), kịp thời.",
            [(40, "người"), (950, "người")],
            f"Tăng kỹ thuật viên từ {OPEN} lên {OPEN} người; dạy nghề cho {OPEN} người ({OPEN}%), kịp thời.",
        ),
        (
            "Trồng 50.000 ha, trong đó 32.000 ha ở các xã ven biển, 18.000 ha ở các xã còn lại.",
            [(50000, "ha"), (32000, "ha")],
            f"Trồng {OPEN} ha, trong đó {OPEN} ha ở các xã ven biển, {OPEN} ha ở các xã còn lại.",
        ),
        (
            "Hai phần ba số trạm bơm được lắp thiết bị đo.",
            [(2, "trạm")],
            "Hai phần ba số trạm bơm được lắp thiết bị đo.",
        ),
        (
            "Rơm rạ được thu gom tăng từ 38% hiện nay lên trên 75%.",
            [(75, "%")],
            f"Rơm rạ được thu gom tăng từ {OPEN}% hiện nay lên trên 75%.",
        ),
        ("Cứ 10 hộ thì ít nhất 5 hộ đăng ký.", [(5, "hộ")], "Cứ 10 hộ thì ít nhất 5 hộ đăng ký."),
        ("Tỷ lệ hộ dùng nước sạch đạt 95%.", [(95, "%")], "Tỷ lệ hộ dùng nước sạch đạt 95%."),
        ("Tốc độ tăng trưởng kinh tế đạt 12%.", [(12, "%")], f"Tốc độ tăng trưởng kinh tế đạt {OPEN}%."),
        ("Mỗi xã trồng mới 200 cây xanh.", [(200, "cây")], "Mỗi xã trồng mới 200 cây xanh."),
        ("Phấn đấu có 03 huyện đạt chuẩn nông thôn mới.", [(3, "huyện")], ""),
    ],
)
def test_the_share_of_the_unit_is_open_and_rates_stay(text, figures, own):
    result = own_targets(text, [target(*f) for f in figures], PROVINCE, [], addressed=False)
    assert result.text == own
    assert len(result.asks) == own.count(OPEN)


def test_states_to_choose_from_are_those_of_the_parent():
    text = "Có thêm 11 xã đạt chuẩn nông thôn mới; có 03 xã đạt chuẩn nông thôn mới nâng cao."
    result = own_targets(text, [target(11, "xã")], PROVINCE, [], addressed=False)
    assert result.asks[0].options == ["xã đạt chuẩn nông thôn mới", "xã đạt chuẩn nông thôn mới nâng cao"]


def test_an_allocation_of_the_profile_fills_the_place():
    given_ = [Allocation(parent="cây xanh", text="60")]
    result = own_targets("Trồng mới 1.500 cây xanh.", [target(1500, "cây")], PROVINCE, given_, addressed=False)
    assert (result.text, result.rule, result.asks) == ("Trồng mới 60 cây xanh.", "allocated", [])


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Giấy khen;", "Giấy khen của Chủ tịch UBND xã;"),
        (
            "Tặng Giấy khen của Chủ tịch UBND huyện cho các cá nhân.",
            "Tặng Giấy khen của Chủ tịch UBND xã cho các cá nhân.",
        ),
        ("Bằng khen của Chủ tịch UBND tỉnh;", "Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen;"),
        ("Huân chương Lao động hạng Ba;", "Đề nghị cấp có thẩm quyền tặng Huân chương Lao động hạng Ba;"),
        (
            "Ủy ban nhân dân tỉnh tặng Cờ thi đua của tỉnh cho 05 tập thể dẫn đầu.",
            "Đề nghị Ủy ban nhân dân tỉnh tặng Cờ thi đua của tỉnh cho tập thể dẫn đầu.",
        ),
        (
            "Chủ tịch UBND xã tặng Giấy khen cho 03 hộ gia đình. Chủ tịch UBND tỉnh tặng Bằng khen cho 10 tập thể.",
            "Chủ tịch UBND xã tặng Giấy khen cho 03 hộ gia đình. Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho "
            "tập thể.",
        ),
        ("Việc khen thưởng thực hiện kịp thời.", "Việc khen thưởng thực hiện kịp thời."),
    ],
)
def test_what_the_commune_may_not_give_it_proposes(text, own):
    assert own_award(text, PROVINCE).text == own


def test_powers_follow_the_law():
    assert may_give("Giấy khen", PROVINCE)
    assert not may_give("Bằng khen", PROVINCE)


def milestone(time, end, kind="deadline"):
    return Milestone(quote=f"báo cáo {time}", time=time, kind=kind, end=end, span=(0, 0))


def test_a_deadline_comes_before_the_parents_on_a_working_day():
    # 2026-09-02 and the day beside it are public holidays, 08-29 and 08-30 a weekend
    result = own_deadlines(
        "báo cáo trước ngày 05/9/2026", [milestone("trước ngày 05/9/2026", "2026-09-05")], 3, date(2026, 2, 1)
    )
    assert result.changed[0][1] in ("trước ngày 31/8/2026", "trước ngày 28/8/2026")


def test_both_days_of_a_year_come_before_the_parents():
    moments = [
        Milestone(quote="báo cáo", time=t, kind="recurring", end=e, recurrence="annual", span=(0, 0))
        for t, e in (("trước ngày 10/6", "--06-10"), ("ngày 10/12", "--12-10"))
    ]
    found = own_deadlines("báo cáo trước ngày 10/6 và ngày 10/12 hằng năm", moments, 5, date(2026, 2, 1))
    assert found.text == "báo cáo trước ngày 05/6 và ngày 05/12 hằng năm"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("xong trước ngày 15/12/2025", milestone("trước ngày 15/12/2025", "2025-12-15")),
        ("tổng kết vào năm 2023", milestone("vào năm 2023", "2023", "event")),
    ],
)
def test_a_time_that_has_passed_is_asked(text, moment):
    result = own_deadlines(text, [moment], 5, date(2026, 2, 1))
    assert OPEN in result.text
    assert [ask.about for ask in result.asks] == ["deadline"]


@given(st.dates(date(2022, 1, 1), date(2030, 12, 31)), st.integers(0, 60))
def test_own_days_are_working_days_and_never_later(day, ahead):
    own = working_day(day, ahead)
    assert own.weekday() < 5
    assert (day - own).days >= ahead
