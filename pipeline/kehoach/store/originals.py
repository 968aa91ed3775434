"""Original files, kept by the hash of their content: written whole to the disk before anything refers to them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from kehoach.store.records import StoreError

CHUNK = 1 << 20
STALE = 3600.0  # seconds after which what was left half-written belongs to nobody


class Originals:
    """The folder of original files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        """Where the file of this content is. The name that a user gave is no part of it."""
        return self._folder / sha256[:2] / sha256

    def receive(self, data: bytes | IO[bytes], limit: int) -> Incoming:
        """Write what comes to a file of its own. Raises ``StoreError`` where it is empty or larger than ``limit``."""
        part = self._incoming / secrets.token_hex(16)
        digest, size = hashlib.sha256(), 0
        try:
            with part.open("xb") as file:
                for chunk in _chunks(data):
                    size += len(chunk)
                    if size > limit:
                        raise StoreError("too_large", f"Tệp lớn hơn mức cho phép ({limit // 2**20} MB).")
                    digest.update(chunk)
                    file.write(chunk)
                if not size:
                    raise StoreError("empty", "Tệp rỗng. Hãy chọn lại tệp.")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            part.unlink(missing_ok=True)
            message = f"Không lưu được tệp ({error.strerror}). Hãy kiểm tra quyền ghi và dung lượng đĩa."
            raise StoreError("store_unusable", message) from None
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return Incoming(part, digest.hexdigest(), size)

    def keep(self, incoming: Incoming) -> None:
        """Give the file its lasting name; the same content is kept once."""
        target = self.path(incoming.sha256)
        target.parent.mkdir(exist_ok=True)
        os.replace(incoming.path, target)
        for folder in (target.parent, self._folder):
            _sync(folder)

    def remove(self, sha256: str) -> None:
        """Delete a file."""
        self.path(sha256).unlink(missing_ok=True)

    def sweep(self, known: set[str]) -> None:
        """Delete what a killed process left: parts of files, and files that no row refers to."""
        for path in [*self._incoming.iterdir(), *self._folder.glob("??/*")]:
            with contextlib.suppress(OSError):
                if path.name not in known and time.time() - path.stat().st_mtime > STALE:
                    path.unlink()


class Incoming:
    """A file that has come in whole and has no lasting name yet."""

    def __init__(self, path: Path, sha256: str, size: int) -> None:
        self.path, self.sha256, self.size = path, sha256, size

    def drop(self) -> None:
        """Forget it."""
        self.path.unlink(missing_ok=True)


def _chunks(data: bytes | IO[bytes]) -> Iterable[bytes]:
    if isinstance(data, bytes):
        return (data,)
    return iter(lambda: data.read(CHUNK), b"")


def _sync(folder: Path) -> None:
    """A new name outlives a power cut only if its folder is written too; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
