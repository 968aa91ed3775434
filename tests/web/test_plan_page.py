"""The page of a plan: entries with corrections, hostile words, what is shown where nothing is."""

from pathlib import Path

import pytest

import kehoach
from kehoach.corrections import corrected
from kehoach.plan import Correction
from kehoach.waivers import keys_of
from kehoach.web.entries import entry, form_fields, value_of
from kehoach.web.fact_fields import fields_of
from kehoach.web.plan_page import plan_page

PLAN = Path(__file__).parents[2] / "corpora" / "plans" / "004_38d3ecb39f063f5e.txt"


@pytest.fixture(scope="module")
def plan():
    return kehoach.extract(PLAN)


def fix(plan, path, now):
    value = plan.model_dump(mode="json", by_alias=True)
    for step in path.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return Correction(path=path, was=value, now=now, by="ai đó", at="2026-03-01T00:00:00+00:00")


def page_of(plan, *corrections):
    used = corrected(plan.model_copy(update={"corrections": list(corrections)}))
    return plan_page(plan, corrections, used)


def test_a_corrected_value_is_shown_with_what_was_read(plan):
    page = page_of(plan, fix(plan, "/targets/0/value", 7))
    shown = page.targets[0]
    assert shown.fact.value == 7
    assert [(f.label, f.was, f.now) for f in shown.fixes] == [("Con số", "6", "7")]
    assert page.corrections == 1


def test_a_fact_that_is_taken_out_leaves_the_paths_of_the_others(plan):
    page = page_of(plan, fix(plan, "/targets/0", None), fix(plan, "/targets/2/value", 38))
    assert [e.key for e in page.gone] == ["targets-0"]
    assert page.targets[0].path == "/targets/1"
    assert next(e for e in page.targets if e.key == "targets-2").fact.value == 38


def test_every_value_that_a_form_shows_is_understood_as_it_is(plan):
    """Saving a form that nobody changed corrects nothing."""
    keys = ["header", "signature"]
    keys += [f"{kind}-{n}" for kind in ("targets", "timeline", "assignments", "awards", "citations") for n in range(3)]
    for key in keys:
        found = entry(plan, [], key)
        for field in form_fields(found):
            value = value_of(found, field)
            assert field.typed(field.shown(value)) == value, (key, field.path)


@pytest.mark.parametrize("key", ["targets-999", "targets--1", "text-0", "findings-0", "x", "targets-", "header-title"])
def test_a_key_of_nothing_is_no_entry(plan, key):
    assert entry(plan, [], key) is None


def test_a_duty_has_fields_for_each_of_its_tasks():
    assert [f.path for f in fields_of("assignments", 1)] == ["lead", "partners", "tasks/0/due", "tasks/0/product"]


def test_words_of_a_document_never_become_markup(client, store):
    evil = "<script>alert(1)</script>"
    text = f"KẾ HOẠCH\n{evil} năm 2026\nI. MỤC TIÊU\n- Ít nhất 90% {evil} đạt trước ngày 15/4/2026.\n".encode()
    id = store.add(f"{evil}.txt", text, kehoach.extract(text, name=f"{evil}.txt")).id
    store.waive(id, next(iter(keys_of(store.plan(id).plan.findings).values())), evil)
    html = client.get(f"/plans/{id}").text
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;") > 3
    assert " style=" not in html and " onclick=" not in html  # the security policy would refuse them


def test_what_is_accepted_is_counted_no_more(client, store, plan):
    id = store.add(PLAN.name, PLAN.read_bytes(), plan).id
    keys = list(keys_of(store.plan(id).plan.findings).values())
    typed = {"do": "accept", "reason": "Bản trích"}
    told = client.post(f"/plans/{id}/findings/{keys[0]}", data=typed)
    assert "Lý do chấp nhận:</strong> Bản trích" in told.text
    assert f"Cần xem <b>{len(keys) - 1}</b>" in told.text
    assert "Bản trích" not in client.get(f"/plans/{id}/download/md").text
    refused = client.post(f"/plans/{id}/findings/{keys[1]}", data={**typed, "reason": " "})
    assert refused.status_code == 422 and "Hãy ghi lý do chấp nhận" in refused.text
    told = client.post(f"/plans/{id}/findings/{keys[0]}", data={"do": "reopen"})
    assert f"Cần xem <b>{len(keys)}</b>" in told.text
