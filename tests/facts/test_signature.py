"""Who signs: capacity, position, name."""

import pytest
from plan_texts import read, rules

from kehoach.facts.signature import find_signature
from kehoach.outline import Line


def signature(*texts):
    """The signature of lines, each field found to stand in the lines that it names."""
    lines, at = [], 0
    for text in texts:
        lines.append(Line(text, (at, at + len(text))))
        at += len(text) + 1
    found = find_signature(lines)
    whole = "\n".join(texts)
    fields = {"capacity": found.capacity, "position": found.position, "name": found.name}
    assert {key: whole[slice(*span)].replace("\n", " ") for key, span in found.spans.items()} == {
        key: value for key, value in fields.items() if value
    }
    return found.capacity, found.position, found.name


@rules(
    ("lines", "expected"),
    {
        "head of a committee": (
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Mận"],
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Mận"),
        ),
        "deputy": (
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Sim"],
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Trần Thị Sim"),
        ),
        "head of an office": (["GIÁM ĐỐC", "Nguyễn Văn Sông"], (None, "GIÁM ĐỐC", "Nguyễn Văn Sông")),
        "by order": (
            ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Hà Thị Ban"],
            (None, "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", "Hà Thị Ban"),
        ),
        "capacity with a stroke": (
            ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Hoa Ban"],
            ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Hoa Ban"),
        ),
        "by order of a body": (
            ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Hà Thị Ban"],
            ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Hà Thị Ban"),
        ),
        "capacity with a point between": (
            ["T.M ỦY BAN NHÂN DÂN", "K.T CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hà Thị Ban"],
            ("T.M ỦY BAN NHÂN DÂN", "K.T CHỦ TỊCH PHÓ CHỦ TỊCH", "Hà Thị Ban"),
        ),
        "by authority": (
            ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔNG HỢP", "Hà Thị Ban"],
            (None, "TUQ. GIÁM ĐỐC TRƯỞNG PHÒNG TỔNG HỢP", "Hà Thị Ban"),
        ),
        "head of a post": (["ĐỒN TRƯỞNG", "Trung tá Hà Văn Ban"], (None, "ĐỒN TRƯỞNG", "Hà Văn Ban")),
        "a political officer": (["CHÍNH TRỊ VIÊN", "Thiếu tá Hà Văn Ban"], (None, "CHÍNH TRỊ VIÊN", "Hà Văn Ban")),
        "acting": (["Q. HIỆU TRƯỞNG", "Hà Thị Ban"], (None, "Q. HIỆU TRƯỞNG", "Hà Thị Ban")),
        "capacity over two lines": (
            ["TM. ỦY BAN NHÂN DÂN", "XÃ ĐỒI SIM", "CHỦ TỊCH", "Lê Văn Mận"],
            ("TM. ỦY BAN NHÂN DÂN XÃ ĐỒI SIM", "CHỦ TỊCH", "Lê Văn Mận"),
        ),
        "position of two offices": (
            ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN", "Lê Văn Mận"],
            ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN", "Lê Văn Mận"),
        ),
        "position in small letters": (
            ["TM. BCH ĐOÀN TRƯỜNG", "Phó Bí thư", "Lê Văn Mận"],
            ("TM. BCH ĐOÀN TRƯỜNG", "Phó Bí thư", "Lê Văn Mận"),
        ),
        "a name that begins like a position": (["GIÁM ĐỐC", "Quyền Văn Sim"], (None, "GIÁM ĐỐC", "Quyền Văn Sim")),
        "degree is no part of the name": (["GIÁM ĐỐC", "PGS.TS. Lê Hoa Ban"], (None, "GIÁM ĐỐC", "Lê Hoa Ban")),
        "rank is no part of the name": (["GIÁM ĐỐC", "Đại tá Lê Văn Sông"], (None, "GIÁM ĐỐC", "Lê Văn Sông")),
        "position and name in one line": (["TRƯỞNG BAN Nguyễn Văn Sông"], (None, "TRƯỞNG BAN", "Nguyễn Văn Sông")),
        "`đã ký` is no name": (["HIỆU TRƯỞNG", "(đã ký)", "Lê Thị Hoa"], (None, "HIỆU TRƯỞNG", "Lê Thị Hoa")),
        "the first name signs": (["GIÁM ĐỐC", "Lê Văn Mận", "Nguyễn Văn Sông"], (None, "GIÁM ĐỐC", "Lê Văn Mận")),
        "apostrophe in a name": (["CHỦ TỊCH", "H’ Hoa Niê"], (None, "CHỦ TỊCH", "H’ Hoa Niê")),
        "apostrophe within a word": (["CHỦ TỊCH", "H'Hen Niê"], (None, "CHỦ TỊCH", "H'Hen Niê")),
        "apostrophe before a capital": (["BÍ THƯ", "Siu K’Sor"], (None, "BÍ THƯ", "Siu K’Sor")),
        "word of one letter": (["CHỦ TỊCH", "Y Sa Niê"], (None, "CHỦ TỊCH", "Y Sa Niê")),
        "word of one letter at the end": (["CHỦ TỊCH", "Đinh Thị Y"], (None, "CHỦ TỊCH", "Đinh Thị Y")),
        "position and name of one letter in one line": (
            ["TRƯỞNG BAN Y Sa Niê"],
            (None, "TRƯỞNG BAN", "Y Sa Niê"),
        ),
        "no name": (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], (None, "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", None)),
        "name alone": (["Lê Văn Mận"], (None, None, "Lê Văn Mận")),
        "nothing": ([], (None, None, None)),
        "other words": (["(ký tên và đóng dấu)"], (None, None, None)),
    },
)
def test_signature(lines, expected):
    assert signature(*lines) == expected


SIGNED = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Sim\n"
RECIPIENTS = "Nơi nhận:\n- Ủy ban nhân dân tỉnh;\n- Các thôn;\n- Lưu: VT.\n"


@pytest.mark.parametrize("foot", [SIGNED + RECIPIENTS, RECIPIENTS + SIGNED], ids=["above the recipients", "below them"])
def test_signature_and_recipients_of_a_plan(foot):
    plan = read("I. NHIỆM VỤ", "1. Rà soát diện tích rừng./.", foot=foot)
    found = plan.signature
    assert (found.capacity, found.position, found.name) == (
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "Trần Thị Sim",
    )
    assert {plan.text[slice(*span)] for span in found.spans.values()} == {
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "Trần Thị Sim",
    }
    assert [r.quote for r in plan.recipients] == ["Ủy ban nhân dân tỉnh", "Các thôn", "Lưu: VT"]
    assert all(plan.text[slice(*r.span)] == r.quote for r in plan.recipients)


def test_an_unsigned_plan():
    found = read("I. NHIỆM VỤ", "1. Rà soát diện tích rừng.", foot="").signature
    assert (found.capacity, found.position, found.name, found.spans) == (None, None, None, {})
