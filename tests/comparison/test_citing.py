"""Which parent a plan carries out, and whose plan it is."""

import pytest

import kehoach
from kehoach.comparison.citing import cites, is_of, parent_of
from kehoach.comparison.matrix import coverage_matrices

from .plans import plan

PLAN = """ỦY BAN NHÂN DÂN
{unit}
Số: {number}
{place}, ngày {date}

KẾ HOẠCH
{title}

{basis}

I. MỤC ĐÍCH

- Phủ xanh đất trống, bảo vệ môi trường.

II. NHIỆM VỤ

- Tổ chức trồng cây xanh trong tháng 02.

Nơi nhận:
- Lưu: VT.
"""


def made(
    unit, number="15/KH-UBND", date="05 tháng 01 năm 2026", title="Trồng cây xanh năm 2026", basis="", place="An Bình"
):
    text = PLAN.format(unit=unit, number=number, date=date, title=title, basis=basis, place=place)
    return kehoach.extract(text.encode(), name=f"{unit}.txt")


PROVINCE = made("TỈNH AN BÌNH")
OTHER = made("TỈNH HÀ LONG", place="Hà Long")
DISTRICT = made("HUYỆN TÂN AN", "22/KH-UBND", "20 tháng 01 năm 2022", "Trồng cây xanh năm 2022")


@pytest.mark.parametrize(
    ("basis", "found"),
    [
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh An Bình về trồng cây xanh;", True),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh;", True),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 06/01/2026 của Ủy ban nhân dân tỉnh An Bình về trồng cây xanh;", True),
        ("Thực hiện Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh về trồng cây xanh;", True),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2025 của Ủy ban nhân dân tỉnh An Bình;", False),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh Hà Long;", False),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân huyện Tân An;", False),
        ("Thực hiện Kế hoạch số 115/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh An Bình;", False),
        ("", False),
    ],
)
def test_a_child_cites_its_parent_by_number_date_and_issuer(basis, found):
    assert cites(made("XÃ HÒA LẠC", "3/KH-UBND", basis=basis, place="Hòa Lạc"), PROVINCE) == found


def test_a_parent_without_a_number_is_known_by_its_title():
    basis = "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh về trồng cây xanh năm 2026;"
    child = made("XÃ HÒA LẠC", "3/KH-UBND", basis=basis)
    draft = PROVINCE.model_copy(deep=True)
    draft.header.number = None
    assert [c.title for c in child.citations][:1] == ["trồng cây xanh năm 2026"]
    assert cites(child, draft)
    assert not cites(child, plan("000"))


def test_each_child_is_matched_to_the_parent_that_it_cites():
    basis = "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh {};"
    children = [
        made("XÃ HÒA LẠC", "3/KH-UBND", basis=basis.format("An Bình")),
        made("XÃ LONG THỦY", "4/KH-UBND", basis=basis.format("Hà Long")),
        made("XÃ TÂN LẬP", "5/KH-UBND"),
    ]
    parents = [OTHER, PROVINCE, DISTRICT]
    assert [parent_of(child, parents) for child in children] == [1, 0, None]
    found = coverage_matrices(parents, children, communes=["xã Hòa Lạc", "xã Tân Hòa", "xã Tân Hòa"])
    assert [[c.issuer for c in m.children] for m in found.matrices] == [
        ["Ủy ban nhân dân xã Long Thủy"],
        ["Ủy ban nhân dân xã Hòa Lạc"],
        [],
    ]
    assert [c.issuer for c in found.unmatched] == ["Ủy ban nhân dân xã Tân Lập"]
    assert found.missing == ["xã Tân Hòa"]


def test_of_a_chain_the_nearest_level_is_the_parent():
    basis = (
        "Căn cứ Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh An Bình; Kế hoạch số 22/KH-UBND ngày "
        "20/01/2022 của Ủy ban nhân dân huyện Tân An;"
    )
    child = made("XÃ HÒA LẠC", "3/KH-UBND", basis=basis)
    child.header.parent = None
    assert parent_of(child, [PROVINCE, DISTRICT]) == 1


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("xã Hòa Lạc", True),
        ("Hòa Lạc", True),
        ("Xã Hoà Lạc", True),
        ("phường Hòa Lạc", False),
        ("xã Tân Hòa Lạc", False),
        ("Lạc", False),
        ("An Bình", False),
    ],
)
def test_whose_plan_it_is(place, found):
    assert is_of(made("XÃ HÒA LẠC", "3/KH-UBND"), place) == found
