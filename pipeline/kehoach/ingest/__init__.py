"""Any file → ``Source``. The kind of a file is told by its content, never by its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kehoach.errors import ReadError
from kehoach.ingest.source import Limits, Progress, Source

Reader = Callable[[bytes, str, Limits], Source]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
#: The header of a web page in one file
HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z-]*:")
MIME = re.compile(rb"^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
WEB_PAGE = re.compile(rb"multipart/related|multipart/alternative|text/html", re.IGNORECASE)
KINDS = "Word (.docx, .doc), PDF, ảnh (PNG, JPEG, TIFF), HTML hoặc văn bản thuần (.txt, .md)"


def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    on_page: Progress | None = None,
) -> Source:
    """Read a file by path, or its bytes (``name`` is then what messages call it).

    ``on_page`` is told of every scanned page that has been read: how many are done, how many there are.

    Raises ``ReadError`` for what cannot be read at all; a page that cannot is named in ``Source.errors``.
    """
    limits = limits or Limits()
    if isinstance(source, bytes):
        data, name = source, name or "văn bản"
    else:
        name = name or Path(source).name
        data = _bytes_of(Path(source), name, limits)
    if len(data) > limits.bytes:
        raise ReadError("too_large", f"Tệp lớn hơn giới hạn {limits.bytes:,} byte.".replace(",", "."), file=name)
    if not data.strip():
        raise ReadError("empty", "Tệp rỗng, không có gì để đọc.", file=name)
    found = _reader(data, name, on_page)(data, name, limits)
    if not found.parts and not found.errors:
        raise ReadError("empty", "Tệp không có chữ nào để đọc.", file=name)
    return found


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if path.stat().st_size > limits.bytes:
            raise ReadError("too_large", f"Tệp lớn hơn giới hạn {limits.bytes:,} byte.".replace(",", "."), file=name)
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("not_found", "Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.", file=name) from None
    except OSError as error:
        raise ReadError(
            "unreadable", f"Không mở được tệp ({error.strerror}). Hãy kiểm tra quyền đọc.", file=name
        ) from None


def _reader(data: bytes, name: str, on_page: Progress | None) -> Reader:
    """The reader for the kind of file that the first bytes show."""
    head = data[:1024]
    if data.startswith(b"PK"):
        return _zip_reader(data, name)
    if b"%PDF-" in head:
        from kehoach.ingest.pdf import read_pdf

        return partial(read_pdf, on_page=on_page)
    if data.startswith(OLE):
        return _ole_reader(data)
    if data.startswith(IMAGES):
        from kehoach.ingest.image import read_image

        return partial(read_image, on_page=on_page)
    if data.lstrip().startswith(b"{\\rtf"):
        from kehoach.ingest.rtf import read_rtf

        return read_rtf
    return _markup_reader(head)


def _markup_reader(head: bytes) -> Reader:
    if HEADER.match(head) and MIME.search(head) and WEB_PAGE.search(head):
        from kehoach.ingest.mhtml import read_mhtml

        return read_mhtml
    if _is_html(head):
        from kehoach.ingest.html import read_html

        return read_html
    from kehoach.ingest.text import read_text

    return read_text


def _zip_reader(data: bytes, name: str) -> Reader:
    from kehoach.ingest.word import read_docx

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return read_docx
    if "word/document.xml" in names or not any(n.startswith(("xl/", "ppt/", "content.xml")) for n in names):
        return read_docx
    raise ReadError("unsupported", f"Loại tệp này chưa được hỗ trợ. Hãy gửi tệp {KINDS}.", file=name)


def _ole_reader(data: bytes) -> Reader:
    if "EncryptionInfo".encode("utf-16-le") in data or "EncryptedPackage".encode("utf-16-le") in data:
        from kehoach.ingest.word import read_docx

        return read_docx
    from kehoach.ingest.word_legacy import read_doc

    return read_doc


def _is_html(head: bytes) -> bool:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return (
        text.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) and b"<" in text
    ) or b"<html" in text
