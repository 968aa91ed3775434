"""Measurable commitments of a plan: what is one, in which words, how much, until when."""

import pytest
from plan_texts import block_text, grounded, read, rules, under


def targets(*lines, heading="CHỈ TIÊU", **head):
    plan = under(heading, *lines, **head)
    return grounded(plan, plan.targets)


def figures(found):
    return [(t.comparator, t.value, t.value_to, t.of, t.unit) for t in found]


@rules(
    ("line", "expected"),
    {
        "count": ("- Trồng mới 120 ha rừng phòng hộ.", ("=", 120, None, None, "ha")),
        "share, at least": ("- Ít nhất 90% số hộ ký cam kết.", (">=", 90, None, None, "%")),
        "share, over": ("- Tỷ lệ che phủ rừng đạt trên 42%.", (">", 42, None, None, "%")),
        "share, under": ("- Tỷ lệ trẻ suy dinh dưỡng dưới 10%.", ("<", 10, None, None, "%")),
        "share, at most": ("- Tối đa 2% hồ sơ trễ hạn.", ("<=", 2, None, None, "%")),
        "and up": ("- Từ 80% số thôn có nhà văn hóa trở lên.", (">=", 80, None, None, "%")),
        "range": ("- Thu hút 30 - 35 doanh nghiệp đầu tư.", ("range", 30, 35, None, "doanh nghiệp")),
        "part of a whole with its share is one": ("- Có 02/15 thôn đạt chuẩn (13,33%).", ("=", 2, None, 15, "thôn")),
        "a count that tells what is shared": ("- 70% số hộ trồng ít nhất 02 cây.", ("=", 70, None, None, "%")),
        "a count within the indicator": ("- Tỷ lệ xã có từ 02 mô hình trở lên đạt 80%.", ("=", 80, None, None, "%")),
        "a period before its verb": (
            "- Tốc độ tăng trưởng GRDP bình quân giai đoạn đạt từ 10,5% đến 11%/năm.",
            ("range", 10.5, 11, None, "%/năm"),
        ),
        "money a head": ("- Thu nhập đạt 65 triệu đồng/người/năm.", ("=", 65, None, None, "triệu đồng/người/năm")),
        "so many times": ("- Sản lượng tăng ít nhất 1,2 lần so với năm 2025.", (">=", 1.2, None, None, "lần")),
        "how long each time": ("- Mỗi buổi tập trung không quá 90 phút.", ("<=", 90, None, None, "phút")),
        "an average of days": ("- Số ngày nằm viện trung bình: ≤ 5,5 ngày.", ("<=", 5.5, None, None, "ngày")),
        "waiting time": ("- Thời gian chờ khám không quá 30 phút.", ("<=", 30, None, None, "phút")),
        "life span": ("- Tuổi thọ trung bình đạt 75 tuổi.", ("=", 75, None, None, "tuổi")),
        "years of life": ("- Thời gian sống khỏe mạnh tối thiểu 68 năm.", (">=", 68, None, None, "năm")),
        "days to answer": (
            "- Thời gian giải quyết không quá 03 ngày làm việc.",
            ("<=", 3, None, None, "ngày làm việc"),
        ),
        "a year": ("- Giảm tỷ lệ hộ nghèo bình quân 1 - 1,5%/năm.", ("range", 1, 1.5, None, "%/năm")),
        "rate of a noun with its kind": (
            "- Tổ chức tối thiểu 24 lớp chuyên đề/năm.",
            (">=", 24, None, None, "lớp chuyên đề/năm"),
        ),
        "a bound behind another figure is not its own": (
            "- 100% thôn có tổ xung kích trực 2 ca trở lên.",
            ("=", 100, None, None, "%"),
        ),
        "comrades are no money": ("- Kết nạp mới 10 đồng chí.", ("=", 10, None, None, "đồng chí")),
        "a label that asks for the figure": ("- Số lượng: 5.000 cuốn.", ("=", 5000, None, None, "cuốn")),
        "millions of people": ("- Quy mô dân số đạt 1,2 triệu người.", ("=", 1.2, None, None, "triệu người")),
        "rate by a noun of two words": (
            "- Tổng tỷ suất sinh đạt 2,1 con/phụ nữ.",
            ("=", 2.1, None, None, "con/phụ nữ"),
        ),
        "share of a number": ("- Có 1/3 số cán bộ được tập huấn.", ("=", 1, None, 3, "cán bộ")),
        "where a change begins is no aim": (
            "- Tỷ lệ hộ nghèo giảm từ 5% xuống còn dưới 2%.",
            ("<", 2, None, None, "%"),
        ),
        "age in the indicator is no second target": (
            "- Tỷ lệ người từ 15 tuổi trở lên biết chữ đạt 98%.",
            ("=", 98, None, None, "%"),
        ),
        "count in brackets of what stands before": (
            "- Đạt các tiêu chí (19 tiêu chí) xã nông thôn mới.",
            ("=", 19, None, None, "tiêu chí"),
        ),
        "label with colon": ("- Diện tích rừng trồng mới: trên 2.000 ha.", (">", 2000, None, None, "ha")),
        "none is below it": ("- Không còn xã nào dưới 50%.", (">=", 50, None, None, "%")),
        "none is above it": ("- Không có trường nào trên 5%.", ("<=", 5, None, None, "%")),
        "`trên` tells where": ("- Kẻ vạch để xe trên 26 tuyến.", ("=", 26, None, None, "tuyến")),
        "`trở lên` of a condition": ("- Tuần tra 02 lượt khi có báo động I trở lên.", ("=", 2, None, None, "lượt")),
        "each class": ("- Mỗi lớp 40 em.", ("=", 40, None, None, "em")),
        "`trên` tells how many": ("- Công nhận trên 26 tuyến.", (">", 26, None, None, "tuyến")),
        "what the counted ones have tells which": (
            "- Kẻ vạch 26 tuyến có vỉa hè rộng từ 3 mét trở lên.",
            ("=", 26, None, None, "tuyến"),
        ),
        "`dứt điểm` is no point of a document": ("- Xóa dứt điểm 17 hố rác.", ("=", 17, None, None, "hố rác")),
        "all of what is planned": ("- Tỷ lệ giải ngân đạt 100% kế hoạch.", ("=", 100, None, None, "%")),
        "a people is no people of a kind": (
            "- Tập huấn 27.000 lượt người dân tộc thiểu số.",
            ("=", 27000, None, None, "lượt người"),
        ),
        "new aim behind a report": (
            "- Đến nay, 75% hộ có nước sạch; phấn đấu đạt 95% hộ.",
            ("=", 95, None, None, "%"),
        ),
    },
)
def test_one_target(line, expected):
    assert figures(targets(line)) == [expected]


def test_parts_in_brackets_are_targets_of_their_own():
    assert [t.value for t in targets("- Hoàn thành các công trình (gồm 02 cầu; 03 tuyến đường).")] == [2, 3]


@rules(
    ("line", "quotes"),
    {
        "shortest clause": (
            "- Tiếp tục chăm sóc rừng; tỷ lệ cây sống đạt trên 85%.",
            ["tỷ lệ cây sống đạt trên 85%"],
        ),
        "no `phấn đấu`, no stop": ("- Phấn đấu có 5 mô hình tự quản.", ["có 5 mô hình tự quản"]),
        "each figure its clause": (
            "- Tỷ lệ hồ sơ trực tuyến đạt 95%, tỷ lệ số hóa đạt 100%.",
            ["Tỷ lệ hồ sơ trực tuyến đạt 95%", "tỷ lệ số hóa đạt 100%"],
        ),
        "a list of whom it counts": (
            "- 100% xã, phường mỗi quý có ít nhất 04 tin, bài.",
            ["100% xã, phường", "mỗi quý có ít nhất 04 tin, bài"],
        ),
        "births": (
            "- Tỷ số giới tính khi sinh dưới 111 bé trai/100 bé gái.",
            ["Tỷ số giới tính khi sinh dưới 111 bé trai/100 bé gái"],
        ),
        "how many times as many": ("- Giảm số giờ làm việc nhà còn 1,7 lần.", ["Giảm số giờ làm việc nhà còn 1,7 lần"]),
        "list of one verb": (
            "- Bồi dưỡng 50 cán bộ, 120 cộng tác viên và 15 báo cáo viên.",
            ["Bồi dưỡng 50 cán bộ", "120 cộng tác viên", "15 báo cáo viên"],
        ),
        "the subject of what is aimed at": (
            "- Tỷ lệ hộ nghèo phấn đấu còn dưới 2%.",
            ["Tỷ lệ hộ nghèo phấn đấu còn dưới 2%"],
        ),
        "parts in brackets, of one kind with the whole": (
            "- Làm 20 video ngắn (12 video tiếng Thái, 8 video tiếng Mông).",
            ["Làm 20 video ngắn", "12 video tiếng Thái", "8 video tiếng Mông"],
        ),
        "what a bracket tells of today is no part": (
            "- 100% công chức (hiện có 418 người) được tập huấn ít nhất 01 đợt.",
            [
                "100% công chức (hiện có 418 người) được tập huấn",
                "công chức (hiện có 418 người) được tập huấn ít nhất 01 đợt",
            ],
        ),
        "a whole and its parts": (
            "- Xóa 17 hố rác, gồm 09 hố rác tại chợ và 08 hố rác ven đường.",
            ["Xóa 17 hố rác", "gồm 09 hố rác tại chợ", "08 hố rác ven đường"],
        ),
        "bracketed share belongs to it": (
            "- Có 13/13 thôn (100% số thôn) đạt chuẩn.",
            ["Có 13/13 thôn (100% số thôn) đạt chuẩn"],
        ),
        "time within": (
            "- Trước ngày 30/9/2026 hoàn thành 03 công trình.",
            ["Trước ngày 30/9/2026 hoàn thành 03 công trình"],
        ),
    },
)
def test_quotes(line, quotes):
    assert [t.quote for t in targets(line)] == quotes


@rules(
    ("line", "indicator"),
    {
        "behind the figure": ("- Ít nhất 90% số hộ ký cam kết bảo vệ rừng.", "số hộ ký cam kết bảo vệ rừng"),
        "before the figure": ("- Tỷ lệ che phủ rừng đạt trên 42%.", "Tỷ lệ che phủ rừng"),
        "without `trở lên`": ("- Tỷ lệ hài lòng đạt 90% trở lên.", "Tỷ lệ hài lòng"),
        "without a range of shares": ("- Tỷ lệ hài lòng đạt từ 90% - 95%.", "Tỷ lệ hài lòng"),
        "without the bracketed share": ("- 02/15 thôn đạt chuẩn (13,33%).", "thôn đạt chuẩn"),
        "without a range": ("- Mỗi thôn có từ 01 đến 02 mô hình trồng cây.", "Mỗi thôn có mô hình trồng cây"),
        "without a measure and its verb": (
            "- Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm.",
            "Thu nhập bình quân đầu người",
        ),
        "without where a change begins": ("- Tỷ lệ hộ nghèo giảm từ 5% xuống còn dưới 2%.", "Tỷ lệ hộ nghèo giảm"),
        "without the noun again and its verb": (
            "- Tổng số doanh nghiệp đạt khoảng 1.200 doanh nghiệp.",
            "Tổng số doanh nghiệp",
        ),
        "without the aim": ("- Tỷ lệ hộ nghèo phấn đấu còn dưới 2%.", "Tỷ lệ hộ nghèo"),
        "an age keeps its bound": ("- Đoàn viên từ 28 tuổi trở xuống đạt 40%.", "Đoàn viên từ 28 tuổi trở xuống"),
        "not reached": ("- Học viên không đạt: dưới 3%.", "Học viên không đạt"),
        "without what it is out of": ("- 7 trong 9 ấp đạt chuẩn.", "ấp đạt chuẩn"),
        "without a share in words": ("- Hai phần ba số ấp có sân bóng.", "số ấp có sân bóng"),
        "no hole before a comma": ("- Nuôi 120ha tôm, cá.", "Nuôi tôm, cá"),
        "from one year's figure": (
            "- Giảm tỷ lệ hộ cận nghèo từ 6,1% năm 2025 xuống dưới 5%.",
            "Giảm tỷ lệ hộ cận nghèo từ 6,1% năm 2025 xuống",
        ),
        "state": ("- Đến năm 2028 xã Đồi Sim đạt chuẩn nông thôn mới.", "xã Đồi Sim đạt chuẩn nông thôn mới"),
    },
)
def test_indicator(line, indicator):
    assert [t.indicator for t in targets(line)] == [indicator]


@rules(
    ("line", "quote", "due"),
    {
        "state with a year": (
            "- Đến năm 2028 xã Đồi Sim đạt chuẩn nông thôn mới nâng cao.",
            "xã Đồi Sim đạt chuẩn nông thôn mới nâng cao",
            "2028",
        ),
        "state behind `phấn đấu`": (
            "- Phấn đấu đến năm 2029 phường Hoa Sen đạt chuẩn đô thị văn minh.",
            "phường Hoa Sen đạt chuẩn đô thị văn minh",
            "2029",
        ),
        "state right behind `Phấn đấu`": (
            "- Phấn đấu xã Đồi Sim đạt chuẩn nông thôn mới nâng cao.",
            "xã Đồi Sim đạt chuẩn nông thôn mới nâng cao",
            "2026",
        ),
        "what it becomes": (
            "- Đến năm 2028, phường Hoa Sen trở thành đô thị thông minh.",
            "phường Hoa Sen trở thành đô thị thông minh",
            "2028",
        ),
        "what it keeps": (
            "- Xã Đồi Sim giữ vững danh hiệu xã an toàn.",
            "Xã Đồi Sim giữ vững danh hiệu xã an toàn",
            "2026",
        ),
        "nothing left of something": (
            "- Không còn hộ nghèo là người có công.",
            "Không còn hộ nghèo là người có công",
            "2026",
        ),
        "what must not be": (
            "- Không có cán bộ vi phạm nồng độ cồn.",
            "Không có cán bộ vi phạm nồng độ cồn",
            "2026",
        ),
        "a title": (
            "- Phấn đấu đạt danh hiệu “Thôn sạch, đẹp”.",
            "đạt danh hiệu “Thôn sạch, đẹp”",
            "2026",
        ),
    },
)
def test_states_are_targets_without_a_figure(line, quote, due):
    found = targets(line)
    assert [(t.quote, t.value, t.of, t.unit, t.due) for t in found] == [(quote, None, None, None, due)]


@rules(
    ("lines", "title", "due"),
    {
        "year before the figure": (["- Đến năm 2028, 80% hộ dùng nước sạch."], "Nước sạch đến năm 2030", ["2028"]),
        "deadline before the figure": (
            ["- Trước ngày 30/9/2026 hoàn thành 03 công trình."],
            "Nước sạch",
            ["2026-09-30"],
        ),
        "a clause of its own for the time": (
            ["- Lấy mẫu 2 lần/tháng; thời gian từ tháng 3 đến tháng 10 năm 2026; lấy 240 mẫu."],
            "Nước sạch",
            ["2026-10", "2026-10"],
        ),
        "time behind the figure": (["- 100% cán bộ được tập huấn trong quý II/2026."], "Nước sạch", ["2026-06"]),
        "a deadline behind the figure": (
            ["- Từ đầu năm 2026 phấn đấu xây xong 12 bể nước trước ngày 30/9/2026."],
            "Nước sạch",
            ["2026-09-30"],
        ),
        "a time reaches to the end of its part": (
            ["- Đến hết tháng 6/2026 di dời 18 hộ; 128 hộ còn lại có phương án sơ tán."],
            "Nước sạch năm 2026",
            ["2026-06", "2026"],
        ),
        "a time that opens the block governs all of it": (
            ["- Đến năm 2028: 80% hộ có nước sạch; 90% hộ có nhà vệ sinh."],
            "Nước sạch đến năm 2030",
            ["2028", "2028"],
        ),
        "a time behind another figure": (
            ["- Làm sạch 480 thửa đất, trong đó đến ngày 20/9/2026 đạt ít nhất 70%."],
            "Nước sạch năm 2026",
            ["2026", "2026-09-20"],
        ),
        "each figure its year behind it": (
            ["- Đạt 32% hộ có nước sạch vào năm 2026, 36% vào năm 2027 và ít nhất 40% vào năm 2028."],
            "Nước sạch giai đoạn 2026 - 2028",
            ["2026", "2027", "2028"],
        ),
        "the whole year behind a part of it": (
            ["- Giải ngân 6 tháng đầu năm 2026 đạt 45%, cả năm đạt 100%."],
            "Nước sạch năm 2026",
            ["2026-06", "2026"],
        ),
        "years told in brackets govern their own figures": (
            ["- Xây 45 bể nước (năm 2026: 12 bể nước, năm 2027: 15 bể nước)."],
            "Nước sạch giai đoạn 2026 - 2028",
            ["2028", "2026", "2027"],
        ),
        "what was before the plan governs nothing": (
            ["- Tỷ lệ dùng nước sạch (cùng kỳ năm 2023 đạt 80%) đạt 95%."],
            "Nước sạch năm 2026",
            ["2026"],
        ),
        "dates of documents govern nothing": (
            ["- Xây 12 bể nước theo Nghị quyết số 18/NQ-HĐND ngày 08/12/2027 của HĐND xã."],
            "Nước sạch năm 2026",
            ["2026"],
        ),
        "time told beside the duty": (
            ["1. Xây bể nước", "- Xây 12 bể nước.", "- Thời gian thực hiện: Trong tháng 5/2026."],
            "Nước sạch năm 2026",
            ["2026-05"],
        ),
        "each part its own": (
            ["- Đến hết năm 2027, 80% thôn có nước sạch; đến năm 2030, 100% thôn có nước sạch."],
            "Nước sạch",
            ["2027", "2030"],
        ),
        "year of the heading": (
            ["1. Đến năm 2028", "- 80% hộ dùng nước sạch.", "2. Đến năm 2030", "- 95% hộ dùng nước sạch."],
            "Nước sạch",
            ["2028", "2030"],
        ),
        "end of the plan": (["- 95% hộ dùng nước sạch."], "Nước sạch giai đoạn 2026 - 2030", ["2030"]),
        "years of a programme govern nothing": (
            ["- Chương trình giai đoạn 2021 - 2025 tiếp tục, 95% hộ dùng nước sạch."],
            "Nước sạch năm 2027",
            ["2027"],
        ),
        "base of a comparison governs nothing": (
            ["- Số hộ dùng nước sạch tăng 5% so với năm 2025."],
            "Nước sạch năm 2027",
            ["2027"],
        ),
        "base of a comparison governs nothing, even first": (
            ["- So với năm 2025 tăng 5% số hộ dùng nước sạch."],
            "Nước sạch năm 2027",
            ["2027"],
        ),
        "years right behind": (
            ["- Thêm 40 trường trong năm 2026, 45 trường năm 2027, 50 trường năm 2028."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2026", "2027", "2028"],
        ),
        "from a year, in brackets": (
            ["- Mỗi trạm có 01 người (cuối năm 2026) và 02 người (từ năm 2028)."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2026", "2028"],
        ),
        "figures and years in turn": (
            ["- Tỷ lệ đạt lần lượt 70%, 78% và 85% vào các năm 2026, 2027, 2028."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2026", "2027", "2028"],
        ),
        "each year from one on": (
            ["- Trám răng cho học sinh: năm 2026: 3.000 em, từ năm 2027 mỗi năm 6.000 em."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2026", "2030"],
        ),
        "parts by years behind a colon": (
            ["- 35 trạm được trang bị: năm 2026 là 10 trạm, năm 2027 là 15 trạm."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2027", "2026", "2027"],
        ),
        "a whole and the time of its last part": (
            ["- Xóa 17 hố rác, gồm 09 hố rác trước ngày 30/6/2026, 08 hố rác chậm nhất ngày 15/11/2026."],
            "Nước sạch năm 2026",
            ["2026-11-15", "2026-06-30", "2026-11-15"],
        ),
        "years of a bracket reach no further than it": (
            ["- Cử 06 bác sĩ đi học (mỗi năm 02 người, các năm 2026 - 2028) và 04 điều dưỡng học nâng cao."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2028", "2028", "2030"],
        ),
        "months of every year are no date": (
            ["- Các đội hoạt động từ tháng 10 đến tháng 4 hằng năm, mỗi đội 5 người."],
            "Nước sạch giai đoạn 2026 - 2030",
            ["2030"],
        ),
        "the last of the rounds into which it is split": (
            ["- Mở 26 lớp tập huấn: đợt 1 từ 01/3/2026 đến 30/4/2026, đợt 2 từ 01/8/2026 đến 30/9/2026."],
            "Nước sạch năm 2026",
            ["2026-09-30"],
        ),
        "what is finished by a time, a sentence later": (
            ["- Sửa 02 bể nước. Đoàn Thanh niên chủ trì; hoàn thành trong tháng 7/2026."],
            "Nước sạch năm 2026",
            ["2026-07"],
        ),
        "a time told before what leads on to the parts": (
            ["1. Đầu năm 2026, xã có 21.640 hộ. Phấn đấu trong kỳ:", "- 95% hộ dùng nước sạch."],
            "Nước sạch giai đoạn 2026 - 2028",
            ["2028"],
        ),
        "a time behind the parts of a figure": (
            ["- Tổ chức 40 buổi, chia hai đợt, xong trước ngày 30/9/2026."],
            "Nước sạch năm 2026",
            ["2026-09-30"],
        ),
        "the last of the times told at once": (
            ["1. Xây bể nước", "- Xây 12 bể nước.", "- Thời gian: tháng 5/2026 và tháng 11/2026."],
            "Nước sạch năm 2026",
            ["2026-11"],
        ),
        "the first of the parts of the time told beside it": (
            ["1. Xây bể nước", "- Xây 12 bể nước.", "- Thời gian: xong trước 30/6/2026; kiểm tra đến hết năm 2026."],
            "Nước sạch năm 2026",
            ["2026-06-30"],
        ),
        "the last round of the time told beside it": (
            ["1. Dạy bơi", "- Mở 02 lớp.", "- Thời gian: Lớp 1 trong tháng 4/2026; lớp 2 trong tháng 8/2026."],
            "Nước sạch năm 2026",
            ["2026-08"],
        ),
        "not the years of a part in brackets": (
            ["- Cho vay 3.200 tỷ đồng (riêng hai năm 2026, 2027: 1.150 tỷ đồng)."],
            "Cho vay giai đoạn 2026 - 2030",
            ["2030", "2027"],
        ),
        "unknown": (["- 95% hộ dùng nước sạch."], "Nước sạch", [None]),
    },
)
def test_due_is_the_nearest_time_that_governs(lines, title, due):
    assert [t.due for t in targets(*lines, title=title)] == due


@pytest.mark.parametrize("heading", ["NHIỆM VỤ", "GIẢI PHÁP", "MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"])
@rules(
    ("line", "values"),
    {
        "verb with its object": ("- Mở 03 lớp tập huấn cho cán bộ thôn.", [3]),
        "aim": ("- Phấn đấu xây dựng từ 2-3 mô hình.", [2]),
        "minimum": ("- Bảo đảm tối thiểu 95% hộ tham gia.", [95]),
        "bound alone": ("- Ít nhất 90% số hộ ký cam kết.", [90]),
        "share behind its verb": ("- Số hóa 100% hồ sơ lưu trữ.", [100]),
        "a list of one verb": ("- Cấp phát 500 tờ rơi, 20 băng rôn và 05 pa nô.", [500, 20, 5]),
        "a list of things of any name": (
            "- Dự trữ tối thiểu 2,5 tấn gạo, 300 thùng mì và 150 áo phao.",
            [2.5, 300, 150],
        ),
        "how often": ("- Phát thanh tối thiểu 02 buổi/tuần.", [2]),
        "a condition": ("- Không qua ngầm khi nước ngập trên 20 cm.", []),
        "a year before the plan": ("- Năm 2025, toàn xã giải quyết việc làm cho 38 lao động.", []),
        "what people are told to do": ("- Vận động mỗi cặp vợ chồng sinh đủ 02 con.", []),
        "aim of the sentence": ("- Phấn đấu xây, sửa chữa 12 nhà ở trong năm.", [12]),
        "figure in passing": ("- Nhân rộng các mô hình của 12 thôn.", []),
        "a duty behind a run-in name": ("- Cửa sông: Lấy mẫu 12 vị trí.", [12]),
        "a team shared out": ("- Đoàn chia thành 02 tổ để khảo sát.", []),
        "programmes by their number": ("- Thực hiện hiệu quả 03 chương trình mục tiêu quốc gia.", []),
        "a report": ("- Đến nay đã có 12 mô hình.", []),
    },
)
def test_elsewhere_only_what_commits(heading, line, values):
    assert [t.value for t in targets(line, heading=heading)] == values


@pytest.mark.parametrize(
    "heading",
    [
        "TIÊU CHUẨN KHEN THƯỞNG",
        "TIÊU CHÍ THI ĐUA",
        "HÌNH THỨC KHEN THƯỞNG",
        "HỒ SƠ, THỦ TỤC",
        "ĐỐI TƯỢNG",
        "KINH PHÍ",
        "KẾT QUẢ THỰC HIỆN NĂM 2025",
    ],
)
def test_figures_of_standards_awards_files_and_reports_are_no_targets(heading):
    lines = ("- Trồng mới 120 ha rừng phòng hộ.", "- Tỷ lệ hộ ký cam kết đạt trên 90%.")
    assert targets(*lines, heading=heading) == []
    assert len(targets(*lines, heading="NHIỆM VỤ")) == 2


@pytest.mark.parametrize(
    "line",
    [
        "- Phấn đấu hoàn thành tốt nhiệm vụ.",
        "- Theo Điều 5 Luật Lâm nghiệp.",
        "- Điện thoại liên hệ: 0912.345.678.",
        "- Thực hiện Quyết định số 12/QĐ-UBND ngày 02/01/2026.",
        "- Hưởng ứng chương trình “Mỗi xã 01 sản phẩm”.",
        "- Ước đạt 80% hộ có nước sạch.",
        "- Đạt 45,2% kế hoạch năm.",
        "- Trong 15 thôn của xã.",
        "- Năm 2025 đã trồng 80 ha rừng.",
        "- Hiện nay, toàn xã có 21 thửa đất phải làm sạch; 06/17 thôn đạt dưới 30%.",
        "- Đến hết năm 2025, có 41/68 thôn xếp loại Tốt; 63,7% gia đình được công nhận; tỷ lệ hộ nghèo còn 1,4%.",
        "- Cung cấp thông tin liên quan đến 04 chi bộ nêu trên.",
        "- Phổ biến Luật cho doanh nghiệp có sử dụng từ 50 lao động trở lên.",
        "- Sản phẩm đạt 4 sao.",
        "- Trực phục vụ 24/24 giờ.",
        "- Phường 12, khu phố 3.",
        "- Các xã đạt chuẩn nông thôn mới được biểu dương.",
        "- Họp vào ngày 15 hằng tháng.",
        "- Thuộc khu vực 2 xã.",
        "- Đối với đơn vị có tỷ lệ nữ dưới 30% có thể điều chỉnh mục tiêu.",
        "- Kết nối internet trong 15 thôn.",
        "- Toàn xã có 17 chi hội với 4.120 hội viên, phấn đấu thực hiện các chỉ tiêu:",
        "- Bảo đảm tiến độ, chất lượng.",
        "- Tỷ lệ hiện nay thấp hơn so với mục tiêu 75% được giao.",
    ],
)
def test_what_is_no_target_even_under_targets(line):
    assert targets(line) == []


def test_a_bound_beside_a_share_tells_what_is_shared():
    plan = read("I. CHỈ TIÊU", "- 12/16 thôn (75%) có tuyến đường được chấm từ 80 điểm trở lên.")
    assert [(t.value, t.of) for t in plan.targets] == [(12, 16)]


def test_preamble_and_title_hold_no_targets():
    plan = read(
        "Để đạt ít nhất 90% số hộ có nước sạch, xã ban hành Kế hoạch:",
        "I. NHIỆM VỤ",
        "1. Rà soát.",
        title="Trồng 1.000 cây xanh năm 2026",
    )
    assert plan.targets == []


def test_a_target_names_its_block():
    plan = under("CHỈ TIÊU", "- Trồng 1.000 cây.", "- Trồng 120 ha rừng.")
    assert [block_text(plan, t) for t in plan.targets] == ["Trồng 1.000 cây.", "Trồng 120 ha rừng."]


# -- tables --------------------------------------------------------------------------------------------------------


def test_value_columns_of_a_table_are_targets_of_their_years():
    plan = read(
        "I. CHỈ TIÊU",
        "Các chỉ tiêu như sau:",
        "| STT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2027 |",
        "|---|---|---|---|---|",
        "| 1 | Rừng trồng mới | ha | 120 | 1.500 |",
        "| 2 | Tỷ lệ che phủ |  | ≥ 41,5% | 42% - 43% |",
        "| 3 | Tỷ lệ hài lòng |  | 90% | 92 - 95% |",
        title="Trồng rừng giai đoạn 2026 - 2030",
    )
    found = [t for t in plan.targets if t.block is None]
    assert all(plan.text[slice(*t.span)] == t.quote for t in found)
    assert [(t.indicator, t.comparator, t.value, t.value_to, t.unit, t.due) for t in found] == [
        ("Rừng trồng mới", "=", 120, None, "ha", "2026"),
        ("Rừng trồng mới", "=", 1500, None, "ha", "2027"),
        ("Tỷ lệ che phủ", ">=", 41.5, None, "%", "2026"),
        ("Tỷ lệ che phủ", "range", 42, 43, "%", "2027"),
        ("Tỷ lệ hài lòng", "=", 90, None, "%", "2026"),
        ("Tỷ lệ hài lòng", "range", 92, 95, "%", "2027"),
    ]


def test_figures_within_the_words_of_an_indicator_cell():
    plan = read(
        "I. CHỈ TIÊU",
        "Các chỉ tiêu như sau:",
        "| STT | Chỉ tiêu | Cơ quan chủ trì |",
        "|---|---|---|",
        "| 1 | Đến năm 2028 có trên 90% hộ dùng nước sạch | Phòng Kinh tế |",
    )
    found = [(t.comparator, t.value, t.due, plan.text[slice(*t.span)] == t.quote) for t in plan.targets]
    assert found == [(">", 90, "2028", True)]


def test_an_aim_holds_for_all_shares_of_its_sentence():
    found = targets("- Phấn đấu có từ 45% số thôn đạt chuẩn trở lên, 15% số thôn kiểu mẫu.", heading="NHIỆM VỤ")
    assert figures(found) == [(">=", 45, None, None, "%"), ("=", 15, None, None, "%")]


def test_shares_of_parts_in_brackets():
    found = targets("- Cấp nước sạch cho 95% số hộ (thị tứ 99%, các ấp 93%).")
    assert [(t.value, t.quote) for t in found] == [
        (95, "Cấp nước sạch cho 95% số hộ"),
        (99, "thị tứ 99%"),
        (93, "các ấp 93%"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Đề nghị khen thưởng 05 cá nhân xuất sắc.",
        "- Báo cáo 2 ngày/lần.",
        "- Biểu dương 10 gia đình tiêu biểu, 05 gương người tốt.",
    ],
)
def test_how_many_are_praised_and_how_often_one_reports_are_no_aims(line):
    assert targets(line, heading="TỔ CHỨC THỰC HIỆN") == []


def test_points_of_a_contest_are_no_aim():
    assert targets("- Phần trình diễn: 20 điểm.", heading="NỘI DUNG THI") == []


def test_a_state_that_others_acknowledge():
    (found,) = targets("- Phường Sông Mơ được tỉnh công nhận là “Phường học tập”.")
    assert (found.indicator, found.value) == ("Phường Sông Mơ được tỉnh công nhận là “Phường học tập”", None)


def test_all_of_something_in_a_duty_is_an_aim():
    (found,) = targets("- Hoàn thành việc thu phiếu, bản đồ của 100% chủ rừng.", heading="YÊU CẦU")
    assert (found.value, found.unit) == (100, "%")


def test_the_bound_of_a_list_is_that_of_each_figure():
    line = "- Mỗi xã gửi số lượng bài tối thiểu như sau: 02 bài của xã; 01 bài của thôn, tổ dân phố."
    assert figures(targets(line, heading="NHIỆM VỤ")) == [
        (">=", 2, None, None, "bài"),
        (">=", 1, None, None, "bài"),
    ]


def test_what_is_aimed_at_beside_what_it_is_compared_with():
    found = targets(
        "- Mùa lễ hội (từ ngày 01/4 đến ngày 30/9/2026) phấn đấu đón 42 nghìn lượt khách, tăng 16% so với cùng kỳ, "
        "trong đó có 5.800 lượt khách quốc tế."
    )
    assert [(t.value, t.due) for t in found][1:] == [(16, "2026-09-30"), (5800, "2026-09-30")]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("- Cứ 100 đoàn viên thì có ít nhất 03 người đề xuất.", [(3, 100)]),
        ("- Giá trị thu được trên 01 ha đất lúa đạt bình quân 210 triệu đồng.", [(210, None)]),
        ("- Rơm rạ được thu gom tăng từ 38% hiện nay lên trên 75%.", [(75, None)]),
        ("- Đăng ký vùng lúa có quy mô từ 30 ha liền vùng trở lên.", []),
    ],
    ids=["out of each hundred", "on each hectare", "from what is now", "how large each is"],
)
def test_what_a_figure_is_of(line, values):
    assert [(t.value, t.of) for t in targets(line)] == values


def test_of_what_something_counted_is_made_up():
    found = targets("- Tổ chức 10 sự kiện (05 liên hoan, 04 giải thể thao, 01 hội thi) trong năm.")
    assert [t.value for t in found] == [10, 5, 4, 1]


@pytest.mark.parametrize("word", ["năm ", ""])
def test_figures_by_their_years(word):
    found = targets(f"- Tỷ lệ hộ nghèo {word}2025: 14%; {word}2026: 13%; {word}2027: 12,5%.")
    assert [(t.indicator, t.value, t.due) for t in found] == [
        ("Tỷ lệ hộ nghèo", 13, "2026"),
        ("Tỷ lệ hộ nghèo", 12.5, "2027"),
    ]


def test_how_many_each_time_in_brackets():
    line = "- Xây dựng kịch bản; định kỳ phát sóng (mỗi tháng 02 chuyên mục)."
    assert figures(targets(line, heading="NHIỆM VỤ")) == [("=", 2, None, None, "chuyên mục")]


@pytest.mark.parametrize(
    "line",
    ["- Thôn nào đạt dưới 80% thì tiêm bù.", "- Đơn vị có từ 02 nhiệm vụ quá hạn trở lên phải báo cáo giải trình."],
)
def test_of_whom_a_rule_speaks(line):
    assert not targets(line, heading="NHIỆM VỤ")


def test_a_day_of_every_year_is_no_share():
    assert not targets("- Tổ chức Hội thi vào dịp 10/10 hằng năm.")


def test_an_hour_is_no_aim():
    assert targets("- Trực cấp cứu 24/24h, trực chỉ huy 24/24 giờ.", heading="NHIỆM VỤ") == []
    assert targets("- Nộp báo cáo vào 16h00 thứ Sáu hằng tuần, trước 17h.", heading="NHIỆM VỤ") == []


def test_where_an_index_holds_is_no_aim_of_its_own():
    assert figures(targets("- Chỉ số mật độ dưới 20 tại 9/9 thôn.")) == [("<", 20, None, None, None)]


def test_what_there_shall_not_be_with_the_figures_that_say_which():
    found = targets(
        "- Phấn đấu hộ nghèo còn dưới 1%, không còn thôn có tỷ lệ hộ nghèo trên 10%; không có quá 2% đơn trễ hạn."
    )
    assert [(t.value, t.quote) for t in found] == [
        (1, "hộ nghèo còn dưới 1%"),
        (None, "không còn thôn có tỷ lệ hộ nghèo trên 10%"),
        (2, "không có quá 2% đơn trễ hạn"),
    ]


def test_what_each_quarter_gets_is_due_with_it():
    found = targets("- Sửa 90 nhà trong năm 2026 (quý II: 50; quý III: 40).")
    assert [(t.value, t.due) for t in found] == [(90, "2026"), (50, "2026-06"), (40, "2026-09")]


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("NỘI DUNG, THỂ LỆ HỘI THI", "- Mỗi đội nấu ít nhất 04 món trong 90 phút."),
        ("NỘI DUNG", "- Thành phần: khoảng 60 người, trong đó có 20 đại biểu."),
        ("NỘI DUNG", "- Tổ chức hội thi, trao 01 giải Nhất, 02 giải Nhì."),
    ],
)
def test_rules_guests_and_prizes_of_a_contest_are_no_aims(heading, line):
    assert targets(line, heading=heading) == []


def test_how_often_each_of_them_gets_it():
    found = targets("- 100% tổ dân phố được tuyên truyền ít nhất 02 buổi/năm.")
    assert [(t.comparator, t.value, t.unit) for t in found] == [("=", 100, "%"), (">=", 2, "buổi/năm")]


def test_what_is_done_as_approved_is_not_reported():
    found = targets("- Sắp xếp các trường theo phương án đã được phê duyệt, giảm 12 đơn vị.", heading="NHIỆM VỤ")
    assert [t.value for t in found] == [12]


def test_who_is_to_be_praised_is_no_aim():
    assert targets("- Lựa chọn 01 tập thể xuất sắc đề nghị Tỉnh đoàn tặng Bằng khen.", heading="NHIỆM VỤ") == []


def test_a_share_and_what_it_is_of_are_one_aim():
    (found,) = targets("- Ít nhất 70% số hộ (2.930/4.186 hộ) có từ 01 người trở lên biết bơi.")
    assert (found.comparator, found.value, found.of, found.unit) == (">=", 2930, 4186, "hộ")


def test_a_share_that_tells_which_of_them_is_meant():
    (found,) = targets("- Mỗi doanh nghiệp hỗ trợ ít nhất 01 thôn có tỷ lệ hộ nghèo từ 15% trở lên.")
    assert (found.value, found.unit) == (1, "thôn")


def test_what_there_is_when_the_year_begins():
    assert targets("- Đầu năm 2026, toàn tỉnh có 21.640 hộ nghèo, chiếm tỷ lệ 5,42%.") == []


def test_a_slogan_is_no_aim():
    assert targets("- Tuyên truyền khẩu hiệu “Vì một xã không còn đói nghèo”.") == []


def test_what_is_to_be_no_more():
    (found,) = targets("- Không còn điểm đen về rác trước ngày 30/6/2026.")
    assert (found.value, found.due) == (None, "2026-06-30")
