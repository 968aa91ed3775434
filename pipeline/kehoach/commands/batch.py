"""``kehoach batch``: very many plans, from folders, archives and lists, on one machine or a cluster."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.commands.console import DONE, HINT, IN_PART, UNUSABLE, print_bytes, tell
from kehoach.commands.serve import needs_web
from kehoach.errors import ReadError, UsageError
from kehoach.writing import shown

if TYPE_CHECKING:
    from kehoach.batch.keeping import Keep
    from kehoach.batch.outcome import Outcome
    from kehoach.batch.report import RunReport
    from kehoach.batch.run import Engine

ENGINES = ("local", "dask")
TOLD = 20  # failures that are told on the way; all are in the report


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="NGUỒN", help="Tệp, thư mục, mẫu tên (*.docx), gói nén (zip, tar), hoặc @DANH_SÁCH."),
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="THƯ_MỤC", help="Nơi ghi kết quả.")],
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Số tiến trình; mặc định theo số nhân máy.")
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="|".join(ENGINES), show_default=False, help="Mặc định là local.")
    ] = "local",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ĐỊA_CHỈ", help="Cụm Dask có sẵn, ví dụ tcp://máy:8786.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Chạy tiếp: bỏ qua tệp đã đọc (theo nội dung).")] = False,
    store: Annotated[
        str | None, typer.Option("--store", metavar="KHO", help="Ghi thêm vào kho: thư mục, hoặc URL cơ sở dữ liệu.")
    ] = None,
    files: Annotated[
        str | None, typer.Option("--files", metavar="THƯ_MỤC", help="Nơi kho giữ tệp gốc, khi --store là máy chủ.")
    ] = None,
    max_seconds: Annotated[
        float, typer.Option("--max-seconds", min=0.01, metavar="N", help="Giây cho một tệp. Mặc định 300.")
    ] = 300,
    max_memory: Annotated[
        int, typer.Option("--max-memory", min=1, metavar="MB", help="Bộ nhớ của một tiến trình. Mặc định 2048.")
    ] = 2048,
    max_bytes: Annotated[
        int | None, typer.Option("--max-bytes", min=1, metavar="N", help="Không đọc tệp lớn hơn N byte.")
    ] = None,
    max_pages: Annotated[
        int | None, typer.Option("--max-pages", min=1, metavar="N", help="Không đọc tệp dài hơn N trang.")
    ] = None,
) -> None:
    """Đọc rất nhiều kế hoạch: JSON theo dòng, các bảng Parquet và báo cáo.

    Kết quả ở THƯ_MỤC: plans/ (mỗi dòng một kế hoạch), tables/ (bảng cho pandas, DuckDB, Spark), report.html. Dừng lúc
    nào cũng được; --resume chạy tiếp từ chỗ dừng. Tệp quá giới hạn bị dừng và nêu tên, không ảnh hưởng tệp khác.
    --store đưa cả tệp gốc và kế hoạch đã đọc vào kho mà “kehoach serve --data” mở.
    """
    from kehoach.batch.process import Guard
    from kehoach.batch.report_page import totals
    from kehoach.batch.run import Settings, run
    from kehoach.ingest.source import Limits

    default = Limits()
    limits = {"bytes": max_bytes or default.bytes, "pages": max_pages or default.pages}
    settings = Settings(Path(output), resume, Guard(max_seconds, max_memory), limits, _keep(store, files))
    chosen = _engine(engine, scheduler, jobs)
    with _told(inputs, settings.out) as on_outcome:
        report = run(inputs, settings, chosen, on_outcome)
    print_bytes(f"{totals(report)} Kết quả ở {shown(output)}, báo cáo: report.html.\n".encode())
    raise typer.Exit(_code(report, inputs[0]))


def _keep(store: str | None, files: str | None) -> Keep | None:
    """The store that was asked for, ready to be written. Raises ``UsageError``, ``StoreError``."""
    from kehoach.batch.keeping import Keep

    if store is None:
        if files is not None:
            raise UsageError("files_need_store", f"--files chỉ dùng với --store. {HINT}")
        return None
    keep = Keep(store if "://" in store else str(Path(store).absolute()), files)
    with needs_web():
        keep.prepare()
    return keep


def _engine(name: str, scheduler: str | None, jobs: int | None) -> Engine:
    """The engine that was asked for. Raises ``UsageError``."""
    from kehoach.ingest.scan import processors

    if name not in ENGINES:
        raise UsageError("unknown_engine", f"--engine không nhận “{shown(name)}”. Có: {', '.join(ENGINES)}. {HINT}")
    if name == "dask":
        from kehoach.batch.cluster import dask_engine

        return dask_engine(scheduler, jobs or processors())
    if scheduler is not None:
        raise UsageError("scheduler_needs_dask", f"--scheduler chỉ dùng với --engine dask. {HINT}")
    from kehoach.batch.run import local_engine

    return local_engine(jobs or processors())


def _code(report: RunReport, given: str) -> int:
    """By all that lies in the folder, so that a run that has nothing to do ends like the one before."""
    count = report.statuses
    if not count.total():
        raise ReadError("nothing_to_read", "Không có tệp nào đọc được trong nguồn đã cho.", file=shown(given))
    if not count["ok"] + count["partial"]:
        return UNUSABLE
    return IN_PART if count["failed"] or count["partial"] else DONE


@contextmanager
def _told(inputs: list[str], out: Path) -> Iterator[Callable[[Outcome], None]]:
    """What is told while a run goes on: failures on standard error, and a bar if that is a terminal."""
    from kehoach.commands.progress import run_bar

    failed: Counter[str] = Counter()

    def tell_failure(outcome: Outcome) -> None:
        if outcome.status == "failed":
            failed["all"] += 1
            if failed["all"] <= TOLD:
                message = outcome.message or ""
                file = shown(outcome.name)
                tell(ReadError(outcome.code or "", message, file=file, page=outcome.page), as_json=False)

    with run_bar(inputs, out) as advance:

        def on_outcome(outcome: Outcome) -> None:
            tell_failure(outcome)
            advance(outcome.status == "failed")

        yield on_outcome
    if failed["all"] > TOLD:
        print(f"… và {failed['all'] - TOLD} tệp khác không đọc được; xem report.html.", file=sys.stderr)
