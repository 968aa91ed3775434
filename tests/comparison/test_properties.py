"""What holds for every plan: itself, its sections in another order, its blocks without one."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.comparison import compare
from kehoach.comparison.edits import apply, edits

from .plans import NAMES, plan
from .rescoping import Edited, written

few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
plans = st.sampled_from(NAMES).map(plan)


def links_of(parent, edited: Edited):
    """(origin of the child's block, number of the parent's block) for each link, and the comparison."""
    child = edited.read()
    assert len(child.blocks) == len(edited.lines), "the edit changed how the plan is read"
    comparison = compare(parent, child)
    numbers = {block.id: i for i, block in enumerate(parent.blocks)}
    origins = {block.id: line.origin for block, line in zip(child.blocks, edited.lines, strict=True)}
    return {(origins[p.child], numbers[i]) for p in comparison.pairs for i in p.parents}, comparison


@few
@given(plans, st.booleans())
def test_a_plan_against_itself_has_only_same(real, same_level):
    comparison = compare(real, real, same_level=same_level)
    assert {(p.child, tuple(p.parents), p.relation) for p in comparison.pairs} == {
        (b.id, (b.id,), "same") for b in real.blocks
    }
    assert not comparison.omitted and not comparison.added and not comparison.changes
    assert comparison.coverage.share == 1
    assert not any(p.moved for p in comparison.pairs)


@few
@given(plans, st.data())
def test_swapping_two_sections_changes_no_link(real, data):
    edited = written(real)
    sections = [i for i, lines in enumerate(edited.sections()) if lines[0].depth == 1]
    first, second = data.draw(st.lists(st.sampled_from(sections), min_size=2, max_size=2, unique=True))
    links, comparison = links_of(real, edited.swapped(first, second))
    assert links == {(i, i) for i in range(len(real.blocks))}
    assert {p.relation for p in comparison.pairs} == {"same"}


@few
@given(plans, st.data())
def test_deleting_a_block_makes_exactly_its_parent_omitted(real, data):
    above = {b.parent for b in real.blocks}
    leaves = [i for i, b in enumerate(real.blocks) if b.id not in above and b.depth > 0]
    gone = data.draw(st.sampled_from(leaves))
    links, comparison = links_of(real, written(real).without(gone))
    assert [o.parent for o in comparison.omitted] == [real.blocks[gone].id]
    assert links == {(i, i) for i in range(len(real.blocks)) if i != gone}
    assert not comparison.added


WORDS = ["xây", "dựng", "nông", "thôn", "mới,", "đạt", "từ", "90%", "trở", "lên;", "(xã)", "“a”", "TP.", "13/13"]
words = st.lists(st.sampled_from(WORDS), max_size=25)
texts = st.one_of(words.map(" ".join), st.text(max_size=40))


@given(texts, texts)
def test_edits_lead_from_the_parent_to_the_child(parent, child):
    steps = edits(parent, child)
    assert apply(steps, parent) == child
    assert all((step.op == "equal") == (step.parent == step.child) for step in steps)


@given(words, words)
def test_edits_never_cut_a_syllable(parent, child):
    steps = edits(" ".join(parent), " ".join(child))
    for side in ("parent", "child"):
        pieces = [getattr(step, side) for step in steps if getattr(step, side)]
        for left, right in pairwise(pieces):
            assert not (left[-1].isalnum() and right[0].isalnum())
