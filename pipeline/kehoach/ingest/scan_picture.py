"""The picture of a page, and what is done to it before it is read: ink of stamps and pens out, paper white.

NĐ 30/2020, Phụ lục I, II.8 and II.7.c: seals are red, signatures blue; text is black. So colour tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

Pixels = npt.NDArray[np.uint8]

#: the resolution at which pages are read, dots an inch
DPI = 200.0

# The difference of a pixel's strongest and weakest colour that is still grey: paper yellows, JPEG leaves fringes.
_GREY = 40
# What is lighter than this beside coloured ink belongs to it.
_FRINGE = 100
# A page is flattened if the light on its paper differs by more than this, or it is darker than white by that.
_UNEVEN, _DARK = 25, 40
# A page of which fewer pixels than this are neither black nor white was scanned in one bit.
_ONE_BIT = 0.02


@dataclass(slots=True)
class Picture:
    """A page as a picture. ``pixels`` are grey (height, width) or colour (height, width, 3), ``dpi`` their density."""

    pixels: Pixels
    dpi: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.pixels.shape[1] * 72 / self.dpi, self.pixels.shape[0] * 72 / self.dpi


def cleaned(picture: Picture) -> Picture:
    """The picture in grey: black text on white paper, without red stamps and blue ink."""
    grey = _without_colour(picture.pixels) if picture.pixels.ndim == 3 else picture.pixels
    grey = _flattened(grey)
    if _is_one_bit(grey):
        # Stairs at the edges of letters mislead the recognition; the scanner's optics would have smoothed them.
        grey = np.asarray(Image.fromarray(grey).filter(ImageFilter.GaussianBlur(0.7 * picture.dpi / DPI)))
    return Picture(grey, picture.dpi)


def _without_colour(pixels: Pixels) -> Pixels:
    """Grey of a colour picture, in which what has a colour is light."""
    a, b, c = pixels[:, :, 0], pixels[:, :, 1], pixels[:, :, 2]
    high = np.maximum(np.maximum(a, b), c)
    colour = high - np.minimum(np.minimum(a, b), c)
    inked = colour > _GREY
    if not inked.any():
        return high
    # Strong ink may be dark in all colours: what is far from grey goes to white, whatever its brightness. So does the
    # fringe that optics and JPEG make around it, unless it is as black as text.
    grey = np.where(inked, 255, high)
    around = np.asarray(Image.fromarray(inked).convert("L").filter(ImageFilter.MaxFilter(5)))
    grey[(around > 0) & (high > _FRINGE)] = 255
    return grey


def _flattened(grey: Pixels) -> Pixels:
    """The page as if it were lit evenly: each place divided by the brightness of the paper around it."""
    height, width = grey.shape
    small = Image.fromarray(grey).reduce(16)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    light = np.asarray(paper)
    if np.ptp(light) <= _UNEVEN and light.min() >= 255 - _DARK:
        return grey
    around = np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR))
    levels: npt.NDArray[np.uint16] = grey.astype(np.uint16) * 250 // np.maximum(around, 16)
    return np.minimum(levels, 255).astype(np.uint8)


def _is_one_bit(grey: Pixels) -> bool:
    """Whether the edges of letters are hard: hardly any pixel is neither black nor white."""
    part = grey[::3, ::3]
    between = np.count_nonzero((part > 40) & (part < 215))
    return bool(between < _ONE_BIT * np.count_nonzero(part <= 40))
