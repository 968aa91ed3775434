"""A process that answers one request at a time, within limits of time and memory.

It is a plain child with pipes, not one of ``multiprocessing``: workers of a cluster may be daemons, which may have no
children of that kind. It ends when its input ends, so nothing outlives a parent that was killed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import Any, TypeAlias

from kehoach.errors import KehoachError, ReadError, UsageError

#: What crosses the pipes: one JSON object a line
Message: TypeAlias = dict[str, Any]

START_SECONDS = 300  # to load the program, on a machine that is busy
_ENDED = {
    "time_limit": "Đọc tệp quá {seconds:g} giây nên đã dừng. Hãy tăng giới hạn thời gian hoặc gửi bản khác của tệp.",
    "memory_limit": "Đọc tệp cần hơn {memory} MB bộ nhớ nên đã dừng. Hãy tăng giới hạn hoặc gửi bản khác của tệp.",
    "crashed": "Tiến trình đọc tệp này dừng đột ngột (tệp hỏng hoặc máy hết bộ nhớ). Hãy gửi bản khác của tệp.",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """The most that one document may take: seconds, and megabytes that the process may hold with it."""

    seconds: float = 300
    memory: int = 2048


class Worker:
    """One process that is started when it is first asked, and again after it was ended."""

    def __init__(self, guard: Guard, *, first: Message | None = None) -> None:
        """``guard`` holds for every request that does not say otherwise; ``first`` is asked of each new process."""
        self.guard, self._first = guard, first
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def ask(self, request: Message, *, seconds: float | None = None) -> Message:
        """The answer to a request.

        Raises ``ReadError`` for a document that cannot be read: told by the process, or because it was killed for it
        (``time_limit``, ``memory_limit``, ``crashed``). Raises ``UsageError`` where results cannot be written.
        """
        process = self._process
        if process is None or process.poll() is not None:
            process = self._start()
            if self._first:
                self._exchange(process, self._first, START_SECONDS)
        reply = self._exchange(process, request, seconds or self.guard.seconds)
        if reply.pop("spent", False):
            self.end()
        if error := reply.get("error"):
            raise (UsageError if error["code"] == "cannot_write" else ReadError)(**error)
        return reply

    def _start(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise KeyboardInterrupt
        self.end()
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kehoach.batch.worker", str(self.guard.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("KEHOACH_DEBUG") == "1" else subprocess.DEVNULL,
            env={**os.environ, **threads},
            start_new_session=True,  # Ctrl-C is for the parent, and what it starts can be ended with it
        )
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], request: Message, seconds: float) -> Message:
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            _kill(process)

        timer = threading.Timer(seconds, expire)
        timer.start()
        try:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps({**request, "seconds": seconds}).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.end()
            raise self._ended("time_limit" if expired.is_set() else "crashed", seconds)
        reply: Message = json.loads(line)
        if reply.get("error") == "memory_limit":
            self.end()
            raise self._ended("memory_limit", seconds)
        return reply

    def _ended(self, code: str, seconds: float) -> KehoachError:
        if self._closed:
            raise KeyboardInterrupt
        return ReadError(code, _ENDED[code].format(seconds=seconds, memory=self.guard.memory))

    def end(self) -> None:
        """End the process; the next request starts another."""
        process, self._process = self._process, None
        if process:
            _kill(process)
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()

    def close(self) -> None:
        """End the process and what it is doing, from any thread; whoever waits for it gets ``KeyboardInterrupt``."""
        self._closed = True
        if self._process:
            _kill(self._process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The process and all that it has started."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass
