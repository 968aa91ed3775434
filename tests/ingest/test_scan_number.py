"""A doubtful number of a letterhead is read again: what was printed comes back alike, what a pen wrote does not."""

import numpy as np
import pytest

from kehoach.ingest.ocr import Word, WordLine
from kehoach.ingest.scan_number import with_sure_number
from kehoach.ingest.scan_picture import Picture

PAGE = Picture(np.full((1000, 800), 255, dtype=np.uint8), 200)


class Again:
    """An engine that reads one after another of ``lines``; ``word~0.3`` has a confidence of its own."""

    def __init__(self, *lines):
        self.lines = list(lines)

    def read(self, picture, dpi, *, column=False):
        return [line(self.lines.pop(0))]


def line(text, y=100):
    words = []
    for i, token in enumerate(text.split()):
        shown, _, own = token.partition("~")
        words.append(Word(shown, 40.0 * i, y, 40.0 * i + 30, y + 20, float(own or 0.9)))
    return WordLine(tuple(words), 0, y + 20, 0, 20)


def read(first, *again, y=100):
    found = with_sure_number([line(first, y)], PAGE, Again(*again))[0].words
    return " ".join(word.text for word in found), min(word.confidence for word in found)


@pytest.mark.parametrize(
    ("first", "again", "number"),
    [
        pytest.param("Số: 25/KH-UBND~0.4", ["Số: 25KH-UBND~0.3", "Số: 25/KH-UBND~0.9"], "Số: 25/KH-UBND", id="alike"),
        pytest.param("Số: c~0 /ĐU", ["* Số: 12-KH/ĐU", "x Số: 12-KH/ĐU~0.8"], "Số: 12-KH/ĐU", id="sure both times"),
        pytest.param("Số: ng~0 Hà Nội,", ["Số: 12-KH/ĐU"] * 2, "Số: 12-KH/ĐU Hà Nội,", id="the sign was lost, too"),
        pytest.param("Số:16~0.5 /KH-UBND", ["Số: 16 /KH-UBND~0.7"] * 2, "Số: 16/KH-UBND", id="glued"),
    ],
)
def test_printed_numbers(first, again, number):
    assert read(first, *again) == (number, 0.6)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        pytest.param("Số: 235~0 /KH-UBND", ["Số: 635~0.9 /KH-UBND", "Số: 4635~0.9 /KH-UBND"], id="each time another"),
        pytest.param("Số: 84~0.2 /KH-UBND", ["Số: 84~0.7 /KH-UBND", "Số: §4~0.7 /KH-UBND"], id="once no number"),
        pytest.param("Số: 84~0.2 /KH-UBND", ["Số: 34~0.6 /KH-UBND"] * 2, id="alike, but not sure and another at first"),
        pytest.param("Số: 55~0.2 /KH-UBND", ["Số: 55~0.3 /KH-UBND", "Số: 55~0.5 /KH-UBND"], id="alike, never sure"),
        pytest.param("Số: 25/KH-UBND~0.8", [], id="sure at once"),
        pytest.param("Số: /KH-UBND", [], id="blank"),
        pytest.param("Số lượng~0.1 25/KH", [], id="running text"),
        pytest.param("số 25~0.1 của Chủ tịch", [], id="a cited number"),
    ],
)
def test_what_stays_as_it_was_read(first, again):
    found = line(first)
    assert with_sure_number([found], PAGE, Again(*again)) == [found]


def test_figures_that_were_not_read_alike_are_none():
    assert read("Số: 55~0.7 /KH-UBND", "Số: 59~0.9 /KH-UBND", "Số: 559~0.8 /KH-UBND") == ("Số: 55 /KH-UBND", 0.5)


def test_only_the_upper_part_of_a_page_has_a_number():
    assert read("Số: 25/KH-UBND~0.4", y=600) == ("Số: 25/KH-UBND", 0.4)
