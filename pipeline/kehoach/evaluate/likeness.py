"""When two texts say the same: annotators and programs may differ in case, white space, marks and abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"\w+(?:[./,-]\w+)*")
_MARKS = re.compile(r"[*#]+")
_BREAKS = re.compile(r"[⏎|]")
_SPACED_NUMBER = re.compile(r"(?<=[\dA-ZĐ])(?:\s*-\s+|\s+-\s*)(?=[A-ZĐ]{2})")  # 21- NQ/TW
_SAME_NAMES = (
    ("ubnd", "ủy ban nhân dân"),
    ("uỷ ban", "ủy ban"),
    ("tp.", "thành phố"),
    ("tp ", "thành phố "),
    ("hđnd", "hội đồng nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
    ("các ", ""),
)


@lru_cache(maxsize=8192)
def fold(text: str | None) -> str:
    """``text`` without what may differ: case, white space, Markdown marks, kinds of dashes and quotation marks."""
    text = unicodedata.normalize("NFC", text or "")
    text = _BREAKS.sub(" ", _MARKS.sub("", text)).replace("–", "-").replace("“", '"').replace("”", '"')
    return re.sub(r"\s+", " ", _SPACED_NUMBER.sub("-", text)).strip().casefold()


@lru_cache(maxsize=8192)
def words(text: str | None) -> tuple[str, ...]:
    """The words of the folded text; ``587/qđ-ttg`` is one."""
    return tuple(_WORD.findall(fold(text)))


def overlap(a: str | None, b: str | None) -> float:
    """Share of the shorter text's words that stand in the other (0..1)."""
    short, long = sorted((words(a), words(b)), key=len)
    return (Counter(short) & Counter(long)).total() / len(short) if short else 0.0


def same(a: str | None, b: str | None) -> bool:
    """The texts agree but for what ``fold`` removes and punctuation around them."""
    return fold(a).strip(" .;:,") == fold(b).strip(" .;:,")


@lru_cache(maxsize=8192)
def body(name: str | None) -> str:
    """A body's name for comparison: abbreviations that the genre uses freely are written out."""
    text = fold(name).strip(" .;:,()")
    for short, long in _SAME_NAMES:
        text = text.replace(short, long)
    return text


def same_bodies(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Each body has a partner with the same words but for a fifth; a list printed as one is compared as one text."""
    if len(gold) != len(found):
        size = len(words(" ".join(gold)))
        difference = abs(size - len(words(" ".join(found))))
        return overlap(" ".join(map(body, gold)), " ".join(map(body, found))) >= 0.9 and difference <= 0.2 * size + 1
    left = [body(name) for name in found]
    for name in map(body, gold):
        best = max(left, key=lambda other: overlap(name, other))
        if overlap(name, best) < 0.8:
            return False
        left.remove(best)
    return True
