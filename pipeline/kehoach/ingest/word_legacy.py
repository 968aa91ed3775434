"""Word 97-2003 documents (``.doc``) → ``Source``.

They are read here, without a tool that would have to be installed: LibreOffice and antiword give different texts, and
the same file must give the same plan on every machine. Only Word 6 and 95 files, a different format, are handed to
LibreOffice or antiword, whichever is there, and damaged files to LibreOffice (``word_convert``).
"""

from __future__ import annotations

from kehoach.errors import ReadError
from kehoach.ingest.runs import unpacked
from kehoach.ingest.source import Grid, Limits, Paragraph, Source, digest
from kehoach.ingest.word import FEW_LETTERS, NO_TEXT, NO_TEXT_PICTURES, OPENING, has_letterhead, words
from kehoach.ingest.word_binary import BinaryDocument, Encrypted, OldWord
from kehoach.ingest.word_convert import by_tool
from kehoach.ingest.word_package import DAMAGED, ENCRYPTED, TOO_LARGE
from kehoach.ingest.word_story import Stories
from kehoach.plan import SourceError

MEDIA_TYPE = "application/msword"
REPAIRED = "Tệp Word bị hỏng một phần; nội dung đọc được có thể thiếu. Hãy đối chiếu với bản gốc."

NO_TOOL = (
    "Tệp là văn bản Word đời cũ (Word 6, Word 95), cần LibreOffice hoặc antiword để đọc. Hãy cài một trong hai "
    "(Ubuntu, Debian: sudo apt install libreoffice-writer-nogui; Windows, macOS: libreoffice.org), "
    "hoặc mở bằng Word và lưu lại thành .docx."
)
NOT_WORD = "Tệp không phải văn bản Word. Hãy mở bằng phần mềm đã tạo ra nó và lưu lại thành .docx hoặc PDF."
_OTHERS = ("Workbook", "Book", "PowerPoint Document", "VisioDocument", "__properties_version1.0")


def read_doc(data: bytes, name: str, limits: Limits) -> Source:
    """Read a Word 97-2003 document; what is hidden or deleted by a tracked change is left out, as in ``.docx``.

    Raises ``ReadError``: ``encrypted``, ``too_large``, ``damaged``, ``unsupported`` (of another program), ``timeout``,
    ``tool_missing`` (an older format, and neither LibreOffice nor antiword is installed). ``Source.errors`` may hold
    ``no_text``, or ``repaired`` for a damaged file of which at least the text could be read.
    """
    if len(data) > limits.bytes:
        raise ReadError("too_large", TOO_LARGE, file=name)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError("encrypted", ENCRYPTED, file=name)
    if "WordDocument".encode("utf-16-le") not in data:
        others = any(other.encode("utf-16-le") in data for other in _OTHERS)
        raise ReadError("unsupported", NOT_WORD, file=name) if others else ReadError("damaged", DAMAGED, file=name)
    try:
        return _read(data, name)
    except Encrypted as error:
        raise ReadError("encrypted", ENCRYPTED, file=name) from error
    except OldWord:
        source = by_tool(data, name, limits)
        if source is None:
            raise ReadError("tool_missing", NO_TOOL, file=name) from None
    except Exception as error:  # a damaged file may break any rule of its format, at any place
        source = by_tool(data, name, limits, damaged=True)
        if source is None:
            raise ReadError("damaged", DAMAGED, file=name) from error
        source.errors.append(SourceError(code="repaired", message=REPAIRED))
    source.sha256, source.media_type = digest(data), MEDIA_TYPE
    return source


def _read(data: bytes, name: str) -> Source:
    stories = Stories(BinaryDocument(data))
    parts: list[Paragraph | Grid] = unpacked(stories.body())
    for number in (0, 1):
        head = [] if has_letterhead(parts[:OPENING]) else unpacked(stories.head(number))
        parts = head + parts if has_letterhead(head) else parts
    source = Source(name, digest(data), MEDIA_TYPE, parts, footnotes=stories.footnotes())
    if stories.incomplete:
        source.errors.append(SourceError(code="repaired", message=REPAIRED))
    letters = len(words(parts))
    if not letters or (letters < FEW_LETTERS and stories.pictures):
        message = NO_TEXT_PICTURES if stories.pictures else NO_TEXT
        source.errors.append(SourceError(code="no_text", message=message))
    return source
