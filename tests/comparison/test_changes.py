"""Changes of substance: small plans that differ in one thing, and real plans with known edits."""

import pytest

import kehoach
from kehoach.comparison import compare

from .plans import plan
from .rescoping import written

FRAME = """ỦY BAN NHÂN DÂN
{unit}

KẾ HOẠCH
Trồng cây xanh năm 2026

Ủy ban nhân dân {place} ban hành Kế hoạch trồng cây xanh năm 2026 như sau:

I. MỤC TIÊU

- {target}

II. NHIỆM VỤ

1. Tuyên truyền

- {duty}

III. TỔ CHỨC THỰC HIỆN

1. {body}

Nơi nhận:
- Lưu: VT.
"""
PROVINCE = {"unit": "TỈNH AN BÌNH", "place": "tỉnh An Bình"}
COMMUNE = {"unit": "XÃ HÒA LẠC", "place": "xã Hòa Lạc"}
SAME = {
    "target": "Phấn đấu đến hết năm 2026 tỷ lệ hộ gia đình trồng cây bóng mát đạt từ 80% trở lên.",
    "duty": "Tổ chức ngày hội trồng cây trước ngày 15/02/2026.",
    "body": "Sở Nông nghiệp và Môi trường hướng dẫn kỹ thuật trồng và chăm sóc cây.",
}


def changes(kind, parent=SAME, child=SAME, **given):
    upper = kehoach.extract(FRAME.format(**PROVINCE, **{**SAME, **parent}).encode(), name="a.txt")
    lower = kehoach.extract(FRAME.format(**COMMUNE, **{**SAME, **child}).encode(), name="b.txt")
    found = compare(upper, lower, **given).changes
    return [(c.effect, c.parent_quote, c.child_quote) for c in found if c.kind == kind]


@pytest.mark.parametrize(
    ("child", "effect"),
    [
        (SAME["target"], None),
        (SAME["target"].replace("80%", "70%"), "weaker"),
        (SAME["target"].replace("80%", "95%"), "stronger"),
        (SAME["target"].replace("từ 80% trở lên", "80%"), "weaker"),
        ("Vận động Nhân dân trồng cây bóng mát.", "missing"),
    ],
)
def test_a_figure(child, effect):
    found = changes("target", child={"target": child})
    assert [c[0] for c in found] == ([effect] if effect else [])
    assert all("80%" in c[1] for c in found)


def test_a_figure_that_has_to_fall():
    falling = "Phấn đấu đến hết năm 2026 tỷ lệ hộ nghèo còn dưới {}%."
    found = changes("target", {"target": falling.format(3)}, {"target": falling.format(5)})
    assert [c[0] for c in found] == ["weaker"]


def test_a_share_of_communes_becomes_the_commune_itself():
    parent = "Phấn đấu đến hết năm 2026 có 40/116 xã đạt chuẩn nông thôn mới nâng cao."
    child = "Phấn đấu đến hết năm 2026 xã đạt chuẩn nông thôn mới nâng cao."
    assert [c[0] for c in changes("target", {"target": parent}, {"target": child})] == ["rescoped"]


@pytest.mark.parametrize(
    ("time", "effect"),
    [
        ("trước ngày 15/02/2026", None),
        ("trước ngày 28/02/2026", "weaker"),
        ("trước ngày 10/02/2026", "stronger"),
        ("trong năm 2026", "weaker"),
        ("vào dịp đầu xuân", "missing"),
    ],
)
def test_a_deadline(time, effect):
    found = changes("deadline", child={"duty": f"Tổ chức ngày hội trồng cây {time}."})
    assert [c[0] for c in found if c[0] != "added"] == ([effect] if effect else [])


def test_a_body_is_the_commune_s_own():
    [(effect, ours, theirs)] = changes(
        "body", child={"body": "Phòng Kinh tế hướng dẫn kỹ thuật trồng và chăm sóc cây."}
    )[1:]
    assert (effect, ours, theirs) == ("rescoped", "Sở Nông nghiệp và Môi trường", "Phòng Kinh tế")


def test_the_issuer_of_another_level_is_told_once_and_only_across_levels():
    assert [c[0] for c in changes("body")] == ["rescoped"]
    assert changes("body", same_level=True) == []


@pytest.mark.parametrize(
    ("pattern", "new", "number", "kind", "effect"),
    [
        (r"tháng 7/2023", "tháng 9/2023", 82, "deadline", "weaker"),
        (r"tháng 7/2025", "tháng 5/2025", 83, "deadline", "stronger"),
        (r"06 đơn vị", "04 đơn vị", 15, "target", "weaker"),
        (r"có 02 huyện", "có 03 huyện", 15, "target", "stronger"),
        (r"từ 3 sao trở lên", "từ 2 sao trở lên", 73, "target", "weaker"),
        (r"Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Nhì", 51, "award", "rescoped"),
        (r"Sở Thông tin và Truyền thông tỉnh", "Sở Văn hóa và Thể thao", 105, "body", "rescoped"),
    ],
)
def test_one_edit_of_a_real_plan_is_the_change_reported(pattern, new, number, kind, effect):
    parent = plan("004")
    child = written(parent).with_text(number, pattern, new).read()
    comparison = compare(parent, child, same_level=True)
    told = [(c.kind, c.effect, c.parent_block) for c in comparison.changes]
    assert (kind, effect, parent.blocks[number].id) in told
    assert {c[2] for c in told} == {parent.blocks[number].id}, told
    assert len(comparison.pairs) == len(parent.blocks)


def test_documents_that_are_gone_or_new():
    parent = plan("004")
    child = written(parent).with_text(0, r"Quyết định số 263/QĐ-TTg", "Quyết định số 999/QĐ-TTg")
    found = [c for c in compare(parent, child.read()).changes if c.kind == "citation"]
    assert {(c.effect, (c.parent_quote or c.child_quote).split()[3]) for c in found} >= {("added", "999/QĐ-TTg")}


def messages(parent, child, **given):
    upper = kehoach.extract(FRAME.format(**PROVINCE, **{**SAME, **parent}).encode(), name="a.txt")
    lower = kehoach.extract(FRAME.format(**COMMUNE, **{**SAME, **child}).encode(), name="b.txt")
    return [c for c in compare(upper, lower, **given).changes if c.kind == "target"]


@pytest.mark.parametrize(
    ("target", "applicable"),
    [
        ("Phấn đấu năm 2026 có 40/116 xã đạt chuẩn nông thôn mới nâng cao.", False),
        ("Phấn đấu năm 2026 có 60% số xã đạt chuẩn nông thôn mới nâng cao.", False),
        ("Phấn đấu năm 2026 có 300 thôn có nhà văn hóa.", True),
        ("Phấn đấu năm 2026 tỷ lệ hộ nghèo ở các xã biên giới còn 5%.", True),
    ],
)
def test_a_number_of_communes_is_not_lost_by_one_commune(target, applicable):
    [change] = messages({"target": target}, {"target": "Vận động Nhân dân trồng cây bóng mát."})
    assert (change.effect, change.applicable) == ("missing", applicable)
    [change] = messages({"target": target}, {"target": "Vận động Nhân dân trồng cây."}, same_level=True)
    assert change.applicable


def test_a_message_names_what_is_counted():
    lost = messages({}, {"target": "Vận động Nhân dân trồng cây bóng mát."})
    assert "tỷ lệ hộ gia đình trồng cây bóng mát: ít nhất 80%" in lost[0].message
    lower = messages({}, {"target": SAME["target"].replace("80%", "70%")})
    assert "tỷ lệ hộ gia đình trồng cây bóng mát: ít nhất 80% → ít nhất 70%" in lower[0].message


def test_a_loss_is_told_once():
    child = written(plan("004")).with_text(72, r" hoặc đăng ký.*", ".")
    lost = [c for c in compare(plan("004"), child.read(), same_level=True).changes if c.parent_quote]
    assert not [c for c in lost for d in lost if c != d and c.kind == d.kind and c.parent_quote in d.parent_quote]


@pytest.mark.parametrize(
    ("other", "told"),
    [("Sở Nội vụ", [("rescoped", "Cơ quan thực hiện: Sở Tài chính → Sở Nội vụ.")]), ("Sở Tài chính", [])],
)
def test_a_body_inside_a_point_is_told_by_its_whole_name(other, told):
    target = "Trên cơ sở kết quả trồng cây của các đơn vị, giao {} thành lập đoàn kiểm tra, đánh giá tại các xã."
    upper, lower = ({**SAME, "target": target.format(body)} for body in ("Sở Tài chính", other))
    one, two = (kehoach.extract(FRAME.format(**PROVINCE, **side).encode(), name="a.txt") for side in (upper, lower))
    found = [c for c in compare(one, two, same_level=True).changes if c.kind == "body"]
    assert [(c.effect, c.message) for c in found] == told


def test_after_a_day_is_weaker_than_before_it():
    found = changes("deadline", child={"duty": "Tổ chức ngày hội trồng cây sau ngày 15/02/2026."})
    assert [c[0] for c in found] == ["weaker"]


def test_partners_that_changed_are_told_once():
    duty = {"body": "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với {}, Sở Tư pháp hướng dẫn chăm sóc cây xanh."}
    one, two = ({"body": duty["body"].format(body)} for body in ("Sở Tài chính", "Sở Nội vụ"))
    [(effect, _, _)] = changes("body", one, two, same_level=True)
    assert effect == "rescoped"


@pytest.mark.parametrize(
    ("duty", "lost"),
    [
        ("Biểu dương, khen thưởng các tập thể trồng nhiều cây.", 1),
        ("Thực hiện công tác thi đua - khen thưởng gắn với trồng cây.", 0),
        ("Thường trực Hội đồng thi đua khen thưởng theo dõi việc trồng cây.", 0),
    ],
)
def test_the_field_of_emulation_and_rewards_is_no_duty_to_reward(duty, lost):
    found = changes(
        "award",
        {"duty": f"Các đơn vị trồng cây bên đường; {duty[0].lower()}{duty[1:]}"},
        {"duty": "Các đơn vị trồng cây bên đường."},
    )
    assert [c[0] for c in found] == ["missing"] * lost


def test_the_period_is_told_as_documents_write_it():
    parent, child = (plan("004").model_copy(deep=True) for _ in range(2))
    child.header.period.start, child.header.period.end = "2022-04-10", "2026-12"
    [change] = [c for c in compare(parent, child).changes if c.kind == "period"]
    assert change.message.endswith("2021 – 2025 → 10/04/2022 – 12/2026.")
