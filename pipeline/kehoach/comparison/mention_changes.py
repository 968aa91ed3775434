"""Bodies and levels that changed inside points whose words are otherwise close."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.comparison.duty_bodies import by_block, names_of, words_in
from kehoach.comparison.linked import Linked, around
from kehoach.comparison.model import Change
from kehoach.comparison.points import Point
from kehoach.comparison.wording import folded, functions_in, is_function, levels_in, neutral, words_of
from kehoach.facts.bodies import find_bodies
from kehoach.plan import Span

CLOSE = 0.5  # likeness of two blocks from which single words show what was changed
A_PART = 0.8  # share of a shortened block's words that the parent has, from which they show it too
LONGEST, MOSTLY = 16, 0.4  # words of an edit that names bodies, and the share of them that does
TOLD, FEW = 0.6, 3  # share of an edit's words that leads have; words that may stand against a body
DOCUMENT = re.compile(r"\d+\S*[-/][A-ZĐ]{2,}")
PLACED = re.compile(r"\s*(?:xảy ra |nằm )?trên địa bàn(?!\w)")
UNITS = "tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|thôn|ấp|khóm|bản|khu phố|tổ dân phố"
#: A place and nothing else (`trong xã`, `ở các ấp`), which the child may say or leave unsaid
WITHIN = re.compile(rf"[\s,]*(?:trong|ở|tại)\s+(?:toàn\s+)?(?:các\s+)?(?:{UNITS})[\s,;.]*", re.IGNORECASE)
#: Words that tie a place to what stands before it
RELATING = {folded(word) for word in ("của", "ở", "tại", "thuộc", "về", "và", "toàn", "cấp", "trên")}
NAME = 60  # characters on both sides of an edit in which the name of a body is looked for
#: Whom a duty is for, and not who has it
PERSONS = {"people", "households", "enterprises", "officials"}


def mentions(linked: Linked, told: Sequence[str]) -> Iterable[Change]:
    """Bodies and levels that changed inside points whose words are otherwise close; ``told`` are messages on duties."""
    duties = [by_block(plan) for plan in (linked.parent, linked.child)]
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            own = [d.get(p.block.id, []) for d, p in zip(duties, (source, point), strict=True)]
            leads = words_in([*names_of(own[0], "lead"), *names_of(own[1], "lead")]) if own[0] or own[1] else set()
            if point.block.heading or source.block.heading or point.part != "body" or (source.awards and point.awards):
                continue  # who gives an award is told with the awards
            close = linked.overlap(source.tokens, point.tokens) >= CLOSE
            if not close and linked.kept_of(point.tokens, source.tokens) < A_PART:
                continue
            yield from _in_edits(linked, source, point, leads, told)


def _in_edits(linked: Linked, source: Point, point: Point, leads: set[str], told: Sequence[str]) -> Iterable[Change]:
    at, to = 0, 0
    for step in linked.edits(source, point):
        spans = (at, at + len(step.parent)), (to, to + len(step.child))
        at, to = spans[0][1], spans[1][1]
        if step.op == "equal" or _is_torn(source.block.text, spans[0]) or _is_torn(point.block.text, spans[1]):
            continue
        named = _wholenames_of(linked, source.block.text, spans[0], point.block.text, spans[1])
        if named and any(named[0] in message and named[1] in message for message in told):
            continue
        ours, theirs = named or (step.parent, step.child)
        if _is_told(ours, theirs, told) or _is_place(linked, ours, theirs):
            continue
        if _is_about_bodies(ours, theirs, leads):
            yield Change(
                kind="body",
                effect="added" if words_in([ours]) <= words_in([theirs]) else "rescoped",
                parent_quote=around(source.block.text, *spans[0]),
                child_quote=around(point.block.text, *spans[1]),
                parent_block=source.block.id,
                child_block=point.block.id,
                message=_told(ours, theirs),
            )


def _is_torn(text: str, span: Span) -> bool:
    """Does an edit begin inside `xã hội`, whose first half the other side has as a level?"""
    before, behind = text[: span[0]].casefold().rstrip(), text[span[0] :].casefold()
    return before.endswith("xã") and behind.startswith("hội ")


def _is_told(ours: str, theirs: str, told: Sequence[str]) -> bool:
    """Do the leads or partners of a duty tell it, beside or above the line?"""
    sides = [side.strip(" ,;:.()") for side in (ours, theirs)]
    return all(" " in side for side in sides) and any(sides[0] in message and sides[1] in message for message in told)


def _is_place(linked: Linked, ours: str, theirs: str) -> bool:
    """Does an edit only put one place or level for the other (`trên địa bàn tỉnh`, `của xã`), or cite a document?"""
    if DOCUMENT.search(ours) or DOCUMENT.search(theirs):
        return True
    if all(PLACED.match(side) or WITHIN.fullmatch(side) for side in (ours, theirs) if side.strip()):
        return True
    levels = levels_in(ours) - {linked.parent.header.issuer.level} | levels_in(theirs) - {
        linked.child.header.issuer.level
    }
    if linked.same_level or levels:
        return False
    return {*linked.upper_wording.neutral(ours), *linked.lower_wording.neutral(theirs)} <= RELATING


def _wholenames_of(linked: Linked, upper: str, ours: Span, lower: str, theirs: Span) -> tuple[str, str] | None:
    """The names of two bodies inside which an edit lies (`Sở Y tế`, `Sở Nội vụ`), where they are not one body."""
    names = [_name_at(upper, ours)]
    names += [_name_at(lower, theirs)] if names[0] else [None]
    if None in names or linked.upper_wording.tokens(names[0] or "") == linked.lower_wording.tokens(names[1] or ""):
        return None
    return names[0] or "", names[1] or ""


def _name_at(text: str, span: Span) -> str | None:
    """The name of a body that holds all words of a span, and more."""
    start, end = span[0], span[0] + len(text[slice(*span)].rstrip())
    if not 0 < end - start <= NAME or not text[start].isupper():
        return None
    low = text.rfind(" ", 0, max(0, start - NAME)) + 1  # names begin near
    holds = (
        body for body in find_bodies(text[low : end + NAME]) if body.span[0] < start - low < end - low <= body.span[1]
    )
    return next((body.name for body in holds), None)


def _is_about_bodies(ours: str, theirs: str, leads: set[str]) -> bool:
    """Does an edit put one body or level for another, add or drop one? Leads of the duty are told elsewhere."""
    words = [words_in([side]) for side in (ours, theirs)]
    both = words[0] | words[1]
    if words[0] == words[1] or len(both & leads) >= TOLD * len(both):
        return False
    bodies = [_is_body(side) for side in (ours, theirs)]
    if not words[0] or not words[1]:  # one side has nothing: a bare `xã` more or less says nothing new
        return any(bodies) and len(both) > 1
    few = 1 < len(words_of(ours)) <= FEW  # a single syllable is a piece of a word
    return all(bodies) or (bodies[1] and few and all(map(is_function, neutral(words_of(theirs)))))


def _is_body(text: str) -> bool:
    """Are the words mostly names of bodies and levels?"""
    words = words_of(text)
    tokens = neutral(words)
    named = len(words) - sum(not is_function(token) for token in tokens)
    names = bool(functions_in(tokens) - PERSONS) or bool(levels_in(text))
    return names and len(words) <= LONGEST and named >= MOSTLY * len(words)


def _told(ours: str, theirs: str) -> str:
    """An edit in words; marks at its ends are no part of it."""
    gone, new = (side.strip(" ,;:.()") for side in (ours, theirs))
    if not new:
        return f"Không còn: “{gone}”."
    return f"“{gone}” → “{new}”." if gone else f"Thêm: “{new}”."
