"""``Screen`` or ``CoverageReport`` → one HTML file that needs nothing else; filters and jumps work without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.reports.environment import environment
from kehoach.reports.side_by_side import KINDS, SIDE_LEVELS, Screen

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
    words = {"kinds": KINDS, "side_levels": SIDE_LEVELS, "filters": filters_of(screen)}
    return environment("templates/comparison").get_template("page.html.j2").render(screen=screen, **words)


def filters_of(screen: Screen) -> list[tuple[str, str]]:
    """The filters that a screen offers: moved blocks are told of plans of one level only."""
    return [f for f in FILTERS if f[0] != "moved" or screen.same_level]


def matrix_page(report: CoverageReport) -> str:
    """The coverage as a page of the same kind."""
    template = environment("templates/comparison").get_template("matrix.html.j2")
    return template.render(report=report, told=dict(report.legend))
