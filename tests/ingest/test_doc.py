"""Word 97-2003 documents: read as the same document in ``.docx`` is; bad files; the tools for what is older.

``tests/data/word/*.doc`` were made by LibreOffice from the documents that ``word_files`` builds.
"""

import random
import shutil
from pathlib import Path

import pytest
from word_files import sample, sample_tcvn3

from kehoach.errors import ReadError
from kehoach.ingest import word_convert, word_legacy
from kehoach.ingest.source import Limits, Source
from kehoach.ingest.word import read_docx
from kehoach.ingest.word_legacy import read_doc
from kehoach.ingest.word_sprms import modifiers

DATA = Path(__file__).parents[1] / "data" / "word"
SAMPLE = (DATA / "sample.doc").read_bytes()
LEGACY = (DATA / "legacy.doc").read_bytes()
OLD = SAMPLE.replace(b"\xec\xa5\x01\x01", b"\xdc\xa5\x65\x00", 1)  # the mark of Word 6 and 95
MAIN = "WordDocument".encode("utf-16-le")


@pytest.fixture
def no_tools(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)


@pytest.mark.parametrize(("old", "new"), [(SAMPLE, sample()), (LEGACY, sample_tcvn3())], ids=["sample", "legacy"])
def test_the_same_document_in_both_formats(old, new, no_tools):
    was, now = read_doc(old, "mau.doc", Limits()), read_docx(new, "mau.docx", Limits())
    assert was.parts == now.parts
    assert was.footnotes == now.footnotes
    assert (was.errors, was.media_type, was.pages) == ([], "application/msword", None)


def flagged(data, offset, bits):
    """The file with bits set in the file information block, which begins with the mark of Word 97."""
    at = data.index(b"\xec\xa5\x01\x01") + offset
    return data[:at] + bytes([data[at] | bits]) + data[at + 1 :]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"rubbish" + MAIN, "damaged"),
        (SAMPLE[:4096], "damaged"),
        (SAMPLE[:512] + bytes(len(SAMPLE) - 512), "damaged"),
        (flagged(SAMPLE, 11, 0x01), "encrypted"),
        (SAMPLE[:512] + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (SAMPLE.replace(MAIN, b"x" * len(MAIN)) + "Workbook".encode("utf-16-le"), "unsupported"),
        (OLD, "tool_missing"),
    ],
)
def test_bad_files(data, code, no_tools):
    with pytest.raises(ReadError) as caught:
        read_doc(data, "hong.doc", Limits())
    assert caught.value.code == code
    assert caught.value.file == "hong.doc" and len(caught.value.message) > 30


def test_too_large():
    with pytest.raises(ReadError) as caught:
        read_doc(SAMPLE, "to.doc", Limits(bytes=1000))
    assert caught.value.code == "too_large"


def test_missing_tool_says_how_to_install_one(no_tools):
    with pytest.raises(ReadError, match="apt install libreoffice"):
        read_doc(OLD, "word6.doc", Limits())


def test_broken_bytes_give_text_or_a_refusal_and_nothing_else(no_tools):
    chance = random.Random(97)
    for _ in range(200):
        broken = bytearray(SAMPLE)
        for _ in range(chance.choice((1, 4, 16))):
            broken[chance.randrange(len(broken))] = chance.choice((0, 255, chance.randrange(256)))
        try:
            read_doc(bytes(broken), "hong.doc", Limits())
        except ReadError as error:
            assert error.code in ("damaged", "encrypted", "tool_missing", "unsupported")


def test_lists_that_are_damaged_leave_the_text(monkeypatch, no_tools):
    from kehoach.ingest import word_story

    def broken(*_):
        raise ValueError("no list")

    monkeypatch.setattr(word_story, "numbering_of", broken)
    source = read_doc(SAMPLE, "hong.doc", Limits())
    assert [error.code for error in source.errors] == ["repaired"]
    assert "MỤC ĐÍCH, YÊU CẦU" in [getattr(part, "text", "") for part in source.parts]


def test_older_formats_go_to_a_tool_and_damage_is_told(monkeypatch):
    def tool(data, name, limits, *, damaged=False):
        return Source(name, "", "", [])

    monkeypatch.setattr(word_legacy, "by_tool", tool)
    older = read_doc(OLD, "word6.doc", Limits())
    assert (older.errors, older.media_type, len(older.sha256)) == ([], "application/msword", 64)
    damaged = read_doc(SAMPLE[:512] + MAIN + bytes(4000), "hong.doc", Limits())
    assert [error.code for error in damaged.errors] == ["repaired"]


def only(tool):
    found = {"office": ("soffice", "libreoffice"), "antiword": ("antiword",)}[tool]
    which = shutil.which
    if not any(map(which, found)):
        pytest.skip(f"{tool} is not installed")
    return lambda name: which(name) if name in found else None


@pytest.mark.parametrize("tool", ["office", "antiword"])
def test_tools(tool, monkeypatch):
    monkeypatch.setattr(shutil, "which", only(tool))
    source = word_convert.by_tool(SAMPLE, "mau.doc", Limits())
    texts = [getattr(part, "text", "") for part in source.parts]
    assert "KẾ HOẠCH" in " ".join(texts) and any("Nâng cao" in text for text in texts)


def test_a_tool_that_hangs_is_ended(monkeypatch, tmp_path):
    tool = tmp_path / "antiword"
    tool.write_text("#!/bin/sh\nsleep 60 & sleep 60\n")
    tool.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(tool) if name == "antiword" else None)
    with pytest.raises(ReadError) as caught:
        word_convert.by_tool(SAMPLE, "mau.doc", Limits(), seconds=0.2)
    assert caught.value.code == "timeout"


def test_a_tool_that_makes_nothing(monkeypatch, tmp_path):
    tool = tmp_path / "tool"
    tool.write_text("#!/bin/sh\nexit 0\n")
    tool.chmod(0o755)
    for name in ("antiword", "soffice"):
        monkeypatch.setattr(shutil, "which", lambda asked, name=name: str(tool) if asked == name else None)
        with pytest.raises(ReadError) as caught:
            word_convert.by_tool(SAMPLE, "mau.doc", Limits())
        assert caught.value.code == "damaged"


def test_damaged_files_are_not_given_to_antiword(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/false" if name == "antiword" else None)
    assert word_convert.by_tool(SAMPLE, "mau.doc", Limits(), damaged=True) is None


@pytest.mark.parametrize(
    ("sprms", "expected"),
    [
        (b"", []),
        (b"\x35\x08\x01", [(0x0835, b"\x01")]),
        (b"\x35\x08\x01\x0f\x84\xd0\x02", [(0x0835, b"\x01"), (0x840F, b"\xd0\x02")]),
        (b"\x15\xc6\x02\xaa\xbb\x03\x24\x01", [(0xC615, b"\x02\xaa\xbb"), (0x2403, b"\x01")]),
        (b"\x35\x08", []),  # cut off
        (b"\x0f\x84\xd0", []),
    ],
)
def test_property_modifiers(sprms, expected):
    assert list(modifiers(sprms)) == expected
