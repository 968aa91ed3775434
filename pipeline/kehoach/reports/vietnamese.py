"""Values of a plan in the words of Vietnamese offices: dates, periods, measures, quotations cut short."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from kehoach.plan import Milestone, Period, Severity, Target

UNKNOWN = "không có trong văn bản"

#: Severities of findings, the gravest first, and their kinds
SEVERITIES: dict[Severity, str] = {"error": "lỗi", "warning": "cần xem lại", "info": "lưu ý"}
KINDS: dict[str, str] = {
    "ocr": "đọc sai, viết sai chữ",
    "numbering": "đánh số",
    "arithmetic": "số liệu",
    "timeline": "thời gian",
    "missing": "thiếu",
    "reference": "viện dẫn",
    "wording": "câu chữ",
    "authority": "thẩm quyền",
    "form": "thể thức",
    "completeness": "nội dung",
    "not_a_plan": "không phải kế hoạch",
}
LEVELS = {
    "central": "trung ương",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "unit": "đơn vị",
}

# Characters that change how a page, a terminal or a cell behaves instead of standing for a letter: line separators,
# surrogates and non-characters (no XML may hold them), marks that turn the direction of writing.
_HARMFUL = re.compile("[\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")

_BOUNDS = {">=": "từ {} trở lên", ">": "trên {}", "<=": "không quá {}", "<": "dưới {}"}


def clean(text: str) -> str:
    """``text`` on one line, without control characters and others that no document may bring into an output."""
    printable = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return " ".join(_HARMFUL.sub(" ", printable).split())


def shorten(text: str, words: int) -> str:
    """The first ``words`` words of ``text``, followed by ``…`` where something was cut. Nothing is reworded."""
    whole = clean(text)
    kept = " ".join(whole.split(" ")[:words])[: 12 * words]  # the second cut is for words without end
    return whole if kept == whole else kept.rstrip(",;:.-– ") + " …"


def first_sentence(text: str) -> str:
    """The first sentence of ``text``; no sentence ends after an abbreviation or a short number (``TP. Hà Nội``)."""
    for stop in re.finditer(r"(\S+)[.!?]\s+(?=[“\"]?(\S))", text):
        word = stop[1]
        short = len(word) <= 2 and not word.islower()
        if not short and stop[2].isupper():
            return text[: stop.end(1) + 1]
    return text


def when(date: str) -> str:
    """An ISO date of the contract as it is written in a document: ``tháng 7/2022``, ``ngày 15/01 hằng năm``.

    Days below 10 and the months 1 and 2 are written with a zero (NĐ 30/2020, Phụ lục I, II.4.b).
    """
    parts = date.removeprefix("--").split("-")
    year = "" if date.startswith("--") else parts.pop(0)
    if not parts:
        return f"năm {year}"
    month = parts[0] if int(parts[0]) < 3 else str(int(parts[0]))
    day = f"{parts[1]}/" if len(parts) > 1 else ""
    if year:
        return f"{day}{month}/{year}" if day else f"tháng {month}/{year}"
    return f"{'ngày' if day else 'tháng'} {day}{month} hằng năm"


def span_of_time(start: str | None, end: str | None) -> str:
    """A start and an end in words: ``từ năm 2021 đến năm 2025``; one that is unknown is left out; both: ''."""
    if start == end:
        return when(start) if start else ""
    return " ".join([f"từ {when(start)}" if start else "", f"đến {when(end)}" if end else ""]).strip()


def period(value: Period | None) -> str:
    """The period of a plan in words, '' where it is unknown."""
    return span_of_time(value.start, value.end) if value else ""


def resolved(milestone: Milestone) -> str:
    """The dates of a milestone in words, '' where none is known or its own time expression tells the year."""
    dates = [d for d in (milestone.start, milestone.end) if d and not d.startswith("--")]
    if not dates or all(d[:4] in milestone.time for d in dates):
        return ""
    if milestone.kind == "period":
        return span_of_time(milestone.start, milestone.end)
    return when(dates[-1])


def number(value: float) -> str:
    """A number with the Vietnamese marks: ``13,33``, ``1.500.000``."""
    text = f"{Decimal(repr(value)):,f}"  # as the number reads, without what binary fractions add
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.translate(str.maketrans(",.", ".,"))


def measure(target: Target) -> str:
    """What a target commits to: ``từ 50% trở lên``, ``13/13 xã``; words say so where it is stated without a figure."""
    if target.value is None:
        return "không nêu con số"
    figure = number(target.value)
    if target.value_to is not None:
        figure = f"{figure} – {number(target.value_to)}"
    if target.of is not None:
        figure = f"{figure}/{number(target.of)}"
    unit = shorten(target.unit or "", 6)
    figure = f"{figure}{'' if unit.startswith('%') else ' '}{unit}".strip()
    return _BOUNDS.get(target.comparator, "{}").format(figure)
