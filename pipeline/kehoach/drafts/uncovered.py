"""Targets for which no duty of the draft works: every target needs one, or a question."""

from __future__ import annotations

import re

from kehoach.drafts.drafting import Drafting
from kehoach.drafts.offices import fields_in
from kehoach.drafts.points import Ask, Point

#: A duty of an office to carry out the whole plan
_WHOLE = re.compile(
    r"(?:thực hiện|hoàn thành)(?:\s+\S+){0,3}?\s+(?:các\s+)?(?:mục tiêu|chỉ tiêu)|"
    r"(?:triển khai|tổ chức)(?:\s+thực hiện)?\s+(?:có hiệu quả\s+)?(?:các nội dung|kế hoạch|phong trào)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w{2,}")
_COMMON = re.compile(
    r"các|của|được|trên|trong|đạt|phấn|đấu|năm|đến|ít|nhất|tỷ|lệ|xã|phường|thôn|với|và|có|từ|trở|lên|thực|hiện|\d+"
)


def ask_for_uncovered(work: Drafting, points: list[Point], duties: list[Point]) -> None:
    """Ask once, at the heading of the ``duties``, for the targets that none of them serves."""
    if not duties:
        return
    said = [p.text for p in duties if not p.heading]
    if any(_WHOLE.search(text) for text in said):
        return
    own = {id(p) for p in duties}
    missing = [p.text for p in points if id(p) not in own and _is_target(work, p) and not _served(p.text, said)]
    if not missing:
        return
    listed = "; ".join(_short(text) for text in missing[:5])
    message = (
        f"{len(missing)} chỉ tiêu chưa có nhiệm vụ của bộ phận nào: {listed}. Ghi nhiệm vụ và bộ phận, hoặc giữ nguyên."
    )
    duties[0].asks.append(Ask("content", message, missing[0], ["Giữ nguyên"]))


def _is_target(work: Drafting, point: Point) -> bool:
    blocks = {target.block for target in work.plan.targets}
    return not point.heading and any(parent in blocks for parent in point.parents)


def _served(target: str, duties: list[str]) -> bool:
    """Does a duty work in the field of a target, or share the words of what is measured?"""
    fields = set(fields_in(target))
    words = _words(target)
    return any(fields & set(fields_in(duty)) or len(words & _words(duty)) >= 3 for duty in duties)


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(text.casefold()) if not _COMMON.fullmatch(w)}


def _short(text: str) -> str:
    return f"“{text if len(text) <= 80 else text[:77].rsplit(' ', 1)[0] + '…'}”"
