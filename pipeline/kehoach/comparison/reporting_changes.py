"""Changes of where reports go: to whom a plan's bodies send reports, files and what they cannot solve."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.comparison.linked import Linked, cut
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.points import Point
from kehoach.comparison.wording import words_of
from kehoach.facts.bodies import find_bodies

#: `phản ánh về …`, `gửi báo cáo kết quả về …`, `gửi …`: what stands behind it is who receives
SEND = re.compile(
    r"(?<!\w)(?:phản ánh|gửi|nộp|báo cáo|thông tin|phản hồi)"
    r"(?:\s+(?!về|gửi|cho)[^\W_]+){0,6}?\s+(?:gửi\s+)?(?:về|cho|tới)\s+"
    r"|(?<!\w)(?:gửi|phản ánh)\s+|(?<!\w)(?:báo cáo|phản ánh|gửi)\s[^,.;()]{3,60}?\s\(?(?:thông qua|qua)\s+",
    re.IGNORECASE,
)
#: What ends the names of those who receive
STOP = re.compile(
    r"[.;(]|,?\s+(?:để|trước|tổng hợp|theo|trong|vào|định kỳ|xem xét|đúng|khi|nếu|chậm nhất|thẩm định|phối hợp|"
    r"hằng|hàng)(?!\w)|,\s+(?:báo cáo|đồng thời|trình|làm|chịu)(?!\w)",
    re.IGNORECASE,
)
BEFORE = 12  # characters before the name of a body (`công chức`, `đồng chí`, `các`)
KEPT = 0.4  # share of a clause on sending from which the child keeps the duty


@dataclass(frozen=True, slots=True)
class Receiver:
    """Bodies that receive something, as printed, and the words around them."""

    name: str
    quote: str
    point: Point


def reporting_changes(linked: Linked) -> Iterable[Change]:
    """Receivers that are others in the child, or named no more, in points that it carries."""
    for point in linked.upper:
        answers = linked.answers(point.block.id)
        ours = receivers(point) if answers else []
        theirs = [receiver for answer in answers for receiver in receivers(answer)]
        for number, receiver in enumerate(ours):
            other = theirs[min(number, len(theirs) - 1)] if theirs else None
            if any(_is_same(linked, receiver, each) for each in theirs):
                continue
            if other is None and not linked.same_level and linked.kept(receiver.quote, answers) < KEPT:
                continue  # the whole clause is gone: the edits show it
            yield _change("rescoped" if other else "missing", receiver, other, answers[0])


def receivers(point: Point) -> list[Receiver]:
    """Whom a text has reports sent to, in order."""
    text = point.block.text
    begins = [body.span[0] for body in find_bodies(text)] if SEND.search(text) else []
    found: list[Receiver] = []
    for send in SEND.finditer(text):
        start = send.end()
        if any(start <= begin <= start + BEFORE for begin in begins):
            stop = STOP.search(text, start)
            end = stop.start() if stop else len(text)
            found.append(Receiver(text[start:end].strip(), cut(text[send.start() : end]), point))
    return found


def _is_same(linked: Linked, ours: Receiver, theirs: Receiver) -> bool:
    if linked.same_level:
        return linked.bare(ours.name) == linked.bare(theirs.name)
    return set(words_of(ours.name)) == set(words_of(theirs.name))


def _change(effect: Effect, ours: Receiver, theirs: Receiver | None, answer: Point) -> Change:
    told = f"{ours.name} → {theirs.name}" if theirs else ours.name
    return Change(
        kind="body",
        effect=effect,
        parent_quote=ours.quote,
        child_quote=theirs.quote if theirs else None,
        parent_block=ours.point.block.id,
        child_block=(theirs.point if theirs else answer).block.id,
        message=f"{'Nơi nhận báo cáo, phản ánh' if theirs else 'Không nêu nơi nhận báo cáo, phản ánh'}: {told}.",
    )
