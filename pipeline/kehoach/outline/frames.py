"""Tables that only lay the page out (a column of numbers, a column of text) → their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
