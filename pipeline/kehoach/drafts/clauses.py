"""Sentences that set out the work of several levels one after the other: the unit keeps its own part."""

from __future__ import annotations

import re

from kehoach.drafts.points import Ask, sentence
from kehoach.drafts.scope import Scope

_PARTS = re.compile(r"(?<=;)\s+|(?<=[^.]\.)\s+(?=[^\Wa-z_])")
_OWN = re.compile(
    r"^(?:Ở\s+)?(?:các\s+|cấp\s+|tuyến\s+)?(?:xã|phường|đặc khu)(?:,\s*(?:xã|phường|đặc khu))*(?!\w)", re.IGNORECASE
)


def own_part(text: str, scope: Scope) -> str:
    """``text`` without the clauses in which the unit above acts, where the draft's level has a clause of its own."""
    acts = r"(?:ban hành|tổ chức|thành lập|bố trí|xây dựng)"
    above = re.compile(rf"^(?:(?:Cấp|Tuyến)\s+)?(?i:{scope.upper_words})\s+{acts}\s")
    parts = _PARTS.split(text)
    if not any(above.match(part) for part in parts) or not any(_OWN.match(part) for part in parts):
        return text
    return sentence(" ".join(part for part in parts if not above.match(part)))


def ask_for_levels(text: str, scope: Scope) -> Ask | None:
    """A question where a sentence tells of the unit above and of the draft's level, and they cannot be told apart."""
    word = r"(?:cấp|tuyến)\s+"
    above = rf"{word}{scope.upper_words}(?!\s*(?:,|và|đến)\s*(?:cấp|tuyến|xã))"
    if not re.search(rf"{above}.*{word}xã(?!\w)|{word}xã(?!\w).*[;,]\s.*{above}", text):
        return None
    message = f"Câu này nêu cả việc của cấp {scope.upper[0]} và cấp xã. Chỉ giữ phần của {scope.kind}."
    return Ask("content", message, text, ["Giữ nguyên"])
