"""The zip container of a ``.docx``: opening it and reading its XML parts without trusting them.

lxml reads the parts directly instead of python-docx: the limits and the refusal of DTDs must hold for every part, and
what the reader needs beyond paragraphs (numbering, revisions, text boxes, notes) python-docx leaves in raw XML anyway.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from kehoach.errors import ReadError
from kehoach.ingest.source import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES = 10_000
LARGEST_XML = 128 * 2**20  # a parsed tree takes several times the memory of its text
HIGHEST_RATIO = 300  # Word's own XML packs 5 to 60 times; only above RATIO_FROM bytes does a ratio harm
RATIO_FROM = 16 * 2**20

# The strict variant of the format (ISO 29500) differs by its namespaces only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)

DAMAGED = "Tệp Word bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Word và lưu lại thành .docx, hoặc xin lại tệp gốc."
ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được. Hãy mở bằng Word, gỡ mật khẩu, lưu lại rồi thử lại."
TOO_LARGE = "Tệp bung ra quá lớn so với giới hạn cho phép. Hãy bỏ bớt ảnh, tệp nhúng rồi lưu lại thành .docx mới."
UNSAFE = "Tệp chứa khai báo DTD hoặc thực thể XML, điều Word không bao giờ ghi. Hãy xin lại tệp từ nguồn tin cậy."
NO_DOCUMENT = "Tệp không chứa văn bản Word (thiếu word/document.xml). Hãy kiểm tra lại tệp, lưu lại thành .docx."


class Package:
    """An opened ``.docx``: ``main`` is its document part, ``xml`` reads a part, ``related`` finds its kin."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Open the container. Raises ``ReadError``: ``encrypted``, ``damaged``, ``too_large``, ``unsafe``."""
        self.name = name
        self._left = limits.unpacked
        if data.startswith(OLE):
            encrypted = "EncryptedPackage".encode("utf-16-le") in data
            raise self.error("encrypted", ENCRYPTED) if encrypted else self.error("damaged", DAMAGED)
        if len(data) > limits.bytes:
            raise self.error("too_large", TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.error("damaged", DAMAGED) from error
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > limits.unpacked:
            raise self.error("too_large", TOO_LARGE)
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self.main = self._main()

    def error(self, code: str, message: str) -> ReadError:
        """The refusal of this file."""
        return ReadError(code, message, file=self.name)

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part; None if the container has no such part."""
        entry = self._entries.get(part.lower())
        if entry is None:
            return None
        data = self._bytes(entry)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return self._parse(data)

    def related(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        """Id and path of the parts that ``part`` refers to by a relation of ``kind`` (``styles``, ``header`` …)."""
        folder, base = posixpath.split(part)
        relations = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        for relation in () if relations is None else relations.iter(_RELATION):
            if relation.get("Type", "").endswith("/" + kind) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", "")))
                yield relation.get("Id", ""), target.lstrip("/")

    def _main(self) -> str:
        for _, path in self.related("", "officeDocument"):
            if path.lower() in self._entries:
                return path
        if "word/document.xml" not in self._entries:
            raise self.error("damaged", NO_DOCUMENT)
        return "word/document.xml"

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        """The unpacked part. Declared sizes may lie, so what really comes out is counted."""
        if entry.flag_bits & 1:
            raise self.error("encrypted", ENCRYPTED)
        allowed = min(self._left, LARGEST_XML, max(RATIO_FROM, HIGHEST_RATIO * entry.compress_size))
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(allowed + 1)
        except Exception as error:  # zlib, CRC, offsets, methods: zipfile has no common error for a broken entry
            raise self.error("damaged", DAMAGED) from error
        if len(data) > allowed:
            raise self.error("too_large", TOO_LARGE)
        self._left -= len(data)
        return data

    def _parse(self, data: bytes) -> etree._Element:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self.error("unsafe", UNSAFE)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            dtd_validation=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.error("damaged", DAMAGED) from error
        if root.getroottree().docinfo.internalDTD is not None:  # a DTD in UTF-16 escapes the search above
            raise self.error("unsafe", UNSAFE)
        return root
