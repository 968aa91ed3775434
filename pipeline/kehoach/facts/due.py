"""When a target is due: the nearest time that governs its figure (GUIDELINES, ``targets.due``)."""

from __future__ import annotations

import re

from kehoach.facts.dates import QUARTERS
from kehoach.facts.reading import Reading, clause_start, in_bracket
from kehoach.facts.times import TimeExpression
from kehoach.plan import Block, Span

#: `Kết quả: 1.200 lượt người`, beside its `Thời gian: …`
DETAIL = re.compile(r"(?:Kết quả|Sản phẩm|Yêu cầu|Chỉ tiêu|Số lượng)[^:]{0,40}:")
TIME_DETAIL = re.compile(r"(?:Thời gian|Thời hạn|Tiến độ)[^:]{0,40}:")


#: `…; thời gian quan trắc từ tháng 3 đến tháng 10 năm 2026; …`, of all figures of its paragraph
TIME_CLAUSE = re.compile(r"(?<=[;.]\s)thời gian\s[^;.]*", re.IGNORECASE)


#: Right before the figure: `2026: 13%; 2027: 12%`
OWN_YEAR = re.compile(r"(?<![\d/])(20\d\d)\s*:\s*$")
#: A quarter without its year: `trong năm 2026 (quý II: 1.500; …)`
OWN_QUARTER = re.compile(r"quý\s+(IV|I{1,3})\s*:\s*$", re.IGNORECASE)
#: Right behind the figure: `96,5% (2027); trên 98% (2028 - 2030)`, `02 người (từ năm 2028)`, `45 trường năm 2027,`
YEAR_BEHIND = re.compile(
    r"[\d.,]+\s*%?(?![^.;,()\d]*so với)[^.;,()\d]{0,25}"
    r"(?:\((?:(?:cuối|từ|trong|vào|(?:đến )?hết|đến) )?(?:năm |giai đoạn )?(?P<year>20\d\d)"
    r"(?:\s*[-–]\s*(?P<last>20\d\d))?\)|(?<=\s)năm (?P<bare>20\d\d)(?=\s*(?:[,;.)]|$)|\s+và\s))"
)
#: `70%, 78% và 85% vào các năm 2026, 2027, 2028`: each figure its year
_AND = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+)"
YEARS_LISTED = re.compile(rf"năm\s+(20\d\d(?:{_AND}(?:năm\s+)?20\d\d)+)(?!\d)")
_ONE = r"\d+(?:[.,]\d+)*\s?%?(?:\s(?!và\s)[^\W\d]+){0,2}"
FIGURES_LISTED = re.compile(rf"(?<![\d.,/]){_ONE}(?:{_AND}{_ONE})+")
#: `26 lớp thành 02 đợt: đợt 1 từ …, đợt 2 từ …`, `35 trạm: năm 2026 là 10 trạm, …`: done with the last of them
FIRST_ROUND = re.compile(
    r"(?:[:(]\s*(?:đợt|lớp|khóa|vòng|lần|bước)\s+(?:0?1|I|một|thứ nhất)(?!\w)|:\s*năm\s+20\d\d(?!\s*[-–])|"
    r",\s*(?:bao )?gồm\s+\d)",
    re.IGNORECASE,
)
#: Before the time of all that the block tells: `Sửa chữa 02 nhà …. Chi đoàn chủ trì; hoàn thành trong tháng 7/2026`
FINISHED_BY = re.compile(r"[.;,]\s+(?:(?:hoàn thành|xong|thực hiện)\s+)+$", re.IGNORECASE)
WORDS_BEFORE = 40  # characters before a time that may say what is finished by it
NEAR = 60  # characters before a figure that may tell its year
LONGEST_YEAR = 12  # characters of `2026: ` and the blanks around


def own_year(text: str, at: int) -> str | None:
    """The year that stands right before the figure at the offset ``at``."""
    year = OWN_YEAR.search(text, max(0, at - LONGEST_YEAR), at)
    return year[1] if year else None


#: Right before the figure, behind one of a part of the year: `6 tháng đầu năm đạt 45%, cả năm đạt 100%`
WHOLE_YEAR = re.compile(r"(?<!\w)cả năm(?!\s+\d)(?:\s+[^\d,.;:()]{0,40})?\s*$", re.IGNORECASE)
#: Before the figure, which holds from then to the end: `từ năm 2028 mỗi năm 6.000 em`
SINCE_EACH_YEAR = re.compile(
    r"(?<!\w)từ năm 20\d\d(?: trở đi)?,? (?:mỗi|hằng|hàng) năm(?: [^\W\d]+){0,4}\s*$", re.IGNORECASE
)
#: So many each year, whatever the months that are told behind: `mỗi năm 2 đợt (tháng 4 và tháng 11)`
EACH_YEAR = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng) năm(?: [^\W\d]+){0,3}\s*$", re.IGNORECASE)


def find_due(reading: Reading, block: Block, at: int, quote: Span, period_end: str | None) -> str | None:
    """The last of its rounds, its year in a list of years or right behind it; else the nearest time that governs: one
    in the clause behind the figure (``36% vào năm 2027``), one before it in the block, a later one of its part, one by
    which it is finished, one in a clause of its own (``…; thời gian từ …``), one told beside it (``Thời gian: …``) or
    in its headings, else the end of the plan.
    """
    if split := _last_round(reading, block, at) or _year_in_turn(block.text, at - block.span[0]):
        return split
    if behind := YEAR_BEHIND.match(reading.text, at, block.span[1]):
        return behind["last"] or behind["year"] or behind["bare"]
    for t in reading.times_from(at + 1, min(quote[1], block.span[1])):
        if t.kind == "deadline" or (t.prefix and _governs(reading, t) and _stands_by(reading, at, t)):
            if t.end:
                return t.end
            break
    if beside := _told_beside(reading, block, at, period_end):
        return beside
    if before := _before(reading, block, at):
        return before.end
    each = EACH_YEAR.search(reading.text, max(block.span[0], at - NEAR), at)
    for t in reading.times_from(at, block.span[1]):
        if each and in_bracket(reading.text, t.span[0], at):
            continue
        if PARTED.search(reading.text, at, t.span[1] + 1):
            break
        if _governs(reading, t):
            return t.end
    if finished := _finished_by(reading, block, at):
        return finished
    if clause := TIME_CLAUSE.search(block.text):
        told_in = reading.times_from(block.span[0] + clause.start(), block.span[0] + clause.end())
        if ends := [t.end for t in told_in if t.end]:
            return max(ends)
    for above in [block, *reading.above(block)]:
        if told := _time_detail(reading, above, block):
            return told
        if above is not block:
            times = [t for t in reading.times_in(above) if _governs(reading, t) and _leads_on(reading, above, t)]
            if times:
                return times[-1].end
    return period_end


def _told_beside(reading: Reading, block: Block, at: int, period_end: str | None) -> str | None:
    """The year or quarter that stands right before the figure at the offset ``at``, or the end of the plan
    where that is meant.
    """
    if year := own_year(block.text, at - block.span[0]):
        return year
    if quarter := OWN_QUARTER.search(block.text, max(0, at - block.span[0] - LONGEST_YEAR), at - block.span[0]):
        told = next((t.end for t in reading.times_before(at, block.span[0]) if (t.end or "")[:2] == "20"), period_end)
        return f"{told[:4]}-{3 * QUARTERS[quarter[1].upper()]:02}" if told else None
    if any(told.search(reading.text, max(block.span[0], at - NEAR), at) for told in (WHOLE_YEAR, SINCE_EACH_YEAR)):
        return period_end
    return None


def _year_in_turn(text: str, at: int) -> str | None:
    """The year of a figure in a list of as many figures as years."""
    start = clause_start(text[:at], r"[.;]\s")
    stop = re.compile(r"[.;]\s").search(text, at)
    sentence = text[start : stop.start() if stop else len(text)]
    listed = YEARS_LISTED.search(sentence)
    if listed is None:
        return None
    years: list[str] = re.findall(r"20\d\d", listed[1])
    for figures in FIGURES_LISTED.finditer(sentence):
        places = [start + figures.start() + m.start() for m in re.finditer(r"(?<![\d.,])\d", figures[0])]
        if at in places and len(places) == len(years):
            return years[places.index(at)]
    return None


def _before(reading: Reading, block: Block, at: int) -> TimeExpression | None:
    """The last time before the figure that reaches to it."""
    for t in reading.times_before(at, block.span[0]):
        if not _reaches(reading, t, at):
            break
        if _governs(reading, t):
            return t
    first = next(reading.times_from(block.span[0], at), None)
    return first if first and _opens(reading, block, first) and _governs(reading, first) else None


def _last_round(reading: Reading, block: Block, at: int) -> str | None:
    """When the last of the rounds ends into which the figure at the offset ``at`` is split."""
    stop = re.compile(r"\.\s").search(reading.text, at, block.span[1])
    end = stop.start() if stop else block.span[1]
    first = FIRST_ROUND.search(reading.text, at, end)
    if first is None or re.search(r"[.;(]\s", reading.text[at : first.start()]):
        return None
    ends = [t.end for t in reading.times_from(first.start(), end) if t.end]
    return max(ends) if len(ends) > 1 else None


def _finished_by(reading: Reading, block: Block, at: int) -> str | None:
    """The time of a clause behind the figure that has no matter of its own (``…; hoàn thành trong tháng 7/2026``)."""
    for t in reading.times_from(at, block.span[1]):
        words = reading.text[max(at, t.span[0] - WORDS_BEFORE) : t.span[0]]
        words += re.split(r"(?<!\w)(?:trong|trước|vào|đến|chậm|muộn|không)(?!\w)", t.text, maxsplit=1)[0]
        if t.end and FINISHED_BY.search(words):
            return t.end
    return None


def _leads_on(reading: Reading, above: Block, time: TimeExpression) -> bool:
    """Does the time stand in what leads on to the parts, not in what is told before (``Đầu năm, có 21.640 hộ. …:``)?"""
    return re.search(r"[.;]\s+\S", reading.text[time.span[1] : above.span[1]]) is None


#: What parts a figure from the time behind it
PARTED = re.compile(
    r"[.;]\s|\((?:trong đó,?\s+)?năm\s+\d{4}\s*:|\(riêng\s|,\s*(?:trong đó|riêng|đến|chia)\b|:\s+(?=quý\s)",
    re.IGNORECASE,
)


def _stands_by(reading: Reading, at: int, time: TimeExpression) -> bool:
    """Does the time follow the figure with a few words between, and no mark?"""
    between = reading.text[at : time.span[0]]
    return re.search(r"[,;:.(]\s", between) is None and len(between.split()) <= 6


def is_before(end: str | None, issued: str | None) -> bool:
    """Was it over when the plan was issued (both ISO, cut to what is known)?"""
    if not end or not issued or end.startswith("--"):
        return False
    size = min(len(end), len(issued))
    return end[:size] < issued[:size]


def _reaches(reading: Reading, time: TimeExpression, at: int) -> bool:
    """A time governs its own sentence or ``;`` part; one in a bracket what stands in it, or is aimed at behind it
    (``Mùa lễ hội (từ ngày 01/4 đến ngày 30/9/2026) phấn đấu đón …``).
    """
    between = reading.text[time.span[1] : at]
    return re.search(r"[.;]\s|^[^()]*\)(?!\s*(?::|phấn đấu\s))", between) is None


def _opens(reading: Reading, block: Block, time: TimeExpression) -> bool:
    """One that opens the block (``Đến năm 2030: …``) governs all of it."""
    return not reading.text[block.span[0] : time.span[0]].strip(" ,") and reading.text[time.span[1]] in ":,"


def _time_detail(reading: Reading, above: Block, block: Block) -> str | None:
    """``Thời gian thực hiện: …`` beside the block, behind it: the time of what stands above."""
    for child in reading.children(above):
        beside = child.span[0] > block.span[0] or DETAIL.match(block.text) is not None
        if beside and child is not block and TIME_DETAIL.match(child.text):
            return _first_told(reading, child)
    return None


def _first_told(reading: Reading, detail: Block) -> str | None:
    """``Tháng 5/2026 và tháng 11/2026``: the last of what is told at once; ``xong trước 30/6; đôn đốc đến hết năm``:
    the first; ``Lớp 1 trong tháng 4; lớp 2 trong tháng 8``: the last round.
    """
    times = [t for t in reading.times_in(detail) if t.end]
    if not times or FIRST_ROUND.search(detail.text):
        return max((t.end for t in times if t.end), default=None)
    cut = re.compile(r";\s").search(reading.text, times[0].span[1], detail.span[1])
    return max(t.end for t in times if t.end and (cut is None or t.span[0] < cut.start()))


def _governs(reading: Reading, time: TimeExpression) -> bool:
    """``Đến năm 2025``, ``Năm 2023:``, ``trước ngày …``; not the years of a programme's name."""
    if time.span[0] in reading.cited or (time.end or "").startswith("--"):
        return False
    if time.kind == "recurring":
        return time.end is not None
    if re.search(r"so với(?: cùng kỳ)?\s*$", reading.text[max(0, time.span[0] - 20) : time.span[0]], re.IGNORECASE):
        return False
    before = reading.text[max(0, time.span[0] - 3) : time.span[0]]
    if (
        time.kind == "period"
        and re.match(r"giai đoạn\s", time.text, re.IGNORECASE)
        and re.search(r"(?:^|[;:.\n]\s*)$", before)
    ):
        return True  # `…; giai đoạn 2028 - 2030 tăng 7%/năm`, no name of a programme
    if time.kind == "period" and re.match(r"(?:trong )?các năm\s", time.text, re.IGNORECASE):
        return True
    return (
        time.end is not None
        and not time.text.casefold().startswith(("giai đoạn", "thời kỳ", "của giai"))
        and not re.search(r"\d{4}\s*[-–]\s*\d{4}", time.text)
    )
