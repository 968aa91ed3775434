"""Tables of awards (``Hình thức | Đối tượng | Sơ kết | Tổng kết``) → awards, one a form and occasion."""

from __future__ import annotations

import re

from kehoach.facts.awards import FORM, OCCASION, NamedAward, award_in, occasion_of
from kehoach.facts.table_heads import line
from kehoach.outline.document import PlacedTable
from kehoach.plan import Award

#: The column of what is given
FORMS = re.compile(
    r"(?:hình thức|danh hiệu|loại hình)(?:(?:,|\s+và|/)?\s*(?:hình thức|danh hiệu|mức))?(?:\s+(?:khen(?: thưởng)?|"
    r"thi đua))*|khen thưởng",
    re.IGNORECASE,
)
NOTHING = re.compile(r"[\s\-–—/.0]*|không")


def awards_of(table: PlacedTable, text: str) -> list[Award]:
    """The awards of a table, each quoted by the cell that names it; empty for a table of another kind."""
    head = next((at for at, row in enumerate(table.rows[:2]) if _column_of_forms(row) is not None), None)
    if head is None:
        return []
    column = _column_of_forms(table.rows[head]) or 0
    occasions = {i: told for i, cell in enumerate(table.rows[head]) if (told := _occasion(cell)) and i != column}
    found: dict[tuple[str | None, ...], Award] = {}
    held: tuple[int, NamedAward, str | None] | None = None
    for at in range(head + 1, len(table.rows)):
        row = table.rows[at]
        if match := FORM.search(line(row[column])):
            held = None if match["prize"] else (at, award_in(line(row[column]), match), match["class"])
        elif row[column].strip():
            held = None
        if held is None:
            continue
        place = table.spans[held[0]][column]
        filled = [told for i, told in occasions.items() if not NOTHING.fullmatch(row[i].strip())]
        for occasion in filled if occasions else [None]:
            key = (held[1].form.casefold(), held[2], held[1].authority, occasion)
            if key not in found:
                found[key] = _award(held, occasion, text, place, table.after)
    return list(found.values())


def _award(
    held: tuple[int, NamedAward, str | None], occasion: str | None, text: str, place: tuple[int, int], block: str | None
) -> Award:
    return Award.model_validate(
        {
            "form": held[1].form,
            "award_class": held[2],
            "authority": held[1].authority,
            "occasion": occasion,
            "quote": text[slice(*place)],
            "span": place,
            "block": block,
        }
    )


def _column_of_forms(row: list[str]) -> int | None:
    return next((i for i, cell in enumerate(row) if FORMS.fullmatch(line(cell).strip())), None)


def _occasion(cell: str) -> str | None:
    """``Tổng kết năm 2030`` → ``tổng kết 2030``; None for a column that tells no occasion."""
    told = OCCASION.search(line(cell))
    if told is None:
        return None
    year = re.search(r"20\d{2}", cell)
    return occasion_of(told, year[0] if year else None)
