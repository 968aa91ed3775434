"""What stands inside a Word paragraph → runs of visible text, text boxes and note references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kehoach.ingest.runs import BREAK, PAGE_BREAK, Run, symbol
from kehoach.ingest.word_package import MC, W
from kehoach.ingest.word_styles import Look, Styles, is_on

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"

P, TABLE, ROW, CELL, CHUNK = W + "p", W + "tbl", W + "tr", W + "tc", W + "altChunk"
BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"
_REMOVED = {W + t for t in ("del", "moveFrom")}
_WRAPPERS = {W + t for t in ("ins", "moveTo", "customXml", "smartTag", "sdtContent")}
_SHAPES = {W + t for t in ("drawing", "pict", "object")}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_NOT_TEXT = _REMOVED | {
    W + t
    for t in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "tblPr",
        "delText",
        "instrText",
        "delInstrText",
        "rubyPr",
        "rt",
        "customXmlPr",
        "smartTagPr",
        "fldData",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
        "pgNum",
    )
}
_FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": BREAK,
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",  # the letter ư to a TCVN3 font; dropped later from all other text
}
_LINE_EMU = 12 * 12_700  # a text box that starts a line's height below its anchor comes after it


@dataclass(slots=True)
class Inside:
    """A paragraph's runs, and the text boxes that come before and after its text."""

    runs: list[Run] = field(default_factory=list)
    before: list[etree._Element] = field(default_factory=list)
    after: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class Note:
    """A reference to a footnote or endnote; ``mark`` only where the writer chose one."""

    kind: str
    id: str
    mark: str | None = None


def reach(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The outermost elements of ``tags`` below ``parent``, through content controls, insertions and the like."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag == ALTERNATE:
            branch = branch_of(child)
            if branch is not None:
                yield from reach(branch, *tags)
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None and not (P in tags and is_on(child.find(W + "sdtPr"), "showingPlcHdr")):
                yield from reach(content, *tags)
        elif child.tag in _WRAPPERS:
            yield from reach(child, *tags)


def branch_of(alternate: etree._Element) -> etree._Element | None:
    """The one branch to read of several that hold the same."""
    choice = alternate.find(MC + "Choice")
    return choice if choice is not None else alternate.find(MC + "Fallback")


def boxes_in(shape: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, each once, not those within them."""
    for child in shape:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATE:
            branch = branch_of(child)
            if branch is not None:
                yield from boxes_in(branch)
        elif len(child):
            yield from boxes_in(child)


def has_pictures(root: etree._Element) -> bool:
    """Does a document part show a picture?"""
    return next(root.iter(A + "blip", VML + "imagedata"), None) is not None


class Inline:
    """Reads paragraphs one after the other; fields may begin in one and end in a later one."""

    def __init__(self, styles: Styles) -> None:
        """``styles`` tell how runs look."""
        self.notes: list[Note] = []
        self._styles = styles
        self._codes: list[bool] = []
        self._sound = True
        self._inside = Inside()
        self._style: str | None = None

    def begin(self, story: etree._Element) -> None:
        """Begin a story (body, header, note): field marks that do not pair within it are not trusted."""
        kinds = [
            mark.get(W + "fldCharType")
            for mark in story.iter(W + "fldChar")
            if not any(above.tag in _REMOVED for above in mark.iterancestors())
        ]
        self._codes = []
        self._sound = kinds.count("begin") == kinds.count("end")

    def read(self, paragraph: etree._Element, style: str | None) -> Inside:
        """What stands in a ``w:p`` of a paragraph style."""
        self._inside, self._style = Inside(), style
        self._walk(paragraph)
        return self._inside

    def _walk(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag == ALTERNATE:
                branch = branch_of(child)
                if branch is not None:
                    self._walk(branch)
            elif tag in _SHAPES:
                self._shape(child)
            elif isinstance(tag, str) and tag.startswith(M):
                self._add(_formula(child), Look())
            elif tag not in _NOT_TEXT and not (tag == W + "sdt" and is_on(child.find(W + "sdtPr"), "showingPlcHdr")):
                self._walk(child)

    def _run(self, run: etree._Element) -> None:
        look = self._styles.look(run.find(W + "rPr"), self._style)
        own_mark: Note | None = None
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif look.hidden or any(self._codes):
                continue
            elif tag in _NOTES:
                note = Note(_NOTES[tag], child.get(W + "id", ""))
                own_mark = note if child.get(W + "customMarkFollows", "0") not in ("0", "false", "off") else None
                self.notes.append(note)
            elif tag in (W + "t", W + "sym") and own_mark is not None:
                own_mark.mark = (own_mark.mark or "") + _text(child)
            elif tag == W + "br":
                self._add(PAGE_BREAK if child.get(W + "type") in ("page", "column") else BREAK, look)
            elif tag in (W + "t", W + "sym") or tag in _FIXED:
                self._add(_text(child), look)
            elif tag in _SHAPES:
                self._shape(child)
            elif tag in (ALTERNATE, W + "ruby"):
                self._walk_one(child)

    def _walk_one(self, element: etree._Element) -> None:
        """An alternate content or a ruby within a run."""
        content = branch_of(element) if element.tag == ALTERNATE else element.find(W + "rubyBase")
        if content is not None:
            self._walk(content)

    def _field(self, kind: str | None) -> None:
        if not self._sound:
            return
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _shape(self, shape: etree._Element) -> None:
        boxes = list(boxes_in(shape))
        written = any(not run.text.isspace() for run in self._inside.runs)
        offset = shape.find(f"{WP}anchor/{WP}positionV/{WP}posOffset")
        below = offset is not None and _below(offset)
        (self._inside.after if written or below else self._inside.before).extend(boxes)

    def _add(self, text: str, look: Look) -> None:
        if text:
            self._inside.runs.append(Run(text, look.bold, look.italic, look.caps, look.font))


def pieces_of(root: etree._Element, styles: Styles) -> Iterator[tuple[str, str]]:
    """The name of the font and the text of every run, lines apart."""
    for paragraph in root.iter(P):
        style = style_of(paragraph)
        font = ""
        for run in paragraph.iterfind(W + "r"):
            font = styles.look(run.find(W + "rPr"), style).font
            yield font, "".join(_FIXED.get(str(e.tag), e.text or "") for e in run.iter(W + "t", W + "softHyphen"))
        yield font, "\n"


def style_of(paragraph: etree._Element) -> str | None:
    """The id of a paragraph's style; None for the default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val") if style is not None else None


def _text(element: etree._Element) -> str:
    """The text of ``w:t``, ``w:sym`` or a mark such as ``w:tab``."""
    if element.tag == W + "sym":
        code = int(element.get(W + "char") or "0", 16)
        return symbol(chr(code), element.get(W + "font") or "Symbol") if 0 < code < 0x11_0000 else ""
    if element.tag in _FIXED:
        return _FIXED[str(element.tag)]
    return (element.text or "").replace("\n", " ").replace("\f", " ")


def _formula(element: etree._Element) -> str:
    """A formula as one line: its characters in order, fractions with a stroke."""
    pieces = []
    for part in element.iter(M + "t", M + "den"):
        pieces.append("/" if part.tag == M + "den" else part.text or "")
    return "".join(pieces).strip()


def _below(offset: etree._Element) -> bool:
    relative = offset.getparent()
    if relative is None or relative.get("relativeFrom") not in ("paragraph", "line"):
        return False
    text = (offset.text or "").strip()
    return text.isascii() and text.isdigit() and len(text) < 12 and int(text) > _LINE_EMU
