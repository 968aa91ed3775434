"""What came out of a run: counts by level, kind, year and finding, failures by reason; as JSON and as a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kehoach.batch.outcome import Outcome

NAMED = 500  # failures that the page names; all are in tables/files


@dataclass(slots=True)
class RunReport:
    """``statuses`` count ok, partial, failed and duplicate; ``intake`` what this run found, knew and ignored."""

    intake: dict[str, int]
    statuses: Counter[str] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    plans_with: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    failures: list[Outcome] = field(default_factory=list)
    pages: int = 0
    seconds: float = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count one document."""
        self.statuses[outcome.status] += 1
        self.seconds += outcome.seconds
        if outcome.status == "failed":
            self.reasons[outcome.code or ""] += 1
            if len(self.failures) < NAMED:
                self.failures.append(outcome)
        elif outcome.status != "duplicate":
            self.pages += outcome.pages or 0
            self.levels[outcome.level or ""] += 1
            self.kinds[outcome.kind or ""] += 1
            self.types[outcome.document_type or ""] += 1
            self.years[str(outcome.year or "")] += 1
            self.findings.update(outcome.findings)
            self.plans_with.update(outcome.findings.keys())

    def to_json(self) -> str:
        """The counts, the most frequent first."""
        counts = {
            name: dict(value.most_common()) if isinstance(value, Counter) else value
            for name in ("intake", "statuses", "levels", "kinds", "types", "years", "findings", "plans_with", "reasons")
            for value in [getattr(self, name)]
        }
        failures = [{"name": f.name, "code": f.code, "message": f.message, "page": f.page} for f in self.failures]
        more = {"pages": self.pages, "seconds": round(self.seconds, 3), "failures": failures}
        return json.dumps({**counts, **more}, ensure_ascii=False, indent=2) + "\n"

    def to_html(self) -> str:
        """One page. All text is escaped; the page forbids scripts and resources."""
        from kehoach.batch.report_page import page

        return page(self)


def report_of(outcomes: Iterable[Outcome], intake: dict[str, int]) -> RunReport:
    """Fold the ledger; nothing of it is held but counts and the first failures."""
    report = RunReport(dict(intake))
    for outcome in outcomes:
        report.add(outcome)
    return report
