"""A comparison or a matrix in the forms that people and programs take: JSON, text, HTML, redline, workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from kehoach.comparison.model import Comparison, Matrices, Matrix
    from kehoach.plan import Plan

ComparisonFormat: TypeAlias = Literal["text", "json", "html", "docx"]
MatrixFormat: TypeAlias = Literal["text", "json", "html", "xlsx"]
COMPARISON_FORMATS: tuple[str, ...] = get_args(ComparisonFormat)
MATRIX_FORMATS: tuple[str, ...] = get_args(MatrixFormat)


def render_comparison(comparison: Comparison, parent: Plan, child: Plan, format: ComparisonFormat) -> bytes:
    """A comparison as the bytes of a file; the plans are those that were compared."""
    if format == "json":
        return _json(comparison)
    if format == "docx":
        from kehoach.reports.redline import redline

        return redline(comparison, parent, child)
    from kehoach.reports.side_by_side import side_by_side

    screen = side_by_side(comparison, parent, child)
    if format == "html":
        from kehoach.reports.comparison_page import page

        return page(screen).encode()
    from kehoach.reports.comparison_text import text

    return text(screen).encode()


def render_matrix(found: Matrix | Matrices, parents: Sequence[Plan], format: MatrixFormat) -> bytes:
    """A coverage matrix, or one for each of several parents, as the bytes of a file."""
    if format == "json":
        return _json(found)
    from kehoach.reports.coverage import coverage

    report = coverage(found, parents)
    if format == "xlsx":
        from kehoach.reports.coverage_sheet import workbook

        return workbook(report)
    if format == "html":
        from kehoach.reports.comparison_page import matrix_page

        return matrix_page(report).encode()
    from kehoach.reports.comparison_text import matrix_text

    return matrix_text(report).encode()


def _json(value: Comparison | Matrix | Matrices) -> bytes:
    """The contract's JSON; the controls that JSON leaves bare are escaped, since a terminal would obey them."""
    return re.sub("[\x7f-\x9f]", lambda c: f"\\u{ord(c[0]):04x}", value.to_json() + "\n").encode()
