"""A clean page as a scanner or a camera gives it: paper, noise, blur, skew, a red stamp, blue ink, JPEG."""

from __future__ import annotations

import io
import math
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf")  # Debian: fonts-liberation2


@dataclass(frozen=True)
class Wear:
    """How a page is treated: ``skew`` in degrees, ``noise`` in grey levels, ``blur`` in pixels at 200 dpi."""

    name: str
    dpi: int = 200
    skew: float = 0.0
    noise: float = 6.0
    blur: float = 0.5
    stamp: bool = False
    quality: int = 75
    photo: bool = False
    one_bit: bool = False


WEARS = (
    Wear("200 dpi", 200),
    Wear("200 dpi, stamp", 200, stamp=True, skew=0.7),
    Wear("200 dpi, skew 3°, stamp", 200, stamp=True, skew=3.0),
    Wear("300 dpi, stamp", 300, stamp=True, skew=-1.2),
    Wear("150 dpi, stamp", 150, stamp=True, skew=1.0),
    Wear("200 dpi, one bit", 200, skew=-0.5, one_bit=True),
    Wear("photograph", 200, photo=True, stamp=True, skew=1.5, quality=85),
)


def worn(page: Image.Image, wear: Wear, seed: int) -> Image.Image:
    """``page`` (colour, ``wear.dpi``) as the scanner or camera gives it."""
    dice = random.Random(seed)
    page = page.convert("RGB")
    if wear.stamp:
        page = _stamped(page, wear.dpi, dice)
    if wear.skew:
        page = page.rotate(wear.skew * dice.choice((-1, 1)), Image.Resampling.BICUBIC, fillcolor="white")
    if wear.blur:
        page = page.filter(ImageFilter.GaussianBlur(wear.blur * wear.dpi / 200))
    noise = np.random.default_rng(seed).normal(0, wear.noise, (page.height, page.width, 1))
    pixels = np.asarray(page).astype(np.float32) * 0.93 + 12 + noise
    page = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    if wear.photo:
        page = _photographed(page, dice)
    return page.convert("L").point(lambda v: 255 * (v > 150)).convert("1") if wear.one_bit else page


def _stamped(page: Image.Image, dpi: int, dice: random.Random) -> Image.Image:
    """A seal and a signature somewhere on the page."""
    x = dice.randrange(page.width * 2 // 5, page.width * 7 // 10)
    y = dice.randrange(page.height // 4, page.height * 3 // 4)
    return stamped(page, dpi, x, y)


def stamped(page: Image.Image, dpi: int, x: int, y: int) -> Image.Image:
    """A red seal at ``x``, ``y`` and a blue signature across it, over whatever stands there (NĐ 30/2020, Phụ lục I,
    II.7 and II.8).
    """
    layer = Image.new("RGBA", page.size)
    draw = ImageDraw.Draw(layer)
    radius = round(dpi * 18 / 25.4)
    red, blue = (215, 35, 50, 215), (35, 55, 170, 235)
    for scale in (1.0, 0.93, 0.62):
        r = radius * scale
        draw.ellipse((x - r, y - r, x + r, y + r), outline=red, width=max(dpi // 70, 2))
    font = ImageFont.truetype(str(FONT), round(dpi / 8))
    draw.text((x, y), "UBND\nHUYỆN", red, font, anchor="mm", align="center")
    pen = [(x + radius * (t / 12 - 1), y + radius * 0.5 * math.sin(t / 2.1) * (1 - t / 30)) for t in range(30)]
    draw.line(pen, fill=blue, width=max(dpi // 60, 2), joint="curve")
    white = Image.new("RGBA", page.size, "white")
    inked = np.asarray(Image.alpha_composite(white, layer).convert("RGB")).astype(np.uint16)
    return Image.fromarray((np.asarray(page).astype(np.uint16) * inked // 255).astype(np.uint8))


def _photographed(page: Image.Image, dice: random.Random) -> Image.Image:
    """The sheet on a dark table, seen a little from aside, in uneven light."""
    width, height = page.size
    margin = width // 10
    wide, high = width + 2 * margin, height + 2 * margin

    def off() -> int:
        return dice.randrange(-margin // 3, margin // 3)

    corners = [(margin + off(), margin + off()), (margin + off(), high - margin + off())]
    corners += [(wide - margin + off(), high - margin + off()), (wide - margin + off(), margin + off())]
    sheet = [(0, 0), (0, height), (width, height), (width, 0)]
    to_sheet = _projection(corners, sheet)
    seen = page.transform((wide, high), Image.Transform.PERSPECTIVE, to_sheet, Image.Resampling.BICUBIC)
    mask = Image.new("L", page.size, 255).transform((wide, high), Image.Transform.PERSPECTIVE, to_sheet)
    table = Image.new("RGB", (wide, high), (92, 74, 60))
    table.paste(seen, mask=mask)
    xs, ys = np.meshgrid(np.linspace(0, 1, wide), np.linspace(0, 1, high))
    light = (0.62 + 0.38 * (0.7 * xs + 0.3 * ys))[:, :, None]
    return Image.fromarray((np.asarray(table) * light).astype(np.uint8))


def _projection(seen: list[tuple[int, int]], sheet: list[tuple[int, int]]) -> list[float]:
    """The eight numbers by which Pillow finds for each point of the picture the point of the sheet."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, sheet, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows, dtype=float), np.array(values, dtype=float))]


def worn_pages(pdf: bytes, wear: Wear, seed: int = 0) -> list[Image.Image]:
    """The pages of a PDF, worn."""
    document = pdfium.PdfDocument(pdf)
    return [worn(document[i].render(scale=wear.dpi / 72).to_pil(), wear, 1000 * seed + i) for i in range(len(document))]


def scanned(pages: list[Image.Image], wear: Wear) -> bytes:
    """Pages as a PDF that holds nothing but their pictures."""
    data = io.BytesIO()
    options = {} if wear.one_bit else {"quality": wear.quality}
    pages[0].save(data, "PDF", resolution=wear.dpi, save_all=True, append_images=pages[1:], **options)
    return data.getvalue()
