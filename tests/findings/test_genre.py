"""KH001: is the document a plan at all?"""

import pytest

import kehoach

PARTS = "I. MỤC ĐÍCH\n\nGiảm số vụ cháy.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Các tổ dân phố kiểm tra bình chữa cháy.\n"


def genre(text):
    """Quotes of the findings that doubt the genre."""
    plan = kehoach.extract(text.encode())
    found = [f for f in plan.findings if f.code == "KH001"]
    assert all((f.kind, f.severity, f.field) == ("not_a_plan", "warning", None) for f in found)
    assert all(plan.text[slice(*f.span)] == f.quote for f in found if f.span)
    return [f.quote for f in found]


@pytest.mark.parametrize(
    "kind",
    [
        "BÁO CÁO",
        "QUYẾT ĐỊNH",
        "CHƯƠNG TRÌNH",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG",
        "CHỈ THỊ",
        "HƯỚNG DẪN",
        "ĐỀ ÁN",
        "TỜ TRÌNH",
        "PHƯƠNG ÁN",
        "THÔNG BÁO",
    ],
)
def test_another_type_is_named_even_if_its_parts_are_those_of_a_plan(kind):
    assert genre(f"{kind}\nPhòng cháy khu dân cư\n\n{PARTS}") == [kind]


@pytest.mark.parametrize("kind", ["KẾ HOẠCH", "KẾ HOẠCH LIÊN TỊCH"])
def test_a_plan(kind):
    assert genre(f"{kind}\nPhòng cháy khu dân cư\n\n{PARTS}") == []


def test_a_plan_without_parts_is_a_plan():
    assert genre("KẾ HOẠCH\nPhòng cháy khu dân cư\n\nCác tổ dân phố tự kiểm tra bình chữa cháy.\n") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param(f"Phòng cháy khu dân cư\n\n{PARTS}", [], id="two parts of a plan"),
        pytest.param(f"Phòng cháy khu dân cư\n\n{PARTS.split('II.')[0]}", [None], id="one part"),
        pytest.param("Phòng cháy khu dân cư\n\nI. MỤC ĐÍCH\n\na.\n\nII. Ý NGHĨA\n\nb.\n", [None], id="one part twice"),
        pytest.param("Kính gửi: Các tổ dân phố\n\nXin cảm ơn sự hợp tác.\n\nTrân trọng.\n", [None], id="a letter"),
        pytest.param("Gió đưa hàng trúc ven sông\n\nThuyền ai lờ lững giữa dòng trăng trôi\n", [None], id="a poem"),
        pytest.param(
            "I. THÀNH PHẦN\n\nHoạt chất.\n\nII. KHO BÃI\n\nNơi khô ráo.\n", [None], id="parts of another kind"
        ),
    ],
)
def test_without_a_line_of_the_type_the_parts_decide(text, quotes):
    assert genre(text) == quotes
