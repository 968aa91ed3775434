"""Two short plans with invented places: a province's, and a commune's that carries it out and weakens it."""

PARENT = """\
ỦY BAN NHÂN DÂN
TỈNH MÂY NGÀN
Số: 40/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mây Ngàn, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

Thực hiện Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao chất lượng phục vụ người dân, doanh nghiệp của bộ máy hành chính các cấp.
2. Yêu cầu
- Xác định rõ nhiệm vụ, thời hạn, trách nhiệm của từng cơ quan, đơn vị.

II. MỤC TIÊU
- Ít nhất 90% hồ sơ thủ tục hành chính được giải quyết trước hạn hoặc đúng hạn trong năm 2026.
- Ít nhất 80% số xã, phường công khai kết quả khảo sát sự hài lòng của người dân.

III. NHIỆM VỤ
- Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý trước ngày 30/6/2026.
- Tổ chức đối thoại với người dân, doanh nghiệp ít nhất 01 lần trước ngày 15/9/2026.
- Kiểm tra việc thực hiện kỷ luật, kỷ cương hành chính định kỳ hằng quý.

IV. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan theo dõi, đôn đốc việc thực hiện Kế hoạch này.
2. Ủy ban nhân dân các xã, phường xây dựng kế hoạch thực hiện trước ngày 15/02/2026; báo cáo kết quả về Sở Nội vụ \
trước ngày 05/12/2026.

Trên đây là Kế hoạch cải cách hành chính năm 2026./.

Nơi nhận:
- Ủy ban nhân dân các xã, phường;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""

CHILD = """\
ỦY BAN NHÂN DÂN
XÃ SUỐI NGÀN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Suối Ngàn, ngày 10 tháng 02 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026 của xã Suối Ngàn

Thực hiện Kế hoạch số 40/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Mây Ngàn về cải cách hành chính \
năm 2026, Ủy ban nhân dân xã Suối Ngàn ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao chất lượng phục vụ người dân, doanh nghiệp của bộ máy hành chính xã.
2. Yêu cầu
- Xác định rõ nhiệm vụ, thời hạn, trách nhiệm của từng bộ phận.

II. MỤC TIÊU
- Ít nhất 75% hồ sơ thủ tục hành chính được giải quyết trước hạn hoặc đúng hạn trong năm 2026.

III. NHIỆM VỤ
- Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý trước ngày 30/6/2026.

IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội chủ trì theo dõi, đôn đốc việc thực hiện; báo cáo kết quả trước ngày 01/12/2026.

Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã Suối Ngàn./.

Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""
