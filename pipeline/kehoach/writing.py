"""Files are written whole or not at all; names are shown on one line."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from kehoach.errors import UsageError, reason


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
        message = f"Không ghi được kết quả ({reason(error)}). Hãy kiểm tra quyền ghi và dung lượng đĩa."
        raise UsageError("cannot_write", message, file=shown(path)) from None


def utf8(text: str) -> str:
    """A file name as text that can be written as UTF-8, whatever the locale made of its bytes."""
    return os.fsencode(text).decode("utf-8", "replace")


def shown(path: str | Path) -> str:
    """A name on one line: control characters, which a name may hold, are shown escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in utf8(str(path)))
