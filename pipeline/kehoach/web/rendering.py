"""Templates of the pages: one environment, everything escaped, values in the words of Vietnamese offices."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, TypeAlias

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from kehoach.errors import KehoachError
from kehoach.reports.environment import environment
from kehoach.reports.vietnamese import KINDS, SEVERITIES, UNKNOWN, measure, shorten, when
from kehoach.web.fact_fields import LEVELS_OR_NONE, TIME_KINDS

Value: TypeAlias = Any  # what templates are given

#: The menu: key, address, words
MENU = (
    ("library", "/", "Kho kế hoạch"),
    ("drafts", "/drafts", "Soạn kế hoạch"),
    ("compare", "/compare", "So sánh"),
    ("help", "/help", "Hướng dẫn"),
)


@cache
def templates() -> Environment:
    """The environment of all pages."""
    made = environment("templates")
    made.filters |= {"shorten": shorten, "when": when, "measure": measure, "moment": moment}
    made.globals |= {
        "menu": MENU,
        "levels": LEVELS_OR_NONE,
        "time_kinds": TIME_KINDS,
        "severities": SEVERITIES,
        "finding_kinds": KINDS,
        "unknown": UNKNOWN,
    }
    return made


def page(name: str, here: str, *, status: int = 200, **values: Value) -> HTMLResponse:
    """A template of ``templates/web`` as an answer."""
    text = templates().get_template(f"web/{name}.html.j2").render(here=here, **values)
    return HTMLResponse(text, status)


def error_page(request: Request, status: int, error: KehoachError) -> HTMLResponse:
    """An error as a page that says what to do."""
    title = "Không tìm thấy" if status == 404 else "Không làm được"
    partial = is_partial(request)
    return page("error", "", status=status, title=title, messages=[error.message], back="/", partial=partial)


def is_partial(request: Request) -> bool:
    """Does htmx ask for a part of a page?"""
    return request.headers.get("hx-request") == "true"


def moment(stamp: str) -> str:
    """A time of the store (ISO, UTC) as it is told here: ``14:05 ngày 25/11/2026``; the text itself if it is none."""
    try:
        local = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    return f"{local:%H:%M} ngày {local:%d/%m/%Y}"
