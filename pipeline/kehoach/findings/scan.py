"""What was read from a scan and is not certain: the reader is sent to the page before anybody relies on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from kehoach.findings.rule import Hit, Rule, at
from kehoach.findings.syllables import skeleton
from kehoach.knowledge.places import folded
from kehoach.plan import DoubtfulWord, Plan, Span

SOURCE = "Độ tin cậy của nhận dạng chữ (OCR) trên trang quét"
_WORDS = re.compile(r"[^\W\d_]+")


def find_doubtful_figures(plan: Plan) -> Iterator[Hit]:
    """Numbers, dates and numbers of documents that were read with little confidence."""
    for word in plan.source.doubtful:
        if word.read is None and _is_figure(word):
            yield Hit(
                f"“{word.quote}” đọc từ trang quét chưa chắc chắn (độ tin cậy {word.confidence:.0%}). "
                f"Hãy đối chiếu với trang {word.page} của bản gốc trước khi dùng.",
                word.quote,
                word.span,
                _block_of(plan, word),
                field=_field_of(plan, word),
            )


def find_doubtful_words(plan: Plan) -> Iterator[Hit]:
    """Words that were read with little confidence."""
    for word in plan.source.doubtful:
        if word.read is None and not _is_figure(word):
            yield Hit(
                f"Chữ “{word.quote}” đọc từ trang quét chưa chắc chắn (độ tin cậy {word.confidence:.0%}). "
                f"Hãy đối chiếu với trang {word.page} của bản gốc.",
                word.quote,
                word.span,
                _block_of(plan, word),
            )


def find_chosen_words(plan: Plan) -> Iterator[Hit]:
    """Words for which the neighbours, not the recognition alone, decided; the same choice is told once."""
    chosen: dict[tuple[str, str], list[DoubtfulWord]] = {}
    for word in plan.source.doubtful:
        if word.read is not None:
            chosen.setdefault((word.read, word.quote), []).append(word)
    for (read, quote), words in chosen.items():
        pages = ", ".join(map(str, sorted({word.page for word in words})))
        yield Hit(
            f"Máy nhận dạng “{read}” và chọn “{quote}” theo các chữ bên cạnh ({len(words)} chỗ, trang {pages}). "
            "Nếu bản gốc in khác, hãy sửa lại.",
            quote,
            words[0].span,
            _block_of(plan, words[0]),
        )


def find_misread_names(plan: Plan) -> Iterator[Hit]:
    """Words of the letterhead and the signature whose tone marks were misread: the fields have them as they are.

    Where nothing was scanned, only an issuer is so, whom the text elsewhere writes in other marks.
    """
    for field, value, span in _named(plan):
        yield from _misread(plan, field, value, span)


def _named(plan: Plan) -> Iterator[tuple[str, str, Span]]:
    """The fields with a name, and where it is printed."""
    header, signature = plan.header, plan.signature
    fields: list[tuple[str, str | None, Span | None]] = [
        ("issuer", header.issuer.name, header.spans.get("issuer")),
        ("place", header.place, header.spans.get("place")),
        ("signature", signature.capacity, signature.spans.get("capacity")),
        ("signature", signature.position, signature.spans.get("position")),
    ]
    for field, value, span in fields:
        if value and span:
            yield field, value, span


def _misread(plan: Plan, field: str, value: str, span: Span) -> Iterator[Hit]:
    printed = list(_WORDS.finditer(plan.text, *span))
    right = _WORDS.findall(value)
    letters = [skeleton(word[0]) for word in printed]
    for i, j, size in SequenceMatcher(None, letters, list(map(skeleton, right)), autojunk=False).get_matching_blocks():
        wrong = [k for k in range(size) if folded(printed[i + k][0]) != folded(right[j + k])]
        for first, last in _together(wrong):
            start, end = printed[i + first].start(), printed[i + last].end()
            said, better = plan.text[start:end], " ".join(right[j + first : j + last + 1])
            better = better.upper() if said.isupper() else better
            yield at(
                plan,
                start,
                end,
                f"Chữ “{said}”{' trên trang quét' * plan.source.ocr} được hiểu là “{better}”. "
                "Nếu bản gốc in khác, hãy sửa lại.",
                field=field,
                right=better,
            )


def _together(numbers: list[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _is_figure(word: DoubtfulWord) -> bool:
    return any(c.isdigit() for c in word.quote)


def _block_of(plan: Plan, word: DoubtfulWord) -> str | None:
    start = word.span[0]
    return next((block.id for block in plan.blocks if block.span[0] <= start < block.span[1]), None)


def _field_of(plan: Plan, word: DoubtfulWord) -> str | None:
    """The field of the header that the word stands in: its value is then not certain either."""
    spans = ((name, plan.header.spans.get(name)) for name in ("number", "date"))
    return next((name for name, span in spans if span and span[0] <= word.span[0] < span[1]), None)


RULES = (
    Rule(
        "KH951",
        "ocr",
        "warning",
        SOURCE,
        find_doubtful_figures,
        "Con số, ngày, số văn bản đọc từ trang quét chưa chắc chắn",
        "Hãy đối chiếu với bản gốc trước khi dùng con số.",
    ),
    Rule(
        "KH952",
        "ocr",
        "info",
        SOURCE,
        find_doubtful_words,
        "Chữ đọc từ trang quét chưa chắc chắn",
        "Hãy đối chiếu với bản gốc.",
    ),
    Rule(
        "KH953",
        "ocr",
        "info",
        SOURCE,
        find_chosen_words,
        "Chữ được chọn theo các chữ bên cạnh",
        "Máy nhận dạng đọc ra chữ khác. Nếu bản gốc in khác, hãy sửa lại.",
    ),
    Rule(
        "KH954",
        "ocr",
        "warning",
        "Tên cơ quan, địa danh, chức vụ đã biết",
        find_misread_names,
        "Tên trong phần đầu hoặc phần ký bị đọc hoặc viết sai dấu",
        "Cơ quan ban hành, địa danh, chức vụ được hiểu theo tên đã biết; văn bản giữ nguyên chữ đã đọc.",
    ),
)
