"""Documents that a text names without a full number: laws, charters, sets of criteria, resolutions, directives."""

from __future__ import annotations

import re
from functools import cache

from kehoach.alphabet import LOWER
from kehoach.facts.bodies import CAPITAL, find_body, opens_with_body
from kehoach.facts.cover import Cover
from kehoach.facts.dates import parse_date
from kehoach.facts.documents import (
    DATE,
    NUMBER,
    YEAR,
    CitedDocument,
    issuer_behind,
    normal_number,
    spelt_type,
    subject_behind,
    types,
)
from kehoach.knowledge import alternatives, load


def find_unnumbered(text: str, taken: Cover) -> list[CitedDocument]:
    """Every mention outside the places that are ``taken``."""
    mentions = [*_laws(text), *_sets(text), *_charters(text), *_congresses(text), *_told(text), *_schemes(text)]
    return [cited for cited in mentions if cited.span[0] not in taken]


# -- by name -------------------------------------------------------------------------------------------------------

LONGEST_LAW = 150  # characters of a name
_LAW = r"(?:Bộ luật|Luật|Pháp lệnh)"


@cache
def _law() -> re.Pattern[str]:
    """A law that is named: with a capital, or by a known name (``Luật tổ chức chính quyền địa phương``)."""
    return re.compile(
        rf"(?<!\w)(?P<type>{_LAW})[^\S\n]+(?={CAPITAL}|sửa đổi,\s+bổ sung một số điều của\s|"
        rf"(?i:{alternatives(_known_laws())})(?!\w))|"
        r"(?<!\w)(?P<constitution>Hiến pháp)\s+năm\s+(?P<of>\d{4})"
    )


#: ``Luật sửa đổi, bổ sung một số điều của Luật A, Luật B``: the laws that it amends are its name
AMENDS = re.compile(rf"[Ss]ửa đổi(?:,\s+bổ sung)?\s+(?:một số điều\s+)?(?:của\s+)?(?:các\s+)?{_LAW}\s+(?=[^\W\d_])")
AMENDS_MANY = re.compile(
    r"[Ss]ửa đổi(?:,\s+bổ sung)?\s+(?:một số điều\s+)?của\s+(?:các|\d+)\s+luật[^.;\n]*?"
    r"(?=\s+(?:năm|ngày|số)\s+\d|[.;\n]|$)"
)
NEXT_AMENDED = re.compile(rf"\s*(?:,|,?\s+và)\s+{_LAW}\s+(?={CAPITAL})")
LAW_NUMBER = re.compile(rf"\s*(?:năm\s+{YEAR}\s*)?(?:,\s*)?(?:số\s*:?\s*)(?P<number>{NUMBER})")
#: The day of a law, or its year, which tells laws of one name apart
LAW_DATE = re.compile(rf"\s*,?\s*(?:của\s+Quốc hội\s*)?(?P<date>{DATE})|\s+(?:năm\s+)?(?P<year>{YEAR})(?!\d|\s*[-–/])")
#: Who enacted it, and when: `của Quốc hội khóa XV`, `được Quốc hội khóa XV, kỳ họp thứ 8 thông qua ngày …`
_ASSEMBLY = r"Quốc hội(?:\s+nước\s+Cộng hòa xã hội chủ nghĩa Việt Nam)?(?:\s+kh(?:óa|oá)\s+[IVX]+)?"
ENACTED = re.compile(
    rf"\s*,?\s+của\s+(?P<who>{_ASSEMBLY})(?!\s+nước)(?!\w)|"
    rf"\s*,?\s*(?:đã\s+)?được\s+(?P<by>{_ASSEMBLY})[^;:\n]{{0,60}}?\s+thông qua"
    rf"(?:(?:(?!hiệu lực)[^;:\n]){{0,60}}?\s(?P<date>{DATE}))?(?P<year>)"
)


@cache
def _law_name_end() -> re.Pattern[str]:
    every = alternatives(t["name"] for t in load("documents")["type"] if not t.get("named"))
    return re.compile(
        rf"\s+(?:(?:năm|ngày)\s+\d|{YEAR}(?!\d)|hiện hành|số\s+\d|được\s|đã\s|và\s+(?=(?:{_LAW}|{every})(?!\w))|"
        rf"và\s+(?!(?:{CAPITAL}|[{LOWER}]+\s+(?:tố|đoàn|thực phẩm)))|quy định|có hiệu lực|của\s+(?!Quốc|công|cơ|"
        r"người)|sửa đổi|nhằm|đến|trên\s|trong\s|tại\s|theo\s|để\s|cho\s|với\s|vào\s|khi\s|thì\s)|"
        rf",\s+(?=(?:{types()})(?!\w)|các|trong)|[.;:()“”\"\n]|$"
    )


def _laws(text: str) -> list[CitedDocument]:
    """Laws by their names: ``Luật Thi đua, khen thưởng``; the constitution."""
    found: list[CitedDocument] = []
    for match in _law().finditer(text):
        if found and match.start() < found[-1].span[1]:
            continue
        end = _law_end(text, match.end()) if match["type"] else match.end()
        name = text[match.end() : end].strip(" ,")
        number = None if LAW_NUMBER.search(name) else LAW_NUMBER.match(text, end)
        dated = LAW_DATE.match(text, number.end() if number else end)
        stop = dated.end() if dated else number.end() if number else end
        enacted = ENACTED.match(text, stop)
        stop = enacted.end() if enacted else stop
        dated = enacted if enacted and enacted["date"] else dated
        quote = text[match.start() : stop].rstrip()
        if name or number or match["constitution"]:
            found.append(
                CitedDocument(
                    match["type"] or match["constitution"],
                    normal_number(number["number"]) if number else None,
                    match["of"] or ((parse_date(dated["date"] or "") or dated["year"]) if dated else None),
                    enacted["who"] or enacted["by"] if enacted else None,
                    name or None,
                    quote,
                    (match.start(), match.start() + len(quote)),
                    (match.end(), max(match.end(), end)),
                )
            )
    return found


def _law_end(text: str, start: int) -> int:
    """Where a law's name ends."""
    if many := AMENDS_MANY.match(text, start, start + LONGEST_LAW):
        return many.end()
    amends = AMENDS.match(text, start)
    end = _own_name_end(text, amends.end() if amends else start)
    while amends and (more := NEXT_AMENDED.match(text, _number_end(text, end))):
        end = _own_name_end(text, more.end())
        if LAW_NUMBER.search(text, start, end):  # each amended law has its number, so the last one's is not of this law
            end = _number_end(text, end)
    return end


def _number_end(text: str, at: int) -> int:
    """Behind the number of a law that is amended, if it is told (``Luật Đất đai số 31/2024/QH15, Luật Nhà ở …``)."""
    number = LAW_NUMBER.match(text, at)
    return number.end() if number else at


def _own_name_end(text: str, start: int) -> int:
    """Where a name of a law ends; one with ``và`` or commas inside (``knowledge/laws.toml``) is taken whole."""
    for name in _known_laws():
        end = start + len(name)
        if text[start:end].casefold() == name and not text[end : end + 1].isalnum():
            return end
    limit = min(len(text), start + LONGEST_LAW)
    match = _law_name_end().search(text, start, limit)
    return match.start() if match else limit


@cache
def _known_laws() -> list[str]:
    """Names of laws in lower case, longest first."""
    return sorted((name.casefold() for name in load("laws")["names"]), key=len, reverse=True)


SET = re.compile(
    r"(?<!\w)(?P<type>Bộ tiêu chí|Bộ chỉ số)\s+(?!(?:để|theo|do|của|này|trên|và|đã|được|mới)\s)"
    r"(?P<name>(?:chỉ đạo, điều hành\s)?\w[^\n]*?)\s*(?:[.;:()\n]|,\s|\s(?:và|đã|để|được|theo|trên "
    r"địa bàn|do|của (?!Chính|Thủ|người))(?=\s)|$)",
    re.MULTILINE,
)


def _sets(text: str) -> list[CitedDocument]:
    """Sets of criteria: ``Bộ tiêu chí quốc gia về …``."""
    found = []
    for match in SET.finditer(text):
        span = (match.start(), match.end("name"))
        if len(match["name"].split()) > 1:
            found.append(CitedDocument(match["type"], None, None, None, match["name"], text[slice(*span)], span))
    return found


CHARTER = re.compile(r"(?<!\w)Điều lệ\s+(?=Đảng|Đoàn|Hội|Mặt trận|Công đoàn|Hiệp hội|Liên đoàn|Liên minh)")
PARTY = re.compile(r"Đảng(?:\s+Cộng sản Việt Nam)?(?!\w)")


def _charters(text: str) -> list[CitedDocument]:
    """Charters of the Party and of organisations: ``Điều lệ Đảng``, ``Điều lệ Hội Nông dân Việt Nam``."""
    found = []
    for match in CHARTER.finditer(text):
        party, body = PARTY.match(text, match.end()), find_body(text, match.end())
        end = party.end() if party else body.span[1] if body else None
        if end is not None:
            span = (match.start(), end)
            found.append(CitedDocument("Điều lệ", None, None, None, text[match.end() : end], text[slice(*span)], span))
    return found


SCHEME = re.compile(
    r"(?<!\w)Đề án\s+[“\"](?P<name>[^”\"\n]{5,250})[”\"](?!\s+(?:ban hành\s+)?(?:kèm\s+)?(?:theo|tại)\s+(?:Quyết định|"
    r"Nghị quyết|Kế hoạch)\s+số)"
)


#: ``Chiến lược dữ liệu quốc gia``, ``Chiến lược quốc gia về kinh tế số``: of the whole country, so it can be looked up
STRATEGY = re.compile(
    rf"(?<!\w)Chiến lược\s+(?P<name>(?:quốc gia\s+về\s+[^,.;:()\n]{{3,100}}?|"
    rf"(?:[{LOWER}]+(?:,?\s+|\s+-\s+)){{2,12}}(?:quốc gia|Việt Nam))(?:\s+(?:đến năm|giai đoạn)\s+[\d\s–-]+\d)?)"
    r"(?=[,.;:()\n]|\s(?:và|trên|theo|trong|của|được|để|nhằm)\s|\s*$)"
    r"(?!\s+(?:ban hành\s+)?(?:kèm\s+)?(?:theo|tại)\s+Quyết định)"
)


#: `Quy hoạch hạ tầng thông tin thời kỳ 2021 - 2030, tầm nhìn đến năm 2050`, for whose period it was decided
SPATIAL_PLAN = re.compile(
    rf"(?<!\w)Quy hoạch\s+(?P<name>(?:[^\W\d]+,?\s+){{2,14}}thời kỳ\s+{YEAR}\s*[-–]\s*{YEAR}"
    rf"(?:,?\s+tầm nhìn(?:\s+đến)?(?:\s+năm)?\s+{YEAR})?)"
)


NATIONAL_PLAN = re.compile(
    r"(?<!\w)Kế hoạch hành động\s+(?P<name>quốc gia\s+(?:về\s+)?[^,.;:()\n]{3,100}?"
    r"(?:\s+(?:đến năm|giai đoạn)\s+[\d\s–-]+\d)?)"
    r"(?=[,.;:()\n]|\s(?:và|trên địa bàn|theo|của|được|để|nhằm)\s|\s*$)"
)


def _schemes(text: str) -> list[CitedDocument]:
    """Schemes by their quoted names, strategies and spatial plans, where no decision is named with them."""
    kinds = (
        ("Đề án", SCHEME),
        ("Chiến lược", STRATEGY),
        ("Quy hoạch", SPATIAL_PLAN),
        ("Kế hoạch hành động", NATIONAL_PLAN),
    )
    return [
        CitedDocument(kind, None, None, None, m["name"], m[0], m.span())
        for kind, pattern in kinds
        for m in pattern.finditer(text)
    ]


# -- by issuer -----------------------------------------------------------------------------------------------------

CONGRESS = re.compile(
    r"(?<!\w)Nghị quyết\s+(?P<issuer>Đại hội\s+(?:đại biểu\s+)?(?:toàn quốc\s+)?(?:Đảng bộ|đảng bộ|Đảng|lần thứ|"
    r"[IVXLC]+)[^,.;:()“\n]*)"
)
BEHIND_CONGRESS = re.compile(r"\s+(?:nhiệm kỳ|về|và|với|đã|trong|để|khóa|đề ra|gắn)\b.*$")


def _congresses(text: str) -> list[CitedDocument]:
    """``Nghị quyết Đại hội Đảng bộ tỉnh …``."""
    found = []
    for match in CONGRESS.finditer(text):
        issuer = BEHIND_CONGRESS.sub("", match["issuer"]).strip()
        span = (match.start(), match.start("issuer") + len(issuer))
        found.append(CitedDocument("Nghị quyết", None, None, issuer, None, text[slice(*span)], span))
    return found


#: Types that are named by their issuer and subject, and those that are carried out by their issuer's name alone
WITH_SUBJECT = frozenset(["Kết luận", "Chỉ thị", "Nghị quyết", "Thông báo kết luận"])
CARRIED_OUT = frozenset(["Kết luận", "Chỉ thị", "Thông báo", "Thông báo kết luận", "Công văn", "Công điện"])
CARRYING_OUT = re.compile(r"(?:[Tt]hực hiện|[Cc]ăn cứ|[Tt]riển khai|[Tt]heo|[Tt]iếp thu|tại)\s+(?:nội dung\s+)?$")
ABOUT = re.compile(r"\s+về\s")


@cache
def _issued() -> re.Pattern[str]:
    every = alternatives(t["name"] for t in load("documents")["type"] if not t.get("named"))
    return re.compile(
        rf"(?<!\w)(?P<type>{every}|(?i:{alternatives(WITH_SUBJECT)}))"
        rf"(?:\s+(?:số|Số)\s*:?\s*(?P<number>\d{{1,4}})(?!\w|\.\w|\s?[-–/]\s?\w))?(?:\s*,?\s*(?P<date>{DATE}))?(?=\s+của\s)"
    )


def _told(text: str) -> list[CitedDocument]:
    """Documents told by issuer, with a number that lacks its symbol, a date, a subject, or as what is carried out."""
    found = []
    for match in _issued().finditer(text):
        issuer, end, late = issuer_behind(text, match.end())
        kind = spelt_type(match["type"])
        date = parse_date(match["date"]) if match["date"] else late
        if issuer is None or not _is_named_body(issuer):
            continue
        if (
            (match["type"][0].isupper() and (match["number"] or date))
            or (kind in WITH_SUBJECT and ABOUT.match(text, end))
            or (match["type"] in CARRIED_OUT and CARRYING_OUT.search(text[max(0, match.start() - 30) : match.start()]))
        ):
            title, subject = subject_behind(text, end)
            quote = text[match.start() : end]
            found.append(
                CitedDocument(kind, match["number"], date, issuer, title, quote, (match.start(), end), subject)
            )
    return found


def _is_named_body(name: str) -> bool:
    return opens_with_body(name) and (len(name.split()) > 1 or name.isupper())
