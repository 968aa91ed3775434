"""``kill -9`` at any moment: every file that was accepted is there after the next start, read or with a reason."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from kehoach.jobs import Jobs
from kehoach.store import Store

ROOT = Path(__file__).parents[2] / "corpora"
FILES = sorted((ROOT / "plans").glob("00[0-4]_*.txt"))
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)

#: A program that kills itself in the middle of what it does to a store
DIES = """
import os, signal, sys
import kehoach
from kehoach.store import Store, documents, plans, originals
from kehoach.store import store as module

def dies(*_given, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

def dies_after(work):
    def done(*given, **more):
        work(*given, **more)
        dies()
    return done

store = Store.open(sys.argv[1])
data = open(sys.argv[2], "rb").read()
before = store.accept("before.txt", data)
plan = kehoach.extract(data)
store.claim()
{where}
{what}
"""


def killed(tmp_path, where, what):
    code = DIES.replace("{where}", where).replace("{what}", what)
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path), str(FILES[1])], capture_output=True, timeout=60)
    assert done.returncode == -KILL, done.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="a process cannot kill itself in this way there")
@pytest.mark.parametrize(
    ("where", "what"),
    [
        pytest.param("os.replace = dies", "store.accept('new.txt', b'new')", id="file written, not named"),
        pytest.param("os.replace = dies_after(os.replace)", "store.accept('new.txt', b'new')", id="named, no row"),
        pytest.param(
            "documents.enter = dies_after(documents.enter)", "store.accept('n', b'new')", id="row not committed"
        ),
        pytest.param("plans.save = dies", "store.save_plan(before.id, plan)", id="state written, plan not"),
        pytest.param("plans.index_plan = dies", "store.save_plan(before.id, plan)", id="plan written, words not"),
        pytest.param(
            "plans.link_plan = dies_after(plans.link_plan)", "store.save_plan(before.id, plan)", id="not committed"
        ),
        pytest.param("", "dies()", id="while it is read"),
    ],
)
def test_killed_in_the_middle_of_a_change(tmp_path, where, what):
    killed(tmp_path, where, what)
    with Store.open(tmp_path) as store, Jobs(store):
        (upload,) = store.uploads()  # what was not accepted is not there, not even by half
        assert store.original(upload.id).read_bytes() == FILES[1].read_bytes()
        end = time.monotonic() + 60
        while store.state(upload.id) != "done":
            assert time.monotonic() < end, store.upload(upload.id)
            time.sleep(0.05)
        assert [hit.id for hit in store.search("tay son").hits] == [upload.id]


@pytest.mark.skipif(os.name == "nt", reason="a process cannot kill itself in this way there")
def test_a_file_that_takes_the_program_down_again_and_again_is_given_up(tmp_path):
    for _ in range(3):
        killed(tmp_path, "store.recover(); store.claim()", "dies()")
    with Store.open(tmp_path) as store:
        store.recover()
        (upload,) = store.uploads()
        assert (upload.state, upload.code) == ("failed", "interrupted") and upload.message
        assert store.retry(upload.id).state == "waiting"


class Server:
    """``kehoach serve`` in a process group of its own."""

    def __init__(self, folder):
        command = [
            sys.executable,
            "-c",
            "from kehoach.cli import main; main()",
            "serve",
            "--data",
            str(folder),
            "--port",
            "0",
        ]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        line = self.process.stderr.readline()
        self.address = re.search(r"127\.0\.0\.1:\d+", line)[0]

    def upload(self, name, data):
        body = (
            b'--x\r\nContent-Disposition: form-data; name="files"; filename="'
            + name.encode()
            + b'"\r\n\r\n'
            + data
            + b"\r\n--x--\r\n"
        )
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        request = urllib.request.Request(f"http://{self.address}/api/v1/uploads", body, headers)
        return json.load(urllib.request.urlopen(request, timeout=30))["uploads"][0]

    def half_an_upload(self):
        connection = http.client.HTTPConnection(self.address, timeout=10)
        connection.putrequest("POST", "/api/v1/uploads")
        connection.putheader("Content-Type", "multipart/form-data; boundary=x")
        connection.putheader("Content-Length", str(10**6))
        connection.endheaders()
        connection.send(
            b'--x\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\n' + b"half" * 1000
        )

    def uploads(self):
        return json.load(urllib.request.urlopen(f"http://{self.address}/api/v1/uploads", timeout=30))

    def kill(self):
        self.process.send_signal(KILL)
        self.process.wait()
        self.process.stderr.close()


@pytest.mark.slow
def test_a_server_that_is_killed_again_and_again_loses_nothing_that_it_accepted(tmp_path):
    accepted = {}
    for number in range(6):
        server = Server(tmp_path)
        for copy in range(4):
            data = FILES[copy].read_bytes() + f"\n{number}".encode()
            accepted[server.upload(f"{number}-{copy}.txt", data)["sha256"]] = f"{number}-{copy}.txt"
        server.half_an_upload()
        time.sleep(0.3 * number)  # now before, now while, now after files are read and saved
        server.kill()
    server = Server(tmp_path)
    try:
        end = time.monotonic() + 120
        while any(u["state"] in ("waiting", "reading") for u in server.uploads()):
            assert time.monotonic() < end
            time.sleep(0.2)
        found = server.uploads()
    finally:
        server.kill()
    assert {u["sha256"]: u["name"] for u in found} == accepted
    assert all(u["state"] == "done" or u["message"] for u in found)
    with Store.open(tmp_path) as store:
        read = [u for u in store.uploads() if u.state == "done"]
        assert read and all(store.plan(u.id).plan.source.sha256 == u.sha256 for u in read)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see who is left")
def test_no_process_outlives_a_server_that_is_killed(tmp_path):
    server = Server(tmp_path)
    for path in FILES:
        server.upload(path.name, path.read_bytes() * 20)
    time.sleep(1)
    workers = [p for p in _processes() if p[1] == server.process.pid]
    assert workers
    server.kill()
    end = time.monotonic() + 20
    while {pid for pid, _ in _processes()} & {pid for pid, _ in workers}:
        assert time.monotonic() < end
        time.sleep(0.1)


def _processes():
    """Number and parent of every process that is no zombie."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rsplit(")", 1)[1].split()[:2]
        except OSError:
            continue
        if state != "Z":
            yield int(path.parent.name), int(parent)
