"""What became of one document, in a line of the ledger: enough to take a run up again and to report on it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal

from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.plan import Plan

Status = Literal["ok", "partial", "failed", "duplicate"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """``code``, ``message`` and ``page`` say why a document failed, or what could not be read of it first.

    name      the path as it was given; within an archive ``archive.zip/folder/file``
    sha256    of its bytes; '' where they could not be had
    findings  how many of each code
    """

    name: str
    sha256: str
    version: str
    status: Status
    code: str | None = None
    message: str | None = None
    page: int | None = None
    seconds: float = 0.0
    bytes: int = 0
    pages: int | None = None
    level: str | None = None
    kind: str | None = None
    document_type: str | None = None
    year: int | None = None
    findings: dict[str, int] = field(default_factory=dict)

    def to_json(self) -> str:
        """One line."""
        whole = {name: getattr(self, name) for name in _NAMES}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


_NAMES = tuple(each.name for each in fields(Outcome))


def outcome_of_json(line: str | bytes) -> Outcome:
    """A line of the ledger → the outcome. Raises ``ValueError`` or ``TypeError`` where it is none."""
    return Outcome(**json.loads(line))


def outcome_of_plan(plan: Plan, *, version: str, seconds: float, size: int) -> Outcome:
    """A document that was read, whole or in part."""
    source, header = plan.source, plan.header
    first = source.errors[0] if source.errors else None
    return Outcome(
        name=source.name,
        sha256=source.sha256,
        version=version,
        status=source.status,
        code=first.code if first else None,
        message=first.message if first else None,
        page=first.page if first else None,
        seconds=round(seconds, 4),
        bytes=size,
        pages=source.pages,
        level=header.issuer.level,
        kind=header.issuer.kind,
        document_type=header.document_type,
        year=year_of(header.date),
        findings=dict(Counter(finding.code for finding in plan.findings)),
    )


def outcome_of_error(
    error: KehoachError, name: str, sha256: str, *, version: str, seconds: float = 0.0, size: int = 0
) -> Outcome:
    """A document that could not be read."""
    return Outcome(
        name, sha256, version, "failed", error.code, error.message, error.page, seconds=round(seconds, 4), bytes=size
    )


def year_of(date: str | None) -> int | None:
    """The year of an ISO date that may be cut, or have no year."""
    return int(date[:4]) if date and date[:4].isdigit() else None
