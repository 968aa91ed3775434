"""The program on the plans of corpora/: never worse than these floors, a little under what it reaches now."""

import re
import unicodedata
from pathlib import Path

import pytest

from kehoach.evaluate import evaluate
from kehoach.evaluate.gold import read_gold, read_manifest

CORPUS = Path(__file__).parents[1] / "corpora"
PLANS = {plan.id: plan for plan in read_manifest(CORPUS)}

FLOORS = {
    "header": 0.97,
    "blocks": 0.99,
    "roles": 0.98,
    "citations": 0.98,
    "targets": 0.96,
    "criteria": 0.95,
    "awards": 0.93,
    "timeline": 0.92,
    "assignments": 0.90,
    "tasks": 0.94,
    "recipients": 0.99,
}


@pytest.fixture(scope="module")
def report():
    return evaluate(CORPUS)


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_right(report, field, floor):
    assert report.fields[field].right_share >= floor


def test_every_plan_is_read(report):
    assert {result.entry.id: result.status for result in report.results} == dict.fromkeys(PLANS, "ok")


def folded(text):
    text = re.sub(r"[*#]+", "", unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("id", PLANS)
def test_the_gold_quotes_its_plan(id):
    """Every quote stands in the file; what does not was mistyped by the annotator."""
    source = folded((CORPUS / PLANS[id].file).read_text(encoding="utf-8"))
    gold = read_gold(CORPUS / PLANS[id].gold)
    quotes = [text for block in gold.blocks for text in (block.start, block.end)]
    for entries in (gold.citations, gold.targets, gold.awards, gold.timeline, gold.assignments, gold.defects):
        quotes += [entry.quote for entry in entries if entry.quote]
    quotes += [item for criteria in gold.criteria for item in criteria.items]
    quotes += [text for duty in gold.assignments for text in (*duty.lead, *duty.partners, *duty.tasks)]
    assert [quote for quote in quotes if folded(quote).strip() not in source] == []


def test_no_file_of_the_corpus_is_forgotten():
    there = {str(path.relative_to(CORPUS)) for folder in ("plans", "gold") for path in (CORPUS / folder).iterdir()}
    assert there == {name for plan in PLANS.values() for name in (plan.file, plan.gold)}
