"""What the tests of batch runs share: folders of plans, runs as a user starts them, what a run left."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.planted import generate
from tests.planted.render import rendered

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "corpora" / "plans").iterdir())


def plans_in(folder: Path, count: int, form: str = "text") -> Path:
    """A folder of planted plans, all different."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(count):
        _, data, name = rendered(generate(seed), form)
        (folder / name).write_bytes(data)
    return folder


def long_plan(times: int) -> bytes:
    """A plan whose body is repeated so often that it takes long to read."""
    text = PLANS[-1].read_text(encoding="utf-8")
    start, end = text.index("\nI. "), text.index("\nNơi nhận")
    return (text[:start] + text[start:end] * times + text[end:]).encode()


def started(*arguments: str) -> subprocess.Popen:
    """The command in a process of its own."""
    paths = os.pathsep.join([str(ROOT / "pipeline"), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-c", "from kehoach.cli import main; main()", "batch", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )


def lines_of(folder: Path) -> list[dict]:
    return [json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.read_bytes().splitlines()]


def read_names(out: Path) -> Counter:
    """How often each document has a plan."""
    return Counter(plan["source"]["name"].rpartition("/")[2] for plan in lines_of(out / "plans"))


def each_once(folder: Path) -> Counter:
    return Counter(path.name for path in folder.iterdir())


def statuses(out: Path) -> dict[str, tuple[str, str | None]]:
    """Status and code by the last part of the name."""
    return {line["name"].rpartition("/")[2]: (line["status"], line["code"]) for line in lines_of(out / "ledger")}


def children_of(pid: int) -> list[int]:
    """Worker processes of a run (Linux)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found
