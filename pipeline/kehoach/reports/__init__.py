"""A plan in the forms that people and programs take: the contract's JSON, the one-page summary, workbook sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from kehoach.plan import Plan

Format: TypeAlias = Literal["json", "md", "html", "docx", "xlsx"]
FORMATS: tuple[str, ...] = get_args(Format)
BINARY_FORMATS = ("docx", "xlsx")


def render(plan: Plan, format: Format) -> bytes:
    """``plan`` as the bytes of a file: ``json`` is the contract, ``md``, ``html`` and ``docx`` the one-page summary,
    ``xlsx`` the duty matrix, targets and other lists as sheets. The same plan gives the same bytes.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format: {format!r}")
    if format == "json":
        return _json(plan)
    if format == "xlsx":
        from kehoach.reports.sheets import workbook

        return workbook(plan)
    from kehoach.reports.summary import summarise

    summary = summarise(plan)
    if format == "md":
        from kehoach.reports.markdown import markdown

        return markdown(summary).encode()
    if format == "html":
        from kehoach.reports.html import page

        return page(summary).encode()
    from kehoach.reports.word import document

    return document(summary)


def _json(plan: Plan) -> bytes:
    """The contract's JSON; the controls that JSON leaves bare are escaped, since a terminal would obey them."""
    return re.sub("[\x7f-\x9f]", lambda c: f"\\u{ord(c[0]):04x}", plan.to_json() + "\n").encode()
