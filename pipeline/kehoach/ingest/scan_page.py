"""One scanned page → ``Page``: cleaned, put straight, its tables taken apart, read, laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from kehoach.ingest.ocr import Engine, Word, WordLine
from kehoach.ingest.page_layout import Line, Page
from kehoach.ingest.pdf_tables import Lattice, filled, find_lattices
from kehoach.ingest.scan_geometry import straightened, turned
from kehoach.ingest.scan_labels import number_rows
from kehoach.ingest.scan_lines import lines_of
from kehoach.ingest.scan_number import with_sure_number
from kehoach.ingest.scan_picture import Picture, cleaned
from kehoach.ingest.scan_sheet import sheet_of
from kehoach.ingest.scan_strokes import take_strokes
from kehoach.ingest.scan_words import is_doubtful
from kehoach.ingest.source import Doubt
from kehoach.ingest.text_layer import is_syllable

# A page of this many letters or more was read from the wrong side if it is no surer, and no more Vietnamese, than this.
_ENOUGH, _SURE, _VIETNAMESE = 40, 0.6, 0.5
# Words with which a foot begins; the part of the page in which one alone is none; where the gutter between its columns
# may be (shares of the width), and how wide it is (inches).
_FOOT = re.compile(r"\bN[ơo]i (?:nhận|gửi)\b|(?:^|\s)(?:TM|KT|TL|TUQ|T/M|K/T)[.,]\s?[A-ZĐỦÁỘ]")
_EARLIEST_FOOT, _GUTTER, _GUTTER_WIDTH = 0.15, (0.42, 0.6), 0.12
# Inches of white around a cell; its border.
_WHITE, _BORDER = 0.12, 0.02

_Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Reading:
    picture: Picture
    lattices: list[Lattice]
    found: list[WordLine]

    @property
    def quality(self) -> float:
        """How much of it is surely read: 0..1."""
        words = [word for line in self.found for word in line.words if word.text.isalpha()]
        letters = sum(len(word.text) for word in words)
        if letters < _ENOUGH:
            return 1.0 if not words else _SURE
        syllables = sum(len(word.text) for word in words if is_syllable(word.text)) / letters
        return syllables * sum(len(word.text) * word.confidence for word in words) / letters


def read_scan(picture: Picture, number: int, engine: Engine) -> Page:
    """The page with the number ``number`` that ``picture`` shows. Raises ``EngineError``."""
    straight = straightened(cleaned(sheet_of(picture)))
    reading = _read(straight, engine)
    if reading.quality < _SURE * _VIETNAMESE:
        other = _read(turned(straight, 180), engine)
        reading = max(reading, other, key=lambda each: each.quality)
    width, height = reading.picture.size
    page = Page(number, width, height)
    cells = [(lattice, cell, box) for lattice in reading.lattices for cell, box in _cells(lattice, reading.picture)]
    inside = _read_cells([box for _, _, box in cells], reading.picture, engine)
    found = with_sure_number(_with_foot(reading, engine), reading.picture, engine)
    page.lines, words = lines_of(found, reading.picture)
    by_lattice: dict[int, dict[tuple[int, int], list[Line]]] = {}
    for (lattice, cell, _), lines_in in zip(cells, inside, strict=True):
        lines, more = lines_of(lines_in, reading.picture, cell=True)
        by_lattice.setdefault(id(lattice), {})[cell] = lines
        words += more
    page.doubts = _doubts(words, number)
    page.tables = [filled(lattice, by_lattice.get(id(lattice), {})) for lattice in reading.lattices]
    for table in page.tables:
        number_rows(table.rows)
    return page


def _with_foot(reading: _Reading, engine: Engine) -> list[WordLine]:
    """What was read, its foot read column by column: recipients and signature stand side by side, on lines of their
    own, which the engine takes for common ones (NĐ 30/2020, Phụ lục I, boxes 7 and 9).
    """
    marks = [line for line in reading.found if _FOOT.search(" ".join(word.text for word in line.words))]
    pixels = reading.picture.pixels
    if not marks:
        return reading.found
    top = min(line.words[0].y0 - 0.6 * min(line.height, reading.picture.dpi / 5) for line in marks)
    height, width = pixels.shape
    if top < _EARLIEST_FOOT * height and len(marks) < 2:
        return reading.found
    above = [line for line in reading.found if line.words[0].y1 < top + 0.3 * line.height]
    below = [line for line in reading.found if line.words[0].y1 >= top + 0.3 * line.height]
    ink = np.count_nonzero(pixels[int(top) :, :] < 128, axis=0)
    first, last = round(_GUTTER[0] * width), round(_GUTTER[1] * width)
    room = round(_GUTTER_WIDTH * reading.picture.dpi)
    crowd = np.convolve(ink, np.ones(room), mode="same")[first:last]
    split = first + int(np.median(np.nonzero(crowd == crowd.min())[0]))
    boxes = [(0, int(top), split, height), (split, int(top), width, height)]
    again = [line for lines in _read_cells(boxes, reading.picture, engine) for line in lines]
    return [*above, *(again if _weight(again) >= _weight(below) else below)]


def _weight(lines: list[WordLine]) -> float:
    """How much was read, and how surely."""
    return sum(len(word.text) * word.confidence for line in lines for word in line.words)


def _doubts(words: list[Word], page: int) -> list[Doubt]:
    """The words that a reader should look at: read with little confidence, or mended."""
    found = []
    for i, word in enumerate(words):
        before = words[i - 1] if i else None
        after = words[i + 1] if i + 1 < len(words) else None
        if is_doubtful(word, before, after):
            sides = before.text if before else "", after.text if after else ""
            found.append(Doubt(word.text, page, round(word.confidence, 2), word.read, *sides))
    return found


def _read(picture: Picture, engine: Engine) -> _Reading:
    """The page but for what stands in tables."""
    bare, strokes = take_strokes(picture)
    lattices = [lattice for lattice in find_lattices(strokes)[0] if _is_table(lattice)]
    pixels = bare.pixels
    if lattices:
        pixels = pixels.copy()
        scale = picture.dpi / 72
        for lattice in lattices:
            x0, x1, y0, y1 = (round(v * scale) for v in (lattice.xs[0], lattice.xs[-1], lattice.ys[0], lattice.ys[-1]))
            pixels[max(y0 - 2, 0) : y1 + 3, max(x0 - 2, 0) : x1 + 3] = 255
    found = engine.read(Image.fromarray(pixels), picture.dpi)
    return _Reading(bare, lattices, found)


def _is_table(lattice: Lattice) -> bool:
    """Whether strokes make a table, and not a frame round a stamp."""
    return lattice.cells > 3 or (len(lattice.xs) > 2 and lattice.xs[-1] - lattice.xs[0] > 250)


def _cells(lattice: Lattice, picture: Picture) -> list[tuple[tuple[int, int], _Box]]:
    """Each cell by its first place, and its inside in pixels: left, top, right, bottom."""
    scale, border = picture.dpi / 72, max(round(_BORDER * picture.dpi), 1)
    bounds: dict[tuple[int, int], list[float]] = {}
    for (row, column), cell in lattice.first.items():
        x0, x1, y0, y1 = lattice.xs[column], lattice.xs[column + 1], lattice.ys[row], lattice.ys[row + 1]
        box = bounds.setdefault(cell, [x0, y0, x1, y1])
        box[:] = min(box[0], x0), min(box[1], y0), max(box[2], x1), max(box[3], y1)
    found = []
    for cell, (x0, y0, x1, y1) in sorted(bounds.items()):
        box_in = (
            max(round(x0 * scale) + border, 0),
            max(round(y0 * scale) + border, 0),
            min(round(x1 * scale) - border, picture.pixels.shape[1]),
            min(round(y1 * scale) - border, picture.pixels.shape[0]),
        )
        if box_in[2] - box_in[0] > 4 and box_in[3] - box_in[1] > 4:
            found.append((cell, box_in))
    return found


def _read_cells(boxes: list[_Box], picture: Picture, engine: Engine) -> list[list[WordLine]]:
    """What stands in each box, read in one go: the boxes are set one below the other into a picture of their own."""
    white = round(_WHITE * picture.dpi)
    shown = [box for box in boxes if _has_ink(picture, box)]
    if not shown:
        return [[] for _ in boxes]
    width = max(x1 - x0 for x0, _, x1, _ in shown) + 2 * white
    sheet = np.full((sum(y1 - y0 + white for _, y0, _, y1 in shown) + white, width), 255, dtype=np.uint8)
    tops, top = {}, white
    for box in shown:
        x0, y0, x1, y1 = box
        sheet[top : top + y1 - y0, white : white + x1 - x0] = picture.pixels[y0:y1, x0:x1]
        tops[box] = top
        top += y1 - y0 + white
    lines = engine.read(Image.fromarray(sheet), picture.dpi, column=True)
    return [_of_box(lines, box, tops[box], white) if box in tops else [] for box in boxes]


def _has_ink(picture: Picture, box: _Box) -> bool:
    x0, y0, x1, y1 = box
    return bool(np.count_nonzero(picture.pixels[y0:y1, x0:x1] < 128) > 12)


def _of_box(lines: list[WordLine], box: _Box, top: int, white: int) -> list[WordLine]:
    """The lines of a box, moved to where they stand on the page."""
    x0, y0, _, y1 = box
    dx, dy = x0 - white, y0 - top
    half = white // 2
    return [
        _moved(line, dx, dy)
        for line in lines
        if top - half <= (line.words[0].y0 + line.words[0].y1) / 2 < top + y1 - y0 + half
    ]


def _moved(line: WordLine, dx: int, dy: int) -> WordLine:
    words = tuple(replace(w, x0=w.x0 + dx, y0=w.y0 + dy, x1=w.x1 + dx, y1=w.y1 + dy) for w in line.words)
    return WordLine(words, line.x0 + dx, line.y + dy, line.slope, line.height)
