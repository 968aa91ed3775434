"""KH951–KH953: what a scan left doubtful."""

import pytest

from kehoach.findings import find_all
from kehoach.plan import Block, DoubtfulWord, Header, Plan, SourceInfo

TEXT = "Số: 25/KH-UBND\nKẾ HOẠCH\nTrồng cây\nHoàn thành trước ngày 05 tháng 12, các tổ Bùi Xoan.\n"


def told(*words):
    """Code, quote and field of the findings on words (quote, confidence, what was read) of a plan."""
    doubtful = [
        DoubtfulWord(quote=q, span=(TEXT.index(q), TEXT.index(q) + len(q)), page=1, confidence=c, read=r)
        for q, c, r in words
    ]
    start = TEXT.index("Hoàn")
    block = Block(id="b1", depth=1, heading=False, text=TEXT[start:-1], span=(start, len(TEXT) - 1))
    source = SourceInfo(name="x", sha256="0", media_type="image/png", ocr=True, doubtful=doubtful)
    header = Header(document_type="Kế hoạch", number="25/KH-UBND", spans={"number": (4, 14)})
    findings = [f for f in find_all(Plan(source=source, text=TEXT, header=header, blocks=[block])) if f.kind == "ocr"]
    assert all(f.span and TEXT[f.span[0] : f.span[1]] == f.quote for f in findings)
    return [(f.code, f.severity, f.quote, f.field, f.block) for f in findings]


@pytest.mark.parametrize(
    ("word", "finding"),
    [
        (("25/KH-UBND", 0.54, None), ("KH951", "warning", "25/KH-UBND", "number", None)),
        (("05", 0.6, None), ("KH951", "warning", "05", None, "b1")),
        (("Xoan", 0.3, None), ("KH952", "info", "Xoan", None, "b1")),
        (("tổ", 0.9, "tố"), ("KH953", "info", "tổ", None, "b1")),
        (("12", 0.9, "l2"), ("KH953", "info", "12", None, "b1")),
    ],
)
def test_what_is_told_of_a_word(word, finding):
    assert told(word) == [finding]


def test_the_same_choice_is_told_once():
    assert [code for code, *_ in told(("tổ", 0.9, "tố"), ("tổ", 0.8, "tố"))] == ["KH953"]
