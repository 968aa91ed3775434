"""Emulation criteria and award standards, by whom they address."""

import pytest
from plan_texts import block_text, read, rules, under


def criteria(*lines):
    """Audience and items of each entry, the items found to stand where they say."""
    plan = read(*lines)
    for entry in plan.criteria:
        assert all(plan.text[slice(*item.span)] == item.quote for item in entry.items)
    return [(entry.audience, [item.quote for item in entry.items]) for entry in plan.criteria]


@rules(
    ("lines", "expected"),
    {
        "a heading names the audience": (
            [
                "I. TIÊU CHÍ THI ĐUA",
                "1. Đối với cấp xã",
                "- Trồng rừng đúng hạn.",
                "- Không để cháy rừng.",
                "2. Đối với thôn",
                "- Có quy ước bảo vệ rừng.",
            ],
            [("cấp xã", ["Trồng rừng đúng hạn.", "Không để cháy rừng."]), ("thôn", ["Có quy ước bảo vệ rừng."])],
        ),
        "under who gives, each names its own": (
            [
                "I. TIÊU CHUẨN KHEN THƯỞNG",
                "Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho:",
                "a) Tập thể: thôn trồng từ 15 ha rừng trở lên.",
                "b) Cá nhân có đóng góp từ 50 triệu đồng trở lên.",
            ],
            [
                ("Tập thể", ["thôn trồng từ 15 ha rừng trở lên."]),
                ("Cá nhân", ["Cá nhân có đóng góp từ 50 triệu đồng trở lên."]),
            ],
        ),
        "who has to meet what follows": (
            [
                "I. TIÊU CHUẨN KHEN THƯỞNG",
                "- Thôn được tặng Bằng khen phải đạt các tiêu chuẩn sau: đạt chuẩn; không có khiếu kiện.",
            ],
            [("Thôn", ["đạt chuẩn;", "không có khiếu kiện."])],
        ),
        "how many are rewarded is none": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "a) Thôn: đạt từ 95% hộ tham gia. Số lượng: 12 tập thể."],
            [("Thôn", ["đạt từ 95% hộ tham gia."])],
        ),
        "a bracket of the heading names the audience": (
            ["I. TIÊU CHUẨN", "1. Danh hiệu “Tổ tiên tiến” (đối với tổ)", "- Hoàn thành nhiệm vụ."],
            [("tổ", ["Hoàn thành nhiệm vụ."])],
        ),
        "a heading of points names it": (
            ["I. TIÊU CHUẨN", "1. Thang điểm chấm thi đua cá nhân (100 điểm)", "- Giữ rừng: 40 điểm."],
            [("cá nhân", ["Giữ rừng: 40 điểm."])],
        ),
        "who gets nothing": (
            ["I. TIÊU CHUẨN", "1. Không xét đối với: người mới đến; người bị kỷ luật."],
            [(None, ["Không xét đối với: người mới đến;", "người bị kỷ luật."])],
        ),
        "who gets nothing, each by himself": (
            ["I. TIÊU CHUẨN", "1. Trường hợp không xét: tập thể để cháy rừng; cá nhân bị kỷ luật."],
            [("tập thể", ["tập thể để cháy rừng;"]), ("cá nhân", ["cá nhân bị kỷ luật."])],
        ),
        "in the sentences of an award": (
            [
                "I. KHEN THƯỞNG",
                "1. Hộ gia đình. Hộ được khen là hộ giữ rừng tốt; ưu tiên hộ nhận khoán. Tặng Giấy khen cho 10 hộ.",
            ],
            [("Hộ gia đình", ["Hộ được khen là hộ giữ rừng tốt;", "ưu tiên hộ nhận khoán."])],
        ),
        "the ranks by points": (
            ["I. XẾP LOẠI CÁC THÔN", "Xếp loại: từ 90 điểm trở lên là Tốt; dưới 65 điểm không xếp loại."],
            [("CÁC THÔN", ["từ 90 điểm trở lên là Tốt;", "dưới 65 điểm không xếp loại."])],
        ),
        "numbered by their name": (
            ["I. TIÊU CHÍ", "1. Đối với thôn", "Tiêu chí 1. Giữ rừng; trồng rừng.", "Tiêu chí 2: Có tổ tuần tra."],
            [("thôn", ["Giữ rừng; trồng rừng.", "Có tổ tuần tra."])],
        ),
        "how points are counted is none": (
            ["I. TIÊU CHÍ THI ĐUA", "1. Tập thể: Trồng rừng.", "2. Thang điểm: tổng 100 điểm."],
            [("Tập thể", ["Trồng rừng."])],
        ),
        "none named addresses all": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "- Có thành tích xuất sắc.", "- Nội bộ đoàn kết."],
            [(None, ["Có thành tích xuất sắc.", "Nội bộ đoàn kết."])],
        ),
        "a run-in title, each part an item": (
            [
                "I. TIÊU CHUẨN KHEN THƯỞNG",
                "1. Tập thể: Hoàn thành chỉ tiêu; nội bộ đoàn kết.",
                "2. Cá nhân: Có sáng kiến.",
            ],
            [("Tập thể", ["Hoàn thành chỉ tiêu;", "nội bộ đoàn kết."]), ("Cá nhân", ["Có sáng kiến."])],
        ),
        "an audience within the sentence": (
            ["I. TIÊU CHUẨN", "1. Đối với hộ gia đình đạt ít nhất 2 ha rừng trồng; không vi phạm pháp luật."],
            [("hộ gia đình", ["đạt ít nhất 2 ha rừng trồng;", "không vi phạm pháp luật."])],
        ),
        "an audience as the subject": (
            ["I. TIÊU CHUẨN", "- Các tập thể có thành tích xuất sắc.", "- Cá nhân có sáng kiến."],
            [("tập thể", ["Các tập thể có thành tích xuất sắc."]), ("Cá nhân", ["Cá nhân có sáng kiến."])],
        ),
        "`tiêu chuẩn đối với` and `của`": (
            [
                "I. TIÊU CHUẨN XÉT TẶNG",
                "1. Tiêu chuẩn đối với tập thể",
                "- Đạt chỉ tiêu.",
                "2. Tiêu chuẩn của cá nhân",
                "- Có sáng kiến.",
            ],
            [("tập thể", ["Đạt chỉ tiêu."]), ("cá nhân", ["Có sáng kiến."])],
        ),
        "a lead-in that ends in a colon": (
            ["I. TIÊU CHÍ THI ĐUA", "1. Đối với các trường học:", "a) Có cây xanh;", "b) Có thư viện."],
            [("các trường học", ["Có cây xanh;", "Có thư viện."])],
        ),
        "a body as heading": (
            ["I. TIÊU CHÍ THI ĐUA", "1. Các hội, đoàn thể", "- Vận động hội viên trồng rừng."],
            [("Các hội, đoàn thể", ["Vận động hội viên trồng rừng."])],
        ),
        "others": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "1. Đối tượng khác: Có thành tích đột xuất."],
            [("Đối tượng khác", ["Có thành tích đột xuất."])],
        ),
        "conditions under an award": (
            [
                "I. KHEN THƯỞNG",
                "1. Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                "- Tập thể: Đạt trên 90% chỉ tiêu.",
                "- Cá nhân: Có sáng kiến được áp dụng.",
            ],
            [("Tập thể", ["Đạt trên 90% chỉ tiêu."]), ("Cá nhân", ["Có sáng kiến được áp dụng."])],
        ),
        "a list that a section of awards announces": (
            [
                "I. XÉT THI ĐUA",
                "Các tập thể, cá nhân được xét khen thưởng khi đáp ứng đủ các điều kiện:",
                "- Nộp báo cáo đúng hạn;",
                "- Không có đơn thư vượt cấp.",
            ],
            [("tập thể, cá nhân", ["Nộp báo cáo đúng hạn;", "Không có đơn thư vượt cấp."])],
        ),
        "conditions by audience below a sentence that announces them": (
            [
                "I. KHEN THƯỞNG",
                "Giám đốc Sở tặng Giấy khen cho 03 tập thể và 05 cá nhân theo tiêu chuẩn sau:",
                "1. Tập thể (khu phố)",
                "- Cả hai đợt đều có trên 98% số hộ tham gia;",
                "2. Cá nhân",
                "- Báo cáo đúng hạn.",
            ],
            [
                ("Tập thể (khu phố)", ["Cả hai đợt đều có trên 98% số hộ tham gia;"]),
                ("Cá nhân", ["Báo cáo đúng hạn."]),
            ],
        ),
        "conditions by audience of a section of awards": (
            ["I. KHEN THƯỞNG", "1. Đối với tập thể", "- Có mô hình hay.", "- 03 tập thể được tặng Giấy khen."],
            [("tập thể", ["Có mô hình hay."])],
        ),
        "people by what they are": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "- Công nhân, người lao động: Có sáng kiến."],
            [("Công nhân, người lao động", ["Có sáng kiến."])],
        ),
        "what else a section of standards tells is none": (
            [
                "I. TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG",
                "1. Tiêu chuẩn",
                "- Cá nhân: Có sáng kiến (25 điểm).",
                "2. Hình thức",
                "- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh.",
                "3. Số lượng",
                "- Các thôn: 02 tập thể.",
                "4. Nguyên tắc",
                "- Chính xác, công khai.",
            ],
            [("Cá nhân", ["Có sáng kiến (25 điểm)."])],
        ),
        "what an award takes, behind its name": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "1. Giấy khen: Tặng cho 02 tập thể, 05 cá nhân có thành tích xuất sắc."],
            [("tập thể, cá nhân", ["Tặng cho 02 tập thể, 05 cá nhân có thành tích xuất sắc."])],
        ),
        "how ranks are compared": (
            ["I. XẾP HẠNG THI ĐUA", "- Đối với các thôn: Nếu bằng điểm thì thôn có nhiều hộ tham gia hơn xếp trên."],
            [("các thôn", ["Nếu bằng điểm thì thôn có nhiều hộ tham gia hơn xếp trên."])],
        ),
        "a paragraph on the ground of merit": (
            ["I. KHEN THƯỞNG", "Căn cứ thành tích của các thôn, việc xét khen thưởng thực hiện theo quy định."],
            [(None, ["Căn cứ thành tích của các thôn, việc xét khen thưởng thực hiện theo quy định."])],
        ),
        "a lead-in with a predicate": (
            [
                "I. TIÊU CHÍ THI ĐUA",
                "1. Tập thể được xét khi đạt các tiêu chuẩn sau đây:",
                "a) Hoàn thành chỉ tiêu;",
                "b) Nội bộ đoàn kết.",
            ],
            [("Tập thể", ["Hoàn thành chỉ tiêu;", "Nội bộ đoàn kết."])],
        ),
        "a heading that is an audience": (
            [
                "I. TIÊU CHUẨN KHEN THƯỞNG",
                "1. Tập thể",
                "- Đạt chỉ tiêu.",
                "2. Cá nhân, hộ gia đình",
                "- Có sáng kiến.",
            ],
            [("Tập thể", ["Đạt chỉ tiêu."]), ("Cá nhân, hộ gia đình", ["Có sáng kiến."])],
        ),
        "a second audience in a later sentence": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "- Hoàn thành chỉ tiêu được giao. Đối với cá nhân phải có sáng kiến."],
            [(None, ["Hoàn thành chỉ tiêu được giao."]), ("cá nhân", ["phải có sáng kiến."])],
        ),
        "for whom an award is": (
            [
                "I. KHEN THƯỞNG",
                "1. Giấy khen của Chủ tịch Ủy ban nhân dân xã",
                "- Tặng cho thôn đạt trên 90% chỉ tiêu.",
            ],
            [("thôn", ["Tặng cho thôn đạt trên 90% chỉ tiêu."])],
        ),
        "for whom awards are considered": (
            ["I. TIÊU CHUẨN KHEN THƯỞNG", "- Xét khen thưởng cho các thôn, bản có thành tích xuất sắc."],
            [("các thôn, bản", ["Xét khen thưởng cho các thôn, bản có thành tích xuất sắc."])],
        ),
        "one audience under two awards is two entries": (
            [
                "I. KHEN THƯỞNG",
                "1. Bằng khen",
                "- Tập thể: Đạt trên 90% chỉ tiêu.",
                "2. Giấy khen",
                "- Tập thể: Đạt trên 80% chỉ tiêu.",
            ],
            [("Tập thể", ["Đạt trên 90% chỉ tiêu."]), ("Tập thể", ["Đạt trên 80% chỉ tiêu."])],
        ),
        "an introduction before the audiences is none": (
            [
                "I. TIÊU CHUẨN KHEN THƯỞNG",
                "Việc bình xét bảo đảm công khai.",
                "1. Đối với thôn",
                "- Có quy ước bảo vệ rừng.",
            ],
            [("thôn", ["Có quy ước bảo vệ rừng."])],
        ),
        "how many each may propose says who is addressed": (
            [
                "I. TIÊU CHUẨN KHEN THƯỞNG",
                "1. Đối với tập thể",
                "Mỗi thôn được đề xuất 01 (một) tập thể, tập thể được đề nghị phải đáp ứng các tiêu chí sau:",
                "- Có quy ước bảo vệ rừng.",
            ],
            [("tập thể", ["Có quy ước bảo vệ rừng."])],
        ),
        "content and criteria in one title, for an audience": (
            ["I. NỘI DUNG, TIÊU CHÍ THI ĐUA", "1. Đối với thôn", "- Trồng rừng đúng tiến độ."],
            [("thôn", ["Trồng rừng đúng tiến độ."])],
        ),
    },
)
def test_criteria_by_audience(lines, expected):
    assert criteria(*lines) == expected


@rules(
    ("lines", "expected"),
    {
        "how many of them": (
            [
                "1. Bằng khen của Chủ tịch tỉnh tặng cho:",
                "- 20 tập thể có mô hình tốt;",
                "- 15 hộ không thả rông trâu.",
            ],
            [("tập thể", ["20 tập thể có mô hình tốt;"]), ("hộ", ["15 hộ không thả rông trâu."])],
        ),
        "a second audience behind a semicolon": (
            ["1. Thôn có vườn mẫu được cộng 05 điểm; hộ để trâu thả rông bị trừ 02 điểm."],
            [("Thôn", ["Thôn có vườn mẫu được cộng 05 điểm;"]), ("hộ", ["hộ để trâu thả rông bị trừ 02 điểm."])],
        ),
        "a paragraph with a run-in for each": (
            ["Bình xét theo tiêu chí sau. Đối với tập thể: trồng đủ; chăm tốt. Đối với cá nhân: nhiệt tình."],
            [("tập thể", ["trồng đủ;", "chăm tốt."]), ("cá nhân", ["nhiệt tình."])],
        ),
        "a lead-in that names whom it takes": (
            ["1. Cờ thi đua: xét tặng chi hội đạt các tiêu chuẩn sau:", "- Có vườn mẫu;", "- Đoàn kết tốt."],
            [("chi hội", ["Có vườn mẫu;", "Đoàn kết tốt."])],
        ),
        "who is compared": (
            ["1. Trường hợp các đội có điểm bằng nhau, xét điểm thực hành."],
            [("các đội", ["Trường hợp các đội có điểm bằng nhau, xét điểm thực hành."])],
        ),
        "who is left out": (
            ["1. Không xét khen thưởng đối với hộ bị xử phạt."],
            [("hộ", ["Không xét khen thưởng đối với hộ bị xử phạt."])],
        ),
        "a model by its name": (
            ["1. Giáo viên tiêu biểu: dạy tốt; nộp hồ sơ đúng hạn. Hiệu trưởng tặng Giấy khen."],
            [("Giáo viên tiêu biểu", ["dạy tốt;", "nộp hồ sơ đúng hạn."])],
        ),
    },
)
def test_audiences_in_the_words_of_a_standard(lines, expected):
    assert criteria("I. TIÊU CHUẨN KHEN THƯỞNG", *lines) == expected


def test_the_heading_over_a_table_of_points_names_its_audience():
    plan = read(
        "I. TIÊU CHÍ ĐÁNH GIÁ",
        "1. Bảng điểm đối với thôn",
        "| TT | Tiêu chí | Điểm |",
        "|---|---|---|",
        "| 1 | Đường có đèn | 60 |",
        "| A | Đối với hộ | |",
        "| 1 | Vườn sạch | 40 |",
    )
    assert [(c.audience, [i.quote for i in c.items]) for c in plan.criteria] == [
        ("thôn", ["Đường có đèn"]),
        ("hộ", ["Vườn sạch"]),
    ]


def test_a_condition_where_an_award_is_given_is_a_standard():
    lines = ("1. Giấy khen của Chủ tịch xã: tặng thôn đạt từ 90 điểm trở lên.", "2. Tặng Giấy khen cho 05 hộ.")
    assert criteria("I. KHEN THƯỞNG", *lines) == [("thôn", ["tặng thôn đạt từ 90 điểm trở lên."])]


@rules(
    "lines",
    {
        "content and criteria in one title, for nobody": [
            "I. NỘI DUNG, TIÊU CHÍ THI ĐUA",
            "1. Trồng rừng đúng tiến độ.",
        ],
        "tasks": ["I. NHIỆM VỤ", "1. Đối với thôn", "- Trồng rừng đúng hạn."],
        "targets": ["I. CHỈ TIÊU", "- Trồng 120 ha rừng."],
        "purposes": ["I. MỤC ĐÍCH", "- Biểu dương các tập thể có thành tích xuất sắc."],
        "how they are applied": ["I. TRÌNH TỰ CHẤM ĐIỂM", "1. Ban nhân dân thôn tự chấm, gửi hồ sơ về xã."],
        "who gives an award": [
            "I. ĐIỀU KIỆN KHEN THƯỞNG",
            "- Trình Thủ tướng Chính phủ tặng Bằng khen cho 05 tập thể.",
        ],
        "who is to judge": ["I. TIÊU CHÍ ĐÁNH GIÁ", "1. Trên cơ sở kết quả năm, giao Phòng Kinh tế chấm điểm."],
        "an action about standards": [
            "I. NỘI DUNG",
            "1. Giúp đỡ gia đình chưa đạt tiêu chí",
            "Trưởng thôn lập danh sách gia đình.",
        ],
        "forms of awards": ["I. HÌNH THỨC KHEN THƯỞNG", "- Giấy khen của Chủ tịch Ủy ban nhân dân xã."],
        "files": ["I. HỒ SƠ KHEN THƯỞNG", "- Báo cáo thành tích của tập thể."],
        "a general mention of awards": ["I. KHEN THƯỞNG", "- Khen thưởng kịp thời các điển hình."],
        "a heading of criteria over nothing": ["I. TIÊU CHUẨN KHEN THƯỞNG", "II. NHIỆM VỤ", "1. Rà soát."],
        "merit without an award": ["I. NHIỆM VỤ", "- Căn cứ thành tích năm 2025, các thôn rà soát chỉ tiêu."],
        "an award without merit": ["I. NHIỆM VỤ", "- Việc xét khen thưởng thực hiện theo quy định."],
        "criteria in a task's own words": ["I. NHIỆM VỤ", "- Xây dựng bộ tiêu chí chấm điểm các thôn."],
    },
)
def test_what_is_no_criterion(lines):
    assert criteria(*lines) == []


@pytest.mark.parametrize("heading", ["TIÊU CHÍ THI ĐUA", "TIÊU CHUẨN KHEN THƯỞNG", "ĐỐI TƯỢNG, TIÊU CHUẨN XÉT TẶNG"])
def test_criteria_are_no_targets_duties_or_dates(heading):
    plan = read(f"I. {heading}", "1. Đối với thôn", "- Thôn trồng ít nhất 5 ha rừng trước ngày 30/9/2026.")
    assert [item.quote for item in plan.criteria[0].items] == ["Thôn trồng ít nhất 5 ha rừng trước ngày 30/9/2026."]
    assert (plan.targets, plan.assignments, plan.timeline) == ([], [], [])


def test_rows_of_a_table_of_points_by_group():
    plan = read(
        "I. CHẤM ĐIỂM",
        "Theo bảng sau:",
        "| STT | Tiêu chí | Điểm chuẩn | Hướng dẫn |",
        "|---|---|---|---|",
        "| I | NHÓM THÔN | 100 | |",
        "| 1 | Có quy ước bảo vệ rừng | 60 | Theo văn bản |",
        "| 2 | Điểm cộng | 40 | |",
        "| 2.1 | Có đội tuần tra | 40 | |",
        "| II | CÁ NHÂN | 100 | |",
        "| 1 | Có sáng kiến | 100 | |",
    )
    assert [(c.audience, [i.quote for i in c.items]) for c in plan.criteria] == [
        ("NHÓM THÔN", ["Có quy ước bảo vệ rừng", "Có đội tuần tra"]),
        ("CÁ NHÂN", ["Có sáng kiến"]),
    ]
    assert all(plan.text[slice(*i.span)] == i.quote for c in plan.criteria for i in c.items)


def test_an_entry_names_its_heading():
    plan = read("I. TIÊU CHÍ THI ĐUA", "1. Đối với cấp xã", "- Trồng rừng.", "2. Đối với thôn", "- Giữ rừng.")
    assert [block_text(plan, entry) for entry in plan.criteria] == ["Đối với cấp xã", "Đối với thôn"]


def test_rows_that_add_or_take_points_say_for_what():
    plan = read(
        "I. CHẤM ĐIỂM, XẾP LOẠI CÁC THÔN",
        "Thang điểm 100, áp dụng chung.",
        "| STT | Nội dung | Điểm tối đa | Cách chấm |",
        "|---|---|---|---|",
        "| 1 | Trồng rừng | 95 | Đủ diện tích: 95 điểm |",
        "| | Cộng | 95 | |",
        "| | Điểm thưởng | 5 | Có mô hình mới được xã bạn học tập |",
    )
    told = [(entry.audience, [item.quote for item in entry.items]) for entry in plan.criteria]
    assert told == [("CÁC THÔN", ["Trồng rừng", "Có mô hình mới được xã bạn học tập"])]


def test_by_what_works_of_a_contest_are_judged():
    plan = under("HỘI THI", "3. Tiêu chí chấm (thang điểm 100): Ý tưởng 60 điểm; thuyết trình 40 điểm.")
    assert [[i.quote for i in c.items] for c in plan.criteria] == [["Ý tưởng 60 điểm;", "thuyết trình 40 điểm."]]
    assert plan.targets == []
