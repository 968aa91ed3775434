"""``kehoach diff``: what lower plans carry of a higher one, or versions and sister plans against each other."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, cast

import typer

from kehoach.batch import shown, utf8, write
from kehoach.commands.console import DONE, FOUND, HINT, as_defect, print_bytes, tell_unread
from kehoach.errors import KehoachError, ReadError, UsageError
from kehoach.reports.comparison import COMPARISON_FORMATS, MATRIX_FORMATS, ComparisonFormat, MatrixFormat

if TYPE_CHECKING:
    from kehoach.comparison.model import Comparison
    from kehoach.plan import Plan

Result = TypeVar("Result")
LIMITS = {"dropped": "điểm bị bỏ", "weaker": "nội dung yếu hơn"}
BINARY = ("docx", "xlsx")


def diff(
    parent: Annotated[str, typer.Argument(metavar="CẤP_TRÊN", help="Kế hoạch cấp trên: tài liệu, hoặc JSON đã đọc.")],
    children: Annotated[list[str], typer.Argument(metavar="CẤP_DƯỚI", help="Một hoặc nhiều kế hoạch cấp dưới.")],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="TỆP", help="Nơi ghi kết quả.")] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="text|json|html|docx|xlsx", help="Dạng kết quả; mặc định theo đuôi của -o."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="JSON có cả hai kế hoạch đã đọc.")] = False,
    same_level: Annotated[
        bool, typer.Option("--same-level", help="So sánh hai bản, hoặc hai kế hoạch cùng cấp; nêu các mục đổi chỗ.")
    ] = False,
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
    html hoặc xlsx; --communes nêu tên các địa phương chưa có kế hoạch.
    """
    many = len(children) > 1 or communes is not None
    chosen = _format(format, output, MATRIX_FORMATS if many else COMPARISON_FORMATS)
    _check(fail_on, chosen, output)
    target = _target(output, [parent, *children])
    places = _places(communes) if communes else []
    plans = [_plan(Path(file)) for file in [parent, *children]]
    codes = [
        tell_unread(Path(file), plan.source, as_json=format == "json")
        for file, plan in zip([parent, *children], plans, strict=True)
    ]
    if many:
        data, found = _matrix(plans, places, cast(MatrixFormat, chosen), same_level=same_level)
    else:
        data, found = _comparison(plans, cast(ComparisonFormat, chosen), full=full, same_level=same_level)
    print_bytes(data) if target is None else write(target, data)
    raise typer.Exit(max(codes) or (FOUND if fail_on and found(fail_on) else DONE))


def _check(fail_on: str | None, format: str, output: str | None) -> None:
    """Raises ``UsageError`` for a limit that is none, and for a binary format without a file."""
    if fail_on is not None and fail_on not in LIMITS:
        raise UsageError("unknown_limit", f"Không có mức “{shown(fail_on)}”. Các mức: {', '.join(LIMITS)}. {HINT}")
    if format in BINARY and output is None:
        raise UsageError("output_needed", f"Dạng {format} không in ra màn hình được; cần -o TỆP. {HINT}")


def _comparison(
    plans: Sequence[Plan], format: ComparisonFormat, *, full: bool, same_level: bool
) -> tuple[bytes, Callable[[str], bool]]:
    """The comparison of two plans in a format, and whether it found what may fail."""
    import kehoach
    from kehoach.reports.comparison import render_comparison

    comparison = _safely(lambda: kehoach.diff(plans[0], plans[1], same_level=same_level))
    if full:
        comparison.parent_plan, comparison.child_plan = plans[0], plans[1]
    data = _safely(lambda: render_comparison(comparison, plans[0], plans[1], format))
    return data, lambda limit: limit in _states(comparison)


def _states(comparison: Comparison) -> set[str]:
    weaker = {"weaker" for change in comparison.changes if change.effect == "weaker"}
    return weaker | {omission.why for omission in comparison.omitted}


def _matrix(
    plans: Sequence[Plan], places: Sequence[str], format: MatrixFormat, *, same_level: bool
) -> tuple[bytes, Callable[[str], bool]]:
    """The coverage matrix in a format, and whether it holds what may fail."""
    from kehoach.comparison.matrix import coverage_matrix
    from kehoach.reports.comparison import render_matrix

    matrix = _safely(lambda: coverage_matrix(plans[0], plans[1:], communes=places, same_level=same_level))
    data = _safely(lambda: render_matrix(matrix, plans[0], format))
    return data, lambda limit: any(limit in row.states for row in matrix.matrix)


def _safely(work: Callable[[], Result]) -> Result:
    """What the work gives; a fault of the program in words."""
    try:
        return work()
    except KehoachError:
        raise
    except Exception as error:
        raise as_defect(error) from error


def _plan(path: Path) -> Plan:
    """A document, or the JSON of a plan that was read before. Raises ``KehoachError`` for whatever goes wrong."""
    try:
        if path.exists() and not (path.is_file() or path.is_fifo()):
            raise ReadError("not_a_file", "Đây không phải là tệp. Hãy đưa đường dẫn của một tệp kế hoạch.")
        if path.suffix.lower() == ".json":
            return _plan_of_json(path)
        import kehoach

        return kehoach.extract(path, name=utf8(path.name))
    except KehoachError as error:
        error.file = shown(path)
        raise
    except Exception as error:
        raise as_defect(error, path) from error


def _plan_of_json(path: Path) -> Plan:
    from pydantic import ValidationError

    from kehoach.plan import Plan

    try:
        return Plan.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ReadError("unreadable", f"Không mở được tệp ({error.strerror}).") from None
    except ValidationError:
        message = "Tệp JSON này không phải là dữ liệu kế hoạch do “kehoach extract” ghi ra."
        raise ReadError("not_a_plan_json", message) from None


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
    chosen = format or (suffix if suffix in known else "text")
    if chosen not in known:
        raise UsageError(
            "unknown_format", f"Không có dạng “{shown(chosen)}” ở đây. Các dạng: {', '.join(known)}. {HINT}"
        )
    return chosen


def _target(output: str | None, inputs: Sequence[str]) -> Path | None:
    """Where the result goes; never over an input, never a folder."""
    if output is None:
        return None
    if os.path.isdir(output):
        raise UsageError("output_is_folder", "-o phải là tên tệp, không phải thư mục.", file=shown(output))
    for path in inputs:
        if os.path.exists(output) and os.path.exists(path) and os.path.samefile(output, path):
            message = "Tệp kết quả trùng với tệp kế hoạch. Hãy chọn tên khác sau -o."
            raise UsageError("output_is_input", message, file=shown(path))
    return Path(output)
