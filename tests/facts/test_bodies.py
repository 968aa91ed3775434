"""Bodies: where a name begins and ends, how a list is divided, what kind and level a body is of."""

import pytest
from hypothesis import strategies as st
from plan_texts import for_all, rules

from kehoach.facts.bodies import find_bodies, name_end, opens_with_body, split_names
from kehoach.facts.body_kinds import kind_of, level_of


def name(text):
    return text[: name_end(text)].rstrip()


def names(text):
    """The bodies of a list, each found to stand where it says."""
    found = split_names(text)
    assert [text[slice(*b.span)] for b in found] == [b.name for b in found]
    return [b.name for b in found]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ",
        "Ủy ban nhân dân xã Đồi Sim",
        "UBND các xã, phường",
        "Các sở, ban, ngành",
        "các cơ quan, đơn vị",
        "Phòng Kinh tế",
        "Hội Nông dân xã",
        "Trường Tiểu học Hoa Ban",
        "Công an xã",
        "Thủ trưởng các đơn vị",
        "Trưởng thôn",
        "Chủ tịch Ủy ban nhân dân xã",
        "Hợp tác xã Chè Xanh",
        "Tổ công tác",
        "tổ chức chính trị - xã hội",
        "Thành phố",
        "Thuế tỉnh Sông Hương",
        "Đài Phát thanh và Truyền hình tỉnh",
        "toàn thể cán bộ",
        "Mỗi thôn",
        "Ban Tổ chức Hội thi",
        "Tổ chức Công đoàn",
        "Các HTX",
        "BCĐ xã",
        "ĐD. Hoa Ban",
        "Phó Hiệu trưởng Lê Thị Mận",
        "Quyền Giám đốc",
        "Bản Pá Hốc",
    ],
)
def test_what_begins_like_a_body(text):
    assert opens_with_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tổ chức lễ phát động",
        "Tổ chức hội sách",
        "Tổ chức hội diễn văn nghệ",
        "Báo cáo kết quả",
        "Hội nghị sơ kết",
        "Hội thi tay nghề",
        "Bộ tiêu chí xã nông thôn mới",
        "Bộ luật Lao động",
        "Phòng, chống thiên tai",
        "Phòng ngừa tội phạm",
        "Ban hành Kế hoạch",
        "cấp giấy phép",
        "cấp phát",
        "thuế thu nhập",
        "bản đồ quy hoạch",
        "xã hội hóa",
        "Kinh phí thực hiện",
        "Trường hợp khó khăn",
        "khối lượng công việc",
        "sở hữu trí tuệ được bảo vệ",
        "Sở thích đọc sách",
        "tỉnh táo",
        "cơ sở dữ liệu",
        "trưởng thành",
        "Trồng rừng",
        "2. Sở Nội vụ",
        "Hội thao các thôn",
        "Hội trường xã",
        "Ban đêm trực tại chốt",
        "Viện trợ nước ngoài",
        "Trạm biến áp thôn 3",
        "Đài hoa nghĩa trang",
        "Bản mềm báo cáo",
        "báo số lượng về phường",
        "Đội hình tình nguyện",
        "Vụ lúa xuống giống sớm",
        "Tổ chức, duy trì giao ban",
    ],
)
def test_what_begins_like_a_body_and_is_none(text):
    assert not opens_with_body(text)


@rules(
    ("text", "expected"),
    {
        "before its verb": ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "Sở Nội vụ"),
        "before a particle": ("Công an xã có trách nhiệm tuần tra", "Công an xã"),
        "a list": (
            "Sở Y tế, Sở Tài chính và các đơn vị liên quan rà soát",
            "Sở Y tế, Sở Tài chính và các đơn vị liên quan",
        ),
        "list over semicolons": ("Sở Y tế; Sở Xây dựng phối hợp", "Sở Y tế; Sở Xây dựng"),
        "before a colon": ("Các thôn: vận động hộ dân", "Các thôn"),
        "before a stop": ("Phòng Kinh tế. Các thôn rà soát", "Phòng Kinh tế"),
        "stop inside a name": ("UBND TP.Sông Hương rà soát", "UBND TP.Sông Hương"),
        "semicolon before a duty": ("Phòng Kinh tế; tổng hợp kết quả", "Phòng Kinh tế"),
        "field of work with `và`": (
            "Sở Nông nghiệp và Phát triển nông thôn tham mưu",
            "Sở Nông nghiệp và Phát triển nông thôn",
        ),
        "verb in capitals belongs to the name": ("Sở Xây dựng xây dựng quy chế", "Sở Xây dựng"),
        "programmes of a steering committee": (
            "Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã họp",
            "Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã",
        ),
        "verb behind a steering committee belongs to the name": (
            "Ban Chỉ đạo phòng, chống dịch bệnh xã họp",
            "Ban Chỉ đạo phòng, chống dịch bệnh xã",
        ),
        "a conference is held by a body, an association is one": ("UBND xã tổ chức hội nghị cử tri", "UBND xã"),
        "`tổ chức` as a noun": (
            "Mặt trận và các tổ chức chính trị - xã hội vận động",
            "Mặt trận và các tổ chức chính trị - xã hội",
        ),
        "bracket": ("Sở Nội vụ (Ban Thi đua - Khen thưởng) tổng hợp", "Sở Nội vụ (Ban Thi đua - Khen thưởng)"),
        "verb within a bracket": (
            "Sở Nội vụ (phối hợp (nếu cần) với Ban Chỉ đạo) rà soát",
            "Sở Nội vụ (phối hợp (nếu cần) với Ban Chỉ đạo)",
        ),
        "verb behind a dash": ("Trung tâm Văn hóa - thông tin xã rà soát", "Trung tâm Văn hóa - thông tin xã"),
        "one office of two bodies": ("Văn phòng HĐND và UBND xã rà soát", "Văn phòng HĐND và UBND xã"),
        "nothing but a name": ("Hội Liên hiệp Phụ nữ xã", "Hội Liên hiệp Phụ nữ xã"),
        "who is told by what they supply": (
            "Doanh nghiệp, nhà cung cấp dịch vụ, nhà đầu tư bảo đảm kinh phí",
            "Doanh nghiệp, nhà cung cấp dịch vụ, nhà đầu tư",
        ),
        "a verb whose object is what is issued": ("Hiệu trưởng ra quyết định", "Hiệu trưởng"),
        "a board that is told by what it does": ("Ban kiểm soát: rà soát sổ sách", "Ban kiểm soát"),
        "a post that is told by a verb": ("Tổng phụ trách Đội: viết bài", "Tổng phụ trách Đội"),
        "those who are charged": (
            "Các đồng chí được phân công phụ trách ấp có trách nhiệm đôn đốc",
            "Các đồng chí được phân công phụ trách ấp",
        ),
        "organisations at the end of a list": (
            "Doanh nghiệp viễn thông, tổ chức chịu trách nhiệm chi trả",
            "Doanh nghiệp viễn thông, tổ chức",
        ),
    },
)
def test_where_a_name_ends(text, expected):
    assert name(text) == expected


def test_a_name_within_a_text():
    text = "Giao Phòng Kinh tế rà soát"
    assert text[len("Giao ") : name_end(text, len("Giao "))].strip() == "Phòng Kinh tế"


@rules(
    ("text", "expected"),
    {
        "one": ("Sở Y tế", ["Sở Y tế"]),
        "comma": ("Hội Nông dân xã, Hội Liên hiệp Phụ nữ xã", ["Hội Nông dân xã", "Hội Liên hiệp Phụ nữ xã"]),
        "semicolon": ("Sở Y tế; Sở Xây dựng", ["Sở Y tế", "Sở Xây dựng"]),
        "`và` before a proper name": ("Công an xã và Trạm Y tế xã", ["Công an xã", "Trạm Y tế xã"]),
        "a new `các`": ("Sở Y tế và các đơn vị liên quan", ["Sở Y tế", "các đơn vị liên quan"]),
        "comma and `và`": ("Công an xã, và Trạm Y tế xã", ["Công an xã", "Trạm Y tế xã"]),
        "list under one `các` stays whole": ("các sở, ban, ngành, đoàn thể", ["các sở, ban, ngành, đoàn thể"]),
        "one committee of several places": ("Ủy ban nhân dân các xã, phường", ["Ủy ban nhân dân các xã, phường"]),
        "a group beside places": (
            "Ủy ban nhân dân các xã, phường và các đơn vị liên quan",
            ["Ủy ban nhân dân các xã, phường", "các đơn vị liên quan"],
        ),
        "a person and their office": (
            "ông Lê Văn Dũng, Phó Chủ tịch UBND phường",
            ["ông Lê Văn Dũng, Phó Chủ tịch UBND phường"],
        ),
        "one office over lists": ("Chủ tịch UBND các xã và các phường", ["Chủ tịch UBND các xã và các phường"]),
        "field with commas": (
            "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
        ),
        "bracket with a comma": (
            "Sở Y tế (Chi cục A, Chi cục B), Sở Xây dựng",
            ["Sở Y tế (Chi cục A, Chi cục B)", "Sở Xây dựng"],
        ),
        "bracket that states a role": ("Sở Y tế (cơ quan thường trực) và Công an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
        "bracket that names the unit": (
            "Sở Nội vụ (Ban Thi đua - Khen thưởng)",
            ["Sở Nội vụ (Ban Thi đua - Khen thưởng)"],
        ),
        "two in one": ("Văn phòng HĐND và UBND xã, Công an xã", ["Văn phòng HĐND và UBND xã", "Công an xã"]),
        "a place by its name": ("Ủy ban nhân dân xã Đồi Sim, xã Sông Mơ", ["Ủy ban nhân dân xã Đồi Sim", "xã Sông Mơ"]),
        "a person with the office": ("Bà Lê Thị Mận, Phó Hiệu trưởng", ["Bà Lê Thị Mận, Phó Hiệu trưởng"]),
        "marks at the end": ("Phòng Kinh tế, ", ["Phòng Kinh tế"]),
        "nothing": (" ; ", []),
    },
)
def test_lists_are_split_where_a_new_name_begins(text, expected):
    assert names(text) == expected


def test_places_are_counted_from_the_offset():
    assert [b.span for b in split_names("Sở Y tế, Sở Nội vụ", 100)] == [(100, 107), (109, 118)]


def test_a_remark_in_a_bracket_of_its_own_is_no_name():
    assert names("(Văn phòng đồng thời là cơ quan giúp việc).") == []


@rules(
    ("text", "expected"),
    {
        "in running text": (
            "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh Sông Hương, Sở Nội vụ phối hợp với Công an xã.",
            ["Ủy ban nhân dân tỉnh Sông Hương", "Sở Nội vụ", "Công an xã"],
        ),
        "abbreviations alone": ("UBND, HĐND họp", ["UBND", "HĐND"]),
        "field of work": ("do Sở Nông nghiệp và Môi trường lập", ["Sở Nông nghiệp và Môi trường"]),
        "number as a name": ("Ủy ban nhân dân Phường 12 họp", ["Ủy ban nhân dân Phường 12"]),
        "over a line": ("Sở Nội vụ\nPhòng Kinh tế", ["Sở Nội vụ", "Phòng Kinh tế"]),
        "a head without a name": ("Sở, Ban, Đội họp", []),
        "general nouns": ("các cơ quan, đơn vị, địa phương; nhân dân trong xã", []),
        "one office of two bodies": ("do Văn phòng HĐND và UBND huyện lập", ["Văn phòng HĐND và UBND huyện"]),
        "two bodies joined by `và`": ("UBND và HĐND xã họp", ["UBND", "HĐND xã"]),
        "field of two parts": (
            "Trung tâm Văn hóa - Thông tin và Thể thao mở lớp",
            ["Trung tâm Văn hóa - Thông tin và Thể thao"],
        ),
        "words with one capital": (
            "Liên đoàn Lao động tỉnh và Bệnh viện Đa khoa huyện Mai Châu",
            ["Liên đoàn Lao động tỉnh", "Bệnh viện Đa khoa huyện Mai Châu"],
        ),
        "youth union": (
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã vận động",
            ["Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"],
        ),
        "within brackets": ("(Ban Thi đua - Khen thưởng)", ["Ban Thi đua - Khen thưởng"]),
        "at the end of a sentence": (
            "của Ủy ban nhân dân tỉnh Sông Hương. Sau đó, Phường 1.",
            ["Ủy ban nhân dân tỉnh Sông Hương"],
        ),
        "stop inside a name": ("UBND TP. Sông Hương và UBND TP.Hoa Ban", ["UBND TP. Sông Hương", "UBND TP.Hoa Ban"]),
        "before a document": (
            "Quyết định của Thủ tướng Chính phủ và Kế hoạch của Tỉnh ủy Sông Hương",
            ["Thủ tướng Chính phủ", "Tỉnh ủy Sông Hương"],
        ),
        "number before a stop": ("Ủy ban nhân dân Phường 12.", ["Ủy ban nhân dân Phường 12"]),
        "within the number of a document": ("Quyết định số 12/QĐ-UBND của xã", []),
        "no bodies": ("Tổ chức lễ phát động trồng rừng ngày 05/6/2026", []),
    },
)
def test_proper_names_anywhere(text, expected):
    found = find_bodies(text)
    assert [b.name for b in found] == expected
    assert [text[slice(*b.span)] for b in found] == expected


@rules(
    ("body", "kind", "level"),
    {
        "committee of a province": ("Ủy ban nhân dân tỉnh Sông Hương", "people_committee", "province"),
        "committee of a district": ("Ủy ban nhân dân huyện Mai Châu", "people_committee", "district"),
        "committee of a town": ("Ủy ban nhân dân thị xã Hoa Ban", "people_committee", "district"),
        "committee of an urban district": ("Ủy ban nhân dân quận Hoa Sen", "people_committee", "district"),
        "committee of a commune": ("UBND xã Đồi Sim", "people_committee", "commune"),
        "committee of a ward": ("Ủy ban nhân dân phường Hoa Sen", "people_committee", "commune"),
        "committee of a special zone": ("Ủy ban nhân dân đặc khu Hòn Sim", "people_committee", "commune"),
        "committee of a central city": ("Ủy ban nhân dân thành phố Hà Nội", "people_committee", "province"),
        "committee of another city": ("Ủy ban nhân dân thành phố Hoa Ban", "people_committee", "district"),
        "council": ("Hội đồng nhân dân huyện Mai Châu", "people_council", "district"),
        "department of a province": ("Sở Y tế", "department", "province"),
        "department of a district": ("Phòng Tư pháp huyện Mai Châu", "department", "district"),
        "police": ("Công an tỉnh Sông Hương", "department", "province"),
        "military command is no ministry": ("Bộ Chỉ huy Quân sự tỉnh", "department", "province"),
        "sub-department that tells no place": ("Chi cục Kiểm lâm", "department", None),
        "ministry": ("Bộ Nội vụ", "ministry", "central"),
        "government": ("Thủ tướng Chính phủ", "government", "central"),
        "provincial Party committee": ("Tỉnh ủy Sông Hương", "party", "province"),
        "district Party committee": ("Huyện ủy Mai Châu", "party", "district"),
        "Party committee of a commune": ("Đảng ủy xã Đồi Sim", "party", "commune"),
        "Front": ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "front", "province"),
        "mass organisation": ("Hội Nông dân huyện Mai Châu", "front", "district"),
        "youth of a province": ("Tỉnh đoàn Sông Hương", "front", "province"),
        "organisers of a feast": ("Ban Tổ chức các hoạt động kỷ niệm xã Đồi Sim", "steering_committee", "commune"),
        "steering committee": ("Ban Chỉ đạo chuyển đổi số xã Đồi Sim", "steering_committee", "commune"),
        "emulation council is no people's council": (
            "Hội đồng Thi đua - Khen thưởng tỉnh",
            "steering_committee",
            "province",
        ),
        "school": ("Trường Trung học cơ sở Hoa Ban", "school", "unit"),
        "hospital": ("Bệnh viện Đa khoa Sông Hương", "other", "unit"),
        "company": ("Công ty Cổ phần Chè Xanh", "other", "unit"),
    },
)
def test_kind_and_level(body, kind, level):
    assert (kind_of(body), level_of(body)) == (kind, level)


@pytest.mark.parametrize(("day", "level"), [("2024-12-31", "district"), ("2025-01-01", "province"), (None, "province")])
def test_the_level_of_a_city_is_that_of_its_day(day, level):
    """Huế is governed centrally from 2025-01-01 (NQ 175/2024/QH15)."""
    assert level_of("Ủy ban nhân dân thành phố Huế", day) == level


WORDS = [
    "Sở",
    "Nội vụ",
    "các",
    "cơ quan",
    ",",
    ";",
    "và",
    "(",
    ")",
    "Ủy ban nhân dân",
    "xã",
    "Đồi Sim",
    "chủ trì",
    ":",
    ".",
    "UBND",
    "cơ quan thường trực",
    "Ban Chỉ đạo",
    "phòng",
    "tổ chức",
    "\n",
    "Văn phòng",
    "HĐND",
    "Nông nghiệp và Môi trường",
    "-",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join))


@for_all(TEXTS)
def test_names_stand_where_they_say_in_any_text(text):
    names(text)
    found = find_bodies(text)
    assert [text[slice(*b.span)] for b in found] == [b.name for b in found]


@for_all(TEXTS, st.integers(0, 20))
def test_a_name_ends_within_the_text(text, start):
    start = min(start, len(text))
    assert start <= name_end(text, start) <= len(text)
