"""The data model: what every stage of Kehoach passes to the next.

The models are the source of the JSON contract; ``schemas/*.schema.json`` are generated from them.

Vietnamese terms that English lacks
    *kế hoạch* is the kind of document (a plan that an authority issues); *trích yếu* is its title, the line that
    says what the plan is about; *căn cứ* is a legal basis named in the preamble; *nơi nhận* are the recipients at
    the foot; *chủ trì* and *phối hợp* are the lead and the partners of a duty; *lũy kế* is a cumulative figure.

Offsets
    A span is ``(start, end)`` in code points of ``Plan.text``, end exclusive. For every entry with a ``quote`` and a
    ``span``, ``text[start:end] == quote``. Dates are ISO 8601, cut to what is known (``2022-07``), or ``--01-15`` for
    a day of every year.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

Span: TypeAlias = tuple[int, int]
IsoDate: TypeAlias = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}(-\d{2})?)$")]

IssuerKind: TypeAlias = Literal[
    "people_committee",
    "people_council",
    "department",
    "party",
    "front",
    "steering_committee",
    "school",
    "ministry",
    "government",
    "other",
]
Level: TypeAlias = Literal["central", "province", "district", "commune", "unit"]
Role: TypeAlias = Literal[
    "purpose",
    "requirements",
    "targets",
    "content",
    "solutions",
    "subjects",
    "criteria",
    "awards",
    "procedure",
    "timeline",
    "budget",
    "implementation",
    "other",
]
Comparator: TypeAlias = Literal["=", ">=", ">", "<=", "<", "range"]
TimeKind: TypeAlias = Literal["deadline", "event", "period", "recurring"]
Recurrence: TypeAlias = Literal["annual", "quarterly", "monthly", "weekly", "periodic"]
FindingKind: TypeAlias = Literal[
    "ocr",
    "numbering",
    "arithmetic",
    "timeline",
    "missing",
    "reference",
    "wording",
    "authority",
    "form",
    "completeness",
    "not_a_plan",
]
Severity: TypeAlias = Literal["error", "warning", "info"]


class Model(BaseModel):
    """Base of all models: unknown fields are refused, so that a misspelt field cannot pass unseen."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class SourceError(Model):
    """A part of the file that could not be read; ``page`` counts from 1."""

    code: str
    message: str
    page: int | None = None


class Layout(Model):
    """How a file is set, as far as it tells: millimetres and points; what most of the text has.

    paper    width and height of the first page
    margins  top, right, bottom, left
    """

    paper: tuple[float, float] | None = None
    margins: tuple[float, float, float, float] | None = None
    font: str | None = None
    size: float | None = None


class DoubtfulWord(Model):
    """A word that OCR read with little confidence (0..1), or that was chosen by its neighbours: ``read`` is then what
    the recognition itself made of it.
    """

    quote: str
    span: Span
    page: int
    confidence: float
    read: str | None = None


class SourceInfo(Model):
    """What is known of the file. ``page_starts[i]`` is the offset in the text where page ``i + 1`` begins."""

    name: str
    sha256: str
    media_type: str
    pages: int | None = None
    page_starts: list[int] | None = None
    ocr: bool = False
    layout: Layout | None = None
    status: Literal["ok", "partial"] = "ok"
    errors: list[SourceError] = []
    doubtful: list[DoubtfulWord] = []


class Issuer(Model):
    """The body that issues the plan, written out in full; ``None`` where the document does not tell."""

    name: str | None = None
    kind: IssuerKind | None = None
    level: Level | None = None


class Period(Model):
    """The time that the whole plan covers; either end may be unknown."""

    start: IsoDate | None = None
    end: IsoDate | None = None


class Promulgation(Model):
    """The decision or resolution that a plan is attached to."""

    type: str
    number: str | None = None
    date: IsoDate | None = None


class Header(Model):
    """Letterhead and title; ``parent`` is the number of the document that the plan carries out."""

    issuer: Issuer = Issuer()
    document_type: str | None = None
    number: str | None = None
    place: str | None = None
    date: IsoDate | None = None
    title: str | None = None
    movement: str | None = None
    period: Period | None = None
    parent: str | None = None
    promulgated_by: Promulgation | None = None
    marks: list[str] = []
    spans: dict[str, Span] = {}


class Citation(Model):
    """An official document that the plan names; ``basis`` is true where it stands in the preamble."""

    type: str
    number: str | None = None
    date: IsoDate | None = None
    issuer: str | None = None
    title: str | None = None
    basis: bool = False
    quote: str
    span: Span
    block: str | None = None


class Block(Model):
    """A heading, item, bullet or paragraph. ``text`` is without the label; ``depth`` 0 is preamble or closing."""

    id: str
    parent: str | None = None
    label: str | None = None
    depth: int
    heading: bool
    roles: list[Role] = []
    text: str
    span: Span
    page: int | None = None
    confidence: float | None = None


class Target(Model):
    """A measurable commitment; ``of`` is the whole in ``13/13 xã``, ``value_to`` the upper end of a range."""

    quote: str
    indicator: str
    comparator: Comparator
    value: float | None = None
    value_to: float | None = None
    of: float | None = None
    unit: str | None = None
    due: IsoDate | None = None
    span: Span
    block: str | None = None


class Quote(Model):
    """A piece of the text."""

    quote: str
    span: Span


class Criteria(Model):
    """Emulation criteria or award standards for one audience (``None`` addresses all)."""

    audience: str | None = None
    items: list[Quote]
    block: str | None = None


class Award(Model):
    """An award that the plan provides for; ``award_class`` is ``class`` in JSON (``hạng Ba``)."""

    form: str
    award_class: str | None = Field(default=None, alias="class")
    authority: str | None = None
    occasion: str | None = None
    quote: str
    span: Span
    block: str | None = None


class Milestone(Model):
    """An event, deadline, period or recurring duty; ``time`` is the time expression within the quote.

    ``about`` is the cell that says what is done, where the quote is the cell of a table that tells the time alone.
    """

    quote: str
    time: str
    kind: TimeKind
    start: IsoDate | None = None
    end: IsoDate | None = None
    recurrence: Recurrence | None = None
    actors: list[str] = []
    span: Span
    block: str | None = None
    about: Quote | None = None


class Task(Model):
    """One thing to do."""

    quote: str
    span: Span
    product: str | None = None
    due: IsoDate | None = None


class Assignment(Model):
    """A duty given to named bodies; ``quote`` is the block that opens it."""

    lead: list[str]
    partners: list[str] = []
    quote: str
    tasks: list[Task]
    span: Span
    block: str | None = None


class Signature(Model):
    """Who signs, as printed."""

    capacity: str | None = None
    position: str | None = None
    name: str | None = None
    spans: dict[str, Span] = {}


class Table(Model):
    """A table; one that runs over several pages is one. ``spans[row][column]`` places each cell."""

    caption: str | None = None
    header: list[str] = []
    rows: list[list[str]] = []
    page: int | None = None
    spans: list[list[Span]] = []


class Appendix(Model):
    """What follows the recipients under a title of its own; its span covers the whole appendix."""

    title: str
    span: Span
    page: int | None = None


class Finding(Model):
    """Something that a careful reader would send back; ``right`` holds the correct words where they are certain."""

    id: str
    code: str
    kind: FindingKind
    severity: Severity
    field: str | None = None
    quote: str | None = None
    right: str | None = None
    message: str
    source: str
    span: Span | None = None
    block: str | None = None
    waived: str | None = None


class Correction(Model):
    """A value that a user put right; it is kept apart from what was extracted."""

    path: str
    was: object = None
    now: object = None
    by: str
    at: str


class Plan(Model):
    """A structured plan. See the module for spans and dates."""

    schema_version: Literal["1"] = "1"
    source: SourceInfo
    text: str
    header: Header = Header()
    citations: list[Citation] = []
    blocks: list[Block] = []
    targets: list[Target] = []
    criteria: list[Criteria] = []
    awards: list[Award] = []
    timeline: list[Milestone] = []
    assignments: list[Assignment] = []
    recipients: list[Quote] = []
    signature: Signature = Signature()
    tables: list[Table] = []
    appendices: list[Appendix] = []
    findings: list[Finding] = []
    corrections: list[Correction] = []

    def under(self, role: Role) -> list[Block]:
        """The blocks of text that stand under a heading whose own innermost role is ``role``, in order."""
        by_id = {b.id: b for b in self.blocks}
        found = []
        for block in self.blocks:
            above = by_id.get(block.parent) if block.parent else None
            while above and not above.heading:
                above = by_id.get(above.parent) if above.parent else None
            if not block.heading and above and role in above.roles:
                found.append(block)
        return found

    @property
    def purposes(self) -> list[Block]:
        """The blocks under headings with the role ``purpose``."""
        return self.under("purpose")

    @property
    def requirements(self) -> list[Block]:
        """The blocks under headings with the role ``requirements``."""
        return self.under("requirements")

    def to_json(self, indent: int | None = 2) -> str:
        """The plan as the contract's JSON."""
        return self.model_dump_json(indent=indent, by_alias=True)
