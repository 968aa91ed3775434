"""Names that are printed in capitals, in the casing of NĐ 30/2020, Phụ lục II.

``ỦY BAN NHÂN DÂN XÃ ĐỒI SIM`` → ``Ủy ban nhân dân xã Đồi Sim``: the head is spelt as ``knowledge/bodies.toml`` has it,
its field begins with a capital, and what follows a unit, a known field or a kind of school is a proper name; so are
known places, and what is no word of the language behind a school, hospital, company or regiment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from kehoach.knowledge import alternatives, load, set_words
from kehoach.knowledge.places import bare_names

#: What the next word may be: the head of a body, the first word of its field, a further one, more of a field or else
#: a proper name, a proper name
_Place = Literal["head", "field", "further", "behind", "name"]

_UNIT = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|đặc khu|xã(?! hội)|(?<=nhân dân )xã|phường)(?!\w)")
#: A unit behind a name, with a comma or of a word that no name of a place holds
_NEXT_UNIT = re.compile(rf"(?<=, ){_UNIT.pattern}|(?:tỉnh|thành phố|huyện|quận|thị xã)(?= \w)")
#: What the parts of a country or a body are called, before their number or name
_PART = re.compile(
    r"(?:khu vực|chuyên(?! (?:môn|trách|viên|đề|ngành))|cửa khẩu|thôn|ấp|khóm|tổ dân phố|số(?= \d)|cơ sở|"
    r"miền(?! núi))(?= \w)"
)
_SMALL = frozenset(["và", "các", "của", "về", "thuộc", "cho", "tại", "ở", "ngành"])
_VOWEL = re.compile(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
#: `vi` and `xi` are syllables, too (`vi sinh`, `xi măng`)
_ROMAN = re.compile(r"(?!(?:vi|xi) )(?:x{0,3}(?:ix|iv|v?i{2,3}|vi|xi|x))(?!\w)")
#: Heads that a place follows at once: ``Tỉnh ủy``, ``Huyện đoàn``, ``Đoàn xã``
_SEAT = re.compile(r"(?:tỉnh|thành|huyện|quận|thị) ?(?:ủy|uỷ|đoàn)$|đoàn (?:xã|phường)$")
_SCHOOL = r"(?:trường|học viện|đại học)"
#: Bodies that have a name of their own behind what they do; schools; offices, whose second field has a capital, too
_NAMED = re.compile(
    rf"(?:{_SCHOOL}|bệnh viện|(?:tổng )?công ty|tập đoàn|doanh nghiệp|hợp tác xã|đồn|vườn quốc gia|"
    r"(?:quân|binh|sư|lữ|trung|tiểu|hải) ?đoàn)(?!\w)"
)
_OF_MANY_FIELDS = frozenset(
    ["đại học", "cao đẳng", "trung cấp", "cổ phần", "trách nhiệm hữu hạn", "tnhh", "một thành viên"]
)
_TEACHES = re.compile(rf"{_SCHOOL}(?!\w)")
_OFFICE = re.compile(r"(?:chi cục|cục|vụ|phòng|trung tâm)(?!\w)")


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
    if head := _head(text, at, place):
        return _spelt("heads")[head], "name" if _SEAT.search(head) else "field"
    opens = place in ("head", "field") or (place != "name" and _NAMED.match(text))
    if opens and (field := _known("fields").match(text, at)):
        return _spelt("fields")[field[0]], "field" if field[0] in _OF_MANY_FIELDS else "behind"
    if own := _known("names").match(text, at):
        return _spelt("names")[own[0]], place
    if unit := (_NEXT_UNIT if place == "name" else _UNIT).match(text, at):
        return (unit[0].capitalize() if re.match(r" \d", text[unit.end() :]) else unit[0]), "name"
    if place not in ("head", "name") and (told := _told(text, at, place)):
        return told
    if roman := _ROMAN.match(text, at):
        return roman[0].upper(), "name"
    return _word(text, at, place)


def _head(text: str, at: int, place: _Place) -> str | None:
    """A head, at the beginning or where a body stands in the name of another (``Ban Dân vận Tỉnh ủy``)."""
    match = _known("heads").match(text, at)
    if match is None or at == 0:
        return match[0] if match else None
    words, behind = match[0].count(" ") + 1, match.end() + 1
    if place == "name" and (words < 2 or not _UNIT.match(text, behind)):
        return None
    alone = _SEAT.search(match[0]) or words > (2 if place == "further" else 1)
    told = _UNIT.match(text, behind) or _known("fields").match(text, behind) or text[behind : behind + 1].isdigit()
    return match[0] if alone or told else None


def _told(text: str, at: int, place: _Place) -> tuple[str, _Place] | None:
    """Words of the language in small letters but for the first of a field, and known places."""
    if part := _PART.match(text, at):
        return part[0], "field" if part[0] == "cơ sở" else "name"  # `cơ sở Sở Nội vụ`
    words, known = _known("words").match(text, at), _place_at(text, at)
    end = at + len(known)
    last = end == len(text) or _UNIT.match(text, end + 1) is not None  # `Bệnh viện Đồi Sim`
    if words and not (known and last and end >= words.end() and words[0] not in load("bodies")["matters"]):
        first = place in ("field", "behind") or _TEACHES.match(text) is not None
        return (words[0].capitalize() if first else words[0]), "further"
    return (known.title(), "name") if known else None


def _place_at(text: str, at: int) -> str:
    """The longest known place of several words that stands there, else an empty text."""
    words = text[at:].split(" ", 4)[:4]
    pieces = (" ".join(words[:size]).rstrip(",") for size in range(len(words), 1, -1))
    return next((piece for piece in pieces if piece in bare_names() and " " in piece), "")


def _word(text: str, at: int, place: _Place) -> tuple[str, _Place]:
    """A word that nothing is known of."""
    word = text[at:].split(" ", 1)[0]
    if re.fullmatch(r"\W+", word):
        return word, place if place == "name" or (word == "," and place == "further") else "field"
    if word == "và" or (word in _SMALL and place != "name"):
        opens = place in ("head", "behind") or word == "ngành" or _OFFICE.match(text)
        return word, "field" if opens else place
    if re.search(r"\d", word) or (not _VOWEL.search(word) and re.search(r"[^\W\d_]", word)):
        return word.upper(), place  # a code; no word of the language is without a vowel
    if place == "further" and not _NAMED.match(text):
        return word, "further"
    named = place in ("name", "behind") or (place != "head" and _NAMED.match(text))
    return word.capitalize(), "name" if named else "further"


@cache
def _spelt(kind: str) -> dict[str, str]:
    """Known wordings by their small letters; the spelling that stands first in the data holds."""
    bodies = load("bodies")
    words: dict[str, Iterable[str]] = {
        "heads": [*bodies["proper"], *bodies["printed"]],
        "fields": [*bodies["fields"], *bodies["kinds"]],
        "names": ["Việt Nam", "Trung ương", *(city["name"] for city in load("units")["central_city"])],
        "words": [*bodies["matters"], *map(" ".join, set_words())],
    }
    return {word.lower(): word for word in reversed(list(words[kind]))}


@cache
def _known(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{alternatives(_spelt(kind))}(?!\w)")
