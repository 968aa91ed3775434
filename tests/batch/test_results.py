"""What a run writes, and what it does the second time."""

import json

import pyarrow.parquet as parquet
import pytest

import kehoach
from kehoach import cli
from kehoach.batch.tables import COLUMNS
from kehoach.plan import Plan

from .runs import PLANS, each_once, lines_of, plans_in, read_names, statuses


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """Five real plans, one of them twice, a broken file, and files of other kinds; read by two processes."""
    folder = tmp_path_factory.mktemp("batch")
    source = folder / "in"
    for number, plan in enumerate(PLANS):
        (source / f"xã {number}").mkdir(parents=True)
        (source / f"xã {number}" / plan.name).write_bytes(plan.read_bytes())
    (source / "xã 9").mkdir()
    (source / "xã 9" / "lại.txt").write_bytes(PLANS[0].read_bytes())
    (source / "hỏng.pdf").write_bytes(b"%PDF-1.7 nothing")
    (source / "ghi chú.log").write_text("x")
    assert cli.run(["batch", str(source), "-o", str(folder / "out"), "--jobs", "2"]) == 4
    return folder / "out"


def test_each_plan_is_the_one_that_extract_gives(done):
    found = {plan["source"]["sha256"]: plan for plan in lines_of(done / "plans")}
    assert len(found) == len(lines_of(done / "plans")) == 5
    for path in PLANS:
        plan = kehoach.extract(path)
        mine = Plan.model_validate(found[plan.source.sha256])
        assert mine.source.name.endswith(path.name)
        mine.source.name = plan.source.name
        assert mine == plan


def test_the_ledger_tells_of_every_file(done):
    told = [status for status, _ in statuses(done).values()]
    assert sorted(told) == ["duplicate", "failed", "ok", "ok", "ok", "ok", "ok"]
    assert statuses(done)["hỏng.pdf"] == ("failed", "damaged")


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_holds_what_the_json_holds(done, table):
    rows = parquet.read_table(done / "tables" / table).to_pylist()
    plans = lines_of(done / "plans")
    wanted = {
        "plans": lambda p: [p["header"]["title"]],
        "targets": lambda p: [(t["quote"], t["value"], t["due"]) for t in p["targets"]],
        "timeline": lambda p: [(t["quote"], t["start"], "; ".join(t["actors"])) for t in p["timeline"]],
        "assignments": lambda p: [("; ".join(a["lead"]), t["quote"]) for a in p["assignments"] for t in a["tasks"]],
        "awards": lambda p: [(a["form"], a["class"], a["quote"]) for a in p["awards"]],
        "citations": lambda p: [(c["number"], c["basis"], c["quote"]) for c in p["citations"]],
        "findings": lambda p: [(f["code"], f["message"]) for f in p["findings"]],
        "files": lambda p: ["ok"],
    }[table]
    got = {
        "plans": lambda r: r["title"],
        "targets": lambda r: (r["quote"], r["value"], r["due"]),
        "timeline": lambda r: (r["quote"], r["starts"], r["actors"]),
        "assignments": lambda r: (r["lead"], r["task"]),
        "awards": lambda r: (r["form"], r["class"], r["quote"]),
        "citations": lambda r: (r["number"], r["basis"], r["quote"]),
        "findings": lambda r: (r["code"], r["message"]),
        "files": lambda r: r["status"],
    }[table]
    assert list(rows[0]) == list(COLUMNS[table])
    for plan in plans:
        sha256 = plan["source"]["sha256"]
        mine = [row for row in rows if row["sha256"] == sha256 and row.get("status") != "duplicate"]
        assert [got(row) for row in mine] == wanted(plan)
        for row in mine:
            if row.get("span_start") is not None:
                quote = row.get("task") or row["quote"]
                assert plan["text"][row["span_start"] : row["span_end"]] == quote


def test_duckdb_and_pandas_open_the_tables(done):
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    for table in COLUMNS:
        folder = done / "tables" / table
        (count,) = duckdb.sql(f"SELECT count(*) FROM read_parquet('{folder}/*.parquet')").fetchall()[0]
        assert count == len(pandas.read_parquet(folder)) > 0


def test_the_report_counts_and_names(done):
    report = json.loads((done / "report.json").read_text(encoding="utf-8"))
    assert report["statuses"] == {"ok": 5, "failed": 1, "duplicate": 1}
    assert sum(report["levels"].values()) == sum(report["kinds"].values()) == 5
    assert report["reasons"] == {"damaged": 1} and report["failures"][0]["name"].endswith("hỏng.pdf")
    found = sum(len(plan["findings"]) for plan in lines_of(done / "plans"))
    assert sum(report["findings"].values()) == found
    page = (done / "report.html").read_text(encoding="utf-8")
    assert "7 tệp: 5 đọc xong" in page and "hỏng.pdf" in page and "default-src 'none'" in page


def test_names_of_files_cannot_bring_scripts_into_the_page(tmp_path):
    (tmp_path / "<script>alert(1)<").mkdir()
    (tmp_path / "<script>alert(1)<" / "script>.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert cli.run(["batch", str(tmp_path), "-o", str(tmp_path / "out")]) == 3
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page and "&lt;script&gt;" in page


def files_of(out):
    left_out = {"report.html", "report.json", "owner"}
    return {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and p.name not in left_out}


def test_a_second_run_does_nothing_and_a_grown_folder_only_what_is_new(tmp_path, capfd):
    source, out = plans_in(tmp_path / "in", 3), tmp_path / "out"
    assert cli.run(["batch", str(source), "-o", str(out), "--jobs", "1"]) == 0
    before = files_of(out)
    assert cli.run(["batch", str(source), "-o", str(out), "--resume"]) == 0
    assert files_of(out) == before
    (source / "mới.txt").write_bytes(PLANS[0].read_bytes())
    assert cli.run(["batch", str(source), "-o", str(out), "--resume", "--jobs", "1"]) == 0
    assert before.items() <= files_of(out).items()
    assert read_names(out) == each_once(source)


def test_results_are_not_mixed_without_being_asked(tmp_path, capfd):
    source, out = plans_in(tmp_path / "in", 1), tmp_path / "out"
    arguments = ["batch", str(source), "-o", str(out), "--jobs", "1"]
    assert cli.run(arguments) == 0
    before = files_of(out)
    assert cli.run(arguments) == 2
    assert "[output_not_empty]" in capfd.readouterr().err
    assert files_of(out) == before


def test_another_version_reads_again_and_keeps_what_was(tmp_path, monkeypatch):
    source, out = plans_in(tmp_path / "in", 2), tmp_path / "out"
    arguments = ["batch", str(source), "-o", str(out), "--jobs", "1", "--resume"]
    assert cli.run(arguments) == 0
    (out / "run" / "version").write_text("0.0.9")
    assert cli.run(arguments) == 0
    assert read_names(out) == each_once(source)
    assert read_names(out / "version-0.0.9-1") == each_once(source)


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["batch"], 2, "usage"),
        (["batch", "in"], 2, "usage"),
        (["batch", "in", "-o", "out", "--engine", "spark"], 2, "unknown_engine"),
        (["batch", "in", "-o", "out", "--scheduler", "tcp://x:1"], 2, "scheduler_needs_dask"),
        (["batch", "in", "-o", "in/a.log"], 2, "cannot_write"),
        (["batch", "in", "-o", "out"], 3, "nothing_to_read"),
        (["batch", "none.pdf", "-o", "out"], 3, "not_found"),
        (["batch", "*.pdf", "-o", "out"], 3, "not_found"),
        (["batch", "@none", "-o", "out"], 3, "unreadable_list"),
        (["batch", "in/a.zip", "-o", "out"], 3, "not_found"),
    ],
)
def test_errors_have_a_code_and_no_traceback(tmp_path, monkeypatch, capfd, arguments, code, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.log").write_text("x")
    assert cli.run(arguments) == code
    error = capfd.readouterr().err
    assert f"[{told}]" in error and "Traceback" not in error


def test_patterns_and_lists(tmp_path, monkeypatch):
    plans_in(tmp_path / "in", 3)
    names = sorted(path.name for path in (tmp_path / "in").iterdir())
    (tmp_path / "list.txt").write_text(f"in/{names[2]}\n\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    pattern = f"in/{names[0][:-5]}?.txt"
    assert cli.run(["batch", pattern, f"in/{names[0]}", "@list.txt", "-o", "out", "--jobs", "1"]) == 0
    assert set(read_names(tmp_path / "out")) >= {names[0], names[2]}
