"""What a heading announces: the roles of the contract, from the heading's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kehoach.knowledge import alternatives, load
from kehoach.plan import Role

_WHO_COMES = (
    r"thành phần (?:tham gia|tham dự|dự|mời|hội nghị|đại biểu|khách mời)|"
    r"thành phần(?:,| và) (?:thời gian|địa điểm)"
)
#: `Thời gian, địa điểm, thành phần`: who comes, too
_BESIDE_PLACE = r"(?:gian|điểm|thức)(?:,| và) (?=thành phần(?! thực hiện))"
_NOT_BESIDE = r"(?<!gian, )(?<!gian và )(?<!điểm, )(?<!điểm và )(?<!thức, )(?<!thức và )"
#: Words that announce a role. Order matters only for reading.
WORDS: tuple[tuple[Role, str], ...] = (
    ("purpose", r"mục đích|ý nghĩa"),
    ("requirements", r"yêu cầu"),
    ("targets", r"mục tiêu|chỉ tiêu"),
    (
        "content",
        r"nội dung|nhiệm vụ|^chương trình\W*$|hoạt động chính|công việc|phương án(?! triển khai)|các vòng thi|thể lệ|"
        r"môn thi",
    ),
    ("solutions", r"giải pháp|biện pháp"),
    ("subjects", rf"đối tượng|(?<!thuộc )phạm vi(?! ngân sách)|{_WHO_COMES}|{_BESIDE_PLACE}|^đại biểu"),
    (
        "criteria",
        r"tiêu chí|tiêu chuẩn(?! (?:và quy chuẩn|kỹ thuật|quốc gia|đo lường|chất lượng))|điều kiện (?:xét|khen)|"
        r"thang điểm|chấm điểm|xếp loại",
    ),
    ("procedure", r"hồ sơ|trình tự|thủ tục(?! hành chính)|quy trình|phương pháp|các bước|phương thức|cách thức"),
    (
        "timeline",
        r"thời gian|các đợt (?:thi đua|phát động)|tiến độ|lộ trình|thời hạn|thời điểm|thời kỳ|"
        r"lịch (?:trình|làm việc|kiểm tra|công tác)|^chương trình\W*$|(?:^|(?:,|và) )(?:các )?mốc\s",
    ),
    ("budget", r"kinh phí|nguồn vốn|ngân sách|nguồn lực (?:thực hiện|tài chính|và)|^nguồn lực\W*$|dự toán"),
    (
        "implementation",
        r"tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|"
        rf"(?<!thuộc ){_NOT_BESIDE}(?!{_WHO_COMES})thành phần|thành phần thực hiện|"
        r"^(?:thành lập )?(?:các )?(?:ban tổ chức|ban giám khảo|tiểu ban|đoàn (?:kiểm tra|giám sát))|"
        r"(?:^|(?:,|và) )chế độ báo cáo|thông tin,? báo cáo|^triển khai thực hiện|phương án triển khai",
    ),
)
AWARD_FORMS = re.compile(
    r"hình thức[^;]*?(?:khen|thi đua)|hình thức và[^;]*khen|mức (?:khen )?thưởng|mức khen|giải thưởng|"
    r"danh hiệu|số lượng khen|cơ cấu[^;]*khen|(?:huân chương|bằng khen|giấy khen|cờ thi đua)"
)
#: Titles of actions and of bodies
NAMES_BODY = re.compile(
    r"(?:(?:Giao|Đề nghị|Yêu cầu|Đối với)\s+)?(?:Các\s|các\s)?(?:[ỦU][ỷy] ban|UBND|UBMT|Hội đồng|Hội\s|Sở|sở|"
    r"Phòng\s(?!,)|Ban\s(?!hành)|Bộ\s(?!tiêu|chỉ số)|Văn phòng|Công an|Mặt trận|Đoàn|Trung tâm|Trường|Cục|Chi cục|"
    r"Viện|"
    r"Thanh tra|Ngân hàng|Kho bạc|Bảo hiểm|Báo\s(?!cáo)|Đài|Tổ\s(?!chức)|[Cc]ơ quan|[Đđ]ơn vị|Thủ trưởng|Chủ tịch|"
    r"Giám đốc|Trưởng|Liên đoàn|Liên minh|Hiệp hội|Công ty|[Dd]oanh nghiệp|Đảng ủy|Thường trực|Tiểu ban)",
)
ACTS = re.compile(
    rf"(?:{NAMES_BODY.pattern}|(?:Về\s+)?(?:việc\s+)?(?!(?i:tổ chức (?:thực hiện|triển khai)|triển khai thực "
    rf"hiện\W*$|thực hiện\W*$))(?i:{alternatives(load('verbs')['predicates'])})(?!\w))"
)
#: Parts that report or reason: they announce none of the roles, whatever words follow (`Tình hình thực hiện nhiệm vụ
# …`)
RETROSPECT = re.compile(
    r"(?:tình hình|kết quả|thực trạng|đặc điểm|(?:bối cảnh|sự cần thiết|quan điểm|khẩu hiệu)"
    r"(?!(?:\s+\w+){0,2}?(?:,|\s+và|\s+[-–])\s+(?:mục|chỉ tiêu|nhiệm vụ|yêu cầu|giải pháp))|"
    r"cơ sở (?:pháp lý|xây dựng|thực tiễn|chính trị)|đánh giá (?:tình hình|kết quả|chung|thực trạng|nguy cơ)|"
    r"hiện trạng|tồn tại|hạn chế|nguyên nhân|thuận lợi|khó khăn)(?!\w)",
    re.IGNORECASE,
)
#: `TÌNH HÌNH CƠ SỞ VÀ CHỈ TIÊU`: what follows is a plan as well
LOOKS_AHEAD_TOO = re.compile(r"\svà\s+(?:các\s+)?(?:chỉ tiêu|mục tiêu|nhiệm vụ|phương hướng)(?!\w)", re.IGNORECASE)
#: What is shared out is no content of its own (``Phân công nhiệm vụ``)
ASSIGNED = re.compile(r"phân công (?:cụ thể )?(?:thực hiện )?(?:các )?(?:nhiệm vụ|công việc|nội dung|chỉ tiêu)")
#: Words that announce the implementation even beside content, solutions or targets
SURELY_IMPLEMENTS = re.compile(r"tổ chức thực hiện|phân công|phương án triển khai")
#: Titles of who does what is told above them (``2. Cơ quan chủ trì, phối hợp``)
SHARED_OUT = re.compile(
    r"(?:Các\s+)?(?:Cơ quan|Đơn vị|Bộ phận)\s+(?:chủ trì|phối hợp|thực hiện)|Chủ trì thực hiện", re.IGNORECASE
)
#: A title that tells a time and nothing else: `NGÀY 2: THỨ BA, 25/8/2026`, `Học kỳ I`
STAGE = re.compile(
    r"(?:ngày|buổi|tuần|tháng|quý|học kỳ|đợt)\s+(?:thứ\s+)?(?:[\dIVX]+|sáng|chiều|tối|nhất|hai|ba)\b"
    r"(?:[\s,:/.\d()–-]|\b(?:thứ|hai|ba|tư|năm|sáu|bảy|chủ nhật|ngày|tháng|quý|"
    r"trong|từ|đến|sau|trước|và|cả|học|học kỳ|[IVX]+)\b)*",
    re.IGNORECASE,
)
#: A title of several things, the time among them: `Thông số, tần suất, thời gian và số lượng mẫu`
BESIDE_TIME = re.compile(
    r"(?!(?:địa điểm|thành phần|đối tượng|số lượng|thời gian)(?!\w))[^,;:.]{3,40},\s[^;:.]*?(?<!\w)thời gian(?!\w)",
    re.IGNORECASE,
)
#: A section that names what is to be done (``III. PHÁT TRIỂN HẠ TẦNG SỐ``) is content
ACTION = re.compile(
    r"(?:(?:một số |các )?hoạt động|phát triển|xây dựng|tăng cường|đẩy mạnh|nâng cao|hoàn thiện|đổi mới|tập trung|"
    r"triển khai|tổ chức|bảo đảm|"
    r"đảm bảo|công tác|phát động|thực hiện|tiếp tục|huy động|hỗ trợ|phòng,? chống|rà soát|củng cố|"
    r"(?:chương trình )?(?:lễ|hội thi|cuộc thi|hội thao|hội diễn|ngày hội|liên hoan|giải (?:bóng|chạy|thể thao)))"
    r"(?!\w)",
    re.IGNORECASE,
)
FUNDS = re.compile(
    r"(?:bảo đảm|đảm bảo|huy động|bố trí|quản lý|ưu tiên)[^;]{0,30}(?:kinh phí|tài chính|nguồn lực|nguồn vốn|ngân "
    r"sách)",
    re.IGNORECASE,
)
#: `CĂN CỨ XÂY DỰNG CHỈ TIÊU`
BASED_ON = re.compile(r"(?:các )?căn cứ (?:xây dựng|lập|để)\s")
#: What those who take part promise to reach: `Đăng ký danh hiệu thi đua năm học 2026 - 2027`
REGISTERED = re.compile(r"(?:phân bổ )?đăng ký\s(?:các\s)?(?:danh hiệu|chỉ tiêu|theo\s)", re.IGNORECASE)
#: How standards are applied is no standard (``Trình tự chấm điểm``)
PROCEDURE_OF = re.compile(r"(?:trình tự|quy trình|thủ tục|hồ sơ|các bước|cách thức)\s[^,;]*$")
#: What it takes to be given an award is no award (``Tiêu chuẩn tặng Bằng khen``)
STANDARD_OF = re.compile(r"(?:tiêu chuẩn|tiêu chí|điều kiện)\s(?!và |khen thưởng$)[^,;]*$")
PRAISE = re.compile(r"khen thưởng|biểu dương|tôn vinh|(?:xét|bình xét|đánh giá|công tác) thi đua|^thi đua\W*$")
_COMPILED: tuple[tuple[Role, re.Pattern[str]], ...] = tuple((role, re.compile(words)) for role, words in WORDS)


def heading_roles(text: str, above: Sequence[Role]) -> list[Role]:
    """The roles of a heading; where its words say nothing, those of the heading above it (``above``), else ``other``.

    A title that names an action (``Đổi mới nội dung, hình thức …``) or a body says nothing of its role.

    >>> heading_roles("ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC, TIÊU CHUẨN KHEN THƯỞNG", [])
    ['subjects', 'criteria', 'awards']
    >>> heading_roles("Đối với cấp xã", ["criteria"])
    ['criteria']
    """
    if looks_back(text):
        return ["other"]
    if STAGE.fullmatch(text):
        return ["timeline"]
    if SHARED_OUT.match(text):
        return ["implementation"]
    if REGISTERED.match(text):
        return ["targets"]
    if above and (set(above) & {"implementation", "content", "solutions"}) and ACTS.match(text) and not text.isupper():
        return _named_means(text) or list(above)
    own = own_roles(text, above)
    if own == ["awards"] and list(above) == ["criteria"] and re.match(r"danh hiệu(?!\w)", text, re.IGNORECASE):
        return ["criteria"]  # `Danh hiệu “Lao động tiên tiến”` below `TIÊU CHUẨN CÁC DANH HIỆU`
    if own == ["timeline"] and set(above) & {"content", "solutions"} and BESIDE_TIME.match(text):
        return [*above, "timeline"]
    if not own and above == ["timeline"] and FUNDS.match(text):
        return ["budget"]
    return own or list(above) or (["content"] if ACTION.match(text) else ["other"])


def looks_back(text: str) -> bool:
    """Does a section title announce a report (``I. TÌNH HÌNH THỰC HIỆN NĂM 2025``)? What stands below reports too."""
    return text.isupper() and RETROSPECT.match(text.strip()) is not None and not LOOKS_AHEAD_TOO.search(text)


def _named_means(text: str) -> list[Role]:
    """The roles of an action that gives its means: funds or praise."""
    if FUNDS.match(text):
        return ["budget"]
    return ["awards"] if PRAISE.search(text.casefold()) and not NAMES_BODY.match(text) else []


def own_roles(text: str, above: Sequence[Role] = ()) -> list[Role]:
    """The roles that the words of a heading announce; empty where they say nothing."""
    return list(_own_roles(text, tuple(above)))


@lru_cache(maxsize=1 << 12)
def _own_roles(text: str, above: tuple[Role, ...]) -> list[Role]:
    if RETROSPECT.match(text.strip()) and not LOOKS_AHEAD_TOO.search(text):
        return []
    words = ASSIGNED.sub("phân công", re.sub(r"[“\"‘][^”\"’]*[”\"’]", " ", text.casefold()))
    own = [role for role, pattern in _COMPILED if pattern.search(words)]
    if BASED_ON.match(words):
        return []
    if PROCEDURE_OF.match(words):
        own = [r for r in own if r != "criteria"]
    if set(own) & {"solutions", "content", "targets"} and not SURELY_IMPLEMENTS.search(words):
        own = [r for r in own if r != "implementation"]
    if len(own) > 1 and re.match(r"phương án(?!\w)", words):  # `Phương án huy động kinh phí`
        own = [r for r in own if r != "content"]
    if "procedure" in own and re.search(r"thành phần[^;]*hồ sơ", words):
        own = [r for r in own if r != "implementation"]
    besides = set(own) == {"budget"} and re.search(r"(?:(?:,|và)\s+|^)khen thưởng", words)
    praises = PRAISE.search(words) and ("awards" in above or not set(above) & {"criteria", "procedure"})
    counts = "awards" in above and re.match(r"(?:hình thức|số lượng|cơ cấu|mức)(?!\w)", words)
    if (AWARD_FORMS.search(words) and not STANDARD_OF.match(words)) or besides or (not own and (praises or counts)):
        own.append("awards")
    return own
