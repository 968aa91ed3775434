"""How plans write times (FACTS 7.2): points, ranges, what recurs, how long from when."""

from __future__ import annotations

import re

from kehoach.facts.dates import YEAR

DASH = r"\s*[-–—]\s*"
_FULL = (
    rf"(?:(?:ngày\s+)?\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*{YEAR}"
    rf"|(?:ngày\s+|(?<!\btuần )(?<!\btuần thứ ))\d{{1,2}}\s+tháng\s*\d{{1,2}}\s*(?:năm\s+|/\s*){YEAR})"
)
_MONTH = rf"tháng\s*\d{{1,2}}\s*(?:/\s*|\s*-\s*|năm\s+){YEAR}"
_QUARTER = rf"quý\s+(?:IV|I{{1,3}}|[1-4])(?:\s*(?:/\s*|năm\s+|-\s*){YEAR})?"
_HALF = rf"(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+{YEAR})?"
#: An hour of the day: `07h30`, `7 giờ 30 phút`, `17.00`
HOUR = r"(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d.:/])|\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút|'|p)?)?)"
_AT = rf"(?:(?:lúc\s+)?{HOUR}\s*,?\s*(?:(?:sáng|chiều|tối)\s*,?\s*)?(?=ngày|\d))?"
_DAY = r"(?:ngày\s+\d{1,2}\s*/\s*\d{1,2}(?!\s*/\s*\d)|ngày\s+\d{1,2}\s+tháng\s*\d{1,2}(?!\d))"
_BARE_MONTH = r"tháng\s*\d{1,2}(?![\d/])"
_YEARS = rf"năm học\s+{YEAR}\s*[-–]\s*{YEAR}|năm\s+{YEAR}(?!\s*[-–]\s*\d)"
#: A day or month with letters in its figures (`ngày l5/10/2026`): a time of which nobody knows the date
_D = r"(?-i:[\dlIOoSB]{1,2})"
_DOUBTED = (
    rf"(?:ngày\s+)?(?-i:(?=[\d/]*[lIOoSB])){_D}/{_D}/(?-i:[12lI][\dlIO]{{3}})|"
    rf"ngày\s+(?-i:(?=\d?[lIOoSB])){_D}\s+tháng\s+{_D}\s+năm\s+{YEAR}|tháng\s+(?-i:(?=\d?[lIO])){_D}/{YEAR}"
)
POINT = rf"(?:{_DOUBTED}|{_FULL}|{_DAY}|{_MONTH}|{_QUARTER}|{_HALF}|{_YEARS}|{_BARE_MONTH})"
EVERY = r"(?:hằng|hàng|mỗi)\s+(?:năm học|học kỳ|năm|quý|tháng|tuần|ngày)"

RANGE = re.compile(
    rf"(?<!\w)(?:(?:(?:trong|cho|của)\s+)?(?:giai đoạn|thời kỳ|các năm|năm)\s+(?P<y1>{YEAR}){DASH}(?P<y2>{YEAR})"
    r"(?P<on>\s+và\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau))?"
    rf"|(?:(?:kể\s+)?từ|trong(?=\s+ngày\s))\s+(?:(?:đầu|giữa|cuối)\s+(?=tháng|quý|năm))?{_AT}(?P<from>{POINT}|ngày\s+\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?![/\d])|\d{{1,2}}(?=\s*(?:đến|tới|-|–)\s*\d{{1,2}}/\d{{1,2}}/{YEAR})"
    rf"|(?:(?<=tuần từ )|(?<=tuần lễ từ )|(?<=đợt từ ))\d{{1,2}}"
    rf"(?=\s*(?:đến|tới|-|–)\s*\d{{1,2}}/\d{{1,2}}(?![/\d]))|năm\s+{YEAR}|tháng\s*\d{{1,2}})\s*(?:,\s*)?(?:đến|tới|"
    rf"{DASH.strip()})\s*(?:hết\s+)?(?:ngày\s+[^\d,.;]{{3,20}}\s+)?"
    rf"{_AT}(?P<to>{POINT}|{YEAR}|\d{{1,2}}/\d{{1,2}}(?![/\d]|\s*(?:số|tổng|diện|thời|quãng|của)\b))"
    r"(?P<further>\s+và\s+(?:(?:các|những)\s+năm\s+)?tiếp theo)?)",
    re.IGNORECASE,
)
NUMBER = r"(?:IV|I{1,3}|\d{1,2})"
#: Days, months or quarters side by side: `ngày 10 - 15/8/2026`, `tháng 3, 4 năm 2026`, `Quý II - Quý III/2026`
SPREAD = re.compile(
    r"(?<!\w)(?<!trước )(?:(?:từ|trong|các)\s+)*(?:(?P<unit>ngày|tháng|quý)\s+|(?<=ngày[,:] )|"
    rf"(?<![\d/])(?=\d{{1,2}}(?:/\d{{1,2}})?{DASH}\d{{1,2}}/\d{{1,2}}/{YEAR}))"
    rf"(?P<first>{NUMBER}(?:/\d{{1,2}})?)(?P<more>(?:\s*,\s*{NUMBER})*)(?:{DASH}|\s*(?:đến|tới)\s+|\s*,\s*|\s+và\s+(?:cả\s+)?)(?:(?:ngày|tháng|quý)\s+)?"
    rf"(?P<last>{NUMBER}(?:\s*/\s*\d{{1,2}}|\s+tháng\s*\d{{1,2}})?\s*(?:/\s*|năm\s+){YEAR}|"
    r"(?-i:IV|I{1,3})(?=\s*(?:[,;:.)]|$))|(?<=[-–] )\d{1,2}(?=\s*(?:[,;:.)]|$)))(?!\w)",
    re.IGNORECASE,
)
LISTED = re.compile(r",|\bvà\b", re.IGNORECASE)
#: This one and those below look ahead for how a time may begin: without that, each word costs a dozen failures
PAIR = re.compile(
    rf"(?<!\w)(?=\d|t(?:ừ|rong|háng)|n(?:gày|ăm)|quý|sáu)(?:(?:từ|trong)\s+)?(?P<first>{POINT})(?:{DASH}|\s+(?:đến|tới)\s+(?:hết\s+)?)(?P<last>{POINT})(?!\w)",
    re.IGNORECASE,
)
FROM_NOW = re.compile(
    rf"(?<!\w)từ (?:nay|(?P<issued>(?:khi|ngày) (?:ký(?: ban hành)?|ban hành)(?:\s+[Kk]ế hoạch(?: này)?)?)|"
    rf"(?:khi|ngày) phát động(?:\s+[Pp]hong trào(?: thi đua)?)?)\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:cuối\s+)?"
    rf"(?P<to>{POINT})(?!\w)",
    re.IGNORECASE,
)
#: A deadline told by what begins then: `trước khi khai giảng năm học 2026 - 2027`, `trước mùa mưa lũ (15/9)`
BEFORE_OPENING = re.compile(
    rf"(?<!\w)trước\s+(?:(?:khi\s+)?(?:bắt đầu|khai giảng|bước vào|vào)\s+năm học\s+(?P<year>{YEAR})\s*[-–]\s*{YEAR}|"
    rf"(?:mùa|dịp|kỳ|đợt)\s[^\d,.;:()\n]{{2,40}}\((?:ngày\s+)?(?P<point>\d{{1,2}}/\d{{1,2}}(?:/{YEAR})?)\))",
    re.IGNORECASE,
)
#: For how long something hangs out: `niêm yết công khai 05 ngày tại nhà văn hóa`
DISPLAYED = re.compile(
    r"(?<!\w)(?:công khai|niêm yết)(?!\w)[^.;\n]{0,80}?\s"
    r"(?P<time>(?:(?:ít nhất|tối thiểu)\s+)?\d{1,2}\s+ngày(?:\s+làm việc)?)(?!\w)(?!\s*(?:kể|tính|sau|trước|\d))",
    re.IGNORECASE,
)
#: Within which something is answered or mended: `trả lời người phản ánh không quá 03 ngày`
ANSWERED = re.compile(
    r"(?<!\w)(?<!thời gian )(?<!thời hạn )(?:trả lời|phản hồi|xử lý|khắc phục|giải quyết|báo cáo|báo|"
    r"thẩm định|hoàn thành|thì)(?!\w)[^.;\n]{0,60}?\s"
    r"(?P<time>(?:không quá|chậm nhất(?:\s+là)?)\s+\d{1,3}\s+(?:phút|giờ|ngày làm việc|ngày))(?!\w)",
    re.IGNORECASE,
)
#: Between how often and from when, or from when to when: `02 kỳ/tháng, bắt đầu từ tháng 5`, `mỗi tuần 02 số, từ …`
SINCE = re.compile(
    r"(?:\s+\w+){0,3}\s*,\s*(?:bắt đầu|thực hiện|duy trì|kéo dài|suốt)?\s*|\s+(?:bắt đầu|kéo dài|suốt)?\s*"
)
#: Days that are kept: `Ngày Dân số thế giới 11/7`
OBSERVED = re.compile(
    r"(?<!\w)(?:[Nn]gày|Lễ|Tết)\s+(?=[^\W\d_])[^\d,.;:()\n]{3,70}?\s\(?(?P<point>\d{1,2}/\d{1,2}(?:/(?:19|20)\d{2})?)(?![/\d])"
)
#: What a list of times that recur goes on with: `hằng tháng, quý, 6 tháng, năm`
ALSO = re.compile(
    r"\s*(?:,|và|hoặc)\s*(?:cả\s+)?(?P<unit>(?:0?[369]\s+)?tháng|quý|(?:0?1\s+)?năm|tuần)(?!\s*\d|\w)", re.IGNORECASE
)
#: A further day beside the first: `ngày 15/6, 15/12`
ALSO_DAY = re.compile(
    rf"\s*(?:,|và)\s+(?P<point>\d{{1,2}}/\d{{1,2}}(?:/{YEAR})?)(?![/\d])(?=\s*(?:[.;:)]|,\s|và\s+\d{{1,2}}/|(?:hằng|hàng)\s+năm|$))"
)
_CLOCK = (
    rf"(?P<clock>(?:{HOUR}\s*(?:đến|tới|[-–])\s*)?{HOUR}\s*,?\s*(?:(?:sáng|chiều|tối)\s*,?\s*)?"
    r"(?:(?:thứ\s+\S+|chủ nhật)\s*,?\s*)?(?=ngày))"
)
_PREFIX = (
    r"(?P<prefix>(?:(?:trong|vào)\s+)?"
    r"(?:tuần|ngày)\s+(?:(?<=tuần )[1-4IV]{1,3}|thứ\s+\w+|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?)\s+(?:của\s+)?"
    r"(?=tháng|quý|năm)|(?:(?:hoàn thành|xong|kết thúc|thực hiện)\s+)?(?:chậm nhất|muộn nhất|không muộn hơn|không "
    r"quá)(?:\s+(?:là|đến|vào|trong|trước|hết))*\s+|"
    r"trước\s+(?=ngày|tháng|quý|năm|\d|hết)(?:hết\s+)?|(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?|trong\s+(?:(?:khoảng|đầu|"
    r"cuối|giữa|nửa\s+\w+)\s+)?|(?:vào|từ|kể từ|sau|hết|đầu|cuối)\s+(?:đầu\s+|cuối\s+|dịp\s+)?)?"
)
_SO_MANY = r"(?:\d{1,3}\s*(?:-|–|đến)\s*)?\d{1,3}"
_WITHIN = (
    rf"(?:trong\s+(?:vòng|thời hạn)|trong\s+thời gian)\s+{_SO_MANY}\s*(?:\(\w+\)\s*)?"
    r"(?:ngày làm việc|ngày|giờ|phút)(?!\w)|"
    rf"(?:trong\s+{_SO_MANY}\s+(?:giờ|phút)|không quá\s+\d{{1,3}}\s+giờ)(?!\w)(?!\s*\d)|"
    r"trước đó\s+(?:ít nhất\s+|tối thiểu\s+)?\d{1,3}\s+ngày(?!\w)|"
    r"(?<!tổ chức )(?<!diễn ra )(?<!kéo dài )(?<!thi đấu )(?<!học )"
    r"trong\s+\d{1,3}\s+ngày(?:\s+làm việc)?+(?!\w)(?!\s*[,(:]?\s*(?:\d|từ\s|đầu\s|tết\s|lễ\s))"
)
RELATIVE = re.compile(
    r"(?<!\w)(?=\d|t(?:rong|rước|ối)|chậm|sau|ít|một|hai|ba|muộn|không)(?:"
    r"(?:trong\s+(?:vòng|thời hạn)?\s*|chậm nhất\s+(?:là\s+)?(?:sau\s+)?|sau\s+|(?:ít nhất|tối thiểu)\s+|trước\s+)?"
    r"(?:\d{1,3}(?:\s*[-–]\s*\d{1,3})?|một|hai|ba)\s*(?:\(\w+\)\s*)?(?:ngày làm việc|ngày|tuần|tháng|giờ|"
    r"phút)\s*(?:,\s*)?"
    r"(?:kể từ|tính từ|"
    r"sau (?:khi|mỗi)|trước (?:khi|mỗi|buổi|kỳ|cuộc|phiên|thời điểm|lễ|hội (?:nghị|thi|thảo))|trước ngày(?!\s+\d))"
    r"(?:\s+(?:ngày|khi))?"
    r"|trước\s+\d{1,3}\s*(?:\(\w+\)\s*)?(?:ngày làm việc|ngày|giờ|phút)\s+(?:khi|so với)(?!\w)"
    r"|(?:trong(?:\s+(?:vòng|thời hạn))?|(?:chậm|muộn) nhất(?:\s+là)?|không quá)\s+\d{1,3}\s*(?:\(\w+\)\s*)?"
    r"(?:ngày làm việc|ngày|giờ|phút)\s+sau(?=\s+[^\W\d])"
    r"|trước\s+(?:khi|giờ|ngày|buổi|cuộc|phiên)\s[^,.;:\d]{2,40}\s\d{1,3}\s*(?:ngày làm việc|ngày|giờ|phút)(?!\w)"
    r"|trước\s+(?:ít nhất|tối thiểu)\s+\d{1,3}\s*(?:ngày làm việc|ngày|giờ|phút)(?!\w)"
    r"|(?:chậm nhất\s+)?trước\s+ngày\s+\d{1,2}\s+tháng\s+(?:liền kề(?:\s+trước)?|trước\s+(?:liền kề|đó))"
    rf"|{_WITHIN}|sau\s+\d{{1,3}}\s*(?:\(\w+\)\s*)?ngày làm việc(?!\w)"
    rf"|sau\s+\d{{1,2}}\s+tháng(?=\s*(?:[.,;]|$)|\s+(?:đánh giá|báo cáo|kiểm tra|sơ kết|tổng kết|rà soát)\s))",
    re.IGNORECASE,
)
#: A day without `ngày`: `trước 25/12`, `trước 20 tháng 6`, `từ 20/6 đến hết đợt`, `ngày 15/6 và 15/12 hằng năm`
_SHORT = (
    r"(?:(?:(?<=trước )|(?<=chậm nhất )|(?<=muộn nhất )|(?<=dịp )|(?<=đêm )|(?<=tối )|(?<=sáng )|(?<=chiều ))"
    r"\d{1,2}/\d{1,2}(?![/\d])"
    r"|(?:(?<=trước )|(?<=chậm nhất )|(?<=muộn nhất ))\d{1,2} tháng \d{1,2}(?![\d/])"
    r"|(?<=từ )\d{1,2}/\d{1,2}(?=\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết|khi)\s+[^\W\d])"
    r"|(?:(?<=và )|(?<=, ))\d{1,2}/\d{1,2}(?=\s+(?:hằng|hàng)\s+năm\b))"
)
SINGLE = re.compile(
    r"(?<!\w)(?=\d|n(?:gày|ăm)|t(?:háng|uần|rong|rước|ới|ừ|hực)|quý|sáu|sau|vào|hoàn|xong|kết|chậm|muộn|không|"
    rf"cho|đ|kể|hết|cuối){_PREFIX}{_CLOCK}?(?P<point>{POINT}|{_SHORT})(?!\w)(?:\s+(?P<every>{EVERY}))?(?P<on>\s+và\s+(?:các|"
    r"những)\s+năm\s+(?:tiếp theo|sau))?",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:(?:sáng|chiều|tối)\s+)?(?:(?:ngày\s+)?thứ\s+\w+|chủ nhật)\s+"
    r"(?:tuần\s+(?:thứ\s+)?(?:\d|\w+)\s+(?:của\s+)?)?"
)
RECURRING = re.compile(
    rf"(?<!\w)(?=\d|định|vào|sáng|chiều|tối|ngày|thứ|chủ|hằng|hàng|mỗi|ba|sáu|chín)"
    rf"(?:(?:định kỳ|vào)\s+)*(?:{_WEEKDAY}(?:(?:và|,)\s+{_WEEKDAY})*(?=(?:hằng|hàng|mỗi)\s+(?:tuần|tháng)))?"
    rf"(?:(?P<every>{EVERY})|(?P<months>(?:\d{{1,2}}|ba|sáu|chín)\s+tháng)(?=\s*(?:một lần|/lần|1 lần|,|\(|và(?!\w)))|"
    r"(?P<weekly>hàng tuần))"
    rf"(?:\s*\(?,?\s*(?P<prefix>trước\s+|vào\s+|chậm nhất\s+(?:là\s+)?)?(?P<point>{_DAY}|"
    rf"ngày\s+\d{{1,2}}(?!\s*[/\d]))\)?)?",
    re.IGNORECASE,
)
_DAY_OF_MONTH = (
    r"(?:(?:ngày\s+(?:(?:mùng|mồng)\s+)?|(?:mùng|mồng)\s+)\d{1,2}|"
    r"(?:(?<=[Tt]rước )|(?<=nhất )|(?<=là ))\d{1,2}(?=\s+(?:hằng|hàng)\s+tháng))"
)
MONTHLY = re.compile(
    r"(?<!\w)(?:định kỳ\s+)?(?P<prefix>trước\s+|chậm nhất\s+(?:là\s+)?|vào\s+)?"
    rf"{_DAY_OF_MONTH}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{{1,2}})*\s+(?:của\s+)?(?:(?:hằng|hàng|"
    r"mỗi)\s+tháng|tháng\s+(?:sau|kế tiếp|tiếp theo|"
    r"(?P<quarter>(?:đầu|cuối) (?:của )?(?:hằng |hàng |mỗi )?quý(?: sau)?)))(?!\w)",
    re.IGNORECASE,
)
#: A part of each month: `vào tuần cuối của tháng`, `thứ Bảy đầu tiên của tháng`, `ngày 15 và ngày cuối tháng`
PART_OF_MONTH = re.compile(
    r"(?<!\w)(?:vào\s+)?(?:ngày\s+\d{1,2}\s+và\s+)?(?:(?:sáng|chiều|tối)\s+)?"
    r"(?:tuần|ngày(?:\s+làm việc)?|thứ\s+\w+|chủ nhật)\s+(?:thứ\s+(?:nhất|hai|ba|tư)|đầu(?:\s+tiên)?|"
    r"cuối(?:\s+cùng)?)\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+)?tháng(?!\s*\d|\s+(?:này|sau|trước|tới|đầu|cuối|kế|tiếp|liền)|\w)",
    re.IGNORECASE,
)
#: Years in brackets behind what is done in them: `Số hóa hồ sơ (2025 - 2030)`, `Báo cáo giữa kỳ (năm 2030)`
BRACKETED = re.compile(rf"(?<=\()(?:xuyên suốt\s+|từ\s+)?(?P<first>{YEAR}){DASH}(?P<last>{YEAR})(?=\))")
#: How often in a while: `02 lần/tuần`, `02 tuần/lần`
FREQUENCY = re.compile(
    r"(?<!\w)(?:\d{1,2}|một|hai|ba)\s+(?:(?:lần|kỳ|buổi|lượt|số|cuộc|phiên)\s*/\s*(?P<while>ngày|tuần|tháng|quý|năm)|(?:ngày|tuần|tháng|"
    r"quý|năm)\s*/\s*lần)(?!\w)|(?<!\w)(?:\d{1,2}|một|hai|ba|mười)\s+(?:giờ|ngày|tuần)\s+(?:một|1|01)\s+lần(?!\w)",
    re.IGNORECASE,
)
PERIODIC = re.compile(
    r"(?<!\w)định kỳ(?:\s+(?:(?P<months>\d{1,2})\s+tháng(?:(?:\s*,|\s+và)\s+(?:0?1|một)\s+năm)?|"
    r"(?P<quarter>(?:theo\s+)?(?:hằng\s+|hàng\s+)?quý)|(?P<year>(?:hằng\s+|hàng\s+)?năm)|"
    r"(?P<month>(?:hằng|hàng)?\s*tháng)|(?P<week>(?:hằng|hàng)?\s*tuần)))?(?!\w)",
    re.IGNORECASE,
)
DIGIT_OR_EVERY = re.compile(r"\d|[Qq]u[ýí]|[Hh][àằ]ng|[Mm]ỗi|[Đđ]ịnh kỳ|lần/|một lần|kể từ|tính từ|tháng")
_OF_YEAR, _AND = rf"(?:\s*/\s*|\s+năm\s+|\s*-\s*){YEAR}", r"\s*(?:,|,?\s+và)\s+"
#: The last quarter or month of a year beside the first of the next: `Quý IV/2025, Quý I/2026`
NEW_YEAR = re.compile(
    rf"(?:quý\s+(?:IV|4){_OF_YEAR}{_AND}quý\s+(?:I|1)|tháng\s+12{_OF_YEAR}{_AND}tháng\s+0?1){_OF_YEAR}", re.IGNORECASE
)
