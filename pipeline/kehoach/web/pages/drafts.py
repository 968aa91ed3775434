"""``/drafts/…``: drafts for lower units: made from a plan and a profile, asked about, edited, saved as Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Any, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import kehoach
from kehoach.drafts import EditedDraft, edited_draft
from kehoach.errors import KehoachError
from kehoach.plan import Level, Plan
from kehoach.reports.comparison_page import filters_of
from kehoach.reports.draft import DRAFT_FORMATS, DraftFormat, render_draft
from kehoach.reports.side_by_side import side_by_side
from kehoach.store import SavedDraft, Store, StoreError
from kehoach.web.context import AnId, Id, TheForm, TheStore, computed, known_format
from kehoach.web.context import download as saved_as
from kehoach.web.draft_page import draft_page
from kehoach.web.locality_form import locality_of, regime_on, typed_day, typed_of, unit_kinds
from kehoach.web.media import MEDIA, file_name
from kehoach.web.plan_tree import upper_first
from kehoach.web.rendering import page

router = APIRouter(prefix="/drafts", include_in_schema=False)


_UPPER: tuple[Level, ...] = ("central", "province", "district")  # whose plans others carry out


@router.get("")
def drafts(store: TheStore) -> HTMLResponse:
    """All drafts, and where to begin one."""
    found = store.search()
    upper = [hit for level in _UPPER for hit in store.search(level=level, per_page=10).hits]
    plans = list({hit.id: hit for hit in (*upper, *found.hits)}.values())
    return page("drafts", "drafts", drafts=store.drafts(), plans=upper_first(plans), more=found.pages > 1)


@router.get("/new")
def new(store: TheStore, parent: AnId, locality: AnId | None = None, draft: AnId | None = None) -> HTMLResponse:
    """The form of the unit for which a draft is to be made; ``draft`` is one that is to be made anew."""
    if draft is not None:
        saved = store.draft(draft)
        typed = typed_of(saved.locality, Date.fromisoformat(saved.summary.day))
        return _form(store, typed, Chosen(parent, saved.summary.locality_id, draft))
    kept = store.locality(locality).locality if locality is not None else None
    return _form(store, typed_of(kept, Date.today()), Chosen(parent, locality))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a draft is to be made from: the parent plan, a saved profile that is changed, a draft that is replaced."""

    parent: int
    locality: int | None = None
    draft: int | None = None

    @property
    def address(self) -> str:
        """The address of the form."""
        given = {"parent": self.parent, "locality": self.locality, "draft": self.draft}
        return "/drafts/new?" + urlencode({key: value for key, value in given.items() if value is not None})


def _form(store: Store, typed: dict[str, str], chosen: Chosen, error: str = "") -> HTMLResponse:
    try:
        regime = regime_on(typed_day(typed.get("day", "")) or Date.today())
    except KehoachError:
        regime = regime_on(Date.today())
    return page(
        "draft_form",
        "drafts",
        status=422 if error else 200,
        parent=store.plan(chosen.parent),
        typed=typed,
        kinds=unit_kinds(),
        regime=regime,
        localities=store.localities(),
        chosen=chosen,
        error=error,
    )


@router.post("/new")
def make(
    typed: TheForm, store: TheStore, parent: AnId, locality: AnId | None = None, draft: AnId | None = None
) -> Response:
    """What was typed → a profile that is kept, and the draft; one that is made anew keeps its answers and edits."""
    typed = {**dict.fromkeys(typed_of(None, Date.today()), ""), **typed}
    before = store.draft(draft) if draft is not None else None
    answers, edits = (before.answers, before.edits) if before else ({}, {})
    try:
        day = typed_day(typed["day"]) or Date.today()
        profile = locality_of(typed, day)
        above = store.plan(parent).contract
        made = computed(lambda: edited_draft(above, profile, day, answers, edits))
    except KehoachError as error:
        return _form(store, typed, Chosen(parent, locality, draft), error.message)
    kept = store.save_locality(profile, locality_id=locality)
    saved = store.save_draft(
        made.draft,
        parent_id=parent,
        locality=profile,
        day=day,
        answers={key: words for key, words in answers.items() if key not in made.stale},
        edits={key: words for key, words in edits.items() if key not in made.lost},
        locality_id=kept.id,
        draft_id=draft,
    )
    return RedirectResponse(f"/drafts/{saved.id}", status_code=303)


@router.post("/localities/{locality_id}/remove")
def forget_locality(locality_id: Id, store: TheStore) -> RedirectResponse:
    """Delete a profile; drafts keep their copy."""
    store.remove_locality(locality_id)
    return RedirectResponse("/drafts", status_code=303)


@router.get("/{draft_id}")
def show(draft_id: Id, store: TheStore) -> HTMLResponse:
    """The page of a draft."""
    saved = store.draft(draft_id)
    parent = _parent(store, saved)
    keys = _made(saved, parent, saved.answers, saved.edits).keys if parent else {}
    shown = draft_page(saved.draft, keys, saved.edits, parent)
    return page("draft", "drafts", saved=saved, draft=shown, parent=parent, editable=bool(keys))


def _parent(store: Store, saved: SavedDraft) -> Plan | None:
    """The parent plan as it was when the draft was made; None where it was removed or changed since."""
    if saved.summary.parent_id is None:
        return None
    stored = store.plan(saved.summary.parent_id)
    return stored.contract if stored.hash == saved.summary.parent_hash else None


def _made(saved: SavedDraft, parent: Plan, answers: dict[str, str], edits: dict[str, str]) -> EditedDraft:
    day = Date.fromisoformat(saved.summary.day)
    return computed(lambda: edited_draft(parent, saved.locality, day, answers, edits))


@router.post("/{draft_id}/answers")
def answer(draft_id: Id, typed: TheForm, store: TheStore) -> RedirectResponse:
    """Answers as typed. An empty field takes back an answer that the form showed (``answered``), and leaves one alone
    that was given in another window meanwhile.
    """
    saved = store.draft(draft_id)
    shown = typed.pop("answered", "").split()
    said = {key: " ".join(words.split()) for key, words in typed.items()}
    answers = {**saved.answers, **{key: words for key, words in said.items() if words or key in shown}}
    _keep(store, saved, {key: words for key, words in answers.items() if words}, saved.edits)
    return RedirectResponse(f"/drafts/{draft_id}#questions", status_code=303)


@router.get("/{draft_id}/paragraphs/{block}")
def paragraph(draft_id: Id, block: str, store: TheStore) -> HTMLResponse:
    """The form in which a paragraph is written over."""
    saved = store.draft(draft_id)
    shown = draft_page(
        saved.draft, _made(saved, _unchanged(store, saved), saved.answers, saved.edits).keys, saved.edits, None
    )
    found = next((each for each in shown.paragraphs if each.id == block), None)
    if found is None:
        raise StoreError("not_found", "Dự thảo không còn đoạn này. Hãy mở lại trang dự thảo.")
    return page("paragraph", "drafts", saved=saved, paragraph=found)


@router.post("/{draft_id}/paragraphs")
def write(draft_id: Id, typed: TheForm, store: TheStore) -> RedirectResponse:
    """A paragraph written over, taken out, or as the program made it again."""
    saved = store.draft(draft_id)
    key, text = typed.get("key", ""), " ".join(typed.get("text", "").split())
    edits = {k: words for k, words in saved.edits.items() if k != key}
    if typed.get("do") == "remove":
        edits[key] = ""
    elif typed.get("do") == "save" and text != " ".join(typed.get("was", "").split()):
        edits[key] = text
    elif typed.get("do") == "save" and key in saved.edits:
        edits[key] = saved.edits[key]
    made = _keep(store, saved, saved.answers, edits)
    block = next((b for b, k in made.keys.items() if k == key), "")
    return RedirectResponse(f"/drafts/{draft_id}#b-{block}", status_code=303)


def _unchanged(store: Store, saved: SavedDraft) -> Plan:
    parent = _parent(store, saved)
    if parent is None:
        message = "Kế hoạch cấp trên đã đổi từ khi lập dự thảo. Hãy cập nhật dự thảo theo bản mới trước khi sửa tiếp."
        raise StoreError("parent_changed", message)
    return parent


def _keep(store: Store, saved: SavedDraft, answers: dict[str, str], edits: dict[str, str]) -> EditedDraft:
    """Make the draft anew with answers and edits, and keep it."""
    parent = _unchanged(store, saved)
    made = _made(saved, parent, answers, edits)
    _save(store, saved, made, cast(int, saved.summary.parent_id), answers, edits)
    return made


def _save(
    store: Store, saved: SavedDraft, made: EditedDraft, parent_id: int, answers: dict[str, str], edits: dict[str, str]
) -> None:
    store.save_draft(
        made.draft,
        parent_id=parent_id,
        locality=saved.locality,
        day=Date.fromisoformat(saved.summary.day),
        answers=answers,
        edits=edits,
        locality_id=saved.summary.locality_id,
        draft_id=saved.summary.id,
    )


@router.get("/{draft_id}/update")
def what_changed(draft_id: Id, store: TheStore) -> HTMLResponse:
    """What a newer parent changes in the draft, before anything is saved."""
    saved = store.draft(draft_id)
    above, parent_id = _newer(store, saved)
    made = _made(saved, above, saved.answers, saved.edits)
    before, after = saved.draft.plan, made.draft.plan
    compared = computed(lambda: kehoach.diff(before, after, same_level=True))
    lost = [saved.edits[key] for key in made.lost]
    parent = store.plan(saved.summary.parent_id) if saved.summary.parent_id else None
    replaced = parent is not None and parent.id != parent_id
    unfixed = len(parent.corrections) if parent and replaced and not store.plan(parent_id).corrections else 0
    screen = side_by_side(compared, before, after)
    shown: dict[str, Any] = {"screen": screen, "filters": filters_of(screen), "first_filter": "changed"}
    shown |= {"lost": lost, "unfixed": unfixed, "newer": parent_id}
    return page("draft_update", "drafts", saved=saved, made=made.draft, **shown)


@router.post("/{draft_id}/update")
def update(draft_id: Id, store: TheStore) -> RedirectResponse:
    """The draft is made anew from the newer parent; answers and edits stay where their paragraph is still there."""
    saved = store.draft(draft_id)
    above, parent_id = _newer(store, saved)
    made = _made(saved, above, saved.answers, saved.edits)
    edits = {key: words for key, words in saved.edits.items() if key not in made.lost}
    answers = {key: words for key, words in saved.answers.items() if key not in made.stale}
    _save(store, saved, made, parent_id, answers, edits)
    return RedirectResponse(f"/drafts/{draft_id}", status_code=303)


def _newer(store: Store, saved: SavedDraft) -> tuple[Plan, int]:
    summary = saved.summary
    parent_id = summary.newer_id or summary.parent_id
    if parent_id is None:
        raise StoreError("parent_gone", "Kế hoạch cấp trên đã bị xóa khỏi kho. Hãy đưa lại tệp vào kho rồi soạn mới.")
    return store.plan(parent_id).contract, parent_id


@router.get("/{draft_id}/download/{format}")
def download(
    draft_id: Id, format: str, store: TheStore, clean: bool = Query(False), trace: bool = Query(False)
) -> Response:
    """The draft as a file: with questions, clean for signing, or with the table of origins."""
    chosen = cast(DraftFormat, known_format(format, DRAFT_FORMATS))
    saved = store.draft(draft_id)
    parent = _parent(store, saved) if trace else None
    data = computed(lambda: render_draft(saved.draft, chosen, clean_copy=clean, trace=parent))
    name = f"Dự thảo {saved.summary.unit}{' (bản sạch)' if clean else ' (đối chiếu)' if parent else ''}"
    return saved_as(data, file_name(f"{name}.x", chosen), MEDIA[chosen])


@router.post("/{draft_id}/remove")
def remove(draft_id: Id, store: TheStore) -> RedirectResponse:
    """Delete a draft."""
    store.remove_draft(draft_id)
    return RedirectResponse("/drafts", status_code=303)
