"""Lists of bodies of several levels (``các sở, ban, ngành, UBND các huyện, xã``) read item by item.

Each item is carried to the draft's level, kept, or dropped: departments become offices, other levels above go, the
draft's own level becomes the level below where the list speaks of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from kehoach.drafts.scope import Scope
from kehoach.knowledge import alternatives, load
from kehoach.knowledge.places import district_cities

Tier: TypeAlias = Literal["higher", "district", "own", "place", "agency", "front", "other"]

_FIELDS = alternatives(load("bodies")["fields"])
_COMMITTEE = r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+"
DISTRICT_CITY = rf"(?:{alternatives(sorted(district_cities()))})(?!\w)"
_CITY_ITEM = r"|thành phố(?!\s+(?-i:[A-ZĐ]))"
_ITEMS: tuple[tuple[Tier, str], ...] = (
    (
        "district",
        rf"(?:{_COMMITTEE})?(?:các\s+)?(?:cấp huyện|quận,? huyện|huyện|quận|thị xã|thành phố(?!\s+(?-i:[A-ZĐ]))|"
        rf"{DISTRICT_CITY})",
    ),
    ("own", rf"(?:{_COMMITTEE})?(?:các\s+)?(?:cấp xã|xã phường|xã(?!\s+hội)|phường|thị trấn|đặc khu)"),
    (
        "higher",
        rf"(?:các\s+)?(?:(?<!cơ )[Ss]ở(?:\s+(?-i:{_FIELDS}))?|ban ngành|[Bb]an|tổng công ty|cụm(?!\s+công nghiệp)|"
        r"khối thi đua|cụm, khối thi đua)",
    ),
    ("place", r"(?<!ở )(?<!tại )(?<!của )(?:các\s+|từng\s+)?địa phương"),
    (
        "front",
        r"(?:(?:các|Các)\s+)?(?:hội,\s*)?(?:đoàn thể(?:\s+chính trị - xã hội)?|tổ chức chính trị - xã hội|(?:Ủy "
        r"ban\s+)?Mặt trận Tổ quốc(?:\s+Việt Nam)?|(?:Ủy ban\s+)?MTTQ(?:\s+Việt Nam)?)",
    ),
    ("agency", r"(?:(?:các|từng)\s+)?(?:ngành|cơ quan|đơn vị|(?<=các )cấp(?=\s*,)(?!\s*ủy))"),
    (
        "other",
        r"(?:các\s+)?(?:doanh nghiệp|hợp tác xã|hội|công ty|tổ chức)(?!\s+(?:chính trị|thực hiện|triển khai|cho|các|"
        r"tốt|nghị|thảo|từ|ít nhất|tối thiểu|lễ|\d|sơ kết|tổng kết|đánh giá|kiểm tra|phát động|tuyên truyền))",
    ),
)
#: Whose web site
_PORTAL_OF = re.compile(r"(?:[Cc]ổng|[Tt]rang)\s+(?:thông tin|TTĐT|điện tử)[^.;]*của\s+$")
_AGENCIES = "cơ quan, đơn vị"
#: Partners of a duty stand behind these words; a department by its name
_WITH = re.compile(r"(?:[Pp]hối hợp|[Cc]ùng|với)(?!\w)[^.;:]*$|[Pp]hối hợp(?:\s+thực hiện)?\s*:\s*$")
_DEPARTMENT = re.compile(rf"[Ss]ở\s+{_FIELDS}(?!\w)")
_JOIN = r"(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+|\s*-\s*|\s*/\s*)"


@dataclass(frozen=True, slots=True)
class _Item:
    tier: Tier
    text: str
    join: str  # what stands before it


@lru_cache(maxsize=8)
def _patterns(scope: Scope) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One item, and a list of at least two."""
    span = rf"(?:\s+(?:của|thuộc|cấp|trực thuộc|trên địa bàn)?\s*(?:{_COMMITTEE})?{scope.upper_words})?"
    known = [(tier, words.replace(_CITY_ITEM, "") if "thành phố" in scope.upper else words) for tier, words in _ITEMS]
    items = "|".join(f"(?P<{tier}{i}>(?i:{words})(?!\\w))" for i, (tier, words) in enumerate(known))
    one = rf"(?:{items}){span}"
    plain = "|".join(f"(?:(?i:{words})(?!\\w))" for _, words in known)
    every = (
        rf"(?<!\w)(?:(?:[Cc]ác|[Tt]ừng|[Tt]oàn thể)\s+)?(?:{plain}){span}(?:{_JOIN}(?:{plain}){span})+(?:\s+liên "
        rf"quan)?(?!\w)"
    )
    return re.compile(one), re.compile(every)


#: A list that goes on behind a recipient above (``gửi về Ban Chỉ đạo tỉnh và các sở, ngành``)
_AFTER_RECIPIENT = re.compile(
    r"(?:báo cáo|gửi|về)\s+(?:Ban Chỉ đạo|UBND|Ủy ban nhân dân|Sở|Bộ|Hội đồng|Văn phòng)[^.;]*?(?:,|\s+và)\s+$"
)


def rescope_rolls(text: str, scope: Scope) -> str:
    """``text`` with its lists of bodies carried to the draft's level."""
    _, every = _patterns(scope)
    text = every.sub(lambda m: _over_clauses(m, every, scope), text)
    text = re.sub(rf"cơ quan\s+(?:các\s+)?{_AGENCIES}", _AGENCIES, text)  # `tại cơ quan sở, ngành`
    if scope.department:
        return text
    own = re.compile(rf"({_COMMITTEE})(?:các\s+)?(?:cấp xã|xã|phường|đặc khu)(?!\w)(?!\s+[A-ZĐ])")
    text = own.sub(lambda m: f"{m[1]}{scope.kind}", text)
    if _of_rural(text, scope):
        return text
    text = re.sub(
        r"(?<!\w)(?P<c>[Cc]ác|[Tt]ừng)\s+xã(?!\w)(?!\s+hội)(?:\s+nêu trên)?",
        lambda m: scope.kind.capitalize() if m["c"][0].isupper() else scope.kind,
        text,
    )
    return re.sub(r"(?<=[Đđ]ối với )(?:cấp\s+)?xã(?=\s*(?:$|:))", scope.kind, text)


def _read(text: str, scope: Scope) -> Iterator[_Item]:
    one, _ = _patterns(scope)
    at = 0
    for match in one.finditer(text):
        tier = next(name for name, value in match.groupdict().items() if value is not None).rstrip("0123456789")
        yield _Item(tier, match[0], text[at : match.start()])  # type: ignore[arg-type]  # names of groups are tiers
        at = match.end()


def _over_clauses(match: re.Match[str], every: re.Pattern[str], scope: Scope) -> str:
    """A list whose last part is what acts in the next clause (``… giữa Sở A, Sở B; xã, phường ban hành …``) is two."""
    follows = match.string[match.end() :].lstrip()
    if ";" not in match[0] or _opens(match.string[: match.start()]) or not follows[:1].islower():
        return _rescoped(match, scope)
    cut = match.start() + match[0].rindex(";") + 1
    head, tail = match.string[:cut], match.string[cut:]
    last = every.match(tail.lstrip())
    first = every.search(head, match.start())
    before = head[match.start() :] if first is None else _rescoped(first, scope) + head[first.end() :]
    own = _rescoped(last, scope) if last else tail.lstrip()[: match.end() - cut - (len(tail) - len(tail.lstrip()))]
    return f"{before} {own}"


def _rescoped(match: re.Match[str], scope: Scope) -> str:
    items = list(_read(match[0], scope))
    tiers = {item.tier for item in items}
    if not tiers & {"higher", "district", "own", "place"} and not any(_of_all(i) or _scoped(i, scope) for i in items):
        return match[0]
    before = match.string[: match.start()]
    if re.match(r"từng\s+ngành(?!\w)", match[0], re.IGNORECASE) or re.search(
        rf"cấp {scope.upper_words},\s*$|(?<!\w)cấp\s+$", before
    ):
        return match[0]  # branches of the economy and their places, or levels: no bodies
    if _receives(tiers, before) or (scope.department and re.search(rf"{_WITH.pattern}|\ssố\s+$", before)):
        return match[0]
    if "place" in tiers and _PORTAL_OF.search(before) and not scope.department:
        return scope.kind  # villages have no portal
    if re.search(r"công chức\s+$", before) and "own" in tiers and not scope.department:
        return f"Ủy ban nhân dân {scope.kind}"  # villages have no civil servants
    if tiers <= {"own", "district"}:
        return _one_level(match, items, before, scope)
    named = _named_departments(match[0], items, before)
    if (
        named
        and tiers <= {"higher", "agency", "front", "other"}
        and len(named) == sum(i.tier == "higher" for i in items)
    ):
        return match[0]
    said: list[str] = []
    for item in items:
        new = item.text if item in named else _carried(item, scope)
        if new and new not in said:
            said.append(new)
    if not said:
        return match[0]
    if scope.department and scope.plural_villages in said:  # agencies and places are its rooms, said once
        said = [s for s in said if s != _AGENCIES]
    said = ["các " + s if s == _AGENCIES else s for s in said] if named else _agencies_first(said)
    text = _listed(said, " và " if " và" in items[-1].join else ", ")
    lead = re.match(r"(?:các|từng|toàn thể)\s", match[0], re.IGNORECASE)
    if (lead or "higher" in tiers) and not named and not re.match(r"(?:các|Ủy ban)", text):
        text = "các " + text
    text += " liên quan" if match[0].endswith("liên quan") else ""
    return text[:1].upper() + text[1:] if match[0][:1].isupper() and _opens(before) else text


def _listed(said: list[str], last: str) -> str:
    """Items as a list; ``last`` stands before the last of several."""
    return last.join(filter(None, [", ".join(said[:-1]), said[-1]]))


def _receives(tiers: set[Tier], before: str) -> bool:
    """Do those above stand where the unit reports to them?"""
    if tiers == {"higher"} and re.search(r"(?:báo cáo|gửi|về|của|đề nghị|trình|theo)\s+(?:\S+\s+)?$", before):
        return True
    return tiers <= {"higher", "agency"} and _AFTER_RECIPIENT.search(before) is not None


def _named_departments(text: str, items: list[_Item], before: str) -> list[_Item]:
    """Departments that a duty names as its partners one by one: they stay as they are called."""
    if re.match(r"các\s", text, re.IGNORECASE) or not _WITH.search(before):
        return []
    return [item for item in items if item.tier == "higher" and _DEPARTMENT.match(item.text)]


def _opens(before: str) -> bool:
    return not before.strip() or before.rstrip().endswith((".", ":", ";"))


def _of_all(item: _Item) -> bool:
    return item.text.casefold().endswith("cấp")


def _scoped(item: _Item, scope: Scope) -> bool:
    return re.search(scope.upper_words, item.text) is not None


def _one_level(match: re.Match[str], items: list[_Item], before: str, scope: Scope) -> str:
    """``UBND các xã, phường`` is the unit itself; units of several levels under one word stay as they are."""
    if scope.department:
        return match[0]
    committee = re.match(_COMMITTEE, match[0])
    if any(i.tier == "own" for i in items):
        if (
            committee is None
            and _of_rural(match.string, scope)
            and all(i.tier == "district" or i.text.split()[-1] == "xã" for i in items)
        ):
            return "xã"
        own = (committee[0] if committee else "") + scope.kind
        return own[:1].upper() + own[1:] if match[0][:1].isupper() and _opens(before) else own
    return match[0]


def _of_rural(text: str, scope: Scope) -> bool:
    """``xã đạt chuẩn nông thôn mới`` speaks of no phường."""
    return scope.kind == "phường" and re.search(r"nông thôn mới|NTM", text) is not None


def _carried(item: _Item, scope: Scope) -> str:
    """What the item is at the draft's level; empty where it falls away."""
    bare = re.sub(
        rf"\s+(?:của|thuộc|cấp|trực thuộc|trên địa bàn)?\s*(?:{_COMMITTEE})?{scope.upper_words}$", "", item.text
    )
    bare = re.sub(r"^(?:các|từng)\s+", "", bare, flags=re.IGNORECASE)
    if item.tier == "district":
        return ""
    if item.tier in ("own", "place"):
        return scope.plural_villages
    if item.tier == "higher" or bare.casefold() in ("ngành", "cấp"):
        return _AGENCIES
    if item.tier == "agency":
        return _AGENCIES
    if item.tier == "front" and bare.startswith(("Mặt trận", "MTTQ")):
        return f"Ủy ban {bare}"
    return bare[:1].lower() + bare[1:] if not bare.startswith(("Ủy ban", "MTTQ")) else bare


def _agencies_first(said: list[str]) -> list[str]:
    return sorted(said, key=lambda s: s != _AGENCIES)
