"""Sentences that state nothing measurable: requirements, objectives, filler; and the duties of each kind of body.

No phrase holds a figure, a date, the name of a document or a body that is told to act, unless its table says so.
"""

from __future__ import annotations

REQUIREMENTS = (
    "Việc triển khai phải nghiêm túc, thiết thực, tránh phô trương, hình thức",
    "Bám sát chỉ đạo của cấp trên và phù hợp với điều kiện thực tế của địa phương, đơn vị",
    "Lồng ghép với các nhiệm vụ khác để tiết kiệm thời gian, nguồn lực",
    "Bảo đảm rõ người, rõ việc, rõ trách nhiệm, rõ sản phẩm",
    "Đề cao vai trò nêu gương của cán bộ, đảng viên trong quá trình thực hiện",
    "Nội dung, hình thức phong phú, dễ hiểu, dễ nhớ, gần gũi với Nhân dân",
    "Kịp thời phát hiện, nhân rộng cách làm hay và uốn nắn những lệch lạc",
    "Gắn kết quả thực hiện với việc đánh giá, xếp loại tập thể, cá nhân",
    "Phát huy dân chủ, lắng nghe và tiếp thu ý kiến góp ý của người dân",
)
GENERAL_AIMS = (
    "Tạo sự chuyển biến căn bản về nhận thức và hành động trong công tác {ten}",
    "Tiếp tục nâng cao hiệu lực, hiệu quả công tác {ten}, đáp ứng yêu cầu nhiệm vụ trong tình hình mới",
    "Huy động mọi nguồn lực xã hội cho công tác {ten}, góp phần phát triển nhanh và bền vững",
)
FILLER = (
    "Coi đây là công việc lâu dài, đòi hỏi sự kiên trì và đồng lòng",
    "Chú ý cách làm linh hoạt, sát với từng nhóm người dân",
    "Khuyến khích các sáng kiến từ cơ sở",
    "Quan tâm đến vùng sâu, vùng xa và những nhóm yếu thế",
    "Tránh chồng chéo, lãng phí trong quá trình triển khai",
    "Coi trọng việc nêu gương người tốt, việc tốt",
    "Lấy sự hài lòng của người dân làm thước đo",
    "Kết hợp hài hòa giữa xây và chống",
    "Chuẩn bị chu đáo về nhân lực và phương tiện",
)
TAILS = (
    "bảo đảm hiệu quả, thiết thực",
    "phù hợp với tình hình thực tế",
    "tạo sự lan tỏa trong cộng đồng",
    "tránh hình thức, lãng phí",
    "theo đúng quy định",
    "nhất là ở địa bàn khó khăn",
)
PRINCIPLES = (
    "Lấy người dân làm trung tâm, là chủ thể của quá trình thực hiện",
    "Chủ động phòng ngừa là chính, phát hiện từ sớm, từ xa",
    "Phân cấp mạnh mẽ đi đôi với kiểm tra, giám sát",
    "Kế thừa những kết quả đã có, không làm xáo trộn",
    "Công khai, minh bạch, có sự giám sát của cộng đồng",
)
PAST_RESULTS = (
    "Trong năm qua, công tác {ten} được triển khai tương đối đồng bộ, từng bước đi vào nền nếp",
    "Nhận thức của cán bộ và người dân có nhiều chuyển biến; nhiều mô hình hay được nhân rộng",
    "Tuy nhiên, ở một số nơi việc thực hiện còn hình thức, sự gắn kết giữa các lực lượng chưa chặt chẽ",
    "Nguyên nhân chủ yếu là nguồn lực còn hạn hẹp, đội ngũ làm công tác này phần lớn kiêm nhiệm",
)
SUBJECTS = (
    "Cán bộ, công chức, viên chức, người lao động và các tầng lớp Nhân dân",
    "Các tổ chức, cá nhân có liên quan đến công tác {ten}",
    "Tập thể, cá nhân trực tiếp tham gia công tác {ten}",
)
FUNDS = (
    "Kinh phí thực hiện Kế hoạch được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành và các nguồn huy động "
    "hợp pháp khác",
    "Kinh phí bảo đảm từ dự toán chi thường xuyên đã được giao và nguồn xã hội hóa theo quy định",
    "Sử dụng nguồn kinh phí lồng ghép trong các chương trình, dự án liên quan, bảo đảm tiết kiệm, hiệu quả",
)
FUNDS_BY_LAW = "Việc lập, chấp hành và quyết toán kinh phí thực hiện theo quy định của {luat}"

# what each kind of body is told to do; {ubnd} is the issuer in short
DUTIES: dict[str, tuple[str, ...]] = {
    "lead": (
        "tham mưu {ubnd} chỉ đạo, hướng dẫn triển khai Kế hoạch",
        "theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch này",
        "tổng hợp kết quả, đề xuất biện pháp tháo gỡ khó khăn, vướng mắc",
        "xây dựng tài liệu, biểu mẫu hướng dẫn cơ sở",
    ),
    "finance": (
        "tham mưu bố trí kinh phí theo khả năng cân đối ngân sách",
        "hướng dẫn việc quản lý, sử dụng và thanh quyết toán kinh phí",
        "kiểm tra việc chi tiêu đúng mục đích, tiết kiệm",
    ),
    "home": (
        "lồng ghép kết quả thực hiện vào việc đánh giá tập thể, cá nhân",
        "bồi dưỡng nghiệp vụ cho đội ngũ cán bộ được phân công",
        "rà soát, kiện toàn đầu mối theo dõi tại cơ sở",
    ),
    "school": (
        "chỉ đạo đưa kiến thức liên quan vào hoạt động ngoại khóa",
        "phát động học sinh tham gia các cuộc thi tìm hiểu",
        "xây dựng môi trường học đường an toàn, lành mạnh",
    ),
    "health": (
        "hướng dẫn chuyên môn, kỹ thuật cho tuyến cơ sở",
        "chuẩn bị đủ thuốc, vật tư và nhân lực",
        "giám sát, báo cáo kịp thời khi có tình huống phát sinh",
    ),
    "police": (
        "nắm tình hình, xử lý nghiêm các hành vi vi phạm",
        "bảo đảm an ninh, trật tự trong quá trình thực hiện",
        "hướng dẫn kỹ năng phòng ngừa cho người dân",
    ),
    "press": (
        "xây dựng chuyên trang, chuyên mục, tăng thời lượng tin, bài",
        "đưa tin kịp thời các hoạt động và gương điển hình",
        "phê phán những biểu hiện thiếu ý thức",
    ),
    "media": (
        "định hướng nội dung tuyên truyền trên hệ thống truyền thanh cơ sở",
        "treo khẩu hiệu, pa nô tại các khu vực công cộng",
        "tổ chức hoạt động văn nghệ cổ động",
    ),
    "youth": (
        "phát huy vai trò xung kích của đoàn viên, thanh niên",
        "thành lập đội tình nguyện hỗ trợ người dân",
        "tổ chức ngày hội ra quân hưởng ứng",
    ),
    "front": (
        "vận động đoàn viên, hội viên và Nhân dân tích cực hưởng ứng",
        "giám sát, phản biện xã hội việc thực hiện Kế hoạch",
        "lồng ghép nội dung vào sinh hoạt khu dân cư",
    ),
    "justice": (
        "thẩm định các văn bản liên quan bảo đảm đúng pháp luật",
        "biên soạn tài liệu phổ biến quy định mới",
        "hướng dẫn xử lý vi phạm hành chính",
    ),
    "farm": (
        "chỉ đạo lực lượng chuyên môn bám sát cơ sở",
        "chuyển giao kỹ thuật, mô hình hiệu quả cho người dân",
        "kiểm tra chất lượng vật tư, sản phẩm lưu thông trên thị trường",
    ),
    "culture": (
        "lồng ghép nội dung tuyên truyền trong các hoạt động văn hóa, thể thao",
        "hướng dẫn trang trí trực quan tại nơi công cộng",
        "phát huy vai trò của thiết chế văn hóa cơ sở",
    ),
    "digital": (
        "hỗ trợ giải pháp công nghệ phục vụ theo dõi, báo cáo trực tuyến",
        "bảo đảm hạ tầng, an toàn thông tin cho các hệ thống",
        "phát huy vai trò của tổ công nghệ số cộng đồng",
    ),
    "labour": (
        "rà soát, lập danh sách người cần hỗ trợ",
        "hướng dẫn thực hiện chính sách đối với người lao động",
        "lồng ghép với các chương trình an sinh xã hội",
    ),
    "earth": (
        "kiểm tra việc chấp hành pháp luật về đất đai, môi trường",
        "hướng dẫn thu gom, xử lý chất thải đúng quy định",
        "công khai thông tin quan trắc phục vụ người dân",
    ),
    "road": (
        "bố trí lực lượng, phương tiện bảo đảm giao thông thông suốt",
        "rà soát, khắc phục các vị trí mất an toàn",
        "kiểm tra điều kiện an toàn của công trình",
    ),
    "trade": (
        "quản lý chặt chẽ các cơ sở kinh doanh thuộc lĩnh vực phụ trách",
        "bảo đảm cung ứng hàng hóa, bình ổn thị trường",
        "vận động doanh nghiệp tham gia hưởng ứng",
    ),
    "army": (
        "sẵn sàng lực lượng, phương tiện ứng cứu khi có tình huống",
        "huy động dân quân giúp Nhân dân khắc phục khó khăn",
        "phối hợp tuần tra, canh gác tại khu vực trọng điểm",
    ),
    "office": (
        "theo dõi, đôn đốc tiến độ các nhiệm vụ được giao",
        "chuẩn bị nội dung, điều kiện cho các cuộc họp",
        "đăng tải Kế hoạch trên Cổng thông tin điện tử",
    ),
    "in school": (
        "triển khai nội dung được phân công đến toàn thể học sinh",
        "tổ chức sinh hoạt chuyên đề, hoạt động trải nghiệm",
        "trao đổi, vận động cha mẹ học sinh cùng thực hiện",
        "nhắc nhở, uốn nắn kịp thời hành vi chưa đúng của học sinh",
        "chuẩn bị học liệu, thiết bị phục vụ các hoạt động",
        "tuyên dương những lớp, học sinh làm tốt",
    ),
    "in party": (
        "đưa nội dung Kế hoạch vào sinh hoạt chi bộ",
        "lãnh đạo cán bộ, đảng viên gương mẫu thực hiện",
        "kiểm tra, giám sát việc thực hiện của tổ chức đảng trực thuộc",
        "định hướng nội dung tuyên truyền trong Đảng và Nhân dân",
        "nắm tình hình tư tưởng, dư luận xã hội trong quá trình thực hiện",
    ),
    "in front": (
        "vận động hội viên, đoàn viên tích cực hưởng ứng",
        "xây dựng mô hình tự quản ở khu dân cư",
        "lồng ghép nội dung vào sinh hoạt chi, tổ hội",
        "giám sát việc thực hiện tại cộng đồng",
        "giới thiệu những gương điển hình để nhân rộng",
    ),
    "other": (
        "chủ động triển khai những phần việc thuộc lĩnh vực phụ trách",
        "cử cán bộ theo dõi, làm đầu mối liên hệ",
        "cung cấp thông tin, số liệu đầy đủ, chính xác",
    ),
    "below": (
        "xây dựng kế hoạch cụ thể để triển khai tại địa phương",
        "tuyên truyền, vận động Nhân dân tham gia thực hiện",
        "huy động nguồn lực tại chỗ, phát huy vai trò của cộng đồng",
        "kiểm tra, chấn chỉnh kịp thời những tồn tại ở cơ sở",
    ),
    "all": (
        "căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch cụ thể và tổ chức thực hiện",
        "quán triệt nội dung Kế hoạch đến toàn thể cán bộ, người lao động",
        "lồng ghép các hoạt động vào chương trình công tác của đơn vị mình",
    ),
}

# what happens at fixed times, as verb phrases
STEPS = {
    "deadline": (
        "Xây dựng kế hoạch, phân công nhiệm vụ cụ thể cho từng bộ phận",
        "Rà soát, lập danh sách các trường hợp cần hỗ trợ",
        "Biên soạn tài liệu tuyên truyền gửi cơ sở",
        "Kiện toàn ban tổ chức và các tổ giúp việc",
        "Gửi dự thảo báo cáo để lấy ý kiến góp ý",
        "Khảo sát, đánh giá thực trạng tại cơ sở",
        "Lựa chọn địa điểm làm điểm chỉ đạo",
    ),
    "event": (
        "Tổ chức hội nghị triển khai",
        "Tổ chức lễ phát động",
        "Tổ chức hội nghị sơ kết",
        "Tổ chức hội thi tìm hiểu",
        "Tổ chức ngày hội ra quân",
        "Tổ chức hội nghị tổng kết, rút kinh nghiệm",
    ),
    "period": (
        "Tuyên truyền rộng rãi nội dung Kế hoạch",
        "Kiểm tra thực tế tại cơ sở",
        "Triển khai các hoạt động trọng tâm",
        "Tập huấn cho lực lượng nòng cốt",
    ),
    "recurring": (
        "rà soát, cập nhật số liệu",
        "họp giao ban đánh giá tiến độ",
        "kiểm tra việc thực hiện tại cơ sở",
        "công khai kết quả trên trang thông tin điện tử",
        "tổ chức tổng vệ sinh, chỉnh trang cảnh quan",
    ),
}
REPORTS = ("báo cáo kết quả thực hiện về {dau_moi}", "gửi báo cáo về {dau_moi} để tổng hợp", "tổng hợp, báo cáo {ubnd}")

CRITERIA = {
    "tập thể": (
        "Có kế hoạch phát động, tổ chức phong trào cụ thể, thiết thực, đạt hiệu quả rõ rệt",
        "Hoàn thành xuất sắc các chỉ tiêu, nhiệm vụ được giao, nội bộ đoàn kết",
        "Có mô hình mới, cách làm sáng tạo được cấp có thẩm quyền công nhận",
        "Có ít nhất 90% cán bộ, người lao động tham gia hưởng ứng phong trào",
    ),
    "cá nhân": (
        "Gương mẫu chấp hành chủ trương của Đảng, pháp luật của Nhà nước",
        "Có sáng kiến, giải pháp hữu ích được áp dụng trong thực tiễn",
        "Tích cực vận động gia đình, người thân và cộng đồng cùng tham gia",
        "Đóng góp công sức, tiền của cho phong trào, được Nhân dân ghi nhận",
    ),
    "doanh nghiệp, hợp tác xã": (
        "Chấp hành tốt pháp luật, bảo đảm quyền lợi của người lao động",
        "Hỗ trợ có hiệu quả cho cộng đồng trên địa bàn",
        "Tạo việc làm ổn định cho từ 20 lao động trở lên tại địa phương",
    ),
    "hộ gia đình": (
        "Gia đình hòa thuận, tiến bộ, giúp đỡ cộng đồng",
        "Tích cực tham gia các hoạt động do khu dân cư phát động",
    ),
}
AWARD_BASIS = (
    "Căn cứ thành tích đạt được trong phong trào thi đua, việc xét khen thưởng cho các tập thể, cá nhân "
    "được thực hiện theo quy định của pháp luật về thi đua, khen thưởng"
)
PROCEDURE = (
    "Tờ trình kèm danh sách đề nghị khen thưởng",
    "Báo cáo thành tích có xác nhận của người đứng đầu",
    "Biên bản họp xét của tập thể",
    "Hồ sơ lập thành 02 bộ, gửi kèm bản điện tử",
)
