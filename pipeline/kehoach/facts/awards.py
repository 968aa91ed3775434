"""Awards that the plan provides for: form, class, who gives it, on which occasion (Luật Thi đua, khen thưởng)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.alphabet import UPPER
from kehoach.facts.bodies import name_end, opens_with_body
from kehoach.facts.reading import Reading, clause_end
from kehoach.outline.roles import STANDARD_OF
from kehoach.plan import Award, Block

_FORMS = (
    r"Huân chương (?:Sao vàng|Hồ Chí Minh|Độc lập|Quân công|Lao động|Bảo vệ Tổ quốc|Chiến công|Đại đoàn kết dân tộc|"
    r"Dũng cảm|Hữu nghị)|Huân chương|Huy chương|Bằng khen|Giấy khen|Thư khen|Giấy chứng nhận|Kỷ niệm chương|"
    r"Cờ thi đua|Cờ Thi đua|Cờ đơn vị (?:xuất sắc|dẫn đầu)|Cờ(?=\s+[“\"])|"
    r"Chiến sĩ thi đua(?: cơ sở| toàn quốc| cấp tỉnh)?|Tập thể [Ll]ao động (?:xuất sắc|tiên "
    r"tiến)|Lao động tiên tiến|Anh hùng Lao động|Đơn vị quyết thắng"
)
FORM = re.compile(
    rf"(?<!\w)(?:(?P<form>(?i:{_FORMS}))(?:\s+(?P<class>hạng\s+(?:Nhất|Nhì|Ba|nhất|nhì|ba)))?(?:\s+(?:của|"
    rf"cấp)\s+(?P<authority>(?:(?!(?:và|hoặc|,|;)\s+(?:(?i:{_FORMS})|đề nghị\s|trình\s))[^.:(])+))?|"
    r"(?:(?<=\d )|(?<=[;,.:] )|^)(?P<prize>[Gg]iải)\s+(?P<rank>(?i:đặc biệt|nhất|nhì|ba|tư|"
    r"khuyến khích|phụ|phong trào|triển vọng|[A-C])(?!\w)|[“\"][^”\"]{3,60}[”\"]))"
)
#: Before and behind an award that is told with how many get it
GIVEN = re.compile(r"(?<!được )(?<!đã )tặng(?:\s+thưởng)?\s+$", re.IGNORECASE)
TO_SO_MANY = re.compile(r"(?:\s+của\s[^.;:]{3,60}?)?\s+cho\s+(?:(?:không quá|tối đa|khoảng)\s+)?\d")
#: How many prizes, and what each is worth
PRIZES = re.compile(r"\d+\s+$")
WORTH = re.compile(
    r"(?:\s*[:,]\s*|\s+(?=mỗi|trị|giá|là))(?:(?:mỗi giải|trị giá|giá trị|là)\s+)*\d[\d.]*\s*(?:triệu |nghìn )?"
    r"(?:đồng|đ(?!\w))(?:/giải)?"
)
PROPOSED = re.compile(
    r"(?:trình|đề nghị|báo cáo|kiến nghị)\s+(?:[^,.;:]*?\b(?:trình|đề nghị)\s+)?"
    r"(?P<who>(?:Chủ tịch|Thủ tướng|Ủy ban|UBND|Bộ|Trung ương|Chính phủ|Tổng|Hội|Giám đốc|Ban|Tư lệnh|"
    r"Chỉ huy trưởng|Liên đoàn|Đoàn|Mặt trận|Cục)[^,.;:]*?)\s+(?:xem xét,?\s*)?(?:quyết định\s+)?"
    r"(?:tặng|khen|truy tặng)",
    re.IGNORECASE,
)
_OFFICES = r"(?:Chủ tịch|Giám đốc|Thủ trưởng|Hiệu trưởng|Bộ trưởng)"
GIVEN_BY = re.compile(
    rf"(?P<who>(?:{_OFFICES}\s[^,.;:]{{2,60}},\s+(?={_OFFICES}))*(?:Thủ trưởng các[^.;:]*?|"
    rf"(?:{_OFFICES}|Thủ tướng|Tư lệnh|Chỉ huy trưởng|Ủy ban|UBND|Ban|Nhà trường|Sở|Bộ|Cục|Hội|Đoàn|Tỉnh đoàn|"
    r"Liên đoàn|Công an|Trung tâm)"
    r"(?:\s[^,.;:]*?(?:\sxã, phường(?:, đặc khu)?)?)?))\s+(?:(?:xem )?xét,?\s*)?(?:quyết định\s+)?"
    r"(?:tặng|trao tặng|khen thưởng|cấp(?=\s+Giấy))(?:\s+thưởng)?\b"
)
#: Who gives what follows: `Tỉnh đoàn: tặng Bằng khen cho …; Cờ …`
AWARDER = re.compile(
    r"(?P<who>(?:Trung ương|Tỉnh|Huyện|Thành|Hội|Liên đoàn|Công đoàn|Đoàn|Ủy ban|UBND|Ban|Chủ tịch|Giám đốc|Sở|Phòng|"
    r"Bộ)(?:\s[^:.;,]{0,60})?|Nhà trường):\s+(?:(?:đề nghị|xét)\s+)?tặng\b"
)
_GIVER = rf"(?P<who>[{UPPER}][^,.;:]{{2,80}}?)\s+(?:xét\s+)?(?:truy\s+)?tặng(?:\s+thưởng)?\s+"
#: `05 tập thể được Bộ Công Thương tặng Cờ thi đua`
GRANTED_BY = re.compile(rf"được\s+{_GIVER}$")
#: Who gives at the start of an item, so that it provides for an award under whatever heading of awards
GIVES = re.compile(rf"(?:Đề nghị\s+)?(?!Được|Có|Đã){_GIVER}(?:\d+\s+)?(?i:{_FORMS})")
#: What someone has been given before
HAD = re.compile(r"(?:(?<!\w)(?:đã|từng|có|nếu|khi|liên tục|ít nhất)(?!\w)[^.;]*|^\s*)được tặng\s+$", re.IGNORECASE)
AUTHORITY_END = re.compile(
    r"\s(?:cho|đối với|để|theo|trong|khi|dành|trị giá|kèm|tặng|được tặng|về)\s|:|"
    r"\s*(?:,|\svà|\scùng)\s+(?:(?:các|một|phần)\s+)?"
    r"(?:Giấy|Bằng|Huân|Cờ|danh hiệu|tiền|thưởng|mức|phần|quà|hiện vật|trị giá|\d)"
)
#: Whose award it is, not who gives it: `Cờ thi đua của tỉnh`
LEVEL = re.compile(r"(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|bộ|ngành|trường|cụm|khối)", re.IGNORECASE)
#: What is told of awards besides which there are
COUNTS = re.compile(
    r"(?:Về\s+)?(?:Số lượng|Cơ cấu(?![^.;:]*giải)|Nguyên tắc|Mức (?:thưởng|tiền|chi)|Kinh phí)\b"
    r"(?!.*hình thức|\s+và\s+khen thưởng)",
    re.IGNORECASE,
)
OCCASION = re.compile(
    r"(?P<annual>(?:hằng|hàng) năm)|(?<!chờ )(?P<what>sơ kết|tổng kết|đột xuất|chuyên đề)|"
    r"(?P<round>sau (?:mỗi|từng) đợt(?: thi đua)?|(?:trong )?từng đợt(?: thi đua)?)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\.\s")


def find_awards(reading: Reading) -> list[Award]:
    """Awards under headings of awards, and prizes wherever they are counted, in order; the same award for the same
    occasion once.
    """
    awards: list[Award] = []
    seen: set[tuple[object, ...]] = set()
    for block in reading.blocks:
        provides = _provides(reading, block)
        for match in FORM.finditer(block.text):
            if not (provides or _is_counted(reading, block, match)):
                continue
            award = _prize(reading, block, match) if match["prize"] else _award(reading, block, match)
            form = (award.form.casefold(), award.award_class, award.occasion)
            key = (*form, _one_spelling(award.authority))
            repeated = key in seen or (award.authority is None and form in {k[:3] for k in seen})
            if not repeated and not _had_before(block.text[: match.start()], match):
                seen.add(key)
                awards.append(award)
    return awards


def _is_counted(reading: Reading, block: Block, match: re.Match[str]) -> bool:
    """``Cuộc thi …, trao 01 giải Nhất``, ``đề nghị … tặng Giấy khen cho 05 tập thể`` among what is done."""
    before, roles = block.text[: match.start()], set(reading.roles_of(block))
    if block.depth == 0:
        return False
    if match["prize"]:
        return PRIZES.search(before) is not None and bool({"content", "solutions"} & roles)
    so_many = GIVEN.search(before) and TO_SO_MANY.match(block.text, match.end())
    return bool(so_many) and not {"criteria", "subjects", "procedure"} & roles


def _had_before(before: str, match: re.Match[str]) -> bool:
    """``đã được tặng Bằng khen``, ``có Giấy khen``: an honour of the past, or a condition."""
    granted = re.search(r"được tặng\s+$", before, re.IGNORECASE)
    if granted is None:
        return re.search(r"có\s+$", before) is not None
    return HAD.search(before) is not None or not match["authority"]


def _one_spelling(authority: str | None) -> str:
    name = (authority or "").casefold().replace("uỷ", "ủy")
    return name.replace("ubnd", "ủy ban nhân dân").replace("tp.", "thành phố ")


def _provides(reading: Reading, block: Block) -> bool:
    roles = reading.roles_of(block)
    if roles == ["targets"] and GIVES.match(block.text):  # what those who register are to be given
        return True
    if "criteria" in roles and GIVES.match(block.text):
        return any("khen thưởng" in b.text.lower() for b in reading.above(block))
    if block.heading and STANDARD_OF.match(block.text.casefold()):
        return any("awards" in above.roles for above in reading.above(block))
    if "awards" not in roles or COUNTS.match(block.text) or any(COUNTS.match(b.text) for b in reading.above(block)):
        return False
    innermost = next((b for b in [block, *reading.above(block)] if b.roles), None)
    return innermost is not None and not {"procedure"} & set(roles) and block.depth > 0


def _prize(reading: Reading, block: Block, match: re.Match[str]) -> Award:
    """``02 giải Nhì: mỗi giải 1.000.000 đồng``: a prize by its rank, with how many there are and what each is worth."""
    counted = PRIZES.search(block.text[: match.start()])
    worth = WORTH.match(block.text, match.end())
    start, end = counted.start() if counted else match.start(), worth.end() if worth else match.end()
    if start == 0 and block.text.startswith(":", match.end()):  # a line of its own
        end = clause_end(block.text, end, len(block.text), marks=";.")
    at = block.span[0]
    return Award.model_validate(
        {
            "form": "Giải",
            "award_class": match["rank"].strip('“”"')[:1].upper() + match["rank"].strip('“”"')[1:],
            "occasion": _occasion(reading, block, match.start()),
            "quote": block.text[start:end],
            "span": (at + start, at + end),
            "block": block.id,
        }
    )


def _award(reading: Reading, block: Block, match: re.Match[str]) -> Award:
    told = award_in(block.text, match)
    end = told.end if told.end is not None and not block.heading else told.named_to
    at = block.span[0]
    return Award.model_validate(
        {
            "form": told.form,
            "award_class": match["class"],
            "authority": told.authority,
            "occasion": _occasion(reading, block, match.start()),
            "quote": block.text[told.start : end],
            "span": (at + told.start, at + end),
            "block": block.id,
        }
    )


@dataclass(frozen=True, slots=True)
class NamedAward:
    """An award as a text names it: form, who gives it, where it is told: from ``start`` to ``named_to``, or to the
    ``end`` of the clause behind its verb (offsets in the text).
    """

    form: str
    authority: str | None
    start: int
    named_to: int
    end: int | None


def award_in(text: str, match: re.Match[str]) -> NamedAward:
    """The award that ``match`` (of ``FORM``) names in ``text``."""
    authority, end = None, match.end("class") if match["class"] else match.end("form")
    if match["authority"]:
        stop = AUTHORITY_END.search(match["authority"])
        named = match["authority"][: stop.start() if stop else None]
        authority = named[: name_end(named)].strip(" ,;") if opens_with_body(named) else named.split(",")[0].strip(" ;")
        end = match.start("authority") + len(authority)
        authority = None if LEVEL.fullmatch(authority) else authority
    start = match.start("form")
    before = text[:start]
    sentence = max(before.rfind(". "), before.rfind("; "), before.rfind(": ")) + 1
    verb = re.search(r"(?:Tặng thưởng|tặng thưởng|Tặng|tặng|Trao|trao)\s+(?:\S+\s+){0,2}$", before)
    if authority is None and (granted := GRANTED_BY.search(before)):
        authority = granted["who"].strip()
    told = _nearest_giver(before[sentence:] + ("tặng" if not verb else ""))
    if authority is None and told:
        authority = told["who"].strip()
        start = sentence + told.start()
    elif authority is None and (awarder := AWARDER.match(text)) and awarder.end() <= start:
        authority = awarder["who"]
    elif verb:
        start = verb.start()
    start += len(text[start:]) - len(text[start:].lstrip())
    form = match["form"][:1].upper() + match["form"][1:]
    return NamedAward(form, authority or None, start, end, max(end, clause_end(text, end, len(text))) if verb else None)


def _nearest_giver(before: str) -> re.Match[str] | None:
    """Who gives what follows: the last told (``Thủ tướng Chính phủ tặng Bằng khen, Chủ tịch nước tặng …``)."""
    told = [*PROPOSED.finditer(before), *GIVEN_BY.finditer(before)]
    return max(told, key=lambda match: (match.end(), match.start("who")), default=None)


def _occasion(reading: Reading, block: Block, at: int) -> str | None:
    """``hàng năm`` (however printed), ``sơ kết 2023``: the last told in the block before the award (``at``), else what
    it or a heading above tells.
    """
    for candidate in [block, *reading.above(block)]:
        if candidate.depth <= 1 and candidate is not block:
            break
        tells = candidate.heading or candidate is block or candidate.text.endswith(":")
        every = list(OCCASION.finditer(candidate.text)) if tells else []
        before = [m for m in every if candidate is block and m.start() < at]
        behind = [m for m in every if candidate is not block or not _SENTENCE_END.search(block.text, at, m.start())]
        told = next(iter([*before[-1:], *behind]), None)
        if told:
            start = candidate.span[0] + told.start()
            times = sorted(reading.times_in(candidate), key=lambda t: t.span[0] < start)
            return occasion_of(told, next((t.end[:4] for t in times if t.end and not t.end.startswith("--")), None))
    return None


def occasion_of(told: re.Match[str], year: str | None) -> str:
    """An occasion as entries name it, from a match of ``OCCASION`` and the year that is told beside it."""
    if told["annual"]:
        return "hàng năm"
    if told["round"]:
        return re.sub(r"^trong ", "", told["round"].lower())
    return f"{told['what'].lower()} {year}" if year else told["what"].lower()
