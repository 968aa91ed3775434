"""Text written with the 8-bit Vietnamese fonts of before Unicode: TCVN3 (``.VnTime``) and VNI (``VNI-Times``).

Such text is Latin-1 to the file and Vietnamese only to the font: ``Céng hoµ`` for ``Cộng hoà``. It is told by its
syllables, because the same letters are ordinary Vietnamese in other files (``có`` would be ``cú`` in TCVN3).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

# Places 0xA1–0xFE of TCVN 5712:1993 (VN3); the dots are places without a letter.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"
TCVN3 = {0xA1 + place: letter for place, letter in enumerate(_TCVN3) if letter != "."}

# VNI writes the mark behind its vowel: a tone behind any, a circumflex or breve (with or without tone) behind a, e, o.
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_TONES = dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_CIRCUMFLEX = dict(zip("âáàåãä", ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_BREVE = dict(zip("êéèúüë", ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
VNI_MARKS = frozenset("ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË")
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = re.compile("(?i:([aouyeiôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë]))|(?i:[ôöñæóòî])")

LEGACY_LETTERS = re.compile("[\u00a1-\u00ff]")
UNICODE_LETTERS = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")
# The place of ư is that of the optional hyphen, and converters write both alike; ư stands by a letter, once.
_HYPHEN_ALONE = re.compile("(?<![A-Za-z\u00a1-\u00ff])\u00ad(?![A-Za-z\u00a1-\u00ff])")
_WORD = re.compile(r"[^\s.,;:!?()\[\]\"'/“”‘’–…\-\d]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|tr|th|ph|kh|gh|gi|qu|[bcdđghklmnprstvx])?"
    r"(?:uyê|iê|yê|uô|ươ|uâ|uê|uy|oa|oă|oe|ưa|ia|ya|ua|oai|oay|oao|oeo|uây|uya|uyu|iêu|yêu|uôi|ươi|ươu"
    r"|[ao]i|ao|[aâ]u|[aâ]y|[eê][ou]|iu|[ôơuư]i|ưu|oo|[aăâeêioôơuưy])(?:ch|nh|ng|[cmnpt])?"
)
_SAMPLE = 200_000


def looks_legacy(text: str, *, fewest: int = 3) -> Encoding | None:
    """The encoding that turns the accented words of ``text`` into Vietnamese syllables.

    None if they are Vietnamese as they stand, if no encoding makes them so, or if they are fewer than ``fewest``.
    """
    text = text[:_SAMPLE]
    if len(UNICODE_LETTERS.findall(text)) > len(LEGACY_LETTERS.findall(text)) / 4:
        return None
    words = [word for word in _WORD.findall(text) if LEGACY_LETTERS.search(word)]
    plain = sum(map(_is_syllable, words))
    best: Encoding | None = None
    most = max(fewest, int(0.6 * len(words)), 2 * plain + 1)
    for encoding in ("tcvn3", "vni"):
        hits = sum(_is_syllable(_letters(word, encoding)) for word in words)
        if hits >= most:
            best, most = encoding, hits + 1
    return best


def convert(text: str, encoding: Encoding) -> str:
    """``text`` in Unicode (NFC).

    TCVN3 has no accented capitals: its capital fonts (``.VnTimeH``) draw the small letters large. Words and lines that
    are evidently set so (``CéNG HßA``) come back in capitals.
    """
    if encoding == "vni":
        return unicodedata.normalize("NFC", _letters(text, encoding))
    text = _HYPHEN_ALONE.sub("", re.sub("\u00ad{2,}", "\u00ad", text))
    return "".join(_tcvn3_line(line) for line in text.splitlines(keepends=True))


def encoding_of_font(font: str) -> tuple[Encoding | None, bool]:
    """The encoding that a font's name stands for, and whether the font draws capitals only.

    >>> encoding_of_font(".VnTimeH")
    ('tcvn3', True)
    >>> encoding_of_font("Times New Roman")
    (None, False)
    """
    if re.match("VNI[- ]", font, re.IGNORECASE):
        return "vni", False
    if re.match(r"\.[Vv][Nn][A-Za-z]|Vn[A-Z]|.*TCVN3", font):
        return "tcvn3", font.endswith(("H", "h"))
    return None, False


def _letters(text: str, encoding: Encoding) -> str:
    return text.translate(TCVN3) if encoding == "tcvn3" else _VNI_PAIR.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) == 1:
        letter = _ALONE[found.lower()]
    else:
        base, mark = found[0].lower(), found[1].lower()
        if match[1]:
            letter = _ALONE.get(base, base) + _TONES[mark]
        elif match[3]:
            letter = base + "\u0302" + _CIRCUMFLEX[mark]
        else:
            letter = base + "\u0306" + _BREVE[mark]
    return letter.upper() if found[0].isupper() else letter


def _tcvn3_line(line: str) -> str:
    words = re.split(r"(\s+)", line)
    capitals = [_in_capital_font(word) for word in words]
    if any(capitals) and not re.search("[a-z]", line):
        return line.translate(TCVN3).upper()
    pairs = zip(words, capitals, strict=True)
    return "".join(w.translate(TCVN3).upper() if capital else w.translate(TCVN3) for w, capital in pairs)


def _in_capital_font(word: str) -> bool:
    """Two plain capitals, no plain small letter, and a small letter with an accent: ``CéNG``."""
    if len(re.findall("[A-Z]", word)) < 2 or re.search("[a-z]", word):
        return False
    return any(TCVN3.get(ord(c), "").islower() for c in word)


def _is_syllable(word: str) -> bool:
    """Is the word spelt as a Vietnamese syllable with one tone at most?"""
    apart = unicodedata.normalize("NFD", word.lower())
    bare, tones = re.subn(f"[{_ACUTE}{_GRAVE}{_HOOK}{_TILDE}{_DOT}]", "", apart)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
