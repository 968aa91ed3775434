"""Syllables that are no word alone, and stand without what makes them one: ``được giao nhiệm chủ trì``.

A word fell out, or a stray one came in; which, nobody can tell but who wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kehoach.findings.passages import runs, words
from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.spelling import SPELLING
from kehoach.findings.syllables import spelling
from kehoach.knowledge import load
from kehoach.plan import Plan


@cache
def _bound() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each bound syllable what may stand before it and what behind it."""
    entries = load("syllables")["bound"]
    return {entry["syllable"]: (_spelt(entry["before"]), _spelt(entry["behind"])) for entry in entries}


def _spelt(listed: str) -> frozenset[str]:
    return frozenset(map(spelling, listed.split()))


def find_lone_syllables(plan: Plan) -> Iterator[Hit]:
    """``nhân lực thức khoa học``, ``giao nhiệm chủ trì``: a part of a word without the other part."""
    bound = _bound()
    if bound.keys().isdisjoint(words(plan.text)):
        return
    for offset, shown in runs(plan.text):
        if bound.keys().isdisjoint(shown):
            continue
        at_word = offset
        for i, word in enumerate(shown):
            if word in bound and not _is_whole(plan.text, shown, i, at_word):
                start = at_word - (len(shown[i - 1]) + 1 if i else 0)
                end = at_word + len(word) + (len(shown[i + 1]) + 1 if i + 1 < len(shown) else 0)
                message = f"“{word}” không đứng một mình: thiếu một chữ hoặc thừa chữ này. Hãy kiểm tra câu."
                yield at(plan, start, end, message)
            at_word += len(word) + 1


def _is_whole(text: str, shown: list[str], i: int, start: int) -> bool:
    """Does a neighbour make the syllable a word, or may it stand in another line or behind a hyphen?"""
    before, behind = _bound()[shown[i]]
    if i and spelling(shown[i - 1]) in before:
        return True
    if i + 1 < len(shown) and spelling(shown[i + 1]) in behind:
        return True
    end = start + len(shown[i])
    return text[start - 1 : start] in ("", "\n", "-", "“", "‘") or text[end : end + 1] in ("", "\n", "-", "…", "”", "’")


RULES = (
    Rule(
        "KH914",
        "ocr",
        "warning",
        SPELLING,
        find_lone_syllables,
        "Chữ thiếu phần còn lại của từ",
        "Một chữ của từ ghép bị rơi hoặc một chữ thừa lọt vào câu. Hãy đọc lại và sửa.",
    ),
)
