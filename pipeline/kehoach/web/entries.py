"""The facts of a plan as entries of a page: values with corrections, what was read, and the place that proves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.corrections import corrected
from kehoach.plan import Correction, Plan, Span
from kehoach.reports.review import place_of
from kehoach.web.document_text import Mark
from kehoach.web.fact_fields import Field, Json, fields_of

LISTS = ("targets", "timeline", "assignments", "awards", "criteria", "citations")
#: The headings of the lists, and what one entry is called
NAMES = {
    "header": "thông tin chung",
    "targets": "chỉ tiêu",
    "timeline": "mốc thời gian",
    "assignments": "phân công",
    "awards": "khen thưởng",
    "criteria": "tiêu chí",
    "citations": "văn bản viện dẫn",
    "signature": "người ký",
}


@dataclass(frozen=True, slots=True)
class Fix:
    """A value that a user put right: its field, what was read and what is now, in words."""

    path: str
    label: str
    was: str
    now: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact.

    key     ``targets-3``: its place on the page; ``path`` is its place in the plan, which stays the same when other
            facts are taken out
    fact    the value with corrections
    place   ``mục II.1, trang 3``
    gone    the correction that takes it out
    """

    key: str
    path: str
    kind: str
    number: int
    fact: Json
    place: str
    fixes: tuple[Fix, ...] = ()
    gone: Correction | None = None

    @property
    def name(self) -> str:
        """What such a fact is called."""
        return NAMES[self.kind]


def with_values(extracted: Plan, corrections: Sequence[Correction]) -> Plan:
    """The plan with corrected values in which every fact keeps its number: none is taken out."""
    kept = [c for c in corrections if not is_removal(c)]
    return corrected(extracted.model_copy(update={"corrections": kept}))


def is_removal(correction: Correction) -> bool:
    """Does the correction take a whole fact out?"""
    return correction.now is None and correction.path.count("/") == 2 and correction.path.rsplit("/", 1)[1].isdigit()


def entries(plan: Plan, corrections: Sequence[Correction], kind: str) -> list[Entry]:
    """The facts of one kind. ``plan`` is that of ``with_values``."""
    blocks = {block.id: block for block in plan.blocks}
    found = []
    for number, fact in enumerate(getattr(plan, kind)):
        path = f"/{kind}/{number}"
        fields = fields_of(kind, len(fact.tasks) if kind == "assignments" else 0)
        gone = next((c for c in corrections if c.path == path and is_removal(c)), None)
        place = place_of(fact.block, blocks)
        found.append(
            Entry(f"{kind}-{number}", path, kind, number, fact, place, _fixes(path, fields, corrections), gone)
        )
    return found


def single(plan: Plan, corrections: Sequence[Correction], kind: str) -> Entry:
    """The header or the signature as an entry."""
    path = f"/{kind}"
    return Entry(kind, path, kind, 0, getattr(plan, kind), "", _fixes(path, fields_of(kind), corrections))


def entry(plan: Plan, corrections: Sequence[Correction], key: str) -> Entry | None:
    """The entry of a key, None where the plan has none."""
    if key in ("header", "signature"):
        return single(plan, corrections, key)
    kind, _, number = key.partition("-")
    if kind not in LISTS or not number.isdecimal() or len(number) > 6 or int(number) >= len(getattr(plan, kind)):
        return None
    return entries(plan, corrections, kind)[int(number)]


def value_of(entry: Entry, field: Field) -> Json:
    """The JSON value of a field."""
    found: Json = entry.fact.model_dump(mode="json", by_alias=True)
    for step in field.path.split("/"):
        found = found[int(step)] if isinstance(found, list) else found.get(step)
    return found


def form_fields(entry: Entry) -> tuple[Field, ...]:
    """What the form of an entry holds."""
    return fields_of(entry.kind, len(entry.fact.tasks) if entry.kind == "assignments" else 0)


def _fixes(path: str, fields: Sequence[Field], corrections: Sequence[Correction]) -> tuple[Fix, ...]:
    by_path = {f"{path}/{field.path}": field for field in fields}
    return tuple(
        Fix(c.path, field.label, field.told(c.was), field.told(c.now), c.by, c.at)
        for c in corrections
        if (field := by_path.get(c.path))
    )


def marks_of(plan: Plan) -> list[Mark]:
    """The places of all facts and findings of ``plan``."""
    found = [Mark(span, f"header-{name}", "header") for name, span in plan.header.spans.items()]
    found += [Mark(span, f"signature-{name}", "header") for name, span in plan.signature.spans.items()]
    for kind in LISTS:
        for number, fact in enumerate(getattr(plan, kind)):
            found += [Mark(span, key, kind) for key, span in _spans(kind, number, fact)]
    return found + [
        Mark(f.span, f"finding-{f.id}", "finding" if f.waived is None else "accepted") for f in plan.findings if f.span
    ]


def _spans(kind: str, number: int, fact: Json) -> Iterator[tuple[str, Span]]:
    if kind == "criteria":
        for item, each in enumerate(fact.items):
            yield f"{kind}-{number}-{item}", each.span
    elif kind == "assignments":
        for task, each in enumerate(fact.tasks):
            yield f"{kind}-{number}-{task}", each.span
        if not fact.tasks:
            yield f"{kind}-{number}", fact.span
    else:
        yield f"{kind}-{number}", fact.span
