"""The child as a Word document with tracked changes against the parent's own words, verified before it is returned.

Where a block is linked, the changes lead from the parent's words to the child's; what the child adds is inserted whole;
what it drops is told in comments. Accepting all changes gives the child, rejecting all the parent's linked blocks, each
once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element

from kehoach.comparison.edits import edits, only_case
from kehoach.comparison.model import Comparison, Edit
from kehoach.plan import Block, Plan
from kehoach.reports.package import timeless
from kehoach.reports.vietnamese import clean, shorten

AUTHOR = "Kehoach"
FONT = "Times New Roman"
LEGIBLE = 0.35  # share of words that have to stay for edits to be read inside one paragraph
A_PART, A_STATEMENT = 0.75, 6  # share of the shorter side's words, and how many, that make it a part of the other
INDENT = Mm(7)  # for each step of the outline below the second


class RedlineError(Exception):
    """The document does not hold both texts: a defect of the writer, told instead of a wrong document."""


def redline(comparison: Comparison, parent: Plan, child: Plan) -> bytes:
    """The bytes of a ``.docx`` file. Raises ``RedlineError`` where accepting or rejecting all gives another text."""
    writer = _Writer(comparison, parent, child)
    word = writer.document()
    out = BytesIO()
    word.save(out)
    data = timeless(out.getvalue())
    expected = [block_text(b) for b in child.blocks], writer.bases.texts(child)
    found = read_back(data, accept=True), read_back(data, accept=False)
    if found != expected:
        raise RedlineError("the tracked changes do not lead from the parent's words to the child's")
    return data


def block_text(block: Block) -> str:
    """A block with its label, on one line, as it is written."""
    return clean(f"{block.label} {block.text}" if block.label else block.text)


def read_back(data: bytes, *, accept: bool) -> list[str]:
    """The paragraphs of a redline behind its heading after all changes are accepted, or rejected."""
    paragraphs = []
    for paragraph in Document(BytesIO(data)).paragraphs[1:]:
        if paragraph._p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del' if accept else 'w:ins')}") is not None:
            continue
        paragraphs.append("".join(_texts(paragraph._p, accept=accept)))
    return paragraphs


def _texts(paragraph: _Element, *, accept: bool) -> Iterator[str]:
    gone = qn("w:del") if accept else qn("w:ins")
    for node in paragraph.iter(qn("w:t"), qn("w:delText")):
        if not any(above.tag == gone for above in node.iterancestors()):
            yield node.text or ""


class _Bases:
    """Which parent's words each child block is written against, so that each linked parent's block stands once.

    A parent's block is the base of that child block which keeps most of its words. Where none keeps enough to be read
    as edits, and where a child block makes several points in one, the parent's words go as paragraphs of their own.
    """

    def __init__(self, comparison: Comparison, parent: Plan, child: Plan) -> None:
        blocks = {b.id: b for b in parent.blocks}
        texts = {b.id: block_text(b) for b in parent.blocks}
        words = {b.id: block_text(b) for b in child.blocks}
        best: dict[str, tuple[float, str]] = {}
        for pair in comparison.pairs:
            closest = pair.parents[0]
            kept = share_kept(edits(texts[closest], words[pair.child]))
            if kept > best.get(closest, (LEGIBLE, ""))[0]:
                best[closest] = (kept, pair.child)
        self.of = {child: texts[parent] for parent, (_, child) in best.items()}
        self.before: dict[str, list[Block]] = {}
        shown = set(best)
        for pair in comparison.pairs:
            own = [p for p in pair.parents if p not in shown]
            shown |= set(own)
            self.before[pair.child] = [blocks[p] for p in own]

    def texts(self, child: Plan) -> list[str]:
        """What rejecting all has to give: each linked block of the parent, in the child's order."""
        found: list[str] = []
        for block in child.blocks:
            found += map(block_text, self.before.get(block.id, []))
            found += [self.of[block.id]] if block.id in self.of else []
        return found


def share_kept(steps: Sequence[Edit]) -> float:
    """The share of the longer side's words that edits keep; nearly all of the shorter side's, where it is a part.

    1 for two empty texts.
    """
    kept = sum(len(s.child.split()) for s in steps if only_case(s))
    shorter, longer = sorted(sum(len(side.split()) for side in sides) for sides in _sides(steps))
    part = kept / shorter if shorter >= A_STATEMENT else 0.0
    share = kept / longer if longer else 1.0
    return max(share, LEGIBLE + share / 100 if part >= A_PART else 0.0)


def _sides(steps: Sequence[Edit]) -> tuple[list[str], list[str]]:
    return [s.parent for s in steps], [s.child for s in steps]


class _Writer:
    def __init__(self, comparison: Comparison, parent: Plan, child: Plan) -> None:
        self.comparison, self.child, self.parent = comparison, child, parent
        self.bases = _Bases(comparison, parent, child)
        self.parents = {pair.child: pair.parents for pair in comparison.pairs}
        self.number = 0

    def document(self) -> WordDocument:
        word = Document()
        _set_up(word, self.child)
        names = [clean(side.title or side.name) for side in (self.comparison.parent, self.comparison.child)]
        role = "bản thứ nhất" if self.comparison.same_level else "kế hoạch cấp trên"
        title = word.add_paragraph(f"So sánh: {names[1]} – với {role}: {names[0]}", style="Title")
        dropped = self._dropped()
        for gone in dropped.pop(None, []):
            self._comment(word, title, gone)
        for block in self.child.blocks:
            paragraph = self._block(word, block)
            for linked in self.parents.get(block.id, []):
                for gone in dropped.pop(linked, []):
                    self._comment(word, paragraph, gone)
        return word

    def _dropped(self) -> dict[str | None, list[Block]]:
        """The dropped blocks of the parent by the carried block before them."""
        why = {o.parent: o.why for o in self.comparison.omitted}
        found: dict[str | None, list[Block]] = {}
        last: str | None = None
        for block in self.parent.blocks:
            if block.id not in why:
                last = block.id
            elif why[block.id] == "dropped":
                found.setdefault(last, []).append(block)
        return found

    def _block(self, word: WordDocument, block: Block) -> Paragraph:
        """The child's block: edits of its base, or inserted whole behind the parent's words that it stands for."""
        for gone in self.bases.before.get(block.id, []):
            paragraph = self._paragraph(word, gone)
            self._mark(paragraph, "del")
            self._tracked(paragraph, "del", block_text(gone))
        paragraph = self._paragraph(word, block)
        base, text = self.bases.of.get(block.id), block_text(block)
        if base is None:
            self._mark(paragraph, "ins")
            self._tracked(paragraph, "ins", text)
            return paragraph
        for step in edits(base, text):
            if step.op == "equal":
                paragraph.add_run(step.child)
            else:
                self._tracked(paragraph, "del", step.parent)
                self._tracked(paragraph, "ins", step.child)
        return paragraph

    @staticmethod
    def _paragraph(word: WordDocument, block: Block) -> Paragraph:
        paragraph = word.add_paragraph(style="Heading 2" if block.heading else "Normal")
        paragraph.paragraph_format.left_indent = INDENT * max(0, block.depth - 2)
        return paragraph

    def _tracked(self, paragraph: Paragraph, kind: Literal["ins", "del"], text: str) -> None:
        if not text:
            return
        change = self._change(f"w:{kind}")
        run = OxmlElement("w:r")
        words = OxmlElement("w:t" if kind == "ins" else "w:delText")
        words.set(qn("xml:space"), "preserve")
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)

    def _mark(self, paragraph: Paragraph, kind: Literal["ins", "del"]) -> None:
        """The paragraph's end comes or goes too: no empty line is left."""
        properties = paragraph._p.get_or_add_pPr()
        mark = OxmlElement("w:rPr")
        mark.append(self._change(f"w:{kind}"))
        properties.append(mark)

    def _change(self, tag: str) -> _Element:
        self.number += 1
        change: _Element = OxmlElement(tag)
        change.set(qn("w:id"), str(self.number))
        change.set(qn("w:author"), AUTHOR)
        return change

    def _comment(self, word: WordDocument, paragraph: Paragraph, gone: Block) -> None:
        runs = [Run(r, paragraph) for r in paragraph._p.iter(qn("w:r")) if isinstance(r, CT_R)]
        if not runs:
            return
        words = f"Bị bỏ so với cấp trên: {shorten(block_text(gone), 60)}"
        comment = word.add_comment(runs[-1:], text=words, author=AUTHOR, initials="KH")
        if qn("w:date") in comment._comment_elm.attrib:
            del comment._comment_elm.attrib[qn("w:date")]


def _set_up(word: WordDocument, child: Plan) -> None:
    """A4 with the margins and the type of official documents (NĐ 30/2020, Phụ lục I, mục I)."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(15)
    for name, size, bold in (("Normal", 14, False), ("Heading 2", 14, True), ("Title", 14, True)):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.color.rgb = None
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.space_before = Pt(0)
    word.core_properties.title = clean(child.header.title or child.source.name)[:255]
    word.core_properties.author = AUTHOR
    word.core_properties.comments = ""
    word.core_properties.language = "vi-VN"
