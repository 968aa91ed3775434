"""Changes of conditions: what an emulation criterion asks for, where the criterion itself is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.comparison.linked import Linked, around, clauses, cut
from kehoach.comparison.model import Change, Edit
from kehoach.comparison.points import Point
from kehoach.comparison.wording import is_function, neutral, words_of
from kehoach.plan import Span

WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"^[\d.,%–-]+[.;]\s+")  # the end of a clause of which only the figure changed
CLOSE = 0.6  # likeness of two criteria from which single edits show what was changed
A_PART = 0.9  # share of the child's words from which it is a part of the parent's
#: Words of lists of bodies and levels
LEVEL_WORDS = set(
    words_of("trung ương bộ sở tỉnh thành phố huyện quận xã phường các và đơn vị địa phương cơ quan ban ngành")
)
CLOSE_BY = 24  # characters between two differences that are shown as one
A_CLAUSE = 6  # words of a deletion that says something by itself
A_CONDITION = 3  # words of a deletion that may be a condition


def condition_changes(linked: Linked) -> list[Change]:
    """Criteria that lost a condition, or were set anew."""
    found: list[Change] = []
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            if point.block.heading or source.block.heading or "criteria" not in source.roles & point.roles:
                continue
            close = linked.overlap(source.tokens, point.tokens) >= CLOSE
            if close or linked.kept_of(point.tokens, source.tokens) >= A_PART:
                found += _lost(linked, source, point)
            else:
                found += _set_anew(linked, source, point)
    return found


def _lost(linked: Linked, source: Point, point: Point) -> Iterable[Change]:
    """Stretches of the parent's criterion that the child leaves out; what stands close together is one."""
    text = source.block.text
    for stretch, (to, until) in _stretches(linked.edits(source, point)):
        at, end = _lost_clauses(linked, text, stretch, point)
        at += len(text[at:end]) - len(FIGURE.sub("", text[at:end]))
        ours, theirs = text[at:end].strip(" ,;."), point.block.text[to:until].strip(" ,;.")
        words = len(WORD.findall(ours)) - len(WORD.findall(theirs))
        if words < A_CONDITION or _is_of_bodies(ours) or linked.kept(ours, [point]) >= CLOSE:
            continue
        alternative = ours.startswith("hoặc ")
        told = cut(ours)
        yield Change(
            kind="target",
            effect="missing" if alternative else "weaker",
            parent_quote=cut(ours if words >= A_CLAUSE else around(text, at, end)),
            child_quote=None if alternative else around(point.block.text, to, until) or None,
            parent_block=source.block.id,
            child_block=point.block.id,
            message=f"Tiêu chí không còn điều kiện: “{told}{'' if told == ours else ' …'}”.",
        )


def _is_of_bodies(text: str) -> bool:
    """Nothing but bodies and levels (`Trung ương, Bộ và đơn vị`), which are told as bodies."""
    tokens = neutral(words_of(text))
    return all(is_function(token) or token in LEVEL_WORDS for token in tokens)


def _lost_clauses(linked: Linked, text: str, stretch: Span, point: Point) -> Span:
    """A stretch without the clauses at its ends of which only a figure or a word changed."""
    start, end = stretch
    parts = [(start + a, start + b) for a, b in clauses(text[start:end])]
    lost = [(a, b) for a, b in parts if linked.kept(text[a:b], [point]) < CLOSE]
    return (lost[0][0], lost[-1][1]) if 0 < len(lost) < len(parts) else stretch


def _stretches(steps: Sequence[Edit]) -> list[tuple[Span, Span]]:
    """Where the two texts differ, with differences joined that few equal words part."""
    found: list[tuple[Span, Span]] = []
    at, to = 0, 0
    for step in steps:
        here, there = (at, at + len(step.parent)), (to, to + len(step.child))
        if step.op in ("delete", "replace"):
            (a, end), (b, _) = found[-1] if found else ((0, -1000), (0, -1000))
            if found and at - end <= CLOSE_BY:
                found[-1] = ((a, here[1]), (b, there[1]))
            else:
                found.append((here, there))
        at, to = here[1], there[1]
    return found


def _set_anew(linked: Linked, source: Point, point: Point) -> Iterable[Change]:
    """The clauses of both that are nearest, where the child words the criterion for its own level."""
    pairs = [
        (linked.alike(source.block.text[a:b], point.block.text[c:d]), source.block.text[a:b], point.block.text[c:d])
        for a, b in clauses(source.block.text)
        for c, d in clauses(point.block.text)
    ]
    if not pairs:
        return
    alike, ours, theirs = max(pairs, key=lambda found: found[0])
    if alike >= A_PART:
        return
    yield Change(
        kind="target",
        effect="rescoped",
        parent_quote=cut(ours),
        child_quote=cut(theirs),
        parent_block=source.block.id,
        child_block=point.block.id,
        message="Tiêu chí được đặt lại.",
    )
