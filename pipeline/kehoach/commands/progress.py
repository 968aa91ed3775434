"""What is shown on standard error while files and scanned pages are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def bars() -> Iterator[Progress | None]:
    """Bars on standard error while something is read, if that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress


def page_teller(progress: Progress) -> Callable[[int, int], None]:
    """What shows the scanned pages of one file on a bar of their own."""
    bar = progress.add_task("Nhận dạng chữ, trang", visible=False)

    def tell(done: int, pages: int) -> None:
        progress.update(bar, completed=done, total=pages, visible=done < pages)

    return tell
