"""How a page lies in its picture: sideways, askew, or photographed from aside; and the picture put straight."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from kehoach.ingest.scan_picture import Picture, Pixels

# Degrees: skew that is looked for, that is left alone (the recognition bears it), the steps of the search.
_MOST, _LEAST, _STEPS = 8.0, 0.25, (0.5, 0.1, 0.04)
_INK = 150
# Dots an inch at which the lie of a page is measured.
_MEASURE_DPI = 75.0
_MOST_DOTS, _SOME_DOTS = 120_000, 15_000
# A page lies on its side if its lines part ink from white this much less sharply than its columns do.
_SIDEWAYS = 0.7

_Profile = npt.NDArray[np.float64]


def straightened(picture: Picture) -> Picture:
    """The page with its lines level. Upside down is not told here: that shows only when it is read."""
    xs, ys = _dots(picture)
    if len(xs) < 200:
        return picture
    if _best_sharpness(xs, ys) < _SIDEWAYS * _best_sharpness(ys, xs):
        picture = turned(picture, 90)
        xs, ys = _dots(picture)
    angle = _skew(xs, ys)
    if abs(angle) < _LEAST:
        return picture
    page = Image.fromarray(picture.pixels).rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    return Picture(np.asarray(page), picture.dpi)


def turned(picture: Picture, angle: int) -> Picture:
    """The picture turned by a multiple of 90 degrees, against the clock."""
    return Picture(np.ascontiguousarray(np.rot90(picture.pixels, angle // 90)), picture.dpi)


def _dots(picture: Picture) -> tuple[_Profile, _Profile]:
    """Where there is ink, at a low resolution; what lies at the very edge is the scanner's shadow."""
    factor = max(round(picture.dpi / _MEASURE_DPI), 1)
    small: Pixels = np.asarray(Image.fromarray(picture.pixels).reduce(factor))
    edge_y, edge_x = small.shape[0] // 25, small.shape[1] // 25
    inner = small[edge_y : small.shape[0] - edge_y, edge_x : small.shape[1] - edge_x]
    ys, xs = np.nonzero(inner < _INK)
    step = max(len(xs) // _MOST_DOTS, 1)
    return xs[::step].astype(np.float64), ys[::step].astype(np.float64)


def _skew(xs: _Profile, ys: _Profile) -> float:
    """The angle in degrees by which the lines fall to the right."""
    best, reach = 0.0, _MOST
    for step in _STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best, reach = float(max(angles, key=lambda angle: _sharpness(xs, ys, angle))), step
    return best


def _best_sharpness(xs: _Profile, ys: _Profile) -> float:
    """How sharply lines part ink from white at the angle that suits them best, told from some of the dots."""
    some = slice(None, None, max(len(xs) // _SOME_DOTS, 1))
    return _sharpness(xs[some], ys[some], _skew(xs[some], ys[some]))


def _sharpness(xs: _Profile, ys: _Profile, angle: float) -> float:
    """How sharply lines that fall by ``angle`` part ink from white; the higher the surer."""
    rows = (ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    profile = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(profile)).sum())
