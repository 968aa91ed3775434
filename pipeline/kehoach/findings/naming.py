"""Names of documents: the plan's own name at its close, names of laws, the form of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from kehoach.facts.documents import NUMBER, normal_number
from kehoach.findings.passages import matches
from kehoach.findings.references import CITING
from kehoach.findings.rule import Hit, Rule, at
from kehoach.knowledge import alternatives, load
from kehoach.plan import Plan

CLOSING = re.compile(
    r"(?:Trên đây là|Trên đây là toàn bộ|Căn cứ)\s+(?:nội dung\s+)?(?P<name>[Kk]ế hoạch\s(?!này)[^.;\n]+)"
)
NAME_END = re.compile(
    r",\s+(?:đề nghị|yêu cầu|giao|các|UBND|[ỦU][ỷy] ban|nếu|trong quá trình|kính)"
    r"|\s+của\s+(?:UBND|[ỦU][ỷy] ban|Sở|Bộ|Ban|Tiểu ban|Đảng|Trường|Phòng|Hội|Công an)"
)
OWNER = re.compile(r"^(?:của|do)\s.*?(?=\s(?:về|thực hiện|triển khai|tổ chức)\s)")
#: Words that a plan's name gains and loses without becoming another name
LOOSE = frozenset(
    [
        "kế",
        "hoạch",
        "tổ",
        "chức",
        "thực",
        "hiện",
        "triển",
        "khai",
        "công",
        "tác",
        "về",
        "việc",
        "của",
        "các",
        "và",
        "hoạt",
        "động",
        "trong",
        "trên",
        "địa",
        "bàn",
        "năm",
        "giai",
        "đoạn",
        "phát",
        "cuộc",
        "phong",
        "trào",
        "thi",
        "đua",
        "nhiệm",
        "kỳ",
        "tỉnh",
        "thành",
        "phố",
        "xã",
        "phường",
        "huyện",
        "khóa",
        "đại",
        "biểu",
        "ủy",
        "ban",
        "nhân",
        "dân",
        "hội",
        "đồng",
        "số",
        "cho",
        "với",
        "để",
        "theo",
        "tiếp",
        "tục",
        "đẩy",
        "mạnh",
        "tăng",
        "cường",
        "ban",
        "hành",
        "nội",
        "dung",
        "đến",
        "từ",
        "này",
        "ngày",
        "bầu",
        "cử",
        "chương",
        "trình",
        "nâng",
        "cao",
        "ở",
        "tại",
    ]
)
SHORT = (
    ("hđnd", "hội đồng nhân dân"),
    ("ubnd", "ủy ban nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
    ("tp.", "thành phố "),
)
QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]")
ADDED, DROPPED = 2, 3  # words of weight that make another name, where they come in or fall out
VERBATIM = 14  # words of the title in a name that is no short one, so that what falls out of it is missed


def find_other_name_at_close(plan: Plan) -> Iterator[Hit]:
    """The closing calls the plan by another name than its title.

    Words come in, or fall out of the middle of a name that otherwise follows the title word for word.
    """
    if not plan.header.title or not plan.blocks:
        return
    for block in plan.blocks[-4:]:
        match = CLOSING.search(plan.text, *block.span)
        if not match:
            continue
        name = match["name"]
        end = NAME_END.search(name)
        name = name[: end.start()] if end else name
        last = _difference(plan.header.title, name)
        if last:
            message = f"Đoạn kết gọi kế hoạch bằng tên khác với trích yếu (“{plan.header.title}”). Hãy dùng đúng tên."
            yield at(plan, match.start("name"), match.start("name") + last, message)
            return


def _difference(title: str, name: str) -> int:
    """Where in ``name`` the last word stands that makes it another name than ``title``; 0 if it is the same."""
    said = [(m[0], m.end()) for m in re.finditer(r"[\w.]+", name)][2:]
    owner = OWNER.match(name.split(None, 2)[2] if len(said) else "")
    if owner:
        said = said[len(owner[0].split()) :]
    whole = title if re.search('[“"]', name) else QUOTED.sub(" ", title)  # the theme may be left out
    own, words = _words(whole), [w for w, _ in said]
    other = [w.casefold() for w in words]
    if any(short in other for short, _ in SHORT) or len(other) < 4 or other[0] in ("của", "do"):
        return 0
    codes = SequenceMatcher(None, own, other, autojunk=False).get_opcodes()
    verbatim = sum(end - start for kind, _, _, start, end in codes if kind == "equal") >= VERBATIM
    last = 0
    for i, (kind, own_start, own_end, start, end) in enumerate(codes):
        if kind == "equal":
            continue
        new = [w.casefold() for w in words[start:end] if not (w.isupper() and len(w) > 1)]
        added = [w for w in new if w not in LOOSE and w not in own]
        lost = [w for w in own[own_start:own_end] if w not in LOOSE and w not in other]
        missed = verbatim and 0 < i < len(codes) - 1 and len(new) == end - start and len(lost) >= DROPPED
        if len(added) >= ADDED or missed:
            last = said[min(max(end, start + 1), len(said)) - 1][1]
    return last


def _words(text: str) -> list[str]:
    folded = text.casefold()
    for short, whole in SHORT:
        folded = folded.replace(short, whole)
    return re.findall(r"[\w.]+", folded)


@cache
def _laws() -> tuple[re.Pattern[str], dict[str, str]]:
    """Names of laws whose commas are part of the name, with or without them."""
    names = {_bare(name): name for name in load("laws")["names"] if "," in name}
    loose = alternatives(names).replace(r"\s+", r",?\s+")
    return re.compile(rf"(?<!\w)Luật\s+(?P<name>{loose})(?!\w)", re.IGNORECASE), names


def _bare(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace(",", " ")).strip().casefold()


def find_wrong_names_of_laws(plan: Plan) -> Iterator[Hit]:
    """``Luật Thi đua khen thưởng``: a comma of the law's name is missing or misplaced."""
    pattern, names = _laws()
    for match in matches(pattern, plan.text, "uật "):
        right = names[_bare(match["name"])]
        if " ".join(match["name"].split()).casefold() != right.casefold():
            message = f"Tên luật là “Luật {right}”; dấu phẩy là một phần của tên."
            yield at(plan, *match.span(), message, right=f"Luật {right}")


NUMBERED = re.compile(
    rf"(?<!\w)(?:[Ss]ố\s*:?\s*|{alternatives(t['name'] for t in load('documents')['type'])}\s+)(?P<number>{NUMBER})"
    r"|(?<=\s)(?P<bare>\d{1,4}/[a-zđ]{2,4}-[a-zđ]{2,6})\b"
)
PARTY = re.compile(r"(?P<no>\d+)/(?P<type>NQ|CT|KL|QĐ|CTr|KH|HD|TB)-(?P<body>TW|TU|HU|QU|ĐU)$")


def find_misprinted_numbers(plan: Plan) -> Iterator[Hit]:
    """``524/QĐ-Ttg``, ``77/kh-lt``, ``27/NQ- TW``: the number and symbol in a form that no office writes."""
    for match in matches(NUMBERED, plan.text, "/"):
        said = match["number"] or match["bare"]
        right = normal_number(said) if match["number"] else said.upper()
        if party := PARTY.match(right):
            right = f"{party['no']}-{party['type']}/{party['body']}"
        if right != said.replace("–", "-"):
            start = match.start("number" if match["number"] else "bare")
            message = f"Số, ký hiệu “{said}” sai chữ hoa, dấu hoặc thừa khoảng trắng; đúng là “{right}”."
            yield at(plan, start, start + len(said), message, right=right)


RULES = (
    Rule(
        "KH504",
        "reference",
        "warning",
        "Trích yếu là tên của kế hoạch",
        find_other_name_at_close,
        "Đoạn kết gọi kế hoạch bằng tên khác",
        "Thường do chép từ kế hoạch khác hoặc đổi tên sót. Hãy dùng đúng trích yếu.",
    ),
    Rule(
        "KH507",
        "wording",
        "info",
        CITING,
        find_wrong_names_of_laws,
        "Tên luật viết thiếu dấu phẩy",
        "Luật được viện dẫn bằng tên; tên phải đúng từng dấu.",
    ),
    Rule(
        "KH508",
        "ocr",
        "warning",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3 và Phụ lục III; Quy định 399-QĐ/TW",
        find_misprinted_numbers,
        "Số, ký hiệu viết sai",
        "Ký hiệu viết hoa đúng chữ viết tắt, giữa số và ký hiệu có gạch chéo (Đảng: gạch nối), không có khoảng trắng.",
    ),
)
