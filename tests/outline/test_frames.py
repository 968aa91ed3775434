"""Tables that only lay the page out become the paragraphs that they hold; tables of data stay."""

import pytest

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.frames import without_frames


def test_a_column_of_numbers_beside_their_text():
    rows = [["I.", "MỤC TIÊU"], ["1.", "Trồng rừng.\nChăm sóc rừng."], ["", "Giữ rừng."], ["a)", "Chỉ tiêu"]]
    assert without_frames([Grid(rows, page=2)]) == [
        Paragraph("MỤC TIÊU", 2, label="I."),
        Paragraph("Trồng rừng.", 2, label="1."),
        Paragraph("Chăm sóc rừng.", 2),
        Paragraph("Giữ rừng.", 2),
        Paragraph("Chỉ tiêu", 2, label="a)"),
    ]


def test_a_heading_over_both_columns():
    rows = [["1.", "Trồng rừng."], ["2.", "Giữ rừng."], ["3.", "Tỉa cành."], ["II. TỔ CHỨC", ""]]
    assert [(p.label, p.text) for p in without_frames([Grid(rows)])][-1] == (None, "II. TỔ CHỨC")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["TT", "Việc"], ["1.", "Trồng"], ["2.", "Chăm"], ["3.", "Tỉa"]], id="a head"),
        pytest.param([["1", "Trồng"], ["2", "Chăm"], ["3", "Tỉa"]], id="bare numbers count rows"),
        pytest.param([["I.", "Trồng"], ["1.", "Chăm"], ["Tổng", "12"], ["2.", "Tỉa"]], id="a row without a number"),
        pytest.param([["1.", "Trồng", "2026"], ["2.", "Chăm", ""], ["3.", "Tỉa", ""]], id="three columns"),
        pytest.param([["1.", "Trồng"], ["2.", "Chăm"]], id="few rows"),
    ],
)
def test_tables_of_data(rows):
    assert without_frames([Grid(rows)]) == [Grid(rows)]
