"""Letterheads of all kinds of bodies: who issues, of which kind and level."""

import pytest
from plan_texts import read

BODY = ("I. NHIỆM VỤ", "1. Rà soát số liệu.")


def issuer(*lines, year=2026):
    head = "\n".join([*lines, "Số: 12/KH", f"Sông Hương, ngày 05 tháng 3 năm {year}"])
    found = read(*BODY, letterhead=head, foot="", title="Thực hiện công tác năm 2026").header.issuer
    return found.name, found.kind, found.level


@pytest.mark.parametrize(
    ("lines", "name", "kind", "level"),
    [
        # armed forces and police
        (
            ["BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH HÀ GIANG", "ĐỒN BIÊN PHÒNG SƠN VĨ"],
            "Đồn Biên phòng Sơn Vĩ",
            "other",
            "unit",
        ),
        (
            ["BỘ CHỈ HUY QUÂN SỰ TỈNH CÀ MAU", "BAN CHỈ HUY PHÒNG THỦ KHU VỰC 2 - NĂM CĂN"],
            "Ban Chỉ huy Phòng thủ khu vực 2 - Năm Căn",
            "department",
            "province",
        ),
        (["SƯ ĐOÀN 9", "TRUNG ĐOÀN 27"], "Trung đoàn 27", "other", "unit"),
        (["LỮ ĐOÀN 88", "PHÒNG HẬU CẦN"], "Phòng Hậu cần Lữ đoàn 88", "department", "unit"),
        (
            ["CÔNG AN TỈNH HÀ GIANG", "PHÒNG QUẢN LÝ HÀNH CHÍNH"],
            "Phòng Quản lý hành chính Công an tỉnh Hà Giang",
            "department",
            "province",
        ),
        (["CÔNG AN TỈNH HÀ GIANG", "CÔNG AN XÃ ĐỒI SIM"], "Công an xã Đồi Sim", "department", "commune"),
        (["BAN CHỈ HUY QUÂN SỰ", "XÃ ĐỒI SIM"], "Ban Chỉ huy Quân sự xã Đồi Sim", "department", "commune"),
        # unions
        (["TỈNH ĐOÀN HÀ GIANG", "BAN THƯỜNG VỤ"], "Ban Thường vụ Tỉnh đoàn Hà Giang", "front", "province"),
        (["THÀNH ĐOÀN HẢI PHÒNG"], "Thành đoàn Hải Phòng", "front", "province"),
        (
            ["ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TỈNH CÀ MAU"],
            "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Cà Mau",
            "front",
            "province",
        ),
        (
            ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "XÃ ĐỒI SIM", "HỘI CỰU CHIẾN BINH"],
            "Hội Cựu chiến binh xã Đồi Sim",
            "front",
            "commune",
        ),
        (
            ["LIÊN ĐOÀN LAO ĐỘNG TỈNH CÀ MAU", "CÔNG ĐOÀN NGÀNH GIÁO DỤC"],
            "Công đoàn ngành Giáo dục tỉnh Cà Mau",
            "front",
            "province",
        ),
        (["CÔNG ĐOÀN", "TRƯỜNG TIỂU HỌC HOA BAN"], "Công đoàn Trường Tiểu học Hoa Ban", "front", "unit"),
        # committees and councils
        (["ĐẶC KHU LÝ SƠN", "ỦY BAN NHÂN DÂN"], "Ủy ban nhân dân đặc khu Lý Sơn", "people_committee", "commune"),
        (["ỦY BAN NHÂN DÂN", "XÃ HỘI SƠN"], "Ủy ban nhân dân xã Hội Sơn", "people_committee", "commune"),
        (
            ["UBND PHƯỜNG HOA SEN", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"],
            "Ban Chỉ đạo Chuyển đổi số phường Hoa Sen",
            "steering_committee",
            "commune",
        ),
        (
            ["BAN CHỈ ĐẠO PHÒNG CHỐNG", "DỊCH BỆNH", "XÃ ĐỒI SIM"],
            "Ban Chỉ đạo Phòng chống dịch bệnh xã Đồi Sim",
            "steering_committee",
            "commune",
        ),
        (
            ["UBND XÃ ĐỒI SIM", "VĂN PHÒNG HĐND VÀ UBND"],
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Đồi Sim",
            "department",
            "commune",
        ),
        (["UBND XÃ ĐỒI SIM", "TRẠM Y TẾ"], "Trạm Y tế xã Đồi Sim", "other", "commune"),
        (
            ["ĐOÀN ĐBQH VÀ HĐND TỈNH CÀ MAU", "VĂN PHÒNG"],
            "Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh Cà Mau",
            "people_council",
            "province",
        ),
        # Party
        (["ĐẢNG ỦY UBND TỈNH CÀ MAU", "*"], "Đảng ủy Ủy ban nhân dân tỉnh Cà Mau", "party", "province"),
        (
            ["ĐẢNG BỘ XÃ ĐỒI SIM", "CHI BỘ TRƯỜNG MẦM NON HOA BAN", "*"],
            "Chi bộ Trường Mầm non Hoa Ban",
            "party",
            "unit",
        ),
        (
            ["TỈNH ỦY CÀ MAU", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "*"],
            "Ban Tuyên giáo và Dân vận Tỉnh ủy Cà Mau",
            "party",
            "province",
        ),
        # ministries, departments, vertical branches
        (["BỘ NỘI VỤ", "VỤ HỢP TÁC QUỐC TẾ"], "Vụ Hợp tác quốc tế Bộ Nội vụ", "department", "central"),
        (
            ["SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG CÀ MAU", "CHI CỤC THỦY SẢN"],
            "Chi cục Thủy sản Cà Mau",
            "department",
            "province",
        ),
        (["THI HÀNH ÁN DÂN SỰ TỈNH CÀ MAU"], "Thi hành án dân sự tỉnh Cà Mau", "other", "province"),
        (["LIÊN MINH HỢP TÁC XÃ TỈNH CÀ MAU"], "Liên minh Hợp tác xã tỉnh Cà Mau", "other", "province"),
        (["BÁO VÀ PHÁT THANH, TRUYỀN HÌNH CÀ MAU"], "Báo và Phát thanh, Truyền hình Cà Mau", "other", "province"),
        # schools, hospitals, companies
        (["UBND XÃ", "TRƯỜNG MẦM NON HOA BAN"], "Trường Mầm non Hoa Ban", "school", "unit"),
        (["TRƯỜNG TRUNG HỌC CƠ SỞ", "HỘI AN"], "Trường Trung học cơ sở Hội An", "school", "unit"),
        (["BỘ Y TẾ", "BỆNH VIỆN CHỢ RẪY"], "Bệnh viện Chợ Rẫy", "other", "unit"),
        (
            ["TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM", "TỔNG CÔNG TY ĐIỆN LỰC MIỀN NAM"],
            "Tổng công ty Điện lực miền Nam",
            "other",
            "unit",
        ),
        (["UBND TỈNH CÀ MAU", "THANH TRA TỈNH"], "Thanh tra tỉnh Cà Mau", "department", "province"),
        (
            ["SỞ GD&ĐT TỈNH CÀ MAU", "TRƯỜNG PTDTNT TỈNH"],
            "Trường Phổ thông dân tộc nội trú tỉnh Cà Mau",
            "school",
            "unit",
        ),
        (["UBND XÃ ĐỒI SIM", "TRƯỜNG TH&THCS HOA BAN"], "Trường Tiểu học và Trung học cơ sở Hoa Ban", "school", "unit"),
        (["CÔNG ĐOÀN CƠ SỞ", "SỞ Y TẾ TỈNH CÀ MAU"], "Công đoàn cơ sở Sở Y tế tỉnh Cà Mau", "front", "province"),
        (["CHI CỤC", "HẢI QUAN KHU VỰC VI"], "Chi cục Hải quan khu vực VI", "department", None),
        (["BỘ CHQS TỈNH CÀ MAU"], "Bộ Chỉ huy Quân sự tỉnh Cà Mau", "department", "province"),
        (["TRƯỜNG TIỂU HỌC HOA BAN", "TỔ CHUYÊN MÔN 4"], "Tổ Chuyên môn 4 Trường Tiểu học Hoa Ban", "other", "unit"),
        (["UBND XÃ ĐỒI SIM (DỰ THẢO)"], "Ủy ban nhân dân xã Đồi Sim", "people_committee", "commune"),
        # in small letters
        (["Ủy ban nhân dân xã Đồi Sim", "Trường Mầm non Hoa Ban"], "Trường Mầm non Hoa Ban", "school", "unit"),
        # two columns that became one
        (
            ["ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ ĐỒI SIM | Độc lập - Tự do - Hạnh phúc"],
            "Ủy ban nhân dân xã Đồi Sim",
            "people_committee",
            "commune",
        ),
        (
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ ĐỒI SIM", "Độc lập - Tự do - Hạnh phúc"],
            "Ủy ban nhân dân xã Đồi Sim",
            "people_committee",
            "commune",
        ),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else "",
)
def test_issuer(lines, name, kind, level):
    assert issuer(*lines) == (name, kind, level)


def test_offices_of_a_district():
    assert issuer("UBND HUYỆN MAI CHÂU", "PHÒNG TN&MT", year=2024) == (
        "Phòng Tài nguyên và Môi trường huyện Mai Châu",
        "department",
        "district",
    )


def test_a_name_whose_marks_were_misread_is_as_the_text_writes_it_and_told():
    head = "ỦY BAN NHÂN DÂN\nXÃ ĐÔI SIM\nSố: 12/KH\nĐồi Sim, ngày 05 tháng 3 năm 2026"
    plan = read("Ủy ban nhân dân xã Đồi Sim ban hành Kế hoạch như sau:", *BODY, letterhead=head)
    assert plan.header.issuer.name == "Ủy ban nhân dân xã Đồi Sim"
    assert [(f.quote, f.right, f.field) for f in plan.findings if f.code == "KH954"] == [("ĐÔI", "ĐỒI", "issuer")]
