"""What every command shares with the terminal: help in Vietnamese, messages with a code, results, exit codes."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import typer
from typer.core import TyperCommand

from kehoach.errors import KehoachError, ReadError
from kehoach.writing import shown

if TYPE_CHECKING:
    from kehoach.plan import SourceInfo

DONE, FOUND, WRONG_USAGE, UNUSABLE, IN_PART, STOPPED, READER_GONE = 0, 1, 2, 3, 4, 130, 141
HINT = "Gõ “kehoach --help” hoặc “kehoach LỆNH --help” để xem cách dùng."

Untyped: TypeAlias = Any  # Typer keeps the names of its contexts and usage errors to itself
TYPER_USAGE: Untyped = typer.BadParameter.__base__

_HELP_WORDS = {
    "Usage:": "Cách dùng:",
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [THAM SỐ]...",
    "Options:": "Tùy chọn:",
    "Arguments:": "Tham số:",
    "Commands:": "Các lệnh:",
    "  [required]": "",
    "  [x>=1]": "",
    " <list[str]>": "",
    " <str>": "",
    "Show this message and exit.": "Hiện hướng dẫn này rồi thoát.",
}


def in_vietnamese(text: str) -> str:
    """The words of help that Typer writes in English."""
    for word, right in _HELP_WORDS.items():
        text = text.replace(word, right)
    return re.sub(r"\{(\w+)\}", r"\1", text)


class Command(TyperCommand):
    """A command whose help is Vietnamese."""

    def get_help(self, ctx: Untyped) -> str:  # noqa: D102 - Typer's own
        return in_vietnamese(super().get_help(ctx))


def tell_unread(path: Path, source: SourceInfo, *, as_json: bool) -> int:
    """Tell in one line that parts of the file could not be read (``source.errors`` holds all); the exit code for it."""
    if source.errors:
        first, others = source.errors[0], len(source.errors) - 1
        message = f"{first.message} Và {others} chỗ khác." if others else first.message
        unread = ReadError(first.code, message, file=shown(path), page=first.page)
        tell(unread, as_json=as_json, kind="Thiếu một phần")
    return IN_PART if source.status == "partial" else DONE


def tell(error: KehoachError, *, as_json: bool, kind: str = "Lỗi") -> None:
    """One error on standard error: a line of Vietnamese, or the contract's JSON object on a line."""
    if as_json:
        print(json.dumps({"error": error.as_dict()}, ensure_ascii=False), file=sys.stderr)
        return
    page = f"trang {error.page}" if error.page else ""
    where = ", ".join(filter(None, [error.file, page]))
    print(f"{kind} [{error.code}]{' ' if where else ''}{where}: {error.message}", file=sys.stderr)


def print_bytes(data: bytes) -> None:
    """Bytes to standard output as they are; a reader that has gone away ends the program quietly."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to flush at the end
        raise typer.Exit(READER_GONE) from None
