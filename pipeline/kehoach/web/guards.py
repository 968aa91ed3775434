"""What every request and every answer passes: only this machine, only our own pages, bounded bodies, strict headers.

The server listens on the loopback address. Pages of other sites, opened in the same browser, could still reach it:
by a name that points here (DNS rebinding), by forms, by scripts. The guards refuse each of these.
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORM_BYTES, FILE_BYTES = 4 * 2**20, 512 * 2**20

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_REFUSED = {
    "wrong_host": (421, "Chỉ dùng được Kehoach ở địa chỉ 127.0.0.1 hoặc localhost của chính máy này."),
    "other_site": (403, "Yêu cầu này đến từ một trang khác nên bị từ chối. Hãy mở lại trang Kehoach rồi thử lại."),
    "too_large": (413, "Dữ liệu gửi lên lớn hơn mức cho phép. Hãy gửi ít tệp hơn mỗi lần, hoặc tệp nhỏ hơn."),
}


class Guards:
    """ASGI middleware; the outermost, so that what is refused reaches nothing."""

    def __init__(self, app: ASGIApp, *, form_bytes: int = FORM_BYTES, file_bytes: int = FILE_BYTES) -> None:
        self._app, self._form_bytes, self._file_bytes = app, form_bytes, file_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with a bounded body and with the headers of every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        guarded = _with_headers(scope, send)
        if not is_loopback(headers.get("host")):
            await _refuse("wrong_host", scope, guarded)
        elif scope["method"] not in SAFE and not is_own(headers):
            await _refuse("other_site", scope, guarded)
        else:
            files = headers.get("content-type", "").startswith("multipart/")
            await _bounded(self._app, scope, receive, guarded, self._file_bytes if files else self._form_bytes)


def is_loopback(host: str | None) -> bool:
    """Is the Host header a name of this machine by which nobody else can be meant?"""
    try:
        parts = urlsplit(f"//{host or ''}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return False
    return parts.hostname in LOOPBACK and not (parts.username or parts.path or parts.query or parts.fragment)


def is_own(headers: Headers) -> bool:
    """Does a request that changes something come from our own page, or from no page at all (a program)?

    Browsers tell of every request across sites, by Sec-Fetch-Site or by Origin; another port of this machine is
    another site here.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return origin is None or origin == f"http://{headers.get('host')}"


async def _bounded(app: ASGIApp, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
    """Run the app; a body that grows beyond the limit ends there, whatever length was promised."""
    length = Headers(scope=scope).get("content-length", "")
    if length.isdigit() and int(length) > limit:
        await _refuse("too_large", scope, send)
        return
    seen, started = 0, False

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > limit else message

    async def noted(message: Message) -> None:
        nonlocal started
        if seen <= limit or started:
            started = True
            await send(message)

    try:
        await app(scope, counted, noted)
    except Exception:
        if seen <= limit:
            raise
    if seen > limit and not started:
        await _refuse("too_large", scope, send)


def _with_headers(scope: Scope, send: Send) -> Send:
    # Pages are asked for anew when one goes back to them. The answer to a form cannot be, so the browser may keep it.
    answer = scope["method"] not in SAFE and not scope["path"].startswith("/api/")
    kept = answer or scope["path"].startswith("/static/")

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "private, no-cache" if kept else "no-store")
        await send(message)

    return sent


async def _refuse(code: str, scope: Scope, send: Send) -> None:
    """The refusal: words for who opens a page, the contract's error for programs."""
    status, message = _REFUSED[code]
    error = {"code": code, "message": message, "file": None, "page": None}
    body, media = json.dumps({"error": error}, ensure_ascii=False).encode(), b"application/json"
    if "text/html" in Headers(scope=scope).get("accept", ""):
        text, media = f"<!DOCTYPE html><html lang=vi><title>Kehoach</title><p>{message}</p></html>", b"text/html"
        body = text.encode()
    headers = [(b"content-type", media + b"; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
