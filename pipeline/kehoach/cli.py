"""The command line: reads arguments, calls the package, tells the outcome in Vietnamese. It knows nothing of plans.

Everything heavy is imported inside the commands, so that ``kehoach --help`` answers at once.
Exit codes: 0 done, 1 done and what was asked for was found, 2 wrong usage, 3 the input cannot be used, 4 done in part,
130 stopped by the user, 141 reader gone.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import warnings
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, cast

import typer
from typer.core import TyperGroup

from kehoach.batch.inputs import READABLE, Input, find_inputs, targets
from kehoach.commands.batch import batch
from kehoach.commands.check import check
from kehoach.commands.console import (
    DONE,
    HINT,
    IN_PART,
    STOPPED,
    TYPER_USAGE,
    UNUSABLE,
    WRONG_USAGE,
    Command,
    Untyped,
    in_vietnamese,
    print_bytes,
    tell,
    tell_unread,
)
from kehoach.commands.derive import derive
from kehoach.commands.diff import diff
from kehoach.commands.files import result_file
from kehoach.commands.locality import locality_app
from kehoach.commands.progress import bars, page_teller
from kehoach.commands.serve import serve
from kehoach.commands.transfer import export, import_
from kehoach.errors import DEBUG, KehoachError, ReadError, UsageError, as_defect
from kehoach.reports import BINARY_FORMATS, FORMATS, Format
from kehoach.writing import shown, utf8, write

if TYPE_CHECKING:
    from rich.progress import Progress

    from kehoach.ingest.source import Limits
    from kehoach.plan import SourceInfo


class _Group(TyperGroup):
    def get_help(self, ctx: Untyped) -> str:
        return in_vietnamese(super().get_help(ctx))


app = typer.Typer(
    cls=_Group,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The command ``kehoach``. Libraries keep their remarks to themselves: standard error is for its messages only."""
    if os.environ.get(DEBUG) != "1":
        warnings.simplefilter("ignore")
        logging.lastResort = None
    gc.set_threshold(100_000, 20, 20)  # loading makes many objects that all stay: to look through them takes a tenth
    signal.signal(signal.SIGTERM, _stop)  # as Ctrl-C: what was started on the way is ended too
    sys.exit(run(sys.argv[1:]))


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def run(arguments: Sequence[str]) -> int:
    """Run a command line (without the program's name) and return the exit code; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    error: KehoachError
    try:
        code = app(args=list(arguments), prog_name="kehoach", standalone_mode=False)
        if code == STOPPED:
            raise KeyboardInterrupt
        return code if isinstance(code, int) else DONE
    except (KeyboardInterrupt, typer.Abort):
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return STOPPED
    except KehoachError as known:
        error = known
    except TYPER_USAGE as misuse:
        if type(misuse).__name__ == "NoArgsIsHelpError":
            print(misuse, file=sys.stderr)
            return WRONG_USAGE
        error = UsageError("usage", f"{_misuse(misuse, arguments)} {HINT}")
    except Exception as defect:
        error = as_defect(defect)
    tell(error, as_json=_wants_json(arguments))
    return WRONG_USAGE if isinstance(error, UsageError) else UNUSABLE


app.command(cls=Command, short_help="Kiểm tra kế hoạch, nêu chỗ sai")(check)
app.command(cls=Command, short_help="So sánh kế hoạch cấp trên và cấp dưới")(diff)
app.command(cls=Command, short_help="Soạn kế hoạch cấp dưới từ kế hoạch cấp trên")(derive)
app.command(cls=Command, short_help="Mở trang Kehoach trên máy này")(serve)
app.command(cls=Command, short_help="Lưu cả kho kế hoạch ra một tệp")(export)
app.command("import", cls=Command, short_help="Nhập kho kế hoạch từ một tệp")(import_)
app.command(cls=Command, short_help="Đọc rất nhiều kế hoạch")(batch)
app.add_typer(locality_app)


def _show_version(wanted: bool) -> None:
    if wanted:
        import kehoach

        print_bytes(f"kehoach {kehoach.__version__}\n".encode())
        raise typer.Exit


@app.callback()
def _kehoach(
    version: Annotated[
        bool, typer.Option("--version", help="In phiên bản rồi thoát.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Kehoach đọc các kế hoạch do cơ quan Việt Nam ban hành."""


@app.command(cls=Command, short_help="Đọc kế hoạch, tóm tắt một trang")
def extract(
    files: Annotated[list[str], typer.Argument(metavar="TỆP", help="Tệp kế hoạch, hoặc thư mục chứa các tệp.")],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="TỆP|THƯ_MỤC", help="Nơi ghi kết quả; bắt buộc khi có nhiều tệp."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="Dạng kết quả. Mặc định theo đuôi của -o TỆP, nếu không thì json.",
        ),
    ] = None,
    max_bytes: Annotated[
        int | None, typer.Option("--max-bytes", min=1, metavar="N", help="Không đọc tệp lớn hơn N byte.")
    ] = None,
    max_pages: Annotated[
        int | None, typer.Option("--max-pages", min=1, metavar="N", help="Không đọc tệp dài hơn N trang.")
    ] = None,
    recursive: Annotated[bool, typer.Option("--recursive", help="Đọc cả các thư mục con.")] = False,
) -> None:
    """Đọc kế hoạch: dữ liệu có cấu trúc (json), bản tóm tắt một trang (md, html, docx) hoặc các bảng (xlsx).

    Một tệp không có -o thì in kết quả ra màn hình (json, md, html). Nhiều tệp hoặc thư mục thì ghi vào thư mục -o,
    mỗi tệp một kết quả TÊN.DẠNG. Với --format json, lỗi in ra luồng lỗi thành từng đối tượng JSON.
    """
    from kehoach.ingest.source import Limits

    limits = Limits()
    limits.bytes, limits.pages = max_bytes or limits.bytes, max_pages or limits.pages
    chosen = _format(format, output)
    if len(files) == 1 and not os.path.isdir(files[0]):
        code = _extract_one(Path(files[0]), output, chosen, limits, as_json=format == "json")
    elif output is None:
        raise UsageError("output_needed", f"Nhiều tệp hoặc thư mục thì cần -o THƯ_MỤC để ghi kết quả. {HINT}")
    else:
        code = _extract_all(files, Path(output), chosen, limits, recursive=recursive, as_json=format == "json")
    raise typer.Exit(code)


@app.command(cls=Command, short_help="In lược đồ JSON của dữ liệu")
def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="TÊN",
            help="Tên lược đồ, ví dụ plan; không có thì in tất cả.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="THƯ_MỤC",
            help="Ghi mỗi lược đồ thành một tệp TÊN.schema.json.",
        ),
    ] = None,
) -> None:
    """In lược đồ JSON (JSON Schema) của dữ liệu mà Kehoach trao đổi."""
    from kehoach.schema import as_file, schemas

    known = schemas()
    if name is not None and name not in known:
        raise UsageError("unknown_schema", f"Không có lược đồ “{shown(name)}”. Các lược đồ: {', '.join(known)}.")
    if output is not None:
        for each in [name] if name else known:
            write(Path(output) / f"{each}.schema.json", as_file(known[each]).encode())
    else:
        print_bytes(as_file(known[name] if name else dict(known)).encode())


@app.command(cls=Command, short_help="Chấm kết quả đọc theo bản chuẩn")
def evaluate(
    corpus: Annotated[str, typer.Argument(metavar="THƯ_MỤC", help="Thư mục có các kế hoạch và bản gán nhãn chuẩn.")],
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả thành JSON thay cho bảng.")] = False,
) -> None:
    """Chấm kết quả đọc so với bản gán nhãn chuẩn: tìm thấy và đúng, theo từng trường."""
    from kehoach.evaluate import evaluate as score

    report = score(Path(corpus))
    print_bytes((report.to_json() if as_json else report.as_table()).encode())
    raise typer.Exit(IN_PART if any(result.status == "failed" for result in report.results) else DONE)


def _format(format: str | None, output: str | None) -> Format:
    """The format that was asked for, else the one that the name of the output file tells, else JSON."""
    suffix = Path(output).suffix.lower().lstrip(".") if output and not os.path.isdir(output) else ""
    chosen = format or (suffix if suffix in FORMATS else "json")
    if chosen not in FORMATS:
        raise UsageError("unknown_format", f"Không có dạng “{shown(chosen)}”. Các dạng: {', '.join(FORMATS)}. {HINT}")
    return cast(Format, chosen)


def _extract_one(path: Path, output: str | None, format: Format, limits: Limits, *, as_json: bool) -> int:
    """One file to a file or to standard output."""
    if output is None and format in BINARY_FORMATS:
        raise UsageError("output_needed", f"Dạng {format} không in ra màn hình được; cần -o TỆP. {HINT}")
    target = _target_of_one(path, output, format) if output is not None else None
    with bars() as progress:
        source, data = _result(path, format, limits, progress)
    if target is None:
        print_bytes(data)
    else:
        write(target, data)
    return tell_unread(path, source, as_json=as_json)


def _target_of_one(path: Path, output: str, format: Format) -> Path:
    """Where the result of one file goes: into a folder (``-o MỚI/`` makes it), else the file; never over the input."""
    if os.path.isdir(output) or output.endswith(("/", os.sep)):
        return next(targets([Input(path)], Path(output), format))
    return result_file(output, [str(path)]) or Path(output)


def _extract_all(
    files: list[str],
    out: Path,
    format: Format,
    limits: Limits,
    *,
    recursive: bool,
    as_json: bool,
) -> int:
    """Each file to a result of its own under ``out``; one that cannot be read does not stop the others."""
    if out.exists() and not out.is_dir():
        raise UsageError("output_needed", "Có nhiều tệp thì -o phải là thư mục.", file=shown(out))
    inputs, ignored = find_inputs(files, out, recursive=recursive)
    if not inputs:
        message = f"Không có tệp nào đọc được ({', '.join(READABLE)}) trong thư mục."
        raise ReadError("nothing_to_read", message, file=shown(files[0]))
    codes: Counter[int] = Counter()
    with bars() as progress:
        files_and_targets = list(zip(inputs, targets(inputs, out, format), strict=True))
        for each, target in progress.track(files_and_targets, description="Đọc tệp") if progress else files_and_targets:
            try:
                source, data = _result(each.path, format, limits, progress)
                write(target, data)
                codes[tell_unread(each.path, source, as_json=as_json)] += 1
            except KehoachError as error:
                tell(error, as_json=as_json)
                codes[UNUSABLE] += 1
    counts = f"{codes[DONE]} xong, {codes[IN_PART]} đọc được một phần, {codes[UNUSABLE]} không dùng được"
    rest = f" Bỏ qua {ignored} tệp không thuộc loại đọc được." if ignored else ""
    print_bytes(f"{len(inputs)} tệp: {counts}. Kết quả ở {shown(out)}.{rest}\n".encode())
    return UNUSABLE if codes[UNUSABLE] == len(inputs) else DONE if codes[DONE] == len(inputs) else IN_PART


def _result(path: Path, format: Format, limits: Limits, progress: Progress | None) -> tuple[SourceInfo, bytes]:
    """What was read of the file, and the result in ``format``. Raises ``KehoachError`` for whatever goes wrong."""
    import kehoach

    try:
        if path.exists() and not (path.is_file() or path.is_fifo()):  # a terminal or device would never end
            raise ReadError("not_a_file", "Đây không phải là tệp. Hãy đưa đường dẫn của một tệp kế hoạch.")
        told = {"on_page": page_teller(progress)} if progress else {}
        plan = kehoach.extract(path, name=utf8(path.name), limits=limits, **told)
        return plan.source, kehoach.render(plan, format)
    except KehoachError as error:
        error.file = shown(path)
        raise
    except Exception as error:
        raise as_defect(error, shown(path)) from error


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether the command line asks for JSON by ``--format json``; it may be too wrong to be parsed."""
    options = list(arguments)[: arguments.index("--")] if "--" in arguments else list(arguments)
    return "--format=json" in options or ("--format", "json") in pairwise(options)


def _misuse(error: Untyped, arguments: Sequence[str]) -> str:
    """What is wrong with the command line, in Vietnamese; Typer tells it in English."""
    commands = [c.callback.__name__ for c in app.registered_commands if c.callback]
    match type(error).__name__:
        case "NoSuchOption":
            return f"Không có tùy chọn {shown(error.option_name)}."
        case "BadOptionUsage":
            return f"Tùy chọn {shown(error.option_name)} thiếu giá trị hoặc không nhận giá trị."
        case "MissingParameter":
            return f"Thiếu {error.param.metavar or error.param.name}."
        case "BadParameter":
            return f"Giá trị của {'/'.join(error.param.opts)} không hợp lệ."
    if arguments and not arguments[0].startswith("-") and arguments[0] not in commands:
        return f"Không có lệnh “{shown(arguments[0])}”. Các lệnh: {', '.join(commands)}."
    return "Lệnh hoặc tham số không đúng."
