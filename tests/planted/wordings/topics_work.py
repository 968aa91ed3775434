"""Topics: poverty, jobs, tourism, new countryside, family and culture."""

from __future__ import annotations

from .topic import Topic

POVERTY = Topic(
    code="GN",
    name="giảm nghèo bền vững",
    lead="labour",
    allies=("farm", "finance", "health", "front", "school"),
    titles=(
        "Giảm nghèo bền vững {noi} {khi}",
        "Xóa nhà tạm, nhà dột nát {noi} {khi}",
        "Rà soát hộ nghèo, hộ cận nghèo {noi} {khi}",
    ),
    programme="giảm nghèo bền vững",
    movement="Vì người nghèo - Không để ai bị bỏ lại phía sau",
    laws=("Trẻ em", "Việc làm"),
    documents=(
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững"),
        ("Nghị định", "NĐ-CP", "Chính phủ", "quy định chuẩn nghèo đa chiều"),
        ("Chỉ thị", "CT/TW", "Ban Bí thư", "về tăng cường sự lãnh đạo của Đảng đối với công tác giảm nghèo"),
    ),
    rates=(
        ("Tỷ lệ hộ nghèo được vay vốn tín dụng chính sách khi có nhu cầu", 85, 98),
        ("Tỷ lệ người nghèo được hỗ trợ thẻ bảo hiểm y tế", 95, 99),
        ("Tỷ lệ hộ nghèo sử dụng nước hợp vệ sinh", 85, 98),
        ("Tỷ lệ trẻ em hộ nghèo đi học đúng độ tuổi", 92, 99),
    ),
    shares=(
        ("hộ nghèo có nhà dột nát", "được hỗ trợ sửa chữa hoặc làm mới nhà ở"),
        ("{sub}", "có cán bộ theo dõi công tác giảm nghèo"),
        ("lao động thuộc hộ nghèo", "được tư vấn nghề nghiệp miễn phí"),
        ("hộ cận nghèo", "được tiếp cận dịch vụ xã hội cơ bản"),
    ),
    counts=(
        ("Hỗ trợ", "hộ", "nghèo phát triển chăn nuôi đại gia súc", 35, 480),
        ("Nhân rộng", "mô hình", "sinh kế phù hợp với tập quán sản xuất", 3, 12),
        ("Xây mới", "căn", "nhà đại đoàn kết cho hộ đặc biệt khó khăn", 12, 180),
    ),
    wholes=("không còn nhà tạm, nhà dột nát", "thoát khỏi tình trạng đặc biệt khó khăn"),
    ceilings=(
        ("Tỷ lệ hộ nghèo đa chiều", 1, 6, "%"),
        ("Tỷ lệ hộ tái nghèo", 0.3, 0.9, "%"),
        ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi ở vùng nghèo", 12, 22, "%"),
    ),
    falls=("tỷ lệ hộ nghèo", "số hộ thiếu hụt dịch vụ thông tin"),
    sums=(
        ("Thu nhập bình quân đầu người của hộ nghèo", 22, 38, "triệu đồng/người/năm"),
        ("Vốn huy động Quỹ Vì người nghèo", 1.5, 8.5, "tỷ đồng"),
    ),
    themes=(
        (
            "Hỗ trợ phát triển sản xuất",
            (
                "Chuyển giao kỹ thuật chăn nuôi, trồng trọt đến từng hộ",
                "Liên kết tiêu thụ nông sản với hợp tác xã, doanh nghiệp",
                "Khuyến khích hộ khá giúp hộ nghèo về giống, vốn, kinh nghiệm",
            ),
        ),
        (
            "Hỗ trợ nhà ở, nước sạch",
            (
                "Huy động ngày công của cộng đồng giúp hộ nghèo dựng nhà",
                "Nâng cấp công trình cấp nước tập trung",
                "Công khai danh sách hộ được hỗ trợ tại nhà văn hóa",
            ),
        ),
        (
            "Truyền thông về giảm nghèo",
            (
                "Khơi dậy ý chí tự lực, vươn lên thoát nghèo",
                "Nêu gương những hộ tự nguyện viết đơn xin thoát nghèo",
                "Phổ biến chính sách bằng tiếng dân tộc",
            ),
        ),
    ),
    purposes=(
        "Hạn chế tái nghèo và phát sinh nghèo mới, thu hẹp khoảng cách giàu nghèo",
        "Giúp người nghèo tiếp cận đầy đủ các dịch vụ xã hội cơ bản",
        "Khơi dậy tinh thần tự lực của người nghèo",
    ),
    products=("Danh sách hộ nghèo", "Báo cáo rà soát", "Quyết định phê duyệt"),
)

JOBS = Topic(
    code="VL",
    name="giải quyết việc làm",
    lead="labour",
    allies=("finance", "school", "trade", "youth", "front"),
    titles=(
        "Giải quyết việc làm {noi} {khi}",
        "Đào tạo nghề cho lao động nông thôn {noi} {khi}",
        "Đưa người lao động đi làm việc ở nước ngoài theo hợp đồng {noi} {khi}",
    ),
    programme="giải quyết việc làm",
    movement="Lao động giỏi, lao động sáng tạo",
    laws=("Việc làm", "Giáo dục nghề nghiệp"),
    documents=(
        ("Nghị quyết", "NQ-CP", "Chính phủ", "về phát triển thị trường lao động linh hoạt, hiện đại, hội nhập"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "về tín dụng đối với người chấp hành xong án phạt tù"),
        ("Chỉ thị", "CT/TW", "Ban Bí thư", "về tăng cường công tác đưa người lao động đi làm việc ở nước ngoài"),
    ),
    rates=(
        ("Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", 28, 45),
        ("Tỷ lệ lao động có việc làm sau học nghề", 80, 93),
        ("Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội", 32, 55),
    ),
    shares=(
        ("người thất nghiệp đến đăng ký", "được tư vấn, giới thiệu việc làm"),
        ("doanh nghiệp", "cung cấp thông tin nhu cầu tuyển dụng"),
        ("{sub}", "cập nhật dữ liệu cung lao động trên phần mềm"),
        ("người khuyết tật có nhu cầu", "được học nghề phù hợp"),
    ),
    counts=(
        ("Tạo việc làm mới cho", "lao động", "trên địa bàn", 1200, 9600),
        ("Tổ chức", "phiên", "giao dịch việc làm lưu động", 2, 12),
        ("Mở", "lớp", "đào tạo nghề trình độ sơ cấp", 3, 18),
    ),
    wholes=("tổ chức được phiên tư vấn việc làm", "có lao động đi làm việc ở nước ngoài"),
    ceilings=(("Tỷ lệ thất nghiệp", 1.5, 2.9, "%"), ("Tỷ lệ lao động bỏ trốn khi hết hợp đồng", 1, 3, "%")),
    falls=("tỷ lệ thiếu việc làm ở nông thôn", "số vụ tai nạn lao động"),
    sums=(("Dư nợ cho vay giải quyết việc làm", 15, 95, "tỷ đồng"),),
    themes=(
        (
            "Kết nối cung - cầu lao động",
            (
                "Thu thập, cập nhật dữ liệu người tìm việc và việc tìm người",
                "Đổi mới hoạt động sàn giao dịch việc làm trực tuyến",
                "Tư vấn tại chỗ cho lao động mất việc",
            ),
        ),
        (
            "Đào tạo nghề",
            (
                "Mở lớp nghề theo đơn đặt hàng của doanh nghiệp",
                "Chọn nghề phù hợp với lợi thế cây, con của địa phương",
                "Gắn kết nhà trường với cơ sở tuyển dụng",
            ),
        ),
        (
            "Tín dụng ưu đãi",
            (
                "Ưu tiên cho vay đối với thanh niên khởi nghiệp, phụ nữ làm chủ cơ sở",
                "Kiểm tra việc sử dụng vốn vay đúng mục đích",
                "Lồng ghép nguồn vốn với chương trình khuyến nông",
            ),
        ),
    ),
    purposes=(
        "Tạo việc làm ổn định, nâng cao thu nhập cho người lao động",
        "Chuyển dịch cơ cấu lao động theo hướng hiện đại",
        "Nâng cao chất lượng nguồn nhân lực, đáp ứng nhu cầu doanh nghiệp",
    ),
    products=("Cơ sở dữ liệu lao động", "Báo cáo", "Danh mục nghề đào tạo"),
)

TOURISM = Topic(
    code="DL",
    name="phát triển du lịch",
    lead="culture",
    allies=("farm", "trade", "road", "police", "press"),
    titles=(
        "Phát triển du lịch {noi} {khi}",
        "Kích cầu du lịch {noi} {khi}",
        "Phát triển du lịch cộng đồng {noi} {khi}",
    ),
    programme="phát triển du lịch",
    movement="Mỗi người dân là một đại sứ du lịch",
    laws=("Du lịch", "Di sản văn hóa"),
    documents=(
        ("Nghị quyết", "NQ/TW", "Bộ Chính trị", "về phát triển du lịch trở thành ngành kinh tế mũi nhọn"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "phê duyệt Quy hoạch hệ thống du lịch"),
        (
            "Nghị quyết",
            "NQ-CP",
            "Chính phủ",
            "về nhiệm vụ đẩy nhanh phục hồi, tăng tốc phát triển du lịch hiệu quả, bền vững",
        ),
    ),
    rates=(
        ("Công suất sử dụng phòng lưu trú", 50, 75),
        ("Tỷ lệ lao động du lịch được bồi dưỡng nghiệp vụ", 60, 92),
        ("Tỷ lệ khách du lịch hài lòng về điểm đến", 85, 96),
    ),
    shares=(
        ("cơ sở lưu trú", "niêm yết giá dịch vụ"),
        ("điểm", "du lịch có biển chỉ dẫn song ngữ"),
        ("hướng dẫn viên tại điểm", "được cấp thẻ theo quy định"),
        ("bến thuyền du lịch", "trang bị đủ áo phao"),
    ),
    counts=(
        ("Xây dựng", "sản phẩm", "du lịch mới mang đậm bản sắc địa phương", 2, 7),
        ("Công nhận", "điểm", "du lịch nông nghiệp, nông thôn", 2, 8),
        ("Hỗ trợ", "hộ gia đình", "làm dịch vụ lưu trú tại nhà dân", 12, 90),
    ),
    wholes=("có điểm du lịch cộng đồng", "thành lập tổ hỗ trợ du khách"),
    ceilings=(("Số phản ánh tiêu cực của du khách", 2, 9, "phản ánh/tháng"),),
    falls=("số vụ chèo kéo khách", "lượng rác thải nhựa tại điểm du lịch"),
    sums=(
        ("Tổng thu từ khách du lịch", 120, 980, "tỷ đồng"),
        ("Số lượt khách du lịch", 1.2, 4.8, "triệu lượt khách"),
        ("Thời gian lưu trú bình quân", 1.5, 2.8, "ngày/khách"),
    ),
    themes=(
        (
            "Phát triển sản phẩm du lịch",
            (
                "Khôi phục lễ hội truyền thống, trò chơi dân gian",
                "Kết nối tuyến điểm giữa các di tích với làng nghề",
                "Khai thác ẩm thực địa phương thành trải nghiệm cho du khách",
            ),
        ),
        (
            "Quảng bá, xúc tiến",
            (
                "Làm mới hình ảnh điểm đến trên nền tảng số",
                "Đón các đoàn khảo sát của công ty lữ hành",
                "Tham gia hội chợ, ngày hội văn hóa trong và ngoài vùng",
            ),
        ),
        (
            "Môi trường du lịch",
            (
                "Chỉnh trang cảnh quan, trồng hoa dọc tuyến đường",
                "Chấn chỉnh tình trạng nâng giá, ép khách",
                "Bảo đảm cứu hộ, cứu nạn tại bãi tắm, thác nước",
            ),
        ),
    ),
    purposes=(
        "Khai thác hiệu quả tiềm năng, lợi thế về cảnh quan và văn hóa",
        "Từng bước đưa du lịch thành ngành kinh tế quan trọng",
        "Nâng cao nhận thức của người dân về ứng xử văn minh với du khách",
    ),
    products=("Bộ nhận diện điểm đến", "Tuyến du lịch mới", "Báo cáo khảo sát"),
)

COUNTRYSIDE = Topic(
    code="NTM",
    name="xây dựng nông thôn mới",
    lead="farm",
    allies=("home", "finance", "culture", "front", "earth"),
    titles=(
        "Xây dựng nông thôn mới {noi} {khi}",
        "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới {noi} {khi}",
    ),
    programme="xây dựng nông thôn mới",
    movement="Chung sức xây dựng nông thôn mới",
    laws=("Hợp tác xã", "Thủy lợi"),
    documents=(
        (
            "Quyết định",
            "QĐ-TTg",
            "Thủ tướng Chính phủ",
            "phê duyệt Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
        ),
        ("Nghị quyết", "NQ/TW", "Ban Chấp hành Trung ương", "về nông nghiệp, nông dân, nông thôn"),
        ("Thông tư", "TT-BTC", "Bộ trưởng Bộ Tài chính", "quy định quản lý, sử dụng kinh phí sự nghiệp"),
    ),
    rates=(
        ("Tỷ lệ đường ngõ xóm được cứng hóa", 80, 97),
        ("Tỷ lệ hộ sử dụng nước sạch theo quy chuẩn", 60, 90),
        ("Tỷ lệ chất thải rắn sinh hoạt được thu gom", 80, 98),
        ("Mức độ hài lòng của người dân về kết quả xây dựng nông thôn mới", 85, 96),
    ),
    shares=(
        ("{sub}", "có nhà văn hóa đạt chuẩn"),
        ("tuyến đường trục chính", "có điện chiếu sáng"),
        ("hộ gia đình", "phân loại rác tại nguồn"),
        ("hợp tác xã nông nghiệp", "hoạt động có hiệu quả"),
    ),
    counts=(
        ("Công nhận mới", "sản phẩm", "OCOP đạt từ 3 sao trở lên", 2, 12),
        ("Xây dựng", "khu dân cư", "kiểu mẫu trên địa bàn", 2, 9),
        ("Trồng mới", "km", "đường hoa dọc các tuyến liên thôn", 3, 25),
        ("Cứng hóa", "km", "kênh mương nội đồng", 4, 30),
    ),
    wholes=("đạt chuẩn nông thôn mới nâng cao", "đạt chuẩn nông thôn mới kiểu mẫu", "đạt tiêu chí môi trường"),
    ceilings=(("Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", 0.8, 3, "%"),),
    falls=("số điểm đổ rác tự phát", "diện tích đất bỏ hoang"),
    sums=(
        ("Thu nhập bình quân đầu người", 55, 92, "triệu đồng/người/năm"),
        ("Nguồn lực xã hội hóa", 2.5, 9.5, "tỷ đồng"),
    ),
    themes=(
        (
            "Phát triển hạ tầng nông thôn",
            (
                "Cải tạo, nâng cấp đường liên thôn theo phương châm Nhà nước và Nhân dân cùng làm",
                "Vận động hiến đất mở rộng đường giao thông",
                "Duy tu công trình thủy lợi nội đồng",
            ),
        ),
        (
            "Phát triển kinh tế nông thôn",
            (
                "Tích tụ ruộng đất, hình thành vùng hàng hóa tập trung",
                "Đẩy mạnh chương trình mỗi xã một sản phẩm",
                "Ứng dụng cơ giới hóa, tưới tiết kiệm nước",
            ),
        ),
        (
            "Văn hóa, môi trường",
            (
                "Xây dựng tuyến đường xanh, sạch, đẹp",
                "Giữ gìn nếp sống văn minh trong việc cưới, việc tang",
                "Thu gom bao gói thuốc bảo vệ thực vật sau sử dụng",
            ),
        ),
    ),
    purposes=(
        "Nâng cao đời sống vật chất, tinh thần của người dân nông thôn",
        "Huy động sức mạnh tổng hợp của cả hệ thống chính trị và Nhân dân",
        "Giữ vững, nâng chất các kết quả đã đạt được",
    ),
    products=("Hồ sơ đề nghị công nhận", "Báo cáo", "Quy hoạch chi tiết"),
)

TOPICS = (POVERTY, JOBS, TOURISM, COUNTRYSIDE)
