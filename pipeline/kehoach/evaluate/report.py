"""The outcome of an evaluation, as table and as JSON; every mistake is shown with the place where to look."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kehoach.evaluate.gold import GoldPlan
from kehoach.evaluate.scoring import RECALL_ONLY, Mistake, Score, Tally, total
from kehoach.plan import Block, Plan

WORST = 3  # mistakes that the table shows of each field
_ORDER = {"wrong": 0, "missed": 1, "invented": 2}  # by what they cost in `right`
_KINDS = {"wrong": "sai", "missed": "sót", "invented": "thừa"}
_STATUS = {"ok": "đọc được", "partial": "đọc được một phần", "failed": "không đọc được"}
_LEGEND = (
    "chuẩn, máy: số mục trong bản chuẩn và trong kết quả đọc.",
    "thấy (found): F1 của các mục tìm được; đúng (right): F1 của các mục tìm được và đúng mọi thuộc tính.",
    "defects, wording: tỷ lệ lỗi của văn bản được phát hiện; không tính vào trung bình.",
)


@dataclass(slots=True)
class Result:
    """One plan of the corpus: what was read (``None`` where nothing could be), its score, and why it failed."""

    entry: GoldPlan
    plan: Plan | None
    score: Score
    error: dict[str, str] | None = None

    @property
    def status(self) -> str:
        """``ok``, ``partial`` or ``failed``."""
        return self.plan.source.status if self.plan else "failed"

    def as_dict(self) -> dict[str, Any]:
        """The plan with its figures and mistakes."""
        entry = self.entry
        return {
            "id": entry.id,
            "file": entry.file,
            "source": entry.source,
            "level": entry.level,
            "topic": entry.topic,
            "status": self.status,
            "error": self.error,
            **_figures(self.score),
            "mistakes": [self._located(mistake) for tally in self.score.fields.values() for mistake in tally.mistakes],
        }

    def _located(self, mistake: Mistake) -> dict[str, Any]:
        offset = self.offset_of(mistake)
        return {
            "field": mistake.field,
            "kind": mistake.kind,
            "quote": mistake.quote,
            "faults": [fault._asdict() for fault in mistake.faults],
            "note": mistake.note,
            "place": self.place_of(offset),
            "page": self.page_of(offset),
            "offset": offset,
        }

    def offset_of(self, mistake: Mistake) -> int | None:
        """Where in the plan's text a mistake is: the program's own span, else the first place of the gold's words."""
        if mistake.span or not self.plan:
            return mistake.span[0] if mistake.span else None
        there = re.search(r"\s+".join(map(re.escape, mistake.quote.split())), self.plan.text, re.IGNORECASE)
        return there.start() if there else None

    def place_of(self, offset: int | None) -> str | None:
        """The labels from the outermost block to the one that holds the offset (``II. › 1. › -``; ¶ has no label)."""
        blocks = self.plan.blocks if self.plan else []
        holder = next((b for b in blocks if offset is not None and b.span[0] <= offset < b.span[1]), None)
        return " › ".join(reversed([block.label or "¶" for block in _upwards(holder, blocks)])) or None

    def page_of(self, offset: int | None) -> int | None:
        """The page of the offset, where the document has pages."""
        starts = self.plan.source.page_starts if self.plan else None
        return bisect_right(starts, offset) if starts and offset is not None else None


def _upwards(block: Block | None, blocks: list[Block]) -> Iterator[Block]:
    by_id = {b.id: b for b in blocks}
    while block:
        yield block
        block = by_id.get(block.parent) if block.parent else None


@dataclass
class Report:
    """The results of all plans of a corpus."""

    results: list[Result]

    @cached_property
    def score(self) -> Score:
        """All plans as one."""
        return total(result.score for result in self.results)

    @property
    def fields(self) -> dict[str, Tally]:
        """The figures of each field over all plans."""
        return self.score.fields

    @property
    def mean_right(self) -> float:
        """The mean of ``right`` over the fields."""
        return self.score.mean_right

    def as_dict(self) -> dict[str, Any]:
        """Everything: figures over all plans, then each plan with its own figures and all its mistakes."""
        return {**_figures(self.score), "plans": [result.as_dict() for result in self.results]}

    def to_json(self) -> str:
        """``as_dict`` as JSON text."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=2) + "\n"

    def as_table(self) -> str:
        """The figures of all fields and of each plan, and the worst mistakes, to be read in a terminal."""
        lines = [f"{'trường':12} {'chuẩn':>6} {'máy':>6} {'thấy':>6} {'đúng':>6}"]
        lines += [
            f"{name:12} {tally.gold:6} {tally.predicted:6} {tally.found_share:6.3f} {tally.right_share:6.3f}"
            for name, tally in self.fields.items()
        ]
        lines += [f"{'trung bình':33} {self.mean_right:6.3f}", "", *_LEGEND, "", "Từng kế hoạch:"]
        for result in self.results:
            plan = f"{result.entry.id:8} {result.score.mean_right:.3f}  {_STATUS[result.status]}  {result.entry.file}"
            lines.append(f"  {plan}")
            lines += [f"      [{result.error['code']}] {result.error['message']}"] if result.error else []
        return "\n".join([*lines, *self._worst()]) + "\n"

    def _worst(self) -> list[str]:
        """Of each field, the worst first, the mistakes that cost most; what does not enter the mean comes last."""
        lines = ["", "Sai sót đáng xem trước:"]
        for name, tally in sorted(self.fields.items(), key=lambda item: (item[0] in RECALL_ONLY, item[1].right_share)):
            found = [(r, m) for r in self.results if r.plan for m in r.score.fields[name].mistakes]
            found.sort(key=lambda pair: _ORDER[pair[1].kind])
            rest = len(found) - WORST
            lines += [f"{name} ({tally.right_share:.3f})"] if found else []
            lines += [_line(result, mistake) for result, mistake in found[:WORST]]
            lines += [f"  … và {rest} chỗ khác (--json kể hết)"] if rest > 0 else []
        return lines if len(lines) > 2 else []


def _line(result: Result, mistake: Mistake) -> str:
    offset = result.offset_of(mistake)
    place = ", ".join(filter(None, [result.place_of(offset), "" if offset is None else f"vị trí {offset}"]))
    faults = "; ".join(f"{f.attribute} là {_shown(f.found)}, đúng ra {_shown(f.gold)}" for f in mistake.faults)
    quote = mistake.quote if len(mistake.quote) <= 90 else mistake.quote[:89] + "…"
    where = f"{result.entry.id} ({place})" if place else result.entry.id
    remarks = "".join(f" – {remark}" for remark in (faults, mistake.note) if remark)
    return f"  {_KINDS[mistake.kind]:4} {where}: “{quote}”{remarks}"


def _shown(value: object) -> str:
    if isinstance(value, list):
        value = "; ".join(value)
    return "trống" if value in (None, "") else str(value)


def _figures(score: Score) -> dict[str, Any]:
    fields = {
        name: {
            "gold": tally.gold,
            "predicted": tally.predicted,
            "found": round(tally.found_share, 4),
            "right": round(tally.right_share, 4),
        }
        for name, tally in score.fields.items()
    }
    return {"mean_right": round(score.mean_right, 4), "fields": fields, "other_findings": score.other_findings}
