"""``kehoach diff``: what lower plans carry of a higher one, or versions and sister plans against each other."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kehoach.batch.inputs import READABLE, walk
from kehoach.commands.console import DONE, FOUND, HINT, IN_PART, print_bytes, tell, tell_unread
from kehoach.commands.files import read_plan, read_plans, result_file, safely
from kehoach.errors import KehoachError, ReadError, UsageError
from kehoach.reports.comparison import COMPARISON_FORMATS, MATRIX_FORMATS, ComparisonFormat, MatrixFormat
from kehoach.writing import shown, write

if TYPE_CHECKING:
    from kehoach.comparison.model import Comparison
    from kehoach.plan import Plan

LIMITS = {"dropped": "điểm bị bỏ", "weaker": "nội dung yếu hơn"}
BINARY = ("docx", "xlsx")
PLAIN = ("", "txt")  # suffixes of files that get text


def diff(
    parent: Annotated[str, typer.Argument(metavar="CẤP_TRÊN", help="Kế hoạch cấp trên: tài liệu, hoặc JSON đã đọc.")],
    children: Annotated[
        list[str], typer.Argument(metavar="CẤP_DƯỚI", help="Một hoặc nhiều kế hoạch cấp dưới, hoặc thư mục của chúng.")
    ],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="TỆP", help="Nơi ghi kết quả.")] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="text|json|html|docx|xlsx", help="Dạng kết quả; mặc định theo đuôi của -o."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="JSON có cả hai kế hoạch đã đọc.")] = False,
    same_level: Annotated[
        bool, typer.Option("--same-level", help="So sánh hai bản, hoặc hai kế hoạch cùng cấp; nêu các mục đổi chỗ.")
    ] = False,
    more: Annotated[
        list[str] | None,
        typer.Option(
            "--parent", metavar="TỆP", help="Thêm một kế hoạch cấp trên; cấp dưới được xếp theo kế hoạch mà nó dẫn."
        ),
    ] = None,
    communes: Annotated[
        str | None, typer.Option("--communes", metavar="TỆP", help="Danh sách địa phương, mỗi dòng một tên.")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="dropped|weaker", help="Mã thoát 1 khi có điểm bị bỏ hoặc yếu hơn."),
    ] = None,
) -> None:
    """So sánh kế hoạch cấp dưới với kế hoạch cấp trên: mang theo gì, bỏ gì, yếu hơn ở đâu.

    Một kế hoạch cấp dưới: text, json, html hoặc docx (sửa đổi có theo dõi). Nhiều kế hoạch: bảng độ phủ text, json,
    html hoặc xlsx; --communes nêu tên các địa phương chưa có kế hoạch. Nhiều kế hoạch cấp trên (--parent): mỗi kế
    hoạch cấp dưới được so với kế hoạch mà nó dẫn. Thư mục: mọi tệp đọc được trong đó là kế hoạch cấp dưới.
    """
    parents, files = [parent, *(more or [])], _files(children)
    many = len(files) > 1 or len(parents) > 1 or communes is not None or os.path.isdir(children[0])
    chosen = _format(format, output, MATRIX_FORMATS if many else COMPARISON_FORMATS)
    _check(fail_on, chosen, output, full=full and many)
    target = result_file(output, [*parents, *map(str, files), *([communes] if communes else [])])
    as_json = format == "json"
    places = _places(communes) if communes else []
    above, codes = zip(*(_read(Path(file), as_json=as_json) for file in parents), strict=True)
    if many:
        below, told = _children(files, as_json=as_json)
        data, found = _matrix(above, below, places, cast(MatrixFormat, chosen), same_level=same_level)
    else:
        child, told = _read(files[0], as_json=as_json)
        data, found = _comparison(above[0], child, cast(ComparisonFormat, chosen), full=full, same_level=same_level)
    print_bytes(data) if target is None else write(target, data)
    raise typer.Exit(max(*codes, told) or (FOUND if fail_on and found(fail_on) else DONE))


def _files(given: Sequence[str]) -> list[Path]:
    """The files that were given, and those of folders: documents, and plans that were read before."""
    files: list[Path] = []
    for each in map(Path, given):
        if each.is_dir():
            inside = walk(each, Path(), recursive=True)
            files += [path for path in inside if path.name.lower().endswith((*READABLE, ".json"))]
        else:
            files.append(each)
    if not files:
        message = "Không có kế hoạch nào đọc được trong thư mục."
        raise ReadError("nothing_to_read", message, file=shown(given[0]))
    return files


def _read(file: Path, *, as_json: bool) -> tuple[Plan, int]:
    """A plan, and the exit code for what could not be read of it."""
    plan = read_plan(file)
    return plan, tell_unread(file, plan.source, as_json=as_json)


def _children(files: Sequence[Path], *, as_json: bool) -> tuple[list[Plan], int]:
    """The plans that can be read; others are told and passed over. Raises the last error where none can be read."""
    plans: list[Plan] = []
    code = DONE
    for file, found in zip(files, read_plans(files), strict=True):
        if isinstance(found, KehoachError):
            if file == files[-1] and not plans:
                raise found
            tell(found, as_json=as_json)
            code = IN_PART
        else:
            plans.append(found)
            code = max(code, tell_unread(file, found.source, as_json=as_json))
    return plans, code


def _check(fail_on: str | None, format: str, output: str | None, *, full: bool) -> None:
    """Raises ``UsageError`` for a limit that is none, a binary format without a file, and whole plans in a matrix."""
    if full:
        raise UsageError("full_for_two", f"--full chỉ dùng khi so sánh hai kế hoạch. {HINT}")
    if fail_on is not None and fail_on not in LIMITS:
        raise UsageError("unknown_limit", f"Không có mức “{shown(fail_on)}”. Các mức: {', '.join(LIMITS)}. {HINT}")
    if format in BINARY and output is None:
        raise UsageError("output_needed", f"Dạng {format} không in ra màn hình được; cần -o TỆP. {HINT}")


def _comparison(
    parent: Plan, child: Plan, format: ComparisonFormat, *, full: bool, same_level: bool
) -> tuple[bytes, Callable[[str], bool]]:
    """The comparison of two plans in a format, and whether it found what may fail."""
    import kehoach
    from kehoach.reports.comparison import render_comparison

    comparison = safely(lambda: kehoach.diff(parent, child, same_level=same_level))
    if full:
        comparison.parent_plan, comparison.child_plan = parent, child
    data = safely(lambda: render_comparison(comparison, parent, child, format))
    return data, lambda limit: limit in _states(comparison)


def _states(comparison: Comparison) -> set[str]:
    """What may fail: points that are dropped, and losses of substance in points that are carried, as in the matrix."""
    from kehoach.comparison.matrix import states_of

    weaker = {"weaker" for change in comparison.changes if change.effect == "weaker"}
    return weaker | set(states_of(comparison).values())


def _matrix(
    parents: Sequence[Plan], children: Sequence[Plan], places: Sequence[str], format: MatrixFormat, *, same_level: bool
) -> tuple[bytes, Callable[[str], bool]]:
    """The coverage matrix (of each parent, where there are several) in a format, and whether it holds what may fail."""
    from kehoach.comparison.matrix import coverage_matrices, coverage_matrix
    from kehoach.comparison.model import Matrices, Matrix
    from kehoach.reports.comparison import render_matrix

    def work() -> Matrix | Matrices:
        if len(parents) == 1:
            return coverage_matrix(parents[0], children, communes=places, same_level=same_level)
        return coverage_matrices(parents, children, communes=places, same_level=same_level)

    found = safely(work)
    data = safely(lambda: render_matrix(found, parents, format))
    matrices = found.matrices if isinstance(found, Matrices) else [found]
    return data, lambda limit: any(limit in row.states for matrix in matrices for row in matrix.matrix)


def _places(file: str) -> list[str]:
    """The names of a list of places, one a line; empty lines and remarks (#) are passed over."""
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ReadError("unreadable_list", "Không đọc được danh sách địa phương (UTF-8).", file=shown(file)) from None
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _format(format: str | None, output: str | None, known: Sequence[str]) -> str:
    """The format that was asked for, else the one that the name of the output file tells, else text."""
    suffix = Path(output).suffix.lower().lstrip(".") if output else ""
    chosen = format or ("text" if suffix in PLAIN else suffix)
    if chosen not in known:
        raise UsageError(
            "unknown_format", f"Không có dạng “{shown(chosen)}” ở đây. Các dạng: {', '.join(known)}. {HINT}"
        )
    return chosen
