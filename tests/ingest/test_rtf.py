"""RTF files: read through LibreOffice; without it, and where they are cut off, the reader says what to do."""

import shutil

import pytest

from kehoach import ingest
from kehoach.errors import ReadError

LINES = ["KẾ HOẠCH", "Trồng rừng phòng hộ", "1. Các thôn trồng cây."]
RTF = b"{\\rtf1\\ansi " + b"\\par ".join(
    "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line).encode() for line in LINES
)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_rtf_is_read_whatever_its_name():
    source = ingest.read(RTF + b"}\r\n", name="ke-hoach.doc")
    assert [part.text for part in source.parts] == LINES
    assert (source.media_type, source.name, len(source.sha256)) == ("application/rtf", "ke-hoach.doc", 64)


@pytest.mark.parametrize(("data", "code"), [(RTF, "damaged"), (RTF + b"}", "tool_missing")])
def test_refusals_say_to_save_as_docx(data, code, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ReadError) as refusal:
        ingest.read(data, name="ke-hoach.rtf")
    assert (refusal.value.code, refusal.value.file) == (code, "ke-hoach.rtf")
    assert "lưu lại thành .docx" in refusal.value.message
