"""Several files → their plans, in their order, read by worker processes: for work that needs all of them at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from kehoach.batch.local import in_lanes
from kehoach.batch.process import Guard, Worker
from kehoach.batch.reading import LOAD
from kehoach.errors import KehoachError
from kehoach.plan import Plan
from kehoach.writing import utf8


class _Files:
    """The numbers and paths of files, each given to one lane."""

    def __init__(self, files: Sequence[Path], guard: Guard) -> None:
        self.guard = guard
        self._waiting: Iterator[tuple[int, Path]] = iter(enumerate(files))
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[tuple[int, Path]]:
        while (each := self._next()) is not None:
            yield each

    def _next(self) -> tuple[int, Path] | None:
        with self._lock:
            return next(self._waiting, None)

    def close(self) -> None:
        with self._lock:
            self._waiting = iter(())


def plans_of(files: Sequence[Path], guard: Guard, limits: dict[str, int], jobs: int) -> list[Plan | KehoachError]:
    """The plan of each file, or why there is none. ``limits`` are fields of ``kehoach.ingest.source.Limits``."""
    found: dict[int, Plan | KehoachError] = {}

    def read(worker: Worker, waiting: _Files) -> Iterator[tuple[int, Plan | KehoachError]]:
        for number, path in waiting:
            request = {"do": "plan", "name": utf8(path.name), "path": str(path), "limits": limits}
            try:
                yield number, Plan.model_validate_json(worker.ask(request)["plan"])
            except KehoachError as error:
                yield number, error

    with closing(in_lanes(_Files(files, guard), read, min(jobs, len(files)), first=LOAD)) as results:
        found.update(results)
    return [found[number] for number in range(len(files))]
