"""Awards that the issuer may not give, bodies that do not exist on the plan's date.

Facts with their dates decide: ``knowledge/dissolved.toml``; Luật Thi đua, khen thưởng 06/2022/QH15, Điều 80; the
district level ended on 2025-07-01 (Luật 72/2025/QH15). Which powers passed from districts to communes is not settled,
so nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Block, Plan

TWO_TIERS = "2025-07-01"
DISTRICT_AWARD = re.compile(
    r"(?<!\w)(?:Giấy khen|[Kk]hen thưởng|[Tt]ặng thưởng|Lao động tiên tiến|Chiến sĩ thi đua)[^.;\n]{0,40}?\scủa\s+"
    r"(?:Chủ tịch\s+)?"
    r"(?:UBND|[ỦU][ỷy] ban nhân dân)\s+(?:các\s+|cấp\s+)?(?:huyện|quận|thị xã)(?!\w)"
)
#: Given by the province or above (Luật 06/2022/QH15, Điều 77–80; NĐ 152/2025/NĐ-CP, Điều 3 and 6.2.b)
ABOVE_COMMUNE = ("huân chương", "huy chương", "bằng khen", "cờ thi đua", "anh hùng", "tập thể lao động xuất sắc")
PROPOSED = re.compile(r"đề nghị|trình|cấp có thẩm quyền|cấp trên|theo thẩm quyền|đề xuất|kiến nghị", re.IGNORECASE)
#: A name within a citation or told as past: `ngày 04/12/2024 của Bộ …`, `… (nay là …)`
CITED = re.compile(r"(?:(?:19|20)\d\d|[A-ZĐ]{2,}[\w-]*)\s+của\s+(?:(?:Bộ trưởng|Giám đốc|Chủ tịch|Trưởng)\s+)?$")
PAST = re.compile(r"\s*\(?(?:cũ|trước đây|nay là|trước (?:khi )?(?:sáp nhập|hợp nhất|sắp xếp))")


def find_district_awards(plan: Plan) -> Iterator[Hit]:
    """An award of a district's head in a plan of the two-tier government."""
    if (plan.header.date or "") < TWO_TIERS:
        return
    for match in DISTRICT_AWARD.finditer(plan.text):
        message = "Cấp huyện kết thúc từ 01/7/2025, không còn khen thưởng. Hãy xem quy định của tỉnh về thẩm quyền."
        yield at(plan, *match.span(), message)


def find_awards_above(plan: Plan) -> Iterator[Hit]:
    """A commune's or district's plan gives what only the province or the State gives, without proposing it."""
    if plan.header.issuer.level not in ("commune", "district") or plan.header.issuer.kind != "people_committee":
        return
    blocks = {block.id: block for block in plan.blocks}
    for award in plan.awards:
        above = _with_above(blocks, award.block)
        if not award.form.casefold().startswith(ABOVE_COMMUNE) or award.authority or any(map(PROPOSED.search, above)):
            continue
        message = (
            f"{award.form} do cấp tỉnh hoặc Nhà nước tặng. Hãy viết “đề nghị cấp có thẩm quyền tặng {award.form}”."
        )
        yield Hit(message, award.quote, award.span, award.block)


def _with_above(blocks: dict[str, Block], block: str | None) -> list[str]:
    """The text of a block and of those that hold it."""
    texts = []
    while block:
        texts.append(blocks[block].text)
        block = blocks[block].parent
    return texts


@cache
def _dissolved() -> tuple[re.Pattern[str], dict[str, dict[str, object]]]:
    bodies = {name: body for body in load("dissolved")["body"] for name in body["names"]}
    return re.compile(rf"(?<!\w){alternatives(bodies)}(?!\w)"), bodies


def find_dissolved_bodies(plan: Plan) -> Iterator[Hit]:
    """A body that had ended when the plan was issued, outside of citations; each name once."""
    issued = plan.header.date
    pattern, bodies = _dissolved()
    told: set[str] = set()
    for match in pattern.finditer(plan.text) if issued else ():
        name = " ".join(match[0].split())
        body = bodies[name]
        before = plan.text[max(0, match.start() - 60) : match.start()]
        after = plan.text[match.end() : match.end() + 80]
        if name in told or str(issued) < str(body["to"]) or CITED.search(before) or PAST.search(after):
            continue
        told.add(name)
        end = "/".join(reversed(str(body["to"]).split("-")))
        yield at(plan, *match.span(), f"{name} không còn từ {end}; công việc nay thuộc {body['now']}.")


RULES = (
    Rule(
        "KH601",
        "authority",
        "error",
        "Luật 72/2025/QH15, Điều 51.3; Luật Thi đua, khen thưởng 06/2022/QH15, Điều 80.2",
        find_district_awards,
        "Khen thưởng của cấp huyện sau ngày 01/7/2025",
        "Cấp huyện không còn từ 01/7/2025. Thẩm quyền thay thế do quy định của tỉnh; hãy kiểm tra.",
    ),
    Rule(
        "KH602",
        "authority",
        "warning",
        "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 80; NĐ 152/2025/NĐ-CP, Điều 3, 6.2.b",
        find_awards_above,
        "Hình thức khen thưởng vượt thẩm quyền",
        "Chủ tịch UBND cấp xã tặng Giấy khen; Bằng khen, Cờ thi đua, Huân chương thì “đề nghị cấp có thẩm quyền”.",
    ),
    Rule(
        "KH603",
        "authority",
        "warning",
        "Luật 72/2025/QH15, Điều 51.3; NĐ 150/2025/NĐ-CP, Điều 8–16",
        find_dissolved_bodies,
        "Cơ quan không còn vào ngày ban hành",
        "Giao việc cho cơ quan đã giải thể thì không ai làm. Hãy ghi cơ quan kế tục.",
    ),
)
