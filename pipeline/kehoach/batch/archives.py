"""Archives (zip, tar, tar.gz, tar.bz2, tar.xz) → the documents inside, one after the other.

Archives are hostile until shown otherwise. Names inside are labels and never become paths; links, devices and encrypted
members are not followed or opened; what a member or the archive unpacks to is bounded while it is unpacked, whatever
its header says. Archives within archives are not opened.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from kehoach.batch.inputs import READABLE
from kehoach.errors import ReadError
from kehoach.ingest.source import Limits
from kehoach.writing import utf8

#: An archive may unpack to this many times its size, and to FREE bytes whatever its size
RATIO, FREE = 100, 2**30
PIECE = 2**16
_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, EOFError, ValueError, NotImplementedError, zlib.error, lzma.LZMAError)
_BROKEN = "Gói nén hỏng hoặc bị cắt cụt; các tệp sau chỗ hỏng không đọc được. Hãy gửi lại gói."
_BOMB = "Gói nén bung ra lớn bất thường nên đã dừng đọc. Hãy gửi từng tệp, không nén."
_LARGE = "Tệp trong gói nén lớn hơn giới hạn {bytes} byte."
_ENCRYPTED = "Tệp trong gói nén có mật khẩu. Hãy gửi bản không đặt mật khẩu."


@dataclass(frozen=True, slots=True)
class Member:
    """A member that is a document: unpacked at ``path``, or why not (``code``, ``message``). ``ignored`` counts the
    members before it that are none.
    """

    name: str
    path: str | None = None
    sha256: str = ""
    bytes: int = 0
    ignored: int = 0
    code: str | None = None
    message: str | None = None

    def as_message(self) -> dict[str, object]:
        """For the pipe."""
        return asdict(self)


def members(path: Path, into: Path, limits: Limits) -> Iterator[Member]:
    """The documents of an archive, unpacked into ``into`` under names of their own. Raises ``ReadError`` where it
    cannot be read (on): ``archive_broken``, ``archive_bomb``, ``unreadable``.
    """
    try:
        budget = _Budget(max(FREE, RATIO * path.stat().st_size))
        found = _of_zip if path.name.lower().endswith(".zip") else _of_tar
        yield from found(path, into, limits, budget)
    except OSError as error:
        if error.errno is None:  # what gzip and bz2 raise for data that is none of theirs
            raise ReadError("archive_broken", _BROKEN) from None
        raise ReadError("unreadable", f"Không mở được gói nén ({error.strerror}).") from None
    except _DAMAGE:
        raise ReadError("archive_broken", _BROKEN) from None


class _Budget:
    """Bytes that may still be unpacked."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise ReadError("archive_bomb", _BOMB)


def _of_zip(path: Path, into: Path, limits: Limits, budget: _Budget) -> Iterator[Member]:
    ignored = 0
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            mode = info.external_attr >> 16
            if info.is_dir():
                continue
            if (mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode)) or not _is_document(info.filename):
                ignored += 1
            elif info.flag_bits & 0x1:
                yield Member(label(path, info.filename), ignored=ignored, code="encrypted", message=_ENCRYPTED)
                ignored = 0
            else:
                with archive.open(info) as stream:
                    yield _unpacked(stream, label(path, info.filename), into, limits, budget, ignored)
                ignored = 0


def _of_tar(path: Path, into: Path, limits: Limits, budget: _Budget) -> Iterator[Member]:
    ignored = 0
    with tarfile.open(path, "r|*") as archive:
        while info := archive.next():
            archive.members = []  # type: ignore[attr-defined] # what has been passed is not kept
            if info.isdir():
                continue
            stream = archive.extractfile(info) if info.isreg() and _is_document(info.name) else None
            if stream is None:
                budget.take(max(info.size, 0))  # a stream unpacks what it passes over
                ignored += 1
            else:
                yield _unpacked(stream, label(path, info.name), into, limits, budget, ignored)
                ignored = 0


def _unpacked(stream: IO[bytes], name: str, into: Path, limits: Limits, budget: _Budget, ignored: int) -> Member:
    """A member as a file under a name of our own; not kept if it is larger than a document may be."""
    handle, target = tempfile.mkstemp(dir=into)
    digest, size = hashlib.sha256(), 0
    with open(handle, "wb") as file:
        while size <= limits.bytes and (piece := stream.read(PIECE)):
            budget.take(len(piece))
            size += len(piece)
            digest.update(piece)
            file.write(piece)
    if size > limits.bytes:
        os.unlink(target)
        message = _LARGE.format(bytes=f"{limits.bytes:,}".replace(",", "."))
        return Member(name, bytes=size, ignored=ignored, code="too_large", message=message)
    return Member(name, target, digest.hexdigest(), size, ignored)


def _is_document(name: str) -> bool:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.lower().endswith(READABLE) and not last.startswith((".", "~$"))


def label(path: Path, name: str) -> str:
    """``plans.zip/xã A/kế hoạch.docx``: without steps upwards, so that it does not look like another place."""
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]
    return utf8("/".join([str(path), *steps]))
