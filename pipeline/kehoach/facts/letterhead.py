"""The lines of a letterhead → the bodies that it names, higher first, each in one line."""

from __future__ import annotations

import re
from functools import cache

from kehoach.alphabet import LOWER, UPPER
from kehoach.facts.bodies import name_end, opens_with_body
from kehoach.knowledge import alternatives, load
from kehoach.knowledge.lookalikes import with_capitals
from kehoach.outline import Line
from kehoach.outline.sections import MOTTO
from kehoach.plan import Span

#: A body as printed and where it stands
Named = tuple[str, Span]

#: These letters begin no body, though one begins like them
_NO_HEAD = r"(?!PHÒNG,? (?:CHỐNG|NGỪA|THỦ|KHÔNG)|BÁO CÁO|TỔ CHỨC)"
#: Where a second body begins in a line that holds two (cells whose line breaks were lost)
SECOND = re.compile(
    r"\s+(?=(?:UBND|[ỦU][ỶY] BAN NHÂN DÂN|(?<!CƠ )SỞ|(?<!VĂN )(?<!BIÊN )(?<!HẢI )(?<!QUỐC )(?<!DỰ )(?<!HẬU )"
    r"PHÒNG(?!,? (?:CHỐNG|NGỪA|THỦ|KHÔNG))|(?<!MÔI )(?<!THỊ )(?<!NHÀ )"
    r"(?<!XÃ )(?<!PHƯỜNG )(?<!TRẤN )(?<!KHU )(?<!HUYỆN )TRƯỜNG|TIỂU BAN|BAN CHỈ ĐẠO|BAN "
    r"QUẢN LÝ|BAN THƯỜNG TRỰC|CHI CỤC|TRUNG TÂM|VĂN PHÒNG)\s|(?:TRẠM Y TẾ|HẠT KIỂM LÂM)(?!\w))"
)
_UNIT = r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|ĐẶC KHU|XÃ(?! HỘI)|PHƯỜNG)"
UNIT_LINE = re.compile(rf"{_UNIT}\s+(?!ĐOÀN|ỦY|UỶ)[^\W\d_]\S*(?: \S+){{0,3}}|(?:QUẬN|PHƯỜNG) \d+")
_HAS_UNIT = re.compile(rf"(?<!\w){_UNIT}\s+\S")
#: What ends so goes on: `MÔI | TRƯỜNG`, the name of a unit (`PHƯỜNG | TRƯỜNG THI`), `VĂN PHÒNG HĐND VÀ | UBND`
OPEN_NAME = re.compile(rf"(?:MÔI|THỊ|NHÀ|{_UNIT})$")
OPEN_LIST = re.compile(r"(?:[,–-]|(?<!\w)(?:VÀ|CỦA))$")
#: What is always of another body, which is told behind it
_OF_BODY = re.compile(
    r"(?:CHI|ĐẢNG) BỘ|ĐẢNG (?:ỦY|UỶ)|CHI ĐOÀN|LIÊN ĐỘI|CÔNG ĐOÀN(?: CƠ SỞ)?|(?:BAN )?THƯỜNG (?:TRỰC|VỤ)|BAN CHẤP HÀNH"
)
#: Whose field is told behind it
_OF_FIELD = re.compile(r"(?:TỔNG |CHI )?CỤC|SỞ|PHÒNG|BAN|TIỂU BAN|TRUNG TÂM|VIỆN|VỤ|ĐỘI|TRẠM|HẠT|BỘ|KHOA|TỔ")
#: A union or society: its committee is named with it
_UNION = re.compile(r"(?:(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|LIÊN|CÔNG|TỔNG LIÊN) ?)?ĐOÀN(?!\w)|HỘI (?!ĐỒNG)")
#: What is a part of the body above it: standing committees, bodies of the Party, of councils, of election committees,
#: offices within those that are no administration of a territory
PARTS_OF = (
    (re.compile(r"(?:BAN\s+)?THƯỜNG (?:TRỰC|VỤ)|BAN CHẤP HÀNH|BCH|BTV"), re.compile("")),
    (
        re.compile(r"[ỦU][ỶY] BAN KIỂM TRA|VĂN PHÒNG|BAN (?:TỔ CHỨC|XÂY DỰNG ĐẢNG|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH)[^\d]*"),
        re.compile(r"(?:ĐẢNG|TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) (?:ỦY|UỶ)|ĐẢNG BỘ"),
    ),
    (
        re.compile(r"BAN (?!CHỈ|QUẢN|TỔ CHỨC)[^\d]+|VĂN PHÒNG"),
        re.compile(r"HỘI ĐỒNG NHÂN DÂN|HĐND|ĐOÀN (?:ĐBQH|ĐẠI BIỂU QUỐC HỘI)"),
    ),
    (re.compile(r"TIỂU BAN\s[^\d]+"), re.compile(r"[ỦU][ỶY] BAN BẦU CỬ|UBBC")),
    (re.compile(r"(?:VỤ|VĂN PHÒNG|THANH TRA)(?: .*)?"), re.compile(r"BỘ (?!CHỈ HUY|TƯ LỆNH|ĐỘI)")),
    (
        re.compile(r"(?:PHÒNG|KHOA|ĐỘI|TỔ(?! CÔNG TÁC)|VĂN PHÒNG)(?: .*)?"),
        re.compile(
            r"CÔNG AN|BỘ (?:CHỈ HUY|TƯ LỆNH)|(?:QUÂN|BINH|SƯ|LỮ|TRUNG) ĐOÀN|QUÂN KHU|BỆNH VIỆN|TRUNG TÂM|TRƯỜNG|HỌC "
            r"VIỆN|ĐẠI HỌC|(?:TỔNG )?CÔNG TY|TẬP ĐOÀN|(?:TỔNG |CHI )?CỤC|VIỆN|BẢO HIỂM|NGÂN HÀNG|TÒA ÁN|TOÀ ÁN|THUẾ|"
            r"THI HÀNH ÁN|BỆNH XÁ"
        ),
    ),
    (
        re.compile(r"LIÊN ĐỘI|CHI ĐOÀN|CHI BỘ|CÔNG ĐOÀN(?: CƠ SỞ)?|ĐOÀN THANH NIÊN"),
        re.compile(r"TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|(?:TỔNG )?CÔNG TY|SỞ"),
    ),
)
SKIP = re.compile(
    r"^\W*(?:Số\b|\*+|[-–_=]+)|^[-–/]\s?[A-ZĐ]{1,5}[-–/]|"
    r"\bngày\b.*\btháng\b|^(?:TUYỆT MẬT|TỐI MẬT|MẬT|HỎA TỐC|KHẨN|DỰ THẢO|Dự thảo)",
    re.IGNORECASE,
)
#: What documents of the Youth Union have in the place of the motto
UNION_MOTTO = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")
#: Place and date of the right column, on one line with a body of the left
PLACE_BESIDE = re.compile(rf"(?<=[{UPPER}])\s+(?:[{UPPER}][{LOWER}]+\s?)+,\s*ngày\s.*$")
#: The end of a motto that did not fit on its line
TORN = re.compile(r"(?:VIỆT\s+)?NAM")


@cache
def _heads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a body in capitals begins with; beginnings of several words, which no proper name has; schools unnamed."""
    bodies = load("bodies")
    heads = [head.upper() for head in [*bodies["proper"], *bodies["printed"]]]
    inner = alternatives(word.upper() for word in [*bodies["fields"], *bodies["kinds"]])
    long = alternatives(head for head in heads if " " in head)
    kinds = alternatives(kind.upper() for kind in bodies["kinds"])
    return (
        re.compile(rf"{_NO_HEAD}{alternatives(heads)}(?!\w)"),
        re.compile(rf"(?:{long}|\S+ {inner})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{kinds}|THCS|THPT)$"),
    )


def bodies_of_lines(lines: list[Line]) -> list[Named]:
    """The bodies of the left column, higher first, each in one line."""
    bodies: list[Named] = []
    unit: Named | None = None  # a unit over the first body: `XÃ ĐỒI SIM | ỦY BAN NHÂN DÂN`
    open_ = torn = False
    for line in lines:
        text = PLACE_BESIDE.sub("", re.sub(r"^/\s*", "", with_capitals(line.text.strip())))
        if (torn and TORN.fullmatch(text)) or (
            UNION_MOTTO.fullmatch(text) and any("ĐOÀN" in name for name, _ in bodies)
        ):
            continue
        if MOTTO.search(text) or re.match(r"CHỦ NGHĨA VIỆT NAM|HỘI CHỦ NGHĨA", text):
            torn = re.search(r"(?:NGHĨA|VIỆT)$", text) is not None
            text = re.split(r"CỘNG H|HỘI CHỦ NGHĨA|CHỦ NGHĨA|Độc lập|ĐẢNG CỘNG SẢN", text)[0].strip(" |")
            open_ = open_ and bool(text)
        text = text.upper() if _is_named(text) else text
        letters = [c for c in text if c.isalpha()]
        if SKIP.search(text) or not letters or sum(c.isupper() for c in letters) < 0.7 * len(letters):
            open_ = False
            continue
        text = re.sub(r"\s*(?:[-–_*]{2,}|\||\([^()]*\))\s*$", "", text)
        if not bodies and UNIT_LINE.fullmatch(text):
            unit = (text, line.span)
        for piece in _pieces(text):
            if _heads()[0].match(piece) and not (open_ and _goes_on(bodies[-1][0], piece)):
                bodies.append((piece, line.span))
                open_ = True
            elif open_ or (bodies and UNIT_LINE.fullmatch(piece) and not _HAS_UNIT.search(bodies[-1][0])):
                printed, span = bodies[-1]
                bodies[-1] = (f"{printed} {piece}", (span[0], line.span[1]))
    return _with_standing(_with_unit(bodies, unit))


def _is_named(text: str) -> bool:
    """Is the whole line the name of a body in small letters (``Ủy ban nhân dân xã Đồi Sim``)?"""
    return len(text) < 90 and opens_with_body(text) and name_end(text) == len(text) and len(text.split()) > 1


def _pieces(text: str) -> list[str]:
    """The bodies of a line: one, unless a second begins in it."""
    cuts = [
        match
        for match in SECOND.finditer(text)
        if not _OF_BODY.fullmatch(text[: match.start()]) and not OPEN_LIST.search(text[: match.start()])
    ]
    starts = [0, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _goes_on(name: str, piece: str) -> bool:
    """Does a line that begins like a body go on with the name before it?"""
    if OPEN_LIST.search(name) or _OF_BODY.fullmatch(name) or _OF_FIELD.fullmatch(name):
        return True
    _, long, unnamed = _heads()
    return bool(OPEN_NAME.search(name) or unnamed.search(name)) and long.match(piece) is None


def _with_unit(bodies: list[Named], unit: Named | None) -> list[Named]:
    """The first body with the unit that is printed over it, unless it has its own."""
    if not bodies or unit is None or _HAS_UNIT.search(bodies[0][0]):
        return bodies
    name, span = bodies[0]
    return [(f"{name} {unit[0]}", (unit[1][0], span[1])), *bodies[1:]]


def _with_standing(bodies: list[Named]) -> list[Named]:
    """A part of the body above it, as ``BAN THƯỜNG TRỰC`` of a committee: both make one name."""
    if len(bodies) < 2:
        return bodies
    (above, span), (name, own) = bodies[-2:]
    committee = re.fullmatch(rf"(BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ)\s+({_UNIT}\s.+)", name)
    if committee and _UNION.match(above) and not _HAS_UNIT.search(above):
        return [*bodies[:-2], (f"{committee[1]} {above} {committee[2]}", (span[0], own[1]))]
    is_part = any(part.fullmatch(name.strip()) and whole.match(above) for part, whole in PARTS_OF)
    joined = is_part and not _HAS_UNIT.search(name)
    return [*bodies[:-2], (f"{name} {above}", (span[0], own[1]))] if joined else bodies
