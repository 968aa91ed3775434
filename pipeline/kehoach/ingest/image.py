"""Picture files (PNG, JPEG, TIFF of several pages, BMP, GIF), scanned or photographed → ``Source``."""

from __future__ import annotations

import io
import warnings

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from kehoach.errors import ReadError
from kehoach.ingest.page_layout import Page
from kehoach.ingest.page_source import assemble
from kehoach.ingest.scan import PictureRefused, Scan, engine_for, read_scans
from kehoach.ingest.scan_picture import DPI, Picture
from kehoach.ingest.source import Limits, Progress, Source, digest
from kehoach.plan import SourceError

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
_A4 = (210 / 25.4, 297 / 25.4)
# Density that is believed, and how long (inches) a page may then be; else the picture is taken for A4.
_DENSITIES, _LONGEST = (72.0, 1300.0), 24.0


def read_image(data: bytes, name: str, limits: Limits, on_page: Progress | None = None) -> Source:
    """Read a picture file, each frame as a page.

    Raises ``ReadError``: ``damaged``, ``too_large``, ``ocr_missing``. Pages that cannot be read stand in ``errors``.
    """
    engine = engine_for(limits)
    count, media_type = _frames(data, name, limits)
    missing = engine.missing()
    if missing:
        raise ReadError("ocr_missing", f"Tệp là ảnh, cần nhận dạng chữ. {missing}", file=name)
    scans = [Scan(number, lambda n=number: _picture(data, n, limits)) for number in range(1, count + 1)]  # type: ignore[misc]
    done = read_scans(scans, engine, on_page)
    pages = [page for _, page in sorted(done.items()) if isinstance(page, Page)]
    errors = [page for _, page in sorted(done.items()) if isinstance(page, SourceError)]
    parts, footnotes = assemble(pages)
    source = Source(name, digest(data), media_type, parts, footnotes, pages=count, ocr=True, errors=errors)
    source.doubts = [doubt for page in pages for doubt in page.doubts]
    return source


def _frames(data: bytes, name: str, limits: Limits) -> tuple[int, str]:
    """How many pages there are, and the media type. Nothing is unpacked yet."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            count = getattr(image, "n_frames", 1)
            size, kind = image.width * image.height, image.format or ""
    except Image.DecompressionBombError:
        size, count, kind = limits.pixels + 1, 1, ""
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise ReadError("damaged", "Tệp ảnh bị hỏng. Hãy quét hoặc chụp lại.", file=name) from None
    if size > limits.pixels or count > limits.pages:
        message = (
            f"Ảnh lớn hơn {limits.pixels // 10**6} triệu điểm hoặc quá {limits.pages} trang. Hãy quét ở 200–300 dpi."
        )
        raise ReadError("too_large", message, file=name)
    return (1 if kind == "GIF" else count), Image.MIME.get(kind, "image/*")


def _picture(data: bytes, number: int, limits: Limits) -> Picture:
    """Frame ``number`` at the density at which pages are read, turned as the camera was held."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        image.seek(number - 1)
        if image.width * image.height > limits.pixels:
            raise PictureRefused
        density, full = _density(image), image.width
        image.draft(
            None, (round(image.width * DPI / density), round(image.height * DPI / density))
        )  # JPEG: unpack less
        density *= image.width / max(full, 1)
        page = ImageOps.exif_transpose(image)
        page = _on_white(page)
    scale = DPI / density
    if not 0.8 <= scale <= 1.05:
        size = max(round(page.width * scale), 1), max(round(page.height * scale), 1)
        page, density = page.resize(size, Image.Resampling.LANCZOS), DPI
    return Picture(np.asarray(page), density)


def _density(image: Image.Image) -> float:
    """Dots an inch, as the file says if that is plausible, else as if the picture showed an A4 page."""
    said = float(image.info.get("dpi", (0, 0))[0])
    if _DENSITIES[0] < said < _DENSITIES[1] and max(image.size) / said < _LONGEST:
        return said
    return min(max(image.size) / _A4[1], min(image.size) / _A4[0])


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in grey or colour; what is transparent is paper."""
    if image.mode in ("1", "L"):
        return image.convert("L")
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA"):
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image)
        image = white
    return image.convert("RGB")
