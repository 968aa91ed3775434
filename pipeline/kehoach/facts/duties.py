"""A duty while it is read: its lead, its tasks, its partners; and how running text lists duties.

Sentences, and parts behind ``;``, are tasks where they have a duty of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.facts.bodies import Body, opens_with_body
from kehoach.facts.headings import heading_lead
from kehoach.facts.leads import FURTHER, NEAR, STARTS_DUTY, find_lead, is_persons, names_own_lead
from kehoach.facts.partners import find_partners, led_before, only_joins
from kehoach.facts.reading import BORN, FULL_STOP, Reading, in_bracket, shifted
from kehoach.plan import Assignment, Block, Span, Task

MARK = re.compile(rf"{FULL_STOP}|;\s+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a text and its place."""

    text: str
    span: Span


def split_duties(text: str, start: int) -> list[Clause]:
    """The duties in ``text`` from ``start``: the first piece whole, then each piece that begins like a duty.

    A piece that does not is the rest of the one before it.
    """
    pieces: list[list[int]] = []
    at = start
    for match in [*MARK.finditer(text, start), None]:
        end = match.start() + (1 if match and match[0].startswith(".") else 0) if match else len(text)
        piece = text[at:end]
        if not pieces or (
            _is_duty(piece, text[at - 2 : at - 1] == ".", led_before(text, pieces[-1][0], at))
            and not in_bracket(text, at, start)
            and not (text[at - 2 : at - 1] == ";" and LISTS.search(text, max(pieces[-1][0], at - NEAR), at))
        ):
            pieces.append([at, end])
        else:
            pieces[-1][1] = end
        at = match.end() if match else end
    clauses = []
    for begin, end in pieces:
        begin += number.end() if (number := NUMBERED.match(text[begin:end])) else 0
        end = begin + len(text[begin:end].rstrip())
        if end > begin:
            clauses.append(Clause(text[begin:end], (begin, end)))
    return clauses


#: A colon within a sentence, behind which `;` divides a list
LISTS = re.compile(r"\w:\s(?!.*\.\s)(?![^()]*\))")
#: Sentences that tell how, where, when: no duty of their own
TELLS_MORE = re.compile(
    r"(?:Hình thức|Nội dung|Thời gian|Thời hạn|Địa điểm|Kinh phí|Đối tượng|Số lượng|Thành phần|Mức|Tỷ lệ|Tỉ lệ|Kết quả|"
    r"Sản phẩm|Đầu mối(?:\s[^:.;]{0,20})?:|Điện thoại|Liên hệ|Ghi chú|Trong đó|Cụ thể|"
    r"Mọi (?:khó khăn|vướng mắc|ý kiến|chi tiết|thông tin))(?!\w)"
)
#: A remark of its own: `(Có đề cương kèm theo.)`
NOTE = re.compile(r"\([^()]*\)[.;]?")
#: The number of a duty within a sentence: `(1) Lập danh sách; (2) …`
NUMBERED = re.compile(r"^\(?[\da-zđ]{1,2}\)\s+")


def _is_duty(piece: str, after_stop: bool, led: bool) -> bool:
    """Does a piece tell a duty? Behind one that says who leads, a body that only joins in does not."""
    piece = piece.lstrip()
    piece = NUMBERED.sub("", piece)
    if TELLS_MORE.match(piece) or (led and only_joins(piece)):
        return False
    return STARTS_DUTY.match(piece) is not None or opens_with_body(piece) or (after_stop and piece[:1].isupper())


@dataclass(slots=True)
class OpenDuty:
    """An assignment in the making; ``quote`` is the place of the block or sentence that opens it."""

    lead: list[Body]
    quote: Span
    block: Block
    tasks: list[Task] = field(default_factory=list)
    partners: list[Body] = field(default_factory=list)
    apart: list[OpenDuty] = field(default_factory=list)  # of others whom its text names
    begins: int = 0  # where in its block the duty itself does


def as_assignment(reading: Reading, duty: OpenDuty) -> Assignment:
    """The finished assignment; bodies once each."""
    return Assignment(
        lead=list(dict.fromkeys(b.name for b in duty.lead)),
        partners=list(dict.fromkeys(b.name for b in duty.partners)),
        quote=reading.text[duty.quote[0] : duty.quote[1]],
        tasks=duty.tasks,
        span=duty.quote,
        block=duty.block.id,
    )


#: Who has nothing to do but what each of its members has: `Trách nhiệm của các cơ quan, đơn vị`
IN_GENERAL = re.compile(
    r"(?:các|những)\s+(?:cơ quan|đơn vị|bên|ban|ngành|phòng|tổ chức|lực lượng|thành viên|bộ phận|cấp)"
    r"(?:,?\s+(?:và\s+)?(?:cơ quan|đơn vị|ban|ngành|phòng|tổ chức|địa phương|đoàn thể|cá nhân|"
    r"có liên quan|liên quan))*",
    re.IGNORECASE,
)


def take_children(reading: Reading, block: Block, duty: OpenDuty, taken: set[str]) -> None:
    """The blocks below are the tasks: a bullet or item whole, text by its duties, a sub-heading by what it holds.

    What names who acts itself is no task of the lead.
    """
    general = all(IN_GENERAL.fullmatch(lead.name) for lead in duty.lead)
    for child in reading.led_in(block):
        if child.id in taken or NOTE.fullmatch(child.text):
            continue
        if _has_own_lead(child, general, len(duty.lead) > 1) and not _names_again(child, duty):
            continue
        taken.add(child.id)
        if child.heading:
            take_children(reading, child, duty, taken)
            continue
        if child.label is None and not reading.children(child):
            for clause in split_duties(child.text, 0):
                if other := _of_another(child, clause.span, duty):
                    duty.apart.append(other)
                    add_task(reading, other, child, (other.begins, clause.span[1]))
                else:
                    add_task(reading, duty, child, clause.span)
        else:
            add_task(reading, duty, child, (0, len(child.text)))
        if _lists_objects(reading, child):
            take_below(reading, child, taken)
        take_children(reading, child, duty, taken)


def _of_another(block: Block, clause: Span, duty: OpenDuty) -> OpenDuty | None:
    """A further clause that names who does it: ``…; Đoàn xã lập 13 đội; …``."""
    lead = find_lead(block.text, clause) if clause[0] and FURTHER.match(block.text, clause[0]) else None
    known = {body.name.casefold() for body in duty.lead}
    if lead is None or lead.bodies[0].span[0] != clause[0] or known & {body.name.casefold() for body in lead.bodies}:
        return None
    at = block.span[0]
    bodies, partners = ([Body(b.name, shifted(b.span, at)) for b in some] for some in (lead.bodies, lead.partners))
    return OpenDuty(bodies, shifted(clause, at), block, partners=partners, begins=lead.rest)


def _lists_objects(reading: Reading, task: Block) -> bool:
    """``Báo cáo kết quả theo các nhóm việc sau:`` over things: what the task is about, no tasks."""
    below = reading.children(task)
    duties = [b for b in below if b.heading or STARTS_DUTY.match(b.text) or opens_with_body(b.text)]
    return task.text.endswith(":") and 2 * len(duties) < len(below)


def _has_own_lead(block: Block, general: bool, several: bool) -> bool:
    """Does a block below name who acts itself? In running text below ``several`` bodies, anywhere in a sentence."""
    if block.heading:
        lead = heading_lead(block.text)
        return bool(lead) and not is_persons(lead)
    shared = general or (several and block.label is None)
    return names_own_lead(block.text) or (shared and find_lead(block.text, (0, len(block.text))) is not None)


#: Said of a group at one place, left out at the other (``1. Các hộ trồng rừng``, ``- Hộ trồng rừng ký cam kết``)
EACH = re.compile(r"(?:các|những)\s+")


def _names_again(block: Block, duty: OpenDuty) -> bool:
    """``Sở sẽ lập các đoàn …`` under ``1. Sở Y tế``: who leads, called by a part of the name."""
    named = None if block.heading else find_lead(block.text, (0, min(len(block.text), NEAR)))
    if named is None or len(named.bodies) != 1 or len(duty.lead) != 1:
        return False
    short, whole = (EACH.sub("", body.name.casefold()) for body in (named.bodies[0], duty.lead[0]))
    return short != whole and whole.startswith((f"{short} ", f"{short}, "))


def take_below(reading: Reading, block: Block, taken: set[str]) -> None:
    """Mark what stands under a task as told by it."""
    for child in reading.children(block):
        taken.add(child.id)
        take_below(reading, child, taken)


def add_task(reading: Reading, duty: OpenDuty, block: Block, span: Span, dated: Span | None = None) -> None:
    """Add the piece ``span`` of a block as a task, with the partners that it names and its date, which may stand in the
    wider piece ``dated``.
    """
    at = block.span[0]
    place = shifted(span, at)
    within = shifted(dated or span, at)
    due = next(
        (
            t.end
            for t in reading.times_in(block)
            if within[0] <= t.span[0] < within[1] and t.end and not _is_of_name(reading, t.span, t.text)
        ),
        None,
    )
    duty.tasks.append(Task(quote=block.text[span[0] : span[1]], span=place, due=due))
    known = {b.name.casefold() for b in [*duty.partners, *duty.lead]}
    duty.partners += [
        b for b in find_partners(block.text[span[0] : span[1]], at + span[0]) if b.name.casefold() not in known
    ]


def _is_of_name(reading: Reading, span: Span, text: str) -> bool:
    of_birth = BORN.search(reading.text[max(0, span[0] - 30) : span[0]])
    return text.casefold().startswith(("giai đoạn", "thời kỳ")) or span[0] in reading.cited or of_birth is not None
