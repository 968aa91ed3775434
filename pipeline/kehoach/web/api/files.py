"""Files: upload, progress, cancel, the original back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, UploadFile
from fastapi.responses import FileResponse, JSONResponse, Response

from kehoach.errors import KehoachError
from kehoach.store import Upload
from kehoach.store.records import State
from kehoach.web.context import Id, TheStore

router = APIRouter(prefix="/api/v1", tags=["files"])


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of the files of one request; ``errors`` name those that were refused."""

    uploads: list[Upload]
    errors: list[dict[str, Any]]


@router.post("/uploads", status_code=201, response_model=Accepted)
def upload(request: Request, store: TheStore, files: list[UploadFile]) -> Response:
    """Accept files to be read. 201 where at least one was accepted, else 422; the refused ones are told by name."""
    accepted: list[Upload] = []
    errors: list[dict[str, Any]] = []
    for file in files:
        try:
            accepted.append(store.accept(file.filename or "", file.file))
        except KehoachError as error:
            errors.append({**error.as_dict(), "file": file.filename})
    if accepted:
        request.app.state.wake()
    return JSONResponse({"uploads": [_json(each) for each in accepted], "errors": errors}, 201 if accepted else 422)


@router.get("/uploads")
def uploads(store: TheStore, state: State | None = None, limit: int = 100) -> list[Upload]:
    """The files that came last."""
    return store.uploads((state,) if state else None, limit=min(max(limit, 1), 1000))


@router.get("/jobs")
def jobs(store: TheStore) -> list[Upload]:
    """The files that wait or are being read."""
    return store.uploads(("waiting", "reading"), limit=1000)


@router.get("/uploads/{id}")
def one(id: Id, store: TheStore) -> Upload:
    """One file and how far reading it has come."""
    return store.upload(id)


@router.post("/uploads/{id}/cancel")
def cancel(id: Id, store: TheStore) -> Upload:
    """Stop reading it; nothing happens where there is nothing to stop."""
    store.cancel(id)
    return store.upload(id)


@router.post("/uploads/{id}/retry")
def retry(id: Id, request: Request, store: TheStore) -> Upload:
    """Read it anew."""
    found = store.retry(id)
    request.app.state.wake()
    return found


@router.delete("/uploads/{id}", status_code=204)
def remove(id: Id, store: TheStore) -> None:
    """Delete the file and what was read of it."""
    store.remove(id)


@router.get("/uploads/{id}/original")
def original(id: Id, store: TheStore) -> FileResponse:
    """The file as it was given, to be saved; the browser neither shows nor runs it."""
    return FileResponse(store.original(id), media_type="application/octet-stream", filename=store.upload(id).name)


def _json(upload: Upload) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(upload)
