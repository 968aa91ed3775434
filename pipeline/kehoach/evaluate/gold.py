"""Gold annotations: what a careful clerk finds in a plan, written by hand, and the manifest of a corpus of them.

``corpora/README.md`` defines every field. The models refuse unknown keys and words outside the vocabulary, so that a
slip of the annotator is told instead of being counted against the program.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from kehoach.errors import ReadError
from kehoach.plan import (
    Comparator,
    FindingKind,
    IsoDate,
    IssuerKind,
    Level,
    Model,
    Recurrence,
    Role,
    TimeKind,
)

M = TypeVar("M", bound=BaseModel)

MANIFEST = "manifest.toml"


class GoldIssuer(Model):
    """The issuing body."""

    name: str | None
    kind: IssuerKind | None
    level: Level | None


class GoldPeriod(Model):
    """The time that the plan covers."""

    start: IsoDate | None
    end: IsoDate | None


class GoldHeader(Model):
    """Letterhead and title."""

    issuer: GoldIssuer
    document_type: str | None
    number: str | None
    place: str | None
    date: IsoDate | None
    title: str | None
    movement: str | None
    period: GoldPeriod | None
    parent: str | None


class GoldCitation(Model):
    """A document that the plan names."""

    type: str
    number: str | None
    date: IsoDate | None
    issuer: str | None
    title: str | None
    basis: bool
    quote: str


class GoldBlock(Model):
    """A block of the body, known by its first six and last four words."""

    label: str | None
    depth: int
    heading: bool
    roles: list[Role] = Field(default_factory=list)
    start: str
    end: str


class GoldTarget(Model):
    """A measurable commitment."""

    quote: str
    indicator: str
    comparator: Comparator
    value: float | None
    value_to: float | None
    of: float | None
    unit: str | None
    due: IsoDate | None


class GoldCriteria(Model):
    """Criteria for one audience, each by its first eight words."""

    audience: str | None
    items: list[str]


class GoldAward(Model):
    """An award that the plan provides for."""

    form: str
    award_class: str | None = Field(alias="class")
    authority: str | None
    occasion: str | None
    quote: str


class GoldMilestone(Model):
    """An event, deadline, period or recurring duty."""

    quote: str
    time: str
    kind: TimeKind
    start: IsoDate | None
    end: IsoDate | None
    recurrence: Recurrence | None
    actors: list[str] = Field(default_factory=list)


class GoldAssignment(Model):
    """A duty given to named bodies; ``quote`` and ``tasks`` by their first eight words."""

    lead: list[str]
    partners: list[str]
    quote: str
    tasks: list[str]


class GoldSignature(Model):
    """Who signs, as printed."""

    capacity: str | None
    position: str | None
    name: str | None


class GoldDefect(Model):
    """What a careful reader would send back; ``note`` says why."""

    kind: FindingKind
    field: str | None = None
    quote: str | None
    right: str | None = None
    note: str


class Gold(Model):
    """The annotation of one plan."""

    doc: str
    header: GoldHeader
    citations: list[GoldCitation]
    blocks: list[GoldBlock]
    targets: list[GoldTarget]
    criteria: list[GoldCriteria]
    awards: list[GoldAward]
    timeline: list[GoldMilestone]
    assignments: list[GoldAssignment]
    recipients: list[str]
    signature: GoldSignature
    defects: list[GoldDefect]


class GoldPlan(Model):
    """A line of the manifest: ``file`` and ``gold`` are paths from the folder of the manifest."""

    id: str
    file: str
    gold: str
    source: str
    level: Level
    topic: str


class Manifest(Model):
    """The plans of a corpus."""

    plan: list[GoldPlan] = Field(min_length=1)


def read_manifest(corpus: Path) -> list[GoldPlan]:
    """The plans that ``corpus/manifest.toml`` lists. Raises ``ReadError``."""
    path = corpus / MANIFEST
    try:
        data = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ReadError("bad_manifest", f"Tệp không đúng cú pháp TOML ({error}).", file=str(path)) from None
    try:
        plans = Manifest.model_validate(data).plan
    except ValidationError as error:
        raise _fault("bad_manifest", error, path) from None
    repeated = next((p.id for i, p in enumerate(plans) if p.id in {q.id for q in plans[:i]}), None)
    if repeated is not None:
        raise ReadError("bad_manifest", f"Mã “{repeated}” có hai lần; mỗi kế hoạch cần một mã riêng.", file=str(path))
    return plans


def read_gold(path: Path) -> Gold:
    """One annotation. Raises ``ReadError`` that names the first key that is wrong."""
    try:
        return Gold.model_validate_json(_text(path))
    except ValidationError as error:
        raise _fault("bad_gold", error, path) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        message = "Không tìm thấy tệp. Thư mục cần có manifest.toml và các bản chuẩn mà nó kể tên."
        raise ReadError("not_found", message, file=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("unreadable", f"Không đọc được tệp ({error}).", file=str(path)) from None


def _fault(code: str, error: ValidationError, path: Path) -> ReadError:
    """What pydantic found first, with its place."""
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"])) or "cả tệp"
    more = f" Còn {error.error_count() - 1} lỗi khác." if error.error_count() > 1 else ""
    return ReadError(code, f"Sai ở {where}: {first['msg']}.{more}", file=str(path))
