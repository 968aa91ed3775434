"""Comparisons of plans of the store."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

import kehoach
from kehoach.comparison.model import Comparison, Matrix
from kehoach.web.context import AnId, TheStore, computed

router = APIRouter(prefix="/api/v1", tags=["comparisons"])


class Asked(BaseModel):
    """The plans to compare: one child gives a comparison, several give the coverage matrix."""

    model_config = ConfigDict(extra="forbid")

    parent: AnId
    children: list[AnId] = Field(min_length=1, max_length=500)
    same_level: bool = False
    full: bool = False


@router.post("/diff", response_model=Comparison | Matrix)
def diff(asked: Asked, store: TheStore) -> Response:
    """What lower plans carry of a higher one."""
    parent = store.plan(asked.parent).plan
    children = [store.plan(id).plan for id in asked.children]

    def work() -> Comparison | Matrix:
        if len(children) == 1:
            found = kehoach.diff(parent, children[0], same_level=asked.same_level)
            if asked.full:
                found.parent_plan, found.child_plan = parent, children[0]
            return found
        from kehoach.comparison.matrix import coverage_matrix

        return coverage_matrix(parent, children, same_level=asked.same_level)

    return Response(computed(work).to_json(), media_type="application/json")
