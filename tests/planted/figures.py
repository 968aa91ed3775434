"""Numbers as officials write them: a dot for thousands, a comma for decimals, a zero before counts below ten."""

from __future__ import annotations

from random import Random


def number(value: float) -> str:
    """1200 → 1.200, 99.5 → 99,5"""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:.2f}".rstrip("0").replace(".", ",")


def count(value: int) -> str:
    """5 → 05"""
    return f"{value:02d}" if value < 10 else number(value)


def draw(rng: Random, low: float, high: float) -> float:
    """A number between two others: whole where both are, else with one decimal."""
    if low == int(low) and high == int(high):
        return float(rng.randint(int(low), int(high)))
    return round(rng.uniform(low, high), 1)


def with_unit(value: float, unit: str, text: str | None = None) -> str:
    return (text or number(value)) + ("" if unit[0] in "%‰" else " ") + unit
