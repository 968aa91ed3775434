"""What officers type in forms, and what forms show."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.web.typed_values import (
    ValueTypedError,
    date_to_type,
    number_to_type,
    typed_date,
    typed_list,
    typed_number,
)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("15/01/2026", "2026-01-15"),
        ("5/3/2026", "2026-03-05"),
        ("ngày 5.3.2026", "2026-03-05"),
        ("tháng 7/2026", "2026-07"),
        ("7/2026", "2026-07"),
        ("năm 2026", "2026"),
        ("15/01 hằng năm", "--01-15"),
        ("Ngày 15/01 hàng năm", "--01-15"),
        ("2026-03-05", "2026-03-05"),
        ("  ", None),
    ],
)
def test_dates(typed, iso):
    assert typed_date(typed) == iso


@pytest.mark.parametrize("typed", ["30/02/2026", "13/2026", "mai", "1/1/26", "--13-01", "15/01", "0/1/2026"])
def test_what_is_no_date_says_how_to_write_one(typed):
    with pytest.raises(ValueTypedError, match="15/01/2026"):
        typed_date(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1500", 1500),
        ("1.500", 1500),
        ("13,5", 13.5),
        ("1.234.567,25", 1234567.25),
        ("-2", -2),
        (" 90 ", 90),
        ("", None),
    ],
)
def test_numbers(typed, value):
    assert typed_number(typed) == value


@pytest.mark.parametrize("typed", ["chín", "1.50", "1,5,0", "90%", "1e9", "9" * 30])
def test_what_is_no_number_says_how_to_write_one(typed):
    with pytest.raises(ValueTypedError, match="hoặc 13,5"):
        typed_number(typed)


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_date_that_a_form_shows_is_understood_again(day, length):
    iso = day.isoformat()[:length]
    assert typed_date(date_to_type(iso)) == iso
    assert typed_date(date_to_type(f"--{day:%m-%d}")) == f"--{day:%m-%d}"


@given(st.integers(-(10**9), 10**9).map(lambda n: n / 100))
def test_a_number_that_a_form_shows_is_understood_again(value):
    assert typed_number(number_to_type(value)) == pytest.approx(value)


def test_lists_are_one_entry_a_line():
    assert typed_list(" Sở Nội vụ \n\n  Sở  Tài chính") == ["Sở Nội vụ", "Sở Tài chính"]
