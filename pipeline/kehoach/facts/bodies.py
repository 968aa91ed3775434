"""Bodies: where the name of an authority, office, organisation or group of them begins and ends.

Names come from grammar and ``knowledge/bodies.toml``: a head (``Sở``, ``Ủy ban nhân dân``, ``các cơ quan``), then its
proper name, its place, its members. No list of offices stands in code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kehoach.alphabet import LOWER, UPPER
from kehoach.facts.predicates import VERB, in_name
from kehoach.knowledge import alternatives, load
from kehoach.plan import Span

CAPITAL = rf"[{UPPER}]"
GROUP = r"(?:toàn thể|tất cả|tất cả các|các|những|từng|mỗi|một số|hai|các cấp)"


@dataclass(frozen=True, slots=True)
class Body:
    """A body as printed and its place."""

    name: str
    span: Span


#: An association, not a meeting or a festival: `tổ chức hội`, not `Tổ chức hội sách`
ASSOCIATION = r"hội(?! (?:nghị|thi|thảo|chợ|sách|diễn|trại|thao|chẩn|đàm|xuân|làng|hoa)\b)"
#: `Tổ chức`, `Báo cáo`, `Hội nghị` … begin like a body and are none
NO_BODY = (
    r"(?!(?i:tổ chức(?!\s*(?:\(|(?:,|và)\s+(?:các\s+)?(?:cá nhân|đơn vị|cơ quan|doanh nghiệp|người|địa "
    r"phương|đoàn thể|hội\s|hộ\s|chính quyền|hợp tác xã)|chính trị|"
    rf"xã hội|đoàn thể|thành viên|tôn giáo|công đoàn(?! viên)|{ASSOCIATION}|"
    r"kinh tế|tín dụng|phi chính phủ|quốc tế|đảng|cơ sở|liên quan|có liên quan|khác|cá nhân))|"
    r"cấp\s+(?!tỉnh|huyện|xã|thành phố|phường|cơ sở|trung ương|ủy|uỷ|trường|có thẩm quyền|trên|dưới|quốc gia|bộ\b|"
    r"sở\b|thôn)|báo (?:cáo|số|tin|danh|về|cho|trước|động|giá|hiệu)(?!\w)|"
    r"hội nghị|hội thảo|hội thi|bộ tiêu chí|bộ chỉ số|bộ luật|bộ máy|bộ câu hỏi|phòng,\s*(?:chống|"
    r"ngừa|trừ)|phòng chống|phòng ngừa|ban hành|trường hợp|viện dẫn|vụ việc|quỹ đất|thanh tra(?:,|\s+(?!tỉnh|thành|"
    r"huyện|sở|chính|bộ|nhà nước))|"
    r"phòng (?:học|thi|ở|máy|khách|trọ|ngủ|đọc|họp|cháy|bệnh|dịch|tránh)(?!\w)|"
    r"ban (?:đêm|ngày|đầu)(?!\w)|viện (?:trợ|phí)|trạm (?:biến|bơm|dừng|cân|thu phí)|đội hình|"
    r"cụm (?:từ|công nghiệp|loa|đèn)|"
    r"lãnh đạo,|cấp (?:phát|nước|giấy|phép|độ|bách|thiết|ủy đảng chỉ)|"
    r"đài (?:tưởng|hoa)|thuế(?!\s+(?:tỉnh|thành phố|cơ sở|"
    r"khu vực|nhà nước))|hộ (?:tịch|khẩu|trợ)|"
    r"bản (?:đồ|tin|sao|cam|chất|quyền|mềm|cứng|in|giấy|điện tử|gốc|thảo|vẽ|ghi|tự|thân)(?!\w)|"
    r"thành viên hóa|xã (?:hội|giao)|tỉnh "
    r"táo|huyện lỵ|sở (?:hữu|thích|trường|dĩ|thú)|"
    r"cơ sở (?:dữ|vật|hạ|pháp|lý|đó|này|lựa|để|thực tiễn|khoa học)|ngành nghề|khối (?:lượng|\d)|khu vực|"
    r"khoa (?:học|giáo|trương|bảng)|vụ (?:lúa|tôm|cá|mùa|đông|xuân|hè|thu|ngô|rau|màu|án|cháy|nổ|tai nạn)|"
    r"đơn vị tính|"
    r"hội (?:tụ|nhập|thao|chợ|sách|diễn|trại|chẩn|đàm|trường)(?!\w)|"
    r"thôn tính|trưởng thành|công đoàn viên|tập thể dục|mặt trận\s+đấu))"
)


#: One office that serves two bodies
TWO_IN_ONE = r"Văn phòng\s+(?:HĐND|Hội đồng nhân dân)\s+và\s+(?:UBND|[ỦU][ỷy] ban nhân dân)"


@cache
def _heads() -> tuple[str, str, str]:
    data = load("bodies")
    return (
        NO_BODY + alternatives(data["proper"]),
        r"(?!(?i:lãnh đạo)\s+(?:cán bộ|đảng viên|nhân dân))(?:(?:Phó|Quyền)\s+)?" + alternatives(data["offices"]),
        NO_BODY + alternatives(data["general"]),
    )


#: A class, not a course
CLASS = r"lớp(?!\s+(?:tập huấn|bồi dưỡng|học|dạy|đào tạo|đối tượng|truyền|nghề|năng|phổ|xóa))"


@cache
def _opening() -> re.Pattern[str]:
    proper, offices, general = _heads()
    return re.compile(
        rf"(?:(?i:{GROUP})\s+(?i:{proper}|{offices}|{general}|tổ chức|{CLASS})|{proper}|{offices}|(?i:{offices})(?=\s)|"
        rf"(?i:{general})(?=[\s,/;:.]|$)|"
        r"(?:[Cc]ô|[Tt]hầy|[Aa]nh|[Cc]hị|[Bb]ác sĩ|[Đđ]iều dưỡng|BS|ĐD|YS|DS|KTV|ThS|TS)\.?"
        rf"(?=\s+{CAPITAL})|Nhóm(?=\s+\d)|"
        rf"(?:{CAPITAL}[\w’']*\s+){{2,4}}?{CAPITAL}[\w’']*(?=\s*(?:\(|[-–,]\s+)(?:Phó\s+)?{offices})|"
        rf"(?:Thành phố|Tỉnh|Huyện|Xã(?! hội)|Phường)(?=\s))(?![\w])"
    )


def opens_with_body(text: str) -> bool:
    """Does the text begin with a body (``Sở Nội vụ …``, ``Các cơ quan, đơn vị …``)?"""
    return _opening().match(text) is not None


#: A time between commas behind a name: `…, mỗi quý một lần, …`
APART = re.compile(
    r",\s+(?:(?:định kỳ\s+)?(?:mỗi|hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm|kỳ|học kỳ)|"
    r"(?:một|hai|ba|bốn|sáu|\d+)\s+(?:ngày|tuần|tháng|quý|năm)\s+(?:một|hai|\d+)\s+lần)(?!\w)"
)
#: Whose act it is to lead (`lãnh đạo`); of others it is their leaders
OF_PARTY = re.compile(
    r"(?:[Cc]ác\s+)?(?:[Cc]hi (?:bộ|ủy|uỷ)|[Đđ]ảng (?:bộ|ủy|uỷ)|[Cc]ấp (?:ủy|uỷ)|Ban (?:Chấp hành|Thường vụ)|"
    r"(?:Phó )?Bí thư)(?:\s[^,.;:()]{1,40})?\s+"
)
LONGEST_NAME, LONGEST_BRACKET = 2000, 400  # characters; bounds on the work, which no real list of names reaches


def name_end(text: str, start: int = 0) -> int:
    """Where the name (or list of names) that begins at ``start`` ends: before its predicate, or at a mark that ends it.

    Brackets belong to the name; a known field (``Nông nghiệp và Phát triển nông thôn``) is stepped over whole.
    """
    opening = _opening().match(text, start)
    words = [start + word.start() for word in re.finditer(r"\b\w", opening[0])] if opening else [start]
    wholes = (_whole().match(text, word) for word in words)  # `Các cơ quan được giao …`: from its second word
    at = max((m.end() for m in (opening, *wholes) if m), default=start)
    size = min(len(text), start + LONGEST_NAME)
    while at < size:
        opens_word = at > start and not text[at - 1].isalnum()
        if match := _whole().match(text, at) if opens_word else None:
            if match[0] == "lãnh đạo" and (
                OF_PARTY.fullmatch(text, start, at) or text.startswith(", chỉ đạo", match.end())
            ):
                return at
            at = match.end()
            continue
        if text[at] == "(":
            at = _closing_bracket(text, at)
            continue
        if text[at] == ":" or (text[at] == "." and not text[at + 1 : at + 2].isalnum()):
            return at
        if text[at] == ";" and not opens_with_body(text[at + 1 : at + 80].lstrip()):
            return at
        if text[at] == "," and APART.match(text, at):
            return at
        if opens_word and text.startswith("do ", at) and opens_with_body(text[at + 3 : at + 80]):
            return at  # `Đoàn kiểm tra do Phó Chủ tịch … làm Trưởng đoàn`
        if opens_word and (verb := VERB.match(text, at)) and not in_name(text, start, verb):
            return at
        at += 1
    return max(at, size)


#: Offices whose field of work is told by a verb (``Ban Chỉ đạo phòng, chống …``)
_STEERING = (
    r"(?:Ban Chỉ đạo|Ban chỉ đạo|BCĐ|Văn phòng Điều phối|Văn phòng điều phối|Tổ công tác|"
    r"Ban Chỉ huy)\s+(?:(?:các|về|[Cc]hương trình(?: mục tiêu quốc "
    r"gia)?|tỉnh|huyện|xã|phường|thành phố|Trung ương|Quốc gia|quốc gia)\s+)*"
)
_BODY_NOUN = (
    r"(?:cơ quan|đơn vị|đồng chí|thành viên|cán bộ|đảng viên|công chức|giáo viên|sở|ngành|bộ|tổ chức|địa "
    r"phương|phường|xã)"
)
#: Those who are told by what they are charged with: ``các cơ quan được phân công … có trách nhiệm``
_CHARGED = (
    rf"(?:(?:[Cc]ác|[Nn]hững)\s+)?{_BODY_NOUN}(?:\s*,\s*{_BODY_NOUN})*\s+được\s+(?:giao|phân công)"
    r"[^,.;:]{0,80}?(?=\s+(?:có|chịu) trách nhiệm)"
)
_TRADES = (
    r"(?:cơ sở|đơn vị|doanh nghiệp|hộ|(?<=[Cc]ác )tổ chức|hợp tác xã|cá nhân)\s+(?:nuôi trồng|sản xuất|kinh doanh|chế "
    r"biến|chăn nuôi|khám|giết mổ|cung cấp(?:\s+dịch vụ(?:\s+chi trả)?)?|chi trả(?:\s+dịch vụ)?|vận hành|đào tạo|khai "
    r"thác|thu gom|dịch vụ)(?:\s*(?:,|và)\s*(?:kinh doanh|"
    r"chế biến|chữa bệnh|bảo quản|vận chuyển|xử lý|dịch vụ)(?!\w))*"
)
_SET_PHRASES = (
    r"hoạt động\s+trong\s+(?:các\s+)?(?:lĩnh vực|ngành)\s+[^.;:]{3,160}?"
    r"(?=\s+trên địa bàn|\s+(?:có|chịu) trách nhiệm|\s*:|$)|"
    r"[Vv]iệc làm|công nghệ thông tin|[Hh]ợp tác xã|[Bb]an quản lý|[Bb]ầu cử|[Dd]ịch vụ tổng hợp|"
    r"(?:Đoàn|(?<![Cc]ông )(?<![CL]hi )(?<![Ll]iên )(?<!ỉnh )(?<!ành )(?<!yện )(?<!uận )(?<!uân )đoàn)"
    r"\s+(?:giám sát|kiểm tra|khảo sát|công tác|thanh tra|thẩm định|đánh giá)|"
    r"[Tt]ổ\s+(?:tự quản|hòa giải|hoà giải|chấm điểm|tuần tra|phản ứng nhanh)(?!\w)|"
    r"[Bb]an\s+(?:điều hành|vận động|hòa giải|liên lạc)|Ban Giám sát đầu tư(?: của)? cộng đồng|"
    r"(?:[Cc]ơ quan|[Đđ]ơn vị)\s+(?:chủ trì|phối hợp)(?=\s+(?:có|chịu)\s+trách nhiệm)|"
    r"(?<!các )(?:cơ quan|đơn vị)\s+chủ trì(?=\s+(?:thực hiện|triển khai)\s)|"
    r"(?:đối tượng|cơ quan|đơn vị|địa phương)\s+chịu\s+sự\s+(?:giám sát|kiểm tra)|"
    r"cơ quan\s+(?:chuyên trách\s+)?tham mưu,\s*giúp việc|tìm kiếm,?\s+cứu nạn|"
    r"(?:cơ quan|đơn vị|địa phương|tổ chức|chi bộ|đảng bộ|cơ sở|thôn|trường)\s+được\s+(?:kiểm tra|giám sát|thanh "
    r"tra|khảo sát|chọn)|"
    r"Thi đua\s*[-–,]\s*[Kk]hen thưởng|tổ chức chính trị\s*[-–]\s*xã hội|"
    rf"tổ chức(?=\s*,|\s+(?:chính trị|xã hội|đoàn thể|thành viên|tôn giáo|{ASSOCIATION}|"
    r"kinh tế|tín dụng|phi chính phủ|quốc tế|đảng|Đảng|cơ sở|liên quan|có liên quan|và|khác|cá nhân))|"
    r"(?:các|những)\s+tổ chức(?!\w)|Ban [Tt]ổ chức|"
    r"(?<=, )tổ chức(?=\s+(?:bảo đảm|đảm bảo|có trách nhiệm|phải|chủ động|tự|chịu|cam kết|tham gia)(?!\w))|"
    r"nhà (?:cung cấp|đầu tư|sản xuất|phân phối|tài trợ|quản lý)(?!\w)|"
    r"phòng, chống|(?:[Bb]an|[Pp]hòng)\s+[Xx]ây dựng [Đđ]ảng|Địa chính[^.:;]{0,40}?(?:Xây dựng|xây dựng)(?:\s+và\s+"
    r"[Mm]ôi trường)?|(?:viện|trung tâm|nhóm|Viện|Trung tâm)\s+nghiên cứu|quản lý nhà nước|thành viên|lãnh đạo|"
    r"(?:cụm|khối)(?:\s*,\s*khối)?\s+thi đua|[Cc]hương trình(?!\w)|phong trào thi đua"
)


def _capital(words: list[str]) -> list[str]:
    """The words with a capital letter at their head."""
    return [word[0].upper() + word[1:] for word in words]


@cache
def _whole() -> re.Pattern[str]:
    """Wordings inside names in which a verb does not end the name."""
    data = load("bodies")
    fields, verbs = alternatives(data["fields"]), alternatives(data["field_verbs"])
    compounds = alternatives([*data["compounds"], *_capital(data["compounds"])])
    return re.compile(
        rf"(?<!\w)(?:{TWO_IN_ONE}|{fields}(?!\w)|{compounds}(?!\w)|{_STEERING}(?:{verbs}(?:\s*,\s*{verbs}|\s*,\s*chống)*)(?!\w)|{_CHARGED}|"
        rf"(?!xã|phường){_BODY_NOUN}\s+(?:chủ quản|được giao|cung cấp(?:\s+dịch vụ(?:\s+chi trả)?)?|có liên quan|"
        rf"báo chí|truyền thông|thông tin)|"
        rf"{_TRADES}|{_SET_PHRASES})"
    )


def _closing_bracket(text: str, at: int) -> int:
    depth = 0
    for i in range(at, min(len(text), at + LONGEST_BRACKET)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth == 0:
            return i + 1
    return at + 1


ROLE_BRACKET = re.compile(
    r"\s*\((?:là\s+)?(?:[Cc]ơ quan|cơ quan)?\s*(?:[Tt]hường trực|đầu mối|giúp việc|chủ trì|qua|sau đây|gọi tắt|thông "
    r"qua|gọi chung|điện thoại|ĐT|SĐT|0\d{2,3}[.\s]?\d{3})[^()]*(?:\([^()]*\)[^()]*)*\)"
)


def split_names(text: str, offset: int = 0) -> list[Body]:
    """The bodies of a list, each as printed.

    GUIDELINES: split where a new ``các …`` or a new proper name begins; a list under one ``các`` stays whole; a
    bracket that states a role is no part of the name, and a bracket alone is none. ``offset`` is added to the spans.
    """
    clean = ROLE_BRACKET.sub(lambda m: " " * len(m[0]), text)
    bodies: list[Body] = []
    start = depth = 0
    cuts: list[tuple[int, int]] = []
    for match in _list_marks().finditer(clean):
        mark = match[0].strip()
        if mark in ("(", ")"):
            depth += 1 if mark == "(" else -1
        elif (
            depth == 0
            and mark in (";", ",", "và", "cùng", "với", "hoặc")
            and _begins_new(clean[start : match.start()], clean[match.end() :], mark)
        ):
            cuts.append((match.start(), match.end()))
            start = match.end()
    start = 0
    for left, right in [*cuts, (len(clean), len(clean))]:
        piece = clean[start:left]
        lead = re.match(r"\s*(?:(?:và|cùng|với)\s+)?", piece)
        begin = start + (lead.end() if lead else 0)
        name = clean[begin:left].strip(" ,;:.")
        if name and not name.startswith("("):
            begin = clean.index(name, begin)
            bodies.append(Body(text[begin : begin + len(name)], (offset + begin, offset + begin + len(name))))
        start = right
    return bodies


@cache
def _list_marks() -> re.Pattern[str]:
    """Marks between names, and fields of work whose own marks divide nothing."""
    return re.compile(rf"{TWO_IN_ONE}|{alternatives(load('bodies')['fields'])}(?!\w)|[()]|;|,|\s(?:và|cùng|với|hoặc)\s")


@cache
def _new_names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A proper head; an office that governs a list (``Chủ tịch UBND các …``)."""
    proper, offices, _ = _heads()
    return re.compile(rf"(?:{proper}|{offices})(?!\w)"), re.compile(
        rf"(?:^|\s)(?:{offices}|UBND|[ỦU][ỷy] ban nhân dân)\s+(?:UBND\s+)?(?:các|cấp)\s"
    )


OF_PLACES = re.compile(
    r"(?:các|những|từng)\s+(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu|địa phương)(?!\w)",
    re.IGNORECASE,
)
PERSON = re.compile(rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|[Tt]hầy|[Cc]ô)(?:\s+{CAPITAL}[\w’']*){{1,6}}")


def names_person(text: str) -> bool:
    """Does the text begin with a person by name (``đồng chí Lò Văn Páo``), not by office alone?"""
    title = PERSON.match(text)
    return (
        title is not None
        and _office().match(text.split(" ", 2 if text[:9].casefold() == "đồng chí " else 1)[-1]) is None
    )


#: What may stand behind a person whose further offices follow: nothing, or `- Phó Bí thư`
TITLED = re.compile(r"\s+[-–]\s|$")
#: What someone is in a committee or team
POST = re.compile(
    r"(?:Phó )?(?:Trưởng|trưởng) (?:ban|đoàn|tiểu ban|nhóm)|Phó ban|Tổ (?:trưởng|phó)|Ủy viên|Thành viên|Thư ký"
)


@cache
def _office() -> re.Pattern[str]:
    offices = alternatives(load("bodies")["offices"])
    return re.compile(rf"(?:(?:(?:Phó|Quyền)\s+)?{offices}|Tổng phụ trách)(?!\w)")


def _begins_new(before: str, after: str, mark: str) -> bool:
    after = after.lstrip()
    if mark == ";":
        return True
    person = PERSON.match(before.strip()) if mark == "," else None
    titled = person and TITLED.match(before.strip(), person.end()) and _office().match(after)
    if titled or (person and POST.match(after)):
        return False  # `Bà Trần Thị Mận, Chủ tịch Hội …, Trưởng ban` is one person
    if mark == "," and re.match(r"(?:và|cùng)\s", after):
        after = re.sub(r"^(?:và|cùng)\s+", "", after)
    if PERSON.match(after):
        return True
    head, governs = _new_names()
    if re.match(r"(?:các|những|từng|toàn thể|tất cả)\s+(?!cấp(?:\s|,|$)(?!ủy|uỷ))", after, re.IGNORECASE):
        # `Chủ tịch UBND các quận, huyện và các xã` is one person after another: one name
        return governs.search(before.strip()) is None or mark == "," or OF_PLACES.match(after) is None
    if head.match(after):
        return True
    return re.match(r"(?:thành phố|tỉnh|huyện|xã|phường|thị xã)\s+" + CAPITAL, after) is not None


@cache
def _compounds() -> str:
    """Words of two syllables that names have with one capital: ``Lao động``, ``Đa khoa``, ``Khen thưởng``."""
    data = load("bodies")
    names = [*data["proper"], *data["fields"], *data["kinds"]]
    return alternatives(m[0] for name in names for m in re.finditer(rf"(?<!\w){CAPITAL}\w* [{LOWER}]+", name))


@cache
def _mention() -> re.Pattern[str]:
    data = load("bodies")
    proper, offices, _ = _heads()
    others = rf"(?:{proper}|{alternatives(kind['name'] for kind in load('documents')['type'])})(?!\w)"
    name = (
        rf"(?:{alternatives([*data['fields'], *_capital(data['compounds'])])}(?!\w)|"
        rf"(?i:{alternatives(data['inside'])})(?!\w)|"
        r"(?:TP|Tp|TX|[QHPX])\.(?=[ ]+\S)|"
        rf"(?:[-–][ ]+)?(?:{_compounds()}(?!\w)|{CAPITAL}[\w&]*(?:\.\w+)*)|và(?=[ ]+(?!{others}){CAPITAL})|"
        r"\d{1,4}(?=[\s,;:.)]|$)(?!\.\d))"
    )
    return re.compile(rf"(?<![\w/-])(?={CAPITAL})(?:{TWO_IN_ONE}|{proper}|{offices})(?!\w)(?:[ ]+{name})*")


def find_body(text: str, start: int) -> Body | None:
    """The body with a proper name that begins at ``start``, if one does."""
    match = _mention().match(text, start)
    return _named(match) if match else None


def _named(match: re.Match[str]) -> Body | None:
    name = re.sub(r"\s+(?:thuộc|trực thuộc)$", "", match[0])
    named = len(name.split()) > 1 or name in ("UBND", "HĐND", "Quốc hội", "Chính phủ")
    return Body(name, (match.start(), match.start() + len(name))) if named else None


def find_bodies(text: str) -> list[Body]:
    """Bodies with a proper name anywhere in a text, in order."""
    return [body for match in _mention().finditer(text) if (body := _named(match))]
