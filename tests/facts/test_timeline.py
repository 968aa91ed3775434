"""Events, deadlines, periods and recurring duties that the plan sets itself; and dates that are none of them."""

import pytest
from plan_texts import block_text, grounded, read, rules, under


def timeline(*lines, heading="NHIỆM VỤ", **head):
    plan = under(heading, *lines, **head)
    found = grounded(plan, plan.timeline)
    assert all(m.time in m.quote for m in found)
    return found


@rules(
    ("line", "kind", "time", "start", "end", "recurrence"),
    {
        "what a label names": (
            "- Chung khảo: tuần 2 tháng 6/2026.",
            "event",
            "tuần 2 tháng 6/2026",
            None,
            "2026-06",
            None,
        ),
        "to the end of a school year": (
            "- Tổ chức thi đua từ tháng 02/2026 đến hết năm học 2025-2026.",
            "period",
            "từ tháng 02/2026 đến hết năm học 2025-2026",
            "2026-02",
            "2026",
            None,
        ),
        "a day of the month before": (
            "- Gửi hồ sơ trước ngày 10 tháng liền kề.",
            "deadline",
            "trước ngày 10 tháng liền kề",
            None,
            None,
            None,
        ),
        "a day by which it is done": (
            "- Đến 20/10/2026 nghiệm thu, bàn giao nhà.",
            "deadline",
            "Đến 20/10/2026",
            None,
            "2026-10-20",
            None,
        ),
        "a watch from hour to hour": (
            "- Từ 18h00 ngày 14/2/2026 đến 07h00 ngày 21/2/2026 trực 24/24 giờ.",
            "period",
            "Từ 18h00 ngày 14/2/2026 đến 07h00 ngày 21/2/2026",
            "2026-02-14",
            "2026-02-21",
            None,
        ),
        "a report of each week by an hour": (
            "- Báo cáo kết quả hằng tuần trước 15h00 thứ Năm.",
            "recurring",
            "hằng tuần",
            None,
            None,
            "weekly",
        ),
        "a report's rhythm in brackets": (
            "- Tổng hợp, báo cáo Ủy ban nhân dân tỉnh, Bộ Nội vụ kết quả thực hiện (hằng quý).",
            "recurring",
            "hằng quý",
            None,
            None,
            "quarterly",
        ),
        "event on a day": (
            "- Tổ chức lễ phát động vào ngày 19/5/2026.",
            "event",
            "vào ngày 19/5/2026",
            None,
            "2026-05-19",
            None,
        ),
        "day without year, in the plan's year": (
            "- Ngày 05/6 tổ chức mít tinh.",
            "event",
            "Ngày 05/6",
            None,
            "2026-06-05",
            None,
        ),
        "deadline": (
            "- Hoàn thành trước ngày 30/9/2026.",
            "deadline",
            "trước ngày 30/9/2026",
            None,
            "2026-09-30",
            None,
        ),
        "latest day": (
            "- Chậm nhất ngày 20/6/2026 nộp hồ sơ về xã.",
            "deadline",
            "Chậm nhất ngày 20/6/2026",
            None,
            "2026-06-20",
            None,
        ),
        "to be done within a month": (
            "- Hoàn thành trong tháng 6/2026.",
            "deadline",
            "trong tháng 6/2026",
            None,
            "2026-06",
            None,
        ),
        "relative deadline": (
            "- Gửi báo cáo trong 15 ngày kể từ ngày kết thúc.",
            "deadline",
            "trong 15 ngày kể từ ngày",
            None,
            None,
            None,
        ),
        "to be done on a day": (
            "- Hoàn thành vào ngày 20/6/2026.",
            "deadline",
            "vào ngày 20/6/2026",
            None,
            "2026-06-20",
            None,
        ),
        "to be done within a year": (
            "- Hoàn thành hồ sơ trong năm 2026.",
            "deadline",
            "trong năm 2026",
            None,
            "2026",
            None,
        ),
        "to be done in the course of a year": (
            "- Trong năm 2026 tổ chức tập huấn.",
            "period",
            "Trong năm 2026",
            "2026",
            "2026",
            None,
        ),
        "period": (
            "- Triển khai trồng rừng từ tháng 4 đến tháng 9 năm 2026.",
            "period",
            "từ tháng 4 đến tháng 9 năm 2026",
            "2026-04",
            "2026-09",
            None,
        ),
        "period without end": (
            "- Kể từ ngày 01/7/2026 tổ chức thực hiện quy trình mới.",
            "period",
            "Kể từ ngày 01/7/2026",
            "2026-07-01",
            None,
            None,
        ),
        "deadline of every year": (
            "- Báo cáo kết quả trước ngày 15/12 hằng năm.",
            "recurring",
            "trước ngày 15/12 hằng năm",
            None,
            "--12-15",
            "annual",
        ),
        "day of every month": (
            "- Trước ngày 25 hằng tháng gửi báo cáo.",
            "recurring",
            "Trước ngày 25 hằng tháng",
            None,
            None,
            "monthly",
        ),
        "every quarter": (
            "- Định kỳ hằng quý báo cáo kết quả.",
            "recurring",
            "Định kỳ hằng quý",
            None,
            None,
            "quarterly",
        ),
        "a yearly check": ("- Tổ chức kiểm tra rừng hằng năm.", "recurring", "hằng năm", None, None, "annual"),
        "what something goes into": (
            "- Đưa kết quả vào đánh giá, xếp loại hằng quý của các thôn.",
            "recurring",
            "hằng quý",
            None,
            None,
            "quarterly",
        ),
        "in the budget of each year": (
            "- Phòng Kinh tế bố trí kinh phí trong dự toán ngân sách xã hằng năm.",
            "recurring",
            "hằng năm",
            None,
            None,
            "annual",
        ),
        "every week": ("- Hằng tuần kiểm tra hiện trường.", "recurring", "Hằng tuần", None, None, "weekly"),
        "every Friday": (
            "- Định kỳ chiều thứ Sáu hằng tuần báo cáo Trưởng đoàn.",
            "recurring",
            "Định kỳ chiều thứ Sáu hằng tuần",
            None,
            None,
            "weekly",
        ),
        "two days of every month": (
            "- Tổ chức phiên giao dịch định kỳ vào ngày 10 và ngày 25 hằng tháng.",
            "recurring",
            "định kỳ vào ngày 10 và ngày 25 hằng tháng",
            None,
            None,
            "monthly",
        ),
        "from the plan's day on": (
            "- Thực hiện từ nay đến hết ngày 31/5/2026.",
            "period",
            "từ nay đến hết ngày 31/5/2026",
            "2026-02-14",
            "2026-05-31",
            None,
        ),
        "running from a quarter on": (
            "- Nâng cấp sàn giao dịch, vận hành chính thức từ Quý III/2026.",
            "period",
            "từ Quý III/2026",
            "2026-07",
            None,
            None,
        ),
        "a stage lasts its month": (
            "- Đợt 2: Trong tháng 4/2026",
            "period",
            "Trong tháng 4/2026",
            "2026-04",
            "2026-04",
            None,
        ),
        "in the year that the clause opens with": (
            "- Năm 2028: Sơ kết cấp xã xong trước ngày 30/6.",
            "deadline",
            "trước ngày 30/6",
            None,
            "2028-06-30",
            None,
        ),
        "from a day to a day of every year": (
            "- Tổ chức trồng cây từ 26/3 đến 19/5 hằng năm.",
            "recurring",
            "từ 26/3 đến 19/5 hằng năm",
            "--03-26",
            "--05-19",
            "annual",
        ),
        "two days in a row": (
            "- Ngày 30 và 31/3/2026 khám sức khỏe.",
            "period",
            "Ngày 30 và 31/3/2026",
            "2026-03-30",
            "2026-03-31",
            None,
        ),
        "from month to month without a word before": (
            "- Thời gian: tháng 3/2026 đến tháng 5/2026.",
            "period",
            "tháng 3/2026 đến tháng 5/2026",
            "2026-03",
            "2026-05",
            None,
        ),
        "a day and how it is reckoned": (
            "- Họp lần một: Chậm nhất ngày 10/12/2026 (trước ngày bầu cử 95 ngày theo Luật).",
            "deadline",
            "Chậm nhất ngày 10/12/2026",
            None,
            "2026-12-10",
            None,
        ),
        "in the days from one to the other": (
            "- Hội nghị bầu đại biểu nhiệm kỳ 2026 - 2031 được tổ chức trong ngày 02/02/2026 đến ngày 03/02/2026.",
            "period",
            "trong ngày 02/02/2026 đến ngày 03/02/2026",
            "2026-02-02",
            "2026-02-03",
            None,
        ),
        "a quarter with the other i": (
            "- Sơ kết trong Quí II/2026.",
            "event",
            "trong Quí II/2026",
            None,
            "2026-06",
            None,
        ),
        "when, beside what is assessed": (
            "- Quý I/2027, các thôn đánh giá phong trào trồng rừng năm 2026.",
            "event",
            "Quý I/2027",
            None,
            "2027-03",
            None,
        ),
        "at the latest on a day without its word": (
            "- Nộp danh sách chậm nhất 20/6.",
            "deadline",
            "chậm nhất 20/6",
            None,
            "2026-06-20",
            None,
        ),
        "by a day of each month without its word": (
            "- Trước 25 hằng tháng các thôn báo cáo.",
            "recurring",
            "Trước 25 hằng tháng",
            None,
            None,
            "monthly",
        ),
        "a week from day to day": (
            "- Trong tuần lễ từ 01 đến 07/4 tổ chức ra quân.",
            "period",
            "từ 01 đến 07/4",
            "2026-04-01",
            "2026-04-07",
            None,
        ),
        "quarters without a year": ("- Quý II, III: triển khai.", "period", "Quý II, III", "2026-04", "2026-09", None),
        "months without a year": ("- Đợt 1: tháng 3 - 4.", "period", "tháng 3 - 4", "2026-03", "2026-04", None),
        "how often, behind that it recurs": (
            "- Định kỳ phát sóng mỗi tháng 02 chuyên mục.",
            "recurring",
            "mỗi tháng",
            None,
            None,
            "monthly",
        ),
        "two evenings of a month": (
            "- Phát sóng tối thứ Sáu tuần thứ 2 và tối thứ Sáu tuần thứ 4 hằng tháng.",
            "recurring",
            "tối thứ Sáu tuần thứ 2 và tối thứ Sáu tuần thứ 4 hằng tháng",
            None,
            None,
            "monthly",
        ),
        "a least number each quarter": (
            "- Các trường hằng quý có ít nhất 01 tin, bài gửi đăng.",
            "recurring",
            "hằng quý",
            None,
            None,
            "quarterly",
        ),
        "an entry of a calendar": ("- Tháng 9/2026: khai giảng.", "event", "Tháng 9/2026", None, "2026-09", None),
        "a year and those after it": (
            "- Hoàn thành trong năm 2026 và các năm tiếp theo.",
            "period",
            "trong năm 2026 và các năm tiếp theo",
            "2026",
            None,
            None,
        ),
        "periodically": ("- Định kỳ báo cáo kết quả.", "recurring", "Định kỳ", None, None, "periodic"),
        "meetings at intervals": ("- Họp định kỳ.", "recurring", "định kỳ", None, None, "periodic"),
        "hours within which one answers": (
            "- Báo cáo trong 24 giờ từ lúc phát hiện.",
            "deadline",
            "trong 24 giờ",
            None,
            None,
            None,
        ),
        "so many days before": (
            "- Gửi báo cáo sơ kết trước đó ít nhất 20 ngày.",
            "deadline",
            "trước đó ít nhất 20 ngày",
            None,
            None,
            None,
        ),
        "months after what goes before": (
            "- Thí điểm tại 02 xã, sau 12 tháng đánh giá để nhân rộng.",
            "deadline",
            "sau 12 tháng",
            None,
            None,
            None,
        ),
        "how long something hangs out": (
            "- Niêm yết công khai danh sách ít nhất 05 ngày tại nhà văn hóa thôn.",
            "period",
            "ít nhất 05 ngày",
            None,
            None,
            None,
        ),
        "within which one answers": (
            "- Trả lời người phản ánh không quá 03 ngày.",
            "deadline",
            "không quá 03 ngày",
            None,
            None,
            None,
        ),
        "a part of a day of each week": (
            "- Thôn báo cáo vào sáng thứ Hai hằng tuần qua nhóm Zalo.",
            "recurring",
            "vào sáng thứ Hai hằng tuần",
            None,
            None,
            "weekly",
        ),
        "before a school year": (
            "- Sắp xếp xong trước khi bắt đầu năm học 2027 - 2028.",
            "deadline",
            "trước khi bắt đầu năm học 2027 - 2028",
            None,
            "2027",
            None,
        ),
        "before a season with its day": (
            "- Kết thúc toàn bộ trước mùa mưa lũ (15/9/2026).",
            "deadline",
            "trước mùa mưa lũ (15/9/2026)",
            None,
            "2026-09-15",
            None,
        ),
        "how often, from a month on": (
            "- Mở chuyên mục phát tối thiểu 02 kỳ/tháng, bắt đầu từ tháng 5/2026.",
            "recurring",
            "02 kỳ/tháng, bắt đầu từ tháng 5/2026",
            "2026-05",
            None,
            "monthly",
        ),
        "how often, from when to when": (
            "- Mở chuyên mục mỗi tuần 02 số, từ đầu tháng 4 đến hết tháng 9/2026.",
            "recurring",
            "mỗi tuần 02 số, từ đầu tháng 4 đến hết tháng 9/2026",
            "2026-04",
            "2026-09",
            "weekly",
        ),
        "every day of a season": (
            "- Bố trí người trực bãi tắm hằng ngày, suốt từ ngày 25/4 đến ngày 30/9/2026.",
            "recurring",
            "hằng ngày, suốt từ ngày 25/4 đến ngày 30/9/2026",
            "2026-04-25",
            "2026-09-30",
            None,
        ),
        "a span of hours within which": (
            "- Khắc phục sự cố trong 24 - 48 giờ.",
            "deadline",
            "trong 24 - 48 giờ",
            None,
            None,
            None,
        ),
        "how often in days": (
            "- Mười ngày một lần Ban Chỉ huy họp.",
            "recurring",
            "Mười ngày một lần",
            None,
            None,
            None,
        ),
        "a stage of a month": (
            "- Giai đoạn 4 (tháng 12/2026): thanh quyết toán kinh phí.",
            "period",
            "tháng 12/2026",
            "2026-12",
            "2026-12",
            None,
        ),
        "a part of each month": (
            "- Báo cáo kết quả vào ngày làm việc cuối cùng của tháng.",
            "recurring",
            "vào ngày làm việc cuối cùng của tháng",
            None,
            None,
            "monthly",
        ),
        "days within which it is done": (
            "- Trả kết quả cho nhà trường trong 07 ngày.",
            "deadline",
            "trong 07 ngày",
            None,
            None,
            None,
        ),
        "from a school year on": (
            "- Thực hiện báo cáo điện tử từ năm học 2027 - 2028.",
            "period",
            "từ năm học 2027 - 2028",
            "2027",
            None,
            None,
        ),
        "an occasion of every year": (
            "- Tổ chức Hội thi vào dịp 10/10 hằng năm.",
            "recurring",
            "vào dịp 10/10 hằng năm",
            None,
            "--10-10",
            "annual",
        ),
        "a quarter in brackets": (
            "- Trình phương án về biên chế (quý II/2026).",
            "deadline",
            "quý II/2026",
            None,
            "2026-06",
            None,
        ),
        "a quarter that opens what is done": (
            "- Quý III mở các lớp dạy nghề.",
            "event",
            "Quý III",
            None,
            "2026-09",
            None,
        ),
        "always, to the end of the year": (
            "- Tuyên truyền thường xuyên đến hết năm 2026.",
            "period",
            "đến hết năm 2026",
            None,
            "2026",
            None,
        ),
        "quarters over new year": (
            "- Khảo sát trong quý IV/2026 và quý I/2027.",
            "period",
            "trong quý IV/2026 và quý I/2027",
            "2026-10",
            "2027-03",
            None,
        ),
        "from a day that is not told": (
            "- Thi đua từ ngày phát động đến hết năm 2026.",
            "period",
            "từ ngày phát động đến hết năm 2026",
            None,
            "2026",
            None,
        ),
        "a final review in a year is an event": (
            "- Đến năm 2028 tiến hành tổng kết.",
            "event",
            "Đến năm 2028",
            None,
            "2028",
            None,
        ),
    },
)
def test_kinds(line, kind, time, start, end, recurrence):
    (found,) = timeline(line)
    assert (found.kind, found.time, found.start, found.end, found.recurrence) == (kind, time, start, end, recurrence)


@rules(
    ("line", "quotes"),
    {
        "a time that opens its sentence": (
            "Các bản họp dân. Hằng quý, Trạm Y tế xã báo cáo kết quả.",
            ["Hằng quý, Trạm Y tế xã báo cáo kết quả"],
        ),
        "the sentence": (
            "- Chuẩn bị cây giống. Tổ chức ra quân vào ngày 19/5/2026. Giữ vệ sinh chung.",
            ["Tổ chức ra quân vào ngày 19/5/2026"],
        ),
        "the year of what is sent parts nothing": (
            "- Nộp quyết toán kinh phí năm 2025 trước 25/4/2026.",
            ["Nộp quyết toán kinh phí năm 2025 trước 25/4/2026"],
        ),
        "the part behind a semicolon": (
            "- Chuẩn bị cây giống; tổ chức ra quân vào ngày 19/5/2026; giữ vệ sinh.",
            ["tổ chức ra quân vào ngày 19/5/2026"],
        ),
        "two times of one sentence": (
            "- Tổ chức sơ kết vào tháng 6/2026, tổng kết vào tháng 12/2026.",
            ["Tổ chức sơ kết vào tháng 6/2026", "tổng kết vào tháng 12/2026"],
        ),
        "times that stand first": (
            "- Tháng 6/2026 tổ chức sơ kết, tháng 12/2026 tổ chức tổng kết.",
            ["Tháng 6/2026 tổ chức sơ kết", "tháng 12/2026 tổ chức tổng kết"],
        ),
        "the half year in the name of a report": (
            "- Gửi báo cáo 6 tháng đầu năm trước ngày 15/6/2026, báo cáo năm trước ngày 15/12/2026.",
            ["Gửi báo cáo 6 tháng đầu năm trước ngày 15/6/2026", "báo cáo năm trước ngày 15/12/2026"],
        ),
        "a check of every year": ("- Tổ chức kiểm tra hằng năm.", ["Tổ chức kiểm tra hằng năm"]),
        "a day of the week": ("- Ra quân vào sáng thứ Bảy hằng tuần.", ["Ra quân vào sáng thứ Bảy hằng tuần"]),
        "one duty that recurs in two ways": (
            "- Định kỳ 6 tháng, hằng năm, xã tổ chức sơ kết.",
            ["Định kỳ 6 tháng, hằng năm, xã tổ chức sơ kết"],
        ),
        "a report that recurs": (
            "- Xây dựng kế hoạch hằng năm cụ thể hóa nhiệm vụ.",
            ["Xây dựng kế hoạch hằng năm cụ thể hóa nhiệm vụ"],
        ),
        "periodic at the end": (
            "- Các chủ rừng thực hiện quan trắc định kỳ.",
            ["Các chủ rừng thực hiện quan trắc định kỳ"],
        ),
        "a day of every month": ("- Giao ban vào ngày 25 hằng tháng.", ["Giao ban vào ngày 25 hằng tháng"]),
        "every half year": ("- Cung cấp thông tin 6 tháng một lần.", ["Cung cấp thông tin 6 tháng một lần"]),
        "a stage by its name": (
            "- Ra quân: Đợt 1: tháng 4 - 5/2026; đợt 2: tháng 9 - 10/2026.",
            ["Ra quân: Đợt 1: tháng 4 - 5/2026", "đợt 2: tháng 9 - 10/2026"],
        ),
        "two deadlines of one duty": (
            "- Gửi báo cáo trước ngày 05/6 và 05/12/2026.",
            ["Gửi báo cáo trước ngày 05/6 và 05/12/2026"] * 2,
        ),
        "days that are kept": (
            "- Tổ chức Ngày Môi trường thế giới 05/6, Tháng hành động và Ngày Dân số Việt Nam 26/12.",
            ["Tổ chức Ngày Môi trường thế giới 05/6", "Tháng hành động và Ngày Dân số Việt Nam 26/12"],
        ),
        "at least so often": (
            "- Kiểm tra các xã, mỗi quý ít nhất 01 lượt.",
            ["Kiểm tra các xã, mỗi quý ít nhất 01 lượt"],
        ),
        "the last week of every month": (
            "- Cập nhật sổ vào tuần cuối hằng tháng.",
            ["Cập nhật sổ vào tuần cuối hằng tháng"],
        ),
        "held in days of a month": ("- Tổ chức tuần lễ từ 24 đến 30/4/2026.", ["Tổ chức tuần lễ từ 24 đến 30/4/2026"]),
        "a clause of its own that ends in every year": (
            "- Kiện toàn tổ công nghệ; công bố dữ liệu mở hằng năm.",
            ["công bố dữ liệu mở hằng năm"],
        ),
        "so often in words": ("- Diễn tập tối thiểu một lần/năm.", ["Diễn tập tối thiểu một lần/năm"]),
        "every week": ("- Cập nhật biến động hằng tuần.", ["Cập nhật biến động hằng tuần"]),
        "told by its own title": ("- Thời gian thực hiện: Hằng năm.", ["Thời gian thực hiện: Hằng năm"]),
        "day and word of one expression": (
            "- Hằng năm, trước ngày 28/02, xây dựng kế hoạch.",
            ["Hằng năm, trước ngày 28/02, xây dựng kế hoạch"],
        ),
        "stated twice": (
            "- Nộp hồ sơ trước ngày 15/6/2026. Hồ sơ gửi trước ngày 15/6/2026.",
            ["Nộp hồ sơ trước ngày 15/6/2026", "Hồ sơ gửi trước ngày 15/6/2026"],
        ),
    },
)
def test_quotes_are_the_clause_with_action_and_time(line, quotes):
    assert [m.quote for m in timeline(line)] == quotes


@pytest.mark.parametrize(
    "line",
    [
        "- Thường xuyên kiểm tra rừng.",
        "- Biểu dương nhân dịp tổng kết phong trào.",
        "- Nếu đến ngày 15/6/2026 chưa xong thì báo cáo.",
        "- Hằng năm nếu có khó khăn thì báo cáo xã.",
        "- Thực hiện Quyết định số 12/QĐ-UBND ngày 15/01/2026.",
        "- Triển khai Chương trình phát triển rừng giai đoạn 2021 - 2025.",
        "- Tổ chức phong trào “Xuân 2026 trồng cây từ ngày 01/02/2026”.",
        "- Triển khai Kế hoạch số 9/KH-UBND về tổ chức ngày hội ngày 19/5/2026.",
        "- Phấn đấu đến năm 2030 toàn xã phủ xanh.",
        "- Triển khai để xã đạt chuẩn nông thôn mới trước ngày 30/11/2026.",
        "- Xây dựng tầm nhìn đến năm 2045.",
        "- Nhiệm vụ của năm 2026 là trồng rừng.",
        "- Bình quân hằng năm trồng 5 ha.",
        "- Đến hết năm 2025 toàn xã có 96 hộ trồng rừng.",
        "- Đến ngày 15/01/2026 mới hoàn thành 39%.",
        "- So với năm 2025 tổ chức nhiều hơn.",
        "- Kế hoạch hằng năm của xã.",
        "- Thông qua phong trào do tỉnh phát động và thực hiện hằng năm.",
        "- Giám sát 01 chi bộ về thu đảng phí. Mốc giám sát: năm 2024 và 2025.",
        "- Năm 2024: tổng kết phong trào cũ.",
        "- Khám cho trẻ sinh từ ngày 01/3/2021 đến ngày 28/02/2025.",
        "- Các chỉ tiêu: Đến năm 2028 trồng nhiều rừng.",
        "- Thi đua lập thành tích kỷ niệm ngày thành lập Đoàn 26/3, ngày Quốc tế Lao động 1/5.",
        "- Mời báo cáo viên cho ngày 26/8/2026.",
        "- Phạm vi giám sát: từ 01/01/2025 đến 31/12/2025.",
        "- Báo cáo kết quả 6 tháng đầu năm về phường.",
        "- Sơ kết quý I theo quy định.",
        "- Hoàn thành tốt nhiệm vụ.",
        '- Vận động thực hiện "mỗi tuần 10 phút diệt lăng quăng".',
        "- Gắn kết quả với công tác thi đua - khen thưởng hằng năm.",
        "1. MỘT SỐ HOẠT ĐỘNG TUYÊN TRUYỀN TRONG NĂM 2026",
        "- Kiểm tra các nội dung: Việc theo dõi trồng rừng theo định kỳ; chế độ báo cáo định kỳ, đột xuất.",
        "- Đánh giá kết quả (lồng ghép trong báo cáo định kỳ và báo cáo năm).",
        "- Liên hệ số điện thoại 0912.345.678 để báo cáo.",
    ],
)
def test_what_sets_no_date(line):
    assert timeline(line) == []


@pytest.mark.parametrize("heading", ["TIÊU CHUẨN KHEN THƯỞNG", "TIÊU CHÍ THI ĐUA", "ĐỐI TƯỢNG", "KẾT QUẢ NĂM 2025"])
def test_dates_of_standards_and_reports_are_no_timeline(heading):
    assert timeline("- Hoàn thành trồng rừng trước ngày 30/9/2026.", heading=heading) == []


@pytest.mark.parametrize(
    "heading", ["HỒ SƠ, THỦ TỤC", "KHEN THƯỞNG", "KINH PHÍ", "YÊU CẦU", "NHIỆM VỤ, CHỈ TIÊU", "GIẢI PHÁP"]
)
def test_dates_of_other_sections_are(heading):
    assert [m.end for m in timeline("- Tổng hợp hồ sơ trước ngày 30/9/2026.", heading=heading)] == ["2026-09-30"]


def test_a_yearly_target_is_no_timeline():
    assert timeline("- Năm 2026: phấn đấu trồng 120 ha rừng.", heading="CHỈ TIÊU") == []


@rules(
    ("lines", "expected"),
    {
        "a whole period": (
            ["- Từ ngày 01/3/2026 đến ngày 30/11/2026."],
            [("period", "2026-03-01", "2026-11-30")],
        ),
        "stages": (
            ["- Giai đoạn 1: Tháng 3/2026.", "- Giai đoạn 2: Quý III/2026."],
            [("event", None, "2026-03"), ("event", None, "2026-09")],
        ),
        "years": (["- Giai đoạn 2026 - 2028."], [("period", "2026", "2028")]),
        "years in brackets": (
            ["- Số hóa hồ sơ (2026 - 2028).", "- Báo cáo giữa kỳ (năm 2027)."],
            [("period", "2026", "2028"), ("event", None, "2027")],
        ),
        "but not the years of a programme": (["- Theo Chương trình trồng rừng giai đoạn 2026 - 2028."], []),
    },
)
def test_under_a_heading_of_time_no_action_is_needed(lines, expected):
    assert [(m.kind, m.start, m.end) for m in timeline(*lines, heading="THỜI GIAN THỰC HIỆN")] == expected


def test_what_is_held_on_a_day_and_what_is_due_on_one():
    rows = (
        "| Thời gian | Nội dung |",
        "| --- | --- |",
        "| 14/5/2026 | Thi sơ khảo |",
        "| 10/5/2026 | Hạn cuối nộp bài |",
        "| 09 - 10/2026 | Tập huấn |",
    )
    plan = under("I. LỊCH", *rows)
    assert [(m.kind, m.start, m.end) for m in plan.timeline] == [
        ("event", None, "2026-05-14"),
        ("deadline", None, "2026-05-10"),
        ("period", "2026-09", "2026-10"),
    ]


def test_reports_by_a_day_of_no_year_recur_in_a_plan_of_several_years():
    title = "Trồng rừng phòng hộ giai đoạn 2026 - 2028"
    (half, year) = timeline("- Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12.", title=title)
    assert [(m.kind, m.recurrence, m.end) for m in (half, year)] == [
        ("recurring", "annual", "--06-10"),
        ("recurring", "annual", "--12-05"),
    ]


def test_two_months_within_which_it_is_due():
    found = timeline("- Hoàn thành trong tháng 3 và tháng 9.")
    assert [(m.kind, m.time, m.end) for m in found] == [
        ("deadline", "trong tháng 3", "2026-03"),
        ("deadline", "tháng 9", "2026-09"),
    ]


def test_a_programme_by_the_hour_is_of_the_day_told_beside_it():
    found = timeline(
        "1. Lễ ra quân",
        "a) Thời gian: 07 giờ 30 phút, Chủ nhật, ngày 15/3/2026 tại nhà văn hóa thôn.",
        "b) Chương trình",
        "- 07 giờ 00 phút: Đón tiếp đại biểu;",
        "- Từ 7h30 đến 8h00: Khai mạc.",
        "2. Tổng vệ sinh",
        "- 06 giờ 00 phút: Tập trung tại nhà văn hóa.",
    )
    assert [(m.time, m.kind, m.end) for m in found[1:]] == [
        ("07 giờ 00 phút", "event", "2026-03-15"),
        ("Từ 7h30 đến 8h00", "event", "2026-03-15"),
    ], "the programme of 2. has no day"


def test_a_programme_by_the_hour_is_of_the_day_in_its_title():
    found = timeline(
        "1. Hội thi",
        "Ngày thứ nhất (thứ Bảy, 27/6/2026)",
        "07g00 – 07g30: Đón tiếp đại biểu giai đoạn 2021 – 2025",
        "Ngày thứ hai (Chủ nhật, 28/6/2026)",
        "08g00: “Bữa cơm gia đình”",
    )
    assert [(m.time, m.end) for m in found] == [("07g00 – 07g30", "2026-06-27"), ("08g00", "2026-06-28")]


def test_a_span_of_days_behind_a_list_of_things():
    (found,) = timeline("- Treo 20 pa nô, 60 băng rôn từ 15/6 đến 30/6/2026.")
    assert (found.kind, found.start, found.end) == ("period", "2026-06-15", "2026-06-30")


def test_a_quarter_that_opens_an_entry_of_a_calendar_is_a_period():
    found = timeline("1. Tiến độ thực hiện", "- Quý II/2026: trồng rừng ở các thôn.", heading="TIẾN ĐỘ")
    assert [(m.kind, m.start, m.end) for m in found] == [("period", "2026-04", "2026-06")]


def test_a_day_without_year_is_in_the_year_of_its_heading():
    plan = under(
        "TỔ CHỨC THỰC HIỆN",
        "1. Sơ kết (năm 2028)",
        "- Hoàn thành trước ngày 30/6.",
        title="Trồng rừng giai đoạn 2026 - 2030",
    )
    assert [m.end for m in plan.timeline if m.time == "trước ngày 30/6"] == ["2028-06-30"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Hội nghị sơ kết trong tháng 10/2026.", "event"),
        ("- Phát động phong trào trong tháng 10/2026.", "event"),
        ("- Mở 02 lớp dạy bơi trong tháng 10/2026.", "event"),
        ("- Tổ chức 02 lớp dạy bơi trong tháng 10/2026.", "event"),
        ("- Trong tháng 10/2026 rà soát và hoàn thành danh sách.", "deadline"),
        ("- Ban hành văn bản trong tháng 10/2026.", "deadline"),
    ],
)
def test_what_is_held_in_a_month_and_what_is_due(line, kind):
    assert [m.kind for m in timeline(line)] == [kind]


def test_by_when_a_target_is_reached():
    line = "- Xóa 17 điểm rác, gồm 09 điểm trước ngày 30/6/2026; 08 điểm còn lại hoàn thành trong năm 2027."
    assert [(m.kind, m.end) for m in timeline(line, heading="CHỈ TIÊU")] == [
        ("deadline", "2026-06-30"),
        ("deadline", "2027"),
    ]


def test_how_often_a_year_and_in_which_months():
    found = timeline("- Cấp tỉnh kiểm tra mỗi năm 2 đợt (tháng 4 và tháng 11).")
    assert [(m.kind, m.time, m.end, m.recurrence) for m in found] == [
        ("recurring", "tháng 4", "--04", "annual"),
        ("recurring", "tháng 11", "--11", "annual"),
    ]


def test_how_long_something_lasts_is_no_deadline():
    assert timeline("- Diễn tập tổ chức trong 02 ngày.") == []


def test_two_periods_with_a_remark_between():
    found = timeline("- Ra quân từ ngày 26/01 đến ngày 13/02/2026 (trước Tết Nguyên đán) và từ 15/8 đến 05/9/2026.")
    assert [(m.start, m.end) for m in found] == [("2026-01-26", "2026-02-13"), ("2026-08-15", "2026-09-05")]


@pytest.mark.parametrize(
    ("line", "kind", "start", "end"),
    [
        ("- Gửi báo cáo về Sở Y tế trước ngày 05/6.", "recurring", None, "--06-05"),
        ("- Đo thị lực từ ngày 15/9 đến ngày 31/10.", "recurring", "--09-15", "--10-31"),
        ("- Riêng năm 2026 báo cáo trước ngày 20/4.", "deadline", None, "2026-04-20"),
        ("- Hoàn tất việc mua sắm năm 2026 trong tháng 7.", "deadline", None, "2026-07"),
        ("- Trình kế hoạch trước ngày 20/4/2026.", "deadline", None, "2026-04-20"),
    ],
)
def test_a_day_without_a_year_in_a_plan_of_several(line, kind, start, end):
    (found,) = timeline(line, title="Trồng rừng giai đoạn 2026 - 2030")
    assert (found.kind, found.start, found.end) == (kind, start, end)


def test_a_review_of_a_year_under_a_heading_of_time():
    (found,) = timeline("- Sơ kết năm 2028: đánh giá kết quả.", heading="TIẾN ĐỘ")
    assert (found.kind, found.time, found.end) == ("event", "năm 2028", "2028")


def test_an_answer_within_days_is_set_among_the_targets_too():
    (found,) = timeline("- 100% phản ánh được trả lời trong thời hạn 10 ngày làm việc.", heading="CHỈ TIÊU")
    assert (found.kind, found.time, found.end) == ("deadline", "trong thời hạn 10 ngày làm việc", None)


def test_the_lead_of_the_duty_acts():
    plan = under(
        "TỔ CHỨC THỰC HIỆN",
        "1. Phòng Kinh tế",
        "- Tổng hợp kết quả trước ngày 30/4/2026.",
        "2. Trạm Y tế xã, Công an xã báo cáo trước ngày 15/6/2026.",
        "3. Kinh phí được phê duyệt trước ngày 20/3/2026.",
    )
    assert [(m.end, m.actors) for m in grounded(plan, plan.timeline)] == [
        ("2026-04-30", ["Phòng Kinh tế"]),
        ("2026-06-15", ["Trạm Y tế xã", "Công an xã"]),
        ("2026-03-20", []),
    ]
    assert block_text(plan, plan.timeline[0]) == "Tổng hợp kết quả trước ngày 30/4/2026."


def test_days_of_the_week_within_a_time_recur_from_when_to_when():
    found = timeline("- Tập hát: tối thứ Ba, Năm hằng tuần, từ 19/10 đến 13/11.", heading="THỜI GIAN")
    assert [(m.kind, m.recurrence, m.start, m.end) for m in found] == [
        ("recurring", "weekly", "2026-10-19", "2026-11-13")
    ]


def test_dates_of_preamble_and_closing_are_no_timeline():
    plan = read(
        "Căn cứ Luật Lâm nghiệp ngày 15/11/2017;",
        "I. NHIỆM VỤ",
        "1. Rà soát.",
        "Trên đây là Kế hoạch tổ chức lễ phát động trồng rừng ngày 19/5/2026./.",
    )
    assert plan.timeline == []


def test_times_of_a_task_table():
    plan = read(
        "I. NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Cấp cây giống | Phòng Kinh tế | Tháng 4/2026 |",
        "| 2 | Kiểm tra rừng | Hạt Kiểm lâm | Hằng quý |",
        "| 3 | Chăm sóc rừng | Các thôn | 2026 - 2028 |",
        "| 4 | Tuyên truyền | Các thôn | Thường xuyên |",
        "| 5 | Giao rừng | Các thôn | Theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 |",
    )
    assert all(plan.text[slice(*m.span)] == m.quote and m.block is None for m in plan.timeline)
    assert [(m.quote, m.kind, m.start, m.end, m.recurrence, m.actors) for m in plan.timeline] == [
        ("Tháng 4/2026", "deadline", None, "2026-04", None, ["Phòng Kinh tế"]),
        ("Hằng quý", "recurring", None, None, "quarterly", ["Hạt Kiểm lâm"]),
        ("2026 - 2028", "period", "2026", "2028", None, ["Các thôn"]),
    ]


def test_each_round_of_what_is_done_has_its_day():
    found = timeline("- Kiểm tra chéo giữa các thôn: đợt 1 ngày 05/10/2026, đợt 2 ngày 25/10/2026.")
    assert [m.end for m in found] == ["2026-10-05", "2026-10-25"]


def test_what_is_done_in_the_month_of_a_heading():
    plan = under(
        "TIẾN ĐỘ THỰC HIỆN",
        "1. Tháng 8/2026:",
        "- Kiện toàn tổ bảo vệ rừng; rà soát quy chế.",
        "- Báo cáo trước ngày 25/8/2026.",
        "2. Tháng 9/2026:",
        "- Khai mạc hội thi ngày 12/9/2026.",
    )
    told = [(m.end, m.about.quote if m.about else m.quote) for m in plan.timeline]
    assert told == [
        ("2026-08", "Kiện toàn tổ bảo vệ rừng"),
        ("2026-08", "rà soát quy chế"),
        ("2026-08-25", "Báo cáo trước ngày 25/8/2026"),
        ("2026-09-12", "Khai mạc hội thi ngày 12/9/2026"),
    ]
