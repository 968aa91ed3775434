"""``kehoach diff``: formats, exit codes, errors."""

import json
import shutil

import pytest

from kehoach import cli
from kehoach.plan import Plan

from .plans import FOLDER, plan

PARENT, CHILD = next(FOLDER.glob("004*")), next(FOLDER.glob("003*"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with the JSON of two plans, which is read at once."""
    monkeypatch.chdir(tmp_path)
    for name in ("004", "003", "000"):
        (tmp_path / f"{name}.json").write_text(plan(name).to_json(), encoding="utf-8")
    return tmp_path


def test_documents_and_json_of_plans_give_the_same(folder, capfdbinary):
    assert cli.run(["diff", str(PARENT), str(CHILD), "--format", "json"]) == 0
    documents = json.loads(capfdbinary.readouterr().out)
    assert cli.run(["diff", "004.json", "003.json", "--format", "json"]) == 0
    assert json.loads(capfdbinary.readouterr().out) == documents
    assert set(documents) >= {"parent", "child", "pairs", "added", "omitted", "changes", "coverage"}
    assert "parent_plan" not in documents


def test_full_holds_both_plans(folder, capfdbinary):
    assert cli.run(["diff", "004.json", "003.json", "--format", "json", "--full"]) == 0
    whole = json.loads(capfdbinary.readouterr().out)
    assert Plan.model_validate(whole["parent_plan"]) == plan("004")
    assert Plan.model_validate(whole["child_plan"]) == plan("003")


@pytest.mark.parametrize(
    ("output", "begins"),
    [("a.html", b"<!DOCTYPE html>"), ("a.docx", b"PK"), ("a.json", b"{"), ("a.txt", "SO SÁNH".encode())],
)
def test_the_format_is_that_of_the_suffix(folder, output, begins):
    assert cli.run(["diff", "004.json", "003.json", "-o", output]) == 0
    assert (folder / output).read_bytes().startswith(begins)


@pytest.mark.parametrize(("limit", "code"), [("dropped", 1), ("weaker", 1)])
def test_fail_on(folder, limit, code):
    assert cli.run(["diff", "004.json", "003.json", "--fail-on", limit, "-o", "a.txt"]) == code
    assert cli.run(["diff", "004.json", "004.json", "--fail-on", limit, "-o", "a.txt"]) == 0


def test_several_children_give_the_matrix_and_name_places_without_a_plan(folder, capfdbinary):
    (folder / "list.txt").write_text("# danh sách\nHồ Chí Minh\nxã Hòa Lạc\n", encoding="utf-8")
    assert cli.run(["diff", "004.json", "000.json", "003.json", "--communes", "list.txt", "--format", "json"]) == 0
    matrix = json.loads(capfdbinary.readouterr().out)
    assert len(matrix["children"]) == 2 and len(matrix["matrix"]) == 108
    assert matrix["missing"] == ["xã Hòa Lạc"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["004.json"], 2, "usage"),
        (["004.json", "003.json", "--format", "xlsx", "-o", "a.xlsx"], 2, "unknown_format"),
        (["004.json", "003.json", "-o", "a.xlsx"], 2, "unknown_format"),
        (["004.json", "003.json", "000.json", "-o", "a.docx"], 2, "unknown_format"),
        (["004.json", "003.json", "-o", "a.pdf"], 2, "unknown_format"),
        (["004.json", "003.json", "--format", "docx"], 2, "output_needed"),
        (["004.json", "003.json", "--fail-on", "much"], 2, "unknown_limit"),
        (["004.json", "003.json", "-o", "003.json"], 2, "output_is_input"),
        (["004.json", "003.json", "-o", "."], 2, "output_is_folder"),
        (["004.json", "none.json"], 3, "unreadable"),
        (["004.json", "bad.json"], 3, "not_a_plan_json"),
        ([".", "003.json"], 3, "not_a_file"),
        (["004.json", "003.json", "--communes", "none.txt"], 3, "unreadable_list"),
    ],
)
def test_errors_have_a_code_and_no_traceback(folder, capfd, arguments, code, told):
    (folder / "bad.json").write_text('{"a": 1}')
    before = shutil.os.listdir(folder)
    assert cli.run(["diff", *arguments]) == code
    error = capfd.readouterr().err
    assert f"[{told}]" in error and "Traceback" not in error
    assert shutil.os.listdir(folder) == before


def test_an_error_as_json(folder, capfd):
    assert cli.run(["diff", "004.json", "none.json", "--format", "json"]) == 3
    assert json.loads(capfd.readouterr().err)["error"]["code"] == "unreadable"


def test_children_are_matched_to_the_parent_that_they_cite(folder, capfdbinary):
    upper = plan("004").model_copy(deep=True)
    upper.header.number, upper.header.issuer.level = "219/KH-UBND", "district"
    upper.header.issuer.name = "Ủy ban nhân dân huyện Chi Lăng"
    (folder / "huyen.json").write_text(upper.to_json(), encoding="utf-8")
    arguments = ["diff", "000.json", "003.json", "004.json", "--parent", "huyen.json"]
    assert cli.run([*arguments, "--format", "json"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert [[c["name"] for c in m["children"]] for m in found["matrices"]] == [[], [plan("003").source.name]]
    assert [c["name"] for c in found["unmatched"]] == [plan("004").source.name]
    for output in ("a.html", "a.xlsx", "a.txt"):
        assert cli.run([*arguments, "-o", output]) == 0
    text = (folder / "a.txt").read_text(encoding="utf-8")
    assert "Không có kế hoạch nào dẫn kế hoạch này." in text and "Không dẫn kế hoạch cấp trên nào" in text
    assert "Không dẫn kế hoạch cấp trên nào" in (folder / "a.html").read_text(encoding="utf-8")


def test_a_child_that_cannot_be_read_does_not_stop_the_others(folder, capfdbinary):
    assert cli.run(["diff", "004.json", "none.json", "003.json", "--format", "json"]) == 4
    told = capfdbinary.readouterr()
    assert len(json.loads(told.out)["children"]) == 1
    assert json.loads(told.err)["error"]["file"] == "none.json"
    assert cli.run(["diff", "004.json", "none.json", "nil.json", "--format", "json"]) == 3


def test_whole_plans_stand_in_no_matrix(folder, capfd):
    assert cli.run(["diff", "004.json", "000.json", "003.json", "--full", "--format", "json"]) == 2
    assert json.loads(capfd.readouterr().err)["error"]["code"] == "full_for_two"
