"""A real plan of a province put at the level of a commune by known words: every point is found again."""

import pytest

from kehoach.comparison import compare

from .plans import plan
from .rescoping import written

COMMUNE = {
    "004": {
        "Ủy ban nhân dân tỉnh Kiên Giang": "Ủy ban nhân dân xã Hòa Lạc",
        "tỉnh Kiên Giang": "xã Hòa Lạc",
        "Kiên Giang chung sức": "Hòa Lạc chung sức",
        "Ủy ban nhân dân tỉnh": "Ủy ban nhân dân xã",
        "UBND tỉnh": "UBND xã",
        "Mặt trận Tổ quốc Việt Nam tỉnh": "Mặt trận Tổ quốc Việt Nam xã",
        "Khen thưởng tỉnh": "Khen thưởng xã",
        "của tỉnh": "của xã",
        "Các sở, ban, ngành": "Các phòng, ban, ngành",
        "các sở, ban, ngành": "các phòng, ban, ngành",
        "Sở Nông nghiệp và Phát triển nông thôn": "Phòng Kinh tế",
        "Sở Thông tin và Truyền thông tỉnh": "Phòng Văn hóa - Xã hội",
        "Sở Nội vụ": "Phòng Văn hóa - Xã hội",
    },
    "000": {
        "Ủy ban nhân dân Thành phố": "Ủy ban nhân dân phường",
        "Cả Thành phố chung sức": "Cả phường chung sức",
        "Sở Nông nghiệp và Phát triển nông thôn": "Phòng Kinh tế",
        "Sở Thông tin và Truyền thông": "Phòng Văn hóa - Xã hội",
        "Sở Nội vụ": "Phòng Văn hóa - Xã hội",
        "thuộc Thành phố": "thuộc phường",
    },
}


@pytest.fixture(scope="module", params=sorted(COMMUNE))
def rescoped(request):
    parent = plan(request.param)
    gone = {n for n, b in enumerate(parent.blocks) if n % 9 == 7 and not b.heading and b.depth > 0}
    edited = written(parent).everywhere(COMMUNE[request.param]).without(*gone)
    child = edited.read()
    assert len(child.blocks) == len(edited.lines)
    return parent, gone, edited, child, compare(parent, child)


def test_each_point_is_linked_to_the_one_that_it_comes_from(rescoped):
    parent, _, edited, child, comparison = rescoped
    numbers = {b.id: i for i, b in enumerate(parent.blocks)}
    first = {p.child: numbers[p.parents[0]] for p in comparison.pairs}
    assert [first.get(b.id) for b in child.blocks] == [line.origin for line in edited.lines]


def test_what_is_gone_is_omitted_and_nothing_else(rescoped):
    parent, gone, _, _, comparison = rescoped
    numbers = {b.id: i for i, b in enumerate(parent.blocks)}
    assert {numbers[o.parent] for o in comparison.omitted} == gone
    assert not comparison.added


def test_other_bodies_and_places_are_the_same_point(rescoped):
    _, _, _, child, comparison = rescoped
    same = sum(pair.relation == "same" for pair in comparison.pairs)
    assert same >= 0.9 * len(child.blocks)


def test_no_figure_deadline_or_award_is_weaker(rescoped):
    changes = rescoped[-1].changes
    assert not [c for c in changes if c.effect in ("weaker", "stronger")]
    assert [c for c in changes if c.kind == "body" and c.effect == "rescoped"]


@pytest.mark.parametrize(
    ("pattern", "new", "relation"),
    [
        (
            r"$",
            " Vận động mỗi hộ trồng ít nhất một cây; giao các trường học nhận chăm sóc các tuyến đường cây xanh, "
            "định kỳ kiểm tra, thay cây chết và báo cáo kết quả bằng văn bản.",
            "extended",
        ),
        (r"Mức khen thưởng", "Định mức khen thưởng", "adapted"),
        (r" theo quy định của Luật Thi đua.*", " theo quy định.", "narrowed"),
    ],
)
def test_a_statement_more_extends_a_point_and_a_statement_less_narrows_it(pattern, new, relation):
    parent = plan("004")
    child = written(parent).with_text(100, pattern, new).read()
    [pair] = [p for p in compare(parent, child).pairs if p.parents == [parent.blocks[100].id]]
    assert pair.relation == relation
