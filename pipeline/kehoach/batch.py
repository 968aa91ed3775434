"""Many files: which are read, where each result goes, and how it is written."""

from __future__ import annotations

import os
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import UsageError

#: What a folder is asked for
READABLE = (
    *(".txt", ".md", ".markdown", ".docx", ".docm", ".doc", ".rtf", ".htm", ".html", ".mht", ".mhtml", ".pdf"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)


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
        for folder, folders, names in os.walk(given):
            inside = Path(folder)
            folders[:] = sorted(f for f in folders if recursive and (inside / f).absolute() != out.absolute())
            for name in sorted(names):
                if name.startswith((".", "~$")):  # hidden, or the lock file of an open Word document
                    continue
                if not name.lower().endswith(READABLE):
                    ignored += 1
                    continue
                found.setdefault((inside / name).absolute(), Input(inside / name, inside.relative_to(given)))
    return list(found.values()), ignored


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


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the folders above it. Raises ``UsageError`` where that is impossible."""
    part = path.parent / f".kehoach-{secrets.token_hex(6)}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a device or pipe is written to, not replaced
            path.write_bytes(data)
            return
        try:
            part.write_bytes(data)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        message = f"Không ghi được kết quả ({error.strerror}). Hãy kiểm tra quyền ghi và dung lượng đĩa."
        raise UsageError("cannot_write", message, file=shown(path)) from None


def utf8(text: str) -> str:
    """A file name as text that can be written as UTF-8, whatever the locale made of its bytes."""
    return os.fsencode(text).decode("utf-8", "replace")


def shown(path: str | Path) -> str:
    """A name on one line: control characters, which a name may hold, are shown escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in utf8(str(path)))
