"""What a pen filled in. Numbers and days are often written by hand; what the engine makes of them is no text.

A place that was filled in by hand is read as the blank that was printed: ``Số: /KH-UBND``, ``ngày tháng 6 năm 2026``.
Number and date often share a line, and a pen's figures run into the words beside them (``ngày|Â``, ``Jÿtháng``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.ingest.ocr import Word

# Below this, figures in a blank of the form were not printed.
PRINTED = 0.6
# Below this, words beside a lone figure were disturbed.
_CLEAR = 0.75
# Word heights of white behind the number: what follows stands in the other column.
_GAP = 1.1
# Tokens from "ngày" to the end of a date: in running text more follows.
_LONGEST_DATE = 9

_HEAD = r"[Ss][ốôỗóồoòỐÔÓÒO][:;.,]{0,2}"
_SIGN = r"(?:[-–]?[A-ZĐÐ]{1,4})?/[A-ZĐÐ].*"
_NUMBER = re.compile(rf"^(?P<head>{_HEAD})(?P<number>.*?)(?P<sign>{_SIGN})$")
_ALONE = re.compile(rf"^{_HEAD}$")
_GLUED = re.compile(r"^([Ss][ốôỗóồoòỐÔÓÒO](?:[:;.,]|(?=\d)))([^\s/]+)$")
_SIGNED = re.compile(rf"^(?P<number>[^/]*?)(?P<sign>{_SIGN})$")
_FIGURE = re.compile(r"(?=.*\d)[\dOoIl]{1,4}\.?")  # what is read O1 is mended later
_PLAIN = re.compile(r"\d{1,5}[a-z]?")
_FORM = re.compile(rf"^{_HEAD}.*/\s*[A-ZĐÐ]|ngày.*tháng.*năm")
_UNITS = ("ngày", "tháng", "năm")
_DAY = re.compile(r"^(ng[aàáảạâ]y)(.*)$")
_MONTH, _YEAR = re.compile(r"^(.*?)(th[aáàảạăắâấ]ng)$"), re.compile(r"^(.*?)(n[aăắằẵâ]m)$")


def is_form(text: str) -> bool:
    """Whether a line is the number or the date of a letterhead, however badly it was read."""
    return _FORM.search(text) is not None


def is_blank(before: Word, after: Word) -> bool:
    """Whether the white between two words is a place to be filled in, and no gap between columns."""
    if _ALONE.match(before.text):
        return _SIGNED.match(after.text) is not None
    return before.text in _UNITS[:2] and (after.text in _UNITS or _FIGURE.fullmatch(after.text) is not None)


def without_pen(words: list[Word]) -> list[Word]:
    """The words of a line; in the number and the date of a letterhead, what a pen filled in is left out."""
    words = _date(with_head(words))
    at = sign_at(words)
    return words if at is None else [*_number(words[: at + 1]), *words[at + 1 :]]


def is_head(text: str) -> bool:
    """Whether a word begins the number of a letterhead (``Số:``, also with what runs into it)."""
    return any(pattern.match(text) for pattern in (_ALONE, _NUMBER, _GLUED))


def with_head(words: list[Word]) -> list[Word]:
    """The words of a line; ``Số:16`` in front of a sign is parted."""
    glued = _GLUED.match(words[0].text) if len(words) > 1 else None
    if not glued or not _SIGNED.match(words[1].text):
        return words
    return [*_pieces(words[0], _GLUED), *words[1:]]


def sign_at(words: list[Word]) -> int | None:
    """Where the sign of a letterhead's number (``/KH-UBND``) stands in a line that begins with it, else None.

    In running text, words follow it closely that are no date of a letterhead.
    """
    if not words:
        return None
    if _NUMBER.match(words[0].text):
        at = 0
    elif _ALONE.match(words[0].text):
        found = next((i for i in range(1, min(len(words), 5)) if _SIGNED.match(words[i].text)), None)
        if found is None:
            return None
        at = found
    else:
        return None
    last, after = words[at], words[at + 1 : at + 2]
    apart = not after or after[0].x0 - last.x1 > _GAP * max(last.y1 - last.y0, 1)
    return at if apart or _places(words[at:]) else None


def _number(words: list[Word]) -> list[Word]:
    """``Số:`` and the sign, with figures in one of them or between."""
    whole = _NUMBER.match(words[0].text)
    if whole:
        number = whole["number"].strip(" .…:_")
        sure = words[0].confidence >= PRINTED and _PLAIN.fullmatch(number)
        head = whole["head"].rstrip(".,;:") + ":"
        return [replace(words[0], text=f"{head} {number if sure else ''}{whole['sign']}")]
    sign = _SIGNED.match(words[-1].text)
    assert sign
    figures = [word for word in words[1:-1] if _PLAIN.fullmatch(word.text) and word.confidence >= PRINTED]
    own = sign["number"].strip(".…:_")
    if _PLAIN.fullmatch(own) and words[-1].confidence >= PRINTED:
        return [words[0], words[-1]]
    return [words[0], *figures[-1:], replace(words[-1], text=sign["sign"])]


def _date(words: list[Word]) -> list[Word]:
    """``Hà Nội, ngày … tháng … năm …`` at the end of a line: behind its words only figures that were printed."""
    places = _places(words)
    if places is None:
        return words
    day, *_ = places
    comma = words[day - 1].text[:-1] + ","
    kept = [*words[: day - 1], _read_as(words[day - 1], comma)]
    inside: list[Word] = []
    patterns = dict(zip(places, zip((_DAY, _MONTH, _YEAR), _UNITS, strict=True), strict=True))
    for i, word in enumerate(words[day:], day):
        pattern, unit = patterns.get(i, (None, ""))
        for piece in _pieces(word, pattern) if pattern else [word]:
            if pattern is None or not pattern.match(piece.text):
                inside.append(piece)
                continue
            kept += [*_printed(inside, kept[-1], piece), _read_as(piece, unit)]
            inside = []
    return kept + [word for word in inside if _FIGURE.fullmatch(word.text) and word.confidence >= PRINTED]


def _printed(inside: list[Word], before: Word, after: Word) -> list[Word]:
    """The figures between two words of a date, if nothing else is there; a pen leaves more than figures, or makes the
    words beside it doubtful. Printed days have two figures (NĐ 30/2020, Phụ lục I, II.4.b), or one in clear print.
    """
    if len(inside) != 1 or not _FIGURE.fullmatch(inside[0].text):
        return []
    disturbed = before.text == "ngày" and min(before.confidence, after.confidence) < _CLEAR
    clear = len(inside[0].text) > 1 or not disturbed
    return inside if clear and inside[0].confidence >= PRINTED else []


def _read_as(word: Word, text: str) -> Word:
    return word if word.text == text else replace(word, text=text, read=word.read or word.text)


def _pieces(word: Word, pattern: re.Pattern[str]) -> list[Word]:
    """A word of the form, and what runs into it."""
    match = pattern.match(word.text)
    assert match
    wide, found = (word.x1 - word.x0) / len(word.text), []
    for group in (1, 2):
        if match[group]:
            x0, x1 = (word.x0 + wide * place for place in match.span(group))
            found.append(replace(word, text=match[group], x0=x0, x1=x1))
    return found


def _places(words: list[Word]) -> tuple[int, int, int] | None:
    """Where the words day, month and year of a date stand that ends the line; None if it has none."""
    day = next(
        (i for i, word in enumerate(words) if i and _DAY.match(word.text) and words[i - 1].text.endswith((",", "."))),
        None,
    )
    if day is None or len(words) - day > _LONGEST_DATE:
        return None
    month = next((i for i in range(day + 1, len(words)) if _MONTH.match(words[i].text)), None)
    year = next((i for i in range((month or len(words)) + 1, len(words)) if _YEAR.match(words[i].text)), None)
    return (day, month, year) if month is not None and year is not None else None
