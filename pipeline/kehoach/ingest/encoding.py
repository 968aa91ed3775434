"""Bytes of a text file → str, or a clear refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kehoach.errors import ReadError
from kehoach.ingest.mojibake import looks_garbled, remade

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
#: Letters that broken fonts give for those of Vietnamese, which has none of them: `trƣờng` for `trường`
FONT_LETTERS = str.maketrans({"\u01a2": "Ư", "\u01a3": "ư"})
#: Word's manual line break as it is pasted stands inside a paragraph; the others end a line
BREAKS = str.maketrans({"\v": " ", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\r": "\n"})
GARBLED = (
    "Tệp bị sai bảng mã: chữ tiếng Việt (UTF-8) đã bị lưu theo Windows-1252, ví dụ “Káº¿ hoáº¡ch” thay cho “Kế hoạch”, "
    "và có chữ không khôi phục được. Hãy mở tệp gốc rồi lưu lại theo UTF-8."
)
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
    Vietnamese code page), and the 8-bit letters of TCVN3 and VNI fonts. A few zero bytes in a text are dropped. UTF-8
    that was saved as Windows-1252 is made good. Raises ``ReadError`` for bytes that are no text.
    """
    text = _decode(data, name)
    if looks_garbled(text):
        made = remade(text)
        if made is None:
            raise ReadError("garbled", GARBLED, file=name)
        text = made
    text = text.replace("\r\n", "\n").translate(BREAKS | FONT_LETTERS)
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
            return _sixteen_bit(data, name) if _has_zeros(data) else _eight_bit(data, name)
    if _has_zeros(data):
        return _sixteen_bit(data, name)
    return text


def _has_zeros(data: bytes) -> bool:
    """More than the few that a faulty disk or copy leaves in a text?"""
    return data.count(0) * 100 > len(data)


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
    if _has_zeros(data) or sum(b < 9 for b in data[:4096]) > 8:
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
