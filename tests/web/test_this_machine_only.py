"""``kehoach serve`` binds to this machine, and no request leaves it: neither the server's nor its workers'."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from kehoach.cli import run

FILES = sorted((Path(__file__).parents[2] / "corpora" / "plans").glob("00[0-4]_*.txt"))

#: Loaded by every Python process of the test: notes who is asked for beyond this machine
WATCH = """
import os, sys
def watch(event, given):
    if event == "socket.connect":
        who = given[1]
    elif event == "socket.getaddrinfo":
        who = (given[0],)
    elif event == "subprocess.Popen":
        with open(os.environ["WATCH_LOG"], "a") as log:
            log.write("started\\n")
        return
    else:
        return
    if isinstance(who, tuple) and who[0] not in ("127.0.0.1", "localhost", "::1", None):
        with open(os.environ["WATCH_LOG"], "a") as log:
            log.write(f"left {event} {who}\\n")
sys.addaudithook(watch)
"""


@pytest.fixture
def log(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    monkeypatch.setenv("WATCH_LOG", str(tmp_path / "log"))
    paths = [str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    (tmp_path / "log").touch()
    return tmp_path / "log"


def asked(address, path, body=None, kind="application/json"):
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(f"http://{address}{path}", data, {"Content-Type": kind})
    return urllib.request.urlopen(request, timeout=60).read()


def test_the_watch_sees_who_leaves(log):
    code = "import socket\ntry: socket.create_connection(('192.0.2.1', 9), timeout=0.01)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert "left socket.connect ('192.0.2.1', 9)" in log.read_text()


def test_no_request_leaves(log, tmp_path):
    command = [sys.executable, "-c", "from kehoach.cli import main; main()", "serve", "--port", "0"]
    server = subprocess.Popen([*command, "--data", str(tmp_path / "kho")], stderr=subprocess.PIPE, text=True)
    try:
        address = re.search(r"127\.0\.0\.1:\d+", server.stderr.readline())[0]
        for path in FILES[:2]:
            head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{path.name}"\r\n\r\n'.encode()
            body = head + path.read_bytes() + b"\r\n--x--\r\n"
            asked(address, "/api/v1/uploads", body, "multipart/form-data; boundary=x")
        end = time.monotonic() + 60
        while json.loads(asked(address, "/api/v1/jobs")):
            assert time.monotonic() < end
            time.sleep(0.1)
        commune = {"unit": {"kind": "xã", "name": "Suối Ngàn", "province": "Thành phố Hồ Chí Minh"}}
        asked(address, "/api/v1/drafts", {"parent": 1, "locality": commune, "date": "2026-02-02"})
        asked(address, "/api/v1/diff", {"parent": 1, "children": [2]})
        for path in ("/", "/api/v1/plans?text=tay+son", "/api/v1/plans/1/files/docx", "/api/v1/drafts/1/files/docx"):
            try:
                asked(address, path)
            except urllib.error.HTTPError as told:
                told.close()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
        server.stderr.close()
    assert "started" in log.read_text(), "the watch was there"
    assert "left" not in log.read_text()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.10", "::", "office.example", ""])
def test_no_other_address(host, capsys):
    assert run(["serve", "--host", host]) == 2
    assert "not_loopback" in capsys.readouterr().err


def test_a_port_that_is_taken(tmp_path, capsys):
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert run(["serve", "--data", str(tmp_path), "--port", str(port)]) == 2
    assert "port_taken" in capsys.readouterr().err
