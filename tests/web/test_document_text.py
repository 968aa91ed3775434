"""The document with its marks: nothing lost, every fact has its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach.plan import Plan, SourceInfo
from kehoach.web.document_text import Mark, document_lines
from kehoach.web.entries import marks_of

PLANS = sorted((Path(__file__).parents[2] / "corpora" / "plans").iterdir())


def plan_of(text):
    return Plan(source=SourceInfo(name="x", sha256="0" * 64, media_type="t"), text=text)


def pieces_of(lines):
    return [
        piece for line in lines for piece in (*line.pieces, *(p for row in line.cells for cell in row for p in cell))
    ]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name[:3])
def test_every_fact_of_a_plan_has_its_place_and_no_word_is_lost(path):
    plan = kehoach.extract(path)
    lines = document_lines(plan, marks_of(plan))
    pieces = pieces_of(lines)
    assert {key for piece in pieces for key in piece.opens} == {mark.key for mark in marks_of(plan)}
    labels = "".join(block.label or "" for block in plan.blocks)
    shown = "".join(line.label for line in lines) + "".join(piece.text for piece in pieces)
    kept = sorted("".join(shown.split())) == sorted("".join((plan.text + labels).split()))
    assert kept


def test_pieces_are_cut_where_marks_begin_and_end_and_the_shortest_comes_first():
    lines = document_lines(
        plan_of("một hai ba bốn"), [Mark((0, 14), "all", "targets"), Mark((4, 7), "two", "timeline")]
    )
    assert [(p.text, p.keys, p.kind, p.opens) for p in lines[0].pieces] == [
        ("một ", ("all",), "targets", ("all",)),
        ("hai", ("two", "all"), "timeline", ("two",)),
        (" ba bốn", ("all",), "targets", ()),
    ]


@given(st.text("ab \n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_whatever_the_marks_the_words_stay(text, spans):
    marks = [Mark((min(s), min(max(s), len(text))), f"k{n}", "x") for n, s in enumerate(spans) if min(s) < len(text)]
    pieces = pieces_of(document_lines(plan_of(text), marks))
    assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())
