"""Drafts from the plans of the corpus: what holds for each of them, and what a clerk looks for first."""

import json
from io import BytesIO

import invariants
import pytest
from docx import Document
from docx.oxml.ns import qn
from drafted import drafted, locality, parent

import kehoach
from kehoach.draft import OPEN
from kehoach.drafts.scope import DeriveError
from kehoach.locality import LocalityError
from kehoach.reports.official import official

CASES = [
    ("000", "xa-2026"),
    ("000", "phuong-2026"),
    ("000", "dac-khu-2026"),
    ("000", "so-2026"),
    ("004", "xa-2026"),
    ("004", "phuong-2026"),
    ("004", "xa-2022"),
    ("001", "xa-2022"),
]
PLACED = ("target", "deadline", "citation", "content", "body")
cases = pytest.mark.parametrize(("number", "name"), CASES)


@cases
def test_nothing_is_invented(number, name):
    draft, plan, profile = drafted(number, name), parent(number), locality(name)
    assert invariants.foreign_numbers(draft, plan, profile, profile.date) == []
    assert invariants.foreign_names(draft, plan, profile) == []
    assert invariants.foreign_documents(draft, plan) == []


@cases
def test_every_block_is_accounted_for(number, name):
    draft, plan, profile = drafted(number, name), parent(number), locality(name)
    assert invariants.lineage_gaps(draft, plan) == []
    hit, of = invariants.carried_share(draft, plan, profile, profile.date)
    assert hit >= 0.9 * of


@cases
def test_no_body_above_leads_and_numbering_has_no_gaps(number, name):
    draft, profile = drafted(number, name), locality(name)
    assert invariants.leads_above(draft, parent(number), profile, profile.date) == []
    assert invariants.numbering_gaps(draft) == []
    assert invariants.empty_headings(draft) == []


@cases
def test_lineage_fits_the_words_and_every_open_place_is_asked(number, name):
    draft, plan = drafted(number, name), parent(number)
    assert invariants.places_unasked(draft) == 0
    assert invariants.same_but_changed(draft, plan) == []
    assert invariants.foreign_lineage(draft, plan) == []
    assert invariants.ends_inside(draft) == []
    assert invariants.serves_own_committee(draft, locality(name)) == []


@pytest.mark.parametrize(("number", "name"), [c for c in CASES if c[1].endswith("2026")])
def test_two_tiers_have_no_district(number, name):
    assert invariants.district_left(drafted(number, name), locality(name)) == []


def test_the_checks_can_fail():
    draft = drafted("004", "xa-2026").model_copy(deep=True)
    block = draft.plan.blocks[-1]
    block.text = "Giao UBND huyện trồng 98765 cây tại suối Tiên Nữ theo Quyết định số 9/QĐ-XYZ"
    profile = locality("xa-2026")
    assert invariants.foreign_numbers(draft, parent("004"), profile, profile.date) == ["98765"]
    assert invariants.foreign_names(draft, parent("004"), profile)
    block.depth = 1
    assert invariants.district_left(draft, profile)


@cases
def test_extract_gives_the_draft_back_from_word(number, name):
    draft = drafted(number, name)
    again = kehoach.extract(official(draft), name="draft.docx")
    assert [(b.label, b.text, b.depth, b.heading, b.roles) for b in again.blocks] == [
        (b.label, b.text, b.depth, b.heading, b.roles) for b in draft.plan.blocks
    ]
    assert again.header.model_dump(exclude={"spans"}) == draft.plan.header.model_dump(exclude={"spans"})
    assert [r.quote for r in again.recipients] == [r.quote for r in draft.plan.recipients]
    assert not [f for f in again.findings if f.severity == "error"]


def test_the_signature_stays_with_the_end_of_the_text():
    word = Document(BytesIO(official(drafted("004", "xa-2026"))))
    foot = word.tables[-1]
    assert foot.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    last, space = word.paragraphs[-2:]
    assert last.text.endswith("./.")
    assert last.paragraph_format.keep_with_next
    assert space.paragraph_format.keep_with_next


def test_open_places_are_asked_and_answers_fill_them():
    draft = drafted("004", "xa-2022")
    places = sum(block.text.count(OPEN) for block in draft.plan.blocks)
    asked = [q for q in draft.questions if q.about in PLACED and not (q.about in ("citation", "content") and q.options)]
    assert places == sum(q.places for q in asked) > 0
    number = next(q for q in draft.questions if "không có số" in q.message)
    state = next(q for q in draft.questions if q.about == "target")
    again = kehoach.derive(
        parent("004"), locality("xa-2022"), answers={number.id: "219/KH-UBND", state.id: state.options[0]}
    )
    assert "Kế hoạch số 219/KH-UBND" in again.plan.blocks[0].text
    assert len(again.open) == len(draft.open) - 2
    assert f"phấn đấu {state.options[0]}" in again.plan.text


def test_a_paragraph_is_dropped_by_an_answer():
    draft = drafted("004", "xa-2022")
    last = [q for q in draft.questions if q.about == "target"][-1]
    again = kehoach.derive(parent("004"), locality("xa-2022"), answers={last.id: "bỏ"})
    assert len(again.plan.blocks) == len(draft.plan.blocks) - 1
    assert "answered" in {entry.rule for entry in again.left_out}


def test_a_draft_is_json_of_the_contract():
    data = json.loads(drafted("004", "xa-2022").to_json())
    assert set(data) == {"plan", "lineage", "left_out", "questions"}


def test_the_parent_comes_first_among_bases_and_recipients():
    draft = drafted("001", "xa-2022")
    assert draft.plan.blocks[0].text.startswith("Thực hiện Kế hoạch số […] ngày […] của Ủy ban nhân dân huyện Tây Sơn")
    assert draft.plan.recipients[0].quote == "UBND huyện Tây Sơn (để báo cáo)"


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [
        ("003", "xa-2022", "parent_not_higher"),
        ("001", "xa-2026", "parent_dissolved"),
        ("002", "so-2026", "parent_not_higher"),
    ],
)
def test_a_parent_that_cannot_be_one_is_refused(number, name, code):
    with pytest.raises((DeriveError, LocalityError)) as caught:
        kehoach.derive(parent(number), locality(name))
    assert caught.value.code == code


def test_a_document_that_is_no_plan_is_refused():
    letter = kehoach.extract("Kính gửi anh, hôm nay trời đẹp.".encode(), name="thu.txt")
    with pytest.raises(DeriveError):
        kehoach.derive(letter, locality("xa-2026"))
