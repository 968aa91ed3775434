"""The end of a draft: closing sentence, recipients with the parent authority first, signature (NĐ 30/2020, II.7,
II.9).
"""

from __future__ import annotations

from kehoach.drafts.drafting import Drafting
from kehoach.drafts.opening import kind_lower
from kehoach.drafts.points import Ask, Point
from kehoach.knowledge import load
from kehoach.plan import Block

_SHORT = (("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))


def closing(work: Drafting, blocks: list[Block], title: str) -> list[Point]:
    """The closing sentence in the usual form, for the draft's bodies."""
    scope = work.scope
    owner = work.offices.owners[0].name if work.offices.owners else None
    through = f" (qua {owner})" if owner else ""
    addressed = f"các cơ quan, đơn vị, {scope.plural_villages}" if scope.villages else scope.plural_villages
    text = (
        f"Trên đây là Kế hoạch {kind_lower(title)} của {scope.body}; yêu cầu {addressed} nghiêm túc triển khai thực "
        "hiện. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về "
        f"{scope.body}{through} để xem xét, giải quyết./."
    )
    return [Point(text, 0, "closing_form", "adapted", [*(b.id for b in blocks), *work.told_at_end])]


def recipients(work: Drafting) -> list[str]:
    """The entries of Nơi nhận: the parent authority to report to, the unit's standing recipients, the file copy."""
    scope = work.scope
    listed = work.locality.recipients
    if listed is None:
        key = "department" if scope.department else "two_tiers" if scope.two_tiers else "three_tiers"
        listed = [str(r).format(kind=scope.kind, villages=scope.villages) for r in load("offices")["recipients"][key]]
    owner = work.offices.owners[0].name if work.offices.owners else ""
    short = owner if owner.startswith("Phòng") else ""
    district = work.locality.unit.district
    higher = work.plan.header.issuer.level != "district"
    above = [f"UBND {district}"] if higher and district and district.casefold() not in scope.superior.casefold() else []
    return [
        *(f"{name} (để báo cáo)" for name in [*above, _shortened(scope.superior)]),
        *listed,
        f"Lưu: VT{', ' + short if short else ''}",
    ]


def _shortened(name: str) -> str:
    for long, short in _SHORT:
        name = name.replace(long, short)
    return name


def signature(work: Drafting) -> tuple[list[str], list[Ask]]:
    """The lines of the signature, and what is unknown of it; the name is never guessed."""
    signer, scope = work.locality.signer, work.scope
    capacity = signer.capacity or (None if scope.department else "TM. ỦY BAN NHÂN DÂN")
    position = signer.position or (["GIÁM ĐỐC"] if scope.department else ["CHỦ TỊCH"])
    lines = [*([capacity] if capacity else []), *position]
    if signer.name:
        return [*lines, signer.name], []
    return lines, [Ask("name", "Hồ sơ không ghi họ tên người ký. Ghi họ và tên.", None)]
