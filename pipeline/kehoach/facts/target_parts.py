"""Figures that detail one told before them: shares and counts in brackets, parts of a whole, what a share is of."""

from __future__ import annotations

import re
from itertools import takewhile

from kehoach.facts.quantities import Quantity
from kehoach.facts.reading import Reading, in_bracket
from kehoach.plan import Block

#: Between a share and what it is of
FRACTION_OPENS = re.compile(r"(?:\s+[^\W\d]+){0,8}\s*\(\s*")
#: The shares of parts, each named before its own
_PART = (
    r"(?:trong đó:?\s+)?(?:(?!tăng|giảm|năm|so với|tương|chiếm|bằng|vượt|kế hoạch)[^\W\d]+\s+){1,5}:?\s*\d[\d.,]*\s*%"
)
SHARED_OUT = re.compile(rf"\(\s*{_PART}(?:\s*(?:[,;]|và)\s*{_PART})+\s*\)", re.IGNORECASE)
YEAR_TOLD = re.compile(r"\(\s*(?:trong đó:?,?\s+)?(?:(?:năm\s+)?20\d{2}|quý\s+[IV]+)\s*:", re.IGNORECASE)
#: What a bracket tells of before or beside: `(hiện có 418 người)`, `(năm 2025: 212 vụ)`
TOLD_BESIDE = re.compile(r"(?<!\w)(?:hiện|đã|so với|cùng kỳ|trước đó|năm trước)(?!\w)", re.IGNORECASE)
#: What something counted is made of: `12 sự kiện (05 sự kiện văn hóa, 04 giải thể thao, 01 hội thi)`
_COUNT = r"\d{1,4}\s+(?!đồng|tháng|ngày)[^\W\d][^,;()\d]*"
LIST_OF_COUNTS = re.compile(rf"\(\s*(?:gồm:?\s+)?{_COUNT}(?:[,;]\s+{_COUNT})+(?:\s+và\s+[^()\d]*)?\)")


def is_part(text: str, found: list[Quantity], quantity: Quantity) -> bool:
    """``20 video (12 video tiếng Thái, 8 video tiếng Mông)``, ``152 người: đợt 1 (60 người) …``: of what is counted
    before the bracket, of which it is a part.
    """
    opens = text.rfind("(", 0, quantity.figure[0])
    if not in_bracket(text, quantity.figure[0]) or TOLD_BESIDE.search(text, opens, quantity.figure[0]):
        return False
    counted = (quantity.unit or "").split("/")[0]
    begin = max(text.rfind(mark, 0, opens) for mark in (". ", "; "))
    before = takewhile(lambda f: f.figure[1] > begin, reversed(found))
    larger = [f for f in before if f.figure[1] <= opens and f.value > quantity.value and counted]
    if any((f.unit or "").startswith(counted) for f in larger):
        return True
    beside = larger and re.search(r"[,:]\s", text[larger[0].figure[1] : opens]) is None
    return bool(beside) and not (larger[0].unit or "").startswith("%") and LIST_OF_COUNTS.match(text, opens) is not None


def is_of_share(text: str, share: Quantity, figure: Quantity) -> bool:
    """``70% số hộ (2.930/4.186 hộ)``: the share and what it is of are one figure."""
    between = text[share.figure[1] : figure.figure[0]]
    return (
        share.unit == "%"
        and share.of is None
        and figure.of is not None
        and FRACTION_OPENS.fullmatch(between) is not None
    )


def is_bracketed_count(text: str, at: int, quantity: Quantity) -> bool:
    """``Đạt các tiêu chí (09 tiêu chí) huyện …``: the count in brackets of what stands before them; their parts
    (``gồm 02 khu …; 03 cụm …``).
    """
    if re.match(r"\(\s*(?:(?:bao )?gồm|mỗi|ít nhất|tối thiểu)\s", text[text.rfind("(", 0, at) :]):
        return quantity.unit not in ("%", None)
    before = text[: text.rfind("(", 0, at)].rstrip()
    return quantity.unit not in ("%", None) and before.casefold().endswith(f"các {quantity.unit}")


def is_bracketed_share(text: str, at: int, quantity: Quantity) -> bool:
    """``95% hộ dùng nước sạch (thị trấn 99%, các xã 93%)``: the shares of the parts."""
    opens = text.rfind("(", 0, at)
    return (
        quantity.unit == "%" and SHARED_OUT.match(text, opens) is not None and re.search(r"%", text[:opens]) is not None
    )


def is_bracketed_year(reading: Reading, block: Block, at: int) -> bool:
    """``(năm 2026: 1.200 người; năm 2027: …)``: the aims of the years, not ``(năm 2023: 10,1%)`` of a year before."""
    opens = block.text.rfind("(", 0, at)
    inside = range(block.span[0] + opens, block.span[0] + at)
    return YEAR_TOLD.match(block.text, opens) is not None and not any(place in inside for place in reading.past)
