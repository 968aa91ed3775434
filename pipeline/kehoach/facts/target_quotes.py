"""What proves a target and what it measures: the shortest clause with indicator and figure (GUIDELINES, targets)."""

from __future__ import annotations

import re
from bisect import bisect_right

from kehoach.facts.quantities import Quantity, is_measure
from kehoach.facts.reading import clause_end, in_bracket
from kehoach.plan import Span

STRONG = re.compile(
    r"[;:.]\s|\s(?:phấn đấu|trong đó)\s|(?:giữ vững|bảo đảm|đảm bảo)\s(?=tỷ|tỉ|tốc|trên|\d)", re.IGNORECASE
)
WEAK = re.compile(
    r",\s(?=(?:tỷ lệ|tỉ lệ|số|có|đạt|duy trì|giảm|tăng|nâng|thu nhập|tổng|bình quân|ít nhất|tối thiểu|trên|mỗi|100%|"
    r"\d)\b)",
    re.IGNORECASE,
)
#: From one figure to the next, not within a list of whom the first counts (`100% xã, phường mỗi quý có 04 tin`)
_NOT_LISTED = (
    r"(?!(?:xã|phường|thị trấn|đặc khu|huyện|thôn|ấp|bản|đơn vị|ban|ngành|tổ chức|đoàn thể|địa phương|công chức|"
    r"viên chức)\b)"
)
NEXT = re.compile(rf",\s{_NOT_LISTED}|\svà\s{_NOT_LISTED}|\s(?=mỗi (?:năm|quý|tháng|tuần)\s)")
CUT = re.compile(rf"[,;]\s{_NOT_LISTED}|\svà\s{_NOT_LISTED}|\strong đó\s|\s(?=mỗi (?:năm|quý|tháng|tuần)\s)")
#: Between a label and its figure: `Tỷ lệ trẻ thấp còi: giảm còn 11,2%`
TREND = re.compile(
    r"\s*(?:\w+\s*)?|(?:(?:phấn đấu|giảm|tăng|đạt|còn|xuống|lên|duy trì|giữ|là|mức|ở|khoảng|thêm)\s*)+", re.IGNORECASE
)


#: The head of what is measured
MEASURED = re.compile(
    r"[\s,;]*(?:t[ỷỉ] lệ|số|tổng|thu nhập|thu ngân sách|chỉ số|mức|diện tích|sản lượng|giá trị|tốc độ|"
    r"doanh thu|độ che phủ)(?!\w)",
    re.IGNORECASE,
)


def quote_span(text: str, quantity: Quantity, figures: list[Quantity]) -> Span:
    """The clause that carries indicator and figure: from the mark before it to the clause of the next figure.

    ``figures`` are those of the text, in order; places are offsets in ``text``.
    """
    first = bisect_right(figures, quantity.span[0], key=lambda f: f.figure[1])
    last = bisect_right(figures, quantity.figure[0], key=lambda f: f.figure[0])
    previous = figures[first - 1].figure[1] if first else 0
    following = figures[last].span[0] if last < len(figures) else len(text)
    closes = len(text)
    if previous and in_bracket(text, quantity.span[0]):  # the parts of the figure before the bracket
        previous = max(previous, text.rfind("(", 0, quantity.span[0]) + 1)
        closes = text.find(")", quantity.figure[1]) % (closes + 1)
    elif in_bracket(text, following):
        following = text.rfind("(", 0, following)
    start = previous
    marks = [m for m in STRONG.finditer(text, previous, quantity.span[0]) if not in_bracket(text, m.start())]
    if marks and marks[-1][0].startswith(":") and TREND.fullmatch(text, marks[-1].end(), quantity.span[0]):
        marks.pop()  # `Diện tích …: trên 2.000 ha`: the label is the indicator
    if marks and marks[-1][0].strip().casefold() == "phấn đấu":
        opens_at = marks[-2].end() if len(marks) > 1 else previous
        if MEASURED.match(text, opens_at):
            marks.pop()  # `Tỷ lệ hộ nghèo phấn đấu đạt dưới 2%`
    if marks:
        start = marks[-1].end()
    elif previous and (opens := NEXT.search(text, previous, quantity.span[0])):
        start = opens.end()
    weak = [m for m in WEAK.finditer(text, start, quantity.span[0]) if not in_bracket(text, m.start())]
    for mark in reversed(weak):
        if len(text[mark.end() : quantity.span[0]].split()) > 1 or text[
            quantity.figure[1] : quantity.figure[1] + 2
        ].strip(" ,.;:"):
            start = mark.end()  # what is left names an indicator
            break
    end = clause_end(text, quantity.figure[1], following, marks=";.:")
    if end == following:
        cuts = [m.start() for m in CUT.finditer(text[quantity.figure[1] : end])]
        end = quantity.figure[1] + cuts[-1] if cuts else end
    return _trimmed(text, start, min(end, closes))


def _trimmed(text: str, start: int, end: int) -> Span:
    lead = re.match(
        r"[\s,;:.)]*(?:(?:và|trong đó|phấn đấu|cụ thể|đồng thời|qua đó)[,:]?\s+)*", text[start:end], re.IGNORECASE
    )
    start += lead.end() if lead else 0
    piece = text[start:end]
    tail = re.search(
        r"[\s,;:]*(?:\b(?:và|trong đó|phấn đấu)\b)?[\s,;:]*(?:\b(?:có|đạt|trên|từ|ít nhất|cho)\b)?[\s,;:]*$", piece
    )
    return start, start + (tail.start() if tail else len(piece))


#: The figure of a quote up to its unit; what the indicator does without
FIGURE = re.compile(
    r"^.*?\d[\d.,/\s–-]*(?:\([^()]*\)\s*)?"
    r"(?:%\s*[-–]\s*\d[\d.,]*)?"
    r"(?:%?\s*(?:[^\W\d]+\s+){0,4}?(?:đến|tới|dưới|không quá|phần|trong|trên|số|t[ỷỉ])\s*\d[\d.,]*)?\s*"
)
TRAILING_VERB = re.compile(
    r"\s*(?<!chưa )(?<!không )\b"
    r"(?:phấn đấu\s*)?(?:(?:đạt|có|là|từ|trên|ít nhất|tối thiểu|dưới|mức|(?:từ \d[^.;]*?)?(?:còn|xuống còn|lên))"
    r"(?:\s+khoảng)?|khoảng|(?<=phấn đấu))\s*$",
    re.IGNORECASE,
)


def indicator_of(quote: str, figure: Span | None) -> str:
    """The quote without its figure: what is measured."""
    if figure is None:
        return re.sub(r"^(?:[Pp]hấn đấu|cơ bản)\s+|[Đđ]ến (?:hết )?năm \d{4},?\s*", "", quote).strip()
    left, right = quote[: max(0, figure[0])].rstrip(" :"), quote[figure[1] :]
    figures = quote[max(0, figure[0]) : figure[1]]
    counted = FIGURE.sub("", figures) if re.search(r"\d", figures) else ""  # `hai phần ba` counts what follows
    told = not left.endswith("(") and counted.strip() and counted.strip().casefold() in left.casefold()
    if is_measure(counted) or told:
        left, counted = TRAILING_VERB.sub("", left), ""
    right = re.sub(r"\s*\btrở (?:lên|xuống)", "", right, count=1)
    text = re.sub(r"\s*\([^()]*\d[^()]*%[^()]*\)", "", f"{left} {counted} {right}")
    text = re.sub(r"\s+([,;)])|(?<=\()\s+", r"\1", re.sub(r"\s+", " ", text))
    text = TRAILING_VERB.sub("", text.strip(" ,;:"))
    return text.strip() or quote
