"""``Plan`` + ``Locality`` → ``Draft``: what the unit signs to carry out the plan of the level above.

Pure: no clock, no file, no network. Steps: whom each block addresses (``addressees``), what is carried (``selection``)
and how it reads (``phrases``, ``rolls``, ``targets``, ``awards``, ``deadlines``), who does it (``duties``), head and
end
(``opening``, ``closing``), labels (``numbering``), and the reading of the whole as a plan (``composition``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date

from kehoach.draft import Draft
from kehoach.drafts.answers import apply
from kehoach.drafts.closing import closing, recipients, signature
from kehoach.drafts.composition import Sheet, compose, name_asks, owners_of
from kehoach.drafts.drafting import Drafting, drafting
from kehoach.drafts.duties import organise
from kehoach.drafts.edits import keys_of, write_over
from kehoach.drafts.leads import without_leads_above
from kehoach.drafts.numbering import number
from kehoach.drafts.opening import preamble, title_of
from kehoach.drafts.points import Ask, Point
from kehoach.drafts.references import label_references, refer_to_parent
from kehoach.drafts.scope import DeriveError
from kehoach.drafts.selection import carry_section
from kehoach.drafts.sharing import share_asks
from kehoach.drafts.unassigned import ask_for_led, ask_whose, asks_whether_to_issue
from kehoach.drafts.uncovered import ask_for_uncovered
from kehoach.drafts.updates import Changes, merge, read_edited
from kehoach.locality import Locality
from kehoach.plan import Block, Plan

__all__ = ["DeriveError", "EditedDraft", "draft_of", "edited_draft", "finished", "sheet_of", "updated_draft"]


def draft_of(plan: Plan, locality: Locality, day: Date, answers: Mapping[str, str] | None = None) -> Draft:
    """The draft of ``day``, with the answers given so far (question id → answer).

    Raises ``DeriveError`` or ``LocalityError`` where parent, unit and date do not fit, ``AnswersError`` for an id that
    this draft does not ask.
    """
    work = drafting(plan, locality, day)
    sheet = sheet_of(work)
    return finished(work, sheet, answers or {})


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """A draft with what an officer wrote over it.

    keys    block id → the key by which an edit of that paragraph is kept; what an answer wrote has none
    lost    keys of edits whose paragraph is no more, since the parent changed
    stale   ids of answered questions that are asked no more
    """

    draft: Draft
    keys: dict[str, str]
    lost: list[str]
    stale: list[str]


def edited_draft(
    plan: Plan, locality: Locality, day: Date, answers: Mapping[str, str], edits: Mapping[str, str]
) -> EditedDraft:
    """The draft with answers and with paragraphs written over (``drafts/edits``). Raises as ``draft_of``, but
    answers to questions that are asked no more are passed over.
    """
    work = drafting(plan, locality, day)
    sheet = sheet_of(work)
    keys = keys_of(sheet)
    left, lost = write_over(sheet, keys, edits)
    work.body.left_out += left
    asked = {ask.id for ask in name_asks(sheet)}
    draft = finished(work, sheet, {key: answer for key, answer in answers.items() if key in asked})
    owners = owners_of(draft.plan, sheet.points)
    first = {block.id: id(points[0]) for block, points in zip(draft.plan.blocks, owners, strict=True)}
    named = {block: keys[point] for block, point in first.items() if point in keys}
    return EditedDraft(draft, named, lost, sorted(set(answers) - asked))


def updated_draft(
    plan: Plan, locality: Locality, day: Date, answers: Mapping[str, str], data: bytes, edited: Plan, name: str
) -> tuple[Draft, Changes]:
    """A draft made anew that keeps what an officer did to an earlier one.

    ``data`` and ``edited`` are the edited Word file and what ``extract`` reads of it; ``name`` is for messages.
    Returns the draft and what was met. Raises as ``draft_of``, and ``UpdateError``.
    """
    work = drafting(plan, locality, day)
    sheet = sheet_of(work)
    name_asks(sheet)
    _label(sheet.points)
    before = read_edited(data, edited, name)
    changes, left = merge(sheet, compose(sheet, []), before)
    work.body.left_out += left
    return finished(work, sheet, answers), changes


def finished(work: Drafting, sheet: Sheet, answers: Mapping[str, str]) -> Draft:
    """A sheet with its answers read as a plan; no body above leads a duty of it."""
    work.body.left_out += apply(sheet, answers)
    _label(sheet.points)
    draft = compose(sheet, work.body.left_out)
    while without_leads_above(draft, work, sheet):
        _label(sheet.points)
        draft = compose(sheet, work.body.left_out)
    return draft


def _label(points: list[Point]) -> None:
    number(points)
    label_references(points)


def sheet_of(work: Drafting) -> Sheet:
    """Everything that will stand on the paper."""
    before, body, after = _parts(work.plan.blocks)
    title, title_asks = title_of(work)
    points = preamble(work, before, title)
    organising = [s for s in body if _organises(work, s)]
    charging = [s for s in organising if _charges(work, s)] or organising
    charged: list[Point] = []
    for section in body:
        if section in organising:
            duties = organise(work, section, last=section is charging[-1])
            points += duties
            charged = [*duties, *charged] if section is charging[-1] else [*charged, *duties]
        else:
            carried = carry_section(work, section)
            ask_whose(work, section, carried)
            points += carried
    ask_for_uncovered(work, points, charged)
    ask_for_led(work, points)
    issuing = next(p for p in points if p.rule == "issuing_sentence")
    issuing.asks += asks_whether_to_issue(work)
    issuing.parents += [key for key in work.told_at_start if key not in issuing.parents]
    _without_end_marks(points)
    refer_to_parent(work, points)
    points += closing(work, after, title)
    share_asks(points)
    _tell_corrections(work, points)
    lines, foot_asks = signature(work)
    return Sheet(
        superior_line=_superior_line(work),
        issuer_lines=_issuer_lines(work),
        number=f"Số: {work.locality.letterhead.number or ''}/{_symbol(work)}",
        place_and_date=_place_and_date(work),
        title=title,
        points=points,
        recipients=recipients(work),
        signature=lines,
        head_asks=[*title_asks, *_head_asks(work)],
        foot_asks=foot_asks,
    )


def _without_end_marks(points: list[Point]) -> None:
    """``./.`` ends a document (NĐ 30/2020, Phụ lục III, mẫu 1.4): what ended the parent does not end the draft."""
    for point in points:
        point.text = re.sub(r"\s*[.;,]?\s*/\.+\s*$", ".", point.text)


def _tell_corrections(work: Drafting, points: list[Point]) -> None:
    """A value that a user put right is noted where it is carried, and asked where its sentence does not say it."""
    for each in work.reworded:
        point = next((p for p in points if each.block in p.parents), None)
        if point is None:
            continue
        told = f"{each.was} → {each.now}"
        if each.written:
            point.note = "; ".join(filter(None, [point.note, f"Đã sửa tay ở kế hoạch cấp trên: {told}."]))
        else:
            message = f"Số liệu của kế hoạch cấp trên đã được sửa tay ({told}), câu này chưa ghi theo. Sửa câu này."
            point.asks.append(Ask("content", message, point.text, ["Giữ nguyên"]))


def _organises(work: Drafting, section: Block) -> bool:
    """Does a section give duties to bodies?"""
    roles = set(section.roles)
    return "implementation" in roles and bool(work.children(section)) and not roles & {"timeline", "subjects", "awards"}


def _charges(work: Drafting, section: Block) -> bool:
    """Does a duty of the parent stand below a section?"""
    charged = {a.block for a in work.plan.assignments}
    return any(child.id in charged or _charges(work, child) for child in work.children(section))


def _parts(blocks: list[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """Preamble, sections, closing; bullets of the preamble belong to it."""
    roots = [i for i, b in enumerate(blocks) if b.depth > 0 and b.parent is None]
    if not roots:
        return [], [b for b in blocks if b.parent is None], []
    before = blocks[: roots[0]]
    after = [b for b in blocks[roots[0] :] if b.depth == 0 or _hangs_on_closing(b, blocks)]
    return before, [blocks[i] for i in roots], after


def _hangs_on_closing(block: Block, blocks: list[Block]) -> bool:
    above = next((b for b in blocks if b.id == block.parent), None)
    return above is not None and above.depth == 0


def _superior_line(work: Drafting) -> str | None:
    """A department prints its committee above its name; a committee prints nothing (NĐ 30/2020, Phụ lục I, II.2)."""
    if not work.scope.department:
        return None
    by_committee = work.plan.header.issuer.kind == "people_committee" or not work.locality.unit.province
    name = work.scope.superior if by_committee else f"UBND {work.locality.unit.province}"
    return name.replace("Ủy ban nhân dân", "UBND").upper()


def _issuer_lines(work: Drafting) -> list[str]:
    unit = work.scope.full.upper()
    return [unit] if work.scope.department else ["ỦY BAN NHÂN DÂN", unit]


def _symbol(work: Drafting) -> str:
    return work.locality.letterhead.symbol or "KH-UBND"


def _place_and_date(work: Drafting) -> str:
    """``Suối Ngàn, ngày tháng 02 năm 2026``: the day is set when the plan is signed."""
    day = work.scope.day
    place = (
        work.locality.letterhead.place
        or ("" if work.scope.department else work.locality.unit.name)
        or work.scope.upper_name
        or re.sub(r"^(?:tỉnh|thành phố)\s+", "", work.locality.unit.province or "", flags=re.IGNORECASE)
    )
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{place}, ngày tháng {month} năm {day.year}"


def _head_asks(work: Drafting) -> list[Ask]:
    return (
        []
        if work.locality.letterhead.number
        else [Ask("header", "Số và ngày ký do văn thư ghi khi ban hành.", None, ["Để trống"])]
    )
