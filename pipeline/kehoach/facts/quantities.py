"""Figures with what they count (FACTS 7.4): value, range, whole, comparator, unit.

A decimal comma, a thousands dot and a leading zero (``05 tập thể``, ``2.305 nhà``, ``34,48%``) are read as Vietnamese
writes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kehoach.alphabet import LOWER
from kehoach.knowledge import alternatives, load, set_words
from kehoach.knowledge.lookalikes import misread_figures
from kehoach.plan import Comparator, Span

_N = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+\.\d{1,2}(?=\s*(?:%|(?:điểm|lần|tỷ|tỉ|triệu|tấn|tạ|kg|ha|km|m2|m3|lít)\b))|"
    r"\d+(?:,\d+)?"
)
COUNTS = {
    **{w: i for i, w in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)},
    "tư": 4,
    "nửa": 2,
}
#: Shares in words, before what is shared: `một phần ba số hộ`, `một nửa diện tích`
_SHARE = (
    rf"(?i:(?:(?P<part>{'|'.join(COUNTS)})\s+phần\s+(?P<parts>{'|'.join(COUNTS)})|(?:một\s+)?(?P<half>nửa)))"
    r"(?=\s+(?:(?:tổng\s+)?số|diện tích|dân số|thời (?:gian|lượng)|chỉ tiêu|người|hộ|học (?:sinh|viên)|cán bộ)\b)"
)
#: Small numbers behind a bound: `ít nhất một mô hình`
_IN_WORDS = r"(?:(?<=[Íí]t nhất )|(?<=ối thiểu ))(?P<word>một|hai|ba|bốn|năm)"
#: `8 trong 10 thôn`, `9 phần 10 số hộ`, `12 trên tổng số 15 trường`
_OUT_OF = r"(?:phần|(?:trong|trên)(?:\s+tổng)?(?:\s+số)?)"
_WORD_FORM = r"(?:\s*\((?!\s*\d)[^()\d]{2,20}\))?"  # `01 (một)`
MANY = r"(?:triệu|nghìn|ngàn|vạn|tỷ|tỉ)\s+"
BEFORE: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (
        re.compile(
            r"(?:ít nhất|tối thiểu|không dưới|không (?:thấp|nhỏ|ít|kém) hơn|"
            r"thấp nhất|đạt từ|từ)\s*(?:là\s+|khoảng\s+|có\s+|đạt\s+|mỗi\s+(?:tuần|tháng|quý|năm)\s+)?$",
            re.IGNORECASE,
        ),
        ">=",
    ),
    (
        re.compile(
            r"(?:không quá|tối đa|không vượt quá|nhiều nhất|không (?:có|để|để xảy ra)\s+(?:quá|trên|hơn)|"
            r"cao nhất|không (?:lớn|cao|nhiều) hơn|xuống còn tối đa)\s*(?:là\s+)?$",
            re.IGNORECASE,
        ),
        "<=",
    ),
    (re.compile(r"(?:trên|(?<!thấp )(?<!nhỏ )(?<!ít )(?<!kém )hơn|vượt|lớn hơn|cao hơn|>)\s*$", re.IGNORECASE), ">"),
    (re.compile(r"(?:dưới|(?:thấp|nhỏ|ít|kém) hơn|<)\s*$", re.IGNORECASE), "<"),
)
#: A bound before the figure makes it a quantity, whatever noun follows
BOUND = re.compile(
    r"(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|không vượt quá|dưới|trên|hơn|đạt từ)\s*$", re.IGNORECASE
)
#: So does the verb that it is the object of (`trao 57 phần quà`), or whom it is asked of (`mỗi đoàn viên 01 sáng kiến`)
DOES = re.compile(
    rf"(?<!\w)(?:{alternatives(load('verbs')['predicates'])}(?:\s+(?:mới|thêm|được|từ|khoảng|xong))*|"
    rf"mỗi(?:\s[{LOWER}]+){{1,3}})\s+$",
    re.IGNORECASE,
)
#: An index has no unit: `Chỉ số hài lòng đạt từ 88 trở lên`, `hệ số sử dụng đất không quá 1,5`
INDEX = re.compile(
    r"(?:chỉ số|hệ số|tỷ số|điểm số)\b[^.;:\n]{0,100}?"
    r"(?:\b(?:đạt|bằng|trên|dưới|hơn|quá|từ|nhất|thiểu|đa)|[≥≤<>=])\s*$",
    re.IGNORECASE,
)
#: A place among the best: `thuộc top 03 vùng`, `trong tốp 5 cả nước`
RANK = re.compile(r"\b(?:t[ốo]p|(?:trong|thuộc|vào) nhóm)\s*$", re.IGNORECASE)
BARE = re.compile(r"\s*(?:[.;,)]\s|[.;,)]?$|trở (?:lên|xuống)|so với\b|tại\b|ở\b|và\b)", re.MULTILINE)
NO_NOUN = re.compile(
    r"\s*(?:ngày|tháng|năm|giờ|phút|quý|lần|tuần|buổi sáng|nội dung|bước|nhóm|đợt|giai đoạn|kỳ|của|và|đến|hoặc|trong|"
    r"lên|theo|khi|để|là|có|tuổi|km|cấp|trở|h|g|đồng chí|đ/c)(?:\b|(?=\d))(?!\s*/)"
)
#: What a figure is multiplied by (`1.000 cây/thôn x 12 thôn`); years of a time or a school; a month and its year
NO_FIGURE = re.compile(
    r"\s[x×]\s*$|\d\s?(?:giờ|h)\s*$|\b(?:năm học|giai đoạn|thời kỳ|nhiệm kỳ|niên khóa)\s*$", re.IGNORECASE
)
#: Behind the hour of a day: `20 giờ 15 phút`
MINUTES = re.compile(r"\s*\d{1,2}\s*(?:phút|')")
OF_YEAR = re.compile(r"\b(?:tháng|quý)\s*$", re.IGNORECASE)
#: What a number names, so that `tổ chức` behind it is a verb: `vào ngày 15 tổ chức chào cờ`, `đội 3 tổ chức thi đấu`
NAMED_BY = re.compile(r"\b(?:ngày|tháng|quý|năm|đội|lớp|khối|nhóm|tổ|đợt|vòng|thôn|ấp|khu|cụm|bước)\s*$", re.IGNORECASE)
#: From a figure to the next of a list, over what the first counts
LIST_MARK = re.compile(r"(?:\s*\b\w+\b){0,6}?\s*(?:,|\bvà)\s+")
#: Of whom there are how many beside the others: `107 trẻ sơ sinh trai/100 trẻ sơ sinh gái`
SEX = r"(?:(?:\s(?:sơ sinh|em))?\s(?:trai|gái|nam|nữ)(?!\w))?"
#: What each part of a time gets of the figure before: `1.500 căn (2026: 320; 2027: 410)`, `4.860 sổ (quý II: 1.500; …)`
OF_TIME = re.compile(r"(?:(?:năm\s+)?20\d\d|quý\s+(?:IV|I{1,3}))\s*:\s*$", re.IGNORECASE)
SHARED_OVER_TIME = re.compile(rf"(?:{OF_TIME.pattern[:-1]}(?:{_N})\s*[;,)]\s*){{2,}}", re.IGNORECASE)
#: Words that a rate does not hold: `và/hoặc`, `từ 20 ngày/đợt trở lên`
NO_RATE = r"(?:và|hoặc|hay|trở|của|đến|từ|trong|theo|để|là|có)\b"
SIGNS: dict[str, Comparator] = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<"}
UP = re.compile(r"^(?:(?!\s(?:khi|nếu)\s)[^.;:\d\n]){0,120}?\btrở lên", re.IGNORECASE)
DOWN = re.compile(r"^[^.;:,\n]{0,60}?\btrở xuống", re.IGNORECASE)


#: What bears a name: `34 “Tổ liên gia an toàn”`; how a name goes on: `16 Tổ liên gia an toàn PCCC`
QUOTED = re.compile(r"\s*[“\"](?P<unit>[^”\"\d]{3,40})[”\"]")
NAME_GOES_ON = re.compile(
    rf"(?:\s(?!(?:và|hoặc|tại|ở|của|cho|với|trên|trong|để|theo|có|được|trước|đến|do|từ|năm|gồm|là|ký|ra|đạt|hoàn|hoạt|tham)\b)"
    rf"(?:[{LOWER}]+|[A-ZĐ]{{2,6}})(?![\w/])){{0,6}}"
)
#: Those among whom someone is to stand first: `nhóm 15 xã, phường dẫn đầu`
LEADING = re.compile(r"[^.;,\d]{0,30}(?:,\s[^.;,\d]{0,20})?\b(?:dẫn đầu|đứng đầu|hàng đầu|cao nhất|tốt nhất)\b")
#: What every text with a figure has; most have none
SHOWS_FIGURE = re.compile(r"\d|\bphần\b|\bnửa\b|(?:nhất|thiểu) (?:một|hai|ba|bốn|năm)\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and its unit. ``span`` covers comparator, figure and unit; ``figure`` leaves the comparator out."""

    span: Span
    value: float
    value_to: float | None
    of: float | None
    comparator: Comparator
    unit: str | None
    figure: Span


@cache
def _figure() -> re.Pattern[str]:
    data = load("quantities")
    unit = alternatives([*data["measures"], *data["nouns"]])
    bound = r"(?:ít|tối|không|từ)\s"  # of another figure: `500 cây/ít nhất 02 hộ`
    kind = rf"(?:(?:\s(?!và|hoặc)[{LOWER}]+){{1,3}}(?=\s?/\s?(?!hoặc)(?:[\d.]+\s)?[{LOWER}]))?"  # `lớp chuyên đề/năm`
    word = rf"(?!{bound})(?:học kỳ|[{LOWER}]+(?:\s(?:dân|đầu người))?){SEX}"
    per = rf"(?:\s?/\s?(?:(?:\d[\d.]*|vạn|triệu)\s)?(?:(?:{unit})(?!\w){SEX}|{word}))*"
    low = r"(?P<low>(?<=[Tt]rên )|(?<=[Tt]ừ )|(?<=[Hh]ơn ))?"
    to = rf"(?:[-–—]|(?:đến|tới)(?:\s+dưới)?|(?(low)(?:và|nhưng)\s+(?:dưới|không quá)|(?!)))\s*(?P<to>{_N})"
    return re.compile(
        rf"(?<![\w/.,–-])(?P<sign>[≥≤<>]=?\s*)?{low}"
        rf"(?:{_SHARE}|{_IN_WORDS}(?=\s(?i:{unit})(?!\w))|(?:(?P<milliards>\d{{1,3}})\s+t[ỷỉ]\s+(?=\d{{1,3}}(?:,\d+)?\s+triệu))?(?P<value>{_N})"
        rf"(?:\s*(?P<u1>%|(?:{unit})(?!\w))?\s*{to}|\s*/\s*(?P<of>{_N})|\s+{_OUT_OF}\s+(?P<whole>{_N}))?){_WORD_FORM}"
        rf"\s*(?P<unit>(?!%)(?:{MANY})?(?i:{unit})(?!\w|(?<=dân)\stộc){kind}{per}|"
        r"%(?:/(?:năm|quý|tháng)(?!\w))?|[A-ZĐ]{2,5}(?![\w/-]))?"
        rf"(?!\d|/(?!{bound})|\s*(?:/\s*\d|tháng\s+\d))",
    )


def number(text: str) -> float:
    """``2.305`` → 2305, ``34,48`` → 34.48, ``06`` → 6."""
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return float(text)
    return float(text.replace(".", "").replace(",", "."))


def find_quantities(text: str) -> list[Quantity]:
    """Figures of a text with a unit or as a fraction, and bare ones behind a bound, a verb, an index or a rank, or in a
    list; years, dates and numbers of documents are none.
    """
    found: list[Quantity] = []
    if not SHOWS_FIGURE.search(text):
        return []
    shares = [match.span() for match in SHARED_OVER_TIME.finditer(text)] if ":" in text else []
    doubted = {figure.span[0] for figure in misread_figures(text)}  # `0l tổ`: nobody knows how many
    for match in _figure().finditer(text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 60]
        if match.start("value") in doubted or _is_of_time_or_name(match, before, after):
            continue
        share = bool(found) and OF_TIME.search(before) and any(a < match.start() < b for a, b in shares)
        if quantity := _quantity(text, match, found, share=bool(share)):
            found.append(quantity)
    return found


def _is_of_time_or_name(match: re.Match[str], before: str, after: str) -> bool:
    """A factor, a part of a year, an hour, all day long, the number of what does something (``ngày 15 tổ chức``)."""
    unit, of = match["unit"] or match["u1"], match["of"] or match["whole"]
    if NO_FIGURE.search(before) or (of is not None and OF_YEAR.search(before)):
        return True
    if (unit == "giờ" and MINUTES.match(after)) or match[0].strip().startswith("24/24"):
        return True
    if of is not None and re.match(r"\s*(?:hằng|hàng) năm(?!\w)", after):
        return True  # `vào dịp 10/10 hằng năm`
    return unit == "tổ chức" and NAMED_BY.search(before) is not None


def _quantity(text: str, match: re.Match[str], found: list[Quantity], share: bool) -> Quantity | None:
    """The quantity of a figure behind those ``found``; ``share`` tells that it is what a time gets of one of them."""
    unit = match["unit"] or match["u1"]
    value, to, of = _values(match)
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 60]
    quoted = QUOTED.match(after)
    counts = quoted is not None or re.match(rf"\s*[{LOWER}]", after) is not None
    listed = goes_on(text, found, match.start())
    ranked = RANK.search(before) is not None
    index = unit is None and BARE.match(after) and INDEX.search(text, max(0, match.start() - 140), match.start())
    rate = _rate().match(after) if unit is None else None
    if unit is None and of is None:
        bounded = (BOUND.search(before) or DOES.search(before) or listed) and counts and not NO_NOUN.match(after)
        if not (bounded or index or rate or share or ranked):
            return None
    if of is not None and unit is None and (not counts or of < value or of > LARGEST_WHOLE):
        return None
    if to is not None and to <= value:
        return None
    comparator, start = _comparator(text, match, to is not None)
    if comparator == "=" and listed and "trở lên" not in text[found[-1].figure[1] : match.start()]:
        comparator = "=" if value == 100 and unit == "%" else _of_list(found[-1].comparator)
    if share and unit is None:
        unit = _unit_of_whole(found, value)
    elif quoted and unit is None:
        unit = quoted["unit"]
    elif index or (ranked and not LEADING.match(after)):
        unit = None
    else:
        unit = _unit(unit, rate, text, match.end())
    place = (max(start, found[-1].span[1]) if found else start, match.end())
    figure = (min(match.start(k) for k in STARTS if match[k]), match.end())
    return Quantity(place, value, to, of, comparator, unit, figure)


#: Before a list of figures: `số lượng tối thiểu như sau: 02 bài của xã; 01 bài của thôn`
ANNOUNCED_BOUND = re.compile(
    r"(?:(?P<least>ít nhất|tối thiểu|không dưới)|tối đa|không quá)(?:\s[^.:;\d]{1,60})?:\s+(?:[^.:]*;\s+)?$",
    re.IGNORECASE,
)
LARGEST_WHOLE = 100_000
#: What a figure begins with: `1 tỷ 250 triệu đồng`, `hai phần ba`, `một nửa`, `95`
STARTS = ("milliards", "part", "half", "word", "value")


def _values(match: re.Match[str]) -> tuple[float, float | None, float | None]:
    """Value, upper end and whole of a figure: ``1 tỷ 250 triệu`` → 1250, ``hai phần ba`` → 2 of 3."""
    if match["half"] or match["part"]:
        return COUNTS[(match["part"] or "một").lower()], None, COUNTS[(match["parts"] or match["half"]).lower()]
    if match["word"]:
        return COUNTS[match["word"]], None, None
    value = number(match["value"]) + 1000 * number(match["milliards"] or "0")
    of = match["of"] or match["whole"]
    return value, number(match["to"]) if match["to"] else None, number(of) if of else None


def _of_list(first: Comparator) -> Comparator:
    """The bound of a list stands before its first figure."""
    return first if first in (">=", "<=") else "="


def _unit_of_whole(found: list[Quantity], part: float) -> str | None:
    """What the nearest figure counts that may be the whole of a part."""
    return next((whole.unit for whole in reversed(found) if whole.value > part), None)


def goes_on(text: str, found: list[Quantity], at: int) -> bool:
    """``tối thiểu 2,5 tấn gạo, 300 thùng mì và 150 áo phao``: a list of figures, whatever they count."""
    between = text[found[-1].figure[1] : at] if found else ""
    return LIST_MARK.fullmatch(between) is not None


def _unit(unit: str | None, rate: re.Match[str] | None, text: str, at: int) -> str | None:
    if unit and unit.istitle() and " " not in unit and (more := NAME_GOES_ON.match(text, at)):
        return unit + more[0]
    if unit or rate:
        return re.sub(r"\s*/\s*", "/", unit or (rate["rate"] if rate else ""))
    return noun_at(text, at)


def is_measure(unit: str) -> bool:
    """A unit that only measures (``ha``, ``triệu đồng/người/năm``), not a noun that is counted (``xã``)."""
    head = unit.split("/")[0].strip()
    return head in load("quantities")["measures"] or head != unit.strip() or re.match(MANY, head) is not None


def noun_at(text: str, at: int) -> str | None:
    """What is counted by the words at an offset: a noun that plans count, else one word."""
    match = _noun().match(text[at:])
    return match[1] if match else None


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(load('quantities')['nouns'])}(?!\w)")


def known_noun(text: str) -> str | None:
    """The noun of those that plans count with which a text begins."""
    match = _known().match(text)
    return match[0] if match else None


@cache
def _rate() -> re.Pattern[str]:
    """What is counted by the head, place or time: ``58 tạ/ha``, ``12 hồ sơ/1.000 dân``, ``04 tiết/tuần``."""
    noun = rf"(?:{_counted()}(?!\w)|[{LOWER}]+)"
    counted = rf"(?!{NO_RATE}){noun}(?:\s(?!{NO_RATE})[{LOWER}]+)?"
    return re.compile(rf"\s*(?P<rate>{counted}\s?/\s?(?:\d[\d.]*\s)?(?!{NO_RATE}){noun}{SEX})(?!\w)")


@cache
def _counted() -> str:
    return alternatives([*load("quantities")["nouns"], *(" ".join(w) for w in set_words() if len(w) == 2)])


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:tổng )?số\s+)?({_counted()}(?!\w)|[{LOWER}]+)")


#: `không xã nào dưới 50%`: each has at least as much
NONE_BEYOND = re.compile(
    r"không\s(?:[^\W\d]+\s){1,5}nào\s+(?:đạt\s+|có\s+)?(?P<bound>(?P<below>dưới|(?:thấp|ít|nhỏ) hơn)|trên|quá|vượt|"
    r"(?:cao|nhiều|lớn) hơn)\s*$",
    re.IGNORECASE,
)
#: What something lies or is done on, so that `trên` before it bounds nothing: `kẻ vạch trên 26 tuyến`
GROUND = re.compile(
    r"(?:tuyến|xã|thôn|trục|loại hình|nền tảng|kênh|hệ thống|lĩnh vực|cánh đồng|thửa|đoạn|địa bàn|khu vực|cụm loa|loa)"
    r"(?!\w)"
)
#: Before `trên` where it does bound the figure: `đạt trên 26 tuyến`
BOUNDED = re.compile(
    r"(?:^|[,;:.(]|(?<!\w)(?:đạt|có|còn|với|được|từ|là|cho|mới|thêm|hỗ trợ|công nhận|đầu tư|xây dựng|nâng cấp))\s*$",
    re.IGNORECASE,
)


def _lies_on(before: str, match: re.Match[str], after: str) -> bool:
    """Does ``trên`` tell where, not more than how many?"""
    if re.match(r"\s*(?:tổng số|địa bàn)", after):
        return True
    return GROUND.match(match["unit"] or "") is not None and BOUNDED.search(before[-20:]) is None


def _comparator(text: str, match: re.Match[str], ranged: bool) -> tuple[Comparator, int]:
    if none := NONE_BEYOND.search(text, max(0, match.start() - 60), match.start()):
        return (">=" if none["below"] else "<="), none.start("bound")
    before = text[max(0, match.start() - 30) : match.start()]
    start = match.start()
    sign = (match["sign"] or "").strip()
    if sign and not ranged:
        return SIGNS[sign], start
    for pattern, comparator in BEFORE:
        if hit := pattern.search(before):
            start = match.start() - len(hit[0])
            if ranged:
                return "range", start
            after = text[match.end() :]
            if hit[0].lower().strip() in ("từ", "đạt từ") and not UP.match(after):
                bare: Comparator = ">=" if hit[0].lower().startswith("đạt") else "="  # `đạt từ 10%`
                return ("<=" if DOWN.match(after) else bare), start
            if hit[0].lower().strip() == "trên" and _lies_on(text[: match.start() - len(hit[0])], match, after):
                return "=", match.start()
            return comparator, start
    if ranged:
        return "range", start
    if RANK.search(before):
        return "<=", start
    if UP.match(text[match.end() :]):
        return ">=", start
    if DOWN.match(text[match.end() :]):
        return "<=", start
    if told := ANNOUNCED_BOUND.search(text, max(0, match.start() - 300), match.start()):
        return (">=" if told["least"] else "<="), start
    return "=", start
