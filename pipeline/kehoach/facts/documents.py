"""The parts of a mention of an official document (NĐ 30/2020, Phụ lục I, II.6.b): type, number, date, issuer …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kehoach.alphabet import LOWER
from kehoach.facts.bodies import CAPITAL, name_end, opens_with_body
from kehoach.facts.dates import parse_date
from kehoach.knowledge import alternatives, load
from kehoach.plan import Span

YEAR = r"(?:19|20)\d{2}"
_SYMBOL = rf"(?:{CAPITAL}[\wĐđ&]*(?:(?:\.|[-–] ?){CAPITAL}[\wĐđ&]*)*)"
_BEHIND = (
    rf" ?[/\-–] ?(?:{YEAR} ?/ ?)?"
    rf"(?:QH\d{{1,2}}|UBTVQH\d{{1,2}}|{_SYMBOL}(?: ?/ ?{_SYMBOL})*(?: ?[-–] ?{_SYMBOL})*\d{{0,3}})"
)
#: ``587/QĐ-TTg``, ``01/2020/QĐ-UBND``, ``04-CTr/TU``, ``06/2022/QH15``, with the stray spaces that the genre has
NUMBER = rf"(?:\d{{1,5}}(?:\.\d{{1,2}})?(?-i:[A-HJ-NP-Za-km-np-z])?{_BEHIND})"
#: One with letters that look like figures (``3l2/KH-UBND``): a document whose number nobody knows
DOUBTED = rf"(?:(?:(?=\d*[lIOo|])(?=[lIOo|]*\d)[\dlIOo|]{{2,6}}|\d+[SBZ]\d+){_BEHIND})"
DATE = (
    rf"(?:(?:ngày\s+)?(?:\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*{YEAR}"
    rf"|\d{{1,2}}\s+tháng\s*\d{{1,2}}\s+năm\s+{YEAR})"
    rf"|(?:ngày\s*)?tháng\s*\d{{1,2}}\s*(?:/|năm)\s*{YEAR})"
)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """One mention of a document. ``quote`` runs from type to date or issuer; ``subject`` is a span."""

    type: str
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    quote: str
    span: Span
    subject: Span = (0, 0)


@cache
def types() -> str:
    """Any type of document."""
    return alternatives(t["name"] for t in load("documents")["type"])


LONGEST_SUBJECT, LONGEST_ISSUER = 2000, 400  # characters; bounds on the work, which no real ones reach
ISSUER_START = re.compile(
    r"\s*(?:,\s*)?(?:của|do)\s+|\s+(?=(?:Hội nghị|Đại hội)\s[^,;.()\n]{0,80}\b(?:khóa|khoá|lần thứ)\s)"
)
#: The mark of a footnote at the end of a name: `Bộ GD&ĐT1`
NOTE_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
SUBJECT_START = re.compile(
    r"\s*,?\s*(?:\([^()]*\)\s*,?\s*)?(?:về(?:\s+việc)?|phê duyệt|ban hành|quy định|hướng dẫn|[Ss]ửa đổi|"
    r"[Tt]hực hiện|[Tt]riển khai|v/v|kết luận|Về(?:\s+việc)?|Ban hành|Phê duyệt|Quy định|Hướng dẫn)\b\s*:?\s*"
)
ISSUER_END = re.compile(
    r"\s*(?:\n|,|;|\||\.(?:\s|$)|\(|\)|:|“|\"|\s(?:về|phê|ban hành|Ban hành|quy định|Quy định|hướng dẫn|Hướng dẫn|"
    r"sửa đổi|Sửa đổi|thực hiện|triển khai|tại|và|đã|để|trong|trên|cho|là|v/v|thông báo|công bố|giao|thành lập|Về|"
    r"Phê|thống nhất|cụ thể|yêu cầu|xây dựng|chỉ đạo|làm|do|khóa|kết luận|Kết luận|được)(?=[\s,]))"
)
#: Bodies of one name, which no further word belongs to: `của Chính phủ khoảng 21 tỷ đồng`
CLOSED_NAME = re.compile(
    r"(?:Thủ tướng Chính phủ|Chính phủ(?! nước)|Quốc hội|(?:Ủy|Uỷ) ban [Tt]hường vụ Quốc hội|Bộ Chính trị)"
    rf"(?=\s+[{LOWER}])(?!\s+khóa)"
)
_JOINED_ISSUER = re.compile(rf"\s+và\s+(?=(?:Sở|Bộ(?: trưởng Bộ)?|Ủy ban|Uỷ ban|UBND|Ban|Hội|Đoàn|Liên)\s+{CAPITAL})")


@cache
def _next_document() -> re.Pattern[str]:
    """Where the subject of one document ends and the next document begins."""
    every = types()
    return re.compile(
        rf"\s+và\s+(?=(?:hướng dẫn|chỉ đạo|ý kiến|yêu cầu|đề nghị)\s+của\s[^,.;:()]{{2,80}}?\s+tại\s+"
        rf"(?:{every})\s+số\s)|"
        rf"\s+(?:đã\s+)?được\s+sửa đổi(?:,\s+bổ sung)?\s[^,.;:()]{{0,60}}?(?=(?:tại|bởi|theo)\s+(?:{every})\s+số\s)|"
        rf"[;.](?:\s|$)|\s\|(?:\s|$)|(?:,|\s+và)\s+số\s+\d{{1,5}}\s?[/-]|,\s+(?=(?:{every})\s+(?:số\s+)?\d)|\s+và\s+(?=(?:{every})\s+(?:số\s+\d|\d{{1,5}}/))"
    )


@cache
def _carried_out() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How the subject of a document begins that carries out others, and where it goes on with a further one of those:
    ``thực hiện Nghị quyết số 5-NQ/TW và Chương trình hành động số 6-CTr/TU``.
    """
    carries = r"(?:(?:tổ chức|tiếp tục|triển khai)\s+)*(?:thực hiện|triển khai|thi hành)\s+(?:các\s+)?"
    above = r"(?:Nghị quyết|Chương trình hành động|Chỉ thị|Kết luận|Luật|Nghị định)"
    return re.compile(rf"{carries}(?:{types()})\s+số\s"), re.compile(rf"\s+và\s+{above}\s+số\s")


def normal_number(text: str) -> str:
    """A number in the casing and spacing of the form: ``524/QĐ-Ttg`` → ``524/QĐ-TTg``, ``57- NQ/TW`` → ``57-NQ/TW``.

    Only the casing of symbols that NĐ 30/2020 and usage fix is mended: types in capitals (``CTr`` and ``QyĐ`` as they
    are) and ``TTg``.
    """
    text = re.sub(r"\s+", "", text).replace("–", "-")
    text = re.sub(r"(?i)(?<=[-/.])ttg\b", "TTg", text)
    return text.replace("QĐ.", "QĐ-")


def signs_of(number: str) -> tuple[str, tuple[str, ...]]:
    """The figures of a number without leading zeros, and its signs in the order of the alphabet: who swaps two of them
    (``16/KH-BTT-MTTQ``) means the same document.

    >>> signs_of("016/KH-MTTQ-BTT")
    ('16', ('btt', 'kh', 'mttq'))
    """
    figures, *signs = re.split(r"[-/]", number.casefold())
    return figures.lstrip("0") or figures, tuple(sorted(signs))


_LATE_DATE = re.compile(rf"[^\S\n]*,?[^\S\n]*(?:\([^()]{{0,80}}\)\s*)?(?P<date>{DATE})")


def spelt_type(kind: str) -> str:
    """A type in the casing of the data: ``KẾ HOẠCH`` → ``Kế hoạch``."""
    return kind[:1].upper() + re.sub(r"\s+", " ", kind[1:]).casefold()


JOINT = re.compile(rf"\s*(?:,|,?\s+và)\s+(?={CAPITAL})")


def issuer_behind(text: str, at: int, joint: bool = False) -> tuple[str | None, int, str | None]:
    """The issuer behind ``của``, where it ends, and a date that follows it (``… của UBND tỉnh ngày …``); of a ``joint``
    document all who issue it.
    """
    start = ISSUER_START.match(text, at)
    if not start:
        return None, at, None
    closed = CLOSED_NAME.match(text, start.end())
    end = closed.end() if closed else _issuer_end(text, start.end())
    while joint and (further := JOINT.match(text, end)) and opens_with_body(text[further.end() : further.end() + 200]):
        end = _issuer_end(text, further.end())
    if term := re.compile(r"\s+(?:[Đđ]ảng\s+)?khóa\s+[IVX]+(?!\w)").match(text, end):
        end = term.end()
    name = NOTE_MARK.sub("", text[start.end() : end].strip())
    late = _LATE_DATE.match(text, end) if name else None
    date = re.search(rf"\s*(?P<date>{DATE})$", name)
    if date:
        return name[: date.start()].strip(), end, parse_date(date["date"])
    if not name or not (name[0].isupper() or name.startswith("liên")):
        return None, at, None
    return name, late.end() if late else end, parse_date(late["date"]) if late else None


@cache
def _names_with_and() -> re.Pattern[str]:
    of_unit = r"(?:Trung ương|[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|đặc khu|của Chính phủ)"
    steered = (
        rf"[Bb]an [Cc]hỉ đạo(?:\s+{of_unit})?\s+về\s+{alternatives(load('bodies')['steered'])}(?:\s+{of_unit}(?!\w))?"
    )
    return re.compile(
        rf"(?:{steered}|{alternatives(load('bodies')['fields'])}|"
        r"[Bb]an [Cc]hỉ đạo(?:\s+(?:xây dựng|thực hiện|phòng|triển khai|"
        r"về)(?=\s))?|Ban hành chính)(?!\w)"
    )


def _issuer_end(text: str, start: int) -> int:
    """Where an issuer's name ends; a field with ``và`` or commas inside is stepped over whole."""
    fields = _names_with_and()
    at, limit = start, min(len(text), start + LONGEST_ISSUER)
    while at < limit:
        if not text[at - 1 : at].isalnum() and (whole := fields.match(text, at)):
            at = whole.end()
            continue
        if ISSUER_END.match(text, at) and not _JOINED_ISSUER.match(text, at):
            return at
        at += 1
    return at


#: What stands between the last basis and who issues: `trên cơ sở tình hình thực tế`, `nay`
_BETWEEN = r"(?:nay\s+|(?:trên cơ sở|căn cứ|để|nhằm|xét|sau khi|từ)\s[^,;.\n]{3,160},\s+)"
_DRAWS_UP = (
    r"(?:ban hành|xây dựng|tổ chức|đề ra|lập|triển khai|phát động|tham mưu|thống nhất|hướng dẫn|chỉ đạo|"
    r"cụ thể h(?:óa|oá))"
)
#: `…, Trường Tiểu học X xây dựng kế hoạch …`; without a comma or a body, only where the plan follows
ISSUER_STARTS = re.compile(rf",\s+{_BETWEEN}?(?=[^\W\d_])")
ISSUES = re.compile(
    rf"\s*(?:phối hợp\s+)?(?:{_DRAWS_UP}\b[^;.\n]{{0,80}}?(?:[Kk]ế hoạch|(?:như sau|sau đây|sau)\s*:)|"
    r"(?:giao|yêu cầu|đề nghị)\s)"
)
FOLLOWS = re.compile(
    rf"(?:,\s+{_BETWEEN}?|\s+(?={CAPITAL}))(?P<who>[^\W\d_][^,;.:\n]{{1,120}}?\s+)??{_DRAWS_UP}\b"
    r"[^;.\n]{0,160}?(?:như sau|sau đây|sau)\s*[:.]?\s*(?:$|\n)",
    re.MULTILINE,
)


def _issues_at(text: str, at: int) -> bool:
    """Does the sentence go on at ``at`` with who issues the plan, whose bases it has told?"""
    starts = ISSUER_STARTS.match(text, at)
    if starts and opens_with_body(text[starts.end() : starts.end() + LONGEST_ISSUER]):
        end = name_end(text, starts.end())
        return ";" not in text[at:end] and ISSUES.match(text, end) is not None
    follows = FOLLOWS.match(text, at)
    return follows is not None and (not follows["who"] or opens_with_body(follows["who"]))


def subject_behind(text: str, at: int) -> tuple[str | None, Span]:
    """What the document is about, from ``về việc``, ``phê duyệt`` … to the end of the clause, and its place."""
    start = SUBJECT_START.match(text, at)
    if not start:
        return None, (at, at)
    begin = (
        start.end()
        if re.match(r"\s*,?\s*(?:\(.*?\)\s*,?\s*)?(?:về|v/v)", start[0], re.IGNORECASE)
        else start.start() + len(start[0]) - len(start[0].lstrip(" ,"))
    )
    stop, (carries, further) = _next_document(), _carried_out()
    carried = carries.match(text, begin) is not None
    depth, brackets, i = 0, 0, begin
    limit = min(len(text), begin + LONGEST_SUBJECT)
    while i < limit:
        depth += (text[i] in "“(") - (text[i] in "”)")
        brackets += (text[i] == "(") - (text[i] == ")")
        if carried and further.match(text, i):
            i += 1
            continue
        if brackets < 0 or (depth <= 0 and (text[i] == "\n" or stop.match(text, i) or _issues_at(text, i))):
            break
        i += 1
    subject = re.sub(r"\s*\((?:sau đây )?(?:gọi|viết)[^()]*\)", "", text[begin:i]).strip(" ,;.")
    quoted = re.fullmatch(r"[“\"]([^“”\"]+)[”\"]", subject)
    return (quoted[1] if quoted else subject)[:400] or None, (at, i)
