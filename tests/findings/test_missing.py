"""KH101–KH106: what the form requires and a plan lacks. Each case changes one thing in a plan that lacks nothing."""

import re

import pytest
from plan_findings import plan_of

import kehoach

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
ISSUER = "ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ"
DATE = "Sông Mơ, ngày 05 tháng 3 năm 2026"
SIGNATURE = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị Mận"
BASIS = "Công văn số 45/SNNMT ngày 02/02/2026 của Sở Nông nghiệp và Môi trường"
PLAN = f"""\
{ISSUER}

{MOTTO}

Số: 12/KH-UBND

{DATE}

KẾ HOẠCH
Phòng, chống bệnh dại năm 2026

Thực hiện {BASIS}, Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

Ngăn bệnh dại lây sang người.

II. TỔ CHỨC THỰC HIỆN

1. Các thôn thống kê đàn chó, mèo.

Trên đây là Kế hoạch phòng, chống bệnh dại của xã./.

Nơi nhận:
- Sở Nông nghiệp và Môi trường;
- Lưu: VT.

{SIGNATURE}
"""


def findings(*changes):
    """Code, field and quote of all findings in the plan after these changes (was, now)."""
    text = PLAN
    for was, now in changes:
        assert was in text
        text = text.replace(was, now, 1)
    plan = kehoach.extract(text.encode())
    assert all(plan.text[slice(*f.span)] == f.quote for f in plan.findings if f.span)
    missing = [f for f in plan.findings if f.kind == "missing"]
    assert all(f.severity in ("warning", "info") and f.source and f.message for f in missing)
    return [(f.code, f.field, f.quote) for f in missing]


def test_the_plan_lacks_nothing():
    assert findings() == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("", [("KH101", "letterhead", None)], id="no motto"),
        pytest.param("ĐẢNG CỘNG SẢN VIỆT NAM", [], id="the name of the Party stands for the motto"),
        pytest.param("ĐOÀN TNCS HỒ CHÍ MINH", [], id="so does the name of the Youth Union"),
        pytest.param("Độc lập – Tự do – Hạnh phúc", [], id="half a motto is a letterhead"),
        pytest.param("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", [], id="the other spelling"),
    ],
)
def test_letterhead(now, expected):
    assert findings((MOTTO, now)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("", [("KH102", "number", None)], id="no line"),
        pytest.param("Số: /KH-UBND", [("KH102", "number", "Số: /KH-UBND")], id="blank"),
        pytest.param("Số: …/KH-UBND", [("KH102", "number", "Số: …/KH-UBND")], id="an ellipsis"),
        pytest.param("Số: ..../KH-UBND", [("KH102", "number", "Số: ..../KH-UBND")], id="points"),
        pytest.param("Số: 3/KH-UBND", [], id="another number"),
        pytest.param("Số 12-KH/ĐU", [], id="as the Party numbers"),
    ],
)
def test_number(now, expected):
    assert findings(("Số: 12/KH-UBND", now)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("", [("KH103", "date", None)], id="no line"),
        pytest.param(
            "Sông Mơ, ngày tháng 3 năm 2026", [("KH103", "date", "Sông Mơ, ngày tháng 3 năm 2026")], id="no day"
        ),
        pytest.param(
            "Sông Mơ, ngày … tháng … năm 2026",
            [("KH103", "date", "Sông Mơ, ngày … tháng … năm 2026")],
            id="no day, no month",
        ),
        pytest.param("Sông Mơ, ngày 5 tháng 3 năm 2026", [], id="a whole date"),
        pytest.param("Sông Mơ, ngày 05/3/2026", [], id="in figures"),
    ],
)
def test_date(now, expected):
    assert findings((DATE, now)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("ỦY BAN NHÂN DÂN XÃ", [("KH104", "issuer", "ỦY BAN NHÂN DÂN XÃ")], id="a level without its name"),
        pytest.param(
            "", [("KH104", "issuer", "Ủy ban nhân dân xã ban hành Kế")], id="told by the text, without its name"
        ),
        pytest.param("ỦY BAN NHÂN DÂN PHƯỜNG 1", [], id="a number is a name"),
        pytest.param("UBND XÃ SÔNG MƠ", [], id="abbreviated"),
    ],
)
def test_issuer(now, expected):
    assert findings((ISSUER, now)) == expected


def test_nobody_issues_the_plan():
    assert findings(
        (ISSUER, ""),
        ("Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "kế hoạch như sau:"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "GIÁM ĐỐC"),
    ) == [("KH104", "issuer", None)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("", [("KH105", "signature", None)], id="nobody signs"),
        pytest.param(
            "CHỦ TỊCH\n\nLê Thị Mận", [("KH105", "signature", "CHỦ TỊCH Lê Thị Mận")], id="the head without TM."
        ),
        pytest.param("Lê Thị Mận", [("KH105", "signature", "Lê Thị Mận")], id="a name alone"),
        pytest.param(
            "TM. ỦY BAN NHÂN DÂN\n\nLê Thị Mận",
            [("KH105", "signature", "TM. ỦY BAN NHÂN DÂN Lê Thị Mận")],
            id="no position",
        ),
        pytest.param("GIÁM ĐỐC", [("KH105", "signature", "GIÁM ĐỐC")], id="nothing but a position"),
        pytest.param(
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", [("KH105", "signature", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH")], id="no name"
        ),
        pytest.param(
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", [("KH105", "signature", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")], id="no deputy's name"
        ),
        pytest.param("TM. ỦY BAN NHÂN DÂN", [("KH105", "signature", "TM. ỦY BAN NHÂN DÂN")], id="nothing but TM."),
        pytest.param("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Mận", [], id="a deputy may sign without TM."),
        pytest.param("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Mận", [], id="a deputy with TM."),
        pytest.param("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Thị Mận", [], id="by order"),
        pytest.param("TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG\n\nLê Thị Mận", [], id="authorised"),
    ],
)
def test_signature_of_a_committee(now, expected):
    assert findings((SIGNATURE, now)) == expected


@pytest.mark.parametrize(
    ("now", "told"),
    [
        pytest.param("Lê Thị Mận", "thiếu quyền hạn (TM.) và chức vụ", id="a name alone"),
        pytest.param("TM. ỦY BAN NHÂN DÂN\n\nLê Thị Mận", "thiếu chức vụ", id="no position"),
        pytest.param("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "thiếu họ tên", id="no name"),
        pytest.param("CHỦ TỊCH\n\nLê Thị Mận", "thiếu quyền hạn (TM.)", id="no TM."),
        pytest.param("CHỦ TỊCH", "thiếu quyền hạn (TM.) và họ tên", id="neither TM. nor name"),
        pytest.param("TM. ỦY BAN NHÂN DÂN", "thiếu chức vụ và họ tên", id="neither position nor name"),
    ],
)
def test_the_message_names_what_the_signature_lacks(now, told):
    plan = kehoach.extract(PLAN.replace(SIGNATURE, now).encode())
    (finding,) = (f for f in plan.findings if f.kind == "missing")
    assert finding.message.startswith(f"Phần ký {told} của người ký.")
    assert ("TM. ỦY BAN NHÂN DÂN" in finding.message) == ("TM." in told)


def test_only_committees_sign_with_tm():
    assert (
        findings(
            (ISSUER, "UBND TỈNH MÂY TRẮNG\nSỞ Y TẾ"),
            (SIGNATURE, "GIÁM ĐỐC\n\nLê Thị Mận"),
            ("Ủy ban nhân dân xã ban hành", "Sở Y tế ban hành"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(
            "kết luận của Ban Thường vụ Tỉnh ủy về an toàn thực phẩm",
            [("KH106", "citation", "kết luận của Ban Thường vụ Tỉnh ủy")],
            id="a conclusion",
        ),
        pytest.param(
            "chỉ thị của Thủ tướng Chính phủ về bệnh dại",
            [("KH106", "citation", "chỉ thị của Thủ tướng Chính phủ")],
            id="a directive",
        ),
        pytest.param(
            "Công văn của Sở Nông nghiệp và Môi trường",
            [("KH106", "citation", "Công văn của Sở Nông nghiệp và Môi trường")],
            id="a letter",
        ),
        pytest.param(
            "Chỉ thị ngày 02/02/2026 của Thủ tướng Chính phủ",
            [("KH106", "citation", "Chỉ thị ngày 02/02/2026 của Thủ tướng Chính phủ")],
            id="date without number",
        ),
        pytest.param("Nghị quyết Đại hội Đảng bộ xã Sông Mơ", [], id="a resolution of a congress"),
        pytest.param("Điều lệ Hội Nông dân Việt Nam", [], id="a charter"),
        pytest.param(
            "Chỉ thị số 29/CT-TTg của Thủ tướng Chính phủ về bệnh dại",
            [("KH107", "citation", "Chỉ thị số 29/CT-TTg của Thủ tướng Chính phủ")],
            id="number without date",
        ),
        pytest.param("Kết luận số 8-KL/TU ngày 02/01/2026 của Ban Thường vụ Tỉnh ủy", [], id="number and date"),
        pytest.param("Luật Thú y", [], id="a law is looked up by its name"),
        pytest.param("sự chỉ đạo của Tỉnh ủy về bệnh dại", [], id="no document"),
    ],
)
def test_citation(now, expected):
    assert findings((BASIS, now)) == expected


@pytest.mark.parametrize(
    "gone",
    [
        pytest.param((MOTTO, ""), id="letterhead"),
        pytest.param((SIGNATURE, ""), id="signature"),
        pytest.param((f"Số: 12/KH-UBND\n\n{DATE}", ""), id="number and date"),
    ],
)
def test_what_the_decision_that_promulgates_the_plan_has_is_not_missing(gone):
    note = "(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 04/3/2026 của Ủy ban nhân dân xã)"
    title = "Phòng, chống bệnh dại năm 2026\n"
    assert findings(gone) != []
    assert findings(gone, (title, title + note + "\n")) == []


def test_a_text_without_type_lacks_no_form():
    """Nothing tells that the form applies; KH001 alone speaks of such a text."""
    assert [f.code for f in kehoach.extract("Lời ru\n\nGió mùa thu mẹ ru con ngủ.\n".encode()).findings] == ["KH001"]


def test_ids_are_code_and_number():
    bare = re.sub(r"(?s)^.*?(?=KẾ HOẠCH\n)", "", PLAN)
    missing = [f.id for f in kehoach.extract(bare.encode()).findings if f.kind == "missing"]
    assert missing == ["KH101-1", "KH102-1", "KH103-1", "KH104-1"]


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã)", []),
        ("(Kèm theo Kế hoạch số:     /KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã)", ["số"]),
        ("(Kèm theo Kế hoạch số     /KH-UBND ngày   /   /2026 của Ủy ban nhân dân xã)", ["số và ngày, tháng"]),
        ("(Kèm theo Kế hoạch số 12/KH-UBND ngày … tháng … năm 2026 của Ủy ban nhân dân xã)", ["ngày, tháng"]),
        ("(Kèm theo Kế hoạch này)", []),
    ],
)
def test_blanks_of_an_appendix(line, blank):
    foot = f"Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Mận\nPHỤ LỤC\n{line}\nBảng số liệu\n"
    plan = plan_of("I. MỤC ĐÍCH", "Ngăn bệnh dại.", foot=foot)
    found = [f for f in plan.findings if f.code == "KH108"]
    assert [(f.field, f.message) for f in found] == [
        ("citation", f"Phụ lục để trống {what} của văn bản mà nó kèm theo. Hãy ghi khi ban hành.") for what in blank
    ]


DECISION = (
    "QUYẾT ĐỊNH\nBan hành Kế hoạch phòng, chống bệnh dại\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\n"
)
NOTE = "(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 04/3/2026 của Ủy ban nhân dân xã)"


@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        pytest.param("", [], id="the decision is another file"),
        pytest.param(DECISION, ["letterhead", "signature"], id="neither decision nor plan has them"),
        pytest.param(f"{ISSUER}\n\n{MOTTO}\n\n{DECISION}", ["signature"], id="nobody signs"),
    ],
)
def test_letterhead_and_signature_of_the_decision_in_the_file(decision, fields):
    body = "I. MỤC ĐÍCH\n\nNgăn bệnh dại lây sang người.\n"
    text = f"{decision}KẾ HOẠCH\nPhòng, chống bệnh dại năm 2026\n{NOTE}\n\n{body}"
    told = [f.field for f in kehoach.extract(text.encode()).findings if f.code in ("KH101", "KH105")]
    assert told == fields


@pytest.mark.parametrize(("date", "hits"), [("ngày 02/02/2026", 0), ("tháng 02 năm 2026", 1)])
def test_citations_without_the_day(date, hits):
    told = findings(("ngày 02/02/2026", date))
    assert [code for code, *_ in told] == ["KH107"] * hits
