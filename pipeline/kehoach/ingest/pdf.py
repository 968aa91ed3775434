"""PDF → ``Source``. Pages that are pictures, or whose text is rubbish, are left to OCR."""

from __future__ import annotations

import threading

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kehoach.errors import ReadError
from kehoach.ingest.page_layout import Line, Page
from kehoach.ingest.page_source import assemble
from kehoach.ingest.pdf_chars import Chars
from kehoach.ingest.pdf_lines import Piece, line_of, read_pieces
from kehoach.ingest.pdf_notes import take_notes
from kehoach.ingest.pdf_strokes import Strokes, read_strokes
from kehoach.ingest.pdf_tables import find_lattices, read_table
from kehoach.ingest.source import Limits, Progress, Source, digest
from kehoach.ingest.text_layer import usable
from kehoach.plan import Layout, SourceError

MEDIA_TYPE = "application/pdf"
POINT = 25.4 / 72  # in millimetres

# pdfium is not safe for threads: whoever calls it holds this lock.
PDFIUM = threading.Lock()

# A page that a picture covers to this share and that has fewer letters than this is a scan with a stamp on it.
_SCAN_SHARE, _SCAN_LETTERS = 0.6, 250
# A page without text shows something if pictures cover this share, or it has this many drawn paths (text as outlines).
_SHOWN_SHARE, _SHOWN_PATHS = 0.02, 200


def read_pdf(data: bytes, name: str, limits: Limits, on_page: Progress | None = None) -> Source:
    """Read a PDF; pages that are pictures, or whose text is rubbish, by OCR.

    data    the file's bytes;  name  its name, for messages;  on_page  is told of every page that OCR has read
    Raises ``ReadError`` where nothing can be read: ``empty``, ``damaged``, ``encrypted``, ``too_large``. Pages that
    cannot be used stand in ``errors`` (``no_text``, ``garbled_text``: there is no OCR on this machine; ``ocr_failed``,
    ``ocr_timeout``, ``too_large``, ``page_failed``); their text is not in the parts.
    """
    with PDFIUM:
        document = open_pdf(data, name, limits)
        read = {number: read_page(document, number) for number in range(1, len(document) + 1)}
    try:
        scanned = _with_ocr(document, read, limits, on_page)
    finally:
        with PDFIUM:
            document.close()
    pages = [page for page in read.values() if isinstance(page, Page)]
    errors = [page for page in read.values() if isinstance(page, SourceError)]
    parts, footnotes = assemble(pages)
    first = pages[0] if pages else None
    layout = Layout(paper=(round(first.width * POINT, 1), round(first.height * POINT, 1))) if first else None
    source = Source(name, digest(data), MEDIA_TYPE, parts, footnotes, pages=len(read), layout=layout, errors=errors)
    source.ocr = scanned
    source.doubts = [doubt for page in pages for doubt in page.doubts]
    return source


def _with_ocr(
    document: pdfium.PdfDocument, read: dict[int, Page | SourceError], limits: Limits, on_page: Progress | None
) -> bool:
    """Put what OCR reads in the place of pages without (good) text; whether it read any."""
    wanted = [number for number, page in read.items() if _needs_ocr(page)]
    if not wanted:
        return False
    from kehoach.ingest import pdf_ocr

    return pdf_ocr.read_pages(document, PDFIUM, read, wanted, limits, on_page)


def _needs_ocr(page: Page | SourceError) -> bool:
    return page.is_layer if isinstance(page, Page) else page.code in ("no_text", "garbled_text")


def open_pdf(data: bytes, name: str, limits: Limits) -> pdfium.PdfDocument:
    """The document, opened; raises ``ReadError`` as ``read_pdf`` does. Hold ``PDFIUM`` while it is used."""
    if not data:
        raise ReadError("empty", "Tệp rỗng, không có nội dung.", file=name)
    if len(data) > limits.bytes:
        raise ReadError("too_large", f"Tệp PDF lớn hơn {limits.bytes // 2**20} MB. Hãy chia nhỏ tệp.", file=name)
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        raise _refused(data, name) from error
    if count > limits.pages:
        document.close()
        message = f"Tệp PDF có {count} trang, quá {limits.pages} trang. Hãy chia nhỏ tệp."
        raise ReadError("too_large", message, file=name)
    return document


def _refused(data: bytes, name: str) -> ReadError:
    """Why pdfium did not open a file. Asked anew: a document without pages leaves the last error as it was."""
    handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if handle:
        raw.FPDF_CloseDocument(handle)
        return ReadError("empty", "Tệp PDF không có trang nào.", file=name)
    code = raw.FPDF_GetLastError()
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return ReadError("encrypted", "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", file=name)
    return ReadError("damaged", "Tệp PDF bị hỏng hoặc không phải PDF. Hãy tải lại hoặc xuất lại tệp.", file=name)


def read_page(document: pdfium.PdfDocument, number: int) -> Page | SourceError:
    """Page ``number`` (from 1) as laid out, or why it cannot be used. Never raises."""
    try:
        page = _with_fields(document, number)
        textpage = page.get_textpage()
        try:
            return _read(page, Chars(page, textpage), number)
        finally:
            textpage.close()
            page.close()
    except Exception:  # a defect of one page, in the file or here, must not take the others with it
        message = f"Không đọc được trang {number}. Hãy xuất lại tệp PDF hoặc nhập tay nội dung trang này."
        return SourceError(code="page_failed", message=message, page=number)


#: What is written on a page afterwards: fields (the number and the day, which offices stamp on a signed file), boxes
_WRITTEN_ON = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)


def _with_fields(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """A page with the text of its fields as a part of it; pdfium gives it only so, and only to a page opened anew."""
    page = document[number - 1]
    if not any(_subtype(page, i) in _WRITTEN_ON for i in range(raw.FPDFPage_GetAnnotCount(page))):
        return page
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return document[number - 1]


def _subtype(page: pdfium.PdfPage, index: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        return int(raw.FPDFAnnot_GetSubtype(annotation))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _read(page: pdfium.PdfPage, chars: Chars, number: int) -> Page | SourceError:
    pieces = read_pieces(chars)
    strokes = read_strokes(page, chars.view)
    error = _refusal(chars.text, strokes, number)
    if error:
        return error
    width, height = chars.view.size
    result = Page(number, width, height)
    lattices, rules = find_lattices(strokes)
    # Notes first: their marks are to be out of the text before it is put into cells.
    pieces, result.notes = take_notes(pieces, rules, chars, max((lattice.ys[-1] for lattice in lattices), default=0.0))
    for lattice in lattices:
        table, pieces = read_table(lattice, pieces, chars)
        result.tables.append(table)
    result.lines = _lines(pieces, chars)
    result.is_layer = strokes.image >= _SCAN_SHARE and chars.is_invisible()
    return result


def _lines(pieces: list[Piece], chars: Chars) -> list[Line]:
    return [line for piece in pieces if (line := line_of(piece, chars))]


def _refusal(text: str, strokes: Strokes, number: int) -> SourceError | None:
    """Why the text of a page cannot be taken, if so. An empty page is no error."""
    shown = strokes.image >= _SHOWN_SHARE or strokes.paths >= _SHOWN_PATHS
    stamped = strokes.image >= _SCAN_SHARE and sum(map(str.isalnum, text)) < _SCAN_LETTERS
    if (shown and not text.strip()) or stamped:
        message = f"Trang {number} là ảnh quét, không có lớp chữ."
        return SourceError(code="no_text", message=message, page=number)
    if not usable(text):
        message = f"Lớp chữ của trang {number} bị hỏng (phông chữ lỗi)."
        return SourceError(code="garbled_text", message=message, page=number)
    return None
