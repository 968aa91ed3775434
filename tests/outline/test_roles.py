"""What a heading announces: its roles from its own words, else from the heading above it."""

import pytest

from kehoach.outline.roles import heading_roles


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", ["purpose", "requirements"]),
        ("Mục đích", ["purpose"]),
        ("Ý nghĩa của đợt phát động", ["purpose"]),
        ("Yêu cầu chung", ["requirements"]),
        ("MỤC TIÊU", ["targets"]),
        ("Chỉ tiêu cụ thể đến năm 2030", ["targets"]),
        ("NỘI DUNG", ["content"]),
        ("Nhiệm vụ trọng tâm", ["content"]),
        ("PHƯƠNG ÁN ỨNG PHÓ BÃO", ["content"]),
        ("Các vòng thi", ["content"]),
        ("THÀNH PHẦN HỘI NGHỊ", ["subjects"]),
        ("TÌNH HÌNH CƠ SỞ VÀ CHỈ TIÊU", ["targets"]),
        ("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", ["other"]),
        ("TRÌNH TỰ, THỦ TỤC XÉT", ["procedure"]),
        ("HỘI THI TÌM HIỂU LUẬT", ["content"]),
        ("CHƯƠNG TRÌNH LỄ RA QUÂN", ["content"]),
        ("THỜI GIAN, ĐỊA ĐIỂM VÀ THÀNH PHẦN", ["subjects", "timeline"]),
        ("THỜI GIAN VÀ THÀNH PHẦN THỰC HIỆN", ["timeline", "implementation"]),
        ("CHƯƠNG TRÌNH", ["content", "timeline"]),
        ("CHƯƠNG TRÌNH TẬP HUẤN NĂM 2026", ["other"]),
        ("CÁC MỐC CẦN NHỚ", ["timeline"]),
        ("Nghị định hướng dẫn Luật Tiêu chuẩn và quy chuẩn kỹ thuật", ["other"]),
        ("Đại biểu khách mời", ["subjects"]),
        ("Thành phần Ban Tổ chức", ["implementation"]),
        ("Tiêu chuẩn tặng Giấy khen", ["criteria"]),
        ("GIẢI PHÁP CHỦ YẾU", ["solutions"]),
        ("Biện pháp phòng ngừa", ["solutions"]),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", ["content", "solutions"]),
        ("ĐỐI TƯỢNG, PHẠM VI", ["subjects"]),
        ("Tiêu chí chấm điểm", ["criteria"]),
        ("Tiêu chuẩn xét chọn", ["criteria"]),
        ("TRÌNH TỰ CHẤM ĐIỂM", ["procedure"]),
        ("Hình thức khen thưởng", ["awards"]),
        ("CƠ CẤU GIẢI THƯỞNG", ["awards"]),
        ("Danh hiệu thi đua", ["awards"]),
        ("KHEN THƯỞNG", ["awards"]),
        ("Hồ sơ, trình tự xét tặng", ["procedure"]),
        ("Các bước tiến hành", ["procedure"]),
        ("Thời gian, địa điểm", ["timeline"]),
        ("TIẾN ĐỘ", ["timeline"]),
        ("Lộ trình đến năm 2030", ["timeline"]),
        ("NGÀY 2: THỨ BA, 14/4/2026", ["timeline"]),
        ("Học kỳ II và cả năm học", ["timeline"]),
        ("Các đợt thi đua", ["timeline"]),
        ("CÔNG TÁC KIỂM ĐỊNH", ["content"]),
        ("KINH PHÍ", ["budget"]),
        ("CHẾ ĐỘ BÁO CÁO", ["implementation"]),
        ("NGUỒN LỰC", ["budget"]),
        ("QUAN ĐIỂM VÀ MỤC TIÊU", ["targets"]),
        ("BỐI CẢNH CHUNG, NHIỆM VỤ", ["content"]),
        ("XÉT THI ĐUA", ["awards"]),
        ("Dự toán", ["budget"]),
        ("Phạm vi ngân sách", ["budget"]),
        ("TỔ CHỨC THỰC HIỆN", ["implementation"]),
        ("Phân công trách nhiệm", ["implementation"]),
        ("Phân công nhiệm vụ", ["implementation"]),
        ("PHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU", ["implementation"]),
        ("Nhiệm vụ và phân công thực hiện", ["content", "implementation"]),
        ("Triển khai thực hiện nhiệm vụ", ["content"]),
        ("Nguyên tắc chỉ đạo", ["other"]),
        ("Địa điểm", ["other"]),
        ("ĐỐI TƯỢNG, TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG", ["subjects", "criteria", "awards"]),
    ],
)
def test_own_words(heading, roles):
    assert heading_roles(heading, []) == roles


@pytest.mark.parametrize(
    ("heading", "above", "roles"),
    [
        ("Đối với cấp xã", ["criteria"], ["criteria"]),
        ("Năm 2026", ["targets"], ["targets"]),
        ("Trạm Y tế xã", ["implementation"], ["implementation"]),
        ("Công tác tuyên truyền", ["content", "solutions"], ["content", "solutions"]),
        ("Đối với cấp xã", [], ["other"]),
        ("PHÁT TRIỂN HẠ TẦNG SỐ", [], ["content"]),  # a part that names what is to be done
        ("Huy động nguồn lực, bảo đảm tài chính", ["solutions"], ["budget"]),
        ("Tiến độ", ["content"], ["timeline"]),
        ("Cơ quan chủ trì, phối hợp", ["content"], ["implementation"]),
        ("Thông số, tần suất, thời gian đo:", ["content"], ["content", "timeline"]),
        ("Địa điểm, thời gian đo:", ["content"], ["timeline"]),
        ("Huy động tài chính", ["timeline"], ["budget"]),
        ("Danh hiệu “Lao động tiên tiến”", ["criteria"], ["criteria"]),
        ("Danh hiệu “Lao động tiên tiến”", ["awards"], ["awards"]),
        ("Đăng ký danh hiệu thi đua", ["content"], ["targets"]),
        ("CĂN CỨ XÂY DỰNG CHỈ TIÊU", [], ["other"]),
        ("KHEN THƯỞNG, KINH PHÍ", [], ["budget", "awards"]),
        ("Danh mục thuộc phạm vi Phong trào", ["targets"], ["targets"]),
        ("Phương án huy động kinh phí", ["solutions"], ["budget"]),
        ("Phương án triển khai", ["content"], ["implementation"]),
        ("Đợt 2: Từ tháng 01 đến ngày 15/3/2026", ["content", "timeline"], ["timeline"]),
    ],
)
def test_words_that_say_nothing_take_the_roles_above(heading, above, roles):
    assert heading_roles(heading, above) == roles


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Đổi mới nội dung, hình thức sinh hoạt thôn", ["solutions"]),
        ("Rà soát đối tượng thụ hưởng", ["solutions"]),
        ("Sở Tài chính", ["solutions"]),
        ("Phòng Nội vụ và công tác khen thưởng", ["solutions"]),
        ("Biểu dương, khen thưởng điển hình tiên tiến", ["awards"]),
        ("RÀ SOÁT ĐỐI TƯỢNG", ["subjects"]),  # capitals: the title of a part, not of an action
    ],
)
def test_titles_of_actions_and_bodies_say_nothing_of_their_role(heading, roles):
    assert heading_roles(heading, ["solutions"]) == roles


@pytest.mark.parametrize(
    "heading",
    [
        "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2025",
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        "SỰ CẦN THIẾT",
        "CƠ SỞ PHÁP LÝ",
        "ĐÁNH GIÁ KẾT QUẢ",
        "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "THỰC TRẠNG",
    ],
)
def test_parts_that_look_back_are_other(heading):
    assert heading_roles(heading, ["content"]) == ["other"]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Cuộc vận động “Toàn dân hoàn thành mục tiêu xanh”", ["content"]),
        ('Hội thi "Giải pháp trẻ"', ["content"]),
    ],
)
def test_words_of_a_quoted_name_do_not_count(heading, roles):
    assert heading_roles(heading, ["content"]) == roles
