"""The templates of pages that stand alone: jinja2 as every report uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.reports.vietnamese import clean

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment


def environment(*loaders: str | BaseLoader, escaped: bool = True) -> Environment:
    """Templates of the package's folders (``templates/summary``), or of other loaders; the first that has one gives it.

    A value that is missing is an error. ``escaped``: whatever a document holds stays text in HTML.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader("kehoach", of) if isinstance(of, str) else of for of in loaders]),
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["clean"] = clean
    return made
