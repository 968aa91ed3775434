"""Where in a text a rule has to look: lines that hold a word, runs of words. All rules together must be quick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


def matches(pattern: re.Pattern[str], text: str, *signs: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the lines that hold one of ``signs``; offsets are those of the text."""
    for start, end in sorted({line for sign in signs for line in _lines(text, sign)}):
        yield from pattern.finditer(text, start, end)


def _lines(text: str, sign: str) -> Iterator[tuple[int, int]]:
    """The lines that hold a sign."""
    at = text.find(sign)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        yield start, end
        at = text.find(sign, end)


@lru_cache(maxsize=2)
def runs(text: str) -> list[tuple[int, list[str]]]:
    """Words that follow each other with nothing but a blank between them, with the place of the first."""
    return [(run.start(), run[0].split(" ")) for run in RUN.finditer(text)]


@lru_cache(maxsize=2)
def pairs(text: str) -> frozenset[tuple[str, str]]:
    """The different pairs of words side by side."""
    return frozenset(chain.from_iterable(pairwise(words) for _, words in runs(text)))


@lru_cache(maxsize=2)
def words(text: str) -> frozenset[str]:
    """The different words."""
    return frozenset(chain.from_iterable(run for _, run in runs(text)))
