"""``Summary`` → one HTML file that needs nothing else; each fact carries its place as ``data-start``, ``data-end``."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from kehoach.reports.page import Summary
from kehoach.reports.vietnamese import UNKNOWN


def page(summary: Summary) -> str:
    """The summary as a page; all text is escaped, and the page itself forbids scripts and outside resources."""
    environment = Environment(
        loader=PackageLoader("kehoach", "templates/summary"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2").render(summary=summary, unknown=UNKNOWN)
