"""Titles of sections in a plan that numbers none."""

import pytest

from kehoach import extract
from kehoach.ingest.source import Paragraph, Source
from kehoach.outline import outline

PREAMBLE, CLOSING = "Căn cứ Luật Thú y năm 2015;", "Trên đây là Kế hoạch tiêm phòng./."


def tree(*lines, bold=()):
    """Titles as ``# …``, text by its first word, each indented by its depth."""
    parts = [Paragraph(text, bold=text in bold) for text in ("KẾ HOẠCH", "Tiêm phòng dại", PREAMBLE, *lines, CLOSING)]
    return [
        " " * b.depth + (f"# {b.text}" if b.heading else b.text.split()[0])
        for b in outline(Source("x", "0", "text/plain", parts)).blocks[1:-1]
    ]


TITLES = {
    "in capitals": (
        ["MỤC ĐÍCH", "Phòng bệnh dại.", "CÁC ĐỢT TIÊM", "Tiêm hai đợt.", "Mỗi đợt mười ngày."],
        [" # MỤC ĐÍCH", "  Phòng", " # CÁC ĐỢT TIÊM", "  Tiêm", "  Mỗi"],
    ),
    "words that name sections": (
        ["Mục đích, yêu cầu", "Phòng bệnh dại.", "Tổ chức thực hiện:", "Trạm Thú y chuẩn bị vắc xin."],
        [" # Mục đích, yêu cầu", "  Phòng", " # Tổ chức thực hiện:", "  Trạm"],
    ),
    "of two levels": (
        ["MỤC ĐÍCH, YÊU CẦU", "Mục đích", "Phòng bệnh dại.", "Yêu cầu", "Tiêm đủ.", "KINH PHÍ", "Do xã chi."],
        [" # MỤC ĐÍCH, YÊU CẦU", "  # Mục đích", "   Phòng", "  # Yêu cầu", "   Tiêm", " # KINH PHÍ", "  Do"],
    ),
    "any short line without an end": (
        ["Mục đích", "Phòng bệnh dại.", "Nội dung", "Tiêm hai đợt.", "Trạm Thú y xã", "Chuẩn bị vắc xin."],
        [" # Mục đích", "  Phòng", " # Nội dung", "  Tiêm", " # Trạm Thú y xã", "  Chuẩn"],
    ),
    "over numbered items": (
        ["MỤC ĐÍCH", "Phòng bệnh dại.", "NỘI DUNG", "1. Rà soát đàn chó.", "2. Tiêm vét."],
        [" # MỤC ĐÍCH", "  Phòng", " # NỘI DUNG", "  Rà", "  Tiêm"],
    ),
    "a lead-in over lines without a mark": (
        ["Mục đích", "Phòng bệnh dại.", "Phân công nhiệm vụ", "Các thôn:", "Lập sổ;", "Đưa chó đi tiêm.", "Hết."],
        [" # Mục đích", "  Phòng", " # Phân công nhiệm vụ", "  # Các thôn:", "   Lập", "   Đưa", "  Hết."],
    ),
    "a single one names no section": (["Mục đích", "Phòng bệnh dại."], ["Mục", "Phòng"]),
    "none beside numbered sections": (
        ["I. MỤC ĐÍCH", "Phòng bệnh dại.", "Yêu cầu", "Tiêm đủ.", "Kinh phí", "Do xã chi."],
        [" # MỤC ĐÍCH", "  Phòng", "  Yêu", "  Tiêm", "  Kinh", "  Do"],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), TITLES.values(), ids=TITLES)
def test_titles(lines, expected):
    assert tree(*lines) == expected


def test_titles_in_bold():
    assert tree("Vì sao", "Chó cắn người.", "Ai làm", "Trạm Thú y.", bold=("Vì sao", "Ai làm")) == [
        " # Vì sao",
        "  Chó",
        " # Ai làm",
        "  Trạm",
    ]


@pytest.mark.parametrize("mark", ["", ":"])
def test_facts_are_read_below_titles_without_a_number(mark):
    lines = ["KẾ HOẠCH", "Tiêm phòng dại năm 2026", "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026;"]
    lines += [f"Chỉ tiêu{mark}", "Tỷ lệ chó được tiêm đạt 80% trở lên theo Nghị quyết số 5/NQ-HĐND."]
    lines += [f"Tổ chức thực hiện{mark}", "Trạm Thú y xã chuẩn bị vắc xin trước ngày 10/3/2026."]
    plan = extract("\n\n".join(lines).encode())
    assert [(t.comparator, t.value) for t in plan.targets] == [(">=", 80)]
    assert [(a.lead, a.tasks[0].due) for a in plan.assignments] == [(["Trạm Thú y xã"], "2026-03-10")]
    assert [(c.number, c.basis) for c in plan.citations] == [("12/KH-UBND", True), ("5/NQ-HĐND", False)]
