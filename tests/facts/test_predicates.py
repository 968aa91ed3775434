"""Names of bodies that hold a word which is a verb elsewhere, and where such a word does end the name."""

import pytest
from plan_texts import rules

from kehoach.facts.bodies import find_bodies, name_end


def name(text):
    return text[: name_end(text)].rstrip()


@rules(
    ("text", "expected"),
    {
        "a field of two words": (
            "Trung tâm Công nghệ thông tin vận hành máy chủ",
            "Trung tâm Công nghệ thông tin",
        ),
        "of a ward": ("Khoa Nội tổng hợp bố trí giường bệnh", "Khoa Nội tổng hợp"),
        "an office of planning": ("Phòng Kế hoạch tổng hợp báo cáo Giám đốc", "Phòng Kế hoạch tổng hợp"),
        "second syllable of a word": ("Đội Quản lý trật tự đô thị nhắc nhở hộ lấn chiếm", "Đội Quản lý trật tự đô thị"),
        "second syllable of a word in capitals": (
            "Văn phòng Đăng ký đất đai cấp giấy chứng nhận",
            "Văn phòng Đăng ký đất đai",
        ),
        "first syllable of a word": ("Ban An toàn giao thông xã nhắc nhở", "Ban An toàn giao thông xã"),
        "works (`công trình`) are no `trình`": (
            "Ban Quản lý công trình công cộng sửa cầu",
            "Ban Quản lý công trình công cộng",
        ),
        "`và` joins two verbs of a name": ("Quỹ Bảo vệ và phát triển rừng chi trả", "Quỹ Bảo vệ và phát triển rừng"),
        "a comma joins them": (
            "Trung tâm Đào tạo, bồi dưỡng cán bộ mở lớp",
            "Trung tâm Đào tạo, bồi dưỡng cán bộ",
        ),
        "an object with a verb": ("Ban Quản lý khai thác chợ thu phí vệ sinh", "Ban Quản lý khai thác chợ"),
        "an office of training": ("Phòng Quản lý đào tạo lập lịch thi", "Phòng Quản lý đào tạo"),
        "projects": (
            "Ban Quản lý dự án đầu tư xây dựng tỉnh lập hồ sơ",
            "Ban Quản lý dự án đầu tư xây dựng tỉnh",
        ),
        "a team by what it does": ("Các tổ kiểm tra lập biên bản", "Các tổ kiểm tra"),
        "with its object": ("Tổ hỗ trợ kỹ thuật cài đặt phần mềm", "Tổ hỗ trợ kỹ thuật"),
        "a team before a colon": ("Đội cứu hộ trên sông:", "Đội cứu hộ trên sông"),
        "a team in a list": ("Tổ phục vụ, Công an xã", "Tổ phục vụ, Công an xã"),
        "guards by law": (
            "Tổ bảo vệ an ninh, trật tự ở cơ sở tuần tra",
            "Tổ bảo vệ an ninh, trật tự ở cơ sở",
        ),
        "persons by their work": ("Giáo viên coi thi niêm phong bài", "Giáo viên coi thi"),
        "public schools": ("Trường Mầm non công lập nhận trẻ", "Trường Mầm non công lập"),
        "builders": ("Nhà thầu thi công lập rào chắn", "Nhà thầu thi công"),
    },
)
def test_a_verb_inside_a_name(text, expected):
    assert name(text) == expected


@rules(
    ("text", "expected"),
    {
        "an office and its act": ("Ban Tổ chức chuẩn bị phần thưởng", "Ban Tổ chức"),
        "a team and its act": ("Các tổ kiểm tra chéo hồ sơ.", "Các tổ"),
        "a verb with its own object": ("Ban Quản lý khai thác tốt các bến", "Ban Quản lý"),
        "two verbs of a predicate": ("Phòng Quản lý xây dựng, trình quy chế", "Phòng Quản lý"),
        "together": ("Trạm Y tế cùng vận động người dân", "Trạm Y tế"),
        "all of them": ("Các thôn đều thành lập tổ", "Các thôn"),
        "of the same level": ("Các đoàn thể cùng cấp vận động", "Các đoàn thể cùng cấp"),
        "a time between commas": ("Hội Nông dân xã, mỗi quý một lần, báo cáo", "Hội Nông dân xã"),
        "how often": ("Trưởng bản, hai tuần một lần, họp bản", "Trưởng bản"),
        "to set questions": ("Tổ chuyên môn ra đề xong trước ngày 10/12", "Tổ chuyên môn"),
    },
)
def test_a_verb_that_ends_it(text, expected):
    assert name(text) == expected


@pytest.mark.parametrize(
    "body", ["Trung tâm Công nghệ thông tin", "Viện Nghiên cứu phát triển", "Phòng Kế hoạch tổng hợp"]
)
def test_such_names_anywhere(body):
    assert [found.name for found in find_bodies(f"theo mẫu của {body}.")] == [body]
