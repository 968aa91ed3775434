"""Figures and capitals that were misread as letters or figures of like form: ``8O%``, ``l5/10/2025``, ``VlỆT NAM``.

What was misread is told with what it looks like; whoever needs the figure takes none, since only a person can say what
the paper has. Codes and names that mix letters and figures (``B1``, ``5S``, ``H5N1``, ``12A/QĐ-UBND``) are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kehoach.alphabet import UPPER
from kehoach.knowledge import alternatives, load

Span = tuple[int, int]

_FIGURES = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8", "Z": "2"})
_CAPITALS = str.maketrans({"l": "I", "|": "I", "1": "I", "0": "O"})
#: Letters that stand for figures anywhere, and those that do so only where nothing but a figure can stand
_L, _W = "lIOo|", "lIOo|SBZ"
_N, _M = rf"[\d{_L}]", rf"[\d{_W}]"
_OF_NUMBER = rf"(?=[/–-]\s?(?:[{UPPER}]{{2}}|(?:19|20)\d\d/))"
_YEAR = rf"[12l|I][\d{_L}]{{3}}"


@dataclass(frozen=True, slots=True)
class Misread:
    """A figure or word with letters or figures of like form, and what it should be."""

    span: Span
    printed: str
    right: str


@cache
def _figures() -> re.Pattern[str]:
    """Places where only a figure can stand, which hold a letter."""
    data = load("quantities")
    money = ["đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"]
    counted = alternatives([m for m in data["measures"] if m not in ("%", "lít", "l", "ml")] + data["nouns"] + money)
    count = r"(?:0[lI|]|[lIOo|]\d+|\d+[lIOo|]\d*|[1-9][Oo]{1,3}|\d+[SBZ]\d+)"
    day, month, year = (rf"(?<=[{first}]{rest} )" for first, rest in (("Nn", "gày"), ("Tt", "háng"), ("Nn", "ăm")))
    return re.compile(
        r"(?<![\w.,/-])(?:"
        rf"{_M}{{1,4}}(?:[.,]{_M}{{1,3}})*(?=\s?%)"  # 8O%, 95,O%
        rf"|{_M}{{1,3}}(?:\.{_M}{{3}})+(?:,{_M}+)?(?![\w/-]|[.,]\w)"  # 3.4OO
        rf"|{_M}{{1,2}}[/.-]{_M}{{1,2}}[/.-]{_YEAR}(?![\w/])"  # l5/10/2025
        rf"|{day}{_N}{{1,2}}/{_N}{{1,2}}(?![\w/])|{month}{_N}{{1,2}}/{_YEAR}(?![\w/])"
        rf"|{day}{_N}{{1,2}}(?= tháng\s)|{month}{_N}{{1,2}}(?= năm\s+[12l])|{year}(?:2{_N}{{3}}|20{_M}{{2}})(?![\w/])"
        rf"|(?:(?<=[Ss]ố )|(?<=[Ss]ố: ))(?:{_N}{{2,5}}|\d+[SBZ]\d+){_OF_NUMBER}"  # số 3l2/KH-UBND
        rf"|(?:{count}|{_N}+,{_N}+)(?=\s+(?i:{counted})(?!\w))"  # 0l tổ; l,5 ha
        r"|(?m:^)(?=[lO.,]*\d)[\dlO]+(?:[.,][\dlO]+)*(?m:$)"  # a cell: 1O
        r"|(?<=[Qq]uý )(?:[I|]*l[lI|]*|lV)(?=\s?/\s?20|\s+năm\s+20)"
        r"|(?:(?<=[Pp]hụ lục )|(?<=[Cc]hương ))[I|]*l[lI|]{0,2}(?![\w/-])|(?:(?<=[Đđ]iều )|(?<=[Kk]hoản ))l(?![\w/-]))"
    )


#: What every misread figure has: a letter beside a figure or a mark of one
_SIGN = re.compile(rf"\d[{_W}]|(?<![^\W\d_])[lIOSBZ|]{{1,3}}(?:\d|[.,/][{_W}\d]|\s?%)")
_CALLED = re.compile(r"(?:uý|lục|ương|iều|hoản) [I|]?l")
_LETTER = re.compile(rf"[{_W}]")
#: A figure among the letters, or letters that look like 10 and 100
_FIGURE = re.compile(r"\d|^[lI][Oo]{1,2}$")
#: What is called by figure and letter (`lớp 1I`, `mẫu 2B`), and what by a lone number
_CODED = re.compile(r"(?:lớp|tổ|nhóm|khối|loại|hạng|mẫu|biểu|phòng|xe|lô|khu|số nhà)\s$", re.IGNORECASE)
_NUMBERED = ("uý ", "hụ lục ", "hương ", "iều ", "hoản ")


@lru_cache(maxsize=64)
def misread_figures(text: str) -> tuple[Misread, ...]:
    """Figures with letters in them, in order."""
    called = any(word in text for word in _NUMBERED) and _CALLED.search(text)
    found = _figures().finditer(text) if called or _SIGN.search(text) else ()
    return tuple(Misread(m.span(), m[0], _figure(text, m)) for m in found if _is_misread(text, m))


def _is_misread(text: str, match: re.Match[str]) -> bool:
    if not _LETTER.search(match[0]) or match[0] == "I":
        return False
    if text.endswith(_NUMBERED, 0, match.start()):
        return True
    coded = match[0].isalnum() and _CODED.search(text[max(0, match.start() - 9) : match.start()])
    return _FIGURE.search(match[0]) is not None and not coded


def _figure(text: str, match: re.Match[str]) -> str:
    if text.endswith(_NUMBERED[:3], 0, match.start()):
        return match[0].translate(_CAPITALS)
    return match[0].translate(_FIGURES)


_CAPITAL_WORD = re.compile(rf"(?<![\w/.-])(?=[{UPPER}]+[l10|]|[l10|][{UPPER}])[{UPPER}l10|]{{2,8}}(?![\w/-])")
#: A vowel that bears a mark, which no code has; or a small letter between capitals
_NO_CODE = re.compile(rf"[^\x00-\x7fĐ]|[{UPPER}]l[{UPPER}]")


def misread_capitals(text: str) -> list[Misread]:
    """Words in capitals that hold a small ``l`` or a figure: ``HỘl``, ``VlỆT``, ``H0ẠCH``; codes (``PC01``) do not."""
    words = _CAPITAL_WORD.finditer(text)
    return [Misread(m.span(), m[0], m[0].translate(_CAPITALS)) for m in words if _NO_CODE.search(m[0])]


def with_capitals(text: str) -> str:
    """The text, of the same length, with its misread capitals as they should be."""
    for word in misread_capitals(text):
        text = text[: word.span[0]] + word.right + text[word.span[1] :]
    return text
