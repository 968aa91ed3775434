"""What a worker process does: ``python -m kehoach.jobs.worker MEGABYTES``; requests and messages a line of JSON each.

What may break on a hostile file happens here and nowhere else. The process ends as soon as its parent is gone.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

import kehoach
from kehoach.confinement import bound_memory, private_streams
from kehoach.errors import KehoachError
from kehoach.ingest.source import Limits

DEFECT = "Chương trình gặp lỗi ngoài dự kiến ({name}) khi đọc tệp này. Hãy gửi tệp cho nhóm phát triển."
MEMORY = "Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép. Hãy chia nhỏ tệp hoặc gửi bản khác."


def main() -> None:
    """Answer requests until there are no more."""
    requests, replies = private_streams()
    bound_memory(int(sys.argv[1]))
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()

    def say(message: dict[str, Any]) -> None:
        replies.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")

    while True:
        _read(json.loads(waiting.get()), say)


def _listen(requests: IO[bytes], waiting: SimpleQueue[bytes]) -> None:
    """Pass requests on. When the parent is gone, everything that was started for it ends."""
    for line in requests:
        waiting.put(line)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(0)


def _read(request: dict[str, Any], say: Callable[[dict[str, Any]], None]) -> None:
    """Read one file, telling of its pages."""

    def on_page(done: int, pages: int) -> None:
        say({"done": done, "pages": pages})

    try:
        limits = Limits(**request["limits"])
        plan = kehoach.extract(Path(request["path"]), name=request["name"], limits=limits, on_page=on_page)
        say({"plan": plan.to_json(indent=None)})
    except KehoachError as error:
        say({"error": error.as_dict()})
    except MemoryError:
        say({"error": {"code": "memory_limit", "message": MEMORY, "page": None}})
    except Exception as error:
        say({"error": {"code": "defect", "message": DEFECT.format(name=type(error).__name__), "page": None}})


if __name__ == "__main__":
    main()
