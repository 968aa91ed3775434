"""Points that are shortened and put together, titles in other words, titles of bodies that lost their own."""

from .small import Compared

PARENT = """
I. MỤC ĐÍCH
1. Nâng cao nhận thức của Nhân dân về thiên tai.
II. NỘI DUNG THỰC HIỆN
1. Bảo đảm an ninh, trật tự tại các khu vực sơ tán; phát hiện, ngăn chặn kịp thời mọi hành vi lợi dụng thiên tai để \
trộm cắp, tung tin sai sự thật; có phương án phân luồng giao thông trên các tuyến đường bị chia cắt.
2. Giải quyết kịp thời đơn thư, kiến nghị của người dân về hỗ trợ thiệt hại, không để phát sinh điểm nóng; công khai \
danh sách và mức hỗ trợ tại trụ sở và nhà văn hóa.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
- Tổ chức đội cấp cứu lưu động.
2. Sở Tài chính:
Tham mưu nguồn kinh phí phòng, chống thiên tai, trình Ủy ban nhân dân tỉnh quyết định.
"""
CHILD = """
I. MỤC ĐÍCH
1. Nâng cao nhận thức của Nhân dân về thiên tai.
II. NỘI DUNG
1. Bảo đảm an ninh, trật tự tại các khu vực sơ tán; giải quyết kịp thời kiến nghị của người dân về hỗ trợ thiệt hại, \
không để phát sinh điểm nóng.
III. PHÂN CÔNG
1. Trưởng trạm và nhân viên
- Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
- Tổ chức đội cấp cứu lưu động.
- Tham mưu kinh phí phòng, chống thiên tai.
"""


def test_two_points_that_are_shortened_into_one():
    found = Compared(PARENT, CHILD)
    assert sorted(found.links("Bảo đảm an ninh")) == ["Bảo đảm", "Giải quyết"]


def test_a_title_in_other_words_is_known_by_what_stands_below():
    found = Compared(PARENT, CHILD)
    assert found.links("PHÂN CÔNG") == ["TỔ CHỨC"]
    assert found.links("Trưởng trạm") == ["Sở Y"]
    assert found.links("NỘI DUNG") == ["NỘI DUNG"]


def test_the_title_of_a_body_goes_with_its_only_duty():
    assert set(Compared(PARENT, CHILD).links("Tham mưu kinh phí")) == {"Tham mưu", "Sở Tài"}


def test_a_title_that_is_deleted_is_omitted_and_nothing_else():
    gone = PARENT.replace("2. Sở Tài chính:\n", "")
    assert list(Compared(PARENT, gone, lower="province").omitted()) == ["Sở Tài"]


def test_a_part_that_became_a_section_stands_for_the_section_too():
    parent = """
    I. MỤC ĐÍCH, YÊU CẦU
    1. Mục đích
    - Nâng cao nhận thức của Nhân dân về thiên tai.
    2. Yêu cầu
    - Triển khai kịp thời, đúng kỹ thuật, tiết kiệm.
    """
    child = """
    I. MỤC ĐÍCH
    1. Nâng cao nhận thức của Nhân dân về thiên tai.
    """
    found = Compared(parent, child)
    assert sorted(found.links("MỤC ĐÍCH")) == ["MỤC ĐÍCH,", "Mục đích"]
    assert set(found.omitted()) == {"Yêu cầu", "Triển khai"}


def test_a_section_title_that_is_deleted_is_omitted():
    parent = (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao nhận thức.\n2. Yêu cầu\n- Triển khai kịp thời, đúng kỹ thuật."
    )
    assert list(Compared(parent, parent.split("\n", 1)[1], lower="province").omitted()) == ["MỤC ĐÍCH,"]


def test_the_only_text_below_a_title_answers_the_only_one_below_its_counterpart():
    parent = """
    I. MỤC ĐÍCH
    1. Nâng cao nhận thức của Nhân dân về thiên tai.
    II. THỜI GIAN THỰC HIỆN
    Công tác tuyên truyền được tiến hành liên tục trong mùa mưa bão.
    """
    child = """
    I. MỤC ĐÍCH
    1. Nâng cao nhận thức của Nhân dân về thiên tai.
    II. THỜI GIAN THỰC HIỆN
    Hai đợt, mỗi đợt ba ngày.
    """
    assert Compared(parent, child).links("Hai đợt") == ["Công tác"]


def test_a_title_that_runs_into_its_text_answers_title_and_text():
    parent = """
    I. NỘI DUNG
    1. Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    II. KIỂM TRA
    1. Thời gian kiểm tra
    Tháng 4 và tháng 9 năm 2026, trước và trong mùa mưa bão, do Ban Chỉ huy thông báo.
    2. Sở Xây dựng
    Kiểm tra an toàn các công trình đang thi công trên sông.
    """
    child = """
    I. NỘI DUNG
    1. Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    II. KIỂM TRA
    1. Thời gian: Tháng 4 năm 2026, trước mùa mưa bão, do Ban Chỉ huy thông báo.
    2. Phòng Kinh tế: Kiểm tra an toàn các công trình đang thi công trên sông.
    """
    found = Compared(parent, child)
    assert found.links("Thời gian") == ["Tháng 4", "Thời gian"]
    assert set(found.links("Phòng Kinh")) == {"Kiểm tra", "Sở Xây"}
    apart = Compared(child, parent)
    assert apart.links("Thời gian") == ["Thời gian:"]
    assert apart.links("Tháng 4") == ["Thời gian:"]


def test_what_closes_both_plans_is_one_point():
    parent = PARENT + "\n\nCăn cứ Kế hoạch này, yêu cầu các cơ quan nghiêm túc triển khai; có khó khăn thì báo cáo./."
    child = CHILD + "\n\nTrên đây là Kế hoạch của xã, đề nghị toàn thể Nhân dân hưởng ứng, đoàn kết./."
    assert Compared(parent, child).links("Trên đây") == ["Căn cứ"]


def test_duties_below_the_name_of_a_body_that_the_child_says_in_one_text():
    parent = """
    I. TỔ CHỨC THỰC HIỆN
    1. Sở Nông nghiệp và Môi trường
    - Vận hành liên hồ chứa trên các lưu vực sông.
    - Theo dõi, đôn đốc, kiểm tra các địa phương trong phòng, chống thiên tai; tham mưu tổng kết, khen thưởng.
    2. Các đoàn thể
    - Vận động hội viên giúp nhau dọn dẹp nhà cửa.
    """
    child = """
    I. TỔ CHỨC THỰC HIỆN
    1. Phòng Nông nghiệp và Môi trường giúp Ủy ban nhân dân xã kiểm tra phòng, chống thiên tai, tham mưu tổng kết.
    2. Các đoàn thể
    - Vận động hội viên giúp nhau dọn dẹp nhà cửa.
    """
    assert sorted(Compared(parent, child).links("Phòng Nông")) == ["Sở Nông", "Theo dõi,"]


def test_what_is_said_to_another_level_is_not_joined():
    parent = """
    I. TIÊU CHÍ
    1. Đối với cấp huyện
    - Có đội xung kích cấp huyện; không có người chết, mất tích do chủ quan.
    2. Đối với cấp xã
    - Có đội xung kích ở mỗi thôn; không có người chết, mất tích do chủ quan.
    """
    child = "I. TIÊU CHÍ\n1. Đối với cấp xã\n- Có đội xung kích; không có người chết, mất tích do chủ quan."
    found = Compared(parent, child)
    assert found.links("Có đội") == ["Có đội"]
    assert found.omitted()["Đối với"] == "not_applicable"


def test_a_body_that_took_over_few_duties_of_another_and_hardly_any_others():
    parent = """
    I. TỔ CHỨC THỰC HIỆN
    1. Sở Y tế
    - Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
    - Tổ chức đội cấp cứu lưu động.
    - Bố trí giường bệnh dự phòng tại các bệnh viện tuyến cuối.
    - Ký hợp đồng nguyên tắc với các hãng dược.
    - Quyết định phân tuyến điều trị.
    """
    child = """
    I. TỔ CHỨC THỰC HIỆN
    1. Phòng Văn hóa - Xã hội
    - Chuẩn bị cơ số thuốc, hóa chất khử khuẩn.
    - Tổ chức đội cấp cứu lưu động.
    """
    assert Compared(parent, child).links("Phòng Văn") == ["Sở Y"]


def test_a_section_that_took_the_title_of_its_part_stands_for_the_section():
    parent = """
    I. NỘI DUNG
    1. Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    II. THỜI GIAN, ĐỐI TƯỢNG, HÌNH THỨC KHEN THƯỞNG VÀ KINH PHÍ
    1. Thời gian
    Sau mùa mưa bão năm 2026.
    2. Hình thức khen thưởng
    Tặng Giấy khen cho tập thể, cá nhân dũng cảm cứu người, cứu tài sản trong thiên tai.
    """
    child = """
    I. NỘI DUNG
    1. Tuyên truyền kỹ năng phòng, chống thiên tai cho Nhân dân.
    II. KHEN THƯỞNG
    1. Hình thức: Tặng Giấy khen cho tập thể, cá nhân dũng cảm cứu người, cứu tài sản.
    2. Thời gian: Sau mùa mưa bão năm 2026.
    """
    found = Compared(parent, child)
    assert set(found.links("Hình thức:")) == {"Hình thức", "Tặng Giấy"}
    assert found.links("KHEN THƯỞNG") == ["THỜI GIAN,"]
