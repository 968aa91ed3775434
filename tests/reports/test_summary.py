"""What stands on the one-page summary."""

from kehoach.plan import Assignment, Milestone, SourceError, Task
from kehoach.reports.summary import summarise


def section(plan, key):
    return next(s for s in summarise(plan).sections if s.key == key)


def words(section):
    return [[cell.text for cell in row] for row in section.rows]


def test_head_of_the_page(plan):
    summary = summarise(plan)
    assert (summary.heading, summary.title.text) == ("TÓM TẮT KẾ HOẠCH", "Trồng cây bóng mát năm 2026")
    assert {label: cell.text for label, cell in summary.facts} == {
        "Ngày ban hành": "Sông Mơ, 05/3/2026",
        "Thời gian": "năm 2026",
        "Phong trào": "",
        "Thực hiện": "Kế hoạch số 40/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh Mây Trắng",
        "Đối tượng": "thôn",
        "Người ký": "Lê Thị Mận, CHỦ TỊCH",
    }


def test_a_decision_and_marks_are_named_where_there_are_any(attached):
    facts = {label: cell.text for label, cell in summarise(attached).facts}
    assert facts["Kèm theo"] == "Quyết định 9/QĐ-UBND ngày 04/3/2026"
    assert facts["Độ mật, khẩn"] == "Hỏa tốc"


def test_purpose_is_the_first_sentence(plan):
    assert words(section(plan, "purpose")) == [["Phủ xanh các tuyến đường của TP. Mây và các xã."]]


def test_targets(plan):
    assert words(section(plan, "targets")) == [
        ["cây trồng mới", "1.500 cây", "năm 2026"],
        ["số hộ tham gia", "từ 85% trở lên", "31/12/2026"],
    ]


def test_targets_under_their_own_heading_come_first(plan):
    plan.targets[0].block = "t1"
    assert [row[0] for row in words(section(plan, "targets"))] == ["số hộ tham gia", "cây trồng mới"]


def test_duties_show_the_task_that_has_a_deadline(plan):
    plan.assignments[0].tasks.reverse()
    rows = section(plan, "duties").rows
    assert [[c.text for c in row] for row in rows] == [
        ["Phòng Kinh tế", "báo cáo kết quả trước ngày 20/12 hằng năm", "trước ngày 20/12 hằng năm"],
        ["Các thôn", "vận động người dân chăm sóc cây", ""],
    ]
    assert rows[0][1].remark == "(và 1 việc khác)"


def test_duties_of_one_body_share_a_row(plan):
    again = Assignment(lead=["phòng kinh tế"], quote="q", span=(0, 1), tasks=[Task(quote="q", span=(0, 1))])
    plan.assignments.append(again)
    rows = section(plan, "duties").rows
    assert (len(rows), rows[0][1].remark) == (2, "(và 2 việc khác)")


def test_timeline_is_in_order_of_time(plan):
    assert [row[0] for row in words(section(plan, "timeline"))] == ["trước ngày 15/4/2026", "trước ngày 20/12 hằng năm"]


def test_a_time_in_a_table_is_shown_with_the_longest_cell_of_its_row(plan):
    duty, [[time]] = plan.assignments[1].tasks[0], plan.tables[0].spans
    plan.tables[0].spans = [[duty.span, time]]
    plan.timeline = [Milestone(quote="1.234,5", time="1.234,5", kind="event", span=time)]
    _, event, _ = section(plan, "timeline").rows[0]
    assert (event.text, event.span) == (duty.quote, duty.span)


def test_awards_and_criteria(plan):
    assert section(plan, "awards").rows[0][0].remark == "(dịp tổng kết năm 2026)"
    audience, first = section(plan, "criteria").rows[0]
    assert (audience.text, audience.remark, first.text) == ("thôn", "(1 tiêu chí)", "Trồng đủ số cây được giao")


def test_doubts_the_gravest_first_without_the_waived(plan):
    assert [(r[0].text, r[0].remark) for r in section(plan, "doubts").rows] == [
        ("Sai thẩm quyền khen thưởng.", "(lỗi)"),
        ("Thiếu TM. ỦY BAN NHÂN DÂN.", "(cần xem lại)"),
    ]


def test_every_quotation_is_the_text_at_its_place(plan):
    for part in summarise(plan).sections:
        if part.key in ("purpose", "awards", "bases"):
            for row in part.rows:
                start, end = row[0].span
                assert plan.text[start:end].startswith(row[0].text.rstrip("… "))


def test_nothing_is_invented(empty):
    summary = summarise(empty)
    assert summary.heading == "TÓM TẮT VĂN BẢN"
    assert not any(cell.text for _, cell in summary.facts)
    assert not any(part.rows for part in summary.sections)


def test_lists_are_cut_and_say_so(crowded):
    for key in ("targets", "duties", "awards", "doubts"):
        part = section(crowded, key)
        assert part.rows
        assert part.more > 0
        assert part.rest == f"… và {part.more} mục khác"


def test_what_reads_the_same_is_shown_once(plan):
    plan.timeline, plan.awards = plan.timeline * 2, plan.awards * 2
    assert len(section(plan, "timeline").rows) == 2
    assert len(section(plan, "awards").rows) == 1


def test_words_without_end_are_cut(plan):
    plan.header.title = plan.targets[0].indicator = "a" * 5_000
    summary = summarise(plan)
    assert len(summary.title.text) < 800
    assert all(len(cell.text) < 500 for part in summary.sections for row in part.rows for cell in row)


def test_short_lists_stay_whole_beside_long_ones(crowded):
    crowded.awards = crowded.awards[:2]
    assert section(crowded, "awards").more == 0


def test_unread_pages_are_told_first(plan):
    plan.source.errors = [SourceError(code="no_text", message="Trang là ảnh quét.", page=p) for p in (2, 3)]
    assert summarise(plan).notices == (
        "Chỉ đọc được một phần văn bản; còn thiếu 2 chỗ (trang 2, 3). Trang là ảnh quét.",
    )
