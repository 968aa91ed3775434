"""A text that is shortened is the same point in fewer words; one that lost a statement is a part of it."""

import pytest

from .small import Compared

DRILL = (
    "Tổ chức diễn tập phòng, chống thiên tai hằng năm sát với thực tế của từng vùng; kiểm tra, bổ sung vật tư, "
    "phương tiện dự trữ tại các điểm sơ tán trước mùa mưa lũ; rà soát các hộ dân sống ven sông, ven suối."
)


@pytest.mark.parametrize(
    ("upper", "lower", "relation"),
    [
        (DRILL, DRILL.replace("bổ sung ", "").replace("hằng năm ", "").replace("dự trữ ", ""), "adapted"),
        (DRILL, DRILL[: DRILL.rindex(";")] + ".", "narrowed"),
        (DRILL, "Tổ chức diễn tập phòng, chống thiên tai sát với thực tế của từng vùng, 12 lượt.", "narrowed"),
        (DRILL, DRILL, "same"),
    ],
)
def test_texts(upper, lower, relation):
    assert _relation(f"1. {upper}", f"1. {lower}") == relation


@pytest.mark.parametrize(
    ("upper", "lower", "relation"),
    [
        ("NHIỆM VỤ VÀ GIẢI PHÁP", "NHIỆM VỤ, GIẢI PHÁP", "same"),
        ("KINH PHÍ THỰC HIỆN", "KINH PHÍ", "adapted"),
        ("ĐỐI TƯỢNG VÀ THỜI GIAN DIỄN TẬP", "ĐỐI TƯỢNG, THỜI GIAN", "adapted"),
        ("THỜI GIAN, TIẾN ĐỘ THỰC HIỆN", "TIẾN ĐỘ THỰC HIỆN", "narrowed"),
    ],
)
def test_titles(upper, lower, relation):
    duty = f"1. {DRILL}"
    assert _relation(f"I. {upper}\n{duty}", f"I. {lower}\n{duty}") == relation


def _relation(parent: str, child: str) -> str:
    found = Compared(parent, child)
    pairs = {p.child: p.relation for p in found.comparison.pairs}
    return pairs[found.child.blocks[0].id]
