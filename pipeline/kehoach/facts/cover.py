"""Places of a text that are taken: ask in logarithmic time whether an offset lies in one of many spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kehoach.plan import Span


class Cover:
    """The union of spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif end > start:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
