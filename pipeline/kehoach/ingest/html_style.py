"""How elements of a web page look: tags, attributes, style sheets of the page, as far as they bear on the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from kehoach.ingest.source import Alignment

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "middle": "center",
    "right": "right",
    "end": "right",
    "justify": "justify",
}
_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}
_ITALIC = {"i", "em", "cite", "var", "dfn"}
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_SELECTOR = re.compile(r"(?:([a-z][a-z0-9]*))?(?:\.([\w-]+))?")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(pt|px|cm|mm|in|pc|em|rem)?")
_UNITS = {"pt": 1.0, "px": 0.75, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "em": 13.0, "rem": 13.0}

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How text at a place looks; all but the indent is handed down to elements within."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    font: str = ""
    align: Alignment = "left"
    list_style: str = ""
    indent: float = 0.0


class Sheet:
    """The style rules of a page: those for a tag, a class, or a tag with a class."""

    def __init__(self, texts: Iterable[str]) -> None:
        """``texts`` are the contents of ``style`` elements."""
        self._rules: dict[tuple[str, str], Declarations] = {}
        self._parsed: dict[str, Declarations] = {}
        for text in texts:
            for selectors, body in _RULE.findall(_COMMENT.sub("", text)):
                for selector in selectors.split(","):
                    match = _SELECTOR.fullmatch(selector.strip().lower())
                    if match and (match[1] or match[2]):
                        self._rules.setdefault((match[1] or "", match[2] or ""), {}).update(declarations(body))

    def look(self, element: etree._Element, tag: str, above: Look) -> tuple[Look, Declarations]:
        """The look within an element, and what its own style attribute declares."""
        style = element.get("style", "")
        if style not in self._parsed:
            self._parsed[style] = declarations(style)
        own = self._parsed[style]
        stated: Declarations = dict(self._rules.get((tag, ""), {}))
        for name in element.get("class", "").lower().split():
            stated |= self._rules.get(("", name), {}) | self._rules.get((tag, name), {})
        attribute = element.get("align", "").lower()
        if attribute and tag not in ("table", "img"):  # there it places the table or picture, not text
            stated["text-align"] = attribute
        return _laid(above, tag, stated | own, element), own


def declarations(text: str) -> Declarations:
    """The declarations of a style: property → value, in small letters."""
    pairs = (part.partition(":") for part in text.lower().split(";"))
    return {name.strip(): " ".join(value.replace("!important", "").split()) for name, _, value in pairs if value}


def _laid(above: Look, tag: str, stated: Declarations, element: etree._Element) -> Look:
    weight = stated.get("font-weight", "")
    slant = stated.get("font-style", "")
    hidden = stated.get("display") == "none" or stated.get("mso-hide") == "all" or stated.get("visibility") == "hidden"
    align = "center" if tag == "center" else stated.get("text-align", "")
    return replace(
        above,
        bold=_is_bold(weight) if weight else above.bold or tag in _BOLD,
        italic=slant in ("italic", "oblique") if slant else above.italic or tag in _ITALIC,
        caps=stated["text-transform"] == "uppercase" if "text-transform" in stated else above.caps,
        hidden=above.hidden or hidden or element.get("hidden") is not None,
        font=(stated.get("font-family") or element.get("face", "") or above.font).split(",")[0].strip("\"' "),
        align=_ALIGNMENTS.get(align, above.align),
        list_style=stated.get("list-style-type") or stated.get("list-style") or above.list_style,
        indent=_points(stated.get("margin-left", "")) + _points(stated.get("text-indent", "")),
    )


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def _points(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return round(float(match[1]) * _UNITS[match[2] or "px"], 2) if match and match[1] not in ("", "-") else 0.0
