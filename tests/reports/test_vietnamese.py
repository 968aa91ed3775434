"""Dates, measures and shortened quotations as offices write them."""

import pytest

from kehoach.plan import Milestone, Period, Target
from kehoach.reports.vietnamese import clean, first_sentence, measure, period, resolved, shorten, when


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022", "năm 2022"),
        ("2022-07", "tháng 7/2022"),
        ("2022-01", "tháng 01/2022"),
        ("2022-08-03", "03/8/2022"),
        ("2022-12-18", "18/12/2022"),
        ("--01-15", "ngày 15/01 hằng năm"),
        ("--11", "tháng 11 hằng năm"),
    ],
)
def test_when(date, words):
    assert when(date) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021", "2025", "từ năm 2021 đến năm 2025"),
        ("2025", "2025", "năm 2025"),
        (None, "2030-06", "đến tháng 6/2030"),
        ("2026-03-01", None, "từ 01/3/2026"),
        (None, None, ""),
    ],
)
def test_period(start, end, words):
    assert period(Period(start=start, end=end)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"comparator": "=", "value": 50, "unit": "%"}, "50%"),
        ({"comparator": ">=", "value": 90, "unit": "%"}, "từ 90% trở lên"),
        ({"comparator": ">", "value": 13.33, "unit": "%"}, "trên 13,33%"),
        ({"comparator": "<=", "value": 2, "unit": "hộ"}, "không quá 2 hộ"),
        ({"comparator": "<", "value": 0.5, "unit": "%"}, "dưới 0,5%"),
        ({"comparator": "range", "value": 2, "value_to": 3, "unit": "thôn"}, "2 – 3 thôn"),
        ({"comparator": "=", "value": 13, "of": 13, "unit": "xã"}, "13/13 xã"),
        ({"comparator": "=", "value": 1500000, "unit": "cây"}, "1.500.000 cây"),
        ({"comparator": "=", "value": 0}, "0"),
        ({"comparator": "="}, "không nêu con số"),
    ],
)
def test_measure(fields, words):
    assert measure(Target(quote="q", indicator="i", span=(0, 1), **fields)) == words


@pytest.mark.parametrize(
    ("time", "fields", "words"),
    [
        ("tháng 6", {"kind": "event", "end": "2026-06"}, "tháng 6/2026"),
        (
            "tháng 3 đến tháng 5",
            {"kind": "period", "start": "2026-03", "end": "2026-05"},
            "từ tháng 3/2026 đến tháng 5/2026",
        ),
        ("tháng 6/2026", {"kind": "event", "end": "2026-06"}, ""),
        ("trước ngày 15/01 hằng năm", {"kind": "recurring", "end": "--01-15"}, ""),
        ("trong 15 ngày", {"kind": "deadline"}, ""),
    ],
)
def test_resolved_adds_only_what_the_words_lack(time, fields, words):
    assert resolved(Milestone(quote=time, time=time, span=(0, len(time)), **fields)) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Phủ xanh tuyến đường. Chăm sóc cây.", "Phủ xanh tuyến đường."),
        ("Phủ xanh các đường của TP. Mây và xã. Rồi nghỉ.", "Phủ xanh các đường của TP. Mây và xã."),
        ("Giai đoạn 2021 - 2025. Các xã.", "Giai đoạn 2021 - 2025."),
        ("Hưởng ứng phong trào “Sạch nhà”. “Đẹp ngõ” là việc sau.", "Hưởng ứng phong trào “Sạch nhà”."),
        ("Không có dấu chấm", "Không có dấu chấm"),
        ("Đạt 1.500 cây. rồi viết thường", "Đạt 1.500 cây. rồi viết thường"),
    ],
)
def test_first_sentence(text, sentence):
    assert first_sentence(text) == sentence


def test_shorten_keeps_the_words_and_marks_the_cut():
    assert shorten("một hai, ba bốn", 2) == "một hai …"
    assert shorten("một hai, ba bốn", 4) == "một hai, ba bốn"
    assert shorten("chính trị - xã hội", 3) == "chính trị …"


def test_clean_leaves_one_line_without_controls():
    assert clean("a\x00b\n c\x1b[0m\u202ed\ud800\uffff") == "a b c [0m d"
