"""The head of a draft: title, bases high to low with the parent plan first, and the sentence that issues the plan.

Form: NĐ 30/2020, Phụ lục I, II.6 (first citation in full: type, number, date, body, subject).
"""

from __future__ import annotations

import re
from datetime import date

from kehoach.draft import OPEN
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.phrases import held, rescope
from kehoach.drafts.points import Ask, Point, sentence
from kehoach.facts.body_kinds import level_of
from kehoach.findings.references import successor_of
from kehoach.knowledge import alternatives
from kehoach.plan import Block, Citation, Plan, Promulgation

_BASIS = re.compile(r"^(?:Căn cứ|Thực hiện|Triển khai(?: thực hiện)?|Thi hành|Theo|Xét)\s+(?!đề nghị)")
_ISSUES = re.compile(r"(?:ban hành|xây dựng|phát động|triển khai|đề ra)\s+(?:và\s+)?(?:ban hành\s+)?[Kk]ế hoạch")
_ENDS = re.compile(
    r"(?:;|\s+và(?=\s+\S+(?:\s\S+)?\s+số\s))\s*(?=(?:Căn cứ|Thực hiện|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Thông tư|"
    r"Nghị định|Luật|Chương trình|Kết luận|Hướng dẫn|Thông báo)\s)"
)
#: Decisions that allot the money of the level above, and what its issuer does and how it works
_OF_ISSUER = re.compile(
    r"phân bổ|giao dự toán|điều chỉnh dự toán|chức năng, nhiệm vụ|cơ cấu tổ chức|quy chế làm việc",
    re.IGNORECASE,
)
#: What stands before the document that changed the one before it: both are one basis
_CHANGED_BY = re.compile(r"(?:sửa đổi|bổ sung|thay thế)(?:\s+một số điều)?\s+(?:bởi|bằng|theo|tại)\s+$")


def title_of(work: Drafting) -> tuple[str, list[Ask]]:
    """The draft's trích yếu: the parent's, re-scoped; a quoted name of a movement stays, and whether it should is
    asked.
    """
    title = _in_text_case(work)
    text = sentence(rescope(title, work.scope))
    if work.scope.upper_name and not work.scope.department:  # ``Phát triển kinh tế số tỉnh Mây Trắng năm 2026``
        where = rf"(?<!nhân dân)(?<!của)\s+{alternatives(work.scope.upper)}\s+{re.escape(work.scope.upper_name)}"
        text = re.sub(rf"{where}(?=\s*(?:$|,|năm|giai đoạn|đến|từ))", f" {work.scope.full}", text, flags=re.IGNORECASE)
    asks = []
    movement = work.plan.header.movement
    if movement and movement in title and not work.scope.department:
        asks.append(
            Ask(
                "name",
                f"Giữ nguyên tên “{movement}” hay đặt tên riêng cho {work.scope.kind}?",
                movement,
                ["Giữ nguyên"],
            )
        )
    return text, asks


def _in_text_case(work: Drafting) -> str:
    """The parent's title; one in capitals in the case that its body writes it, since capitals hide names."""
    title = work.plan.header.title or ""
    if not _in_capitals(title):
        return title
    words = r"\s+".join(re.escape(word) for word in title.split())
    body = work.plan.text[work.plan.blocks[0].span[0] :]
    name = work.scope.upper_name
    spelt = (m[0] for m in re.finditer(words, body, re.IGNORECASE) if not _in_capitals(m[0]))
    if found := next(spelt, None):
        return found[:1].upper() + found[1:]
    text = _longest_in_case(title, body)
    return re.sub(re.escape(name), name, text, flags=re.IGNORECASE) if name else text


def _in_capitals(text: str) -> bool:
    """Is a text in capitals, a word apart that keeps its own (``HẠ TẦNG 5G, IoT``)?"""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _longest_in_case(title: str, body: str) -> str:
    """Piece by piece: the longest runs of words that the body writes; what it does not write gets small letters."""
    words, out, at = title.split(), [], 0
    while at < len(words):
        for end in range(len(words), at, -1):
            piece = r"(?<!\w)" + r"\s+".join(map(re.escape, words[at:end])) + r"(?!\w)"
            runs = (m[0] for m in re.finditer(piece, body, re.IGNORECASE) if not _in_capitals(m[0]))
            if run := next(runs, None):
                out.append(run)
                at = end
                break
        else:
            out.append(words[at].lower() if words[at].isupper() else words[at])
            at += 1
    text = " ".join(out)
    return text[:1].upper() + text[1:]


def kind_lower(title: str) -> str:
    """A title inside a sentence: its first letter small, unless a name begins it."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def preamble(work: Drafting, blocks: list[Block], title: str) -> list[Point]:
    """The bases and the issuing sentence. ``blocks`` is the parent's preamble."""
    points = [_parent_basis(work)]
    asks = [*_period_asks(work), *_successor_asks(work)]
    seen: set[str] = set()
    bases = sorted(_bases(work, blocks), key=lambda b: b[0])
    for _, block, text, citation in bases:
        if citation.number and citation.number in seen:
            continue
        seen.add(citation.number or text)
        if by := successor_of(citation.number, work.scope.day.isoformat()):
            message = (
                f"{citation.type} số {citation.number} đã được thay thế bằng {by}, nên không dẫn làm căn cứ. Có "
                f"dẫn văn bản mới không?"
            )
            asks.append(Ask("citation", message, text, [by, "Không dẫn"]))
            continue
        word = _BASIS.match(block.text)
        point = Point(f"{word[0].strip() if word else 'Căn cứ'} {text};", 0, "basis", "same", [block.id])
        if not block.id:  # a line of the decision, which is no block of the plan
            point.change, point.parents, point.note = "added", [], "Căn cứ của quyết định ban hành kế hoạch cấp trên."
        points.append(point)
    points[-1].text = points[-1].text.rstrip(";") + "."
    text = f"{work.scope.body} ban hành Kế hoạch {kind_lower(title)} với các nội dung như sau:"
    issuing = [b.id for b in blocks if _ISSUES.search(held(b.text, []))] or [b.id for b in blocks[-1:]]
    points.append(Point(text, 0, "issuing_sentence", "adapted", issuing, asks=asks))
    used = {p for point in points for p in point.parents}
    for block in blocks:
        if block.id not in used:
            cited = any(c.block == block.id for c in work.plan.citations)
            work.leave_out(block, "basis_not_for_level" if cited else "situation_above")
    return points


def _successor_asks(work: Drafting) -> list[Ask]:
    """A parent of a province that has been merged since: to whom the unit reports is for a person to confirm."""
    scope = work.scope
    if scope.authority == scope.superior:
        return []
    message = (
        f"“{scope.superior}” không còn; dự thảo báo cáo “{scope.authority}”. Xác nhận cơ quan và căn cứ còn áp dụng."
    )
    return [Ask("header", message, scope.superior, ["Giữ nguyên"])]


def _period_asks(work: Drafting) -> list[Ask]:
    """A parent whose time has ended cannot be carried out as it stands."""
    period = work.plan.header.period
    if period and period.end and period.end[0] != "-" and period.end < work.scope.day.isoformat()[: len(period.end)]:
        until = "/".join(reversed(period.end.split("-")))
        return [
            Ask(
                "header",
                f"Kế hoạch cấp trên chỉ đến {until}, trước ngày của dự thảo. Xác nhận thời gian thực hiện.",
                work.plan.header.title,
            )
        ]
    return []


def _parent_basis(work: Drafting) -> Point:
    """The parent in full, by the decision that it is attached to if there is one; what it does not tell is open."""
    header, asks = work.plan.header, []
    by = promulgation(work)
    number, day, kind = (by.number, by.date, by.type) if by else (header.number, header.date, "Kế hoạch")
    if not number or not number[:1].isdigit():
        asks.append(Ask("citation", f"{kind} cấp trên không có số. Ghi số, ký hiệu.", header.title))
        number = OPEN
    if not day or len(day) < 10:
        asks.append(
            Ask("citation", f"{kind} cấp trên không có ngày ban hành đầy đủ. Ghi ngày, tháng, năm.", header.title)
        )
    told = _long_date(day) if day and len(day) == 10 else OPEN
    title = kind_lower(_in_text_case(work))
    about = "ban hành Kế hoạch " if by else "" if title.startswith("về ") else "về "
    text = f"Thực hiện {kind} số {number} ngày {told} của {work.scope.superior} {about}{title};"
    return Point(text, 0, "parent_cited", "added", [], asks=asks, note="Kế hoạch cấp trên.")


def promulgation(work: Drafting) -> Promulgation | None:
    """The document that brought the parent into force; not one to which an object of the plan is attached."""
    by, number = work.plan.header.promulgated_by, work.plan.header.number
    fits = by is not None and (by.number == number or (by.type == "Quyết định" and not number))
    return by if fits else None


def _long_date(day: str) -> str:
    """``03 tháng 8 năm 2022`` (NĐ 30/2020, Phụ lục I, II.4)."""
    told = date.fromisoformat(day)
    month = f"{told.month:02}" if told.month < 3 else str(told.month)
    return f"{told.day:02} tháng {month} năm {told.year}"


def _bases(work: Drafting, blocks: list[Block]) -> list[tuple[int, Block, str, Citation]]:
    """Documents of the parent's preamble that concern the draft's level, each with its rank and its words."""
    found = []
    for citation in work.plan.citations:
        block = next((b for b in blocks if b.id == citation.block), None) or _line_of_decision(work.plan, citation)
        if block is None or not citation.basis or not _BASIS.match(block.text) or _changes_other(citation, block):
            continue
        text = _basis_text(citation, block, work)
        level = _level(citation)
        if level is None or (level == 3 and work.scope.two_tiers) or _OF_ISSUER.search(text):
            continue
        found.append((level, block, _written_out(text, work), citation))
    return found


def _line_of_decision(plan: Plan, citation: Citation) -> Block | None:
    """The line of a basis in the decision that a plan is attached to, as a block without an id."""
    if citation.block or not citation.basis or citation.span[0] >= plan.blocks[0].span[0]:
        return None
    start = plan.text.rfind("\n", 0, citation.span[0]) + 1
    end = plan.text.find("\n", start) % (len(plan.text) + 1)
    return Block(id="", depth=0, heading=False, text=plan.text[start:end], span=(start, end))


def _changes_other(citation: Citation, block: Block) -> bool:
    """Is a document named only as what changed another (``Luật …, được sửa đổi, bổ sung bởi Luật số …``)?"""
    return _CHANGED_BY.search(block.text[: citation.span[0] - block.span[0]]) is not None


def _basis_text(citation: Citation, block: Block, work: Drafting) -> str:
    """A document of the preamble in the parent's words, up to the next one or the issuing sentence."""
    start = citation.span[0] - block.span[0]
    within = (c for c in work.plan.citations if block.span[0] <= c.span[0] < block.span[1])
    beside = [c for c in within if c.basis and not _changes_other(c, block)]
    later = [c.span[0] for c in beside if c.span[0] > citation.span[0]]
    rest = block.text[start : min(later) - block.span[0] if later else None]
    end = _ENDS.search(rest)
    stop = re.search(r"\.\s+(?=[ỦUT])", rest)
    issues = re.search(
        r"[,;.]\s+(?=(?:Ủy|Uỷ|UBND|Ban|Sở|Bộ|Hội|Tỉnh|Đảng|Liên)\w*\s[^;.]*(?:như sau|sau đây|nội dung sau)\W*$)", rest
    )
    text = rest[: min([m.start() for m in (end, stop, issues) if m] or [len(rest)])]
    text = re.sub(
        rf"[,;]\s*{re.escape(work.scope.superior)}\s.*$|[,;]\s*[ỦU]y ban nhân dân\s+\w+\s+ban hành.*$|"
        rf",\s*sau khi\s(?:thống nhất|có ý kiến).*$|[,;]\s*(?:xét|theo)\s(?:đề nghị|kiến nghị)\s.*$|"
        r"(?:[,;]|\s+và)?\s*(?:Căn cứ|Thực hiện|Theo)?\s*$",
        "",
        text.strip(" ;.,"),
    )
    return text.strip(" ;.,")


def _written_out(text: str, work: Drafting) -> str:
    """``Ủy ban nhân dân tỉnh`` in a lower unit's document needs the name of the province."""
    if not work.scope.upper_name or work.plan.header.issuer.kind != "people_committee":
        return text
    body = re.compile(
        rf"((?:Ủy ban nhân dân|Hội đồng nhân dân|UBND|"
        rf"HĐND)\s+(?:{'|'.join(map(re.escape, work.scope.upper))}))(?=\s*(?:,|về|ban hành|phê duyệt|thực hiện|$))"
    )
    return body.sub(rf"\1 {work.scope.upper_name}", text)


def _level(citation: Citation) -> int | None:
    """0 law, 1 central, 2 province, 3 district; None for documents that no lower plan rests on (a proposal, a
    letter).
    """
    if citation.type in ("Tờ trình", "Công văn", "Thông báo", "Biên bản"):
        return None
    if citation.type in ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh"):
        return 0
    told = level_of(citation.issuer) if citation.issuer else None
    number = citation.number or ""
    if told == "central" or re.search(r"QĐ-TTg|NQ-CP|NĐ-CP|CT-TTg|-TW|/TT-|QH\d", number):
        return 1
    if told == "district" or re.search(r"/HU$|/QU$", number):
        return 3
    return 2
