"""The numbers that Word generates: which label each paragraph of a list shows."""

import pytest
from word_files import docx, level, listed, numbering, p, table

from kehoach.ingest.source import Grid, Limits
from kehoach.ingest.word import read_docx
from kehoach.ingest.word_numbering import spell


def read(body, **parts):
    return read_docx(docx(body, **parts), "thu.docx", Limits())


def labels(source):
    return [(part.label, part.text) for part in source.parts]


HEADINGS = numbering(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "\uf0b7", font="Symbol"),
    level(5, "bullet", "+"),
)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([0, 1, 1, 0, 1], ["I.", "1.", "2.", "II.", "1."]),
        ([0, 1, 2, 2, 1, 2], ["I.", "1.", "1.1.", "1.2.", "2.", "2.1."]),
        ([3, 3, 0, 3], ["a)", "b)", "I.", "a)"]),
        ([2], ["1.1."]),
        ([4, 5, 4], ["-", "+", "-"]),
    ],
)
def test_automatic_numbers(levels, expected):
    source = read("".join(listed(f"mục {n}", 1, n) for n in levels), numbering=HEADINGS)
    assert [part.label for part in source.parts] == expected
    assert [part.level for part in source.parts] == levels


@pytest.mark.parametrize(
    ("definition", "body", "expected"),
    [
        # two lists of one abstract list go on counting, unless the second is told to start again
        (numbering(level(0, "decimal", "%1."), nums=(1, 2)), [(1, 0), (1, 0), (2, 0)], ["1.", "2.", "3."]),
        (
            numbering(
                level(0, "decimal", "%1."),
                nums=(1, 2),
                overrides='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
            ),
            [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
            ["1.", "2.", "1.", "2.", "3."],
        ),
        (numbering(level(0, "decimal", "%1.", start=5)), [(1, 0), (1, 0)], ["5.", "6."]),
        (
            numbering(level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1.", "1)", "2.", "2)"],
        ),
        (
            numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>")),
            [(1, 0), (1, 1)],
            ["I.", "1.1."],
        ),
        (numbering(level(0, "decimal", "Điều %1.")), [(1, 0)], ["Điều 1."]),
        (numbering(level(0, "none", "")), [(1, 0)], [None]),
        (
            numbering(
                level(0, "decimal", "%1."),
                overrides=f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>',
            ),
            [(1, 0), (1, 0)],
            ["a)", "b)"],
        ),
        (
            numbering(level(0, "decimal", "%1.")),
            [(1, 0), (7, 0), (0, 0), (1, 9), (1, 0)],
            ["1.", None, None, None, "2."],
        ),
    ],
)
def test_lists(definition, body, expected):
    source = read("".join(listed("mục", number, depth) for number, depth in body), numbering=definition)
    assert [part.label for part in source.parts] == expected


def test_numbers_of_styles_and_of_list_styles():
    styles = (
        '<w:style w:type="paragraph" w:styleId="De1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="De2"><w:basedOn w:val="De1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="Ds"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")) + (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
    )
    body = (
        p("A", '<w:pStyle w:val="De1"/>')
        + p("B", '<w:pStyle w:val="De2"/>')
        + p("C", '<w:pStyle w:val="De1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + listed("D", 5)
    )
    assert labels(read(body, styles=styles, numbering=lists)) == [("I.", "A"), ("1.", "B"), (None, "C"), ("I.", "D")]


def test_an_empty_numbered_cell_shows_its_number_and_an_empty_numbered_line_counts():
    lists = numbering(level(0, "decimal", "%1."))
    assert read(table((("", listed("", 1)), "a"), (("", listed("", 1)), "b")), numbering=lists).parts == [
        Grid([["1.", "a"], ["2.", "b"]])
    ]
    assert labels(read(listed("a", 1) + listed("", 1) + listed("b", 1), numbering=lists)) == [("1.", "a"), ("3.", "b")]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (14, "upperRoman", "XIV"),
        (4, "lowerRoman", "iv"),
        (27, "lowerLetter", "aa"),
        (3, "decimalZero", "03"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (5, "none", ""),
        (9, "unknown", "9"),
        (10**9, "lowerLetter", "d" * 30),
    ],
)
def test_number_formats(number, style, expected):
    assert spell(number, style) == expected


def test_time_grows_with_the_list_only():
    long = read("".join(listed(f"mục {n}", 1, n % 3) for n in range(3000)), numbering=HEADINGS)
    assert len(long.parts) == 3000
