"""Bytes of a text file → str, or a clear refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kehoach.errors import ReadError

#: Control, format, surrogate and private characters: they show nothing, and hide what they stand in
UNSEEN = re.compile(
    "["
    + "".join(
        re.escape(chr(c))
        for c in range(0xFFFF)
        if chr(c) not in "\n\t\f" and unicodedata.category(chr(c)) in ("Cc", "Cf")
    )
    + "\ud800-\uf8ff]"
)
#: Breaks inside a paragraph, as Word's manual line break is pasted, are spaces; the others end a line
BREAKS = str.maketrans({"\v": " ", "\x85": " ", "\u2028": " ", "\u2029": "\n", "\r": "\n"})
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> str:
    r"""The text of a file in NFC, line ends as ``\n``.

    Tried in order: the byte order mark, UTF-8, UTF-16 without a mark (told by its zero bytes), Windows-1258 (the
    Vietnamese code page), and the 8-bit letters of TCVN3 and VNI fonts. Raises ``ReadError`` for bytes that are no
    text.
    """
    text = _decode(data, name).replace("\r\n", "\n").translate(BREAKS)
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        if text.count("\ufffd") * 20 > sum(c > "\x7f" for c in text):
            return _sixteen_bit(data, name) if data.count(0) else _eight_bit(data, name)
    if "\0" in text:
        return _sixteen_bit(data, name)
    return text


def _sixteen_bit(data: bytes, name: str) -> str:
    zeros_odd, zeros_even = data[1::2].count(0), data[0::2].count(0)
    text = data.decode("utf-16-le" if zeros_odd > zeros_even else "utf-16-be", errors="replace")
    letters = sum((c.isascii() and c.isprintable()) or c.isspace() for c in text)
    if max(zeros_odd, zeros_even) < len(data) / 4 or letters < len(text) / 4:
        raise ReadError(
            "not_text", "Tệp không phải văn bản. Hãy gửi tệp Word, PDF, HTML hoặc văn bản thuần.", file=name
        )
    return text


def _eight_bit(data: bytes, name: str) -> str:
    if data.count(0) or sum(b < 9 for b in data[:4096]) > 8:
        raise ReadError(
            "not_text", "Tệp không phải văn bản. Hãy gửi tệp Word, PDF, HTML hoặc văn bản thuần.", file=name
        )
    from kehoach.ingest.legacy_fonts import convert, looks_legacy

    text = data.decode("cp1252", errors="replace")
    encoding = looks_legacy(text)
    if encoding:
        return convert(text, encoding)
    try:
        return data.decode("cp1258")
    except UnicodeDecodeError:
        return data.decode("utf-8", errors="replace")
