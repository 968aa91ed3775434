"""Names that are printed in capitals, in the casing of NĐ 30/2020, Phụ lục II.

``ỦY BAN NHÂN DÂN XÃ ĐỒI SIM`` → ``Ủy ban nhân dân xã Đồi Sim``: the head is spelt as ``knowledge/bodies.toml`` has it,
its field begins with a capital, and what follows a unit, a known field or a kind of school is a proper name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from kehoach.knowledge import alternatives, load

#: What the next word may be: the head of a body, the first word of its field, a further one, more of a field or else
#: a proper name, a proper name
_Place = Literal["head", "field", "further", "behind", "name"]

_UNIT = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|đặc khu|xã(?! hội)|phường)(?!\w)")
#: A unit behind a name, with a comma or of a word that no name of a place holds
_NEXT_UNIT = re.compile(rf"(?<=, ){_UNIT.pattern}|(?:tỉnh|thành phố|huyện|quận|thị xã)(?= \w)")
_SMALL = frozenset(["và", "các", "của", "về", "thuộc", "cho", "tại", "ở"])
_VOWEL = re.compile(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
#: Heads that a place follows at once: ``Tỉnh ủy``, ``Huyện đoàn``, ``Đoàn xã``
_SEAT = re.compile(r"(?:tỉnh|thành|huyện|quận|thị) ?(?:ủy|uỷ|đoàn)$|đoàn (?:xã|phường)$")


def cased(name: str) -> str:
    """A name, whatever its capitals, in the casing of the form."""
    text, at = " ".join(name.lower().split()), 0
    out: list[str] = []
    place: _Place = "head"
    while at < len(text):
        word, place = _next(text, at, place)
        out.append(word)
        at += len(word)
        if text[at : at + 1] == " ":
            out.append(" ")
            at += 1
    spelt = "".join(out)
    return spelt[:1].upper() + spelt[1:]


def _next(text: str, at: int, place: _Place) -> tuple[str, _Place]:
    """The next words that belong together, as they are spelt, and what may follow them."""
    if place in ("head", "field", "behind") and (head := _known("heads" if at == 0 else "long heads").match(text, at)):
        return _spelt("heads")[head[0]], "name" if _SEAT.search(head[0]) else "field"
    if place in ("head", "field") and (field := _known("fields").match(text, at)):
        return _spelt("fields")[field[0]], "behind"
    if own := _known("names").match(text, at):
        return _spelt("names")[own[0]], place
    if unit := (_NEXT_UNIT if place == "name" else _UNIT).match(text, at):
        return (unit[0].capitalize() if re.match(r" \d", text[unit.end() :]) else unit[0]), "name"
    return _word(text[at:].split(" ", 1)[0], place)


def _word(word: str, place: _Place) -> tuple[str, _Place]:
    """A word that nothing is known of."""
    if re.fullmatch(r"\W+", word):
        return word, "name" if place == "name" else "field"
    if word == "và" or (word in _SMALL and place != "name"):
        return word, "field" if place in ("head", "behind") else place
    if not _VOWEL.search(word) and word.isalpha():
        return word.upper(), place  # no word of the language is without a vowel
    if place == "further":
        return word, "further"
    return word.capitalize(), "name" if place in ("name", "behind") else "further"


@cache
def _spelt(kind: str) -> dict[str, str]:
    """Known wordings by their small letters; the spelling that stands first in the data holds."""
    bodies = load("bodies")
    words: dict[str, Iterable[str]] = {
        "heads": bodies["proper"],
        "fields": [*bodies["fields"], *bodies["kinds"]],
        "names": ["Việt Nam", *(city["name"] for city in load("units")["central_city"])],
    }
    return {word.lower(): word for word in reversed(list(words[kind]))}


@cache
def _known(kind: str) -> re.Pattern[str]:
    words = [word for word in _spelt(kind.removeprefix("long ")) if " " in word or not kind.startswith("long ")]
    return re.compile(rf"{alternatives(words)}(?!\w)")
