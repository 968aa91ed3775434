"""The line that names the type of a document (tên loại, NĐ 30/2020, Phụ lục III)."""

from __future__ import annotations

import re

from kehoach.ingest.source import Grid, Paragraph
from kehoach.knowledge.lookalikes import with_capitals
from kehoach.knowledge.phrases import skeleton

PLAN_TYPES = ("KẾ HOẠCH LIÊN TỊCH", "KẾ HOẠCH")
DECISION_TYPES = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
OTHER_TYPES = (
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "CHỈ THỊ",
    "THÔNG BÁO",
    "HƯỚNG DẪN",
    "BÁO CÁO",
    "TỜ TRÌNH",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "THÔNG TƯ",
    "NGHỊ ĐỊNH",
    "KẾT LUẬN",
    "CÔNG ĐIỆN",
    "DỰ ÁN",
    "LUẬT",
)
TYPES = PLAN_TYPES + DECISION_TYPES + OTHER_TYPES


def type_of(part: Paragraph | Grid) -> str | None:
    """The document type that a line of its own names in capitals (``KẾ HOẠCH``), else None."""
    if not isinstance(part, Paragraph):
        return None
    text = re.sub(r"\s+", " ", part.text).strip(" .:*–-")
    return text if text in TYPES else None


def misread_type(part: Paragraph | Grid) -> str | None:
    """The type of a plan or decision that a line of its own names with a misread letter (``KÉ HOẠGH``), else None."""
    if not isinstance(part, Paragraph):
        return None
    text = re.sub(r"\s+", " ", part.text).strip(" .:*–-")
    return known_type(text) if with_capitals(text).isupper() else None


def known_type(text: str) -> str | None:
    """The type whose letters a text has but for marks and one letter (``KẾ HỌACH``)."""
    if text in TYPES:
        return text
    said = skeleton(with_capitals(text))
    return next((kind for kind in PLAN_TYPES + DECISION_TYPES if _is_near(said, skeleton(kind))), None)


def _is_near(said: str, right: str) -> bool:
    """Do two words differ by at most one letter, or by two that changed places?"""
    if len(said) != len(right):
        return len(said) == len(right) - 1 and any(right[:i] + right[i + 1 :] == said for i in range(len(right)))
    apart = [i for i, (a, b) in enumerate(zip(said, right, strict=True)) if a != b]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and said[apart[0]] == right[apart[1]]
    return len(apart) < 2 or (swapped and said[apart[1]] == right[apart[0]])
