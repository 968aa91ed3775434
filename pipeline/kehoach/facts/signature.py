"""The signature: capacity, position, name (NĐ 30/2020, Phụ lục I, II.7)."""

from __future__ import annotations

import re

from kehoach.alphabet import LOWER, UPPER
from kehoach.facts.misread import mended_signature
from kehoach.outline import Line
from kehoach.outline.foot import POSITION, TITLES, is_office, is_signing_line
from kehoach.plan import Signature, Span

#: A word of a name; peoples of the Central Highlands have words of one letter (``Y Sa Niê``) and ``H'Hen``, ``K'Sor``
WORD = rf"[{UPPER}](?:[{LOWER}]*(?:[’‘'][{UPPER}]?[{LOWER}]*)?|\.)"
NAME = re.compile(rf"(?:{WORD}(?:\s+|$)){{2,6}}$")

#: On behalf of a body, or by order of one, which is no office: `TM. ỦY BAN`, `T/L BAN THƯỜNG VỤ`, not `TL. CHỦ TỊCH`
FOR_BODY = re.compile(rf"T\s?[./]?\s?M\b|T\s?[./]?\s?L\b(?![\s./]*{POSITION})")


def find_signature(lines: list[Line], *, scanned: bool = False) -> Signature:
    """Read the lines of the signature: ``TM. …``, then positions, then the name; lines broken inside are joined."""
    if scanned:
        lines = mended_signature(lines)
    capacity: list[Line] = []
    position: list[Line] = []
    name: Line | None = None
    for line in _split_names(lines):
        bare = TITLES.sub("", line.text)
        if FOR_BODY.match(line.text) and not position:
            capacity.append(line)
        elif name is None and _is_office(line.text, bool(position)):
            position.append(line)
        elif (
            name is None
            and not line.text.isupper()
            and NAME.match(bare.strip() + " ")
            and (position or capacity or not is_signing_line(line.text))
        ):
            name = Line(bare.strip(), (line.span[0] + len(line.text) - len(bare), line.span[1]))
        elif name is None and is_signing_line(line.text):
            position.append(line)
        elif name is None and line.text.isupper():
            (position or capacity or [line]).append(line)
    spans: dict[str, Span] = {}
    for key, part in (("capacity", capacity), ("position", position), ("name", [name] if name else [])):
        if part:
            spans[key] = (part[0].span[0], part[-1].span[1])
    return Signature(
        capacity=_joined(capacity), position=_joined(position), name=name.text if name else None, spans=spans
    )


def _is_office(text: str, behind: bool) -> bool:
    """``Bí thư``, ``Hiệu Trưởng``: a position in small letters, as schools and unions print it.

    ``behind`` another position, ``Quyền Văn An`` is a name.
    """
    return is_office(text) and not (behind and NAME.match(text) and not text.startswith("Phó "))


def _joined(lines: list[Line]) -> str | None:
    return " ".join(line.text.strip() for line in lines) or None


def _split_names(lines: list[Line]) -> list[Line]:
    """``TRƯỞNG BAN Nguyễn Văn A`` in one line is two."""
    split = []
    for line in lines:
        match = re.match(rf"^([^{LOWER}]+?\s)((?:{WORD}(?:\s|$)){{2,6}})$", line.text)
        if match and is_signing_line(match[1].strip()):
            split.append(Line(match[1].strip(), (line.span[0], line.span[0] + len(match[1].rstrip()))))
            split.append(Line(match[2].strip(), (line.span[0] + match.start(2), line.span[1])))
        else:
            split.append(line)
    return split
