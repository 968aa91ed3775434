"""What a process does before it reads a file that may be hostile: pipes of its own, a limit of memory."""

from __future__ import annotations

import os
from typing import IO


def private_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output under names of their own: what a library prints goes nowhere."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    return requests, replies


def bound_memory(megabytes: int) -> None:
    """Memory beyond the limit is refused where the platform can do that (Linux: private memory that is written to)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 2**20, megabytes * 2**20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
