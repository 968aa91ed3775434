"""The command line: arguments, results, messages, exit codes."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from types import SimpleNamespace

import pytest
from docx import Document
from openpyxl import load_workbook

import kehoach
from kehoach import cli
from kehoach.errors import ReadError
from kehoach.plan import Header, Plan, SourceError, SourceInfo

PLAN_TEXT = "KẾ HOẠCH\nTrồng cây bóng mát năm 2026\n\nI. MỤC ĐÍCH\n\nPhủ xanh các tuyến đường.\n"


def plan_named(name, errors=()):
    status = "partial" if errors else "ok"
    source = SourceInfo(name=name, sha256="0", media_type="text/plain", status=status, errors=list(errors))
    return Plan(source=source, text="KẾ HOẠCH\n", header=Header(document_type="Kế hoạch", title=f"Thử {name}"))


def fake_extract(path, *, name, limits):
    """Behaves as the name of the file says."""
    if "bad" in name:
        raise ReadError("broken", "Tệp hỏng. Hãy gửi lại bản khác.", file=name, page=2)
    if "crash" in name:
        raise ZeroDivisionError
    if "stop" in name:
        raise KeyboardInterrupt
    if "part" in name:
        return plan_named(name, [SourceError(code="no_text", message="Trang là ảnh quét.", page=p) for p in (3, 4)])
    return plan_named(name)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working folder, and an ``extract`` that does what file names say."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(kehoach, "extract", fake_extract)
    return tmp_path


def touch(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def written(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def command(*arguments):
    return [sys.executable, "-c", "from kehoach.cli import main; main()", *arguments]


def started(*arguments):
    return subprocess.Popen(command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_help_is_vietnamese_and_imports_nothing_heavy():
    code = (
        "import sys, kehoach.cli\n"
        "heavy = {'spacy', 'underthesea', 'lxml', 'docx', 'openpyxl', 'jinja2', 'rich', 'pypdfium2'}\n"
        "assert kehoach.cli.run(['--help']) == 0\n"
        "assert not (heavy | {'pydantic'}) & set(sys.modules), sys.modules.keys()\n"
        "assert kehoach.cli.run(['extract', '--help']) == 0\n"  # for the help of a command Typer itself takes pydantic
        "assert not heavy & set(sys.modules), sys.modules.keys()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Cách dùng: kehoach" in done.stdout
    for english in ("Usage", "Options", "Arguments", "Commands", "Show this", "required", "OPTIONS"):
        assert english not in done.stdout


def test_version(capfdbinary):
    assert cli.run(["--version"]) == 0
    assert capfdbinary.readouterr().out == f"kehoach {kehoach.__version__}\n".encode()


def test_the_package_is_the_command_too():
    done = subprocess.run([sys.executable, "-m", "kehoach", "--version"], capture_output=True, timeout=60)
    assert done.stdout.split() == [b"kehoach", kehoach.__version__.encode()]


def test_one_file_to_standard_output_is_json(folder, capfdbinary):
    touch(folder, "a.txt")
    assert cli.run(["extract", "a.txt"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["header"]["title"] == "Thử a.txt"


@pytest.mark.parametrize(
    ("output", "format", "begins"),
    [
        ("a.json", None, b"{"),
        ("a.MD", None, "*không có trong văn bản* · Số:".encode()),
        ("a.html", None, b"<!DOCTYPE html>"),
        ("a.docx", None, b"PK"),
        ("a.out", None, b"{"),
        ("a.json", "html", b"<!DOCTYPE html>"),
    ],
    ids=str,
)
def test_the_format_is_the_one_asked_for_else_that_of_the_suffix(folder, output, format, begins):
    touch(folder, "a.txt")
    assert cli.run(["extract", "a.txt", "-o", output, *(["--format", format] if format else [])]) == 0
    assert (folder / output).read_bytes().startswith(begins)


def test_word_and_excel_files_open(folder):
    touch(folder, "a.txt")
    assert cli.run(["extract", "a.txt", "-o", "s.docx"]) == 0
    assert cli.run(["extract", "a.txt", "-o", "s.xlsx"]) == 0
    assert "TÓM TẮT KẾ HOẠCH" in [p.text for p in Document(BytesIO((folder / "s.docx").read_bytes())).paragraphs]
    assert "Nhiệm vụ" in load_workbook(folder / "s.xlsx").sheetnames


@pytest.mark.parametrize("output", ["out/", "out"])
def test_one_file_into_a_folder(folder, output):
    touch(folder, "a.txt", "out/keep")
    assert cli.run(["extract", "a.txt", "-o", output, "--format", "md"]) == 0
    assert written(folder / "out") == ["a.md", "keep"]


@pytest.mark.parametrize(
    ("arguments", "code", "name"),
    [
        ([], 2, None),
        (["đọc", "a.txt"], 2, "usage"),
        (["extract"], 2, "usage"),
        (["extract", "a.txt", "--không-có"], 2, "usage"),
        (["extract", "a.txt", "--format"], 2, "usage"),
        (["extract", "a.txt", "--max-bytes", "nhiều"], 2, "usage"),
        (["extract", "a.txt", "--max-pages", "0"], 2, "usage"),
        (["extract", "a.txt", "--format", "pdf"], 2, "unknown_format"),
        (["extract", "a.txt", "--format", "docx"], 2, "output_needed"),
        (["extract", "a.txt", "b.txt"], 2, "output_needed"),
        (["extract", "."], 2, "output_needed"),
        (["extract", "a.txt", "b.txt", "-o", "a.txt"], 2, "output_needed"),
        (["extract", "a.txt", "-o", "a.txt"], 2, "output_is_input"),
        (["extract", "a.txt", "-o", "a.txt/b.json"], 2, "cannot_write"),
        (["extract", "a.txt", "-o", "gõ-nhầm/b.json"], 2, "no_folder"),
        (["extract", "a.txt", "-o", "gõ-nhầm/hai/b.json"], 2, "no_folder"),
        (["extract", "bad.txt"], 3, "broken"),
        (["extract", "crash.txt"], 3, "defect"),
        (["extract", "part.txt"], 4, "no_text"),
        (["extract", "trống", "-o", "out"], 3, "nothing_to_read"),
        (["schema", "không-có"], 2, "unknown_schema"),
        (["extract", "stop.txt"], 130, None),
    ],
)
def test_exit_codes_and_stable_codes(folder, capfd, arguments, code, name):
    touch(folder, "a.txt", "b.txt")
    (folder / "trống").mkdir()
    assert cli.run(arguments) == code
    error = capfd.readouterr().err
    assert "Traceback" not in error
    if name:
        assert f"[{name}]" in error
    assert (folder / "a.txt").read_text() == "x"


def test_an_error_names_file_page_and_reason(folder, capfd):
    assert cli.run(["extract", "bad.pdf"]) == 3
    assert capfd.readouterr().err == "Lỗi [broken] bad.pdf, trang 2: Tệp hỏng. Hãy gửi lại bản khác.\n"


@pytest.mark.parametrize("option", [["--format", "json"], ["--format=json"]])
def test_errors_as_json(folder, capfd, option):
    assert cli.run(["extract", "sub/bad.pdf", *option]) == 3
    assert json.loads(capfd.readouterr().err) == {
        "error": {"code": "broken", "message": "Tệp hỏng. Hãy gửi lại bản khác.", "file": "sub/bad.pdf", "page": 2},
    }


def test_wrong_usage_as_json(capfd):
    assert cli.run(["extract", *["--format", "json"], "--sai"]) == 2
    assert json.loads(capfd.readouterr().err)["error"]["code"] == "usage"


def test_a_file_read_in_part_gives_its_result_and_one_line(folder, capfd):
    assert cli.run(["extract", "part.pdf", "--format", "json"]) == 4
    out, error = capfd.readouterr()
    assert len(json.loads(out)["source"]["errors"]) == 2
    assert json.loads(error)["error"] == {
        "code": "no_text",
        "message": "Trang là ảnh quét. Và 1 chỗ khác.",
        "file": "part.pdf",
        "page": 3,
    }


def test_one_bad_file_does_not_stop_the_others(folder, capfd):
    touch(folder, "in/a.txt", "in/bad.txt", "in/crash.txt", "in/part.txt", "in/z.pdf")
    touch(folder, "in/note.log", "in/.hidden.txt", "in/~$a.docx")
    assert cli.run(["extract", "in", "-o", "out"]) == 4
    assert written(folder / "out") == ["a.json", "part.json", "z.json"]
    out, error = capfd.readouterr()
    assert "5 tệp: 2 xong, 1 đọc được một phần, 2 không dùng được. Kết quả ở out. Bỏ qua 1 tệp" in out
    heads = [line.split("]")[0] for line in error.splitlines()]
    assert heads == ["Lỗi [broken", "Lỗi [defect", "Thiếu một phần [no_text"]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.txt", "b.txt"], 0),
        (["bad1.txt", "bad2.txt"], 3),
        (["a.txt", "bad.txt"], 4),
        (["a.txt", "part.txt"], 4),
    ],
)
def test_exit_code_of_several_files(folder, names, code):
    touch(folder, *names)
    assert cli.run(["extract", *names, "-o", "out"]) == code


def test_stopping_leaves_what_is_done_and_nothing_half_written(folder):
    touch(folder, "a.txt", "stop.txt", "z.txt")
    assert cli.run(["extract", "a.txt", "stop.txt", "z.txt", "-o", "out"]) == 130
    assert written(folder / "out") == ["a.json"]


@pytest.mark.parametrize(
    ("inputs", "format", "results"),
    [
        (["N01.doc", "N02.pdf"], "json", ["N01.json", "N02.json"]),
        (["N01.doc", "N01.pdf", "b.md"], "json", ["N01.doc.json", "N01.pdf.json", "b.json"]),
        (["a.txt", "A.md"], "json", ["A.md.json", "a.txt.json"]),
        (["1/a.txt", "2/a.txt"], "json", ["a.txt.2.json", "a.txt.json"]),
        (["a.txt", "a.txt", "./a.txt"], "json", ["a.json"]),
        (["kế hoạch số 1.txt", "b.txt"], "json", ["b.json", "kế hoạch số 1.json"]),
    ],
)
def test_names_of_results(folder, inputs, format, results):
    touch(folder, *inputs)
    assert cli.run(["extract", *inputs, "-o", "out", "--format", format]) == 0
    assert written(folder / "out") == results


def test_results_never_overwrite_inputs(folder):
    touch(folder, "a.md", "b.html")
    assert cli.run(["extract", "a.md", "b.html", "-o", ".", "--format", "md"]) == 0
    assert written(folder) == ["a.md", "a.md.md", "b.html", "b.md"]
    assert (folder / "a.md").read_text() == "x"


def test_subfolders_are_read_when_asked_and_mirrored(folder):
    touch(folder, "in/a.txt", "in/x/a.txt", "in/x/y/b.txt")
    assert cli.run(["extract", "in", "-o", "out"]) == 0
    assert written(folder / "out") == ["a.json"]
    for _ in range(2):  # the second time results lie within the folder that is read
        assert cli.run(["extract", "in", "-o", "in/out", "--recursive", "--format", "md"]) == 0
        assert written(folder / "in/out") == ["a.md", "x/a.md", "x/y/b.md"]


@pytest.mark.parametrize(
    "name",
    [
        "-o.txt",
        "--format",
        "hai dòng\n.txt",
        "Kế hoạch “số 1”.txt",
        ".ẩn.txt",
        "a;b&c.txt",
        "dài" * 60 + ".txt",
    ],
)
def test_files_with_odd_names(folder, capfdbinary, name):
    touch(folder, name)
    assert cli.run(["extract", "--", name]) == 0
    assert json.loads(capfdbinary.readouterr().out)["source"]["name"] == name
    assert cli.run(["extract", "-o", "out/", "--", name]) == 0
    assert len(written(folder / "out")) == 1


def test_a_name_cannot_forge_a_message(folder, capfd):
    assert cli.run(["extract", "bad\nLỗi [x] khác: giả\x1b[31m"]) == 3
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names of bytes")
def test_a_name_that_is_no_utf8(folder, capfdbinary):
    name = os.fsdecode(b"k\xff.txt")
    touch(folder, name)
    assert cli.run(["extract", name]) == 0
    assert json.loads(capfdbinary.readouterr().out)["source"]["name"] == "k\ufffd.txt"


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal device")
def test_a_device_is_no_file(folder, capfd):
    controller, terminal = os.openpty()
    assert cli.run(["extract", os.ttyname(terminal)]) == 3
    os.close(controller)
    os.close(terminal)
    assert "[not_a_file]" in capfd.readouterr().err


def test_a_full_disk_leaves_the_old_result(folder, capfd, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    touch(folder, "a.txt", "s.json")
    monkeypatch.setattr(os, "replace", full)
    assert cli.run(["extract", "a.txt", "-o", "s.json"]) == 2
    assert "[cannot_write] s.json" in capfd.readouterr().err
    assert written(folder) == ["a.txt", "s.json"]
    assert (folder / "s.json").read_text() == "x"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["schema"]])
def test_standard_output_on_a_full_disk(arguments):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "kehoach", *arguments], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode() == "Lỗi [cannot_write]: Không ghi được kết quả (đĩa hoặc nơi ghi đã đầy).\n"


def test_a_folder_that_is_asked_for_is_made(folder):
    touch(folder, "a.txt")
    assert cli.run(["extract", "a.txt", "-o", "mới/"]) == 0
    assert (folder / "mới" / "a.json").is_file()


def test_a_defect_shows_its_traceback_when_debugging(folder, monkeypatch):
    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.run(["extract", "crash.txt"])


def test_limits_reach_the_reader(folder, monkeypatch):
    seen = []
    monkeypatch.setattr(kehoach, "extract", lambda path, *, name, limits: seen.append(limits) or plan_named(name))
    touch(folder, "a.txt")
    assert cli.run(["extract", "a.txt", "-o", "s.json", "--max-bytes", "7", "--max-pages", "3"]) == 0
    assert (seen[0].bytes, seen[0].pages) == (7, 3)


def test_schema_to_standard_output_and_files(folder, capfdbinary):
    assert cli.run(["schema", "plan"]) == 0
    one = json.loads(capfdbinary.readouterr().out)
    assert cli.run(["schema"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["plan"] == one
    assert cli.run(["schema", "-o", "lược đồ"]) == 0
    assert json.loads((folder / "lược đồ/plan.schema.json").read_text(encoding="utf-8")) == one


@pytest.mark.parametrize(("statuses", "code"), [(["ok", "partial"], 0), (["ok", "failed"], 4)])
def test_evaluate_prints_the_report(folder, capfd, monkeypatch, statuses, code):
    results = [SimpleNamespace(status=status) for status in statuses]
    report = SimpleNamespace(results=results, as_table=lambda: "bảng\n", to_json=lambda: "{}\n")
    monkeypatch.setattr("kehoach.evaluate.evaluate", lambda corpus: report)
    assert cli.run(["evaluate", "corpora"]) == code
    assert cli.run(["evaluate", "corpora", "--json"]) == code
    assert capfd.readouterr().out == "bảng\n{}\n"


def test_evaluate_without_a_corpus(folder, capfd):
    assert cli.run(["evaluate", "không có"]) == 3
    assert "[not_found]" in capfd.readouterr().err


def test_output_is_utf8_in_any_locale(tmp_path):
    (tmp_path / "kế hoạch.txt").write_text(PLAN_TEXT, encoding="utf-8")
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    legacy = {**os.environ, **locale}

    def run(*arguments):
        return subprocess.run(command("extract", *arguments), capture_output=True, timeout=60, env=legacy)

    done = run(str(tmp_path / "kế hoạch.txt"), "--format", "md")
    assert done.returncode == 0, done.stderr
    assert "Phủ xanh các tuyến đường." in done.stdout.decode("utf-8")
    lost = run(str(tmp_path / "không có.txt"))
    assert lost.returncode == 3
    assert "không có.txt: " in lost.stderr.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="signals of a shell")
def test_a_reader_that_goes_away(tmp_path):
    (tmp_path / "a.txt").write_text(PLAN_TEXT, encoding="utf-8")
    process = started("extract", str(tmp_path / "a.txt"))
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 141
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals of a shell")
def test_control_c(tmp_path):
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)  # read from a pipe that stays silent: the command is surely in its work
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it, and so do
    process = started("extract", str(pipe))  # the processes that it starts
    signal.signal(signal.SIGINT, before)
    with open(pipe, "wb"):  # waits for the command to open it
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert error.decode("utf-8") == "Đã dừng theo yêu cầu.\n"
