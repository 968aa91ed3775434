"""The findings of a plan for the one who has to put it right: text for the terminal, JSON, or a page with the text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import pairwise

from kehoach.plan import Block, Finding, Plan, Severity
from kehoach.reports.environment import environment
from kehoach.reports.vietnamese import KINDS, SEVERITIES, clean, shorten


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as it is shown: its number on the page, where it stands (``mục II.1, trang 3``), and the finding."""

    number: int
    place: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; ``remarks`` are the numbers of the findings that mark it."""

    text: str
    remarks: tuple[int, ...] = ()
    severity: Severity = "info"


def review(plan: Plan, format: str) -> bytes:
    """``plan.findings`` as ``text``, ``json`` (source and findings of the contract) or ``html``, gravest first."""
    if format == "json":
        whole = plan.model_dump(mode="json", by_alias=True, include={"source", "findings"})
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        return re.sub("[\x7f-\x9f]", lambda c: f"\\u{ord(c[0]):04x}", text).encode()
    remarks = remarks_of(plan)
    return (_page(plan, remarks) if format == "html" else _text(plan, remarks)).encode()


def remarks_of(plan: Plan) -> list[Remark]:
    """The findings, gravest first and then as they stand in the document; waived ones come last."""
    order = list(SEVERITIES)
    blocks = {block.id: block for block in plan.blocks}

    def rank(finding: Finding) -> tuple[bool, int, int]:
        return finding.waived is not None, order.index(finding.severity), _start(finding, blocks)

    return [Remark(n, place_of(f.block, blocks), f) for n, f in enumerate(sorted(plan.findings, key=rank), 1)]


def _start(finding: Finding, blocks: dict[str, Block]) -> int:
    if finding.span:
        return finding.span[0]
    block = blocks.get(finding.block or "")
    return block.span[0] if block else -1


def place_of(id: str | None, blocks: dict[str, Block]) -> str:
    """Where a block stands: ``mục II.1, trang 3``; '' where neither is known."""
    labels: list[str] = []
    block = blocks.get(id or "")
    page = block.page if block else None
    while block:
        if block.label and block.label[0].isalnum():
            label = block.label.rstrip(".):/")
            if not labels or not labels[-1].startswith(f"{label}."):  # `1.2` names its parent itself
                labels.append(label)
        block = blocks.get(block.parent or "")
    parts = ["mục " + ".".join(reversed(labels))] if labels else []
    return ", ".join(parts + ([f"trang {page}"] if page else []))


def counts(plan: Plan) -> str:
    """``2 lỗi, 1 cảnh báo, 3 lưu ý``; words where there is nothing."""
    live = [f for f in plan.findings if f.waived is None]
    told = [f"{n} {name}" for key, name in SEVERITIES.items() if (n := sum(f.severity == key for f in live))]
    waived = len(plan.findings) - len(live)
    return (", ".join(told) or "Không phát hiện chỗ sai") + (f"; {waived} đã chấp nhận" if waived else "")


def _text(plan: Plan, remarks: list[Remark]) -> str:
    lines = [f"{clean(plan.source.name)}: {counts(plan)}."]
    for remark in remarks:
        finding = remark.finding
        where = f" ({clean(remark.place)})" if remark.place else ""
        lines.append(f"\n[{finding.code}] {SEVERITIES[finding.severity]}{where}: {clean(finding.message)}")
        if finding.quote:
            right = f" → “{clean(finding.right)}”" if finding.right else ""
            lines.append(f"    “{shorten(finding.quote, 30)}”{right}")
        lines.append(f"    Căn cứ: {finding.source}")
        if finding.waived:
            lines.append(f"    Đã chấp nhận: {clean(finding.waived)}")
    return "\n".join(lines) + "\n"


def pieces(text: str, remarks: list[Remark]) -> list[Piece]:
    """The text cut where marks begin and end."""
    marked = [(r.finding.span, r) for r in remarks if r.finding.span]
    cuts = sorted({0, len(text), *(edge for span, _ in marked for edge in span)})
    order = list(SEVERITIES)
    found = []
    for start, end in pairwise(cuts):
        over = [r for span, r in marked if span[0] <= start and end <= span[1]]
        gravest: Severity = min((r.finding.severity for r in over), key=order.index, default="info")
        found.append(Piece(text[start:end], tuple(r.number for r in over), gravest))
    return found


def _page(plan: Plan, remarks: list[Remark]) -> str:
    """One HTML file: the findings beside the text. All text is escaped; the page forbids scripts and resources."""
    template = environment("templates/review").get_template("page.html.j2")
    return template.render(
        name=clean(plan.source.name),
        title=clean(plan.header.title or ""),
        counts=counts(plan),
        remarks=remarks,
        pieces=pieces(plan.text, remarks),
        kinds=KINDS,
        severities=SEVERITIES,
    )
