"""A document divided into decision, letterhead, type, title, body, foot and appendices, told by their words."""

import pytest

from kehoach.ingest.source import Grid, Paragraph
from kehoach.outline.sections import divide

STATE = [
    "ỦY BAN NHÂN DÂN",
    "XÃ SÔNG MƠ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/KH-UBND",
    "Sông Mơ, ngày 05 tháng 3 năm 2026",
]
PARTY = [
    "ĐẢNG BỘ HUYỆN MÂY TRẮNG",
    "ĐẢNG ỦY XÃ SÔNG MƠ",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Số 12-KH/ĐU",
    "Sông Mơ, ngày 05 tháng 3 năm 2026",
]
BODY = [
    "I. MỤC ĐÍCH",
    "Nâng cao nhận thức.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng theo dõi.",
    "Trên đây là Kế hoạch của xã./.",
]
CITING = (
    "Triển khai Quyết định số 06/QĐ-TTg ngày 02 tháng 01 năm 2026 của Thủ tướng Chính phủ và Quyết định số 31/QĐ-BTC "
    "ngày 05 tháng 01 năm 2026 của Bộ Tài chính về xây dựng, quản lý cơ sở dữ liệu quốc gia về quy hoạch của cả nước"
)
RECIPIENTS = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
SIGNATURE = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Mận"]
DECISION = [
    *STATE[:4],
    "QUYẾT ĐỊNH",
    "Ban hành Kế hoạch chuyển đổi số",
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
    "Điều 2. Quyết định có hiệu lực từ ngày ký./.",
]


def parts(lines):
    return [line if isinstance(line, Grid | Paragraph) else Paragraph(line) for line in lines]


def texts(found):
    return [part.text if isinstance(part, Paragraph) else part.rows for part in found]


def sections(*lines):
    found = divide(parts(lines))
    return {name: texts(getattr(found, name)) for name in ("letterhead", "title", "notes", "body", "foot", "rest")} | {
        "type": found.document_type and found.document_type.text
    }


def only(found, **expected):
    """``found`` has these sections and no others."""
    return {name: lines for name, lines in found.items() if lines} == expected


def test_the_official_form():
    assert only(
        sections(*STATE, "KẾ HOẠCH", "Chuyển đổi số năm 2026", *BODY, *RECIPIENTS, *SIGNATURE, "PHỤ LỤC", "Danh sách"),
        letterhead=STATE,
        type="KẾ HOẠCH",
        title=["Chuyển đổi số năm 2026"],
        body=BODY,
        foot=RECIPIENTS + SIGNATURE,
        rest=["PHỤ LỤC", "Danh sách"],
    )


def test_the_form_of_the_party():
    foot = ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Thị Mận"]
    assert only(
        sections(*PARTY, "KẾ HOẠCH", "học tập Nghị quyết", *BODY, *foot),
        letterhead=PARTY,
        type="KẾ HOẠCH",
        title=["học tập Nghị quyết"],
        body=BODY,
        foot=foot,
    )


def test_letterhead_and_foot_as_tables():
    head = Grid([["\n".join(STATE[:2]), "\n".join(STATE[2:])]])
    foot = Grid([["\n".join(RECIPIENTS), "\n".join(SIGNATURE)]])
    assert only(
        sections(head, "KẾ HOẠCH", "Chuyển đổi số", *BODY, foot, "PHỤ LỤC I", "Mẫu báo cáo"),
        letterhead=[head.rows],
        type="KẾ HOẠCH",
        title=["Chuyển đổi số"],
        body=BODY,
        foot=[foot.rows],
        rest=["PHỤ LỤC I", "Mẫu báo cáo"],
    )


@pytest.mark.parametrize(
    ("line", "kind", "title"),
    [
        ("KẾ HOẠCH", "KẾ HOẠCH", "Chuyển đổi số"),
        ("KẾ HOẠCH:", "KẾ HOẠCH:", "Chuyển đổi số"),
        ("KẾ HOẠCH LIÊN TỊCH", "KẾ HOẠCH LIÊN TỊCH", "Chuyển đổi số"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chuyển đổi số"),
        ("KẾ HOẠCH Tháng thanh niên", "KẾ HOẠCH", "Tháng thanh niên Chuyển đổi số"),
        ("Kế hoạch triển khai thu hoạch vụ mùa", "KẾ HOẠCH", "triển khai thu hoạch vụ mùa Chuyển đổi số"),
    ],
)
def test_the_line_of_the_type(line, kind, title):
    second = Paragraph("Chuyển đổi số", align="center")
    found = sections(line, second, *BODY)
    assert (found["type"], " ".join(found["title"]), found["body"]) == (kind, title, BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Kế hoạch này gồm ba phần.",  # a sentence about the plan
        "KẾ HOẠCH 12 của tỉnh, gồm:",
        "Xã có Kế hoạch riêng",
    ],
)
def test_a_sentence_about_a_plan_is_no_line_of_the_type(line):
    assert sections(line, *BODY)["type"] is None


@pytest.mark.parametrize(
    ("lines", "title", "rest"),
    [
        pytest.param(["Phòng bệnh dại", "trên địa bàn xã"], 2, 0, id="goes on in lower case"),
        pytest.param(["Hưởng ứng phong trào", "“Xã sạch, làng xanh”"], 2, 0, id="goes on with a quotation"),
        pytest.param(["PHÒNG BỆNH DẠI", "NĂM 2026"], 2, 0, id="goes on in capitals"),
        pytest.param(
            [Paragraph("Phòng bệnh dại", bold=True), Paragraph("Năm 2026", bold=True)], 2, 0, id="both in bold"
        ),
        pytest.param(["Phòng bệnh dại", Paragraph("Năm 2026", align="center")], 2, 0, id="goes on centred"),
        pytest.param(["Phòng bệnh dại", "Căn cứ Luật Thú y"], 1, 1, id="the preamble begins"),
        pytest.param(
            [Paragraph("Phòng bệnh dại", bold=True), Paragraph("Căn cứ Luật Thú y", bold=True)],
            1,
            1,
            id="the preamble begins, in bold",
        ),
        pytest.param(
            ["Phòng bệnh dại", "Thực hiện Chỉ thị số 3/CT-UBND, xã ban hành Kế hoạch"], 1, 1, id="a basis begins"
        ),
        pytest.param(["Phòng bệnh dại", "Năm 2025 xã có hai ca bệnh."], 1, 1, id="a sentence begins"),
        pytest.param(["Phòng bệnh dại", "1. Tiêm chó mèo"], 1, 1, id="numbers begin"),
        pytest.param([Paragraph(CITING, align="center")], 1, 0, id="a long title that cites documents"),
        pytest.param([CITING], 0, 1, id="a basis where nothing sets a title apart"),
        pytest.param(["Kính gửi: Chi cục Thú y"], 0, 1, id="an addressee is no title"),
        pytest.param(["1. Tiêm chó mèo"], 0, 1, id="a number is no title"),
    ],
)
def test_title(lines, title, rest):
    found = sections("KẾ HOẠCH", *lines, *BODY)
    assert (len(found["title"]), len(found["body"]) - len(BODY)) == (title, rest)


@pytest.mark.parametrize(
    "note",
    [
        ["(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 04/3/2026)"],
        ["(Kèm theo Công văn số 9/SNV)"],
        ["(Ban hành kèm theo Quyết định số 9/QĐ-UBND", "ngày 04/3/2026 của Ủy ban nhân dân xã)"],
    ],
)
def test_a_note_of_promulgation_stands_under_the_title(note):
    found = sections("KẾ HOẠCH", "Phòng bệnh dại", *note, *BODY)
    assert (found["title"], found["notes"], found["body"]) == (["Phòng bệnh dại"], [" ".join(note)], BODY)


def test_a_plan_attached_to_a_decision():
    found = divide(parts([*DECISION, *RECIPIENTS, *SIGNATURE, *STATE[:2], "KẾ HOẠCH", "Chuyển đổi số", *BODY]))
    assert (texts(found.decision_letterhead), found.decision_type.text) == (STATE[:4], "QUYẾT ĐỊNH")
    assert (texts(found.decision), texts(found.decision_foot)) == (DECISION[5:], RECIPIENTS + SIGNATURE)
    assert (texts(found.letterhead), texts(found.title), texts(found.body)) == (STATE[:2], ["Chuyển đổi số"], BODY)


def test_a_decision_whose_foot_is_a_table():
    foot = Grid([["\n".join(RECIPIENTS), "\n".join(SIGNATURE)]])
    found = divide(parts([*DECISION, foot, *STATE[:2], "KẾ HOẠCH", "Chuyển đổi số", *BODY]))
    assert (texts(found.decision), texts(found.decision_foot)) == (DECISION[5:], [foot.rows])
    assert texts(found.letterhead) == STATE[:2]


def test_a_decision_alone_is_a_document_of_its_own():
    found = divide(parts(DECISION))
    assert (found.decision_type, found.document_type.text, texts(found.letterhead)) == (None, "QUYẾT ĐỊNH", STATE[:4])


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(STATE[:5], id="number"),
        pytest.param(STATE, id="place and date"),
        pytest.param([*STATE[:5], "Sông Mơ, ngày … tháng … năm 2026"], id="a date left open"),
        pytest.param(PARTY[:4], id="number of the Party"),
    ],
)
def test_without_a_line_of_the_type_the_letterhead_ends_with_motto_number_or_date(head):
    found = sections(*head, "Tổ chức hội thi", *BODY)
    assert (found["type"], found["letterhead"], found["title"]) == (None, head, ["Tổ chức hội thi"])


def test_a_sentence_with_a_date_is_no_letterhead():
    line = "Thực hiện kết luận của xã, ngày 05 tháng 3 năm 2026 tổ chức hội thi"
    assert sections(*STATE[:5], line, *BODY)["letterhead"] == STATE[:5]


@pytest.mark.parametrize(
    ("foot", "taken"),
    [
        pytest.param(RECIPIENTS + SIGNATURE, 6, id="recipients, then signature"),
        pytest.param(RECIPIENTS, 3, id="recipients alone"),
        pytest.param(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Bưởi"], 3, id="signature alone"),
        pytest.param(["Trần Văn Bưởi", *RECIPIENTS], 4, id="a name above the recipients"),
        pytest.param(["CHỦ TỊCH", "(Đã ký)", "Trần Văn Bưởi", *RECIPIENTS], 6, id="signature above the recipients"),
        pytest.param(["NƠI NHẬN:", *RECIPIENTS[1:]], 3, id="in capitals"),
        pytest.param(["ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"], 1, id="the issuer's name ends an attached plan"),
    ],
)
def test_foot(foot, taken):
    found = sections("KẾ HOẠCH", "Chuyển đổi số", *BODY, *foot)
    assert (found["body"], found["foot"], found["rest"]) == (BODY, foot[:taken], foot[taken:])


@pytest.mark.parametrize(
    "line",
    [
        "GIÁM ĐỐC",  # at the head of the text, behind no full stop
        "CHỦ TỊCH",
    ],
)
def test_a_position_before_the_text_is_no_foot(line):
    found = sections("KẾ HOẠCH", "Chuyển đổi số", line, *BODY, *RECIPIENTS)
    assert (found["body"], found["foot"]) == ([line, *BODY], RECIPIENTS)


@pytest.mark.parametrize(
    "line",
    [
        "PHỤ LỤC",
        "Phụ lục số 1",
        "PHỤ LỤC II: DANH SÁCH XÃ",
        "Biểu số 2",
        "Mẫu số 01",
        "DANH MỤC NHIỆM VỤ",
        "DANH SÁCH THÔN",
    ],
)
def test_appendices_begin(line):
    found = sections("KẾ HOẠCH", "Chuyển đổi số", *BODY, *RECIPIENTS, *SIGNATURE, line, "1. Thôn Hạ")
    assert found["rest"] == [line, "1. Thôn Hạ"]
    unsigned = sections("KẾ HOẠCH", "Chuyển đổi số", *BODY, line, "1. Thôn Hạ")
    assert (unsigned["body"], unsigned["rest"]) == (BODY, [line, "1. Thôn Hạ"])


@pytest.mark.parametrize(
    "line",
    [
        "Phụ lục kèm theo nêu rõ từng việc.",
        "Danh mục việc cần làm:",
        "Biểu mẫu do tỉnh ban hành, xã in lại;",
        "Đề cương của Sở.",
    ],
)
def test_a_sentence_that_names_an_appendix_begins_none(line):
    found = sections("KẾ HOẠCH", "Chuyển đổi số", *BODY[:4], line, BODY[4])
    assert (found["body"], found["rest"]) == ([*BODY[:4], line, BODY[4]], [])


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(Grid([["STT", "Việc"], ["1", "Họp"]]), id="a table"),
        pytest.param("Ghi chú thêm về việc phân công", id="a line that is no name"),
    ],
)
def test_what_follows_the_signature_is_no_foot(behind):
    found = sections("KẾ HOẠCH", "Chuyển đổi số", *BODY, *RECIPIENTS, *SIGNATURE, behind)
    assert found["foot"] == RECIPIENTS + SIGNATURE
    assert found["rest"] == texts(parts([behind]))


def test_nothing_is_lost():
    lines = [
        *DECISION,
        *RECIPIENTS,
        *SIGNATURE,
        *STATE[:2],
        "KẾ HOẠCH",
        "Chuyển đổi số",
        "(Kèm theo Quyết định)",
        *BODY,
        *RECIPIENTS,
        *SIGNATURE,
        "PHỤ LỤC",
        "Danh sách",
        "1. Thôn Hạ",
    ]
    found = divide(parts(lines))
    names = ("decision_letterhead", "decision", "decision_foot", "letterhead", "title", "notes", "body", "foot", "rest")
    kept = [found.decision_type.text, found.document_type.text, *(t for n in names for t in texts(getattr(found, n)))]
    assert sorted(kept) == sorted(lines)


@pytest.mark.parametrize("line", ["Năm học 2026 - 2027", "Chào mừng ngày Nhà giáo", "“Mỗi xã một sản phẩm”"])
def test_the_last_line_of_a_title_stands_right_before_the_basis(line):
    found = sections(*STATE, "KẾ HOẠCH", "Chuyển đổi số", line, "Căn cứ Luật Giao dịch điện tử;", *BODY)
    assert found["title"] == ["Chuyển đổi số", line]


@pytest.mark.parametrize(
    "line", ["Kính gửi: Ủy ban nhân dân tỉnh", "Thực hiện nghị quyết", "Xã đã họp.", "1. Mục đích"]
)
def test_what_is_no_line_of_a_title(line):
    found = sections(*STATE, "KẾ HOẠCH", "Chuyển đổi số", line, "Căn cứ Luật Giao dịch điện tử;", *BODY)
    assert found["title"] == ["Chuyển đổi số"]
