"""What a heading announces: the roles of the contract, from the heading's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.plan import Role

#: Words that announce a role. Order matters only for reading.
WORDS: tuple[tuple[Role, str], ...] = (
    ("purpose", r"mục đích|ý nghĩa"),
    ("requirements", r"yêu cầu"),
    ("targets", r"mục tiêu|chỉ tiêu"),
    ("content", r"nội dung|nhiệm vụ|hoạt động chính|công việc"),
    ("solutions", r"giải pháp|biện pháp"),
    ("subjects", r"đối tượng|phạm vi(?! ngân sách)"),
    ("criteria", r"tiêu chí|tiêu chuẩn|điều kiện (?:xét|khen)|thang điểm|chấm điểm|xếp loại"),
    ("procedure", r"hồ sơ|trình tự|thủ tục|quy trình|phương pháp|các bước|phương thức|cách thức|nguyên tắc"),
    ("timeline", r"thời gian|tiến độ|lộ trình|thời hạn|thời điểm|lịch (?:trình|làm việc|kiểm tra)"),
    ("budget", r"kinh phí|nguồn vốn|ngân sách|nguồn lực (?:thực hiện|tài chính)|dự toán"),
    (
        "implementation",
        r"tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|thành phần|chế độ báo cáo|thông tin,? báo cáo"
        r"|triển khai thực hiện",
    ),
)
AWARD_FORMS = re.compile(r"hình thức[^;]*?(?:khen|thi đua)|hình thức và[^;]*khen|mức (?:khen )?thưởng|mức khen|giải thưởng|"
                         r"danh hiệu|số lượng khen|cơ cấu[^;]*khen|(?:huân chương|bằng khen|giấy khen|cờ thi đua)")
PRAISE = re.compile(r"khen thưởng|biểu dương|tôn vinh")
_COMPILED: tuple[tuple[Role, re.Pattern[str]], ...] = tuple((role, re.compile(words)) for role, words in WORDS)


def heading_roles(text: str, above: Sequence[Role]) -> list[Role]:
    """The roles of a heading; where its words say nothing, those of the heading above it (``above``), else ``other``.

    >>> heading_roles("ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC, TIÊU CHUẨN KHEN THƯỞNG", [])
    ['subjects', 'criteria', 'awards']
    >>> heading_roles("Đối với cấp xã", ["criteria"])
    ['criteria']
    """
    words = re.sub(r"[“\"‘][^”\"’]*[”\"’]", " ", text.casefold())
    own = [role for role, pattern in _COMPILED if pattern.search(words)]
    if "solutions" in own or "content" in own or "targets" in own:
        own = [r for r in own if r != "implementation"] if "tổ chức thực hiện" not in words else own
    if "procedure" in own and re.search(r"thành phần[^;]*hồ sơ", words):
        own = [r for r in own if r != "implementation"]
    if AWARD_FORMS.search(words) or (PRAISE.search(words) and not own and not set(above) & {"criteria", "procedure"}):
        own.append("awards")
    return own or list(above) or ["other"]
