"""What of the parent the child leaves out, whether it had to carry it, and how much it carries in all.

A block does not concern the child where it speaks to another level, place or body: districts in a plan of a commune, a
duty of a provincial department, figures counted over the whole province. What concerns it and is gone, was dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.comparison.model import Coverage, Omission
from kehoach.comparison.points import Point
from kehoach.comparison.wording import PLACE, levels_in, without_year
from kehoach.facts.bodies import opens_with_body
from kehoach.facts.body_kinds import level_of
from kehoach.plan import Level, Plan

ORDER: tuple[Level, ...] = ("central", "province", "district", "commune", "unit")
LEVEL_NAMES: dict[Level, str] = {
    "central": "trung ương",
    "province": "tỉnh",
    "district": "huyện",
    "commune": "xã",
    "unit": "đơn vị, thôn",
}
COUNTED_WORDS = 3  # words of the indicator of a share that say what is counted
CITY_LEVEL = re.compile(r"(?<!\w)cấp thành phố(?!\w)", re.IGNORECASE)  # of a city that is a province or a district
#: Kinds of units below the province, in an audience; `cấp xã` is a level, whatever the kind
KIND = re.compile(r"(?<!cấp )(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành phố)(?!\w)(?! hội)")
UNIT_FIRST = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã)\s", re.IGNORECASE)
OPENING_WORDS = 8  # the words in which a text that is no heading says whom it is about


def kinds_in(text: str) -> set[str]:
    """The kinds of units that a text names (`các xã, phường`); empty where it speaks of a whole level (`cấp xã`)."""
    small = text.casefold()
    return set() if re.search(r"(?<!\w)cấp\s", small) else set(KIND.findall(small))


def _kind(plan: Plan) -> str | None:
    """What kind of unit issues a plan; a `thành phố` may be meant by many words."""
    found = KIND.search((plan.header.issuer.name or "").casefold())
    return found[0] if found and found[0] != "thành phố" else None


class Scope:
    """Whom the points of a parent concern, seen from one child."""

    def __init__(self, parent: Plan, child: Plan, *, same_level: bool) -> None:
        self.parent, self.child = parent.header.issuer.level, child.header.issuer.level
        self.names = {m["name"] for p in (parent, child) for m in PLACE.finditer(p.header.issuer.name or "")}
        self.is_city = "thành phố" in (parent.header.issuer.name or "").casefold()
        self.kind = _kind(child)
        self.speaks_of_kind = self.kind is not None and any(self.kind in kinds_in(b.text) for b in parent.blocks)
        self.same_level = same_level or self.parent is None or self.child is None or self.parent == self.child
        self.counted = {
            t.block
            for t in parent.targets
            if self.counts_others(t.unit, t.indicator) or (t.value is None and self._is_state_of_parent(t.quote))
        }
        self.leads: dict[str | None, list[str]] = {}
        for assignment in parent.assignments:
            self.leads.setdefault(assignment.block, []).extend(assignment.lead)

    def excuse(self, point: Point) -> str | None:
        """Why the point itself does not concern the child, in Vietnamese; None where it does."""
        text = point.block.text
        place = PLACE.match(re.sub(r"^(?:Đối với|Tại|Ở)\s+", "", text))
        if place and place["name"] not in self.names:
            return f"dành cho địa phương khác ({place[0]})"
        if self.same_level:
            return None
        named = point.levels if point.block.heading else levels_in(" ".join(text.split()[:OPENING_WORDS]))
        if self.is_city and self.parent and CITY_LEVEL.search(" ".join(text.split()[:OPENING_WORDS])):
            named = named | {self.parent}
        if named and self._concerns_others(named, point):
            return f"dành cho cấp {', '.join(LEVEL_NAMES[n] for n in ORDER if n in named)}"
        if self._is_for_other_kind(named, point):
            return "dành cho loại đơn vị hành chính khác"
        if point.block.id in self.counted:
            return "số liệu tính chung cho nhiều địa phương"
        leads = self.leads.get(point.block.id, [])
        if not leads and point.block.heading and opens_with_body(text):
            leads = [text.rstrip(":. ")]
        if leads and all(self._is_of_parent(lead) for lead in leads):
            return f"nhiệm vụ của {leads[0]}"
        return None

    def excuse_under(self, title: Point, point: Point) -> str | None:
        """Why a duty below the name of a body does not concern the child: what a body of the parent's level does for
        the lower levels (`hướng dẫn các xã`) is not theirs to do.
        """
        below = {n for n in levels_in(point.block.text) if ORDER.index(n) > ORDER.index(self.parent or "unit")}
        if self.same_level or not title.named or not below or "unit" in below:
            return None
        name = title.block.text.rstrip(":. ")
        return f"nhiệm vụ của {name} đối với cấp dưới" if self._is_of_parent(name) else None

    def _is_for_other_kind(self, named: frozenset[Level], point: Point) -> bool:
        """Units of the child's level, but of kinds that it is not (`các quận`, where the child is a huyện), in a plan
        that elsewhere names its kind.
        """
        if self.child not in named or len(named) > 1 or not self.speaks_of_kind:
            return False
        kinds = kinds_in(" ".join(point.block.text.split()[:OPENING_WORDS]))
        return bool(kinds) and self.kind not in kinds

    def _is_state_of_parent(self, quote: str) -> bool:
        """A state that the parent's own unit commits itself to (`Tỉnh hoàn thành …`)."""
        opening = " ".join(quote.split()[:2])
        return not self.same_level and levels_in(opening) == {self.parent} and UNIT_FIRST.match(opening) is not None

    def _concerns_others(self, named: frozenset[Level], point: Point) -> bool:
        """Levels below the parent's own and none of the child's; or words that divide by level (`cấp tỉnh`)."""
        if self.child in named or any(ORDER.index(n) > ORDER.index(self.child or "unit") for n in named):
            return False
        if all(n != self.parent for n in named) and all(
            ORDER.index(n) > ORDER.index(self.parent or "unit") for n in named
        ):
            return True
        words = point.block.text if point.block.heading else " ".join(point.block.text.split()[:OPENING_WORDS])
        return re.search(r"(?<!\w)cấp\s", words.casefold()) is not None

    def counts_others(self, unit: str | None, indicator: str) -> bool:
        """Does a figure count places of levels below the parent's, down to the child's own (`40/116 xã`, `20% huyện`)?

        What is counted within the child (`thôn` in a commune's plan) is its own to set.
        """
        if self.same_level or not unit:
            return False
        counted = " ".join(without_year(indicator).split()[:COUNTED_WORDS]) if unit.startswith("%") else unit
        parent, child = ORDER.index(self.parent or "unit"), ORDER.index(self.child or "unit")
        levels = [ORDER.index(n) for n in levels_in(f"các {counted}")]
        own = bool(levels) and unit.startswith("%") and max(levels) <= parent  # `100% các sở, ngành`
        return own or any(parent < n <= child for n in levels)

    def _is_of_parent(self, lead: str) -> bool:
        """A body that only the parent's level has (`Sở …`, `Chi cục …`, `… tỉnh`)."""
        if self.child in ("commune", "unit") and re.match(r"(?:Chi c|C)ục\s", lead):
            return True
        if self.parent == "district" and self.child == "commune" and self._is_of_district(lead):
            return True
        if level_of(lead) == "central":  # `Kho bạc Nhà nước khu vực`
            return self.child != "central"
        named = levels_in(lead)
        return bool(named) and max(ORDER.index(n) for n in named) < ORDER.index(self.child or "unit")

    def _is_of_district(self, lead: str) -> bool:
        """Before 2025-07-01 offices (`Phòng …`) were the district's; a district that is a city says `… Thành phố`."""
        return re.match(r"Phòng\s", lead) is not None or (self.is_city and lead.casefold().endswith("thành phố"))


def omissions(parent: Sequence[Point], carried: set[int], scope: Scope) -> list[Omission]:
    """Every parent block that no child block carries. What stands below a block that concerns others does so too, and
    so does a title below which nothing else stands.
    """
    excuses: dict[int, str] = {}
    for point in parent:
        if point.number not in carried:
            inherited = excuses.get(point.holder) if point.holder is not None else None
            title = parent[point.holder] if point.holder is not None else None
            excuse = scope.excuse(point) or inherited or (scope.excuse_under(title, point) if title else None)
            if excuse:
                excuses[point.number] = excuse
    below: dict[int, list[int]] = {}
    for point in reversed(parent):
        under = below.get(point.number, [])
        if point.block.heading and point.number not in carried and under and all(n in excuses for n in under):
            excuses.setdefault(point.number, excuses[under[-1]])
        if point.holder is not None:
            below.setdefault(point.holder, []).append(point.number)
    return [_omission(point, excuses.get(point.number)) for point in parent if point.number not in carried]


def _omission(point: Point, excuse: str | None) -> Omission:
    if excuse:
        return Omission(parent=point.block.id, why="not_applicable", reason=excuse)
    return Omission(parent=point.block.id, why="dropped", reason="áp dụng nhưng không được nêu")


def coverage(total: int, omitted: Sequence[Omission]) -> Coverage:
    """Blocks that concern the child, and how many it carries."""
    others = sum(o.why == "not_applicable" for o in omitted)
    applicable, carried = total - others, total - len(omitted)
    return Coverage(applicable=applicable, carried=carried, share=round(carried / applicable, 4) if applicable else 1.0)
