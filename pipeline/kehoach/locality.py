"""The profile of the unit that signs a draft: read from TOML, checked against the levels of government by date."""

from __future__ import annotations

import tomllib
from datetime import date as Date
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import Field, ValidationError

from kehoach.errors import KehoachError
from kehoach.knowledge import in_force, load
from kehoach.knowledge.places import CHANGED, Place, folded, knows_province, places_named, predecessors
from kehoach.plan import Model

UnitKind: TypeAlias = Literal["xã", "phường", "thị trấn", "đặc khu", "sở"]


class Unit(Model):
    """The unit: its kind and name, and the units above it.

    province    as written in documents (``tỉnh Mây Ngàn``); None takes the one of the parent plan; a department needs
                it where the parent is no plan of a committee
    district    only before 2025-07-01 (``huyện Đồi Sim``)
    merged_from  units that it was formed from
    """

    kind: UnitKind
    name: str = Field(min_length=1)
    province: str | None = None
    district: str | None = None
    merged_from: list[str] = Field(default_factory=list)

    @property
    def full(self) -> str:
        """``xã Suối Ngàn``, ``Sở Nội vụ``, ``Phường 1`` (capitals: NĐ 30/2020, Phụ lục II, III.1)."""
        capital = self.kind == "sở" or self.name[:1].isdigit()
        return f"{self.kind.capitalize() if capital else self.kind} {self.name}"


class Letterhead(Model):
    """What the letterhead needs: number (blank until given), symbol, place."""

    number: str | None = None
    symbol: str | None = None
    place: str | None = None


class Villages(Model):
    """The level below a commune: what it is called, its names on a day (they change)."""

    kind: str
    names: list[str] = Field(default_factory=list)
    as_of: Date | None = None


class Signer(Model):
    """Who signs: ``capacity`` and ``position`` as printed; a deputy's position has two lines."""

    capacity: str | None = None
    position: list[str] = Field(default_factory=list)
    name: str | None = None


class Deadlines(Model):
    """How many days before the parent's date the unit sets its own."""

    days_ahead: int = Field(default=5, ge=0, le=60)


class Office(Model):
    """An office of the unit, and the fields of work (ids of ``knowledge/offices.toml``) that it has."""

    name: str
    fields: list[str] = Field(default_factory=list)


class Allocation(Model):
    """The unit's own figure where the parent has one for all: ``parent`` are words of the parent's clause."""

    parent: str
    text: str


class Locality(Model):
    """A profile. ``example`` marks an invented unit."""

    example: bool = False
    date: Date | None = None
    unit: Unit
    letterhead: Letterhead = Letterhead()
    villages: Villages | None = None
    signer: Signer = Signer()
    deadlines: Deadlines = Deadlines()
    offices: list[Office] = Field(default_factory=list)
    recipients: list[str] | None = None
    allocations: list[Allocation] = Field(default_factory=list)


class LocalityError(KehoachError):
    """A profile that cannot be used: unreadable, incomplete, or units that contradict each other or the date."""


def read_locality(source: str | Path) -> Locality:
    """A TOML file → the profile. Raises ``LocalityError`` with a Vietnamese message that names the field."""
    path = Path(source)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LocalityError("not_found", "Không tìm thấy tệp hồ sơ địa phương.", file=path.name) from None
    except OSError as error:
        raise LocalityError(
            "unreadable", f"Không mở được hồ sơ địa phương ({error.strerror}).", file=path.name
        ) from None
    except UnicodeDecodeError:
        raise LocalityError("not_utf8", "Hồ sơ địa phương phải lưu bằng mã UTF-8.", file=path.name) from None
    except tomllib.TOMLDecodeError as error:
        raise LocalityError("not_toml", f"Hồ sơ địa phương sai cú pháp TOML: {error}.", file=path.name) from None
    try:
        return Locality.model_validate(data)
    except ValidationError as error:
        raise LocalityError("bad_profile", _explain(error), file=path.name) from None


def _explain(error: ValidationError) -> str:
    """The first thing that is wrong, and how many more."""
    words = {
        "missing": "thiếu mục này",
        "extra_forbidden": "không có mục tên này",
        "literal_error": "giá trị không thuộc các loại đơn vị: xã, phường, thị trấn, đặc khu, sở",
        "string_type": "phải là chữ trong ngoặc kép",
        "string_too_short": "không được để trống",
        "list_type": "phải là danh sách",
    }
    details = error.errors()
    first = details[0]
    where = ".".join(str(part) for part in first["loc"])
    more = f" (và {len(details) - 1} lỗi khác)" if len(details) > 1 else ""
    return f"Hồ sơ địa phương, mục “{where}”: {words.get(first['type'], 'giá trị không hợp lệ')}{more}."


def find_unit(kind: UnitKind, name: str, province: str | None, district: str | None, day: Date) -> Unit:
    """A unit by its name, with the units above it and those that it was formed from, as far as the tables tell.

    A name that is in no table is taken as it is: units change. Raises ``LocalityError`` where several have the name, or
    where it was one before or after ``day`` only.
    """
    given = Unit(kind=kind, name=name, province=province, district=district)
    if kind == "sở":
        return given
    unit = f"{kind} {name}"
    found = _of(places_named(unit, day), province, district)
    if len(found) > 1:
        listed = "; ".join(place.full for place in found[:6]) + ("…" if len(found) > 6 else "")
        message = (
            f"Có {len(found)} đơn vị tên “{given.full}”: {listed}. Hãy ghi thêm tỉnh (và huyện, trước ngày 01/7/2025)."
        )
        raise LocalityError("ambiguous_unit", message)
    if not found:
        _refuse_other_times(given, day)
        return given
    place = found[0]
    merged = [old.unit if old.unit else old.district or "" for old in predecessors(place)] if day >= CHANGED else []
    above = _of_day(place.province, day)
    return Unit(kind=kind, name=name, province=above, district=place.district, merged_from=merged)


def _of(places: list[Place], province: str | None, district: str | None) -> list[Place]:
    """Those of a province and district; a province that the tables do not know tells nothing."""
    if province and knows_province(province):
        places = [p for p in places if folded(p.province) == folded(province)]
    if district:
        places = [p for p in places if p.district and folded(p.district) == folded(district)]
    return places


def _refuse_other_times(given: Unit, day: Date) -> None:
    """Refuse a name of before 2025-07-01 in a profile of after it, and units above that have no unit of this name."""
    unit = f"{given.kind} {given.name}"
    other = _of(places_named(unit, CHANGED if day < CHANGED else Date.min), given.province, given.district)
    if other and day >= CHANGED:
        became = "; ".join(f"{place.full} {_became(place)}" for place in other[:4])
        raise LocalityError("unit_dissolved", f"“{given.full}” không còn như trước ngày 01/7/2025: {became}.")
    if there := places_named(unit, day):
        listed = "; ".join(place.full for place in there[:6])
        raise LocalityError("other_units_above", f"“{given.full}” không thuộc các đơn vị đã ghi; có: {listed}.")
    if other:
        raise LocalityError("unit_not_on_date", f"“{given.full}” ({other[0].province}) chỉ có từ ngày 01/7/2025.")


def _became(place: Place) -> str:
    if not place.became:
        return "đã sắp xếp trước đó"
    return f"nay thuộc {', '.join(place.became)}, {place.successor}"


def _of_day(province: str, day: Date) -> str:
    """``thành phố Đồng Nai`` from the day on which it is governed centrally."""
    name = province.removeprefix("tỉnh ")
    city = next((c for c in load("units")["central_city"] if c["name"] == name and in_force(c, day)), None)
    return f"thành phố {name}" if city else province


def check_units(locality: Locality, day: Date) -> None:
    """Raise ``LocalityError`` where the unit cannot exist on ``day`` or its levels contradict each other.

    Source: Luật 72/2025/QH15, Điều 51.3; QĐ 19/2025/QĐ-TTg (no thị trấn after 2025-07-01).
    """
    unit = locality.unit
    tiers = load("tiers")
    if not in_force(next(u for u in tiers["unit"] if u["kind"] == unit.kind), day):
        raise LocalityError("unit_not_on_date", f"Ngày {day:%d/%m/%Y} không có đơn vị loại “{unit.kind}”.")
    two_tiers = next(r for r in tiers["regime"] if in_force(r, day))["name"] == "two_tiers"
    if two_tiers and unit.district:
        message = f"Từ ngày 01/7/2025 không còn cấp huyện; hãy bỏ mục unit.district (“{unit.district}”)."
        raise LocalityError("district_dissolved", message)
    if not two_tiers and unit.kind != "sở" and not unit.district:
        raise LocalityError("district_needed", "Trước ngày 01/7/2025 cấp xã thuộc cấp huyện; hãy ghi unit.district.")
    known = {f["id"] for f in load("offices")["field"]}
    for office in locality.offices:
        if unknown := set(office.fields) - known:
            message = (
                f"Mục offices “{office.name}”: không có lĩnh vực {', '.join(sorted(unknown))}; có "
                f"{', '.join(sorted(known))}."
            )
            raise LocalityError("unknown_field", message)
    villages = locality.villages
    allowed = next(u["villages"] for u in tiers["unit"] if u["kind"] == unit.kind)
    if villages and villages.kind not in allowed:
        message = (
            f"Đơn vị loại “{unit.kind}” không chia thành “{villages.kind}”; có thể là "
            f"{', '.join(allowed) or 'không có'}."
        )
        raise LocalityError("unknown_village_kind", message)
