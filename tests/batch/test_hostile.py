"""Files that would stop or slow the others: limits of time and memory, processes that are killed."""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from kehoach import cli
from kehoach.batch.process import Guard, Worker
from kehoach.errors import ReadError

from .runs import children_of, each_once, long_plan, plans_in, read_names, started, statuses

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes and memory as Linux tells of them")


@pytest.mark.parametrize(
    ("times", "limit", "code"),
    [
        pytest.param(40, ["--max-seconds", "2"], "time_limit", id="time"),
        pytest.param(60, ["--max-memory", "120"], "memory_limit", id="memory", marks=linux),
        pytest.param(10, ["--max-bytes", "100000"], "too_large", id="bytes"),
    ],
)
def test_one_that_needs_too_much_is_named_and_the_others_are_read(tmp_path, capfd, times, limit, code):
    source, out = plans_in(tmp_path / "in", 4), tmp_path / "out"
    wanted = each_once(source)
    (source / "a-huge.txt").write_bytes(long_plan(times))
    assert cli.run(["batch", str(source), "-o", str(out), "--jobs", "1", *limit]) == 4
    assert read_names(out) == wanted
    assert statuses(out)["a-huge.txt"] == ("failed", code)
    assert f"[{code}]" in capfd.readouterr().err


def processor_seconds(pid):
    """What a process has used of a processor so far (proc(5), stat: 14th and 15th field)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@linux
def test_a_worker_that_dies_takes_only_its_document_with_it(tmp_path):
    source, out = plans_in(tmp_path / "in", 12), tmp_path / "out"
    (source / "a-long.txt").write_bytes(long_plan(100))
    process = started(source, "-o", out, "--jobs", "1")
    journal = wait_for(lambda: children_of(process.pid))
    wait_for(lambda: processor_seconds(journal[0]) > 2.5)  # it is loaded by then, and reads the long one
    os.kill(journal[0], signal.SIGKILL)
    assert process.wait(timeout=120) == 4
    assert sum(read_names(out).values()) == 12
    assert [code for status, code in statuses(out).values() if status == "failed"] == ["crashed"]


@linux
def test_kill_9_loses_nothing_that_was_finished(tmp_path):
    source, out = plans_in(tmp_path / "in", 30), tmp_path / "out"
    (source / "plan-long.txt").write_bytes(long_plan(10))
    process = started(source, "-o", out, "--jobs", "2")
    wait_for(lambda: journalled(out) >= 5)
    process.kill()
    process.wait()
    finished = journalled(out)
    assert 5 <= finished < 31
    again = started(source, "-o", out, "--jobs", "2", "--resume")
    told = again.communicate(timeout=180)
    assert again.returncode == 0, told
    assert read_names(out) == each_once(source)
    known = json.loads((out / "report.json").read_text(encoding="utf-8"))["intake"]["known"]
    assert finished <= known <= finished + 2, "workers may write what they had read when the run was killed"


@linux
def test_control_c_ends_all_processes_and_keeps_what_was_finished(tmp_path):
    source, out = plans_in(tmp_path / "in", 30), tmp_path / "out"
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it
    process = started(source, "-o", out, "--jobs", "2")
    signal.signal(signal.SIGINT, before)
    wait_for(lambda: journalled(out) >= 5)
    workers = children_of(process.pid)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert error.decode() == "Đã dừng theo yêu cầu.\n"
    assert not any(os.path.exists(f"/proc/{pid}") for pid in workers)
    assert 5 <= sum(read_names(out).values()) < 30
    assert (out / "report.html").exists()
    again = started(source, "-o", out, "--resume")
    again.communicate(timeout=180)
    assert again.returncode == 0
    assert read_names(out) == each_once(source)


@linux
def test_two_runs_do_not_write_into_one_folder(tmp_path, capfd):
    source, out = plans_in(tmp_path / "in", 10), tmp_path / "out"
    process = started(source, "-o", out, "--jobs", "1")
    wait_for(lambda: journalled(out) >= 1)
    assert cli.run(["batch", str(source), "-o", str(out), "--resume"]) == 2
    assert "[output_in_use]" in capfd.readouterr().err
    process.communicate(timeout=120)
    assert process.returncode == 0 and read_names(out) == each_once(source)


def test_whoever_waits_for_a_closed_worker_is_told():
    worker = Worker(Guard())
    threading.Timer(0.5, worker.close).start()
    with pytest.raises(KeyboardInterrupt):
        while True:
            worker.ask({"do": "load"})


def test_a_request_that_breaks_the_process_is_an_error():
    worker = Worker(Guard(seconds=60, memory=20))  # too little to begin with
    with pytest.raises(ReadError) as told:
        worker.ask({"do": "load"})
    assert told.value.code in ("crashed", "memory_limit")
    worker.end()


def journalled(out):
    """How many documents are finished, in journals and shards."""
    files = [*out.glob("run/*.journal"), *out.glob("plans/*.jsonl")]
    return sum(path.read_bytes().count(b"\n") for path in files if path.exists())


def wait_for(condition, seconds=90):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")
