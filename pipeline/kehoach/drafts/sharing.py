"""Questions of one kind are asked once: where figures or times of a list are open for the same reason, one answer gives
them all, in their order and set off by semicolons.

A shared question stands at each point once for each of its places, so that the n-th open place of a point still belongs
to the n-th question that has one (``answers``).
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.drafts.points import Ask, Point

#: Answers that leave the text as it is, and that take the paragraph out
KEEP = ("giữ nguyên", "để trống", "không dẫn", "không", "xác nhận")
DROP = ("bỏ", "bỏ dòng này", "bỏ mục này")


def share_asks(points: Sequence[Point]) -> None:
    """Let siblings, and the places of one point, share what is asked of them for the same reason."""
    shared: list[Ask] = []
    for siblings in _siblings(points):
        first: dict[tuple[str, str], Ask] = {}
        for point in siblings:
            for n, ask in enumerate(point.asks):
                if ask.about not in ("target", "deadline") or ask.options:
                    continue
                one = first.setdefault((ask.about, ask.message), ask)
                one.quotes.append(ask.parent_quote or "")
                point.asks[n] = one
        shared += [ask for ask in first.values() if len(ask.quotes) > 1]
    for ask in shared:
        ask.parent_quote = "; ".join(dict.fromkeys(filter(None, ask.quotes))) or None
        ask.message += f" Có {len(ask.quotes)} chỗ: ghi theo thứ tự, cách nhau bằng dấu chấm phẩy (;)."


def _siblings(points: Sequence[Point]) -> list[list[Point]]:
    """The points of a body by the point above them."""
    groups: dict[int, list[Point]] = {}
    above: list[tuple[int, int]] = []  # depth and place of the points that are open above
    for at, point in enumerate(points):
        above = [each for each in above if each[0] < point.depth]
        groups.setdefault(above[-1][1] if above else -1, []).append(point)
        above.append((point.depth, at))
    return list(groups.values())


def share_of(ask: Ask, n: int) -> tuple[str | None, str | None]:
    """What is answered for the n-th place of a question, and the parent's words about it."""
    if len(ask.quotes) < 2 or ask.answer is None:
        return ask.answer, ask.parent_quote
    if ask.answer.casefold() in (*KEEP, *DROP):
        return ask.answer, ask.quotes[n]
    parts = [part.strip() for part in ask.answer.split(";")]
    return (parts[n] or None if n < len(parts) else None), ask.quotes[n]


def answers_all(ask: Ask) -> bool:
    """Does the answer give something for every place that shares the question?"""
    return all(share_of(ask, n)[0] for n in range(len(ask.quotes)))
