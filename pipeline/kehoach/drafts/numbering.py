"""Labels of a draft: each keeps the style of the parent's, and counts without gaps (NĐ 30/2020, Phụ lục I, II.6)."""

from __future__ import annotations

from kehoach.drafts.points import Point
from kehoach.outline.labels import LETTERS, ORDINALS, as_label

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def number(points: list[Point]) -> None:
    """Give every labelled point its place in its list."""
    counts: list[
        tuple[int, str, tuple[int, ...]]
    ] = []  # open lists, outermost first: depth, style, numbers of the last
    for point in points:
        label = as_label(point.label) if point.label else None
        if point.depth == 0:
            counts.clear()
        if label is None or label.style.startswith("bullet"):
            counts = [c for c in counts if c[0] < point.depth or label is not None or c[0] <= point.depth]
            continue
        counts = [c for c in counts if c[0] < point.depth or (c[0] == point.depth and c[1] == label.style)]
        last = counts.pop()[2] if counts and counts[-1][0] == point.depth else None
        if label.style.startswith("dotted"):
            above = next((c[2] for c in reversed(counts) if c[1].startswith(("number", "dotted"))), label.numbers[:-1])
            numbers = (*above, (last[-1] if last else 0) + 1)
        else:
            numbers = ((last[-1] if last else 0) + 1,)
        counts.append((point.depth, label.style, numbers))
        point.label = _printed(label.text, label.style, numbers)


def _printed(text: str, style: str, numbers: tuple[int, ...]) -> str:
    """The label ``numbers`` in the form of ``text``."""
    n = numbers[-1]
    end = text[-1] if text[-1] in ".)/" else "."
    if style == "roman":
        return f"{_roman(n)}{end}"
    if style.startswith("dotted"):
        return ".".join(map(str, numbers)) + (text[-1] if text[-1] in ".)" else "")
    if style.startswith("letter"):
        return f"{LETTERS[(n - 1) % len(LETTERS)]}{end}"
    if style == "bracket":
        inner = text[1:-1]
        return f"({n})" if inner.isdigit() else f"({LETTERS[n - 1]})" if len(inner) == 1 else f"({_roman(n).lower()})"
    if style == "capital":
        return f"{LETTERS[n - 1].upper()}."
    if style.startswith("part"):
        word, *rest = text.split()
        return (
            f"{word} thứ {ORDINALS[n - 1]}"
            if "thứ" in text.casefold() and n <= 10
            else f"{word} {_roman(n) if rest and not rest[-1].isdigit() else n}"
        )
    return f"{n}{end}"


def _roman(n: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        while n >= value:
            out, n = out + letters, n - value
    return out
