"""How a Word document is set: paper, margins, and the font and size that most of its letters have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from lxml import etree

from kehoach.ingest.word_lists import int_of
from kehoach.ingest.word_package import W
from kehoach.plan import Layout

T = TypeVar("T")
TWIP = 25.4 / 1440  # in millimetres
LONGEST_CHAIN = 20  # styles based on each other; a file may name itself as its own base


def layout_of(body: etree._Element, styles: etree._Element | None) -> Layout:
    """The layout of the first section, and the font and size of most letters; what the file does not tell is None."""
    section = next(body.iter(W + "sectPr"), None)
    fonts: Counter[str | None] = Counter()
    sizes: Counter[float | None] = Counter()
    known = _Styles(styles)
    for paragraph in body.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        layers = list(known.chain(style.get(W + "val") if style is not None else None))
        for run in paragraph.iter(W + "r"):
            letters = sum(len(text.text or "") for text in run.iter(W + "t"))
            own = run.find(W + "rPr")
            font, size = _set_in([own, *layers] if own is not None else layers)
            fonts[font] += letters
            sizes[size] += letters
    paper, margins = _page(section)
    return Layout(paper=paper, margins=margins, font=_most(fonts), size=_most(sizes))


def _page(
    section: etree._Element | None,
) -> tuple[tuple[float, float] | None, tuple[float, float, float, float] | None]:
    size = section.find(W + "pgSz") if section is not None else None
    edge = section.find(W + "pgMar") if section is not None else None
    paper = [_millimetres(size, side) for side in ("w", "h")]
    margins = [_millimetres(edge, side) for side in ("top", "right", "bottom", "left")]
    width, height = paper
    top, right, bottom, left = margins
    return (
        (width, height) if width and height else None,
        (top, right, bottom, left) if top and right and bottom and left else None,
    )


def _millimetres(element: etree._Element | None, name: str) -> float | None:
    value = int_of(element, W + name, 0)
    return round(value * TWIP, 1) if value else None


def _set_in(layers: list[etree._Element]) -> tuple[str | None, float | None]:
    """Font and size of a run, from its own properties to those of the document."""
    font: str | None = None
    size: float | None = None
    for layer in layers:
        fonts, half_points = layer.find(W + "rFonts"), layer.find(W + "sz")
        font = font or (fonts.get(W + "ascii") if fonts is not None else None)
        value = int_of(half_points, W + "val", 0)
        size = size or (value / 2 if value else None)
    return font, size


def _most(counts: Counter[T | None]) -> T | None:
    return counts.most_common(1)[0][0] if counts else None


class _Styles:
    """The run properties of styles, each with those that it is based on, and of the document."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root.findall(W + "style") if root is not None else []
        self._styles = {style.get(W + "styleId"): style for style in found}
        self._default = next((i for i, s in self._styles.items() if s.get(W + "default") in ("1", "true")), None)
        self._document = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """The run properties that hold in a paragraph of ``style``, the nearest first."""
        name = style or self._default
        for _ in range(LONGEST_CHAIN):
            element = self._styles.get(name)
            if element is None:
                break
            properties, base = element.find(W + "rPr"), element.find(W + "basedOn")
            if properties is not None:
                yield properties
            name = base.get(W + "val") if base is not None else None
        if self._document is not None:
            yield self._document
