"""Which bodies act at which level and in which years, by what they look after.

A function (`tài chính`, `y tế`…) is what a duty needs; the tables say which body holds it. Three ages: ``old`` to
2025-02-28, ``merged`` (the departments of the 2025 merger) to 2025-06-30, ``two`` (two levels) from 2025-07-01.
"""

from __future__ import annotations

SO_OLD = {
    "home": "Sở Nội vụ", "finance": "Sở Tài chính", "health": "Sở Y tế", "school": "Sở Giáo dục và Đào tạo",
    "justice": "Sở Tư pháp", "culture": "Sở Văn hóa, Thể thao và Du lịch", "media": "Sở Thông tin và Truyền thông",
    "farm": "Sở Nông nghiệp và Phát triển nông thôn", "earth": "Sở Tài nguyên và Môi trường",
    "labour": "Sở Lao động - Thương binh và Xã hội", "road": "Sở Giao thông vận tải", "trade": "Sở Công Thương",
    "digital": "Sở Thông tin và Truyền thông", "police": "Công an tỉnh", "army": "Bộ Chỉ huy Quân sự tỉnh",
    "front": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "office": "Văn phòng Ủy ban nhân dân tỉnh",
    "youth": "Tỉnh đoàn", "press": "Đài Phát thanh và Truyền hình tỉnh",
}
SO_NEW = SO_OLD | {
    "media": "Sở Văn hóa, Thể thao và Du lịch", "digital": "Sở Khoa học và Công nghệ", "road": "Sở Xây dựng",
    "farm": "Sở Nông nghiệp và Môi trường", "earth": "Sở Nông nghiệp và Môi trường", "labour": "Sở Nội vụ",
    "press": "Báo và Phát thanh, Truyền hình tỉnh",
}
PHONG_OLD = {
    "home": "Phòng Nội vụ", "finance": "Phòng Tài chính - Kế hoạch", "health": "Trung tâm Y tế huyện",
    "school": "Phòng Giáo dục và Đào tạo", "justice": "Phòng Tư pháp", "culture": "Phòng Văn hóa và Thông tin",
    "media": "Phòng Văn hóa và Thông tin", "digital": "Phòng Văn hóa và Thông tin",
    "earth": "Phòng Tài nguyên và Môi trường",
    "farm": "Phòng Nông nghiệp và Phát triển nông thôn", "labour": "Phòng Lao động - Thương binh và Xã hội",
    "road": "Phòng Kinh tế và Hạ tầng", "trade": "Phòng Kinh tế và Hạ tầng", "police": "Công an huyện",
    "army": "Ban Chỉ huy Quân sự huyện", "front": "Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
    "office": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện", "youth": "Huyện đoàn",
    "press": "Trung tâm Văn hóa - Thông tin và Thể thao huyện",
}
PHONG_MERGED = PHONG_OLD | {
    "culture": "Phòng Văn hóa, Khoa học và Thông tin", "media": "Phòng Văn hóa, Khoa học và Thông tin",
    "digital": "Phòng Văn hóa, Khoa học và Thông tin", "farm": "Phòng Nông nghiệp và Môi trường",
    "earth": "Phòng Nông nghiệp và Môi trường", "labour": "Phòng Nội vụ", "health": "Phòng Y tế",
    "police": "Phòng Tư pháp", "road": "Phòng Kinh tế, Hạ tầng và Đô thị",
    "trade": "Phòng Kinh tế, Hạ tầng và Đô thị",
}
XA_OLD = {
    "home": "Văn phòng - Thống kê xã", "finance": "Công chức Tài chính - Kế toán", "health": "Trạm Y tế xã",
    "school": "Các trường học trên địa bàn xã", "justice": "Công chức Tư pháp - Hộ tịch",
    "culture": "Công chức Văn hóa - Xã hội", "media": "Đài Truyền thanh xã", "digital": "Công chức Văn hóa - Xã hội",
    "farm": "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường", "labour": "Công chức Văn hóa - Xã hội",
    "earth": "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường", "road": "Công an xã",
    "trade": "Công chức Tài chính - Kế toán", "police": "Công an xã", "army": "Ban Chỉ huy Quân sự xã",
    "front": "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "office": "Văn phòng - Thống kê xã", "youth": "Đoàn Thanh niên xã",
    "press": "Đài Truyền thanh xã",
}
XA_NEW = {
    "home": "Phòng Văn hóa - Xã hội", "finance": "Phòng Kinh tế", "health": "Trạm Y tế xã",
    "school": "Các trường học trên địa bàn xã", "justice": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
    "culture": "Phòng Văn hóa - Xã hội", "media": "Phòng Văn hóa - Xã hội", "digital": "Phòng Văn hóa - Xã hội",
    "farm": "Phòng Kinh tế", "earth": "Phòng Kinh tế", "labour": "Phòng Văn hóa - Xã hội", "road": "Phòng Kinh tế",
    "trade": "Phòng Kinh tế", "police": "Công an xã", "army": "Ban Chỉ huy Quân sự xã",
    "front": "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "youth": "Đoàn Thanh niên xã",
    "office": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "press": "Trung tâm Phục vụ hành chính công xã",
}
PHUONG_NEW = {f: b.replace("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị") for f, b in XA_NEW.items()}
# a ministry's own bodies; who looks after the plan's subject stands in MINISTRIES
MINISTRY = {
    "home": "Vụ Tổ chức cán bộ", "finance": "Vụ Kế hoạch - Tài chính", "justice": "Vụ Pháp chế",
    "media": "Văn phòng Bộ",
    "office": "Văn phòng Bộ", "police": "Thanh tra Bộ", "front": "Công đoàn Bộ", "press": "Trung tâm Thông tin",
    "youth": "Đoàn Thanh niên Bộ", "digital": "Cục Chuyển đổi số",
}
SCHOOL = {
    "home": "Tổ Văn phòng", "finance": "Bộ phận Kế toán", "health": "Nhân viên y tế trường học",
    "school": "Các tổ chuyên môn", "justice": "Ban Chấp hành Công đoàn", "culture": "Giáo viên chủ nhiệm các lớp",
    "media": "Ban Truyền thông nhà trường", "digital": "Tổ Tin học", "farm": "Tổ Văn phòng", "earth": "Tổ Văn phòng",
    "labour": "Ban Chấp hành Công đoàn", "road": "Giáo viên chủ nhiệm các lớp", "trade": "Bộ phận Kế toán",
    "police": "Đội Xung kích an toàn nhà trường", "army": "Tổ Giáo dục thể chất",
    "front": "Ban đại diện cha mẹ học sinh", "office": "Tổ Văn phòng", "youth": "Đoàn Thanh niên nhà trường",
    "press": "Ban Truyền thông nhà trường",
}
FRONT = {
    "home": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã", "finance": "Hội Nông dân",
    "health": "Hội Chữ thập đỏ",
    "school": "Hội Khuyến học", "justice": "Hội Cựu chiến binh", "culture": "Hội Liên hiệp Phụ nữ",
    "media": "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "digital": "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "farm": "Hội Nông dân", "earth": "Hội Liên hiệp Phụ nữ", "labour": "Liên đoàn Lao động",
    "road": "Hội Cựu chiến binh",
    "trade": "Hội Nông dân", "police": "Hội Cựu chiến binh", "army": "Hội Cựu chiến binh",
    "front": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã", "youth": "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "office": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã", "press": "Ban Tư vấn Dân chủ - Pháp luật",
}
PARTY = {
    "home": "Ban Xây dựng Đảng", "finance": "Văn phòng Đảng ủy", "health": "Đảng ủy Ủy ban nhân dân xã",
    "school": "Đảng ủy Ủy ban nhân dân xã", "justice": "Ủy ban Kiểm tra Đảng ủy", "culture": "Ban Xây dựng Đảng",
    "media": "Trung tâm Chính trị xã", "digital": "Văn phòng Đảng ủy", "farm": "Đảng ủy Ủy ban nhân dân xã",
    "earth": "Đảng ủy Ủy ban nhân dân xã", "labour": "Đảng ủy Ủy ban nhân dân xã", "road": "Chi bộ Công an xã",
    "trade": "Đảng ủy Ủy ban nhân dân xã", "police": "Chi bộ Công an xã", "army": "Chi bộ Quân sự xã",
    "front": "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "office": "Văn phòng Đảng ủy", "youth": "Đoàn Thanh niên xã",
    "press": "Ban Xây dựng Đảng",
}

# symbol of a body in document numbers
SYMBOLS = {
    "Sở Nội vụ": "SNV", "Sở Y tế": "SYT", "Sở Giáo dục và Đào tạo": "SGDĐT", "Sở Tư pháp": "STP", "Sở Tài chính": "STC",
    "Sở Văn hóa, Thể thao và Du lịch": "SVHTTDL", "Sở Thông tin và Truyền thông": "STTTT",
    "Sở Nông nghiệp và Phát triển nông thôn": "SNNPTNT", "Sở Tài nguyên và Môi trường": "STNMT",
    "Sở Lao động - Thương binh và Xã hội": "SLĐTBXH", "Sở Giao thông vận tải": "SGTVT", "Sở Công Thương": "SCT",
    "Sở Khoa học và Công nghệ": "SKHCN", "Sở Xây dựng": "SXD", "Sở Nông nghiệp và Môi trường": "SNNMT",
    "Phòng Nội vụ": "PNV", "Phòng Tài chính - Kế hoạch": "PTCKH", "Phòng Giáo dục và Đào tạo": "PGDĐT",
    "Phòng Tư pháp": "PTP", "Phòng Văn hóa và Thông tin": "PVHTT", "Phòng Y tế": "PYT", "Phòng Kinh tế": "PKT",
    "Phòng Nông nghiệp và Phát triển nông thôn": "PNNPTNT", "Phòng Kinh tế và Hạ tầng": "PKTHT",
    "Phòng Tài nguyên và Môi trường": "PTNMT", "Phòng Lao động - Thương binh và Xã hội": "PLĐTBXH",
    "Phòng Văn hóa, Khoa học và Thông tin": "PVHKHTT", "Phòng Nông nghiệp và Môi trường": "PNNMT",
    "Phòng Kinh tế, Hạ tầng và Đô thị": "PKTHTĐT", "Phòng Văn hóa - Xã hội": "PVHXH", "Công an tỉnh": "CAT",
}

# ministry: symbol, and for each topic that it issues plans on, the body that looks after it
MINISTRIES = {
    "Bộ Y tế": ("BYT", {"ATTP": "Cục An toàn thực phẩm", "DS": "Cục Dân số", "YT": "Cục Phòng bệnh"}),
    "Bộ Nội vụ": ("BNV", {"CCHC": "Vụ Cải cách hành chính", "VL": "Cục Việc làm"}),
    "Bộ Tư pháp": ("BTP", {"PBGDPL": "Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý"}),
    "Bộ Giáo dục và Đào tạo": ("BGDĐT", {"GD": "Vụ Giáo dục Phổ thông"}),
    "Bộ Khoa học và Công nghệ": ("BKHCN", {"CDS": "Cục Chuyển đổi số quốc gia"}),
    "Bộ Văn hóa, Thể thao và Du lịch": ("BVHTTDL", {"DL": "Cục Du lịch Quốc gia Việt Nam"}),
}
