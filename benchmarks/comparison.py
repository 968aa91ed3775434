"""How the time and memory of a comparison grow: plans of n × n blocks, each in a process of its own.

Usage: python benchmarks/comparison.py [SIZE ...]        See benchmarks/README.md.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import kehoach
from kehoach.plan import Block, Header, Plan, SourceInfo

PLANS = sorted((Path(__file__).parents[1] / "corpora" / "plans").glob("*.txt"))
SIZES = (50, 100, 200, 500, 1000, 2000)
AIMS = {100: "150 ms", 2000: "10 s, 1 GB"}


def blocks_of(real: list[Plan], size: int, seed: int) -> list[Block]:
    """Blocks of real plans over and over, each time with other words exchanged, under their own headings."""
    rng = random.Random(seed)
    words = sorted({word for plan in real for block in plan.blocks for word in block.text.split()})
    blocks: list[Block] = []
    while len(blocks) < size:
        turn = len(blocks)
        for plan in real:
            for block in plan.blocks:
                text = " ".join(rng.choice(words) if rng.random() < 0.1 else word for word in block.text.split())
                parent = f"{turn}-{block.parent}" if block.parent else None
                blocks.append(block.model_copy(update={"id": f"{turn}-{block.id}", "parent": parent, "text": text}))
            turn += 1000000
    return blocks[:size]


def plan_of(blocks: list[Block], level: str) -> Plan:
    header = Header.model_validate({"issuer": {"level": level}})
    source = SourceInfo(name="made.txt", sha256="0", media_type="text/plain")
    return Plan(source=source, text="", header=header, blocks=blocks)


def measure(size: int) -> None:
    """One size: the fastest of some warm runs, and the most memory that the process held."""
    real = [kehoach.extract(path) for path in PLANS]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    upper, lower = (plan_of(blocks_of(real, size, seed), level) for seed, level in ((1, "province"), (2, "commune")))
    kehoach.diff(plan_of(upper.blocks[:20], "province"), plan_of(lower.blocks[:20], "commune"))
    times = []
    for _ in range(5 if size <= 200 else 1):
        start = time.process_time()
        kehoach.diff(upper, lower)
        times.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    aim = AIMS.get(size, "")
    memory = f"{peak / 1024:>6.0f} MB (+{(peak - before) / 1024:.0f})"
    print(f"{size:>5} × {size:<5} {min(times) * 1000:>8.0f} ms {memory} {aim}")


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
        return
    for size in [int(a) for a in sys.argv[1:]] or SIZES:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
