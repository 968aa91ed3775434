"""Who issues the plan: from the letterhead, else from the preamble, with the place where the document tells it."""

from __future__ import annotations

import re
from collections import Counter

from kehoach.alphabet import UPPER
from kehoach.facts.bodies import find_bodies, name_end, opens_with_body
from kehoach.facts.body_kinds import kind_of, level_of
from kehoach.facts.casing import cased
from kehoach.facts.letterhead import bodies_of_lines
from kehoach.facts.misread import as_in_text, mended_lines
from kehoach.knowledge import alternatives, load
from kehoach.outline import Line, Outline
from kehoach.plan import Issuer, Span

ABBREVIATIONS = (
    (r"\bUBND\b", "Ủy ban nhân dân"),
    (r"\bUỷ ban\b", "Ủy ban"),
    (r"\bUỶ BAN\b", "ỦY BAN"),
    (r"\bHĐND\b", "Hội đồng nhân dân"),
    (r"\bUBMTTQ(?:VN)?\b", "Ủy ban Mặt trận Tổ quốc"),
    (r"\bTHCS\b", "Trung học cơ sở"),
    (r"\bTHPT\b", "Trung học phổ thông"),
    (r"(?i)(?<=trường )MN\b", "Mầm non"),
    (r"(?i)(?<=trường )TH(?=\s|&)", "Tiểu học"),
    (r"\s*&\s*(?=Trung học)", " và "),
    (r"\b(?:PT )?DTNT\b", "Phổ thông dân tộc nội trú"),
    (r"\bPTDTNT\b", "Phổ thông dân tộc nội trú"),
    (r"\bPTDTBT\b", "Phổ thông dân tộc bán trú"),
    (r"\bMTTQ\b", "Mặt trận Tổ quốc"),
    (r"\bTNCS\b", "Thanh niên Cộng sản"),
    (r"\bLHPN\b", "Liên hiệp Phụ nữ"),
    (r"\bĐBQH\b", "đại biểu Quốc hội"),
    (r"\bBHXH\b", "Bảo hiểm xã hội"),
    (r"\bGD\s?(?:&|và)?\s?ĐT\b", "Giáo dục và Đào tạo"),
    (r"\bNN\s?&\s?PTNT\b", "Nông nghiệp và Phát triển nông thôn"),
    (r"\bNN\s?&\s?MT\b", "Nông nghiệp và Môi trường"),
    (r"\bTN\s?&\s?MT\b", "Tài nguyên và Môi trường"),
    (r"\bKH\s?&\s?CN\b", "Khoa học và Công nghệ"),
    (r"\bTB\s?&\s?XH\b", "Thương binh và Xã hội"),
    (r"\bTP\.?\s", "thành phố "),
    (r"\bCHQS\b", "Chỉ huy Quân sự"),
    (r"\bBĐBP\b", "Bộ đội Biên phòng"),
    (r"\bBCĐ\b", "Ban Chỉ đạo"),
    (r"\bBCH\b", "Ban Chấp hành"),
    (r"\bBTV\b", "Ban Thường vụ"),
    (r"\bUBKT\b", "Ủy ban Kiểm tra"),
    (r"\bVKSND\b", "Viện kiểm sát nhân dân"),
    (r"\bTAND\b", "Tòa án nhân dân"),
    (r"(?i)(?<=giáo dục)\s*&\s*(?=đào tạo)", " và "),
)
UNIT = r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
PLACE = rf"(?:(?:{UNIT}|Thành phố)\s+)?[{UPPER}]\w*(?: [{UPPER}]\w*| \d+)*"
ISSUES = re.compile(
    r"\s*(?:\([^()]*\)\s*,?\s*)?(?:,\s*)?(?:ban hành|xây dựng|tổ chức|phát động|triển khai|đề ra|lập|thống nhất|"
    r"hướng dẫn|quyết định)\b[^.;]{0,40}?[Kk]ế hoạch",
    re.IGNORECASE,
)


#: Kinds of bodies that have the unit of the body above them
COMPLETED = ("department", "front", "steering_committee", "other")


def find_issuer(parts: Outline, day: str | None) -> tuple[Issuer, Span | None]:
    """The issuer and where its name stands. ``day`` is the plan's date, by which levels are told."""
    names = _bodies_of(parts.letterhead, parts, day)
    if not names and parts.decision:
        names = _bodies_of(parts.decision.letterhead, parts, day) or _bodies_of(parts.decision.lines[:6], parts, day)
    if names:
        printed, span = names[-1]
        name = _as_written(_written_out(printed), parts)
        if len(names) > 1 or not _tells_place(name):
            name = _of_unit_above(name, names[:-1], parts) or _with_place(name, parts)
        if len(names) == 1 and not _tells_place(name):
            told = _from_preamble(parts, day)[0].name or ""
            name = told if told.casefold().startswith(f"{name.casefold()} ") else name
        if len(names) > 1 and (own := re.search(rf"(?i:{UNIT})$", name)):  # `TRƯỜNG … TỈNH`, of the unit above
            above = _unit_of(names[-2][0], parts)
            name = name[: own.start()] + above if above.lower().startswith(own[0].lower()) else name
        if len(names) > 1 and kind_of(name) in COMPLETED and not _tells_place(name) and level_of(name) != "unit":
            name = f"{name} {_unit_of(names[-2][0], parts)}".strip()
        level = level_of(name, day) or (level_of(_written_out(names[-2][0]), day) if len(names) > 1 else None)
        if re.match(r"(?i)(?:phòng|ban|tiểu ban|trung tâm)\b", name) and len(names) > 1:
            own_level = level_of(_written_out(printed), day) if re.search(rf"(?i:{UNIT})\s", printed) else None
            level = own_level or level_of(_written_out(names[-2][0]), day) or level
        return Issuer(name=name[:1].upper() + name[1:], kind=kind_of(name), level=level), span
    return _from_preamble(parts, day)


def _bodies_of(lines: list[Line], parts: Outline, day: str | None) -> list[tuple[str, Span]]:
    """The bodies of a letterhead; of a scan's, as they are called, whatever its tone marks became."""
    if not parts.scanned:
        return bodies_of_lines(lines)
    bodies = bodies_of_lines(mended_lines(lines, parts.text, day))
    whole = mended_lines([Line(name, span) for name, span in bodies], parts.text, day)  # names may take several lines
    return [(line.text, line.span) for line in whole]


def _written_out(name: str) -> str:
    for pattern, words in ABBREVIATIONS:
        name = re.sub(pattern, words, name)
    return re.sub(r"\s+", " ", name).strip()


def _as_written(name: str, parts: Outline) -> str:
    """A name that the letterhead has in capitals, as the text writes it; else by NĐ 30/2020, Phụ lục II."""
    text = parts.text
    words = r"\s+".join(map(re.escape, name.split()))
    spelt = Counter(m[0] for m in re.finditer(words, text, re.IGNORECASE) if not m[0].isupper())
    if spelt:
        return re.sub(r"\s+", " ", spelt.most_common(1)[0][0])
    told = as_in_text(name, text)
    return told if told and parts.scanned else cased(told or name)


#: `Phòng thủ khu vực 1 - Đồi Sim`
PART_OF_UNIT = re.compile(rf"khu vực (?:\d+ - )?[{UPPER}]")


def _tells_place(name: str) -> bool:
    """Does a name end in a place (``Sở Nội vụ Sông Mơ``, ``Tỉnh ủy Đồi Sim``), or need none, as a ministry?"""
    seat = re.search(r"(?i)(?:tỉnh|thành|huyện|quận|thị) ?(?:ủy|uỷ|đoàn) \w", name)
    return (
        bool(_behind_field(name))
        or seat is not None
        or PART_OF_UNIT.search(name) is not None
        or re.search(rf"(?i:{UNIT})\s+[{UPPER}\d]", name) is not None
        or kind_of(name) in ("school", "ministry", "government")
    )


def _behind_field(name: str) -> str:
    """``Sở Nội vụ Sông Mơ`` → ``Sông Mơ``; else empty."""
    offices = r"(?:sở|phòng|ban|chi cục|cục|trung tâm|thanh tra|văn phòng)"
    field = re.match(rf"(?i){offices}\s+{alternatives(load('bodies')['fields'])}(?!\w)", name)
    return name[field.end() :].strip() if field else ""


def _unit_of(printed: str, parts: Outline) -> str:
    """The unit of the higher body in the letterhead: ``UBND TỈNH ĐỒI SIM`` → ``tỉnh Đồi Sim``; else empty.

    ``SỞ Y TẾ ĐỒI SIM`` → ``Đồi Sim``.
    """
    name = _as_written(_written_out(printed), parts)
    unit = re.search(rf"(?i:{UNIT}) [{UPPER}\d].*$", name)
    return unit[0] if unit else _behind_field(name)


def _of_unit_above(name: str, above: list[tuple[str, Span]], parts: Outline) -> str | None:
    """``MẶT TRẬN … PHƯỜNG X`` over ``HỘI …``: the text names the union with the unit of the body above it."""
    unit = _unit_of(above[-1][0], parts) if above else ""
    words = r"\s+".join(map(re.escape, f"{name} {unit}".split()))
    return f"{name} {unit}" if unit and re.search(words, parts.text, re.IGNORECASE) else None


def _with_place(name: str, parts: Outline) -> str:
    """A name without place, completed by the place that the text gives it (``Sở Nội vụ`` → ``Sở Nội vụ tỉnh …``)."""
    if kind_of(name) == "government":
        return name
    if unit := re.search(rf"(?i:{UNIT})$", name):
        place = _place_of(unit[0], parts)
        return f"{name} {place}" if place else name
    words = r"\s+".join(map(re.escape, name.split()))
    body = parts.text[parts.blocks[0].span[0] :] if parts.blocks else parts.text
    places = Counter(
        re.sub(r"\s+", " ", m[1])
        for m in re.finditer(rf"(?i:{words})\s+({PLACE})", body)
        if not m[1].isupper() and len(m[1].split()) > 1 and (re.match(UNIT, m[1]) or not opens_with_body(m[1]))
    )
    return f"{name} {places.most_common(1)[0][0]}" if places else name


def _place_of(unit: str, parts: Outline) -> str | None:
    """The name that the document gives its unit: in the title, else behind the same unit word, else anywhere."""
    named = rf" ([{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}})"
    title = parts.title.text if parts.title else ""
    for text, pattern in (
        (title, rf"(?<!\w)(?i:{unit}){named}"),
        (parts.text, rf"(?<!\w){unit}{named}"),
        (parts.text, rf"(?<!\w)(?i:{unit}){named}"),
    ):
        found = Counter(
            m[1]
            for m in re.finditer(pattern, text)
            if not m[1].isupper() and not re.match(r"[ỦU][ỷy] ban|Hội|Đoàn|Đảng", m[1])
        )
        if found:
            return found.most_common(1)[0][0]
    return None


def _from_preamble(parts: Outline, day: str | None) -> tuple[Issuer, Span | None]:
    """``Ủy ban nhân dân tỉnh ban hành Kế hoạch …`` in the preamble, or the committee that signs."""
    for block in [b for b in parts.blocks if b.depth == 0]:
        for body in find_bodies(block.text):
            if ISSUES.match(block.text, body.span[1]) and re.search(r"(?:^|[,;.:]\s*)$", block.text[: body.span[0]]):
                span = (block.span[0] + body.span[0], block.span[0] + body.span[1])
                return _described(body.name, parts, day), span
        if opens_with_body(block.text) and ISSUES.search(block.text):
            end = name_end(block.text)
            return _described(block.text[:end].strip(" ,"), parts, day), (block.span[0], block.span[0] + end)
    for line in parts.signature:
        if told := re.match(r"^T/?M\.?\s*(.+)$", line.text):
            return _described(cased(_written_out(told[1])), parts, day), line.span
    return Issuer(), None


def _described(name: str, parts: Outline, day: str | None) -> Issuer:
    name = re.sub(r"\s*\([^()]*\)(?=\s+\w)", "", _written_out(name))  # `Mặt trận Tổ quốc (MTTQ) Việt Nam xã`
    name = _with_place(re.sub(r"\s*\(.*$", "", name), parts)
    return Issuer(name=name, kind=kind_of(name), level=level_of(name, day))
