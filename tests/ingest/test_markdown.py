"""Markdown as converters and page scrapers leave it: marks come off, what they say stays."""

import pytest

from kehoach.ingest.markdown import cells_of_row, is_pipe, plain, rows_of_bars


@pytest.mark.parametrize(
    ("line", "text", "bold"),
    [
        ("Trồng cây", "Trồng cây", False),
        ("# KẾ HOẠCH", "KẾ HOẠCH", True),
        ("### 1. Mục đích", "1. Mục đích", True),
        ("## **II. YÊU CẦU**", "II. YÊU CẦU", True),
        ("**Mục đích**", "Mục đích", True),
        ("***Mục đích***", "Mục đích", True),
        ("**1. Mục đích:** trồng cây", "1. Mục đích: trồng cây", False),
        ("**Một** và **hai**", "Một và hai", False),
        ("*Mục đích*", "Mục đích", False),
        ("trồng *cây bóng mát* ven đường", "trồng cây bóng mát ven đường", False),
        ("trồng **cây**.", "trồng cây.", False),
        ("__Mục đích__", "Mục đích", False),
        ("* Mục đích", "* Mục đích", False),
        ("*** Mục đích**", "* Mục đích", True),
        ("*\u00a0Mục đích", "* Mục đích", False),
        ("3 * 4 = 12", "3 * 4 = 12", False),
        ("__1. Mục đích__ và __“yêu cầu”__", "1. Mục đích và “yêu cầu”", False),
        ("Số: __/KH-UBND", "Số: __/KH-UBND", False),
        ("Số: ___/KH-UBND, ngày __/__/20__", "Số: ___/KH-UBND, ngày __/__/20__", False),
        ("Họ và tên:__________", "Họ và tên:__________", False),
        ("ke_hoach_nam.docx", "ke_hoach_nam.docx", False),
        (r"1\. Mục đích", "1. Mục đích", False),
        (r"2\*3 và (\*)", "2*3 và (*)", False),
        (r"\* Mục đích", "* Mục đích", False),
        (r"**\*\*Mục đích**", "**Mục đích", True),
        (r"Số: \_\_\_/KH-UBND", "Số: ___/KH-UBND", False),
        (r"\- Mục đích \#2", "- Mục đích #2", False),
        ("Nông&nbsp;nghiệp &amp; Môi trường &lt;1&gt;", "Nông nghiệp & Môi trường <1>", False),
        ("  Mục \t đích  ", "Mục đích", False),
        ("#Mục đích", "#Mục đích", False),
        ("####### Mục đích", "####### Mục đích", False),
        ("", "", False),
        ("**", "", False),
    ],
)
def test_marks(line, text, bold):
    assert plain(line) == (text, bold)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| STT | Việc |", ["STT", "Việc"]),
        ("|STT|Việc|", ["STT", "Việc"]),
        ("  | 1 | **Trồng** cây |  ", ["1", "Trồng cây"]),
        ("| 1 | |", ["1", ""]),
        ("| một<br>hai | ba<BR/>bốn |", ["một\nhai", "ba\nbốn"]),
        ("| **KT. CHỦ TỊCH** **PHÓ CHỦ TỊCH** *(Đã ký)* |", ["KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)"]),
        ("| *(Đã ký)* **Lê Văn A** | **1.** **Trồng rừng** |", ["(Đã ký)\nLê Văn A", "1. Trồng rừng"]),
        ("| Giá **5** *triệu* đồng |", ["Giá 5 triệu đồng"]),
        (r"| A \| B | C |", ["A | B", "C"]),
    ],
)
def test_cells_of_a_row(line, cells):
    assert is_pipe(line)
    assert cells_of_row(line) == cells


@pytest.mark.parametrize(
    ("line", "pipe"),
    [
        ("|", True),
        ("  |  ", True),
        ("| a |", True),
        ("a | b", False),
        ("| a", False),
        ("", False),
    ],
)
def test_lines_of_tables(line, pipe):
    assert is_pipe(line) is pipe


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        pytest.param(
            ["STT", "Việc", "", "1", "Trồng", "", "2", "Tưới"],
            [["STT", "Việc"], ["1", "Trồng"], ["2", "Tưới"]],
            id="an empty place ends a row",
        ),
        pytest.param(
            ["STT", "Việc", "Thôn", "", "1", "Trồng", "", "", "2", "Tưới", "Hạ", ""],
            [["STT", "Việc", "Thôn"], ["1", "Trồng", ""], ["2", "Tưới", "Hạ"]],
            id="an empty cell",
        ),
        pytest.param(
            ["STT", "Việc", "Thôn", "", "I", "Việc chung", "", "1", "Trồng", "Hạ"],
            [["STT", "Việc", "Thôn"], ["I", "Việc chung", ""], ["1", "Trồng", "Hạ"]],
            id="a merged row",
        ),
        pytest.param(
            ["STT", "Việc", "Thôn", "Hạn", "", "I", "", "Việc chung", "", "1", "Trồng", "Hạ", "3/2"],
            [["STT", "Việc", "Thôn", "Hạn"], ["I", "", "Việc chung", ""], ["1", "Trồng", "Hạ", "3/2"]],
            id="a merged row with an empty cell",
        ),
        pytest.param(
            ["STT", "Việc", "Thôn", "", "I", "", "Việc chung", "", "", "1", "Trồng", "Hạ"],
            [["STT", "Việc", "Thôn"], ["I", "", "Việc chung"], ["1", "Trồng", "Hạ"]],
            id="a merged row with an empty cell too many",
        ),
        pytest.param(
            ["STT", "Việc", "Thôn", "", "1", "Trồng", "Hạ", "", "Tưới cây mới trồng", "Thượng", "", "2", "Tỉa", "Hạ"],
            [["STT", "Việc", "Thôn"], ["1", "Trồng", "Hạ"], ["", "Tưới cây mới trồng", "Thượng"], ["2", "Tỉa", "Hạ"]],
            id="the cell of a number spans two rows",
        ),
        pytest.param(["Một"], [["Một"]], id="one cell"),
        pytest.param([], [], id="none"),
        pytest.param(["", ""], [], id="empty cells alone"),
    ],
)
def test_rows_between_bars_that_stand_alone(cells, rows):
    assert rows_of_bars(cells) == rows
