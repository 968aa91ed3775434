"""KH201: labels that skip, repeat or run backwards among their siblings."""

import pytest

import kehoach


def numbering(*lines):
    """The labels that KH201 names, in a plan with these lines as its body."""
    plan = kehoach.extract("\n\n".join(["KẾ HOẠCH\nĐón Tết an toàn", *lines]).encode())
    found = [f for f in plan.findings if f.code == "KH201"]
    texts = {b.id: f"{b.label} {b.text}" for b in plan.blocks}
    assert all(texts[f.block].startswith(f.quote) for f in found)
    assert all((f.kind, f.severity, f.field) == ("numbering", "warning", None) for f in found)
    return [f.quote.split()[0] for f in found]


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        pytest.param("1. 2. 3.", [], id="in order"),
        pytest.param("1. 3.", ["3."], id="skips"),
        pytest.param("1. 2. 2. 3.", ["2."], id="repeats"),
        pytest.param("1. 3. 2.", ["3.", "2."], id="runs backwards"),
        pytest.param("2. 3.", ["2."], id="does not begin at the beginning"),
        pytest.param("1. 2. 1. 2.", [], id="begins anew"),
        pytest.param("1. 1.1. 1.1.1. 1.1.1.1. 1.1.1.1.1. 1.1.1.1.1.1. 1.1.1.1.1.2.", [], id="six levels"),
        pytest.param(
            "1. 1.1. 1.1.1. 1.1.1.1. 1.1.1.1.1. 1.1.1.1.1.1. 1.1.1.1.1.3.", ["1.1.1.1.1.3."], id="skips below"
        ),
        pytest.param("1. 2. 4. 5. 7.", ["4.", "7."], id="goes on from the number that was skipped to"),
        pytest.param("1) 2) 4)", ["4)"], id="with brackets"),
        pytest.param("01. 02. 03.", [], id="with zeros"),
        pytest.param("9. 10. 11.", ["9."], id="two digits"),
        pytest.param("(1) (2) (4)", ["(4)"], id="in brackets"),
        pytest.param("I. II. III. IV.", [], id="roman"),
        pytest.param("I. II. IV.", ["IV."], id="roman skips"),
        pytest.param("I. II. II.", ["II."], id="roman repeats"),
        pytest.param("I. II. II. IV.", ["II."], id="repeats, and the count goes on all the same"),
        pytest.param("VIII. IX. X. XI.", ["VIII."], id="roman over nine"),
        pytest.param("a) b) c) d) đ) e) g)", [], id="letters by the Vietnamese alphabet"),
        pytest.param("a) b) c) d) e) f) g)", [], id="letters by the Latin alphabet"),
        pytest.param("a) b) d)", ["d)"], id="letters skip"),
        pytest.param("a) b) b)", ["b)"], id="letters repeat"),
        pytest.param("b) c)", ["b)"], id="letters begin late"),
        pytest.param("i) ii) iii) iv)", [], id="small roman"),
        pytest.param("a/ b/ d/", ["d/"], id="letters before a stroke"),
        pytest.param("1.1. 1.2. 1.3.", [], id="dotted"),
        pytest.param("1.1. 2.1. 3.1.", [], id="dotted, each of another number"),
        pytest.param("1.1. 1.3.", ["1.3."], id="dotted skips"),
        pytest.param("1.1. 1.2. 1.2.", ["1.2."], id="dotted repeats"),
        pytest.param("- - - +", [], id="bullets have no order"),
    ],
)
def test_order_among_siblings(labels, named):
    assert numbering(*(f"{label} Việc số {number}." for number, label in enumerate(labels.split()))) == named


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        pytest.param(
            ["I. TRƯỚC TẾT", "1. Dọn vệ sinh.", "2. Treo cờ.", "II. SAU TẾT", "1. Trồng cây."],
            [],
            id="each section counts from one",
        ),
        pytest.param(
            ["I. TRƯỚC TẾT", "1. Dọn vệ sinh.", "II. SAU TẾT", "2. Trồng cây."],
            ["2."],
            id="a section that goes on counting",
        ),
        pytest.param(
            ["1. Trước Tết", "1.1. Dọn vệ sinh.", "1.2. Treo cờ.", "2. Sau Tết", "2.1. Trồng cây."],
            [],
            id="dotted numbers follow their section",
        ),
        pytest.param(
            ["1. Trước Tết", "1.1. Dọn vệ sinh.", "2. Sau Tết", "2.2. Trồng cây."],
            ["2.2."],
            id="a dotted number skips the first of its section",
        ),
        pytest.param(
            ["I. TRƯỚC TẾT", "a) Dọn vệ sinh.", "- Chợ;", "- Trường.", "b) Treo cờ."], [], id="bullets between letters"
        ),
        pytest.param(
            ["I. TRƯỚC TẾT", "Dọn vệ sinh chợ và trường.", "III. SAU TẾT"],
            ["III."],
            id="a paragraph between does not hide the gap",
        ),
        pytest.param(["Phần thứ nhất. TRƯỚC TẾT", "I. Dọn vệ sinh", "Phần thứ ba. SAU TẾT"], ["Phần"], id="parts skip"),
        pytest.param(
            ["Trong năm 2025, xã có 3. Năm nay không có.", "I. TRƯỚC TẾT", "II. SAU TẾT"],
            [],
            id="figures in the text are no labels",
        ),
    ],
)
def test_order_within_sections(lines, named):
    assert numbering(*lines) == named


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["1. Dọn vệ sinh.", "3. Treo cờ."], "nhảy từ “1.” đến “3.”"),
        (["1. Dọn vệ sinh.", "1. Treo cờ."], "“1.” lặp lại"),
        (["1. Dọn vệ sinh.", "2. Treo cờ.", "3. Trồng cây.", "2. Đón xuân."], "“2.” đứng sau “3.”"),
        (["2. Dọn vệ sinh."], "bắt đầu từ “2.”"),
    ],
)
def test_messages_say_what_is_wrong(lines, words):
    plan = kehoach.extract("\n\n".join(["KẾ HOẠCH\nĐón Tết an toàn", *lines]).encode())
    assert words in next(f.message for f in plan.findings if f.code == "KH201")


def found(code, *lines):
    """The quotes of one rule, in a plan with these lines as its body."""
    plan = kehoach.extract("\n\n".join(["KẾ HOẠCH\nĐón Tết an toàn", *lines]).encode())
    return [f.quote for f in plan.findings if f.code == code]


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        pytest.param("a) b) c) d) đ) e) g)", [], id="the Vietnamese alphabet"),
        pytest.param("a) b) c) d) e)", ["e)"], id="no đ"),
        pytest.param("a) b) c) d) e) f) g)", ["e)"], id="told once a list"),
        pytest.param("a) b) c) d) đ) e) f)", ["f)"], id="a letter that the alphabet lacks"),
    ],
)
def test_letters_of_another_alphabet(labels, named):
    lines = ["I. TRƯỚC TẾT", *(f"{label} Việc số {number}." for number, label in enumerate(labels.split()))]
    assert [quote.split()[0] for quote in found("KH202", *lines)] == named


@pytest.mark.parametrize(
    ("lines", "quotes"),
    [
        pytest.param(["I. TRƯỚC TẾT", "II. SAU TẾT", "1. Trồng cây."], ["I. TRƯỚC TẾT"], id="nothing under a section"),
        pytest.param(
            ["I. TRƯỚC TẾT", "1. Dọn vệ sinh.", "II. SAU TẾT", "1. Trồng cây."], [], id="something under each"
        ),
        pytest.param(
            ["I. TRƯỚC TẾT", "| TT | Việc |\n|---|---|\n| 1 | Dọn vệ sinh |", "II. SAU TẾT", "1. Trồng cây."],
            [],
            id="a table is content",
        ),
    ],
)
def test_empty_sections(lines, quotes):
    assert found("KH203", *lines) == quotes


@pytest.mark.parametrize(
    ("numbers", "quotes"),
    [
        pytest.param("1 2 3", [], id="one after the other"),
        pytest.param("1 2 4", ["Việc thứ ba"], id="a number is left out"),
        pytest.param("I 1 2 II 1 2", [], id="each group from one"),
        pytest.param("I 1 2 II 1 3", ["Việc thứ sáu"], id="within a group"),
        pytest.param("I 1 2 II 3 4", [], id="on through the groups"),
        pytest.param("I 1 2 II 4 5", ["Việc thứ năm"], id="a number is left out between groups"),
        pytest.param("I II II IV", ["Việc thứ ba"], id="a number twice, and the count goes on"),
        pytest.param("1.1 1.2 1.4", [], id="parts of numbers are not judged"),
    ],
)
def test_numbers_of_rows(numbers, quotes):
    names = ["nhất", "hai", "ba", "tư", "năm", "sáu"]
    rows = [
        f"| {number} | Việc thứ {name} | Phòng Kinh tế |" for number, name in zip(numbers.split(), names, strict=False)
    ]
    table = "\n".join(["| STT | Nhiệm vụ | Chủ trì |", "|---|---|---|", *rows])
    assert found("KH204", "I. NHIỆM VỤ", table) == quotes


@pytest.mark.parametrize(
    ("head", "first"),
    [("Tháng", "1 4 7 10"), ("STT", "I I I II II"), ("Bước", "A B E")],
    ids=["months", "classes of several rows", "steps"],
)
def test_first_columns_that_count_no_rows(head, first):
    rows = [f"| {cell} | Báo cáo lần thứ {number} | Phòng Kinh tế |" for number, cell in enumerate(first.split(), 2)]
    table = "\n".join([f"| {head} | Sản phẩm | Chủ trì |", "|---|---|---|", *rows])
    assert found("KH204", "I. NHIỆM VỤ", table) == []


def test_articles_run_through_the_chapters():
    lines = [
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "Xã.",
        "Điều 2. Đối tượng",
        "Thôn.",
        "Chương II",
        "THI HÀNH",
    ]
    assert found("KH201", *lines, "Điều 3. Hiệu lực", "Từ ngày ký.", "Điều 4. Trách nhiệm", "Ủy ban.") == []
    assert found("KH201", *lines, "Điều 4. Hiệu lực", "Từ ngày ký.") == ["Điều 4. Hiệu lực"]
