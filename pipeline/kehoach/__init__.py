"""Kehoach reads the plans (*Kế hoạch*) that Vietnamese authorities issue.

>>> import kehoach
>>> plan = kehoach.extract("ke-hoach.docx")            # doctest: +SKIP
>>> plan.header.title, [b.text for b in plan.purposes]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.findings.settings import Settings
    from kehoach.ingest.source import Limits, Source
    from kehoach.plan import Finding, Plan
    from kehoach.reports import Format

__version__ = "0.1.0"
__all__ = ["check", "extract", "read", "render"]


def read(source: str | Path | bytes, *, name: str | None = None, limits: Limits | None = None) -> Source:
    """A file (path or bytes) → its paragraphs and tables. Raises ``kehoach.errors.ReadError``."""
    from kehoach import ingest

    return ingest.read(source, name=name, limits=limits)


def extract(source: str | Path | bytes, *, name: str | None = None, limits: Limits | None = None) -> Plan:
    """A file (path or bytes) → the structured plan. ``name`` names bytes in messages. Raises ``ReadError``."""
    found = read(source, name=name, limits=limits)  # a file that cannot be read is told of before spaCy is loaded
    from kehoach.facts import plan_of
    from kehoach.findings import find_all

    plan = plan_of(found)
    plan.findings = find_all(plan)
    return plan


def check(plan: Plan, settings: Settings | None = None) -> list[Finding]:
    """What a careful reader would send back. ``settings`` are those of a ``kehoach.toml``, else the program's own."""
    from kehoach.findings import find_all

    return find_all(plan, settings)


def render(plan: Plan, format: Format) -> bytes:
    """A plan as ``json`` (the contract), or its one-page summary as ``md``, ``html``, ``docx`` or ``xlsx``."""
    from kehoach import reports

    return reports.render(plan, format)
