"""What is asked for → ``Document`` after ``Document``: each content once, without those that were read before."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach.batch.inputs import ARCHIVES, READABLE, expanded, walk
from kehoach.batch.process import Guard, Worker
from kehoach.errors import KehoachError, ReadError
from kehoach.writing import utf8

_MESSAGES = {
    "not_found": "Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.",
    "not_a_file": "Đây không phải là tệp. Hãy đưa đường dẫn của một tệp kế hoạch.",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file to read. ``unpacked``: it came out of an archive, and goes when it has been read."""

    name: str
    path: str
    sha256: str
    bytes: int
    unpacked: bool = False

    def done(self) -> None:
        """It has been read: what was unpacked for it goes."""
        if self.unpacked:
            Path(self.path).unlink(missing_ok=True)


class Known:
    """The contents that were met, by their hashes. They are kept in a file that SQLite removes, not in memory."""

    def __init__(self, before: Iterable[str] = ()) -> None:
        """``before`` are hashes of what earlier runs have read."""
        self._table = sqlite3.connect("", check_same_thread=False)
        self._table.execute("CREATE TABLE met (sha BLOB PRIMARY KEY, now INTEGER) WITHOUT ROWID")
        rows = ((bytes.fromhex(sha), 0) for sha in before)
        self._table.executemany("INSERT OR IGNORE INTO met VALUES (?, ?)", rows)

    def meet(self, sha256: str) -> str:
        """``new``, ``known`` from an earlier run, or met ``again`` in this one."""
        sha = bytes.fromhex(sha256)
        row = self._table.execute("SELECT now FROM met WHERE sha = ?", (sha,)).fetchone()
        self._table.execute("INSERT OR REPLACE INTO met VALUES (?, 1)", (sha,))
        return "new" if row is None else "again" if row[0] else "known"


class Intake:
    """The documents that are left to do, to be taken from several threads.

    counts   ``found`` documents, of which ``known`` from earlier runs and met ``again``; ``ignored`` other files
    refuse   is told of what cannot even be opened, and of what was met again: name, hash, size, and the reason
    """

    def __init__(
        self,
        inputs: Iterable[str],
        out: Path,
        known: Known,
        guard: Guard,
        limits: dict[str, int],
        refuse: Callable[[str, str, int, KehoachError | None], None],
    ) -> None:
        """``out`` holds what archives unpack to, and is not read itself."""
        self.counts: Counter[str] = Counter()
        self.guard = guard
        self._out, self._known, self._limits, self._refuse = out, known, limits, refuse
        self._unpacker = Worker(guard)
        self._documents = self._new(inputs)
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[Document]:
        """The documents that are left; several threads may iterate at once, and each is given to one of them."""
        while (document := self._next()) is not None:
            yield document

    def _next(self) -> Document | None:
        with self._lock:
            return next(self._documents, None)

    def close(self) -> None:
        """No more documents are given out."""
        self._unpacker.close()
        with self._lock:
            self._documents = iter(())

    def _new(self, inputs: Iterable[str]) -> Iterator[Document]:
        for path in self._files(inputs):
            packed = path.name.lower().endswith(ARCHIVES) and path.is_file()
            found = self._members(path) if packed else self._file(path)
            for document in found:
                self.counts["found"] += 1
                met = self._known.meet(document.sha256)
                if met == "new":
                    yield document
                    continue
                self.counts[met] += 1
                document.done()
                if met == "again":
                    self._refuse(document.name, document.sha256, document.bytes, None)

    def _files(self, inputs: Iterable[str]) -> Iterator[Path]:
        for given in expanded(inputs):
            if not given.is_dir():
                yield given
                continue
            for path in walk(given, self._out, recursive=True):
                if path.name.lower().endswith((*READABLE, *ARCHIVES)):
                    yield path
                else:
                    self.counts["ignored"] += 1

    def _file(self, path: Path) -> Iterator[Document]:
        name = utf8(str(path))
        try:
            if not path.exists():
                raise ReadError("not_found", _MESSAGES["not_found"])
            if not path.is_file():
                raise ReadError("not_a_file", _MESSAGES["not_a_file"])
            with open(path, "rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                size = file.tell()
        except OSError as error:
            message = f"Không mở được tệp ({error.strerror}). Hãy kiểm tra quyền đọc."
            self._unusable(name, ReadError("unreadable", message))
        except ReadError as error:
            self._unusable(name, error)
        else:
            yield Document(name, str(path), sha256, size)

    def _members(self, archive: Path) -> Iterator[Document]:
        """What an archive holds; a process of its own unpacks it, one document at a time."""
        into = self._out / "run" / "unpacked"
        into.mkdir(parents=True, exist_ok=True)
        request = {"do": "member", "path": str(archive), "into": str(into), "limits": self._limits}
        while True:
            try:
                member = self._unpacker.ask(request)
            except ReadError as error:
                self._unusable(utf8(str(archive)), error)
                return
            if member.get("end"):
                self.counts["ignored"] += member["ignored"]
                return
            self.counts["ignored"] += member["ignored"]
            if member["code"]:
                self._unusable(member["name"], ReadError(member["code"], member["message"]), member["bytes"])
            else:
                yield Document(member["name"], member["path"], member["sha256"], member["bytes"], unpacked=True)

    def _unusable(self, name: str, error: KehoachError, size: int = 0) -> None:
        self.counts["found"] += 1
        self._refuse(name, "", size, error)
