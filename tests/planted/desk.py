"""The writer's desk: what a plan is about, how it is written, and the drawers of wordings, each to be used once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple

from .dates import Frame
from .facts import Citation, Fact, Milestone, PlantedBlock, PlantedTable
from .issuers import Issuer
from .wordings.topic import Topic

LETTERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
ORDINALS = ("nhất", "hai", "ba")
SHORT = (("Ủy ban nhân dân", "UBND"), ("Mặt trận Tổ quốc", "MTTQ"), ("Hội đồng nhân dân", "HĐND"))


class Clause(NamedTuple):
    """A piece of text without its full stop, and the facts that it states."""

    text: str
    facts: tuple[Fact, ...] = ()


def cap(text: str) -> str:
    return text[:1].upper() + text[1:]


# words that keep their capital inside a sentence
PROPER = (
    "Ủy ban",
    "UBND",
    "MTTQ",
    "Chủ tịch",
    "Nhà nước",
    "Nhân dân",
    "Đảng",
    "Quỹ",
    "Cổng",
    "Luật",
    "Trưởng",
    "Ban ",
    "Công an",
    "Phòng",
    "Sở",
    "Ngày",
    "Tháng",
    "OCOP",
)


def low(text: str) -> str:
    """With a small letter, unless the first word is a name."""
    return (
        text
        if text.startswith(PROPER) and not text.startswith(("Phòng cháy", "Phòng,", "Sở hữu"))
        else text[:1].lower() + text[1:]
    )


def listed(names: Sequence[str]) -> str:
    """A, B và C"""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " và " + names[-1]


@dataclass(frozen=True)
class Style:
    numbering: str  # roman | letters | arabic | parts
    colon: bool  # a colon after headings
    items: str  # bullet | letter | plain
    shorten: bool  # UBND, MTTQ
    semicolons: bool  # items end in ; but for the last
    dotted: bool  # 1.1. rather than 1.1
    names_itself: bool  # the preamble gives the issuer in full


@dataclass
class Desk:
    rng: Random
    topic: Topic
    issuer: Issuer
    frame: Frame
    style: Style
    emulation: bool
    due: str | None = None  # governs targets where nothing nearer does
    cited: list[str] = field(default_factory=list)  # documents named so far: Quyết định số 587/QĐ-TTg
    drawers: dict[str, list[Any]] = field(default_factory=dict)

    def take(self, name: str, stock: Sequence[Any]) -> Any | None:
        """The next of a stock in random order; None when it has run out."""
        if name not in self.drawers:
            self.drawers[name] = self.rng.sample(list(stock), len(stock))
        return self.drawers[name].pop() if self.drawers[name] else None

    def say(self, name: str) -> str:
        """A body as this plan writes it."""
        if self.style.shorten:
            for long, short in SHORT:
                name = name.replace(long, short)
        return name

    @property
    def team(self) -> list[str]:
        return self.issuer.team(self.topic)

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def extra(self, p: float) -> bool:
        """Whether to add a section that can be spared; lettered plans end before ``I.``, which is Roman one as well."""
        return self.chance(p) and self.style.numbering != "letters"

    def fill(self, text: str) -> str:
        """A phrase with its place-holders filled."""
        named = {
            "ten": self.topic.name,
            "sub": self.issuer.sub,
            "dau_moi": self.contact,
            "ubnd": self.say(self.issuer.advises or self.issuer.short),
        }
        for key, value in named.items():
            text = text.replace(f"{{{key}}}", value)
        return text

    @property
    def contact(self) -> str:
        """The leading body inside a sentence: reports and questions go to it."""
        lead = self.say(self.issuer.lead)
        return low(lead) if lead.startswith("Các ") else lead


@dataclass
class Outline:
    """The body as it grows: labels are counted as the style wants them."""

    desk: Desk
    blocks: list[PlantedBlock] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    top: int = 1

    def _label(self, depth: int) -> str:
        number = self.counts[depth] = self.counts.get(depth, 0) + 1
        for deeper in [d for d in self.counts if d > depth]:
            del self.counts[deeper]
        if self.desk.style.numbering == "parts" and depth == 1:
            return f"Phần thứ {ORDINALS[number - 1]}"
        return self._printed(depth, number)

    def _printed(self, depth: int, number: int) -> str:
        """The number as the style prints it at this depth."""
        style, place = self.desk.style, depth - (self.top - 1)
        if style.numbering == "arabic" and place == 2:
            return f"{self.counts.get(depth - 1, 1)}.{number}{'.' if style.dotted else ''}"
        forms = {"arabic": ("1", "", "a"), "letters": ("A", "I", "1", "a")}.get(style.numbering, ("I", "1", "a"))
        form = forms[min(place, len(forms)) - 1]
        if form == "1":
            return f"{number}."
        if form == "I":
            return f"{ROMAN[number - 1]}."
        return f"{LETTERS[number - 1].upper()}." if form == "A" else f"{LETTERS[number - 1]})"

    def head(
        self,
        depth: int,
        text: str,
        roles: tuple[str, ...],
        facts: tuple[Fact, ...] = (),
        mark: str | None = None,
        bare: bool = False,
    ) -> None:
        """A heading; sections stand in capitals, and the style may add a colon below them."""
        if depth == self.top or (depth < self.top):
            text = text.upper()
        elif self.desk.style.colon and not bare and not text.endswith(":"):
            text += ":"
        self.blocks.append(PlantedBlock(mark or self._label(depth), depth, text, True, roles, facts))

    def item(self, depth: int, clause: Clause, mark: str | None = None, table: PlantedTable | None = None) -> None:
        """A numbered item, a bullet (``mark``) or, with an empty mark, a plain paragraph."""
        label = self._label(depth) if mark is None else mark or None
        self.blocks.append(PlantedBlock(label, depth, clause.text, False, (), clause.facts, table))

    def items(self, depth: int, clauses: Sequence[Clause], mark: str | None = None) -> None:
        """A list in the plan's style: bullets, letters or paragraphs, with its punctuation."""
        marks = {"bullet": "-", "letter": None, "plain": ""}
        chosen = mark if mark is not None else marks[self.desk.style.items]
        if chosen is None and (len(clauses) == 1 or depth - self.top < 2):
            chosen = "-"
        for n, clause in enumerate(clauses):
            end = ";" if self.desk.style.semicolons and n < len(clauses) - 1 and chosen != "" else "."
            self.item(
                depth, clause if clause.text.endswith((".", ":")) else Clause(clause.text + end, clause.facts), chosen
            )


def facts_of(clauses: Sequence[Clause], kind: type) -> list[Any]:
    return [f for c in clauses for f in c.facts if isinstance(f, kind)]


__all__ = ["Citation", "Clause", "Desk", "Milestone", "Outline", "Style", "cap", "facts_of", "listed", "low"]
