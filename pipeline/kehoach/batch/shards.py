"""Where results lie, and how they get there without ever being half there or twice there.

    OUT/plans/SHARD.jsonl            the plans of a shard, one a line, as the contract says
    OUT/tables/TABLE/SHARD.parquet   the same as tables
    OUT/ledger/SHARD.jsonl           what became of each document; written last, so it vouches for the others
    OUT/run/SHARD.ATTEMPT.journal    a shard that is being read: a document a line, written as soon as it is finished

A shard is read in one attempt or, when that is killed, in several; each attempt takes over what earlier ones finished,
so its journal is complete in itself. Committing a journal twice gives the same files under the same names.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from kehoach.batch.outcome import Outcome, outcome_of_json
from kehoach.errors import UsageError
from kehoach.writing import shown

SUFFIX = ".journal"


def ledger_of(out: Path, shard: str) -> Path:
    """The file that says that a shard is complete."""
    return out / "ledger" / f"{shard}.jsonl"


def begin(out: Path, shard: str) -> Path:
    """A journal for a new attempt at a shard, which holds what earlier attempts have finished."""
    folder = out / "run"
    earlier = journals(out, shard)
    journal = folder / f"{shard}.{secrets.token_hex(4)}{SUFFIX}"
    for each in earlier:
        for outcome, plan in entries(each):
            append(journal, outcome, plan)
    return journal


def append(journal: Path, outcome: Outcome, plan: bytes) -> None:
    """Add a document, in one write: from then on no end of this process loses it. Raises ``UsageError``."""
    head = json.dumps({"size": len(plan)}).encode() + b"\t" + outcome.to_json().encode()
    try:
        with open(journal, "ab+", buffering=0) as file:
            torn = file.tell() > 0 and _last(file) != b"\n"  # a process was killed while it wrote
            file.write((b"\n" if torn else b"") + head + b"\t" + plan + b"\n")
    except OSError as error:
        raise _cannot_write(journal, error) from None


def _last(file: object) -> bytes:
    file.seek(-1, os.SEEK_END)  # type: ignore[attr-defined]
    return bytes(file.read(1))  # type: ignore[attr-defined]


def entries(journal: Path) -> Iterator[tuple[Outcome, bytes]]:
    """The documents of a journal, each once; a line that was torn is passed over. It may not exist yet."""
    if not journal.exists():
        return
    met: set[tuple[str, str]] = set()
    with open(journal, "rb") as lines:
        for line in lines:
            head, _, rest = line.partition(b"\t")
            told, tab, plan = rest.rstrip(b"\n").partition(b"\t")
            try:
                size, outcome = json.loads(head)["size"], outcome_of_json(told)
            except (ValueError, TypeError, KeyError):
                continue
            if tab and len(plan) == size and (outcome.sha256, outcome.name) not in met:
                met.add((outcome.sha256, outcome.name))
                yield outcome, plan


def commit(out: Path, journal: Path) -> None:
    """A journal → the files of its shard; then the journal goes. Raises ``UsageError`` where they cannot be written."""
    from kehoach.batch.tables import Tables

    shard = journal.name.split(".")[0]
    part = f".{journal.name.removesuffix(SUFFIX)}.part"
    plans, ledger = out / "plans" / f"{shard}.jsonl", ledger_of(out, shard)
    try:
        for folder in (plans.parent, ledger.parent):
            folder.mkdir(parents=True, exist_ok=True)
        with (
            Tables(out / "tables", shard, part) as tables,
            open(plans.with_name(part), "wb") as lines,
            open(ledger.with_name(part), "w", encoding="utf-8") as told,
        ):
            for outcome, plan in entries(journal):
                tables.add(outcome, json.loads(plan) if plan else None)
                if plan:
                    lines.write(plan + b"\n")
                told.write(outcome.to_json() + "\n")
        os.replace(plans.with_name(part), plans)
        os.replace(ledger.with_name(part), ledger)
        for done in journals(out, shard):
            done.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(out, error) from None


def journals(out: Path, shard: str = "*") -> list[Path]:
    """The journals of one shard or of all."""
    return sorted((out / "run").glob(f"{shard}.*{SUFFIX}"))


def salvage(out: Path, commit_in: Callable[[Path], object]) -> None:
    """Make shards of the journals that a run left. ``commit_in`` commits a journal, in a process of its choice."""
    for shard in dict.fromkeys(journal.name.split(".")[0] for journal in journals(out)):
        if not ledger_of(out, shard).exists():
            commit_in(begin(out, shard))
        for done in journals(out, shard):
            done.unlink(missing_ok=True)


def remove(out: Path, shard: str) -> None:
    """Take a shard away, the ledger first."""
    for path in (ledger_of(out, shard), out / "plans" / f"{shard}.jsonl", *out.glob(f"tables/*/{shard}.parquet")):
        path.unlink(missing_ok=True)


def outcomes(out: Path) -> Iterator[Outcome]:
    """What became of every document of all complete shards."""
    for ledger in sorted((out / "ledger").glob("*.jsonl")):
        yield from outcomes_in(ledger)


def outcomes_in(ledger: Path) -> Iterator[Outcome]:
    """What became of the documents of one shard."""
    with open(ledger, encoding="utf-8") as lines:
        yield from map(outcome_of_json, lines)


def _cannot_write(path: Path, error: OSError) -> UsageError:
    message = f"Không ghi được kết quả ({error.strerror}). Hãy kiểm tra quyền ghi và dung lượng đĩa."
    return UsageError("cannot_write", message, file=shown(path))
