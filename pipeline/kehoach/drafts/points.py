"""A draft in the making: its paragraphs with their origin, before labels are given and the text is laid down."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.draft import About, Change, LeftOut
from kehoach.plan import Block


@dataclass(slots=True)
class Ask:
    """A question in the making; ``id`` is given when the whole draft is known, ``answer`` from what the officer
    wrote; ``quotes`` are the parent's words for each place where several share the question (``sharing``).
    """

    about: About
    message: str
    parent_quote: str | None = None
    options: list[str] = field(default_factory=list)
    answer: str | None = None
    id: str = ""
    quotes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reference:
    """A reference of a point to others: its words now, the pieces between its labels, the parent's blocks it means."""

    words: str
    pieces: list[str]
    targets: list[str]


@dataclass(slots=True)
class Point:
    """A paragraph of the draft.

    label    a label of the style that it shall have (its number is given later); None for plain text
    parents  ids of the blocks of the parent plan that it comes from
    refers   references that follow the labels of other points
    """

    text: str
    depth: int
    rule: str
    change: Change
    parents: list[str] = field(default_factory=list)
    label: str | None = None
    heading: bool = False
    note: str | None = None
    asks: list[Ask] = field(default_factory=list)
    refers: list[Reference] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """The points of a body in order, and what was left out on the way."""

    points: list[Point] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def from_block(block: Block, text: str, rule: str, change: Change = "adapted") -> Point:
    """A point that carries a block of the parent; unchanged words are ``same`` whatever ``change`` says."""
    same = _folded(text) == _folded(block.text)
    return Point(
        text=text,
        depth=block.depth,
        rule="carried" if same and rule == "rescoped" else rule,
        change="same" if same else change,
        parents=[block.id],
        label=block.label,
        heading=block.heading,
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".;: ")


def sentence(text: str) -> str:
    """``text`` with a capital at its head."""
    text = text.strip()
    return text[:1].upper() + text[1:]
