"""A file that lost its line breaks is one paragraph without end: it is cut, so that it is read in ordinary time."""

import time

import pytest

import kehoach
from kehoach.ingest.source import Paragraph
from kehoach.outline.join import LONGEST, cut_long

SENTENCE = "Hạt Kiểm lâm chủ trì tuần tra 12 ha rừng trước ngày 20/5/2026; các thôn tham gia. "


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param(SENTENCE * 500, ".", id="behind a sentence"),
        pytest.param("tuần tra rừng " * 2500, ("tuần", "tra", "rừng"), id="behind a word"),
        pytest.param("a" * 35_000, "a", id="anywhere"),
    ],
)
def test_pieces_hold_the_whole_text(text, end):
    pieces = cut_long(Paragraph(text.strip(), page=1, label="1."), [(15_000, 2), (25_000, 3)])
    texts = [piece.text for piece, _ in pieces]
    assert "".join(texts).replace(" ", "") == text.replace(" ", "")
    assert all(len(piece) <= LONGEST and piece.endswith(end) for piece in texts) and len(texts) > 2
    assert [piece.label for piece, _ in pieces] == ["1.", *[None] * (len(pieces) - 1)]
    pages = [(piece.page, [page for _, page in breaks]) for piece, breaks in pieces]
    assert pages[:3] == [(1, []), (1, [2]), (2, [3])]


def test_an_ordinary_paragraph_stays_whole():
    paragraph = Paragraph(SENTENCE * 50)
    assert cut_long(paragraph, [(30, 2)]) == [(paragraph, [(30, 2)])]


def test_one_line_takes_about_the_time_of_many():
    head = "UBND XÃ ĐỒI SIM\n\nKẾ HOẠCH\nTrồng rừng năm 2026\n\nI. NHIỆM VỤ\n"
    taken = []
    for body in (f"- {SENTENCE}\n" * 1000, SENTENCE * 1000):
        started = time.process_time()
        plan = kehoach.extract((head + body).encode(), name="a.txt")
        taken.append(time.process_time() - started)
        assert len(plan.timeline) == 1000
    assert taken[1] < 3 * taken[0]
