"""A web page in one file (MHTML: ``.mht``, and what Word saves as “Single File Web Page”) → ``Source``."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from kehoach.errors import ReadError
from kehoach.ingest.html import read_html
from kehoach.ingest.source import Limits, Source, digest

MEDIA_TYPE = "multipart/related"
DAMAGED = "Tệp MHTML (trang web một tệp) không đọc được. Hãy mở bằng Word, lưu lại thành .docx rồi thử lại."


def read_mhtml(data: bytes, name: str, limits: Limits) -> Source:
    """Read the first page of the file. Raises ``ReadError`` as ``read_html`` does, ``damaged`` if there is no page."""
    try:
        page = next((part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"), None)
        markup = _markup(page) if page else b""
    except Exception as error:  # parts within parts to any depth, headers that break every rule
        raise ReadError("damaged", DAMAGED, file=name) from error
    if not markup.strip():
        raise ReadError("damaged", DAMAGED, file=name)
    source = read_html(markup, name, limits)
    source.sha256, source.media_type = digest(data), MEDIA_TYPE
    return source


def _markup(page: Message) -> bytes:
    """The markup in UTF-8 where the part tells its charset; as it is where it does not, or tells a wrong one."""
    payload = page.get_payload(decode=True)
    assert isinstance(payload, bytes)
    try:
        text = payload.decode(page.get_content_charset() or "")
    except (LookupError, UnicodeDecodeError):
        return payload
    return text.encode("utf-8-sig") if text else b""
