"""A value that a user put right stands in the sentences of a draft, or is asked; nothing else of the parent changes."""

import datetime

import pytest
from drafted import locality, parent
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach.corrections import corrected, value_at
from kehoach.drafts.rewording import reworded
from kehoach.plan import Correction

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SUỐI XA
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/KH-UBND
Suối Xa, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Chăm sóc đàn ong năm 2026

Căn cứ Quyết định số 77/QĐ-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh về phát triển chăn nuôi;

I. MỤC TIÊU
1. Phấn đấu 95% số hộ nuôi ong được tập huấn.
2. Mỗi xã hỗ trợ ít nhất 05 tổ hợp tác và 1.200 đàn ong.
3. Mỗi xã mở 02 (hai) lớp tập huấn cho 02 (hai) nhóm hộ.
4. Số hộ tham gia đạt 80%, số đàn đạt 80%.
II. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các xã, phường
- Báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 20/11/2026.
- Hoàn thành việc lập danh sách các hộ trong tháng 6/2026.
2. Sở Nông nghiệp và Môi trường hướng dẫn kỹ thuật cho các xã.

Nơi nhận:
- UBND các xã, phường;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mẫu
"""


@pytest.fixture(scope="module")
def plan():
    return kehoach.extract(PLAN.encode(), name="ong.txt")


def put_right(plan, path, now):
    """The plan with one more correction."""
    made = Correction(path=path, was=value_at(plan, path), now=now, by="An", at="2026-01-06T08:00:00")
    return plan.model_copy(update={"corrections": [*plan.corrections, made]})


def target(plan, value):
    return next(i for i, t in enumerate(plan.targets) if t.value == value)


def at(plan, kind, words):
    return next(i for i, fact in enumerate(getattr(plan, kind)) if words in fact.quote)


def changed(plan, path, now):
    """The lines of the text that a correction changes, and what is told of it."""
    right, told = reworded(put_right(plan, path, now))
    lines = [(a, b) for a, b in zip(plan.text.splitlines(), right.text.splitlines(), strict=True) if a != b]
    return [b for _, b in lines], told


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        (95, 90.0, "Phấn đấu 90% số hộ nuôi ong được tập huấn."),
        (95, 97.5, "Phấn đấu 97,5% số hộ nuôi ong được tập huấn."),
        (5, 6.0, "Mỗi xã hỗ trợ ít nhất 06 tổ hợp tác và 1.200 đàn ong."),
        (5, 15.0, "Mỗi xã hỗ trợ ít nhất 15 tổ hợp tác và 1.200 đàn ong."),
        (1200, 1500.0, "Mỗi xã hỗ trợ ít nhất 05 tổ hợp tác và 1.500 đàn ong."),
        (1200, 900.0, "Mỗi xã hỗ trợ ít nhất 05 tổ hợp tác và 900 đàn ong."),
    ],
)
def test_a_figure_takes_the_form_of_the_one_before(plan, was, now, line):
    lines, told = changed(plan, f"/targets/{target(plan, was)}/value", now)
    assert lines == [line]
    assert [each.written for each in told] == [True]


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        (2, 3.0, "the figure is said in words too"),
        (95, None, "no value to write"),
    ],
)
def test_what_cannot_be_written_for_certain_is_left_and_told(plan, was, now, why):
    lines, told = changed(plan, f"/targets/{target(plan, was)}/value", now)
    assert (lines, [each.written for each in told]) == ([], [False]), why


def test_dates_names_and_documents(plan):
    report, listing = at(plan, "timeline", "20/11/2026"), at(plan, "timeline", "tháng 6/2026")
    for path, now, words in [
        (f"/timeline/{report}/end", "2026-11-02", "trước ngày 02/11/2026"),
        (f"/timeline/{listing}/end", "2026-07", "trong tháng 7/2026"),
        ("/citations/0/number", "79/QĐ-UBND", "Quyết định số 79/QĐ-UBND ngày"),
    ]:
        lines, told = changed(plan, path, now)
        assert len(lines) == 1 and words in lines[0], path
        assert all(each.written for each in told)
    lead = at(plan, "assignments", "Sở Nông nghiệp và Môi trường hướng dẫn")
    lines, _ = changed(plan, f"/assignments/{lead}/lead", ["Sở Công Thương"])
    assert lines == ["Sở Công Thương hướng dẫn kỹ thuật cho các xã."]
    lines, told = changed(plan, f"/assignments/{lead}/lead", ["Sở Công Thương", "Sở Tài chính"])
    assert lines == [] and not told[0].written


def test_a_date_known_to_the_month_is_no_day(plan):
    report = at(plan, "timeline", "20/11/2026")
    assert changed(plan, f"/timeline/{report}/end", "2026-11")[0] == []


def test_a_draft_says_the_corrected_figure_and_tells_of_it(plan):
    made = put_right(plan, f"/targets/{target(plan, 95)}/value", 90.0)
    draft = kehoach.derive(made, locality("xa-2026"), date=datetime.date(2026, 2, 2))
    text = draft.plan.text
    assert "90% số hộ" in text and "95%" not in text
    assert [e.note for e in draft.lineage if e.note and "sửa tay" in e.note] == [
        "Đã sửa tay ở kế hoạch cấp trên: 95 → 90."
    ]


def test_a_draft_asks_where_its_sentence_does_not_follow(plan):
    made = put_right(plan, f"/targets/{target(plan, 2)}/value", 3.0)
    draft = kehoach.derive(made, locality("xa-2026"), date=datetime.date(2026, 2, 2))
    asked = [q for q in draft.questions if "sửa tay" in q.message]
    assert len(asked) == 1 and "02 → 03" in asked[0].message
    assert next(b.text for b in draft.plan.blocks if b.id == asked[0].block).startswith("Xã mở 02 (hai) lớp")


def test_a_fact_taken_out_leaves_the_words(plan):
    made = put_right(plan, f"/targets/{target(plan, 95)}", None)
    right, told = reworded(made)
    assert right.text == plan.text and told == [] and len(right.targets) == len(plan.targets) - 1


def test_a_correction_of_another_reading_changes_nothing(plan):
    stale = Correction(path="/targets/0/value", was=12.5, now=99, by="", at="")
    right, told = reworded(plan.model_copy(update={"corrections": [stale]}))
    assert (right, told) == (plan, [])


@given(st.data())
def test_everything_still_points_to_its_words(data):
    plan = parent("000")
    numbered = [i for i, t in enumerate(plan.targets) if t.value is not None]
    chosen = data.draw(st.lists(st.sampled_from(numbered), unique=True, max_size=6))
    for i in chosen:
        plan = put_right(plan, f"/targets/{i}/value", float(data.draw(st.integers(0, 99_999))))
    right, told = reworded(plan)
    assert len(told) == len(chosen)
    assert [b.id for b in right.blocks] == [b.id for b in plan.blocks]
    assert [right.text[slice(*b.span)] for b in right.blocks] == [b.text for b in right.blocks]
    for kind in ("targets", "citations", "timeline", "assignments", "awards"):
        for fact in getattr(right, kind):
            assert right.text[slice(*fact.span)] == fact.quote
    values = [(t.value, t.unit) for t in corrected(plan).targets]
    assert [(t.value, t.unit) for t in right.targets] == values
    if not any(each.written for each in told):
        assert right.text == plan.text
