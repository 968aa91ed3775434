"""What officers answer: filled in, added, noted; never lost, and never weaker without saying so."""

import pytest
from drafted import locality
from test_levels import PLAN, duties, under

import kehoach
from kehoach.drafts import edited_draft
from kehoach.drafts.weakening import LATER, LOWER, later, lower, weakened


def plan_of(body):
    return kehoach.extract(PLAN.format(body=body).encode(), name="ke-hoach.txt")


def answered(body, words, answer):
    """The draft with an answer to the question whose message holds ``words``."""
    plan, profile = plan_of(body), locality("xa-2026")
    question = next(q for q in kehoach.derive(plan, profile).questions if words in q.message)
    return kehoach.derive(plan, profile, answers={question.id: answer})


@pytest.mark.parametrize(
    ("above", "own", "note"),
    [
        ("đạt 90% trở lên", "85%", LOWER),
        ("đạt 90% trở lên", "85", LOWER),
        ("đạt 90% trở lên", "92,5%", None),
        ("đạt 90% trở lên", "85 hộ", None),
        ("trồng 500 cây", "20", None),
    ],
)
def test_a_lower_rate(above, own, note):
    assert lower(above, own) == note


@pytest.mark.parametrize(
    ("above", "own", "note"),
    [
        ("hoàn thành trước ngày 15/12/2025", "20/3/2026", LATER),
        ("hoàn thành trước ngày 15/12/2026", "01/12/2026", None),
        ("tổng kết vào tháng 7/2026", "tháng 8 năm 2026", LATER),
        ("tổng kết vào năm 2026", "tháng 8 năm 2026", None),
        ("báo cáo định kỳ hằng năm", "20/3/2026", None),
    ],
)
def test_a_later_time(above, own, note):
    assert later(above, own) == note


def test_both_are_told_of_an_edit():
    assert weakened("đạt 90% trước ngày 01/6/2026", "đạt 80% trước ngày 01/7/2026") == f"{LOWER}; {LATER}"


def test_a_date_later_than_the_parents_is_noted():
    body = under("TIẾN ĐỘ", "- Mở tủ sách xong trước ngày 15/01/2026.")
    draft = answered(body, "đã qua", "31/3/2026")
    assert "trước ngày 31/3/2026" in draft.plan.text
    assert any(LATER in (entry.note or "") for entry in draft.lineage)


def test_a_duty_in_the_officers_words_is_added_below_the_heading():
    body = duties("1. Ủy ban nhân dân các xã, phường", "- Vận động học sinh đọc sách.", "- Vận động người cao tuổi.")
    draft = answered(body, "chưa có thời hạn và sản phẩm", "Lập danh sách tủ sách trước ngày 30/6/2026.")
    block = next(b for b in draft.plan.blocks if b.text.startswith("Lập danh sách"))
    assert next(entry.rule for entry in draft.lineage if entry.block == block.id) == "officer"
    kept = answered(body, "chưa có thời hạn và sản phẩm", "Giữ nguyên")
    assert "officer" not in {entry.rule for entry in kept.lineage}


def test_targets_without_a_duty_are_asked_once():
    body = "\n".join(
        [
            "I. CHỈ TIÊU",
            "- Tỷ lệ hộ nghèo giảm xuống dưới 2%.",
            "- Tỷ lệ học sinh đến trường đạt 99%.",
            "II. TỔ CHỨC THỰC HIỆN",
            "1. Ủy ban nhân dân các xã, phường vận động học sinh đến trường.",
        ]
    )
    asked = [q for q in kehoach.derive(plan_of(body), locality("xa-2026")).questions if "chỉ tiêu chưa có" in q.message]
    assert len(asked) == 1
    assert asked[0].parent_quote.startswith("Tỷ lệ hộ nghèo")
    assert "học sinh" not in asked[0].message
    draft = answered(body, "chỉ tiêu chưa có", "Giao Phòng Kinh tế rà soát hộ nghèo trước ngày 30/6/2026")
    assert any(b.text.startswith("Giao Phòng Kinh tế rà soát") and b.label == "1." for b in draft.plan.blocks)


def test_a_duty_for_all_targets_serves_each():
    body = "\n".join(
        [
            "I. CHỈ TIÊU",
            "- Tỷ lệ hộ nghèo giảm xuống dưới 2%.",
            "II. TỔ CHỨC THỰC HIỆN",
            "1. Ủy ban nhân dân các xã, phường tổ chức thực hiện các chỉ tiêu của Kế hoạch.",
        ]
    )
    questions = kehoach.derive(plan_of(body), locality("xa-2026")).questions
    assert not any("chỉ tiêu chưa có" in q.message for q in questions)


@pytest.mark.parametrize("answer", ["15", "15/KH-UBND"])
def test_the_number_with_or_without_its_symbol(answer):
    draft = answered(duties("1. Ủy ban nhân dân xã mở tủ sách."), "Số và ngày ký", answer)
    assert draft.plan.header.number == "15/KH-UBND"


LIST = under("CHỈ TIÊU", "- Mở 40 tủ sách; tặng 900 cuốn.", "- Trồng 50 cây.", "- Vận động.")


def asked_of(draft, words):
    return [q for q in draft.questions if words in q.message]


def test_figures_of_a_list_are_asked_once():
    draft = kehoach.derive(plan_of(LIST), locality("xa-2026"))
    (asked,) = asked_of(draft, "ghi con số của xã")
    assert (asked.places, len(asked.blocks)) == (3, 2)
    assert "Mở 40 tủ sách" in asked.parent_quote
    assert "Trồng 50 cây" in asked.parent_quote


@pytest.mark.parametrize(
    ("answer", "own", "still_open"),
    [
        ("2; 45; 10", ["Mở 2 tủ sách; tặng 45 cuốn.", "Trồng 10 cây."], 0),
        ("2; ; 10", ["Mở 2 tủ sách; tặng […] cuốn.", "Trồng 10 cây."], 1),
        ("2", ["Mở 2 tủ sách; tặng […] cuốn.", "Trồng […] cây."], 1),
        ("Giữ nguyên", ["Mở […] tủ sách; tặng […] cuốn.", "Trồng […] cây."], 0),
        ("2; 45; bỏ", ["Mở 2 tủ sách; tặng 45 cuốn.", "Vận động."], 0),
        ("Bỏ dòng này", ["Vận động."], 0),
    ],
)
def test_one_answer_fills_the_places_in_order(answer, own, still_open):
    draft = answered(LIST, "ghi con số của xã", answer)
    texts = [b.text for b in draft.plan.blocks]
    start = texts.index("CHỈ TIÊU") + 1
    assert texts[start : start + len(own)] == own
    assert len(asked_of(draft, "ghi con số của xã")) == (0 if answer == "Bỏ dòng này" else 1)
    assert sum("ghi con số của xã" in q.message for q in draft.open) == still_open


def test_a_time_before_a_figure_keeps_its_question():
    body = under("CHỈ TIÊU", "- Hoàn thành trước ngày 15/01/2026; trồng 50 cây.")
    assert "Hoàn thành trước ngày 31/3/2026; trồng […] cây." in answered(body, "đã qua", "31/3/2026").plan.text


def test_an_edit_closes_its_own_places_of_a_shared_question():
    plan, profile = plan_of(LIST), locality("xa-2026")
    plain = edited_draft(plan, profile, profile.date, {}, {})
    key = next(plain.keys[b.id] for b in plain.draft.plan.blocks if b.text.startswith("Mở"))
    edited = edited_draft(plan, profile, profile.date, {}, {key: "Mở 2 tủ sách."})
    (asked,) = [q for q in edited.draft.open if "ghi con số" in q.message]
    again = edited_draft(plan, profile, profile.date, {asked.id: "2; 45; 10"}, {key: "Mở 2 tủ sách."})
    assert "Trồng 10 cây" in again.draft.plan.text
