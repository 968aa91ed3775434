"""Whom a block of the parent plan addresses: the bodies that lead it, and on which tier each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypeAlias

from kehoach.drafts.rolls import DISTRICT_CITY
from kehoach.drafts.scope import Scope
from kehoach.facts.bodies import name_end, opens_with_body, split_names
from kehoach.facts.body_kinds import level_of
from kehoach.facts.details import detail_kind
from kehoach.knowledge import alternatives, load
from kehoach.plan import Block, Plan

#: ``own`` the level of the draft, ``below`` what lies under it, ``all`` every body, ``beside`` Front, unions, police
#: and
#: army, ``people`` enterprises, persons and others outside the state, ``issuer`` the authority that issued the parent
Tier: TypeAlias = Literal["own", "below", "all", "beside", "people", "issuer", "district", "higher"]

_ALL = re.compile(
    r"^(?:các|từng|mỗi|toàn thể|tất cả|thủ trưởng(?: các)?|người đứng đầu(?: các)?)?\s*(?:cụm, khối thi đua|cụm|khối|"
    r"cơ quan|đơn vị|địa "
    r"phương|các cấp|ngành|tập thể|tổ chức(?=,| và cá nhân| liên quan))",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?<!\w)(?:cấp xã|(?<!hợp tác )xã(?!\s+hội)|phường|đặc khu)(?!\w)", re.IGNORECASE)
_BELOW = re.compile(r"(?<!\w)(?:(?<!nông )thôn|ấp|khóm|bản|buôn|khu dân cư|tổ dân phố|khu phố)(?!\w)", re.IGNORECASE)
_DISTRICT = re.compile(
    rf"(?<!\w)(?:huyện|quận|thị xã|cấp huyện)(?!\w)|{DISTRICT_CITY}|các\s+[^,;]*,\s*thành phố$", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"^(?:các|những|mỗi)?\s*(?:(?:tổ chức|cơ sở|đơn vị) (?:cung cấp|sản xuất|kinh doanh|dịch vụ)|doanh nghiệp|hợp tác "
    r"xã|cá nhân|hộ|gia đình|người|nhân dân|tổ chức "
    r"quốc tế|hội(?!\s+đồng))(?!\w)",
    re.IGNORECASE,
)
#: Schools that a commune has charge of (Luật Tổ chức chính quyền địa phương 72/2025/QH15)
_OWN_SCHOOLS = re.compile(
    r"^(?:các\s+)?(?:trường(?:\s+(?:học|mầm non|mẫu giáo|tiểu học|trung học cơ sở|thcs)(?!\w)|$)|cơ sở giáo dục(?:$|"
    r"\s+mầm non))",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"^(?:các\s+)?(?:cơ sở (?:giáo dục|đào tạo)[^,;]*đại học|đại học|cao đẳng|học viện|bệnh viện|"
    r"cơ quan (?:điều hành|giám sát|quản lý|điều phối)|sở|ban,|bộ(?! phận)|văn phòng|chi cục|cục|thanh tra|bảo hiểm|"
    r"ngân hàng (?:nhà nước|chính sách|trung ương)|kho bạc|báo|đài|viện|trường|trung tâm|vụ(?!\s+(?:việc|án|mùa))|"
    r"tổng cục|tập đoàn|tổng công ty|thuế|hải quan|tòa án|cổng|hội đồng|ban)(?!\w)",
    re.IGNORECASE,
)


@cache
def _counterparts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry["name"], re.compile(rf"(?<!\w){alternatives(entry['words'])}(?!\w)", re.IGNORECASE))
        for entry in load("offices")["counterpart"]
    )


def counterpart(name: str, scope: Scope) -> str | None:
    """The body beside the administration of the draft's unit that answers to ``name`` (``Công an tỉnh``)."""
    for own, words in _counterparts():
        if words.search(name):
            return str(own).format(kind=scope.kind)
    return None


#: What is held, which reads like an organisation (``Tổ chức hội thi cấp tỉnh``)
_EVENT = re.compile(
    r"tổ chức\s+(?:các\s+)?(?:hội\s+(?:thi|thảo|nghị|sách|chợ|thao|diễn|xuân)|lễ|ngày|cuộc|lớp|tập huấn|đợt|hoạt động|"
    r"phong trào|tuyên truyền|kiểm tra|sơ kết|tổng kết|thực hiện|triển khai)(?!\w)"
)
#: Offices of a ministry or department, of a department's own kind or by its word
_WITHIN = re.compile(r"(?:các\s+)?phòng[^,;]*(?:của|thuộc)\s+sở|.*(?:của|thuộc)\s+bộ(?!\s+(?:phận|máy|đội)).*")
_ROOM = re.compile(r"(?:các\s+)?(?:phòng|văn phòng|thanh tra|trung tâm|chi cục|tổ(?!\s+(?:dân|chức|hợp)))(?!\w)")


def of_issuer(name: str, scope: Scope) -> bool:
    """Is a body an office of the department or ministry that issued the parent?"""
    folded = name.casefold()
    if _WITHIN.fullmatch(folded):
        return True
    if not scope.of_department or scope.department or not _ROOM.match(folded):
        return False
    return _OWN.search(folded) is None and not any(
        folded.startswith(office["name"].casefold()) for office in load("offices")["office"]
    )


def _of_department(name: str, scope: Scope) -> Tier | None:
    """The tier of departments and of the offices of a body that is one; None for other bodies."""
    folded = name.casefold()
    if scope.department and scope.full.casefold() in folded:
        return "own"
    if re.match(r"(?:các\s+)?sở,[^;]*(?:,|và)\s+(?:các\s+)?địa phương(?!\w)", folded):
        return "all"
    if re.match(r"(?:các\s+)?sở(?!\w)", folded) and not _OWN.search(folded):
        return "own" if scope.department and re.match(r"các\s+sở|sở,", folded) else "higher"
    return "higher" if of_issuer(name, scope) else None


def tier_of(name: str, scope: Scope) -> Tier:
    """The tier of a body (or list under one ``các``) as the parent names it."""
    folded = name.casefold()
    if _EVENT.match(folded):
        return "people"
    if tier := _of_department(name, scope):
        return tier
    if re.match(rf"(?:chủ tịch\s+)?(?:[ủu][ỷy] ban nhân dân|ubnd)\s+{scope.upper_words}$", folded, re.IGNORECASE):
        return "issuer"
    if re.fullmatch(rf"(?:toàn\s+)?{scope.upper_words}", folded, re.IGNORECASE):
        return "issuer"
    if counterpart(name, scope) and not re.match(r"(?:[Bb]áo|[Đđ]ài|Sở|các sở)(?!\w)", name):
        return "beside"
    if re.match(r"(?:các\s+)?(?:thôn|ấp|khóm|bản|buôn|tổ dân phố|khu phố)(?!\w)", folded):
        return "below"
    if _OWN.search(folded):
        return "district" if scope.department else "own"
    if _DISTRICT.search(folded):
        return "district"
    if _BELOW.search(folded):
        return "below"
    if re.match(rf"(?:cấp|tuyến) {scope.upper_words}", folded, re.IGNORECASE):
        return "higher"
    if scope.two_tiers and not scope.department and _OWN_SCHOOLS.match(folded):
        return "below"
    if re.match(r"hội đồng thi đua[^,;]*các cấp|ban chỉ đạo[^,;]*các cấp", folded):
        return "all"
    if re.match(r"(?:thủ trưởng|lãnh đạo)\s+(?:các\s+)?sở", folded):
        return "own" if scope.department else "all"
    if _PEOPLE.match(folded) and not folded.startswith("người đứng đầu"):
        return "people"
    if (
        _ALL.match(folded)
        and not _HIGHER.match(folded)
        and not re.match(rf"cơ quan thường trực|cơ quan chuyên môn cấp {scope.upper_words}", folded)
    ):
        return "all"
    if _HIGHER.match(folded) or level_of(name) in ("central", "province") or folded.startswith("cơ quan thường trực"):
        return "higher"
    return "people"


@dataclass(slots=True)
class Lead:
    """The bodies that a block names as acting, and where in its text they end (0 in a heading that is all name)."""

    names: list[str]
    tiers: set[Tier]
    rest: int = 0
    charged: bool = False


@dataclass(slots=True)
class Addressees:
    """What the parent's assignments tell of its blocks, by id.

    opens   blocks that name a lead
    tasks   blocks that are tasks of a lead named elsewhere, by the id of the block that opens the duty
    """

    opens: dict[str, Lead] = field(default_factory=dict)
    tasks: dict[str, str] = field(default_factory=dict)


_CHARGE = re.compile(
    r"^(?:trân trọng\s+|kính\s+)?(?:Giao|Đề nghị|Yêu cầu|Phân công|Đối với|Về phía)(?:\s+cho)?\s+", re.IGNORECASE
)
_TITLE = re.compile(
    r"^(?:Khen(?: thưởng)?\s+)?cấp\s+(?P<level>\S+(?:\s\S+)?)\s*:?$|^(?:Tổng hợp, báo cáo "
    r"ở\s+)cấp\s+(?P<at>\S+(?:\s\S+)?)\s*:?$",
    re.IGNORECASE,
)


def addressees_of(plan: Plan, scope: Scope) -> Addressees:
    """Read the assignments of a plan; headings that only name a body (``Đối với cấp huyện``) are addressees too."""
    found = Addressees()
    by_id = {b.id: b for b in plan.blocks}
    for assignment in plan.assignments:
        block = by_id.get(assignment.block or "")
        if block is None or block.id in found.opens or not assignment.lead:
            continue
        starts = [t.span[0] - block.span[0] for t in assignment.tasks if block.span[0] <= t.span[0] < block.span[1]]
        names = assignment.lead
        own_words = any(name in block.text for name in names)
        rest = (starts[0] if starts else len(block.text)) if own_words else 0
        tiers = {tier_of(n, scope) for n in names}
        if own_words and tiers <= {"higher"} and _behind_a_sentence(block.text, names):
            continue
        found.opens[block.id] = Lead(names, tiers, rest)
        for task in assignment.tasks:
            inner = next((b for b in plan.blocks if b.span[0] <= task.span[0] < b.span[1]), None)
            if inner is not None and inner.id != block.id:
                found.tasks[inner.id] = block.id
    for block in plan.blocks:
        if block.id not in found.opens and (lead := _named(block, scope)):
            found.opens[block.id] = lead
    return found


def _behind_a_sentence(text: str, names: list[str]) -> bool:
    """Does a sentence without these bodies stand before them? Then they do not open the block."""
    at = min(text.find(name) for name in names if name in text)
    return re.search(r"[^.\s]\.\s", text[:at]) is not None


def _named(block: Block, scope: Scope) -> Lead | None:
    """A heading or opening that names a body or a level and gives it no duty."""
    text = block.text
    if detail_kind(text):
        return None
    if block.heading and (level := _TITLE.match(text)):
        word = (level["level"] or level["at"]).casefold()
        tier: Tier = (
            "own" if word == "xã" and not scope.department else "district" if word.startswith("huyện") else "higher"
        )
        return Lead([text], {tier}, len(text))
    start = charge.end() if (charge := _CHARGE.match(text)) else 0
    if block.depth == 0 or not opens_with_body(text[start:]):
        return None
    end = name_end(text, start)
    committee = re.match(r"(?:UBND|[ỦU][ỷy] ban nhân dân)\s", text[start:end]) and text[end : end + 1] == ":"
    if not block.heading and not (charge or committee or end >= len(text.rstrip(" .;:"))):
        return None
    names = [b.name for b in split_names(text[start:end].rstrip(" :."), start)]
    tiers = {tier_of(n, scope) for n in names}
    if not names or max(map(len, names)) > 120 or re.search(r"\sđạt\s", text[start:end]):
        return None  # a sentence about a unit, not a name
    return Lead(names, tiers, end, charge is not None)
