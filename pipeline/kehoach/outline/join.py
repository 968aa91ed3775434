"""Mend what page breaks and line breaks tore: one paragraph where the document means one."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.labels import BY_HOUR, as_label, is_lone_label, split_label
from kehoach.outline.types import type_of

CLOSED = re.compile(r"[.;:!?…][”\"’)]*$|/\.$")
OPEN_WORD = re.compile(
    r"(?:,|\b(?:và|của|các|những|với|cho|trong|về|theo|là|có|được|từ|đến|tại|trên|bằng|do|vào|để|hoặc|như|gồm|ngày|"
    r"tháng|(?:một|định|quyết|hoạch|tư|thị|văn|bản|dẫn|trình|báo|luận|luật|lệnh) số))$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\b(?:(?<!hằng )(?<!hàng )(?<!mỗi )năm|tổ|số)$", re.IGNORECASE)  # a figure follows, if any
SENTENCES = re.compile(r"[.;]\s")
BASIS_LINE = re.compile(r"^(?:Căn cứ|Thực hiện|Theo|Xét)\b")
PLAIN_OPENING = re.compile(r"^(?:Căn cứ|Thực hiện|Theo|Trên đây|Nơi nhận|TM\.|KT\.|TL\.|Số:)")


#: The places in a paragraph where a further page begins: offset, page
Breaks = list[tuple[int, int]]


def join_broken(parts: list[Paragraph | Grid]) -> list[tuple[Paragraph | Grid, Breaks]]:
    """Join each paragraph with the rest of it that follows.

    Returns the parts, each with the places ``(offset in its text, page)`` where a further page begins inside it.
    """
    joined: list[tuple[Paragraph | Grid, Breaks]] = []
    for part in parts:
        last = joined[-1][0] if joined else None
        titled = len(joined) > 1 and type_of(joined[-2][0]) is not None
        if isinstance(part, Paragraph) and isinstance(last, Paragraph) and continues(last, part, titled):
            breaks = joined[-1][1]
            if part.page is not None and part.page != (breaks[-1][1] if breaks else last.page):
                breaks.append((len(last.text) + 1, part.page))
            joined[-1] = (replace(last, text=f"{last.text} {part.text}", cut=part.cut), breaks)
        else:
            joined.append((part, []))
    return joined


#: Characters of a paragraph. The longest of real plans have a third of it; what finds facts looks back over the whole
#: paragraph, so that one without end (a file that lost its line breaks) would take hours.
LONGEST = 10_000


def cut_long(part: Paragraph | Grid, breaks: Breaks) -> list[tuple[Paragraph | Grid, Breaks]]:
    """A paragraph without end as several, each ended where a sentence ends, else behind a word; all others whole."""
    if isinstance(part, Grid) or len(part.text) <= LONGEST:
        return [(part, breaks)]
    pieces: list[tuple[Paragraph | Grid, Breaks]] = []
    start, label, page = 0, part.label, part.page
    while start < len(part.text):
        end = _end_of_piece(part.text, start)
        inside = [(offset - start, number) for offset, number in breaks if start < offset < end]
        page = next((number for offset, number in reversed(breaks) if offset <= start), page)
        pieces.append((replace(part, text=part.text[start:end].rstrip(), label=label, page=page), inside))
        start, label = end, None
    return pieces


def _end_of_piece(text: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends, the white space behind it included."""
    limit = start + LONGEST
    if limit >= len(text):
        return len(text)
    ends = (text.rfind(mark, start, limit) + len(mark) for mark in (". ", "; ", " "))
    return next((end for end in ends if end > start + 2), limit)


def continues(before: Paragraph, after: Paragraph, titled: bool = False) -> bool:
    """Is ``after`` the rest of ``before``? Sure signs only: an open end, and a beginning that nothing numbers.

    A beginning in lower case continues; one in upper case only behind a comma, a word that cannot end a paragraph, or
    running text (no title: ``titled`` tells that ``before`` stands under the document type).
    """
    if after.label or split_label(after.text)[0] is not None or PLAIN_OPENING.match(after.text):
        return False
    if BY_HOUR.match(after.text):
        return False
    if is_lone_label(before.text) and not before.label:
        return True
    if BASIS_LINE.match(before.text) and before.text.rstrip().endswith(",") and after.text[0].isupper():
        return False
    first = after.text.lstrip("(“\"'")[:1]
    inside = before.cut and before.text.endswith(";") and first.islower()  # clauses of one sentence
    if CLOSED.search(before.text) and not inside:
        return False
    if after.align in ("center", "right") or before.align in ("center", "right"):
        return False
    if after.bold and not before.bold and not after.text[0].islower():
        return False
    if first.islower():
        return not before.text.isupper()
    if not before.cut or len(before.text) <= 40 or before.text.isupper():
        return False
    if OPEN_WORD.search(before.text) or (first.isdigit() and COUNTED.search(before.text)):
        return True
    typed, rest = split_label(before.text)
    label = as_label(before.label) if before.label else typed
    running = label is None or label.style.startswith("bullet") or SENTENCES.search(rest) is not None
    return running and not titled and not before.bold and len(before.text) > 120
