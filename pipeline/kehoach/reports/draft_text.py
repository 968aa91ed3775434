"""A draft as Markdown or as one page, from jinja2 templates that an office may replace."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import FileSystemLoader
from markupsafe import Markup
from markupsafe import escape as escape_html

from kehoach.draft import OPEN, Draft
from kehoach.plan import Plan
from kehoach.reports.annex import annex_rows, left_out_rows
from kehoach.reports.environment import environment
from kehoach.reports.markdown import escape
from kehoach.reports.sheet import foot_of, is_title, letterhead_of
from kehoach.reports.vietnamese import clean


def draft_text(draft: Draft, format: str, *, clean_copy: bool, trace: Plan | None, templates: Path | None) -> str:
    """``draft`` in ``md`` or ``html``; whatever the document holds stays text."""
    own = [FileSystemLoader(templates)] if templates else []
    made = environment(*own, "templates/official", escaped=format == "html")
    made.filters["md"] = lambda text: escape(clean(text))
    made.filters["plain"] = clean
    made.filters["wide"] = lambda line: Markup("&emsp;").join(escape_html(p) for p in _gaps(clean(line)))
    made.filters["marked"] = lambda text: Markup(f"<mark>{OPEN}</mark>").join(map(escape_html, clean(text).split(OPEN)))
    questions: dict[str | None, list[object]] = {}
    for question in [] if clean_copy else draft.open:
        questions.setdefault(question.block, []).append(question)
    return made.get_template(f"draft.{format}.j2").render(
        head=letterhead_of(draft.plan),
        blocks=draft.plan.blocks,
        first=next((i for i, b in enumerate(draft.plan.blocks) if b.depth > 0), 0),
        bold=is_title,
        foot=foot_of(draft.plan),
        questions=questions,
        open=OPEN,
        annex=annex_rows(draft, trace) if trace and not clean_copy else [],
        left_out=left_out_rows(draft, trace) if trace and not clean_copy else [],
    )


def _gaps(line: str) -> list[str]:
    """A line of the head cut where a number or day is written by hand."""
    return re.split(r"(?<=ngày) (?=tháng)|(?<=Số:) ?(?=/)", line)
