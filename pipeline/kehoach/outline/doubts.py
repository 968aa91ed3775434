"""Words that OCR doubted → their places in the text, found again by the words beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from kehoach.ingest.source import Doubt
from kehoach.plan import DoubtfulWord

_TOKEN = re.compile(r"\S+")
_AROUND = re.compile(r"^[(“\"'‘]*(.*?)[\s.,;:!?)”\"'’]*$")


def place_doubts(doubts: list[Doubt], text: str, page_starts: list[int] | None) -> list[DoubtfulWord]:
    """The doubtful words with their spans in ``text``, in order; one that is not in it (a page number) is left out."""
    tokens = list(_TOKEN.finditer(text)) if doubts else []
    places: dict[str, list[int]] = defaultdict(list)
    for i, token in enumerate(tokens):
        places[token[0]].append(i)
    taken: set[int] = set()
    found = []
    for doubt in doubts:
        free = [i for i in places[doubt.text] if i not in taken]
        if not free:
            continue
        best = max(free, key=lambda i: _likeness(doubt, tokens, i, page_starts or [0]))
        taken.add(best)
        match = _AROUND.match(doubt.text)
        if match is None or not match[1]:
            continue
        start = tokens[best].start() + match.start(1)
        end = start + len(match[1])
        found.append(
            DoubtfulWord(
                quote=text[start:end],
                span=(start, end),
                page=doubt.page,
                confidence=doubt.confidence,
                read=doubt.read,
            )
        )
    return sorted(found, key=lambda word: word.span)


def _likeness(doubt: Doubt, tokens: list[re.Match[str]], i: int, page_starts: list[int]) -> int:
    """How well the surroundings of token ``i`` are those of the doubtful word."""
    before = tokens[i - 1][0] if i else ""
    after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
    page = bisect_right(page_starts, tokens[i].start())
    return 2 * (before == doubt.before) + 2 * (after == doubt.after) + (page == doubt.page)
