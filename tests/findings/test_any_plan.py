"""Whatever the document: the check ends, every finding stands where it says, and codes and waivers are in order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plan_findings import plan_of

import kehoach
from kehoach.findings import CODES

PIECES = st.sampled_from(
    [
        "I.",
        "II.",
        "Ii.",
        "a)",
        "e)",
        "f)",
        "-",
        "(",
        ")",
        "[",
        "]",
        "…",
        "./.",
        "%",
        "/",
        "40/116",
        "(34%)",
        "30/02/2026",
        "thứ",
        "Ba",
        "ngày",
        "tháng",
        "năm",
        "2026",
        "2030",
        "-",
        "2026",
        "số",
        "số",
        "các",
        "các",
        "đ",
        "ộng",
        "tổchức",
        "đượ",
        "phần",
        "đầu",
        "Luật",
        "Thi",
        "đua",
        "khen",
        "thưởng",
        "Quyết",
        "định",
        "524/QĐ-Ttg",
        "Kế",
        "hoạch",
        "này",
        "Phụ",
        "lục",
        "đính",
        "kèm",
        "37",
        "xã",
        "trong",
        "đó",
        "có",
        "UBND",
        "huyện",
        "HDND",
        "hà",
        "nội",
        "lũy",
        "kế",
        "Năm",
        "2025:",
        "thêm",
        "02",
        "Tổng",
        "cộng",
        "từ",
        "đến",
        "điểm",
        "gồm:",
        "triệu",
        "đồng",
        "<b>",
        "ǜ",
        "Ƕ",
        "̀",
        "\u202e",
        "İ",
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=25).map(" ".join), max_size=12)


@given(lines=LINES)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_findings_are_grounded(lines):
    plan = plan_of(*lines)
    for finding in plan.findings:
        assert finding.code in CODES
        assert finding.span is None or plan.text[slice(*finding.span)] == finding.quote
        assert finding.message and finding.source
    assert len({f.id for f in plan.findings}) == len(plan.findings)
    assert kehoach.check(plan) == plan.findings, "the same plan gives the same findings"


@pytest.mark.parametrize("text", ["KẾ HOẠCH", "(" * 2000, "từ 1 - " * 2000, "a b " * 5000, "số " * 5000])
def test_odd_texts(text):
    kehoach.check(kehoach.extract(text.encode(), name="a.txt"))
