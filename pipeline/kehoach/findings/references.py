"""Documents that the plan names: dates and types that disagree, later than the plan, repealed; appendices that lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach.facts.documents import NUMBER, normal_number, signs_of
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Citation, Plan

CITING = "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b"
APPENDIX = re.compile(
    r"(?<!\w)(?P<name>[Pp]hụ lục|PHỤ LỤC|[Pp]hụ biểu)"
    r"(?P<no>\s+(?:số\s+)?(?:[IVX]+|\d+))?"
    r"(?P<with>\s+(?:đính kèm|kèm theo|gửi kèm|ban hành kèm theo)(?P<of>\s+\w+(?:\s+\w+)?)?)?"
)
ATTACHED = re.compile(r"^\W*(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|DANH MỤC|DANH SÁCH|Mẫu|MẪU)\b", re.MULTILINE)
ATTACHED_SIGNS = ("PHỤ", "Phụ", "BIỂU", "Biểu", "DANH", "Mẫu", "MẪU")
OWN = re.compile(r"\s*(?:Kế hoạch|kế hoạch|này)?$")


def find_two_dates(plan: Plan) -> Iterator[Hit]:
    """The same type and number of the same body, with two dates."""
    first: dict[tuple[str, str], Citation] = {}
    for cited in plan.citations:
        if cited.number is None or cited.date is None:
            continue
        other = first.setdefault((cited.type, cited.number.casefold().lstrip("0")), cited)
        if other.issuer and cited.issuer and other.issuer.casefold() != cited.issuer.casefold():
            continue
        if other.date and not (cited.date.startswith(other.date) or other.date.startswith(cited.date)):
            message = (
                f"{cited.type} số {cited.number} được ghi hai ngày khác nhau (chỗ khác: “{other.quote}”). Hãy đối "
                "chiếu văn bản gốc và thống nhất."
            )
            yield Hit(message, cited.quote, cited.span, cited.block)


def find_swapped_digits(plan: Plan) -> Iterator[Hit]:
    """``số 1890/KH-SGDĐT`` and, of the same body, ``số 1980/KH-SGDĐT`` without a date of its own."""
    for i, later in enumerate(plan.citations):
        for first in plan.citations[:i]:
            if _is_swapped(first, later):
                message = (
                    f"Chỗ khác ghi “{first.quote}”; hai số chỉ khác thứ tự chữ số. Nếu là một văn bản, hãy đối chiếu "
                    "bản gốc và thống nhất."
                )
                yield Hit(message, later.quote, later.span, later.block)


def find_swapped_signs(plan: Plan) -> Iterator[Hit]:
    """``số 16/KH-BTT-MTTQ`` where the text has ``16/KH-MTTQ-BTT``: the same signs in another order."""
    first: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for match in matches(_numbered(), plan.text, "/"):
        number = normal_number(match["number"])
        key = (match["type"], *signs_of(number))
        other = first.setdefault(key, number)
        if re.split("[-/]", other.casefold()) != re.split("[-/]", number.casefold()):
            message = f"Chỗ khác ghi “{other}”; hai số chỉ khác thứ tự ký hiệu. Hãy đối chiếu bản gốc và thống nhất."
            yield at(plan, *match.span(), message)


def _is_swapped(first: Citation, later: Citation) -> bool:
    """Do two numbers differ by two neighbouring digits that changed places, and nothing tells the documents apart?"""
    a, b = (re.match(r"\d{3,}(?=/)", cited.number or "") for cited in (first, later))
    if not a or not b or (first.number or "")[a.end() :] != (later.number or "")[b.end() :] or len(a[0]) != len(b[0]):
        return False
    if first.type != later.type or (first.date and later.date and first.date != later.date):
        return False
    if first.issuer and later.issuer and not _shares_name(first.issuer, later.issuer):
        return False
    at = [i for i, (x, y) in enumerate(zip(a[0], b[0], strict=True)) if x != y]
    return len(at) == 2 and at[1] == at[0] + 1 and sorted(a[0]) == sorted(b[0])


def _shares_name(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long.startswith(short)


@cache
def _numbered() -> re.Pattern[str]:
    types = alternatives(t["name"] for t in load("documents")["type"])
    return re.compile(rf"(?<!\w)(?P<type>{types})\s+(?:số\s*:?\s*)(?P<number>{NUMBER})")


@cache
def _types_of_symbols() -> dict[str, set[str]]:
    """``KH`` → the types whose documents bear it."""
    found: dict[str, set[str]] = {}
    for kind in load("documents")["type"]:
        for symbol in kind.get("symbols", []):
            found.setdefault(symbol, set()).add(kind["name"])
    return found


def find_years_against_numbers(plan: Plan) -> Iterator[Hit]:
    """``Quyết định số 46/2002/QĐ-UBND ngày 12/9/2022``: the year in the number is that of the day."""
    for cited in plan.citations:
        told = re.match(r"\d+/((?:19|20)\d\d)/", cited.number or "")
        if told and cited.date and cited.date[:4] != told[1]:
            message = (
                f"Số ghi năm {told[1]}, ngày ghi năm {cited.date[:4]}. Một trong hai năm sai. Hãy đối chiếu bản gốc."
            )
            yield Hit(message, cited.quote, cited.span, cited.block)


def find_type_against_symbol(plan: Plan) -> Iterator[Hit]:
    """``Quyết định số 41/KH-UBND``: the symbol is that of another type."""
    symbols = _types_of_symbols()
    with_symbol = {name for names in symbols.values() for name in names}
    for match in matches(_numbered(), plan.text, "/"):
        symbol = re.split(r"[/\-–.]", re.sub(r"\s", "", match["number"]))
        borne = next((s for s in symbol if s in symbols), None)
        kind = match["type"]
        if borne is None or kind not in with_symbol or kind in symbols[borne]:
            continue
        right = min(symbols[borne], key=len)
        message = (
            f"Số {match['number']} là ký hiệu của {right}, văn bản lại gọi là {kind}. Hãy đối chiếu tên loại và số, ký "
            "hiệu với văn bản gốc."
        )
        yield at(plan, *match.span(), message)


def find_later_documents(plan: Plan) -> Iterator[Hit]:
    """A cited document that is dated after the plan."""
    issued = plan.header.date
    for cited in plan.citations:
        if issued and cited.date and len(issued) == len(cited.date) == len("2026-01-01") and cited.date > issued:
            message = (
                f"Văn bản viện dẫn có ngày {_day(cited.date)}, sau ngày ban hành kế hoạch ({_day(issued)}). Một trong "
                "hai ngày sai."
            )
            yield Hit(message, cited.quote, cited.span, cited.block)


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def successor_of(number: str | None, day: str) -> str | None:
    """What stands on ``day`` (ISO) in the place of a document that no longer holds; None if it holds or is unknown."""
    documents = {normal_number(d["number"]).casefold(): d for d in load("repealed")["document"]}
    by: str | None = None
    known = documents.get(normal_number(number or "").casefold())
    while known and day >= str(known["to"]):
        by = str(known["by"])
        known = documents.get(by.split()[-1].casefold())
    return by


def find_repealed_bases(plan: Plan) -> Iterator[Hit]:
    """A basis that no longer held on the day of the plan."""
    for cited in plan.citations:
        by = successor_of(cited.number, plan.header.date) if cited.basis and plan.header.date else None
        if by:
            message = (
                f"{cited.type} số {cited.number} không còn hiệu lực vào ngày ban hành kế hoạch. Hãy thay bằng {by}."
            )
            yield Hit(message, cited.quote, cited.span, cited.block)


def find_absent_appendices(plan: Plan) -> Iterator[Hit]:
    """An appendix of the plan's own that the text names and the document lacks; told once."""
    if plan.appendices or any(matches(ATTACHED, plan.text, *ATTACHED_SIGNS)) or plan.source.status == "partial":
        return
    for match in matches(APPENDIX, plan.text, "hụ lục", "HỤ LỤC", "hụ biểu"):
        own = match["with"] and OWN.match(match["of"] or "")
        after = plan.text[match.end() : match.end() + 40]
        numbered = match["no"] and not re.match(r"\s*,?\s*(?:của|ban hành|kèm|Nghị|Thông|Quyết|Luật|\()", after)
        before = plan.text[max(0, match.start() - 20) : match.start()]
        led = re.search(r"(?<!\w)(?:[Tt]heo|tại|xem) $", before)
        beside = re.search(r"(?<!\w)kèm(?: theo)? (?:các )?$", before) and re.match(r"[).;]", after)
        if own or beside or (numbered and led):
            message = (
                f"Văn bản nhắc đến “{match['name']}{match['no'] or ''}” nhưng không có phụ lục nào kèm theo. Hãy kèm "
                "phụ lục hoặc bỏ chỗ nhắc."
            )
            yield at(plan, *match.span(), message)
            return


RULES = (
    Rule(
        "KH501",
        "reference",
        "error",
        CITING,
        find_two_dates,
        "Một văn bản được ghi hai ngày",
        "Văn bản chỉ có một ngày ban hành. Hãy đối chiếu bản gốc.",
    ),
    Rule(
        "KH512",
        "reference",
        "warning",
        CITING,
        find_swapped_digits,
        "Hai số văn bản chỉ khác thứ tự chữ số",
        "Thường là một văn bản bị đánh máy nhầm ở một chỗ. Hãy đối chiếu bản gốc.",
    ),
    Rule(
        "KH513",
        "reference",
        "warning",
        CITING,
        find_swapped_signs,
        "Hai số văn bản chỉ khác thứ tự ký hiệu",
        "Một văn bản bị ghi ký hiệu theo hai cách. Hãy đối chiếu bản gốc.",
    ),
    Rule(
        "KH514",
        "reference",
        "warning",
        CITING,
        find_years_against_numbers,
        "Năm trong số khác năm ban hành",
        "Văn bản quy phạm pháp luật được đánh số theo năm ban hành. Hãy đối chiếu bản gốc.",
    ),
    Rule(
        "KH502",
        "reference",
        "warning",
        "NĐ 30/2020/NĐ-CP, Phụ lục III; Quy định 399-QĐ/TW",
        find_type_against_symbol,
        "Tên loại không khớp với ký hiệu",
        "Ký hiệu cho biết tên loại (KH, QĐ, NQ …). Hãy đối chiếu bản gốc.",
    ),
    Rule(
        "KH503",
        "reference",
        "error",
        CITING,
        find_later_documents,
        "Viện dẫn văn bản có ngày sau kế hoạch",
        "Không thể căn cứ vào văn bản chưa ban hành. Hãy kiểm tra hai ngày.",
    ),
    Rule(
        "KH505",
        "reference",
        "warning",
        "Văn bản thay thế, ghi ở từng phát hiện",
        find_repealed_bases,
        "Căn cứ đã hết hiệu lực",
        "Kế hoạch phải dựa vào văn bản còn hiệu lực vào ngày ban hành.",
    ),
    Rule(
        "KH506",
        "reference",
        "warning",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, III",
        find_absent_appendices,
        "Phụ lục được nhắc đến nhưng không có",
        "Người nhận không làm được việc nếu thiếu phụ lục. Hãy kèm phụ lục hoặc bỏ chỗ nhắc.",
    ),
)
