"""Old or damaged Word files, and RTF, through a tool of the machine: LibreOffice, else antiword."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from kehoach.errors import ReadError
from kehoach.ingest.source import Limits, Source
from kehoach.ingest.text import read_text
from kehoach.ingest.word import read_docx
from kehoach.ingest.word_package import DAMAGED

SECONDS = 120
TIMEOUT = "Đọc tệp Word quá lâu nên đã dừng. Hãy mở bằng Word và lưu lại thành .docx."

# LibreOffice would load what a document links to, and ask before macros; a reader does neither.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""


def by_tool(
    data: bytes,
    name: str,
    limits: Limits,
    *,
    damaged: bool = False,
    seconds: float = SECONDS,
) -> Source | None:
    """The document as a tool reads it; None if there is no tool. Raises ``ReadError``: ``damaged``, ``timeout``.

    Damaged files are not given to antiword: it was last released in 2005 and is known to crash on them.
    """
    source = by_office(data, name, limits, seconds=seconds)
    antiword = None if damaged else shutil.which("antiword")
    if source is not None or not antiword:
        return source
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        path = Path(folder, "input.doc")
        path.write_bytes(data)
        return _by_antiword(antiword, path, name, limits, seconds)


def by_office(data: bytes, name: str, limits: Limits, *, seconds: float = SECONDS) -> Source | None:
    """The document, of any kind that LibreOffice knows, as it reads it; None where it is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return None
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        path = Path(folder, "input.doc")
        path.write_bytes(data)
        return _by_office(office, path, name, limits, seconds)


def _by_office(office: str, path: Path, name: str, limits: Limits, seconds: float) -> Source:
    profile = path.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    _run(
        [
            office,
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(path.parent),
            str(path),
        ],
        path.parent,
        name,
        seconds,
    )
    made = path.with_suffix(".docx")
    if not made.exists():
        raise ReadError("damaged", DAMAGED, file=name)
    return read_docx(made.read_bytes(), name, limits)


def _by_antiword(antiword: str, path: Path, name: str, limits: Limits, seconds: float) -> Source:
    text = _run([antiword, "-w", "0", "-m", "UTF-8.txt", str(path)], path.parent, name, seconds)
    if not text.strip():
        raise ReadError("damaged", DAMAGED, file=name)
    return read_text(text, name, limits)


def _run(command: list[str], folder: Path, name: str, seconds: float) -> bytes:
    """Standard output of a command, run without input in a group of its own, so that a hung helper dies with it."""
    home = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired as error:
        raise ReadError("timeout", TIMEOUT, file=name) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()
