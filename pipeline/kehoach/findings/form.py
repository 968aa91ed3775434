"""The form of NĐ 30/2020/NĐ-CP as far as words tell it. Party documents have a form of their own and are not judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Plan

FORM = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần II"
PARTY = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM")
DEGREES = re.compile(r"(?<!\w)(?:GS|PGS|TSKH|TS|ThS|CN|KS|BS|BSCK\w*)\.")
UNPADDED = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+\d{4}")
#: Boards (of a people's council, a steering committee) decide together and sign ``TM. BAN …``
COLLECTIVE = re.compile(r"TM\.(?!\s*(?:BAN|TIỂU BAN|HỘI ĐỒNG|TỔ|ỦY BAN|UỶ BAN|THƯỜNG)(?!\w))")
ADDRESS = re.compile(r"(?m)^Kính gửi\s*:?[^\n]{0,60}")


def of_the_state(find: Callable[[Plan], Iterator[Hit]]) -> Callable[[Plan], Iterator[Hit]]:
    """A rule that leaves Party documents and other types than plans alone."""

    def judged(plan: Plan) -> Iterator[Hit]:
        start = plan.header.spans.get("document_type", (0, 0))[0]
        party = plan.header.issuer.kind == "party" or PARTY.search(plan.text, 0, start)
        if not party and (plan.header.document_type or "").startswith("Kế hoạch"):
            yield from find(plan)

    judged.__doc__ = find.__doc__
    return judged


@of_the_state
def find_unpadded_dates(plan: Plan) -> Iterator[Hit]:
    """Days below 10 and the months 1 and 2 of the date of issue bear a zero, other months none."""
    end = plan.header.spans.get("document_type", (0, 0))[0]
    for match in UNPADDED.finditer(plan.text, 0, end):
        day, month = match["day"], match["month"]
        right_month = f"{int(month):02d}" if int(month) < 3 else str(int(month))
        if len(day) < 2 or month != right_month:
            right = match[0].replace(f"ngày {day}", f"ngày {int(day):02d}")
            right = right.replace(f"tháng {month}", f"tháng {right_month}")
            message = "Ngày dưới 10 và tháng 1, 2 phải thêm số 0 ở trước; tháng khác thì không."
            yield at(plan, *match.span(), message, right=right)


@of_the_state
def find_open_ends(plan: Plan) -> Iterator[Hit]:
    """The text ends with ``./.`` (Mẫu 1.4)."""
    last = plan.blocks[-1] if plan.blocks else None
    if last and plan.recipients and not plan.tables and not last.text.rstrip().endswith(("./.", "./", ".//.")):
        words = re.search(r"\S+(?:\s+\S+){0,3}$", last.text)
        start = plan.text.find(last.text, last.span[0])
        if words and start >= 0:
            yield at(plan, start + words.start(), start + words.end(), "Nội dung văn bản kết thúc bằng dấu “./.”.")


@of_the_state
def find_no_recipients(plan: Plan) -> Iterator[Hit]:
    """A signed plan without ``Nơi nhận``, or recipients without the line ``Lưu``."""
    if plan.header.promulgated_by is not None:
        return  # they stand below the decision
    if plan.signature.name and not plan.recipients:
        yield Hit("Văn bản không có “Nơi nhận”. Hãy ghi cơ quan nhận và nơi lưu.")
    elif plan.recipients and not any(re.match(r"\W*Lưu", r.quote) for r in plan.recipients):
        last = plan.recipients[-1]
        message = "“Nơi nhận” thiếu dòng cuối “Lưu: VT, …” (văn thư và đơn vị soạn thảo)."
        yield Hit(message, last.quote, last.span)


@of_the_state
def find_address(plan: Plan) -> Iterator[Hit]:
    """``Kính gửi`` belongs to letters, not to plans."""
    if match := ADDRESS.search(plan.text):
        yield at(plan, *match.span(), "Kế hoạch không có “Kính gửi”; nơi nhận ghi ở cuối văn bản.")


@of_the_state
def find_wrong_capacity(plan: Plan) -> Iterator[Hit]:
    """``KT.`` without the deputy's line; ``TM.`` above the head of an office that one person leads."""
    signature = plan.signature
    position = signature.position or ""
    span = signature.spans.get("position") or signature.spans.get("capacity")
    quote = plan.text[span[0] : span[1]] if span else None
    if position.startswith("KT.") and not re.search("PHÓ|THỨ", position.upper()) and not plan.source.ocr:
        yield Hit("Ký thay (KT.) phải có dòng chức vụ của cấp phó ký.", quote, span)
    elif COLLECTIVE.match(signature.capacity or "") and plan.header.issuer.kind == "department":
        yield Hit("Sở, phòng làm việc theo chế độ thủ trưởng: người đứng đầu ký trực tiếp, không ký TM.", quote, span)


@of_the_state
def find_degrees(plan: Plan) -> Iterator[Hit]:
    """No degree or title stands before the name of who signs."""
    name = plan.signature.name or ""
    if DEGREES.match(name):
        message = "Trước họ tên người ký không ghi học hàm, học vị."
        yield Hit(message, name, plan.signature.spans.get("name"))


def _rule(code: str, source: str, find: Callable[[Plan], Iterator[Hit]], title: str, advice: str, strict: bool) -> Rule:
    return Rule(code, "form", "info" if strict else "warning", source, find, title, advice, strict)


RULES = (
    _rule(
        "KH701",
        f"{FORM}, 4.b",
        find_unpadded_dates,
        "Ngày, tháng ban hành viết sai cách",
        "Viết “ngày 05 tháng 02”, “ngày 15 tháng 8”.",
        True,
    ),
    _rule(
        "KH702",
        "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4",
        find_open_ends,
        "Nội dung không kết thúc bằng “./.”",
        "Dấu này cho biết văn bản đã hết.",
        True,
    ),
    _rule(
        "KH703",
        f"{FORM}, 9",
        find_no_recipients,
        "Thiếu “Nơi nhận” hoặc dòng “Lưu”",
        "Hãy ghi cơ quan nhận, nơi lưu.",
        False,
    ),
    _rule(
        "KH704",
        f"{FORM}, 9.a",
        find_address,
        "Có “Kính gửi” trong kế hoạch",
        "“Kính gửi” chỉ dùng cho công văn và văn bản trình lên.",
        False,
    ),
    _rule(
        "KH705",
        "NĐ 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7; NĐ 150/2025/NĐ-CP, Điều 7.1",
        find_wrong_capacity,
        "Quyền hạn ký không đúng",
        "KT. có chức vụ cấp phó; TM. chỉ cho tập thể; sở, phòng theo chế độ thủ trưởng.",
        False,
    ),
    _rule(
        "KH706",
        f"{FORM}, 7",
        find_degrees,
        "Ghi học hàm, học vị trước họ tên",
        "Trước họ tên người ký không ghi học hàm, học vị.",
        True,
    ),
)
