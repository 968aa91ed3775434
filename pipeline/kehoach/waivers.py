"""Findings that an officer accepts, with the reason: kept apart from the plan, and matched to what checks find anew.

A finding is the same again where code, field and quote are (the message, where it has neither), and its number among
equal ones. Its id counts all findings of a rule, so that it changes when another one goes; its key does not.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from kehoach.errors import KehoachError
from kehoach.plan import Finding, Model

LONGEST_REASON = 500


class Waiver(Model):
    """Why the finding of a key need not be put right."""

    key: Annotated[str, Field(pattern=r"^\w{1,12}-[0-9a-f]{16}$")]
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]
    by: str = ""
    at: str


class WaiverError(KehoachError):
    """A waiver that cannot be: without a reason, or of a finding that there is not."""


def keys_of(findings: Sequence[Finding]) -> dict[str, str]:
    """The key of each finding by its id."""
    seen: Counter[str] = Counter()
    keys = {}
    for finding in findings:
        what = json.dumps([finding.code, finding.field, finding.quote or (not finding.field and finding.message)])
        seen[what] += 1
        keys[finding.id] = f"{finding.code}-{hashlib.sha256(f'{what} {seen[what]}'.encode()).hexdigest()[:16]}"
    return keys


def with_waivers(findings: Sequence[Finding], waivers: Sequence[Waiver]) -> list[Finding]:
    """The findings, those that an officer accepts with the reason; what settings of the office waived stays so."""
    reasons = {waiver.key: waiver.reason for waiver in waivers}
    keys = keys_of(findings) if reasons else {}
    return [
        finding.model_copy(update={"waived": reasons.get(keys.get(finding.id, ""), finding.waived)})
        for finding in findings
    ]


def checked_reason(reason: str) -> str:
    """The reason on one line. Raises ``WaiverError`` where there is none or it is a whole letter."""
    told = " ".join(reason.split())
    if not told:
        raise WaiverError("reason_needed", "Hãy ghi lý do chấp nhận, để người khác hiểu vì sao không phải sửa.")
    if len(told) > LONGEST_REASON:
        raise WaiverError("reason_too_long", f"Lý do dài quá {LONGEST_REASON} ký tự. Hãy viết ngắn hơn.")
    return told
