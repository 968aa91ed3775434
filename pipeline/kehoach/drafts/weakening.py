"""What makes a draft ask for less than its parent: a lower rate, a later date. It may stand, but not unsaid."""

from __future__ import annotations

import re

from kehoach.facts.quantities import find_quantities
from kehoach.facts.times import find_times

LOWER = "Thấp hơn chỉ tiêu của kế hoạch cấp trên"
LATER = "Muộn hơn thời hạn của kế hoạch cấp trên"


def lower(above: str, own: str) -> str | None:
    """Is a rate of ``own`` (``85%``, or ``85`` where only the number is asked) below all rates of ``above``?"""
    rates = [q.value for q in find_quantities(above) if (q.unit or "").startswith("%")]
    told = [q.value for q in find_quantities(own) if (q.unit or "").startswith("%")]
    bare = re.match(r"\s*(\d+(?:,\d+)?)\s*$", own)
    if not told and bare:
        told = [float(bare[1].replace(",", "."))]
    return LOWER if rates and told and min(told) < min(rates) else None


def later(above: str, own: str) -> str | None:
    """Does a time of ``own`` end behind the last one of ``above``?"""
    ends, told = _ends(above), _ends(own)
    if not ends or not told:
        return None
    last, latest = max(ends), max(told)
    shared = min(len(last), len(latest))
    return LATER if latest[:shared] > last[:shared] else None


def weakened(above: str, own: str) -> str | None:
    """Both together, for a paragraph that an officer edited."""
    return "; ".join(filter(None, [lower(above, own), later(above, own)])) or None


def _ends(text: str) -> list[str]:
    return [time.end for time in find_times(text) if time.end and time.end[0] != "-" and not time.recurrence]
