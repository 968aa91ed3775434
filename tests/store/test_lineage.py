"""A draft remembers what it was made of, and tells when that is no more."""

from datetime import date

import pytest
from stored import put, small

import kehoach
from kehoach.locality import Locality
from kehoach.store import StoreError

DAY = date(2025, 9, 10)
COMMUNE = Locality.model_validate({"unit": {"kind": "xã", "name": "Suối Ngàn", "province": "tỉnh Mây Ngàn"}})


def keep(store, parent, **more):
    draft = kehoach.derive(store.plan(parent).plan, COMMUNE, date=DAY)
    return store.save_draft(draft, parent_id=parent, locality=COMMUNE, day=DAY, **more)


@pytest.fixture
def parent(store):
    return put(store, small(number="219", day="03 tháng 8 năm 2025"), "parent.txt").id


def test_a_draft_is_kept_whole(store, parent):
    profile = store.save_locality(COMMUNE)
    kept = keep(store, parent, answers={"q1": "có"}, edits={"b1": "chữ"}, locality_id=profile.id)
    saved = store.draft(kept.id)
    assert (saved.summary, saved.locality) == (kept, COMMUNE)
    assert (saved.answers, saved.edits) == ({"q1": "có"}, {"b1": "chữ"})
    assert saved.draft == kehoach.derive(store.plan(parent).plan, COMMUNE, date=DAY)
    assert (kept.parent_id, kept.parent_state, kept.unit) == (parent, "same", "xã Suối Ngàn")


def corrected(store, parent):
    store.correct(parent, "/targets/0/value", 95)


def read_anew_the_same(store, parent):
    store.save_plan(parent, store.plan(parent).extracted)


def another_plan(store, parent):
    put(store, small(number="220", day="04 tháng 8 năm 2025", title="Trồng cây"), "other.txt")


def same_number_later(store, parent):
    put(store, small(number="219", day="15 tháng 8 năm 2025", title="Cải cách hành chính (sửa đổi)"), "newer.txt")


def same_title_later(store, parent):
    put(store, small(number="301", day="01 tháng 10 năm 2025"), "newer.txt")


def same_title_earlier(store, parent):
    put(store, small(number="101", day="01 tháng 02 năm 2025"), "older.txt")


def next_year(store, parent):
    put(store, small(number="219", day="03 tháng 8 năm 2026"), "next.txt")


def of_another_body(store, parent):
    put(store, small(body="ỦY BAN NHÂN DÂN TỈNH SUỐI XA", number="219", day="15 tháng 8 năm 2025"), "other.txt")


def removed(store, parent):
    store.remove(parent)


@pytest.mark.parametrize(
    ("what", "state"),
    [
        (corrected, "changed"),
        (read_anew_the_same, "same"),
        (another_plan, "same"),
        (same_number_later, "replaced"),
        (same_title_later, "replaced"),
        (same_title_earlier, "same"),
        (next_year, "same"),
        (of_another_body, "same"),
        (removed, "gone"),
    ],
)
def test_what_became_of_the_parent(store, parent, what, state):
    kept = keep(store, parent)
    what(store, parent)
    (now,) = store.drafts()
    assert now.parent_state == state and now.id == kept.id
    assert (now.newer_id is not None) == (state == "replaced")
    assert store.draft(kept.id).draft.plan.text


def test_a_draft_made_anew_takes_the_parent_as_it_is(store, parent):
    kept = keep(store, parent)
    corrected(store, parent)
    again = keep(store, parent, draft_id=kept.id)
    assert (again.id, again.parent_state, again.made) == (kept.id, "same", kept.made)
    assert len(store.drafts(parent_id=parent)) == 1


def test_profiles(store):
    kept = store.save_locality(COMMUNE)
    other = COMMUNE.model_copy(update={"unit": COMMUNE.unit.model_copy(update={"name": "Đồi Sim"})})
    changed = store.save_locality(other, locality_id=kept.id)
    assert (changed.id, changed.name, store.localities()) == (kept.id, "xã Đồi Sim", [changed])
    store.remove_locality(kept.id)
    assert store.localities() == []


@pytest.mark.parametrize(
    "ask", ["plan", "summary", "upload", "draft", "locality", "original", "cancel", "retry", "remove"]
)
def test_what_is_not_there_is_told(store, ask):
    with pytest.raises(StoreError) as missing:
        getattr(store, ask)(7)
    assert missing.value.code == "not_found"
