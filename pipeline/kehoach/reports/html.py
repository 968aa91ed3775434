"""``Summary`` → one HTML file that needs nothing else; each fact carries its place as ``data-start``, ``data-end``."""

from __future__ import annotations

from kehoach.reports.environment import environment
from kehoach.reports.page import Summary
from kehoach.reports.vietnamese import UNKNOWN


def page(summary: Summary) -> str:
    """The summary as a page; all text is escaped, and the page itself forbids scripts and outside resources."""
    return environment("templates/summary").get_template("page.html.j2").render(summary=summary, unknown=UNKNOWN)
