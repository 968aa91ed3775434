"""What follows the foot: appendices under their titles, with their lines and tables."""

import pytest

import kehoach
from kehoach.ingest.source import Grid, Paragraph, Source
from kehoach.outline import outline

PLAN = [
    "KẾ HOẠCH",
    "Diễn tập phòng thủ",
    "I. NỘI DUNG",
    "1. Huy động lực lượng.",
    "Trên đây là Kế hoạch./.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "CHỦ TỊCH",
    "Lê Thị Mận",
]
TABLE = Grid([["STT", "Thôn"], ["1", "Hạ"]], 3)


def read(*lines):
    parts = [line if isinstance(line, Grid | Paragraph) else Paragraph(line) for line in (*PLAN, *lines)]
    return outline(Source("x", "0", "", parts))


def appendices(*lines):
    found = read(*lines)
    return [(appendix.title, found.text[slice(*appendix.span)].split("\n")) for appendix in found.appendices]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["PHỤ LỤC"], "PHỤ LỤC"),
        (["PHỤ LỤC I", "DANH SÁCH LỰC LƯỢNG", "1. Dân quân"], "PHỤ LỤC I DANH SÁCH LỰC LƯỢNG"),
        (
            ["Phụ lục số 1", Paragraph("Lực lượng tham gia", bold=True), "1. Dân quân"],
            "Phụ lục số 1 Lực lượng tham gia",
        ),
        (["Biểu số 2", Paragraph("Lực lượng tham gia", align="center"), "1. Dân quân"], "Biểu số 2 Lực lượng tham gia"),
        (["PHỤ LỤC I", "(Kèm theo Kế hoạch số 7/KH-UBND)", "DÂN QUÂN"], "PHỤ LỤC I"),
        (["PHỤ LỤC I", Paragraph("(Kèm theo Kế hoạch số 7", align="center"), "ngày 05/3/2026)"], "PHỤ LỤC I"),
        (["PHỤ LỤC I", "Dân quân tập trung lúc 5 giờ.", "DÂN QUÂN"], "PHỤ LỤC I"),
    ],
)
def test_titles(lines, title):
    assert appendices(*lines) == [(title, [getattr(line, "text", line) for line in lines])]


def test_each_title_opens_an_appendix():
    lines = ["PHỤ LỤC I", "LỰC LƯỢNG", "1. Dân quân", "PHỤ LỤC II", "PHƯƠNG TIỆN", "1. Xe", "Mẫu số 3", "Họ tên:"]
    assert appendices(*lines) == [
        ("PHỤ LỤC I LỰC LƯỢNG", ["PHỤ LỤC I", "LỰC LƯỢNG", "1. Dân quân"]),
        ("PHỤ LỤC II PHƯƠNG TIỆN", ["PHỤ LỤC II", "PHƯƠNG TIỆN", "1. Xe"]),
        ("Mẫu số 3", ["Mẫu số 3", "Họ tên:"]),
    ]


def test_a_title_of_several_lines_is_one_appendix():
    ((title, _),) = appendices("PHỤ LỤC", "DANH MỤC", "TRANG BỊ", "1. Xe")
    assert title == "PHỤ LỤC DANH MỤC TRANG BỊ"


def test_lines_of_an_appendix_are_no_blocks_and_keep_their_labels():
    found = read("PHỤ LỤC", "LỰC LƯỢNG", "I. DÂN QUÂN", Paragraph("Tập trung", label="a)"))
    assert [b.text for b in found.blocks] == ["NỘI DUNG", "Huy động lực lượng.", "Trên đây là Kế hoạch./."]
    assert [line.text for line in found.appendix_lines] == ["PHỤ LỤC", "LỰC LƯỢNG", "I. DÂN QUÂN", "a) Tập trung"]


def test_a_plan_without_appendices():
    assert read().appendices == []


def test_tables_belong_to_their_appendix():
    found = read("PHỤ LỤC I", "LỰC LƯỢNG", TABLE, "PHỤ LỤC II", "PHƯƠNG TIỆN", "Đơn vị tính: chiếc", TABLE)
    assert [a.title for a in found.appendices] == ["PHỤ LỤC I LỰC LƯỢNG", "PHỤ LỤC II PHƯƠNG TIỆN"]
    assert [(t.appendix, t.after, t.caption, t.page) for t in found.tables] == [
        (0, None, "LỰC LƯỢNG", 3),
        (1, None, "Đơn vị tính: chiếc", 3),
    ]
    assert all(
        found.text[slice(*span)] == cell
        for t in found.tables
        for row, spans in zip(t.rows, t.spans, strict=True)
        for cell, span in zip(row, spans, strict=True)
    )


def test_a_table_without_a_title():
    found = read(TABLE)
    assert (found.appendices, [(t.appendix, t.caption) for t in found.tables]) == ([], [(None, None)])


def test_pages():
    found = read(Paragraph("PHỤ LỤC I", page=4), Paragraph("1. Dân quân", page=5))
    assert [a.page for a in found.appendices] == [4]


LETTERED = [
    "ỦY BAN NHÂN DÂN XÃ",
    "Số: 12/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "KẾ HOẠCH",
    "Thi đua năm 2026",
]


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(LETTERED, "partial", id="another plan"),
        pytest.param(["Mẫu số 01", *LETTERED], "ok", id="a form for those who write one"),
        pytest.param(["PHỤ LỤC", "KẾ HOẠCH CHI TIẾT", "1. Thôn Hạ"], "ok", id="an appendix"),
    ],
)
def test_a_further_plan_behind_the_foot_is_told(lines, status):
    text = "\n".join([*PLAN, *lines])
    source = kehoach.extract(text.encode(), name="a.txt").source
    assert (source.status, [e.code for e in source.errors]) == (
        status,
        ["several_documents"] if status == "partial" else [],
    )
