"""Words that no Vietnamese text can hold: impossible syllables, words torn or run together, words said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kehoach.findings.misreadings import find_misread_words, lexicon
from kehoach.findings.passages import matches, pairs, words
from kehoach.findings.repeats import STRANGE, told_once
from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.syllables import LONGEST_SYLLABLE, has_marks, is_syllable, skeleton, spelling
from kehoach.knowledge import load
from kehoach.plan import Plan

SPELLING = "Chính tả tiếng Việt; NĐ 30/2020/NĐ-CP, Phụ lục I, I.3 (chữ Việt Unicode)"
WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?![\w@/-])")
#: What the letters stand for that broken fonts leave
MENDED = str.maketrans({"ǜ": "ũ", "Ƕ": "ỳ", "ƕ": "ỳ"})
#: Pieces of words: consonants that begin one, vowels that are none
PIECES = frozenset(
    [
        "b",
        "c",
        "d",
        "đ",
        "g",
        "h",
        "k",
        "l",
        "m",
        "n",
        "p",
        "q",
        "r",
        "s",
        "t",
        "v",
        "x",
        "ch",
        "gh",
        "gi",
        "kh",
        "ng",
        "ngh",
        "nh",
        "ph",
        "qu",
        "th",
        "tr",
        "i",
        "o",
        "u",
        "B",
        "C",
        "D",
        "Đ",
        "G",
        "H",
        "K",
        "L",
        "M",
        "N",
        "P",
        "Q",
        "R",
        "S",
        "T",
        "V",
        "X",
        "Ch",
        "Gh",
        "Gi",
        "Kh",
        "Ng",
        "Ngh",
        "Nh",
        "Ph",
        "Qu",
        "Th",
        "Tr",
    ]
)
NO_PIECE = re.compile(
    r"(?:điểm|khoản|mục|loại|nhóm|hạng|lớp|khối|tổ|chữ|vitamin|cột|hình|phần|tiết|tuyến|\d)\s*$", re.IGNORECASE
)
NUMBERED = re.compile(
    r"(?:Chỉ thị|Quyết định|Nghị quyết|Kế hoạch|Thông tư|Nghị định|Công văn|Văn bản|Tờ trình|Chương trình) $"
)
TWICE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+) (?P=word)(?![\w-])")
#: `trồng cây trồng cây`; not `từng bước từng bước`, `ngày càng ngày càng`
PAIR_TWICE = re.compile(r"(?<![\w-])(?P<pair>(?P<one>[^\W\d_]+) (?!(?P=one) )[^\W\d_]{2,}) (?P=pair)(?![\w-])")
HEADS_TWICE = frozenset(["Sở Sở", "Bộ Bộ", "Ban Ban", "Phòng Phòng", "Cục Cục"])
MEANT_TWICE = re.compile(r"(?:từng|mỗi|càng|vừa|ngày|năm|dần|tầng|lớp|ai|gì|đâu|nào|xã|thôn|phường)\b")


@cache
def _loans() -> frozenset[str]:
    return frozenset(load("syllables")["loans"])


def find_impossible_syllables(plan: Plan) -> Iterator[Hit]:
    """``đượ``, ``tạọ``, ``tổchức``: a word with Vietnamese marks that is no syllable; a word of two is divided."""
    yield from told_once(_impossible_syllables(plan))


def _impossible_syllables(plan: Plan) -> Iterator[Hit]:
    impossible = {word for word in words(plan.text) if _is_impossible(word)}
    for match in WORD.finditer(plan.text) if impossible else ():
        word = match[0]
        if word not in impossible or _in_name(plan.text, match):
            continue
        joined = next((h for h in _halves(word) if tuple(map(spelling, h)) in lexicon().pairs), None)
        mended = word.translate(MENDED)
        right = " ".join(joined) if joined else mended if is_syllable(mended) else None
        told = f"là “{right}” viết liền" if joined else "không phải là một tiếng Việt"
        yield at(plan, *match.span(), f"“{word}” {told}. Hãy sửa lại chữ.", right=right)


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Names of peoples and places keep the spelling of their own language: ``Đạ Tẻh``, ``Krông Nô``."""
    if not match[0][0].isupper() or match[0].isupper() or STRANGE.search(match[0]):
        return False
    before = re.search(r"([^\W\d_]+) $", text[max(0, match.start() - 12) : match.start()])
    after = re.match(r" ([^\W\d_])", text[match.end() : match.end() + 2])
    return bool((before and before[1][0].isupper()) or (after and after[1].isupper()))


@lru_cache(maxsize=2**13)
def _is_impossible(word: str) -> bool:
    strange = STRANGE.search(word)
    if len(word) < 2 or not (strange or has_marks(word)) or is_syllable(word) or word.lower() in _loans():
        return False
    if word[1:] != word[1:].lower() and not strange:
        return False  # an abbreviation
    halves = _halves(word)
    joined = any(tuple(map(spelling, h)) in lexicon().pairs for h in halves)
    loan = any(skeleton(second)[0] not in "aeiouy" for _, second in halves)  # `panô`
    return joined or not loan


def _halves(word: str) -> list[tuple[str, str]]:
    """The two syllables that a word may consist of."""
    if len(word) > 2 * LONGEST_SYLLABLE:
        return []
    cuts = ((word[:i], word[i:]) for i in range(1, len(word)))
    return [(one, two) for one, two in cuts if is_syllable(one) and is_syllable(two)]


def find_torn_words(plan: Plan) -> Iterator[Hit]:
    """``đ ộng``, ``Ng o ại``: a blank inside a word, told where the pieces are none and the whole is one."""
    tokens = plan.text.replace("\n", " ").split(" ")
    lone = [i for i, token in enumerate(tokens) if token in PIECES]
    last = -1
    for i in lone:
        first = i - 1 if tokens[i] in "iou" else i
        torn = _torn(tokens, first) if first > last else None
        if torn is None:
            continue
        whole, size = torn
        start = sum(len(token) + 1 for token in tokens[:first])
        end = start + len(whole) + size - 1
        said = plan.text[start:end]
        if "\n" not in said and not NO_PIECE.search(plan.text[max(0, start - 12) : start]):
            last = first + size - 1
            yield at(plan, start, end, f"Chữ “{whole}” bị tách rời. Hãy viết liền.", right=whole)


def _torn(tokens: list[str], first: int) -> tuple[str, int] | None:
    """The word that three or two tokens give together, and how many; None if they give none."""
    for size in (3, 2):
        if first < 0 or first + size > len(tokens):
            continue
        *begin, end = tokens[first : first + size]
        pieces = [*begin, *re.findall(r"^[^\W\d_]{1,4}", end)]
        whole = "".join(pieces)
        small = all(piece.islower() for piece in pieces[1:]) and all(len(p) < 6 for p in pieces)
        stray = any(p in PIECES for p in pieces)
        if len(pieces) == size and small and stray and is_syllable(whole) and has_marks(whole):
            return whole, size
    return None


def _lower(text: str) -> str:
    """The text in small letters, letter by letter, so that offsets stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def find_doubled_words(plan: Plan) -> Iterator[Hit]:
    """``các các``, ``Sở Sở Tư pháp``: a word twice, unless the language doubles it or each belongs to another word."""
    known, doubled = lexicon().pairs, frozenset(load("syllables")["doubled"].split())
    same = (
        two
        for one, two in pairs(plan.text)
        if one[1:] == two[1:] and (one.lower() == two or f"{one} {two}" in HEADS_TWICE)
    )
    if not any(two not in doubled for two in same):
        return
    for match in TWICE.finditer(_lower(plan.text)):
        word, said = match["word"], plan.text[slice(*match.span())]
        twice = said.split(" ")[1]
        if word in doubled or not is_syllable(word) or (twice != word and said not in HEADS_TWICE):
            continue
        before = re.search(r"([^\W\d_]+) $", plan.text[max(0, match.start() - 12) : match.start()])
        after = re.match(r" ([^\W\d_]+)", plan.text[match.end() : match.end() + 12])
        own = spelling(word)
        if word == "số" and not NUMBERED.search(plan.text[max(0, match.start() - 20) : match.start()]):
            continue  # `công nghệ số số 71`: the first belongs to the name
        if (before and (spelling(before[1]), own) in known) or (after and (own, spelling(after[1])) in known):
            continue
        yield at(plan, *match.span(), f"Chữ “{word}” lặp lại. Hãy bỏ một chữ.", right=said.split(" ")[0])


def find_doubled_pairs(plan: Plan) -> Iterator[Hit]:
    """``bảo vệ bảo vệ``: a word of two syllables said twice."""
    said = _lower(plan.text)
    beside = {(one.lower(), two.lower()) for one, two in pairs(plan.text)}
    signs = [f"{one} {two} {one} {two}" for one, two in beside if one != two and (two, one) in beside]
    for match in matches(PAIR_TWICE, said, *signs):
        pair = match["pair"]
        two = pair.split(" ")
        known = (spelling(two[0]), spelling(two[1])) in lexicon().pairs
        if not known or MEANT_TWICE.match(pair):
            continue
        right = plan.text[match.start() : match.start() + len(pair)]
        of_team = re.search(r"(?:đoàn|tổ|đội) $", said[max(0, match.start() - 6) : match.start()])
        if of_team or right != plan.text[match.end() - len(pair) : match.end()]:
            continue  # `Đoàn kiểm tra kiểm tra sổ sách`, `Phòng Kế hoạch - Tổng hợp tổng hợp kết quả`
        yield at(plan, *match.span(), f"Cụm “{pair}” lặp lại. Hãy bỏ một lần.", right=right)


RULES = (
    Rule(
        "KH901",
        "ocr",
        "warning",
        SPELLING,
        find_impossible_syllables,
        "Chữ không có trong tiếng Việt",
        "Chữ bị đọc hoặc gõ sai. Hãy đối chiếu bản gốc và sửa.",
    ),
    Rule(
        "KH902",
        "ocr",
        "warning",
        SPELLING,
        find_torn_words,
        "Chữ bị tách rời",
        "Có khoảng trắng thừa bên trong chữ, thường do quét hoặc chuyển định dạng. Hãy viết liền.",
    ),
    Rule(
        "KH903",
        "ocr",
        "warning",
        "Từ cố định của văn bản hành chính",
        find_misread_words,
        "Chữ đọc sai trong từ cố định",
        "Chữ sai dấu hoặc sai một chữ cái so với từ mà câu cần. Hãy kiểm tra và sửa.",
    ),
    Rule(
        "KH904",
        "wording",
        "warning",
        SPELLING,
        find_doubled_words,
        "Chữ lặp",
        "Hãy bỏ một chữ.",
    ),
    Rule(
        "KH911",
        "wording",
        "warning",
        SPELLING,
        find_doubled_pairs,
        "Cụm từ lặp",
        "Hãy bỏ một lần.",
    ),
)
