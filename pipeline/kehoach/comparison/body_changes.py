"""Changes of bodies: who issues, who has a duty, who is addressed, who is named in a point that is otherwise kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.comparison.duty_bodies import by_block, names_of, words_in
from kehoach.comparison.linked import Linked, brief, clauses, cut
from kehoach.comparison.mention_changes import mentions
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.points import Point
from kehoach.comparison.wording import functions_in, levels_in
from kehoach.facts.bodies import find_bodies, opens_with_body
from kehoach.plan import Plan

ALIKE = 0.2  # likeness of two linked blocks from which their bodies are compared
NAMED = 0.9  # share of a body's name that the child has, where it names the body


def body_changes(linked: Linked) -> list[Change]:
    """Bodies that are re-scoped, missing or added."""
    duties = [*_duties(linked), *_handed_over(linked)]
    told = [change.message for change in duties]
    places = {(change.parent_block, change.child_block) for change in duties}
    addressed = [c for c in _addressed(linked) if (c.parent_block, c.child_block) not in places]
    lost = [*_left_out(linked), *_taken_on(linked)]
    return [*_issuer(linked), *duties, *addressed, *lost, *mentions(linked, told)]


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
    ours, theirs = by_block(linked.parent), by_block(linked.child)
    for point in linked.lower:
        for source in linked.sources(point.block.id)[:1]:
            if linked.overlap(source.tokens, point.tokens) < ALIKE and not _are_titles(source, point):
                continue
            a, b = ours.get(source.block.id, []), theirs.get(point.block.id, [])
            leads = names_of(a, "lead"), names_of(b, "lead")
            titles = not any(leads) and _are_titles(source, point)
            mine = leads[0] or (_titled(linked.upper, source) if leads[1] else [])
            other = leads[1] or (_own_title(point) or _titled(linked.lower, point) if leads[0] else [])
            if titles:
                mine, other = [source.block.text.rstrip(".:")], [point.block.text.rstrip(".:")]
            if not _all_named(linked, mine, point) or leads[1] or _own_title(point):
                yield from _between(linked, source, point, mine, other)
            if a and b:
                partners = names_of(a, "partners"), names_of(b, "partners")
                yield from _between(linked, source, point, *partners, partners=True)


def _are_titles(source: Point, point: Point) -> bool:
    """Are both titles that name bodies, whose duties stand below?"""
    return all(p.block.heading and not p.address and opens_with_body(p.block.text) for p in (source, point))


def _own_title(point: Point) -> list[str]:
    """The body with whose name a title begins (`Văn phòng là bộ phận thường trực, chịu trách nhiệm:`)."""
    text = point.block.text
    if not point.block.heading or point.address or not opens_with_body(text):
        return []
    return [body.name for body in find_bodies(text) if body.span[0] == 0]


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


def _between(
    linked: Linked, source: Point, point: Point, ours: list[str], theirs: list[str], *, partners: bool = False
) -> Iterable[Change]:
    if words_in(ours) == words_in(theirs) or not (ours or theirs):
        return
    if ours and theirs and linked.same_level and set(map(linked.bare, ours)) == set(map(linked.bare, theirs)):
        return  # `Mặt trận Tổ quốc Việt Nam tỉnh …` of one province and of another
    if partners and not (ours and theirs):
        return
    if ours and not theirs and not linked.same_level and all(_is_issuer(linked, name) for name in ours):
        return  # a plan need not name the committee that issues it
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


def _is_issuer(linked: Linked, name: str) -> bool:
    """The committee of the child's own level (`Ủy ban nhân dân các xã, phường`)."""
    functions, level = functions_in(linked.upper_wording.neutral(name)), linked.child.header.issuer.level
    return functions == {"committee"} and level in levels_in(name)


def _stated(points: Sequence[Point], duty: Point, names: Sequence[str]) -> Point:
    """Where bodies of a duty are named: in it, or in a line below it (`Đơn vị chủ trì: …`)."""
    if not names or names[0] in duty.block.text:
        return duty
    below = (p for p in points[duty.number + 1 :] if duty.number in (p.holder, points[p.holder or 0].holder))
    return next((p for p in below if names[0] in p.block.text), duty)


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
            if not point.address or not source.address or words_in([texts[0]]) == words_in([texts[1]]):
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
    duties = by_block(linked.parent)
    kept = {linked.upper[p].holder for p in linked.children}
    for point in linked.upper:
        if linked.answers(point.block.id) or point.number in kept:
            continue
        leads = names_of(duties.get(point.block.id, []), "lead")
        if leads:
            at = max(point.block.text.find(leads[0]), 0)
            text, message = _first_clause(point.block.text[at:]), f"Không còn nhiệm vụ của {', '.join(leads)}."
        elif point.block.id in audiences and not point.roles & {"awards"}:
            text, message = _first_clause(point.block.text), f"Không còn đối tượng: {audiences[point.block.id]}."
        else:
            continue
        yield Change(
            kind="body", effect="missing", parent_quote=brief(text), parent_block=point.block.id, message=message
        )


def _taken_on(linked: Linked) -> Iterable[Change]:
    """Bodies to which the child gives a duty that the parent does not have."""
    duties = by_block(linked.child)
    kept = {p.holder for p in linked.lower if linked.parents[p.number]}
    for point in linked.lower:
        leads = names_of(duties.get(point.block.id, []), "lead")
        if leads and not linked.sources(point.block.id) and point.number not in kept:
            stated = _stated(linked.lower, point, leads)
            yield Change(
                kind="body",
                effect="added",
                child_quote=brief(_first_clause(stated.block.text[max(stated.block.text.find(leads[0]), 0) :])),
                child_block=point.block.id,
                message=f"Thêm nhiệm vụ của {', '.join(leads)}.",
            )
