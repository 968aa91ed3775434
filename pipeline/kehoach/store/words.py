"""How words are compared in the store: with tone marks where they are typed, without where they are not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from kehoach.comparison.wording import fold_word

_WORD = re.compile(r"[^\W_]+")
LONGEST = 40  # what is longer is no word


def plain(text: str) -> str:
    """Small letters without any marks, words parted by one space: ``Nông thôn Mới`` → ``nong thon moi``."""
    return " ".join(_bare(word) for word in _words(text))


def query_words(text: str) -> list[str]:
    """The words to look for, each once. A word that is typed with marks is looked for with them."""
    return list(dict.fromkeys(fold_word(word) for word in _words(text)))


def indexed_words(text: str) -> Counter[str]:
    """The words under which a text is found and how often each stands there: with its marks, and without."""
    found: Counter[str] = Counter()
    for word, count in Counter(_words(text)).items():
        for key in {fold_word(word), _bare(word)}:
            found[key] += count
    return found


def _words(text: str) -> list[str]:
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return [word for word in words if len(word) < LONGEST]


@cache
def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))
