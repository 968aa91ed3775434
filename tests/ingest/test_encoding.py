"""Bytes of a text file → its letters, whatever it was written with; or a refusal."""

import codecs
import unicodedata

import pytest

from kehoach.errors import ReadError
from kehoach.ingest.encoding import decode

TEXT = "Ủy ban nhân dân phường Ngọc Hà\nKế hoạch diễn tập cứu hộ, cứu nạn; số người dự kiến: ít nhất 150 người."
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text):
    """In the Vietnamese code page a letter keeps its shape and its tone follows as a mark."""
    data = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        shape = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
        data += (shape + "".join(c for c in apart if c in TONES)).encode("cp1258")
    return data


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16 LE with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16 BE with mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), id="UTF-32 LE with mark"),
        pytest.param(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), id="UTF-32 BE with mark"),
        pytest.param(windows_1258(TEXT), id="Windows-1258"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), id="decomposed"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="line ends of old Macs"),
    ],
)
def test_the_same_text(data):
    assert decode(data, "x") == TEXT


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_without_mark_is_told_by_its_zeros(order):
    assert decode("KE HOACH so 12\nthi dua".encode(f"utf-16-{order}"), "x") == "KE HOACH so 12\nthi dua"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),  # TCVN3
        ("KÕ ho¹ch cña Uû ban nh©n d©n ph\u00adêng", "Kế hoạch của Uỷ ban nhân dân phường"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),  # VNI
        ("Keá hoaïch cuûa UÛy ban nhaân daân phöôøng", "Kế hoạch của Ủy ban nhân dân phường"),
    ],
)
def test_letters_of_fonts_before_unicode(data, expected):
    assert decode(data.encode("cp1252"), "x") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế\u200b hoạch", "Kế hoạch"),
        ("Kế\ufeff hoạch", "Kế hoạch"),
        ("Kế hoạch\x07", "Kế hoạch"),
        ("thi\u00ad đua", "thi đua"),
        ("\x1b[31mđỏ", "[31mđỏ"),
        ("\ue000 Việc", " Việc"),
        ("a\u202eb", "ab"),
        ("a\tb\fc\nd", "a\tb\fc\nd"),
        ("a\u00a0b", "a\u00a0b"),
        ("tr\u01a3ờng T\u01a2", "trường TƯ"),  # letters that fonts give for those of Vietnamese
        ("A\u0306\u0301n", "Ắn"),
        ("e\u200b\u0302\u00ad\u0301", "ế"),  # what is dropped parts no letter from its marks
    ],
)
def test_what_shows_nothing_is_dropped(text, expected):
    assert decode(text.encode(), "x") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế\vhoạch", "Kế hoạch"),
        ("Một.\u0085Hai.", "Một.\nHai."),
        ("Một.\u2028Hai.", "Một.\nHai."),
        ("Một.\u2029Hai.", "Một.\nHai."),
    ],
)
def test_breaks_keep_words_apart(text, expected):
    assert decode(text.encode(), "x") == expected


@pytest.mark.parametrize("data", ["Ủy ban nhân dân xã. ".encode() * 20, "Bà Đoài, thôn Mơ. ".encode("cp1258") * 30])
@pytest.mark.parametrize("place", [0, 40, 99])
def test_a_few_zero_bytes_are_dropped(data, place):
    assert decode(data[:place] + b"\0\0" + data[place:], "x") == decode(data, "x")


def shown(text):
    """UTF-8 as a program shows it that takes it for Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


VIETNAMESE = "Kế hoạch trồng rừng của xã Đồi Sim: “phong trào” – Ường, ừ, ở, Ấp, Á, à, ả, Ạ, ắ, Ý, ỹ, đ, Đ, ị…\n"


@pytest.mark.parametrize("before", ["", "Dòng này còn nguyên: ế, ộ, à, á.\n"])
def test_utf_8_that_was_saved_as_another_code_page_is_made_good(before):
    assert decode((before + shown(VIETNAMESE)).encode(), "x") == before + VIETNAMESE


def test_what_lost_bytes_on_the_way_is_refused_by_name():
    lost = VIETNAMESE.encode().decode("cp1252", "ignore")
    with pytest.raises(ReadError) as refusal:
        decode(lost.encode(), "a.txt")
    assert refusal.value.code == "garbled" and "Káº¿ hoáº¡ch" in refusal.value.message


@pytest.mark.parametrize("text", [VIETNAMESE, "Mã lỗi: áº¿ (một ví dụ).", "À Á Ã, 20º»"])
def test_sound_text_is_left(text):
    assert decode(text.encode(), "x") == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)), id="every byte"),
        pytest.param(bytes([0, 1, 2, 3]) * 50, id="zeros of no letters"),
        pytest.param(b"abc\0def\0" * 9 + b"\xff", id="zeros among 8-bit letters"),
        pytest.param("ngày\0".encode() * 9 + b"ngay thang nam" * 9, id="few zeros"),
        pytest.param(bytes([200, 1, 2, 3, 4, 5, 6, 7, 8]) * 9, id="control characters"),
    ],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ReadError) as refusal:
        decode(data, "anh.bin")
    assert (refusal.value.code, refusal.value.file) == ("not_text", "anh.bin")


def test_half_a_letter_at_the_end_of_utf_16_is_shown_as_one_that_is_missing():
    assert decode(codecs.BOM_UTF16_LE + "Kế".encode("utf-16-le") + b"\x61", "x") == "Kế\ufffd"


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_without_mark_may_hold_vietnamese_letters(order):
    assert decode("Ủy ban nhân dân xã".encode(f"utf-16-{order}"), "x") == "Ủy ban nhân dân xã"


@pytest.mark.parametrize("tail", [b"\xff", "ế".encode()[:2]], ids=["a stray byte", "a letter cut off"])
def test_a_bad_byte_leaves_utf_8_as_it_is(tail):
    text = "Kế hoạch của Ủy ban nhân dân xã. " * 9
    assert decode(text.encode() + tail, "x").rstrip("\ufffd") == text
