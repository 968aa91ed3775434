"""Links on the worked example (a province's plan and a commune's), and traps that real pairs show."""

import random

import pytest

import kehoach
from kehoach.comparison import compare
from kehoach.comparison.assignment import assign
from kehoach.comparison.wording import Wording, folded, levels_in

from .plans import plan


@pytest.fixture(scope="module")
def example():
    parent, child = plan("004"), plan("003")
    numbers = {b.id: i for i, b in enumerate(parent.blocks)}
    comparison = compare(parent, child)
    links = {p.child: [numbers[i] for i in p.parents] for p in comparison.pairs}
    return comparison, [links.get(b.id, []) for b in child.blocks]


@pytest.mark.parametrize(
    ("child", "parents", "why"),
    [
        (
            25,
            [67, 30],
            "`Đối với cấp xã` is the committees of communes, not of districts; the subjects name them",
        ),
        (9, [21], "sections with other numbers: II. NỘI DUNG … is III."),
        (45, [78], "a section of its own was a part of a section"),
        (39, [48], "an award in other words, not the number of its files"),
        (41, [34], "one award of several authorities …"),
        (42, [34], "… becomes two"),
        (17, [105], "a department of the province is the commune's culture and information"),
        (20, [29, 54], "two headings in one"),
        (52, [107], "the closing"),
    ],
)
def test_a_link_of_the_example(example, child, parents, why):
    assert example[1][child] == parents, why


def test_what_concerns_districts_and_departments_is_not_dropped_but_not_applicable(example):
    parent = plan("004")
    why = {o.parent: o.why for o in example[0].omitted}
    told = {i: why.get(parent.blocks[i].id) for i in (17, 26, 64, 65, 80, 86, 97)}
    assert told == {
        17: "not_applicable",
        26: "dropped",
        64: "not_applicable",
        65: "not_applicable",
        80: "not_applicable",
        86: "dropped",
        97: "not_applicable",
    }


def test_coverage_counts_what_concerns_the_child(example):
    coverage = example[0].coverage
    assert coverage.applicable == 108 - sum(o.why == "not_applicable" for o in example[0].omitted)
    assert coverage.carried == 108 - len(example[0].omitted)
    assert coverage.share == pytest.approx(coverage.carried / coverage.applicable, abs=1e-4)


def test_a_plan_without_blocks():
    empty, real = kehoach.extract(b"K\xe1\xba\xbe HO\xe1\xba\xa0CH\n", name="a.txt"), plan("003")
    assert compare(real, empty).coverage.carried == 0
    assert compare(empty, real).coverage.share == 1
    assert len(compare(empty, real).added) == len(real.blocks)


def test_moves_are_told_between_versions_only():
    from .rescoping import written

    real = plan("001")
    sections = written(real).sections()
    edited = written(real).swapped(2, 3)
    moved = [p for p in compare(real, edited.read(), same_level=True).pairs if p.moved]
    assert 0 < len(moved) <= min(len(sections[2]), len(sections[3]))
    assert not any(p.moved for p in compare(real, edited.read()).pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("các sở, ban, ngành tỉnh", "Sở, ban, ngành huyện"),
        ("UBND tỉnh Kiên Giang", "Ủy ban nhân dân xã"),
        ("đẩy mạnh xã hội hoá", "đẩy mạnh xã hội hóa"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ xã"),
        ("các ấp đạt chuẩn NTM", "các thôn đạt chuẩn nông thôn mới"),
    ],
)
def test_rescoping_undone(one, other):
    wording = Wording(plan("004"))
    assert wording.tokens(one) == wording.tokens(other)


def test_everyday_words_are_no_levels_or_bodies():
    wording = Wording(plan("004"))
    assert wording.tokens("nông thôn mới, xã hội, cơ sở vật chất") == [
        folded(w) for w in ["nông", "thôn", "mới", "xã", "hội", "cơ", "sở", "vật", "chất"]
    ]
    assert levels_in("hợp tác xã nông thôn, an sinh xã hội") == frozenset()
    assert levels_in("các huyện, thị xã") == {"district"}


def best(gains):
    """The best sum by trying everything."""

    def rest(child, used):
        if child == len(gains):
            return 0.0
        taken = (g + rest(child + 1, used | {p}) for p, g in gains[child].items() if p not in used)
        return max([rest(child + 1, used), *taken])

    return rest(0, frozenset())


@pytest.mark.parametrize("seed", range(200))
def test_the_assignment_is_the_best_of_all(seed):
    rng = random.Random(seed)
    gains = [
        {p: rng.choice([0.1, 0.2, 0.5, rng.random()]) for p in range(rng.randint(1, 6)) if rng.random() < 0.6}
        for _ in range(rng.randint(1, 6))
    ]
    chosen = assign(gains)
    taken = [p for p in chosen if p is not None]
    assert len(taken) == len(set(taken))
    assert sum(gains[c][p] for c, p in enumerate(chosen) if p is not None) == pytest.approx(best(gains))


SISTER = """KẾ HOẠCH
Trồng cây xanh năm 2026

I. MỤC ĐÍCH

- Phủ xanh đất trống, bảo vệ môi trường.

II. TỔ CHỨC THỰC HIỆN

{duties}

Nơi nhận:
- Lưu: VT.
"""
HEADINGS = """1. Sở Công Thương

Triển khai các nhiệm vụ được giao tại Phụ lục của Kế hoạch.

2. Sở Văn hóa, Thể thao và Du lịch

Tuyên truyền trong các lễ hội.

3. Sở Xây dựng

Rà soát quy hoạch cây xanh đô thị."""
ITEMS = """1. Sở Xây dựng: Rà soát quy hoạch cây xanh đô thị; thẩm định hồ sơ thiết kế công viên.

2. Báo và Phát thanh, Truyền hình tỉnh: Mở chuyên mục về trồng cây.

3. Sở Công Thương: Chủ trì vận động các khu công nghiệp, cụm công nghiệp trồng cây trong khuôn viên nhà máy."""


@pytest.mark.parametrize("same_level", [True, False])
def test_a_department_is_the_same_whether_its_name_is_a_heading_or_opens_its_duty(same_level):
    upper, lower = (kehoach.extract(SISTER.format(duties=d).encode(), name="a.txt") for d in (HEADINGS, ITEMS))
    texts = {b.id: b.text for b in upper.blocks}
    opened = {b.id: b.text.split(":")[0] for b in lower.blocks}
    pairs = compare(upper, lower, same_level=same_level).pairs
    linked = {opened[p.child]: [texts[i] for i in p.parents] for p in pairs}
    assert "Sở Công Thương" in linked["Sở Công Thương"]
    assert linked["Sở Xây dựng"][0] == "Rà soát quy hoạch cây xanh đô thị."
    assert "Sở Xây dựng" in linked["Sở Xây dựng"]


def test_bodies_that_share_a_function_are_one_across_levels_only():
    for rescoped, one in ((True, True), (False, False)):
        wording = Wording(plan("004"), rescoped=rescoped)
        names = "Sở Văn hóa, Thể thao và Du lịch", "Báo và Phát thanh, Truyền hình tỉnh"
        assert (wording.functions(names[0]) == wording.functions(names[1])) == one
