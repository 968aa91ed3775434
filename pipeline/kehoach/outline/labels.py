"""Numbering as it is printed: what a label is, its style, its ordinal.

The styles of NĐ 30/2020 (Phụ lục I, II.6: Phần, Chương, Mục, Điều, ``I.``, ``1.``, ``a)``) and those that plans use
beside them (``A.``, ``1.1.``, ``I.1.``, ``-``, ``+``, ``*``, ``(1)``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kehoach.alphabet import UPPER

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of the Vietnamese alphabet without marks (NĐ 30/2020)
ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
#: With those of Word's symbol fonts, which stand in a private area of Unicode
BULLETS = "-–—−‒⁃+*•●▪■▫□◦○∙‣·►➤➢➔→⇒✓◆❖★\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8"

_PART = (
    r"(?P<part>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU MỤC|Tiểu mục)\s+"
    r"(?:(?:THỨ|thứ)\s+\w+|[IVXLC]+|\d{1,2}|[A-ZĐ])\b\s*[.:]?|(?:ĐIỀU|Điều)\s+\d{1,3}\s?[.:])"
)
#: `Tiêu chí 1.`, `Tiêu chí số 2:`, as lists of standards are numbered
_CRITERION = r"(?P<criterion>Tiêu chí\s+(?:số\s+)?\d{1,2}\s?[.:](?=\s))"
_UNITS = r"X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}"
_ROMAN = (
    rf"(?P<roman>(?:{_UNITS}|I[iv]{{1,2}}|Vi{{1,3}}|Ix|Xi{{1,3}})"
    r"(?:\s?(?:[.)](?!-)|/(?!-|[Vv]\b)|\s-(?=\s))|\.?-(?=\s)))"
)
_SPACED = rf"(?:\.\s?\d{{1,2}}){{1,8}}\.(?=\s+[{UPPER}])"
_DOTTED = rf"(?P<dotted>\d{{1,2}}(?:(?:\.\d{{1,2}}){{1,8}}(?:[.)]|-(?=\s)|(?=\s))|{_SPACED}))"
_MIXED = rf"(?P<mixed>(?:{_UNITS}|[A-HĐ])(?:(?:\.\d{{1,2}}){{1,8}}(?:[.)](?!\d)|(?=\s+[{UPPER}]))|{_SPACED}))"
_NUMBER = (
    rf"(?P<number>\d{{1,2}}(?:\s?(?:[.)]|/(?![A-ZĐ][\w.]*-))(?![\d-])"
    rf"|\.?-(?=\s+(?:[{UPPER}]|\d{{1,3}}(?:/\d|\s?%)))))"
)
_BRACKET = r"(?P<bracket>\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\))"
_CAPITAL = rf"(?P<capital>[A-HĐ]\s?[./)])(?=\s+[{UPPER}])"
_SMALL = r"(?P<small>(?:i{2,3}|iv|vi{0,3}|ix|xi{0,3})\))"
_LETTER = (
    r"(?P<letter>[a-zđ](?:\.?\d{1,2})?\s?\)|[a-zđ](?:\.(?:\d{1,2}\.?)?|\d{1,2}\.)(?=\s)|"
    rf"[a-zđ]\s?/(?=\s*[{UPPER}])|[a-zđ]-(?=\s+[{UPPER}]))"
)
#: `o` is Word's bullet of the second level; before a capital or a figure, for words begin with it too
_BULLET = r"(?P<bullet>[" + re.escape(BULLETS) + rf"](?=\s|[^\W\d])|o(?=\s+[{UPPER}\d“\"]))"
LABEL = re.compile(
    rf"^(?:{_PART}|{_CRITERION}|{_MIXED}|{_ROMAN}|{_DOTTED}|{_NUMBER}|{_BRACKET}|{_CAPITAL}|{_SMALL}|{_LETTER}|{_BULLET})\s*"
)

CLOCK = r"\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?(?:\s*phút|p)?"
#: An item of a programme: `Từ 07 giờ 00 phút đến 07 giờ 10 phút: Chào cờ`, `8h30: Khai mạc`
BY_HOUR = re.compile(
    rf"(?P<time>(?:[Tt]ừ\s+)?{CLOCK}(?:\s*(?:đến|tới|[-–])\s*{CLOCK})?)\s*(?::|[-–])\s+(?=[^\W\d]|[“\"])"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, its style (labels of one style are siblings) and its ordinal within the list.

    ``numbers`` are the parts of ``1.2.``; for other styles one number; empty for bullets.
    """

    text: str
    style: str
    numbers: tuple[int, ...] = ()

    def follows(self, before: Label) -> bool:
        """Is this the next number behind ``before`` in a list of one style?"""
        last = (*before.numbers[:-1], before.numbers[-1] + 1) if before.numbers else None
        return self.style == before.style and self.numbers == last


@lru_cache(maxsize=1 << 12)
def split_label(text: str) -> tuple[Label | None, str]:
    """Divide a paragraph into its label and the rest; of a bullet before a letter (``- a)``) the letter is the label.

    >>> split_label("1.1. Mục tiêu chung")
    (Label(text='1.1.', style='dotted2', numbers=(1, 1)), 'Mục tiêu chung')
    >>> split_label("2025 là năm cuối")
    (None, '2025 là năm cuối')
    """
    label, rest = _outer_label(text)
    inner, after = label, rest
    while inner and inner.style.startswith("bullet"):
        inner, after = _outer_label(after)
    if label and inner and inner.style not in ("roman", "capital"):
        return inner, after
    return label, rest


def _outer_label(text: str) -> tuple[Label | None, str]:
    match = LABEL.match(text)
    label = as_label(text[: match.end()]) if match else None
    if not match or label is None or match.end() == len(text):
        return None, text
    return label, text[match.end() :]


def as_label(text: str) -> Label | None:
    """The label that ``text`` is, such as a number that Word generated; None if it is none."""
    text = text.strip()
    match = LABEL.match(text + " X")
    if not match or match.lastgroup is None or match[match.lastgroup].strip() != text:
        return None
    kind = match.lastgroup
    compact = re.sub(r"\s+(?=[.)/])", "", text)
    if kind == "bullet":
        return Label(compact, "bullet" + ("-" if compact in "–—−" else compact))
    if kind == "dotted":
        numbers = tuple(int(n) for n in re.findall(r"\d+", compact))
        return Label(compact, f"dotted{len(numbers)}", numbers)
    if kind == "mixed":
        return _mixed(compact)
    if kind == "part":
        word = compact.split()[0].casefold()
        bare = compact.rstrip(".: ")
        return Label(compact if word == "điều" else bare, "part:" + word, (_ordinal(bare.split()[-1]),))
    if kind == "criterion":
        return Label(compact, kind, tuple(int(n) for n in re.findall(r"\d+", compact)))
    if kind == "capital":
        return Label(compact, kind, (LETTERS.find(compact[0].casefold()) + 1,))
    if kind == "bracket" and re.fullmatch(r"[ivx]+", compact[1:-1]):
        return Label(compact, kind, (_ordinal(compact[1:-1].upper()),))
    if kind == "small":
        return Label(compact, "letter)")  # beside `i)`, which is a letter too: the place is not told
    style = kind + ("" if kind in ("roman", "capital", "bracket") else compact[-1] if compact[-1] in ".)" else "/")
    if kind == "letter" and re.search(r"\d", compact):
        numbers = (_ordinal(compact[0]), int(re.sub(r"\D", "", compact)))
        return Label(compact, "letter2" + (")" if compact[-1] == ")" else "."), numbers)
    return Label(compact, style, (_ordinal(re.sub(r"^\W+|\W+$", "", compact)),))


def _mixed(text: str) -> Label:
    """``I.1.`` or ``A.1.``: the style is that of its first sign and the count of its numbers."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    roman = re.fullmatch(_UNITS, first) is not None
    outer = _ordinal(first) if roman else LETTERS.find(first.casefold()) + 1
    numbers = (outer, *map(int, re.findall(r"\d+", text)))
    return Label(text, ("roman" if roman else "capital") + str(len(numbers)), numbers)


def _ordinal(text: str) -> int:
    """The place of ``II``, ``b``, ``đ``, ``3`` or ``ba`` in its row; 0 if it has none."""
    if text.isdigit():
        return int(text)
    if text.casefold() in ORDINALS:
        return ORDINALS.index(text.casefold()) + 1
    if re.fullmatch(r"[IVXLC][IVXLCivx]*", text):
        values = [ROMAN[c] for c in text.upper()]
        return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
    return LETTERS.find(text.casefold()) + 1 if len(text) == 1 else 0


def is_lone_label(text: str) -> bool:
    """Is the line a label whose title stands on the next line (``Phần thứ nhất``, ``II.``)?"""
    label = as_label(text)
    return label is not None and bool(label.numbers) and label.style not in ("bracket",)
