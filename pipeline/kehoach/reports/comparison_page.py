"""``Screen`` or ``CoverageReport`` → one HTML file that needs nothing else; filters and jumps work without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from kehoach.reports.side_by_side import KINDS, LEVELS, Screen
from kehoach.reports.vietnamese import clean

if TYPE_CHECKING:
    from kehoach.reports.coverage import CoverageReport

FILTERS = (
    ("all", "Tất cả"),
    ("dropped", "Bị bỏ"),
    ("weaker", "Yếu hơn"),
    ("added", "Thêm mới"),
    ("changed", "Có thay đổi"),
    ("moved", "Đổi chỗ"),
)


def page(screen: Screen) -> str:
    """The comparison as a page; all text is escaped, and the page itself forbids scripts and outside resources."""
    words = {"kinds": KINDS, "side_levels": LEVELS, "filters": filters_of(screen)}
    return _environment().get_template("page.html.j2").render(screen=screen, **words)


def filters_of(screen: Screen) -> list[tuple[str, str]]:
    """The filters that a screen offers: moved blocks are told of plans of one level only."""
    return [f for f in FILTERS if f[0] != "moved" or screen.same_level]


def matrix_page(report: CoverageReport) -> str:
    """The coverage as a page of the same kind."""
    return _environment().get_template("matrix.html.j2").render(report=report, told=dict(report.legend))


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kehoach", "templates/comparison"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["clean"] = clean
    return environment
