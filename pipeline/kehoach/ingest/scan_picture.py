"""The picture of a page, and what is done to it before it is read: ink of stamps and pens out, paper white.

NĐ 30/2020, Phụ lục I, II.8 and II.7.c: seals are red, signatures blue; text is black. So colour tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageFilter

Pixels = npt.NDArray[np.uint8]

#: the resolution at which pages are read, dots an inch
DPI = 200.0

# The difference of a pixel's strongest and weakest colour that is still grey: paper yellows, JPEG leaves fringes.
_GREY = 40
# What is darker than this in all colours is text that JPEG dyed; what is lighter than that, beside ink, belongs to it.
_TEXT, _FRINGE = 110, 135
# A page is flattened if the light on its paper differs by more than this, or it is darker than white by that.
_UNEVEN, _DARK = 25, 40

_COLOURED = [255 * (level > _GREY) for level in range(256)]
_LIGHT = [255 * (level > _FRINGE) for level in range(256)]
_INK = [255 * (level > _TEXT) for level in range(256)]
_ANY = [255 * (level > 0) for level in range(256)]


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
    page = Image.fromarray(picture.pixels)
    if page.mode != "RGB":
        return Picture(np.asarray(_evened(page, page)), picture.dpi)
    a, b, c = page.split()
    high = ImageChops.lighter(ImageChops.lighter(a, b), c)
    a, b, c = (_evened(each, high) for each in (a, b, c))
    return Picture(np.asarray(_without_colour(a, b, c)), picture.dpi)


def _without_colour(a: Image.Image, b: Image.Image, c: Image.Image) -> Image.Image:
    """Grey of the three colours of a page, in which what is not grey is white."""
    high = ImageChops.lighter(ImageChops.lighter(a, b), c)
    low = ImageChops.darker(ImageChops.darker(a, b), c)
    inked = ImageChops.darker(ImageChops.subtract(high, low).point(_COLOURED), high.point(_INK))
    if inked.getbbox() is None:
        return high
    # Strong ink may be dark in all colours: what is far from grey goes to white, whatever its brightness. So does the
    # fringe that optics and JPEG make around it, unless it is as black as text.
    around = inked.filter(ImageFilter.BoxBlur(2)).point(_ANY)
    fringe = ImageChops.darker(around, high.point(_LIGHT))
    return ImageChops.lighter(ImageChops.lighter(high, inked), fringe)


def _evened(colour: Image.Image, page: Image.Image) -> Image.Image:
    """A colour of the page as if it were lit evenly: each place divided by the brightness of the paper around it."""
    paper = page.reduce(16).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    light = np.asarray(paper)
    if np.ptp(light) <= _UNEVEN and light.min() >= 255 - _DARK:
        return colour
    around = np.asarray(paper.resize(colour.size, Image.Resampling.BILINEAR)).astype(np.uint16)
    levels: npt.NDArray[np.uint16] = np.asarray(colour).astype(np.uint16) * 250 // np.maximum(around, 16)
    return Image.fromarray(np.minimum(levels, 255).astype(np.uint8))
