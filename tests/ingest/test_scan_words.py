"""What the engine misreads: words are told by neighbours, labels by their order, blanks by the form."""

import pytest

from kehoach.ingest.ocr import Word
from kehoach.ingest.scan_blanks import is_blank, without_pen
from kehoach.ingest.scan_labels import number_rows, with_labels
from kehoach.ingest.scan_words import in_context, is_doubtful
from kehoach.ingest.source import Paragraph


def words(text, confidence=0.8):
    """The words of a line; ``word:0.3`` has a confidence of its own."""
    found = []
    for i, token in enumerate(text.split()):
        shown, _, own = token.partition("~")
        found.append(Word(shown, 40.0 * i, 0, 40.0 * i + 30, 20, float(own or confidence)))
    return found


def text(found):
    return " ".join(word.text for word in found)


@pytest.mark.parametrize(
    ("read", "right"),
    [
        pytest.param("NỘI DUNG PHONG TRÀO THỊ ĐUA", "NỘI DUNG PHONG TRÀO THI ĐUA", id="capitals"),
        pytest.param("cấp có thẩm quyên.", "cấp có thẩm quyền.", id="before a full stop"),
        pytest.param("nâng cao tỉnh thân trách nhiệm", "nâng cao tinh thần trách nhiệm", id="two words at once"),
        pytest.param("Phát triên nông thôn", "Phát triển nông thôn", id="a capital stays"),
        pytest.param("ngày l6 tháng 6 năm 2O25", "ngày 16 tháng 6 năm 2025", id="figures"),
        pytest.param("số 188/2025/QHI5", "số 188/2025/QH15", id="terms of the National Assembly"),
        pytest.param("số 1303/QĐÐ-UBND", "số 1303/QĐ-UBND", id="the Icelandic letter"),
        pytest.param("Số: 25KH-UBND", "Số: 25/KH-UBND", id="a slash that was overlooked"),
        pytest.param("1M. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN", id="capacity"),
        pytest.param("tổ~0.97 chúc~0.97 thực hiện", "tổ chúc thực hiện", id="what is surely read stays as printed"),
        pytest.param("Đăng ký phần~0.96 đầu~0.96 xây dựng", "Đăng ký phần đầu xây dựng", id="misprints stay"),
        pytest.param("chỉ tiêu và chi tiêu", "chỉ tiêu và chi tiêu", id="both are words"),
        pytest.param("ông Nguyễn Tiên Dũng", "ông Nguyễn Tiên Dũng", id="names"),
        pytest.param("trên địa bàn nắm 2026", "trên địa bàn năm 2026", id="before a year"),
        pytest.param("nắm 2026/KH", "nắm 2026/KH", id="before no year"),
        pytest.param("quyên. Thẩm", "quyên. Thẩm", id="neighbours beyond a full stop say nothing"),
    ],
)
def test_words_in_context(read, right):
    found = in_context(words(read))
    assert text(found) == right
    for before, word in zip(words(read), found, strict=True):
        assert word.read == (None if word.text == before.text else before.text)


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("ngày 05~0.7 tháng 3", "05"),  # figures from a higher confidence on than words
        ("triển~0.5 khai kế hoạch", ""),  # borne out by its neighbour
        ("ông Bùi~0.5 Xoan~0.3", "Bùi Xoan"),
        ("- –~0.1 Các", ""),
    ],
)
def test_doubtful_words(line, doubtful):
    found = words(line, 0.95)
    sides = zip([None, *found[:-1]], found, [*found[1:], None], strict=True)
    assert " ".join(word.text for before, word, after in sides if is_doubtful(word, before, after)) == doubtful


@pytest.mark.parametrize(
    ("read", "blank"),
    [
        ("Số:...:/KH-DCT~0.3", "Số: /KH-DCT"),
        ("Số: ÄÉŠ~0.2 /KH-DCT", "Số: /KH-DCT"),
        ("số:ÄÉŠ/KH-UBND~0.4", "số: /KH-UBND"),
        ("Số: 25/KH-UBND", "Số: 25/KH-UBND"),
        ("Số:25/KH-UBND", "Số: 25/KH-UBND"),
        ("Số: 25 /KH-UBND", "Số: 25 /KH-UBND"),
        ("Hà Nội, ngày :‹:-~0.3 tháng 6 năm 2026", "Hà Nội, ngày tháng 6 năm 2026"),
        ("Hà Nội, ngày đỗ~0.9 tháng 6 năm 2026", "Hà Nội, ngày tháng 6 năm 2026"),
        ("Hà Nội, ngày 09 tháng 10 năm 2025", "Hà Nội, ngày 09 tháng 10 năm 2025"),
        ("Hà Nội, ngày|Â~0.1 tháng 5 năm 2026", "Hà Nội, ngày tháng 5 năm 2026"),
        ("Hà Nội, ngày Jÿtháng~0.6 10 năm 2026", "Hà Nội, ngày tháng 10 năm 2026"),
        ("Hà Nội, ngày 01 tháng 11năm 2026", "Hà Nội, ngày 01 tháng 11 năm 2026"),
        ("Số: 842/KH-UBND~0.2 Hà Nội, ngày 9)~0.5 tháng 9 năm 2026", "Số: /KH-UBND Hà Nội, ngày tháng 9 năm 2026"),
        ("Hà Nội, ngày _~0 5 “tháng~0.2 9 năm 2026", "Hà Nội, ngày tháng 9 năm 2026"),
        ("Hà Nội, ngày 5 tháng~0.6 9 năm 2026", "Hà Nội, ngày tháng 9 năm 2026"),
        ("Hà Nội. ngày 15 thắng 9 năm 2026", "Hà Nội, ngày 15 tháng 9 năm 2026"),
        ("Hà Nội, ngày 5 tháng 9 năm 2026", "Hà Nội, ngày 5 tháng 9 năm 2026"),
        ("Số:16~0.5 /KH-UBND~0.5", "Số: /KH-UBND"),
        ("Số: 12-KH/ĐU", "Số: 12-KH/ĐU"),
        ("Số: c~0.1 -KH/TU", "Số: -KH/TU"),
        ("số 38 ngày 05~0.5 tháng 12 năm 2024 của Bộ trưởng Bộ Giáo dục", None),
        ("Số lượng: 25/KH mỗi năm", None),
    ],
)
def test_what_a_pen_filled_in_is_left_blank(read, blank):
    found = words(read, 0.9)
    assert text(without_pen(found)) == (blank or text(found))


@pytest.mark.parametrize(
    ("before", "after", "blank"),
    [
        ("Số:", "/KH-UBND", True),
        ("Số:", "Hà", False),
        ("ngày", "tháng", True),
        ("tháng", "năm", True),
        ("ngày", "15", True),
        ("/KH-UBND", "Hà", False),
        ("DÂN", "CỘNG", False),
    ],
)
def test_a_blank_to_be_filled_in_parts_no_columns(before, after, blank):
    assert is_blank(*words(f"{before} {after}")) == blank


def labelled(*lines):
    """The lines with their labels put right, as OCR read them; and that digital ones stay as they are."""
    digital = [Paragraph(line) for line in lines]
    assert with_labels(list(digital)) == digital
    return [part.text for part in with_labels([Paragraph(line, confidence=0.9) for line in lines])]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (["L MỤC ĐÍCH", "HI. NỘI DUNG"], ["I. MỤC ĐÍCH", "II. NỘI DUNG"]),
        (
            ["IL.MỤC ĐÍCH", "H. NỘI DUNG", "HI. KINH PHÍ", "TV. KẾT"],
            ["I. MỤC ĐÍCH", "II. NỘI DUNG", "III. KINH PHÍ", "IV. KẾT"],
        ),
        (["II. MỤC ĐÍCH", "IV. NỘI DUNG"], ["II. MỤC ĐÍCH", "IV. NỘI DUNG"]),
        (["l. Mục đích", "1, Yêu cầu"], ["1. Mục đích", "1. Yêu cầu"]),
        (
            ["8) Bám sát", "b) Cụ thể", "c) Xác định", "đ) Tổ chức"],
            ["a) Bám sát", "b) Cụ thể", "c) Xác định", "d) Tổ chức"],
        ),
        (["7) Một", "8) Hai", "9) Ba"], ["7) Một", "8) Hai", "9) Ba"]),
        (["TIẾN ĐỘ THỰC HIỆN", "LĨNH VỰC Y TẾ"], ["TIẾN ĐỘ THỰC HIỆN", "LĨNH VỰC Y TẾ"]),
        (["1,5 triệu đồng"], ["1,5 triệu đồng"]),
    ],
)
def test_labels(read, right):
    assert labelled(*read) == right


@pytest.mark.parametrize(
    ("column", "right"),
    [
        (["TT", "F", "2", "3"], ["TT", "1", "2", "3"]),
        (["TT", "I", "1", "l", "3"], ["TT", "I", "1", "2", "3"]),
        (["TT", "1", "II", "1"], ["TT", "1", "II", "1"]),
        (["TT", "", "2"], ["TT", "", "2"]),
    ],
)
def test_numbers_of_rows(column, right):
    rows = [[cell, "x"] for cell in column]
    number_rows(rows)
    assert [row[0] for row in rows] == right
