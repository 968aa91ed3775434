"""Numbering that skips, repeats or runs backwards (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 and mục V).

Letters follow the Vietnamese alphabet (a, b, c, d, đ, e, g …); plans that count a, b, c, d, e are taken as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.findings.rule import Hit, Rule
from kehoach.outline.labels import Label, as_label
from kehoach.plan import Block, Plan

SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 và bảng mục V"
LATIN = "abcdefghijklmnopqrstuvwxyz"


def find_broken_numbering(plan: Plan) -> Iterator[Hit]:
    """A label that does not follow the one before it among its siblings."""
    last: dict[tuple[str | None, str], tuple[Label, Block]] = {}
    for block in plan.blocks:
        label = as_label(block.label) if block.label else None
        if label is None or not label.numbers or not all(label.numbers):
            continue
        key = (block.parent, label.style)
        before = last.get(key)
        last[key] = (label, block)
        fault = _fault(before[0] if before else None, label)
        if fault:
            yield Hit(
                fault.format(label=block.label, before=before[0].text if before else ""),
                f"{block.label} {_short(block.text)}",
                None,
                block.id,
            )


def _short(text: str) -> str:
    return " ".join(text.split()[:12])


def _fault(before: Label | None, label: Label) -> str | None:
    now = label.numbers[-1]
    if before is None:
        if now == 1 or (len(label.numbers) > 1 and label.numbers[-1] == 1):
            return None
        return "Đánh số bắt đầu từ “{label}”, không từ số đầu tiên. Hãy kiểm tra xem có thiếu mục hoặc sai số."
    then = before.numbers[-1]
    if before.numbers[:-1] != label.numbers[:-1]:
        return None
    if now == then:
        return "Số “{label}” lặp lại số của mục trước. Hãy đánh lại số."
    if now < then:
        return None if now == 1 else "Số “{label}” đứng sau “{before}”: thứ tự đánh số bị đảo."
    if now == then + 1 or _is_latin_step(before, label):
        return None
    return "Đánh số nhảy từ “{before}” đến “{label}”. Hãy kiểm tra xem có thiếu mục hoặc sai số."


def _is_latin_step(before: Label, label: Label) -> bool:
    """``d)`` → ``e)`` as in the Latin alphabet."""
    a, b = before.text.strip("().")[:1].lower(), label.text.strip("().")[:1].lower()
    return a in LATIN and b in LATIN and LATIN.index(b) == LATIN.index(a) + 1


RULES = (Rule("KH201", "numbering", "warning", SOURCE, find_broken_numbering),)
