"""The words of a block with re-scoping undone: what is left is the point that it makes, whatever level makes it.

Names of places, the plan's own movement and period, and words of levels are taken away; bodies become tokens of what
they do (``knowledge/functions.toml``); abbreviations are written out; the two ways to place a tone mark are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from kehoach.alphabet import LOWER, UPPER
from kehoach.knowledge import alternatives, load
from kehoach.plan import Header, Level, Plan

WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
UNIT = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hôn|[Ấấ]p)"
NAME = rf"[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]+)*(?![{UPPER}{LOWER}])"
PLACE = re.compile(rf"(?<!\w)(?P<unit>{UNIT})\s+(?P<name>{NAME})")
TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
#: A year before what is measured (`đến hết năm 2026 tỷ lệ …`)
YEAR = re.compile(r"^(?:phấn đấu\s+)?(?:(?:từ|đến|trong|hết|cuối|đầu)\s+)*năm\s+\d{4}\s*[,:]?\s+", re.IGNORECASE)
#: Function tokens stand apart from words of the text
MARK = "@"


def folded(text: str) -> str:
    """``text`` in small letters with each tone mark behind its syllable: ``hoá`` and ``hóa`` are one word."""
    out = []
    for word in re.split(r"([^\W_]+)", text.casefold()):
        letters = unicodedata.normalize("NFD", word)
        tone = "".join(TONES.get(c, "") for c in letters)
        out.append(unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES)) + tone)
    return "".join(out)


@cache
def fold_word(word: str) -> str:
    """``folded`` for one word."""
    return folded(word)


def words_of(text: str) -> list[str]:
    """The folded words of a text, with common abbreviations written out."""
    short = _abbreviations()
    out: list[str] = []
    for word in WORD.findall(text):
        key = fold_word(word)
        out += short.get(key, (key,))
    return out


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {
        folded(short): tuple(folded(word) for word in WORD.findall(long))
        for short, long in load("functions")["abbreviations"].items()
    }


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By its first word: each phrase that is taken as one, with the tokens that stand for it; longest first."""
    phrases: dict[tuple[str, ...], set[str]] = {}
    for function in load("functions")["function"]:
        for name in function["names"]:
            phrases.setdefault(tuple(words_of(name)), set()).add(MARK + function["key"])
    for plain in load("functions")["plain"]:
        phrases[tuple(words_of(plain))] = set(words_of(plain))
    for neutral in load("functions")["neutral"]:
        phrases[tuple(words_of(neutral))] = set()
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        tokens = phrase if phrase and phrases[phrase] == set(phrase) else tuple(sorted(phrases[phrase]))
        index.setdefault(phrase[0], []).append((phrase, tokens))
    return index


def neutral(words: Sequence[str], *, by_name: bool = False) -> list[str]:
    """``words`` with bodies as tokens of their function, and without words of levels.

    ``by_name``: the name of a body is a token of its own beside that of its function, since bodies of one level that
    share a function are not one (a department, the newspaper).
    """
    index = _names()
    out: list[str] = []
    at = 0
    while at < len(words):
        for phrase, tokens in index.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                out += tokens
                if by_name and any(map(is_function, tokens)):
                    out.append(MARK + " ".join(phrase))
                at += len(phrase)
                break
        else:
            out.append(words[at])
            at += 1
    return out


def without_year(indicator: str) -> str:
    """What is measured, without the year that stands before it."""
    return YEAR.sub("", indicator)


class Wording:
    """How one plan words its points: it knows the plan's own place, movement and period, and takes them out."""

    def __init__(self, plan: Plan, *, rescoped: bool = True) -> None:
        self.rescoped = rescoped
        self._own = _own_names(plan.header)
        self._known: dict[str, list[str]] = {}

    def tokens(self, text: str) -> list[str]:
        """The point of ``text``; its plain folded words where plans of one level are compared."""
        if text not in self._known:
            self._known[text] = self._tokens(text)
        return self._known[text]

    def neutral(self, text: str) -> list[str]:
        """The point of ``text`` with re-scoping undone, whatever plans are compared; at one level bodies have names."""
        return self.tokens(text) if self.rescoped else self._undone(text)

    def functions(self, text: str) -> frozenset[str]:
        """The functions of the bodies that ``text`` names."""
        return functions_in(self.neutral(text))

    def _tokens(self, text: str) -> list[str]:
        return self._undone(text) if self.rescoped else words_of(text)

    def _undone(self, text: str) -> list[str]:
        for name in self._own:
            text = name.sub(" ", text)
        return neutral(words_of(PLACE.sub(lambda m: m["unit"], text)), by_name=not self.rescoped)


def _own_names(header: Header) -> list[re.Pattern[str]]:
    """The movement in its marks, the period, the names of the issuer's places."""
    own = []
    if header.movement:
        own.append(re.escape("“") + re.escape(header.movement).replace(r"\ ", r"\s+") + r"[^”]{0,40}”")
    period = header.period
    if period and period.start and period.end and period.start != period.end:
        own.append(rf"(?:giai đoạn|nhiệm kỳ)\s+{period.start[:4]}\s*[-–—]\s*{period.end[:4]}")
    for match in PLACE.finditer(header.issuer.name or ""):
        own.append(rf"(?<!\w){re.escape(match['name'])}(?!\w)")
    return [re.compile(pattern) for pattern in own]


def functions_in(tokens: Sequence[str]) -> frozenset[str]:
    """The functions of the bodies that tokens name."""
    return frozenset(token[1:] for token in tokens if token[0] == MARK)


def is_function(token: str) -> bool:
    """Does the token stand for a body?"""
    return token[0] == MARK


@cache
def _levels() -> list[tuple[Level, re.Pattern[str]]]:
    found: list[tuple[Level, re.Pattern[str]]] = []
    for level, words in load("functions")["levels"].items():
        found.append(
            (level, re.compile(rf"(?<!\w)(?<!nông )(?<!hợp tác )(?<!thị ){alternatives(words)}(?!\w)(?! hội)"))
        )
    return found


def levels_in(text: str) -> frozenset[Level]:
    """The levels of government that a text names (``các huyện``, ``Sở``, ``thôn``)."""
    small = text.casefold().replace("thị xã", "quận")
    return frozenset(level for level, pattern in _levels() if pattern.search(small))


def number_key(number: str | None) -> str:
    """A document number as it is compared: without spaces, leading zeros and case; empty for none."""
    return re.sub(r"\s|^0+", "", (number or "").casefold()).replace("–", "-")
