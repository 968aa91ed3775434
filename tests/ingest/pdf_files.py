"""Small PDFs for the tests, set like official documents. Measures are points from the left and from the top."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kehoach.ingest.pdf import read_pdf
from kehoach.ingest.source import Grid, Limits, Paragraph, Source

A4 = (595.0, 842.0)
LEFT, RIGHT, INDENT = 85.0, 539.0, 36.0
FACES = {"": "Regular", "b": "Bold", "i": "Italic", "bi": "BoldItalic"}


def _register() -> bool:
    """Make Liberation Serif (fonts-liberation2, with Vietnamese letters) known; False where it is not installed."""
    for name, face in FACES.items():
        found = next(iter(Path("/usr/share/fonts").rglob(f"LiberationSerif-{face}.ttf")), None)
        if found is None:
            return False
        pdfmetrics.registerFont(TTFont(f"Serif{name}", str(found)))
    return True


needs_font = pytest.mark.skipif(not _register(), reason="fonts-liberation2 is not installed")


class Pdf:
    """A PDF under construction. ``y`` is the baseline of the line set last."""

    def __init__(self, size: tuple[float, float] = A4, password: str | None = None) -> None:
        self.buffer = io.BytesIO()
        encrypt = StandardEncryption(password, ownerPassword="x") if password else None
        self.canvas = Canvas(self.buffer, pagesize=size, encrypt=encrypt)
        self.width, self.height = size
        self.y = 60.0

    def put(self, x: float, y: float, text: str, style: str = "", size: float = 14, space: float = 0.0) -> Pdf:
        """One line at a place; ``space`` is added between letters."""
        draw = self.canvas.beginText(x, self.height - y)
        draw.setFont(f"Serif{style}", size)
        draw.setCharSpace(space)
        draw.textOut(text)
        self.canvas.drawText(draw)
        self.y = max(self.y, y)
        return self

    def middle(self, y: float, text: str, style: str = "b", x: float = (LEFT + RIGHT) / 2, size: float = 14) -> Pdf:
        """One line centred about ``x``."""
        return self.put(x - pdfmetrics.stringWidth(text, f"Serif{style}", size) / 2, y, text, style, size)

    def para(
        self,
        text: str,
        style: str = "",
        *,
        indent: float = INDENT,
        left: float = LEFT,
        right: float = RIGHT,
        pitch: float = 18,
        space: float = 6,
        justify: bool = True,
        size: float = 14,
    ) -> Pdf:
        """A paragraph under what stands there: first line at ``left + indent``, the others at ``left``."""
        self.y += space
        x, words = left + indent, text.split()
        while words:
            count = 1
            while count < len(words) and self.measure(words[: count + 1], style, size) <= right - x:
                count += 1
            gap = (right - x - self.measure(words[:count], style, size)) / max(count - 1, 1)
            draw = self.canvas.beginText(x, self.height - self.y - pitch)
            draw.setFont(f"Serif{style}", size)
            draw.setWordSpace(0)
            at = x
            for word in words[:count]:
                draw.setTextOrigin(at, self.height - self.y - pitch)
                draw.textOut(word + " ")
                at += self.measure([word + " "], style, size) + (gap if justify and count < len(words) else 0)
            self.canvas.drawText(draw)
            words, x = words[count:], left
            self.y += pitch
        return self

    def measure(self, words: list[str], style: str, size: float) -> float:
        """Width of ``words`` set with single spaces."""
        return float(pdfmetrics.stringWidth(" ".join(words), f"Serif{style}", size))

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Pdf:
        """A straight stroke."""
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        return self

    def table(self, xs: list[float], ys: list[float], cells: list[list[str]], size: float = 12) -> Pdf:
        """A fully ruled table; lines of a cell are parted by ``\\n``."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for row, y in zip(cells, ys, strict=False):
            for cell, x in zip(row, xs, strict=False):
                for i, line in enumerate(cell.split("\n") if cell else []):
                    self.put(x + 5, y + 14 + 14 * i, line, size=size)
        self.y = ys[-1]
        return self

    def letterhead(self, issuer: list[str], number: str, date: str, y: float = 60) -> Pdf:
        """Issuer and number on the left, Quốc hiệu and date on the right."""
        for i, line in enumerate(issuer):
            self.middle(y + 16 * i, line, "b" if line == issuer[-1] else "", x=160, size=13)
        self.middle(y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=410, size=12)
        self.middle(y + 16, "Độc lập - Tự do - Hạnh phúc", x=410, size=13)
        self.rule(330, y + 20, 490, y + 20).rule(130, y + 20, 190, y + 20)
        self.middle(y + 44, number, "", x=160, size=13)
        return self.middle(y + 44, date, "i", x=410, size=13)

    def foot(self, recipients: list[str], signature: list[str], y: float) -> Pdf:
        """Recipients on the left, the signature on the right; the last line of it is the name."""
        self.put(LEFT, y, "Nơi nhận:", "bi", 12)
        for i, line in enumerate(recipients, 1):
            self.put(LEFT, y + 13 * i, line, size=11)
        for i, line in enumerate(signature[:-1]):
            self.middle(y + 2 + 16 * i, line, x=420)
        return self.middle(y + 100, signature[-1], x=420)

    def stamp(self, x: float, y: float, text: str) -> Pdf:
        """A form field over the page, as offices stamp number and day on a signed file."""
        box = {"x": x, "y": self.height - y - 2, "width": 20, "height": 14}
        plain = {"borderWidth": 0, "borderStyle": "solid", "forceBorder": False, "fillColor": None}
        self.canvas.acroForm.textfield(value=text, name=text, fontSize=10, **box, **plain)
        return self

    def next(self, rotation: int = 0) -> Pdf:
        """Close the page and begin another."""
        self.canvas.setPageRotation(rotation)
        self.canvas.showPage()
        self.y = 60.0
        return self

    def bytes(self) -> bytes:
        """The finished file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def read(self, limits: Limits | None = None) -> Source:
        """The finished file as ``read_pdf`` reads it."""
        return read_pdf(self.bytes(), "thử.pdf", limits or Limits())


def texts(source: Source) -> list[str]:
    """The texts of the paragraphs."""
    return [part.text for part in source.parts if isinstance(part, Paragraph)]


def grids(source: Source) -> list[list[list[str]]]:
    """The rows of the grids."""
    return [part.rows for part in source.parts if isinstance(part, Grid)]
