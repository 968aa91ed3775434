"""Word edits from a parent's block to the child's: whole words change, never letters inside a syllable."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from kehoach.comparison.model import Edit, Operation
from kehoach.comparison.wording import fold_word

#: A word, a date or number with its parts (`22/02/2022`, `263/QĐ-TTg`), or a mark, with the white space behind it
TOKEN = re.compile(r"(?:\d[^\W_]*(?:[/.,–-][^\W_]+)+|[^\W_]+|[^\w\s]|_)\s*|\s+")
READABLE = 0.25  # share of words that have to stay; below it the whole is shown as replaced …
A_PART = 0.8  # … unless this share of the shorter side stays: a part of the other
#: Words that stay alone between two changes, and the words that both changes have to have, for these to be one
ISLANDS = ((1, 3), (2, 6))
#: Words of one change from which a single word beside it is a chance, however short the other change is; not so the
#: marks and words that part phrases
LONG, PARTING = 6, {"của", "và", "về", "cho", "với", "theo", "trong", "tại", "để", ";", ":", "."}


def edits(parent: str, child: str) -> list[Edit]:
    """The edits whose parent sides make up ``parent`` and whose child sides make up ``child``."""
    before, after = TOKEN.findall(parent), TOKEN.findall(child)
    steps = Indel.opcodes([fold_word(t.strip()) for t in before], [fold_word(t.strip()) for t in after])
    spans = [(s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps]
    stay = sum(s.src_end - s.src_start for s in steps if s.tag == "equal")
    if stay < min(READABLE * max(len(before), len(after)), A_PART * min(len(before), len(after))):
        return [Edit(op=_operation(parent, child), parent=parent, child=child)] if parent or child else []
    found = [("".join(before[a:b]), "".join(after[c:d])) for a, b, c, d in spans]
    return _joined([part for old, new in found for part in _parted(old, new)])


def apply(steps: Sequence[Edit], parent: str) -> str:
    """``parent`` after the edits. Raises ``ValueError`` where they do not fit it."""
    if "".join(step.parent for step in steps) != parent:
        raise ValueError("the edits are those of another text")
    return "".join(step.child for step in steps)


def only_case(edit: Edit) -> bool:
    """Are the words the same but for capitals, spaces and the place of tone marks (`hóa`, `HOÁ`)?"""
    return _alike(edit.parent, edit.child)


def _alike(old: str, new: str) -> bool:
    return [fold_word(word) for word in old.split()] == [fold_word(word) for word in new.split()]


def _parted(old: str, new: str) -> list[tuple[str, str]]:
    """Equal words may differ in capitals, tone marks and the white space behind them, which is a change of its own."""
    if old == new or not _alike(old, new) or not old.strip():
        return [(old, new)]
    parts: list[tuple[str, str]] = []
    for ours, theirs in zip(TOKEN.findall(old), TOKEN.findall(new), strict=True):
        words = ours.rstrip(), theirs.rstrip()
        behind = ours[len(words[0]) :], theirs[len(words[1]) :]
        parts += [(ours, theirs)] if behind[0] == behind[1] else [words, behind]
    return parts


def _operation(old: str, new: str) -> Operation:
    if old == new:
        return "equal"
    if not old:
        return "insert"
    return "replace" if new else "delete"


def _joined(parts: Sequence[tuple[str, str]]) -> list[Edit]:
    """Neighbours of one kind as one, islands of few words between two changes included."""
    islands = _islands(parts)
    runs: list[tuple[str, str, str]] = []
    for i, (old, new) in enumerate(parts):
        like = _alike(old, new) and i not in islands
        kind = "changed" if not like else "equal" if old == new else "case"
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, runs[-1][1] + old, runs[-1][2] + new)
        else:
            runs.append((kind, old, new))
    return [Edit(op=_operation(old, new), parent=old, child=new) for _, old, new in runs if old or new]


def _islands(parts: Sequence[tuple[str, str]]) -> set[int]:
    """Equal parts of few words between two longer changes."""
    sizes = [len(old.split()) + (len(new.split()) if new != old else 0) for old, new in parts]
    found = set()
    for i in range(1, len(parts) - 1):
        around = sorted((sizes[i - 1], sizes[i + 1]))
        alone = sizes[i] <= 1 and around[1] >= LONG and around[0] > 0 and parts[i][0].strip().casefold() not in PARTING
        if parts[i][0] == parts[i][1] and (
            alone or any(sizes[i] <= size and around[0] >= needed for size, needed in ISLANDS)
        ):
            found.add(i)
    return found
