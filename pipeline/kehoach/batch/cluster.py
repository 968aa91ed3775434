"""Documents in tasks of a Dask cluster: each task reads its documents into one shard, as a lane of one machine does.

The cluster sees the same paths as this process: documents and results lie on storage that all share. Tasks carry paths
and bring back outcomes; documents and plans stay with the workers. On a worker, a process of its own reads the
documents, so that a hostile one takes neither the worker nor its other tasks with it.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import chain, count
from typing import TYPE_CHECKING, Any, TypeAlias

from kehoach.batch.documents import Document, Intake
from kehoach.batch.outcome import Outcome
from kehoach.batch.process import Worker
from kehoach.batch.reading import LOAD, Job, portion, read_shard
from kehoach.errors import UsageError
from kehoach.writing import shown

if TYPE_CHECKING:
    from kehoach.batch.run import Engine

Client: TypeAlias = Any  # distributed has no types
SMALLEST, LARGEST = 50, 500  # documents of a task
SHARE = 40  # a task is at most this part of what a thread of the cluster was given, so that the last ones end together
WINDOW = 2  # tasks at a time for each thread
CONNECT_SECONDS = 20
_here = threading.local()


def dask_engine(scheduler: str | None, jobs: int) -> Engine:
    """The cluster at an address, else one of ``jobs`` processes that is started on this machine for the run.

    Raises ``UsageError`` where the extra ``cluster`` is not installed.
    """
    try:
        import distributed  # noqa: F401 - a cluster is asked for only where it can be had
    except ImportError:
        message = "Chưa cài phần chạy trên cụm máy. Hãy cài: pip install 'kehoach[cluster]'."
        raise UsageError("dask_missing", message) from None

    def engine(intake: Intake, job: Job) -> Generator[Outcome, None, None]:
        with _client(scheduler, jobs) as client:
            yield from _on_cluster(client, intake, job)

    return engine


@contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Client]:
    import distributed

    dask: Any = distributed
    if scheduler is None:
        with (
            dask.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, memory_limit=0) as cluster,
            dask.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = dask.Client(scheduler, timeout=CONNECT_SECONDS)
    except (OSError, ValueError):
        message = "Không kết nối được cụm Dask. Hãy kiểm tra địa chỉ, ví dụ tcp://10.0.0.5:8786."
        raise UsageError("no_scheduler", message, file=shown(scheduler)) from None
    with client:
        yield client


def _on_cluster(client: Client, intake: Intake, job: Job) -> Generator[Outcome, None, None]:
    """Outcomes as tasks end. There are never more tasks at a time than the cluster needs to stay busy."""
    import distributed

    dask: Any = distributed  # it has types for some of its functions only
    numbers, documents = count(1), iter(intake)
    running = dask.as_completed([])
    waiting: dict[str, list[Document]] = {}
    given = 0

    def submit() -> bool:
        nonlocal given
        threads = max(1, sum(client.nthreads().values()))
        size = min(LARGEST, max(SMALLEST, given // (SHARE * threads)))
        task = list(_task(documents, size))
        if task:
            shard = f"part-{job.run}-{next(numbers):05}"
            future = client.submit(read_task, task, job, shard, key=shard, pure=False)
            waiting[future.key] = task
            running.add(future)
            given += len(task)
        return bool(task)

    try:
        while len(waiting) < WINDOW * max(1, sum(client.nthreads().values())) and submit():
            pass
        for future in running:
            task = waiting.pop(future.key)
            yield from future.result()
            for document in task:
                document.done()
            submit()
    finally:
        job.give_up()
        client.cancel(list(running.futures))


def _task(documents: Iterator[Document], size: int) -> Iterator[Document]:
    for first in documents:
        yield from portion(chain([first], documents), size)
        return


def read_task(documents: list[Document], job: Job, shard: str) -> list[Outcome]:
    """Runs on a worker of the cluster. Its reading process stays for the next task, and ends with the worker."""
    worker = getattr(_here, "worker", None)
    if worker is None or worker.guard != job.guard:
        worker = _here.worker = Worker(job.guard, first=LOAD)
    return list(read_shard(worker, documents, job, shard))
