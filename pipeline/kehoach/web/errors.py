"""Errors as answers: the contract's JSON object under ``/api``, a page elsewhere; never a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape
from typing import TypeAlias

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from kehoach.errors import KehoachError
from kehoach.web.guards import HEADERS

#: How pages show an error: request, status, error → answer (``app.state.error_page``)
ErrorPage: TypeAlias = Callable[[Request, int, KehoachError], Response]

STATUS = {
    "not_found": 404,
    "no_original": 404,
    "too_large": 413,
    "secret": 403,
    "store_unusable": 503,
    "defect": 500,
}
_HTTP = {
    404: KehoachError("not_found", "Không có trang hoặc dữ liệu ở địa chỉ này."),
    405: KehoachError("wrong_method", "Địa chỉ này không nhận thao tác đó."),
}
_log = logging.getLogger(__name__)


def tell_errors(app: FastAPI) -> None:
    """Have the app answer errors in the contract's form."""
    app.add_exception_handler(KehoachError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _defect)


def answer(request: Request, error: KehoachError, status: int | None = None) -> Response:
    """One error as the answer to a request."""
    code = status or STATUS.get(error.code, 422)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": error.as_dict()}, code)
    page: ErrorPage = getattr(request.app.state, "error_page", _plain_page)
    return page(request, code, error)


def _plain_page(_request: Request, status: int, error: KehoachError) -> Response:
    words = f"{escape(error.message)} [{escape(error.code)}]"
    return HTMLResponse(f"<!doctype html><html lang=vi><title>Kehoach</title><p>{words}</p></html>", status)


async def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, KehoachError)
    return answer(request, error)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0] if error.errors() else {"loc": ()}
    where = "/".join(str(part) for part in first["loc"] if part != "body")
    message = f"Dữ liệu gửi lên không đúng ở mục “{where}”." if where else "Dữ liệu gửi lên không đúng."
    return answer(request, KehoachError("bad_request", message))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    unknown = KehoachError("bad_request", "Yêu cầu không đúng.")
    return answer(request, _HTTP.get(error.status_code, unknown), error.status_code)


async def _defect(request: Request, error: Exception) -> Response:
    _log.error("a request failed", exc_info=error)
    message = f"Chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}). Hãy thử lại, hoặc báo cho nhóm phát triển."
    told = answer(request, KehoachError("defect", message))
    told.headers.update(HEADERS)  # this handler stands outside the guards
    return told
