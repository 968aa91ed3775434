"""Names of bodies and laws that a document writes with different capitals: ``Công An xã`` beside ``Công an xã``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach.findings.passages import matches, pairs
from kehoach.findings.repeats import told_once
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Plan

CAPITALS = "NĐ 30/2020/NĐ-CP, Phụ lục II"
#: The first two words of names of bodies whose capitals the decree fixes, as it has them
HEADS = (
    "Công an", "Chi cục", "Tổng cục", "Ủy ban", "Hội đồng", "Ban Chỉ đạo", "Ban Chỉ huy", "Ban Thường vụ",
    "Ban Chấp hành", "Ban Quản lý", "Trung tâm", "Văn phòng", "Thanh tra", "Ngân hàng", "Kho bạc", "Mặt trận",
)  # fmt: skip


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """The heads in any capitals behind a capital, and how each is written."""
    loose = alternatives(HEADS)
    return re.compile(rf"(?<![\w-])(?=[^\W\d_a-zà-ỹđ])(?i:{loose})(?!\w)"), {h.casefold(): h for h in HEADS}


def find_miscased_bodies(plan: Plan) -> Iterator[Hit]:
    """``Công An Thành phố`` where the same document has ``Công an Thành phố``; each wrong form is told once."""
    yield from told_once(_miscased(plan))


def _miscased(plan: Plan) -> Iterator[Hit]:
    pattern, right_forms = _heads()
    begins = {head.split()[0] for head in right_forms}
    said = {f"{first} {second}" for first, second in pairs(plan.text) if first.lower() in begins and first.istitle()}
    signs = [two for two in said if any(head.startswith(two.lower()) for head in right_forms)]
    for match in matches(pattern, plan.text, *signs):
        right = right_forms[match[0].casefold()]
        if match[0] != right and not match[0].isupper() and re.search(rf"(?<!\w){right}(?!\w)", plan.text):
            message = f"Chỗ khác viết “{right}”. Tên cơ quan phải viết hoa thống nhất."
            yield at(plan, *match.span(), message, right=right)


@cache
def _laws() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name.casefold(): name for name in load("laws")["names"]}
    return re.compile(rf"(?<!\w)Luật\s+(?P<name>(?-i:[a-zà-ỹđ])(?i:{alternatives(n[1:] for n in names)}))(?!\w)"), names


def find_laws_without_capitals(plan: Plan) -> Iterator[Hit]:
    """``Luật xây dựng``: the name of a law begins with a capital."""
    pattern, names = _laws()
    for match in matches(pattern, plan.text, "Luật "):
        right = names.get(" ".join(match["name"].split()).casefold())
        if right and match["name"] != right:
            message = f"Tên luật viết hoa chữ đầu: “Luật {right}”."
            yield at(plan, *match.span(), message, right=f"Luật {right}")


RULES = (
    Rule(
        "KH915",
        "wording",
        "info",
        CAPITALS,
        find_miscased_bodies,
        "Tên cơ quan viết hoa không thống nhất",
        "Viết hoa theo Nghị định 30 và thống nhất trong cả văn bản.",
    ),
    Rule(
        "KH916",
        "ocr",
        "info",
        CAPITALS,
        find_laws_without_capitals,
        "Tên luật không viết hoa",
        "Viết hoa chữ đầu của tên luật.",
    ),
)
