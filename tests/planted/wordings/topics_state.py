"""Topics: reform, digital government, legal education, elections."""

from __future__ import annotations

from .topic import Topic

REFORM = Topic(
    code="CCHC",
    name="cải cách hành chính",
    lead="home",
    allies=("office", "digital", "justice", "finance"),
    titles=(
        "Cải cách hành chính nhà nước {noi} {khi}",
        "Triển khai công tác cải cách hành chính {noi} {khi}",
        "Kiểm tra, đẩy mạnh cải cách hành chính {noi} {khi}",
    ),
    programme="cải cách hành chính nhà nước",
    movement="Đẩy mạnh cải cách hành chính, phục vụ Nhân dân tận tâm",
    laws=("Cán bộ, công chức", "Tổ chức chính quyền địa phương"),
    documents=(
        ("Nghị quyết", "NQ-CP", "Chính phủ", "ban hành Chương trình tổng thể cải cách hành chính nhà nước"),
        ("Nghị định", "NĐ-CP", "Chính phủ", "về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "phê duyệt Đề án đổi mới việc thực hiện cơ chế một cửa"),
        ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ", "về tăng cường kỷ luật, kỷ cương hành chính"),
    ),
    rates=(
        ("Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn", 95, 99),
        ("Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến", 55, 90),
        ("Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ hành chính", 85, 96),
        ("Tỷ lệ thanh toán trực tuyến trong giải quyết thủ tục hành chính", 40, 80),
        ("Tỷ lệ số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực", 60, 95),
    ),
    shares=(
        ("thủ tục hành chính", "được niêm yết công khai đầy đủ, đúng quy định"),
        ("văn bản", "được gửi, nhận và ký số trên môi trường mạng"),
        ("phản ánh, kiến nghị của người dân", "được tiếp nhận và trả lời đúng quy định"),
        ("cán bộ, công chức", "đạt chuẩn theo yêu cầu vị trí việc làm"),
        ("báo cáo chuyên đề", "được thực hiện trên Hệ thống thông tin báo cáo"),
    ),
    counts=(
        ("Tổ chức", "lớp", "tập huấn nghiệp vụ cho công chức làm việc tại Bộ phận một cửa", 2, 6),
        ("Tổ chức", "cuộc", "đối thoại giữa người đứng đầu chính quyền với người dân, doanh nghiệp", 1, 4),
        ("Xây dựng", "mô hình, sáng kiến", "về cải cách hành chính có hiệu quả", 2, 9),
    ),
    wholes=("không có hồ sơ trễ hạn", "triển khai mô hình chính quyền thân thiện"),
    ceilings=(
        ("Thời gian chờ đợi của người dân tại Bộ phận một cửa", 15, 30, "phút/lượt"),
        ("Tỷ lệ hồ sơ phải bổ sung nhiều lần", 1, 5, "%"),
    ),
    falls=("chi phí tuân thủ thủ tục hành chính", "thời gian giải quyết thủ tục hành chính"),
    sums=(("Số dịch vụ công trực tuyến toàn trình được cung cấp", 900, 1600, "dịch vụ"),),
    themes=(
        (
            "Cải cách thể chế",
            (
                "Nâng cao chất lượng xây dựng, thẩm định văn bản quy phạm pháp luật",
                "Rà soát, hệ thống hóa văn bản, kịp thời kiến nghị bãi bỏ quy định không còn phù hợp",
                "Theo dõi tình hình thi hành pháp luật trong các lĩnh vực trọng tâm",
            ),
        ),
        (
            "Cải cách thủ tục hành chính",
            (
                "Rà soát, đơn giản hóa các quy định liên quan đến hoạt động kinh doanh",
                "Công khai, minh bạch quy trình giải quyết công việc của người dân",
                "Kiểm soát chặt việc ban hành quy định mới làm phát sinh chi phí tuân thủ",
            ),
        ),
        (
            "Cải cách tổ chức bộ máy",
            (
                "Sắp xếp tổ chức bên trong theo hướng tinh gọn, rõ chức năng",
                "Đẩy mạnh phân cấp, phân quyền gắn với kiểm tra việc thực hiện",
                "Kiện toàn đội ngũ làm công tác tham mưu cải cách hành chính",
            ),
        ),
        (
            "Xây dựng đội ngũ cán bộ, công chức",
            (
                "Siết chặt kỷ luật, kỷ cương trong thực thi công vụ",
                "Bồi dưỡng kỹ năng giao tiếp, ứng xử cho công chức trực tiếp tiếp dân",
                "Đánh giá cán bộ, công chức bằng sản phẩm công việc cụ thể",
            ),
        ),
    ),
    purposes=(
        "Tạo chuyển biến rõ nét về chất lượng phục vụ người dân và doanh nghiệp",
        "Khắc phục những hạn chế trong công tác cải cách hành chính thời gian qua",
        "Nâng cao trách nhiệm của người đứng đầu trong chỉ đạo, điều hành cải cách hành chính",
    ),
    products=("Báo cáo kết quả kiểm tra", "Quyết định công bố", "Kế hoạch cải cách hành chính"),
)

DIGITAL = Topic(
    code="CDS",
    name="chuyển đổi số",
    lead="digital",
    allies=("home", "finance", "police", "youth", "press"),
    titles=(
        "Chuyển đổi số {noi} {khi}",
        "Triển khai phong trào bình dân học vụ số {noi} {khi}",
        "Phát triển chính quyền số, kinh tế số và xã hội số {noi} {khi}",
    ),
    programme="chuyển đổi số",
    movement="Bình dân học vụ số - không ai bị bỏ lại phía sau",
    laws=("Công nghệ thông tin", "Giao dịch điện tử"),
    documents=(
        ("Nghị quyết", "NQ/TW", "Bộ Chính trị", "về đột phá phát triển khoa học, công nghệ và chuyển đổi số quốc gia"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "phê duyệt Chương trình Chuyển đổi số quốc gia"),
        ("Nghị quyết", "NQ-CP", "Chính phủ", "về thúc đẩy ứng dụng dữ liệu dân cư trong giải quyết công việc"),
        ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ", "về phát triển các nền tảng số dùng chung"),
    ),
    rates=(
        ("Tỷ lệ dân số trưởng thành có chữ ký số cá nhân", 30, 60),
        ("Tỷ lệ hộ gia đình được phủ mạng internet băng rộng cáp quang", 80, 96),
        ("Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản thanh toán điện tử", 70, 90),
        ("Tỷ lệ văn bản điện tử trao đổi giữa các cơ quan nhà nước", 90, 99),
        ("Tỷ lệ chi trả trợ cấp xã hội không dùng tiền mặt", 60, 95),
    ),
    shares=(
        ("{sub}", "thành lập và duy trì hoạt động tổ công nghệ số cộng đồng"),
        ("cơ sở dữ liệu chuyên ngành", "được kết nối, chia sẻ qua trục liên thông"),
        ("hệ thống thông tin", "được phê duyệt cấp độ an toàn và triển khai phương án bảo vệ"),
        ("cán bộ, công chức, viên chức", "được bồi dưỡng kỹ năng số cơ bản"),
        ("hợp tác xã, hộ kinh doanh", "đưa sản phẩm lên sàn thương mại điện tử"),
    ),
    counts=(
        ("Tổ chức", "lớp", "bồi dưỡng kỹ năng số cho người dân", 3, 12),
        ("Lắp đặt", "điểm", "truy cập internet không dây miễn phí tại nơi công cộng", 5, 40),
        ("Số hóa", "trang", "tài liệu lưu trữ lịch sử", 2000, 9000),
    ),
    wholes=("có mô hình thôn, tổ dân phố thông minh", "triển khai tuyến phố không dùng tiền mặt"),
    ceilings=(
        ("Số sự cố mất an toàn thông tin mạng", 1, 3, "sự cố"),
        ("Thời gian gián đoạn dịch vụ", 4, 12, "giờ/năm"),
    ),
    falls=("số văn bản giấy lưu hành trong nội bộ", "thời gian nhập liệu thủ công"),
    sums=(("Tỷ trọng kinh tế số trong tổng sản phẩm trên địa bàn", 12, 25, "%"),),
    themes=(
        (
            "Phát triển hạ tầng số",
            (
                "Nâng cấp đường truyền số liệu chuyên dùng tại các cơ quan nhà nước",
                "Xóa vùng lõm sóng di động tại các khu vực khó khăn",
                "Trang bị thiết bị đầu cuối phục vụ xử lý công việc trên môi trường điện tử",
            ),
        ),
        (
            "Phát triển dữ liệu số",
            (
                "Chuẩn hóa, làm sạch dữ liệu chuyên ngành theo nguyên tắc đúng, đủ, sạch, sống",
                "Xây dựng danh mục dữ liệu mở và công bố cho người dân khai thác",
                "Kết nối dữ liệu phục vụ giải quyết thủ tục cho người dân",
            ),
        ),
        (
            "Bảo đảm an toàn thông tin mạng",
            (
                "Kiểm tra, rà quét lỗ hổng bảo mật trên các hệ thống đang vận hành",
                "Diễn tập ứng cứu sự cố theo kịch bản sát thực tế",
                "Nâng cao nhận thức của người dùng về bảo vệ dữ liệu cá nhân",
            ),
        ),
        (
            "Phổ cập kỹ năng số",
            (
                "Hướng dẫn người dân sử dụng dịch vụ công trực tuyến tại nhà văn hóa",
                "Phát huy vai trò của đoàn viên, hội viên trong hỗ trợ người cao tuổi",
                "Phổ biến tài liệu hỏi đáp ngắn gọn về các ứng dụng thiết yếu",
            ),
        ),
    ),
    purposes=(
        "Đưa hoạt động của chính quyền lên môi trường số một cách thực chất",
        "Giúp người dân tiếp cận tri thức và dịch vụ số thuận tiện, an toàn",
        "Hình thành thói quen làm việc dựa trên dữ liệu trong cơ quan nhà nước",
    ),
    products=("Nền tảng đưa vào vận hành", "Báo cáo đánh giá", "Danh mục dữ liệu mở"),
    school=True,
)

LEGAL = Topic(
    code="PBGDPL",
    name="phổ biến, giáo dục pháp luật",
    lead="justice",
    allies=("home", "school", "police", "front", "press"),
    titles=(
        "Phổ biến, giáo dục pháp luật và hòa giải ở cơ sở {noi} {khi}",
        "Công tác phổ biến, giáo dục pháp luật {noi} {khi}",
        "Hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam {noi} {khi}",
    ),
    programme="phổ biến, giáo dục pháp luật",
    movement="Toàn dân tìm hiểu và chấp hành pháp luật",
    laws=("Phổ biến, giáo dục pháp luật", "Hòa giải ở cơ sở"),
    documents=(
        ("Kết luận", "KL/TW", "Ban Bí thư", "về tăng cường sự lãnh đạo của Đảng đối với công tác phổ biến pháp luật"),
        (
            "Quyết định",
            "QĐ-TTg",
            "Thủ tướng Chính phủ",
            "phê duyệt Đề án nâng cao năng lực đội ngũ hòa giải viên ở cơ sở",
        ),
        ("Thông tư", "TT-BTP", "Bộ trưởng Bộ Tư pháp", "hướng dẫn nhiệm vụ của tuyên truyền viên pháp luật"),
        ("Quyết định", "QĐ-BTP", "Bộ Tư pháp", "ban hành Bộ tài liệu bồi dưỡng hòa giải viên ở cơ sở"),
    ),
    rates=(
        ("Tỷ lệ vụ việc hòa giải thành ở cơ sở", 80, 92),
        ("Tỷ lệ người lao động trong doanh nghiệp được phổ biến pháp luật", 60, 90),
        ("Tỷ lệ báo cáo viên, tuyên truyền viên pháp luật được tập huấn kỹ năng", 70, 98),
        ("Tỷ lệ người yếu thế được tiếp cận thông tin pháp luật phù hợp", 55, 85),
    ),
    shares=(
        ("{sub}", "có tủ sách pháp luật hoặc tủ sách điện tử"),
        ("văn bản pháp luật mới ban hành", "được giới thiệu trên Trang thông tin điện tử"),
        ("hòa giải viên ở cơ sở", "được cấp phát tài liệu nghiệp vụ"),
        ("cơ sở giáo dục", "tổ chức giáo dục pháp luật ngoại khóa cho người học"),
        ("tổ hòa giải", "được kiện toàn đủ thành phần theo quy định"),
    ),
    counts=(
        ("Biên soạn", "tài liệu", "hỏi đáp pháp luật phát hành rộng rãi", 2, 8),
        ("Tổ chức", "hội nghị", "giới thiệu luật mới cho cán bộ, công chức", 2, 6),
        ("Phát hành", "tờ", "gấp pháp luật đến từng khu dân cư", 1200, 9500),
    ),
    wholes=("đạt chuẩn tiếp cận pháp luật", "có mô hình câu lạc bộ pháp luật hoạt động hiệu quả"),
    ceilings=(
        ("Tỷ lệ tổ hòa giải hoạt động kém hiệu quả", 1, 4, "%"),
        ("Số vụ khiếu kiện đông người, kéo dài", 1, 3, "vụ"),
    ),
    falls=("số vụ vi phạm pháp luật trong thanh thiếu niên", "số đơn thư gửi vượt cấp"),
    sums=(("Số lượt người tham gia cuộc thi tìm hiểu pháp luật trực tuyến", 3000, 9000, "lượt người"),),
    themes=(
        (
            "Phổ biến các luật mới",
            (
                "Lựa chọn những quy định thiết thực với đời sống để phổ biến trước",
                "Đa dạng cách truyền tải qua phiên tòa giả định, sân khấu hóa, mạng xã hội",
                "Biên soạn tài liệu song ngữ cho vùng đồng bào dân tộc thiểu số",
            ),
        ),
        (
            "Công tác hòa giải ở cơ sở",
            (
                "Củng cố đội ngũ hòa giải viên là người có uy tín trong cộng đồng",
                "Bồi dưỡng kỹ năng lắng nghe, phân tích mâu thuẫn cho hòa giải viên",
                "Nhân rộng những tổ hòa giải điển hình",
            ),
        ),
        (
            "Giáo dục pháp luật trong nhà trường",
            (
                "Lồng ghép kiến thức pháp luật vào sinh hoạt dưới cờ",
                "Đổi mới phương pháp dạy học môn Giáo dục công dân",
                "Tổ chức diễn đàn học sinh với văn hóa giao thông, an toàn mạng",
            ),
        ),
        (
            "Xây dựng chuẩn tiếp cận pháp luật",
            (
                "Hướng dẫn cơ sở tự đánh giá trung thực, đúng quy định",
                "Công khai kết quả để người dân giám sát",
                "Tháo gỡ khó khăn cho những nơi chưa bảo đảm điều kiện",
            ),
        ),
    ),
    purposes=(
        "Nâng cao hiểu biết và ý thức tự giác chấp hành pháp luật của cán bộ và Nhân dân",
        "Gắn công tác phổ biến, giáo dục pháp luật với nhiệm vụ chính trị của địa phương",
        "Góp phần giải quyết mâu thuẫn ngay từ cơ sở, giữ gìn tình làng nghĩa xóm",
    ),
    products=("Đề cương giới thiệu luật", "Báo cáo", "Tài liệu hỏi đáp"),
    school=True,
)

ELECTION = Topic(
    code="BC",
    name="bầu cử",
    lead="home",
    allies=("police", "press", "front", "health", "finance"),
    titles=(
        "Tuyên truyền cuộc bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ "
        "2026 - 2031 {noi}",
        "Bảo đảm an ninh, trật tự phục vụ bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp "
        "nhiệm kỳ 2026 - 2031 {noi}",
    ),
    programme="cuộc bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
    movement="Toàn dân hăng hái tham gia Ngày hội bầu cử",
    laws=("Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",),
    documents=(
        ("Chỉ thị", "CT/TW", "Bộ Chính trị", "về lãnh đạo cuộc bầu cử đại biểu Quốc hội khóa XVI"),
        ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ", "về tổ chức cuộc bầu cử đại biểu Quốc hội khóa XVI"),
        ("Nghị quyết", "NQ-HĐBCQG", "Hội đồng Bầu cử Quốc gia", "về thời gian và mốc công việc của cuộc bầu cử"),
    ),
    rates=(
        ("Tỷ lệ cử tri được phổ biến quyền và nghĩa vụ bầu cử", 95, 99),
        ("Tỷ lệ cử tri đi bầu cử", 97, 99),
        ("Tỷ lệ thành viên tổ bầu cử được tập huấn nghiệp vụ", 95, 99),
    ),
    shares=(
        ("khu vực bỏ phiếu", "được kiểm tra điều kiện an ninh, phòng cháy, y tế"),
        ("{sub}", "có cụm cổ động trực quan tại khu trung tâm"),
        ("danh sách cử tri", "được niêm yết công khai, đúng địa điểm"),
        ("đơn thư về bầu cử", "được tiếp nhận và giải quyết đúng quy định"),
    ),
    counts=(
        ("Treo", "băng rôn", "trên các trục đường chính", 20, 90),
        ("Thực hiện", "buổi", "phát thanh lưu động tại các khu dân cư", 6, 24),
        ("Tập huấn nghiệp vụ cho", "thành viên", "tổ bầu cử ở các khu vực bỏ phiếu", 150, 900),
    ),
    wholes=("hoàn thành công tác chuẩn bị bầu cử",),
    ceilings=(("Số vụ việc phức tạp về an ninh, trật tự liên quan đến bầu cử", 1, 2, "vụ"),),
    falls=("số sai sót trong danh sách cử tri",),
    sums=(),
    themes=(
        (
            "Công tác thông tin, cổ động",
            (
                "Trang trí cờ, pa nô, khẩu hiệu tại trụ sở và nơi bỏ phiếu",
                "Đăng tải tiểu sử những người ứng cử trên cổng thông tin",
                "Phản bác luận điệu xuyên tạc về cuộc bầu cử",
            ),
        ),
        (
            "Công tác chuẩn bị nhân sự phục vụ bầu cử",
            (
                "Kiện toàn các tổ chức phụ trách bầu cử đúng thành phần",
                "Bồi dưỡng nghiệp vụ kiểm phiếu cho thành viên tổ bầu cử",
                "Phân công cán bộ bám sát từng khu vực bỏ phiếu",
            ),
        ),
        (
            "Bảo đảm an ninh, trật tự",
            (
                "Nắm chắc tình hình địa bàn, giải quyết dứt điểm mâu thuẫn tại chỗ",
                "Xây dựng phương án dự phòng mất điện, mưa lũ, cháy nổ",
                "Tuần tra, canh gác tại nơi để hòm phiếu và con dấu",
            ),
        ),
    ),
    purposes=(
        "Tạo không khí phấn khởi, tin tưởng trong các tầng lớp Nhân dân",
        "Góp phần để cuộc bầu cử diễn ra dân chủ, bình đẳng, đúng pháp luật, an toàn, tiết kiệm",
        "Phát huy quyền làm chủ của Nhân dân trong xây dựng Nhà nước pháp quyền",
    ),
    products=("Phương án bảo vệ", "Kịch bản tuyên truyền", "Báo cáo nhanh"),
)

TOPICS = (REFORM, DIGITAL, LEGAL, ELECTION)
