"""Who does what at the draft's level: the duties of each body, and how they are written down.

Bodies of the unit are charged (``Giao``), those beside the administration are asked (``Đề nghị``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.draft import OPEN
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.points import Ask, Point, sentence


@dataclass(slots=True)
class Group:
    """The duties of one body of the unit; ``parents`` are headings of the parent that open them."""

    name: str
    charge: str
    parents: list[str] = field(default_factory=list)
    tasks: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class Roster:
    """What a section on organisation will say, in the parent's order, and the groups in it by their body."""

    items: list[Group | list[Point]] = field(default_factory=list)
    groups: dict[str, Group] = field(default_factory=dict)

    def group(self, name: str, charge: str = "Giao") -> Group:
        """The duties of a body, opened at the end where it has none yet."""
        key = name if charge == "Giao" else f"{charge} {name}"
        if key not in self.groups:
            self.groups[key] = Group(name, charge)
            self.items.append(self.groups[key])
        return self.groups[key]


def written(work: Drafting, group: Group, depth: int, label: str) -> list[Point]:
    """A group as text: one sentence where it has one duty, else a heading over bullets."""
    missing = group.name == OPEN
    ask = (
        [
            Ask(
                "body",
                "Chưa rõ bộ phận nào của đơn vị nhận các nhiệm vụ này. Ghi tên bộ phận.",
                None,
                [o.name for o in work.offices.all],
            )
        ]
        if missing
        else []
    )
    if group.charge == "Giao" and (vague := _without_date_and_product(group)):
        ask.append(vague)
    if len(group.tasks) == 1:
        task = group.tasks[0]
        rest = _partnered(task.text[:1].lower() + task.text[1:])
        task.text, task.label, task.depth = f"{group.charge} {group.name} {rest}", label, depth
        task.parents = [*group.parents, *task.parents]
        task.asks = [*task.asks, *ask] if not missing else [*ask, *task.asks]
        if task.change == "same":
            task.change = "adapted"
        return [task]
    charge = f"{group.charge} {group.name}:"
    if group.charge == "Giao" and len(work.offices.all) > 1:
        charge = f"Giao {group.name} chủ trì, phối hợp với các cơ quan, đơn vị liên quan:"
    parents = group.parents or list(dict.fromkeys(p for t in group.tasks[:1] for p in t.parents))
    head = Point(charge, depth, "assigned", "adapted", parents, label, True, asks=ask)
    for task in group.tasks:
        task.depth = depth + 1 + max(0, task.depth - depth) if task.depth else depth + 1
        text = _without_double_lead(task.text)
        task.text, task.change = text, "adapted" if text != task.text and task.change == "same" else task.change
    return [head, *group.tasks]


_TIMED = re.compile(
    r"\d|hằng|hàng (?:năm|tháng|quý)|định kỳ|thường xuyên|kịp thời|khi (?:sơ kết|tổng kết)", re.IGNORECASE
)
_PRODUCT = re.compile(
    r"báo cáo|kế hoạch|danh sách|hồ sơ|tờ trình|biên bản|cơ sở dữ liệu|văn bản|hội nghị", re.IGNORECASE
)


def _without_date_and_product(group: Group) -> Ask | None:
    """A question about the duties of a group that have neither a time nor a product, None where each has one."""
    vague = [
        t.text for t in group.tasks if OPEN not in t.text and not (_TIMED.search(t.text) or _PRODUCT.search(t.text))
    ]
    if not vague:
        return None
    message = f"{len(vague)} nhiệm vụ giao {group.name} chưa có thời hạn và sản phẩm. Bổ sung, hoặc giữ nguyên."
    return Ask("content", message, vague[0], ["Giữ nguyên"])


def _partnered(text: str) -> str:
    return re.sub(r"^(?:có trách nhiệm|chịu trách nhiệm)\s+", "", text)


def _without_double_lead(text: str) -> str:
    """Under ``chủ trì, phối hợp …`` a duty does not say ``Chủ trì`` again."""
    match = re.match(r"Chủ trì,?\s+(?!phối hợp)", text)
    return sentence(text[match.end() :]) if match else text
