"""The web application: pages and API over one store. ``kehoach serve`` runs it, for this machine only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from kehoach.store import Store
from kehoach.version import VERSION
from kehoach.web import api, pages
from kehoach.web.errors import tell_errors
from kehoach.web.guards import FILE_BYTES, FORM_BYTES, Guards
from kehoach.web.rendering import error_page

STATIC = Path(__file__).parent / "static"


def create_app(
    store: Store,
    *,
    wake: Callable[[], None] = lambda: None,
    form_bytes: int = FORM_BYTES,
    file_bytes: int = FILE_BYTES,
) -> FastAPI:
    """The application. ``wake`` is told of every file that came in (``Jobs.wake``).

    Routers find the store as ``request.app.state.store`` (``kehoach.web.context``) and ``wake`` beside it.
    """
    app = FastAPI(title="Kehoach", version=VERSION, openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None)
    app.state.store, app.state.wake, app.state.error_page = store, wake, error_page
    tell_errors(app)
    for router in (*api.ROUTERS, *pages.ROUTERS):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    app.add_middleware(Guards, form_bytes=form_bytes, file_bytes=file_bytes)
    return app
