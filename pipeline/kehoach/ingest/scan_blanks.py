"""What a pen filled in. Numbers and days are often written by hand; what the engine makes of them is no text.

A place that was filled in by hand is read as the blank that was printed: ``Số: /KH-UBND``, ``ngày tháng 6 năm 2026``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.ingest.ocr import Word

# Below this, figures in a blank of the form were not printed.
_PRINTED = 0.6

_NUMBER = re.compile(r"^(?P<head>[Ss][ốôỗóồoỐÔ][:;.,]{0,2})(?P<number>.*?)(?P<sign>/[A-ZĐ].*)$")
_HEAD = re.compile(r"^[Ss][ốôỗóồoỐÔ][:;.,]?$")
_SIGN = re.compile(r"^(?P<number>[^/]*)(?P<sign>/[A-ZĐ].*)$")
_PLAIN = re.compile(r"\d{1,5}[a-z]?")
_FORM = re.compile(r"^[Ss][ốôỗóồoỐÔ][:;.,].*/\s*[A-ZĐ]|ngày.*tháng.*năm")


def is_form(text: str) -> bool:
    """Whether a line is the number or the date of a letterhead, however badly it was read."""
    return _FORM.search(text) is not None


def without_pen(words: list[Word]) -> list[Word]:
    """The words of a line; in the number and the date of a letterhead, what a pen filled in is left out."""
    if not words:
        return words
    whole = _NUMBER.match(words[0].text)
    if whole and len(words) <= 2:
        return [_blanked(words[0], whole), *words[1:]]
    if _HEAD.match(words[0].text) and len(words) <= 4:
        return _number(words)
    return _date(words)


def _blanked(word: Word, match: re.Match[str]) -> Word:
    number = match["number"].strip(" .…:_")
    sure = word.confidence >= _PRINTED and _PLAIN.fullmatch(number)
    head = match["head"].rstrip(".,;:") + ":"
    return replace(word, text=f"{head} {number if sure else ''}{match['sign']}")


def _number(words: list[Word]) -> list[Word]:
    """``Số:`` and a sign that stand apart, with figures in one of them or between."""
    at = next((i for i, word in enumerate(words) if i and _SIGN.match(word.text)), None)
    if at is None:
        return words
    sign = _SIGN.match(words[at].text)
    assert sign
    figures = [word for word in words[1:at] if _PLAIN.fullmatch(word.text) and word.confidence >= _PRINTED]
    own = sign["number"].strip(".…:_")
    printed = _PLAIN.fullmatch(own) and words[at].confidence >= _PRINTED
    last = words[at] if printed else replace(words[at], text=sign["sign"])
    return [words[0], *([] if printed else figures[-1:]), last, *words[at + 1 :]]


def _date(words: list[Word]) -> list[Word]:
    """``Hà Nội, ngày … tháng … năm …`` at the end of a line: behind its words only figures that were printed."""
    places = {word.text: i for i, word in enumerate(words)}
    day, month, year = (places.get(name, -1) for name in ("ngày", "tháng", "năm"))
    if not 0 < day < month < year or len(words) - day > 9 or not words[day - 1].text.endswith((",", ".")):
        return words
    kept = []
    for i, word in enumerate(words):
        blank = i > day and i not in (month, year)
        if not blank or (word.text.isdigit() and word.confidence >= _PRINTED):
            kept.append(word)
    return kept
