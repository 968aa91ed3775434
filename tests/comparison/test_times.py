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
