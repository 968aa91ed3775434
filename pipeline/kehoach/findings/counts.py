"""Counts that a text announces, against the list that follows; years against their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Block, Plan

SOURCE = "Số lượng nêu trong văn bản phải khớp với danh sách"
_NOUN = (
    r"(?:nhóm\s+)?(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|nội dung|tiêu chí|tiêu chuẩn|bước|giai đoạn|đề án|dự án|"
    r"chuyên đề|mô hình|hoạt động|đồng chí|thành viên|tiểu ban|"
    r"đơn vị|cơ quan)(?:\s+(?:cụ thể|chủ yếu|trọng tâm|sau|sau đây|như sau|chính|lớn))*"
)
#: At the end of a title or lead-in: `(16 mục tiêu)`, `gồm 06 nhóm nhiệm vụ:`
ANNOUNCED = re.compile(rf"(?P<said>(?<![\d/.,])(?P<count>\d{{1,2}})\s+{_NOUN})\s*(?:\)|:)\s*\.?$", re.IGNORECASE)
IN_TEXT = re.compile(r"(?<!\w)\((\d{1,2})\)\s")
#: A part of a longer list, or an amount that is no count
PARTLY = re.compile(r"(?:trong đó|trong số|ít nhất|tối thiểu|trên|hơn|khoảng)\s*(?:có\s*)?$", re.IGNORECASE)
#: A review in the middle of a span counts the years that are over
REVIEWED = re.compile(
    r"(?:sơ kết|tổng kết|đánh giá|kết quả|qua|sau|tròn|kỷ niệm)(?:\s+(?:thực hiện|giữa kỳ))?\s*$", re.IGNORECASE
)
NEAR = 2  # a list is meant where it misses the count by no more
YEARS = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,2})\s+năm,?\s+\(?(?:(?:giai đoạn|từ|từ năm)\s+)?(?P<first>20\d\d)\s*[-–]\s*"
    r"(?P<last>20\d\d)\)?",
    re.IGNORECASE,
)


def find_wrong_counts(plan: Plan) -> Iterator[Hit]:
    """``(10 mục tiêu)`` over a list of nine."""
    below: dict[str | None, list[Block]] = {}
    for block in plan.blocks:
        below.setdefault(block.parent, []).append(block)
    for block in plan.blocks:
        match = ANNOUNCED.search(block.text)
        if match is None or int(match["count"]) < 2 or PARTLY.search(block.text[: match.start()]):
            continue
        said, listed = int(match["count"]), _listed(block, below) | _rows_below(plan, block)
        if listed and said not in listed and min(abs(said - n) for n in listed) <= NEAR:
            number = min(listed, key=lambda n: abs(said - n))
            message = f"Văn bản nêu {match['said']}, danh sách bên dưới có {number}. Hãy đếm lại và sửa con số sai."
            start = plan.text.find(block.text[match.start() : match.end()], *block.span)
            if start >= 0:
                yield at(plan, start, start + len(match["said"]), message)


def _listed(block: Block, below: dict[str | None, list[Block]]) -> set[int]:
    """The counts that the blocks below may be meant by: the next level, the lowest one, ``(1) … (9)`` in their text."""
    first = [b for b in below.get(block.id, []) if b.label]
    lowest, queue = 0, list(first)
    numbered: list[int] = []
    while queue:
        child = queue.pop()
        inner = [b for b in below.get(child.id, []) if b.label]
        lowest += not inner
        queue += inner
    for child in [block, *below.get(block.id, [])]:
        numbered += [int(n) for n in IN_TEXT.findall(child.text)]
    counts = {len(first), lowest} if len(first) > 1 else set()
    if numbered and numbered == list(range(1, len(numbered) + 1)):
        counts.add(len(numbered))
    return counts - {0, 1}


def _rows_below(plan: Plan, block: Block) -> set[int]:
    """How many numbered rows the table has that a block announces."""
    for table in plan.tables:
        if (table.caption or "").startswith(block.text):
            first = [row[0].strip().rstrip(".") for row in table.rows if row]
            numbers = [cell for cell in first if cell.isdigit()]
            return {len(numbers)} if numbers and numbers == [str(n) for n in range(1, len(numbers) + 1)] else set()
    return set()


def find_wrong_numbers_of_years(plan: Plan) -> Iterator[Hit]:
    """``giai đoạn 05 năm 2026 - 2028``: three years; 2020 - 2025 may be five (a term) or six, but not beside ``05 năm
    2021 - 2025``.
    """
    every = list(matches(YEARS, plan.text, " năm ", " NĂM "))
    told = {(int(m["count"]), int(m["first"]), m["last"]) for m in every}
    for match in every:
        years = int(match["last"]) - int(match["first"])
        reviewed = REVIEWED.search(plan.text[max(0, match.start() - 40) : match.start()])
        other = int(match["count"]) == years and (years, int(match["first"]) + 1, match["last"]) in told
        if years > 0 and (int(match["count"]) not in (years, years + 1) or other) and not reviewed:
            message = f"{match['first']} - {match['last']} là {years + 1} năm, văn bản ghi {match['count']} năm."
            yield at(plan, *match.span(), f"{message} Hãy thống nhất.")


RULES = (
    Rule(
        "KH309",
        "arithmetic",
        "warning",
        SOURCE,
        find_wrong_counts,
        "Số lượng nêu ra không khớp danh sách",
        "Danh sách bên dưới nhiều hoặc ít hơn số đã nêu. Hãy đếm lại.",
    ),
    Rule(
        "KH408",
        "timeline",
        "error",
        "Các mốc thời gian trong văn bản phải khớp nhau",
        find_wrong_numbers_of_years,
        "Số năm không khớp với giai đoạn",
        "Hãy sửa số năm hoặc giai đoạn.",
    ),
)
