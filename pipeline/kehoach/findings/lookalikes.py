"""Letters in figures and figures in letters, as a scan or a typist leaves them; types of documents misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.findings.passages import matches
from kehoach.findings.repeats import told_once
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge.lookalikes import misread_capitals, misread_figures
from kehoach.plan import Plan

SOURCE = "Chữ và số giống nhau (l và 1, O và 0 …); NĐ 30/2020/NĐ-CP, Điều 8"


def find_letters_in_figures(plan: Plan) -> Iterator[Hit]:
    """``8O%``, ``l5/10/2025``, ``3l2/KH-UBND``: nothing is taken for the figure until a person has read it."""
    for figure in misread_figures(plan.text):
        message = f"“{figure.printed}” có chữ lẫn trong số, có lẽ là “{figure.right}”. Hãy đối chiếu bản gốc."
        field = doubted_field(plan, figure.span[0])
        yield at(plan, *figure.span, message, field=field, right=figure.right)


def doubted_field(plan: Plan, start: int) -> str | None:
    """The field of the header, ``number`` or ``date``, of which a figure at ``start`` above the title is a part."""
    title = plan.header.spans.get("document_type") or plan.header.spans.get("title")
    if title is None or start >= title[0]:
        return None
    line = plan.text[plan.text.rfind("\n", 0, start) + 1 : start]
    return "number" if re.search(r"Số\s*:?\s*$", line) else "date" if re.search(r"ngày\s", line) else None


def find_figures_in_capitals(plan: Plan) -> Iterator[Hit]:
    """``HỘl``, ``VlỆT``, ``H0ẠCH``; the type of the document in wrong letters (``KÉ HOẠCH``)."""
    yield from told_once(_words(plan))


def _words(plan: Plan) -> Iterator[Hit]:
    span, right = plan.header.spans.get("document_type"), (plan.header.document_type or "").upper()
    printed = plan.text[slice(*span)] if span else ""
    wrong_type = span is not None and printed.strip(" :.*–-").upper() != right
    if span and wrong_type:
        message = f"Tên loại văn bản “{printed}” có lẽ là “{right}”. Hãy sửa lại."
        yield at(plan, *span, message, field="document_type", right=right)
    for word in misread_capitals(plan.text):
        if not (span and wrong_type and span[0] <= word.span[0] < span[1]):
            message = f"“{word.printed}” có lẽ là “{word.right}”. Hãy sửa lại chữ."
            yield at(plan, *word.span, message, right=word.right)


#: `từ ngày 01/3/2026 đến 2 ngày 30/6/2026`
STRAY = re.compile(
    r"(?<=ngày )\d{1,2}(?:/\d{1,2}){1,2}(?:/\d{4})?\s+(?P<stray>đến\s+\d{1,3}\s+ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?)"
)


def find_stray_numbers(plan: Plan) -> Iterator[Hit]:
    """The number of a page within a range of days."""
    for match in matches(STRAY, plan.text, "đến"):
        right = re.sub(r"đến\s+\d+\s+", "đến ", match["stray"])
        message = f"“{match['stray']}” có số lạ, có lẽ là số trang. Hãy đối chiếu bản gốc."
        yield at(plan, *match.span("stray"), message, right=right)


RULES = (
    Rule(
        "KH917",
        "ocr",
        "warning",
        SOURCE,
        find_letters_in_figures,
        "Chữ lẫn trong con số, ngày, số văn bản",
        "Chỉ tiêu, thời hạn, số văn bản này chưa được ghi nhận vì chưa rõ bản gốc in gì. Hãy đối chiếu và sửa.",
    ),
    Rule(
        "KH918",
        "ocr",
        "warning",
        SOURCE,
        find_figures_in_capitals,
        "Chữ số hoặc chữ thường lẫn trong chữ in hoa, tên loại văn bản viết sai",
        "Chữ bị đọc hoặc gõ sai. Hãy đối chiếu bản gốc và sửa.",
    ),
    Rule(
        "KH919",
        "ocr",
        "warning",
        "Trang quét hoặc tệp chuyển đổi: số trang đứng giữa câu",
        find_stray_numbers,
        "Số trang lẫn trong khoảng thời gian",
        "Hãy đối chiếu bản gốc và bỏ số thừa.",
    ),
)
