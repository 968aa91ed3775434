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
_GIVER = r"(?:Chủ tịch|Thủ tướng|Bộ trưởng|Giám đốc [Ss]ở|Ủy ban nhân dân|UBND)(?!\w)"
_HIGHER_GIVER = re.compile(
    rf"^(?P<who>(?:{_GIVER}|Hội đồng)[^,.;:]*?)\s+"
    r"(?P<verb>xem xét\b[^.;:]{0,20}?tặng|tặng|quyết định tặng|khen thưởng)"
)
#: A giver above behind a lead-in or another award (``Hằng năm: Chủ tịch … tặng Bằng khen``)
_GIVER_INSIDE = re.compile(
    rf"(?P<mark>[.:;]\s+)(?P<who>{_GIVER}[^,.;:]*?)\s+(?=(?:xem xét\b[^.;:]{{0,20}}?tặng|tặng|"
    r"quyết định (?:tặng|khen))(?!\w))"
)
#: Departments and communes side by side reward within their powers: offices and villages have none (Điều 80)
_EACH_REWARDS = re.compile(
    r"^(?:Các\s+)?(?:[Ss]ở|[Bb]an|[Cc]ơ quan|[Nn]gành)[^.;:]*?(?:UBND|Ủy ban nhân dân)\s+(?:các\s+)?"
    r"(?:cấp xã|xã|phường)[^.;:]*?\s"
    r"(?P<verb>(?:(?:chủ động|xem xét|xét),?\s+)?(?:quyết định\s+)?(?:khen thưởng|tặng Giấy khen)\s[^.;]*)"
)
#: How many the unit above rewards in all
_QUOTA = re.compile(
    r"(?:(?:không quá|tối đa|ít nhất)\s+)?\d+\s+(?=(?:xã|phường|đặc khu|thôn|ấp|khóm|bản|tổ dân phố|tập thể|cá nhân|"
    r"hộ|gia đình|đơn vị|địa phương|cơ quan|doanh nghiệp)(?!\w))"
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


def _proposed(text: str, scope: Scope) -> OwnAward:
    """An award that is proposed upward; how many the unit above gives in all is not the draft's to say."""
    note = "Không thuộc thẩm quyền của đơn vị: đề nghị cấp trên."
    own = text if scope.department else _QUOTA.sub("", text)
    if own != text:
        told = ", ".join(dict.fromkeys(m[0].strip() for m in _QUOTA.finditer(text)))
        note += f" Bỏ số lượng của cả {scope.whole} ({told})."
    return OwnAward(own, "proposed_award", note)


def _asked(match: re.Match[str], scope: Scope) -> str:
    """A giver above, asked for the award; the unit's own gives it."""
    word = "Đề nghị" if match["mark"][0] == "." else "đề nghị"
    return match[0] if scope.kind in match["who"] else f"{match['mark']}{word} {match['who']} "


def own_award(text: str, scope: Scope) -> OwnAward:
    """Reword a paragraph that provides for awards; paragraphs that speak of awards in general stay."""
    if (given := _HIGHER_GIVER.match(text)) and scope.kind not in given["who"].casefold():
        return _proposed(f"Đề nghị {text}", scope)
    if each := _EACH_REWARDS.match(text):
        head = giver(scope) if scope.department else f"Chủ tịch Ủy ban nhân dân {scope.kind}"
        return OwnAward(f"{head} {each['verb']}{text[each.end() :]}", "own_award", "Thuộc thẩm quyền của đơn vị.")
    if inside := next((m for m in _GIVER_INSIDE.finditer(text) if scope.kind not in m["who"]), None):
        above = _GIVER_INSIDE.sub(lambda m: _asked(m, scope), text[inside.start() :])
        upward = _proposed(above, scope)
        return OwnAward(text[: inside.start()] + upward.text, upward.rule, upward.note)
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
