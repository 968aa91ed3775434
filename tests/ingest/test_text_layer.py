"""Is the text of a page usable Vietnamese?"""

import unicodedata

import pytest

from kehoach.ingest.text_layer import is_run_together, is_syllable, usable

PLAN = (
    "Thực hiện Kế hoạch số 219/KH-UBND ngày 26 tháng 01 năm 2022 của Ủy ban nhân dân Thành phố về tổ chức phong trào "
    "thi đua, Ủy ban nhân dân Quận xây dựng kế hoạch triển khai thực hiện trên địa bàn như sau: các đơn vị căn cứ "
    "chức năng, nhiệm vụ được giao tổ chức thực hiện nghiêm túc, hiệu quả, đúng tiến độ đề ra. "
)
ENGLISH = "The Government has approved the national plan for digital infrastructure and the people who depend on it. "
# What the broken ToUnicode table of a real decision gives for "Căn cứ Luật Quản lý, sử dụng vũ khí" and its like.
BROKEN = "&ăQ Fͱ /X̵W V͙ 42/2024/QH15 ng‡y 29/6/2024 Y͉ 4X̫Q l˝, V͵ GͭQJ YǊ khÌ, Y̵W OL͏X Q͝ v‡ cÙng Fͭ K͟ WUͫ "


def without_marks(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D")


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        PLAN.upper(),
        unicodedata.normalize("NFD", PLAN),
        ENGLISH * 6,
        PLAN + ENGLISH * 3,
        "",
        "2",
        "SỞ NỘI VỤ",
        "TT Chỉ tiêu 2021 2022 2023\n1 12.345,6 13.000 95%\n2 1.020 999 100%",
        "BỘKHOAHỌCVÀCÔNGNGHỆ\nSố: /QĐ-BKHCN\nCỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM",
        "\uf0b7 Nội dung một\n\uf0b7 Nội dung hai\n\uf02d Nội dung ba\n\uf0d8 Nội dung bốn",
        "UBMTTQVN, BCĐ TTTC, ĐBQH, HĐND; IoT, AI, VNeID, TTg, kWh, m², ≥ 95 %, 13⁄15 xã, “phong trào” – 2025…",
        "Ông Nguyễn Văn Đắk, Krông Pắc, Ea H’leo, Đắk Lắk, Kon Tum, Pleiku",
    ],
)
def test_usable(text):
    assert usable(text)


@pytest.mark.parametrize(
    "text",
    [
        BROKEN,
        BROKEN * 8,
        PLAN + BROKEN * 2,
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc, Lµo Cai, ngµy 05 th¸ng 3 n¨m 2026",  # TCVN3
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc, keá hoaïch thöïc hieän",  # VNI
        "\uf043\uf06f\uf06e\uf067 " * 20,
        "\ufffd\ufffd\ufffd \ufffd\ufffd",
        without_marks(PLAN) * 3,
    ],
)
def test_not_usable(text):
    assert not usable(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nghiêng", True),
        ("Uỷ", True),
        ("QUYẾT", True),
        ("giữa", True),
        ("a", True),
        ("plan", False),
        ("KHCN", False),
    ],
)
def test_syllable(word, expected):
    assert is_syllable(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("BỘKHOAHỌC", True),
        ("vàcông", True),
        ("nghiêng", False),
        ("blockchain", False),
        ("UBND", False),
        ("tổchứcthựchiện", True),
        ("a" * 5000 + "f", False),
    ],
)
def test_run_together(word, expected):
    assert is_run_together(word) is expected
