"""Slips of the pen: syllables that sound alike to many writers and are spelt for one another.

Which sounds run together differs by region: ``s`` and ``x``, ``tr`` and ``ch``, ``d``, ``gi`` and ``r``, ``l`` and
``n`` at the head, ``n`` and ``ng``, ``c``, ``p`` and ``t`` at the end, hỏi and ngã.
"""

from __future__ import annotations

from functools import lru_cache

from kehoach.findings.syllables import TONES, is_syllable

HOOK, TILDE = "\u0309", "\u0303"
ONSETS = (("s", "x"), ("tr", "ch"), ("l", "n"), ("d", "gi"), ("d", "r"), ("gi", "r"))
VOWELS = "aăâeêioôơuưy"
ENDS = (("n", "ng"), ("c", "t"), ("p", "t"))


@lru_cache(maxsize=2**12)
def sounds_alike(syllable: str) -> frozenset[str]:
    """The syllables that are heard as this one, each by one slip; all in the form of ``spelling``.

    >>> sorted(sounds_alike("xung"))
    ['sung', 'xun']
    """
    tone = syllable[-1:] if syllable[-1:] in TONES else ""
    plain = syllable.removesuffix(tone)
    found = {plain + {HOOK: TILDE, TILDE: HOOK}.get(tone, tone)}
    for said, meant in (*ONSETS, *((b, a) for a, b in ONSETS)):
        behind = plain[len(said) : len(said) + 1]
        if plain.startswith(said) and behind and behind in VOWELS:
            found.add(meant + plain.removeprefix(said) + tone)
    for said, meant in (*ENDS, *((b, a) for a, b in ENDS)):
        if plain.endswith(said):
            found.add(plain.removesuffix(said) + meant + tone)
    return frozenset(form for form in found - {syllable} if is_syllable(form))
