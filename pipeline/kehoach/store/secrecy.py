"""Is a document marked as a state secret (NĐ 30/2020, Phụ lục I, ô 10a)? Such a document is not kept here."""

from __future__ import annotations

import re

from kehoach.plan import Plan

SECRET_MARKS = ("Mật", "Tối mật", "Tuyệt mật")
#: Anywhere before the title: in capitals and spaced as stamps are, or named; but not words that only end in it
_STAMP = re.compile(r"(?<![\w])(?<!BẢO )(?<!BÍ )(?<!CƠ )(TUYỆT\s+MẬT|TỐI\s+MẬT|M\s?Ậ\s?T)(?!\w)")
_NAMED = re.compile(
    r"^\W*(?:(?:độ|mức độ|chỉ mức độ)\s+mật\s*:?\s*)?(tuyệt mật|tối mật|mật)\W*$", re.IGNORECASE | re.MULTILINE
)


def secret_mark(plan: Plan) -> str | None:
    """The mark as it is called (``Tối mật``), or None. Title and body are not looked at."""
    known = next((mark for mark in plan.header.marks if mark in SECRET_MARKS), None)
    head = plan.text[: _end_of_head(plan)]
    found = known or next((m[1] for pattern in (_STAMP, _NAMED) if (m := pattern.search(head))), None)
    if found is None:
        return None
    letters = re.sub(r"\s", "", found).casefold()
    return next(mark for mark in SECRET_MARKS if mark.casefold().replace(" ", "") == letters)


def _end_of_head(plan: Plan) -> int:
    """Where the letterhead ends: at the kind of document, its title, or the first block."""
    spans = plan.header.spans
    starts = [spans[field][0] for field in ("document_type", "title") if field in spans]
    return min([*starts, *(block.span[0] for block in plan.blocks[:1])], default=len(plan.text))
