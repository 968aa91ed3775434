"""The numbers that Word generates: lists with levels, and a running count → the label of each paragraph.

Counts belong to the abstract list, so two lists of one abstract list go on counting; a ``startOverride`` sets the
count anew where its list first appears (ECMA-376, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.ingest.runs import bullet, tidy

LEVELS = 9
_LARGEST = 100_000  # a start value beyond this is damage, and letters for it would be endless
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@dataclass(slots=True)
class Level:
    """One level of a list: how its number looks, where it starts, after which level it restarts (None: any above).

    ``pattern`` holds ``%1`` for the number of the first level and so on; ``indents`` may state ``left`` and ``first``
    (the first line against ``left``) in points; ``style`` is the paragraph style tied to the level.
    """

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    font: str = ""
    hidden: bool = False
    style: str | None = None
    indents: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class NumberedList:
    """A list as paragraphs name it: its abstract list, levels that it changes, and counts that it sets anew once."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and their counts. ``label`` must be asked once a paragraph, in reading order."""

    def __init__(self, abstract: dict[str, dict[int, Level]], lists: dict[str, NumberedList]) -> None:
        """``abstract`` maps abstract lists to their levels, ``lists`` the numbers in paragraphs to lists."""
        self._abstract = abstract
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()

    def level(self, number: str, level: int) -> Level | None:
        """The definition of a level of the list ``number``; None if the file has no such list."""
        found = self._lists.get(number)
        if found is None or not 0 <= level < LEVELS:
            return None
        return found.levels.get(level) or self._abstract.get(found.abstract, {}).get(level)

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of the list that is tied to a paragraph style."""
        return next((n for n in range(LEVELS) if (lv := self.level(number, n)) is not None and lv.style == style), None)

    def label(self, number: str, level: int) -> str | None:
        """Count one paragraph of the list; its label as printed, or None if it shows none."""
        shape = self.level(number, level)
        if shape is None:
            return None
        counts = self._count(number, level, shape)
        if shape.hidden:
            return None
        if shape.format == "bullet":
            return bullet(shape.pattern, shape.font)

        def value(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            at = self.level(number, other)
            if at is None:
                return ""
            return spell(counts.get(other, at.start), "decimal" if shape.legal and at.format != "none" else at.format)

        return tidy(re.sub("%([1-9])", value, shape.pattern)) or None

    def _count(self, number: str, level: int, shape: Level) -> dict[int, int]:
        listed = self._lists[number]
        counts = self._counts.setdefault(listed.abstract, {})
        start = listed.starts.get(level, shape.start)
        if level in listed.starts and (number, level) not in self._overridden:
            self._overridden.add((number, level))
            counts.pop(level, None)
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [n for n in counts if n > level]:
            below = self.level(number, deeper)
            after = below.restart if below is not None else None
            if after is None or level < after:
                del counts[deeper]
        return counts


def spell(number: int, style: str) -> str:
    """A count in a number format of Word (``upperRoman``, ``lowerLetter`` …); unknown formats are decimal.

    >>> [spell(4, f) for f in ("decimal", "decimalZero", "lowerRoman", "upperLetter", "none")]
    ['4', '04', 'iv', 'D', '']
    """
    number = max(0, min(number, _LARGEST))
    if style in ("none", "bullet"):
        return ""
    if style in ("upperRoman", "lowerRoman") and number:
        text = _roman(number)
        return text if style == "upperRoman" else text.lower()
    if style in ("upperLetter", "lowerLetter") and number:
        letter = chr(ord("A") + (number - 1) % 26) * min(1 + (number - 1) // 26, 30)
        return letter if style == "upperLetter" else letter.lower()
    if style == "vietnameseCounting" and number < 100:
        return _vietnamese(number)
    width = min(int(style[11:] or 2), 9) if style.startswith("decimalZero") else 1
    return {"numberInDash": f"- {number} -", "decimalEnclosedParen": f"({number})"}.get(style, f"{number:0{width}d}")


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _vietnamese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else _DIGITS[tens] + " mươi"
    tail = {0: "", 5: "lăm", 1: "một" if tens == 1 else "mốt"}.get(ones, _DIGITS[ones])
    return f"{head} {tail}".strip()
