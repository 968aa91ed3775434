"""Communes before and after 2025-07-01: their provinces and districts, and which became which.

The tables are of the early and the middle of 2025 (QĐ 19/2025/QĐ-TTg: 3,321 units); what changed since is not in them,
so an unknown name is no error. Sources and notices: ``places.NOTICE``; built by ``scripts/places.py``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

#: First day without districts and with the new communes. Luật 72/2025/QH15, Điều 51.3.
CHANGED = date(2025, 7, 1)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Place:
    """A commune as documents write it.

    unit, district, province   ``xã Đông Thái``, ``huyện An Biên``, ``tỉnh Kiên Giang``; no district from 2025-07-01
    successor                  the province of today; ``became`` the communes, empty where the tables do not tell
    """

    unit: str
    province: str
    district: str | None = None
    successor: str | None = None
    became: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """``xã Đông Thái, huyện An Biên, tỉnh Kiên Giang``."""
        return ", ".join(filter(None, [self.unit, self.district, self.province]))


def places_named(unit: str, day: date) -> list[Place]:
    """The communes of that kind and name (``xã An Biên``) that there were on ``day``, however tones are set."""
    wanted = folded(unit)
    return [place for place in (_now() if day >= CHANGED else _before()) if folded(place.unit) == wanted]


def predecessors(place: Place) -> list[Place]:
    """The communes that a commune of today was formed from."""
    return [old for old in _before() if old.successor == place.province and place.unit in old.became]


def successor_of(province: str, day: date) -> str:
    """The province that has the territory of ``province`` on ``day``; itself where nothing is known."""
    if day < CHANGED:
        return province
    wanted = folded(province)
    return next((old.successor or province for old in _before() if folded(old.province) == wanted), province)


def knows_province(name: str) -> bool:
    """Does one of the tables have this province?"""
    return folded(name) in {folded(place.province) for place in (*_now(), *_before())}


@cache
def unit_names(now: bool) -> frozenset[str]:
    """The names of all units, with their kind, in small letters: ``tỉnh kiên giang``; before or from 2025-07-01."""
    found: set[str] = set()
    for place in _now() if now else _before():
        found |= {name.lower() for name in (place.unit, place.district, place.province) if name}
    return frozenset(found)


@cache
def district_cities() -> frozenset[str]:
    """The cities of the district level before 2025-07-01 (``thành phố Biên Hòa``) that are no provinces today."""
    today = {place.province for place in _now()}
    cities = {place.district for place in _before() if place.district and place.district.startswith("thành phố ")}
    return frozenset(cities - today)


_KIND = re.compile(r"^(?:thành phố|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+")


@cache
def bare_names() -> frozenset[str]:
    """The names of all units, of today and before, without their kind, in small letters: ``kiên giang``."""
    return frozenset(without_kind(unit) for now in (True, False) for unit in unit_names(now))


def without_kind(unit: str) -> str:
    """``tỉnh kiên giang`` → ``kiên giang``."""
    return _KIND.sub("", unit)


@cache
def folded(name: str) -> str:
    """A name without regard to case and to the letter that bears the tone (``Hoà``, ``Hòa``)."""
    words = []
    for word in unicodedata.normalize("NFD", name.casefold()).replace("\u2019", "'").split():
        letters = "".join(c for c in word if c not in _TONES)
        words.append(letters + "".join(c for c in word if c in _TONES))
    return " ".join(words)


@cache
def _now() -> tuple[Place, ...]:
    return tuple(Place(unit, province) for province, unit in _rows("places_now.tsv"))


@cache
def _before() -> tuple[Place, ...]:
    return tuple(
        Place(unit, province, district, successor, tuple(became.split("; ")) if became else ())
        for province, successor, district, unit, became in _rows("places_before.tsv")
    )


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table; an empty cell repeats the one above, ``-`` is none."""
    above: list[str] = []
    for line in (files("kehoach.knowledge") / name).read_text(encoding="utf-8").splitlines()[2:]:
        above = [cell or (above[i] if above else "") for i, cell in enumerate(line.split("\t"))]
        yield ["" if cell == "-" else cell for cell in above]
