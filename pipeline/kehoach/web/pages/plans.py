"""``/plans/…``: a plan with its document, corrections of its facts, downloads."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, cast

from fastapi import APIRouter, Form, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

import kehoach
from kehoach.errors import KehoachError
from kehoach.reports import FORMATS, Format
from kehoach.reports.calendar import calendar
from kehoach.reports.review import remarks_of
from kehoach.store import Store, StoredPlan, StoreError
from kehoach.waivers import keys_of
from kehoach.web.context import Id, TheForm, TheStore, computed
from kehoach.web.context import download as saved_as
from kehoach.web.entries import Entry, entry, form_fields, single, value_of, with_values
from kehoach.web.fact_fields import NEEDED, Field, Json
from kehoach.web.media import MADE, MEDIA, file_name
from kehoach.web.plan_page import plan_page
from kehoach.web.rendering import is_partial, page
from kehoach.web.typed_values import ValueTypedError

router = APIRouter(prefix="/plans", include_in_schema=False)

WHO = "người dùng trên máy này"


@router.get("/{plan_id}")
def show(plan_id: Id, store: TheStore) -> HTMLResponse:
    """The page of a plan."""
    stored = store.plan(plan_id)
    dates = calendar(stored.plan, datetime.now(UTC))
    return page(
        "plan",
        "library",
        stored=stored,
        plan=plan_page(stored.extracted, stored.corrections, stored.plan),
        newer=store.newer(plan_id),
        parents=store.parents(plan_id),
        children=store.children(plan_id),
        drafts=store.drafts(parent_id=plan_id),
        pictures=pictures_of(stored),
        keys=keys_of(stored.plan.findings),
        waivers={waiver.key: waiver for waiver in stored.waivers},
        dated=dates.entries,
        undated=len(dates.undated),
    )


def pictures_of(stored: StoredPlan) -> int:
    """How many pages of the original can be shown as pictures: those of PDF files and scans."""
    source = stored.extracted.source
    if source.media_type == "application/pdf":
        return source.pages or 0
    return (source.pages or 1) if source.media_type.startswith("image/") else 0


@router.get("/{plan_id}/summary")
def summary(plan_id: Id, store: TheStore) -> HTMLResponse:
    """The one-page summary, made for paper."""
    from kehoach.reports.summary import summarise

    stored = store.plan(plan_id)
    return page("summary", "library", stored=stored, summary=summarise(stored.plan))


@router.get("/{plan_id}/download/{format}")
def download(plan_id: Id, format: str, store: TheStore) -> Response:
    """The plan in a format of ``kehoach.render``, or its deadlines as a calendar."""
    stored = store.plan(plan_id)
    if format == "ics":
        data = calendar(stored.plan, datetime.now(UTC)).data
    elif format in FORMATS:
        of = stored.contract if format == "json" else stored.plan
        data = computed(lambda: kehoach.render(of, cast(Format, format)))
    else:
        raise StoreError("not_found", "Không có dạng tệp này.")
    return saved_as(data, MADE[format] + file_name(stored.name, format), MEDIA[format])


@router.get("/{plan_id}/original")
def original(plan_id: Id, store: TheStore) -> FileResponse:
    """The file as it was given; the browser saves it and never shows it."""
    stored = store.plan(plan_id)
    return FileResponse(store.original(plan_id), media_type="application/octet-stream", filename=stored.name)


@router.get("/{plan_id}/pages/{number}.jpg")
def picture(plan_id: Id, number: int, store: TheStore) -> Response:
    """A page of the original as a picture."""
    from kehoach.web.page_pictures import page_picture

    stored = store.plan(plan_id)
    if not 1 <= number <= pictures_of(stored):
        raise StoreError("not_found", "Tệp gốc không có trang này.")
    data = page_picture(store.original(plan_id), stored.extracted.source.sha256, number)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


@router.get("/{plan_id}/facts/{key}")
def fact_form(plan_id: Id, key: str, request: Request, store: TheStore) -> HTMLResponse:
    """The form by which a fact is put right."""
    stored = store.plan(plan_id)
    return _form(stored, _entry(stored, key), partial=is_partial(request))


@router.post("/{plan_id}/facts/{key}")
def put_right(plan_id: Id, key: str, typed: TheForm, store: TheStore) -> Response:
    """What was typed → corrections; or all corrections of the fact taken back; or the fact taken out."""
    stored = store.plan(plan_id)
    found = _entry(stored, key)
    try:
        match typed.get("do"):
            case "remove":
                store.correct(plan_id, found.path, None, by=WHO)
            case "restore":
                for fix in found.fixes:
                    store.uncorrect(plan_id, fix.path)
            case _:
                _save(store, stored, found, typed)
    except KehoachError as error:
        return _form(stored, found, partial=False, typed=typed, error=error.message, status=422)
    gone = typed.get("do") == "remove"
    where = f"/plans/{plan_id}/corrections" if gone else f"/plans/{plan_id}#{anchor_of(found)}"
    return RedirectResponse(where, status_code=303)


def anchor_of(found: Entry) -> str:
    """Where an entry stands on the page of its plan."""
    if found.kind in ("header", "signature"):
        return "s-head"
    parts = {"criteria": "items", "assignments": "tasks"}.get(found.kind)
    return f"{found.key}-0" if parts and getattr(found.fact, parts) else found.key


@router.get("/{plan_id}/corrections")
def corrections(plan_id: Id, store: TheStore) -> HTMLResponse:
    """All that users put right of a plan."""
    stored = store.plan(plan_id)
    shown = plan_page(stored.extracted, stored.corrections, stored.plan)
    lists = [shown.targets, shown.criteria, shown.awards, shown.bases, shown.cited]
    every = [e for found in lists for e in found] + [m.entry for m in shown.moments] + [d.entry for d in shown.duties]
    fixed = [(e, fix, _words(e)) for e in (shown.header, shown.signature, *every) for fix in e.fixes]
    gone = [(e, _words(e)) for e in shown.gone]
    return page("corrections", "library", stored=stored, fixed=fixed, gone=gone)


@router.post("/{plan_id}/corrections")
def take_back(plan_id: Id, path: Annotated[str, Form()], store: TheStore) -> RedirectResponse:
    """A correction is taken back."""
    store.uncorrect(plan_id, path)
    return RedirectResponse(f"/plans/{plan_id}/corrections", status_code=303)


@router.post("/{plan_id}/findings/{key}")
def accept(
    plan_id: Id,
    key: str,
    store: TheStore,
    do: Annotated[str, Form()] = "",
    reason: Annotated[str, Form(max_length=5000)] = "",
) -> RedirectResponse:
    """A finding is accepted, with the reason, or is open again; then the next one is shown."""
    place = _place_among_open(store.plan(plan_id), key)
    if do == "reopen":
        store.unwaive(plan_id, key)
        place = _place_among_open(store.plan(plan_id), key)
    else:
        store.waive(plan_id, key, reason, by=WHO)
    return RedirectResponse(f"/plans/{plan_id}#{place}", status_code=303)


def _place_among_open(stored: StoredPlan, key: str) -> str:
    """Where a finding stands on the page, or the one that takes its place when it goes."""
    keys = keys_of(stored.plan.findings)
    live = [remark for remark in remarks_of(stored.plan) if remark.finding.waived is None]
    number = next((remark.number for remark in live if keys[remark.finding.id] == key), 0)
    return f"remark-{number}" if 0 < number < len(live) else "s-findings"


def _entry(stored: StoredPlan, key: str) -> Entry:
    plan = with_values(stored.extracted, stored.corrections)
    found = entry(plan, stored.corrections, key)
    if found is None:
        raise StoreError("not_found", "Kế hoạch không có mục này.")
    return found


def _words(found: Entry) -> str:
    """The words of the document that an entry comes from."""
    if found.kind == "criteria":
        return str(found.fact.items[0].quote) if found.fact.items else ""
    return str(getattr(found.fact, "quote", "") or "")


def _form(
    stored: StoredPlan,
    found: Entry,
    *,
    partial: bool,
    typed: dict[str, str] | None = None,
    error: str = "",
    status: int = 200,
) -> HTMLResponse:
    was = {fix.path: fix.was for fix in found.fixes}
    rows = []
    for field in form_fields(found):
        value = typed.get(field.path, "") if typed is not None else field.shown(value_of(found, field))
        rows.append((field, value, was.get(f"{found.path}/{field.path}")))
    values = {"stored": stored, "entry": found, "quote": _words(found), "rows": rows, "error": error}
    return page("fact", "library", status=status, partial=partial, **values)


def _save(store: Store, stored: StoredPlan, found: Entry, typed: dict[str, str]) -> None:
    """Correct each value that differs from what is there; one that is again what was read is no correction.

    Everything is understood before anything is saved.
    """
    read = _read_entry(stored, found)
    changes = []
    for field in form_fields(found):
        value = _understood(field, typed.get(field.path, ""))
        if value != value_of(found, field):
            changes.append((f"{found.path}/{field.path}", value, value == value_of(read, field)))
    for path, value, as_read in changes:
        if as_read:
            store.uncorrect(stored.id, path)
        else:
            store.correct(stored.id, path, value, by=WHO)


def _read_entry(stored: StoredPlan, found: Entry) -> Entry:
    """The entry as it was read, without corrections."""
    if found.kind in ("header", "signature"):
        return single(stored.extracted, [], found.kind)
    return cast(Entry, entry(stored.extracted, [], found.key))


def _understood(field: Field, text: str) -> Json:
    value = field.typed(text)
    if field.path in NEEDED and value in (None, [], ""):
        raise ValueTypedError("needed", f"Mục “{field.label}” không được để trống.")
    return value
