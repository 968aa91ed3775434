"""What the domain knows, as data with sources: TOML files beside this module, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The data of ``knowledge/<name>.toml``."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first; a space stands for any white space.

    What several begin with is written once, which makes large lists quick.
    """
    return _beginning(word.split(" ") for word in words)


def _beginning(phrases: Iterable[list[str]]) -> str:
    further: dict[str, list[list[str]]] = {}
    for first, *rest in phrases:
        further.setdefault(first, []).append(rest)
    parts = []
    for first in sorted(further, key=lambda word: (-len(word), word)):
        behind = [rest for rest in further[first] if rest]
        more = r"\s+" + _beginning(behind) if behind else ""
        parts.append(re.escape(first) + (f"(?:{more})?" if more and [] in further[first] else more))
    return f"(?:{'|'.join(parts)})"


@cache
def set_words() -> tuple[tuple[str, ...], ...]:
    """The words and fixed phrases of ``knowledge/words.txt``, each as its syllables."""
    lines = (files(__name__) / "words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("#"))


def in_force(entry: Mapping[str, Any], day: date) -> bool:
    """Does an entry with ``from`` (first day) and ``to`` (first day without it) hold on ``day``? Both may be
    missing.
    """
    return bool(entry.get("from", date.min) <= day < entry.get("to", date.max))
