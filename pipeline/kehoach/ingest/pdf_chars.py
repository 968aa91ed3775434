"""The characters of a PDF page through pdfium: text in bulk, places and fonts only where somebody asks.

A call into pdfium costs about a microsecond, so nobody here loops over all characters of a page.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

# Zero width: what stands in the place of a character that was taken out.
HIDDEN = "\u200b"

# Font flags (PDF 32000-1, table 123: bit 7 italic, bit 19 force bold) and the weight from which a font is bold.
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_BOLD_WEIGHT = 600
_FILL_AND_STROKE, _INVISIBLE = 2, 3

# The calls that every line makes, bound once.
_origin_of, _box_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
_text_object_of, _matrix_of = raw.FPDFText_GetTextObject, raw.FPDFText_GetMatrix


@dataclass(slots=True)
class View:
    """From pdfium's page space to the page as it is seen: points from the left and from the top edge."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> View:
        """The view of a page, from its crop box and ``/Rotate``."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation() % 360)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of page space is seen."""
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Where a box is seen: left, top, right, bottom."""
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


@dataclass(slots=True)
class Style:
    """How a character is set: font size in points, direction in degrees as seen, weight and slope."""

    size: float
    angle: float
    bold: bool
    italic: bool


class Chars:
    """The text of one page. ``text[i]`` is a character; its place is found by the same ``i``."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> None:
        """Take the text of ``textpage``, which must stay open as long as this is used."""
        self.view = View.of(page)
        self.text: str = textpage.get_text_range()
        self._textpage = textpage  # its handle dies with it
        self._handle = textpage.raw
        self._index = _index(self.text, textpage)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_ref, self._y_ref = ctypes.byref(self._x), ctypes.byref(self._y)
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._box_ref, self._matrix_ref = ctypes.byref(self._box), ctypes.byref(self._matrix)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._styles: dict[int, Style] = {}

    def turn(self, angle: int) -> None:
        """See the page turned so that text of direction ``angle`` (90, 180 or 270) stands upright."""
        self.view.rotation = (self.view.rotation + angle) % 360
        self._styles.clear()

    def hide(self, start: int, end: int) -> None:
        """Take characters out of the text; all others keep their places."""
        self.text = self.text[:start] + HIDDEN * (end - start) + self.text[end:]

    def origin(self, i: int) -> tuple[float, float]:
        """Left edge and baseline of character ``i``, as seen."""
        _origin_of(self._handle, self._index(i), self._x_ref, self._y_ref)
        view = self.view
        if view.rotation:
            return view.point(self._x.value, self._y.value)
        return self._x.value - view.left, view.top - self._y.value

    def edges(self, i: int) -> tuple[float, float]:
        """Left and right edge of character ``i`` with its set width, as seen."""
        box, view = self._box, self.view
        _box_of(self._handle, self._index(i), self._box_ref)
        if view.rotation:
            seen = view.box(box.left, box.bottom, box.right, box.top)
            return seen[0], seen[2]
        return box.left - view.left, box.right - view.left

    def style(self, i: int) -> Style:
        """How character ``i`` is set. Characters of one text object share the answer."""
        at = self._index(i)
        text_object = _text_object_of(self._handle, at)
        key = ctypes.addressof(text_object.contents) if text_object else -at
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style(at, text_object)
        return style

    def is_invisible(self) -> bool:
        """Whether the text is not shown, as OCR software lays it over a scan (told from the middle of it)."""
        shown = next((i for i in range(len(self.text) // 2, len(self.text)) if not self.text[i].isspace()), None)
        text_object = _text_object_of(self._handle, self._index(shown)) if shown is not None else None
        return bool(text_object) and raw.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE

    def _style(self, at: int, text_object: Any) -> Style:  # noqa: ANN401 - an opaque ctypes pointer
        matrix = self._matrix
        _matrix_of(self._handle, at, self._matrix_ref)
        size = raw.FPDFText_GetFontSize(self._handle, at) * math.hypot(matrix.c, matrix.d)
        angle = (math.degrees(math.atan2(matrix.b, matrix.a)) - self.view.rotation) % 360
        bold, italic = self._font(text_object) if text_object else (False, False)
        if not bold and text_object and raw.FPDFTextObj_GetTextRenderMode(text_object) == _FILL_AND_STROKE:
            bold = True  # a weight that Word makes up where the font has none
        return Style(size, angle, bold, italic or abs(matrix.c) > 0.15 * abs(matrix.d) > 0)

    def _font(self, text_object: Any) -> tuple[bool, bool]:  # noqa: ANN401 - an opaque ctypes pointer
        font = raw.FPDFTextObj_GetFont(text_object)
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            name = _font_name(font)
            flags = raw.FPDFFont_GetFlags(font)
            bold = "bold" in name or "black" in name or "heavy" in name or bool(max(flags, 0) & _BOLD_FLAG)
            bold = bold or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            italic = "italic" in name or "oblique" in name or bool(max(flags, 0) & _ITALIC_FLAG)
            self._fonts[key] = bold, italic
        return self._fonts[key]


def _font_name(font: Any) -> str:  # noqa: ANN401 - an opaque ctypes pointer
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", errors="replace").lower()


def _index(text: str, textpage: pdfium.PdfTextPage) -> Callable[[int], int]:
    """From a place in the text to pdfium's index: they differ where a character is hidden or beyond U+FFFF."""
    count = textpage.count_chars()
    if count == len(text) and (not text or max(text) <= "\uffff"):
        return _same
    places, unit = [], 0
    for char in text:
        places.append(raw.FPDFText_GetCharIndexFromTextIndex(textpage.raw, unit))
        unit += 2 if char > "\uffff" else 1
    return places.__getitem__


def _same(i: int) -> int:
    return i
