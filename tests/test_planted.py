"""Extraction gives back the facts of planted plans, in every format; and the plans themselves are sound.

A failure names its seed: ``python -m tests.planted FOLDER --seed SEED --count 1`` writes that plan in every format.
"""

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).parent))  # whether or not tests/ is a package

import kehoach
from planted import PlantedPlan, generate, planted_plans
from planted.compare import Result, compare, ungrounded
from planted.gold import faults, fold
from planted.layout import line_of
from planted.render import FORMATS, as_markdown, as_text, rendered

# how much of each field must come back right (F1 over all seeds)
WANTED = {
    "header": 0.97,
    "blocks": 0.98,
    "roles": 0.95,
    "citations": 0.97,
    "recipients": 0.99,
    "tables": 0.95,
    "targets": 0.9,
    "timeline": 0.9,
    "awards": 0.9,
    "criteria": 0.9,
    "assignments": 0.9,
    "tasks": 0.9,
}
SEEDS = {
    "text": range(40),
    "columns": range(40, 52),
    "md": range(52, 68),
    "docx": range(68, 82),
    "auto": range(82, 96),
    "pdf": range(96, 108),
    "ocr": range(108, 124),
}


def extracted(plan: PlantedPlan, form: str) -> tuple[PlantedPlan, dict]:
    shown, content, name = rendered(plan, form)
    return shown, json.loads(kehoach.extract(content, name=name).to_json())


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Result]]:
    """Per format and field, what all its seeds together give."""
    total: dict[str, dict[str, Result]] = {}
    for form, seeds in SEEDS.items():
        fields = total.setdefault(form, {})
        for seed in seeds:
            for name, result in compare(*extracted(generate(seed), form)).items():
                result.misses = [f"{seed}: {miss}" for miss in result.misses]
                fields.setdefault(name, Result()).add(result)
    return total


@pytest.mark.parametrize("field", WANTED)
@pytest.mark.parametrize("form", FORMATS)
def test_facts_come_back(scores: dict[str, dict[str, Result]], form: str, field: str) -> None:
    got = scores[form][field]
    shown = "\n".join(got.misses[:20])
    assert got.f1 >= WANTED[field], f"precision {got.precision:.3f} recall {got.recall:.3f}\n{shown}"


@pytest.mark.parametrize("form", FORMATS)
def test_every_fact_has_its_place(form: str) -> None:
    for seed in SEEDS[form]:
        found = extracted(generate(seed), form)[1]
        assert not ungrounded(found), (seed, ungrounded(found)[:3])


@given(plan=planted_plans())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_is_read(plan: PlantedPlan) -> None:
    """Of any plan whatever the title, the recipients, the signer and the last block come back, all in their places."""
    _, found = extracted(plan, "text")
    assert not ungrounded(found)
    assert fold(found["header"]["title"]).casefold() == fold(plan.header.title).casefold()
    assert len(found["recipients"]) == len(plan.recipients)
    assert found["signature"]["name"] == plan.signature.name
    assert found["blocks"][-1]["text"] == plan.blocks[-1].text


@pytest.mark.parametrize("form", ["md", "docx", "auto", "pdf"])
def test_formats_agree(form: str) -> None:
    """A plan reads the same from any file: labels and texts of the blocks."""
    for seed in range(0, 30, 7):
        plan = generate(seed)
        one, two = ([(b["label"], b["text"]) for b in extracted(plan, f)[1]["blocks"]] for f in ("text", form))
        differ = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
        assert len(one) == len(two), (seed, differ[:2])
        assert not differ, (seed, differ[:2])


# The oracle itself


def test_a_seed_is_a_plan() -> None:
    assert as_text(generate(7)) == as_text(generate(7))
    assert as_markdown(generate(7)) == as_markdown(generate(7))
    assert generate(7) == generate(7) != generate(8)


@given(plan=planted_plans())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_planted_facts_stand_in_the_text(plan: PlantedPlan) -> None:
    """What ../shared/gold/validate.py asks of gold: every quote in the text, every word of a vocabulary in it."""
    assert not faults(plan, as_text(plan))
    assert not faults(plan, as_markdown(plan))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_files_hold_the_plan(form: str) -> None:
    """Word and PDF files say what the plan says, read by the plainest means."""
    for seed in range(0, 60, 11):
        plan, content, _ = rendered(generate(seed), form)
        text = re.sub(r"\s", "", _plain_text(content, form))
        missing = [b.text for b in plan.blocks if re.sub(r"\s", "", line_of(b)) not in text]
        assert len(missing) <= (len(plan.blocks) // 8 if form == "pdf" else 0), (seed, missing[:3])


def _plain_text(content: bytes, form: str) -> str:
    import io

    import docx
    import pypdfium2

    if form == "docx":
        return "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_generator_ranges_wide() -> None:
    """Topics, levels, issuers, outlines and fact kinds all occur within a few hundred seeds."""
    plans = [generate(seed) for seed in range(400)]
    assert len({p.topic for p in plans}) == 16
    assert {p.header.level for p in plans} == {"central", "province", "district", "commune", "unit"}
    assert len({p.header.kind for p in plans}) == 7
    assert {p.numbering for p in plans} == {"roman", "letters", "arabic", "parts"}
    assert len({type(f) for p in plans for f in p.facts}) == 6
    assert any(p.header.number is None for p in plans) and any(p.appendix for p in plans)
    assert {p.header.date[:4] for p in plans if p.header.date} >= {"2022", "2023", "2024", "2025", "2026"}
