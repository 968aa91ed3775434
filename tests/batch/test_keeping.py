"""Runs that keep what they read in a store as well; and several files read at once for a comparison."""

import json
import os
import signal
import time
import zipfile

import pytest

from kehoach import cli
from kehoach.batch.process import Guard
from kehoach.batch.several import plans_of
from kehoach.errors import KehoachError
from kehoach.store import Store

from .runs import PLANS, lines_of, plans_in, started, statuses


def kept(folder):
    """The names and states of a store, and how many of its plans hold the word ``kế hoạch``."""
    with Store.open(folder) as store:
        return sorted((u.names[-1].rpartition("/")[2], u.state) for u in store.uploads(limit=1000)), store.search(
            ""
        ).total


def test_files_and_plans_lie_in_the_store(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    (source / PLANS[0].name).write_bytes(PLANS[0].read_bytes())
    with zipfile.ZipFile(source / "xã.zip", "w") as archive:
        archive.writestr("ke-hoach.txt", PLANS[1].read_bytes())
    (source / "hỏng.pdf").write_bytes(b"%PDF-1.7 nothing")
    command = ["batch", str(source), "-o", str(tmp_path / "out"), "--store", str(tmp_path / "kho"), "--jobs", "2"]
    assert cli.run(command) == 4
    assert kept(tmp_path / "kho") == ([(PLANS[0].name, "done"), ("ke-hoach.txt", "done")], 2)
    with Store.open(tmp_path / "kho") as store:
        originals = {store.original(upload.id).read_bytes() for upload in store.uploads()}
    assert originals == {PLANS[0].read_bytes(), PLANS[1].read_bytes()}
    assert cli.run([*command, "--resume"]) == 4
    assert kept(tmp_path / "kho")[1] == 2


def test_a_secret_is_told_and_not_kept(tmp_path):
    text = PLANS[-1].read_text(encoding="utf-8")
    (tmp_path / "mật.txt").write_text(f"MẬT\n{text}", encoding="utf-8")
    command = ["batch", str(tmp_path / "mật.txt"), "-o", str(tmp_path / "out"), "--store", str(tmp_path / "kho")]
    assert cli.run(command) == 3
    assert statuses(tmp_path / "out")["mật.txt"] == ("failed", "secret")
    assert lines_of(tmp_path / "out" / "plans") == []
    assert not [path for path in (tmp_path / "kho" / "files").rglob("*") if path.is_file()]


@pytest.mark.parametrize("other", [["--store", "khác"], []])
def test_runs_on_one_folder_keep_to_one_store(tmp_path, monkeypatch, capsys, other):
    monkeypatch.chdir(tmp_path)
    command = ["batch", str(PLANS[0]), "-o", "out"]
    assert cli.run([*command, "--store", "kho"]) == 0
    assert cli.run([*command, *other, "--resume"]) == 2
    assert "other_store" in capsys.readouterr().err


def test_a_store_that_cannot_be_opened_stops_the_run(tmp_path, capsys):
    (tmp_path / "tệp").write_text("x")
    assert cli.run(["batch", str(PLANS[0]), "-o", str(tmp_path / "out"), "--store", str(tmp_path / "tệp")]) == 3
    assert "store_unusable" in capsys.readouterr().err
    assert not (tmp_path / "out" / "ledger").exists()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_nothing_is_lost_or_kept_twice_when_a_run_is_killed(tmp_path):
    source = plans_in(tmp_path / "in", 12)
    command = [source, "-o", tmp_path / "out", "--store", tmp_path / "kho", "--jobs", "2"]
    process = started(*command)
    until = time.monotonic() + 120
    while not list((tmp_path / "out" / "run").glob("part-*.journal")) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert cli.run(["batch", *map(str, command), "--resume"]) == 0
    states, plans = kept(tmp_path / "kho")
    assert plans == 12
    assert [state for _, state in states] == ["done"] * 12


def test_several_files_are_read_in_their_order(tmp_path):
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    files = [PLANS[2], broken, PLANS[0]]
    found = plans_of(files, Guard(), {}, jobs=2)
    assert [getattr(each, "code", None) or each.source.name for each in found] == [
        PLANS[2].name,
        "damaged",
        PLANS[0].name,
    ]
    assert isinstance(found[1], KehoachError)


def test_a_folder_of_children_is_compared(tmp_path):
    children = tmp_path / "xã"
    for number, plan in enumerate([*PLANS, *PLANS[:2]]):
        (children / f"{number}").mkdir(parents=True)
        (children / f"{number}" / plan.name).write_bytes(plan.read_bytes())
    (children / "hỏng.pdf").write_bytes(b"%PDF-1.7 nothing")
    (children / "ghi chú.log").write_text("x")
    out = tmp_path / "ma-tran.json"
    assert cli.run(["diff", str(PLANS[4]), str(children), "-o", str(out)]) == 4
    assert len(json.loads(out.read_bytes())["children"]) == 7


def test_a_folder_without_plans(tmp_path, capsys):
    assert cli.run(["diff", str(PLANS[4]), str(tmp_path)]) == 3
    assert "nothing_to_read" in capsys.readouterr().err
