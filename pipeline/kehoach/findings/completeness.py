"""The parts that a plan of its kind must have, as data that an office can change (``knowledge/parts.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kehoach.findings.rule import Hit, Rule
from kehoach.knowledge import load
from kehoach.plan import Plan


def find_missing_parts(plan: Plan, parts: Sequence[Mapping[str, Any]] | None = None) -> Iterator[Hit]:
    """The parts that the first kind whose words stand in the title has and the plan lacks; one finding names them."""
    title = (plan.header.title or "").casefold()
    roles = {role for block in plan.blocks for role in block.roles}
    if not (plan.header.document_type or "").startswith("Kế hoạch") or not roles or plan.source.status == "partial":
        return
    data = load("parts")
    kind = next((k for k in parts or data["parts"] if re.search(k.get("title", "").casefold(), title)), None)
    if kind is None:
        return
    groups = [[group] if isinstance(group, str) else list(group) for group in kind.get("roles", [])]
    missing = [group for group in groups if not roles & set(group)]
    if missing:
        names = "; ".join(" hoặc ".join(data["names"].get(role, role) for role in group) for group in missing)
        yield Hit(f"{kind['kind']} thường có phần: {names}. Không thấy trong văn bản. Hãy bổ sung nếu cần.")


RULES = (
    Rule(
        "KH851",
        "completeness",
        "info",
        "NĐ 30/2020/NĐ-CP, Mẫu 1.4; các phần mà loại kế hoạch này thường có (đổi được trong kehoach.toml)",
        find_missing_parts,
        "Thiếu phần mà loại kế hoạch này thường có",
        "Mỗi loại kế hoạch có những phần không thể thiếu để người nhận thực hiện được. Hãy bổ sung nếu cần.",
    ),
)
