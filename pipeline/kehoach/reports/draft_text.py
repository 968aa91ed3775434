"""A draft as Markdown or as one page, from jinja2 templates that an office may replace."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

from kehoach.draft import OPEN, Draft
from kehoach.plan import Plan
from kehoach.reports.annex import annex_rows, left_out_rows
from kehoach.reports.markdown import escape
from kehoach.reports.sheet import foot_of, letterhead_of
from kehoach.reports.vietnamese import clean


def draft_text(draft: Draft, format: str, *, clean_copy: bool, trace: Plan | None, templates: Path | None) -> str:
    """``draft`` in ``md`` or ``html``; whatever the document holds stays text."""
    package = PackageLoader("kehoach", "templates/official")
    loaders = [FileSystemLoader(templates), package] if templates else [package]
    environment = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=format == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = lambda text: escape(clean(text))
    environment.filters["plain"] = clean
    questions: dict[str | None, list[object]] = {}
    for question in [] if clean_copy else draft.open:
        questions.setdefault(question.block, []).append(question)
    return environment.get_template(f"draft.{format}.j2").render(
        head=letterhead_of(draft.plan),
        blocks=draft.plan.blocks,
        foot=foot_of(draft.plan),
        questions=questions,
        open=OPEN,
        annex=annex_rows(draft, trace) if trace and not clean_copy else [],
        left_out=left_out_rows(draft, trace) if trace and not clean_copy else [],
    )
