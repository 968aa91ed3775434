"""How like the wordings of two plans are, every block of one with every block of the other, as matrices.

TF-IDF over words and pairs of words: what stands in many blocks (`phong trào thi đua`) weighs little, so that
boilerplate resembles nothing. Only terms that both plans use are multiplied, a slice of the vocabulary at a time, which
bounds the memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]
    Numbers: TypeAlias = NDArray[np.int64]

Texts: TypeAlias = Sequence[Sequence[str]]
SLICE = 2048  # columns of the vocabulary that are multiplied at once
#: Products up to this size run on one thread in OpenBLAS; small plans are multiplied in such steps, since waiting for
#: a second thread on a busy machine takes longer than all of the work
ONE_THREAD, SMALL = 262_144, 16_384


@dataclass(frozen=True, slots=True)
class Likeness:
    """Child × parent, each 0..1: ``cosine``; the share of the child's words that the parent has; and of the parent's
    that the child has.
    """

    cosine: Matrix
    of_child: Matrix
    of_parent: Matrix

    @property
    def mean(self) -> Matrix:
        """All in one figure."""
        return 0.5 * self.cosine + 0.25 * (self.of_child + self.of_parent)


class Weights:
    """Inverse document frequency of terms over the blocks of both plans."""

    def __init__(self, texts: Texts) -> None:
        seen: Counter[str] = Counter()
        for tokens in texts:
            seen.update(set(tokens))
        self._weight = {term: log1p(len(texts) / (1 + count)) for term, count in seen.items()}
        self._rarest = log1p(len(texts))

    def of(self, term: str) -> float:
        """The weight of a term; one that stands nowhere weighs most."""
        return self._weight.get(term, self._rarest)

    def total(self, terms: Iterable[str]) -> float:
        """The weight of a text: each term once, in an order that is always the same."""
        weight, rarest = self._weight, self._rarest
        return sum([weight.get(term, rarest) for term in sorted(set(terms))])


def likeness(child: Texts, parent: Texts) -> Likeness:
    """Compare the token lists of the child's blocks with those of the parent's."""
    shared, of_child, of_parent = _products(child, parent, once=True)
    return Likeness(
        cosine=cosine([grams(t) for t in child], [grams(t) for t in parent]),
        of_child=_share(shared, of_child[:, None]),
        of_parent=_share(shared, of_parent[None, :]),
    )


def cosine(child: Texts, parent: Texts) -> Matrix:
    """The cosine of the TF-IDF vectors of all texts of one side with all of the other."""
    dot, ours, theirs = _products(child, parent, once=False)
    return _share(dot, np.sqrt(np.outer(ours, theirs)))


def dice(one: Texts, two: Texts, weights: Weights) -> Matrix:
    """Twice the weight of the words in common by the weight of both, for all pairs."""
    shared, ours, theirs = _products(one, two, once=True, weights=weights)
    return _share(2 * shared, ours[:, None] + theirs[None, :])


def _share(part: Matrix, whole: Matrix) -> Matrix:
    """A part of a whole; nothing of nothing is nothing."""
    return np.asarray(part / np.maximum(whole, 1e-9), np.float32)


def grams(tokens: Sequence[str]) -> list[str]:
    """Words and pairs of words that stand together."""
    return [*tokens, *(f"{a} {b}" for a, b in pairwise(tokens))]


def _products(
    child: Texts, parent: Texts, *, once: bool, weights: Weights | None = None
) -> tuple[Matrix, Matrix, Matrix]:
    """Dot products of all rows, and the square of each row with itself. ``once``: a term counts once a text.

    Terms weigh what they do in these texts, where no other ``weights`` are given.
    """
    vocabulary: dict[str, int] = {}
    sides = [_counts(texts, vocabulary) for texts in (child, parent)]
    size = len(vocabulary)
    if weights is None:
        frequency = sum(np.bincount(columns, minlength=size) for _, columns, _ in sides)
        weight = np.log1p((len(child) + len(parent)) / (1 + frequency))
    else:
        weight = np.array([weights.of(term) for term in vocabulary])
    both = np.logical_and(*(np.bincount(columns, minlength=size) > 0 for _, columns, _ in sides))
    narrow = np.cumsum(both) - 1  # columns of terms that both have, without gaps
    rows, squares = [], []
    for (numbers, columns, counts), texts in zip(sides, (child, parent), strict=True):
        values = np.sqrt(weight[columns]) if once else weight[columns] * (1 + np.log(counts))
        squares.append(np.bincount(numbers, values**2, minlength=len(texts)).astype(np.float32))
        kept = both[columns]
        rows.append((numbers[kept], narrow[columns[kept]], values[kept].astype(np.float32)))
    dot = np.zeros((len(child), len(parent)), np.float32)
    for start in range(0, int(both.sum()), SLICE):
        width = min(SLICE, int(both.sum()) - start)
        left, right = (_dense(r, len(t), start, width) for r, t in zip(rows, (child, parent), strict=True))
        step = ONE_THREAD // max(dot.size, 1) if dot.size <= SMALL else width
        for at in range(0, width, step):
            dot += left[:, at : at + step] @ right[:, at : at + step].T
    return dot, squares[0], squares[1]


def _counts(texts: Texts, vocabulary: dict[str, int]) -> tuple[Numbers, Numbers, Numbers]:
    """(row, column, count) of the terms of texts, ordered by column; new terms are entered in the vocabulary."""
    columns = [vocabulary.setdefault(term, len(vocabulary)) for tokens in texts for term in tokens]
    numbers = np.repeat(np.arange(len(texts)), [len(tokens) for tokens in texts])
    keys, counts = np.unique(np.array(columns, np.int64) * len(texts) + numbers, return_counts=True)
    return keys % max(len(texts), 1), keys // max(len(texts), 1), counts


def _dense(rows: tuple[Numbers, Numbers, Matrix], count: int, start: int, width: int) -> Matrix:
    numbers, columns, values = rows
    low, high = np.searchsorted(columns, [start, start + width])
    dense = np.zeros((count, width), np.float32)
    dense[numbers[low:high], columns[low:high] - start] = values[low:high]
    return dense
