"""The form of a topic's vocabulary. In all phrases {sub} is the unit below the issuer: ``xã``, ``thôn``, ``lớp``.

``titles`` take {noi} (where) and {khi} (when). ``rates`` are ``(what, from, to)`` in per cent; ``shares`` are
``(who, does what)``; ``counts`` are ``(verb, unit, rest, from, to)``; ``ceilings`` are ``(what, from, to, unit)`` and
wanted low; ``falls`` are numbers that should fall; ``sums`` are ``(what, from, to, unit)`` and wanted high; ``themes``
are headings with the things to do below them, as verb phrases without bodies, figures and dates.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    code: str
    name: str
    titles: tuple[str, ...]
    programme: str
    movement: str
    lead: str
    allies: tuple[str, ...]
    laws: tuple[str, ...]
    documents: tuple[tuple[str, str, str, str], ...]
    rates: tuple[tuple[str, int, int], ...]
    shares: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str, str, int, int], ...]
    wholes: tuple[str, ...]
    ceilings: tuple[tuple[str, float, float, str], ...]
    falls: tuple[str, ...]
    sums: tuple[tuple[str, float, float, str], ...]
    themes: tuple[tuple[str, tuple[str, ...]], ...]
    purposes: tuple[str, ...]
    products: tuple[str, ...] = ("Kế hoạch", "Báo cáo", "Văn bản chỉ đạo")
    school: bool = False
