"""Plain text as read: paragraphs by lines or blank lines, pages, columns, tables, and what is no text of the plan."""

import hashlib
import re
import textwrap

import pytest

from kehoach import ingest
from kehoach.errors import ReadError
from kehoach.ingest.source import Grid, Limits
from kehoach.ingest.text import read_text


def read(text):
    return read_text(text.encode(), "x.txt", Limits())


def texts(text):
    return [part.rows if isinstance(part, Grid) else part.text for part in read(text).parts]


WRAPPED = """\
Các tổ dân phố vận động người dân
phân loại rác tại nhà, mang rác tái
chế đến điểm thu gom.
Đoàn Thanh niên trực tại điểm thu gom
vào sáng thứ bảy hằng tuần."""
PARAGRAPHS = [
    "Các tổ dân phố vận động người dân phân loại rác tại nhà, mang rác tái chế đến điểm thu gom.",
    "Đoàn Thanh niên trực tại điểm thu gom vào sáng thứ bảy hằng tuần.",
]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("Một.\nHai.\nBa.", ["Một.", "Hai.", "Ba."], id="a paragraph a line"),
        pytest.param("Một.\n\nHai.\n\n\nBa.", ["Một.", "Hai.", "Ba."], id="blank lines between"),
        pytest.param("Một\nHai\nBa", ["Một", "Hai", "Ba"], id="titles a line each"),
        pytest.param("Một.\r\nHai.\r\n\r\nBa.", ["Một.", "Hai.", "Ba."], id="line ends of Windows"),
        pytest.param(WRAPPED, PARAGRAPHS, id="hard-wrapped"),
        pytest.param(
            WRAPPED.replace("Đoàn", "- Đoàn"), [PARAGRAPHS[0], f"- {PARAGRAPHS[1]}"], id="hard-wrapped bullets"
        ),
        pytest.param(
            f"1. Mục đích\n{WRAPPED}\n2. Điểm thu gom, giờ mở cửa và người\ntrực\nPhường\ncông bố.",
            ["1. Mục đích", *PARAGRAPHS, "2. Điểm thu gom, giờ mở cửa và người trực", "Phường công bố."],
            id="hard-wrapped, short titles over text",
        ),
        pytest.param("Một _ _ _\n-----\n***\nHai\n=====", ["Một _ _ _", "Hai"], id="ornaments are dropped"),
        pytest.param(
            f"{WRAPPED}\n\nPHƯỜNG NGỌC HÀ\n-------\nTổ dân phố",
            [*PARAGRAPHS, "PHƯỜNG NGỌC HÀ", "Tổ dân phố"],
            id="ornaments divide",
        ),
        pytest.param("  Một \t hai  ", ["Một hai"], id="white space"),
        pytest.param("   \n\n \t ", [], id="nothing"),
    ],
)
def test_paragraphs(text, paragraphs):
    assert texts(text) == paragraphs


def test_wrapped_lines_with_blank_lines_between_paragraphs():
    item = "Tổ trưởng lập danh sách.\nDanh sách các hộ tham gia gửi về phường\ntrong tuần đầu của tháng"
    assert texts("\n\n".join(f"{n}. {item}" for n in range(1, 10))) == [
        f"{n}. " + item.replace("\n", " ") for n in range(1, 10)
    ]


def test_a_line_with_room_ends_a_paragraph_where_lines_are_filled():
    paragraphs = [
        "2. Mục tiêu phân loại rác năm 2026 của phường",
        "- 100% hộ gia đình ký cam kết phân loại rác tại nhà trước ngày 30/6/2026 và giữ cam kết.",
        "3. Đối với tổ dân phố, khu tập thể và cơ quan",
        "- Mỗi tổ có một điểm thu gom; tổ trưởng trực tại điểm thu gom vào sáng thứ bảy hằng tuần nhé.",
        "Căn cứ Kế hoạch này, các tổ dân phố và cơ quan lập kế hoạch của mình, gửi về phường trong tháng tư.",
    ]
    assert texts("\n".join("\n".join(textwrap.wrap(each, 60)) for each in paragraphs)) == paragraphs


def test_paragraphs_without_blank_lines_between_them():
    paragraphs = [
        "KẾ HOẠCH",
        "Phân loại rác tại nhà và thu gom rác tái chế năm 2026 của phường trên các địa bàn dân cư, chợ",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 03/3/2026 của thành phố, phường xây dựng kế hoạch với các nội dung sau:",
        "II. MỤC TIÊU PHÂN LOẠI RÁC VÀ THU GOM RÁC TÁI CHẾ TẠI CÁC HỘ, CƠ QUAN, TRƯỜNG HỌC NĂM 2026",
        "Các tổ dân phố vận động người dân phân loại rác tại nhà, mang rác tái chế đến điểm thu gom.",
        "III. TỔ CHỨC THỰC HIỆN VIỆC PHÂN LOẠI RÁC",
        "1. Tổ trưởng tổ dân phố lập danh sách các hộ tham gia, gửi về phường trong tuần đầu của tháng",
        "Ủy ban nhân dân phường theo dõi, đôn đốc việc phân loại rác của các hộ, cơ quan và trường học.",
    ]
    assert texts("\n".join("\n".join(textwrap.wrap(each, 60)) for each in paragraphs)) == paragraphs


def test_paragraphs_that_begin_with_an_indent():
    paragraphs = [
        "1. Mục đích của việc phân loại rác và thu gom rác tái chế tại các tổ dân phố của phường",
        "Giữ phố sạch theo tinh thần Kỷ cương - Sáng tạo; vận động người dân phân loại rác tại nhà",
        "2. Các đơn vị",
        "Tổ dân phố số 1",
        "Tổ dân phố số 2 và các hộ ở khu tập thể Hoa Ban, khu chợ và bến xe phía tây",
        "a) Lập danh sách các hộ tham gia, gửi về phường trong tuần đầu của tháng tư",
        "b) Thu gom rác vào sáng thứ bảy hằng tuần, mang đến điểm thu gom của phường.",
        "c) Báo cáo kết quả.",
        "3. Kinh phí do phường chi trả từ nguồn sự nghiệp môi trường của năm./.",
    ]
    lines = [line for each in paragraphs for line in textwrap.wrap(each, 44, initial_indent=" " * 7)]
    assert "- Sáng tạo; vận động người dân phân loại rác" in lines  # no bullet: it does not stand in
    foot = ["Nơi nhận:", "- Các tổ;", "- Lưu: VT."]
    assert texts("\n".join([*lines, *foot])) == [*paragraphs, *foot]


def test_page_numbers_at_the_edges_of_pages():
    text = "Phường vận động người\n                 1\n\fdân phân loại rác.\n                 2\n\f\n3\nHết."
    assert texts(text)[-1] == "Hết."
    assert not any(re.search(r"\d", line) for line in texts(text))


def test_a_heading_of_markdown_begins_a_paragraph():
    assert texts(f"{WRAPPED}\n#### 1. Mục đích của việc phân loại rác tại nhà") == [
        *PARAGRAPHS,
        "1. Mục đích của việc phân loại rác tại nhà",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("- Ban Thi đua", "- Khen thưởng tỉnh theo dõi các đơn vị", True),
        ("- Phát triển kinh tế", "- xã hội của địa phương", True),
        ("- Các ban, ngành", "- Các thôn cùng làm", False),
    ],
)
def test_a_dash_inside_a_name_is_no_bullet(before, after, joined):
    found = texts(f"{WRAPPED}\n{before}\n{after}")
    assert (f"{before} {after}" in found) is joined
    assert (found[-2:] == [before, after]) is not joined


def test_a_line_of_a_programme_begins_a_paragraph():
    assert texts(f"{WRAPPED}\nBuổi sáng\n7h30 - 8h: Đón tiếp (bà Bí\nthư chi bộ)\n8 giờ 00: Khai mạc")[-3:] == [
        "Buổi sáng",
        "7h30 - 8h: Đón tiếp (bà Bí thư chi bộ)",
        "8 giờ 00: Khai mạc",
    ]


def test_pages_are_told_by_form_feeds():
    source = read("Một.\n\f\nHai.\n\f\nBa.")
    assert [(p.text, p.page) for p in source.parts] == [("Một.", 1), ("Hai.", 2), ("Ba.", 3)]
    assert source.pages == 3
    assert read("Một.").pages is None
    assert read("Một.").parts[0].page is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Một.\n\n2\n\nHai.\n\n3\n\nBa.", ["Một.", "Hai.", "Ba."], id="alone, in rising order"),
        pytest.param(
            "Một.\n\n- 2 -\n\f\nHai.\n\nTrang 3/9\n\f\nBa.", ["Một.", "Hai.", "Ba."], id="with dashes, of pages"
        ),
        pytest.param(
            "Một.\n\n3\n\nHai.\n\n2\n\nBa.", ["Một.", "3", "Hai.", "2", "Ba."], id="falling: figures of the text"
        ),
        pytest.param("Một.\n2\nHai.", ["Một.", "2", "Hai."], id="not alone: a figure of the text"),
        pytest.param(
            "1. Tiêm từ ngày 02/4/2026 đến\n2\nngày 15/4/2026.",
            ["1. Tiêm từ ngày 02/4/2026 đến", "ngày 15/4/2026."],
            id="within a range of days",
        ),
        pytest.param("Một là\n- 2 -\nhai.", ["Một là", "hai."], id="in dashes"),
        pytest.param("Một.\n                              2\n\nHai.", ["Một.", "Hai."], id="in the middle of the line"),
        pytest.param("Một là\n\f2\nhai.", ["Một là", "hai."], id="at the top of a page"),
        pytest.param(
            "Một.\n\n     Trang 1/3\nHỘI THI XUÂN\n\nHai.\n\n     Trang 2/3\nHỘI THI XUÂN\n\nBa.\n\n     Trang 3/3",
            ["Một.", "Hai.", "Ba."],
            id="with a running head beside them",
        ),
        pytest.param(
            "Hội thi xuân\n\nMột.\n\n- 1 -\nHội thi xuân\n\nHai.\n\n- 2 -",
            ["Hội thi xuân", "Một.", "Hội thi xuân", "Hai."],
            id="but no line that stands beside one of them",
        ),
        pytest.param("Họp từ ngày\n2\nđến ngày 5.", ["Họp từ ngày", "2", "đến ngày 5."], id="a day"),
        pytest.param("Một.\n\n2026\n\nHai.", ["Một.", "2026", "Hai."], id="a year"),
    ],
)
def test_running_page_numbers_are_dropped(text, kept):
    assert texts(text) == kept


def test_rows_of_a_letterhead_without_their_first_bar():
    text = "UBND | CỘNG HÒA XÃ HỘI |\nSố: 5/KH | Đồi Sim, ngày 5 tháng 3 năm 2026 |"
    (grid,) = read_text(text.encode(), "x.txt", Limits()).parts
    assert grid.rows == [["UBND", "CỘNG HÒA XÃ HỘI"], ["Số: 5/KH", "Đồi Sim, ngày 5 tháng 3 năm 2026"]]


def test_a_letterhead_side_by_side():
    assert texts("""\
ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 PHƯỜNG NGỌC HÀ                  Độc lập - Tự do - Hạnh phúc
Số: 7/KH-UBND
                             Ngọc Hà, ngày 06 tháng 4 năm 2026

KẾ HOẠCH""") == [
        [
            [
                "ỦY BAN NHÂN DÂN\nPHƯỜNG NGỌC HÀ\nSố: 7/KH-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nNgọc Hà, ngày 06 tháng 4 năm 2026",
            ]
        ],
        "KẾ HOẠCH",
    ]


def test_a_foot_side_by_side():
    assert texts("""\
Nơi nhận:                    TM. ỦY BAN NHÂN DÂN
- Tổ dân phố;                     CHỦ TỊCH
- Lưu: VT.
                                Đỗ Thị Sim""") == [
        [["Nơi nhận:\n- Tổ dân phố;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐỗ Thị Sim"]]
    ]


def test_a_foot_whose_columns_a_tab_parts():
    assert texts("Nơi nhận:\tTM. BAN THƯỜNG VỤ\n- Các chi đoàn;\tBÍ THƯ\n- Lưu: VP.\n\tĐỗ Thị Sim") == [
        [["Nơi nhận:\n- Các chi đoàn;\n- Lưu: VP.", "TM. BAN THƯỜNG VỤ\nBÍ THƯ\nĐỗ Thị Sim"]]
    ]


def test_text_without_blank_lines_between_a_letterhead_and_a_foot_side_by_side():
    head, body, foot = (
        "UBND PHƯỜNG NGỌC HÀ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 7/KH-UBND                    Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH\nPhân loại rác\nI. MỤC ĐÍCH\nGiữ phố sạch.\nII. TỔ CHỨC THỰC HIỆN\nTổ dân phố thu gom rác./.",
        "Nơi nhận:                    TM. ỦY BAN NHÂN DÂN\n- Tổ dân phố;                     CHỦ TỊCH\n- Lưu: VT.",
    )
    found = texts(f"{head}\n{body}\n{foot}")
    assert found[1:-1] == body.split("\n")
    assert found[0][0][0] == "UBND PHƯỜNG NGỌC HÀ\nSố: 7/KH-UBND"
    assert found[-1] == [["Nơi nhận:\n- Tổ dân phố;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]]


def test_bars_too_far_apart_make_no_table():
    text = "|\nUBND\n|\nSố: 7/KH\n|\n" + "Giữ phố sạch.\n" * 100 + "|\nNơi nhận\n|\nCHỦ TỊCH\n|"
    assert texts(text).count("Giữ phố sạch.") == 100


def test_blanks_to_fill_in_make_no_columns():
    lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:      /KH-UBND", "Sông Mơ, ngày      tháng     năm 2026"]
    assert all(isinstance(part, str) for part in texts("\n".join(lines)))


def test_wide_spaces_alone_make_no_columns():
    assert texts("Tổ 1     120 hộ\nTổ 2     95 hộ") == ["Tổ 1 120 hộ", "Tổ 2 95 hộ"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "Trước:\n| STT | Việc |\n|---|:---:|\n| 1 | Quét |\nSau.",
            ["Trước:", [["STT", "Việc"], ["1", "Quét"]], "Sau."],
            id="Markdown",
        ),
        pytest.param(
            "Trước:\nTT | Việc | Tổ\n1 | Quét | Một\n2 | Dọn | Hai\nSau.",
            ["Trước:", [["TT", "Việc", "Tổ"], ["1", "Quét", "Một"], ["2", "Dọn", "Hai"]], "Sau."],
            id="rows without outer bars",
        ),
        pytest.param(
            "TT | Việc | Tổ\nI | SẠCH |\n1 | Quét | Một\n | Cộng | 5\n | Dôi |\nSau.",
            [
                [
                    ["TT", "Việc", "Tổ"],
                    ["I", "SẠCH", ""],
                    ["1", "Quét", "Một"],
                    ["", "Cộng", "5"],
                    ["", "Dôi", ""],
                ],
                "Sau.",
            ],
            id="groups and totals among rows without outer bars",
        ),
        pytest.param(
            "UBND XÃ SIM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH | Sim, ngày 5 tháng 3 năm 2026\nSau.",
            [
                [["UBND XÃ SIM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 5/KH", "Sim, ngày 5 tháng 3 năm 2026"]],
                "Sau.",
            ],
            id="the columns of a letterhead",
        ),
        pytest.param(
            "Hết.\nNơi nhận: - Các tổ; - Lưu: VT. | KT. CHỦ TỊCH Lê Sim",
            ["Hết.", [["Nơi nhận: - Các tổ; - Lưu: VT.", "KT. CHỦ TỊCH Lê Sim"]]],
            id="a foot in one row",
        ),
        pytest.param("Việc | Tổ\nQuét | Một", ["Việc | Tổ", "Quét | Một"], id="two lines with one bar are text"),
        pytest.param(
            "TT | Việc | Tổ\n1 | Quét | Một\n2 | Dọn |\n3 | Lau | |\nSau |",
            [[["TT", "Việc", "Tổ"], ["1", "Quét", "Một"], ["2", "Dọn", ""]], "3 | Lau | |", "Sau |"],
            id="the last cell of a row without outer bars may be blank",
        ),
        pytest.param(
            "Trước:\nTT\tViệc\tTổ\r\n1\tQuét\t\r\nSau.",
            ["Trước:", [["TT", "Việc", "Tổ"], ["1", "Quét", ""]], "Sau."],
            id="cells that tabs part",
        ),
        pytest.param("Quét | dọn | lau\nSau.", ["Quét | dọn | lau", "Sau."], id="a lone line with bars is text"),
        pytest.param(
            "| STT | Việc | Tổ |\n|---|---|---|\n| 1 | Quét |",
            [[["STT", "Việc", "Tổ"], ["1", "Quét", ""]]],
            id="a short row is filled up",
        ),
        pytest.param(
            "| STT | Việc |\n|:-:|--|\n| 1 | Quét |\n| - | - |",
            [[["STT", "Việc"], ["1", "Quét"], ["-", "-"]]],
            id="a rule of one or two dashes, and dashes as the text of cells",
        ),
        pytest.param(
            "| TT | Việc | Tổ |\n|---|---|---|\n| 1 | Quét\nđường | Một |\n| 2 | Dọn\n| Hai\n|\nSau.",
            [[["TT", "Việc", "Tổ"], ["1", "Quét\nđường", "Một"], ["2", "Dọn", "Hai"]], "Sau."],
            id="rows that the lines of their cells broke",
        ),
        pytest.param(
            "| TT | Việc | Tổ | |\n|\n| Phần chung | ||\n| Quét\n| Một | ||\n| | Dọn | Hai | |",
            [[["TT", "Việc", "Tổ", ""], ["", "Phần chung", "", ""], ["", "Quét", "Một", ""], ["", "Dọn", "Hai", ""]]],
            id="rows that lost their number, of a table in a table",
        ),
        pytest.param(
            "| a | b | c | d | e |\n| 1 | 2 |\n| 3 | 4 |",
            [[["a", "b", "c", "d", "e"], ["1", "2", "", "", ""], ["3", "4", "", "", ""]]],
            id="short rows are rows",
        ),
        pytest.param("| a | b\nchữ | c", ["| a | b", "chữ | c"], id="a bar at the head of a line"),
        pytest.param("| a | b |\n\n| c | d |", [[["a", "b"]], [["c", "d"]]], id="a blank line divides tables"),
        pytest.param("| | |\n|---|---|\n| | |\nSau.", ["Sau."], id="an empty table is none"),
        pytest.param(
            "Trước:\n|\nSTT\n|\nViệc\n|\n|\n1\n|\nQuét đường và\ndọn rác\n|\nSau.",
            ["Trước:", [["STT", "Việc"], ["1", "Quét đường và dọn rác"]], "Sau."],
            id="bars alone on their lines",
        ),
        pytest.param(
            "|\n**STT**\n|\nViệc\n---\n|\n|\n1\n|\n- Quét;\n- Dọn.\n|\n\nSau.",
            [[["STT", "Việc"], ["1", "- Quét;\n- Dọn."]], "Sau."],
            id="paragraphs in a cell",
        ),
        pytest.param("Giá trị | a | lớn", ["Giá trị | a | lớn"], id="bars inside a sentence"),
    ],
)
def test_tables(text, parts):
    assert texts(text) == parts


def test_marks_of_markdown_come_off_and_bold_is_told():
    source = read("# KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n\nNâng cao *ý thức*.\n\n* Việc một.")
    assert [(p.text, p.bold) for p in source.parts] == [
        ("KẾ HOẠCH", True),
        ("I. MỤC ĐÍCH", True),
        ("Nâng cao ý thức.", None),
        ("* Việc một.", None),
    ]


def test_a_title_in_bold_goes_over_two_lines():
    source = read("**II. NỘI DUNG\nKẾ HOẠCH**\n\n**1. Tiêm chó\n2. Tiêm mèo**")
    assert [p.text for p in source.parts] == ["II. NỘI DUNG KẾ HOẠCH", "1. Tiêm chó", "2. Tiêm mèo"]


def test_segmented_words_are_put_together():
    segmented = "Ủy_ban nhân_dân phường ban_hành Kế_hoạch phân_loại rác_thải , bắt_đầu từ tháng 4 ( cả năm ) .\n"
    plain = "Ủy ban nhân dân phường ban hành Kế hoạch phân loại rác thải, bắt đầu từ tháng 4 (cả năm)."
    assert texts(segmented * 4) == [plain] * 4
    assert texts("Kế_hoạch số 5 / KH - UBND " + "của ủy_ban nhân_dân " * 20)[0].startswith("Kế hoạch số 5/KH")
    assert texts("Tệp ke_hoach.txt , và hết .") == ["Tệp ke_hoach.txt , và hết ."]  # a few are meant


def test_open_ends_are_told():
    assert [p.cut for p in read("Một hai\n\nBa.\n\nBốn;\n\nNăm:").parts] == [True, False, False, False]


def test_what_the_source_says_of_the_file():
    source = read("Một.")
    assert (source.name, source.media_type, source.ocr, source.errors) == ("x.txt", "text/plain", False, [])
    assert source.sha256 == hashlib.sha256("Một.".encode()).hexdigest()


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", "\u200b \n".encode()], ids=["a mark alone", "a zero-width space"])
def test_a_file_that_shows_nothing_is_empty(data):
    with pytest.raises(ReadError) as refusal:
        ingest.read(data, name="x.txt")
    assert refusal.value.code == "empty"


def test_page_numbers_that_run_through_a_text_without_blank_lines():
    line = "Các thôn vận động người dân dọn vệ sinh đường làng, khơi thông cống rãnh và trồng hoa."
    pages = [[f"{line} Trang {n}, dòng {i}." for i in range(20)] for n in "abcd"]
    text = "\n".join("\n".join([*page, str(n)]) for n, page in enumerate(pages, start=1))
    shown = [p.text for p in read_text((text + "\nHết.").encode(), "a.txt", Limits()).parts]
    assert not any(part.isdigit() for part in shown)


def test_numbers_of_cells_are_no_page_numbers():
    rows = [line for n in range(1, 6) for line in [str(n), *(["Trồng cây"] * 20)]]
    shown = [p.text for p in read_text("\n".join(rows).encode(), "a.txt", Limits()).parts]
    assert [part for part in shown if part.isdigit()] == ["1", "2", "3", "4", "5"]


HEADED = """\
Các thôn vận động người dân dọn vệ sinh đường làng, khơi thông cống rãnh, trồng hoa ven đường,
giữ gìn hàng cây mới trồng ở các trục đường chính và tham gia lao động công ích mỗi tháng một
lần, mỗi quý có ít nhất một tuyến đường được chỉnh trang theo mẫu đã thống nhất của xã và do
nhân dân bàn bạc, quyết định
II. NHIỆM VỤ
1. Đối với các thôn trên địa bàn xã có đường giao thông liên thôn
a) Họp dân bàn cách làm trong tháng 3 và gửi biên bản về xã trước ngày 30/3 để tổng hợp chung
cho toàn xã.
"""


def test_headings_and_first_items_of_hard_wrapped_text():
    shown = [p.text for p in read_text(HEADED.encode(), "a.txt", Limits()).parts]
    assert [part[:20] for part in shown][1:] == ["II. NHIỆM VỤ", "1. Đối với các thôn ", "a) Họp dân bàn cách "]
