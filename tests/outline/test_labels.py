"""Labels as printed: what they are, their style, their place in the row; and words and figures that are none."""

import pytest

from kehoach.outline.labels import as_label, is_lone_label, split_label


def style_and_numbers(text):
    label, _ = split_label(text)
    return label and (label.style, label.numbers)


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        # outer parts of a document
        ("Phần I. NHỮNG VẤN ĐỀ CHUNG", "Phần I", "NHỮNG VẤN ĐỀ CHUNG"),
        ("PHẦN THỨ HAI: NHIỆM VỤ", "PHẦN THỨ HAI", "NHIỆM VỤ"),
        ("Chương 3: Nguồn vốn", "Chương 3", "Nguồn vốn"),
        ("Mục II. Giải pháp", "Mục II", "Giải pháp"),
        ("Tiểu mục 1. Vận động", "Tiểu mục 1", "Vận động"),
        ("Điều 1. Phạm vi", "Điều 1.", "Phạm vi"),
        ("ĐIỀU 12: PHẠM VI", "ĐIỀU 12:", "PHẠM VI"),
        ("A. PHẦN CHUNG", "A.", "PHẦN CHUNG"),
        ("Đ. Kinh phí", "Đ.", "Kinh phí"),
        # a dash behind the number, as the Party writes
        ("I- MỤC ĐÍCH", "I-", "MỤC ĐÍCH"),
        ("1- Mục đích", "1-", "Mục đích"),
        ("1.- Mục đích", "1.-", "Mục đích"),
        ("2- 3 ngày", None, "2- 3 ngày"),
        # the number of a document that a line begins with
        ("71/NQ-CP ngày 01/4/2025 của Chính phủ", None, "71/NQ-CP ngày 01/4/2025 của Chính phủ"),
        ("1/Mục đích", "1/", "Mục đích"),
        # Roman, with every mark in use, and as OCR misreads their case
        ("I. MỤC ĐÍCH", "I.", "MỤC ĐÍCH"),
        ("II - YÊU CẦU", "II -", "YÊU CẦU"),
        ("III) NỘI DUNG", "III)", "NỘI DUNG"),
        ("IV/ TỔ CHỨC", "IV/", "TỔ CHỨC"),
        ("Vi. KINH PHÍ", "Vi.", "KINH PHÍ"),
        # Arabic
        ("1. Mục đích", "1.", "Mục đích"),
        ("1.Mục đích", "1.", "Mục đích"),
        ("1 . Mục đích", "1.", "Mục đích"),
        ("01. Mục đích", "01.", "Mục đích"),
        ("2) Yêu cầu", "2)", "Yêu cầu"),
        ("3/ Thời gian", "3/", "Thời gian"),
        ("1.1. Mục tiêu chung", "1.1.", "Mục tiêu chung"),
        ("1.1 Mục tiêu chung", "1.1", "Mục tiêu chung"),
        ("2.3.4. Trồng rừng", "2.3.4.", "Trồng rừng"),
        ("1. 1. Mục tiêu chung", "1. 1.", "Mục tiêu chung"),
        # the number of the outer part before the dot
        ("I.1. Mục tiêu chung", "I.1.", "Mục tiêu chung"),
        ("I.1.Mục tiêu chung", "I.1.", "Mục tiêu chung"),
        ("II.1 Mục tiêu chung", "II.1", "Mục tiêu chung"),
        ("I. 1. Mục tiêu chung", "I. 1.", "Mục tiêu chung"),
        ("A.2. Mục tiêu chung", "A.2.", "Mục tiêu chung"),
        ("IV.2.3) Trồng rừng", "IV.2.3)", "Trồng rừng"),
        ("I.500 hộ trồng rừng", "I.", "500 hộ trồng rừng"),
        ("1. 500 hộ trồng rừng", "1.", "500 hộ trồng rừng"),
        ("1. 12 hộ trồng rừng", "1.", "12 hộ trồng rừng"),
        # letters and brackets
        ("a) Trạm Y tế", "a)", "Trạm Y tế"),
        ("a. Trạm Y tế", "a.", "Trạm Y tế"),
        ("đ) Hội Nông dân", "đ)", "Hội Nông dân"),
        ("b1) Trước mùa mưa", "b1)", "Trước mùa mưa"),
        ("b1. Trước mùa mưa", "b1.", "Trước mùa mưa"),
        ("a.2. Sau mùa mưa", "a.2.", "Sau mùa mưa"),
        ("a.2 Sau mùa mưa", "a.2", "Sau mùa mưa"),
        ("a/ Trạm Y tế", "a/", "Trạm Y tế"),
        ("đ/Hội Nông dân", "đ/", "Hội Nông dân"),
        ("b- Hội Nông dân", "b-", "Hội Nông dân"),
        ("B/ Nhiệm vụ", "B/", "Nhiệm vụ"),
        ("C) Giải pháp", "C)", "Giải pháp"),
        ("iii) Dọn kênh", "iii)", "Dọn kênh"),
        ("(1) Dọn kênh", "(1)", "Dọn kênh"),
        ("(b) Dọn cống", "(b)", "Dọn cống"),
        # standards by their name
        ("Tiêu chí 1. Giữ rừng", "Tiêu chí 1.", "Giữ rừng"),
        ("Tiêu chí số 2: Trồng rừng", "Tiêu chí số 2:", "Trồng rừng"),
        # bullets, with and without a space
        ("- Dọn kênh", "-", "Dọn kênh"),
        ("–Dọn kênh", "–", "Dọn kênh"),
        ("+ Dọn cống", "+", "Dọn cống"),
        ("* Dọn ao", "*", "Dọn ao"),
        ("• Dọn hồ", "•", "Dọn hồ"),
        ("→ Dọn hồ", "→", "Dọn hồ"),
        ("\uf0b7 Dọn hồ", "\uf0b7", "Dọn hồ"),  # a bullet of Word's symbol font
        ("- 85% số hộ phân loại rác", "-", "85% số hộ phân loại rác"),
        # the second level of Word's bullets
        ("o Dọn kênh", "o", "Dọn kênh"),
        ("o 85% số hộ phân loại rác", "o", "85% số hộ phân loại rác"),
        ("o “Ngày Chủ nhật xanh”", "o", "“Ngày Chủ nhật xanh”"),
        # numbers of more levels than anyone reads
        ("2.1.3.1.2.4. Dọn kênh", "2.1.3.1.2.4.", "Dọn kênh"),
        ("1.2.1.1.1.1.1 Dọn kênh", "1.2.1.1.1.1.1", "Dọn kênh"),
        # of a bullet before a letter or number, the letter is the label
        ("- a) Trạm Y tế", "a)", "Trạm Y tế"),
        ("+ 1.2. Trồng rừng", "1.2.", "Trồng rừng"),
        ("- I. Newton", "-", "I. Newton"),
    ],
)
def test_label_and_rest(line, label, rest):
    found, after = split_label(line)
    assert (found and found.text, after) == (label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2026 là năm cuối nhiệm kỳ",
        "2026. Năm học mới",
        "3 tháng một lần",
        "12/12 xã có nhà văn hóa",
        "20/11 hằng năm",
        "1.500 cây bóng mát",
        "1.000.000 đồng",
        "10 xã biên giới",
        "-5 độ",
        "–20% số vụ cháy",
        "Phần mềm quản lý hộ tịch",
        "Mục tiêu chung",
        "Chương trình số 7",
        "Bước 1: họp thôn",
        "Điều 8 Luật Lâm nghiệp",
        "Điều kiện: có đất",
        "V/v trồng rừng",
        "đ/c Chủ tịch xã",
        "b/c Thường trực Đảng ủy",
        "V/V TRỒNG RỪNG",
        "TP. Mây Trắng",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "Q. GIÁM ĐỐC",
        "T. Nguyễn",
        "A. nhỏ",
        "I",
        "xã Sông Mơ",
        "(2026) là năm",
        "",
        "-",
        "1.",
        "IIII. Bốn",
    ],
)
def test_what_is_no_label(line):
    assert split_label(line) == (None, line)


@pytest.mark.parametrize(
    ("line", "style", "numbers"),
    [
        ("Phần thứ tư. Giải pháp", "part:phần", (4,)),
        ("PHẦN IV. GIẢI PHÁP", "part:phần", (4,)),
        ("Chương 12. Vốn", "part:chương", (12,)),
        ("Điều 3. Vốn", "part:điều", (3,)),
        ("B. RIÊNG", "capital", (2,)),
        ("C.2. Riêng", "capital2", (3, 2)),
        ("V.2. Riêng", "roman2", (5, 2)),
        ("IX.1.3. Riêng", "roman3", (9, 1, 3)),
        ("IX. Kinh phí", "roman", (9,)),
        ("XIV. Kinh phí", "roman", (14,)),
        ("XXIX. Kinh phí", "roman", (29,)),
        ("07. Kinh phí", "number.", (7,)),
        ("7) Kinh phí", "number)", (7,)),
        ("7/ Kinh phí", "number/", (7,)),
        ("2.10. Kinh phí", "dotted2", (2, 10)),
        ("2.10) Kinh phí", "dotted2", (2, 10)),
        ("2.1.3. Kinh phí", "dotted3", (2, 1, 3)),
        ("c) Kinh phí", "letter)", (3,)),
        ("2. 1. Kinh phí", "dotted2", (2, 1)),
        ("a.2 Kinh phí", "letter2.", (1, 2)),
        ("a.2. Kinh phí", "letter2.", (1, 2)),
        ("a2. Kinh phí", "letter2.", (1, 2)),
        ("a.2) Kinh phí", "letter2)", (1, 2)),
        ("c. Kinh phí", "letter.", (3,)),
        ("đ) Kinh phí", "letter)", (5,)),
        ("e) Kinh phí", "letter)", (6,)),
        ("(4) Kinh phí", "bracket", (4,)),
        ("- Kinh phí", "bullet-", ()),
        ("— Kinh phí", "bullet-", ()),
        ("+ Kinh phí", "bullet+", ()),
        ("o Kinh phí", "bulleto", ()),
        ("1.2.3.4.5.6. Kinh phí", "dotted6", (1, 2, 3, 4, 5, 6)),
    ],
)
def test_style_and_place_in_the_row(line, style, numbers):
    assert style_and_numbers(line) == (style, numbers)


@pytest.mark.parametrize("line", ["ong mật", "o bế cán bộ", "oằn mình", "o", "Oanh trồng cây", "O Sen"])
def test_words_that_begin_like_a_bullet(line):
    assert split_label(line) == (None, line)


def test_letters_follow_the_vietnamese_alphabet():
    assert [as_label(f"{letter})").numbers[0] for letter in "abcdđeghik"] == list(range(1, 11))


@pytest.mark.parametrize(
    ("numbered", "expected"),
    [
        ("1.", ("1.", "number.")),
        ("a)", ("a)", "letter)")),
        ("-", ("-", "bullet-")),
        ("II.", ("II.", "roman")),
        ("Điều 2.", ("Điều 2.", "part:điều")),
        ("I.1.", ("I.1.", "roman2")),
        ("Điều khoản", None),
        ("1. Mục đích", None),
        ("", None),
    ],
)
def test_labels_that_word_generates(numbered, expected):
    label = as_label(numbered)
    assert (label and (label.text, label.style)) == expected


@pytest.mark.parametrize(
    ("line", "lone"),
    [
        ("Phần thứ nhất", True),
        ("CHƯƠNG II", True),
        ("Mục 1", True),
        ("III.", True),
        ("Điều 1.", True),
        ("II.1.", True),
        ("1.", True),
        ("a)", True),
        ("-", False),
        ("(1)", False),
        ("Phần mềm", False),
        ("1. Mục đích", False),
    ],
)
def test_labels_alone_on_their_line(line, lone):
    assert is_lone_label(line) is lone
