"""Archives: what is read of them, and what hostile ones cannot do."""

import io
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import cli
from kehoach.batch import archives
from kehoach.batch.archives import label, members
from kehoach.errors import ReadError
from kehoach.ingest.source import Limits

from .runs import PLANS, read_names, statuses

PLAN = PLANS[0].read_bytes()
LIMITS = Limits(bytes=2**20)


def zip_of(path, *entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def tar_of(path, *entries, mode="w:gz"):
    with tarfile.open(path, mode) as archive:
        for entry in entries:
            if isinstance(entry, tarfile.TarInfo):
                archive.addfile(entry)
                continue
            info = tarfile.TarInfo(entry[0])
            info.size = len(entry[1])
            archive.addfile(info, io.BytesIO(entry[1]))
    return path


def link(name, target, kind):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def read(path, into, limits=LIMITS):
    """Labels within the archive, with the content or the code of what is not read."""
    found = {}
    for member in members(path, into, limits):
        data = Path(member.path).read_bytes() if member.path else member.code
        found[member.name.removeprefix(f"{path}/")] = data
    return found


@pytest.fixture
def into(tmp_path):
    (tmp_path / "into").mkdir()
    return tmp_path / "into"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz"])
def test_documents_of_every_kind_of_archive(tmp_path, into, name):
    entries = ("xã A/kế hoạch.txt", PLAN), ("b.md", b"x"), ("note.log", b"y"), ("inner.zip", b"PK")
    mode = {"tar": "w", "gz": "w:gz", "tgz": "w:gz", "bz2": "w:bz2", "xz": "w:xz"}.get(name.rpartition(".")[2])
    path = tar_of(tmp_path / name, *entries, mode=mode) if mode else zip_of(tmp_path / name, *entries)
    assert read(path, into) == {"xã A/kế hoạch.txt": PLAN, "b.md": b"x"}


@pytest.mark.parametrize("name", ["../../a.txt", "/etc/a.txt", "x/../../../a.txt", "..\\..\\a.txt", "C:\\a.txt"])
@pytest.mark.parametrize("pack", [zip_of, tar_of], ids=["zip", "tar"])
def test_names_lead_nowhere(tmp_path, into, name, pack):
    path = pack(tmp_path / ("a.zip" if pack is zip_of else "a.tgz"), (name, b"x"))
    before = set(tmp_path.rglob("*"))
    (found,) = members(path, into, LIMITS)
    new = set(tmp_path.rglob("*")) - before
    assert [p.parent for p in new] == [into]
    assert ".." not in found.name.removeprefix(str(path)).split("/") and found.name.startswith(f"{path}/")
    assert not os.path.exists(tmp_path.parent / "a.txt")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_a_label_stays_below_its_archive(name):
    steps = label(Path("a.zip"), name).split("/")
    assert steps[0] == "a.zip" and not {"", "..", "."} & set(steps[1:])


def test_links_and_devices_are_passed_over(tmp_path, into):
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    entries = [
        link("a.txt", str(secret), tarfile.SYMTYPE),
        link("b.txt", "a.txt", tarfile.LNKTYPE),
        link("c.txt", "", tarfile.FIFOTYPE),
        link("d.txt", "", tarfile.CHRTYPE),
        ("e.txt", b"x"),
    ]
    assert read(tar_of(tmp_path / "a.tar", *entries, mode="w"), into) == {"e.txt": b"x"}
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert read(zip_of(tmp_path / "a.zip", (info, str(secret)), ("e.txt", b"x")), into) == {"e.txt": b"x"}


def test_a_member_that_is_larger_than_a_document_may_be(tmp_path, into):
    path = zip_of(tmp_path / "a.zip", ("huge.txt", bytes(2**21)), ("b.txt", b"x"))
    assert read(path, into) == {"huge.txt": "too_large", "b.txt": b"x"}
    assert len(list(into.iterdir())) == 1


@pytest.mark.parametrize("name", ["a.zip", "a.tgz"])
def test_an_archive_that_unpacks_to_too_much(tmp_path, into, monkeypatch, name):
    monkeypatch.setattr(archives, "FREE", 2**20)
    pack = zip_of if name == "a.zip" else tar_of
    path = pack(tmp_path / name, *((f"{n}.txt", bytes(2**19)) for n in range(40)))
    with pytest.raises(ReadError) as told:
        read(path, into)
    assert told.value.code == "archive_bomb"
    assert sum(p.stat().st_size for p in into.iterdir()) <= 2**20 + archives.PIECE + 100 * path.stat().st_size


def test_what_a_stream_passes_over_counts_too(tmp_path, into, monkeypatch):
    monkeypatch.setattr(archives, "FREE", 2**20)
    path = tar_of(tmp_path / "a.tgz", ("zeros.bin", bytes(2**24)), ("b.txt", b"x"))
    with pytest.raises(ReadError) as told:
        read(path, into)
    assert told.value.code == "archive_bomb"


@given(st.data())
def test_a_damaged_archive_is_an_error_and_never_a_defect(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("damaged")
    name = data.draw(st.sampled_from(["a.zip", "a.tgz", "a.tar.xz", "a.tar"]))
    if name == "a.zip":
        path = zip_of(folder / name, ("a.txt", PLAN), ("b.txt", b"x" * 999))
    else:
        mode = {"a.tgz": "w:gz", "a.tar.xz": "w:xz", "a.tar": "w"}[name]
        path = tar_of(folder / name, ("a.txt", PLAN), ("b.txt", b"x" * 999), mode=mode)
    whole = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        del whole[at:]
    else:
        whole[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    try:
        read(path, folder)
    except ReadError as error:
        assert error.code in ("archive_broken", "archive_bomb")


def test_an_encrypted_member_is_named(tmp_path, into):
    path = zip_of(tmp_path / "a.zip", ("a.txt", b"x"))
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(data)
    assert read(path, into) == {"a.txt": "encrypted"}


def test_a_run_reads_archives_and_names_what_it_cannot(tmp_path, capfd):
    source = tmp_path / "in"
    source.mkdir()
    zip_of(source / "tỉnh.zip", ("xã A/a.txt", PLAN), ("b.txt", PLANS[1].read_bytes()), ("c.txt", PLAN))
    tar_of(source / "b.tgz", ("d.txt", PLANS[2].read_bytes()))
    (source / "hỏng.zip").write_bytes(b"PK\x03\x04 nothing")
    assert cli.run(["batch", str(source), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 4
    assert read_names(tmp_path / "out") == {"a.txt": 1, "b.txt": 1, "d.txt": 1}
    assert statuses(tmp_path / "out")["hỏng.zip"] == ("failed", "archive_broken")
    assert statuses(tmp_path / "out")["c.txt"] == ("duplicate", None)
    assert not any((tmp_path / "out" / "run" / "unpacked").iterdir())
