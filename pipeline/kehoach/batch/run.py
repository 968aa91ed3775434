"""A whole run: what an earlier one has done, what is left to do, who does it, what came out."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import kehoach
from kehoach.batch import shards
from kehoach.batch.documents import Intake, Known
from kehoach.batch.keeping import Keep
from kehoach.batch.local import in_lanes
from kehoach.batch.outcome import Outcome, outcome_of_error
from kehoach.batch.process import Guard, Worker
from kehoach.batch.reading import COMMIT_SECONDS, LOAD, Job, shards_of
from kehoach.batch.report import RunReport, report_of
from kehoach.errors import KehoachError, UsageError
from kehoach.writing import shown, write

PER_SHARD = 500  # documents, in lanes of this machine
RESULTS = ("plans", "tables", "ledger", "report.html", "report.json")
REFUSED = "inputs"  # the shard of documents that no worker came to read: unreadable or met again
#: How documents are read: local lanes or a cluster
Engine = Callable[[Intake, Job], Generator[Outcome, None, None]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked for, beside its inputs.

    limits  fields of ``kehoach.ingest.source.Limits``
    keep    the store that gets what was read as well
    """

    out: Path
    resume: bool
    guard: Guard
    limits: dict[str, int]
    keep: Keep | None = None


def local_engine(jobs: int) -> Engine:
    """``jobs`` worker processes on this machine."""

    def engine(intake: Intake, job: Job) -> Generator[Outcome, None, None]:
        numbers = itertools.count(1)
        work = partial(shards_of, job=job, name=lambda: f"part-{job.run}-{next(numbers):05}", count=PER_SHARD)
        return in_lanes(intake, work, jobs, first=LOAD)

    return engine


def run(inputs: Sequence[str], settings: Settings, engine: Engine, on_outcome: Callable[[Outcome], None]) -> RunReport:
    """Read all inputs into ``settings.out``; ``on_outcome`` is told of each document that this run came to.

    However this ends, what was finished is kept, and the report tells of it. Raises ``UsageError`` where ``out``
    cannot be used.
    """
    with _owned(settings) as job:
        known = Known(o.sha256 for o in shards.outcomes(settings.out) if o.sha256 and o.status != "duplicate")
        others = shards.begin(settings.out, REFUSED)

        def refuse(name: str, sha256: str, size: int, error: KehoachError | None) -> None:
            outcome = _refused(name, sha256, size, error)
            shards.append(others, outcome, b"")
            on_outcome(outcome)

        intake = Intake(inputs, settings.out, known, settings.guard, settings.limits, refuse)
        try:
            with closing(engine(intake, job)) as found:
                for outcome in found:
                    on_outcome(outcome)
        finally:
            intake.close()
            job.give_up()
            _complete(settings)
            report = report_of(shards.outcomes(settings.out), intake.counts)
            write(settings.out / "report.json", report.to_json().encode())
            write(settings.out / "report.html", report.to_html().encode())
    return report


def _refused(name: str, sha256: str, size: int, error: KehoachError | None) -> Outcome:
    version = kehoach.__version__
    if error is None:
        return Outcome(name, sha256, version, "duplicate", bytes=size)
    return outcome_of_error(error, name, sha256, version=version, size=size)


@contextmanager
def _owned(settings: Settings) -> Iterator[Job]:
    """The folder of results, for this run alone, with what an earlier run left put in order."""
    out = settings.out
    with _locked(out):
        if not settings.resume and _holds_results(out):
            message = "Thư mục đã có kết quả của lần trước. Hãy thêm --resume để chạy tiếp, hoặc chọn thư mục khác."
            raise UsageError("output_not_empty", message, file=shown(out))
        _same_store(out, settings.keep)
        job = Job.new(out, settings.guard, settings.limits, settings.keep)
        shutil.rmtree(out / "run" / "unpacked", ignore_errors=True)
        _complete(settings)
        _set_aside(out)
        shards.remove(out, REFUSED)  # what could not be opened is tried again
        yield job


def _complete(settings: Settings) -> None:
    """Journals that were left become shards."""
    if shards.journals(settings.out):
        with closing(Worker(settings.guard)) as worker:
            request = {"do": "commit", "out": str(settings.out)}
            shards.salvage(
                settings.out, lambda journal: worker.ask({**request, "journal": str(journal)}, seconds=COMMIT_SECONDS)
            )


def _same_store(out: Path, keep: Keep | None) -> None:
    """What an earlier run has read is not read again, so all runs on a folder keep it in the same place, or nowhere."""
    mark, place = out / "run" / "store", keep.place if keep else ""
    if _holds_results(out):
        if place == (mark.read_text(encoding="utf-8") if mark.exists() else ""):
            return
        message = (
            "Lần trước không ghi vào kho này. Hãy dùng đúng --store của lần trước, hoặc chọn thư mục kết quả khác."
        )
        raise UsageError("other_store", message, file=shown(out))
    mark.write_text(place, encoding="utf-8")


def _holds_results(out: Path) -> bool:
    return (out / "ledger").exists() or bool(shards.journals(out))


def _set_aside(out: Path) -> None:
    """Results of another version of the program are kept apart, so that no document has results of both."""
    mark = out / "run" / "version"
    before = mark.read_text() if mark.exists() else None
    if before == kehoach.__version__:
        return
    if before is not None:
        aside = next(place for n in itertools.count(1) if not (place := out / f"version-{before}-{n}").exists())
        aside.mkdir()
        for name in RESULTS:
            with suppress(FileNotFoundError):
                os.rename(out / name, aside / name)
    mark.write_text(kehoach.__version__)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Nobody else runs on this folder; the lock goes with the process, however that ends."""
    try:
        (out / "run").mkdir(parents=True, exist_ok=True)
        with open(out / "run" / "lock", "a") as file:
            _lock(file.fileno(), out)
            yield
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        message = f"Không dùng được thư mục kết quả ({error.strerror})."
        raise UsageError("cannot_write", message, file=shown(out)) from None


def _lock(descriptor: int, out: Path) -> None:
    try:
        import fcntl
    except ImportError:  # on Windows two runs on one folder are not kept apart
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        message = "Một lần chạy khác đang ghi vào thư mục này. Hãy chờ nó xong hoặc chọn thư mục khác."
        raise UsageError("output_in_use", message, file=shown(out)) from None
