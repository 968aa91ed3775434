"""What is loaded when: the program starts without its heavy parts, and each reader loads only its own."""

import subprocess
import sys

import pytest

HEAVY = {"spacy", "thinc", "numpy", "pypdfium2", "docx", "openpyxl", "lxml", "jinja2", "underthesea"} | {
    *("sqlalchemy", "alembic", "fastapi", "uvicorn"),
}


def loaded(code: str, *arguments: str) -> set[str]:
    """The heavy packages that a fresh interpreter has loaded after running ``code``."""
    tell = f"\nimport sys; print(*({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + tell, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import kehoach", id="the package"),
        pytest.param("import kehoach; kehoach.extract, kehoach.read, kehoach.render", id="its public names"),
        pytest.param("import kehoach.plan, kehoach.errors, kehoach.schema", id="models and errors"),
        pytest.param("import kehoach.ingest, kehoach.outline, kehoach.findings, kehoach.reports", id="the rooms"),
        pytest.param("import kehoach.cli; kehoach.cli.run(['--help'])", id="help"),
        pytest.param("import kehoach.cli; kehoach.cli.run(['extract', '--help'])", id="help of a command"),
        pytest.param("import kehoach.cli; kehoach.cli.run(['--version'])", id="version"),
    ],
)
def test_nothing_heavy_is_loaded_before_there_is_something_to_read(code: str) -> None:
    assert loaded(code) == set()


@pytest.mark.parametrize("source", ["'absent.docx'", "b''"], ids=["a missing file", "an empty one"])
def test_what_cannot_be_read_is_told_of_before_anything_heavy_is_loaded(source: str) -> None:
    code = (
        f"import kehoach\ntry: kehoach.extract({source})\nexcept kehoach.errors.ReadError: pass\nelse: raise SystemExit"
    )
    assert loaded(code) == set()


def test_a_text_file_is_read_without_the_readers_of_other_files() -> None:
    code = "import kehoach; kehoach.extract('KẾ HOẠCH\\nTrồng cây\\n\\nI. MỤC ĐÍCH\\n'.encode())"
    assert loaded(code) & HEAVY == set()


def test_the_check_sees_what_is_loaded() -> None:
    assert "lxml" in loaded("import lxml")


def test_importing_prints_and_configures_nothing() -> None:
    code = (
        "import logging, warnings\nbefore = list(logging.root.handlers), list(warnings.filters)\n"
        "import kehoach, kehoach.cli, kehoach.facts\n"
        "assert (logging.root.handlers, logging.root.level) == (before[0], logging.WARNING)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
