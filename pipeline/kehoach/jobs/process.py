"""A worker process as its owner sees it: one file at a time, to be killed with all that it started, at any moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any


class Gone(Exception):
    """The process has ended before it had answered."""


class Process:
    """A plain child with pipes, which no platform lacks. It ends when its input ends, so nothing outlives the owner."""

    def __init__(self, megabytes: int) -> None:
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")
        self._child = subprocess.Popen(
            [sys.executable, "-m", "kehoach.jobs.worker", str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **threads},
            start_new_session=True,  # Ctrl-C is for the owner, and what the child starts can be ended with it
        )
        self._messages: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._child.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._child.poll() is None

    def read(self, path: Path, name: str, limits: dict[str, Any]) -> None:
        """Have a file read; what comes of it is told by ``message``. Raises ``Gone``."""
        request = {"path": str(path), "name": name, "limits": limits}
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps(request).encode() + b"\n")
            self._child.stdin.flush()
        except OSError:
            raise Gone from None

    def message(self, seconds: float) -> dict[str, Any] | None:
        """``{done, pages}``, ``{plan}`` or ``{error}``; None where nothing came in time. Raises ``Gone``."""
        try:
            message = self._messages.get(timeout=seconds)
        except Empty:
            return None
        if message is None:
            raise Gone
        return message

    def kill(self) -> None:
        """End it and all that it has started."""
        try:
            if hasattr(os, "killpg"):
                os.killpg(self._child.pid, signal.SIGKILL)
            else:
                self._child.kill()
        except ProcessLookupError:
            pass
        self._child.wait()

    def _listen(self) -> None:
        assert self._child.stdout is not None
        for line in self._child.stdout:
            if line.endswith(b"\n"):
                self._messages.put(json.loads(line))
        self._messages.put(None)
