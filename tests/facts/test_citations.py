"""Official documents that a text names: type, number, date, issuer, subject, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import strategies as st
from plan_texts import block_text, for_all, grounded, read, rules

from kehoach.facts.citations import distinct, find_citations, normal_number


def cited(text):
    """The documents of a text, each found to stand where it says."""
    found = find_citations(text)
    assert [text[slice(*c.span)] for c in found] == [c.quote for c in found]
    return found


def one(text):
    found = cited(text)
    assert len(found) == 1, found
    return found[0]


@rules(
    ("text", "kind", "number", "day", "issuer", "title"),
    {
        "decision in full": (
            "Quyết định số 415/QĐ-TTg ngày 18 tháng 5 năm 2024 của Thủ tướng Chính phủ "
            "về việc phê duyệt Đề án trồng rừng",
            "Quyết định",
            "415/QĐ-TTg",
            "2024-05-18",
            "Thủ tướng Chính phủ",
            "phê duyệt Đề án trồng rừng",
        ),
        "a circular of the Party": (
            "Thông tri số 02-TT/TU ngày 03/10/2025 của Tỉnh ủy về phủ xanh đồi trọc",
            "Thông tri",
            "02-TT/TU",
            "2025-10-03",
            "Tỉnh ủy",
            "phủ xanh đồi trọc",
        ),
        "its number in brackets behind its title": (
            "Kế hoạch phòng cháy rừng mùa khô (số 57/KH-BNN ngày 13/3/2024) của Bộ Nông nghiệp và Môi trường",
            "Kế hoạch",
            "57/KH-BNN",
            "2024-03-13",
            "Bộ Nông nghiệp và Môi trường",
            "phòng cháy rừng mùa khô",
        ),
        "a mark of a footnote": (
            "Quyết định số 586/QĐ-BGDĐT ngày 28/12/2023 của Bộ trưởng Bộ GD&ĐT1",
            "Quyết định",
            "586/QĐ-BGDĐT",
            "2023-12-28",
            "Bộ trưởng Bộ GD&ĐT",
            None,
        ),
        "a conference of the Party": (
            "Nghị quyết số 26-NQ/TW Hội nghị lần thứ bảy khóa XII về cán bộ",
            "Nghị quyết",
            "26-NQ/TW",
            None,
            "Hội nghị lần thứ bảy khóa XII",
            "cán bộ",
        ),
        "a number with a part": (
            "Nghị quyết số 66.2/2025/NQ-CP ngày 28 tháng 8 năm 2025 của Chính phủ",
            "Nghị quyết",
            "66.2/2025/NQ-CP",
            "2025-08-28",
            "Chính phủ",
            None,
        ),
        "words behind a name that is whole": (
            "Nghị định số 87/2025/NĐ-CP ngày 11/4/2025 của Chính phủ khoảng 21 tỷ đồng",
            "Nghị định",
            "87/2025/NĐ-CP",
            "2025-04-11",
            "Chính phủ",
            None,
        ),
        "two ministers": (
            "Thông tư liên tịch số 16/2013/TTLT-BYT-BNN ngày 27/5/2013 của Bộ trưởng Bộ Y tế "
            "và Bộ trưởng Bộ Nông nghiệp về việc hướng dẫn phối hợp",
            "Thông tư liên tịch",
            "16/2013/TTLT-BYT-BNN",
            "2013-05-27",
            "Bộ trưởng Bộ Y tế và Bộ trưởng Bộ Nông nghiệp",
            "hướng dẫn phối hợp",
        ),
        "who approved it, told before": (
            "được Thủ tướng Chính phủ phê duyệt tại Quyết định số 36/QĐ-TTg ngày 11/01/2024",
            "Quyết định",
            "36/QĐ-TTg",
            "2024-01-11",
            "Thủ tướng Chính phủ",
            None,
        ),
        "number alone": ("Chỉ thị 05-CT/TU", "Chỉ thị", "05-CT/TU", None, None, None),
        "number without the word": (
            "Kế hoạch 77/KH-UBND ngày 5/3/2026 của UBND tỉnh",
            "Kế hoạch",
            "77/KH-UBND",
            "2026-03-05",
            "UBND tỉnh",
            None,
        ),
        "colon behind the word": ("Quyết định số: 15/QĐ-SGDĐT", "Quyết định", "15/QĐ-SGDĐT", None, None, None),
        "year within the number": ("Nghị quyết số 01/2020/NQ-HĐND", "Nghị quyết", "01/2020/NQ-HĐND", None, None, None),
        "Party number": (
            "Nghị quyết số 12-NQ/TU ngày 07/7/2021 của Tỉnh ủy Sông Hương về chuyển đổi số",
            "Nghị quyết",
            "12-NQ/TU",
            "2021-07-07",
            "Tỉnh ủy Sông Hương",
            "chuyển đổi số",
        ),
        "date behind the issuer": (
            "Quyết định số 21/QĐ-UBND của Ủy ban nhân dân tỉnh Sông Hương ngày 8 tháng 1 năm 2026",
            "Quyết định",
            "21/QĐ-UBND",
            "2026-01-08",
            "Ủy ban nhân dân tỉnh Sông Hương",
            None,
        ),
        "subject that begins with its verb": (
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ quy định về công tác văn thư",
            "Nghị định",
            "30/2020/NĐ-CP",
            "2020-03-05",
            "Chính phủ",
            "quy định về công tác văn thư",
        ),
        "alias in brackets is no subject": (
            "Quyết định số 9/QĐ-UBND về giao chỉ tiêu (sau đây gọi là Quyết định số 9)",
            "Quyết định",
            "9/QĐ-UBND",
            None,
            None,
            "giao chỉ tiêu",
        ),
        "marks within quotation marks do not end a subject": (
            "Quyết định số 9/QĐ-UBND về Đề án “Rừng xanh; làng sạch” năm 2026;",
            "Quyết định",
            "9/QĐ-UBND",
            None,
            None,
            "Đề án “Rừng xanh; làng sạch” năm 2026",
        ),
        "type of two words": (
            "Thông tư liên tịch số 05/2015/TTLT-BNV-BTC",
            "Thông tư liên tịch",
            "05/2015/TTLT-BNV-BTC",
            None,
            None,
            None,
        ),
        "type in lower case": ("theo hướng dẫn số 14-HD/BTGTU", "Hướng dẫn", "14-HD/BTGTU", None, None, None),
        "law by number": ("Luật số 06/2022/QH15 ngày 15/6/2022", "Luật", "06/2022/QH15", "2022-06-15", None, None),
        "the constitution": ("Hiến pháp năm 2013;", "Hiến pháp", None, "2013", None, None),
        "a law of a year": ("Luật Lâm nghiệp năm 2017;", "Luật", None, "2017", None, "Lâm nghiệp"),
        "the year alone": ("Bộ luật Lao động 2019;", "Bộ luật", None, "2019", None, "Lao động"),
        "who has issued it, told before": (
            "Thực hiện chủ trương chung, Sở Y tế đã ban hành Kế hoạch số 8/KH-SYT ngày 03/02/2026",
            "Kế hoạch",
            "8/KH-SYT",
            "2026-02-03",
            "Sở Y tế",
            None,
        ),
        "an order of the forces": (
            "Mệnh lệnh số 9/ML-TM ngày 01/12/2024 của Tổng Tham mưu trưởng",
            "Mệnh lệnh",
            "9/ML-TM",
            "2024-12-01",
            "Tổng Tham mưu trưởng",
            None,
        ),
        "issuer between type and number": (
            "Kế hoạch của Sở Y tế: số 8/KH-SYT ngày 03/02/2026",
            "Kế hoạch",
            "8/KH-SYT",
            "2026-02-03",
            "Sở Y tế",
            None,
        ),
        "law by name": ("Luật Lâm nghiệp;", "Luật", None, None, None, "Lâm nghiệp"),
        "law by name and date": ("Luật Lâm nghiệp ngày 15/11/2017;", "Luật", None, "2017-11-15", None, "Lâm nghiệp"),
        "law by name and number": (
            "Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25/6/2015",
            "Luật",
            "83/2015/QH13",
            "2015-06-25",
            None,
            "Ngân sách nhà nước",
        ),
        "comma inside a law's name": (
            "Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Luật",
            None,
            "2022-06-15",
            None,
            "Thi đua, khen thưởng",
        ),
        "`và` inside a law's name": (
            "Luật Hòa giải ở cơ sở, các thôn",
            "Luật",
            None,
            None,
            None,
            "Hòa giải ở cơ sở",
        ),
        "code": ("Bộ luật Lao động ngày 20/11/2019", "Bộ luật", None, "2019-11-20", None, "Lao động"),
        "article of a law": ("khoản 2 Điều 15 Luật Bảo vệ môi trường", "Luật", None, None, None, "Bảo vệ môi trường"),
        "set of criteria": (
            "Bộ tiêu chí quốc gia về xã nông thôn mới",
            "Bộ tiêu chí",
            None,
            None,
            None,
            "quốc gia về xã nông thôn mới",
        ),
        "resolution of a congress": (
            "Nghị quyết Đại hội Đảng bộ xã Đồi Sim nhiệm kỳ 2025 - 2030",
            "Nghị quyết",
            None,
            None,
            "Đại hội Đảng bộ xã Đồi Sim",
            None,
        ),
        "conclusion told by who drew it": (
            "kết luận của Ban Thường vụ Tỉnh ủy về công tác cán bộ",
            "Kết luận",
            None,
            None,
            "Ban Thường vụ Tỉnh ủy",
            "công tác cán bộ",
        ),
        "scheme by name": ("Đề án “Sữa học đường”", "Đề án", None, None, None, "Sữa học đường"),
        "scheme of a decision": (
            "Đề án “Sữa học đường” ban hành kèm theo Quyết định số 12/QĐ-UBND",
            "Quyết định",
            "12/QĐ-UBND",
            None,
            None,
            "Đề án “Sữa học đường”",
        ),
        "ordinance with `với` inside its name": (
            "Pháp lệnh Ưu đãi người có công với cách mạng",
            "Pháp lệnh",
            None,
            None,
            None,
            "Ưu đãi người có công với cách mạng",
        ),
        "amending law": (
            "Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều ngày 17/6/2020",
            "Luật",
            None,
            "2020-06-17",
            None,
            "sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều",
        ),
        "law that amends many": (
            "Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch số 28/2018/QH14",
            "Luật",
            "28/2018/QH14",
            None,
            None,
            "sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch",
        ),
        "plan by its symbol alone": (
            "KH 77/KH-UBND ngày 3/2/2025 của UBND xã về trồng rừng",
            "Kế hoạch",
            "77/KH-UBND",
            "2025-02-03",
            "UBND xã",
            "trồng rừng",
        ),
        "programme by its symbol alone": ("theo 04-CTr/TU", "Chương trình", "04-CTr/TU", None, None, None),
        "notice by its symbol alone": ("theo 5/TB-UBND", "Thông báo", "5/TB-UBND", None, None, None),
        "plan of action": ("Kế hoạch hành động số 9-KH/TU", "Kế hoạch hành động", "9-KH/TU", None, None, None),
        "number without its symbol": (
            "Nghị quyết số 57 của Bộ Chính trị",
            "Nghị quyết",
            "57",
            None,
            "Bộ Chính trị",
            None,
        ),
        "date without number": (
            "Chỉ thị ngày 02/02/2026 của Thủ tướng Chính phủ về bệnh dại",
            "Chỉ thị",
            None,
            "2026-02-02",
            "Thủ tướng Chính phủ",
            "bệnh dại",
        ),
        "date behind the issuer, no number": (
            "Thông báo của Văn phòng Chính phủ ngày 02/02/2026",
            "Thông báo",
            None,
            "2026-02-02",
            "Văn phòng Chính phủ",
            None,
        ),
        "letter told by who wrote it": (
            "Thực hiện Công văn của Sở Nông nghiệp và Môi trường, xã lập kế hoạch",
            "Công văn",
            None,
            None,
            "Sở Nông nghiệp và Môi trường",
            None,
        ),
        "charter": ("Điều lệ Hội Nông dân Việt Nam", "Điều lệ", None, None, None, "Hội Nông dân Việt Nam"),
        "charter of the Party": ("theo Điều lệ Đảng.", "Điều lệ", None, None, None, "Đảng"),
        "proposal": (
            "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 21/TTr-SCT",
            "Tờ trình",
            "21/TTr-SCT",
            None,
            "Giám đốc Sở Công Thương",
            None,
        ),
        "whose view it tells": (
            "Theo ý kiến chỉ đạo của Thường trực Huyện ủy tại Thông báo số 31-TB/HU",
            "Thông báo",
            "31-TB/HU",
            None,
            "Thường trực Huyện ủy",
            None,
        ),
        "issuer told once before a list": (
            "các Quyết định của Bộ trưởng Bộ Tài chính (số 12/QĐ-BTC ngày 02/01/2026)",
            "Quyết định",
            "12/QĐ-BTC",
            "2026-01-02",
            "Bộ trưởng Bộ Tài chính",
            None,
        ),
        "one of several proposals": (
            "Xét đề nghị của các đơn vị; Công ty cổ phần Hoa Ban tại Tờ trình số 7/TTr-HB ngày 22/4/2026",
            "Tờ trình",
            "7/TTr-HB",
            "2026-04-22",
            "Công ty cổ phần Hoa Ban",
            None,
        ),
    },
)
def test_what_a_mention_says(text, kind, number, day, issuer, title):
    found = one(text)
    assert (found.type, found.number, found.date, found.issuer, found.title) == (kind, number, day, issuer, title)


BASIS = "Kế hoạch số 8/KH-UBND ngày 03/3/2026 của UBND tỉnh về bảo vệ rừng"


@pytest.mark.parametrize(
    "behind",
    [
        ", Ủy ban nhân dân xã Đồi Sim ban hành Kế hoạch bảo vệ rừng như sau:",
        ", UBND phường xây dựng kế hoạch thực hiện, cụ thể như sau:",
        ", Trường Tiểu học Hoa Ban đề ra kế hoạch thực hiện với các nội dung sau:",
        " UBND phường Hoa Sen triển khai thực hiện như sau:",
        ", UBND xã, Hạt Kiểm lâm và các đoàn thể phối hợp tổ chức thực hiện Kế hoạch như sau:",
        ", nay Công an xã lập Kế hoạch tuần tra như sau:",
        ", trên cơ sở tình hình thực tế, Hạt Kiểm lâm xây dựng Kế hoạch như sau:",
        ", ban hành Kế hoạch với những nội dung sau:",
        ", UBND xã giao Phòng Kinh tế chủ trì thực hiện.",
    ],
)
def test_a_title_ends_before_who_issues(behind):
    assert one(f"Căn cứ {BASIS}{behind}").title == "bảo vệ rừng"


@pytest.mark.parametrize(
    "title",
    [
        "phân công các sở, Ủy ban nhân dân các xã trong phòng, chống thiên tai",
        "ban hành Kế hoạch bảo vệ rừng, trồng rừng năm 2026",
        "thành lập Ban Chỉ đạo, Tổ giúp việc Ban Chỉ đạo chuyển đổi số",
        "phối hợp giữa Công an tỉnh, Sở Y tế và Ủy ban nhân dân các xã",
    ],
)
def test_a_title_that_names_bodies_goes_on(title):
    text = f"Quyết định số 8/QĐ-UBND ngày 03/3/2026 về {title}; Ban Chỉ đạo ban hành Kế hoạch như sau:"
    assert one(text).title == title


def test_the_year_of_the_plan_is_not_that_of_a_law():
    plan = read("I. NHIỆM VỤ", "1. Phổ biến Luật Trẻ em năm 2026; thi hành Luật Thú y năm 2015.")
    assert [(c.title, c.date, c.quote) for c in grounded(plan, plan.citations)] == [
        ("Trẻ em", None, "Luật Trẻ em"),
        ("Thú y", "2015", "Luật Thú y năm 2015"),
    ]


def test_a_law_of_a_year_and_of_its_day_is_one():
    found = distinct(cited("Luật Lâm nghiệp năm 2017; theo Luật Lâm nghiệp ngày 15/11/2017"))
    assert [(c.date, c.quote) for c in found] == [("2017-11-15", "Luật Lâm nghiệp năm 2017")]


@rules(
    ("text", "quote"),
    {
        "ends with the issuer": (
            "Thực hiện Chỉ thị số 46-CT/TW ngày 22/12/2023 của Ban Bí thư về công tác thanh niên, "
            "xã ban hành Kế hoạch.",
            "Chỉ thị số 46-CT/TW ngày 22/12/2023 của Ban Bí thư",
        ),
        "ends with the date": (
            "Căn cứ Quyết định số 5/QĐ-SYT ngày 02/01/2026;",
            "Quyết định số 5/QĐ-SYT ngày 02/01/2026",
        ),
        "ends with the number": ("theo Công điện số 08/CĐ-TTg.", "Công điện số 08/CĐ-TTg"),
        "issuer with `và` in its name": (
            "Kế hoạch số 4/KH-SGDĐT của Sở Giáo dục và Đào tạo và các trường",
            "Kế hoạch số 4/KH-SGDĐT của Sở Giáo dục và Đào tạo",
        ),
        "begins with the abbreviation": (
            "theo KH số 77/KH-UBND ngày 3/2/2025, các thôn",
            "KH số 77/KH-UBND ngày 3/2/2025",
        ),
        "ends with the line": ("Quyết định số 5/QĐ-SYT của Sở Y tế\nCác trạm", "Quyết định số 5/QĐ-SYT của Sở Y tế"),
        "law ends before the next": ("Luật Trẻ em và trách nhiệm của gia đình", "Luật Trẻ em"),
    },
)
def test_a_quote_runs_from_type_to_date_or_issuer(text, quote):
    assert one(text).quote == quote


@rules(
    ("text", "numbers"),
    {
        "two of one type": (
            "các Nghị quyết số 10-NQ/TU ngày 05/5/2021, số 12-NQ/TU của Tỉnh ủy",
            ["10-NQ/TU", "12-NQ/TU"],
        ),
        "joined by `và`": ("Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND", ["12/QĐ-UBND", "13/QĐ-UBND"]),
        "divided by a semicolon": (
            "Quyết định số 12/QĐ-UBND về giao chỉ tiêu; Kế hoạch số 3/KH-UBND",
            ["12/QĐ-UBND", "3/KH-UBND"],
        ),
        "laws in a row": ("Luật Cư trú, Luật Căn cước và Bộ luật Hình sự", [None, None, None]),
        "two laws": ("Luật Phòng, chống thiên tai và Luật Đê điều", [None, None]),
        "law before another type": ("Luật Lâm nghiệp, Quyết định số 12/QĐ-UBND", [None, "12/QĐ-UBND"]),
        "further numbers behind a subject": (
            "Quyết định số 12/QĐ-UBND về trồng rừng và số 13/QĐ-UBND về giao đất",
            ["12/QĐ-UBND", "13/QĐ-UBND"],
        ),
        "within the title of another": (
            "Nghị định số 98/2023/NĐ-CP quy định chi tiết một số điều của Luật Thi đua, khen thưởng",
            ["98/2023/NĐ-CP"],
        ),
        "within the title of another that carries out both": (
            "Kế hoạch số 3/KH-UBND về thực hiện Nghị quyết số 10-NQ/TU của Tỉnh ủy và Chỉ thị số 12-CT/TU về rừng",
            ["3/KH-UBND"],
        ),
        "a plan beside another that carries out a resolution": (
            "Kế hoạch số 3/KH-UBND về thực hiện Nghị quyết số 10-NQ/TU và Kế hoạch số 4/KH-UBND về trồng rừng",
            ["3/KH-UBND", "4/KH-UBND"],
        ),
        "a spatial plan by its period": (
            "Quy hoạch hạ tầng thông tin thời kỳ 2021 - 2030, tầm nhìn đến năm 2050 và quy hoạch của xã",
            [None],
        ),
        "sets that are no name": ("áp dụng Bộ chỉ số để chấm điểm; công khai Bộ tiêu chí theo quy định", []),
        "decision by its symbol alone": ("theo 45/QĐ-UBND của tỉnh", ["45/QĐ-UBND"]),
    },
)
def test_several_documents_of_one_text(text, numbers):
    assert [c.number for c in cited(text)] == numbers


def test_a_law_does_not_run_over_a_line():
    assert cited("Dự thảo Luật\nSở Y tế góp ý") == []


def test_who_guides_by_a_letter_has_issued_it():
    found = cited(
        "Thực hiện Chỉ thị số 7-CT/TU ngày 03/10/2025 của Tỉnh ủy về trồng rừng và hướng dẫn của Bộ Nông nghiệp "
        "tại Công văn số 89/BNN-LN&PTR ngày 05/10/2025 về việc chăm sóc rừng"
    )
    assert [(c.type, c.number, c.issuer) for c in found] == [
        ("Chỉ thị", "7-CT/TU", "Tỉnh ủy"),
        ("Công văn", "89/BNN-LN&PTR", "Bộ Nông nghiệp"),
    ]


def test_a_set_of_criteria_behind_a_law():
    found = cited("truyền thông Luật Chăm nuôi trẻ em, Bộ tiêu chí xây dựng gia đình hạnh phúc.")
    assert [c.title for c in found] == ["Chăm nuôi trẻ em", "xây dựng gia đình hạnh phúc"]


def test_the_resolution_of_a_congress_however_the_sentence_goes_on():
    text = "Nghị quyết Đại hội Đảng bộ tỉnh với phương châm mới"
    assert [(c.issuer, c.quote) for c in cited(text)] == [("Đại hội Đảng bộ tỉnh", "Nghị quyết Đại hội Đảng bộ tỉnh")]


@rules(
    ("printed", "expected"),
    {
        "casing of the Prime Minister's symbol": ("524/QĐ-Ttg", "524/QĐ-TTg"),
        "capitals of the Prime Minister's symbol": ("524/QĐ-TTG", "524/QĐ-TTg"),
        "stray space": ("57- NQ/TW", "57-NQ/TW"),
        "long dash": ("57–NQ/TW", "57-NQ/TW"),
        "stop for hyphen": ("12/QĐ.UBND", "12/QĐ-UBND"),
        "programme": ("04-CTr/TU", "04-CTr/TU"),
        "nothing to mend": ("01/2020/NQ-HĐND", "01/2020/NQ-HĐND"),
    },
)
def test_numbers_in_the_form_of_the_genre(printed, expected):
    assert normal_number(printed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kế hoạch này",
        "theo Luật này",
        "Điều 5",
        "Điều 5 Quyết định này",
        "số 12/2026",
        "12/15 thôn đạt chuẩn",
        "Quyết định số …/QĐ-UBND",
        "Điện thoại 0913.555.123",
        "quyết định thành lập Tổ công tác",
        "ngày 15/01/2026",
        "báo cáo số liệu 12 tháng",
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
        "luật pháp",
        "Bộ tiêu chí.",
        "Phong trào “Toàn dân trồng cây”",
        "Cuộc vận động “Xây dựng gia đình văn hóa”",
        "Phường 12",
        "24/24 giờ",
        "TCVN 5699",
        "đường 30/4",
        "kế hoạch trồng rừng năm 2026",
        "Nghị quyết của Đảng, chính sách của Nhà nước",
        "các chỉ thị, nghị quyết của Tỉnh ủy",
        "Kế hoạch của Ủy ban nhân dân xã",
        "báo cáo ngày 15/6/2026 của các thôn",
        "Chương trình 135 của Chính phủ",
        "Điều lệ Hội thi",
        "Điều lệ giải chạy",
    ],
)
def test_what_is_no_document(text):
    assert find_citations(text) == []


def test_an_issuer_told_last_is_of_each_in_the_list():
    found = cited(
        "Nghị quyết số 174/2024/QH15 ngày 30/11/2024, Nghị quyết số 204/2025/QH15 ngày 17/6/2025 của Quốc hội"
    )
    assert [c.issuer for c in found] == ["Quốc hội", "Quốc hội"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "đã được Thủ tướng Chính phủ phê duyệt tại các Quyết định: số 36/QĐ-TTg ngày 11/01/2024 về hạ tầng; "
            "số 37/QĐ-TTg ngày 12/01/2024 về đất đai",
            "Thủ tướng Chính phủ",
        ),
        (
            "Các Nghị định của Chính phủ quy định chi tiết Luật Quy hoạch (số 37/2019/NĐ-CP ngày 07/5/2019, "
            "số 58/2023/NĐ-CP ngày 12/8/2023)",
            "Chính phủ",
        ),
    ],
)
def test_an_issuer_told_first_is_of_each_in_the_list(text, issuer):
    assert [c.issuer for c in cited(text) if c.number] == [issuer, issuer]


@pytest.mark.parametrize(
    ("issuer", "behind"),
    [
        (
            "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh",
            "ban hành chương trình",
        ),
        ("Tổ giúp việc Ban chỉ đạo Trung ương về cải cách hành chính", "về kết luận phiên họp"),
        ("Ban Chỉ đạo tỉnh", "về việc trồng rừng"),
        ("Ban Chấp hành Trung ương Đảng khóa XIII", "về xây dựng Đảng"),
    ],
)
def test_the_whole_name_of_an_issuer(issuer, behind):
    assert one(f"Quyết định số 03-QĐ/BCĐ ngày 13/8/2025 của {issuer} {behind}").issuer == issuer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Triển khai Chiến lược dữ liệu quốc gia trên địa bàn tỉnh.", ["dữ liệu quốc gia"]),
        ("Theo Chiến lược quốc gia về kinh tế số.", ["quốc gia về kinh tế số"]),
        ("Xây dựng chiến lược dữ liệu của tỉnh; Chiến lược phát triển của trường.", []),
    ],
)
def test_strategies_of_the_whole_country(text, names):
    assert [c.title for c in cited(text) if c.type == "Chiến lược"] == names


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15;",
            None,
            "sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15",
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14;",
            "62/2020/QH14",
            "sửa đổi, bổ sung một số điều của Luật Xây dựng",
        ),
    ],
)
def test_the_number_of_a_law_that_amends_others(text, number, title):
    assert [(c.number, c.title) for c in cited(text)] == [(number, title)]


def test_each_document_once_completed_by_later_mentions():
    mentions = cited(
        "Kế hoạch số 9/KH-UBND; Luật Lâm nghiệp ngày 15/11/2017; Kế hoạch số 09/KH-UBND ngày 03/3/2026 của UBND tỉnh "
        "về trồng rừng; Luật Lâm nghiệp; Kế hoạch số 9/KH-SYT."
    )
    assert [(c.number, c.date, c.issuer, c.title) for c in distinct(mentions)] == [
        ("9/KH-UBND", "2026-03-03", "UBND tỉnh", "trồng rừng"),
        (None, "2017-11-15", None, "Lâm nghiệp"),
        ("9/KH-SYT", None, None, None),
    ]


@rules(
    ("text", "expected"),
    {
        "a number without its symbol, behind the whole": (
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Nghị quyết số 57 của Bộ Chính trị",
            [("57-NQ/TW", "2024-12-22")],
        ),
        "a number without its symbol, before the whole": (
            "Nghị quyết số 57 của Bộ Chính trị; Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
            [("57-NQ/TW", "2024-12-22")],
        ),
        "a number of another type": (
            "Nghị quyết số 57-NQ/TW; Chỉ thị số 57 của Bộ Chính trị",
            [("57-NQ/TW", None), ("57", None)],
        ),
        "its issuer alone, behind the whole": (
            "Chỉ thị số 28/CT-TTg ngày 18/9/2025 của Thủ tướng Chính phủ; thực hiện Chỉ thị của Thủ tướng Chính phủ",
            [("28/CT-TTg", "2025-09-18")],
        ),
        "its date alone, behind the whole": (
            "Công văn số 45/SYT ngày 02/02/2026 của Sở Y tế; Công văn ngày 02/02/2026 của Sở Y tế",
            [("45/SYT", "2026-02-02")],
        ),
        "a law by name, behind its number": (
            "Luật Lâm nghiệp số 16/2017/QH14 ngày 15/11/2017; Luật Lâm nghiệp",
            [("16/2017/QH14", "2017-11-15")],
        ),
        "an amending law is another": (
            "Luật sửa đổi, bổ sung một số điều của Luật Lâm nghiệp; Luật Lâm nghiệp",
            [(None, None), (None, None)],
        ),
    },
)
def test_mentions_of_one_document(text, expected):
    assert [(c.number, c.date) for c in distinct(cited(text))] == expected


def test_one_number_of_two_dates_is_two_documents():
    mentions = cited("Quyết định số 5/QĐ-UBND ngày 02/01/2025 và Quyết định số 5/QĐ-UBND ngày 03/01/2026")
    assert len(distinct(mentions)) == 2


# -- in a plan -----------------------------------------------------------------------------------------------------


def test_bases_are_the_documents_of_the_preamble():
    plan = read(
        "Căn cứ Luật Lâm nghiệp ngày 15/11/2017;",
        "Thực hiện Kế hoạch số 219/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh Sông Hương về trồng rừng;",
        "I. NHIỆM VỤ",
        "1. Chi trả theo Nghị định số 156/2018/NĐ-CP; thực hiện Kế hoạch số 219/KH-UBND.",
    )
    found = grounded(plan, plan.citations)
    assert [(c.type, c.number, c.basis) for c in found] == [
        ("Luật", None, True),
        ("Kế hoạch", "219/KH-UBND", True),
        ("Nghị định", "156/2018/NĐ-CP", False),
    ]
    assert block_text(plan, found[2]).startswith("Chi trả theo")


def test_documents_of_a_section_of_bases_are_bases():
    plan = read(
        "I. CĂN CỨ PHÁP LÝ", "Chỉ thị số 5-CT/TU ngày 02/01/2026.", "II. NHIỆM VỤ", "Theo Kế hoạch số 7/KH-UBND."
    )
    assert [(c.number, c.basis) for c in plan.citations] == [("5-CT/TU", True), ("7/KH-UBND", False)]


def test_documents_of_the_head_are_not_cited_by_the_plan():
    plan = read("I. NHIỆM VỤ", "1. Rà soát.", title="Thực hiện Kế hoạch số 219/KH-UBND của tỉnh")
    assert "Kế hoạch số 219/KH-UBND" in plan.text
    assert plan.citations == []


def test_a_footnote_cites_but_is_no_basis():
    plan = read("I. NHIỆM VỤ", "1. Trồng rừng[1] đúng tiến độ.", foot="[1] Quyết định số 12/QĐ-UBND ngày 04/01/2026.\n")
    assert [(c.number, c.basis, c.block) for c in grounded(plan, plan.citations)] == [("12/QĐ-UBND", False, None)]


# -- of any text ---------------------------------------------------------------------------------------------------

SYMBOLS = st.sampled_from(["QĐ-UBND", "KH-UBND", "NQ-HĐND", "QĐ-TTg", "KH-SNNMT", "KH-BCĐ", "KH-THCSHB", "CV-VP"])
PLAIN = st.text(st.sampled_from("aăâbcđeêghiklmnoôơpqrstuưvxyáàảạéìóùý ,"), max_size=60)


@for_all(PLAIN, st.sampled_from(["Quyết định", "Kế hoạch", "Công văn"]), st.integers(1, 9999), SYMBOLS, PLAIN)
def test_a_number_survives_the_text_around_it(before, kind, number, symbol, after):
    text = f"{before} {kind} số {number}/{symbol} {after}"
    assert (kind, f"{number}/{symbol}") in [(c.type, c.number) for c in cited(text)]


WORDS = [
    "Quyết định",
    "số",
    "12/QĐ-UBND",
    "và",
    "Luật",
    "Lâm nghiệp",
    "ngày 15/11/2017",
    "của",
    "Ủy ban nhân dân",
    "về việc",
    "“",
    "”",
    "(",
    ")",
    ";",
    ",",
    "Đề án",
    "kèm theo",
    "\n",
    "Nghị quyết Đại hội",
    "Bộ tiêu chí",
    "kết luận của Ban",
    "587",
]


@for_all(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_documents_stand_where_they_say_in_any_text(text):
    found = cited(text)
    assert all(a.span <= b.span for a, b in pairwise(found))


@rules(
    ("text", "expected"),
    {
        "enacted on a day": (
            "Luật Đê điều số 7/2026/QH16 được Quốc hội khóa XVI, kỳ họp thứ 2 thông qua ngày 29/11/2026;",
            ("2026-11-29", "Quốc hội khóa XVI"),
        ),
        "enacted, in force on another day": (
            "Luật Đê điều số 7/2026/QH16 đã được Quốc hội khóa XVI thông qua, có hiệu lực từ ngày 01/01/2027;",
            (None, "Quốc hội khóa XVI"),
        ),
        "of the assembly": ("Luật Đê điều ngày 12/6/2026 của Quốc hội khóa XVI;", ("2026-06-12", "Quốc hội khóa XVI")),
        "by two": (
            "Nghị quyết liên tịch số 2/2026/NQLT ngày 01/3/2026 của Chính phủ, Đoàn Chủ tịch Hội Nông dân Việt Nam;",
            ("2026-03-01", "Chính phủ, Đoàn Chủ tịch Hội Nông dân Việt Nam"),
        ),
    },
)
def test_who_enacted_it_and_when(text, expected):
    [found] = cited(text)
    assert (found.date, found.issuer) == expected


def test_a_day_told_behind_the_second_of_two_numbers_is_of_both():
    found = cited("Công điện số 8/CĐ-UBND và 9/CĐ-UBND ngày 20/11/2026 của UBND tỉnh về ứng phó với bão")
    assert [(c.number, c.date) for c in found] == [("8/CĐ-UBND", "2026-11-20"), ("9/CĐ-UBND", "2026-11-20")]


def test_what_a_decision_approves_is_no_further_document():
    found = cited(
        "Quyết định số 9/QĐ-TTg ngày 16/9/2026 phê duyệt Quy hoạch mạng lưới chợ thời kỳ 2026 - 2030. "
        "Quy hoạch mạng lưới chợ thời kỳ 2026 - 2030 được công bố."
    )
    assert [c.number for c in distinct(found)] == ["9/QĐ-TTg"]


def test_a_decree_amended_by_another():
    found = cited(
        "Nghị định số 5/2026/NĐ-CP ngày 01/01/2026 về chợ được sửa đổi, bổ sung một số điều tại Nghị định số "
        "8/2026/NĐ-CP ngày 01/02/2026 của Chính phủ"
    )
    assert [c.number for c in found] == ["5/2026/NĐ-CP", "8/2026/NĐ-CP"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Luật tổ chức chính quyền địa phương (sửa đổi)", "tổ chức chính quyền địa phương"),
        ("Luật Tài nguyên, môi trường biển và hải đảo năm 2015", "Tài nguyên, môi trường biển và hải đảo"),
        (
            "Kế hoạch hành động quốc gia về quản lý rác thải nhựa đại dương đến năm 2030;",
            "quốc gia về quản lý rác thải nhựa đại dương đến năm 2030",
        ),
    ],
)
def test_documents_by_their_names(text, title):
    assert [c.title for c in cited(text)] == [title]


@pytest.mark.parametrize(
    "following", ["Các thôn tuần tra.", "Giao Công an xã.", "UBND xã báo cáo.", "Đề nghị các hội."]
)
def test_a_number_ends_with_its_sentence(following):
    [found] = cited(f"Mức chi theo Quyết định số 5/QĐ-UBND. {following}")
    assert (found.number, found.quote) == ("5/QĐ-UBND", "Quyết định số 5/QĐ-UBND")


def test_a_day_told_before_who_issues():
    [found] = cited("Ngày 15/01/2026, UBND tỉnh Sông Hương ban hành Kế hoạch số 77/KH-UBND về trồng rừng.")
    assert (found.date, found.issuer) == ("2026-01-15", "UBND tỉnh Sông Hương")
