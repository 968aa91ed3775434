"""``kehoach diff``: what lower plans carry of a higher one, or versions and sister plans against each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kehoach.batch import shown, write
from kehoach.commands.console import DONE, FOUND, HINT, print_bytes, tell_unread
from kehoach.commands.files import read_plan, result_file, safely
from kehoach.errors import ReadError, UsageError
from kehoach.reports.comparison import COMPARISON_FORMATS, MATRIX_FORMATS, ComparisonFormat, MatrixFormat

if TYPE_CHECKING:
    from kehoach.comparison.model import Comparison
    from kehoach.plan import Plan

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
    target = result_file(output, [parent, *children, *([communes] if communes else [])])
    places = _places(communes) if communes else []
    plans = [read_plan(Path(file)) for file in [parent, *children]]
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

    comparison = safely(lambda: kehoach.diff(plans[0], plans[1], same_level=same_level))
    if full:
        comparison.parent_plan, comparison.child_plan = plans[0], plans[1]
    data = safely(lambda: render_comparison(comparison, plans[0], plans[1], format))
    return data, lambda limit: limit in _states(comparison)


def _states(comparison: Comparison) -> set[str]:
    """What may fail: points that are dropped, and losses of substance in points that are carried, as in the matrix."""
    from kehoach.comparison.matrix import states_of

    weaker = {"weaker" for change in comparison.changes if change.effect == "weaker"}
    return weaker | set(states_of(comparison).values())


def _matrix(
    plans: Sequence[Plan], places: Sequence[str], format: MatrixFormat, *, same_level: bool
) -> tuple[bytes, Callable[[str], bool]]:
    """The coverage matrix in a format, and whether it holds what may fail."""
    from kehoach.comparison.matrix import coverage_matrix
    from kehoach.reports.comparison import render_matrix

    matrix = safely(lambda: coverage_matrix(plans[0], plans[1:], communes=places, same_level=same_level))
    data = safely(lambda: render_matrix(matrix, plans[0], format))
    return data, lambda limit: any(limit in row.states for row in matrix.matrix)


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
