"""Places of the parent that are not the draft's: other communes by name, lists of them, and places without a unit.

A list in which most entries stand for other communes is a list of places: an entry that names a place but no unit
(``vùng nuôi tôm Bến Cát``) may lie in this commune or not, which only a person can say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.alphabet import LOWER, UPPER
from kehoach.drafts.drafting import Drafting
from kehoach.drafts.phrases import held
from kehoach.drafts.points import Ask, Point
from kehoach.locality import Locality
from kehoach.plan import Block

_NAMED_UNIT = re.compile(
    rf"(?<!cấp )(?<!\w)(?i:xã|phường|thị trấn|đặc khu)\s+"
    rf"(?P<name>[{UPPER}][{LOWER}]*(?:\s+[{UPPER}]\w*)*(?!\w)|\d+(?!\w))"
)
_SENTENCES = re.compile(rf"(?<=[^.\s]\.)\s+(?=[{UPPER}])")
_ANNOUNCES = re.compile(r"(?::|(?:như sau|bao gồm|gồm(?:\s+có)?)\s*[.;]?)\s*$")
#: Nouns of places, behind which a name tells where
_PLACES = (
    r"sông|suối|hồ|đầm|núi|đồi|đèo|đảo|biển|bãi|cửa|lạch|kênh|rạch|vịnh|vùng|khu|chợ|cầu|cảng|bến|đường|làng|thôn|bản|"
    r"ấp|khóm|buôn|xóm|đập|trạm|trường|rừng|đồng|tuyến|điểm|cụm|đê|ao|kè|đình|chùa|đền"
)
_BODIES = r"Sở|Bộ|Ủy|Uỷ|Ban|Công|Hội|Trung|Chi|Văn|Phòng|Thanh|Quốc|Nhà|Nhân|Tỉnh|Thành|Trung ương"
_NAMED_PLACE = re.compile(
    rf"(?<!\w)(?i:{_PLACES})(?:\s+[{LOWER}]+){{0,4}}\s+(?!(?:{_BODIES})(?!\w))[{UPPER}][{LOWER}]+(?!\w)"
)


def of_other_place(block: Block, locality: Locality) -> bool:
    """Does a block speak of other communes by name, and not of the unit itself?"""
    return block.depth > 0 and _names_others(block.text, locality)


def without_other_places(text: str, locality: Locality) -> str:
    """A duty without its sentences for other communes (``Riêng xã Bến Đò …``); one sentence stays as it is."""
    sentences = _SENTENCES.split(text)
    own = [each for each in sentences if not _names_others(each, locality)]
    return " ".join(own or sentences)


def announces_elsewhere(text: str, locality: Locality) -> bool:
    """Does the last of several sentences name other communes and announce what stands below?"""
    sentences = _SENTENCES.split(text.strip())
    return len(sentences) > 1 and sentences[-1].endswith(":") and _names_others(sentences[-1], locality)


def _names_others(text: str, locality: Locality) -> bool:
    if locality.unit.kind == "sở":
        return False
    names = {m["name"] for m in _NAMED_UNIT.finditer(held(text, []))}
    own = locality.unit.name
    return bool(names) and not any(name.casefold().startswith(own.casefold()) for name in names)


def lies_elsewhere(work: Drafting, block: Block) -> bool:
    """Does a block speak of other communes only: by name, or as the lead-in of a list of nothing else?"""
    if of_other_place(block, work.locality):
        return True
    below = work.children(block)
    announced = bool(below) and block.depth > 0 and (block.heading or _ANNOUNCES.search(block.text) is not None)
    return announced and all(lies_elsewhere(work, child) for child in below)


def places_in_doubt(work: Drafting, siblings: Sequence[Block]) -> list[Block]:
    """Entries of a list of places that name a place without its unit; empty where it is no such list."""
    if work.scope.department:
        return []
    gone = [block for block in siblings if lies_elsewhere(work, block)]
    if not gone or 2 * len(gone) < len(siblings):
        return []
    return [b for b in siblings if all(b is not g for g in gone) and _names_place(work, b)]


def _names_place(work: Drafting, block: Block) -> bool:
    """Does a block, or most of what it announces, name a place that is not known to be the unit's own?"""
    text = held(block.text, [])
    known = [work.locality.unit.name, *(work.locality.villages.names if work.locality.villages else [])]
    if any(name.casefold() in text.casefold() for name in known):
        return False
    return _NAMED_PLACE.search(text.replace(work.scope.upper_name or "\0", "")) is not None


def ask_for_places(work: Drafting, doubtful: Sequence[Block], points: Sequence[Point]) -> None:
    """Ask once whether the places of a list lie in the unit; an answer holds for every entry."""
    ids = {block.id for block in doubtful}
    asked = [point for point in points if ids & set(point.parents)]
    if not asked:
        return
    message = (
        f"Danh sách của kế hoạch cấp trên phần lớn thuộc đơn vị khác; {len(asked)} mục nêu địa điểm mà không nêu tên "
        f"xã, phường. Các địa điểm này có thuộc {work.scope.full} không?"
    )
    quotes = "; ".join(block.text.rstrip(" .;:") for block in doubtful)
    ask = Ask("content", message, quotes, ["Giữ nguyên", "Bỏ mục này"])
    for point in asked:
        point.asks.append(ask)
