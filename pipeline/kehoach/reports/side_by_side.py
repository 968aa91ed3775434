"""The comparison as a screen: rows in step, each with the parent's and the child's block, and the list of changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kehoach.comparison.edits import only_case
from kehoach.comparison.matrix import states_of
from kehoach.comparison.model import Change, Comparison, Edit, Effect, Omission, Pair, Side
from kehoach.plan import Block, Plan
from kehoach.reports.vietnamese import LEVELS, clean

RELATIONS = {
    "same": "giữ nguyên",
    "adapted": "điều chỉnh",
    "narrowed": "thu hẹp",
    "extended": "mở rộng",
    "added": "thêm mới",
    "dropped": "bị bỏ",
    "not_applicable": "không áp dụng",
}
EFFECTS: dict[Effect, str] = {
    "weaker": "yếu hơn",
    "missing": "không còn",
    "rescoped": "đổi phạm vi",
    "added": "thêm mới",
    "stronger": "mạnh hơn",
    "equal": "tương đương",
}
OPEN = ("weaker", "missing")
KINDS = {
    "target": "chỉ tiêu",
    "deadline": "thời hạn",
    "award": "khen thưởng",
    "body": "cơ quan",
    "period": "thời gian kế hoạch",
    "citation": "căn cứ",
}
SIDE_LEVELS: dict[str | None, str] = dict([*LEVELS.items(), (None, "không rõ cấp")])


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, go or come: ``equal``, ``delete``, ``insert``."""

    op: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A block as it is shown. ``again`` marks a parent's block that stands in full in an earlier row."""

    id: str
    label: str
    pieces: tuple[Piece, ...]
    heading: bool
    depth: int
    again: bool = False

    @property
    def text(self) -> str:
        """The words, without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks that answer each other. ``state`` is a relation, ``added``, ``dropped`` or ``not_applicable``."""

    state: str
    parents: tuple[Cell, ...]
    child: Cell | None
    weaker: bool
    moved: bool
    remark: str
    similarity: float | None = None

    @property
    def told(self) -> str:
        """The state in words."""
        return RELATIONS[self.state]


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that are told together; ``open`` where they are shown at once, ``apart`` where the child lost nothing."""

    title: str
    open: bool
    changes: tuple[Change, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """All that a report of a comparison shows."""

    parent: Side
    child: Side
    same_level: bool
    share: str
    applicable: int
    carried: int
    counts: dict[str, int]
    changes: tuple[Change, ...]
    rows: tuple[Row, ...]

    @property
    def roles(self) -> tuple[str, str]:
        """What the two plans are to each other."""
        return ("Bản thứ nhất", "Bản thứ hai") if self.same_level else ("Cấp trên", "Cấp dưới")

    @property
    def effects(self) -> dict[Effect, int]:
        """How many changes there are of each effect, the gravest first."""
        counts = Counter(change.effect for change in self.changes)
        return {effect: counts[effect] for effect in EFFECTS if counts[effect]}

    @property
    def groups(self) -> list[Group]:
        """The changes by effect; what is missing and concerned others stands apart, at the end."""
        apart = tuple(c for c in self.changes if not c.applicable)
        groups = [
            Group(EFFECTS[effect], effect in OPEN, changes)
            for effect in self.effects
            if (changes := tuple(c for c in self.changes if c.effect == effect and c.applicable))
        ]
        return groups + (
            [Group(f"{EFFECTS['missing']}, ở nội dung không áp dụng", False, apart, apart=True)] if apart else []
        )


def side_by_side(comparison: Comparison, parent: Plan, child: Plan) -> Screen:
    """The screen of a comparison of two plans."""
    states = states_of(comparison)
    rows = _Rows(comparison, parent, child, {p for p, state in states.items() if state == "weaker"}).rows()
    counts = Counter(row.state for row in rows)
    counts["weaker"] = sum(row.weaker for row in rows)
    coverage = comparison.coverage
    return Screen(
        parent=comparison.parent,
        child=comparison.child,
        same_level=comparison.same_level,
        share=f"{coverage.share * 100:.0f}",
        applicable=coverage.applicable,
        carried=coverage.carried,
        counts=dict(counts),
        changes=tuple(comparison.changes),
        rows=tuple(rows),
    )


class _Rows:
    """The rows in the child's order; what it leaves out stands behind its neighbour in the parent."""

    def __init__(self, comparison: Comparison, parent: Plan, child: Plan, weaker: set[str]) -> None:
        self.comparison, self.parent, self.child, self.weaker = comparison, parent, child, weaker
        self.blocks = {b.id: b for b in parent.blocks}
        self.pairs = {p.child: p for p in comparison.pairs}
        self.omitted = {o.parent: o for o in comparison.omitted}
        self.shown: set[str] = set()

    def rows(self) -> list[Row]:
        behind = self._behind()
        rows = [self._omitted(o) for o in behind.get(None, [])]
        for block in self.child.blocks:
            pair = self.pairs.get(block.id)
            rows.append(self._linked(block, pair) if pair else self._added(block))
            for parent in pair.parents if pair else ():
                rows += [self._omitted(o) for o in behind.pop(parent, [])]
        return rows

    def _behind(self) -> dict[str | None, list[Omission]]:
        """By the carried block before them: the blocks that are left out."""
        found: dict[str | None, list[Omission]] = {}
        last: str | None = None
        for block in self.parent.blocks:
            if block.id in self.omitted:
                found.setdefault(last, []).append(self.omitted[block.id])
            else:
                last = block.id
        return found

    def _linked(self, block: Block, pair: Pair) -> Row:
        parents = [self._parent(i, pair.edits if n == 0 else None) for n, i in enumerate(pair.parents)]
        return Row(
            state=pair.relation,
            parents=tuple(parents),
            child=_cell(block, _pieces(pair.edits, "insert")),
            weaker=any(p in self.weaker for p in pair.parents),
            moved=pair.moved,
            remark="",
            similarity=pair.similarity,
        )

    def _parent(self, number: str, edits: list[Edit] | None) -> Cell:
        block, again = self.blocks[number], number in self.shown
        self.shown.add(number)
        pieces = _pieces(edits, "delete") if edits else (Piece("equal", clean(block.text)),)
        return _cell(block, pieces, again=again)

    def _added(self, block: Block) -> Row:
        cell = _cell(block, (Piece("equal", clean(block.text)),))
        return Row("added", (), cell, weaker=False, moved=False, remark="")

    def _omitted(self, omission: Omission) -> Row:
        block = self.blocks[omission.parent]
        cell = _cell(block, (Piece("equal", clean(block.text)),))
        remark = omission.reason if omission.why == "not_applicable" else ""
        return Row(omission.why, (cell,), None, weaker=False, moved=False, remark=remark)


def _cell(block: Block, pieces: tuple[Piece, ...], *, again: bool = False) -> Cell:
    return Cell(block.id, block.label or "", pieces, block.heading, block.depth, again)


def _pieces(edits: list[Edit], op: str) -> tuple[Piece, ...]:
    """One side of the edits: what stays, if in other capitals, and what is deleted (parent) or inserted (child)."""
    pieces = []
    for edit in edits:
        text = edit.parent if op == "delete" else edit.child
        if text:
            pieces.append(Piece("equal" if only_case(edit) else op, _safe(text)))
    return tuple(pieces)


def _safe(text: str) -> str:
    """``clean``, with the white space at both ends that parts words from their neighbours."""
    kept = clean(text)
    return (" " if text[:1].isspace() else "") + kept + (" " if kept and text[-1:].isspace() else "")
