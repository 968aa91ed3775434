"""The foot of a document: recipients (Nơi nhận) and signature (NĐ 30/2020, Phụ lục I, II.7 and II.9)."""

from __future__ import annotations

import re

from kehoach.alphabet import LOWER, UPPER
from kehoach.ingest.source import Grid, Paragraph

POSITION = (
    r"(?:PHÓ\s+)?(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|TRƯỞNG|TỔ TRƯỞNG|ĐỘI TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|"
    r"CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|CHÁNH|THỦ TƯỚNG|THỦ TRƯỞNG|TỔNG CỤC TRƯỞNG|"
    r"TRƯỞNG BAN|TRƯỞNG PHÒNG|TỔNG BÍ THƯ|CHỈ HUY TRƯỞNG|TỔNG THANH TRA|THỐNG ĐỐC|ỦY VIÊN|UỶ VIÊN|"
    r"PHÓ (?:BÍ THƯ|CHÁNH|THỦ TƯỚNG|TRƯỞNG|HIỆU TRƯỞNG|CỤC|VIỆN|TỔNG)|QUYỀN|CHÍNH (?:ỦY|UỶ|TRỊ VIÊN)|TƯ LỆNH|"
    r"(?:ĐỒN|TRẠM|HẠT|ĐẠI ĐỘI|(?:TIỂU|TRUNG|LỮ|SƯ) ĐOÀN) (?:TRƯỞNG|PHÓ))\b"
)
CAPACITY = rf"(?:TM|KT|TL|TUQ|Q)\s?\.|(?:T\s?[./]\s?[ML]|K\s?[./]\s?T)\b|(?:TM|KT|TL)\s(?=[{UPPER}]{{3}})"
SIGNING = re.compile(rf"^\W{{0,3}}(?:{CAPACITY}|{POSITION})")
RECIPIENTS_HEAD = re.compile(rf"^\W{{0,4}}(?i:Nơi\s+nhận)(?!\s+[{LOWER}])\s*:?\W{{0,4}}")
#: A head among the recipients: `Bản điện tử:`
SUBHEAD = re.compile(r"^[^\W\d][^:;.]{2,40}:$")
FILED = re.compile(r"^\s*-?\s*Lưu\b")
ENTRY_END = re.compile(r"[;.]\s+(?=\S)")
LONGEST = 130  # letters in a line that signs
ITEM = re.compile(r"^\s*[-–—+•*]\s*")
DIGITAL = re.compile(
    r"^(?:[\d\sT:./+-]*\d{2}:\d{2}:\d{2}|Ký bởi|Người ký|Thời gian ký|Cơ quan:|Email|Signature|"
    r"Chữ ký|\(?Đã ký|\(?Ký(?: tên|,| và| ghi)|\[daky\])",
    re.IGNORECASE,
)


#: Degrees and ranks before a name
TITLES = re.compile(
    r"^(?:(?:NGND|NGƯT|TTND|TTƯT|NSND|NSƯT|"
    r"PGS|GS|TS|ThS|BS(?:CKI{1,2})?|CKI|CKII|Th\.?S|KS|Đ/c|Đồng chí|Thượng tá|Đại tá|Trung tá|Thiếu tá|Thiếu tướng|"
    r"Trung tướng|Thượng tướng|Đại tướng|Đại úy|Thượng úy|Trung úy)[.\s]+)+"
)


def is_signing_line(text: str) -> bool:
    """``TM. ỦY BAN NHÂN DÂN``, ``KT. CHỦ TỊCH``, ``GIÁM ĐỐC``: capacity or position in capitals, and little else."""
    if len(text) > LONGEST or SIGNING.match(text) is None:
        return False
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_name(text: str) -> bool:
    """``Lê Thị Mận``, ``Đại tá Lê Văn Mận``: a few words, each with one capital at its head."""
    words = TITLES.sub("", text).split()
    return 2 <= len(words) <= 5 and all(w[:1].isupper() and w[1:].islower() for w in words)


def is_office(text: str) -> bool:
    """``Bí thư``, ``Phó Hiệu trưởng``: a position in small letters, as schools and unions print it."""
    return not text.isupper() and len(text.split()) <= 5 and is_signing_line(text.upper())


def signs(line: str) -> bool:
    """Does the line say who signs? The issuer's name under an attached plan does not."""
    return SIGNING.match(line) is not None or is_name(line)


def foot_lines(parts: list[Paragraph | Grid]) -> tuple[list[tuple[str, int | None]], list[tuple[str, int | None]]]:
    """Recipients (entries, with ``Lưu`` last) and signature lines of a foot, each with its page.

    The foot is a two-column table, or its lines stand below each other in either order.
    """
    recipients: list[tuple[str, int | None]] = []
    signature: list[tuple[str, int | None]] = []
    for part in parts:
        if isinstance(part, Grid):
            for row in part.rows:
                for cell in row:
                    _sort_lines([(line, part.page) for line in cell.split("\n")], recipients, signature)
        else:
            _sort_lines([((part.label + " " if part.label else "") + part.text, part.page)], recipients, signature)
    return _entries(recipients), [(s.strip(), p) for s, p in signature if s.strip()]


def _sort_lines(
    lines: list[tuple[str, int | None]],
    recipients: list[tuple[str, int | None]],
    signature: list[tuple[str, int | None]],
) -> None:
    shown = [(line, page) for line, page in lines if line.strip() and not DIGITAL.match(line.strip())]
    listed = bool(lines) and RECIPIENTS_HEAD.match(lines[0][0]) is not None
    for whole, page in shown:
        head = RECIPIENTS_HEAD.match(whole.strip())
        line, beside = _side_by_side(whole.strip()[head.end() if head else 0 :])
        recipients += [("", page)] if head else []
        if head or ITEM.match(line) or FILED.match(line) or (line and _is_next_entry(line, recipients, signature)):
            recipients += [(entry, page) for entry in _split_run(line)]
        elif SUBHEAD.match(line) and recipients and not signature:
            continue
        elif line and signature and not line[0].islower() and not (recipients and listed and not _is_filed(recipients)):
            signature.append((line, page))
        elif line and recipients and (len(lines) > 1 or not _is_done(recipients)):
            recipients[-1] = (f"{recipients[-1][0]} {line}".strip(), page)
        elif line:
            signature.append((line, page))
        signature += [(beside, page)] if beside else []


def _is_next_entry(
    line: str, recipients: list[tuple[str, int | None]], signature: list[tuple[str, int | None]]
) -> bool:
    """An entry without its dash, behind one that ends in ``;``, or on a line of its own where no entry has one."""
    if not recipients or signature or _is_filed(recipients) or is_signing_line(line):
        return False
    last = recipients[-1][0].rstrip()
    unmarked = bool(last) and not any(ITEM.match(entry) for entry, _ in recipients)
    begins = not line[0].islower() and not last.endswith(",") and last.count("(") == last.count(")")
    return last.endswith(";") or (unmarked and begins)


def _side_by_side(line: str) -> tuple[str, str]:
    """A line of the recipients, and what of the signature stands in it where the two columns became one line."""
    starts = [0, *(match.end() for match in ENTRY_END.finditer(line, max(0, len(line) - LONGEST)))]
    for start in starts:
        beside = line[start:]
        if is_signing_line(beside) or (start and FILED.match(line) and is_name(beside)):
            return line[:start].rstrip(), beside
    return line, ""


def _split_run(line: str) -> list[str]:
    """Entries that stand in one line (``- Như trên; - Lưu: VT.``)."""
    line = line.strip()
    return [e for e in re.split(r"(?<=[;.])\s*(?=[-–]\s)", line) if e] if line else []


def _is_done(recipients: list[tuple[str, int | None]]) -> bool:
    return _is_filed(recipients) or recipients[-1][0].rstrip().endswith((";", "."))


def _is_filed(recipients: list[tuple[str, int | None]]) -> bool:
    """Has the last entry (``- Lưu: VT.``) been told?"""
    last = recipients[-1][0].rstrip()
    return FILED.match(last) is not None and last.endswith((".", ";", ")"))


def _entries(lines: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """Entries without dash and final ``;``, ``,`` or ``.``."""
    clean = [(ITEM.sub("", text).strip().rstrip(";,/").strip(), page) for text, page in lines]
    return [(re.sub(r"(?:\./)?(?<!\.)\.$", "", text).strip(), page) for text, page in clean if text]
