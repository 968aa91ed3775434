"""Lines that say who does a task and by when go where their task goes, though dozens of them read alike."""

from .small import Compared

PARENT = """
I. NHIỆM VỤ
1. Tuyên truyền
- Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
Đơn vị chủ trì: Sở Nông nghiệp và Môi trường.
Thời gian thực hiện: Thường xuyên.
- Diễn tập cứu hộ, cứu nạn trên sông.
Đơn vị chủ trì: Sở Nông nghiệp và Môi trường.
Thời gian thực hiện: Quý II năm 2026.
2. Hậu cần
- Mua sắm vật tư, phương tiện dự phòng.
- Sửa chữa kho chứa vật tư.
Đơn vị chủ trì: Sở Tài chính.
Thời gian thực hiện: Thường xuyên.
"""


def links(child):
    """For each line of the child, the first words of the task that its parent's line belongs to."""
    found = Compared(PARENT, child)
    order = [b.text for b in found.parent.blocks]
    numbers = {b.id: i for i, b in enumerate(found.parent.blocks)}
    pairs = {p.child: [numbers[i] for i in p.parents] for p in found.comparison.pairs}
    return [(b.text.split(":")[0], [order[i] for i in pairs.get(b.id, [])]) for b in found.child.blocks]


def test_lines_follow_their_task_into_another_place():
    child = """
    I. NHIỆM VỤ
    1. Diễn tập cứu hộ, cứu nạn trên sông.
    Đơn vị chủ trì: Phòng Kinh tế.
    Thời gian thực hiện: Tháng 5 năm 2026.
    2. Hậu cần
    - Mua sắm vật tư dự phòng.
    Đơn vị chủ trì: Phòng Kinh tế.
    Thời gian thực hiện: Thường xuyên.
    """
    found = dict(links(child))
    assert found["Đơn vị chủ trì"] == ["Đơn vị chủ trì: Sở Tài chính."]  # the last of them, of the tasks in a row
    times = [parents for label, parents in links(child) if label == "Thời gian thực hiện"]
    assert times == [["Thời gian thực hiện: Quý II năm 2026."], ["Thời gian thực hiện: Thường xuyên."]]


def test_lines_of_a_task_of_its_own_have_no_counterpart():
    child = """
    I. NHIỆM VỤ
    1. Tuyên truyền
    - Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    - Lắp đặt bảng đo mực nước tại chợ xã.
    Đơn vị chủ trì: Công an xã.
    Thời gian thực hiện: Thường xuyên.
    """
    assert [parents for label, parents in links(child) if label == "Đơn vị chủ trì"] == [[]]


def test_lines_of_a_task_that_concerns_others_concern_others():
    child = """
    I. NHIỆM VỤ
    1. Tuyên truyền
    - Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    Thời gian thực hiện: Thường xuyên.
    """
    found = Compared(PARENT, child)
    why = {o.parent: o.why for o in found.comparison.omitted}
    last = [why.get(b.id) for b in found.parent.blocks[-3:]]
    assert last == ["not_applicable"] * 3


def test_a_plan_against_itself_and_without_one_task():
    whole = Compared(PARENT, PARENT, lower="province")
    assert {p.relation for p in whole.comparison.pairs} == {"same"}
    for gone in (
        "- Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.\n",
        "- Diễn tập cứu hộ, cứu nạn trên sông.\n",
    ):
        assert gone in PARENT
        left = Compared(PARENT, PARENT.replace(gone, ""), lower="province")
        assert list(left.omitted()) == [" ".join(gone.split()[1:3])]
        assert not left.comparison.added
