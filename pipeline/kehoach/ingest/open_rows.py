"""Rows of tables that show no outer bars, and those whose cells tabs part."""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.ingest.markdown import BAR

#: What stands in the right column of a letterhead or a foot, or opens the left one of the foot
BESIDE = re.compile(
    r"CỘNG H[OÒ][ÀA]|ĐẢNG CỘNG SẢN|Nơi nhận|\|\s*(?:TM|KT|TL)\.|\|[^|]*ngày\s[^|]*\stháng\s", re.IGNORECASE
)
FOOT_ROW = re.compile(r"\s*\W{0,3}Nơi nhận[^|]*\|\s*\S", re.IGNORECASE)


def with_bars(text: str) -> str:
    """Rows without outer bars (``TT | Việc | Tổ``), or of cells that tabs part as a copied table has them, with bars.

    Rows they are where at least two stand together, each with the same two or more bars or tabs, or three with one; two
    columns of a letterhead or a foot where two stand together. The last cells of a row may be blank.
    """
    for sign in ("|", "\t"):
        if sign not in text:
            continue
        lines = text.split("\n")
        for start, end in _runs([_signs(line, sign) for line in lines]):
            if not _are_rows(lines[start:end], sign):
                continue
            for at in range(start, end):
                cells = lines[at].rstrip().replace("\t", " | " if sign == "\t" else " ")
                lines[at] = f"| {cells} |"
        text = "\n".join(lines)
    return text


def _runs(counts: list[int]) -> list[tuple[int, int]]:
    """Where lines stand together that have the same number of signs, if any."""
    bounds = [0, *(i for i in range(1, len(counts)) if counts[i] != counts[i - 1]), len(counts)]
    return [(start, end) for start, end in pairwise(bounds) if counts[start]]


def _are_rows(lines: list[str], sign: str) -> bool:
    """Do most lines show no bar before their first cell, and some none behind their last (else each lost its first)?"""
    opened = sum(line.lstrip(" ").startswith(sign) for line in lines)
    closed = sum(line.rstrip("\r ").endswith(sign) for line in lines)
    if 2 * opened >= len(lines) or closed == len(lines):
        return False
    if _signs(lines[0], sign) > 1:
        return len(lines) > 1
    least = 1 if FOOT_ROW.match(lines[0]) else 2 if any(map(BESIDE.search, lines)) else 3
    return sign == "|" and len(lines) >= least


def _signs(line: str, sign: str) -> int:
    """How many signs part the cells of a line, of which the first and the last may be blank."""
    if not line.strip():
        return 0
    return len(BAR.findall(line)) if sign == "|" else line.strip("\r\n ").count(sign)
