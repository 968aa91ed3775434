"""Threads that take waiting files from the store and have each read by a process of its own."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from filelock import FileLock, Timeout

from kehoach.errors import KehoachError
from kehoach.jobs.process import Gone, Process
from kehoach.plan import Plan
from kehoach.store import Store, StoreError, Upload

TICK = 0.2  # seconds within which a cancelled job stops
IDLE = 1.0  # seconds after which the store is asked for work that others put there
_log = logging.getLogger(__name__)
_TIME = "Đọc tệp quá {seconds:g} giây nên đã dừng. Hãy chia nhỏ tệp, hoặc gửi bản Word thay cho bản quét."
_CRASHED = "Tiến trình đọc tệp này dừng đột ngột (tệp hỏng, hoặc cần quá nhiều bộ nhớ). Hãy gửi bản khác của tệp."


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one file may take: seconds, megabytes of memory, and what readers accept (``Limits``)."""

    seconds: float = 900
    megabytes: int = 2048
    limits: dict[str, Any] = field(default_factory=lambda: {"pages": 500})


class Jobs:
    """The only reader of a store. Raises ``StoreError`` (``store_busy``) where another process reads it already."""

    def __init__(self, store: Store, *, workers: int = 3, bounds: Bounds | None = None) -> None:
        self._store, self._bounds = store, bounds or Bounds()
        self._running: dict[str, Process] = {}
        self._lock = FileLock(store.folder / "jobs.lock")
        self._work, self._stopping = threading.Semaphore(0), threading.Event()
        names = [f"jobs-{number}" for number in range(workers)]
        self._threads = [threading.Thread(target=self._run, name=name, daemon=True) for name in names]

    def start(self) -> None:
        """Put back what a killed program left, and begin."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            message = (
                "Kho dữ liệu này đang được một cửa sổ Kehoach khác dùng. Hãy đóng cửa sổ đó hoặc chọn --data khác."
            )
            raise StoreError("store_busy", message, file=str(self._store.folder)) from None
        self._store.recover()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End all work; files that are being read wait until the next start."""
        self._stopping.set()
        self._work.release(len(self._threads))
        for thread in self._threads:
            thread.join()
        self._lock.release()

    def wake(self) -> None:
        """There is work."""
        self._work.release(len(self._threads))

    @property
    def processes(self) -> list[int]:
        """The numbers of the worker processes that run."""
        return [process.pid for process in self._running.values() if process.alive]

    def __enter__(self) -> Jobs:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        """One thread with one process, which is started for the first file and anew after it was killed."""
        name = threading.current_thread().name
        while not self._stopping.is_set():
            try:
                upload = self._store.claim()
                if upload is None:
                    self._work.acquire(timeout=IDLE)
                    continue
                process = self._running.get(name)
                if process is None or not process.alive:
                    process = self._running[name] = Process(self._bounds.megabytes)
                self._read(process, upload)
            except Exception:  # a full disk, a locked database: the file waits until the program starts anew
                _log.exception("a job was left")
                self._stopping.wait(IDLE)
        if name in self._running:
            self._running.pop(name).kill()

    def _read(self, process: Process, upload: Upload) -> None:
        """Have a file read, and tell the store what came of it."""
        end = time.monotonic() + self._bounds.seconds
        try:
            process.read(self._store.original(upload.id), upload.name, self._bounds.limits)
            while not self._stopping.is_set():
                message = process.message(TICK)
                if message and self._told(upload, message):
                    return
                if time.monotonic() > end:
                    self._store.fail(upload.id, "time_limit", _TIME.format(seconds=self._bounds.seconds))
                if self._store.state(upload.id) != "reading":
                    process.kill()
                    return
            self._store.release(upload.id)
        except Gone:
            process.kill()
            self._store.fail(upload.id, "crashed", _CRASHED)
        except KehoachError as error:
            self._store.fail(upload.id, error.code, error.message, error.page)

    def _told(self, upload: Upload, message: dict[str, Any]) -> bool:
        """Pass on what the process says; whether that was the last of this file."""
        if "pages" in message:
            self._store.progress(upload.id, message["done"], message["pages"])
            return False
        if "error" in message:
            error = message["error"]
            self._store.fail(upload.id, error["code"], error["message"], error["page"])
        else:
            self._store.save_plan(upload.id, Plan.model_validate_json(message["plan"]), unless_cancelled=True)
        return True
