"""The checked-in schemas are those of the models, and what is written conforms to them in its fields."""

import json
from pathlib import Path

import pytest

from kehoach.plan import Plan, SourceInfo
from kehoach.schema import as_file, schemas

FOLDER = Path(__file__).parents[1] / "schemas"


@pytest.mark.parametrize("name", schemas())
def test_the_file_is_current(name):
    text = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert text == as_file(schemas()[name]), "run: kehoach schema -o schemas"


def test_no_file_is_left_over():
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in schemas()}


def test_the_schema_names_every_field_that_a_plan_writes():
    schema = schemas()["plan"]
    plan = Plan(source=SourceInfo(name="a", sha256="b", media_type="c"), text="")
    assert set(json.loads(plan.to_json())) == set(schema["properties"])
    assert "class" in schema["$defs"]["Award"]["properties"]
