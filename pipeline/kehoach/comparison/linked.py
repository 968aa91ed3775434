"""The two plans with their links, as the finders of changes read them: which blocks answer which, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from kehoach.comparison.coverage import Scope
from kehoach.comparison.edits import edits
from kehoach.comparison.likeness import Weights, dice
from kehoach.comparison.model import Edit
from kehoach.comparison.points import Point
from kehoach.comparison.wording import PLACE, Wording
from kehoach.plan import Plan, Span

EQUAL = 2.0  # the score of facts that are word for word the same
BRIEF = 26  # words of the head of a clause
A_SHRED = 3  # words, at the head of a shortened quote, of a phrase that began before it
LONG, SHORT = 60, 8  # words; a longer quote is cut at a clause, no shorter than this
CLAUSE_END = re.compile(r"[;:.](?=\s|$)|,(?=\s+(?:hoặc|trong đó|đồng thời)\s)|\s(?=hoặc\s)")
ABBREVIATED = re.compile(r"(?:^|\s)(?:TP|TT|TS|ThS|GS|PGS|BS|KS|CT|số|P|Q|[A-ZĐ])$")


Bag: TypeAlias = tuple[frozenset[str], float]


@dataclass(slots=True)
class Linked:
    """Both plans, their points, and the links between them by number of block."""

    parent: Plan
    child: Plan
    upper: Sequence[Point]
    lower: Sequence[Point]
    parents: Sequence[Sequence[int]]
    upper_wording: Wording
    lower_wording: Wording
    same_level: bool
    scope: Scope
    weights: Weights = field(init=False)
    children: dict[int, list[int]] = field(init=False)
    _bags: tuple[dict[str, Bag], dict[str, Bag]] = field(init=False)
    _edits: dict[tuple[int, int], list[Edit]] = field(init=False)
    _upper_numbers: dict[str, int] = field(init=False)
    _lower_numbers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.weights = Weights([p.tokens for p in [*self.upper, *self.lower]])
        self._bags = ({}, {})
        self._edits = {}
        self.children = {}
        for c, parents in enumerate(self.parents):
            for p in parents:
                self.children.setdefault(p, []).append(c)
        self._upper_numbers = {p.block.id: p.number for p in self.upper}
        self._lower_numbers = {p.block.id: p.number for p in self.lower}

    def answers(self, block: str | None) -> list[Point]:
        """The child's points that carry a parent's block."""
        number = self._upper_numbers.get(block or "")
        return [self.lower[c] for c in self.children.get(number, [])] if number is not None else []

    def sources(self, block: str | None) -> list[Point]:
        """The parent's points that a child's block carries."""
        number = self._lower_numbers.get(block or "")
        return [self.upper[p] for p in self.parents[number]] if number is not None else []

    def upper_point(self, block: str | None) -> Point | None:
        """The parent's point of a block."""
        number = self._upper_numbers.get(block or "")
        return self.upper[number] if number is not None else None

    def lower_point(self, block: str | None) -> Point | None:
        """The child's point of a block."""
        number = self._lower_numbers.get(block or "")
        return self.lower[number] if number is not None else None

    def alike(self, upper: str, lower: str) -> float:
        """How like two pieces of text are, re-scoping undone: the share of words in common, 0..1."""
        one, two = self._bag(0, self.upper_wording, upper), self._bag(1, self.lower_wording, lower)
        return self._dice(one, two)

    def overlap(self, a: Iterable[str], b: Iterable[str]) -> float:
        """Twice the weight in common by the weight of both."""
        one, two = frozenset(a), frozenset(b)
        return self._dice((one, self.weights.total(one)), (two, self.weights.total(two)))

    def _dice(self, one: Bag, two: Bag) -> float:
        shared = one[0] & two[0]
        return 2 * self.weights.total(shared) / (one[1] + two[1]) if shared else 0.0

    def _bag(self, side: int, wording: Wording, text: str) -> Bag:
        """The words of a piece of text and their weight, known from the second time on."""
        bag = self._bags[side].get(text)
        if bag is None:
            tokens = frozenset(wording.tokens(text))
            bag = self._bags[side][text] = (tokens, self.weights.total(tokens))
        return bag

    def alike_pairs(self, upper: Sequence[str], lower: Sequence[str], floor: float) -> Iterator[tuple[float, int, int]]:
        """``alike`` for all pairs of two lists that reach ``floor``, with their places in the lists."""
        ours, theirs = map(self.upper_wording.tokens, upper), map(self.lower_wording.tokens, lower)
        all_pairs = dice(list(ours), list(theirs), self.weights)
        for i, j in zip(*(all_pairs >= floor).nonzero(), strict=True):
            yield round(float(all_pairs[i, j]), 4), int(i), int(j)

    def edits(self, source: Point, point: Point) -> list[Edit]:
        """The word edits between two linked blocks, made once."""
        key = (source.number, point.number)
        if key not in self._edits:
            self._edits[key] = edits(source.block.text, point.block.text)
        return self._edits[key]

    def nearest(self, upper: str, answers: Iterable[Point]) -> tuple[float, Point, str] | None:
        """The clause of the child's points that is most like a piece of the parent's text."""
        found = [
            (self.alike(upper, point.block.text[start:end]), point, point.block.text[start:end])
            for point in answers
            for start, end in clauses(point.block.text)
        ]
        return max(found, key=lambda each: each[0], default=None)

    def bare(self, name: str) -> str:
        """The name of a body without its place."""
        return " ".join(self.upper_wording.neutral(PLACE.sub("", name)))

    def kept_of(self, own: Sequence[str], other: Sequence[str]) -> float:
        """The share of one token list's weight that another has."""
        return self.weights.total(set(own) & set(other)) / max(self.weights.total(own), 1e-9)

    def kept(self, upper: str, lower: Iterable[Point]) -> float:
        """The share of a piece of the parent's text that the child's points have."""
        there = [token for point in lower for token in point.tokens]
        return self.kept_of(self.upper_wording.tokens(upper), there)


def equal_pairs(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """The places of equal values in two lists; of several the first with the first, the second with the second."""
    places: dict[Hashable, list[int]] = {}
    for j, value in reversed(list(enumerate(theirs))):
        places.setdefault(value, []).append(j)
    for i, value in enumerate(ours):
        if places.get(value):
            yield i, places[value].pop()


def best_pairs(scored: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Pairs one to one out of (score, one, other), the best score first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def clauses(text: str) -> list[Span]:
    """The clauses of a text: parts between stops, semicolons and colons, and alternatives (`hoặc …`)."""
    cuts = [0]
    for mark in CLAUSE_END.finditer(text):
        if mark[0] != "." or not ABBREVIATED.search(text[: mark.start()]):
            cuts.append(mark.end())
    cuts.append(len(text))
    spans = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip(" ,;"))
        trimmed = piece.strip(" ,;:.")
        if trimmed:
            spans.append((start + lead, start + lead + len(trimmed)))
    return spans


def clause_at(text: str, start: int, end: int) -> str:
    """The clause (or clauses) of ``text`` that holds a span."""
    held = [(a, b) for a, b in clauses(text) if a < end and b > start]
    return text[held[0][0] : held[-1][1]] if held else text[start:end]


def around(text: str, start: int, end: int, words: int = 6) -> str:
    """A span with at most so many words on both sides, within its clause."""
    held = [(a, b) for a, b in clauses(text) if a <= end and b >= start]
    low, high = (held[0][0], held[-1][1]) if held else (start, end)
    whole = re.findall(r"\S+\s*", text[low:start])
    before = whole[-words:]
    torn = next((i for i, word in enumerate(before[:A_SHRED], 1) if word.rstrip().endswith(",")), 0)
    before = before[torn:] if len(whole) > words else before  # the end of a phrase says nothing
    after = re.findall(r"\s*\S+", text[end:high])[:words]
    return ("".join(before) + text[start:end] + "".join(after)).strip(" ,;:")


def cut(text: str) -> str:
    """A quote that is not too long: whole, or its first clauses, so many that they say something."""
    text = text.strip().rstrip(";:.").rstrip()
    if len(text.split()) <= LONG:
        return text
    spans = clauses(text)
    end = next((end for _, end in spans if len(text[spans[0][0] : end].split()) >= SHORT), len(text))
    return " ".join(text[spans[0][0] : end].split(" ")[:LONG])


def brief(text: str) -> str:
    """The head of a clause that says who does what: whole, or up to a comma near its limit."""
    text = cut(text)
    words = text.split(" ")
    if len(words) <= BRIEF:
        return text
    ends = [i for i, word in enumerate(words[:BRIEF], 1) if word.endswith((",", ";")) and i >= BRIEF // 2]
    return " ".join(words[: ends[-1] if ends else BRIEF]).rstrip(" ,;")
