"""The place of a draft between the levels: what its unit, the unit above and the level below are called on its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kehoach.errors import KehoachError
from kehoach.knowledge import alternatives, in_force, load
from kehoach.knowledge.places import knows_province, successor_of
from kehoach.locality import Locality, LocalityError, check_units
from kehoach.plan import Plan

ORDER = ("central", "province", "district", "commune", "unit")
_UNIT_OF = re.compile(
    r"(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã(?!\s+hội)|phường|thị trấn|đặc khu)\s+(?P<name>\S.*)$", re.IGNORECASE
)


class DeriveError(KehoachError):
    """A parent from which this locality can derive nothing: no plan, not higher, of a level that is gone."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Names of the levels around a draft.

    kind, full     the unit (``xã``, ``xã Suối Ngàn``); ``body`` the authority that issues the draft
    upper          words that mean the unit of the parent (``tỉnh``, ``Thành phố``), ``upper_name`` its proper name
    superior       the body that issued the parent, in full
    authority      the body to which the unit reports: the superior, or what took its place by the date of the draft
    central        a body of the centre issued the parent; ``of_department`` a department or ministry did
    villages       what the level below is called; ``""`` where there is none
    two_tiers      no district level on the date of the draft
    """

    kind: str
    full: str
    body: str
    upper: tuple[str, ...]
    upper_name: str
    superior: str
    villages: str
    two_tiers: bool
    department: bool
    day: date
    authority: str = ""
    central: bool = False
    of_department: bool = False

    @property
    def whole(self) -> str:
        """What the parent's figures count as a whole: ``tỉnh``, ``nước``."""
        return "nước" if self.central else self.upper[0]

    @property
    def upper_words(self) -> str:
        """A pattern for the unit of the parent, with or without its name."""
        name = rf"(?:\s+{re.escape(self.upper_name)})?" if self.upper_name else ""
        return rf"(?:{alternatives(self.upper)}){name}(?!\w)(?!\s+[ủu][ỷy])"

    @property
    def plural_villages(self) -> str:
        """``các thôn``; the offices of a department."""
        return f"các {self.villages}" if self.villages else "các phòng, đơn vị thuộc Sở"


def scope_of(plan: Plan, locality: Locality, day: date) -> Scope:
    """The scope of a draft of ``day``. Raises ``DeriveError`` or ``LocalityError`` where parent and unit do not fit."""
    check_units(locality, day)
    _check_parent(plan, locality, day)
    unit = locality.unit
    department = unit.kind == "sở"
    issuer = plan.header.issuer
    superior = issuer.name or ""
    match = _UNIT_OF.search(superior) or _city_of(plan)
    upper_kind = (match["kind"] if match else {"district": "huyện"}.get(issuer.level or "", "tỉnh")).casefold()
    default = next(u["villages"] for u in load("tiers")["unit"] if u["kind"] == unit.kind)
    villages = locality.villages.kind if locality.villages else (default[0] if default else "")
    return Scope(
        kind=unit.kind,
        full=unit.full,
        body=unit.full if department else f"Ủy ban nhân dân {unit.full}",
        upper=_forms(upper_kind),
        upper_name=match["name"].strip() if match else "",
        superior=superior,
        villages=villages,
        two_tiers=is_two_tiers(day),
        department=department,
        day=day,
        authority=_of_today(superior, issuer.kind, match, day),
        central=issuer.level == "central",
        of_department=issuer.kind in ("department", "ministry"),
    )


def _city_of(plan: Plan) -> re.Match[str] | None:
    """A department that names no unit is that of the city of its letterhead (``Sở Xây dựng Hà Nội``)."""
    city = f"thành phố {plan.header.place}"
    return _UNIT_OF.match(city) if plan.header.issuer.level == "province" and knows_province(city) else None


def _of_today(superior: str, kind: str | None, match: re.Match[str] | None, day: date) -> str:
    """The committee of the province that has the territory of the parent's (NQ 202/2025/QH15)."""
    if match is None or kind != "people_committee" or match["kind"].casefold() not in ("tỉnh", "thành phố"):
        return superior
    now = successor_of(match[0], day)
    return superior if now.casefold() == match[0].casefold() else f"Ủy ban nhân dân {now}"


def is_two_tiers(day: date) -> bool:
    """Is there no district level on ``day``? Luật 72/2025/QH15, Điều 51.3."""
    return bool(next(r for r in load("tiers")["regime"] if in_force(r, day))["name"] == "two_tiers")


def _forms(kind: str) -> tuple[str, ...]:
    """How documents write the unit: ``thành phố``, ``Thành phố``, ``TP``."""
    forms = (kind, kind.capitalize())
    return (*forms, "TP.", "TP") if kind == "thành phố" else forms


def _check_parent(plan: Plan, locality: Locality, day: date) -> None:
    header, unit = plan.header, locality.unit
    if any(f.kind == "not_a_plan" for f in plan.findings) or not plan.blocks:
        raise DeriveError("not_a_plan", "Văn bản cấp trên không phải là kế hoạch; không có gì để cụ thể hóa.")
    level = header.issuer.level
    if level is None:
        raise DeriveError("unknown_issuer", "Không đọc được cơ quan ban hành kế hoạch cấp trên; hãy sửa rồi làm lại.")
    own = "province" if unit.kind == "sở" else "commune"
    higher = ORDER.index(level) < ORDER.index(own)
    beside = unit.kind == "sở" and level == "province" and header.issuer.kind != "department"
    if not (higher or beside):
        message = f"Kế hoạch của “{header.issuer.name}” không phải của cấp trên {unit.full}."
        raise DeriveError("parent_not_higher", message)
    if level == "district" and is_two_tiers(day):
        message = f"Kế hoạch của cấp huyện không làm căn cứ cho kế hoạch ngày {day:%d/%m/%Y}: không còn cấp huyện."
        raise DeriveError("parent_dissolved", message)
    if unit.kind == "sở" and header.issuer.kind != "people_committee" and not unit.province:
        message = (
            "Kế hoạch cấp trên không phải của UBND tỉnh, thành phố: hồ sơ của sở phải ghi tỉnh, thành phố (province)."
        )
        raise LocalityError("no_province", message)
    if locality.example:  # invented units stand under any parent
        return
    above = {"province": unit.province, "district": unit.district}.get(level)
    name = (header.issuer.name or "").casefold()
    match = _UNIT_OF.search(header.issuer.name or "")
    now = successor_of(match[0], day).casefold() if match else ""
    if above and _UNIT_OF.search(above) and above.casefold() not in (name, now) and above.casefold() not in name:
        message = f"Hồ sơ ghi cấp trên là “{above}”, nhưng kế hoạch là của “{header.issuer.name}”."
        raise LocalityError("other_superior", message)
