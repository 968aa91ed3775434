"""``Source`` → ``Plan``: the facts of a document, each with the place that proves it."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.facts.actors import with_actors
from kehoach.facts.agenda import day_of
from kehoach.facts.assignments import find_assignments
from kehoach.facts.awards import find_awards
from kehoach.facts.bodies import find_bodies
from kehoach.facts.citations import distinct, find_citations, without_years_of_plan
from kehoach.facts.cover import Cover
from kehoach.facts.criteria import find_criteria
from kehoach.facts.dates import Run
from kehoach.facts.header import find_header
from kehoach.facts.misread import with_sure_name
from kehoach.facts.reading import Reading, with_heading_years
from kehoach.facts.signature import find_signature
from kehoach.facts.tables import Frame, find_table_facts
from kehoach.facts.targets import find_targets
from kehoach.facts.timeline import find_timeline
from kehoach.facts.times import TimeExpression, find_times, from_issue, in_run
from kehoach.ingest.source import Source
from kehoach.knowledge.lookalikes import misread_figures
from kehoach.outline import Outline, outline
from kehoach.outline.appendices import holds_further_plan
from kehoach.outline.doubts import place_doubts
from kehoach.plan import Citation, Header, Plan, Quote, SourceError, SourceInfo, Span

SEVERAL = SourceError(
    code="several_documents",
    message="Tệp có hơn một kế hoạch; chỉ văn bản đầu được đọc. Hãy tách mỗi văn bản thành một tệp rồi gửi lại.",
)


def plan_of(source: Source) -> Plan:
    """Extract everything. Total: odd structure gives fewer facts, never an error."""
    parts = outline(source)
    info = _info(source, parts)
    reading = read_notes(parts)
    header = find_header(parts, reading.citations)
    reading.times = from_issue(in_run(with_heading_years(reading), run_of(header)), header.date)
    end = header.period.end if header.period else None
    criteria = find_criteria(reading)
    assignments = find_assignments(reading, (item.span for entry in criteria for item in entry.items))
    timeline = with_actors(reading, find_timeline(reading, header.date, runs_for_years(header)), assignments)
    begun = (header.period.start if header.period else None) or header.date
    frame = Frame(end, run_of(header), begun[:4] if begun else None)
    day = day_of_plan(header)
    tables = find_table_facts(parts, frame, lambda table: day_of(table, parts, reading, timeline) or day)
    return Plan(
        source=info,
        text=parts.text,
        blocks=parts.blocks,
        header=header,
        citations=_citations(parts, reading, header.date),
        targets=find_targets(reading, end, header.date) + tables.targets,
        criteria=criteria + tables.criteria,
        awards=find_awards(reading) + tables.awards,
        timeline=timeline + tables.timeline,
        assignments=assignments + tables.assignments,
        recipients=[Quote(quote=line.text, span=line.span) for line in parts.recipients],
        signature=with_sure_name(find_signature(parts.signature, scanned=parts.scanned), info.doubtful),
        tables=tables.tables,
        appendices=parts.appendices,
    )


def _info(source: Source, parts: Outline) -> SourceInfo:
    errors = [*source.errors, *([SEVERAL] if holds_further_plan(parts) else [])]
    return SourceInfo(
        name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        pages=source.pages,
        page_starts=parts.page_starts,
        ocr=source.ocr,
        layout=source.layout,
        status="partial" if errors else "ok",
        errors=errors,
        doubtful=place_doubts(source.doubts, parts.text, parts.page_starts),
    )


def day_of_plan(header: Header) -> str | None:
    """The one day (ISO) that the plan is for, as that of an event."""
    period = header.period
    return period.end if period and period.start == period.end and len(period.end or "") == len("2026-04-18") else None


SCHOOL_YEAR = re.compile(r"năm\s+học", re.IGNORECASE)


def run_of(header: Header) -> Run | None:
    """The months of a plan for one year, a school year (August to July) or less than a year; None for others."""
    period = header.period
    if period is None:
        return Run(f"{header.date[:4]}-01", f"{header.date[:4]}-12") if header.date else None
    if not (period.start and period.end):
        return None
    first, last = period.start[:7], period.end[:7]
    if first[:4] == last[:4]:
        return Run(f"{first[:4]}-01", f"{first[:4]}-12")
    if int(last[:4]) - int(first[:4]) > 1:
        return None
    if len(first) == len(last) == len("2026") and SCHOOL_YEAR.search(header.title or ""):
        return Run(f"{first}-08", f"{last}-07")
    return Run(first, last) if len(first) == len(last) == len("2026-08") and last[5:] < first[5:] else None


def runs_for_years(header: Header) -> bool:
    """Does the plan hold for several years, so that a day without a year is one of each?"""
    period = header.period
    if period is None or run_of(header) is not None:
        return False
    begun = period.start or header.date
    return period.end is None or begun is None or period.end[:4] > begun[:4]


def read_notes(parts: Outline) -> Reading:
    """The text with its citations, times and bodies: what the spaCy components of ``frame`` note in a document."""
    text = parts.text
    return Reading(text, parts.blocks, find_citations(text), _sure_times(text), find_bodies(text))


def _sure_times(text: str) -> list[TimeExpression]:
    """The times; of one that holds or follows a misread figure (``ngày O5 tháng 3``) nobody knows the date."""
    doubted = misread_figures(text)
    return [
        replace(time, start=None, end=None) if any(_touches(figure.span, time.span) for figure in doubted) else time
        for time in find_times(text)
    ]


def _touches(figure: Span, time: Span) -> bool:
    return figure[0] < time[1] and time[0] <= figure[1] + 1


#: A section that takes the place of the preamble
BASES = re.compile(
    r"(?:các\s+)?(?:căn cứ|cơ sở) (?:pháp lý|xây dựng|lập|ban hành|để)|(?:các\s+)?căn cứ\W*$", re.IGNORECASE
)


ARTICLE = re.compile(r"Điều\s+1\W", re.IGNORECASE)


def _citations(parts: Outline, reading: Reading, day: str | None) -> list[Citation]:
    """Distinct documents named in the body (and the preamble of a promulgating decision), tables and footnotes.

    ``day`` is the plan's date.
    """
    heads = [*parts.letterhead, *parts.notes, *(line for line in parts.appendix_lines if line.text.startswith("("))]
    heads += parts.decision.letterhead if parts.decision else []
    heads += [parts.title] if parts.title else []
    own = Cover(line.span for line in heads)
    articles = next(
        (line.span[0] for line in (parts.decision.lines if parts.decision else ()) if ARTICLE.match(line.text)), 0
    )
    found = []
    named = [c for c in reading.citations if c.span[0] not in own]
    for cited in distinct(without_years_of_plan(named, day[:4] if day else None)):
        block = reading.block_at(cited.span[0])
        basis = cited.span[0] < articles or (
            block is not None
            and (
                cited.span[0] < (reading.body_start or len(reading.text))
                or any(BASES.match(heading.text) for heading in reading.above(block))
            )
        )
        found.append(
            Citation(
                type=cited.type,
                number=cited.number,
                date=cited.date,
                issuer=cited.issuer,
                title=cited.title,
                basis=basis,
                quote=cited.quote,
                span=cited.span,
                block=block.id if block else None,
            )
        )
    return found
