"""Numbering that skips, repeats or runs backwards (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 and mục V); empty sections.

Letters follow the Vietnamese alphabet (a, b, c, d, đ, e, g …); plans that count a, b, c, d, e are told so, once a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kehoach.findings.rule import Hit, Rule
from kehoach.outline.labels import Label, as_label
from kehoach.plan import Block, Plan, Table

SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 và bảng mục V"
LATIN = "abcdefghijklmnopqrstuvwxyz"
FOREIGN = "fjwz"
#: The rest of a citation that a line break tore is no label: `71/ NQ-CP ngày 01/4/2025`
TORN = re.compile(r"(?<![A-ZĐ])[A-ZĐ]{2,}+[\w&]*+[-–/][A-ZĐ]")


def find_broken_numbering(plan: Plan) -> Iterator[Hit]:
    """A label that does not follow the one before it among its siblings."""
    last: dict[tuple[str | None, str], Label] = {}
    repeated: dict[tuple[str | None, str], int] = {}
    for block, label in _labelled(plan):
        if not all(label.numbers):
            continue
        key = (None if label.style == "part:điều" else block.parent, label.style)  # articles run through the chapters
        before = last.get(key)
        last[key] = label
        fault = _fault(before, label)
        if key in repeated and "nhảy" in (fault or "") and label.numbers[-1] == repeated.pop(key) + 2:
            continue  # `II. II. IV.`: the count has gone on all the same
        if fault and before and before.numbers == label.numbers:
            repeated[key] = label.numbers[-1]
        if fault:
            message = fault.format(label=block.label, before=before.text if before else "")
            yield Hit(message, f"{block.label} {_short(block.text)}", None, block.id)


def find_foreign_letters(plan: Plan) -> Iterator[Hit]:
    """The first letter of a list that the Vietnamese alphabet does not have there (``e`` behind ``d``; ``f``)."""
    before: dict[str | None, str] = {}
    told: set[str | None] = set()
    for block, label in _labelled(plan):
        letter = label.text.strip("().")[:1]
        if not label.style.startswith("letter") or len(label.numbers) > 1 or block.parent in told:
            continue
        then = before.get(block.parent, "")
        before[block.parent] = letter
        wanted = "đ" if (then, letter) == ("d", "e") else "g" if (then, letter) == ("e", "f") else ""
        if wanted or letter in FOREIGN:
            told.add(block.parent)
            instead = f" Ở đây phải là “{wanted})”." if wanted else ""
            yield Hit(
                f"Điểm “{block.label}” không theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g, h, i, k …).{instead}",
                f"{block.label} {_short(block.text)}",
                None,
                block.id,
            )


def find_empty_sections(plan: Plan) -> Iterator[Hit]:
    """A heading that nothing follows: the next block is its equal or above it.

    Where the document has tables, one may stand there: their place among the blocks is not known.
    """
    if plan.tables:
        return
    for block, after in pairwise(plan.blocks):
        label = _label(block.label) if block.label else None
        if not block.heading or label is None or not label.numbers or not 0 < after.depth <= block.depth:
            continue
        yield Hit(
            f"Mục “{block.label}” chỉ có tiêu đề, không có nội dung. Hãy viết nội dung hoặc bỏ mục này.",
            f"{block.label} {_short(block.text)}",
            None,
            block.id,
        )


#: Numbers of rows from the highest: `A`, `I`, `1`
DOTTED_ROW = re.compile(r"[\dIVX]+(?:\.\d{1,2})+\.?$")
NUMBER_HEAD = re.compile(r"(?:S?TT|Số (?:TT|thứ tự))\W*$", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]{2}")
ROW_NUMBERS = (re.compile(r"[A-HĐ]\.?$"), re.compile(r"[IVX]{1,5}\.?$"), re.compile(r"\d{1,3}\.?$"))


def find_broken_numbering_of_rows(plan: Plan) -> Iterator[Hit]:
    """Rows of a table whose numbers skip or repeat; each list under a group may begin with one again, or go on."""
    for table in plan.tables:
        if not _counts_rows(table):
            continue
        last, repeated, reached = [0, 0, 0], 0, 0
        for cells, spans in zip(table.rows, table.spans[-len(table.rows) :], strict=False):
            level = _row_level(cells[0].strip())
            if level is None or len(cells) < 2 or not WORDS.search(cells[1]):
                continue
            label = _label(f"{cells[0].strip().rstrip('.')}.")
            now = label.numbers[-1] if label and label.numbers else 0
            then = last[level] or (reached if level == len(last) - 1 and now > 1 else 0)
            reached = now if level == len(last) - 1 else reached
            last[level:] = [now] + [0] * (2 - level)
            goes_on = repeated and now == then + 2  # `IV, IV, VI`: the count has gone on all the same
            repeated = then if now == then else 0
            if then and now != 1 and not goes_on and (now == then or now > then + 1):
                said = "lặp lại" if now == then else f"nhảy từ {then}"
                message = (
                    f"Số thứ tự “{cells[0].strip()}” trong bảng {said}. Hãy kiểm tra xem có thiếu dòng hoặc sai số."
                )
                yield Hit(message, cells[1], spans[1], None)


def _counts_rows(table: Table) -> bool:
    """Is the first column one of numbers, each beside its words (tables whose cells have slipped are not judged)?

    A head says so (``STT``), or numbers such as ``1.2``: months, classes and levels also stand in first columns.
    """
    first = [(row[0].strip(), len(row) > 1 and WORDS.search(row[1])) for row in table.rows if row and row[0].strip()]
    numbered = [told for cell, told in first if _row_level(cell) is not None or DOTTED_ROW.match(cell)]
    headed = any(NUMBER_HEAD.match(cell) for cell in [*table.header[:1], *(cell for cell, _ in first[:3])])
    dotted = any(DOTTED_ROW.match(cell) for cell, _ in first)
    counts = len(numbered) * 2 > len(first) and sum(map(bool, numbered)) * 4 > len(numbered) * 3
    classed = sum(cell == after for (cell, _), (after, _) in pairwise(first)) > 1  # `III, III, III, IV, IV`
    return (headed or dotted) and counts and not classed


def _row_level(cell: str) -> int | None:
    return next((i for i, form in enumerate(ROW_NUMBERS) if form.match(cell)), None)


@lru_cache(maxsize=1024)
def _label(text: str) -> Label | None:
    return as_label(text)


def _labelled(plan: Plan) -> Iterator[tuple[Block, Label]]:
    """Blocks with a label that counts."""
    for block in plan.blocks:
        label = _label(block.label) if block.label else None
        if label and label.numbers and not TORN.match(block.text):
            yield block, label


def _short(text: str) -> str:
    return " ".join(text.split()[:12])


def _fault(before: Label | None, label: Label) -> str | None:
    now = label.numbers[-1]
    if before is None:
        if now == 1 or label.text.startswith("i"):  # `i)` begins a row of small Roman numbers
            return None
        return "Đánh số bắt đầu từ “{label}”, không từ số đầu tiên. Hãy kiểm tra xem có thiếu mục hoặc sai số."
    then = before.numbers[-1]
    if before.numbers[:-1] != label.numbers[:-1]:
        return None
    if now == then:
        return "Số “{label}” lặp lại số của mục trước. Hãy đánh lại số."
    if now < then:
        return None if now == 1 else "Số “{label}” đứng sau “{before}”: thứ tự đánh số bị đảo."
    if now == then + 1 or _is_latin_step(before, label):
        return None
    return "Đánh số nhảy từ “{before}” đến “{label}”. Hãy kiểm tra xem có thiếu mục hoặc sai số."


def _is_latin_step(before: Label, label: Label) -> bool:
    """``d)`` → ``e)`` as in the Latin alphabet."""
    a, b = before.text.strip("().")[:1].lower(), label.text.strip("().")[:1].lower()
    return a in LATIN and b in LATIN and LATIN.index(b) == LATIN.index(a) + 1


RULES = (
    Rule(
        "KH201",
        "numbering",
        "warning",
        SOURCE,
        find_broken_numbering,
        "Số thứ tự nhảy, lặp hoặc đảo",
        "Mục, khoản, điểm phải đánh số liên tục để viện dẫn được. Hãy kiểm tra xem thiếu mục nào hay sai số.",
    ),
    Rule(
        "KH204",
        "numbering",
        "warning",
        "Số thứ tự trong bảng phải liên tục",
        find_broken_numbering_of_rows,
        "Số thứ tự trong bảng nhảy hoặc lặp",
        "Hãy kiểm tra xem bảng thiếu dòng nào hay sai số.",
    ),
    Rule(
        "KH202",
        "numbering",
        "info",
        SOURCE,
        find_foreign_letters,
        "Thứ tự điểm không theo bảng chữ cái tiếng Việt",
        "Các điểm đánh theo thứ tự chữ cái tiếng Việt: sau d là đ, sau e là g; không dùng f, j, w, z.",
    ),
    Rule(
        "KH203",
        "numbering",
        "warning",
        "Mục không có nội dung thì không giao được việc gì",
        find_empty_sections,
        "Mục chỉ có tiêu đề",
        "Tiêu đề không có nội dung thường do xóa sót hoặc đánh số sai cấp. Hãy viết nội dung, bỏ mục hoặc sửa cấp.",
    ),
)
