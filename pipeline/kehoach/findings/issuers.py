"""Who is said to have issued a cited document, against its symbol and against what is said of it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kehoach.facts.dates import parse_date
from kehoach.facts.documents import DATE, NUMBER, issuer_behind, normal_number, types
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import load
from kehoach.plan import Plan

FORM_OF_SYMBOLS = "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Luật 64/2025/QH15; Quy định 399-QĐ/TW"


@dataclass(frozen=True, slots=True)
class Symbol:
    """The end of a symbol, words that name the body that it stands for, words that name another one."""

    ends: re.Pattern[str]
    issuers: re.Pattern[str]
    others: re.Pattern[str]
    whose: str


@cache
def _symbols() -> tuple[Symbol, ...]:
    entries = load("symbols")["symbol"]
    return tuple(
        Symbol(
            re.compile(rf"(?:{entry['ends']})$"),
            re.compile(rf"(?<!\w)(?:{entry['issuers']})(?!\w)", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?:{entry['others']})(?!\w)", re.IGNORECASE),
            entry["whose"],
        )
        for entry in entries
    )


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{types()})\s+(?:số\s*:?\s*)?(?P<number>{NUMBER})(?P<date>\s*,?\s*{DATE})?")


def find_issuers_against_symbols(plan: Plan) -> Iterator[Hit]:
    """``Nghị quyết số 29/2022/QH15 … của Ủy ban Thường vụ Quốc hội``: the symbol is that of another body."""
    for match in matches(_mention(), plan.text, "/"):
        issuer, end, _ = issuer_behind(plan.text, match.end())
        number = normal_number(match["number"])
        symbol = next((s for s in _symbols() if s.ends.search(number)), None)
        if not issuer or not symbol or not _is_other(issuer, symbol):
            continue
        message = (
            f"Ký hiệu của văn bản số {number} là của {symbol.whose}, văn bản lại ghi “{issuer}”. Hãy đối chiếu số, ký "
            "hiệu và cơ quan ban hành."
        )
        yield at(plan, match.start(), end, message)


def _is_other(issuer: str, symbol: Symbol) -> bool:
    """Does the first body that an issuer's name tells differ from that of the symbol?"""
    own, other = symbol.issuers.search(issuer), symbol.others.search(issuer)
    return other is not None and (own is None or (other.start() <= own.start() and other.end() >= own.end()))


def find_two_issuers(plan: Plan) -> Iterator[Hit]:
    """The same number and day of two bodies that cannot both have issued it."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for match in matches(_mention(), plan.text, "/"):
        issuer, _, late = issuer_behind(plan.text, match.end())
        day = (parse_date(match["date"].strip(" ,")) if match["date"] else None) or late
        body = _body(issuer or "")
        if not issuer or not day or len(day) < len("2026-01-01") or not body:
            continue
        number = normal_number(match["number"])
        other = first.setdefault((number.casefold(), day), (body, issuer))
        if other[0] != body:
            message = f"Văn bản số {number} được ghi hai cơ quan ban hành (chỗ khác: “{other[1]}”). Hãy đối chiếu."
            yield at(plan, match.start(), match.end(), message)


BODIES = re.compile(
    r"(?P<standing>(?:Ủy|Uỷ) ban thường vụ Quốc hội)|(?P<assembly>Quốc hội)|(?P<premier>Thủ tướng)|"
    r"(?P<government>Chính phủ)|(?P<council>Hội đồng nhân dân|HĐND)|(?P<committee>(?:Ủy|Uỷ) ban nhân dân|UBND)|"
    r"(?P<politburo>Bộ Chính trị)|(?P<secretariat>Ban Bí thư)",
    re.IGNORECASE,
)


def _body(issuer: str) -> str | None:
    """Which of the bodies that a careful reader tells apart an issuer begins with."""
    match = BODIES.match(issuer)
    return match.lastgroup if match else None


RULES = (
    Rule(
        "KH509",
        "reference",
        "warning",
        FORM_OF_SYMBOLS,
        find_issuers_against_symbols,
        "Cơ quan ban hành không khớp với ký hiệu",
        "Ký hiệu cho biết cơ quan ban hành (QH, UBTVQH, CP, TTg, TW, TU …). Hãy đối chiếu bản gốc.",
    ),
    Rule(
        "KH510",
        "reference",
        "warning",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b",
        find_two_issuers,
        "Một văn bản được ghi hai cơ quan ban hành",
        "Một văn bản do một cơ quan ban hành (văn bản liên tịch ghi đủ các cơ quan). Hãy đối chiếu bản gốc.",
    ),
)
