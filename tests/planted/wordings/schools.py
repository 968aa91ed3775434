"""What a school says on any topic: its aims, targets and activities, laid over the topic's own vocabulary."""

from __future__ import annotations

from dataclasses import replace

from .topic import Topic

THEMES = (
    (
        "Công tác tuyên truyền",
        (
            "Tuyên truyền qua bảng tin, loa phát thanh và trang thông tin của nhà trường",
            "Trang trí góc truyền thông tại các lớp học",
            "Gửi thư ngỏ đến gia đình học sinh",
        ),
    ),
    (
        "Hoạt động giáo dục",
        (
            "Lồng ghép nội dung vào các môn học và hoạt động trải nghiệm",
            "Tổ chức sân chơi, tiểu phẩm, vẽ tranh theo chủ đề",
            "Rèn kỹ năng xử lý tình huống cho học sinh",
        ),
    ),
    (
        "Cơ sở vật chất, điều kiện bảo đảm",
        (
            "Kiểm tra hệ thống điện, nước, đồ dùng trong lớp học",
            "Sắp xếp khu vực cổng trường thông thoáng, an toàn",
            "Bổ sung biển chỉ dẫn, nội quy dễ hiểu với học sinh",
        ),
    ),
)
PURPOSES = (
    "Nâng cao nhận thức của cán bộ, giáo viên, nhân viên và học sinh về {ten}",
    "Xây dựng môi trường học đường an toàn, lành mạnh, thân thiện",
    "Phát huy vai trò của gia đình và nhà trường trong giáo dục học sinh",
)
RATES = (
    ("Tỷ lệ học sinh được giáo dục kiến thức liên quan", 95, 99),
    ("Tỷ lệ cha mẹ học sinh ký cam kết thực hiện", 90, 99),
    ("Tỷ lệ giáo viên, nhân viên được tập huấn kỹ năng", 85, 98),
    ("Tỷ lệ học sinh vận dụng tốt kiến thức vào tình huống thực tế", 70, 90),
)
SHARES = (
    ("lớp học", "trang trí góc truyền thông"),
    ("cán bộ, giáo viên, nhân viên", "gương mẫu thực hiện nội quy"),
    ("học sinh", "tham gia tìm hiểu kiến thức"),
    ("tổ chuyên môn", "xây dựng tiết dạy minh họa"),
)
COUNTS = (
    ("Tổ chức", "buổi", "sinh hoạt dưới cờ theo chủ đề", 2, 6),
    ("Thực hiện", "chuyên đề", "cấp trường", 2, 4),
    ("Trao", "phần quà", "cho học sinh làm tốt", 20, 120),
)


def for_school(topic: Topic) -> Topic:
    """The topic as a school treats it; schooling itself needs no other words."""
    if topic.code == "GD":
        return topic
    titles = ("Triển khai công tác {ten} {noi} {khi}", "Tuyên truyền, giáo dục về {ten} {noi} {khi}")
    return replace(
        topic,
        titles=tuple(t.replace("{ten}", topic.name) for t in titles),
        themes=THEMES,
        rates=RATES,
        shares=SHARES,
        purposes=tuple(p.replace("{ten}", topic.name) for p in PURPOSES),
        counts=COUNTS,
        wholes=(),
        ceilings=(),
        falls=(),
        sums=(),
        products=("Báo cáo", "Hình ảnh hoạt động", "Biên bản sinh hoạt"),
    )
