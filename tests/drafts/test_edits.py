"""Paragraphs that an officer writes over stay so, whatever is answered later."""

from datetime import date
from pathlib import Path

import pytest

import kehoach
from kehoach.draft import OPEN
from kehoach.drafts import edited_draft
from kehoach.drafts.edits import WRITTEN_OVER
from kehoach.locality import read_locality

CORPORA = Path(__file__).parents[2] / "corpora"
DAY = date(2026, 2, 10)


@pytest.fixture(scope="module")
def parent():
    return kehoach.extract(CORPORA / "plans" / "004_38d3ecb39f063f5e.txt")


@pytest.fixture(scope="module")
def commune():
    return read_locality(CORPORA / "localities" / "xa-2026.toml")


def made(parent, commune, answers=None, edits=None):
    return edited_draft(parent, commune, DAY, answers or {}, edits or {})


def key_of(edited, words):
    return next(edited.keys[b.id] for b in edited.draft.plan.blocks if words in b.text)


def text_of(edited, key):
    return next((b.text for b in edited.draft.plan.blocks if edited.keys[b.id] == key), None)


def test_without_edits_it_is_the_draft(parent, commune):
    edited = made(parent, commune)
    assert edited.draft == kehoach.derive(parent, commune, date=DAY)
    assert len(set(edited.keys.values())) == len(edited.draft.plan.blocks)


def test_an_edit_outlives_answers_to_other_questions(parent, commune):
    plain = made(parent, commune)
    key = key_of(plain, "Căn cứ Quyết định số 263/QĐ-TTg")
    question = next(q for q in plain.draft.questions if "không có số" in q.message)
    both = made(parent, commune, {question.id: "40/KH-UBND"}, {key: "Căn cứ quy định hiện hành;"})
    assert text_of(both, key) == "Căn cứ quy định hiện hành;"
    assert any("số 40/KH-UBND" in block.text for block in both.draft.plan.blocks)


def test_a_paragraph_that_an_answer_wrote_is_changed_by_the_answer(parent, commune):
    plain = made(parent, commune)
    question = next(q for q in plain.draft.open if q.about == "content" and "chưa có thời hạn" in q.message)
    edited = made(parent, commune, {question.id: "Báo cáo trước ngày 20/11 hằng năm"})
    written = next(b for b in edited.draft.plan.blocks if b.text == "Báo cáo trước ngày 20/11 hằng năm.")
    assert written.id not in edited.keys
    assert len(edited.keys) == len(plain.keys)


def test_an_edit_that_fills_open_places_closes_their_questions(parent, commune):
    plain = made(parent, commune)
    block = next(b for b in plain.draft.plan.blocks if OPEN in b.text)
    asked = {q.id for q in plain.draft.open if q.block == block.id}
    edited = made(parent, commune, edits={plain.keys[block.id]: block.text.replace(OPEN, "219")})
    assert {q.id for q in plain.draft.open} - {q.id for q in edited.draft.open} == asked
    assert {q.answer for q in edited.draft.questions if q.id in asked} == {WRITTEN_OVER}


def test_a_paragraph_that_is_taken_out_is_left_out_by_the_officer(parent, commune):
    plain = made(parent, commune)
    key = key_of(plain, "Căn cứ Quyết định số 263/QĐ-TTg")
    gone = made(parent, commune, edits={key: ""})
    assert text_of(gone, key) is None
    assert len(gone.draft.plan.blocks) == len(plain.draft.plan.blocks) - 1


def test_lost_edits_and_stale_answers_are_told_and_harm_nothing(parent, commune):
    found = made(parent, commune, {"q00000000": "90%"}, {"b000~1": "chữ"})
    assert (found.lost, found.stale) == (["b000~1"], ["q00000000"])
    assert found.draft == made(parent, commune).draft
