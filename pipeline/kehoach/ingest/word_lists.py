"""``numbering.xml`` → the lists of a ``.docx`` (ECMA-376, 17.9)."""

from __future__ import annotations

import re

from lxml import etree

from kehoach.ingest.word_numbering import Level, NumberedList, Numbering
from kehoach.ingest.word_package import MC, W


def numbering_of(root: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists of ``numbering.xml``; ``styles.xml`` leads from list styles to lists. Either may be missing."""
    abstract: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for element in () if root is None else root.iterfind(W + "abstractNum"):
        key = element.get(W + "abstractNumId", "")
        abstract[key] = {int_of(e, W + "ilvl", 0): _level(e) for e in element.iterfind(W + "lvl")}
        link = _val(element.find(W + "numStyleLink"))
        if link:
            links[key] = link
    found = () if root is None else root.iterfind(W + "num")
    lists = {element.get(W + "numId", ""): _list(element) for element in found}
    named = (
        {}
        if styles is None
        else {s.get(W + "styleId"): _val(s.find(f"{W}pPr/{W}numPr/{W}numId")) for s in styles.iterfind(W + "style")}
    )
    for key, style in links.items():
        target = lists.get(named.get(style) or "")
        if target is not None and not abstract[key]:
            abstract[key] = abstract.get(target.abstract, {})
    return Numbering(abstract, lists)


def indents_of(ppr: etree._Element | None) -> dict[str, float]:
    """The indents that paragraph properties state: ``left`` and ``first`` (against ``left``), in points."""
    element = ppr.find(W + "ind") if ppr is not None else None
    if element is None:
        return {}
    stated = {}
    for names, key, sign in ((("start", "left"), "left", 1), (("firstLine",), "first", 1), (("hanging",), "first", -1)):
        points = next((p for n in names if (p := _points(element.get(W + n, ""))) is not None), None)
        if points is not None:
            stated[key] = sign * points
    return stated


def _level(element: etree._Element) -> Level:
    font = element.find(f"{W}rPr/{W}rFonts")
    restart = element.find(W + "lvlRestart")
    return Level(
        start=int_of(element.find(W + "start"), W + "val", 0),
        format=_format(element),
        pattern=_val(element.find(W + "lvlText")) or "",
        restart=int_of(restart, W + "val", 0) if restart is not None else None,
        legal=_on(element.find(W + "isLgl")),
        font=(font.get(W + "ascii") or font.get(W + "hAnsi") or "") if font is not None else "",
        hidden=_on(element.find(f"{W}rPr/{W}vanish")),
        style=_val(element.find(W + "pStyle")),
        indents=indents_of(element.find(W + "pPr")),
    )


def _format(level: etree._Element) -> str:
    """The number format. Formats newer than Word 2007 stand as ``custom`` beside an older stand-in."""
    element = level.find(W + "numFmt")
    if element is None:
        element = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    first = (element.get(W + "format") or "").split(",")[0].strip() if element is not None else ""
    if first.isdigit():
        return f"decimalZero{len(first)}" if first.startswith("0") else "decimal"
    return _val(element) or "decimal"


def _list(element: etree._Element) -> NumberedList:
    found = NumberedList(_val(element.find(W + "abstractNumId")) or "")
    for override in element.iterfind(W + "lvlOverride"):
        level = int_of(override, W + "ilvl", 0)
        start = override.find(W + "startOverride")
        if start is not None:
            found.starts[level] = int_of(start, W + "val", 1)
        redefined = override.find(W + "lvl")
        if redefined is not None:
            found.levels[level] = _level(redefined)
    return found


def int_of(element: etree._Element | None, attribute: str, default: int) -> int:
    """A whole number from an attribute; ``default`` where it is missing or no number."""
    text = element.get(attribute, "") if element is not None else ""
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text) else default


def _val(element: etree._Element | None) -> str | None:
    return element.get(W + "val") if element is not None else None


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def _points(value: str) -> float | None:
    """A measure in twentieths of a point, or with its unit (``1.5cm``), in points."""
    match = re.fullmatch(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|cm|mm|in|pc|pi)?", value.strip())
    if not match:
        return None
    unit = {None: 0.05, "pt": 1, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72, "pc": 12, "pi": 12}[match[2]]
    return float(match[1]) * unit
