"""A planted defect is found, it alone; the same plan without it gives no error and no warning."""

import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))  # whether or not tests/ is a package

import kehoach
from planted import generate
from planted.defects import DEFECTS, with_sentence
from planted.render import as_text

KNOWN = {"KH102", "KH103"}  # blank numbers and days, which the generator plants itself


def grave(text: str) -> list[tuple[str, str]]:
    """Code and quote of the errors and warnings on a text, but for blanks of the letterhead."""
    found = kehoach.extract(text.encode(), name="ke-hoach.txt").findings
    return [(f.code, f.quote or "") for f in found if f.severity != "info" and f.code not in KNOWN]


@pytest.mark.parametrize("kind", DEFECTS)
@given(seed=st.integers(0, 100_000))
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_a_planted_defect_is_found_and_nothing_else(kind: str, seed: int) -> None:
    plan = generate(seed)
    defect = DEFECTS[kind](Random(seed))
    assume(defect.code != "KH805" or "Thông báo" not in as_text(plan))  # a notice that the plan has spoken of
    assert grave(with_sentence(plan, as_text(plan), defect.right)) == [], "the clean plan"
    ((code, quote),) = grave(with_sentence(plan, as_text(plan), defect.wrong))
    assert code == defect.code
    assert quote in defect.quote or defect.quote in quote


@given(seed=st.integers(0, 100_000))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_clean_plans_give_nothing(seed: int) -> None:
    assert grave(as_text(generate(seed))) == []
