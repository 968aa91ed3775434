"""Findings that officers accept: the reason is kept apart, and holds as long as the same thing is found."""

import pytest
from stored import corpus_plan, put_corpus_plan

from kehoach.findings import RULES, find_all
from kehoach.plan import Finding
from kehoach.store import Store
from kehoach.waivers import Waiver, WaiverError, keys_of, with_waivers

DISTRICT = 1


def found(id, quote=None, field=None, message="m"):
    code = id.split("-")[0]
    return Finding(
        id=id, code=code, kind="form", severity="error", quote=quote, field=field, message=message, source="s"
    )


@pytest.fixture
def of(store):
    return put_corpus_plan(store, DISTRICT).id


def key_of(store, of, field):
    findings = store.plan(of).plan.findings
    return keys_of(findings)[next(f.id for f in findings if f.field == field)]


def reasons(plan):
    return {f.field: f.waived for f in plan.findings if f.waived}


def test_a_finding_is_accepted_with_its_reason_and_taken_back(store, of):
    waiver = store.waive(of, key_of(store, of, "number"), "  Bản trích,\nkhông có số ", by="An")
    stored = store.plan(of)
    assert (waiver.reason, waiver.by, stored.waivers) == ("Bản trích, không có số", "An", [waiver])
    assert reasons(stored.plan) == reasons(stored.contract) == {"number": "Bản trích, không có số"}
    assert reasons(stored.extracted) == {}
    assert len(stored.plan.findings) == len(stored.extracted.findings)
    store.unwaive(of, waiver.key)
    assert store.plan(of).waivers == [] and reasons(store.plan(of).plan) == {}


def test_the_later_reason_holds(store, of):
    for reason in ("vội", "Bản trích"):
        store.waive(of, key_of(store, of, "number"), reason)
    assert reasons(store.plan(of).plan) == {"number": "Bản trích"}


def test_it_outlives_corrections_and_another_reading(store, of):
    store.waive(of, key_of(store, of, "date"), "Bản trích")
    store.correct(of, "/header/number", "7/KH-UBND")
    assert reasons(store.plan(of).plan) == {"date": "Bản trích"}
    store.save_plan(of, corpus_plan(DISTRICT))
    assert reasons(store.plan(of).plan) == {"date": "Bản trích"}


def test_what_is_put_right_is_no_finding_and_what_is_wrong_again_is_still_accepted(store, of):
    store.waive(of, key_of(store, of, "number"), "Bản trích")
    store.correct(of, "/header/number", "7/KH-UBND")
    assert reasons(store.plan(of).plan) == {}
    store.uncorrect(of, "/header/number")
    assert reasons(store.plan(of).plan) == {"number": "Bản trích"}


def test_a_draft_of_the_plan_is_as_it_was(store, of):
    before = store.plan(of).hash
    store.waive(of, key_of(store, of, "number"), "Bản trích")
    assert store.plan(of).hash == before


@pytest.mark.parametrize(
    ("key", "reason", "code"),
    [
        (None, " \n", "reason_needed"),
        (None, "x" * 501, "reason_too_long"),
        ("KH101-0123456789abcdef", "vì", "no_such_finding"),
        ("", "vì", "no_such_finding"),
    ],
)
def test_what_cannot_be_accepted(store, of, key, reason, code):
    with pytest.raises(WaiverError) as refused:
        store.waive(of, key_of(store, of, "number") if key is None else key, reason)
    assert refused.value.code == code and store.plan(of).waivers == []


def test_the_reasons_go_with_the_plan_when_it_is_removed(store, of):
    store.waive(of, key_of(store, of, "number"), "Bản trích")
    store.remove(of)
    assert store.plan(put_corpus_plan(store, DISTRICT).id).waivers == []


def test_they_are_part_of_an_archive(store, of, tmp_path):
    store.waive(of, key_of(store, of, "number"), "Bản trích", by="An")
    store.export_to(tmp_path / "kho.zip")
    with Store.open(tmp_path / "other") as other:
        other.import_from(tmp_path / "kho.zip")
        assert other.plan(1).waivers == store.plan(of).waivers


EQUAL = [found("KH1-1", "a"), found("KH1-2", "a"), found("KH1-3", "b")]


@pytest.mark.parametrize(
    ("accepted", "later", "waived"),
    [
        ("KH1-3", [found("KH1-1", "b", message="nói khác")], ["KH1-1"]),  # another id and message: the same words
        ("KH1-1", [found("KH1-1", "b")], []),  # the same id, other words
        ("KH1-2", EQUAL, ["KH1-2"]),  # the second of two equal ones
        ("KH1-1", [found("KH2-1", "a")], []),  # another rule
        ("KH1-1", [found("KH1-1", "a", field="number")], []),  # another field
    ],
)
def test_what_the_same_finding_is(accepted, later, waived):
    waiver = Waiver(key=keys_of(EQUAL)[accepted], reason="vì", at="")
    assert [f.id for f in with_waivers(later, [waiver]) if f.waived] == waived


def test_without_quote_and_field_the_message_tells_findings_apart():
    one, other = keys_of([found("KH1-1", message="thiếu a"), found("KH1-2", message="thiếu b")]).values()
    assert one != other and keys_of([found("KH1-1", message="thiếu b")])["KH1-1"] == other


def test_what_the_office_waived_stays_so():
    settled = found("KH1-1", "a").model_copy(update={"waived": "theo kehoach.toml"})
    assert [f.waived for f in with_waivers([settled], [])] == ["theo kehoach.toml"]


def test_every_finding_has_a_key_of_its_own():
    findings = find_all(corpus_plan(DISTRICT))
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len(set(keys_of(findings).values())) == len(findings) > 3
