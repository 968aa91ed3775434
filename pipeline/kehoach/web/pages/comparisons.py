"""``/compare``: a plan and one or several lower plans: what is carried, dropped, weaker; the coverage of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

import kehoach
from kehoach.comparison.matrix import coverage_matrix
from kehoach.errors import KehoachError
from kehoach.reports.comparison import (
    COMPARISON_FORMATS,
    MATRIX_FORMATS,
    ComparisonFormat,
    MatrixFormat,
    render_comparison,
    render_matrix,
)
from kehoach.reports.comparison_page import filters_of
from kehoach.reports.coverage import LEGEND, coverage
from kehoach.reports.side_by_side import KINDS, SIDE_LEVELS, side_by_side
from kehoach.store import Store
from kehoach.web.context import AnId, TheStore, computed, known_format
from kehoach.web.context import download as saved_as
from kehoach.web.media import MEDIA, file_name
from kehoach.web.plan_tree import upper_first
from kehoach.web.rendering import page
from kehoach.web.typed_values import typed_list

router = APIRouter(prefix="/compare", include_in_schema=False)

MOST = 60  # lower plans of one comparison
_LISTED = 300  # plans to choose from

Children = Annotated[list[AnId] | None, Query()]


@router.get("")
def compare(
    store: TheStore,
    parent: AnId | None = None,
    child: Children = None,
    same: bool = False,
    communes: Annotated[str, Query(max_length=20_000)] = "",
    choose: bool = False,
) -> HTMLResponse:
    """The comparison of the plans that were chosen, else the choice."""
    below = [each for each in dict.fromkeys(child or []) if each != parent]
    if parent is None or not below or choose:
        return _choice(store, parent, below, same=same, communes=communes)
    if len(below) > MOST:
        raise KehoachError("too_many", f"Mỗi lần so sánh tối đa {MOST} kế hoạch cấp dưới. Hãy chọn ít hơn.")
    above = store.plan(parent).plan
    plans = [store.plan(each).plan for each in below]
    address = urlencode({"parent": parent, "child": below, "same": same, "communes": communes}, doseq=True)
    values: dict[str, Any] = {"parent": parent, "children": below, "address": address, "same": same}
    if len(plans) == 1 and not communes.strip():
        found = computed(lambda: kehoach.diff(above, plans[0], same_level=same))
        screen = side_by_side(found, above, plans[0])
        words: dict[str, Any] = {"kinds": KINDS, "side_levels": SIDE_LEVELS, "filters": filters_of(screen)}
        return page("comparison", "compare", screen=screen, **words, **values)
    places = typed_list(communes)
    matrix = computed(lambda: coverage_matrix(above, plans, communes=places, same_level=same))
    report = coverage(matrix, [above])
    return page("matrix", "compare", report=report, told=dict(LEGEND), **values)


def _choice(store: Store, parent: int | None, below: Sequence[int], *, same: bool, communes: str) -> HTMLResponse:
    """The choice; the plans that cite the parent come first and are chosen already. However many plans there are,
    those that are asked for stand in it.
    """
    found = store.search(per_page=_LISTED)
    citing = store.children(parent) if parent is not None else []
    asked = [store.summary(each) for each in [*([] if parent is None else [parent]), *below]]
    plans = list({hit.id: hit for hit in (*asked, *citing, *found.hits)}.values())
    cites = {each.id for each in citing}
    chosen = set(below or cites)
    return page(
        "compare",
        "compare",
        plans=sorted(upper_first(plans), key=lambda hit: hit.id != parent),
        ordered=sorted(plans, key=lambda hit: (hit.id not in below, hit.id not in cites)),
        parent=parent,
        chosen=chosen,
        citing=cites,
        same=same,
        communes=communes,
        more=found.total - len(found.hits),
    )


@router.get("/download/{format}")
def download(
    format: str, store: TheStore, parent: AnId, child: Children = None, same: bool = False, communes: str = ""
) -> Response:
    """The comparison or the matrix as a file."""
    below = list(dict.fromkeys(child or []))[:MOST]
    above = store.plan(parent).plan
    stored = [store.plan(each) for each in below]
    plans = [each.plan for each in stored]
    single = len(plans) == 1 and not communes.strip()
    name = f"So sanh {stored[0].name}" if single else "Do phu.x"
    if single:
        chosen = cast(ComparisonFormat, known_format(format, COMPARISON_FORMATS))
        found = computed(lambda: kehoach.diff(above, plans[0], same_level=same))
        data = computed(lambda: render_comparison(found, above, plans[0], chosen))
    else:
        table = cast(MatrixFormat, known_format(format, MATRIX_FORMATS))
        matrix = computed(lambda: coverage_matrix(above, plans, communes=typed_list(communes), same_level=same))
        data = computed(lambda: render_matrix(matrix, [above], table))
    media = MEDIA.get(format, "text/plain; charset=utf-8")
    return saved_as(data, file_name(name, "txt" if format == "text" else format), media)
