"""Topics: disasters, environment, traffic, fire."""

from __future__ import annotations

from .topic import Topic

DISASTER = Topic(
    code="PCTT",
    name="phòng, chống thiên tai và tìm kiếm cứu nạn",
    lead="farm",
    allies=("army", "police", "road", "health", "press"),
    titles=(
        "Phòng, chống thiên tai và tìm kiếm cứu nạn {noi} {khi}",
        "Ứng phó với bão, lũ, sạt lở đất {noi} {khi}",
        "Phòng, chống hạn hán, thiếu nước {noi} {khi}",
    ),
    programme="phòng, chống thiên tai và tìm kiếm cứu nạn",
    movement="Cộng đồng an toàn trước thiên tai",
    laws=("Phòng, chống thiên tai", "Phòng thủ dân sự", "Thủy lợi"),
    documents=(
        ("Nghị định", "NĐ-CP", "Chính phủ", "quy định chi tiết thi hành một số điều của Luật Phòng, chống thiên tai"),
        ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ", "về công tác phòng ngừa, ứng phó thiên tai"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "quy định về dự báo, cảnh báo, truyền tin thiên tai"),
    ),
    rates=(
        ("Tỷ lệ người dân vùng thường xuyên bị ảnh hưởng được tiếp nhận thông tin thiên tai", 88, 98),
        ("Tỷ lệ hồ chứa xung yếu được kiểm tra an toàn trước mùa mưa", 92, 99),
        ("Tỷ lệ lực lượng xung kích được tập huấn kỹ năng cứu hộ", 70, 95),
    ),
    shares=(
        ("{sub}", "xây dựng phương án ứng phó theo cấp độ rủi ro"),
        ("hộ dân vùng nguy cơ sạt lở", "được lập danh sách để sẵn sàng sơ tán"),
        ("tàu cá", "lắp thiết bị giám sát hành trình"),
        ("ngầm tràn", "có biển cảnh báo, cột thủy chí"),
    ),
    counts=(
        ("Dự trữ", "bao tải", "cát tại các vị trí xung yếu", 2000, 9500),
        ("Tổ chức", "cuộc", "diễn tập phòng, chống bão lụt", 1, 4),
        ("Di dời", "hộ", "dân ra khỏi vùng nguy hiểm", 25, 240),
    ),
    wholes=(
        "kiện toàn đội xung kích phòng, chống thiên tai",
        "có quỹ phòng, chống thiên tai được sử dụng đúng quy định",
    ),
    ceilings=(
        ("Thời gian huy động lực lượng tại chỗ", 30, 90, "phút"),
        ("Thiệt hại về kinh tế do thiên tai so với tổng sản phẩm trên địa bàn", 0.8, 1.6, "%"),
    ),
    falls=("thiệt hại về người", "diện tích lúa bị ngập úng"),
    sums=(("Thu Quỹ Phòng, chống thiên tai", 1.2, 8.5, "tỷ đồng"),),
    themes=(
        (
            "Phòng ngừa thiên tai",
            (
                "Rà soát khu dân cư ven sông, suối, sườn dốc có nguy cơ sạt lở",
                "Tu bổ đê điều, khơi thông dòng chảy, kênh tiêu thoát nước",
                "Chặt tỉa cây xanh, gia cố biển hiệu, nhà yếu",
            ),
        ),
        (
            "Ứng phó thiên tai",
            (
                "Thực hiện phương châm bốn tại chỗ",
                "Tổ chức trực ban nghiêm túc khi có tin bão khẩn cấp",
                "Sơ tán người dân khỏi lồng bè, chòi canh trước khi bão đổ bộ",
            ),
        ),
        (
            "Khắc phục hậu quả",
            (
                "Cứu trợ khẩn cấp lương thực, nước sạch cho vùng bị chia cắt",
                "Khôi phục điện, giao thông, thông tin liên lạc",
                "Thống kê, đánh giá thiệt hại trung thực",
            ),
        ),
    ),
    purposes=(
        "Chủ động phòng ngừa, giảm thiểu thiệt hại về người và tài sản do thiên tai",
        "Nâng cao năng lực chỉ huy, điều hành và ứng phó tại chỗ",
        "Nâng cao nhận thức, kỹ năng ứng phó của cộng đồng",
    ),
    products=("Phương án ứng phó", "Bản đồ vùng nguy cơ", "Báo cáo thiệt hại"),
)

ENVIRONMENT = Topic(
    code="MT",
    name="bảo vệ môi trường",
    lead="earth",
    allies=("farm", "police", "trade", "youth", "press"),
    titles=(
        "Bảo vệ môi trường {noi} {khi}",
        "Phân loại chất thải rắn sinh hoạt tại nguồn {noi} {khi}",
        "Giảm thiểu rác thải nhựa {noi} {khi}",
    ),
    programme="bảo vệ môi trường",
    movement="Chống rác thải nhựa",
    laws=("Bảo vệ môi trường", "Lâm nghiệp"),
    documents=(
        ("Nghị định", "NĐ-CP", "Chính phủ", "quy định chi tiết một số điều của Luật Bảo vệ môi trường"),
        (
            "Chỉ thị",
            "CT-TTg",
            "Thủ tướng Chính phủ",
            "về tăng cường quản lý, tái sử dụng, tái chế và giảm thiểu chất thải nhựa",
        ),
        ("Thông tư", "TT-BTNMT", "Bộ trưởng Bộ Tài nguyên và Môi trường", "quy định kỹ thuật về phân loại chất thải"),
    ),
    rates=(
        ("Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý", 92, 99),
        ("Tỷ lệ cơ sở gây ô nhiễm nghiêm trọng được xử lý triệt để", 85, 99),
        ("Tỷ lệ che phủ rừng", 38, 58),
        ("Tỷ lệ nước thải sinh hoạt được xử lý đạt quy chuẩn", 20, 50),
    ),
    shares=(
        ("hộ gia đình", "thực hiện phân loại rác tại nguồn"),
        ("chợ, siêu thị", "hạn chế sử dụng túi ni lông khó phân hủy"),
        ("chất thải y tế nguy hại", "được thu gom, xử lý riêng"),
        ("{sub}", "có điểm tập kết rác hợp vệ sinh"),
    ),
    counts=(
        ("Trồng", "cây", "xanh phân tán", 3000, 9500),
        ("Tổ chức", "đợt", "tổng vệ sinh đường làng, ngõ phố", 4, 12),
        ("Đặt", "thùng", "rác phân loại tại nơi công cộng", 60, 480),
        ("Xóa", "điểm", "nóng về ô nhiễm rác thải", 5, 35),
    ),
    wholes=("không còn điểm đổ rác tự phát", "có hương ước về giữ gìn vệ sinh môi trường"),
    ceilings=(
        ("Tỷ lệ chất thải rắn chôn lấp trực tiếp", 15, 40, "%"),
        ("Nồng độ bụi trong không khí khu dân cư", 40, 50, "µg/m³"),
    ),
    falls=("lượng rác thải nhựa dùng một lần", "số vụ đốt rơm rạ ngoài đồng"),
    sums=(("Công suất xử lý rác", 60, 260, "tấn/ngày"),),
    themes=(
        (
            "Quản lý chất thải",
            (
                "Hướng dẫn hộ dân ủ rác hữu cơ làm phân bón",
                "Bố trí phương tiện thu gom riêng từng loại rác",
                "Cải tạo bãi chôn lấp đã đóng cửa thành khu cây xanh",
            ),
        ),
        (
            "Kiểm soát ô nhiễm",
            (
                "Kiểm tra việc vận hành hệ thống xử lý nước thải của các cơ sở sản xuất",
                "Công bố số liệu quan trắc để cộng đồng giám sát",
                "Xử lý dứt điểm phản ánh qua đường dây nóng",
            ),
        ),
        (
            "Nâng cao ý thức cộng đồng",
            (
                "Ra quân hưởng ứng Ngày Môi trường thế giới",
                "Xây dựng mô hình đổi rác lấy quà, chợ không túi ni lông",
                "Đưa nội quy vệ sinh vào quy ước khu dân cư",
            ),
        ),
    ),
    purposes=(
        "Ngăn chặn xu hướng gia tăng ô nhiễm, cải thiện chất lượng môi trường sống",
        "Hình thành thói quen phân loại, tái chế chất thải trong cộng đồng",
        "Nâng cao trách nhiệm của cơ sở sản xuất, kinh doanh trong bảo vệ môi trường",
    ),
    products=("Báo cáo quan trắc", "Biên bản kiểm tra", "Phương án thu gom"),
)

TRAFFIC = Topic(
    code="ATGT",
    name="bảo đảm trật tự, an toàn giao thông",
    lead="police",
    allies=("road", "school", "press", "youth", "justice"),
    titles=(
        "Bảo đảm trật tự, an toàn giao thông {noi} {khi}",
        "Lập lại trật tự lòng đường, vỉa hè {noi} {khi}",
        "Tuyên truyền, phổ biến pháp luật về trật tự, an toàn giao thông {noi} {khi}",
    ),
    programme="bảo đảm trật tự, an toàn giao thông",
    movement="Đã uống rượu, bia - Không lái xe",
    laws=("Trật tự, an toàn giao thông đường bộ",),
    documents=(
        (
            "Chỉ thị",
            "CT/TW",
            "Ban Bí thư",
            "về tăng cường sự lãnh đạo của Đảng đối với công tác bảo đảm trật tự, an toàn giao thông",
        ),
        (
            "Nghị quyết",
            "NQ-CP",
            "Chính phủ",
            "về tăng cường bảo đảm trật tự, an toàn giao thông và chống ùn tắc giao thông",
        ),
        ("Nghị định", "NĐ-CP", "Chính phủ", "quy định xử phạt vi phạm hành chính về trật tự, an toàn giao thông"),
    ),
    rates=(
        ("Tỷ lệ người điều khiển mô tô đội mũ bảo hiểm đúng cách", 95, 99),
        ("Tỷ lệ học sinh được học kỹ năng tham gia giao thông", 92, 99),
        ("Tỷ lệ điểm đen tai nạn được xóa bỏ", 60, 95),
    ),
    shares=(
        ("trường học", "có cổng trường an toàn giao thông"),
        ("xe đưa đón học sinh", "được kiểm tra điều kiện kỹ thuật"),
        ("{sub}", "duy trì tổ tự quản về an toàn giao thông"),
        ("lối đi tự mở qua đường sắt", "có người cảnh giới hoặc rào chắn"),
    ),
    counts=(
        ("Lắp đặt", "camera", "giám sát tại các nút giao", 12, 85),
        ("Mở", "đợt", "cao điểm xử lý vi phạm nồng độ cồn", 2, 6),
        ("Kẻ mới", "km", "vạch sơn phân làn đường", 8, 60),
    ),
    wholes=("xây dựng tuyến đường tự quản", "giải tỏa xong vi phạm hành lang an toàn đường bộ"),
    ceilings=(
        ("Số vụ ùn tắc giao thông kéo dài", 1, 4, "vụ"),
        ("Số người chết vì tai nạn giao thông", 5, 11, "người/100.000 dân"),
    ),
    falls=(
        "số vụ tai nạn giao thông",
        "số người chết do tai nạn giao thông",
        "số người bị thương do tai nạn giao thông",
    ),
    sums=(("Vốn bảo trì đường bộ", 4, 48, "tỷ đồng"),),
    themes=(
        (
            "Tuần tra, kiểm soát",
            (
                "Xử lý nghiêm vi phạm nồng độ cồn, ma túy, chở quá tải",
                "Tuần tra khép kín trên các tuyến trọng điểm, khung giờ phức tạp",
                "Phạt nguội qua dữ liệu hình ảnh",
            ),
        ),
        (
            "Tổ chức giao thông",
            (
                "Điều chỉnh phân luồng tại nút giao hay ùn ứ",
                "Bổ sung biển báo, đèn tín hiệu ở khu vực cổng trường",
                "Giải tỏa chợ cóc, mái che lấn chiếm vỉa hè",
            ),
        ),
        (
            "Tuyên truyền, giáo dục",
            (
                "Tuyên truyền lưu động tại bến xe, bến đò, khu công nghiệp",
                "Ký cam kết giữa nhà trường với phụ huynh về giao xe cho con",
                "Phát hành tờ rơi, bản tin trên loa truyền thanh",
            ),
        ),
    ),
    purposes=(
        "Kiềm chế, kéo giảm tai nạn và ùn tắc giao thông",
        "Xây dựng văn hóa giao thông trong mọi tầng lớp Nhân dân",
        "Siết chặt kỷ cương trong quản lý trật tự đô thị",
    ),
    products=("Báo cáo tình hình", "Phương án phân luồng", "Kịch bản truyền thông"),
    school=True,
)

FIRE = Topic(
    code="PCCC",
    name="phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    lead="police",
    allies=("trade", "road", "school", "press", "army"),
    titles=(
        "Phòng cháy, chữa cháy và cứu nạn, cứu hộ {noi} {khi}",
        "Phòng cháy, chữa cháy rừng {noi} {khi}",
        "Tổng kiểm tra an toàn phòng cháy, chữa cháy {noi} {khi}",
    ),
    programme="phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    movement="Toàn dân phòng cháy, chữa cháy",
    laws=("Phòng cháy và chữa cháy", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Lâm nghiệp"),
    documents=(
        ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ", "về tăng cường phòng cháy, chữa cháy trong tình hình mới"),
        (
            "Nghị định",
            "NĐ-CP",
            "Chính phủ",
            "quy định chi tiết một số điều và biện pháp thi hành Luật Phòng cháy, chữa cháy",
        ),
        ("Kết luận", "KL/TW", "Ban Bí thư", "về tăng cường lãnh đạo công tác phòng cháy, chữa cháy"),
    ),
    rates=(
        ("Tỷ lệ hộ gia đình trang bị bình chữa cháy xách tay", 60, 95),
        ("Tỷ lệ cơ sở thuộc diện quản lý được kiểm tra an toàn", 92, 99),
        ("Tỷ lệ người dân cài đặt ứng dụng báo cháy", 30, 70),
    ),
    shares=(
        ("hộ kinh doanh kết hợp nhà ở", "mở lối thoát nạn thứ hai"),
        ("chung cư, nhà trọ nhiều phòng", "có phương án chữa cháy được duyệt"),
        ("{sub}", "ra mắt tổ liên gia an toàn phòng cháy"),
        ("cơ sở tồn tại vi phạm", "có lộ trình khắc phục"),
    ),
    counts=(
        ("Tổ chức", "buổi", "thực tập phương án chữa cháy nhiều lực lượng", 1, 6),
        ("Xây dựng", "điểm", "chữa cháy công cộng trong ngõ sâu", 8, 60),
        ("Lắp đặt", "trụ", "nước chữa cháy tại khu dân cư", 10, 75),
    ),
    wholes=("có mô hình điểm chữa cháy công cộng", "thành lập đội dân phòng đủ biên chế"),
    ceilings=(
        ("Số vụ cháy gây hậu quả nghiêm trọng", 1, 3, "vụ"),
        ("Thời gian có mặt tại hiện trường", 12, 25, "phút"),
    ),
    falls=("số vụ cháy", "thiệt hại về tài sản do cháy", "diện tích rừng bị cháy"),
    sums=(("Kinh phí trang bị phương tiện chữa cháy", 0.8, 6.5, "tỷ đồng"),),
    themes=(
        (
            "Tuyên truyền, hướng dẫn kỹ năng",
            (
                "Hướng dẫn kỹ năng thoát nạn trong đám khói cho học sinh",
                "Phát động gia đình trang bị mặt nạ, thang dây",
                "Cảnh báo nguy cơ cháy từ xe điện, bếp gas",
            ),
        ),
        (
            "Kiểm tra an toàn",
            (
                "Kiểm tra chuyên đề karaoke, chợ, kho xưởng, nhà trọ",
                "Đình chỉ hoạt động đối với cơ sở không bảo đảm an toàn",
                "Hướng dẫn chủ hộ khắc phục ngay tại chỗ những thiếu sót nhỏ",
            ),
        ),
        (
            "Sẵn sàng chữa cháy, cứu nạn",
            (
                "Duy trì quân số, phương tiện thường trực",
                "Khảo sát nguồn nước, đường vào cho xe chữa cháy",
                "Bồi dưỡng lực lượng dân phòng sử dụng máy bơm",
            ),
        ),
    ),
    purposes=(
        "Kiềm chế số vụ cháy và thiệt hại do cháy gây ra",
        "Nâng cao ý thức, kỹ năng phòng cháy của hộ gia đình và cơ sở",
        "Phát huy sức mạnh toàn dân tham gia phòng cháy, chữa cháy",
    ),
    products=("Biên bản kiểm tra", "Phương án chữa cháy", "Báo cáo kết quả"),
    school=True,
)

TOPICS = (DISASTER, ENVIRONMENT, TRAFFIC, FIRE)
