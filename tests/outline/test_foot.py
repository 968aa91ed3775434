"""Recipients and signature: the lines that sign, and the entries that receive."""

import pytest

from kehoach.ingest.source import Grid, Paragraph, Source
from kehoach.outline import outline
from kehoach.outline.foot import foot_lines, is_signing_line


def foot(*lines):
    """Recipients and signature of a foot given by its lines."""
    parts = [line if isinstance(line, Grid | Paragraph) else Paragraph(line) for line in lines]
    return tuple([text for text, _ in found] for found in foot_lines(parts))


def test_where_something_is_handed_in_opens_no_foot():
    lines = [
        "KẾ HOẠCH",
        "Thi đua năm 2026",
        "I. HỒ SƠ",
        "Nơi nhận hồ sơ: Phòng Văn hóa.",
        "II. KINH PHÍ",
        "Nơi nhận:",
        "- Lưu: VT.",
    ]
    found = outline(Source("a.txt", "", "text/plain", [Paragraph(line) for line in lines]))
    assert ([b.text for b in found.blocks][1:], [line.text for line in found.recipients]) == (
        ["Nơi nhận hồ sơ: Phòng Văn hóa.", "KINH PHÍ"],
        ["Lưu: VT"],
    )


@pytest.mark.parametrize(
    "line",
    [
        "TM. ỦY BAN NHÂN DÂN",
        "TM. UBND XÃ SÔNG MƠ",
        "T/M BAN THƯỜNG VỤ",
        "TM BAN CHẤP HÀNH",
        "KT. CHỦ TỊCH",
        "KT.GIÁM ĐỐC",
        "TL. BỘ TRƯỞNG",
        "TUQ. GIÁM ĐỐC",
        "Q. CHỦ TỊCH",
        "CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "GIÁM ĐỐC SỞ",
        "HIỆU TRƯỞNG",
        "PHÓ HIỆU TRƯỞNG",
        "TRƯỞNG PHÒNG",
        "BÍ THƯ",
        "CHÁNH VĂN PHÒNG",
        "CHI CỤC TRƯỞNG",
        "VIỆN TRƯỞNG",
        "THỨ TRƯỞNG",
        "CHỈ HUY TRƯỞNG",
        "PHÓ TRƯỞNG BAN",
        "QUYỀN CHỦ TỊCH",
    ],
)
def test_lines_that_sign(line):
    assert is_signing_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Chủ tịch Ủy ban nhân dân xã",
        "Giám đốc Sở Y tế chỉ đạo",
        "ỦY BAN NHÂN DÂN XÃ",
        "CHỦ TRÌ",
        "BÍ MẬT",
        "TM",
        "Lê Thị Mận",
        "KẾ HOẠCH",
        "1. CHỦ TỊCH",
        "CHỦ TỊCH Ủy ban nhân dân xã Sông Mơ",
        "TRƯỞNG THÔN " + "HẠ, " * 40,
        "",
    ],
)
def test_lines_that_do_not_sign(line):
    assert not is_signing_line(line)


@pytest.mark.parametrize(
    ("lines", "recipients"),
    [
        pytest.param(["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["Như trên", "Lưu: VT"], id="one a line"),
        pytest.param(["Nơi nhận: - Như trên; - Lưu: VT."], ["Như trên", "Lưu: VT"], id="all in one line"),
        pytest.param(["Nơi nhận", "Các thôn;", "Lưu: VT."], ["Các thôn", "Lưu: VT"], id="without dashes"),
        pytest.param(
            ["Nơi nhận:", "- Lưu: VT.", "Bản điện tử:", "- Các thôn;", "- Trường Mầm non."],
            ["Lưu: VT", "Các thôn", "Trường Mầm non"],
            id="a head among them",
        ),
        pytest.param(
            ["Nơi nhận:", "- Tỉnh ủy,", "- Lưu Văn phòng./."], ["Tỉnh ủy", "Lưu Văn phòng"], id="commas at the ends"
        ),
        pytest.param(
            ["Nơi nhận:", "Như trên;", "Các thôn, bản;", "Trường Mầm non;", "Lưu: VT."],
            ["Như trên", "Các thôn, bản", "Trường Mầm non", "Lưu: VT"],
            id="several without dashes",
        ),
        pytest.param(
            ["Nơi nhận:", "Như phần F", "Sở Y tế (Phòng", "Nghiệp vụ)", "14 khu phố", "Lưu: VT"],
            ["Như phần F", "Sở Y tế (Phòng Nghiệp vụ)", "14 khu phố", "Lưu: VT"],
            id="lines without any mark",
        ),
        pytest.param(["NƠI NHẬN:", "+ Như trên;", "• Lưu: VT."], ["Như trên", "Lưu: VT"], id="other bullets"),
        pytest.param(
            ["Nơi nhận:", "- Như trên;", "- Đảng ủy (b/c); - Lưu: VT."],
            ["Như trên", "Đảng ủy (b/c)", "Lưu: VT"],
            id="two in a line",
        ),
        pytest.param(
            ["Nơi nhận:", "- Ủy ban Mặt trận Tổ quốc", "Việt Nam xã;", "- Lưu: VT."],
            ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Lưu: VT"],
            id="an entry on two lines",
        ),
        pytest.param(
            ["Nơi nhận:", "- TT. Đảng ủy xã;", "- Lưu: VT, KT (05b)."],
            ["TT. Đảng ủy xã", "Lưu: VT, KT (05b)"],
            id="points inside stay",
        ),
        pytest.param(
            ["Nơi nhận:", "- Các đơn vị...", "- Lưu: VT."], ["Các đơn vị...", "Lưu: VT"], id="an ellipsis stays"
        ),
        pytest.param(
            ["Nơi nhận:", *(Paragraph(text, label="-") for text in ("Như trên;", "Các thôn;", "Lưu: VT."))],
            ["Như trên", "Các thôn", "Lưu: VT"],
            id="bullets of Word",
        ),
    ],
)
def test_recipients(lines, recipients):
    assert foot(*lines) == (recipients, [])


def test_a_signer_below_the_recipients_in_one_cell():
    cell = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. BCH CÔNG ĐOÀN\nChủ tịch\nLê Văn Sim"
    assert foot(Grid([[cell]])) == (["Như trên", "Lưu: VT"], ["TM. BCH CÔNG ĐOÀN", "Chủ tịch", "Lê Văn Sim"])


SIGNATURE = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mận"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Nơi nhận:", "- Như trên;", "- Lưu: VT.", *SIGNATURE], id="recipients first"),
        pytest.param([*SIGNATURE, "Nơi nhận:", "- Như trên;", "- Lưu: VT."], id="signature first"),
        pytest.param([Grid([["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "\n".join(SIGNATURE)]])], id="side by side"),
        pytest.param(
            [Grid([["Nơi nhận:\n- Như\ntrên;\n- Lưu: VT.", "\n".join(SIGNATURE[:3])], ["", "Lê Thị Mận"]])],
            id="side by side, the name in a row of its own",
        ),
        pytest.param(
            ["Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Như trên; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "- Lưu: VT. Lê Thị Mận"],
            id="side by side, put into one line",
        ),
        pytest.param(
            [
                "Nơi nhận: TM. ỦY BAN NHÂN DÂN",
                "- Như",
                "trên; KT. CHỦ TỊCH",
                "PHÓ CHỦ TỊCH",
                "- Lưu: VT.",
                "Lê Thị Mận",
            ],
            id="side by side, put into one line, an entry on two lines",
        ),
        pytest.param(
            [
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT.",
                *SIGNATURE[:3],
                "(Đã ký)",
                "Ký bởi: Lê Thị Mận",
                "Lê Thị Mận",
                "Thời gian ký: 05/3/2026",
            ],
            id="marks of a digital signature are left out",
        ),
    ],
)
def test_recipients_and_signature(lines):
    assert foot(*lines) == (["Như trên", "Lưu: VT"], SIGNATURE)


DECISION = ["QUYẾT ĐỊNH", "Ban hành Kế hoạch", "Điều 1. Ban hành kèm theo.", "Điều 2. Các thôn thực hiện./."]
ATTACHED = ["KẾ HOẠCH", "Trồng cây", "(Kèm theo Quyết định số 9/QĐ-UBND)", "I. VIỆC", "1. Trồng cây."]
RECIPIENTS = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]


@pytest.mark.parametrize(
    ("ruling", "own", "signature"),
    [
        pytest.param([*RECIPIENTS, *SIGNATURE], [], SIGNATURE, id="the decision is signed"),
        pytest.param(SIGNATURE, [], SIGNATURE, id="the decision is signed, without recipients"),
        pytest.param(
            [Grid([["\n".join(RECIPIENTS), "\n".join(SIGNATURE)]])], [], SIGNATURE, id="the decision's foot is a table"
        ),
        pytest.param(
            [*RECIPIENTS, *SIGNATURE], ["ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"], SIGNATURE, id="the issuer's name is no signature"
        ),
        pytest.param(
            [*RECIPIENTS, *SIGNATURE],
            [*RECIPIENTS, "TRƯỞNG BAN Trần Văn Bưởi"],
            ["TRƯỞNG BAN Trần Văn Bưởi"],
            id="the plan is signed itself",
        ),
        pytest.param(RECIPIENTS, [], [], id="nobody signs"),
    ],
)
def test_a_plan_takes_the_foot_of_its_decision_where_it_has_none(ruling, own, signature):
    lines = [*DECISION, *ruling, *ATTACHED, *own]
    found = outline(Source("x", "0", "", [x if isinstance(x, Grid) else Paragraph(x) for x in lines]))
    assert [line.text for line in found.signature] == signature
    assert all(found.text[slice(*line.span)] == line.text for line in found.signature)
    told = ruling != SIGNATURE  # those to whom the decision goes, where the plan names none
    assert [line.text for line in found.recipients] == (["Như trên", "Lưu: VT"] if told else [])


def test_pages_of_the_foot():
    lines = [Paragraph("Nơi nhận:", 3), Paragraph("- Lưu: VT.", 3), Paragraph("CHỦ TỊCH", 4)]
    assert foot_lines(lines) == ([("Lưu: VT", 3)], [("CHỦ TỊCH", 4)])


def test_ranks_stand_before_names():
    lines = [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỈ HUY TRƯỞNG",
        "(Ký, đóng dấu và ghi rõ họ tên)",
        "Đại tá Lê Văn Sim",
    ]
    assert foot(*lines) == (["Như trên", "Lưu: VT"], ["CHỈ HUY TRƯỞNG", "Đại tá Lê Văn Sim"])
