"""Figures with what they count: value, range, whole, comparator, unit; and numbers that count nothing."""

import pytest
from hypothesis import strategies as st
from plan_texts import for_all, rules

from kehoach.facts.quantities import find_quantities, number


def one(text):
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@rules(
    ("text", "value"),
    {
        "thousands": ("1.234", 1234),
        "millions": ("3.456.789", 3456789),
        "decimal comma": ("34,48", 34.48),
        "thousands and decimals": ("1.234,5", 1234.5),
        "leading zero": ("05", 5),
        "decimals without thousands": ("0,05", 0.05),
        "a stop before fewer than three digits is a decimal point": ("12.5", 12.5),
    },
)
def test_numbers_as_vietnamese_writes_them(text, value):
    assert number(text) == value


@rules(
    ("text", "value", "unit"),
    {
        "per cent": ("đạt 34,48%", 34.48, "%"),
        "per cent, spaced": ("đạt 90 %", 90, "%"),
        "per mille": ("giảm 0,05‰", 0.05, "‰"),
        "money": ("chi 1.234,5 triệu đồng", 1234.5, "triệu đồng"),
        "income a head and year": ("đạt 65 triệu đồng/người/năm", 65, "triệu đồng/người/năm"),
        "rate with spaces": ("đạt 65 triệu đồng / người / năm", 65, "triệu đồng/người/năm"),
        "rate over a number": ("có 12 bác sĩ/10.000 dân", 12, "bác sĩ/10.000 dân"),
        "area": ("trồng 5.000 ha", 5000, "ha"),
        "square metres": ("xây 1.500 m2", 1500, "m2"),
        "noun": ("có 05 tập thể", 5, "tập thể"),
        "longest noun": ("xây 8 phòng học", 8, "phòng học"),
        "number in words behind it": ("tổ chức 01 (một) cuộc", 1, "cuộc"),
        "abbreviation": ("có 02 KCN", 2, "KCN"),
        "any noun behind a verb": ("trao 57 nồi cơm", 57, "nồi"),
        "decimal point": ("đạt 12.5%", 12.5, "%"),
        "minutes": ("chờ 30 phút", 30, "phút"),
        "milliards and millions": ("thu 3 tỷ 450 triệu đồng", 3450, "triệu đồng"),
        "decimal point of a measure": ("đạt 7.5 điểm", 7.5, "điểm"),
        "a word of two syllables": ("bồi dưỡng 02 quần chúng", 2, "quần chúng"),
        "a rate of any nouns": ("dạy 10 bài/tuần đối với lớp 9", 10, "bài/tuần"),
        "per cent of a rate": ("giảm 5% điện năng/ha", 5, "%"),
        "of one kind beside another": ("đạt 111 bé trai/100 bé gái", 111, "bé trai/100 bé gái"),
        "births among so many": ("giảm còn 18 ca sinh/1.000 phụ nữ", 18, "ca sinh/1.000 phụ nữ"),
        "people who judge": ("mời 05 giám khảo", 5, "giám khảo"),
        "a place that is a noun, no point": ("kết nối đến 71 điểm cầu", 71, "điểm cầu"),
        "a name in quotation marks": ("duy trì 34 “Tổ liên gia an toàn”", 34, "Tổ liên gia an toàn"),
        "a name that goes on": ("lập 11 Điểm chữa cháy công cộng tại hẻm", 11, "Điểm chữa cháy công cộng"),
        "asked of each": ("mỗi hội viên 01 chậu hoa", 1, "chậu hoa"),
    },
)
def test_value_and_unit(text, value, unit):
    found = one(text)
    assert (found.value, found.value_to, found.of, found.unit, found.comparator) == (value, None, None, unit, "=")


@rules(
    ("text", "comparator", "words"),
    {
        "bare figure": ("đạt 90%", "=", "90%"),
        "at least": ("ít nhất 85% số hộ", ">=", "ít nhất 85%"),
        "minimum": ("tối thiểu là 20 mô hình", ">=", "tối thiểu là 20 mô hình"),
        "not under": ("không dưới 20 mô hình", ">=", "không dưới 20 mô hình"),
        "and up": ("đạt 90% trở lên", ">=", "90%"),
        "from and up": ("đạt từ 90% trở lên", ">=", "đạt từ 90%"),
        "up, told far behind": ("từ 40% số xã đạt chuẩn nông thôn mới trở lên", ">=", "từ 40%"),
        "from alone is no bound": ("giảm từ 5%", "=", "từ 5%"),
        "over": ("trên 13%", ">", "trên 13%"),
        "more than": ("hơn 2.305 nhà", ">", "hơn 2.305 nhà"),
        "under": ("dưới 1,5%", "<", "dưới 1,5%"),
        "not over": ("không quá 0,8%", "<=", "không quá 0,8%"),
        "maximum": ("tối đa 2%", "<=", "tối đa 2%"),
        "not fewer": ("không ít hơn 30 hộ", ">=", "không ít hơn 30 hộ"),
        "not higher": ("không cao hơn 2%", "<=", "không cao hơn 2%"),
        "lower than": ("thấp hơn 5%", "<", "thấp hơn 5%"),
        "an index has no unit": ("Chỉ số hạnh phúc đạt từ 70 trở lên", ">=", "đạt từ 70"),
        "a coefficient": ("Hệ số an toàn không nhỏ hơn 1,5.", ">=", "không nhỏ hơn 1,5"),
        "and down": ("5 xã trở xuống", "<=", "5 xã"),
        "sign of at least": ("≥ 98% hồ sơ", ">=", "≥ 98%"),
        "sign in two characters": ("<= 2%", "<=", "<= 2%"),
        "sign of over": ("> 5 ha", ">", "> 5 ha"),
        "any noun behind a bound": ("ít nhất 12 nồi cơm", ">=", "ít nhất 12"),
        "on the territory of is no bound": ("trên địa bàn 12 xã", "=", "12 xã"),
        "a small number in words": ("có ít nhất một mô hình", ">=", "ít nhất một mô hình"),
        "capitals": ("Ít nhất 85% số hộ", ">=", "Ít nhất 85%"),
        "not to have over": ("không để quá 5 vụ", "<=", "không để quá 5 vụ"),
    },
)
def test_comparator(text, comparator, words):
    found = one(text)
    assert (found.comparator, text[slice(*found.span)].strip()) == (comparator, words)


@rules(
    ("text", "low", "high", "unit"),
    {
        "dash": ("10 - 12 mô hình", 10, 12, "mô hình"),
        "dash without spaces": ("giảm 3-5 vụ", 3, 5, "vụ"),
        "long dash": ("10,5 – 11%", 10.5, 11, "%"),
        "from to": ("từ 3 đến 5 mô hình", 3, 5, "mô hình"),
        "unit twice": ("từ 60% đến 70%", 60, 70, "%"),
        "unit once": ("đạt 50 - 60%", 50, 60, "%"),
        "two bounds": ("trên 40 và không quá 60 học viên", 40, 60, "học viên"),
        "an upper bound behind `đến`": ("từ 5 xã đến dưới 8 xã", 5, 8, "xã"),
    },
)
def test_range(text, low, high, unit):
    found = one(text)
    assert (found.value, found.value_to, found.comparator, found.unit) == (low, high, "range", unit)


@rules(
    ("text", "value", "whole"),
    {
        "all": ("13/13 xã đạt chuẩn", 13, 13),
        "part": ("02/15 xã đạt chuẩn", 2, 15),
        "spaced": ("9 / 12 thôn", 9, 12),
        "share of any noun": ("1/3 số cán bộ", 1, 3),
        "share in words": ("hai phần ba số ấp", 2, 3),
        "share of people": ("ít nhất một phần ba người học là phụ nữ", 1, 3),
        "a half": ("một nửa số trường học", 1, 2),
        "so many in so many": ("7 trong tổng số 9 trường", 7, 9),
        "so many of so many": ("9 phần 10 hộ", 9, 10),
    },
)
def test_a_part_of_a_whole(text, value, whole):
    found = one(text)
    assert (found.value, found.of) == (value, whole)


@pytest.mark.parametrize(
    "text",
    [
        "tháng 04/2026 kiểm tra",
        "quý 3/2026 hoàn thành",
        "một phần năm 2026",
        "một phần tư liệu",
        "năm học 2025 - 2026 tổ chức",
        "vào ngày 15 tổ chức chào cờ",
        "đội 3 tổ chức thi đấu",
    ],
)
def test_no_figure(text):
    assert find_quantities(text) == []


def test_what_a_figure_is_multiplied_by_is_part_of_it():
    assert [q.value for q in find_quantities("500 cây/ấp x 8 ấp")] == [500]


def test_a_place_among_the_best():
    found = one("thuộc tốp 5 đơn vị dẫn đầu tỉnh")
    assert (found.comparator, found.value, found.unit) == ("<=", 5, "đơn vị")
    assert one("thuộc top 03 vùng đồng bằng về trồng lúa").unit is None, "where, not among whom"
    assert one("nằm trong nhóm 10 tỉnh dẫn đầu").comparator == "<="


def test_all_of_a_list_is_no_bound():
    found = find_quantities("Tối thiểu 80% hộ dân, 60% cơ sở và 100% cơ quan")
    assert [(q.comparator, q.value) for q in found] == [(">=", 80), (">=", 60), ("=", 100)]


def test_a_bound_behind_a_stroke_is_of_the_next_figure():
    first, second = find_quantities("trồng 500 cây/ít nhất 02 hộ")
    assert (first.value, first.unit, second.value, second.comparator) == (500, "cây", 2, ">=")


def test_what_each_year_or_quarter_gets_of_the_whole():
    found = find_quantities(
        "Sửa 1.500 căn cho hộ nghèo của 17 xã (2026: 320; 2027: 410) và 90 nhà (quý II: 50, quý III: 40)."
    )
    assert [(q.value, q.unit) for q in found] == [
        (1500, "căn"),
        (17, "xã"),
        (320, "căn"),
        (410, "căn"),
        (90, "nhà"),
        (50, "nhà"),
        (40, "nhà"),
    ]


def test_several_figures_of_one_sentence():
    text = "Có 02/15 xã đạt chuẩn (13,33%), trồng từ 3.000 đến 5.000 cây và tập huấn trên 120 hộ."
    found = find_quantities(text)
    assert [(text[slice(*q.figure)].strip(), q.comparator, q.unit) for q in found] == [
        ("02/15 xã", "=", "xã"),
        ("13,33%", "=", "%"),
        ("3.000 đến 5.000 cây", "range", "cây"),
        ("120 hộ", ">", "hộ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Điều 5",
        "khoản 2 Điều 15",
        "điện thoại 0912.345.678",
        "0912345678",
        "năm 2026",
        "ngày 15/4/2026",
        "tháng 3",
        "Quyết định số 12/QĐ-UBND",
        "giai đoạn 2021 - 2025",
        "Phường 1",
        "khu phố 3",
        "Nghị quyết 57-NQ/TW",
        "Số: 45",
        "1.2. Mục tiêu",
        "loại 2",
        "3/5",
        "QCVN 01:2021",
        "tỷ lệ 20/15",
        "1.2345 cây",
    ],
)
def test_what_counts_nothing(text):
    assert find_quantities(text) == []


def written(value, decimals):
    """A number as Vietnamese writes it."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


@for_all(st.integers(0, 10**9), st.sampled_from(["xã", "triệu đồng", "%", "cây"]))
def test_whole_numbers_round_trip(value, unit):
    found = one(f"Đến nay có {written(value, 0)} {unit}.")
    assert (found.value, found.unit) == (value, unit)


@for_all(st.integers(0, 10**9), st.integers(1, 3), st.sampled_from(["ha", "tỷ đồng", "%"]))
def test_decimals_round_trip(digits, decimals, unit):
    value = digits / 10**decimals
    assert one(f"Phấn đấu đạt {written(value, decimals)} {unit}.").value == value


WORDS = [
    "ít nhất",
    "trên",
    "từ",
    "đến",
    "12",
    "1.234,5",
    "13/13",
    "xã",
    "%",
    "trở lên",
    "-",
    "/",
    "triệu đồng",
    "(",
    ")",
    "≥",
    "năm 2026",
    ".",
    ",",
    "01 (một)",
    "12.5",
    "không quá",
    "người",
    "\n",
]


@for_all(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_figures_stand_within_their_words_in_any_text(text):
    end = 0
    for found in find_quantities(text):
        assert end <= found.span[0] <= found.figure[0] < found.figure[1] == found.span[1] <= len(text)
        assert text[found.figure[0]].isdigit()
        assert (found.comparator == "range") == (found.value_to is not None)
        end = found.span[1]
