"""The numbered tree: depth and parent by meaning, preamble and closing outside it, ids that last, text and spans."""

import pytest

from kehoach.ingest.source import Grid, Paragraph, Source
from kehoach.outline import outline


def read(body):
    lines = [line.strip() for line in body.strip().split("\n")]
    parts = [Paragraph(text) for text in ("KẾ HOẠCH", "Phòng cháy mùa khô", *lines)]
    return outline(Source("x", "0", "text/plain", parts))


def tree(body):
    """Each block as its printed label and first word, indented by its depth."""
    return [" " * b.depth + " ".join([b.label or "·", b.text.split()[0]]) for b in read(body).blocks]


def parents(body):
    blocks = read(body).blocks
    first_words = {b.id: b.text.split()[0] for b in blocks}
    return {b.text.split()[0]: first_words.get(b.parent) for b in blocks}


NESTING = {
    "roman, arabic, letters, dashes, pluses": (
        """
        I. Một
        1. Hai
        a) Ba
        - Bốn
        + Năm
        - Sáu
        b) Bảy
        2. Tám""",
        [" I. Một", "  1. Hai", "   a) Ba", "    - Bốn", "     + Năm", "    - Sáu", "   b) Bảy", "  2. Tám"],
    ),
    "parts over roman": (
        """
        Phần thứ nhất. Một
        I. Hai
        Phần thứ hai. Ba
        I. Bốn""",
        [" Phần thứ nhất Một", "  I. Hai", " Phần thứ hai Ba", "  I. Bốn"],
    ),
    "what is to be minded of the whole list": (
        """
        1. Một
        a) Hai.
        b) Ba.
        * Lưu ý khi xét:
        - Bốn.""",
        [" 1. Một", "  a) Hai.", "  b) Ba.", "  * Lưu", "   - Bốn."],
    ),
    "part and title on two lines": (
        """
        Phần thứ nhất
        CHUNG
        1. Hai""",
        [" Phần thứ nhất CHUNG", "  1. Hai"],
    ),
    "capitals over roman": (
        """
        A. Một
        I. Hai
        II. Ba
        B. Bốn""",
        [" A. Một", "  I. Hai", "  II. Ba", " B. Bốn"],
    ),
    "arabic outermost": (
        """
        1. Một
        - Hai
        2. Ba""",
        [" 1. Một", "  - Hai", " 2. Ba"],
    ),
    "dotted numbers under their number": (
        """
        I. Một
        1. Hai
        1.1. Ba
        1.2. Bốn
        1.2.1. Năm
        2. Sáu
        2.1. Bảy""",
        [" I. Một", "  1. Hai", "   1.1. Ba", "   1.2. Bốn", "    1.2.1. Năm", "  2. Sáu", "   2.1. Bảy"],
    ),
    "dotted numbers straight under roman": (
        """
        II. Một
        2.1. Hai
        a) Ba
        2.2. Bốn
        III. Năm""",
        [" II. Một", "  2.1. Hai", "   a) Ba", "  2.2. Bốn", " III. Năm"],
    ),
    "dotted numbers behind bullets": (
        """
        I. Một
        1. Hai
        - Ba
        1.1. Bốn""",
        [" I. Một", "  1. Hai", "   - Ba", "   1.1. Bốn"],
    ),
    "letters with numbers under letters": (
        """
        1. Một
        a) Hai
        a1) Ba
        a2) Bốn
        b) Năm""",
        [" 1. Một", "  a) Hai", "   a1) Ba", "   a2) Bốn", "  b) Năm"],
    ),
    "letters with numbers and no mark": (
        """
        1. Một
        a) Hai
        a.1 Ba
        a.2 Bốn
        b) Năm""",
        [" 1. Một", "  a) Hai", "   a.1 Ba", "   a.2 Bốn", "  b) Năm"],
    ),
    "letters with numbers behind bullets": (
        """
        1. Một
        a) Hai
        - Ba
        a.1. Bốn""",
        [" 1. Một", "  a) Hai", "   - Ba", "   a.1. Bốn"],
    ),
    "numbers with the number of their part": (
        """
        I. Một
        I.1. Hai
        - Ba
        I.2. Bốn
        1. Năm
        1.1. Sáu
        II. Bảy
        - Tám
        II.1. Chín""",
        [
            " I. Một",
            "  I.1. Hai",
            "   - Ba",
            "  I.2. Bốn",
            "   1. Năm",
            "    1.1. Sáu",
            " II. Bảy",
            "  - Tám",
            "  II.1. Chín",
        ],
    ),
    "articles over numbers": (
        """
        Chương I. Một
        Điều 1. Hai
        Ba ở dưới.
        1. Bốn
        Điều 2. Năm
        Chương II. Sáu
        Điều 3. Bảy""",
        [
            " Chương I Một",
            "  Điều 1. Hai",
            "   · Ba",
            "   1. Bốn",
            "  Điều 2. Năm",
            " Chương II Sáu",
            "  Điều 3. Bảy",
        ],
    ),
    "numbers start anew in each part": (
        """
        I. Một
        1. Hai
        2. Ba
        II. Bốn
        1. Năm""",
        [" I. Một", "  1. Hai", "  2. Ba", " II. Bốn", "  1. Năm"],
    ),
    "dashes of one look, long and short": (
        """
        1. Một
        - Hai
        – Ba
        — Bốn""",
        [" 1. Một", "  - Hai", "  – Ba", "  — Bốn"],
    ),
    "labels that jump keep their level": (
        """
        I. Một
        1. Hai
        4. Ba
        IV. Bốn""",
        [" I. Một", "  1. Hai", "  4. Ba", " IV. Bốn"],
    ),
    "labels that repeat keep their level": (
        """
        I. Một
        2. Hai
        2. Ba
        I. Bốn""",
        [" I. Một", "  2. Hai", "  2. Ba", " I. Bốn"],
    ),
    "paragraphs under a title": (
        """
        I. Một
        Hai ở dưới.
        1. Ba
        Bốn ở dưới.
        II. Năm""",
        [" I. Một", "  · Hai", "  1. Ba", "   · Bốn", " II. Năm"],
    ),
    "a lead-in holds its bullets": (
        """
        I. Một
        Hai gồm:
        - Ba;
        - Bốn.
        Năm kèm theo.""",
        [" I. Một", "  · Hai", "   - Ba;", "   - Bốn.", "  · Năm"],
    ),
    "a numbered title ends a lead-in": (
        """
        I. Một
        Hai như sau:
        1. Ba""",
        [" I. Một", "  · Hai", "  1. Ba"],
    ),
    "numbered sentences belong to a title without a number": (
        """
        I. Một
        Hai việc chung:
        1. Ba vận động người dân phát quang đường băng cản lửa.
        2. Bốn gồm:
        - Năm.
        3. Sáu trao đổi""",
        [" I. Một", "  · Hai", "   1. Ba", "   2. Bốn", "    - Năm.", "   3. Sáu"],
    ),
    "numbered sentences stand beside a sentence that leads in": (
        """
        I. Một
        Hai cần tổ chức như sau:
        1. Ba vận động người dân phát quang đường băng cản lửa.
        2. Bốn gồm:
        - Năm.
        3. Sáu trao đổi""",
        [" I. Một", "  · Hai", "  1. Ba", "  2. Bốn", "   - Năm.", "  3. Sáu"],
    ),
    "a number behind finished bullets belongs to their title": (
        """
        I. Một
        - Hai xong.
        + Ba xong;
        1. Bốn
        - Năm:
        a) Sáu""",
        [" I. Một", "  - Hai", "   + Ba", "  1. Bốn", "   - Năm:", "    a) Sáu"],
    ),
    "a number ends a lead-in with its bullets": (
        """
        I. Một
        Hai gồm:
        - Ba.
        1. Bốn""",
        [" I. Một", "  · Hai", "   - Ba.", "  1. Bốn"],
    ),
    "numbers under the titles that a star marks": (
        """
        I. Một
        * Hai
        1. Ba
        * Bốn
        1. Năm""",
        [" I. Một", "  * Hai", "   1. Ba", "  * Bốn", "   1. Năm"],
    ),
    "a closing with bullets": (
        """
        I. Một
        1. Hai.
        - Ba.
        Trên đây là Kế hoạch, đề nghị:
        - Bốn;
        - Năm./.""",
        [" I. Một", "  1. Hai.", "   - Ba.", "· Trên", " - Bốn;", " - Năm./."],
    ),
    "what a title stands over is no closing": (
        """
        I. Một
        1. Hai các thôn
        Căn cứ Kế hoạch này, ba.
        Trên đây là Kế hoạch./.""",
        [" I. Một", "  1. Hai", "   · Căn", "· Trên"],
    ),
    "details behind points in brackets are of them all": (
        """
        1. Một xong.
        - Hai xong.
        (1) Ba xong.
        (2) Bốn xong.
        - Thời gian: tháng 3.
        - Đơn vị chủ trì: năm.""",
        [" 1. Một", "  - Hai", "  (1) Ba", "  (2) Bốn", "  - Thời", "  - Đơn"],
    ),
    "a duty with bullets at the end is no closing": (
        """
        I. Một
        Yêu cầu các thôn:
        - Hai./.""",
        [" I. Một", "  · Yêu", "   - Hai./."],
    ),
    "a paragraph behind finished bullets belongs to their title": (
        """
        1. Một
        - Hai xong.
        Ba tiếp theo.""",
        [" 1. Một", "  - Hai", "  · Ba"],
    ),
    "lines that tell who and when belong to the one item above": (
        """
        1. Một
        - Hai xong.
        Đơn vị chủ trì: ba.
        Thời gian: tháng 4.
        - Năm xong.
        Đơn vị chủ trì: sáu.
        2. Bảy
        - Tám xong.
        - Chín xong.
        Thời gian: tháng 10.""",
        [
            *[" 1. Một", "  - Hai", "   · Đơn", "   · Thời", "  - Năm", "   · Đơn"],
            *[" 2. Bảy", "  - Tám", "  - Chín", "  · Thời"],
        ],
    ),
    "who leads several numbered sentences is told beside them": (
        """
        1. Một
        1.1. Hai xong.
        1.2. Ba xong.
        Chủ trì: bốn.
        2. Năm
        2.1. Sáu xong.
        Chủ trì: bảy.
        2.2. Tám xong.
        Chủ trì: chín.""",
        [
            *[" 1. Một", "  1.1. Hai", "  1.2. Ba", "  · Chủ"],
            *[" 2. Năm", "  2.1. Sáu", "   · Chủ", "  2.2. Tám", "   · Chủ"],
        ],
    ),
    "what follows the last of a list stands beside it": (
        """
        1. Một
        a) Hai;
        b) Ba.
        Bốn tiếp theo.""",
        [" 1. Một", "  a) Hai;", "  b) Ba.", "  · Bốn"],
    ),
    "lines by their times stand below what announces them": (
        """
        I. Một
        Hai như sau:
        Quý I/2026: ba.
        Quý II/2026: bốn.
        Năm.""",
        [" I. Một", "  · Hai", "   · Quý", "   · Quý", "  · Năm."],
    ),
    "the lines of a programme stand below their day": (
        """
        I. Một
        Ngày thứ nhất (27/6/2026)
        7 giờ 30: Hai
        8 giờ 00 - 9 giờ 00: Ba
        Ngày thứ hai (28/6/2026)
        7 giờ 30: Bốn""",
        [" I. Một", "  · Ngày", "   · 7", "   · 8", "  · Ngày", "   · 7"],
    ),
    "lines that no mark ends stand below what announces them, up to a sentence": (
        """
        I. Một
        Trong đó:
        Âm thanh: 5.000.000đ
        Quà tặng: 2.000.000đ
        Sân khấu: 1.000.000đ
        Quà trao ngay cho người thắng.""",
        [" I. Một", "  · Trong", "   · Âm", "   · Quà", "   · Sân", "  · Quà"],
    ),
    "a list of those who are charged is no closing": (
        """
        I. Một
        Giao Phòng Kinh tế hai.
        Giao Công an xã ba.
        Giao Trạm Y tế bốn.
        Trong quá trình thực hiện, các thôn năm./.""",
        [" I. Một", "  · Giao", "  · Giao", "  · Giao", "· Trong"],
    ),
    "nothing numbered": (
        """
        Một là đoạn.
        Hai là đoạn.""",
        ["· Một", "· Hai"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), NESTING.values(), ids=NESTING)
def test_nesting(body, expected):
    assert tree(body) == expected


@pytest.mark.parametrize(("body", "expected"), NESTING.values(), ids=NESTING)
def test_a_child_is_one_deeper_than_its_parent(body, expected):
    blocks = read(body).blocks
    depth = {b.id: b.depth for b in blocks}
    assert all(b.depth == depth[b.parent] + 1 if b.parent else b.depth <= 1 for b in blocks)


def test_below_a_part_that_looks_back_every_heading_is_other():
    blocks = read(
        "I. TÌNH HÌNH THỰC HIỆN NĂM 2025\n1. Kết quả thực hiện mục tiêu\na) Kinh phí\nII. MỤC TIÊU\n1. Một"
    ).blocks
    assert [b.roles for b in blocks if b.heading] == [["other"], ["other"], ["targets"]]


def test_parents():
    assert parents("""
        I. Một
        1. Hai
        - Ba
        + Bốn
        2. Năm
        II. Sáu
        Bảy ở dưới.""") == {
        "Một": None,
        "Hai": "Một",
        "Ba": "Hai",
        "Bốn": "Ba",
        "Năm": "Một",
        "Sáu": None,
        "Bảy": "Sáu",
    }


@pytest.mark.parametrize(
    "closing",
    [
        "Trên đây là Kế hoạch của xã, các thôn thực hiện./.",
        "Căn cứ Kế hoạch này, các thôn thực hiện./.",
        "Trong quá trình thực hiện có vướng mắc, các thôn báo cáo về xã.",
        "Yêu cầu các thôn nghiêm túc thực hiện.",
        "Các thôn thực hiện nghiêm túc./.",  # told by its end alone
    ],
)
def test_preamble_and_closing_stand_outside(closing):
    body = f"""
        Căn cứ Luật Phòng cháy và chữa cháy;
        Xã ban hành Kế hoạch như sau:
        I. Một
        1. Hai.
        {closing}"""
    assert [(b.depth, b.parent) for b in read(body).blocks if b.depth == 0] == [(0, None)] * 3
    assert read(body).blocks[-1].text == closing


def test_a_last_paragraph_that_closes_nothing_stays_in_its_section():
    assert tree("I. Một\nKinh phí lấy từ ngân sách xã.") == [" I. Một", "  · Kinh"]


def test_bullets_of_the_preamble_hang_on_their_paragraph():
    assert tree("Căn cứ:\n- Luật Lâm nghiệp;\n- Luật Đất đai;\nI. Một") == ["· Căn", " - Luật", " - Luật", " I. Một"]


def test_labels_of_word_stand_in_the_label_only():
    parts = [
        Paragraph("KẾ HOẠCH"),
        Paragraph("Phòng cháy"),
        Paragraph("Mục đích", label="I."),
        Paragraph("Giữ rừng.", label="-"),
    ]
    assert [(b.label, b.text) for b in outline(Source("x", "0", "", parts)).blocks] == [
        ("I.", "Mục đích"),
        ("-", "Giữ rừng."),
    ]


def test_text_is_the_lines_in_reading_order_without_labels():
    found = read("I. MỘT\n1. Hai.\nNơi nhận:\n- Các thôn.\nCHỦ TỊCH\nLê Thị Mận\nPHỤ LỤC\nDanh sách")
    assert found.text == (
        "KẾ HOẠCH\nPhòng cháy mùa khô\nMỘT\nHai.\nCác thôn\nCHỦ TỊCH\nLê Thị Mận\nPHỤ LỤC\nDanh sách\n"
    )
    assert [found.text[slice(*b.span)] for b in found.blocks] == [b.text for b in found.blocks] == ["MỘT", "Hai."]


def test_cells_and_footnotes_follow_the_text_and_make_no_blocks():
    parts = [Paragraph(t) for t in ("KẾ HOẠCH", "Phòng cháy", "I. Một", "1. Biểu phân công")]
    parts += [Grid([["Thôn", "Việc"], ["Hạ", "Trực"]], 1), Paragraph("2. Hết."), Paragraph("[1] Luật Lâm nghiệp.")]
    found = outline(Source("x", "0", "", parts))
    assert [b.text for b in found.blocks] == ["Một", "Biểu phân công", "Hết."]
    assert found.text.endswith("Hết.\nThôn\nViệc\nHạ\nTrực\nLuật Lâm nghiệp.\n")
    (table,) = found.tables
    assert (table.caption, table.after) == ("Biểu phân công", found.blocks[1].id)
    assert [[found.text[slice(*span)] for span in row] for row in table.spans] == table.rows
    assert [note.text for note in found.footnotes] == ["Luật Lâm nghiệp."]


def ids(body):
    return {b.text: b.id for b in read(body).blocks}


BEFORE = "I. Một\n1. Hai\n- Việc chung.\n2. Ba\n- Việc riêng.\nII. Bốn"


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("I. Một\n1. Hai\n- Việc chung.\n- Việc thêm.\n2. Ba\n- Việc riêng.\nII. Bốn", id="a bullet more"),
        pytest.param("I. Mới\nII. Một\n1. Hai\n- Việc chung.\n2. Ba\n- Việc riêng.\nIII. Bốn", id="renumbered"),
        pytest.param("I. Một\na) Hai\n+ Việc chung.\nb) Ba\n+ Việc riêng.\nII. Bốn", id="other labels"),
        pytest.param("II. Bốn\nI. Một\n2. Ba\n- Việc riêng.\n1. Hai\n- Việc chung.", id="moved"),
        pytest.param("I. MỘT\n1. Hai\n- Việc chung;\n2. Ba:\n- Việc riêng;\nII. BỐN", id="capitals and punctuation"),
    ],
)
def test_ids_outlive_an_edit_elsewhere(after):
    assert set(ids(BEFORE).values()) <= set(ids(after).values())


def test_a_changed_block_alone_gets_another_id():
    changed = ids(BEFORE.replace("Việc riêng", "Việc khác"))
    assert set(ids(BEFORE).values()) - set(changed.values()) == {ids(BEFORE)["Việc riêng."]}


def test_equal_blocks_are_counted():
    twice = [b.id for b in read("I. Một\n- Báo cáo xã.\nII. Hai\n- Báo cáo xã.\n- Báo cáo tỉnh.").blocks]
    assert len(set(twice)) == 5
    assert twice[3] == twice[1] + "-2"
    assert not twice[4].endswith("-2")


def test_pages_of_blocks_and_of_the_text():
    parts = [
        Paragraph(text, page=page, cut=True)
        for text, page in [
            ("KẾ HOẠCH", 1),
            ("Phòng cháy mùa khô", 1),
            ("I. Một", 1),
            ("1. Các thôn canh", 1),
            ("phòng cháy rừng.", 2),
            ("2. Hết.", 4),
        ]
    ]
    found = outline(Source("x", "0", "", parts, pages=4))
    assert [b.page for b in found.blocks] == [1, 1, 4]
    assert [found.text[start:][:5] for start in found.page_starts] == ["KẾ HO", "phòng", "Hết.\n", "Hết.\n"]


def test_lines_of_signs_are_no_blocks():
    lines = ["KẾ HOẠCH", "Diệt chuột", "-------", "I. MỤC ĐÍCH", "* * *", "Diệt chuột.", "_____", "|"]
    found = outline(Source("x", "0", "", [Paragraph(line) for line in lines]))
    assert [b.text for b in found.blocks] == ["MỤC ĐÍCH", "Diệt chuột."]


def test_the_title_of_a_table_is_no_block():
    parts = [Paragraph("1. Giống cây"), Paragraph("Bảng 1. Cây giống các thôn"), Paragraph("(Đơn vị tính: cây)")]
    found = outline(Source("a.docx", "", "", [Paragraph("KẾ HOẠCH"), *parts, Grid([["Thôn", "Cây"], ["Hạ", "12"]])]))
    assert [b.text for b in found.blocks] == ["Giống cây"]
    assert found.tables[0].caption == "Bảng 1. Cây giống các thôn (Đơn vị tính: cây)"
