"""``Summary`` → Markdown. What comes from the document is escaped: it stays text whatever it holds."""

from __future__ import annotations

import re

from kehoach.reports.page import Cell, Section, Summary
from kehoach.reports.vietnamese import UNKNOWN


def markdown(summary: Summary) -> str:
    """The summary as Markdown (tables as in GitHub's dialect)."""
    letterhead = [_cell(summary.issuer), f"Số: {_cell(summary.number)}"]
    parts = [" · ".join(letterhead), f"# {escape(summary.heading)}", f"**{_cell(summary.title)}**"]
    parts += [f"> **Lưu ý:** {escape(notice)}" for notice in summary.notices]
    parts.append("\n".join(f"- **{label}:** {_cell(cell)}" for label, cell in summary.facts))
    for section in summary.sections:
        parts += [f"## {section.title}", _section(section)]
    parts += ["---", f"*{escape(summary.origin)}*"]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """``text`` with every character that Markdown or HTML would obey made harmless."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = re.sub(r"([\\`*_{}\[\]|~#!])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])(?=\s|$)|^([-+=>])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)


def _cell(cell: Cell, unknown: str = UNKNOWN) -> str:
    words = escape(cell.text) if cell.text else f"*{unknown}*"
    return f"{words} *{escape(cell.remark)}*" if cell.note else words


def _section(section: Section) -> str:
    if not section.rows:
        return f"*{section.nothing}*"
    rest = f"*{section.rest}*" if section.more else ""
    if section.columns:
        lines = [section.columns, tuple("---" for _ in section.columns)]
        lines += [tuple(_cell(cell, unknown="–") for cell in row) for row in section.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"{table}\n\n{rest}" if rest else table
    entries = [*(": ".join(map(_cell, row)) for row in section.rows), *([rest] if rest else [])]
    return "; ".join(entries) if section.inline else "\n".join(f"- {entry}" for entry in entries)
