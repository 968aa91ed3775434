"""Emulation criteria and award standards, by whom they address (GUIDELINES, ``criteria``)."""

from __future__ import annotations

import re

from kehoach.alphabet import UPPER
from kehoach.facts.audiences import (
    PEOPLE,
    audience_of_heading,
    bare,
    is_audience,
    names_subject,
    names_who,
    own_audience,
    predicate_at,
)
from kehoach.facts.awards import AWARDER
from kehoach.facts.details import detail_kind
from kehoach.facts.reading import Reading
from kehoach.outline.roles import own_roles
from kehoach.plan import Block, Criteria, Quote, Span

#: Who gets nothing: `Không xét khen thưởng đối với: …`, `Các trường hợp không xét`
NOT_CONSIDERED = re.compile(r"(?:Các\s+)?(?:trường hợp\s+)?không (?:được\s+)?xét", re.IGNORECASE)
TITLE = re.compile(r"(?:Các\s+)?trường hợp [^:;.]{3,40}:\s+", re.IGNORECASE)
#: The ranks by points: `Xếp loại: từ 90 điểm trở lên: Xuất sắc; …`
RANKED = re.compile(r"(?:Xếp loại|Xếp hạng)[^:;.]{0,30}:\s+(?=(?:từ|trên|đạt|dưới)\s)")
RUN_IN = re.compile(r"^(?P<audience>[^:.;]{3,260}?)\s*:\s+(?=\S)")
#: Who is to set standards of their own or to choose: a duty, no standard
SETS_OWN = re.compile(
    r"(?:(?:Căn cứ|Trên cơ sở)[^,]{0,80},\s*)?(?:các\s+)?(?:cơ quan|đơn vị|sở|địa phương|UBND)\b"
    r"[^.;:]{0,120}?\b(?:chủ động|xây dựng|ban hành|hướng dẫn|lựa chọn|bình xét)\b",
    re.IGNORECASE,
)
#: Points told by themselves
POINTS = re.compile(r"\(?(?:tối đa\s+)?\d+(?:,\d+)?\s+điểm\)?[.;]?", re.IGNORECASE)
#: How many are rewarded: `Số lượng: 12 tập thể.`
COUNT = re.compile(r"Số lượng:?\s+(?:không quá\s+)?\d+\s[^\d.;:]{2,30}[.;]?", re.IGNORECASE)
#: How points and money are told of besides standards
TELLS_ELSE = re.compile(r"Thang điểm\s+\d|Mức (?:tiền )?thưởng\s|Tổng (?:số|tiền)\s|.*\b(?:tự chấm|chấm lại)\b")
#: Headings that list the awards themselves
LISTS_AWARDS = re.compile(r"hình thức|mức|số lượng|cơ cấu|danh hiệu", re.IGNORECASE)
#: What a section of standards tells besides: how many, how much, with which files, on which principles
OTHER_MATTER = re.compile(
    r"(?:Về\s+)?(?:Số lượng|Cơ cấu|Hình thức|Nguyên tắc|Thẩm quyền|Mức (?:thưởng|tiền|khen|chi)|Kinh phí|"
    r"Hồ sơ|Thủ tục|Trình tự|Quy trình|Thang điểm|Cách (?:tính|chấm|xếp)|Thời gian|Thời hạn|Thời điểm|"
    r"Đối tượng(?! khác)|Phạm vi|Quyền lợi|Tiến độ)\b"
    r"(?![^:.]*(?:tiêu chí|tiêu chuẩn|điều kiện))",
    re.IGNORECASE,
)
RUN_IN_MATTER = re.compile(rf"{OTHER_MATTER.pattern}[^.;:]{{0,60}}:", re.IGNORECASE)
#: An award named and nothing said of what it takes
BARE_AWARD = re.compile(
    r"(?:Tặng(?:\s+thưởng)?\s+|Trao\s+)?(?:Danh hiệu|Bằng khen|Giấy khen|Cờ|Huân chương|Huy chương|Kỷ niệm chương|"
    r"Thư khen|Chiến sĩ thi đua|Tập thể lao động|Giấy chứng nhận|Giải thưởng|Giải (?:đặc biệt|nhất|nhì|ba|tư|khuyến "
    r"khích))"
    r"(?![^.;]*(?:\bcó\b|đạt|hoàn thành|thành tích|đóng góp))",
    re.IGNORECASE,
)
#: Who gives an award to whom: an award, no standard
GIVEN = re.compile(
    r"(?:(?:Đề nghị|Trình)\s+)?(?:Chủ tịch|Thủ tướng|Thủ trưởng|UBND|Ủy ban|Giám đốc|Bộ trưởng|Hội)\s[^.;:]{0,150}?"
    r"\btặng\s+(?:thưởng\s+)?(?:Bằng|Giấy|Cờ|Huân|Danh hiệu)"
)
#: How points are shared out: no standard
SHARED_OUT = re.compile(r"như sau\s*:$")
#: Who is to judge: a duty
CHARGES = re.compile(rf"(?:^|[,;:]\s)[Gg]iao\s+(?:cho\s+)?[{UPPER}]")
#: A sentence of its own that only gives the award: `Hiệu trưởng tặng Giấy khen.`
GIVES = re.compile(
    r"(?:Chủ tịch|Giám đốc|Hiệu trưởng|Nhà trường|Thủ trưởng)(?:\s[^.;:]{0,80}?)?\s(?:tặng|cấp)\s+"
    r"(?:Bằng|Giấy|Cờ)(?:[^.;]|[.;]\d)*[.;]?$"
)
#: How many get it: `tặng Giấy khen cho không quá 25 tập thể`
TO_SO_MANY = re.compile(
    r"tặng\s+(?:thưởng\s+)?(?:Bằng|Giấy|Cờ|Thư|Danh hiệu|Kỷ niệm)[^.;:]{0,80}?\scho\s+"
    r"(?:không quá\s+|tối đa\s+|khoảng\s+)?\d"
)
FILES_OR_MONEY = re.compile(r"(?:Hồ sơ|Mức (?:tiền )?thưởng|Tiền thưởng|Kinh phí)\s")
#: Over those who get it: `Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho:`
GIVES_TO = re.compile(
    r"[^.;:]{3,120}\s(?:xét\s+)?(?:tặng|khen thưởng|trao|cấp)(?:\s+thưởng)?\s[^.;:]{0,80}\s(?:cho|đối với)\s*:"
)
#: What it takes, told where an award is given: `Giấy khen …: tặng thôn đạt từ 90 điểm`
CONDITIONED = re.compile(
    r"(?:tặng|đề nghị|xét|khen thưởng|trao)\s[^.;]*?\s(?:đạt (?:từ|đủ|tổng|ít nhất|trên)|"
    r"có (?:thành tích|đóng góp|mô hình|sáng kiến)|dẫn đầu|phối hợp tốt)(?!\w)|"
    r"(?:đặc biệt )?xuất sắc được đề nghị|không (?:được )?xét khen"
)
#: `Điều kiện xét tặng: Tập thể …`
TITLED = re.compile(r"(?:Điều kiện|Tiêu chuẩn|Tiêu chí|Điểm (?:cộng|thưởng|trừ))[^:;.]{0,40}:\s+(?=\S)")
AWARD_RUN_IN = re.compile(
    r"(?:(?:\d+\s+)?giải\s|Danh hiệu|Bằng khen|Bằng\s+(?=[“\"])|"
    r"Giấy khen|Cờ|Huân chương|Huy chương|Kỷ niệm chương)[^:.;]{0,120}:\s+(?=\S)",
    re.IGNORECASE,
)
#: What a lead-in or a sentence announces: `… phải đạt các tiêu chuẩn sau:`
ANNOUNCED = re.compile(r"(?:tiêu chuẩn|tiêu chí|điều kiện)(?:\s+(?:sau|sau đây|như sau))?\s*[:.]\s*$", re.IGNORECASE)
#: How a condition begins
TAKES = re.compile(
    r"(?:Có|Đạt|Hoàn thành|Không|Chấp hành|Thực hiện|Tham gia|Tích cực|Gương mẫu|Là|Dẫn đầu|Tỷ lệ|Trực tiếp|Cả|Đảm bảo|"
    r"Bảo đảm|Phải)\s|100\s?%"
)
#: Who is rewarded, as the title of an item of awards: `2. Hộ gia đình. …`
AUDIENCE_TITLE = re.compile(rf"(?P<audience>[{UPPER}][^.:;\d]{{2,60}})\.\s+(?=[{UPPER}])")
#: A sentence that says what it takes
CONDITION_SAID = re.compile(
    r"(?i:tập thể|cá nhân|hộ|thôn|đơn vị|lớp|các)\s[^.;:]{0,60}?(?:được (?:khen|xét|đề nghị|tặng)|đạt giải)"
    r"[^.;:]{0,40}?\s(?:phải|là)\s|(?i:ưu tiên|chỉ (?:xét|chọn)|xét cho|lựa chọn từ|không xét(?: khen)?)\s|"
    r"(?i:riêng)\s[^.;:]{3,80}\sphải\s|[Mm]ỗi\s[^.;:]{3,60}?\s(?:bình chọn|chọn)\s[^.;]*?\sphải\s"
)
JUDGED_BY = re.compile(
    r"Tiêu chí (?:chấm(?: điểm| thi)?|bình chọn|đánh giá (?:bài|tác phẩm|sản phẩm))[^:;.]{0,40}:\s+(?=\S)"
)
#: Headings of how merit is compared
RANKS = re.compile(r"xếp hạng|xếp loại|bình xét|xét thi đua|chấm điểm", re.IGNORECASE)
INNER = re.compile(
    r"(?<=[.;])\s+(?:Đối với\s+(?P<named>(?:các|Ủy ban|UBND|Mặt trận|cá nhân|tập thể|đơn vị)[^.;:]*?)\s+(?=(?:tích "
    r"cực|phải|có|cần|thực hiện|đạt|hoàn thành|không)\b)|(?=(?:các hộ gia đình|các tập thể|các cá nhân)\s))"
)
RUN_INS = re.compile(r"(?:^|(?<=[.;:])\s+)(?i:đối với|riêng(?: đối với)?)\s+(?P<audience>[^.;:]{2,90}):\s+(?=\S)")
PARTS = re.compile(r"(?<=[^.][.;])\s+(?=\S)")


def find_criteria(reading: Reading) -> list[Criteria]:
    """Criteria in order, one entry an audience."""
    found: list[Criteria] = []
    for block in reading.blocks:
        if block.heading:
            continue
        sets = _sets_standard(reading, block)
        for audience, parts in _items(reading, block) if sets else _conditions(reading, block):
            spans = [span for span in parts if not _says_nothing(block.text[span[0] : span[1]].strip())]
            if not spans:
                continue
            items = [Quote(quote=block.text[s:e], span=(block.span[0] + s, block.span[0] + e)) for s, e in spans]
            last = found[-1] if found else None
            if last and last.block == _group(reading, block) and _same(last.audience, audience):
                last.items.extend(items)
            else:
                found.append(Criteria(audience=audience, items=items, block=_group(reading, block)))
    return found


def _conditions(reading: Reading, block: Block) -> list[tuple[str | None, list[Span]]]:
    """What it takes, in the sentences of an award (``2. Hộ gia đình. Hộ được khen là …; ưu tiên hộ …``), or by what the
    works of a contest are judged (``Tiêu chí chấm: Ý tưởng 30 điểm; …``).
    """
    if judged := JUDGED_BY.match(block.text):
        return [(None, _parts(block.text, judged.end()))]
    roles = reading.roles_of(block)
    if "awards" not in roles or "procedure" in roles or RUN_IN_MATTER.match(block.text):
        return []
    title = AUDIENCE_TITLE.match(block.text)
    whom = title["audience"] if title and (is_audience(title["audience"]) or names_who(title["audience"])) else None
    found: list[tuple[str | None, list[Span]]] = []
    for start, end in _parts(block.text, title.end() if title and whom else 0):
        part = block.text[start:end]
        takes = CONDITION_SAID.match(part) or (
            whom and names_subject(part) and not _is_award(part) and "giải" not in part
        )
        if takes:
            found.append((whom or own_audience(part), [(start, end)]))
    return found


def _says_nothing(part: str) -> bool:
    """Points or how many told by themselves, who gives the award or to how many, what money and files there are."""
    if any(said.fullmatch(part) for said in (POINTS, COUNT)) or GIVES.match(part):
        return True
    return (TO_SO_MANY.search(part) is not None and not CONDITIONED.search(part)) or FILES_OR_MONEY.match(
        part
    ) is not None


def _group(reading: Reading, block: Block) -> str | None:
    return next((b.id for b in reading.above(block) if b.heading), block.id)


def _same(a: str | None, b: str | None) -> bool:
    words = [set(re.findall(r"\w+", (x or "").casefold())) - {"và", "các"} for x in (a, b)]
    return words[0] == words[1]


def _sets_standard(reading: Reading, block: Block) -> bool:
    """Text under a heading of criteria, or a condition listed under an award.

    Between it and the heading whose words say so stand only headings that name an audience, unless that heading speaks
    of nothing but standards.
    """
    above = reading.above(block)
    named = bool(_by_run_ins(block.text))
    if reading.roles_of(block) == ["targets"] or _tells_no_standard(block, named):
        return False
    if re.match(r"Căn cứ (?:vào )?(?:thành tích|kết quả)\b", block.text) and "khen thưởng" in block.text:
        return re.match(r"Căn cứ thành tích", block.text) is not None or "awards" in reading.roles_of(block)
    if (
        not above
        or not (above[0].heading or above[0].label is None or _is_lead_in(above[0]) or _tells_ranking(above[0]))
        or (_is_lead_in(block) and reading.children(block))
    ):
        return False
    return _is_below_standards(reading, block, named)


def _tells_no_standard(block: Block, named: bool) -> bool:
    """Does the text give an award, charge somebody or tell a detail? ``named`` tells that it names its audience."""
    return bool(
        RUN_IN_MATTER.match(block.text)
        or (BARE_AWARD.match(block.text) and not CONDITIONED.search(block.text))
        or (GIVEN.match(block.text) and not named)
        or AWARDER.match(block.text)
        or CHARGES.search(block.text)
        or SHARED_OUT.search(block.text)
        or TELLS_ELSE.match(block.text)
        or (block.label is None and SETS_OWN.match(block.text))
        or detail_kind(block.text) is not None
    )


def _is_below_standards(reading: Reading, block: Block, named: bool) -> bool:
    """Is the nearest heading that says what is told below it one of standards?"""
    above = reading.above(block)
    between: list[Block] = []
    for heading in (b for b in above if b.heading or _tells_ranking(b)):
        roles = own_roles(heading.text)
        if "criteria" in roles and "criteria" in heading.roles:
            if "content" in roles and not any(map(_names_audience, [block, *between])):
                return False  # `NỘI DUNG, TIÊU CHÍ`: what addresses nobody is content
            below = [c for c in reading.children(heading) if c.heading and c.span[0] > block.span[0]]
            intro = block.label is None and heading is above[0] and bool(below)
            return not intro and (
                set(roles) <= {"criteria", "subjects", "awards"}
                or all(is_audience(b.text) for b in between)
                or is_audience(between[-1].text)  # `II. ĐỐI VỚI THÔN` over `1. Về kinh tế`
            )
        if OTHER_MATTER.match(heading.text):
            return False
        if _is_award(heading.text) or (_tells_ranking(heading) and _names_audience(block)):
            return all(is_audience(b.text) for b in between)
        if roles and (roles != ["awards"] or LISTS_AWARDS.search(heading.text)) and not is_audience(heading.text):
            return False
        between.append(heading)
    conditioned = named or CONDITIONED.search(block.text) is not None or _is_listed(reading, block, between)
    return conditioned and any(own_roles(b.text) == ["awards"] for b in between)


def _is_listed(reading: Reading, block: Block, headings: list[Block]) -> bool:
    """A condition of the list that a section of awards announces, or gives by audience (``1. Tập thể``)."""
    announced = [b for h in headings for b in reading.children(h) if b.span[0] < block.span[0]]
    if any(not b.heading and ANNOUNCED.search(b.text) for b in announced):
        return True
    return len(headings) > 1 and all(is_audience(h.text) for h in headings[:-1]) and TAKES.match(block.text) is not None


def _tells_ranking(block: Block) -> bool:
    return (block.heading or block.text.endswith(":")) and RANKS.search(block.text) is not None


def _names_audience(block: Block) -> bool:
    run_in = RUN_IN.match(block.text)
    return is_audience(run_in["audience"] if run_in else block.text)


def _is_lead_in(block: Block) -> bool:
    """``a) Tập thể: Đạt các tiêu chuẩn sau:``: the bullets below are the criteria."""
    if block.heading or not block.text.rstrip().endswith(":"):
        return False
    return ANNOUNCED.search(block.text) is not None or is_audience(
        RUN_IN.sub(lambda m: m["audience"], block.text, count=1).split(":")[0]
    )


def _is_award(text: str) -> bool:
    return (
        re.search(
            r"bằng khen|giấy khen|huân chương|huy chương|cờ thi đua|chiến sĩ thi đua|danh hiệu|giải thưởng",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _items(reading: Reading, block: Block) -> list[tuple[str | None, list[Span]]]:
    text = block.text
    heading_audience = _audience_above(reading, block)
    if NOT_CONSIDERED.match(text):
        titled = TITLE.match(text)
        parts = _parts(text, titled.end() if titled else 0)
        return [(heading_audience or own_audience(text[s:e]), [(s, e)]) for s, e in parts]
    if run_ins := _by_run_ins(text):
        return run_ins
    run_in = RUN_IN.match(text)
    if run_in and ANNOUNCED.search(run_in[0].rstrip()) and (whom := own_audience(run_in["audience"] + " ")):
        return [(whom, _parts(text, run_in.end()))]
    if run_in and (
        is_audience(run_in["audience"])
        or PEOPLE.fullmatch(run_in["audience"])
        or (heading_audience is None and names_who(run_in["audience"]))
    ):
        return [(bare(run_in["audience"]), _parts(text, run_in.end()))]
    if block.label and (towards := re.match(r"Đối với\s+", text)) and (verb := predicate_at(text, towards.end())):
        return [(text[towards.end() : verb].strip(" ,"), _parts(text, verb))]
    if block.label is None and (ranks := RANKED.match(text)):
        return [(heading_audience, _parts(text, ranks.end()))]
    award = AWARD_RUN_IN.match(text) or TITLED.match(text)
    if block.label is None:
        parts, whole = _parts(text, award.end() if award else 0), heading_audience or own_audience(text)
        return [(heading_audience or own_audience(text[s:e]) or whole, [(s, e)]) for s, e in parts]
    return _pieces(text, award.end() if award else 0, heading_audience)


def _by_run_ins(text: str) -> list[tuple[str | None, list[Span]]]:
    """``… các tiêu chí sau. Đối với tập thể: a; b. Đối với cá nhân: c``: the parts of each audience of a paragraph."""
    found = list(RUN_INS.finditer(text))
    if len(found) < 2 and not (found and found[0].start()):
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    return [(m["audience"], _parts(text[:end], m.end())) for m, end in zip(found, ends, strict=True)]


def _pieces(text: str, start: int, heading_audience: str | None) -> list[tuple[str | None, list[Span]]]:
    """A text by those whom its sentences name; under a heading that names them all is one."""
    pieces: list[tuple[str | None, list[Span]]] = []
    audience = heading_audience or own_audience(text[start:])
    cuts = [(m.start(), m.end(), m["named"]) for m in INNER.finditer(text, start)]
    if heading_audience is None:
        cuts += [(m.start(), m.end(), None) for m in PARTS.finditer(text, start) if names_subject(text[m.end() :])]
    for end, begin, named in sorted(set(cuts)):
        if end > start:
            pieces.append((audience, [(start, end)]))
        start, audience = begin, named or own_audience(text[begin:])
    return [*pieces, (audience, [(start, len(text.rstrip()))])]


def _parts(text: str, start: int) -> list[Span]:
    spans = []
    at = start
    for match in [*PARTS.finditer(text, start), None]:
        end = match.start() if match else len(text.rstrip())
        if end > at:
            spans.append((at, end))
        at = match.end() if match else end
    return spans


def _audience_above(reading: Reading, block: Block) -> str | None:
    """The audience that a heading names: ``Đối với cấp xã``, ``Tiêu chuẩn đối với tập thể``, ``Cá nhân:``."""
    for above in reading.above(block):
        if GIVES_TO.fullmatch(above.text):
            continue
        if _is_lead_in(above):
            award = AWARD_RUN_IN.match(above.text)
            announced = ANNOUNCED.search(above.text) is not None
            if announced and (whom := own_audience(above.text[award.end() if award else 0 :])):
                return whom
            run_in = RUN_IN.match(above.text)
            named = bare(run_in["audience"] if run_in else above.text)
            verb = None if run_in else predicate_at(named, 0)
            return named[:verb].strip(" ,") if verb else named
        if not above.heading:
            continue
        if NOT_CONSIDERED.match(above.text):
            return None
        if told := audience_of_heading(above.text):
            return told
    return None
