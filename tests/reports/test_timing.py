"""What milestones are about and when tasks are due."""

import time

import pytest

import kehoach
from kehoach.plan import Table, Task
from kehoach.reports.timing import Timing

PLAN = """KẾ HOẠCH
Thi hành Luật Việc làm

II. NỘI DUNG
1. Phổ biến pháp luật về việc làm
a) Tổ chức tập huấn cho cán bộ cấp xã.
- Cơ quan thực hiện: Sở Nội vụ.
- Thời gian thực hiện: {time}.
- Nộp báo cáo trước ngày 15/12/2026.
III. THỜI GIAN
- Thời gian thực hiện: tháng 9/2026.
"""


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("Năm 2026", ["Tổ chức tập huấn cho cán bộ cấp xã."]),
        ("trước ngày 30/6/2026", ["Tổ chức tập huấn cho cán bộ cấp xã."]),
        ("Năm 2026 và các năm tiếp theo", ["Tổ chức tập huấn cho cán bộ cấp xã."]),
    ],
)
def test_a_line_that_is_only_a_time_is_about_the_paragraph_above_it(when, told):
    plan = kehoach.extract(PLAN.format(time=when).encode(), name="a.txt")
    timing = Timing(plan)
    events = [timing.event(m).quote for m in plan.timeline]
    assert [words for words in events if words.startswith("Tổ chức")] == told
    assert any("báo cáo" in words for words in events)
    assert any(words.startswith("Thời gian thực hiện: tháng 9") for words in events)  # a chapter says less
    assert all(plan.text[q.span[0] : q.span[1]] == q.quote for q in map(timing.event, plan.timeline))


ROWS = """| TT | Công việc | Đầu mối | Thời hạn | Ghi chú |
|---|---|---|---|---|
| 1 | Rà soát việc làm | Sở Nội vụ | Quý II/2026 | Kinh phí lấy từ nguồn sự nghiệp được giao đầu năm |
| 2 | Mở sàn giao dịch | nt | nt | |
"""


def test_a_time_in_a_row_is_about_the_task_of_the_row():
    plan = kehoach.extract(f"KẾ HOẠCH\nThi hành Luật Việc làm\n\nI. NỘI DUNG\n\n{ROWS}".encode(), name="a.md")
    timing = Timing(plan)
    assert [timing.event(m).quote for m in plan.timeline] == ["Rà soát việc làm", "Mở sàn giao dịch"]


def test_thousands_of_milestones_and_cells_take_no_square_of_time():
    plan = kehoach.extract(PLAN.format(time="Năm 2026").encode(), name="a.txt")
    cells = [(start, start + 1) for start in range(len(plan.text))]
    plan.tables = [Table(spans=[cells[at : at + 4] for at in range(0, len(cells) - 4, 4)] * 20)]
    at = plan.text.index("Năm 2026")
    moment = plan.timeline[0].model_copy(update={"quote": "Năm 2026", "time": "Năm 2026", "span": (at, at + 8)})
    plan.timeline = [moment] * 5000
    started = time.perf_counter()
    timing = Timing(plan)
    tasks = [timing.deadline(Task(quote="x", span=(0, 5))) for _ in range(5000)]
    assert {len(timing.event(m).quote) for m in plan.timeline} == {1}  # a cell of its row
    assert {cell.text for cell in tasks} == {""}
    assert time.perf_counter() - started < 5
