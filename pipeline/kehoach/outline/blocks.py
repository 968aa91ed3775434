"""Paragraphs of the body → the numbered tree of blocks: label, depth, parent, heading, roles, id."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass

from kehoach.outline.headings import DETAIL, Entry, is_bare_lead_in, mark_headings
from kehoach.outline.labels import BY_HOUR, Label
from kehoach.outline.roles import heading_roles, looks_back
from kehoach.outline.titles import find_titles
from kehoach.plan import Block, Role, Span

CLOSING = re.compile(
    r"^(?:Trên đây là|Căn cứ (?:nội dung )?Kế hoạch này|Yêu cầu (?:các|thủ trưởng|Thủ trưởng)|Đề nghị (?:các|thủ "
    r"trưởng|Thủ trưởng)|"
    r"Trong quá trình|Quá trình|Kế hoạch này|Nhận được Kế hoạch|Giao |UBND|Ủy ban nhân dân|Ban hành kèm)"
)
#: What is to be minded of a whole list: `* Lưu ý khi bình xét:`
NOTED = re.compile(r"(?:Lưu ý|Ghi chú)\b")
SUMS_UP = re.compile(r"^Trên đây là\b")
LEAD_IN = re.compile(r":$")
#: Styles of the items of one list
LISTED = ("letter)", "number)", "bracket", "criterion")
#: A line of a schedule: `Quý I/2026: …`
BY_TIME = re.compile(r"(?:Quý|Tháng|Tuần|Ngày|Đợt|Giai đoạn|Bước|Năm)\s[^:.;]{1,60}:\s")
#: One who is charged, in a list of such paragraphs
CHARGED = re.compile(r"(?:Giao|Đề nghị|Yêu cầu)\s")
FINISHED = re.compile(r"[.;,…]$")
#: Characters of a line of a list
LONGEST_LINE = 200
#: Characters of a line that tells the day of a programme
LONGEST_DAY = 100


@dataclass(slots=True)
class _Open:
    """A block whose children may follow: its style, label numbers, depth, place in the list and last child so far."""

    style: str
    numbers: tuple[int, ...]
    depth: int
    index: int
    last: Label | None = None


def build_blocks(entries: list[Entry], spans: list[Span]) -> list[Block]:
    """The blocks of a body. ``entries`` are its paragraphs in order, ``spans`` their places in the text."""
    nest(entries)
    mark_headings(entries)
    blocks: list[Block] = []
    governing: list[list[Role]] = []  # the roles in force below each block
    past: list[bool] = []  # does the block stand in a section that looks back
    ids = _ids([e.text for e in entries])
    for entry, span, block_id in zip(entries, spans, ids, strict=True):
        parent = blocks[entry.parent] if entry.parent is not None else None
        above = governing[entry.parent] if entry.parent is not None else []
        past.append((entry.parent is not None and past[entry.parent]) or (entry.heading and looks_back(entry.text)))
        roles: list[Role] = ["other"] if past[-1] else heading_roles(entry.text, above)
        roles = roles if entry.heading else []
        governing.append(roles or above)
        blocks.append(
            Block(
                id=block_id,
                parent=parent.id if parent else None,
                label=entry.label.text if entry.label else None,
                depth=entry.depth,
                heading=entry.heading,
                roles=roles,
                text=entry.text,
                span=span,
                page=entry.page,
                confidence=entry.confidence,
            )
        )
    return blocks


def _ids(texts: list[str]) -> list[str]:
    """Ids that an edit elsewhere leaves alone: from the words of the block and its number among equals."""
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        key = hashlib.sha1(" ".join(re.findall(r"\w+", text.casefold())).encode()).hexdigest()[:10]
        seen[key] += 1
        ids.append(f"b{key}" if seen[key] == 1 else f"b{key}-{seen[key]}")
    return ids


def nest(entries: list[Entry]) -> None:
    """Give every entry its depth and parent (index), and tell which are titles without a number.

    Labels of one style are siblings until a label of an outer style comes; a new style opens a deeper level. A plain
    paragraph belongs to the innermost heading-like entry. Depth 0 is preamble (before the first label) and closing.
    """
    titles = find_titles(entries)
    for i in titles:
        entries[i].is_title = True
    numbered = (i for i, e in enumerate(entries) if e.label and not e.label.style.startswith("bullet"))
    first = min(titles) if titles else next(numbered, None)
    end = _closing_start(entries, first, titles)
    stack: list[_Open] = []
    paragraph: int | None = None  # the last one outside the numbered part
    for i, entry in enumerate(entries):
        if first is None or i < first or i >= end:
            paragraph = _place_outside(entry, paragraph, i)
            continue
        if entry.is_title:
            del stack[0 if titles[i] == 1 or not stack or stack[0].style != "title" else 1 :]
            entry.depth, entry.parent = len(stack) + 1, stack[-1].index if stack else None
            stack.append(_Open("title", (), entry.depth, i))
            continue
        if entry.label is None:
            _place_plain(entries, stack, entry, i)
            continue
        _close(stack, entry.label)
        _close_lead_in(entries, stack, entry)
        if _tells_of_list(entries, stack, i):
            stack.pop()
        _open(stack, entry, i)


def _place_outside(entry: Entry, paragraph: int | None, i: int) -> int | None:
    """Place an entry of the preamble or closing: bullets hang on the paragraph before them. Returns that paragraph."""
    if entry.label is None:
        return i
    entry.depth, entry.parent = (0, None) if paragraph is None else (1, paragraph)
    return paragraph


def _closing_start(entries: list[Entry], first: int | None, titles: dict[int, int]) -> int:
    """Where the closing begins: the last plain paragraphs, from the first that reads like a closing.

    Bullets may follow the paragraph that sums up (``Trên đây là …, đề nghị:``); other ways to begin a closing are also
    those of duties.
    """
    if first is None:
        return len(entries)
    if titles:  # the paragraphs below the last title are its own
        last = range(max(max(titles) + 2, len(entries) - 2), len(entries))
        return next((i for i in last if SUMS_UP.match(entries[i].text) or _ends_plan(entries, i)), len(entries))
    tail = range(_tail_start(entries, first), len(entries))
    bulleted = range(_tail_start(entries, first, bullets=True), len(entries))
    title = entries[tail[0] - 1] if len(tail) > 1 else None
    if title and title.label and not title.label.style.startswith("bullet") and not FINISHED.search(title.text):
        tail = tail[1:]  # the first is what the title stands over
    openings = [i for i in tail if CLOSING.match(entries[i].text) and not _among_charged(entries, i, tail)]
    openings += [i for i in bulleted if entries[i].label is None and SUMS_UP.match(entries[i].text)]
    if openings:
        return min(openings)
    title_waits = len(tail) == 1 and not FINISHED.search(entries[tail[0] - 1].text) and tail[0] - 1 > first
    ends = len(tail) > 0 and entries[-1].text.rstrip().endswith("/.")
    return len(entries) - 1 if ends and not title_waits else len(entries)


def _among_charged(entries: list[Entry], i: int, tail: range) -> bool:
    """One of several paragraphs that charge bodies (``Giao Phòng Kinh tế …``), which a last one follows?"""
    alike = [k for k in range(tail[0] - 1, tail[-1] + 1) if CHARGED.match(entries[k].text)]
    return i != len(entries) - 1 and i in alike and len(alike) > 2


def _ends_plan(entries: list[Entry], i: int) -> bool:
    return i == len(entries) - 1 and entries[i].label is None and CLOSING.match(entries[i].text) is not None


def _tail_start(entries: list[Entry], first: int, bullets: bool = False) -> int:
    """Where the plain paragraphs at the end begin, if wished with bullets among them."""
    start = len(entries)
    while start - 1 > first:
        label = entries[start - 1].label
        if label is not None and not (bullets and label.style.startswith("bullet")):
            break
        start -= 1
    return start


def _place_plain(entries: list[Entry], stack: list[_Open], entry: Entry, i: int) -> None:
    while stack and (
        _tells_of_all(entries, stack[-1], i)
        or not (
            _tells_of_item(entries, stack[-1], i)
            or _lists_lines(entries, stack[-1], i)
            or _may_hold_paragraphs(entries, stack)
        )
    ):
        stack.pop()
    entry.depth = stack[-1].depth + 1 if stack else 1
    entry.parent = stack[-1].index if stack else None
    if LEAD_IN.search(entry.text) or _opens_programme(entries, i):
        stack.append(_Open("plain", (), entry.depth, i))


def _opens_programme(entries: list[Entry], i: int) -> bool:
    """``Ngày thứ nhất (thứ Bảy, 27/6/2026)`` over lines that begin with the hour?"""
    after = entries[i + 1] if i + 1 < len(entries) else None
    return bool(after and BY_HOUR.match(after.text)) and not (
        BY_HOUR.match(entries[i].text) or FINISHED.search(entries[i].text) or len(entries[i].text) > LONGEST_DAY
    )


def _tells_of_item(entries: list[Entry], top: _Open, i: int) -> bool:
    """``Đơn vị chủ trì: …`` without a mark below the one item since the heading, or since the last such lines."""
    if top.style == "plain" or not all(_is_detail(entry) for entry in entries[top.index + 1 : i + 1]):
        return False
    before = top.index - 1
    return before >= 0 and (entries[top.index].parent == before or _is_detail(entries[before]))


def _tells_of_all(entries: list[Entry], top: _Open, i: int) -> bool:
    """``Đơn vị chủ trì: …`` right behind the last of several numbered sentences, none of which has such lines."""
    last = entries[top.index]
    if i != top.index + 1 or not _is_detail(entries[i]) or not _is_finished(last) or top.numbers[-1:] in ((), (1,)):
        return False
    return not any(map(_is_detail, entries[last.parent + 1 if last.parent is not None else 0 : top.index]))


def _is_detail(entry: Entry) -> bool:
    return entry.label is None and DETAIL.match(entry.text) is not None


def _lists_lines(entries: list[Entry], top: _Open, i: int) -> bool:
    """Do lines without a mark of their own stand below a lead-in, each but the last ended by a semicolon, each
    behind its time (``Quý I/2026: …``, ``7 giờ 30: …``), or several that no mark ends (``Âm thanh: 5.000.000đ``)?
    """
    if top.style != "plain":
        return False
    lines = [e for e in entries[top.index + 1 : i + 1] if e.parent in (None, top.index)]
    if all(e.label is None and (BY_TIME.match(e.text) or BY_HOUR.match(e.text)) for e in lines):
        return True
    if _opens_programme(entries, i):
        return False
    first = entries[top.index + 1 : top.index + 3]
    if len(first) == 2 and all(map(_is_open_line, [*first, *lines])):
        return True
    divided = entries[i - 1] if entries[i - 1].parent == top.index else entries[i]
    return divided.label is None and divided.text.rstrip().endswith(";")


def _is_open_line(entry: Entry) -> bool:
    """A line of a list that shows neither marks before its lines nor behind them."""
    text = entry.text.rstrip()
    return entry.label is None and not FINISHED.search(text) and not text.endswith(":") and len(text) <= LONGEST_LINE


def _may_hold_paragraphs(entries: list[Entry], stack: list[_Open]) -> bool:
    """A plain paragraph stands under a title, not under a finished sentence or a lead-in of bullets."""
    top = stack[-1]
    text = entries[top.index].text.rstrip()
    if top.style == "plain":
        return False
    if top.style in LISTED and _is_finished(entries[top.index]) and top.numbers and top.numbers[-1] > 1:
        return False  # what follows the last of a list is told beside it
    if top.style.startswith("bullet"):
        return not _is_finished(entries[top.index]) and not entries[top.index].has_bullets and len(text) < 120
    return True


def _close(stack: list[_Open], label: Label) -> None:
    """Pop what the label ends."""
    if label.style.startswith("dotted"):
        _close_dotted(stack, label)
        return
    if any(o.style == label.style for o in stack):
        while stack[-1].style != label.style:
            stack.pop()
        stack.pop()
    elif len(label.numbers) > 1:
        _close_to_parent(stack, label)
    elif label.style == "number.":
        dotted = next((i for i, o in enumerate(stack) if o.style.startswith("dotted")), None)
        if (
            dotted is not None
            and stack[dotted].numbers[0] < label.numbers[0]
            and not any(o.style in ("letter)", "bullet-") for o in stack[dotted:])
        ):
            del stack[dotted:]


def _close_to_parent(stack: list[_Open], label: Label) -> None:
    """``I.1.`` stands under ``I.`` and ``a1)`` under ``a)``, whatever stands between."""
    kind = label.style.rstrip("0123456789.)")
    parents = [i for i, o in enumerate(stack) if o.numbers == label.numbers[:-1] and o.style.startswith(kind)]
    if parents:
        del stack[parents[-1] + 1 :]


def _close_dotted(stack: list[_Open], label: Label) -> None:
    """``2.1.`` stands beside ``1.3.`` and ``2.2.``, under ``2.``."""
    while stack:
        top = stack[-1]
        if top.style == label.style:
            stack.pop()
            return
        if top.numbers == label.numbers[:-1] and top.style in (
            "number.",
            "number)",
            "number/",
            f"dotted{len(label.numbers) - 1}",
        ):
            return
        if top.style.startswith(("part", "roman", "capital")) and not any(o.style == label.style for o in stack):
            return
        stack.pop()


def _close_lead_in(entries: list[Entry], stack: list[_Open], entry: Entry) -> None:
    """Bullets and letters belong to the lead-in before them (``…, gồm:``), and so do numbered sentences where it is a
    title (``Lộ trình chung:``); beside a sentence (``… thực hiện như sau:``) numbered items stand at its depth.

    A finished bullet holds bullets only.
    """
    assert entry.label is not None
    bullet = entry.label.style.startswith("bullet")
    inner = bullet or entry.label.style.startswith(("letter", "bracket", "number)"))
    sentence = re.search(r"[.;]$", entry.text.rstrip()) is not None and len(entry.text.split()) > 8
    while stack:
        top = stack[-1]
        if top.style == "plain":
            goes_on = top.last is not None and entry.label.follows(top.last)
            ended = not inner and not goes_on and not (sentence and is_bare_lead_in(entries[top.index].text))
        else:
            ended = top.style.startswith("bullet") and not bullet and _is_finished(entries[top.index])
        if not ended:
            return
        stack.pop()


def _tells_of_list(entries: list[Entry], stack: list[_Open], i: int) -> bool:
    """``* Thời gian thực hiện: …`` behind several bullets of another style, of which none has the like: of them all."""
    entry, top = entries[i], stack[-1] if stack else None
    if top and top.style == "letter)" and entry.label and NOTED.match(entry.text):
        return entry.label.style.startswith("bullet")
    listed = top is not None and top.style.startswith(("bullet", "bracket"))
    if not (top and listed and entry.label and DETAIL.match(entry.text)):
        return False
    parent = entries[top.index].parent
    first = parent + 1 if parent is not None else 0
    beside = [e for e in entries[first:i] if e.parent == parent and e.label and e.label.style == top.style]
    inner = any(e.parent is not None and e.parent >= first and e.depth > top.depth for e in entries[first:i])
    return entry.label.style.startswith("bullet") and len(beside) > 1 and not inner


def _is_finished(entry: Entry) -> bool:
    return FINISHED.search(entry.text.rstrip()) is not None


def _open(stack: list[_Open], entry: Entry, i: int) -> None:
    assert entry.label is not None
    entry.depth = stack[-1].depth + 1 if stack else 1
    entry.parent = stack[-1].index if stack else None
    if stack:
        stack[-1].last = entry.label
    stack.append(_Open(entry.label.style, entry.label.numbers, entry.depth, i))
