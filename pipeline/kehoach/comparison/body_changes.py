"""Changes of bodies: who issues, who has a duty, who is addressed, who is named in a point that is otherwise kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.comparison.linked import Linked, around, clauses, cut
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.points import Point
from kehoach.comparison.wording import folded, functions_in, is_function, levels_in, neutral, words_of
from kehoach.facts.bodies import find_bodies, opens_with_body
from kehoach.plan import Assignment, Plan, Span

CLOSE = 0.5  # likeness of two blocks from which single words show what was changed
A_PART = 0.8  # share of a shortened block's words that the parent has, from which they show it too
ALIKE = 0.2  # likeness of two linked blocks from which their bodies are compared
LONGEST, MOSTLY = 16, 0.4  # words of an edit that names bodies, and the share of them that does
TOLD, FEW = 0.6, 3  # share of an edit's words that leads have; words that may stand against a body
DOCUMENT = re.compile(r"\d+\S*[-/][A-ZĐ]{2,}")
PLACED = re.compile(r"\s*(?:xảy ra |nằm )?trên địa bàn(?!\w)")
#: Words that tie a place to what stands before it
RELATING = {folded(word) for word in ("của", "ở", "tại", "thuộc", "về", "và", "toàn", "cấp", "trên")}
NAME = 60  # characters on both sides of an edit in which the name of a body is looked for
NAMED = 0.9  # share of a body's name that the child has, where it names the body
#: Whom a duty is for, and not who has it
PERSONS = {"people", "households", "enterprises", "officials"}
PLURAL = {"cac2", "nhưng3", "va1"}


def body_changes(linked: Linked) -> list[Change]:
    """Bodies that are re-scoped, missing or added."""
    duties = [*_duties(linked), *_handed_over(linked)]
    told = [change.message for change in duties]
    lost = [*_left_out(linked), *_taken_on(linked)]
    return [*_issuer(linked), *duties, *_addressed(linked), *lost, *_mentioned(linked, told)]


def _issuer(linked: Linked) -> Iterable[Change]:
    ours, theirs = linked.parent.header.issuer, linked.child.header.issuer
    if not linked.same_level and ours.name and theirs.name and ours.level != theirs.level:
        yield Change(
            kind="body",
            effect="rescoped",
            parent_quote=_printed(linked.parent, "issuer") or ours.name,
            child_quote=_printed(linked.child, "issuer") or theirs.name,
            message=f"Cơ quan ban hành: {ours.name} → {theirs.name}.",
        )


def _printed(plan: Plan, field: str) -> str | None:
    span = plan.header.spans.get(field)
    return plan.text[span[0] : span[1]] if span else None


def _duties(linked: Linked) -> Iterable[Change]:
    """Leads and partners of duties whose blocks are linked."""
    ours, theirs = _by_block(linked.parent), _by_block(linked.child)
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            if linked.overlap(source.tokens, point.tokens) < ALIKE:
                continue
            a, b = ours.get(source.block.id, []), theirs.get(point.block.id, [])
            leads = _names(a, "lead"), _names(b, "lead")
            mine = leads[0] or (_titled(linked.upper, source) if leads[1] else [])
            other = leads[1] or (_titled(linked.lower, point) if leads[0] else [])
            if not _all_named(linked, mine, point) or leads[1]:
                yield from _between(linked, source, point, mine, other)
            if a and b:
                yield from _between(linked, source, point, _names(a, "partners"), _names(b, "partners"), partners=True)


def _titled(points: Sequence[Point], duty: Point) -> list[str]:
    """The body whose name is the title over a duty."""
    above = points[duty.holder] if duty.holder is not None else None
    if above is None or not above.block.heading or not (above.named or opens_with_body(above.block.text)):
        return []
    return [above.block.text.rstrip(":")]


def _all_named(linked: Linked, names: Sequence[str], point: Point) -> bool:
    """Does the child name them all the same: in another part of its sentence, or in the title over it?"""
    above = [linked.lower[point.holder]] if point.holder is not None else []
    return bool(names) and all(linked.kept(name, [point, *above]) >= NAMED for name in names)


def _by_block(plan: Plan) -> dict[str | None, list[Assignment]]:
    found: dict[str | None, list[Assignment]] = {}
    for assignment in plan.assignments:
        found.setdefault(assignment.block, []).append(assignment)
    return found


def _names(assignments: Sequence[Assignment], field: str) -> list[str]:
    return [name for a in assignments for name in (a.lead if field == "lead" else a.partners)]


def _between(
    linked: Linked, source: Point, point: Point, ours: list[str], theirs: list[str], *, partners: bool = False
) -> Iterable[Change]:
    if _words(ours) == _words(theirs) or not (ours or theirs):
        return
    if ours and theirs and linked.same_level and set(map(linked.bare, ours)) == set(map(linked.bare, theirs)):
        return  # `Mặt trận Tổ quốc Việt Nam tỉnh …` of one province and of another
    if partners and not (ours and theirs):
        return
    effect: Effect = "rescoped" if ours and theirs else "missing" if ours else "added"
    what = "phối hợp" if partners else "thực hiện"
    told = {
        "rescoped": f"Cơ quan {what}: {', '.join(ours)} → {', '.join(theirs)}.",
        "missing": f"Không nêu cơ quan {what}: {', '.join(ours)}.",
        "added": f"Nêu thêm cơ quan {what}: {', '.join(theirs)}.",
    }
    upper, lower = _stated(linked.upper, source, ours), _stated(linked.lower, point, theirs)
    yield Change(
        kind="body",
        effect=effect,
        parent_quote=_span_of(upper.block.text, ours, theirs) if ours else cut(_first_clause(source.block.text)),
        child_quote=_span_of(lower.block.text, theirs, ours) if theirs else None,
        parent_block=upper.block.id,
        child_block=lower.block.id,
        message=told[effect],
    )


def _stated(points: Sequence[Point], duty: Point, names: Sequence[str]) -> Point:
    """Where bodies of a duty are named: in it, or in a line below it (`Đơn vị chủ trì: …`)."""
    if not names or names[0] in duty.block.text:
        return duty
    below = (p for p in points[duty.number + 1 :] if duty.number in (p.holder, points[p.holder or 0].holder))
    return next((p for p in below if names[0] in p.block.text), duty)


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in words_of(name)} - PLURAL


def _span_of(text: str, names: Sequence[str], others: Sequence[str]) -> str:
    """The stretch of text from the first of the names to the end of the last near it; a name that the other side lacks
    where the text has none of them.
    """
    start = text.find(names[0])
    if start < 0:
        return next((name for name in names if name not in others), names[0])
    end = start + len(names[0])
    for name in names[1:]:
        at = text.find(name, end)
        if 0 <= at <= end + 12:
            end = at + len(name)
    return text[start:end]


def _first_clause(text: str) -> str:
    found = clauses(text)
    return text[found[0][0] : found[0][1]] if found else text


def _handed_over(linked: Linked) -> Iterable[Change]:
    """Duties below the name of a body that the child puts below that of another; each two bodies once."""
    told: set[tuple[int, int]] = set()
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            ours, theirs = _body_above(linked.upper, source), _body_above(linked.lower, point)
            if ours is None or theirs is None or point.block.heading or source.block.heading:
                continue
            key = (ours.number, theirs.number)
            linked_too = ours.number in linked.parents[theirs.number] or key in told
            if linked_too or linked.overlap(source.tokens, point.tokens) < ALIKE or ours.tokens == theirs.tokens:
                continue
            told.add(key)
            names = [p.block.text.rstrip(":") for p in (ours, theirs)]
            yield Change(
                kind="body",
                effect="rescoped",
                parent_quote=cut(names[0]),
                child_quote=cut(names[1]),
                parent_block=source.block.id,
                child_block=point.block.id,
                message=f"Cơ quan thực hiện: {names[0]} → {names[1]}.",
            )


def _body_above(points: Sequence[Point], duty: Point) -> Point | None:
    """The title over a duty, where it is the name of a body."""
    above = points[duty.holder] if duty.holder is not None else None
    return above if above is not None and above.named else None


def _addressed(linked: Linked) -> Iterable[Change]:
    """Whom criteria are for, where linked headings (`Đối với …`) say it differently."""
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            texts = [_audience(source.block.text), _audience(point.block.text)]
            if not point.address or not source.address or _words([texts[0]]) == _words([texts[1]]):
                continue
            yield Change(
                kind="body",
                effect="rescoped",
                parent_quote=cut(texts[0]),
                child_quote=cut(texts[1]),
                parent_block=source.block.id,
                child_block=point.block.id,
                message="Đối tượng được đặt lại.",
            )


def _audience(text: str) -> str:
    return re.split(r":(?=\s|$)", text, maxsplit=1)[0].strip()


def _left_out(linked: Linked) -> Iterable[Change]:
    """Bodies whose duty, or criteria, the child does not carry at all."""
    audiences = {c.block: c.audience for c in linked.parent.criteria if c.audience}
    duties = _by_block(linked.parent)
    kept = {linked.upper[p].holder for p in linked.children}
    for point in linked.upper:
        if linked.answers(point.block.id) or point.number in kept:
            continue
        leads = _names(duties.get(point.block.id, []), "lead")
        if leads:
            at = max(point.block.text.find(leads[0]), 0)
            text, message = _first_clause(point.block.text[at:]), f"Không còn nhiệm vụ của {', '.join(leads)}."
        elif point.block.id in audiences and not point.roles & {"awards"}:
            text, message = _first_clause(point.block.text), f"Không còn đối tượng: {audiences[point.block.id]}."
        else:
            continue
        yield Change(
            kind="body", effect="missing", parent_quote=cut(text), parent_block=point.block.id, message=message
        )


def _taken_on(linked: Linked) -> Iterable[Change]:
    """Bodies to which the child gives a duty that the parent does not have."""
    duties = _by_block(linked.child)
    kept = {p.holder for p in linked.lower if linked.parents[p.number]}
    for point in linked.lower:
        leads = _names(duties.get(point.block.id, []), "lead")
        if leads and not linked.sources(point.block.id) and point.number not in kept:
            stated = _stated(linked.lower, point, leads)
            yield Change(
                kind="body",
                effect="added",
                child_quote=cut(_first_clause(stated.block.text[max(stated.block.text.find(leads[0]), 0) :])),
                child_block=point.block.id,
                message=f"Thêm nhiệm vụ của {', '.join(leads)}.",
            )


def _mentioned(linked: Linked, told: Sequence[str]) -> Iterable[Change]:
    """Bodies and levels that changed inside points whose words are otherwise close; ``told`` are messages on duties."""
    duties = [_by_block(plan) for plan in (linked.parent, linked.child)]
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            own = [d.get(p.block.id, []) for d, p in zip(duties, (source, point), strict=True)]
            leads = _words([*_names(own[0], "lead"), *_names(own[1], "lead")]) if own[0] or own[1] else set()
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
        if step.op == "equal":
            continue
        named = _whole_names(linked, source.block.text, spans[0], point.block.text, spans[1])
        if named and any(named[0] in message and named[1] in message for message in told):
            continue
        ours, theirs = named or (step.parent, step.child)
        if _is_told(ours, theirs, told) or _is_place(linked, ours, theirs):
            continue
        if _is_about_bodies(ours, theirs, leads):
            yield Change(
                kind="body",
                effect="added" if _words([ours]) <= _words([theirs]) else "rescoped",
                parent_quote=around(source.block.text, *spans[0]),
                child_quote=around(point.block.text, *spans[1]),
                parent_block=source.block.id,
                child_block=point.block.id,
                message=_told(ours, theirs),
            )


def _is_told(ours: str, theirs: str, told: Sequence[str]) -> bool:
    """Do the leads or partners of a duty tell it, beside or above the line?"""
    sides = [side.strip(" ,;:.()") for side in (ours, theirs)]
    return all(" " in side for side in sides) and any(sides[0] in message and sides[1] in message for message in told)


def _is_place(linked: Linked, ours: str, theirs: str) -> bool:
    """Does an edit only put one place or level for the other (`trên địa bàn tỉnh`, `của xã`), or cite a document?"""
    if DOCUMENT.search(ours) or DOCUMENT.search(theirs):
        return True
    if all(PLACED.match(side) for side in (ours, theirs) if side.strip()):
        return True
    levels = levels_in(ours) - {linked.parent.header.issuer.level} | levels_in(theirs) - {
        linked.child.header.issuer.level
    }
    if linked.same_level or levels:
        return False
    return {*linked.upper_wording.neutral(ours), *linked.lower_wording.neutral(theirs)} <= RELATING


def _whole_names(linked: Linked, upper: str, ours: Span, lower: str, theirs: Span) -> tuple[str, str] | None:
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
    words = [_words([side]) for side in (ours, theirs)]
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
