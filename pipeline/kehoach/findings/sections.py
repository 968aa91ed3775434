"""Sections of the plan that it refers to: ``tiêu chí tại Mục III Kế hoạch này``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Plan, Role

#: What is said to stand in a section, by the role that it has there
ROLE_OF: dict[str, Role] = {
    "tiêu chí": "criteria",
    "tiêu chuẩn": "criteria",
    "mục tiêu": "targets",
    "chỉ tiêu": "targets",
    "nhiệm vụ": "content",
    "giải pháp": "solutions",
    "kinh phí": "budget",
    "hình thức khen thưởng": "awards",
}
REFERS = re.compile(
    rf"(?<!\w)(?P<what>{'|'.join(ROLE_OF)})(?:\s[^\W\d]+){{0,6}}?\s(?:nêu\s+)?(?:tại|ở|theo)\s+"
    r"(?P<where>(?:[Mm]ục|[Pp]hần)\s+(?P<no>[IVX]{1,5}))(?![\w.])\s+(?:của\s+)?[Kk]ế hoạch này"
)


def find_wrong_sections(plan: Plan) -> Iterator[Hit]:
    """A section that does not hold what it is said to hold, though one other section does, or that is missing."""
    sections = _roles_of_sections(plan)
    for match in matches(REFERS, plan.text, "ế hoạch này") if sections else ():
        role = ROLE_OF[match["what"].casefold()]
        told = sections.get(match["no"])
        holding = [number for number, roles in sections.items() if role in roles]
        if told is None:
            message = f"Kế hoạch không có {match['where']}. Hãy sửa số mục được dẫn."
        elif role not in told and len(holding) == 1:
            message = f"{match['what'].capitalize()} nằm ở Mục {holding[0]}, không ở {match['where']}. Hãy sửa số mục."
        else:
            continue
        yield at(plan, match.start(), match.end("where"), message)


def _roles_of_sections(plan: Plan) -> dict[str, set[Role]]:
    """The roles in each section with a Roman number, those of headings below too; nothing if a number stands twice."""
    found: dict[str, set[Role]] = {}
    section: dict[str, str] = {}  # block → the number of its section
    for block in plan.blocks:
        number = re.fullmatch(r"([IVX]{1,5})[.)/-]?", (block.label or "").strip()) if block.depth == 1 else None
        if number:
            if number[1] in found:
                return {}
            found[number[1]] = set()
            section[block.id] = number[1]
        elif block.parent in section:
            section[block.id] = section[block.parent or ""]
        if block.id in section:
            found[section[block.id]] |= set(block.roles)
    return found


RULES = (
    Rule(
        "KH515",
        "reference",
        "warning",
        "Các phần của văn bản phải dẫn đúng nhau",
        find_wrong_sections,
        "Dẫn đến mục không chứa nội dung đó",
        "Thường do chèn thêm hoặc bỏ bớt mục. Hãy sửa số mục được dẫn.",
    ),
)
