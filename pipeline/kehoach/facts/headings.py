"""Headings that name who acts: ``2. Sở Nội vụ:``, ``Đề nghị …``, ``Nhiệm vụ của …``."""

from __future__ import annotations

import re

from kehoach.facts.bodies import Body, name_end, opens_with_body, split_names
from kehoach.facts.leads import ADDRESSED, CHARGE
from kehoach.facts.predicates import VERB

RESPONSIBLE = re.compile(
    r"\s*(?:,\s*)?(?:là\s+(?:cơ quan|đơn vị|đầu mối)[^.;:]*?,\s*)?(?P<told>(?:có|chịu) trách nhiệm|có nhiệm vụ|"
    r"thực hiện (?:các )?(?:nhiệm vụ|nội dung|công việc))?[^.;:]{0,30}?:?\s*$"
)
RELATIVE = re.compile(
    r"(?:chủ trì|phụ trách|được|có|trong|tham gia|quản lý|tại|theo(?! dõi)|hoạt động|đóng trên|thuộc|trực thuộc|thực "
    r"hiện|cung cấp|đề nghị|tổ chức)\b"
)
#: `Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành:`
LEADS_WITH = re.compile(r"\s*chủ trì,?\s+phối (?:hợp|kết hợp)\b")
OF_BODY = re.compile(r"^(?:Nội dung|Trách nhiệm|Nhiệm vụ|Công việc)\s[^:]*?\bcủa\s+(?P<body>[^:]+?)\s*:?$")
#: `Giao Trạm Y tế các nhiệm vụ sau:`
TASKS = re.compile(r"\s+(?:các|những|một số)\s+(?:nhiệm vụ|nội dung|công việc|việc)(?:\s+(?:cụ thể|sau|đây))*\s*:?$")


def heading_lead(text: str) -> list[Body]:
    """The bodies of a heading that says nothing else: ``2. Sở Nội vụ:``, ``Đề nghị …``, ``Đối với các huyện:``."""
    start = 0
    if told := OF_BODY.match(text):
        return split_names(told["body"], told.start("body")) if opens_with_body(told["body"]) else []
    for prefix in (ADDRESSED, CHARGE):
        if match := prefix.match(text, start):
            start = match.end()
    if not opens_with_body(text[start:]):
        return []
    if (start == 0 and VERB.search(text) is None) or text[start:].rstrip(" :.").count(" ") < 4:
        return split_names(text[start:].rstrip(" :."), start)
    end = name_end(text, start)
    if LEADS_WITH.match(text, end):
        return split_names(text[start:end], start)
    if tasks := TASKS.search(text, start):
        return split_names(text[start : min(end, tasks.start())], start)
    rest = RESPONSIBLE.match(text, end)
    in_charge = "phụ trách" in text[start:end]  # `Cán bộ phụ trách lĩnh vực giám sát`
    if not (rest and rest["told"]) and (in_charge or _is_relative(text[end:])):
        return split_names(text[start:].rstrip(" :."), start)
    if not rest:
        return []
    return split_names(text[start:end], start)


def _is_relative(text: str) -> bool:
    """``Các Sở, ngành chủ trì, quản lý các dự án``: what a title goes on with belongs to the name."""
    return bool(text.strip(" :.")) and not re.search(r"[:.]", text.strip(" :.")) and RELATIVE.match(text) is not None
