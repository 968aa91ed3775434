"""KH309, KH408: counts that a text announces against the list that follows; years against their number."""

import pytest
from plan_findings import found

LIST = ["1. Tiêm phòng.", "2. Diệt chó thả rông.", "3. Tuyên truyền."]


@pytest.mark.parametrize(
    ("lines", "quotes"),
    [
        pytest.param(["I. NHIỆM VỤ (03 nhiệm vụ)", *LIST], [], id="as many as announced"),
        pytest.param(["I. NHIỆM VỤ (04 nhiệm vụ)", *LIST], ["04 nhiệm vụ"], id="one too many"),
        pytest.param(["I. NHIỆM VỤ", "Gồm 02 nhiệm vụ sau:", "a) Tiêm.", "b) Diệt.", "c) Phun."], ["02 nhiệm vụ sau"]),
        pytest.param(["I. NHIỆM VỤ", "Gồm 02 nhiệm vụ: (1) Tiêm phòng; (2) Tuyên truyền."], [], id="in running text"),
        pytest.param(
            [
                "I. CHỈ TIÊU (05 chỉ tiêu)",
                "1. Về tiêm",
                "a) 90% đàn chó.",
                "b) 80% đàn mèo.",
                "2. Về quản lý",
                "a) 100% hộ kê khai.",
                "b) 70% hộ xích.",
                "c) 60% hộ rọ mõm.",
            ],
            [],
            id="leaves",
        ),
        pytest.param(
            ["I. BAN TỔ CHỨC", "Gồm 03 đồng chí:", "| TT | Họ tên |", "|---|---|", "| 1 | Ông Sim |", "| 2 | Bà Mận |"],
            ["03 đồng chí"],
            id="rows of a table",
        ),
        pytest.param(
            [
                "I. BAN TỔ CHỨC",
                "Gồm 03 đồng chí:",
                "Bảng 1. Thành viên",
                "| TT | Họ tên |",
                "|---|---|",
                "| 1 | Ông Sim |",
                "| 2 | Bà Mận |",
            ],
            ["03 đồng chí"],
            id="rows of a table under its title",
        ),
        pytest.param(["I. NHIỆM VỤ (trong đó có 02 nhiệm vụ)", *LIST], [], id="a part of them"),
        pytest.param(["I. NHIỆM VỤ (15 nhiệm vụ)", *LIST], [], id="another list is meant"),
        pytest.param(
            ["I. NHIỆM VỤ", "Thực hiện 02 nhiệm vụ trọng tâm của tỉnh.", *LIST], [], id="no list is announced"
        ),
    ],
)
def test_counts_against_lists(lines, quotes):
    assert found("KH309", *lines) == quotes


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("giai đoạn 5 năm 2026 - 2030", []),
        ("nhiệm kỳ 5 năm 2020 - 2025", []),
        ("giai đoạn 03 năm 2026 - 2028", []),
        ("giai đoạn 05 năm 2026 - 2028", ["05 năm 2026 - 2028"]),
        ("kế hoạch 5 năm (2026 - 2028)", ["5 năm (2026 - 2028)"]),
        ("trong năm 2026 - 2027", []),
        ("theo sơ kết 3 năm giai đoạn 2026 - 2030", []),
        ("kế hoạch 05 năm (2021 - 2025) và kế hoạch 5 năm 2020 - 2025", ["5 năm 2020 - 2025"]),
    ],
)
def test_numbers_of_years(words, quotes):
    assert found("KH408", "I. NHIỆM VỤ", f"Bố trí vốn {words}.") == quotes
