"""The wheel works without the checkout: built, installed into a fresh environment, run from another folder."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from kehoach.schema import as_file, schemas

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "corpora" / "plans" / "001_49ed81067bac44be.txt"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from a copy, so that neither leftovers of earlier builds get in nor new ones stay behind."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    leave = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "pipeline", source / "pipeline", ignore=leave)
    run(sys.executable, "-m", "build", "--wheel", "--outdir", source / "dist", source, cwd=source)
    return next((source / "dist").iterdir())


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of commands of an environment that holds the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder, cwd=folder)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    run(commands / "python", "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel, cwd=folder)
    return commands


def run(*arguments, cwd):
    """Run without the paths that lead to the checkout."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")}
    done = subprocess.run([*map(str, arguments)], cwd=cwd, env=environment, capture_output=True, timeout=600)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_everything_that_is_not_python_is_inside(wheel):
    package = ROOT / "pipeline"
    files = (path for path in package.glob("kehoach/**/*") if path.is_file() and "__pycache__" not in path.parts)
    kept = {str(path.relative_to(package)) for path in files}
    with ZipFile(wheel) as archive:
        assert kept - set(archive.namelist()) == set()


@pytest.mark.parametrize("format", ["json", "md", "html", "docx", "xlsx"])
def test_extract(installed, tmp_path, format):
    run(installed / "kehoach", "extract", PLAN, "-o", tmp_path / f"plan.{format}", cwd=tmp_path)
    result = (tmp_path / f"plan.{format}").read_bytes()
    assert result
    if format == "json":
        plan = json.loads(result)
        assert plan["citations"], "knowledge is inside"


def test_schema(installed, tmp_path):
    written = json.loads(run(installed / "kehoach", "schema", "plan", cwd=tmp_path))
    assert written == json.loads(as_file(schemas()["plan"]))


def test_it_is_the_wheel_that_runs(installed, tmp_path):
    where = run(installed / "python", "-c", "import kehoach; print(kehoach.__file__)", cwd=tmp_path).decode()
    assert str(ROOT) not in where and "site-packages" in where
