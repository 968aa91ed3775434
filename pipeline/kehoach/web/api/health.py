"""Is the program alive, and can it work?"""

from __future__ import annotations

from fastapi import APIRouter

from kehoach.version import VERSION
from kehoach.web.context import TheStore

router = APIRouter(tags=["health"])


@router.get("/healthz")
def healthy() -> dict[str, str]:
    """The program runs."""
    return {"status": "ok", "version": VERSION}


@router.get("/readyz")
def ready(store: TheStore) -> dict[str, str]:
    """The store answers."""
    store.uploads(limit=1)
    return {"status": "ok"}
