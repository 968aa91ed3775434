"""Titles of sections in a plan that numbers none: ``MỤC ĐÍCH, YÊU CẦU`` alone on its line."""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.outline.headings import Entry, is_capitals
from kehoach.outline.labels import Label
from kehoach.outline.roles import own_roles

#: What a plain line must consist of to be a title without capitals or bold letters
NAMES_SECTION = re.compile(
    r"(?:mục đích|ý nghĩa|yêu cầu|mục tiêu|chỉ tiêu|nội dung|nhiệm vụ|giải pháp|biện pháp|đối tượng|phạm vi|thời gian|"
    r"địa điểm|thành phần|tiến độ|kinh phí|khen thưởng|thi đua|tổ chức thực hiện|phân công nhiệm vụ|hình thức|"
    r"tiêu chí|tiêu chuẩn|hồ sơ|chế độ báo cáo|tình hình chung)"
    r"(?:\s+(?:cụ thể|chung|chủ yếu|trọng tâm|thực hiện|tham gia|tổ chức|hoạt động|triển khai))?"
)
TITLE = re.compile(
    rf"(?:(?:các|một số)\s+)?{NAMES_SECTION.pattern}(?:(?:\s*[,;–-]\s*|\s+và\s+){NAMES_SECTION.pattern})*"
    r"(?:\s+năm\s+\d{4})?\s*:?",
    re.IGNORECASE,
)
LONGEST = 16  # words of a title
ENDED = re.compile(r"[.;,…]$")


def find_titles(entries: list[Entry]) -> dict[int, int]:
    """The entries that are titles without a number, with their depth; none in a plan that numbers its sections.

    Two or more of them name sections and stand before any numbered title; something follows each. In such a plan each
    short line without an end is a title, if no section has a number: below those in capitals, where there are any.
    """
    named = [i for i, entry in enumerate(entries[:-1]) if _is_title(entry)]
    named = [i for i, after in pairwise([*named, len(entries)]) if after - i > 1]
    numbered = next((i for i, e in enumerate(entries) if e.label and _numbers_section(e, e.label)), len(entries))
    outer = any(e.label and e.label.style.startswith(("part", "roman", "capital")) for e in entries)
    if len(named) < 2 or named[0] > numbered or outer:
        return {}
    capitals = [i for i, entry in enumerate(entries[:-1]) if _is_title(entry) and is_capitals(entry.text)]
    first = min([*named, *capitals])
    unnumbered = numbered == len(entries)
    short = [i for i, e in enumerate(entries[:-1]) if unnumbered and i > first and _is_short(e) and e.text[-1:] != ":"]
    depths = dict.fromkeys(sorted({*named, *capitals, *short}), 2 if len(capitals) > 1 else 1)
    depths |= dict.fromkeys(capitals, 1)
    return {i: depth for i, depth in depths.items() if i + 1 not in depths or depths[i + 1] > depth}


def _is_short(entry: Entry) -> bool:
    longest = 2 * LONGEST if entry.text.isupper() else LONGEST
    return entry.label is None and not ENDED.search(entry.text.strip()) and len(entry.text.split()) <= longest


def _is_title(entry: Entry) -> bool:
    text = entry.text.strip()
    if not _is_short(entry):
        return False
    if is_capitals(text) or entry.bold:
        return ":" not in text[:-1]
    return TITLE.fullmatch(text) is not None


def _numbers_section(entry: Entry, label: Label) -> bool:
    """``1. Mục đích``: a number before a title that tells its role."""
    short = len(entry.text.split()) <= LONGEST and not ENDED.search(entry.text.rstrip())
    return label.style.startswith("number") and short and bool(own_roles(entry.text))
