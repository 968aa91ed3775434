"""What was read from a scan and is not certain: the reader is sent to the page before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.findings.rule import Hit, Rule
from kehoach.plan import DoubtfulWord, Plan

SOURCE = "Độ tin cậy của nhận dạng chữ (OCR) trên trang quét"
_FIELDS = {"number": "number", "date": "date"}


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


def _is_figure(word: DoubtfulWord) -> bool:
    return any(c.isdigit() for c in word.quote)


def _block_of(plan: Plan, word: DoubtfulWord) -> str | None:
    start = word.span[0]
    return next((block.id for block in plan.blocks if block.span[0] <= start < block.span[1]), None)


def _field_of(plan: Plan, word: DoubtfulWord) -> str | None:
    """The field of the header that the word stands in: its value is then not certain either."""
    for name, field in _FIELDS.items():
        span = plan.header.spans.get(name)
        if span and span[0] <= word.span[0] < span[1]:
            return field
    return None


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
)
