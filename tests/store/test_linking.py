"""Plans that cite each other are parent and child, in whatever order they came."""

import pytest
from stored import put, small

import kehoach
from kehoach.plan import Citation

PROVINCE = small(number="219", day="03 tháng 8 năm 2025")
CITES = "Thực hiện Kế hoạch số 219/KH-UBND ngày {day} của Ủy ban nhân dân {body} về cải cách hành chính."


def commune(number="7", day="03/8/2025", body="tỉnh Mây Ngàn"):
    cites = CITES.format(day=day, body=body)
    return small(body="ỦY BAN NHÂN DÂN XÃ SUỐI NGÀN", number=number, day="10 tháng 9 năm 2025", preamble=cites)


@pytest.mark.parametrize("order", ["parent first", "child first"])
def test_parent_and_child(store, order):
    texts = [PROVINCE, commune()] if order == "parent first" else [commune(), PROVINCE]
    ids = [put(store, text, f"{n}.txt").id for n, text in enumerate(texts)]
    parent, child = ids if order == "parent first" else reversed(ids)
    assert [p.id for p in store.parents(child)] == [parent] and [c.id for c in store.children(parent)] == [child]
    assert store.children(child) == store.parents(parent) == []
    assert store.kin([parent, child]) == {parent: (0, 1), child: (1, 0)}


@pytest.mark.parametrize(
    "against", [{"day": "03/8/2024"}, {"body": "tỉnh Suối Xa"}], ids=["another year's number", "another province"]
)
def test_date_and_issuer_may_speak_against_it(store, against):
    parent, child = put(store, PROVINCE, "a.txt").id, put(store, commune(**against), "b.txt").id
    assert store.parents(child) == [] and store.children(parent) == []


def test_links_follow_corrections_and_removal(store):
    parent, child = put(store, PROVINCE, "a.txt").id, put(store, commune(), "b.txt").id
    store.correct(parent, "/header/number", "220/KH-UBND")
    assert store.parents(child) == []
    store.uncorrect(parent, "/header/number")
    assert [p.id for p in store.parents(child)] == [parent]
    store.remove(parent)
    assert store.parents(child) == []


def test_a_parent_without_a_number_is_known_by_its_title(store):
    title = "Phát động phong trào thi đua xây dựng tỉnh Mây Ngàn xanh"
    above = put(store, small(number="", title=title), "a.txt").id
    text = small(body="ỦY BAN NHÂN DÂN XÃ SUỐI NGÀN", number="7", preamble="Thực hiện Kế hoạch của tỉnh.").encode()
    plan = kehoach.extract(text)
    cites = Citation(type="Kế hoạch", title=title.lower(), quote="Kế hoạch", span=plan.header.spans["document_type"])
    below = store.add("b.txt", text, plan.model_copy(update={"citations": [cites]})).id
    assert [p.id for p in store.parents(below)] == [above]
