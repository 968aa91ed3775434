"""Bytes of a web page → its markup as text, made fit for an HTML parser: charset, and what only Word understands."""

from __future__ import annotations

import codecs
import re

from kehoach.ingest.mojibake import looks_garbled, remade

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_CONDITION = re.compile(r"<!\[(?:if[^\]<>]*|endif)\]>", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_VML, _END, _NO_VML, _NO_VML_END = "<!--[if gte vml 1]>", "<![endif]-->", "<![if !vml]>", "<![endif]>"
_BOX, _BOX_END = "<v:textbox", "</v:textbox>"
_HEAD = 4096


def decode(data: bytes) -> tuple[str, bool]:
    """The markup, and whether all of it could be decoded.

    A byte order mark decides; else UTF-8 if the whole file is (pages lie about it); else what the page declares, of
    which only Windows-1258 differs from Windows-1252, the letters of TCVN3 and VNI pages included.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :], encoding)
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return _clean(data, "utf-16-be" if data[:1] == b"\0" else "utf-16-le")
    try:
        text = data.decode("utf-8")
        return _CONTROL.sub("", (remade(text) if looks_garbled(text) else None) or text), True
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:_HEAD])
    name = (declared[1] or declared[2]).decode("ascii", "replace").lower() if declared else ""
    if name in ("utf-8", "utf8") and not _eight_bit(data):
        return _clean(data, "utf-8")
    return _clean(data, "cp1258" if name in ("windows-1258", "cp1258") else "cp1252")


def revealed(markup: str) -> str:
    """Markup without Word's conditions; text boxes, which it keeps in comments, stand before their paragraph."""
    closed = markup.rfind("-->") + 1
    markup = markup[:closed] + markup[closed:].replace("<!--", "")  # an open comment would swallow the rest
    pieces: list[str] = []
    at = 0
    while (start := markup.find(_VML, at)) >= 0 and (end := markup.find(_END, start)) >= 0:
        before, drawing = markup[at:start], markup[start + len(_VML) : end]
        at = end + len(_END)
        boxes = _boxes(drawing)
        if boxes:
            opening = before.rfind("<p")
            cut = opening if opening > before.rfind("</p") else len(before)
            before = before[:cut] + "".join(f"<div>{box}</div>" for box in boxes) + before[cut:]
            if markup.startswith(_NO_VML, at) and (stop := markup.find(_NO_VML_END, at)) >= 0:
                at = stop + len(_NO_VML_END)  # the same box for browsers without VML
        pieces.append(before)
    return _CONDITION.sub("", "".join([*pieces, markup[at:]]))


def _boxes(drawing: str) -> list[str]:
    """The markup within the text boxes of a drawing."""
    found = []
    at = 0
    while (start := drawing.find(_BOX, at)) >= 0 and (end := drawing.find(_BOX_END, start)) >= 0:
        opened = drawing.find(">", start)
        found.append(drawing[opened + 1 : end])
        at = end + len(_BOX_END)
    return found


def _eight_bit(data: bytes) -> bool:
    """Is UTF-8 declared, and most of what is not ASCII not UTF-8?"""
    text = data.decode("utf-8", "replace")
    return 2 * text.count("\ufffd") > sum(not c.isascii() for c in text)


def _clean(data: bytes, encoding: str) -> tuple[str, bool]:
    text = data.decode(encoding, "replace")
    whole = encoding == "cp1252" or "\ufffd" not in text
    return _CONTROL.sub("", text).replace("\ufffd", ""), whole
