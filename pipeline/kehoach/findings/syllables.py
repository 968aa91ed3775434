"""Vietnamese syllables: can this be one, and what is it without its marks?"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from kehoach.knowledge import load

TONES = "\u0300\u0301\u0303\u0309\u0323"
LONGEST_SYLLABLE = 7  # letters: `nghiêng`
SHARP = "\u0301\u0323"  # the tones that a rhyme with a stop may bear


@cache
def _table() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = load("syllables")
    onsets = tuple(sorted(data["onsets"], key=len, reverse=True))
    return frozenset(data["rhymes"].split()), frozenset(data["behind_q"].split()), onsets


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Is ``word`` (in any case) spelt as a Vietnamese syllable can be?

    >>> [is_syllable(w) for w in ("phấn", "nghiệp", "quốc", "phhosi", "đượ", "tổchức", "các")]
    [True, True, True, False, False, False, True]
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in decomposed if c in TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES))
    rhymes, behind_q, onsets = _table()
    if len(tones) > 1:
        return False
    for onset in onsets:
        rest = plain[len(onset) :]
        if not plain.startswith(onset) or rest not in (behind_q if onset == "q" else rhymes):
            continue
        front = rest.startswith(("e", "ê", "i", "y"))
        if front and (onset in ("c", "ng") or (onset == "g" and rest not in ("i", "in"))):
            continue
        if not front and onset in ("k", "gh", "ngh"):
            continue
        if rest.endswith(("c", "ch", "p", "t")) and (not tones or tones[0] not in SHARP):
            continue
        return True
    return False


@lru_cache(maxsize=8192)
def skeleton(text: str) -> str:
    """Lower case without tones and marks: ``Phấn đấu`` → ``phan dau``."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def spelling(word: str) -> str:
    """Lower case with the tone at the end, so that ``hoá`` and ``hóa`` are one."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tone = "".join(c for c in decomposed if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES)) + tone


def has_marks(word: str) -> bool:
    """Does the word bear a mark that only Vietnamese writes (a tone, ``đ``, ``ơ`` …)?"""
    return skeleton(word) != word.lower()
