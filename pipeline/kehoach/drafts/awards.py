"""Awards: what the head of the unit may give he gives, the rest is proposed upward (``knowledge/powers.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.drafts.scope import Scope
from kehoach.facts.awards import FORM
from kehoach.knowledge import in_force, load

_LEVELS = {"sở": "province"}
_GIVES = re.compile(
    r"^(?:Tặng(?: thưởng)?|Khen thưởng|Trao tặng)?\s*(?=(?:Giấy khen|Bằng khen|Cờ|Huân chương|Huy chương|Kỷ niệm "
    r"chương|danh hiệu))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s+của\s+(?P<who>(?:[Tt]hủ trưởng|Chủ tịch|Thủ tướng|UBND|Ủy ban|Giám đốc|Bộ|các)[^.:(]*?)(?=\s*"
    r"(?:\s(?:tặng\s+)?cho|\sđối với|[.:(]|;(?!\s*Chủ tịch)|$))"
)
_HIGHER_GIVER = re.compile(
    r"^(?P<who>(?:Chủ tịch|Thủ tướng|Bộ trưởng|Hội đồng)[^,.;:]*?)\s+(?P<verb>xem xét\b[^.;:]{0,20}?tặng|tặng|quyết "
    r"định tặng|khen thưởng)"
)


@dataclass(slots=True)
class OwnAward:
    """The text of an award at the draft's level; ``rule`` is None where nothing changed."""

    text: str
    rule: str | None = None
    note: str | None = None


def may_give(form: str, scope: Scope) -> bool:
    """May the head of the unit give this award on the draft's date?"""
    level = _LEVELS.get(scope.kind, "commune")
    return any(
        power["level"] == level and power["award"].casefold() == form.casefold() and in_force(power, scope.day)
        for power in load("powers")["power"]
    )


def giver(scope: Scope) -> str:
    """Who gives for the unit."""
    return f"Giám đốc {scope.full}" if scope.department else f"Chủ tịch UBND {scope.kind}"


def own_award(text: str, scope: Scope) -> OwnAward:
    """Reword a paragraph that provides for awards; paragraphs that speak of awards in general stay."""
    if given := _HIGHER_GIVER.match(text):
        if scope.kind in given["who"].casefold():
            return OwnAward(text)
        return OwnAward(f"Đề nghị {text}", "proposed_award", "Không thuộc thẩm quyền của đơn vị: đề nghị cấp trên.")
    if re.match(r"Trình\s", text):
        return OwnAward(
            f"Đề nghị cấp có thẩm quyền {text[:1].lower()}{text[1:]}", "proposed_award", "Đề nghị qua cấp trên."
        )
    match = FORM.search(text)
    if not match or not _GIVES.match(text) or match.start() > 12:
        return OwnAward(text)
    form = match["form"]
    by = _BY.search(text, match.end("form"))
    if may_give(form, scope):
        rest = text[by.end() :] if by else text[match.end("form") :]
        tail = rest if rest[:1] in ".;:" else f" {rest.strip()}" if rest.strip() else ""
        head = "Tặng " if text.casefold().startswith("tặng") else ""
        return OwnAward(f"{head}{form[:1].upper()}{form[1:]} của {giver(scope)}{tail}", "own_award")
    award = text[match.start() : by.start() if by else None].strip()
    who = by["who"].strip() if by else "cấp có thẩm quyền"
    rest = re.sub(r"^\s*tặng(?=\s+cho)", "", text[by.end() :].rstrip()) if by else ""
    return OwnAward(
        f"Đề nghị {who} tặng {award}{rest}", "proposed_award", "Không thuộc thẩm quyền của đơn vị: đề nghị cấp trên."
    )
