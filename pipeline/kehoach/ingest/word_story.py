"""A Word 97-2003 document → paragraphs, tables and notes in reading order."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from kehoach.ingest.runs import (
    BREAK,
    MOST_COLUMNS,
    PAGE_BREAK,
    Draft,
    Run,
    cell_text,
    framed,
    letters_of,
    rectangle,
    symbol,
)
from kehoach.ingest.source import Footnote, Grid
from kehoach.ingest.word_binary import BinaryDocument, Boxes, Notes
from kehoach.ingest.word_binary_lists import numbering_of
from kehoach.ingest.word_numbering import Numbering, spell
from kehoach.ingest.word_sprms import CharLook, Indents, Looks, ParagraphLook, RowShape

T = TypeVar("T")

_ENDS = re.compile("[\r\x07\x0c]")
_MARKS = re.compile("([\x00-\x1f])")
_SHOWN = {"\t": "\t", "\x0b": BREAK, "\x0e": PAGE_BREAK, "\x1e": "-"}
_HYPHEN = "\x1f"
_SYMBOL = "("  # stands where a character of a symbol font does
_CELL_END, _SECTION_END, _PICTURE, _SHAPE = "\x07", "\x0c", "\x01", "\x08"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_NEAR = 80  # edges of cells nearer than this (twentieths of a point) are one column's


@dataclass(slots=True)
class _Table:
    """A table while it is read: finished rows with their shape, the cells of the open row, the open cell."""

    rows: list[tuple[list[list[Draft | Grid]], RowShape | None]] = field(default_factory=list)
    cells: list[list[Draft | Grid]] = field(default_factory=list)
    cell: list[Draft | Grid] = field(default_factory=list)


class Stories:
    """Reads the stories of one document.

    ``pictures`` tells whether it shows any, ``incomplete`` whether its lists, notes or text boxes are damaged.
    """

    def __init__(self, document: BinaryDocument) -> None:
        """Prepare looks, lists, the anchors of text boxes and the places of notes."""
        self._document = document
        self._looks = Looks(document)
        self.incomplete = False
        no_lists: tuple[Numbering, Indents] = (Numbering({}, {}), {})
        no_boxes: Boxes = ({}, [])
        self._numbering, self._indents = self._tried(lambda: numbering_of(document, self._looks), no_lists)
        self._anchors, self._boxes = self._tried(document.boxes, no_boxes)
        nothing = Notes((), (), ())
        self._notes = {k: self._tried(partial(document.notes, k), nothing) for k in ("footnote", "endnote")}
        self._references = {p: (kind, n) for kind, notes in self._notes.items() for n, p in enumerate(notes.references)}
        self._used: list[tuple[str, int, str]] = []
        self._codes: list[bool] = []
        # TCVN3 has ư in the place of the optional hyphen. Word keeps the two apart; LibreOffice writes ư as a hyphen.
        self._shown = {**_SHOWN, _HYPHEN: "" if "\u00ad" in document.text else "\u00ad"}
        self._letters = letters_of(self._pieces())
        self.pictures = _PICTURE in document.text

    def _tried(self, read: Callable[[], T], nothing: T) -> T:
        """What ``read`` gives; ``nothing`` where that part of the file is damaged, for the text can do without."""
        try:
            return read()
        except (struct.error, ValueError, IndexError):
            self.incomplete = True
            return nothing

    def body(self) -> list[Draft | Grid]:
        """The main text. Text boxes whose anchor is not found come last."""
        items = self._items(*self._document.body)
        for _, start, end in self._boxes:
            items += self._items(start, end)
        return items

    def head(self, number: int) -> list[Draft | Grid]:
        """The head of the first page (0) or of the others (1)."""
        none: list[tuple[int, int]] = []
        heads = self._tried(self._document.heads, none)
        return self._items(*heads[number]) if number < len(heads) else []

    def footnotes(self) -> list[Footnote]:
        """The notes that the text just read refers to, footnotes and endnotes in the order of their references."""
        found = []
        counts = {"footnote": 0, "endnote": 0}
        for kind, number, own in list(self._used):
            notes = self._notes[kind]
            if number >= len(notes.texts):
                continue
            counts[kind] += notes.counted[number]
            counted = spell(counts[kind], "decimal" if kind == "footnote" else "lowerRoman")
            text = " ".join(cell_text(self._items(*notes.texts[number])).split("\n"))
            if text:
                found.append(Footnote(counted if notes.counted[number] else own, text))
        return found

    def _items(self, start: int, end: int) -> list[Draft | Grid]:
        text = self._document.text
        self._codes = []
        sound = text.count(_FIELD_BEGIN, start, end) == text.count(_FIELD_END, start, end)
        items: list[Draft | Grid] = []
        table = _Table()
        carried: list[Run] = []
        while start < end:
            match = _ENDS.search(text, start, end)
            stop = match.end() if match else end
            look = self._looks.paragraph(self._document.paragraph_at(stop - 1), self._indents)
            before, runs, after, removed = self._inside(start, stop, look, sound)
            start = stop
            runs, carried = carried + runs, []
            if removed and match and match[0] == "\r":
                carried = runs
                runs = []
            content = [*before, *([] if carried else [self._draft(runs, look)]), *after]
            if not look.in_table:
                items += [*_grid(table), *content]
                table = _Table()
            elif look.ends_row and not look.deep:
                _end_row(table, look, removed)
            elif not look.ends_inner_row:
                table.cell += content
                if match and match[0] == _CELL_END and not look.deep:
                    table.cells.append(table.cell)
                    table.cell = []
        return [*items, *_grid(table), *([self._letters.settle(Draft(carried))] if carried else [])]

    def _draft(self, runs: list[Run], look: ParagraphLook) -> Draft:
        label = self._numbering.label(look.list, look.level) if look.list and not look.ends_row else None
        draft = Draft(runs, look.align, round(look.left + look.first, 2), label, look.level if label else None)
        return self._letters.settle(draft)

    def _inside(
        self,
        start: int,
        stop: int,
        look: ParagraphLook,
        sound: bool,
    ) -> tuple[list[Draft | Grid], list[Run], list[Draft | Grid], bool]:
        """Text boxes before, runs, text boxes after; and whether the mark at the end is deleted or hidden."""
        runs: list[Run] = []
        boxes: tuple[list[Draft | Grid], list[Draft | Grid]] = ([], [])
        removed = False
        for stretch in self._document.characters_in(start, stop):
            shown = self._looks.characters(look.style, stretch.sprms)
            removed = shown.deleted or shown.hidden
            at = stretch.start
            for piece in _MARKS.split(self._document.text[stretch.start : stretch.end]):
                if piece in (_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END):
                    self._field(piece, sound)
                elif piece and not removed and not any(self._codes):
                    if piece == _SHAPE:
                        boxes[any(not run.text.isspace() for run in runs)].extend(self._box(at))
                    else:
                        runs += self._run(at, piece, shown)
                at += len(piece)
        return boxes[0], runs, boxes[1], removed

    def _run(self, at: int, piece: str, look: CharLook) -> list[Run]:
        """The run that characters of one look make; a note's mark is taken out."""
        if at in self._references:
            kind, number = self._references[at]
            self._used.append((kind, number, piece[0].strip("\x02")))
            return self._run(at + 1, piece[1:], look) if len(piece) > 1 else []
        for place in range(at + 1, at + len(piece)) if self._references else ():
            if place in self._references:
                return self._run(at, piece[: place - at], look) + self._run(place, piece[place - at :], look)
        font = self._looks.font(look)
        if look.symbol is not None and set(piece) == {_SYMBOL}:
            piece = symbol(chr(look.symbol[1]), self._looks.name_of_font(look.symbol[0])) * len(piece)
            font = ""
        elif len(piece) == 1 and piece < " ":
            piece = self._shown.get(piece, PAGE_BREAK if piece == _SECTION_END else "")
        return [Run(piece, look.bold, look.italic, look.caps, font)] if piece else []

    def _field(self, mark: str, sound: bool) -> None:
        """Field codes are not shown; marks that do not pair within the story are not trusted."""
        if not sound:
            return
        if mark == _FIELD_BEGIN:
            self._codes.append(True)
        elif self._codes and mark == _FIELD_RESULT:
            self._codes[-1] = False
        elif self._codes:
            self._codes.pop()

    def _box(self, anchor: int) -> list[Draft | Grid]:
        shape = self._anchors.get(anchor)
        found = [box for box in self._boxes if box[0] == shape]
        self._boxes = [box for box in self._boxes if box[0] != shape]
        codes = self._codes
        items = [item for _, start, end in found for item in self._items(start, end)]
        self._codes = codes
        return items

    def _pieces(self) -> Iterator[tuple[str, str]]:
        """The name of the font and the text of every stretch."""
        for stretch in self._document.characters:
            style = self._looks.paragraph(self._document.paragraph_at(stretch.start), {}).style
            piece = self._document.text[stretch.start : stretch.end]
            font = self._looks.font(self._looks.characters(style, stretch.sprms))
            yield font, _MARKS.sub(lambda m: self._shown.get(m[0], "\n"), piece)


def _end_row(table: _Table, look: ParagraphLook, removed: bool) -> None:
    if not removed:
        table.rows.append((table.cells, look.row))
    table.cells, table.cell = [], []


def _grid(table: _Table) -> list[Draft | Grid]:
    """The table as a grid; what only lays out the page as the content of its cells."""
    rows = [*table.rows, *([([*table.cells, table.cell], None)] if table.cells or table.cell else [])]
    content = framed([cells for cells, _ in rows])
    if content is not None:
        return content
    rows = [(cells, shape if shape and len(shape.edges) == len(cells) + 1 else None) for cells, shape in rows]
    columns = _columns([shape for _, shape in rows if shape is not None])
    texts: list[list[str]] = []
    merged: set[tuple[int, int]] = set()
    for cells, shape in rows:
        if shape is None or columns is None:
            texts.append([cell_text(cell) for cell in cells])
            continue
        places = [columns[edge] for edge in shape.edges]
        row = [""] * places[0]
        for n, cell in enumerate(cells):
            if n in shape.below:
                merged.add((len(texts), places[n]))
            own = n not in shape.continued and n not in shape.below
            row += [cell_text(cell) if own else ""] + [""] * (places[n + 1] - places[n] - 1)
        texts.append(row)
    grid = rectangle(texts, merged)
    return [grid] if grid else []


def _columns(shapes: list[RowShape]) -> dict[int, int] | None:
    """The column that begins at each edge; edges that lie near each other are the same. None if there are too many."""
    columns: dict[int, int] = {}
    number, last = -1, None
    for edge in sorted({edge for shape in shapes for edge in shape.edges}):
        if last is None or edge - last > _NEAR:
            number += 1
            last = edge
        columns[edge] = number
    return columns if number <= MOST_COLUMNS else None
