"""Deadlines and periods that a lower plan moves, whatever words stand beside them."""

import pytest

from .small import Compared

DUTIES = """
I. NHIỆM VỤ
1. Củng cố lực lượng
- {}
2. Diễn tập
- Tổ chức diễn tập cứu hộ, cứu nạn trên sông.
"""


def deadlines(ours, theirs, lower="commune"):
    return Compared(DUTIES.format(ours), DUTIES.format(theirs), lower=lower).told("deadline")


@pytest.mark.parametrize(
    ("ours", "theirs", "effect"),
    [
        (
            "Rà soát, kiện toàn đội xung kích; hoàn thành trước ngày 30/4/2026.",
            "Kiện toàn đội xung kích xong trước ngày 15/4/2026.",
            "stronger",
        ),
        (
            "Đợt 1: Từ ngày 01/3/2026 đến ngày 20/3/2026 kiện toàn đội xung kích.",
            "Đợt 1: Từ ngày 01/3/2026 đến ngày 31/3/2026 kiện toàn đội xung kích.",
            "weaker",
        ),
        (
            "Thời gian kiện toàn đội xung kích: Năm 2026 và các năm tiếp theo.",
            "Thời gian kiện toàn đội xung kích: Hoàn thành trước ngày 30/4/2026.",
            "stronger",
        ),
        (
            "Thời gian kiện toàn đội xung kích: trước ngày 30/4/2026.",
            "Thời gian kiện toàn đội xung kích: Năm 2026 và các năm tiếp theo.",
            "weaker",
        ),
    ],
    ids=["other words", "a period", "without end", "no longer an end"],
)
def test_the_only_times_of_linked_blocks_are_compared(ours, theirs, effect):
    [(found, message)] = deadlines(ours, theirs)
    assert found == effect
    assert "2026" in message


def test_one_day_is_one_day_whatever_year_the_plans_cover():
    duty = "Kiện toàn đội xung kích, tổ chức Ngày truyền thống phòng, chống thiên tai (22/5)."
    assert deadlines(duty, f"{duty[:-1]} trong xã.") == []


def test_a_long_quote_still_shows_its_time():
    long = "kiện toàn đội xung kích của các đơn vị, tổ chức, thôn, bản, khu dân cư " * 6
    ours, theirs = (f"Thời gian: {long}gửi danh sách trước ngày {day}/4/2026 để tổng hợp." for day in (30, 20))
    found = Compared(DUTIES.format(ours), DUTIES.format(theirs)).comparison.changes
    [change] = [c for c in found if c.kind == "deadline"]
    assert "trước ngày 30/4/2026" in change.parent_quote
    assert "trước ngày 20/4/2026" in change.child_quote


@pytest.mark.parametrize(("day", "effect"), [("20", "stronger"), ("28", "weaker")])
def test_a_day_of_each_month(day, effect):
    duty = "Báo cáo kết quả kiện toàn đội xung kích trước ngày {} hằng tháng."
    assert [found for found, _ in deadlines(duty.format(25), duty.format(day))] == [effect]


def test_the_yearly_report_is_one_wherever_it_stands():
    parent = """
    I. TỔ CHỨC THỰC HIỆN
    1. Các địa phương xây dựng phương án; báo cáo kết quả thực hiện Kế hoạch về tỉnh trước ngày 15 tháng 11 hằng năm.
    2. Văn phòng theo dõi, đôn đốc các địa phương thực hiện Kế hoạch này.
    """
    child = """
    I. TỔ CHỨC THỰC HIỆN
    1. Văn phòng theo dõi, đôn đốc các thôn thực hiện Kế hoạch này; báo cáo kết quả thực hiện về tỉnh trước ngày 01 \
tháng 11 hằng năm.
    """
    [(effect, message)] = Compared(parent, child).told("deadline")
    assert effect == "stronger"
    assert "15 tháng 11" in message and "01 tháng 11" in message


@pytest.mark.parametrize(("day", "effect"), [("31/7/2026", "weaker"), ("15/6/2026", "stronger")])
def test_the_day_of_an_aim(day, effect):
    aims = "\nI. CHỈ TIÊU\n1. Sơ tán ít nhất 85% hộ dân trước ngày {}, 100% trước ngày 31/12/2026.\n"
    found = Compared(aims.format("30/6/2026"), aims.format(day))
    assert found.effects("deadline") == [effect]
    assert found.effects("target") == []


def test_a_beginning_and_an_end_that_stand_side_by_side_are_one_time():
    ours = "Kiện toàn đội xung kích: từ ngày 01/3/2026 đến hết ngày 30/4/2026."
    theirs = "Kiện toàn đội xung kích từ ngày 15/3/2026, kết thúc ngày 30/4/2026."
    [(effect, message)] = deadlines(ours, theirs)
    assert effect == "weaker"
    assert message.endswith("từ ngày 15/3/2026, kết thúc ngày 30/4/2026.")


def test_a_long_quote_is_the_time_with_the_words_around_it():
    much = "kiện toàn đội xung kích, phân công trực, dự trữ vật tư, kiểm tra phương tiện, tập huấn kỹ năng cứu nạn, "
    ours, theirs = (f"Các đơn vị {much}gửi danh sách trước ngày {day}/4/2026." for day in (20, 30))
    [change] = [c for c in Compared(DUTIES.format(ours), DUTIES.format(theirs)).comparison.changes if c.parent_block]
    assert len(change.parent_quote.split()) <= 24
    assert change.parent_quote.endswith("gửi danh sách trước ngày 20/4/2026")


def test_a_time_that_the_parent_says_twice_is_kept_once_it_is_said():
    parent = """
    I. TIẾN ĐỘ
    1. Tổng kết công tác phòng, chống thiên tai vào tháng 12/2026.
    II. NHIỆM VỤ
    1. Sở Y tế báo cáo tình hình dịch bệnh sau thiên tai, tổng kết công tác phòng, chống thiên tai vào tháng 12/2026.
    """
    child = "I. TIẾN ĐỘ\n1. Tổng kết công tác phòng, chống thiên tai vào tháng 12/2026."
    assert Compared(parent, child).told("deadline") == []


def test_a_review_on_the_way_is_not_the_one_at_the_end():
    parent = """
    I. TIẾN ĐỘ
    1. Ủy ban nhân dân tỉnh tiến hành tổng kết công tác phòng, chống thiên tai vào năm 2026.
    """
    child = """
    I. TIẾN ĐỘ
    1. Ủy ban nhân dân xã sơ kết vào tháng 6/2026 và tổng kết công tác phòng, chống thiên tai vào tháng 11/2026.
    """
    told = Compared(parent, child).told("deadline")
    assert ("stronger", "Thời hạn sớm hơn hoặc cụ thể hơn: vào năm 2026 → vào tháng 11/2026.") in told


def test_the_end_of_the_plan_is_not_told_for_each_figure():
    parent = """
    I. CHỈ TIÊU
    1. 100% hộ vùng trũng được tập huấn.
    2. 90% thôn có loa phát thanh.
    II. THỜI GIAN
    Từ ngày 01/3/2026 đến ngày 30/9/2026.
    """
    child = parent.replace("30/9/2026", "15/11/2026")
    told = Compared(parent, child).told("deadline")
    assert not [message for _, message in told if "chỉ tiêu" in message]
