"""Kehoach reads the plans (*Kế hoạch*) that Vietnamese authorities issue.

>>> import kehoach
>>> plan = kehoach.extract("ke-hoach.docx")            # doctest: +SKIP
>>> plan.header.title, [b.text for b in plan.purposes]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date as Date
    from pathlib import Path

    from kehoach.comparison.model import Comparison
    from kehoach.draft import Draft
    from kehoach.findings.settings import Settings
    from kehoach.ingest.source import Limits, Progress, Source
    from kehoach.locality import Locality
    from kehoach.plan import Finding, Plan
    from kehoach.reports import Format

__version__ = VERSION
__all__ = ["check", "derive", "diff", "extract", "read", "render"]


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
    # A file that cannot be read is told of before the rules are loaded.
    found = read(source, name=name, limits=limits, on_page=on_page)
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


def diff(parent: Plan, child: Plan, *, same_level: bool = False) -> Comparison:
    """What ``child`` carries of ``parent``, what it leaves out, and what it changes in substance.

    ``same_level`` compares versions or sister plans: words of levels and bodies count, and moved blocks are shown.
    """
    from kehoach.comparison import compare

    return compare(parent, child, same_level=same_level)


def derive(
    plan: Plan, locality: Locality, *, date: Date | None = None, answers: Mapping[str, str] | None = None
) -> Draft:
    """The draft by which ``locality`` carries out ``plan`` of a level above.

    ``date`` is the draft's, else the profile's; one of them must be given, since nothing here reads the clock.
    ``answers`` maps ids of questions to what an officer answered. Raises ``KehoachError`` where parent, unit and
    date do
    not fit: ``not_a_plan``, ``parent_not_higher``, ``district_dissolved`` and others.
    """
    from kehoach.drafts import draft_of
    from kehoach.locality import LocalityError

    day = date or locality.date
    if day is None:
        raise LocalityError("date_needed", "Chưa có ngày của dự thảo: ghi mục date trong hồ sơ, hoặc đưa ngày.")
    return draft_of(plan, locality, day, answers)
