"""``Plan`` → findings: what a careful reader would send back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kehoach.findings import (
    arithmetic,
    attachments,
    authority,
    bound,
    casing,
    completeness,
    counts,
    days,
    form,
    genre,
    issuers,
    layout,
    lookalikes,
    missing,
    naming,
    numbering,
    references,
    restated,
    scan,
    schedule,
    sections,
    spelling,
    substance,
    sums,
    wording,
    yearly,
)
from kehoach.findings.rule import Rule
from kehoach.findings.settings import Settings
from kehoach.plan import Finding, Plan

RULES: tuple[Rule, ...] = (
    *genre.RULES,
    *missing.RULES,
    *numbering.RULES,
    *arithmetic.RULES,
    *counts.RULES,
    *restated.RULES,
    *sums.RULES,
    *yearly.RULES,
    *days.RULES,
    *schedule.RULES,
    *references.RULES,
    *issuers.RULES,
    *attachments.RULES,
    *sections.RULES,
    *naming.RULES,
    *authority.RULES,
    *form.RULES,
    *layout.RULES,
    *substance.RULES,
    *completeness.RULES,
    *spelling.RULES,
    *bound.RULES,
    *wording.RULES,
    *casing.RULES,
    *lookalikes.RULES,
    *scan.RULES,
)
CODES = frozenset(rule.code for rule in RULES)


def find_all(plan: Plan, settings: Settings | None = None) -> list[Finding]:
    """The findings of all rules that ``settings`` leave on, in the order of the rules. Reads only the plan."""
    chosen = settings or Settings()
    found = _once([finding for rule in _in_force(chosen) for finding in rule.findings(plan)])
    for finding in found:
        waiver = next((w for w in chosen.waivers if w.covers(finding.code, finding.quote, plan.source.name)), None)
        finding.waived = waiver.reason if waiver else None
    return found


def _in_force(settings: Settings) -> list[Rule]:
    """The rules that run, with the severities that the office gives them."""
    rules = [r for r in RULES if r.code not in settings.off and (settings.profile == "nd30" or not r.strict)]
    return [_tuned(rule, settings) for rule in rules]


def _tuned(rule: Rule, settings: Settings) -> Rule:
    """The rule with the severity and the parts that the office gives it."""
    if rule.code in settings.severities:
        rule = replace(rule, severity=settings.severities[rule.code])
    if settings.parts is not None and rule.find is completeness.find_missing_parts:
        rule = replace(rule, find=partial(completeness.find_missing_parts, parts=settings.parts))
    return rule


def _once(findings: list[Finding]) -> list[Finding]:
    """Of misread words that two rules tell, the finding that knows their field, else the right words (the longer, if
    both do).
    """
    words = [f for f in findings if f.kind == "ocr" and f.span and f.right]
    return [f for f in findings if not any(_holds(other, f) for other in words if other is not f)]


def _holds(other: Finding, finding: Finding) -> bool:
    if finding.kind != "ocr" or not finding.span or not other.span or (finding.field and not other.field):
        return False
    if finding.right is None or (other.field and not finding.field):
        return other.span[0] < finding.span[1] and finding.span[0] < other.span[1]
    return other.span[0] <= finding.span[0] and finding.span[1] <= other.span[1] and other.span != finding.span
