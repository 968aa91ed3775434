"""Is the document a plan at all?"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.findings.rule import Hit, Rule
from kehoach.plan import Plan

PLAN_ROLES = {"purpose", "requirements", "targets", "content", "solutions", "implementation", "timeline"}


def find_not_a_plan(plan: Plan) -> Iterator[Hit]:
    """Another type of document, or a text without any part that a plan has."""
    if not plan.text.strip():
        return  # nothing could be read: `source.errors` says why
    kind = plan.header.document_type
    if kind and not kind.startswith("Kế hoạch"):
        span = plan.header.spans.get("document_type")
        yield Hit(
            f"Văn bản là {kind}, không phải Kế hoạch. Kết quả trích xuất chỉ để tham khảo.",
            plan.text[span[0] : span[1]] if span else None,
            span,
        )
    elif kind is None and len({r for b in plan.blocks for r in b.roles} & PLAN_ROLES) < 2:
        yield Hit("Không nhận ra đây là Kế hoạch: không có tên loại văn bản và các phần của một kế hoạch.")


RULES = (
    Rule(
        "KH001",
        "not_a_plan",
        "warning",
        "NĐ 30/2020/NĐ-CP, Phụ lục III",
        find_not_a_plan,
        "Văn bản không phải là Kế hoạch",
        "Các quy tắc viết cho Kế hoạch. Hãy kiểm tra xem có đưa nhầm tệp không.",
    ),
)
