"""Scans as read: what stands on the page comes back, whatever the scanner, the stamp or the pen did to it."""

import io
import signal
import subprocess
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest
from pdf_files import needs_font
from PIL import Image
from scan_files import DUTY, PURPOSE, Broken, Pdf, Wear, needs_tesseract, plan_pdf, scan, worn_pages

import kehoach
from kehoach.errors import ReadError
from kehoach.ingest import image, pdf_ocr
from kehoach.ingest.source import Limits

pytestmark = needs_font

WORN = {
    "plain": Wear("plain", noise=4.0),
    "stamp and signature": Wear("stamp", stamp=True, skew=0.8),
    "askew": Wear("askew", skew=3.0),
    "150 dpi": Wear("coarse", dpi=150, noise=3.0, blur=0.3),
    "300 dpi": Wear("fine", dpi=300, skew=-1.3),
    "one bit": Wear("one bit", one_bit=True),
    "photograph": Wear("photo", photo=True, skew=1.0, quality=90),
}


@needs_tesseract
@pytest.mark.parametrize("wear", WORN.values(), ids=WORN.keys())
def test_a_plan_comes_back_from_its_scan(wear):
    plan = kehoach.extract(scan(plan_pdf(), wear))
    assert (plan.source.ocr, plan.source.status, plan.source.errors) == (True, "ok", [])
    header = plan.header
    assert (header.number, header.date, header.place) == ("25/KH-UBND", "2026-03-16", "Hòa Bình")
    assert header.issuer.name == "Ủy ban nhân dân xã Hòa Bình"
    assert header.title == "Tổ chức phong trào thi đua yêu nước năm 2026"
    assert [(b.label, b.heading) for b in plan.blocks] == [
        ("I.", True),
        ("1.", True),
        (None, False),
        ("II.", True),
        ("1.", False),
    ]
    if wear.photo:
        assert all(like(plan.blocks[i].text, text) > 0.985 for i, text in ((2, PURPOSE), (4, DUTY)))
    else:
        assert [plan.blocks[2].text, plan.blocks[4].text] == [PURPOSE, DUTY]
    assert [m.end for m in plan.timeline] == ["2026-12-15"]
    assert (plan.signature.capacity, plan.signature.name) == ("TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn Minh")
    assert [r.quote for r in plan.recipients] == ["Thường trực Đảng ủy xã", "Các thôn trong xã", "Lưu: VT"]


def like(one, two):
    """How much of two texts is the same: 0..1."""
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


@needs_tesseract
def test_blocks_carry_the_confidence_of_ocr_and_digital_ones_none():
    digital, scanned = kehoach.extract(plan_pdf().bytes()), kehoach.extract(scan(plan_pdf()))
    assert {block.confidence for block in digital.blocks} == {None}
    assert all(block.confidence is not None and 0.8 < block.confidence <= 1 for block in scanned.blocks)


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_lie_on_their_side_or_head(turn):
    page = worn_pages(plan_pdf().bytes(), WORN["plain"])[0].rotate(turn, expand=True)
    plan = kehoach.extract(as_file(page, "PNG"))
    assert plan.header.number == "25/KH-UBND" and plan.blocks[2].text == PURPOSE


@needs_tesseract
@pytest.mark.parametrize("wear", [WORN["150 dpi"], WORN["300 dpi"]], ids=["150 dpi", "300 dpi"])
def test_the_number_of_a_party_document(wear):
    assert kehoach.extract(scan(plan_pdf("Số: 12-KH/ĐU"), wear)).header.number == "12-KH/ĐU"


@needs_tesseract
def test_what_a_pen_filled_in_is_missing_and_told():
    pdf = plan_pdf(number="Số:          /KH-UBND", date="Hòa Bình, ngày       tháng 3 năm 2026")
    page = worn_pages(pdf.bytes(), WORN["plain"])[0]
    for x, y in ((132, 98), (385, 98)):
        scribble(page, x * 200 / 72, y * 200 / 72)
    plan = kehoach.extract(as_file(page, "PNG"))
    assert (plan.header.number, plan.header.date) == (None, "2026-03")
    told = {f.field: f.message for f in plan.findings if f.code in ("KH102", "KH103")}
    assert set(told) == {"number", "date"} and all("viết tay" in message for message in told.values())


def scribble(page, x, y):
    """Blue loops as a pen makes them."""
    steps = np.linspace(0, 9, 90)
    for dx, dy in zip(3.2 * steps + 6 * np.cos(3 * steps), 9 * np.sin(3 * steps), strict=True):
        page.paste((40, 60, 170), (int(x + dx), int(y + dy), int(x + dx) + 3, int(y + dy) + 3))


@needs_tesseract
def test_ruled_tables_are_read_cell_by_cell():
    cells = [
        ["TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["1", "Ban hành kế hoạch", "Phòng Nội vụ", "Trước 15/3/2026"],
        ["2", "Tổng kết phong trào\nthi đua", "Văn phòng", "Quý IV/2026"],
    ]
    pdf = Pdf().para(DUTY).table([85, 120, 270, 400, 539], [200, 230, 260, 310], cells).para(PURPOSE)
    grid = next(part for part in kehoach.read(scan(pdf)).parts if hasattr(part, "rows"))
    assert grid.rows == [[cell.replace("\n", " ") for cell in row] for row in cells]


@needs_tesseract
def test_digital_and_scanned_pages_in_one_file():
    picture = io.BytesIO()
    worn_pages(Pdf().para(PURPOSE).bytes(), WORN["plain"])[0].save(picture, "PNG")
    from reportlab.lib.utils import ImageReader

    pdf = Pdf().para(DUTY).next()
    pdf.canvas.drawImage(ImageReader(picture), 0, 0, pdf.width, pdf.height)
    source = pdf.next().para(DUTY).read()
    assert [(p.page, p.text, p.confidence is None) for p in source.parts] == [
        (1, DUTY, True),
        (2, PURPOSE, False),
        (3, DUTY, True),
    ]
    assert source.ocr and not source.errors


@needs_tesseract
@pytest.mark.parametrize(
    "layer",
    [PURPOSE, "Nang cao nhn thúc, tráchc nhiêmm cùa cánn bô. cöng chúrc, viênn chúrc " * 3],
    ids=["as good", "worse"],
)
def test_text_that_a_scanner_put_under_its_picture(layer):
    from reportlab.lib.utils import ImageReader

    picture = io.BytesIO()
    worn_pages(Pdf().para(PURPOSE).bytes(), WORN["plain"])[0].save(picture, "PNG")
    pdf = Pdf()
    pdf.canvas.drawImage(ImageReader(picture), 0, 0, pdf.width, pdf.height)
    hidden = pdf.canvas.beginText(100, 700)
    hidden.setFont("Serif", 10)
    hidden.setTextRenderMode(3)
    for start in range(0, len(layer), 60):
        hidden.textLine(layer[start : start + 60])
    pdf.canvas.drawText(hidden)
    text = " ".join(part.text for part in pdf.read().parts)
    assert (PURPOSE in text, "cöng" in text) == (True, False)


def as_file(*pages, kind="PNG", **options):
    """Pictures as the bytes of a file."""
    pages = list(pages)
    if isinstance(pages[-1], str):
        kind = pages.pop()
    buffer = io.BytesIO()
    if kind == "TIFF":
        pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:], **options)
    else:
        pages[0].save(buffer, kind, **options)
    return buffer.getvalue()


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF"])
def test_picture_files(kind):
    page = worn_pages(Pdf().para(PURPOSE).bytes(), WORN["plain"])[0]
    source = kehoach.read(as_file(page, kind))
    assert [part.text for part in source.parts] == [PURPOSE]
    assert (source.media_type, source.pages, source.ocr) == (f"image/{kind.lower()}", 1, True)


@needs_tesseract
def test_tiff_of_several_pages_and_progress():
    pages = [worn_pages(Pdf().para(text).bytes(), WORN["one bit"])[0] for text in (PURPOSE, DUTY[:74])]
    told = []
    source = kehoach.read(as_file(*pages, "TIFF", compression="group4"), on_page=lambda *now: told.append(now))
    assert [(part.page, part.text) for part in source.parts] == [(1, PURPOSE), (2, DUTY[:74])]
    assert told == [(1, 2), (2, 2)]


@needs_tesseract
def test_a_photograph_taken_with_the_camera_turned():
    page = worn_pages(Pdf().para(PURPOSE).bytes(), WORN["plain"])[0].rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright: to be shown turned by 90°
    assert [part.text for part in kehoach.read(as_file(page, "JPEG", exif=exif)).parts] == [PURPOSE]


def bomb():
    return as_file(Image.new("1", (12_000, 12_000)), "PNG")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bomb(), "too_large"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "damaged"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "damaged"),
        (b"II*\x00" + bytes(50), "damaged"),
    ],
)
def test_pictures_that_are_refused(data, code):
    with pytest.raises(ReadError) as error:
        kehoach.read(data, name="ảnh.png")
    assert (error.value.code, error.value.file) == (code, "ảnh.png")


def test_a_pdf_with_an_image_bomb_loses_that_page_only(monkeypatch):
    monkeypatch.setattr(pdf_ocr, "engine_for", lambda limits: Broken({}))
    pages = [Image.new("L", (800, 1100), 255), Image.new("1", (9_000, 9_000), 1)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=100)
    source = kehoach.read(buffer.getvalue())
    assert [(error.code, error.page) for error in source.errors] == [("too_large", 2)]


@pytest.mark.parametrize("fault", ["ocr_failed", "ocr_timeout", ZeroDivisionError("a defect")])
def test_a_page_that_fails_leaves_the_others(monkeypatch, fault):
    monkeypatch.setattr("kehoach.ingest.scan.processors", lambda: 1)
    monkeypatch.setattr(pdf_ocr, "engine_for", lambda limits: Broken({2: fault}))
    plan = kehoach.extract(scan(plan_pdf().next().para(PURPOSE).next().para(DUTY)))
    code = fault if isinstance(fault, str) else "page_failed"
    assert [(error.code, error.page) for error in plan.source.errors] == [(code, 2)]
    assert plan.source.status == "partial"


def test_an_interrupted_reading_stops_the_engine(monkeypatch):
    engine = Broken({})
    monkeypatch.setattr(image, "engine_for", lambda limits: engine)

    def interrupt(done, pages):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kehoach.read(as_file(Image.new("L", (400, 500), 255), "PNG"), on_page=interrupt)
    assert engine.stopped


@needs_tesseract
def test_a_stopped_command_leaves_no_process_behind(tmp_path):
    pdf = plan_pdf()
    for _ in range(7):
        pdf.next().para(PURPOSE).para(DUTY)
    (tmp_path / "quet.pdf").write_bytes(scan(pdf))
    command = [sys.executable, "-c", "from kehoach.cli import main; main()", "extract", str(tmp_path / "quet.pdf")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while len(children := children_of(process.pid)) < 1 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    assert (process.wait(30), bool(children)) == (130, True)
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def children_of(pid):
    """The processes that read pages for ``pid``, started from any of its threads (Linux)."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += (task / "children").read_text().split()
    return [child for child in found if b"hocr" in Path(f"/proc/{child}/cmdline").read_bytes()]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (None, "apt-get install tesseract-ocr tesseract-ocr-vie"),
        ("echo 'List of available languages (1):'; echo eng", "apt-get install tesseract-ocr-vie"),
    ],
    ids=["no Tesseract", "no Vietnamese data"],
)
def test_a_machine_without_tesseract_is_told_what_to_install(tmp_path, monkeypatch, script, words):
    if script:
        (tmp_path / "tesseract").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError) as error:
        kehoach.read(as_file(Image.new("L", (400, 500), 255), "PNG"))
    assert error.value.code == "ocr_missing" and words in error.value.message
    plan = kehoach.extract(scan(plan_pdf()))
    assert (plan.source.status, plan.source.ocr) == ("partial", False)
    assert [(e.code, words in e.message) for e in plan.source.errors] == [("no_text", True)]


def test_a_page_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    script = 'case "$1" in --list-langs) echo vie;; *) exec /bin/sleep 30;; esac'
    (tmp_path / "tesseract").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    source = kehoach.read(as_file(Image.new("L", (400, 500), 255), "PNG"), limits=Limits(page_seconds=0.2))
    assert [(error.code, error.page) for error in source.errors] == [("ocr_timeout", 1)]
