"""Who joins in a duty: bodies behind ``phối hợp với``, those that ``phối hợp`` themselves, those marked in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.alphabet import UPPER
from kehoach.facts.bodies import Body, name_end, opens_with_body, split_names
from kehoach.plan import Span

PARTNERS = re.compile(
    r"chủ trì,?\s+cùng(?:\s+với)?\s+|phối (?:hợp|kết hợp)\s+(?:(?:chặt chẽ|thường xuyên|đồng bộ|tích cực|tốt|thực hiện|"
    r"triển khai)\s+)*(?:(?:với|cùng(?: với)?|giữa)\s+)?",
    re.IGNORECASE,
)
#: Who leads, so that another one who is named with it only joins: `A chủ trì, B phối hợp`
LEADS = re.compile(r"(?<!\w)(?:chủ trì|(?:làm|là)\s+(?:cơ quan\s+|đơn vị\s+)?đầu mối|chịu trách nhiệm chính)(?!\w)")
JOINING = re.compile(r"(?:phối (?:hợp|kết hợp)|cùng tham gia)(?!\w)")
JOINS = re.compile(rf"\s*(?:cùng\s+)?(?:tham gia\s+)?(?P<verb>{JOINING.pattern})(?!\s+(?:có|chịu)\s)")
#: Inside a text a list of names begins with a capital or a group; `ban, ngành` goes on with one
NAMED = re.compile(rf"[{UPPER}]|(?:các|những|từng|mỗi|toàn thể|tất cả)\s|(?:ông|bà|cô|thầy|đồng chí|đ/c)\s+[{UPPER}]")
NEAR = 80  # characters in which a body opens
FAR = 1500  # characters of a sentence
_MARK = re.compile(r"[,;(]\s*")
_ROLE = re.compile(r"\s*\((?:(?:cơ quan|đơn vị)\s+)?(?P<role>chủ trì|đầu mối|phối hợp|cùng tham gia|tham gia)[^()]*\)")


def find_partners(text: str, offset: int = 0) -> list[Body]:
    """Bodies after ``phối hợp (với)``, and those behind a mark that do so (``…, B phối hợp``).

    ``offset`` is added to the spans.
    """
    found = [(begin, split_names(text[begin:end], offset + begin)) for begin, end in _joining(text)]
    for match in PARTNERS.finditer(text):
        rest = text[match.end() :]
        if opens_with_body(rest):
            found.append((match.end(), split_names(rest[: name_end(rest)], offset + match.end())))
    return [body for _, bodies in sorted(found, key=lambda entry: entry[0]) for body in bodies]


def _joining(text: str) -> Iterator[Span]:
    """Where names stand between a mark and ``phối hợp``; those at the head of the text lead."""
    if not JOINING.search(text):
        return
    told = name_end(text) if opens_with_body(text) else 0
    for mark in _MARK.finditer(text):
        anew = mark[0][0] == ";" or NAMED.match(text, mark.end())
        if mark.start() >= told and anew and opens_with_body(text[mark.end() :][:NEAR]):
            told = name_end(text, mark.end())
            joins = JOINS.match(text, told)
            if joins is None or text[told - 2 : told] == ", ":
                continue
            others = PARTNERS.match(text, joins.start("verb"))
            if led_before(text, 0, told) or not (others and opens_with_body(text[others.end() :][:NEAR])):
                yield mark.end(), told


def led_before(text: str, start: int, place: int) -> bool:
    """Does the text not far before ``place`` say who leads?"""
    return LEADS.search(text, max(start, place - FAR), place) is not None


def only_joins(text: str) -> bool:
    """Does a clause say of a body only that it joins in (``Công an xã phối hợp kiểm tra``), naming nobody beside it?"""
    if not opens_with_body(text):
        return False
    joins = JOINS.match(text, name_end(text))
    others = joins and PARTNERS.match(text, joins.start("verb"))
    return joins is not None and not (others and opens_with_body(text[others.end() :][:NEAR]))


def by_role(bodies: list[Body], text: str, offset: int = 0) -> tuple[list[Body], list[Body]]:
    """Leads and partners of a list whose brackets tell the roles: ``A (chủ trì), B và C (phối hợp)``.

    ``text`` holds the list and what follows; ``offset`` is what the spans of ``bodies`` count from.
    """
    leads: list[Body] = []
    waiting: list[Body] = []  # named behind the lead, whose role a later bracket tells
    partners: list[Body] = []
    led = False
    for body in bodies:
        told = _ROLE.search(body.name) or _ROLE.match(text, body.span[1] - offset)
        role = told["role"] if told else None
        if told and told.string is not text:
            name = body.name[: told.start()]
            body = Body(name, (body.span[0], body.span[0] + len(name)))
        if role in ("chủ trì", "đầu mối"):
            leads, waiting, led = [*leads, *waiting, body], [], True
        elif role:
            partners, waiting = [*partners, *waiting, body], []
        else:
            (waiting if led else leads).append(body)
    return [*leads, *waiting], partners
