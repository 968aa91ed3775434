"""The page of a draft: answers of two windows, answers without a place, a newer parent."""

import html

import pytest
from served import put

import kehoach
from kehoach.draft import Question
from kehoach.web.draft_page import _unplaced

UNIT = {"day": "10/02/2026", "kind": "xã", "name": "Suối Ngàn"}


@pytest.fixture
def draft(client, store):
    """The address of a draft, and its saved form."""
    told = client.post("/drafts/new", params={"parent": put(store, 4)}, data=UNIT, follow_redirects=False)
    return told.headers["location"]


def test_answers_of_two_windows_are_all_kept(client, store, draft):
    first, second = [q.id for q in store.draft(1).draft.open][:2]
    client.post(f"{draft}/answers", data={"answered": "", first: "một", second: ""})
    client.post(f"{draft}/answers", data={"answered": "", first: "", second: "hai"})  # a window from before
    assert store.draft(1).answers == {first: "một", second: "hai"}
    client.post(f"{draft}/answers", data={"answered": f"{first} {second}", first: "", second: "hai"})
    assert store.draft(1).answers == {second: "hai"}
    assert f'name="answered" value="{second}"' in client.get(draft).text


@pytest.mark.parametrize(
    ("answer", "unplaced"),
    [
        ("năm 2027", True),
        ("ngày 15/12/2026", False),
        ("12; ngày 15/12/2026", False),
        ("Giữ nguyên", False),
        ("bỏ", False),
    ],
)
def test_an_answer_without_a_place_in_the_draft_is_told(answer, unplaced):
    asked = Question(id="q", block=None, about="deadline", message="?", answer=answer)
    assert _unplaced(asked, "Hoàn thành trước ngày 15/12/2026.") == unplaced


def test_corrections_that_a_newer_parent_lacks_are_told(client, store, draft):
    parent = store.plan(1)
    store.correct(1, "/header/movement", "Chung sức xây dựng nông thôn mới")
    data = store.original(1).read_bytes() + b"\n\n"
    assert "chỗ đã sửa tay" not in html.unescape(client.get(f"{draft}/update").text)
    newer = store.add("moi.txt", data, kehoach.extract(data, name="moi.txt")).id
    assert "Bản cấp trên trước có 1 chỗ đã sửa tay" in html.unescape(client.get(f"{draft}/update").text)
    assert f'bản mới hơn của kế hoạch này: <a href="/plans/{newer}">' in client.get(f"/plans/{parent.id}").text
    assert "bản mới hơn" not in client.get(f"/plans/{newer}").text
