"""How like the wordings of two plans are, every block of one with every block of the other, as matrices.

TF-IDF over words and pairs of words: what stands in many blocks (`phong trào thi đua`) weighs little, so that
boilerplate resembles nothing. Only terms that both plans use are multiplied, a slice of the vocabulary at a time, which
bounds the memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]

SLICE = 2048  # columns of the vocabulary that are multiplied at once


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

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        seen: Counter[str] = Counter()
        for tokens in texts:
            seen.update(set(tokens))
        self._seen = seen
        self._blocks = len(texts)

    def of(self, term: str) -> float:
        """The weight of a term; one that stands nowhere weighs most."""
        return float(np.log1p(self._blocks / (1 + self._seen[term])))

    def total(self, terms: Sequence[str]) -> float:
        """The weight of a text: each term once."""
        return sum(self.of(term) for term in set(terms))


def likeness(child: Sequence[Sequence[str]], parent: Sequence[Sequence[str]]) -> Likeness:
    """Compare the token lists of the child's blocks with those of the parent's."""
    words = _products([_counted(t) for t in child], [_counted(t) for t in parent], binary=True)
    pairs = _products([_counted(_grams(t)) for t in child], [_counted(_grams(t)) for t in parent], binary=False)
    shared, of_child, of_parent = words
    dot, child_norm, parent_norm = pairs
    return Likeness(
        cosine=dot / np.maximum(np.sqrt(np.outer(child_norm, parent_norm)), 1e-9),
        of_child=shared / np.maximum(of_child[:, None], 1e-9),
        of_parent=shared / np.maximum(of_parent[None, :], 1e-9),
    )


def _grams(tokens: Sequence[str]) -> list[str]:
    return [*tokens, *(f"{a} {b}" for a, b in zip(tokens, tokens[1:], strict=False))]


def _counted(terms: Sequence[str]) -> Counter[str]:
    return Counter(terms)


def _products(
    child: list[Counter[str]], parent: list[Counter[str]], *, binary: bool
) -> tuple[Matrix, Matrix, Matrix]:
    """Dot products of all rows, and the square of each row with itself. ``binary``: a term counts once."""
    weights = Weights([list(c) for c in [*child, *parent]])
    shared = set().union(*child) & set().union(*parent) if child and parent else set()
    column = {term: i for i, term in enumerate(sorted(shared))}
    sides = [_entries(rows, column, weights, binary=binary) for rows in (child, parent)]
    dot = np.zeros((len(child), len(parent)), np.float32)
    for start in range(0, len(column), SLICE):
        left, right = (_dense(entries, len(rows), start) for (entries, _), rows in zip(sides, (child, parent), strict=True))
        dot += left @ right.T
    return dot, sides[0][1], sides[1][1]


Entries: TypeAlias = "tuple[NDArray[np.int64], NDArray[np.int64], Matrix]"


def _entries(
    rows: list[Counter[str]], column: dict[str, int], weights: Weights, *, binary: bool
) -> tuple[Entries, Matrix]:
    """The weighted terms of rows as (row, column, value), ordered by column, and the square of each row."""
    at: list[tuple[int, int, float]] = []
    squares = np.zeros(len(rows), np.float32)
    for row, terms in enumerate(rows):
        for term, count in terms.items():
            weight = weights.of(term)
            value = weight**0.5 if binary else weight * (1 + np.log(count))
            squares[row] += value * value
            if term in column:
                at.append((column[term], row, value))
    at.sort()
    columns, numbers, values = zip(*at, strict=True) if at else ((), (), ())
    return (np.array(numbers, np.int64), np.array(columns, np.int64), np.array(values, np.float32)), squares


def _dense(entries: Entries, rows: int, start: int) -> Matrix:
    numbers, columns, values = entries
    low, high = np.searchsorted(columns, [start, start + SLICE])
    dense = np.zeros((rows, SLICE), np.float32)
    dense[numbers[low:high], columns[low:high] - start] = values[low:high]
    return dense
