"""Is the text that a page carries usable, or must the page be read from its picture?

Fonts without a correct ToUnicode table, scanners that add an English text layer and the old TCVN3 or VNI fonts all
give text that looks right on the page and is rubbish inside. What is judged is the text alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from kehoach.ingest.encoding import FONT_LETTERS

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE = rf"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
_ONE = re.compile(_SYLLABLE)
# Atomic: a syllable once taken is not divided anew, else a long word would take exponential time.
_SEVERAL = re.compile(rf"(?:(?>{_SYLLABLE})){{2,}}")

_LETTERS = _VOWELS + _VOWELS.upper() + "đĐ"
# What official documents hold besides ASCII and Vietnamese letters: punctuation, units, bullets, a few Greek letters,
# letters of Western names, and the two characters by which pdfium marks a hyphen at a line end.
_ODD = re.compile(
    rf"[^\x02\t\n\r\x20-\x7e{_LETTERS}\u00a0-\u00bf\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f×÷αβγδλμπσφωΔΣΩΦ"
    r"\u2000-\u2bff\ufb00-\ufb06\uf020-\uf0ff\ufffe\ufeff]"
)
_BULLET = re.compile(r"(?m)^\s*[\uf020-\uf0ff]")
_PRIVATE = re.compile(r"[\uf020-\uf0ff]")
_LETTER_RUN = re.compile(r"[^\W\d_]{2,}")
_MIXED = re.compile(r"[a-zà-ỹđ][A-ZÀ-ỸĐ]")

_MAX_ODD = 0.03
_MAX_WRONG = 0.15
_MIN_WRONG = 4
_MANY = 80


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (letters only, any case) has the shape of one Vietnamese syllable."""
    return _ONE.fullmatch(word.lower()) is not None


@lru_cache(maxsize=1 << 12)
def is_run_together(word: str) -> bool:
    """Whether ``word`` (letters only) is no syllable but can be cut into several: ``BỘKHOAHỌC``, also ``camera``."""
    return not is_syllable(word) and _SEVERAL.fullmatch(word.lower()) is not None


@lru_cache(maxsize=1 << 15)
def _word_in(token: str) -> str:
    """The longest run of letters in a token, if it is more than one letter."""
    runs = _LETTER_RUN.findall(token)
    return max(runs, key=len) if runs else ""


@lru_cache(maxsize=1 << 15)
def _is_wrong(word: str) -> bool:
    """Whether no Vietnamese and no plain Western text holds this word."""
    if word.isascii():
        return bool(_MIXED.search(word)) and not word[0].isupper()
    if is_syllable(word) or is_run_together(word):
        return False
    # Abbreviations (QĐ, ĐBQH) are capitals with few vowels; what else holds foreign letters is suspect.
    return not (word.isupper() and all(c.isascii() or c in _LETTERS for c in word))


def suspects_of(text: str) -> frozenset[str]:
    """The tokens of ``text`` that may be several words whose spaces were lost."""
    return frozenset(token for token in set(text.split()) if (word := _word_in(token)) and is_run_together(word))


def usable(text: str) -> bool:
    """Whether ``text`` (one page, any normal form) can be taken as it is.

    Short pages, figures, capitals and English passages are usable; text with private-use or odd-script characters,
    with words that are no Vietnamese syllables, or long Vietnamese text without any tone marks is not. Empty text is
    usable: it holds nothing wrong.
    """
    text = unicodedata.normalize("NFC", text.translate(FONT_LETTERS))
    tokens = text.split()
    odd = len(_ODD.findall(text))
    if _PRIVATE.search(text):
        odd += len(_PRIVATE.findall(text)) - len(_BULLET.findall(text))
    if odd > max(2, _MAX_ODD * len("".join(tokens))):
        return False
    words = Counter[str]()
    for token, n in Counter(tokens).items():
        words[_word_in(token)] += n
    del words[""]
    count = words.total()
    if sum(n for word, n in words.items() if _is_wrong(word)) > max(_MIN_WRONG, _MAX_WRONG * count):
        return False
    return count < _MANY or not _is_toneless(words, count)


def faults(text: str) -> float:
    """The share of words in ``text`` that neither Vietnamese nor plain Western text holds: 0..1."""
    words = [word for token in unicodedata.normalize("NFC", text).split() if (word := _word_in(token))]
    return sum(map(_is_wrong, words)) / len(words) if words else 0.0


def _is_toneless(words: Counter[str], count: int) -> bool:
    """Whether ``words`` are Vietnamese without its marks: nearly all are syllables (in English two in five)."""
    if sum(n for word, n in words.items() if not word.isascii()) >= 0.1 * count:
        return False
    return sum(n for word, n in words.items() if is_syllable(word)) > 0.8 * count
