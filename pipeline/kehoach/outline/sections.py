"""Divide a document: promulgating decision, letterhead, title, body, foot, appendices.

Form: NĐ 30/2020, Phụ lục I. What the parts look like is told by their words, never by their number or order in a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kehoach.alphabet import LOWER
from kehoach.ingest.source import Grid, Paragraph
from kehoach.knowledge.names import mended
from kehoach.outline.foot import DIGITAL, SIGNING, is_name, is_office, is_signing_line
from kehoach.outline.labels import as_label, split_label
from kehoach.outline.types import DECISION_TYPES, PLAN_TYPES, misread_type, type_of

Part = Paragraph | Grid

NOTE = re.compile(r"^\(\s*(?:Ban hành |Được ban hành |Kèm theo|Đính kèm|Kèm|Theo |Phê duyệt)", re.IGNORECASE)
BASIS = re.compile(
    r"^(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Xét|Trên cơ sở|Triển khai|Tiếp tục|Thi hành|Thời gian qua|Trong (?:thời gian|"
    r"những năm))\b"
)
CITES = re.compile(
    r"\b(?:số\s*:?\s*\d|\d+\s*[-/]\s*(?:NQ|QĐ|KH|CT|TB|HD|CV|NĐ|TT|KL|CTr|QC|ĐA)\b|ngày\s+\d{1,2}|Luật|của\s)"
)
APPENDIX = re.compile(
    r"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU(?: MẪU)?(?: SỐ)?|Biểu(?: mẫu)?(?: số)?|MẪU(?: SỐ)?|Mẫu số|DANH MỤC|"
    r"DANH SÁCH|"
    r"Đề cương|ĐỀ CƯƠNG|LỊCH )\b[\s:.]*(?:số\s*)?[IVX\d]*\b"
)
#: `Nơi nhận:`; no `Nơi nhận hồ sơ: …`
RECIPIENTS = re.compile(rf"^\W{{0,4}}(?i:Nơi\s+nhận)(?!\s+[{LOWER}])")
MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘ[Il1|]|Độc lập\s*[-–—]\s*Tự do|ĐẢNG CỘNG SẢN V[Il1|]ỆT NAM")
NUMBER_OR_DATE = re.compile(
    r"^Số\s*(?::|\d+\s*[-/])|^[^,;:]{2,40},\s*ngày\b[^,;:]{0,20}\btháng\b[^,;:]{0,12}\bnăm\b[^\w,;:]{0,8}\d{0,4}\W*$"
)


#: Letters in the last line of a title
SHORT = 100
NAMED_LAST = re.compile(r"^[^.“]{0,80}“[^“”]{20,}”\.?$")


@dataclass(slots=True)
class Sections:
    """The parts of the file, sorted by what they are. Any may be empty."""

    decision_letterhead: list[Part] = field(default_factory=list)
    decision_type: Paragraph | None = None
    decision: list[Part] = field(default_factory=list)
    decision_foot: list[Part] = field(default_factory=list)
    letterhead: list[Part] = field(default_factory=list)
    document_type: Paragraph | None = None
    title: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    foot: list[Part] = field(default_factory=list)
    rest: list[Part] = field(default_factory=list)


def divide(parts: list[Part]) -> Sections:
    """Sort the parts of a file into sections."""
    sections = Sections()
    parts = _open_type_line(parts)
    types = [(i, t) for i, part in enumerate(parts) if (t := type_of(part))]
    plan = next((i for i, t in types if t in PLAN_TYPES), None)
    if plan is None:
        plan = next((i for i, part in enumerate(parts) if misread_type(part) in PLAN_TYPES), None)
    if plan is None:
        plan = types[0][0] if types else None
    ruling = next((i for i, t in types if t in DECISION_TYPES and plan is not None and i < plan), None)
    start = 0
    if ruling is not None and plan is not None:
        start = _plan_head(parts, ruling, plan)
        sections.decision_letterhead = parts[:ruling]
        sections.decision_type = _paragraph(parts[ruling])
        ruled = parts[ruling + 1 : start]
        foot = _foot_start(ruled, 0) or len(ruled)
        sections.decision, sections.decision_foot = ruled[:foot], ruled[foot:]
    if plan is not None:
        sections.letterhead = parts[start:plan]
        sections.document_type = _paragraph(parts[plan])
        start = plan + 1
    else:
        start = _end_of_letterhead(parts)
        sections.letterhead = parts[:start]
    start = _take_title(sections, parts, start)
    _take_body(sections, parts, start)
    return sections


def _paragraph(part: Part) -> Paragraph:
    assert isinstance(part, Paragraph)
    return part


def _open_type_line(parts: list[Part]) -> list[Part]:
    """Divide a line of type and title together (``KẾ HOẠCH Triển khai …``), where no line has the type alone."""
    if any(type_of(p) in PLAN_TYPES for p in parts):
        return parts
    for i, part in enumerate(parts[:40]):
        match = (
            re.match(r"(KẾ HOẠCH|K[ếe] ho[ạa]ch(?=\s+\S+\s+\S+))\s*[:.]?\s+(?=\S)", part.text)
            if isinstance(part, Paragraph)
            else None
        )
        if not match or not isinstance(part, Paragraph) or part.text.endswith((".", ";", ":")) or len(part.text) > 400:
            continue
        if match[1] != "KẾ HOẠCH" and any(
            isinstance(p, Paragraph) and p.text.endswith((".", ";", ":")) for p in parts[:i]
        ):
            continue
        head = Paragraph(match[1].upper(), page=part.page, bold=part.bold, align=part.align)
        title = Paragraph(part.text[match.end() :], page=part.page, bold=part.bold, align=part.align)
        return [*parts[:i], head, title, *parts[i + 1 :]]
    return parts


def _plan_head(parts: list[Part], ruling: int, plan: int) -> int:
    """Where the head of an attached plan begins: after the foot of the decision."""
    for i in range(plan - 1, ruling, -1):
        part = parts[i]
        texts = [part.text] if isinstance(part, Paragraph) else [c for row in part.rows for c in row]
        if isinstance(part, Grid) and any(RECIPIENTS.match(t) or SIGNING.search(t) for t in texts):
            return i + 1
        if isinstance(part, Paragraph) and (
            is_signing_line(part.text) or part.text.rstrip().endswith("/.") or len(part.text) > 250
        ):
            return _after_signature(parts, i, plan)
    return plan


def _after_signature(parts: list[Part], at: int, plan: int) -> int:
    """Step over the lines of recipients and the signer's name that follow ``at``."""
    i = at + 1
    while i < plan:
        part = parts[i]
        if isinstance(part, Grid) and MOTTO.search(" ".join(c for row in part.rows for c in row)):
            break
        if isinstance(part, Paragraph) and part.text.isupper() and not is_signing_line(part.text):
            break
        i += 1
    return i


def _end_of_letterhead(parts: list[Part]) -> int:
    """In a file without a type line: the lines of the motto, number, place and date at the top."""
    end = 0
    for i, part in enumerate(parts[:12]):
        text = part.text if isinstance(part, Paragraph) else " ".join(c for row in part.rows for c in row)
        if MOTTO.search(text) or NUMBER_OR_DATE.match(text):
            end = i + 1
    return end


def _take_title(sections: Sections, parts: list[Part], start: int) -> int:
    """The title: the lines under the type, up to the first that reads like a preamble, a section or a sentence."""
    i = start
    while i < len(parts):
        part = parts[i]
        if not isinstance(part, Paragraph):
            break
        if sections.notes and sections.notes[-1].text.count("(") > sections.notes[-1].text.count(")"):
            note = sections.notes[-1]
            sections.notes[-1] = replace(note, text=f"{note.text} {part.text}")
        elif NOTE.match(part.text):
            sections.notes.append(part)
        elif sections.notes or not (
            _is_title_line(part, sections.title) or (sections.title and _is_last_of_title(parts, i))
        ):
            break
        else:
            sections.title.append(part)
        i += 1
    return i


def _is_title_line(part: Paragraph, before: list[Paragraph]) -> bool:
    text = part.text
    label, rest = split_label(text)
    if part.label or (label and rest and not label.style.startswith("bullet")):
        return False
    if text.startswith("Kính gửi") or len(text) > 600:
        return False
    if not before:
        set_apart = part.align == "center" or bool(part.bold)
        cites = BASIS.match(text) and CITES.search(text) and (text.startswith("Căn cứ") or not set_apart)
        return len(text) <= 200 or not (text.endswith((".", ";", ":")) or cites)
    if text[0].islower() or text[0] in '“"(' or part.align == "center":
        return True
    if text.endswith((".", ";", ":", ",")) or BASIS.match(text) or len(text) > 250:
        return False
    return bool(part.bold and before[-1].bold) or (text.isupper() and before[-1].text.isupper())


def _is_last_of_title(parts: list[Part], i: int) -> bool:
    """A short line without an end, right before the first basis: ``Năm học 2026 - 2027``; a longer one that ends with a
    quoted name.
    """
    part, after = parts[i], parts[i + 1] if i + 1 < len(parts) else None
    if not isinstance(part, Paragraph) or not isinstance(after, Paragraph) or split_label(part.text)[0]:
        return False
    if part.text.startswith("Kính gửi"):
        return False
    open_end = len(part.text) < SHORT and not part.text.endswith((".", ";", ":", ",")) and not part.label
    open_end = open_end or (len(part.text) < 4 * SHORT and NAMED_LAST.search(part.text) is not None)
    return (
        open_end
        and not BASIS.match(part.text)
        and BASIS.match(after.text) is not None
        and bool(CITES.search(after.text))
    )


def _take_body(sections: Sections, parts: list[Part], start: int) -> None:
    """Body up to the recipients (or the signature, or an appendix), then foot, then the rest."""
    foot = _foot_start(parts, start)
    appendix = next((i for i in range(start, len(parts)) if _opens_appendix(parts, i)), None)
    if foot is None or (appendix is not None and appendix < foot and not _is_lead(start, appendix)):
        end = appendix if appendix is not None else len(parts)
        sections.body, sections.rest = parts[start:end], parts[end:]
        while len(sections.body) > 1 and _is_sign_off(sections.body[-1]):
            sections.foot.insert(0, sections.body.pop())
        return
    sections.body = parts[start:foot]
    end = _end_of_foot(parts, foot)
    sections.foot, sections.rest = parts[foot:end], parts[end:]


def _foot_start(parts: list[Part], start: int) -> int | None:
    """Where the recipients or the signature begin, whichever is first; None where there is no foot."""
    foot = next((i for i in range(start, len(parts)) if _opens_foot(parts, i)), None)
    while foot is not None and foot > start and _is_signature(parts[foot - 1]):
        foot -= 1
    return foot


def _is_lead(start: int, appendix: int) -> bool:
    return appendix - start < 3


def _opens_foot(parts: list[Part], i: int) -> bool:
    part = parts[i]
    if isinstance(part, Paragraph):
        return RECIPIENTS.match(part.text) is not None or (_signs(part) and _closes_before(parts, i))
    cells = [c for row in part.rows for c in row]
    return any(RECIPIENTS.match(c) for c in cells) or (
        len(part.rows) <= 3 and any(is_signing_line(c.split("\n")[0]) for c in cells if c) and _closes_before(parts, i)
    )


def _closes_before(parts: list[Part], i: int) -> bool:
    """A signature stands behind the end of the text (``./.``) or far down in the document."""
    before = [p.text for p in parts[max(0, i - 3) : i] if isinstance(p, Paragraph)]
    return any(text.rstrip(' ”"').endswith(("./.", "/.", ".", "/")) for text in before[-2:]) and i > len(parts) // 4


def _is_sign_off(part: Part) -> bool:
    """The issuer's name in capitals at the very end, where an attached plan is not signed."""
    return (
        isinstance(part, Paragraph)
        and part.text.isupper()
        and len(part.text) < 90
        and not part.label
        and split_label(part.text)[0] is None
    )


def _is_signature(part: Part) -> bool:
    return isinstance(part, Paragraph) and (
        _signs(part) or is_name(part.text) or is_office(part.text) or DIGITAL.match(part.text) is not None
    )


def _signs(part: Paragraph) -> bool:
    """Capacity or position in capitals, whatever a scan made of their tone marks."""
    return is_signing_line(part.text) or (
        part.confidence is not None and part.text.isupper() and is_signing_line(mended(part.text))
    )


def _is_item(part: Paragraph) -> bool:
    label = as_label(part.label) if part.label else split_label(part.text)[0]
    return label is not None and label.style.startswith("bullet")


def _opens_appendix(parts: list[Part], i: int) -> bool:
    part = parts[i]
    if not isinstance(part, Paragraph) or part.label or not APPENDIX.match(part.text):
        return False
    text = part.text
    return (
        (len(text) < 160 and not text.endswith((".", ";", ":", ",")))
        or text.isupper()
        or re.fullmatch(r"(?:Phụ lục|PHỤ LỤC)\s*(?:số\s*)?[\dIVX]*\s*[:.]?", text) is not None
    )


def _end_of_foot(parts: list[Part], foot: int) -> int:
    """The foot ends where an appendix, a table or a long paragraph begins behind the signature."""
    i = foot
    signed = received = False
    while i < len(parts):
        part = parts[i]
        if isinstance(part, Grid):
            cells = [c for row in part.rows for c in row]
            if not any(RECIPIENTS.match(c) or is_signing_line(c.split("\n")[0]) for c in cells):
                break
            signed = signed or any(is_signing_line(line) for c in cells for line in c.split("\n"))
        elif i > foot and (_opens_appendix(parts, i) or len(part.text) > 400):
            break
        elif RECIPIENTS.match(part.text) and not received:
            received = True
        elif signed and not _is_signature(part) and not (received and _is_item(part)):
            break
        elif _signs(part):
            signed = True
        i += 1
    return i
