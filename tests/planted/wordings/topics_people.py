"""Topics: food safety, population, health, schooling, poverty, work."""

from __future__ import annotations

from .topic import Topic

FOOD = Topic(
    code="ATTP",
    name="bảo đảm an toàn thực phẩm",
    lead="health",
    allies=("farm", "trade", "police", "school", "press"),
    titles=(
        "Bảo đảm an toàn thực phẩm {noi} {khi}",
        "Triển khai Tháng hành động vì an toàn thực phẩm {noi} {khi}",
        "Hậu kiểm về an toàn thực phẩm {noi} {khi}",
    ),
    programme="bảo đảm an toàn thực phẩm",
    movement="Bữa ăn an toàn - Gia đình hạnh phúc",
    laws=("An toàn thực phẩm",),
    documents=(
        ("Nghị định", "NĐ-CP", "Chính phủ", "quy định chi tiết thi hành một số điều của Luật An toàn thực phẩm"),
        ("Chỉ thị", "CT/TW", "Ban Bí thư", "về tăng cường bảo đảm an ninh, an toàn thực phẩm trong tình hình mới"),
        ("Quyết định", "QĐ-BYT", "Bộ Y tế", "ban hành hướng dẫn giám sát ngộ độc thực phẩm"),
        ("Công văn", "BYT-ATTP", "Bộ Y tế", "về tăng cường phòng ngừa ngộ độc thực phẩm"),
    ),
    rates=(
        ("Tỷ lệ người sản xuất, kinh doanh thực phẩm có kiến thức đúng về an toàn thực phẩm", 80, 92),
        ("Tỷ lệ cơ sở được cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm", 85, 97),
        ("Tỷ lệ mẫu thực phẩm giám sát đạt yêu cầu", 88, 97),
        ("Tỷ lệ bếp ăn bán trú tự kiểm thực ba bước", 90, 99),
    ),
    shares=(
        ("cơ sở dịch vụ ăn uống", "ký cam kết bảo đảm an toàn thực phẩm"),
        ("vụ ngộ độc thực phẩm", "được phát hiện, xử lý kịp thời"),
        ("bếp ăn tập thể", "lưu mẫu thức ăn đúng quy định"),
        ("chợ trên địa bàn", "bố trí khu bán thực phẩm tươi sống riêng biệt"),
    ),
    counts=(
        ("Tổ chức", "lớp", "tập huấn cho chủ cơ sở chế biến nhỏ lẻ", 2, 8),
        ("Lấy", "mẫu", "thực phẩm để giám sát mối nguy ô nhiễm", 60, 450),
        ("Thực hiện", "phóng sự", "chuyên đề về an toàn thực phẩm", 2, 6),
    ),
    wholes=("xây dựng được chuỗi cung ứng thực phẩm an toàn", "không để xảy ra ngộ độc thực phẩm đông người"),
    ceilings=(
        ("Số người mắc ngộ độc thực phẩm cấp tính trong các vụ được ghi nhận", 5, 9, "người/100.000 dân"),
        ("Tỷ lệ cơ sở vi phạm quy định về an toàn thực phẩm", 4, 12, "%"),
    ),
    falls=("số vụ ngộ độc thực phẩm", "tỷ lệ mẫu có tồn dư hóa chất vượt ngưỡng"),
    sums=(("Số suất ăn học đường được truy xuất nguồn gốc", 2500, 9000, "suất/ngày"),),
    themes=(
        (
            "Thông tin, truyền thông",
            (
                "Truyền thông thay đổi hành vi tiêu dùng thực phẩm không rõ nguồn gốc",
                "Công khai tên cơ sở vi phạm trên phương tiện thông tin đại chúng",
                "Giới thiệu các địa chỉ sản xuất sạch, uy tín",
            ),
        ),
        (
            "Kiểm tra, hậu kiểm",
            (
                "Kiểm tra đột xuất cơ sở sản xuất rượu thủ công, thức ăn đường phố",
                "Tập trung vào nhóm thực phẩm nguy cơ cao, tiêu thụ nhiều dịp lễ, tết",
                "Xử lý nghiêm hành vi buôn bán hàng giả, hàng kém chất lượng",
            ),
        ),
        (
            "Giám sát mối nguy",
            (
                "Lấy mẫu giám sát chủ động tại chợ đầu mối và siêu thị",
                "Cảnh báo nhanh cho người tiêu dùng khi phát hiện nguy cơ",
                "Điều tra nguyên nhân, khoanh vùng, truy xuất nguồn gốc khi có sự cố",
            ),
        ),
    ),
    purposes=(
        "Bảo vệ sức khỏe người tiêu dùng, hạn chế thấp nhất các vụ ngộ độc thực phẩm",
        "Nâng cao ý thức chấp hành pháp luật của cơ sở sản xuất, kinh doanh thực phẩm",
        "Đánh giá đúng thực trạng công tác quản lý an toàn thực phẩm trên địa bàn",
    ),
    products=("Biên bản kiểm tra", "Báo cáo giám sát", "Danh sách cơ sở"),
    school=True,
)

POPULATION = Topic(
    code="DS",
    name="dân số và phát triển",
    lead="health",
    allies=("culture", "school", "youth", "press", "front"),
    titles=(
        "Thực hiện công tác dân số và phát triển {noi} {khi}",
        "Chăm sóc sức khỏe người cao tuổi {noi} {khi}",
        "Truyền thông, vận động nâng cao chất lượng dân số {noi} {khi}",
    ),
    programme="công tác dân số và phát triển",
    movement="Gia đình ít con, no ấm, bình đẳng",
    laws=("Người cao tuổi", "Trẻ em"),
    documents=(
        ("Nghị quyết", "NQ/TW", "Ban Chấp hành Trung ương", "về công tác dân số trong tình hình mới"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "phê duyệt Chiến lược Dân số Việt Nam"),
        ("Quyết định", "QĐ-BYT", "Bộ Y tế", "về hướng dẫn sàng lọc trước sinh và sơ sinh"),
    ),
    rates=(
        ("Tỷ lệ bà mẹ mang thai được tầm soát ít nhất bốn loại bệnh, tật bẩm sinh phổ biến", 50, 75),
        ("Tỷ lệ trẻ sơ sinh được sàng lọc đủ năm bệnh bẩm sinh", 60, 85),
        ("Tỷ lệ cặp nam, nữ thanh niên được tư vấn, khám sức khỏe trước khi kết hôn", 70, 90),
        ("Tỷ lệ người từ 60 tuổi trở lên được khám sức khỏe và lập hồ sơ theo dõi", 65, 92),
    ),
    shares=(
        ("{sub}", "có câu lạc bộ liên thế hệ tự giúp nhau"),
        ("cộng tác viên dân số", "được cập nhật kiến thức mới"),
        ("người cao tuổi cô đơn", "được chăm sóc tại cộng đồng"),
        ("trạm y tế", "cung cấp đủ các biện pháp tránh thai hiện đại"),
    ),
    counts=(
        ("Thành lập", "câu lạc bộ", "tư vấn và khám sức khỏe tiền hôn nhân", 2, 9),
        ("Tổ chức", "buổi", "nói chuyện chuyên đề cho vị thành niên, thanh niên", 4, 20),
        ("Cung cấp dịch vụ kế hoạch hóa gia đình miễn phí cho", "phụ nữ", "vùng khó khăn", 800, 4200),
    ),
    wholes=("không có tảo hôn", "đạt chuẩn môi trường thân thiện với người cao tuổi"),
    ceilings=(
        ("Tỷ số giới tính khi sinh", 108, 112, "bé trai/100 bé gái"),
        ("Tỷ suất tăng dân số tự nhiên", 7, 11, "‰"),
        ("Tỷ lệ sinh con ở vị thành niên", 1, 4, "%"),
    ),
    falls=("số cặp tảo hôn", "tỷ lệ phụ nữ sinh con lần ba trở lên"),
    sums=(("Tuổi thọ trung bình", 74, 76, "tuổi"),),
    themes=(
        (
            "Truyền thông chuyển đổi hành vi",
            (
                "Vận động nam, nữ thanh niên kết hôn, sinh con ở độ tuổi phù hợp",
                "Phê phán tư tưởng trọng nam, khinh nữ trong cộng đồng",
                "Đưa chính sách dân số vào hương ước, quy ước",
            ),
        ),
        (
            "Nâng cao chất lượng dịch vụ",
            (
                "Chuẩn hóa quy trình tư vấn tại các cơ sở y tế",
                "Mở rộng mạng lưới sàng lọc tới vùng khó khăn",
                "Bảo đảm hậu cần phương tiện tránh thai",
            ),
        ),
        (
            "Chăm sóc người cao tuổi",
            (
                "Phát triển mô hình chăm sóc ban ngày cho người cao tuổi",
                "Bồi dưỡng tình nguyện viên kỹ năng chăm sóc tại nhà",
                "Huy động con cháu, dòng họ cùng chăm lo người già neo đơn",
            ),
        ),
    ),
    purposes=(
        "Duy trì mức sinh hợp lý, từng bước nâng cao chất lượng dân số",
        "Thích ứng với già hóa dân số, phát huy vai trò người cao tuổi",
        "Huy động sự vào cuộc của gia đình và cộng đồng trong công tác dân số",
    ),
    products=("Danh sách đối tượng khám", "Tờ rơi truyền thông", "Báo cáo"),
)

HEALTH = Topic(
    code="YT",
    name="phòng, chống dịch bệnh",
    lead="health",
    allies=("school", "police", "press", "finance", "youth"),
    titles=(
        "Phòng, chống dịch bệnh truyền nhiễm {noi} {khi}",
        "Phòng, chống sốt xuất huyết và bệnh tay chân miệng {noi} {khi}",
        "Tiêm chủng mở rộng {noi} {khi}",
    ),
    programme="phòng, chống dịch bệnh ở người",
    movement="Mỗi tuần dành mười phút diệt lăng quăng",
    laws=("Phòng, chống bệnh truyền nhiễm", "Khám bệnh, chữa bệnh"),
    documents=(
        (
            "Quyết định",
            "QĐ-TTg",
            "Thủ tướng Chính phủ",
            "phê duyệt Chiến lược quốc gia bảo vệ, chăm sóc sức khỏe Nhân dân",
        ),
        ("Nghị định", "NĐ-CP", "Chính phủ", "quy định về hoạt động tiêm chủng"),
        ("Thông tư", "TT-BYT", "Bộ trưởng Bộ Y tế", "quy định danh mục bệnh truyền nhiễm phải tiêm chủng bắt buộc"),
    ),
    rates=(
        ("Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin", 90, 98),
        ("Tỷ lệ ổ dịch được phát hiện và khoanh vùng sớm", 92, 99),
        ("Tỷ lệ người dân tham gia bảo hiểm y tế", 92, 98),
        ("Tỷ lệ người dân được lập hồ sơ sức khỏe điện tử", 70, 95),
    ),
    shares=(
        ("{sub}", "có kế hoạch dự phòng thuốc, hóa chất, trang thiết bị"),
        ("ca bệnh tại cộng đồng", "được giám sát, điều tra dịch tễ"),
        ("hộ gia đình tại vùng nguy cơ", "được kiểm tra dụng cụ chứa nước"),
        ("nhân viên y tế thôn bản", "được tập huấn giám sát dịch bệnh"),
    ),
    counts=(
        ("Tổ chức", "đợt", "ra quân vệ sinh môi trường, diệt bọ gậy", 2, 6),
        ("Dự trữ", "cơ số", "thuốc phục vụ chống dịch", 10, 60),
        ("Tiêm vét vắc xin cho", "trẻ em", "chưa được tiêm đủ mũi", 300, 2600),
    ),
    wholes=("đạt chuẩn quốc gia về y tế", "có bác sĩ làm việc thường xuyên tại trạm y tế"),
    ceilings=(("Tỷ lệ mắc sốt xuất huyết", 80, 140, "ca/100.000 dân"), ("Tỷ lệ tử vong do bệnh dại", 1, 2, "%")),
    falls=("số ca mắc sốt xuất huyết", "số ca mắc sởi"),
    sums=(("Số giường bệnh", 30, 38, "giường/10.000 dân"),),
    themes=(
        (
            "Giám sát, phát hiện sớm",
            (
                "Giám sát dựa vào sự kiện tại trường học, khu công nghiệp",
                "Lấy mẫu xét nghiệm xác định tác nhân gây bệnh",
                "Thông báo kịp thời tình hình dịch cho nhà chức trách y tế liền kề",
            ),
        ),
        (
            "Đáp ứng, xử lý ổ dịch",
            (
                "Khoanh vùng, phun hóa chất diệt muỗi trưởng thành tại ổ dịch",
                "Điều trị tại chỗ, hạn chế chuyển tuyến không cần thiết",
                "Bảo đảm lực lượng cơ động chống dịch luôn sẵn sàng",
            ),
        ),
        (
            "Tiêm chủng",
            (
                "Rà soát tiền sử tiêm chủng của trẻ khi nhập học",
                "Bảo quản vắc xin trong dây chuyền lạnh đúng quy chuẩn",
                "Tư vấn, theo dõi phản ứng sau tiêm chu đáo",
            ),
        ),
    ),
    purposes=(
        "Khống chế kịp thời, không để dịch chồng dịch, giảm thấp nhất số mắc và tử vong",
        "Nâng cao năng lực ứng phó của tuyến y tế cơ sở",
        "Huy động cộng đồng chủ động phòng bệnh từ hộ gia đình",
    ),
    products=("Phương án ứng phó", "Báo cáo dịch tễ", "Kế hoạch tiêm chủng"),
    school=True,
)

SCHOOLING = Topic(
    code="GD",
    name="nâng cao chất lượng giáo dục",
    lead="school",
    allies=("home", "finance", "health", "youth", "culture"),
    titles=(
        "Nâng cao chất lượng giáo dục {noi} {khi}",
        "Xây dựng trường học hạnh phúc {noi} {khi}",
        "Phổ cập giáo dục, xóa mù chữ {noi} {khi}",
    ),
    programme="nâng cao chất lượng giáo dục",
    movement="Dạy tốt - Học tốt",
    laws=("Giáo dục", "Trẻ em"),
    documents=(
        ("Nghị quyết", "NQ/TW", "Bộ Chính trị", "về đột phá phát triển giáo dục và đào tạo"),
        ("Thông tư", "TT-BGDĐT", "Bộ trưởng Bộ Giáo dục và Đào tạo", "ban hành Chương trình giáo dục phổ thông"),
        ("Quyết định", "QĐ-BGDĐT", "Bộ Giáo dục và Đào tạo", "ban hành khung thời gian năm học"),
    ),
    rates=(
        ("Tỷ lệ học sinh hoàn thành chương trình tiểu học", 97, 99),
        ("Tỷ lệ huy động trẻ 5 tuổi ra lớp", 96, 99),
        ("Tỷ lệ phòng học kiên cố", 80, 96),
        ("Tỷ lệ giáo viên đạt chuẩn trình độ đào tạo", 85, 98),
        ("Tỷ lệ học sinh được học tiếng Anh theo chương trình mới", 80, 98),
    ),
    shares=(
        ("học sinh", "được học hai buổi mỗi ngày"),
        ("trường học", "thực hiện quy tắc ứng xử văn hóa"),
        ("giáo viên", "ứng dụng học liệu số trong giảng dạy"),
        ("lớp học", "có góc đọc sách"),
        ("học sinh có hoàn cảnh khó khăn", "được hỗ trợ sách giáo khoa"),
    ),
    counts=(
        ("Tổ chức", "chuyên đề", "đổi mới phương pháp dạy học", 3, 9),
        ("Xây dựng", "sân chơi", "ngoài trời cho học sinh", 2, 8),
        ("Trao", "suất", "học bổng cho học sinh vượt khó", 40, 350),
    ),
    wholes=("đạt chuẩn phổ cập giáo dục mức độ 3", "đạt danh hiệu cộng đồng học tập"),
    ceilings=(("Tỷ lệ học sinh bỏ học", 0.2, 0.9, "%"), ("Sĩ số bình quân", 30, 40, "học sinh/lớp")),
    falls=("số vụ bạo lực học đường", "tỷ lệ học sinh mắc tật khúc xạ"),
    sums=(("Kinh phí xã hội hóa đầu tư cơ sở vật chất trường học", 2, 9, "tỷ đồng"),),
    themes=(
        (
            "Đổi mới phương pháp dạy học",
            (
                "Dạy học phát huy tính tích cực, năng lực tự học của học sinh",
                "Sinh hoạt tổ chuyên môn theo nghiên cứu bài học",
                "Kiểm tra, đánh giá học sinh vì sự tiến bộ của người học",
            ),
        ),
        (
            "Giáo dục đạo đức, lối sống",
            (
                "Tổ chức hoạt động trải nghiệm gắn với di tích lịch sử địa phương",
                "Tư vấn tâm lý học đường, lắng nghe tâm tư của học sinh",
                "Xây dựng môi trường nói không với bạo lực học đường",
            ),
        ),
        (
            "Cơ sở vật chất, thiết bị",
            (
                "Sửa chữa nhỏ, chỉnh trang khuôn viên sạch, xanh, an toàn",
                "Sử dụng hiệu quả thiết bị dạy học hiện có",
                "Tu bổ nhà vệ sinh, nguồn nước uống cho học sinh",
            ),
        ),
    ),
    purposes=(
        "Tạo chuyển biến về chất lượng giáo dục toàn diện",
        "Xây dựng môi trường giáo dục lành mạnh, thân thiện, hạnh phúc",
        "Phát huy tinh thần tự học, sáng tạo của thầy và trò",
    ),
    products=("Kế hoạch bài dạy", "Biên bản sinh hoạt chuyên môn", "Báo cáo khảo sát"),
    school=True,
)

TOPICS = (FOOD, POPULATION, HEALTH, SCHOOLING)
