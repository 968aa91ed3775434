"""The last look at a draft: no body above may lead a duty of it, whatever way the words came in."""

from __future__ import annotations

import re

from kehoach.draft import Draft, LeftOut
from kehoach.drafts.addressees import tier_of
from kehoach.drafts.composition import Sheet
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.points import Point
from kehoach.plan import Assignment

_SENTENCE = re.compile(r"(?<=;)\s+|(?<=[^.]\.)\s+(?=[^\Wa-z_])")


def without_leads_above(draft: Draft, work: Drafting, sheet: Sheet) -> bool:
    """Take from a sheet what a body above would lead; True where something was taken.

    Of a paragraph that begins with something else, or in which others act too, only the sentence goes; else it goes
    with what stands under it.
    """
    own = {office.name for office in work.offices.all}
    texts = {b.id: (b.text, b.span[0]) for b in draft.plan.blocks}
    sentences: dict[str, list[str]] = {}
    whole: set[str] = set()
    for assignment in draft.plan.assignments:
        if assignment.block not in texts or not _above(assignment, own, work):
            continue
        text, start = texts[assignment.block]
        others = any(a.block == assignment.block and not _above(a, own, work) for a in draft.plan.assignments)
        said = _sentence_at(text, assignment.span[0] - start)
        said = said if others or not text.startswith(said) else text
        if said == text:
            whole.add(text)
        else:
            sentences.setdefault(text, []).append(said)
    for point in sheet.points:
        for said in sentences.get(point.text, []) if point.text not in whole else []:
            point.text = " ".join(point.text.replace(said, "").split())
            point.change = "narrowed"
    gone = _with_below(sheet.points, whole)
    gone += _emptied(sheet.points, gone)
    work.body.left_out += [
        LeftOut(parent=parent, why="not_applicable", rule="superior_duty") for point in gone for parent in point.parents
    ]
    sheet.points = [p for p in sheet.points if all(p is not each for each in gone)]
    return bool(gone or sentences)


def _above(assignment: Assignment, own: set[str], work: Drafting) -> bool:
    return any(name not in own and tier_of(name, work.scope) == "higher" for name in assignment.lead)


def _sentence_at(text: str, at: int) -> str:
    """The sentence of a text that holds a place."""
    start = max((m.end() for m in _SENTENCE.finditer(text) if m.end() <= at), default=0)
    end = next((m.start() for m in _SENTENCE.finditer(text) if m.start() > at), len(text))
    return text[start:end]


def _with_below(points: list[Point], texts: set[str]) -> list[Point]:
    """The points with these words, and those that stand under them."""
    found: list[Point] = []
    under: int | None = None
    for point in points:
        if under is not None and point.depth <= under:
            under = None
        if point.text in texts and under is None:
            under = point.depth
        if under is not None:
            found.append(point)
    return found


def _emptied(points: list[Point], gone: list[Point]) -> list[Point]:
    """Headings over nothing but what is gone."""
    taken = {id(point) for point in gone}
    found = []
    for i, point in enumerate(points):
        if not point.heading or id(point) in taken:
            continue
        end = next((j for j in range(i + 1, len(points)) if points[j].depth <= point.depth), len(points))
        if end > i + 1 and all(id(each) in taken for each in points[i + 1 : end]):
            found.append(point)
    return found
