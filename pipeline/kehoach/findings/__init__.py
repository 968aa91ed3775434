"""``Plan`` → findings: what a careful reader would send back."""

from __future__ import annotations

from kehoach.findings import genre, missing, numbering, scan
from kehoach.findings.rule import Rule
from kehoach.plan import Finding, Plan

RULES: tuple[Rule, ...] = (*genre.RULES, *missing.RULES, *numbering.RULES, *scan.RULES)


def find_all(plan: Plan) -> list[Finding]:
    """The findings of all rules, in the order of the rules. Reads only the plan."""
    return [finding for rule in RULES for finding in rule.findings(plan)]
