"""KH711–KH714: paper, margins, font and size of Word files and PDF."""

import sys
from pathlib import Path

import pytest

import kehoach
from kehoach.findings.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "ingest"))
from word_files import docx

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="24"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="N"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
)
A4 = {"w": 11906, "h": 16838}
ND30 = {"top": 1134, "right": 851, "bottom": 1134, "left": 1701}


def file_of(style="B", run="", paper=A4, margins=ND30):
    """A Word file whose paragraphs have this style and run properties."""
    lines = ["KẾ HOẠCH", "Trồng cây năm 2026", "I. MỤC ĐÍCH", "Phủ xanh các tuyến đường của xã."]
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    body = "".join(f"<w:p>{shape}<w:r>{properties}<w:t>{line}</w:t></w:r></w:p>" for line in lines)
    size, edge = (" ".join(f'w:{k}="{v}"' for k, v in values.items()) for values in (paper, margins))
    return docx(f"{body}<w:sectPr><w:pgSz {size}/><w:pgMar {edge}/></w:sectPr>", styles=STYLES)


def codes(data, profile="nd30"):
    plan = kehoach.extract(data, name="ke-hoach.docx")
    return [f.code for f in kehoach.check(plan, Settings(profile=profile)) if f.code.startswith("KH71")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="as the decree has it"),
        pytest.param({"paper": {"w": 16838, "h": 11906}}, [], id="lying"),
        pytest.param({"paper": {"w": 12240, "h": 15840}}, ["KH711"], id="letter paper"),
        pytest.param({"margins": ND30 | {"left": 1134}}, ["KH712"], id="a margin too narrow"),
        pytest.param({"run": '<w:rFonts w:ascii="Arial"/>'}, ["KH713"], id="another font in the runs"),
        pytest.param({"style": "N"}, ["KH714"], id="the size of the document's defaults"),
        pytest.param({"run": '<w:sz w:val="26"/>'}, [], id="13 points"),
    ],
)
def test_layout(changes, expected):
    assert codes(file_of(**changes)) == expected


def test_offices_have_margins_and_sizes_of_their_own():
    assert codes(file_of(style="N", margins=ND30 | {"left": 1134}), "house") == []


def test_what_the_file_does_not_tell_is_not_judged():
    assert codes("KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n\nPhủ xanh.\n".encode()) == []
