"""Dates and time expressions: what they say, how they bind, where they stand, and what is none."""

import calendar
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import strategies as st
from plan_texts import for_all, rules, under

from kehoach.facts.dates import Run, iso, parse_date
from kehoach.facts.times import TimeExpression, find_times, in_run


def one(text):
    """The only time expression of a text."""
    found = find_times(text)
    assert len(found) == 1, found
    assert text[slice(*found[0].span)] == found[0].text
    return found[0]


@rules(
    ("text", "expected"),
    {
        "day in words": ("ngày 18 tháng 5 năm 2022", "2022-05-18"),
        "day in figures": ("ngày 03/8/2022", "2022-08-03"),
        "day in figures, spaced": ("ngày 03 / 8 / 2022", "2022-08-03"),
        "day with hyphens": ("ngày 03-8-2022", "2022-08-03"),
        "day with stops": ("03.8.2022", "2022-08-03"),
        "day in words, month with stroke": ("ngày 05 tháng 3/2026", "2026-03-05"),
        "day that the letterhead leaves open": ("ngày … tháng 6 năm 2023", "2023-06"),
        "month in words": ("tháng 7 năm 2022", "2022-07"),
        "month with stroke": ("tháng 7/2022", "2022-07"),
        "month with hyphen": ("tháng 07-2022", "2022-07"),
        "a quarter ends with its last month": ("quý I/2026", "2026-03"),
        "last quarter": ("quý IV năm 2025", "2025-12"),
        "quarter in Arabic figures": ("Quý 2/2026", "2026-06"),
        "quarter with the other i": ("Quí II/2026", "2026-06"),
        "quarter of no year": ("quý III", "--09"),
        "first half of a year": ("6 tháng đầu năm 2026", "2026-06"),
        "second half, in words": ("sáu tháng cuối năm 2026", "2026-12"),
        "half of no year": ("06 tháng đầu năm", "--06"),
        "year": ("năm 2030", "2030"),
        "day of every year": ("ngày 15/01", "--01-15"),
        "day of every year in words": ("ngày 15 tháng 01", "--01-15"),
        "month of every year": ("tháng 10", "--10"),
        "leap day": ("ngày 29/02/2024", "2024-02-29"),
        "leap day of no year": ("ngày 29/02", "--02-29"),
        "day that no calendar has": ("ngày 31/02/2026", None),
        "leap day of a common year": ("ngày 29/02/2026", None),
        "month that no calendar has": ("tháng 13/2026", None),
    },
)
def test_a_date_says_what_is_known_and_no_more(text, expected):
    assert parse_date(text) == expected


@pytest.mark.parametrize("text", ["", "ngày tháng năm", "Điều năm", "hằng năm", "quý báu", "tháng giêng"])
def test_no_date(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((5, 3, 2026), "2026-03-05"),
        (("05", "03", "2026"), "2026-03-05"),
        ((None, 3, 2026), "2026-03"),
        ((None, None, 2026), "2026"),
        ((5, 3, None), "--03-05"),
        ((None, 3, None), "--03"),
        ((None, None, None), None),
        ((30, 2, 2026), None),
        ((31, 4, None), None),
        ((None, 13, 2026), None),
    ],
)
def test_iso_cuts_dates_to_what_is_known(parts, expected):
    assert iso(*parts) == expected


@rules(
    ("text", "kind", "start", "end", "prefix"),
    {
        "before a day": ("trước ngày 30/4/2026", "deadline", None, "2026-04-30", "trước"),
        "before a day in short": ("trước 15/6", "deadline", None, "--06-15", "trước"),
        "before a day with its month": ("trước 20 tháng 6", "deadline", None, "--06-20", "trước"),
        "before a month": ("trước tháng 6/2026", "deadline", None, "2026-06", "trước"),
        "before an hour": ("Trước 17 giờ 00 ngày 12/3/2026", "deadline", None, "2026-03-12", "trước"),
        "in a quarter": ("trong quý II/2026", "period", "2026-04", "2026-06", "trong"),
        "at the latest": ("chậm nhất là ngày 20/6/2026", "deadline", None, "2026-06-20", "chậm nhất là"),
        "not later than": ("không quá ngày 05/6/2026", "deadline", None, "2026-06-05", "không quá"),
        "to the end of a month": ("muộn nhất đến hết tháng 9/2026", "deadline", None, "2026-09", "muộn nhất đến hết"),
        "to the end of a year": ("đến hết năm 2027", "deadline", None, "2027", "đến hết"),
        "by the end of a quarter": ("hết quý III/2026", "deadline", None, "2026-09", "hết"),
        "up to a year": ("đến năm 2030", "event", None, "2030", "đến"),
        "on a day": ("vào ngày 19/5/2026", "event", None, "2026-05-19", "vào"),
        "at the beginning of a month": ("vào đầu tháng 9/2026", "event", None, "2026-09", "vào đầu"),
        "at the end of a year": ("cuối năm 2026", "event", None, "2026", "cuối"),
        "after a day": ("sau ngày 01/7/2026", "event", None, "2026-07-01", "sau"),
        "in a month": ("trong tháng 3/2026", "period", "2026-03", "2026-03", "trong"),
        "in a year": ("trong năm 2026", "period", "2026", "2026", "trong"),
        "from a day on": ("kể từ ngày 01/7/2025", "period", "2025-07-01", None, "kể từ"),
        "a year and those after it": ("năm 2026 và các năm tiếp theo", "period", "2026", None, ""),
        "bare day": ("ngày 19/5/2026", "event", None, "2026-05-19", ""),
    },
)
def test_the_word_before_a_date_tells_how_it_binds(text, kind, start, end, prefix):
    assert one(text) == TimeExpression(text, (0, len(text)), kind, start, end, None, prefix)


@rules(
    ("text", "start", "end"),
    {
        "days of one month of no year": ("từ ngày 01 đến ngày 15 tháng 5", "--05-01", "--05-15"),
        "a day that no calendar has": ("từ ngày 45 đến ngày 15 tháng 5", None, "--05-15"),
        "years of a stage": ("giai đoạn 2026 - 2030", "2026", "2030"),
        "years without spaces": ("giai đoạn 2026-2030", "2026", "2030"),
        "long dash": ("thời kỳ 2021 – 2030", "2021", "2030"),
        "years listed": ("các năm 2026 - 2028", "2026", "2028"),
        "years and those after them": ("giai đoạn 2026 - 2030 và những năm tiếp theo", "2026", None),
        "from year to year": ("Từ năm 2026 đến năm 2030", "2026", "2030"),
        "day to day": ("từ ngày 01/3/2026 đến ngày 31/5/2026", "2026-03-01", "2026-05-31"),
        "day to day with dash": ("từ ngày 01/3/2026 - 31/5/2026", "2026-03-01", "2026-05-31"),
        "start takes the year of the end": ("từ ngày 01/3 đến ngày 30/6/2026", "2026-03-01", "2026-06-30"),
        "start without its word": ("từ 09/3 đến 20/3/2026", "2026-03-09", "2026-03-20"),
        "start takes month and year": ("từ ngày 08 đến ngày 10 tháng 12 năm 2025", "2025-12-08", "2025-12-10"),
        "month takes the year": ("từ tháng 4 đến tháng 9 năm 2026", "2026-04", "2026-09"),
        "to the end of a month": ("từ tháng 4/2026 đến hết tháng 9/2026", "2026-04", "2026-09"),
        "a quarter begins with its first month": ("từ quý I/2026 đến quý III/2026", "2026-01", "2026-09"),
        "days of one month": ("ngày 10 - 15/8/2026", "2026-08-10", "2026-08-15"),
        "days of one month without their word": ("12 - 14/8/2026", "2026-08-12", "2026-08-14"),
        "two days": ("ngày 01 và 02 tháng 9 năm 2026", "2026-09-01", "2026-09-02"),
        "days listed": ("các ngày 14, 15, 16 tháng 4 năm 2026", "2026-04-14", "2026-04-16"),
        "months listed": ("Tháng 11, 12/2026", "2026-11", "2026-12"),
        "months of one year": ("tháng 3 - 5/2026", "2026-03", "2026-05"),
        "one month and the next": ("trong tháng 9 và tháng 10/2026", "2026-09", "2026-10"),
        "months that follow on": ("tháng 9, tháng 10/2026", "2026-09", "2026-10"),
        "one quarter and the next": ("quý I, II năm 2026", "2026-01", "2026-06"),
        "one day and the next": ("ngày 28/12 và cả ngày 29/12/2026", "2026-12-28", "2026-12-29"),
        "quarters of one year": ("Quý II - Quý III/2026", "2026-04", "2026-09"),
        "quarters of two years": ("Quý IV/2025 - Quý II/2026", "2025-10", "2026-06"),
        "day to day, no word before": ("15/3/2026 - 20/4/2026", "2026-03-15", "2026-04-20"),
        "and the years to come": ("từ năm 2013 đến năm 2020 và tiếp theo", "2013", None),
        "months without a space": ("từ tháng4/2026 đến tháng9/2026", "2026-04", "2026-09"),
        "days with a dash, without their word": ("20/4 - 23/4/2026", "2026-04-20", "2026-04-23"),
        "hours before both days": (
            "từ 17h30 ngày 04/4/2026 đến 6 giờ 00 ngày 07/4/2026",
            "2026-04-04",
            "2026-04-07",
        ),
        "hours with a stop, days with stops": (
            "từ 17.30 ngày 4.4.2026 đến 06.00 ngày 7.4.2026",
            "2026-04-04",
            "2026-04-07",
        ),
        "days of no year, without their word": ("từ 12/3 đến 26/3", "--03-12", "--03-26"),
        "the first half of a year": ("trong 6 tháng đầu năm 2026", "2026-01", "2026-06"),
        "the second half of a year": ("trong sáu tháng cuối năm 2026", "2026-07", "2026-12"),
        "from now on": ("từ nay đến hết năm 2026", None, "2026"),
        "from its issue on": ("từ khi ban hành đến hết ngày 31/12/2026", None, "2026-12-31"),
    },
)
def test_spans_of_time(text, start, end):
    found = one(text)
    assert (found.text, found.kind, found.start, found.end) == (text, "period", start, end)


@rules(
    ("text", "recurrence", "end"),
    {
        "every year": ("hằng năm", "annual", None),
        "every quarter": ("hàng quý", "quarterly", None),
        "every month": ("hằng tháng", "monthly", None),
        "every week": ("hàng tuần", "weekly", None),
        "each year": ("mỗi năm", "annual", None),
        "periodically, and no more said": ("định kỳ", "periodic", None),
        "periodically every quarter": ("định kỳ hằng quý", "quarterly", None),
        "periodically, quarter alone": ("định kỳ quý", "quarterly", None),
        "three months are a quarter": ("định kỳ 03 tháng", "quarterly", None),
        "half a year has no name": ("định kỳ 6 tháng", None, None),
        "half a year and a year": ("định kỳ 6 tháng, 01 năm", None, None),
        "periodically every year": ("định kỳ hàng năm", "annual", None),
        "periodically every month": ("định kỳ hằng tháng", "monthly", None),
        "periodically every week": ("định kỳ hằng tuần", "weekly", None),
        "day before the word": ("Trước ngày 15/01 hằng năm", "annual", "--01-15"),
        "day of every term": ("trước ngày 10/6 mỗi học kỳ", None, "--06-10"),
        "day behind the word": ("Hằng năm trước ngày 28/02", "annual", "--02-28"),
        "day in brackets": ("hàng năm (trước ngày 15/12)", "annual", "--12-15"),
        "day behind a comma": ("hằng năm, chậm nhất ngày 31/01", "annual", "--01-31"),
        "day of every month": ("trước ngày 20 hằng tháng", "monthly", None),
        "day of every month, long": ("chậm nhất là ngày 05 của mỗi tháng", "monthly", None),
        "two words for one": ("hàng năm, định kỳ", "annual", None),
        "how often in a week": ("02 lần/tuần", "weekly", None),
        "every two weeks": ("02 tuần/lần", None, None),
        "a day of the next month": ("trước ngày 05 của tháng sau", "monthly", None),
        "a day counted with its word": ("vào mùng 4 hằng tháng", "monthly", None),
        "a school term": ("mỗi học kỳ", None, None),
        "a school year": ("hằng năm học", "annual", None),
        "a day of the last month of a quarter": ("trước ngày 20 tháng cuối quý", "quarterly", None),
    },
)
def test_what_recurs(text, recurrence, end):
    found = one(text)
    assert (found.text.rstrip(")"), found.kind, found.recurrence, found.start, found.end) == (
        text.rstrip(")"),
        "recurring",
        recurrence,
        None,
        end,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gửi báo cáo trong 15 ngày kể từ ngày kết thúc.", "trong 15 ngày kể từ ngày"),
        ("Trả lời trong vòng 05 ngày làm việc kể từ khi nhận hồ sơ.", "trong vòng 05 ngày làm việc kể từ khi"),
        ("Nộp chậm nhất sau 03 ngày làm việc, kể từ ngày họp.", "chậm nhất sau 03 ngày làm việc, kể từ ngày"),
        ("Niêm yết ít nhất 7 ngày trước khi họp.", "ít nhất 7 ngày trước khi"),
        ("Trả lời trong thời hạn 30 ngày.", "trong thời hạn 30 ngày"),
        ("Thông báo ít nhất 03 ngày trước buổi tiêm.", "ít nhất 03 ngày trước buổi"),
        ("Thông báo trước khi xả lũ ít nhất 02 giờ.", "trước khi xả lũ ít nhất 02 giờ"),
        ("Gửi lịch trước ít nhất 05 ngày làm việc.", "trước ít nhất 05 ngày làm việc"),
        ("Báo cáo chậm nhất 10 ngày sau mỗi hội nghị.", "chậm nhất 10 ngày sau mỗi"),
        ("Trong 05 ngày sau vòng chung kết gửi kết quả.", "Trong 05 ngày sau"),
        ("Trình hồ sơ chậm nhất 02 ngày trước lễ tổng kết.", "chậm nhất 02 ngày trước lễ"),
        ("Bàn giao đề trước giờ thi 30 phút.", "trước giờ thi 30 phút"),
        ("Báo trước 07 ngày khi kiểm tra.", "trước 07 ngày khi"),
        ("Báo cáo trong vòng 24 giờ.", "trong vòng 24 giờ"),
        ("Trả lời sau 05 ngày làm việc.", "sau 05 ngày làm việc"),
        ("Gửi đăng ký trong vòng một tháng kể từ ngày ký.", "trong vòng một tháng kể từ ngày"),
    ],
)
def test_a_relative_deadline_has_no_date(text, expected):
    found = one(text)
    assert (found.text, found.kind, found.start, found.end, found.prefix) == (
        expected,
        "deadline",
        None,
        None,
        "relative",
    )


@rules(
    ("text", "expected"),
    {
        "two months share a year": ("vào tháng 4 và tháng 8 năm 2026", ["2026-04", "2026-08"]),
        "three months share a year": ("tháng 3, tháng 6 và tháng 9/2026", ["2026-03", "2026-06", "2026-09"]),
        "no year is shared over other words": ("tháng 4 tổ chức tập huấn, tháng 8 năm 2026 thi", ["--04", "2026-08"]),
        "days that run backwards are one day": ("ngày 20 - 15/8/2026", ["2026-08-15"]),
        "sentence with two dates": (
            "Sơ kết trước ngày 30/6/2026, tổng kết trong tháng 12/2026.",
            ["2026-06-30", "2026-12"],
        ),
        "an expression ends with its line": ("từ ngày 01/3\nđến ngày 30/6/2026", ["--03-01", "2026-06-30"]),
        "over New Year": ("Quý IV/2025, Quý I/2026", ["2026-03"]),
        "two years of one month": ("tháng 12/2026 và tháng 01/2026", ["2026-12", "2026-01"]),
        "how often, twice": ("Định kỳ 6 tháng, hằng năm báo cáo", [None]),
        "two that recur": ("lập kế hoạch hằng năm và định kỳ báo cáo", [None, None]),
        "a list that recurs": ("hằng tháng, quý, 6 tháng và cả năm báo cáo", [None]),
        "hours before a day are no start": ("từ 07h30 đến 11h00, thứ Sáu ngày 20/3/2026", ["2026-03-20"]),
        "months in words": ("Sáu tháng một lần họp", [None]),
        "a week of a month is no day": ("tuần 2 tháng 12/2026", ["2026-12"]),
        "a sentence that opens with every year": (
            "Hằng năm, báo cáo giữa năm trước ngày 10/6, cả năm trước ngày 10/11. Họp ngày 05/12",
            ["--06-10", "--11-10", "--12-05"],
        ),
        "half a year is no half-year": ("Sơ kết 6 tháng vào cuối tháng 6/2026", ["2026-06"]),
        "a report of half a year and its day in brackets": ("báo cáo 6 tháng (trước 10/6), năm", ["--06-10"]),
        "a week by its number": ("Tuần thứ hai của tháng 6/2026", ["2026-06"]),
        "a report of half a year is due on a day": ("báo cáo 6 tháng trước ngày 10/6", ["--06-10"]),
        "days that are kept": ("Ngày Dân số thế giới 11/7 và Ngày Dân số Việt Nam 26/12", ["--07-11", "--12-26"]),
        "two days share year and word": ("trước ngày 05/6 và 05/12/2026", ["2026-06-05", "2026-12-05"]),
        "two days of each year": ("trước ngày 12/5 và 12/11 hằng năm", ["--05-12", "--11-12"]),
        "two days of a course": ("trong 02 ngày, 22 và 23/4/2026", ["2026-04-23"]),
        "how long, and from when": ("03 tháng, từ 01/6 - 31/8/2026", ["2026-08-31"]),
        "further days in short": ("ngày 15/6, 15/12; trước 10/3 và 10/9", ["--06-15", "--12-15", "--03-10", "--09-10"]),
        "from a day to an end without a date": ("từ 20/6 đến hết đợt", ["--06-20"]),
        "a night": ("đêm 26/7 thắp nến", ["--07-26"]),
        "offsets count over lines": ("Thời gian:\n\nngày 05/6/2026", ["2026-06-05"]),
    },
)
def test_several_times_of_one_text(text, expected):
    found = find_times(text)
    assert [t.end or t.start for t in found] == expected
    assert [text[slice(*t.span)] for t in found] == [t.text for t in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Liên hệ số điện thoại 0912.345.678.",
        "Điện thoại: 0243.826.1234",
        "theo Điều 5 và khoản 2 Điều 15",
        "Quyết định số 587/QĐ-TTg",
        "đạt 1.234,5 triệu đồng",
        "tỷ lệ 3/5 hộ",
        "tăng từ 1/3 đến 2/3 số hộ",
        "ngày hội đọc sách",
        "tháng hành động vì trẻ em",
        "năm nay",
        "quý vị đại biểu",
        "Phường 12",
        "trong 30 hộ",
        "địa chỉ 15/4 đường Hoa Ban",
        "khóa XI",
        "năm học mới",
        "từ đầu năm đến nay",
        "thường xuyên",
        "Câu lạc bộ 19/8",
    ],
)
def test_what_is_no_time(text):
    assert find_times(text) == []


def test_a_day_without_year_lies_in_the_year_of_the_plan():
    times = find_times("Tổ chức ngày 05/6; báo cáo trước ngày 15/12 hằng năm; tổng kết tháng 01/2027.")
    run = Run("2026-01", "2026-12")
    assert [t.end for t in in_run(times, run)] == ["2026-06-05", "--12-15", "2027-01"]
    assert in_run(times, None) == times


@rules(
    ("title", "period", "ends"),
    {
        "a school year": ("năm học 2026 - 2027", None, ["2026-11-20", "2027-03-26", "2026-12"]),
        "two years": ("giai đoạn 2026 - 2027", None, ["--11-20", "--03-26", "--12"]),
        "a winter": ("", "Từ tháng 10/2026 đến tháng 4/2027", ["2026-11-20", "2027-03-26", "2026-12"]),
        "longer than a year": ("", "Từ tháng 10/2026 đến tháng 11/2027", ["--11-20", "--03-26", "--12"]),
    },
)
def test_a_day_without_year_lies_in_the_months_of_the_plan(title, period, ends):
    told = ["1. Thời gian thực hiện: " + period + "."] if period else []
    days = ["- Mít tinh ngày 20/11.", "- Ra quân ngày 26/3.", "- Sơ kết trong tháng 12."]
    plan = under("NHIỆM VỤ", *told, *days, title=f"Hoạt động của trường {title}")
    assert [m.end for m in plan.timeline if m.kind != "period"] == ends


def padded(number):
    return st.sampled_from([str(number), f"{number:02}"])


@st.composite
def written_dates(draw):
    """A date and one of the ways in which the genre writes it."""
    day = draw(st.dates(date(1945, 1, 1), date(2099, 12, 31)))
    d, m = draw(padded(day.day)), draw(padded(day.month))
    form = draw(
        st.sampled_from(
            [
                "{d}/{m}/{y}",
                "ngày {d}/{m}/{y}",
                "Ngày {d}/{m}/{y}",
                "ngày {d}-{m}-{y}",
                "{d}.{m}.{y}",
                "ngày {d} / {m} / {y}",
                "ngày {d} tháng {m} năm {y}",
                "{d} tháng {m} năm {y}",
                "Ngày {d} tháng {m}/{y}",
                "ngày {d}  tháng  {m}  năm {y}",
            ]
        )
    )
    return day, form.format(d=d, m=m, y=day.year)


@for_all(written_dates(), st.sampled_from(["", "Họp ", "trước ", "Báo cáo chậm nhất là ", "(", "từ "]))
def test_every_written_form_of_a_day_is_read(written, before):
    day, text = written
    found = one(f"{before}{text}, tại Nhà văn hóa.")
    assert parse_date(text) == (found.end or found.start) == day.isoformat()
    assert found.text.endswith(text)


@for_all(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31))
def test_days_are_those_of_the_calendar(year, month, day):
    exists = day <= calendar.monthrange(year, month)[1]
    assert (parse_date(f"ngày {day}/{month}/{year}") is not None) == exists


WORDS = [
    "trước",
    "ngày",
    "15/01",
    "tháng 6",
    "năm 2026",
    "đến",
    "hết",
    "quý I",
    "hằng năm",
    "định kỳ",
    "từ",
    "-",
    "(",
    ",",
    "và",
    "2021 - 2025",
    "30 ngày kể từ ngày",
    "\n",
    "giai đoạn",
    "03/8/2026",
    "rừng",
    "6 tháng",
    "hằng",
    "Điều 5",
]


@for_all(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_times_stand_where_they_say_in_any_text(text):
    found = find_times(text)
    assert [text[slice(*t.span)] for t in found] == [t.text for t in found]
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    assert all("\n" not in t.text for t in found)
