"""Lists of words as one pattern."""

import re
from collections import Counter

import pytest
from hypothesis import strategies as st
from plan_texts import for_all

from kehoach.knowledge import alternatives, load


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["Phó Chủ tịch", "Chủ tịch", "Phó"], "Phó Chủ tịch", ["Phó Chủ tịch"]),
        (["Phó Chủ tịch", "Chủ tịch", "Phó"], "Phó Giám đốc, Chủ\n tịch", ["Phó", "Chủ\n tịch"]),
        (["Ban", "Bang"], "Bang", ["Bang"]),
        (["Sở", "Sở Y tế", "Sở Y tế dự phòng"], "Sở Y tế dự án", ["Sở Y tế"]),
        (["TP.", "a+b"], "TPx TP. aab a+b", ["TP.", "a+b"]),
    ],
)
def test_the_longest_word_is_found(words, text, found):
    assert [match[0] for match in re.finditer(alternatives(words), text)] == found


WORDS = st.lists(st.text("ab ", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=8)


@for_all(WORDS, st.text("ab ", max_size=30))
def test_the_same_as_a_flat_list_longest_first(words, text):
    flat = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=lambda w: (-len(w), w)))
    assert [m.span() for m in re.finditer(alternatives(words), text)] == [m.span() for m in re.finditer(flat, text)]


def test_a_pattern_may_be_repeated():
    assert re.fullmatch(f"{alternatives(['ab'])}*", "abab")


@pytest.mark.parametrize("name", ["bodies", "documents", "laws", "quantities", "verbs"])
def test_no_list_says_a_word_twice(name):
    lists = {key: words for key, words in load(name).items() if isinstance(words, list | tuple)}
    told = {key: Counter(word for word in words if isinstance(word, str)) for key, words in lists.items()}
    assert [(key, word) for key, words in told.items() for word, count in words.items() if count > 1] == []


def test_lists_that_are_read_together_share_no_word_and_particles_are_predicates():
    assert set(load("bodies")["printed"]) & set(load("bodies")["proper"]) == set()
    assert set(load("verbs")["particles"]) <= set(load("verbs")["predicates"])
