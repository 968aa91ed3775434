"""Phrases that name a level, re-scoped from the parent's unit to the draft's.

Rules work on parsed phrases: what is quoted, cited or comes from above (``quy định của tỉnh``) is held fast, lists of
bodies are read item by item, and only then words of level and place change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kehoach.drafts.points import sentence
from kehoach.drafts.rolls import DISTRICT_CITY, rescope_rolls
from kehoach.drafts.scope import Scope
from kehoach.facts.citations import find_citations
from kehoach.knowledge import alternatives, load

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
#: Services that no border of a commune limits are those of the whole
_BORDERS = re.compile(r"(?:không phụ thuộc|phi)\s+(?:vào\s+)?địa giới(?:\s+hành chính)?[^,.;]*")
_HELD = 0xF0000  # private-use characters stand for what is held fast
#: Any of them, to stand inside ``[…]``
HELD = f"{chr(_HELD)}-{chr(_HELD + 0xFFFD)}"
_ABOVE = (
    r"(?:quy định|hướng dẫn|chỉ đạo|chủ trương|chính sách|nghị quyết|kết luận|yêu cầu|phân công|phân cấp|ý kiến|kế "
    r"hoạch|văn bản|dự toán|chương trình|đề án|quyết định|định hướng|hệ thống|trung tâm|cổng|cơ sở dữ liệu|"
    r"hạ tầng dữ liệu|ngân sách|nguồn kinh phí|kinh phí khen thưởng|nền tảng|dùng "
    r"chung|LGSP|IOC|lãnh đạo|quy hoạch(?:\s+kiến trúc,)?|quỹ|khu|cụm|hội đồng|"
    r"ban chỉ đạo|đảng bộ|bảng xếp hạng|chiến lược)"
)


#: Institutions above by a name that may be long (``Quỹ phát triển khoa học công nghệ và đổi mới sáng tạo của tỉnh``)
_NAMED_ABOVE = re.compile(
    r"(?<!\w)(?:Quỹ|Trung tâm|Cổng|Hội đồng|Ban Chỉ đạo|Đề án|Chương trình|Khu)(?:\s+[^\s,.;]+){0,14}\s*$"
)
#: What the unit connects to or adds to is not its own (``kết nối với nền tảng … của tỉnh``)
_TOWARDS = re.compile(
    r"(?<!\w)(?:(?:kết nối|liên thông|tích hợp|đồng bộ|chia sẻ)\s[^;.]*?(?:với|vào|qua)|"
    r"đóng góp[^,;.]*? vào)(?!\w)[^;.]*$",
    re.IGNORECASE,
)
#: Nouns of a territory, behind which the name of a unit tells where, not who
_OF_PLACE = (
    "hạ tầng giao thông",
    "hạ tầng kỹ thuật",
    "kinh tế - xã hội",
    "khu vực nông thôn",
    "vùng nông thôn",
    "người dân",
    "Nhân dân",
)


@lru_cache(maxsize=4096)
def _fast(text: str) -> tuple[tuple[int, int], ...]:
    """Where quotations, cited documents and services without borders stand; several rules ask of one text."""
    spans = [(m.start(), m.end()) for pattern in (_QUOTED, _BORDERS) for m in pattern.finditer(text)]
    spans += [(c.span[0], max(c.span[1], c.subject[1])) for c in find_citations(text)]
    return tuple(sorted(spans))


def held(text: str, keep: list[str]) -> str:
    """``text`` with each quotation and cited document replaced by one character; their words are added to ``keep``."""
    out, at = [], 0
    for start, end in _fast(text):
        if start < at:
            continue
        out += [text[at:start], chr(_HELD + len(keep))]
        keep.append(text[start:end])
        at = end
    return "".join([*out, text[at:]])


def released(text: str, keep: list[str]) -> str:
    """``text`` with what was held fast put back."""
    return re.sub(f"[{HELD}]", lambda m: keep[ord(m[0]) - _HELD], text)


def rescope(text: str, scope: Scope, *, own_office: bool = False, standard: bool = False) -> str:
    """``text`` in the words of the draft's level.

    ``own_office`` tells that an office of the unit acts: it reports to its own committee, not to the one above.
    ``standard`` tells that the text is a standard for awards from above: whose movement it speaks of stays.
    """
    keep: list[str] = []
    work = held(text, keep)
    if not scope.department:  # `Trung tâm Phục vụ hành chính công cấp xã và các tổ chức`: no list of levels
        work = re.sub(r"(?<=hành chính công )cấp xã(?!\w)", scope.kind, work)
    work = rescope_rolls(work, scope)
    if not scope.department:
        for pattern, new in _rules(scope):
            if not (standard and getattr(new, "__name__", "") == "of_unit"):
                work = pattern.sub(new, work)
        work = _committee(work, scope, own_office)
        if (
            scope.two_tiers
        ):  # the provincial movement is the next above (NĐ 152/2025, Điều 8: "xã, phường, đặc khu tiêu biểu")
            work = re.sub(r"(phong trào[^,;.]{0,60}?\s)của huyện", rf"\1của {scope.upper[0]}", work)
        work = without_district(work)
        work = re.sub(rf"(các {scope.villages})\s*[;,]\s*{scope.villages}(?=\s*(?:[.;]|$))", r"\1", work)
    elif own_office:
        work = _to_department(work, scope)
    return _tidy(released(work, keep))


def _to_department(text: str, scope: Scope) -> str:
    """Rooms of a department report to it, and prepare what it does, not the committee above."""
    report = r"báo cáo\s+(?:(?:kết quả|tình hình|tiến độ)\s[^.;]*?\s)?(?:(?:về|gửi|cho)\s+)?"
    above = rf"(?:Chủ tịch\s+)?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+{scope.upper_words}"
    through = r"(?:\s*\((?:thông )?qua[^()]*\))?"
    return re.sub(rf"(?P<verb>(?i:{report}|tham mưu\s+(?:cho\s+)?)){above}{through}", r"\g<verb>Sở", text)


Replacement = str | Callable[[re.Match[str]], str]


@lru_cache(maxsize=8)
def _rules(scope: Scope) -> list[tuple[re.Pattern[str], Replacement]]:
    return [*_places(scope), *_actors(scope), *_own_level(scope), *_heads(scope), (_villages(), scope.villages)]


def _places(scope: Scope) -> list[tuple[re.Pattern[str], Replacement]]:
    """Ranges of levels, territories, and what belongs to the unit above."""
    upper, kind, villages = scope.upper_words, scope.kind, scope.villages
    named_upper = rf"{alternatives(scope.upper)}\s+{re.escape(scope.upper_name)}(?!\w)" if scope.upper_name else "(?!)"

    def named(match: re.Match[str]) -> str:
        return f"trên địa bàn {scope.full if scope.upper_name and scope.upper_name in match[0] else kind}"

    def of_unit(match: re.Match[str]) -> str:
        before = match.string[: match.start()]
        if re.match(r"\s+(?:xếp|nằm|đứng|lọt|thuộc)\s[^;.]*tỉnh, thành phố", match.string[match.end() :]):
            return match[0]  # its rank among provinces
        above = re.search(rf"(?<!\w){_ABOVE}(?:\s+[^\s,.;]+){{0,5}}\s*$", before, re.IGNORECASE)
        return match[0] if above or _NAMED_ABOVE.search(before) or _TOWARDS.search(before) else f"của {kind}"

    return [
        (
            re.compile(
                rf"từ\s+(?:cấp\s+)?(?:trung ương|{upper}|huyện)(?:\s*(?:,|đến)\s*(?:cấp\s+)?huyện)?\s+(?:đến|xuống|"
                rf"tới)\s+"
                r"(?:cấp\s+)?(?:cơ sở|xã|phường)(?:\s*,\s*(?:xã|phường|thị trấn|đặc khu|thôn))*"
                r"(?:\s*,?\s*(?:đến\s+)?(?:từng|tận)\s+(?:thôn|ấp|khóm|bản|buôn|tổ dân phố|khu phố)"
                r"(?:\s*,\s*(?:thôn|ấp|khóm|bản|buôn|tổ dân phố|khu phố))*)?(?!\w)",
            ),
            f"từ {kind} đến {villages}",
        ),
        (re.compile(rf"(?:trên\s+)?địa bàn\s+(?:vùng nông thôn\s+)?(?:toàn\s+)?{upper}"), named),
        (
            re.compile(r"trên\s+địa bàn\s+(?:các\s+)?(?:xã|phường)(?:\s*,\s*(?:xã|phường|đặc khu|thị trấn))+"),
            f"trên địa bàn {kind}",
        ),
        _whole(scope),
        (re.compile(rf"trong\s+và\s+ngoài\s+{upper}"), f"trong và ngoài {kind}"),
        (re.compile(rf"phạm vi\s+{upper}"), f"phạm vi {kind}"),
        (re.compile(rf"(?<=\sở ){upper}(?=\s*[,;.])"), kind),
        (
            re.compile(
                rf"(?:(?<=hân dân trong )|(?<=học sinh trong )|(?<=người dân trong )|(?<=hộ dân trong )){upper}"
            ),
            kind,
        ),
        (re.compile(rf"của\s+{upper}"), of_unit),
        (re.compile(rf"(?P<n>{alternatives(_OF_PLACE)})\s+{named_upper}"), lambda m: f"{m['n']} {scope.full}"),
    ]


def _whole(scope: Scope) -> tuple[re.Pattern[str], Replacement]:
    """``toàn tỉnh``, but where its units are counted (``toàn tỉnh có 92 xã, phường``)."""
    counted = r"(?!\s+(?:hiện\s+)?có\s+\d+\s+(?:đơn vị|xã|phường|địa phương))"
    return re.compile(rf"(?P<t>[Tt])oàn\s+{scope.upper_words}{counted}"), lambda m: f"{m['t']}oàn {scope.kind}"


def _actors(scope: Scope) -> list[tuple[re.Pattern[str], Replacement]]:
    """Bodies named with the unit above or with all levels, and the unit itself where it acts."""
    upper, kind = scope.upper_words, scope.kind
    return [
        (re.compile(rf"(?<=phát triển của ){upper}|(?<=[Đđ]oàn thể ){upper}|(?<=chính trị - xã hội ){upper}"), kind),
        (
            re.compile(rf"(Mặt trận Tổ quốc Việt Nam|MTTQ Việt Nam|MTTQVN|chính trị - xã hội)\s+(?:{upper}|các cấp)"),
            rf"\1 {kind}",
        ),
        *_councils(scope),
        (
            _as_actor(scope),
            lambda m: sentence(scope.full) if _begins(m) and not m["to"] else f"{m['to'] or ''}{scope.full}",
        ),
        (
            re.compile(
                rf"(?<!\w){alternatives(scope.upper)}(?=\s+(?:tổng kết|sơ kết|tiến hành|tổ chức|phấn đấu|tiếp "
                rf"tục)(?!\w))"
            ),
            kind,
        ),
    ]


def _councils(scope: Scope) -> list[tuple[re.Pattern[str], Replacement]]:
    """Councils, committees and administrations of all levels, or of the unit above and its own."""
    upper, kind = scope.upper_words, scope.kind
    return [
        (
            re.compile(
                rf"(Hội đồng Thi đua - Khen thưởng|Ban Chỉ đạo[^,.;:{chr(_HELD)}]{{0,60}}?)\s+(?:các cấp|cùng cấp)"
            ),
            rf"\1 {kind}",
        ),
        (re.compile(r"chính quyền các cấp"), f"chính quyền {kind}"),
        (
            re.compile(
                rf"(?P<all>\d\s?%\s[^.;]*\sdo\s+)(?P<c>Hội đồng nhân dân|HĐND)\s+{upper}(?P<and>\s*,\s*|\s+và\s+)"
                rf"(?P<u>Ủy ban nhân dân|UBND)\s+{upper}(?=\s+ban hành)"
            ),
            rf"\g<all>\g<c> {kind}\g<and>\g<u> {kind}",
        ),
        (
            re.compile(rf"(Ban Chỉ đạo[^,.;:]{{0,80}}?)\s+(?:cấp\s+)?{upper}(?:\s*,|\s+và)\s+(?:cấp\s+)?xã(?!\w)"),
            rf"\1 {kind}",
        ),
        (
            re.compile(
                rf"((?:Củng cố|Kiện toàn|củng cố|kiện toàn)[^.;]{{0,40}}Ban Chỉ đạo[^.;]{{0,120}}?\scủa)\s+{upper}"
            ),
            rf"\1 {kind}",
        ),
    ]


def _begins(match: re.Match[str]) -> bool:
    """Does a match begin a sentence?"""
    before = match.string[: match.start()].rstrip()
    return not before or before.endswith(".")


def _as_actor(scope: Scope) -> re.Pattern[str]:
    """The unit above by its name where it acts (``để Mây Trắng bứt phá``, ``tỉnh Mây Trắng xây dựng kế hoạch``)."""
    if not scope.upper_name:
        return re.compile(r"(?P<to>(?!))")
    named = rf"(?:(?:{alternatives(scope.upper)})\s+)?{re.escape(scope.upper_name)}"
    acts = (
        r"chủ động|phấn đấu|bứt phá|đẩy mạnh|tập trung|tiếp tục|quyết tâm|không để|"
        r"xây dựng(?!\s+(?:thành|trở))|triển khai|tăng cường|ưu tiên|thực hiện|phát huy"
    )
    return re.compile(rf"(?:^|(?<=[.;:,]\s)|(?P<to>(?:để|giúp|đưa)\s+)){named}(?=\s+(?:{acts})(?!\w))")


def _each_unit(scope: Scope) -> tuple[re.Pattern[str], Replacement]:
    """What each unit of the level does the unit does (``bình quân mỗi xã trồng``)."""
    acts = r"(?=\s+(?!tối|ít|một|kiểu|tiêu|điểm|đạt chuẩn)[^\W\dA-ZĐ])"
    each = re.compile(rf"(?<!\w)(?P<b>[Bb]ình quân\s+)?(?P<m>[Mm])ỗi\s+{scope.kind}(?!\s+hội)(?!\w){acts}")
    return each, lambda m: sentence(scope.kind) if (m["b"] or m["m"])[0].isupper() else scope.kind


def _own_level(scope: Scope) -> list[tuple[re.Pattern[str], Replacement]]:
    """``cấp xã``, ``loa phát thanh xã`` in the words of a phường or đặc khu; places one by one are villages."""
    each = re.compile(r"(?<!\w)(?P<e>[Tt]ừng)\s+địa phương(?=\s+(?:phấn đấu|căn cứ|tổ chức|thực hiện|chủ động))")
    rules: list[tuple[re.Pattern[str], Replacement]] = [(each, lambda m: f"{m['e']} {scope.villages}")]
    rules.append(_each_unit(scope))
    every = r"(?<!\w)mọi\s+(?:xã|phường)(?:\s*,\s*(?:xã|phường|đặc khu))*(?!\w)(?!\s+hội)"
    rules.append((re.compile(every), scope.kind))
    if scope.kind != "xã":
        own = r"phát thanh|truyền thanh|[Nn]hà văn hóa|[Tt]rạm y tế|[Cc]ông an|^[Cc]ấp|đoàn thể cấp"
        rules.append((re.compile(rf"(?P<w>{own})\s+xã(?!\s+hội)(?!\w)"), lambda m: f"{m['w']} {scope.kind}"))
    return rules


def _village_words() -> set[str]:
    """What the level below is called anywhere."""
    return {v for u in load("tiers")["unit"] for v in u["villages"]}


def _heads(scope: Scope) -> list[tuple[re.Pattern[str], Replacement]]:
    """Heads of villages (``trưởng thôn, tổ trưởng tổ dân phố``) by the word of the unit's own."""
    one = rf"(?:[Tt]ổ\s+)?[Tt]rưởng\s+{alternatives(_village_words())}(?!\w)"
    own = f"tổ trưởng {scope.villages}" if scope.villages.startswith("tổ") else f"trưởng {scope.villages}"
    every = re.compile(rf"(?<!\w){one}(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+){one})*(?!\s+[A-ZĐ])")
    return [(every, lambda m: sentence(own) if m[0][0].isupper() else own)]


#: Words for villages that mean other things where they stand alone (``chăm sóc``, ``buôn bán``, ``văn bản``)
_OTHER_SENSES = {"sóc", "bon", "phum", "buôn", "bản", "làng", "khu vực", "xóm"}


@lru_cache(maxsize=1)
def _villages() -> re.Pattern[str]:
    """Other words for the level below, alone or side by side (``ấp, khu vực``); a name behind them keeps them."""
    every = _village_words()
    alone = every - _OTHER_SENSES
    return re.compile(
        rf"(?<!nông )(?<!\w){alternatives(alone)}(?:\s*[,/]\s*{alternatives(every)})*(?!\w)"
        rf"(?!\s+(?:[A-ZĐ]|văn hóa|văn minh|ủ|dân sinh|nông thôn|biên giới|ven biển|trọng điểm|khó khăn|đô thị))"
    )


def _committee(text: str, scope: Scope, own_office: bool) -> str:
    """The committee above: it stays where the unit reports to it, and becomes the unit's own where it acts."""
    through = r"(?:\s*\((?:thông )?qua[^()]*(?:\([^()]*\)[^()]*)*\))?"
    body = re.compile(rf"(?P<ubnd>Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+{scope.upper_words}{through}")

    def own(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 40) : match.start()]
        if _acts_for_above(text[: match.start()], scope, own_office):
            return match[0]
        if any(
            not re.search(r"[.;]", text[m.end() : match.start()]) for m in _SENT_ABOVE.finditer(text[: match.start()])
        ):
            return match[0]
        if (
            re.search(r"tham mưu(?:\s+\S+){0,2}\s*$", before, re.IGNORECASE)
            or not before.strip()
            or re.search(r"[.;:]\s*$", before)
        ):
            return f"{match['ubnd']} {scope.kind}"
        if re.search(r"(?:Chủ tịch|của|do|thuộc)\s+$", before) and not re.search(r"trình Chủ tịch\s+$", before):
            return match[0]
        return f"{match['ubnd']} {scope.kind}" if own_office else match[0]

    return _through_own(body.sub(own, text), scope) if own_office else body.sub(own, text)


def bodies_above(scope: Scope) -> str:
    """A pattern for bodies of the unit above by name: departments, and others named with that unit."""
    return (
        rf"Sở\s+{alternatives(load('bodies')['fields'])}(?!\w)|(?:Công an|Bộ Chỉ huy|Bộ đội Biên phòng|Thanh tra|Văn "
        r"phòng|Ban|Chi cục|Cục|Kho bạc|Bảo hiểm xã hội|Hội|Liên đoàn|Liên minh|Đoàn|Mặt trận)(?!\w)"
        rf"[^,;.()]{{0,50}}?\s{scope.upper_words}"
    )


def of_body_above(clause: str, scope: Scope) -> bool:
    """Is it a body above that acts in a clause (``Trung tâm Kiểm soát bệnh tật tỉnh cung ứng …``)? Its dates stay."""
    if scope.department:
        return False
    centre = rf"(?:Trung tâm|Bệnh viện|Trường|Báo|Đài)\s[^,;.:()]{{3,60}}?\s{scope.upper_words}"
    return re.match(rf"\W*(?:{bodies_above(scope)}|{centre})", clause) is not None


def _acts_for_above(before: str, scope: Scope, own_office: bool) -> bool:
    """Does a body above act in the clause that ends in the committee? Then it acts for the committee above."""
    clause = re.split(r"[.;:](?=\s)|\(", before)[-1]
    found = re.search(bodies_above(scope), clause)
    partner = found is not None and re.search(r"(?:[Pp]hối hợp|[Cc]ùng|với)(?!\w)", clause[: found.start()])
    return found is not None and not (own_office and partner)


_SENT_ABOVE = re.compile(
    r"(?P<verb>(?:gửi|báo cáo|nộp|đề xuất)[^;.]{0,140}?)\s+(?:về|đến|tới|cho)\s+"
    r"(?=(?:Sở|Ban Thi đua|Văn phòng [Đđ]iều phối|Hội đồng Thi đua|cơ quan [Tt]hường trực)(?!\w))"
)


def _through_own(text: str, scope: Scope) -> str:
    """What those under the unit send to a body above goes through the unit (``gửi hồ sơ về Sở Nội vụ``)."""
    return _SENT_ABOVE.sub(rf"\g<verb> về Ủy ban nhân dân {scope.kind} tổng hợp, gửi ", text)


_DISTRICT = rf"(?:(?:các\s+)?(?:cấp huyện|huyện|quận|thị xã|thị trấn)(?!\s+ủy)(?!\w)|{DISTRICT_CITY})"


def without_district(text: str) -> str:
    """``text`` without the district level where it stands in a list (``xã, huyện``; ``huyện, xã``)."""
    text = re.sub(
        r"\s*(?:,|và)\s+thành phố\s+(?:hoàn thành|đạt chuẩn)\s[^,;.]*?(?=\s+(?:phải|được|theo)\s|[,;.])", "", text
    )
    text = re.sub(
        rf"{_DISTRICT}(?:\s*[,/]\s*{_DISTRICT})*\s*(?:[,/]|và)\s*(?=(?:các\s+)?(?:cấp\s+)?(?:xã|phường|đặc khu)(?!\w))",
        "",
        text,
    )
    return re.sub(rf"(?<=xã|\bxã)\s*(?:[,/]|và|hoặc)\s*{_DISTRICT}(?:\s*[,/]\s*{_DISTRICT})*(?=\s|[,.;:)])", "", text)


#: Words of the district level that may stand in no draft of two tiers
DISTRICT_LEFT = re.compile(
    r"(?<!\w)(?:(?:[Cc]ấp\s+)?[Hh]uyện(?!\s+lỵ)|[Qq]uận(?!\s+\d)|[Tt]hị xã|[Tt]hị trấn|Huyện ủy|Quận ủy|Thị ủy|"
    rf"{DISTRICT_CITY})(?!\w)"
)


def names_district(text: str) -> bool:
    """Does the text outside quotations and citations still name the district level?"""
    return DISTRICT_LEFT.search(held(text, [])) is not None


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"(?<!\w)([Mm]ỗi|[Tt]ừng) các (?=cơ quan)", r"\1 ", text)
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    return " ".join(text.split())
