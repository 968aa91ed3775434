"""What stands around the body of a plan, told from its text: letterhead, title, recipients, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.plan import Plan

_MOTTO = re.compile(r"^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines of the head; ``superior`` stands above the issuer."""

    superior: list[str]
    issuer: list[str]
    number: str
    motto: tuple[str, str]
    place_and_date: str
    document_type: str
    title: str


@dataclass(frozen=True, slots=True)
class Foot:
    """Recipients, the lines of capacity and position, and the name if it is known."""

    recipients: list[str]
    signing: list[str]
    name: str | None


def letterhead_of(plan: Plan) -> Letterhead:
    """The head of a draft: its text holds the left column, then the motto, then place and date."""
    end = plan.blocks[0].span[0] if plan.blocks else len(plan.text)
    lines = plan.text[:end].split("\n")
    kind = (plan.header.document_type or "Kế hoạch").upper()
    at = lines.index(kind) if kind in lines else len(lines)
    motto = next((i for i, line in enumerate(lines[:at]) if _MOTTO.match(line)), at)
    left, right = lines[:motto], lines[motto:at]
    number = next((line for line in left if re.match(r"\s*Số\s*:", line)), "Số:      /KH-UBND")
    named = [line for line in left if line != number]
    department = len(named) > 1 and not named[0].startswith("ỦY BAN")
    return Letterhead(
        superior=named[:1] if department else [],
        issuer=named[1:] if department else named,
        number=number,
        motto=(right[0] if right else "", right[1] if len(right) > 1 else ""),
        place_and_date=right[2] if len(right) > 2 else "",
        document_type=kind,
        title=plan.header.title or "",
    )


def foot_of(plan: Plan) -> Foot:
    """Recipients and signature, with the lines of the position as they were printed."""
    signature = plan.signature
    lines: list[str] = []
    for key in ("capacity", "position"):
        if key in signature.spans:
            start, stop = signature.spans[key]
            lines += plan.text[start:stop].split("\n")
    return Foot([r.quote for r in plan.recipients], lines, signature.name)
