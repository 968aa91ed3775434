"""Misread and misspelt words, told by the fixed phrases of the genre: ``phần đầu xây dựng`` for ``phấn đấu``.

A pair of syllables that is no word, but sounds like one (``bổ xung``) or differs only in its marks or by one letter
from one, is taken for a mistake, unless either syllable belongs to a word with its other neighbour (``định hướng | dân
chủ``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kehoach.findings.passages import pairs, runs
from kehoach.findings.repeats import told_once
from kehoach.findings.rule import Hit, at
from kehoach.findings.slips import sounds_alike
from kehoach.findings.syllables import LONGEST_SYLLABLE, TONES, has_marks, is_syllable, skeleton, spelling
from kehoach.knowledge import alternatives, load, set_words
from kehoach.plan import Plan

Phrase = tuple[str, ...]
SELDOM = 2  # times that a slip of the keys stands in a text


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of the genre, ready for questions. Syllables are in ``spelling``.

    pairs        syllables that stand side by side in a phrase
    by_skeleton  phrases without their marks; ``heads`` their first words, ``long`` the first two of longer ones
    beside       what stands beside a syllable (``0`` before it, ``1`` behind it), by skeleton, also less a letter
    small        words that stand beside anything
    shown        phrases as they are written
    """

    pairs: frozenset[Phrase]
    by_skeleton: dict[str, list[Phrase]]
    heads: frozenset[str]
    long: frozenset[tuple[str, str]]
    beside: dict[tuple[int, str], dict[str, set[str]]]
    small: frozenset[str]
    shown: dict[Phrase, Phrase]


@cache
def lexicon() -> Lexicon:
    """Built once from ``knowledge/words.txt``."""
    data = load("syllables")
    shown = {tuple(map(spelling, phrase)): phrase for phrase in set_words()}
    by_skeleton: dict[str, list[Phrase]] = defaultdict(list)
    around: dict[tuple[int, str], dict[str, set[str]]] = {}
    for phrase in shown:
        by_skeleton[" ".join(map(skeleton, phrase))].append(phrase)
        if len(phrase) == 2:
            for side, syllable, beside in ((1, *phrase), (0, *phrase[::-1])):
                for form in (skeleton(beside), *_less_one(skeleton(beside))):
                    around.setdefault((side, syllable), {}).setdefault(form, set()).add(beside)
    apart = [tuple(map(spelling, pair.split())) for pair in data["apart"]]
    side_by_side: set[Phrase] = {pair for phrase in [*shown, *apart] for pair in pairwise(phrase)}
    small = frozenset(map(spelling, data["small"].split()))
    long = frozenset((skeleton(phrase[0]), skeleton(phrase[1])) for phrase in shown if len(phrase) > 2)
    heads = frozenset(skeleton(phrase[0]) for phrase in shown)
    return Lexicon(frozenset(side_by_side), by_skeleton, heads, long, around, small, shown)


def _less_one(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))] if 2 < len(word) <= LONGEST_SYLLABLE + 2 else []


def find_misread_words(plan: Plan) -> Iterator[Hit]:
    """Pairs (and longer phrases) of syllables one step away from a phrase of the genre, with the right words; and what
    is often misspelt, whatever the lexicon holds.
    """
    yield from told_once(_misread_words(plan))
    yield from told_once(_misspelt_words(plan))


def _misspelt_words(plan: Plan) -> Iterator[Hit]:
    misspelt = load("syllables")["misspelt"]
    lower = plan.text.lower()
    said = [wrong for wrong in misspelt if wrong in lower]
    pattern = re.compile(rf"(?<![\w.@/-]){alternatives(said)}(?![\w@/-]|\.\w)", re.IGNORECASE)
    for match in pattern.finditer(plan.text) if said else ():
        right = misspelt[" ".join(match[0].lower().split())]
        better = _cased(match[0], tuple(right.split()))
        yield at(plan, *match.span(), f"“{match[0]}” có lẽ là “{better}”. Hãy kiểm tra.", right=better)


def _misread_words(plan: Plan) -> Iterator[Hit]:
    lower = plan.text.lower()
    doubtful = {pair for pair in pairs(plan.text) if _is_doubtful(*pair)}
    for offset, shown in runs(plan.text) if doubtful else ():
        if not any(has_marks(word) for word in shown):
            continue  # names of files and fields, another language
        skip = 0
        for i, pair in enumerate(pairwise(shown)):
            if i < skip or pair not in doubtful:
                continue
            right = _right([spelling(word) for word in shown[i - 1 if i else 0 : i + 4]], min(i, 1))
            if right is None or _is_name(shown, i, i + len(right)) or _is_usual(lower, pair, right):
                continue
            skip = i + len(right) - 1
            said = " ".join(shown[i : i + len(right)])
            start = offset + sum(len(word) + 1 for word in shown[:i])
            better = _cased(said, lexicon().shown[right])
            yield at(plan, start, start + len(said), f"“{said}” có lẽ là “{better}”. Hãy kiểm tra.", right=better)


@lru_cache(maxsize=2**16)
def _is_doubtful(first: str, second: str) -> bool:
    """Is the pair no part of a phrase, and near to one or the beginning of a long one?"""
    lex = lexicon()
    one, two = spelling(first), spelling(second)
    return (one, two) not in lex.pairs and ((skeleton(one), skeleton(two)) in lex.long or bool(_near(one, two)))


def _right(words: list[str], i: int) -> Phrase | None:
    """The phrase that should stand at ``i``, or None if what stands there may be right."""
    near = _near(words[i], words[i + 1])
    if (skeleton(words[i]), skeleton(words[i + 1])) in lexicon().long:
        for size in (4, 3):
            said = tuple(words[i : i + size])
            longer = lexicon().by_skeleton.get(" ".join(map(skeleton, said)), ()) if len(said) == size else ()
            if len(longer) == 1 and said != longer[0]:
                return longer[0]
    return near[0] if len(near) == 1 and not _is_claimed(words, i, near[0]) else None


def _is_claimed(words: list[str], i: int, right: Phrase) -> bool:
    """Does either syllable form a word with its other neighbour, which is no phrase with the ``right`` ones?"""
    known = lexicon().pairs
    before = i > 0 and (words[i - 1], words[i]) in known and (words[i - 1], *right) not in lexicon().shown
    return before or (i + 2 < len(words) and (words[i + 1], words[i + 2]) in known)


def _near(first: str, second: str) -> list[Phrase]:
    """The phrases one step away from a pair of syllables: in sound, else in their marks, else by a letter of one."""
    lex = lexicon()
    said = (first, second)
    if heard := _heard(first, second):
        return heard
    near: list[Phrase] = []
    if skeleton(first) in lex.heads:
        near = [p for p in lex.by_skeleton.get(f"{skeleton(first)} {skeleton(second)}", ()) if len(p) == 2]
        near = [p for p in near if not any(s != r and s in lex.small for s, r in zip(said, p, strict=True))]
    if near or first in lex.small or second in lex.small:
        return near
    near += [(first, b) for b in _one_letter(1, first, second)]
    near += [(a, second) for a in _one_letter(0, second, first)]
    return near


def _heard(first: str, second: str) -> list[Phrase]:
    """The words of two syllables that sound like the pair."""
    lex = lexicon()
    alike = [(a, second) for a in sounds_alike(first)] if first not in lex.small else []
    alike += [(first, b) for b in sounds_alike(second)] if second not in lex.small else []
    return [pair for pair in alike if pair in lex.shown]


def _one_letter(side: int, syllable: str, said: str) -> set[str]:
    """What belongs beside ``syllable`` and has a letter more or less than ``said``; two of an impossible syllable."""
    beside = lexicon().beside.get((side, syllable))
    if beside is None:
        return set()
    form = skeleton(said)
    less = _less_one(form)
    forms = [form, *less] + ([] if is_syllable(said) else [f for each in less for f in _less_one(each)])
    found = {right for each in forms for right in beside.get(each, ())}
    return {right for right in found if skeleton(right)[:1] == form[:1] and len(skeleton(right)) != len(form)}


def _is_name(shown: list[str], start: int, end: int) -> bool:
    """Capitals inside a sentence make a proper name, unless all letters are capitals."""
    words = shown[start:end]
    if all(w.isupper() for w in words):
        return all(len(w) < 3 for w in words)
    return any(w[0].isupper() for w in words[1:]) or (start > 0 and words[0][0].isupper())


def _is_usual(lower: str, said: Phrase, right: Phrase) -> bool:
    """Does the text (in small letters) not know the right words, or write the others more often?

    Not asked of what sounds alike, which is always a mistake, and of what is no syllable; of what only bears one
    other mark, the text has to say it several times.
    """
    if (
        len(right) > 2
        or right in _heard(*map(spelling, said))
        or any(has_marks(w) and not is_syllable(w) for w in said)
    ):
        return False
    wanted, found = lower.count(" ".join(lexicon().shown[right])), lower.count(" ".join(said).lower())
    marked = [skeleton(word) for word in said] == [skeleton(word) for word in right]
    if marked and sum(_marks_apart(spelling(one), other) for one, other in zip(said, right, strict=True)) == 1:
        return wanted < found and (wanted > 0 or found > SELDOM)
    return wanted < max(1, found)


def _marks_apart(one: str, other: str) -> int:
    """How many marks two syllables of the same letters differ in, each in ``spelling``: the tone, those of letters."""
    tones = [word[-1:] if word[-1:] in TONES else "" for word in (one, other)]
    letters = zip(one.removesuffix(tones[0]), other.removesuffix(tones[1]), strict=False)
    return (tones[0] != tones[1]) + sum(a != b for a, b in letters)


def _cased(said: str, right: Phrase) -> str:
    """The right words in the casing of what stands there."""
    if said.isupper():
        return " ".join(right).upper()
    if len(said.split()) != len(right):
        return " ".join(right)
    shown = [w.capitalize() if s[0].isupper() else w for s, w in zip(said.split(), right, strict=True)]
    return " ".join(shown)
