"""The ruled lines that a scanned page shows: what tables are made of. They are taken out before the page is read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kehoach.ingest.pdf_strokes import Strokes
from kehoach.ingest.scan_picture import Picture, Pixels

# Inches: the shortest stroke (no letter has one as long), the thickest, and what is wiped beside it.
_LONG, _THICK, _BESIDE = 0.3, 0.035, 0.012
_INK = 160
# The share of a stroke that must be ink: scans have gaps.
_FULL = 0.97

_Mask = npt.NDArray[np.bool_]
_Run = tuple[int, int, int]  # row, first and last column (pixels)


def take_strokes(picture: Picture) -> tuple[Picture, Strokes]:
    """The picture without its long straight strokes, and these strokes in points."""
    ink = picture.pixels < _INK
    length = round(_LONG * picture.dpi)
    thick = max(round(_THICK * picture.dpi), 2)
    across, down = _runs(ink, length, thick), _runs(ink.T, length, thick)
    scale = 72 / picture.dpi
    strokes = Strokes(
        across=[(y * scale, x0 * scale, x1 * scale) for y, x0, x1 in across],
        down=[(x * scale, y0 * scale, y1 * scale) for x, y0, y1 in down],
    )
    if not across and not down:
        return picture, strokes
    pixels = picture.pixels.copy()
    beside = max(round(_BESIDE * picture.dpi), 1)
    _wipe(pixels, across, beside)
    _wipe(pixels.T, down, beside)
    return Picture(pixels, picture.dpi), strokes


def _runs(ink: _Mask, length: int, thick: int) -> list[_Run]:
    """Horizontal runs of ink at least ``length`` long that are no thicker than ``thick``."""
    height, width = ink.shape
    if width <= length:
        return []
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    full = (sums[:, length:] - sums[:, :-length]) >= _FULL * length
    found = []
    for row in np.nonzero(full.any(axis=1))[0]:
        starts = np.nonzero(full[row])[0]
        breaks = np.nonzero(np.diff(starts) > 1)[0]
        firsts = np.concatenate(([starts[0]], starts[breaks + 1]))
        lasts = np.concatenate((starts[breaks], [starts[-1]])) + length - 1
        found += [(int(row), int(a), int(b)) for a, b in zip(firsts, lasts, strict=True)]
    return [run for run in found if _is_thin(ink, run, thick)]


def _is_thin(ink: _Mask, run: _Run, thick: int) -> bool:
    """Whether the ink ends above and below the run within the thickness of a stroke: no picture, no seal."""
    row, first, last = run
    sides = ink[max(row - thick, 0), first : last + 1], ink[min(row + thick, ink.shape[0] - 1), first : last + 1]
    return all(np.count_nonzero(side) < 0.5 * (last - first + 1) for side in sides)


def _wipe(pixels: Pixels, runs: list[_Run], beside: int) -> None:
    for row, first, last in runs:
        pixels[max(row - beside, 0) : row + beside + 1, max(first - beside, 0) : last + beside + 1] = 255
