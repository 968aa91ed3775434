"""The elements of a web page → paragraphs, tables and footnotes.

The page is walked event by event, not by recursion, so that unclosed tags by the thousand do no harm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from kehoach.ingest.html_style import Declarations, Look, Sheet
from kehoach.ingest.html_table import WIDEST, Table
from kehoach.ingest.legacy_fonts import looks_legacy
from kehoach.ingest.runs import (
    BREAK,
    PAGE_BREAK,
    Draft,
    Letters,
    Run,
    bullet,
    cell_text,
    is_symbol_font,
    text_of,
    tidy,
    without_private,
)
from kehoach.ingest.source import Footnote, Grid
from kehoach.ingest.word_numbering import spell

_DROPPED = {
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "select",
    "option",
    "button",
    "textarea",
    "input",
    "audio",
    "video",
    "xml",
    "del",
    "title",
    "rt",
    "rp",
    "math",
    "map",
}
_BLOCKS = {
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "center",
    "address",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "figure",
    "figcaption",
    "caption",
    "form",
    "fieldset",
    "legend",
    "hr",
    "table",
    "body",
    "html",
    "details",
    "summary",
    "hgroup",
    "menu",
    "dir",
}
_NOTE = re.compile(r"(?:_?ftn|_?edn|sdfootnote|sdendnote)\d+(?:sym)?")
_TO_NOTE = re.compile(r"#(?:_ftn|_edn|sdfootnote|sdendnote)\d+(?:sym)?$")
_FROM_NOTE = re.compile(r"#(?:_ftnref|_ednref)\d+$|#(?:sdfootnote|sdendnote)\d+anc$")
_COMMENTS = re.compile(r"mso(?:comanchor|comhide|comoff)|msocommentreference")
_NOT_BODY = {"header", "footer", "comment-list", "comment"}
_LABEL_GAP = re.compile(r"7(?:\.0)?pt .?times new roman")
_LONGEST_LABEL = 12
_ORDERED = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}


Mode = Literal["text", "drop", "label", "mark"]


@dataclass(slots=True)
class _Frame:
    """An open element. ``mode`` tells where its text goes: a paragraph, nowhere, its label, a footnote's mark."""

    tag: str
    look: Look
    mode: Mode = "text"
    block: bool = False
    note: bool = False
    keeps_lines: bool = False


@dataclass(slots=True)
class _List:
    """An open list: the number format (None: bullets, empty: no labels) and the next number."""

    format: str | None
    next: int
    step: int = 1


class Page:
    """Reads one page: ``walk`` it, then take ``items``, ``footnotes``, and whether it has ``pictures``."""

    def __init__(self, root: etree._Element) -> None:
        """Prepare the style sheet of the page, and find out whether its letters are those of 8-bit fonts."""
        self._root = root
        self.items: list[Draft | Grid] = []
        self.footnotes: list[Footnote] = []
        self.pictures = False
        self._sheet = Sheet(element.text or "" for element in root.iter("style"))
        body = root.find("body")
        texts = map(str, (root if body is None else body).itertext())
        self._letters = Letters(everywhere=looks_legacy(" ".join(texts)))
        self._frames = [_Frame("", Look())]
        self._draft: Draft | None = None
        self._tables: list[Table] = []
        self._lists: list[_List] = []
        self._spans: list[tuple[int, int]] = []
        self._label: str | None = None
        self._level: int | None = None
        self._label_text: list[str] = []
        self._label_font = ""
        self._mark: list[str] = []
        self._body: list[Draft | Grid] = []

    def walk(self) -> None:
        """Read the page."""
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            if event == "start":
                self._open(element)
                self._text(element.text)
            else:
                self._close()
                self._text(element.tail)
        self._flush()

    def _open(self, element: etree._Element) -> None:
        tag = str(element.tag).lower()
        above = self._frames[-1]
        look, own = self._sheet.look(element, tag, above.look)
        block = tag in _BLOCKS or tag in ("tr", "td", "th")
        frame = _Frame(tag, look if block else replace(look, indent=above.look.indent), above.mode, block)
        frame.keeps_lines = above.keeps_lines or tag == "pre"
        if frame.mode != "drop":
            frame.mode = self._mode(element, frame, own)
        self._frames.append(frame)
        if frame.mode == "drop":
            return
        if block:
            self._flush()
            self._open_block(element, frame, own)
        elif tag == "br":
            self._break(element, own)
        elif tag == "img":
            self.pictures = True

    def _mode(self, element: etree._Element, frame: _Frame, own: Declarations) -> Mode:
        """Where the text of an element goes."""
        hidden = frame.tag in _DROPPED or frame.look.hidden or own.get("mso-element") in _NOT_BODY
        if hidden or _COMMENTS.search(element.get("class", "").lower()):
            return "drop"
        if own.get("mso-list") == "ignore":
            self._label_text = []
            self._label_font = ""
            return "label"
        if frame.tag == "a":
            target = element.get("href", "")
            if _TO_NOTE.search(target) and not _FROM_NOTE.search(target):
                return "drop"
            if _FROM_NOTE.search(target) and any(f.note for f in self._frames):
                return "mark"
        gap = frame.tag == "span" and frame.mode == "text" and _LABEL_GAP.search(own.get("font", ""))
        return "drop" if gap and self._take_label() else frame.mode

    def _take_label(self) -> bool:
        """In pages that Word filtered, a gap in small type is all that tells a generated label from text."""
        draft = self._draft
        label = text_of(draft.runs) if draft is not None and draft.label is None else ""
        if draft is None or not 0 < len(label) <= _LONGEST_LABEL:
            return False
        font = self._frames[-1].look.font
        draft.label, draft.runs = _printed(label, font), []
        return True

    def _open_block(self, element: etree._Element, frame: _Frame, own: Declarations) -> None:
        tag = frame.tag
        listed = re.search(r"level(\d)", own.get("mso-list", ""))
        if listed:
            self._level = int(listed[1]) - 1
        if own.get("mso-element") == "footnote" or (tag == "div" and _NOTE.fullmatch(element.get("id", ""))):
            frame.note = not any(f.note for f in self._frames[:-1])
            if frame.note:
                self._body, self.items, self._mark = self.items, [], []
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists.append(_list(element, frame))
        elif tag == "li" and self._lists:
            self._label, self._level = self._count(element, frame), len(self._lists) - 1
        elif tag == "table":
            self._tables.append(Table(self.items))
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif tag in ("td", "th") and self._tables:
            if not self._tables[-1].rows:
                self._tables[-1].begin_row()
            self.items = []
            self._spans.append((_whole(element.get("colspan"), WIDEST), _whole(element.get("rowspan"), 65_534)))

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.mode == "label" and self._frames[-1].mode != "label":
            self._label = _printed("".join(self._label_text), self._label_font)
        if frame.mode == "drop" or not frame.block:
            return
        if self._label is not None and self._draft is None and frame.tag in ("p", "li", "td", "th"):
            self._begin(frame)
        self._flush()
        if frame.note:
            self._add_note()
        if frame.tag in ("ul", "ol", "menu", "dir"):
            self._lists.pop()
        elif frame.tag in ("td", "th") and self._tables:
            table = self._tables[-1]
            table.add(self.items, *self._spans.pop())
            self.items = table.outer
        elif frame.tag == "table":
            table = self._tables.pop()
            self.items = table.outer
            self.items += table.items()
        if frame.tag == "p":
            self._level = None

    def _add_note(self) -> None:
        text = " ".join(cell_text(self.items).split("\n"))
        mark = tidy("".join(self._mark)).strip("[]()") or str(len(self.footnotes) + 1)
        self.items = self._body
        if text:
            self.footnotes.append(Footnote(mark, text))

    def _text(self, text: str | None) -> None:
        frame = self._frames[-1]
        if not text or frame.mode == "drop":
            return
        if frame.mode == "label":
            self._label_text.append(text)
            self._label_font = self._label_font or ("" if text.isspace() else frame.look.font)
            return
        if frame.mode == "mark":
            self._mark.append(text)
            return
        if self._draft is None:
            if text.isspace():
                return
            self._begin(frame)
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
        self._add(lines if frame.keeps_lines else lines.replace("\n", " "), frame.look)

    def _begin(self, frame: _Frame) -> None:
        level = self._level if self._label is not None else None
        self._draft = Draft([], frame.look.align, frame.look.indent, self._label, level)
        self._label = None

    def _add(self, text: str, look: Look) -> None:
        if self._draft is not None:
            self._draft.runs.append(Run(text, look.bold, look.italic, look.caps, look.font))

    def _break(self, element: etree._Element, own: Declarations) -> None:
        before = element.getprevious() if element.getprevious() is not None else element.getparent()
        beside_picture = before is not None and before.tag == "img" and element.get("clear") is not None
        if beside_picture or own.get("mso-ignore") == "vglayout":
            return  # ends the flow around a picture, not the line
        page = own.get("page-break-before") == "always" or own.get("mso-special-character") == "page-break"
        self._add(PAGE_BREAK if page else BREAK, self._frames[-1].look)

    def _flush(self) -> None:
        """End the open paragraph."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        self.items.append(self._letters.settle(draft))

    def _count(self, element: etree._Element, frame: _Frame) -> str | None:
        """The label of a list item."""
        found = self._lists[-1]
        value = element.get("value", "")
        number = int(value) if re.fullmatch(r"-?\d{1,6}", value) else found.next
        found.next = number + found.step
        if "none" in frame.look.list_style.split() or found.format == "":
            return None
        return "-" if found.format is None else spell(number, found.format) + "."


def _list(element: etree._Element, frame: _Frame) -> _List:
    """The list that an element opens."""
    style = next((word for word in frame.look.list_style.split() if word in _ORDERED or word == "none"), "")
    if style == "none":
        return _List("", 1)
    if frame.tag != "ol":
        return _List(_ORDERED.get(style), 1)
    start = element.get("start", "")
    kind = _ORDERED.get(style) or _ORDERED.get(element.get("type", "1"), "decimal")
    step = -1 if element.get("reversed") is not None else 1
    first = 1 if step > 0 else sum(1 for child in element if child.tag == "li")
    return _List(kind, int(start) if re.fullmatch(r"-?\d{1,6}", start) else first, step)


def _printed(label: str, font: str) -> str | None:
    """A generated label as text: a number as it stands, a glyph as a bullet."""
    text = tidy(without_private(label))
    glyph = len(text) == 1 and (not text.isalnum() or (text == "o" and font.startswith("courier")))
    return bullet(text, font) if glyph or is_symbol_font(font) else text or None


def _whole(text: str | None, most: int) -> int:
    return max(1, min(int(text), most)) if text and re.fullmatch(r"\d{1,6}", text.strip()) else 1
