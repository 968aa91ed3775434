"""Parts that the form requires and the document lacks (NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I, II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.facts.letterhead import UNION_MOTTO
from kehoach.findings.lookalikes import doubted_field
from kehoach.findings.rule import Hit, Rule
from kehoach.knowledge import load
from kehoach.knowledge.lookalikes import misread_figures
from kehoach.outline.sections import MOTTO
from kehoach.plan import Plan, Span

FORM = "NĐ 30/2020/NĐ-CP, Điều 8 và Phụ lục I, phần II"
BLANK_NUMBER = re.compile(r"Số\s*:?\s*(?:[…._\s]*)/\s*[A-ZĐ][^\s]*")
BLANK_DATE = re.compile(r"[^\n,]{2,40},\s*ngày\s*[\d….\s]*\s*tháng\s*[\d….\s]*\s*năm\s*[\d….]*")
DECISION = re.compile(r"^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|QUYẾT NGHỊ)\s*:?$", re.MULTILINE)
UNIT_WITHOUT_NAME = re.compile(r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)$", re.IGNORECASE)


def _head(plan: Plan) -> str:
    """The text before the title."""
    span = plan.header.spans.get("document_type") or plan.header.spans.get("title")
    return plan.text[: span[0]] if span else ""


def _is_annex(plan: Plan) -> bool:
    """Does the decision that promulgates the plan stand in another file, with letterhead and signature?"""
    return plan.header.promulgated_by is not None and not DECISION.search(_head(plan))


def _found(plan: Plan, pattern: re.Pattern[str]) -> tuple[str | None, Span | None]:
    match = pattern.search(_head(plan))
    return (
        (
            match[0].strip(),
            (match.start() + len(match[0]) - len(match[0].lstrip()), match.start() + len(match[0].rstrip())),
        )
        if match
        else (None, None)
    )


def _by_hand(plan: Plan) -> str:
    """On scans what a pen filled in is read as missing."""
    return " Nếu trên bản quét có chữ viết tay ở chỗ này, hãy nhập tay: máy không đọc chữ viết tay." * plan.source.ocr


def _is_doubted(plan: Plan, field: str) -> bool:
    """Does the head have the field, with letters in its figures (``KH917``)?"""
    return any(doubted_field(plan, figure.span[0]) == field for figure in misread_figures(_head(plan)))


def find_missing_letterhead(plan: Plan) -> Iterator[Hit]:
    """No national motto (or Party name) above the title."""
    shown = MOTTO.search(_head(plan)) or UNION_MOTTO.search(_head(plan))
    if plan.header.document_type and not shown and not _is_annex(plan):
        issuer = plan.header.spans.get("issuer")
        has_issuer = issuer is not None and issuer[1] <= len(_head(plan))
        what = (
            "thiếu Quốc hiệu và Tiêu ngữ"
            if has_issuer
            else "không có phần đầu: tên cơ quan ban hành, Quốc hiệu và Tiêu ngữ"
        )
        yield Hit(f"Văn bản {what}. Hãy bổ sung trước khi ký.", field="letterhead")


def find_missing_number(plan: Plan) -> Iterator[Hit]:
    """No number, or a blank one."""
    if plan.header.document_type and plan.header.number is None and not _is_doubted(plan, "number"):
        quote, span = _found(plan, BLANK_NUMBER)
        message = "Số của văn bản còn trống hoặc không có. Văn thư cấp số khi ban hành."
        yield Hit(message + _by_hand(plan), quote, span, field="number")


def find_missing_date(plan: Plan) -> Iterator[Hit]:
    """No date of issue, or one without its day."""
    day = plan.header.date
    if plan.header.document_type and (day is None or len(day) < 10) and not _is_doubted(plan, "date"):
        quote, span = _found(plan, BLANK_DATE)
        message = "Ngày, tháng, năm ban hành còn thiếu. Hãy ghi đủ địa danh và ngày ban hành."
        yield Hit(message + _by_hand(plan), quote, span, field="date")


def find_missing_issuer(plan: Plan) -> Iterator[Hit]:
    """Nobody, or a committee without its place, issues the plan."""
    name = plan.header.issuer.name
    if plan.header.document_type and name is None:
        yield Hit("Không xác định được cơ quan ban hành kế hoạch.", field="issuer")
    elif name and UNIT_WITHOUT_NAME.search(name):
        span = plan.header.spans.get("issuer")
        line = plan.text[span[0] : span[0] + 60].split("\n")[0] if span else None
        quote = " ".join(line.split()[:8]) if line else None
        yield Hit(
            f"Văn bản không nêu tên địa phương của cơ quan ban hành (“{name}”).",
            quote,
            (span[0], span[0] + len(quote)) if span and quote else None,
            field="issuer",
        )


def find_missing_signature(plan: Plan) -> Iterator[Hit]:
    """No name; no position; or a committee's head who signs without ``TM.`` (``KT.`` may stand without it)."""
    if not plan.header.document_type or _is_annex(plan):
        return
    signature = plan.signature
    spans = list(signature.spans.values())
    if not spans:
        yield Hit("Văn bản không có phần ký: quyền hạn, chức vụ, họ tên người ký.", field="signature")
        return
    if plan.header.promulgated_by is not None:
        return  # others sign decisions
    needed = [("chức vụ", signature.position), ("họ tên", signature.name)]
    if _signs_for_committee(plan):
        needed.insert(0, ("quyền hạn (TM.)", signature.capacity))
    missing = [words for words, printed in needed if printed is None]
    if missing:
        span = (min(s[0] for s in spans), max(s[1] for s in spans))
        quote = " ".join(plan.text[span[0] : span[1]].split())
        message = f"Phần ký thiếu {' và '.join(filter(None, [', '.join(missing[:-1]), missing[-1]]))} của người ký."
        if "quyền hạn (TM.)" in missing:
            message += " Ủy ban nhân dân làm việc theo chế độ tập thể: người đứng đầu ký “TM. ỦY BAN NHÂN DÂN”."
        yield Hit(message, quote, span if quote == plan.text[span[0] : span[1]] else None, field="signature")


def _signs_for_committee(plan: Plan) -> bool:
    """Does the head of a people's committee sign, who needs ``TM.``?"""
    return plan.header.issuer.kind == "people_committee" and not re.match(
        r"(?:KT|TL|TUQ|Q)\.|[KT]\s?[/.]\s?[TL]", plan.signature.position or ""
    )


AMENDING = re.compile(r"sửa đổi,? bổ sung một số điều của (?:các )?[Ll]uật", re.IGNORECASE)


def find_missing_citation(plan: Plan) -> Iterator[Hit]:
    """A document that is cited without its number, so that it is hard to look up; laws and charters have names."""
    by_name = {kind["name"] for kind in load("documents")["type"] if kind.get("named")}
    for cited in plan.citations:
        of_congress = (cited.issuer or "").startswith("Đại hội")  # known by its congress
        dated = len(cited.date or "") > len("2026")
        amends = cited.basis and not dated and AMENDING.match(cited.title or "")  # the name of many
        doubted = misread_figures(cited.quote)  # it has one, which nobody can read
        if cited.number is None and (amends or cited.type not in by_name) and not of_congress and not doubted:
            missing = "số" if dated else "số và ngày"
            yield Hit(
                f"{cited.type} được viện dẫn không có {missing}. Hãy ghi đủ số, ký hiệu, ngày ban hành.",
                cited.quote,
                cited.span,
                cited.block,
                field="citation",
            )


def find_missing_dates_of_citations(plan: Plan) -> Iterator[Hit]:
    """A document that is cited by its number without the day of its date; laws are cited by their names."""
    for cited in plan.citations:
        if not cited.number or cited.type in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"):
            continue
        if cited.date is None:
            message = f"{cited.type} số {cited.number} được viện dẫn mà không chỗ nào ghi ngày ban hành. Hãy bổ sung."
        elif len(cited.date) < len("2026-01-01"):
            message = f"{cited.type} số {cited.number} được viện dẫn thiếu ngày trong tháng. Hãy ghi đủ ngày ban hành."
        else:
            continue
        yield Hit(message, cited.quote, cited.span, cited.block, field="citation")


RULES = (
    Rule(
        "KH101",
        "missing",
        "warning",
        FORM,
        find_missing_letterhead,
        "Thiếu phần đầu văn bản",
        "Văn bản hành chính phải có Quốc hiệu, Tiêu ngữ và tên cơ quan ban hành. Hãy bổ sung trước khi ký.",
    ),
    Rule(
        "KH102",
        "missing",
        "warning",
        FORM,
        find_missing_number,
        "Thiếu số, ký hiệu",
        "Không có số thì không viện dẫn được. Văn thư cấp số khi ban hành.",
    ),
    Rule(
        "KH103",
        "missing",
        "warning",
        FORM,
        find_missing_date,
        "Thiếu ngày ban hành",
        "Hãy ghi đủ địa danh và ngày, tháng, năm ban hành.",
    ),
    Rule(
        "KH104",
        "missing",
        "warning",
        FORM,
        find_missing_issuer,
        "Thiếu tên cơ quan ban hành",
        "Người nhận phải biết ai ban hành. Hãy ghi đủ tên cơ quan và địa phương.",
    ),
    Rule(
        "KH105",
        "missing",
        "warning",
        "NĐ 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7",
        find_missing_signature,
        "Thiếu quyền hạn, chức vụ hoặc họ tên người ký",
        "Hãy ghi đủ quyền hạn (TM., KT.), chức vụ và họ tên người ký.",
    ),
    Rule(
        "KH106",
        "missing",
        "warning",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b",
        find_missing_citation,
        "Văn bản viện dẫn thiếu số, ngày",
        "Viện dẫn lần đầu phải ghi đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu.",
    ),
    Rule(
        "KH107",
        "missing",
        "info",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b",
        find_missing_dates_of_citations,
        "Văn bản viện dẫn không có ngày",
        "Viện dẫn lần đầu phải ghi đủ số, ký hiệu và ngày; các năm đánh số lại từ đầu.",
    ),
)
