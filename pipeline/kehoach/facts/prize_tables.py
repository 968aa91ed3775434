"""Tables of prizes (``Giải | Số lượng | Mức thưởng``) → awards, one a row."""

from __future__ import annotations

import re

from kehoach.facts.table_heads import line
from kehoach.outline.document import PlacedTable
from kehoach.plan import Award

PRIZES = re.compile(r"(?:(?:tên|loại|hạng|cơ cấu)\s+)?giải(?:\s+thưởng)?", re.IGNORECASE)
WORTH = re.compile(r"số lượng|mức (?:thưởng|giải)|trị giá|giá trị|tiền thưởng|số tiền", re.IGNORECASE)
RANK = re.compile(
    r"(?:giải\s+)?(?P<rank>đặc biệt|nhất|nhì|ba|tư|khuyến khích|phụ|phong trào|triển vọng|[A-C](?!\w))", re.IGNORECASE
)


def prizes_of(table: PlacedTable, text: str) -> list[Award]:
    """The prizes of a table, each quoted by its row; empty for a table of another kind."""
    head = next((at for at, row in enumerate(table.rows[:2]) if _column_of_prizes(row) is not None), None)
    column = _column_of_prizes(table.rows[head]) if head is not None else None
    if head is None or column is None:
        return []
    found = []
    for row, spans in zip(table.rows[head + 1 :], table.spans[head + 1 :], strict=True):
        if rank := RANK.match(line(row[column]).strip()):
            place = (spans[column][0], max(span[1] for span in spans[column:]))
            name = rank["rank"][:1].upper() + rank["rank"][1:]
            found.append(
                Award.model_validate(
                    {
                        "form": "Giải",
                        "award_class": name,
                        "quote": text[slice(*place)],
                        "span": place,
                        "block": table.after,
                    }
                )
            )
    return found


def _column_of_prizes(row: list[str]) -> int | None:
    cells = [line(cell).strip() for cell in row]
    if not any(map(WORTH.match, cells)):
        return None
    return next((i for i, cell in enumerate(cells) if PRIZES.fullmatch(cell)), None)
