"""What the plan leaves open: duties without time or product, targets that nothing serves, leftovers, blanks to fill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.alphabet import LOWER, UPPER
from kehoach.findings.authority import CITED
from kehoach.findings.passages import matches
from kehoach.findings.rule import Hit, Rule, at
from kehoach.plan import Plan, Task

SIX_CLEAR = "Nguyên tắc “6 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền"
COPIED = "Chữ còn lại từ văn bản khác"
FEW, MOST = 5, 0.8  # duties below which nothing is told; the share from which it is
OTHER_TYPE = re.compile(
    r"(?<!\w)(?P<type>Chương trình hành động|Báo cáo|Tờ trình|Công văn|Hướng dẫn|Phương án|Đề án|Nghị quyết|Quyết định|"
    r"Chỉ thị|Thông báo)\s+này(?!\w)"
)
ALSO_VERBS = ("Thông báo", "Báo cáo", "Hướng dẫn", "Quyết định", "Chỉ thị")  # in small letters no documents
#: Dots that lead to a sum: `Quà cho 25 gia đình ........ 12.500.000đ`
LEADER = re.compile(r"[^\S\n]*\d[\d.,]*\s*(?:đ|đồng|triệu|nghìn|tỷ)(?!\w)")
BLANK = re.compile(r"\[\s*(?:…|\.{2,})\s*\]|\.{5,}|…{2,}|_{4,}|<[^<>\n]{1,40}>|(?<!\w)[xX]{3,}(?!\w)|\?{3,}")
SIGNS = ("[", ".....", "……", "____", "<", "xxx", "XXX", "???")  # without one of these there is no blank
_NAME = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,3}}"
AUTHORITY = r"(?:UBND|[ỦU][ỷy] ban nhân dân|HĐND|Hội đồng nhân dân)"


def find_duties_without_body(plan: Plan) -> Iterator[Hit]:
    """A plan whose content names work but gives none of it to anybody; told once."""
    if plan.assignments or any(m.actors for m in plan.timeline):
        return
    work = next(iter([*plan.under("content"), *plan.under("solutions")]), None)
    if work:
        yield Hit("Không có việc nào giao cho cơ quan cụ thể. Hãy ghi rõ ai chủ trì, ai phối hợp.", block=work.id)


def find_duties_without_time(plan: Plan) -> Iterator[Hit]:
    """Most duties have no time, of their own or of the block that holds them; told once."""
    timed = {milestone.block for milestone in plan.timeline}
    duties = [(task, a.block) for a in plan.assignments for task in a.tasks]
    open_ones = [task for task, block in duties if task.due is None and block not in timed]
    yield from _most(open_ones, len(duties), "không có thời hạn")


def find_duties_without_product(plan: Plan) -> Iterator[Hit]:
    """A plan that names products for some duties and none for most; told once."""
    duties = [task for a in plan.assignments for task in a.tasks]
    open_ones = [task for task in duties if task.product is None]
    if len(open_ones) < len(duties):
        yield from _most(open_ones, len(duties), "không nêu sản phẩm")


def _most(open_ones: list[Task], all_of_them: int, what: str) -> Iterator[Hit]:
    if all_of_them >= FEW and len(open_ones) >= MOST * all_of_them:
        first = open_ones[0]
        words = re.match(r"\S+(?:\s+\S+){0,7}", first.quote)
        quote = words[0] if words else first.quote
        message = f"{len(open_ones)}/{all_of_them} việc được giao {what}, ví dụ việc này. Hãy ghi rõ để theo dõi được."
        yield Hit(message, quote, (first.span[0], first.span[0] + len(quote)))


def find_other_types(plan: Plan) -> Iterator[Hit]:
    """``Chương trình hành động này`` in a plan that speaks of no such document before."""
    if not (plan.header.document_type or "").startswith("Kế hoạch"):
        return
    for match in matches(OTHER_TYPE, plan.text, " này"):
        before = plan.text[: match.start()]
        kind = match["type"]
        if kind not in before and (kind in ALSO_VERBS or kind.casefold() not in before):
            message = f"Văn bản là Kế hoạch nhưng ở đây gọi là “{match[0]}”. Có lẽ còn lại từ văn bản được chép."
            yield at(plan, *match.span(), message)


def find_other_places(plan: Plan) -> Iterator[Hit]:
    """The authority of another place of the same level, outside of citations; each once."""
    own = re.search(rf"(?P<unit>xã|phường|đặc khu|huyện|tỉnh)\s+(?P<name>{_NAME})$", plan.header.issuer.name or "")
    if own is None or (plan.header.issuer.level == "central"):
        return
    told: set[str] = set()
    for match in re.finditer(rf"{AUTHORITY} (?P<unit>{own['unit']}) (?P<name>{_NAME})", plan.text):
        name = match["name"]
        before = plan.text[max(0, match.start() - 60) : match.start()]
        if name.startswith(own["name"]) or own["name"].startswith(name) or name in told or CITED.search(before):
            continue
        told.add(name)
        message = f"Kế hoạch của {plan.header.issuer.name} nhưng ở đây là “{match[0]}”. Có lẽ còn lại từ văn bản khác."
        yield at(plan, *match.span(), message)


def find_blanks(plan: Plan) -> Iterator[Hit]:
    """``[…]``, ``......`` in the body: something is still to be filled in."""
    if not any(sign in plan.text for sign in SIGNS):
        return
    for block in plan.blocks:
        for match in BLANK.finditer(plan.text, *block.span):
            if LEADER.match(plan.text, match.end()):
                continue
            yield at(plan, *match.span(), "Chỗ này chưa điền. Hãy điền hoặc bỏ trước khi ký.")


RULES = (
    Rule(
        "KH801",
        "completeness",
        "info",
        SIX_CLEAR,
        find_duties_without_body,
        "Không có việc nào giao cho cơ quan cụ thể",
        "Việc không giao cho ai thì không ai làm. Hãy ghi rõ cơ quan chủ trì, phối hợp.",
    ),
    Rule(
        "KH802",
        "completeness",
        "info",
        SIX_CLEAR,
        find_duties_without_time,
        "Phần lớn việc không có thời hạn",
        "Không có thời hạn thì không đôn đốc được. Hãy ghi thời hạn cho từng việc.",
    ),
    Rule(
        "KH803",
        "completeness",
        "info",
        SIX_CLEAR,
        find_duties_without_product,
        "Phần lớn việc không nêu sản phẩm",
        "Hãy ghi sản phẩm (báo cáo, kế hoạch, hồ sơ …) để nghiệm thu được.",
    ),
    Rule(
        "KH805",
        "wording",
        "warning",
        COPIED,
        find_other_types,
        "Gọi kế hoạch bằng tên loại khác",
        "Thường là chữ còn sót khi chép từ văn bản khác. Hãy sửa thành “Kế hoạch này”.",
    ),
    Rule(
        "KH806",
        "wording",
        "warning",
        COPIED,
        find_other_places,
        "Tên địa phương khác cùng cấp",
        "Thường là tên còn sót khi chép kế hoạch của nơi khác. Hãy kiểm tra.",
    ),
    Rule(
        "KH807",
        "completeness",
        "warning",
        "Văn bản ký ban hành không được để trống",
        find_blanks,
        "Chỗ chưa điền",
        "Hãy điền hoặc bỏ trước khi ký.",
    ),
)
