"""RTF, as some programs write under the name ``.doc``, → ``Source``, through LibreOffice."""

from __future__ import annotations

from kehoach.errors import ReadError
from kehoach.ingest.source import Limits, Source, digest
from kehoach.ingest.word_convert import by_office

MEDIA_TYPE = "application/rtf"
NO_TOOL = "Tệp là RTF, cần LibreOffice để đọc. Hãy cài LibreOffice, hoặc mở tệp bằng Word và lưu lại thành .docx."
DAMAGED = "Tệp RTF bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Word và lưu lại thành .docx, hoặc xin lại tệp gốc."


def read_rtf(data: bytes, name: str, limits: Limits) -> Source:
    """Read an RTF document. Raises ``ReadError``: ``damaged``, ``timeout``, ``tool_missing``."""
    if not data.rstrip(b"\0 \t\r\n").endswith(b"}"):  # LibreOffice would take what is left for the whole
        raise ReadError("damaged", DAMAGED, file=name)
    source = by_office(data, name, limits)
    if source is None:
        raise ReadError("tool_missing", NO_TOOL, file=name)
    source.sha256, source.media_type = digest(data), MEDIA_TYPE
    return source
