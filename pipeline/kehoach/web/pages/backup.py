"""``/backup``: the whole store as one file to keep elsewhere, and such a file taken in again."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj

from fastapi import APIRouter, Request, UploadFile
from fastapi.responses import FileResponse, HTMLResponse
from starlette.background import BackgroundTask

from kehoach.errors import KehoachError
from kehoach.store import Store
from kehoach.web.context import TheStore
from kehoach.web.rendering import page

router = APIRouter(prefix="/backup", include_in_schema=False)

_OLD = 24 * 3600  # seconds after which nobody fetches an archive any more


@router.get("")
def show(store: TheStore) -> HTMLResponse:
    """How to save the store, and how to take a saved one in."""
    return _page(store)


@router.get("/download")
def download(store: TheStore) -> FileResponse:
    """Everything in one archive; the copy on this machine goes when it is sent."""
    path = _beside(store)
    try:
        store.export_to(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    name = f"kehoach-{datetime.now():%Y-%m-%d-%H%M}.zip"
    gone = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, media_type="application/zip", filename=name, background=gone)


@router.post("")
def restore(request: Request, store: TheStore, file: UploadFile) -> HTMLResponse:
    """What an archive holds and the store has not; what is there already stays as it is."""
    path = _beside(store)
    try:
        with path.open("xb") as target:
            copyfileobj(file.file, target)
        got = store.import_from(path)
    except KehoachError as error:
        return _page(store, error=error.message, status=422)
    finally:
        path.unlink(missing_ok=True)
    request.app.state.wake()
    return _page(
        store,
        told=f"Đã nhập {got.documents} tài liệu, {got.localities} hồ sơ đơn vị, {got.drafts} dự thảo; "
        f"{got.known} tài liệu không nhập vì kho đã có (hoặc là văn bản mật).",
    )


def _page(store: Store, *, told: str = "", error: str = "", status: int = 200) -> HTMLResponse:
    return page("backup", "library", status=status, total=store.search(per_page=1).total, told=told, error=error)


def _beside(store: Store) -> Path:
    """A name for an archive under way, on the disk of the store. What a broken connection left there goes."""
    for left in store.folder.glob(".kehoach-*"):
        with suppress(FileNotFoundError):  # it was fetched in this moment
            if time.time() - left.stat().st_mtime > _OLD:
                left.unlink()
    return store.folder / f".kehoach-{secrets.token_hex(6)}.zip"
