"""Sentences that set out the work of several levels one after the other: the unit keeps its own part."""

from __future__ import annotations

import re

from kehoach.drafts.points import Ask, sentence
from kehoach.drafts.scope import Scope

_PARTS = re.compile(r"(?<=;)\s+|(?<=[^.]\.)\s+(?=[^\Wa-z_])")
_OWN = re.compile(
    r"^(?:Ở\s+)?(?:Chủ tịch\s+(?:UBND|Ủy ban nhân dân)\s+)?(?:các\s+|cấp\s+|tuyến\s+)?"
    r"(?:xã|phường|đặc khu)(?:,\s*(?:xã|phường|đặc khu))*(?!\w)",
    re.IGNORECASE,
)

#: Systems and relations of the unit above
_ASSET_ABOVE = re.compile(
    r"^(?:Đầu tư\s|Thiết lập|Nâng cấp|Xây dựng|Hoàn thiện|Hình thành|Phát triển|Vận hành)[^,;.]*"
    r"(?:Trung tâm|[Cc]ổng|[Hh]ệ thống|"
    r"cơ sở dữ liệu|nền tảng)[^,;.]*\s(?:Tỉnh|tỉnh|Thành phố|thành phố)(?!\w)|"
    r"^(?:Nghiên cứu,?\s+)?[Xx]ây dựng\s[^;.]*(?:hệ thống|cơ sở dữ liệu|nền tảng)[^;.]*\stoàn\s"
    r"(?i:tỉnh|thành phố)(?!\w)|"
    r"các tỉnh, thành phố khác"
)


def beside_asset(text: str) -> str:
    """``text`` without what it says of systems above, where a figure for everybody stands beside them."""
    parts = _PARTS.split(text)
    kept = [part for part in parts if not _ASSET_ABOVE.search(part)]
    if len(kept) == len(parts):
        return text
    return " ".join(kept) if kept and re.match(r"100\s?%\s", kept[0]) else ""


def own_part(text: str, scope: Scope) -> str:
    """``text`` without the clauses in which the unit above acts, where the draft's level has a clause of its own."""
    acts = r"(?:ban hành|tổ chức|thành lập|bố trí|xây dựng)"
    head = rf"[^;.]*Chủ tịch\s+(?:UBND|Ủy ban nhân dân)\s+{scope.upper_words}\s+với\s"
    above = re.compile(rf"^(?:(?:(?:Cấp|Tuyến)\s+)?(?i:{scope.upper_words})\s+{acts}\s|{head})")
    rate = r"(?:đạt\s+)?(?:\w+\s+){0,3}\d[\d,]*\s?%"
    text = re.sub(rf"cấp\s+{scope.upper_words}\s+{rate}\s*[,;]\s*cấp\s+xã\s+(?P<own>{rate})", r"\g<own>", text)
    parts = _PARTS.split(text)
    if not any(above.match(part) for part in parts) or not any(_OWN.match(part) for part in parts):
        return text
    return sentence(" ".join(part for part in parts if not above.match(part)))


def ask_for_levels(text: str, scope: Scope) -> Ask | None:
    """A question where a sentence tells of the unit above and of the draft's level, and they cannot be told apart."""
    word = r"(?:cấp|tuyến)\s+"
    above = rf"{word}{scope.upper_words}(?!\s*(?:,|và|đến)\s*(?:cấp|tuyến|xã))"
    if not re.search(rf"{above}.*{word}xã(?!\w)|{word}xã(?!\w).*[;,]\s.*{above}", text):
        return None
    message = f"Câu này nêu cả việc của cấp {scope.upper[0]} và cấp xã. Chỉ giữ phần của {scope.kind}."
    return Ask("content", message, text, ["Giữ nguyên"])
