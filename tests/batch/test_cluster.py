"""The Dask engine gives what the local one gives, and loses nothing with a worker."""

import os
import signal
import sys
import threading
import time

import pytest

distributed = pytest.importorskip("distributed")

from kehoach import cli  # noqa: E402
from kehoach.batch import cluster  # noqa: E402

from .runs import each_once, lines_of, plans_in, read_names  # noqa: E402

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are killed as on Linux")


def test_a_local_cluster_gives_what_lanes_give(tmp_path):
    source = plans_in(tmp_path / "in", 8)
    assert cli.run(["batch", str(source), "-o", str(tmp_path / "lanes"), "--jobs", "1"]) == 0
    assert cli.run(["batch", str(source), "-o", str(tmp_path / "dask"), "--engine", "dask", "--jobs", "1"]) == 0

    def plans(out):
        return sorted(lines_of(out / "plans"), key=lambda plan: plan["source"]["sha256"])

    assert plans(tmp_path / "dask") == plans(tmp_path / "lanes")


def test_a_killed_worker_of_a_cluster_costs_no_document_and_gives_none_twice(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "SMALLEST", 8)  # several tasks, with few documents
    source, out = plans_in(tmp_path / "in", 48), tmp_path / "out"
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0) as local,
        distributed.Client(local) as client,
    ):
        pids = client.run(os.getpid)
        killer = threading.Thread(target=kill_when_busy, args=(next(iter(pids.values())), out))
        killer.start()
        code = cli.run(
            ["batch", str(source), "-o", str(out), "--engine", "dask", "--scheduler", local.scheduler_address]
        )
        killer.join()
        assert client.run(os.getpid) != pids, "one was killed and replaced"
    assert code == 0
    assert read_names(out) == each_once(source)
    assert len({line["sha256"] for line in lines_of(out / "ledger")}) == len(lines_of(out / "ledger")) == 48


def kill_when_busy(pid, out):
    """Kill one worker when documents are finished, but not all of a task."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if sum(1 for journal in out.glob("run/*.journal") if journal.stat().st_size) >= 2:
            break
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)


def test_no_scheduler_at_the_address(tmp_path, capfd, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    source = plans_in(tmp_path / "in", 1)
    arguments = ["batch", str(source), "-o", str(tmp_path / "out"), "--engine", "dask"]
    assert cli.run([*arguments, "--scheduler", "tcp://127.0.0.1:9"]) == 2
    error = capfd.readouterr().err
    assert "[no_scheduler]" in error and "Traceback" not in error
