"""Words that no Vietnamese text can hold: impossible syllables, words torn or run together, words said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach.alphabet import LOWER, UPPER
from kehoach.findings.misreadings import find_misread_words, lexicon
from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.syllables import has_marks, is_syllable, skeleton, spelling
from kehoach.knowledge import load
from kehoach.plan import Plan

SPELLING = "Chính tả tiếng Việt; NĐ 30/2020/NĐ-CP, Phụ lục I, I.3 (chữ Việt Unicode)"
WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]{2,}(?![\w@/-])")
#: Letters of other languages that broken fonts leave in Vietnamese words, and what they stand for
STRANGE = re.compile("[\u01b1-\u024f]")
MENDED = str.maketrans({"ǜ": "ũ", "Ƕ": "ỳ", "ƕ": "ỳ"})
#: A piece of a word, alone: a consonant or two, or a vowel that is no word
PIECE = (
    r"(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr|[BCDĐGHKLMNPQRSTVX]|Ch|Gh|Gi|Kh|Ng|Ngh|Nh|Ph|Qu|Th|Tr)"
)
TORN = re.compile(
    rf"(?<![\w.,/-])(?P<word>{PIECE}(?: [{LOWER}]{{1,4}}){{1,2}}|[{UPPER}{LOWER}][{LOWER}]{{1,4}} [iou])(?![\w/-])"
)
NO_PIECE = re.compile(
    r"(?:điểm|khoản|mục|loại|nhóm|hạng|lớp|khối|tổ|chữ|vitamin|cột|hình|phần|tiết|tuyến|\d)\s*$", re.IGNORECASE
)
NUMBERED = re.compile(
    r"(?:Chỉ thị|Quyết định|Nghị quyết|Kế hoạch|Thông tư|Nghị định|Công văn|Văn bản|Tờ trình|Chương trình) $"
)
TWICE = re.compile(rf"(?<![\w-])(?P<word>[{UPPER}{LOWER}]+)[ \n](?P<again>[{LOWER}]+)(?![\w-])")


@cache
def _loans() -> frozenset[str]:
    return frozenset(load("syllables")["loans"])


def find_impossible_syllables(plan: Plan) -> Iterator[Hit]:
    """``đượ``, ``tạọ``, ``tổchức``: a word with Vietnamese marks that is no syllable; a word of two is divided."""
    for match in WORD.finditer(plan.text):
        word = match[0]
        strange = STRANGE.search(word)
        if not (strange or has_marks(word)) or is_syllable(word) or word.lower() in _loans():
            continue
        if word[1:] != word[1:].lower() and not strange:
            continue  # an abbreviation
        halves = [(word[:i], word[i:]) for i in range(1, len(word)) if is_syllable(word[:i]) and is_syllable(word[i:])]
        joined = [h for h in halves if tuple(map(spelling, h)) in lexicon().pairs]
        if any(skeleton(second)[0] not in "aeiouy" for _, second in halves) and not joined:
            continue  # a loan word: `panô`
        mended = word.translate(MENDED)
        right = " ".join(joined[0]) if joined else mended if is_syllable(mended) else None
        told = f"là “{right}” viết liền" if joined else "không phải là một tiếng Việt"
        yield at(plan, *match.span(), f"“{word}” {told}. Hãy sửa lại chữ.", right=right)


def find_torn_words(plan: Plan) -> Iterator[Hit]:
    """``đ ộng``, ``Ng o ại``: a blank inside a word, told where the pieces are none and the whole is one."""
    for match in TORN.finditer(plan.text):
        pieces = match["word"].split(" ")
        if NO_PIECE.search(plan.text[max(0, match.start() - 12) : match.start()]):
            continue
        for size in range(len(pieces), 1, -1):
            whole = "".join(pieces[:size])
            stray = [p for p in pieces[:size] if not is_syllable(p) or len(p) == 1]
            if is_syllable(whole) and has_marks(whole) and stray:
                end = match.start() + len(" ".join(pieces[:size]))
                yield at(plan, match.start(), end, f"Chữ “{whole}” bị tách rời. Hãy viết liền.", right=whole)
                break


def find_doubled_words(plan: Plan) -> Iterator[Hit]:
    """``các các``, ``số số``: a word twice, unless the language doubles it or each belongs to another word."""
    pairs, doubled = lexicon().pairs, frozenset(load("syllables")["doubled"].split())
    for match in TWICE.finditer(plan.text):
        word, again = match["word"].lower(), match["again"]
        if word != again or word in doubled or not is_syllable(word) or "\n" in match[0]:
            continue
        before = re.search(r"([^\W\d_]+) $", plan.text[max(0, match.start() - 12) : match.start()])
        after = re.match(r" ([^\W\d_]+)", plan.text[match.end() : match.end() + 12])
        own = spelling(word)
        if word == "số" and not NUMBERED.search(plan.text[max(0, match.start() - 20) : match.start()]):
            continue  # `công nghệ số số 71`: the first belongs to the name
        if (before and (spelling(before[1]), own) in pairs) or (after and (own, spelling(after[1])) in pairs):
            continue
        yield at(plan, *match.span(), f"Chữ “{word}” lặp lại. Hãy bỏ một chữ.", right=match["word"])


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
        "knowledge/words.txt: các từ cố định của văn bản hành chính",
        find_misread_words,
        "Chữ đọc sai trong từ cố định",
        "Chữ sai dấu hoặc sai một chữ cái so với từ mà câu cần. Hãy kiểm tra và sửa.",
    ),
    Rule(
        "KH904",
        "ocr",
        "warning",
        SPELLING,
        find_doubled_words,
        "Chữ lặp",
        "Hãy bỏ một chữ.",
    ),
)
