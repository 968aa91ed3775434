"""Changes of bare figures: only a number changed in a point, and its noun is no known unit (`từ 3 sao trở lên`).

A number of hours, or of days that a work may take, is a time limit: the less, the stronger.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kehoach.comparison.linked import Linked, clause_at, cut
from kehoach.comparison.model import Change
from kehoach.comparison.points import Point
from kehoach.facts.quantities import number

CLOSE = 0.6  # likeness of two blocks from which a single figure shows what was changed
FIGURE = re.compile(r"(?:(?P<least>\d+(?:[.,]\d+)*)\s*[-–]\s*)?(?P<most>\d+(?:[.,]\d+)*)")
#: Numbers of dates, documents and provisions
NO_AIM = re.compile(
    r"(?:ngày|tháng|năm|quý|năm học|giai đoạn|nhiệm kỳ|số|điều|khoản|mục|điểm|[/\-–])\s*$", re.IGNORECASE
)
#: What stands before and behind the number of a time limit
LIMIT = re.compile(
    r"(?:trong|trong vòng|trước|sau|không quá|tối đa|chậm nhất(?: là)?|chậm nhất sau)\s*$", re.IGNORECASE
)
TIME = re.compile(r"\s*(?:phút|giờ|h|ngày|tuần)(?!\w)")

Known = Collection[tuple[str | None, float | None]]


def figure_changes(linked: Linked, known: Known, told: Known) -> list[Change]:
    """Bare figures that changed. ``known`` are figures (block, value) that are compared as aims, ``told`` those of the
    child's that are its targets or have a counterpart.
    """
    return [
        change
        for point in linked.lower
        for source in linked.sources(point.block.id)[:1]
        if point.part == "body" and linked.overlap(source.tokens, point.tokens) >= CLOSE
        for change in _between(linked, source, point, known, told)
    ]


def _between(linked: Linked, source: Point, point: Point, known: Known, told: Known) -> Iterator[Change]:
    at = to = 0
    for step in linked.edits(source, point):
        ours, theirs = (FIGURE.fullmatch(side.strip()) for side in (step.parent, step.child))
        if ours and theirs and _differ(ours, theirs) and not NO_AIM.search(source.block.text[:at]):
            values = number(ours["most"]), number(theirs["most"])
            before, behind = source.block.text[:at], source.block.text[at + len(ours[0]) :]
            limit = bool(LIMIT.search(before) and TIME.match(behind))
            elsewhere = _is_timed(linked, source, ours[0]) if limit else _is_known(source, point, values, known)
            if not elsewhere:
                yield _change(source, point, (at, ours[0]), (to, theirs[0]), limit=limit, less=values[1] < values[0])
        elif theirs and not step.parent.strip() and _is_new(point, to, theirs, told):
            yield _new(source, point, at, (to, theirs[0]))
        at, to = at + len(step.parent), to + len(step.child)


def _is_new(point: Point, start: int, figure: re.Match[str], told: Known) -> bool:
    return not NO_AIM.search(point.block.text[:start]) and (point.block.id, number(figure["most"])) not in told


def _new(source: Point, point: Point, at: int, theirs: tuple[int, str]) -> Change:
    """A number that the child puts into the parent's words (`thành lập 02 đoàn` for `thành lập đoàn`)."""
    start, words = theirs
    counted = " ".join(point.block.text[start:].split()[:3]).rstrip(",;:.")
    return Change(
        kind="award" if source.awards and point.awards else "target",
        effect="added",
        parent_quote=cut(clause_at(source.block.text, max(at - 1, 0), at + 1)),
        child_quote=cut(clause_at(point.block.text, start, start + len(words))),
        parent_block=source.block.id,
        child_block=point.block.id,
        message=f"Nêu thêm con số: “{counted}”.",
    )


def _differ(ours: re.Match[str], theirs: re.Match[str]) -> bool:
    """`2021-2025` and `2021 - 2025` are one."""
    return any(number(ours[end] or "0") != number(theirs[end] or "0") for end in ("least", "most"))


def _is_known(source: Point, point: Point, values: tuple[float, float], known: Known) -> bool:
    return (source.block.id, values[0]) in known or (point.block.id, values[1]) in known


def _is_timed(linked: Linked, source: Point, figure: str) -> bool:
    """Is the figure a part of a time of the parent's timeline, whose change is told with the deadlines?"""
    return any(m.block == source.block.id and figure in m.time for m in linked.parent.timeline)


def _change(
    source: Point, point: Point, ours: tuple[int, str], theirs: tuple[int, str], *, limit: bool, less: bool
) -> Change:
    if limit:
        message = f"Thời hạn {'ngắn hơn' if less else 'dài hơn'}: {ours[1]} → {theirs[1]}."
    else:
        message = f"Con số {'thấp' if less else 'cao'} hơn: {ours[1]} → {theirs[1]}."
    quotes = [
        cut(clause_at(block.text, start, start + len(words)))
        for block, (start, words) in ((source.block, ours), (point.block, theirs))
    ]
    return Change(
        kind="deadline" if limit else "target",
        effect="weaker" if less != limit else "stronger",
        parent_quote=quotes[0],
        child_quote=quotes[1],
        parent_block=source.block.id,
        child_block=point.block.id,
        message=message,
    )
