"""Notes under the titles of appendices and covers: ``(Kèm theo Kế hoạch số …/KH-UBND ngày …)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.facts.dates import parse_date
from kehoach.facts.documents import DATE, NUMBER, normal_number
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Plan

#: `(Kèm theo Kế hoạch số:    /KH-UBND ngày   /  /2025 của …)`
ATTACHED_TO = re.compile(
    r"[Kk]èm theo\s+(?:Kế hoạch|Quyết định|Nghị quyết|Tờ trình|Báo cáo|Công văn)\s+"
    r"(?P<number>số\s*:?\s*(?P<no>\d[\w.]*)?[….\s]*/[\s]*[A-ZĐ][\w-]*)?"
    r"(?P<date>,?\s*(?P<day>ngày[\s….]*(?P<d>\d{1,2})?[\s….]*(?:/|tháng)[\s….]*(?P<m>\d{1,2})?[\s….]*(?:/|năm)\s*(?:\d{4})?))?"
)
OF_DECISION = re.compile(
    rf"[Kk]èm theo\s+(?P<type>Quyết định|Nghị quyết)\s+(?:số\s*:?\s*)?(?P<number>{NUMBER})(?:\s*,?\s*(?P<date>{DATE}))?"
)
OWN = re.compile(rf"[Kk]èm theo\s+Kế hoạch\s+(?:số\s*:?\s*)?(?P<number>{NUMBER})(?:\s*,?\s*(?P<date>{DATE}))?")


def find_blanks_in_attachments(plan: Plan) -> Iterator[Hit]:
    """An appendix that leaves the number or the day blank, which the letterhead has."""
    number, day = plan.header.number, plan.header.date
    for match in matches(ATTACHED_TO, plan.text, "èm theo"):
        unnumbered = match["number"] and not match["no"] and number
        undated = match["day"] and not (match["d"] and match["m"]) and day and len(day) == len("2026-01-01")
        if unnumbered or undated:
            what = "số và ngày, tháng" if unnumbered and undated else "số" if unnumbered else "ngày, tháng"
            quote = match[0].rstrip()
            message = f"Phụ lục để trống {what} của văn bản mà nó kèm theo. Hãy ghi khi ban hành."
            yield Hit(message, quote, (match.start(), match.start() + len(quote)), None, "citation")


def find_notes_of_another_plan(plan: Plan) -> Iterator[Hit]:
    """An appendix that gives the plan another number or date than the letterhead."""
    own, own_day = plan.header.number, plan.header.date
    for match in matches(OWN, plan.text, "èm theo") if own and not plan.header.promulgated_by else ():
        number, day = normal_number(match["number"]), parse_date(match["date"] or "")
        if own is None or number.split("/")[1:] != own.split("/")[1:]:
            continue  # the plan of another body
        if number.lstrip("0") != own.lstrip("0"):
            message = f"Phụ lục ghi kèm theo Kế hoạch số {number}, kế hoạch này có số {own}. Hãy thống nhất."
            yield at(plan, *match.span("number"), message)
        elif day and own_day and len(day) == len(own_day) and day != own_day:
            message = "Phụ lục ghi ngày của kế hoạch khác với ngày ban hành ở đầu văn bản. Hãy thống nhất."
            yield at(plan, *match.span("date"), message)


def find_notes_of_another_decision(plan: Plan) -> Iterator[Hit]:
    """A plan whose line ``Ban hành kèm theo Quyết định …`` gives another number or date than the decision before it."""
    decision = plan.header.promulgated_by
    if decision is None or not decision.number:
        return
    for match in matches(OF_DECISION, plan.text, "èm theo"):
        number, day = normal_number(match["number"]), parse_date(match["date"] or "")
        alike = number.split("/")[1:] == decision.number.split("/")[1:]
        if decision.type != match["type"] or not alike:
            continue
        if number.lstrip("0") != decision.number.lstrip("0"):
            message = f"Dòng “kèm theo” ghi số {number}, {decision.type.lower()} ban hành có số {decision.number}."
            yield at(plan, *match.span("number"), f"{message} Hãy thống nhất.")
        elif day and decision.date and len(day) == len(decision.date) and day != decision.date:
            message = f"Dòng “kèm theo” ghi ngày khác với {decision.type.lower()} ban hành. Hãy thống nhất."
            yield at(plan, *match.span("date"), message)


RULES = (
    Rule(
        "KH108",
        "missing",
        "info",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, mục III (phụ lục kèm theo)",
        find_blanks_in_attachments,
        "Phụ lục để trống số, ngày của văn bản kèm theo",
        "Dòng “Kèm theo …” phải có số, ký hiệu và ngày của văn bản; văn bản điện tử thì không bắt buộc.",
    ),
    Rule(
        "KH511",
        "reference",
        "error",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, mục III (phụ lục kèm theo)",
        find_notes_of_another_plan,
        "Phụ lục ghi số, ngày khác với kế hoạch",
        "Thường còn sót từ kế hoạch cũ. Hãy ghi đúng số và ngày của kế hoạch này.",
    ),
    Rule(
        "KH516",
        "reference",
        "error",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, mục III (phụ lục kèm theo)",
        find_notes_of_another_decision,
        "Dòng “kèm theo” ghi số, ngày khác với quyết định ban hành",
        "Kế hoạch ban hành kèm theo quyết định nào thì ghi đúng số và ngày của quyết định đó.",
    ),
)
