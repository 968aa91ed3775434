"""Changes of legal bases: documents that one plan names and the other does not."""

from __future__ import annotations

import re

from kehoach.comparison.citing import is_citation_of
from kehoach.comparison.linked import Linked, around, cut
from kehoach.comparison.model import Change
from kehoach.comparison.wording import folded
from kehoach.plan import Citation

#: Bases that name no document: `quy định của pháp luật về …`, `Chỉ thị, Nghị quyết của Đảng về …`
GENERAL = re.compile(
    r"(?:(?<=theo )|(?<=tại )|(?<=căn cứ )|(?<=thực hiện )|(?<=với ))(?:các )?(?P<head>"
    r"quy định (?:hiện hành|của pháp luật)|"
    r"quy định tại (?:các )?văn bản|văn bản (?:hướng dẫn|hiện hành|quy định|pháp luật)|"
    r"(?:Chỉ thị|Nghị quyết|Kết luận)(?:\s*(?:,|và)\s*(?:Chỉ thị|Nghị quyết|Kết luận))+)[^.;:(),]{0,80}",
)
CARRIED = 0.5  # share of a general basis' words that the child's block must have


def citation_changes(linked: Linked) -> list[Change]:
    """Documents that are missing or added, and general bases that a linked block lost or widened."""
    ours = {_key(c) for c in linked.parent.citations}
    theirs = {_key(c) for c in linked.child.citations}
    changes = [
        Change(
            kind="citation",
            effect="missing",
            parent_quote=c.quote,
            parent_block=c.block,
            message=f"Không còn căn cứ: {_name(c)}.",
        )
        for c in linked.parent.citations
        if _key(c) not in theirs
    ]
    changes += [
        Change(
            kind="citation",
            effect="added",
            child_quote=c.quote,
            child_block=c.block,
            message=f"Căn cứ mới: {_name(c)}{' (kế hoạch được so sánh)' if is_citation_of(c, linked.parent) else ''}.",
        )
        for c in linked.child.citations
        if _key(c) not in ours
    ]
    return changes + _general(linked)


def _name(citation: Citation) -> str:
    """A document in short: by its number, else as it is named."""
    return f"{citation.type} số {citation.number}" if citation.number else cut(citation.quote)


def _key(citation: Citation) -> tuple[str, str]:
    """What identifies a document: its number, else its type and what it is called."""
    if citation.number:
        return ("", _number(citation.number))
    return (citation.type.casefold(), " ".join(folded(citation.title or citation.quote).split()[:8]))


def _number(number: str | None) -> str:
    """A number compared by what it says: `0155/KH-UBND` is `155/KH-UBND`."""
    return re.sub(r"\s|^0+", "", (number or "").casefold())


def _general(linked: Linked) -> list[Change]:
    changes: list[Change] = []
    for point in linked.upper:
        for basis in GENERAL.finditer(point.block.text):
            answers = linked.answers(point.block.id)
            quote = cut(around(point.block.text, *basis.span(), words=3))
            if linked.kept(basis["head"], answers) < CARRIED:
                changes.append(
                    Change(
                        kind="citation",
                        effect="missing",
                        parent_quote=quote,
                        parent_block=point.block.id,
                        child_block=answers[0].block.id if answers else None,
                        message="Không còn dẫn quy định chung.",
                    )
                )
                continue
            for answer in answers:
                own = next(iter(GENERAL.finditer(answer.block.text)), None)
                if (
                    own
                    and len(own[0].split()) > len(basis[0].split()) + 2
                    and "hướng dẫn" in own[0][len(basis[0]) // 2 :]
                ):
                    changes.append(
                        Change(
                            kind="citation",
                            effect="rescoped",
                            parent_quote=quote,
                            child_quote=cut(around(answer.block.text, *own.span(), words=3)),
                            parent_block=point.block.id,
                            child_block=answer.block.id,
                            message="Căn cứ chung được dẫn rộng hơn, theo văn bản của cấp khác.",
                        )
                    )
    return changes
