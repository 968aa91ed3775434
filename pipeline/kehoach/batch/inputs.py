"""Many files: which are read, and where each result goes."""

from __future__ import annotations

import glob
import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import ReadError
from kehoach.writing import utf8

#: What a folder is asked for
READABLE = (
    *(".txt", ".md", ".markdown", ".docx", ".docm", ".doc", ".rtf", ".htm", ".html", ".mht", ".mhtml", ".pdf"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)
#: What is unpacked; by name, because a Word file is a zip too
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


class Input(NamedTuple):
    """A file to read, and the folder (under the one that was given) where it was found."""

    path: Path
    folder: Path = Path()


def find_inputs(files: list[str], out: Path, *, recursive: bool) -> tuple[list[Input], int]:
    """The files to read, each once, and how many in the folders are of no readable kind. Results are not read again."""
    found: dict[Path, Input] = {}
    ignored = 0
    for given in map(Path, files):
        if not given.is_dir():
            found.setdefault(given.absolute(), Input(given))
            continue
        for path in walk(given, out, recursive=recursive):
            if not path.name.lower().endswith(READABLE):
                ignored += 1
                continue
            found.setdefault(path.absolute(), Input(path, path.parent.relative_to(given)))
    return list(found.values()), ignored


def walk(given: Path, out: Path, *, recursive: bool) -> Iterator[Path]:
    """The files of a folder in the order of their names, but hidden ones, lock files of Word, and those of ``out``."""
    for folder, folders, names in os.walk(given):
        inside = Path(folder)
        folders[:] = sorted(f for f in folders if recursive and (inside / f).absolute() != out.absolute())
        for name in sorted(names):
            if not name.startswith((".", "~$")):
                yield inside / name


def targets(inputs: list[Input], out: Path, format: str) -> Iterator[Path]:
    """``NAME.FORMAT`` for each input; the full name stays where stems clash (``N01.doc.json``) or the result would
    overwrite an input; equal names get a number. Names are compared as systems do that do not tell case apart.
    """

    def key(path: Path) -> str:
        return unicodedata.normalize("NFC", str(path.absolute())).casefold()

    stems = Counter(key(out / i.folder / i.path.stem) for i in inputs)
    taken = {key(i.path) for i in inputs}
    for path, folder in inputs:
        names = [f"{path.name}.{format}", *(f"{path.name}.{n}.{format}" for n in range(2, len(inputs) + 2))]
        if stems[key(out / folder / path.stem)] == 1:
            names.insert(0, f"{path.stem}.{format}")
        target = next(t for t in (out / folder / name for name in names) if key(t) not in taken)
        taken.add(key(target))
        yield target


def expanded(inputs: Iterable[str]) -> Iterator[Path]:
    """Folders and files as they are, patterns as what they match, ``@LIST`` as its lines (``@-`` from standard input).

    What matches nothing is given back, to be told of as missing.
    """
    for given in inputs:
        if given.startswith("@") and not os.path.exists(given):
            yield from map(Path, _lines(given[1:]))
        elif glob.has_magic(given) and not os.path.exists(given):
            matched = False
            for path in glob.iglob(given, recursive=True):
                matched = True
                yield Path(path)
            if not matched:
                yield Path(given)
        else:
            yield Path(given)


def _lines(file: str) -> Iterator[str]:
    """The lines of a list, but empty ones. Raises ``ReadError``."""
    try:
        with open(sys.stdin.fileno() if file == "-" else file, encoding="utf-8-sig", closefd=file != "-") as lines:
            yield from filter(None, map(str.strip, lines))
    except (OSError, UnicodeDecodeError):
        message = "Không đọc được danh sách tệp (UTF-8, mỗi dòng một tệp)."
        raise ReadError("unreadable_list", message, file=utf8(file)) from None


def count_files(inputs: Iterable[str], out: Path) -> int | None:
    """How many documents there are to read; None where archives or a list from standard input do not let it be told."""
    count = 0
    for given in (Path("@-"),) if "@-" in inputs else expanded(inputs):
        for path in walk(given, out, recursive=True) if given.is_dir() else [given]:
            name = path.name.lower()
            if name.endswith(ARCHIVES) or name == "@-":
                return None
            count += name.endswith(READABLE) or not given.is_dir()
    return count
