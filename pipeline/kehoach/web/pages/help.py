"""``/help``: what one can do here, in one page."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from kehoach.version import VERSION
from kehoach.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/help")
def show() -> HTMLResponse:
    """The page."""
    return page("help", "help", version=VERSION)
