"""Duties given to named bodies: who leads, with whom, what to do; and sentences that give none."""

import pytest
from plan_texts import block_text, grounded, read, rules, under

from kehoach.facts.duties import split_duties
from kehoach.facts.partners import find_partners


def assignments(*lines, heading="TỔ CHỨC THỰC HIỆN"):
    """Lead and tasks of each entry, all found to stand where they say."""
    plan = under(heading, *lines)
    for entry in grounded(plan, plan.assignments):
        grounded(plan, entry.tasks)
    return [(entry.lead, [task.quote for task in entry.tasks]) for entry in plan.assignments]


@rules(
    ("lines", "expected"),
    {
        "a heading names the body, its bullets are the tasks": (
            ["1. Phòng Kinh tế", "- Rà soát diện tích rừng.", "- Tổng hợp kết quả."],
            [(["Phòng Kinh tế"], ["Rà soát diện tích rừng.", "Tổng hợp kết quả."])],
        ),
        "a heading names two": (
            ["1. Hội Nông dân xã, Hội Liên hiệp Phụ nữ xã", "- Tuyên truyền hội viên."],
            [(["Hội Nông dân xã", "Hội Liên hiệp Phụ nữ xã"], ["Tuyên truyền hội viên."])],
        ),
        "`đối với` a body": (
            ["1. Đối với các trường học", "Tổ chức lớp trồng cây. Báo cáo kết quả."],
            [(["các trường học"], ["Tổ chức lớp trồng cây.", "Báo cáo kết quả."])],
        ),
        "duties of a body": (
            ["1. Nhiệm vụ của Sở Y tế", "- Tiêm chủng cho trẻ em."],
            [(["Sở Y tế"], ["Tiêm chủng cho trẻ em."])],
        ),
        "`đề nghị` in a heading": (
            ["1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã", "- Giám sát việc trồng rừng."],
            [(["Ủy ban Mặt trận Tổ quốc Việt Nam xã"], ["Giám sát việc trồng rừng."])],
        ),
        "a heading that ends in its responsibility": (
            ["1. Phòng Kinh tế chịu trách nhiệm:", "- Rà soát diện tích rừng."],
            [(["Phòng Kinh tế"], ["Rà soát diện tích rừng."])],
        ),
        "a heading that says it has the responsibility": (
            ["1. Phòng Kinh tế có trách nhiệm:", "- Rà soát diện tích rừng."],
            [(["Phòng Kinh tế"], ["Rà soát diện tích rừng."])],
        ),
        "to watch over (`theo dõi`) is a duty": (
            ["1. Phòng Kinh tế theo dõi tiến độ."],
            [(["Phòng Kinh tế"], ["theo dõi tiến độ."])],
        ),
        "to issue (`cấp`) ends the name": (
            ["1. Phòng Kinh tế cấp cây giống; Đoàn Thanh niên xã giữ vệ sinh chung."],
            [(["Phòng Kinh tế"], ["cấp cây giống"]), (["Đoàn Thanh niên xã"], ["giữ vệ sinh chung."])],
        ),
        "a level (`cấp`) belongs to the name": (
            ["1. Các đoàn thể cấp xã, các cấp ủy tuyên truyền."],
            [(["Các đoàn thể cấp xã", "các cấp ủy"], ["tuyên truyền."])],
        ),
        "what the name goes on with belongs to it": (
            ["1. Các sở, ngành chủ trì, quản lý các dự án, tiểu dự án thành phần", "- Rà soát tiến độ."],
            [(["Các sở, ngành chủ trì, quản lý các dự án, tiểu dự án thành phần"], ["Rà soát tiến độ."])],
        ),
        "a sub-heading is no task": (
            ["1. Phòng Kinh tế", "a) Về cây giống", "- Rà soát nguồn giống."],
            [(["Phòng Kinh tế"], ["Rà soát nguồn giống."])],
        ),
        "a bullet below a task is a task": (
            [
                "1. Phòng Kinh tế",
                "a) Rà soát rừng, phối hợp với các thôn lập hồ sơ quản lý từng khu rừng.",
                "- Lập danh sách chủ rừng.",
                "b) Báo cáo kết quả.",
            ],
            [
                (
                    ["Phòng Kinh tế"],
                    [
                        "Rà soát rừng, phối hợp với các thôn lập hồ sơ quản lý từng khu rừng.",
                        "Lập danh sách chủ rừng.",
                        "Báo cáo kết quả.",
                    ],
                )
            ],
        ),
        "a group of organisations": (
            ["1. Đề nghị các tổ chức cung cấp dịch vụ", "- Bố trí nguồn lực."],
            [(["các tổ chức cung cấp dịch vụ"], ["Bố trí nguồn lực."])],
        ),
        "a part of the name calls the lead again": (
            ["1. Phòng Kinh tế xã Đồi Sim", "- Phòng sẽ lập tổ kiểm tra rừng.", "- Báo cáo kết quả."],
            [(["Phòng Kinh tế xã Đồi Sim"], ["Phòng sẽ lập tổ kiểm tra rừng.", "Báo cáo kết quả."])],
        ),
        "an office and its holder": (
            ["1. Phó Hiệu trưởng Lê Thị Mận", "- Lập danh sách lớp trồng cây."],
            [(["Phó Hiệu trưởng Lê Thị Mận"], ["Lập danh sách lớp trồng cây."])],
        ),
        "items under a heading that name who acts themselves": (
            [
                "1. Đối với xã, các trường",
                "- Đề nghị các thôn dọn vệ sinh.",
                "- Các trường tiểu học: Trồng cây trong sân trường.",
            ],
            [(["các thôn"], ["dọn vệ sinh."]), (["Các trường tiểu học"], ["Trồng cây trong sân trường."])],
        ),
    },
)
def test_a_heading_that_names_a_body(lines, expected):
    assert assignments(*lines) == expected


@rules(
    ("line", "expected"),
    {
        "the lead, then its duties by semicolon": (
            "1. Phòng Kinh tế rà soát diện tích; tổng hợp kết quả.",
            [(["Phòng Kinh tế"], ["rà soát diện tích", "tổng hợp kết quả."])],
        ),
        "duties by sentence": (
            "1. Các thôn: vận động hộ dân trồng rừng. Thường xuyên kiểm tra rừng.",
            [(["Các thôn"], ["vận động hộ dân trồng rừng.", "Thường xuyên kiểm tra rừng."])],
        ),
        "`giao` is no part of the name": (
            "1. Giao Phòng Kinh tế đôn đốc tiến độ.",
            [(["Phòng Kinh tế"], ["đôn đốc tiến độ."])],
        ),
        "`đề nghị` is no part of the name": (
            "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động Nhân dân.",
            [(["Ủy ban Mặt trận Tổ quốc Việt Nam xã"], ["vận động Nhân dân."])],
        ),
        "several leads of one duty": (
            "1. Sở Y tế, Sở Tài chính và các đơn vị liên quan rà soát danh mục.",
            [(["Sở Y tế", "Sở Tài chính", "các đơn vị liên quan"], ["rà soát danh mục."])],
        ),
        "a list under one `các`": (
            "1. Các cơ quan, đơn vị, địa phương chủ động triển khai.",
            [(["Các cơ quan, đơn vị, địa phương"], ["chủ động triển khai."])],
        ),
        "bracket that states a role": (
            "1. Sở Y tế (cơ quan thường trực) tham mưu cho Ban Chỉ đạo.",
            [(["Sở Y tế"], ["tham mưu cho Ban Chỉ đạo."])],
        ),
        "bracket that names the unit": (
            "1. Sở Nội vụ (Ban Thi đua - Khen thưởng) tổng hợp hồ sơ.",
            [(["Sở Nội vụ (Ban Thi đua - Khen thưởng)"], ["tổng hợp hồ sơ."])],
        ),
        "a person by office": (
            "1. Trưởng thôn chịu trách nhiệm đôn đốc các hộ.",
            [(["Trưởng thôn"], ["chịu trách nhiệm đôn đốc các hộ."])],
        ),
        "the lead behind a run-in title": (
            "1. Về giống cây: Phòng Kinh tế rà soát nguồn giống.",
            [(["Phòng Kinh tế"], ["rà soát nguồn giống."])],
        ),
        "the lead behind an opening phrase": (
            "1. Căn cứ Kế hoạch này, các thôn xây dựng kế hoạch chi tiết.",
            [(["các thôn"], ["xây dựng kế hoạch chi tiết."])],
        ),
        "whom the plan addresses": (
            "1. Đối với chủ đầu tư, ban quản lý dự án: lập tiến độ chi tiết; đôn đốc nhà thầu.",
            [(["chủ đầu tư, ban quản lý dự án"], ["lập tiến độ chi tiết", "đôn đốc nhà thầu."])],
        ),
        "a team and who is charged with it": (
            "1. Tổ 1: Giao ông Tạ Văn Khải làm Tổ trưởng, phụ trách các thôn.",
            [(["ông Tạ Văn Khải"], ["làm Tổ trưởng, phụ trách các thôn."])],
        ),
        "who is sent": (
            "1. Cử đồng chí Lê Thị Bưởi làm thư ký.",
            [(["đồng chí Lê Thị Bưởi"], ["làm thư ký."])],
        ),
        "who is of a body is no duty": (
            "1. Mỗi tổ công tác gồm 03 người, do lãnh đạo Mặt trận làm tổ trưởng.",
            [],
        ),
        "a name that holds a verb": (
            "1. Trung tâm Dịch vụ tổng hợp xã xây dựng tin, bài.",
            [(["Trung tâm Dịch vụ tổng hợp xã"], ["xây dựng tin, bài."])],
        ),
        "a second lead in a new sentence": (
            "1. Sở Y tế rà soát danh mục. Sở Nội vụ tổng hợp kết quả.",
            [(["Sở Y tế"], ["rà soát danh mục."]), (["Sở Nội vụ"], ["tổng hợp kết quả."])],
        ),
        "a second lead behind a semicolon": (
            "1. Phòng Kinh tế rà soát diện tích; Công an xã tuần tra rừng.",
            [(["Phòng Kinh tế"], ["rà soát diện tích"]), (["Công an xã"], ["tuần tra rừng."])],
        ),
        "who works by telephone": (
            "1. Trưởng thôn: thông báo trên loa, ứng dụng điện thoại.",
            [(["Trưởng thôn"], ["thông báo trên loa, ứng dụng điện thoại."])],
        ),
        "the lead behind a time": (
            "1. Sáng thứ bảy hằng tuần, các tổ tự quản dọn vệ sinh.",
            [(["các tổ tự quản"], ["dọn vệ sinh."])],
        ),
        "the same lead again": (
            "1. Phòng Kinh tế rà soát diện tích. Phòng Kinh tế tổng hợp kết quả.",
            [(["Phòng Kinh tế"], ["rà soát diện tích.", "Phòng Kinh tế tổng hợp kết quả."])],
        ),
    },
)
def test_running_text_that_names_a_body(line, expected):
    assert assignments(line) == expected


def test_an_entry_quotes_the_block_or_sentence_that_opens_it():
    plan = under("TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Rà soát.", "2. Sở Y tế rà soát. Sở Nội vụ tổng hợp.")
    assert [a.quote for a in grounded(plan, plan.assignments)] == [
        "Phòng Kinh tế",
        "Sở Y tế rà soát. Sở Nội vụ tổng hợp.",
        "Sở Nội vụ tổng hợp.",
    ]
    of_two = under("TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế rà soát diện tích; Công an xã tuần tra rừng.").assignments
    assert [a.quote for a in of_two] == [
        "Phòng Kinh tế rà soát diện tích; Công an xã tuần tra rừng.",
        "Công an xã tuần tra rừng.",
    ]
    assert [block_text(plan, a) for a in plan.assignments[1:]] == ["Sở Y tế rà soát. Sở Nội vụ tổng hợp."] * 2


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Các thành viên Đoàn giám sát có trách nhiệm tham gia.", ["Các thành viên Đoàn giám sát"]),
        ("Mỗi tổ bầu cử báo cáo kết quả.", ["Mỗi tổ bầu cử"]),
        ("Các đơn vị được kiểm tra chuẩn bị báo cáo.", ["Các đơn vị được kiểm tra"]),
        ("Ban điều hành tổ dân phố họp dân.", ["Ban điều hành tổ dân phố"]),
        ("Đ/c Lê Thị Bưởi - Phó Trưởng đoàn: Tham mưu kế hoạch.", ["Đ/c Lê Thị Bưởi - Phó Trưởng đoàn"]),
        ("Bà Trần Thị Mận, Chủ tịch Hội Nông dân xã: Chỉ đạo chung.", ["Bà Trần Thị Mận, Chủ tịch Hội Nông dân xã"]),
        ("Ngân hàng Chính sách xã hội cho vay vốn.", ["Ngân hàng Chính sách xã hội"]),
        ("Người có uy tín vận động bà con.", ["Người có uy tín"]),
        ("Các tổ chức cung cấp dịch vụ chi trả bố trí nhân viên.", ["Các tổ chức cung cấp dịch vụ chi trả"]),
        ("Cơ quan phối hợp có trách nhiệm cử người tham gia.", ["Cơ quan phối hợp"]),
        ("Các đội tự vệ trong phạm vi nhiệm vụ của mình tuần tra.", ["Các đội tự vệ"]),
        ("Đội Dân phòng thực tập phương án 02 lần/năm.", ["Đội Dân phòng"]),
        ("Các đoàn thể xã bằng nhiều hình thức vận động bà con.", ["Các đoàn thể xã"]),
        (
            "Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, vận tải trên địa bàn xã có trách nhiệm báo cáo.",
            ["Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, vận tải trên địa bàn xã"],
        ),
    ],
)
def test_where_a_name_ends(line, lead):
    assert [found for found, _ in assignments(f"1. {line}")] == [lead]


@rules(
    ("lines", "partners"),
    {
        "in the first task": (
            ["1. Phòng Kinh tế chủ trì, phối hợp với Công an xã và Trạm Y tế xã kiểm tra."],
            ["Công an xã", "Trạm Y tế xã"],
        ),
        "in any task, each once": (
            [
                "1. Phòng Kinh tế",
                "- Phối hợp với Đoàn Thanh niên xã trồng rừng.",
                "- Phối hợp với Đoàn Thanh niên xã bảo vệ rừng.",
            ],
            ["Đoàn Thanh niên xã"],
        ),
        "some before what all of them do": (
            ["1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã, Trạm Y tế và các thôn triển khai."],
            ["Công an xã", "Trạm Y tế", "các thôn"],
        ),
        "the lead is no partner of itself": (
            ["1. Công an xã chủ trì, phối hợp với Công an xã Sông Mơ tuần tra."],
            ["Công an xã Sông Mơ"],
        ),
        "media that a body directs": (["1. Phòng Văn hóa chỉ đạo Đài Truyền thanh xã tuyên truyền."], []),
        "to whom it reports": (["1. Phòng Kinh tế tổng hợp, báo cáo Ủy ban nhân dân xã."], []),
    },
)
def test_partners(lines, partners):
    plan = under("TỔ CHỨC THỰC HIỆN", *lines)
    assert [a.partners for a in plan.assignments] == [partners]


@rules(
    ("line", "lead", "partners"),
    {
        "who leads and who joins": (
            "1. Hạt Kiểm lâm chủ trì, Công an xã phối hợp truy quét lâm tặc.",
            ["Hạt Kiểm lâm"],
            ["Công an xã"],
        ),
        "behind a semicolon": (
            "1. Hạt Kiểm lâm chủ trì; Công an xã, các bản phối hợp truy quét lâm tặc.",
            ["Hạt Kiểm lâm"],
            ["Công an xã", "các bản"],
        ),
        "charged": ("1. Giao Trạm Y tế chủ trì, các trường phối hợp triển khai.", ["Trạm Y tế"], ["các trường"]),
        "`phối hợp` without `với`": (
            "1. Khoa Sản phối hợp Khoa Nhi theo dõi trẻ sinh non.",
            ["Khoa Sản"],
            ["Khoa Nhi"],
        ),
        "`cùng`": ("1. Hội Nông dân xã chủ trì, cùng Đoàn xã dọn kênh.", ["Hội Nông dân xã"], ["Đoàn xã"]),
        "roles in brackets": (
            "1. Văn phòng (chủ trì), Phòng Tư pháp và Công an xã (phối hợp): lập danh sách cử tri.",
            ["Văn phòng"],
            ["Phòng Tư pháp", "Công an xã"],
        ),
        "who leads is told last": (
            "1. Phòng Kinh tế phối hợp với Hạt Kiểm lâm đo đạc rừng, Hạt Kiểm lâm chủ trì.",
            ["Hạt Kiểm lâm"],
            ["Phòng Kinh tế"],
        ),
        "a list that goes on is no partner": (
            "1. Trên cơ sở đề xuất của các ban, ngành, Phòng Kinh tế phối hợp với Công an xã rà soát.",
            ["Phòng Kinh tế"],
            ["Công an xã"],
        ),
    },
)
def test_who_leads_and_who_joins(line, lead, partners):
    (found,) = under("TỔ CHỨC THỰC HIỆN", line).assignments
    assert (found.lead, found.partners) == (lead, partners)


def test_who_joins_with_others_has_a_duty():
    plan = under("NHIỆM VỤ", "1. Phòng Kinh tế lập danh sách; Công an xã phối hợp với các bản tuần tra.")
    assert [(a.lead, a.partners) for a in plan.assignments] == [
        (["Phòng Kinh tế"], []),
        (["Công an xã"], ["các bản"]),
    ]


@rules(
    ("line", "expected"),
    {
        "`do`": (
            "1. Phun thuốc diệt muỗi do Trạm Y tế chủ trì thực hiện.",
            [(["Trạm Y tế"], [], "Phun thuốc diệt muỗi", None)],
        ),
        "several in a bracket": (
            "1. Phát thanh bản tin (Ban Biên tập Trang thông tin điện tử xã chủ trì; cán bộ văn hóa các bản phối hợp).",
            [(["Ban Biên tập Trang thông tin điện tử xã"], ["cán bộ văn hóa các bản"], "Phát thanh bản tin", None)],
        ),
        "with whom to report to": (
            "1. Rà soát điểm trạm (Hội Nông dân xã chủ trì; báo cáo Trạm Y tế trước ngày 12/9/2026).",
            [(["Hội Nông dân xã"], [], "Rà soát điểm trạm", "2026-09-12")],
        ),
        "with its date": (
            "1. Khám mắt cho học sinh do Trạm Y tế thực hiện trước ngày 12/9/2026.",
            [(["Trạm Y tế"], [], "Khám mắt cho học sinh", "2026-09-12")],
        ),
        "`giao cho`": (
            "1. Việc dựng sân khấu giao cho Đoàn xã, phối hợp với Trường Tiểu học Hoa Ban.",
            [(["Đoàn xã"], ["Trường Tiểu học Hoa Ban"], "Việc dựng sân khấu", None)],
        ),
        "behind a title": (
            "1. Tiếp đón đại biểu: Văn phòng chủ trì, Đoàn xã phối hợp.",
            [(["Văn phòng"], ["Đoàn xã"], "Tiếp đón đại biểu", None)],
        ),
        "in brackets": (
            "1. Mở lớp tập huấn (Hội Nông dân xã chủ trì, các bản phối hợp).",
            [(["Hội Nông dân xã"], ["các bản"], "Mở lớp tập huấn", None)],
        ),
        "behind a comma": (
            "1. Tổ chức ngày hội đọc sách, Trường Tiểu học Hoa Ban phụ trách.",
            [(["Trường Tiểu học Hoa Ban"], [], "Tổ chức ngày hội đọc sách", None)],
        ),
        "one a part": (
            "1. Lễ tân do Văn phòng đảm nhiệm; âm thanh do Trung tâm Văn hóa lo.",
            [(["Văn phòng"], [], "Lễ tân", None), (["Trung tâm Văn hóa"], [], "âm thanh", None)],
        ),
    },
)
def test_leads_told_behind_the_task(line, expected):
    plan = under("TỔ CHỨC THỰC HIỆN", line)
    for found in grounded(plan, plan.assignments):
        grounded(plan, found.tasks)
    assert [(a.lead, a.partners, a.tasks[0].quote, a.tasks[0].due) for a in plan.assignments] == expected


def test_each_lead_told_behind_is_quoted_from_its_clause():
    plan = under("NHIỆM VỤ", "1. Lễ tân do Văn phòng đảm nhiệm; âm thanh do Đoàn xã lo.")
    assert [a.quote for a in grounded(plan, plan.assignments)] == [
        "Lễ tân do Văn phòng đảm nhiệm",
        "âm thanh do Đoàn xã lo.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1. Tham gia hội thi do Sở Y tế tổ chức.",
        "1. Giới thiệu các mô hình do Hội Nông dân xã phụ trách.",
        "1. Tiếp nhận số liệu đo đạc do Sở Xây dựng thực hiện.",
        "1. Đoàn giám sát do Phó Chủ tịch Hội đồng nhân dân làm Trưởng đoàn.",
        "1. Dự án cấp nước do Công ty Suối Mơ thực hiện từ năm 2020.",
        "1. Ngày hội (Đoàn xã thực hiện năm 2024) thu hút 300 người.",
        "1. Sản phẩm dự thi do Hội Nông dân huyện chấm điểm, Sở Công Thương công nhận.",
        "1. Danh sách kèm theo Quyết định của Chủ tịch Ủy ban nhân dân xã, Trưởng Công an xã ký.",
        "1. Mô hình do Đoàn xã phụ trách đã trồng được 5 ha.",
        "1. Nhiệm vụ được giao cho các bản phải hoàn thành đúng hạn.",
        "1. Ưu tiên kinh phí cho nhiệm vụ do cơ quan nhà nước chủ trì thực hiện.",
    ],
)
def test_what_others_do_is_no_duty(line):
    assert assignments(line) == []


def test_dates_of_tasks():
    plan = under(
        "TỔ CHỨC THỰC HIỆN",
        "1. Phòng Kinh tế",
        "- Tổng hợp trước ngày 30/4/2026.",
        "- Hằng quý báo cáo.",
        "- Thực hiện Quyết định số 5/QĐ-UBND ngày 02/01/2026.",
        "- Triển khai giai đoạn 2026 - 2030.",
        "- Cấp thẻ cho trẻ sinh sau năm 2020.",
    )
    assert [t.due for t in plan.assignments[0].tasks] == ["2026-04-30", None, None, None, None]
    assert [m.end for m in plan.timeline] == ["2026-04-30", None]


@rules(
    ("lines", "expected"),
    {
        "under the statement": (
            [
                "1. Bảo vệ rừng",
                "- Đơn vị chủ trì: Công an xã.",
                "- Đơn vị phối hợp: Các thôn.",
                "- Thời gian: Trước ngày 30/6/2026.",
                "- Sản phẩm: Báo cáo kết quả.",
            ],
            (["Công an xã"], ["Các thôn"], "Bảo vệ rừng", "2026-06-30", "Báo cáo kết quả"),
        ),
        "in one block": (
            [
                "1. Rà soát diện tích rừng trồng.",
                "Đơn vị chủ trì: Phòng Kinh tế; Đơn vị phối hợp: Công an xã, Hội Nông dân xã.",
            ],
            (["Phòng Kinh tế"], ["Công an xã", "Hội Nông dân xã"], "Rà soát diện tích rừng trồng.", None, None),
        ),
        "in the words of a detail": (
            ["1. Bảo vệ rừng", "- Đơn vị thực hiện: Công an xã chủ trì; Phòng Kinh tế phối hợp."],
            (["Công an xã"], ["Phòng Kinh tế"], "Bảo vệ rừng", None, None),
        ),
        "a list under a title": (
            ["1. Tuần tra rừng", "a) Cơ quan chủ trì", "- Công an xã", "b) Cơ quan phối hợp", "- Các thôn"],
            (["Công an xã"], ["Các thôn"], "Tuần tra rừng", None, None),
        ),
        "the task's own date": (
            ["1. Tuần tra rừng trước ngày 01/5/2026", "- Đơn vị chủ trì: Công an xã.", "- Thời gian: Tháng 6/2026."],
            (["Công an xã"], [], "Tuần tra rừng trước ngày 01/5/2026", "2026-05-01", None),
        ),
        "beside the statement": (
            [
                "1. Bảo vệ rừng",
                "- Tuần tra rừng phòng hộ.",
                "- Cơ quan chủ trì: Công an xã.",
                "- Cơ quan phối hợp: Phòng Kinh tế.",
            ],
            (["Công an xã"], ["Phòng Kinh tế"], "Tuần tra rừng phòng hộ.", None, None),
        ),
        "in brackets behind the statement": (
            [
                "- Trồng cây ở các trường (chủ trì: Đoàn xã; phối hợp: các trường; thời gian: trong tháng 3/2026).",
            ],
            (["Đoàn xã"], ["các trường"], "Trồng cây ở các trường", "2026-03", None),
        ),
        "who takes charge, in a sentence behind": (
            [
                "- Trồng cây ở các trường. Phụ trách: Đ/c Lê Văn Sim, Bí thư Đoàn xã.",
            ],
            (["Đ/c Lê Văn Sim, Bí thư Đoàn xã"], [], "Trồng cây ở các trường", None, None),
        ),
        "all in one line, parted by dashes": (
            [
                "1. Trồng cây",
                "- Trồng cây ở các trường.",
                "- Chủ trì: Đoàn xã - Phối hợp: các trường - Thời gian: tháng 3/2026 - Sản phẩm: Vườn cây.",
            ],
            (["Đoàn xã"], ["các trường"], "Trồng cây ở các trường.", "2026-03", "Vườn cây"),
        ),
        "in a sentence behind the statement": (
            [
                "- Ra quân dọn rừng. Đơn vị chủ trì: Công an xã; sản phẩm: Báo cáo.",
            ],
            (["Công an xã"], [], "Ra quân dọn rừng", None, "Báo cáo"),
        ),
    },
)
def test_bodies_in_blocks_of_their_own(lines, expected):
    plan = under("NHIỆM VỤ", *lines)
    (found,) = grounded(plan, plan.assignments)
    (task,) = grounded(plan, found.tasks)
    assert (found.lead, found.partners, task.quote, task.due, task.product) == expected
    assert found.quote.startswith(task.quote)


@pytest.mark.parametrize("title", ["Nội dung", "Nhiệm vụ"])
def test_a_duty_told_by_a_title_of_its_own(title):
    lines = ("1. Bảo vệ rừng ở các thôn", f"- {title}: Tuần tra rừng.", "- Cơ quan chủ trì: Công an xã.")
    assert assignments(*lines) == [(["Công an xã"], ["Tuần tra rừng."])]


def test_who_of_a_list_does_something_of_his_own():
    found = under(
        "NHIỆM VỤ",
        "1. Bảo vệ rừng",
        "- Nội dung: Tuyên truyền về bảo vệ rừng.",
        "- Cơ quan thực hiện:",
        "+ Hạt Kiểm lâm chủ trì, phối hợp với các thôn.",
        "+ Phòng Kinh tế phát tờ rơi ở chợ.",
    ).assignments
    assert [(a.lead, a.partners, a.tasks[0].quote) for a in found] == [
        (["Hạt Kiểm lâm"], ["các thôn"], "Tuyên truyền về bảo vệ rừng."),
        (["Phòng Kinh tế"], [], "phát tờ rơi ở chợ."),
    ]


def test_further_bodies_behind_their_own_field():
    found = under("NHIỆM VỤ", "1. Tuần tra rừng", "- Đơn vị thực hiện: Các thôn trong phạm vi quản lý và Công an xã.")
    assert found.assignments[0].lead == ["Các thôn", "Công an xã"]


def test_a_lead_in_that_announces_is_no_task():
    lines = ["1. Các thôn tập trung thực hiện tốt các nhiệm vụ sau:", "- Phát ranh cản lửa.", "- Trồng dặm."]
    [found] = under("TỔ CHỨC THỰC HIỆN", *lines).assignments
    assert [task.quote for task in found.tasks] == ["Phát ranh cản lửa.", "Trồng dặm."]


def test_an_item_that_states_the_duty_itself():
    plan = under(
        "NHIỆM VỤ",
        "1. Xây dựng và ban hành kế hoạch tuần tra rừng phòng hộ; tổ chức tuần tra ở các thôn.",
        "- Bảo đảm đúng quy định của pháp luật.",
        "- Nguyên tắc: công khai.",
        "- Lập sổ tuần tra ở từng chốt.",
        "- Các thôn nộp danh sách.",
        "- Thời gian hoàn thành: Dự kiến tháng 6/2026.",
        "- Đơn vị chủ trì: Công an xã.",
    )
    assert [(a.lead, [t.quote for t in a.tasks]) for a in grounded(plan, plan.assignments)] == [
        (
            ["Công an xã"],
            [
                "Xây dựng và ban hành kế hoạch tuần tra rừng phòng hộ",
                "tổ chức tuần tra ở các thôn.",
                "Lập sổ tuần tra ở từng chốt.",
            ],
        ),
        (["Các thôn"], ["nộp danh sách."]),
    ]
    assert plan.blocks[1].heading and plan.assignments[0].tasks[0].due == "2026-06"
    assert [(m.kind, m.end) for m in plan.timeline] == [("deadline", "2026-06")]


def test_several_statements_under_one_lead_are_opened_by_their_title():
    plan = under(
        "NHIỆM VỤ",
        "1. Bảo vệ rừng",
        "- Tuần tra rừng.",
        "- Ký cam kết.",
        "- Cơ quan chủ trì: Công an xã.",
    )
    assert [(a.quote, a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        ("Bảo vệ rừng", ["Công an xã"], ["Tuần tra rừng.", "Ký cam kết."])
    ]


def test_a_statement_may_name_a_lead_beside_the_common_one():
    plan = under(
        "NHIỆM VỤ",
        "1. Bảo vệ rừng",
        "- Trưởng thôn tổ chức tuần tra.",
        "- Ký cam kết.",
        "- Cơ quan chủ trì: Công an xã.",
    )
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["Trưởng thôn", "Công an xã"], ["tổ chức tuần tra."]),
        (["Công an xã"], ["Ký cam kết."]),
    ]


def test_an_office_named_under_the_heading_of_another_has_its_own_duty():
    plan = under(
        "TỔ CHỨC THỰC HIỆN",
        "1. Nhiệm vụ của Đoàn kiểm tra",
        "- Trưởng đoàn chỉ đạo chung.",
        "- Các thành viên tham gia đầy đủ.",
    )
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["Đoàn kiểm tra"], ["Các thành viên tham gia đầy đủ."]),
        (["Trưởng đoàn"], ["chỉ đạo chung."]),
    ]


def test_a_group_under_the_heading_of_another_has_its_own_duty_but_not_each_of_those_who_lead():
    lines = ["1. Ngân hàng Chính sách xã hội", "- Các quỹ tín dụng phối hợp với Công an xã phát tờ rơi."]
    found = under("TỔ CHỨC THỰC HIỆN", *lines).assignments
    assert [(a.lead, a.partners) for a in found] == [(["Các quỹ tín dụng"], ["Công an xã"])]
    [found] = under("TỔ CHỨC THỰC HIỆN", "1. Ủy ban nhân dân các xã", "- Từng địa phương phát tờ rơi.").assignments
    assert found.lead == ["Ủy ban nhân dân các xã"]


def test_a_timetable_gives_no_duty():
    plan = under("TỔ CHỨC THỰC HIỆN", "- Chi bộ thôn Mơ: sáng ngày 31/3/2026, tại nhà văn hóa thôn Mơ.")
    assert plan.assignments == []


def test_duties_told_beside_the_figures_of_a_body():
    plan = under("CHỈ TIÊU", "- Thôn Mơ: bàn giao 42 ha đất rừng.")
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["Thôn Mơ"], ["bàn giao 42 ha đất rừng."])
    ]


def test_who_asks_is_not_who_acts():
    plan = under(
        "TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế đề nghị các thôn rà soát rừng. Riêng Trường Tiểu học trồng cây."
    )
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["các thôn"], ["rà soát rừng."]),
        (["Trường Tiểu học"], ["trồng cây."]),
    ]


def test_sentences_that_tell_how_and_where_are_no_tasks():
    plan = under("NHIỆM VỤ", "- Công an xã tuần tra rừng. Thời gian, địa điểm do xã thông báo.")
    assert [t.quote for a in plan.assignments for t in a.tasks] == ["tuần tra rừng."]


def test_rows_of_a_task_table():
    plan = read(
        "I. NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian | Sản phẩm |",
        "|---|---|---|---|---|---|",
        "| 1 | Cấp cây giống | Phòng Kinh tế | Các thôn; Hội Nông dân xã | Tháng 4/2026 | Biên bản |",
        "| 2 | Chăm sóc rừng |  | Các thôn |  |  |",
    )
    (found,) = grounded(plan, plan.assignments)
    (task,) = grounded(plan, found.tasks)
    assert (found.lead, found.partners, found.block) == (["Phòng Kinh tế"], ["Các thôn", "Hội Nông dân xã"], None)
    assert (task.quote, task.due, task.product) == ("Cấp cây giống", "2026-04", "Biên bản")


def test_a_header_that_stands_once_more_is_no_row():
    plan = read(
        "I. NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Cấp cây giống | Phòng Kinh tế | 2026 |",
        "| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |",
        "| 2 | Chăm sóc rừng | Hội Nông dân xã | 2026 |",
    )
    assert [(a.lead, a.quote) for a in plan.assignments] == [
        (["Phòng Kinh tế"], "Cấp cây giống"),
        (["Hội Nông dân xã"], "Chăm sóc rừng"),
    ]


def test_a_header_without_a_cell_for_the_numbers():
    plan = read(
        "I. NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| Nội dung | Đơn vị thực hiện | Thời gian | |",
        "|---|---|---|---|",
        "| 1.1 | Cấp cây giống | Phòng Kinh tế | 2026 |",
        "| 1.2 | Chăm sóc rừng | Hội Nông dân xã | 2026 |",
    )
    assert [(a.lead, a.quote) for a in plan.assignments] == [
        (["Phòng Kinh tế"], "Cấp cây giống"),
        (["Hội Nông dân xã"], "Chăm sóc rừng"),
    ]


@rules(
    ("lines", "expected"),
    {
        "sub-headings": (
            ["1. Nhiệm vụ của các đơn vị", "a) Trạm Y tế", "- Khám thai.", "b) Hội Phụ nữ", "- Mở lớp nấu ăn."],
            [(["Trạm Y tế"], ["Khám thai."]), (["Hội Phụ nữ"], ["Mở lớp nấu ăn."])],
        ),
        "groups": (
            ["1. Trách nhiệm của các cơ quan", "- Các bản đăng ký giống.", "- Giao Trạm Y tế lập danh sách."],
            [(["Các bản"], ["đăng ký giống."]), (["Trạm Y tế"], ["lập danh sách."])],
        ),
        "nobody else": (
            ["1. Trách nhiệm của các cơ quan", "- Báo cáo kết quả hằng quý."],
            [(["các cơ quan"], ["Báo cáo kết quả hằng quý."])],
        ),
        "tasks announced": (
            ["1. Giao Trạm Y tế xã các nhiệm vụ sau:", "- Khám thai."],
            [(["Trạm Y tế xã"], ["Khám thai."])],
        ),
        "duties in later sentences": (
            ["1. Các bản có trách nhiệm sau đây. Rào chuồng trại. Tiêm phòng cho gia súc."],
            [(["Các bản"], ["Rào chuồng trại.", "Tiêm phòng cho gia súc."])],
        ),
    },
)
def test_who_of_a_group_acts(lines, expected):
    assert assignments(*lines) == expected


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        (
            "Trạm Y tế khám thai; mỗi bản cử 01 cộng tác viên; từng chi hội nộp danh sách.",
            ["Trạm Y tế", "mỗi bản", "từng chi hội"],
        ),
        (
            "Văn phòng in giấy mời; ông Y Hoan Mlô dẫn chương trình; bà H'Bia Niê phụ trách âm thanh.",
            ["Văn phòng", "ông Y Hoan Mlô", "bà H'Bia Niê"],
        ),
        ("Đoàn xã dựng cổng chào; các bản treo cờ.", ["Đoàn xã", "các bản"]),
        ("Đoàn xã hướng dẫn các bản treo cờ; các bản dọn đường.", ["Đoàn xã"]),
        ("Chi ủy họp trước. Chi bộ lãnh đạo đoàn thể vận động.", ["Chi ủy", "Chi bộ"]),
        (
            "Khối phố 4 dọn rác. Xóm Đình quét đường. Câu lạc bộ Dưỡng sinh tập luyện.",
            ["Khối phố 4", "Xóm Đình", "Câu lạc bộ Dưỡng sinh"],
        ),
        (
            "Công ty Cổ phần Giống cây trồng Suối Mơ cung cấp giống. Hợp tác xã Chè Xanh bao tiêu.",
            ["Công ty Cổ phần Giống cây trồng Suối Mơ", "Hợp tác xã Chè Xanh"],
        ),
        (
            "Ông Lò Văn Páo, Chủ tịch UBND xã, Trưởng ban: Chỉ đạo chung.",
            ["Ông Lò Văn Páo, Chủ tịch UBND xã, Trưởng ban"],
        ),
        ("Giáo viên coi thi có mặt trước 30 phút.", ["Giáo viên coi thi"]),
        ("Các bản nộp danh sách, Trạm Y tế xã tổng hợp báo cáo Ủy ban nhân dân xã.", ["Các bản", "Trạm Y tế xã"]),
        ("Các bản gửi danh sách về Trạm Y tế xã, Phòng Kinh tế theo dõi.", ["Các bản"]),
        ("Cấp xã: Trạm Y tế xã khám sàng lọc.", ["Trạm Y tế xã"]),
        ("Cô Lò Thị Mai - Thư viện: trưng bày sách.", ["Cô Lò Thị Mai - Thư viện"]),
        ("Lò Văn Páo (Trưởng phòng): tổng hợp số liệu.", ["Lò Văn Páo (Trưởng phòng)"]),
        ("Các phân xưởng bố trí ca; Quản đốc ký nhật ký vận hành.", ["Các phân xưởng", "Quản đốc"]),
        ("Chủ cơ sở kinh doanh có điều kiện ký cam kết.", ["Chủ cơ sở kinh doanh có điều kiện"]),
        ("Trung tâm Chính trị phường được giao mở 03 lớp.", ["Trung tâm Chính trị phường"]),
        ("Công đoàn giám sát bếp ăn; nhà bếp lưu mẫu.", ["Công đoàn"]),
        ("Năm học này, mỗi lớp lập 01 đội cờ đỏ; giáo viên chủ nhiệm hướng dẫn.", ["mỗi lớp", "giáo viên chủ nhiệm"]),
        ("Nhà trường mở cổng sớm. Phụ huynh đưa con đi học đúng giờ.", ["Nhà trường"]),
        ("Phó Trưởng ban phụ trách hậu cần: duyệt thực đơn.", ["Phó Trưởng ban phụ trách hậu cần"]),
        (
            "Chi nhánh Ngân hàng Hoa Ban: giải ngân; Nhà máy gạch Suối Mơ che chắn bãi than.",
            ["Chi nhánh Ngân hàng Hoa Ban", "Nhà máy gạch Suối Mơ"],
        ),
        (
            "Ban Giám đốc giao nhiệm vụ như sau: Phòng Kinh doanh tìm kiếm đối tác; Phòng Kho kiểm đếm hàng.",
            ["Phòng Kinh doanh", "Phòng Kho"],
        ),
        ("Lãnh đạo Đồn trực tiếp chỉ đạo; các tổ, đội nghiệp vụ ứng trực.", ["Lãnh đạo Đồn", "các tổ, đội nghiệp vụ"]),
        ("Xã đội trưởng, Trưởng các bản huy động dân quân.", ["Xã đội trưởng", "Trưởng các bản"]),
        ("Trường hợp hộ chưa nộp phí, Trưởng bản nhắc nhở.", ["Trưởng bản"]),
        ("Nhà thầu phụ rào chắn hố móng. Người lao động phải mang bảo hộ.", ["Nhà thầu phụ"]),
        ("Bà Vi Thị Sen, điện thoại 0912345678, là đầu mối liên hệ.", []),
        ("Đ/c Sen (Hội Phụ nữ), đ/c Páo (Đoàn xã): dựng trại.", ["Đ/c Sen (Hội Phụ nữ)", "đ/c Páo (Đoàn xã)"]),
        ("Nhóm 2 (bà Mơ, ông Tài): thu thập phiếu khảo sát.", ["Nhóm 2 (bà Mơ, ông Tài)"]),
        ("Tổ hợp tác trồng chè: ghi nhật ký đồng ruộng.", ["Tổ hợp tác trồng chè"]),
        ("Giáo viên chủ nhiệm liên lạc với gia đình. Học sinh chuẩn bị bài.", ["Giáo viên chủ nhiệm"]),
    ],
)
def test_each_who_acts_leads(line, leads):
    found = assignments(f"1. {line}")
    assert [name for lead, _ in found for name in lead] == leads
    assert not any(who in str(found) for who in ("Học sinh", "Phụ huynh", "Người lao động"))


@rules(
    ("lines", "expected"),
    {
        "numbers within a sentence": (
            ["1. Tổ trưởng tổ dân phố: (1) Lập danh sách hộ; (2) Rà soát phiếu; (3) Báo cáo phường."],
            [(["Tổ trưởng tổ dân phố"], ["Lập danh sách hộ", "Rà soát phiếu", "Báo cáo phường."])],
        ),
        "whom the lead charges in general": (
            ["1. Chi ủy họp định kỳ; phân công đảng viên phụ trách hộ."],
            [(["Chi ủy"], ["họp định kỳ", "phân công đảng viên phụ trách hộ."])],
        ),
        "what tells how is none of several": (
            ["1. Tuyên truyền", "- Phát tờ rơi.", "- Hình thức: loa, pa nô.", "- Đơn vị thực hiện: Đoàn xã."],
            [(["Đoàn xã"], ["Phát tờ rơi."])],
        ),
        "whom one turns to": (
            ["1. Văn phòng tổng hợp số liệu. Mọi vướng mắc gửi về Văn phòng để giải đáp."],
            [(["Văn phòng"], ["tổng hợp số liệu."])],
        ),
        "who is chiefly responsible": (
            ["1. Ra mắt mô hình tuyến đường hoa", "- Chịu trách nhiệm chính: Chi hội Phụ nữ bản Mơ."],
            [(["Chi hội Phụ nữ bản Mơ"], ["Ra mắt mô hình tuyến đường hoa"])],
        ),
        "a centre and its act": (
            ["1. Giám đốc Trung tâm chỉ đạo các khoa; Đội cấp cứu lưu động thường trực tại bến phà."],
            [
                (["Giám đốc Trung tâm"], ["chỉ đạo các khoa"]),
                (["Đội cấp cứu lưu động"], ["thường trực tại bến phà."]),
            ],
        ),
        "what a sentence leads in": (
            [
                "Phòng Kinh tế lập báo cáo về các nội dung như sau:",
                "1. Đánh giá diện tích rừng.",
                "2. Đề xuất việc làm.",
            ],
            [
                (
                    ["Phòng Kinh tế"],
                    ["lập báo cáo về các nội dung như sau:", "Đánh giá diện tích rừng.", "Đề xuất việc làm."],
                )
            ],
        ),
        "what a task lists is none, nor is a remark": (
            [
                "1. Phòng Kinh tế",
                "a) Báo cáo số liệu 5 năm, trong đó có các nhóm:",
                "- Nhóm hộ trồng rừng.",
                "- Nhóm hộ giữ rừng.",
                "(Có mẫu kèm theo.)",
            ],
            [(["Phòng Kinh tế"], ["Báo cáo số liệu 5 năm, trong đó có các nhóm:"])],
        ),
        "whom an item charges": (
            ["1. Phòng Kinh tế", "- Lập sổ rừng.", "- Giao đồng chí Lò Văn Páo – Phó Trưởng phòng theo dõi chung."],
            [
                (["Phòng Kinh tế"], ["Lập sổ rừng."]),
                (["đồng chí Lò Văn Páo – Phó Trưởng phòng"], ["theo dõi chung."]),
            ],
        ),
        "who does it, by post": (
            ["1. Chuyên viên phụ trách lâm nghiệp tham mưu kế hoạch; Kế toán lập dự toán."],
            [
                (["Chuyên viên phụ trách lâm nghiệp"], ["tham mưu kế hoạch"]),
                (["Kế toán"], ["lập dự toán."]),
            ],
        ),
        "whom the lead charges by office": (
            ["1. Phòng Kinh tế", "- Lập sổ rừng.", "- Phân công đồng chí Phó Trưởng phòng theo dõi chung."],
            [(["Phòng Kinh tế"], ["Lập sổ rừng.", "Phân công đồng chí Phó Trưởng phòng theo dõi chung."])],
        ),
        "who acts in which case": (
            ["1. Các thôn phản ánh về Phòng Kinh tế; trường hợp vượt thẩm quyền, Phòng Kinh tế báo cáo xã."],
            [(["Các thôn"], ["phản ánh về Phòng Kinh tế"]), (["Phòng Kinh tế"], ["báo cáo xã."])],
        ),
        "a section of the office": (
            ["1. Đối với những đơn không ký tên, bộ phận xử lý đơn phải báo cáo lãnh đạo."],
            [(["bộ phận xử lý đơn"], ["phải báo cáo lãnh đạo."])],
        ),
        "several named by the title, each in the text below": (
            [
                "1. Phòng Kinh tế, các thôn",
                "Trên cơ sở Kế hoạch này, Phòng Kinh tế lập sổ rừng; các thôn nộp danh sách.",
            ],
            [(["Phòng Kinh tế"], ["lập sổ rừng"]), (["các thôn"], ["nộp danh sách."])],
        ),
        "who is in charge of a field": (
            [
                "1. Cán bộ phụ trách lĩnh vực giám sát",
                "- Lập sổ rừng.",
                "2. Các Phó chủ tịch phụ trách lĩnh vực xã hội",
                "- Họp.",
            ],
            [
                (["Cán bộ phụ trách lĩnh vực giám sát"], ["Lập sổ rừng."]),
                (["Các Phó chủ tịch phụ trách lĩnh vực xã hội"], ["Họp."]),
            ],
        ),
        "who leads and directs": (
            ["1. Đồng chí Chủ tịch Ủy ban nhân dân xã lãnh đạo, chỉ đạo chung việc tuần tra."],
            [(["Đồng chí Chủ tịch Ủy ban nhân dân xã"], ["lãnh đạo, chỉ đạo chung việc tuần tra."])],
        ),
        "behind a colon, with who does it": (
            ["1. Hạng mục trạm bơm: Do các doanh nghiệp đầu tư bằng nguồn vốn của mình."],
            [(["các doanh nghiệp"], ["đầu tư bằng nguồn vốn của mình."])],
        ),
        "not those of a bracket": (
            ["1. Căn cứ cơ cấu của xã gồm Ban Thường trực (Chủ tịch, các Phó Chủ tịch) phân công việc."],
            [],
        ),
        "with whom, over what they do": (
            ["1. Phòng Kinh tế chủ trì, phối hợp với các thôn:", "- Lập sổ rừng."],
            [(["Phòng Kinh tế"], ["Lập sổ rừng."])],
        ),
        "a person, with the number to call": (
            ["1. Bà Vi Thị Sen, Trưởng Trạm Y tế xã (điện thoại 0905.123.456) làm đầu mối, tổng hợp báo cáo."],
            [(["Bà Vi Thị Sen, Trưởng Trạm Y tế xã"], ["làm đầu mối, tổng hợp báo cáo."])],
        ),
        "who means to act": (
            ["1. Phòng Kinh tế dự kiến tổ chức hội nghị."],
            [(["Phòng Kinh tế"], ["dự kiến tổ chức hội nghị."])],
        ),
    },
)
def test_the_tasks_of_a_lead(lines, expected):
    assert assignments(*lines) == expected


def test_those_named_below_an_announcement_act_themselves():
    lines = [
        "Ban Tổ chức phân công nhiệm vụ cho các thành viên như sau:",
        "1. Ông Lò Văn Páo - Phó Bí thư Đảng ủy, Chủ tịch UBND xã: phụ trách chung.",
        "2. Bà Vi Thị Sen - Trưởng Trạm Y tế: chuẩn bị cơ số thuốc.",
    ]
    assert assignments(*lines) == [
        (["Ông Lò Văn Páo - Phó Bí thư Đảng ủy, Chủ tịch UBND xã"], ["phụ trách chung."]),
        (["Bà Vi Thị Sen - Trưởng Trạm Y tế"], ["chuẩn bị cơ số thuốc."]),
    ]


def test_a_list_of_who_does_what():
    lines = [
        "- Âm thanh, ánh sáng: Đoàn xã.",
        "- Đón khách: ông Lò Văn Páo, bà Vi Thị Sen.",
        "- Địa điểm: Hội trường xã.",
    ]
    plan = under("PHÂN CÔNG NHIỆM VỤ", *lines)
    assert [(a.lead, [t.quote for t in a.tasks]) for a in plan.assignments] == [
        (["Đoàn xã"], ["Âm thanh, ánh sáng"]),
        (["ông Lò Văn Páo", "bà Vi Thị Sen"], ["Đón khách"]),
    ]
    assert assignments(*lines, heading="NỘI DUNG") == []


@pytest.mark.parametrize("title", ["1. Doanh nghiệp số", "2. Tổ chức, bộ máy", "3. Các ngành, lĩnh vực khác"])
def test_titles_of_fields_of_work_give_no_duty(title):
    assert assignments(title, "- Phát triển các nền tảng dùng chung.", heading="GIẢI PHÁP") == []


def test_a_list_of_places_gives_no_duty():
    places = [f"- Xã {name}: Lấy mẫu 01 vị trí tại vùng nuôi tôm." for name in ("Đồi Sim", "Hoa Ban", "Mây Trắng")]
    assert assignments("1. Điểm lấy mẫu:", *places, heading="NỘI DUNG") == []
    assert len(assignments("1. Lấy mẫu nước nuôi tôm", *places, heading="TỔ CHỨC THỰC HIỆN")) == 3


def test_who_is_set_apart_in_a_task_has_a_duty():
    found = assignments(
        "1. Phòng Văn hóa - Xã hội",
        "- Chỉ đạo các trường cử người dự. Riêng Trường Tiểu học Hoa Ban chuẩn bị hội trường.",
    )
    assert [(lead, tasks) for lead, tasks in found] == [
        (
            ["Phòng Văn hóa - Xã hội"],
            ["Chỉ đạo các trường cử người dự. Riêng Trường Tiểu học Hoa Ban chuẩn bị hội trường."],
        ),
        (["Trường Tiểu học Hoa Ban"], ["chuẩn bị hội trường."]),
    ]


def test_who_does_what_was_told_before():
    plan = under(
        "NỘI DUNG",
        "- Dọn nghĩa trang; thăm 12 gia đình. Chi đoàn Quân sự chủ trì, phối hợp Hội Nông dân xã; xong trước 27/7.",
    )
    (found,) = grounded(plan, plan.assignments)
    assert (found.lead, found.partners) == (["Chi đoàn Quân sự"], ["Hội Nông dân xã"])
    assert [t.quote for t in found.tasks] == ["Dọn nghĩa trang", "thăm 12 gia đình."]


def test_where_a_group_is_listed_is_no_part_of_its_duty():
    ((lead, tasks),) = assignments("Các trường tại Phụ lục I: Chuẩn bị báo cáo.")
    assert (lead, tasks) == (["Các trường"], ["Chuẩn bị báo cáo."])


def test_each_whom_a_paragraph_below_a_body_names_has_a_duty():
    found = assignments(
        "1. Ủy ban Mặt trận Tổ quốc xã",
        "Vận động hội viên học tập; Đoàn Thanh niên xã lập 13 đội; là lực lượng xung kích trên mặt trận này.",
    )
    assert found == [
        (["Ủy ban Mặt trận Tổ quốc xã"], ["Vận động hội viên học tập", "là lực lượng xung kích trên mặt trận này."]),
        (["Đoàn Thanh niên xã"], ["lập 13 đội"]),
    ]


@rules(
    ("line", "expected"),
    {
        "charged with what was told before": (
            "1. Công bố kết quả xếp hạng các thôn. Giao Văn phòng HĐND và UBND xã.",
            [(["Văn phòng HĐND và UBND xã"], ["Công bố kết quả xếp hạng các thôn."])],
        ),
        "alone in a bracket behind it": (
            "1. Tổ chức lớp dạy nghề cho thanh niên (Phòng Kinh tế; Đoàn Thanh niên xã).",
            [(["Phòng Kinh tế", "Đoàn Thanh niên xã"], ["Tổ chức lớp dạy nghề cho thanh niên"])],
        ),
        "a bracket behind a body says more of it": (
            "1. Gửi báo cáo về Sở Y tế (Phòng Nghiệp vụ).",
            [],
        ),
        "behind a time": (
            "- Báo cáo tuần: trong hai đợt tiêm, các thôn gửi Trung tâm Y tế trước thứ Năm.",
            [(["các thôn"], ["gửi Trung tâm Y tế trước thứ Năm."])],
        ),
        "departments by their fields": (
            "1. Các sở: Xây dựng; Giáo dục và Đào tạo; Y tế căn cứ chức năng lồng ghép nội dung vào kế hoạch.",
            [(["Các sở: Xây dựng; Giáo dục và Đào tạo; Y tế"], ["căn cứ chức năng lồng ghép nội dung vào kế hoạch."])],
        ),
        "forces and means are no body": (
            "- Lực lượng, phương tiện và số hộ phải sơ tán được giao như bảng dưới đây:",
            [],
        ),
        "a bracket with a colon parts no list": (
            "1. Phòng Kinh tế: xây dựng kế hoạch (năm 2026: trước ngày 20/4); soạn tài liệu; cung ứng vật tư.",
            [
                (
                    ["Phòng Kinh tế"],
                    ["xây dựng kế hoạch (năm 2026: trước ngày 20/4)", "soạn tài liệu", "cung ứng vật tư."],
                )
            ],
        ),
    },
)
def test_where_the_lead_is_told(line, expected):
    assert assignments(line, heading="NỘI DUNG") == expected


def test_who_acts_beside_who_takes_charge():
    ((lead, tasks),) = assignments("- Các tổ nộp bản đăng ký thi đua. Phụ trách: Tổ trưởng.", heading="NHIỆM VỤ")
    assert (lead, tasks) == (["Các tổ", "Tổ trưởng"], ["nộp bản đăng ký thi đua"])


def test_teams_by_their_number():
    found = assignments("- Kiểm tra các chợ.", "- Đơn vị chủ trì: Đoàn số 1, Đoàn số 2.", heading="NHIỆM VỤ")
    assert [lead for lead, _ in found] == [["Đoàn số 1", "Đoàn số 2"]]


def test_what_is_looked_at_is_no_duty():
    assert assignments("- Đối với các cơ sở: giấy phép hoạt động; chứng chỉ hành nghề.", heading="NỘI DUNG") == []
    ((lead, _),) = assignments("- Đối với các cơ sở: chấp hành quy định.", heading="NỘI DUNG")
    assert lead == ["các cơ sở"]


def test_who_is_encouraged_acts():
    (found,) = assignments("1. Khuyến khích Đoàn Thanh niên xã phát động ngày thứ Bảy xanh.")
    assert found[0] == ["Đoàn Thanh niên xã"]


@pytest.mark.parametrize(
    "line",
    [
        "1. Kinh phí thực hiện được bố trí từ ngân sách.",
        "1. Khó khăn, vướng mắc phản ánh về Phòng Kinh tế để tổng hợp.",
        "1. Các cá nhân tích cực tham gia.",
        "1. Tổ giúp việc gồm: ông Lò Văn Páo, bà Vi Thị Sen.",
        "1. Người dân chấp hành pháp luật.",
        "1. Chỉ đạo Đài Truyền thanh xã tuyên truyền.",
        "1. Tổ chức lễ phát động tại Trường Tiểu học Hoa Ban.",
        "1. Hội nghị sơ kết báo cáo kết quả.",
        "1. Phòng, chống cháy rừng; tuần tra rừng.",
        "1. Sở Y tế được tặng Bằng khen.",
        "1. Sở Y tế đã rà soát danh mục.",
        "1. Các thôn có thành tích được khen thưởng.",
        "1. Thực hiện theo hướng dẫn của Sở Nội vụ.",
        "1. Báo cáo gửi về Phòng Kinh tế trước ngày 15/6/2026.",
        "1. Tổ dưới 60% xếp sau cùng trong đợt thi đua.",
        "1. Mỗi lớp không quá 30 học viên.",
        "1. Đơn vị không gửi báo cáo bị phê bình.",
        "1. Phòng thi bảo đảm ánh sáng.",
        "1. Xã hội hóa: huy động nguồn lực trong dân.",
        "1. Các trường tiểu học: Hoa Ban, Sông Mơ và Đồi Sim.",
        "1. Bản mềm gồm: danh sách hộ, bản đồ rừng.",
        "1. Hội thao công nhân: tuần 3 tháng 5/2026.",
    ],
)
def test_what_gives_no_duty(line):
    assert assignments(line) == []


@pytest.mark.parametrize("heading", ["MỤC ĐÍCH", "TIÊU CHÍ THI ĐUA", "ĐỐI TƯỢNG", "THÀNH PHẦN"])
def test_where_a_body_with_a_verb_gets_no_duty(heading):
    assert assignments("- Phòng Kinh tế tổng hợp kết quả.", heading=heading) == []


def test_an_audience_of_awards_gets_no_duty():
    assert assignments("1. Đối với các thôn", "- Tặng Giấy khen.", heading="HÌNH THỨC KHEN THƯỞNG") == []


@pytest.mark.parametrize("heading", ["YÊU CẦU", "NHIỆM VỤ", "GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN", "KHEN THƯỞNG"])
def test_where_it_does(heading):
    assert assignments("- Phòng Kinh tế tổng hợp kết quả.", heading=heading) == [
        (["Phòng Kinh tế"], ["tổng hợp kết quả."])
    ]


def test_the_closing_gives_duties_and_the_preamble_none():
    plan = read(
        "Ủy ban nhân dân xã Đồi Sim xây dựng Kế hoạch như sau:",
        "I. NHIỆM VỤ",
        "1. Trồng rừng.",
        "Trên đây là Kế hoạch trồng rừng, yêu cầu các thôn nghiêm túc triển khai.",
    )
    assert [a.lead for a in plan.assignments] == [["các thôn"]]


# -- how running text lists duties -----------------------------------------------------------------------------------


@rules(
    ("text", "expected"),
    {
        "semicolons and stops": (
            "Rà soát hồ sơ; tổng hợp kết quả. Báo cáo Ủy ban nhân dân xã.",
            ["Rà soát hồ sơ", "tổng hợp kết quả.", "Báo cáo Ủy ban nhân dân xã."],
        ),
        "a part without a duty goes on": (
            "kiểm tra giống; cây keo và cây bạch đàn; đôn đốc.",
            ["kiểm tra giống; cây keo và cây bạch đàn", "đôn đốc."],
        ),
        "a new sentence": ("rà soát giống. Cây giống loại một.", ["rà soát giống.", "Cây giống loại một."]),
        "a bracket is not divided": (
            "chọn giống (phân loại keo; phân loại bạch đàn); tập huấn",
            ["chọn giống (phân loại keo; phân loại bạch đàn)", "tập huấn"],
        ),
        "an adverb may open it": (
            "rà soát; kịp thời đôn đốc; đồng thời, báo cáo",
            ["rà soát", "kịp thời đôn đốc", "đồng thời, báo cáo"],
        ),
        "the stop of `TP.`": ("rà soát tại TP. Hoa Ban", ["rà soát tại TP. Hoa Ban"]),
        "nothing": ("", []),
    },
)
def test_split_duties(text, expected):
    found = split_duties(text, 0)
    assert [c.text for c in found] == expected
    assert [text[slice(*c.span)] for c in found] == expected


@rules(
    ("text", "expected"),
    {
        "with": ("phối hợp với Công an xã, Trạm Y tế xã kiểm tra", ["Công an xã", "Trạm Y tế xã"]),
        "without `với`": ("phối hợp Công an xã rà soát", ["Công an xã"]),
        "closely": ("phối hợp chặt chẽ với các thôn trồng rừng", ["các thôn"]),
        "together": (
            "Phối hợp cùng Hội Nông dân xã và các hội, đoàn thể vận động",
            ["Hội Nông dân xã", "các hội, đoàn thể"],
        ),
        "twice": ("phối hợp với Sở Y tế rà soát; phối hợp với Sở Nội vụ tổng hợp", ["Sở Y tế", "Sở Nội vụ"]),
        "with nobody": ("phối hợp thực hiện", []),
        "no partner word": ("báo cáo Sở Nội vụ", []),
    },
)
def test_find_partners(text, expected):
    found = find_partners(text)
    assert [b.name for b in found] == expected
    assert [text[slice(*b.span)] for b in found] == expected
    assert [b.span[0] for b in find_partners(text, 50)] == [b.span[0] + 50 for b in found]


def test_a_narrower_table_ends_the_task_table_above():
    plan = read(
        "I. NHIỆM VỤ",
        "Các nhiệm vụ như sau:",
        "| STT | Nhiệm vụ | Thời gian | Đơn vị chủ trì |",
        "|---|---|---|---|",
        "| 1 | Cấp cây giống | Tháng 4/2026 | Phòng Kinh tế |",
        "",
        "Diện tích:",
        "| Thôn Mơ | 12 ha |",
        "| Thôn Lau | 20 ha |",
        "",
        "Số hộ:",
        "| Thôn Mơ | 42 |",
        "| Thôn Lau | 57 |",
    )
    assert [a.lead for a in plan.assignments] == [["Phòng Kinh tế"]]


def test_hau_can_is_a_name():
    assert assignments("1. Phòng Hậu cần - Kỹ thuật: bảo đảm vật tư.") == [
        (["Phòng Hậu cần - Kỹ thuật"], ["bảo đảm vật tư."])
    ]


def test_who_leads_is_told_below_each_item():
    found = under(
        "NHIỆM VỤ",
        "1. Giữ rừng",
        "- Tuần tra rừng phòng hộ.",
        "Đơn vị chủ trì: Công an xã.",
        "- Các thôn ký cam kết; phát tờ rơi.",
        "Đơn vị phối hợp: Hội Nông dân xã.",
        "Đơn vị chủ trì: Hạt Kiểm lâm.",
    ).assignments
    assert [(a.lead, a.partners, [t.quote for t in a.tasks]) for a in found] == [
        (["Công an xã"], [], ["Tuần tra rừng phòng hộ."]),
        (["Các thôn", "Hạt Kiểm lâm"], ["Hội Nông dân xã"], ["ký cam kết", "phát tờ rơi."]),
    ]


def test_of_two_leads_in_a_closing_each_has_the_sentence_that_names_him():
    found = under(
        "TỔ CHỨC THỰC HIỆN",
        "1. Các thôn phát tờ rơi.",
        "Trên đây là Kế hoạch giữ rừng. Đề nghị các trường phát tờ rơi. Đồng thời, các hội báo cáo về Công an xã.",
    ).assignments
    assert [(a.lead, a.quote.split()[:3]) for a in found[1:]] == [
        (["các trường"], ["Đề", "nghị", "các"]),
        (["các hội"], ["Đồng", "thời,", "các"]),
    ]


def test_a_group_called_shorter_is_the_lead_again():
    lines = ["1. Các doanh nghiệp vận tải, hợp tác xã", "- Ký cam kết.", "- Doanh nghiệp vận tải báo cáo."]
    [found] = under("TỔ CHỨC THỰC HIỆN", *lines).assignments
    assert [t.quote for t in found.tasks] == ["Ký cam kết.", "Doanh nghiệp vận tải báo cáo."]


@pytest.mark.parametrize(
    "line",
    [
        "- Thôn nào cũng làm, không phân biệt thôn cũ, thôn mới.",
        "- Cấp ủy lãnh đạo, chính quyền tổ chức, Mặt trận làm nòng cốt.",
        "- Từ ngân sách xã; Quỹ thi đua, khen thưởng của xã.",
        "- Giám đốc Sở Y tế làm Phó Trưởng ban Thường trực.",
    ],
)
def test_nobody_in_particular_leads(line):
    assert under("TỔ CHỨC THỰC HIỆN", line).assignments == []


def test_the_figure_of_a_unit_is_no_duty():
    assert under("CHỈ TIÊU", "- Tổ 1: 09 người đạt danh hiệu tiên tiến.").assignments == []


def test_rounds_of_a_duty_are_no_tasks():
    lines = ["1. Hạt Kiểm lâm tổ chức 02 đợt tuần tra:", "- Đợt 1 (từ 05/9/2026 đến 20/9/2026): ở thôn Mơ."]
    [found] = under("NỘI DUNG", *lines).assignments
    assert [t.quote for t in found.tasks] == ["tổ chức 02 đợt tuần tra:"]


def test_a_list_of_what_there_is_gives_no_tasks():
    lines = ["1. Trung tâm Văn hóa bảo đảm trọng tài. Cụ thể có hai giải:", "(1) Giải bóng đá.", "(2) Giải đua thuyền."]
    [found] = under("NỘI DUNG", *lines).assignments
    assert [t.quote for t in found.tasks] == ["bảo đảm trọng tài."]


def test_a_section_about_a_committee_is_no_duty_of_it():
    lines = ["Sở Y tế trình tỉnh thành lập Ban Tổ chức.", "Mỗi xã lập ban tổ chức riêng."]
    assert ["BAN TỔ CHỨC"] not in [a.lead for a in read("IV. BAN TỔ CHỨC", *lines).assignments]


def test_sections_in_capitals_that_name_who_acts():
    bodies = ["I. CÔNG AN XÃ", "II. BAN CHỈ HUY QUÂN SỰ XÃ", "III. TRẠM Y TẾ XÃ"]
    lines = [line for body in bodies for line in (body, "- Tuần tra các thôn.")]
    assert len(read(*lines).assignments) == len(bodies)


def test_who_is_charged_to_be_the_office_in_charge():
    [found] = under("TỔ CHỨC THỰC HIỆN", "- Giao Phòng Kinh tế là thường trực về giữ rừng. Lập danh sách.").assignments
    assert (found.lead, [t.quote for t in found.tasks]) == (
        ["Phòng Kinh tế"],
        ["là thường trực về giữ rừng.", "Lập danh sách."],
    )
