"""What users put right: kept apart from what was extracted, used by everything that is made of the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored import corpus_plan, put_corpus_plan

import kehoach
from kehoach.cli import run
from kehoach.corrections import CorrectionError, corrected, value_at
from kehoach.plan import Correction

DISTRICT = 1


@pytest.fixture(scope="module", autouse=True)
def read_once():
    corpus_plan(DISTRICT)


@pytest.fixture
def of(store):
    return put_corpus_plan(store, DISTRICT).id


def test_extracted_and_corrected_stand_side_by_side(store, of):
    store.correct(of, "/targets/0/value", 14, by="An")
    stored = store.plan(of)
    assert (stored.extracted.targets[0].value, stored.plan.targets[0].value) == (13, 14)
    assert [(c.path, c.was, c.now, c.by) for c in stored.contract.corrections] == [("/targets/0/value", 13, 14, "An")]
    assert stored.contract.targets[0].value == 13, "the contract: applied by whoever reads the plan"


def test_a_second_correction_of_a_place_keeps_what_was_extracted(store, of):
    for value in (14, 15):
        store.correct(of, "/targets/0/value", value)
    assert [(c.was, c.now) for c in store.plan(of).corrections] == [(13, 15)]


def test_what_is_taken_back_leaves_no_trace(store, of):
    before = store.plan(of).hash
    store.correct(of, "/header/number", "7/KH-UBND")
    assert store.plan(of).hash != before
    store.uncorrect(of, "/header/number")
    assert store.plan(of).hash == before and store.plan(of).corrections == []


def test_a_fact_that_is_none_is_taken_out_and_the_others_keep_their_corrections(store, of):
    targets = corpus_plan(DISTRICT).targets
    store.correct(of, "/targets/2/unit", "hộ")
    store.correct(of, "/targets/0", None)
    store.correct(of, "/targets/1", None)
    assert store.plan(of).plan.targets == [targets[2].model_copy(update={"unit": "hộ"}), *targets[3:]]


def test_lists_and_search_follow_a_correction(store, of):
    store.correct(of, "/header/number", "7/KH-UBND")
    store.correct(of, "/header/title", "Trồng cây mùa xuân")
    assert store.summary(of).number == "7/KH-UBND"
    assert [hit.id for hit in store.search("trong cay").hits] == [of]
    assert [hit.id for hit in store.search(number="7/KH").hits] == [of]


def test_findings_are_those_of_the_corrected_plan(store, of):
    missing = {f.field for f in store.plan(of).plan.findings if f.kind == "missing"}
    store.correct(of, "/header/number", "7/KH-UBND")
    now = {f.field for f in store.plan(of).plan.findings if f.kind == "missing"}
    assert missing - now == {"number"}


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("/text", "x", "not_correctable"),
        ("/source/name", "x", "not_correctable"),
        ("/blocks/0/text", "x", "not_correctable"),
        ("/targets/0/quote", "x", "not_correctable"),
        ("/targets/0/span/0", 1, "not_correctable"),
        ("targets/0/value", 1, "not_correctable"),
        ("", 1, "not_correctable"),
        ("/targets", [], "not_correctable"),
        ("/targets/99/value", 1, "no_such_place"),
        ("/targets/-1/value", 1, "no_such_place"),
        ("/targets/0/misspelt", 1, "no_such_place"),
        ("/targets/0/value", "một trăm", "bad_value"),
        ("/targets/0/comparator", "~", "bad_value"),
        ("/timeline/0/end", "31/12/2025", "bad_value"),
        ("/targets/0", {"quote": "x"}, "only_removal"),
    ],
)
def test_what_does_not_fit_is_refused(store, of, path, value, code):
    with pytest.raises(CorrectionError) as refused:
        store.correct(of, path, value)
    assert refused.value.code == code and store.plan(of).corrections == []


def test_a_correction_of_another_reading_is_passed_over():
    plan = corpus_plan(DISTRICT).model_copy(
        update={"corrections": [Correction(path="/targets/0/value", was=12.5, now=99, by="", at="")]}
    )
    assert corrected(plan).targets == plan.targets


FIELDS = {"value": st.none() | st.floats(0, 1e6), "unit": st.none() | st.text(max_size=5), "due": st.just("2030")}


@given(st.sets(st.tuples(st.integers(0, 8), st.sampled_from(sorted(FIELDS))), max_size=6), st.data())
def test_any_corrections_change_their_places_and_nothing_else(places, data):
    plan = corpus_plan(DISTRICT)
    chosen = {f"/targets/{n}/{field}": data.draw(FIELDS[field]) for n, field in places}
    given = [Correction(path=path, was=value_at(plan, path), now=now, by="", at="") for path, now in chosen.items()]
    right = corrected(plan.model_copy(update={"corrections": given}))
    assert {path: value_at(right, path) for path in chosen} == chosen
    for each in given:
        right = corrected(
            right.model_copy(update={"corrections": [each.model_copy(update={"was": each.now, "now": each.was})]})
        )
    assert right == plan


def test_commands_apply_the_corrections_of_a_plan_in_json(store, of, tmp_path, capsys):
    store.correct(of, "/header/number", "7/KH-UBND")
    (tmp_path / "plan.json").write_bytes(kehoach.render(store.plan(of).contract, "json"))
    run(["check", str(tmp_path / "plan.json"), "--format", "json"])
    assert '"field": "number"' not in capsys.readouterr().out
    (tmp_path / "plan.json").write_bytes(kehoach.render(store.plan(of).extracted, "json"))
    run(["check", str(tmp_path / "plan.json"), "--format", "json"])
    assert '"field": "number"' in capsys.readouterr().out
