"""What a rule is: a function from a plan to findings, with a stable code and the source it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kehoach.plan import Finding, FindingKind, Plan, Severity, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule applies. ``quote`` is the shortest text that shows it, and stands at ``span`` if given."""

    message: str
    quote: str | None = None
    span: Span | None = None
    block: str | None = None
    field: str | None = None
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A check.

    source  decree and article, or the reason that the rule rests on
    title   Vietnamese: what the rule looks for
    advice  Vietnamese: why it matters and what to do
    strict  only for offices that follow the form of NĐ 30/2020 to the letter (profile ``nd30``)
    """

    code: str
    kind: FindingKind
    severity: Severity
    source: str
    find: Callable[[Plan], Iterable[Hit]]
    title: str
    advice: str
    strict: bool = False

    def findings(self, plan: Plan) -> list[Finding]:
        """The findings of this rule on a plan; ids are the code and the number of the hit."""
        return [
            Finding(
                id=f"{self.code}-{number}",
                code=self.code,
                kind=self.kind,
                severity=self.severity,
                field=hit.field,
                quote=hit.quote,
                right=hit.right,
                message=hit.message,
                source=self.source,
                span=hit.span,
                block=hit.block,
            )
            for number, hit in enumerate(self.find(plan), 1)
        ]


def at(plan: Plan, start: int, end: int, message: str, *, field: str | None = None, right: str | None = None) -> Hit:
    """A hit on ``plan.text[start:end]``, with the block that holds it."""
    block = next((b.id for b in plan.blocks if b.span[0] <= start < b.span[1]), None)
    return Hit(message, plan.text[start:end], (start, end), block, field, right)
