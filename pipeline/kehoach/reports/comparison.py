"""A comparison or a matrix in the forms that people and programs take: JSON, text, HTML, redline, workbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from kehoach.comparison.model import Comparison, Matrix
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


def render_matrix(matrix: Matrix, parent: Plan, format: MatrixFormat) -> bytes:
    """A coverage matrix as the bytes of a file."""
    if format == "json":
        return _json(matrix)
    from kehoach.reports.coverage import coverage

    table = coverage(matrix, parent)
    if format == "xlsx":
        from kehoach.reports.coverage_sheet import workbook

        return workbook(table)
    if format == "html":
        from kehoach.reports.comparison_page import matrix_page

        return matrix_page(table).encode()
    from kehoach.reports.comparison_text import matrix_text

    return matrix_text(table).encode()


def _json(value: Comparison | Matrix) -> bytes:
    """The contract's JSON; the controls that JSON leaves bare are escaped, since a terminal would obey them."""
    return re.sub("[\x7f-\x9f]", lambda c: f"\\u{ord(c[0]):04x}", value.to_json() + "\n").encode()
