"""How fast a store of many generated plans answers: search, the API's plan, lists, saving; and how large it is.

Usage: python benchmarks/store.py [--plans 10000] [--rounds 5] [--data FOLDER]. Figures are milliseconds.
A folder that holds a store already is measured as it is.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fastapi.testclient import TestClient  # noqa: E402

import kehoach  # noqa: E402
from kehoach.plan import Plan  # noqa: E402
from kehoach.store import Store  # noqa: E402
from kehoach.web.app import create_app  # noqa: E402
from planted.generate import generate  # noqa: E402  # found through the path above
from planted.render import as_text  # noqa: E402

DISTINCT = 400  # plans that are generated and read; the others have their body and the head of another
QUERIES = (
    *("chuyển đổi số", "chuyen doi so", "nông thôn mới", "phòng cháy chữa cháy", "cai cach hanh chinh", "giảm nghèo"),
    *("an toàn thực phẩm", "thực hiện kế hoạch của ủy ban nhân dân", "thuc hien ke hoach cua uy ban nhan dan", "và"),
    *("ủy ban nhân dân tỉnh", "ke hoach", "khen thuong", "12/KH-UBND", "xyzzy", "trẻ em"),
)


def main() -> None:
    """Fill a store, then print a line for each kind of question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.data or Path(folder)
        with Store.open(place) as store:
            if not store.search().total:
                _fill(store, given.plans)
            size = sum(path.stat().st_size for path in place.glob("kehoach.db*"))
            load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
            print(f"{store.search().total} plans, database {size / 2**20:.0f} MB {load}")
            _measure(store, given.rounds)


def _fill(store: Store, count: int) -> None:
    plans = [kehoach.extract(as_text(generate(seed)).encode(), name=f"{seed}.txt") for seed in range(DISTINCT)]
    rng, saving = Random(1), []
    for number in range(count):
        plan = _mixed(rng, plans, number)
        upload = store.accept(f"ke-hoach-{number}.txt", f"{number} {plan.text}".encode())
        start = time.perf_counter()
        store.save_plan(upload.id, plan)
        saving.append(time.perf_counter() - start)
    for first in range(0, count, max(1, count // 4)):
        _show(f"save, plans {first}…", saving[first : first + max(1, count // 4)])


def _mixed(rng: Random, plans: list[Plan], number: int) -> Plan:
    body, head = rng.choice(plans), rng.choice(plans).header
    header = head.model_copy(update={"number": f"{number}/KH-UBND", "spans": {}})
    return body.model_copy(update={"header": header, "text": f"{head.title}\n{body.text}"})


def _measure(store: Store, rounds: int) -> None:
    client = TestClient(create_app(store), base_url="http://127.0.0.1")
    total = store.search().total
    ids = [Random(2).randint(1, total) for _ in range(40)]
    _time("search, no words", [lambda: store.search()], rounds * 4)
    for query in QUERIES:
        _time(f"search “{query}” ({store.search(query).total})", [lambda q=query: store.search(q)], rounds)
    _time("search, all of these", [lambda q=query: store.search(q) for query in QUERIES], rounds)
    narrow = {"level": "commune", "year": 2026}
    _time("search, narrowed", [lambda q=query: store.search(q, **narrow) for query in QUERIES], rounds)
    _time("search, page 5", [lambda q=query: store.search(q, page=5) for query in QUERIES], rounds)
    _time(
        "GET /api/v1/plans?text=",
        [lambda q=q: client.get("/api/v1/plans", params={"text": q}) for q in QUERIES],
        rounds,
    )
    _time("facets", [lambda: store.facets()], rounds)
    _time("GET /api/v1/plans/{id}", [lambda i=i: client.get(f"/api/v1/plans/{i}") for i in ids], rounds)
    _time("GET /plans/{id} (the page)", [lambda i=i: client.get(f"/plans/{i}") for i in ids], rounds)
    partial = {"hx-request": "true"}
    lists = [lambda q=q: client.get("/", params={"q": q}, headers=partial) for q in QUERIES]
    _time("GET /?q= (the list of the page)", lists, rounds)
    _time("GET / (the library)", [lambda: client.get("/")], rounds * 4)
    _time("parents and children", [lambda i=i: (store.parents(i), store.children(i)) for i in ids], rounds)


def _time(name: str, works: list[Callable[[], object]], rounds: int) -> None:
    taken = []
    for _ in range(rounds):
        for work in works:
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    _show(name, taken)


def _show(name: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(f"{name:62} p50 {statistics.median(ordered) * 1000:7.1f}   p95 {p95 * 1000:7.1f}", flush=True)


if __name__ == "__main__":
    main()
