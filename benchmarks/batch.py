"""Batch runs: documents a second by engine, overhead beyond extraction, memory of workers, resume of a finished run.

Usage: python benchmarks/batch.py [--count N] [--many N] [--repeat N] [--folder DIR]    See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.batch.runs import PLANS, children_of  # noqa: E402
from tests.planted import generate  # noqa: E402
from tests.planted.render import rendered  # noqa: E402

import kehoach  # noqa: E402
from kehoach.errors import KehoachError  # noqa: E402

COMMAND = [sys.executable, "-c", "from kehoach.cli import main; main()", "batch"]
WORKER = "kehoach.batch.worker"


def make(folder: Path, count: int) -> Path:
    """Plans that differ in content and length: planted ones, and those of corpora/ with sections taken out and numbers
    changed. A tenth is PDF or Word, one in a hundred is broken. What was made before is kept.
    """
    for seed in range(count):
        place = folder / f"{seed // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        if any(place.glob(f"{seed:06}.*")):
            continue
        suffix, data = _document(seed)
        (place / f"{seed:06}.{suffix}").write_bytes(data)
    return folder


def _document(seed: int) -> tuple[str, bytes]:
    rng = random.Random(seed)
    if seed % 100 == 50:
        return "pdf", b"%PDF-1.7\n" + rng.randbytes(2000)
    if seed % 20 == 3:
        return "docx", rendered(generate(seed), "docx")[1]
    if seed % 20 == 13:
        return "pdf", rendered(generate(seed), "pdf")[1]
    if seed % 4 == 0:
        return "txt", _varied(rng)
    return "txt", rendered(generate(seed), "text")[1]


def _varied(rng: random.Random) -> bytes:
    """A plan of corpora/, shortened and with other figures."""
    lines = rng.choice(PLANS).read_text(encoding="utf-8").splitlines()
    start = rng.randrange(len(lines) // 3, len(lines))
    del lines[start : start + rng.randrange(1, 30)]
    return "\n".join([*lines, f"Bản {rng.random()}"]).encode()


class Run:
    """A run of the command: seconds by the clock, processor seconds with its children, and what its workers held."""

    def __init__(self, source: Path, out: Path, *arguments: str) -> None:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(
            [*COMMAND, str(source), "-o", str(out), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.held: list[float] = []
        watch = threading.Thread(target=self._watch, args=(process,), daemon=True)
        watch.start()
        self.code = process.wait()
        self.seconds = time.perf_counter() - start
        watch.join()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            held = [megabytes for pid in children_of(process.pid) if (megabytes := _held(pid))]
            self.held += [max(held)] if held else []
            time.sleep(2)


def _held(pid: int) -> float:
    try:
        if WORKER not in Path(f"/proc/{pid}/cmdline").read_text():
            return 0
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def plain(source: Path) -> tuple[float, float]:
    """Extraction in this process and nothing else: seconds by the clock and of the processor."""
    kehoach.extract(PLANS[0])
    start, used = time.perf_counter(), time.process_time()
    for path in sorted(source.rglob("*.*")):
        try:
            kehoach.extract(path)
        except KehoachError:
            continue
    return time.perf_counter() - start, time.process_time() - used


def rates(source: Path, count: int, repeat: int, folder: Path) -> Iterator[str]:
    """Documents a second; the fastest of several runs counts."""
    engines = {
        "1 process": ["--jobs", "1"],
        "2 processes": ["--jobs", "2"],
        "2 Dask workers": ["--engine", "dask", "--jobs", "2"],
    }
    runs: dict[str, list[Run]] = {name: [] for name in engines}
    plains = []
    for turn in range(repeat):
        plains.append(plain(source))
        for name, arguments in engines.items():
            with tempfile.TemporaryDirectory(dir=folder) as out:
                runs[name].append(Run(source, Path(out) / f"{turn}", *arguments))
    best = {name: min(run.seconds for run in done) for name, done in runs.items()}
    for name, seconds in best.items():
        yield f"{name:42} {count / seconds:8.1f} documents/s"
    one, two, dask = best.values()
    yield f"{'2 processes / 1 process':42} {one / two:8.2f}  aim ≥ 1.85"
    yield f"{'2 Dask workers / 2 processes':42} {two / dask:8.2f}  aim ≥ 0.9"
    used = min(processor for _, processor in plains)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        start = Run(PLANS[0], Path(out) / "start", "--jobs", "1").processor
    ours = min(run.processor for run in runs["1 process"]) - start
    yield f"{'plain extraction, processor':42} {1000 * used / count:8.2f} ms a document"
    yield f"{'batch of 1 process, processor':42} {1000 * ours / count:8.2f} ms a document"
    yield f"{'overhead beyond extraction':42} {100 * (ours / used - 1):8.1f} %  aim ≤ 5 %"


def many(source: Path, count: int, folder: Path) -> Iterator[str]:
    """A long run: what its workers hold, and how long it takes to find that nothing is left to do."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        run = Run(source, Path(out) / "out", "--jobs", "2")
        yield f"{f'{count} documents, 2 processes':42} {count / run.seconds:8.1f} documents/s"
        quarter = max(1, len(run.held) // 4)
        parts = [max(run.held[at : at + quarter]) for at in range(0, 4 * quarter, quarter) if run.held[at:]]
        yield f"{'most that a worker held, by quarters':42} {' '.join(f'{part:.0f}' for part in parts)} MB"
        again = [Run(source, Path(out) / "out", "--jobs", "2", "--resume").seconds for _ in range(3)]
        yield f"{'resume of the finished run':42} {min(again):8.2f} s  aim ≤ 5 s for 20,000"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--many", type=int, default=20_000, help="0 leaves the long run out")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where plans are made and kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start", flush=True)
        source = make(folder / f"plans-{given.count}", given.count)
        for line in rates(source, given.count, given.repeat, folder):
            print(line, flush=True)
        if given.many:
            for line in many(make(folder / f"plans-{given.many}", given.many), given.many, folder):
                print(line, flush=True)
        print(f"load {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
