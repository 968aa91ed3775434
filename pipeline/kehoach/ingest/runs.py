"""Runs of text with their look → paragraphs and cell lines: what the Word and the HTML readers share.

A reader collects what stands in one paragraph of its file as a ``Draft``. Here it is decided which lines of it are
paragraphs of their own, and the text is made tidy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from kehoach.ingest.encoding import FONT_LETTERS
from kehoach.ingest.legacy_fonts import UNICODE_LETTERS, VNI_MARKS, Encoding, convert, encoding_of_font, looks_legacy
from kehoach.ingest.source import Alignment, Grid, Paragraph
from kehoach.outline.labels import split_label

BREAK = "\n"
PAGE_BREAK = "\f"
MOST_COLUMNS = 63  # the limit of Word itself; a larger span in a file is damage or malice
NEARLY = 0.8

_SPACES = re.compile(r"\s+")
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u001e": "-"}) | FONT_LETTERS
_PRIVATE = re.compile("[\ue000-\uf8ff]")

# Glyphs of the Symbol font that carry meaning; every other glyph of a symbol font is an ornament or a bullet.
_SYMBOL = dict(zip("\xa3\xb3\xb1\xb4\xb8\xb9\xbb\xb0\xae\xde\xd7\xa5-+*=<>", "≤≥±×÷≠≈°→⇒·∞-+*=<>", strict=True))
_BULLETS = "-–—−‒•●▪■◦○‣·►➢✓§o"


@dataclass(slots=True)
class Run:
    """A piece of text of one look. ``text`` may hold ``BREAK`` and ``PAGE_BREAK``; None is an unknown look.

    ``caps`` shows small letters as capitals. ``font`` is the font's name, where it bears on what the characters are.
    """

    text: str
    bold: bool | None = None
    italic: bool | None = None
    caps: bool = False
    font: str = ""


@dataclass(slots=True)
class Draft:
    """A paragraph as the file holds it, with what the reader knows of it."""

    runs: list[Run] = field(default_factory=list)
    align: Alignment | None = None
    indent: float | None = None
    label: str | None = None
    level: int | None = None

    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs to the reader's eye; the label goes to the first.

        Lines that stand in the middle or at the right are those of a title or a signature, each a paragraph.
        """
        found = [self._paragraph(line) for line in self._lines(keep=self.align in ("center", "right"))]
        if found:
            found[0].label, found[0].level = self.label, self.level
        return found

    def lines(self) -> list[str]:
        """The lines in a table's cell: every forced break ends one; the label stands in the first, even alone."""
        texts = [text_of(line) for line in self._lines(keep=True)] or [""]
        texts[0] = f"{self.label or ''} {texts[0]}".strip()
        return [text for text in texts if text]

    def _paragraph(self, runs: list[Run]) -> Paragraph:
        bold, italic = _share([(r.text, r.bold) for r in runs]), _share([(r.text, r.italic) for r in runs])
        return Paragraph(text_of(runs), bold=bold, italic=italic, align=self.align, indent=self.indent)

    def _lines(self, keep: bool) -> list[list[Run]]:
        """Lines with text. A break ends one if ``keep``, at a page's end, when doubled, and before a typed label or,
        behind a closed sentence, a capital.
        """
        lines: list[list[Run]] = []
        gap, before = PAGE_BREAK, ""
        for line, ended_by in _broken(self.runs):
            text = text_of(line)
            apart = keep or PAGE_BREAK in gap or len(gap) > 1
            if text and (apart or _opens_paragraph(before, text)):
                lines.append(line)
            elif text:
                lines[-1] += [Run(" "), *line]
            gap, before = (ended_by, text) if text else (gap + ended_by, before)
        return lines


def tidy(text: str) -> str:
    """``text`` in NFC on one line: white space collapsed, characters without width or shape removed."""
    text = _SPACES.sub(" ", text.translate(_PLAIN))
    if not text.isprintable():
        text = _SPACES.sub(" ", "".join(c for c in text if c.isprintable()))
    return unicodedata.normalize("NFC", text).strip()


def text_of(runs: Iterable[Run]) -> str:
    """The tidy text of runs."""
    return tidy("".join(run.text for run in runs))


def symbol(char: str, font: str) -> str:
    """The character that a glyph of a symbol font (Symbol, Wingdings, private use) shows; ``•`` for ornaments."""
    if char.isspace():
        return char
    code = ord(char) - 0xF000 if "\uf000" <= char <= "\uf0ff" else ord(char)
    if font.lower().startswith("symbol") or not font:
        return _SYMBOL.get(chr(code), "•" if "\uf000" <= char <= "\uf0ff" or code > 0x7F else char)
    return "•"


def without_private(text: str) -> str:
    """``text`` with glyphs of symbol fonts in the private area turned into characters."""
    return _PRIVATE.sub(lambda m: symbol(m[0], ""), text)


def is_symbol_font(font: str) -> bool:
    """Does the font hold glyphs instead of letters?"""
    return font.lower().startswith(("symbol", "wingdings", "webdings", "zapf", "opensymbol", "starsymbol"))


def bullet(text: str, font: str = "") -> str:
    """The label for a bullet: ``-`` for dots, dashes and glyphs; ``+``, ``*`` and typed marks stay."""
    text = tidy("".join(symbol(c, font) if is_symbol_font(font) or _PRIVATE.match(c) else c for c in text))
    if text in ("+", "*", "#"):
        return text
    ornament = len(text) == 1 and (text in _BULLETS or unicodedata.category(text) in ("So", "Sm", "Po"))
    return "-" if ornament or not text else text


def unpacked(items: Iterable[Draft | Grid]) -> list[Paragraph | Grid]:
    """Drafts and tables as the parts of a ``Source``."""
    parts: list[Paragraph | Grid] = []
    for item in items:
        parts += item.paragraphs() if isinstance(item, Draft) else [item]
    return parts


def cell_text(items: Iterable[Draft | Grid]) -> str:
    """What stands in a cell: a line for each paragraph, and for each paragraph of each cell of a table within."""
    lines: list[str] = []
    for item in items:
        if isinstance(item, Draft):
            lines += item.lines()
        else:
            lines += [line for row in item.rows for cell in row for line in cell.split("\n") if line]
    return "\n".join(lines)


LAYOUT_ITEMS = 10  # a cell with so much in it and a table besides is page layout


def framed(rows: list[list[list[Draft | Grid]]]) -> list[Draft | Grid] | None:
    """What stands in the cells of a table that only lays out the page or frames a text: a table of one column, or one
    with a cell that holds a good deal of the document and a table besides. None for a table of data.
    """
    cells = [cell for row in rows for cell in row]
    layout = any(len(c) >= LAYOUT_ITEMS and any(isinstance(i, Grid) for i in c) for c in cells)
    if layout or all(len(row) <= 1 for row in rows):
        return [item for cell in cells for item in cell]
    return None


def rectangle(rows: list[list[str]], merged: set[tuple[int, int]] | None = None) -> Grid | None:
    """Rows of unequal length as a ``Grid``; None if no cell holds text."""
    if not any(cell for row in rows for cell in row):
        return None
    width = max(map(len, rows))
    return Grid([row + [""] * (width - len(row)) for row in rows], merged=merged or set())


@dataclass(frozen=True, slots=True)
class Letters:
    """What the characters of a document are: the 8-bit encodings whose fonts really hold them, or one for all text."""

    by_font: frozenset[Encoding] = frozenset()
    everywhere: Encoding | None = None

    def settle(self, draft: Draft) -> Draft:
        """Turn the characters of a draft into the ones they show: Unicode letters, capitals, symbols."""
        draft.runs = [replace(run, text=text) for run, text in _joined(draft.runs)]
        encodings = self._encodings(draft.runs) if self.by_font or self.everywhere else [None] * len(draft.runs)
        for n in range(1, len(draft.runs)):
            if encodings[n - 1] == encodings[n] == "vni" and draft.runs[n].text[:1] in VNI_MARKS:
                # A change of look between a letter and its mark, which VNI writes as two characters.
                draft.runs[n - 1].text += draft.runs[n].text[0]
                draft.runs[n].text = draft.runs[n].text[1:]
        for run, encoding in zip(draft.runs, encodings, strict=True):
            _settle(run, encoding)
        return draft

    def _encodings(self, runs: list[Run]) -> list[Encoding | None]:
        """The encoding of each run. A paragraph whose fonts agree may still be written in the other encoding."""
        plain = not any(UNICODE_LETTERS.search(run.text) for run in runs)
        encodings = [self._encoding(run, plain) for run in runs]
        if len({encoding for encoding in encodings if encoding}) == 1:
            text = "".join(run.text if encoding else " " for run, encoding in zip(runs, encodings, strict=True))
            found = looks_legacy(text, fewest=1)
            encodings = [encoding and (found or encoding) for encoding in encodings]
        return encodings

    def _encoding(self, run: Run, plain: bool) -> Encoding | None:
        encoding, _ = encoding_of_font(run.font)
        if encoding in self.by_font:
            return None if UNICODE_LETTERS.search(run.text) else encoding
        return self.everywhere if plain else None


def letters_of(pieces: Iterable[tuple[str, str]]) -> Letters:
    """What the characters of a document are, from its pieces of text in order, each with the name of its font.

    A font's name alone proves nothing: many a file has ``.VnTime`` in its default style and Unicode in its runs. A file
    that lost its fonts in a conversion is told by its text alone.
    """
    texts: dict[Encoding | None, list[str]] = {}
    before: Encoding | None = None
    for font, text in pieces:
        encoding, _ = encoding_of_font(font)
        if encoding != before:
            texts.setdefault(before, []).append("\n")
            before = encoding
        texts.setdefault(encoding, []).append(text)
    everywhere = looks_legacy("".join(texts.pop(None, [])))
    by_font = [encoding for encoding, found in texts.items() if encoding and looks_legacy("".join(found), fewest=1)]
    return Letters(frozenset(by_font), everywhere)


def _joined(runs: list[Run]) -> Iterator[tuple[Run, str]]:
    """Runs of one look after another are one: files cut words anywhere, and 8-bit letters need their neighbours."""
    for _, group in groupby(runs, key=lambda run: (run.bold, run.italic, run.caps, run.font)):
        same = list(group)
        yield same[0], "".join(run.text for run in same)


def _settle(run: Run, encoding: Encoding | None) -> None:
    if encoding:
        # Word moves letters of an 8-bit font into the private area where it takes the font for a symbol font.
        down = "".join(chr(ord(c) - 0xF000) if "\uf020" <= c <= "\uf0ff" else c for c in run.text)
        run.text = convert(down, encoding)
        run.caps = run.caps or encoding_of_font(run.font)[1]
    elif is_symbol_font(run.font) and len(run.text.strip()) == 1:
        run.text = "".join(symbol(c, run.font) for c in run.text)
    else:
        run.text = without_private(run.text)
    if run.caps:
        run.text = run.text.upper()


def _broken(runs: list[Run]) -> list[tuple[list[Run], str]]:
    """The runs line by line, each with the break that ends it (empty for the last)."""
    lines: list[tuple[list[Run], str]] = []
    line: list[Run] = []
    for run in runs:
        for piece in re.split("([\n\f])", run.text):
            if piece in (BREAK, PAGE_BREAK):
                lines.append((line, piece))
                line = []
            elif piece:
                line.append(replace(run, text=piece))
    return [*lines, (line, "")]


def _opens_paragraph(before: str, after: str) -> bool:
    """Does text after a closed one, or a typed label after a heading in capitals or a bracket, begin a paragraph that
    its writer only broke off by a line break?
    """
    if split_label(after)[0] is not None:
        return before.endswith((".", ";", ":", ")")) or before.isupper()
    return before.endswith((".", ";")) and after[:1].isupper()


def _share(looks: list[tuple[str, bool | None]]) -> bool | None:
    """True or false for (nearly) all the letters; None if nothing is known of most of them."""
    known = yes = total = 0
    for text, look in looks:
        size = len(text) - sum(map(text.count, " \t\xa0"))
        total += size
        known += size if look is not None else 0
        yes += size if look else 0
    return yes >= NEARLY * total if total and known >= NEARLY * total else None
