"""Names of bodies and places that are known, found by their letters alone: what a scan made of them is put right.

A word of a name is put right only where exactly one known name has its letters, and what was read is itself none.
Figures and numbers are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from kehoach.knowledge import load
from kehoach.knowledge.phrases import skeleton
from kehoach.knowledge.places import CHANGED, bare_names, folded, unit_names, without_kind

_LONGEST = 11  # words of a known name
_WORD = re.compile(r"^(\W*)(.*?)(\W*)$")
#: What else stands in letterheads (NĐ 30/2020, Phụ lục I; HD 36-HD/VPTW)
_FORM = ("cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "đảng cộng sản việt nam", "việt nam")

#: By letters without marks: the names that have them, by ``folded`` words, as they are spelt in small letters
_Names = dict[str, dict[str, str]]


def mended(text: str, day: str | None = None) -> str:
    """A line or name of a letterhead with its bodies and places put right, in the case in which it is printed.

    ``day`` is the document's date (ISO, maybe cut), by which one of several places is told.
    """
    words = text.split(" ")
    at = 0
    while at < len(words):
        at += _mend(words, at, _is_new(day))
    return " ".join(words)


def mended_place(name: str) -> str:
    """The place of a letterhead (``Cần Thơ``, ``Thành phố Hồ Chí Minh``) put right."""
    words = mended(name).split(" ")
    known = _bare().get(_letters(words), {})
    return " ".join(_printed(words, *known.values()) if len(known) == 1 else words)


def _is_new(day: str | None) -> bool | None:
    return None if day is None or len(day) < 7 or day[0] == "-" else date.fromisoformat(f"{day[:7]}-01") >= CHANGED


def _goes_on(words: list[str], new: bool | None) -> bool:
    """Whether a known name of several words stands behind the first: ``SỚ GIÁO DỤC VÀ ĐÀO TẠO``, not ``BÁN TRÚ``."""
    return any(_known(_letters(words[1:end]), False, new) for end in range(3, min(_LONGEST, len(words)) + 1))


def _mend(words: list[str], at: int, new: bool | None) -> int:
    """Put right the longest known name that begins at ``at``; how many words are done."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        piece = words[at : at + size]
        opens = at == 0 and piece[-1][-1:].isalpha() and _goes_on(words, new)
        letters = _letters(piece)
        if not (known := _known(letters, opens, None)):
            continue
        fitting = _known(letters, opens, new)
        if len(fitting) == 1 and _key(_bare_words(piece)) not in known:
            words[at : at + size] = _printed(piece, *fitting.values())
        return size
    return 1


@lru_cache(maxsize=1 << 12)
def _known(letters: str, opens: bool, new: bool | None) -> dict[str, str]:
    """The names of these letters: bodies, units with their kind, provinces without."""
    found = dict(_phrases().get(letters, {}))
    if " " not in letters:
        return found if opens else {}
    places = {now: _units(now).get(letters, {}) for now in (True, False)}
    if new is not None and places[new]:
        found |= places[new]
    else:
        found |= places[True] | places[False]
    return found or (_bare()[letters] if letters in _provinces() else {})


def _letters(words: Iterable[str]) -> str:
    return " ".join(map(skeleton, _bare_words(words)))


def _key(words: Iterable[str]) -> str:
    return " ".join(map(folded, words))


def _bare_words(words: Iterable[str]) -> list[str]:
    """Words without the marks around them; a dash between two words stays."""
    return [_WORD.sub(r"\2", word) or "-" for word in words]


def _printed(words: list[str], right: str) -> list[str]:
    """The right words with the marks and capitals of the printed ones; a word that is right stays as it is."""
    shown = []
    for word, other in zip(words, right.split(" "), strict=True):
        match = _WORD.match(word)
        assert match
        core = match[2]
        if core and folded(core) != folded(other):
            cased = other.upper() if core.isupper() else other.capitalize() if core[0].isupper() else other
            word = match[1] + cased + match[3]
        shown.append(word)
    return shown


@cache
def _phrases() -> _Names:
    bodies = load("bodies")
    offices = [name for name in bodies["offices"] if " " in name]
    deputies = [f"Phó {name}" for name in offices]
    return _by_letters([*bodies["proper"], *bodies["fields"], *bodies["kinds"], *offices, *deputies, *_FORM])


@cache
def _units(now: bool) -> _Names:
    return _by_letters(unit_names(now))


@cache
def _bare() -> _Names:
    """Places without their kind."""
    return _by_letters(bare_names())


@cache
def _provinces() -> frozenset[str]:
    names = (name for now in (True, False) for name in unit_names(now) if name.startswith(("tỉnh ", "thành phố ")))
    return frozenset(_letters(without_kind(name).split()) for name in names)


def _by_letters(names: Iterable[str]) -> _Names:
    found: _Names = {}
    for name in names:
        words = _bare_words(name.lower().split())
        found.setdefault(_letters(words), {}).setdefault(_key(words), " ".join(words))
    return found
