"""Running text → the duties it lists: sentences and parts behind ``;`` that have a duty of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.facts.bodies import VERBS, opens_with_body
from kehoach.knowledge import alternatives
from kehoach.plan import Span

CONNECTIVE = r"(?:đồng thời|đặc biệt(?: là)?|từ đó|bên cạnh đó|ngoài ra|trong đó|qua đó|trên cơ sở đó|trước mắt|hằng năm|hàng năm|kịp thời|tích cực|chủ động|phát huy)"
STARTS_DUTY = re.compile(rf"(?:{CONNECTIVE}\s*,?\s*)?(?:{alternatives(VERBS)}|{CONNECTIVE})(?!\w)", re.IGNORECASE)
MARK = re.compile(r"(?<![.\s])(?<!\bTP)\.\s+(?=[^\Wa-z_])|;\s+")


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
        if not pieces or (_is_duty(piece) and not _in_bracket(text, start, at)):
            pieces.append([at, end])
        else:
            pieces[-1][1] = end
        at = match.end() if match else end
    clauses = []
    for begin, end in pieces:
        end = begin + len(text[begin:end].rstrip())
        if end > begin:
            clauses.append(Clause(text[begin:end], (begin, end)))
    return clauses


def _is_duty(piece: str) -> bool:
    return STARTS_DUTY.match(piece.lstrip()) is not None or opens_with_body(piece.lstrip()) or piece.lstrip()[:1].isupper()


def _in_bracket(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)
