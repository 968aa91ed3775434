"""Duties whose bodies, time and product stand in blocks of their own, beside or below the block that states the duty.

``Đơn vị chủ trì: X``, ``Cơ quan phối hợp: Y``, ``Thời gian thực hiện: …``, ``Sản phẩm: …``; or a title ``Cơ quan chủ
trì`` over a list of bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from kehoach.facts.bodies import Body, name_end, opens_with_body, split_names
from kehoach.facts.duties import TELLS_MORE, OpenDuty, add_task, split_duties, take_below, take_children
from kehoach.facts.leads import STARTS_DUTY, Lead, find_lead
from kehoach.facts.partners import JOINS, LEADS, find_partners
from kehoach.facts.reading import Reading, shifted
from kehoach.plan import Block, Span

Kind = Literal["lead", "partners", "time", "product", "other"]
_BODY = r"(?:Các\s+)?(?:đơn vị|cơ quan|bộ phận|cấp|tổ chức|người)\s+"
KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("partners", re.compile(rf"^(?:{_BODY})?(?:phối hợp)(?:\s+(?:thực hiện|triển khai))?\s*(?::|$)", re.IGNORECASE)),
    (
        "lead",
        re.compile(
            rf"^(?:(?:{_BODY})?(?:được giao\s+)?(?:chủ trì|đầu mối)(?:[\s,]+(?:và|tham mưu|thực hiện|triển khai|phối "
            rf"hợp))*|{_BODY}(?:thực hiện|triển khai|tham mưu|chịu trách nhiệm)|Phân công(?: thực hiện)?|"
            r"(?:Chịu )?trách nhiệm(?: chính| thực hiện)?|(?:Lãnh đạo |Người )?phụ trách)\s*(?::|$)",
            re.IGNORECASE,
        ),
    ),
    ("time", re.compile(r"^(?:Thời gian|Thời hạn|Tiến độ)(?:\s+\S+){0,4}?\s*(?::|$)", re.IGNORECASE)),
    ("product", re.compile(r"^(?:Kết quả|Sản phẩm|Dự kiến kết quả)(?:\s+\S+){0,4}?\s*(?::|$)", re.IGNORECASE)),
    (
        "other",
        re.compile(r"^(?:Kinh phí|Địa điểm|Nguồn lực)(?:\s+\S+){0,3}?\s*(?::|$)", re.IGNORECASE),
    ),
)
CONTENT_TITLE = re.compile(r"(?:Nội dung|Nhiệm vụ)(?: thực hiện| công việc| nhiệm vụ| cụ thể)?\s*:\s*", re.IGNORECASE)
LEAD_TITLE = re.compile(r"(?:Các\s+)?(?:Đơn vị|Cơ quan|Bộ phận)\s+(?:chủ trì|thực hiện)", re.IGNORECASE)
NEXT_DETAIL = re.compile(
    r"(?:[;.,]\s*|\s+[-–]\s+)(?=(?:Đơn vị|Cơ quan|Bộ phận|Phối hợp|Thời gian|Thời hạn|Tiến độ|Sản phẩm|Kết quả|"
    r"Địa điểm|Kinh phí)(?:\s[^:;,]{0,30})?:)",
    re.IGNORECASE,
)
#: `… (chủ trì: X; phối hợp: Y).`, `…. Đơn vị chủ trì: X; thời gian: …`
DETAILS_BEHIND = re.compile(
    r"(?<=[^\s:])(?:\s*\(|[.;]\s+)(?P<details>(?i:(?:đơn vị|cơ quan|bộ phận)\s+)?(?i:chủ trì|thực hiện|phụ trách|chịu "
    r"trách nhiệm)(?:\s+thực hiện)?\s*:[^()]*)(?:\)?\s*[.;]?\s*$)"
)


#: Behind a body, before further ones: `các xã trong phạm vi nhiệm vụ của mình và các tổ chức liên quan`
WITHIN = re.compile(r"\s*,?\s*trong phạm vi\s(?:[^.;:]{3,60}?\s)?(?:của mình|được giao|quản lý)\s*(?:,|và)\s+")
#: Bullets that tell in which way a duty is done
TELLS_HOW = re.compile(r"(?:Bảo đảm|Đảm bảo|Tập trung vào|Phải|Được)(?!\w)")
LONGEST_TITLE = 8  # words


@dataclass(slots=True)
class _Group:
    """Statements and the details that belong to them."""

    statements: list[Block] = field(default_factory=list)
    details: list[Block] = field(default_factory=list)


def detail_kind(text: str) -> Kind | None:
    """What a block tells about the duty beside it; None for a block that is no detail."""
    return next((kind for kind, pattern in KINDS if pattern.match(text)), None)


def by_details(reading: Reading, block: Block, taken: set[str]) -> list[OpenDuty]:
    """The duties of a block whose lead is told apart: in a block of its own below, or behind the duty itself.

    Empty if there are none. Marks all children as told (``taken``).
    """
    if behind := DETAILS_BEHIND.search(block.text):
        return _with_details_behind(reading, block, behind, taken)
    children = [c for c in reading.children(block) if not _tells_its_own(reading, c)]
    if not any(
        detail_kind(c.text) == "lead"
        and (":" in c.text or (c.heading and not c.text.isupper() and LEAD_TITLE.match(c.text)))
        for c in children
    ):
        return []
    groups = [_Group()]
    for child in children:
        if detail_kind(child.text) is not None:
            groups[-1].details.append(child)
        else:
            if groups[-1].details:
                groups.append(_Group())
            groups[-1].statements.append(child)
    alone = len(groups) == 1
    duties = [d for g in groups for d in _duties(reading, block, g, alone or not g.statements) if d.lead]
    duties += [own for group in groups for detail in group.details for own in _own_duties(reading, detail)]
    if duties:
        for child in children:
            taken.add(child.id)
            take_below(reading, child, taken)
    return duties


def _tells_its_own(reading: Reading, item: Block) -> bool:
    """Is it told below an item who leads it?"""
    return detail_kind(item.text) is None and any(
        detail_kind(c.text) == "lead" and ":" in c.text for c in reading.children(item)
    )


def _with_details_behind(reading: Reading, block: Block, behind: re.Match[str], taken: set[str]) -> list[OpenDuty]:
    """``Trồng cây ở các trường (chủ trì: Đoàn xã; phối hợp: các trường; thời gian: tháng 3/2026)``."""
    end = len(block.text[: behind.start()].rstrip())
    own = find_lead(block.text, (0, end))
    begins = own.rest if own and own.bodies[0].span[0] == 0 else 0  # `Các tổ nộp hồ sơ. Phụ trách: Tổ trưởng.`
    acting = own.bodies if own and begins else []
    duty = OpenDuty([Body(b.name, shifted(b.span, block.span[0])) for b in acting], block.span, block)
    add_task(reading, duty, block, (begins, end), (0, len(block.text)))
    _read(reading, block, (behind.start("details"), behind.end("details")), duty)
    if not duty.lead:
        return []
    take_below(reading, block, taken)
    return [duty]


def _duties(reading: Reading, block: Block, group: _Group, alone: bool) -> list[OpenDuty]:
    """The duties of a group: one, or one a statement where they name bodies of their own beside the common ones."""
    named = [None if s.heading else find_lead(s.text, (0, len(s.text))) for s in group.statements]
    if alone and group.statements and _is_duty_itself(block, group):
        return _stated_above(reading, block, group, named)
    if not any(named):
        return [_duty(reading, block, group, alone)]
    duties = []
    for statement, lead in zip(group.statements, named, strict=True):
        at = statement.span[0]
        own = [Body(b.name, shifted(b.span, at)) for b in lead.bodies] if lead else []
        duty = OpenDuty(own, statement.span, statement)
        for clause in split_duties(statement.text, lead.rest if lead else 0):
            add_task(reading, duty, statement, clause.span)
        for detail in group.details:
            _read(reading, detail, (0, len(detail.text)), duty)
        duties.append(duty)
    return duties


def _is_duty_itself(block: Block, group: _Group) -> bool:
    """Does the item over the bullets state the duty (``1.1. Xây dựng và ban hành hướng dẫn về …``), not a title?"""
    if STARTS_DUTY.match(block.text) is None or block.text.isupper() or len(block.text.split()) <= LONGEST_TITLE:
        return False
    if any(CONTENT_TITLE.match(s.text) for s in group.statements):
        return False
    adding = [s for s in group.statements if STARTS_DUTY.match(s.text) and not TELLS_HOW.match(s.text)]
    return block.text.endswith((".", ";")) or 2 * len(adding) < len(group.statements)


def _stated_above(reading: Reading, block: Block, group: _Group, named: list[Lead | None]) -> list[OpenDuty]:
    """The duty of an item, with what its bullets add to it; those that tell how (``Bảo đảm …``) add nothing, and those
    that name who acts are duties of their own.
    """
    duties = [OpenDuty([], block.span, block)]
    for clause in split_duties(block.text, 0):
        add_task(reading, duties[0], block, clause.span)
    for statement, lead in zip(group.statements, named, strict=True):
        if lead:
            at = statement.span[0]
            own, partners = ([Body(b.name, shifted(b.span, at)) for b in some] for some in (lead.bodies, lead.partners))
            duties.append(OpenDuty(own, statement.span, statement, partners=partners))
            for clause in split_duties(statement.text, lead.rest):
                add_task(reading, duties[-1], statement, clause.span)
        elif STARTS_DUTY.match(statement.text) and not TELLS_HOW.match(statement.text):
            add_task(reading, duties[0], statement, (0, len(statement.text)))
    for detail in group.details:
        _read(reading, detail, (0, len(detail.text)), duties[0])
    return duties


def _duty(reading: Reading, block: Block, group: _Group, alone: bool) -> OpenDuty:
    """The duty of a group; the block above opens it where it states several things under one lead."""
    opening = group.statements[0] if len(group.statements) == 1 or not alone else block
    if opening.heading and reading.children(opening):
        opening = block
    duty = OpenDuty([], opening.span, opening)
    for statement in group.statements:
        if statement.heading:
            take_children(reading, statement, duty, set())
        else:
            titled = CONTENT_TITLE.match(statement.text)
            if titled is None and TELLS_MORE.match(statement.text) and len(group.statements) > 1:
                continue
            add_task(reading, duty, statement, (titled.end() if titled else 0, len(statement.text)))
    own = None if group.statements or block.heading else find_lead(block.text, (0, len(block.text)))
    if own:
        duty.lead += [Body(b.name, shifted(b.span, block.span[0])) for b in own.bodies]
        for clause in split_duties(block.text, own.rest):
            add_task(reading, duty, block, clause.span)
    elif not group.statements:
        for clause in split_duties(block.text, 0):
            add_task(reading, duty, block, clause.span)
    for detail in group.details:
        _read(reading, detail, (0, len(detail.text)), duty)
    return duty


def _read(reading: Reading, detail: Block, place: Span, duty: OpenDuty) -> None:
    """Read a detail; several may stand in one block (``Đơn vị chủ trì: X; Đơn vị phối hợp: Y``)."""
    start = place[0]
    for cut in [*(m.end() for m in NEXT_DETAIL.finditer(detail.text, *place)), place[1]]:
        piece = detail.text[start:cut]
        kind = detail_kind(piece)
        value = piece.split(":", 1)[1].strip(" .;–-") if ":" in piece else ""
        if kind in ("lead", "partners"):
            if value:
                _sort_bodies(value, detail.span[0] + start + piece.find(value), kind, duty)
            else:
                _read_list(reading, detail, kind, duty)
        elif kind == "time":
            at = detail.span[0]
            due = next((t.end for t in reading.times_in(detail) if t.end and start <= t.span[0] - at < cut), None)
            duty.tasks = [t.model_copy(update={"due": t.due or due}) for t in duty.tasks]
        elif kind == "product" and value:
            duty.tasks = [t.model_copy(update={"product": value}) for t in duty.tasks]
        start = cut


def _read_list(reading: Reading, detail: Block, kind: Kind, duty: OpenDuty) -> None:
    """The bodies listed under a title (``2. Cơ quan chủ trì, phối hợp``, with ``a) Cơ quan chủ trì`` below or not)."""
    for child in reading.children(detail):
        if detail_kind(child.text) is not None:
            _read(reading, child, (0, len(child.text)), duty)
        elif child.heading:
            _read_list(reading, child, kind, duty)
        elif not opens_with_body(child.text):
            (duty.lead if kind == "lead" else duty.partners).extend(
                split_names(child.text.rstrip(" .;"), child.span[0])
            )
        elif _own_duty(child) is None:
            _sort_bodies(child.text.rstrip(" .;"), child.span[0], kind, duty)


def _own_duty(listed: Block) -> Lead | None:
    """Who of a list does something of his own (``Sở Xây dựng đăng tải thông điệp …``), and leads or joins no more."""
    lead = find_lead(listed.text, (0, len(listed.text))) if detail_kind(listed.text) is None else None
    told = lead and (LEADS.match(listed.text, lead.rest) or JOINS.match(listed.text, lead.rest))
    return lead if lead and not told and lead.bodies[0].span[0] == 0 else None


def _own_duties(reading: Reading, detail: Block) -> list[OpenDuty]:
    duties = []
    for child in reading.children(detail) if detail_kind(detail.text) == "lead" else ():
        if lead := _own_duty(child):
            at = child.span[0]
            bodies, partners = (
                [Body(b.name, shifted(b.span, at)) for b in some] for some in (lead.bodies, lead.partners)
            )
            duties.append(OpenDuty(bodies, child.span, child, partners=partners))
            for clause in split_duties(child.text, lead.rest):
                add_task(reading, duties[-1], child, clause.span)
    return duties


def _sort_bodies(value: str, offset: int, kind: Kind, duty: OpenDuty) -> None:
    """The bodies of a run-in detail; its own words may tell who else joins (``Sở A chủ trì; Sở B, Sở C phối hợp``)."""
    at = 0
    for piece in re.split(r"(?<=[;.])\s+", value):
        if opens_with_body(piece):
            end = name_end(piece)
            joins = kind == "partners" or re.match(r"\s*(?:cùng\s+)?phối hợp", piece[end:]) is not None
            (duty.partners if joins else duty.lead).extend(split_names(piece[:end].rstrip(" ;."), offset + at))
            if further := WITHIN.match(piece, end):
                _sort_bodies(piece[further.end() :], offset + at + further.end(), kind, duty)
            duty.partners += find_partners(piece[end:], offset + at + end)
        at += len(piece) + 1
