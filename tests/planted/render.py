"""The same plan as plain text, as OCR output and as Markdown. Word and PDF are in ``render_word`` and ``render_pdf``.

All renderings say the same: the facts of the plan hold for each of them (for OCR without its letterhead, those of
``plan.without_letterhead()``).
"""

from __future__ import annotations

import re
import textwrap
from random import Random

from .facts import Letterhead, PlantedPlan, PlantedTable
from .layout import body_lines, line_of, motto, recipients_lines
from .render_pdf import as_pdf
from .render_word import as_docx


def pipe_table(table: PlantedTable) -> str:
    rows = [table.header, tuple("---" for _ in table.header), *table.rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def appendix_lines(plan: PlantedPlan) -> list[str]:
    if not plan.appendix:
        return []
    return ["PHỤ LỤC", plan.appendix.title or "", pipe_table(plan.appendix)]


def as_text(plan: PlantedPlan, columns: bool = False) -> str:
    """Plain text, a paragraph a line; with ``columns`` the letterhead stands side by side, as a text export has it."""
    parts: list[str] = []
    head = plan.letterhead
    if head:
        left, right = [*body_lines(head), head.number_line], [*motto(head), head.date_line]
        if columns:
            rows = max(len(left), len(right))
            left += [""] * (rows - len(left))
            right = [*right[:-1], *[""] * (rows - len(right)), right[-1]]
            width = max(map(len, left)) + 8
            parts.append("\n".join(f"{a:<{width}}{b}".rstrip() for a, b in zip(left, right, strict=True)))
        else:
            parts.append("\n".join([*body_lines(head), *motto(head), head.number_line, head.date_line]))
    parts += [f"KẾ HOẠCH\n{plan.header.title}"]
    for block in plan.blocks:
        parts += [line_of(block), *([pipe_table(block.table)] if block.table else [])]
    parts.append("\n".join(["Nơi nhận:", *recipients_lines(plan)]))
    parts.append("\n".join([*plan.signature.lines, "", plan.signature.name]))
    return "\n\n".join(parts + appendix_lines(plan)) + "\n"


def as_ocr_text(plan: PlantedPlan, rng: Random, letterhead: bool = False) -> str:
    """What OCR leaves: often no letterhead, lines cut by the page's width, pages that end inside a sentence.

    Task tables do not survive OCR as tables: render ``plan.without_tables()``.
    """
    if plan.tables:
        raise ValueError("render plan.without_tables()")
    wrapped, width = rng.random() < 0.5, rng.randrange(72, 96)
    parts: list[str] = []
    if letterhead and plan.letterhead:
        head = plan.letterhead
        parts.append("\n".join([*body_lines(head), *motto(head), head.number_line, head.date_line]))
    parts += ["KẾ HOẠCH", plan.header.title]
    filled, room, page = 0, rng.randrange(1500, 2400), 1
    for block in plan.blocks:
        line = line_of(block)
        cut = _cut(line, room - filled) if filled + len(line) > room else 0
        if cut:
            page += 1
            number = f"{page}\n\n" if rng.random() < 0.5 else ""
            ends = [line[:cut].rstrip(), line[cut:].lstrip()]
            filled, room = len(ends[1]), rng.randrange(1500, 2400)
            line = f"\n\n{number}".join(_wrapped(part, width) if wrapped else part for part in ends)
        else:
            filled += len(line)
            line = _wrapped(line, width) if wrapped else line
        parts.append(line)
    parts.append("\n".join(["Nơi nhận:", "", *recipients_lines(plan)]))
    parts += ["\n".join(plan.signature.lines), plan.signature.name]
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False) for part in text.split("\n")
    )


def _cut(line: str, near: int) -> int:
    """Where a page may end inside the paragraph: between two words of a sentence, the next in small letters."""
    places = [m.start() for m in re.finditer(r"(?<=[\w,]) (?=[a-zà-ỹđ])", line) if 40 < m.start() < len(line) - 30]
    return min(places, key=lambda p: abs(p - near), default=0)


def as_markdown(plan: PlantedPlan, rng: Random | None = None) -> str:
    """Markdown of a converter: pipes around letterhead and foot, marks on some headings and not on others."""
    rng = rng or Random(plan.seed)
    portal = rng.random() < 0.6  # a legal portal's export: lines broken at 70, no #
    parts = [_portal_head(plan.letterhead)] if plan.letterhead else []
    title = plan.header.title
    parts += ["**KẾ HOẠCH**", title] if portal else ["## **KẾ HOẠCH**", f"### **{title}**"]
    for block in plan.blocks:
        line = line_of(block).replace("\n", "\n\n")
        if block.heading and block.label not in ("-", "+"):
            line = _marked(line, block.depth, portal, rng)
        elif portal and rng.random() < 0.1 and block.label and block.label[0].isalnum():
            line = f"*{block.label}* {block.text}"
        parts += [_wrapped(line, 70) if portal else line, *([pipe_table(block.table)] if block.table else [])]
    parts.append(_portal_foot(plan) if portal or rng.random() < 0.5 else _plain_foot(plan))
    return "\n\n".join(parts + appendix_lines(plan)) + "\n"


def _marked(line: str, depth: int, portal: bool, rng: Random) -> str:
    if portal:
        return "\n\n".join(f"**{part}**" for part in line.split("\n\n")) if rng.random() < 0.9 else line
    hashes = "#" * rng.choice((2, 3, 4, min(depth + 1, 5)))
    return "\n\n".join(
        rng.choice((f"{hashes} **{part}**", f"{hashes} {part}", f"**{part}**", part)) for part in line.split("\n\n")
    )


def _portal_head(head: Letterhead) -> str:
    """Pipes around the cells; the superior body is not bold, of the issuer's lines at least the first is."""
    left, right = body_lines(head), motto(head)
    bold = 1 if head.upper else 0
    left[bold] = f"**{left[bold]}**"
    return "\n".join(
        [
            "|",
            *left,
            "-------",
            "|",
            f"**{right[0]}**",
            *right[1:],
            "---------------",
            "|",
            "|",
            head.number_line,
            "|",
            f"*{head.date_line}*",
            "|",
        ]
    )


def _portal_foot(plan: PlantedPlan) -> str:
    first, *rest = plan.signature.lines
    return "\n".join(
        ["|", "***Nơi nhận:***", *recipients_lines(plan), "|", f"**{first}**", *rest, "", plan.signature.name, "|"]
    )


def _plain_foot(plan: PlantedPlan) -> str:
    lines = "  \n".join(plan.signature.lines)
    return "\n\n".join(
        ["**Nơi nhận:**", "\n".join(recipients_lines(plan)), f"**{lines}**", f"**{plan.signature.name}**"]
    )


def ocr_of(plan: PlantedPlan) -> tuple[PlantedPlan, str]:
    """What OCR can show of the plan (seldom a letterhead, no tables), and its text."""
    rng, bare = Random(plan.seed), plan.without_tables()
    headless = bare.names_itself and rng.random() < 0.7
    shown = bare.without_letterhead() if headless else bare
    return shown, as_ocr_text(shown, rng, letterhead=not headless)


FORMATS = {"text": "txt", "columns": "txt", "md": "md", "docx": "docx", "auto": "docx", "pdf": "pdf", "ocr": "txt"}


def rendered(plan: PlantedPlan, form: str) -> tuple[PlantedPlan, bytes, str]:
    """The plan in one of FORMATS: what of it the file shows, the file, and its name."""
    content: str | bytes
    if form == "ocr":
        plan, content = ocr_of(plan)
    else:
        content = {
            "text": as_text,
            "columns": lambda p: as_text(p, columns=True),
            "md": as_markdown,
            "docx": as_docx,
            "auto": lambda p: as_docx(p, "automatic"),
            "pdf": as_pdf,
        }[form](plan)
    return plan, content if isinstance(content, bytes) else content.encode(), f"{plan.name}.{FORMATS[form]}"


__all__ = ["FORMATS", "as_docx", "as_markdown", "as_ocr_text", "as_pdf", "as_text", "rendered"]
