"""The JSON Schemas of what Kehoach exchanges, generated from the models; ``schemas/`` holds them as files."""

from __future__ import annotations

import json

from kehoach.comparison.model import Comparison, Matrices, Matrix
from kehoach.draft import Draft
from kehoach.locality import Locality
from kehoach.plan import Model, Plan


def schemas() -> dict[str, dict[str, object]]:
    """The schema of each document by its name."""
    return {
        "plan": _schema(Plan),
        "draft": _schema(Draft),
        "locality": _schema(Locality),
        "comparison": _schema(Comparison),
        "matrix": _schema(Matrix),
        "matrices": _schema(Matrices),
    }


def _schema(model: type[Model]) -> dict[str, object]:
    body = model.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}


def as_file(schema: dict[str, object]) -> str:
    """A schema as the text of its file ``NAME.schema.json``."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
