"""Plans made from a real one by known edits, so that the right links and changes are known exactly.

A plan is written out block by block and read again, as any file is; ``Edited`` keeps which line comes from which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import kehoach
from kehoach.plan import Block, Plan


@dataclass(frozen=True)
class Line:
    """A block to write: where it comes from (number in the original; None: new), label and text."""

    origin: int | None
    label: str | None
    text: str
    heading: bool
    depth: int


@dataclass(frozen=True)
class Edited:
    """A plan as lines, and how to write it."""

    title: str
    lines: tuple[Line, ...]
    foot: str = "\nNơi nhận:\n- Lưu: VT.\n"
    dropped: frozenset[int] = field(default_factory=frozenset)

    def read(self) -> Plan:
        """The plan that the program reads from the lines."""
        body = "\n\n".join(f"{line.label} {line.text}" if line.label else line.text for line in self.lines)
        return kehoach.extract(f"KẾ HOẠCH\n\n{self.title}\n\n{body}\n{self.foot}".encode(), name="edited.txt")

    def without(self, *numbers: int) -> Edited:
        """Without some blocks of the original."""
        kept = tuple(line for line in self.lines if line.origin not in numbers)
        return replace(self, lines=kept, dropped=self.dropped | set(numbers))

    def swapped(self, first: int, second: int) -> Edited:
        """With two of the outermost sections in each other's place, labels included."""
        sections = self.sections()
        order = list(range(len(sections)))
        order[first], order[second] = order[second], order[first]
        return replace(self, lines=tuple(line for i in order for line in sections[i]))

    def sections(self) -> list[list[Line]]:
        """The lines of each outermost section; preamble and closing stand for themselves."""
        sections: list[list[Line]] = []
        for line in self.lines:
            outermost = line.depth <= 1
            if outermost or not sections:
                sections.append([])
            sections[-1].append(line)
        return sections

    def with_text(self, number: int, pattern: str, new: str) -> Edited:
        """With words of one block replaced; the pattern has to be there."""
        lines = tuple(
            replace(line, text=re.sub(pattern, new, line.text)) if line.origin == number else line
            for line in self.lines
        )
        assert lines != self.lines, pattern
        return replace(self, lines=lines)

    def everywhere(self, words: dict[str, str]) -> Edited:
        """With words replaced in every block and in the title: other bodies, places, levels."""

        def put(text: str) -> str:
            for old, new in words.items():
                text = text.replace(old, new)
            return text

        return replace(
            self, title=put(self.title), lines=tuple(replace(line, text=put(line.text)) for line in self.lines)
        )


def written(plan: Plan) -> Edited:
    """A plan as lines; reading them gives its blocks again."""
    assert plan.header.title
    return Edited(plan.header.title, tuple(_line(i, block) for i, block in enumerate(plan.blocks)))


def _line(number: int, block: Block) -> Line:
    return Line(number, block.label, block.text, block.heading, block.depth)
