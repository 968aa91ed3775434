"""``Source`` → ``Plan``: the facts of a document, each with the place that proves it."""

from __future__ import annotations

from kehoach.ingest.source import Source
from kehoach.outline import outline
from kehoach.plan import Plan, SourceInfo


def plan_of(source: Source) -> Plan:
    """Extract everything. Total: odd structure gives fewer facts, never an error."""
    parts = outline(source)
    info = SourceInfo(
        name=source.name, sha256=source.sha256, media_type=source.media_type, pages=source.pages,
        page_starts=parts.page_starts, ocr=source.ocr, status="partial" if source.errors else "ok", errors=source.errors,
    )
    return Plan(source=info, text=parts.text, blocks=parts.blocks)
