"""Points → the draft: laid down as a document and read back by the same outline and facts as any other.

So every field of the draft's plan is what ``extract`` finds in the finished file.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from kehoach.draft import Draft, LeftOut, Lineage, Question
from kehoach.drafts.points import Ask, Point
from kehoach.facts import plan_of
from kehoach.findings import find_all
from kehoach.ingest.source import Grid, Paragraph, Source, digest
from kehoach.plan import Plan


@dataclass(slots=True)
class Sheet:
    """Everything that stands on the paper, top to bottom. ``superior_line`` stands above the issuer, if any."""

    superior_line: str | None
    issuer_lines: list[str]
    number: str
    place_and_date: str
    title: str
    points: list[Point]
    recipients: list[str]
    signature: list[str]
    head_asks: list[Ask] = field(default_factory=list)
    foot_asks: list[Ask] = field(default_factory=list)


MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
NAME = "ke-hoach-du-thao.docx"


def source_of(sheet: Sheet) -> Source:
    """The sheet as the Word reader would give it: letterhead and foot are tables, labels stand in the text."""
    left = "\n".join([*([sheet.superior_line] if sheet.superior_line else []), *sheet.issuer_lines])
    parts: list[Paragraph | Grid] = [
        Grid([[left, "\n".join(MOTTO)], [sheet.number, sheet.place_and_date]]),
        Paragraph("KẾ HOẠCH", bold=True, align="center"),
        Paragraph(sheet.title, bold=True, align="center"),
    ]
    parts += [Paragraph(printed(point), bold=point.heading or None, align="justify") for point in sheet.points]
    received = "\n".join(["Nơi nhận:", *(f"- {r}{'.' if r.startswith('Lưu') else ';'}" for r in sheet.recipients)])
    parts.append(Grid([[received, "\n".join(sheet.signature)]]))
    text = "\n".join(p.text for p in parts if isinstance(p, Paragraph))
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Source(name=NAME, sha256=digest(text.encode()), media_type=media, parts=parts)


def printed(point: Point) -> str:
    """A point with its label, as it stands on the paper."""
    return f"{point.label} {point.text}" if point.label else point.text


def compose(sheet: Sheet, left_out: list[LeftOut]) -> Draft:
    """Read the sheet as a plan and tie each of its blocks to the points that made it."""
    plan = plan_of(source_of(sheet))
    plan.findings = find_all(plan)
    owners = owners_of(plan, sheet.points)
    lineage: list[Lineage] = []
    questions: list[Question] = []
    asked: dict[int, Question] = {}
    for block, points in zip(plan.blocks, owners, strict=True):
        first = points[0]
        parents = list(dict.fromkeys(p for point in points for p in point.parents))
        notes = "; ".join(dict.fromkeys(point.note for point in points if point.note))
        lineage.append(
            Lineage(block=block.id, parents=parents, rule=first.rule, change=first.change, note=notes or None)
        )
        for point in points:
            for ask in point.asks:
                if id(ask) not in asked:
                    asked[id(ask)] = _question(ask, block.id)
                    questions.append(asked[id(ask)])
                elif block.id not in (blocks := asked[id(ask)].blocks):
                    blocks.append(block.id)
    questions = [
        *(_question(ask, None) for ask in sheet.head_asks),
        *questions,
        *(_question(ask, None) for ask in sheet.foot_asks),
    ]
    carried = {p for entry in lineage for p in entry.parents}
    unique = {entry.parent: entry for entry in left_out if entry.parent not in carried}
    return Draft(plan=plan, lineage=lineage, left_out=list(unique.values()), questions=questions)


def owners_of(plan: Plan, points: list[Point]) -> list[list[Point]]:
    """For each block of the plan the points whose text it holds, by the order of their letters."""
    ends, at = [], 0
    for point in points:
        at += len("".join(point.text.split()))
        ends.append(at)
    owners: list[list[Point]] = []
    start, first = 0, 0
    for block in plan.blocks:
        end = start + len("".join(block.text.split()))
        while first < len(points) - 1 and ends[first] <= start:
            first += 1
        last = first
        while last < len(points) - 1 and ends[last] < end:
            last += 1
        owners.append(points[first : last + 1])
        start = end
    return owners


def name_asks(sheet: Sheet) -> list[Ask]:
    """All questions of a sheet in order, each once, with an id that depends on what is asked and of which words."""
    every = [*sheet.head_asks, *(ask for point in sheet.points for ask in point.asks), *sheet.foot_asks]
    asks = list({id(ask): ask for ask in every}.values())
    seen: dict[str, int] = {}
    for ask in asks:
        key = hashlib.sha1("|".join([ask.about, ask.message, ask.parent_quote or ""]).encode()).hexdigest()[:8]
        seen[key] = seen.get(key, 0) + 1
        ask.id = f"q{key}" if seen[key] == 1 else f"q{key}-{seen[key]}"
    return asks


def _question(ask: Ask, block: str | None) -> Question:
    return Question(
        id=ask.id,
        block=block,
        about=ask.about,
        parent_quote=ask.parent_quote,
        message=ask.message,
        options=ask.options,
        answer=ask.answer,
        blocks=[block] if block else [],
        places=max(1, len(ask.quotes)),
    )
