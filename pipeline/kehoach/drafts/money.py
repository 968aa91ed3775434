"""Money of the unit above: its budget and amounts are not the draft's own; who pays here only a person knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.drafts.points import Ask
from kehoach.drafts.scope import Scope
from kehoach.drafts.targets import STATE, clause_around
from kehoach.facts.quantities import find_quantities
from kehoach.plan import Role, Target

_MONEY = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*đồng$", re.IGNORECASE)
#: What a figure behind counts is a whole: ``số lượng mẫu quan trắc 240 mẫu/năm``
_COUNTED = re.compile(r"(?:số lượng|tổng số|tổng cộng)[^,;.:\d]*:?[^,;.:\d]*$", re.IGNORECASE)
#: No single commune is meant by things in such numbers; measures and what each gets (``5.000 đồng/hộ``) are no counts
_THOUSAND = 1000
_THINGS = re.compile(r"(?!.*(?:đồng|năm|ngày|giờ|phút)$)[^/%\d]{2,}")
_OWN_BUDGET = re.compile(
    r"ngân sách\s+(?:nhà nước\s+)?(?:cấp\s+)?(?:xã|phường|đặc khu|địa phương|các cấp)|"
    r"ngân sách[^.;]*\s(?:cấp\s+)?(?:xã|phường)(?!\w)",
    re.IGNORECASE,
)


def ask_for_money(text: str, roles: Sequence[Role], scope: Scope) -> Ask | None:
    """A question where a statement of money names the budget of the unit above and not the draft's own."""
    above = rf"ngân sách\s+(?:nhà nước\s+)?(?:của\s+|cấp\s+)?{scope.upper_words}"
    told = re.search(above, text, re.IGNORECASE)
    if scope.department or told is None or _OWN_BUDGET.search(text):
        return None
    if "budget" not in roles and not re.match(r"(?:Nguồn\s+)?[Kk]inh phí", text):
        return None
    source = told[0][:1].lower() + told[0][1:]
    message = f"Kế hoạch cấp trên nêu {source}. Ghi nguồn kinh phí của {scope.kind}, hoặc giữ nguyên."
    return Ask("content", message, text, ["Giữ nguyên"])


def amounts(text: str, roles: Sequence[Role], scope: Scope) -> list[Target]:
    """Sums of money in a statement of money, what is counted as a whole, what a territory has now, and things by the
    thousand, as figures of the unit above.
    """
    whole = re.compile(rf"(?:địa bàn|toàn|cả)\s+(?:toàn\s+)?{scope.upper_words}")
    found = [
        q
        for q in find_quantities(text)
        if ("budget" in roles and _MONEY.search(q.unit or ""))
        or (q.unit and _COUNTED.search(text[: q.figure[0]]))
        or STATE.match(clause_around(text, q.figure[0]))
        or (q.unit and not q.unit.startswith("%") and whole.search(clause_around(text, q.figure[0])))
        or (q.value >= _THOUSAND and _THINGS.fullmatch(q.unit or "") and not text[: q.figure[0]].endswith("năm "))
    ]
    return [Target(quote=text, indicator="", comparator="=", value=q.value, unit=q.unit, span=q.figure) for q in found]
