"""KH401–KH407, KH409, KH410: dates against the calendar, the plan and each other."""

import pytest
from plan_findings import findings, found


def table(rows):
    return pytest.mark.parametrize(("line", "quotes"), [pytest.param(*row, id=row[0][:60]) for row in rows])


@table(
    [
        ("Họp vào ngày 30/02/2026.", ["30/02/2026"]),
        ("Họp vào ngày 31 tháng 4 năm 2026.", ["ngày 31 tháng 4 năm 2026"]),
        ("Họp vào ngày 29/02/2028.", []),
        ("Họp vào ngày 29/02/2026.", ["29/02/2026"]),
        ("Họp trước ngày 30/02 hằng năm.", ["ngày 30/02"]),
        ("Đạt 30/31 thôn.", []),
    ]
)
def test_days_that_no_calendar_has(line, quotes):
    assert found("KH401", "I. THỜI GIAN", line) == quotes


@table(
    [
        ("Họp thứ Ba, ngày 25/02/2026.", ["thứ Ba, ngày 25/02/2026"]),
        ("Họp thứ Tư, ngày 25/02/2026.", []),
        ("Họp ngày 25/02/2026 (thứ 3).", ["25/02/2026 (thứ 3)"]),
        ("Họp ngày 25/02/2026 (thứ 4).", []),
        ("Họp Chủ nhật, ngày 01/3/2026.", []),
    ]
)
def test_weekdays(line, quotes):
    assert found("KH402", "I. THỜI GIAN", line) == quotes


@table(
    [
        ("Các thôn báo cáo trước ngày 20/01/2026.", ["trước ngày 20/01/2026"]),
        ("Các thôn báo cáo trước ngày 20/4/2026.", []),
        ("Các thôn báo cáo trước ngày 20/01 hằng năm.", []),
    ]
)
def test_deadlines_before_the_plan(line, quotes):
    assert found("KH403", "I. TỔ CHỨC THỰC HIỆN", f"1. {line}") == quotes


@table(
    [
        ("Các thôn tiêm xong trước ngày 20/01/2027.", ["trước ngày 20/01/2027"]),
        ("Các thôn báo cáo kết quả trước ngày 20/01/2027.", []),
        ("Các thôn tiêm xong trước ngày 20/10/2026.", []),
    ]
)
def test_deadlines_after_the_period(line, quotes):
    assert found("KH404", "I. TỔ CHỨC THỰC HIỆN", f"1. {line}") == quotes


@table(
    [
        ("Các thôn báo cáo trước ngày 16/5/2026.", ["trước ngày 16/5/2026"]),
        ("Các thôn báo cáo trước ngày 15/5/2026.", []),
        ("Các thôn báo cáo trước ngày 30/4/2026.", ["trước ngày 30/4/2026"]),
        ("Các thôn báo cáo trước ngày 17/02/2027.", []),
    ]
)
def test_days_off(line, quotes):
    assert found("KH405", "I. TỔ CHỨC THỰC HIỆN", f"1. {line}") == quotes


@table(
    [
        ("Thực hiện trong giai đoạn 2030 - 2026.", ["giai đoạn 2030 - 2026"]),
        ("Thực hiện trong giai đoạn 2026 - 2030.", []),
        ("Tiêm từ ngày 20/5/2026 đến ngày 10/5/2026.", ["từ ngày 20/5/2026 đến ngày 10/5/2026"]),
        ("Tiêm từ ngày 10/5/2026 đến ngày 20/5/2026.", []),
    ]
)
def test_spans_upside_down(line, quotes):
    assert found("KH406", "I. THỜI GIAN", line) == quotes


@pytest.mark.parametrize(("end", "hits"), [("20/6/2026", 0), ("20/7/2026", 1)])
def test_parts_within_their_whole(end, hits):
    lines = ("1. Đợt 1: từ ngày 01/6/2026 đến ngày 30/6/2026:", f"a) Các thôn tiêm xong trước ngày {end}.")
    hit = findings("KH407", "I. THỜI GIAN", *lines)
    assert len(hit) == hits
    assert all("01/6/2026" in f.message for f in hit)


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("giai đoạn 2021 - 2030, tầm nhìn đến năm 2050", []),
        ("thời kỳ 2021-2030, tầm nhìn đến 2025", ["2021-2030, tầm nhìn đến 2025"]),
        ("giai đoạn 2021 - 2025, định hướng đến năm 2030", []),
        ("giai đoạn 2021 - 2025, định hướng 2026 - 2030", []),
    ],
)
def test_visions_lie_behind_the_end(words, quotes):
    assert found("KH409", "I. NHIỆM VỤ", f"Thực hiện quy hoạch {words}.") == quotes


@pytest.mark.parametrize(
    ("closing", "quotes"),
    [
        ("Trên đây là Kế hoạch trồng rừng giai đoạn 2026 - 2030.", []),
        ("Trên đây là Kế hoạch trồng rừng giai đoạn 2025 - 2030.", ["2025 - 2030"]),
        ("Trên đây là Kế hoạch trồng rừng năm 2026.", []),
        ("Trên đây là Kế hoạch trồng rừng. Thay thế kế hoạch giai đoạn 2021 - 2025.", []),
    ],
    ids=["as in the title", "other years", "a year of them", "another plan"],
)
def test_years_of_the_closing(closing, quotes):
    lines = ("I. MỤC ĐÍCH", "Giữ đất.", closing)
    assert found("KH410", *lines, title="Trồng rừng giai đoạn 2026 - 2030") == quotes
