"""Where in a text a rule has to look: lines that hold a word, runs of words. All rules together must be quick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


@lru_cache(maxsize=2)
def _lines(text: str) -> list[tuple[int, int, str]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line), line))
        start += len(line) + 1
    return found


def matches(pattern: re.Pattern[str], text: str, *signs: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the lines that hold one of ``signs``; offsets are those of the text."""
    present = [sign for sign in signs if sign in text]
    for start, end, line in _lines(text) if present else ():
        for sign in present:
            if sign in line:
                yield from pattern.finditer(text, start, end)
                break


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
