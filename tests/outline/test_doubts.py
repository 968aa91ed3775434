"""Where words that OCR doubted stand in the text."""

import pytest

from kehoach.ingest.source import Doubt
from kehoach.outline.doubts import place_doubts

TEXT = "Số: 25/KH-UBND\nngày 05 tháng 3 năm 2026\ntrước ngày 05 tháng 12; (tổ) chức\n"


def doubt(text, before="", after="", page=1):
    return Doubt(text, page, 0.5, None, before, after)


@pytest.mark.parametrize(
    ("word", "start", "quote"),
    [
        (doubt("25/KH-UBND", "Số:", "ngày"), 4, "25/KH-UBND"),
        (doubt("05", "ngày", "tháng"), 20, "05"),
        (doubt("05", "ngày", "tháng", page=2), 51, "05"),
        (doubt("12;", "tháng", "(tổ)"), 60, "12"),
        (doubt("(tổ)", "12;", "chức"), 65, "tổ"),
    ],
)
def test_the_place_with_the_same_neighbours_on_the_same_page(word, start, quote):
    (found,) = place_doubts([word], TEXT, [0, 40])
    assert (found.span, found.quote) == ((start, start + len(quote)), quote)


def test_equal_words_take_different_places_and_what_is_not_in_the_text_none():
    found = place_doubts([doubt("05"), doubt("05"), doubt("17")], TEXT, [0])
    assert [word.span[0] for word in found] == [20, 51]
