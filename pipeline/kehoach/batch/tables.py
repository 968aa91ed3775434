"""Plans → the tables of a shard as Parquet, in columns of plain types that pandas, DuckDB and Spark open.

Every row names its document by ``sha256``. Lists of names are one text, parted by "; ". Dates are text, as in the
contract: they may be cut to what is known. Spans are ``span_start`` and ``span_end``; ``n`` counts the rows of a
document.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

from kehoach.batch.outcome import Outcome, year_of

Row: TypeAlias = dict[str, Any]
PlanJson: TypeAlias = dict[str, Any]
AT_ONCE = 20_000  # rows of a shard that are held before they are written

_TEXT, _WHOLE, _NUMBER, _TRUTH = "string", "int64", "double", "bool"


def _columns(text: str = "", **others: str) -> dict[str, str]:
    return {"sha256": _TEXT, **dict.fromkeys(text.split(), _TEXT), **others}


_PLACE = {"n": _WHOLE, "span_start": _WHOLE, "span_end": _WHOLE, "block": _TEXT, "page": _WHOLE}
_COUNTED = ("blocks", "citations", "targets", "criteria", "awards", "timeline", "assignments", "tables", "appendices")
_SEVERITIES = ("error", "warning", "info")

COLUMNS: dict[str, dict[str, str]] = {
    "plans": _columns(
        "name media_type status issuer issuer_kind level document_type number place date title movement "
        "period_start period_end parent promulgated_by_type promulgated_by_number promulgated_by_date marks "
        "signed_as position signer",
        pages=_WHOLE,
        ocr=_TRUTH,
        year=_WHOLE,
        characters=_WHOLE,
        **dict.fromkeys(_COUNTED, _WHOLE),
        **{f"findings_{severity}": _WHOLE for severity in _SEVERITIES},
    ),
    "targets": _columns(
        "quote indicator comparator unit due", value=_NUMBER, value_to=_NUMBER, whole=_NUMBER, **_PLACE
    ),
    "timeline": _columns("quote time kind starts ends recurrence actors", **_PLACE),
    "assignments": _columns("lead partners quote task product due", **_PLACE),
    "awards": _columns("form class authority occasion quote", **_PLACE),
    "citations": _columns("type number date issuer title quote", basis=_TRUTH, **_PLACE),
    "findings": _columns("id code kind severity field quote right message source waived", **_PLACE),
    "files": _columns("name status code message version", page=_WHOLE, bytes=_WHOLE, seconds=_NUMBER),
}


def rows_of(outcome: Outcome, plan: PlanJson | None) -> Iterator[tuple[str, Row]]:
    """A document → the rows of each table; of one that could not be read only that of ``files``."""
    yield "files", {name: getattr(outcome, name) for name in COLUMNS["files"]}
    if plan is None:
        return
    sha256 = outcome.sha256
    pages = {block["id"]: block["page"] for block in plan["blocks"]}
    yield "plans", _plan(plan)
    for table, facts in _FACTS.items():
        for n, (place, row) in enumerate(facts(plan), 1):
            span = place["span"] or (None, None)
            where = {"n": n, "span_start": span[0], "span_end": span[1]}
            block = place.get("block") or row.get("block")
            yield table, {**row, "sha256": sha256, **where, "block": block, "page": pages.get(block)}


def _plan(plan: PlanJson) -> Row:
    source, header, signature = plan["source"], plan["header"], plan["signature"]
    issuer, period, decision = header["issuer"], header["period"] or {}, header["promulgated_by"] or {}
    severities = Counter(f["severity"] for f in plan["findings"] if f["waived"] is None)
    return {
        **{name: source[name] for name in ("sha256", "name", "media_type", "status", "pages", "ocr")},
        **{name: header[name] for name in ("document_type", "number", "place", "date", "title", "movement", "parent")},
        "issuer": issuer["name"],
        "issuer_kind": issuer["kind"],
        "level": issuer["level"],
        "period_start": period.get("start"),
        "period_end": period.get("end"),
        "year": year_of(header["date"]),
        **{f"promulgated_by_{name}": decision.get(name) for name in ("type", "number", "date")},
        "signed_as": signature["capacity"],
        "position": signature["position"],
        "signer": signature["name"],
        "marks": _listed(header["marks"]),
        "characters": len(plan["text"]),
        **{name: len(plan[name]) for name in _COUNTED},
        **{f"findings_{severity}": severities[severity] for severity in _SEVERITIES},
    }


def _listed(names: list[str]) -> str:
    return "; ".join(names)


def _targets(plan: PlanJson) -> Iterator[tuple[Row, Row]]:
    for target in plan["targets"]:
        yield target, {**target, "whole": target["of"]}


def _timeline(plan: PlanJson) -> Iterator[tuple[Row, Row]]:
    for each in plan["timeline"]:
        yield each, {**each, "starts": each["start"], "ends": each["end"], "actors": _listed(each["actors"])}


def _assignments(plan: PlanJson) -> Iterator[tuple[Row, Row]]:
    """A row a task."""
    for duty in plan["assignments"]:
        shared = {
            "lead": _listed(duty["lead"]),
            "partners": _listed(duty["partners"]),
            "quote": duty["quote"],
            "block": duty["block"],
        }
        for task in duty["tasks"]:
            yield task, {**shared, "task": task["quote"], "product": task["product"], "due": task["due"]}


def _as_they_are(name: str) -> Callable[[PlanJson], Iterator[tuple[Row, Row]]]:
    return lambda plan: ((fact, fact) for fact in plan[name])


_FACTS: dict[str, Callable[[PlanJson], Iterator[tuple[Row, Row]]]] = {
    "targets": _targets,
    "timeline": _timeline,
    "assignments": _assignments,
    **{name: _as_they_are(name) for name in ("awards", "citations", "findings")},
}


class Tables:
    """The tables of one shard, written beside their places and put there together at the end of ``with``."""

    def __init__(self, folder: Path, shard: str, part: str) -> None:
        """``folder/TABLE/SHARD.parquet`` is written as ``folder/TABLE/PART`` first."""
        import pyarrow
        import pyarrow.parquet

        self._arrow, self._parquet = pyarrow, pyarrow.parquet
        self._rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
        self._held = 0
        self._schemas = {
            table: pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in columns.items()])
            for table, columns in COLUMNS.items()
        }
        self._files = {table: (folder / table / part, folder / table / f"{shard}.parquet") for table in COLUMNS}
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> Tables:
        """Open the files."""
        for table, (part, _) in self._files.items():
            part.parent.mkdir(parents=True, exist_ok=True)
            self._writers[table] = self._parquet.ParquetWriter(part, self._schemas[table], compression="zstd")
        return self

    def add(self, outcome: Outcome, plan: PlanJson | None) -> None:
        """The rows of one document."""
        for table, row in rows_of(outcome, plan):
            self._rows[table].append(row)
            self._held += 1
        if self._held >= AT_ONCE:
            self._write()

    def _write(self) -> None:
        for table, rows in self._rows.items():
            columns = {name: [row.get(name) for row in rows] for name in COLUMNS[table]}
            self._writers[table].write_table(self._arrow.table(columns, schema=self._schemas[table]))
            rows.clear()
        self._held = 0

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        """Put the files in their places, or leave the places as they were."""
        if kind is None:
            self._write()
        for table, (part, place) in self._files.items():
            if writer := self._writers.pop(table, None):
                writer.close()
            if kind is None:
                os.replace(part, place)
            else:
                part.unlink(missing_ok=True)
