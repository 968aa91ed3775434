"""Lines of one sign repeated, as broken converters write them: the reading ends, whatever the sign."""

import pytest

import kehoach

BEFORE = "KẾ HOẠCH\nTrồng rừng năm 2026\nI. MỤC TIÊU\n"
LENGTH = 8000


@pytest.mark.parametrize(
    "piece",
    [
        *("- ", "a) ", "1.", "* ", "+ ", "(1) ", "IV. "),
        *(" ", "\t", "\u00a0", "_", ".", "…", "-", "—", "="),
        *("|", "| ", "|-", ":-", "a|"),
        *("A", "Đ", "a", "ạ", "7", "7 ", "7/", "7.", "20% ", "(", "((", "“", "…/"),
        *("ngày ", "ngày 1/1/2026, ", "tháng ", "từ ", "và ", "năm 2026 ", "số 1/KH-UBND ", "UBND ", "Bằng khen "),
    ],
)
def test_a_line_of_one_sign(piece):
    text = BEFORE + piece * (LENGTH // len(piece)) + "\n"
    plan = kehoach.extract(text.encode(), name="ke-hoach.txt")
    assert plan.header.title == "Trồng rừng năm 2026"
