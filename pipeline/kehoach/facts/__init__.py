"""``Source`` → ``Plan``: the facts of a document, each with the place that proves it."""

from __future__ import annotations

from kehoach.facts.assignments import find_assignments
from kehoach.facts.awards import find_awards
from kehoach.facts.citations import CitedDocument, distinct, find_citations
from kehoach.facts.criteria import find_criteria
from kehoach.facts.header import find_header
from kehoach.facts.reading import Reading
from kehoach.facts.signature import find_signature
from kehoach.facts.tables import find_table_facts
from kehoach.facts.targets import find_targets
from kehoach.facts.timeline import find_timeline, with_actors
from kehoach.facts.times import find_times
from kehoach.ingest.source import Source
from kehoach.outline import Outline, outline
from kehoach.plan import Assignment, Citation, Plan, Quote, SourceInfo


def plan_of(source: Source) -> Plan:
    """Extract everything. Total: odd structure gives fewer facts, never an error."""
    parts = outline(source)
    info = SourceInfo(
        name=source.name, sha256=source.sha256, media_type=source.media_type, pages=source.pages,
        page_starts=parts.page_starts, ocr=source.ocr, status="partial" if source.errors else "ok", errors=source.errors,
    )
    mentions = find_citations(parts.text)
    reading = Reading(parts.text, parts.blocks, mentions, find_times(parts.text))
    header = find_header(parts, mentions)
    end = header.period.end if header.period else None
    assignments = find_assignments(reading)
    tables = find_table_facts(parts, end)
    return Plan(
        source=info, text=parts.text, blocks=parts.blocks,
        header=header,
        citations=_citations(parts, mentions),
        targets=find_targets(reading, end) + tables.targets,
        criteria=find_criteria(reading),
        awards=find_awards(reading),
        timeline=with_actors(find_timeline(reading), _leads(reading, assignments)) + tables.timeline,
        assignments=assignments + tables.assignments,
        recipients=[Quote(quote=line.text, span=line.span) for line in parts.recipients],
        signature=find_signature(parts.signature),
        tables=tables.tables,
        appendices=parts.appendices,
    )


def _leads(reading: Reading, assignments: list[Assignment]) -> dict[str, list[str]]:
    """Who acts in a block: the lead of the duty that it opens, or of the duty whose tasks stand in it."""
    leads: dict[str, list[str]] = {}
    for assignment in assignments:
        for task in assignment.tasks:
            block = next((b for b in reading.blocks if b.span[0] <= task.span[0] < b.span[1]), None)
            if block:
                leads.setdefault(block.id, assignment.lead)
    return leads


def _citations(parts: Outline, mentions: list[CitedDocument]) -> list[Citation]:
    """Distinct documents named in the body (and the preamble of a promulgating decision), tables and footnotes."""
    own = [c for c in mentions if _is_named(parts, c)]
    first_section = next((b.span[0] for b in parts.blocks if b.depth > 0 and (b.label or "-")[0] not in "-–+*•"), None)
    found = []
    for cited in distinct(own):
        block = next((b for b in parts.blocks if b.span[0] <= cited.span[0] < b.span[1]), None)
        in_decision = parts.decision is not None and parts.document_type is not None and cited.span[0] < parts.document_type.span[0]
        basis = in_decision or (block is not None and (first_section is None or cited.span[0] < first_section))
        found.append(
            Citation(
                type=cited.type, number=cited.number, date=cited.date, issuer=cited.issuer, title=cited.title, basis=basis,
                quote=cited.quote, span=cited.span, block=block.id if block else None,
            )
        )
    return found


def _is_named(parts: Outline, cited: CitedDocument) -> bool:
    """Not the document's own number in letterhead, title or appendix heads."""
    heads = [*parts.letterhead, *parts.notes] + (parts.decision.letterhead if parts.decision else [])
    heads += [line for line in parts.appendix_lines if line.text.startswith("(")]
    heads += [parts.title] if parts.title else []
    return not any(line.span[0] <= cited.span[0] < line.span[1] for line in heads)
