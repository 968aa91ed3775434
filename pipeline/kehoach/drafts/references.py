"""References of the parent to itself: to its annexes, which the draft has not, and to its numbering, which differs.

An annex is said to be the parent's, by its number; where the parent has none, a reference in brackets is left out. A
place of the parent that the draft carries gets its new label (``label_references``, once labels are given); one that it
does not carry is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.drafts.drafting import Drafting
from kehoach.drafts.opening import promulgation
from kehoach.drafts.phrases import HELD, held, released
from kehoach.drafts.points import Ask, Point, Reference
from kehoach.plan import Block

_NUMBERS = r"(?:[IVX]+|\d{1,2}|[A-Z])(?:\s*(?:,|và|-)\s*(?:[IVX]+|\d{1,2}|[A-Z])(?!\w))*(?!\w)"
_OF_PLAN = rf"\s+(?:của\s+)?Kế hoạch(?:\s+này)?(?!\s*[{HELD}\d])(?!\s+(?:số|của|hành động)(?!\w))"
_OTHERS = rf"(?!\s*(?:,\s*)?(?:ban hành\s+)?(?:kèm theo|của|tại|thuộc)?\s*[{HELD}])"
#: ``Phụ lục I, II kèm theo``, ``Mẫu biểu số 04 đính kèm``, ``Phụ lục của Kế hoạch``; some of its tails must be there
_ANNEX = re.compile(
    rf"(?P<what>(?:[Pp]hụ lục|[Mm]ẫu biểu|[Bb]iểu mẫu)(?:\s+số)?)(?P<no>\s+{_NUMBERS})?"
    rf"(?P<with>\s+(?:kèm theo|đính kèm))?(?P<of>{_OF_PLAN})?(?!\w)"
)
#: ``(có danh sách kèm theo)``
_ENCLOSED = re.compile(r"\((?P<in>[^()]*\s(?:kèm theo|đính kèm))(?P<end>\s*)\)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BARE = r"(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])(?![\w]|\.\d)"
_LABEL = rf"(?:\({_BARE}\)|{_BARE})"
_WORDS = "điểm|tiết|khoản|tiểu mục|mục|phần"
_STEP = rf"(?i:{_WORDS})\s+(?P<label>{_LABEL})"
_STEPS = re.compile(_STEP)
_INTERNAL = re.compile(
    rf"(?<!\w)(?:tại|ở|theo|là|trong|thuộc)\s+(?:các\s+)?(?P<chain>{_STEP.replace('?P<label>', '?:')}"
    rf"(?:,?\s+(?:của\s+)?{_STEP.replace('?P<label>', '?:')})*)(?P<more>(?:\s*(?:,|và)?\s*{_LABEL})*)"
    rf"(?!\s*(?:,|và)?\s*{_LABEL})(?!\s*(?:,\s*)?(?:của\s+|tại\s+|thuộc\s+)?(?:[{HELD}]|(?i:{_WORDS})\s|Điều\s|"
    r"Chương\s|Phụ lục\s|Luật\s|Nghị\s|Thông tư|Đề án\s|Quyết định\s|Công văn\s|Hướng dẫn\s))"
)
#: What the parent forecasts for its own territory, in figures that an annex holds
_FORECAST = re.compile(r"[Dd]ự (?:kiến|báo)\s[^.;]*(?:như|theo)\s+(?:các\s+)?(?:[Pp]hụ lục|[Mm]ẫu biểu|[Bb]iểu)")
_OWN_RULES = ("basis", "parent_cited", "issuing_sentence", "closing_form")


def refer_to_parent(work: Drafting, points: Sequence[Point]) -> None:
    """Put the references of carried points right, note those that wait for labels, ask for those that lead nowhere."""
    for point in points:
        if not point.parents or point.rule in _OWN_RULES:
            continue
        _name_annexes(work, point)
        _find_places(work, point, points)


def _name_annexes(work: Drafting, point: Point) -> None:
    """Whose annex it is; without a number of the parent a bracket with it goes."""
    keep: list[str] = []
    text = held(point.text, keep)
    parent = _parent_by_number(work)
    if parent is None:
        new = _BRACKETS.sub(lambda m: "" if _of_parent(m[0]) else m[0], text)
        parent = f"Kế hoạch của {work.scope.superior}"
    else:
        new = text
    new = _ENCLOSED.sub(lambda m: m[0] if _ANNEX.search(m[0]) else f"({m['in']} {parent})", new)
    new = _ANNEX.sub(lambda m: f"{m['what']}{m['no'] or ''} kèm theo {parent}" if _told(m) else m[0], new)
    if new != text and _FORECAST.search(text):
        whose = f"là của cả {work.scope.upper[0]}. Ghi số liệu của {work.scope.kind}."
        message = f"Số liệu ở phụ lục của kế hoạch cấp trên {whose}"
        point.asks.append(Ask("content", message, work.words_of(point.parents[0]), ["Giữ nguyên", "Bỏ mục này"]))
    if new != text:
        point.text = re.sub(r"\s+([,.;:])", r"\1", released(new, keep))
        point.change = "adapted" if point.change == "same" else point.change
        point.note = "; ".join(filter(None, [point.note, "Phụ lục là của kế hoạch cấp trên, dự thảo không kèm theo."]))


def _of_parent(bracket: str) -> bool:
    return bool(_ENCLOSED.search(bracket)) or any(_told(m) for m in _ANNEX.finditer(bracket))


def _told(match: re.Match[str]) -> bool:
    """Is it an annex of the parent: by number, enclosed or of the plan, and of no other document?"""
    own = match["no"] or match["with"] or match["of"]
    return bool(own) and re.match(_OTHERS, match.string[match.end() :]) is not None


def _parent_by_number(work: Drafting) -> str | None:
    """``Kế hoạch số 235/KH-UBND``; the decision that promulgated it."""
    by, number = promulgation(work), work.plan.header.number
    kind, number = (by.type, by.number) if by else ("Kế hoạch", number)
    return f"{kind} số {number}" if number and number[:1].isdigit() else None


def _find_places(work: Drafting, point: Point, points: Sequence[Point]) -> None:
    """References to places of the plan: to be labelled anew where the draft carries the place, else asked."""
    for match in _INTERNAL.finditer(held(point.text, [])):
        chain = match["chain"]
        steps = [_inner(m) for m in _STEPS.finditer(chain)]
        blocks = None if match["more"].strip() else _resolved(work, [chain[start:end] for start, end in steps])
        if blocks and all(_carrier(block.id, points) for block in blocks):
            cuts = [0, *(place for step in steps for place in step), len(chain)]
            pieces = [chain[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
            point.refers.append(Reference(chain, pieces, [block.id for block in blocks]))
            continue
        message = (
            f"“{chain}{match['more'].rstrip()}” dẫn tới nội dung của kế hoạch cấp trên không có hoặc mang số khác "
            "trong dự thảo. Sửa dẫn chiếu, hoặc giữ nguyên."
        )
        point.asks.append(Ask("content", message, work.words_of(point.parents[0]), ["Giữ nguyên"]))


def _inner(match: re.Match[str]) -> tuple[int, int]:
    """Where a label lies, without its brackets."""
    start, end = match.span("label")
    return (start + 1, end - 1) if match["label"].startswith("(") else (start, end)


def _resolved(work: Drafting, labels: list[str]) -> list[Block] | None:
    """The blocks of a chain of labels, innermost first as it is written; None where it does not lead to one."""
    found: list[Block] = []
    inside = list(work.plan.blocks)
    for label in reversed(labels):
        same = [b for b in inside if b.label and b.depth > 0 and _bare(b.label) == label]
        nearest = [b for b in same if b.depth == min(each.depth for each in same)]
        if len(nearest) != 1:
            return None
        found.insert(0, nearest[0])
        below = set(work.ids_below(nearest[0])) - {nearest[0].id}
        inside = [b for b in work.plan.blocks if b.id in below]
    return found


def _bare(label: str) -> str:
    return label.split()[-1].strip("().:/") if label.split() else ""


def _carrier(block: str, points: Sequence[Point]) -> Point | None:
    """The point that carries a block under a label that can be named."""
    point = next((p for p in points if p.parents and p.parents[0] == block), None)
    return point if point and point.label and re.search(r"\w", point.label) else None


def label_references(points: Sequence[Point]) -> None:
    """Write the labels that the points have now into the references to them."""
    for point in points:
        for reference in point.refers:
            carriers = [_carrier(block, points) for block in reference.targets]
            if reference.words not in point.text or not all(carriers):
                continue
            labels = [_bare(p.label or "") if p else "" for p in carriers]
            words = "".join(a + b for a, b in zip(reference.pieces, [*labels, ""], strict=True))
            if words != reference.words:
                point.text = point.text.replace(reference.words, words, 1)
                point.change = "adapted" if point.change == "same" else point.change
                reference.words = words
