"""Which syllables go together in the genre, and which differ only by their marks: what tells a misread word.

The data: ``vocabulary.txt``, written by hand, and ``phrases.txt``, counted in the texts of ``corpora/``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

# How often a pair of the vocabulary counts as seen.
_WRITTEN = 6


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """A word in small letters without its marks: ``phấn`` and ``phần`` are both ``phan``."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def times(first: str | None, second: str | None) -> int:
    """How often two syllables (small letters) are known to stand side by side."""
    return _pairs().get((first, second), 0) if first and second else 0


def after(first: str | None, like: str) -> list[str]:
    """The syllables known to follow ``first`` that are written like ``like`` but for their marks."""
    return _following().get((first, skeleton(like)), []) if first else []


def before(second: str | None, like: str) -> list[str]:
    """The syllables known to stand before ``second`` that are written like ``like`` but for their marks."""
    return _preceding().get((second, skeleton(like)), []) if second else []


def alike(first: str, second: str | None) -> list[tuple[str, str]]:
    """The known pairs that are written like two syllables but for their marks."""
    return _looks().get((skeleton(first), skeleton(second)), []) if second else []


@cache
def _pairs() -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = defaultdict(int)
    for pair, count in _counted():
        found[pair] += count
    for phrase in re.split(r"[,\n]", _data("vocabulary.txt")):
        words = phrase.split()
        for a, b in pairwise(words):
            found[a, b] += _WRITTEN
    return dict(found)


def _counted() -> Iterator[tuple[tuple[str, str], int]]:
    for line in _data("phrases.txt").splitlines():
        first, rest = line.split(": ", 1)
        for entry in rest.split(", "):
            second, count = entry.split(" ")
            yield (first, second), int(count)


def _data(name: str) -> str:
    """The lines of a data file without its comments, in NFC."""
    text = unicodedata.normalize("NFC", (files("kehoach.knowledge") / name).read_text(encoding="utf-8"))
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


@cache
def _following() -> dict[tuple[str, str], list[str]]:
    found = defaultdict(list)
    for first, second in _pairs():
        found[first, skeleton(second)].append(second)
    return dict(found)


@cache
def _preceding() -> dict[tuple[str, str], list[str]]:
    found = defaultdict(list)
    for first, second in _pairs():
        found[second, skeleton(first)].append(first)
    return dict(found)


@cache
def _looks() -> dict[tuple[str, str], list[tuple[str, str]]]:
    found = defaultdict(list)
    for first, second in _pairs():
        found[skeleton(first), skeleton(second)].append((first, second))
    return dict(found)
