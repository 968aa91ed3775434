"""The data model of a derived plan: the draft, where each part of it comes from, and what only a person can say.

A draft never holds a figure, date, name or document number that stands neither in the parent plan nor in the profile
of the locality and that no named rule computes. Where a value is unknown it reads ``[…]`` and a question is open.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from kehoach.plan import Model, Plan

Change: TypeAlias = Literal["same", "adapted", "narrowed", "extended", "added"]
Why: TypeAlias = Literal["not_applicable", "dropped"]
About: TypeAlias = Literal["target", "deadline", "body", "award", "citation", "header", "name", "content"]

#: What stands in the text where a value is open.
OPEN = "[…]"


class Lineage(Model):
    """Where a block of the draft comes from: blocks of the parent plan, by which rule, and how it differs."""

    block: str
    parents: list[str]
    rule: str
    change: Change
    note: str | None = None


class LeftOut(Model):
    """A block of the parent plan that no block of the draft carries, and the rule that left it out."""

    parent: str
    why: Why
    rule: str


class Question(Model):
    """What the parent plan and the profile do not tell.

    id            stable while the parent's words and the place in the draft are the same
    block         the block of the draft that the answer completes; None for letterhead and signature
    parent_quote  the words of the parent plan that raise the question
    options       answers to choose from; others are allowed
    answer        what the officer answered, None while the question is open
    blocks        all blocks that the answer completes, ``block`` first
    places        for how many open places it is asked: the answer gives them in order, set off by semicolons
    """

    id: str
    block: str | None
    about: About
    parent_quote: str | None = None
    message: str
    options: list[str] = Field(default_factory=list)
    answer: str | None = None
    blocks: list[str] = Field(default_factory=list)
    places: int = 1


class Draft(Model):
    """A draft plan with its lineage. Every block of ``plan`` stands in ``lineage`` once."""

    plan: Plan
    lineage: list[Lineage]
    left_out: list[LeftOut]
    questions: list[Question]

    @property
    def open(self) -> list[Question]:
        """The questions that nobody has answered."""
        return [question for question in self.questions if question.answer is None]

    def to_json(self, indent: int | None = 2) -> str:
        """The draft as the contract's JSON."""
        return self.model_dump_json(indent=indent, by_alias=True)
