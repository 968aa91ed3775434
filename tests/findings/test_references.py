"""KH501–KH511, KH515, KH516: documents that the plan names."""

import pytest
from plan_findings import FOOT, HEAD, findings, found, plan_of

BASIS = "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định về thi đua, khen thưởng;"


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Thực hiện Chỉ thị số 17-CT/TW ngày 21/10/2022 của Ban Bí thư về an toàn thực phẩm.", []),
        (
            "Thực hiện Chỉ thị số 17-CT/TW ngày 21/10/2022 của Ban Bí thư và Chỉ thị số 17-CT/TW ngày 21/10/2023 của "
            "Ban Bí thư.",
            ["Chỉ thị số 17-CT/TW ngày 21/10/2023 của Ban Bí thư"],
        ),
        (
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh và Kế hoạch số 12/KH-UBND ngày "
            "05/02/2026 của Sở Y tế.",
            [],
        ),
    ],
    ids=["one date", "two dates", "the same number of two bodies"],
)
def test_two_dates_of_one_document(line, quotes):
    assert found("KH501", line, "I. MỤC ĐÍCH", "Ngăn bệnh dại.") == quotes


@pytest.mark.parametrize(
    ("said", "quotes"),
    [
        ("Kế hoạch số 41/KH-UBND", []),
        ("Quyết định số 41/KH-UBND", ["Quyết định số 41/KH-UBND"]),
        ("Chương trình hành động số 30-CTr/TU", []),
        ("Nghị quyết số 30-CT/TU", ["Nghị quyết số 30-CT/TU"]),
        ("Công văn số 979/UBND-VX", []),
        ("Quy định số 399-QĐ/TW", []),
    ],
)
def test_type_and_symbol(said, quotes):
    line = f"Thực hiện {said} ngày 05/01/2026 của cấp trên về bệnh dại."
    assert found("KH502", line, "I. MỤC ĐÍCH", "Ngăn bệnh dại.") == quotes


@pytest.mark.parametrize(("date", "hits"), [("04/3/2026", 0), ("05/3/2026", 0), ("06/3/2026", 1)])
def test_a_document_later_than_the_plan(date, hits):
    line = f"Thực hiện Kế hoạch số 9/KH-UBND ngày {date} của Ủy ban nhân dân tỉnh về bệnh dại."
    assert len(found("KH503", line, "I. MỤC ĐÍCH", "Ngăn bệnh dại.")) == hits


@pytest.mark.parametrize(
    ("closing", "quotes"),
    [
        ("Trên đây là Kế hoạch phòng, chống bệnh dại năm 2026 của Ủy ban nhân dân xã./.", []),
        ("Trên đây là Kế hoạch triển khai công tác phòng, chống bệnh dại năm 2026./.", []),
        ("Căn cứ Kế hoạch này, đề nghị các thôn thực hiện./.", []),
        ("Trên đây là Kế hoạch của Trung tâm Y tế khu vực Sông Mơ./.", []),
        ("Trên đây là Kế hoạch công tác PCBD ATTP năm 2026./.", []),
        (
            "Trên đây là Kế hoạch phòng, chống cháy rừng mùa khô năm 2026 của Ủy ban nhân dân xã./.",
            ["Kế hoạch phòng, chống cháy rừng mùa khô"],
        ),
    ],
    ids=["the same", "words of every plan", "no name", "its owner alone", "abbreviations", "another"],
)
def test_the_name_at_the_close(closing, quotes):
    assert found("KH504", "I. MỤC ĐÍCH", "Ngăn bệnh dại.", closing) == quotes


@pytest.mark.parametrize(
    ("number", "date", "hits"),
    [
        ("98/2023", "05 tháng 3 năm 2026", 1),
        ("98/2023", "05 tháng 3 năm 2024", 0),
        ("152/2025", "05 tháng 3 năm 2026", 0),
    ],
)
def test_repealed_bases(number, date, hits):
    line = f"Căn cứ Nghị định số {number}/NĐ-CP ngày 31/12/2023 của Chính phủ về thi đua, khen thưởng;"
    assert len(found("KH505", line, "I. MỤC ĐÍCH", "Ngăn bệnh dại.", date=date)) == hits


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Chỉ tiêu từng thôn theo phụ lục đính kèm.", ["phụ lục đính kèm"]),
        ("Chỉ tiêu từng thôn theo Phụ lục II.", ["Phụ lục II"]),
        ("Thông điệp truyền thông (kèm Phụ lục).", ["Phụ lục"]),
        ("Mẫu theo Phụ lục I Nghị định số 30/2020/NĐ-CP.", []),
        ("Mẫu theo phụ lục kèm theo Nghị định số 30/2020/NĐ-CP.", []),
    ],
)
def test_appendices(line, quotes):
    assert found("KH506", "I. CHỈ TIÊU", line) == quotes
    assert not found(
        "KH506", "I. CHỈ TIÊU", line, foot="Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Mận\nPHỤ LỤC\nBảng số\n"
    )


def test_names_of_laws():
    (one,) = findings("KH507", "I. KHEN THƯỞNG", "Theo Luật Thi đua khen thưởng và Luật Cán bộ, công chức.")
    assert (one.quote, one.right) == ("Luật Thi đua khen thưởng", "Luật Thi đua, khen thưởng")


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Quyết định số 524/QĐ-Ttg", "524/QĐ-TTg"),
        ("Nghị quyết số 27/NQ- TW", "27-NQ/TW"),
        ("Nghị quyết số 57- NQ/TW", "57-NQ/TW"),
        ("Kế hoạch số 9/KH-UBND", None),
        ("Chương trình số 30-CTr/TU", None),
        ("Nghị định số 30/2020/NĐ-CP", None),
    ],
)
def test_form_of_numbers(said, right):
    hits = findings("KH508", f"Thực hiện {said} ngày 05/01/2026 về bệnh dại.", "I. MỤC ĐÍCH", "Ngăn bệnh dại.")
    assert [f.right for f in hits] == ([right] if right else [])


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("Nghị quyết số 29/2022/QH15 ngày 12/12/2022 của Quốc hội", 0),
        ("Nghị quyết số 29/2022/QH15 ngày 12/12/2022 của Ủy ban Thường vụ Quốc hội", 1),
        ("Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016 của Ủy ban Thường vụ Quốc hội", 0),
        ("Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng Chính phủ", 0),
        ("Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Bộ Y tế", 1),
        ("Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ", 0),
        ("Kế hoạch số 12/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Đồng Xa", 0),
        ("Nghị quyết số 12/NQ-HĐND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Đồng Xa", 1),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", 0),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Chính phủ", 1),
        ("Kế hoạch số 469-KH/TU ngày 16/5/2025 của Ban Thường vụ Tỉnh ủy", 0),
        ("Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Thủ tướng Chính phủ", 1),
    ],
)
def test_the_issuer_bears_the_symbol(words, hits):
    assert len(found("KH509", f"Căn cứ {words} về phòng bệnh;", "I. MỤC ĐÍCH", "Ngăn bệnh dại.")) == hits


@pytest.mark.parametrize(
    ("later", "hits"),
    [
        ("số 1980/KH-UBND của Ủy ban nhân dân tỉnh", 1),
        ("số 1980/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh", 0),
        ("số 1980/KH-SYT của Sở Y tế", 0),
        ("số 1908/KH-UBND của Ủy ban nhân dân tỉnh", 0),
        ("số 1890/KH-UBND của Ủy ban nhân dân tỉnh", 0),
    ],
    ids=["two digits changed places", "a date of its own", "another body", "digits apart", "the same number"],
)
def test_numbers_that_differ_by_the_order_of_digits(later, hits):
    first = "Thực hiện Kế hoạch số 1890/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh."
    assert len(found("KH512", first, "I. MỤC ĐÍCH", f"Thực hiện theo Kế hoạch {later}.")) == hits


@pytest.mark.parametrize(
    ("cited", "hits"),
    [
        ("Quyết định số 46/2002/QĐ-UBND ngày 12/9/2022", 1),
        ("Quyết định số 46/2022/QĐ-UBND ngày 12/9/2022", 0),
        ("Nghị định số 30/2020/NĐ-CP", 0),
        ("Quyết định số 2022/QĐ-UBND ngày 12/9/2025", 0),
    ],
    ids=["another year", "the same year", "no day", "a number like a year"],
)
def test_the_year_of_a_number_is_that_of_its_day(cited, hits):
    assert len(found("KH514", f"Căn cứ {cited} của Ủy ban nhân dân tỉnh;", "I. MỤC ĐÍCH", "Ngăn bệnh dại.")) == hits


@pytest.mark.parametrize(
    ("later", "hits"),
    [("16/KH-BTT-MTTQ", 1), ("16/KH-MTTQ-BTT", 0), ("16-KH/MTTQ-BTT", 0), ("17/KH-BTT-MTTQ", 0)],
    ids=["signs changed places", "the same number", "another mark between", "another number"],
)
def test_numbers_that_differ_by_the_order_of_signs(later, hits):
    lines = ("Thực hiện Kế hoạch số 16/KH-MTTQ-BTT về bầu cử.", "I. MỤC ĐÍCH", f"Theo Kế hoạch số {later} của tỉnh.")
    assert len(found("KH513", *lines)) == hits
    assert len(plan_of(*lines).citations) == (2 if later.startswith("17") else 1)


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        (
            "số 12/KH-LN ngày 05/01/2026 của UBND xã và Kế hoạch số 12/KH-LN ngày 05/01/2026 của Ủy ban nhân dân xã",
            [],
        ),
        (
            "số 12/KH-LN ngày 05/01/2026 của HĐND tỉnh và Kế hoạch số 12/KH-LN ngày 05/01/2026 của UBND tỉnh",
            ["Kế hoạch số 12/KH-LN ngày 05/01/2026"],
        ),
        ("số 12/KH-LN ngày 05/01/2026 của HĐND tỉnh và Kế hoạch số 12/KH-LN ngày 06/01/2026 của UBND tỉnh", []),
    ],
    ids=["one body by two names", "two bodies", "two documents"],
)
def test_two_issuers_of_one_document(words, quotes):
    assert found("KH510", f"Thực hiện Kế hoạch {words}.", "I. MỤC ĐÍCH", "Ngăn bệnh dại.") == quotes


@pytest.mark.parametrize(
    ("note", "quotes"),
    [
        ("số 12/KH-UBND ngày 05/3/2026", []),
        ("số 012/KH-UBND", []),
        ("số 15/KH-UBND ngày 05/3/2026", ["15/KH-UBND"]),
        ("số 12/KH-UBND ngày 05/3/2025", ["ngày 05/3/2025"]),
        ("số 15/KH-SYT ngày 05/3/2026", []),
    ],
    ids=["its own", "a leading zero", "another number", "another date", "the plan of another body"],
)
def test_the_plan_that_an_appendix_belongs_to(note, quotes):
    foot = f"{FOOT}\nPHỤ LỤC\nDanh mục nhiệm vụ\n(Kèm theo Kế hoạch {note} của Ủy ban nhân dân xã)\n"
    assert found("KH511", "I. MỤC ĐÍCH", "Ngăn bệnh dại.", foot=foot) == quotes


@pytest.mark.parametrize(
    ("note", "quotes"),
    [
        ("số 9/QĐ-UBND ngày 05/3/2026", []),
        ("số 9/QĐ-UBND ngày 03/3/2026", ["ngày 03/3/2026"]),
        ("số 8/QĐ-UBND ngày 05/3/2026", ["8/QĐ-UBND"]),
        ("số 8/QĐ-TTg ngày 05/3/2026", []),
    ],
    ids=["its own", "another date", "another number", "the decision of another body"],
)
def test_the_decision_that_a_plan_belongs_to(note, quotes):
    head = HEAD.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\nBan hành Kế hoạch\n").replace("{title}\n", "")
    decision = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống bệnh dại.",
        "Điều 2. Có hiệu lực từ ngày ký.",
    )
    plan = ("KẾ HOẠCH", "Phòng, chống bệnh dại năm 2026", f"(Ban hành kèm theo Quyết định {note} của UBND xã)")
    body = [*decision, *FOOT.splitlines(), *plan, "I. MỤC ĐÍCH", "Ngăn bệnh dại."]
    assert found("KH516", *body, head=head, number="9/QĐ-UBND", foot="") == quotes


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("tiêu chí tại Mục II Kế hoạch này", []),
        ("tiêu chí nêu tại Mục I Kế hoạch này", ["tiêu chí nêu tại Mục I"]),
        ("tiêu chí tại Mục VI của Kế hoạch này", ["tiêu chí tại Mục VI"]),
        ("tiêu chí tại Mục I Kế hoạch số 5/KH-UBND", []),
    ],
    ids=["where they stand", "where they do not", "no such section", "of another plan"],
)
def test_sections_that_the_plan_refers_to(words, quotes):
    lines = (
        "I. MỤC ĐÍCH",
        "Ngăn bệnh dại.",
        "II. TIÊU CHÍ THI ĐUA",
        "- Tiêm đủ.",
        "III. TỔ CHỨC",
        f"- Xét theo {words}.",
    )
    assert found("KH515", *lines) == quotes


def test_the_close_that_repeats_a_long_title_misses_words_of_it():
    title = (
        "Phát động thi đua vận động người dân nuôi cá, trồng rừng, chi trả trợ cấp không dùng tiền mặt tại xã Sông Mơ"
    )
    closing = "Trên đây là Kế hoạch phát động thi đua vận động người dân nuôi cá, trồng rừng, chi trả trợ cấp tại xã."
    quote = "Kế hoạch phát động thi đua vận động người dân nuôi cá, trồng rừng, chi trả trợ cấp tại"
    assert found("KH504", "I. MỤC ĐÍCH", "Giữ lúa.", closing, title=title) == [quote]


def test_the_close_may_leave_out_the_theme():
    title = "Tổ chức phong trào thi đua “Sông Mơ chung tay diệt chuột giữ lúa” giai đoạn 2026 - 2030"
    closing = "Trên đây là Kế hoạch tổ chức phong trào thi đua giai đoạn 2026 - 2030 của Ủy ban nhân dân xã./."
    assert found("KH504", "I. MỤC ĐÍCH", "Giữ lúa.", closing, title=title) == []
