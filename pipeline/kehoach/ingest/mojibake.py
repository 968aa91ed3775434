"""UTF-8 that a program took for Windows-1252 and saved so: ``Káº¿ hoáº¡ch``. Made good where every letter can be."""

from __future__ import annotations

import re

#: How Windows-1252 shows each byte from 80 to FF; those without a letter there stay control characters
_SHOWN = "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in range(0x80, 0x100))
_BYTES = {char: byte for byte, char in enumerate(_SHOWN, 0x80)}
_LEAD, _MORE = re.escape(_SHOWN[0x42:0x75]), re.escape(_SHOWN[:0x40])
#: What follows the first byte of a letter of UTF-8; a bare `Ã` or `á` is a letter of Vietnamese
_LETTER = re.compile(f"[{_LEAD}][{_MORE}]{{1,3}}")
#: First bytes of Vietnamese letters with two marks, which nothing else in Vietnamese looks like: `áº`, `á»`
_SIGN = re.compile("á[º»]")
_FEW = 3


def looks_garbled(text: str) -> bool:
    """Is the text Vietnamese that went through the wrong code page?"""
    return len(_SIGN.findall(text)) >= _FEW


def remade(text: str) -> str | None:
    """The text as it was; None where a letter has lost a byte on the way."""
    whole = True

    def letter(match: re.Match[str]) -> str:
        nonlocal whole
        try:
            return bytes(_BYTES[char] for char in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            whole = False
            return match[0]

    made = re.sub(f"(?:{_LETTER.pattern})+", letter, text)
    return made if whole and not _SIGN.search(made) else None
