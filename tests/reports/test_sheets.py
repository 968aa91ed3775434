"""The workbook: duty matrix, targets and the other lists."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kehoach.reports import render
from kehoach.reports.sheets import _figure


def book(plan):
    return load_workbook(BytesIO(render(plan, "xlsx")))


def rows(page):
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_duty_matrix_has_one_row_a_task(plan):
    assert rows(book(plan)["Nhiệm vụ"]) == [
        ["Cơ quan chủ trì", "Phối hợp", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Vị trí"],
        [
            "Phòng Kinh tế",
            "Đoàn Thanh niên xã",
            "Chủ trì, phối hợp với Đoàn Thanh niên xã cấp cây giống trước ngày 15/4/2026",
            None,
            datetime(2026, 4, 15),
            "IV › 1",
        ],
        [
            "Phòng Kinh tế",
            "Đoàn Thanh niên xã",
            "báo cáo kết quả trước ngày 20/12 hằng năm",
            "Báo cáo",
            "trước ngày 20/12 hằng năm",
            "IV › 1",
        ],
        ["Các thôn", None, "vận động người dân chăm sóc cây", None, None, "IV › 2"],
    ]


def test_targets_hold_numbers_and_dates(plan):
    page = rows(book(plan)["Chỉ tiêu"])
    assert page[1][:8] == ["cây trồng mới", "bằng", 1500, None, None, "cây", "năm 2026", "trồng mới 1.500 cây"]
    assert page[2][:7] == ["số hộ tham gia", "từ … trở lên", 85, None, None, "%", datetime(2026, 12, 31)]
    assert page[2][8] == "II"  # the dash of the item leads nowhere


def test_all_sheets_are_there_in_order(plan, empty):
    names = ["Nhiệm vụ", "Chỉ tiêu", "Tiến độ", "Khen thưởng", "Tiêu chí", "Căn cứ"]
    assert book(plan).sheetnames == [*names, "Bảng biểu"]
    assert book(empty).sheetnames == names
    assert rows(book(empty)["Tiến độ"])[1][0] == "không có trong văn bản"


def test_sheets_are_set_up_for_work_and_print(plan):
    for page in book(plan):
        assert page.page_setup.orientation == "landscape"
        assert (int(page.page_setup.paperSize), page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (9, 1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
    page = book(plan)["Nhiệm vụ"]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:F4", "$1:$1")
    assert page["A1"].font.bold
    assert page["C2"].alignment.wrap_text


def test_tables_stand_below_each_other_with_figures_as_numbers(plan):
    assert rows(book(plan)["Bảng biểu"])[:4] == [
        ["Bảng 1 (trang 2): Phân bổ cây", None, None],
        ["Thôn", "Số cây", "Mã"],
        ["Hạ", 1234.5, "01"],
        ["Thượng", 700, "1.2"],
    ]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.234", 1234),
        ("1.234.567,5", 1234567.5),
        ("0,5", 0.5),
        ("0", 0),
        ("2025", 2025),
        ("01", "01"),
        ("1.2", "1.2"),
        ("12,345", "12,345"),
        ("1.2345", "1.2345"),
        ("5%", "5%"),
        ("", ""),
        ("1,", "1,"),
    ],
)
def test_figures(printed, value):
    assert _figure(printed) == value


def test_where_no_block_holds_it_the_table_or_page_is_named(plan):
    plan.assignments[0].block = plan.assignments[1].block = None
    plan.assignments[1].tasks[0].span = plan.tables[0].spans[0][0]
    page = rows(book(plan)["Nhiệm vụ"])
    assert (page[1][5], page[3][5]) == ("trang 2", "Bảng 1")


def test_hostile_words_never_become_formulas(hostile):
    for page in book(hostile):
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                if isinstance(cell.value, str) and cell.value[0] in "=+-@":
                    assert cell.quotePrefix
                    assert cell.data_type == "s"


def test_a_day_outside_the_calendar_stays_words(plan):
    plan.targets[0].due, plan.targets[1].due = "2026-02-30", "1890-01-01"
    page = rows(book(plan)["Chỉ tiêu"])
    assert (page[1][6], page[2][6]) == ("30/02/2026", "01/01/1890")


def test_a_cell_longer_than_excel_allows_is_cut_visibly(plan):
    plan.assignments[1].tasks[0].quote = "a" * 40_000
    value = rows(book(plan)["Nhiệm vụ"])[3][2]
    assert (len(value), value[-1]) == (32_767, "…")


def test_figures_and_days_stand_off_the_words_beside_them(plan):
    duties, tables = book(plan)["Nhiệm vụ"], book(plan)["Bảng biểu"]
    assert duties["E2"].alignment.horizontal == "center"
    assert (tables["B3"].alignment.horizontal, tables["B3"].alignment.indent) == ("right", 1)
    assert duties.oddHeader.left.text == "&A" and duties.oddFooter.center.text == "&P/&N"
    assert duties.page_margins.header < duties.page_margins.top, "the name of the sheet stands above the table"
