"""What the engine read → the words that stand there, where letters alike mislead it and the neighbours tell better.

Tesseract confuses marks (``THỊ ĐUA``), Đ and Ð, 1 and l. A word is replaced only by one that differs in its marks and
that its neighbours demand, the less sure the engine was the sooner. What it read itself is kept in ``Word.read`` and
told as a finding: nothing is mended unseen.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.ingest.ocr import Word
from kehoach.knowledge import phrases

# From this confidence on, a word stands there as it was read; from the next, both neighbours must demand another one,
# or one of them strongly; below the last, a word is doubtful.
_READ, _SURE, _DOUBTFUL = 0.955, 0.9, 0.6
# Figures are not redundant: one that is misread is seen by nobody.
_DOUBTFUL_FIGURE = 0.75
# How often a pair must be known to outweigh a sure reading, and how many times as often as another one that fits.
_OFTEN, _OUTWEIGHS = 8, 4

_WORD = re.compile(r"^(?P<open>[(“\"'‘]*)(?P<core>[^\W\d_]+)(?P<close>\W*)$")
_ETH = str.maketrans("Ðð", "Đđ")
_FIGURE = re.compile(r"^[\dlIOo]{1,4}[.,;:)]*$")
_BEFORE_FIGURE = re.compile(r"^(?:ngày|tháng|năm|số|khoản|điều|từ|đến|quý)$", re.IGNORECASE)
_ASSEMBLY = re.compile(r"(/QH)[Il]1?(\d)")  # numbers of the National Assembly's terms: QH13, QH15
_CAPACITY = re.compile(r"^(?:[1Il!|T]M|(KT|TL|TUQ))[.,]$")  # NĐ 30/2020, Phụ lục I, II.7.a
_NO_SLASH = re.compile(r"^(\d{1,5})(?=[A-ZĐ]{2,4}-[A-ZĐ]{2})")  # "25KH-UBND": NĐ 30/2020, Phụ lục I, II.3
_YEAR = re.compile(r"^(?:19|20)\d\d(?![\d/])")
_AS_FIGURES = str.maketrans("lIOo", "1100")


def in_context(words: list[Word]) -> list[Word]:
    """The words of a page in reading order, mended."""
    words = [_with_figures(word, words[i - 1] if i else None) for i, word in enumerate(words)]
    words = [_as_year(word, words[i + 1] if i + 1 < len(words) else None) for i, word in enumerate(words)]
    cores = [_core(word.text) for word in words]
    i = 0
    while i < len(words):
        before = cores[i - 1] if i and _joins(words[i - 1]) else None
        after = cores[i + 1] if i + 1 < len(words) and _joins(words[i]) else None
        beyond = cores[i + 2] if after and i + 2 < len(words) and _joins(words[i + 1]) else None
        single = _single(words[i], cores[i], before, after)
        double = _double(words, i, cores[i], before, after, beyond) if single is None else None
        for j, right in enumerate(double or ([single] if single else []), i):
            words[j] = _mended(words[j], right)
            cores[j] = right
        i += 1
    return words


def is_doubtful(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a reader should look at the page: mended, or read with little confidence and not borne out."""
    if word.read is not None:
        return True
    if any(c.isdigit() for c in word.text):
        return word.confidence < _DOUBTFUL_FIGURE
    core = _core(word.text)
    if word.confidence >= _DOUBTFUL or not any(map(str.isalpha, word.text)):
        return False
    first = _core(before.text) if before and _joins(before) else None
    second = _core(after.text) if after and _joins(word) else None
    return not (phrases.times(first, core) or phrases.times(core, second))


def _as_year(word: Word, after: Word | None) -> Word:
    """``nắm 2026`` is ``năm``: before a year, nothing else of these letters stands."""
    core = _core(word.text)
    is_year = after is not None and _YEAR.match(after.text) and core and phrases.skeleton(core) == "nam"
    return _mended(word, "năm") if is_year and word.text.isalpha() else word


def _core(text: str) -> str | None:
    """The word of a token in small letters, without the marks around it; None if it is no word."""
    match = _WORD.match(text)
    return match["core"].lower() if match else None


def _joins(word: Word) -> bool:
    """Whether a word goes on in the next: no punctuation stands between."""
    match = _WORD.match(word.text)
    return match is not None and not match["close"]


def _single(word: Word, core: str | None, before: str | None, after: str | None) -> str | None:
    """The word that both neighbours, or one of them, demand in the place of ``core``."""
    if core is None or word.confidence >= _READ or phrases.times(before, core) or phrases.times(core, after):
        return None
    scores: dict[str, tuple[int, int]] = {}
    for other in {*phrases.after(before, core), *phrases.before(after, core)} - {core}:
        if len(other) == len(core):
            scores[other] = phrases.times(before, other), phrases.times(other, after)
    return _best(scores, sure=word.confidence >= _SURE)


def _best(scores: dict[str, tuple[int, int]], *, sure: bool) -> str | None:
    ranked = sorted(scores, key=lambda other: sum(scores[other]), reverse=True)
    if not ranked:
        return None
    best = scores[ranked[0]]
    if len(ranked) > 1 and sum(best) < _OUTWEIGHS * sum(scores[ranked[1]]):
        return None
    return ranked[0] if not sure or min(best) > 0 or sum(best) >= _OFTEN else None


def _double(
    words: list[Word], i: int, first: str | None, before: str | None, second: str | None, beyond: str | None
) -> list[str] | None:
    """The pair in the place of two words of which neither fits to its neighbours."""
    if first is None or second is None or phrases.times(first, second):
        return None
    if phrases.times(before, first) or phrases.times(second, beyond):
        return None
    pairs = [p for p in phrases.alike(first, second) if len(p[0]) == len(first) and len(p[1]) == len(second)]
    confidence = min(words[i].confidence, words[i + 1].confidence)
    if len(pairs) != 1 or confidence >= _READ or (confidence >= _SURE and phrases.times(*pairs[0]) < _OFTEN):
        return None
    return list(pairs[0])


def _mended(word: Word, right: str) -> Word:
    """``word`` with its core replaced, in the case in which it is written."""
    match = _WORD.match(word.text)
    if match is None or match["core"].lower() == right:
        return word
    core = match["core"]
    shown = right.upper() if core.isupper() else right.capitalize() if core[0].isupper() else right
    return replace(word, text=match["open"] + shown + match["close"], read=word.read or word.text)


def _with_figures(word: Word, before: Word | None) -> Word:
    """Letters that look like figures where figures must stand; the Icelandic letter that looks like Đ; TM. and KT."""
    text = word.text.translate(_ETH).replace("ĐĐ", "Đ")
    if before and _BEFORE_FIGURE.match(before.text) and _FIGURE.match(text):
        text = text.translate(_AS_FIGURES)
    text = _CAPACITY.sub(lambda match: f"{match[1] or 'TM'}.", text)
    if before and before.text.lower().startswith("số"):
        text = _NO_SLASH.sub(r"\1/", text)
    text = _ASSEMBLY.sub(r"\g<1>1\2", text)
    return word if text == word.text else replace(word, text=text, read=word.read or word.text)
