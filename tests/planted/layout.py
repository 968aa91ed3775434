"""What all renderings of a plan share: the lines of letterhead and foot, and a block as a line."""

from __future__ import annotations

from .facts import Letterhead, PlantedBlock, PlantedPlan

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)


def motto(head: Letterhead) -> tuple[str, ...]:
    return PARTY if head.party else STATE


def body_lines(head: Letterhead) -> list[str]:
    """The left column above the number; a Party body has a star below its name."""
    return [*([head.upper] if head.upper else []), *head.body, *(["*"] if head.party else [])]


def is_part(block: PlantedBlock) -> bool:
    """``Phần thứ nhất`` stands on a line of its own above its title."""
    return bool(block.label and block.label.startswith("Phần"))


def line_of(block: PlantedBlock) -> str:
    if not block.label:
        return block.text
    return f"{block.label}{chr(10) if is_part(block) else ' '}{block.text}"


def recipients_lines(plan: PlantedPlan) -> list[str]:
    last = len(plan.recipients) - 1
    return [f"- {r}{'.' if n == last else ';'}" for n, r in enumerate(plan.recipients)]
