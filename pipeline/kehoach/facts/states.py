"""States without a figure that the plan commits itself to reach: ``xã … đạt chuẩn``, ``không còn hộ nghèo``."""

from __future__ import annotations

import re

from kehoach.alphabet import UPPER
from kehoach.facts.quantities import Quantity
from kehoach.facts.reading import Reading, clause_end, clause_start
from kehoach.plan import Block, Role, Span

PAST = re.compile(
    r"\b(?:đã (?:có|đạt|được(?! (?:phê duyệt|ban hành|giao|quy định|xác định|quy hoạch|thông qua|ký|cấp))|"
    r"thực hiện|hoàn thành|hỗ trợ|xây|giải ngân|tổ chức)|ước (?:đạt|"
    r"thực hiện)|hiện (?:có|nay(?!\s+(?:lên|xuống)\b)|còn)|"
    r"đến nay|ước cả năm|kết quả năm|so với cùng kỳ|tính đến|năm trước|(?<!chứng )chỉ "
    r"đạt|(?<!thôn )mới (?:đạt|hoàn thành))\b",
    re.IGNORECASE,
)
JUST_DONE = re.compile(r"\bđã(?:\s+\w+){1,4}\s*$", re.IGNORECASE)
STATE = re.compile(
    r"(?<!\w)(?:(?!(?:Xây dựng|Các|Những|Phấn|Tiếp|Đến|Tổ chức|Việc|Thi đua|Hoàn thành|Có|Đạt)\b)"
    rf"(?:[{UPPER}]\w*|xã|huyện|tỉnh|thành phố|phường|thị trấn|thôn|đơn vị|địa phương|ngành)"
    r"(?:\s+(?!(?:và|mỗi|có)\s)[^\s,.;:()\d]+){0,9}?)\s+"
    r"(?:được\s+(?P<by>(?:(?!\bvà\b)[^,.;:()\d]){3,40}?)\s+)?"
    r"(?P<state>(?:được\s+)?(?:công nhận\s+)?(?:đạt chuẩn|hoàn thành nhiệm vụ|hoàn thành mục tiêu)\s+[^,.;:()]{4,120}|"
    r"được\s+(?:công nhận|xếp loại|xếp hạng|cấp chứng nhận)\s+[^,.;:()]{4,120}|"
    r"(?(by)công nhận\s+(?:là\s+)?[^,.;:()]{4,120}|(?!))|"
    r"trở thành\s+[^,.;:()]{4,120}|giữ vững\s+(?:danh hiệu|đạt chuẩn)\s+[^,.;:()]{4,120})"
)
#: What a line of aims begins with: `Đạt danh hiệu …`, `Không có đơn thư vượt cấp`
OWN_STATE = re.compile(
    r"(?:(?:Phấn đấu|[Tt]rong năm|[Cc]ơ bản),?\s+)?(?:[^\W\d]+\s+){0,4}?"
    r"(?P<state>(?:[Đđ]ạt|[Gg]iữ vững|[Dd]uy trì) danh hiệu\s+(?:“[^”\n]+”|\"[^\"\n]+\"|[^,.;:()]{4,120})|"
    r"[Kk]hông (?:để )?(?:có|xảy ra|phát sinh)\s+(?!quá\b)[^,.;:()\d]{4,120})"
)
NO_MORE = re.compile(
    r"không (?:để (?:xảy ra|còn|phát sinh)|còn)\s+[^,.;:()]{3,80}|(?:cơ bản\s+)?không\s+(?:còn|để|"
    r"có)\s+(?:xảy ra\s+)?(?:hộ "
    r"nghèo|hộ cận nghèo|xã đặc biệt khó khăn|nhà tạm|[^,.;:()]{3,30}?\bnghèo)\b[^,.;:()]{0,60}",
    re.IGNORECASE,
)


#: What there shall not be, in a clause of its own, with the figures that say which: `không còn xã có tỷ lệ trên 10%`
NONE_LEFT = re.compile(
    r"(?:(?<=[,;:] )|(?<=^)|(?<=\. ))(?P<state>không (?:để )?(?:có|còn|xảy ra|phát sinh)\s+"
    r"(?!(?:quá|trên|dưới|hơn|dấu hiệu|lợi ích|tính)(?!\w))(?![^,.;:()]*\snào\s+(?:đạt\s+)?(?:dưới|thấp|trên|quá|vượt))"
    r"[^,.;:()]{4,120})",
    re.IGNORECASE,
)


def find_states(reading: Reading, block: Block, figures: list[Quantity]) -> list[Span]:
    """States without a figure: ``xã … đạt chuẩn nông thôn mới nâng cao``, ``không còn hộ nghèo``."""
    roles = reading.roles_of(block)
    committed = "targets" in roles or re.search(r"[Pp]hấn đấu", block.text)
    if not committed or not {"targets", "content", "purpose"} & set(roles):
        return []
    spans: list[Span] = []
    own = OWN_STATE.match(block.text) if "targets" in roles else None
    none_left = NONE_LEFT.finditer(block.text)
    for match in [*none_left, *STATE.finditer(block.text), *NO_MORE.finditer(block.text), *([own] if own else [])]:
        start, end = match.span("state" if match is own else 0)
        if any(start < s[1] and s[0] < end for s in spans):
            continue
        before = block.text[:start]
        if before.count("“") > before.count("”"):
            continue  # a slogan
        sentence = before[clause_start(before, r"[.;]\s") :]
        clause = (
            clause_start(block.text[:start], r"[.;,]\s|\svà\s"),
            clause_end(block.text, end, len(block.text), ";.,"),
        )
        bare = match.re is not NONE_LEFT
        if bare and any(clause[0] <= f.figure[0] < clause[1] or start <= f.figure[0] < end for f in figures):
            continue
        if bare and any(f.figure[0] < end and f.figure[1] > start - 3 for f in figures):
            continue
        if is_past(sentence):
            continue
        if match.re is STATE and not _is_own_state(block.text, match, sentence, roles):
            continue
        spans.append((start, start + len(block.text[start:end].rstrip())))
    return spans


def _is_own_state(text: str, match: re.Match[str], sentence: str, roles: list[Role]) -> bool:
    """The plan's own unit reaches the state, not `các xã đạt chuẩn` in passing or a title."""
    before = text[: match.start()]
    if before.count("“") > before.count("”") or re.search(
        r"(?:xây dựng|về|việc|mục tiêu|các|những|số|của|nhiệm vụ)\s*$", before
    ):
        return False
    if before.strip() and not re.search(r"(?:[;:,.]|\bvà|phấn đấu|năm \d{4}|để|nhằm)\s*$", before, re.IGNORECASE):
        return False
    return "phấn đấu" in sentence.casefold() or before.strip() == "" or "targets" in roles


#: `100% công chức (hiện có 418 người) được bồi dưỡng …`
REMARK = re.compile(r"\([^()]*\)")
#: Characters; a bound on the work, which no real sentence reaches
LONGEST_SENTENCE = 1500


def is_past(sentence: str) -> bool:
    """Does the sentence report what has been reached, with no new aim behind it?"""
    sentence = REMARK.sub("", sentence[-LONGEST_SENTENCE:])
    reports = [*PAST.finditer(sentence), *JUST_DONE.finditer(sentence)]
    aimed = re.search(r"ph[ấầ]n đấu", sentence, re.IGNORECASE)
    if aimed:  # `phấn đấu đón 4.000 lượt khách, tăng 16% so với cùng kỳ`
        reports = [m for m in reports if m.start() < aimed.end() or m[0].casefold() != "so với cùng kỳ"]
    return bool(reports) and not re.search(r"ph[ấầ]n đ[ấầ]u|\bmỗi\b|đến năm|mục tiêu", sentence[reports[-1].end() :])
