"""The straight strokes that a PDF page draws, as seen: what tables and rules are made of."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kehoach.ingest.pdf_chars import View

# A box this thin (points) is a stroke: producers draw borders as filled rectangles.
_THIN = 3.0
_SHORT = 4.0
_MAX_DEPTH, _MAX_SEGMENTS = 4, 20_000

_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Rule:
    """A horizontal stroke that belongs to no table (under a letterhead, above footnotes)."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Strokes:
    """Horizontal strokes as (y, x0, x1), vertical ones as (x, top, bottom); the share of the page that images cover."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    paths: int = 0
    image: float = 0.0

    def add(self, box: _Box) -> bool:
        """Take a thin box (left, top, right, bottom) as a stroke; False if it is not thin."""
        left, top, right, bottom = box
        if bottom - top <= _THIN and right - left >= _SHORT:
            self.across.append(((top + bottom) / 2, left, right))
        elif right - left <= _THIN and bottom - top >= _SHORT:
            self.down.append(((left + right) / 2, top, bottom))
        else:
            return right - left < _SHORT and bottom - top < _SHORT
        return True


def read_strokes(page: pdfium.PdfPage, view: View) -> Strokes:
    """All strokes of a page, also those inside form objects."""
    strokes = Strokes()
    get, kind_of, handle, text = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType, page.raw, raw.FPDF_PAGEOBJ_TEXT
    for i in range(raw.FPDFPage_CountObjects(handle)):
        obj = get(handle, i)
        kind = kind_of(obj)
        if kind != text:
            _read(obj, kind, _IDENTITY, view, strokes, 0)
    return strokes


def _read(obj: Any, kind: int, outer: _Matrix, view: View, strokes: Strokes, depth: int) -> None:  # noqa: ANN401
    if kind == raw.FPDF_PAGEOBJ_PATH:
        strokes.paths += 1
        if not strokes.add(_seen(_bounds(obj), outer, view)):
            _read_path(obj, _times(_matrix(obj), outer), view, strokes)
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        left, top, right, bottom = _seen(_bounds(obj), outer, view)
        width, height = view.size
        shown = max(min(right, width) - max(left, 0), 0) * max(min(bottom, height) - max(top, 0), 0)
        strokes.image = min(strokes.image + shown / max(width * height, 1), 1.0)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        inner = _times(_matrix(obj), outer)
        for i in range(raw.FPDFFormObj_CountObjects(obj)):
            part = raw.FPDFFormObj_GetObject(obj, i)
            _read(part, raw.FPDFPageObj_GetType(part), inner, view, strokes, depth + 1)


def _read_path(path: Any, matrix: _Matrix, view: View, strokes: Strokes) -> None:  # noqa: ANN401 - ctypes pointer
    """A path that is no single stroke: the lines of a stroked one, the thin parts of a filled one."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    for part in _subpaths(path, matrix, view):
        xs, ys = [x for x, _ in part], [y for _, y in part]
        if strokes.add((min(xs), min(ys), max(xs), max(ys))) or not stroke.value:
            continue
        for (xa, ya), (xb, yb) in pairwise(part):
            strokes.add((min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))


def _subpaths(path: Any, matrix: _Matrix, view: View) -> list[list[tuple[float, float]]]:  # noqa: ANN401 - ctypes
    x, y = ctypes.c_float(), ctypes.c_float()
    parts: list[list[tuple[float, float]]] = []
    for i in range(min(raw.FPDFPath_CountSegments(path), _MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = view.point(*_apply(matrix, x.value, y.value))
        if not parts or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            parts.append([])
        parts[-1].append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    return parts


def _bounds(obj: Any) -> _Box:  # noqa: ANN401 - ctypes pointer
    box = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(obj, *box)
    left, bottom, right, top = (value.value for value in box)
    return left, bottom, right, top


def _matrix(obj: Any) -> _Matrix:  # noqa: ANN401 - ctypes pointer
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(obj, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _apply(m: _Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _seen(box: _Box, outer: _Matrix, view: View) -> _Box:
    if outer is not _IDENTITY:
        corners = [_apply(outer, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        box = min(xs), min(ys), max(xs), max(ys)
    return view.box(*box)
