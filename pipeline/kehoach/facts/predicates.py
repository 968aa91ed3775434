"""Predicates: which words begin what a body does, and where such a word belongs to the body's name.

The words are data (``knowledge/verbs.toml``); what makes them a part of a name is grammar: ``Quỹ Bảo vệ và phát triển
rừng``, ``tổ kiểm tra lập biên bản``.
"""

from __future__ import annotations

import re
from functools import cache

from kehoach.alphabet import LOWER, UPPER
from kehoach.knowledge import alternatives, load, set_words

#: Words that begin a predicate: where one stands (in lower case), the name before it has ended.
VERBS: tuple[str, ...] = tuple(load("verbs")["predicates"])
#: Those of them that tell when, where or how: no action is told by them alone
PARTICLES = frozenset(load("verbs")["particles"])
#: Where such a word belongs to the name: `đề nghị khen thưởng`, `có liên quan`, `các cấp`, `cấp tỉnh`
NO_VERB = (
    r"(?<!các )(?<![Hh]ậu )(?<![Tt]ổng (?=phụ trách))(?<!cùng (?=cấp))(?!có liên quan|đề nghị khen|theo ngành|"
    r"có (?:thẩm quyền|tên|tư cách|điều kiện|nhu cầu|nguy cơ|hoàn cảnh)|được giám sát|được giao|được "
    r"phân công|quản lý trực tiếp|giao (?:thông|dịch)|tự (?:quản|vệ)|đăng kiểm|trực (?:thuộc|tuyến|thăng)|"
    r"cấp(?!\s+[^\W\dA-Z_])|cấp\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thôn|cơ "
    r"sở|trung ương|quốc gia|ủy|uỷ|trên|dưới|trực tiếp|trường|bộ|sở|phòng|ngành|mình|có thẩm quyền|và|từ)(?!\w))"
)
#: What may stand before a verb and belongs to it: `cùng tham gia`, `đều lập` (but `cùng cấp`)
BESIDE_VERB = r"(?:(?:cùng nhau|cùng(?!\s+cấp)|đều|cũng|luôn|vẫn|đồng loạt)\s+)?"
VERB = re.compile(rf"(?<![\w]){BESIDE_VERB}{NO_VERB}{alternatives(VERBS)}(?![\w])")
ACTION = re.compile(rf"(?<![\w]){NO_VERB}{alternatives(v for v in VERBS if v not in PARTICLES)}(?![\w])")

#: A noun for a group that is told by what it does: `tổ`, `các đội`
_TEAMS = (
    "(?:tổ|tổ hợp tác|đội|nhóm|ban|hội đồng|tiểu ban|bộ phận|lực lượng|xưởng|giáo viên|nhân viên|chuyên viên|công "
    "chức|cán bộ|người|nhà thầu|đơn vị|trung tâm|viện|quỹ|chi cục|cục|ban quản lý)"
)
_TEAM = re.compile(rf"(?:(?:^|[,;(]\s*|\svà\s+)(?i:{_TEAMS})|\s{_TEAMS})\s+$")
#: A name whose last words are a verb in capitals: `Quỹ Bảo vệ`, `Trung tâm Quản lý`
_CAPITAL_VERB = re.compile(rf"\s(?P<verb>[{UPPER}][{LOWER}]*(?:\s[{LOWER}]+)?)\s*(?P<joined>,|\svà)?\s*$")
_FIELD_BEFORE_COLON = re.compile(rf"(?:\s+[{LOWER}]+){{1,8}}:")
_LONGEST_OBJECT = 8  # words of what a group does
_WORDS = re.compile(rf"(?:\s+[{LOWER}]+){{0,{_LONGEST_OBJECT}}}")


def in_name(text: str, start: int, verb: re.Match[str]) -> bool:
    """Does a word that is a verb elsewhere belong to the name that begins at ``start``?"""
    before = text[max(start, verb.start() - 40) : verb.start()]
    if re.search(r"(?:[-–]|\sđược)\s*$", before) or _ends_word(before, verb[0]):
        return True
    capital = _CAPITAL_VERB.search(before)
    if capital and capital["verb"].lower() in _verbs():
        if capital["joined"]:
            return True  # `Trung tâm Giám sát, điều hành đô thị`
        return verb[0] in _names_field() and _acts_behind(text, verb.end())
    if verb[0] == "phụ trách" and _FIELD_BEFORE_COLON.match(text, verb.end()):
        return True  # `Phó Trưởng ban phụ trách nội dung: …`
    return verb[0] in _names_team() and _TEAM.search(before) is not None and _acts_behind(text, verb.end())


def _ends_word(before: str, verb: str) -> bool:
    """Is the verb the second syllable of a word (``trật tự``, ``công trình``, ``Đăng ký``)?"""
    previous = re.search(r"(\w+)\s+$", before)
    return previous is not None and f"{previous[1].lower()} {verb}" in _words_of_two()


def _acts_behind(text: str, end: int) -> bool:
    """Does the predicate come behind the object of the verb that ends at ``end``, or does a mark end the name there?"""
    if re.compile(r"\s*(?:[,;:.()]|$)").match(text, end):
        return True
    words = _WORDS.match(text, end)
    limit = words.end() if words else end
    if text[limit : limit + 1] == ":":
        return True
    return any(ACTION.match(text, space.end()) for space in re.compile(r"\s+").finditer(text, end, limit))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(VERBS)


@cache
def _names_team() -> frozenset[str]:
    return frozenset(load("bodies")["team_verbs"])


@cache
def _names_field() -> frozenset[str]:
    return frozenset(load("bodies")["object_verbs"])


@cache
def _words_of_two() -> frozenset[str]:
    """Words of two syllables whose second is a verb elsewhere."""
    words = {" ".join(word) for word in set_words() if len(word) == 2} | {v for v in VERBS if v.count(" ") == 1}
    return frozenset(word for word in words if word.split(" ")[1] in _verbs())
