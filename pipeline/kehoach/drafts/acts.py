"""What an office of the unit may do itself, and what only the committee does, for which its office prepares it."""

from __future__ import annotations

import re

from kehoach.drafts.scope import Scope
from kehoach.facts.bodies import opens_with_body

#: Decisions and acts of authority of the committee (Luật 72/2025/QH15, Điều 22; NĐ 150/2025/NĐ-CP, Điều 12)
_DECIDES = re.compile(
    r"(?:Xây dựng(?: và|,) )?(?:Phê duyệt|phê duyệt|Ban hành|ban hành|Quyết định|quyết định)(?!\w)|"
    r"Chỉ đạo(?!\w)|(?:Thành lập|Kiện toàn)\s+(?:Ban|Tổ|Hội đồng|[Đđ]oàn)(?!\w)|"
    r"(?:Bình xét|Xét)?(?:,\s*)?(?:[Kk]hen thưởng|[Xx]ử (?:lý|phạt)[^.;]*vi phạm)[^.;]*theo thẩm quyền|"
    r"Kiểm tra,\s+xử (?:lý|phạt)[^.;]*theo thẩm quyền|Bố trí (?:kinh phí|ngân sách|vốn|quỹ đất)(?!\w)"
)
_REPORT = re.compile(
    r"(?:Tổng hợp,?\s*|Định kỳ\s+)?[Bb]áo cáo\s+(?:(?:kết quả|tình hình|tiến độ)\s[^.;]*?\s(?:về|gửi|cho|với)\s+)?"
    r"(?P<to>\S.*)"
)
_SENT = re.compile(r"(?:Định kỳ\s+)?[Bb]áo cáo\s[^.;]*\s(?:gửi|về)\s+(?:về\s+)?(?:Sở|UBND|Ủy ban nhân dân|Văn phòng)\s")
_ANSWERS = re.compile(r"Chịu trách nhiệm trước\s+")
#: Words to the committee itself, which its own plan does not say (``Đề nghị Ủy ban nhân dân xã chỉ đạo …``)
_ADDRESS = r"(?:Đề nghị|Yêu cầu|Giao)\s+(?:Ủy|Uỷ) ban nhân dân\s+{kind}\s*:?\s+(?=\w)"
#: A body beside the administration leads itself, and not its like below (``chỉ đạo Công an các xã, phường …``)
_LEADS_LIKE = (
    r"[Cc]hỉ đạo\s+(?:các\s+)?(?:Ủy ban\s+)?(?:Công an|Ban Chỉ huy Quân sự|Mặt trận Tổ quốc|MTTQ|Hội|Đoàn|tổ chức|"
    r"đoàn thể)(?!\w)[^.;:,]{{0,80}}?\s(?:cấp\s+)?(?:{kind}|xã|cơ sở)\s+(?=\w)"
)


def charged(words: str, scope: Scope) -> str:
    """A duty of the unit as one of its offices is charged with it."""
    own = f"Ủy ban nhân dân {scope.kind}"
    addressed = re.match(_ADDRESS.format(kind=scope.kind), words)
    if addressed:
        words = words[addressed.end() :]
        words = words[:1].upper() + words[1:]
    if answers := _ANSWERS.match(words):
        return f"Giúp {own} thực hiện trách nhiệm trước {words[answers.end() :]}"
    if _of_committee(words, own):
        return f"Tham mưu {own} {words[:1].lower()}{words[1:]}"
    return words


def _of_committee(words: str, own: str) -> bool:
    """Does only the committee itself do this: decide, direct, or report to a body above?"""
    if _DECIDES.match(words) or ((sent := _SENT.match(words)) and not words[: sent.end()].endswith(f"{own} ")):
        return True
    report = _REPORT.match(words)
    return report is not None and opens_with_body(report["to"]) and not report["to"].startswith(own)


def asked(words: str, scope: Scope) -> str:
    """A duty of a body beside the administration, as its like at the draft's level is asked for it."""
    return re.sub(_LEADS_LIKE.format(kind=scope.kind), "", words).strip()
