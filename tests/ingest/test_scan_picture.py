"""What is done to a picture before it is read: colour out, light evened, lines level, strokes taken."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import needs_font
from PIL import Image, ImageDraw
from scan_files import PURPOSE, Pdf, Wear, worn_pages

from kehoach.ingest.scan_geometry import straightened
from kehoach.ingest.scan_picture import Picture, cleaned
from kehoach.ingest.scan_sheet import sheet_of
from kehoach.ingest.scan_strokes import take_strokes


def picture(*shapes, paper=(250, 250, 248), size=(1654, 2339)):
    """A page at 200 dpi with lines (colour, box)."""
    page = Image.new("RGB", size, paper)
    for colour, box in shapes:
        ImageDraw.Draw(page).rectangle(box, fill=colour)
    return Picture(np.asarray(page), 200)


@pytest.mark.parametrize(
    ("colour", "kept"),
    [
        ((15, 15, 15), True),
        ((70, 70, 75), True),
        ((90, 40, 45), True),  # black text that JPEG dyed beside a seal
        ((215, 35, 50), False),
        ((240, 150, 150), False),
        ((40, 60, 170), False),
        ((120, 150, 230), False),
    ],
)
def test_text_stays_and_coloured_ink_goes(colour, kept):
    grey = cleaned(picture((colour, (300, 300, 700, 340)))).pixels
    assert (grey[320, 500] < 128, grey[100, 100] > 240) == (kept, True)


def test_light_is_evened():
    page = picture(((20, 20, 20), (300, 300, 700, 340)), ((20, 20, 20), (300, 2000, 700, 2040))).pixels
    shade = np.linspace(1.0, 0.45, page.shape[0])[:, None, None]
    grey = cleaned(Picture((page * shade).astype(np.uint8), 200)).pixels
    assert grey[100:2200:100, 100].min() > 225 and grey[320, 500] < 60 and grey[2020, 500] < 60


@needs_font
@settings(max_examples=15, deadline=None)
@given(st.floats(-5, 5))
def test_lines_become_level(angle):
    page = level_page().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    straight = straightened(Picture(np.asarray(page), 200)).pixels
    assert abs(angle) < 0.3 or sharpness(straight) > 0.4 * sharpness(np.asarray(level_page()))


@needs_font
@pytest.mark.parametrize("turn", [90, 270])
def test_pages_on_their_side_are_turned(turn):
    page = np.asarray(level_page().rotate(turn, expand=True))
    assert straightened(Picture(page, 200)).pixels.shape == page.T.shape


def level_page(cache=[]):  # noqa: B006 - rendered once
    if not cache:
        pdf = Pdf()
        for _ in range(7):
            pdf.para(PURPOSE)
        cache.append(worn_pages(pdf.bytes(), Wear("clean", noise=0, blur=0))[0].convert("L"))
    return cache[0]


def sharpness(pixels):
    """How clearly lines and the white between them alternate down the page."""
    return float(np.square(np.diff((pixels < 128).mean(axis=1))).sum())


@needs_font
def test_a_photograph_shows_its_sheet_only():
    page = worn_pages(Pdf().para(PURPOSE).bytes(), Wear("photo", photo=True))[0]
    sheet = sheet_of(Picture(np.asarray(page), 200))
    assert sheet.pixels.shape[:2] == (2339, 1654)
    assert all(sheet.pixels[y, x].min() > 120 for x in (25, 1625) for y in (25, 2310))  # paper in all corners


@pytest.mark.parametrize(
    "page",
    [
        picture(((0, 0, 0), (300, 300, 700, 340))),
        picture(((40, 40, 40), (0, 0, 1653, 200))),
        picture(paper=(30, 30, 30)),
    ],
    ids=["a scan", "a dark picture at its head", "dark all over"],
)
def test_other_pictures_are_left_as_they_are(page):
    assert sheet_of(page) is page


def test_strokes_are_found_and_wiped_but_not_letters():
    black = (0, 0, 0)
    page = cleaned(
        picture(
            (black, (200, 400, 1400, 402)),  # a ruled line
            (black, (200, 400, 202, 900)),
            (black, (500, 600, 530, 604)),  # a hyphen
            (black, (700, 600, 704, 630)),  # the stem of a letter
            (black, (900, 600, 1200, 700)),  # a picture
        )
    )
    bare, strokes = take_strokes(page)
    assert {round(y) for y, _, _ in strokes.across} == {144, 145}
    assert {round(x) for x, _, _ in strokes.down} == {72, 73}
    assert bare.pixels[401, 800] == 255 and bare.pixels[700, 201] == 255
    assert bare.pixels[602, 515] < 60 and bare.pixels[615, 702] < 60 and bare.pixels[650, 1000] < 60
