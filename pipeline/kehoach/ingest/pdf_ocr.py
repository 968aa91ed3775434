"""Pages of a PDF that are to be read from their picture: without text, with rubbish, or with a scanner's own OCR."""

from __future__ import annotations

from threading import Lock

import pypdfium2 as pdfium

from kehoach.ingest.page_layout import Page
from kehoach.ingest.pdf_render import picture_of
from kehoach.ingest.scan import Scan, engine_for, read_scans
from kehoach.ingest.scan_picture import Picture
from kehoach.ingest.source import Limits, Progress
from kehoach.ingest.text_layer import faults, usable
from kehoach.plan import SourceError


def read_pages(
    document: pdfium.PdfDocument,
    lock: Lock,
    read: dict[int, Page | SourceError],
    wanted: list[int],
    limits: Limits,
    on_page: Progress | None,
) -> bool:
    """Read the pages ``wanted`` and enter them in ``read``; whether a page there is now from OCR.

    Without an engine on this machine the errors say how to install one. Text that a scanner put under its picture is
    kept where it is better than what is read here.
    """
    engine = engine_for(limits)
    missing = engine.missing()
    if missing:
        for number in wanted:
            page = read[number]
            if isinstance(page, SourceError):
                page.message = f"{page.message} {missing}"
        return False

    def picture(number: int) -> Picture:
        with lock:
            page = document[number - 1]
            try:
                return picture_of(page, limits.pixels)
            finally:
                page.close()

    found = read_scans([Scan(number, lambda n=number: picture(n)) for number in wanted], engine, on_page)  # type: ignore[misc]
    better = {number: page for number, page in found.items() if _is_better(page, read[number])}
    read.update(better)
    return any(isinstance(page, Page) for page in better.values())


def _is_better(found: Page | SourceError, known: Page | SourceError) -> bool:
    """Whether what OCR found is taken; a page whose letters are rubbish as shown, too, stays an error."""
    if not isinstance(known, Page):
        return known.code != "garbled_text" or not isinstance(found, Page) or usable(_text(found))
    return isinstance(found, Page) and bool(found.lines) and faults(_text(found)) <= faults(_text(known))


def _text(page: Page) -> str:
    return " ".join([line.text for line in page.lines] + [cell for t in page.tables for row in t.rows for cell in row])
