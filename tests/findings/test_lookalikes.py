"""KH917–KH919: letters in figures, figures in capitals, the number of a page within a date; KH401 on blank dates."""

import pytest
from plan_findings import HEAD, findings, found, plan_of

from kehoach.knowledge.lookalikes import misread_capitals, misread_figures

BODY = ("I. CHỈ TIÊU",)


def rights(code, line, **head):
    return [(f.quote, f.right) for f in findings(code, *BODY, f"- {line}", "II. NHIỆM VỤ", "1. Báo cáo.", **head)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tiêm đủ 9O% đàn chó.", [("9O", "90")]),
        ("Tiêm đủ IO0 % đàn chó; 8S% đàn mèo.", [("IO0", "100"), ("8S", "85")]),
        ("Tiêm 2.1OO con; chi 4.OOO.OOO đồng.", [("2.1OO", "2.100"), ("4.OOO.OOO", "4.000.000")]),
        (
            "Tiêm xong trước ngày 2O/4/2026, họp ngày l0/5/2O26.",
            [("2O/4/2026", "20/4/2026"), ("l0/5/2O26", "10/5/2026")],
        ),
        ("Họp ngày O7 tháng 4 năm 2026, tháng l0/2026.", [("O7", "07"), ("l0/2026", "10/2026")]),
        ("Theo Kế hoạch số 7l/KH-UBND và Công văn số I25/SYT-NVY.", [("7l", "71"), ("I25", "125")]),
        ("Mở 0l lớp, lập O3 tổ, tiêm 1,l ha.", [("0l", "01"), ("O3", "03"), ("1,l", "1,1")]),
        ("Báo cáo quý l/2026 và quý ll năm 2026.", [("l", "I"), ("ll", "II")]),
        ("Theo Phụ lục ll, khoản l Điều l, năm 202S.", [("ll", "II"), ("l", "1"), ("l", "1"), ("202S", "2025")]),
        ("Phòng bệnh Covid-19, H5N1, A/H1N1, cúm B; tiêm vắc xin B1, ký hiệu K3, mô hình 5S, chuẩn 4.0.", []),
        ("Báo cáo quý I/2026, quý II, quý IV/2026; khóa XI, mẫu 01A, biểu B02, lớp 5B, xe 12B, quốc lộ 1B.", []),
        ("Đạt loại B % cao; lớp 1I học sinh giỏi, nhóm 1l người; xe 29S tấn; nhóm I 5% hộ; mức I, 10 %.", []),
        ("Pha 1l nước với 2l hóa chất; đo SO2, CO2, PM2.5.", []),
        ("Theo Công văn số 1849/BGDĐT-GDPT, Quyết định số 12A/QĐ-UBND, thửa đất số 15S.", []),
    ],
)
def test_letters_in_figures(line, expected):
    assert rights("KH917", line) == expected


@pytest.mark.parametrize(
    ("line", "targets"),
    [("Lập 0l tổ tiêm phòng.", 0), ("Tiêm 9O% đàn chó.", 0), ("Lập 01 tổ tiêm phòng.", 1), ("Tiêm 90% đàn chó.", 1)],
)
def test_a_misread_figure_is_no_fact(line, targets):
    assert len(plan_of(*BODY, f"- {line}").targets) == targets


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Tiêm xong trước ngày 2O/4/2026.", "trước ngày 2O/4/2026"),
        ("Báo cáo trước tháng l0/2026.", "trước tháng l0/2026"),
        ("Họp trước ngày O7 tháng 4 năm 2026.", "trước ngày O7 tháng 4 năm 2026"),
    ],
)
def test_a_deadline_of_a_misread_day_has_no_date(line, time):
    plan = plan_of("I. NHIỆM VỤ", f"1. {line}")
    assert [(m.kind, m.time, m.start, m.end) for m in plan.timeline] == [("deadline", time, None, None)]


def test_a_misread_cell_of_a_table():
    figures = misread_figures("Số chó\ncon\n3O\nSố xã\nxã\nl2\nTỷ lệ\n%\n7O,5\nMã\nB1\nII\nI.2\n5S\n")
    assert [(figure.printed, figure.right) for figure in figures] == [("3O", "30"), ("l2", "12"), ("7O,5", "70,5")]


def test_a_document_of_a_misread_number_is_cited_without_it():
    plan = plan_of("Thực hiện Kế hoạch số 7l/KH-UBND ngày 02/3/2026 của UBND tỉnh về tiêm phòng;", *BODY, "- Tiêm đủ.")
    assert [(c.type, c.number, c.date, c.issuer, c.quote) for c in plan.citations] == [
        ("Kế hoạch", None, "2026-03-02", "UBND tỉnh", "Kế hoạch số 7l/KH-UBND ngày 02/3/2026 của UBND tỉnh")
    ]
    assert plan.header.parent is None
    assert not [f for f in plan.findings if f.code == "KH106"]


def test_a_misread_head_is_told_and_not_read():
    plan = plan_of(*BODY, "- Tiêm đủ.", number="4l/KH-UBND", date="O5 tháng 3 năm 2026")
    told = [(f.code, f.field, f.quote, f.right) for f in plan.findings if f.code in ("KH102", "KH103", "KH917")]
    assert told == [("KH917", "number", "4l", "41"), ("KH917", "date", "O5", "05")]
    assert (plan.header.number, plan.header.date, plan.header.place) == (None, None, "Sông Mơ")


@pytest.mark.parametrize("printed", ["KÉ HOẠCH", "KẾ HOẠGH", "KẾ HỌACH", "KẾ H0ẠCH", "KÊ HOACH", "KẾ HOẠHC"])
def test_a_misspelt_type_is_understood_and_told(printed):
    plan = plan_of(*BODY, "- Tiêm đủ.", head=HEAD.replace("KẾ HOẠCH\n", f"{printed}\n"))
    assert (plan.header.document_type, plan.header.title) == ("Kế hoạch", "Phòng, chống bệnh dại năm 2026")
    told = [(f.quote, f.right, f.field) for f in plan.findings if f.code == "KH918"]
    assert told == [(printed, "KẾ HOẠCH", "document_type")]


def test_a_motto_of_wrong_letters_is_no_issuer():
    head = HEAD.replace(
        "XÃ SÔNG MƠ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ SÔNG MƠ   CỘNG HÒA XÃ HỘl CHỦ NGHĨA VlỆT NAM"
    )
    plan = plan_of(*BODY, "- Tiêm đủ.", head=head)
    assert plan.header.issuer.name == "Ủy ban nhân dân xã Sông Mơ"
    assert [(f.quote, f.right) for f in plan.findings if f.code == "KH918"] == [("HỘl", "HỘI"), ("VlỆT", "VIỆT")]
    assert not [f for f in plan.findings if f.field == "letterhead"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND XÃ BlNH MlNH", ["BINH", "MINH"]),
        ("TỔ QUỐC, PC01, KT1, QĐ1, 4G, Covid-19, VNeID, Wi-Fi, COVID19, ĐT741", []),
    ],
)
def test_words_in_capitals(text, expected):
    assert [word.right for word in misread_capitals(text)] == expected


def test_right_figures_hold_no_letters():
    for figure in misread_figures("1O% 2.3OO con l5/10/2025 số 3l2/KH-UBND 0l tổ"):
        assert not any(c.isalpha() for c in figure.right)
        assert len(figure.right) == len(figure.printed)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tiêm từ ngày 02/4/2026 đến 3 ngày 15/4/2026.", [("đến 3 ngày 15/4/2026", "đến ngày 15/4/2026")]),
        ("Tiêm từ ngày 02/4/2026 đến ngày 15/4/2026.", []),
        ("Tập huấn kéo dài đến 2 ngày 15/4 và 16/4/2026.", []),
    ],
)
def test_the_number_of_a_page_within_a_range(line, expected):
    assert rights("KH919", line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tiêm xong trước ngày 00/00/0000.", ["00/00/0000"]),
        ("Tiêm xong trước 31/6.", ["trước 31/6"]),
        ("Báo cáo trong tháng 13/2026.", ["tháng 13/2026"]),
        ("Đạt 31/45 hộ; đến 13/13 thôn; trong 18 tháng năm 2026.", []),
    ],
)
def test_dates_that_no_calendar_has(line, expected):
    assert found("KH401", "I. MỤC ĐÍCH", line) == expected
