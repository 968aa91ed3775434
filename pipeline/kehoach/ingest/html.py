"""Web pages, also those that Word saves, → ``Source``.

Goes in: the bytes. Comes out: paragraphs, tables and footnotes in reading order. Nothing is fetched, no script is run,
no entity beyond HTML's own is known.
"""

from __future__ import annotations

import re

from lxml import etree

from kehoach.errors import ReadError
from kehoach.ingest.html_markup import decode, revealed
from kehoach.ingest.html_page import Page
from kehoach.ingest.runs import cell_text, unpacked
from kehoach.ingest.source import Limits, Source, digest
from kehoach.plan import SourceError

MEDIA_TYPE = "text/html"
DAMAGED = "Tệp HTML không đọc được. Hãy mở bằng trình duyệt hoặc Word, lưu lại thành .docx rồi thử lại."
TOO_LARGE = "Tệp HTML lớn hơn giới hạn cho phép. Hãy lưu lại thành .docx rồi thử lại."
TOO_DEEP = "Trang web lồng nhau quá sâu, phần cuối có thể chưa đọc được. Hãy đối chiếu với bản gốc."
BAD_CHARSET = "Một số ký tự không giải mã được (bảng mã khai sai). Hãy lưu lại trang theo UTF-8 rồi thử lại."
NO_TEXT = "Trang web không có chữ nào để đọc."
NO_TEXT_PICTURES = "Trang web chỉ có ảnh (bản quét), gần như không có chữ. Hãy gửi bản PDF quét hoặc bản Word có chữ."
FEW_LETTERS = 100


def read_html(data: bytes, name: str, limits: Limits) -> Source:
    """Read a web page.

    Raises ``ReadError``: ``too_large``, ``damaged``. ``Source.errors`` may hold ``bad_charset``, ``too_deep``,
    ``no_text``.
    """
    if len(data) > limits.bytes:
        raise ReadError("too_large", TOO_LARGE, file=name)
    try:
        return _read(data, name)
    except Exception as error:  # the parser mends nearly everything; what it cannot has no common error
        raise ReadError("damaged", DAMAGED, file=name) from error


def _read(data: bytes, name: str) -> Source:
    markup, whole = decode(data)
    # Without huge_tree the parser drops all text more than 256 elements deep, as unclosed tags of old pages easily are.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", revealed(markup)).encode() or b"<html/>", parser)
    reader = Page(root if root is not None else etree.Element("html"))
    reader.walk()
    source = Source(name, digest(data), MEDIA_TYPE, unpacked(reader.items), footnotes=reader.footnotes)
    letters = sum(len(cell_text([item])) for item in reader.items)
    if not whole:
        source.errors.append(SourceError(code="bad_charset", message=BAD_CHARSET))
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        source.errors.append(SourceError(code="too_deep", message=TOO_DEEP))
    if not letters or (letters < FEW_LETTERS and reader.pictures):
        message = NO_TEXT_PICTURES if reader.pictures else NO_TEXT
        source.errors.append(SourceError(code="no_text", message=message))
    return source
