"""The parts of a page that stand in columns side by side: the letterhead and the foot.

NĐ 30/2020, Phụ lục I, II: issuer and number stand left of Quốc hiệu and date (boxes 1–4), the recipients left of the
signature (boxes 7, 9). Both come out as a ``Grid``, as if they were the tables without borders that Word makes of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.alphabet import LOWER
from kehoach.ingest.page_layout import Line, Page, append, in_rows, joined
from kehoach.ingest.source import Grid

_MOTTO = re.compile(r"^(?:CỘNGH(?:ÒA|OÀ|OA)XÃHỘICHỦNGHĨAVIỆTNAM|ĐẢNGCỘNGSẢNVIỆTNAM)\W*$")
_NUMBER = re.compile(r"^S[ốôoỐ]\s?:|^S[ốỐ]\s.*[/-][A-ZĐ]")
_DATE = re.compile(r"ng[àa]y\b.*th[áa]ng\b.*n[ăa]m\b")
_RECIPIENTS = re.compile(rf"^\W{{0,3}}(?i:Nơi\s+(?:nhận|gửi))(?!\s+[{LOWER}])\s*:?")
_ITEM = re.compile(r"^[-–—+•*]")
_DONE = re.compile(r"[;.:]$")
_APPENDIX = re.compile(r"^(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|DANH SÁCH|Mẫu số)\b")

# Font sizes: white space above a line that ends a letterhead, or a foot (room for the signature).
_HEAD_GAP, _FOOT_GAP = 4.0, 12.0


@dataclass(slots=True)
class Columns:
    """A region in columns: where it begins and ends (baselines) and what it says."""

    top: float
    bottom: float
    grid: Grid


def is_motto(text: str) -> bool:
    """Whether a line is the first of Quốc hiệu (or of a Party document's head), with or without its spaces."""
    return _MOTTO.match(text.replace(" ", "").upper()) is not None


def take_columns(page: Page) -> list[Columns]:
    """The letterheads and feet of a page; their lines are taken out of ``page.lines``."""
    found = []
    for line in list(page.lines):
        if is_motto(line.text) and line in page.lines:
            region = _letterhead(page, line)
        elif _RECIPIENTS.match(line.text) and line in page.lines:
            region = _foot(page, line)
        else:
            continue
        if region:
            found.append(region)
    return found


def _letterhead(page: Page, motto: Line) -> Columns | None:
    # Up to the line above: the issuer may begin there, and the text before a letterhead in mid page ends higher.
    beside = [
        line
        for line in page.lines
        if line.x1 < motto.x0 and -1.8 < (line.y - motto.y) / motto.size < 3 and not line.text.isdigit()
    ]
    if not beside:
        return None
    split = (max(line.x1 for line in beside) + motto.x0) / 2
    left_center = sum(line.center for line in beside) / len(beside)
    top = last = min(motto.y, *(line.y for line in beside))
    rows: list[tuple[list[Line], list[Line]]] = []
    for row in in_rows([line for line in page.lines if line.y >= last - 1]):
        left, right = [line for line in row if line.x1 <= split], [line for line in row if line.x0 >= split]
        fits = len(left) + len(right) == len(row) and row[0].y - last < _HEAD_GAP * motto.size
        fits = fits and (not left or abs(joined(left).center - left_center) < 75)
        if not fits or (right and abs(joined(right).center - motto.center) > 45):
            break
        rows.append((left, right))
        last = row[0].y
    _remove(page, [line for left, right in rows for line in left + right])
    cells = _head_cells(rows)
    return Columns(top, last, Grid(cells, page.number)) if cells else None


def _head_cells(rows: list[tuple[list[Line], list[Line]]]) -> list[list[str]]:
    """Two rows: issuer | motto and number | date. Without a number and date only the first."""
    cells: list[list[list[str]]] = [[[], []], [[], []]]
    below = 0
    for left, right in rows:
        texts = [joined(side).text if side else "" for side in (left, right)]
        if _NUMBER.match(texts[0]) or _DATE.search(texts[1]):
            below = 1
        for column, text in enumerate(texts):
            if text:
                cells[below][column].append(text)
    grid = [["\n".join(lines) for lines in row] for row in cells]
    return [row for row in grid if any(row)]


def _foot(page: Page, head: Line) -> Columns | None:
    """From ``Nơi nhận`` on: what begins left of the page's middle, and the blocks right of it."""
    top = head.y - 3.2 * head.size
    region = [line for line in page.lines if line.y >= top]
    split = max(head.x1, head.x0 + 0.28 * page.width)
    left: list[Line] = []
    right: list[Line] = []
    last = head.y
    for row in in_rows(region):
        sides = [line for line in row if line.x0 < split], [line for line in row if line.x0 >= split]
        if row[0].y < head.y - 0.4 * head.size:
            # Above the recipients only the first lines of the signature may stand, not the end of the text.
            if sides[0] or not _is_signature(sides[1], page):
                left, right = [], []
            else:
                right += sides[1]
            continue
        size = max(line.size for line in row)
        if row[0].y - last > _FOOT_GAP * size or _ends_foot(sides[0], page) or _is_title(sides, right, page):
            break
        left += sides[0]
        right += sides[1]
        last = row[0].y
    if not right:
        return None
    _remove(page, left + right)
    cells = [_recipients(left), *("\n".join(block) for block in _blocks(right))]
    return Columns(min(line.y for line in left + right), last, Grid([cells], page.number))


def _is_signature(lines: list[Line], page: Page) -> bool:
    return bool(lines) and lines[0].x0 > 0.42 * page.width and joined(lines).text.isupper()


def _ends_foot(left: list[Line], page: Page) -> bool:
    """Whether a line that begins on the left is no recipient: a title, or text as wide as the page."""
    if not left:
        return False
    line = joined(left)
    centered = abs(line.center - page.width / 2) < 40 and line.x0 > 0.2 * page.width
    return bool(_APPENDIX.match(line.text)) or line.x1 > 0.72 * page.width or (centered and bool(line.bold))


def _is_title(sides: tuple[list[Line], list[Line]], signature: list[Line], page: Page) -> bool:
    """Whether a lone line right of the split is centred on the page and not under the signature: a title."""
    left, right = sides
    if left or len(right) != 1 or abs(right[0].center - page.width / 2) > 40:
        return False
    aside = signature and abs(right[0].center - sum(line.center for line in signature) / len(signature)) > 60
    return bool(aside) or _APPENDIX.match(right[0].text) is not None


def _recipients(lines: list[Line]) -> str:
    """The left cell, with the entries that run over several lines joined."""
    found: list[str] = []
    for row in in_rows(lines):
        text = joined(row).text
        if found and not _ITEM.match(text) and not _DONE.search(found[-1]) and not _RECIPIENTS.match(found[-1]):
            found[-1] = append(found[-1], text)
        else:
            found.append(text)
    return "\n".join(found)


def _blocks(lines: list[Line]) -> list[list[str]]:
    """The signature blocks that stand side by side, from left to right."""
    spans: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if spans and line.x0 < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], line.x1)
        else:
            spans.append((line.x0, line.x1))
    # A block that never has a neighbour on its row is only set a little aside, such as a name under its title.
    rows = in_rows(lines)
    if len(spans) < 2 or max(len(row) for row in rows) < 2:
        return [[joined(row).text for row in rows]]
    blocks = []
    for x0, x1 in spans:
        inside = [line for line in lines if x0 <= line.x0 < x1]
        blocks.append([joined(row).text for row in in_rows(inside)])
    return blocks


def _remove(page: Page, lines: list[Line]) -> None:
    gone = set(map(id, lines))
    page.lines = [line for line in page.lines if id(line) not in gone]
