"""Tables that only lay the page out become the paragraphs that they hold; tables of data stay."""

import pytest

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.frames import with_whole_tables, without_frames


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


def test_a_table_whose_rows_go_on_in_the_next():
    first, second = (
        Grid([["TT", "Thôn"], ["1", "Hạ"], ["2", "Thượng"]]),
        Grid([["3", "Giữa"], ["", "Cộng"]], merged={(1, 0)}),
    )
    (whole,) = with_whole_tables([first, second])
    assert (whole.rows, whole.merged) == (first.rows + second.rows, {(4, 0)})


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(Grid([["1", "Giữa"]]), id="counted anew"),
        pytest.param(Grid([["TT", "Việc"], ["3", "Trồng"]]), id="a head of its own"),
        pytest.param(Grid([["3", "Giữa", "12"]]), id="other columns"),
        pytest.param(Paragraph("3. Giữa"), id="a paragraph"),
    ],
)
def test_tables_of_their_own(second):
    parts = [Grid([["TT", "Thôn"], ["1", "Hạ"], ["2", "Thượng"]]), second]
    assert with_whole_tables(parts) == parts
