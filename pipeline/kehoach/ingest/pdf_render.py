"""A page of a PDF as a picture, for OCR."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kehoach.ingest.scan import PictureRefused
from kehoach.ingest.scan_picture import DPI, Picture

# The long side of A4 in points. Pages far from it have a size that scanning software made up: they show an A4 page.
_A4, _SMALLEST, _LARGEST = 842.0, 500.0, 1750.0
# Pixels of a rendered page: A3 at 200 dpi has 8 million.
_MOST_PIXELS = 16 * 10**6
_MAX_DEPTH = 4


def picture_of(page: pdfium.PdfPage, pixels: int) -> Picture:
    """The page at the density at which pages are read. Hold the lock of pdfium.

    Raises ``PictureRefused`` where the page holds a picture of more than ``pixels``: unpacked, it could fill
    the memory.
    """
    for obj in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_MAX_DEPTH):
        width, height = obj.get_px_size()
        if width * height > pixels:
            raise PictureRefused
    long = max(page.get_size())
    shown = long if _SMALLEST <= long <= _LARGEST else _A4
    scale = DPI / 72 * shown / long
    area = page.get_width() * page.get_height() * scale * scale
    shrunk = min(1.0, (_MOST_PIXELS / max(area, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale * shrunk)
    try:
        return Picture(bitmap.to_numpy()[:, :, :3].copy(), DPI * shrunk)
    finally:
        bitmap.close()
