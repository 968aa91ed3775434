"""The one function that every engine runs over documents: read them, write their shard, tell what became of each."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import kehoach
from kehoach.batch import shards
from kehoach.batch.documents import Document
from kehoach.batch.keeping import Keep
from kehoach.batch.outcome import Outcome, outcome_of_error, outcome_of_json
from kehoach.batch.process import Guard, Message, Worker
from kehoach.errors import ReadError

LOAD: Message = {"do": "load"}
COMMIT_SECONDS = 900
SHARD_BYTES = 64 * 2**20  # of documents


@dataclass(frozen=True, slots=True)
class Job:
    """What all documents of a run have in common; small, because it goes with every task of a cluster."""

    out: str
    run: str
    guard: Guard
    limits: dict[str, int]
    keep: Keep | None = None

    @classmethod
    def new(cls, out: Path, guard: Guard, limits: dict[str, int], keep: Keep | None) -> Job:
        """A run takes over ``out``: tasks of an earlier one, if any still run somewhere, give up."""
        job = cls(str(out), secrets.token_hex(4), guard, limits, keep)
        job._owner.write_text(job.run)
        return job

    @property
    def _owner(self) -> Path:
        return Path(self.out) / "run" / "owner"

    def is_current(self) -> bool:
        """Whether no later run has taken over."""
        try:
            return self._owner.read_text() == self.run
        except OSError:
            return False

    def give_up(self) -> None:
        """Let tasks end after the document that they read."""
        self._owner.write_text("")


def portion(documents: Iterator[Document], count: int) -> Iterator[Document]:
    """The next documents for one shard: at most ``count``, fewer if they are large."""
    size = 0
    for taken, document in enumerate(documents, 1):
        yield document
        size += document.bytes
        if taken == count or size > SHARD_BYTES:
            return


def shards_of(
    worker: Worker, documents: Iterable[Document], job: Job, name: Callable[[], str], count: int
) -> Iterator[Outcome]:
    """Read documents as long as there are any, ``count`` to a shard."""
    waiting = iter(documents)
    for first in waiting:
        yield from read_shard(worker, portion(chain([first], waiting), count), job, name())


def read_shard(worker: Worker, documents: Iterable[Document], job: Job, shard: str) -> Iterator[Outcome]:
    """Read documents into one shard. What an earlier attempt has read is not read again. Raises ``UsageError``."""
    out = Path(job.out)
    if shards.ledger_of(out, shard).exists():
        yield from shards.outcomes_in(shards.ledger_of(out, shard))
        return
    journal = shards.begin(out, shard)
    done = {outcome.sha256: outcome for outcome, _ in shards.entries(journal)}
    for document in documents:
        if not job.is_current():
            return
        yield done.get(document.sha256) or _read(worker, document, journal, job)
        document.done()
    if job.is_current() and journal.exists():
        worker.ask({"do": "commit", "out": job.out, "journal": str(journal)}, seconds=COMMIT_SECONDS)


def _read(worker: Worker, document: Document, journal: Path, job: Job) -> Outcome:
    """One document. If its process did not survive it, that is written down in its place."""
    request = {"do": "read", "name": document.name, "path": document.path, "sha256": document.sha256}
    keep = job.keep.as_message() if job.keep else None
    more = {"bytes": document.bytes, "journal": str(journal), "limits": job.limits, "keep": keep}
    try:
        return outcome_of_json(worker.ask({**request, **more})["outcome"])
    except ReadError as error:
        outcome = outcome_of_error(
            error, document.name, document.sha256, version=kehoach.__version__, size=document.bytes
        )
        shards.append(journal, outcome, b"")
        return outcome
