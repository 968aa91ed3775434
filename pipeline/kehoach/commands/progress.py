"""What is shown on standard error while files and scanned pages are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from kehoach.batch.inputs import count_files

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


@contextmanager
def run_bar(inputs: Sequence[str], out: Path) -> Iterator[Callable[[bool], None]]:
    """A bar for a run over many files: rate, failures, time left. The files are counted beside the work; until that
    is done, and where archives hide their number, no time left is shown. What it yields is told of each document.
    """
    if not sys.stderr.isatty():
        yield lambda failed: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        *(TextColumn("Đọc kế hoạch"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]} tệp/giây")),
        *(TextColumn("{task.fields[failed]} lỗi"), TextColumn("còn"), TimeRemainingColumn()),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=None, failed=0, rate="–")
        Thread(target=lambda: progress.update(bar, total=count_files(inputs, out)), daemon=True).start()

        def advance(failed: bool) -> None:
            task = progress.tasks[0]
            rate = f"{task.speed:.1f}" if task.speed else "–"
            progress.update(bar, advance=1, failed=task.fields["failed"] + failed, rate=rate)

        yield advance
