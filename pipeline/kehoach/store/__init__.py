"""Where files, plans, corrections, profiles and drafts are kept: a folder with a database and original files.

    from kehoach.store import Store

    store = Store.open("kho")                     # a folder (SQLite), or Store.open(url, files=folder)
    upload = store.accept("ke-hoach.pdf", data)   # bytes or a binary stream → Upload; now it outlives any crash
    store.add(name, data, plan)                   # the same, with what was read elsewhere (batch runs)
    store.upload(id), store.uploads(states), store.state(id)
                                                  # waiting, reading (done of pages), done, failed, cancelled
    store.cancel(id), store.retry(id), store.remove(id), store.original(id)

    stored = store.plan(id)                       # StoredPlan; the id of a plan is that of its upload
    stored.plan                                   # corrections applied: for pages, drafts, comparisons, reports
    stored.contract                               # as extracted, corrections listed: for the contract's JSON
    stored.extracted, stored.corrections, stored.name, stored.names, stored.hash
    store.correct(id, "/targets/0/value", 95, by="…"), store.correct(id, "/targets/3", None)   # the latter removes it
    store.uncorrect(id, "/targets/0/value")
    store.waive(id, key, "lý do", by="…"), store.unwaive(id, key)   # a finding, by its key (kehoach.waivers)

    store.search("nong thon moi", level=…, body=…, year=…, topic=…, number=…, page=1)   # Found
    store.facets()                                # what search can be narrowed by, with counts
    store.summary(id), store.parents(id), store.children(id)                            # PlanSummary
    store.kin(ids)                                # how many plans each cites, and how many cite it

    store.localities(), store.locality(id), store.save_locality(locality, locality_id=None), store.remove_locality(id)
    store.drafts(parent_id=None), store.draft(id), store.remove_draft(id)
    store.save_draft(draft, parent_id=…, locality=…, day=…, answers={}, edits={}, locality_id=None, draft_id=None)
    summary.parent_state                          # same, changed (corrected, read anew), replaced (newer_id), gone

    store.export_to(path), store.import_from(path)                                      # a zip with everything
    store.claim(), .release(id), .progress(…), .fail(…), .save_plan(…), .recover()      # for what runs the jobs

What goes wrong is a ``StoreError``, ``CorrectionError`` or ``WaiverError``: ``KehoachError`` with code and Vietnamese
message.
Paths of corrections: ``kehoach.corrections``. Every value that is given out is free of the database (``records``).
Only this room knows SQL, and none that is SQLite's alone; tables change by the migrations in ``migrations/``.
"""

from kehoach.store.records import (
    DraftSummary,
    Facets,
    Found,
    PlanSummary,
    SavedDraft,
    SavedLocality,
    StoredPlan,
    StoreError,
    Upload,
)
from kehoach.store.store import Store

__all__ = [
    "DraftSummary",
    "Facets",
    "Found",
    "PlanSummary",
    "SavedDraft",
    "SavedLocality",
    "Store",
    "StoreError",
    "StoredPlan",
    "Upload",
]
