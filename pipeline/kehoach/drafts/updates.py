"""A draft that an officer edited in Word, and a new run: the edits stay, the lineage stays, and what the parent
changed shows.

Each paragraph of a draft carries a bookmark with the id of its block (``reports/official``). An id comes from the
words,
so a paragraph whose words no longer give its bookmark's id was edited. Where a bookmark was lost, words decide.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from kehoach.draft import OPEN, Draft, LeftOut
from kehoach.drafts.composition import Sheet
from kehoach.drafts.points import Point
from kehoach.errors import KehoachError
from kehoach.plan import Block, Plan

BOOKMARK, WRITTEN = "kh_", "kehoach_blocks"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALIKE, PART = 0.72, 0.85  # likeness of a reworded paragraph; share of words of a piece that was split off


class UpdateError(KehoachError):
    """An edited file from which no draft can be read back."""


@dataclass(slots=True)
class Edited:
    """An edited Word file: its plan, the bookmarks of each paragraph by its words, and the ids that were written
    into it.
    """

    plan: Plan
    marks: dict[str, list[list[str]]]
    written: set[str]


@dataclass(slots=True)
class Changes:
    """What an update met: paragraphs that the officer edited, added or deleted, and what the parent changed
    meanwhile.
    """

    edited: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    parent_new: list[str] = field(default_factory=list)
    parent_gone: list[str] = field(default_factory=list)


def read_edited(data: bytes, plan: Plan, name: str) -> Edited:
    """The bookmarks of an edited draft. ``plan`` is what ``extract`` reads of it. Raises ``UpdateError``."""
    try:
        with ZipFile(BytesIO(data)) as package:
            root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
            custom = package.read("docProps/custom.xml").decode() if "docProps/custom.xml" in package.namelist() else ""
    except (BadZipFile, KeyError, etree.XMLSyntaxError, UnicodeDecodeError):
        raise UpdateError("not_a_draft", "Tệp của --update không phải là tệp Word của dự thảo.", file=name) from None
    marks: dict[str, list[list[str]]] = {}
    for paragraph in root.iter(f"{_W}p"):
        names = [b.get(f"{_W}name", "") for b in paragraph.iter(f"{_W}bookmarkStart")]
        ids = [n.removeprefix(BOOKMARK).replace("_", "-") for n in names if n.startswith(BOOKMARK)]
        if ids:
            text = "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))
            marks.setdefault(_squashed(text), []).append(ids)
    found = re.search(rf'name="{WRITTEN}".*?<[^>]*lpwstr>([^<]*)<', custom, re.DOTALL)
    written = set(found[1].split()) if found else {i for queue in marks.values() for ids in queue for i in ids}
    return Edited(plan, marks, written)


def merge(sheet: Sheet, fresh: Draft, edited: Edited) -> tuple[Changes, list[LeftOut]]:
    """Put the officer's version into a sheet made anew; returns what was met and what the officer deleted.

    ``fresh`` is the sheet composed as it is, which gives its points their ids.
    """
    changes = Changes()
    points = dict(zip((b.id for b in fresh.plan.blocks), sheet.points, strict=False))
    origin: dict[int, str] = {}
    merged: list[Point] = []
    used: set[str] = set()
    for block in edited.plan.blocks:
        ids = _ids_of(block, edited, points, used)
        used.update(ids)
        point = _merged_point(block, ids, points, edited, changes, used)
        if point is not None:
            merged.append(point)
            if ids:
                origin[id(point)] = ids[-1]
    left = _take_new_and_deleted(points, used, edited, merged, origin, changes)
    sheet.points = merged
    _keep_frame(sheet, fresh.plan, edited.plan)
    return changes, left


def _ids_of(block: Block, edited: Edited, points: dict[str, Point], used: set[str]) -> list[str]:
    """The ids of the draft's blocks that a paragraph of the edited file goes back to."""
    text = f"{block.label or ''}{block.text}"
    queue = edited.marks.get(_squashed(text), [])
    marked = [i for i in queue.pop(0) if i not in used] if queue else []
    if marked:
        return marked
    if block.id in points and block.id not in used:
        return [block.id]
    near = [(_likeness(block.text, p.text), i) for i, p in points.items() if i not in used and i in edited.written]
    best = max(near, default=(0.0, ""))
    return [best[1]] if best[0] >= ALIKE else []


def _merged_point(
    block: Block, ids: list[str], points: dict[str, Point], edited: Edited, changes: Changes, used: set[str]
) -> Point | None:
    """The point for a paragraph of the edited file; None where the parent no longer has it and nobody edited it."""
    known = [points[i] for i in ids if i in points]
    untouched = bool(ids) and block.id.split("-")[0] == ids[0].split("-")[0]
    if untouched and known:
        return replace(known[0], depth=block.depth, label=block.label)
    if untouched:
        later = [
            (_likeness(block.text, p.text), i) for i, p in points.items() if i not in used and i not in edited.written
        ]
        best = max(later, default=(0.0, ""))
        if best[0] < 0.5:
            changes.parent_gone.append(block.text)
            return None
        used.add(best[1])
        changes.parent_new.append(points[best[1]].text)
        return replace(points[best[1]], depth=block.depth, label=block.label)
    parents = list(dict.fromkeys(p for point in known for p in point.parents))
    if not known:
        source = _split_from(block.text, points)
        parents = source.parents if source else []
        (changes.edited if source else changes.added).append(block.text)
        return Point(
            block.text, block.depth, "officer", "narrowed" if source else "added", parents, block.label, block.heading
        )
    changes.edited.append(block.text)
    asks = [ask for point in known for ask in point.asks][: block.text.count(OPEN)]
    note = "Cán bộ đã sửa" + (f"; {known[0].note}" if known[0].note else "")
    change = "adapted" if known[0].change == "same" else known[0].change
    return Point(block.text, block.depth, known[0].rule, change, parents, block.label, block.heading, note, asks)


def _split_from(text: str, points: dict[str, Point]) -> Point | None:
    """The point that a piece was split from: nearly all words of the piece stand in it."""
    words = set(re.findall(r"\w+", text.casefold()))
    if len(words) < 4:
        return None
    shares = [
        (len(words & set(re.findall(r"\w+", p.text.casefold()))) / len(words), n) for n, p in enumerate(points.values())
    ]
    best = max(shares, default=(0.0, 0))
    return list(points.values())[best[1]] if best[0] >= PART else None


def _holder(text: str, merged: list[Point]) -> Point | None:
    """The edited point into which a paragraph was merged: it holds nearly all of its words and more."""
    words = set(re.findall(r"\w+", text.casefold()))
    for point in merged if len(words) >= 4 else []:
        if (point.note or "").startswith("Cán bộ đã sửa"):
            own = set(re.findall(r"\w+", point.text.casefold()))
            if len(words & own) >= PART * len(words) and len(own) > len(words):
                return point
    return None


def _take_new_and_deleted(
    points: dict[str, Point],
    used: set[str],
    edited: Edited,
    merged: list[Point],
    origin: dict[int, str],
    changes: Changes,
) -> list[LeftOut]:
    """Points that the parent brought since are put behind their neighbour; those that the officer deleted stay
    deleted.
    """
    left: list[LeftOut] = []
    before = ""
    for key, point in points.items():
        if key not in used and key in edited.written and (whole := _holder(point.text, merged)):
            whole.parents += [p for p in point.parents if p not in whole.parents]
        elif key not in used and key in edited.written:
            changes.deleted.append(point.text)
            left += [LeftOut(parent=p, why="dropped", rule="officer") for p in point.parents]
        elif key not in used:
            changes.parent_new.append(point.text)
            at = next((n for n, p in enumerate(merged) if origin.get(id(p)) == before), len(merged) - 2)
            merged.insert(at + 1, point)
            origin[id(point)] = key
        before = key
    return left


def _keep_frame(sheet: Sheet, fresh: Plan, edited: Plan) -> None:
    """Title, number, recipients and name as the officer left them."""
    if edited.header.title and edited.header.title != fresh.header.title:
        sheet.title = edited.header.title
    if edited.header.number and not fresh.header.number:
        sheet.number = f"Số: {edited.header.number}"
    if edited.recipients:
        sheet.recipients = [r.quote for r in edited.recipients]
    if edited.signature.name and not fresh.signature.name:
        sheet.signature = [*sheet.signature, edited.signature.name]
        sheet.foot_asks = []


def _likeness(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a.split(), b.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > 0.5 and matcher.quick_ratio() > 0.5 else 0.0


def _squashed(text: str) -> str:
    return hashlib.sha1("".join(text.split()).encode()).hexdigest()
