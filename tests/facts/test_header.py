"""Letterhead and title: issuer, number, place and date, title, movement, period, parent, promulgation."""

import pytest
from plan_texts import LETTERHEAD, read, rules

BODY = ("I. NHIỆM VỤ", "1. Rà soát diện tích rừng.")


def header(*preamble, body=BODY, **head):
    return read(*preamble, *body, **head).header


def letterhead(*lines, number="112/KH", place="Sông Hương", day="ngày 05 tháng 3 năm 2026"):
    return "\n".join([*lines, f"Số: {number}", f"{place}, {day}"]) + "\n"


def test_every_field_stands_where_its_span_says():
    plan = read(*BODY, title="Phát động phong trào thi đua “Cả xã trồng cây gây rừng” năm 2026")
    assert {field: plan.text[slice(*span)] for field, span in plan.header.spans.items()} == {
        "issuer": "ỦY BAN NHÂN DÂN\nXÃ ĐỒI SIM",
        "number": "27/KH-UBND",
        "place": "Đồi Sim",
        "date": "ngày 14 tháng 02 năm 2026",
        "document_type": "KẾ HOẠCH",
        "title": "Phát động phong trào thi đua “Cả xã trồng cây gây rừng” năm 2026",
        "movement": "Cả xã trồng cây gây rừng",
    }
    assert (plan.header.document_type, plan.header.number) == ("Kế hoạch", "27/KH-UBND")
    assert (plan.header.place, plan.header.date) == ("Đồi Sim", "2026-02-14")


@rules(
    ("lines", "name", "kind", "level"),
    {
        "commune over two lines": (
            ["ỦY BAN NHÂN DÂN", "XÃ ĐỒI SIM"],
            "Ủy ban nhân dân xã Đồi Sim",
            "people_committee",
            "commune",
        ),
        "abbreviation is written out": (
            ["UBND HUYỆN MAI CHÂU"],
            "Ủy ban nhân dân huyện Mai Châu",
            "people_committee",
            "district",
        ),
        "the lower of two bodies issues, with its place": (
            ["ỦY BAN NHÂN DÂN TỈNH SÔNG HƯƠNG", "SỞ Y TẾ"],
            "Sở Y tế tỉnh Sông Hương",
            "department",
            "province",
        ),
        "a department of a district is of its level": (
            ["UBND HUYỆN MAI CHÂU", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"],
            "Phòng Giáo dục và Đào tạo huyện Mai Châu",
            "department",
            "district",
        ),
        "a ministry alone": (
            ["BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"],
            "Bộ Nông nghiệp và Môi trường",
            "ministry",
            "central",
        ),
        "a central city": (
            ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"],
            "Ủy ban nhân dân thành phố Hải Phòng",
            "people_committee",
            "province",
        ),
        "a commune whose name begins like a school": (
            ["ỦY BAN NHÂN DÂN", "XÃ TRƯỜNG XUÂN"],
            "Ủy ban nhân dân xã Trường Xuân",
            "people_committee",
            "commune",
        ),
        "the same where the line ends before its name": (
            ["ỦY BAN NHÂN DÂN PHƯỜNG", "TRƯỜNG THI"],
            "Ủy ban nhân dân phường Trường Thi",
            "people_committee",
            "commune",
        ),
        "a school below a commune in one line": (
            ["ỦY BAN NHÂN DÂN XÃ SUỐI NGÀN TRƯỜNG TIỂU HỌC SUỐI NGÀN"],
            "Trường Tiểu học Suối Ngàn",
            "school",
            "unit",
        ),
        "a health station below a committee": (
            ["UBND HUYỆN MAI CHÂU", "TRẠM Y TẾ XÃ ĐỒI SIM"],
            "Trạm Y tế xã Đồi Sim",
            "other",
            "commune",
        ),
        "two bodies in one line": (
            ["UBND HUYỆN MAI CHÂU HẠT KIỂM LÂM"],
            "Hạt Kiểm lâm huyện Mai Châu",
            "department",
            "district",
        ),
        "an office of an urban district with a number": (
            ["UBND QUẬN 3", "PHÒNG TƯ PHÁP"],
            "Phòng Tư pháp Quận 3",
            "department",
            "district",
        ),
        "a place that begins with a letter with a mark": (
            ["UBND HUYỆN Ý LAN", "PHÒNG TƯ PHÁP"],
            "Phòng Tư pháp huyện Ý Lan",
            "department",
            "district",
        ),
        "a stroke before the first body": (
            ["/UBMTTQ VIỆT NAM", "XÃ ĐỒI SIM", "BAN THƯỜNG TRỰC"],
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Đồi Sim",
            "front",
            "commune",
        ),
        "place and date on the line of the lower body": (
            ["ĐẢNG ỦY XÃ ĐỒI SIM ĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ THÔN ĐÔNG Đồi Sim, ngày 16 tháng 3 năm 2026"],
            "Chi bộ thôn Đông",
            "party",
            "commune",
        ),
        "a committee of a people's council": (
            ["HỘI ĐỒNG NHÂN DÂN", "TỈNH HẢI SƠN", "BAN VĂN HÓA - XÃ HỘI"],
            "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh Hải Sơn",
            "people_council",
            "province",
        ),
        "the inspectors of a Party committee": (
            ["ĐẢNG ỦY XÃ ĐỒI SIM   ĐẢNG CỘNG SẢN VIỆT NAM", "ỦY BAN KIỂM TRA"],
            "Ủy ban Kiểm tra Đảng ủy xã Đồi Sim",
            "party",
            "commune",
        ),
        "the inspectors of a Party organisation": (
            ["ĐẢNG BỘ XÃ ĐỒI SIM", "ỦY BAN KIỂM TRA"],
            "Ủy ban Kiểm tra Đảng bộ xã Đồi Sim",
            "party",
            "commune",
        ),
        "the Youth Union, whose name stands in the place of the motto": (
            ["TỈNH ĐOÀN HẢI SƠN", "BAN THƯỜNG VỤ", "ĐOÀN TNCS HỒ CHÍ MINH"],
            "Ban Thường vụ Tỉnh đoàn Hải Sơn",
            "front",
            "province",
        ),
        "a quarter of a ward": (
            ["UBND PHƯỜNG MÂY TRẮNG", "KHU PHỐ 4"],
            "Khu phố 4 phường Mây Trắng",
            "other",
            "commune",
        ),
        "the military command of a commune": (
            ["BỘ CHỈ HUY QUÂN SỰ TỈNH", "BAN CHQS XÃ ĐỒI SIM"],
            "Ban Chỉ huy Quân sự xã Đồi Sim",
            "department",
            "commune",
        ),
        "a standing committee in short": (
            ["HỘI LHPN VIỆT NAM", "BTV HỘI LHPN XÃ ĐỒI SIM"],
            "Ban Thường vụ Hội Liên hiệp Phụ nữ xã Đồi Sim",
            "front",
            "commune",
        ),
        "a sign for `và`": (
            ["UBND HUYỆN MÂY TRẮNG", "PHÒNG GIÁO DỤC&ĐÀO TẠO"],
            "Phòng Giáo dục và Đào tạo huyện Mây Trắng",
            "department",
            "district",
        ),
        "the Standing Board of the Front": (
            ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ ĐỒI SIM", "BAN THƯỜNG TRỰC"],
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Đồi Sim",
            "front",
            "commune",
        ),
        "a school": (["TRƯỜNG THCS HOA BAN"], "Trường Trung học cơ sở Hoa Ban", "school", "unit"),
        "the motto beside it is none": (
            ["ỦY BAN NHÂN DÂN XÃ ĐỒI SIM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            "Ủy ban nhân dân xã Đồi Sim",
            "people_committee",
            "commune",
        ),
        "rule and star are none": (
            ["ỦY BAN NHÂN DÂN XÃ ĐỒI SIM", "-------", "*"],
            "Ủy ban nhân dân xã Đồi Sim",
            "people_committee",
            "commune",
        ),
    },
)
def test_issuer_of_the_letterhead(lines, name, kind, level):
    issuer = header(letterhead=letterhead(*lines)).issuer
    assert (issuer.name, issuer.kind, issuer.level) == (name, kind, level)


def test_the_text_completes_the_issuers_place():
    found = header("Căn cứ tình hình tỉnh Sông Hương;", letterhead=letterhead("ỦY BAN NHÂN DÂN TỈNH"))
    assert found.issuer.name == "Ủy ban nhân dân tỉnh Sông Hương"


@rules(
    ("line", "sentence", "name"),
    {
        "a department": ("SỞ NỘI VỤ", "Giám đốc Sở Nội vụ tỉnh Sông Hương giao", "Sở Nội vụ tỉnh Sông Hương"),
        "a place without its unit": ("SỞ NỘI VỤ", "Các phòng của Sở Nội vụ Sông Hương", "Sở Nội vụ Sông Hương"),
        "a Party committee": ("ĐẢNG ỦY", "Thực hiện chủ trương của Đảng ủy xã Đồi Sim,", "Đảng ủy xã Đồi Sim"),
        "another office behind it": ("SỞ NỘI VỤ", "Giao Sở Nội vụ Sở Tài chính", "Sở Nội vụ"),
        "a place that is told": ("SỞ NỘI VỤ HÀ NỘI", "Sở Nội vụ Hà Nội Các phòng", "Sở Nội vụ Hà Nội"),
        "a ministry needs none": ("BỘ Y TẾ", "Bộ Y tế Việt Nam", "Bộ Y tế"),
        "nothing tells it": ("SỞ NỘI VỤ", "Sở Nội vụ ban hành", "Sở Nội vụ"),
    },
)
def test_the_text_completes_an_office_that_stands_alone(line, sentence, name):
    assert header(f"{sentence} như sau:", letterhead=letterhead(line)).issuer.name == name


def test_the_preamble_completes_a_committee_that_names_no_place():
    issuer = header(
        "Ủy ban nhân dân xã ban hành Kế hoạch trồng cây tại xã Đồi Sim như sau:",
        letterhead=letterhead("ỦY BAN NHÂN DÂN"),
    ).issuer
    assert (issuer.name, issuer.level) == ("Ủy ban nhân dân xã Đồi Sim", "commune")


def test_issuer_in_the_casing_of_the_text():
    found = header(
        "Ban Chỉ đạo Chuyển đổi số xã Đồi Sim xây dựng Kế hoạch như sau:",
        letterhead=letterhead("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ ĐỒI SIM"),
    )
    assert found.issuer.name == "Ban Chỉ đạo Chuyển đổi số xã Đồi Sim"


@pytest.mark.parametrize(("year", "level"), [(2024, "district"), (2026, "province")])
def test_the_level_of_a_city_is_that_of_the_plans_day(year, level):
    head = letterhead("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ", place="Huế", day=f"ngày 05 tháng 3 năm {year}")
    assert header(letterhead=head).issuer.level == level


@rules(
    ("preamble", "name"),
    {
        "the preamble names it": (
            ["Ủy ban nhân dân phường Hoa Sen ban hành Kế hoạch như sau:"],
            "Ủy ban nhân dân phường Hoa Sen",
        ),
        "behind the basis": (
            ["Căn cứ Luật Lâm nghiệp, Sở Y tế tỉnh Sông Hương xây dựng Kế hoạch như sau:"],
            "Sở Y tế tỉnh Sông Hương",
        ),
        "with its abbreviation inside": (
            ["Ban Thường trực Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam xã Đồi Sim ban hành Kế hoạch như sau:"],
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Đồi Sim",
        ),
        "the signature": ([], "Ủy ban nhân dân"),
    },
)
def test_issuer_without_a_letterhead(preamble, name):
    assert header(*preamble, letterhead="").issuer.name == name


def test_who_writes_a_plan_within_the_body_is_no_issuer():
    body = ["I. NHIỆM VỤ", "1. Ủy ban nhân dân phường Hoa Sen xây dựng Kế hoạch trồng rừng."]
    assert header(body=body, letterhead="", foot="").issuer.name is None


def test_nothing_is_guessed():
    found = header(letterhead="", foot="", title="Trồng rừng")
    assert (found.issuer.name, found.issuer.kind, found.issuer.level, found.number, found.place, found.date) == (
        None,
    ) * 6
    assert (found.period, found.parent, found.movement, found.promulgated_by, found.marks) == (
        None,
        None,
        None,
        None,
        [],
    )


@rules(
    ("printed", "marks"),
    {
        "urgent": ("HỎA TỐC", ["Hỏa tốc"]),
        "the other spelling": ("HOẢ TỐC", ["Hỏa tốc"]),
        "urgent by the hour": ("HỎA TỐC HẸN GIỜ", ["Hỏa tốc hẹn giờ"]),
        "secret": ("TUYỆT MẬT", ["Tuyệt mật"]),
        "both": ("MẬT\nKHẨN", ["Mật", "Khẩn"]),
    },
)
def test_marks_of_secrecy_and_urgency(printed, marks):
    head = f"ỦY BAN NHÂN DÂN XÃ ĐỒI SIM\n{printed}\nSố: 1/KH-UBND\n"
    assert header(letterhead=head).marks == marks


@rules(
    ("number", "expected"),
    {
        "committee": ("27/KH-UBND", "27/KH-UBND"),
        "Party": ("15-KH/TU", "15-KH/TU"),
        "stray space": ("27 /KH-UBND", "27/KH-UBND"),
        "blank": ("/KH-UBND", None),
        "dots": ("…/KH-UBND", None),
    },
)
def test_number(number, expected):
    assert header(letterhead=letterhead("ỦY BAN NHÂN DÂN XÃ ĐỒI SIM", number=number)).number == expected


@rules(
    ("day", "expected"),
    {
        "in words": ("ngày 7 tháng 4 năm 2024", "2024-04-07"),
        "in figures": ("ngày 07/4/2024", "2024-04-07"),
        "day left open": ("ngày … tháng 6 năm 2024", "2024-06"),
        "day and month left open": ("ngày … tháng … năm 2024", "2024"),
    },
)
def test_date(day, expected):
    found = header(letterhead=letterhead("ỦY BAN NHÂN DÂN XÃ ĐỒI SIM", place="Đồi Sim", day=day))
    assert (found.place, found.date) == ("Đồi Sim", expected)


def test_a_number_below_its_word():
    head = letterhead("ỦY BAN NHÂN DÂN", "XÃ ĐỒI SIM", number="").replace("Số: \n", "Số:\n112/KH-UBND\n")
    assert header(letterhead=head).number == "112/KH-UBND"


def test_blanks_left_for_number_and_day():
    head = "UBND TỈNH SÔNG HƯƠNG\nSỞ NỘI VỤ\nSố:      /KH-SNV\nSông Hương, ngày      tháng 6 năm 2026\n"
    found = header(letterhead=head)
    assert (found.document_type, found.number, found.date) == ("Kế hoạch", None, "2026-06")
    assert (found.issuer.name, found.title) == ("Sở Nội vụ tỉnh Sông Hương", "Trồng rừng phòng hộ năm 2026")


def test_title_over_lines_without_its_stop():
    assert header(title="Trồng rừng phòng hộ\ntrên địa bàn xã năm 2026.").title == (
        "Trồng rừng phòng hộ trên địa bàn xã năm 2026"
    )


@rules(
    ("title", "start", "end"),
    {
        "one year": ("Trồng rừng năm 2026", "2026", "2026"),
        "stage": ("Trồng rừng giai đoạn 2026 - 2030", "2026", "2030"),
        "years without a word": ("Trồng rừng 2026-2028", "2026", "2028"),
        "months": ("Trồng rừng từ tháng 3/2026 đến tháng 9/2027", "2026-03", "2027-09"),
        "open beginning": ("Trồng rừng đến năm 2030", None, "2030"),
        "school year": ("Nhiệm vụ năm học 2025 - 2026", "2025", "2026"),
        "an outlook is no end": ("Trồng rừng năm 2026, định hướng đến năm 2030", "2026", "2026"),
        "an outlook without a word": ("Trồng rừng giai đoạn 2026-2030, định hướng 2035", "2026", "2030"),
        "the first months of a year": ("Công tác 6 tháng đầu năm 2026", "2026-01", "2026-06"),
        "the last months of a year": ("Công tác 03 tháng cuối năm 2026", "2026-10", "2026-12"),
        "a quarter": ("Công tác dân số quý II/2026", "2026-04", "2026-06"),
        "two quarters": ("Công tác dân số quý III và quý IV năm 2026", "2026-07", "2026-12"),
        "a month": ("Công tác dân số tháng 9 năm 2026", "2026-09", "2026-09"),
        "a season": ("Hoạt động hè 2026", "2026", "2026"),
        "from now on": ("Đợt cao điểm từ nay đến 30/9/2026", None, "2026-09-30"),
        "days": ("Đợt ra quân từ ngày 05/4/2026 đến ngày 20/4/2026", "2026-04-05", "2026-04-20"),
        "the year of a programme": ("Thực hiện Chương trình giảm nghèo giai đoạn 2026 - 2030 năm 2027", "2027", "2027"),
        "a year within a programme": ("Trồng rừng năm 2027 thuộc giai đoạn 2026 - 2030", "2027", "2027"),
        "a vision is no end": ("Trồng rừng giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", "2026", "2030"),
    },
)
def test_period_of_the_title(title, start, end):
    period = header(title=title).period
    assert (period.start, period.end) == (start, end)


@rules(
    "title",
    {
        "no year": "Trồng rừng",
        "a day in the title": "Kỷ niệm ngày 19/5/2026",
        "a term of office": "Thực hiện Nghị quyết Đại hội nhiệm kỳ 2025 - 2030",
        "a year within a name": "Tổ chức ngày hội “Mùa xuân 2026”",
        "the years that are summed up": "Tổng kết thực hiện Chương trình trồng rừng giai đoạn 2021 - 2025",
        "a conference to sum up": "Tổ chức Hội nghị tổng kết công tác trồng rừng năm 2025",
    },
)
def test_a_title_that_tells_no_period(title):
    assert header(title=title).period is None


@rules(
    ("lines", "expected"),
    {
        "a heading of time": (
            ["I. THỜI GIAN THỰC HIỆN", "- Từ ngày 01/3/2026 đến ngày 30/11/2026."],
            ("2026-03-01", "2026-11-30"),
        ),
        "told of the whole drive": (
            ["I. NỘI DUNG", "1. Phạm vi: Đợt thi đua được tổ chức toàn xã, từ ngày 05/9/2026 đến hết ngày 31/12/2026."],
            ("2026-09-05", "2026-12-31"),
        ),
        "run into its title": (
            ["I. NỘI DUNG", "1. Thời gian thực hiện: từ tháng 3/2026 đến tháng 9/2026."],
            ("2026-03", "2026-09"),
        ),
        "with an end that has no day": (
            ["I. NỘI DUNG", "1. Thời gian thực hiện: từ tháng 3/2026 đến khi Đại hội thành công."],
            ("2026-03", None),
        ),
        "run into its title, with its stages below": (
            [
                "I. ĐỐI TƯỢNG, THỜI GIAN",
                "1. Thời gian: từ ngày 15/3/2026 đến ngày 15/11/2026, chia làm 02 đợt:",
                "- Đợt 1: từ ngày 15/3/2026 đến ngày 30/6/2026;",
                "- Đợt 2: từ ngày 01/7/2026 đến ngày 15/11/2026.",
            ],
            ("2026-03-15", "2026-11-15"),
        ),
        "several times are none": (
            [
                "I. THỜI GIAN THỰC HIỆN",
                "- Bước 1: từ tháng 3/2026 đến tháng 5/2026.",
                "- Bước 2: từ tháng 6/2026 đến tháng 9/2026.",
            ],
            ("2026", "2026"),
        ),
        "nor are the years of a programme": (
            [
                "I. THỰC HIỆN",
                "1. Các thôn đưa vào Kế hoạch việc triển khai Chương trình trồng rừng giai đoạn 2021 - 2030.",
            ],
            ("2026", "2026"),
        ),
        "from its issue to a day": (
            [
                "I. NHIỆM VỤ",
                "1. Thời gian: Từ ngày ban hành Kế hoạch đến hết ngày 15/12/2026. Sơ kết trước ngày 10/7/2026.",
            ],
            ("2026-02-14", "2026-12-15"),
        ),
        "from when it is proclaimed, in the year of the title, to a day": (
            ["I. NHIỆM VỤ", "1. Thời gian: từ ngày phát động đến hết ngày 15/12/2026."],
            ("2026", "2026-12-15"),
        ),
        "the one under a title of time, among several; its hours lie within": (
            [
                "I. THỜI GIAN, ĐỊA ĐIỂM",
                "1. Thời gian: ngày 27 và 28/6/2026. Khai mạc lúc 7 giờ 00 ngày 27/6/2026.",
                "II. PHÂN CÔNG",
                "- Thời gian: từ tháng 3/2026 đến tháng 5/2026.",
            ],
            ("2026-06-27", "2026-06-28"),
        ),
        "one time among several is that of a task": (
            [
                "I. NỘI DUNG",
                "1. Trồng cây",
                "- Thời gian: từ tháng 3/2026 đến tháng 9/2026.",
                "2. Chăm sóc",
                "- Thời gian: Tháng 10/2026.",
            ],
            ("2026", "2026"),
        ),
    },
)
def test_period_that_the_body_states(lines, expected):
    period = header(body=lines).period
    assert (period.start, period.end) == expected


@rules(
    ("lines", "expected"),
    {
        "who issues tells it": (
            ["Ủy ban nhân dân xã lập Kế hoạch trồng cây giai đoạn 2026 - 2027 như sau:", *BODY],
            ("2026", "2027"),
        ),
        "the closing tells it": (
            [*BODY, "Trên đây là Kế hoạch trồng cây năm 2026 của xã, đề nghị các thôn thực hiện./."],
            ("2026", "2026"),
        ),
        "the heading of the goals tells it": (
            ["I. MỤC TIÊU ĐẾN NĂM 2028", "1. Trồng 5 ha rừng.", "II. NHIỆM VỤ", "1. Rà soát."],
            (None, "2028"),
        ),
        "goals of several times tell none": (
            ["I. MỤC TIÊU NĂM 2026", "1. Trồng 5 ha.", "II. MỤC TIÊU NĂM 2027", "1. Trồng 6 ha."],
            None,
        ),
        "a goal alone tells none": (["I. MỤC TIÊU", "1. Đến năm 2030 trồng 5 ha rừng."], None),
        "nor does another plan": (
            ["Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 5/KH-UBND về trồng rừng năm 2026;", *BODY],
            None,
        ),
    },
)
def test_period_that_the_words_of_the_plan_tell(lines, expected):
    period = header(body=lines, title="Trồng cây").period
    assert (period and (period.start, period.end)) == expected


def test_a_programme_in_the_title_lasts_as_long_as_the_goals():
    goals = ["I. MỤC TIÊU", "1. Mục tiêu đến năm 2035", "- Trồng 5 ha rừng."]
    title = "Thực hiện Chương trình “Phủ xanh đồi trọc giai đoạn 2025 - {}, định hướng đến năm 2045”"
    periods = [header(body=goals, title=title.format(end)).period for end in ("2035", "2030")]
    assert [(p.start, p.end) for p in periods] == [("2025", "2035"), (None, "2035")]


@pytest.mark.parametrize(
    ("told", "day", "expected"),
    [
        ("từ ngày 15/3 đến ngày 30/4", "ngày 05 tháng 3 năm 2026", ("2026-03-15", "2026-04-30")),
        ("từ ngày 15/12 đến ngày 20/01", "ngày 05 tháng 12 năm 2026", ("2026-12-15", "2027-01-20")),
        ("từ ngày 15/3 đến ngày 30/4", "ngày    tháng    năm", None),
    ],
)
def test_a_period_of_days_without_a_year(told, day, expected):
    head = letterhead("ỦY BAN NHÂN DÂN", "XÃ ĐỒI SIM", day=day)
    body = ["I. NỘI DUNG", f"1. Thời gian thực hiện: {told}."]
    period = header(letterhead=head, title="Trồng cây", body=body).period
    assert (period and (period.start, period.end)) == expected


def test_period_of_the_section_of_time_where_the_title_has_none():
    plan = read(
        "I. THỜI GIAN THI ĐUA",
        "- Đợt 1: từ ngày 01/3/2026 đến ngày 31/3/2026.",
        "- Đợt 2: từ ngày 10 đến ngày 20 tháng 4 năm 2026.",
        "- Xếp hạng trước ngày 15/5/2026.",
        title="Phát động thi đua trồng cây",
    )
    assert (plan.header.period.start, plan.header.period.end) == ("2026-03-01", "2026-04-20")


@rules(
    ("title", "preamble", "movement"),
    {
        "quoted in the title": ("Phát động phong trào “Cả xã trồng cây” năm 2026", [], "Cả xã trồng cây"),
        "quoted in the preamble, repeated by the title": (
            "Trồng cây gây rừng năm 2026",
            ["Hưởng ứng phong trào “Trồng cây gây rừng”, xã ban hành Kế hoạch:"],
            "Trồng cây gây rừng",
        ),
        "quoted in the preamble alone": ("Trồng rừng năm 2026", ["Hưởng ứng phong trào “Cả nước trồng cây”:"], None),
        "the quotation behind the word for a movement": (
            "Hội thi “Bàn tay vàng” hưởng ứng phong trào “Cả xã trồng cây”",
            [],
            "Cả xã trồng cây",
        ),
        "the title of a directive is none": ("Thực hiện Chỉ thị số 8-CT/TU về “Bảo vệ rừng” năm 2026", [], None),
        "of a resolution neither": ("Tuyên truyền Nghị quyết “Về rừng bền vững” năm 2026", [], None),
        "nor where the quotation is all that tells it": (
            "Thực hiện Chỉ thị số 8-CT/TU của Tỉnh ủy Sông Hương và Ban Thường vụ “Về bảo vệ rừng trong tình hình mới”",
            [],
            None,
        ),
        "a programme by its directive": (
            "Thực hiện Chỉ thị số 8-CT/TU về phong trào “Cả xã trồng cây”",
            [],
            "Cả xã trồng cây",
        ),
        "not quoted": ("Phát động phong trào trồng cây năm 2026", [], None),
    },
)
def test_movement(title, preamble, movement):
    assert header(*preamble, title=title).movement == movement


@rules(
    ("lines", "movement"),
    {
        "run into its title": (["1. Chủ đề: “Cả xã trồng cây gây rừng”."], "Cả xã trồng cây gây rừng"),
        "below its title": (["1. Chủ đề thi đua", "“Cả xã trồng cây gây rừng”."], "Cả xã trồng cây gây rừng"),
        "the theme of a talk": (["1. Chủ đề: “Rừng xanh quê em” cho học sinh, “Rừng vàng” cho giáo viên."], None),
        "not quoted": (["1. Chủ đề: trồng cây gây rừng."], None),
    },
)
def test_the_theme_names_a_movement_where_the_title_does_not(lines, movement):
    assert header(body=["I. NỘI DUNG", *lines], title="Phát động thi đua năm 2026").movement == movement


PLAN = "Kế hoạch số 219/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh Sông Hương về trồng rừng phòng hộ"
DIRECTIVE = "Chỉ thị số 46-CT/TU ngày 02/02/2026 của Tỉnh ủy về bảo vệ rừng"
DECISION = "Quyết định số 5/QĐ-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh về giao chỉ tiêu"


@rules(
    ("preamble", "parent"),
    {
        "a plan that it carries out": ([f"Thực hiện {PLAN};"], "219/KH-UBND"),
        "the first, whose matter is not told": (
            [f"Thực hiện Kế hoạch số 14-KH/TU ngày 02/01/2026 của Tỉnh ủy và {PLAN};"],
            "14-KH/TU",
        ),
        "a plan among its bases": ([f"Căn cứ {DECISION};", f"Căn cứ {PLAN};"], "219/KH-UBND"),
        "the plan of the same matter": (
            [f"Căn cứ Kế hoạch số 11/KH-UBND ngày 02/01/2026 về chuyển đổi số; {PLAN};"],
            "219/KH-UBND",
        ),
        "a plan before a decision of another matter": (
            [
                "Căn cứ Quyết định số 7/QĐ-UBND ngày 02/01/2026 về ban hành Kế hoạch chuyển đổi số;",
                "Căn cứ Kế hoạch số 17/KH-UBND ngày 05/01/2026 thực hiện Nghị quyết số 9-NQ/TU;",
            ],
            "17/KH-UBND",
        ),
        "a decision that promulgates a plan": (
            ["Căn cứ Quyết định số 7/QĐ-UBND ngày 02/01/2026 về ban hành Kế hoạch trồng rừng;"],
            "7/QĐ-UBND",
        ),
        "a quoted plan": (
            ["Căn cứ Quyết định số 7/QĐ-UBND ngày 02/01/2026 về ban hành “Kế hoạch trồng rừng”;"],
            "7/QĐ-UBND",
        ),
        "else the first that it says it carries out": (
            [f"Căn cứ {DECISION};", f"Thực hiện {DIRECTIVE};"],
            "46-CT/TU",
        ),
        "to put it into practice": (
            [f"Căn cứ {DECISION};", f"Để cụ thể hóa {DIRECTIVE}, xã lập kế hoạch."],
            "46-CT/TU",
        ),
        "carried out with effect": (
            [f"Nhằm triển khai thực hiện có hiệu quả {DIRECTIVE}, xã lập kế hoạch."],
            "46-CT/TU",
        ),
        "a plan to carry it out": (
            [f"Căn cứ {DECISION};", f"Ủy ban nhân dân xã ban hành Kế hoạch thực hiện {DIRECTIVE} như sau:"],
            "46-CT/TU",
        ),
        "a basis alone is no parent": ([f"Căn cứ {DECISION};"], None),
        "none": ([], None),
    },
)
def test_parent(preamble, parent):
    assert header(*preamble).parent == parent


def test_a_document_of_the_body_is_no_parent():
    assert header(body=["I. NHIỆM VỤ", f"1. Thực hiện {PLAN}."]).parent is None


def test_parent_that_the_title_names():
    assert header(title="Thực hiện Kế hoạch số 219/KH-UBND của tỉnh").parent == "219/KH-UBND"


def test_of_the_documents_in_the_title_the_one_that_issues_a_plan_is_the_parent():
    found = header(
        "Căn cứ Quyết định số 3103/QĐ-BTC ngày 05/9/2025 của Bộ Tài chính ban hành Kế hoạch tổng thể;",
        title="Triển khai Quyết định số 06/QĐ-TTg và Quyết định số 3103/QĐ-BTC",
    )
    assert found.parent == "3103/QĐ-BTC"


def test_a_plan_attached_by_a_note():
    plan = read(
        *BODY,
        letterhead="ỦY BAN NHÂN DÂN XÃ ĐỒI SIM\n",
        title="Trồng rừng năm 2026\n(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 14/02/2026 của Chủ tịch xã)",
    )
    by = plan.header.promulgated_by
    assert (by.type, by.number, by.date) == ("Quyết định", "77/QĐ-UBND", "2026-02-14")
    assert (plan.header.number, plan.header.date, plan.header.title) == (
        "77/QĐ-UBND",
        "2026-02-14",
        "Trồng rừng năm 2026",
    )
    assert plan.text[slice(*plan.header.spans["number"])] == "77/QĐ-UBND"


def test_the_number_of_a_resolution_is_not_the_plans():
    title = "Trồng rừng năm 2026\n(Kèm theo Nghị quyết số 5/NQ-HĐND ngày 14/02/2026 của Hội đồng nhân dân xã)"
    found = header(letterhead="HỘI ĐỒNG NHÂN DÂN XÃ ĐỒI SIM\n", title=title)
    assert (found.promulgated_by.type, found.promulgated_by.number) == ("Nghị quyết", "5/NQ-HĐND")
    assert (found.number, found.date) == (None, None)


def test_a_plan_behind_its_decision_takes_number_date_and_issuer_from_it():
    decision = LETTERHEAD.replace("27/KH", "77/QĐ") + (
        "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch trồng rừng năm 2026\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒI SIM\n"
        "Căn cứ Luật Lâm nghiệp ngày 15/11/2017;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký./.\nCHỦ TỊCH\nLê Văn Mận\n"
    )
    plan = read(*BODY, letterhead=decision, foot="")
    found = plan.header
    assert (found.document_type, found.issuer.name) == ("Kế hoạch", "Ủy ban nhân dân xã Đồi Sim")
    assert (found.number, found.date) == ("77/QĐ-UBND", "2026-02-14")
    assert (found.promulgated_by.number, found.promulgated_by.date) == ("77/QĐ-UBND", "2026-02-14")
    assert [b.text for b in plan.blocks] == ["NHIỆM VỤ", "Rà soát diện tích rừng."]


def test_parent_is_what_approves_the_scheme_of_the_title():
    bases = [
        "Căn cứ Quyết định số 5/QĐ-TTg ngày 03/01/2026 của Thủ tướng Chính phủ phê duyệt Chương trình phát triển chợ;",
        "Căn cứ Quyết định số 7/QĐ-TTg ngày 03/02/2026 của Thủ tướng Chính phủ phê duyệt Quy hoạch mạng lưới chợ;",
    ]
    plan = read(*bases, "I. MỤC ĐÍCH", "- Có chợ sạch.", title="Thực hiện Quy hoạch mạng lưới chợ trên địa bàn tỉnh")
    assert plan.header.parent == "7/QĐ-TTg"
