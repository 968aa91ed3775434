"""Figures that contradict each other: shares, parts and wholes, ranges, grades. Yearly figures are in ``yearly``.

The reason of all these rules is the document itself: two of its figures cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kehoach.facts.quantities import number
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Plan, Target

SOURCE = "Các con số trong văn bản phải khớp nhau"
_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NOUN = alternatives(load("quantities")["nouns"])
SHARE = re.compile(
    rf"(?<![\w/.,-])(?P<part>{_N})\s*/\s*(?P<whole>{_N})(?![/\d])(?P<what>[^()\d\n;.]{{0,70}}?)"
    r"\((?P<about>[^\d()]{0,20}?)(?P<share>\d+(?:[.,]\d+)?)\s*%\)"
)
#: `629/731 trường đạt chuẩn, đạt tỷ lệ 86,0%`; not `12/15 xã có tỷ lệ hộ dùng nước sạch đạt 69%`, `đạt 90% kế hoạch`
RUN_IN_SHARE = re.compile(
    rf"(?<![\w/.,-])(?<!tháng )(?P<part>{_N})\s*/\s*(?P<whole>{_N})(?![/\d])"
    r"(?P<what>(?:(?! t[ỷỉ] lệ )[^(),\d\n;.]){0,70}?)"
    r"(?:,\s+(?:đạt|chiếm)(?:\s+t[ỷỉ] (?:lệ|trọng))?|,?\s+(?:đạt|chiếm)\s+t[ỷỉ] (?:lệ|trọng))"
    r"\s+(?P<share>\d+(?:[.,]\d+)?)\s*%"
    r"(?!\s*(?:so với|kế hoạch|KH|chỉ tiêu|mục tiêu|dự toán|nghị quyết))"
)
FRACTION = re.compile(
    rf"(?<![\w/.,-])(?P<part>\d{{1,4}})\s*/\s*(?P<whole>\d{{1,4}})(?![/\d])\s+(?P<noun>{_NOUN})(?!\w)"
)
WITHIN = re.compile(
    rf"(?<![\w/.,-])(?P<whole>{_N})\s+(?P<noun>{_NOUN}|(?:triệu|tỷ|nghìn)\s+đồng)(?!\w)(?P<what>[^.;:\d\n]{{0,60}}?),?\s+"
    rf"trong\s+đó,?\s+(?:có\s+)?(?:(?:ít nhất|tối thiểu|khoảng)\s+)?(?P<part>{_N})\s+(?P=noun)(?!\w)"
)
RANGE = re.compile(
    r"(?<![\w/.,–-])(?P<low>\d+(?:,\d+)?)\s*%?\s*[-–]\s*(?P<high>\d+(?:,\d+)?)\s*"
    rf"(?P<unit>%|{_NOUN}(?!\w))"
)
SURE = 5  # words of an indicator that is told fully enough to be the same elsewhere
_DOWN = re.compile(r"(?:giảm|hạ|rút|xuống)[^.;,]{0,40}$", re.IGNORECASE)
GRADE = re.compile(
    r"(?<![\d,.])(?P<low>\d+(?:,\d+)?)\s*%?\s*(?:-|–|đến)\s*(?P<open>dưới\s+)?(?P<high>\d+(?:,\d+)?)\s*"
    r"(?P<unit>%|điểm|tiêu chí)(?P<score>[^;.\d%]{0,40}?\d+\s*điểm|[^;.\d%]{0,30}?(?:xếp|loại|mức))",
    re.IGNORECASE,
)


def find_wrong_shares(plan: Plan) -> Iterator[Hit]:
    """``40/116 (43,48%)``: the percentage is not that of the fraction, by more than rounding to its last digit."""
    for match in chain(matches(SHARE, plan.text, "%"), matches(RUN_IN_SHARE, plan.text, "%")):
        part, whole, share = (number(match[name]) for name in ("part", "whole", "share"))
        if not whole:
            continue
        exact = part / whole * 100
        decimals = len(re.split(r"[.,]", match["share"])[1]) if re.search(r"[.,]", match["share"]) else 0
        about = match.groupdict().get("about", "").strip()
        if abs(exact - share) > (1.01 if about else 10**-decimals * 0.5001):
            right = f"{exact:.{decimals}f}".replace(".", ",")
            message = (
                f"{match['part']}/{match['whole']} là {right}%, văn bản ghi {match['share']}%. Hãy tính lại và sửa "
                "con số sai."
            )
            yield at(plan, *match.span(), message)


def find_parts_over_wholes(plan: Plan) -> Iterator[Hit]:
    """``thêm 37 xã, trong đó có 40 xã``, ``117/116 xã``: a part is larger than its whole."""
    for match in matches(WITHIN, plan.text, "trong đó"):
        if number(match["part"]) > number(match["whole"]):
            message = (
                f"“Trong đó” có {match['part']} {match['noun']} nhưng tổng chỉ {match['whole']} {match['noun']}: phần "
                "không thể lớn hơn tổng. Hãy xem lại hai con số, hoặc số thêm và số lũy kế bị lẫn."
            )
            yield at(plan, *match.span(), message)
    for match in matches(FRACTION, plan.text, "/"):
        if int(match["part"]) > int(match["whole"]) > 0:
            message = f"{match['part']} trên tổng số {match['whole']} {match['noun']}: phần không thể lớn hơn tổng."
            yield at(plan, *match.span(), message)


def find_ranges_upside_down(plan: Plan) -> Iterator[Hit]:
    """``từ 85 - 80%``: the lower end is above the upper one, and nothing falls."""
    for match in matches(RANGE, plan.text, "-", "–"):
        if number(match["low"]) > number(match["high"]) and not _DOWN.search(plan.text[: match.start()][-60:]):
            message = f"Khoảng {match['low']} - {match['high']} {match['unit']} bị ngược. Hãy ghi số nhỏ trước."
            yield at(plan, *match.span(), message)


def find_overlapping_grades(plan: Plan) -> Iterator[Hit]:
    """``từ 88 - 90% cộng 02 điểm; từ 90 - 95% cộng 03 điểm``: 90% is in both. A row of grades is one hit."""
    row: list[re.Match[str]] = []
    for match in [*matches(GRADE, plan.text, " điểm", "loại"), None]:
        if match and row and _meets(plan.text, row[-1], match):
            row.append(match)
            continue
        if len(row) > 1:
            twice = ", ".join(f"{m['low']}{m['unit']}" for m in row[1:])
            message = f"{twice} thuộc cả hai mức. Hãy ghi “dưới” hoặc “trên” ở một trong hai mức."
            yield at(plan, row[0].start(), row[-1].end(), message)
        row = [match] if match else []


def _meets(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Does the second grade begin in the same line with the figure that ends the first?"""
    near = after.start() - before.end() < 40 and "\n" not in text[before.end() : after.start()]
    return near and not before["open"] and (before["unit"], before["high"]) == (after["unit"], after["low"])


def find_two_values(plan: Plan) -> Iterator[Hit]:
    """The same indicator, measured as a share of the same and due at the same time, with two values."""
    first: dict[tuple[object, ...], Target] = {}
    for target in plan.targets:
        words = " ".join(re.findall(r"\w+", target.indicator.casefold()))
        is_share = target.unit == "%" or target.of is not None
        if target.value is None or not is_share or len(words.split()) < SURE or "thêm" in words.split():
            continue
        key = (words, target.unit, target.of, target.comparator, target.due)
        other = first.setdefault(key, target)
        if (other.value, other.value_to) != (target.value, target.value_to):
            message = f"Cùng một chỉ tiêu nhưng chỗ khác ghi “{other.quote}”. Hãy thống nhất một con số."
            yield Hit(message, target.quote, target.span, target.block)


RULES = (
    Rule(
        "KH301",
        "arithmetic",
        "error",
        SOURCE,
        find_wrong_shares,
        "Tỷ lệ phần trăm không khớp với phân số",
        "Một trong ba con số sai. Hãy tính lại.",
    ),
    Rule(
        "KH302",
        "arithmetic",
        "error",
        SOURCE,
        find_parts_over_wholes,
        "Phần lớn hơn tổng",
        "Thường do lẫn số tăng thêm, số đạt được và số lũy kế. Hãy ghi rõ từng loại.",
    ),
    Rule(
        "KH303",
        "arithmetic",
        "warning",
        SOURCE,
        find_ranges_upside_down,
        "Khoảng số bị ngược",
        "Ghi số nhỏ trước, số lớn sau; nếu là giảm thì viết “giảm từ … xuống …”.",
    ),
    Rule(
        "KH304",
        "arithmetic",
        "warning",
        SOURCE,
        find_overlapping_grades,
        "Các mức điểm chồng nhau",
        "Một kết quả rơi vào hai mức thì không chấm được. Hãy ghi “dưới” hoặc “trên” ở một trong hai mức.",
    ),
    Rule(
        "KH308",
        "arithmetic",
        "warning",
        SOURCE,
        find_two_values,
        "Một chỉ tiêu có hai con số",
        "Số trong phần nội dung, bảng và phụ lục phải giống nhau. Hãy thống nhất.",
    ),
)
