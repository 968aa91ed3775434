"""The look of paragraphs and runs: what stands on them, on their styles, on the styles below those, in the defaults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

from lxml import etree

from kehoach.ingest.source import Alignment
from kehoach.ingest.word_lists import indents_of, int_of
from kehoach.ingest.word_numbering import Numbering
from kehoach.ingest.word_package import W

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
    "lowKashida": "justify",
    "mediumKashida": "justify",
    "highKashida": "justify",
    "thaiDistribute": "justify",
}
_DEEPEST = 64  # styles based on styles; a longer chain is a circle or damage


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: ``caps`` shows small letters as capitals, ``hidden`` does not show them."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    font: str = ""


class _Stated(TypedDict, total=False):
    """The part of a ``Look`` that one set of properties states."""

    bold: bool
    italic: bool
    caps: bool
    hidden: bool
    font: str


@dataclass(slots=True)
class Shape:
    """How a paragraph stands: alignment, left edge of the first line in points, list and level."""

    align: Alignment
    indent: float
    number: str | None
    level: int


class Styles:
    """The styles of a document. Both arguments of the constructor may be missing or empty."""

    def __init__(self, root: etree._Element | None, numbering: Numbering) -> None:
        """``root`` is the part ``styles.xml``; ``numbering`` gives the indents of list levels."""
        self._numbering = numbering
        found = [] if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        self._default = next(
            (
                style.get(W + "styleId", "")
                for style in found
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
            ),
            "",
        )
        defaults = root.find(W + "docDefaults") if root is not None else None
        self._rpr = defaults.find(f"{W}rPrDefault/{W}rPr") if defaults is not None else None
        self._ppr = defaults.find(f"{W}pPrDefault/{W}pPr") if defaults is not None else None
        self._looks: dict[tuple[str, str], Look] = {}
        self._chains: dict[str, list[etree._Element]] = {}

    def look(self, rpr: etree._Element | None, style: str | None) -> Look:
        """The look of a run with the properties ``rpr`` in a paragraph of ``style`` (None: the default style)."""
        own = rpr.find(W + "rStyle") if rpr is not None else None
        key = (style or self._default, own.get(W + "val", "") if own is not None else "")
        if key not in self._looks:
            self._looks[key] = self._styled(*key)
        look = self._looks[key]
        return look if rpr is None or not len(rpr) else replace(look, **_stated(rpr))

    def shape(self, ppr: etree._Element | None, style: str | None) -> Shape:
        """The shape of a paragraph with the properties ``ppr``, of ``style``."""
        chain = self._chain(style or self._default)
        layers = [(s.find(W + "pPr"), s.get(W + "styleId", "")) for s in reversed(chain)] + [(ppr, "")]
        align: Alignment = "left"
        indent = indents_of(self._ppr)
        number: str | None = None
        level = 0
        align = _alignment(self._ppr) or align
        for layer, owner in layers:
            align = _alignment(layer) or align
            listed = layer.find(W + "numPr") if layer is not None else None
            if listed is not None:
                number, level = self._listed(listed, owner, number, level)
                at = self._numbering.level(number, level) if number else None
                indent |= at.indents if at is not None else {}
            indent |= indents_of(layer)
        first = indent.get("left", 0.0) + indent.get("first", 0.0)
        return Shape(align, round(first, 2), number, level)

    def _listed(self, listed: etree._Element, owner: str, number: str | None, level: int) -> tuple[str | None, int]:
        """List and level after a ``w:numPr``; number 0 takes the paragraph out of its style's list."""
        key, depth = listed.find(W + "numId"), listed.find(W + "ilvl")
        if key is not None:
            number = key.get(W + "val", "0")
            number = None if number == "0" else number
            tied = self._numbering.level_of_style(number, owner) if number and owner else None
            level = tied if tied is not None else level
        return number, int_of(depth, W + "val", level) if depth is not None else level

    def _styled(self, paragraph: str, character: str) -> Look:
        """Defaults and styles only. Paragraph and character style both bold make plain (ECMA-376, 17.7.3)."""
        base = Look(**_stated(self._rpr))
        above, own = self._of_chain(paragraph), self._of_chain(character)
        return Look(
            bold=base.bold or above.get("bold", False) != own.get("bold", False),
            italic=base.italic or above.get("italic", False) != own.get("italic", False),
            caps=base.caps or above.get("caps", False) != own.get("caps", False),
            hidden=base.hidden or above.get("hidden", False) != own.get("hidden", False),
            font=own.get("font") or above.get("font") or base.font,
        )

    def _of_chain(self, style: str) -> _Stated:
        stated: _Stated = {}
        for element in reversed(self._chain(style)):
            stated |= _stated(element.find(W + "rPr"))
        return stated

    def _chain(self, style: str) -> list[etree._Element]:
        """A style and those it is based on, nearest first."""
        if style not in self._chains:
            chain: list[etree._Element] = []
            at = self._styles.get(style)
            while at is not None and len(chain) < _DEEPEST:
                chain.append(at)
                base = at.find(W + "basedOn")
                at = self._styles.get(base.get(W + "val", "")) if base is not None else None
            self._chains[style] = chain
        return self._chains[style]


def is_on(parent: etree._Element | None, tag: str) -> bool:
    """Is the on-off property ``tag`` of ``parent`` there and on?"""
    element = parent.find(W + tag) if parent is not None else None
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def _stated(rpr: etree._Element | None) -> _Stated:
    """What run properties state themselves."""
    stated: _Stated = {}
    for element in () if rpr is None else rpr:
        on = element.get(W + "val", "1") not in ("0", "false", "off")
        if element.tag == W + "b":
            stated["bold"] = on
        elif element.tag == W + "i":
            stated["italic"] = on
        elif element.tag == W + "caps":
            stated["caps"] = on
        elif element.tag == W + "vanish":
            stated["hidden"] = on
        elif element.tag == W + "rFonts":
            font = element.get(W + "ascii") or element.get(W + "hAnsi")
            if font or element.get(W + "asciiTheme") or element.get(W + "hAnsiTheme"):
                stated["font"] = font or ""
    return stated


def _alignment(ppr: etree._Element | None) -> Alignment | None:
    element = ppr.find(W + "jc") if ppr is not None else None
    return _ALIGNMENTS.get(element.get(W + "val", "")) if element is not None else None
