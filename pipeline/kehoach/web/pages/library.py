"""``/``: files that come in, and the library of plans with its search and its tree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from kehoach.errors import KehoachError
from kehoach.store import Store, Upload
from kehoach.store.records import State
from kehoach.web.context import Id, TheStore
from kehoach.web.plan_tree import PlanTree, tree_of
from kehoach.web.rendering import is_partial, page

router = APIRouter(include_in_schema=False)

ACTIVE: tuple[State, ...] = ("waiting", "reading")
ENDED: tuple[State, ...] = ("failed", "cancelled")
READ: tuple[State, ...] = ("done",)
SHOWN_FOR = timedelta(minutes=30)  # how long a file that was read stays in the list of files that come in
_MOST = 200  # files of which the work is done


@router.get("/")
def library(
    request: Request,
    store: TheStore,
    q: Annotated[str, Query(max_length=300)] = "",
    level: str = "",
    body: Annotated[str, Query(max_length=200)] = "",
    year: str = "",
    topic: Annotated[str, Query(max_length=200)] = "",
    number: Annotated[str, Query(max_length=100)] = "",
    at: int = Query(1, ge=1, le=10**6),
) -> HTMLResponse:
    """The library; to htmx only the list of plans."""
    asked = {"q": q, "level": level, "body": body, "year": year, "topic": topic, "number": number}
    found = store.search(
        q,
        level=level or None,
        body=body or None,
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        topic=topic or None,
        number=number or None,
        page=at,
    )
    related = store.kin([hit.id for hit in found.hits])
    values: dict[str, Any] = {"found": found, "asked": asked, "related": related}
    if is_partial(request):
        return page("plans", "library", **values)
    return page("library", "library", facets=store.facets(), uploads=recent(store), active=0, **values)


@router.get("/plans/{plan_id}/tree")
def tree(plan_id: Id, store: TheStore) -> HTMLResponse:
    """The plans above and below one, as nested lists."""
    found: PlanTree = tree_of(store.summary(plan_id), store.parents, store.children)
    return page("tree", "library", tree=found)


@router.post("/plans/{plan_id}/remove")
def remove(plan_id: Id, store: TheStore) -> RedirectResponse:
    """Take a plan and its file out of the library."""
    store.remove(plan_id)
    return RedirectResponse("/", status_code=303)


def recent(store: Store) -> list[Upload]:
    """The files of which something is to be told: those under way, those that failed, those just read."""
    since = (datetime.now(UTC) - SHOWN_FOR).isoformat(timespec="milliseconds")
    active = store.uploads(ACTIVE, limit=1000)
    failed = store.uploads(ENDED, limit=_MOST)
    read = store.uploads(READ, limit=_MOST, since=since)
    return [*active, *sorted([*failed, *read], key=lambda upload: upload.at, reverse=True)]


@router.get("/jobs")
def jobs(store: TheStore, before: int = Query(0, ge=0)) -> HTMLResponse:
    """The files that come in. Where fewer are under way than ``before``, the list of plans is to be shown anew."""
    uploads = recent(store)
    answer = page("jobs", "library", uploads=uploads)
    if before > sum(u.state in ACTIVE for u in uploads):
        answer.headers["HX-Trigger"] = "plans-changed"
    return answer


@router.post("/uploads")
def upload(request: Request, store: TheStore, files: list[UploadFile]) -> Response:
    """Files of the form, where no script sends them one by one. If one is refused, the answer tells of each."""
    told, refused = [], False
    for file in files:
        name = file.filename or "tệp không tên"
        try:
            again = store.accept(file.filename or "", file.file).again
            told.append(f"{name}: {'đã có trong kho' if again else 'đã nhận'}.")
        except KehoachError as error:
            told.append(f"{name}: không nhận. {error.message}")
            refused = True
    request.app.state.wake()
    if refused:
        told_of = {"title": "Có tệp không nhận được", "messages": told, "back": "/", "partial": False}
        return page("error", "library", status=422, **told_of)
    return RedirectResponse("/", status_code=303)


@router.post("/uploads/{upload_id}/{action}")
def change(upload_id: Id, action: str, request: Request, store: TheStore) -> Response:
    """Cancel, try again, or take out of the list."""
    match action:
        case "cancel":
            store.cancel(upload_id)
        case "retry":
            store.retry(upload_id)
            request.app.state.wake()
        case "forget" if store.upload(upload_id).state in ("failed", "cancelled"):
            store.remove(upload_id)
        case _:
            raise KehoachError("not_found", "Không có thao tác này.")
    if is_partial(request):
        return page("jobs", "library", uploads=recent(store))
    return RedirectResponse("/", status_code=303)
