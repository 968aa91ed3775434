"""The line that names the type of a document (tên loại, NĐ 30/2020, Phụ lục III)."""

from __future__ import annotations

import re

from kehoach.ingest.source import Grid, Paragraph

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
