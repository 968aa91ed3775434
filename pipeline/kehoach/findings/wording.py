"""Fixed terms and names: words that fell out of them, names without their capitals, signs that lack their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach.alphabet import LOWER, UPPER
from kehoach.findings.misreadings import lexicon
from kehoach.findings.passages import matches, pairs
from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.syllables import has_marks, is_syllable, spelling
from kehoach.knowledge import alternatives, load
from kehoach.outline.labels import as_label
from kehoach.plan import Plan

CAPITALS = "NĐ 30/2020/NĐ-CP, Phụ lục II"
_CAPITAL_WORD = rf"[{UPPER}][{LOWER}]*"
#: `ban Tuyên giáo`: the head of a name without its capital
HEADLESS = re.compile(rf"(?<![\w-])(?P<head>ban|sở|hội|cục|văn phòng) (?P<rest>{_CAPITAL_WORD} [{LOWER}]+)")
HEADS = ("ban", "sở", "hội", "cục", "phòng")  # the last words of the heads above
MIXED = re.compile(r"^[IVX][ivx]+[.)]?$")


@cache
def _terms(kind: str) -> list[tuple[re.Pattern[str], str, str, str]]:
    """The wrong forms of fixed terms of a kind of finding: words near them, what they should be, and why."""
    terms = [term for term in load("terms")["term"] if term.get("kind", "wording") == kind]
    return [(re.compile(term["wrong"]), term["near"], term["right"], term["why"]) for term in terms]


def find_broken_terms(plan: Plan) -> Iterator[Hit]:
    """``xây dựng nông thôn kiểu mẫu``: a word is missing in a fixed term."""
    yield from _wrong_terms(plan, "wording")


def find_misread_terms(plan: Plan) -> Iterator[Hit]:
    """``Mặt trận Tổ quốc Việt``, ``HDND``: a fixed name or abbreviation is misread."""
    yield from _wrong_terms(plan, "ocr")
    pattern, right = _abbreviations()
    for match in matches(pattern, plan.text, *right):
        better = right[match[0]]
        yield at(plan, *match.span(), f"Chữ viết tắt đúng là “{better}” (Đ, không phải D).", right=better)
    yield from _names_without_their_and(plan)


def _names_without_their_and(plan: Plan) -> Iterator[Hit]:
    """``Sở Khoa học Công nghệ``: the name of a department or ministry that lost its ``và``."""
    pattern, names = _departments()
    for match in matches(pattern, plan.text, "Sở ", "Bộ "):
        right = f"{match['head']} {names[_bare_name(match['name'])]}"
        yield at(plan, *match.span(), f"Tên đúng là “{right}”.", right=right)


@cache
def _departments() -> tuple[re.Pattern[str], dict[tuple[str, ...], str]]:
    """Names of fields with ``và`` as they stand without it, and the right names."""
    names = {_bare_name(field): field for field in load("bodies")["fields"] if field.count(" và ") == 1}
    loose = sorted((r"\s+".join(f"(?i:{re.escape(w)}),?" for w in name) for name in names), key=len, reverse=True)
    without = "|".join(name.removesuffix(",?") for name in loose)
    # `Sở Văn hóa, Thể thao và Du lịch`: a longer name
    return re.compile(rf"(?<!\w)(?P<head>Sở|Bộ) (?P<name>{without})(?!\w)(?!,? (?:và [{UPPER}]|[{UPPER}]))"), names


def _bare_name(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", name.casefold()) if word != "và")


def _wrong_terms(plan: Plan, kind: str) -> Iterator[Hit]:
    for pattern, near, right, why in _terms(kind):
        for match in matches(pattern, plan.text, near):
            yield at(plan, *match.span(), why, right=match.expand(right))


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    right = {short.replace("Đ", "D"): short for short in load("terms")["abbreviations"]}
    return re.compile(rf"(?<![\w-]){alternatives(right)}(?!\w)"), right


@cache
def _cased() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name.casefold(): name for name in load("terms")["capitals"]}
    first = [rf"[{name[0]}{name[0].lower()}](?i:{re.escape(name[1:])})" for name in names.values()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(first)})(?!\w)"), names


def find_names_without_capitals(plan: Plan) -> Iterator[Hit]:
    """``thành phố hà nội``, ``Trung ương đảng``; ``ban Tuyên giáo`` where the text elsewhere has ``Ban Tuyên giáo``."""
    pattern, names = _cased()
    first = {" ".join(name.split()[:2]) for name in names}
    wrong = {said for said in map(" ".join, pairs(plan.text)) if not said.istitle() and said.lower() in first}
    for match in matches(pattern, plan.text, *wrong):
        right = names[" ".join(match[0].split()).casefold()]
        if match[0] != right and not match[0].isupper() and not match[0].istitle():
            yield at(plan, *match.span(), f"Tên riêng viết hoa: “{right}”.", right=right)
    heads = {f"{one} {two}" for one, two in pairs(plan.text) if one in HEADS and two[0].isupper()}
    for match in matches(HEADLESS, plan.text, *heads):
        word = re.search(r"([^\W\d_]+) $", plan.text[max(0, match.start() - 12) : match.start()])
        before, head = word[1] if word else "", match["head"]
        name = f"{head.capitalize()} {match['rest']}"
        part_of_name = before[:1].isupper() or (spelling(before), spelling(head)) in lexicon().pairs
        if name in plan.text and not part_of_name:
            message = f"Chỗ khác viết “{name}”. Tên cơ quan viết hoa chữ đầu."
            yield at(plan, *match.span(), message, right=name)


def find_mixed_roman_numbers(plan: Plan) -> Iterator[Hit]:
    """``Ii.``, ``Iv.``: a Roman number in two cases."""
    for block in plan.blocks:
        if block.label and MIXED.match(block.label) and as_label(block.label):
            quote = " ".join([block.label, *block.text.split()[:4]])
            message = f"Số La Mã “{block.label}” phải viết hoa: “{block.label.upper()}”."
            yield Hit(message, quote, None, block.id, None, quote.replace(block.label, block.label.upper(), 1))


def find_unclosed_brackets(plan: Plan) -> Iterator[Hit]:
    """A block of text whose brackets do not pair."""
    for block in plan.blocks:
        text = re.sub(r"(?:^|(?<=\s))(?:\d{1,2}|[a-zđivx]{1,3})\)", "", block.text)
        if text.count("(") == text.count(")"):
            continue
        start = plan.text.find(block.text, block.span[0])
        lone = _lone_bracket(block.text)
        if start < 0 or lone is None:
            continue
        begin, end = _around(block.text, lone)
        yield at(plan, start + begin, start + end, "Ngoặc đơn mở hoặc đóng bị thiếu. Hãy kiểm tra câu này.")


def _lone_bracket(text: str) -> int | None:
    """The first bracket without a partner."""
    opened: list[int] = []
    for i, char in enumerate(text):
        if char == "(":
            opened.append(i)
        elif char == ")" and opened:
            opened.pop()
        elif char == ")" and not re.search(r"(?:^|\s)\w{1,3}$", text[:i]):
            return i
    return opened[0] if opened else None


def _around(text: str, at_char: int) -> tuple[int, int]:
    """A few words around a place."""
    words = [m.span() for m in re.finditer(r"\S+", text)]
    middle = next(i for i, (_, end) in enumerate(words) if end > at_char)
    return words[max(0, middle - 3)][0], words[min(len(words) - 1, middle + 3)][1]


TWO_SIGNS = (",.", ", .", ";.", "; .", ",,", ", ,", ";;", "; ;", ".,", ". ,", ":;", ": ;")
STRAY = re.compile(rf"[{LOWER}\d)](?P<signs>,\s?\.(?!\.)|;\s?\.|,\s?,|;\s?;|\.\s?,(?!\.)|:\s?;)(?=\s|$)")


def find_stray_punctuation(plan: Plan) -> Iterator[Hit]:
    """``điểm,. Đơn vị``: two signs where one belongs."""
    for match in matches(STRAY, plan.text, *TWO_SIGNS):
        start = plan.text.rfind(" ", 0, match.start("signs")) + 1
        yield at(plan, start, match.end(), f"Thừa dấu câu: “{match['signs']}”.")


#: A word of another language behind a full stop without a blank; not `abc.gov.vn`, `.docx`
GLUED = re.compile(r"(?<=[^\W\d_])\.(?P<tail>[a-z]{4,})(?![\w.@/])")
ENDINGS = frozenset(["docx", "xlsx", "pptx", "html", "info", "asia", "json"])


def find_glued_words(plan: Plan) -> Iterator[Hit]:
    """``người dân.hoamai``: what does not belong to the text hangs on a sentence."""
    for match in matches(GLUED, plan.text, "."):
        start = max(plan.text.rfind(" ", 0, match.start()), plan.text.rfind("\n", 0, match.start())) + 1
        word = plan.text[start : match.start()]
        if has_marks(word) and is_syllable(word) and not is_syllable(match["tail"]) and match["tail"] not in ENDINGS:
            message = f"“{match['tail']}” dính sau dấu chấm, không thuộc câu. Hãy xóa hoặc sửa."
            yield at(plan, start, match.end(), message, right=f"{word}.")


#: Names of places as they stand behind what they are
PLACE = re.compile(
    rf"(?<!\w)(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Đđ]ặc khu|[Tt]hôn|[Bb]ản|[Ấấ]p)\s+"
    rf"(?P<name>{_CAPITAL_WORD} {_CAPITAL_WORD})(?!\s[{UPPER}]|\w)"
)


def find_places_half_in_capitals(plan: Plan) -> Iterator[Hit]:
    """``vùng Đồi sim`` where the text elsewhere has ``xã Đồi Sim``."""
    names = {match["name"] for match in matches(PLACE, plan.text, "ã ", "hường ", "hị trấn ", "uyện ", "hu ", "hôn ")}
    said = pairs(plan.text)
    for name in sorted(names):
        first, second = name.split(" ")
        if (first, second.lower()) not in said:
            continue
        pattern = re.compile(rf"(?<=[{LOWER}] ){first} {second.lower()}(?!\w)")
        for match in matches(pattern, plan.text, f"{first} {second.lower()}"):
            yield at(plan, *match.span(), f"Chỗ khác viết “{name}”. Tên địa danh viết hoa từng tiếng.", right=name)


RULES = (
    Rule(
        "KH905",
        "ocr",
        "warning",
        CAPITALS,
        find_names_without_capitals,
        "Tên riêng viết thường",
        "Tên cơ quan, địa danh viết hoa theo Phụ lục II NĐ 30/2020.",
    ),
    Rule(
        "KH906",
        "ocr",
        "info",
        CAPITALS,
        find_mixed_roman_numbers,
        "Số La Mã viết lẫn hoa thường",
        "Số La Mã viết hoa.",
    ),
    Rule(
        "KH907",
        "wording",
        "warning",
        "Thuật ngữ cố định",
        find_broken_terms,
        "Thuật ngữ thiếu chữ",
        "Thuật ngữ cố định bị rơi một chữ. Hãy viết đủ.",
    ),
    Rule(
        "KH908",
        "wording",
        "info",
        "Dấu ngoặc đi thành cặp",
        find_unclosed_brackets,
        "Ngoặc đơn không thành cặp",
        "Thiếu một dấu ngoặc thì không rõ phần chú thích đến đâu.",
    ),
    Rule(
        "KH909",
        "wording",
        "info",
        "Chính tả tiếng Việt",
        find_stray_punctuation,
        "Thừa dấu câu",
        "Hãy bỏ dấu thừa.",
    ),
    Rule(
        "KH910",
        "ocr",
        "warning",
        "Tên và chữ viết tắt cố định",
        find_misread_terms,
        "Tên, chữ viết tắt cố định viết sai",
        "Hãy viết đúng tên.",
    ),
    Rule(
        "KH912",
        "ocr",
        "warning",
        "Chữ thừa khi soạn thảo",
        find_glued_words,
        "Chữ thừa dính sau dấu chấm",
        "Thường là chữ gõ nhầm. Hãy xóa.",
    ),
    Rule(
        "KH913",
        "ocr",
        "warning",
        CAPITALS,
        find_places_half_in_capitals,
        "Địa danh viết hoa một nửa",
        "Tên địa danh viết hoa chữ cái đầu của từng tiếng.",
    ),
)
