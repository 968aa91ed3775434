"""What the READMEs show is what the program prints. ``make readme`` writes it anew.

A block is preceded by its command, ``<!-- kehoach … -->``, with ``, lines 1-15`` where only a part is shown.
"""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = ["README.md", "README.vi.md"]
BLOCK = re.compile(
    r"(?<=<!-- )kehoach (?P<arguments>[^\n]*?)(?:, lines (?P<first>\d+)-(?P<last>\d+))? -->\n\n"
    r"```\w*\n(?P<shown>.*?)\n```",
    re.DOTALL,
)
COMMAND = Path(sys.executable).parent / "kehoach"


def printed(block):
    """What the command of a block prints, or the lines of it that are shown."""
    done = subprocess.run([COMMAND, *block["arguments"].split()], cwd=ROOT, capture_output=True, check=True)
    lines = done.stdout.decode().rstrip("\n").split("\n")
    return "\n".join(lines[int(block["first"] or 1) - 1 : int(block["last"] or len(lines))])


def renewed(text):
    """``text`` with every block as it is printed now."""
    for block in reversed(list(BLOCK.finditer(text))):
        start, end = block.span("shown")
        text = text[:start] + printed(block) + text[end:]
    return text


@pytest.mark.parametrize("name", FILES)
def test_shown_is_printed(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert BLOCK.search(text)
    assert text == renewed(text), "run: make readme"


@pytest.mark.parametrize("name", FILES)
def test_the_session_runs(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert tried.attempted and not tried.failed


if __name__ == "__main__":
    os.chdir(ROOT)
    for file in map(Path, FILES):
        file.write_text(renewed(file.read_text(encoding="utf-8")), encoding="utf-8")
