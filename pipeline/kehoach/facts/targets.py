"""Measurable commitments of the plan: one per figure, and states that the plan commits itself to reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from kehoach.facts.due import find_due, is_before, own_year
from kehoach.facts.leads import STARTS_DUTY
from kehoach.facts.predicates import VERB
from kehoach.facts.quantities import ANNOUNCED_BOUND, Quantity, find_quantities, goes_on, is_measure, number
from kehoach.facts.reading import Reading, clause_start, in_bracket
from kehoach.facts.states import find_states, is_past
from kehoach.facts.target_parts import (
    is_bracketed_count,
    is_bracketed_share,
    is_bracketed_year,
    is_of_share,
    is_part,
)
from kehoach.facts.target_quotes import indicator_of, quote_span
from kehoach.plan import Block, Role, Span, Target

#: Where figures are no commitments of the plan (GUIDELINES): standards, awards, files, money, addressees
NOT_HERE: frozenset[Role] = frozenset({"criteria", "awards", "procedure", "subjects", "budget"})
COMMITS = re.compile(
    r"\b(?:phấn đấu|đạt|có|còn|duy trì|giữ vững|hoàn thành|bảo đảm|đảm bảo|tăng|giảm|nâng|xây dựng|thành lập|hình "
    r"thành|tổ chức|mở|công nhận|giới thiệu|"
    r"phát triển|đưa|mỗi|chiếm|tối thiểu|ít nhất|trở lên|trên|dưới|không quá|tỷ lệ|tỉ lệ|tối đa|lũy kế|luỹ kế|vận động|"
    r"hỗ trợ|đào tạo|tạo|thu hút|cấp|trồng|đăng|biểu dương|lựa chọn|"
    r"kết nạp|tuyên truyền|kiểm tra|giám sát|thực hiện|thẩm định|phủ|được|biên soạn|in|phát|treo|sưu tầm|bồi dưỡng|"
    r"tập huấn|ký kết|kết nối|triển khai|tham gia)\b",
    re.IGNORECASE,
)
#: What people are told to do is their figure, not the plan's (`vận động … sinh đủ 02 con`)
MESSAGE = re.compile(r"\b(?:tuyên truyền|vận động|truyền thông|khẩu hiệu|thông điệp|khuyến khích)\s+\w[^.;]*$", re.I)
#: For whom the aim may be another: `Đối với đơn vị có tỷ lệ nữ dưới 30% có thể điều chỉnh …`
MAY_DIFFER = re.compile(r"[^.;,]*\bcó thể (?:điều chỉnh|xem xét|áp dụng|vận dụng)\b")
#: What a figure is compared with is no aim: `thấp hơn so với mục tiêu 75% được giao`
COMPARED = re.compile(r"so với\s+(?:mục tiêu|chỉ tiêu|kế hoạch|mức|yêu cầu)(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
OF_PLAN = re.compile(r"\s*(?:kế hoạch|dự toán|so (?:với )?(?:cùng kỳ|năm trước|kế hoạch))")
CONDITIONAL = re.compile(r"\b(?:khi(?! sinh\b)|nếu|trường hợp)\s[^,;.:]*$", re.IGNORECASE)
OFTEN = re.compile(r"\d{1,2}\s+\w+\s*/(?!\s*lần)")  # `02 buổi/tuần`: a time, and an aim too
#: How many get an award is no aim
AWARDED = re.compile(r"(?:khen thưởng|biểu dương|tôn vinh|tặng (?:bằng|giấy) khen)(?:\s[^;.:]{0,60})?$", re.IGNORECASE)
TO_BE_AWARDED = re.compile(
    r"[^.;:]{0,60}(?:đề nghị|trình|để)\s[^.;:]{0,60}?(?:tặng|khen thưởng|tặng thưởng)(?!\w)", re.IGNORECASE
)
REFERENCE = re.compile(
    r"(?<!dứt )(?<![Mm]ỗi )(?<!một )\b(?:Điều|khoản|điểm|mục|Phụ lục|Biểu|Chương|trang|Quyết định|số|Nghị định|thứ|"
    r"lần thứ|[Kk]hu vực|[Đđ]ợt|[Gg]iai đoạn|lớp|khóa|cấp|mức độ|loại|hạng|Luật|QCVN|TCVN|của)\s*$"
)
DEFINITE = re.compile(
    r"\b(?:thực hiện (?:có )?hiệu quả|thực hiện|trong|theo|của|gồm|đối với|với|các|thuộc|từ|là|qua)\s*$|"
    r"\b(?:chia (?:thành|làm)|quản lý|điều hành)\s*$|\btại\s[^,;.:]{1,60}\svà\s*$",
    re.IGNORECASE,
)
#: Those of whom a rule speaks: `Thôn nào đạt dưới 80% thì …`, `Đơn vị có từ 02 nhiệm vụ quá hạn trở lên phải …`
OF_WHOM = re.compile(r"(?:^|[.;]\s+)[^,;.:]{2,80}\s(?:nào|có)(?:\s[^,;.:]{0,60})?\s*(?:từ|trên|dưới|quá)?\s*$")
THEN = re.compile(r"[^.;]{0,100}\s(?:thì|phải)\s")
#: A label that asks for the figure: `Số lượng: 5.000 cuốn`
NUMBER_OF = re.compile(r"(?:Tổng\s+)?[Ss]ố\s+(?:lượng\b)?[^:.;]{0,40}:\s+$|Quy mô\b[^:.;]{0,40}:\s+$")
#: Counted before: `04 chi bộ nêu trên`
TOLD_ABOVE = re.compile(r"[^,.;:\d]{0,40}?\b(?:nêu|nói|kể) trên\b", re.IGNORECASE)
#: Of how much each: `Giá trị sản phẩm thu được trên 01 ha đạt 210 triệu đồng`
YIELDED_BY = re.compile(r"\b(?:giá trị|thu nhập|sản lượng|thu được|lợi nhuận)\s(?:[^\W\d]+\s){0,6}$", re.IGNORECASE)
#: How large somebody is: `doanh nghiệp sử dụng từ 50 lao động`
SIZE = re.compile(
    r"\b(?:doanh nghiệp|cơ sở|đơn vị|hộ|tổ chức)\s+(?:có\s+)?(?:sử dụng|quy mô|số lượng)\s*$|\bcó quy mô\s*$",
    re.IGNORECASE,
)
#: What a whole sentence reports: `Hiện nay, toàn xã có …; 06/17 thôn đạt …`
REPORTING = re.compile(r"(?:Đầu năm(?: \d{4})?|Hiện nay|Hiện tại|Đến nay|Tính đến|Thực trạng)\b")
RATED = re.compile(r"^(?:sao|sao trở lên|ngày làm việc|ngày|năm|giờ|phút|giây|bộ|tuổi|lần|bước|nhóm|nội dung|trong)$")
#: Durations and ages that are indicators themselves
DURATION = re.compile(
    r"(?:thời (?:gian|hạn)|tuổi thọ)(?=[^.;]*(?:\b(?:đạt|còn|mức|không (?:vượt )?quá|tối đa|tối thiểu|ít nhất|dưới|"
    r"trên|xuống|lên|từ|là)|:)\s*$)[^.;]*$|"
    r"\bmỗi\s(?:buổi|tiết|ca|lượt|phiên|bài|chuyên đề)\b[^.;,]{0,60}\b(?:không quá|tối đa|tối thiểu|ít nhất)\s*$|"
    r"\b(?:trung bình|bình quân)(?:\s+(?:mỗi|một|đạt|là|còn|dưới|không quá)\b[^.;]{0,40})?[:\s≤<=]*$",
    re.IGNORECASE,
)
#: How much more: `gấp 1,5 lần`, `tăng ít nhất 2 lần`
MULTIPLIED = re.compile(
    r"\b(?:gấp|tăng|giảm|bằng|cao hơn|vượt|còn)\s+(?:(?:ít nhất|tối thiểu|từ|hơn|trên|lên|khoảng)\s+)*$", re.I
)
#: Prizes of a contest, which are awards
PRIZE = re.compile(
    r"\s*(?:đặc biệt|nhất|nhì|ba|tư|khuyến khích|phụ|phong trào|triển vọng|toàn đoàn|[A-C](?!\w)|[“\"(])", re.IGNORECASE
)
#: Points of a contest: `Trình diễn: 20 điểm`
SCORED = re.compile(r"[:=]\s*(?:tối đa\s+)?$")
#: Where a change begins (`giảm từ 5% xuống còn 2%`): no aim
BASE = re.compile(r"\s*(?:\([^()]*\)|(?:trong |vào )?năm \d{4}|hiện (?:nay|tại))?\s*(?:xuống|lên)\b")
#: `Tỷ lệ hộ nghèo năm 2026: 14%; năm 2027: 13%`: named once for the figures of all years
_YEAR = r"(?:(?:đến|hết|cuối)\s+)*(?:năm\s+)?20\d\d"
ONLY_YEAR = re.compile(_YEAR, re.IGNORECASE)
SERIES = re.compile(rf"(?P<of>[^:;.\d]{{3,120}}?),?\s+{_YEAR}\s*:", re.IGNORECASE)


def find_targets(reading: Reading, period_end: str | None, issued: str | None = None) -> list[Target]:
    """Targets of the body, in order. ``period_end`` is their date where nothing nearer governs.

    ``issued`` is the day of the plan, if known: what was before it governs nothing.
    """
    targets: list[Target] = []
    past = [t.span[0] for t in reading.times if t.kind in ("event", "deadline") and is_before(t.end, issued)]
    times = [t for t in reading.times if not is_before(t.end, issued)]
    reading = replace(reading, times=times, past=past)
    for block in reading.blocks:
        if block.depth == 0 or _is_elsewhere(reading, block):
            continue
        figures = _commitments(reading, block)
        figures = [q for q in figures if not _tells_which(block.text, q, figures)]
        figures = [q for q in figures if not _qualifies(block.text, q, figures)]
        figures = [q for q in figures if not _is_of_past_year(block.text, q, issued)]
        states = find_states(reading, block, figures)
        figures = [q for q in figures if not any(a <= q.figure[0] < b for a, b in states)]
        places: list[tuple[Span, Quantity | None]] = [
            (_without_states(states, block.text, q, quote_span(block.text, q, figures)), q) for q in figures
        ]
        places += [(span, None) for span in states]
        for span, quantity in sorted(places, key=lambda p: p[1].figure if p[1] else p[0]):
            targets.append(_target(reading, block, span, quantity, period_end))
    return targets


def _tells_which(text: str, share: Quantity, figures: list[Quantity]) -> bool:
    """``01 thôn có tỷ lệ hộ nghèo từ 15% trở lên``, ``26 tuyến có vỉa hè rộng từ 3 mét``: which of them is meant."""
    measured = share.unit is not None and share.unit != "%" and is_measure(share.unit)
    if share.unit != "%" and not measured:
        return False
    counts = (q.figure[1] for q in figures if q.unit != share.unit and q.of is None and q.figure[1] <= share.figure[0])
    before = text[max(counts, default=share.span[0]) : share.span[0]]
    told = r"(?:\s[^\W\d]+)?\s+có\s" + ("[^.,;:]*(?:rộng|dài|cao|sâu)" if measured else r"+t[ỷỉ] lệ\s[^.,;:]*")
    return re.match(told + r"\s*$", before) is not None


def _without_states(states: list[Span], text: str, quantity: Quantity, quote: Span) -> Span:
    """The quote of a figure up to the state that follows it."""
    end = min((start for start, _ in states if quantity.figure[1] <= start < quote[1]), default=None)
    return quote if end is None else (quote[0], len(text[:end].rstrip(" ,;")))


def _is_of_past_year(text: str, quantity: Quantity, issued: str | None) -> bool:
    """``2025: 14%; 2026: 13%`` in a plan of 2026: what was reached."""
    year = own_year(text, quantity.figure[0])
    return year is not None and is_before(year, issued)


#: `Số bác sĩ trên 01 vạn dân: 9,5 bác sĩ`: a figure within the label
LABELLED = re.compile(r"[^:;.]{0,80}:\s+(?:(?:giảm|tăng|đạt|còn|xuống|từ|trên|dưới|ít nhất|tối thiểu|phấn đấu)\s+)*\d")


#: How many come, and by which rules people compete: `Thành phần: khoảng 600 người, …`
CONTEST = re.compile(
    r"(?:Tiêu chí (?:chấm|bình chọn)|Thang điểm|Cách (?:tính|chấm) điểm|Thể lệ|Yêu cầu (?:đối với )?(?:sản phẩm|"
    r"tác phẩm|bài (?:thi|dự thi)|tiết mục))\b[^:.]{0,40}:",
)
WHO_COMES = re.compile(r"(?:Thành phần|Số lượng (?:đại biểu|khách mời)|Đại biểu|Khách mời)\b[^:.]{0,40}:")
RULES_OF = re.compile(r"thể lệ|cách (?:tính|chấm) điểm|thang điểm", re.IGNORECASE)
NAMES_FIGURE = re.compile(r"(?:Tỷ lệ|Tỉ lệ|Số(?! h[óo][áa])|Tổng|Tỷ số|Mức)")


def _is_elsewhere(reading: Reading, block: Block) -> bool:
    roles = reading.roles_of(block)
    if roles == ["other"] or WHO_COMES.match(block.text) or CONTEST.match(block.text):
        return True
    if any(above.heading and RULES_OF.search(above.text) for above in reading.above(block)):
        return True
    return (bool(roles) and all(r in NOT_HERE for r in roles)) or ("criteria" in roles and "targets" not in roles)


def _commitments(reading: Reading, block: Block) -> list[Quantity]:
    """The figures that the block commits to; what only goes on a list (``500 tờ rơi, 20 băng rôn``) goes with it."""
    found: list[Quantity] = []
    for quantity in find_quantities(block.text):
        if found and is_of_share(block.text, found[-1], quantity):
            found[-1] = replace(quantity, span=(found[-1].span[0], quantity.span[1]), comparator=found[-1].comparator)
            continue
        if (each := OUT_OF_EACH.search(block.text[: quantity.span[0]])) and number(each["of"]) > quantity.value:
            quantity = replace(quantity, of=number(each["of"]))
        listed = goes_on(block.text, found, quantity.figure[0])
        goes_along = listed and found[-1].of is None and quantity.unit
        if _is_commitment(reading, block, quantity) or goes_along or is_part(block.text, found, quantity):
            found.append(quantity)
    return found


#: `Cứ 100 đoàn viên thì có ít nhất 03 người …`
OUT_OF_EACH = re.compile(r"(?:^|[.;:]\s+)cứ\s+(?P<of>\d[\d.]*)\s[^.;:\d]*$", re.IGNORECASE)
AIMS = re.compile(r"ph[ấầ]n đấu", re.IGNORECASE)
#: A lead-in that tells who there is before it announces the aims: `Toàn phường có 17 chi hội, phấn đấu … các chỉ tiêu:`
ANNOUNCES = re.compile(r"ph[ấầ]n đấu\s[^.;:]*(?:chỉ tiêu|mục tiêu)[^.;:]{0,30}:\s*$", re.IGNORECASE)


def _is_commitment(reading: Reading, block: Block, quantity: Quantity) -> bool:
    text, end = block.text, quantity.figure[1]
    before = text[: quantity.span[0]]
    if _counts_nothing(reading, block, quantity) or _reports(reading, block, quantity) or ANNOUNCES.search(text, end):
        return False
    if quantity.of is not None and re.search(r"(?<!\w)(?:tại|ở)\s*$", before):
        return False  # `Chỉ số dưới 20 tại 9/9 thôn`: where
    roles = set(reading.roles_of(block))
    sentence = before[clause_start(before, r"[.;]\s") :]
    if (quantity.unit or "").startswith("%") or quantity.of is not None or quantity.comparator != "=":
        near = before[clause_start(before, r"[.;,]\s") :]
        commits = COMMITS.search(near + text[quantity.span[0] : end + 60]) or STARTS_DUTY.match(near)
        whole = STARTS_DUTY.match(sentence) if quantity.value == 100 else AIMS.search(sentence)
        whole = whole or ANNOUNCED_BOUND.search(before[-LONGEST_CLAUSE:])
        return commits is not None or "targets" in roles or whole is not None
    if "targets" in roles:
        return not re.search(r"\b(?:trong|theo|của|đối với|cứ)\s*$", before, re.IGNORECASE)
    if not {"content", "solutions", "implementation", "purpose"} & roles or MESSAGE.search(sentence):
        return False
    if roles == {"purpose"} and re.search(r"(?<!\w)tại\s*$", before):
        return False  # where it is so
    clause = before[clause_start(before, r"[.;,:]\s") :]
    duties = (STARTS_DUTY.match(part.lstrip()) for part in (sentence, clause))
    acts = (
        COMMITS.search(clause)
        or VERB.search(clause[-40:])
        or NUMBER_OF.match(sentence)
        or next(filter(None, duties), None)
    )
    aims = acts or AIMS.search(sentence) or re.search(r"hoàn thành", sentence, re.IGNORECASE)
    return aims is not None and ("/" in (quantity.unit or "") or not DEFINITE.search(before))


def _counts_nothing(reading: Reading, block: Block, quantity: Quantity) -> bool:
    """A part of a time, a document, a name; an age; where a change begins; a remark in brackets; a condition."""
    text, (start, end) = block.text, quantity.figure
    at, before, after = block.span[0] + start, text[: quantity.span[0]], text[end:]
    times = (t for t in reading.times_in(block) if t.span[0] <= at < t.span[1])
    if at in reading.cited or any(not OFTEN.match(t.text) for t in times):
        return True
    refers = not (quantity.unit or "").startswith("%") and REFERENCE.search(text[max(0, start - 24) : start])
    if before.count("“") > before.count("”") or refers:
        return True
    rated = (quantity.unit and RATED.match(quantity.unit.casefold())) or re.match(r"\s*(?:sao|ngày|giờ)\b", after)
    measures = MULTIPLIED if quantity.unit == "lần" else DURATION
    if rated and not measures.search(text[max(0, start - 90) : start]):
        return True
    if re.search(r"\btừ\s*$", text[:start], re.IGNORECASE) and BASE.match(after):
        return True
    label_figure = ":" not in before and LABELLED.match(after) and NAMES_FIGURE.match(text)
    if (
        label_figure
        or MAY_DIFFER.match(after)
        or COMPARED.search(before[-60:])
        or SIZE.search(before[-60:])
        or TOLD_ABOVE.match(after)
    ):
        return True
    if AWARDED.search(text[max(0, start - 90) : start]) or TO_BE_AWARDED.match(after):
        return "targets" not in reading.roles_of(block)
    if quantity.value == 1 and quantity.comparator == ">" and YIELDED_BY.search(before[-60:]):
        return True
    if quantity.unit in ("giải", "giải thưởng") and PRIZE.match(after):
        return True
    if quantity.unit == "điểm" and SCORED.search(text[:start]) and "targets" not in reading.roles_of(block):
        return True
    if in_bracket(text, start):
        parts = (is_bracketed_count(text, start, quantity), is_bracketed_year(reading, block, start))
        return not (any(parts) or is_bracketed_share(text, start, quantity))
    if quantity.comparator in (">=", "<=", ">", "<") and OF_WHOM.search(before) and THEN.match(after):
        return True
    return CONDITIONAL.search(before) is not None and not (quantity.unit or "").startswith("%")


def _reports(reading: Reading, block: Block, quantity: Quantity) -> bool:
    """A figure that has been reached: ``đã trồng 80 ha``, ``Năm 2025, …``, ``đạt 45,2% kế hoạch``."""
    before, after = block.text[: quantity.span[0]], block.text[quantity.figure[1] :]
    sentence = before[clause_start(before, r"[.;]\s") :]
    at = block.span[0]
    if is_past(sentence) or _tells_of_before(reading, at + len(before) - len(sentence), at + quantity.figure[0]):
        return True
    start = clause_start(before, r"\.\s")
    opening = re.split(r"[,;]", before[start:], maxsplit=1)[0]
    if re.match(r"(?:đến |hết )*năm\s+\d{4}\s*:?\s*$", sentence, re.IGNORECASE):
        return False  # `Tỷ lệ hộ nghèo năm 2025: 14%; năm 2026: 13%`
    if REPORTING.match(opening) or _tells_of_before(reading, at + start, at + start + len(opening)):
        return re.search(r"ph[ấầ]n đấu", before[start:], re.IGNORECASE) is None
    if quantity.comparator != "=" or re.match(r"[^.;]{0,60}\btrở lên", after) or not OF_PLAN.match(after):
        return False
    if AIMS.search(sentence):
        return False  # `phấn đấu đón 4,2 triệu lượt khách, tăng 16% so với cùng kỳ`
    if reading.roles_of(block) == ["targets"] and re.search(r"t[ỷỉ] lệ\s[^.;,]*$", sentence, re.IGNORECASE):
        return False  # `Tỷ lệ giải ngân đạt 100% kế hoạch`
    return re.search(r"(?:đạt|tăng|giảm|bằng|vượt)\s*$", before, re.IGNORECASE) is not None


def _qualifies(text: str, quantity: Quantity, figures: list[Quantity]) -> bool:
    """``70% số hộ trồng ít nhất 02 cây``: beside a share in one clause, a count tells what is shared."""
    if (quantity.unit or "").startswith("%") or quantity.of is not None or HOW_OFTEN.search(quantity.unit or ""):
        return False
    for share in figures:
        first, second = sorted((share.figure, quantity.figure))
        if not ((share.unit or "").startswith("%") or share.of is not None) or second[0] - first[1] > LONGEST_CLAUSE:
            continue
        between = SHARE_AGAIN.sub("", text[first[1] : second[0]], count=1)
        if not re.search(r"[,;.:(]\s|\s(?:và|cho)\s|\(", between):
            return True
    return False


#: How often each of them gets it, an aim beside their share: `100% tổ dân phố được tuyên truyền ít nhất 02 buổi/năm`
HOW_OFTEN = re.compile(r"/(?:năm|quý|tháng|tuần|học kỳ)$")
LONGEST_CLAUSE = 600  # characters; a bound on the work, which no real clause reaches
#: `12/16 ấp (75%)`
SHARE_AGAIN = re.compile(r"\s*\(\s*\d[\d.,]*\s*%\s*\)")


def _tells_of_before(reading: Reading, start: int, figure: int) -> bool:
    """Does a time of the sentence before the figure lie before the plan (``Năm 2025, toàn tỉnh có …``)?"""
    first = bisect_left(reading.past, start)
    if first == len(reading.past) or reading.past[first] >= figure:
        return False
    told = reading.text[start:figure]
    return not re.search(r"ph[ấầ]n đấu|đến năm|mục tiêu|so với|cùng kỳ|\b(?:xuống|lên)\b", told, re.IGNORECASE)


def _target(reading: Reading, block: Block, span: Span, quantity: Quantity | None, period_end: str | None) -> Target:
    quote = block.text[span[0] : span[1]]
    at = block.span[0]
    place = (at + span[0], at + span[1])
    due = find_due(reading, block, at + (quantity.figure[0] if quantity else span[0]), place, period_end)
    if quantity is None:
        return Target(
            quote=quote, indicator=indicator_of(quote, None), comparator="=", due=due, span=place, block=block.id
        )
    indicator = indicator_of(quote, (quantity.span[0] - span[0], quantity.figure[1] - span[0]))
    series = SERIES.match(block.text) if ONLY_YEAR.fullmatch(indicator) else None
    return Target(
        quote=quote,
        indicator=series["of"] if series else indicator,
        comparator=quantity.comparator,
        value=quantity.value,
        value_to=quantity.value_to,
        of=quantity.of,
        unit=quantity.unit,
        due=due,
        span=place,
        block=block.id,
    )
