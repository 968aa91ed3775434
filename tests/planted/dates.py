"""Days and how officials write them (Nghị định 30/2020/NĐ-CP: a zero before days below 10 and months 1 and 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random


def day_month(d: date) -> tuple[str, str]:
    return f"{d.day:02d}", (f"{d.month:02d}" if d.month <= 2 else str(d.month))


def slash(d: date) -> str:
    """03/8/2022"""
    day, month = day_month(d)
    return f"{day}/{month}/{d.year}"


def words(d: date) -> str:
    """03 tháng 8 năm 2022"""
    day, month = day_month(d)
    return f"{day} tháng {month} năm {d.year}"


def either(rng: Random, d: date) -> str:
    return slash(d) if rng.random() < 0.65 else words(d)


def between(rng: Random, low: date, high: date) -> date:
    return low + timedelta(days=rng.randrange(max(1, (high - low).days + 1)))


@dataclass(frozen=True)
class When:
    """A time as printed and as ISO: ``text`` without the word before it (``trước``, ``trong``)."""

    text: str
    iso: str


@dataclass(frozen=True)
class Frame:
    """The time a plan is about. ``khi`` is how its title says so, empty where only the body does."""

    issued: date
    khi: str
    start: str | None
    end: str | None
    low: date
    high: date

    @property
    def one_year(self) -> bool:
        """Nothing in it can recur year by year."""
        return (self.high - self.low).days < 400

    @property
    def same_year(self) -> bool:
        return self.low.year == self.high.year

    def day(self, rng: Random) -> When:
        d = between(rng, self.low, self.high)
        return When(either(rng, d), d.isoformat())

    def bare_day(self, rng: Random) -> When:
        """A day without its year, as plans for one year write it."""
        d = between(rng, self.low, self.high)
        return When("/".join(day_month(d)), d.isoformat())

    def month(self, rng: Random) -> When:
        d = between(rng, self.low, self.high)
        text = f"tháng {d.month}/{d.year}" if rng.random() < 0.6 else f"tháng {d.month} năm {d.year}"
        return When(text, f"{d.year}-{d.month:02d}")

    def quarter(self, rng: Random) -> When:
        d = between(rng, self.low, self.high)
        number = (d.month - 1) // 3
        name = ("I", "II", "III", "IV")[number]
        text = f"quý {name}/{d.year}" if rng.random() < 0.6 else f"quý {name} năm {d.year}"
        return When(text, f"{d.year}-{number * 3 + 3:02d}")

    def span(self, rng: Random) -> tuple[When, When]:
        """Two days, the first before the second."""
        one, two = sorted(rng.sample(range(max(12, (self.high - self.low).days)), 2))
        first, last = self.low + timedelta(days=one), self.low + timedelta(days=two + 1)
        return When(slash(first), first.isoformat()), When(slash(last), last.isoformat())


def frame_of(rng: Random, topic_code: str, school: bool) -> Frame:
    """When the plan is issued and what time it covers."""
    if topic_code == "BC":
        issued = between(rng, date(2025, 10, 6), date(2026, 1, 20))
        return Frame(issued, "", None, None, issued + timedelta(days=8), date(2026, 3, 12))
    year = rng.choice((2022, 2023, 2024, 2024, 2025, 2025, 2025, 2026, 2026))
    if school:
        issued = between(rng, date(year, 8, 20), date(year, 9, 28))
        return Frame(
            issued,
            f"năm học {year} - {year + 1}",
            str(year),
            str(year + 1),
            issued + timedelta(days=8),
            date(year + 1, 5, 25),
        )
    form = rng.random()
    if form < 0.55:
        issued = between(rng, date(year, 1, 5), date(year, 8, 25))
        return Frame(issued, f"năm {year}", str(year), str(year), issued + timedelta(days=8), date(year, 12, 24))
    if form < 0.85:
        last = year + rng.randrange(2, 6)
        issued = between(rng, date(year, 1, 10), date(year, 6, 20))
        dash = rng.choice((" - ", "-", " – "))
        khi = f"giai đoạn {year}{dash}{last}" if form < 0.8 else f"đến năm {last}"
        return Frame(
            issued, khi, str(year) if form < 0.8 else None, str(last), issued + timedelta(days=8), date(last, 12, 20)
        )
    issued = between(rng, date(year, 2, 1), date(year, 6, 20))
    return Frame(issued, "", None, None, issued + timedelta(days=8), date(year, 12, 15))
