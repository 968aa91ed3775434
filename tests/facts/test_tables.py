"""Task tables with merged cells, heads of two rows and marks for “as above”, the same from every kind of file."""

import io
import sys
from pathlib import Path

import docx
import pytest
from plan_texts import FOOT, grounded, read, rules, under
from reportlab.platypus import Table

import kehoach
from kehoach.facts.table_targets import part_of_year_in
from kehoach.plan import Period

sys.path.insert(0, str(Path(__file__).parents[1] / "ingest"))
from pdf_files import LEFT, Pdf, needs_font

OPENING = ["UBND XÃ ĐỒI SIM", "KẾ HOẠCH", "Trồng rừng phòng hộ năm 2026", "I. NHIỆM VỤ", "1. Các nhiệm vụ như sau:"]

#: Cells as (row, column, rows, columns, text): a head of two rows, cells merged downwards, a title over all columns
MERGED = [
    (0, 0, 2, 1, "TT"),
    (0, 1, 2, 1, "Nội dung công việc"),
    (0, 2, 1, 2, "Phân công thực hiện"),
    (0, 4, 2, 1, "Thời hạn"),
    (1, 2, 1, 1, "Cơ quan chủ trì"),
    (1, 3, 1, 1, "Cơ quan phối hợp"),
    (2, 0, 1, 5, "A. Trồng rừng"),
    (3, 0, 1, 1, "1"),
    (3, 1, 1, 1, "Ươm cây giống"),
    (3, 2, 2, 1, "Hạt Kiểm lâm"),
    (3, 3, 1, 1, "Các thôn"),
    (3, 4, 3, 1, "Tháng 5/2026"),
    (4, 0, 1, 1, "2"),
    (4, 1, 1, 1, "Giao đất trồng rừng"),
    (4, 3, 1, 1, "Hội Nông dân xã"),
    (5, 0, 1, 1, "3"),
    (5, 1, 1, 1, "Phát dọn thực bì"),
    (5, 2, 1, 1, "Công an xã"),
]
FOUND = [
    (["Hạt Kiểm lâm"], ["Các thôn"], "Ươm cây giống", "2026-05"),
    (["Hạt Kiểm lâm"], ["Hội Nông dân xã"], "Giao đất trồng rừng", "2026-05"),
    (["Công an xã"], [], "Phát dọn thực bì", "2026-05"),
]


def word(cells):
    """A Word file with one table."""
    document = docx.Document()
    for line in OPENING:
        document.add_paragraph(line)
    table = document.add_table(rows=max(r + h for r, _, h, _, _ in cells), cols=max(c + w for _, c, _, w, _ in cells))
    for row, column, height, width, text in cells:
        table.cell(row, column).merge(table.cell(row + height - 1, column + width - 1)).text = text
    data = io.BytesIO()
    document.save(data)
    return kehoach.extract(data.getvalue(), name="a.docx")


def page(cells):
    """A web page with one table."""
    rows: dict[int, str] = {}
    for row, _, height, width, text in sorted(cells):
        rows[row] = rows.get(row, "") + f'<td rowspan="{height}" colspan="{width}">{text}</td>'
    lines = "".join(f"<p>{line}</p>" for line in OPENING)
    table = "".join(f"<tr>{row}</tr>" for row in rows.values())
    return kehoach.extract(f"<html><body>{lines}<table>{table}</table></body></html>".encode(), name="a.html")


def printed(cells):
    """A PDF with one ruled table."""
    pdf = Pdf()
    for line in OPENING:
        pdf.para(line)
    data = [[""] * 5 for _ in range(max(r + h for r, _, h, _, _ in cells))]
    spans = [("SPAN", (c, r), (c + w - 1, r + h - 1)) for r, c, h, w, _ in cells]
    for row, column, _, _, text in cells:
        data[row][column] = text
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "Serif", 9), *spans]
    table = Table(data, colWidths=[30, 120, 110, 110, 80], rowHeights=24, style=style)
    table.wrapOn(pdf.canvas, 500, 600)
    table.drawOn(pdf.canvas, LEFT, 842 - pdf.y - 24 * len(data) - 20)
    return kehoach.extract(pdf.bytes(), name="a.pdf")


def rows(plan):
    return [(a.lead, a.partners, a.quote, a.tasks[0].due) for a in grounded(plan, plan.assignments)]


@pytest.mark.parametrize("make", [word, page, pytest.param(printed, marks=needs_font)])
def test_merged_cells_hold_for_all_their_rows(make):
    plan = make(MERGED)
    assert rows(plan) == FOUND
    assert [(m.quote, m.end, m.actors) for m in grounded(plan, plan.timeline)] == [
        ("Tháng 5/2026", "2026-05", lead) for lead, _, _, _ in FOUND
    ]
    assert [about.quote for about in grounded(plan, [m.about for m in plan.timeline])] == [
        task for _, _, task, _ in FOUND
    ]
    assert plan.tables[0].header == [
        "TT",
        "Nội dung công việc",
        "Phân công thực hiện Cơ quan chủ trì",
        "Phân công thực hiện Cơ quan phối hợp",
        "Thời hạn",
    ]
    assert len(plan.tables[0].rows) == len(plan.tables[0].spans) == 4


def test_a_head_of_two_rows_in_markdown():
    plan = under(
        "NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| TT | Công việc | Trách nhiệm | | Tiến độ |",
        "|---|---|---|---|---|",
        "| | | Đầu mối | Phối hợp | |",
        "| 1 | Ươm cây giống | Hạt Kiểm lâm | Các thôn | Quý III/2026 |",
        "| 2 | Phát dọn thực bì | | Hội Nông dân xã | |",
    )
    assert rows(plan) == [(["Hạt Kiểm lâm"], ["Các thôn"], "Ươm cây giống", "2026-09")], "an empty cell tells nothing"


def test_who_acts_by_another_document_is_no_body():
    plan = under(
        "NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| TT | Công việc | Cơ quan chủ trì | Tiến độ |",
        "|---|---|---|---|",
        "| 1 | Ươm cây giống | Hạt Kiểm lâm | Quý III/2026 |",
        "| 2 | Phát dọn thực bì | Theo phân công tại Quyết định số 5/QĐ-UBND | Quý IV/2026 |",
    )
    assert rows(plan) == [(["Hạt Kiểm lâm"], [], "Ươm cây giống", "2026-09")]


def test_a_first_row_is_no_second_row_of_the_head():
    plan = under(
        "NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| Nội dung công việc | | Đầu mối | Tiến độ |",
        "|---|---|---|---|",
        "| Tiến độ giao rừng | | Hạt Kiểm lâm | Tháng 5/2026 |",
    )
    assert rows(plan) == [(["Hạt Kiểm lâm"], [], "Tiến độ giao rừng", "2026-05")]


@pytest.mark.parametrize("numbers", ["1 | 2 | 3 | 4", "(1) | (2) | (3) | (4)", "A | B | | ", "A | 1 | 2 | 3"])
def test_numbers_of_columns_and_a_title_over_all_are_no_rows(numbers):
    plan = under(
        "NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| BẢNG PHÂN CÔNG NHIỆM VỤ | | | |",
        "|---|---|---|---|",
        "| TT | Công việc | Đầu mối | Tháng |",
        f"| {numbers} |",
        "| 1 | Ươm cây giống | Hạt Kiểm lâm | 5 |",
    )
    assert plan.tables[0].header == ["TT", "Công việc", "Đầu mối", "Tháng"]
    assert rows(plan) == [(["Hạt Kiểm lâm"], [], "Ươm cây giống", "2026-05")]
    assert len(plan.timeline) == 1


def test_numbers_of_columns_are_no_targets():
    head = ["| Chỉ tiêu | ĐVT | Năm 2026 | Năm 2027 |", "|---|---|---|---|", "| 1 | 2 | 3 | 4 = 3/2 |"]
    assert under("CHỈ TIÊU", "Như sau:", *head, "| Rừng trồng | ha | 42 | |").targets[0].value == 42
    assert len(under("CHỈ TIÊU", "Như sau:", *head, "| Rừng trồng | ha | 42 | |").targets) == 1


@pytest.mark.parametrize("mark", ["nt", "-nt-", "- NT -", "n.t", '"', "“”", "''", "-//-", "Như trên", "(như trên)"])
def test_a_mark_holds_what_stands_above(mark):
    plan = under(
        "NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| TT | Công việc | Đầu mối | Phối hợp | Tiến độ |",
        "|---|---|---|---|---|",
        "| 1 | Ươm cây giống | Hạt Kiểm lâm | Các thôn | Tháng 5/2026 |",
        "| II | Bảo vệ rừng | | | |",
        f"| 2 | Phát dọn thực bì | {mark} | {mark} | {mark} |",
        "| 3 | Tuần tra rừng | Công an xã | | |",
        f"| 4 | Trực cháy rừng | {mark} | {mark} | {mark} |",
    )
    assert rows(plan) == [
        (["Hạt Kiểm lâm"], ["Các thôn"], "Ươm cây giống", "2026-05"),
        (["Hạt Kiểm lâm"], ["Các thôn"], "Phát dọn thực bì", "2026-05"),
        (["Công an xã"], [], "Tuần tra rừng", None),
        (["Công an xã"], [], "Trực cháy rừng", None),
    ]
    assert [(m.quote, m.actors) for m in grounded(plan, plan.timeline)] == [("Tháng 5/2026", ["Hạt Kiểm lâm"])] * 2


def test_a_mark_below_the_head_holds_nothing():
    lines = ["| Công việc | Đầu mối |", "|---|---|", "| Ươm cây giống | nt |"]
    assert under("NHIỆM VỤ", "Như sau:", *lines).assignments == []


# -- times ---------------------------------------------------------------------------------------------------------


@rules(
    ("head", "cell", "expected"),
    {
        "quarter": ("Thời gian", "Q3/2026", [("deadline", None, "2026-09")]),
        "quarter in Roman": ("Thời gian", "Q.IV/2026", [("deadline", None, "2026-12")]),
        "quarters": ("Thời hạn", "Q1 - Q2/2026", [("period", "2026-01", "2026-06")]),
        "quarter of the plan's year": ("Tiến độ", "Quý IV", [("deadline", None, "2026-12")]),
        "month": ("Thời gian", "T10/2026", [("deadline", None, "2026-10")]),
        "months": ("Thời gian thực hiện", "T3-T5/2026", [("period", "2026-03", "2026-05")]),
        "before a month": ("Thời gian", "Trước T11/2026", [("deadline", None, "2026-11")]),
        "bare month": ("Thời gian", "11/2026", [("deadline", None, "2026-11")]),
        "from month to month": ("Thời gian", "Từ 2/2026 đến 8/2026", [("period", "2026-02", "2026-08")]),
        "over the turn of the year": ("Thời gian", "Tháng 11/2026 - 02/2027", [("period", "2026-11", "2027-02")]),
        "list": ("Thời gian", "T4, T10/2026", [("deadline", None, "2026-04"), ("deadline", None, "2026-10")]),
        "days": ("Thời gian", "12-18/9/2026", [("period", "2026-09-12", "2026-09-18")]),
        "day of the plan's year": ("Thời hạn", "15/8", [("deadline", None, "2026-08-15")]),
        "number of a month": ("Tháng", "8", [("deadline", None, "2026-08")]),
        "numbers of months": ("Tháng", "8 - 10", [("period", "2026-08", "2026-10")]),
        "a number alone is no time": ("Thời gian", "8", []),
        "day of the week": ("Thời gian", "T6", []),
        "number of a document": ("Thời gian", "Theo Công văn số 11/2026", []),
        "begin and end": ("Bắt đầu | Kết thúc", "3/2026 | 7/2026", [("deadline", None, "2026-07")]),
    },
)
def test_times_as_cells_write_them(head, cell, expected):
    rule = "|---" * (3 + head.count("|")) + "|"
    table = [f"| Công việc | {head} | Đầu mối |", rule, f"| Ươm cây giống | {cell} | Hạt Kiểm lâm |"]
    plan = under("NHIỆM VỤ", "Như sau:", *table, title="Trồng rừng phòng hộ năm 2026")
    assert [(m.kind, m.start, m.end) for m in grounded(plan, plan.timeline)] == expected
    assert all(m.time in m.quote for m in plan.timeline)


PROGRAMME = [
    "| Thời gian | Nội dung | Phụ trách |",
    "|---|---|---|",
    "| 7h30 - 8h00 | Tập trung, điểm danh | Đoàn Thanh niên xã |",
    "| 08 giờ 00 phút | Phát lệnh trồng cây | Chủ tịch UBND xã |",
]


@rules(
    ("lines", "day"),
    {
        "beside it": (["1. Thời gian: Ngày 22/3/2026.", "2. Chương trình", *PROGRAMME], "2026-03-22"),
        "in the lead-in": (["Chương trình lễ phát động ngày 22/3/2026 như sau:", *PROGRAMME], "2026-03-22"),
        "in a row": (["Như sau:", *PROGRAMME[:2], "| Sáng ngày 22/3/2026 | | |", *PROGRAMME[2:]], "2026-03-22"),
        "nowhere": (["Chương trình lễ phát động như sau:", *PROGRAMME], None),
        "two days": (["1. Thời gian: Ngày 22/3/2026.", "2. Họp: ngày 25/3/2026.", "3. Chương trình", *PROGRAMME], None),
    },
)
def test_a_programme_by_the_hour_has_the_day_that_is_told(lines, day):
    plan = under("LỄ PHÁT ĐỘNG", *lines)
    found = [(m.time, m.kind, m.end, m.actors) for m in grounded(plan, plan.timeline) if m.about]
    assert found == (
        [
            ("7h30 - 8h00", "event", day, ["Đoàn Thanh niên xã"]),
            ("08 giờ 00 phút", "event", day, ["Chủ tịch UBND xã"]),
        ]
        if day
        else []
    )


def test_a_programme_in_an_appendix_has_the_day_of_the_event():
    told = (
        "I. THỜI GIAN VÀ ĐỊA ĐIỂM",
        "Thời gian: Sáng ngày 22/3/2026, tại nhà văn hóa.",
        "II. NỘI DUNG",
        "Trồng cây.",
    )
    foot = "\n".join([FOOT, "PHỤ LỤC", "CHƯƠNG TRÌNH", *PROGRAMME])
    plan = read(*told, title="Tổ chức Lễ phát động trồng cây", foot=foot)
    assert plan.header.period == Period(start="2026-03-22", end="2026-03-22")
    assert [m.end for m in plan.timeline if m.about] == ["2026-03-22"] * 2


# -- targets -------------------------------------------------------------------------------------------------------


@rules(
    ("before", "planned"),
    {
        "result": ("Thực hiện năm 2025", "Kế hoạch 2026"),
        "estimate": ("Ước TH 2025", "KH 2026"),
        "outcome": ("Kết quả năm 2025", "Chỉ tiêu năm 2026"),
        "year before": ("Năm 2025", "Năm 2026"),
        "plan to be carried out": ("TH năm 2025", "Kế hoạch thực hiện năm 2026"),
        "plan of the year before": ("Kế hoạch năm 2025", "Chỉ tiêu giao năm 2026 (%)"),
    },
)
def test_what_was_reached_is_no_target(before, planned):
    table = [
        f"| Chỉ tiêu | ĐVT | {before} | {planned} |",
        "|---|---|---|---|",
        "| Tỷ lệ che phủ rừng | % | 41,2 | 42 |",
    ]
    plan = under("CHỈ TIÊU", "Như sau:", *table)
    assert [(t.value, t.unit, t.due) for t in grounded(plan, plan.targets)] == [(42, "%", "2026")]


def test_years_below_what_was_done_and_what_is_planned():
    plan = under(
        "CHỈ TIÊU",
        "Như sau:",
        "| Chỉ tiêu | ĐVT | Thực hiện | | Kế hoạch | |",
        "|---|---|---|---|---|---|",
        "| | | 2024 | 2025 | 2026 | 2027 |",
        "| Rừng trồng mới | ha | 30 | 35 | 42 | 57 |",
        title="Trồng rừng giai đoạn 2026 - 2030",
    )
    assert [(t.value, t.unit, t.due) for t in plan.targets] == [(42, "ha", "2026"), (57, "ha", "2027")]


@rules(
    ("cell", "expected"),
    {
        "part of a whole": ("7/9", ("=", 7, None, 9, "thôn")),
        "with what is counted": ("7/9 thôn", ("=", 7, None, 9, "thôn")),
        "with unit": ("45 triệu đồng/người", ("=", 45, None, None, "triệu đồng/người")),
        "at least, with unit": ("Đạt 12 ha trở lên", (">=", 12, None, None, "ha")),
        "bound": ("không quá 3 vụ", ("<=", 3, None, None, "vụ")),
        "a month is no part": ("9/2026", None),
        "more than all is none": ("9/7", None),
        "words": ("Giảm so với năm trước 5%", None),
    },
)
def test_figures_as_cells_write_them(cell, expected):
    table = ["| Chỉ tiêu | ĐVT | Năm 2026 |", "|---|---|---|", f"| Kết quả bảo vệ rừng | thôn | {cell} |"]
    plan = under("CHỈ TIÊU", "Như sau:", *table)
    found = [(t.comparator, t.value, t.value_to, t.of, t.unit) for t in grounded(plan, plan.targets)]
    assert found == ([expected] if expected else [])


def test_a_unit_merged_downwards():
    cells = [
        (0, 0, 1, 1, "Chỉ tiêu"),
        (0, 1, 1, 1, "ĐVT"),
        (0, 2, 1, 1, "Năm 2026"),
        (1, 0, 1, 1, "Rừng trồng mới"),
        (1, 1, 2, 1, "ha"),
        (1, 2, 1, 1, "42"),
        (2, 0, 1, 1, "Rừng chăm sóc"),
        (2, 2, 1, 1, "57"),
    ]
    for plan in (word(cells), page(cells)):
        assert [(t.indicator, t.value, t.unit) for t in grounded(plan, plan.targets)] == [
            ("Rừng trồng mới", 42, "ha"),
            ("Rừng chăm sóc", 57, "ha"),
        ]


def test_a_table_without_head_goes_on_with_the_columns_above():
    head = ["| Công việc | Đầu mối |", "|---|---|", "| Ươm cây giống | Hạt Kiểm lâm |"]
    plan = read("I. NHIỆM VỤ", "Như sau:", *head, "Tiếp theo:", "| Phát dọn thực bì | Công an xã |")
    assert [a.lead for a in plan.assignments] == [["Hạt Kiểm lâm"], ["Công an xã"]]


def test_a_table_that_goes_on_keeps_the_words_over_its_columns():
    head = ["| Công việc | Thời hạn | Đầu mối |", "|---|---|---|", "| Ươm cây giống | 15/3/2026 | Hạt Kiểm lâm |"]
    plan = read("I. NHIỆM VỤ", "Như sau:", *head, "Tiếp theo:", "| Phát dọn thực bì | 20/4/2026 | Công an xã |")
    assert [(m.kind, m.end) for m in plan.timeline] == [("deadline", "2026-03-15"), ("deadline", "2026-04-20")]


def test_of_two_columns_for_tasks_the_one_that_says_more_tells_them():
    rows = (
        "| Hoạt động | Nội dung | Đơn vị phụ trách |",
        "| --- | --- | --- |",
        "| Trực quan | Treo băng rôn về phòng, chống cháy rừng ở các ngã ba | Đoàn Thanh niên xã |",
        "| Tờ rơi | Phát tờ rơi đến từng hộ ở bìa rừng | Các thôn |",
    )
    plan = under("I. PHÂN CÔNG", *rows)
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["Đoàn Thanh niên xã"], ["Treo băng rôn về phòng, chống cháy rừng ở các ngã ba"]),
        (["Các thôn"], ["Phát tờ rơi đến từng hộ ở bìa rừng"]),
    ]


@pytest.mark.parametrize(
    ("head", "cell", "kind"),
    [
        ("Thời gian kiểm tra", "Tháng 7/2026", "event"),
        ("Thời gian kiểm tra", "Trước tháng 7/2026", "deadline"),
        ("Thời gian kiểm tra", "Từ tháng 3/2026 đến tháng 9/2026", "period"),
    ],
)
def test_a_schedule_of_whom_is_visited(head, cell, kind):
    plan = read(*OPENING, f"| STT | Đơn vị được kiểm tra | {head} |", "|---|---|---|", f"| 1 | Trạm Y tế xã | {cell} |")
    assert [(m.kind, m.time, m.about.quote, m.actors) for m in plan.timeline] == [(kind, cell, "Trạm Y tế xã", [])]
    assert plan.assignments == []


@pytest.mark.parametrize(("head", "kind"), [("Thời gian", "event"), ("Thời hạn", "deadline")])
def test_a_day_below_a_head_of_deadlines(head, kind):
    plan = read(*OPENING, f"| STT | Nội dung | {head} |", "|---|---|---|", "| 1 | Khai mạc giải | 15/3/2026 |")
    assert [m.kind for m in plan.timeline] == [kind]


@pytest.mark.parametrize(
    ("cell", "lead", "partners"),
    [
        ("Trạm Y tế xã; Công an xã", ["Trạm Y tế xã", "Công an xã"], []),
        ("Đoàn Thanh niên + Dân quân", ["Đoàn Thanh niên", "Dân quân"], []),
        ("Trạm Y tế xã chủ trì, phối hợp với Công an xã", ["Trạm Y tế xã"], ["Công an xã"]),
        ("Các thôn (Đông; Đoài)", ["Các thôn (Đông; Đoài)"], []),
    ],
)
def test_several_bodies_of_a_cell(cell, lead, partners):
    plan = read(*OPENING, "| STT | Nội dung | Đơn vị thực hiện |", "|---|---|---|", f"| 1 | Trồng rừng | {cell} |")
    assert [(a.lead, a.partners) for a in plan.assignments] == [(lead, partners)]


def test_a_further_task_of_one_number_shares_its_bodies():
    head = ("| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |", "|---|---|---|---|---|")
    plan = read(*OPENING, *head, "| 1 | Ươm cây | Hạt Kiểm lâm | Các thôn | Tháng 3/2026 |", "| | Trồng cây | | | |")
    assert rows(plan) == [
        (["Hạt Kiểm lâm"], ["Các thôn"], "Ươm cây", "2026-03"),
        (["Hạt Kiểm lâm"], ["Các thôn"], "Trồng cây", None),
    ], "its time is not told"


def test_a_deadline_from_an_event_is_one_in_a_cell_too():
    row = "| 1 | Công bố danh mục | 60 ngày kể từ ngày danh mục được phê duyệt |"
    plan = read(*OPENING, "| TT | Nội dung | Thời hạn |", "|---|---|---|", row)
    assert [(m.kind, m.start, m.end) for m in plan.timeline] == [("deadline", None, None)]


def test_a_decimal_comma_parts_no_product():
    row = "| 1 | Rà soát dữ liệu | Hạt Kiểm lâm | 99,8% dữ liệu khớp đúng; tỷ lệ 85% hộ ký cam kết |"
    plan = read(*OPENING, "| TT | Nội dung | Chủ trì | Sản phẩm |", "|---|---|---|---|", row)
    assert [t.value for t in plan.targets] == [99.8, 85]


def test_a_form_below_a_table_is_not_its_row():
    tasks = ("| TT | Nội dung | Thời gian |", "|---|---|---|", "| 1 | Ươm cây | Tháng 3/2026 |")
    plan = read(*OPENING, *tasks, "Biểu 2:", "| TT | Dự án | Vốn giao năm 2026 |", "|---|---|---|", "| | | |")
    assert [m.time for m in plan.timeline] == ["Tháng 3/2026"]


def test_when_a_meeting_is_held():
    row = "| 1 | Đề án trồng rừng | Trình Hội đồng nhân dân tại kỳ họp thứ hai (tháng 7/2026) |"
    plan = read(*OPENING, "| TT | Nội dung | Tiến độ |", "|---|---|---|", row)
    assert [(m.kind, m.end) for m in plan.timeline] == [("event", "2026-07")]


def test_figures_of_a_row_are_due_with_it():
    row = "| 1 | Trồng 5 ha rừng | Hạt Kiểm lâm | 30/6/2026 |"
    plan = read(*OPENING, "| TT | Chỉ tiêu | Chủ trì | Thời hạn |", "|---|---|---|---|", row)
    assert [(t.value, t.due) for t in plan.targets] == [(5, "2026-06-30")]


ALLOCATION = (
    "| TT | Khu phố | Số hộ | Hộ nghèo cuối năm 2025 | Hộ thoát nghèo (hộ) | Tỷ lệ BHYT (%) | Ghi chú |",
    "|---|---|---|---|---|---|---|",
    "| 1 | Khu phố Mơ | 842 | 6 | 3 | ≥ 95,5 | đạt |",
    "| 2 | Khu phố Mận | 915 | 9 | - | ≥ 96 | |",
    "| | Toàn phường | 1.757 | 15 | 3 | ≥ 95 | |",
)


def test_offices_in_a_committee_are_no_duties():
    plan = under(
        "BAN TỔ CHỨC",
        "Gồm:",
        "| TT | Họ và tên | Chức vụ | Nhiệm vụ |",
        "|---|---|---|---|",
        "| 1 | Ông Lê Sim | Bí thư Đoàn xã | Trưởng ban |",
        "| 2 | Bà Hà Mận | Trưởng trạm Y tế | Ủy viên, phụ trách y tế |",
        "| 3 | Ông Hà Mơ | Công an xã | Phó Trưởng ban phụ trách trật tự |",
        "| | Tổng cộng | Ba người | |",
    )
    assert [(a.quote, [t.quote for t in a.tasks]) for a in grounded(plan, plan.assignments)] == [
        ("Ủy viên, phụ trách y tế", ["phụ trách y tế"]),
        ("Phó Trưởng ban phụ trách trật tự", ["Phó Trưởng ban phụ trách trật tự"]),
    ]


def test_a_figure_for_each_unit_is_a_target():
    plan = read("I. CHỈ TIÊU GIAO CÁC KHU PHỐ", *ALLOCATION, title="Giảm nghèo năm 2026")
    found = [(t.indicator, t.comparator, t.value, t.unit, t.due) for t in grounded(plan, plan.targets)]
    assert found == [
        ("Hộ thoát nghèo - Khu phố Mơ", "=", 3, "hộ", "2026"),
        ("Tỷ lệ BHYT - Khu phố Mơ", ">=", 95.5, "%", "2026"),
        ("Tỷ lệ BHYT - Khu phố Mận", ">=", 96, "%", "2026"),
        ("Hộ thoát nghèo - Toàn phường", "=", 3, "hộ", "2026"),
        ("Tỷ lệ BHYT - Toàn phường", ">=", 95, "%", "2026"),
    ], "neither what there is nor remarks"


BY_YEAR = (
    "(Đơn vị tính: hộ)",
    "| TT | Năm | Hộ nghèo đầu năm | Hộ thoát nghèo | Tỷ lệ (%) |",
    "|---|---|---|---|---|",
    "| 1 | 2026 | 42 | 6 | 4,1 |",
    "| 2 | 2027 | 36 | 9 | 3,2 |",
    "| | Tổng cộng | | 15 | |",
)


CLASSES = (
    "| TT | Tên lớp | Số ngày/lớp | 2026 | 2027 | Tổng số lớp | Tổng học viên | Kinh phí |",
    "|---|---|---|---|---|---|---|---|",
    "| 1 | Kỹ thuật ươm cây | 3 | 4 | 2 | 6 | 240 | 90 |",
    "| 2 | Phòng cháy rừng | 1 | 1 | - | 1 | 45 | 12 |",
)


def test_how_many_classes_are_planned():
    plan = read("I. NỘI DUNG", "1. Tập huấn", *CLASSES, title="Trồng rừng giai đoạn 2026 - 2027")
    assert [(t.value, t.unit, t.due, t.indicator) for t in grounded(plan, plan.targets)] == [
        (4, "lớp", "2026", "2026 - Kỹ thuật ươm cây"),
        (2, "lớp", "2027", "2027 - Kỹ thuật ươm cây"),
        (6, "lớp", "2027", "Tổng số lớp - Kỹ thuật ươm cây"),
        (240, "học viên", "2027", "Tổng học viên - Kỹ thuật ươm cây"),
        (1, "lớp", "2026", "2026 - Phòng cháy rừng"),
        (1, "lớp", "2027", "Tổng số lớp - Phòng cháy rừng"),
        (45, "học viên", "2027", "Tổng học viên - Phòng cháy rừng"),
    ]


def test_values_of_the_quarters():
    head = (
        "| TT | Chỉ tiêu | ĐVT | Kết quả năm 2025 | Kế hoạch năm 2026 | Quý I | Quý II |",
        "|---|---|---|---|---|---|---|",
    )
    plan = read(
        "I. CHỈ TIÊU", *head, "| 1 | Cây trồng mới | cây | 350 | 660 | 120 | 240 |", title="Trồng rừng năm 2026"
    )
    assert [(t.value, t.unit, t.due) for t in plan.targets] == [
        (660, "cây", "2026"),
        (120, "cây", "2026-03"),
        (240, "cây", "2026-06"),
    ]


@pytest.mark.parametrize(
    ("title", "due"), [("Quý II/2026", "2026-06"), ("Quý 2", "2026-06"), ("Tháng 6 - 8", "2026-08")]
)
def test_when_a_column_is_due(title, due):
    assert part_of_year_in(title, "2026", "2026-12-31") == due


def test_when_what_recurs_in_a_cell_begins():
    head = ("| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |", "|---|---|---|---|")
    row = "| 1 | Báo cáo kết quả | Phòng Kinh tế | ngày 05 hằng tháng, kể từ tháng 5/2026 |"
    assert [(m.kind, m.start) for m in read("I. NHIỆM VỤ", *head, row).timeline] == [("recurring", "2026-05")]


def test_values_of_months_and_of_a_season_beside_those_of_the_year_before():
    head = (
        "| Chỉ tiêu | Đơn vị tính | Cùng kỳ 2025 | Mùa lễ hội 2026 | Tháng 4 - 5 | 6 tháng đầu năm |",
        "|---|---|---|---|---|---|",
    )
    plan = read("I. CHỈ TIÊU", *head, "| Lượt khách | nghìn lượt | 3.620 | 4.200 | 1.250 | 2.350 |", title="Năm 2026")
    assert [(t.value, t.unit, t.due) for t in plan.targets] == [
        (4200, "nghìn lượt", "2026"),
        (1250, "nghìn lượt", "2026-05"),
        (2350, "nghìn lượt", "2026-06"),
    ]


def test_what_is_counted_stands_under_unit_alone():
    head = ("| TT | Chỉ tiêu | Đơn vị | 2026 | 2027 |", "|---|---|---|---|---|")
    rows = ("| 1 | Diện tích lúa | ha/vụ | 24.000 | 31.000 |", "| 2 | Lúa cấy bằng máy | % | 35 | 42 |")
    plan = read("I. CHỈ TIÊU", *head, *rows, title="Trồng lúa giai đoạn 2026 - 2027")
    assert [t.unit for t in plan.targets] == ["ha/vụ", "ha/vụ", "%", "%"]


def test_a_table_of_how_much_is_done_where_and_by_whom():
    head = ("| Đợt | Địa bàn | Thời gian ra quân | Đơn vị phụ trách | Khối lượng |", "|---|---|---|---|---|")
    plan = read("I. NỘI DUNG", *head, "| 1 | Tổ 1 - 9 | 01/4 - 15/5/2026 | Công an phường | Tháo dỡ 130 biển |")
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["Công an phường"], ["Tháo dỡ 130 biển"])
    ]


AWARDS = (
    "| TT | Hình thức khen thưởng | Đối tượng | Sơ kết năm 2028 | Tổng kết năm 2030 | Cộng |",
    "|---|---|---|---|---|---|",
    "| 1 | Trình Chủ tịch UBND tỉnh tặng Bằng khen | Tập thể | - | 02 | 02 |",
    "| 2 | Giấy khen của Chủ tịch UBND xã | Tập thể | 06 | 12 | 18 |",
    "| | | Hộ gia đình | 05 | 11 | 16 |",
)


def test_awards_of_a_table_by_occasion():
    plan = read("I. KHEN THƯỞNG", "1. Số lượng như sau:", *AWARDS)
    assert [(a.form, a.authority, a.occasion) for a in grounded(plan, plan.awards)] == [
        ("Bằng khen", "Chủ tịch UBND tỉnh", "tổng kết 2030"),
        ("Giấy khen", "Chủ tịch UBND xã", "sơ kết 2028"),
        ("Giấy khen", "Chủ tịch UBND xã", "tổng kết 2030"),
    ]


def test_awards_that_were_given_are_none():
    assert read("I. KẾT QUẢ NĂM 2025", "1. Khen thưởng:", *AWARDS).awards == []


def test_a_figure_for_each_year_is_a_target_of_it():
    plan = under("CHỈ TIÊU TỪNG NĂM", *BY_YEAR, title="Giảm nghèo giai đoạn 2026 - 2027")
    assert [(t.indicator, t.value, t.unit, t.due) for t in grounded(plan, plan.targets)] == [
        ("Hộ thoát nghèo - 2026", 6, "hộ", "2026"),
        ("Tỷ lệ - 2026", 4.1, "%", "2026"),
        ("Hộ thoát nghèo - 2027", 9, "hộ", "2027"),
        ("Tỷ lệ - 2027", 3.2, "%", "2027"),
        ("Hộ thoát nghèo - Tổng cộng", 15, "hộ", "2027"),
    ], "not what there is when the year begins"


def test_a_figure_for_each_quarter_below_a_wide_title():
    plan = under(
        "CHỈ TIÊU NĂM 2026",
        "Số cơ sở được kiểm tra như sau:",
        "| TT | Nhóm | Số cơ sở kiểm tra | | Cả năm |",
        "|---|---|---|---|---|",
        "| | | Quý I | Quý II | |",
        "| 1 | Bệnh viện | 0 | 3 | 3 |",
        "| 2 | Trạm y tế | 4 | 10 | 14 |",
    )
    assert [(t.indicator, t.value, t.unit, t.due) for t in grounded(plan, plan.targets)] == [
        ("Số cơ sở kiểm tra Quý II - Bệnh viện", 3, "cơ sở", "2026-06"),
        ("Số cơ sở kiểm tra Cả năm - Bệnh viện", 3, "cơ sở", "2026"),
        ("Số cơ sở kiểm tra Quý I - Trạm y tế", 4, "cơ sở", "2026-03"),
        ("Số cơ sở kiểm tra Quý II - Trạm y tế", 10, "cơ sở", "2026-06"),
        ("Số cơ sở kiểm tra Cả năm - Trạm y tế", 14, "cơ sở", "2026"),
    ]


def test_a_column_of_all_years_beside_those_of_each():
    plan = under(
        "CHỈ TIÊU",
        "Như sau:",
        "| TT | Chỉ tiêu | Đơn vị tính | 2026 | 2027 | Cả giai đoạn |",
        "|---|---|---|---|---|---|",
        "| 1 | Số mô hình sinh kế | Mô hình | 40 | 50 | 90 |",
        title="Giảm nghèo giai đoạn 2026 - 2027",
    )
    assert [(t.value, t.unit, t.due) for t in grounded(plan, plan.targets)] == [
        (40, "mô hình", "2026"),
        (50, "mô hình", "2027"),
        (90, "mô hình", "2027"),
    ]


@pytest.mark.parametrize(
    ("task", "time", "kind"),
    [
        ("Tổ chức Lễ phát động", "Tháng 3/2026", "event"),
        ("Kiểm tra các thôn", "Tháng 6/2026", "event"),
        ("Kiểm tra các thôn", "Quý II/2026", "deadline"),
        ("Sơ kết phong trào", "Quý II/2026", "event"),
        ("Sơ kết phong trào", "Tuần đầu tháng 7/2026", "event"),
        ("Bình xét cuối năm", "Hội nghị: trung tuần tháng 12/2026", "event"),
        ("Hoàn thiện Lễ phục", "Tháng 3/2026", "deadline"),
    ],
)
def test_what_is_held_in_a_month(task, time, kind):
    table = ("| TT | Nhiệm vụ | Chủ trì | Thời gian |", "|---|---|---|---|", f"| 1 | {task} | Đoàn xã | {time} |")
    (found,) = under("NHIỆM VỤ", "Như sau:", *table).timeline
    assert found.kind == kind


def test_a_day_of_every_year_alone_in_its_cell():
    table = (
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Rà soát | Đoàn xã | 30/8 hằng năm |",
    )
    (found,) = under("NHIỆM VỤ", "Như sau:", *table, title="Trồng rừng giai đoạn 2026 - 2030").timeline
    assert (found.kind, found.end) == ("recurring", "--08-30")


def test_a_row_of_figures_is_no_head_of_units():
    rows = (
        "| TT | Dự án | Hộ | Nơi |",
        "|---|---|---|---|",
        "| 1 | Kè | 40 | xã Mơ |",
        "| 2 | Cầu | 25 | xã Mận |",
        "| 3 | Chợ | 12 | xã Sim |",
    )
    assert under("CHỈ TIÊU", "Danh mục dự án:", *rows).targets == []


def test_figures_of_a_task_and_of_what_comes_of_it_are_targets():
    plan = under(
        "NHIỆM VỤ",
        "Như sau:",
        "| TT | Nhiệm vụ | Chủ trì | Thời gian | Sản phẩm |",
        "|---|---|---|---|---|",
        "| 1 | Sửa 34 công trình nước của 12 thôn | Phòng Kinh tế | Quý IV/2026 | 01 báo cáo |",
        "| 2 | Mở lớp kỹ năng số | Đoàn xã | Tháng 8/2026 | 11 lớp, 450 lượt người; ≥ 95% đạt |",
    )
    assert [(t.indicator, t.value, t.unit, t.due) for t in grounded(plan, plan.targets)] == [
        ("Sửa công trình nước của 12 thôn", 34, "công trình", "2026-12"),
        ("Mở lớp kỹ năng số", 11, "lớp", "2026-08"),
        ("Mở lớp kỹ năng số", 450, "lượt người", "2026-08"),
        ("Mở lớp kỹ năng số", 95, "%", "2026-08"),
    ], "neither documents nor whom there are"


def test_figures_of_units_that_nobody_is_to_reach_are_no_targets():
    assert read("I. TÌNH HÌNH CÁC KHU PHỐ", *ALLOCATION, title="Giảm nghèo năm 2026").targets == []
