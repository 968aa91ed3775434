"""Tables as the document means them: those that only lay the page out become paragraphs, torn ones are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.labels import as_label
from kehoach.outline.sections import Part

FEWEST = 3  # rows with a number
#: The sign behind a number of the outline; rows of a table of data are counted without
CLOSED = re.compile(r".*[.)/:]")


def without_frames(parts: list[Part]) -> list[Part]:
    """The parts, each table that is no table but the text itself as paragraphs."""
    found: list[Part] = []
    for part in parts:
        found += _paragraphs(part) if isinstance(part, Grid) and _lays_out(part) else [part]
    return found


def with_whole_tables(parts: list[Part]) -> list[Part]:
    """The parts, each table whose rows go on in the next one (``5 | …`` and ``6 | …``) as one."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Grid) and isinstance(last, Grid) and _goes_on(last, part):
            merged = {(row + len(last.rows), column) for row, column in part.merged}
            found[-1] = replace(last, rows=last.rows + part.rows, merged=last.merged | merged)
        else:
            found.append(part)
    return found


def _goes_on(above: Grid, below: Grid) -> bool:
    """Has the first row the number behind that of the last numbered row, in as many columns?"""
    numbers = [row[0].strip().rstrip(".") for row in above.rows]
    last = next((int(n) for n in reversed(numbers) if n.isdecimal()), None)
    first = below.rows[0][0].strip().rstrip(".")
    return (
        last is not None and first.isdecimal() and int(first) == last + 1 and len(above.rows[0]) == len(below.rows[0])
    )


def _lays_out(grid: Grid) -> bool:
    """Does every row hold a number of the outline (``I.``, ``a)``, ``-``), or none, beside its text, or one text?"""
    if len(grid.rows[0]) != 2:
        return False
    first = [row[0].strip() for row in grid.rows]
    numbers = [number for number in first if CLOSED.fullmatch(number) and as_label(number)]
    if len(numbers) < FEWEST or first[0] not in numbers:
        return False
    return all(not own or as_label(own) or not text.strip() for own, text in grid.rows)


def _paragraphs(grid: Grid) -> Iterator[Paragraph]:
    for own, text in grid.rows:
        label = own.strip() if text.strip() else None
        for line in (text if label is not None else own).split("\n"):
            if line.strip():
                yield Paragraph(line.strip(), grid.page, label=label or None)
                label = None
