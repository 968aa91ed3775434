"""Laws that preambles cite, with number and the day on which they were passed (a plan cites none of the future)."""

from __future__ import annotations

LAWS: dict[str, tuple[str, str]] = {
    "An toàn thực phẩm": ("55/2010/QH12", "2010-06-17"),
    "Phòng, chống thiên tai": ("33/2013/QH13", "2013-06-19"),
    "Phòng thủ dân sự": ("18/2023/QH15", "2023-06-20"),
    "Phổ biến, giáo dục pháp luật": ("14/2012/QH13", "2012-06-20"),
    "Hòa giải ở cơ sở": ("35/2013/QH13", "2013-06-20"),
    "Bảo vệ môi trường": ("72/2020/QH14", "2020-11-17"),
    "Trật tự, an toàn giao thông đường bộ": ("36/2024/QH15", "2024-06-27"),
    "Phòng cháy và chữa cháy": ("27/2001/QH10", "2001-06-29"),
    "Phòng cháy, chữa cháy và cứu nạn, cứu hộ": ("55/2024/QH15", "2024-11-29"),
    "Du lịch": ("09/2017/QH14", "2017-06-19"),
    "Giáo dục": ("43/2019/QH14", "2019-06-14"),
    "Việc làm": ("74/2025/QH15", "2025-06-16"),
    "Giáo dục nghề nghiệp": ("74/2014/QH13", "2014-11-27"),
    "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân": ("85/2015/QH13", "2015-06-25"),
    "Thi đua, khen thưởng": ("06/2022/QH15", "2022-06-15"),
    "Công nghệ thông tin": ("67/2006/QH11", "2006-06-29"),
    "Giao dịch điện tử": ("20/2023/QH15", "2023-06-22"),
    "Khám bệnh, chữa bệnh": ("15/2023/QH15", "2023-01-09"),
    "Phòng, chống bệnh truyền nhiễm": ("03/2007/QH12", "2007-11-21"),
    "Trẻ em": ("102/2016/QH13", "2016-04-05"),
    "Người cao tuổi": ("39/2009/QH12", "2009-11-23"),
    "Cán bộ, công chức": ("22/2008/QH12", "2008-11-13"),
    "Thư viện": ("46/2019/QH14", "2019-11-21"),
    "Thủy lợi": ("08/2017/QH14", "2017-06-19"),
    "Lâm nghiệp": ("16/2017/QH14", "2017-11-15"),
    "Hợp tác xã": ("17/2023/QH15", "2023-06-20"),
    "Phòng, chống bạo lực gia đình": ("13/2022/QH15", "2022-11-14"),
    "Di sản văn hóa": ("45/2024/QH15", "2024-11-23"),
    "Ngân sách nhà nước": ("83/2015/QH13", "2015-06-25"),
    "Tổ chức chính quyền địa phương": ("72/2025/QH15", "2025-06-16"),
}
LOCAL_GOVERNMENT = "Tổ chức chính quyền địa phương"
