"""The profile of a unit as a form: what officers type → ``Locality``, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from pydantic import ValidationError

from kehoach.knowledge import in_force, load
from kehoach.locality import Locality, LocalityError, Office, check_units
from kehoach.web.typed_values import ValueTypedError, date_to_type, typed_date, typed_list

TWO_TIERS, THREE_TIERS = "two_tiers", "three_tiers"


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit that the form offers: its name, the regimes in which it exists, the names of its villages."""

    kind: str
    regimes: tuple[str, ...]
    villages: tuple[str, ...]


def unit_kinds() -> tuple[UnitKind, ...]:
    """The kinds of ``knowledge/tiers.toml``, each with the regimes of government in which it exists."""
    tiers = load("tiers")
    return tuple(
        UnitKind(u["kind"], tuple(r["name"] for r in tiers["regime"] if _overlap(u, r)), tuple(u["villages"]))
        for u in tiers["unit"]
    )


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    first, last = Date.min, Date.max
    starts = max(one.get("from", first), other.get("from", first))
    return bool(starts < min(one.get("to", last), other.get("to", last)))


def regime_on(day: Date) -> str:
    """The regime of government on a day."""
    return str(next(r["name"] for r in load("tiers")["regime"] if in_force(r, day)))


def typed_day(text: str) -> Date | None:
    """A whole day as typed; None for an empty field. Raises ``ValueTypedError``."""
    found = typed_date(text)
    if found is None:
        return None
    if found.startswith("--") or len(found) != 10:
        raise ValueTypedError(
            "bad_date", f"Ngày “{text.strip()[:40]}” chưa đủ. Hãy viết cả ngày, tháng, năm: 15/01/2026."
        )
    return Date.fromisoformat(found)


def locality_of(typed: Mapping[str, str], day: Date) -> Locality:
    """What was typed → the profile, checked for the day of the draft. Raises ``KehoachError`` in Vietnamese."""

    def said(name: str) -> str | None:
        return " ".join(typed.get(name, "").split()) or None

    if not said("name"):
        raise LocalityError("name_needed", "Hãy ghi tên đơn vị, ví dụ: Suối Ngàn.")
    villages = said("village_kind")
    ahead = said("days_ahead") or "5"
    if not ahead.isdecimal() or int(ahead) > 60:
        raise LocalityError("bad_days", "Số ngày trước hạn của cấp trên phải từ 0 đến 60.")
    data = {
        "date": day,
        "unit": {
            "kind": said("kind"),
            "name": said("name"),
            "province": said("province"),
            "district": said("district") if regime_on(day) == THREE_TIERS else None,
        },
        "letterhead": {"symbol": said("symbol"), "place": said("place")},
        "villages": {"kind": villages, "names": typed_list(typed.get("villages", ""))} if villages else None,
        "signer": {
            "capacity": said("capacity"),
            "position": typed_list(typed.get("position", "")),
            "name": said("signer"),
        },
        "deadlines": {"days_ahead": int(ahead)},
        "offices": [office.model_dump() for office in _offices(typed.get("offices", ""))],
        "recipients": typed_list(typed.get("recipients", "")) or None,
    }
    try:
        found = Locality.model_validate(data)
    except ValidationError:
        raise LocalityError("bad_profile", "Hồ sơ đơn vị chưa đúng; hãy xem lại loại và tên đơn vị.") from None
    check_units(found, day)
    return found


def _offices(text: str) -> list[Office]:
    """``Phòng Kinh tế: nông thôn mới, tài chính``, one office a line; fields of work by any of their words."""
    by_word = {word.casefold(): f["id"] for f in load("offices")["field"] for word in [f["id"], *f["words"]]}
    found = []
    for line in typed_list(text):
        name, _, fields = line.partition(":")
        words = [word.strip() for word in fields.split(",") if word.strip()]
        if unknown := [word for word in words if word.casefold() not in by_word]:
            known = ", ".join(_field_words().values())
            message = f"Bộ phận “{name.strip()}”: không có lĩnh vực “{unknown[0]}”. Có thể ghi: {known}."
            raise LocalityError("unknown_field", message)
        found.append(Office(name=name.strip(), fields=list(dict.fromkeys(by_word[w.casefold()] for w in words))))
    return found


def _field_words() -> dict[str, str]:
    """What each field of work is called in the form: the first of its words that holds no comma."""
    return {f["id"]: next(w for w in [*f["words"], f["id"]] if "," not in w) for f in load("offices")["field"]}


def typed_of(locality: Locality | None, day: Date) -> dict[str, str]:
    """A profile as the form holds it; an empty form where there is none."""
    if locality is None:
        empty = dict.fromkeys(("name", "province", "district", "symbol", "place", "villages", "signer", "offices"), "")
        signed = {"capacity": "TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH", "recipients": ""}
        return {
            **empty,
            **signed,
            "kind": "xã",
            "village_kind": "thôn",
            "days_ahead": "5",
            "day": date_to_type(day.isoformat()),
        }
    unit, signer, villages = locality.unit, locality.signer, locality.villages
    words = _field_words()
    offices = [f"{o.name}: {', '.join(words.get(f, f) for f in o.fields)}" for o in locality.offices]
    return {
        "day": date_to_type(day.isoformat()),
        "kind": unit.kind,
        "name": unit.name,
        "province": unit.province or "",
        "district": unit.district or "",
        "symbol": locality.letterhead.symbol or "",
        "place": locality.letterhead.place or "",
        "village_kind": villages.kind if villages else "",
        "villages": "\n".join(villages.names) if villages else "",
        "capacity": signer.capacity or "",
        "position": "\n".join(signer.position),
        "signer": signer.name or "",
        "days_ahead": str(locality.deadlines.days_ahead),
        "offices": "\n".join(offices),
        "recipients": "\n".join(locality.recipients or []),
    }
