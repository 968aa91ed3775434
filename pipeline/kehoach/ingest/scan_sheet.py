"""A photograph of a page → the page alone, as if seen from above: the bright sheet on its darker ground."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from kehoach.ingest.scan_picture import DPI, Picture

# The width in pixels at which the sheet is looked for; how much darker the ground is; the least share it fills.
_WIDTH, _DARKER, _LEAST = 240, 0.82, 0.35
# Sides of A4 in inches, and how far a sheet may be from its shape.
_SHORT, _LONG, _OFF = 210 / 25.4, 297 / 25.4, 0.15
# How far (pixels of the small picture) the edge of a sheet may wander from a straight line.
_STRAIGHT = 2.5

_Floats = npt.NDArray[np.float64]
_Mask = npt.NDArray[np.bool_]


def sheet_of(picture: Picture) -> Picture:
    """The sheet that a photograph shows, put straight; any other picture as it is."""
    page = Image.fromarray(picture.pixels)
    factor = max(page.width // _WIDTH, 1)
    small = np.asarray(page.convert("L").reduce(factor)).astype(np.float64)
    mask = _bright(small)
    corners = _corners(mask) if mask is not None else None
    if corners is None:
        return picture
    corners = (corners + 0.5) * factor
    sides = np.linalg.norm(corners - np.roll(corners, -1, axis=0), axis=1)  # left, bottom, right, top
    high, wide = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    if abs(max(high, wide) / min(high, wide) / (_LONG / _SHORT) - 1) > _OFF:
        return picture
    size = (_SHORT, _LONG) if high > wide else (_LONG, _SHORT)
    width, height = round(size[0] * DPI), round(size[1] * DPI)
    target = np.array([(0, 0), (0, height), (width, height), (width, 0)], dtype=np.float64)
    straight = page.transform(
        (width, height), Image.Transform.PERSPECTIVE, _projection(target, corners), Image.Resampling.BICUBIC
    )
    return Picture(np.asarray(straight), DPI)


def _bright(small: _Floats) -> _Mask | None:
    """The pixels of a sheet, if the picture has a darker ground all around or at some sides."""
    height, width = small.shape
    inner = float(np.percentile(small[height // 4 : -height // 4, width // 4 : -width // 4], 70))
    border = np.concatenate((small[:2].ravel(), small[-2:].ravel(), small[:, :2].ravel(), small[:, -2:].ravel()))
    ground = float(np.percentile(border, 30))
    if ground > _DARKER * inner:
        return None
    mask: _Mask = small > (ground + inner) / 2
    return mask if mask.mean() > _LEAST else None


def _corners(mask: _Mask) -> _Floats | None:
    """The corners of the sheet from the upper left against the clock; None where its edges are not straight."""
    left, right = _edges(mask)
    top, bottom = _edges(mask.T)
    lines = [_line(points) for points in (left, bottom, right, top)]
    if any(line is None for line in lines):
        return None
    sides = [line for line in lines if line is not None]
    found = [_crossing(sides[i], sides[i - 1], upright=i % 2 == 0) for i in (0, 1, 2, 3)]
    return np.array([found[0], found[1], found[2], found[3]])


def _edges(mask: _Mask) -> tuple[_Floats, _Floats]:
    """For each row that the sheet crosses: (row, first column) and (row, last column)."""
    rows = np.nonzero(mask.sum(axis=1) > 0.4 * mask.shape[1])[0]
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - 1 - mask[rows][:, ::-1].argmax(axis=1)
    return np.column_stack((rows, first)).astype(np.float64), np.column_stack((rows, last)).astype(np.float64)


def _line(points: _Floats) -> tuple[float, float] | None:
    """Slope and offset of the straight line through most of the points."""
    if len(points) < 20:
        return None
    kept = points
    for _ in range(3):
        slope, offset = np.polyfit(kept[:, 0], kept[:, 1], 1)
        off = np.abs(points[:, 1] - (slope * points[:, 0] + offset))
        kept = points[off <= max(float(np.percentile(off, 70)), 1.0)]
    return (float(slope), float(offset)) if np.percentile(off, 70) < _STRAIGHT else None


def _crossing(one: tuple[float, float], two: tuple[float, float], *, upright: bool) -> tuple[float, float]:
    """Where an upright edge (x by y) and a level one (y by x) meet."""
    (a, b), (c, d) = (one, two) if upright else (two, one)
    y = (c * b + d) / (1 - a * c)
    return a * y + b, y


def _projection(target: _Floats, seen: _Floats) -> list[float]:
    """The eight numbers by which Pillow finds for a point of the sheet the point of the picture."""
    rows, values = [], []
    for (x, y), (u, v) in zip(target, seen, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(values))]
