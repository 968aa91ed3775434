"""A misreading that comes again and again is one finding: a broken font or a scan, not so many mistakes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.findings.rule import Hit

#: Letters of other languages that broken fonts leave in Vietnamese words
STRANGE = re.compile("[\u01b1-\u024f]")
SYSTEMATIC = 3  # the same words misread more often than this are told once; with strange letters, always


def told_once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits, of systematic ones the first alone, which says how often it comes."""
    every = list(hits)
    times = Counter(_words(hit) for hit in every)
    told: set[str] = set()
    for hit in every:
        words = _words(hit)
        count = times[words]
        if count == 1 or (count <= SYSTEMATIC and not STRANGE.search(hit.quote or "")):
            yield hit
        elif words not in told:
            told.add(words)
            yield replace(hit, message=f"{hit.message} Lỗi này có ở {count} chỗ.")


def _words(hit: Hit) -> str:
    return (hit.quote or "").casefold()
