"""Targets in many wordings, each with its indicator, comparator, value and unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .desk import Clause, Desk, cap, low
from .facts import Target
from .figures import count, draw, number, with_unit


def _target(
    desk: Desk,
    text: str,
    indicator: str,
    comparator: str,
    value: float | None,
    unit: str | None,
    value_to: float | None = None,
    of: float | None = None,
    due: str | None = None,
) -> Clause:
    fact = Target(text, indicator, comparator, value, value_to, of, unit, due or desk.due)
    return Clause(text, (fact,))


def rate(desk: Desk) -> Clause | None:
    """Tỷ lệ … đạt 90% trở lên"""
    found = desk.take("rates", desk.topic.rates)
    if not found:
        return None
    what, least, most = found
    rng = desk.rng
    value: float = rng.randint(least, most)
    if desk.chance(0.2):
        value -= 0.5
    v = number(value)
    text, comparator = rng.choice(
        (
            (f"{what} đạt {v}% trở lên", ">="),
            (f"{what} đạt từ {v}% trở lên", ">="),
            (f"{what} đạt trên {v}%", ">"),
            (f"{what} đạt tối thiểu {v}%", ">="),
            (f"{what} đạt ít nhất {v}%", ">="),
            (f"{what} đạt {v}%", "="),
            (f"{what}: {v}%", "="),
            (f"{what}: ≥ {v}%", ">="),
            (f"Nâng {low(what)} lên {v}%", "="),
            (f"Nâng {low(what)} lên trên {v}%", ">"),
            (f"{what} không thấp hơn {v}%", ">="),
            (f"Duy trì {low(what)} ở mức {v}%", "="),
            (f"{what} đạt 100%", "="),
            (f"{what} đạt từ {number(least)} - {number(most)}%", "range"),
            (f"{what} đạt từ {number(least)}% đến {number(most)}%", "range"),
            (f"{what} đạt {number(least)}-{number(most)}%", "range"),
        )
    )
    if comparator == "range":
        return _target(desk, text, what, "range", least, "%", most)
    return _target(desk, text, what, comparator, 100 if text.endswith(" 100%") else value, "%")


def share(desk: Desk) -> Clause | None:
    """Ít nhất 95% hộ gia đình …"""
    found = desk.take("shares", desk.topic.shares)
    if not found:
        return None
    who, does = desk.fill(found[0]), desk.fill(found[1])
    v, rng = desk.rng.choice((100, 100, 60, 70, 75, 80, 85, 90, 95)), desk.rng
    forms = (
        (f"{v}% {who} {does}", "="),
        (f"Ít nhất {v}% {who} {does}", ">="),
        (f"Tối thiểu {v}% {who} {does}", ">="),
        (f"Trên {v}% {who} {does}", ">"),
        (f"Có {v}% số {who} {does}", "="),
        (f"Từ {v}% {who} trở lên {does}", ">="),
        (f"Từ {v}% trở lên {who} {does}", ">="),
        (f"Bảo đảm {v}% {who} {does}", "="),
    )
    text, comparator = rng.choice((forms[0], forms[4], forms[7]) if v == 100 else forms)
    return _target(desk, text, f"{who} {does}", comparator, v, "%")


def counted(desk: Desk) -> Clause | None:
    """Tổ chức ít nhất 05 lớp tập huấn …"""
    found = desk.take("counts", desk.topic.counts)
    if not found:
        return None
    verb, unit, rest, least, most = found
    v, rng = desk.rng.randint(least, most), desk.rng
    if least >= 100:
        v = round(v, -2)
    forms = [
        (f"{verb} {count(v)} {unit} {rest}", "=", None),
        (f"{verb} ít nhất {count(v)} {unit} {rest}", ">=", None),
        (f"{verb} tối thiểu {count(v)} {unit} {rest}", ">=", None),
        (f"{verb} từ {count(v)} {unit} {rest} trở lên", ">=", None),
        (f"{verb} {count(v)} - {count(v + 1)} {unit} {rest}", "range", v + 1),
    ]
    if v >= 20:
        forms[4] = (f"{verb} trên {number(v)} {unit} {rest}", ">", None)
    text, comparator, to = rng.choice(forms)
    return _target(desk, text, f"{unit} {rest}", comparator, v, unit, to)


def whole(desk: Desk) -> Clause | None:
    """12/15 xã (80%) …"""
    does = desk.take("wholes", desk.topic.wholes)
    if not does or desk.issuer.kind in ("school", "party"):
        return None
    n = desk.rng.randint(*desk.issuer.subs)
    k = n if desk.chance(0.25) else desk.rng.randint(max(2, n // 3), n)
    part, sub = f"{count(k)}/{count(n)}", desk.issuer.sub
    percent = number(round(100 * k / n, 2))
    text, comparator = desk.rng.choice(
        (
            (f"{part} {sub} ({percent}%) {does}", "="),
            (f"Có {part} {sub} ({percent}%) {does}", "="),
            (f"{part} {sub} {does} ({percent}%)", "="),
            (f"Có ít nhất {part} {sub} ({percent}%) {does}", ">="),
            (f"{part} {sub} {does}", "="),
            (f"Có ít nhất {part} {sub} {does}", ">="),
        )
    )
    return _target(desk, text, f"{sub} {does}", comparator, k, sub, of=n)


def ceiling(desk: Desk) -> Clause | None:
    """Tỷ lệ … không quá 5%; dưới 3%"""
    found = desk.take("ceilings", desk.topic.ceilings)
    if not found:
        return None
    what, least, most, unit = found
    value = draw(desk.rng, least, most)
    small = unit in ("vụ", "sự cố") and value < 10
    v = with_unit(value, unit, count(int(value)) if small else None)
    forms = [
        (f"{what} không quá {v}", "<="),
        (f"{what} không vượt quá {v}", "<="),
        (f"{what} dưới {v}", "<"),
        (f"{what} tối đa {v}", "<="),
        (f"Khống chế {low(what)} ở mức dưới {v}", "<"),
    ]
    if unit in ("%", "‰"):
        forms += [(f"{what}: < {v}", "<"), (f"Giảm {low(what)} xuống còn dưới {v}", "<"), (f"{what}: ≤ {v}", "<=")]
    text, comparator = desk.rng.choice(forms)
    return _target(desk, text, what, comparator, value, unit)


def fall(desk: Desk) -> Clause | None:
    """Giảm ít nhất 5% số vụ … so với năm 2025"""
    what = desk.take("falls", desk.topic.falls)
    if not what:
        return None
    v, year = desk.rng.randint(3, 12), desk.frame.low.year - 1
    text, comparator = desk.rng.choice(
        (
            (f"Giảm ít nhất {v}% {what} so với năm {year}", ">="),
            (f"{cap(what)} giảm tối thiểu {v}% so với năm {year}", ">="),
            (f"Giảm {v}% {what} so với năm {year}", "="),
            (f"{cap(what)} giảm từ {v}% trở lên so với năm trước", ">="),
            (f"Giảm từ {v}% đến {v + 3}% {what} so với năm {year}", "range"),
            (f"Giảm trên {v}% {what}", ">"),
        )
    )
    return _target(desk, text, what, comparator, v, "%", v + 3 if comparator == "range" else None)


def amount(desk: Desk) -> Clause | None:
    """… đạt 3,5 tỷ đồng"""
    found = desk.take("sums", desk.topic.sums)
    if not found:
        return None
    what, least, most, unit = found
    value = draw(desk.rng, least, most)
    if value >= 1000:
        value = float(round(value, -2))
    v = with_unit(value, unit)
    more = round(value * 1.1 + 0.2, 1) if value != int(value) else value + 5
    text, comparator, to = desk.rng.choice(
        (
            (f"{what} đạt {v}", "=", None),
            (f"{what} đạt {v} trở lên", ">=", None),
            (f"{what} đạt trên {v}", ">", None),
            (f"{what}: {v}", "=", None),
            (f"{what} đạt ít nhất {v}", ">=", None),
            (f"{what} đạt từ {number(value)} đến {with_unit(more, unit)}", "range", more),
        )
    )
    return _target(desk, text, what, comparator, value, unit, to)


MAKERS: tuple[tuple[Callable[[Desk], Clause | None], int], ...] = (
    (rate, 5),
    (share, 4),
    (counted, 4),
    (whole, 2),
    (ceiling, 2),
    (fall, 2),
    (amount, 2),
)


def target(desk: Desk) -> Clause | None:
    make = desk.rng.choices([m for m, _ in MAKERS], [w for _, w in MAKERS])[0]
    return make(desk)


def with_due(desk: Desk, clause: Clause) -> Clause:
    """The same commitment for an earlier day: Đến hết quý II/2026, …"""
    when = desk.frame.quarter(desk.rng) if desk.chance(0.6) else desk.frame.month(desk.rng)
    text = low(clause.text)
    return Clause(f"{desk.rng.choice(('Đến hết', 'Đến'))} {when.text}, {text}", (moved(clause, text, due=when.iso),))


def moved(clause: Clause, text: str, **changes: str) -> Target:
    """The clause's target as it reads inside another sentence."""
    fact = clause.facts[0]
    if not isinstance(fact, Target):
        raise TypeError(fact)
    return replace(fact, quote=text, **changes)  # type: ignore[arg-type]


def status(desk: Desk) -> Clause | None:
    """A state the plan commits itself to reach: no number, the commitment counts all the same."""
    if desk.topic.code != "NTM" or desk.issuer.level != "commune" or desk.issuer.kind != "people_committee":
        return None
    unit, year = desk.issuer.noi.removeprefix("trên địa bàn "), desk.frame.high.year
    if not unit.startswith("xã"):
        return None
    text = f"Phấn đấu đến năm {year} {unit} đạt chuẩn nông thôn mới nâng cao"
    fact = Target(text, f"{unit} đạt chuẩn nông thôn mới nâng cao", "=", None, due=str(year))
    return Clause(text, (fact,))
