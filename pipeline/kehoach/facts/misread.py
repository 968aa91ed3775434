"""Names that a scan gives with wrong tone marks: what they are, by what is known and by the document's own words.

The text stays as it was read; only the values of letterhead and signature take the right name, and ``findings/scan.py``
tells where both differ.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kehoach.knowledge.names import mended
from kehoach.knowledge.phrases import skeleton
from kehoach.outline import Line
from kehoach.outline.foot import is_signing_line
from kehoach.plan import DoubtfulWord, Signature

# A dash whose space was lost on one side
_DASH = re.compile(r"\s[-–](?=\w)|(?<=\w)[-–]\s")
# Below this confidence, a word of a name is no reading of it.
_READABLE = 0.4
_BEFORE = re.compile(r"^[^\w“\"]+")


def mended_lines(lines: list[Line], text: str, day: str | None = None) -> list[Line]:
    """The lines of a letterhead, put right; one that the text has in small letters as it is stays."""
    lines = [replace(line, text=_DASH.sub(" - ", line.text)) for line in lines]
    return [line if _is_borne_out(line.text, text) else replace(line, text=mended(line.text, day)) for line in lines]


def mended_signature(lines: list[Line]) -> list[Line]:
    """Capacity and position put right; names of persons are known to nobody."""
    found = []
    for line in lines:
        bare = _BEFORE.sub("", line.text)
        start = line.span[0] + len(line.text) - len(bare)
        right = mended(bare) if bare.isupper() else bare
        found.append(Line(right if is_signing_line(right) else bare, (start, line.span[1])))
    return found


def with_sure_name(signature: Signature, doubtful: list[DoubtfulWord]) -> Signature:
    """The signature without a name that a seal or a pen covers: no other name is told for it."""
    span = signature.spans.get("name")
    words = [word for word in doubtful if span and span[0] <= word.span[0] < span[1] and word.read is None]
    if not span or all(word.confidence >= _READABLE for word in words):
        return signature
    spans = {field: place for field, place in signature.spans.items() if field != "name"}
    return signature.model_copy(update={"name": None, "spans": spans})


def as_in_text(name: str, text: str) -> str | None:
    """How the text itself writes a name of these letters in small ones, if it does so in one way only."""
    plain = skeleton(text)
    if len(plain) != len(text):
        return None
    words = r"\s+".join(map(re.escape, skeleton(name).split()))
    found = Counter(text[m.start() : m.end()] for m in re.finditer(rf"(?<!\w){words}(?!\w)", plain))
    spelt = Counter[str]()
    for said, times in found.items():
        if not said.isupper():
            spelt[" ".join(said.split())] += times
    return next(iter(spelt)) if len({said.casefold() for said in spelt}) == 1 else None


def _is_borne_out(name: str, text: str) -> bool:
    words = r"\s+".join(map(re.escape, name.split()))
    return any(not match[0].isupper() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE))
