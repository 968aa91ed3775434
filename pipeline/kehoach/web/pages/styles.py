"""``/styles/…``: the style sheets of reports, as their own templates hold them, for pages that show the same parts."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from kehoach.errors import KehoachError
from kehoach.reports.comparison_page import FILTERS
from kehoach.web.rendering import templates

router = APIRouter(prefix="/styles", include_in_schema=False)

SHEETS = {"summary": "summary/page.css.j2", "comparison": "comparison/parts.css.j2"}


@router.get("/{name}.css")
def sheet(name: str) -> Response:
    """One style sheet."""
    if name not in SHEETS:
        raise KehoachError("not_found", "Không có trang hoặc dữ liệu ở địa chỉ này.")
    text = templates().get_template(SHEETS[name]).render(filters=FILTERS)
    return Response(text, media_type="text/css; charset=utf-8", headers={"Cache-Control": "no-cache"})
