"""Names that a letterhead prints in capitals, in the casing of NĐ 30/2020, Phụ lục II."""

import pytest
from hypothesis import strategies as st
from plan_texts import for_all

from kehoach.facts.casing import cased


@pytest.mark.parametrize(
    "name",
    [
        # committees and their places
        "Ủy ban nhân dân",
        "Ủy ban nhân dân xã Đồi Sim",
        "Uỷ ban nhân dân thị xã Hoa Ban",
        "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
        "Ủy ban nhân dân Phường 1",
        "Ủy ban nhân dân Phường 1, Quận 3",
        "Phòng Nội vụ huyện Mai Châu tỉnh Sông Hương",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Mai Châu",
        "Thành phố Hoa Ban",
        # Party and Front
        "Tỉnh ủy Sông Hương",
        "Huyện uỷ Mai Châu",
        "Thành ủy Hoa Ban",
        "Ban Thường vụ Tỉnh ủy Sông Hương",
        "Đảng ủy xã Đồi Sim",
        "Tỉnh đoàn Sông Hương",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Đồi Sim",
        "Hội Liên hiệp Phụ nữ Việt Nam xã Đồi Sim",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Đồi Sim",
        # offices
        "Sở Nội vụ",
        "Sở Y tế Sông Hương",
        "Phòng Kinh tế và Đô thị xã Đồi Sim",
        "Bộ Nông nghiệp và Môi trường",
        "Bộ Chỉ huy Quân sự tỉnh",
        "Công an thành phố Hải Phòng",
        "Tòa án nhân dân huyện Mai Châu",
        "Trạm Y tế xã Đồi Sim",
        # committees for a matter
        "Ban Chỉ đạo Chuyển đổi số xã Đồi Sim",
        "Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh Sông Hương",
        "Ban Chỉ đạo Phòng, chống tội phạm và xây dựng đời sống mới xã Đồi Sim",
        "Hội đồng Thi đua - Khen thưởng tỉnh Sông Hương",
        # schools, hospitals, companies
        "Trường Trung học cơ sở Hoa Ban",
        "Trường Tiểu học và Trung học cơ sở Hoa Ban",
        "Trường Mầm non xã Đồi Sim",
        "Bệnh viện Đa khoa Sông Hương",
        "Công ty TNHH Chè Xanh",
        "Bệnh viện Phụ sản Hà Đông",
        "Bệnh viện Nhi Trung ương",
        "Bệnh viện Y học cổ truyền tỉnh Sông Hương",
        "Bệnh viện Thống Nhất",
        "Trường Đại học Sư phạm Kỹ thuật Vinh",
        "Trường Cao đẳng Y tế Hà Đông",
        "Trường Trung học phổ thông chuyên Phan Bội Châu",
        "Trường Trung học cơ sở số 2 Bình Nguyên",
        "Trường Phổ thông dân tộc nội trú Trung học cơ sở và Trung học phổ thông Mường Ảng",
        "Công ty Cổ phần Cấp nước Bình Dương",
        "Công ty Điện lực Sơn La",
        "Trung tâm Y tế khu vực Quảng Oai",
        "Chi cục Chăn nuôi và Thú y",
        # numbers, codes, forces
        "Chi cục Hải quan khu vực VIII",
        "Tòa án nhân dân khu vực 3",
        "Phòng PC07",
        "Đồn Biên phòng cửa khẩu Tây Trang",
        "Sư đoàn Bộ binh 395",
    ],
)
def test_casing(name):
    assert cased(name.upper()) == name
    assert cased(name) == name


@for_all(st.text(st.sampled_from("ỦỶABCĐEHINOPTUYÂ Ạ,-&1 ")))
def test_nothing_but_the_casing_changes(name):
    assert cased(name).upper() == " ".join(name.upper().split())
