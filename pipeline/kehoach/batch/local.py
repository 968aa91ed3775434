"""Documents in lanes: threads of this process, each with a worker process of its own."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import Protocol, TypeVar

from kehoach.batch.process import Guard, Message, Worker

Result = TypeVar("Result")


class Supply(Protocol):
    """What lanes take from: several threads may iterate at once; after ``close`` nothing more is given out."""

    guard: Guard

    def close(self) -> None:
        """Give out nothing more."""


From = TypeVar("From", bound=Supply)
#: Seconds that lanes have, after a run was stopped, to finish the document they read and to write what they have
GRACE = 10.0


def in_lanes(
    intake: From,
    work: Callable[[Worker, From], Iterator[Result]],
    jobs: int,
    *,
    first: Message,
) -> Generator[Result, None, None]:
    """The results of ``work`` in ``jobs`` lanes, as they come. ``first`` is what each new process does first.

    Lanes take document by document from the intake, so none waits for another. When the iterator is closed, by Ctrl-C
    or otherwise, no process is left. What a lane raises is raised here.
    """
    results: queue.SimpleQueue[tuple[Result] | BaseException | None] = queue.SimpleQueue()
    workers = [Worker(intake.guard, first=first) for _ in range(jobs)]

    def lane(worker: Worker) -> None:
        try:
            for result in work(worker, intake):
                results.put((result,))
        except BaseException as error:
            results.put(error)
        finally:
            worker.end()
            results.put(None)

    threads = [threading.Thread(target=lane, args=(worker,), daemon=True) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        yield from _results(results, len(threads))
    finally:
        intake.close()
        _end(threads, workers)


def _results(results: queue.SimpleQueue[tuple[Result] | BaseException | None], lanes: int) -> Iterator[Result]:
    while lanes:
        try:
            result = results.get(timeout=0.5)  # without a timeout Ctrl-C is not heard on Windows
        except queue.Empty:
            continue
        if result is None:
            lanes -= 1
        elif isinstance(result, BaseException):
            raise result
        else:
            yield result[0]


def _end(threads: list[threading.Thread], workers: list[Worker]) -> None:
    until = time.monotonic() + GRACE
    try:
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
    finally:  # also when Ctrl-C is pressed again
        for worker in workers:
            worker.close()
        for thread in threads:
            thread.join()
