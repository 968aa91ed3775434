"""What a worker process does: ``python -m kehoach.batch.worker MEGABYTES``, requests and replies a line each.

It stands below everything else of this room: what may break on a hostile file happens here and nowhere else.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import kehoach
from kehoach.batch import archives, shards
from kehoach.batch.keeping import Keep
from kehoach.batch.outcome import Outcome, outcome_of_error, outcome_of_plan
from kehoach.batch.process import Message
from kehoach.confinement import bound_memory, private_streams
from kehoach.errors import KehoachError, ReadError, UsageError, as_defect
from kehoach.ingest.source import Limits

GROWN = 0.5  # share of the memory left to a process that it may hold after a document; then a new one takes over
GRACE = 30  # seconds after which a process whose parent is gone ends itself
PARENT = os.getppid()
_opened: dict[str, Iterator[archives.Member]] = {}


def main() -> None:
    """Answer requests until there are no more."""
    megabytes = int(sys.argv[1])
    requests, replies = private_streams()
    bound_memory(megabytes)
    loaded = 0.0
    with open(os.devnull, "w") as nowhere:
        for line in requests:
            request = json.loads(line)
            faulthandler.dump_traceback_later(request["seconds"] + GRACE, exit=True, file=nowhere)
            reply = _answer(request)
            loaded = loaded or _held()
            if _held() > loaded + GROWN * max(megabytes - loaded, 0):
                gc.collect()
                reply["spent"] = _held() > loaded + GROWN * max(megabytes - loaded, 0) and not _opened
            faulthandler.cancel_dump_traceback_later()
            replies.write(json.dumps(reply, ensure_ascii=False).encode() + b"\n")


def _held() -> float:
    """Megabytes that this process holds; 0 where the platform does not tell."""
    try:
        with open("/proc/self/statm") as counts:
            return int(counts.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, AttributeError):
        return 0.0


def _answer(request: Message) -> Message:
    try:
        return _WORK[request["do"]](request)
    except KehoachError as error:
        return {"error": error.as_dict()}
    except MemoryError:
        return {"error": "memory_limit"}
    except Exception as error:
        return {"error": as_defect(error).as_dict()}


def _load(_request: Message) -> Message:
    """Load all that reading needs, so that no document pays for it."""
    kehoach.extract("KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n".encode())
    return {}


def _read(request: Message) -> Message:
    """Read a document and write it into the journal of its shard."""
    name, sha256, size = request["name"], request["sha256"], request["bytes"]
    start, version = time.perf_counter(), kehoach.__version__
    plan = None
    try:
        plan = kehoach.extract(Path(request["path"]), name=name, limits=Limits(**request["limits"]))
        if plan.source.sha256 != sha256:
            raise ReadError("changed", "Tệp đã thay đổi trong khi đọc. Hãy chạy lại với --resume.")
        if request["keep"]:
            Keep(**request["keep"]).add(Path(request["path"]), name, plan)
        outcome = outcome_of_plan(plan, version=version, seconds=time.perf_counter() - start, size=size)
        written = plan.to_json(None).encode()
    except UsageError:
        raise  # the run cannot go on
    except KehoachError as error:
        outcome, written = _failed(error, name, sha256, start, size), b""
    except MemoryError:
        raise
    except Exception as error:
        outcome, written = _failed(as_defect(error), name, sha256, start, size), b""
    del plan
    if os.getppid() != PARENT:
        sys.exit()  # the run was killed: one that goes on from it may have begun, and reads the document itself
    shards.append(Path(request["journal"]), outcome, written)
    return {"outcome": outcome.to_json()}


def _plan(request: Message) -> Message:
    """Read a document and give its plan back."""
    plan = kehoach.extract(Path(request["path"]), name=request["name"], limits=Limits(**request["limits"]))
    return {"plan": plan.to_json(None)}


def _failed(error: KehoachError, name: str, sha256: str, start: float, size: int) -> Outcome:
    seconds = time.perf_counter() - start
    return outcome_of_error(error, name, sha256, version=kehoach.__version__, seconds=seconds, size=size)


def _commit(request: Message) -> Message:
    shards.commit(Path(request["out"]), Path(request["journal"]))
    return {}


def _member(request: Message) -> Message:
    """The next document of an archive, unpacked into the folder ``into``; nothing when there are no more."""
    path = request["path"]
    if path not in _opened:
        _opened[path] = archives.members(Path(path), Path(request["into"]), Limits(**request["limits"]))
    try:
        member = next(_opened[path], None)
    except BaseException:
        del _opened[path]
        raise
    if member is None:
        del _opened[path]
        return {"end": True, "ignored": 0}
    return member.as_message()


_WORK: dict[str, Callable[[Message], Message]] = {
    "load": _load,
    "read": _read,
    "plan": _plan,
    "commit": _commit,
    "member": _member,
}

if __name__ == "__main__":
    main()
