"""Kehoach reads the plans (*Kế hoạch*) that Vietnamese authorities issue.

>>> import kehoach
>>> plan = kehoach.extract("ke-hoach.docx")            # doctest: +SKIP
>>> plan.header.title, [b.text for b in plan.purposes]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.ingest.source import Limits, Progress, Source
    from kehoach.plan import Plan
    from kehoach.reports import Format

__version__ = "0.1.0"
__all__ = ["extract", "read", "render"]


def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    on_page: Progress | None = None,
) -> Source:
    """A file (path or bytes) → its paragraphs and tables. Raises ``kehoach.errors.ReadError``.

    ``on_page`` is told of every scanned page that has been read: how many are done, how many there are.
    """
    from kehoach import ingest

    return ingest.read(source, name=name, limits=limits, on_page=on_page)


def extract(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    on_page: Progress | None = None,
) -> Plan:
    """A file (path or bytes) → the structured plan. ``name`` names bytes in messages, ``on_page`` is told of scanned
    pages as in ``read``. Raises ``ReadError``.
    """
    from kehoach.facts import plan_of
    from kehoach.findings import find_all

    plan = plan_of(read(source, name=name, limits=limits, on_page=on_page))
    plan.findings = find_all(plan)
    return plan


def render(plan: Plan, format: Format) -> bytes:
    """A plan as ``json`` (the contract), or its one-page summary as ``md``, ``html``, ``docx`` or ``xlsx``."""
    from kehoach import reports

    return reports.render(plan, format)
